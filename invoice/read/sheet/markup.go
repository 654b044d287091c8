package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// markup goes through a part's XML once, element by element. It knows what
// Office files use of XML and refuses the rest: a document type (and with it
// entities) is an error, elements within each other are bounded. It makes
// nothing but what is asked for, so that a large sheet takes no more memory
// than its cells.
type markup struct {
	name  string // of the part, for messages
	data  []byte
	pos   int
	open  [][]byte // the names of the elements around pos
	empty bool     // the element just met is <x/>
}

// tag is the start of an element.
type tag struct {
	name       string // without its prefix
	attributes []byte
}

// newMarkup reads UTF-8, or UTF-16 with its mark.
func newMarkup(name string, data []byte) (*markup, error) {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return nil, damaged("%s is not in a known encoding", name)
		}
		data = text
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(data) {
		return nil, damaged("%s is not in UTF-8", name)
	}
	return &markup{name: name, data: data}, nil
}

// each calls visit for each element within the one met last; at the start, for
// the outermost. What visit doesn't go into is passed over.
func (m *markup) each(visit func(t tag) error) error {
	if m.empty {
		m.empty = false
		return nil
	}
	inside := len(m.open)
	for {
		t, what, err := m.next()
		switch {
		case err != nil:
			return err
		case what == isEnd:
			return nil
		case what != isStart:
			continue
		}
		if err := visit(t); err != nil {
			return err
		}
		m.empty = false
		for len(m.open) > inside {
			if _, _, err := m.next(); err != nil {
				return err
			}
			m.empty = false
		}
	}
}

// text is all text within the element met last, deeper elements' too.
func (m *markup) text() (string, error) {
	if m.empty {
		m.empty = false
		return "", nil
	}
	inside := len(m.open)
	var b strings.Builder
	for {
		start := m.pos
		_, what, err := m.next()
		if err != nil {
			return "", err
		}
		m.empty = false
		switch {
		case what == isText:
			if err := m.decode(&b, m.data[start:m.pos]); err != nil {
				return "", err
			}
		case what == isRaw:
			b.Write(m.data[start+len("<![CDATA[") : m.pos-len("]]>")])
		case len(m.open) < inside:
			return b.String(), nil
		}
	}
}

type token uint8

const (
	isOther token = iota
	isStart
	isEnd // also the end of the part
	isText
	isRaw // <![CDATA[…]]>
)

// next takes a token.
func (m *markup) next() (tag, token, error) {
	rest := m.data[m.pos:]
	switch {
	case len(rest) == 0:
		if len(m.open) > 0 {
			return tag{}, isEnd, m.broken("ends within <%s>", m.open[len(m.open)-1])
		}
		return tag{}, isEnd, nil
	case rest[0] != '<':
		i := bytes.IndexByte(rest, '<')
		if i < 0 {
			i = len(rest)
		}
		m.pos += i
		return tag{}, isText, nil
	case bytes.HasPrefix(rest, []byte("</")):
		return tag{}, isEnd, m.end(rest)
	case bytes.HasPrefix(rest, []byte("<?")):
		return tag{}, isOther, m.skip(rest, "?>")
	case bytes.HasPrefix(rest, []byte("<!--")):
		return tag{}, isOther, m.skip(rest, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return tag{}, isRaw, m.skip(rest, "]]>")
	case bytes.HasPrefix(rest, []byte("<!")):
		return tag{}, isOther, m.broken("declares a document type or entities")
	}
	return m.start(rest)
}

func (m *markup) broken(format string, args ...any) error {
	return damaged(m.name+" "+format, args...)
}

func (m *markup) skip(rest []byte, end string) error {
	i := bytes.Index(rest, []byte(end))
	if i < 0 {
		return m.broken("has no %s", end)
	}
	m.pos += i + len(end)
	return nil
}

// start takes <name attributes> or <name attributes/>.
func (m *markup) start(rest []byte) (tag, token, error) {
	end := tagEnd(rest)
	if end < 0 {
		return tag{}, isOther, m.broken("has a < without its >")
	}
	m.pos += end + 1
	inner := rest[1:end]
	m.empty = len(inner) > 0 && inner[len(inner)-1] == '/'
	if m.empty {
		inner = inner[:len(inner)-1]
	}
	length := 0
	for length < len(inner) && !isBlank(inner[length]) {
		length++
	}
	name := inner[:length]
	if len(name) == 0 {
		return tag{}, isOther, m.broken("has an element without a name")
	}
	if !m.empty {
		if len(m.open) == maxDepth {
			return tag{}, isOther, m.broken("has elements more than %d deep in each other", maxDepth)
		}
		m.open = append(m.open, name)
	}
	return tag{known(name[bytes.IndexByte(name, ':')+1:]), inner[len(name):]}, isStart, nil
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// tagEnd is where a tag's ">" stands, outside of quotes.
func tagEnd(rest []byte) int {
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '>':
			return i
		case '"', '\'':
			j := bytes.IndexByte(rest[i+1:], rest[i])
			if j < 0 {
				return -1
			}
			i += j + 1
		}
	}
	return -1
}

func (m *markup) end(rest []byte) error {
	i := bytes.IndexByte(rest, '>')
	if i < 0 {
		return m.broken("has a < without its >")
	}
	name := rest[2:i]
	for len(name) > 0 && isBlank(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	if len(m.open) == 0 || !bytes.Equal(m.open[len(m.open)-1], name) {
		return m.broken("closes <%.40s>, which is not open", name)
	}
	m.open = m.open[:len(m.open)-1]
	m.pos += i + 1
	return nil
}

// known makes a string of a name; the names of cells cost nothing.
func known(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "f":
		return "f"
	case "row":
		return "row"
	case "si":
		return "si"
	case "t":
		return "t"
	case "xf":
		return "xf"
	}
	return string(name)
}

// attribute is the value of the attribute with this name, whatever its prefix;
// raw, as most are numbers.
func (t tag) raw(name string) []byte {
	rest := t.attributes
	for {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:equals])
		for rest = rest[equals+1:]; len(rest) > 0 && isBlank(rest[0]); {
			rest = rest[1:]
		}
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key[bytes.IndexByte(key, ':')+1:]) == name {
			return rest[1 : 1+end : 1+end]
		}
		rest = rest[end+2:]
	}
}

// attribute is an attribute's text, "" if it is left out.
func (t tag) attribute(name string) string {
	raw := t.raw(name)
	if bytes.IndexByte(raw, '&') < 0 {
		return string(raw)
	}
	var b strings.Builder
	if writeDecoded(&b, raw) != nil {
		return string(raw)
	}
	return b.String()
}

// number is an attribute that is a whole number, otherwise if it is left out or
// none.
func (t tag) number(name string, otherwise int) int {
	n, err := strconv.ParseInt(string(t.raw(name)), 10, 32)
	if err != nil {
		return otherwise
	}
	return int(n)
}

// real is an attribute that is a number, otherwise if it is left out or none.
func (t tag) real(name string, otherwise float64) float64 {
	x, err := strconv.ParseFloat(string(t.raw(name)), 64)
	if err != nil || x != x || x > 1e9 || x < -1e9 {
		return otherwise
	}
	return x
}

// flag is an attribute that is true or false, otherwise if it is left out.
func (t tag) flag(name string, otherwise bool) bool {
	switch string(t.raw(name)) {
	case "1", "true", "on":
		return true
	case "0", "false", "off":
		return false
	}
	return otherwise
}

// decode writes a text with its references resolved.
func (m *markup) decode(b *strings.Builder, raw []byte) error {
	if err := writeDecoded(b, raw); err != nil {
		return m.broken("has an unknown reference %.20q", raw[bytes.IndexByte(raw, '&'):])
	}
	return nil
}

func writeDecoded(b *strings.Builder, raw []byte) error {
	for {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			b.Write(raw)
			return nil
		}
		b.Write(raw[:i])
		end := bytes.IndexByte(raw[i:], ';')
		if end < 0 {
			return strconv.ErrSyntax
		}
		r, err := reference(string(raw[i+1 : i+end]))
		if err != nil {
			return err
		}
		b.WriteRune(r)
		raw = raw[i+end+1:]
	}
}

// reference is the character that &name; stands for.
func reference(name string) (rune, error) {
	switch name {
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "amp":
		return '&', nil
	case "quot":
		return '"', nil
	case "apos":
		return '\'', nil
	}
	digits, base := strings.TrimPrefix(name, "#"), 10
	if digits == name {
		return 0, strconv.ErrSyntax
	}
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || n == 0 {
		return 0, strconv.ErrSyntax
	}
	return rune(n), nil
}
