package pdf

import "yipiao/templates"

// Sizes of the letterhead, in percent of the body text.
const (
	nameSize   = 160
	nameSecond = 118
	titleSize  = 200
	titleOther = 140
	titleLeast = 110
)

const (
	logoWidth  = 120 * pt
	logoHeight = 38 * pt
)

// letterhead draws the seller and the document's title.
func (p *painter) letterhead() error {
	h := &p.f.Head
	var logo *Picture
	var box Box
	if h.Logo != nil {
		var err error
		if logo, err = p.picture(h.Logo); err != nil {
			return err
		}
		width, height := fit(logo, logoWidth, logoHeight)
		box = Box{p.left, p.y, width, height}
		p.figure(logo, h.Logo, box)
	}
	if p.f.Style.Heading == "split" {
		p.splitHead(box)
	} else {
		p.centredHead(box)
	}
	return nil
}

// seller sets the seller's name, address and details.
func (p *painter) seller(width int) lines {
	h := &p.f.Head
	name := setting{p.fonts.Bold, p.f.Style.Size * nameSize / 100, p.accent}
	second := setting{p.fonts.Bold, p.f.Style.Size * nameSecond / 100, p.accent}
	small := setting{p.fonts.Regular, p.f.Style.Size * 92 / 100, muted}
	first, other := h.Name.Zh, h.Name.En
	if first == "" || first == other {
		first, other = other, ""
	}
	if wide := p.fonts.Bold.Width(first, name.size); wide > width { // smaller, if that keeps it in one line
		name.size = max(name.size*width/wide, second.size)
	}
	l := p.setOne(nil, first, &name, width)
	if other != "" {
		l = p.setOne(l, other, &second, width)
	}
	if wide := p.f.Style.Heading == "split" && len(l) == 2; wide && l[0].Width+pairGap+l[1].Width <= width {
		l[1] = l[1].beside(l[0].Width + pairGap)
	}
	l = p.set(l, h.Address, &small, width)
	return p.details(l, &small, width)
}

// details sets telephone, e-mail and the like one after the other.
func (p *painter) details(l lines, s *setting, width int) lines {
	texts := make([]string, len(p.f.Head.Details))
	for i, d := range p.f.Head.Details {
		texts[i] = d.Joined(" ")
	}
	return p.gathered(l, texts, "   ", s, width)
}

// title sets the document's title.
func (p *painter) title(width int) lines {
	big := setting{p.fonts.Bold, p.f.Style.Size * titleSize / 100, p.accent}
	other := setting{p.fonts.Bold, p.f.Style.Size * titleOther / 100, p.accent}
	t := p.f.Title
	if t.Zh == "" || t.En == "" || t.Zh == t.En {
		if wide := big.face.Width(t.Joined(" "), big.size); p.f.Original != nil && wide > width { // a file's name is not broken
			big.size = max(big.size*width/wide, p.f.Style.Size*titleLeast/100)
		}
		return p.set(nil, t, &big, width)
	}
	return p.setOne(p.setOne(nil, t.Zh, &big, width), t.En, &other, width)
}

// centredHead centres everything, clear of a logo at the left.
func (p *painter) centredHead(logo Box) {
	indent := 0
	if logo.Width > 0 {
		indent = logo.Width + 8*pt
	}
	width := p.width() - 2*indent
	p.running("P", p.seller(width), p.left+indent, width, templates.Centre)
	p.y = max(p.y, logo.Y+logo.Height) + 3*pt
	p.horizontal(p.left, p.right, p.y, ruler{1200, p.accent})
	p.y += 3 * pt
	p.running("H1", p.title(p.width()), p.left, p.width(), templates.Centre)
	p.y += 3 * pt
}

// splitHead puts the logo, or else the seller, at the left, title and number at
// the right. Under a logo the seller has the page's width.
func (p *painter) splitHead(logo Box) {
	const gap = 16 * pt
	top := p.y
	right := p.width() * 40 / 100
	left := p.width() - right - gap
	x := p.left + left + gap
	number := setting{p.fonts.Regular, p.f.Style.Size * 110 / 100, muted}
	p.running("H1", p.title(right), x, right, templates.Right)
	p.y += pt
	p.running("P", p.setOne(nil, p.f.Number, &number, right), x, right, templates.Right)
	pages, below := p.w.Pages(), p.y
	if logo.Width > 0 {
		p.y = max(p.y, logo.Y+logo.Height) + 5*pt
		left = p.width()
	} else if pages == 1 {
		p.y = top
	}
	p.running("P", p.seller(left), p.left, left, templates.Left)
	if p.w.Pages() == pages {
		p.y = max(p.y, below)
	}
	p.y += 4 * pt
	p.horizontal(p.left, p.right, p.y, ruler{1500, p.accent})
}

// running draws lines as one element from here down, on as many pages as they
// take.
func (p *painter) running(tag string, l lines, x, width int, align templates.Align) {
	if len(l) == 0 {
		return
	}
	english := l.english()
	p.w.Begin(Element{Tag: tag, Lang: p.langIf(english)})
	for {
		n := len(within(l, p.bottom-p.y))
		if n == 0 && p.fresh && p.y == p.f.Style.Top {
			n = 1
		}
		p.y = p.draw(l[:n], x, p.y, width, align, english)
		p.fresh = p.fresh && n == 0
		if l = l[n:]; len(l) == 0 {
			break
		}
		e := p.w.suspend()
		p.newPage()
		p.w.resume(e)
	}
	p.w.End()
}
