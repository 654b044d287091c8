package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/templates"
)

// guessMark stands behind an English text that a machine guessed.
const guessMark = " [?]"

// printed is an English text as it stands in the translation: a guess marked,
// with the Chinese beside it.
func printed(e English) invoice.Text {
	e.Original = strings.TrimSpace(e.Original)
	switch {
	case e.Original == "":
		return invoice.Text{En: e.Text}
	case e.Text == "":
		return invoice.Text{Zh: e.Original + guessMark}
	}
	return invoice.Text{Zh: e.Original, En: e.Text + guessMark}
}

// printedLines is an English text line by line.
func printedLines(e English) []invoice.Text {
	if !e.Guess() || len(e.Lines) < 2 {
		return []invoice.Text{printed(e)}
	}
	lines := make([]invoice.Text, len(e.Lines))
	for i, line := range e.Lines {
		lines[i] = printed(line)
	}
	return lines
}

// blocks are a grid's contents in English, in a document's layout.
func (t *translation) blocks(g *grid.Grid) []templates.Block {
	var all []templates.Block
	for _, b := range bandsOf(g) {
		if b.columns != nil {
			all = append(all, t.table(b))
			continue
		}
		for _, group := range groupsOf(b.rows, g.Loose) {
			all = append(all, t.group(group))
		}
	}
	return all
}

// table is a table's block.
func (t *translation) table(b band) templates.Block {
	columns := b.columns
	table := &templates.Table{Columns: make([]templates.Column, len(columns))}
	for _, r := range b.rows[:b.body] {
		for i := range r.Cells {
			at, _ := columnAt(columns, &r.Cells[i])
			table.Columns[at].Head = under(table.Columns[at].Head, printed(t.cell(&r.Cells[i])))
		}
	}
	for i, r := range b.rows[b.body:] {
		row := t.row(r, columns)
		if last := b.body+i == len(b.rows)-1; last && len(r.Cells) == 1 && !isFigure(&r.Cells[0]) && row.Cells[0].Lines != nil {
			row.Cells[0].Span, row.Cells = len(columns), row.Cells[:1] // a sentence under the lines
		}
		table.Rows = append(table.Rows, row)
	}
	for i, figures := range figureColumns(b) {
		if figures {
			table.Columns[i].Align = templates.Right
		}
	}
	return templates.Block{Name: "table", Table: table}
}

// figureColumns tells which columns of a table hold figures mostly: their heads
// stand over them.
func figureColumns(b band) []bool {
	all, figures := make([]int, len(b.columns)), make([]int, len(b.columns))
	for _, r := range b.rows[b.body:] {
		for i := range r.Cells {
			at, _ := columnAt(b.columns, &r.Cells[i])
			all[at]++
			if looksFigure(&r.Cells[i]) {
				figures[at]++
			}
		}
	}
	right := make([]bool, len(all))
	for i := range all {
		right[i] = figures[i]*2 > all[i]
	}
	return right
}

// figureText is a figure as a text, with its currency or unit: US$4.920, 9,350.00
// KGS, 60CTNS.
var figureText = pattern.Lazily(`^-?(?:USD|US|RMB|CNY|EUR|GBP|HKD|HK|JPY|CHF|AUD|CAD|SGD|TWD)?\s?[$€£¥￥]?\s?-?\d[\d,]*(?:\.\d+)?\s?(?:%|[A-Za-z]{1,5}|\p{Han}{1,2})?$`)

// looksFigure reports whether a cell stands at the right, as figures do.
func looksFigure(c *grid.Cell) bool { return isFigure(c) || figureText.MatchString(c.Text) }

// under puts a text under another one; the same one stands once.
func under(above, below invoice.Text) invoice.Text {
	join := func(a, b string) string {
		if a == "" || a == b {
			return b
		}
		return strings.TrimRight(a+"\n"+b, "\n")
	}
	return invoice.Text{Zh: join(above.Zh, below.Zh), En: join(above.En, below.En)}
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
				row.Cells[last].Lines = beside(row.Cells[last].Lines, printedLines(t.cell(c)))
			}
			continue
		}
		empty(at)
		cell := templates.Cell{Span: span, Lines: printedLines(t.cell(c))}
		align := templates.Left
		if looksFigure(c) {
			align = templates.Right
		}
		cell.Align = &align
		row.Cells = append(row.Cells, cell)
		next = at + span
	}
	empty(len(columns))
	return row
}

// beside puts texts of one column and row behind one another: 649 PCS 758 CTNS.
func beside(lines, more []invoice.Text) []invoice.Text {
	if len(lines) == 1 && len(more) == 1 && lines[0].Zh == "" && more[0].Zh == "" {
		return []invoice.Text{{En: lines[0].En + " " + more[0].En}}
	}
	return append(lines, more...)
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
		if i+1 < len(r.Cells) && isLabel(c.Text) && (remarks[withoutColon(c.Text)] || !speaksForItself(r.Cells[i+1].Text)) {
			next := &r.Cells[i+1]
			all = append(all, entry{c, next, c.Left, next.Right})
			i++
			continue
		}
		all = append(all, entry{nil, c, c.Left, c.Right})
	}
	return all
}

// isLabel reports whether a text is the label of what stands at its right.
func isLabel(text string) bool {
	text = strings.TrimSpace(text)
	return (strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")) && !strings.Contains(text, "\n") && utf8.RuneCountInString(text) <= mostLabel
}

// remarks are labels of whatever there is to say.
var remarks = map[string]bool{"Remarks": true, "Remark": true, "Note": true, "Notes": true, "备注": true, "说明": true, "附注": true}

// speaksForItself reports whether a text has a label of its own: it is no value
// of the label before it.
func speaksForItself(text string) bool {
	label, _, _ := labelled(strings.TrimSpace(text))
	return isLabel(text) || strings.ContainsFunc(label, unicode.IsLetter) && !strings.Contains(text, "\n")
}

// groupsOf divides rows at gaps, and where what stands side by side changes its
// places.
func groupsOf(rows []grid.Row, loose bool) [][]grid.Row {
	var groups [][]grid.Row
	var columns []grid.Cell
	for i, r := range rows {
		next, ok := placed(columns, entriesOf(r))
		if i == 0 || apart(rows[i-1], r, loose) || !ok {
			groups = append(groups, nil)
			next, _ = placed(nil, entriesOf(r))
		}
		columns = next
		last := len(groups) - 1
		groups[last] = append(groups[last], r)
	}
	return groups
}

// apart reports whether a gap parts two rows.
func apart(above, below grid.Row, loose bool) bool {
	if !loose {
		return below.Top > above.Bottom
	}
	return below.Top-above.Bottom > (above.Bottom-above.Top)*12/10
}

// mostAcross is how many texts stand side by side at most.
const mostAcross = 4

// placed puts the entries of a row into columns; ok is false where one of them
// stands in two columns, two of them in one, or there are too many.
func placed(columns []grid.Cell, entries []entry) (with []grid.Cell, ok bool) {
	with = slices.Clone(columns)
	taken := map[int]bool{}
	for _, e := range entries {
		at := -1
		for i := range columns {
			if min(columns[i].Right, e.right) <= max(columns[i].Left, e.left) {
				continue
			}
			if at >= 0 || taken[i] {
				return nil, false
			}
			at = i
		}
		if at < 0 {
			with = append(with, grid.Cell{Left: e.left, Right: e.right})
			continue
		}
		taken[at] = true
		with[at].Left, with[at].Right = min(with[at].Left, e.left), max(with[at].Right, e.right)
	}
	slices.SortFunc(with, func(a, b grid.Cell) int { return a.Left - b.Left })
	for i := range with[:max(len(with)-1, 0)] {
		if with[i].Right > with[i+1].Left {
			return nil, false
		}
	}
	return with, len(with) <= max(mostAcross, len(entries))
}

func (t *translation) entry(e entry) templates.Entry {
	value := templates.Cell{Lines: printedLines(t.cell(e.value))}
	if e.label == nil && len(value.Lines) > 1 {
		return templates.Entry{Value: value}
	}
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
	b := templates.Block{Name: "words"} // long texts, each with the page's width
	for _, e := range entries {
		for i, line := range printedLines(t.cell(e.value)) {
			p := templates.Paragraph{Text: line, Strong: e.value.Bold}
			if e.label != nil && i == 0 {
				p.Label = printed(t.cell(e.label))
				p.Label.Zh, p.Label.En = withoutColon(p.Label.Zh), withoutColon(p.Label.En)
			}
			if last := len(b.Paragraphs) - 1; last >= 0 && saysAgain(&b.Paragraphs[last], &p) {
				b.Paragraphs[last] = p
				continue
			}
			b.Paragraphs = append(b.Paragraphs, p)
		}
	}
	return b
}

// saysAgain reports whether a paragraph is the one above in the other language of
// the original, which now is the same.
func saysAgain(above, p *templates.Paragraph) bool {
	return above.Text.Zh+p.Text.Zh == "" && above.Label.Empty() && p.Label.Empty() && p.Text.En != "" && strings.EqualFold(above.Text.En, p.Text.En)
}
