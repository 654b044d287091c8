package page

import (
	"image"
	"image/color"
	"math"
)

// A picture is prepared for reading: evenly lit, straight, without the lines
// of its tables, which are found in it as they are in a PDF.

// grey is a picture in shades of grey, row by row.
type grey struct {
	w, h int
	pix  []uint8
}

func newGrey(w, h int) *grey { return &grey{w, h, make([]uint8, w*h)} }

func (g *grey) row(y int) []uint8 { return g.pix[y*g.w : (y+1)*g.w] }

// image is g for a program that reads pictures.
func (g *grey) image() *image.Gray {
	return &image.Gray{Pix: g.pix, Stride: g.w, Rect: image.Rect(0, 0, g.w, g.h)}
}

// greyOf is a picture without its colours, on white.
func greyOf(m image.Image) *grey {
	b := m.Bounds()
	g := newGrey(b.Dx(), b.Dy())
	if p, ok := m.(*image.YCbCr); ok {
		for y := range g.h {
			at := p.YOffset(b.Min.X, b.Min.Y+y)
			copy(g.row(y), p.Y[at:at+g.w])
		}
		return g
	}
	for y := range g.h {
		row := g.row(y)
		for x := range row {
			c := color.NRGBAModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
			l := (299*int(c.R) + 587*int(c.G) + 114*int(c.B)) / 1000
			row[x] = uint8((l*int(c.A) + 255*(255-int(c.A))) / 255)
		}
	}
	return g
}

// scaled is g in another size, each pixel the mean of what it covers.
func (g *grey) scaled(w, h int) *grey {
	s := newGrey(w, h)
	for y := range h {
		y0, y1 := y*g.h/h, max(y*g.h/h+1, (y+1)*g.h/h)
		for x := range w {
			x0, x1 := x*g.w/w, max(x*g.w/w+1, (x+1)*g.w/w)
			sum := 0
			for yy := y0; yy < y1; yy++ {
				for _, p := range g.pix[yy*g.w+x0 : yy*g.w+x1] {
					sum += int(p)
				}
			}
			s.pix[y*w+x] = uint8(sum / ((y1 - y0) * (x1 - x0)))
		}
	}
	return s
}

// enlarged is g times some 256ths.
func (g *grey) enlarged(by int) *grey {
	s := newGrey(g.w*by/256, g.h*by/256)
	for y := range s.h {
		for x := range s.w {
			s.pix[y*s.w+x] = g.at(min(x*65536/by, (g.w-2)*256), min(y*65536/by, (g.h-2)*256))
		}
	}
	return s
}

// turned is g turned clockwise by quarters.
func (g *grey) turned(quarters int) *grey {
	for range (quarters%4 + 4) % 4 {
		t := newGrey(g.h, g.w)
		for y := range g.h {
			for x, p := range g.row(y) {
				t.pix[x*t.w+g.h-1-y] = p
			}
		}
		g = t
	}
	return g
}

// evenly makes the paper white however it was lit: each pixel is compared with
// the bright ones around it.
func (g *grey) evenly() *grey {
	const across = 60 // tiles
	tile := max(8, max(g.w, g.h)/across)
	w, h := (g.w+tile-1)/tile, (g.h+tile-1)/tile
	paper := newGrey(w, h)
	for y := range h {
		for x := range w {
			paper.pix[y*w+x] = g.bright(x*tile, y*tile, min(g.w, (x+1)*tile), min(g.h, (y+1)*tile))
		}
	}
	paper = paper.spread()
	e := newGrey(g.w, g.h)
	for y := range g.h {
		for x, p := range g.row(y) {
			e.pix[y*g.w+x] = uint8(min(255, int(p)*255/max(1, paper.between(x, y, tile))))
		}
	}
	return e
}

// bright is how bright the paper is in a part of the picture: nine tenths of
// it are darker.
func (g *grey) bright(x0, y0, x1, y1 int) uint8 {
	var count [256]int
	for y := y0; y < y1; y++ {
		for _, p := range g.pix[y*g.w+x0 : y*g.w+x1] {
			count[p]++
		}
	}
	left := (x1 - x0) * (y1 - y0) / 10
	for i := 255; i > 0; i-- {
		if left -= count[i]; left < 0 {
			return uint8(i)
		}
	}
	return 0
}

// spread takes for each tile the brightest one near it: a tile that a
// photograph or a chop fills has no paper of its own.
func (g *grey) spread() *grey {
	s := newGrey(g.w, g.h)
	for y := range g.h {
		for x := range g.w {
			best := uint8(0)
			for yy := max(0, y-1); yy <= min(g.h-1, y+1); yy++ {
				for xx := max(0, x-1); xx <= min(g.w-1, x+1); xx++ {
					best = max(best, g.pix[yy*g.w+xx])
				}
			}
			s.pix[y*g.w+x] = best
		}
	}
	return s
}

// between is the value at a point of the picture whose tiles g are, between
// those of the four nearest tiles.
func (g *grey) between(x, y, tile int) int {
	at := func(p, n int) (lower, upper, part int) {
		p -= tile / 2
		if p < 0 {
			return 0, 0, 0
		}
		return min(p/tile, n-1), min(p/tile+1, n-1), p % tile
	}
	x0, x1, px := at(x, g.w)
	y0, y1, py := at(y, g.h)
	upper := int(g.pix[y0*g.w+x0])*(tile-px) + int(g.pix[y0*g.w+x1])*px
	lower := int(g.pix[y1*g.w+x0])*(tile-px) + int(g.pix[y1*g.w+x1])*px
	return (upper*(tile-py) + lower*py) / (tile * tile)
}

// dark is below which grey a pixel of an evenly lit picture is ink.
const dark = 150

// slope is by how much the lines of a picture rise, in thousandths of its
// width: with the right one, the rows between lines are emptiest.
func (g *grey) slope() int {
	const most, coarse = 90, 10 // 5°
	small := g
	if g.w > 1000 {
		small = g.scaled(1000, max(1, g.h*1000/g.w))
	}
	ink := small.ink()
	best, score := 0, small.contrast(ink, 0)
	try := func(s int) {
		if c := small.contrast(ink, s); c > score*1.01 {
			best, score = s, c
		}
	}
	for s := -most; s <= most; s += coarse {
		try(s)
	}
	for s := best - coarse; s <= best+coarse; s++ {
		try(s)
	}
	return best
}

// ink are the places of a picture's dark pixels.
func (g *grey) ink() []image.Point {
	var ink []image.Point
	for y := range g.h {
		for x, p := range g.row(y) {
			if p < dark {
				ink = append(ink, image.Pt(x, y))
			}
		}
	}
	return ink
}

// contrast is how unevenly ink lies on rows that rise by a slope.
func (g *grey) contrast(ink []image.Point, slope int) float64 {
	rows := make([]float64, g.h+2*g.w)
	for _, p := range ink {
		rows[g.w+p.Y-p.X*slope/1000]++
	}
	sum := 0.0
	for _, n := range rows {
		sum += n * n
	}
	return sum
}

// straightened is g turned so that lines of a slope become level.
func (g *grey) straightened(slope int) *grey {
	if slope == 0 {
		return g
	}
	a := math.Atan2(float64(slope), 1000)
	sin, cos := int(math.Round(math.Sin(a)*65536)), int(math.Round(math.Cos(a)*65536))
	s := newGrey(g.w, g.h)
	for y := range g.h {
		for x := range g.w {
			dx, dy := x-g.w/2, y-g.h/2
			s.pix[y*g.w+x] = g.at((dx*cos-dy*sin)>>8+g.w/2*256, (dx*sin+dy*cos)>>8+g.h/2*256)
		}
	}
	return s
}

// at is the grey between pixels, at a point in 256ths; white beside them.
func (g *grey) at(x, y int) uint8 {
	x0, y0, px, py := x>>8, y>>8, x&255, y&255
	if x0 < 0 || y0 < 0 || x0+1 >= g.w || y0+1 >= g.h {
		return 255
	}
	i := y0*g.w + x0
	upper := int(g.pix[i])*(256-px) + int(g.pix[i+1])*px
	lower := int(g.pix[i+g.w])*(256-px) + int(g.pix[i+g.w+1])*px
	return uint8((upper*(256-py) + lower*py) >> 16)
}

// Upright is a picture as it was photographed, by its orientation in EXIF, 1 to
// 8; in grey where it had to be turned.
func Upright(m image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return m
	}
	g := greyOf(m)
	switch orientation {
	case 2, 4, 5, 7:
		g = g.mirrored()
	}
	return g.turned([...]int{2: 0, 3: 2, 4: 2, 5: 3, 6: 1, 7: 1, 8: 3}[orientation]).image()
}

// mirrored is g with left and right exchanged.
func (g *grey) mirrored() *grey {
	m := newGrey(g.w, g.h)
	for y := range g.h {
		for x, p := range g.row(y) {
			m.pix[y*g.w+g.w-1-x] = p
		}
	}
	return m
}
