package read

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/strict"
	"yipiao/invoice/terms"
)

// takeTotals takes what the total rows of a paper's table state.
func (p *part) takeTotals(minor int32) {
	d, s := p.draft, &p.draft.order.Stated
	p.checkGroups(minor)
	final := p.finalTotals()
	for i := len(final) - 1; i >= 0; i-- {
		p.sums.add(&final[i])
	}
	p.takeTax(final)
	p.takeMoney(final)
	p.checkQuantity()
	for _, x := range []struct {
		name string
		to   *invoice.Amount
		f    found
	}{{"packages", &s.Packages, p.sums.packages}, {"net_kg", &s.Net, p.sums.weights[net]}, {"gross_kg", &s.Gross, p.sums.weights[gross]}, {"cbm", &s.CBM, p.sums.weights[cbm]}} {
		d.state(x.name, x.to, x.f, PackingDiff)
	}
}

// takeTax takes the sums under columns of tax: the amounts are the goods then,
// and what they are with the tax is the total. Prices hold the tax where the
// lines' amounts do.
func (p *part) takeTax(final []tableTotals) {
	if len(p.items) == 0 {
		return
	}
	if !p.table.has(roleTax, roleTaxRate, roleTaxed) {
		p.takeTaxNote()
		return
	}
	d, s := p.draft, &p.draft.order.Stated
	d.order.Tax = "excluded"
	if p.taxIncluded() {
		d.order.Tax = "included"
	}
	for i := len(final) - 1; i >= 0; i-- {
		t := &final[i]
		d.state("tax", &s.Tax, t.tax, Total)
		if t.taxed.value.Given() && p.table.has(roleAmount) {
			d.state("goods", &s.Goods, t.amount, Total)
			t.amount = t.taxed
		} else if t.taxed.value.Given() {
			t.amount = t.taxed
		}
		if t.tax.value.Given() {
			break
		}
	}
}

// taxIncluded reports whether the lines' amounts hold their tax: their heads
// say so, or the tax is what their rate takes out of them.
func (p *part) taxIncluded() bool {
	t := p.table
	for _, r := range []role{rolePrice, roleAmount} {
		if i := t.column(r); i >= 0 {
			h := foldHead(t.columns[i].text)
			switch {
			case strings.Contains(h, "不含税") || strings.Contains(h, "excl") || strings.Contains(h, "net"):
				return false
			case strings.Contains(h, "含税") || strings.Contains(h, "incl"):
				return true
			}
		}
	}
	if !t.has(roleAmount) {
		return true
	}
	for _, it := range p.items {
		l := &it.Line
		if l.Tax.Percent.Given() && l.Tax.Amount.Sign() > 0 && l.Amount.Given() {
			hundred := decimal.NewFromInt(100)
			top := l.Amount.Decimal().Mul(l.Tax.Percent.Decimal())
			return agrees(top.DivRound(hundred.Add(l.Tax.Percent.Decimal()), 6), l.Tax.Amount) && !agrees(top.Shift(-2), l.Tax.Amount)
		}
	}
	return false
}

// ofGroup reports whether total row i sums up a group of lines: it is called a
// subtotal, as one between the lines is.
func (p *part) ofGroup(i int) bool {
	last := p.items[len(p.items)-1]
	return p.totals[i].after != last || p.totals[i].sub && slices.ContainsFunc(p.totals, func(t tableTotals) bool { return t.sub && t.after != last })
}

// finalTotals are the total rows under all lines.
func (p *part) finalTotals() []tableTotals {
	var final []tableTotals
	for i := range p.totals {
		if len(p.items) == 0 || !p.ofGroup(i) {
			final = append(final, p.totals[i])
		}
	}
	return final
}

// add takes what t states beside what is stated already.
func (s *tableTotals) add(t *tableTotals) {
	s.quantity.set(t.quantity.value, t.quantity.where)
	s.packages.set(t.packages.value, t.packages.where)
	if s.kind.Empty() {
		s.kind = t.kind
	}
	for k := range s.weights {
		s.weights[k].set(t.weights[k].value, t.weights[k].where)
	}
}

// state notes a stated figure; a label elsewhere that says another is told.
func (d *draft) state(name string, to *invoice.Amount, f found, code string) {
	path := "stated." + name
	switch {
	case !f.value.Given():
	case !to.Given():
		*to = f.value
		d.found(path, f.where)
	case !to.Decimal().Equal(f.value.Decimal()) && !roundedAlike(*to, f.value):
		d.warn(code, path, d.where[path], "%s is stated at %s, but %s in the table", *to, d.where[path], f.value)
		*to, d.where[path] = f.value, f.where
	}
}

// takeMoney tells which of the total rows state the goods and which the total:
// what stands above the charges are the goods.
func (p *part) takeMoney(final []tableTotals) {
	var rows []tableTotals
	for _, t := range final {
		if t.amount.value.Given() {
			rows = append(rows, t)
		}
	}
	if len(rows) == 0 {
		return
	}
	d, s := p.draft, &p.draft.order.Stated
	last := rows[len(rows)-1]
	goods, signed := p.draft.goods(), p.draft.goods().Add(p.draft.charged())
	above := slices.ContainsFunc(p.charges, func(c foundCharge) bool { return !c.Included && c.after == len(p.totals) })
	switch {
	case len(rows) > 1:
		if !rows[0].amount.value.Decimal().Equal(last.amount.value.Decimal()) || agrees(goods, last.amount.value) {
			d.state("goods", &s.Goods, rows[0].amount, Total)
		}
		d.state("total", &s.Total, last.amount, Total)
	case last.sub && s.Total.Given(), above && !agrees(signed, last.amount.value):
		d.state("goods", &s.Goods, last.amount, Total)
	case above && agrees(goods, last.amount.value) && !agrees(signed, last.amount.value):
		d.state("goods", &s.Goods, last.amount, Total)
	default:
		d.state("total", &s.Total, last.amount, Total)
	}
}

// checkGroups compares subtotals between the lines with the lines above them.
func (p *part) checkGroups(minor int32) {
	from := 0
	for i, t := range p.totals {
		if t.after == nil || len(p.items) == 0 || !p.ofGroup(i) {
			continue
		}
		to := slices.Index(p.items, t.after) + 1
		if to == 0 || !t.amount.value.Given() {
			continue
		}
		group, all := decimal.Zero, decimal.Zero
		for i := range to {
			a := p.draft.lineAmount(i, minor)
			all = all.Add(a)
			if i >= from {
				group = group.Add(a)
			}
		}
		if !agrees(group, t.amount.value) && !agrees(all, t.amount.value) {
			p.draft.warn(Total, fmt.Sprintf("lines[%d].amount", to-1), t.amount.where, "the subtotal is stated as %s, the lines above it sum to %s", t.amount.value, group.StringFixed(minor))
		}
		from = to
	}
}

// checkQuantity compares the stated sum of the quantities.
func (p *part) checkQuantity() {
	q := p.sums.quantity
	if !q.value.Given() || len(p.items) == 0 {
		return
	}
	sum := decimal.Zero
	for _, it := range p.items {
		sum = sum.Add(it.Quantity.Decimal())
	}
	if !agrees(sum, q.value) {
		code := Total
		if p.kind == packingList {
			code = PackingDiff
		}
		p.draft.warn(code, "lines", q.where, "the quantities are stated to sum to %s, the lines give %s", q.value, sum)
	}
}

// minor is the number of decimals of the order's currency.
func (d *draft) minor() int32 {
	if c, ok := terms.Currencies.Find(d.order.Currency); ok {
		return int32(c.Minor)
	}
	return 2
}

// lineAmount is the amount of line i: the stated one, else quantity × price.
func (d *draft) lineAmount(i int, minor int32) decimal.Decimal {
	l := &d.order.Lines[i]
	switch {
	case l.Free:
		return decimal.Zero
	case l.Amount.Given():
		return l.Amount.Decimal()
	case !l.Price.Amount.Given():
		return decimal.Zero
	}
	a := billed(l).Mul(l.Price.Amount.Decimal())
	if l.Price.Per.Sign() > 0 {
		a = a.DivRound(l.Price.Per.Decimal(), 20)
	}
	switch {
	case l.Discount.Percent.Given():
		a = a.Mul(decimal.NewFromInt(100).Sub(l.Discount.Percent.Decimal())).Shift(-2)
	case l.Discount.Amount.Given():
		a = a.Sub(l.Discount.Amount.Decimal())
	}
	return a.Round(minor)
}

// goods is the sum of the lines.
func (d *draft) goods() decimal.Decimal {
	sum := decimal.Zero
	for i := range d.order.Lines {
		sum = sum.Add(d.lineAmount(i, d.minor()))
	}
	return sum
}

// charged is the sum of the charges that are added, with their signs.
func (d *draft) charged() decimal.Decimal {
	sum, goods := decimal.Zero, d.goods()
	for _, c := range d.order.Charges {
		a := c.Amount.Decimal()
		if c.Percent.Given() {
			a = goods.Mul(c.Percent.Decimal()).Shift(-2).Round(d.minor())
		}
		switch {
		case c.Included:
		case c.Kind == "discount" || c.Kind == "rebate":
			sum = sum.Sub(a)
		default:
			sum = sum.Add(a)
		}
	}
	return sum
}

// taxed is the tax that comes on top of the lines.
func (d *draft) taxed() decimal.Decimal {
	sum := decimal.Zero
	if d.order.Tax != "excluded" {
		return sum
	}
	for i := range d.order.Lines {
		l := &d.order.Lines[i]
		switch {
		case l.Tax.Amount.Given():
			sum = sum.Add(l.Tax.Amount.Decimal())
		case l.Tax.Percent.Given():
			sum = sum.Add(d.lineAmount(i, d.minor()).Mul(l.Tax.Percent.Decimal()).Shift(-2).Round(d.minor()))
		}
	}
	return sum
}

// check says what an order lacks and where it contradicts itself.
func (d *draft) check() {
	d.missing()
	d.unconfirmed()
	d.checkMoney()
	d.checkWords()
}

// owed reports whether the paper gives money back, as a credit note does.
func (d *draft) owed() bool {
	total := d.order.Stated.Total
	if total.Given() {
		return total.Sign() < 0
	}
	return d.priced() && d.goods().Add(d.charged()).Sign() < 0
}

// missing says which fields an order needs that the original doesn't have.
func (d *draft) missing() {
	o := &d.order
	for _, x := range []struct {
		field  string
		absent bool
	}{
		{"number", o.Number == ""}, {"date", o.Date == ""}, {"currency", o.Currency == ""},
		{"seller.name", o.Seller.Name.Empty()}, {"buyer.name", o.Buyer.Name.Empty()}, {"lines", len(o.Lines) == 0},
	} {
		if x.absent && !slices.ContainsFunc(d.warnings, func(w Warning) bool { return w.Field == x.field && (w.Code == Missing || w.Code == NoValue) }) {
			d.warn(Missing, x.field, "", "the original doesn't say it, and every order needs it")
		}
	}
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Description.Empty() {
			d.warn(Missing, fmt.Sprintf("lines[%d].description", i), "", "the original doesn't describe this line, and every line needs it")
		}
		if !l.Quantity.Given() && !l.Amount.Given() && !d.warned(i) {
			d.warn(Missing, fmt.Sprintf("lines[%d].quantity", i), "", "the original has no quantity of this line")
		}
		if !l.Quantity.Given() && l.Amount.Given() && l.Price.Amount.Given() && !l.Amount.Decimal().Equal(l.Price.Amount.Decimal()) && !d.warned(i) {
			d.warn(Unread, fmt.Sprintf("lines[%d].quantity", i), d.where[fmt.Sprintf("lines[%d].amount", i)], "the line has the amount %s and the price %s, but no quantity was found that leads from one to the other", l.Amount, l.Price.Amount)
		}
		if d.priced() && !l.Free && !l.Amount.Given() && !l.Price.Amount.Given() && !d.warned(i) {
			d.warn(Missing, fmt.Sprintf("lines[%d].price", i), "", "the original has no price of this line")
		}
	}
}

// warned reports whether something of line i couldn't be had or read.
func (d *draft) warned(i int) bool {
	path := fmt.Sprintf("lines[%d]", i)
	return slices.ContainsFunc(d.warnings, func(w Warning) bool {
		return strings.HasPrefix(w.Field, path) && (w.Code == NoValue || w.Code == Unread)
	})
}

// unconfirmed says that nothing in the original confirms the total of the lines
// and charges: it shows no money at all, or states no total.
func (d *draft) unconfirmed() {
	s := &d.order.Stated
	switch {
	case len(d.order.Lines) == 0:
	case !d.priced():
		d.warn(Missing, "lines", "", "the original shows no prices and no amounts")
	case !s.Total.Given() && s.Words.Empty() && (len(d.order.Charges) > 0 || !s.Goods.Given()):
		d.warn(Missing, "stated.total", "", "the original states no total that confirms the lines%s, which give %s", d.with(), d.goods().Add(d.charged()).Add(d.taxed()).StringFixed(d.minor()))
	}
}

// priced reports whether any line has money.
func (d *draft) priced() bool {
	return slices.ContainsFunc(d.order.Lines, func(l invoice.Line) bool {
		return l.Price.Amount.Given() || l.Amount.Given() || l.Free
	})
}

// checkMoney compares the stated sums with what the lines and charges give.
func (d *draft) checkMoney() {
	if !d.priced() {
		return
	}
	o, minor := &d.order, d.minor()
	for _, c := range []struct {
		name   string
		stated invoice.Amount
		made   decimal.Decimal
	}{
		{"goods", o.Stated.Goods, d.goods()},
		{"charges", o.Stated.Charges, d.charged()},
		{"tax", o.Stated.Tax, d.taxed()},
		{"total", o.Stated.Total, d.goods().Add(d.charged()).Add(d.taxed())},
	} {
		if !c.stated.Given() || c.name == "tax" && o.Tax == "included" || agrees(c.made, c.stated) && c.made.Sub(c.stated.Decimal()).Abs().LessThan(decimal.New(1, -minor)) {
			continue
		}
		path := "stated." + c.name
		d.warn(Total, path, d.where[path], "%s is stated, but the lines%s give %s", c.stated, d.with(), c.made.StringFixed(minor))
	}
}

func (d *draft) with() string {
	if len(d.order.Charges) > 0 {
		return " and charges"
	}
	return ""
}

// checkWords compares the amount in words with the total in figures.
func (d *draft) checkWords() {
	w := d.order.Stated.Words
	total := d.order.Stated.Total
	if !total.Given() {
		if !d.priced() {
			return
		}
		total = invoice.NewAmount(d.goods().Add(d.charged()).Add(d.taxed()))
	}
	for _, x := range []struct {
		path, words string
		read        func(string) (decimal.Decimal, bool)
	}{{"stated.words.zh", w.Zh, chineseMoney}, {"stated.words.en", w.En, englishMoney}} {
		if x.words == "" {
			continue
		}
		where := d.where[x.path]
		if where == "" {
			where = d.where["stated.words"]
		}
		said, ok := x.read(x.words)
		switch {
		case !ok:
			d.warn(Words, x.path, where, "%q was not understood as an amount", oneLine(x.words))
		case !said.Equal(total.Decimal()):
			d.warn(Words, x.path, where, "the words say %s, the figure is %s", said.StringFixed(d.minor()), total)
		}
	}
}

// mostFaults bounds how often an order is looked at anew.
const mostFaults = 50

// settle takes what the format doesn't allow out of an order, with a warning:
// what is read must be an order that can be written and read again.
func (d *draft) settle() {
	for range mostFaults {
		errs := d.faults()
		changed := false
		for _, e := range errs {
			if e.Code == "missing" {
				continue
			}
			if d.drop(e) {
				changed = true
				break
			}
		}
		if !changed {
			return
		}
	}
}

// faults are what is wrong with the order as the format sees it.
func (d *draft) faults() strict.Errors {
	data, err := d.order.Marshal()
	if err != nil {
		return nil
	}
	_, err = invoice.Decode("", data)
	var errs strict.Errors
	errors.As(err, &errs)
	return errs
}

// drop takes a value out of the order that the format doesn't allow.
func (d *draft) drop(e *strict.Error) bool {
	path, where := e.Path, d.where[e.Path]
	if !clearPath(&d.order, path) {
		return false
	}
	d.warn(Unread, path, where, "left out, since an order can't have it: %s", e.Message)
	for p := range d.where {
		if p == path || strings.HasPrefix(p, path+".") || strings.HasPrefix(p, path+"[") {
			delete(d.where, p)
		}
	}
	return true
}
