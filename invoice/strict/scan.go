package strict

import "bytes"

// scan refuses a text with too many values, or brackets too deep, before a tree
// is built of it: a flat list of 33 MB would take the YAML parser 22 s and
// 3.6 GB. It never counts more values than the tree has; that it doesn't count
// far fewer is all that is needed, as the tree is counted again.
func scan(text []byte, limits Limits) *Error {
	most := 0
	for _, sign := range []string{"-", "?", ":", ",", "[", "{"} {
		most += bytes.Count(text, []byte(sign))
	}
	if most <= min(limits.Values, 10_000) && bytes.Count(text, []byte("["))+bytes.Count(text, []byte("{")) <= limits.Depth {
		return nil
	}
	c := &counter{text: text, limits: limits, parent: -1, keyColumn: -1}
	for c.i < len(text) {
		c.token()
		switch {
		case c.values > limits.Values:
			return &Error{Pos: posAt(text, c.i), Code: CodeBounds, Message: tooMany(limits.Values)}
		case c.comments > maxComments:
			return &Error{Pos: posAt(text, c.i), Code: CodeBounds, Message: tooManyComments}
		case len(c.flow) > limits.Depth:
			return &Error{Pos: posAt(text, c.i), Code: CodeBounds, Message: tooDeep(limits.Depth)}
		}
	}
	return nil
}

// maxComments bounds comments between values, as the YAML parser keeps each in
// several places.
const maxComments = 100_000

// counter goes through a YAML text token by token and counts values: list items
// and fields.
type counter struct {
	text      []byte
	limits    Limits
	i         int
	lineStart int
	values    int
	comments  int
	parent    int    // column of the last "-" or field's name: what its value is indented from
	keyColumn int    // column of what may be a field's name, for a ":" further on in the line
	questions int    // "?" that still lack their ":"
	flow      []bool // of brackets open: whether something stands since the last comma
	plain     bool   // within brackets: in an unquoted text
}

// token takes a token.
func (c *counter) token() {
	if len(c.flow) == 0 {
		c.block()
	} else {
		c.bracketed()
	}
}

// at is the byte at offset i, or a line end.
func (c *counter) at(i int) byte {
	if i < len(c.text) {
		return c.text[i]
	}
	return '\n'
}

func isBlank(b byte) bool   { return b == ' ' || b == '\t' }
func isLineEnd(b byte) bool { return b == '\n' || b == '\r' }

// ends reports whether a blank or a line's end stands at offset i.
func (c *counter) ends(i int) bool { return isBlank(c.at(i)) || isLineEnd(c.at(i)) }

// newline goes on with the next line.
func (c *counter) newline() {
	c.i++
	c.lineStart = c.i
	c.keyColumn = -1
}

// skipLine goes to the end of the line.
func (c *counter) skipLine() {
	if n := bytes.IndexAny(c.text[c.i:], "\n\r"); n >= 0 {
		c.i += n
	} else {
		c.i = len(c.text)
	}
}

// comment reports whether a comment begins here, where a token could: the
// parser takes one behind a bracket or quote even without a blank between.
func (c *counter) comment() bool { return c.text[c.i] == '#' }

// marker reports whether a line "---" or "..." begins at offset i.
func (c *counter) marker(i int) bool {
	return bytes.HasPrefix(c.text[i:], []byte("---")) && c.ends(i+3) ||
		bytes.HasPrefix(c.text[i:], []byte("...")) && c.ends(i+3)
}

// block takes a token outside of brackets.
func (c *counter) block() {
	column, b := c.i-c.lineStart, c.text[c.i]
	switch {
	case isBlank(b):
		c.i++
	case isLineEnd(b):
		c.newline()
	case c.comment():
		c.comments++
		c.skipLine()
	case b == '%' && column == 0:
		c.skipLine()
	case column == 0 && c.marker(c.i):
		if b == '-' {
			c.values++
		}
		c.i += 3
		c.parent, c.questions = -1, 0
	case b == '-' && c.ends(c.i+1):
		c.values++
		c.parent = column
		c.i++
	case b == '?' && c.ends(c.i+1):
		c.values++
		c.questions++
		c.parent = column
		c.i++
	case b == ':' && c.ends(c.i+1):
		c.colon(column)
	case b == '&', b == '*', b == '!':
		c.mayBeKey(column)
		for c.i < len(c.text) && !c.ends(c.i) {
			c.i++
		}
	case b == '|', b == '>':
		c.blockText()
	case b == '"', b == '\'':
		c.mayBeKey(column)
		c.quoted(b)
	case b == '[', b == '{':
		c.mayBeKey(column)
		c.flow = append(c.flow, false)
		c.plain = false
		c.i++
	default:
		c.plainText(column)
	}
}

func (c *counter) mayBeKey(column int) {
	if c.keyColumn < 0 {
		c.keyColumn = column
	}
}

// colon takes a ":" that follows no unquoted text.
func (c *counter) colon(column int) {
	switch {
	case c.keyColumn >= 0:
		c.values++
		c.parent = c.keyColumn
	case c.questions > 0:
		c.questions--
		c.parent = column
	default:
		c.values++
		c.parent = column
	}
	c.keyColumn = -1
	c.i++
}

// quoted takes a text in quotes.
func (c *counter) quoted(quote byte) {
	for c.i++; c.i < len(c.text); c.i++ {
		switch b := c.text[c.i]; {
		case b == quote && quote == '\'' && c.at(c.i+1) == '\'', b == '\\' && quote == '"':
			c.i++
		case b == quote:
			c.i++
			return
		}
	}
	c.i = min(c.i, len(c.text))
}

// blockText takes a text after | or >: all lines that are indented more than
// its parent.
func (c *counter) blockText() {
	for c.skipLine(); c.i < len(c.text); c.skipLine() {
		c.newline()
		indent := c.i
		for c.at(indent) == ' ' {
			indent++
		}
		if !isLineEnd(c.at(indent)) && indent-c.lineStart <= max(c.parent, 0) {
			return
		}
	}
}

// plainText takes an unquoted text, or a field's name with its ":".
func (c *counter) plainText(column int) {
	for ; c.i < len(c.text) && !isLineEnd(c.text[c.i]); c.i++ {
		switch b := c.text[c.i]; {
		case b == ':' && c.ends(c.i+1):
			c.keyColumn = column
			c.colon(column)
			return
		case b == '#' && isBlank(c.text[c.i-1]):
			return
		}
	}
	c.continuation()
}

// continuation takes the further lines of an unquoted text: those indented more
// than its parent.
func (c *counter) continuation() {
	for c.i < len(c.text) {
		next, lineStart := c.i, c.i
		for ; next < len(c.text) && c.ends(next); next++ {
			if isLineEnd(c.text[next]) {
				lineStart = next + 1
			}
		}
		if next == len(c.text) || next-lineStart <= c.parent || c.text[next] == '#' || next == lineStart && c.marker(next) {
			return
		}
		c.i, c.lineStart, c.keyColumn = next, lineStart, -1
		for ; c.i < len(c.text) && !isLineEnd(c.text[c.i]); c.i++ {
			if c.text[c.i] == '#' && isBlank(c.text[c.i-1]) {
				return
			}
		}
	}
}

// bracketed takes a token within brackets.
func (c *counter) bracketed() {
	top := len(c.flow) - 1
	b := c.text[c.i]
	switch {
	case isLineEnd(b):
		c.newline()
	case isBlank(b):
		c.i++
	case c.comment():
		c.comments++
		c.plain = false
		c.skipLine()
	case b == '[', b == '{':
		c.flow[top] = true
		c.flow = append(c.flow, false)
		c.plain = false
		c.i++
	case b == ']', b == '}', b == ',':
		if c.flow[top] {
			c.values++
		}
		c.flow[top] = false
		c.plain = false
		c.i++
		if b != ',' {
			c.flow = c.flow[:top]
		}
	case b == ':':
		c.flow[top] = true
		c.plain = false
		c.i++
	case (b == '"' || b == '\'') && !c.plain:
		c.flow[top] = true
		c.quoted(b)
	default:
		c.flow[top] = true
		c.bracketedText()
	}
}

// bracketedText takes an unquoted text within brackets, up to the line's end;
// it may go on in the next. Tags, anchors and aliases are not part of one.
func (c *counter) bracketedText() {
	b := c.text[c.i]
	c.plain = c.plain || b != '!' && b != '&' && b != '*'
	for ; c.i < len(c.text) && !c.ends(c.i); c.i++ {
		switch b := c.text[c.i]; b {
		case ',', '[', ']', '{', '}':
			return
		case ':':
			if n := c.at(c.i + 1); c.ends(c.i+1) || bytes.IndexByte([]byte(",[]{}"), n) >= 0 {
				return
			}
		}
	}
}
