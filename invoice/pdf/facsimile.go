package pdf

import (
	"image"

	"yipiao/templates"
)

// leaves draws the facsimiles that blocks begin with, each on a page of its
// own, and gives the blocks after them.
func (p *painter) leaves(blocks []templates.Block) ([]templates.Block, error) {
	for len(blocks) > 0 && blocks[0].Facsimile != nil {
		if err := p.facsimile(blocks[0].Facsimile); err != nil {
			return nil, err
		}
		blocks = blocks[1:]
	}
	return blocks, nil
}

// facsimile draws a page of another document under its caption, on paper turned
// as that page lies. It is never enlarged.
func (p *painter) facsimile(f *templates.Facsimile) error {
	if f.Width <= 0 || f.Height <= 0 {
		return nil
	}
	if !p.fresh {
		p.turnedPage(liesAcross(f))
	}
	p.running("P", p.setOne(nil, f.Caption.Joined(" "), &p.quiet, p.width()), p.left, p.width(), templates.Left)
	p.y += padY
	width, height := p.width(), p.bottom-p.y
	s := scale{1, 1}
	switch {
	case f.Width <= width && f.Height <= height:
	case f.Width*height > f.Height*width:
		s = scale{width, f.Width}
	default:
		s = scale{height, f.Height}
	}
	x, y := p.left+(width-s.of(f.Width))/2, p.y
	p.fresh = false
	return p.drawFacsimile(f, x, y, s)
}

// liesAcross reports whether a page is wider than high.
func liesAcross(f *templates.Facsimile) bool { return f.Width > f.Height }

// scale is a ratio of lengths.
type scale struct{ to, from int }

func (s scale) of(v int) int { return v * s.to / s.from }

// drawFacsimile draws f from x and y on: fills and rules lie under the texts,
// pictures over them, as a chop does.
func (p *painter) drawFacsimile(f *templates.Facsimile, x, y int, s scale) error {
	pictures := make([]*Picture, len(f.Pictures))
	for i := range f.Pictures {
		var err error
		if pictures[i], err = p.picture(f.Pictures[i].Picture); err != nil {
			return err
		}
	}
	for _, r := range f.Fills {
		p.w.Fill(x+s.of(r.X), y+s.of(r.Y), s.of(r.Width), s.of(r.Height), Colour(r.Colour))
	}
	for _, r := range f.Rules {
		p.w.Rule(x+s.of(r.X1), y+s.of(r.Y1), x+s.of(r.X2), y+s.of(r.Y2), max(s.of(r.Thickness), 100), Colour(r.Colour))
	}
	p.w.Begin(Element{Tag: "Figure", Alt: f.Alt.Joined(" "), Box: Box{x, y, s.of(f.Width), s.of(f.Height)}})
	for _, t := range f.Texts {
		face := p.fonts.Regular
		if t.Bold {
			face = p.fonts.Bold
		}
		p.w.Text(x+s.of(t.X), y+s.of(t.Y), t.Text, face, s.of(t.Size), Colour(t.Colour))
	}
	for i, pic := range f.Pictures {
		p.w.Image(pictures[i], x+s.of(pic.X), y+s.of(pic.Y), max(s.of(pic.Width), 1), max(s.of(pic.Height), 1))
	}
	p.w.End()
	return nil
}

// turnedPage begins a page, its long side up or, turned, across.
func (p *painter) turnedPage(across bool) {
	s := &p.f.Style
	width, height := s.Width, s.Height
	if across {
		width, height = height, width
	}
	p.w.AddPage(width, height)
	p.right, p.bottom = width-s.Right, height-s.Bottom-footRoom
	p.y, p.fresh = s.Top, true
}

// greyed is a picture without its colours, if it has none: most pages are black
// on white, and take a third of the room so.
func greyed(img image.Image) image.Image {
	rgba, ok := img.(*image.RGBA)
	if !ok {
		return img
	}
	size := rgba.Rect.Size()
	grey := image.NewGray(image.Rectangle{Max: size})
	for y := range size.Y {
		row := rgba.Pix[y*rgba.Stride : y*rgba.Stride+4*size.X]
		out := grey.Pix[y*grey.Stride:]
		for x := range size.X {
			p := row[4*x : 4*x+4]
			if p[0] != p[1] || p[1] != p[2] || p[3] != 255 {
				return img
			}
			out[x] = p[0]
		}
	}
	return grey
}
