package read

import (
	"slices"
	"strings"

	"yipiao/invoice/read/grid"
)

// mostMarks is how many different lines marks have at most: more of them number
// the packages of each line of goods, which is told elsewhere.
const mostMarks = 100

// marks are the shipping marks that a column of the table holds, line by line,
// however its rows share them, and where they begin.
func (t *table) marks() (marks, where string) {
	i := t.column(roleMarks)
	if i < 0 {
		return "", ""
	}
	var lines []string
	take := func(c *grid.Cell) {
		if c.Unknown || c.Kind != grid.Text || labelAlone(c.Text) || headsMarks(c.Text) || placeholder(c.Text) && !strings.EqualFold(strings.TrimSpace(c.Text), "N/M") {
			return
		}
		if text := strings.Join(trimLines(c.Text), "\n"); text != "" && len(lines) <= mostMarks && !slices.Contains(lines, text) {
			lines = append(lines, text)
			if where == "" {
				where = c.Where
			}
		}
	}
	for r := t.named; r < t.body; r++ {
		for k := range t.g.Rows[r].Cells {
			if c := &t.g.Rows[r].Cells[k]; t.under(c) == i {
				take(c)
			}
		}
	}
	for k := range t.rows {
		if row := &t.rows[k]; t.kinds[k] != totalRow && t.kinds[k] != chargeRow && t.kinds[k] != carriedRow && !row.merged[i] {
			for _, c := range row.cells[i] {
				take(c)
			}
		}
	}
	return strings.Join(lines, "\n"), where
}

// headsMarks reports whether a text is the head of a column of marks, said
// again in the other language: Marks under 唛头.
func headsMarks(s string) bool {
	h := parseHead(s)
	return h.role == roleMarks && h.coverage == 100
}

// labelAlone reports whether a text is a label, which stands among the marks
// by chance: PRICE TERMS:
func labelAlone(s string) bool {
	if !strings.ContainsAny(s, ":：") {
		return false
	}
	all := splitText(s)
	return len(all) == 1 && all[0].field != "" && all[0].field != unknown
}

// takeMarks takes the marks of the table where no label gives them.
func (p *part) takeMarks() {
	marks, where := p.table.marks()
	if marks == "" || p.draft.order.Marks != "" {
		return
	}
	if strings.Count(marks, "\n") >= mostMarks {
		p.draft.warn(Unread, "marks", where, "the table has other marks in each line, which are left out")
		return
	}
	p.draft.order.Marks = marks
	p.draft.found("marks", where)
}
