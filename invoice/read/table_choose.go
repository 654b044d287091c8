package read

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

// tellMoney chooses among several columns of quantities, prices or amounts, as
// ordered and shipped ones, list and net prices, dollars and renminbi: those
// that make each other in the most rows. Sizes' quantities are told as unread;
// money in another currency says nothing new.
func (t *table) tellMoney() {
	t.tellTotals()
	t.tellPackedQuantity()
	t.tellSoldMeasure()
	t.tellPricedMeasure()
	quantities, prices, amounts := t.all(roleQuantity), t.all(rolePrice), t.all(roleAmount)
	if len(quantities)*len(prices)*len(amounts) == 0 || len(quantities)+len(prices)+len(amounts) == 3 {
		return
	}
	if t.has(roleDiscount) {
		prices = prices[:1]
	}
	q, p, a, most := t.summingUp(quantities), prices[0], amounts[0], 0
	for _, x := range amounts {
		for _, y := range prices {
			for _, z := range quantities {
				if n := t.made(z, y, x); n > most {
					q, p, a, most = z, y, x, n
				}
			}
		}
	}
	t.leave(q, noRole)
	t.leave(p, roleOther)
	t.leave(a, roleOther)
}

// tellTotals takes the first of two columns that are both headed Total for the
// quantity where no other column has it, and it makes the second with the price.
func (t *table) tellTotals() {
	amounts, p := t.all(roleAmount), t.column(rolePrice)
	if t.has(roleQuantity) || p < 0 || len(amounts) < 2 {
		return
	}
	for _, q := range amounts {
		for _, a := range amounts {
			if q != a && t.made(q, p, a) > 0 {
				t.columns[q].role = roleQuantity
				return
			}
		}
	}
}

// tellSoldMeasure takes the column of weights, areas or lengths that makes the amounts
// for the quantity where no other column has it, or one that counts cartons: Weight
// (MT) under prices in USD/MT.
func (t *table) tellSoldMeasure() {
	q, p, a := t.column(roleQuantity), t.column(rolePrice), t.column(roleAmount)
	if p < 0 || a < 0 || q >= 0 && (!t.columns[q].ofPackages() || t.made(q, p, a) > 0) {
		return
	}
	for i := range t.columns {
		c := &t.columns[i]
		unit := c.measuredIn()
		if i == q || unit.Empty() || t.made(i, p, a) <= 0 {
			continue
		}
		c.role, c.unit = roleQuantity, unit
		if q >= 0 {
			t.columns[q].role, t.columns[q].unit = roleCartons, invoice.Text{}
		}
		return
	}
}

// tellPricedMeasure notes the column of weights, areas or lengths that makes the
// amounts, where the goods are counted by another: their prices are for kilograms
// or square metres.
func (t *table) tellPricedMeasure() {
	q, p, a := t.counting(), t.column(rolePrice), t.column(roleAmount)
	if q < 0 || p < 0 || a < 0 || t.made(q, p, a) >= 0 {
		return
	}
	for i := range t.columns {
		c := &t.columns[i]
		if unit := c.measuredIn(); i != q && !unit.Empty() && t.made(i, p, a) > 0 {
			t.priced, t.pricedIn = i, unit
			if c.role != roleNet && c.role != roleGross {
				c.role = roleOther
			}
			return
		}
	}
}

// counting is the first column of quantities that doesn't measure the goods, -1
// where there is none.
func (t *table) counting() int {
	for _, i := range t.all(roleQuantity) {
		if t.columns[i].measuredIn().Empty() {
			return i
		}
	}
	return -1
}

var weightWords = pattern.Lazily(`weight|\bwt\b|重量|净重`)

// measuredIn is the unit that goods are weighed or measured in under a head, none for
// one of something else: Area (m2), Weight.
func (c *column) measuredIn() invoice.Text {
	switch c.role {
	case roleNet, roleGross, noRole:
		switch {
		case c.scale == "lb":
			return invoice.Text{}
		case c.role != noRole || c.scale == "t" || c.scale == "kg" || weightWords.MatchString(strings.ToLower(c.text)):
			return invoice.Text{En: cmp.Or(c.scale, "kg")}
		}
	case roleVolume:
		return invoice.Text{En: "m3"}
	case roleQuantity:
	default:
		return invoice.Text{}
	}
	for _, w := range strings.Fields(spaceHan(foldHead(c.text))) {
		if u, ok := terms.Units.Find(uncounted(w)); ok && measuring(u.Code) {
			return invoice.Text{En: u.Code}
		}
		if strings.HasPrefix(w, "watt") {
			return invoice.Text{Zh: "瓦", En: "W"}
		}
	}
	return invoice.Text{}
}

// measuring reports whether a unit measures goods rather than counting them.
func measuring(unit string) bool {
	switch unit {
	case "m", "m2", "m3", "ft", "ft2", "ft3", "yard", "yard2", "l", "km", "kg", "t", "kw":
		return true
	}
	return false
}

// tellPackedQuantity takes a quantity in cartons for their number, where another
// column has the pieces; in rolls or bags, where another has the metres or kilograms.
func (t *table) tellPackedQuantity() {
	quantities := t.all(roleQuantity)
	if len(quantities) < 2 || t.has(roleCartons) {
		return
	}
	for _, packs := range [...]func(*column) bool{(*column).ofPackages, (*column).ofWraps} {
		for _, i := range quantities {
			if c := &t.columns[i]; packs(c) && !t.pays(i) {
				c.role, c.unit = roleCartons, invoice.Text{}
				return
			}
		}
		if slices.ContainsFunc(quantities, func(i int) bool { return packs(&t.columns[i]) }) {
			return
		}
	}
}

// pays reports whether a column makes the amounts with the prices.
func (t *table) pays(i int) bool {
	p, a := t.column(rolePrice), t.column(roleAmount)
	return p >= 0 && a >= 0 && t.made(i, p, a) > 0
}

// ofPackages reports whether a column's head names packages: Quantity (CTNS).
func (c *column) ofPackages() bool {
	return slices.ContainsFunc(strings.Fields(foldHead(c.text)), packageUnit)
}

// ofWraps reports whether a column's head names what goods are packed in, and are
// counted by as well: Rolls, 桶.
func (c *column) ofWraps() bool {
	return slices.ContainsFunc(strings.Fields(spaceHan(foldHead(c.text))), wrap)
}

// wrap reports whether a word is of packages that are goods' units as well.
func wrap(w string) bool {
	u, ok := terms.Units.Find(uncounted(w))
	if !ok {
		return false
	}
	switch u.Code {
	case "roll", "bolt", "bag", "bale", "drum", "barrel", "bundle", "coil", "reel", "sack", "pallet", "case", "basket":
		return true
	}
	return false
}

// all are the columns of a role.
func (t *table) all(r role) []int {
	var all []int
	for i := range t.columns {
		if t.columns[i].role == r {
			all = append(all, i)
		}
	}
	return all
}

// summingUp is the column of quantities whose head speaks of all, or the first.
func (t *table) summingUp(quantities []int) int {
	for _, i := range quantities {
		if h := foldHead(t.columns[i].text); allWords.MatchString(" "+h+" ") || strings.Contains(h, "shipped") || strings.Contains(h, "实发") || strings.Contains(h, "出货") {
			return i
		}
	}
	return quantities[0]
}

// leave takes the role from all columns that have the one of column kept.
func (t *table) leave(kept int, as role) {
	r := t.columns[kept].role
	for _, i := range t.all(r) {
		if i == kept {
			continue
		}
		t.columns[i].role = as
		if as == roleOther {
			t.aside = append(t.aside, span{t.columns[i].left, t.columns[i].right})
		}
	}
}

// span is a strip of a grid, from left to right.
type span struct{ left, right int }

// made is in how many rows quantity × price is the amount, less those where it
// isn't.
func (t *table) made(q, p, a int) int {
	n := 0
	for i := range t.rows {
		row := &t.rows[i]
		count, _, counted := t.figureAt(row, q)
		price, _, priced := t.figureAt(row, p)
		amount, _, ok := t.figureAt(row, a)
		if !counted || !priced || !ok {
			continue
		}
		made := count.Value.Decimal().Mul(price.Value.Decimal())
		if made.Sub(amount.Value.Decimal()).Abs().LessThanOrEqual(decimal.New(1, -2)) {
			n++
		} else {
			n--
		}
	}
	return n
}
