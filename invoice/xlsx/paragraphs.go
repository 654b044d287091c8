package xlsx

import (
	"strings"

	"yipiao/invoice/text"
	"yipiao/templates"
)

// paragraphs places texts, clauses, the amount in words.
func (s *sheet) paragraphs(b *templates.Block) {
	s.gap()
	s.heading(b.Heading)
	top := len(s.rows)
	for i := range b.Paragraphs {
		s.paragraph(&b.Paragraphs[i])
	}
	if len(s.rows) > top {
		s.outline(span{0, s.last()}, top, len(s.rows)-1)
	}
}

func (s *sheet) paragraph(p *templates.Paragraph) {
	l := s.body()
	l.bold = p.Strong
	all := span{0, s.last()}
	if label := oneLine(p.Label); label != "" {
		s.put(s.add(0), 0, s.last(), label, s.label())
	}
	words := languages(p.Text, "\n")
	if p.Number == "" {
		s.long(len(s.rows), all, words, l)
		return
	}
	r := len(s.rows)
	if s.last() == 0 || s.widths[0] > 60*pt*screen/4 {
		s.long(r, all, p.Number+" "+words, l)
		return
	}
	s.long(r, span{1, s.last()}, words, l)
	s.put(r, 0, 0, p.Number, l.aligned(templates.Right))
}

// portions cuts words into parts of which each stands in one row.
func (s *sheet) portions(words string, l look, width int) []string {
	most := (maxRow - 2*padY) / leading(l.size)
	lines := text.Break(words, s.face(l), l.size, room(width))
	if len(lines) <= most {
		return []string{words}
	}
	var parts []string
	start, at := 0, 0 // of the part; after the last line passed
	for i, line := range lines {
		if line.Text != "" {
			begin := at + strings.Index(words[at:], line.Text)
			if i > 0 && i%most == 0 {
				parts = append(parts, strings.Trim(words[start:begin], " \n"))
				start = begin
			}
			at = begin + len(line.Text)
		}
	}
	return append(parts, strings.Trim(words[start:], " \n"))
}
