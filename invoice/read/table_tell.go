package read

import (
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// tellItems settles what "Item" heads by what stands under it: numbers that
// count the lines, article numbers, or names. Other heads of words that name
// one thing twice are told apart alike.
func (t *table) tellItems() {
	for i := range t.columns {
		c := &t.columns[i]
		if c.role == roleMeasure && !t.measures(i) {
			c.role = roleSize // 尺码 of clothes
		}
		if c.role == roleMeasure && c.scale == "" && t.volumes(i) {
			c.scale = "m3"
		}
		if c.role != roleDescription && c.role != roleSKU && c.role != roleNo {
			continue
		}
		counted, codes, capitals, n := 0, 0, 0, 0
		for j := range t.above() {
			cell := t.rows[j].ownCell(i)
			if cell == nil || cell.Text == "" || t.rows[j].own < 3 || noItem(narrow(cell.Text)) || tellsOrder(cell) {
				continue
			}
			n++
			if cell.Text == itoa(n) || cell.Text == itoa(counted+1) {
				counted++
			} else if codeLike(cell.Text) {
				codes++
			} else if capitalWord.MatchString(cell.Text) {
				capitals++
			}
		}
		others := t.others(i, goodsRoles...)
		switch {
		case n == 0:
		case c.role != roleNo && others && counted > 0 && 2*counted >= n && (n > 1 || c.role == roleDescription):
			c.role = roleNo
		case c.role == roleDescription && t.others(i, roleDescription, roleZh, roleEn) && 10*codes >= 8*n && !t.has(roleSKU):
			c.role = roleSKU
		case c.role == roleDescription && t.others(i, roleNo) && t.others(i, roleDescription, roleZh, roleEn) && 2*codes >= n && 10*(codes+capitals) >= 8*n && !t.has(roleSKU):
			c.role = roleSKU // TB-80, LB-02, TB-SP
		case c.role == roleSKU && codes == 0 && !t.others(i, roleDescription, roleZh, roleEn, roleName):
			c.role = roleDescription
		case c.role == roleNo && counted == 0 && 10*codes >= 8*n && !t.has(roleSKU):
			c.role = roleSKU
		}
	}
	t.tellUnits()
	t.tellCodes()
	t.tellTariff()
	t.tellModels()
	t.tellPallets()
	t.tellPackages()
	t.tellNames()
}

// capitalWord is a code without a digit: TB-SP, PLATE.
var capitalWord = pattern.Lazily(`^[A-Z]{2,12}(?:[-/][A-Z]{1,8}){0,3}$`)

// above is how many rows stand above the first total, or above the totals of
// packing where no other total stands.
func (t *table) above() int {
	if t.goods == 0 {
		t.goods = 1 + t.firstTotal()
	}
	return t.goods - 1
}

func (t *table) firstTotal() int {
	for j := range t.rows {
		row := &t.rows[j]
		label, _ := row.label()
		if totalWords.MatchString(label) && !t.counts(row, rolePrice) && j > 0 || row.tellsPacking() {
			return j
		}
	}
	return len(t.rows)
}

// tellPallets leaves the numbers of pallets aside, where another column has
// those of the cartons upon them.
func (t *table) tellPallets() {
	for i := range t.columns {
		h := foldHead(t.columns[i].text)
		if t.columns[i].role == roleCartonNo && (strings.Contains(h, "pallet") || strings.Contains(h, "plt") || strings.Contains(h, "托")) && t.others(i, roleCartonNo, roleCartons) {
			t.columns[i].role = roleOther
		}
	}
}

// tellPackages takes a column of figures for the packages' number, where its head
// would name their kind: Package over 50 | CTNS.
func (t *table) tellPackages() {
	for i := range t.columns {
		if t.columns[i].role != rolePackage || t.others(i, roleCartons) {
			continue
		}
		cells, figures := 0, 0
		for j := range t.above() {
			if i >= len(t.rows[j].cells) || len(t.rows[j].cells[i]) == 0 {
				continue
			}
			cells++
			if _, ok := cellFigure(t.rows[j].cells[i][0]); ok {
				figures++
			}
		}
		if 2*figures > cells {
			t.columns[i].role = roleCartons
		}
	}
}

// tellUnits takes a column of units for the quantities where it has figures, and
// nothing else counts the goods: Units over 100.
func (t *table) tellUnits() {
	for _, i := range t.all(roleUnit) {
		if t.has(roleQuantity) {
			return
		}
		cells, figures := 0, 0
		for j := range t.above() {
			if c := t.rows[j].ownCell(i); c != nil && t.goodsText(&t.rows[j], true) != "" {
				cells++
				if _, ok := cellFigure(c); ok {
					figures++
				}
			}
		}
		if cells > 0 && figures == cells {
			t.columns[i].role = roleQuantity
		}
	}
}

// tellCodes takes 商品编码, which heads article numbers as well as the customs'
// codes, for the former where letters stand under it.
func (t *table) tellCodes() {
	i := t.column(roleHS)
	if i < 0 || t.has(roleSKU) || !strings.Contains(t.columns[i].text, "商品编码") || strings.Contains(strings.ToLower(t.columns[i].text), "hs") {
		return
	}
	for j := range t.above() {
		if c := t.rows[j].ownCell(i); c != nil && letterCount(c.Text) > 0 && codeLike(c.Text) {
			t.columns[i].role = roleSKU
			return
		}
	}
}

// tellTariff takes 商品编号, which heads article numbers as well, for the customs'
// codes where all of ten digits stand under it, as the customs' forms have them.
func (t *table) tellTariff() {
	i := t.column(roleSKU)
	if i < 0 || t.has(roleHS) || !strings.Contains(t.columns[i].text, "商品编号") {
		return
	}
	n := 0
	for j := range t.above() {
		c := t.rows[j].ownCell(i)
		if c == nil || t.rows[j].own < 3 {
			continue
		}
		if !tariffNumber.MatchString(strings.TrimSpace(c.Text)) {
			return
		}
		n++
	}
	if n > 0 {
		t.columns[i].role = roleHS
	}
}

// tariffNumber is a code of the Chinese tariff: a chapter from 01 to 97, and most
// often noughts at its end.
var tariffNumber = pattern.Lazily(`^(?:0[1-9]|[1-8]\d|9[0-7])\d{2}\.?\d{2}\.?\d{2}\.?\d0$`)

// tellModels takes 规格型号 for the specification where another column has the
// models.
func (t *table) tellModels() {
	for i := range t.columns {
		if c := &t.columns[i]; c.role == roleModel && strings.Contains(c.text, "规格") && t.others(i, roleModel) {
			c.role = roleSpec
		}
	}
}

// noItem reports whether a text begins a row that is no line, or says what
// stands above again.
func noItem(s string) bool {
	kind, _ := chargeKind(s)
	return totalWords.MatchString(s) || kind != "" || notCharges.MatchString(s) || dittoWords.MatchString(strings.TrimSpace(s))
}

// measures reports whether a column has sizes of packages or volumes, rather
// than sizes of goods: S, M, 140, 40-45.
func (t *table) measures(i int) bool {
	n := 0
	for j := range t.above() {
		c := t.rows[j].ownCell(i)
		if c == nil || c.Unknown || strings.TrimSpace(c.Text) == "" {
			continue
		}
		n++
		f, figure := cellFigure(c)
		switch {
		case figure && (f.Value.Decimals() > 0 && f.After == "" || lengthUnit(f.After)) || t.columns[i].scale == "m3":
			return true
		case !figure && strings.ContainsAny(c.Text, "0123456789") && (ofPackages(t.columns[i].text) || parseSize(c.Text, "") != nil || len(strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune("*×xX", r) })) > 2):
			return true
		}
	}
	return n == 0
}

// volumes reports whether a column has nothing but figures, some of them with
// decimals, which no size is.
func (t *table) volumes(i int) bool {
	decimals := false
	for j := range t.above() {
		c := t.rows[j].ownCell(i)
		if c == nil || strings.TrimSpace(c.Text) == "" {
			continue
		}
		f, ok := cellFigure(c)
		if !ok || f.After != "" {
			return false
		}
		decimals = decimals || f.Value.Decimals() > 0
	}
	return decimals
}

// lengthUnit reports whether a unit is one of sizes of packages or of volumes.
func lengthUnit(u string) bool {
	switch strings.ToLower(strings.Trim(u, ". ")) {
	case "cm", "mm", "m", "cbm", "m3", "m³", "inch", "in", "立方", "立方米", "cuft", "cft":
		return true
	}
	return false
}

// ofPackages reports whether a head speaks of packages, or of measuring.
func ofPackages(head string) bool {
	h := foldHead(head)
	for _, w := range [...]string{"carton", "ctn", "pack", "box", "pallet", "meas", "箱", "包装", "托"} {
		if strings.Contains(h, w) {
			return true
		}
	}
	return false
}

// others reports whether a column other than i has one of the roles.
func (t *table) others(i int, roles ...role) bool {
	for j := range t.columns {
		if j != i && slices.Contains(roles, t.columns[j].role) {
			return true
		}
	}
	return false
}

// codeLike reports whether a text looks like an article number.
func codeLike(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 0 && len(s) <= 24 && !strings.Contains(strings.TrimSpace(s), "  ") && strings.Count(s, " ") <= 1 && strings.ContainsAny(s, "0123456789") && !invoice.HasHan(s)
}

// tellNames makes the second of two description columns one of the other
// language, where the two are, or the first a name.
func (t *table) tellNames() {
	first := -1
	for i := range t.columns {
		if t.columns[i].role != roleDescription {
			continue
		}
		if first < 0 {
			first = i
			continue
		}
		a, b := t.languages(first), t.languages(i)
		switch {
		case a == "zh" && b == "en":
			t.columns[first].role, t.columns[i].role = roleZh, roleEn
		case a == "en" && b == "zh":
			t.columns[first].role, t.columns[i].role = roleEn, roleZh
		default:
			t.columns[first].role = roleName
		}
		return
	}
}

// languages is the language of the words of a column, "" where it has both.
func (t *table) languages(i int) string {
	zh, en := 0, 0
	for j := range t.above() {
		if c := t.rows[j].ownCell(i); c != nil && t.rows[j].own >= 3 {
			if invoice.HasHan(c.Text) {
				zh++
			} else {
				en++
			}
		}
	}
	switch {
	case zh > 0 && en == 0:
		return "zh"
	case en > 0 && zh == 0:
		return "en"
	}
	return ""
}
