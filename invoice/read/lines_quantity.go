package read

import (
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// packageUnit reports whether a word counts packages rather than goods.
func packageUnit(w string) bool {
	switch strings.ToLower(strings.Trim(w, ". ")) {
	case "ctn", "ctns", "carton", "cartons", "箱", "纸箱", "pkgs", "pkg", "packages", "package", "cases", "plts", "pallets", "托", "bales", "wooden cases":
		return true
	}
	return false
}

// sequence reads cells that stand under one head: figures, each with the unit
// that follows it.
func sequence(cells []*grid.Cell) []measured {
	var all []measured
	for _, c := range cells {
		if c == nil || c.Unknown {
			continue
		}
		if f, ok := cellFigure(c); ok {
			u := f.After
			if u == "" && f.Before != "" && moneyMark(f.Before) == "" {
				u = f.Before
			}
			all = append(all, measured{f.Value, u})
			continue
		}
		if pairs := parsePairs(c.Text); len(pairs) > 0 {
			all = append(all, pairs...)
		} else if n := len(all); n > 0 && all[n-1].unit == "" {
			all[n-1].unit = strings.TrimSpace(c.Text)
		}
	}
	return all
}

// quantity reads the cells under a quantity head.
func (r *lineReader) quantity(it *item, cells []*grid.Cell) {
	if it.Quantity.Given() {
		return // a second column of quantities
	}
	if r.packedQuantity(it, cells) {
		return
	}
	if !r.pairs(it, cells) && cells[0].Kind == grid.Text && !cells[0].Unknown {
		if s := strings.TrimSpace(cells[0].Text); strings.ContainsAny(s, "0123456789") {
			it.warn(Unread, "quantity", cells[0].Where, "%q was not understood as a quantity", oneLine(s))
		}
	}
}

// sharePackages notes that the packages under the quantity's head are those of
// several lines, since their cell is merged over them.
func (r *lineReader) sharePackages(it *item, row *tableRow, i int) {
	if row.over != nil && row.over[i] != nil {
		it.packed.shared = row.over[i]
		return
	}
	cells := row.cells[i]
	if last := cells[len(cells)-1]; it.packed.count.Given() && cells[0].Down == 1 && last.Down > 1 {
		it.packed.shared = last
	}
}

// packedForm is a quantity by its packages: 100CTNS*12PCS=1200PCS.
var packedForm = pattern.Lazily(`(?i)^(\d[\d,]*)\s*(\p{L}+)\s*[x×*]\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}+?)\s*(?:/\s*\p{L}+)?\s*(?:=\s*(\d[\d,]*(?:\.\d+)?)\s*(\p{L}*)\.?)?$`)

// packedQuantity takes a quantity that is written as so many packages of so
// many pieces.
func (r *lineReader) packedQuantity(it *item, cells []*grid.Cell) bool {
	if len(cells) != 1 || cells[0].Kind != grid.Text {
		return false
	}
	m := packedForm.FindStringSubmatch(strings.TrimSpace(narrow(cells[0].Text)))
	if m == nil || packageText(m[2]).Empty() {
		return false
	}
	n, _ := invoice.ParseAmount(plainDigits(m[1]))
	each, _ := invoice.ParseAmount(plainDigits(m[3]))
	made := invoice.NewAmount(n.Decimal().Mul(each.Decimal()))
	where := cells[0].Where
	it.Quantity = made
	if stated, ok := invoice.ParseAmount(plainDigits(m[5])); ok && m[5] != "" {
		if it.Quantity = stated; !stated.Decimal().Equal(made.Decimal()) {
			it.warn(PackingDiff, "quantity", where, "%s × %s is %s, but %s is stated", n, each, made, stated)
		}
	}
	it.where["quantity"] = where
	if u := knownUnit(m[4]); !u.Empty() {
		it.Unit, it.where["unit"] = u, where
	}
	it.packed.count, it.packed.kind, it.packed.per = n, packageText(m[2]), each
	it.packed.note(where)
	return true
}

// pairs takes pieces and packages out of the figures under one head, and
// reports whether there were any.
func (r *lineReader) pairs(it *item, cells []*grid.Cell) bool {
	all := sequence(cells)
	goods := slices.ContainsFunc(all, func(m measured) bool { return !packageUnit(m.unit) }) || it.Quantity.Given()
	where := cells[0].Where
	for _, m := range all {
		switch {
		case goods && packageUnit(m.unit):
			if !it.packed.count.Given() {
				it.packed.count, it.packed.kind = m.value, packageText(m.unit)
				it.packed.note(where)
			}
		case !it.Quantity.Given():
			it.Quantity = m.value
			it.where["quantity"] = where
			if u := knownUnit(m.unit); !u.Empty() {
				it.Unit, it.where["unit"] = u, where
			}
		case !it.packed.count.Given() && !packageText(m.unit).Empty(): // 24000 KGS 960 BAGS
			it.packed.count, it.packed.kind = m.value, packageText(m.unit)
			it.packed.note(where)
		case m.unit == "" && !it.second.given():
			it.second = numeral{Value: m.value, Shown: m.value, stored: true}
		}
	}
	return len(all) > 0
}

// knownUnit is the unit that a word behind a quantity names: a stranger one is
// kept as it is.
func knownUnit(w string) invoice.Text {
	w = strings.Trim(strings.TrimSpace(w), "()[]. ")
	if w == "" {
		return invoice.Text{}
	}
	if u := unitText(w); !u.Empty() {
		return u
	}
	if len([]rune(w)) > 20 || strings.ContainsAny(w, "0123456789") {
		return invoice.Text{}
	}
	return invoice.Text{Zh: w, En: w}
}

// unit reads a column of units.
func (r *lineReader) unit(it *item, s, where string) {
	if s = strings.TrimSpace(s); s == "" || s == "-" || s == "0" {
		return
	}
	if dittoWords.MatchString(s) && len(r.items) > 0 {
		it.Unit = r.items[len(r.items)-1].Unit
	} else {
		it.Unit = knownUnit(s)
	}
	if !it.Unit.Empty() {
		it.where["unit"] = where
	}
}
