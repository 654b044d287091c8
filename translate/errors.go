package translate

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Reason is why a translator failed, as far as it decides what to do next.
type Reason string

// The reasons of failure.
const (
	Credentials Reason = "credentials" // the key is missing, wrong or not allowed this
	Quota       Reason = "quota"       // what was paid for is used up: waiting a minute does not help
	Busy        Reason = "busy"        // too many requests just now
	Unavailable Reason = "unavailable" // not reached, or failing for the moment
	TooLarge    Reason = "too-large"   // more than one request may carry
	Rejected    Reason = "rejected"    // the service does not accept the request
	BadReply    Reason = "bad-reply"   // the answer is not what the protocol promises
)

// advice says what a person can do about a failure.
var advice = map[Reason]string{
	Credentials: "check the key or the credentials file and what it may use",
	Quota:       "the account's allowance is used up: raise it with the provider, wait until it renews, or use another translator",
	Busy:        "the service limits requests: try again in a minute",
	Unavailable: "check the network and the proxy, or use another translator",
	TooLarge:    "send less at once",
	Rejected:    "check the settings of the translator",
	BadReply:    "check that the endpoint is that of the service, or use another model",
}

// Error is a translator's failure.
type Error struct {
	Provider   string
	Reason     Reason
	Message    string        // what the service said or what was seen; bounded, without secrets
	RetryAfter time.Duration // how long the service asks to wait; 0 where it doesn't say
	Err        error         // the cause, where there is one worth inspecting
}

// Error names the provider, what happened and what to do.
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s (%s)", e.Provider, e.Message, advice[e.Reason])
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Temporary reports whether the same request may succeed a little later.
func (e *Error) Temporary() bool { return e.Reason == Busy || e.Reason == Unavailable }

// stopped reports whether an error comes from the caller's own context.
func stopped(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

const maxQuote = 300 // characters of a service's words that are shown

// Quote makes a stranger's text fit to show: one line, bounded, without
// control characters and without the given secrets.
func Quote(text string, secrets ...string) string {
	for _, secret := range secrets {
		if len(secret) >= 4 {
			text = strings.ReplaceAll(text, secret, "[redacted]")
		}
	}
	var b strings.Builder
	n := 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsGraphic(r) }) {
		if n > 0 {
			b.WriteByte(' ')
			n++
		}
		for _, r := range word {
			if n++; n > maxQuote {
				return b.String() + "…"
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}
