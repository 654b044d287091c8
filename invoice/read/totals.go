package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// found is a figure with its place.
type found struct {
	value invoice.Amount
	where string
}

// tableTotals are what a total row states.
type tableTotals struct {
	quantity, amount, packages found
	tax, taxed                 found        // where a table has columns of tax
	kind                       invoice.Text // of packages
	weights                    [3]found
	sub                        bool
	label                      string
	after                      *item // the last line above it
}

func (f *found) set(a invoice.Amount, where string) {
	if !f.value.Given() {
		*f = found{a, where}
	}
}

// summed reads a total row.
func (t *table) summed(row *tableRow, minor int32) tableTotals {
	var s tableTotals
	s.label, _ = row.label()
	s.sub = subWords.MatchString(strings.TrimSpace(s.label))
	if s.labelled(row) {
		return s
	}
	for i := range t.columns {
		if row.merged[i] || len(row.cells[i]) == 0 {
			continue
		}
		if t.columns[i].role == roleQuantity {
			s.counts(row.cells[i], minor)
			continue
		}
		for _, c := range row.cells[i] {
			s.take(t, i, c, minor)
		}
	}
	return s
}

var (
	grossLabel = pattern.Lazily(`(?i)\bgross weight\b|\bg\.?w\b|毛重`)
	netLabel   = pattern.Lazily(`(?i)\bnet weight\b|\bn\.?w\b|净重`)
	countLabel = pattern.Lazily(`(?i)\b(?:number|no\.?) of (?:packages|cartons|pkgs|ctns|parcels)\b|\btotal (?:packages|cartons|pkgs|ctns)\b|总箱数|总件数`)
)

// labelled takes the only figure of a row for what its label says, where that
// is a weight or the number of packages: it stands under the amounts by
// chance.
func (s *tableTotals) labelled(row *tableRow) bool {
	var only *grid.Cell
	for i := range row.cells {
		for _, c := range row.cells[i] {
			if _, ok := cellFigure(c); !ok || row.merged[i] {
				continue
			}
			if only != nil {
				return false
			}
			only = c
		}
	}
	f, ok := cellFigure(only)
	if !ok || moneyMark(f.Before) != "" {
		return false
	}
	switch {
	case grossLabel.MatchString(s.label):
		s.weights[gross].set(f.Value, only.Where)
	case netLabel.MatchString(s.label):
		s.weights[net].set(f.Value, only.Where)
	case countLabel.MatchString(s.label):
		s.packages.set(f.Value, only.Where)
	default:
		return false
	}
	return true
}

// counts reads the cells under the quantities: pieces, packages, or money that
// stands there.
func (s *tableTotals) counts(cells []*grid.Cell, minor int32) {
	for _, c := range cells {
		if f, ok := cellFigure(c); ok && moneyMark(f.Before) != "" {
			s.amount.set(statedMoney(f, minor), c.Where)
			return
		}
	}
	for _, m := range sequence(cells) {
		s.count(m.value, m.unit, cells[0].Where)
	}
}

// take reads one cell of a total row.
func (s *tableTotals) take(t *table, i int, c *grid.Cell, minor int32) {
	col := &t.columns[i]
	f, ok := cellFigure(c)
	if !ok {
		s.takeText(col, c, minor)
		return
	}
	if moneyMark(f.Before) != "" && col.role != rolePrice {
		s.amount.set(statedMoney(f, minor), c.Where)
		return
	}
	switch col.role {
	case roleAmount:
		s.amount.set(statedMoney(f, minor), c.Where)
	case roleTax:
		s.tax.set(statedMoney(f, minor), c.Where)
	case roleTaxed:
		s.taxed.set(statedMoney(f, minor), c.Where)
	case roleCartons:
		s.packages.set(f.Value, c.Where)
		if s.kind.Empty() {
			s.kind = packageText(f.After)
		}
	case roleNet, roleGross, roleVolume, roleMeasure:
		if v, ok := inKilos(weighed(f), col.scale, f.After); ok && (col.extent != ofEach || !t.twice(col.role)) {
			k := weightKind(col.role)
			if col.role == roleMeasure {
				k = cbm
			}
			s.weights[k].set(v, c.Where)
		}
	default:
		s.byUnit(f.Value, f.After, c.Where)
	}
}

// twice reports whether two columns hold the same role: each and total.
func (t *table) twice(r role) bool {
	n := 0
	for i := range t.columns {
		if t.columns[i].role == r {
			n++
		}
	}
	return n > 1
}

// count takes a figure under the quantities: pieces, or packages.
func (s *tableTotals) count(a invoice.Amount, unit, where string) {
	if packageUnit(unit) || s.quantity.value.Given() && !packageText(unit).Empty() {
		s.packages.set(a, where)
		if s.kind.Empty() {
			s.kind = packageText(unit)
		}
		return
	}
	s.quantity.set(a, where)
}

// byUnit takes a figure by the unit behind it.
func (s *tableTotals) byUnit(a invoice.Amount, unit, where string) {
	switch u := strings.ToLower(strings.Trim(unit, ". ")); {
	case u == "pallets" || u == "plts" || u == "托": // under the cartons, which are counted elsewhere
	case packageUnit(u):
		s.count(a, u, where)
	case u == "cbm" || u == "m3" || u == "m³" || u == "立方米":
		s.weights[cbm].set(a, where)
	case u == "pcs" || u == "sets" || u == "pc" || u == "个" || u == "件" || u == "只":
		s.quantity.set(a, where)
	}
}

var moneyInTotal = pattern.Lazily(`(?i)(?:us\$|usd|rmb|cny|eur|hkd|gbp|jpy|[$¥€£])\s*[$¥]?\s*(\d[\d,]*(?:\.\d+)?)`)

// takeText reads a text of a total row: TOTAL: 758 CTNS 649 PCS USD 58,599.10.
func (s *tableTotals) takeText(col *column, c *grid.Cell, minor int32) {
	if c.Kind != grid.Text || c.Unknown {
		return
	}
	text := narrow(c.Text)
	if len(text) > 160 {
		return
	}
	s.takeWeights(text, c.Where)
	text = beforeWeights(text)
	if at := strings.LastIndexAny(text, ":"); at >= 0 {
		text = text[at+1:]
	}
	if m := moneyInTotal.FindStringSubmatch(text); m != nil {
		if a, ok := invoice.ParseAmount(plainDigits(m[1])); ok {
			s.amount.set(statedMoney(numeral{Value: a, Shown: a}, minor), c.Where)
		}
		text = moneyInTotal.ReplaceAllString(text, "")
	}
	text = strings.TrimSpace(totalWords.ReplaceAllString(strings.TrimSpace(text), ""))
	for _, p := range parsePairs(text) {
		if col.role == roleQuantity {
			s.count(p.value, p.unit, c.Where)
		} else {
			s.byUnit(p.value, p.unit, c.Where)
		}
	}
}

// beforeWeights is what stands before the weights in a text of a total row: 12
// CARTONS of 12 CARTONS, 186 KGS G.W.; all of it where no figure does.
func beforeWeights(text string) string {
	label := weightLabel.FindStringIndex(text)
	if label == nil {
		return text
	}
	end := label[0]
	for path, behind := range weightBehind {
		if m := behind.FindStringIndex(text); m != nil && formOf(path, nil, text) == behind {
			end = min(end, m[0])
		}
	}
	if digitCount(text[:end]) == 0 {
		return text
	}
	return strings.TrimRight(text[:end], " ,;/(")
}

// takeWeights takes the weights and the volume that a text names: Total G.W.:
// 312.4 KGS  Total N.W.: 287.9 KGS.
func (s *tableTotals) takeWeights(text, where string) {
	for _, p := range packingForms {
		to, ok := map[string]*found{"stated.gross_kg": &s.weights[gross], "stated.net_kg": &s.weights[net], "stated.cbm": &s.weights[cbm]}[p.path]
		if !ok {
			continue
		}
		if m := formOf(p.path, p.form, text).FindStringSubmatch(text); m != nil {
			if a, ok := invoice.ParseAmount(plainDigits(m[1])); ok {
				to.set(a, where)
			}
		}
	}
	if all := bareVolume.FindAllStringSubmatch(text, 2); len(all) == 1 && weightLabel.MatchString(text) && !forEachOne.MatchString(text) {
		if a, ok := invoice.ParseAmount(plainDigits(all[0][1])); ok {
			s.weights[cbm].set(a, where)
		}
	}
}
