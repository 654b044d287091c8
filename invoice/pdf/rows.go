package pdf

import "yipiao/templates"

// drawRow draws one row, or as much of it as a page holds and the rest on the
// next ones.
func (t *table) drawRow(of *templates.Row, r *row, number int) {
	p := t.painter
	p.w.Begin(Element{Tag: "TR"})
	edges := t.rowEdges(of)
	t.runDown(edges)
	split := make([]splitCell, len(r.cells))
	for first := true; ; first = false {
		top := p.y
		height, whole := t.slice(r, split)
		if of.Kind == templates.Group && p.f.Style.Rules != "open" {
			p.w.Fill(p.left, top, p.width(), height, groupShade)
			if p.grid {
				p.horizontal(p.left, p.right, top, p.line)
			}
		}
		at := 0
		for j := range r.cells {
			c := &of.Cells[j]
			span := max(c.Span, 1)
			end := min(at+span, len(t.widths))
			t.drawCell(drawing{row: of, cell: c, set: &r.cells[j], split: &split[j], at: at, span: span,
				x: p.left + t.edges[at] + padX, width: t.edges[end] - t.edges[at] - 2*padX,
				top: top, height: height, first: first, whole: whole})
			at += span
		}
		p.y = top + height
		p.fresh = false
		if whole {
			break
		}
		t.turn()
		t.runDown(edges)
	}
	t.ruleUnder(of, number)
	p.w.End()
}

// splitCell is what is known of a cell while its row is drawn.
type splitCell struct {
	done    int // lines drawn
	element *openElement
}

var groupShade = Colour{0xF3, 0xF5, 0xF8}

// slice is how high the part of a row is that the page holds, and whether that
// is all of the rest.
func (t *table) slice(r *row, split []splitCell) (int, bool) {
	rest, untouched := 0, true
	for j := range r.cells {
		h := r.cells[j].lines[split[j].done:].height() + 2*padY
		if split[j].element == nil && r.cells[j].picture != nil {
			h += r.cells[j].high
		}
		rest = max(rest, h)
		untouched = untouched && split[j].element == nil
	}
	if t.marksEnd == 0 && len(t.marks) > 0 {
		rest = max(rest, t.marks.height()+2*padY) // they go on beside this row
	}
	if untouched {
		rest = r.height
	}
	if t.y+rest <= t.bottom {
		return rest, true
	}
	return max(t.bottom-t.y, 2*padY+t.body.leading()), false
}

// drawing is a cell, or a part of it, with its place.
type drawing struct {
	row          *templates.Row
	cell         *templates.Cell
	set          *cell
	split        *splitCell
	at, span     int // columns
	x, width     int
	top, height  int
	first, whole bool // the first part; the last one
}

// drawCell draws a cell, or as many of its lines as the height holds.
func (t *table) drawCell(d drawing) {
	p := t.painter
	l := d.set.lines[d.split.done:]
	if !d.whole {
		l = within(l, d.height-2*padY)
	}
	marks := t.marksHere(d.row, d.at)
	english := d.set.lines.english() || len(d.set.lines) == 0 && marks.english()
	if d.split.element == nil {
		p.w.Begin(Element{Tag: "TD", Columns: d.span, Lang: p.langIf(english)})
	} else {
		p.w.resume(d.split.element)
	}
	y := d.top + padY
	if d.set.picture != nil && d.first {
		p.figure(d.set.picture, d.set.of, Box{d.x + (d.width-d.set.width)/2, y, d.set.width, d.set.high})
		y += d.set.high
	}
	if d.row.Kind >= templates.Group && d.whole {
		y = d.top + (d.height-l.height())/2
	}
	p.draw(l, d.x, y, d.width, t.align(d), english)
	d.split.done += len(l)
	if len(marks) > 0 {
		p.draw(marks, d.x, d.top+padY, d.width, templates.Left, english)
		t.marks = t.marks[len(marks):]
		t.marksEnd = d.top + 2*padY + marks.height()
	}
	if d.whole {
		p.w.End()
	} else {
		d.split.element = p.w.suspend()
	}
}

// align is where a cell's contents stand.
func (t *table) align(d drawing) templates.Align {
	switch {
	case d.cell.Align != nil:
		return *d.cell.Align
	case d.row.Kind == templates.Group:
		return templates.Left
	}
	return t.t.Columns[d.at].Align
}

// within are the first lines, as many as a height holds.
func within(l lines, height int) lines {
	n := 0
	for n < len(l) && l[n].height() <= height {
		height -= l[n].height()
		n++
	}
	return l[:n]
}

// marksHere are the shipping marks to be drawn from this cell down: as many as
// the page holds, at the first row of each page.
func (t *table) marksHere(of *templates.Row, at int) lines {
	if at != t.marksColumn || of.Kind > templates.More || t.marksEnd > 0 {
		return nil
	}
	return within(t.marks, t.bottom-t.y-2*padY)
}

// roomForMarks makes the last row of goods before row next so high that the
// marks end beside it.
func (t *table) roomForMarks(next int) error {
	if t.marksColumn < 0 {
		return nil
	}
	last := -1 // the last row of goods within the measured ones, if no more follow
	for i, r := range t.t.Rows[t.first:next] {
		if r.Kind <= templates.More {
			last = i
		}
	}
	if last < 0 || next < len(t.t.Rows) && t.t.Rows[next].Kind <= templates.Group {
		return nil
	}
	end := t.y
	for _, r := range t.rows[:last+1] {
		end += r.height
	}
	want := t.marksEnd
	switch {
	case want == 0:
		want = t.y + t.marks.height() + 2*padY
	case len(t.marks) > 0: // on the next page
		want = t.bottom + t.marks.height() + 2*padY
	}
	t.rows[last].height += max(0, want-end)
	return nil
}

// rowEdges are the edges of a row's cells.
func (t *table) rowEdges(of *templates.Row) []int {
	if len(of.Cells) == len(t.widths) {
		return t.edges
	}
	edges, at := []int{0}, 0
	for i := range of.Cells {
		at = min(at+max(of.Cells[i].Span, 1), len(t.widths))
		edges = append(edges, t.edges[at])
	}
	return edges
}

// runDown makes vertical rules run at those edges from here on.
func (t *table) runDown(edges []int) {
	if len(edges) == len(t.down) {
		same := true
		for i := range edges {
			same = same && edges[i] == t.down[i]
		}
		if same {
			return
		}
	}
	t.ruleDown()
	t.down, t.since = edges, t.y
}

// ruleDown draws the vertical rules that have run until here.
func (t *table) ruleDown() {
	if t.grid && t.y > t.since {
		for _, e := range t.down {
			t.w.Rule(t.left+e, t.since, t.left+e, t.y, t.line.thickness, t.line.colour)
		}
	}
	t.since = t.y
}

// ruleUnder draws the rule under a row, but not across running marks.
func (t *table) ruleUnder(of *templates.Row, number int) {
	p := t.painter
	final := number == len(t.t.Rows)-1
	next := templates.Total
	if !final {
		next = t.t.Rows[number+1].Kind
	}
	switch {
	case p.grid && t.marksColumn >= 0 && of.Kind <= templates.More && next <= templates.More:
		p.horizontal(p.left, p.left+t.edges[t.marksColumn], p.y, p.line)
		p.horizontal(p.left+t.edges[t.marksColumn+1], p.right, p.y, p.line)
	case p.grid:
		p.horizontal(p.left, p.right, p.y, p.line)
	case final:
		p.horizontal(p.left, p.right, p.y, ruler{1000, p.accent})
	case next == templates.Total, of.Kind <= templates.More && next >= templates.Subtotal:
		p.horizontal(p.left, p.right, p.y, ruler{700, p.accent})
	case p.f.Style.Rules == "rows" && next != templates.More && of.Kind != templates.Sum:
		p.horizontal(p.left, p.right, p.y, p.line)
	}
}
