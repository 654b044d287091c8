package read

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// packageUnit reports whether a word counts packages rather than goods.
func packageUnit(w string) bool {
	switch strings.ToLower(strings.Trim(w, ". ")) {
	case "ctn", "ctns", "carton", "cartons", "箱", "纸箱", "pkgs", "pkg", "packages", "package", "cases", "plts", "pallets", "托", "bales", "wooden cases":
		return true
	}
	return false
}

// sequence reads cells that stand under one head: figures, each with the unit
// that follows it.
func sequence(cells []*grid.Cell) []measured {
	var all []measured
	for _, c := range cells {
		if c == nil || c.Unknown {
			continue
		}
		if f, ok := cellFigure(c); ok {
			u := f.After
			if u == "" && f.Before != "" && moneyMark(f.Before) == "" {
				u = f.Before
			}
			all = append(all, measured{f.Value, u})
			continue
		}
		if pairs := parsePairs(c.Text); len(pairs) > 0 {
			all = append(all, pairs...)
		} else if n := len(all); n > 0 && all[n-1].unit == "" {
			all[n-1].unit = strings.TrimSpace(c.Text)
		}
	}
	return all
}

// quantity reads the cells under a quantity head.
func (r *lineReader) quantity(it *item, cells []*grid.Cell) {
	if it.Quantity.Given() {
		return // a second column of quantities
	}
	if r.packedQuantity(it, cells) {
		return
	}
	if !r.pairs(it, cells) && cells[0].Kind == grid.Text && !cells[0].Unknown {
		if s := strings.TrimSpace(cells[0].Text); strings.ContainsAny(s, "0123456789") {
			it.warn(Unread, "quantity", cells[0].Where, "%q was not understood as a quantity", oneLine(s))
		}
	}
}

// sharePackages notes that the packages under the quantity's head are those of
// several lines, since their cell is merged over them.
func (r *lineReader) sharePackages(it *item, row *tableRow, i int) {
	if row.over != nil && row.over[i] != nil {
		it.packed.shared = row.over[i]
		return
	}
	cells := row.cells[i]
	if last := cells[len(cells)-1]; it.packed.count.Given() && cells[0].Down == 1 && last.Down > 1 {
		it.packed.shared = last
	}
}

// packedForm is a quantity by its packages: 100CTNS*12PCS=1200PCS.
var packedForm = pattern.Lazily(`(?i)^(\d[\d,]*)\s*(\p{L}+)\s*[x×*]\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}+?)\s*(?:/\s*\p{L}+)?\s*(?:=\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}*)\.?)?$`)

// packedQuantity takes a quantity that is written as so many packages of so
// many pieces.
func (r *lineReader) packedQuantity(it *item, cells []*grid.Cell) bool {
	if len(cells) != 1 || cells[0].Kind != grid.Text {
		return false
	}
	m := packedForm.FindStringSubmatch(strings.TrimSpace(narrow(cells[0].Text)))
	if m == nil || packageText(m[2]).Empty() {
		return false
	}
	n, _ := invoice.ParseAmount(plainDigits(m[1]))
	each, _ := invoice.ParseAmount(plainDigits(m[3]))
	made := invoice.NewAmount(n.Decimal().Mul(each.Decimal()))
	where := cells[0].Where
	it.Quantity = made
	if stated, ok := invoice.ParseAmount(plainDigits(m[5])); ok && m[5] != "" {
		if it.Quantity = stated; !stated.Decimal().Equal(made.Decimal()) {
			it.warn(PackingDiff, "quantity", where, "%s × %s is %s, but %s is stated", n, each, made, stated)
		}
	}
	it.where["quantity"] = where
	if u := knownUnit(m[4]); !u.Empty() {
		it.Unit, it.where["unit"] = u, where
	}
	it.packed.count, it.packed.kind, it.packed.per = n, packageText(m[2]), each
	it.packed.note(where)
	return true
}

// pairs takes pieces and packages out of the figures under one head, and
// reports whether there were any.
func (r *lineReader) pairs(it *item, cells []*grid.Cell) bool {
	all := sequence(cells)
	goods := slices.ContainsFunc(all, func(m measured) bool { return !packageUnit(m.unit) }) || it.Quantity.Given()
	where := cells[0].Where
	for _, m := range all {
		switch {
		case goods && packageUnit(m.unit):
			if !it.packed.count.Given() {
				it.packed.count, it.packed.kind = m.value, packageText(m.unit)
				it.packed.note(where)
			}
		case !it.Quantity.Given():
			it.Quantity = m.value
			it.where["quantity"] = where
			if u := knownUnit(m.unit); !u.Empty() {
				it.Unit, it.where["unit"] = u, where
			}
		case !it.packed.count.Given() && !packageText(m.unit).Empty(): // 24000 KGS 960 BAGS
			it.packed.count, it.packed.kind = m.value, packageText(m.unit)
			it.packed.note(where)
		case m.unit == "" && !it.second.given():
			it.second = numeral{Value: m.value, Shown: m.value, stored: true}
		}
	}
	return len(all) > 0
}

// knownUnit is the unit that a word behind a quantity names: a stranger one is
// kept as it is.
func knownUnit(w string) invoice.Text {
	w = strings.Trim(strings.TrimSpace(w), "()[]. ")
	if w == "" {
		return invoice.Text{}
	}
	if u := unitText(w); !u.Empty() {
		return u
	}
	if len([]rune(w)) > 20 || strings.ContainsAny(w, "0123456789") {
		return invoice.Text{}
	}
	return invoice.Text{Zh: w, En: w}
}

// unit reads a column of units.
func (r *lineReader) unit(it *item, s, where string) {
	if s = strings.TrimSpace(s); s == "" || s == "-" || s == "0" {
		return
	}
	if dittoWords.MatchString(s) && len(r.items) > 0 {
		it.Unit = r.items[len(r.items)-1].Unit
	} else {
		it.Unit = knownUnit(s)
	}
	if !it.Unit.Empty() {
		it.where["unit"] = where
	}
}

// price reads the cells under a price head.
func (r *lineReader) price(it *item, cells []*grid.Cell, i int) {
	if it.priced.given() {
		return
	}
	f, cell := numeralIn(cells)
	if cell == nil {
		r.noPrice(it, cells)
		return
	}
	if f.Percent {
		return
	}
	it.priced = f
	it.where["price"] = cell.Where
	if r.terms == "" && beginsRule(f.After) {
		r.terms, r.termsAt = f.After, cell.Where // USD 38,500.00 FOB Shekou
	}
	if m := perMany.FindStringSubmatch(f.After); m != nil {
		it.Price.Per, _ = invoice.ParseAmount(m[1])
	} else if per := r.columns[i].per; per != "" {
		it.Price.Per, _ = invoice.ParseAmount(per)
	}
	if it.Price.Per.Sign() <= 0 || it.Price.Per.String() == "1" {
		it.Price.Per = invoice.Amount{}
	}
	if it.Unit.Empty() && it.where["unit"] == "" {
		if _, u, ok := strings.Cut(f.After, "/"); ok && !strings.ContainsAny(u, "0123456789") && terms.Units.Has(strings.Trim(u, ". ")) {
			it.Unit, it.where["unit"] = unitText(u), cell.Where
		}
	}
}

// numeralIn is the first figure of a few cells.
func numeralIn(cells []*grid.Cell) (numeral, *grid.Cell) {
	for _, c := range cells {
		if f, ok := cellFigure(c); ok {
			return f, c
		}
	}
	return numeral{}, nil
}

// moneyIn is the first figure of a few cells that is no percentage.
func moneyIn(cells []*grid.Cell) (numeral, *grid.Cell) {
	for _, c := range cells {
		if f, ok := cellFigure(c); ok && !f.Percent {
			return f, c
		}
	}
	return numeral{}, nil
}

// noPrice is for cells of money that hold a word.
func (r *lineReader) noPrice(it *item, cells []*grid.Cell) {
	c := cells[0]
	s := strings.TrimSpace(c.Text)
	switch {
	case c.Unknown || s == "" || s == "-" || s == "/":
	case freeWords.MatchString(s):
		it.Free = true
		it.where["free"] = c.Where
	case len(r.items) > 0 && dittoWords.MatchString(s):
		above := r.items[len(r.items)-1]
		it.priced, it.Price.Per = above.priced, above.Price.Per
		it.where["price"] = c.Where
	case strings.ContainsAny(s, "0123456789"):
		it.warn(Unread, "price", c.Where, "%q was not understood as a price or amount", oneLine(s))
	}
}

// amount reads the cells under an amount head.
func (r *lineReader) amount(it *item, row *tableRow, i int) {
	if it.amounts.given() {
		return
	}
	f, cell := moneyIn(row.cells[i])
	if cell == nil {
		r.noPrice(it, row.cells[i])
		return
	}
	it.amounts = f
	it.where["amount"] = cell.Where
	if cell.Down > 1 {
		it.shared = cell
	}
}

// extra reads discounts and taxes.
func (r *lineReader) extra(it *item, cells []*grid.Cell, c *column) {
	f, cell := numeralIn(cells)
	if c.role == roleTaxed {
		f, cell = moneyIn(cells)
	}
	s := strings.TrimSpace(cells[0].Text)
	switch {
	case c.role == roleTaxRate && strings.Contains(s, "免"):
		it.Tax.Exempt = true
		it.where["tax"] = cells[0].Where
	case strings.Contains(s, "***"):
		it.Tax.Masked = true
		it.where["tax"] = cells[0].Where
	case cell == nil:
	case c.role == roleDiscount:
		it.discounts = f
		it.discounts.Percent = f.Percent || strings.Contains(c.text, "%") || strings.Contains(c.text, "率")
		it.where["discount"] = cell.Where
	case c.role == roleTaxRate:
		it.Tax.Percent = percentOf(f, cell)
		it.where["tax.percent"] = cell.Where
	case c.role == roleTax && f.Percent:
		it.Tax.Percent = percentOf(f, cell)
		it.where["tax.percent"] = cell.Where
	case c.role == roleTax:
		it.Tax.Amount = statedMoney(f, r.minor)
		it.where["tax.amount"] = cell.Where
		if m := percentForm.FindStringSubmatch(narrow(c.text)); m != nil && !it.Tax.Percent.Given() {
			it.Tax.Percent, _ = invoice.ParseAmount(m[1]) // VAT 19%
			it.where["tax.percent"] = c.where
		}
	case c.role == roleTaxed:
		it.taxed = f
		if !r.has(roleAmount) {
			it.amounts = f
			it.where["amount"] = cell.Where
		}
	}
}

// percentOf is a rate in percent: 13 of "13%", of 13 and of a cell that stores
// 0.13 and shows 13%.
func percentOf(f numeral, c *grid.Cell) invoice.Amount {
	if c.Kind != grid.Number {
		return f.Value
	}
	if f.Percent || f.Value.Decimal().Abs().LessThan(decimal.NewFromInt(1)) {
		a, _ := invoice.ParseAmount(f.Value.Decimal().Shift(2).String())
		return a
	}
	return f.Value
}

// dropEmpty drops the lines that a form keeps ready: no goods, or nothing but
// noughts.
func (r *lineReader) dropEmpty() {
	all := slices.Clone(r.items)
	defer func() { // total rows stand below the last line that is kept
		for i := range r.totals {
			t := &r.totals[i]
			at := slices.Index(all, t.after)
			for at >= 0 && !slices.Contains(r.items, all[at]) {
				at--
			}
			t.after = nil
			if at >= 0 {
				t.after = all[at]
			}
		}
	}()
	r.items = slices.DeleteFunc(r.items, func(it *item) bool {
		none := func(f numeral) bool { return !f.given() || f.Value.Sign() == 0 }
		nothing := it.Quantity.Sign() == 0 && none(it.amounts) && len(it.warnings) == 0 && !it.packed.any()
		if !nothing || it.Free {
			return false
		}
		named := !it.Description.Empty() || !it.Name.Empty() || it.SKU != ""
		if named && none(it.priced) && !it.Quantity.Given() && !it.amounts.given() {
			return true
		}
		if named {
			r.warnings = append(r.warnings, Warning{Unread, "", it.where["quantity"], "a line without a quantity was left out: " + oneLine(wordsOf(&it.Line, roleDescription)) + it.SKU})
		}
		return true
	})
}

// shareAmounts looks at amounts that one merged cell states for several lines:
// they are none of any line's, and are compared with what the lines give.
func (r *lineReader) shareAmounts() {
	for i := 0; i < len(r.items); {
		n := i + 1
		for r.items[i].shared != nil && n < len(r.items) && r.items[n].shared == r.items[i].shared {
			n++
		}
		if n > i+1 {
			r.shareAmount(r.items[i:n])
		}
		i = n
	}
}

func (r *lineReader) shareAmount(items []*item) {
	sum, all := decimal.Zero, true
	for _, it := range items {
		all = all && it.priced.given() && it.Quantity.Given()
		sum = sum.Add(product(it, it.priced.Value).Round(r.minor))
	}
	stated, where := statedMoney(items[0].amounts, r.minor), items[0].where["amount"]
	for _, it := range items {
		it.amounts = numeral{}
		delete(it.where, "amount")
	}
	switch {
	case !all:
		items[0].warn(Unread, "amount", where, "one amount, %s, stands for %d lines, so none of them has its own", stated, len(items))
	case !sum.Equal(stated.Decimal()):
		items[0].warn(AmountDiffer, "amount", where, "%s is stated for %d lines together, quantity × price gives %s", stated, len(items), sum.StringFixed(r.minor))
	}
}

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

// Value1 is the number as it is shown.
func (f numeral) Value1() invoice.Amount {
	if f.Shown.Given() {
		return f.Shown
	}
	return f.Value
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
