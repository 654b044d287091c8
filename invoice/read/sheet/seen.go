package sheet

// Seen tells what of a sheet can be seen on paper.
type Seen struct {
	v      view
	hidden bool // the whole sheet
	merged mergeIndex
}

// Seen looks at what of the sheet can be seen on paper.
func (s *Sheet) Seen() *Seen {
	return &Seen{v: view{s, s.hiddenRows(), s.hiddenColumns()}, hidden: s.Visibility != Visible || s.Chart, merged: indexMerges(s.Merges)}
}

// Extent is the last row and column that hold anything or have a style.
func (s *Sheet) Extent() (rows, columns int) {
	for i := range s.Rows {
		rows = max(rows, s.Rows[i].Index)
		if n := len(s.Rows[i].Cells); n > 0 {
			columns = max(columns, s.Rows[i].Cells[n-1].Column)
		}
	}
	return rows, columns
}

// Place reports whether the place of a cell is printed, not hidden.
func (x *Seen) Place(row, column int) bool {
	return !x.hidden && !x.v.rows.has(row) && !x.v.columns.has(column) && x.v.printed(row, column)
}

// Contents reports whether what a cell holds can be seen: at its own place, or
// anywhere in the merged cell that begins with it; not under another one.
func (x *Seen) Contents(row, column int) bool {
	if x.hidden {
		return false
	}
	if area, ok := x.merged.at(row, column); ok {
		_, _, seen := x.v.clip(area)
		return seen && area.Top == row && area.Left == column
	}
	return x.Place(row, column)
}

// HiddenRow and HiddenColumn report whether a row or column is hidden.
func (x *Seen) HiddenRow(n int) bool    { return x.v.rows.has(n) }
func (x *Seen) HiddenColumn(n int) bool { return x.v.columns.has(n) }

// Merged is the merged cell that has a cell, and whether there is one.
func (x *Seen) Merged(row, column int) (Range, bool) {
	return x.merged.at(row, column)
}

// Sizes are how wide columns 1 to columns and how high rows 1 to rows are, in
// thousandths of a point, hidden ones 0, each at its number; b is their book.
func (x *Seen) Sizes(b *Book, rows, columns int) (widths, heights []int) {
	s := x.v.Sheet
	widths, heights = make([]int, columns+1), make([]int, rows+1)
	for i := 1; i <= columns; i++ {
		widths[i] = b.columnWidth(s.DefaultWidth)
	}
	for _, c := range s.Columns {
		for i := c.First; i <= min(c.Last, columns); i++ {
			if c.Width > 0 {
				widths[i] = b.columnWidth(c.Width)
			}
			if c.Hidden {
				widths[i] = 0
			}
		}
	}
	for i := 1; i <= rows; i++ {
		heights[i] = s.DefaultHeight
		if s.DefaultHidden {
			heights[i] = 0
		}
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		switch {
		case r.Index > rows:
		case r.Hidden:
			heights[r.Index] = 0
		case r.Height > 0:
			heights[r.Index] = r.Height
		default:
			heights[r.Index] = s.DefaultHeight
		}
	}
	return widths, heights
}
