package pdf

import (
	"strings"

	"yipiao/templates"
)

// table draws one table, on as many pages as it takes.
type table struct {
	*painter
	t      *templates.Table
	widths []int
	edges  []int // of the columns, from the left margin; one more than columns
	heads  []lines
	height int // of the heads

	rows  []row // measured and not yet drawn
	first int   // the number of rows[0]

	marks       lines // not yet drawn
	marksColumn int   // -1 without one
	marksEnd    int   // on this page

	down  []int // edges at which vertical rules run
	since int   // the y from which they do
}

// row is a row set.
type row struct {
	cells  []cell
	height int
}

type cell struct {
	lines   lines
	picture *Picture
	of      *templates.Picture
	width   int // of the picture
	high    int
}

// table draws b.Table.
func (p *painter) table(b *templates.Block) error {
	if len(b.Table.Columns) == 0 {
		return nil
	}
	was := p.settings
	defer func() { p.settings = was }()
	t := &table{painter: p, t: b.Table, marksColumn: -1}
	t.widths = p.columnWidths(b.Table, p.width())
	t.edges = make([]int, len(t.widths)+1)
	for i, w := range t.widths {
		t.edges[i+1] = t.edges[i] + w
		if b.Table.Marks != nil && b.Table.Columns[i].Name == "marks" {
			t.marksColumn = i
			t.marks = p.value(b.Table.Marks, &p.body, w-2*padX)
		}
	}
	t.setHead()
	p.gap()
	heading := b.Heading.Joined(" ")
	room := t.height
	if heading != "" {
		room += p.headingHeight()
	}
	first, err := t.firstHeight()
	if err != nil {
		return err
	}
	p.need(room + first)
	p.drawHeading(heading, "H2")
	p.w.Begin(Element{Tag: "Table"})
	t.drawHead(true)
	for i := 0; i < len(b.Table.Rows); {
		n, err := t.bundle(i)
		if err != nil {
			return err
		}
		if err := t.drawBundle(i, n); err != nil {
			return err
		}
		i += n
	}
	t.ruleDown()
	p.w.End()
	return nil
}

// setHead sets the column heads.
func (t *table) setHead() {
	set := &t.head
	t.heads = make([]lines, len(t.widths))
	for i, c := range t.t.Columns {
		t.heads[i] = t.set(nil, c.Head, set, t.widths[i]-2*padX)
		t.height = max(t.height, t.heads[i].height()+2*padY)
	}
}

// drawHead draws the column heads: as part of the table the first time, later
// as an artifact, since who hears the page read heard them already.
func (t *table) drawHead(first bool) {
	p := t.painter
	top := p.y
	if p.grid || p.f.Style.Rules == "rows" {
		p.w.Fill(p.left, top, p.width(), t.height, Colour(p.f.Style.Shade))
	}
	if first {
		p.w.Begin(Element{Tag: "TR"})
	} else {
		p.w.Artifact()
	}
	for i, l := range t.heads {
		x, y := p.left+t.edges[i]+padX, top+(t.height-l.height())/2
		if first {
			english := l.english()
			p.w.Begin(Element{Tag: "TH", Scope: "Column", Lang: p.langIf(english)})
			p.draw(l, x, y, t.widths[i]-2*padX, t.headAlign(i), english)
			p.w.End()
			continue
		}
		for _, line := range l { // an artifact has no language
			p.w.Text(x+indent(line.Width, t.widths[i]-2*padX, t.headAlign(i)), y+line.set.baseline(), line.Text, line.set.face, line.set.size, line.set.colour)
			y += line.set.leading()
		}
	}
	p.w.End()
	p.y += t.height
	p.fresh = false
	switch p.f.Style.Rules {
	case "grid":
		p.horizontal(p.left, p.right, top, p.line)
		p.horizontal(p.left, p.right, p.y, p.line)
	case "open":
		p.horizontal(p.left, p.right, top, ruler{800, p.accent})
		p.horizontal(p.left, p.right, p.y, ruler{800, p.accent})
	}
	t.down, t.since = t.edges, top
	t.marksEnd = 0
}

// headAlign is how a head stands: over figures at the right, else centred in
// the ruled form and as its column elsewhere.
func (t *table) headAlign(i int) templates.Align {
	if t.grid {
		return templates.Centre
	}
	return t.t.Columns[i].Align
}

// indent is how far from the left a line of that width begins.
func indent(width, room int, a templates.Align) int {
	switch a {
	case templates.Centre:
		return (room - width) / 2
	case templates.Right:
		return room - width
	}
	return 0
}

// measured sets row i, unless it is set, and gives its height.
func (t *table) measured(i int) (int, error) {
	for t.first+len(t.rows) <= i {
		r, err := t.setRow(&t.t.Rows[t.first+len(t.rows)])
		if err != nil {
			return 0, err
		}
		t.rows = append(t.rows, r)
	}
	return t.rows[i-t.first].height, nil
}

// setRow sets the cells of a row.
func (t *table) setRow(of *templates.Row) (row, error) {
	r := row{cells: make([]cell, len(of.Cells))}
	set := &t.body
	if of.Kind == templates.Group || of.Kind == templates.Total {
		set = &t.strong
	}
	at := 0
	for j := range of.Cells {
		c := &of.Cells[j]
		end := min(at+max(c.Span, 1), len(t.widths))
		width := t.edges[end] - t.edges[at] - 2*padX
		s := cell{}
		height := 0
		if of.Kind >= templates.Subtotal && c.Figure == nil {
			s.lines = t.totalLabel(c, set, width)
		} else if name := t.t.Columns[at].Name; name == "description" {
			s.lines = t.description(c, width)
		} else if of.Kind == templates.Group {
			s.lines = t.pairs(nil, c, set, width, 0)
		} else {
			s.lines = t.value(c, set, width)
		}
		if c.Picture != nil {
			pic, err := t.picture(c.Picture)
			if err != nil {
				return r, err
			}
			s.picture, s.of = pic, c.Picture
			s.width, s.high = fit(pic, width, pictureSide)
			height = s.high
		}
		height += s.lines.height() + 2*rowPad(of.Kind)
		r.height = max(r.height, height)
		r.cells[j] = s
		at = end
	}
	return r, nil
}

// rowPad is above and below the texts of a row.
func rowPad(k templates.RowKind) int {
	if k >= templates.Subtotal {
		return padY * 3 / 4
	}
	return padY
}

// totalLabel sets the label of a total in one line, if both languages fit.
func (t *table) totalLabel(c *templates.Cell, set *setting, width int) lines {
	if c.Bold {
		set = &t.strong
	}
	if len(c.Lines) == 1 {
		if one := t.setOne(nil, c.Lines[0].Joined(" "), set, width); len(one) == 1 {
			return one
		}
	}
	return t.value(c, set, width)
}

// mostKept is how many rows at most are kept on one page.
const mostKept = 60

// bundle is how many rows from i on stay on one page: a heading with the row
// below it, totals with the row above them, a package with all that it holds.
func (t *table) bundle(i int) (int, error) {
	n := 1
	for i+n < len(t.t.Rows) && n < mostKept {
		next, last := t.t.Rows[i+n].Kind, t.t.Rows[i+n-1].Kind
		if last != templates.Group && next != templates.More && next < templates.Subtotal {
			break
		}
		n++
	}
	for j := range n {
		if _, err := t.measured(i + j); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// firstHeight is the room below the heads without which they would stand alone at
// the foot of a page.
func (t *table) firstHeight() (int, error) {
	n, err := t.bundle(0)
	if err != nil {
		return 0, err
	}
	height, page := t.together(n), t.page()
	if n > 1 && height <= page || height <= page/3 {
		return height, nil
	}
	return page / 4, nil // the row begins here and goes on overleaf
}

// together is the height of the next n rows.
func (t *table) together(n int) int {
	height := 0
	for _, r := range t.rows[:n] {
		height += r.height
	}
	return height
}

// drawBundle draws rows i to i+n, on a new page if they don't fit on this one.
func (t *table) drawBundle(i, n int) error {
	height := t.together(n)
	if err := t.roomForMarks(i + n); err != nil {
		return err
	}
	if page := t.page(); t.y+height > t.bottom && height <= page && (n > 1 || t.shouldTurn(height)) {
		t.turn()
	}
	for j := range n {
		r := &t.rows[0]
		if t.y+r.height > t.bottom && t.shouldTurn(r.height) {
			t.turn()
		}
		t.drawRow(&t.t.Rows[i+j], r, i+j)
		t.rows, t.first = t.rows[1:], t.first+1
	}
	return nil
}

// page is how much of a table a page holds.
func (t *table) page() int { return t.bottom - t.f.Style.Top - t.height }

// shouldTurn reports whether a row that doesn't fit begins a new page; a long
// one begins here if that fills a good part of the page.
func (t *table) shouldTurn(height int) bool {
	return height <= t.page()/3 || t.bottom-t.y < t.page()/4
}

// turn goes on on a new page, under the heads again.
func (t *table) turn() {
	t.ruleDown()
	if t.f.Style.Rules == "grid" {
		t.horizontal(t.left, t.right, t.y, t.line)
	}
	t.newPage()
	t.drawHead(false)
}

// description sets what the goods are, and small below it what is to be known
// besides.
func (t *table) description(c *templates.Cell, width int) lines {
	lead := c.Lead
	if lead <= 0 || lead > len(c.Lines) {
		lead = min(1, len(c.Lines))
	}
	var l lines
	for _, x := range c.Lines[:lead] {
		l = t.set(l, x, &t.body, width)
	}
	end := width // of the last line, if another detail may follow it
	for _, x := range c.Lines[lead:] {
		if s := x.Zh + x.En; (x.Zh == "" || x.En == "") && strings.Contains(s, templates.Between) {
			l = t.gathered(l, strings.Split(s, templates.Between), templates.Between, &t.detail, width)
			end = width
			continue
		}
		from := len(l)
		l = t.pair(l, x, &t.detail, width)
		end = l.follow(from, end, width)
	}
	return l
}
