package sheet

// layout reads how a sheet looks and is printed.
func (s *xlsSheet) layout(r record) {
	p := &s.Page
	switch r.kind {
	case recColumns:
		s.addColumns(r)
	case recDefaultCol:
		s.DefaultWidth = float64(r.u16(0)) + 5/float64(max(s.book.Digit, 1))
	case recStandard:
		s.DefaultWidth = float64(r.u16(0)) / 256
	case recDefaultRow:
		s.DefaultHidden = r.u16(0)&2 != 0
		s.DefaultHeight = r.u16(2) * 50
	case recView:
		flags := r.u16(0)
		s.Gridless, s.NoZeros, s.RightToLeft = flags&2 == 0, flags&0x10 == 0, flags&0x40 != 0
	case recOptions:
		p.Fit = r.u16(0)&0x100 != 0
	case recSetup:
		s.addSetup(r)
	case recHeader:
		p.Header = headerText(r)
	case recFooter:
		p.Footer = headerText(r)
	case recLeft:
		p.Left = inches(r.f64(0))
	case recRight:
		p.Right = inches(r.f64(0))
	case recTop:
		p.Top = inches(r.f64(0))
	case recBottom:
		p.Bottom = inches(r.f64(0))
	case recPrintGrid:
		p.GridLines = r.u16(0) != 0
	case recCenter:
		p.CenterAcross = r.u16(0) != 0
	case recCenterDown:
		p.CenterDown = r.u16(0) != 0
	case recRowBreaks:
		p.RowBreaks = breaksOf(r)
	case recColBreaks:
		p.ColumnBreaks = breaksOf(r)
	}
}

func (s *xlsSheet) addColumns(r record) {
	c := Column{First: r.u16(0) + 1, Last: min(r.u16(2)+1, 256), Width: float64(r.u16(4)) / 256, Hidden: r.u16(8)&1 != 0, Style: s.style(r.u16(6))}
	if c.First > c.Last || len(s.Columns) > MaxColumn {
		return
	}
	c.Hidden = c.Hidden || c.Width < leastWidth
	s.Columns = append(s.Columns, c)
}

func (s *xlsSheet) addSetup(r record) {
	p := &s.Page
	flags := r.u16(10)
	p.HeaderMargin, p.FooterMargin = inches(r.f64(16)), inches(r.f64(24))
	p.OverThenDown = flags&1 != 0
	p.FitWide, p.FitHigh = r.u16(6), r.u16(8)
	if flags&4 == 0 { // the printer's settings are given
		p.Paper, p.Scale = r.u16(0), min(max(r.u16(2), 10), 400)
		p.Landscape = flags&2 == 0 && flags&0x40 == 0
	}
	if flags&0x80 != 0 {
		p.FirstPage = r.u16(4)
	}
}

// inches are inches in thousandths of a point.
func inches(x float64) int {
	if !(x >= 0 && x < 50) {
		return 0
	}
	return thousandths(72 * x)
}

func headerText(r record) string {
	if len(r.data) == 0 {
		return ""
	}
	t := newTexts(r, 0)
	text, _ := t.text(t.u16(), true)
	return unescapeLines(text.text)
}

func breaksOf(r record) []int {
	var all []int
	for i := range min(r.u16(0), maxBreaks, len(r.data)/6) {
		all = append(all, r.u16(2+6*i))
	}
	return all
}
