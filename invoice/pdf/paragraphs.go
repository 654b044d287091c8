package pdf

import "yipiao/templates"

// paragraphs draws texts, clauses, the amount in words.
func (p *painter) paragraphs(b *templates.Block) {
	p.gap()
	if h := oneLine(b.Heading); h != "" {
		p.need(p.headingHeight() + 3*p.body.leading())
		p.drawHeading(h, "H2")
	}
	for i := range b.Paragraphs {
		p.paragraph(&b.Paragraphs[i], i == 0, i == len(b.Paragraphs)-1)
	}
}

// paragraph draws one, its number or label beside it; a long one goes on on the
// next page.
func (p *painter) paragraph(of *templates.Paragraph, first, last bool) {
	pad := 0
	if p.grid {
		pad = padX
	}
	x, width := p.left+pad, p.width()-2*pad
	set := &p.body
	if of.Strong {
		set = &p.strong
	}
	head := of.Number
	indent := 0
	if head != "" {
		indent = p.fonts.Regular.Width("00. ", p.body.size)
	}
	l := lines{}
	if label := oneLine(of.Label); label != "" {
		l = p.setOne(l, label, &p.label, width-indent)
	}
	l = p.set(l, of.Text, set, width-indent)
	number := p.setOne(nil, head, &p.body, width)
	for from := 0; from < len(l); {
		n := p.fitting(l[from:])
		if from == 0 && n < len(l) && n < 2 && !p.fresh {
			p.newPage()
			continue
		}
		n = max(n, 1)
		height := l[from:from+n].height() + padY/2
		top := p.y
		y := top + padY/2
		if first && from == 0 {
			y, height = y+padY/2, height+padY/2
		}
		if last && from+n == len(l) {
			height += padY / 2
		}
		if from == 0 && head != "" {
			p.element("P", number, x, y, indent, templates.Left)
		}
		p.element("P", l[from:from+n], x+indent, y, width-indent, templates.Left)
		p.y += height
		p.fresh = false
		if p.grid {
			p.sides(top, p.y, first && from == 0, last && from+n == len(l))
		}
		if from += n; from < len(l) {
			p.newPage()
		}
	}
}

// fitting is how many lines the page still holds.
func (p *painter) fitting(l lines) int {
	h := 2 * padY
	for i := range l {
		if h += l[i].height(); p.y+h > p.bottom {
			return i
		}
	}
	return len(l)
}

// sides draws the left and right of a frame, its top and bottom if wanted.
func (p *painter) sides(from, to int, top, bottom bool) {
	for _, x := range [...]int{p.left, p.right} {
		p.w.Rule(x, from, x, to, p.line.thickness, p.line.colour)
	}
	if top {
		p.horizontal(p.left, p.right, from, p.line)
	}
	if bottom || to+2*padY > p.bottom {
		p.horizontal(p.left, p.right, to, p.line)
	}
}
