package sheet

import "sort"

// emuPerPoint is how Office files measure lengths.
const emuPerPoint = 12700

// ColumnWidth is a column's width in thousandths of a point, as Excel rounds it
// to pixels; 0 if it is hidden.
func (b *Book) ColumnWidth(s *Sheet, column int) int {
	width := s.DefaultWidth
	i := sort.Search(len(s.Columns), func(i int) bool { return s.Columns[i].Last >= column })
	if i < len(s.Columns) && s.Columns[i].First <= column {
		c := &s.Columns[i]
		if c.Hidden {
			return 0
		}
		if c.Width > 0 {
			width = c.Width
		}
	}
	return b.columnWidth(width)
}

// columnWidth is a width in characters in thousandths of a point (ECMA-376,
// 18.3.1.13: a character is as wide as a digit of the standard font).
func (b *Book) columnWidth(characters float64) int {
	digit := b.Digit
	if digit <= 0 {
		digit = 7
	}
	if characters <= 0 {
		characters = 8.43 + 5/float64(digit)
	}
	pixels := int((256*characters + float64(128/digit)) / 256 * float64(digit))
	return pixels * 750
}

// RowHeight is a row's height in thousandths of a point; 0 if it is hidden.
func (s *Sheet) RowHeight(row int) int {
	i := sort.Search(len(s.Rows), func(i int) bool { return s.Rows[i].Index >= row })
	if i == len(s.Rows) || s.Rows[i].Index != row {
		if s.DefaultHidden {
			return 0
		}
		return s.DefaultHeight
	}
	switch r := &s.Rows[i]; {
	case r.Hidden:
		return 0
	case r.Height > 0:
		return r.Height
	}
	return s.DefaultHeight
}
