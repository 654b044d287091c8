package read

import (
	"slices"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// billed is the quantity that a line's price is for.
func billed(l *invoice.Line) decimal.Decimal {
	if l.PricedBy.Amount.Given() {
		return l.PricedBy.Amount.Decimal()
	}
	return l.Quantity.Decimal()
}

// product is quantity × price ÷ per, before any rounding.
func product(it *item, price invoice.Amount) decimal.Decimal {
	top := billed(&it.Line).Mul(price.Decimal())
	if it.Price.Per.Given() {
		return top.DivRound(it.Price.Per.Decimal(), 20)
	}
	return top
}

// settle makes price, amount and discount of a line of the figures that stand
// in its cells, and says where they contradict each other.
func (r *lineReader) settle(it *item) {
	r.setUnit(it)
	r.takeSecond(it)
	r.takeOffTax(it)
	r.setDiscount(it)
	if it.amounts.given() {
		it.Amount = statedMoney(it.amounts, r.minor)
	}
	if it.priced.given() {
		it.Price.Amount = r.choosePrice(it)
	}
	r.settleFree(it)
	r.compare(it)
}

// takeSecond takes a second figure under the quantity's head for the price,
// where the price's column is empty and it makes the amount.
func (r *lineReader) takeSecond(it *item) {
	if it.priced.given() || !it.second.given() || !it.amounts.given() {
		return
	}
	if product(it, it.second.Value).Round(r.minor).Equal(statedMoney(it.amounts, r.minor).Decimal()) {
		it.priced, it.where["price"] = it.second, it.where["quantity"]
	}
}

// takeOffTax takes the line's tax off an amount that holds it while the price
// doesn't: quantity × price and the tax make the amount.
func (r *lineReader) takeOffTax(it *item) {
	if !it.priced.given() || !it.amounts.given() || it.Tax.Amount.Sign() <= 0 {
		return
	}
	net, stated := product(it, it.priced.shown()).Round(r.minor), statedMoney(it.amounts, r.minor).Decimal()
	if !net.Equal(stated) && net.Add(it.Tax.Amount.Decimal()).Equal(stated) {
		it.amounts = numeral{Value: invoice.NewAmount(net), Shown: invoice.NewAmount(net)}
	}
}

// setUnit takes the unit from the quantity's head where no cell has one.
func (r *lineReader) setUnit(it *item) {
	if i := r.column(roleQuantity); i >= 0 && it.Unit.Empty() && it.Quantity.Given() && !r.columns[i].unit.Empty() {
		it.Unit, it.where["unit"] = r.columns[i].unit, r.columns[i].where
	}
}

// fits reports whether a price makes the stated amount, to the minor unit.
func (r *lineReader) fits(it *item, price invoice.Amount) bool {
	return it.Amount.Given() && it.Quantity.Given() && r.discounted(it, product(it, price)).Round(r.minor).Equal(it.Amount.Decimal())
}

// discounted is an amount less the line's discount.
func (r *lineReader) discounted(it *item, amount decimal.Decimal) decimal.Decimal {
	switch {
	case it.Discount.Percent.Given():
		return amount.Mul(decimal.NewFromInt(100).Sub(it.Discount.Percent.Decimal())).Shift(-2)
	case it.Discount.Amount.Given():
		return amount.Sub(it.Discount.Amount.Decimal())
	}
	return amount
}

// longestPrice is the number of decimals beyond which a price is the leaving of
// a division.
const longestPrice = 6

// choosePrice is the price with the digits that its cell stores, though fewer
// are shown.
func (r *lineReader) choosePrice(it *item) invoice.Amount {
	f := it.priced
	if !f.rounds() {
		return f.shown()
	}
	if r.fits(it, f.Shown) && f.Value.Decimals() > longestPrice {
		return f.Shown // what a division leaves in a cell, not what was agreed
	}
	if f.stored || r.fits(it, f.Value) || !it.Amount.Given() {
		it.warn(Rounded, "price", it.where["price"], "the price is shown as %s; its cell has %s, which is kept", f.Shown, f.Value)
		return f.Value
	}
	return f.Shown
}

// settleFree marks goods that cost nothing.
func (r *lineReader) settleFree(it *item) {
	nought := it.Price.Amount.Given() && it.Price.Amount.Sign() == 0
	if nought && it.Amount.Sign() == 0 {
		it.Free = true
		if it.where["free"] == "" {
			it.where["free"] = it.where["price"]
		}
	}
	if !it.Free {
		if nought {
			it.Price, it.where["price"] = invoice.Price{}, ""
		}
		return
	}
	if it.Price.Amount.Sign() > 0 && it.Amount.Sign() == 0 {
		it.Customs = it.Price.Amount
		it.where["customs_value"] = it.where["price"]
	}
	if it.Amount.Sign() != 0 {
		it.Free = false // a word beside money says nothing of it
		delete(it.where, "free")
		return
	}
	it.Price, it.Amount = invoice.Price{}, invoice.Amount{}
	delete(it.where, "price")
	delete(it.where, "amount")
}

// compare says where the stated amount is not quantity × price.
func (r *lineReader) compare(it *item) {
	if it.Free || !it.Amount.Given() || !it.Price.Amount.Given() || !it.Quantity.Given() {
		return
	}
	made := r.discounted(it, product(it, it.Price.Amount))
	diff := made.Sub(it.Amount.Decimal()).Abs()
	if made.Round(r.minor).Equal(it.Amount.Decimal()) {
		return
	}
	slack := decimal.New(5, -it.Price.Amount.Decimals()-1).Mul(billed(&it.Line).Abs()).Add(decimal.New(5, -r.minor-1))
	if it.Price.Per.Given() {
		slack = slack.DivRound(it.Price.Per.Decimal(), 20)
	}
	if (it.amounts.Shown.Given() && it.amounts.Shown.Decimals() < r.minor && it.amounts.rounds()) && diff.LessThan(decimal.New(5, -it.amounts.Shown.Decimals()-1).Add(decimal.New(1, -r.minor))) {
		it.AsStated = diff.GreaterThan(slack)
		it.warn(Rounded, "amount", it.where["amount"], "the amount is shown rounded as %s; quantity × price gives %s", it.Amount, made.StringFixed(r.minor))
		return
	}
	exact := it.priced.Value.Given() && !it.priced.rounds() && it.priced.stored
	if diff.LessThanOrEqual(slack) && !exact {
		it.warn(Rounded, "price", it.where["price"], "the price %s seems to be rounded: %s × %s gives %s, %s is stated", it.Price.Amount, billed(&it.Line), it.Price.Amount, made.StringFixed(r.minor), it.Amount)
		return
	}
	it.AsStated = diff.GreaterThan(slack)
	it.warn(AmountDiffer, "amount", it.where["amount"], "%s is stated, but %s × %s gives %s", it.Amount, billed(&it.Line), it.Price.Amount, made.StringFixed(r.minor))
}

// setDiscount makes a discount of the figure in its column: percent or amount,
// whichever makes the stated amount.
func (r *lineReader) setDiscount(it *item) {
	f := it.discounts
	if it.Discount.Amount.Given() {
		r.underDiscount(it)
		return
	}
	if !f.given() || f.Value.Sign() == 0 {
		delete(it.where, "discount")
		return
	}
	if f.Value.Sign() < 0 {
		f.Value = negated(f.Value)
	}
	stated := statedMoney(it.amounts, r.minor)
	for _, d := range r.discountWays(f) {
		it.Discount = d
		if !stated.Given() || r.discounted(it, product(it, it.priced.Value)).Round(r.minor).Equal(stated.Decimal()) {
			return
		}
	}
	it.Discount = invoice.Discount{}
	if !product(it, it.priced.Value).Round(r.minor).Equal(stated.Decimal()) {
		it.warn(Unread, "discount", it.where["discount"], "the discount %s doesn't lead to the amount %s", f.Value, stated)
	}
	delete(it.where, "discount")
}

func (r *lineReader) discountWays(f numeral) []invoice.Discount {
	percent := f.Value
	if f.Percent && f.Value.Decimal().LessThan(decimal.NewFromInt(1)) {
		percent, _ = invoice.ParseAmount(f.Value.Decimal().Shift(2).String())
	}
	ways := []invoice.Discount{{Percent: percent}, {Amount: statedMoney(f, r.minor)}}
	if !f.Percent {
		hundredfold, _ := invoice.ParseAmount(f.Value.Decimal().Shift(2).String())
		slices.Reverse(ways)
		ways = append(ways, invoice.Discount{Percent: hundredfold})
	}
	return slices.DeleteFunc(ways, func(d invoice.Discount) bool {
		return d.Percent.Given() && d.Percent.Decimal().GreaterThan(decimal.NewFromInt(100))
	})
}

// underDiscount takes a discount that stands in a row of its own off the
// amount above it.
func (r *lineReader) underDiscount(it *item) {
	if !it.amounts.given() {
		return
	}
	net := statedMoney(it.amounts, r.minor).Decimal().Sub(it.Discount.Amount.Decimal())
	it.amounts = numeral{Value: invoice.NewAmount(net), Shown: invoice.NewAmount(net)}
}
