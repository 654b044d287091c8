package pdf

import "yipiao/templates"

const (
	signAbove  = 5 * pt  // before it all
	signRoom   = 36 * pt // above the line, for signature and chop
	chopInset  = 4 * pt
	chopSize   = 107_716 // 38 mm, the diameter of a company chop
	signHeight = 36 * pt // of a signature
)

// sign draws the declaration and who signs where, all on one page: the seller at
// the right; the buyer, or else notes and the declaration, at the left.
func (p *painter) sign(s *templates.Sign, notes []templates.Block) error {
	set := p.signed(s)
	set.height = max(set.height, p.besideHeight(notes, set))
	p.need(set.height)
	p.y += signAbove
	if s.Buyer != nil {
		if err := p.drawSign(s.Buyer, set.buyer, p.left, set); err != nil {
			return err
		}
	}
	y := p.y
	for i := range notes {
		y = p.note(&notes[i], p.left, y, set.width) + noteGap
	}
	p.element("P", set.declaration, p.left, y, set.width, templates.Left)
	if err := p.drawSign(&s.Seller, set.seller, p.right-set.width, set); err != nil {
		return err
	}
	p.y += set.height - signAbove
	p.fresh = false
	return nil
}

// noteGap is between notes beside the place to sign.
const noteGap = 5 * pt

// besideSign is how many of the next blocks are notes that fit beside the place
// to sign that follows them. In the ruled form they have a frame of their own.
func (p *painter) besideSign(next []templates.Block) int {
	n := 0
	for n < len(next) && isNote(&next[n]) {
		n++
	}
	if p.grid || n == 0 || n == len(next) || next[n].Sign == nil || next[n].Sign.Buyer != nil {
		return 0
	}
	set := p.signed(next[n].Sign)
	if p.besideHeight(next[:n], set) > set.height*4/3 {
		return 0
	}
	return n
}

// besideHeight is how high notes and declaration are beside the place to sign.
func (p *painter) besideHeight(notes []templates.Block, set signSet) int {
	height := signAbove + set.declaration.height()
	for i := range notes {
		height += p.paragraphsHeight(&notes[i], set.width) + noteGap
	}
	return height
}

// keepWithSign begins a new page where only the place to sign would fall on the
// next: it shall not stand alone there.
func (p *painter) keepWithSign(next []templates.Block) {
	height := 0
	switch _, _, beside := p.notesBeside(next); {
	case beside > 0 && len(next) == 3:
		height = beside + p.gapHeight()
	case len(next) != 2 || next[0].Sign != nil:
		return
	case next[0].Paragraphs != nil:
		height = p.paragraphsHeight(&next[0], p.width()-2*p.sidePad()) + p.gapHeight()
	case next[0].Boxes != nil:
		height = p.boxesHeight(&next[0]) + p.gapHeight()
	}
	if sign := next[len(next)-1].Sign; sign != nil && height > 0 {
		if height += p.signed(sign).height; height <= (p.bottom-p.f.Style.Top)/2 {
			p.need(height)
		}
	}
}

// signSet is the end of a document, set.
type signSet struct {
	declaration   lines
	seller, buyer signLines
	width         int // of each half
	name          int // height above the lines to sign on, which stand side by side
	height        int // of all
}

// signLines are the set texts of a place to sign, above and below the line.
type signLines struct{ top, bottom lines }

func (p *painter) signed(s *templates.Sign) signSet {
	set := signSet{width: (p.width() - columnGap) / 2}
	set.seller = p.signBox(&s.Seller, set.width)
	if s.Buyer != nil {
		set.buyer = p.signBox(s.Buyer, set.width)
	}
	set.declaration = p.set(nil, s.Declaration, &p.body, set.width)
	set.name = max(set.seller.top.height(), set.buyer.top.height())
	below := max(set.seller.bottom.height()+4*pt, set.buyer.bottom.height()+4*pt)
	set.height = signAbove + max(set.name+signRoom+below, set.declaration.height())
	return set
}

func (p *painter) signBox(b *templates.SignBox, width int) signLines {
	var s signLines
	s.top = p.setOne(nil, b.Heading.Joined(" "), &p.label, width)
	s.top = p.set(s.top, b.Name, &p.strong, width)
	free := width
	if b.Chop != nil {
		free -= chopSize + chopInset
	}
	s.bottom = p.setOne(nil, b.Line.Joined(" "), &p.label, free)
	for i := range b.Entries {
		s.bottom = p.labelled(s.bottom, b.Entries[i].Label, &b.Entries[i].Value, &p.body, free)
	}
	return s
}

func (p *painter) drawSign(b *templates.SignBox, s signLines, x int, set signSet) error {
	p.element("P", s.top, x, p.y, set.width, templates.Left)
	line := p.y + set.name + signRoom
	p.horizontal(x, x+set.width, line, ruler{700, ink})
	p.element("P", s.bottom, x, line+2*pt, set.width, templates.Left)
	if b.Signature != nil {
		pic, err := p.picture(b.Signature)
		if err != nil {
			return err
		}
		w, h := fit(pic, set.width*55/100, signHeight)
		p.figure(pic, b.Signature, Box{x + 6*pt, line - h - 2*pt, w, h})
	}
	if b.Chop != nil {
		pic, err := p.picture(b.Chop)
		if err != nil {
			return err
		}
		// Over the line, as one chops by hand, within the page.
		w, h := fit(pic, chopSize, chopSize)
		at := min(line-h*62/100, p.bottom-h)
		p.figure(pic, b.Chop, Box{x + set.width - w - chopInset, at, w, h})
	}
	return nil
}
