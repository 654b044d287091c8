package read

import (
	"maps"
	"slices"

	"yipiao/invoice/read/grid"
)

// warnExternal notes each value that a formula takes from another workbook: it
// is as it was when the file was saved, whatever that workbook says now.
func warnExternal(readings []Reading, grids []*grid.Grid) {
	external := map[string]bool{}
	for _, g := range grids {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if c.External && !c.Unknown {
					external[c.Where] = true
				}
			}
		}
	}
	if len(external) == 0 {
		return
	}
	for i := range readings {
		r := &readings[i]
		for _, path := range slices.Sorted(maps.Keys(r.Where)) {
			if where := r.Where[path]; external[where] {
				r.Warnings = append(r.Warnings, Warning{External, path, where, "the value comes from another workbook, as that was when this file was saved"})
			}
		}
	}
}
