package pdf

import (
	"yipiao/invoice/text"
	"yipiao/templates"
)

// painter draws one form, from the top down. Lengths are thousandths of a point.
type painter struct {
	w        *Writer
	f        *templates.Form
	fonts    text.Set
	pictures *Pictures
	chinese  bool // the document's own language

	left, right, bottom int // of what blocks may fill
	y                   int // where the next block begins
	fresh               bool
	across              bool // pages lie across
	afterGrid           bool // the block before was a grid of entries, which the next may go on

	settings
	line   ruler // of boxes and tables
	grid   bool
	accent Colour
}

// settings are how the parts of a form are set.
type settings struct {
	body, strong, quiet, detail, label, labelStrong, heading, head setting
}

// scaled are the settings in another size.
func (s settings) scaled(percent int) settings {
	for _, each := range [...]*setting{&s.body, &s.strong, &s.quiet, &s.detail, &s.label, &s.labelStrong, &s.heading, &s.head} {
		each.size = each.size * percent / 100
	}
	return s
}

// ruler is how rules look.
type ruler struct {
	thickness int
	colour    Colour
}

const (
	pt       = 1000
	padX     = 3 * pt // within cells
	padY     = 2200
	footRoom = 15 * pt // of the foot, above the bottom margin
)

var (
	ink   = Colour{0x1A, 0x1A, 0x1A}
	muted = Colour{0x5A, 0x60, 0x68}
	pale  = Colour{0xC4, 0xCA, 0xD2}
)

func newPainter(f *templates.Form, fonts text.Set, pictures *Pictures) *painter {
	s := &f.Style
	if pictures == nil {
		pictures = &Pictures{} // a picture used twice is written once
	}
	p := &painter{w: NewWriter(info(f)), f: f, fonts: fonts, pictures: pictures, chinese: f.Lang.Zh(),
		left: s.Left, right: s.Width - s.Right, bottom: s.Height - s.Bottom - footRoom,
		grid: s.Rules == "grid", accent: Colour(s.Accent)}
	p.body = setting{fonts.Regular, s.Size, ink}
	p.strong = setting{fonts.Bold, s.Size, ink}
	p.quiet = setting{fonts.Regular, s.Size, muted}
	p.detail = setting{fonts.Regular, s.Size * 92 / 100, muted}
	p.label = setting{fonts.Regular, s.Size * 84 / 100, muted}
	p.labelStrong = setting{fonts.Bold, s.Size * 88 / 100, p.accent}
	p.heading = setting{fonts.Bold, s.Size * 106 / 100, p.accent}
	p.head = setting{fonts.Bold, s.Size * 92 / 100, Colour(s.OnShade)}
	p.line = ruler{500, pale}
	if p.grid {
		p.line = ruler{500, Colour{0x30, 0x30, 0x30}}
	}
	return p
}

// form draws everything.
func (p *painter) form() error {
	blocks := p.f.Blocks
	leaf := len(blocks) > 0 && blocks[0].Facsimile != nil
	p.across = p.f.Original != nil && needsAcross(blocks)
	p.turnedPage(leaf && liesAcross(blocks[0].Facsimile) || !leaf && p.across)
	p.w.Begin(Element{Tag: "Document"})
	if leaf {
		var err error
		if blocks, err = p.leaves(blocks); err != nil {
			return err
		}
		p.across = needsAcross(blocks)
		p.newPage()
	}
	if err := p.letterhead(); err != nil {
		return err
	}
	for len(blocks) > 0 {
		if blocks[0].Facsimile != nil {
			var err error
			if blocks, err = p.leaves(blocks); err != nil {
				return err
			}
			if len(blocks) > 0 {
				p.across = needsAcross(blocks)
				p.newPage()
			}
			continue
		}
		n, err := p.next(blocks)
		if err != nil {
			return err
		}
		blocks = blocks[n:]
	}
	p.w.End()
	if err := p.everyPage(); err != nil {
		return err
	}
	if len(p.f.Order) > 0 {
		p.w.Attach(Attachment{Name: "order.yaml", Type: "application/yaml", Relationship: "Data",
			Description: "The order that this document shows", Data: p.f.Order, Changed: p.f.Date.Time()})
	}
	if o := p.f.Original; o != nil {
		p.w.Attach(Attachment{Name: o.Name, Type: o.Type, Relationship: "Source",
			Description: "The original, byte for byte", Data: o.Data, Changed: p.f.Date.Time()})
	}
	return nil
}

// next draws the first of the blocks, with others that stand beside it, and
// tells how many it drew.
func (p *painter) next(blocks []templates.Block) (int, error) {
	if n := p.besideSign(blocks); n > 0 {
		return n + 1, p.sign(blocks[n].Sign, blocks[:n])
	}
	p.keepWithSign(blocks)
	if p.twoNotes(blocks) {
		return 2, nil
	}
	return 1, p.block(&blocks[0])
}

func (p *painter) block(b *templates.Block) error {
	if b.Boxes == nil {
		p.afterGrid = false
	}
	switch {
	case b.Boxes != nil:
		return p.boxes(b)
	case b.Table != nil:
		return p.table(b)
	case b.Sign != nil:
		return p.sign(b.Sign, nil)
	}
	p.paragraphs(b)
	return nil
}

// width of what blocks may fill.
func (p *painter) width() int { return p.right - p.left }

func (p *painter) newPage() { p.turnedPage(p.across) }

// mostUpright is how many columns a table of a translation has at most on an
// upright page.
const mostUpright = 10

// needsAcross reports whether what follows, up to the next facsimile, has a
// table that is too wide for an upright page.
func needsAcross(blocks []templates.Block) bool {
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.Facsimile != nil:
			return false
		case b.Table != nil && len(b.Table.Columns) > mostUpright:
			return true
		}
	}
	return false
}

// need begins a new page unless height is left on this one.
func (p *painter) need(height int) {
	if p.y+height > p.bottom && !p.fresh {
		p.newPage()
	}
}

// gap leaves space before a block, none at a page's top.
func (p *painter) gap() {
	if !p.fresh {
		p.y += p.gapHeight()
	}
}

// gapHeight is the space between blocks: none in the ruled form.
func (p *painter) gapHeight() int {
	if p.grid {
		return 0
	}
	return p.f.Style.Size * 65 / 100
}

// horizontal draws a rule.
func (p *painter) horizontal(x1, x2, y int, r ruler) { p.w.Rule(x1, y, x2, y, r.thickness, r.colour) }

// frame draws a border.
func (p *painter) frame(x, y, width, height int) {
	r := p.line
	p.horizontal(x, x+width, y, r)
	p.horizontal(x, x+width, y+height, r)
	p.w.Rule(x, y, x, y+height, r.thickness, r.colour)
	p.w.Rule(x+width, y, x+width, y+height, r.thickness, r.colour)
}

// headingHeight is the height of a block's heading.
func (p *painter) headingHeight() int { return p.heading.leading() + 2*padY }

// drawHeading draws a block's heading: a band in the ruled form, else a line
// with a rule under it.
func (p *painter) drawHeading(s, tag string) {
	if s == "" {
		return
	}
	h := p.headingHeight()
	x := p.left
	if p.grid {
		p.w.Fill(p.left, p.y, p.width(), h, Colour(p.f.Style.Shade))
		p.frame(p.left, p.y, p.width(), h)
		x += padX
	} else {
		p.horizontal(p.left, p.right, p.y+h-padY/2, ruler{600, p.accent})
	}
	l := p.setOne(nil, s, &p.heading, p.width()-2*padX)
	p.element(tag, l[:1], x, p.y+padY, p.width(), templates.Left)
	p.y += h
	p.fresh = false
}

// picture reads a picture of the form.
func (p *painter) picture(of *templates.Picture) (*Picture, error) {
	if of.Image != nil {
		return newPixels(greyed(of.Image)), nil
	}
	pic, err := p.pictures.Read(of.Data)
	if err != nil {
		return nil, &PictureError{of.Path, err}
	}
	return pic, nil
}

// fit is the size of a picture as large as width and height allow.
func fit(pic *Picture, width, height int) (int, int) {
	if h := width * pic.Height / pic.Width; h <= height {
		return width, max(h, 1)
	}
	return max(height*pic.Width/pic.Height, 1), height
}

// figure draws a picture as an element.
func (p *painter) figure(pic *Picture, of *templates.Picture, box Box) {
	alt := of.Alt.Joined(" ")
	if alt == "" {
		alt = of.Path
	}
	p.w.Begin(Element{Tag: "Figure", Alt: alt, Box: box})
	p.w.Image(pic, box.X, box.Y, box.Width, box.Height)
	p.w.End()
}
