package page

import "image"

// part is a part of a picture that lines enclose, and that is read by itself:
// a cell of a table, or what is around all of them.
type part struct {
	left, top int // of its picture within the whole
	grey      *grey
}

// margin is the paper left around a part's picture: letters at an edge are
// read badly.
const margin = 16

// partsOf are the parts of a picture in which there is ink, between lines that
// were taken out of it.
func (g *grey) partsOf(d *drawn) []part {
	const coarse, most = 2, 1500
	w, h := g.w/coarse+1, g.h/coarse+1
	region := make([]int32, w*h) // 0: not seen yet, -1: a line
	for _, lines := range [][]box{d.levels, d.rules} {
		for _, l := range lines {
			for y := l.top / coarse; y <= min(h-1, (l.bottom+coarse)/coarse); y++ {
				for x := l.left / coarse; x <= min(w-1, (l.right+coarse)/coarse); x++ {
					region[y*w+x] = -1
				}
			}
		}
	}
	var bounds []image.Rectangle
	for i := range region {
		if region[i] == 0 && len(bounds) < most {
			bounds = append(bounds, fill(region, w, h, i, int32(len(bounds)+1)))
		}
	}
	var parts []part
	for i, b := range bounds {
		if p, ok := g.part(region, w, coarse, int32(i+1), b); ok {
			parts = append(parts, p)
		}
	}
	return parts
}

// fill marks all places that hang together with one, and tells how far they
// reach.
func fill(region []int32, w, h, start int, mark int32) image.Rectangle {
	b := image.Rect(start%w, start/w, start%w+1, start/w+1)
	region[start] = mark
	stack := []int{start}
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		x, y := i%w, i/w
		b = b.Union(image.Rect(x, y, x+1, y+1))
		for _, n := range [...]image.Point{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
			if n.X < 0 || n.Y < 0 || n.X >= w || n.Y >= h || region[n.Y*w+n.X] != 0 {
				continue
			}
			region[n.Y*w+n.X] = mark
			stack = append(stack, n.Y*w+n.X)
		}
	}
	return b
}

// part cuts a region out, unless it is empty or no letter fits into it.
func (g *grey) part(region []int32, w, coarse int, mark int32, b image.Rectangle) (part, bool) {
	const smallest, specks = 6, 12
	if b.Dx() < smallest || b.Dy() < smallest {
		return part{}, false
	}
	const near = 2 // places under the lines, where letters may reach
	left, top := max(0, (b.Min.X-near)*coarse), max(0, (b.Min.Y-near)*coarse)
	right, bottom := min(g.w, (b.Max.X+near)*coarse), min(g.h, (b.Max.Y+near)*coarse)
	p := part{left - margin, top - margin, newGrey(right-left+2*margin, bottom-top+2*margin)}
	for i := range p.grey.pix {
		p.grey.pix[i] = 255
	}
	ink := 0
	for y := top; y < bottom; y++ {
		for x := left; x < right; x++ {
			if m := region[y/coarse*w+x/coarse]; m != mark && m != -1 {
				continue
			}
			v := g.pix[y*g.w+x]
			if v < dark {
				ink++
			}
			p.grey.pix[(y-top+margin)*p.grey.w+x-left+margin] = v
		}
	}
	return p, ink > specks
}
