package pdf

import (
	"encoding/binary"
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"yipiao/invoice/text"
)

// Outlines are set on a grid, which makes them a fifth shorter, and most of a file
// are outlines. Its lines are 1/45 mm apart where the regular weight is set in the
// body's size, and closer for the bold one, which is set larger: letters look the
// same on paper, and on a screen.
const (
	perEmRegular = 125
	perEmBold    = 250
)

var errOutline = errors.New("an outline is broken")

// Flags of an outline's points (OpenType, glyf).
const (
	onCurve  = 0x01
	shortX   = 0x02
	shortY   = 0x04
	repeated = 0x08
	sameX    = 0x10 // of a short one: to the right
	sameY    = 0x20 // of a short one: upwards
	overlaps = 0x40
)

// gridded are a font's simple outlines on the grid, each made when it is first
// drawn and kept for the documents after. It may be used by several goroutines.
type gridded struct {
	grid  int
	pages [256]atomic.Pointer[griddedPage] // by the glyph's first byte
}

type griddedPage [256]atomic.Pointer[griddedOutline]

// griddedOutline is an outline, and how far its left edge went.
type griddedOutline struct {
	data  []byte
	moved int
}

// grids are the gridded outlines of every font used.
var grids sync.Map

func griddedOf(f *text.Font) *gridded {
	if g, ok := grids.Load(f); ok {
		return g.(*gridded)
	}
	g := &gridded{grid: f.Units() / perEmRegular}
	if f.Bold {
		g.grid = f.Units() / perEmBold
	}
	kept, _ := grids.LoadOrStore(f, g)
	return kept.(*gridded)
}

// outline is the outline of a glyph, made from the font's own if it wasn't yet.
func (g *gridded) outline(glyph int, own []byte, o *outliner) (*griddedOutline, error) {
	page := g.pages[glyph>>8].Load()
	if page == nil {
		g.pages[glyph>>8].CompareAndSwap(nil, new(griddedPage))
		page = g.pages[glyph>>8].Load()
	}
	if made := page[glyph&0xFF].Load(); made != nil {
		return made, nil
	}
	o.grid = g.grid
	data, moved, err := o.append(make([]byte, 0, len(own)), own)
	if err != nil {
		return nil, err
	}
	made := &griddedOutline{data, moved}
	page[glyph&0xFF].Store(made) // who comes second stores the same
	return made, nil
}

// outliner writes simple outlines on a grid, and without the instructions that
// would move their points once more. It keeps its memory from one to the next.
type outliner struct {
	grid   int
	flags  []byte
	xs, ys []int
}

// append appends an outline to glyf. Moved is how far its left edge went.
func (o *outliner) append(glyf, outline []byte) (_ []byte, moved int, err error) {
	contours := int(binary.BigEndian.Uint16(outline))
	ends := 10 + 2*contours
	if contours == 0 {
		return glyf, 0, nil
	}
	if ends+2 > len(outline) {
		return nil, 0, errOutline
	}
	points := int(binary.BigEndian.Uint16(outline[ends-2:])) + 1
	after := ends + 2 + int(binary.BigEndian.Uint16(outline[ends:]))
	if after > len(outline) || !o.read(outline[after:], points) {
		return nil, 0, errOutline
	}
	o.snap(o.xs)
	o.snap(o.ys)
	left := slices.Min(o.xs)
	glyf = append(glyf, outline[:2]...)
	for _, v := range [...]int{left, slices.Min(o.ys), slices.Max(o.xs), slices.Max(o.ys)} {
		glyf = binary.BigEndian.AppendUint16(glyf, uint16(v))
	}
	glyf = append(append(glyf, outline[10:ends]...), 0, 0) // no instructions
	return o.write(glyf), left - int(int16(binary.BigEndian.Uint16(outline[2:]))), nil
}

// read takes the points of an outline, their places from the origin.
func (o *outliner) read(b []byte, points int) bool {
	o.flags = o.flags[:0]
	for len(o.flags) < points {
		if len(b) < 2 {
			return false
		}
		flag, times := b[0], 1
		b = b[1:]
		if flag&repeated != 0 {
			times += int(b[0])
			b = b[1:]
		}
		for range times {
			o.flags = append(o.flags, flag)
		}
	}
	if len(o.flags) > points {
		return false
	}
	var ok bool
	if o.xs, b, ok = o.coordinates(o.xs[:0], b, shortX, sameX); !ok {
		return false
	}
	o.ys, _, ok = o.coordinates(o.ys[:0], b, shortY, sameY)
	return ok
}

// coordinates reads one of the two of each point.
func (o *outliner) coordinates(to []int, b []byte, short, same byte) ([]int, []byte, bool) {
	v := 0
	for _, flag := range o.flags {
		switch {
		case flag&short != 0:
			if len(b) < 1 {
				return to, b, false
			}
			if flag&same != 0 {
				v += int(b[0])
			} else {
				v -= int(b[0])
			}
			b = b[1:]
		case flag&same == 0:
			if len(b) < 2 {
				return to, b, false
			}
			v += int(int16(binary.BigEndian.Uint16(b)))
			b = b[2:]
		}
		to = append(to, v)
	}
	return to, b, true
}

// snap moves coordinates to the nearest line of the grid.
func (o *outliner) snap(places []int) {
	if o.grid < 2 {
		return
	}
	for i, v := range places {
		v += o.grid / 2
		if v < 0 {
			v -= o.grid - 1 // division rounds to zero
		}
		places[i] = v / o.grid * o.grid
	}
}

// write appends flags and coordinates, each as short as it can be.
func (o *outliner) write(glyf []byte) []byte {
	x, y := 0, 0
	for i := range o.flags {
		o.flags[i] = o.flags[i]&(onCurve|overlaps) | flagOf(o.xs[i]-x, shortX, sameX) | flagOf(o.ys[i]-y, shortY, sameY)
		x, y = o.xs[i], o.ys[i]
	}
	for i := 0; i < len(o.flags); {
		flag, times := o.flags[i], 1
		for i+times < len(o.flags) && o.flags[i+times] == flag && times <= 0xFF {
			times++
		}
		switch i += times; times {
		case 1:
			glyf = append(glyf, flag)
		case 2:
			glyf = append(glyf, flag, flag)
		default:
			glyf = append(glyf, flag|repeated, byte(times-1))
		}
	}
	return appendSteps(appendSteps(glyf, o.xs), o.ys)
}

// flagOf is how a step from one point to the next is written.
func flagOf(step int, short, same byte) byte {
	switch {
	case step == 0:
		return same
	case step > 0 && step <= 0xFF:
		return short | same
	case step < 0 && step >= -0xFF:
		return short
	}
	return 0
}

func appendSteps(glyf []byte, places []int) []byte {
	at := 0
	for _, v := range places {
		switch step := v - at; {
		case step == 0:
		case step > 0 && step <= 0xFF:
			glyf = append(glyf, byte(step))
		case step < 0 && step >= -0xFF:
			glyf = append(glyf, byte(-step))
		default:
			glyf = binary.BigEndian.AppendUint16(glyf, uint16(step))
		}
		at = v
	}
	return glyf
}
