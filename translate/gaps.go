package translate

import (
	"context"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// Gap is a text of an order in a language that it lacks.
type Gap struct {
	invoice.TextAt
	Document int // the order's place in its file, from 0
	To       Lang
}

// Gaps are the texts of an order that lack a language which is wanted, in the
// order of the format.
func Gaps(o *invoice.Order, wanted invoice.Languages) []Gap {
	document := 0
	if s := o.Source(); s != nil {
		document = s.Index - 1
	}
	var gaps []Gap
	for t := range o.Texts() {
		to := Lang(t.Text.Lacks())
		if to == "" || wanted == invoice.English && to != English || wanted == invoice.Chinese && to != Chinese {
			continue
		}
		gaps = append(gaps, Gap{t, document, to})
	}
	return gaps
}

// source is what stands in the other language.
func (g Gap) source() string {
	if g.To == English {
		return g.Text.Zh
	}
	return g.Text.En
}

func (g Gap) segment() Segment {
	return Segment{ID: g.Path, Text: g.source(), Kind: Kind(g.Kind), To: g.To}
}

// set writes a translation into the order, as a draft where nobody vouches for
// it.
func (g Gap) set(text string, draft bool) {
	if g.To == English {
		g.Text.En = text
	} else {
		g.Text.Zh = text
	}
	if draft {
		g.Text.Draft = string(g.To)
	}
}

// approvedFact is the memory's word on a registered name: the very name, and
// approved by a person.
func (p *Pipeline) approvedFact(g Gap) (string, bool) {
	if p.Memory == nil {
		return "", false
	}
	e, ok := p.Memory.Lookup(Detect(g.source()), g.To, g.source())
	if !ok || !e.State.Approved() || refused(Verify(e.Source, e.Target, e.From, e.To, nil, 0)) {
		return "", false
	}
	return e.Target, true
}

const factRemark = "a registered name is never derived: write it as its register or bank has it"

// TranslateGaps gives one result for each gap. A registered name is final only
// as a person approved it.
func (p *Pipeline) TranslateGaps(ctx context.Context, gaps []Gap) ([]Result, error) {
	segments := make([]Segment, len(gaps))
	for i, g := range gaps {
		segments[i] = g.segment()
	}
	results, err := p.Translate(ctx, segments)
	for i, g := range gaps {
		if r := &results[i]; r.Translator == "offline" && g.To == English && g.Kind == invoice.Terming {
			r.Text = headed(r.Text)
		}
		if _, approved := p.approvedFact(g); g.Fact && !approved {
			r := &results[i]
			r.State = Review
			r.Checks = append(r.Checks[:len(r.Checks):len(r.Checks)], Check{CheckFact, factRemark})
		}
	}
	return results, err
}

// Complete gives an order's texts the wanted languages as far as there are
// final translations, and as drafts those that a person has yet to see.
// Registered names are filled in from an approved memory alone, and nobody is
// asked where nothing is missing.
func (p *Pipeline) Complete(ctx context.Context, o *invoice.Order, wanted invoice.Languages, drafts bool) error {
	var open []Gap
	for _, g := range Gaps(o, wanted) {
		if !g.Fact {
			open = append(open, g)
		} else if text, ok := p.approvedFact(g); ok {
			g.set(text, false)
		}
	}
	results, err := p.TranslateGaps(ctx, open)
	if err != nil {
		return err
	}
	for i, g := range open {
		if r := results[i]; r.State == Final || drafts && r.Text != "" {
			g.set(r.Text, r.State != Final)
		}
	}
	return nil
}

var lowerWord = pattern.Lazily(`^[a-z]{3,}(?:$|[ ,;/-])`)

// headed begins a term that stands alone in a document with a capital: Kitchen
// supplies, Stainless steel. Units, sizes and brands stay.
func headed(text string) string {
	if !lowerWord.MatchString(text) {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
