package read

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// packer puts the packages of papers into an order.
type packer struct {
	d     *draft
	packs []*placedPack
	from  *part          // whose packages they are
	lines *lineIndex     // of the order, while packages are added
	skus  map[string]int // how many lines have an article number
}

// placedPack is a kind of package with the order's lines that it holds.
type placedPack struct {
	*pack
	holds []held // by line
}

func newPacker(d *draft) *packer { return &packer{d: d} }

// add takes the packages of a paper; those of a later one, a packing list's,
// stand instead of an earlier one's.
func (m *packer) add(p *part) {
	if len(p.packs) == 0 {
		return
	}
	if m.from != nil && (m.from.kind == packingList || p.kind != packingList) {
		return
	}
	m.from, m.packs = p, nil
	m.lines = indexLines(m.d.order.Lines)
	if m.d != p.draft && p.kind == packingList {
		m.countWraps(p)
	}
	left := make([]decimal.Decimal, len(m.d.order.Lines))
	for i := range left {
		left[i] = m.d.order.Lines[i].Quantity.Decimal()
	}
	own := m.d == p.draft
	for _, k := range p.packs {
		placed := &placedPack{pack: k}
		for _, h := range k.holds {
			line := h.item
			if !own {
				line = m.match(p, h.item, left)
			}
			if line < 0 {
				it := p.items[h.item]
				m.d.warn(PackingDiff, "", it.packed.where, "the packing list has %s, which the invoice doesn't have", goodsName(&it.Line))
				continue
			}
			if !own && m.soldAsPacked(p, line, h, k) {
				h.quantity = k.count
			}
			left[line] = left[line].Sub(h.quantity.Decimal())
			if !own {
				m.d.fillLine(line, &p.items[h.item].Line, p, h.item)
				m.lines.add(line)
			}
			placed.holds = append(placed.holds, held{line, h.quantity})
		}
		m.packs = append(m.packs, placed)
	}
	if !own {
		m.compareQuantities(p)
	}
}

func goodsName(l *invoice.Line) string {
	return fmt.Sprintf("%q", oneLine(strings.TrimSpace(l.SKU+" "+words2(l).First())))
}

// countWraps takes the quantities of a packing list for its packages where they are
// in units that the invoice sells none of its lines by: Rolls of what is sold in metres.
func (m *packer) countWraps(p *part) {
	for _, it := range p.items {
		unit, ok := terms.Units.Find(it.Unit.First())
		if !ok || !wrap(unit.Code) || it.packed.count.Given() || !it.Quantity.Given() {
			return
		}
		for i := range m.d.order.Lines {
			if sold, known := terms.Units.Find(m.d.order.Lines[i].Unit.First()); !known || wrap(sold.Code) {
				return
			}
		}
	}
	for i, it := range p.items {
		it.packed.count, it.packed.kind = it.Quantity, packageText(it.Unit.First())
		it.packed.note(it.where["quantity"])
		it.Quantity, p.draft.order.Lines[i].Quantity = invoice.Amount{}, invoice.Amount{}
	}
	told := len(p.warnings)
	p.packs = p.content.packs(true, p.sums)
	m.d.warnings = append(m.d.warnings, p.warnings[told:]...)
}

// soldAsPacked reports whether a line is sold by the packages that hold it, while
// the packing list tells what is in them too: 32 rolls, 3200 m.
func (m *packer) soldAsPacked(p *part, line int, h held, k *pack) bool {
	l := &m.d.order.Lines[line]
	if len(k.holds) != 1 || !k.count.Given() || !l.Quantity.Given() || h.quantity.Decimal().Equal(l.Quantity.Decimal()) {
		return false
	}
	unit, ok := terms.Units.Find(l.Unit.First())
	return ok && wrap(unit.Code) && l.Quantity.Decimal().Equal(k.count.Decimal())
}

// match is the order's line that an item of a packing list is: by its code or
// words, and the one that still lacks its quantity; else by its place.
func (m *packer) match(p *part, i int, left []decimal.Decimal) int {
	l := &p.items[i].Line
	best := -1
	for _, same := range []func(a, b *invoice.Line) bool{sameCode, sameWords} {
		for _, k := range m.lines.alike(l) {
			if !same(&m.d.order.Lines[k], l) {
				continue
			}
			q := l.Quantity.Decimal()
			if best < 0 || left[best].LessThan(q) && !left[k].LessThan(q) || !left[best].Equal(q) && left[k].Equal(q) {
				best = k
			}
		}
		if best >= 0 {
			return best
		}
	}
	lines := m.d.order.Lines
	if len(lines) == 1 && p.kind == packingList && l.SKU == "" {
		return 0
	}
	if len(p.items) == len(lines) && (!l.Quantity.Given() || !lines[i].Quantity.Given() || l.Quantity.Decimal().Equal(lines[i].Quantity.Decimal())) &&
		!(l.SKU != "" && lines[i].SKU != "" && len(p.items) > 1 && taken(p, lines[i].SKU)) {
		return i
	}
	return -1
}

// taken reports whether another item of a packing list has an article number.
func taken(p *part, sku string) bool {
	return slices.ContainsFunc(p.items, func(it *item) bool { return fold(it.SKU) == fold(sku) })
}

// compareQuantities says which lines the packing list packs more or less of
// than the invoice sells.
func (m *packer) compareQuantities(p *part) {
	in := make([]decimal.Decimal, len(m.d.order.Lines))
	some := make([]bool, len(in))
	for _, k := range m.packs {
		for _, h := range k.holds {
			in[h.item] = in[h.item].Add(h.quantity.Decimal())
			some[h.item] = some[h.item] || h.quantity.Given()
		}
	}
	for i := range in {
		l := &m.d.order.Lines[i]
		switch {
		case some[i] && l.Quantity.Given() && !in[i].Equal(l.Quantity.Decimal()):
			m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].quantity", i), m.d.where[fmt.Sprintf("lines[%d].quantity", i)], "%s are invoiced, but the packing list has %s", l.Quantity, in[i])
		case !some[i] && l.Quantity.Given() && !m.holds(i):
			m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", i), m.d.where[fmt.Sprintf("lines[%d].quantity", i)], "the packing list doesn't have %s", goodsName(l))
		}
	}
}

func (m *packer) holds(line int) bool {
	return slices.ContainsFunc(m.packs, func(k *placedPack) bool {
		return slices.ContainsFunc(k.holds, func(h held) bool { return h.item == line })
	})
}

// finish writes the packages into the order: the short form where a line has
// packages of its own, entries for all others.
func (m *packer) finish() {
	if m.from == nil {
		m.total()
		return
	}
	m.fillQuantities()
	m.checkContents()
	m.checkTotals()
	uncounted := m.uncounted()
	usable := slices.DeleteFunc(slices.Clone(m.packs), func(k *placedPack) bool { return uncounted && !k.count.Given() || !m.usable(k) })
	m.write(usable)
	m.total()
}

// fillQuantities gives the contents that their row leaves out: the line's
// whole quantity where nothing else holds the line, else so many a package.
func (m *packer) fillQuantities() {
	times := map[int]int{}
	for _, k := range m.packs {
		for _, h := range k.holds {
			times[h.item]++
		}
	}
	for _, k := range m.packs {
		for j := range k.holds {
			h := &k.holds[j]
			l := &m.d.order.Lines[h.item]
			made := invoice.Amount{}
			if k.per.Given() && k.count.Given() && len(k.holds) == 1 {
				made = invoice.NewAmount(k.per.Decimal().Mul(k.count.Decimal()))
			}
			if !l.Quantity.Given() && made.Sign() > 0 && times[h.item] == 1 {
				l.Quantity = made
				m.d.found(fmt.Sprintf("lines[%d].quantity", h.item), k.where)
			}
			if !h.quantity.Given() && times[h.item] == 1 {
				h.quantity = l.Quantity
			} else if !h.quantity.Given() {
				h.quantity = made
			}
		}
	}
}

// checkContents compares pieces per package × packages with the quantity.
func (m *packer) checkContents() {
	for _, k := range m.packs {
		if !k.per.Given() || !k.count.Given() || len(k.holds) != 1 {
			continue
		}
		h := k.holds[0]
		n, per, q := k.count.Decimal(), k.per.Decimal(), h.quantity.Decimal()
		if !h.quantity.Given() || n.Mul(per).Equal(q) || m.soldByTon(h.item) && n.Mul(per).Equal(q.Shift(3)) || n.Sub(decimal.NewFromInt(1)).Mul(per).LessThan(q) && q.LessThan(n.Mul(per)) {
			continue
		}
		m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", h.item), k.where, "%s packages of %s are %s, but %s are listed", k.count, k.per, n.Mul(per), h.quantity)
	}
}

// soldByTon reports whether a line's quantity is in tons: its packages hold kilograms.
func (m *packer) soldByTon(item int) bool {
	u, ok := terms.Units.Find(m.d.order.Lines[item].Unit.First())
	return ok && u.Code == "t"
}

// checkTotals compares the sums of the packages with the totals that the paper
// states.
func (m *packer) checkTotals() {
	s := &m.d.order.Stated
	for _, x := range []struct {
		name   string
		stated invoice.Amount
		of     func(*placedPack) invoice.Amount
	}{
		{"packages", s.Packages, func(k *placedPack) invoice.Amount { return k.count }},
		{"net_kg", s.Net, func(k *placedPack) invoice.Amount { return k.sum[net] }},
		{"gross_kg", s.Gross, func(k *placedPack) invoice.Amount { return k.sum[gross] }},
		{"cbm", s.CBM, func(k *placedPack) invoice.Amount { return k.sum[cbm] }},
	} {
		sum, all := decimal.Zero, len(m.packs) > 0
		for _, k := range m.packs {
			a := x.of(k)
			all = all && a.Given()
			sum = sum.Add(a.Decimal())
		}
		if x.stated.Given() && all && !agrees(sum, x.stated) {
			path := "stated." + x.name
			m.d.warn(PackingDiff, path, m.d.where[path], "%s is stated, the packages sum to %s", x.stated, sum)
		}
	}
}

// uncounted reports whether no row says how many packages there are, which is
// then told once.
func (m *packer) uncounted() bool {
	if slices.ContainsFunc(m.packs, func(k *placedPack) bool { return k.count.Given() }) {
		return false
	}
	if len(m.packs) > 0 {
		m.d.warn(PackingDiff, "lines[0].packing", m.packs[0].where, "the lines' weights are given without numbers of packages, so only their totals are kept")
	}
	return true
}

// usable reports whether a package can stand in an order, and says why not.
func (m *packer) usable(k *placedPack) bool {
	n := k.count
	switch {
	case len(k.holds) == 0:
		return false
	case !n.Given():
		m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", k.holds[0].item), k.where, "how many packages isn't said, so the packing of this line is left out")
		return false
	case !n.Decimal().IsInteger() || n.Sign() <= 0 || n.Decimal().GreaterThan(decimal.NewFromInt(1_000_000)):
		m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", k.holds[0].item), k.where, "%s is no number of packages, so the packing of this line is left out", n)
		return false
	}
	return true
}

// total keeps the stated totals that the packages don't give.
func (m *packer) total() {
	o := &m.d.order
	s, t := &o.Stated, &o.PackingTotal
	complete := len(o.Lines) > 0
	var has [3]bool
	for k := range has {
		has[k] = true
	}
	some := func(net, gross, cbm invoice.Amount, size []invoice.Amount) {
		has[0], has[1], has[2] = has[0] && net.Given(), has[1] && gross.Given(), has[2] && (cbm.Given() || len(size) == 3)
	}
	for _, k := range m.packs {
		for _, w := range k.undivided {
			has[w] = false // a sum of rounded shares
		}
	}
	packed := map[string]bool{}
	for i := range o.Packages {
		p := &o.Packages[i]
		some(p.Net, p.Gross, p.CBM, p.Size)
		for _, c := range p.Contents {
			packed[c.Line] = true
		}
	}
	for i := range o.Lines {
		l := &o.Lines[i]
		if l.Packing.Packages.Given() {
			some(l.Packing.Net, l.Packing.Gross, l.Packing.CBM, l.Packing.Size)
		} else if l.Quantity.Given() && !packed[m.name(i)] {
			complete = false
		}
	}
	keep := func(to *invoice.Amount, a invoice.Amount, name string, computed bool) {
		if a.Given() && a.Sign() > 0 && !(complete && computed) {
			*to = a
			m.d.found("packing_total."+name, m.d.where["stated."+name])
		}
	}
	if s.Packages.Given() && s.Packages.Decimal().IsInteger() {
		keep(&t.Packages, s.Packages, "packages", true)
	}
	keep(&t.Net, s.Net, "net_kg", has[net])
	keep(&t.Gross, s.Gross, "gross_kg", has[gross])
	keep(&t.CBM, s.CBM, "cbm", has[cbm])
	if t.Packages.Given() && m.from != nil {
		t.Package = m.kind()
	}
}
