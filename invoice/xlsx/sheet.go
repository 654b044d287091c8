package xlsx

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// Lengths are thousandths of a point. On the screen everything is a quarter
// larger than on paper; printed, the sheet is scaled to the paper's width.
const (
	pt       = 1000
	screen   = 5 // quarters of the size on paper
	footRoom = 16 * pt
	padX     = 3 * pt
	padY     = 1250
	// maxRow is the highest row: Excel's own bound is 409.5 pt.
	maxRow = 405 * pt
)

// sheet is a form laid out in rows and columns. Columns are those of the table
// of lines, so that a line stands in one row and a figure in one cell; what
// stands above and below is merged over as many as it needs.
type sheet struct {
	f        *templates.Form
	fonts    text.Set
	size     int    // of the body text
	columns  []span // where the table's columns stand
	widths   []int  // of the sheet's columns
	edges    []int  // of these, from the left; one more
	rows     []row
	merges   []area
	pictures []picture
	names    map[string]place // cells that formulas refer to
	formats  map[shape]string // number formats in use
	asText   []textFigure     // no formula may refer to them
	head     int              // row of the table's heads, -1 without
	goods    map[int]bool     // rows of the table that hold goods, not headings and sums
}

// place is where a cell stands, both counted from 0.
type place struct{ column, row int }

func (p place) String() string { return cellName(p.column, p.row) }

type row struct {
	height int
	cells  []cell
}

// cell is one cell: value is a string, a float64, or nil.
type cell struct {
	value   any
	formula string // as the form gives it
	look    look
}

// area is merged cells, all four sides within it.
type area struct{ left, top, right, bottom int }

// layOut places everything that f says.
func layOut(f *templates.Form, fonts text.Set) *sheet {
	s := &sheet{f: f, fonts: fonts, size: f.Style.Size * screen / 4, names: map[string]place{}, formats: map[shape]string{}, goods: map[int]bool{}, head: -1}
	s.setColumns()
	s.letterhead()
	for i := range f.Blocks {
		s.block(&f.Blocks[i])
	}
	return s
}

func (s *sheet) block(b *templates.Block) {
	switch {
	case b.Boxes != nil:
		s.boxes(b)
	case b.Table != nil:
		s.table(b)
	case b.Sign != nil:
		s.sign(b.Sign)
	default:
		s.paragraphs(b)
	}
}

// grid reports whether every cell has its frame.
func (s *sheet) grid() bool { return s.f.Style.Rules == "grid" }

// last is the last column.
func (s *sheet) last() int { return len(s.widths) - 1 }

// add appends an empty row and gives its number.
func (s *sheet) add(height int) int {
	s.rows = append(s.rows, row{height: height, cells: make([]cell, len(s.widths))})
	return len(s.rows) - 1
}

// gap appends a low empty row, which parts blocks; none in the ruled form.
func (s *sheet) gap() {
	if !s.grid() {
		s.add(s.size * 9 / 10)
	}
}

// put places a value over columns from to to of a row, all in one look, and
// makes the row as high as it needs.
func (s *sheet) put(r, from, to int, value any, l look) {
	s.set(r, from, to, value, l)
	if t, ok := value.(string); ok {
		s.high(r, s.textHeight(t, l, s.width(from, to)))
	}
}

// set places a value as put does, in a row that is high enough.
func (s *sheet) set(r, from, to int, value any, l look) {
	for i := from; i <= to; i++ {
		s.rows[r].cells[i].look = l.within(i == from, i == to)
	}
	s.rows[r].cells[from].value = value
	if to > from {
		s.merges = append(s.merges, area{from, r, to, r})
	}
}

// high makes a row at least so high, within what a row can be.
func (s *sheet) high(r, height int) {
	s.rows[r].height = max(s.rows[r].height, min(height, maxRow))
}

// width of columns from to to.
func (s *sheet) width(from, to int) int { return s.edges[to+1] - s.edges[from] }

// face is the fonts that measure a look.
func (s *sheet) face(l look) *text.Face {
	if l.bold {
		return s.fonts.Bold
	}
	return s.fonts.Regular
}

// leading is the height of a line of text. Fonts differ between machines: it
// is that of the highest which stand in for ours.
func leading(size int) int { return size * 138 / 100 }

// room is the width that text surely has, whatever font stands in for ours.
func room(width int) int { return (width - 2*padX) * 93 / 100 }

func (s *sheet) textHeight(t string, l look, width int) int {
	return linesHigh(s.lineCount(t, l, room(width)), l)
}

// linesHigh is the height of so many lines.
func linesHigh(lines int, l look) int { return lines*leading(l.size) + 2*padY }

// lineCount is how many lines a text takes. What is surely short isn't
// measured: no character is wider than its size.
func (s *sheet) lineCount(t string, l look, width int) int {
	n := 0
	for paragraph := range strings.SplitSeq(t, "\n") {
		if utf8.RuneCountInString(paragraph)*l.size <= width {
			n++
		} else {
			n += len(text.Break(paragraph, s.face(l), l.size, width))
		}
	}
	return n
}

// fits reports whether t stands in one line.
func (s *sheet) fits(t string, l look, width int) bool {
	return !strings.Contains(t, "\n") && s.face(l).Width(t, l.size) <= room(width)
}

// valueOf is a cell of the form as a value with its look, and the columns that
// it may take for its text. Figures and dates that a workbook can't hold
// exactly stay text.
func (s *sheet) valueOf(c *templates.Cell, l look) (any, look) {
	if c.Bold {
		l.bold = true
	}
	switch {
	case c.Figure != nil:
		return s.figure(c.Figure, l)
	case c.Date != "":
		if day, ok := serial(c.Date); ok {
			l.number = "yyyy-mm-dd"
			return day, l
		}
		return string(c.Date), l
	}
	return stacked(c.Lines), l
}

// stacked are texts one under the other, each language in a line of its own.
func stacked(lines []invoice.Text) string {
	var all []string
	for _, t := range lines {
		all = append(all, t.Joined("\n"))
	}
	return strings.Join(all, "\n")
}

// mostDigits is how many digits a number of a workbook keeps (Excel's
// specifications: 15).
const mostDigits = 15

// mostFormats bounds the number formats: Excel has room for some 200.
const mostFormats = 150

// figure is a figure as a number in its format; one that a workbook would
// round, or whose format it can't hold, as text.
func (s *sheet) figure(f *templates.Figure, l look) (any, look) {
	format, ok := s.format(f)
	v, exact := float(f.Value)
	if !ok || !exact {
		return f.String(), l
	}
	l.number = format
	return v, l
}

// textFigure is a figure that a workbook can't hold as a number.
type textFigure struct {
	at    place
	words string
}

// keptAsText notes that a figure stands as text, and where.
func (s *sheet) keptAsText(words string, column, r int) {
	s.asText = append(s.asText, textFigure{place{column, r}, words})
}

// float is a decimal as a workbook keeps it; false if it would lose digits.
func float(d decimal.Decimal) (float64, bool) {
	if exponent := -d.Exponent(); d.NumDigits() <= mostDigits && exponent >= 0 && exponent < int32(len(tens)) {
		return float64(d.CoefficientInt64()) / tens[exponent], true // both exact, so the quotient is the nearest
	}
	digits := strings.Trim(strings.Replace(d.String(), ".", "", 1), "-0")
	v, err := strconv.ParseFloat(d.String(), 64)
	return v, err == nil && len(digits) <= mostDigits
}

// tens are the powers of ten that decimals of amounts are divided by.
var tens = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8}

// shape is what a number format depends on.
type shape struct {
	decimals      int32
	before, after string
}

// format is the number format of a figure; false if a workbook can't hold it.
func (s *sheet) format(f *templates.Figure) (string, bool) {
	of := shape{f.Decimals, f.Before, f.After}
	if format, ok := s.formats[of]; ok {
		return format, true
	}
	format := numberFormat(f)
	if len(format) > 200 || len(s.formats) >= mostFormats {
		return "", false
	}
	s.formats[of] = format
	return format, true
}

// numberFormat shows a number as Figure.String does.
func numberFormat(f *templates.Figure) string {
	format := literal(f.Before) + "#,##0"
	if f.Decimals > 0 {
		format += "." + strings.Repeat("0", int(f.Decimals))
	}
	return format + literal(f.After)
}

// literal is text within a number format.
func literal(t string) string {
	if t == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(t, `"`, `"\""`) + `"`
}

// serial is a date as a workbook counts it: days from 1899-12-30. Before March
// 1900 programs disagree.
func serial(d invoice.Date) (float64, bool) {
	day := math.Round(d.Time().Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	return day, day > 60
}

// name makes a cell known to formulas.
func (s *sheet) name(name string, column, r int) {
	if name != "" {
		s.names[name] = place{column, r}
	}
}

// formula is a formula of the form with cells for names; empty where a name
// isn't in the workbook or what it needs stands as text: then the value stands
// alone.
func (s *sheet) formula(f string) string {
	if f == "" {
		return ""
	}
	var b strings.Builder
	var from place
	for {
		before, rest, more := strings.Cut(f, "{")
		b.WriteString(before)
		if !more {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		at, ok := s.names[name]
		if before != ":" {
			from = at // no range
		}
		if !ok || s.keepsText(from, at) {
			return ""
		}
		b.WriteString(at.String())
		f = after
	}
}

// keepsText reports figures that stand as text in the cells from one to another.
func (s *sheet) keepsText(from, to place) bool {
	return slices.ContainsFunc(s.asText, func(t textFigure) bool {
		return from.column <= t.at.column && t.at.column <= to.column && from.row <= t.at.row && t.at.row <= to.row
	})
}

func columnName(i int) string {
	if i >= 26 {
		return columnName(i/26-1) + columnName(i%26)
	}
	return string(rune('A' + i))
}

// cellName is a cell as A1, both counted from 0.
func cellName(column, r int) string { return columnName(column) + strconv.Itoa(r+1) }
