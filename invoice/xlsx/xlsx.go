// Package xlsx writes a form as a workbook that looks like its PDF and can be
// worked with: amounts, totals and instalments are formulas whose values are
// stored beside them, dates are dates, figures are numbers, and text is never
// taken for a formula.
package xlsx

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// Options are what a form doesn't say.
type Options struct {
	Fonts  text.Set            // measure texts for row heights; the standard set if its faces are nil
	AsText func(figure string) // told each figure that stands as text: a workbook would round it, or has no number format left
}

// PictureError is a picture that can't be put into a workbook, by its name in
// the order.
type PictureError struct {
	Path string
	Err  error
}

func (e *PictureError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *PictureError) Unwrap() error { return e.Err }

// Write writes f as a workbook of one sheet. The same form gives the same
// bytes.
func Write(w io.Writer, f *templates.Form, opt Options) error {
	if opt.Fonts.Regular == nil || opt.Fonts.Bold == nil {
		opt.Fonts = text.Standard()
	}
	s := layOut(f, opt.Fonts)
	if opt.AsText != nil {
		for _, t := range s.asText {
			opt.AsText(t.words)
		}
	}
	return s.write(w, excelize.NewFile().SetZipWriter(newZip))
}

// write puts s into an empty workbook and writes that.
func (s *sheet) write(w io.Writer, book *excelize.File) error {
	defer book.Close()
	if err := book.SetDefaultFont(fontName); err != nil { // widths are counted in its digits
		return err
	}
	out := &writer{sheet: s, book: book, name: sheetName(s.f.Kind), styles: map[look]int{}}
	if err := book.SetSheetName("Sheet1", out.name); err != nil {
		return err
	}
	for _, step := range []func() error{out.properties, out.page, out.cells, out.draw, out.finish} {
		if err := step(); err != nil {
			return err
		}
	}
	return book.Write(w)
}

// sheetName names a document's only sheet as the trade does.
func sheetName(k invoice.Kind) string {
	switch k {
	case invoice.Proforma:
		return "PI"
	case invoice.Commercial:
		return "CI"
	}
	return "PL"
}

// writer puts a sheet that is laid out into a workbook.
type writer struct {
	*sheet
	book   *excelize.File
	name   string
	stream *excelize.StreamWriter
	styles map[look]int
}

// properties sets what the file says about itself: nothing that the document
// doesn't show, and no time but its date.
func (w *writer) properties() error {
	day := string(w.f.Date) + "T00:00:00Z"
	err := w.book.SetDocProps(&excelize.DocProperties{
		Title: w.f.Title.Joined(" ") + " " + w.f.Number, Creator: w.f.Author, LastModifiedBy: w.f.Author, Created: day, Modified: day,
	})
	if err != nil {
		return err
	}
	return w.book.SetAppProps(&excelize.AppProperties{Application: "yipiao"})
}

// page sets paper, margins, foot, and how the sheet is shown.
func (w *writer) page() error {
	st := &w.f.Style
	paper := 9 // A4 (ECMA-376, 18.3.1.63)
	if st.Paper == "Letter" {
		paper = 1
	}
	portrait, one, high := "portrait", 1, w.pagesHigh()
	if err := w.book.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &portrait, FitToWidth: &one, FitToHeight: &high}); err != nil {
		return err
	}
	fit, yes, no := true, true, false
	if err := w.book.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	inch := func(milli int) *float64 { v := float64(milli) / 72_000; return &v }
	if err := w.book.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Top: inch(st.Top), Right: inch(st.Right),
		Bottom: inch(st.Bottom + footRoom), Left: inch(st.Left), Header: inch(st.Top / 2), Footer: inch(st.Bottom), Horizontally: &yes}); err != nil {
		return err
	}
	if err := w.book.SetHeaderFooter(w.name, &excelize.HeaderFooterOptions{OddFooter: w.foot()}); err != nil {
		return err
	}
	_, zoom := w.frozen()
	if err := w.book.SetSheetView(w.name, 0, &excelize.ViewOptions{ShowGridLines: &no, ZoomScale: &zoom}); err != nil {
		return err
	}
	return w.names()
}

// pagesHigh is 1 for a sheet that is little longer than a page: it is printed
// somewhat smaller, rather than with its chop cut in two. 0 is as many pages as
// it takes.
func (w *writer) pagesHigh() int {
	const little = 130 // percent of a page
	st := &w.f.Style
	if w.above(len(w.rows))*4/screen <= (st.Height-st.Top-st.Bottom-footRoom)*little/100 {
		return 1
	}
	return 0
}

// names sets print area and repeated heads.
func (w *writer) names() error {
	area := fmt.Sprintf("'%s'!$A$1:$%s$%d", w.name, columnName(len(w.widths)-1), len(w.rows))
	if err := w.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: w.name}); err != nil {
		return err
	}
	if w.head < 0 {
		return nil
	}
	return w.book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles",
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", w.name, w.head+1, w.head+1), Scope: w.name})
}

// mostFoot is the most characters that a foot may have (ECMA-376, 18.3.1.46).
const mostFoot = 255

// foot is the document's number and the pages' numbers, on every page.
func (w *writer) foot() string {
	page := strings.NewReplacer("&", "&&", "{page}", "&P", "{pages}", "&N")
	number := strings.ReplaceAll(w.f.Foot.Number.Joined(" "), "&", "&&")
	font := `&"` + fontName + `,Regular"&8 `
	foot := "&L" + font + number + "&R" + font + page.Replace(w.f.Foot.Page.Joined(" "))
	if len([]rune(foot)) > mostFoot {
		foot = "&R" + font + page.Replace(w.f.Foot.Page.Joined(" "))
	}
	return foot
}

// Of a small screen, so much may be taken by rows that stay in view, and so far
// a sheet may be made smaller for that.
const (
	mostFrozen = 320 * pt
	leastZoom  = 60
)

// frozen is how many rows stay in view, down to the heads of the table, and the
// zoom at which they leave room for the goods on a small screen. It is none
// where they never would: then one could not scroll to the goods at all.
func (w *writer) frozen() (rows int, zoom float64) {
	if w.head < 0 {
		return 0, 100
	}
	above := w.above(w.head + 1)
	fitting := 100 * mostFrozen / max(above, 1)
	if fitting < leastZoom {
		return 0, 100
	}
	return w.head + 1, float64(min(fitting, 100))
}

// cells writes widths and rows.
func (w *writer) cells() error {
	var err error
	if w.stream, err = w.book.NewStreamWriter(w.name); err != nil {
		return err
	}
	for i := len(w.widths) - 1; i >= 0; i-- { // each is put before those set already
		if err := w.stream.SetColWidth(i+1, i+1, columnChars(w.widths[i])); err != nil {
			return err
		}
	}
	if rows, _ := w.frozen(); rows > 0 {
		below := cellName(0, rows)
		err := w.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: rows, TopLeftCell: below, ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: below, ActiveCell: below, Pane: "bottomLeft"}}})
		if err != nil {
			return err
		}
	}
	values, cells := make([]any, len(w.widths)), make([]excelize.Cell, len(w.widths))
	for i := range w.rows {
		if err := w.row(i, values, cells); err != nil {
			return err
		}
	}
	for _, m := range w.merges {
		if err := w.stream.MergeCell(cellName(m.left, m.top), cellName(m.right, m.bottom)); err != nil {
			return err
		}
	}
	return nil
}

// row writes a row; values and cells are room for it.
func (w *writer) row(i int, values []any, cells []excelize.Cell) error {
	r := &w.rows[i]
	for j := range values {
		values[j] = nil
		if j >= len(r.cells) {
			continue
		}
		c := &r.cells[j]
		if c.value == nil && c.look == (look{}) {
			continue
		}
		l := c.look
		if words, ok := c.value.(string); ok && words != "" {
			l.quoted = strings.IndexByte("=+-@", words[0]) >= 0
		}
		style, err := w.style(l)
		if err != nil {
			return err
		}
		cells[j] = excelize.Cell{StyleID: style, Formula: w.formula(c.formula), Value: c.value}
		values[j] = &cells[j]
	}
	return w.stream.SetRow(cellName(0, i), values, excelize.RowOpts{Height: float64(r.height/250) / 4})
}

// finish ends the sheet.
func (w *writer) finish() error {
	area := "A1:" + cellName(len(w.widths)-1, len(w.rows)-1)
	// HS codes and item numbers are text on purpose: no warning marks on them.
	if err := w.book.AddIgnoredErrors(w.name, area, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return w.stream.Flush()
}
