package page

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/klippa-app/go-pdfium/requests"

	"yipiao/invoice/read/grid"
)

// Page is what was read of a page.
type Page struct {
	Grid          *grid.Grid
	Lines         *grid.Grid // the same, line by line: texts of one ruled box are not put together
	Width, Height int        // in thousandths of a point, as the page is shown
	Source        Source
	Flow          string // the same characters as they were drawn, one after the other, without blanks
	Cut           []Cut  // texts of which a part can't be seen
	Unknown       int    // characters that no program could read, as their font doesn't tell them
	Unsure        []Cut  // texts that were read from a picture, and hardly

	// place is where a box of the grid stands on the page; nil: there.
	place func(box) box
}

// Source is where a page's text comes from.
type Source uint8

// The sources of text.
const (
	Written Source = iota // the page's own text
	Layer                 // the invisible text that some program read from a scan
	Picture               // none: the page is a picture, and its Grid is empty
)

// Cut is a text that can't be relied on, as it runs out of its place or of the
// page.
type Cut struct {
	Text  string // all of it
	Where string
}

// Read reads the texts of all pages.
func (f *File) Read(ctx context.Context) ([]*Page, error) {
	var pages []*Page
	err := f.within(ctx, func(ctx context.Context) error {
		done := func() error { return context.Cause(ctx) }
		for i := range f.pages {
			p, err := f.read(i, done)
			if err != nil {
				return fmt.Errorf("page %d: %w", i+1, f.judge(err))
			}
			pages = append(pages, p)
		}
		return nil
	})
	return pages, err
}

func (f *File) read(i int, done func() error) (*Page, error) {
	p := f.page(i)
	if err := f.flatten(p); err != nil {
		return nil, err
	}
	m, whole, err := f.shown(p)
	if err != nil {
		return nil, err
	}
	d, err := f.objects(p, m, done)
	if err != nil {
		return nil, err
	}
	t, err := f.texts(p, m, whole, done)
	if err != nil {
		return nil, err
	}
	page := &Page{Width: whole.width(), Height: whole.height(), Unknown: t.unknown}
	page.Source = t.choose(d, whole)
	page.Flow = t.flow()
	page.lay(fmt.Sprintf("p%d", i+1), t, d)
	return page, nil
}

// flatten makes what is written into a form's fields, or upon the page, a part
// of the page.
func (f *File) flatten(p requests.Page) error {
	count, err := f.instance.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: p})
	if err != nil || count.Count == 0 {
		return err
	}
	_, err = f.instance.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: p, Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	if halted(err) {
		return err
	}
	return nil // a page that can't be flattened is read as it is
}

// choose keeps the glyphs that are to be read, and tells what they are: those
// that are seen, or those behind a scan.
func (t *text) choose(d *drawn, whole box) Source {
	const few = 60 // what a scanner's program stamps on a page
	seen, hidden, pictured := 0, 0, 0
	for i := range t.glyphs {
		switch g := &t.glyphs[i]; {
		case g.blank():
		case t.strings[g.string].hidden:
			hidden++
		default:
			seen++
		}
	}
	for _, b := range d.images {
		if b = b.meet(whole); b.width() > 0 && b.height() > 0 {
			pictured += b.width() / 1000 * (b.height() / 1000)
		}
	}
	scan := seen < few && 2*pictured > whole.width()/1000*(whole.height()/1000)
	source := Written
	switch {
	case scan && hidden > seen:
		source = Layer
	case scan, 3*t.unknown > seen+hidden:
		source = Picture
	}
	t.glyphs = slices.DeleteFunc(t.glyphs, func(g glyph) bool {
		return source == Picture || t.strings[g.string].hidden != (source == Layer)
	})
	return source
}

// flow are the characters as they were drawn.
func (t *text) flow() string {
	var s strings.Builder
	for i := range t.glyphs {
		if g := &t.glyphs[i]; !g.blank() {
			s.WriteString(g.text)
		}
	}
	return s.String()
}

// lay makes the page's grid. Lines that run in another direction than most
// have rows of their own.
func (p *Page) lay(name string, t *text, d *drawn) {
	main := t.frameOf()
	parting := p.layWords(name, main, t.words(main, t.along(int(main))), d)
	for _, angle := range t.angles(int(main)) {
		f := frame(angle)
		if angle%90 != 0 {
			f = main
		}
		for _, l := range lines(t.words(f, t.along(angle))) {
			for _, c := range l.cells(&seams{gap: parting.gap}) {
				p.row(main, f, []*cell{c})
			}
		}
	}
	p.sort()
}

// layWords makes the page's grid of the words that run as a frame sees them.
func (p *Page) layWords(name string, f frame, words []word, d *drawn) *seams {
	p.Grid = &grid.Grid{Name: name, Loose: true}
	parting := seamsOf(f, d, words)
	written := lines(words)
	var rows [][]*cell
	for i := range written {
		rows = append(rows, written[i].cells(parting))
	}
	p.Lines = &grid.Grid{Name: name, Loose: true}
	for _, r := range rows {
		if len(r) > 0 {
			p.Lines.Rows = append(p.Lines.Rows, p.rowOf(f, f, r))
		}
	}
	tables, rows := parting.ruled(parting.alleys(written, rows))
	for _, r := range rows {
		p.row(f, f, r)
	}
	for _, b := range tables {
		p.band(b)
	}
	p.sort()
	return parting
}

// sort puts the rows from above to below.
func (p *Page) sort() {
	slices.SortStableFunc(p.Grid.Rows, func(a, b grid.Row) int {
		return cmp.Or(cmp.Compare(a.Top, b.Top), cmp.Compare(a.Cells[0].Left, b.Cells[0].Left))
	})
}

// band adds a row of a ruled table.
func (p *Page) band(b band) {
	var cells []*cell
	for _, x := range b.boxes {
		cells = append(cells, x.joined())
	}
	p.row(0, 0, cells)
	row := &p.Grid.Rows[len(p.Grid.Rows)-1]
	row.Top, row.Bottom = b.top, b.bottom
	for i, c := range cells {
		row.Cells[i].Left, row.Cells[i].Right, row.Cells[i].Down = c.left, c.right, c.down
	}
}

// row adds cells that f sees to the page as main sees it.
func (p *Page) row(main, f frame, cells []*cell) {
	if len(cells) == 0 {
		return
	}
	row := p.rowOf(main, f, cells)
	for i, c := range cells {
		if c.cut {
			p.Cut = append(p.Cut, Cut{Text: c.text, Where: row.Cells[i].Where})
		}
		if c.unsure() {
			p.Unsure = append(p.Unsure, Cut{Text: c.text, Where: row.Cells[i].Where})
		}
	}
	p.Grid.Rows = append(p.Grid.Rows, row)
}

// rowOf is the row of cells that f sees, as main sees it.
func (p *Page) rowOf(main, f frame, cells []*cell) grid.Row {
	var row grid.Row
	for i, c := range cells {
		shown := f.out(c.box)
		b := main.in(shown)
		if p.place != nil {
			shown = p.place(shown)
		}
		row.Cells = append(row.Cells, grid.Cell{Text: c.text, Left: b.left, Right: b.right, Down: 1, Bold: c.bold(), Where: where(p.Grid.Name, shown)})
		if i == 0 {
			row.Top, row.Bottom = b.top, b.bottom
		}
		row.Top, row.Bottom = min(row.Top, b.top), max(row.Bottom, b.bottom)
	}
	return row
}

// where is where a box stands, in points.
func where(page string, b box) string {
	return fmt.Sprintf("%s:%s,%s,%s,%s", page, points(b.left), points(b.top), points(b.width()), points(b.height()))
}

// points writes thousandths of a point with at most one decimal.
func points(milli int) string {
	tenths := (abs(milli) + 50) / 100
	sign := ""
	if milli < 0 && tenths > 0 {
		sign = "-"
	}
	s := sign + strconv.Itoa(tenths/10)
	if d := tenths % 10; d > 0 {
		s += "." + strconv.Itoa(d)
	}
	return s
}
