package read

import (
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// pathOf is the path of the order that a label's value goes to, as far as it
// is one.
func (f *facts) pathOf(l field) field {
	switch l {
	case "number":
		return f.ownPath() + ".number"
	case "date":
		return f.ownPath() + ".date"
	case "invoice.number", "invoice.date":
		kind := "documents.commercial"
		if f.kind == proforma {
			kind = "documents.proforma"
		}
		return field(kind + strings.TrimPrefix(string(l), "invoice"))
	case "proforma.number":
		if f.kind != proforma {
			return "references.proforma"
		}
		return "documents.proforma.number"
	case "proforma.date":
		return "documents.proforma.date"
	case "packing.number", "packing.date":
		return field("documents.packing-list" + strings.TrimPrefix(string(l), "packing"))
	case "contract.number":
		return "references.contract"
	case "contract.date":
		return "references.contract_date"
	case "order.number":
		return "references.buyer_order"
	case "quotation.date":
		if f.kind == quotation {
			return "order.date"
		}
		return ""
	case "order.date":
		if f.kind == proforma || f.kind == commercial || f.kind == packingList {
			return ""
		}
	case "quotation.number":
		return "references.quotation"
	case "valid_until":
		return "documents.proforma.valid_until"
	case "shipment.receipt":
		return "shipment.from"
	case "shipment.final":
		return "shipment.to"
	case "goods", "tax", "total", "words":
		return "stated." + l
	case "stated.gross", "stated.net":
		return l + "_kg"
	}
	switch {
	case l.bank():
		return "seller." + l
	case l.party():
		return l + ".name"
	}
	return l
}

// ownPath is where number and date of this paper itself go.
func (f *facts) ownPath() field {
	switch f.kind {
	case proforma:
		return "documents.proforma"
	case packingList:
		return "documents.packing-list"
	case commercial:
		return "documents.commercial"
	}
	return "order"
}

// number takes the number of a paper, and a day that stands behind it.
func (f *facts) number(e *entry) {
	first := e.lines[0]
	value := first.text
	if e.segment.field == "lc.number" {
		value = f.withoutIssuer(value, first.where)
	}
	if number, d, ok := numberAndDay(value); ok {
		f.setDate(dateOf(e.segment.field), d, first)
		value = trailingLabel(number)
	} else if d, ok := findDate(value); ok && d.start > 0 && strings.ContainsAny(value[:d.start], " /,，") && digitCount(value[:d.start]) > 0 && wholeDateAt(value, d) {
		f.setDate(dateOf(e.segment.field), d, first)
		value = strings.TrimRight(value[:d.start], " /,，;；-")
		value = trailingLabel(value)
	}
	if m := datedSwift.FindStringSubmatch(value); m != nil && e.segment.field == "lc.number" {
		if d, ok := findDate("20" + m[2] + "-" + m[3] + "-" + m[4]); ok {
			f.setDate("lc.date", d, first)
			value = m[1]
		}
	}
	value = strings.Trim(leadingNo.ReplaceAllString(value, ""), " ,，;；")
	if len(value) > 100 || company(value) {
		return
	}
	path := string(f.pathOf(e.segment.field))
	f.set(path, f.numberAt(path), strings.TrimRight(value, ":： "), first.where)
	if len(e.lines) > 1 && strings.Contains(fold(e.segment.head), "date") {
		if day := e.lines[1]; day.cell != nil && day.cell.Date != "" {
			f.setDate(dateOf(e.segment.field), foundDate{date: day.cell.Date}, day)
		} else if d, ok := wholeDate(day.text); ok {
			f.setDate(dateOf(e.segment.field), d, day)
		}
	}
}

// withoutIssuer takes the bank that issued a letter of credit off the end of
// its number: ILC2600178 dated 12 Jan 2026, issued by Vietcombank.
func (f *facts) withoutIssuer(value, where string) string {
	m := lcBank.FindStringSubmatchIndex(value)
	if m == nil || m[0] == 0 {
		return value
	}
	f.set("lc.issuing_bank", &f.d.order.LC.IssuingBank, strings.Trim(value[m[2]:m[3]], " ,，."), where)
	return strings.TrimRight(value[:m[0]], " ,，;；")
}

// datedNumber is the day behind a number: SC-118 dated 18 Nov 2025.
var datedNumber = pattern.Lazily(`(?i)[\s,，(（/]+(?:dated?|dd|签订于|日期)\b?[\s:：.]*\S.*$`)

// numberAndDay parts a number from the day behind it: HT-2411-02 / NOV.02,2024.
func numberAndDay(value string) (number string, d foundDate, ok bool) {
	for i, r := range value {
		if !strings.ContainsRune(" /,，", r) || i == 0 || digitCount(value[:i]) == 0 {
			continue
		}
		right := strings.TrimLeft(value[i:], " /,，")
		if d, ok := findDate(right); ok && d.start == 0 && d.end == len(right) {
			return strings.TrimRight(value[:i], " /,，;；-"), d, true
		}
	}
	return "", foundDate{}, false
}

// settleCredit takes a letter of credit for the means of payment, where nothing
// else names one.
func (f *facts) settleCredit() {
	o := &f.d.order
	if o.LC.Number != "" && o.Payment.Method == "" {
		f.set("payment.method", &o.Payment.Method, "lc", f.d.where["lc.number"])
	}
}

// wholeDateAt reports whether a text ends with the day found in it.
func wholeDateAt(value string, d foundDate) bool {
	return letterCount(value[d.end:]) == 0
}

// leadingNo is the word that a number may begin with: No. 15/2024.
var leadingNo = pattern.Lazily(`(?i)^(?:no\.?\s*[:：]?\s+|no\.|nr\.\s*|№\s*|#\s*)`)

// trailingLabel takes a label off the end of a text: "SY-118 DATE".
func trailingLabel(value string) string {
	ws := words(value)
	if n := len(ws); n > 1 && labelIndex()[ws[n-1].folded] == "date" {
		return strings.TrimRight(value[:ws[n-1].start], " /,，;；-")
	}
	return value
}

// dateOf is the date that goes with a number.
func dateOf(l field) field {
	if l == "number" {
		return "date"
	}
	return field(strings.TrimSuffix(string(l), "number") + "date")
}

func (f *facts) numberAt(path string) *string {
	o := &f.d.order
	switch path {
	case "documents.proforma.number":
		return &o.Docs.Proforma.Number
	case "documents.commercial.number":
		return &o.Docs.Commercial.Number
	case "documents.packing-list.number":
		return &o.Docs.PackingList.Number
	case "references.contract":
		return &o.References.Contract
	case "references.buyer_order":
		return &o.References.BuyerOrder
	case "references.quotation":
		return &o.References.Quotation
	case "references.proforma":
		return &o.References.Proforma
	case "lc.number":
		return &o.LC.Number
	}
	return &o.Number
}

// date takes a day.
func (f *facts) date(e *entry) {
	first := e.lines[0]
	if first.cell != nil && first.cell.Date != "" {
		f.setDate(e.segment.field, foundDate{date: first.cell.Date}, first)
		return
	}
	d, ok := findDate(first.text)
	if m := swiftDay.FindStringSubmatch(first.text); !ok && m != nil && strings.HasPrefix(string(e.segment.field), "lc.") {
		d, ok = findDate("20" + m[1] + "-" + m[2] + "-" + m[3])
	}
	if !ok {
		if e.segment.field == "shipment.date" {
			f.delivery(e)
		} else if e.segment.field == "valid_until" {
			f.term(e.segment.head+": "+first.text, first.where)
		} else if digitCount(first.text) > 0 {
			f.d.warn(Unread, string(f.pathOf(e.segment.field)), first.where, "%s is no day that can be read", brief(first.text))
		}
		return
	}
	if e.segment.field == "shipment.date" && deadline.MatchString(first.text) {
		f.delivery(e)
		return
	}
	if e.segment.field == "shipment.date" && letterCount(first.text[:d.start]+first.text[d.end:]) > 12 {
		f.delivery(e)
		return
	}
	if len(e.lines) > 1 && d.doubt == "" && laterDay.MatchString(e.lines[1].text) {
		d.doubt = "another day follows: " + e.lines[1].text
	}
	f.setDate(e.segment.field, d, first)
}

// ordered decides a day that could be two by the other days of the paper: where
// one of them can only be day first, all are.
func (f *facts) ordered(d foundDate, text string) foundDate {
	other, two := strings.CutPrefix(d.doubt, "may also be ")
	m := yearLast.FindStringSubmatch(text)
	if !two || m == nil || len(m[4]) != 4 {
		return d
	}
	dayFirst, monthFirst := f.p.orderOfDays(m[2])
	if dayFirst == monthFirst {
		return d
	}
	month := m[1]
	if dayFirst {
		month = m[3]
	}
	if len(month) == 1 {
		month = "0" + month
	}
	for _, date := range [...]invoice.Date{d.date, invoice.Date(other)} {
		if len(date) == 10 && string(date[5:7]) == month {
			d.date, d.doubt = date, ""
			break
		}
	}
	return d
}

// orderOfDays reports whether days of a paper whose parts a sign parts stand
// before their months, or behind them.
func (p *paper) orderOfDays(sign string) (dayFirst, monthFirst bool) {
	for r := max(0, p.top); r < min(p.end, len(p.grid.Rows)); r++ {
		for i := range p.grid.Rows[r].Cells {
			c := &p.grid.Rows[r].Cells[i]
			if c.Kind != grid.Text {
				continue
			}
			for _, m := range yearLast.FindAllStringSubmatch(c.Text, 8) {
				if m[2] != sign || len(m[4]) != 4 {
					continue
				}
				a, _ := strconv.Atoi(m[1])
				b, _ := strconv.Atoi(m[3])
				dayFirst = dayFirst || a > 12 && a <= 31 && b <= 12
				monthFirst = monthFirst || b > 12 && b <= 31 && a <= 12
			}
		}
	}
	return dayFirst, monthFirst
}

var datedSwift = pattern.Lazily(`(?i)^(.*?\S)\s*[,/]?\s*(?:dated?|dd)\b[\s:.]*(\d\d)(\d\d)(\d\d)$`)

// besideNumber is a day under a label that says no more than Date, beside the
// number of another paper than this one.
type besideNumber struct {
	field field // the day of that paper
	entry *entry
}

// numberBeside is the day that belongs to the number which a label stands right
// of, or under: of a contract, an order, a letter of credit.
func (a *area) numberBeside(e *entry) field {
	b := e.segment.box
	best := field("")
	for _, o := range a.entries {
		l, at := o.segment.field, o.segment.box
		switch {
		case l != "contract.number" && l != "order.number" && l != "lc.number":
		case at.row == b.row && at.cell.Right <= b.cell.Left && !a.between(at, b), at.row == b.row-1 && at.cell.Left == b.cell.Left, at == b && before(o.segment, e.segment):
			best = dateOf(l)
		}
	}
	return best
}

// between reports whether another label stands between two of a row.
func (a *area) between(left, right *box) bool {
	for _, b := range a.row(left.row) {
		if b.cell.Left >= left.cell.Right && b.cell.Right <= right.cell.Left && b.labelled() {
			return true
		}
	}
	return false
}

// settleDates gives the days beside other papers' numbers to those, where the
// paper has a day of its own; else they are its own.
func (f *facts) settleDates() {
	own := f.dated != "" || f.d.order.Docs.Commercial.Date+f.d.order.Docs.Proforma.Date != ""
	for _, b := range f.besides {
		swift := swiftDay.MatchString(b.entry.lines[0].text)
		if own || swift && b.field == "lc.date" {
			b.entry = b.entry.as(b.field)
		}
		f.date(b.entry)
		own = true
	}
}

// swiftDay is a day as messages of banks have it: 240502.
var swiftDay = pattern.Lazily(`^(\d\d)(\d\d)(\d\d)$`)

func (f *facts) setDate(l field, d foundDate, at line) {
	o := &f.d.order
	path := string(f.pathOf(l))
	to := f.dateAt(path)
	if to == nil {
		return
	}
	d = f.ordered(d, at.text)
	switch {
	case *to == "":
		*to = d.date
		f.d.found(path, at.where)
		if d.doubt != "" {
			f.d.warn(DateDoubt, path, at.where, "%s was read as %s: %s", brief(at.text), d.date, d.doubt)
		}
	case *to != d.date:
		f.competes(path, at.where, string(*to), string(d.date))
	}
	if l == "date" || l == "invoice.date" && f.dated == "" {
		o.Date, f.dated = *to, f.d.where[path]
	}
}

// departure takes the days of departure and arrival that stand in one cell; the
// second may lack its year.
func (f *facts) departure(l line) {
	etd, ok := findDate(l.text)
	if !ok {
		return
	}
	rest := l.text[etd.end:]
	eta, both := findDate(rest)
	if m := shortLater.FindStringSubmatch(rest); m != nil && !both {
		year := etd.date[:4]
		eta, both = findDate(string(year) + "-" + m[1] + "-" + m[2])
		if both && eta.date < etd.date {
			both = false
		}
	}
	if both {
		etd.doubt = ""
		f.setDate("shipment.eta", eta, l)
	}
	f.setDate("shipment.etd", etd, l)
}

var shortLater = pattern.Lazily(`^\s*[/,，;；、~-]?\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})`)

func (f *facts) dateAt(path string) *invoice.Date {
	o := &f.d.order
	switch path {
	case "documents.proforma.date":
		return &o.Docs.Proforma.Date
	case "documents.commercial.date":
		return &o.Docs.Commercial.Date
	case "documents.packing-list.date":
		return &o.Docs.PackingList.Date
	case "documents.proforma.valid_until":
		return &o.Docs.Proforma.ValidUntil
	case "references.contract_date":
		return &o.References.ContractDate
	case "lc.date":
		return &o.LC.Date
	case "lc.expiry":
		return &o.LC.Expiry
	case "lc.latest_shipment":
		return &o.LC.LatestShipment
	case "shipment.date":
		return &o.Shipment.Date
	case "shipment.etd":
		return &o.Shipment.ETD
	case "shipment.eta":
		return &o.Shipment.ETA
	case "order.date":
		return &o.Date
	}
	return nil
}

// settleNumber gives the order a number and a date of those that were found:
// the contract's or the buyer's order's, else the paper's own.
func (f *facts) settleNumber() {
	o, w := &f.d.order, f.d.where
	if own := f.numberAt(string(f.ownPath()) + ".number"); *own == "" && o.Docs.Commercial.Number+o.Docs.Proforma.Number == "" && f.reference.text != "" {
		f.text(string(f.ownPath())+".number", own, f.reference)
	}
	for _, c := range [...]struct{ path, number string }{
		{"order.number", o.Number},
		{"references.contract", o.References.Contract}, {"references.buyer_order", o.References.BuyerOrder},
		{"documents.proforma.number", o.Docs.Proforma.Number}, {"documents.commercial.number", o.Docs.Commercial.Number},
		{"documents.packing-list.number", o.Docs.PackingList.Number}, {"references.quotation", o.References.Quotation},
	} {
		if c.number != "" {
			o.Number = c.number
			f.d.found("number", w[c.path])
			break
		}
	}
	if f.kind == contract && o.References.Contract == "" && w["order.number"] != "" && !f.bought {
		o.References.Contract = o.Number
		f.d.found("references.contract", w["order.number"])
	}
	if f.kind == quotation && o.References.Quotation == "" && w["order.number"] != "" {
		o.References.Quotation = o.Number
		f.d.found("references.quotation", w["order.number"])
	}
	if f.bought && o.References.BuyerOrder == "" && w["order.number"] != "" {
		o.References.BuyerOrder = o.Number
		f.d.found("references.buyer_order", w["order.number"])
	}
	delete(w, "order.number")
	for _, c := range [...]struct {
		path string
		date invoice.Date
	}{
		{"documents.proforma.date", o.Docs.Proforma.Date}, {"documents.commercial.date", o.Docs.Commercial.Date},
		{"references.contract_date", o.References.ContractDate},
	} {
		if o.Date == "" && c.date != "" {
			o.Date, f.dated = c.date, w[c.path]
		}
	}
	if c := o.References.ContractDate; c != "" && o.Number == o.References.Contract && o.Docs.Proforma.Date == "" {
		o.Date, f.dated = c, w["references.contract_date"] // the day of the paper whose number the order has
	}
	if w["order.date"] != "" {
		f.dated = w["order.date"]
		delete(w, "order.date")
	}
	if o.Date != "" {
		f.d.found("date", f.dated)
	}
}
