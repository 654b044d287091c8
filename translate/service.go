package translate

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Bounds of one exchange with a service.
const (
	MaxReplyBytes  = 8 << 20          // the largest reply that is read
	DefaultTimeout = 60 * time.Second // of one request, where none is given
)

// Service is a translation service that is spoken to in JSON over HTTP. It is
// what the adapters without a client library of their own share: bounded
// replies, no redirects (they would carry the texts and the key elsewhere),
// failures as [*Error] without secrets.
type Service struct {
	Name    string
	Client  *http.Client  // http.DefaultTransport's proxy and TLS where nil
	Timeout time.Duration // DefaultTimeout where 0
	Secrets []string      // never shown in an error
	// Reason overrides what a status means where the service differs from
	// custom (DeepL's 456); an empty answer leaves it to custom.
	Reason func(status int, body []byte) Reason
}

// Post sends body as JSON and decodes the reply's JSON into reply.
func (s *Service) Post(ctx context.Context, address string, header http.Header, body, reply any) error {
	payload, err := json.Marshal(body)
	if err != nil {
		return s.fail(Rejected, "the request cannot be written: "+err.Error(), err)
	}
	timeout := s.Timeout
	if timeout == 0 {
		timeout = DefaultTimeout
	}
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(limited, http.MethodPost, address, bytes.NewReader(payload))
	if err != nil {
		return s.fail(Rejected, "the endpoint is not a web address", nil)
	}
	for key, values := range header {
		request.Header[key] = values
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")

	response, err := s.client().Do(request)
	if err != nil {
		return s.unreached(ctx, err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, MaxReplyBytes+1))
	switch {
	case err != nil:
		return s.unreached(ctx, err)
	case len(content) > MaxReplyBytes:
		return s.fail(BadReply, fmt.Sprintf("the reply is longer than %d bytes", MaxReplyBytes), nil)
	case response.StatusCode != http.StatusOK:
		return s.status(response, content)
	}
	if err := json.Unmarshal(content, reply); err != nil {
		return s.fail(BadReply, "the reply is not the JSON that was expected: "+string(content[:min(len(content), 200)]), nil)
	}
	return nil
}

// Fail is an error of the service for a reply that breaks its protocol.
func (s *Service) Fail(message string) error { return s.fail(BadReply, message, nil) }

func (s *Service) client() *http.Client {
	client := http.Client{}
	if s.Client != nil {
		client = *s.Client
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client
}

func (s *Service) fail(reason Reason, message string, cause error) error {
	return &Error{Provider: s.Name, Reason: reason, Message: Quote(message, s.Secrets...), Err: cause}
}

// unreached explains a request without an answer. The address is left out of
// the message but for its host: a key may stand in it.
func (s *Service) unreached(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return s.fail(Unavailable, "stopped", ctx.Err())
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return s.fail(Unavailable, "no answer in time", nil)
	}
	message := err.Error()
	var failed *url.Error
	if errors.As(err, &failed) {
		message = failed.Err.Error()
		if address, e := url.Parse(failed.URL); e == nil {
			message = address.Host + ": " + message
		}
	}
	return s.fail(Unavailable, "not reached: "+message, nil)
}

func (s *Service) status(response *http.Response, content []byte) error {
	reason := Reason("")
	if s.Reason != nil {
		reason = s.Reason(response.StatusCode, content)
	}
	if reason == "" {
		reason = customary(response.StatusCode)
	}
	failure := s.fail(reason, fmt.Sprintf("status %d: %s", response.StatusCode, spoken(content)), nil).(*Error)
	if seconds, err := strconv.Atoi(response.Header.Get("Retry-After")); err == nil && seconds > 0 && seconds <= 3600 {
		failure.RetryAfter = time.Duration(seconds) * time.Second
	}
	return failure
}

// customary is what a status means by RFC 9110 and RFC 6585.
func customary(status int) Reason {
	switch {
	case status == 401 || status == 403 || status == 407:
		return Credentials
	case status == 402:
		return Quota
	case status == 413 || status == 414:
		return TooLarge
	case status == 429:
		return Busy
	case status == 408 || status >= 500:
		return Unavailable
	case status < 300:
		return BadReply
	default:
		return Rejected
	}
}

// spoken finds the words of an error reply in the places where services put
// them: {"error": {"message": …}}, {"error": …}, {"message": …}, or the text.
func spoken(content []byte) string {
	var reply struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
		Detail  string          `json:"detail"`
	}
	if json.Unmarshal(content, &reply) == nil {
		var inner struct {
			Message string `json:"message"`
		}
		var plain string
		switch {
		case json.Unmarshal(reply.Error, &inner) == nil && inner.Message != "":
			return inner.Message
		case json.Unmarshal(reply.Error, &plain) == nil && plain != "":
			return plain
		case reply.Message != "":
			return strings.TrimSpace(reply.Message + " " + reply.Detail)
		}
	}
	if len(content) == 0 {
		return "no explanation"
	}
	return string(content[:min(len(content), 2000)])
}
