package pdf

import (
	"encoding/binary"
	"errors"

	"yipiao/invoice/text"
)

var errOutline = errors.New("an outline is broken")

// Bounds on what one glyph may be put together of.
const (
	mostPoints = 20_000
	mostParts  = 400
	deepest    = 8
)

// point is a point of an outline, in the font's units. A curve goes through it,
// or is only drawn towards it.
type point struct {
	x, y int
	on   bool
}

// outline is a glyph's outline (OpenType, glyf): closed lines of straight pieces
// and quadratic curves.
type outline struct {
	font   *text.Font
	points []point
	ends   []int // after the last point of each closed line
	parts  int
}

// read takes the outline of a glyph, with the parts of a composed one.
func (o *outline) read(glyph, depth int) error {
	data, err := o.font.Outline(glyph)
	switch {
	case err != nil:
		return err
	case len(data) == 0:
		return nil
	case len(data) < 10 || depth > deepest:
		return errOutline
	case int16(binary.BigEndian.Uint16(data)) >= 0:
		return o.simple(int(binary.BigEndian.Uint16(data)), data[10:])
	}
	return o.composed(data[10:], depth)
}

// Flags of an outline's points.
const (
	onCurve  = 0x01
	shortX   = 0x02
	shortY   = 0x04
	repeated = 0x08
	sameX    = 0x10 // of a short one: to the right
	sameY    = 0x20 // of a short one: upwards
)

// simple takes so many closed lines.
func (o *outline) simple(lines int, data []byte) error {
	if lines == 0 {
		return nil
	}
	if len(data) < 2*lines+2 {
		return errOutline
	}
	first, before := len(o.points), len(o.points)
	for i := range lines {
		end := first + int(binary.BigEndian.Uint16(data[2*i:])) + 1
		if end < before || end > mostPoints {
			return errOutline
		}
		o.ends, before = append(o.ends, end), end
	}
	after := 2*lines + 2 + int(binary.BigEndian.Uint16(data[2*lines:])) // the instructions
	if after > len(data) {
		return errOutline
	}
	data = data[after:]
	flags := make([]byte, 0, before-first)
	for len(flags) < before-first {
		if len(data) < 2 {
			return errOutline
		}
		flag, times := data[0], 1
		data = data[1:]
		if flag&repeated != 0 {
			times += int(data[0])
			data = data[1:]
		}
		for range times {
			flags = append(flags, flag)
		}
	}
	if len(flags) > before-first {
		return errOutline
	}
	for _, flag := range flags {
		o.points = append(o.points, point{on: flag&onCurve != 0})
	}
	data, ok := steps(data, flags, shortX, sameX, func(i, v int) { o.points[first+i].x = v })
	if ok {
		_, ok = steps(data, flags, shortY, sameY, func(i, v int) { o.points[first+i].y = v })
	}
	if !ok {
		return errOutline
	}
	return nil
}

// steps reads one of the two coordinates of each point, written as the step from
// the point before, and gives what follows.
func steps(data, flags []byte, short, same byte, set func(i, v int)) ([]byte, bool) {
	v := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0:
			if len(data) < 1 {
				return nil, false
			}
			if flag&same != 0 {
				v += int(data[0])
			} else {
				v -= int(data[0])
			}
			data = data[1:]
		case flag&same == 0:
			if len(data) < 2 {
				return nil, false
			}
			v += int(int16(binary.BigEndian.Uint16(data)))
			data = data[2:]
		}
		set(i, v)
	}
	return data, true
}

// Flags of a part of a composed outline.
const (
	wordArguments = 0x0001
	offsets       = 0x0002 // the arguments are an offset, not two points to lay on each other
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	matrix        = 0x0080
)

// composed takes the parts of a composed outline.
func (o *outline) composed(data []byte, depth int) error {
	whole := len(o.points)
	for more := true; more; {
		if o.parts++; o.parts > mostParts || len(data) < 4 {
			return errOutline
		}
		flags, glyph := binary.BigEndian.Uint16(data), int(binary.BigEndian.Uint16(data[2:]))
		more = flags&moreParts != 0
		dx, dy, rest, ok := arguments(data[4:], flags)
		if !ok {
			return errOutline
		}
		scale, rest, ok := scaling(rest, flags)
		if !ok {
			return errOutline
		}
		data = rest
		part := len(o.points)
		if err := o.read(glyph, depth+1); err != nil {
			return err
		}
		for i := range o.points[part:] {
			scale.apply(&o.points[part+i])
		}
		if flags&offsets == 0 {
			to, from := whole+dx, part+dy
			if dx < 0 || dy < 0 || to >= part || from >= len(o.points) {
				return errOutline
			}
			dx, dy = o.points[to].x-o.points[from].x, o.points[to].y-o.points[from].y
		}
		for i := range o.points[part:] {
			o.points[part+i].x += dx
			o.points[part+i].y += dy
		}
	}
	return nil
}

// arguments are the two arguments of a part: an offset, signed, or numbers of
// points.
func arguments(data []byte, flags uint16) (a, b int, rest []byte, ok bool) {
	size := 2
	if flags&wordArguments != 0 {
		size = 4
	}
	if len(data) < size {
		return 0, 0, nil, false
	}
	switch words, signed := flags&wordArguments != 0, flags&offsets != 0; {
	case words && signed:
		a, b = int(int16(binary.BigEndian.Uint16(data))), int(int16(binary.BigEndian.Uint16(data[2:])))
	case words:
		a, b = int(binary.BigEndian.Uint16(data)), int(binary.BigEndian.Uint16(data[2:]))
	case signed:
		a, b = int(int8(data[0])), int(int8(data[1]))
	default:
		a, b = int(data[0]), int(data[1])
	}
	return a, b, data[size:], true
}

// unscaled is 1 in the numbers of a transformation.
const unscaled = 1 << 14

// transformation is a part's scaling, mirroring or turning.
type transformation struct{ xx, xy, yx, yy int }

// scaling reads a part's transformation.
func scaling(data []byte, flags uint16) (t transformation, rest []byte, ok bool) {
	count := 0
	switch {
	case flags&oneScale != 0:
		count = 1
	case flags&twoScales != 0:
		count = 2
	case flags&matrix != 0:
		count = 4
	}
	if len(data) < 2*count {
		return t, nil, false
	}
	at := func(i int) int { return int(int16(binary.BigEndian.Uint16(data[2*i:]))) }
	switch count {
	case 0:
		t = transformation{xx: unscaled, yy: unscaled}
	case 1:
		t = transformation{xx: at(0), yy: at(0)}
	case 2:
		t = transformation{xx: at(0), yy: at(1)}
	case 4:
		t = transformation{at(0), at(1), at(2), at(3)}
	}
	return t, data[2*count:], true
}

func (t transformation) apply(p *point) {
	half := unscaled / 2
	p.x, p.y = (p.x*t.xx+p.y*t.yx+half)>>14, (p.x*t.xy+p.y*t.yy+half)>>14
}
