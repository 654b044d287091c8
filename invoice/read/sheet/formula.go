package sheet

import (
	"strings"
)

// shared is a formula that several cells share: as it stands in its first cell.
type shared struct {
	text        string
	row, column int
}

// maxShared is how many formulas may be shared in a sheet.
const maxShared = 100_000

// formula reads <f>. A cell that shares another's gets it moved to its place.
func (r *xlsxSheet) formula(t tag, row, column int) (string, error) {
	text, err := r.text()
	if err != nil || t.attribute("t") != "shared" {
		return unescape(text), err
	}
	if r.shared == nil {
		r.shared = map[string]shared{}
	}
	id := t.attribute("si")
	if text != "" {
		if len(r.shared) < maxShared {
			r.shared[id] = shared{text, row, column}
		}
		return text, nil
	}
	if s, ok := r.shared[id]; ok {
		return moveFormula(s.text, row-s.row, column-s.column), nil
	}
	return "", nil
}

// moveFormula moves the relative references of a formula.
func moveFormula(text string, down, right int) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		n := tokenLength(text[i:])
		token := text[i : i+n]
		i += n
		if isLetter(token[0]) || token[0] == '$' {
			follows := byte(0)
			if i < len(text) {
				follows = text[i]
			}
			if follows != '(' && follows != '!' && follows != '[' {
				token = moveCell(token, down, right)
			}
		}
		b.WriteString(token)
	}
	return b.String()
}

// tokenLength is how long the piece at the start of a formula is: a quoted
// text, a name, or one character.
func tokenLength(s string) int {
	switch c := s[0]; {
	case c == '"' || c == '\'':
		if end := strings.IndexByte(s[1:], c); end >= 0 {
			return end + 2
		}
		return len(s)
	case nameByte(c):
		n := 1
		for n < len(s) && nameByte(s[n]) {
			n++
		}
		return n
	}
	return 1
}

func nameByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '_' || c == '.' || c == '$' || c >= 0x80 || c == '\\'
}

// moveCell moves a reference (A1, $A1, A, $1); what is none stays.
func moveCell(token string, down, right int) string {
	row, column, ok := parseCell(token)
	if !ok || row == 0 || column == 0 {
		return token
	}
	mark := ""
	if strings.HasPrefix(token, "$") {
		mark = "$"
	} else {
		column += right
	}
	line := ""
	if strings.Contains(token[1:], "$") {
		line = "$"
	} else {
		row += down
	}
	if row < 1 || column < 1 || row > MaxRow || column > MaxColumn {
		return "#REF!"
	}
	whole := cellName(row, column)
	letters := columnName(column)
	return mark + letters + line + whole[len(letters):]
}

// refersOutside reports whether a formula, or a name in it, refers to another
// workbook: [1]Sheet1!A1.
func (x *xlsx) refersOutside(formula string) bool {
	if len(formula) > maxFormula {
		return false
	}
	for i := 0; i < len(formula); {
		n := tokenLength(formula[i:])
		switch token := formula[i : i+n]; {
		case token[0] == '[' && (i == 0 || !nameByte(formula[i-1]) && formula[i-1] != ']'):
			// A table's columns stand in brackets too, but no name follows them.
			end := strings.IndexAny(formula[i:], "]\"'(")
			if end > 1 && i+end+1 < len(formula) && formula[i+end] == ']' && (formula[i+end+1] == '!' || nameByte(formula[i+end+1])) {
				return true
			}
		case token[0] == '\'' && strings.Contains(token, "["):
			return true
		case len(x.outside) > 0 && x.outside[strings.ToLower(token)]:
			return true
		}
		i += n
	}
	return false
}
