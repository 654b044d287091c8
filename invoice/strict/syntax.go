package strict

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// plainWords says in a reader's words what the YAML parser means.
// Its place is the last of signs that the parser saw, if any are given.
var plainWords = []struct{ problem, signs, words string }{
	{"mapping values are not allowed", ":", `a second ": " in one value, or a line indented too far: put the text in quotes, or move the line`},
	{"could not find expected ':'", "", `a line without ": " among fields: write "name: value", or put a text of several lines after "name: |"`},
	{"did not find expected key", "", `not a field ("name: value"): is the line indented as the fields before it, and are quotes closed where the text ends?`},
	{"did not find expected '-' indicator", "", `not an item ("- "): is the line indented as the items or fields before it?`},
	{"did not find expected ',' or ']'", "", `a list in [ ] lacks a comma or its "]"`},
	{"did not find expected ',' or '}'", "", `a mapping in { } lacks a comma or its "}"`},
	{"did not find expected node content", "", `a value is missing, or a sign stands where YAML allows none: put the text in quotes`},
	{"found character that cannot start any token", "@`%\t", `a text can't begin with this sign: put it in quotes; lines are indented with blanks, not tabs`},
	{"found a tab character", "\t", "lines are indented with blanks, not tabs"},
	{"found unexpected end of stream", "", "the text in quotes that begins here has no closing quote"},
	{"found unexpected document indicator", "", "the text in quotes that begins here has no closing quote"},
	{"found unknown escape character", "\\", `in double quotes \ begins an escape: write \\ for the sign itself, or use single quotes`},
	{"did not find expected hexdecimal number", "\\", `in double quotes \x, \u and \U are followed by hexadecimal digits: write \\ for the sign itself`},
	{"found invalid Unicode character escape code", "\\", "this escape is no Unicode character"},
	{"did not find expected comment or line break", "", `after | or > comes a new line: the text begins there`},
	{"block sequence entries are not allowed", "-", `an item ("- ") can't begin in this line: put it in a line of its own`},
	{"mapping keys are not allowed", "?", "a field can't begin in this line"},
	{"did not find expected <document start>", "", `a text stands after the end of the document: are the lines before it indented alike?`},
	{"exceeded max depth", "", "mappings and lists stand too deep within each other"},
	{"found undefined tag handle", "!", "a value that begins with ! is a YAML tag: put the text in quotes"},
	{"did not find URI escaped octet", "!", "a value that begins with ! is a YAML tag: put the text in quotes"},
	{"did not find expected alphabetic or numeric character", anchorSigns, "a value that begins with & or * is a YAML anchor: put the text in quotes"},
	{"did not find expected whitespace", "", "a blank is missing here"},
}

// syntaxError is what the YAML parser found, in plain words and with its place.
func syntaxError(in *input, err error) *Error {
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	e := &Error{Code: CodeSyntax, Message: "not YAML: " + problem}
	line := 1
	if rest, ok := strings.CutPrefix(problem, "line "); ok {
		digits, what, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(digits); err == nil {
			line, problem = n, what
			e.Message = "not YAML: " + what
		}
	}
	if name, ok := strings.CutPrefix(problem, "unknown anchor '"); ok {
		name = strings.TrimSuffix(name, "' referenced")
		e.Message = "*" + shorten(name) + " stands for nothing: no &" + shorten(name) + " comes before it; put a text that begins with * in quotes"
		e.Pos = in.original(posAt(in.text, max(0, bytes.Index(in.text, []byte("*"+name)))))
		return e
	}
	signs := ""
	for _, known := range plainWords {
		if strings.HasPrefix(problem, known.problem) {
			signs, e.Message = known.signs, known.words
			break
		}
	}
	at := failurePlace(in.text, problem, signs, line)
	// Of brackets the parser tells the line before the one they open in.
	if strings.HasPrefix(problem, "did not find expected ','") && line+1 < at.Line {
		e.Message += ": it begins in line " + strconv.Itoa(line+1)
	}
	e.Message += wideSign(in.text, at.Line)
	e.Pos = in.original(at)
	return e
}

// wideSigns are the Chinese signs that are typed for those of YAML.
var wideSigns = []struct{ wide, narrow string }{{"：", ": "}, {"，", ", "}, {"【", "["}, {"】", "]"}, {"｛", "{"}, {"｝", "}"}, {"［", "["}, {"］", "]"}}

// wideSign is a hint at a Chinese sign in the line of an error or in the one
// before, or "".
func wideSign(text []byte, line int) string {
	near := text[lineStart(text, max(1, line-1)):]
	after := lineStart(text, line) - (len(text) - len(near))
	if end := bytes.IndexAny(near[after:], "\r\n"); end >= 0 {
		near = near[:after+end]
	}
	for _, s := range wideSigns {
		if bytes.Contains(near, []byte(s.wide)) {
			return "; is the Chinese " + s.wide + " meant for \"" + s.narrow + "\"?"
		}
	}
	return ""
}

// failurePlace is where the parser came upon a problem. The line that it gives
// itself is where the mapping, list or text began.
func failurePlace(text []byte, problem, signs string, line int) Pos {
	read := consumed(text)
	if at := bytes.LastIndexAny(text[:read], signs); at >= 0 {
		if signs == anchorSigns { // the name may have one too: its word's beginning
			at = 1 + bytes.LastIndexAny(text[:at], " \t\r\n[{,")
		}
		return posAt(text, at)
	}
	start := lineStart(text, line)
	switch {
	case strings.HasPrefix(problem, "found unexpected"): // in quotes
		end := start + bytes.IndexAny(append(text[start:len(text):len(text)], '\n'), "\r\n")
		for i := end - 1; i >= start; i-- {
			if (text[i] == '"' || text[i] == '\'') && (i == start || bytes.IndexByte([]byte(" \t[{,:"), text[i-1]) >= 0) {
				return posAt(text, i)
			}
		}
	case strings.HasPrefix(problem, "did not find expected"):
		start = failureLine(text, problem, read)
	}
	indent := len(text[start:]) - len(bytes.TrimLeft(text[start:], " \t"))
	return posAt(text, start+indent)
}

// maxReread is the largest text that is parsed again to find an error.
const maxReread = 4 << 20

// failureLine is the offset of the line that the parser stopped at, when it had
// read so much. As it reads ahead, by a token or more, lines are taken away
// while what remains has the same problem; but brackets lack their end however
// much is taken away.
func failureLine(text []byte, problem string, read int) int {
	const ahead = 4 // characters that the scanner looks at beyond a token
	last := bytes.TrimRight(text[:max(0, read-ahead)], blanks)
	start := 1 + bytes.LastIndexAny(last, "\r\n")
	if strings.HasPrefix(problem, "did not find expected ','") {
		return start
	}
	for range 3 {
		shorter := bytes.TrimRight(text[:start], blanks)
		if len(shorter) == 0 || !strings.HasSuffix(parseAll(bytes.NewReader(shorter)).Error(), problem) {
			break
		}
		start = 1 + bytes.LastIndexAny(shorter, "\r\n")
	}
	return start
}

const (
	blanks      = " \t\r\n"
	anchorSigns = "*&"
)

// parseAll is the error that parsing ends with: io.EOF where all is well.
func parseAll(r io.Reader) error {
	decoder := yaml.NewDecoder(r)
	for {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			return err
		}
	}
}

// consumed is how much of a text the parser read before it gave up.
func consumed(text []byte) int {
	if len(text) > maxReread {
		return 0
	}
	r := &byteReader{text: text}
	parseAll(r)
	return r.read
}

// byteReader hands out a text byte by byte, so that read tells how much the
// parser has seen.
type byteReader struct {
	text []byte
	read int
}

func (r *byteReader) Read(p []byte) (int, error) {
	if r.read == len(r.text) {
		return 0, io.EOF
	}
	p[0] = r.text[r.read]
	r.read++
	return 1, nil
}

// lineStart is the offset of a line, counted from 1.
func lineStart(text []byte, line int) int {
	start := 0
	for ; line > 1; line-- {
		end := bytes.IndexAny(text[start:], "\r\n")
		if end < 0 {
			break
		}
		start += end
		if bytes.HasPrefix(text[start:], []byte("\r\n")) {
			start++
		}
		start++
	}
	return start
}
