package read

import (
	"slices"

	"yipiao/invoice"
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
	house    bool   // the air waybill is the forwarder's own
	account  string // the currency that the heading of a bank's data names
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

// entry takes a label and its value into the order.
func (f *facts) entry(a *area, e *entry) {
	p := e.segment
	if p.field == "bank" {
		f.account = ""
		if code, ok := currencyIn(p.head); ok {
			f.account = code
		}
	}
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
