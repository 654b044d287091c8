package translate

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// lineStarts finds where lines begin, by the line ends that YAML's scanner
// counts: LF, CR, CRLF, NEL, LS and PS.
func lineStarts(src []byte) []int {
	at := len(src) - len(bytes.TrimPrefix(src, []byte("\ufeff")))
	starts := []int{at}
	for at < len(src) {
		r, size := utf8.DecodeRune(src[at:])
		at += size
		switch {
		case r == '\r' && at < len(src) && src[at] == '\n':
		case r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			starts = append(starts, at)
		}
	}
	return starts
}

// offset is where a node begins. YAML's columns count characters from 1.
func (s *source) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(s.lines) {
		return len(s.bytes)
	}
	at := s.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(s.bytes[at:])
		at += size
	}
	return at
}

var errExtent = errors.New("where the text ends cannot be told: write its other language by hand")

// extent is where a plain or quoted text or an alias begins, its anchor and tag
// included, and where it ends.
func (s *source) extent(n *yaml.Node, inFlow bool) (start, end int, err error) {
	start = s.offset(n)
	head := s.properties(start)
	switch {
	case n.Kind == yaml.AliasNode && start < len(s.bytes) && s.bytes[start] == '*':
		return start, start + 1 + len(n.Value), nil
	case n.Kind != yaml.ScalarNode || head >= len(s.bytes):
		return 0, 0, errExtent
	case n.Style&yaml.DoubleQuotedStyle != 0 && s.bytes[head] == '"':
		for at := head + 1; at < len(s.bytes); at++ {
			if s.bytes[at] == '\\' {
				at++
			} else if s.bytes[at] == '"' {
				return start, at + 1, nil
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0 && s.bytes[head] == '\'':
		for at := head + 1; at < len(s.bytes); at++ {
			if s.bytes[at] != '\'' {
				continue
			}
			if at+1 == len(s.bytes) || s.bytes[at+1] != '\'' {
				return start, at + 1, nil
			}
			at++
		}
	case n.Style&^yaml.TaggedStyle == 0:
		end, err = s.plainEnd(n, head, inFlow)
		return start, end, err
	}
	return 0, 0, errExtent
}

// properties is where a node's content begins, past its anchor and tag.
func (s *source) properties(at int) int {
	for at < len(s.bytes) && (s.bytes[at] == '&' || s.bytes[at] == '!') {
		for at < len(s.bytes) && strings.IndexByte(" \t\r\n", s.bytes[at]) < 0 {
			at++
		}
		for at < len(s.bytes) && (s.bytes[at] == ' ' || s.bytes[at] == '\t') {
			at++
		}
	}
	return at
}

// plainEnd reads line by line until what was read folds to the node's value.
func (s *source) plainEnd(n *yaml.Node, start int, inFlow bool) (int, error) {
	read, at, blank := "", start, 0
	for line := 0; at < len(s.bytes) && len(read) <= len(n.Value); line++ {
		size := plainLine(s.bytes[at:], inFlow)
		piece := strings.Trim(string(s.bytes[at:at+size]), " \t")
		switch {
		case line == 0:
			read = piece
		case piece == "":
			blank++
		case blank > 0:
			read, blank = read+strings.Repeat("\n", blank)+piece, 0
		default:
			read += " " + piece
		}
		if read == n.Value && piece != "" {
			return at + len(strings.TrimRight(string(s.bytes[at:at+size]), " \t")), nil
		}
		at = s.nextLine(at)
	}
	return 0, errExtent
}

// plainLine is the length of a plain text's part on this line.
func plainLine(rest []byte, inFlow bool) int {
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		last := i+1 == len(rest) || strings.IndexByte(" \t\r\n", rest[i+1]) >= 0
		switch {
		case c == '\n' || c == '\r':
			return i
		case c == '#' && i > 0 && (rest[i-1] == ' ' || rest[i-1] == '\t'):
			return i
		case c == ':' && (last || inFlow && strings.IndexByte(",[]{}", rest[i+1]) >= 0):
			return i
		case inFlow && strings.IndexByte(",[]{}", c) >= 0:
			return i
		}
	}
	return len(rest)
}

func (s *source) nextLine(at int) int {
	if i := bytes.IndexByte(s.bytes[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(s.bytes)
}

// endOfLine is where the line of a place ends, before its line end.
func (s *source) endOfLine(at int) int {
	for at < len(s.bytes) && s.bytes[at] != '\n' && s.bytes[at] != '\r' {
		at++
	}
	return at
}

// blockText is a literal or folded text.
type blockText struct {
	start, end int    // from its | to the end of its last line with text
	header     string // "|", ">-", with what follows on that line
	first      int    // where its lines begin
	indent     int    // of its lines
	special    bool   // its form cannot be kept: it names its indent, keeps blank lines at its end, or has none
}

// blockText reads the block text of a key (nil in a list).
func (s *source) blockText(key, n *yaml.Node) (blockText, error) {
	b := blockText{start: s.offset(n)}
	sign := s.properties(b.start)
	if sign >= len(s.bytes) || s.bytes[sign] != '|' && s.bytes[sign] != '>' {
		return b, errExtent
	}
	head := s.endOfLine(b.start)
	b.header = string(s.bytes[b.start:head])
	b.end, b.first, b.indent = head, head, -1
	form, _, _ := strings.Cut(string(s.bytes[sign:head]), "#")
	b.special = strings.ContainsAny(form, "+123456789")
	least := 0 // the indent that its lines have at least; 0 until the first tells
	if key != nil {
		least = key.Column
	} else if b.special {
		return b, errExtent
	}
	for at := s.nextLine(head); at < len(s.bytes); at = s.nextLine(at) {
		line := s.bytes[at:s.endOfLine(at)]
		text := bytes.TrimLeft(line, " ")
		if len(text) == 0 {
			continue
		}
		indent := len(line) - len(text)
		if indent < least || indent == 0 {
			break
		}
		if b.indent < 0 {
			b.indent = indent
			if key == nil {
				least = indent
			}
		}
		b.end = at + len(line)
	}
	if b.end == head {
		return b, errExtent
	}
	b.special = b.special || bytes.ContainsAny(s.bytes[b.start:b.end], "\u0085\u2028\u2029")
	return b, nil
}

// shifted are the text's lines, moved to the right (or left) by some columns.
func (b blockText) shifted(src []byte, columns int) string {
	lines := strings.SplitAfter(string(src[b.first:b.end]), "\n")
	for i, line := range lines {
		if i == 0 || strings.Trim(line, "\r\n") == "" {
			continue // the header's line end; empty lines
		}
		if columns >= 0 {
			lines[i] = strings.Repeat(" ", columns) + line
		} else {
			lines[i] = line[min(-columns, len(line)-len(strings.TrimLeft(line, " "))):]
		}
	}
	return strings.Join(lines, "")
}

// blockPair writes "en: …" as an entry of a block map at an indent.
func blockPair(key, text string, indent int, newline string) string {
	if !strings.Contains(text, "\n") || strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) }) || strings.HasPrefix(text, " ") {
		return key + ": " + scalar(text)
	}
	margin := newline + strings.Repeat(" ", indent+2)
	lines := strings.Split(text, "\n")
	var b strings.Builder
	b.WriteString(key + ": |-")
	for _, line := range lines {
		if line == "" {
			b.WriteString(newline)
			continue
		}
		b.WriteString(margin + line)
	}
	return b.String()
}

// scalar writes a text plainly where that is safe in every context, else in
// double quotes.
func scalar(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if (unicode.IsLetter(first) || unicode.IsDigit(first)) && plainFits(text) && !strings.ContainsAny(text, "\"`") {
		return text
	}
	return quoted(text)
}

// plainFits reports whether a new text may stand within braces as it is.
func plainFits(text string) bool {
	return plainStays(text) && text == strings.TrimSpace(text) && !strings.HasPrefix(text, "- ") && !strings.HasPrefix(text, "? ") &&
		text != "null" && text != "~" && text != "" &&
		!strings.ContainsFunc(text, func(r rune) bool { return r != ' ' && !unicode.IsPrint(r) })
}

// plainStays reports whether what stands plainly in a line may move within
// braces as it is.
func plainStays(text string) bool {
	return !strings.ContainsAny(text, ",[]{}\n\r") && !strings.Contains(text, ": ") && !strings.Contains(text, ":\t") &&
		!strings.Contains(text, " #") && !strings.HasSuffix(text, ":")
}

func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == ' ' || unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
