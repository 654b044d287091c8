package read

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// tellFigures settles columns of figures by what the figures make: a column
// with a stranger's head that is quantity × price holds the amounts, a net
// weight that makes them with the price is the quantity.
func (t *table) tellFigures() {
	t.tellCartons()
	t.tellPackedQuantity()
	t.tellEdges()
	t.tellMoney()
	t.tellAmounts()
	t.tellPrices()
	t.tellWeighed()
	t.tellPer()
}

// tellPer takes prices for those of a thousand, or a hundred, where every amount of
// several lines is made so, and none as it stands.
func (t *table) tellPer() {
	q, p, a := t.column(roleQuantity), t.column(rolePrice), t.column(roleAmount)
	if q < 0 || p < 0 || a < 0 || t.columns[p].per != "" || t.made(q, p, a) > -2 {
		return
	}
	for _, per := range [...]int64{1000, 100} {
		if t.makes(q, p, a, decimal.NewFromInt(per)) {
			t.columns[p].per = decimal.NewFromInt(per).String()
			return
		}
	}
}

// tellAmounts gives the column that is quantity × price in every line its
// role, where no head names the amounts.
func (t *table) tellAmounts() {
	q, p := t.column(roleQuantity), t.column(rolePrice)
	if q < 0 || p < 0 || t.has(roleAmount, roleTaxed) {
		return
	}
	for i := range t.columns {
		if t.columns[i].role == noRole && t.makes(q, p, i, decimal.NewFromInt(1)) {
			t.columns[i].role = roleAmount
			return
		}
	}
}

// tellPrices gives the column that makes the amounts of all lines with the quantities
// its role, where no head names the prices: USD | Amount USD.
func (t *table) tellPrices() {
	q, a := t.column(roleQuantity), t.column(roleAmount)
	if q < 0 || a < 0 || t.has(rolePrice) {
		return
	}
	for i := range t.columns {
		if t.columns[i].role == noRole && t.makes(q, i, a, decimal.NewFromInt(1)) {
			t.columns[i].role = rolePrice
			return
		}
	}
}

// tellWeighed takes the net weight for the quantity of goods that are sold by
// weight: no other column counts them, and it makes the amounts.
func (t *table) tellWeighed() {
	n, p, a := t.column(roleNet), t.column(rolePrice), t.column(roleAmount)
	if n < 0 || p < 0 || a < 0 || t.has(roleQuantity) {
		return
	}
	for _, per := range []int64{1, 1000} {
		if !t.makes(n, p, a, decimal.NewFromInt(per)) {
			continue
		}
		c := &t.columns[n]
		c.role = roleQuantity
		if c.scale == "" || c.scale == "kg" {
			c.unit = invoice.Text{En: "kg"}
		} else {
			c.unit = unitText(c.scale)
		}
		if per > 1 {
			t.columns[p].per = "1000"
		}
		return
	}
}

// makes reports whether, in every row with a price, the quantity × the price ÷
// per is the figure of column a.
func (t *table) makes(q, p, a int, per decimal.Decimal) bool {
	n := 0
	for i := range t.rows {
		row := &t.rows[i]
		price, _, priced := t.figureAt(row, p)
		count, _, counted := t.figureAt(row, q)
		if !priced || !counted {
			continue
		}
		amount, _, ok := t.figureAt(row, a)
		divisor := per
		if of, given := invoice.ParseAmount(t.columns[p].per); given && of.Sign() > 0 && per.Equal(decimal.NewFromInt(1)) {
			divisor = of.Decimal()
		}
		if !ok || amount.Value.Sign() == 0 {
			return false
		}
		made := count.Value.Decimal().Mul(price.Value.Decimal()).DivRound(divisor, 6)
		if made.Sub(amount.Value.Decimal()).Abs().GreaterThan(decimal.New(1, -2)) {
			return false
		}
		n++
	}
	return n > 0
}

// tellCartons takes "CTN" for how many cartons a line has, where the figures
// below don't number them: single figures that don't count up.
func (t *table) tellCartons() {
	for _, i := range t.all(roleCartonNo) {
		if t.has(roleCartons) {
			return
		}
		t.tellCartonsIn(i)
	}
}

func (t *table) tellCartonsIn(i int) {
	switch h := foldHead(t.columns[i].text); h {
	case "ctn", "carton", "箱", "ctn 箱", "箱 ctn":
	default:
		if !numberedPackages.MatchString(" " + h + " ") {
			return
		}
	}
	n, last, rises := 0, decimal.Zero, true
	for j := range t.rows {
		c := t.rows[j].ownCell(i)
		if c == nil || t.goodsText(&t.rows[j], true) == "" || !t.counts(&t.rows[j], roleQuantity, roleAmount, roleGross, roleNet) {
			continue
		}
		f, ok := cellFigure(c)
		if !ok || f.Value.Decimals() > 0 || f.Value.Sign() <= 0 {
			return
		}
		rises = rises && f.Value.Decimal().Equal(last.Add(decimal.NewFromInt(1)))
		last = f.Value.Decimal()
		n++
	}
	if n > 0 && (!rises || n == 1 || t.others(i, roleCartonNo)) {
		t.columns[i].role = roleCartons
	}
}

// tellEdges takes 长 宽 高, and sizes beside weights, for those of a package.
func (t *table) tellEdges() {
	if !t.has(roleCartons) || !t.has(roleGross, roleNet) {
		return
	}
	if t.has(roleMeasure) {
		return
	}
	if i := t.column(roleSize); i >= 0 && t.solid(i) && (!t.has(rolePrice) || t.sizesCartons(i)) {
		t.columns[i].role = roleMeasure
		return
	}
	edges, seen := map[int]role{}, map[role]bool{}
	for i := range t.columns {
		if r := edgeRole(t.columns[i].text); t.columns[i].role == noRole && r != noRole {
			edges[i], seen[r] = r, true
		}
	}
	if len(edges) != 3 || len(seen) != 3 {
		return
	}
	for i, r := range edges {
		t.columns[i].role = r
	}
}

// edgeUnits are the units in the head of a package's edge.
var edgeUnits = strings.NewReplacer("cm", "", "厘米", "", "mm", "", "度", "")

// edgeRole is the edge of a package that a head names alone, with its unit.
func edgeRole(head string) role {
	return edges[strings.TrimSpace(edgeUnits.Replace(foldHead(head)))]
}

// sizesCartons reports whether the sizes under a head, beside prices too, are those
// of the cartons: the column follows those of packing, and cartons of the sizes
// would be as heavy as packed goods are, while each holds many pieces.
func (t *table) sizesCartons(i int) bool {
	if i == 0 || !slices.Contains(packRoles, t.columns[i-1].role) || t.has(roleVolume) {
		return false
	}
	n, cartons, gross, quantity := 0, t.column(roleCartons), t.column(roleGross), t.column(roleQuantity)
	if t.columns[gross].scale != "" && t.columns[gross].scale != "kg" || t.columns[gross].extent == ofEach {
		return false
	}
	for j := range t.above() {
		row := &t.rows[j]
		size := t.sizeOf(row, i)
		count, _, counted := t.figureAt(row, cartons)
		kg, _, weighed := t.figureAt(row, gross)
		pieces, _, some := t.figureAt(row, quantity)
		if size == nil && !counted {
			continue
		}
		if size == nil || !counted || !weighed || !some || count.Value.Sign() <= 0 || pieces.Value.Decimal().LessThan(count.Value.Decimal().Mul(decimal.NewFromInt(3))) {
			return false
		}
		of := packed{size: size}
		if !likelyDensity(kg.Value.Decimal().DivRound(count.Value.Decimal(), 6), of.volume()) {
			return false
		}
		n++
	}
	return n > 0
}

// sizeOf is the size that a row has in column i.
func (t *table) sizeOf(row *tableRow, i int) []invoice.Amount {
	if c := row.ownCell(i); c != nil {
		return parseSize(c.Text, t.columns[i].scale)
	}
	return nil
}

// solid reports whether every cell under a head has three edges: 60*45*40.
func (t *table) solid(i int) bool {
	n := 0
	for j := range t.rows {
		c := t.rows[j].ownCell(i)
		if c == nil || strings.TrimSpace(c.Text) == "" {
			continue
		}
		if parseSize(c.Text, t.columns[i].scale) == nil {
			return false
		}
		n++
	}
	return n > 0
}
