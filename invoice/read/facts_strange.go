package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// strangeLabel is a label behind a wide gap that no rule knows: HD0087712
// TYPE: 40RF.
var strangeLabel = pattern.Lazily(`(?:[ \x{a0}]{3,}|\t|\x{3000}{2,})([\pL][\pL .&/-]{1,28})[:：]\s*\S`)

// cutStrange cuts a value before a label that no rule knows.
func cutStrange(text string) (value, strange string) {
	if !strings.ContainsAny(text, ":：") {
		return text, ""
	}
	for _, m := range strangeLabel.FindAllStringSubmatchIndex(text, 8) {
		if strings.TrimSpace(text[:m[0]]) == "" || strings.HasPrefix(text[m[3]+1:], "//") {
			continue
		}
		return text[:m[0]], text[m[2]:]
	}
	return text, ""
}

// strangeOnes are the segments of a text that begins with a label which no rule
// knows, and which may go on with others.
func strangeOnes(text string) []segment {
	text, more := cutStrange(text)
	head, rest, ok := unknownLabel(text)
	if !ok {
		return unlabelled(text)
	}
	all := []segment{{label: label{field: unknown}, head: tidy(head), text: tidy(rest), whole: tidy(text)}}
	if more != "" {
		all = append(all, strangeOnes(more)...)
	}
	return all
}

// otherHalf reports whether the words before a label at byte end are the same
// label in a language that isn't known here: "Acheteur / Buyer:".
func (s *splitter) otherHalf(text string, end int) bool {
	if end >= len(s.line) || !strings.ContainsAny(strings.TrimRight(s.line[:end], " "), "/|｜") || !strings.HasSuffix(strings.TrimRight(s.line[:end], " |｜"), "/") {
		return false
	}
	n := len(strings.Fields(text))
	return n > 0 && n <= 5 && digitCount(text) == 0 && !strings.ContainsAny(text, ",，.;/") && !company(text) && !labelWord(text)
}

// misspelt is the field of a label that a slip of the pen changed, unknown if
// there is none, or if it could be two.
func misspelt(folded string) field {
	found := unknown
	if len(folded) < 7 || len(folded) > 30 || invoice.HasHan(folded) {
		return unknown
	}
	for way, f := range labelIndex() {
		if abs(len(way)-len(folded)) > 1 || !oneSlip(way, folded) || f == found {
			continue
		}
		if found != unknown {
			return unknown
		}
		found = f
	}
	return found
}

// oneSlip reports whether one letter dropped, added, changed or swapped with
// its neighbour makes b of a.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i]:
		return a[i+2:] == b[i+2:]
	}
	return i < len(a) && a[i+1:] == b[i+1:]
}

// unknownLabel cuts a line at a colon that ends what looks like a label that
// no rule knows.
func unknownLabel(line string) (head, rest string, ok bool) {
	i := strings.IndexAny(line, ":：﹕︰")
	if i <= 0 {
		return "", "", false
	}
	head = line[:i]
	_, size := utf8.DecodeRuneInString(line[i:])
	rest = line[i+size:]
	n := len(words(head))
	lastHead, _ := utf8.DecodeLastRuneInString(head)
	firstRest, _ := utf8.DecodeRuneInString(rest)
	if n == 0 || n > 12 || strings.HasPrefix(rest, "//") || unicode.IsDigit(lastHead) && unicode.IsDigit(firstRest) {
		return "", "", false
	}
	if strings.ContainsAny(head, ",，。.") && n > 5 || !strings.ContainsFunc(head, unicode.IsLetter) {
		return "", "", false
	}
	return head, rest, true
}
