package pdf

import "yipiao/templates"

// paragraphs draws texts, clauses, the amount in words.
func (p *painter) paragraphs(b *templates.Block) {
	p.gap()
	if h := b.Heading.Joined(" "); h != "" {
		p.need(p.headingHeight() + 3*p.body.leading())
		p.drawHeading(h, "H2")
	}
	for i := range b.Paragraphs {
		p.paragraph(&b.Paragraphs[i], i == 0, i == len(b.Paragraphs)-1)
	}
}

// setParagraph sets one, its label before it.
func (p *painter) setParagraph(of *templates.Paragraph, width int) lines {
	set := p.body.weighing(of.Strong, p)
	before := colon(of.Label)
	switch {
	case before == "" && of.Number == "":
		return p.pair(nil, of.Text, set, width)
	case before == "":
		return p.set(nil, of.Text, set, width)
	}
	lead := p.quiet.face.Width(before, p.quiet.size)
	if lead > width/3 {
		return p.set(p.setOne(nil, before, &p.quiet, width), of.Text, set, width)
	}
	l := p.set(lines{p.leader(before, lead)}, of.Text, set, width-lead)
	for i := range l[1:] {
		l[1+i].x = lead
	}
	if len(l) > 1 {
		l[1].level = true
	}
	return l
}

// isNote reports whether a block is short texts without a heading.
func isNote(b *templates.Block) bool {
	return b.Paragraphs != nil && b.Heading.Empty() && b.Name != "words"
}

// twoNotes draws the next two blocks side by side if they are short notes; in
// the ruled form each has a frame of its own.
func (p *painter) twoNotes(next []templates.Block) bool {
	left, right, height := p.notesBeside(next)
	if height == 0 {
		return false
	}
	p.gap()
	p.need(height)
	p.note(&next[0], p.left, p.y, left)
	p.note(&next[1], p.right-right, p.y, right)
	p.y += height
	p.fresh, p.afterGrid = false, false
	return true
}

// notesBeside is how wide and high the next two blocks are side by side, no
// height if they can't be.
func (p *painter) notesBeside(next []templates.Block) (left, right, height int) {
	if p.grid || len(next) < 2 || !isNote(&next[0]) || !isNote(&next[1]) {
		return 0, 0, 0
	}
	left = (p.width() - columnGap) / 3
	right = p.width() - columnGap - left
	height = max(p.paragraphsHeight(&next[0], left), p.paragraphsHeight(&next[1], right))
	if height > (p.bottom-p.f.Style.Top)/5 {
		height = 0
	}
	return left, right, height
}

// columnGap is between texts side by side.
const columnGap = 24 * pt

// note draws paragraphs and gives the y below them.
func (p *painter) note(b *templates.Block, x, y, width int) int {
	for i := range b.Paragraphs {
		y = p.element("P", p.setParagraph(&b.Paragraphs[i], width), x, y+padY/2, width, templates.Left)
	}
	return y
}

// paragraphsHeight is how high paragraphs are at a width.
func (p *painter) paragraphsHeight(b *templates.Block, width int) int {
	height := padY
	if !b.Heading.Empty() {
		height += p.headingHeight()
	}
	for i := range b.Paragraphs {
		height += p.setParagraph(&b.Paragraphs[i], width).height() + padY/2
	}
	return height
}

// paragraph draws one, its number beside it; a long one goes on on the next
// page.
func (p *painter) paragraph(of *templates.Paragraph, first, last bool) {
	pad := p.sidePad()
	x, width := p.left+pad, p.width()-2*pad
	indent := 0
	if of.Number != "" {
		indent = p.fonts.Regular.Width("00. ", p.body.size)
	}
	l := p.setParagraph(of, width-indent)
	number := p.setOne(nil, of.Number, &p.body, width)
	for from := 0; from < len(l); {
		n := p.fitting(l[from:])
		if from == 0 && n < len(l) && n < 2 && !p.fresh {
			p.turnFrame(!first)
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
		if from == 0 && of.Number != "" {
			p.element("P", number, x, y, indent, templates.Left)
		}
		p.element("P", l[from:from+n], x+indent, y, width-indent, templates.Left)
		p.y += height
		p.fresh = false
		if p.grid {
			p.sides(top, p.y, first && from == 0, last && from+n == len(l))
		}
		if from += n; from < len(l) {
			p.turnFrame(true)
		}
	}
}

// turnFrame goes on on a new page, and closes and opens the frame if in one.
func (p *painter) turnFrame(inside bool) {
	if inside && p.grid {
		p.horizontal(p.left, p.right, p.y, p.line)
	}
	p.newPage()
	if inside && p.grid {
		p.horizontal(p.left, p.right, p.y, p.line)
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
	if bottom {
		p.horizontal(p.left, p.right, to, p.line)
	}
}
