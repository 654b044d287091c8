package sheet

import "strings"

// xlsName is a print area or print titles.
type xlsName struct {
	builtin int
	sheet   int // from 1; 0 for the workbook
	tokens  []byte
}

const (
	builtinPrintArea   = 6
	builtinPrintTitles = 7
)

func (x *xls) addName(r record) {
	if r.u16(0)&0x20 == 0 || r.u8(3) != 1 || len(x.names) == maxNames {
		return
	}
	n := xlsName{builtin: r.u8(15), sheet: r.u16(8)}
	if r.u8(14)&1 != 0 {
		n.tokens = tail(r.data, 17)
	} else {
		n.tokens = tail(r.data, 16)
	}
	n.tokens = n.tokens[:min(len(n.tokens), r.u16(4))]
	if n.builtin == builtinPrintArea || n.builtin == builtinPrintTitles {
		x.names = append(x.names, n)
	}
}

func tail(data []byte, from int) []byte { return data[min(len(data), from):] }

// printNames finds what is printed of sheet i among the names.
func (x *xls) printNames(s *Sheet, i int) error {
	for _, n := range x.names {
		if n.sheet != i+1 {
			continue
		}
		areas, whole := readAreas(n.tokens)
		if n.builtin == builtinPrintArea {
			if len(s.PrintAreas)+len(areas) > maxAreas {
				return tooLarge("more than %d print areas of sheet %s", maxAreas, s.Name)
			}
			s.PrintAreas = append(s.PrintAreas, areas...)
			if !whole {
				s.Notes = append(s.Notes, "a print area of sheet "+s.Name+" can't be resolved and was not used")
			}
			continue
		}
		for _, a := range areas {
			if a.Right-a.Left >= 255 {
				s.TitleRows = Range{a.Top, 1, a.Bottom, MaxColumn}
			} else if a.Bottom-a.Top >= 65535 {
				s.TitleColumns = Range{1, a.Left, MaxRow, a.Right}
			}
		}
	}
	return nil
}

// readAreas takes the areas out of a name's tokens; whole is false if there is
// anything else.
func readAreas(tokens []byte) (areas []Range, whole bool) {
	r := record{data: tokens}
	whole = true
	for at := 0; at < len(tokens); {
		switch kind := classless(tokens[at]); kind {
		case tokenArea3D:
			areas = append(areas, Range{r.u16(at+3) + 1, r.u16(at+7)&0x3FFF + 1, r.u16(at+5) + 1, r.u16(at+9)&0x3FFF + 1})
		case tokenRef3D:
			areas = append(areas, Range{r.u16(at+3) + 1, r.u16(at+5)&0x3FFF + 1, r.u16(at+3) + 1, r.u16(at+5)&0x3FFF + 1})
		case tokenUnion, tokenParen, tokenMemory:
		default:
			whole = false
		}
		n := tokenSize(tokens[at:])
		if n == 0 || at+n > len(tokens) {
			return areas, false
		}
		at += n
	}
	for i := range areas {
		a := &areas[i]
		if a.Top > a.Bottom || a.Left > a.Right {
			return nil, false
		}
	}
	return areas, whole && len(areas) > 0
}

// The tokens of formulas that matter here.
const (
	tokenExpression = 0x01
	tokenAdd        = 0x03
	tokenPower      = 0x07
	tokenJoin       = 0x08 // &
	tokenMinus      = 0x13
	tokenPercent    = 0x14
	tokenUnion      = 0x10
	tokenParen      = 0x15
	tokenText       = 0x17
	tokenAttribute  = 0x19
	tokenFunction   = 0x21
	tokenFunctionOf = 0x22 // of any number of values
	tokenRef        = 0x24
	tokenMemory     = 0x29
	tokenNameX      = 0x39
	tokenRef3D      = 0x3A
	tokenArea3D     = 0x3B
)

// attributeSum marks a sum of one range.
const attributeSum = 0x10

// classless is a token without its class: a reference, value or array.
func classless(token byte) int {
	if token >= 0x40 {
		return int(token&0x1F | 0x20)
	}
	return int(token)
}

// tokenSizes are the lengths of tokens; 0 is one that is not known.
var tokenSizes = [0x40]int{
	0x01: 5, 0x02: 5, 0x03: 1, 0x04: 1, 0x05: 1, 0x06: 1, 0x07: 1, 0x08: 1, 0x09: 1, 0x0A: 1, 0x0B: 1, 0x0C: 1, 0x0D: 1, 0x0E: 1, 0x0F: 1,
	0x10: 1, 0x11: 1, 0x12: 1, 0x13: 1, 0x14: 1, 0x15: 1, 0x16: 1, 0x1C: 2, 0x1D: 2, 0x1E: 3, 0x1F: 9,
	0x20: 8, 0x21: 3, 0x22: 4, 0x23: 5, 0x24: 5, 0x25: 9, 0x26: 7, 0x27: 7, 0x28: 7, 0x29: 3, 0x2A: 5, 0x2B: 9, 0x2C: 5, 0x2D: 9,
	0x39: 7, 0x3A: 7, 0x3B: 11, 0x3C: 7, 0x3D: 11,
}

// tokenSize is the length of the token at the start; 0 if it isn't known.
func tokenSize(tokens []byte) int {
	r := record{data: tokens}
	switch classless(tokens[0]) {
	case tokenText:
		return 3 + r.u8(1)<<(r.u8(2)&1)
	case tokenAttribute:
		if r.u8(1)&4 != 0 {
			return 4 + 2*(r.u16(2)+1)
		}
		return 4
	}
	return tokenSizes[classless(tokens[0])&0x3F]
}

// refersOutside reports whether a formula refers to another workbook.
func (x *xls) refersOutside(tokens []byte) bool {
	r := record{data: tokens}
	for at := 0; at < len(tokens); {
		switch classless(tokens[at]) {
		case tokenRef3D, tokenArea3D, tokenNameX, 0x3C, 0x3D:
			if i := r.u16(at + 1); i < len(x.externs) && x.externs[i].link < len(x.outside) && x.outside[x.externs[i].link] {
				return true
			}
		}
		n := tokenSize(tokens[at:])
		if n == 0 {
			return false
		}
		at += n
	}
	return false
}

// unescapeLines makes all line ends \n.
func unescapeLines(text string) string {
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}
