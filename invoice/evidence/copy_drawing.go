package evidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice"
)

// anchor is where something lies over the cells, as a drawing's part has it.
type anchor struct {
	fromRow, fromColumn, toRow, toColumn int // from 1; 0 where there is none
	fromDown, toDown                     int // in EMU
	to, down                             *element
	chart, picture                       bool
	used                                 []string // relationships
}

// note takes in an element of the anchor.
func (a *anchor) note(e *element) {
	number := func() int { n, _ := strconv.Atoi(strings.TrimSpace(string(e.text))); return n }
	switch in := e.parent; {
	case e.name == "row" && in.name == "from":
		a.fromRow = number() + 1
	case e.name == "rowOff" && in.name == "from":
		a.fromDown = number()
	case e.name == "col" && in.name == "from":
		a.fromColumn = number() + 1
	case e.name == "row" && in.name == "to":
		a.toRow, a.to = number()+1, e
	case e.name == "rowOff" && in.name == "to":
		a.toDown, a.down = number(), e
	case e.name == "col" && in.name == "to":
		a.toColumn = number() + 1
	case e.name == "graphicFrame":
		a.chart = true
	case e.name == "pic":
		a.picture = true
	case e.name == "blip" || e.name == "hlinkClick":
		for _, at := range e.attributes {
			if at.Name.Space != "" {
				a.used = append(a.used, at.Value)
			}
		}
	}
}

// copyDrawing drops pictures and shapes that stand on what is left out, and
// charts, which are drawn from cells; the texts of shapes become English.
// Pictures stay as high as they were, whatever grows under them.
func (s *sheetCopy) copyDrawing(part string) error {
	var edits []edit
	var a anchor
	used := map[string]bool{}
	dropped := map[string]bool{}
	heights := s.fitter.grown()
	err := walk(s.parts.data[part], nil, func(e *element) {
		switch {
		case e.name == "t" && invoice.HasHan(string(e.text)) && e.close > e.open:
			edits = append(edits, edit{e.open, e.close, escaped(s.worded(string(e.text)))})
		case strings.HasSuffix(e.name, "Anchor"):
			kept := s.all || !a.chart && a.fromRow > 0 && s.book.Place(s.of.name, a.fromRow, a.fromColumn) && (a.toRow == 0 || s.keptNear(a.toRow, a.toColumn))
			switch {
			case !kept:
				edits = append(edits, edit{e.from, e.to, ""})
			case a.picture && a.to != nil && a.down != nil:
				edits = append(edits, a.asHigh(s.fitter.view.heights, heights, s.fitter.view.DefaultHeight)...)
			}
			for _, id := range a.used {
				used[id] = used[id] || kept
				dropped[id] = dropped[id] || !kept
			}
			a = anchor{}
		case e.parent != nil:
			a.note(e)
		}
	})
	if err != nil {
		return err
	}
	s.parts.data[part] = applied(s.parts.data[part], edits)
	return s.unrelate(part, func(r relation) bool {
		return dropped[r.id] && !used[r.id] || !s.all && !slices.Contains(keptOfDrawing, r.kind)
	})
}

// emuPerPoint is in how many parts drawings divide a point.
const emuPerPoint = 12_700

// asHigh moves the lower end of a picture so that it is as high over the rows
// that have grown as it was. Rows that are not listed never grow.
func (a *anchor) asHigh(was, now []int, unlisted int) []edit {
	last := min(a.toRow, len(was)-1)
	if a.fromRow < 1 || a.fromRow > last || slices.Equal(was[a.fromRow:last+1], now[a.fromRow:last+1]) {
		return nil
	}
	grown := 0 // above its lower end
	for n := a.fromRow; n <= last && n < a.toRow; n++ {
		grown += (now[n] - was[n]) * emuPerPoint / 1000
	}
	row, down := a.toRow, a.toDown-grown
	for ; down < 0 && row > a.fromRow; row-- {
		above := unlisted
		if row-1 < len(now) {
			above = now[row-1]
		}
		down += above * emuPerPoint / 1000
	}
	content := func(e *element, n int) edit { return edit{e.open, e.close, fmt.Sprint(n)} }
	return []edit{content(a.to, row-1), content(a.down, max(down, 0))}
}

// keptNear reports whether a picture that ends in a cell ends on what is kept:
// its last row and column may be the first beyond the edge.
func (s *sheetCopy) keptNear(row, column int) bool {
	for _, r := range []int{row, row - 1} {
		for _, k := range []int{column, column - 1} {
			if r > 0 && k > 0 && s.book.Place(s.of.name, r, k) {
				return true
			}
		}
	}
	return false
}
