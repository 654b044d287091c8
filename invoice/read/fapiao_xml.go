package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/element"
	"yipiao/invoice/read/grid"
)

// readFapiaoXML reads an e-fapiao in XML: 数电票 (EInvoice), VAT e-fapiao
// (eInvoice), the accounting standard's XBRL, and what tax-control software
// writes. All name the same things; the names are what tells them apart.
func (src *Source) readFapiaoXML(data []byte) []Reading {
	root, err := element.Parse(data)
	if err != nil {
		return refuse("%v", err)
	}
	src.Grids = []*grid.Grid{elementGrid(root)}
	all := fapiaoElements(root)
	if len(all) == 0 {
		return refuse("%s", noFapiao(root))
	}
	var readings []Reading
	for _, f := range all {
		readings = append(readings, f.reading())
	}
	return readings
}

// noFapiao says what an XML file is that is no e-fapiao.
func noFapiao(root *element.Element) string {
	if root.Name == "Workbook" {
		return "the workbook is saved as XML (2003): save it as XLSX"
	}
	return "the XML, whose root is " + root.Name + ", is no e-fapiao that is known"
}

// fapiaoElements are the fapiao of an XML file: most hold one.
func fapiaoElements(root *element.Element) []*fapiao {
	var all []*fapiao
	for _, scope := range fapiaoScopes(root) {
		if f := fapiaoOf(scope); (!f.empty() || len(f.lines) > 0) && f.chinese() {
			all = append(all, f)
		}
	}
	return all
}

// chinese reports whether f can be a fapiao: other countries' invoices name
// their fields alike, but nothing in them is Chinese.
func (f *fapiao) chinese() bool {
	han := false
	for _, t := range f.texts() {
		han = han || invoice.HasHan(t.text)
	}
	for i := range f.lines {
		han = han || invoice.HasHan(f.lines[i].name.text)
	}
	return han && (f.currency == "" || f.currency == "CNY")
}

// fapiaoScopes are the elements that hold one fapiao each: elements of one
// name beside each other that each name a party, or else the root.
func fapiaoScopes(root *element.Element) []*element.Element {
	var scopes []*element.Element
	root.All(func(e *element.Element) bool {
		if len(scopes) > 0 {
			return false
		}
		byName := map[string][]*element.Element{}
		for _, c := range e.Children {
			if len(c.Children) > 0 && namesParty(c) {
				byName[c.Name] = append(byName[c.Name], c)
			}
		}
		for _, c := range e.Children {
			if same := byName[c.Name]; len(same) > 1 {
				scopes = same
				break
			}
		}
		return len(scopes) == 0
	})
	if scopes == nil {
		scopes = []*element.Element{root}
	}
	return scopes
}

// namesParty reports whether both parties' names stand within e.
func namesParty(e *element.Element) bool {
	buyer, seller := false, false
	e.All(func(c *element.Element) bool {
		n := plainName(c.Name)
		buyer, seller = buyer || headFields[n] == buyerName, seller || headFields[n] == sellerName
		return !(buyer && seller)
	})
	return buyer && seller
}

// fapiaoOf reads the fapiao within scope. Of several elements that name one
// thing the one of the better name counts.
func fapiaoOf(scope *element.Element) *fapiao {
	f := &fapiao{}
	best := map[headField]int{}
	scope.All(func(e *element.Element) bool {
		if isFapiaoLine(e) {
			l := fapiaoLineOf(e)
			f.lines, f.taxIncluded = append(f.lines, l), f.taxIncluded || l.taxIncluded
			return false
		}
		if len(e.Children) > 0 {
			return true
		}
		f.take(e, best)
		return true
	})
	f.labels(scope)
	f.onlyLine(scope)
	return f
}

// take reads a leaf; best has the rank of what was taken for each field.
func (f *fapiao) take(e *element.Element, best map[headField]int) {
	field, rank := headFieldOf(e)
	switch {
	case e.Value() == "":
	case plainName(e.Name) == "currency" || plainName(e.Name) == "currencycode":
		if f.currency = e.Value(); f.currency == "RMB" || f.currency == "156" || f.currency == "人民币" {
			f.currency = "CNY"
		}
	case plainName(e.Name) == "hsbz":
		f.taxIncluded = f.taxIncluded || e.Value() == "1"
	case field != noField:
		if best[field] == 0 || rank < best[field] {
			*f.head(field), best[field] = fapiaoText{e.Value(), e.Path()}, rank
		}
	case standsIn(e, "EInvoiceData") && len(f.warnings) < mostUnread:
		f.warnings = append(f.warnings, Warning{Unread, "", e.Path(), "an order has no field for " + e.Name + ": " + e.Value()})
	}
}

// mostUnread is how many fields are named that an order has none for.
const mostUnread = 100

// standsIn reports whether e stands within an element of that name.
func standsIn(e *element.Element, name string) bool {
	for p := e.Parent; p != nil; p = p.Parent {
		if p.Name == name {
			return true
		}
	}
	return false
}

// onlyLine makes a line of what is sold where the file names it once, without
// rows of goods: its amount is then 合计.
func (f *fapiao) onlyLine(scope *element.Element) {
	if len(f.lines) > 0 || f.goods.text == "" {
		return
	}
	var names []*element.Element
	scope.All(func(e *element.Element) bool {
		if len(e.Children) == 0 && lineFields[plainName(e.Name)] == lineName && e.Value() != "" {
			names = append(names, e)
		}
		return true
	})
	if len(names) != 1 {
		return
	}
	f.lines = []fapiaoLine{{name: fapiaoText{names[0].Value(), names[0].Path()}, amount: f.goods, tax: f.tax}}
	f.warnings = append(f.warnings, Warning{Missing, "lines[0].amount", f.goods.where, "the file gives no rows of goods; 合计 is taken for the only thing that it names"})
}

// labels reads what 数电票 says by pairs of a code and a name: its kind, and
// whether it is a red-letter one.
func (f *fapiao) labels(scope *element.Element) {
	var names []string
	where := ""
	for _, labels := range scope.Named("InherentLabel") {
		if label := labels.Child("InIssuType"); label != nil {
			f.red = f.red || strings.EqualFold(label.Child("LabelCode").Value(), "N")
		}
		for _, name := range [...]string{"EInvoiceType", "GeneralOrSpecialVAT"} {
			if label := labels.Child(name).Child("LabelName"); label.Value() != "" {
				names, where = append(names, label.Value()), labels.Path()
			}
		}
	}
	if len(names) == 2 && f.kind.text == "" {
		f.kind = fapiaoText{names[0] + "（" + names[1] + "）", where} // as its page is titled
	}
}

// isFapiaoLine reports whether e is a row of goods: it names them, and gives
// an amount or a tax.
func isFapiaoLine(e *element.Element) bool {
	named, figures := false, false
	for _, c := range e.Children {
		switch lineFields[plainName(c.Name)] {
		case lineName:
			named = named || len(c.Children) == 0
		case lineAmount, lineTax, lineRate, lineQuantity:
			figures = figures || len(c.Children) == 0
		}
	}
	return figures && (named || plainName(e.Name) == "issuiteminformation")
}

// fapiaoLineOf reads a row of goods.
func fapiaoLineOf(e *element.Element) fapiaoLine {
	var l fapiaoLine
	hasRate := e.Child("Slv") != nil || e.Child("SLV") != nil || e.Child("slv") != nil
	for _, c := range e.Children {
		field := lineFields[plainName(c.Name)]
		if plainName(c.Name) == "sl" && hasRate {
			field = lineQuantity // 数量 beside 税率 Slv; without it 税率
		}
		if plainName(c.Name) == "hsbz" {
			l.taxIncluded = c.Value() == "1"
		}
		if plainName(c.Name) == "fphxz" || plainName(c.Name) == "natureofinvoiceline" {
			l.discount = c.Value() == "1" || c.Value() == "折扣行"
		}
		if t := l.cell(field); t != nil && c.Value() != "" {
			*t = t.or(fapiaoText{c.Value(), c.Path()})
		}
	}
	return l
}
