package evidence

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A workbook's parts are changed at the places that change: every other byte
// stays as whatever program wrote it, so that nothing is lost which we don't
// know of.

// edit replaces bytes [from, to) of a part.
type edit struct {
	from, to int
	with     string
}

// applied is data with its edits, which must not overlap; one within another is
// dropped.
func applied(data []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		out.Write(data[at:e.from])
		out.WriteString(e.with)
		at = e.to
	}
	out.Write(data[at:])
	return out.Bytes()
}

// element is an element of a part with its places.
type element struct {
	name       string // without its namespace's prefix
	prefix     string
	attributes []xml.Attr
	parent     *element
	from, to   int // of the whole element
	open       int // where its start tag ends
	close      int // where its end tag begins; open for an empty one
	text       []byte
}

// attr is an attribute's value, by its name without prefix.
func (e *element) attr(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// relation is the value of r:id, or of another attribute of relationships.
func (e *element) relation(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// tag is a start tag as it is written, with its prefix.
func (e *element) qualified() string {
	if e.prefix == "" {
		return e.name
	}
	return e.prefix + ":" + e.name
}

// mostDeep bounds how deep elements stand within each other.
const mostDeep = 200

// walk calls enter when an element begins and leave when it has ended. Its
// places are known then, and its own text.
func walk(data []byte, enter, leave func(*element)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "us-ascii") {
			return in, nil
		}
		return nil, fmt.Errorf("the workbook's XML is in %s", charset)
	}
	var open *element
	deep := 0
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if deep++; deep > mostDeep {
				return fmt.Errorf("elements stand more than %d deep", mostDeep)
			}
			at := int(d.InputOffset())
			open = &element{name: token.Name.Local, prefix: token.Name.Space, attributes: slices.Clone(token.Attr), parent: open, from: from, open: at, close: at, to: at}
			if enter != nil {
				enter(open)
			}
		case xml.EndElement:
			if open == nil {
				return fmt.Errorf("</%s> ends nothing", token.Name.Local)
			}
			deep--
			open.to = int(d.InputOffset())
			if from >= open.open {
				open.close = from
			}
			if leave != nil {
				leave(open)
			}
			open = open.parent
		case xml.CharData:
			if open != nil {
				open.text = append(open.text, token...)
			}
		}
	}
	if open != nil {
		return fmt.Errorf("<%s> has no end", open.name)
	}
	return nil
}

// inside reports whether e stands in an element of that name.
func (e *element) inside(name string) bool {
	for p := e.parent; p != nil; p = p.parent {
		if p.name == name {
			return true
		}
	}
	return false
}

// escaped is a text as XML has it.
func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}
