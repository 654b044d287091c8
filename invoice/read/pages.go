package read

import (
	"slices"

	"yipiao/invoice/read/grid"
)

// oneGrid joins the pages of a file to one long page; sheets stay apart.
func oneGrid(grids []*grid.Grid) []*grid.Grid {
	var all []*grid.Grid
	var pages *grid.Grid
	bottom := 0
	for _, g := range withoutRunningHeads(grids) {
		if !g.Loose {
			all = append(all, g)
			continue
		}
		if pages == nil {
			pages = &grid.Grid{Name: g.Name, Loose: true}
			all = append(all, pages)
		}
		for _, row := range g.Rows {
			row.Top, row.Bottom = row.Top+bottom, row.Bottom+bottom
			if n := len(pages.Rows); n == 0 || !standBeside(&pages.Rows[n-1], &row) {
				pages.Rows = append(pages.Rows, row)
			}
		}
		if n := len(pages.Rows); n > 0 {
			bottom = max(bottom, pages.Rows[n-1].Bottom) + 100_000
		}
	}
	return all
}

// standBeside joins row b of a page to a, where b's cells stand beside those of
// a rather than below: a figure that the page's rules didn't take into its row.
func standBeside(a, b *grid.Row) bool {
	if common := a.Bottom - b.Top; len(b.Cells) == 0 || 2*common < min(a.Bottom-a.Top, b.Bottom-b.Top) {
		return false
	}
	for i := range a.Cells {
		for k := range b.Cells {
			if a.Cells[i].Overlap(&b.Cells[k]) > 0 {
				return false
			}
		}
	}
	a.Cells = append(slices.Clip(a.Cells), b.Cells...)
	slices.SortStableFunc(a.Cells, func(x, y grid.Cell) int { return x.Left - y.Left })
	a.Bottom = max(a.Bottom, b.Bottom)
	return true
}

// withoutRunningHeads leaves out what each page of one document prints again:
// the letterhead with the paper's own number, down to the heads of the table,
// and what stands at the foot of the page before. Two papers of one company
// have different numbers, so that nothing of theirs is left out.
func withoutRunningHeads(grids []*grid.Grid) []*grid.Grid {
	var all []*grid.Grid
	var before *grid.Grid // the page before, as it is printed
	for _, g := range grids {
		kept := g
		if before != nil && g.Loose && before.Loose {
			if n := runningHead(before, g); n > 0 {
				kept = &grid.Grid{Name: g.Name, Loose: true, Rows: g.Rows[n:]}
				last := all[len(all)-1]
				all[len(all)-1] = &grid.Grid{Name: last.Name, Loose: true, Rows: last.Rows[:len(last.Rows)-min(runningFoot(before, g), len(last.Rows))]}
			}
		}
		all = append(all, kept)
		before = g
	}
	return all
}

// runningHead is how many rows of page b, from its top down to the heads of a
// table, stand on page a too.
func runningHead(a, b *grid.Grid) int {
	n := 0
	for n < min(len(a.Rows), len(b.Rows)) && alike(&a.Rows[n], &b.Rows[n]) {
		n++
	}
	for i := 3; i <= n && i < len(b.Rows); i++ { // the heads may stand higher or lower there
		if headAt(b, i) != nil {
			return i
		}
	}
	return 0
}

// runningFoot is how many rows at the foot of page a stand at that of b too.
func runningFoot(a, b *grid.Grid) int {
	n := 0
	for n < min(len(a.Rows), len(b.Rows)) && alike(&a.Rows[len(a.Rows)-1-n], &b.Rows[len(b.Rows)-1-n]) {
		n++
	}
	return n
}

// alike reports whether two rows say the same, but for the number of the page,
// at the same place.
func alike(a, b *grid.Row) bool {
	const near = 2000
	if len(a.Cells) != len(b.Cells) || len(a.Cells) == 0 || a.Top-b.Top > near || b.Top-a.Top > near {
		return false
	}
	return !slices.ContainsFunc(a.Cells, func(c grid.Cell) bool {
		return !slices.ContainsFunc(b.Cells, func(d grid.Cell) bool {
			return d.Left-c.Left < near && c.Left-d.Left < near && (foldPaged(c.Text) == foldPaged(d.Text) || pageNumber(c.Text) && pageNumber(d.Text))
		})
	})
}
