package xlsx

import (
	"yipiao/invoice"
	"yipiao/templates"
)

// heading places a block's heading: a band in the ruled form, else a line with
// a rule under it.
func (s *sheet) heading(t invoice.Text) {
	words := t.Joined(" ")
	if words == "" {
		return
	}
	l := look{size: s.size * 106 / 100, bold: true, colour: s.f.Style.Accent, vertical: atCentre}
	if s.grid() {
		l = s.framed(l)
		l.fill, l.filled = s.f.Style.Shade, true
	} else {
		l.bottom = border{1, s.f.Style.Accent}
	}
	s.put(s.add(0), 0, s.last(), words, l)
}

// boxes places boxes side by side, all as high as the highest of their row.
func (s *sheet) boxes(b *templates.Block) {
	s.gap()
	s.heading(b.Heading)
	all := b.Boxes.Boxes
	across := templates.Balanced(max(b.Boxes.Across, 1), len(all), 3)
	for i := 0; i < len(all); i += across {
		row := all[i:min(i+across, len(all))]
		parts := s.parts(len(row))
		for len(row) > 0 {
			n := min(len(parts), len(row))
			s.boxRow(row[:n], parts[:n])
			row = row[n:]
		}
	}
}

// boxRow places boxes side by side, each in its part of the columns; the last
// takes what is left.
func (s *sheet) boxRow(row []templates.Box, parts []span) {
	parts[len(parts)-1].to = s.last()
	top := len(s.rows)
	for i := range row {
		if row[i].Across > 1 {
			s.entryGrid(&row[i], parts[i], top)
		} else {
			s.entryList(&row[i], parts[i], top)
		}
	}
	for _, p := range parts {
		s.outline(p, top, len(s.rows)-1)
	}
}

// line is row number r, added if it isn't there yet.
func (s *sheet) line(r int) int {
	for len(s.rows) <= r {
		s.add(0)
	}
	return r
}

// outline draws the frame around columns p of rows top to bottom.
func (s *sheet) outline(p span, top, bottom int) {
	if !s.grid() {
		return
	}
	f := s.frame()
	for r := top; r <= bottom; r++ {
		for c := p.from; c <= p.to; c++ {
			l := &s.rows[r].cells[c].look
			if l.size == 0 {
				l.size = s.size
			}
			if r == top {
				l.top = f
			}
			if r == bottom {
				l.bottom = f
			}
			if c == p.from {
				l.left = f
			}
			if c == p.to {
				l.right = f
			}
		}
	}
}

// entryList places a heading and entries under it, one a row.
func (s *sheet) entryList(b *templates.Box, p span, r int) {
	if h := b.Heading.Joined(" "); h != "" {
		l := s.label()
		l.bold, l.colour = true, s.f.Style.Accent
		s.put(s.line(r), p.from, p.to, h, l)
		r++
	}
	for i := range b.Entries {
		r = s.entry(&b.Entries[i], p, r)
	}
}

// entry places "label: value" in one row; a figure or date in a cell of its
// own, so that it stays one. It gives the next row.
func (s *sheet) entry(e *templates.Entry, p span, r int) int {
	label := e.Label.Joined(" ")
	if e.Value.Figure == nil && e.Value.Date == "" {
		words := ""
		for i, t := range e.Value.Lines {
			sep := "; "
			if i == 0 {
				sep = ""
			}
			words += sep + t.Joined("  ")
		}
		look := s.body().at(atCentre)
		look.bold = e.Value.Bold
		if label != "" {
			words = label + ": " + words
		} else if len(e.Value.Lines) == 1 && !s.fits(words, look, s.width(p.from, p.to)) {
			words = stacked(e.Value.Lines)
		}
		return s.long(r, p, words, look)
	}
	value, look := s.valueOf(&e.Value, s.body().at(atCentre))
	at := s.figurePart(&e.Value, p)
	if label != "" {
		if at == p.from {
			s.put(s.line(r), p.from, p.to, label, s.label())
			r++
		} else {
			s.put(s.line(r), p.from, at-1, label, s.body().at(atCentre))
		}
	}
	s.put(s.line(r), at, p.to, value, look.aligned(templates.Right))
	s.rows[r].height = max(s.rows[r].height, leading(s.size)+2*padY)
	s.name(e.Value.Name, at, r)
	if words, ok := value.(string); ok && e.Value.Figure != nil {
		s.keptAsText(words, at, r)
	}
	s.rows[r].cells[at].formula = s.checked(value, e.Value.Formula)
	return r + 1
}

// figurePart is the first of the last columns of p that are wide enough for a
// figure, p.from where it takes all of them.
func (s *sheet) figurePart(c *templates.Cell, p span) int {
	words := string(c.Date)
	if c.Figure != nil {
		words = c.Figure.String()
	}
	need := padded(s.fonts.Bold.Width(words, s.size))
	at := p.to
	for at > p.from && s.width(at, p.to) < need {
		at--
	}
	return at
}

// long places text in row r, and what a row can't hold in rows of its own
// below. It gives the next row.
func (s *sheet) long(r int, p span, words string, l look) int {
	for _, part := range s.portions(words, l, s.width(p.from, p.to)) {
		s.set(s.line(r), p.from, p.to, part.words, l)
		s.high(r, linesHigh(part.lines, l))
		r++
	}
	return r
}

// entryGrid places entries side by side, each a label over its value; those of
// a row that isn't full share its width.
func (s *sheet) entryGrid(b *templates.Box, p span, r int) {
	if h := b.Heading.Joined(" "); h != "" {
		s.put(s.line(r), p.from, p.to, h, s.strong())
		r++
	}
	across := b.Across
	if across > 2 {
		across = templates.Balanced(across, len(b.Entries), 4)
	}
	whole := p.from == 0 && p.to == s.last()
	for i := 0; i < len(b.Entries); {
		parts := []span{p}
		if whole {
			parts = s.parts(min(across, len(b.Entries)-i))
		}
		row := b.Entries[i:min(i+len(parts), len(b.Entries))]
		r = s.gridRow(row, parts, r)
		i += len(row)
	}
}

// gridRow places entries side by side and gives the next row.
func (s *sheet) gridRow(entries []templates.Entry, parts []span, r int) int {
	next := r + 2
	for i := range entries {
		e, p := &entries[i], parts[i]
		s.put(s.line(r), p.from, p.to, e.Label.Joined(" "), s.label())
		value, look := s.valueOf(&e.Value, s.body().at(atCentre))
		if words, ok := value.(string); ok {
			if e.Value.Figure != nil {
				s.name(e.Value.Name, p.from, r+1)
				s.keptAsText(words, p.from, r+1)
			}
			if len(e.Value.Lines) == 1 {
				if side := e.Value.Lines[0].Joined("  "); s.fits(side, look, s.width(p.from, p.to)) {
					words = side
				}
			}
			next = max(next, s.long(r+1, p, words, look))
			continue
		}
		s.put(s.line(r+1), p.from, p.to, value, look)
		s.rows[r+1].height = max(s.rows[r+1].height, leading(s.size)+2*padY)
		s.name(e.Value.Name, p.from, r+1)
		s.rows[r+1].cells[p.from].formula = s.checked(value, e.Value.Formula)
	}
	for _, p := range parts {
		s.outline(p, r, s.line(next-1))
	}
	if s.f.Style.Rules != "grid" {
		s.ruleBelow(next-1, border{1, pale})
	}
	return next
}

// checked is a cell's formula where its value is a number.
func (s *sheet) checked(value any, formula string) string {
	if _, ok := value.(float64); !ok {
		return ""
	}
	return formula
}
