package page

import (
	"cmp"
	"context"
	"image"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/sync/errgroup"
)

// Recognise reads the text of a picture of a page, which is so many thousandths
// of a point wide, with tesseract. What it gives is a guess.
func Recognise(ctx context.Context, name string, m image.Image, width int) (*Page, error) {
	if err := hasChinese(ctx); err != nil {
		return nil, err
	}
	g := greyOf(m).sized().evenly()
	s, err := g.recognised(ctx, 0)
	if err != nil {
		return nil, err
	}
	if !s.legible { // it may lie on its side
		turn, err := quarters(ctx, g)
		if err != nil {
			return nil, err
		}
		if turn != 0 {
			if s, err = g.recognised(ctx, turn); err != nil {
				return nil, err
			}
		}
	}
	p := &Page{Width: width, Height: width * g.h / g.w, Source: Picture}
	s.lay(p, name, width, g)
	return p, nil
}

// scan is what was read of a picture.
type scan struct {
	turn, slope int // by which it was turned before
	w, h        int // its size then, in pixels
	words       []read
	drawn       *drawn
	legible     bool
}

// recognised reads the words of an evenly lit picture after turning it by some
// quarters.
func (g *grey) recognised(ctx context.Context, turn int) (*scan, error) {
	g = g.turned(turn)
	s := &scan{turn: turn, slope: g.slope(), w: g.w, h: g.h}
	g = g.straightened(s.slope)
	if s.slope == 0 {
		g = &grey{g.w, g.h, slices.Clone(g.pix)}
	}
	s.drawn = g.takeRules()
	parts := g.partsOf(s.drawn)
	if len(parts) == 0 {
		return s, nil
	}
	var chinese, latin []read
	both, ctx := errgroup.WithContext(ctx)
	both.Go(func() (err error) { chinese, err = recognise(ctx, parts, "chi_sim"); return err })
	both.Go(func() (err error) { latin, err = recognise(ctx, parts, "eng"); return err })
	if err := both.Wait(); err != nil {
		return nil, err
	}
	s.words = better(chinese, latin)
	s.legible = legible(s.words)
	return s, nil
}

// legible reports whether words were read that make sense.
func legible(all []read) bool {
	const letters, sure = 3, 85
	n := 0
	for _, w := range all {
		if len(w.text) >= letters && w.sure >= sure {
			n++
		}
	}
	return 4*n > len(all)
}

// sized is a picture as large as tesseract reads best: letters of some thirty
// pixels, on a page.
func (g *grey) sized() *grey {
	const least, most = 3000, 4200
	long := max(g.w, g.h)
	switch {
	case long > most:
		return g.scaled(max(1, g.w*most/long), max(1, g.h*most/long))
	case long < least:
		return g.enlarged(min(3*256, least*256/long))
	}
	return g
}

// better joins two readings of a picture: Chinese is read by one, Latin and
// figures by the other, each of which makes nonsense of the rest.
func better(chinese, latin []read) []read {
	chinese, latin = plausible(chinese), plausible(latin)
	dropped := make([]bool, len(chinese))
	var all []read
	for _, e := range latin {
		over := overlapping(chinese, e.box)
		if !surer(e, chinese, over) {
			continue
		}
		for _, i := range over {
			dropped[i] = true
		}
		all = append(all, e)
	}
	for i, c := range chinese {
		if !dropped[i] {
			all = append(all, c)
		}
	}
	return all
}

// surer reports whether a Latin word is likelier than what was read for Chinese
// in its place.
func surer(e read, chinese []read, over []int) bool {
	const doubt, much, certain = 60, 25, 80 // percent
	sum := 0
	for _, i := range over {
		c := chinese[i]
		if hasHan(c.text) && (c.sure >= doubt && c.sure+much >= e.sure || e.sure < certain) {
			return false
		}
		sum += c.sure
	}
	return sum < e.sure*len(over) || len(over) == 0
}

// overlapping are the words that have half of theirs, or of b, in common.
func overlapping(words []read, b box) []int {
	var over []int
	for i := range words {
		c := b.meet(words[i].box)
		if c.height() > 0 && 2*c.width() > min(b.width(), words[i].box.width()) {
			over = append(over, i)
		}
	}
	return over
}

// plausible leaves out what is just dirt: lines of which tesseract itself is
// not sure, and lone signs.
func plausible(words []read) []read {
	const doubt, letter, sign = 40, 20, 60 // percent
	sum, count := map[string]int{}, map[string]int{}
	for _, w := range words {
		sum[w.line] += w.sure
		count[w.line]++
	}
	return slices.DeleteFunc(words, func(w read) bool {
		if sum[w.line] < doubt*count[w.line] {
			return w.sure < sign
		}
		if strings.ContainsFunc(w.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return w.sure < letter && !hasHan(w.text)
		}
		return w.sure < sign
	})
}

func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

// lay makes a page's grid of what was read of its picture g.
func (s *scan) lay(p *Page, name string, width int, g *grey) {
	scale := func(b box) box {
		return box{b.left * width / g.w, b.top * width / g.w, b.right * width / g.w, b.bottom * width / g.w}
	}
	shown := &drawn{}
	for _, r := range s.drawn.rules {
		shown.rules = append(shown.rules, scale(r))
	}
	for _, l := range s.drawn.levels {
		shown.levels = append(shown.levels, scale(l))
	}
	p.place = s.back(width*s.w/g.w, width*s.h/g.w)
	p.layWords(name, 0, wordsOf(s.words, scale), shown)
}

// back is the way from the straight picture, so wide and high, to the one that
// was given.
func (s *scan) back(w, h int) func(box) box {
	a := math.Atan2(float64(s.slope), 1000)
	sin, cos := math.Sin(a), math.Cos(a)
	return func(b box) box {
		dx, dy := float64(b.left+b.right-w)/2, float64(b.top+b.bottom-h)/2
		x, y := int(math.Round(dx*cos-dy*sin))+w/2, int(math.Round(dx*sin+dy*cos))+h/2
		b = box{x - b.width()/2, y - b.height()/2, x + b.width()/2, y + b.height()/2}
		w, h := w, h
		for range s.turn {
			b = box{b.top, w - b.right, b.bottom, w - b.left}
			w, h = h, w
		}
		return b
	}
}

// unsure is below which percentage a word is told of by itself.
const unsure = 60

// wordsOf are the words of a picture in their lines. A word without tall
// letters is as large as the others of its line.
func wordsOf(all []read, scale func(box) box) []word {
	var words []word
	for i, line := range inLines(all) {
		var tops, bottoms []int
		han := false
		for _, r := range line {
			tops, bottoms = append(tops, r.box.top), append(bottoms, r.box.bottom)
			han = han || hasHan(r.text)
		}
		slices.Sort(tops)
		slices.Sort(bottoms)
		top, bottom := tops[len(tops)/4], bottoms[len(bottoms)/2]
		l := scale(box{0, top, 0, bottom})
		size := max(1, l.height())
		if !han {
			size = size * 4 / 3 // capitals are as high as three quarters
		}
		for j, r := range line {
			b := scale(r.box)
			words = append(words, word{
				text: r.text, box: box{b.left, l.top, b.right, l.bottom}, base: l.bottom, size: size,
				string: i*len(all) + j, guessed: true, doubt: r.sure < unsure, glyphs: len([]rune(r.text)),
			})
		}
	}
	return words
}

// inLines puts words of one part into lines: those whose middles are nearer
// than half their height.
func inLines(all []read) [][]read {
	slices.SortStableFunc(all, func(a, b read) int {
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.box.top+a.box.bottom, b.box.top+b.box.bottom))
	})
	var lines [][]read
	for _, r := range all {
		if n := len(lines) - 1; n >= 0 {
			last := lines[n][len(lines[n])-1]
			if last.part == r.part && r.box.top+r.box.bottom-last.box.top-last.box.bottom < min(r.box.height(), last.box.height()) {
				lines[n] = append(lines[n], r)
				continue
			}
		}
		lines = append(lines, []read{r})
	}
	return lines
}
