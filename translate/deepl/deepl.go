// Package deepl translates by DeepL's API, version 2.
package deepl

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"yipiao/translate"
)

// Config says whose account is used.
type Config struct {
	Key string
	// Endpoint is the service's address; that of the free or the paid API,
	// as the key tells, where empty.
	Endpoint string
	Client   *http.Client  // for a proxy or special TLS; the environment's proxy where nil
	Timeout  time.Duration // of one request; translate.DefaultTimeout where 0
}

// Translator is the adapter. It is safe for use by several goroutines.
type Translator struct {
	config  Config
	service translate.Service
}

var _ translate.Translator = (*Translator)(nil)

// DeepL takes 50 texts and 128 KiB a request; a Chinese character takes three
// bytes, and the rest of the request some more.
const (
	maxSegments = 50
	maxRunes    = 30_000
)

// Languages by DeepL's codes; the target wants a variety, the source none.
var (
	sourceCodes = map[translate.Lang]string{translate.Chinese: "ZH", translate.Traditional: "ZH", translate.English: "EN"}
	targetCodes = map[translate.Lang]string{translate.Chinese: "ZH-HANS", translate.Traditional: "ZH-HANT", translate.English: "EN-US"}
)

// statusQuota is DeepL's own status for a spent allowance.
const statusQuota = 456

// New returns an adapter; a key must be given.
func New(config Config) (*Translator, error) {
	if config.Key == "" {
		return nil, fmt.Errorf("deepl: no key given: it stands in the account under API keys")
	}
	if config.Endpoint == "" {
		config.Endpoint = "https://api.deepl.com"
		if strings.HasSuffix(config.Key, ":fx") { // keys of the free API end so
			config.Endpoint = "https://api-free.deepl.com"
		}
	}
	config.Endpoint = strings.TrimRight(config.Endpoint, "/")
	return &Translator{config: config, service: translate.Service{
		Name: "deepl", Client: config.Client, Timeout: config.Timeout, Secrets: []string{config.Key},
		Reason: func(status int, _ []byte) translate.Reason {
			if status == statusQuota {
				return translate.Quota
			}
			return ""
		},
	}}, nil
}

// Profile gives DeepL's limits.
func (t *Translator) Profile() translate.Profile {
	return translate.Profile{Name: "deepl", Segments: maxSegments, Runes: maxRunes}
}

// Translate asks /v2/translate. Sentences are not split: a text is one.
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
	body := map[string]any{
		"text":                texts,
		"source_lang":         sourceCodes[request.From],
		"target_lang":         targetCodes[request.To],
		"split_sentences":     "nonewlines",
		"preserve_formatting": true,
		"context":             "Goods, terms and addresses of a commercial invoice in international trade.",
	}
	var reply struct {
		Translations []struct {
			Text string `json:"text"`
		} `json:"translations"`
	}
	header := http.Header{"Authorization": {"DeepL-Auth-Key " + t.config.Key}}
	if err := t.service.Post(ctx, t.config.Endpoint+"/v2/translate", header, body, &reply); err != nil {
		return nil, err
	}
	if len(reply.Translations) != len(texts) {
		return nil, t.service.Fail(fmt.Sprintf("%d answers for %d texts", len(reply.Translations), len(texts)))
	}
	answers := make([]translate.Answer, len(texts))
	for i, r := range reply.Translations {
		answers[i].Text = r.Text
	}
	return answers, nil
}
