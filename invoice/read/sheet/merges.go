package sheet

import (
	"cmp"
	"slices"
	"sort"
)

// sweep goes down a sheet and knows which merged cells lie across a row.
type sweep struct {
	merges []Range // by their first row
	next   int     // the first that wasn't reached
	across []Range // those across the row, by their left column
	ends   int     // the first row at which one of them has ended
}

func newSweep(merges []Range) *sweep { return &sweep{merges: merges, ends: MaxRow + 2} }

// to goes down to a row. Those that begin in cells of another one are returned.
func (w *sweep) to(row int) (overlapping []int) {
	if row >= w.ends {
		w.drop(row)
	}
	for ; w.next < len(w.merges) && w.merges[w.next].Top <= row; w.next++ {
		m := w.merges[w.next]
		if m.Bottom < row {
			continue
		}
		i := w.after(m.Left)
		if i > 0 && w.across[i-1].Right >= m.Left || i < len(w.across) && w.across[i].Left <= m.Right {
			overlapping = append(overlapping, w.next)
			continue
		}
		w.across = slices.Insert(w.across, i, m)
		w.ends = min(w.ends, m.Bottom+1)
	}
	return overlapping
}

func (w *sweep) drop(row int) {
	w.across = slices.DeleteFunc(w.across, func(m Range) bool { return m.Bottom < row })
	w.ends = MaxRow + 2
	for _, m := range w.across {
		w.ends = min(w.ends, m.Bottom+1)
	}
}

// after is the first of them that begins right of a column.
func (w *sweep) after(column int) int {
	return sort.Search(len(w.across), func(i int) bool { return w.across[i].Left > column })
}

// at is the merged cell that has a column in the row reached.
func (w *sweep) at(column int) (Range, bool) {
	i := w.after(column) - 1
	if i < 0 || w.across[i].Right < column {
		return Range{}, false
	}
	return w.across[i], true
}

// mergeIndex finds the merged cell that has a cell. Each is listed once for
// every row or every column of it, whichever are fewer, so that neither tall nor
// wide ones fill the memory.
type mergeIndex struct {
	merges          []Range
	byRow, byColumn map[int][]int32 // by their left columns, and by their first rows
}

// indexMerges takes merged cells that don't overlap, by their first rows.
func indexMerges(merges []Range) mergeIndex {
	x := mergeIndex{merges, map[int][]int32{}, map[int][]int32{}}
	for i, m := range merges {
		if m.Right-m.Left < m.Bottom-m.Top {
			for column := m.Left; column <= m.Right; column++ {
				x.byColumn[column] = append(x.byColumn[column], int32(i))
			}
			continue
		}
		for row := m.Top; row <= m.Bottom; row++ {
			x.byRow[row] = append(x.byRow[row], int32(i))
		}
	}
	for _, list := range x.byRow {
		slices.SortFunc(list, func(i, j int32) int { return merges[i].Left - merges[j].Left })
	}
	return x
}

func (x mergeIndex) at(row, column int) (Range, bool) {
	across, down := x.byRow[row], x.byColumn[column]
	i := sort.Search(len(across), func(i int) bool { return x.merges[across[i]].Left > column })
	if i > 0 && x.merges[across[i-1]].has(row, column) {
		return x.merges[across[i-1]], true
	}
	i = sort.Search(len(down), func(i int) bool { return x.merges[down[i]].Top > row })
	if i > 0 && x.merges[down[i-1]].has(row, column) {
		return x.merges[down[i-1]], true
	}
	return Range{}, false
}

// settleMerges sorts the merged cells and drops those that overlap others,
// which no program shows.
func (s *Sheet) settleMerges() {
	slices.SortFunc(s.Merges, func(a, b Range) int {
		return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Left, b.Left))
	})
	w := newSweep(s.Merges)
	dropped := map[int]bool{}
	for _, m := range s.Merges {
		for _, i := range w.to(m.Top) {
			dropped[i] = true
		}
	}
	if len(dropped) == 0 {
		return
	}
	var kept []Range
	for i, m := range s.Merges {
		if !dropped[i] {
			kept = append(kept, m)
		}
	}
	s.Merges = kept
	s.Notes = append(s.Notes, "sheet "+s.Name+" has merged cells that overlap others; they were taken apart")
}

// settleRows sorts rows and their cells, which some programs write in any
// order; false if a row or cell is there twice.
func (s *Sheet) settleRows() bool {
	byIndex := func(a, b Row) int { return a.Index - b.Index }
	if !slices.IsSortedFunc(s.Rows, byIndex) {
		slices.SortFunc(s.Rows, byIndex)
	}
	for i := range s.Rows {
		if i > 0 && s.Rows[i].Index == s.Rows[i-1].Index {
			return false
		}
		cells := s.Rows[i].Cells
		byColumn := func(a, b Cell) int { return a.Column - b.Column }
		if !slices.IsSortedFunc(cells, byColumn) {
			slices.SortFunc(cells, byColumn)
		}
		for j := 1; j < len(cells); j++ {
			if cells[j].Column == cells[j-1].Column {
				return false
			}
		}
	}
	return true
}

// settleColumns sorts the columns.
func (s *Sheet) settleColumns() {
	slices.SortStableFunc(s.Columns, func(a, b Column) int { return a.First - b.First })
}
