package translate

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// span is a piece of a text, in bytes, and what stands in its place in the
// other language.
type span struct {
	start, end int
	becomes    string
}

// fixedPattern finds what is never translated. The first alternative that
// fits at a place wins, so the wider ones stand first.
var fixedPattern = pattern.Lazily(strings.Join([]string{
	`https?://[!-~]+`, `www\.[!-~]+`, // URLs
	`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`, // e-mail
	`\+\d[\d ()-]{6,}\d`,          // telephone
	`\d{3,}(?: \d{3,})+`,          // an account in groups
	`\d{4}[-/]\d{1,2}[-/]\d{1,2}`, // a date
	// Numbers with units, codes, models, HS: letters and digits that hang together.
	`(?:[A-Za-z]+[-./_])*[A-Za-z]*\d[A-Za-z0-9]*(?:,\d{3}\b|[-./_×*~:–+](?:[A-Z]+\b|[A-Za-z]*\d[A-Za-z0-9]*))*(?:\s?[%‰℃°])?`,
	`[⟦⟧]+`, // what masks are made of
}, "|"))

// swiftPattern finds bank codes without digits, which look like words.
var swiftPattern = pattern.Lazily(`(?i:SWIFT|BIC)(?i:\s*code|\s*代码)?\s*[:：]?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b`)

// wordAfterDigits is "15days": the word is for translating.
var wordAfterDigits = pattern.Lazily(`^(\d[\d.,]*)[a-z]{4,}$`)

// fixedSpans finds the pieces of a text that must come back unchanged, in
// order and without overlap.
func fixedSpans(text string) []span {
	var spans []span
	for _, at := range swiftPattern.FindAllStringSubmatchIndex(text, -1) {
		spans = append(spans, span{at[2], at[3], text[at[2]:at[3]]})
	}
	for _, at := range fixedPattern.FindAllStringIndex(text, -1) {
		start, end := at[0], at[1]
		if m := wordAfterDigits.FindStringSubmatch(text[start:end]); m != nil {
			end = start + len(m[1])
		}
		for strings.HasSuffix(text[start:end], ".") || strings.HasSuffix(text[start:end], ",") {
			end--
		}
		becomes := text[start:end]
		if shift, size := chineseShift(text[end:]); size > 0 && plainNumber.MatchString(becomes) {
			end += size
			becomes = grouped(canonical(becomes, shift))
		}
		for sign := signBefore(text[:start]); sign > 0; sign = signBefore(text[:start]) {
			start -= sign
			becomes = text[start:start+sign] + becomes
		}
		spans = append(spans, span{start, end, becomes})
	}
	return withoutOverlap(spans)
}

var plainNumber = pattern.Lazily(`^\d+(?:,\d{3})*(?:\.\d+)?$`)

// signBefore returns the bytes of a sign that belongs to the number after it.
func signBefore(before string) int {
	sign, size := utf8.DecodeLastRuneInString(before)
	if size == 0 || !strings.ContainsRune("-−+±≥≤<>¥￥$€£#", sign) {
		return 0
	}
	if earlier, _ := utf8.DecodeLastRuneInString(before[:len(before)-size]); earlier < utf8.RuneSelf && (unicode.IsLetter(earlier) || unicode.IsDigit(earlier)) {
		return 0
	}
	return size
}

// grouped writes thousands with commas: 35000 as 35,000.
func grouped(number string) string {
	whole, fraction, found := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if found {
		whole += "." + fraction
	}
	return whole
}

func withoutOverlap(spans []span) []span {
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].start < spans[j].start })
	kept := spans[:0]
	for _, s := range spans {
		if len(kept) == 0 || s.start >= kept[len(kept)-1].end {
			kept = append(kept, s)
		}
	}
	return kept
}

// masked is a text whose fixed pieces are hidden behind ⟦1⟧, ⟦2⟧ …
type masked struct {
	text  string
	first int      // number of the first mask
	holds []string // what each mask stands for in the translation
}

// mask hides fixed pieces and locked terms. Masks are numbered from first on,
// so that no two segments of a request share one: an answer given for another
// segment is seen.
func mask(text string, from Lang, locked []Term, first int) masked {
	fixed := fixedSpans(text)
	if !from.IsChinese() {
		for i, s := range fixed {
			fixed[i].becomes = text[s.start:s.end]
		}
	}
	spans := withoutOverlap(append(fixed, termSpans(text, from, locked, fixed)...))
	m := masked{first: first}
	var b strings.Builder
	end := 0
	for i, s := range spans {
		b.WriteString(text[end:s.start])
		fmt.Fprintf(&b, "⟦%d⟧", first+i)
		m.holds = append(m.holds, s.becomes)
		end = s.end
	}
	b.WriteString(text[end:])
	m.text = b.String()
	return m
}

var maskPattern = pattern.Lazily(`⟦\s*(\d{1,9})\s*⟧|\[\[\s*(\d{1,9})\s*\]\]`)

// restore puts the pieces back into an answer. Each mask must stand in it
// exactly once; otherwise the checks say which does not, and there is no text.
func (m masked) restore(answer string, to Lang) (string, []Check) {
	seen := make([]int, len(m.holds))
	var order []string
	var strange []string
	answer = foldMasks(answer)
	var b strings.Builder
	end := 0
	for _, at := range maskPattern.FindAllStringSubmatchIndex(answer, -1) {
		digits := at[2:4]
		if digits[0] < 0 {
			digits = at[4:6]
		}
		number, _ := strconv.Atoi(answer[digits[0]:digits[1]])
		i := number - m.first
		if i < 0 || i >= len(m.holds) {
			if answer[at[0]] != '[' {
				strange = append(strange, answer[at[0]:at[1]])
			}
			continue
		}
		seen[i]++
		order = append(order, m.holds[i])
		b.WriteString(answer[end:at[0]])
		hold := m.holds[i]
		if to == English {
			hold = spaced(b.String(), hold, answer[at[1]:])
		}
		b.WriteString(hold)
		end = at[1]
	}
	b.WriteString(answer[end:])
	var checks []Check
	for i, n := range seen {
		if n != 1 {
			checks = append(checks, Check{CheckMasks, fmt.Sprintf("%s stands %d times in the answer, not once", m.holds[i], n)})
		}
	}
	if len(strange) > 0 {
		checks = append(checks, Check{CheckMasks, "the answer holds the piece of another text: " + Quote(strings.Join(strange, " "))})
	}
	if len(checks) == 0 {
		checks = append(checks, m.checkOrder(order)...)
	}
	if refused(checks) {
		return "", checks
	}
	return b.String(), checks
}

// checkOrder sees exchanged numbers, which every count of them misses. Shares
// of a payment never change places; other pieces may, and are looked at.
func (m masked) checkOrder(order []string) []Check {
	var percents []string
	for _, hold := range m.holds {
		if strings.HasSuffix(hold, "%") {
			percents = append(percents, hold)
		}
	}
	var answered []string
	moved := false
	for i, hold := range order {
		moved = moved || hold != m.holds[i]
		if strings.HasSuffix(hold, "%") {
			answered = append(answered, hold)
		}
	}
	switch {
	case strings.Join(percents, " ") != strings.Join(answered, " "):
		return []Check{{CheckNumbers, "percentages changed places: " + strings.Join(answered, ", ")}}
	case moved:
		return []Check{{CheckOrder, "numbers or codes stand in another order than in the original"}}
	}
	return nil
}

// foldMasks undoes what services do to masks: full-width digits within them.
func foldMasks(answer string) string {
	if !strings.ContainsRune(answer, '⟦') {
		return answer
	}
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, answer)
}

// spaced sets a blank between a piece and an English word that touches it,
// but not within an ordinal such as 3rd.
func spaced(before, hold, after string) string {
	previous, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	first, _ := utf8.DecodeRuneInString(hold)
	last, _ := utf8.DecodeLastRuneInString(hold)
	isWord := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	if isWord(previous) && isWord(first) {
		hold = " " + hold
	}
	if (isWord(last) || strings.ContainsRune("%℃", last)) && (unicode.IsLetter(next) || next == '⟦') && !ordinal.MatchString(after) {
		hold += " "
	}
	return hold
}

var ordinal = pattern.Lazily(`^(?:st|nd|rd|th|s)\b`)
