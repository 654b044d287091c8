package read

import (
	"slices"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
)

// table is one table of goods in a grid.
type table struct {
	g *grid.Grid
	// Rows [head, body) are its head, [body, foot) what stands under it; the
	// names of the columns end at named, units and terms may follow.
	head, named, body, foot int
	columns                 []column
	rows                    []tableRow   // of [body, foot)
	kinds                   []rowKind    // of rows, once outline has run
	notes                   int          // the first row of labels within the table, 0 where there is none
	slots                   []slot       // where a page's cells stand
	goods                   int          // one more than the rows above the first total, once they are counted
	priced                  int          // the column of weights or areas that the prices are for, -1 where there is none
	pricedIn                invoice.Text // and its unit
	aside                   []span       // columns of money that an order does not take
}

// other reports whether row r of the grid stands among the lines and is none of
// them.
func (t *table) other(r int) bool {
	i := r - t.body
	return i >= 0 && i < len(t.kinds) && t.kinds[i] == otherRow
}

// column is a column of a table: its head and the place that its cells take.
type column struct {
	columnHead
	left, right int
	where       string // of the head
}

// tableRow are the cells of one row, by column.
type tableRow struct {
	at     int // its index in the grid
	cells  [][]*grid.Cell
	merged []bool // the cell of a column is merged from a row above
	wide   bool   // its only cell runs over several columns
	first  *grid.Cell
	own    int // how many cells begin in this row
	// over are the cells, by column, that are merged from a row above and stand
	// beside this row's own: the cartons of two lines beside each one's pieces.
	over []*grid.Cell
}

// cell is the first cell of column i, nil where there is none.
func (r *tableRow) cell(i int) *grid.Cell {
	if i < 0 || len(r.cells[i]) == 0 {
		return nil
	}
	return r.cells[i][0]
}

// ownCell is the first cell of column i that begins in this row.
func (r *tableRow) ownCell(i int) *grid.Cell {
	if i < 0 || r.merged[i] {
		return nil
	}
	return r.cell(i)
}

// column is the first column with one of the roles, -1 where there is none.
func (t *table) column(roles ...role) int {
	for _, want := range roles {
		for i := range t.columns {
			if t.columns[i].role == want {
				return i
			}
		}
	}
	return -1
}

func (t *table) has(roles ...role) bool { return t.column(roles...) >= 0 }

// goodsRoles name what is sold, countRoles say how much of it.
var (
	goodsRoles = []role{roleDescription, roleName, roleZh, roleEn, roleSKU, roleModel, roleBuyerSKU, roleSpec, roleHS}
	priceRoles = []role{rolePrice, roleAmount, roleTaxed}
	packRoles  = []role{roleCartons, roleNet, roleGross, rolePerCarton, roleVolume, roleMeasure, roleCartonNo}
)

// complete reports whether the columns are those of a table of goods.
func (t *table) complete() bool {
	roles := map[role]bool{}
	for _, c := range t.columns {
		if c.role != noRole && c.role != roleOther {
			roles[c.role] = true
		}
	}
	return len(roles) >= 2 && t.has(goodsRoles...) && (t.has(roleQuantity) || t.has(priceRoles...) || t.has(packRoles...))
}

// findTables finds the tables of goods in a grid, in their order.
func findTables(g *grid.Grid) []*table {
	var all []*table
	for r := 0; r < len(g.Rows); {
		t := headAt(g, r)
		if t == nil {
			r++
			continue
		}
		all = append(all, t)
		r = t.body
	}
	for i, t := range all {
		t.foot = len(g.Rows)
		if i+1 < len(all) {
			t.foot = all[i+1].head
		}
		t.fill()
		t.partGoods()
		t.takeHeadless()
		t.tellItems()
		t.tellFigures()
	}
	return all
}

// under is the column that a cell stands under: the one that it shares most
// of its width with, -1 where it is under none.
func (t *table) under(c *grid.Cell) int {
	best, most := -1, 0
	for i := range t.columns {
		if n := min(c.Right, t.columns[i].right) - max(c.Left, t.columns[i].left); n > most {
			best, most = i, n
		}
	}
	return best
}

// fill sorts the cells of the body into the columns.
func (t *table) fill() {
	if t.g.Loose {
		t.widenLoose()
	} else {
		t.widen()
	}
	t.sortRows(t.foot)
}

// sortRows sorts the cells of the body's rows, up to one, into the columns.
func (t *table) sortRows(end int) {
	hanging := make([]hung, len(t.columns))
	t.rows = make([]tableRow, 0, end-t.body)
	for r := t.body; r < end; r++ {
		t.rows = append(t.rows, t.sort(r, hanging))
	}
}

// hung is a merged cell that reaches into rows below its own.
type hung struct {
	cell  *grid.Cell
	until int // the first row below it
}

// widen gives the columns of a sheet the columns beside them that have no
// head: the figures of one Quantity head, a currency before its amount.
func (t *table) widen() {
	for i := range t.columns {
		if i+1 < len(t.columns) {
			t.columns[i].right = t.columns[i+1].left
		} else {
			t.columns[i].right += 1000
		}
	}
}

// sort is row r by columns.
func (t *table) sort(r int, hanging []hung) tableRow {
	row := tableRow{at: r, cells: make([][]*grid.Cell, len(t.columns)), merged: make([]bool, len(t.columns))}
	for i := range t.g.Rows[r].Cells {
		c := &t.g.Rows[r].Cells[i]
		k := t.place(c)
		if k < 0 {
			continue
		}
		if row.first == nil {
			row.first = c
		}
		row.own++
		row.wide = row.wide || t.spans(c) > 1
		row.cells[k] = append(row.cells[k], c)
		if c.Down > 1 {
			hanging[k] = hung{c, r + c.Down}
		}
	}
	for k, h := range hanging {
		switch {
		case h.cell == nil || r >= h.until || slices.Contains(row.cells[k], h.cell):
		case len(row.cells[k]) == 0:
			row.cells[k], row.merged[k] = []*grid.Cell{h.cell}, true
		default:
			if row.over == nil {
				row.over = make([]*grid.Cell, len(t.columns))
			}
			row.over[k] = h.cell
		}
	}
	return row
}

// place is the column of a cell, -1 for one that stands beside the table.
func (t *table) place(c *grid.Cell) int {
	if t.g.Loose {
		return t.slot(c)
	}
	for i := range t.columns {
		if c.Left >= t.columns[i].left && c.Left < t.columns[i].right {
			return t.overWords(c, i)
		}
	}
	if len(t.columns) > 0 && c.Left < t.columns[0].left && c.Right > t.columns[0].left {
		return 0
	}
	return -1
}

// overWords is the column of a cell that begins in column i: one that runs from
// marks or numbers over the description is one.
func (t *table) overWords(c *grid.Cell, i int) int {
	switch t.columns[i].role {
	case roleMarks, roleNo, rolePicture, noRole:
		for j := i + 1; j < len(t.columns) && t.columns[j].left < c.Right; j++ {
			switch t.columns[j].role {
			case roleDescription, roleZh, roleEn, roleName:
				return j
			}
		}
	}
	return i
}

// spans is over how many columns a cell runs.
func (t *table) spans(c *grid.Cell) int {
	n := 0
	for i := range t.columns {
		if min(c.Right, t.columns[i].right) > max(c.Left, t.columns[i].left) {
			n++
		}
	}
	return n
}
