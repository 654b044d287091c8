package pdf

import (
	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

const (
	pictureSide = 54 * pt
	markLimit   = 105 * pt
)

// sampled is how many rows tell the width of the columns that break freely.
const sampled = 200

// columnWidths are the columns' widths, which sum to width. Columns of figures
// and codes get what they want; the description takes the rest. Where there is
// no room for all figures, the table is set smaller: a figure is never broken.
func (p *painter) columnWidths(t *templates.Table, width int) []int {
	for {
		wants, flexible := p.wants(t)
		widths, need, room := text.Share(wants, flexible, width)
		percent := max(room*100/max(need, 1), 70)
		if need <= room || p.body.size <= smallest {
			return widths
		}
		p.settings = p.settings.scaled(min(percent, 96))
	}
}

// smallest is the least size that a table is set in.
const smallest = 4 * pt

// wants is what each column wants, and which takes the rest.
func (p *painter) wants(t *templates.Table) ([]text.Want, int) {
	wants := make([]text.Want, len(t.Columns))
	flexible := -1
	for i, c := range t.Columns {
		wants[i] = p.headExtent(c.Head)
		switch c.Name {
		case "description":
			flexible = i
		case "picture":
			wants[i] = text.Want{Need: pictureSide, Whole: pictureSide, Wish: max(wants[i].Wish, pictureSide)}
		case "marks":
			if t.Marks != nil {
				marks := p.wider(wants[i], t.Marks, false)
				wants[i].Need = max(wants[i].Need, min(marks.Wish, markLimit)) // broken marks aren't what is on the cartons
				wants[i].Wish = max(min(marks.Wish, markLimit), wants[i].Need)
			}
		}
	}
	for n := range t.Rows {
		at := 0
		for j := range t.Rows[n].Cells {
			c := &t.Rows[n].Cells[j]
			span := max(c.Span, 1)
			if span == 1 && (at != flexible || n < sampled) {
				wants[at] = p.wider(wants[at], c, t.Rows[n].Kind == templates.Total)
			}
			at += span
		}
	}
	if flexible < 0 {
		flexible = widest(wants)
	}
	return wants, flexible
}

func widest(wants []text.Want) int {
	at := 0
	for i := range wants {
		if wants[i].Wish > wants[at].Wish {
			at = i
		}
	}
	return at
}

// headWish bounds the width that a head asks for to stand in one line.
const (
	headWish  = 72 * pt
	headLeast = 46 * pt // a head as short as this isn't broken
)

// headExtent is what a column's head wants: each language in one line, and at
// least in two.
func (p *painter) headExtent(h invoice.Text) text.Want {
	var e text.Want
	set := &p.head
	for _, s := range [...]string{h.Zh, h.En} {
		line, _ := set.face.Extent(s, set.size)
		need := halved(s, set)
		if p.f.Original != nil { // it may have more to say than a form's
			need = min(need, folded(s, set))
		}
		if line <= headLeast {
			need = line
		}
		e.Need = max(e.Need, need+2*padX)
		e.Wish = max(e.Wish, min(line, headWish)+2*padX)
	}
	e.Wish = max(e.Need, e.Wish)
	return e
}

// mostFolded is in how many lines a head of a translation stands at most.
const mostFolded = 4

// folded is about the least width in which s stands in that many lines without
// breaking a word.
func folded(s string, set *setting) int {
	line, part := set.face.Extent(s, set.size)
	width := max(part, line/mostFolded)
	for width < line && len(text.Break(s, set.face, set.size, width)) > mostFolded {
		width += pt
	}
	return width
}

// halved is the least width in which s stands in two lines.
func halved(s string, set *setting) int {
	least := set.face.Width(s, set.size)
	for i, r := range s {
		if r == ' ' {
			least = min(least, max(set.face.Width(s[:i], set.size), set.face.Width(s[i+1:], set.size)))
		}
	}
	return least
}

// wider is e grown to what a cell wants.
func (p *painter) wider(e text.Want, c *templates.Cell, bold bool) text.Want {
	face := p.fonts.Regular
	if bold || c.Bold {
		face = p.fonts.Bold
	}
	grow := func(s string) {
		line, part := face.Extent(s, p.body.size)
		e.Need, e.Wish = max(e.Need, part+2*padX), max(e.Wish, line+2*padX)
		if c.Figure != nil {
			part = line
		}
		e.Whole = max(e.Whole, part+2*padX)
	}
	switch {
	case c.Figure != nil:
		grow(c.Figure.String())
	case c.Date != "":
		grow(string(c.Date))
	}
	for _, t := range c.Lines {
		grow(t.Zh)
		grow(t.En)
	}
	return e
}
