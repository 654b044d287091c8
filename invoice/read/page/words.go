package page

import "slices"

// frame is a way to see a page so that lines of text run to the right: the
// page itself, or turned by some quarters.
type frame int

// in is a box of the page, as the frame sees it.
func (f frame) in(b box) box {
	switch f {
	case 90: // lines that run down
		return box{b.top, -b.right, b.bottom, -b.left}
	case 180:
		return box{-b.right, -b.bottom, -b.left, -b.top}
	case 270: // lines that run up
		return box{-b.bottom, b.left, -b.top, b.right}
	}
	return b
}

// out is the way back.
func (f frame) out(b box) box {
	switch f {
	case 90:
		return frame(270).in(b)
	case 270:
		return frame(90).in(b)
	}
	return f.in(b)
}

// base is the baseline of a glyph, as the frame sees it.
func (f frame) base(g *glyph) int {
	return f.in(box{g.x, g.y, g.x, g.y}).top
}

// word are glyphs that touch each other, drawn as one string; or one blank.
type word struct {
	text    string
	box     box
	base    int
	string  int // which string it is of
	size    int
	colour  uint32
	bold    bool
	blank   bool
	clip    box  // what of it could be seen
	hidden  bool // cut off by what it is clipped with, or by the page's edge
	parted  bool // pdfium sees a blank before it
	spacing int  // by how much its letters are set apart
	start   int  // where its last letter starts
	guessed bool // read from a picture, its box only about right
	doubt   bool // and not surely
	glyphs  int
}

// longest is how many letters a word has at most.
const longest = 1000

func (w *word) middle() int { return (w.box.left + w.box.right) / 2 }

// alike reports whether words are of one hand: what belongs to another, as a
// chop's text over a title, is no part of the text.
func (w *word) alike(v *word) bool {
	return w.colour == v.colour && near(w.size, v.size)
}

// near are sizes that differ by no more than a fifth.
func near(a, b int) bool { return a*5 <= b*6 && b*5 <= a*6 }

// words puts the glyphs of one direction together.
func (t *text) words(f frame, glyphs []glyph) []word {
	var words []word
	spacing := t.spacing(f, glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		s := &t.strings[g.string]
		w := word{
			text: g.text, box: f.in(g.box), base: f.base(g), string: g.string,
			size: s.size, colour: s.colour, bold: s.bold, blank: g.blank(), clip: f.in(s.clip), hidden: !s.clip.holds(g.box),
			parted: g.parted, spacing: spacing[g.string], start: f.in(box{g.x, g.y, g.x, g.y}).left, glyphs: 1,
		}
		if !w.hidden && w.clip.left < w.box.right && w.clip.right > w.box.left {
			w.box.left, w.box.right = max(w.box.left, w.clip.left), min(w.box.right, w.clip.right)
		}
		if last := len(words) - 1; last >= 0 && words[last].continues(&w, spacing[g.string]) {
			words[last].append(&w)
		} else {
			words = append(words, w)
		}
	}
	return words
}

// continues reports whether v is the next letter of w, or part of the same
// ligature.
func (w *word) continues(v *word, spacing int) bool {
	if w.string != v.string || w.blank || v.blank || w.hidden != v.hidden || abs(v.base-w.base) > w.size/10 {
		return false
	}
	if w.glyphs >= longest {
		return false // or putting it together would take for ever
	}
	gap := v.box.left - w.box.right - spacing
	return v.start == w.start || v.start > w.start && gap >= -w.size/2 && !isBlank(w, v, gap)
}

// isBlank reports whether a gap between two words that nobody typed a blank in
// is one. Chinese is set looser than Latin.
func isBlank(w, v *word, gap int) bool {
	percent := gap * 100 / min(w.size, v.size)
	if v.guessed {
		return percent >= 8 && !(isHan(lastRune(w.text)) && isHan(firstRune(v.text))) || percent >= 120
	}
	switch left, right := isHan(lastRune(w.text)), isHan(firstRune(v.text)); {
	case left && right:
		return percent >= 45
	case left || right:
		return percent >= 30 || v.parted && percent >= 18
	}
	return percent >= 18 || v.parted && percent >= 8
}

func (w *word) append(v *word) {
	w.text += v.text
	w.box = w.box.union(v.box)
	w.start = v.start
	w.glyphs += v.glyphs
}

// spacing is by how much the letters of each string are set apart: the least
// of the gaps between them.
func (t *text) spacing(f frame, glyphs []glyph) []int {
	const none, letters = 1 << 30, 4 // in fewer letters it can't be told from blanks
	least := make([]int, len(t.strings))
	count := make([]int, len(t.strings))
	for i := range least {
		least[i] = none
	}
	for i := 1; i < len(glyphs); i++ {
		a, b := &glyphs[i-1], &glyphs[i]
		if a.string == b.string {
			least[b.string] = min(least[b.string], f.in(b.box).left-f.in(a.box).right)
			count[b.string]++
		}
	}
	for i := range least {
		if count[i] < letters-1 || least[i] < 0 || least[i] > 2*t.strings[i].size {
			least[i] = 0
		}
	}
	return least
}

// frameOf is how most glyphs of a page run.
func (t *text) frameOf() frame {
	count := map[int]int{}
	for i := range t.glyphs {
		if g := &t.glyphs[i]; !g.blank() {
			count[t.strings[g.string].angle]++
		}
	}
	best := 0
	for _, angle := range []int{0, 90, 270, 180} {
		if count[angle] > count[best] {
			best = angle
		}
	}
	return frame(best)
}

// along are the glyphs that run at one angle.
func (t *text) along(angle int) []glyph {
	var along []glyph
	for _, g := range t.glyphs {
		if t.strings[g.string].angle == angle {
			along = append(along, g)
		}
	}
	return along
}

// angles are those of a page's text, but one.
func (t *text) angles(but int) []int {
	var angles []int
	for _, s := range t.strings {
		if s.angle != but && !slices.Contains(angles, s.angle) {
			angles = append(angles, s.angle)
		}
	}
	slices.Sort(angles)
	return angles
}

func abs(i int) int { return max(i, -i) }
