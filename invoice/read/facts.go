package read

import (
	"regexp"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
)

// facts are what is found around the table of one paper.
type facts struct {
	d    *draft
	p    *paper
	kind paperKind
	// order reports that the paper is a purchase order: its letterhead is the
	// buyer's, and who it is addressed to is the seller.
	bought   bool
	buying   bool // a purchase contract, 采购合同: its first party buys
	parties  []*foundParty
	banks    []*foundBank
	currency []mark
	dates    map[field]bool
	dated    string // where the paper's own date stands
}

// mark is a place that shows which currency a paper is in.
type mark struct {
	code, where string
	weak        bool
}

// readFacts reads what stands around the table of a paper: everything above
// its head and below its foot.
func (d *draft) readFacts(p *paper) {
	f := &facts{d: d, p: p, kind: p.kind, dates: map[field]bool{}}
	above, below := newArea(p.grid, p.top, p.head, false), newArea(p.grid, p.foot, p.end, true)
	f.titles(above)
	for _, a := range [...]*area{above, below} {
		a.resolve()
		f.routes(a)
		for _, e := range a.entries {
			f.entry(a, e)
		}
		f.letterhead(a)
		f.leftovers(a)
	}
	f.heads()
	f.settleParties(below)
	f.settleBanks()
	f.settleCurrency()
	f.settleNumber()
	f.settleIncoterm()
}

// settleIncoterm keeps a place of delivery that goes with no rule of Incoterms
// among the terms.
func (f *facts) settleIncoterm() {
	i := &f.d.order.Incoterm
	if i.Rule == "" && !i.Place.Empty() {
		f.term("交货地点 Place of delivery: "+i.Place.First(), f.d.where["incoterm.place"])
		delete(f.d.where, "incoterm.place")
		i.Place = invoice.Text{}
	}
}

// titles finds what the paper calls itself.
func (f *facts) titles(a *area) {
	a.each(func(b *box) {
		text := b.cell.Text
		kind := titleKind(text)
		if kind == unknownPaper {
			return
		}
		if f.kind == unknownPaper {
			f.kind = kind
		}
		if folded := fold(text); kind == contract && (strings.Contains(folded, "purchaseorder") || strings.Contains(folded, "采购订单") || strings.Contains(folded, "采购单") || folded == "po") {
			f.bought = true
		}
		if folded := fold(text); strings.Contains(folded, "采购") || strings.Contains(folded, "purchase") {
			f.buying = true
		}
		b.owned = true
	})
}

// entry takes a label and its value into the order.
func (f *facts) entry(a *area, e *entry) {
	p := e.segment
	if p.value != nil && p.value.cell.Unknown {
		f.d.warn(NoValue, string(f.pathOf(p.field)), p.value.cell.Where, "%s has no stored value", p.head)
		return
	}
	e.lines = given(e.lines)
	if len(e.lines) == 0 {
		return
	}
	for _, l := range e.lines {
		if cutOff(l.text) {
			f.d.warn(CutOff, string(f.pathOf(p.field)), l.where, "the text may be cut off: %s", l.text)
		}
	}
	role := p.field.role()
	switch {
	case role != "" && a.foot && p.text == "" && signed(e):
	case p.field == "to" && f.destination(a, e):
		f.place("shipment.to", &f.d.order.Shipment.To, e.lines)
	case p.field == "shipment.from" && company(e.lines[0].text):
		f.party("seller", nil, e)
	case role != "":
		f.party(role, p.roles, e)
	case p.field.bank():
		f.bank(e)
	default:
		f.plain(e)
	}
}

// signed reports whether a party's label below the table is where it signs:
// under it stands no company.
func signed(e *entry) bool {
	return len(e.lines) <= 2 && !company(e.lines[0].text)
}

// given are the lines that say something.
func given(lines []line) []line {
	var some []line
	for _, l := range lines {
		if !placeholder(l.text) {
			some = append(some, l)
		}
	}
	return some
}

// destination reports whether To: is where the goods go, not whom the paper is
// for: it stands beside From.
func (f *facts) destination(a *area, e *entry) bool {
	if company(e.lines[0].text) || len(e.lines) > 2 {
		return false
	}
	row := e.segment.box.row
	for _, o := range a.entries {
		if o.segment.field == "shipment.from" && o.segment.box.row >= row-1 && o.segment.box.row <= row+1 {
			return true
		}
	}
	return a.foot
}

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

// plain takes a value that is neither a party's nor a bank's.
func (f *facts) plain(e *entry) {
	o, l := &f.d.order, e.segment.field
	first := e.lines[0]
	switch l {
	case "number", "invoice.number", "proforma.number", "packing.number", "contract.number", "order.number", "quotation.number", "lc.number":
		f.number(e)
	case "date", "invoice.date", "proforma.date", "packing.date", "contract.date", "order.date", "quotation.date", "valid_until",
		"lc.date", "lc.expiry", "lc.latest_shipment", "shipment.date", "shipment.etd", "shipment.eta":
		f.date(e)
	case "orders_1688":
		o.References.Orders1688 = append(o.References.Orders1688, strings.FieldsFunc(first.text, func(r rune) bool { return strings.ContainsRune(" ,，;；/、", r) })...)
		f.d.found("references.orders_1688", first.where)
	case "lc.issuing_bank":
		f.text("lc.issuing_bank", &o.LC.IssuingBank, first)
	case "currency":
		if code, ok := currencyIn(first.text); ok {
			f.currency = append(f.currency, mark{code, first.where, false})
			f.d.found("currency", first.where)
		} else if code, ok := terms3(first.text); ok {
			f.currency = append(f.currency, mark{code, first.where, false})
		}
	case "route":
		for _, l := range e.lines {
			if from, to, ok := routeOf("from " + strings.TrimPrefix(strings.TrimPrefix(l.text, "FROM "), "From ")); ok {
				f.route(from, to, l.where)
			} else {
				f.sweep(l.text, l.where)
			}
		}
	case "etd_eta":
		f.departure(first)
	case "rule":
		if rule, place, ok := incotermIn(e.segment.head + " " + first.text); ok {
			f.setIncoterm(rule, place, first.where, false)
		}
	case "incoterm":
		f.incoterm(e)
	case "incoterm.place":
		f.place("incoterm.place", &o.Incoterm.Place, e.lines[:1])
	case "shipment.from":
		f.place("shipment.from", &o.Shipment.From, e.lines)
	case "shipment.to":
		f.place("shipment.to", &o.Shipment.To, e.lines)
	case "shipment.via":
		f.place("shipment.via", &o.Shipment.Via, e.lines)
	case "shipment.port_of_entry":
		f.place("shipment.port_of_entry", &o.Shipment.PortOfEntry, e.lines)
	case "shipment.mode":
		f.mode(first)
	case "shipment.vessel":
		f.vessel(e)
	case "shipment.voyage":
		f.text("shipment.voyage", &o.Shipment.Voyage, first)
	case "shipment.bl":
		f.text("shipment.bl", &o.Shipment.BL, first)
	case "shipment.awb":
		f.text("shipment.awb", &o.Shipment.AWB, first)
	case "shipment.tracking":
		f.text("shipment.tracking", &o.Shipment.Tracking, first)
	case "container", "seal", "container.type":
		f.containers(e)
	case "shipment.partial", "shipment.transshipment", "partial.transshipment":
		f.permission(e)
	case "delivery":
		f.delivery(e)
	case "insurance":
		f.insurance(e)
	case "origin":
		f.origin(first)
	case "marks":
		f.marks(e)
	case "purpose":
		f.purpose(first)
	case "payment":
		f.payment(e)
	case "bank_charges":
		f.bankCharges(first)
	case "notes":
		f.notes(e)
	case "terms", "inspection":
		f.terms(e)
	case "packing":
		f.packing(e)
	case "words":
		f.words(e)
	case "total", "goods", "tax":
		f.statedMoney(e)
	case "stated.packages", "stated.gross", "stated.net", "stated.cbm":
		f.statedPacking(l, e.segment.note, first)
	case "signatory":
		f.signatory(first)
	case "signatory.title":
		if s := &o.Seller.Signer; !s.Name.Empty() && s.Title.Empty() {
			s.Title = textOf([]string{first.text})
			f.d.found("seller.signatory.title", first.where)
		}
	case "signature":
		f.signature(e)
	case "money":
		f.money(e)
	case unknown:
		f.unread(e)
	}
}

// unread says that a label with a figure was not understood.
func (f *facts) unread(e *entry) {
	first := e.lines[0]
	if digitCount(first.text) > 0 {
		f.d.warn(Unread, "", first.where, "not understood: %s: %s", e.segment.head, first.text)
	}
}

// text sets a field that is a plain text, and says where another value
// competes for it.
func (f *facts) text(path string, to *string, l line) {
	f.set(path, to, strings.TrimRight(strings.TrimSpace(l.text), ",;，；"), l.where)
}

func (f *facts) set(path string, to *string, value, where string) {
	value = strings.TrimSpace(value)
	switch {
	case value == "" || placeholder(value):
	case *to == "":
		*to = value
		f.d.found(path, where)
	case fold(*to) != fold(value):
		f.competes(path, where, *to, value)
	}
}

// competes says that two values compete for a field.
func (f *facts) competes(path, where, kept, other string) {
	f.d.warn(Candidates, path, where, "%s stands here, but %s at %s was kept", brief(other), brief(kept), f.d.where[path])
}

// brief is the beginning of a text, for messages.
func brief(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// setText sets a field in both languages: one that lacks a language takes it
// from a later value.
func (f *facts) setText(path string, to *invoice.Text, value invoice.Text, where string) {
	switch {
	case value.Empty():
	case to.Empty():
		*to = value
		f.d.found(path, where)
	case to.Zh == "" && value.En == "":
		to.Zh = value.Zh
	case to.En == "" && value.Zh == "":
		to.En = value.En
	case differ(to.Zh, value.Zh) || differ(to.En, value.En):
		f.competes(path, where, to.First(), value.First())
	}
}

// differ reports whether two texts are given and not the same, the one not a
// part of the other.
func differ(a, b string) bool {
	a, b = fold(a), fold(b)
	return a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// number takes the number of a paper, and a day that stands behind it.
func (f *facts) number(e *entry) {
	first := e.lines[0]
	value := first.text
	if d, ok := findDate(value); ok && d.start > 0 && strings.ContainsAny(value[:d.start], " /,，") && digitCount(value[:d.start]) > 0 && wholeDateAt(value, d) {
		f.setDate(dateOf(e.segment.field), d, first)
		value = strings.TrimRight(value[:d.start], " /,，;；-")
		value = trailingLabel(value)
	}
	value = strings.Trim(value, " ,，;；")
	if len(value) > 100 || company(value) {
		return
	}
	path := string(f.pathOf(e.segment.field))
	f.set(path, f.numberAt(path), strings.TrimRight(value, ":： "), first.where)
	if len(e.lines) > 1 && strings.Contains(fold(e.segment.head), "date") {
		if d, ok := wholeDate(e.lines[1].text); ok {
			f.setDate(dateOf(e.segment.field), d, e.lines[1])
		}
	}
}

// wholeDateAt reports whether a text ends with the day found in it.
func wholeDateAt(value string, d foundDate) bool {
	return letterCount(value[d.end:]) == 0
}

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
	if e.segment.field == "shipment.date" && letterCount(first.text[:d.start]+first.text[d.end:]) > 12 {
		f.delivery(e)
		return
	}
	if len(e.lines) > 1 && d.doubt == "" && laterDay.MatchString(e.lines[1].text) {
		d.doubt = "another day follows: " + e.lines[1].text
	}
	f.setDate(e.segment.field, d, first)
}

func (f *facts) setDate(l field, d foundDate, at line) {
	o := &f.d.order
	path := string(f.pathOf(l))
	to := f.dateAt(path)
	if to == nil {
		return
	}
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

var shortLater = regexp.MustCompile(`^\s*[/,，;；、~-]?\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})`)

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
	if o.Date == "" {
		o.Date, f.dated = o.References.ContractDate, w["references.contract_date"]
	}
	if w["order.date"] != "" {
		f.dated = w["order.date"]
		delete(w, "order.date")
	}
	if o.Date != "" {
		f.d.found("date", f.dated)
	}
}

// heads reads what the heads of columns and the figures under them say of the
// currency and the terms of delivery.
func (f *facts) heads() {
	g := f.p.grid
	for r := max(0, f.p.head); r < min(f.p.body, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			if c.Kind != grid.Text {
				continue
			}
			if rule, place, ok := incotermIn(tidy(c.Text)); ok {
				f.setIncoterm(rule, place, c.Where, true)
			}
			if code, ok := currencyIn(c.Text); ok && priced(c.Text) {
				f.currency = append(f.currency, mark{code, c.Where, false})
			}
		}
	}
	seen := map[string]bool{}
	for r := max(0, f.p.body); r < min(f.p.end, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			if r < f.p.foot && c.Kind == grid.Text {
				f.totalTerms(c)
			}
			if c.Kind == grid.Number {
				if code, weak, ok := currencyOfFormat(c.Format); ok && !seen[code] {
					seen[code] = true
					f.currency = append(f.currency, mark{code, c.Where, weak})
				}
			} else if r < f.p.foot && isFigure.MatchString(c.Text) && f.underPrice(c) {
				if code, ok := currencyIn(c.Text); ok && !seen[code] {
					seen[code] = true
					f.currency = append(f.currency, mark{code, c.Where, false})
				}
			}
		}
	}
}

// underPrice reports whether a cell stands under a head of prices or amounts.
func (f *facts) underPrice(c *grid.Cell) bool {
	g := f.p.grid
	for r := max(0, f.p.head); r < min(f.p.body, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			if h := &g.Rows[r].Cells[i]; h.Overlap(c) > 0 && priced(h.Text) {
				return true
			}
		}
	}
	return false
}

// totalTerms takes the terms of delivery that stand with a total, or alone in a
// row of the table: TOTAL FOB SHENZHEN.
func (f *facts) totalTerms(c *grid.Cell) {
	text := tidy(c.Text)
	if len(text) > 60 {
		return
	}
	bare := totalHead.ReplaceAllString(text, "")
	if rule, place, ok := incotermIn(bare); ok && ruleForm.MatchString(bare) && ruleForm.FindStringIndex(bare)[0] == 0 &&
		(bare != text || fold(bare) == fold(rule+place)) {
		f.setIncoterm(rule, place, c.Where, true)
	}
}

var totalHead = regexp.MustCompile(`(?i)^(grand\s+)?(total|ttl|合计|总计|共计)(\s*(amount|value|price|金额))?\s*[:：]?\s*`)

// priced reports whether a head is of a price or an amount.
func priced(head string) bool {
	h := fold(head)
	for _, w := range [...]string{"price", "amount", "value", "total", "usd", "rmb", "cny", "eur", "价", "金额", "额", "合计", "总", "美元", "人民币", "cost"} {
		if strings.Contains(h, w) {
			return true
		}
	}
	return strings.ContainsAny(head, "$¥￥€£")
}

// settleCurrency decides the currency: what labels, heads, formats and words
// say must be one.
func (f *facts) settleCurrency() {
	o := &f.d.order
	if code, ok := currencyIn(o.Stated.Words.First()); ok {
		f.currency = append(f.currency, mark{code, f.d.where["stated.words"], false})
	}
	var chosen *mark
	for i := range f.currency {
		if m := &f.currency[i]; !m.weak {
			chosen = m
			break
		}
	}
	if chosen == nil && len(f.currency) > 0 {
		chosen = &f.currency[0]
	}
	if chosen == nil {
		return
	}
	o.Currency = chosen.code
	f.d.where["currency"] = chosen.where
	for _, m := range f.currency {
		if m.code != chosen.code && !m.weak {
			f.d.warn(CurrencyGone, "currency", m.where, "%s is named here, but %s at %s", m.code, chosen.code, chosen.where)
			return
		}
	}
}
