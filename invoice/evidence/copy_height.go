package evidence

import (
	"fmt"
	"sort"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
)

// English takes more room than Chinese: rows whose texts wrap grow with them,
// since what doesn't fit isn't printed.

// grow notes how high a row has to be for a cell in English.
func (s *sheetCopy) grow(row, column int) {
	view := s.book.of(s.of.name)
	c := view.cells[[2]int{row, column}]
	if c == nil || c.Style == nil || !c.Style.Wrap && !s.both || !invoice.HasHan(c.Text) {
		return
	}
	area, merged := view.seen.Merged(row, column)
	if !merged {
		area = sheet.Range{Top: row, Left: column, Bottom: row, Right: column}
	}
	width := 0
	for k := area.Left; k <= min(area.Right, len(view.widths)-1); k++ {
		width += view.widths[k]
	}
	size := c.Style.Font.Size
	if size <= 0 {
		size = 11000
	}
	face := text.Standard().Regular
	if c.Style.Font.Bold {
		face = text.Standard().Bold
	}
	room := max(width-2*cellPad-size/2, size)
	if !c.Style.Wrap {
		room = 1 << 40 // in both languages it has lines all the same
	}
	lines := text.Break(s.worded(c.Text), face, size, room)
	s.need(view, area, len(lines)*size*rowStep/100+cellPad)
}

// need notes what rows lack of a height; the last of several takes it.
func (s *sheetCopy) need(view *sheetView, area sheet.Range, height int) {
	if area.Bottom-area.Top > mostMerged {
		return // high enough
	}
	beyond := sort.Search(len(view.Rows), func(i int) bool { return view.Rows[i].Index > area.Bottom })
	last, have := max(area.Top, view.Rows[beyond-1].Index), 0 // the cell's own row is one of them
	for n := area.Top; n <= min(area.Bottom, len(view.heights)-1); n++ {
		have += view.heights[n]
	}
	if lacking := height - have; lacking > 0 && last < len(view.heights) {
		s.needs[last] = max(s.needs[last], view.heights[last]+lacking)
	}
}

// mostMerged is over how many rows a cell may be merged to need any height.
const mostMerged = 200

// rowStep is the height of a line in a workbook, in percent of its size.
const rowStep = 135

// mostHigh is the height of a row at most, in thousandths of a point.
const mostHigh = 409_000

var heightOf = pattern.Lazily(`\s(?:ht|customHeight)="[^"]*"`)

// growRow writes the height of a row that has become too low.
func (s *sheetCopy) growRow(e *element, row int) {
	needs := min(s.needs[row], mostHigh)
	view := s.book.of(s.of.name)
	if row >= len(view.heights) || needs <= view.heights[row] || view.heights[row] == 0 {
		return
	}
	tag := heightOf.ReplaceAllString(string(s.data[e.from:e.open]), "")
	end := len(tag) - 1
	if tag[end-1] == '/' {
		end--
	}
	height := fmt.Sprintf(` ht="%d.%02d" customHeight="1"`, needs/1000, needs%1000/10)
	s.edits = append(s.edits, edit{e.from, e.open, tag[:end] + height + tag[end:]})
}
