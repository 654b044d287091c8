package strict

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Characters that stand in the text given to the YAML parser for others that
// would stop it, or that it would take for the end of a line. Unicode keeps
// them for such use; a file that has them itself has a control character.
const (
	standsForBreak   = '\uFDD0' // U+0085, U+2028, U+2029
	standsForControl = '\uFDD1'
)

// finding is what cleaning a text came upon.
type finding struct {
	dropped bool
	control rune // the first control character, or 0
}

// clean drops what can't be seen, makes tabs blanks and separators line ends,
// and composes letters with their combining marks.
func clean(text string) (string, finding) {
	for i := 0; i < len(text); i++ {
		if c := text[i]; (c < ' ' && c != '\n') || c >= 0x7F {
			if c < utf8.RuneSelf {
				return cleanFrom(text, i)
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if special(r) || combines(r) {
				return cleanFrom(text, i)
			}
			i += size - 1
		}
	}
	return text, finding{}
}

// cleanFrom cleans a text that is known to be clean before from.
func cleanFrom(text string, from int) (string, finding) {
	var b strings.Builder
	var found finding
	marks := false
	b.WriteString(text[:from])
	for i, r := range text[from:] {
		switch {
		case r == '\t':
			b.WriteByte(' ')
		case r == '\r':
			if !strings.HasPrefix(text[from+i+1:], "\n") {
				b.WriteByte('\n')
			}
		case isBreak(r) || r == standsForBreak:
			b.WriteByte('\n')
		case invisible(r):
			found.dropped = true
		case r != '\n' && (r < ' ' || r == 0x7F || special(r)):
			if found.control == 0 {
				found.control = r
			}
		default:
			marks = marks || combines(r)
			b.WriteRune(r)
		}
	}
	if marks {
		return compose(b.String()), found
	}
	return b.String(), found
}

// special reports whether a character from U+0080 on needs cleaning or is an
// error.
func special(r rune) bool {
	switch {
	case r < 0xA0:
		return r >= 0x80
	case r < 0x2000:
		return r == 0xAD || r == 0x34F || r == 0x61C || r >= 0x180B && r <= 0x180F
	case r < 0xFD00:
		return r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E || r >= 0x2060 && r <= 0x206F
	}
	return r >= 0xFDD0 && r <= 0xFDEF || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF ||
		r >= 0xFFF9 && r <= 0xFFFB || r&0xFFFE == 0xFFFE || r >= 0xE0000 && r <= 0xE01EF
}

// isBreak reports whether r ends a line for Unicode and for YAML 1.1 but not
// for an editor.
func isBreak(r rune) bool { return r == 0x85 || r == 0x2028 || r == 0x2029 }

// invisible reports whether r is dropped: zero-width characters, variation
// selectors, bidi marks.
func invisible(r rune) bool {
	return r >= 0xA0 && special(r) && !isBreak(r) && !(r >= 0xFDD0 && r <= 0xFDEF) && r&0xFFFE != 0xFFFE
}

// isControl reports whether r may not stand in a file.
func isControl(r rune) bool {
	if r < 0x80 {
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7F
	}
	return special(r) && !isBreak(r) && !invisible(r)
}

func combines(r rune) bool {
	return r >= 0x300 && (r <= 0x36F || r >= 0x1AB0 && r <= 0x1AFF || r >= 0x1DC0 && r <= 0x1DFF || r >= 0x483 && r <= 0x487)
}

// compose puts Latin, Greek and Cyrillic letters and their marks together. It
// leaves all else alone: the normal form changes Chinese characters.
func compose(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); {
		end := i + 1
		for end < len(runes) && combines(runes[end]) {
			end++
		}
		run := string(runes[i:end])
		if end > i+1 && unicode.In(runes[i], unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			run = norm.NFC.String(run)
		}
		b.WriteString(run)
		i = end
	}
	return b.String()
}
