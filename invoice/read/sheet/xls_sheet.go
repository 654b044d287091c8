package sheet

import (
	"math"
)

// xlsSheet is a sheet being read.
type xlsSheet struct {
	*xls
	*Sheet
	number  int          // among the sheets
	rows    map[int]*Row // by index
	pending *Cell        // a formula whose text follows
	formula *Cell        // the last formula
	shared  map[[2]int]bool
	drawn   drawn
}

// readSheet reads the records of a sheet.
func (x *xls) readSheet(s *Sheet, number, position int) error {
	if position < 0 || position >= len(x.stream) {
		return damaged("sheet %s is not in the file", s.Name)
	}
	r := &records{data: x.stream, pos: position}
	if first, ok := r.next(); !ok || first.kind != recBegin {
		return damaged("sheet %s is not in the file", s.Name)
	}
	xs := &xlsSheet{xls: x, Sheet: s, number: number, rows: map[int]*Row{}, shared: map[[2]int]bool{}}
	depth := 0 // of charts within the sheet
	for {
		if x.spent.records++; x.spent.records > maxRecords {
			return tooLarge("more than %d records", maxRecords)
		}
		if x.spent.records&0xFFF == 0 && x.ctx.Err() != nil {
			return x.ctx.Err()
		}
		rec, ok := r.next()
		switch {
		case !ok:
			return damaged("sheet %s breaks off", s.Name)
		case rec.kind == recBegin:
			depth++
		case rec.kind == recEnd && depth == 0:
			return xs.settle()
		case rec.kind == recEnd:
			depth--
		case depth > 0:
		default:
			if err := xs.record(rec); err != nil {
				return err
			}
		}
	}
}

// settle puts the rows into the sheet.
func (s *xlsSheet) settle() error {
	for _, r := range s.rows {
		s.Rows = append(s.Rows, *r)
	}
	s.rows = nil
	if !s.settleRows() {
		return damaged("sheet %s has a cell twice", s.Name)
	}
	s.settleColumns()
	s.settleMerges()
	return s.settleDrawing()
}

func (s *xlsSheet) record(r record) error {
	switch r.kind {
	case recRow:
		return s.addRow(r)
	case recLabelSST:
		i := int(r.u32(6))
		if i < 0 || i >= len(s.strings) {
			return damaged("sheet %s refers to a text that is not in the file", s.Name)
		}
		return s.put(r, func(c *Cell) { s.setRich(c, s.strings[i]) })
	case recLabel, recRString:
		t := newTexts(r, 6)
		text, _ := t.text(t.u16(), true)
		return s.put(r, func(c *Cell) { s.setText(c, unescapeLines(text.text)) })
	case recNumber:
		return s.put(r, func(c *Cell) { s.setNumber(c, r.f64(6), "") })
	case recRK:
		return s.put(r, func(c *Cell) { s.setNumber(c, compressed(r.u32(6)), "") })
	case recBlank:
		return s.put(r, nil)
	case recBoolErr:
		return s.put(r, func(c *Cell) { setBoolErr(c, r.u8(6), r.u8(7) != 0) })
	case recMulRK:
		for at, column := 4, r.u16(2); at+8 <= len(r.data); at, column = at+6, column+1 {
			err := s.putAt(r.u16(0), column, r.u16(at), func(c *Cell) { s.setNumber(c, compressed(r.u32(at+2)), "") })
			if err != nil {
				return err
			}
		}
	case recMulBlank:
		for at, column := 4, r.u16(2); at+4 <= len(r.data); at, column = at+2, column+1 {
			if err := s.putAt(r.u16(0), column, r.u16(at), nil); err != nil {
				return err
			}
		}
	case recFormula, recFormula | 0x200, recFormula | 0x400:
		return s.addFormula(r)
	case recString:
		s.addString(r)
	case recShared, recArray:
		s.addShared(r)
	case recMerged:
		return s.addMerges(r)
	case recDrawing:
		return s.drawn.addDrawing(r)
	case recObject:
		s.drawn.addObject(r)
	case recTextObject:
		s.drawn.addText(r)
	default:
		s.layout(r)
	}
	return nil
}

// compressed is a number in four bytes.
func compressed(rk uint32) float64 {
	var x float64
	if rk&2 != 0 {
		x = float64(int32(rk) >> 2)
	} else {
		x = math.Float64frombits(uint64(rk&^3) << 32)
	}
	if rk&1 != 0 {
		x /= 100
	}
	return x
}

// put adds the cell of a record that begins with row, column and style.
func (s *xlsSheet) put(r record, fill func(*Cell)) error {
	return s.putAt(r.u16(0), r.u16(2), r.u16(4), fill)
}

// putAt adds a cell; fill is nil for a blank one.
func (s *xlsSheet) putAt(row, column, style int, fill func(*Cell)) error {
	if kept, err := s.spent.cell(fill == nil); !kept {
		return err
	}
	if column >= MaxColumn {
		return damaged("sheet %s has a cell in column %d", s.Name, column)
	}
	r := s.rowAt(row + 1)
	r.Cells = append(r.Cells, Cell{Column: column + 1, Style: s.style(style)})
	if fill != nil {
		fill(&r.Cells[len(r.Cells)-1])
	}
	s.pending = nil
	return s.tooMuch()
}

func (s *xlsSheet) rowAt(index int) *Row {
	r := s.rows[index]
	if r == nil {
		r = &Row{Index: index}
		s.rows[index] = r
	}
	return r
}

func (s *xlsSheet) addRow(r record) error {
	if s.spent.rows++; s.spent.rows > maxRows {
		return tooLarge("more than %d rows", maxRows)
	}
	row := s.rowAt(r.u16(0) + 1)
	options := r.u32(12)
	row.Hidden = options&0x20 != 0
	if height := r.u16(6); height&0x8000 == 0 {
		row.Height = height * 50
		row.Hidden = row.Hidden || row.Height < leastHeight
	}
	if options&0x80 != 0 {
		row.Style = s.style(int(options >> 16 & 0xFFF))
	}
	return nil
}

// setRich puts a text in several styles into a cell.
func (v *values) setRich(c *Cell, rich richText) {
	v.setText(c, rich.text)
	if c.Text == rich.text {
		c.Runs = rich.runs
	}
}

var errorNames = map[int]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

func setBoolErr(c *Cell, value int, isError bool) {
	switch {
	case isError:
		c.Kind, c.Text = Error, errorNames[value]
		if c.Text == "" {
			c.Text = "#ERROR!"
		}
	case value != 0:
		c.Kind, c.Text = Boolean, "TRUE"
	default:
		c.Kind, c.Text = Boolean, "FALSE"
	}
}

// addFormula reads a formula's stored result. Programs that don't calculate
// store a 0 and ask for calculation when it is opened.
func (s *xlsSheet) addFormula(r record) error {
	err := s.put(r, func(c *Cell) {
		switch {
		case r.u16(12) != 0xFFFF:
			s.setNumber(c, r.f64(6), "")
			c.NoValue = r.u16(14)&2 != 0 && r.f64(6) == 0
		case r.u8(6) == 1:
			setBoolErr(c, r.u8(8), false)
		case r.u8(6) == 2:
			setBoolErr(c, r.u8(8), true)
		default:
			c.Kind = Text
		}
	})
	if err != nil {
		return err
	}
	cells := s.rowAt(r.u16(0) + 1).Cells
	c := &cells[len(cells)-1]
	tokens := tail(r.data, 22)
	tokens = tokens[:min(len(tokens), r.u16(20))]
	c.External = s.refersOutside(tokens)
	if len(tokens) >= 5 && tokens[0] == tokenExpression {
		t := record{data: tokens}
		c.External = s.shared[[2]int{t.u16(1), t.u16(3)}]
	}
	if r.u16(12) != 0xFFFF && r.f64(6) == 0 || r.u16(12) == 0xFFFF && r.u8(6) == 3 {
		s.noteLink(r.u16(0), r.u16(2), tokens)
		c.NoValue = c.NoValue || unvalued(c, tokens)
	}
	s.formula = c
	if r.u16(12) == 0xFFFF && r.u8(6) == 0 {
		s.pending = c
	}
	return nil
}

// addString reads the text that the formula before gave.
func (s *xlsSheet) addString(r record) {
	if s.pending == nil {
		return
	}
	t := newTexts(r, 0)
	text, _ := t.text(t.u16(), true)
	s.setText(s.pending, unescapeLines(text.text))
	s.pending = nil
}

// addShared reads the formula that cells share, whose first is the one before.
func (s *xlsSheet) addShared(r record) {
	at := 8
	if r.kind == recArray {
		at = 12
	}
	tokens := tail(r.data, at+2)
	tokens = tokens[:min(len(tokens), r.u16(at))]
	if s.refersOutside(tokens) {
		s.shared[[2]int{r.u16(0), r.u8(4)}] = true
		if s.formula != nil {
			s.formula.External = true
		}
	}
}

func (s *xlsSheet) addMerges(r record) error {
	for i := range min(r.u16(0), len(r.data)/8) {
		at := 2 + 8*i
		if s.spent.merges++; s.spent.merges > maxMerges {
			return tooLarge("more than %d merged cells", maxMerges)
		}
		m := Range{r.u16(at) + 1, r.u16(at+4) + 1, r.u16(at+2) + 1, r.u16(at+6) + 1}
		if m.Top > m.Bottom || m.Left > m.Right || m.Right > MaxColumn {
			return damaged("sheet %s has a merged cell that ends before it begins", s.Name)
		}
		if m.Top < m.Bottom || m.Left < m.Right {
			s.Merges = append(s.Merges, m)
		}
	}
	return nil
}
