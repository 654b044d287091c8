package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A ruled table's cells are the boxes between its lines. Texts of one box are
// one cell, however many lines they are wrapped over.

// slack is by how much lines that belong together may miss each other.
const slack = 1500

// band is a row of boxes with the same lines above and below.
type band struct {
	top, bottom int
	boxes       []*ruledBox
}

// ruledBox is what stands between four lines.
type ruledBox struct {
	box   box
	cells []*cell // from above to below, from left to right
	down  int     // bands that it goes through
}

// columns is from how many boxes side by side on a band is a table's row, and
// no frame around parts of a letter.
const columns = 3

// ruled puts the cells that stand in a ruled table's boxes together; rows are
// the bands with their cells, rest the rows that are in no table.
func (s *seams) ruled(rows [][]*cell) (tables []band, rest [][]*cell) {
	rows, rest = s.stampedApart(rows)
	boxes := map[box]*ruledBox{}
	in := map[*cell]*ruledBox{}
	var all []*ruledBox
	for _, row := range rows {
		for _, c := range row {
			b, ok := s.around(c)
			if !ok {
				continue
			}
			if boxes[b] == nil {
				boxes[b] = &ruledBox{box: b, down: 1}
				all = append(all, boxes[b])
			}
			boxes[b].cells = append(boxes[b].cells, c)
			in[c] = boxes[b]
		}
	}
	tables, taken := bandsOf(all)
	for _, row := range rows {
		row = slices.DeleteFunc(slices.Clone(row), func(c *cell) bool { return taken[in[c]] })
		if len(row) > 0 {
			rest = append(rest, row)
		}
	}
	return tables, rest
}

// around is the box of the nearest lines around a cell.
func (s *seams) around(c *cell) (box, bool) {
	x, y := (c.box.left+c.box.right)/2, (c.box.top+c.box.bottom)/2
	var b box
	var left, right, top, bottom bool
	for _, r := range s.rules {
		switch at := (r.left + r.right) / 2; {
		case r.top > y || r.bottom < y:
		case at < x && at <= c.box.left+slack:
			b.left, left = at, true
		case at > x && at >= c.box.right-slack && !right:
			b.right, right = at, true
		}
	}
	for _, r := range s.levels {
		switch at := (r.top + r.bottom) / 2; {
		case r.left > b.left+slack || r.right < b.right-slack:
		case at < y:
			b.top, top = at, true
		case !bottom:
			b.bottom, bottom = at, true
		}
	}
	return b, left && right && top && bottom
}

// bandsOf are the rows of tables that boxes make; taken are the boxes in them.
func bandsOf(all []*ruledBox) (tables []band, taken map[*ruledBox]bool) {
	bands := sideBySide(all)
	for _, x := range bands {
		if len(x.boxes) >= columns && !x.manyRows() && !x.goesThrough(bands) {
			tables = append(tables, x)
		}
	}
	taken = map[*ruledBox]bool{}
	for _, x := range tables {
		for _, b := range x.boxes {
			taken[b] = true
		}
	}
	for _, b := range all {
		if !taken[b] && b.span(tables) {
			taken[b] = true
		}
	}
	for i := range tables {
		slices.SortStableFunc(tables[i].boxes, func(a, b *ruledBox) int { return cmp.Compare(a.box.left, b.box.left) })
	}
	return tables, taken
}

// sideBySide groups boxes that have the same lines above and below.
func sideBySide(all []*ruledBox) []band {
	slices.SortStableFunc(all, func(a, b *ruledBox) int {
		return cmp.Or(cmp.Compare(a.box.top, b.box.top), cmp.Compare(a.box.bottom, b.box.bottom), cmp.Compare(a.box.left, b.box.left))
	})
	var bands []band
	for _, b := range all {
		i := len(bands) - 1
		for ; i >= 0 && b.box.top-bands[i].top <= slack; i-- {
			if abs(bands[i].bottom-b.box.bottom) <= slack {
				break
			}
		}
		if i < 0 || b.box.top-bands[i].top > slack {
			bands, i = append(bands, band{top: b.box.top, bottom: b.box.bottom}), len(bands)
		}
		bands[i].boxes = append(bands[i].boxes, b)
	}
	return bands
}

// goesThrough reports whether a band's boxes go through several rows of others.
func (x *band) goesThrough(bands []band) bool {
	n := 0
	for _, y := range bands {
		if len(y.boxes) >= columns && y.top >= x.top-slack && y.bottom <= x.bottom+slack && y.bottom-y.top < x.bottom-x.top-slack {
			n++
		}
	}
	return n >= 2
}

// manyRows reports whether a band holds several rows that no line parts: then
// more than one of its columns has several figures under each other.
func (x *band) manyRows() bool {
	n := 0
	for _, b := range x.boxes {
		figures := 0
		for i, c := range b.cells {
			if isFigure(c.text) && (i == 0 || c.words[0].base != b.cells[i-1].words[0].base) {
				figures++
			}
		}
		if figures > 1 {
			n++
		}
	}
	return n > 1
}

// isFigure reports whether a text is a number, with a sign of currency at most.
func isFigure(s string) bool {
	digits, others := 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			others++
		}
	}
	return digits > 0 && others <= 3 && others < digits
}

// span puts a box that goes through several bands beside their boxes into the
// first.
func (b *ruledBox) span(bands []band) bool {
	first, n := -1, 0
	for i, x := range bands {
		if x.top < b.box.top-slack || x.bottom > b.box.bottom+slack {
			continue
		}
		if slices.ContainsFunc(x.boxes, func(o *ruledBox) bool { return o.box.left < b.box.right-slack && o.box.right > b.box.left+slack }) {
			return false // a frame around them
		}
		if n++; first < 0 {
			first = i
		}
	}
	if n < 2 {
		return false
	}
	b.down = n
	bands[first].boxes = append(bands[first].boxes, b)
	return true
}

// joined is the one cell of a box.
func (b *ruledBox) joined() *cell {
	j := &cell{box: b.cells[0].box, down: b.down, left: b.box.left, right: b.box.right}
	var lines []*cell
	for _, c := range b.cells {
		j.words = append(j.words, c.words...)
		j.box = j.box.union(c.box)
		j.cut = j.cut || c.cut
		if last := len(lines) - 1; last >= 0 && c.words[0].base-lines[last].words[0].base <= c.words[0].size*3/10 {
			lines[last].text += " " + c.text
			lines[last].box = lines[last].box.union(c.box)
			continue
		}
		line := *c
		lines = append(lines, &line)
	}
	room := b.box.width() - 2*b.padding(lines)
	var s strings.Builder
	for i, l := range lines {
		if i > 0 {
			s.WriteString(lineEnd(lines[i-1], l, room))
		}
		s.WriteString(l.text)
	}
	j.text = s.String()
	return j
}

// padding is how far a box's text keeps from its lines: as far as its longest
// line does on the nearer side, unless that is centred.
func (b *ruledBox) padding(lines []*cell) int {
	const usual = 2000
	least, centred := b.box.width(), true
	for _, l := range lines {
		left, right := l.box.left-b.box.left, b.box.right-l.box.right
		least = min(least, left, right)
		centred = centred && abs(left-right) <= slack
	}
	if centred {
		return usual
	}
	return max(0, least)
}

// stampedApart gives coloured text that lies over other text, or over a table's
// lines, as a chop's does, rows of its own.
func (s *seams) stampedApart(rows [][]*cell) (kept, apart [][]*cell) {
	for i, row := range rows {
		var rest []*cell
		for _, c := range row {
			if c.last().coloured() && (s.crossed(c) || c.liesOver(rows[max(0, i-stampReach):min(len(rows), i+stampReach+1)])) {
				apart = append(apart, []*cell{c})
			} else {
				rest = append(rest, c)
			}
		}
		if len(rest) > 0 {
			kept = append(kept, rest)
		}
	}
	return kept, apart
}

// stampReach is over how many rows a chop's letter can reach.
const stampReach = 3

// coloured reports whether a word is neither black nor grey nor white.
func (w *word) coloured() bool {
	const grey = 60
	r, g, b := int(w.colour>>16&255), int(w.colour>>8&255), int(w.colour&255)
	return max(r, g, b)-min(r, g, b) > grey
}

// crossed reports whether an upright line goes through a cell.
func (s *seams) crossed(c *cell) bool {
	inner := c.last().size / 5
	return slices.ContainsFunc(s.rules, func(r box) bool {
		return r.left > c.box.left+inner && r.right < c.box.right-inner && r.top < c.box.bottom && r.bottom > c.box.top
	})
}

// liesOver reports whether a cell covers a part of one in another colour.
func (c *cell) liesOver(rows [][]*cell) bool {
	for _, row := range rows {
		for _, d := range row {
			if m := c.box.meet(d.box); d.last().colour != c.last().colour && m.width() > 0 && 5*m.height() > d.box.height() {
				return true
			}
		}
	}
	return false
}

// lineEnd is what stands between two lines of a box with so much room: a line's
// end where the second line's first word would have had room in the first, else
// what was there before the text was wrapped.
func lineEnd(a, b *cell, room int) string {
	last, first := lastRune(a.text), firstRune(b.text)
	word := b.text
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	if isHan(first) {
		word = string(first)
	}
	need := b.box.width() * utf8.RuneCountInString(word) / max(1, utf8.RuneCountInString(b.text))
	han := isHan(last) || isHan(first)
	switch {
	case last == '-':
		return ""
	case a.box.width()+a.words[0].size/4+need < room:
		return "\n"
	case last == '/', han && !unicode.In(last, unicode.Latin) && !unicode.In(first, unicode.Latin):
		return ""
	}
	return " "
}
