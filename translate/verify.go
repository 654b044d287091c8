package translate

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// Code names a check of a translation.
type Code string

// The checks. Those that refuse leave a segment without translation: the
// original is printed alone. The others ask a person to look.
const (
	CheckEmpty        Code = "empty"        // refuses: there is no answer
	CheckMasks        Code = "masks"        // refuses: a fixed piece is missing, doubled or another text's
	CheckNumbers      Code = "numbers"      // refuses: a number changed
	CheckCodes        Code = "codes"        // refuses: a model, code, e-mail or URL changed
	CheckEssay        Code = "essay"        // refuses: far longer than the original, or more lines
	CheckUnanswered   Code = "unanswered"   // refuses: the translator failed before it came to this text
	CheckOrder        Code = "order"        // numbers or codes in another order
	CheckHan          Code = "han"          // Chinese characters left in English
	CheckUntranslated Code = "untranslated" // no Chinese in the Chinese, or the original back
	CheckTerms        Code = "terms"        // a term of the glossary is missing
	CheckForbidden    Code = "forbidden"    // a forbidden word is used
	CheckLength       Code = "length"       // wider than the cell
	CheckSame         Code = "same"         // one original has two translations
	CheckEntities     Code = "entities"     // HTML entities were turned back into characters
	CheckRemark       Code = "remark"       // what the translator itself says
	CheckFact         Code = "fact"         // a registered name that nobody approved
)

var refusing = []Code{CheckEmpty, CheckMasks, CheckNumbers, CheckCodes, CheckEssay, CheckUnanswered}

// Check is something that was found in a translation.
type Check struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

// Refuses reports whether a translation with this finding must not be printed.
func (c Check) Refuses() bool { return slices.Contains(refusing, c.Code) }

func refused(checks []Check) bool { return slices.ContainsFunc(checks, Check.Refuses) }

// Verify compares a translation with its original: numbers with 万, 亿,
// numerals and number words; codes; leftovers; length; terms. Nothing found
// means that nothing speaks against it, not that the words are right.
func Verify(source, target string, from, to Lang, terms []Term, maxLen int) []Check {
	if strings.TrimSpace(target) == "" {
		return []Check{{CheckEmpty, "there is no translation"}}
	}
	checks := checkNumbers(source, target, from, to)
	checks = append(checks, checkCodes(source, target)...)
	checks = append(checks, checkEssay(source, target)...)
	checks = append(checks, checkLanguage(source, target, to)...)
	checks = append(checks, checkTerms(source, target, from, to, terms)...)
	if width := Columns(target); maxLen > 0 && width > maxLen {
		checks = append(checks, Check{CheckLength, fmt.Sprintf("%d columns wide, the cell holds %d", width, maxLen)})
	}
	return checks
}

// A minus sign, in signs and in words. 负离子, "negative ion" and a dash inside a
// word are none, nor is the minus of ±, which noMinus takes out.
var (
	minusWords = pattern.Lazily(`(?i)(?:^|[\s(（~～至到:,])[-−]\d|零下|负\s*\d|\b(?:minus|negative) (?:\d|` + cardinalWords() + `)|\b(?:below|sub)[ -](?:zero|freezing)\b`)
	noMinus    = pattern.Lazily(`(?i)\+\s*/?\s*[-−]|正负|\bplus(?: or |/|-)minus\b`)
)

// cardinalWords are the words for numbers, as a pattern's choice.
func cardinalWords() string {
	return strings.Join(slices.Sorted(maps.Keys(cardinals)), `\b|`) + `\b`
}

// hasMinus reports a number below zero.
func hasMinus(text string) bool {
	return minusWords.MatchString(noMinus.ReplaceAllString(foldWidth(text), "±"))
}

func checkNumbers(source, target string, from, to Lang) []Check {
	var checks []Check
	missing, extra := figuresOf(source, from).compare(figuresOf(target, to))
	if len(missing) > 0 {
		checks = append(checks, Check{CheckNumbers, "missing from the translation: " + Quote(strings.Join(missing, ", "))})
	}
	if len(extra) > 0 {
		checks = append(checks, Check{CheckNumbers, "not in the original: " + Quote(strings.Join(extra, ", "))})
	}
	if s, t := hasMinus(source), hasMinus(target); s != t && (s && !strings.ContainsAny(target, "-−") || t && !strings.ContainsAny(source, "-−减扣")) {
		checks = append(checks, Check{CheckNumbers, "the minus sign differs"})
	}
	return checks
}

// strictCode is a model, bank code, e-mail or URL, but not a number with unit.
var strictCode = pattern.Lazily(`^[A-Za-z]+[-./_]?[A-Za-z0-9]*\d|@|^https?://|^www\.`)

// sumOfMoney is a currency, or a word of trade, that hangs on its amount: it is compared
// as a number.
var sumOfMoney = pattern.Lazily(`^(?:USD|EUR|RMB|CNY|GBP|HKD|JPY|AUD|CAD|SGD|MOQ|QTY|T/T|L/C|D/P|D/A|O/A)\d[\d,.]*%?$`)

// Codes are compared without blanks and case: "USB3.0" may become "USB 3.0".
func checkCodes(source, target string) []Check {
	var checks []Check
	flat := flatten(target)
	for _, s := range fixedSpans(source) {
		code := source[s.start:s.end]
		isSwift := !strings.ContainsFunc(code, func(r rune) bool { return !unicode.IsUpper(r) }) && code != ""
		found := strings.Contains(flat, flatten(code))
		if strings.Contains(code, "@") || strings.Contains(code, "://") { // a longer address is another one
			found = slices.ContainsFunc(fixedSpans(target), func(o span) bool { return target[o.start:o.end] == code })
		}
		if (isSwift || strictCode.MatchString(code) && !isSide(source[:s.start], code) && !sumOfMoney.MatchString(code)) && !found {
			checks = append(checks, Check{CheckCodes, Quote(code) + " is missing from the translation"})
		}
	}
	return checks
}

// isSide reports that a code is no code but a length with the sign of a product
// before it: the x50 of 2米x50米.
func isSide(before, code string) bool {
	return sideBehind.MatchString(code) && sideBefore.MatchString(before)
}

var (
	sideBehind = pattern.Lazily(`^[xX]\d+(?:\.\d+)?(?:[xX]\d+(?:\.\d+)?)*$`)
	sideBefore = pattern.Lazily(`\d\s?(?:米|厘米|毫米|分米|公分|英?寸|英?尺|码)\s?$`)
)

func flatten(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(foldWidth(text)), ""))
}

// Bounds of an honest translation: English takes three to five times the
// characters of Chinese, single words up to ten times.
const (
	essayFactor = 10
	essayExtra  = 60
)

func checkEssay(source, target string) []Check {
	have, most := utf8.RuneCountInString(target), essayFactor*utf8.RuneCountInString(source)+essayExtra
	if have > most {
		return []Check{{CheckEssay, fmt.Sprintf("%d characters for an original of %d", have, utf8.RuneCountInString(source))}}
	}
	if more := strings.Count(strings.TrimSpace(target), "\n"); more > strings.Count(source, "\n") {
		return []Check{{CheckEssay, "more lines than the original"}}
	}
	return nil
}

func checkLanguage(source, target string, to Lang) []Check {
	han := strings.IndexFunc(target, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	switch {
	case to == English && han >= 0:
		r, _ := utf8.DecodeRuneInString(target[han:])
		return []Check{{CheckHan, fmt.Sprintf("Chinese is left in the English, from %q on", r)}}
	case to.IsChinese() && han < 0:
		return []Check{{CheckUntranslated, "there is no Chinese in the translation"}}
	case strings.TrimSpace(source) == strings.TrimSpace(target):
		return []Check{{CheckUntranslated, "the translation is the original"}}
	}
	return nil
}

func checkTerms(source, target string, from, to Lang, terms []Term) []Check {
	var checks []Check
	for _, t := range terms {
		if !slices.ContainsFunc(t.in(from), func(form string) bool { return contains(source, form, from) }) {
			continue
		}
		accepted := t.in(to)
		if len(accepted) > 0 && !slices.ContainsFunc(accepted, func(form string) bool { return contains(target, form, to) }) {
			checks = append(checks, Check{CheckTerms, Quote(fmt.Sprintf("%s must be %s", t.in(from)[0], strings.Join(accepted, " or ")))})
		}
		if to != English {
			continue
		}
		for _, word := range t.Forbidden {
			if contains(target, word, to) {
				checks = append(checks, Check{CheckForbidden, Quote(fmt.Sprintf("%s must not be %s", t.Chinese, word))})
			}
		}
	}
	return checks
}

// Columns is the width of a text in columns of half an em: Chinese characters
// and full-width signs take two, all others one.
func Columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if unicode.Is(unicode.Han, r) || r >= '　' && r <= '〿' || r >= '！' && r <= '～' {
			n++
		}
	}
	return n
}

var entity = pattern.Lazily(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});`)

// clean takes from an answer what no document holds: zero-width and control
// characters, and HTML entities where the original has none.
func clean(source, answer string) (string, []Check) {
	var checks []Check
	if entity.MatchString(answer) && !entity.MatchString(source) {
		answer = html.UnescapeString(answer)
		checks = append(checks, Check{CheckEntities, "HTML entities in the answer were turned into characters"})
	}
	answer = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\u2028' || r == '\u2029' || r == '\u00a0':
			return ' '
		case r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError):
			return -1
		}
		return r
	}, strings.ReplaceAll(answer, "\r\n", "\n"))
	return strings.TrimSpace(answer), checks
}

// CompareNumbers counts the numbers that a text states and those that its
// translation adds, and how many of them stand in both.
func CompareNumbers(source, target string, from, to Lang) (compared, equal int) {
	f := figuresOf(source, from)
	missing, extra := f.compare(figuresOf(target, to))
	for _, n := range f.stated {
		compared += n
	}
	return compared + len(extra), compared - len(missing)
}
