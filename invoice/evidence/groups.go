package evidence

import (
	"strings"
	"unicode/utf8"

	"yipiao/invoice/read/grid"
	"yipiao/templates"
)

// group is the block of rows that stand together: boxes side by side where the
// rows hold several texts, else paragraphs.
func (t *translation) group(rows []grid.Row) templates.Block {
	var entries []entry
	var byRow [][]entry
	var columns []grid.Cell
	several, over := false, false
	for _, r := range rows {
		e := entriesOf(r)
		several = several || len(e) > 1
		entries, byRow = append(entries, e...), append(byRow, e)
		next, ok := placed(columns, e)
		columns, over = next, over || !ok
	}
	switch {
	case !several, over: // or texts lie over one another
		return t.paragraphs(entries)
	case answering(byRow, columns):
		return t.rowByRow(byRow, columns)
	}
	boxes := &templates.Boxes{Across: len(columns), Boxes: make([]templates.Box, len(columns))}
	labels := make([]int, len(columns))
	for _, e := range entries {
		at := columnOf(columns, e)
		entry := t.entry(e)
		if !entry.Label.Empty() {
			labels[at]++
		}
		boxes.Boxes[at].Entries = append(boxes.Boxes[at].Entries, entry)
	}
	for i := range boxes.Boxes {
		boxes.Boxes[i].Inline = labels[i]*2 > len(boxes.Boxes[i].Entries)
	}
	return templates.Block{Name: "around", Boxes: boxes}
}

func columnOf(columns []grid.Cell, e entry) int {
	at, _ := columnAt(columns, &grid.Cell{Left: e.left, Right: e.right})
	return at
}

// answering reports whether what stands in one column of rows may belong to what
// stands beside it in another, as a value to its label: texts of two columns
// don't speak for themselves, and those of one are short. What is merged over
// rows is beside all of them.
func answering(rows [][]entry, columns []grid.Cell) bool {
	all, silent, short := make([]int, len(columns)), make([]int, len(columns)), make([]int, len(columns))
	for _, r := range rows {
		for _, e := range r {
			if e.value.Down > 1 || strings.Contains(e.value.Text, "\n") {
				return false
			}
			at := columnOf(columns, e)
			all[at]++
			if label, _, value := labelled(e.value.Text); e.label == nil && (label == "" || value == "") {
				silent[at]++
				if utf8.RuneCountInString(e.value.Text) <= mostLabel {
					short[at]++
				}
			}
		}
	}
	many, labels := 0, false
	for i := range columns {
		many += min(silent[i], 1)
		labels = labels || short[i]*2 > all[i]
	}
	return len(rows) > 1 && many > 1 && labels
}

// rowByRow are boxes whose texts stand beside each other as in the original.
func (t *translation) rowByRow(rows [][]entry, columns []grid.Cell) templates.Block {
	boxes := &templates.Boxes{Across: len(columns)}
	for _, r := range rows {
		line := make([]templates.Box, len(columns))
		for _, e := range r {
			b := &line[columnOf(columns, e)]
			b.Entries = append(b.Entries, t.entry(e))
			b.Inline = b.Inline || !b.Entries[len(b.Entries)-1].Label.Empty()
		}
		boxes.Boxes = append(boxes.Boxes, line...)
	}
	return templates.Block{Name: "around", Boxes: boxes}
}
