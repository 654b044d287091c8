package sheet

// page reads how a sheet is printed.
func (r *xlsxSheet) page(t tag) error {
	p := &r.Page
	switch t.name {
	case "printOptions":
		p.CenterAcross = t.flag("horizontalCentered", false)
		p.CenterDown = t.flag("verticalCentered", false)
		p.GridLines = t.flag("gridLines", false)
	case "pageMargins":
		inches := func(name string) int { return thousandths(72 * min(t.real(name, 0), 50)) }
		p.Left, p.Right, p.Top, p.Bottom = inches("left"), inches("right"), inches("top"), inches("bottom")
		p.HeaderMargin, p.FooterMargin = inches("header"), inches("footer")
	case "pageSetup":
		p.Paper = t.number("paperSize", 1)
		p.Landscape = t.attribute("orientation") == "landscape"
		p.Scale = min(max(t.number("scale", 100), 10), 400)
		p.FitWide = min(max(t.number("fitToWidth", 1), 0), MaxColumn)
		p.FitHigh = min(max(t.number("fitToHeight", 1), 0), MaxRow)
		p.OverThenDown = t.attribute("pageOrder") == "overThenDown"
		if t.flag("useFirstPageNumber", false) {
			p.FirstPage = t.number("firstPageNumber", 0)
		}
	case "headerFooter":
		return r.headers(t)
	case "rowBreaks":
		return r.breaks(&p.RowBreaks)
	case "colBreaks":
		return r.breaks(&p.ColumnBreaks)
	}
	return nil
}

func (r *xlsxSheet) headers(head tag) error {
	p := &r.Page
	return r.each(func(t tag) error {
		text, err := r.text()
		text = unescape(text)
		switch t.name {
		case "oddHeader":
			p.Header = text
		case "oddFooter":
			p.Footer = text
		case "evenHeader":
			if head.flag("differentOddEven", false) {
				p.EvenHeader = text
			}
		case "evenFooter":
			if head.flag("differentOddEven", false) {
				p.EvenFooter = text
			}
		case "firstHeader":
			if head.flag("differentFirst", false) {
				p.FirstHeader = text
			}
		case "firstFooter":
			if head.flag("differentFirst", false) {
				p.FirstFooter = text
			}
		}
		return err
	})
}

// maxBreaks is how many page breaks are read, as many as Excel allows.
const maxBreaks = 1026

func (r *xlsxSheet) breaks(to *[]int) error {
	return r.each(func(t tag) error {
		if n := t.number("id", 0); n > 0 && n < MaxRow && len(*to) < maxBreaks {
			*to = append(*to, n)
		}
		return nil
	})
}
