package invoice

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Figures are the sums of a priced document, each rounded once to the
// currency's minor unit, half away from zero; the total is the sum of rounded
// parts.
type Figures struct {
	Lines    []LineFigures // as long as the order's lines
	Goods    Amount        // Σ lines
	Charges  []Amount      // as the order's charges; signed: discount and rebate are below zero
	Taxes    []TaxSum      // by rate, in the order of first use
	Tax      Amount        // Σ Taxes, where the order has tax
	Total    Amount        // goods + charges that are not included + tax that is not included
	Shares   []Amount      // of the instalments
	Payments []Amount      // in the order's currency; left out where no rate tells
	Paid     Amount        // Σ Payments, where something is paid
	Balance  Amount        // Total − Paid
}

// LineFigures are the computed figures of one line.
type LineFigures struct {
	Amount Amount // left out for free goods
	Tax    Amount // left out where the line bears none
	Exact  bool   // Amount is quantity × price by the rule, not stated otherwise
	Priced bool   // Amount, a price or free stands
}

// TaxSum is the tax of all lines with one rate.
type TaxSum struct {
	Percent Amount
	Amount  Amount
}

// tooMuch is the first sum that is refused.
var tooMuch = decimal.New(1, 12)

var hundred = decimal.NewFromInt(100)

// compute fills f from o; minor is the currency's number of decimals. Faults go
// to report by path, remarks to warn.
func compute(o *Order, minor int32, report, warn reporter) *Figures {
	f := &Figures{Lines: make([]LineFigures, len(o.Lines))}
	goods := decimal.Zero
	for i := range o.Lines {
		l := &o.Lines[i]
		f.Lines[i] = l.figures(i, minor, report, warn)
		goods = goods.Add(f.Lines[i].Amount.d)
	}
	f.Goods = money(goods, minor)
	total := goods
	for i, c := range o.Charges {
		a := c.signed(goods, minor)
		if a.Abs().Cmp(tooMuch) >= 0 {
			report(at("charges[%d]", i), "bounds", "a charge of 10^12 or more")
		}
		if c.Amount.Given() && !c.Percent.Given() && !c.Amount.d.Abs().Equal(a.Abs()) {
			warn(at("charges[%d].amount", i), "decimals", "%s is printed as %s: the currency has %d decimals", c.Amount, a.Abs(), minor)
		}
		f.Charges = append(f.Charges, money(a, minor))
		if !c.Included {
			total = total.Add(a)
		}
	}
	if o.Tax != "" {
		f.addTax(o, minor, warn)
		if o.Tax == "excluded" {
			total = total.Add(f.Tax.d)
		}
	} else if i := slices.IndexFunc(o.Lines, func(l Line) bool { return l.Tax != LineTax{} }); i >= 0 {
		warn(at("lines[%d].tax", i), "tax", "the order's own tax is left out, so no line's tax is printed or counted; it is included or excluded")
	}
	f.Total = money(total, minor)
	switch {
	case goods.Sign() < 0 && total.Sign() < 0:
		report("lines", "total", "the total is below zero: %s", f.Total)
	case total.Sign() < 0:
		report("charges", "total", "the total is below zero: %s", f.Total)
	case total.Cmp(tooMuch) >= 0:
		report("lines", "bounds", "the total is 10^12 or more: %s", f.Total)
	}
	f.share(o, minor, report)
	f.pay(o, minor, warn)
	return f
}

func money(d decimal.Decimal, minor int32) Amount { return NewAmount(fixed(d, minor)) }

// fixed is d rounded half away from zero, written with exactly so many
// decimals.
func fixed(d decimal.Decimal, decimals int32) decimal.Decimal {
	r, _ := decimal.NewFromString(d.StringFixed(decimals))
	return r
}

// figures computes one line's amount and checks a stated one.
func (l *Line) figures(i int, minor int32, report, warn reporter) LineFigures {
	f := LineFigures{Priced: l.Free || l.Amount.Given() || l.Price.Amount.Given()}
	if l.Free {
		return f
	}
	computed, ok := l.computed(minor)
	switch {
	case l.Amount.Given():
		if !l.Amount.d.Equal(l.Amount.d.Round(minor)) {
			report(at("lines[%d].amount", i), "decimals", "%s has more decimals than the currency's %d", l.Amount, minor)
		}
		f.Amount = money(l.Amount.d, minor)
		f.Exact = ok && computed.Equal(f.Amount.d)
		if ok && !f.Exact {
			l.compareStated(i, computed, minor, report, warn)
		}
	case ok:
		f.Amount, f.Exact = money(computed, minor), true
	default:
		return f
	}
	switch {
	case f.Amount.d.Abs().Cmp(tooMuch) >= 0:
		report(at("lines[%d]", i), "bounds", "an amount of 10^12 or more")
	case f.Amount.d.Sign() < 0 && l.Discount.Amount.Given() && !l.Amount.Given():
		report(at("lines[%d].discount.amount", i), "discount", "the discount is more than the line's own amount: the line would be %s", f.Amount)
	case ok && f.Amount.d.IsZero():
		if top, _ := l.exact(); !top.IsZero() {
			warn(at("lines[%d]", i), "decimals", "so little that it is printed as %s: the currency has %d decimals", f.Amount, minor)
		}
	}
	return f
}

// computed is (priced quantity × price ÷ per) less discount, rounded once.
func (l *Line) computed(minor int32) (decimal.Decimal, bool) {
	if !l.pricedQuantity().Given() || !l.Price.Amount.Given() {
		return decimal.Zero, false
	}
	top, per := l.exact()
	return top.DivRound(per, minor), true
}

// exact is a line's amount before it is rounded, as a fraction.
func (l *Line) exact() (top, per decimal.Decimal) {
	top, per = l.pricedQuantity().d.Mul(l.Price.Amount.d), decimal.NewFromInt(1)
	if l.Price.Per.Given() {
		per = l.Price.Per.d
	}
	switch {
	case l.Discount.Percent.Given():
		top, per = top.Mul(hundred.Sub(l.Discount.Percent.d)), per.Mul(hundred)
	case l.Discount.Amount.Given():
		top = top.Sub(l.Discount.Amount.d.Mul(per))
	}
	return top, per
}

// pricedQuantity is the quantity that the price is for.
func (l *Line) pricedQuantity() Amount {
	if l.PricedBy.Amount.Given() {
		return l.PricedBy.Amount
	}
	return l.Quantity
}

// compareStated judges a stated amount that differs from the computed one: a
// price shown rounded explains quantity × half a unit of its last digit, plus
// half a minor unit; more needs as_stated.
func (l *Line) compareStated(i int, computed decimal.Decimal, minor int32, report, warn reporter) {
	top, per := l.exact()
	half := decimal.New(5, -l.Price.Amount.Decimals()-1).Mul(l.pricedQuantity().d.Abs())
	if l.Discount.Percent.Given() {
		half = half.Mul(hundred) // as top and per are
	}
	allowed := half.Add(decimal.New(5, -minor-1).Mul(per))
	path, diff := at("lines[%d].amount", i), l.Amount.d.Mul(per).Sub(top)
	switch {
	case diff.Abs().Cmp(allowed) <= 0 || l.AsStated:
		warn(path, "stated", "%s is stated, quantity × price gives %s", l.Amount, computed.StringFixed(minor))
	default:
		report(path, "stated", "%s is stated, but quantity × price gives %s; if the supplier's figure shall stand, add as_stated: true",
			l.Amount, computed.StringFixed(minor))
	}
}

// addTax sums the lines' tax by rate.
func (f *Figures) addTax(o *Order, minor int32, warn reporter) {
	sum := decimal.Zero
	for i := range o.Lines {
		lt, a := &o.Lines[i].Tax, f.Lines[i].Amount
		if lt.Exempt || lt.Masked || !lt.Percent.Given() && !lt.Amount.Given() || !a.Given() {
			continue
		}
		t := lineTax(o.Tax, lt, a.d, minor)
		if lt.Amount.Given() && !lt.Amount.d.Equal(t) {
			warn(at("lines[%d].tax.amount", i), "stated", "%s is stated, the rate gives %s", lt.Amount, t.StringFixed(minor))
			t = lt.Amount.d.Round(minor)
		}
		f.Lines[i].Tax = money(t, minor)
		sum = sum.Add(t)
		f.addRate(lt.Percent, t, minor)
	}
	f.Tax = money(sum, minor)
}

// lineTax is the tax of amount a: within it where prices include tax, on top
// where they don't; without a rate it is what is stated.
func lineTax(mode string, t *LineTax, a decimal.Decimal, minor int32) decimal.Decimal {
	if !t.Percent.Given() {
		return t.Amount.d.Round(minor)
	}
	if mode == "included" {
		// a − a ÷ (1 + p/100) = a × p ÷ (100 + p)
		return a.Mul(t.Percent.d).DivRound(hundred.Add(t.Percent.d), minor)
	}
	return a.Mul(t.Percent.d).DivRound(hundred, minor)
}

func (f *Figures) addRate(percent Amount, t decimal.Decimal, minor int32) {
	for i := range f.Taxes {
		if f.Taxes[i].Percent.d.Equal(percent.d) && f.Taxes[i].Percent.Given() == percent.Given() {
			f.Taxes[i].Amount = money(f.Taxes[i].Amount.d.Add(t), minor)
			return
		}
	}
	f.Taxes = append(f.Taxes, TaxSum{percent, money(t, minor)})
}

// signed is a charge's amount with its sign, rounded once.
func (c *Charge) signed(goods decimal.Decimal, minor int32) decimal.Decimal {
	a := c.Amount.d.Round(minor)
	if c.Percent.Given() {
		a = goods.Mul(c.Percent.d).DivRound(hundred, minor)
	}
	if c.Kind == "discount" || c.Kind == "rebate" {
		return a.Neg()
	}
	return a
}

// share splits the total by the schedule: shares sum to it to the minor unit;
// `rest`, or else the last instalment, takes the remainder.
func (f *Figures) share(o *Order, minor int32, report reporter) {
	s := o.Payment.Schedule
	rest, ok := o.Payment.remainder(report)
	if !ok {
		return
	}
	left := f.Total.d
	f.Shares = make([]Amount, len(s))
	for i, p := range s {
		if i == rest {
			continue
		}
		a := p.Amount.d.Round(minor)
		if p.Percent.Given() {
			a = f.Total.d.Mul(p.Percent.d).DivRound(hundred, minor)
		}
		f.Shares[i], left = money(a, minor), left.Sub(a)
		if a.Sign() < 0 {
			report(at("payment.schedule[%d]", i), "schedule", "an instalment below zero: %s", a)
		}
	}
	f.Shares[rest] = money(left, minor)
	if left.Sign() < 0 {
		report(at("payment.schedule[%d]", rest), "schedule", "the instalments are more than the total by %s", left.Neg().StringFixed(minor))
	}
}

// remainder is the instalment that takes what the others leave of the total:
// the one with rest, or else the last one; not ok where there is none.
func (p *Payment) remainder(report reporter) (rest int, ok bool) {
	rest = -1
	percents, amounts := decimal.Zero, false
	for i, s := range p.Schedule {
		if s.Rest {
			if rest >= 0 {
				report(at("payment.schedule[%d].rest", i), "schedule", "only one instalment can take the rest")
				return 0, false
			}
			rest = i
		}
		percents, amounts = percents.Add(s.Percent.d), amounts || s.Amount.Given()
	}
	switch {
	case len(p.Schedule) == 0 || rest >= 0:
		return rest, rest >= 0
	case amounts:
		report("payment.schedule", "schedule", "instalments with an amount need one with rest: true")
		return 0, false
	case !percents.Equal(hundred):
		report("payment.schedule", "schedule", "the instalments sum to %s%%, not 100%%; or let one take rest: true", percents)
		return 0, false
	}
	return len(p.Schedule) - 1, true
}

// pay sums what was paid, in the order's currency.
func (f *Figures) pay(o *Order, minor int32, warn reporter) {
	if len(o.Payments) == 0 {
		return
	}
	paid := decimal.Zero
	f.Payments = make([]Amount, len(o.Payments))
	counted := false
	for i, p := range o.Payments {
		a, same := p.Amount.d, p.Currency == "" || p.Currency == o.Currency
		switch {
		case same && p.Rate.Given() && !p.Rate.d.Equal(decimal.NewFromInt(1)):
			warn(at("payments[%d].rate", i), "rate", "%s is not used: the payment is in the order's currency", p.Rate)
		case same:
		case p.Rate.Given():
			a = a.Mul(p.Rate.d)
		default:
			warn(at("payments[%d]", i), "rate", "a payment in %s without a rate doesn't count", p.Currency)
			continue
		}
		counted = true
		f.Payments[i] = money(a, minor)
		paid = paid.Add(f.Payments[i].d)
	}
	if !counted {
		return
	}
	f.Paid, f.Balance = money(paid, minor), money(f.Total.d.Sub(paid), minor)
}
