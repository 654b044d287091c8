package sheet

import "sort"

// Some programs that write old workbooks don't calculate, and store a 0 or an
// empty text for what a formula would give. Where the formula itself shows that
// this can't be its value, it has none.

// unvalued reports whether a formula can't have given the 0 or empty text that
// is stored: an arithmetic gives no text, texts joined give no number.
func unvalued(c *Cell, tokens []byte) bool {
	last, before := lastTokens(tokens)
	if len(last) == 0 {
		return false
	}
	r := record{data: last}
	kind := classless(last[0])
	if c.Kind == Number {
		return kind == tokenJoin
	}
	switch {
	case kind == tokenJoin: // with a text that isn't empty
		return len(before) > 1 && classless(before[0]) == tokenText && before[1] > 0
	case tokenAdd <= kind && kind <= tokenPower, kind == tokenMinus, kind == tokenPercent:
		return true
	case kind == tokenAttribute:
		return r.u8(1)&attributeSum != 0
	case kind == tokenFunction:
		return numeric[r.u16(1)]
	case kind == tokenFunctionOf:
		return numeric[r.u16(2)&0x7FFF]
	}
	return false
}

// numeric are the functions that give numbers: COUNT, SUM, AVERAGE, MIN, MAX,
// ABS, INT, ROUND, PRODUCT, ROUNDUP, ROUNDDOWN, SUMPRODUCT, SUMIF.
var numeric = map[int]bool{0: true, 4: true, 5: true, 6: true, 7: true, 24: true, 25: true, 27: true, 183: true, 212: true, 213: true, 228: true, 345: true}

// lastTokens are the token that a formula ends with and the one before it, but
// for those that only say how it was written.
func lastTokens(tokens []byte) (last, before []byte) {
	for at := 0; at < len(tokens); {
		n := tokenSize(tokens[at:])
		if n == 0 || at+n > len(tokens) {
			return nil, nil
		}
		r := record{data: tokens[at:]}
		written := classless(tokens[at]) == tokenParen || classless(tokens[at]) == tokenAttribute && r.u8(1)&attributeSum == 0
		if !written {
			last, before = tokens[at:at+n], last
		}
		at += n
	}
	return last, before
}

// link is a formula that is nothing but a reference to a cell, and gave 0 or an
// empty text.
type link struct {
	sheet, row, column       int
	ofSheet, ofRow, ofColumn int
}

// noteLink remembers such a formula until all cells are read.
func (s *xlsSheet) noteLink(row, column int, tokens []byte) {
	if len(tokens) == 0 {
		return
	}
	r := record{data: tokens}
	l := link{sheet: s.number, row: row + 1, column: column + 1, ofSheet: s.number}
	switch kind := classless(tokens[0]); {
	case kind == tokenRef && len(tokens) == 5:
		l.ofRow, l.ofColumn = r.u16(1)+1, r.u16(3)&0x3FFF+1
	case kind == tokenRef3D && len(tokens) == 7:
		i := r.u16(1)
		if i >= len(s.externs) || s.externs[i].first != s.externs[i].last {
			return
		}
		l.ofSheet, l.ofRow, l.ofColumn = s.externs[i].first, r.u16(3)+1, r.u16(5)&0x3FFF+1
	default:
		return
	}
	s.links = append(s.links, l)
}

// settleLinks takes the value from a 0 that stands for a text, from an empty
// text that stands for anything, and from those that refer to such.
func (x *xls) settleLinks() {
	for range 3 {
		for _, l := range x.links {
			c, of := x.cellAt(l.sheet, l.row, l.column), x.cellAt(l.ofSheet, l.ofRow, l.ofColumn)
			if c == nil || of == nil {
				continue
			}
			differs := of.Text != "" && (of.Kind == Text || c.Kind == Text)
			c.NoValue = c.NoValue || of.NoValue || differs
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
