package pdf

import "yipiao/templates"

const (
	signRoom   = 46 * pt // above the line, for signature and chop
	chopSize   = 107_716 // 38 mm, the diameter of a company chop
	signHeight = 34 * pt // of a signature
)

// sign draws the declaration and who signs where, all on one page.
func (p *painter) sign(s *templates.Sign) error {
	declaration := p.set(nil, s.Declaration, &p.body, p.width()-2*padX)
	gap := 24 * pt
	each := (p.width() - gap) / 2
	seller := p.signBox(&s.Seller, each)
	height := seller.height()
	var buyer signLines
	if s.Buyer != nil {
		buyer = p.signBox(s.Buyer, each)
		height = max(height, buyer.height())
	}
	above := 8 * pt
	p.need(above + declaration.height() + 4*pt + height)
	p.y += above
	if len(declaration) > 0 {
		p.y = p.element("P", declaration, p.left, p.y, p.width(), templates.Left) + 6*pt
	}
	// All names as high as the highest: the lines to sign on stand side by side.
	name := max(seller.top.height(), buyer.top.height())
	if s.Buyer != nil {
		if err := p.drawSign(s.Buyer, buyer, p.left, each, name); err != nil {
			return err
		}
	}
	if err := p.drawSign(&s.Seller, seller, p.right-each, each, name); err != nil {
		return err
	}
	p.y += height
	p.fresh = false
	return nil
}

// signLines are the set texts of a place to sign, above and below the line.
type signLines struct{ top, bottom lines }

func (s signLines) height() int { return s.top.height() + signRoom + s.bottom.height() + 4*pt }

func (p *painter) signBox(b *templates.SignBox, width int) signLines {
	var s signLines
	s.top = p.setOne(nil, oneLine(b.Heading), &p.label, width)
	s.top = p.set(s.top, b.Name, &p.strong, width)
	s.bottom = p.setOne(nil, oneLine(b.Line), &p.label, width)
	for i := range b.Entries {
		e := &b.Entries[i]
		s.bottom = p.setOne(s.bottom, oneLine(e.Label)+": "+valueLine(&e.Value), &p.body, width)
	}
	return s
}

func (p *painter) drawSign(b *templates.SignBox, s signLines, x, width, name int) error {
	p.element("P", s.top, x, p.y, width, templates.Left)
	line := p.y + name + signRoom
	p.horizontal(x, x+width, line, ruler{700, ink})
	p.element("P", s.bottom, x, line+2*pt, width, templates.Left)
	if b.Signature != nil {
		pic, err := p.picture(b.Signature)
		if err != nil {
			return err
		}
		w, h := fit(pic, width*55/100, signHeight)
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
		p.figure(pic, b.Chop, Box{x + width - w - 10*pt, at, w, h})
	}
	return nil
}
