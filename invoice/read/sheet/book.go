// Package sheet reads workbooks: XLSX, XLS and CSV become one Book with all
// that is printed of it. It never calculates: what a formula gives is what was
// stored with it. Nothing outside the file is opened, macros are not run, and
// memory and time are bounded whatever the file holds.
package sheet

import "yipiao/invoice"

// Book is a workbook.
type Book struct {
	Sheets []*Sheet
	// Digit is how wide a digit of the standard font is, in pixels: column
	// widths are counted in it.
	Digit int
	// Notes tell what of the file was left out, in words for a person.
	Notes []string
}

// Sheet is one sheet of a workbook. Rows and columns count from 1.
type Sheet struct {
	Name       string
	Visibility Visibility
	Chart      bool // a sheet that is a chart: it has no cells
	Rows       []Row
	Columns    []Column // those with a width or style of their own, from left to right
	Merges     []Range
	// PrintAreas is what is printed, in its order; empty for everything.
	PrintAreas []Range
	// TitleRows and TitleColumns are repeated on each page; zero for none.
	TitleRows, TitleColumns Range
	Page                    Page
	Pictures                []Picture
	Boxes                   []Box
	// DefaultWidth is a column's in characters, DefaultHeight a row's in
	// thousandths of a point.
	DefaultWidth  float64
	DefaultHeight int
	DefaultHidden bool // rows that are not in Rows are hidden
	NoZeros       bool // zeros are not shown
	Gridless      bool // grid lines are not shown on the screen
	RightToLeft   bool
	// Notes tell what of the sheet was left out, in words for a person.
	Notes []string
}

// Visibility is whether a sheet can be seen.
type Visibility uint8

// The ways to hide a sheet.
const (
	Visible Visibility = iota
	Hidden
	VeryHidden // can be shown by a macro only
)

// Row is a row that has cells, or a height of its own, or is hidden.
type Row struct {
	Index  int
	Height int // in thousandths of a point; 0 for the default
	Hidden bool
	Style  *Style // of the row's cells that are not in Cells; may be nil
	Cells  []Cell // from left to right
}

// Column are columns that look alike.
type Column struct {
	First, Last int
	Width       float64 // in characters; 0 for the default
	Hidden      bool
	Style       *Style
}

// Cell is a cell that holds something or has a style.
type Cell struct {
	Column int
	Kind   Kind
	// Text is what is shown by the number format, as in a column that is wide
	// enough.
	Text string
	// Number is a number's or date's exact value: plain digits, with as many
	// decimals as are shown or as it has, whichever are more.
	Number string
	Date   invoice.Date // of a Date cell
	// Formula is without its "="; NoValue tells that no value was stored.
	Formula  string
	NoValue  bool
	External bool // the formula refers to another workbook
	Style    *Style
	Runs     []Run // of a text in several styles; together they are Text
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Blank Kind = iota
	Text
	Number
	Date
	Boolean
	Error
)

// Run is a part of a text in one style.
type Run struct {
	Text string
	Font *Font // nil for the cell's own
}

// Range is a rectangle of cells, both ends included. The zero Range is none.
type Range struct{ Top, Left, Bottom, Right int }

// The bounds of a sheet in XLSX; an old workbook's are smaller.
const (
	MaxRow    = 1 << 20
	MaxColumn = 1 << 14
)

func (r Range) has(row, column int) bool {
	return r.Top <= row && row <= r.Bottom && r.Left <= column && column <= r.Right
}

func (r Range) overlaps(o Range) bool {
	return r.Top <= o.Bottom && o.Top <= r.Bottom && r.Left <= o.Right && o.Left <= r.Right
}

// Page is how a sheet is printed.
type Page struct {
	Paper     int // 9 is A4, 1 Letter, as Excel counts; 0 if not said
	Landscape bool
	Scale     int  // per cent; 0 for 100
	Fit       bool // scaled to FitWide × FitHigh pages; a 0 is as many as it takes
	FitWide   int
	FitHigh   int
	// Margins are in thousandths of a point.
	Left, Right, Top, Bottom, HeaderMargin, FooterMargin int
	CenterAcross, CenterDown                             bool
	GridLines                                            bool
	OverThenDown                                         bool
	FirstPage                                            int   // the first page's number; 0 if not said
	RowBreaks, ColumnBreaks                              []int // the last row or column before a break
	// Headers and footers are in Excel's codes: &L&C&R for their parts, &P for
	// the page. Even and First are only for such pages, where they differ.
	Header, Footer, EvenHeader, EvenFooter, FirstHeader, FirstFooter string
}

// Anchor is where something lies over the cells: from a corner in one cell to a
// corner in another, or for a size.
type Anchor struct {
	Row, Column int // from 1
	// DX and DY are the distance from that cell's corner, in EMU (1/12700 pt).
	DX, DY int64
	// ToRow and ToColumn are 0 where a size is given.
	ToRow, ToColumn int
	ToDX, ToDY      int64
	Width, Height   int64 // in EMU
}

// Picture is a picture over the cells, or in one (of WPS).
type Picture struct {
	Anchor
	Name, Alt string
	Type      string // png, jpeg, gif, emf … by the file's name
	Data      []byte
	InCell    bool
	Turned    int // in 60,000ths of a degree, clockwise
}

// Box is a text over the cells: a text box, a shape with a text.
type Box struct {
	Anchor
	Name  string
	Text  string
	Runs  []Run
	Align string // l, ctr, r, just or empty
}
