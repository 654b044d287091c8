// Package google translates by Google Cloud Translation, version 3, through
// the official client over REST.
package google

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"cloud.google.com/go/auth"
	"cloud.google.com/go/auth/credentials"
	"cloud.google.com/go/auth/httptransport"
	cloud "cloud.google.com/go/translate/apiv3"
	"cloud.google.com/go/translate/apiv3/translatepb"
	"google.golang.org/api/googleapi"
	"google.golang.org/api/option"

	"yipiao/translate"
)

// Config says whose project is used and how the service is reached.
type Config struct {
	// Project is the Google Cloud project; that of the credentials where
	// empty.
	Project string
	// Location is "global" where empty.
	Location string
	// Credentials is the file of a service account. Where empty, the usual
	// ways hold: GOOGLE_APPLICATION_CREDENTIALS, gcloud's own file, the
	// metadata server of a Google machine.
	Credentials string
	// Endpoint replaces https://translate.googleapis.com, which mainland
	// China does not reach.
	Endpoint string
	// Proxy is the address of an HTTP(S) or SOCKS5 proxy for the service and
	// for getting tokens; the environment's where empty.
	Proxy string
	// Model is "general/nmt" or "general/translation-llm"; Google's choice
	// where empty.
	Model   string
	Timeout time.Duration // of one request; translate.DefaultTimeout where 0
}

// Translator is the adapter. It is safe for use by several goroutines.
type Translator struct {
	client *cloud.TranslationClient
	parent string
	config Config
}

var _ translate.Translator = (*Translator)(nil)

// Google takes 1,024 texts and 30,000 code points a request, and advises
// 5,000.
const (
	maxSegments = 1024
	maxRunes    = 5000
)

const scope = "https://www.googleapis.com/auth/cloud-translation"

var codes = map[translate.Lang]string{translate.Chinese: "zh-CN", translate.Traditional: "zh-TW", translate.English: "en"}

// New finds the credentials and makes the client; nothing is sent yet. Close
// the translator when done.
func New(ctx context.Context, config Config) (*Translator, error) {
	if config.Location == "" {
		config.Location = "global"
	}
	if config.Timeout == 0 {
		config.Timeout = translate.DefaultTimeout
	}
	transport, err := plainTransport(config.Proxy)
	if err != nil {
		return nil, err
	}
	found, err := findCredentials(config.Credentials, &http.Client{Transport: transport, Timeout: config.Timeout})
	if err != nil {
		return nil, missing("no Google credentials that can be used: name the file of a service account, or set GOOGLE_APPLICATION_CREDENTIALS, or run gcloud auth application-default login")
	}
	if config.Project == "" {
		if config.Project, err = found.ProjectID(ctx); err != nil || config.Project == "" {
			return nil, missing("the credentials name no project: give one")
		}
	}
	authorized, err := httptransport.NewClient(&httptransport.Options{Credentials: found, BaseRoundTripper: transport, DisableTelemetry: true})
	if err != nil {
		return nil, missing(err.Error())
	}
	authorized.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	options := []option.ClientOption{option.WithHTTPClient(authorized)}
	if config.Endpoint != "" {
		options = append(options, option.WithEndpoint(strings.TrimRight(config.Endpoint, "/")))
	}
	client, err := cloud.NewTranslationRESTClient(ctx, options...)
	if err != nil {
		return nil, missing(err.Error())
	}
	return &Translator{client: client, config: config, parent: "projects/" + url.PathEscape(config.Project) + "/locations/" + url.PathEscape(config.Location)}, nil
}

// Close releases the client.
func (t *Translator) Close() error { return t.client.Close() }

func missing(message string) error {
	return &translate.Error{Provider: "google", Reason: translate.Credentials, Message: translate.Quote(message)}
}

func findCredentials(file string, client *http.Client) (*auth.Credentials, error) {
	options := &credentials.DetectOptions{Scopes: []string{scope}, Client: client}
	if file != "" {
		return credentials.NewCredentialsFromFile(credentials.ServiceAccount, file, options)
	}
	return credentials.DetectDefault(options)
}

// plainTransport reaches out through the proxy and bounds every reply.
func plainTransport(proxy string) (http.RoundTripper, error) {
	base := http.DefaultTransport.(*http.Transport).Clone()
	if proxy != "" {
		address, err := url.Parse(proxy)
		if err != nil || address.Host == "" {
			return nil, fmt.Errorf("google: the proxy is not an address such as http://localhost:7890")
		}
		base.Proxy = http.ProxyURL(address)
	}
	return bounded{base}, nil
}

// bounded ends replies that are longer than any honest one.
type bounded struct{ base http.RoundTripper }

var errTooLong = fmt.Errorf("the reply is longer than %d bytes", translate.MaxReplyBytes)

func (b bounded) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := b.base.RoundTrip(request)
	if err == nil {
		response.Body = &boundedBody{ReadCloser: response.Body, left: translate.MaxReplyBytes}
	}
	return response, err
}

type boundedBody struct {
	io.ReadCloser
	left int
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// Profile gives the advised size of a request.
func (t *Translator) Profile() translate.Profile {
	return translate.Profile{Name: "google", Model: t.config.Model, Segments: maxSegments, Runes: maxRunes}
}

// Translate asks v3's translateText as plain text: the default, HTML, would
// turn apostrophes into entities.
func (t *Translator) Translate(ctx context.Context, request translate.Request) ([]translate.Answer, error) {
	if len(request.Segments) == 0 {
		return nil, nil
	}
	if err := translate.CheckSize(t.Profile(), request); err != nil {
		return nil, err
	}
	message := &translatepb.TranslateTextRequest{
		Parent:             t.parent,
		MimeType:           "text/plain",
		SourceLanguageCode: codes[request.From],
		TargetLanguageCode: codes[request.To],
	}
	if t.config.Model != "" {
		message.Model = t.parent + "/models/" + t.config.Model
	}
	for _, s := range request.Segments {
		message.Contents = append(message.Contents, s.Text)
	}
	limited, cancel := context.WithTimeout(ctx, t.config.Timeout)
	defer cancel()
	reply, err := t.client.TranslateText(limited, message)
	if err != nil {
		return nil, explain(ctx, err)
	}
	if len(reply.Translations) != len(request.Segments) {
		return nil, &translate.Error{Provider: "google", Reason: translate.BadReply, Message: fmt.Sprintf("%d answers for %d texts", len(reply.Translations), len(request.Segments))}
	}
	answers := make([]translate.Answer, len(request.Segments))
	for i, r := range reply.Translations {
		answers[i].Text = r.TranslatedText
	}
	return answers, nil
}

// explain turns the client's error into a translate.Error.
func explain(ctx context.Context, err error) error {
	failure := &translate.Error{Provider: "google", Reason: translate.Unavailable, Message: translate.Quote(err.Error())}
	var refusedToken *auth.Error
	var answer *googleapi.Error
	switch {
	case ctx.Err() != nil:
		failure.Message, failure.Err = "stopped", ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		failure.Message = "no answer in time"
	case errors.Is(err, errTooLong):
		failure.Reason, failure.Message = translate.BadReply, errTooLong.Error()
	case errors.As(err, &refusedToken):
		failure.Reason, failure.Message = tokenReason(refusedToken), "no token for these credentials: "+translate.Quote(string(refusedToken.Body))
	case errors.As(err, &answer):
		failure.Reason, failure.Message = reasonOf(answer)
	case strings.Contains(err.Error(), "proto:") || strings.Contains(err.Error(), "unexpected"):
		failure.Reason = translate.BadReply
	}
	return failure
}

func tokenReason(refused *auth.Error) translate.Reason {
	if refused.Temporary() {
		return translate.Unavailable
	}
	return translate.Credentials
}

// reasonOf reads status and reason of an answer by
// https://cloud.google.com/translate/quotas and the error model of Google's
// APIs.
func reasonOf(answer *googleapi.Error) (translate.Reason, string) {
	said := answer.Message
	if said == "" {
		said = answer.Body
	}
	status := answer.Code
	message := translate.Quote(fmt.Sprintf("status %d: %s", status, said))
	lower := strings.ToLower(said)
	spent := strings.Contains(lower, "per day") || strings.Contains(lower, "dailylimit") || strings.Contains(lower, "daily limit") || strings.Contains(lower, "billing")
	switch {
	case (status == 429 || status == 403) && spent:
		return translate.Quota, "the project's allowance is used up, or billing is off: " + message
	case status == 429 || status == 403 && (strings.Contains(lower, "ratelimit") || strings.Contains(lower, "rate limit")):
		return translate.Busy, "too many characters or requests a minute: " + message
	case status == 401 || status == 403:
		return translate.Credentials, "Google does not allow this: " + message
	case status == 413 || status == 400 && strings.Contains(lower, "too long"):
		return translate.TooLarge, message
	case status >= 500 || status == 408:
		return translate.Unavailable, message
	default:
		return translate.Rejected, message
	}
}
