package read

import (
	"strings"

	"yipiao/invoice/read/grid"
)

// A contract or invoice of a single machine often has no table: its goods stand
// under each other, a label for each thing that is said of them.

// turnedRoles are what such labels may name.
var turnedRoles = map[role]bool{roleDescription: true, roleName: true, roleSpec: true, roleModel: true, roleSKU: true, roleMaterial: true, roleHS: true,
	roleQuantity: true, roleUnit: true, rolePrice: true, roleAmount: true}

// mostTurned is within how many rows the labels of one line of goods stand.
const mostTurned = 14

// turned is a label of a line of goods with its value.
type turned struct {
	row         int
	label, text string
	cell, value *grid.Cell // the same where they share one
}

// turnTable makes a table with one line of labels that stand under each other:
// the goods, how many, and what they cost.
func turnTable(g *grid.Grid) (*grid.Grid, bool) {
	if _, titled := titleRow(g, 0, len(g.Rows)); !titled {
		return nil, false
	}
	var found []turned
	seen := map[role]bool{}
	for r := range g.Rows {
		if len(found) > 0 && r-found[0].row > mostTurned {
			break
		}
		t, role := turnedRow(g, r)
		if t.value != nil && !seen[role] {
			seen[role] = true
			found = append(found, t)
		}
	}
	if !seen[roleDescription] && !seen[roleName] || !seen[roleQuantity] || !seen[rolePrice] && !seen[roleAmount] {
		return nil, false
	}
	return layTurned(g, found), true
}

// turnedRow is the label of row r with its value, if it is one of a line of
// goods.
func turnedRow(g *grid.Grid, r int) (turned, role) {
	cells := g.Rows[r].Cells
	if len(cells) == 0 || cells[0].Kind != grid.Text || cells[0].Unknown {
		return turned{}, noRole
	}
	_, line := cutBullet(strings.TrimSpace(cells[0].Text))
	label, text, colon := strings.Cut(narrow(line), ":")
	h := parseHead(label)
	if h.coverage < 100 || !turnedRoles[h.role] || strings.Contains(cells[0].Text, "\n") {
		return turned{}, noRole
	}
	t := turned{row: r, label: label, text: strings.TrimSpace(text), cell: &cells[0]}
	switch {
	case t.text != "":
		t.value = &cells[0]
	case len(cells) > 1 && (colon || len(cells) == 2):
		t.value, t.text = &cells[1], cells[1].Text
	}
	if t.value != nil && (h.role == roleQuantity || h.role == rolePrice || h.role == roleAmount) {
		if c := t.line(0); !hasFigure(&c) {
			t.value = nil
		}
	}
	return t, h.role
}

// line is the value as the cell of a table's line, in column i.
func (t *turned) line(i int) grid.Cell {
	c := *t.value
	c.Left, c.Right, c.Down = (i+1)*1000, (i+2)*1000, 1
	if t.value == t.cell {
		c.Text = t.text
	}
	return c
}

// layTurned is g with a head and a line in place of labels and values.
func layTurned(g *grid.Grid, found []turned) *grid.Grid {
	out := &grid.Grid{Name: g.Name, Loose: g.Loose}
	taken := map[int]bool{}
	for _, t := range found {
		taken[t.row] = labelIndex()[fold(t.label)] != "total" // which is the order's too
	}
	for r := range g.Rows {
		row := g.Rows[r]
		switch {
		case r == found[0].row:
			head, line := row, row
			head.Cells, line.Cells = nil, nil
			for i := range found {
				h := *found[i].cell
				h.Text, h.Left, h.Right, h.Down = found[i].label, (i+1)*1000, (i+2)*1000, 1
				head.Cells, line.Cells = append(head.Cells, h), append(line.Cells, found[i].line(i))
			}
			line.Top = head.Bottom
			line.Bottom = line.Top + max(head.Bottom-head.Top, 1)
			out.Rows = append(out.Rows, head, line)
		case taken[r]:
		default:
			out.Rows = append(out.Rows, row)
		}
	}
	return out
}
