package element

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

var declared = regexp.MustCompile(`^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']`)

// decode is the file in UTF-8: by its byte order mark, else by what it
// declares, else UTF-8. Writers mistake GBK and UTF-8 for each other: bytes
// that can't be what is declared are taken for the other.
func decode(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFE\xFF")), bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return from(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data)
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return utf8Text(data[3:])
	}
	data = bytes.TrimLeft(data, " \t\r\n")
	name := ""
	if m := declared.FindSubmatch(data); m != nil {
		name = strings.ToLower(string(m[1]))
	}
	switch name {
	case "", "utf-8", "utf8", "us-ascii", "ascii":
		return utf8Text(data)
	case "gbk", "gb2312", "gb18030", "cp936", "ms936", "x-gbk", "euc-cn":
		if utf8.Valid(data) && chinese(data) {
			return data, nil
		}
		return from(simplifiedchinese.GB18030, data)
	}
	return nil, fmt.Errorf("the XML declares the encoding %s; UTF-8, UTF-16, GBK and GB18030 can be read", name)
}

// utf8Text is data, decoded from GB18030 where it can't be UTF-8.
func utf8Text(data []byte) ([]byte, error) {
	if utf8.Valid(data) {
		return data, nil
	}
	return from(simplifiedchinese.GB18030, data)
}

// chinese reports whether a text that is valid as UTF-8 has Chinese characters
// if read so: bytes of GBK that happen to be valid have none.
func chinese(text []byte) bool {
	const enough = 2
	n := 0
	for _, r := range string(text) {
		if r >= 0x4E00 && r <= 0x9FFF {
			if n++; n >= enough {
				return true
			}
		}
	}
	return false
}

// from decodes data; a byte that the encoding doesn't have is an error, since
// a character would be lost.
func from(e encoding.Encoding, data []byte) ([]byte, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return nil, errors.New("the XML holds characters that its encoding doesn't have")
	}
	return text, nil
}
