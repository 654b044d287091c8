package evidence

import (
	"fmt"
	"regexp"

	"yipiao/invoice"
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
	merged, is := view.seen.Merged(row, column)
	if is && merged.Bottom > merged.Top {
		return // its rows stand for other cells too
	}
	width := view.widths[column]
	if is {
		width = 0
		for k := merged.Left; k <= min(merged.Right, len(view.widths)-1); k++ {
			width += view.widths[k]
		}
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
	s.needs = max(s.needs, len(lines)*size*rowStep/100+cellPad)
}

// rowStep is the height of a line in a workbook, in percent of its size.
const rowStep = 135

// mostHigh is the height of a row at most, in thousandths of a point.
const mostHigh = 409_000

var heightOf = regexp.MustCompile(`\s(?:ht|customHeight)="[^"]*"`)

// growRow writes the height of a row that has become too low.
func (s *sheetCopy) growRow(e *element, row int) {
	needs := min(s.needs, mostHigh)
	s.needs = 0
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
