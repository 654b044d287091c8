package templates

import (
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// The cells of one line.

func (c *composer) photo(i int) Cell {
	l := &c.o.Lines[i]
	alt := c.label("picture_of")
	d := c.text(l.Description)
	alt = join(alt, invoice.Text{Zh: orElse(d.Zh, d.En), En: orElse(d.En, d.Zh)}, "：", " ")
	return Cell{Picture: c.picture(l.Image, alt)}
}

// description is everything in words about a line.
func (c *composer) description(i int) Cell {
	l := &c.o.Lines[i]
	var lines []invoice.Text
	add := func(t invoice.Text) {
		if !t.Empty() {
			lines = append(lines, t)
		}
	}
	add(c.text(l.Name))
	add(c.text(l.Description))
	lead := len(lines)
	labelled := func(label string, t invoice.Text) {
		if !t.Empty() {
			add(c.labelled(label, t))
		}
	}
	labelled("spec", l.Spec)
	add(c.codes(l))
	labelled("colour", l.Colour)
	labelled("item_size", l.Size)
	labelled("material", l.Material)
	labelled("composition", c.composition(l))
	labelled("use", l.Use)
	c.customsOf(l, labelled)
	if c.d.Kind.Priced() {
		c.moneyOf(i, labelled)
	}
	return Cell{Lines: lines, Lead: lead}
}

// Between stands between texts that share a line, which may break there.
const Between = "  ·  "

// codes are a line's numbers and names that are the same in both languages,
// one behind the other.
func (c *composer) codes(l *invoice.Line) invoice.Text {
	var all []string
	for _, x := range [...]struct{ label, v string }{{"sku", l.SKU}, {"buyer_sku", l.BuyerSKU}, {"model", l.Model},
		{"brand", l.Brand}, {"gtin", l.GTIN}, {"asin", l.ASIN}} {
		if x.v != "" && (x.label != "sku" || !c.inTable("sku")) {
			all = append(all, c.labelled(x.label, plain(x.v)).Joined(" "))
		}
	}
	return plain(strings.Join(all, Between))
}

func (c *composer) composition(l *invoice.Line) invoice.Text {
	var t invoice.Text
	for _, f := range l.Composition {
		n, p := c.text(f.Fiber), f.Percent.String()+"% "
		part := invoice.Text{}
		if n.Zh != "" {
			part.Zh = p + n.Zh
		}
		if n.En != "" {
			part.En = p + n.En
		}
		t = join(t, part, "，", ", ")
	}
	return t
}

// customsOf adds what the importing country's customs ask of a line.
func (c *composer) customsOf(l *invoice.Line, labelled func(string, invoice.Text)) {
	m := &l.Maker
	maker := join(c.text(m.Name), c.withCountry(m.Address, m.Country), "，", ", ")
	for _, s := range [...]string{m.TaxID, c.text(m.Contact).Joined(" "), m.Phone, m.Email, m.Website} {
		maker = join(maker, plainBoth(orText(maker, plain(s)), s), "，", ", ")
	}
	if m.MID != "" {
		maker = join(maker, plainBoth(orText(maker, plain("x")), "MID "+m.MID), "，", ", ")
	}
	labelled("manufacturer", maker)
	for _, x := range [...]struct {
		label string
		metal *invoice.Metal
	}{{"steel", &l.Metal.Steel}, {"aluminum", &l.Metal.Aluminum}, {"copper", &l.Metal.Copper}} {
		labelled(x.label, c.metal(x.metal))
	}
}

func orText(a, b invoice.Text) invoice.Text {
	if a.Empty() {
		return b
	}
	return a
}

// metal is "1.2 kg, value USD 3.00, melted and poured in China".
func (c *composer) metal(m *invoice.Metal) invoice.Text {
	both := c.label("metal_value") // in the languages printed
	var t invoice.Text
	add := func(label string, v invoice.Text) {
		if label != "" {
			v = join(c.label(label), v, " ", " ")
		}
		t = join(t, v, "，", ", ")
	}
	if m.Kg.Given() {
		add("", plainBoth(both, m.Kg.String()+" kg"))
	}
	if m.Value.Given() {
		add("metal_value", plainBoth(both, c.d.Currency.Code+" "+Grouped(m.Value.Decimal(), max(m.Value.Decimals(), int32(c.d.Currency.Minor)))))
	}
	if m.Melted != "" {
		add("melted", c.country(m.Melted))
	}
	var smelted invoice.Text
	for _, s := range m.Smelted {
		smelted = join(smelted, c.country(s), "、", ", ")
	}
	if !smelted.Empty() {
		add("smelted", smelted)
	}
	if m.Cast != "" {
		add("cast", c.country(m.Cast))
	}
	return t
}

// moneyOf adds what explains a line's amount beside quantity and price.
func (c *composer) moneyOf(i int, labelled func(string, invoice.Text)) {
	l := &c.o.Lines[i]
	if q := l.PricedBy; q.Amount.Given() {
		unit := c.d.Unit(i) // the line's own, where no other is named
		if !q.Unit.Empty() {
			unit = invoice.UnitOf(q.Unit)
		}
		labelled("priced_by", withUnit(Grouped(q.Amount.Decimal(), q.Amount.Decimals()), c.text(unit)))
	}
	switch {
	case l.Discount.Percent.Given():
		labelled("line_discount", plain(l.Discount.Percent.String()+"%"))
	case l.Discount.Amount.Given():
		labelled("line_discount", plain(c.d.Currency.Code+" "+Grouped(l.Discount.Amount.Decimal(), max(l.Discount.Amount.Decimals(), int32(c.d.Currency.Minor)))))
	}
	if l.Customs.Given() {
		v := c.d.Currency.Code + " " + Grouped(l.Customs.Decimal(), max(l.Customs.Decimals(), int32(c.d.Currency.Minor)))
		labelled("customs_value", invoice.Text{Zh: v + " / " + c.text(c.d.Unit(i)).Zh, En: v + " / " + c.text(c.d.Unit(i)).En}.In(c.d.Lang))
	}
	if c.o.Tax != "" && c.taxed(i) && !c.inTable("tax_rate") {
		labelled("tax_rate", words(c.taxText(i)).Lines[0])
	}
}

// withUnit is a number with its unit in each language.
func withUnit(n string, u invoice.Text) invoice.Text {
	if u.Zh == "" || u.En == "" {
		return plain(n + " " + orElse(u.En, u.Zh))
	}
	return invoice.Text{Zh: n + " " + u.Zh, En: n + " " + u.En}
}

// hs is the exporter's code, and on a commercial invoice the importer's.
func (c *composer) hs(i int) Cell {
	l := &c.o.Lines[i]
	var lines []invoice.Text
	if l.HS != "" {
		lines = append(lines, plain(l.HS))
	}
	if l.HTS != "" && c.d.Kind == invoice.Commercial {
		lines = append(lines, plain("HTS "+l.HTS))
		if c.toUS() {
			lines = append(lines, c.label("hts_confirm"))
		}
	}
	return Cell{Lines: lines}
}

// toUS reports whether the goods go to the United States, where the importer
// answers for the HTS code.
func (c *composer) toUS() bool {
	for _, p := range [...]*invoice.Party{&c.o.ShipTo, &c.o.Consignee, &c.o.Buyer} {
		if !p.Name.Empty() || p.Country != "" {
			return p.Country == "US"
		}
	}
	return false
}

func (c *composer) origin(i int) string { return orElse(c.o.Lines[i].Origin, c.o.Origin) }

func (c *composer) quantity(i int) Cell {
	q := c.o.Lines[i].Quantity
	if !q.Given() {
		return Cell{}
	}
	return Cell{Figure: c.count(q, c.text(c.d.Unit(i))), Name: "q" + itoa(i)}
}

// count is a quantity with its unit behind it.
func (c *composer) count(q invoice.Amount, unit invoice.Text) *Figure {
	return &Figure{Value: q.Decimal(), Decimals: q.Decimals(), After: " " + unit.Joined(" ")}
}

func (c *composer) price(i int) Cell {
	l := &c.o.Lines[i]
	p := l.Price
	if !p.Amount.Given() || l.Free && p.Amount.Sign() == 0 {
		return Cell{}
	}
	f := &Figure{Value: p.Amount.Decimal(), Decimals: max(p.Amount.Decimals(), int32(c.d.Currency.Minor))}
	if p.Per.Given() {
		f.After = " / " + Grouped(p.Per.Decimal(), p.Per.Decimals())
	}
	return Cell{Figure: f, Name: "p" + itoa(i)}
}

func (c *composer) amount(i int) Cell {
	l, f := &c.o.Lines[i], &c.d.Figures.Lines[i]
	name := "a" + itoa(i)
	if l.Free {
		return Cell{Lines: []invoice.Text{plain(invoice.Text{Zh: c.label("free").En, En: c.label("free").Zh}.Joined(" "))}, Name: name}
	}
	cell := Cell{Figure: c.bare(f.Amount.Decimal()), Name: name}
	if !l.Amount.Given() {
		cell.Formula = c.amountFormula(i)
	}
	return cell
}

// amountFormula computes a line's amount by the rule of invoice.Figures.
func (c *composer) amountFormula(i int) string {
	l := &c.o.Lines[i]
	q := ref("q", i)
	if l.PricedBy.Amount.Given() {
		q = l.PricedBy.Amount.Decimal().String()
	}
	f := q + "*" + ref("p", i)
	if l.Price.Per.Given() {
		f += "/" + l.Price.Per.Decimal().String()
	}
	switch {
	case l.Discount.Percent.Given():
		f += "*" + decimal.NewFromInt(100).Sub(l.Discount.Percent.Decimal()).String() + "/100"
	case l.Discount.Amount.Given():
		f += "-" + l.Discount.Amount.Decimal().String()
	}
	return "ROUND(" + f + "," + itoa(c.d.Currency.Minor) + ")"
}

func (c *composer) taxed(i int) bool {
	t := &c.o.Lines[i].Tax
	return c.o.Tax != "" && (t.Percent.Given() || t.Exempt || t.Masked || t.Amount.Given())
}

// taxText is how a line's tax prints where it is no figure.
func (c *composer) taxText(i int) invoice.Text {
	t := &c.o.Lines[i].Tax
	switch {
	case t.Masked:
		return plain("***")
	case t.Exempt:
		return c.label("exempt")
	case t.Percent.Given():
		return plain(t.Percent.String() + "%")
	}
	return invoice.Text{}
}

func (c *composer) taxRate(i int) Cell {
	t := &c.o.Lines[i].Tax
	name := "r" + itoa(i)
	if t.Percent.Given() && !t.Exempt && !t.Masked {
		return Cell{Figure: &Figure{Value: t.Percent.Decimal(), Decimals: t.Percent.Decimals(), After: "%"}, Name: name}
	}
	if s := c.taxText(i); !s.Empty() {
		return Cell{Lines: []invoice.Text{s}, Name: name}
	}
	return Cell{Name: name}
}

func (c *composer) lineTax(i int) Cell {
	name, t := "t"+itoa(i), c.d.Figures.Lines[i].Tax
	if !t.Given() {
		if c.o.Lines[i].Tax.Masked {
			return Cell{Lines: []invoice.Text{plain("***")}, Name: name}
		}
		return Cell{Name: name}
	}
	cell := Cell{Figure: c.bare(t.Decimal()), Name: name}
	if !c.o.Lines[i].Tax.Amount.Given() {
		base := "100"
		if c.o.Tax == "included" {
			base = "(100+" + ref("r", i) + ")"
		}
		cell.Formula = "ROUND(" + ref("a", i) + "*" + ref("r", i) + "/" + base + "," + itoa(c.d.Currency.Minor) + ")"
	}
	return cell
}
