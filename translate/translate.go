// Package translate gives the texts of trade documents their other language,
// and lets nothing through that changed a number.
//
// A [Translator] turns batches of segments into the other language; adapters
// for the services stand in the folders google, openai, deepl and libre, the
// one that needs no network in offline. A [Pipeline] stands around any of
// them: approved [Memory] first, what must not change masked, every answer
// verified, what fails asked again and then marked for review.
//
// A [Glossary] holds the user's own terms; [Fill] writes finished texts into
// the source of an order without touching any other byte of it.
package translate

import (
	"context"
	"fmt"
	"unicode/utf8"
)

// Lang is a language by its BCP 47 code. The zero value means "not known yet".
type Lang string

// The languages of the documents. Traditional Chinese is only ever read.
const (
	Chinese     Lang = "zh"
	Traditional Lang = "zh-Hant"
	English     Lang = "en"
)

// IsChinese reports whether the language is Chinese in either script.
func (l Lang) IsChinese() bool { return l == Chinese || l == Traditional }

// Other returns the document's other language: English for both Chinese
// scripts, Chinese for the rest.
func (l Lang) Other() Lang {
	if l.IsChinese() {
		return English
	}
	return Chinese
}

// Kind says what a text is in the document; translators choose their rules
// and words by it. The zero value is a text of no particular kind.
type Kind string

// The kinds of texts that stand in orders.
const (
	Title      Kind = "title"
	Payment    Kind = "payment"
	Packing    Kind = "packing"
	Shipping   Kind = "shipping"
	Inspection Kind = "inspection"
	Company    Kind = "company"
	Address    Kind = "address"
	Note       Kind = "note"
	TermKind   Kind = "term"
	Spec       Kind = "spec"
)

// Kinds are all kinds, in the order of the documentation.
func Kinds() []Kind {
	return []Kind{Title, Payment, Packing, Shipping, Inspection, Company, Address, Note, TermKind, Spec}
}

// MaxSegmentRunes is the longest text that is translated, in characters.
const MaxSegmentRunes = 20_000

// Segment is one text to translate.
type Segment struct {
	ID     string // the caller's name for it, such as "lines[0].description"
	Text   string
	Kind   Kind
	From   Lang // detected where empty
	To     Lang // the other language of From where empty
	MaxLen int  // what the cell holds, in columns (a Chinese character takes two); 0 is no bound
}

// Request is one batch for a translator: segments of one direction, with the
// terms that must be used.
type Request struct {
	From, To Lang
	Segments []Segment
	Terms    []Term // those of the glossary that occur in the segments
}

// Answer is what a translator makes of one segment.
type Answer struct {
	Text string
	// Final is true where the translator vouches for every word, so that no
	// person need look. Neural services never do.
	Final bool
	// Remarks say in plain words what a reviewer should look at.
	Remarks []string
}

// Profile says what a translator is and what one call may carry.
type Profile struct {
	Name     string // as it stands in the memory: "google"
	Model    string // as it stands in the memory; may be empty
	Segments int    // most segments in a request
	Runes    int    // most characters of all texts in a request
	// Local translators run on this machine by their own rules. They get
	// texts whole: nothing is masked, since the rules place the numbers.
	Local bool
	// TakesTerms: the translator applies Request.Terms by itself. For others
	// the pipeline masks the terms and puts their translation in.
	TakesTerms bool
}

// String is the name with the model: "google/nmt".
func (p Profile) String() string {
	if p.Model == "" {
		return p.Name
	}
	return p.Name + "/" + p.Model
}

// Translator turns batches of segments into another language. Implementations
// are safe for use by several goroutines.
type Translator interface {
	// Profile is constant over the translator's life, costs nothing, and
	// names at least one segment and one character as limits.
	Profile() Profile

	// Translate returns exactly one answer for each segment, in the order of
	// the segments, or an error and no answers. Masks such as ⟦3⟧ in a text
	// are for the service to keep; the adapter neither makes nor checks them.
	//
	// It makes one attempt: no retry, no splitting, no memory. A request
	// beyond the limits of its Profile is refused with an [*Error] of reason
	// TooLarge before anything is sent; one without segments answers nothing
	// and sends nothing. Every failure is an [*Error]; it holds no secret.
	// When ctx ends, it returns soon, with an error for which
	// errors.Is(err, ctx.Err()) holds.
	Translate(ctx context.Context, request Request) ([]Answer, error)
}

// CheckSize refuses a request beyond the limits of a profile. Adapters call it
// before they send anything.
func CheckSize(p Profile, request Request) error {
	if n := len(request.Segments); n > p.Segments {
		return &Error{Provider: p.Name, Reason: TooLarge, Message: fmt.Sprintf("%d texts in one request, at most %d are allowed", n, p.Segments)}
	}
	runes := 0
	for _, s := range request.Segments {
		runes += utf8.RuneCountInString(s.Text)
	}
	if runes > p.Runes {
		return &Error{Provider: p.Name, Reason: TooLarge, Message: fmt.Sprintf("%d characters in one request, at most %d are allowed", runes, p.Runes)}
	}
	return nil
}
