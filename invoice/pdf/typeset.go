package pdf

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// setting is how a text is set.
type setting struct {
	face   *text.Face
	size   int
	colour Colour
}

// leading is the height of a line.
func (s setting) leading() int { return s.size * 130 / 100 }

// baseline is how far below a line's top its letters stand.
func (s setting) baseline() int { return s.size * 104 / 100 }

func (s setting) sized(percent int) setting {
	s.size = s.size * percent / 100
	return s
}

// piece is one line of set text.
type piece struct {
	text.Line
	set     *setting
	english bool
	beside  int // so far right of the line before, on the same height; 0: below it
}

// lines are set texts, one under the other.
type lines []piece

// height of all lines.
func (l lines) height() int {
	h := 0
	for i := range l {
		h += l[i].height()
	}
	return h
}

// height that a line adds.
func (l *piece) height() int {
	if l.beside > 0 {
		return 0
	}
	return l.set.leading()
}

// english reports whether all lines are English.
func (l lines) english() bool {
	for i := range l {
		if !l[i].english {
			return false
		}
	}
	return len(l) > 0
}

// set appends both languages of t, Chinese before English, broken to width.
func (p *painter) set(l lines, t invoice.Text, s *setting, width int) lines {
	if t.Zh != "" && t.Zh != t.En {
		l = p.setOne(l, t.Zh, s, width)
	}
	if t.En != "" {
		l = p.setOne(l, t.En, s, width)
	}
	return l
}

// pairGap is between two languages side by side.
const pairGap = 6 * pt

// pair appends both languages of t side by side if they fit, for a text that
// stands at the left; else like set.
func (p *painter) pair(l lines, t invoice.Text, s *setting, width int) lines {
	from := len(l)
	l = p.set(l, t, s, width)
	if len(l) == from+2 && t.Zh != "" && t.En != "" && l[from].Width+pairGap+l[from+1].Width <= width {
		l[from+1].beside = l[from].Width + pairGap
	}
	return l
}

// setOne appends a text as it is.
func (p *painter) setOne(l lines, s string, how *setting, width int) lines {
	s = strings.TrimRight(s, "\n")
	english := p.chinese && isEnglish(s)
	for _, line := range text.Break(s, how.face, how.size, width) {
		l = append(l, piece{Line: line, set: how, english: english})
	}
	return l
}

// isEnglish reports whether s has Latin letters and no Chinese characters: the
// text is to be marked as English in a Chinese document.
func isEnglish(s string) bool {
	latin := false
	for i := range len(s) {
		c := s[i] | 0x20
		latin = latin || c >= 'a' && c <= 'z'
	}
	return latin && !invoice.HasHan(s)
}

// draw draws lines from the top y down, as contents of the element begun last,
// whose language is English if english; it gives the y below them.
func (p *painter) draw(l lines, x, y, width int, align templates.Align, english bool) int {
	span := false
	for i := range l {
		at := x
		switch align {
		case templates.Centre:
			at += (width - l[i].Width) / 2
		case templates.Right:
			at += width - l[i].Width
		}
		if l[i].beside > 0 {
			at = x + l[i].beside
			y -= l[i-1].set.leading()
		}
		if other := l[i].english != english; other != span {
			if other {
				p.w.Begin(Element{Tag: "Span", Lang: p.langOf(l[i].english)})
			} else {
				p.w.End()
			}
			span = other
		}
		p.w.Text(at, y+l[i].set.baseline(), l[i].Text, l[i].set.face, l[i].set.size, l[i].set.colour)
		y += l[i].set.leading()
	}
	if span {
		p.w.End()
	}
	return y
}

// element draws lines as an element of their own.
func (p *painter) element(tag string, l lines, x, y, width int, align templates.Align) int {
	if len(l) == 0 {
		return y
	}
	english := l.english()
	p.w.Begin(Element{Tag: tag, Lang: p.langIf(english)})
	y = p.draw(l, x, y, width, align, english)
	p.w.End()
	return y
}

func (p *painter) langOf(english bool) string {
	if english {
		return "en"
	}
	return "zh-CN"
}

// langIf is the language of an element whose texts are all English, and none
// where the document's own language holds.
func (p *painter) langIf(english bool) string {
	if english && p.chinese {
		return "en"
	}
	return ""
}

// value sets the contents of a cell, all but its picture.
func (p *painter) value(c *templates.Cell, s *setting, width int) lines {
	if c.Bold {
		s = p.boldOf(s)
	}
	var l lines
	switch {
	case c.Figure != nil:
		return p.setOne(l, c.Figure.String(), s, width)
	case c.Date != "":
		return p.setOne(l, string(c.Date), s, width)
	}
	for _, t := range c.Lines {
		l = p.set(l, t, s, width)
	}
	return l
}

// pairs sets a value that stands at the left, its languages side by side where
// they fit, but for the first so many texts.
func (p *painter) pairs(c *templates.Cell, s *setting, width, stacked int) lines {
	if c.Figure != nil || c.Date != "" {
		return p.value(c, s, width)
	}
	if c.Bold {
		s = p.boldOf(s)
	}
	var l lines
	for i, t := range c.Lines {
		if i < stacked {
			l = p.set(l, t, s, width)
		} else {
			l = p.pair(l, t, s, width)
		}
	}
	return l
}

// valueLine is a value in one line, for a label before it.
func valueLine(c *templates.Cell) string {
	switch {
	case c.Figure != nil:
		return c.Figure.String()
	case c.Date != "":
		return string(c.Date)
	}
	s := ""
	for i, t := range c.Lines {
		if i > 0 {
			s += "; "
		}
		s += oneLine(t)
	}
	return s
}

// boldOf is s in bold.
func (p *painter) boldOf(s *setting) *setting {
	if s == &p.body {
		return &p.strong
	}
	b := *s
	b.face = p.fonts.Bold
	return &b
}
