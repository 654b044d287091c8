package ofd

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"yipiao/invoice/read/element"
)

// Text is a text object: runs of characters that stand side by side.
type Text struct {
	ID       string
	Template bool // stands on the page's template: labels and titles
	Runs     []Run
}

// Run is a text on one line, without wide gaps, with its box in thousandths of
// a point from the page's top left.
type Run struct {
	Text                     string
	Left, Top, Right, Bottom int
	Size                     int // the font's size
}

// String is the whole text.
func (t *Text) String() string {
	var b strings.Builder
	for _, r := range t.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// mostGlyphs bounds the characters of a document.
const mostGlyphs = 1_000_000

// texts adds the text objects within content that are visible and stand on the
// page, which has the given size.
func (r *reader) texts(p *Page, content *element.Element, size box, template bool) {
	content.All(func(e *element.Element) bool {
		if e.Attr("Visible") == "false" || r.left < 0 {
			return false
		}
		if e.Name != "TextObject" {
			return true
		}
		var w writer
		for _, g := range glyphs(e, &r.left) {
			if on(g, size) {
				w.put(g)
			}
		}
		if w.end(); len(w.runs) > 0 {
			p.Texts = append(p.Texts, Text{ID: e.Attr("ID"), Template: template, Runs: w.runs})
		}
		if r.left < 0 {
			r.doc.Broken = append(r.doc.Broken, fmt.Sprintf("more than the %d characters that are read", mostGlyphs))
		}
		return false
	})
}

// on reports whether a glyph stands on a page of that size; all do where no
// size is known.
func on(g glyph, size box) bool {
	return size.w <= 0 || size.h <= 0 || g.x >= 0 && g.y >= 0 && g.x <= size.w && g.y <= size.h
}

// glyph is a character with its origin on the page and its width, in mm.
type glyph struct {
	r                 rune
	x, y, width, size float64
}

// glyphs places the characters of a text object.
func glyphs(e *element.Element, left *int) (all []glyph) {
	boundary, _ := parseBox(e.Attr("Boundary"))
	m := parseMatrix(e.Attr("CTM"))
	size := number(e.Attr("Size"))
	scale := number(e.Attr("HScale"))
	if scale <= 0 {
		scale = 1
	}
	for _, code := range e.Children {
		if code.Name != "TextCode" {
			continue
		}
		x, y := number(code.Attr("X")), number(code.Attr("Y"))
		dx, dy := deltas(code.Attr("DeltaX"), *left), deltas(code.Attr("DeltaY"), *left)
		for i, r := range []rune(code.Text) {
			if *left--; *left < 0 {
				return all
			}
			width := advance(r) * size * scale
			gx, gy := m.apply(x, y)
			all = append(all, glyph{r, boundary.x + gx, boundary.y + gy, width * m.across(), size * m.down()})
			switch {
			case i < len(dx):
				x += dx[i]
			case len(dy) == 0:
				x += width
			}
			if i < len(dy) {
				y += dy[i]
			}
		}
	}
	return all
}

// writer puts glyphs into runs.
type writer struct {
	runs []Run
	text strings.Builder // of the last run
}

// put adds a glyph to the last run where it follows it on its line, else
// begins another.
func (w *writer) put(g glyph) {
	left, right := points(g.x), points(g.x+g.width)
	top, bottom := points(g.y-0.85*g.size), points(g.y+0.15*g.size)
	if n := len(w.runs); n > 0 {
		r := &w.runs[n-1]
		if abs(r.Bottom-bottom) < r.Size/4 && left > r.Left-r.Size/4 && left < r.Right+r.Size*3/2 {
			w.text.WriteRune(g.r)
			r.Right = max(r.Right, right)
			return
		}
	}
	w.end()
	w.text.WriteRune(g.r)
	w.runs = append(w.runs, Run{Left: left, Top: top, Right: right, Bottom: bottom, Size: points(g.size)})
}

// end gives the last run its text.
func (w *writer) end() {
	if n := len(w.runs); n > 0 {
		w.runs[n-1].Text = w.text.String()
		w.text.Reset()
	}
}

func abs(n int) int { return max(n, -n) }

// advance is about how wide a character is, in ems.
func advance(r rune) float64 {
	if r < 0x2E80 {
		return 0.5
	}
	return 1
}

// deltas reads a list of distances, in which "g 3 1.5" stands for 1.5 1.5 1.5.
func deltas(s string, most int) (list []float64) {
	words := strings.Fields(s)
	for i := 0; i < len(words) && len(list) < most; i++ {
		if words[i] != "g" {
			list = append(list, number(words[i]))
			continue
		}
		if i+2 >= len(words) {
			break
		}
		n, _ := strconv.Atoi(words[i+1])
		for d := number(words[i+2]); n > 0 && len(list) < most; n-- {
			list = append(list, d)
		}
		i += 2
	}
	return list
}

// box is an area in mm.
type box struct{ x, y, w, h float64 }

func parseBox(s string) (b box, ok bool) {
	w := strings.Fields(s)
	if len(w) != 4 {
		return box{}, false
	}
	return box{number(w[0]), number(w[1]), number(w[2]), number(w[3])}, true
}

// matrix is a transformation.
type matrix struct{ a, b, c, d, e, f float64 }

func parseMatrix(s string) matrix {
	w := strings.Fields(s)
	if len(w) != 6 {
		return matrix{a: 1, d: 1}
	}
	return matrix{number(w[0]), number(w[1]), number(w[2]), number(w[3]), number(w[4]), number(w[5])}
}

// apply moves a point. Products are rounded one by one, since machines that
// fuse them with the sum differ from others.
func (m matrix) apply(x, y float64) (float64, float64) {
	return float64(m.a*x) + float64(m.c*y) + m.e, float64(m.b*x) + float64(m.d*y) + m.f
}

func (m matrix) across() float64 { return math.Max(math.Abs(m.a), math.Abs(m.b)) }
func (m matrix) down() float64   { return math.Max(math.Abs(m.d), math.Abs(m.c)) }

// number reads a length in mm; nonsense is 0.
func number(s string) float64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 1e5 {
		return 0
	}
	return f
}

// points is a length in mm in thousandths of a point.
func points(mm float64) int { return int(math.Round(float64(mm * 72_000 / 25.4))) }
