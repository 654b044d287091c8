package read

import (
	"testing"

	"yipiao/invoice/read/grid"
)

// TestStandBeside has rows of a page that are one row, and some that aren't.
func TestStandBeside(t *testing.T) {
	row := func(top int, cells ...int) grid.Row {
		r := grid.Row{Top: top, Bottom: top + 10}
		for _, left := range cells {
			r.Cells = append(r.Cells, grid.Cell{Text: "x", Left: left, Right: left + 20})
		}
		return r
	}
	for _, c := range []struct {
		name string
		a, b grid.Row
		one  bool
	}{
		{"a figure between others", row(0, 0, 100), row(1, 50), true},
		{"a figure under another", row(0, 0, 50), row(1, 60), false},
		{"the next row", row(0, 0, 100), row(9, 50), false},
		{"nothing", row(0, 0), row(0), false},
	} {
		a, b := c.a, c.b
		if got := standBeside(&a, &b); got != c.one || got && (len(a.Cells) != 3 || a.Cells[1].Left != 50) {
			t.Errorf("%s: %v, %+v", c.name, got, a)
		}
	}
}
