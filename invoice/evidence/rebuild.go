package evidence

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice"
	"yipiao/invoice/read/sheet"
)

// An old workbook (XLS) has no parts that could be edited: its copy is written
// anew, in the format of today, with what its reader knows of it. Formulas are
// their stored values.

// rebuilder writes one workbook.
type rebuilder struct {
	f      *excelize.File
	book   *sheet.Book
	copier *copier // for its words
	styles map[styled]int
	fitter *fitter // of the sheet at hand
	all    bool
}

// styled is a style of the original that changes for English.
type styled struct {
	of *sheet.Style
	look
}

// rebuildWorkbook is a workbook with its texts in English.
func rebuildWorkbook(b *sheet.Book, english func(string) English, both, all bool) ([]byte, error) {
	c := &copier{english: english, both: both}
	r := &rebuilder{f: excelize.NewFile(), book: b, copier: c, styles: map[styled]int{}, all: all}
	defer r.f.Close()
	view, first := newBookView(b), true
	for _, s := range b.Sheets {
		if s.Chart || s.Visibility != sheet.Visible && !all {
			continue
		}
		r.fitter = &fitter{view: view.of(s.Name), word: c.worded, all: all, needs: map[int]int{}}
		if err := r.sheet(s, first); err != nil {
			return nil, fmt.Errorf("copying sheet %s: %w", s.Name, err)
		}
		first = false
	}
	if err := r.f.SetDocProps(&excelize.DocProperties{Creator: "yipiao", LastModifiedBy: "yipiao", Created: fixedDate, Modified: fixedDate}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := r.f.Write(&out); err != nil {
		return nil, err
	}
	return settled(out.Bytes())
}

// fixedDate is of all copies: the same original gives the same bytes.
const fixedDate = "2000-01-01T00:00:00Z"

// settled is a workbook whose zip has no dates and no order of its own.
func settled(data []byte) ([]byte, error) {
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	slices.Sort(p.names) // "[Content_Types].xml" is the first
	if err := p.sortTypes(); err != nil {
		return nil, err
	}
	return p.pack()
}

// sortTypes puts the list of types into one order; the library writes it in any.
func (p *parts) sortTypes() error {
	data := p.data[contentTypes]
	var types []string
	var edits []edit
	err := walk(data, nil, func(e *element) {
		if e.name == "Override" || e.name == "Default" {
			types = append(types, string(data[e.from:e.to]))
			edits = append(edits, edit{e.from, e.to, ""})
		}
	})
	slices.Sort(types)
	for i := range edits {
		edits[i].with = types[i]
	}
	p.data[contentTypes] = applied(data, edits)
	return err
}

// sheet writes one sheet.
func (r *rebuilder) sheet(s *sheet.Sheet, first bool) error {
	if first {
		if err := r.f.SetSheetName("Sheet1", s.Name); err != nil {
			return err
		}
	} else if _, err := r.f.NewSheet(s.Name); err != nil {
		return err
	}
	if s.Visibility != sheet.Visible {
		if err := r.f.SetSheetVisible(s.Name, false); err != nil {
			return err
		}
	}
	for _, step := range []func(*sheet.Sheet) error{r.widths, r.cells, r.heights, r.merges, r.pictures, r.page} {
		if err := step(s); err != nil {
			return err
		}
	}
	return nil
}

func (r *rebuilder) widths(s *sheet.Sheet) error {
	for _, c := range s.Columns {
		from, err := excelize.ColumnNumberToName(c.First)
		if err != nil {
			return err
		}
		to, err := excelize.ColumnNumberToName(min(c.Last, sheet.MaxColumn))
		if err != nil {
			return err
		}
		if c.Width > 0 {
			if err := r.f.SetColWidth(s.Name, from, to, min(c.Width, 255)); err != nil {
				return err
			}
		}
		if c.Hidden {
			if err := r.f.SetColVisible(s.Name, from+":"+to, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// heights sets how high rows are: as high as their English needs.
func (r *rebuilder) heights(s *sheet.Sheet) error {
	for i := range s.Rows {
		row := &s.Rows[i]
		if height := max(row.Height, r.fitter.grownHeight(row.Index)); height > 0 {
			if err := r.f.SetRowHeight(s.Name, row.Index, min(float64(height)/1000, 409)); err != nil {
				return err
			}
		}
		if row.Hidden {
			if err := r.f.SetRowVisible(s.Name, row.Index, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *rebuilder) cells(s *sheet.Sheet) error {
	seen := s.Seen()
	for i := range s.Rows {
		row := &s.Rows[i]
		for j := range row.Cells {
			c := &row.Cells[j]
			if !r.all && !seen.Place(row.Index, c.Column) && !seen.Contents(row.Index, c.Column) {
				continue
			}
			name, err := excelize.CoordinatesToCellName(c.Column, row.Index)
			if err != nil {
				return err
			}
			shown := r.all || seen.Contents(row.Index, c.Column)
			fits := look{}
			if shown {
				fits = r.fitter.fit(row.Index, c.Column)
			}
			if err := r.style(s.Name, name, c.Style, fits); err != nil {
				return err
			}
			if shown {
				if err := r.cell(s.Name, name, c, fits.line); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// cell writes a cell's value; a text never becomes a formula.
func (r *rebuilder) cell(sheetName, name string, c *sheet.Cell, line bool) error {
	switch c.Kind {
	case sheet.Number, sheet.Date:
		number, err := strconv.ParseFloat(c.Number, 64)
		if err != nil || math.IsInf(number, 0) {
			return r.f.SetCellStr(sheetName, name, c.Text)
		}
		return r.f.SetCellFloat(sheetName, name, number, -1, 64)
	case sheet.Boolean:
		return r.f.SetCellBool(sheetName, name, strings.EqualFold(c.Text, "true"))
	case sheet.Blank:
		return nil
	}
	text := c.Text
	if invoice.HasHan(text) {
		text = r.copier.worded(text)
	}
	if line {
		text = inLine(text)
	}
	if runes := []rune(text); len(runes) > excelize.TotalCellChars {
		text = string(runes[:excelize.TotalCellChars])
	}
	return r.f.SetCellStr(sheetName, name, text)
}

func (r *rebuilder) merges(s *sheet.Sheet) error {
	for _, m := range s.Merges {
		from, err := excelize.CoordinatesToCellName(m.Left, m.Top)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(m.Right, m.Bottom)
		if err != nil {
			return err
		}
		if err := r.f.MergeCell(s.Name, from, to); err != nil {
			return err
		}
	}
	return nil
}

// pictures puts pictures where they were, as far as they are shown.
func (r *rebuilder) pictures(s *sheet.Sheet) error {
	seen := s.Seen()
	for i := range s.Pictures {
		p := &s.Pictures[i]
		data := readable(p.Data)
		if data == nil || !r.all && !seen.Place(p.Row, p.Column) {
			continue
		}
		name, err := excelize.CoordinatesToCellName(max(p.Column, 1), max(p.Row, 1))
		if err != nil {
			return err
		}
		extension := ".png"
		if bytes.HasPrefix(data, []byte("\xFF\xD8")) {
			extension = ".jpeg"
		}
		options := &excelize.GraphicOptions{OffsetX: int(p.DX / 9525), OffsetY: int(p.DY / 9525), AltText: p.Alt, Positioning: "oneCell"}
		width, height := r.extent(s, seen, p.Anchor)
		scalePicture(options, data, width, height)
		if err := r.f.AddPictureFromBytes(s.Name, name, &excelize.Picture{Extension: extension, File: data, Format: options}); err != nil {
			return err
		}
	}
	return nil
}

// extent is how large a picture is, in EMU, by the cells that it reaches over
// where no size is given.
func (r *rebuilder) extent(s *sheet.Sheet, seen *sheet.Seen, a sheet.Anchor) (width, height int64) {
	if a.ToRow == 0 {
		return a.Width, a.Height
	}
	widths, heights := seen.Sizes(r.book, a.ToRow, a.ToColumn)
	const emu = 127 // for ten thousandths of a point
	width, height = a.ToDX-a.DX, a.ToDY-a.DY
	for i := max(a.Column, 1); i < a.ToColumn; i++ {
		width += int64(widths[i]) * emu / 10
	}
	for i := max(a.Row, 1); i < a.ToRow; i++ {
		height += int64(heights[i]) * emu / 10
	}
	return width, height
}

// style writes a cell's look, each one once.
func (r *rebuilder) style(sheetName, cell string, s *sheet.Style, fits look) error {
	fits.line = false
	if s == nil && fits == (look{}) {
		return nil
	}
	key := styled{s, fits}
	id, ok := r.styles[key]
	if !ok {
		var err error
		if id, err = r.f.NewStyle(key.style()); err != nil {
			return err
		}
		r.styles[key] = id
	}
	return r.f.SetCellStyle(sheetName, cell, cell, id)
}

func colourCode(c sheet.Color) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }

// borderLines are the numbers of border lines, as the library counts them.
var borderLines = map[string]int{"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5, "double": 6, "hair": 7,
	"mediumDashed": 8, "dashDot": 9, "mediumDashDot": 10, "dashDotDot": 11, "mediumDashDotDot": 12, "slantDashDot": 13}

// style is the look as the library has it.
func (k styled) style() *excelize.Style {
	s := sheet.Style{}
	if k.of != nil {
		s = *k.of
	}
	s.Wrap = s.Wrap || k.wrap
	s.Shrink = s.Shrink && !s.Wrap
	if k.size > 0 {
		s.Font.Size = k.size
	}
	out := &excelize.Style{
		Font:      &excelize.Font{Bold: s.Font.Bold, Italic: s.Font.Italic, Strike: s.Font.Strike, Family: s.Font.Name, Size: float64(s.Font.Size) / 1000},
		Alignment: &excelize.Alignment{Horizontal: s.Across, Vertical: s.Along, WrapText: s.Wrap, ShrinkToFit: s.Shrink, Indent: s.Indent, TextRotation: s.Turn},
	}
	if s.Font.Underline == "single" || s.Font.Underline == "double" {
		out.Font.Underline = s.Font.Underline
	}
	if s.Font.Color.Set {
		out.Font.Color = colourCode(s.Font.Color)
	}
	if ground := groundOf(s.Fill); ground.Set {
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourCode(ground)}}
	}
	if s.Format != "" && s.Format != "General" {
		out.CustomNumFmt = &s.Format
	}
	for _, side := range [...]struct {
		name string
		of   sheet.Side
	}{{"left", s.Left}, {"right", s.Right}, {"top", s.Top}, {"bottom", s.Bottom}} {
		if n := borderLines[side.of.Line]; n > 0 {
			out.Border = append(out.Border, excelize.Border{Type: side.name, Style: n, Color: colourCode(side.of.Color)})
		}
	}
	return out
}

// page sets how the sheet is printed.
func (r *rebuilder) page(s *sheet.Sheet) error {
	p := &s.Page
	layout := &excelize.PageLayoutOptions{}
	orientation := "portrait"
	if p.Landscape {
		orientation = "landscape"
	}
	layout.Orientation = &orientation
	if p.Paper > 0 {
		layout.Size = &p.Paper
	}
	if scale := uint(p.Scale); scale >= 10 && scale <= 400 {
		layout.AdjustTo = &scale
	}
	if p.Fit {
		layout.FitToWidth, layout.FitToHeight = &p.FitWide, &p.FitHigh
		fit := true
		if err := r.f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
			return err
		}
	}
	if err := r.f.SetPageLayout(s.Name, layout); err != nil {
		return err
	}
	inch := func(v int) *float64 { x := float64(v) / 72000; return &x }
	if p.Left+p.Right+p.Top+p.Bottom > 0 {
		margins := &excelize.PageLayoutMarginsOptions{Left: inch(p.Left), Right: inch(p.Right), Top: inch(p.Top), Bottom: inch(p.Bottom),
			Header: inch(p.HeaderMargin), Footer: inch(p.FooterMargin), Horizontally: &p.CenterAcross, Vertically: &p.CenterDown}
		if err := r.f.SetPageMargins(s.Name, margins); err != nil {
			return err
		}
	}
	if err := r.running(s); err != nil {
		return err
	}
	return r.printNames(s)
}

// mostRunning is how long a header or footer may be (ECMA-376).
const mostRunning = 255

// running sets the sheet's header and footer.
func (r *rebuilder) running(s *sheet.Sheet) error {
	words := func(text string) string {
		english := r.copier.running(text)
		if utf8.RuneCountInString(english) > mostRunning {
			return text // rather than cut
		}
		return english
	}
	head, foot := words(s.Page.Header), words(s.Page.Footer)
	if head+foot == "" {
		return nil
	}
	return r.f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: foot})
}

// printNames sets what is printed, and on each page again.
func (r *rebuilder) printNames(s *sheet.Sheet) error {
	var areas []string
	for _, a := range s.PrintAreas {
		from, err := excelize.CoordinatesToCellName(a.Left, a.Top, true)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(min(a.Right, sheet.MaxColumn), min(a.Bottom, sheet.MaxRow), true)
		if err != nil {
			return err
		}
		areas = append(areas, quoted(s.Name)+"!"+from+":"+to)
	}
	if len(areas) > 0 {
		err := r.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: strings.Join(areas, ","), Scope: s.Name})
		if err != nil {
			return err
		}
	}
	if t := s.TitleRows; t.Bottom > 0 {
		refers := fmt.Sprintf("%s!$%d:$%d", quoted(s.Name), t.Top, t.Bottom)
		return r.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: refers, Scope: s.Name})
	}
	return nil
}

// quoted is a sheet's name in a formula.
func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// scalePicture makes a picture as large as it was, in EMU.
func scalePicture(o *excelize.GraphicOptions, data []byte, width, height int64) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || width <= 0 || height <= 0 {
		return
	}
	o.ScaleX, o.ScaleY = float64(width)/9525/float64(config.Width), float64(height)/9525/float64(config.Height)
}
