package page

import (
	"image"
	"image/color"
	"testing"
)

// paper is a white picture, so wide and high.
func paper(w, h int) *grey {
	g := newGrey(w, h)
	for i := range g.pix {
		g.pix[i] = 255
	}
	return g
}

func (g *grey) fillBox(left, top, right, bottom int, shade uint8) {
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			g.pix[y*g.w+x] = shade
		}
	}
}

// lettersAt are what looks like a line of letters.
func (g *grey) lettersAt(x, y, n int) {
	for i := range n {
		g.fillBox(x+i*12, y, x+i*12+3, y+14, 0)
		g.fillBox(x+i*12, y+6, x+i*12+6, y+8, 0)
	}
}

func (g *grey) inkIn(left, top, right, bottom int) int {
	n := 0
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			if g.pix[y*g.w+x] < dark {
				n++
			}
		}
	}
	return n
}

func TestEvenly(t *testing.T) {
	g := paper(600, 400)
	g.lettersAt(100, 100, 20)
	g.lettersAt(100, 300, 20)
	want := g.inkIn(0, 0, 600, 400)
	for y := range g.h { // the lower and right part lies in the shadow
		for x := range g.w {
			g.pix[y*g.w+x] = uint8(int(g.pix[y*g.w+x]) * (1200 - x - y) / 1200)
		}
	}
	e := g.evenly()
	if got := e.inkIn(0, 0, 600, 400); got != want {
		t.Errorf("%d pixels of ink of %d", got, want)
	}
}

func TestSlope(t *testing.T) {
	g := paper(1000, 700)
	for y := 50; y < 650; y += 40 {
		g.lettersAt(50, y, 70)
	}
	for _, slope := range []int{0, 17, -40, 80} {
		if got := g.straightened(-slope).slope(); abs(got-slope) > 2 {
			t.Errorf("a slope of %d was taken for %d", slope, got)
		}
	}
}

func TestTakeRules(t *testing.T) {
	g := paper(1000, 700)
	g.lettersAt(120, 120, 10)
	g.lettersAt(420, 120, 10)
	letters := g.inkIn(0, 0, 1000, 700)
	for _, y := range []int{100, 160, 220} {
		g.fillBox(100, y, 900, y+2, 60)
	}
	for _, x := range []int{100, 400, 898} {
		g.fillBox(x, 100, x+2, 222, 180) // a faint one
	}
	d := g.takeRules()
	if len(d.levels) != 3 || len(d.rules) != 3 {
		t.Errorf("level lines %v, upright ones %v", d.levels, d.rules)
	}
	if got := g.inkIn(0, 0, 1000, 700); got != letters {
		t.Errorf("%d pixels of letters of %d are left", got, letters)
	}
	parts := g.partsOf(d)
	if len(parts) != 2 {
		t.Fatalf("%d parts have text, not 2", len(parts))
	}
	for i, left := range []int{100, 400} {
		if p := parts[i]; abs(p.left+margin-left) > 8 || abs(p.top+margin-100) > 8 {
			t.Errorf("part %d stands at %d,%d", i, p.left+margin, p.top+margin)
		}
	}
}

func TestUpright(t *testing.T) {
	// A picture of two by three pixels, and where its first pixel goes.
	m := image.NewGray(image.Rect(0, 0, 2, 3))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	m.SetGray(0, 0, color.Gray{})
	want := map[int]image.Point{1: {0, 0}, 2: {1, 0}, 3: {1, 2}, 4: {0, 2}, 5: {0, 0}, 6: {2, 0}, 7: {2, 1}, 8: {0, 1}, 99: {0, 0}}
	for o, p := range want {
		u := Upright(m, o)
		size := image.Pt(2, 3)
		if o >= 5 && o <= 8 {
			size = image.Pt(3, 2)
		}
		if u.Bounds().Size() != size || color.GrayModel.Convert(u.At(p.X, p.Y)).(color.Gray).Y != 0 {
			t.Errorf("orientation %d: %v, its first pixel isn't at %v", o, u.Bounds(), p)
		}
	}
}
