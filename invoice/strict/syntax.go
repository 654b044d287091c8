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
	{"did not find expected alphabetic or numeric character", "*&", "a value that begins with & or * is a YAML anchor: put the text in quotes"},
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
	e.Pos = in.original(failurePlace(in.text, problem, signs, line))
	return e
}

// failurePlace is where the parser came upon a problem. The line that it gives
// itself is where the mapping, list or text began.
func failurePlace(text []byte, problem, signs string, line int) Pos {
	read := consumed(text)
	if at := bytes.LastIndexAny(text[:read], signs); at >= 0 {
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
		// The scanner looks at up to four characters beyond a token.
		last := bytes.TrimRight(text[:max(0, read-4)], " \t\r\n")
		start = 1 + bytes.LastIndexAny(last, "\r\n")
	}
	indent := len(text[start:]) - len(bytes.TrimLeft(text[start:], " \t"))
	return posAt(text, start+indent)
}

// maxReread is the largest text that is parsed again to find an error.
const maxReread = 4 << 20

// consumed is how much of a text the parser read before it gave up.
func consumed(text []byte) int {
	if len(text) > maxReread {
		return 0
	}
	r := &byteReader{text: text}
	decoder := yaml.NewDecoder(r)
	for {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			break
		}
	}
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
