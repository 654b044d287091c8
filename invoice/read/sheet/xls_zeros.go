package sheet

import "sort"

// zero is a formula that gave 0 and is nothing but a reference to a cell. Some
// programs that write old workbooks store a 0 for texts that formulas give:
// where the cell holds a text, the 0 is none of its value.
type zero struct {
	sheet, row, column       int
	ofSheet, ofRow, ofColumn int
}

// noteZero remembers a formula that gave 0.
func (s *xlsSheet) noteZero(row, column int, tokens []byte) {
	if len(tokens) == 0 {
		return
	}
	r := record{data: tokens}
	z := zero{sheet: s.number, row: row + 1, column: column + 1, ofSheet: s.number}
	switch kind := classless(tokens[0]); {
	case kind == tokenRef && len(tokens) == 5:
		z.ofRow, z.ofColumn = r.u16(1)+1, r.u16(3)&0x3FFF+1
	case kind == tokenRef3D && len(tokens) == 7:
		i := r.u16(1)
		if i >= len(s.externs) || s.externs[i].first != s.externs[i].last {
			return
		}
		z.ofSheet, z.ofRow, z.ofColumn = s.externs[i].first, r.u16(3)+1, r.u16(5)&0x3FFF+1
	default:
		return
	}
	s.zeros = append(s.zeros, z)
}

// settleZeros takes the value from zeros that stand for a text, and from those
// that refer to such.
func (x *xls) settleZeros() {
	for range 3 {
		for _, z := range x.zeros {
			of := x.cellAt(z.ofSheet, z.ofRow, z.ofColumn)
			if of == nil || of.Kind != Text && !of.NoValue || of.Text == "" {
				continue
			}
			if c := x.cellAt(z.sheet, z.row, z.column); c != nil {
				c.NoValue = true
			}
		}
	}
}

// cellAt is a cell of a sheet, nil if it isn't there.
func (x *xls) cellAt(sheet, row, column int) *Cell {
	if sheet < 0 || sheet >= len(x.book.Sheets) {
		return nil
	}
	rows := x.book.Sheets[sheet].Rows
	i := sort.Search(len(rows), func(i int) bool { return rows[i].Index >= row })
	if i == len(rows) || rows[i].Index != row {
		return nil
	}
	cells := rows[i].Cells
	j := sort.Search(len(cells), func(j int) bool { return cells[j].Column >= column })
	if j == len(cells) || cells[j].Column != column {
		return nil
	}
	return &cells[j]
}
