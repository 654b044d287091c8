package pdf

import (
	"yipiao/invoice"
	"yipiao/templates"
)

// Shares of a table's width, in percent.
const (
	leastDescription = 18
	goodDescription  = 38 // before the others' wishes are filled, if it has so much to say
	fairDescription  = 31 // if all figures keep their units beside them
	mostOther        = 22 // of one column beside the description, unless it can't be broken
)

const (
	pictureSide = 54 * pt
	markLimit   = 105 * pt
)

// sampled is how many rows tell the width of the columns that break freely.
const sampled = 200

// extent is what a column wants: need without breaking a word, whole without
// breaking a figure's unit from it, wish without breaking a line.
type extent struct{ need, whole, wish int }

// columnWidths are the columns' widths, which sum to width. Columns of figures
// and codes get what they want; the description takes the rest. Where there is
// no room for all figures, the table is set smaller: a figure is never broken.
func (p *painter) columnWidths(t *templates.Table, width int) []int {
	for {
		wants, flexible := p.wants(t)
		widths, need, room := share(wants, flexible, width)
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
func (p *painter) wants(t *templates.Table) ([]extent, int) {
	wants := make([]extent, len(t.Columns))
	flexible := -1
	for i, c := range t.Columns {
		wants[i] = p.headExtent(c.Head)
		switch c.Name {
		case "description":
			flexible = i
		case "picture":
			wants[i] = extent{pictureSide, pictureSide, max(wants[i].wish, pictureSide)}
		case "marks":
			if t.Marks != nil {
				marks := p.wider(wants[i], t.Marks, false)
				wants[i].need = max(wants[i].need, min(marks.wish, markLimit)) // broken marks aren't what is on the cartons
				wants[i].wish = max(min(marks.wish, markLimit), wants[i].need)
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

func widest(wants []extent) int {
	at := 0
	for i := range wants {
		if wants[i].wish > wants[at].wish {
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
func (p *painter) headExtent(h invoice.Text) extent {
	var e extent
	set := &p.head
	for _, s := range [...]string{h.Zh, h.En} {
		line, _ := set.face.Extent(s, set.size)
		need := halved(s, set)
		if line <= headLeast {
			need = line
		}
		e.need = max(e.need, need+2*padX)
		e.wish = max(e.wish, min(line, headWish)+2*padX)
	}
	e.wish = max(e.need, e.wish)
	return e
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
func (p *painter) wider(e extent, c *templates.Cell, bold bool) extent {
	face := p.fonts.Regular
	if bold || c.Bold {
		face = p.fonts.Bold
	}
	grow := func(s string) {
		line, part := face.Extent(s, p.body.size)
		e.need, e.wish = max(e.need, part+2*padX), max(e.wish, line+2*padX)
		if c.Figure != nil {
			part = line
		}
		e.whole = max(e.whole, part+2*padX)
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

// share gives each column its wish, the flexible one the rest; where the rest
// is too little, the wishes shrink towards the needs, and last the needs. It
// also gives what the others need, and the room that they have.
func share(wants []extent, flexible, width int) (widths []int, need, room int) {
	whole, wish := 0, 0
	for i := range wants {
		if i == flexible {
			continue
		}
		w := &wants[i]
		w.wish = max(w.need, min(w.wish, width*mostOther/100))
		w.whole = min(max(w.whole, w.need), w.wish)
		need, whole, wish = need+w.need, whole+w.whole, wish+w.wish
	}
	if whole <= width-width*fairDescription/100 {
		need = whole
		for i := range wants {
			wants[i].need = wants[i].whole
		}
	}
	good := max(width*leastDescription/100, min(wants[flexible].wish, width*goodDescription/100))
	room = max(width-good, min(need, width-width*leastDescription/100))
	widths = make([]int, len(wants))
	used := 0
	for i, w := range wants {
		switch {
		case i == flexible:
			continue
		case wish <= room:
			widths[i] = w.wish
		case need <= room:
			widths[i] = w.need + (w.wish-w.need)*(room-need)/max(wish-need, 1)
		default:
			widths[i] = w.need * room / max(need, 1)
		}
		used += widths[i]
	}
	widths[flexible] = width - used
	return widths, need, room
}
