package pdf

import "yipiao/templates"

// Sizes of the letterhead, in percent of the body text.
const (
	nameSize   = 165
	nameSecond = 120
	titleSize  = 215
	titleOther = 150
)

const (
	logoWidth  = 120 * pt
	logoHeight = 44 * pt
)

// letterhead draws the seller and the document's title.
func (p *painter) letterhead() error {
	h := &p.f.Head
	var logo *Picture
	var width, height int
	if h.Logo != nil {
		var err error
		if logo, err = p.picture(h.Logo); err != nil {
			return err
		}
		width, height = fit(logo, logoWidth, logoHeight)
	}
	top := p.y
	if p.f.Style.Heading == "split" {
		p.splitHead(logo, width, height)
	} else {
		if logo != nil {
			p.figure(logo, h.Logo, Box{p.left, top, width, height})
			width += 10 * pt
		}
		p.centredHead(width, top+height)
	}
	p.fresh = false
	return nil
}

// seller sets the seller's name, address and details.
func (p *painter) seller(width int) lines {
	h := &p.f.Head
	name := setting{p.fonts.Bold, p.f.Style.Size * nameSize / 100, p.accent}
	second := setting{p.fonts.Bold, p.f.Style.Size * nameSecond / 100, p.accent}
	small := setting{p.fonts.Regular, p.f.Style.Size * 92 / 100, muted}
	var l lines
	first, other := h.Name.Zh, h.Name.En
	if first == "" || first == other {
		first, other = other, ""
	}
	l = p.setOne(l, first, &name, width)
	if other != "" {
		l = p.setOne(l, other, &second, width)
	}
	l = p.set(l, h.Address, &small, width)
	return p.details(l, &small, width)
}

// details sets telephone, e-mail and the like one after the other; none is
// broken that fits in a line.
func (p *painter) details(l lines, s *setting, width int) lines {
	const between = "   "
	line := ""
	for _, d := range p.f.Head.Details {
		if more := line + between + oneLine(d); line != "" && s.face.Width(more, s.size) <= width {
			line = more
			continue
		}
		if line != "" {
			l = p.setOne(l, line, s, width)
		}
		line = oneLine(d)
	}
	if line != "" {
		l = p.setOne(l, line, s, width)
	}
	return l
}

// title sets the document's title.
func (p *painter) title(width int) lines {
	big := setting{p.fonts.Bold, p.f.Style.Size * titleSize / 100, p.accent}
	other := setting{p.fonts.Bold, p.f.Style.Size * titleOther / 100, p.accent}
	t := p.f.Title
	if t.Zh == "" || t.En == "" || t.Zh == t.En {
		return p.set(nil, t, &big, width)
	}
	return p.setOne(p.setOne(nil, t.Zh, &big, width), t.En, &other, width)
}

// centredHead centres everything, clear of a logo at the left.
func (p *painter) centredHead(indent, logoBottom int) {
	width := p.width() - 2*indent
	p.y = max(p.element("P", p.seller(width), p.left+indent, p.y, width, templates.Centre), logoBottom) + 5*pt
	p.horizontal(p.left, p.right, p.y, ruler{1200, p.accent})
	p.y += 4 * pt
	p.y = p.element("H1", p.title(p.width()), p.left, p.y, p.width(), templates.Centre) + 5*pt
}

// splitHead puts the seller at the left, title and number at the right.
func (p *painter) splitHead(logo *Picture, width, height int) {
	const gap = 16 * pt
	right := p.width() * 40 / 100
	left := p.width() - right - gap
	y := p.y
	if logo != nil {
		p.figure(logo, p.f.Head.Logo, Box{p.left, y, width, height})
		y += height + 5*pt
	}
	y = p.element("P", p.seller(left), p.left, y, left, templates.Left)
	x := p.left + left + gap
	other := p.element("H1", p.title(right), x, p.y, right, templates.Right)
	number := setting{p.fonts.Regular, p.f.Style.Size * 110 / 100, muted}
	other = p.element("P", p.setOne(nil, p.f.Number, &number, right), x, other+2*pt, right, templates.Right)
	p.y = max(y, other) + 6*pt
	p.horizontal(p.left, p.right, p.y, ruler{1500, p.accent})
	p.y += 2 * pt
}
