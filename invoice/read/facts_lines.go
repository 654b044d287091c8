package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// paddedLines cuts a line where blanks push the rest of it onto the next line of
// its cell: people fill up lines with blanks instead of ending them.
func paddedLines(line string) []string {
	var lines []string
	start := 0
	for _, m := range padding.FindAllStringIndex(line, -1) {
		before := strings.TrimSpace(line[start:m[0]])
		if before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "：") || strings.TrimSpace(line[m[1]:]) == "" || strings.HasPrefix(line[m[1]:], ":") || strings.HasPrefix(line[m[1]:], "：") {
			continue
		}
		lines = append(lines, line[start:m[0]])
		start = m[1]
	}
	return append(lines, line[start:])
}

var padding = pattern.Lazily(`[ \x{00a0}]{12,}|　{6,}`)

// unlabelled are the texts of a line that bars part, or points between blanks.
func unlabelled(line string) (all []segment) {
	for _, point := range [...]string{" · ", " • ", " ● ", " ┃ ", " ¦ "} {
		line = strings.ReplaceAll(line, point, "|")
	}
	if websiteForm.MatchString(line) || emailForm.MatchString(line) {
		line = wideGap.ReplaceAllString(line, "|")
	}
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '|' || r == '｜' }) {
		if t := tidy(part); strings.ContainsFunc(t, letterOrDigit) {
			all = append(all, segment{text: t})
		}
	}
	return all
}

var wideGap = pattern.Lazily(`[ \x{00a0}\x{3000}]{3,}`)

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// valueHead is a value up to a wide gap.
func valueHead(rest string) string {
	rest = strings.TrimLeft(rest, " \t\u00a0\u3000")
	for _, gap := range [...]string{" |", "; ", "；", " ｜", " ·", " •", "   ", "\t", "\u3000\u3000"} {
		if i := strings.Index(rest, gap); i >= 0 {
			rest = rest[:i]
		}
	}
	return rest
}

// blanks is how wide the first blanks of a text are; an ideographic space and
// a tab count as two.
func blanks(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\u3000', '\t':
			n += 2
		default:
			if in {
				return n
			}
			continue
		}
		in = true
	}
	return n
}

// delimiter looks behind a label: for brackets that close or hold a note, and a
// colon.
func delimiter(line string, at int) (after int, colon bool, note string) {
	rest := line[at:]
	trim := func(set string) { rest = strings.TrimLeft(rest, set) }
	trim(" \t\u00a0\u3000.)）]】」》*'’\"＊")
	first, behind, ok := inBrackets(rest)
	for ok {
		if behind = strings.TrimLeft(behind, " \t\u00a0\u3000."); behind == "" || hasColon(behind) {
			rest, note = behind, tidy(first)
			break
		}
		_, behind, ok = inBrackets(behind)
	}
	for hasColon(rest) {
		colon = true
		_, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		trim(" \t\u00a0\u3000")
	}
	return len(line) - len(rest), colon, note
}

// inBrackets parts a text that begins with a bracket, which may hold others,
// behind its end.
func inBrackets(s string) (inside, after string, ok bool) {
	const longest = 40
	depth, first := 0, 0
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case strings.ContainsRune("(（[【", r):
			if depth++; i == 0 {
				first = size
			}
		case strings.ContainsRune(")）]】", r):
			depth--
		}
		if first == 0 || i > longest {
			return "", "", false
		}
		if depth == 0 {
			return s[first:i], s[i+size:], i > first
		}
	}
	return "", "", false
}

func hasColon(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r == ':' || r == '：' || r == '﹕' || r == '︰' || r == '∶' || r == '='
}

// cutBullet takes a bullet or a number off the beginning of a line.
func cutBullet(line string) (bullet, rest string) {
	trimmed := strings.TrimLeft(line, " \t\u00a0\u3000")
	rest = strings.TrimLeft(trimmed, "●○•◆◇■□★☆※▲△►▶➤→*·-–—>§¤◎▪✦√ \t\u00a0\u3000")
	bullet = strings.TrimSpace(trimmed[:len(trimmed)-len(rest)])
	if n := clauseNumber(rest); n > 0 && !beginsDay(rest) {
		return strings.TrimSpace(bullet + rest[:n]), strings.TrimLeft(rest[n:], " \t\u00a0\u3000")
	}
	if bullet == "-" || strings.HasPrefix(rest, "(") && bullet != "" || rest == "" {
		if c, _ := utf8.DecodeRuneInString(rest); unicode.IsDigit(c) || rest == "" {
			return "", trimmed // a negative number, or nothing but signs
		}
	}
	return bullet, rest
}

// beginsDay reports whether a line is a day, whose number numbers no clause:
// 7. Mai 2014.
func beginsDay(line string) bool {
	d, ok := wholeDate(line)
	return ok && d.start == 0
}

// articleNumber numbers the articles of a contract: 第二条.
var articleNumber = pattern.Lazily(`^第[一二三四五六七八九十\d]{1,3}条[、.．:：]?`)

// clauseNumber is how long the number is that begins a clause: 1. 2) (3) 四、 ⑤
func clauseNumber(s string) int {
	r := []rune(s[:min(len(s), 24)])
	i, open := 0, false
	if len(r) > 0 && (r[0] == '(' || r[0] == '（' || r[0] == '【') {
		open = true
		i++
	}
	if !open && len(r) > 1 && r[0] >= '①' && r[0] <= '⑳' {
		return len("①")
	}
	if m := articleNumber.FindString(s); m != "" {
		return len(m)
	}
	from := i
	for i < len(r) && i-from < 3 && (unicode.IsDigit(r[i]) || strings.ContainsRune("一二三四五六七八九十", r[i])) {
		i++
	}
	if i == from || i-from > 2 || i >= len(r) {
		return 0
	}
	closing := r[i]
	switch {
	case open && (closing == ')' || closing == '）' || closing == '】'), !open && strings.ContainsRune(")）、", closing):
	case !open && (closing == '.' || closing == '．') && i+1 < len(r) && !unicode.IsDigit(r[i+1]):
	default:
		return 0
	}
	return len(string(r[:i+1]))
}
