package xlsx

import (
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

const (
	headWish    = 72 * pt * screen / 4
	pictureSide = 54 * pt * screen / 4
	markLimit   = 110 * pt * screen / 4
	// sampled is how many rows tell the width of the columns that break freely.
	sampled = 200
	// plainColumns are those of a sheet without a table.
	plainColumns = 8
	// splitRows is the longest table whose description stands over several
	// columns, so that the boxes around it find edges where the printed form has
	// them; a longer one is more of a list, to be sorted and filtered.
	splitRows = 200
)

// setColumns finds the columns of the form's table.
func (s *sheet) setColumns() {
	width := (s.f.Style.Width - s.f.Style.Left - s.f.Style.Right) * screen / 4
	var t *templates.Table
	for i := range s.f.Blocks {
		if b := &s.f.Blocks[i]; b.Table != nil && len(b.Table.Columns) > 0 {
			t = b.Table
			break
		}
	}
	if t == nil {
		for range plainColumns {
			s.widths = append(s.widths, width/plainColumns)
		}
	} else {
		for _, w := range s.columnWidths(t, width) {
			n := 1
			if len(t.Rows) <= splitRows {
				n = max(1, min(3, w*10/width)) // one for each tenth of the width
			}
			from := len(s.widths)
			for i := range n {
				s.widths = append(s.widths, w*(i+1)/n-w*i/n)
			}
			s.columns = append(s.columns, span{from, from + n - 1})
		}
	}
	s.edges = make([]int, len(s.widths)+1)
	for i, w := range s.widths {
		s.edges[i+1] = s.edges[i] + w
	}
}

func (s *sheet) columnWidths(t *templates.Table, width int) []int {
	wants := make([]text.Want, len(t.Columns))
	flexible := 0
	for i, c := range t.Columns {
		wants[i] = s.headWant(c.Head)
		switch c.Name {
		case "description":
			flexible = i
		case "picture":
			wants[i] = text.Want{Need: pictureSide, Whole: pictureSide, Wish: max(wants[i].Wish, pictureSide)}
		case "marks":
			if t.Marks != nil {
				marks := s.wider(wants[i], t.Marks, false)
				wants[i].Need = max(wants[i].Need, min(marks.Wish, markLimit)) // broken marks aren't what is on the cartons
				wants[i].Wish = max(wants[i].Need, min(marks.Wish, markLimit))
			}
		}
	}
	for n := range t.Rows {
		at := 0
		for j := range t.Rows[n].Cells {
			c := &t.Rows[n].Cells[j]
			if c.Span <= 1 && (at != flexible || n < sampled) {
				wants[at] = s.wider(wants[at], c, t.Rows[n].Kind == templates.Total)
			}
			at += max(c.Span, 1)
		}
	}
	widths, _, _ := text.Share(wants, flexible, width)
	return widths
}

// headWant is what a column's head wants.
func (s *sheet) headWant(h invoice.Text) text.Want {
	l := s.headLook()
	zh, _ := s.fonts.Bold.Extent(h.Zh, l.size)
	line, part := s.fonts.Bold.Extent(h.En, l.size)
	need := max(min(zh, headWish), part)
	return text.Want{Need: padded(need), Wish: padded(max(need, min(line, headWish)))}
}

// padded is the width of a column in which a text so wide surely stands.
func padded(width int) int { return width*100/93 + 2*padX + 1*pt }

func (s *sheet) wider(w text.Want, c *templates.Cell, bold bool) text.Want {
	face := s.fonts.Regular
	if bold || c.Bold {
		face = s.fonts.Bold
	}
	// No character is wider than its size: most texts can't make a column wider.
	within := func(characters int) bool { return padded(characters*s.size) <= w.Need }
	grow := func(t string) {
		if !within(utf8.RuneCountInString(t)) {
			line, part := face.Extent(t, s.size)
			w.Need, w.Whole, w.Wish = max(w.Need, padded(part)), max(w.Whole, padded(part)), max(w.Wish, padded(line))
		}
	}
	switch {
	case c.Figure != nil:
		if !within(mostCharacters(c.Figure)) {
			line := padded(face.Width(c.Figure.String(), s.size)) // a number doesn't break
			w.Need, w.Whole, w.Wish = max(w.Need, line), max(w.Whole, line), max(w.Wish, line)
		}
	case c.Date != "":
		grow(string(c.Date))
	}
	for _, t := range c.Lines {
		grow(t.Zh)
		grow(t.En)
	}
	return w
}

// mostCharacters is at least as many as a figure is printed with.
func mostCharacters(f *templates.Figure) int {
	whole := max(f.Value.NumDigits()+int(f.Value.Exponent()), 1)
	const signAndPoint = 2
	return utf8.RuneCountInString(f.Before) + signAndPoint + whole + whole/3 + int(f.Decimals) + utf8.RuneCountInString(f.After)
}

// columnChars is a width as a workbook counts it: in digits of its standard
// font, eight pixels of a 96th of an inch each for ours at 11 pt.
func columnChars(width int) float64 {
	return float64(width*96/72*100/8/pt) / 100
}

// span is columns from to to.
type span struct{ from, to int }

// leastPart is the least width of a part, in percent of an equal share.
const leastPart = 66

// parts divides the columns into n parts as equal as their edges allow; into
// fewer where one would be too narrow.
func (s *sheet) parts(n int) []span {
	for ; n > 1; n-- {
		if cut, ok := s.cut(n); ok {
			return cut
		}
	}
	return []span{{0, s.last()}}
}

// cut finds the n parts whose widths differ least from an equal share.
func (s *sheet) cut(n int) ([]span, bool) {
	columns := len(s.widths)
	equal := s.edges[columns] / n
	least := equal * leastPart / 100
	type best struct {
		cost float64
		from int
	}
	const none = 1e300
	// at[k][c] is the best way to end part k at column edge c.
	at := make([][]best, n+1)
	for k := range at {
		at[k] = make([]best, columns+1)
		for c := range at[k] {
			at[k][c].cost = none
		}
	}
	at[0][0].cost = 0
	for k := 1; k <= n; k++ {
		for c := k; c <= columns; c++ {
			for from := k - 1; from < c; from++ {
				width := s.edges[c] - s.edges[from]
				off := float64(width-equal) / pt
				if cost := at[k-1][from].cost + off*off; width >= least && at[k-1][from].cost < none && cost < at[k][c].cost {
					at[k][c] = best{cost, from}
				}
			}
		}
	}
	if at[n][columns].cost >= none {
		return nil, false
	}
	spans := make([]span, n)
	for k, c := n, columns; k > 0; k-- {
		from := at[k][c].from
		spans[k-1] = span{from, c - 1}
		c = from
	}
	return spans, true
}
