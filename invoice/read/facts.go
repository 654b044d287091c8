package read

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// facts are what is found around the table of one paper.
type facts struct {
	d    *draft
	p    *paper
	kind paperKind
	// bought reports that the paper is a purchase order: its letterhead is the
	// buyer's, and who it is addressed to is the seller.
	bought   bool
	buying   bool // a purchase contract, 采购合同: its first party buys
	parties  []*foundParty
	banks    []*foundBank
	currency []mark
	totals   []ruleAt // terms of delivery that stand with totals
	// reference is a number that isn't said to be the paper's: it serves where
	// no other does.
	reference line
	dated     string // where the paper's own date stands
	// receipt and final are where the goods are taken over and where they go in
	// the end: the ports where no label names those.
	receipt, final line
	// besides are days that stand beside or under another paper's number.
	besides []besideNumber
	title   line // of who signs
	// prepared is who made the paper out, as far as she is taken for who signs.
	prepared string
	sales    line // who sells, of the seller's people
	// salesContact is how to reach who sells.
	salesContact []line
	fba          invoice.FBA // of Amazon's shipment, where labels name it
	noted        int         // remarks that were taken
	paidOn       []paidDay
	handed       bool // the paper is a delivery note, whose number and day are its own
}

// readFacts reads what stands around the table of a paper: everything above
// its head and below its foot, and labels of the whole among its lines.
func (d *draft) readFacts(p *paper) {
	f := &facts{d: d, p: p, kind: p.kind}
	above, below := newArea(p.grid, p.top, p.head, false), newArea(p.grid, p.foot, p.end, true)
	f.titles(above)
	areas := []*area{above, below}
	if p.among != nil {
		areas = append(areas, newArea(p.among, 0, len(p.among.Rows), true))
	}
	for _, a := range areas {
		a.resolve()
		f.numbered(a)
		f.routes(a)
		for _, e := range a.entries {
			f.entry(a, e)
		}
		f.letterhead(a)
		if !a.foot && !f.named() {
			f.plainHead(a)
		}
		f.leftovers(a)
	}
	f.settleDates()
	defer f.settlePayments()
	f.settleSigner()
	f.heads()
	f.settleParties()
	f.settleBanks()
	f.settleCurrency()
	f.settleNumber()
	f.settleWay()
	f.settleIncoterm()
	f.settleCredit()
}

// numbered tells a proforma invoice that has no title by its own number:
// PROFORMA INVOICE NO. GL-33, where no other invoice's number stands.
func (f *facts) numbered(a *area) {
	if f.kind != unknownPaper || a.foot {
		return
	}
	own := false
	for _, e := range a.entries {
		switch e.segment.field {
		case "invoice.number", "packing.number", "number":
			return
		case "proforma.number":
			own = true
		}
	}
	if own {
		f.kind, f.p.kind = proforma, proforma
	}
}

// settleWay takes the place of receipt and the final destination for the ports,
// where no others are named, else keeps them among the terms.
func (f *facts) settleWay() {
	s := &f.d.order.Shipment
	for _, w := range [...]struct {
		path   string
		to     *invoice.Text
		at     line
		zh, en string
	}{
		{"shipment.from", &s.From, f.receipt, "起运地", "Place of receipt"},
		{"shipment.to", &s.To, f.final, "最终目的地", "Final destination"},
	} {
		given := textOf([]string{w.at.text})
		name := w.en
		if given.Zh != "" {
			name = w.zh
		}
		_, country := countryIn(w.at.text)
		switch {
		case w.at.text == "" || country && !w.to.Empty():
		case w.to.Empty():
			f.place(w.path, w.to, []line{w.at})
		case differ(w.to.Zh, given.Zh) || differ(w.to.En, given.En):
			f.term(name+": "+w.at.text, w.at.where)
		}
	}
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
		if name, title := titledName(text); kind == unknownPaper && title != "" && !a.foot {
			b.segments = []segment{{text: tidy(name), box: b}}
			f.called(title)
			return
		}
		if kind == unknownPaper || a.numberOf(b) {
			return
		}
		if a.labelsCode(b) {
			if l, ok := labelIndex()[fold(text)]; ok && !b.labelled() {
				b.segments = []segment{{label: label{field: l}, head: tidy(text), box: b}}
			}
			return
		}
		f.called(text)
		if folded := fold(text); kind == contract && (strings.Contains(folded, "purchaseorder") || strings.Contains(folded, "采购订单") || strings.Contains(folded, "采购单") || folded == "po") {
			f.bought = true
		}
		if folded := fold(text); strings.Contains(folded, "采购") || strings.Contains(folded, "purchase") {
			f.buying = true
		}
		b.owned = true
	})
}

// called takes what a paper is from its title.
func (f *facts) called(title string) {
	kind := titleKind(title)
	if f.kind == unknownPaper {
		f.kind = kind
	}
	f.handed = f.handed || kind == commercial && otherTitle(title)
}

// titledName parts the name of a company from the title that follows it in the
// head of a paper: 台州市恒通塑模厂销售单.
func titledName(text string) (name, title string) {
	if len(text) > 160 || strings.ContainsAny(text, "\n:：") {
		return "", ""
	}
	for _, m := range latinCompany.FindAllStringIndex(text, -1) {
		if rest := strings.TrimLeft(text[m[1]:], " .,-–—"); titleKind(rest) != unknownPaper {
			return text[:m[1]], rest
		}
	}
	for i, r := range text {
		if i > 0 && unicode.Is(unicode.Han, r) && hanFirm.MatchString(text[:i]) && (titleKind(text[i:]) != unknownPaper || slip.MatchString(text[i:])) {
			return text[:i], text[i:]
		}
	}
	return "", ""
}

// slip is the title of a paper that bills without being called an invoice.
var slip = pattern.Lazily(`^(?:销售|销货|出库|开单)单$`)

// hanFirm is a text that ends as names of companies do.
var hanFirm = pattern.Lazily(`(?:公司|\p{Han}{2}[厂店行部社])\s*$`)

// numberOf reports whether a box that reads like a title is the number that the
// label left of it asks for: Invoice No.: | CI-7.
func (a *area) numberOf(b *box) bool {
	row := a.row(b.row)
	i := slices.Index(row, b)
	return i > 0 && digitCount(b.cell.Text) > 0 && row[i-1].bare() && strings.HasSuffix(string(row[i-1].segments[0].field), "number")
}

// labelsCode reports whether a box that reads like a title is the label of a
// number beside it.
func (a *area) labelsCode(b *box) bool {
	cells := a.grid.Rows[b.row].Cells
	for i := range cells {
		if &cells[i] == b.cell {
			return labelsCode(cells, i)
		}
	}
	return false
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
		if cutOff(l.text) && (l.cell == nil || cutOff(l.cell.Text)) {
			f.d.warn(CutOff, string(f.pathOf(p.field)), l.where, "the text may be cut off: %s", l.text)
		}
	}
	role := p.field.role()
	if p.field == unknown && p.taken {
		return // a party's
	}
	switch {
	case role != "" && a.foot && p.text == "" && signed(e), role != "" && a.foot && (len(e.lines) == 1 || role == "exporter") && hanPerson.MatchString(e.lines[0].text):
	case p.field == "shipment.from" && !a.foot && f.letterFrom(a, e):
		f.party("letterhead", nil, &entry{segment: &segment{}, lines: []line{{".contact", e.lines[0].text, e.lines[0].where, nil}}})
	case p.field == "to" && f.destination(a, e):
		f.place("shipment.to", &f.d.order.Shipment.To, e.lines)
	case p.field == "ship_to" && f.besideFrom(a, e) && len(e.lines) == 1 && digitCount(e.lines[0].text) == 0 && !company(e.lines[0].text):
		f.place("shipment.to", &f.d.order.Shipment.To, e.lines)
	case p.field == "bank.beneficiary" && !a.foot && len(e.lines) > 1 && !a.banks():
		f.party("seller", nil, e)
	case role != "":
		f.party(role, p.roles, e)
	case p.field.bank():
		f.bank(e)
	default:
		f.plain(a, e)
	}
}

// banks reports whether anything of a bank stands in an area besides who is
// paid.
func (a *area) banks() bool {
	return slices.ContainsFunc(a.entries, func(e *entry) bool {
		f := e.segment.field
		return f.bank() && f != "bank.beneficiary" && f != "bank.beneficiary_address"
	})
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
	return f.besideFrom(a, e) || a.foot
}

// letterFrom reports whether From: is who writes, as in letters: To: is a
// company or a person there.
func (f *facts) letterFrom(a *area, e *entry) bool {
	text := e.lines[0].text
	if fold(e.segment.head) != "from" || len(e.lines) > 1 || digitCount(text) > 0 || strings.ContainsAny(text, ",，") || len(strings.Fields(text)) > 4 {
		return false
	}
	addressed := false
	for _, o := range a.entries {
		switch o.segment.field {
		case "shipment.to", "shipment.final", "route":
			return false
		case "to":
			if len(o.lines) == 0 || !company(o.lines[0].text) && !person.MatchString(o.lines[0].text) {
				return false
			}
			addressed = true
		}
	}
	return addressed
}

// besideFrom reports whether a label stands beside, over or under one that says
// where the goods come from.
func (f *facts) besideFrom(a *area, e *entry) bool {
	row := e.segment.box.row
	for _, o := range a.entries {
		at := o.segment.box.row
		if o.segment.field == "shipment.from" && at >= row-1 && at <= row+1 || at == row && strings.HasPrefix(string(o.segment.field), "shipment.") && fold(e.segment.head) == "to" {
			return true
		}
	}
	return false
}

// plain takes a value that is neither a party's nor a bank's.
func (f *facts) plain(a *area, e *entry) {
	o, l := &f.d.order, e.segment.field
	first := e.lines[0]
	switch l {
	case "delivery.number":
		if f.handed {
			f.number(e.as("number"))
		}
	case "delivery.date":
		if f.handed {
			f.date(e.as("date"))
		} else {
			f.date(e.as("shipment.date"))
		}
	case "number", "invoice.number", "proforma.number", "packing.number", "contract.number", "order.number", "quotation.number", "lc.number":
		f.number(e)
	case "date":
		if l := a.numberBeside(e); l != "" {
			f.besides = append(f.besides, besideNumber{l, e})
			return
		}
		f.date(e)
	case "invoice.date", "proforma.date", "packing.date", "contract.date", "order.date", "quotation.date", "valid_until",
		"lc.date", "lc.expiry", "lc.latest_shipment", "shipment.date", "shipment.etd", "shipment.eta":
		f.date(e)
	case "reference":
		if f.reference.text == "" && fits("number", first.cell, first.text) {
			f.reference = first
		}
	case "orders_1688":
		o.References.Orders1688 = append(o.References.Orders1688, strings.FieldsFunc(first.text, func(r rune) bool { return strings.ContainsRune(" ,，;；/、", r) })...)
		f.d.found("references.orders_1688", first.where)
	case "lc.issuing_bank":
		if a.banks() && o.LC.Number == "" && strings.Contains(fold(e.segment.head), "opening") {
			f.bankBlock("name", "", e.lines) // 开户行 as it is often put into English
			return
		}
		f.issuer(e)
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
			} else if m := betweenPlaces.FindStringSubmatch(l.text); m != nil {
				f.route(m[1], m[2], l.where)
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
		if from, to, ok := routeOf("from " + first.text); ok && len(e.lines) == 1 {
			f.route(from, to, first.where)
			return
		}
		f.place("shipment.from", &o.Shipment.From, e.lines)
	case "shipment.to":
		f.place("shipment.to", &o.Shipment.To, e.lines)
	case "shipment.receipt":
		f.receipt = chosen(f.receipt, e)
	case "shipment.final":
		f.final = chosen(f.final, e)
	case "shipment.via":
		f.place("shipment.via", &o.Shipment.Via, e.lines)
	case "shipment.port_of_entry":
		f.place("shipment.port_of_entry", &o.Shipment.PortOfEntry, e.lines)
	case "shipment.mode":
		if strings.Contains(e.segment.head, "工具") && modeIn(first.text) == "" {
			f.vessel(e)
			return
		}
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
	case "also_notify":
		f.term(e.segment.head+": "+strings.ReplaceAll(joinTexts(e.lines), "\n", ", "), first.where)
	case "fba.shipment":
		f.text("ship_to.fba.shipment", &f.fba.Shipment, first)
	case "fba.reference":
		f.text("ship_to.fba.reference", &f.fba.Reference, first)
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
	case "sales":
		if f.sales.text == "" && !company(first.text) && !sentence(first.text) && len(first.text) < 80 {
			f.sales = first
		}
	case "sales.tel", "sales.mobile", "sales.email":
		f.salesContact = append(f.salesContact, line{l[len("sales"):], first.text, first.where, first.cell})
	case "signatory":
		f.signs(e)
	case "signatory.title":
		f.title = first
	case "signature":
		f.signature(e)
	case "money":
		f.money(e)
	case unknown:
		f.unread(e)
	}
}

// as is an entry as if its label were another.
func (e *entry) as(l field) *entry {
	other, s := *e, *e.segment
	s.field = l
	other.segment = &s
	return &other
}

// chosen is the first place that labels of one kind name, on one line.
func chosen(before line, e *entry) line {
	if before.text != "" {
		return before
	}
	l := e.lines[0]
	if len(e.lines) > 1 && invoice.HasHan(e.lines[1].text) != invoice.HasHan(l.text) {
		l.text += " " + e.lines[1].text
	}
	return l
}

// unread says that a label with a figure was not understood.
func (f *facts) unread(e *entry) {
	first := e.lines[0]
	if _, ok := containerCode(first.text); ok && typeHead.MatchString(e.segment.head) {
		f.containerType(first)
		return
	}
	if percentForm.MatchString(e.segment.head) && duePart.MatchString(e.segment.head) {
		f.term(e.segment.head+": "+first.text, first.where)
		return
	}
	if e.numbered() && letterCount(first.text) > 3 {
		f.term(e.segment.head+": "+joinTexts(e.lines), first.where) // a clause of a contract
		return
	}
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
func brief(s string) string { return shortened(s, 60) }

// shortened is at most so many characters of a text, on one line.
func shortened(s string, most int) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
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
