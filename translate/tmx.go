package translate

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Bounds of a TMX file.
const (
	maxTMXBytes = 256 << 20
	maxTMXDepth = 64
)

// tmxState is the property in which our own files keep an entry's state.
const (
	tmxState = "x-yipiao-state"
	tmxKind  = "x-yipiao-kind"
)

// WriteTMX writes the memory as TMX 1.4b, which other translation tools read.
func (m *Memory) WriteTMX(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="yipiao" creationtoolversion="1" segtype="block" o-tmf="yipiao" adminlang="en" srclang="*all*" datatype="plaintext"/>
  <body>
`)
	for _, e := range m.Entries() {
		b.WriteString(`    <tu srclang="` + tmxCode(e.From) + `"`)
		if e.Date != "" {
			b.WriteString(` changedate="` + strings.ReplaceAll(e.Date, "-", "") + `T000000Z"`)
		}
		if by := (Profile{Name: e.Provider, Model: e.Model}).String(); by != "" {
			b.WriteString(` changeid="` + escapeXML(by) + `"`)
		}
		b.WriteString(">\n" + `      <prop type="` + tmxState + `">` + string(e.State) + "</prop>\n")
		if e.Kind != "" {
			b.WriteString(`      <prop type="` + tmxKind + `">` + string(e.Kind) + "</prop>\n")
		}
		for _, side := range []struct {
			lang Lang
			text string
		}{{e.From, e.Source}, {e.To, e.Target}} {
			b.WriteString(`      <tuv xml:lang="` + tmxCode(side.lang) + `"><seg>` + escapeXML(side.text) + "</seg></tuv>\n")
		}
		b.WriteString("    </tu>\n")
	}
	b.WriteString("  </body>\n</tmx>\n")
	_, err := b.WriteTo(w)
	return err
}

func tmxCode(l Lang) string {
	if l == Chinese {
		return "zh-CN"
	}
	return string(l)
}

func escapeXML(text string) string {
	var b strings.Builder
	// A strings.Builder takes every byte.
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		return ""
	}
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

// ReadTMX reads the Chinese and English pairs of a TMX file of version 1.1 to
// 1.4b, in UTF-8 or UTF-16. Units without a state of ours get the given one.
// Other languages are passed over. Nothing outside the file is ever read: a
// DTD and its entities are not followed. Errors name the line.
func ReadTMX(r io.Reader, name string, state State) ([]Entry, error) {
	bounded := &io.LimitedReader{R: r, N: maxTMXBytes + 1}
	decoder := xml.NewDecoder(transform.NewReader(bounded, unicode.BOMOverride(transform.Nop)))
	decoder.CharsetReader = func(charset string, input io.Reader) (io.Reader, error) {
		if c := strings.ToLower(charset); strings.HasPrefix(c, "utf-16") || c == "utf-8" || c == "us-ascii" {
			return input, nil // the BOM has told already
		}
		return nil, fmt.Errorf("encoding %q: save the file as UTF-8", Quote(charset))
	}
	reader := tmxReader{decoder: decoder, state: state}
	err := reader.read()
	if bounded.N <= 0 {
		err = fmt.Errorf("larger than %d MB", maxTMXBytes>>20)
	}
	if err != nil {
		line, _ := decoder.InputPos()
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	return reader.entries, nil
}

type tmxReader struct {
	decoder *xml.Decoder
	state   State
	source  string // srclang of the header
	depth   int
	sawTMX  bool
	entries []Entry
}

// next gives the next token, with the depth bounded.
func (r *tmxReader) next() (xml.Token, error) {
	token, err := r.decoder.Token()
	switch token.(type) {
	case xml.StartElement:
		r.depth++
	case xml.EndElement:
		r.depth--
	}
	if r.depth > maxTMXDepth {
		return nil, fmt.Errorf("elements more than %d deep", maxTMXDepth)
	}
	return token, err
}

func (r *tmxReader) read() error {
	for {
		token, err := r.next()
		if err == io.EOF && r.sawTMX {
			return nil
		}
		if err == io.EOF {
			return errors.New("no <tmx> in it: a TMX file is right")
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case !r.sawTMX && start.Name.Local != "tmx":
			return fmt.Errorf("<%s> where <tmx> is right", Quote(start.Name.Local))
		case start.Name.Local == "tmx":
			r.sawTMX = true
		case start.Name.Local == "header":
			r.source = attribute(start, "srclang")
		case start.Name.Local == "tu":
			if err := r.unit(start); err != nil {
				return err
			}
		}
	}
}

// unit reads one <tu>.
func (r *tmxReader) unit(tu xml.StartElement) error {
	e := Entry{State: r.state, From: tmxLang(attribute(tu, "srclang"))}
	if e.From == "" {
		e.From = tmxLang(r.source)
	}
	if d := attribute(tu, "changedate"); len(d) >= 8 && dateForm.MatchString(d[:4]+"-"+d[4:6]+"-"+d[6:8]) {
		e.Date = d[:4] + "-" + d[4:6] + "-" + d[6:8]
	}
	e.Provider, e.Model, _ = strings.Cut(word(attribute(tu, "changeid")), "/")
	texts := map[Lang]string{}
	var order []Lang
	lang := Lang("")
	for depth := r.depth; r.depth >= depth; {
		token, err := r.next()
		if err != nil {
			return unexpectedEnd(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "tuv":
			lang = tmxLang(attribute(start, "lang"))
		case "prop":
			value, err := r.text()
			if err != nil {
				return err
			}
			if s := State(value); attribute(start, "type") == tmxState && (s == Machine || s.Approved()) {
				e.State = s
			} else if attribute(start, "type") == tmxKind {
				e.Kind = knownKind(value)
			}
		case "seg":
			text, err := r.text()
			if err != nil {
				return err
			}
			if _, twice := texts[lang]; lang != "" && !twice {
				texts[lang] = text
				order = append(order, lang)
			}
		}
	}
	if texts[Chinese] == "" || texts[English] == "" {
		return nil
	}
	if e.From == "" {
		e.From = order[0]
	}
	e.To = e.From.Other()
	e.Source, e.Target = texts[e.From], texts[e.To]
	r.entries = append(r.entries, e)
	if len(r.entries) > maxMemoryEntries {
		return fmt.Errorf("more than %d translations", maxMemoryEntries)
	}
	return nil
}

// text reads up to the end of the element that has just begun. The markup
// codes of other tools (bpt, ept, it, ph, ut) are no text; what hi and sub
// hold is.
func (r *tmxReader) text() (string, error) {
	var b strings.Builder
	codes := 0
	var inner []bool
	for depth := r.depth; r.depth >= depth; {
		token, err := r.next()
		if err != nil {
			return "", unexpectedEnd(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			isCode := strings.Contains(" bpt ept it ph ut ", " "+token.Name.Local+" ")
			inner = append(inner, isCode)
			if isCode {
				codes++
			}
		case xml.EndElement:
			if n := len(inner); n > 0 {
				if inner[n-1] {
					codes--
				}
				inner = inner[:n-1]
			}
		case xml.CharData:
			if codes == 0 && b.Len()+len(token) <= 4*MaxSegmentRunes {
				b.Write(token)
			} else if codes == 0 {
				return "", fmt.Errorf("a text longer than %d characters", MaxSegmentRunes)
			}
		}
	}
	if utf8.RuneCountInString(b.String()) > MaxSegmentRunes {
		return "", fmt.Errorf("a text longer than %d characters", MaxSegmentRunes)
	}
	return strings.TrimSpace(b.String()), nil
}

func unexpectedEnd(err error) error {
	if err == io.EOF {
		return errors.New("the file ends within a unit")
	}
	return err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if strings.EqualFold(a.Name.Local, name) {
			return a.Value
		}
	}
	return ""
}

// tmxLang knows zh, zh-CN, zh-Hans-CN, en-US … Traditional texts are folded
// by the memory's key, so they are passed over here: two scripts of one text
// would fight for one entry.
func tmxLang(code string) Lang {
	c := strings.ToLower(strings.ReplaceAll(code, "_", "-"))
	switch {
	case c == "en" || strings.HasPrefix(c, "en-"):
		return English
	case strings.Contains(c, "hant") || strings.HasPrefix(c, "zh-tw") || strings.HasPrefix(c, "zh-hk"):
		return ""
	case c == "zh" || strings.HasPrefix(c, "zh-"):
		return Chinese
	}
	return ""
}

func knownKind(value string) Kind {
	for _, k := range Kinds() {
		if string(k) == value {
			return k
		}
	}
	return ""
}
