package pdf

import (
	"sync"
	"sync/atomic"

	"yipiao/invoice/text"
)

// Outlines are set on a grid, and drawn with the few cubic curves that TrueType's
// quadratic ones were made from: most of a file are outlines, and this halves
// them. The grid's lines are 1/40 mm apart where the regular weight is set in the
// body's size, and closer for the bold one, which is set larger: letters look the
// same on paper, and on a screen.
const (
	perEmRegular = 112
	perEmBold    = 160
)

// fine is how many parts a cell of the grid has while curves are fitted.
const fine = 64

// charstrings are a font's glyphs as Type 2 charstrings (Adobe Technical Note
// 5177), each made when it is first drawn and kept for the documents after: what
// a glyph's is depends on the font alone. They may be used by several goroutines.
type charstrings struct {
	font  *text.Font
	perEm int
	pages [256]atomic.Pointer[charstringPage] // by the glyph's first byte
}

type charstringPage [256]atomic.Pointer[[]byte]

// kept are the charstrings of every font used.
var kept sync.Map

func charstringsOf(f *text.Font) *charstrings {
	if c, ok := kept.Load(f); ok {
		return c.(*charstrings)
	}
	perEm := perEmRegular
	if f.Bold {
		perEm = perEmBold
	}
	c, _ := kept.LoadOrStore(f, &charstrings{font: f, perEm: perEm})
	return c.(*charstrings)
}

// of is the charstring of a glyph.
func (c *charstrings) of(glyph int) ([]byte, error) {
	page := c.pages[glyph>>8].Load()
	if page == nil {
		c.pages[glyph>>8].CompareAndSwap(nil, new(charstringPage))
		page = c.pages[glyph>>8].Load()
	}
	if made := page[glyph&0xFF].Load(); made != nil {
		return *made, nil
	}
	made, err := c.draw(glyph)
	if err != nil {
		return nil, err
	}
	page[glyph&0xFF].Store(&made) // who comes second stores the same
	return made, nil
}

// draw makes the charstring of a glyph: its width, unless it is that of most,
// and its closed lines.
func (c *charstrings) draw(glyph int) ([]byte, error) {
	o := outline{font: c.font}
	if err := o.read(glyph, 0); err != nil {
		return nil, err
	}
	units := c.font.Units()
	p := pen{}
	advance, _ := c.font.Metrics(glyph)
	if width := int(advance); width > furthest/c.perEm*units/fine {
		return nil, errOutline
	} else if width != units {
		p.fraction(width*c.perEm, units)
	}
	for i := range o.points {
		pt := &o.points[i]
		pt.x, pt.y = onGrid(pt.x*c.perEm*fine, units), onGrid(pt.y*c.perEm*fine, units)
		if abs(pt.x) > furthest || abs(pt.y) > furthest {
			return nil, errOutline
		}
	}
	from := 0
	for _, end := range o.ends {
		p.closed(o.points[from:end])
		from = end
	}
	return append(p.out, opEndChar), nil
}

// furthest from the origin a point may lie: what charstrings can say.
const furthest = 16_000 * fine

// onGrid is v ÷ by, rounded.
func onGrid(v, by int) int {
	v += by / 2
	if v < 0 {
		v -= by - 1 // division rounds to zero
	}
	return v / by
}

func abs(v int) int { return max(v, -v) }
