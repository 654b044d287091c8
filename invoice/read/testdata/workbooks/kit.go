package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// book is a workbook in the making.
type book struct {
	*excelize.File
	styles map[string]int
	pages  []*page
	linked string // another workbook that formulas refer to as [1]
}

// page is one of its sheets.
type page struct {
	b     *book
	name  string
	font  string            // family of the whole sheet
	size  float64           // its size
	cells map[string]fxKind // cells with formulas, by what their value is
}

// fx is a formula with the value that is stored beside it: a number, a text,
// an error such as "#REF!", or nil for none.
type fx struct {
	formula string
	value   any
}

type fxKind string

// m is an object of the expected JSON.
type m = map[string]any

// newBook is a workbook with the sheets named, all in one font.
func newBook(font string, size float64, sheets ...string) (*book, []*page) {
	b := &book{File: excelize.NewFile(), styles: map[string]int{}}
	for i, name := range sheets {
		if i == 0 {
			must(b.SetSheetName("Sheet1", name))
		} else {
			_, err := b.NewSheet(name)
			must(err)
		}
		b.pages = append(b.pages, &page{b, name, font, size, map[string]fxKind{}})
	}
	return b, b.pages
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// at is the cell of a column's letter and a row.
func at(col string, row int) string { return fmt.Sprintf("%s%d", col, row) }

// right is the letter of the column n to the right of col.
func right(col string, n int) string {
	c, err := excelize.ColumnNameToNumber(col)
	must(err)
	s, err := excelize.ColumnNumberToName(c + n)
	must(err)
	return s
}

// put writes a value into a cell, in a style.
func (p *page) put(cell string, v any, style string) {
	switch v := v.(type) {
	case nil:
	case fx:
		p.formula(cell, v)
	case decimal.Decimal:
		f, _ := v.Float64()
		must(p.b.SetCellValue(p.name, cell, f))
	case string:
		must(p.b.SetCellStr(p.name, cell, v))
	default:
		must(p.b.SetCellValue(p.name, cell, v))
	}
	p.style(cell, cell, style)
}

func (p *page) formula(cell string, v fx) {
	kind := fxKind("n")
	switch x := v.value.(type) {
	case nil:
	case string:
		kind = "str"
		if strings.HasPrefix(x, "#") {
			kind = "e"
		}
		must(p.b.SetCellStr(p.name, cell, x))
	case decimal.Decimal:
		f, _ := x.Float64()
		must(p.b.SetCellValue(p.name, cell, f))
	default:
		must(p.b.SetCellValue(p.name, cell, x))
	}
	if kind != "n" { // text beside a formula is not a shared string
		must(p.b.SetCellFormula(p.name, cell, v.formula))
		p.cells[cell] = kind + "=" + fxKind(v.value.(string))
		return
	}
	must(p.b.SetCellFormula(p.name, cell, v.formula))
	p.cells[cell] = kind
}

// row writes values side by side from a cell on.
func (p *page) row(row int, col, style string, values ...any) {
	for i, v := range values {
		p.put(at(right(col, i), row), v, style)
	}
}

// merge merges a range and writes into it.
func (p *page) merge(area string, v any, style string) {
	a, z, _ := strings.Cut(area, ":")
	must(p.b.MergeCell(p.name, a, z))
	p.put(a, v, "")
	p.style(a, z, style)
	_, first, _ := excelize.CellNameToCoordinates(a)
	_, last, _ := excelize.CellNameToCoordinates(z)
	if size := p.parse(style).Font.Size; first == last && size > 12 {
		p.height(first, size*1.6)
	}
}

// widths sets columns' widths: "A:12 B:30".
func (p *page) widths(s string) {
	for _, w := range strings.Fields(s) {
		col, width, _ := strings.Cut(w, ":")
		f, err := strconv.ParseFloat(width, 64)
		must(err)
		must(p.b.SetColWidth(p.name, col, col, f))
	}
}

func (p *page) height(row int, h float64) { must(p.b.SetRowHeight(p.name, row, h)) }

// hideCols and hideRows hide what the supplier's clerk hid.
func (p *page) hideCols(cols string) { must(p.b.SetColVisible(p.name, cols, false)) }
func (p *page) hideRows(rows ...int) {
	for _, r := range rows {
		must(p.b.SetRowVisible(p.name, r, false))
	}
}

// area sets what is printed of a sheet and how.
func (p *page) area(area, orientation string) {
	a, z, _ := strings.Cut(area, ":")
	abs := func(s string) string {
		c, r, err := excelize.CellNameToCoordinates(s)
		must(err)
		s, err = excelize.CoordinatesToCellName(c, r, true)
		must(err)
		return s
	}
	must(p.b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: p.name,
		RefersTo: fmt.Sprintf("'%s'!%s:%s", p.name, abs(a), abs(z))}))
	p.paper(orientation)
}

// paper prints a sheet on A4, as wide as the page.
func (p *page) paper(orientation string) {
	size, wide, high, fit := 9, 1, 0, true
	must(p.b.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation,
		FitToWidth: &wide, FitToHeight: &high}))
	must(p.b.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	centre, edge, side := true, 0.5, 0.4
	must(p.b.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{Horizontally: &centre,
		Top: &edge, Bottom: &edge, Left: &side, Right: &side}))
}

// picture lays a picture over the cells.
func (p *page) picture(cell string, png []byte, scale float64, dx, dy int) {
	must(p.b.AddPictureFromBytes(p.name, cell, &excelize.Picture{Extension: ".png", File: png,
		Format: &excelize.GraphicOptions{ScaleX: scale, ScaleY: scale, OffsetX: dx, OffsetY: dy, Positioning: "oneCell"}}))
}

// style dresses a range. Its words: b i u; a size; l c r across, t m down; box
// thick top bottom dotted borders; wrap; #RRGGBB fill; fg:RRGGBB colour; f:Name_Of_Font;
// n: and a number format, last.
func (p *page) style(from, to, words string) {
	key := p.font + "|" + words
	id, ok := p.b.styles[key]
	if !ok {
		var err error
		id, err = p.b.NewStyle(p.parse(words))
		must(err)
		p.b.styles[key] = id
	}
	must(p.b.SetCellStyle(p.name, from, to, id))
}

func (p *page) parse(words string) *excelize.Style {
	s := &excelize.Style{Font: &excelize.Font{Family: p.font, Size: p.size}, Alignment: &excelize.Alignment{Vertical: "center"}}
	if before, format, ok := strings.Cut(words, "n:"); ok {
		s.CustomNumFmt = &format
		words = before
	}
	edges := func(style int, sides ...string) {
		for _, side := range sides {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: style})
		}
	}
	for _, w := range strings.Fields(words) {
		switch w {
		case "b":
			s.Font.Bold = true
		case "i":
			s.Font.Italic = true
		case "u":
			s.Font.Underline = "single"
		case "l", "c", "r":
			s.Alignment.Horizontal = map[string]string{"l": "left", "c": "center", "r": "right"}[w]
		case "t":
			s.Alignment.Vertical = "top"
		case "wrap":
			s.Alignment.WrapText = true
		case "box":
			edges(1, "left", "right", "top", "bottom")
		case "thick":
			edges(2, "left", "right", "top", "bottom")
		case "dotted":
			edges(4, "left", "right", "top", "bottom")
		case "top", "bottom":
			edges(1, w)
		default:
			p.parseOther(s, w)
		}
	}
	return s
}

func (p *page) parseOther(s *excelize.Style, w string) {
	switch {
	case strings.HasPrefix(w, "#"):
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{w[1:]}}
	case strings.HasPrefix(w, "fg:"):
		s.Font.Color = w[3:]
	case strings.HasPrefix(w, "f:"):
		s.Font.Family = strings.ReplaceAll(w[2:], "_", " ")
	default:
		f, err := strconv.ParseFloat(w, 64)
		must(err)
		s.Font.Size = f
	}
}

// bytes is the finished workbook. What excelize can't write, formulas with
// stored numbers, errors or nothing, is set right in its XML.
func (b *book) bytes() []byte {
	var raw bytes.Buffer
	must(b.Write(&raw))
	in, err := zip.NewReader(bytes.NewReader(raw.Bytes()), int64(raw.Len()))
	must(err)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		must(err)
		data, err := io.ReadAll(r)
		must(err)
		for i, p := range b.pages {
			if f.Name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) {
				data = p.setFormulas(data)
			}
		}
		if b.linked != "" {
			data = link(f.Name, data)
		}
		if f.Name == "[Content_Types].xml" {
			data = sortTypes(data)
		}
		write(z, f.Name, data)
	}
	if b.linked != "" {
		write(z, "xl/externalLinks/externalLink1.xml", []byte(externalLink))
		write(z, "xl/externalLinks/_rels/externalLink1.xml.rels", fmt.Appendf(nil, externalRels, b.linked))
	}
	must(z.Close())
	return out.Bytes()
}

var typeEntry = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortTypes puts the list of parts' types, which excelize draws from a map, in
// order.
func sortTypes(xml []byte) []byte {
	entries := typeEntry.FindAll(xml, -1)
	slices.SortFunc(entries, bytes.Compare)
	head, tail := typeEntry.FindIndex(xml)[0], bytes.LastIndex(xml, []byte("</Types>"))
	return slices.Concat(xml[:head], bytes.Join(entries, nil), xml[tail:])
}

func write(z *zip.Writer, name string, data []byte) {
	w, err := z.Create(name)
	must(err)
	_, err = w.Write(data)
	must(err)
}

const (
	externalLink = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`
	externalRels = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="%s" TargetMode="External"/></Relationships>`
)

// link names the other workbook in the parts that must.
func link(name string, xml []byte) []byte {
	add := func(before, more string) []byte {
		return bytes.Replace(xml, []byte(before), []byte(more+before), 1)
	}
	switch name {
	case "[Content_Types].xml":
		return add("</Types>", `<Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>`)
	case "xl/_rels/workbook.xml.rels":
		return add("</Relationships>", `<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>`)
	case "xl/workbook.xml":
		return bytes.Replace(xml, []byte("</sheets>"), []byte(`</sheets><externalReferences><externalReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId900"/></externalReferences>`), 1)
	}
	return xml
}

var formulaCell = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"( s="[0-9]+")?( t="str")?><f>(.*?)</f>(<v>[^<]*</v>|<v/>)?</c>`)

func (p *page) setFormulas(xml []byte) []byte {
	return formulaCell.ReplaceAllFunc(xml, func(c []byte) []byte {
		x := formulaCell.FindSubmatch(c)
		kind, text, _ := strings.Cut(string(p.cells[string(x[1])]), "=")
		typ, value := "", string(x[5])
		if kind != "n" {
			typ, value = ` t="`+kind+`"`, "<v>"+escape(text)+"</v>"
		}
		return fmt.Appendf(nil, `<c r="%s"%s%s><f>%s</f>%s</c>`, x[1], x[2], typ, x[4], value)
	})
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// with is a copy of an object with more in it.
func with(a m, more m) m {
	c := maps.Clone(a)
	maps.Copy(c, more)
	return c
}

// any of several readings is right.
func anyOf(v ...any) m { return m{"any": v} }

// zhEn is a text in both languages.
func zhEn(zh, en string) m { return m{"zh": zh, "en": en} }
