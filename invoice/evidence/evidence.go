// Package evidence makes the English translation of a supplier's document that
// customs, Amazon and auditors ask for: a PDF with the original's pages, what
// they say in English facing them, and the original file attached untouched; of
// a workbook also a copy with its texts in English.
package evidence

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"net/http"
	"slices"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/pdf"
	"yipiao/invoice/read"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/page"
	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
	"yipiao/templates"
	"yipiao/translate"
)

// Options are how evidence is made.
type Options struct {
	Pipeline *translate.Pipeline
	By       string // who translated: "Name, title"; empty for the machine alone
	Both     bool   // the copy of a workbook keeps the Chinese above the English
	All      bool   // what is hidden or not printed is copied too
	Paper    string // A4 or Letter; the template's where empty
	Fonts    text.Set
	Say      func(string) // told of what takes long; may be nil

	date invoice.Date // of the document, where it is known
}

// Evidence is what was made of a supplier's file.
type Evidence struct {
	PDF      []byte
	Workbook []byte // the English copy; nil unless the original is a workbook
	Readings []read.Reading
	// Numbers says how many numbers were compared, and how many are equal.
	Numbers string
	Unequal []string           // places whose numbers differ in English
	Guesses int                // texts that a machine guessed
	Texts   []translate.Result // each text that was translated, once, for review
	// Unprinted is what the attached original holds beside what is printed:
	// whoever gets the PDF can see it.
	Unprinted []string
}

// Make makes the evidence of a file. What can't be opened is a *RefusedError.
func Make(ctx context.Context, name string, data []byte, opt Options) (*Evidence, error) {
	if opt.Fonts.Regular == nil {
		opt.Fonts = text.Standard()
	}
	source, err := read.Open(ctx, name, data, read.Options{Say: opt.Say})
	if err != nil {
		return nil, err
	}
	defer source.Close()
	o, err := open(ctx, name, data, source, &opt)
	if err != nil {
		return nil, err
	}
	readings := source.Readings
	opt.date = dateOf(readings)
	t := &translation{texts: newTexts(), guesses: map[string]bool{}}
	if err := o.plan(t, data, &opt); err != nil {
		return nil, err
	}
	if err := t.translate(ctx, opt.Pipeline); err != nil {
		return nil, err
	}
	form, err := t.form(name, o.mime, data, o.parts, &opt)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, form, pdf.Options{Fonts: opt.Fonts}); err != nil {
		return nil, err
	}
	workbook, err := o.copy(data, t, &opt)
	if err != nil {
		return nil, err
	}
	return &Evidence{PDF: out.Bytes(), Workbook: workbook, Readings: readings, Numbers: t.numbersLine(), Unequal: t.unequal,
		Guesses: len(t.guesses), Texts: t.distinct(), Unprinted: o.unprinted(data)}, nil
}

// RefusedError says why a file can't be translated.
type RefusedError struct{ Reason string }

func (e *RefusedError) Error() string { return e.Reason }

// dateOf is the date of the document, for the file's properties: the same
// original gives the same bytes on any day.
func dateOf(readings []read.Reading) invoice.Date {
	for _, r := range readings {
		if r.Order != nil && r.Order.Date != "" {
			return r.Order.Date
		}
	}
	return "1970-01-01"
}

// original is a supplier's file taken apart.
type original struct {
	parts  []part
	mime   string
	book   *sheet.Book
	view   *bookView // of a workbook that is copied part by part
	format read.Format
}

// Bounds of what can be laid out as evidence.
const (
	mostCells = 40_000
	mostRunes = 20_000 // of one cell
)

// bounded refuses what nobody could read on paper.
func (o *original) bounded() error {
	cells := 0
	for _, p := range o.parts {
		for _, r := range p.grid.Rows {
			cells += len(r.Cells)
			for i := range r.Cells {
				if n := utf8.RuneCountInString(r.Cells[i].Text); n > mostRunes {
					return &RefusedError{fmt.Sprintf("%s has %d characters in one cell; at most %d can be translated", r.Cells[i].Where, n, mostRunes)}
				}
			}
		}
	}
	if cells > mostCells {
		return &RefusedError{fmt.Sprintf("it has %d cells; at most %d can be laid out as a translation (yipiao read takes more)", cells, mostCells)}
	}
	return nil
}

// mimes are the types of the files that can be translated.
var mimes = map[read.Format]string{
	read.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	read.XLS:  "application/vnd.ms-excel",
	read.CSV:  "text/csv",
	read.PDF:  "application/pdf",
	read.OFD:  "application/ofd",
	read.XML:  "application/xml",

	read.Picture: "application/octet-stream",
}

// open takes a file apart: how its pages look, and what they say. OFD, XML and
// CSV have no pages that could be shown.
func open(ctx context.Context, name string, data []byte, s *read.Source, opt *Options) (*original, error) {
	o := &original{mime: mimes[s.Format], format: s.Format}
	if s.Format == read.Picture {
		o.mime = http.DetectContentType(data)
	}
	var err error
	switch {
	case s.Book != nil && s.Format != read.CSV:
		o.workbook(s.Book)
	case s.PDF != nil:
		err = o.pages(ctx, s, name)
	case s.Image != nil:
		err = o.picture(s, name)
	case len(s.Readings) > 0 && isFapiao(&s.Readings[0]):
		o.parts = []part{{name: "Fapiao", grid: fapiaoGrid(s.Readings, s.Grids)}}
	default:
		for i, g := range s.Grids {
			upright(g)
			o.parts = append(o.parts, part{name: fmt.Sprintf("Page %d", i+1), grid: g})
		}
	}
	if err == nil {
		err = o.bounded()
	}
	if err == nil && len(o.parts) == 0 {
		err = &RefusedError{"there is nothing in it that is printed"}
		if len(s.Readings) > 0 && s.Readings[0].Refused != "" {
			err = &RefusedError{s.Readings[0].Refused}
		}
	}
	if err == nil {
		o.draw(name, opt.Fonts)
	}
	return o, err
}

// resolution is how pages of a PDF are drawn, in dots per inch.
const resolution = 200

// pages takes a PDF apart, page by page. An e-fapiao's translation follows all
// its pages.
func (o *original) pages(ctx context.Context, s *read.Source, name string) error {
	var leaves []templates.Facsimile
	for i, p := range s.Pages {
		picture, err := s.PDF.Picture(ctx, i, resolution)
		if err != nil {
			return err
		}
		caption := fmt.Sprintf("Picture of page %d of %d of the original, %s, which is attached", i+1, len(s.Pages), name)
		placed := templates.Placed{Width: p.Width, Height: p.Height, Picture: &templates.Picture{Path: caption}}
		if err := put(placed.Picture, picture, p.Source == page.Written); err != nil {
			return err
		}
		leaves = append(leaves, templates.Facsimile{Width: p.Width, Height: p.Height, Caption: invoice.Text{En: caption}, Alt: invoice.Text{En: caption},
			Pictures: []templates.Placed{placed}})
	}
	if len(s.Readings) > 0 && isFapiao(&s.Readings[0]) {
		o.parts = []part{{name: "Fapiao", leaves: leaves, grid: fapiaoGrid(s.Readings, s.Grids)}}
		return nil
	}
	for i, p := range s.Pages {
		o.parts = append(o.parts, part{name: fmt.Sprintf("Page %d", i+1), leaves: leaves[i : i+1], grid: p.Grid, scanned: p.Source != page.Written})
	}
	return nil
}

// picture takes a picture of a page for that page.
func (o *original) picture(s *read.Source, name string) error {
	p := s.Pages[0]
	caption := fmt.Sprintf("The original, %s, which is attached", name)
	placed := templates.Placed{Width: p.Width, Height: p.Height, Picture: &templates.Picture{Path: caption}}
	leaf := templates.Facsimile{Width: p.Width, Height: p.Height, Caption: invoice.Text{En: caption}, Alt: invoice.Text{En: caption}}
	err := put(placed.Picture, s.Image, false)
	leaf.Pictures = []templates.Placed{placed}
	o.parts = []part{{name: "Page 1", leaves: []templates.Facsimile{leaf}, grid: p.Grid, scanned: true}}
	return err
}

// put puts a page's picture into the form: exactly, or that of a photographed
// page as a photograph, which takes less room.
func put(p *templates.Picture, drawn image.Image, exactly bool) error {
	if exactly {
		p.Image = drawn
		return nil
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, drawn, &jpeg.Options{Quality: 85})
	p.Data = b.Bytes()
	return err
}

// workbook takes a workbook apart, sheet by sheet.
func (o *original) workbook(book *sheet.Book) {
	o.book = book
	if o.format == read.XLSX {
		o.view = newBookView(book)
	}
	for _, s := range book.Sheets {
		g := s.Grid()
		if g == nil || len(g.Rows) == 0 {
			continue
		}
		o.parts = append(o.parts, part{name: s.Name, sheet: s, grid: withRunning(g, &s.Page)})
	}
}

// draw renders the sheets of a workbook, once it is known that they can be.
func (o *original) draw(name string, fonts text.Set) {
	for i := range o.parts {
		p := &o.parts[i]
		if p.sheet == nil {
			continue
		}
		p.leaves = renderings(o.book, p.sheet, fonts)
		for j := range p.leaves {
			p.leaves[j].Caption.En = fmt.Sprintf("Rendering of %s, sheet %s, %d of %d: not the original, which is attached", name, p.name, j+1, len(p.leaves))
		}
	}
}

// withRunning is a sheet with what its pages say at their heads and feet.
func withRunning(g *grid.Grid, p *sheet.Page) *grid.Grid {
	all := *g
	all.Rows = slices.Clone(g.Rows)
	row := func(text string, top int) grid.Row {
		cell := grid.Cell{Text: text, Left: 1000, Right: 2000, Down: 1, Where: g.Name}
		return grid.Row{Top: top, Bottom: top + 1000, Cells: []grid.Cell{cell}}
	}
	seen := map[string]bool{"": true}
	for _, h := range []string{p.Header, p.FirstHeader, p.EvenHeader} {
		if text := headerTexts(h); !seen[text] {
			seen[text] = true
			all.Rows = slices.Insert(all.Rows, 0, row(text, -2000))
		}
	}
	for _, f := range []string{p.Footer, p.FirstFooter, p.EvenFooter} {
		if text := headerTexts(f); !seen[text] {
			seen[text] = true
			all.Rows = append(all.Rows, row(text, all.Rows[len(all.Rows)-1].Bottom+2000))
		}
	}
	return &all
}

// unreadable stands for what a PDF draws without telling which characters it is.
const unreadable = "[unreadable]"

// legible puts words in the place of characters that couldn't be read: the page
// shows them, its text doesn't tell them.
func legible(g *grid.Grid) {
	for _, r := range g.Rows {
		for i := range r.Cells {
			r.Cells[i].Text = unreadRun.ReplaceAllString(r.Cells[i].Text, unreadable)
		}
	}
}

var unreadRun = pattern.Lazily("\uFFFD+")

// plan gathers all texts that have to be translated: those that are printed, and
// what the copy of a workbook holds beside them. Nothing that is left out is
// shown to a translator.
func (o *original) plan(t *translation, data []byte, opt *Options) error {
	for _, p := range o.parts {
		legible(p.grid)
		t.know(p.grid)
	}
	for _, p := range o.parts {
		t.add(p.name)
		for _, r := range p.grid.Rows {
			for i := range r.Cells {
				t.add(r.Cells[i].Text)
			}
		}
	}
	asked := func(text string) English {
		t.add(text)
		return English{}
	}
	var err error
	switch o.format {
	case read.XLSX:
		_, err = rewritten(data, o.view, asked, opt.Both, opt.All)
	case read.XLS:
		(&copier{english: asked}).runningOf(o.book)
		if opt.All {
			o.addAll(t)
		}
	}
	return err
}

// addAll plans the texts of all cells, printed or not.
func (o *original) addAll(t *translation) {
	for _, s := range o.book.Sheets {
		for i := range s.Rows {
			for j := range s.Rows[i].Cells {
				t.add(s.Rows[i].Cells[j].Text)
			}
		}
	}
}

// copy is the copy of a workbook in English; nil of anything else.
func (o *original) copy(data []byte, t *translation, opt *Options) ([]byte, error) {
	switch o.format {
	case read.XLSX:
		return copyWorkbook(data, o.view, t.english, opt.Both, opt.All)
	case read.XLS:
		return rebuildWorkbook(o.book, t.english, opt.Both, opt.All)
	}
	return nil, nil
}
