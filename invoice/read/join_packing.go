package read

import (
	"fmt"
	"slices"
	"strconv"
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
			left[line] = left[line].Sub(h.quantity.Decimal())
			if !own {
				m.d.fillLine(line, &p.items[h.item].Line, p, h.item)
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

// match is the order's line that an item of a packing list is: by its code or
// words, and the one that still lacks its quantity; else by its place.
func (m *packer) match(p *part, i int, left []decimal.Decimal) int {
	l := &p.items[i].Line
	best := -1
	for _, same := range []func(a, b *invoice.Line) bool{sameCode, sameWords} {
		for k := range m.d.order.Lines {
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
		if !h.quantity.Given() || n.Mul(per).Equal(q) || n.Sub(decimal.NewFromInt(1)).Mul(per).LessThan(q) && q.LessThan(n.Mul(per)) {
			continue
		}
		m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", h.item), k.where, "%s packages of %s are %s, but %s are listed", k.count, k.per, n.Mul(per), h.quantity)
	}
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

// write puts packages into the order.
func (m *packer) write(packs []*placedPack) {
	times := map[int]int{}
	for _, k := range packs {
		for _, h := range k.holds {
			times[h.item]++
		}
	}
	short := func(k *placedPack) bool { return len(k.holds) == 1 && times[k.holds[0].item] == 1 }
	slices.SortStableFunc(packs, func(a, b *placedPack) int {
		if short(a) && short(b) {
			return a.holds[0].item - b.holds[0].item
		}
		return 0
	})
	numbered := m.numbered(packs)
	if numbered && !slices.ContainsFunc(packs, func(k *placedPack) bool { return !short(k) }) && natural(packs) {
		numbered = false
	}
	if numbered && !m.entriesFit(packs) {
		numbered = false
	}
	bad := map[int]bool{}
	if !numbered {
		bad = m.unfit(slices.DeleteFunc(slices.Clone(packs), short))
	}
	for _, k := range packs {
		switch {
		case short(k) && !numbered:
			m.shortForm(k)
		case slices.ContainsFunc(k.holds, func(h held) bool { return bad[h.item] }):
		default:
			m.entry(k, numbered)
		}
	}
}

// numbered reports whether every package has numbers, and none twice.
func (m *packer) numbered(packs []*placedPack) bool {
	type span struct {
		prefix   string
		from, to int64
	}
	var spans []span
	for _, k := range packs {
		prefix, from, to, ok := numberSpan(k.numbers)
		if !ok || to-from+1 != k.count.Decimal().IntPart() {
			return false
		}
		spans = append(spans, span{prefix, from, to})
	}
	for i, a := range spans {
		for _, b := range spans[:i] {
			if a.prefix == b.prefix && a.from <= b.to && b.from <= a.to {
				m.d.warn(PackingDiff, "packages", packs[i].where, "package numbers %s stand twice, so none are kept", packs[i].numbers)
				return false
			}
		}
	}
	return len(packs) > 0
}

// numberSpan takes numbers as cartonNumbers writes them apart.
func numberSpan(s string) (prefix string, from, to int64, ok bool) {
	m := cartonOne.FindStringSubmatch(s)
	if m == nil {
		if m = cartonRange.FindStringSubmatch(s); m == nil {
			return "", 0, 0, false
		}
	}
	from, _ = strconv.ParseInt(m[2], 10, 64)
	to = from
	if len(m) > 4 {
		to, _ = strconv.ParseInt(m[4], 10, 64)
	}
	return m[1], from, to, to >= from
}

// natural reports whether packages are numbered as they would be without
// numbers: from 1 on, in the order of the lines.
func natural(packs []*placedPack) bool {
	next := int64(1)
	for _, k := range packs {
		prefix, from, to, _ := numberSpan(k.numbers)
		if prefix != "" || from != next {
			return false
		}
		next = to + 1
	}
	return true
}

// entriesFit reports whether all packages can be entries with exact contents
// that sum to the lines' quantities.
func (m *packer) entriesFit(packs []*placedPack) bool { return len(m.lacking(packs)) == 0 }

// unfit are the lines whose packages can't be entries, each with a warning.
func (m *packer) unfit(packs []*placedPack) map[int]bool {
	bad := map[int]bool{}
	for line, why := range m.lacking(packs) {
		bad[line] = true
		_ = why
	}
	for changed := true; changed; { // what is packed with a bad line is bad too
		changed = false
		for _, k := range packs {
			some := slices.ContainsFunc(k.holds, func(h held) bool { return bad[h.item] })
			for _, h := range k.holds {
				if some && !bad[h.item] {
					bad[h.item], changed = true, true
				}
			}
		}
	}
	for i := range m.d.order.Lines {
		if bad[i] {
			m.d.warn(PackingDiff, fmt.Sprintf("lines[%d].packing", i), m.where(packs, i), "the packages of this line don't hold what is listed of it, so its packing is left out")
		}
	}
	return bad
}

func (m *packer) where(packs []*placedPack, line int) string {
	for _, k := range packs {
		if slices.ContainsFunc(k.holds, func(h held) bool { return h.item == line }) {
			return k.where
		}
	}
	return ""
}

// lacking are the lines that the contents of packages don't add up to.
func (m *packer) lacking(packs []*placedPack) map[int]string {
	why := map[int]string{}
	in := map[int]decimal.Decimal{}
	for _, k := range packs {
		for _, h := range k.holds {
			in[h.item] = in[h.item].Add(h.quantity.Decimal())
			if _, ok := shareOf(h.quantity, k.count.Decimal()); !ok || h.quantity.Sign() <= 0 {
				why[h.item] = "share"
			}
		}
	}
	for line, sum := range in {
		if !sum.Equal(m.d.order.Lines[line].Quantity.Decimal()) {
			why[line] = "sum"
		}
	}
	return why
}

// shortForm writes the packages of one line.
func (m *packer) shortForm(k *placedPack) {
	line := k.holds[0].item
	p := &m.d.order.Lines[line].Packing
	*p = invoice.Packing{Package: k.kind, Packages: k.count, Net: k.weights[net].each, Gross: k.weights[gross].each, Size: k.size}
	if p.Package.Empty() {
		p.Package = m.kind()
	}
	if k.size == nil {
		p.CBM = k.weights[cbm].each
	}
	path := fmt.Sprintf("lines[%d].packing", line)
	m.d.found(path, k.where)
	m.d.found(path+".packages", k.where)
	m.places(path, k, p.CBM.Given())
}

func (m *packer) places(path string, k *placedPack, volume bool) {
	for i, name := range weightNames {
		if k.weights[i].each.Given() && (i != cbm || volume) {
			m.d.found(path+"."+name, k.weights[i].where)
		}
	}
	if k.size != nil {
		m.d.found(path+".size_cm", k.where)
	}
}

// kind is the kind of package that the totals name.
func (m *packer) kind() invoice.Text {
	if k := m.from.sums.kind; !k.Empty() {
		return k
	}
	if i := m.from.table.column(roleCartons); i >= 0 {
		h := foldHead(m.from.table.columns[i].text)
		for _, w := range strings.Fields(spaceHan(h)) {
			if p, ok := terms.Packages.Find(w); ok && p.Code != "package" && p.Code != "piece" && !invoice.HasHan(w) {
				return invoice.Text{En: p.Code}
			}
		}
		if strings.Contains(h, "箱") {
			return invoice.Text{En: "carton"}
		}
	}
	return invoice.Text{}
}

// entry writes packages with their contents.
func (m *packer) entry(k *placedPack, numbered bool) {
	e := invoice.Package{Package: k.kind, Net: k.weights[net].each, Gross: k.weights[gross].each, Size: k.size}
	if e.Package.Empty() {
		e.Package = m.kind()
	}
	if k.size == nil {
		e.CBM = k.weights[cbm].each
	}
	if numbered {
		e.Numbers = k.numbers
	} else {
		e.Count = k.count
	}
	for _, h := range k.holds {
		each, _ := shareOf(h.quantity, k.count.Decimal())
		if n := len(e.Contents); n > 0 && e.Contents[n-1].Line == m.name(h.item) {
			e.Contents[n-1].Quantity = invoice.NewAmount(e.Contents[n-1].Quantity.Decimal().Add(each.Decimal()))
			continue
		}
		e.Contents = append(e.Contents, invoice.Content{Line: m.name(h.item), Quantity: each})
	}
	path := fmt.Sprintf("packages[%d]", len(m.d.order.Packages))
	m.d.order.Packages = append(m.d.order.Packages, e)
	m.d.found(path, k.where)
	m.places(path, k, e.CBM.Given())
}

// name is how packages name a line: by its article number where no other line
// has it, else by its position.
func (m *packer) name(line int) string {
	if m.skus == nil {
		m.skus = map[string]int{}
		for i := range m.d.order.Lines {
			m.skus[m.d.order.Lines[i].SKU]++
		}
	}
	if sku := m.d.order.Lines[line].SKU; sku != "" && m.skus[sku] == 1 {
		return sku
	}
	name := itoa(line + 1)
	if m.skus[name] > 0 {
		return "#" + name
	}
	return name
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
