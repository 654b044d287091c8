package translate

import (
	"strings"
	"unicode"

	"yipiao/invoice/script"
)

// Detect returns the language of a text: Chinese as soon as it holds a Chinese
// character (Latin brands and codes stand in every Chinese title), English
// where it holds Latin words, and "" where there is nothing to translate, such
// as "500ml" or "XH-500-BK".
func Detect(text string) Lang {
	switch {
	case !strings.ContainsFunc(text, isHan):
		if hasWord(text) {
			return English
		}
		return ""
	case script.IsTraditional(text):
		return Traditional
	default:
		return Chinese
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// hasWord reports whether letters remain once codes and numbers are away.
func hasWord(text string) bool {
	rest := text
	for _, span := range fixedSpans(text) {
		rest = strings.Replace(rest, text[span.start:span.end], " ", 1)
	}
	return strings.ContainsFunc(rest, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
