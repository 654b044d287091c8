// Package libre translates by a LibreTranslate server, one's own or another's.
package libre

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"yipiao/translate"
)

// Config says where the server is.
type Config struct {
	Endpoint string        // "http://localhost:5000"
	Key      string        // empty where the server wants none
	Client   *http.Client  // for a proxy or special TLS; the environment's proxy where nil
	Timeout  time.Duration // of one request; translate.DefaultTimeout where 0
}

// Translator is the adapter. It is safe for use by several goroutines.
type Translator struct {
	config  Config
	service translate.Service
}

var _ translate.Translator = (*Translator)(nil)

// A server's own limits differ (--char-limit, --batch-limit); these are those
// of the public ones. A smaller server answers 400 with the limit's name.
const (
	maxSegments = 50
	maxRunes    = 2000
)

// codes are LibreTranslate's language codes; zt is its own for traditional
// Chinese.
var codes = map[translate.Lang]string{translate.Chinese: "zh", translate.Traditional: "zt", translate.English: "en"}

// New returns an adapter; an endpoint must be given.
func New(config Config) (*Translator, error) {
	config.Endpoint = strings.TrimRight(config.Endpoint, "/")
	if !strings.HasPrefix(config.Endpoint, "http://") && !strings.HasPrefix(config.Endpoint, "https://") {
		return nil, fmt.Errorf("libre: endpoint %q: an address such as http://localhost:5000 is right", translate.Quote(config.Endpoint, config.Key))
	}
	return &Translator{config: config, service: translate.Service{
		Name: "libre", Client: config.Client, Timeout: config.Timeout, Secrets: []string{config.Key}, Reason: reason,
	}}, nil
}

// reason knows the server's limits by its words: it answers 400 to all.
func reason(status int, body []byte) translate.Reason {
	words := strings.ToLower(string(body))
	switch {
	case status == http.StatusBadRequest && strings.Contains(words, "exceeds") && strings.Contains(words, "limit"):
		return translate.TooLarge
	case status == http.StatusBadRequest && strings.Contains(words, "api key"):
		return translate.Credentials
	}
	return ""
}

// Profile gives careful limits.
func (t *Translator) Profile() translate.Profile {
	return translate.Profile{Name: "libre", Segments: maxSegments, Runes: maxRunes}
}

// Translate asks /translate with a list of texts, as plain text.
func (t *Translator) Translate(ctx context.Context, request translate.Request) ([]translate.Answer, error) {
	if len(request.Segments) == 0 {
		return nil, nil
	}
	if err := translate.CheckSize(t.Profile(), request); err != nil {
		return nil, err
	}
	texts := make([]string, len(request.Segments))
	for i, s := range request.Segments {
		texts[i] = s.Text
	}
	body := map[string]any{"q": texts, "source": codes[request.From], "target": codes[request.To], "format": "text"}
	if t.config.Key != "" {
		body["api_key"] = t.config.Key
	}
	var reply struct {
		Texts []string `json:"translatedText"`
	}
	if err := t.service.Post(ctx, t.config.Endpoint+"/translate", nil, body, &reply); err != nil {
		return nil, err
	}
	if len(reply.Texts) != len(texts) {
		return nil, t.service.Fail(fmt.Sprintf("%d answers for %d texts", len(reply.Texts), len(texts)))
	}
	answers := make([]translate.Answer, len(texts))
	for i, translated := range reply.Texts {
		answers[i].Text = translated
	}
	return answers, nil
}
