package xlsx

import (
	"yipiao/invoice"
	"yipiao/templates"
)

// headLook is how the heads of columns look.
func (s *sheet) headLook() look {
	st := &s.f.Style
	l := look{size: s.size * 92 / 100, bold: true, colour: st.OnShade, align: templates.Centre, vertical: atCentre}
	switch st.Rules {
	case "grid":
		l = s.framed(l)
		l.fill, l.filled = st.Shade, true
	case "rows":
		l.fill, l.filled = st.Shade, true
	default:
		l.top, l.bottom = border{1, st.Accent}, border{1, st.Accent}
	}
	return l
}

// table places the lines, each in a row of its own.
func (s *sheet) table(b *templates.Block) {
	t := b.Table
	if len(t.Columns) == 0 || s.head >= 0 {
		return
	}
	s.gap()
	s.heading(b.Heading)
	s.head = s.add(0)
	for i, c := range t.Columns {
		l := s.headLook()
		if !s.grid() {
			l.align = c.Align
		}
		s.put(s.head, s.columns[i].from, s.columns[i].to, c.Head.Joined("\n"), l)
	}
	marks := -1
	for i, c := range t.Columns {
		if t.Marks != nil && c.Name == "marks" {
			marks = s.columns[i].from
		}
	}
	for i := 0; i < len(t.Rows); {
		n := 1
		for t.Rows[i].Kind == templates.Item && i+n < len(t.Rows) && t.Rows[i+n].Kind == templates.More {
			n++
		}
		s.item(t, i, n)
		i += n
	}
	if marks >= 0 {
		s.marks(t, marks)
	}
}

// item places row i with those that go on with it, in all n: what speaks of all
// of them stands once, over all their rows.
func (s *sheet) item(t *templates.Table, i, n int) {
	top := len(s.rows)
	for j := range n {
		s.tableRow(t, i+j)
	}
	bottom := len(s.rows) - 1
	if n == 1 && bottom == top || t.Rows[i].Kind != templates.Item || len(t.Rows[i].Cells) != len(t.Columns) {
		return
	}
	for i, c := range s.columns {
		if t.Columns[i].Name == "marks" && t.Marks != nil || c.to > c.from || !s.emptyBelow(c.from, top, bottom) {
			continue
		}
		s.merges = append(s.merges, area{c.from, top, c.to, bottom})
	}
}

// emptyBelow reports whether column c has nothing in rows top+1 to bottom.
func (s *sheet) emptyBelow(c, top, bottom int) bool {
	for r := top + 1; r <= bottom; r++ {
		if s.rows[r].cells[c].value != nil {
			return false
		}
	}
	return true
}

// tableRow places one row; what a row of a sheet can't hold goes on in further
// ones.
func (s *sheet) tableRow(t *templates.Table, number int) {
	of := &t.Rows[number]
	r := s.add(0)
	s.goods[r] = of.Kind <= templates.More
	at := 0
	for i := range of.Cells {
		c := &of.Cells[i]
		last := min(at+max(c.Span, 1), len(s.columns)) - 1
		s.tableCell(t, of, c, r, number, at, span{s.columns[at].from, s.columns[last].to})
		if at = last + 1; at == len(s.columns) {
			break
		}
	}
}

// tableCell places a cell of row r, which begins in a column of the table.
func (s *sheet) tableCell(t *templates.Table, of *templates.Row, c *templates.Cell, r, number, column int, p span) {
	l := s.cellLook(t, of, number)
	if c.Align != nil {
		l.align = *c.Align
	} else if of.Kind != templates.Group {
		l.align = t.Columns[column].Align
	}
	value, l := s.valueOf(c, l)
	words, isText := value.(string)
	s.name(c.Name, p.from, r) // text and empty cells are nothing to a sum
	switch {
	case c.Picture != nil:
		value = nil
		s.photo(c.Picture, r, p)
	case isText && words == "":
		value = nil
	case isText && c.Figure != nil:
		s.keptAsText(words, p.from, r)
	case isText:
		words = s.wording(of, c, l, p, t.Columns[column].Name == "description")
		if of.Kind <= templates.More {
			s.tall(r, p, words, l)
			return
		}
		value = words
	}
	s.put(r, p.from, p.to, value, l)
	if _, number := value.(float64); number {
		s.rows[r].height = max(s.rows[r].height, leading(l.size)+2*padY)
		s.rows[r].cells[p.from].formula = c.Formula
	}
}

// photo places a line's picture in the middle of its cell.
func (s *sheet) photo(of *templates.Picture, r int, p span) {
	w, h := s.drawn(of, s.width(p.from, p.to)-2*padX, pictureSide)
	s.rows[r].height = max(s.rows[r].height, h+2*padY)
	s.place(of, s.edges[p.from]+(s.width(p.from, p.to)-w)/2, r, w, h)
	s.pictures[len(s.pictures)-1].centred = true
}

// wording is how a cell's texts stand in it: both languages of the first text
// of a description one under the other, of others side by side.
func (s *sheet) wording(of *templates.Row, c *templates.Cell, l look, p span, description bool) string {
	width := s.width(p.from, p.to)
	side := func(x invoice.Text) string {
		if words := x.Joined("  "); s.fits(words, l, width) {
			return words
		}
		return x.Joined("\n")
	}
	words := ""
	for i, x := range c.Lines {
		if i > 0 {
			words += "\n"
		}
		if of.Kind >= templates.Group || description && i > 0 {
			words += side(x)
		} else {
			words += x.Joined("\n")
		}
	}
	return words
}

// tall places words that may need more rows than one.
func (s *sheet) tall(r int, p span, words string, l look) {
	parts := s.portions(words, l, s.width(p.from, p.to))
	for i, part := range parts {
		at := r + i
		if at == len(s.rows) {
			s.goods[s.add(0)] = true
			for c := range s.rows[at].cells {
				s.rows[at].cells[c].look = s.rows[r].cells[c].look
			}
		}
		s.set(at, p.from, p.to, part.words, l)
		s.high(at, linesHigh(part.lines, l))
	}
}

// cellLook is the look of a cell in a row of the table, but for its alignment.
func (s *sheet) cellLook(t *templates.Table, of *templates.Row, number int) look {
	l := s.body()
	l.bold = of.Kind == templates.Group || of.Kind == templates.Total
	l.vertical = atCentre
	if of.Kind == templates.Group && s.f.Style.Rules != "open" {
		l.fill, l.filled = group, true
	}
	if s.grid() {
		return s.framed(l)
	}
	accent := border{1, s.f.Style.Accent}
	next := templates.Total
	last := number == len(t.Rows)-1
	if !last {
		next = t.Rows[number+1].Kind
	}
	switch {
	case last:
		l.bottom = border{2, s.f.Style.Accent}
	case next == templates.Total, of.Kind <= templates.More && next >= templates.Subtotal:
		l.bottom = accent
	case s.f.Style.Rules == "rows" && next != templates.More && of.Kind != templates.Sum:
		l.bottom = s.frame()
	}
	return l
}

// marks lets the shipping marks run down their column beside the first run of
// goods, whose last row becomes higher if they need it; marks too long even for
// that stand below the table.
func (s *sheet) marks(t *templates.Table, column int) {
	top := s.head + 1
	for top < len(s.rows) && !s.goods[top] {
		top++
	}
	bottom := top
	for s.goods[bottom+1] {
		bottom++
	}
	if top == len(s.rows) {
		return
	}
	l := s.framed(s.body())
	if at := s.rows[top].cells[column].look; at.size > 0 {
		l = at.at(atTop)
	}
	value, l := s.valueOf(t.Marks, l)
	words, _ := value.(string)
	lacking := s.textHeight(words, l, s.widths[column])
	for r := top; r <= bottom; r++ {
		s.rows[r].cells[column].look = l
		lacking -= s.rows[r].height
	}
	if bottom > top {
		s.merges = append(s.merges, area{column, top, column, bottom})
	}
	if s.rows[bottom].height+lacking > maxRow {
		s.long(len(s.rows), span{0, s.last()}, words, s.framed(s.body()))
		return
	}
	s.rows[bottom].height += max(lacking, 0)
	s.rows[top].cells[column].value = words
}
