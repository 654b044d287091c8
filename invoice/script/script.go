// Package script knows traditional Chinese characters and the simplified ones
// that stand for them.
package script

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/traditionalchinese"
)

//go:embed traditional.txt
var pairs string

// SimplifiedForms are the traditional characters, each with its simplified one.
// The map is not to be changed.
var SimplifiedForms = sync.OnceValue(func() map[rune]rune {
	simplified := make(map[rune]rune, len(pairs)/6)
	for line := range strings.SplitSeq(pairs, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		runes := []rune(line)
		for i := 0; i+1 < len(runes); i += 2 {
			simplified[runes[i]] = runes[i+1]
		}
	}
	return simplified
})

// Simplify is a text with its traditional characters in their simplified form.
func Simplify(text string) string {
	return strings.Map(func(r rune) rune {
		if simplified, ok := SimplifiedForms()[r]; ok {
			return simplified
		}
		return r
	}, text)
}

// IsTraditional reports whether a text is written in traditional characters:
// it holds more of them than of characters that only simplified texts have.
func IsTraditional(text string) bool {
	traditional := 0
	for _, r := range text {
		if _, ok := SimplifiedForms()[r]; ok {
			traditional++
		}
	}
	if traditional == 0 {
		return false
	}
	big5 := traditionalchinese.Big5.NewEncoder()
	simplified := 0
	for _, r := range text {
		if onlySimplified()[r] && !inBig5(big5, r) {
			simplified++
		}
	}
	return traditional > simplified
}

// onlySimplified are the characters that stand for a traditional one; some of
// them, such as 后 and 里, stand in traditional texts too, with another meaning.
var onlySimplified = sync.OnceValue(func() map[rune]bool {
	forms := make(map[rune]bool, len(SimplifiedForms()))
	for _, simplified := range SimplifiedForms() {
		forms[simplified] = true
	}
	return forms
})

// inBig5 reports whether the Big5 of traditional texts has a character, in the
// two levels of 1984: what Hong Kong added around them holds simplified ones.
func inBig5(big5 *encoding.Encoder, r rune) bool {
	code, err := big5.String(string(r))
	if err != nil || len(code) != 2 {
		return false
	}
	at := int(code[0])<<8 | int(code[1])
	return at >= 0xA440 && at <= 0xC67E || at >= 0xC940 && at <= 0xF9D5
}
