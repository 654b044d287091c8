package pdf

import "encoding/binary"

// Operators of charstrings.
const (
	opVMove     = 4
	opRLine     = 5
	opHLine     = 6
	opVLine     = 7
	opRRCurve   = 8
	opEndChar   = 14
	opRMove     = 21
	opHMove     = 22
	opLineCurve = 25
	opVVCurve   = 26
	opHHCurve   = 27
	opVHCurve   = 30
	opHVCurve   = 31
)

// mostNumbers may stand before an operator.
const mostNumbers = 48

// step writes a move, by the operator that wants the fewest numbers.
func (p *pen) step(x, y int, both, horizontal, vertical byte) {
	switch {
	case y == 0:
		p.number(x)
		p.out = append(p.out, horizontal)
	case x == 0:
		p.number(y)
		p.out = append(p.out, vertical)
	default:
		p.numbers(x, y)
		p.out = append(p.out, both)
	}
}

func (p *pen) numbers(all ...int) {
	for _, v := range all {
		p.number(v)
	}
}

// write writes a closed line, as many of its segments as possible under one
// operator. The last one, if it is straight, is left out: a line closes by itself.
func (p *pen) write(line []segment) {
	if last := len(line) - 1; !line[last].curve && last > 0 {
		p.x, p.y = p.x-line[last].x3, p.y-line[last].y3
		line = line[:last]
	}
	for len(line) > 0 {
		n := 0
		switch first := &line[0]; {
		case !first.curve && first.aligned() && (alternating(line) > 1 || len(line) == 1 || line[1].curve):
			n = p.alignedLines(line)
		case !first.curve:
			n = p.lines(line)
		case first.y1 == 0 && first.x3 == 0, first.x1 == 0 && first.y3 == 0:
			n = p.turns(line)
		case first.y3 == 0:
			n = p.waves(line, opHHCurve)
		case first.x3 == 0:
			n = p.waves(line, opVVCurve)
		case first.y1 == 0, first.x1 == 0:
			n = p.turns(line)
		default:
			n = p.curves(line)
		}
		line = line[n:]
	}
}

// aligned is a piece that ends level or upright.
func (s *segment) aligned() bool { return s.x3 == 0 || s.y3 == 0 }

// alternating is how many straight segments begin here that are level and upright
// by turns.
func alternating(line []segment) int {
	n := 0
	for n < len(line) && n < mostNumbers && !line[n].curve && line[n].aligned() &&
		(n == 0 || (line[n].y3 == 0) != (line[n-1].y3 == 0)) {
		n++
	}
	return n
}

func (p *pen) alignedLines(line []segment) int {
	n := alternating(line)
	for i := range line[:n] {
		p.number(line[i].x3 + line[i].y3) // one of them is 0
	}
	op := byte(opHLine)
	if line[0].x3 == 0 {
		op = opVLine
	}
	p.out = append(p.out, op)
	return n
}

// lines are straight segments, and the curve after them.
func (p *pen) lines(line []segment) int {
	n := 0
	for n < len(line) && n < mostNumbers/2-3 && !line[n].curve && (n == 0 || alternating(line[n:]) < 2) {
		p.numbers(line[n].x3, line[n].y3)
		n++
	}
	if n < len(line) && line[n].curve && !line[n].special() {
		s := &line[n]
		p.numbers(s.x1, s.y1, s.x2, s.y2, s.x3, s.y3)
		p.out = append(p.out, opLineCurve)
		return n + 1
	}
	p.out = append(p.out, opRLine)
	return n
}

// turns are curves from level to upright and back, by turns; the last may end as
// it likes.
func (p *pen) turns(line []segment) int {
	level := line[0].y1 == 0 && (line[0].x3 == 0 || line[0].x1 != 0)
	op := byte(opVHCurve)
	if level {
		op = opHVCurve
	}
	n := 0
	for free := false; n < len(line) && n < mostNumbers/4-1 && !free && line[n].curve; n++ {
		s := &line[n]
		if level {
			if s.y1 != 0 {
				break
			}
			p.numbers(s.x1, s.x2, s.y2, s.y3)
			if free = s.x3 != 0; free {
				p.number(s.x3)
			}
		} else {
			if s.x1 != 0 {
				break
			}
			p.numbers(s.y1, s.x2, s.y2, s.x3)
			if free = s.y3 != 0; free {
				p.number(s.y3)
			}
		}
		level = !level
	}
	p.out = append(p.out, op)
	return n
}

// waves are curves from level to level, or from upright to upright; the first may
// begin as it likes.
func (p *pen) waves(line []segment, op byte) int {
	n := 0
	for n < len(line) && n < mostNumbers/4-1 && line[n].curve {
		s := line[n]
		if op == opVVCurve {
			s.x1, s.y1, s.x3, s.y3 = s.y1, s.x1, s.y3, s.x3
		}
		if s.y3 != 0 || n > 0 && s.y1 != 0 {
			break
		}
		if s.y1 != 0 {
			p.number(s.y1)
		}
		p.numbers(s.x1, s.x2, s.y2, s.x3)
		n++
	}
	p.out = append(p.out, op)
	return n
}

func (p *pen) curves(line []segment) int {
	n := 0
	for n < len(line) && n < mostNumbers/6 && line[n].curve && (n == 0 || !line[n].special()) {
		s := &line[n]
		p.numbers(s.x1, s.y1, s.x2, s.y2, s.x3, s.y3)
		n++
	}
	p.out = append(p.out, opRRCurve)
	return n
}

// special is a curve that another operator draws with fewer numbers.
func (s *segment) special() bool { return s.x1 == 0 || s.y1 == 0 || s.x3 == 0 || s.y3 == 0 }

// fraction writes a number that needn't be whole.
func (p *pen) fraction(v, by int) {
	if v%by == 0 {
		p.number(v / by)
		return
	}
	p.out = binary.BigEndian.AppendUint32(append(p.out, 255), uint32((v<<16+by/2)/by))
}

func (p *pen) number(v int) { p.out = appendCFF(p.out, v) }

// appendCFF writes a whole number as charstrings and dictionaries do.
func appendCFF(b []byte, v int) []byte {
	switch {
	case v >= -107 && v <= 107:
		return append(b, byte(v+139))
	case v >= 108 && v <= 1131:
		v -= 108
		return append(b, byte(v>>8+247), byte(v))
	case v >= -1131 && v <= -108:
		v = -v - 108
		return append(b, byte(v>>8+251), byte(v))
	}
	return append(b, 28, byte(v>>8), byte(v))
}
