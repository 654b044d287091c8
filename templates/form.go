package templates

import (
	"image"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// Form is one document laid out in words: every text and figure that it
// prints, in order, named by a template's labels, sized by nothing yet. The
// PDF and the workbook are drawn from the same Form, so that they can't
// disagree; a renderer adds places and widths, and computes nothing.
type Form struct {
	Kind     invoice.Kind
	Lang     invoice.Languages
	Number   string       // of the document
	Date     invoice.Date // of the document
	Title    invoice.Text // 形式发票, PROFORMA INVOICE
	Author   string       // the seller's name, for a file's properties
	Currency string       // empty on a packing list
	Style    Style
	Head     Letterhead
	Blocks   []Block
	Foot     Foot
	Seam     *Picture // 骑缝章: a chop across the pages' edges
	Order    []byte   // the order that this document shows, as YAML, to be attached
	Original *Original
}

// Style is how a template looks. Lengths are thousandths of a point.
type Style struct {
	Template string // name of the template
	Paper    string // A4 or Letter
	Width    int    // of the paper
	Height   int
	Top      int // margins
	Right    int
	Bottom   int
	Left     int
	Size     int    // of the body text
	Rules    string // grid: every cell ruled; rows: thin rules between rows; open: rules under heads only
	Heading  string // centre: letterhead and title centred; split: seller left, title and number right
	Accent   Colour
	Shade    Colour // behind table heads
	OnShade  Colour // text of table heads
}

// Colour is red, green and blue.
type Colour struct{ R, G, B uint8 }

// Letterhead is the seller's name and address at the top of the first page,
// with the document's title.
type Letterhead struct {
	Logo    *Picture
	Name    invoice.Text   // the seller
	Address invoice.Text   // as many lines as it has
	Details []invoice.Text // telephone, e-mail, tax ID …, to be set one after the other
}

// Picture is a picture file's bytes, PNG or JPEG, or what was drawn, with what it
// shows in words.
type Picture struct {
	Data  []byte
	Image image.Image // instead of Data
	Alt   invoice.Text
	Path  string // as the order names it
}

// Foot stands on every page: the document's number, and "page x of y".
type Foot struct {
	Number invoice.Text // 发票号码 PI-2026-0318
	Page   invoice.Text // 第 {page} 页 共 {pages} 页, Page {page} of {pages}
}

// PageText is the page line of page n of all.
func (f Foot) PageText(n, all int) invoice.Text {
	r := strings.NewReplacer("{page}", decimal.NewFromInt(int64(n)).String(), "{pages}", decimal.NewFromInt(int64(all)).String())
	return invoice.Text{Zh: r.Replace(f.Page.Zh), En: r.Replace(f.Page.En)}
}

// Block is one part of the page. Exactly one of its contents is set.
type Block struct {
	Name    string       // its name in the template: parties, lines …
	Heading invoice.Text // may be empty

	Boxes      *Boxes
	Table      *Table
	Paragraphs []Paragraph
	Sign       *Sign
	Facsimile  *Facsimile
}

// Boxes stand side by side, Across in a row, as high as the highest of a row.
type Boxes struct {
	Across int
	Boxes  []Box
}

// Balanced is how many of n boxes or entries stand side by side: one more than
// asked for where that spares a row with a single one, up to most.
func Balanced(across, n, most int) int {
	if across > 1 && across < most && n > across && n%across == 1 {
		return across + 1
	}
	return across
}

// Box is a heading and entries under it.
type Box struct {
	Heading invoice.Text
	Entries []Entry
	Across  int  // entries side by side, 1 if 0
	Inline  bool // labels stand beside their values, not over them
}

// Entry is a value, mostly with a label before it.
type Entry struct {
	Label invoice.Text
	Value Cell
}

// Paragraph is a text, or a numbered clause.
type Paragraph struct {
	Number string // "1.", or empty
	Label  invoice.Text
	Text   invoice.Text
	Strong bool // amount in words, "not a tax invoice"
}

// Table is the lines of an invoice or the packages of a packing list.
type Table struct {
	Columns []Column
	Rows    []Row
	// Marks are the shipping marks: they flow down the column named marks
	// beside the rows, whose own cells there are empty. Nil without such a column.
	Marks *Cell
}

// Column is one column; which stand in a table the template says.
type Column struct {
	Name  string       // its name in the template: description, quantity …
	Head  invoice.Text // with the currency or unit of its figures
	Align Align
}

// Align is where a cell's contents stand.
type Align int

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// RowKind tells how a row is drawn and kept together with others.
type RowKind int

// The kinds of rows.
const (
	Item     RowKind = iota // a line or package
	More                    // goes on with the item above: a further line in the same package
	Group                   // section head; stays with the row below
	Subtotal                // stays with the row above
	Sum                     // charge, tax, pallets …; stays with the row above
	Total                   // stays with the row above
)

// Row is one row of a table. Its cells' spans sum to the number of columns.
type Row struct {
	Kind  RowKind
	Cells []Cell
}

// Cell is one value. At most one of Figure, Date and Picture is set; Lines may
// stand beside a Picture.
type Cell struct {
	Lines   []invoice.Text // paragraphs, one under the other, both languages of each
	Figure  *Figure
	Date    invoice.Date
	Picture *Picture

	// Lead is how many of Lines say what the goods are; the rest is detail. 0: all.
	Lead int

	Span  int    // columns that it covers, 1 if 0
	Align *Align // the column's if nil
	Bold  bool

	// Name lets formulas of other cells refer to this one.
	Name string
	// Formula is what a workbook computes this cell by, names of other cells
	// in braces: ROUND({q1}*{p1},2), SUM({a1}:{a9}). Empty for a value that is
	// stated. Where a name isn't in the workbook, the value stands instead.
	Formula string
}

// Figure is a number and how it is shown.
type Figure struct {
	Value    decimal.Decimal
	Decimals int32  // shown, with separators of thousands
	Before   string // "USD "
	After    string // " 只 PCS"
}

// String is the figure as it is printed.
func (f Figure) String() string { return f.Before + Grouped(f.Value, f.Decimals) + f.After }

// Grouped is d with so many decimals and commas between thousands.
func Grouped(d decimal.Decimal, decimals int32) string {
	s := d.StringFixed(decimals)
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, point := strings.Cut(s, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	if point {
		b.WriteByte('.')
		b.WriteString(fraction)
	}
	return b.String()
}

// Sign is the end of a document: who signs, and where.
type Sign struct {
	Declaration invoice.Text // empty but on a commercial invoice
	Seller      SignBox
	Buyer       *SignBox // acceptance, on a proforma invoice
}

// SignBox is a place to sign.
type SignBox struct {
	Heading   invoice.Text // for and on behalf of …
	Name      invoice.Text // the party
	Signature *Picture
	Chop      *Picture     // over the signature line
	Line      invoice.Text // under the signature line: 授权签字 Authorised signature
	Entries   []Entry      // name, title, date
}
