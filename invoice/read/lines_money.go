package read

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

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
