package evidence

import (
	"strings"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"
)

// formulaLosesInputs reports whether something that a formula of a sheet needs
// is left out: cells, another workbook's, a name, or what can't be told.
func (c *copier) formulaLosesInputs(sheet, formula string) bool {
	formula = strings.TrimPrefix(formula, "=")
	if formula == "" {
		return false
	}
	p := efp.ExcelParser()
	for _, token := range p.Parse(formula) {
		switch {
		case token.TType == efp.TokenTypeFunction && token.TSubType == efp.TokenSubTypeStart && wanders[strings.ToUpper(token.TValue)]:
			return true
		case token.TType == efp.TokenTypeOperand && token.TSubType == efp.TokenSubTypeRange:
			if c.referenceLost(sheet, token.TValue) {
				return true
			}
		}
	}
	return false
}

// wanders are functions that reach cells which their formula doesn't name.
var wanders = map[string]bool{"INDIRECT": true, "OFFSET": true, "GETPIVOTDATA": true, "CELL": true, "INFO": true}

// referenceLost reports whether a reference (A1, $A:$A, 'Sheet 1'!A1:B2, a name)
// leads to something that is left out.
func (c *copier) referenceLost(sheet, reference string) bool {
	if reference == "#REF!" {
		return false
	}
	if strings.ContainsAny(reference, "[]") { // of another workbook, or a table's column
		return true
	}
	if at := strings.LastIndexByte(reference, '!'); at >= 0 {
		sheet = strings.Trim(reference[:at], "'")
		sheet, reference = strings.ReplaceAll(sheet, "''", "'"), reference[at+1:]
		if strings.Contains(sheet, ":") { // through several sheets
			return true
		}
	}
	if !c.sheetKept(sheet) {
		return true
	}
	return c.losesCells(sheet, reference)
}

func (c *copier) sheetKept(name string) bool {
	for _, s := range c.sheets {
		if strings.EqualFold(s.name, name) {
			return s.kept
		}
	}
	return false
}

// losesCells reports whether any cell of a range holds something and is left
// out; a name is not known to be whole.
func (c *copier) losesCells(sheet, reference string) bool {
	key := strings.ToLower(sheet) + "!" + reference
	lost, known := c.lost[key]
	if !known {
		lost = c.rangeLost(sheet, reference)
		c.lost[key] = lost
	}
	return lost
}

// rangeLost looks at the cells of a range, or at all that there are, whichever
// are fewer.
func (c *copier) rangeLost(sheet, reference string) bool {
	fromRow, fromColumn, toRow, toColumn, ok := area(reference)
	view := c.book.of(sheet)
	if !ok || view == nil {
		return true
	}
	toRow, toColumn = min(toRow, view.rows), min(toColumn, view.columns)
	if toRow < fromRow || toColumn < fromColumn {
		return false
	}
	if (toRow-fromRow+1)*(toColumn-fromColumn+1) > len(view.cells) {
		for at := range view.cells {
			if at[0] >= fromRow && at[0] <= toRow && at[1] >= fromColumn && at[1] <= toColumn && !c.book.Kept(sheet, at[0], at[1]) {
				return true
			}
		}
		return false
	}
	for r := fromRow; r <= toRow; r++ {
		for k := fromColumn; k <= toColumn; k++ {
			if view.cells[[2]int{r, k}] != nil && !c.book.Kept(sheet, r, k) {
				return true
			}
		}
	}
	return false
}

const (
	lastRow    = 1_048_576
	lastColumn = 16_384
)

// area reads A1, $A$1:B2, A:C and 1:3.
func area(reference string) (fromRow, fromColumn, toRow, toColumn int, ok bool) {
	reference = strings.ReplaceAll(reference, "$", "")
	from, to, pair := strings.Cut(reference, ":")
	if !pair {
		to = from
	}
	fromRow, fromColumn, ok = corner(from, 1, 1)
	if !ok {
		return
	}
	toRow, toColumn, ok = corner(to, lastRow, lastColumn)
	if _, err := excelize.ColumnNameToNumber(from); !pair && err == nil {
		ok = false // a name like TAX is no column
	}
	return
}

// corner reads one corner of an area; a row or column that isn't named is the
// given one.
func corner(s string, row, column int) (int, int, bool) {
	letters := strings.TrimRight(s, "0123456789")
	digits := s[len(letters):]
	if letters != "" {
		n, err := excelize.ColumnNameToNumber(letters)
		if err != nil {
			return 0, 0, false
		}
		column = n
	}
	if digits != "" {
		row = 0
		for _, d := range digits {
			if row = row*10 + int(d-'0'); row > lastRow {
				return 0, 0, false
			}
		}
	}
	return row, column, s != "" && row > 0
}
