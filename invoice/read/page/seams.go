package page

import (
	"cmp"
	"slices"
)

// seams are what parts the words of a line as cells: a page's upright lines,
// and gaps.
type seams struct {
	rules []box // from left to right
	// gap is from how many hundredths of a letter's size on a gap parts,
	// where nobody typed a blank.
	gap int
}

// seamsOf are those of a page as its frame sees it.
func seamsOf(f frame, d *drawn, words []word) *seams {
	s := &seams{gap: 65} // about twice the widest blank of a justified line
	if typesBlanks(words) {
		s.gap = 35
	}
	if f == 0 { // for a turned page the drawing's level lines would count
		s.rules = slices.Clone(d.rules)
		slices.SortFunc(s.rules, func(a, b box) int { return cmp.Compare(a.left, b.left) })
	}
	return s
}

// typesBlanks reports whether the program that wrote a page writes the blanks
// between words as characters, as most do: then a gap without one isn't
// between words.
func typesBlanks(words []word) bool {
	const few = 5
	typed, empty := 0, 0
	for i := 1; i < len(words); i++ {
		v, w := &words[i-1], &words[i]
		switch {
		case w.blank:
			typed++
		case !v.blank && v.string == w.string && abs(v.base-w.base) < w.size/10:
			empty++
		}
	}
	return typed >= few && typed > 3*empty
}

// rule reports whether a line stands between two words.
func (s *seams) rule(v, w *word) bool {
	slack := min(v.size, w.size) / 5 // of a glyph's box over what is seen of it
	from, to := v.box.right-slack, w.box.left+slack
	i, _ := slices.BinarySearchFunc(s.rules, from, func(b box, x int) int { return cmp.Compare(b.left, x) })
	middle := v.base - v.size*3/10
	for ; i < len(s.rules) && s.rules[i].left <= to; i++ {
		if b := s.rules[i]; b.top <= middle && b.bottom >= middle {
			return true
		}
	}
	return false
}
