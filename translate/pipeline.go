package translate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
	"yipiao/invoice/script"
)

// Result is what became of one segment.
type Result struct {
	ID         string  `json:"id,omitempty"`
	Source     string  `json:"source"`
	Text       string  `json:"target"` // empty where every translation was refused
	From       Lang    `json:"from"`
	To         Lang    `json:"to"`
	State      State   `json:"state"`      // Final or Review
	Translator string  `json:"translator"` // "memory", "glossary", "none" (nothing to translate), "offline", "google/nmt" …
	Checks     []Check `json:"checks"`
}

// Pipeline stands around translators and guards what they give. The zero
// value, with no translator, answers from nothing but is valid.
type Pipeline struct {
	Memory   *Memory   // asked first, and told of what is not final; may be nil
	Frozen   bool      // the memory is asked but told nothing: several pipelines may share it
	Glossary *Glossary // the user's terms; may be nil
	// Translators are asked in this order for what is not final yet: offline
	// first, then at most one service.
	Translators []Translator
	Date        string // YYYY-MM-DD, written into the memory
	Attempts    int    // for a segment whose answer fails a check, in all; 2 where 0
	// Save is called after each batch of a service that told the memory
	// something, so that nothing already paid for is lost, and once after a
	// local translator. May be nil.
	Save func(*Memory) error
	// Progress is told after each step how many of the segments are done. May
	// be nil.
	Progress func(done, total int)
}

// task is a distinct text with all segments that hold it: the same source
// gets the same target by construction.
type task struct {
	segment Segment
	result  Result
	settled bool // nobody needs to be asked any more
	owner   int  // index of the translator that made result; -1 for none
	again   bool // the last answer failed a check: worth a second attempt
}

// Translate gives one result for each segment, in their order. An error (a
// service down, its quota spent, the context ended) comes with the results all
// the same: what was got until then stands in them, the rest is marked
// unanswered.
func (p *Pipeline) Translate(ctx context.Context, segments []Segment) ([]Result, error) {
	tasks, places := p.tasks(segments)
	p.progress(tasks, places)
	var failures []error
	for i, t := range p.Translators {
		if err := p.run(ctx, i, t, tasks, places); err != nil {
			failures = append(failures, err)
			if stopped(err) || ctx.Err() != nil {
				break
			}
		}
	}
	p.drafts(tasks)
	results := make([]Result, len(segments))
	for i, s := range segments {
		r := tasks[places[i]].result
		r.ID = s.ID
		if n := Columns(r.Text); s.MaxLen > 0 && n > s.MaxLen && r.From != r.To {
			r.Checks = append(r.Checks[:len(r.Checks):len(r.Checks)], Check{CheckLength, fmt.Sprintf("%d columns wide, the cell holds %d", n, s.MaxLen)})
			if r.Translator != "memory" {
				r.State = Review
			}
		}
		results[i] = r
	}
	return results, errors.Join(failures...)
}

// tasks makes one task of equal texts and settles what needs no translator.
func (p *Pipeline) tasks(segments []Segment) ([]*task, []int) {
	var tasks []*task
	places := make([]int, len(segments))
	index := map[memoryKey]int{}
	for i, s := range segments {
		if s.From == "" {
			s.From = Detect(s.Text)
		}
		if s.To == "" {
			s.To = s.From.Other()
		}
		k := key(s.From, s.To, s.Text)
		at, known := index[k]
		if !known {
			at = len(tasks)
			index[k] = at
			tasks = append(tasks, p.begin(s))
		}
		places[i] = at
	}
	return tasks, places
}

// begin answers a text from itself, the memory or the glossary if it can.
func (p *Pipeline) begin(s Segment) *task {
	t := &task{segment: s, owner: -1}
	t.result = Result{Source: s.Text, From: s.From, To: s.To, State: Review, Translator: "none",
		Checks: []Check{{CheckUnanswered, "no translator answered"}}}
	settle := func(text, translator string, checks []Check) *task {
		t.settled = true
		t.result.Text, t.result.Translator, t.result.Checks = text, translator, checks
		t.result.State = Final
		if refused(checks) {
			t.result.Text, t.result.State = "", Review
		}
		return t
	}
	if s.From == "" || s.From == s.To || s.From.IsChinese() && s.To.IsChinese() || Detect(s.Text) == "" {
		return settle(s.Text, "none", nil)
	}
	if utf8.RuneCountInString(s.Text) > MaxSegmentRunes {
		return settle("", "none", []Check{{CheckEssay, fmt.Sprintf("longer than %d characters: not translated", MaxSegmentRunes)}})
	}
	if p.Memory != nil {
		e, ok := p.Memory.Lookup(s.From, s.To, s.Text)
		if !ok || !e.State.Approved() {
			e, ok = p.Memory.Fit(s.From, s.To, s.Text)
		}
		if ok {
			return settle(e.Target, "memory", onlyRefusing(Verify(s.Text, e.Target, s.From, s.To, nil, 0)))
		}
	}
	if text, ok := p.Glossary.Exact(s.Text, s.From); ok {
		return settle(text, "glossary", nil)
	}
	return t
}

// onlyRefusing keeps the findings that overrule even a person's approval: a
// changed number is never printed.
func onlyRefusing(checks []Check) []Check {
	var kept []Check
	for _, c := range checks {
		if c.Code == CheckNumbers || c.Code == CheckEmpty {
			kept = append(kept, c)
		}
	}
	return kept
}

// run asks one translator for all tasks that are not settled, batch by batch.
func (p *Pipeline) run(ctx context.Context, index int, t Translator, tasks []*task, places []int) error {
	profile := t.Profile()
	var open []*task
	for _, k := range tasks {
		if !k.settled && !p.recall(k, index, profile) {
			open = append(open, k)
		}
	}
	p.progress(tasks, places)
	attempts := p.Attempts
	if attempts == 0 {
		attempts = 2
	}
	if profile.Local {
		attempts = 1 // it would say the same again
	}
	for attempt := 1; attempt <= attempts && len(open) > 0; attempt++ {
		for _, batch := range p.batches(profile, open, attempt) {
			if err := p.ask(ctx, index, t, batch); err != nil {
				return err
			}
			p.progress(tasks, places)
		}
		open = slices.DeleteFunc(open, func(k *task) bool { return !k.again })
	}
	if profile.Local && p.Save != nil && p.Memory != nil && len(p.Memory.learnt) > 0 {
		return p.Save(p.Memory)
	}
	return nil
}

// recall takes this service's own translation out of the memory. It stays for
// review, but nobody is asked, or paid, a second time, unless the user's terms
// have come to say otherwise.
func (p *Pipeline) recall(k *task, index int, profile Profile) bool {
	if profile.Local {
		return false
	}
	e, checks, ok := p.remembered(k.segment)
	if !ok || e.Provider != profile.Name || e.Model != profile.Model ||
		slices.ContainsFunc(checks, func(c Check) bool { return c.Code == CheckTerms || c.Code == CheckForbidden }) {
		return false
	}
	k.take(e, checks)
	k.settled, k.owner = true, index
	return true
}

// drafts prefers what a service once said to the guess of a local translator.
func (p *Pipeline) drafts(tasks []*task) {
	for _, k := range tasks {
		isGuess := k.owner < 0 || p.Translators[k.owner].Profile().Local
		if k.settled || !isGuess {
			continue
		}
		if e, checks, ok := p.remembered(k.segment); ok && (k.result.Text == "" || e.Provider != p.Translators[k.owner].Profile().Name) {
			k.take(e, checks)
		}
	}
}

// remembered is a text's machine translation, with what speaks against it.
func (p *Pipeline) remembered(s Segment) (Entry, []Check, bool) {
	if p.Memory == nil {
		return Entry{}, nil, false
	}
	e, ok := p.Memory.Lookup(s.From, s.To, s.Text)
	if !ok || e.State != Machine {
		return Entry{}, nil, false
	}
	checks := Verify(s.Text, e.Target, s.From, s.To, p.Glossary.Terms(), 0)
	return e, checks, !refused(checks)
}

func (k *task) take(e Entry, checks []Check) {
	k.result.Text, k.result.State, k.result.Checks = e.Target, Review, checks
	k.result.Translator = Profile{Name: e.Provider, Model: e.Model}.String()
}

// batches cuts tasks into requests of one direction within a profile's
// limits. A second attempt sends each text alone.
func (p *Pipeline) batches(profile Profile, open []*task, attempt int) [][]*task {
	most := profile.Segments
	if attempt > 1 {
		most = 1
	}
	var batches [][]*task
	current := map[[2]Lang][]*task{}
	runes := map[[2]Lang]int{}
	var order [][2]Lang
	flush := func(direction [2]Lang) {
		if len(current[direction]) > 0 {
			batches = append(batches, current[direction])
			current[direction], runes[direction] = nil, 0
		}
	}
	for _, k := range open {
		direction := [2]Lang{k.segment.From, k.segment.To}
		// Masks and terms make a text longer: room is left for both.
		size := 2*utf8.RuneCountInString(k.segment.Text) + 16
		if profile.Local {
			size = utf8.RuneCountInString(k.segment.Text)
		}
		if _, known := runes[direction]; !known {
			order = append(order, direction)
			runes[direction] = 0
		}
		if len(current[direction]) >= most || runes[direction]+size > profile.Runes {
			flush(direction)
		}
		current[direction] = append(current[direction], k)
		runes[direction] += size
	}
	for _, direction := range order {
		flush(direction)
	}
	return batches
}

// ask sends one batch and takes in what comes back.
func (p *Pipeline) ask(ctx context.Context, index int, t Translator, batch []*task) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	profile := t.Profile()
	request, hidden := p.request(profile, batch)
	answers, err := t.Translate(ctx, request)
	var failure *Error
	if errors.As(err, &failure) && (failure.Reason == TooLarge || failure.Reason == BadReply && len(batch) > 1) {
		return p.halve(ctx, index, t, batch, failure)
	}
	if err != nil {
		return err
	}
	if len(answers) != len(batch) {
		return &Error{Provider: profile.Name, Reason: BadReply, Message: fmt.Sprintf("%d answers for %d texts", len(answers), len(batch))}
	}
	told := false
	for i, k := range batch {
		r := p.judge(profile, k, hidden[i], answers[i])
		k.again = worthAgain(r.Checks)
		if k.result.Text == "" || r.Text != "" && (k.owner != index || better(r, k.result)) {
			k.result, k.owner = r, index
		}
		k.settled = k.result.State == Final
		told = p.remember(profile, k, index) || told
	}
	if told && p.Save != nil && !profile.Local {
		return p.Save(p.Memory)
	}
	return nil
}

// hopeless is the number of texts after which a service that answered none of
// them is given up.
const hopeless = 4

// halve sends a batch in two parts: one text that is too long, or that a model
// cannot answer, does not take the others with it.
func (p *Pipeline) halve(ctx context.Context, index int, t Translator, batch []*task, failure *Error) error {
	if len(batch) == 1 {
		unanswered(batch, index, failure)
		return nil
	}
	left, right := batch[:len(batch)/2], batch[len(batch)/2:]
	first := p.ask(ctx, index, t, left)
	if isBadReply(first) && len(left) < hopeless {
		unanswered(left, index, failure)
	} else if first != nil {
		return first
	}
	second := p.ask(ctx, index, t, right)
	if isBadReply(second) && first == nil {
		unanswered(right, index, failure)
		return nil
	}
	return second
}

func isBadReply(err error) bool {
	var failure *Error
	return errors.As(err, &failure) && failure.Reason == BadReply
}

// unanswered marks texts that a service did not answer.
func unanswered(batch []*task, index int, failure *Error) {
	for _, k := range batch {
		if k.result.Text == "" {
			k.result.Checks = []Check{{CheckUnanswered, failure.Message}}
			k.owner = index
		}
	}
}

// request masks the texts of a batch for a translator, unless it is local.
func (p *Pipeline) request(profile Profile, batch []*task) (Request, []masked) {
	request := Request{From: batch[0].segment.From, To: batch[0].segment.To}
	hidden := make([]masked, len(batch))
	next := 1
	seen := map[string]bool{}
	for i, k := range batch {
		s := k.segment
		terms := p.Glossary.In(s.Text, s.From)
		for _, term := range terms {
			if !seen[term.Chinese] {
				seen[term.Chinese] = true
				request.Terms = append(request.Terms, term)
			}
		}
		if profile.Local {
			if s.From == Traditional {
				s.Text = script.Simplify(s.Text)
			}
		} else {
			if profile.TakesTerms {
				terms = nil
			}
			hidden[i] = mask(s.Text, s.From, terms, next)
			next += len(hidden[i].holds)
			s.Text = hidden[i].text
		}
		request.Segments = append(request.Segments, s)
	}
	return request, hidden
}

// judge makes a result of an answer: cleaned, its masks filled, verified.
func (p *Pipeline) judge(profile Profile, k *task, hidden masked, answer Answer) Result {
	s := k.segment
	r := Result{Source: s.Text, From: s.From, To: s.To, State: Review, Translator: profile.String()}
	text, checks := clean(s.Text, answer.Text)
	if !profile.Local {
		var found []Check
		text, found = hidden.restore(text, s.To)
		checks = append(checks, found...)
	}
	if !refused(checks) {
		checks = append(checks, Verify(s.Text, text, s.From, s.To, p.Glossary.Terms(), 0)...)
		checks = append(checks, p.checkSame(s, text)...)
	}
	if answer.Final && len(checks) == 0 {
		r.State = Final
	}
	for _, remark := range answer.Remarks {
		checks = append(checks, Check{CheckRemark, Quote(remark)})
	}
	if !refused(checks) {
		r.Text = text
	}
	r.Checks = checks
	return r
}

// checkSame finds a locked memory that says otherwise. (Texts of one run are
// the same by construction.)
func (p *Pipeline) checkSame(s Segment, text string) []Check {
	if p.Memory == nil {
		return nil
	}
	if e, ok := p.Memory.Lookup(s.From, s.To, s.Text); ok && e.State.Approved() && e.Target != text {
		return []Check{{CheckSame, "the memory says: " + Quote(e.Target)}}
	}
	return nil
}

// better prefers the answer with fewer findings.
func better(a, b Result) bool {
	return len(a.Checks) < len(b.Checks)
}

// worthAgain reports whether a second attempt may mend what was found.
func worthAgain(checks []Check) bool {
	return slices.ContainsFunc(checks, func(c Check) bool {
		return c.Code != CheckEntities && c.Code != CheckRemark && c.Code != CheckOrder
	})
}

// remember tells the memory of a translation that is for review. Finals are
// not stored: their translator says the same tomorrow, or something better.
// A local guess never takes the place of a service's text.
func (p *Pipeline) remember(profile Profile, k *task, index int) bool {
	r := k.result
	if p.Memory == nil || p.Frozen || r.State == Final || r.Text == "" || k.owner != index {
		return false
	}
	old, known := p.Memory.Lookup(r.From, r.To, r.Source)
	if known && (profile.Local && old.Provider != profile.Name || old.Target == r.Text && old.Provider == profile.Name && old.Model == profile.Model) {
		return false
	}
	return p.Memory.Put(Entry{From: r.From, To: r.To, Source: r.Source, Target: r.Text, State: Machine,
		Provider: profile.Name, Model: profile.Model, Date: p.Date, Kind: k.segment.Kind})
}

func (p *Pipeline) progress(tasks []*task, places []int) {
	if p.Progress == nil {
		return
	}
	done := 0
	for _, at := range places {
		if tasks[at].settled || strings.TrimSpace(tasks[at].result.Text) != "" {
			done++
		}
	}
	p.Progress(done, len(places))
}
