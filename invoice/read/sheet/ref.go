package sheet

import (
	"strconv"
	"strings"
	"unicode"
)

// cellName is a cell's place as it is written: H12.
func cellName(row, column int) string { return columnName(column) + strconv.Itoa(row) }

// columnName is a column's letters.
func columnName(column int) string {
	var letters [8]byte
	i := len(letters)
	for ; column > 0 && i > 0; column = (column - 1) / 26 {
		i--
		letters[i] = byte('A' + (column-1)%26)
	}
	return string(letters[i:])
}

// parseCell reads H12 or $H$12; a row or column that is left out (H, 12) is 0.
func parseCell(s string) (row, column int, ok bool) {
	i := 0
	if i < len(s) && s[i] == '$' {
		i++
	}
	for start := i; i < len(s) && isLetter(s[i]); i++ {
		if i-start == 3 {
			return 0, 0, false
		}
		column = column*26 + int(s[i]&^0x20-'A') + 1
	}
	if i > 0 && i < len(s) && s[i] == '$' && column > 0 {
		i++
	}
	for start := i; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i-start == 7 {
			return 0, 0, false
		}
		row = row*10 + int(s[i]-'0')
	}
	return row, column, row <= MaxRow && column <= MaxColumn && row+column > 0
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// parseRange reads A1:H66, A:H, 1:50 or A1.
func parseRange(s string) (Range, bool) {
	first, last, two := strings.Cut(s, ":")
	top, left, ok := parseCell(first)
	if !ok {
		return Range{}, false
	}
	if !two {
		if top == 0 || left == 0 {
			return Range{}, false
		}
		return Range{top, left, top, left}, true
	}
	bottom, right, ok := parseCell(last)
	if !ok || (top == 0) != (bottom == 0) || (left == 0) != (right == 0) {
		return Range{}, false
	}
	if top == 0 {
		top, bottom = 1, MaxRow
	}
	if left == 0 {
		left, right = 1, MaxColumn
	}
	return Range{min(top, bottom), min(left, right), max(top, bottom), max(left, right)}, true
}

// splitReference takes 'Sheet 1'!A1:B2 apart; the sheet is empty where none is
// named.
func splitReference(s string) (sheet, cells string) {
	s = strings.TrimSpace(s)
	i := strings.LastIndexByte(s, '!')
	if i < 0 {
		return "", s
	}
	sheet, cells = s[:i], s[i+1:]
	if len(sheet) >= 2 && sheet[0] == '\'' && sheet[len(sheet)-1] == '\'' {
		sheet = strings.ReplaceAll(sheet[1:len(sheet)-1], "''", "'")
	}
	return sheet, cells
}

// splitUnion cuts a list of references at the commas outside quotes and
// brackets.
func splitUnion(s string) []string {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = s[1 : len(s)-1]
	}
	var parts []string
	quoted, depth, start := false, 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			parts, start = append(parts, s[start:i]), i+1
		}
	}
	return append(parts, s[start:])
}

// quoteSheet is a sheet's name as it stands before a "!": in apostrophes where
// Excel puts them.
func quoteSheet(name string) string {
	if !needsQuotes(name) {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", "''") + "'"
}

// needsQuotes: a name is bare if it is of letters, digits, "_" and "." and can't
// be taken for a number or a cell.
func needsQuotes(name string) bool {
	for i, r := range name {
		switch {
		case r == '_' || unicode.IsLetter(r):
		case i > 0 && (r == '.' || unicode.IsDigit(r)):
		default:
			return true
		}
	}
	if name == "" {
		return true
	}
	if _, _, ok := parseCell(name); ok && strings.ContainsAny(name, "0123456789") {
		return true
	}
	return isR1C1(strings.ToUpper(name)) || strings.EqualFold(name, "true") || strings.EqualFold(name, "false")
}

// isR1C1 reports whether a name could be a place in the other notation: R, C5,
// RC, R1C12.
func isR1C1(name string) bool {
	rest, row := strings.CutPrefix(name, "R")
	rest = strings.TrimLeft(rest, "0123456789")
	rest, column := strings.CutPrefix(rest, "C")
	rest = strings.TrimLeft(rest, "0123456789")
	return rest == "" && (row || column)
}
