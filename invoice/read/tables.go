package read

import "yipiao/invoice/read/grid"

// Table is where a table of goods stands in a grid: rows [Head, Body) are its
// heads, [Body, Foot) its lines and totals.
type Table struct {
	Head, Body, Foot int
	Columns          []grid.Cell // the place of each column, by its edges
}

// Tables finds the tables of goods in a grid.
func Tables(g *grid.Grid) []Table {
	var all []Table
	for _, t := range findTables(g) {
		t.outline()
		found := Table{Head: t.head, Body: t.body, Foot: t.foot}
		for _, c := range t.columns {
			found.Columns = append(found.Columns, grid.Cell{Left: c.left, Right: c.right})
		}
		all = append(all, found)
	}
	return all
}
