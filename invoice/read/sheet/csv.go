package sheet

import (
	"bytes"
	"context"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// CSV reads a text of values: its encoding is told by a mark at its start, or
// it is UTF-8 if it can be, else GB18030. The sheet is named by the file.
func CSV(ctx context.Context, name string, data []byte) (*Book, error) {
	if len(data) > maxPart {
		return nil, tooLarge("%d MB; at most %d MB are read", len(data)>>20, maxPart>>20)
	}
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	s := &Sheet{Name: strings.TrimSuffix(base, path.Ext(base)), DefaultWidth: 8.43, DefaultHeight: 15000}
	r := &csvReader{ctx: ctx, Sheet: s, text: text}
	r.separator = r.findSeparator()
	if err := r.rows(); err != nil {
		return nil, err
	}
	return &Book{Sheets: []*Sheet{s}, Digit: 7}, nil
}

// decodeText tells a text's encoding.
func decodeText(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		if data = data[3:]; utf8.Valid(data) {
			return string(data), nil
		}
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	case utf8.Valid(data):
		return string(data), nil
	}
	return decodeAs(simplifiedchinese.GB18030, data)
}

// decodeAs refuses a text that has bytes which mean nothing.
func decodeAs(e encoding.Encoding, data []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", &Failure{Damaged, "the text is neither in UTF-8 nor in GB18030: save it as UTF-8"}
	}
	return string(text), nil
}

// csvReader cuts a text into rows and values.
type csvReader struct {
	ctx context.Context
	*Sheet
	text      string
	separator byte
	cells     int
}

// separators in the order in which they win where nothing tells them apart.
const separators = "\t;|,"

// findSeparator takes a first line "sep=;" off, which tells the separator to
// Excel, or finds the one that cuts the first rows into the most alike.
func (r *csvReader) findSeparator() byte {
	if first, rest, ok := strings.Cut(r.text, "\n"); ok {
		if sep, ok := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); ok && len(sep) == 1 {
			r.text = rest
			return sep[0]
		}
	}
	best, most := byte(','), 0
	for _, sep := range []byte(separators) {
		if n := alike(r.text, sep); n > most {
			best, most = sep, n
		}
	}
	return best
}

// lookedAt is how many rows tell the separator.
const lookedAt = 100

// alike is how many values stand in rows that have more than one, counted
// more where rows have as many as the one before.
func alike(text string, separator byte) int {
	score, before := 0, 0
	for range lookedAt {
		if text == "" {
			break
		}
		fields, rest := cutRow(text, separator, MaxColumn)
		if n := len(fields); n > 1 {
			score += n
			if n == before {
				score += n
			}
			before = n
		}
		text = rest
	}
	return score
}

// cutRow takes the values of the first row off a text. A value in quotes may
// hold separators and line ends, and a quote as two of them.
func cutRow(text string, separator byte, most int) (fields []string, rest string) {
	for {
		var field string
		field, text = cutField(text, separator)
		fields = append(fields, field)
		if text == "" || text[0] != separator || len(fields) > most {
			break
		}
		text = text[1:]
	}
	text = strings.TrimPrefix(text, "\r")
	return fields, strings.TrimPrefix(text, "\n")
}

func cutField(text string, separator byte) (field, rest string) {
	if !strings.HasPrefix(text, `"`) {
		return plainField(text, separator)
	}
	var b strings.Builder
	rest = text[1:]
	for {
		i := strings.IndexByte(rest, '"')
		if i < 0 { // the quote has no other: it is a character like others
			return plainField(text, separator)
		}
		b.WriteString(rest[:i])
		rest = rest[i+1:]
		if !strings.HasPrefix(rest, `"`) {
			break
		}
		b.WriteByte('"')
		rest = rest[1:]
	}
	more, rest := plainField(rest, separator)
	return b.String() + more, rest
}

func plainField(text string, separator byte) (field, rest string) {
	end := 0
	for end < len(text) && text[end] != separator && text[end] != '\r' && text[end] != '\n' {
		end++
	}
	return text[:end], text[end:]
}

// rows reads all rows. Line ends are \n, \r\n or \r.
func (r *csvReader) rows() error {
	for index := 1; r.text != ""; index++ {
		if index > MaxRow {
			return tooLarge("more than %d rows", MaxRow)
		}
		if index&0xFFF == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		var fields []string
		fields, r.text = cutRow(r.text, r.separator, MaxColumn)
		if len(fields) > MaxColumn {
			return tooLarge("more than %d columns", MaxColumn)
		}
		row := Row{Index: index}
		for i, field := range fields {
			if c, ok := csvCell(field, r.separator); ok {
				c.Column = i + 1
				row.Cells = append(row.Cells, c)
			}
		}
		if r.cells += len(row.Cells); r.cells > maxCells {
			return tooLarge("more than %d cells", maxCells)
		}
		if len(row.Cells) > 0 {
			r.Rows = append(r.Rows, row)
		}
	}
	return nil
}

// csvCell is the cell of a value; false if there is nothing in it. Excel writes
// ="0012" for a text that must not become a number.
func csvCell(field string, separator byte) (Cell, bool) {
	if inner, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(inner, `"`) {
		field = inner[:len(inner)-1]
		return Cell{Kind: Text, Text: field}, strings.TrimSpace(field) != ""
	}
	text := strings.TrimSpace(unescapeLines(field))
	c := Cell{Kind: Text, Text: text}
	if number, ok := plainNumber(text, separator); ok {
		c.Kind, c.Number = Number, number
	}
	return c, text != ""
}

// plainNumber reads -1,234.50, without its separators; false for what may be
// something else: a code with leading zeros, an account's digits, a comma that
// may be a decimal point.
func plainNumber(text string, separator byte) (string, bool) {
	digits := strings.TrimPrefix(text, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if strings.Contains(whole, ",") {
		groups := strings.Split(whole, ",")
		if separator == ';' || len(groups[0]) > 3 {
			return "", false
		}
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return "", false
			}
		}
		whole = strings.Join(groups, "")
	}
	number := whole
	if point {
		number += "." + fraction
	}
	if whole == "" || len(whole) > 15 || len(fraction) > mostDecimals || point && fraction == "" || len(whole) > 1 && whole[0] == '0' {
		return "", false
	}
	if strings.Trim(whole+fraction, "0123456789") != "" {
		return "", false
	}
	if _, err := strconv.ParseFloat(number, 64); err != nil {
		return "", false
	}
	if digits != text {
		number = "-" + number
	}
	return number, true
}
