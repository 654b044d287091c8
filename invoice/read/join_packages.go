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

// write puts packages into the order.
func (m *packer) write(packs []*placedPack) {
	if all, ok := parted(packs); ok && len(all) > len(packs) && m.numbered(all) && m.entriesFit(all) {
		packs = all
	} else {
		m.tellLists(packs)
	}
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

// tellLists says which packages lose their numbers, since those don't follow
// each other.
func (m *packer) tellLists(packs []*placedPack) {
	for _, k := range packs {
		if strings.Contains(k.numbers, ",") {
			m.d.warn(Unread, fmt.Sprintf("lines[%d].packing", k.holds[0].item), k.where, "the packages are numbered %s, which their contents can't be parted by, so the numbers are left out", k.numbers)
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
