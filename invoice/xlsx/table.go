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
		s.put(s.head, i, i, languages(c.Head, "\n"), l)
	}
	marks := -1
	for i, c := range t.Columns {
		if t.Marks != nil && c.Name == "marks" {
			marks = i
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
	for c := range t.Columns {
		if t.Columns[c].Name == "marks" && t.Marks != nil || !s.emptyBelow(c, top, bottom) {
			continue
		}
		s.merges = append(s.merges, area{c, top, c, bottom})
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
	at := 0
	for i := range of.Cells {
		c := &of.Cells[i]
		to := min(at+max(c.Span, 1), len(s.widths)) - 1
		s.tableCell(t, of, c, r, at, to, number)
		at = to + 1
		if at > s.last() {
			break
		}
	}
}

// tableCell places a cell of row r.
func (s *sheet) tableCell(t *templates.Table, of *templates.Row, c *templates.Cell, r, at, to, number int) {
	l := s.cellLook(t, of, number, at)
	if c.Align != nil {
		l.align = *c.Align
	} else if of.Kind != templates.Group {
		l.align = t.Columns[at].Align
	}
	value, l := s.valueOf(c, l)
	words, isText := value.(string)
	switch {
	case c.Picture != nil:
		words, value = "", nil
		w, h := s.drawn(c.Picture, s.width(at, to)-2*padX, pictureSide)
		s.rows[r].height = max(s.rows[r].height, h+2*padY)
		s.place(c.Picture, s.edges[at]+(s.width(at, to)-w)/2, r, w, h)
		s.pictures[len(s.pictures)-1].centred = true
	case isText && words == "":
		value = nil
	case isText:
		words = s.wording(t, of, c, l, at, to)
		if of.Kind == templates.Item || of.Kind == templates.More {
			s.tall(r, at, to, words, l)
			s.name(c.Name, at, r) // text is nothing to a sum
			return
		}
		value = words
	}
	s.put(r, at, to, value, l)
	s.name(c.Name, at, r) // an empty cell is nothing to a sum
	if _, number := value.(float64); number {
		s.rows[r].height = max(s.rows[r].height, leading(l.size)+2*padY)
		s.rows[r].cells[at].formula = c.Formula
	}
}

// wording is how a cell's texts stand in it: both languages of the first text
// of a description one under the other, of others side by side.
func (s *sheet) wording(t *templates.Table, of *templates.Row, c *templates.Cell, l look, at, to int) string {
	width := s.width(at, to)
	side := func(x invoice.Text) string {
		if words := languages(x, "  "); s.fits(words, l, width) {
			return words
		}
		return languages(x, "\n")
	}
	words := ""
	for i, x := range c.Lines {
		if i > 0 {
			words += "\n"
		}
		if of.Kind >= templates.Group || t.Columns[at].Name == "description" && i > 0 {
			words += side(x)
		} else {
			words += languages(x, "\n")
		}
	}
	return words
}

// tall places words that may need more rows than one.
func (s *sheet) tall(r, at, to int, words string, l look) {
	parts := s.portions(words, l, s.width(at, to))
	s.put(r, at, to, parts[0], l)
	for i, part := range parts[1:] {
		below := r + 1 + i
		if below == len(s.rows) {
			s.add(0)
			for c := range s.rows[below].cells {
				s.rows[below].cells[c].look = s.rows[r].cells[c].look
			}
		}
		s.put(below, at, to, part, l)
	}
}

// cellLook is the look of a cell in a row of the table, but for its alignment.
func (s *sheet) cellLook(t *templates.Table, of *templates.Row, number, at int) look {
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
// goods, whose last row becomes higher if they need it.
func (s *sheet) marks(t *templates.Table, column int) {
	top := s.head + 1
	for top < len(s.rows) && s.merged(top) {
		top++
	}
	bottom := top
	for bottom+1 < len(s.rows) && !s.merged(bottom+1) {
		bottom++
	}
	if top >= len(s.rows) {
		return
	}
	l := s.rows[top].cells[column].look
	if l.size == 0 {
		l = s.framed(s.body())
	}
	l.vertical = atTop
	value, l := s.valueOf(t.Marks, l)
	words, _ := value.(string)
	height := s.textHeight(words, l, s.widths[column])
	for r := top; r <= bottom; r++ {
		s.rows[r].cells[column].look = l
		height -= s.rows[r].height
	}
	for ; height > 0; height = 0 {
		s.rows[bottom].height = min(s.rows[bottom].height+height, maxRow)
	}
	s.rows[top].cells[column].value = words
	if bottom > top {
		s.merges = append(s.merges, area{column, top, column, bottom})
	}
}

// merged reports whether row r is a heading or sum: merged from its first
// column on.
func (s *sheet) merged(r int) bool {
	for i := len(s.merges) - 1; i >= 0; i-- {
		m := s.merges[i]
		if m.top == r && m.bottom == r && m.left == 0 && m.right > 0 {
			return true
		}
	}
	return false
}
