package evidence

import (
	"slices"
	"sort"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
)

// English takes more room than Chinese. What stands beside other cells wraps, and
// its row grows; what runs over empty cells is set smaller where even they don't
// suffice. All else of a cell's look stays.

// fitter finds how the cells of a sheet have to change for their English.
type fitter struct {
	view  *sheetView
	word  func(string) string // a text as it stands in the copy
	all   bool                // hidden cells are copied too
	needs map[int]int         // how high rows have to be, in thousandths of a point
}

// look is how a cell's style changes. The zero look is no change.
type look struct {
	wrap bool // it wraps, as it didn't
	size int  // of its type, in thousandths of a point; 0 is its own
	line bool // its lines stand in one, behind one another
}

// Sizes of type that has to be smaller: in percent of its own, and the least.
const (
	fairSize, fairLeast = 70, 6_000
	poorSize, poorLeast = 45, 4_500
	sizeStep            = 500
)

// mostWrapped is into how many lines a text is wrapped if it could run over the
// empty cells beside it instead.
const mostWrapped = 3

// fit is how a cell changes; the need of its row is noted.
func (f *fitter) fit(row, column int) look {
	c := f.view.cells[[2]int{row, column}]
	if c == nil || c.Kind != sheet.Text || !invoice.HasHan(c.Text) {
		return look{}
	}
	b := f.box(c, row, column)
	if b.style.Turn != 0 || b.style.Shrink && !b.style.Wrap || b.style.Across == "fill" {
		return look{}
	}
	l := b.look()
	if b.style.Wrap || l.wrap {
		f.need(b.area, b.lines(l)*b.sized(l)*rowStep/100+cellPad)
	}
	return l
}

// box is a cell's text and the room that it has.
type box struct {
	words string
	style sheet.Style
	area  sheet.Range
	face  *text.Face
	fixed bool // its runs have sizes of their own
	// own is the width within the cell, reach the one with the empty cells
	// beside it, in thousandths of a point.
	own, reach int
	free       bool // nothing but the page's edge ends what runs beside it
}

func (f *fitter) box(c *sheet.Cell, row, column int) *box {
	b := &box{words: f.word(c.Text), area: sheet.Range{Top: row, Left: column, Bottom: row, Right: column}, face: text.Standard().Regular, fixed: c.Runs != nil}
	if c.Style != nil {
		b.style = *c.Style
	}
	if b.style.Font.Size <= 0 {
		b.style.Font.Size = 11_000
	}
	if b.style.Font.Bold {
		b.face = text.Standard().Bold
	}
	area, merged := f.view.seen.Merged(row, column)
	if merged {
		b.area = area
	}
	width := 0
	for k := b.area.Left; k <= min(b.area.Right, len(f.view.widths)-1); k++ {
		width += f.view.widths[k]
	}
	b.own = max(withinCell(width, &b.style), b.style.Font.Size)
	b.reach = b.own
	if !merged && !b.style.Wrap {
		b.reach = max(b.own, f.reach(c, b, width))
	}
	return b
}

// otherFonts is how wide the fonts of an office set English, in percent of ours.
var otherFonts = map[string]int{"times new roman": 94, "calibri": 98, "cambria": 102, "garamond": 94, "等线": 100, "dengxian": 100, "verdana": 124, "tahoma": 108}

// anyFont is how wide any other is at most.
const anyFont = 108

// wider is how wide a font is, in percent of ours.
func wider(f *sheet.Font) int {
	if n := otherFonts[strings.ToLower(f.Name)]; n > 0 {
		return n
	}
	return anyFont
}

// indentWidth is how far an indent moves a text.
const indentWidth = 6_750

func withinCell(width int, s *sheet.Style) int {
	return (width - 2*cellPad - s.Indent*indentWidth) * 100 / wider(&s.Font)
}

// reach is how far a text can run beside its cell of some width.
func (f *fitter) reach(c *sheet.Cell, b *box, width int) int {
	row, column := b.area.Top, b.area.Left
	first, last := f.printed(row, column)
	left, right := 0, 0
	k := column + 1
	for ; k <= last && f.empty(row, k); k++ {
		right += f.view.widths[k]
	}
	if k > f.view.columns && len(f.view.PrintAreas) == 0 { // nothing ends it but the page
		was, _ := b.face.Extent(c.Text, b.style.Font.Size)
		right = max(right, was*wider(&b.style.Font)/100+2*cellPad-width)
		b.free = true
	}
	for k := column - 1; k >= first && f.empty(row, k); k-- {
		left += f.view.widths[k]
	}
	switch b.style.Across {
	case "right":
		width += left
	case "center", "centerContinuous", "distributed":
		width += 2 * min(left, right)
	default:
		width += right
	}
	return withinCell(width, &b.style)
}

// printed are the columns around a cell that are printed.
func (f *fitter) printed(row, column int) (first, last int) {
	for _, a := range f.view.PrintAreas {
		if a.Top <= row && row <= a.Bottom && a.Left <= column && column <= a.Right {
			return a.Left, min(a.Right, f.view.columns)
		}
	}
	return 1, f.view.columns
}

// empty reports whether a text can run over a cell.
func (f *fitter) empty(row, column int) bool {
	if _, merged := f.view.seen.Merged(row, column); merged {
		return false
	}
	c := f.view.cells[[2]int{row, column}]
	return c == nil || c.Text == "" || !f.all && !f.view.seen.Contents(row, column)
}

// look finds what changes.
func (b *box) look() look {
	line, part := b.face.Extent(b.words, b.style.Font.Size)
	several := strings.Contains(b.words, "\n")
	if b.style.Wrap {
		return look{size: b.smaller(part, b.own)}
	}
	if several && (part > b.own || b.lines(look{}) > mostWrapped*(strings.Count(b.words, "\n")+1)) {
		b.words = inLine(b.words)
		l := b.look()
		l.line = true
		return l
	}
	runs := b.reach > b.own*3/2 && !several
	switch {
	case !several && line <= b.reach:
		return look{}
	case runs && b.fair(line, b.reach):
		return look{size: b.smaller(line, b.reach)}
	case part <= b.own && (!runs || b.lines(look{}) <= mostWrapped), b.fair(part, b.own) && !runs:
		return b.wrapped(part)
	case runs && b.size(line, b.reach) >= max(b.style.Font.Size*poorSize/100, poorLeast):
		return look{size: b.smaller(line, b.reach)}
	case runs && b.free && b.lines(b.wrapped(part)) > 2*mostWrapped: // a tower of words would be worse
		return look{size: b.smaller(line, b.reach)}
	}
	return b.wrapped(part)
}

// goodSize is the size, in percent of its own, that a text is set in where that
// spares a line.
const goodSize = 80

// wrapped is the look of a text that wraps, whose longest word has a width.
func (b *box) wrapped(part int) look {
	best := look{wrap: true, size: b.smaller(part, b.own)}
	lines := b.lines(best)
	for size := b.sized(best) - sizeStep; !b.fixed && size >= max(b.style.Font.Size*goodSize/100, fairLeast); size -= sizeStep {
		if l := (look{wrap: true, size: size}); b.lines(l) < lines {
			best, lines = l, b.lines(l)
		}
	}
	return best
}

// inLine are lines behind one another.
func inLine(s string) string { return strings.ReplaceAll(s, "\n", "   ") }

// size is the size in which what takes a width stands within room.
func (b *box) size(width, room int) int {
	return b.style.Font.Size * room / max(width, 1) / sizeStep * sizeStep
}

// fair reports whether that size is easily read.
func (b *box) fair(width, room int) bool {
	return width <= room || !b.fixed && b.size(width, room) >= max(b.style.Font.Size*fairSize/100, fairLeast)
}

// smaller is that size, 0 where nothing has to change; none is too small to read.
func (b *box) smaller(width, room int) int {
	if width <= room || b.fixed {
		return 0
	}
	size := max(b.size(width, room), min(max(b.style.Font.Size*poorSize/100, poorLeast), b.style.Font.Size))
	if size == b.style.Font.Size {
		return 0
	}
	return size
}

func (b *box) sized(l look) int {
	if l.size > 0 {
		return l.size
	}
	return b.style.Font.Size
}

// lines is in how many lines the text stands if it wraps.
func (b *box) lines(l look) int { return len(text.Break(b.words, b.face, b.sized(l), b.own)) }

// need notes what rows lack of a height; the last of several takes it.
func (f *fitter) need(area sheet.Range, height int) {
	if area.Bottom-area.Top > mostMerged {
		return // high enough
	}
	view := f.view
	beyond := sort.Search(len(view.Rows), func(i int) bool { return view.Rows[i].Index > area.Bottom })
	last, have := max(area.Top, view.Rows[beyond-1].Index), 0 // the cell's own row is one of them
	for n := area.Top; n <= min(area.Bottom, len(view.heights)-1); n++ {
		have += view.heights[n]
	}
	if lacking := height - have; lacking > 0 && last < len(view.heights) {
		f.needs[last] = max(f.needs[last], view.heights[last]+lacking)
	}
}

// mostMerged is over how many rows a cell may be merged to need any height.
const mostMerged = 200

// rowStep is the height of a line in a workbook, in percent of its size.
const rowStep = 135

// mostHigh is the height of a row at most, in thousandths of a point.
const mostHigh = 409_000

// grown are the heights of all rows in the copy.
func (f *fitter) grown() []int {
	heights := slices.Clone(f.view.heights)
	for row := range f.needs {
		heights[row] = f.height(row)
	}
	return heights
}

// grownHeight is how high a row has to be that has become too low, else 0.
func (f *fitter) grownHeight(row int) int {
	if f.needs[row] == 0 {
		return 0
	}
	return f.height(row)
}

// height is how high a row is in the copy; a hidden one stays hidden.
func (f *fitter) height(row int) int {
	if row >= len(f.view.heights) || f.view.heights[row] == 0 {
		return 0
	}
	return max(f.view.heights[row], min(f.needs[row], mostHigh))
}
