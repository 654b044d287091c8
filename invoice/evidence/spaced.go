package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spacedOut joins the characters of titles, names and labels that stand apart:
// 合  同, 买  方：, 商 业 发 票 COMMERCIAL INVOICE. Where some gaps are wider
// than others they part words: 数 量   单 价.
func spacedOut(s string) string {
	var b strings.Builder
	before := ' '
	for len(s) > 0 {
		run, gaps := spacedRun(s)
		if len(gaps) == 0 || unicode.Is(unicode.Han, before) {
			r, n := utf8.DecodeRuneInString(s)
			b.WriteString(s[:n])
			s, before = s[n:], r
			continue
		}
		b.WriteString(joined(s[:run], gaps))
		s = s[run:]
	}
	return b.String()
}

// gap is a run of blanks between two characters.
type gap struct{ from, to, wide int }

// spacedRun is the length of the run of single characters that s begins with,
// and the gaps in it; none where it begins with a word.
func spacedRun(s string) (end int, gaps []gap) {
	first, n := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.Han, first) {
		return 0, nil
	}
	end = n
	for {
		rest := strings.TrimLeft(s[end:], " \u3000\u00a0")
		from, to := end, len(s)-len(rest)
		r, n := utf8.DecodeRuneInString(rest)
		if from == to || !unicode.Is(unicode.Han, r) {
			break
		}
		gaps = append(gaps, gap{from, to, utf8.RuneCountInString(s[from:to])})
		end = to + n
	}
	if r, _ := utf8.DecodeRuneInString(s[end:]); len(gaps) > 0 && unicode.Is(unicode.Han, r) { // the last begins a word
		end = gaps[len(gaps)-1].from
		gaps = gaps[:len(gaps)-1]
	}
	return end, gaps
}

// mostApart is how wide a gap within a word is, unless all are as wide.
const mostApart = 2

// joined is a run without the gaps within its words.
func joined(run string, gaps []gap) string {
	alike := true
	for _, g := range gaps {
		alike = alike && g.wide == gaps[0].wide
	}
	var b strings.Builder
	at := 0
	for _, g := range gaps {
		b.WriteString(run[at:g.from])
		if !alike && g.wide > mostApart {
			b.WriteString(run[g.from:g.to])
		}
		at = g.to
	}
	b.WriteString(run[at:])
	return b.String()
}
