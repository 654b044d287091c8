package page

import (
	"cmp"
	"slices"
)

// seams are what parts the words of a line as cells: a page's upright lines,
// and gaps.
type seams struct {
	rules  []box // from left to right
	levels []box // level lines, from above to below
	// gap is from how many hundredths of a letter's size on a gap parts,
	// where nobody typed a blank.
	gap      int
	typed    bool // blanks between words are written as characters
	pictured bool // the words are read from a picture
}

// seamsOf are those of a page as its frame sees it.
func seamsOf(f frame, d *drawn, words []word) *seams {
	s := &seams{gap: 65} // about twice the widest blank of a justified line
	switch {
	case len(words) > 0 && words[0].guessed:
		s.gap, s.pictured = 150, true
	case typesBlanks(words):
		s.gap, s.typed = 35, true
	}
	if f == 0 { // for a turned page the drawing's level lines would count
		s.rules = joinedLines(d.rules, box.turned, slack)
		s.levels = joinedLines(d.levels, box.same, slack)
		for i := range s.rules {
			s.rules[i] = s.rules[i].turned()
		}
	}
	return s
}

// same is the box, turned with its axes exchanged.
func (b box) same() box   { return b }
func (b box) turned() box { return box{b.top, b.left, b.bottom, b.right} }

// joinedLines are level lines, from above to below, with those that continue
// each other joined; as makes a line a level one, touch is how far from each
// other those may be that do.
func joinedLines(lines []box, as func(box) box, touch int) []box {
	var level []box
	for _, l := range lines {
		level = append(level, as(l))
	}
	middle := func(b box) int { return (b.top + b.bottom) / 2 }
	slices.SortFunc(level, func(a, b box) int {
		return cmp.Or(cmp.Compare(middle(a), middle(b)), cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right))
	})
	var joined []box
	for _, l := range level {
		i := len(joined) - 1
		for ; i >= 0 && middle(l)-middle(joined[i]) <= touch; i-- {
			if j := &joined[i]; l.left <= j.right+touch && j.left <= l.right+touch {
				j.left, j.right = min(j.left, l.left), max(j.right, l.right)
				j.top, j.bottom = min(j.top, l.top), max(j.bottom, l.bottom)
				break
			}
		}
		if i < 0 || middle(l)-middle(joined[i]) > touch {
			joined = append(joined, l)
		}
	}
	return joined
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

// clips reports whether the first of two words is cut off where the other's
// place begins, or the other where the first one's ends: each has a cell of its
// own. Programs that write no blanks may clip each word.
func (s *seams) clips(v, w *word) bool {
	if !s.typed || v.string == w.string || v.clip == w.clip {
		return false
	}
	slack := min(v.size, w.size) / 5
	return v.clip.right > v.box.left && v.clip.right <= w.box.left+slack ||
		w.clip.left < w.box.right && w.clip.left >= v.box.right-slack
}
