package pdf

import (
	"strings"

	"yipiao/templates"
)

// A list: entries in columns, values below one another beside their labels.

const (
	labelGap  = 3 * pt // between a label and its value
	listLabel = 40     // the least share of a column that labels get, in percent
	listWide  = 60     // an entry that wants more of the width has a row of its own
)

// list is how a list's columns stand.
type list struct {
	left, width, lead []int // of each column; lead: of its labels
}

// entryList sets a box's entries as a list.
func (p *painter) entryList(b *box, of *templates.Box, y int) int {
	rows, at := p.listOf(of.Entries, max(of.Across, 1), b.width)
	top := y
	y += padY
	for _, row := range rows {
		height := 0
		for c, e := range row {
			width := at.width[c]
			if c == len(row)-1 {
				width = b.width - at.left[c] - p.sidePad() // the last takes the row
				if len(row) == len(at.width) {
					width = at.width[c]
				}
			}
			lead := at.lead[c]
			label := p.setOne(nil, listed(e), &p.quiet, lead)
			value := p.pairs(nil, &e.Value, &p.body, width-lead-labelGap, 0)
			b.parts = append(b.parts, placed{lines: label, x: at.left[c], y: y, width: lead, tag: "P"},
				placed{lines: value, x: at.left[c] + lead + labelGap, y: y, width: width - lead - labelGap, tag: "P"})
			height = max(height, label.height(), value.height())
		}
		y += height
	}
	y += padY
	for _, row := range rows {
		if len(row) != len(at.width) {
			return y // a wide row would cross the rules
		}
	}
	for c := 1; c < len(at.left) && p.grid; c++ {
		b.downs = append(b.downs, down{at.left[c] - padX, top, y})
	}
	return y
}

// listed is the label of an entry of a list.
func listed(e *templates.Entry) string { return strings.TrimRight(colon(e.Label), " ") }

// listOf divides entries among rows of at most n, fewer if so many don't fit.
func (p *painter) listOf(entries []templates.Entry, n, width int) ([][]*templates.Entry, list) {
	for ; ; n = (n + 1) / 2 {
		rows := p.listRows(entries, n, width)
		if at, fits := p.listColumns(rows, n, width); fits || n < 3 {
			return rows, at
		}
	}
}

// listRows divides entries among rows of at most n.
func (p *painter) listRows(entries []templates.Entry, n, width int) [][]*templates.Entry {
	var rows [][]*templates.Entry
	open := false
	for i := range entries {
		e := &entries[i]
		label, value := p.listExtent(e)
		wide := label+labelGap+value > width*listWide/100
		if last := len(rows) - 1; open && !wide && len(rows[last]) < n {
			rows[last] = append(rows[last], e)
			continue
		}
		rows = append(rows, []*templates.Entry{e})
		open = !wide
	}
	return rows
}

// listExtent is how wide an entry's label and its value in one line are.
func (p *painter) listExtent(e *templates.Entry) (label, value int) {
	value, _ = p.fonts.Regular.Extent(valueLine(&e.Value), p.body.size)
	return p.quiet.face.Width(listed(e), p.quiet.size) + 1, value + pairGap
}

// listColumns shares the width among n columns: to each what its longest entry
// wants and as much of the rest, or equal parts where that is too much.
func (p *painter) listColumns(rows [][]*templates.Entry, n, width int) (at list, fits bool) {
	n = min(n, longestRow(rows))
	l := list{left: make([]int, n), width: make([]int, n), lead: make([]int, n)}
	values, sum := make([]int, n), 0
	for c := range n {
		for _, row := range rows {
			if c >= len(row) {
				continue
			}
			label, value := p.listExtent(row[c])
			l.lead[c] = max(l.lead[c], label)
			if len(row) > 1 || n == 1 {
				values[c] = max(values[c], value)
			}
		}
		sum += l.lead[c] + labelGap + values[c] + 2*padX
	}
	x := 0
	for c := range n {
		each := width / n
		if sum <= width {
			each = l.lead[c] + labelGap + values[c] + 2*padX + (width-sum)/n
		}
		l.left[c], l.width[c] = x+padX, each-2*padX
		l.lead[c] = min(l.lead[c], max(each*listLabel/100, l.width[c]-values[c]-labelGap))
		x += each
	}
	l.left[0] = p.sidePad()
	return l, sum <= width
}

func longestRow(rows [][]*templates.Entry) int {
	n := 1
	for _, row := range rows {
		n = max(n, len(row))
	}
	return n
}
