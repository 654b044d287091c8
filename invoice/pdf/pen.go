package pdf

// pen draws closed lines as a charstring.
type pen struct {
	out   []byte
	x, y  int       // where it stands, in cells
	at    point     // the same before it was set on the grid
	drawn []segment // of the line so far
}

// segment is a straight piece or a curve of a line: its steps in cells, from point
// to point. A straight one has the last step alone.
type segment struct {
	curve                  bool
	x1, y1, x2, y2, x3, y3 int
}

// closed draws a closed line.
func (p *pen) closed(points []point) {
	if len(points) < 2 {
		return
	}
	start := points[0]
	switch last := points[len(points)-1]; {
	case start.on:
		points = points[1:]
	case last.on:
		start, points = last, points[:len(points)-1]
	default:
		start = middle(start, last)
	}
	fromX, fromY := p.x, p.y
	p.x, p.y, p.at = onLine(start.x), onLine(start.y), start
	p.drawn = p.drawn[:0]
	for len(points) > 0 {
		n := 0
		for n < len(points) && !points[n].on {
			n++
		}
		end := start
		if n < len(points) {
			end = points[n]
		}
		p.spline(points[:n], end)
		points = points[min(n+1, len(points)):]
	}
	p.line(start)
	if len(p.drawn) == 0 {
		p.x, p.y = fromX, fromY
		return
	}
	turn := p.turn()
	for _, s := range p.drawn[:turn] {
		p.x, p.y = p.x+s.x1+s.x2+s.x3, p.y+s.y1+s.y2+s.y3
		p.drawn = append(p.drawn, s)
	}
	p.step(p.x-fromX, p.y-fromY, opRMove, opHMove, opVMove)
	p.write(p.drawn[turn:])
}

// turn is where the line being drawn is best begun: after its last slanted
// segment, else its last straight one, since a straight one at the end needn't be
// written.
func (p *pen) turn() int {
	straight := 0
	for i := len(p.drawn) - 1; i >= 0; i-- {
		switch s := &p.drawn[i]; {
		case s.curve:
		case !s.aligned():
			return (i + 1) % len(p.drawn)
		case straight == 0:
			straight = (i + 1) % len(p.drawn)
		}
	}
	return straight
}

func middle(a, b point) point { return point{(a.x + b.x) >> 1, (a.y + b.y) >> 1, true} }

// onLine is the line of the grid that is nearest.
func onLine(v int) int { return (v + fine/2) >> 6 }

// mostFitted is how many quadratic curves are tried as one.
const mostFitted = 8

// spline draws quadratic curves towards each of the controls, smooth where they
// meet, and a straight piece where there are none.
func (p *pen) spline(controls []point, end point) {
	n := len(controls)
	if n == 0 {
		p.line(end)
		return
	}
	// The curves that a cubic one was made into have its first and last
	// direction; of how many they are tells how long its arms were.
	one, two := arm(p.at, controls[0], n), arm(end, controls[n-1], n)
	if n == 1 || n <= mostFitted && fits(p.at, one, two, end, controls) {
		p.curve(one, two, end)
		return
	}
	half := n / 2
	p.spline(controls[:half], middle(controls[half-1], controls[half]))
	p.spline(controls[half:], end)
}

// arm is the control point of a cubic curve that was made into n quadratic ones.
func arm(from, towards point, n int) point {
	return point{x: from.x + (towards.x-from.x)*n*2/3, y: from.y + (towards.y-from.y)*n*2/3}
}

// closeness is how far a curve may go astray: not as much as the grid lets it.
const closeness = fine / 3

// fits reports whether a cubic curve runs where quadratic ones do: where they
// meet, and halfway between.
func fits(start, one, two, end point, controls []point) bool {
	n := len(controls)
	whole := 2 * n
	from := start
	for i, c := range controls {
		to := end
		if i+1 < n {
			to = middle(c, controls[i+1])
		}
		half := point{x: (from.x + 2*c.x + to.x) >> 2, y: (from.y + 2*c.y + to.y) >> 2}
		if !near(cubic(start, one, two, end, 2*i+1, whole), half) || !near(cubic(start, one, two, end, 2*i+2, whole), to) {
			return false
		}
		from = to
	}
	return true
}

func near(a, b point) bool { return abs(a.x-b.x) <= closeness && abs(a.y-b.y) <= closeness }

// cubic is the point of a cubic curve at t of whole.
func cubic(start, one, two, end point, t, whole int) point {
	u := whole - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	cube := whole * whole * whole
	return point{x: (a*start.x + b*one.x + c*two.x + d*end.x) / cube, y: (a*start.y + b*one.y + c*two.y + d*end.y) / cube}
}

// line draws a straight piece.
func (p *pen) line(to point) {
	x, y := onLine(to.x)-p.x, onLine(to.y)-p.y
	p.at = to
	if x == 0 && y == 0 {
		return
	}
	p.x, p.y = p.x+x, p.y+y
	p.drawn = append(p.drawn, segment{x3: x, y3: y})
}

// curve draws a cubic curve, as a straight piece where the grid is too coarse to
// show that it isn't one.
func (p *pen) curve(one, two, end point) {
	if straight(p.at, one, end) && straight(p.at, two, end) {
		p.line(end)
		return
	}
	x1, y1 := onLine(one.x), onLine(one.y)
	x2, y2 := onLine(two.x), onLine(two.y)
	x3, y3 := onLine(end.x), onLine(end.y)
	p.drawn = append(p.drawn, segment{true, x1 - p.x, y1 - p.y, x2 - x1, y2 - y1, x3 - x2, y3 - y2})
	p.x, p.y, p.at = x3, y3, end
}

// straight reports whether a control point draws a curve no further from the
// straight way than three quarters of a cell, and not beyond its ends.
func straight(start, control, end point) bool {
	x, y := end.x-start.x, end.y-start.y
	away := abs((control.x-start.x)*y - (control.y-start.y)*x)
	return away <= fine*max(abs(x), abs(y)) && between(start.x, control.x, end.x) && between(start.y, control.y, end.y)
}

func between(a, v, b int) bool { return v >= min(a, b)-fine/2 && v <= max(a, b)+fine/2 }
