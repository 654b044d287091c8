package sheet

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice/read/grid"
)

// maxGap is how many empty rows after each other a grid keeps, enough to see
// that something ends there; maxEmpty is how many in all.
const (
	maxGap   = 50
	maxEmpty = 5000
)

// Grid is what of the sheet is printed and can be seen: nothing of hidden rows
// and columns, nothing outside the print area; nil for a sheet that is hidden.
// A merged cell is one cell, as far as it is printed. The texts of text boxes
// stand where the boxes begin.
func (s *Sheet) Grid() *grid.Grid {
	if s.Visibility != Visible || s.Chart {
		return nil
	}
	v := &view{s, s.hiddenRows(), s.hiddenColumns()}
	rows := v.cells()
	v.boxes(rows)
	g := &grid.Grid{Name: s.Name}
	last, gaps := 0, 0
	for _, index := range slices.Sorted(maps.Keys(rows)) {
		for empty := max(last+1, index-maxGap); last > 0 && empty < index && gaps < maxEmpty; empty++ {
			if !v.rows.has(empty) {
				g.Rows = append(g.Rows, gridRow(empty, nil))
				gaps++
			}
		}
		cells := rows[index]
		slices.SortStableFunc(cells, func(a, b grid.Cell) int { return a.Left - b.Left })
		g.Rows = append(g.Rows, gridRow(index, cells))
		last = index
	}
	return g
}

func gridRow(index int, cells []grid.Cell) grid.Row {
	return grid.Row{Top: index * 1000, Bottom: (index + 1) * 1000, Cells: cells}
}

// view is a sheet and what of it is hidden.
type view struct {
	*Sheet
	rows, columns spans
}

// printed reports whether a cell is in the print area, or in rows or columns
// that are repeated on its pages.
func (v *view) printed(row, column int) bool {
	if len(v.PrintAreas) == 0 {
		return true
	}
	for _, a := range v.PrintAreas {
		across, along := a.Left <= column && column <= a.Right, a.Top <= row && row <= a.Bottom
		if across && along || across && v.TitleRows.has(row, column) || along && v.TitleColumns.has(row, column) {
			return true
		}
	}
	return false
}

// cells are the visible cells that hold something, by the row where they show.
func (v *view) cells() map[int][]grid.Cell {
	rows := map[int][]grid.Cell{}
	merged := newSweep(v.Merges)
	for i := range v.Rows {
		r := &v.Rows[i]
		merged.to(r.Index)
		for j := range r.Cells {
			c := &r.Cells[j]
			if c.Text == "" && !c.NoValue || v.NoZeros && c.isZero() {
				continue
			}
			area, ok := merged.at(c.Column)
			switch {
			case !ok:
				area = Range{r.Index, c.Column, r.Index, c.Column}
			case area.Top != r.Index || area.Left != c.Column:
				continue // under a merged cell
			}
			if shown, down, ok := v.clip(area); ok {
				cell := v.cell(c, r.Index)
				cell.Left, cell.Right, cell.Down = shown.Left*1000, (shown.Right+1)*1000, down
				rows[shown.Top] = append(rows[shown.Top], cell)
			}
		}
	}
	return rows
}

// isZero reports whether a cell is the number 0.
func (c *Cell) isZero() bool {
	return c.Kind == Number && !c.NoValue && strings.Trim(c.Number, "0.") == ""
}

// isTime reports whether a cell shows a time of day, or how long something took.
func (c *Cell) isTime() bool {
	if c.Kind != Number || c.Style == nil || c.Style.format == nil || !c.Style.format.timed {
		return false
	}
	x, err := strconv.ParseFloat(c.Number, 64)
	if err != nil {
		return false
	}
	s, _ := c.Style.format.choose(x)
	return s.kind == dateSection && !s.hasDay() && c.Text != c.Number
}

// clip is what of an area is seen on paper: from its first visible row and
// column within the print area to its last, and over how many rows.
func (v *view) clip(area Range) (shown Range, down int, ok bool) {
	if area.Top < area.Bottom || area.Left < area.Right {
		area = v.inPrint(area)
	}
	shown.Left, shown.Right, _ = v.columns.outside(area.Left, area.Right)
	shown.Top, shown.Bottom, down = v.rows.outside(area.Top, area.Bottom)
	return shown, down, shown.Left > 0 && shown.Top > 0 && v.printed(shown.Top, shown.Left)
}

// inPrint is the part of a merged area in the first print area that has some of
// it.
func (v *view) inPrint(area Range) Range {
	for _, a := range v.PrintAreas {
		if a.overlaps(area) {
			return Range{max(a.Top, area.Top), max(a.Left, area.Left), min(a.Bottom, area.Bottom), min(a.Right, area.Right)}
		}
	}
	return area
}

// cell is a cell for the grid, without its place on the axis.
func (v *view) cell(c *Cell, row int) grid.Cell {
	g := grid.Cell{Text: c.Text, Where: v.where(row, c.Column), External: c.External}
	if c.Style != nil {
		g.Bold, g.Format = c.Style.Font.Bold, c.Style.Format
	}
	switch {
	case c.NoValue:
		g.Unknown, g.Text = true, "="+c.Formula
	case c.Kind == Error:
		g.Unknown = true
	case c.isTime(): // a text: 18:00 is no number in a document
	case c.Kind == Number:
		g.Kind, g.Number = grid.Number, c.Number
	case c.Kind == Date:
		g.Kind, g.Date = grid.Date, c.Date
	}
	if g.Kind == grid.Text {
		g.Format = ""
	}
	return g
}

func (v *view) where(row, column int) string {
	return quoteSheet(v.Name) + "!" + cellName(row, column)
}

// boxes adds the texts of text boxes that begin in what is seen.
func (v *view) boxes(rows map[int][]grid.Cell) {
	for _, b := range v.Boxes {
		if v.rows.has(b.Row) || v.columns.has(b.Column) || !v.printed(b.Row, b.Column) {
			continue
		}
		rows[b.Row] = append(rows[b.Row], grid.Cell{
			Text: strings.TrimSpace(b.Text), Where: v.where(b.Row, b.Column),
			Left: b.Column * 1000, Right: (max(b.Column, b.ToColumn) + 1) * 1000, Down: max(1, b.ToRow-b.Row+1),
		})
	}
}
