package invoice

// Kind is a kind of document.
type Kind string

// The kinds of documents, with their UNTDID 1001 codes 325, 380 and 271.
const (
	Proforma    Kind = "proforma"
	Commercial  Kind = "commercial"
	PackingList Kind = "packing-list"
)

// Kinds are all kinds, in the order in which a deal needs them.
var Kinds = [...]Kind{Proforma, Commercial, PackingList}

// Valid reports whether k is one of Kinds.
func (k Kind) Valid() bool { return k == Proforma || k == Commercial || k == PackingList }

// Priced reports whether documents of this kind show money.
func (k Kind) Priced() bool { return k != PackingList }

// prefix stands before a document's number that is made from the order's.
func (k Kind) prefix() string {
	switch k {
	case Proforma:
		return "PI-"
	case Commercial:
		return "CI-"
	}
	return "PL-"
}

// Languages says which languages a document prints.
type Languages string

// The ways of printing.
const (
	Both    Languages = "zh+en"
	Chinese Languages = "zh"
	English Languages = "en"
)

// Valid reports whether l is one of the three ways.
func (l Languages) Valid() bool { return l == Both || l == Chinese || l == English }

// Zh reports whether Chinese is printed.
func (l Languages) Zh() bool { return l != English }

// En reports whether English is printed.
func (l Languages) En() bool { return l != Chinese }
