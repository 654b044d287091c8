package evidence

import (
	"strings"

	"yipiao/invoice/read/sheet"
)

// bookView answers what the copy of a workbook asks. Sheets are named without
// regard to case, as formulas name them.
type bookView struct {
	sheets map[string]*sheetView
}

type sheetView struct {
	*sheet.Sheet
	seen          *sheet.Seen
	cells         map[[2]int]*sheet.Cell
	rows, columns int

	widths, heights []int // in thousandths of a point, at their numbers
}

func newBookView(b *sheet.Book) *bookView {
	v := &bookView{map[string]*sheetView{}}
	for _, s := range b.Sheets {
		sv := &sheetView{Sheet: s, seen: s.Seen(), cells: map[[2]int]*sheet.Cell{}}
		sv.rows, sv.columns = s.Extent()
		sv.widths, sv.heights = sv.seen.Sizes(b, sv.rows, sv.columns)
		for i := range s.Rows {
			for j := range s.Rows[i].Cells {
				c := &s.Rows[i].Cells[j]
				if c.Kind != sheet.Blank || c.Formula != "" {
					sv.cells[[2]int{s.Rows[i].Index, c.Column}] = c
				}
			}
		}
		v.sheets[strings.ToLower(s.Name)] = sv
	}
	return v
}

func (v *bookView) of(name string) *sheetView { return v.sheets[strings.ToLower(name)] }

// Kept reports whether what a cell holds is printed.
func (v *bookView) Kept(name string, row, column int) bool {
	s := v.of(name)
	return s != nil && s.seen.Contents(row, column)
}

// Place reports whether a cell's place is printed, whatever covers it.
func (v *bookView) Place(name string, row, column int) bool {
	s := v.of(name)
	return s != nil && s.seen.Place(row, column)
}

// KeptSheet reports whether a sheet can be seen.
func (v *bookView) KeptSheet(name string) bool {
	s := v.of(name)
	return s != nil && s.Visibility == sheet.Visible && !s.Chart
}

// Formula is the formula of a cell.
func (v *bookView) Formula(name string, row, column int) string {
	if s := v.of(name); s != nil {
		if c := s.cells[[2]int{row, column}]; c != nil {
			return c.Formula
		}
	}
	return ""
}
