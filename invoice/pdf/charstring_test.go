package pdf

import (
	"encoding/binary"
	"math"
	"testing"

	"yipiao/invoice/text"
)

// shape is what an outline draws, in thousandths of an em: how far it reaches,
// the area within, holes taken off, and the length of its edge.
type shape struct {
	left, bottom, right, top, area, length float64
	x, y                                   float64
	startX, startY                         float64
	begun                                  bool
}

func (d *shape) move(x, y float64) {
	if d.begun {
		d.close()
	}
	d.x, d.y, d.startX, d.startY = x, y, x, y
	d.reach()
}

func (d *shape) line(x, y float64) {
	d.area += (d.x*y - x*d.y) / 2
	d.length += math.Hypot(x-d.x, y-d.y)
	d.x, d.y = x, y
	d.reach()
}

func (d *shape) close() { d.line(d.startX, d.startY) }

func (d *shape) reach() {
	if !d.begun {
		d.left, d.right, d.bottom, d.top, d.begun = d.x, d.x, d.y, d.y, true
	}
	d.left, d.right = math.Min(d.left, d.x), math.Max(d.right, d.x)
	d.bottom, d.top = math.Min(d.bottom, d.y), math.Max(d.top, d.y)
}

func (d *shape) curve(x1, y1, x2, y2, x3, y3 float64) {
	x0, y0 := d.x, d.y
	for i := 1; i <= 16; i++ {
		t := float64(i) / 16
		u := 1 - t
		d.line(u*u*u*x0+3*u*u*t*x1+3*u*t*t*x2+t*t*t*x3, u*u*u*y0+3*u*u*t*y1+3*u*t*t*y2+t*t*t*y3)
	}
}

// ofFont draws a font's own outline.
func ofFont(t *testing.T, f *text.Font, glyph int) shape {
	o := outline{font: f}
	if err := o.read(glyph, 0); err != nil {
		t.Fatal(err)
	}
	var d shape
	em := 1000 / float64(f.Units())
	from := 0
	for _, end := range o.ends {
		points := o.points[from:end]
		from = end
		if len(points) < 2 {
			continue
		}
		// Curves meet in points on the line, said or halfway between two others.
		var all []point
		for i, p := range points {
			before := points[(i+len(points)-1)%len(points)]
			if !p.on && !before.on {
				all = append(all, point{(p.x + before.x) / 2, (p.y + before.y) / 2, true})
			}
			all = append(all, p)
		}
		for !all[0].on {
			all = append(all[1:], all[0])
		}
		at := func(i int) (float64, float64) { p := all[i%len(all)]; return float64(p.x) * em, float64(p.y) * em }
		d.move(at(0))
		for i := 1; i <= len(all); i++ {
			x, y := at(i)
			if all[i%len(all)].on {
				d.line(x, y)
				continue
			}
			i++
			toX, toY := at(i)
			d.curve((d.x+2*x)/3, (d.y+2*y)/3, (toX+2*x)/3, (toY+2*y)/3, toX, toY)
		}
	}
	if d.begun {
		d.close()
	}
	return d
}

// ofCharstring draws a charstring, as a reader does, and tells its width.
func ofCharstring(t *testing.T, s []byte, perEm int) (d shape, width float64) {
	t.Helper()
	em := 1000 / float64(perEm)
	width = 1000
	var stack []float64
	var x, y float64
	first := true
	takeWidth := func(wanted int) {
		if first && len(stack) > wanted {
			width, stack = stack[0]*em, stack[1:]
		}
		first = false
	}
	curve := func(x1, y1, x2, y2, x3, y3 float64) {
		x1, y1 = x+x1, y+y1
		x2, y2 = x1+x2, y1+y2
		x, y = x2+x3, y2+y3
		d.curve(x1*em, y1*em, x2*em, y2*em, x*em, y*em)
	}
	line := func(dx, dy float64) { x, y = x+dx, y+dy; d.line(x*em, y*em) }
	move := func(dx, dy float64) { x, y = x+dx, y+dy; d.move(x*em, y*em) }
	for len(s) > 0 {
		op := s[0]
		s = s[1:]
		switch {
		case op == 28:
			stack, s = append(stack, float64(int16(binary.BigEndian.Uint16(s)))), s[2:]
			continue
		case op == 255:
			stack, s = append(stack, float64(int32(binary.BigEndian.Uint32(s)))/65536), s[4:]
			continue
		case op >= 251:
			stack, s = append(stack, float64(-(int(op)-251)*256-int(s[0])-108)), s[1:]
			continue
		case op >= 247:
			stack, s = append(stack, float64((int(op)-247)*256+int(s[0])+108)), s[1:]
			continue
		case op >= 32:
			stack = append(stack, float64(op)-139)
			continue
		}
		if len(stack) > mostNumbers {
			t.Fatalf("%d numbers before an operator", len(stack))
		}
		switch op {
		case opRMove:
			takeWidth(2)
			move(stack[0], stack[1])
		case opHMove:
			takeWidth(1)
			move(stack[0], 0)
		case opVMove:
			takeWidth(1)
			move(0, stack[0])
		case opEndChar:
			takeWidth(0)
			if d.begun {
				d.close()
			}
			return d, width
		case opHLine, opVLine:
			for i, v := range stack {
				if (op == opHLine) == (i%2 == 0) {
					line(v, 0)
				} else {
					line(0, v)
				}
			}
		case opRLine, opLineCurve:
			for len(stack) >= 2 && !(op == opLineCurve && len(stack) == 6) {
				line(stack[0], stack[1])
				stack = stack[2:]
			}
			if len(stack) == 6 {
				curve(stack[0], stack[1], stack[2], stack[3], stack[4], stack[5])
			}
		case opRRCurve:
			for ; len(stack) >= 6; stack = stack[6:] {
				curve(stack[0], stack[1], stack[2], stack[3], stack[4], stack[5])
			}
		case opHHCurve, opVVCurve:
			aside := 0.0
			if len(stack)%4 == 1 {
				aside, stack = stack[0], stack[1:]
			}
			for ; len(stack) >= 4; stack = stack[4:] {
				if op == opHHCurve {
					curve(stack[0], aside, stack[1], stack[2], stack[3], 0)
				} else {
					curve(aside, stack[0], stack[1], stack[2], 0, stack[3])
				}
				aside = 0
			}
		case opHVCurve, opVHCurve:
			for level := op == opHVCurve; len(stack) >= 4; level = !level {
				last := 0.0
				if len(stack) == 5 {
					last = stack[4]
				}
				if level {
					curve(stack[0], 0, stack[1], stack[2], last, stack[3])
				} else {
					curve(0, stack[0], stack[1], stack[2], stack[3], last)
				}
				stack = stack[4:]
			}
		default:
			t.Fatalf("operator %d", op)
		}
		stack = stack[:0]
	}
	t.Fatal("no end")
	return d, width
}

// TestCharstrings holds that glyphs are drawn as the font draws them: no edge is
// further away than a line of the grid, no area differs by more than the grid
// explains, and widths are exact.
func TestCharstrings(t *testing.T) {
	set := text.Standard()
	for _, face := range []*text.Face{set.Regular, set.Bold} {
		for _, f := range face.Fonts {
			c := charstringsOf(f)
			cell := 1000 / float64(c.perEm)
			step := max(f.Glyphs()/900, 1)
			for g := 0; g < f.Glyphs(); g += step {
				s, err := c.of(g)
				if err != nil {
					t.Fatal(err)
				}
				want := ofFont(t, f, g)
				got, width := ofCharstring(t, s, c.perEm)
				if advance, _ := f.Metrics(g); math.Abs(width-float64(advance)*1000/float64(f.Units())) > 0.01 {
					t.Errorf("%s, glyph %d: width %g, the font's is %d", f.Name(), g, width, advance)
				}
				for _, edge := range [...][2]float64{{got.left, want.left}, {got.right, want.right}, {got.bottom, want.bottom}, {got.top, want.top}} {
					if math.Abs(edge[0]-edge[1]) > cell {
						t.Errorf("%s, glyph %d: an edge at %.1f is drawn at %.1f", f.Name(), g, edge[1], edge[0])
					}
				}
				// Setting it on the grid moves an edge by half a cell.
				if math.Abs(got.area-want.area) > cell/2*want.length {
					t.Errorf("%s, glyph %d: an area of %.0f is drawn as %.0f", f.Name(), g, want.area, got.area)
				}
			}
		}
	}
}
