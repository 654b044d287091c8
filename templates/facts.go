package templates

import (
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// The blocks that are made of labelled values.

func (c *composer) letterhead() Letterhead {
	s := &c.o.Seller
	h := Letterhead{Name: c.text(s.Name), Address: c.withCountry(s.Address, s.Country), Logo: c.picture(s.Logo, s.Name)}
	e := &entries{c: c}
	c.person(e, s)
	for _, d := range e.list {
		h.Details = append(h.Details, both(d.Label, ": ", d.Value.Lines[0].Joined(" ")))
	}
	return h
}

// withCountry is an address with its country, which often stands in it already.
func (c *composer) withCountry(address invoice.Text, code string) invoice.Text {
	a := c.text(address)
	n, ok := terms.Countries.Term(code)
	if !ok || a.Empty() {
		return orText(a, c.country(code))
	}
	zh, en := "", ""
	short := strings.TrimPrefix(n.Zh, "中国") // 香港 says enough
	if a.Zh != "" && !strings.Contains(a.Zh, n.Zh) && (short == "" || !strings.Contains(a.Zh, short)) {
		zh = n.Zh
	}
	if a.En != "" && !strings.Contains(strings.ToLower(a.En), strings.ToLower(n.En)) {
		en = n.En
	}
	a.Zh = zh + a.Zh // 中国浙江省…
	if en != "" {
		a.En += ", " + en
	}
	return a
}

// person adds how to reach a party, and who it is to the authorities.
func (c *composer) person(e *entries, p *invoice.Party) {
	e.plain("tax_id", p.TaxID)
	e.plain("mid", p.MID)
	e.text("contact", p.Contact)
	e.plain("phone", p.Phone)
	e.plain("email", p.Email)
	e.plain("website", p.Website)
	e.plain("fba_center", p.FBA.Center)
	e.plain("fba_shipment", p.FBA.Shipment)
	e.plain("fba_reference", p.FBA.Reference)
}

func (c *composer) parties() []Block {
	o := c.o
	var boxes []Box
	for _, p := range [...]struct {
		label string
		party *invoice.Party
	}{{"buyer", &o.Buyer}, {"consignee", &o.Consignee}, {"notify", &o.Notify}, {"importer", &o.Importer}, {"ship_to", &o.ShipTo},
		{"exporter", &o.Exporter}, {"on_behalf_of", &o.OnBehalfOf}, {"manufacturer", &o.Manufacturer}} {
		if e := c.party(p.party); len(e) > 0 {
			boxes = append(boxes, Box{Heading: c.label(p.label), Entries: e})
		}
	}
	if len(boxes) == 0 {
		return nil
	}
	return []Block{{Boxes: &Boxes{Across: min(2, len(boxes)), Boxes: boxes}}}
}

func (c *composer) party(p *invoice.Party) []Entry {
	e := &entries{c: c}
	add := func(t invoice.Text, bold bool) {
		if t = c.text(t); !t.Empty() {
			e.list = append(e.list, Entry{Value: Cell{Lines: []invoice.Text{t}, Bold: bold}})
		}
	}
	add(p.Name, true)
	add(p.Address, false)
	if p.Country != "" {
		add(c.country(p.Country), false)
	}
	c.person(e, p)
	return e.list
}

// numberLabel names the document's number.
func (c *composer) numberLabel() string {
	if c.d.Kind == invoice.PackingList {
		return "packing_no"
	}
	return "invoice_no"
}

func (c *composer) references() []Block {
	o, r, lc := c.o, &c.o.References, &c.o.LC
	e := &entries{c: c}
	e.plain(c.numberLabel(), c.d.Number)
	e.date("date", c.d.Date)
	e.date("valid_until", c.d.ValidUntil)
	e.plain("order_no", o.Number)
	e.date("order_date", o.Date)
	e.plain("buyer_order", r.BuyerOrder)
	e.plain("contract_no", r.Contract)
	e.date("contract_date", r.ContractDate)
	e.plain("quotation", r.Quotation)
	e.plain("proforma_no", r.Proforma)
	e.plain("orders_1688", strings.Join(slices.DeleteFunc(slices.Clone(r.Orders1688), func(s string) bool { return s == "" }), ", "))
	e.plain("lc_no", lc.Number)
	e.date("lc_date", lc.Date)
	e.plain("lc_bank", lc.IssuingBank)
	e.date("lc_expiry", lc.Expiry)
	e.date("lc_shipment", lc.LatestShipment)
	made := e.grid(3)
	if lc.Clauses != "" {
		made = append(made, Block{Paragraphs: []Paragraph{{Label: c.label("lc_clauses"), Text: plain(lc.Clauses)}}})
	}
	return made
}

func (c *composer) shipment() []Block {
	o, s := c.o, &c.o.Shipment
	e := &entries{c: c}
	e.text("incoterm", c.incoterm())
	e.text("mode", c.named(terms.Modes, s.Mode))
	e.text("from", s.From)
	e.text("via", s.Via)
	e.text("to", s.To)
	e.text("port_of_entry", s.PortOfEntry)
	e.date("ship_date", s.Date)
	e.date("etd", s.ETD)
	e.date("eta", s.ETA)
	e.plain("vessel", s.Vessel)
	e.plain("voyage", s.Voyage)
	e.plain("bl", s.BL)
	e.plain("awb", s.AWB)
	e.plain("tracking", s.Tracking)
	e.text("partial", c.named(terms.Permissions, s.Partial))
	e.text("transshipment", c.named(terms.Permissions, s.Transshipment))
	e.text("origin_country", c.country(o.Origin))
	e.text("delivery", c.delivery())
	e.text("insurance", c.insurance())
	if boxes := c.containers(); boxes != "" {
		e.plain("containers", boxes)
	}
	return e.grid(3)
}

// incoterm is like "FOB 宁波 (船上交货)".
func (c *composer) incoterm() invoice.Text {
	t := c.o.Incoterm
	if t.Rule == "" {
		return invoice.Text{}
	}
	name := c.named(terms.Incoterms, t.Rule)
	one := func(place, name string) string {
		s := strings.TrimRight(t.Rule+" "+place, " ")
		if name != "" {
			s += " (" + name + ")"
		}
		return s
	}
	place := t.Place.In(c.d.Lang)
	return invoice.Text{Zh: one(orElse(place.Zh, place.En), name.Zh), En: one(orElse(place.En, place.Zh), name.En)}
}

func (c *composer) containers() string {
	var all []string
	for _, n := range c.o.Shipment.Containers {
		s := strings.TrimSpace(n.Number + " " + n.Type)
		if n.Seal != "" {
			s += " / " + c.label("seal").Joined(" ") + " " + n.Seal
		}
		all = append(all, s)
	}
	return strings.Join(all, "\n")
}

func (c *composer) delivery() invoice.Text {
	d := c.o.Delivery
	if !d.Days.Given() {
		return d.Text
	}
	t := c.fill("delivery_days", "days", d.Days.String(), "after", c.named(terms.DeliveryStarts, d.After))
	return join(t, d.Text.In(c.d.Lang), "；", "; ")
}

// join is a then b, in each language.
func join(a, b invoice.Text, zh, en string) invoice.Text {
	one := func(a, sep, b string) string {
		if a == "" || b == "" {
			return a + b
		}
		return a + sep + b
	}
	return invoice.Text{Zh: one(a.Zh, zh, b.Zh), En: one(a.En, en, b.En)}
}

func (c *composer) insurance() invoice.Text {
	i := c.o.Insurance
	var t invoice.Text
	if i.By != "" {
		t = c.fill("insurance_by", "by", c.named(terms.Insurers, i.By))
	}
	if i.Percent.Given() {
		t = join(t, c.fill("insurance_for", "percent", i.Percent.String()), "，", " ")
	}
	return join(t, c.text(i.Clauses), "，", ", ")
}

func (c *composer) payment() []Block {
	if !c.d.Kind.Priced() {
		return nil
	}
	p := &c.o.Payment
	how := &entries{c: c}
	how.text("method", c.named(terms.Methods, p.Method))
	how.text("bank_charges", c.named(terms.BankCharges, p.BankCharges))
	plan := &entries{c: c}
	c.schedule(plan)
	c.paid(plan)
	var boxes []Box
	for _, e := range [...]*entries{how, plan} {
		if len(e.list) > 0 {
			boxes = append(boxes, Box{Entries: e.list})
		}
	}
	if boxes == nil {
		return nil
	}
	return []Block{{Heading: c.label("payment"), Boxes: &Boxes{Across: len(boxes), Boxes: boxes}}}
}

func (c *composer) bank() []Block {
	var boxes []Box
	for _, b := range c.o.Seller.Banks {
		e := &entries{c: c}
		e.plain("beneficiary", b.Beneficiary)
		e.plain("account", b.Account)
		e.plain("iban", b.IBAN)
		e.plain("account_currency", b.Currency)
		e.text("bank_name", b.Name)
		e.plain("swift", b.Swift)
		e.plain("routing", b.Routing)
		e.plain("cnaps", b.CNAPS)
		e.text("bank_address", c.withCountry(b.Address, b.Country))
		e.text("intermediary", c.intermediary(b.Intermediary))
		if len(e.list) > 0 {
			boxes = append(boxes, Box{Entries: e.list, Across: 2, Inline: true})
		}
	}
	if boxes == nil {
		return nil
	}
	return []Block{{Heading: c.label("bank"), Boxes: &Boxes{Across: 1, Boxes: boxes}}}
}

func (c *composer) intermediary(b invoice.Intermediary) invoice.Text {
	t := join(c.text(b.Name), c.text(b.Address), "，", ", ")
	for _, s := range [...]string{b.Swift, b.Account} {
		if s != "" {
			if t.Zh != "" {
				t.Zh += ", " + s
			}
			if t.En != "" || t.Zh == "" {
				t.En = strings.TrimPrefix(t.En+", "+s, ", ")
			}
		}
	}
	return t
}

// customs is what the customs of the buyer's country ask for besides.
func (c *composer) customs() []Block {
	if c.d.Kind != invoice.Commercial {
		return nil
	}
	e := &entries{c: c}
	e.text("purpose", c.named(terms.Purposes, c.o.Purpose))
	if r := c.o.RelatedParties; r != nil {
		word := "no_"
		if *r {
			word = "yes"
		}
		e.text("related", c.label(word))
	}
	for _, a := range c.o.Assists {
		e.text("assists", c.assist(a))
	}
	return e.table("customs", 2)
}

func (c *composer) assist(a invoice.Assist) invoice.Text {
	t := c.text(a.Description)
	add := func(zh, en string) {
		if t.Zh != "" {
			t.Zh += zh
		}
		if t.En != "" {
			t.En += en
		}
	}
	if a.Value.Given() {
		cur := orElse(a.Currency, c.o.Currency)
		v := cur + " " + Grouped(a.Value.Decimal(), max(a.Value.Decimals(), 2))
		add("，"+v, ", "+v)
	}
	if a.SuppliedBy != "" {
		l := c.t.Labels["supplied_by"]
		add("，"+l.Zh+" "+a.SuppliedBy, ", "+l.En+" "+a.SuppliedBy)
	}
	return t
}

// marks is a block of its own where the table has no column for them.
func (c *composer) marks() []Block {
	if c.inTable("marks") || c.o.Marks == "" && !c.t.marksColumn() {
		return nil
	}
	return []Block{{Paragraphs: []Paragraph{{Label: c.label("marks"), Text: c.marksText()}}}}
}

func (c *composer) terms() []Block {
	var p []Paragraph
	for i, t := range c.o.Terms {
		if t.Empty() {
			continue
		}
		p = append(p, Paragraph{Number: itoa(i+1) + ".", Text: c.text(t)})
	}
	if p == nil {
		return nil
	}
	return []Block{{Heading: c.label("terms"), Paragraphs: p}}
}

func (c *composer) notes() []Block {
	var p []Paragraph
	if n := c.text(c.o.Notes.On(c.d.Kind)); !n.Empty() {
		p = append(p, Paragraph{Label: c.label("notes"), Text: n})
	}
	if c.d.Kind == invoice.Proforma {
		p = append(p, Paragraph{Text: c.label("not_tax"), Strong: true}, Paragraph{Text: c.label("eoe")})
	}
	if p == nil {
		return nil
	}
	return []Block{{Paragraphs: p}}
}

func (c *composer) words() []Block {
	name := "words"
	if c.d.Kind == invoice.PackingList {
		name = "words_packages"
	}
	return []Block{{Paragraphs: []Paragraph{{Label: c.label(name), Text: c.text(c.d.Words), Strong: true}}}}
}

func (c *composer) sign() []Block {
	s := &c.o.Seller
	seller := SignBox{Heading: c.label("behalf"), Name: c.text(s.Name), Line: c.label("authorised"),
		Signature: c.picture(s.Sign, invoice.Text{Zh: "签名", En: "Signature"}),
		Chop:      c.picture(s.Stamp.File, invoice.Text{Zh: s.Name.Zh + "印章", En: "Company chop"})}
	e := &entries{c: c}
	e.text("name", s.Signer.Name)
	e.text("position", s.Signer.Title)
	seller.Entries = e.list
	sign := &Sign{Seller: seller}
	switch c.d.Kind {
	case invoice.Proforma:
		sign.Buyer = &SignBox{Heading: c.label("accepted"), Name: c.text(c.o.Buyer.Name), Line: c.label("authorised")}
	case invoice.Commercial:
		sign.Declaration = c.label("declaration")
	}
	return []Block{{Sign: sign}}
}
