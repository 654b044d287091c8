package text

import (
	"strings"
	"unicode/utf8"
)

// Line is one line of a broken text, without the blanks at its end.
type Line struct {
	Text  string
	Width int // in thousandths of a point
}

// Break breaks a text into lines no wider than width, for a size in
// thousandths of a point. Newlines are kept. Between Chinese characters a line
// may end anywhere, but no closing sign begins a line and no opening one ends
// it (GB/T 15834, JIS X 4051); a Latin word, and a figure with its unit, are
// broken only where they are longer than a line, then after a hyphen or slash
// if there is one.
func Break(text string, face *Face, size, width int) []Line {
	lines := make([]Line, 0, 1+len(text)/32)
	b := breaker{face: face, size: size, limit: max(width, 0) * 1000 / max(size, 1)}
	for {
		paragraph, rest, more := strings.Cut(text, "\n")
		lines = b.paragraph(strings.TrimSuffix(paragraph, "\r"), lines)
		if !more {
			return lines
		}
		text = rest
	}
}

// Extent is the width of a text's longest line if nothing but its newlines
// breaks it, and of the longest part that shouldn't be broken: what a column
// would like to have, and what it needs.
func (f *Face) Extent(text string, size int) (line, part int) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		var x, at, ink, start int // start: of the part; ink: after the last character that isn't blank
		previous := rune(0)
		f.Runs(paragraph, func(run Run) {
			font := f.Fonts[run.Font]
			for _, r := range run.Text {
				blank := isBlank(r)
				if !blank && previous != 0 && allows(previous, r, paragraph, at) == good {
					part, start = max(part, ink-start), x
				}
				x += font.width(drawn(r))
				if !blank {
					ink = x
				}
				at, previous = at+utf8.RuneLen(r), r
			}
		})
		line, part = max(line, ink), max(part, ink-start)
	}
	return Scale(line, size), Scale(part, size)
}

// quality is how good a place is to break a line at.
type quality int

const (
	never quality = iota
	torn          // within a word
	weak          // after a dot within a name of the net
	poor          // within a code or URL, or between figure and unit
	good
)

// place is where a line may end and the next begin: end leaves out blanks.
type place struct {
	end, next   int // in the paragraph
	upTo, start int // widths from the paragraph's beginning, in thousandths of an em
}

// breaker holds what one call of Break needs.
type breaker struct {
	face        *Face
	size, limit int // limit in thousandths of an em

	text   string
	lines  []Line
	begin  int // of the line in the paragraph
	before int // width of the paragraph before the line
	places [good + 1]place
	ink    struct{ end, upTo int } // after the last character that isn't blank
}

// paragraph appends the lines of one paragraph.
func (b *breaker) paragraph(p string, lines []Line) []Line {
	b.text, b.lines, b.begin, b.before = p, lines, 0, 0
	b.places, b.ink.end, b.ink.upTo = [good + 1]place{}, 0, 0
	x, at, previous := 0, 0, rune(0)
	b.face.Runs(p, func(run Run) {
		font := b.face.Fonts[run.Font]
		for end := at + len(run.Text); at < end; {
			r, n := rune(p[at]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRuneInString(p[at:])
			}
			w := font.width(drawn(r))
			if isBlank(r) {
				x, at, previous = x+w, at+n, r
				continue
			}
			if q := allows(previous, r, p, at); q != never {
				b.places[q] = place{b.ink.end, at, b.ink.upTo, x}
			}
			for x+w-b.before > b.limit && b.breakBefore(at, x) {
			}
			x, at, previous = x+w, at+n, r
			b.ink.end, b.ink.upTo = at, x
		}
	})
	return append(b.lines, b.line(place{end: b.ink.end, upTo: b.ink.upTo}))
}

// breakBefore ends the line at its best place, or before the character at
// offset at, where x is, if it has none. False if nothing stands in the line.
func (b *breaker) breakBefore(at, x int) bool {
	if b.ink.end <= b.begin {
		return false
	}
	p := place{b.ink.end, at, b.ink.upTo, x}
	for q := good; q > never; q-- {
		if b.places[q].end > b.begin {
			p = b.places[q]
			break
		}
	}
	b.lines = append(b.lines, b.line(p))
	b.begin, b.before = p.next, p.start
	return true
}

func (b *breaker) line(p place) Line {
	if p.end <= b.begin {
		return Line{}
	}
	return Line{b.text[b.begin:p.end], Scale(p.upTo-b.before, b.size)}
}
