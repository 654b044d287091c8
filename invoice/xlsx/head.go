package xlsx

import (
	"strings"

	"yipiao/invoice"
	"yipiao/templates"
)

// Sizes of the letterhead, in percent of the body text.
const (
	nameSize   = 165
	nameSecond = 120
	titleSize  = 215
	titleOther = 150
)

const (
	logoWidth  = 120 * pt * screen / 4
	logoHeight = 44 * pt * screen / 4
)

// headLine is one line of the letterhead.
type headLine struct {
	text string
	look look
}

// letterhead places the seller and the document's title.
func (s *sheet) letterhead() {
	h := &s.f.Head
	accent := s.f.Style.Accent
	big := func(percent int) look { return look{size: s.size * percent / 100, bold: true, colour: accent} }
	small := look{size: s.size * 92 / 100, colour: muted}

	var seller, title []headLine
	names := apart(h.Name)
	for i, n := range names {
		seller = append(seller, headLine{n, big([...]int{nameSize, nameSecond}[i])})
	}
	if a := h.Address.Joined("\n"); a != "" {
		seller = append(seller, headLine{a, small})
	}
	var details []string
	for _, d := range h.Details {
		details = append(details, d.Joined(" "))
	}
	if len(details) > 0 {
		seller = append(seller, headLine{strings.Join(details, "   "), small})
	}
	for i, n := range apart(s.f.Title) {
		title = append(title, headLine{n, big([...]int{titleSize, titleOther}[i])})
	}
	if s.f.Style.Heading == "split" {
		title = append(title, headLine{s.f.Number, look{size: s.size * 110 / 100, colour: muted}})
		s.splitHead(seller, title)
	} else {
		s.centredHead(seller, title)
	}
}

// apart is t's languages, one where they are equal.
func apart(t invoice.Text) []string {
	switch {
	case t.Zh == "" || t.Zh == t.En:
		return []string{t.En}
	case t.En == "":
		return []string{t.Zh}
	}
	return []string{t.Zh, t.En}
}

// centredHead centres everything. A logo stands at the left, beside the names
// if they leave it room, else above them; address and details go below it.
func (s *sheet) centredHead(seller, title []headLine) {
	top, names := len(s.rows), len(apart(s.f.Head.Name))
	logo := 0
	if of := s.f.Head.Logo; of != nil {
		w, h := s.drawn(of, logoWidth, logoHeight)
		s.place(of, 0, top, w, h)
		logo = h + 2*padY
		for _, n := range seller[:names] {
			if s.edges[s.last()+1]-s.face(n.look).Width(n.text, n.look.size)*100/93 < 2*(w+6*pt) {
				s.add(logo)
				logo = 0
				break
			}
		}
	}
	for i, l := range seller {
		if i == names {
			s.clear(top, logo)
		}
		s.put(s.add(0), 0, s.last(), l.text, l.look.aligned(templates.Centre).at(atCentre))
	}
	s.clear(top, logo)
	s.rows[len(s.rows)-1].height += 4 * pt
	s.ruleBelow(len(s.rows)-1, border{2, s.f.Style.Accent})
	for _, l := range title {
		s.put(s.add(0), 0, s.last(), l.text, l.look.aligned(templates.Centre).at(atCentre))
	}
	s.add(4 * pt)
}

// splitHead puts the seller at the left, title and number at the right.
func (s *sheet) splitHead(seller, title []headLine) {
	middle := 1
	for middle < s.last() && s.edges[middle] < s.edges[s.last()+1]*55/100 {
		middle++
	}
	if s.f.Head.Logo != nil {
		w, h := s.drawn(s.f.Head.Logo, logoWidth, logoHeight)
		s.place(s.f.Head.Logo, 0, s.add(h+4*pt), w, h)
	}
	for i := range max(len(seller), len(title)) {
		r := s.add(0)
		if i < len(seller) && len(s.widths) > 1 {
			s.put(r, 0, middle-1, seller[i].text, seller[i].look)
		}
		if i < len(title) {
			s.put(r, middle, s.last(), title[i].text, title[i].look.aligned(templates.Right))
		}
	}
	s.rows[len(s.rows)-1].height += 4 * pt
	s.ruleBelow(len(s.rows)-1, border{2, s.f.Style.Accent})
	s.add(4 * pt)
}

// clear makes the rows from top on at least so high in all.
func (s *sheet) clear(top, height int) {
	for _, r := range s.rows[top:] {
		height -= r.height
	}
	if last := len(s.rows) - 1; height > 0 && last >= top {
		s.rows[last].height += height
	}
}

// ruleBelow draws a rule under a whole row.
func (s *sheet) ruleBelow(r int, b border) {
	for i := range s.rows[r].cells {
		s.rows[r].cells[i].look.bottom = b
		if s.rows[r].cells[i].look.size == 0 {
			s.rows[r].cells[i].look.size = s.size
		}
	}
}
