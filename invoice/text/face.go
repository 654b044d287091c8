// Package text measures and breaks lines of Chinese and Latin script, with the
// fonts that documents are drawn with. All lengths are integers, in thousandths
// of a point.
package text

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"yipiao/templates/fonts"
)

// Face is one weight: fonts of which the first that has a character draws it.
type Face struct {
	Fonts []*Font
}

// Set is the faces that a document is drawn with.
type Set struct {
	Regular, Bold *Face
}

// Standard is the set of the embedded fonts, read at its first use.
var Standard = sync.OnceValue(func() Set {
	parse := func(data []byte) *Font {
		f, err := ParseFont(data)
		if err != nil {
			panic("an embedded font is broken: " + err.Error())
		}
		return f
	}
	math, symbols := parse(fonts.Math), parse(fonts.Symbols)
	return Set{
		Regular: &Face{[]*Font{parse(fonts.SansSC), parse(fonts.Sans), math, symbols}},
		Bold:    &Face{[]*Font{parse(fonts.SansSCBold), parse(fonts.SansBold), math, symbols}},
	}
})

// With is s with a further font, which draws what the fonts before it lack. Of
// further fonts, those of a face's own weight come first.
func (s Set) With(f *Font) Set {
	return Set{Regular: s.Regular.with(f, false), Bold: s.Bold.with(f, true)}
}

func (f *Face) with(added *Font, bold bool) *Face {
	embedded := len(Standard().Regular.Fonts)
	list := append([]*Font(nil), f.Fonts...)
	at := len(list)
	for added.Bold == bold && at > embedded && list[at-1].Bold != bold {
		at--
	}
	list = append(list, nil)
	copy(list[at+1:], list[at:])
	list[at] = added
	return &Face{list}
}

// Missing are the characters of text that no font of s can draw, each once, in
// their order.
func (s Set) Missing(text string) []rune {
	var missing []rune
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7F {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if isBreak(r) || s.Regular.has(r) && s.Bold.has(r) {
			continue
		}
		if !contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

func contains(list []rune, r rune) bool {
	for _, have := range list {
		if have == r {
			return true
		}
	}
	return false
}

// isBreak reports whether r is a line break or tab, which every text may hold
// and none draws.
func isBreak(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }

func (f *Face) has(r rune) bool { return !Undrawable(r) && f.fontOf(r) >= 0 }

// Undrawable reports characters that are not drawn whatever font has them: those
// of scripts that need shaping, and what a PDF can't hold so that it is read
// again (ISO 14289-1, 7.21.7; ISO 19005-3, 6.2.11.7): controls, byte order marks,
// non-characters, private ones; and U+FFFD, which stands for broken bytes.
func Undrawable(r rune) bool {
	return NeedsShaping(r) || r < 0x20 || r >= 0x7F && r < 0xA0 || r == 0xFEFF || r == utf8.RuneError ||
		r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF || unicode.Is(unicode.Co, r)
}

// shaped are the scripts whose letters run from right to left, join, or change
// places. Their glyphs one behind the other would be no words.
var shaped = [...]struct{ from, to rune }{
	{0x0590, 0x08FF},                                                                         // Hebrew, Arabic, Syriac, Thaana, N'Ko
	{0x0900, 0x0DFF},                                                                         // Devanagari, Bengali, Tamil and others of India
	{0x0F00, 0x109F},                                                                         // Tibetan, Burmese
	{0x1700, 0x18AF},                                                                         // Khmer, Mongolian
	{0x1900, 0x1C7F},                                                                         // Limbu, Balinese, Lepcha
	{0xA800, 0xA82F}, {0xA880, 0xA8FF}, {0xA930, 0xA9DF}, {0xAA00, 0xAAFF}, {0xABC0, 0xABFF}, // Saurashtra, Javanese, Cham, Meetei
	{0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}, // from right to left
	{0x11000, 0x11FFF}, // Brahmi and what came of it
}

// NeedsShaping reports whether r belongs to a script that can't be set by
// putting glyphs one behind the other.
func NeedsShaping(r rune) bool {
	if r < 0x0590 || r > 0x1C7F && r < 0xA800 {
		return false
	}
	for _, s := range shaped {
		if r >= s.from && r <= s.to {
			return true
		}
	}
	return false
}

// fontOf is the first font that has r, -1 if none has.
func (f *Face) fontOf(r rune) int {
	for i, font := range f.Fonts {
		if font.Has(r) {
			return i
		}
	}
	return -1
}

// maxWord bounds, in bytes, how much of a word must agree on a font.
const maxWord = 128

// Run is a part of a text that one font draws.
type Run struct {
	Text string
	Font int // of the face's fonts
}

// Runs cuts a text by fonts. A word of an alphabet doesn't change fonts in its
// middle: it is drawn by the first font that has all of it. A character that no
// font has goes to the first font.
func (f *Face) Runs(text string, yield func(Run)) {
	start, current := 0, 0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && !letter(rune(c)) {
			if current != 0 {
				yield(Run{text[start:i], current})
				start, current = i, 0
			}
			i++
			continue
		}
		if c := text[i]; current == 0 && c >= 0xE3 && c <= 0xE9 { // U+3000 to U+9FFF: mostly Han
			if r, n := utf8.DecodeRuneInString(text[i:]); f.Fonts[0].Has(r) {
				i += n
				continue
			}
		}
		end, font := f.word(text[i:])
		if font != current {
			if i > start {
				yield(Run{text[start:i], current})
			}
			start, current = i, font
		}
		i += end
	}
	if start < len(text) {
		yield(Run{text[start:], current})
	}
}

// word is the length and font of the word, or else the character, that text
// begins with.
func (f *Face) word(text string) (end, font int) {
	whole := true // the first font has all of it
	for end < len(text) && end < maxWord {
		r, n := utf8.DecodeRuneInString(text[end:])
		if end > 0 && !letter(r) {
			break
		}
		end += n
		whole = whole && f.Fonts[0].Has(r)
		if !letter(r) {
			break
		}
	}
	if whole {
		return end, 0
	}
	for i, font := range f.Fonts[1:] {
		if hasAll(font, text[:end]) {
			return end, i + 1
		}
	}
	// No font has the whole word: character by character, marks with their letter.
	r, n := utf8.DecodeRuneInString(text)
	return n, max(f.fontOf(r), 0)
}

func hasAll(f *Font, text string) bool {
	for _, r := range text {
		if !f.Has(r) {
			return false
		}
	}
	return true
}

// letter reports whether r belongs to a word of an alphabet.
func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	if r >= 0x2E80 && r < 0xA640 || r >= 0x20000 { // Han, kana, their signs
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// Width is the length of a text in one line, for a size in thousandths of a
// point.
func (f *Face) Width(text string, size int) int {
	total := 0
	f.Runs(text, func(r Run) {
		font := f.Fonts[r.Font]
		for _, c := range r.Text {
			total += font.width(drawn(c))
		}
	})
	return Scale(total, size)
}

// drawn is the character that r is drawn as: a tab as a blank.
func drawn(r rune) rune {
	if r == '\t' {
		return ' '
	}
	return r
}

// Scale turns thousandths of an em into thousandths of a point, rounded up.
func Scale(em, size int) int { return (em*size + 999) / 1000 }
