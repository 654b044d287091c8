package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// format is a number format, taken apart: up to three sections for numbers and
// one for texts.
type format struct {
	numbers []section
	text    *section // nil: texts are shown as they are
	timed   bool     // some of the numbers are shown as times
}

// section is what shows some of the numbers.
type section struct {
	parts     []part
	condition condition
	kind      sectionKind
	layout    layout // of a number's places
	chinese   int    // 1, 2 or 3 for [DBNum…]: figures in characters
	locale    uint64 // of [$-804]: the language of names
}

type sectionKind uint8

const (
	generalSection sectionKind = iota
	numberSection
	dateSection
	textSection
	plainSection // literals only
)

// condition is [>=100]; an empty sign is none.
type condition struct {
	sign  string
	value float64
}

// part is a piece of a section.
type part struct {
	kind partKind
	text string
}

type partKind uint8

const (
	literal   partKind = iota
	digit              // 0 # ?
	point              // .
	comma              // , between digits
	percent            // %
	exponent           // E+ E-
	slash              // / of a fraction
	general            // General
	content            // @
	datePart           // yyyy, m, dd, h, s, AM/PM, aaaa
	elapsed            // [h] [mm] [s]
	subSecond          // .000
)

// maxFormat is how many bytes a format's code may have; Excel has at most 255
// characters.
const maxFormat = 1020

// parseFormat takes a code apart. What it doesn't understand it shows as it is
// written.
func parseFormat(code string) *format {
	f := &format{}
	if len(code) > maxFormat {
		code = "General"
	}
	pieces := splitSections(code)
	for i, piece := range pieces {
		s := parseSection(piece)
		switch {
		case i == 3 || s.kind == textSection:
			f.text = &s
		case len(f.numbers) < 3:
			f.numbers = append(f.numbers, s)
			f.timed = f.timed || s.kind == dateSection
		}
	}
	if len(f.numbers) == 0 {
		f.numbers = []section{parseSection("General")}
	}
	return f
}

// splitSections cuts at the semicolons outside quotes and brackets.
func splitSections(code string) []string {
	var pieces []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case ';':
			pieces, start = append(pieces, code[start:i]), i+1
		case '"':
			i += strings.IndexByte(code[i+1:], '"') + 1
		case '[':
			i += strings.IndexByte(code[i+1:], ']') + 1
		case '\\', '_', '*':
			i++
		}
	}
	return append(pieces, code[min(start, len(code)):])
}

// parseSection reads a section from left to right.
func parseSection(code string) section {
	var s section
	rest := code
	for rest != "" {
		n := s.take(rest)
		rest = rest[n:]
	}
	s.settle()
	return s
}

func (s *section) add(kind partKind, text string) {
	if n := len(s.parts); kind == literal && n > 0 && s.parts[n-1].kind == literal {
		s.parts[n-1].text += text
		return
	}
	s.parts = append(s.parts, part{kind, text})
}

// generalNames are how General is written, also by programs that translate it.
var generalNames = [...]string{"General", "G/通用格式", "G/標準", "G/標準形式"}

// take reads what stands first and returns its length.
func (s *section) take(rest string) int {
	for _, name := range generalNames {
		if len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			s.add(general, name)
			return len(name)
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	switch rest[0] {
	case '"':
		return s.quoted(rest)
	case '\\', '_', '*':
		return s.escaped(rest)
	case '[':
		return s.bracket(rest)
	case '0', '#', '?':
		s.add(digit, rest[:1])
	case '.':
		s.add(point, ".")
	case ',':
		s.add(comma, ",")
	case '%':
		s.add(percent, "%")
	case '@':
		s.add(content, "@")
	case '/':
		s.add(slash, "/")
	case 'E', 'e':
		if n := len(s.parts); n > 0 && s.parts[n-1].kind == digit && len(rest) > 1 && (rest[1] == '+' || rest[1] == '-') {
			s.add(exponent, rest[:2])
			return 2
		}
		return s.date(rest)
	default:
		if n := s.date(rest); n > 0 {
			return n
		}
		s.add(literal, rest[:size])
	}
	return size
}

func (s *section) quoted(rest string) int {
	end := strings.IndexByte(rest[1:], '"')
	if end < 0 {
		s.add(literal, rest[1:])
		return len(rest)
	}
	s.add(literal, rest[1:1+end])
	return end + 2
}

// escaped: \x is x, _x is a space as wide as x, *x fills the column with x.
func (s *section) escaped(rest string) int {
	_, size := utf8.DecodeRuneInString(rest[1:])
	switch rest[0] {
	case '\\':
		s.add(literal, rest[1:1+size])
	case '_':
		s.add(literal, " ")
	}
	return 1 + size
}

// bracket: a currency, a language, a condition, elapsed time, a colour.
func (s *section) bracket(rest string) int {
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		s.add(literal, rest)
		return len(rest)
	}
	inner := rest[1:end]
	lower := strings.ToLower(inner)
	switch {
	case strings.HasPrefix(inner, "$"):
		symbol, locale, _ := strings.Cut(inner[1:], "-")
		s.add(literal, symbol)
		if n, err := strconv.ParseUint(locale, 16, 64); err == nil {
			s.locale = n & 0xFFFF
		}
	case strings.HasPrefix(lower, "dbnum") && len(lower) == 6:
		s.chinese = int(lower[5] - '0')
	case lower != "" && strings.Trim(lower, lower[:1]) == "" && strings.Contains("hms", lower[:1]):
		s.add(elapsed, lower)
	case inner != "" && strings.ContainsAny(inner[:1], "<>="):
		sign := inner[:len(inner)-len(strings.TrimLeft(inner, "<>="))]
		if x, err := strconv.ParseFloat(inner[len(sign):], 64); err == nil {
			s.condition = condition{sign, x}
		}
	}
	return end + 1
}

// dateWords are the parts of dates that aren't one letter repeated.
var dateWords = [...]string{"AM/PM", "A/P", "上午/下午"}

// date reads a part of a date; 0 if there is none.
func (s *section) date(rest string) int {
	for _, word := range dateWords {
		if len(rest) >= len(word) && strings.EqualFold(rest[:len(word)], word) {
			s.add(datePart, word)
			return len(word)
		}
	}
	letter := rest[0] | 0x20
	if !strings.ContainsRune("ymdhsaeg", rune(letter)) || rest[0] < 'A' {
		return 0
	}
	n := 1
	for n < len(rest) && rest[n]|0x20 == letter {
		n++
	}
	if letter == 'a' && n < 3 || letter == 'g' && n > 3 {
		return 0
	}
	s.add(datePart, rest[:n])
	return n
}

// settle decides what the section is and which m are minutes.
func (s *section) settle() {
	s.settleLetters()
	var seen [subSecond + 1]bool
	for _, p := range s.parts {
		seen[p.kind] = true
	}
	switch {
	case seen[content]:
		s.kind = textSection
	case seen[datePart] || seen[elapsed]:
		s.kind = dateSection
		s.settleDate()
	case seen[general]:
		s.kind = generalSection
	case seen[digit]:
		s.kind = numberSection
		s.layout = s.layOut()
	case len(s.parts) > 0 || s.chinese > 0:
		s.kind = plainSection
		if s.chinese > 0 && len(s.parts) == 0 {
			s.kind = generalSection
			s.add(general, "General")
		}
	default:
		s.kind = plainSection
	}
}

// settleLetters takes letters of dates for what they are beside the places of a
// number: 0 PCS, written without the quotes that it should have.
func (s *section) settleLetters() {
	number, after := false, byte(0)
	for _, p := range s.parts {
		switch p.kind {
		case general:
			number = true
		case digit:
			number = number || after != '.'
		case point:
			if after == 's' {
				after = '.'
			}
		case datePart, elapsed:
			after = p.text[0] | 0x20
		default:
			after = 0
		}
	}
	for i := range s.parts {
		switch p := &s.parts[i]; {
		case p.kind != datePart:
		case number:
			p.kind = literal
		case p.text[0]|0x20 != 'a' || !strings.Contains(p.text, "/"):
			p.text = strings.ToLower(p.text)
		}
	}
}

// settleDate tells minutes from months (an m after hours or before seconds) and
// makes of all that belongs to numbers what it is in a date: signs.
func (s *section) settleDate() {
	last := -1
	for i := range s.parts {
		p := &s.parts[i]
		switch p.kind {
		case datePart, elapsed:
			if p.text[0] == 's' && last >= 0 && isMonth(s.parts[last]) {
				s.parts[last].text = strings.ReplaceAll(s.parts[last].text, "m", "n")
			}
			if p.kind == datePart && isMonth(*p) && last >= 0 && s.parts[last].text[0] == 'h' {
				p.text = strings.ReplaceAll(p.text, "m", "n")
			}
			if p.text[0] != 'A' && p.text[0] != 'a' {
				last = i
			}
		case point:
			zeros := 0
			for i+1+zeros < len(s.parts) && s.parts[i+1+zeros].kind == digit && zeros < 3 {
				zeros++
			}
			p.kind = literal
			if zeros > 0 && last >= 0 && s.parts[last].text[0] == 's' {
				p.kind, p.text = subSecond, strings.Repeat("0", zeros)
				for j := range zeros {
					s.parts[i+1+j] = part{kind: literal}
				}
			}
		case comma, slash, percent, digit, exponent, general:
			p.kind = literal
		}
	}
}

func isMonth(p part) bool {
	return p.kind == datePart && len(p.text) <= 2 && p.text[0] == 'm'
}

// choose is the section for a number, and whether the section itself tells that
// the number is negative.
func (f *format) choose(x float64) (s *section, bare bool) {
	n := f.numbers
	if n[0].condition.sign != "" || len(n) > 1 && n[1].condition.sign != "" {
		return f.chooseByCondition(x)
	}
	switch {
	case len(n) == 1:
		return &n[0], false
	case x < 0:
		return &n[1], true
	case x == 0 && len(n) > 2:
		return &n[2], false
	}
	return &n[0], false
}

func (f *format) chooseByCondition(x float64) (*section, bool) {
	for i := range f.numbers {
		s := &f.numbers[i]
		c := s.condition
		if c.sign == "" && i == 0 && len(f.numbers) > 1 {
			c = condition{">", 0}
		}
		if c.sign == "" && i == 1 && len(f.numbers) > 2 {
			c = condition{"<", 0}
		}
		if c.holds(x) {
			return s, x < 0 && (c.sign == "<" && c.value <= 0 || c.sign == "<=" && c.value < 0)
		}
	}
	return &f.numbers[len(f.numbers)-1], false
}

func (c condition) holds(x float64) bool {
	switch c.sign {
	case "":
		return true
	case "<":
		return x < c.value
	case "<=":
		return x <= c.value
	case ">":
		return x > c.value
	case ">=":
		return x >= c.value
	case "=":
		return x == c.value
	case "<>":
		return x != c.value
	}
	return false
}
