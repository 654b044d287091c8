package evidence

import (
	"slices"
	"strings"

	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// A sheet cuts off what its cells have no room for. A rendering shows all: a text
// runs over empty cells, is set a little smaller, or breaks and its row grows.

const (
	cellPad    = 2000      // at the sides of a cell's text
	leastType  = 2500      // the smallest size that a text is shrunk to
	lineStep   = 125       // the height of a line, in percent of its size
	mostGrown  = 240_000   // how much a row grows at most
	mostSpread = 3_000_000 // how far a text may run beside its cell

	// In percent of a text's size in the sheet: how small it may be before it is
	// broken and its row grows, and before words are torn.
	legiblePart    = 70
	wholeWordsPart = 55
)

// inner is how wide a text in a place may be.
func (p place) inner() int { return max(p.width-2*cellPad, 1000) }

// breaks reports whether the sheet has a cell's text in several lines.
func breaks(c *sheet.Cell) bool {
	return c.Style != nil && c.Style.Wrap || strings.Contains(c.Text, "\n")
}

// roomOf is where the text of a cell may stand: one in a single line runs over
// the empty cells beside it.
func (r *rendering) roomOf(c *sheet.Cell, at place, row, column int) place {
	if _, merged := r.seen.Merged(row, column); merged || c.Kind != sheet.Text || breaks(c) {
		return at
	}
	across := ""
	if c.Style != nil {
		across = c.Style.Across
	}
	empty := func(k int) bool {
		n := r.cells[[2]int{row, k}]
		_, merged := r.seen.Merged(row, k)
		return (n == nil || n.Text == "") && !merged
	}
	if across != "right" {
		for k := column + 1; k <= r.area.Right && at.width < mostSpread && empty(k); k++ {
			at.width = r.right[k] - at.x
		}
	}
	if across == "right" || across == "center" {
		for k := column - 1; k >= r.area.Left && at.width < 2*mostSpread && empty(k); k-- {
			at.width, at.x = at.width+at.x-r.right[k-1], r.right[k-1]
		}
	}
	return at
}

// grow makes rows as high as their texts need.
func (r *rendering) grow() {
	more := make([]int, len(r.below))
	for i := range r.s.Rows {
		row := &r.s.Rows[i]
		for j := range row.Cells {
			c := &row.Cells[j]
			if c.Text == "" || !r.shows(row.Index, c.Column) {
				continue
			}
			own := r.wholeOf(row.Index, c.Column, r.area.Bottom)
			if own.Top == row.Index && own.Left == c.Column {
				more[own.Bottom] = max(more[own.Bottom], r.lacks(c, own, row.Height == 0))
			}
		}
	}
	r.below = slices.Clone(r.below)
	sum := 0
	for i := range r.below {
		sum += more[i]
		r.below[i] += sum
	}
}

// lacks is how much higher a cell must be for its text. Of a row that is as high
// as its texts the sheet says no height.
func (r *rendering) lacks(c *sheet.Cell, own sheet.Range, free bool) int {
	at := r.placeOf(own, r.area.Top)
	least, need := legiblePart, 0
	if free && own.Top == own.Bottom {
		need = sizeOf(c) * lineStep / 100
		if breaks(c) && own.Left == own.Right {
			least = 100
		}
	}
	room := r.roomOf(c, at, own.Top, own.Left)
	if _, ok := r.asInSheet(c, room, least); !ok && c.Kind == sheet.Text {
		room.height += mostGrown
		set := r.set(c, room)
		need = max(need, set.height())
	}
	return min(need-at.height, mostGrown)
}

// shows reports whether a cell stands in the area and is not hidden.
func (r *rendering) shows(row, column int) bool {
	return row >= r.area.Top && row <= r.area.Bottom && column >= r.area.Left && column <= r.area.Right && r.seen.Place(row, column)
}

// setting is how a text is set.
type setting struct {
	lines []text.Line
	size  int
}

func (s *setting) step() int   { return s.size * lineStep / 100 }
func (s *setting) height() int { return s.step() * len(s.lines) }

// breaking says where a text's lines may break.
type breaking int

const (
	atNewlines breaking = iota
	atWords
	anywhere
)

// set sets a cell's text in its room: as the sheet has it, if it is legible so; or
// else in lines of whole words; or else smaller, with words torn. A figure stands
// in one line.
func (r *rendering) set(c *sheet.Cell, room place) setting {
	if set, ok := r.asInSheet(c, room, legiblePart); ok {
		return set
	}
	if c.Kind != sheet.Text {
		set, _ := r.smaller(c, room, atNewlines, legiblePart, 0)
		return set
	}
	if set, ok := r.smaller(c, room, atWords, legiblePart, wholeWordsPart); ok {
		return set
	}
	set, _ := r.smaller(c, room, anywhere, legiblePart, 0)
	return set
}

// asInSheet sets a cell's text in one line or in several as the sheet has it, where
// it must be smaller, down to a part of its size in percent; false if that is not
// enough.
func (r *rendering) asInSheet(c *sheet.Cell, room place, least int) (setting, bool) {
	if c.Kind == sheet.Text && breaks(c) {
		return r.smaller(c, room, atWords, 100, least)
	}
	return r.smaller(c, room, atNewlines, 100, least)
}

// smaller sets a cell's text smaller until it stands in its room, from one part of
// its size, in percent, down to another, but not below the smallest type; false if
// it doesn't stand there even then.
func (r *rendering) smaller(c *sheet.Cell, room place, at breaking, most, least int) (setting, bool) {
	words, face, full := drawable(c.Text, r.fonts), r.faceOf(c), sizeOf(c)
	size := full * most / 100
	least = max(full*least/100, min(leastType, size))
	line, part := face.Extent(words, full)
	width := room.inner()
	if at == atNewlines {
		width = 1 << 40
	} else if wide := part * size / full; at == atWords && wide > width {
		if size = size * width / wide; size < least {
			return setting{}, false
		}
	}
	for ; size > least; size = size * 93 / 100 {
		if at != atNewlines && hopeless(line*size/full, size, room) {
			continue
		}
		if set := (setting{text.Break(words, face, size, width), size}); set.within(room) {
			return set, true
		}
	}
	set := setting{text.Break(words, face, size, width), size}
	return set, set.within(room)
}

// hopeless reports whether a text is far too long for a place, so that it needn't
// be broken to see it; at the ends of its lines blanks fall away.
func hopeless(line, size int, room place) bool {
	lines := line * 4 / 5 / room.inner()
	return lines*size*lineStep/100 > room.height*108/100
}

// within reports whether all lines stand in a place; they may be a little higher.
func (s *setting) within(room place) bool {
	for _, l := range s.lines {
		if l.Width > room.inner() {
			return false
		}
	}
	return len(s.lines) == 1 && s.size <= room.height*115/100 || s.height() <= room.height*108/100
}

// sizeOf is the size of a cell's text in the sheet.
func sizeOf(c *sheet.Cell) int {
	if c.Style != nil && c.Style.Font.Size > 0 {
		return c.Style.Font.Size
	}
	return 11000
}

func (r *rendering) faceOf(c *sheet.Cell) *text.Face {
	if c.Style != nil && c.Style.Font.Bold {
		return r.fonts.Bold
	}
	return r.fonts.Regular
}

// text draws a cell's text within room; own is the cell's place, which it is
// aligned to.
func (r *rendering) text(f *templates.Facsimile, c *sheet.Cell, room, own place) {
	style := sheet.Style{}
	if c.Style != nil {
		style = *c.Style
	}
	ink := templates.Colour{}
	if style.Font.Color.Set {
		ink = colour(style.Font.Color)
	}
	set := r.set(c, room)
	y := own.y + own.height - set.height()
	switch style.Along {
	case "top":
		y = own.y
	case "center", "distributed", "justify":
		y = own.y + (own.height-set.height())/2
	}
	for i, line := range set.lines {
		if line.Text == "" {
			continue
		}
		f.Texts = append(f.Texts, templates.Lettering{X: across(style.Across, c, room, own, line.Width), Y: y + i*set.step() + set.size, Size: set.size,
			Text: line.Text, Bold: style.Font.Bold, Colour: ink})
	}
}

// across is where a line begins.
func across(how string, c *sheet.Cell, room, own place, width int) int {
	if how == "" || how == "general" {
		switch c.Kind {
		case sheet.Number, sheet.Date:
			how = "right"
		case sheet.Boolean, sheet.Error:
			how = "center"
		}
	}
	switch how {
	case "right":
		return own.x + own.width - cellPad - width
	case "center", "centerContinuous", "distributed":
		return max(min(own.x+(own.width-width)/2, room.x+room.width-cellPad-width), room.x+cellPad)
	}
	return own.x + cellPad
}
