package pdf

import (
	"yipiao/invoice"
	"yipiao/templates"
)

// Shares of a table's width, in percent.
const (
	leastDescription = 21
	goodDescription  = 44 // before the others' wishes are filled, if it has so much to say
	mostOther        = 22 // of one column beside the description, unless it can't be broken
)

const (
	pictureSide = 54 * pt
	markLimit   = 110 * pt
)

// sampled is how many rows tell the width of the columns that break freely.
const sampled = 200

// extent is what a column wants: need without breaking a word, wish without
// breaking a line.
type extent struct{ need, wish int }

// columnWidths are the columns' widths, which sum to width. Columns of figures
// and codes get what they want; the description takes the rest.
func (p *painter) columnWidths(t *templates.Table, width int) []int {
	wants := make([]extent, len(t.Columns))
	flexible := -1
	for i, c := range t.Columns {
		wants[i] = p.headExtent(c.Head)
		switch c.Name {
		case "description":
			flexible = i
		case "picture":
			wants[i] = extent{pictureSide, max(wants[i].wish, pictureSide)}
		case "marks":
			if t.Marks != nil {
				wants[i] = p.wider(wants[i], t.Marks, false)
				wants[i].wish = max(min(wants[i].wish, markLimit), wants[i].need)
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
	return share(wants, flexible, width)
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
const headWish = 72 * pt

// headExtent is what a column's head wants: its English may break between
// words, its few Chinese characters not.
func (p *painter) headExtent(h invoice.Text) extent {
	var e extent
	size := p.headSetting().size
	zh, _ := p.fonts.Bold.Extent(h.Zh, size)
	line, part := p.fonts.Bold.Extent(h.En, size)
	e.need = max(min(zh, headWish), part) + 2*padX
	e.wish = max(e.need, min(line, headWish)+2*padX)
	return e
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
// is too little, the wishes shrink towards the needs, and last the needs.
func share(wants []extent, flexible, width int) []int {
	need, wish := 0, 0
	for i := range wants {
		if i == flexible {
			continue
		}
		w := &wants[i]
		w.wish = max(w.need, min(w.wish, width*mostOther/100))
		need, wish = need+w.need, wish+w.wish
	}
	good := max(width*leastDescription/100, min(wants[flexible].wish, width*goodDescription/100))
	room := max(width-good, min(need, width-width*leastDescription/100))
	widths := make([]int, len(wants))
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
	return widths
}

// headSetting is how table heads are set.
func (p *painter) headSetting() *setting {
	return &setting{p.fonts.Bold, p.f.Style.Size * 92 / 100, Colour(p.f.Style.OnShade)}
}
