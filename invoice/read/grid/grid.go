// Package grid is what a reader of trade documents sees of a sheet or page:
// cells in rows, whatever file they come from. A workbook's columns and a
// page's positions are both places on one axis, so that one understanding
// serves them all.
package grid

import "yipiao/invoice"

// Grid is one sheet, or one page, as far as it is printed: hidden rows and
// columns and what stands outside the print area are not in it.
type Grid struct {
	Name string // the sheet's name, "p1" for a page
	Rows []Row
	// Loose grids have no columns of their own: a page's cells are runs of
	// text, cut at wide gaps, whose places must be compared to know what
	// stands under what.
	Loose bool
}

// Row are the cells of one row that hold something, from left to right. Rows
// of a sheet that are empty are there with no cells, so that gaps can be seen.
type Row struct {
	Cells []Cell
	// Top and Bottom are a page's, in thousandths of a point from its top; a
	// sheet's row n (from 1) has n*1000 and (n+1)*1000.
	Top, Bottom int
}

// Cell is a text or number with its place.
type Cell struct {
	Kind Kind
	// Text is the cell as it is shown: a text with its line ends, a number by
	// its format ("US$ 1,234.50").
	Text string
	// Number is the exact value of a number, in plain digits with a point, as
	// the file stores it; trailing zeros as shown. Empty for all else.
	Number string
	Date   invoice.Date // of a date cell; its Number is then empty
	Format string       // a number's format code: `"US$"#,##0.00`
	// Left and Right are the cell's edges: of a sheet's column n (from 1)
	// n*1000 and (n+1)*1000, over all columns of a merged cell; of a page in
	// thousandths of a point.
	Left, Right int
	Down        int  // how many rows a merged cell spans; 1 for others
	Bold        bool // set in bold
	// Unknown is a formula that has no stored value, or an error's: its value
	// is not to be had. Text then holds the formula or error, for messages.
	Unknown bool
	// External is a value, or none, that a formula takes from another workbook:
	// it is as it was when the file was saved.
	External bool
	Where    string // CI!H12, 'Sheet 1'!B2, p1:72,90.5,120,12
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text Kind = iota
	Number
	Date
)

// Overlap is the length that c and d share from left to right; 0 or less
// where they don't stand over each other.
func (c *Cell) Overlap(d *Cell) int { return min(c.Right, d.Right) - max(c.Left, d.Left) }

// AddRow adds a row below the others, with a cell in each column from the first
// on; empty ones leave their place.
func (g *Grid) AddRow(cells ...Cell) {
	n := len(g.Rows) + 1
	row := Row{Top: n * 1000, Bottom: (n + 1) * 1000}
	for i, c := range cells {
		if c.Text != "" {
			c.Left, c.Right, c.Down = (i+1)*1000, (i+2)*1000, 1
			row.Cells = append(row.Cells, c)
		}
	}
	g.Rows = append(g.Rows, row)
}
