package read

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// packed is what a row says of its packages.
type packed struct {
	count    invoice.Amount
	numbers  string
	numbered bool // count is how many numbers there are; nothing else states it
	kind     invoice.Text
	per      invoice.Amount // pieces in a package
	weights  [3]weights     // net, gross, cbm
	size     []invoice.Amount
	edges    [3]invoice.Amount
	shared   *grid.Cell // a merged cell that holds the packages of several rows
	where    string
}

// weights are the figures of one kind that a row has: of one package, of all,
// or of which of them isn't said, in the order of their columns.
type weights struct {
	each, all invoice.Amount
	unsaid    []invoice.Amount
	where     string
}

// The kinds of weights.
const (
	net = iota
	gross
	cbm
)

var weightNames = [3]string{"net_kg", "gross_kg", "cbm"}

func (p *packed) note(where string) {
	if p.where == "" {
		p.where = where
	}
}

// any reports whether a row says anything of packages.
func (p *packed) any() bool {
	for _, w := range p.weights {
		if w.each.Sign() > 0 || w.all.Sign() > 0 || len(w.unsaid) > 0 && w.unsaid[0].Sign() > 0 {
			return true
		}
	}
	return p.count.Sign() > 0 || p.numbers != ""
}

// blank reports whether a row leaves its packages to the row above.
func (p *packed) blank() bool {
	for _, w := range p.weights {
		if w.each.Given() || w.all.Given() || len(w.unsaid) > 0 {
			return false
		}
	}
	return !p.count.Given() && p.numbers == "" && p.shared == nil
}

// packageText is a kind of package as an order writes it.
func packageText(w string) invoice.Text {
	w = strings.Trim(strings.TrimSpace(narrow(w)), ". ")
	p, ok := terms.Packages.Find(w)
	if !ok {
		u, known := terms.Units.Find(w)
		if !known {
			return invoice.Text{}
		}
		if p, ok = terms.Packages.Find(u.Code); !ok {
			return invoice.Text{}
		}
	}
	if invoice.HasHan(w) {
		return invoice.Text{Zh: w}
	}
	return invoice.Text{En: p.Code}
}

// packing reads the cells of a column about packages.
func (r *lineReader) packing(it *item, row *tableRow, i int) {
	c, p := &r.columns[i], &it.packed
	cells := row.cells[i]
	f, cell := numeralIn(cells)
	s := r.says(row, i)
	if (cells[0].Down > 1 || row.merged[i]) && c.role != rolePackage && c.role != rolePerCarton {
		p.shared = cells[0]
	}
	switch c.role {
	case roleCartons:
		r.cartons(it, cells, s)
	case roleCartonNo:
		if from, to, ok := r.numberEnds(cells); ok {
			s = from + "-" + to
		}
		if n, count, ok := cartonNumbers(s); ok {
			if p.numbers = n; !p.count.Given() {
				p.count, p.numbered = invoice.Int(count), true
			}
		} else if !dittoWords.MatchString(s) && strings.ContainsAny(s, "0123456789") {
			it.warn(Unread, "packing", cells[0].Where, "%q was not understood as numbers of packages", oneLine(s))
		}
	case rolePackage:
		if k := packageText(s); !k.Empty() {
			p.kind = k
		} else if cell != nil && !p.per.Given() && strings.Contains(s, "/") {
			p.per = f.Value
		}
	case rolePerCarton:
		if cell != nil {
			p.per = f.Value
		}
	case roleNet, roleGross, roleVolume:
		if c.both {
			r.weighBoth(it, c, cells[0], s)
		} else if cell != nil && !p.weigh(weightKind(c.role), c, f, cell) {
			r.otherUnit(c, cell)
		}
	case roleMeasure:
		r.measure(it, s, cells[0], c)
	case roleLength, roleWidth, roleHeight:
		switch {
		case cell == nil:
		case c.scale == "inch":
			r.otherUnit(c, cell)
		default:
			p.edge(int(c.role-roleLength), f.Value, c.scale)
		}
	}
	p.note(cells[0].Where)
}

func weightKind(r role) int {
	switch r {
	case roleNet:
		return net
	case roleGross:
		return gross
	}
	return cbm
}

// cartons reads how many packages a row has.
func (r *lineReader) cartons(it *item, cells []*grid.Cell, s string) {
	p := &it.packed
	for _, m := range sequence(cells) {
		if k := packageText(m.unit); !k.Empty() && p.kind.Empty() {
			p.kind = k
		}
		if (!p.count.Given() || p.numbered) && m.value.Sign() > 0 {
			if p.numbered && !m.value.Decimal().Equal(p.count.Decimal()) {
				it.warn(PackingDiff, "packing", cells[0].Where, "%s packages are stated, but they are numbered %s", m.value, p.numbers)
				p.numbers = ""
			}
			p.count, p.numbered = m.value, false
		}
	}
	if n, count, ok := cartonNumbers(s); ok && !p.count.Given() && count > 1 {
		p.numbers, p.count = n, invoice.Int(count)
	}
}

// weighBoth takes the net and the gross weight that stand in one cell:
// 8.5/9.6, 8.5KGS / 9.6KGS.
func (r *lineReader) weighBoth(it *item, c *column, cell *grid.Cell, s string) {
	a, b, ok := cutWeights(s)
	if !ok {
		if strings.ContainsAny(s, "0123456789") {
			it.warn(Unread, "packing", cell.Where, "%q was not understood as a net and a gross weight", oneLine(s))
		}
		return
	}
	if !c.netFirst {
		a, b = b, a
	}
	if !it.packed.weigh(net, c, a, cell) || !it.packed.weigh(gross, c, b, cell) {
		r.otherUnit(c, cell)
	}
}

// cutWeights parts a text of two weights.
func cutWeights(s string) (a, b numeral, ok bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '\n' || r == '、' || r == '|' })
	if len(parts) != 2 {
		return a, b, false
	}
	a, first := parseFigure(parts[0])
	b, second := parseFigure(parts[1])
	return a, b, first && second
}

// otherUnit says once of a column that its weights or sizes are in a unit that
// an order doesn't have: converted they would be rounded.
func (r *lineReader) otherUnit(c *column, cell *grid.Cell) {
	if !r.units[c.where] {
		r.units[c.where] = true
		r.warnings = append(r.warnings, Warning{Unread, "packing", cell.Where, fmt.Sprintf("%s under %q is not in kg, m³ or cm, so the figures of this column are left out", oneLine(cell.Text), oneLine(c.text))})
	}
}

// weigh takes the figure of a column of weights, and reports whether it is in
// kg or m³.
func (p *packed) weigh(kind int, c *column, f numeral, cell *grid.Cell) bool {
	w := &p.weights[kind]
	v, ok := inKilos(weighed(f), c.scale, f.After)
	if !ok {
		return false
	}
	if w.where == "" {
		w.where = cell.Where
	}
	switch {
	case c.extent == ofEach && !w.each.Given():
		w.each = v
	case c.extent == ofAll && !w.all.Given():
		w.all = v
	default:
		w.unsaid = append(w.unsaid, v)
	}
	return true
}

// weighed is a weight as it stands: a computed one with many digits as it is
// shown.
func weighed(f numeral) invoice.Amount {
	if f.rounds() && f.Value.Decimals() > 4 {
		return f.shown()
	}
	return f.Value
}

// inKilos is a weight in kg, or a volume in m³.
func inKilos(a invoice.Amount, scale, after string) (invoice.Amount, bool) {
	if scale == "" {
		scale = strings.ToLower(strings.Trim(after, ". "))
	}
	switch scale {
	case "g":
		return shift(a, -3), true
	case "t":
		return shift(a, 3), true
	case "lb", "lbs", "cuft", "cu ft", "cft", "oz", "磅":
		return invoice.Amount{}, false
	}
	return a, true
}

func shift(a invoice.Amount, n int32) invoice.Amount {
	s, ok := invoice.ParseAmount(a.Decimal().Shift(n).String())
	if !ok {
		return invoice.Amount{}
	}
	return s
}

// edge is one edge of a package, in cm.
func (p *packed) edge(i int, a invoice.Amount, scale string) {
	p.edges[i] = toCM(a, scale)
	if p.edges[0].Sign() > 0 && p.edges[1].Sign() > 0 && p.edges[2].Sign() > 0 {
		p.size = p.edges[:]
	}
}

func toCM(a invoice.Amount, scale string) invoice.Amount {
	switch scale {
	case "mm":
		return shift(a, -1)
	case "m":
		return shift(a, 2)
	}
	return a
}

// measure reads a size, or a volume that stands under such a head.
func (r *lineReader) measure(it *item, s string, cell *grid.Cell, c *column) {
	p := &it.packed
	if size := parseSize(s, c.scale); size != nil {
		p.size = size
		return
	}
	if f, ok := cellFigure(cell); ok && f.Value.Sign() > 0 && (f.Value.Decimals() > 0 || f.After != "" || c.scale == "m3") {
		if !p.weigh(cbm, &column{columnHead: columnHead{extent: c.extent}}, f, cell) {
			r.otherUnit(c, cell)
		}
	} else if strings.ContainsAny(s, "0123456789") {
		it.warn(Unread, "packing", cell.Where, "%q was not understood as a size", oneLine(s))
	}
}

var sizeForm = pattern.Lazily(`(?i)^[\sLWH:=]*(\d+(?:\.\d+)?)\s*(mm|cm|m)?\s*(?:\([LWH]\)|[LWH])?\s*[x×*✕＊·/]\s*[WLH]?\s*(\d+(?:\.\d+)?)\s*(?:mm|cm|m)?\s*(?:\([LWH]\)|[LWH])?\s*[x×*✕＊·/]\s*[HLW]?\s*(\d+(?:\.\d+)?)\s*(?:\([LWH]\)|[LWH])?\s*(mm|cms?|m|inch|in|")?\.?\s*(?:/\s*(?:ctn|carton|箱))?$`)

// parseSize reads length × width × height, in cm.
func parseSize(s, scale string) []invoice.Amount {
	m := sizeForm.FindStringSubmatch(strings.TrimLeft(strings.TrimSpace(narrow(s)), "@ "))
	if m == nil {
		return nil
	}
	for _, unit := range []string{m[5], m[2]} {
		if unit != "" {
			scale = strings.TrimSuffix(strings.ToLower(unit), "s")
		}
	}
	var size []invoice.Amount
	most := decimal.Zero
	for _, d := range []string{m[1], m[3], m[4]} {
		a, ok := invoice.ParseAmount(d)
		if !ok {
			return nil
		}
		size = append(size, a)
		most = decimal.Max(most, a.Decimal())
	}
	switch scale {
	case "inch", "in", `"`:
		return nil
	case "mm", "cm", "m":
	default:
		// Nothing says what is measured in: a carton of 600 is in mm, one of
		// 0.6 in m.
		switch {
		case most.LessThan(decimal.NewFromInt(3)):
			scale = "m"
		case most.GreaterThan(decimal.NewFromInt(250)) && size[0].Decimals()+size[1].Decimals()+size[2].Decimals() == 0:
			scale = "mm"
		}
	}
	for i := range size {
		size[i] = toCM(size[i], scale)
	}
	return size
}
