package invoice

import "yipiao/invoice/strict"

// Fields of an order that are written in more than one way.

// Banks are a party's accounts: one, or a list.
type Banks []Bank

// UnmarshalStrict takes one account or a list of them.
func (b *Banks) UnmarshalStrict(n strict.Node) {
	if n.Kind() == strict.Mapping {
		*b = make(Banks, 1)
		n.Decode(&(*b)[0])
		return
	}
	n.Decode((*[]Bank)(b))
}

// MarshalStrict writes a single account without a list.
func (b Banks) MarshalStrict() any {
	if len(b) == 1 {
		return b[0]
	}
	return []Bank(b)
}

// StrictAlternatives tells the schema that one account or a list may stand.
func (Banks) StrictAlternatives() []any { return []any{Bank{}, []Bank{}} }

// stampFields is Stamp without its methods.
type stampFields Stamp

// UnmarshalStrict takes a file or {file, on, seam}.
func (s *Stamp) UnmarshalStrict(n strict.Node) {
	switch n.Kind() {
	case strict.Null:
	case strict.Scalar:
		s.File = n.Text()
	default:
		n.Decode((*stampFields)(s))
	}
}

// MarshalStrict is the shortest form that reads back as s.
func (s Stamp) MarshalStrict() any {
	if len(s.On) == 0 && !s.Seam {
		return s.File
	}
	return stampFields(s)
}

// StrictAlternatives tells the schema that a file or a mapping may stand.
func (Stamp) StrictAlternatives() []any { return []any{"", stampFields{}} }

// carries reports whether documents of kind k carry the chop.
func (s Stamp) carries(k Kind) bool {
	if len(s.On) == 0 {
		return true
	}
	for _, on := range s.On {
		if Kind(on) == k {
			return true
		}
	}
	return false
}

// Notes is one text for all documents, or one for each kind.
type Notes struct {
	All Text
	For NotesFor
}

// NotesFor has a text for each kind of document.
type NotesFor struct {
	Proforma    Text `yaml:"proforma" doc:"notes on the proforma invoice"`
	Commercial  Text `yaml:"commercial" doc:"notes on the commercial invoice"`
	PackingList Text `yaml:"packing-list" doc:"notes on the packing list"`
}

// On is the note that documents of kind k print.
func (t Notes) On(k Kind) Text {
	if !t.All.Empty() {
		return t.All
	}
	switch k {
	case Proforma:
		return t.For.Proforma
	case Commercial:
		return t.For.Commercial
	}
	return t.For.PackingList
}

// UnmarshalStrict takes a text, or a mapping of kinds to texts.
func (t *Notes) UnmarshalStrict(n strict.Node) {
	if n.Kind() == strict.Mapping && !n.HasAny("zh", "en") {
		n.Decode(&t.For)
		return
	}
	t.All.UnmarshalStrict(n)
}

// MarshalStrict is the form that reads back as t.
func (t Notes) MarshalStrict() any {
	if !t.All.Empty() {
		return t.All.MarshalStrict()
	}
	return t.For
}

// StrictAlternatives tells the schema that a text or a mapping may stand.
func (Notes) StrictAlternatives() []any { return []any{Text{}, NotesFor{}} }

// Documents has what is set for each kind of document.
type Documents struct {
	Proforma    DocumentEntry `yaml:"proforma" doc:"the proforma invoice, or false"`
	Commercial  DocumentEntry `yaml:"commercial" doc:"the commercial invoice, or false"`
	PackingList DocumentEntry `yaml:"packing-list" doc:"the packing list, or false"`
}

// DocumentEntry is the number and dates of one document.
type DocumentEntry struct {
	Number     string `yaml:"number" doc:"its number; made from the order's if left out"`
	Date       Date   `yaml:"date" doc:"its date"`
	ValidUntil Date   `yaml:"valid_until" doc:"last day of the offer, on a proforma invoice"`
	Title      Text   `yaml:"title" doc:"a title instead of the document's own"`
	Forbidden  bool   `yaml:"-"` // documents.<kind>: false
}

// entryFields is DocumentEntry without its methods.
type entryFields DocumentEntry

// UnmarshalStrict takes a mapping, or false.
func (e *DocumentEntry) UnmarshalStrict(n strict.Node) {
	if n.Kind() == strict.Scalar {
		if n.Text() == "false" || n.Text() == "true" {
			e.Forbidden = n.Text() == "false"
			return
		}
		n.Fail("type", "false, or {number, date} is wanted here")
		return
	}
	n.Decode((*entryFields)(e))
}

// MarshalStrict is the form that reads back as e.
func (e DocumentEntry) MarshalStrict() any {
	if e.Forbidden {
		return strict.Plain("false")
	}
	return entryFields(e)
}

// StrictAlternatives tells the schema that a mapping or false may stand.
func (DocumentEntry) StrictAlternatives() []any { return []any{entryFields{}, false} }

// of is the entry of documents of kind k.
func (d *Documents) of(k Kind) *DocumentEntry {
	switch k {
	case Proforma:
		return &d.Proforma
	case Commercial:
		return &d.Commercial
	}
	return &d.PackingList
}
