package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// appendScalar writes a text so that this package reads the same again and any
// YAML reader a text, not a number or a date. Indent is that of the lines of a
// block; below 0 none may be used.
func appendScalar(dst []byte, text string, indent int) []byte {
	switch {
	case plainSafe(text) && !looksTyped(text):
		return append(dst, text...)
	case indent >= 0 && literalSafe(text):
		return appendLiteral(dst, text, indent)
	}
	return appendQuoted(dst, text)
}

// plainSafe reports whether a text reads back the same without quotes.
func plainSafe(text string) bool {
	if text == "" || text == "null" || text == "~" || text[len(text)-1] == ' ' || text[len(text)-1] == ':' {
		return false
	}
	switch text[0] {
	case ' ', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '<', '=':
		return false
	case '-':
		if len(text) == 1 || text[1] < '0' || text[1] > '9' {
			return false
		}
	}
	if strings.HasPrefix(text, "...") {
		return false
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' && text[i+1] == '#', c == ':' && text[i+1] == ' ': // neither is the last
			return false
		case c < ' ' || c == 0x7F:
			return false
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if special(r) {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// looksTyped reports whether other YAML readers may take a text for a number,
// a date, a truth value or nothing.
func looksTyped(text string) bool {
	switch c := text[0]; {
	case c == '.':
		return true
	case c >= '0' && c <= '9', c == '-', c == '+':
		date := len(text) >= 10 && text[4] == '-' && text[7] == '-'
		return date || strings.Trim(text, "0123456789+-.:_,abcdefxoABCDEFXO") == ""
	}
	if len(text) > 5 {
		return false
	}
	switch strings.ToLower(text) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return true
	}
	return false
}

// literalSafe reports whether a text of several lines reads back the same as a
// block.
func literalSafe(text string) bool {
	body := strings.TrimSuffix(text, "\n")
	if !strings.Contains(text, "\n") || body == "" || strings.HasSuffix(body, "\n") || body[0] == ' ' || body[0] == '\n' {
		return false
	}
	for _, r := range text {
		if r != '\n' && (r < ' ' || r == 0x7F || special(r)) {
			return false
		}
	}
	return true
}

func appendLiteral(dst []byte, text string, indent int) []byte {
	body, ended := strings.CutSuffix(text, "\n")
	dst = append(dst, '|')
	if !ended {
		dst = append(dst, '-')
	}
	for line := range strings.SplitSeq(body, "\n") {
		dst = append(dst, '\n')
		if line == "" {
			continue
		}
		for range indent {
			dst = append(dst, ' ')
		}
		dst = append(dst, line...)
	}
	return dst
}

func appendQuoted(dst []byte, text string) []byte {
	dst = append(dst, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r < ' ' || r == 0x7F || r > 0x7F && special(r):
			dst = fmt.Appendf(dst, `\U%08x`, r)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

// unwritable is the error of a text that can't be read back.
func unwritable(text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("a text is not UTF-8: %q", shorten(text))
	}
	if _, found := clean(text); found.control != 0 {
		return fmt.Errorf("a text holds the control character U+%04X: %q", found.control, shorten(text))
	}
	return nil
}
