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
	if label := p.Label.Joined(" "); label != "" {
		s.put(s.add(0), 0, s.last(), label, s.label())
	}
	words := p.Text.Joined("\n")
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

// portion is a part of a text that one row holds.
type portion struct {
	words string
	lines int
}

// portions cuts words into parts of which each stands in one row.
func (s *sheet) portions(words string, l look, width int) []portion {
	most := (maxRow - 2*padY) / leading(l.size)
	if n := s.lineCount(words, l, room(width)); n <= most {
		return []portion{{words, n}}
	}
	lines := text.Break(words, s.face(l), l.size, room(width))
	var parts []portion
	start, at, first := 0, 0, 0 // of the part; after the last line passed; the part's first line
	for i, line := range lines {
		if line.Text != "" {
			begin := at + strings.Index(words[at:], line.Text)
			if i-first >= most {
				parts = append(parts, portion{strings.Trim(words[start:begin], " \n"), i - first})
				start, first = begin, i
			}
			at = begin + len(line.Text)
		}
	}
	return append(parts, portion{strings.Trim(words[start:], " \n"), len(lines) - first})
}
