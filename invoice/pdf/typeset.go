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
func (s setting) leading() int { return s.size * 125 / 100 }

// baseline is how far below a line's top its letters stand.
func (s setting) baseline() int { return s.size * 100 / 100 }

// piece is one line of set text.
type piece struct {
	text.Line
	set     *setting
	english bool
	x       int  // from the left, for texts that stand there
	level   bool // on the same height as the line before
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
	if l.level {
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
		l[from+1].x, l[from+1].level = l[from].Width+pairGap, true
	}
	return l
}

// mostLabel is how much of a line a label may take with its value beside it, in
// percent.
const mostLabel = 50

// labelled appends a value with its label before it. A value of several lines
// hangs beside its label, or stands below one that leaves no room.
func (p *painter) labelled(l lines, label invoice.Text, c *templates.Cell, s *setting, width int) lines {
	before := colon(label)
	if before == "" {
		return p.pairs(l, c, s, width, 0)
	}
	how := &p.quiet
	lead := how.face.Width(before, how.size)
	one := p.setOne(nil, valueLine(c), s.weighing(c.Bold, p), max(width-lead, 0))
	if len(one) == 1 && lead+one[0].Width <= width {
		return append(append(l, p.leader(before, lead)), one[0].beside(lead))
	}
	if lead > width*mostLabel/100 {
		return p.pairs(p.setOne(l, before, how, width), c, s, width, 0)
	}
	return p.hanging(append(l, p.leader(before, lead)), lead, c, s, width)
}

// hanging appends a value behind the label that ends l, indented by lead.
func (p *painter) hanging(l lines, lead int, c *templates.Cell, s *setting, width int) lines {
	from := len(l)
	l = p.pairs(l, c, s, width-lead, 0)
	for i := range l[from:] {
		l[from+i].x += lead
	}
	if len(l) > from {
		l[from].level = true
	}
	return l
}

// leader is a label before its value: with the blank, so that it is read so.
func (p *painter) leader(label string, width int) piece {
	return piece{Line: text.Line{Text: label, Width: width}, set: &p.quiet, english: p.chinese && isEnglish(label)}
}

// beside is the piece on the height of the one before it.
func (l piece) beside(x int) piece {
	l.x, l.level = x, true
	return l
}

// colon is a label with the colon of its script behind it.
func colon(label invoice.Text) string {
	switch s := label.Joined(" "); {
	case s == "":
		return ""
	case label.En == "":
		return s + "："
	default:
		return s + ": "
	}
}

// follow moves the line that l[from:] is behind the line before it, which ends
// at end, if it fits there. It gives where l then ends, or width where nothing
// can follow.
func (l lines) follow(from, end, width int) int {
	last := len(l) - 1
	if last < from || l[from:].height() > l[from].set.leading() {
		return width
	}
	own := l[last].x + l[last].Width
	if from == 0 || end+flowGap+own > width {
		return own
	}
	for i := from; i <= last; i++ {
		l[i].x, l[i].level = l[i].x+end+flowGap, true
	}
	return end + flowGap + own
}

// gathered sets short texts one behind the other; none is broken that fits in a
// line.
func (p *painter) gathered(l lines, texts []string, between string, s *setting, width int) lines {
	line := ""
	for _, t := range texts {
		if more := line + between + t; line != "" && s.face.Width(more, s.size) <= width {
			line = more
			continue
		}
		if line != "" {
			l = p.setOne(l, line, s, width)
		}
		line = t
	}
	if line != "" {
		l = p.setOne(l, line, s, width)
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
	line, base := y, 0 // where the line begins, and its letters stand
	for i := range l {
		at := x + l[i].x
		switch align {
		case templates.Centre:
			at = x + (width-l[i].Width)/2
		case templates.Right:
			at = x + width - l[i].Width
		}
		if !l[i].level {
			line, base = y, l[i].set.baseline()
			y += l[i].set.leading()
		}
		if other := l[i].english != english; other != span {
			if other {
				p.w.Begin(Element{Tag: "Span", Lang: p.langOf(l[i].english)})
			} else {
				p.w.End()
			}
			span = other
		}
		p.w.Text(at, line+base, l[i].Text, l[i].set.face, l[i].set.size, l[i].set.colour)
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
	s = s.weighing(c.Bold, p)
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
func (p *painter) pairs(l lines, c *templates.Cell, s *setting, width, stacked int) lines {
	if c.Figure != nil || c.Date != "" {
		return append(l, p.value(c, s, width)...)
	}
	s = s.weighing(c.Bold, p)
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
		s += t.Joined(" ")
	}
	return s
}

// weighing is s, in bold if wanted.
func (s *setting) weighing(bold bool, p *painter) *setting {
	switch {
	case !bold:
		return s
	case s == &p.body:
		return &p.strong
	}
	b := *s
	b.face = p.fonts.Bold
	return &b
}
