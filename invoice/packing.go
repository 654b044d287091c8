package invoice

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

// Packed is the packing of an order, computed: exact sums, rounded when
// printed.
type Packed struct {
	Rows    []PackedRow
	Totals  PackedTotals
	Pallets PackedTotals // count × tare, where there are pallets
	Missing []int        // lines that are in no package
}

// PackedRow is one kind of package: so many equal ones.
type PackedRow struct {
	Numbers  string // "1-40"
	Count    int64
	Package  terms.Package
	Contents []PackedContent
	Size     []Amount // length, width, height of one in cm
	// Weights in kg and volume in m³: of one, as written, and of all.
	NetEach, GrossEach, CBMEach Amount
	Net, Gross, CBM             Amount
}

// PackedContent is what a package holds of one line.
type PackedContent struct {
	Line int    // index into the order's lines
	Each Amount // in one package; left out where the last package is short
	All  Amount
}

// PackedTotals are sums over packages or pallets. A figure that some package
// lacks is left out.
type PackedTotals struct {
	Count           int64
	Package         terms.Package // of mixed kinds: "package"
	Net, Gross, CBM Amount
}

// packer numbers and sums packages.
type packer struct {
	o            *Order
	report, warn reporter
	next         int64
	taken        []numbered
	in           []decimal.Decimal // how much of each line is packed
	inSome       []bool
	p            *Packed
	net, gross   int32 // decimals of the longest written weight
	bySKU        map[string]int
	faulty       bool // something was reported: what is packed can't be compared
}

// pack computes the packing of o, nil where the order has none.
func pack(o *Order, report, warn reporter) *Packed {
	k := packer{o: o, warn: warn, next: 1, p: &Packed{},
		in: make([]decimal.Decimal, len(o.Lines)), inSome: make([]bool, len(o.Lines)), net: 1, gross: 1}
	k.report = func(path, code, format string, args ...any) {
		k.faulty = true
		report(path, code, format, args...)
	}
	for i := range o.Lines {
		if o.Lines[i].Packing.given() {
			k.short(i)
		}
	}
	for i := range o.Packages {
		k.mixed(i)
	}
	k.complete()
	k.overlaps()
	switch {
	case len(k.p.Rows) == 0:
		return k.statedOnly()
	case k.p.Missing != nil:
		k.warn(at("lines[%d]", k.p.Missing[0]), "packing", "this line is in no package: the sums of the packages would not be the shipment's, and are left out")
		k.statedOnly()
	default:
		k.sum()
	}
	return k.p
}

func (p *Packing) given() bool {
	return p.Packages.Given() || p.Net.Given() || p.Gross.Given() || len(p.Size) > 0 || p.CBM.Given() || !p.Package.Empty()
}

// short adds the short form of line i.
func (k *packer) short(i int) {
	l := &k.o.Lines[i]
	p := &l.Packing
	path := at("lines[%d].packing", i)
	count, ok := whole(p.Packages)
	if !ok {
		k.report(path, "packing", "packages: how many packages? a whole number of at least 1 is wanted")
		return
	}
	row := PackedRow{Numbers: numberRange("", k.next, k.next+count-1), Count: count, Package: packageOf(p.Package)}
	k.take(path, "", k.next, k.next+count-1)
	k.next += count
	each := Amount{}
	if q, r := l.Quantity.d.QuoRem(decimal.NewFromInt(count), 0); r.IsZero() && l.Quantity.Given() {
		each = NewAmount(q)
	}
	row.Contents = []PackedContent{{Line: i, Each: each, All: l.Quantity}}
	k.weigh(&row, p.Net, p.Gross, p.CBM, p.Size)
	k.in[i], k.inSome[i] = l.Quantity.d, true
	k.p.Rows = append(k.p.Rows, row)
}

// numbersForm is how package numbers are written: 42, 1-41, F134-F136.
var numbersForm = regexp.MustCompile(`^(\D{0,12}?)(\d{1,9})(?:\s*[-–~至]\s*(\D{0,12}?)(\d{1,9}))?$`)

// mixed adds packages[i].
func (k *packer) mixed(i int) {
	g := &k.o.Packages[i]
	path := at("packages[%d]", i)
	row := PackedRow{Package: packageOf(g.Package)}
	switch {
	case g.Numbers != "":
		prefix, from, to, ok := parseNumbers(g.Numbers)
		if !ok {
			k.report(path+".numbers", "packing", "%.40s: package numbers are written 42, 1-41 or F134-F136", g.Numbers)
			return
		}
		row.Numbers, row.Count = g.Numbers, to-from+1
		if n, given := whole(g.Count); given && n != row.Count {
			k.report(path+".count", "packing", "%d packages are counted, but numbers %s are %d", n, g.Numbers, row.Count)
		}
		k.take(path+".numbers", prefix, from, to)
		if prefix == "" {
			k.next = max(k.next, to+1)
		}
	default:
		n, ok := whole(g.Count)
		if g.Count.Given() && !ok {
			k.report(path+".count", "packing", "how many packages? a whole number of at least 1 is wanted")
			return
		}
		row.Count = max(n, 1)
		row.Numbers = numberRange("", k.next, k.next+row.Count-1)
		k.take(path, "", k.next, k.next+row.Count-1)
		k.next += row.Count
	}
	k.contents(&row, path, g.Contents)
	k.weigh(&row, g.Net, g.Gross, g.CBM, g.Size)
	k.p.Rows = append(k.p.Rows, row)
}

func (k *packer) contents(row *PackedRow, path string, contents []Content) {
	if len(contents) == 0 {
		k.report(path+".contents", "packing", "what does the package hold?")
	}
	for j, c := range contents {
		line, ok := k.line(c.Line)
		switch {
		case line == ambiguous:
			k.report(path+at(".contents[%d].line", j), "packing", "%.60s is the sku of several lines: name the line by its position, from 1", c.Line)
			continue
		case !ok:
			k.report(path+at(".contents[%d].line", j), "packing", "%.60s is neither a line's sku nor its position (1 to %d)", c.Line, len(k.o.Lines))
			continue
		}
		if c.Quantity.Sign() <= 0 {
			k.report(path+at(".contents[%d].quantity", j), "packing", "how many? more than 0 are wanted")
			continue
		}
		all := c.Quantity.d.Mul(decimal.NewFromInt(row.Count))
		if k.o.Lines[line].Packing.given() {
			k.report(path+at(".contents[%d].line", j), "packing", "line %d has its own packing already", line+1)
		}
		k.in[line], k.inSome[line] = k.in[line].Add(all), true
		row.Contents = append(row.Contents, PackedContent{Line: line, Each: c.Quantity, All: NewAmount(all)})
	}
}

// ambiguous stands for a sku that several lines have.
const ambiguous = -1

// skus are the lines by their sku.
func (k *packer) skus() map[string]int {
	if k.bySKU != nil {
		return k.bySKU
	}
	k.bySKU = make(map[string]int, len(k.o.Lines))
	for i := range k.o.Lines {
		sku := k.o.Lines[i].SKU
		if _, taken := k.bySKU[sku]; taken {
			i = ambiguous
		}
		k.bySKU[sku] = i
	}
	delete(k.bySKU, "")
	return k.bySKU
}

// line finds a line by its sku, else by its position from 1, which is written
// #2 where 2 is some line's sku.
func (k *packer) line(name string) (int, bool) {
	if i, known := k.skus()[name]; known {
		return i, i != ambiguous
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(name, "#")); err == nil && n >= 1 && n <= len(k.o.Lines) {
		return n - 1, true
	}
	return len(k.o.Lines), false
}

// position names a line by its position.
func (k *packer) position(n int) string {
	name := strconv.Itoa(n)
	if _, sku := k.skus()[name]; sku {
		return "#" + name
	}
	return name
}

// numbered are the package numbers from–to that one entry uses.
type numbered struct {
	path, prefix string
	from, to     int64
}

// mostPackages is as many as anybody ships in one go.
const mostPackages = 1_000_000

// take marks numbers as used.
func (k *packer) take(path, prefix string, from, to int64) {
	if to-from >= mostPackages || to > 1_000_000_000 {
		k.report(path, "bounds", "more than a million packages")
		return
	}
	k.taken = append(k.taken, numbered{path, prefix, from, to})
}

// overlaps reports package numbers that are used twice.
func (k *packer) overlaps() {
	slices.SortStableFunc(k.taken, func(a, b numbered) int {
		return cmp.Or(cmp.Compare(a.prefix, b.prefix), cmp.Compare(a.from, b.from))
	})
	for i := 1; i < len(k.taken); i++ {
		a, b := k.taken[i-1], k.taken[i]
		if a.prefix == b.prefix && b.from <= a.to {
			k.report(b.path, "packing", "package %s%d is counted twice", b.prefix, b.from)
			return
		}
	}
}

// weigh sets weights and volume of one and of all packages of row.
func (k *packer) weigh(row *PackedRow, net, gross, cbm Amount, size []Amount) {
	n := decimal.NewFromInt(row.Count)
	row.NetEach, row.GrossEach, row.Size, row.CBMEach = net, gross, size, cbm
	k.net, k.gross = max(k.net, net.Decimals()), max(k.gross, gross.Decimals())
	if len(size) == 3 {
		row.CBMEach = NewAmount(size[0].d.Mul(size[1].d).Mul(size[2].d).Shift(-6))
	}
	times := func(a Amount) Amount { return Amount{a.d.Mul(n), a.given} }
	row.Net, row.Gross, row.CBM = times(net), times(gross), times(row.CBMEach)
}

// complete compares what is packed with the lines' quantities.
func (k *packer) complete() {
	report := k.report
	if k.faulty {
		report = silent // a package that was passed over is missing here too
	}
	for i := range k.o.Lines {
		l := &k.o.Lines[i]
		switch {
		case !k.inSome[i] && l.Quantity.Given():
			k.p.Missing = append(k.p.Missing, i)
		case k.inSome[i] && !l.Quantity.Given() && !k.in[i].IsZero():
			report(at("lines[%d].quantity", i), "packing", "the packages hold %s of this line, which has no quantity", k.in[i])
		case k.inSome[i] && !k.in[i].Equal(l.Quantity.d):
			report(at("lines[%d].quantity", i), "packing", "%s are ordered, but the packages hold %s", l.Quantity, k.in[i])
		}
	}
}

// sum adds up the rows and puts what was weighed before what is computed.
func (k *packer) sum() {
	t := k.add()
	if n, ok := whole(k.o.Pallets.Count); ok {
		k.gross = max(k.gross, k.o.Pallets.Gross.Decimals())
		k.p.Pallets = PackedTotals{Count: n, Gross: Amount{k.o.Pallets.Gross.d.Mul(decimal.NewFromInt(n)), k.o.Pallets.Gross.given}}
		t.Gross.d = t.Gross.d.Add(k.p.Pallets.Gross.d)
	}
	k.net, k.gross = min(k.net, 3), min(k.gross, 3)
	for i := range k.p.Rows {
		r := &k.p.Rows[i]
		r.Net, r.Gross, r.CBM = r.Net.fixed(k.net), r.Gross.fixed(k.gross), r.CBM.fixed(3)
	}
	k.p.Pallets.Gross = k.p.Pallets.Gross.fixed(k.gross)
	t.Net, t.Gross, t.CBM = t.Net.fixed(k.net), t.Gross.fixed(k.gross), t.CBM.fixed(3)
	k.p.Totals = k.weighed(t)
	k.incomplete()
}

// add is the exact sum of the rows.
func (k *packer) add() PackedTotals {
	t := PackedTotals{Package: k.p.Rows[0].Package, Net: Int(0), Gross: Int(0), CBM: Int(0)}
	plus := func(a, b Amount) Amount { return Amount{a.d.Add(b.d), a.given && b.given} }
	for _, r := range k.p.Rows {
		t.Count += r.Count
		if !sameKind(r.Package, t.Package) {
			t.Package = packageOf(Text{En: "package"})
		}
		t.Net, t.Gross, t.CBM = plus(t.Net, r.Net), plus(t.Gross, r.Gross), plus(t.CBM, r.CBM)
	}
	return t
}

// incomplete says of which figure there is no total, since a package lacks it.
func (k *packer) incomplete() {
	for _, x := range [...]struct {
		name  string
		total Amount
		of    func(*PackedRow) Amount
	}{
		{"net_kg", k.p.Totals.Net, func(r *PackedRow) Amount { return r.Net }},
		{"gross_kg", k.p.Totals.Gross, func(r *PackedRow) Amount { return r.Gross }},
		{"cbm or size_cm", k.p.Totals.CBM, func(r *PackedRow) Amount { return r.CBM }},
	} {
		if !x.total.given && slices.ContainsFunc(k.p.Rows, func(r PackedRow) bool { return x.of(&r).given }) {
			k.warn("packages", "packing", "not every package has %s, so its total is left out", x.name)
		}
	}
}

// sameKind reports whether two packages are of one kind: by the code, or where
// they have none, by their names.
func sameKind(a, b terms.Package) bool {
	if a.Code != "" || b.Code != "" {
		return a.Code == b.Code
	}
	return a == b
}

func (a Amount) fixed(decimals int32) Amount {
	if !a.given {
		return a
	}
	return NewAmount(fixed(a.d, decimals))
}

// weighed puts packing_total before the computed totals and says what differs.
func (k *packer) weighed(t PackedTotals) PackedTotals {
	w := k.o.PackingTotal
	take := func(name string, weighed Amount, computed *Amount) {
		if weighed.Given() {
			if computed.Given() && !weighed.d.Equal(computed.d) {
				k.warn("packing_total."+name, "packing", "%s is printed as weighed, the packages sum to %s", weighed, computed)
			}
			*computed = weighed
		}
	}
	take("net_kg", w.Net, &t.Net)
	take("gross_kg", w.Gross, &t.Gross)
	take("cbm", w.CBM, &t.CBM)
	if n, ok := whole(w.Packages); ok {
		if t.Count != 0 && t.Count != n {
			k.warn("packing_total.packages", "packing", "%d is printed as counted, the packages sum to %d", n, t.Count)
		}
		t.Count = n
	}
	if !w.Package.Empty() {
		t.Package = packageOf(w.Package)
	}
	return t
}

// statedOnly is the packing of an order that gives totals alone, like the one
// that a commercial invoice carries.
func (k *packer) statedOnly() *Packed {
	w := k.o.PackingTotal
	if w.Packages.Given() || w.Net.Given() || w.Gross.Given() || w.CBM.Given() {
		k.p.Totals = k.weighed(PackedTotals{Package: packageOf(Text{En: "package"})})
		return k.p
	}
	return nil
}

// stated is t as packing_total that gives t again.
func (t PackedTotals) stated() PackingTotals {
	s := PackingTotals{Net: t.Net, Gross: t.Gross, CBM: t.CBM}
	if t.Count > 0 {
		s.Packages, s.Package = Int(t.Count), Text{Zh: t.Package.Zh, En: t.Package.En}
		if p, ok := terms.Packages.Find(t.Package.Code); ok && p == t.Package {
			s.Package = Text{En: p.Code}
		}
	}
	return s
}

// whole is a as a whole number of at least 1.
func whole(a Amount) (int64, bool) {
	if !a.Given() || !a.d.IsInteger() || a.d.Sign() <= 0 || a.d.Cmp(decimal.New(1, 9)) > 0 {
		return 0, false
	}
	return a.d.IntPart(), true
}

func parseNumbers(s string) (prefix string, from, to int64, ok bool) {
	m := numbersForm.FindStringSubmatch(s)
	if m == nil || m[3] != "" && m[3] != m[1] {
		return "", 0, 0, false
	}
	from, _ = strconv.ParseInt(m[2], 10, 64)
	to = from
	if m[4] != "" {
		to, _ = strconv.ParseInt(m[4], 10, 64)
	}
	return m[1], from, to, to >= from
}

func numberRange(prefix string, from, to int64) string {
	if from == to {
		return fmt.Sprintf("%s%d", prefix, from)
	}
	return fmt.Sprintf("%s%d-%s%d", prefix, from, prefix, to)
}
