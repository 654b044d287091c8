package page

import (
	"slices"
	"strconv"
)

// Where a table has no lines, a figure set to the right may end so near to the
// text of the next column that both look like one: 1 Ladder, 800 SETS. What
// parts them is that other rows have an edge at the same place.

// border is a place between two words of a cell, drawn as two strings with
// nothing typed between them, that may part two columns.
type border struct {
	row, at int // at: the index of the word after it
	cell    *cell
	first   bool // it is in the first cell of its row
	v, w    *word
}

// aligned is by how much edges of one column may miss each other.
const aligned = 800

// alleys parts the cells of rows that reach over the columns of a table without
// lines; rows are those of lines.
func (s *seams) alleys(lines []line, rows [][]*cell) [][]*cell {
	if s.pictured {
		return rows // where words stand is known only about
	}
	var borders []border
	for i := range rows {
		if len(rows[i]) > 1 {
			borders = append(borders, lines[i].borders(i, rows[i])...)
		}
	}
	parted := map[*cell][]int{}
	for _, b := range borders {
		if s.parts(&b, borders, rows) {
			parted[b.cell] = append(parted[b.cell], b.at)
		}
	}
	if len(parted) == 0 {
		return rows
	}
	all := make([][]*cell, len(rows))
	for i, row := range rows {
		for _, c := range row {
			all[i] = append(all[i], lines[i].cutAt(c, parted[c])...)
		}
	}
	return all
}

// borders are the places in a row's cells that may part columns.
func (l *line) borders(i int, row []*cell) []border {
	const narrowest = 10 // a tenth of a letter
	var all []border
	for n, c := range row {
		for k := 1; k < len(c.words); k++ {
			v, w := &c.words[k-1], &c.words[k]
			if v.string != w.string && w.box.left-v.box.right > v.size/narrowest && len(l.between(v, w)) == 0 {
				all = append(all, border{i, k, c, n == 0, v, w})
			}
		}
	}
	return all
}

// parts reports whether a border parts two columns.
func (s *seams) parts(b *border, borders []border, rows [][]*cell) bool {
	if _, boxed := s.around(b.cell); boxed {
		return false // lines part what stands in boxes
	}
	if !s.typed && (b.w.box.left-b.v.box.right)*5 < b.v.size*2 {
		return false // a blank of a program that writes none
	}
	return b.meetsCells(rows) || b.overCells(rows) || b.endsFigures(borders)
}

// meetsCells reports whether a cell of another row begins where the border ends,
// as a head to the left over its column, or ends alike, as figures do.
func (b *border) meetsCells(rows [][]*cell) bool {
	figure := isFigure(b.w.text) && b.at == len(b.cell.words)-1
	ends := 0
	for i, row := range rows {
		if i == b.row || len(row) < columns {
			continue
		}
		for k, c := range row {
			if k > 0 && abs(c.box.left-b.w.box.left) <= aligned && row[k-1].box.right <= b.w.box.left {
				return true
			}
			if figure && abs(c.box.right-b.w.box.right) <= aligned && isFigure(c.text) {
				ends++
			}
		}
	}
	return ends > 1
}

// overCells reports whether most rows that have anything there have two cells
// where the border's cell stands, on its two sides.
func (b *border) overCells(rows [][]*cell) bool {
	from, to := b.v.box.right-aligned, b.w.box.left+aligned
	two, through := 0, 0
	for i, row := range rows {
		if i == b.row || len(row) < columns {
			continue
		}
		for k, c := range row {
			switch {
			case c.box.left < from && c.box.right > to:
				through++
			case k > 0 && c.box.left >= from && row[k-1].box.right <= to && c.box.left < b.cell.box.right && row[k-1].box.right > b.cell.box.left:
				two++
			}
		}
	}
	return two > through
}

// endsFigures reports whether figures end and texts begin at the border in other
// rows too, and the figures are of several widths or count the rows.
func (b *border) endsFigures(borders []border) bool {
	if !isFigure(b.v.text) {
		return false
	}
	if b.first && b.at == 1 && b.v.text == "1" {
		return true // the number of the first line
	}
	alike, wider, texts := 0, false, map[string]bool{b.v.text: true}
	for i := range borders {
		o := &borders[i]
		if o.row == b.row || !isFigure(o.v.text) || abs(o.v.box.right-b.v.box.right) > aligned || abs(o.w.box.left-b.w.box.left) > aligned {
			continue
		}
		alike++
		texts[o.v.text] = true
		wider = wider || abs(o.v.box.left-b.v.box.left) > aligned
	}
	return alike > 1 && (wider || countsUp(texts))
}

// countsUp reports whether texts are the numbers from one on.
func countsUp(texts map[string]bool) bool {
	for i := range len(texts) {
		if !texts[strconv.Itoa(i+1)] {
			return false
		}
	}
	return true
}

// cutAt are the parts of a cell between the words that others begin with.
func (l *line) cutAt(c *cell, at []int) []*cell {
	if len(at) == 0 {
		return []*cell{c}
	}
	var parts []*cell
	from := 0
	for _, to := range append(slices.Clone(at), len(c.words)) {
		part := &cell{words: c.words[from:to]}
		l.finish(part)
		if (part.box != box{}) {
			parts = append(parts, part)
		}
		from = to
	}
	return parts
}
