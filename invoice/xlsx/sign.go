package xlsx

import "yipiao/templates"

// Sizes on the screen.
const (
	signRoom   = 46 * pt * screen / 4
	chopSize   = 107_716 * screen / 4 // 38 mm on paper, the diameter of a company chop
	signWidth  = 130 * pt * screen / 4
	signHeight = 34 * pt * screen / 4
)

// sign places the declaration, and who signs where: the seller at the right,
// the buyer at the left.
func (s *sheet) sign(b *templates.Sign) {
	s.add(8 * pt)
	if d := b.Declaration.Joined("\n"); d != "" {
		s.long(len(s.rows), span{0, s.last()}, d, s.body())
		s.add(4 * pt)
	}
	parts := s.parts(2)
	right := parts[len(parts)-1]
	top := len(s.rows)
	if b.Buyer != nil && len(parts) > 1 {
		left := parts[0]
		if left.to > left.from { // a gap between the lines to sign on
			left.to--
		}
		s.signBox(b.Buyer, left, top)
	}
	s.signBox(&b.Seller, right, top)
}

// signBox places who signs from row r on: above the line, the room to sign,
// and below it.
func (s *sheet) signBox(b *templates.SignBox, p span, r int) {
	s.put(s.line(r), p.from, p.to, b.Heading.Joined(" "), s.label())
	s.put(s.line(r+1), p.from, p.to, b.Name.Joined("\n"), s.strong().at(atTop))
	s.rows[s.line(r+2)].height = signRoom
	line := s.label()
	line.top = border{1, ink}
	s.put(s.line(r+3), p.from, p.to, b.Line.Joined(" "), line)
	for i := range b.Entries {
		e := b.Entries[i]
		s.entry(&e, p, r+4+i)
	}
	if b.Signature != nil {
		w, h := s.drawn(b.Signature, min(signWidth, s.width(p.from, p.to)*55/100), signHeight)
		s.placeAt(b.Signature, s.edges[p.from]+6*pt, s.above(r+3)-h-2*pt, w, h)
	}
	if b.Chop != nil {
		s.chop(b.Chop, p, r+3)
	}
}

// chop puts a chop over the line above row r, as one chops by hand, and makes
// room for all of it.
func (s *sheet) chop(of *templates.Picture, p span, r int) {
	w, h := s.drawn(of, chopSize, chopSize)
	top := s.above(r) - h*62/100
	if below := top + h - s.above(len(s.rows)); below > 0 {
		s.add(below + 2*pt)
	}
	s.placeAt(of, max(s.edges[p.to+1]-w-10*pt, 0), top, w, h)
}
