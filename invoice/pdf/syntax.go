package pdf

import (
	"encoding/hex"
	"strconv"
	"unicode/utf16"
)

// appendPoints writes thousandths of a point as points with two decimals, as
// exact as paper can show.
func appendPoints(b []byte, v int) []byte { return appendHundredths(b, hundredths(v)) }

// hundredths rounds thousandths, half away from zero.
func hundredths(v int) int {
	if v < 0 {
		return -((5 - v) / 10)
	}
	return (v + 5) / 10
}

func appendHundredths(b []byte, v int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	b = strconv.AppendInt(b, int64(v/100), 10)
	if f := v % 100; f != 0 {
		b = append(b, '.', byte('0'+f/10))
		if f%10 != 0 {
			b = append(b, byte('0'+f%10))
		}
	}
	return b
}

// points is v, in thousandths of a point, as PDF writes it.
func points(v int) string { return string(appendPoints(nil, v)) }

// textString is s as a PDF text string: ASCII as it is, else UTF-16.
func textString(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] < 0x7F
	}
	if ascii {
		return literal([]byte(s))
	}
	b := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return hexString(b)
}

func hexString(b []byte) string { return "<" + hex.EncodeToString(b) + ">" }

func literal(b []byte) string {
	return string(append(appendEscaped([]byte{'('}, b), ')'))
}

// appendEscaped writes bytes within a literal string (ISO 32000-1, 7.3.4.2).
func appendEscaped(dst, b []byte) []byte {
	for _, c := range b {
		dst = appendEscapedByte(dst, c)
	}
	return dst
}

func appendEscapedByte(dst []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(dst, '\\', c)
	case '\r':
		return append(dst, '\\', 'r')
	}
	return append(dst, c)
}
