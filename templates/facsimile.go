package templates

import "yipiao/invoice"

// Facsimile is a page of another document as it looks, on a leaf of its own: a
// picture of a scanned page, or cells drawn as a workbook would print them. It is
// drawn as large as the paper allows. Lengths are thousandths of a point, from
// the facsimile's top left.
type Facsimile struct {
	Caption  invoice.Text // says what it is: "rendering, not the original"
	Alt      invoice.Text // what it shows, for who can't see it
	Width    int
	Height   int
	Fills    []Fill
	Rules    []Rule
	Pictures []Placed
	Texts    []Lettering
}

// Fill is a rectangle in one colour.
type Fill struct {
	X, Y, Width, Height int
	Colour              Colour
}

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2, Thickness int
	Colour                    Colour
}

// Placed is a picture with its place.
type Placed struct {
	Picture             *Picture
	X, Y, Width, Height int
}

// Lettering is one line of text, from X on the baseline Y.
type Lettering struct {
	X, Y, Size int
	Text       string
	Bold       bool
	Colour     Colour
}

// Original is the document that a form translates, to be attached byte for
// byte.
type Original struct {
	Name string // of the file
	Type string // a MIME type
	Data []byte
}
