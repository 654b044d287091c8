package strict

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// input is a file made ready for the YAML parser: without the characters that
// can't be seen, as these may stand where YAML allows nothing, and with a
// placeholder for those that would stop the parser.
type input struct {
	text     []byte
	drops    []Pos // of the text where something was dropped, one for each
	controls []control
}

// control is a control character of a file.
type control struct {
	pos     Pos // in the text given to the parser
	char    rune
	claimed bool // a value has it, and its error is reported
}

// Bounds of files full of such characters: beyond maxDrops columns are no
// longer exact, beyond maxControls a file is refused.
const (
	maxDrops    = 100_000
	maxControls = 1_000
)

const utf8BOM = "\xEF\xBB\xBF"

// prepare makes a file ready.
func prepare(data []byte) (*input, *Error) {
	if isUTF16(data) {
		return nil, &Error{Pos: Pos{1, 1}, Code: CodeEncoding, Message: "the file is UTF-16: save it as UTF-8"}
	}
	data = asYAML11(bytes.TrimPrefix(data, []byte(utf8BOM)))
	odd := firstOdd(data)
	if odd == len(data) {
		return &input{text: data}, nil
	}
	in := &input{text: make([]byte, 0, len(data)+len(data)/8)}
	return in, in.fill(data, odd)
}

// version12 is the directive of YAML's usual version.
var version12 = []byte("%YAML 1.2")

// asYAML11 is data with its version directives as the parser knows them: it
// refuses 1.2, though it reads it.
func asYAML11(data []byte) []byte {
	if !bytes.Contains(data, version12) {
		return data
	}
	data = bytes.Clone(data)
	for at := 0; ; {
		found := bytes.Index(data[at:], version12)
		if found < 0 {
			return data
		}
		at += found + len(version12)
		if start := at - len(version12); start == 0 || data[start-1] == '\n' || data[start-1] == '\r' {
			data[at-1] = '1'
		}
	}
}

// isUTF16 tells UTF-16 by its byte order mark, or by the half of its first
// character that is 0.
func isUTF16(data []byte) bool {
	if len(data) < 2 {
		return false
	}
	a, b := data[0], data[1]
	return a == 0xFF && b == 0xFE || a == 0xFE && b == 0xFF || (a == 0) != (b == 0)
}

// firstOdd is the offset of the first character that needs care.
func firstOdd(data []byte) int {
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case c >= ' ' && c < 0x7F, c == '\n', c == '\r', c == '\t':
		case c < utf8.RuneSelf:
			return i
		default:
			r, size := utf8.DecodeRune(data[i:])
			if r == utf8.RuneError && size == 1 || special(r) {
				return i
			}
			i += size - 1
		}
	}
	return len(data)
}

// fill takes over data, which is plain up to odd.
func (in *input) fill(data []byte, odd int) *Error {
	in.text = append(in.text, data[:odd]...)
	at := posAt(data, odd)
	for i := odd; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return &Error{Pos: in.original(at), Code: CodeEncoding, Message: "not UTF-8 from here on: save the file as UTF-8"}
		case isControl(r):
			if len(in.controls) == maxControls {
				return &Error{Pos: in.original(in.controls[0].pos), Code: CodeControl, Message: "the file is full of control characters: is it a text?"}
			}
			in.controls = append(in.controls, control{pos: at, char: r})
			in.text = utf8.AppendRune(in.text, standsForControl)
		case isBreak(r):
			in.text = utf8.AppendRune(in.text, standsForBreak)
		case r >= 0xA0 && invisible(r):
			if len(in.drops) < maxDrops {
				in.drops = append(in.drops, at)
			}
			i += size
			continue
		default:
			in.text = append(in.text, data[i:i+size]...)
		}
		i += size
		at.Column++
		if r == '\n' || r == '\r' && (i == len(data) || data[i] != '\n') {
			at = Pos{at.Line + 1, 1}
		}
	}
	return nil
}

// posAt is the place of an offset.
func posAt(text []byte, offset int) Pos {
	before := text[:offset]
	lone := 0 // carriage returns that end lines by themselves
	if bytes.IndexByte(before, '\r') >= 0 {
		lone = bytes.Count(before, []byte("\r")) - bytes.Count(before, []byte("\r\n"))
	}
	start := 1 + bytes.LastIndexAny(before, "\n\r")
	return Pos{1 + bytes.Count(before, []byte("\n")) + lone, 1 + utf8.RuneCount(before[start:])}
}

// original is the place in the file of one in the text given to the parser.
func (in *input) original(p Pos) Pos {
	if len(in.drops) == 0 || p.Column == 0 {
		return p
	}
	compare := func(d, p Pos) int {
		switch {
		case d.before(p):
			return -1
		case p.before(d):
			return 1
		}
		return 0
	}
	start, _ := slices.BinarySearchFunc(in.drops, Pos{p.Line, 0}, compare)
	end, _ := slices.BinarySearchFunc(in.drops, Pos{p.Line, p.Column + 1}, compare)
	p.Column += end - start
	return p
}

// claimControl reports the first control character from pos on, which stands
// in the value at path.
func (in *input) claimControl(s *Source, pos Pos, path string) {
	i, _ := slices.BinarySearchFunc(in.controls, pos, func(c control, p Pos) int {
		if c.pos.before(p) {
			return -1
		}
		return 1
	})
	for ; i < len(in.controls); i++ {
		if c := &in.controls[i]; !c.claimed {
			c.claimed = true
			s.fail(&Error{Pos: in.original(c.pos), Path: path, Code: CodeControl, Message: controlMessage(c.char)})
			return
		}
	}
}

// report adds to the sources what was found outside of values, as in comments.
func (in *input) report(sources []*Source) {
	of := func(p Pos) *Source {
		s := sources[0]
		for _, next := range sources {
			if !p.before(next.items[0].pos) {
				s = next
			}
		}
		return s
	}
	for _, c := range in.controls {
		if !c.claimed {
			p := in.original(c.pos)
			of(p).fail(&Error{Pos: p, Code: CodeControl, Message: controlMessage(c.char)})
		}
	}
	var last *Source
	for _, d := range in.drops {
		if s := of(d); s != last {
			s.noteDropped(Pos{d.Line, in.original(Pos{d.Line, d.Column - 1}).Column + 1})
			last = s
		}
	}
}

// noteDropped notes, once, that invisible characters were dropped.
func (s *Source) noteDropped(p Pos) {
	note := &Error{File: s.File, Pos: p, Code: CodeZeroWidth,
		Message: "characters that can't be seen (zero-width, variation selectors, direction marks) were dropped, here first"}
	if i := slices.IndexFunc(s.notes, func(n *Error) bool { return n.Code == CodeZeroWidth }); i < 0 {
		s.notes = append(s.notes, note)
	} else if p.before(s.notes[i].Pos) {
		s.notes[i] = note
	}
}

// mostCutNotes bounds the notes on comments that may be meant as text.
const mostCutNotes = 20

// maybeText reports a comment that may be meant as text, as YAML takes Suite #200 for
// one without quotes: what is meant as a comment begins with "# ".
func maybeText(comment string) bool {
	return len(comment) > 1 && !strings.ContainsRune(" \t#!-=", rune(comment[1]))
}

// noteCut notes such a comment behind the text of item i.
func (s *Source) noteCut(i int32, comment string) {
	message := shorten(comment) + " behind this text is a comment and is not printed: put the whole text in quotes if it belongs to it"
	switch n := len(s.notes); {
	case n > mostCutNotes:
		return
	case n == mostCutNotes:
		message = "further comments behind texts are not listed"
	}
	s.notes = append(s.notes, &Error{File: s.File, Index: s.Index, Pos: s.items[i].pos, Path: s.path(i), Code: CodeComment, Message: message})
}

func controlMessage(r rune) string {
	return fmt.Sprintf("the control character U+%04X may not stand in a text: delete it", r)
}

func tooLarge(bytes int) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("the file is larger than %d MB", bytes>>20)
	}
	return fmt.Sprintf("the file is larger than %d bytes", bytes)
}

func tooMany(values int) string { return fmt.Sprintf("the file has more than %d values", values) }

const tooManyComments = "the file has more comments than anybody reads"

func tooManyDocuments(most int) string {
	return fmt.Sprintf("the file has more than %d documents (---)", most)
}

func tooDeep(depth int) string {
	return fmt.Sprintf("mappings and lists stand more than %d deep within each other", depth)
}

func tooLong(characters int) string {
	return fmt.Sprintf("the text is longer than %d characters", characters)
}

func alreadyAt(line int) string { return fmt.Sprintf("the field stands already in line %d", line) }

func trimBlanks(text string) string { return strings.Trim(text, " \n") }

func countRune(text string, r rune) int { return strings.Count(text, string(r)) }
