package sheet

import (
	"strconv"
	"strings"
)

// readSheet reads a sheet's part and what it refers to.
func (x *xlsx) readSheet(s *Sheet, id string) error {
	s.DefaultWidth, s.DefaultHeight = 8.43, 15000
	path := byID(x.relation, id)
	for _, r := range x.relation {
		if r.id == id && (r.kind == "chartsheet" || r.kind == "dialogsheet" || strings.Contains(r.kind, "acro")) {
			s.Chart = true
			return nil
		}
	}
	m, err := x.markup(path)
	if err != nil {
		return err
	}
	if m == nil {
		s.Notes = append(s.Notes, "the cells of sheet "+s.Name+" are not in the file")
		return nil
	}
	r := &xlsxSheet{xlsx: x, Sheet: s, markup: m}
	err = m.each(func(tag) error { return m.each(r.element) })
	if err != nil {
		return err
	}
	if !s.settleRows() {
		return damaged("sheet %s has a cell or row twice", s.Name)
	}
	s.settleColumns()
	s.settleMerges()
	if r.drawing == "" {
		return nil
	}
	return x.readDrawing(s, path, r.drawing)
}

// xlsxSheet is a sheet being read.
type xlsxSheet struct {
	*xlsx
	*Sheet
	*markup
	row, column int               // the last one read
	shared      map[string]shared // formulas that cells share, by their number
	drawing     string            // the relation to what lies over the cells
}

// element reads one of a sheet's parts.
func (r *xlsxSheet) element(t tag) error {
	switch t.name {
	case "sheetPr":
		return r.each(func(t tag) error {
			if t.name == "pageSetUpPr" {
				r.Page.Fit = t.flag("fitToPage", false)
			}
			return nil
		})
	case "sheetViews":
		return r.each(func(t tag) error {
			r.NoZeros = !t.flag("showZeros", true)
			r.Gridless = !t.flag("showGridLines", true)
			r.RightToLeft = t.flag("rightToLeft", false)
			return nil
		})
	case "sheetFormatPr":
		r.defaults(t)
	case "cols":
		return r.each(r.readColumn)
	case "sheetData":
		return r.each(r.readRow)
	case "mergeCells":
		return r.each(r.readMerge)
	case "drawing":
		r.drawing = relationID(t)
	default:
		return r.page(t)
	}
	return nil
}

func (r *xlsxSheet) defaults(t tag) {
	r.DefaultHeight = thousandths(t.real("defaultRowHeight", 15))
	r.DefaultHidden = t.flag("zeroHeight", false)
	if w := t.real("defaultColWidth", 0); w > 0 {
		r.DefaultWidth = min(w, 255)
	} else if w := t.number("baseColWidth", 8); w >= 0 && w <= 255 {
		r.DefaultWidth = float64(w) + 5/float64(max(r.book.Digit, 1))
	}
}

func (r *xlsxSheet) readColumn(t tag) error {
	c := Column{First: t.number("min", 0), Last: t.number("max", 0), Width: t.real("width", -1), Hidden: t.flag("hidden", false), Style: r.style(t, "style")}
	if c.First < 1 || c.Last < c.First || c.First > MaxColumn || len(r.Columns) > MaxColumn {
		return nil
	}
	c.Last = min(c.Last, MaxColumn)
	switch {
	case c.Width < 0:
		c.Width = 0
	case c.Width < leastWidth:
		c.Hidden = true
	}
	r.Columns = append(r.Columns, c)
	return nil
}

// A column narrower than leastWidth characters, and a row lower than
// leastHeight thousandths of a point, show nothing.
const (
	leastWidth  = 0.3
	leastHeight = 1500
)

// style is the style that an attribute names, nil for none.
func (r *xlsxSheet) style(t tag, name string) *Style {
	if i := t.number(name, -1); i >= 0 && i < len(r.styles) {
		return r.styles[i]
	}
	return nil
}

func (r *xlsxSheet) readRow(t tag) error {
	if t.name != "row" {
		return nil
	}
	index := t.number("r", r.row+1)
	if index < 1 || index > MaxRow {
		return damaged("sheet %s has a row %d", r.Name, index)
	}
	if r.spent.rows++; r.spent.rows > maxRows {
		return tooLarge("more than %d rows", maxRows)
	}
	if r.spent.rows&0xFFF == 0 && r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	r.row, r.column = index, 0
	row := Row{Index: index, Hidden: t.flag("hidden", false)}
	if t.flag("customFormat", false) {
		row.Style = r.style(t, "s")
	}
	if h := t.real("ht", -1); h >= 0 {
		row.Height = thousandths(h)
		row.Hidden = row.Hidden || row.Height < leastHeight
	}
	err := r.each(func(t tag) error { return r.readCell(&row, t) })
	if err != nil {
		return err
	}
	if len(row.Cells) > 0 || row.Hidden || row.Height > 0 || row.Style != nil || r.DefaultHidden {
		r.Rows = append(r.Rows, row)
	}
	return nil
}

// readCell reads <c>.
func (r *xlsxSheet) readCell(row *Row, t tag) error {
	if t.name != "c" {
		return nil
	}
	c := Cell{Column: r.column + 1, Style: r.style(t, "s")}
	if ref := t.raw("r"); ref != nil {
		var line int
		var ok bool
		if line, c.Column, ok = parseCell(string(ref)); !ok || c.Column < 1 || line != row.Index {
			return damaged("sheet %s has a cell %.20q in row %d", r.Name, ref, row.Index)
		}
	}
	if c.Style == nil {
		c.Style = r.styles[0]
	}
	r.column = c.Column
	kind := t.attribute("t")
	var value string
	var rich richText
	hasValue, hasFormula := false, false
	err := r.each(func(t tag) (err error) {
		switch t.name {
		case "v":
			value, err = r.text()
			hasValue = value != "" || kind == "str"
		case "f":
			hasFormula = true
			c.Formula, err = r.formula(t, row.Index, c.Column)
		case "is":
			rich, err = r.richText(r.markup)
		}
		return err
	})
	if err != nil {
		return err
	}
	if hasFormula {
		c.External = r.refersOutside(c.Formula)
		c.NoValue = !hasValue || r.uncalculated && value == "0"
	}
	if kind == "inlineStr" {
		r.setRich(&c, rich)
	} else if r.inCell(&c, row.Index) || kind == "e" && t.raw("vm") != nil {
		c.NoValue = false // a picture in the cell
	} else if hasValue {
		if err := r.setValue(&c, kind, value); err != nil {
			return err
		}
	}
	return r.keep(row, c, t)
}

// keep adds a cell to its row, unless it has neither content nor style.
func (r *xlsxSheet) keep(row *Row, c Cell, t tag) error {
	if c.Kind == Blank && !c.NoValue && t.raw("s") == nil {
		return nil
	}
	if len(c.Text) > 4*maxText || len(c.Formula) > maxFormula {
		return tooLarge("a text of more than %d characters in %s!%s", maxText, r.Name, cellName(row.Index, c.Column))
	}
	if r.show(c.Formula); string(t.raw("t")) != "s" {
		r.show(c.Text)
	}
	if err := r.tooMuch(); err != nil {
		return err
	}
	kept, err := r.spent.cell(c.Kind == Blank && !c.NoValue)
	if kept {
		row.Cells = append(row.Cells, c)
	}
	return err
}

// setValue puts a stored value into a cell, by its kind.
func (r *xlsxSheet) setValue(c *Cell, kind, value string) error {
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(r.strings) {
			return damaged("sheet %s refers to text %.20s, which is not in the file", r.Name, value)
		}
		r.setRich(c, r.strings[i])
	case "str":
		r.setText(c, unescape(value))
	case "b":
		c.Kind, c.Text = Boolean, "FALSE"
		if value == "1" || value == "true" {
			c.Text = "TRUE"
		}
	case "e":
		c.Kind, c.Text = Error, value
	case "d":
		r.setISO(c, value)
	default:
		value = strings.TrimSpace(value)
		x, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return damaged("sheet %s has a number %.20q", r.Name, value)
		}
		r.setNumber(c, x, value)
	}
	return nil
}

func (r *xlsxSheet) readMerge(t tag) error {
	area, ok := parseRange(t.attribute("ref"))
	if !ok {
		return damaged("sheet %s merges %.30q", r.Name, t.attribute("ref"))
	}
	if r.spent.merges++; r.spent.merges > maxMerges {
		return tooLarge("more than %d merged cells", maxMerges)
	}
	if area.Top < area.Bottom || area.Left < area.Right {
		r.Merges = append(r.Merges, area)
	}
	return nil
}
