package read

import (
	"maps"
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// letterhead takes the company that heads a paper, where no label names it:
// the seller's, on a purchase order the buyer's.
func (f *facts) letterhead(a *area) {
	if a.foot {
		return
	}
	var lines []line
	begun, beside := false, false
	var head *grid.Cell
	for r := a.from; r < a.to; r++ {
		row := a.row(r)
		if len(row) == 0 {
			continue
		}
		for _, b := range row {
			if b.owned || beside && b.cell.Left >= head.Right {
				continue
			}
			if b.labelled() && !b.segments[0].field.relative() && b.segments[0].field != unknown {
				if head != nil && !a.grid.Loose && b.cell.Left >= head.Right && len(row) > 1 && b != row[0] {
					beside = true // the numbers and days right of a letterhead
					continue
				}
				if begun || b.segments[0].field.role() != "" {
					f.headed(lines)
					return
				}
				continue
			}
			if !begun && !heads(b.text()) {
				continue
			}
			if begun = true; head == nil {
				head = b.cell
			}
			for i := range b.segments {
				p := &b.segments[i]
				if p.taken || paperNote(p.text) || p.field == "" && titleKind(p.text) != unknownPaper {
					continue
				}
				p.taken = true
				if p.text != "" {
					lines = append(lines, line{p.field, p.text, b.cell.Where, b.cell})
				}
				if p.value != nil {
					lines = append(lines, line{p.field, p.value.text(), p.value.cell.Where, p.value.cell})
				}
			}
			b.owned = true
		}
	}
	f.headed(lines)
}

// plainHead takes a name without any word of companies that heads a paper, if
// an address or an e-mail address stands right under it.
func (f *facts) plainHead(a *area) {
	left := a.leftmost()
	for r := a.from; r < min(a.to, a.from+4); r++ {
		for _, b := range a.row(r) {
			text := b.text()
			if b.owned || b.labelled() || b.cell.Left > left+indent(a.grid) || b.cell.Kind != grid.Text || strings.Contains(text, "\n") || digitCount(text) > 0 || letterCount(text) < 4 || sentence(text) || len(strings.Fields(text)) > 5 || isWords(text) || isRoute(text) {
				continue
			}
			e := &entry{segment: &segment{label: label{field: "seller"}, box: b}, left: b.cell.Left, right: b.cell.Right, last: b.below()}
			for i := range b.segments {
				e.addSegment(&b.segments[i])
			}
			under := a.next(e, e.last)
			if under == nil || under.labelled() || !contactable(under.text()) {
				for i := range b.segments {
					b.segments[i].taken = false
				}
				continue
			}
			b.owned = true
			a.follow(e)
			f.headed(given(e.lines))
			return
		}
	}
}

// leftmost is where the cells of an area begin.
func (a *area) leftmost() int {
	left := 1 << 60
	a.each(func(b *box) { left = min(left, b.cell.Left) })
	return left
}

// contactable reports whether a text is an address or a way to reach someone.
func contactable(text string) bool {
	return addressLike(text) || emailForm.MatchString(text) || websiteForm.MatchString(text) || digitCount(text) > 0 && letterCount(text) > 5
}

// named reports whether a party that sells was found.
func (f *facts) named() bool {
	for _, p := range f.parties {
		if p.role == "seller" || p.role == "exporter" || p.role == "letterhead" && !p.party.Name.Empty() {
			return true
		}
	}
	return false
}

// heads reports whether a text can be the name at the head of a paper.
func heads(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return company(first) || looseCompany.MatchString(first) && !sentence(first) && digitCount(first) == 0
}

// headed makes a party of a letterhead's lines.
func (f *facts) headed(lines []line) {
	lines = slices.DeleteFunc(given(lines), func(l line) bool { return l.rel == "" && letterCount(l.text) > 0 && pageNumber(l.text) })
	if len(lines) == 0 {
		return
	}
	if sender := senderLine(lines[0]); len(sender) > 0 && len(lines) > 1 && lines[1].rel == "" && firm(lines[1].text) {
		to := readParty(lines[1:])
		to.role = "to"
		f.parties = append(f.parties, to)
		lines = sender
	}
	p := readParty(lines)
	if p.party.Name.Empty() {
		return
	}
	p.role = "letterhead"
	f.parties = append(f.parties, p)
}

// senderLine are the parts of a line that names who sends a letter, above whom
// it is for, as in the window of its envelope: Muster AG - Uferweg 40 - 63571
// Gelnhausen.
func senderLine(l line) []line {
	parts := senderGap.Split(l.text, -1)
	if len(parts) < 3 || !company(parts[0]) || digitCount(l.text) == 0 {
		return nil
	}
	return []line{{"", parts[0], l.where, l.cell}, {".address", strings.Join(parts[1:], ", "), l.where, l.cell}}
}

var senderGap = pattern.Lazily(`\s+[-–·•|∙]\s+`)

// settleParties gives the parties found their places in the order.
func (f *facts) settleParties() {
	roles := map[field]*foundParty{}
	for _, p := range f.parties {
		all := p.roles
		if len(all) == 0 {
			all = []field{p.role}
		}
		if !slices.Contains(all, p.role) {
			all = append(all, p.role)
		}
		for _, r := range all {
			if q := roles[r]; q == nil {
				roles[r] = p
			} else if q != p {
				f.merge(r, q, p)
			}
		}
	}
	f.contracting(roles)
	if f.bought {
		roles["seller"], roles["buyer"] = first(roles["seller"], roles["to"]), first(roles["buyer"], roles["letterhead"])
		if b, l := roles["buyer"], roles["letterhead"]; b != nil && l != nil && b != l && same(b, l) {
			fill(b, l)
		}
		delete(roles, "to")
		delete(roles, "letterhead")
	}
	seller := first(roles["seller"], roles["letterhead"], roles["exporter"], roles["signature"])
	if s, l := roles["seller"], roles["letterhead"]; s != nil && l != nil && same(s, l) {
		fill(s, l)
	}
	if s, x := seller, roles["exporter"]; s != nil && x != nil && s != x && same(s, x) {
		fill(s, x)
		roles["exporter"] = nil
	}
	if roles["exporter"] == seller {
		roles["exporter"] = nil
	}
	if i := roles["importer"]; i != nil && roles["consignee"] != nil && sameAsOther.MatchString(i.party.Name.First()) {
		roles["importer"] = roles["consignee"]
	}
	buyer := first(roles["buyer"], roles["to"], roles["importer"])
	if c := roles["consignee"]; buyer == nil && c != nil && !toOrder.MatchString(c.party.Name.First()) {
		buyer = c
	}
	if b := roles["buyer"]; b != nil && roles["to"] != nil && b != roles["to"] && same(b, roles["to"]) {
		fill(b, roles["to"])
	}
	o := &f.d.order
	f.putParty("seller", seller, &o.Seller)
	f.putParty("exporter", roles["exporter"], &o.Exporter)
	f.putParty("buyer", buyer, &o.Buyer)
	f.putParty("consignee", roles["consignee"], &o.Consignee)
	f.putParty("notify", roles["notify"], &o.Notify)
	f.putParty("ship_to", roles["ship_to"], &o.ShipTo)
	f.putParty("manufacturer", roles["manufacturer"], &o.Manufacturer)
	f.putParty("on_behalf_of", roles["on_behalf_of"], &o.OnBehalfOf)
	if i := roles["importer"]; i != buyer || roles["consignee"] != nil && i != roles["consignee"] {
		f.putParty("importer", roles["importer"], &o.Importer)
	}
	f.settleSales(&o.Seller)
	f.fulfilment(&o.ShipTo)
	f.amazon()
	f.sameMaker(&o.Manufacturer)
	f.sameAs(&o.Notify, "notify")
	f.sameAs(&o.Consignee, "consignee")
	f.sameAs(&o.ShipTo, "ship_to")
	f.sameAs(&o.Importer, "importer")
}

// settleSales takes who sells for the one to ask at the seller's, where no other
// is named.
func (f *facts) settleSales(seller *invoice.Party) {
	if f.sales.text == "" || !seller.Contact.Empty() || seller.Name.Empty() || f.bought {
		return
	}
	p := &foundParty{where: map[string]string{}}
	p.contact(f.sales)
	for _, l := range f.salesContact {
		p.part(l)
	}
	seller.Contact = p.party.Contact
	if seller.Phone == "" {
		seller.Phone = p.party.Phone
	}
	if seller.Email == "" {
		seller.Email = p.party.Email
	}
	for part, where := range p.where {
		f.d.found("seller."+part, where)
	}
}

// toOrder is a consignee that names nobody.
var toOrder = pattern.Lazily(`(?i)^\W*(to\s+(the\s+)?order|凭指示|凭.*指示)`)

// sameAsOther is what stands where a party is one that was named before.
var sameAsOther = pattern.Lazily(`(?i)^\W*(?:the )?same as|^\W*as (?:above|(?:the )?(?:exporter|seller|shipper|consignee|buyer))\W*$|^\W*(the )?(same|ditto)\W*$|^(?:与.{0,6}(?:相同|一致)|同(上|收货人|买方|卖方|出口商|发货人|供方))`)

// contracting gives 甲方 and 乙方 their roles: those that another place of the
// contract gives them, else in a purchase contract buyer and seller.
func (f *facts) contracting(roles map[field]*foundParty) {
	for _, side := range [...]struct{ name, usual field }{{"party_a", "buyer"}, {"party_b", "seller"}} {
		p := roles[side.name]
		if p == nil || p == roles["buyer"] || p == roles["seller"] {
			continue
		}
		known := false
		for _, r := range [...]field{"buyer", "seller"} {
			if q := roles[r]; q != nil && same(q, p) {
				fill(q, p)
				known = true
			}
		}
		if !known && f.buying && roles[side.usual] == nil {
			roles[side.usual] = p
		}
	}
}

var (
	amazonCenter   = pattern.Lazily(`\b[A-Z]{3}[1-9]\b`)
	amazonShipment = pattern.Lazily(`\bFBA[0-9A-Z]{8,12}\b`)
)

// fulfilment takes Amazon's centre, and its number of the shipment, out of the
// name and address of where the goods go.
func (f *facts) fulfilment(p *invoice.Party) {
	text := p.Name.En + "\n" + p.Address.En
	if lower := strings.ToLower(text); !strings.Contains(lower, "amazon") && !strings.Contains(lower, "fba") {
		return
	}
	where := f.d.where["ship_to.name"]
	f.set("ship_to.fba.center", &p.FBA.Center, amazonCenter.FindString(text), where)
	f.set("ship_to.fba.shipment", &p.FBA.Shipment, amazonShipment.FindString(text), where)
}

// amazon gives the number of Amazon's shipment to where the goods go: the
// address they are shipped to, else an Amazon that they are consigned to.
func (f *facts) amazon() {
	o := &f.d.order
	if o.ShipTo.Name.Empty() && strings.Contains(fold(o.Consignee.Name.First()), "amazon") && f.fba != (invoice.FBA{}) {
		o.ShipTo = o.Consignee
		for _, part := range [...]string{"name", "address", "country"} {
			if where := f.d.where["consignee."+part]; where != "" {
				f.d.found("ship_to."+part, where)
			}
		}
		f.fulfilment(&o.ShipTo)
	}
	to := &o.ShipTo
	if to.Name.Empty() {
		delete(f.d.where, "ship_to.fba.shipment")
		delete(f.d.where, "ship_to.fba.reference")
		return
	}
	if f.fba.Shipment != "" {
		to.FBA.Shipment = f.fba.Shipment
	}
	to.FBA.Reference = f.fba.Reference
}

// sameMaker puts the party in that a manufacturer "same as exporter" is: none
// beside it needs to be named.
func (f *facts) sameMaker(p *invoice.Party) {
	if !sameAsOther.MatchString(p.Name.First()) {
		return
	}
	o := &f.d.order
	from, path := &o.Seller, "seller"
	if !o.Exporter.Name.Empty() && !strings.Contains(fold(p.Name.First()), "seller") {
		from, path = &o.Exporter, "exporter"
	}
	*p = invoice.Party{Name: from.Name, Address: from.Address, Country: from.Country}
	for _, part := range [...]string{"name", "address", "country"} {
		delete(f.d.where, "manufacturer."+part)
		if where := f.d.where[path+"."+part]; where != "" {
			f.d.found("manufacturer."+part, where)
		}
	}
}

// sameAs puts the party in that "same as consignee" means.
func (f *facts) sameAs(p *invoice.Party, path string) {
	folded := fold(p.Name.First())
	if !strings.HasPrefix(folded, "sameas") && !strings.HasPrefix(folded, "同") && folded != "sameasabove" {
		return
	}
	o := &f.d.order
	signer := *p
	switch {
	case strings.Contains(folded, "consignee") || strings.Contains(folded, "收货人"):
		*p = o.Consignee
		if p.Name.Empty() {
			*p = o.Buyer
		}
	case path == "notify" && !o.Consignee.Name.Empty() && !strings.Contains(folded, "buyer"):
		*p = o.Consignee
	default:
		*p = o.Buyer
	}
	if fold(p.Name.First()) == folded {
		*p = signer
	}
}

func first(parties ...*foundParty) *foundParty {
	for _, p := range parties {
		if p != nil {
			return p
		}
	}
	return nil
}

// same reports whether two parties have one name, as far as both have it in a
// language.
func same(a, b *foundParty) bool {
	x, y := a.party.Name, b.party.Name
	if x.Zh != "" && y.Zh != "" {
		return fold(x.Zh) == fold(y.Zh)
	}
	if x.En != "" && y.En != "" {
		return fold(x.En) == fold(y.En)
	}
	return x.Empty() || y.Empty() || a.role == b.role && a.role != "letterhead"
}

// fill gives p what it lacks of what q has.
func fill(p, q *foundParty) {
	to, from := &p.party, &q.party
	take := func(part string, empty bool, do func()) {
		if empty && q.where[part] != "" {
			do()
			p.found(part, q.where[part])
		}
	}
	if to.Name.Zh == "" {
		to.Name.Zh = from.Name.Zh
	}
	if to.Name.En == "" {
		to.Name.En = from.Name.En
	}
	if !to.Name.Empty() {
		p.found("name", q.where["name"])
	}
	if p.legal.text == "" {
		p.legal = q.legal
	}
	take("address", to.Address.Empty(), func() { to.Address = from.Address })
	if !to.Address.Empty() && to.Address.Zh == "" && from.Address.En == "" {
		to.Address.Zh = from.Address.Zh
	}
	if !to.Address.Empty() && to.Address.En == "" && from.Address.Zh == "" {
		to.Address.En = from.Address.En
	}
	take("country", to.Country == "", func() { to.Country = from.Country })
	take("tax_id", to.TaxID == "", func() { to.TaxID = from.TaxID })
	take("mid", to.MID == "", func() { to.MID = from.MID })
	take("contact", to.Contact.Empty(), func() { to.Contact = from.Contact })
	take("phone", to.Phone == "", func() { to.Phone = from.Phone })
	take("email", to.Email == "", func() { to.Email = from.Email })
	take("website", to.Website == "", func() { to.Website = from.Website })
}

// merge joins two places that name one role: parts of one party, or two that
// compete.
func (f *facts) merge(role field, p, q *foundParty) {
	if !same(p, q) {
		f.d.warn(Candidates, string(role), q.place, "%s stands here, but %s at %s was kept", brief(q.party.Name.First()), brief(p.party.Name.First()), p.place)
		return
	}
	fill(p, q)
}

// putParty puts a party into the order.
func (f *facts) putParty(path string, p *foundParty, to *invoice.Party) {
	if p == nil {
		return
	}
	if p.legal.text != "" && p.party.Contact.Empty() {
		p.contact(p.legal)
	}
	banks, signer := to.Banks, to.Signer
	*to = p.party
	to.Banks, to.Signer = banks, signer
	where := maps.Clone(p.where)
	if to.Name.Empty() {
		delete(where, "name")
	}
	for part, place := range where {
		f.d.found(path+"."+part, place)
	}
}
