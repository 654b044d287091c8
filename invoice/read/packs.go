package read

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// pack is one kind of package: so many equal ones with what they hold.
type pack struct {
	packed
	holds []held
	sum   [3]invoice.Amount // the stated weights of all of them
	// undivided are the kinds of weights of which one package's share is no
	// exact number, and is rounded.
	undivided []int
}

// held is how much of an item all the packages of a box hold.
type held struct {
	item     int
	quantity invoice.Amount
}

// packs makes packages of what the rows of a table say, where they say how
// many there are. Totals are those of the table's last row.
func (c *content) packs(list bool, totals tableTotals) []*pack {
	var all []*pack
	for i, it := range c.items {
		p := it.packed
		if n := len(all); n > 0 && sharesPack(c.items, i, list) {
			all[n-1].join(&p)
			all[n-1].holds = append(all[n-1].holds, held{i, it.Quantity})
			continue
		}
		if !p.any() {
			continue
		}
		all = append(all, &pack{packed: p, holds: []held{{i, it.Quantity}}})
	}
	c.settleWeights(all, totals)
	return all
}

// sharesPack reports whether row i is packed with the row above it: one merged
// cell holds the packages of both, or a packing list leaves it blank.
func sharesPack(items []*item, i int, list bool) bool {
	p, above := &items[i].packed, &items[i-min(i, 1)].packed
	if i == 0 {
		return false
	}
	if p.shared != nil && p.shared == above.shared {
		return true
	}
	return list && p.blank() && above.any() || list && p.blank() && above.blank() && i > 1 && sharesPack(items, i-1, list)
}

// join adds what a further row says of the same packages.
func (p *packed) join(more *packed) {
	if !p.count.Given() {
		p.count, p.numbers = more.count, more.numbers
	}
	if p.size == nil {
		p.size = more.size
	}
	for k := range p.weights {
		w, m := &p.weights[k], &more.weights[k]
		if !w.each.Given() && !w.all.Given() && len(w.unsaid) == 0 {
			*w = *m
		}
	}
}

// settleWeights finds what the weights are of, one package or all, and makes
// each box's weights of one package.
func (c *content) settleWeights(all []*pack, totals tableTotals) {
	defer func() { c.tellUndivided(all) }()
	said := anyExtent
	var extents [3]extent
	for _, k := range []int{cbm, gross, net} {
		extents[k] = extentByTotal(all, k, totals.weights[k].value)
		if extents[k] == anyExtent && k == cbm {
			extents[k] = extentBySize(all)
		}
		if extents[k] != anyExtent {
			said = extents[k]
		}
	}
	if said == anyExtent {
		said = extentByDensity(all)
	}
	for k, e := range extents {
		if e == anyExtent {
			e = said
		}
		for _, b := range all {
			c.settleWeight(b, k, e)
		}
	}
}

// settleWeight sets the weight of one package of b.
func (c *content) settleWeight(b *pack, k int, e extent) {
	w := &b.weights[k]
	n := b.count.Decimal()
	if len(w.unsaid) == 2 && !w.each.Given() && !w.all.Given() && w.unsaid[0].Decimal().Mul(n).Equal(w.unsaid[1].Decimal()) {
		w.each, w.all, w.unsaid = w.unsaid[0], w.unsaid[1], nil
	}
	if len(w.unsaid) > 0 {
		switch {
		case !w.each.Given() && (e == ofEach || w.all.Given()):
			w.each = w.unsaid[0]
		case !w.all.Given():
			w.all = w.unsaid[0]
		}
	}
	if !w.all.Given() && w.each.Given() {
		w.all = invoice.NewAmount(w.each.Decimal().Mul(n))
		b.sum[k] = w.all
		return
	}
	b.sum[k] = w.all
	if !w.all.Given() || w.all.Sign() <= 0 || n.Sign() <= 0 {
		return
	}
	if w.each.Given() {
		if made := w.each.Decimal().Mul(n); !agrees(made, w.all) {
			c.warnings = append(c.warnings, Warning{PackingDiff, "packing", w.where, fmt.Sprintf("%s of one package is %s, %s packages would be %s, but %s is stated", weightNames[k], w.each, n, made, w.all)})
		}
		return
	}
	if each, ok := shareOf(w.all, n); ok {
		w.each = each
	} else if k != cbm || b.size == nil {
		w.each = roundedShare(w.all, n)
		b.undivided = append(b.undivided, k)
	}
}

// tellUndivided says which figures of all packages of a line aren't those of
// equal ones: an order has the weights of one package, which are rounded there.
func (c *content) tellUndivided(all []*pack) {
	for k, name := range weightNames {
		n, where := 0, ""
		for _, b := range all {
			if slices.Contains(b.undivided, k) {
				n++
				if where == "" {
					where = b.weights[k].where
				}
			}
		}
		if n > 0 {
			c.warnings = append(c.warnings, Warning{Rounded, "packing", where, fmt.Sprintf("in %d rows %s of all packages doesn't divide exactly: what one of them has is rounded, all together are as stated", n, name)})
		}
	}
}

// shareOf is all ÷ n, where that is a number of few decimals.
func shareOf(all invoice.Amount, n decimal.Decimal) (invoice.Amount, bool) {
	q := all.Decimal().DivRound(n, 6)
	if !q.Mul(n).Equal(all.Decimal()) {
		return invoice.Amount{}, false
	}
	return invoice.ParseAmount(q.String())
}

// roundedShare is all ÷ n with so many decimals that n shares are all again, to
// the gram.
func roundedShare(all invoice.Amount, n decimal.Decimal) invoice.Amount {
	decimals := int32(6)
	if n.GreaterThan(decimal.NewFromInt(500)) {
		decimals = 9
	}
	share, _ := invoice.ParseAmount(all.Decimal().DivRound(n, decimals).String())
	return share
}

// agrees reports whether a sum is what is stated, as far as the latter's
// decimals go.
func agrees(sum decimal.Decimal, stated invoice.Amount) bool {
	return sum.Round(stated.Decimals()).Equal(stated.Decimal())
}

// extentByTotal tells what the figures of a column are of by their sum.
func extentByTotal(all []*pack, k int, total invoice.Amount) extent {
	if !total.Given() || total.Sign() == 0 {
		return anyExtent
	}
	plain, times := decimal.Zero, decimal.Zero
	for _, b := range all {
		w := &b.weights[k]
		if len(w.unsaid) == 0 {
			continue
		}
		plain = plain.Add(w.unsaid[0].Decimal())
		times = times.Add(w.unsaid[0].Decimal().Mul(b.count.Decimal()))
	}
	switch {
	case agrees(times, total):
		return ofEach
	case agrees(plain, total):
		return ofAll
	}
	return anyExtent
}

// extentBySize tells whether volumes are of one package by the packages' size.
func extentBySize(all []*pack) extent {
	for _, b := range all {
		w := &b.weights[cbm]
		if len(b.size) != 3 || len(w.unsaid) == 0 || !b.count.Given() {
			continue
		}
		one := b.volume()
		switch {
		case b.count.String() == "1":
		case agrees(one, w.unsaid[0]):
			return ofEach
		case agrees(one.Mul(b.count.Decimal()), w.unsaid[0]):
			return ofAll
		}
	}
	return anyExtent
}

// volume is that of one package, by its size.
func (p *packed) volume() decimal.Decimal {
	if len(p.size) != 3 {
		return decimal.Zero
	}
	return p.size[0].Decimal().Mul(p.size[1].Decimal()).Mul(p.size[2].Decimal()).Shift(-6)
}

// likelyDensity reports whether packed goods of so many cubic metres may weigh so
// many kilograms.
func likelyDensity(kg, cubic decimal.Decimal) bool {
	if cubic.Sign() <= 0 {
		return false
	}
	d := kg.DivRound(cubic, 3)
	return d.GreaterThan(decimal.NewFromInt(40)) && d.LessThan(decimal.NewFromInt(2000))
}

// extentByDensity tells what weights are of by how heavy goods are: a cubic
// metre of packed goods weighs between 40 and 2000 kg.
func extentByDensity(all []*pack) extent {
	for _, b := range all {
		w := &b.weights[gross]
		v := b.volume()
		if len(w.unsaid) == 0 || v.Sign() <= 0 || b.count.Decimal().LessThan(decimal.NewFromInt(3)) {
			continue
		}
		one, share := likelyDensity(w.unsaid[0].Decimal(), v), likelyDensity(w.unsaid[0].Decimal().DivRound(b.count.Decimal(), 6), v)
		switch {
		case one && !share:
			return ofEach
		case share && !one:
			return ofAll
		}
	}
	return extentByShare(all)
}

// extentByShare takes weights for those of one package where, of most rows, a share
// of each would be less than any package has: a few grams, or less than three litres.
func extentByShare(all []*pack) extent {
	least := [3]decimal.Decimal{gross: decimal.New(3, -1), cbm: decimal.New(3, -3)}
	most := [3]decimal.Decimal{gross: decimal.New(1500, 0), cbm: decimal.New(4, 0)}
	small, asked := 0, 0
	for _, b := range all {
		for _, k := range [...]int{gross, cbm} {
			w := &b.weights[k]
			if len(w.unsaid) == 0 || b.count.Decimal().LessThan(decimal.NewFromInt(3)) {
				continue
			}
			one := w.unsaid[0].Decimal()
			if one.LessThan(least[k]) || one.GreaterThan(most[k]) {
				return ofAll // no package has that
			}
			asked++
			if one.DivRound(b.count.Decimal(), 9).LessThan(least[k]) {
				small++
			}
		}
	}
	if small > 1 && 2*small > asked {
		return ofEach
	}
	return ofAll
}
