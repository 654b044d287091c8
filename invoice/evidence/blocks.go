package evidence

import (
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/templates"
)

// guessMark stands behind an English text that a machine guessed.
const guessMark = " [?]"

// printed is an English text as it stands in the translation: a guess marked,
// with the Chinese beside it.
func printed(e English) invoice.Text {
	switch {
	case e.Original == "":
		return invoice.Text{En: e.Text}
	case e.Text == "":
		return invoice.Text{Zh: e.Original + guessMark}
	}
	return invoice.Text{Zh: e.Original, En: e.Text + guessMark}
}

// blocks are a grid's contents in English, in a document's layout.
func (t *translation) blocks(g *grid.Grid) []templates.Block {
	var all []templates.Block
	for _, b := range bandsOf(g) {
		if b.table {
			all = append(all, t.table(b, g.Loose))
			continue
		}
		for _, group := range groupsOf(b.rows, g.Loose) {
			all = append(all, t.group(group))
		}
	}
	return all
}

// table is a table's block.
func (t *translation) table(b band, loose bool) templates.Block {
	columns := columnsOf(b, loose)
	table := &templates.Table{Columns: make([]templates.Column, len(columns))}
	heads := make([][]string, len(columns))
	for _, r := range b.rows[:b.body] {
		for i := range r.Cells {
			at, _ := columnAt(columns, &r.Cells[i])
			heads[at] = append(heads[at], t.cell(&r.Cells[i]).Text)
		}
	}
	for i := range columns {
		table.Columns[i].Head.En = strings.Join(slices.Compact(heads[i]), "\n")
	}
	for _, r := range b.rows[b.body:] {
		table.Rows = append(table.Rows, t.row(r, columns))
	}
	return templates.Block{Name: "table", Table: table}
}

// row is a table's row: a cell for each column, those of a span in one.
func (t *translation) row(r grid.Row, columns []grid.Cell) templates.Row {
	row := templates.Row{}
	next := 0
	empty := func(until int) {
		for ; next < until; next++ {
			row.Cells = append(row.Cells, templates.Cell{})
		}
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		at, span := columnAt(columns, c)
		if at < next { // two cells in one column: one under the other
			if last := len(row.Cells) - 1; last >= 0 {
				row.Cells[last].Lines = append(row.Cells[last].Lines, printed(t.cell(c)))
			}
			continue
		}
		empty(at)
		cell := templates.Cell{Span: span, Lines: []invoice.Text{printed(t.cell(c))}}
		if isFigure(c) {
			right := templates.Right
			cell.Align = &right
		}
		row.Cells = append(row.Cells, cell)
		next = at + span
	}
	empty(len(columns))
	return row
}

// entry is a text, or a label with its value, with its place in its row.
type entry struct {
	label, value *grid.Cell
	left, right  int
}

// entriesOf pairs the labels of a row with the values at their right.
func entriesOf(r grid.Row) []entry {
	var all []entry
	for i := 0; i < len(r.Cells); i++ {
		c := &r.Cells[i]
		if i+1 < len(r.Cells) && strings.HasSuffix(strings.TrimSpace(strings.ReplaceAll(c.Text, "：", ":")), ":") {
			next := &r.Cells[i+1]
			all = append(all, entry{c, next, c.Left, next.Right})
			i++
			continue
		}
		all = append(all, entry{nil, c, c.Left, c.Right})
	}
	return all
}

// groupsOf divides rows at gaps, and at cells that are as wide as the sheet.
func groupsOf(rows []grid.Row, loose bool) [][]grid.Row {
	left, right := extent(rows)
	var groups [][]grid.Row
	for i, r := range rows {
		if i == 0 || apart(rows[i-1], r, loose) || wide(r, right-left) != wide(rows[i-1], right-left) {
			groups = append(groups, nil)
		}
		last := len(groups) - 1
		groups[last] = append(groups[last], r)
	}
	return groups
}

func extent(rows []grid.Row) (left, right int) {
	for i, r := range rows {
		if i == 0 || r.Cells[0].Left < left {
			left = r.Cells[0].Left
		}
		right = max(right, r.Cells[len(r.Cells)-1].Right)
	}
	return left, right
}

// apart reports whether a gap parts two rows.
func apart(above, below grid.Row, loose bool) bool {
	if !loose {
		return below.Top > above.Bottom
	}
	return below.Top-above.Bottom > (above.Bottom-above.Top)*12/10
}

// wide reports whether a row is one cell that takes most of the width.
func wide(r grid.Row, width int) bool {
	return len(r.Cells) == 1 && r.Cells[0].Right-r.Cells[0].Left > width*6/10
}

// group is the block of rows that stand together: boxes side by side where the
// rows hold several texts, else paragraphs.
func (t *translation) group(rows []grid.Row) templates.Block {
	var entries []entry
	several := false
	for _, r := range rows {
		e := entriesOf(r)
		several = several || len(e) > 1
		entries = append(entries, e...)
	}
	if !several {
		return t.paragraphs(entries)
	}
	columns := clusters(entries)
	boxes := &templates.Boxes{Across: len(columns), Boxes: make([]templates.Box, len(columns))}
	for i := range boxes.Boxes {
		boxes.Boxes[i].Inline = true
	}
	for _, e := range entries {
		at, _ := columnAt(columns, &grid.Cell{Left: e.left, Right: e.right})
		boxes.Boxes[at].Entries = append(boxes.Boxes[at].Entries, t.entry(e))
	}
	return templates.Block{Name: "around", Boxes: boxes}
}

// mostAcross is how many boxes stand side by side at most.
const mostAcross = 3

// clusters are the places that entries of several rows share; the closest ones
// are joined until there are few.
func clusters(entries []entry) []grid.Cell {
	var all []grid.Cell
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b entry) int { return a.left - b.left })
	for _, e := range sorted {
		if n := len(all); n > 0 && e.left < all[n-1].Right {
			all[n-1].Right = max(all[n-1].Right, e.right)
			continue
		}
		all = append(all, grid.Cell{Left: e.left, Right: e.right})
	}
	for len(all) > mostAcross {
		at := 0
		for i := range all[1:] {
			if all[i+1].Left-all[i].Right < all[at+1].Left-all[at].Right {
				at = i
			}
		}
		all[at].Right = all[at+1].Right
		all = slices.Delete(all, at+1, at+2)
	}
	return all
}

func (t *translation) entry(e entry) templates.Entry {
	value := templates.Cell{Lines: []invoice.Text{printed(t.cell(e.value))}}
	if e.label == nil {
		if label, rest, ok := ownLabel(value.Lines[0]); ok {
			return templates.Entry{Label: label, Value: templates.Cell{Lines: []invoice.Text{rest}}}
		}
		return templates.Entry{Value: value}
	}
	label := printed(t.cell(e.label))
	label.Zh, label.En = withoutColon(label.Zh), withoutColon(label.En)
	return templates.Entry{Label: label, Value: value}
}

// ownLabel divides an English text of one line at the colon behind its label.
func ownLabel(text invoice.Text) (label, rest invoice.Text, ok bool) {
	if text.Zh != "" || strings.Contains(text.En, "\n") {
		return text, text, false
	}
	l, _, v := labelled(text.En)
	return invoice.Text{En: l}, invoice.Text{En: v}, l != "" && v != ""
}

func withoutColon(s string) string { return strings.TrimRight(strings.TrimSpace(s), ":： ") }

func (t *translation) paragraphs(entries []entry) templates.Block {
	b := templates.Block{Name: "around"}
	for _, e := range entries {
		p := templates.Paragraph{Text: printed(t.cell(e.value)), Strong: e.value.Bold}
		if e.label != nil {
			p.Label = printed(t.cell(e.label))
			p.Label.Zh, p.Label.En = withoutColon(p.Label.Zh), withoutColon(p.Label.En)
		}
		b.Paragraphs = append(b.Paragraphs, p)
	}
	return b
}
