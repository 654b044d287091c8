package evidence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yipiao/invoice/read"
	"yipiao/invoice/read/grid"
)

// A sheet or page is divided into bands from the top down: tables, whose rows
// have the columns of their heads, and what stands around them.

// band are successive rows of one kind.
type band struct {
	rows    []grid.Row
	body    int         // of a table: where its lines begin, after the heads
	columns []grid.Cell // of a table; none elsewhere
}

// leastColumns is how many cells a row of a table has at least.
const leastColumns = 4

// bandsOf divides a grid: at its tables of goods, or if there is none at
// whatever else looks like a table.
func bandsOf(g *grid.Grid) []band {
	tables := read.Tables(g)
	if len(tables) == 0 {
		tables = otherTables(g)
	}
	var bands []band
	at := 0
	around := func(to int) {
		if rows := withCells(g.Rows[at:to]); len(rows) > 0 {
			bands = append(bands, band{rows: rows})
		}
	}
	for _, t := range tables {
		for t.Head+1 < t.Body && aboveHead(g.Rows[t.Head], len(t.Columns)) {
			t.Head++
		}
		if t.Head < at || t.Foot <= t.Body {
			continue
		}
		around(t.Head)
		head := withCells(g.Rows[t.Head:t.Body])
		bands = append(bands, band{rows: append(head, withCells(g.Rows[t.Body:t.Foot])...), body: len(head), columns: t.Columns})
		at = t.Foot
	}
	around(len(g.Rows))
	return bands
}

// aboveHead reports whether a row of a table's head stands above it rather: a
// label with its value, over some of the columns.
func aboveHead(r grid.Row, columns int) bool {
	return len(r.Cells)*2 <= columns && slices.ContainsFunc(r.Cells, func(c grid.Cell) bool { return isLabel(c.Text) })
}

// otherTables finds tables of other things than goods by their looks.
func otherTables(g *grid.Grid) []read.Table {
	var all []read.Table
	for i := 0; i < len(g.Rows); {
		n := tableAt(g.Rows[i:])
		if n == 0 {
			i++
			continue
		}
		rows := withCells(g.Rows[i : i+n])
		all = append(all, read.Table{Head: i, Body: i + headRows(rows), Foot: i + n, Columns: columnsOf(rows, g.Loose)})
		i += n
	}
	return all
}

func withCells(rows []grid.Row) []grid.Row {
	var filled []grid.Row
	for _, r := range rows {
		if len(r.Cells) > 0 {
			filled = append(filled, r)
		}
	}
	return filled
}

// tableAt is how many rows the table has that begins with the first of rows, 0
// if none does: rows of many cells, with sparse ones (wrapped names, totals)
// between them that keep to their columns.
func tableAt(rows []grid.Row) int {
	if len(rows) < 2 || len(rows[0].Cells) < leastColumns || figuresIn(rows[0]) > 1 {
		return 0
	}
	end, full := 0, 0
	for i, r := range rows {
		switch {
		case len(r.Cells) >= leastColumns:
			end = i + 1
			full++
			continue
		case len(r.Cells) == 0 && i > end+1:
			return ended(end, full)
		case len(r.Cells) > 0 && !fitsColumns(r, rows[0]):
			return ended(end, full)
		case figuresIn(r) > 0 || continues(r, rows[0]): // a total, or a name that goes on
			if i == end {
				end = i + 1
			}
		}
	}
	return ended(end, full)
}

func ended(end, full int) int {
	if full < 2 {
		return 0
	}
	return end
}

// figuresIn is how many cells of a row are figures.
func figuresIn(r grid.Row) int {
	n := 0
	for i := range r.Cells {
		if isFigure(&r.Cells[i]) {
			n++
		}
	}
	return n
}

// isFigure reports whether a cell is a number, by kind or by its look.
func isFigure(c *grid.Cell) bool {
	if c.Kind == grid.Number {
		return true
	}
	digits := 0
	for _, r := range c.Text {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune(" ,.-+%$¥￥€£", r):
			return false
		}
	}
	return digits > 0
}

// fitsColumns reports whether no cell of a row reaches far beyond the table, and
// none is as wide as most of it.
func fitsColumns(r, head grid.Row) bool {
	left, right := head.Cells[0].Left, head.Cells[len(head.Cells)-1].Right
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Left < left-1000 || c.Right > right+1000 || c.Right-c.Left > (right-left)*2/3 && utf8.RuneCountInString(c.Text) > mostLabel {
			return false
		}
	}
	return true
}

// continues reports whether a row holds only what stands under a head, with no
// label of its own.
func continues(r, head grid.Row) bool {
	for i := range r.Cells {
		c := &r.Cells[i]
		if strings.ContainsAny(c.Text, ":：") || !slices.ContainsFunc(head.Cells, func(h grid.Cell) bool { return h.Overlap(c) > 0 && c.Left >= h.Left-2000 }) {
			return false
		}
	}
	return true
}

// mostHeadRows is how many rows the head of a table has at most.
const mostHeadRows = 4

// headRows is how many of a table's rows are its head: those before the first
// with figures.
func headRows(rows []grid.Row) int {
	n := 1
	for n < len(rows)-1 && n < mostHeadRows && figuresIn(rows[n]) == 0 && len(rows[n].Cells) >= leastColumns/2 {
		n++
	}
	return n
}

// columnsOf are the columns of a table: the left edges at which its cells stand.
// On a loose page, cells that overlap share a column.
func columnsOf(rows []grid.Row, loose bool) []grid.Cell {
	var columns []grid.Cell
	if !loose {
		return edgeColumns(rows)
	}
	for _, r := range rows {
		if len(r.Cells) < leastColumns {
			continue
		}
		for _, c := range r.Cells {
			columns = merged(columns, c)
		}
	}
	slices.SortFunc(columns, func(a, b grid.Cell) int { return a.Left - b.Left })
	return columns
}

// edgeColumns are columns between all edges at which cells of rows begin.
func edgeColumns(rows []grid.Row) []grid.Cell {
	var lefts []int
	right := 0
	for _, r := range rows {
		for i := range r.Cells {
			lefts = append(lefts, r.Cells[i].Left)
			right = max(right, r.Cells[i].Right)
		}
	}
	slices.Sort(lefts)
	lefts = slices.Compact(lefts)
	columns := make([]grid.Cell, len(lefts))
	for i, left := range lefts {
		end := right
		if i+1 < len(lefts) {
			end = lefts[i+1]
		}
		columns[i] = grid.Cell{Left: left, Right: end}
	}
	return columns
}

// merged are columns with one more cell, joined with the one that it overlaps
// most unless it spans several.
func merged(columns []grid.Cell, c grid.Cell) []grid.Cell {
	at, over := -1, 0
	for i := range columns {
		if columns[i].Overlap(&c) > 0 {
			at = i
			over++
		}
	}
	switch {
	case over == 0:
		return append(columns, grid.Cell{Left: c.Left, Right: c.Right})
	case over == 1:
		columns[at].Left, columns[at].Right = min(columns[at].Left, c.Left), max(columns[at].Right, c.Right)
	}
	return columns
}

// columnAt is the column that a cell begins in, and how many it spans.
func columnAt(columns []grid.Cell, c *grid.Cell) (at, span int) {
	at = -1
	for i := range columns {
		if columns[i].Overlap(c) > 0 {
			if at < 0 {
				at = i
			}
			span = i - at + 1
		}
	}
	if at < 0 { // between two columns: the nearer one
		for i := range columns {
			if at < 0 || distance(&columns[i], c) < distance(&columns[at], c) {
				at = i
			}
		}
		return max(at, 0), 1
	}
	return at, span
}

func distance(a, b *grid.Cell) int { return -a.Overlap(b) }
