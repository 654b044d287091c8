package invoice

import (
	"fmt"
	"strings"

	"yipiao/invoice/terms"
)

// checker reports what the structure of an order alone can't: codes that don't
// exist, fields that exclude each other, what every order needs.
type checker struct{ o *Order }

// check reports o's faults to its source.
func (o *Order) check() {
	c := checker{o}
	if c.full() {
		return
	}
	if o.Format != "" && o.Format != "1" {
		c.fail("yipiao", "version", "this program reads version 1 of the format, not %.20s", o.Format)
	}
	c.required()
	if o.Currency == "CNH" {
		c.fail("currency", "code", "CNH is for payments only, did you mean CNY?")
	}
	code(c, "currency", o.Currency, terms.Currencies)
	code(c, "origin", o.Origin, terms.Countries)
	code(c, "purpose", o.Purpose, terms.Purposes)
	c.oneOf("tax", o.Tax, "included", "excluded")
	c.parties()
	for i := range o.Lines {
		c.line(i, &o.Lines[i])
	}
	for i := range o.Charges {
		c.charge(i, &o.Charges[i])
	}
	c.travel()
	c.payment()
	for i, a := range o.Assists {
		code(c, at("assists[%d].currency", i), a.Currency, terms.Currencies)
	}
	c.printed()
	c.packing()
	c.sums()
}

func (c checker) fail(path, code, format string, args ...any) {
	if s := c.o.source; s != nil && (s.Full() || !s.Failed(path)) {
		s.Fail(path, code, format, args...)
	}
}

// failed reports whether something is wrong in one of the fields.
func (c checker) failed(paths ...string) bool {
	for _, p := range paths {
		if c.o.source != nil && c.o.source.Failed(p) {
			return true
		}
	}
	return false
}

// full reports whether nobody reads a further fault.
func (c checker) full() bool { return c.o.source != nil && c.o.source.Full() }

func (c checker) missing(path string, absent bool) {
	if absent {
		c.fail(path, "missing", "missing: every order needs it")
	}
}

func (c checker) required() {
	o := c.o
	c.missing("yipiao", o.Format == "")
	c.missing("number", strings.TrimSpace(o.Number) == "")
	c.missing("date", o.Date == "")
	c.missing("currency", o.Currency == "")
	c.missing("seller.name", o.Seller.Name.Empty())
	c.missing("buyer.name", o.Buyer.Name.Empty())
	c.missing("lines", len(o.Lines) == 0)
}

// table is a table of codes.
type table interface {
	Has(code string) bool
	Nearest(written string) (string, bool)
	Codes() []string
}

// wanted says what may stand where a code of t is wanted: all codes of a short
// table, examples of a long one.
func wanted(t table) string {
	switch t {
	case table(terms.Currencies), table(terms.PaymentCurrencies):
		return "an ISO 4217 code like USD or CNY is wanted"
	case table(terms.Countries):
		return "an ISO 3166-1 code like CN or US is wanted"
	case table(terms.Units):
		return "a unit like pcs, set, kg or 只 is wanted, or {zh: …, en: …}"
	case table(terms.Packages):
		return "a kind like carton, bag, pallet or 纸箱 is wanted, or {zh: …, en: …}"
	}
	return "it is one of " + strings.Join(t.Codes(), ", ")
}

// code reports a code that its table doesn't have, with the nearest right one.
func code(c checker, path, written string, t table) {
	if written == "" || t.Has(written) {
		return
	}
	if c.full() { // to look for what was meant takes longer than all else
		c.fail(path, "code", "unknown")
		return
	}
	if near, ok := t.Nearest(written); ok {
		c.fail(path, "code", "%.40s is unknown, did you mean %s?", written, near)
		return
	}
	c.fail(path, "code", "%.40s is unknown: %s", written, wanted(t))
}

func (c checker) oneOf(path, written string, allowed ...string) {
	if written == "" {
		return
	}
	for _, a := range allowed {
		if a == written {
			return
		}
	}
	c.fail(path, "code", "%.40s is unknown: %s", written, strings.Join(allowed, " or "))
}

func (c checker) parties() {
	o := c.o
	for _, p := range [...]struct {
		path  string
		party *Party
	}{{"seller", &o.Seller}, {"exporter", &o.Exporter}, {"on_behalf_of", &o.OnBehalfOf}, {"manufacturer", &o.Manufacturer},
		{"buyer", &o.Buyer}, {"importer", &o.Importer}, {"consignee", &o.Consignee}, {"notify", &o.Notify}, {"ship_to", &o.ShipTo}} {
		c.party(p.path, p.party)
	}
}

func (c checker) party(path string, p *Party) {
	code(c, path+".country", p.Country, terms.Countries)
	for i := range p.Banks {
		b := path + ".bank"
		if c.o.source != nil && c.o.source.Has(b+"[0]") {
			b = fmt.Sprintf("%s[%d]", b, i)
		}
		code(c, b+".currency", p.Banks[i].Currency, terms.Currencies)
		code(c, b+".country", p.Banks[i].Country, terms.Countries)
	}
	for i, on := range p.Stamp.On {
		c.oneOf(fmt.Sprintf("%s.stamp.on[%d]", path, i), on, string(Proforma), string(Commercial), string(PackingList))
	}
	if (len(p.Stamp.On) > 0 || p.Stamp.Seam) && p.Stamp.File == "" {
		c.fail(path+".stamp", "missing", "file: which picture is the chop?")
	}
}

func (c checker) line(i int, l *Line) {
	// Paths are made only where something is wrong: an order can have
	// 100,000 lines.
	path := func(field string) string { return fmt.Sprintf("lines[%d]%s", i, field) }
	if l.Description.Empty() {
		c.fail(path(".description"), "missing", "missing: every line needs it")
	}
	if !l.Quantity.Given() && !l.Amount.Given() && c.o.Printed.Kind != string(PackingList) {
		c.fail(path(".quantity"), "missing", "missing: every line needs it, or an amount")
	}
	if l.Origin != "" {
		code(c, path(".origin"), l.Origin, terms.Countries)
	}
	if !unitKnown(l.Unit) {
		code(c, path(".unit"), l.Unit.First(), terms.Units)
	}
	if l.PricedBy.Amount.Given() && !unitKnown(l.PricedBy.Unit) {
		code(c, path(".priced_quantity.unit"), l.PricedBy.Unit.First(), terms.Units)
	}
	if l.Quantity.Sign() < 0 {
		c.fail(path(".quantity"), "number", "a quantity below zero")
	}
	if l.Price.Amount.Given() && l.Price.Amount.Sign() == 0 && !l.Free {
		c.fail(path(".price"), "number", "a price of 0: free goods are written free: true")
	}
	if l.Price.Amount.Sign() < 0 {
		c.fail(path(".price"), "number", "a price below zero: what is taken off is a discount")
	}
	if l.Free && l.Amount.Sign() != 0 {
		c.fail(path(".amount"), "free", "free goods have no amount; their value for customs is customs_value")
	}
	if l.Discount.Percent.Given() && l.Discount.Amount.Given() {
		c.fail(path(".discount"), "discount", "percent or amount, not both")
	}
	if l.Discount.Amount.Sign() < 0 {
		c.fail(path(".discount.amount"), "number", "below zero: what is taken off is written positive")
	}
	if l.PricedBy.Amount.Sign() < 0 {
		c.fail(path(".priced_quantity.amount"), "number", "a quantity below zero")
	}
	c.percentAt(l.Discount.Percent, func() string { return path(".discount.percent") })
	c.percentAt(l.Tax.Percent, func() string { return path(".tax.percent") })
	if p := &l.Packing; p.given() {
		c.boxes(path(".packing"), p.Package, p.Size, p.CBM, p.Net, p.Gross)
	}
	if l.Maker.Country != "" {
		c.party(path(".manufacturer"), &l.Maker)
	}
	c.metal(path, l)
}

func (c checker) metal(path func(string) string, l *Line) {
	for _, m := range [...]struct {
		name  string
		metal *Metal
	}{{"steel", &l.Metal.Steel}, {"aluminum", &l.Metal.Aluminum}, {"copper", &l.Metal.Copper}} {
		if m.metal.Melted != "" {
			code(c, path(".metal."+m.name+".melted"), m.metal.Melted, terms.Countries)
		}
		if m.metal.Cast != "" {
			code(c, path(".metal."+m.name+".cast"), m.metal.Cast, terms.Countries)
		}
		for j, s := range m.metal.Smelted {
			code(c, path(fmt.Sprintf(".metal.%s.smelted[%d]", m.name, j)), s, terms.Countries)
		}
	}
}

// printed checks what tells how a document was made.
func (c checker) printed() {
	p := &c.o.Printed
	c.oneOf("printed.kind", p.Kind, string(Proforma), string(Commercial), string(PackingList))
	c.oneOf("printed.lang", p.Lang, string(Both), string(Chinese), string(English))
	c.oneOf("printed.paper", p.Paper, "A4", "Letter")
}

// unitKnown reports whether a unit can be printed: {zh, en} as it stands,
// otherwise a code or measure word of the table.
func unitKnown(t Text) bool {
	return t.Empty() || t.Zh != "" && t.En != "" || terms.Units.Has(t.First())
}

func (c checker) percentAt(a Amount, path func() string) {
	if a.Given() && (a.Sign() < 0 || a.d.Cmp(hundred) > 0) {
		c.fail(path(), "number", "%s%%: between 0 and 100", a)
	}
}

func (c checker) notNegative(path string, a Amount) {
	if a.Sign() < 0 {
		c.fail(path, "number", "below zero")
	}
}

func (c checker) packing() {
	o := c.o
	for i := range o.Packages {
		p := &o.Packages[i]
		c.boxes(at("packages[%d]", i), p.Package, p.Size, p.CBM, p.Net, p.Gross)
	}
	c.boxes("pallets", Text{}, o.Pallets.Size, Amount{}, Amount{}, o.Pallets.Gross)
	if _, ok := whole(o.Pallets.Count); !ok && (o.Pallets.Count.Given() || o.Pallets.Gross.Given() || len(o.Pallets.Size) > 0) {
		c.fail("pallets.count", "packing", "how many pallets? a whole number of at least 1 is wanted")
	}
	t := &o.PackingTotal
	c.boxes("packing_total", t.Package, nil, t.CBM, t.Net, t.Gross)
	if _, ok := whole(t.Packages); !ok && t.Packages.Given() {
		c.fail("packing_total.packages", "packing", "how many packages? a whole number of at least 1 is wanted")
	}
	if !c.failed("lines", "packages", "pallets", "packing_total") {
		pack(o, c.fail, silent)
	}
}

// sums computes what the order gives, so that a figure that can't stand is
// found together with all other faults.
func (c checker) sums() {
	o := c.o
	cur, ok := terms.Currencies.Find(o.Currency)
	if !ok || c.failed("currency") {
		return
	}
	minor := int32(cur.Minor)
	for i := range o.Lines {
		if !c.failed(at("lines[%d]", i)) {
			o.Lines[i].figures(i, minor, c.fail, silent)
		}
	}
	if !c.failed("lines", "charges", "tax", "payment", "payments") && o.unpriced() == nil {
		compute(o, minor, c.fail, silent)
	}
}

// silent is a reporter that nobody listens to.
func silent(string, string, string, ...any) {}

// boxes checks one entry of packages.
func (c checker) boxes(path string, kind Text, size []Amount, cbm, net, gross Amount) {
	if !kind.Empty() && (kind.Zh == "" || kind.En == "") {
		code(c, path+".package", kind.First(), terms.Packages)
	}
	if len(size) != 0 && len(size) != 3 {
		c.fail(path+".size_cm", "packing", "three numbers are wanted: length, width, height in cm")
	}
	for i, s := range size {
		if !s.Given() {
			c.fail(fmt.Sprintf("%s.size_cm[%d]", path, i), "missing", "missing: a number of cm")
		}
		c.notNegative(fmt.Sprintf("%s.size_cm[%d]", path, i), s)
	}
	if len(size) > 0 && cbm.Given() {
		c.fail(path+".cbm", "packing", "size_cm or cbm, not both")
	}
	c.notNegative(path+".cbm", cbm)
	c.notNegative(path+".net_kg", net)
	c.notNegative(path+".gross_kg", gross)
}

func (c checker) charge(i int, g *Charge) {
	path := at("charges[%d]", i)
	c.missing(path+".kind", g.Kind == "")
	code(c, path+".kind", g.Kind, terms.Charges)
	switch {
	case g.Amount.Given() && g.Percent.Given():
		c.fail(path, "charge", "amount or percent, not both")
	case !g.Amount.Given() && !g.Percent.Given():
		c.fail(path, "missing", "amount or percent is missing")
	}
	if g.Kind == "other" && g.Description.Empty() {
		c.fail(path+".description", "missing", "missing: what is it for?")
	}
	if (g.Amount.Sign() < 0 || g.Percent.Sign() < 0) && g.Kind != "rounding" && g.Kind != "other" {
		c.fail(path, "number", "amounts are written positive; discount and rebate subtract, only rounding and other may be below zero")
	}
}

func (c checker) travel() {
	o := c.o
	if o.Incoterm.Rule != "" {
		code(c, "incoterm.rule", o.Incoterm.Rule, terms.Incoterms)
	}
	code(c, "shipment.mode", o.Shipment.Mode, terms.Modes)
	code(c, "shipment.partial", o.Shipment.Partial, terms.Permissions)
	code(c, "shipment.transshipment", o.Shipment.Transshipment, terms.Permissions)
	for i, n := range o.Shipment.Containers {
		code(c, at("shipment.containers[%d].type", i), n.Type, terms.Containers)
	}
	code(c, "delivery.after", o.Delivery.After, terms.DeliveryStarts)
	code(c, "insurance.by", o.Insurance.By, terms.Insurers)
}

func (c checker) payment() {
	p := &c.o.Payment
	code(c, "payment.method", p.Method, terms.Methods)
	code(c, "payment.bank_charges", p.BankCharges, terms.BankCharges)
	if p.Bank != "" {
		known := false
		for _, b := range c.o.Seller.Banks {
			known = known || b.ID == p.Bank
		}
		if !known {
			c.fail("payment.bank", "reference", "%.40s is no id of an account in seller.bank", p.Bank)
		}
	}
	for i := range p.Schedule {
		c.instalment(at("payment.schedule[%d]", i), &p.Schedule[i])
	}
	if !c.failed("payment.schedule") {
		p.remainder(c.fail)
	}
	for i, paid := range c.o.Payments {
		path := at("payments[%d]", i)
		if paid.Rate.Given() && paid.Rate.Sign() <= 0 {
			c.fail(path+".rate", "number", "a rate is more than 0")
		}
		code(c, path+".currency", paid.Currency, terms.PaymentCurrencies)
	}
	for i, r := range c.o.Rates {
		path := at("rates[%d]", i)
		code(c, path+".from", r.From, terms.Currencies)
		code(c, path+".to", r.To, terms.Currencies)
		if r.Rate.Given() && r.Rate.Sign() <= 0 {
			c.fail(path+".rate", "number", "a rate is more than 0")
		}
	}
}

func (c checker) instalment(path string, s *Instalment) {
	n := 0
	for _, given := range [...]bool{s.Percent.Given(), s.Amount.Given(), s.Rest} {
		if given {
			n++
		}
	}
	if n != 1 {
		c.fail(path, "schedule", "one of percent, amount and rest: true is wanted")
	}
	code(c, path+".on", s.On, terms.DueEvents)
	c.percentAt(s.Percent, func() string { return path + ".percent" })
	c.notNegative(path+".amount", s.Amount)
	c.notNegative(path+".days", s.Days)
	switch {
	case s.On == "date" && s.Date == "":
		c.fail(path+".date", "missing", "missing: on which date?")
	case s.On == "days" && !s.Days.Given():
		c.fail(path+".days", "missing", "missing: how many days?")
	case s.Days.Given() && (s.On == "" || s.On == "date"):
		c.fail(path+".on", "missing", "days after what? order, before_shipment, against_bl or days")
	}
}
