package page

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cell is a text of a row: words that stand together.
type cell struct {
	words []word
	text  string
	box   box // around what is seen
	cut   bool
	// Of a ruled table's cell.
	left, right int // its edges
	down        int // its rows
}

// last is the word that a cell ends with as yet.
func (c *cell) last() *word { return &c.words[len(c.words)-1] }

// line are the words of one row.
type line struct {
	words, blanks []word
}

// lines puts words of one frame into rows by their baselines.
func lines(words []word) []line {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var all []line
	for i, w := range words {
		if i == 0 || !all[len(all)-1].takes(&w) {
			all = append(all, line{})
		}
		l := &all[len(all)-1]
		if w.blank {
			l.blanks = append(l.blanks, w)
		} else {
			l.words = append(l.words, w)
		}
	}
	return all
}

// takes reports whether a word that stands lower than the rest is still in the
// line: by less than lines do that are wrapped beside one in their middle.
// Raised small letters stand higher.
func (l *line) takes(w *word) bool {
	first := l.first()
	if first == nil {
		return true
	}
	lower := w.base - first.base
	if near(first.size, w.size) {
		return lower <= min(first.size, w.size)*3/10
	}
	return lower <= min(max(first.size, w.size)*3/10, min(first.size, w.size)*6/10)
}

func (l *line) first() *word {
	switch {
	case len(l.words) > 0:
		return &l.words[0]
	case len(l.blanks) > 0:
		return &l.blanks[0]
	}
	return nil
}

// cells puts the words of a line together where nothing parts them.
func (l *line) cells(s *seams) []*cell {
	slices.SortStableFunc(l.words, func(a, b word) int { return cmp.Compare(a.box.left, b.box.left) })
	slices.SortStableFunc(l.blanks, func(a, b word) int { return cmp.Compare(a.middle(), b.middle()) })
	var cells []*cell
	for _, w := range l.words {
		if c := l.joined(cells, &w, s); c != nil {
			c.words = append(c.words, w)
		} else {
			cells = append(cells, &cell{words: []word{w}})
		}
	}
	for _, c := range cells {
		l.finish(c)
	}
	return slices.DeleteFunc(l.spacedOut(cells), func(c *cell) bool { return c.box == box{} })
}

// joined is the cell that a word goes on: one of its own string first, then
// the nearest.
func (l *line) joined(cells []*cell, w *word, s *seams) *cell {
	const look = 12 // so many cells back; more never overlap
	var best *cell
	for i := len(cells) - 1; i >= max(0, len(cells)-look); i-- {
		c := cells[i]
		if !l.touch(c.last(), w, s) {
			continue
		}
		if c.last().string == w.string {
			return c
		}
		if best == nil || c.last().box.right > best.last().box.right {
			best = c
		}
	}
	return best
}

// typedGap is from how many hundredths of a letter's size on a gap parts cells
// though blanks were typed in it.
const typedGap = 160

// touch reports whether w follows v in one cell.
func (l *line) touch(v, w *word, s *seams) bool {
	size := min(v.size, w.size)
	gap := w.box.left - v.box.right
	if gap < -size*3/10 || (gap-v.spacing)*100 > size*typedGap {
		return false
	}
	if s.clips(v, w) {
		return false
	}
	typed := l.between(v, w)
	if !v.alike(w) { // a raised or smaller letter
		return v.colour == w.colour && abs(gap) <= size/8 && len(typed) == 0
	}
	empty, widest := gap, s.gap
	for _, b := range typed {
		empty -= b.box.width()
	}
	if spacing := min(v.spacing, w.spacing); spacing > size/8 {
		empty, widest = empty-spacing*(len(typed)+1), typedGap // letters set apart have wide blanks
	}
	if empty*100 > size*widest || len(typed) == 0 && empty*4 > size && twoFigures(v, w) {
		return false
	}
	return v.string == w.string || !s.rule(v, w)
}

// twoFigures reports whether two words are figures of two columns, like a
// price and a percentage, and no number written with blanks.
func twoFigures(v, w *word) bool {
	return v.string != w.string && isFigure(v.text) && isFigure(w.text) && strings.Contains(v.text+w.text, ".")
}

// between are the blanks that were typed between two words.
func (l *line) between(v, w *word) []word {
	const most = 50
	from, to := v.box.right-v.size/10, w.box.left+w.size/10
	i, _ := slices.BinarySearchFunc(l.blanks, from, func(b word, x int) int { return cmp.Compare(b.middle(), x) })
	var between []word
	for ; i < len(l.blanks) && l.blanks[i].middle() < to && len(between) < most; i++ {
		if near(l.blanks[i].size, w.size) {
			between = append(between, l.blanks[i])
		}
	}
	return between
}

// finish writes a cell's text, and the box around what is seen of it.
func (l *line) finish(c *cell) {
	var s strings.Builder
	for i := range c.words {
		w := &c.words[i]
		if i > 0 {
			s.WriteString(l.blank(&c.words[i-1], w))
		}
		s.WriteString(w.text)
		switch {
		case w.hidden:
			c.cut = true
		case c.box == box{}:
			c.box = w.box
		default:
			c.box = c.box.union(w.box)
		}
	}
	c.text = s.String()
}

// blank is what stands between two words of a cell.
func (l *line) blank(v, w *word) string {
	if typed := l.between(v, w); len(typed) > 0 {
		return strings.Repeat(" ", len(typed))
	}
	if v.alike(w) && isBlank(v, w, w.box.left-v.box.right) {
		return " "
	}
	return ""
}

// bold reports whether most of a cell is bold.
func (c *cell) bold() bool {
	bold, all := 0, 0
	for _, w := range c.words {
		all += w.glyphs
		if w.bold {
			bold += w.glyphs
		}
	}
	return 2*bold > all
}

// unsure reports whether tesseract wasn't sure of a part of a cell.
func (c *cell) unsure() bool {
	return slices.ContainsFunc(c.words, func(w word) bool { return w.doubt })
}

// spacedOut joins the characters of a title that is set with wide gaps
// (商  业  发  票): single Chinese characters of one hand, evenly apart.
func (l *line) spacedOut(cells []*cell) []*cell {
	var joined []*cell
	for i := 0; i < len(cells); {
		n := evenly(cells[i:])
		c := cells[i]
		for _, d := range cells[i+1 : i+n] {
			c.words = append(c.words, d.words...)
			c.text += d.text
			c.box = c.box.union(d.box)
		}
		joined = append(joined, c)
		i += n
	}
	return joined
}

// evenly counts how many cells from the first on are characters of one
// spaced-out word.
func evenly(cells []*cell) int {
	const widest = 5 // letters
	single := func(c *cell) bool {
		r, size := utf8.DecodeRuneInString(c.text)
		return size == len(c.text) && isHan(r) && !c.cut
	}
	n, first := 1, 0
	if !single(cells[0]) {
		return 1
	}
	for ; n < len(cells) && single(cells[n]); n++ {
		v, w := cells[n-1].last(), cells[n].last()
		gap := w.box.left - v.box.right
		if !v.alike(w) || gap > widest*w.size || first > 0 && abs(gap-first) > w.size/3 {
			break
		}
		if n == 1 {
			first = gap
		}
	}
	if n == 2 && cells[0].last().string != cells[1].last().string && first > cells[0].last().size {
		return 1 // two might be two columns
	}
	return n
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }
