package translate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// fake is a translator that answers by a function and counts what it is asked.
type fake struct {
	profile  Profile
	answer   func(s Segment) (Answer, error)
	requests []Request
}

func (f *fake) Profile() Profile { return f.profile }

func (f *fake) Translate(ctx context.Context, request Request) ([]Answer, error) {
	f.requests = append(f.requests, request)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answers := make([]Answer, len(request.Segments))
	for i, s := range request.Segments {
		var err error
		if answers[i], err = f.answer(s); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

func (f *fake) asked() (texts []string) {
	for _, r := range f.requests {
		for _, s := range r.Segments {
			texts = append(texts, s.Text)
		}
	}
	return texts
}

func service(words map[string]string) *fake {
	return &fake{profile: Profile{Name: "google", Segments: 100, Runes: 5000}, answer: func(s Segment) (Answer, error) {
		return Answer{Text: words[s.Text]}, nil
	}}
}

func segments(texts ...string) (list []Segment) {
	for i, text := range texts {
		list = append(list, Segment{ID: fmt.Sprint(i), Text: text})
	}
	return list
}

func run(t *testing.T, p *Pipeline, texts ...string) []Result {
	t.Helper()
	results, err := p.Translate(context.Background(), segments(texts...))
	if err != nil || len(results) != len(texts) {
		t.Fatalf("%d results for %d texts, %v", len(results), len(texts), err)
	}
	return results
}

func TestWhoIsAskedFirst(t *testing.T) {
	m := NewMemory()
	m.Put(entryOf("已审", "approved", Reviewed))
	m.Put(entryOf("{n}%定金", "{n}% deposit", Locked))
	m.Put(entryOf("改数30", "40 changed", Locked))
	local := &fake{profile: Profile{Name: "offline", Segments: 9, Runes: 999, Local: true}, answer: func(s Segment) (Answer, error) {
		if s.Text == "规则12箱" {
			return Answer{Text: "12 cartons by rule", Final: true}, nil
		}
		return Answer{Text: "guess", Remarks: []string{"unknown word"}}, nil
	}}
	g := service(map[string]string{"机器⟦1⟧箱": "⟦1⟧ cartons", "機器杯": "cup"})
	p := &Pipeline{Memory: m, Glossary: NewGlossary(Term{Chinese: "术语", English: []string{"term"}}), Translators: []Translator{local, g}, Date: "2026-03-18"}
	texts := []string{"已审", "30%定金", "术语", "XH-500", "规则12箱", "机器12箱", "機器杯", "改数30", "机器12箱"}
	want := []string{"approved", "30% deposit", "term", "XH-500", "12 cartons by rule", "12 cartons", "cup", "", "12 cartons"}
	by := []string{"memory", "memory", "glossary", "none", "offline", "google", "google", "memory", "google"}
	for i, r := range run(t, p, texts...) {
		final := i < 5
		if r.Text != want[i] || r.Translator != by[i] || (r.State == Final) != final || r.ID != fmt.Sprint(i) {
			t.Errorf("%s: %+v", texts[i], r)
		}
	}
	if asked := local.asked(); !slices.Equal(asked, []string{"规则12箱", "机器12箱", "机器杯"}) {
		t.Errorf("offline was asked %v", asked)
	}
	if e, _ := m.Lookup(Chinese, English, "机器12箱"); e.State != Machine || e.Provider != "google" || e.Date != "2026-03-18" {
		t.Errorf("%+v", e)
	}
	// A second run asks and changes nothing.
	count, held := len(g.requests), m.Entries()
	if again := run(t, p, texts...); again[5].Text != "12 cartons" || len(g.requests) != count || !slices.Equal(held, m.Entries()) {
		t.Errorf("%+v, %d requests more", again[5], len(g.requests)-count)
	}
	// Offline alone, the service's draft is still better than a guess.
	p.Translators = []Translator{local}
	if r := run(t, p, "机器12箱")[0]; r.Text != "12 cartons" || r.State != Review || r.Translator != "google" {
		t.Errorf("%+v", r)
	}
}

func TestLockedTermsAreMasked(t *testing.T) {
	g := service(map[string]string{"⟦1⟧不锈钢⟦2⟧": "⟦1⟧ stainless steel ⟦2⟧"})
	p := &Pipeline{Glossary: NewGlossary(Term{Chinese: "保温杯", English: []string{"vacuum flask"}}), Translators: []Translator{g}}
	if r := run(t, p, "304不锈钢保温杯")[0]; r.Text != "304 stainless steel vacuum flask" || len(r.Checks) != 0 {
		t.Errorf("%+v, asked %v", r, g.asked())
	}
}

func TestASecondAttemptMends(t *testing.T) {
	attempt := 0
	g := service(nil)
	g.answer = func(s Segment) (Answer, error) {
		if attempt++; attempt == 1 {
			return Answer{Text: "cartons"}, nil
		}
		return Answer{Text: "⟦1⟧ cartons"}, nil
	}
	if r := run(t, &Pipeline{Translators: []Translator{g}}, "12箱")[0]; r.Text != "12 cartons" || attempt != 2 {
		t.Errorf("%+v after %d attempts", r, attempt)
	}
}

func TestFinalsOfALocalTranslatorAreVerified(t *testing.T) {
	local := &fake{profile: Profile{Name: "offline", Segments: 9, Runes: 99, Local: true}, answer: func(Segment) (Answer, error) {
		return Answer{Text: "13 cartons", Final: true}, nil
	}}
	if r := run(t, &Pipeline{Translators: []Translator{local}}, "12箱")[0]; r.State != Review || r.Text != "" {
		t.Errorf("%+v", r)
	}
}

func TestLengthAgainstTheCell(t *testing.T) {
	p := &Pipeline{Translators: []Translator{service(map[string]string{"黑": "jet black"})}}
	results, err := p.Translate(context.Background(), []Segment{{Text: "黑", MaxLen: 4}, {Text: "黑"}})
	if err != nil || len(results[0].Checks) != 1 || results[0].Checks[0].Code != CheckLength || len(results[1].Checks) != 0 {
		t.Errorf("%v, %+v", err, results)
	}
}

func TestNothingPaidForIsLost(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	saves := 0
	g := service(nil)
	g.profile.Segments = 2
	g.answer = func(s Segment) (Answer, error) {
		return Answer{Text: "cup " + strings.Trim(s.Text, "杯盖底甲乙丙")}, nil
	}
	var last int
	p := &Pipeline{Memory: NewMemory(), Translators: []Translator{g},
		Save:     func(*Memory) error { saves++; stop(); return nil },
		Progress: func(done, total int) { last = done*100 + total }}
	results, err := p.Translate(ctx, segments("杯甲", "杯乙", "盖甲", "盖乙", "底丙"))
	if !errors.Is(err, context.Canceled) || saves != 1 || p.Memory.Len() != 2 || last != 205 {
		t.Errorf("%v, %d saves, %d remembered, progress %d", err, saves, p.Memory.Len(), last)
	}
	if results[0].Text == "" || results[4].Text != "" || results[4].Checks[0].Code != CheckUnanswered {
		t.Errorf("%+v", results)
	}
}

func TestAServiceThatFails(t *testing.T) {
	for _, reason := range []Reason{Quota, Credentials, Unavailable, Rejected, BadReply} {
		g := service(nil)
		g.answer = func(Segment) (Answer, error) {
			return Answer{}, &Error{Provider: "google", Reason: reason, Message: "no"}
		}
		m := NewMemory()
		m.Put(entryOf("已审", "approved", Reviewed))
		results, err := (&Pipeline{Memory: m, Translators: []Translator{g}}).Translate(context.Background(), segments("已审", "杯"))
		var failure *Error
		if !errors.As(err, &failure) || failure.Reason != reason || !strings.Contains(err.Error(), advice[reason]) {
			t.Errorf("%v", err)
		}
		if results[0].Text != "approved" || results[1].Text != "" || results[1].State != Review {
			t.Errorf("%+v", results)
		}
	}
}

// One text that a model cannot answer leaves the others theirs; a service that
// answers nothing is soon given up.
func TestBadRepliesAreHalved(t *testing.T) {
	g := service(nil)
	bad := &Error{Provider: "google", Reason: BadReply, Message: "an essay"}
	g.answer = func(s Segment) (Answer, error) {
		if strings.Contains(s.Text, "坏") {
			return Answer{}, bad
		}
		return Answer{Text: "cup"}, nil
	}
	texts := []string{"甲", "乙", "丙", "坏", "丁", "戊", "己", "庚", "辛", "壬"}
	for i, r := range run(t, &Pipeline{Attempts: 1, Translators: []Translator{g}}, texts...) {
		if (r.Text == "cup") != (i != 3) {
			t.Errorf("%s: %+v", texts[i], r)
		}
	}
	g.requests = nil
	var hopeless []string
	for i := range 40 {
		hopeless = append(hopeless, fmt.Sprintf("坏%s", strings.Repeat("一", i)))
	}
	_, err := (&Pipeline{Translators: []Translator{g}}).Translate(t.Context(), segments(hopeless...))
	if !errors.Is(err, bad) || len(g.requests) > 15 {
		t.Errorf("%v after %d requests", err, len(g.requests))
	}
}

func TestTooLargeIsHalved(t *testing.T) {
	g := service(nil)
	g.answer = func(s Segment) (Answer, error) {
		if len(g.requests[len(g.requests)-1].Segments) > 1 || s.Text == "太长" {
			return Answer{}, &Error{Provider: "google", Reason: TooLarge, Message: "too long"}
		}
		return Answer{Text: "cup"}, nil
	}
	results := run(t, &Pipeline{Attempts: 1, Translators: []Translator{g}}, "杯一件", "太长", "杯")
	if results[0].Text != "cup" || results[1].Text != "" || results[2].Text != "cup" {
		t.Errorf("%+v", results)
	}
}

func TestBatchesKeepTheLimits(t *testing.T) {
	g := service(nil)
	g.profile.Segments, g.profile.Runes = 3, 200
	g.answer = func(s Segment) (Answer, error) { return Answer{Text: "杯 cup"}, nil }
	var list []Segment
	for i := range 40 {
		list = append(list, Segment{Text: strings.Repeat("杯", i+1) + "盖"}, Segment{Text: strings.Repeat("cup ", i/2+1)})
	}
	if _, err := (&Pipeline{Attempts: 1, Translators: []Translator{g}}).Translate(context.Background(), list); err != nil {
		t.Fatal(err)
	}
	for _, r := range g.requests {
		if err := CheckSize(g.profile, r); err != nil {
			t.Error(err)
		}
		for _, s := range r.Segments {
			if s.From != r.From || s.To != r.To {
				t.Errorf("%s→%s in a request %s→%s", s.From, s.To, r.From, r.To)
			}
		}
	}
}

func TestRetry(t *testing.T) {
	var waits []time.Duration
	sleep := func(_ context.Context, d time.Duration) error { waits = append(waits, d); return nil }
	for name, c := range map[string]struct {
		failures []*Error
		calls    int
		waits    []time.Duration
		ok       bool
	}{
		"twice busy":      {[]*Error{{Reason: Busy}, {Reason: Unavailable}}, 3, []time.Duration{time.Second, 2 * time.Second}, true},
		"asks to wait":    {[]*Error{{Reason: Busy, RetryAfter: 7 * time.Second}}, 2, []time.Duration{7 * time.Second}, true},
		"asks too much":   {[]*Error{{Reason: Busy, RetryAfter: time.Hour}}, 1, nil, false},
		"quota":           {[]*Error{{Reason: Quota}}, 1, nil, false},
		"wrong key":       {[]*Error{{Reason: Credentials}}, 1, nil, false},
		"always down":     {[]*Error{{Reason: Unavailable}, {Reason: Unavailable}, {Reason: Unavailable}, {Reason: Unavailable}}, 4, []time.Duration{time.Second, 2 * time.Second, 4 * time.Second}, false},
		"stopped by hand": {[]*Error{{Reason: Unavailable, Err: context.Canceled}}, 1, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			waits = nil
			g := service(nil)
			g.answer = func(Segment) (Answer, error) {
				if n := len(g.requests); n <= len(c.failures) {
					return Answer{}, c.failures[n-1]
				}
				return Answer{Text: "cup"}, nil
			}
			_, err := (&Retry{Translator: g, Sleep: sleep}).Translate(context.Background(), Request{Segments: segments("杯")})
			if (err == nil) != c.ok || len(g.requests) != c.calls || !slices.Equal(waits, c.waits) {
				t.Errorf("%v after %d calls, waits %v", err, len(g.requests), waits)
			}
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	g := service(nil)
	g.answer = func(Segment) (Answer, error) { cancel(); return Answer{}, &Error{Reason: Busy} }
	r := Retry{Translator: g, Wait: time.Hour, MaxWait: 2 * time.Hour}
	if _, err := r.Translate(ctx, Request{Segments: segments("杯")}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped while waiting: %v", err)
	}
}

func TestQuote(t *testing.T) {
	got := Quote("key sk-12345\x1b[31m\nline %s"+strings.Repeat("x", 1000), "sk-12345")
	if !strings.HasPrefix(got, "key [redacted] [31m line %s") || len(got) > 2*maxQuote {
		t.Error(got)
	}
}
