// Package translatetest is the exam that every translator adapter passes,
// against a local server that speaks its service's protocol.
package translatetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"yipiao/translate"
)

// Protocol is how one service speaks.
type Protocol struct {
	// New makes the adapter for a server at endpoint.
	New func(t testing.TB, endpoint string, timeout time.Duration) translate.Translator
	// Read checks a request as the real service would (address, key, fields)
	// and returns its texts.
	Read func(r *http.Request, body []byte) ([]string, error)
	// Write is the service's reply with these answers.
	Write func(answers []string) []byte
	// Failures are answers of the service other than 200.
	Failures []Failure
	// Secrets must never show in an error. Every failure's body is sent with
	// all of them in it.
	Secrets []string
}

// Failure is one way in which the service fails.
type Failure struct {
	Name   string
	Status int
	Header http.Header
	Body   string // may hold %s, %d and anything else a stranger writes
	Reason translate.Reason
	Wait   time.Duration // what Retry-After must become
}

// server answers by a function that each part of the exam sets.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	calls int
}

func (s *server) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

func serve(t *testing.T, p Protocol, answer func(w http.ResponseWriter, r *http.Request, texts []string)) *server {
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.calls++
		s.mu.Unlock()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		texts, err := p.Read(r, body)
		if err != nil {
			t.Errorf("the service would not take the request: %v", err)
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		answer(w, r, texts)
	}))
	t.Cleanup(s.Close)
	return s
}

func each(texts []string, change func(string) string) []string {
	changed := make([]string, len(texts))
	for i, text := range texts {
		changed[i] = change(text)
	}
	return changed
}

func request(texts ...string) translate.Request {
	r := translate.Request{From: translate.Chinese, To: translate.English}
	for _, text := range texts {
		r.Segments = append(r.Segments, translate.Segment{Text: text})
	}
	return r
}

// Exam holds an adapter to the contract of translate.Translator.
func Exam(t *testing.T, p Protocol) {
	t.Run("answers in order", func(t *testing.T) { answersInOrder(t, p) })
	t.Run("nothing sent for nothing or too much", func(t *testing.T) { nothingSent(t, p) })
	t.Run("failures", func(t *testing.T) { failures(t, p) })
	t.Run("bad replies", func(t *testing.T) { badReplies(t, p) })
	t.Run("slow service", func(t *testing.T) { slowService(t, p) })
	t.Run("no service", func(t *testing.T) { noService(t, p) })
	t.Run("several at once", func(t *testing.T) { severalAtOnce(t, p) })
	t.Run("wrong answers in the pipeline", func(t *testing.T) { wrongAnswers(t, p) })
}

func answersInOrder(t *testing.T, p Protocol) {
	s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, texts []string) {
		w.Write(p.Write(each(texts, func(text string) string { return "EN it's " + text + " <&> \"q\"" })))
	})
	adapter := p.New(t, s.URL, time.Second*5)
	answers, err := adapter.Translate(context.Background(), request("保温杯⟦1⟧", "杯盖\n第二行", "保温杯⟦1⟧"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"保温杯⟦1⟧", "杯盖\n第二行", "保温杯⟦1⟧"} {
		if want = "EN it's " + want + " <&> \"q\""; answers[i].Text != want {
			t.Errorf("answer %d is %q, not %q", i, answers[i].Text, want)
		}
		if answers[i].Final {
			t.Errorf("answer %d is final, though no person saw it", i)
		}
	}
	if len(answers) != 3 || s.count() != 1 {
		t.Errorf("%d answers in %d calls", len(answers), s.count())
	}
	for _, from := range []translate.Lang{translate.Traditional, translate.English} {
		other := request("text")
		other.From, other.To = from, from.Other()
		if _, err := adapter.Translate(context.Background(), other); err != nil {
			t.Errorf("from %s: %v", from, err)
		}
	}
}

func nothingSent(t *testing.T, p Protocol) {
	s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, texts []string) { w.Write(p.Write(texts)) })
	adapter := p.New(t, s.URL, time.Second*5)
	profile := adapter.Profile()
	if profile.Name == "" || profile.Segments < 1 || profile.Runes < 1 {
		t.Fatalf("profile %+v lacks a name or limits", profile)
	}
	if answers, err := adapter.Translate(context.Background(), request()); err != nil || len(answers) != 0 {
		t.Errorf("no segments: %v, %v", answers, err)
	}
	many := request(make([]string, profile.Segments+1)...)
	long := request(strings.Repeat("杯", profile.Runes+1))
	for _, r := range []translate.Request{many, long} {
		_, err := adapter.Translate(context.Background(), r)
		wantReason(t, err, translate.TooLarge)
	}
	if s.count() != 0 {
		t.Errorf("%d requests were sent", s.count())
	}
}

func wantReason(t *testing.T, err error, reason translate.Reason) *translate.Error {
	t.Helper()
	var failure *translate.Error
	if !errors.As(err, &failure) {
		t.Fatalf("error %v is no *translate.Error", err)
	}
	if failure.Reason != reason {
		t.Errorf("reason %q, not %q: %v", failure.Reason, reason, err)
	}
	return failure
}

func failures(t *testing.T, p Protocol) {
	for _, f := range p.Failures {
		t.Run(f.Name, func(t *testing.T) {
			s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, _ []string) {
				for key, values := range f.Header {
					w.Header()[key] = values
				}
				w.WriteHeader(f.Status)
				io.WriteString(w, strings.ReplaceAll(f.Body, "SECRETS", strings.Join(p.Secrets, " ")))
			})
			answers, err := p.New(t, s.URL, time.Second*5).Translate(context.Background(), request("杯"))
			failure := wantReason(t, err, f.Reason)
			if answers != nil {
				t.Errorf("answers beside an error: %v", answers)
			}
			if failure.RetryAfter != f.Wait {
				t.Errorf("to wait %v, not %v", failure.RetryAfter, f.Wait)
			}
			if s.count() != 1 {
				t.Errorf("%d attempts: retrying is not the adapter's", s.count())
			}
			checkWords(t, p, err)
		})
	}
}

func checkWords(t *testing.T, p Protocol, err error) {
	t.Helper()
	words := err.Error()
	for _, secret := range p.Secrets {
		if strings.Contains(words, secret) {
			t.Errorf("the error shows a secret: %s", words)
		}
	}
	if strings.Contains(words, "%!") || strings.ContainsAny(words, "\n\x1b") || len(words) > 2000 {
		t.Errorf("the error is not fit to show: %.300q", words)
	}
}

func badReplies(t *testing.T, p Protocol) {
	replies := map[string]func(w http.ResponseWriter, texts []string){
		"not JSON":     func(w http.ResponseWriter, _ []string) { io.WriteString(w, "<html>%s%d sign in</html>") },
		"empty":        func(http.ResponseWriter, []string) {},
		"no answers":   func(w http.ResponseWriter, _ []string) { io.WriteString(w, "{}") },
		"one too few":  func(w http.ResponseWriter, texts []string) { w.Write(p.Write(texts[1:])) },
		"one too many": func(w http.ResponseWriter, texts []string) { w.Write(p.Write(append(texts, "more"))) },
		"endless": func(w http.ResponseWriter, texts []string) {
			w.Write(p.Write([]string{strings.Repeat("a", translate.MaxReplyBytes+1), "b"}))
		},
	}
	for name, reply := range replies {
		t.Run(name, func(t *testing.T) {
			s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, texts []string) { reply(w, texts) })
			_, err := p.New(t, s.URL, time.Second*10).Translate(context.Background(), request("杯", "盖"))
			wantReason(t, err, translate.BadReply)
			checkWords(t, p, err)
		})
	}
	t.Run("redirect", func(t *testing.T) {
		elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("texts went elsewhere") }))
		defer elsewhere.Close()
		s := serve(t, p, func(w http.ResponseWriter, r *http.Request, _ []string) {
			http.Redirect(w, r, elsewhere.URL, http.StatusTemporaryRedirect)
		})
		if _, err := p.New(t, s.URL, time.Second*5).Translate(context.Background(), request("杯")); err == nil {
			t.Error("a redirect is no answer")
		}
	})
}

func slowService(t *testing.T, p Protocol) {
	release := make(chan struct{})
	s := serve(t, p, func(w http.ResponseWriter, r *http.Request, _ []string) {
		select {
		case <-r.Context().Done():
		case <-release:
		}
	})
	defer close(release)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	begun := time.Now()
	_, err := p.New(t, s.URL, time.Minute).Translate(ctx, request("杯"))
	if !errors.Is(err, context.Canceled) || time.Since(begun) > 5*time.Second {
		t.Errorf("after %v: %v", time.Since(begun), err)
	}
	wantReason(t, err, translate.Unavailable)

	_, err = p.New(t, s.URL, 100*time.Millisecond).Translate(context.Background(), request("杯"))
	wantReason(t, err, translate.Unavailable)
	if errors.Is(err, context.DeadlineExceeded) {
		t.Error("the caller's context has not ended, yet the error says so: nobody would ask again")
	}
}

func noService(t *testing.T, p Protocol) {
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	_, err := p.New(t, s.URL, time.Second*5).Translate(context.Background(), request("杯"))
	wantReason(t, err, translate.Unavailable)
	checkWords(t, p, err)
}

func severalAtOnce(t *testing.T, p Protocol) {
	s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, texts []string) { w.Write(p.Write(texts)) })
	adapter := p.New(t, s.URL, time.Second*10)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			text := fmt.Sprintf("text %d", i)
			if answers, err := adapter.Translate(context.Background(), request(text)); err != nil || answers[0].Text != text {
				t.Errorf("%v, %v", answers, err)
			}
		})
	}
	group.Wait()
}
