package read

import (
	"yipiao/invoice/read/element"
	"yipiao/invoice/read/grid"
)

// elementGrid shows an XML file as a sheet: a row for each value, with its
// element's name; siblings of one name as a table.
func elementGrid(root *element.Element) *grid.Grid {
	g := &elementRows{g: &grid.Grid{Name: root.Name}}
	g.element(root)
	return g.g
}

type elementRows struct{ g *grid.Grid }

// element adds what stands in an element.
func (r *elementRows) element(e *element.Element) {
	if len(e.Children) == 0 {
		if e.Value() != "" {
			r.g.AddRow(textCell(e.Name+":", e.Path()), textCell(e.Value(), e.Path()))
		}
		return
	}
	for i := 0; i < len(e.Children); i++ {
		n := sameShape(e.Children[i:])
		if n < 2 {
			r.element(e.Children[i])
			continue
		}
		r.table(e.Children[i : i+n])
		i += n - 1
	}
	r.g.AddRow() // a gap behind each group
}

// sameShape is how many siblings from the first on have its name and hold
// values, which makes them the rows of a table.
func sameShape(siblings []*element.Element) int {
	first := siblings[0]
	if len(first.Children) < 2 {
		return 0
	}
	n := 0
	for _, s := range siblings {
		if s.Name != first.Name {
			break
		}
		for _, c := range s.Children {
			if len(c.Children) > 0 {
				return 0
			}
		}
		n++
	}
	return n
}

// table adds siblings as the rows of a table, with their children's names above.
func (r *elementRows) table(rows []*element.Element) {
	var names []string
	column := map[string]int{}
	for _, e := range rows {
		for _, c := range e.Children {
			if _, known := column[c.Name]; !known {
				column[c.Name] = len(names)
				names = append(names, c.Name)
			}
		}
	}
	head := make([]grid.Cell, len(names))
	for i, name := range names {
		head[i] = textCell(name, rows[0].Path())
	}
	r.g.AddRow()
	r.g.AddRow(head...)
	for _, e := range rows {
		cells := make([]grid.Cell, len(names))
		for _, c := range e.Children {
			cells[column[c.Name]] = textCell(c.Value(), c.Path())
		}
		r.g.AddRow(cells...)
	}
	r.g.AddRow()
}

func textCell(text, where string) grid.Cell { return grid.Cell{Text: text, Where: where} }
