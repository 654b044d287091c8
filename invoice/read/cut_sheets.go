package read

import "yipiao/invoice/read/grid"

// mostJoined is how many rows a sheet may have that is looked at for going on
// with the one before it.
const mostJoined = 2_000

// joinSheets joins sheets that are pages of one paper: the same heads over
// other lines, with everything around them printed again.
func joinSheets(sheets []*grid.Grid) []*grid.Grid {
	var all []*grid.Grid
	for _, g := range sheets {
		if n := len(all); n > 0 {
			if joined, ok := goesOn(all[n-1], g); ok {
				all[n-1] = joined
				continue
			}
		}
		all = append(all, g)
	}
	return all
}

// goesOn reports whether sheet b goes on with the only table of sheet a, which
// ends without a total, and joins them.
func goesOn(a, b *grid.Grid) (*grid.Grid, bool) {
	if a.Loose || b.Loose || len(a.Rows) > mostJoined || len(b.Rows) > mostJoined {
		return nil, false
	}
	first, second := findTables(a), findTables(b)
	if len(first) != 1 || len(second) != 1 || !sameHeads(first[0], second[0]) || first[0].totalled() {
		return nil, false
	}
	both := &grid.Grid{Name: a.Name}
	both.Rows = append(append(both.Rows, a.Rows...), b.Rows...)
	return joinContinued(both, findTables(both))
}

// totalled reports whether a table ends with a total of its amounts.
func (t *table) totalled() bool {
	for i := range t.rows {
		row := &t.rows[i]
		label, _ := row.label()
		if t.classify(row) == totalRow && !subWords.MatchString(label) && t.counts(row, roleAmount, roleTaxed, roleGross, roleNet, roleCartons, roleQuantity) {
			return true
		}
	}
	return false
}
