package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"yipiao/templates"
)

// fontName is a font of both scripts that Windows and Office for Mac have;
// elsewhere another stands in.
const fontName = "Microsoft YaHei"

// look is how a cell looks. The zero look is an empty cell outside of
// everything.
type look struct {
	size                     int // of the letters
	bold                     bool
	colour                   templates.Colour
	fill                     templates.Colour
	filled                   bool
	align                    templates.Align
	vertical                 vertical
	left, right, top, bottom border
	number                   string // format
	quoted                   bool   // text that begins as formulas do: it stays text when somebody edits the cell
}

type vertical uint8

const (
	atTop vertical = iota
	atCentre
	atBottom
)

// border is one side of a cell.
type border struct {
	weight uint8 // as in a workbook: 0 none, 1 thin, 2 medium
	colour templates.Colour
}

var (
	ink   = templates.Colour{R: 0x1A, G: 0x1A, B: 0x1A}
	muted = templates.Colour{R: 0x5A, G: 0x60, B: 0x68}
	pale  = templates.Colour{R: 0xC4, G: 0xCA, B: 0xD2}
	dark  = templates.Colour{R: 0x30, G: 0x30, B: 0x30}
	group = templates.Colour{R: 0xF3, G: 0xF5, B: 0xF8}
)

// body is the look of plain text.
func (s *sheet) body() look { return look{size: s.size, colour: ink} }

func (s *sheet) strong() look {
	l := s.body()
	l.bold = true
	return l
}

// label is the look of the small words beside or above a value.
func (s *sheet) label() look { return look{size: s.size * 86 / 100, colour: muted} }

// frame is the rule around boxes and cells.
func (s *sheet) frame() border {
	if s.grid() {
		return border{1, dark}
	}
	return border{1, pale}
}

// framed is l with the ruled form's frame on all sides.
func (s *sheet) framed(l look) look {
	if s.grid() {
		l.left, l.right, l.top, l.bottom = s.frame(), s.frame(), s.frame(), s.frame()
	}
	return l
}

// within is the look of one of several merged cells: only the outer ones have
// a left and a right side.
func (l look) within(first, last bool) look {
	if !first {
		l.left = border{}
	}
	if !last {
		l.right = border{}
	}
	return l
}

func (l look) aligned(a templates.Align) look {
	l.align = a
	return l
}

func (l look) at(v vertical) look {
	l.vertical = v
	return l
}

func hex(c templates.Colour) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// style is the workbook's style for a look.
func (w *writer) style(l look) (int, error) {
	if id, ok := w.styles[l]; ok {
		return id, nil
	}
	id, err := w.book.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	if l.quoted {
		id = w.quoted(id)
	}
	w.styles[l] = id
	return id, nil
}

// quoted is a copy of a style for text that is no formula whatever it begins with, as an
// apostrophe before it tells (ECMA-376-1, 18.8.45, quotePrefix).
func (w *writer) quoted(id int) int {
	all, yes := w.book.Styles.CellXfs, true
	of := all.Xf[id]
	of.QuotePrefix = &yes
	all.Xf = append(all.Xf, of)
	all.Count = len(all.Xf)
	return all.Count - 1
}

func (l look) style() *excelize.Style {
	st := &excelize.Style{
		// Sizes are quarters of a point: what programs can show.
		Font:      &excelize.Font{Family: fontName, Size: float64(l.size/250) / 4, Bold: l.bold, Color: hex(l.colour)},
		Alignment: &excelize.Alignment{WrapText: true, Horizontal: [...]string{"left", "center", "right"}[l.align], Vertical: [...]string{"top", "center", "bottom"}[l.vertical]},
	}
	for _, side := range [...]struct {
		name string
		border
	}{{"left", l.left}, {"right", l.right}, {"top", l.top}, {"bottom", l.bottom}} {
		if side.weight > 0 {
			st.Border = append(st.Border, excelize.Border{Type: side.name, Style: int(side.weight), Color: hex(side.colour)})
		}
	}
	if l.filled {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(l.fill)}}
	}
	if l.number != "" {
		st.CustomNumFmt = &l.number
		st.Alignment.WrapText = false
		st.Alignment.ShrinkToFit = true // never ####
	}
	return st
}
