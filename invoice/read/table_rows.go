package read

import (
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// rowKind is what a row under a head is.
type rowKind uint8

const (
	emptyRow   rowKind = iota
	lineRow            // begins a line of goods
	moreRow            // goes on with the line above
	leadRow            // begins the words of the line below, on a page
	groupRow           // heads the lines below
	totalRow           // sums up
	chargeRow          // freight, insurance, a discount
	carriedRow         // 承上页, and heads that are printed again
	otherRow           // none of these: a note, or the end of the table
)

var (
	totalWords   = pattern.Lazily(`(?i)^(?:grand|sub|net|page|g|gross|invoice|order)?[ .-]*(?:totals?|ttl)\b|^grand\W*$|^(?:本页|本单|以上)?(?:合|总|共|小)\s*计|^总\s*(?:金额|数|价|额|值|重|体积|箱数|数量)|^累计|^(?:gesamt(?:summe|betrag)?|zwischensumme|summe|somme|sous[- ]total|suma|importe total|sub)?totaa?l\b|^(?:gesamt(?:summe|betrag)?|zwischensumme|summe|somme|suma|importe total)\b|(?:合\s*计|总\s*计|共\s*计|小\s*计)\s*(?:[:(/A-Za-z]|$)|\b(?:grand|sub)[ -]?total\b`)
	wholeTotal   = pattern.Lazily(`(?i)^[^\pL\d]*(?:(?:grand|sub|net)[ -]*)?(?:totals?|ttl)[^\pL\d]*$|^[^\pL\d]*(?:合|总|共|小)\s*计[^\pL\d]*(?:(?:grand )?total)?[^\pL\d]*$`)
	inWords      = pattern.Lazily(`(?i)大\s*写|in words|^\W*say\b`)
	containerNo  = pattern.Lazily(`^[A-Z]{4}\s?\d{7}\b`)
	subWords     = pattern.Lazily(`(?i)^sub[ -]*total|小\s*计|^page total|本页`)
	carriedWords = pattern.Lazily(`(?i)承\s*(?:上|前)\s*页|过\s*次\s*页|转\s*(?:下|次)\s*页|续\s*(?:上|下)\s*页|接\s*(?:上|下)\s*页|\b(?:brought|carried)\s+(?:forward|over)\b|\bcontinued\b|\bto be continued\b|^[bc]/f\b|^page\s*\d+(?:\s*(?:of|/)\s*\d+)?$|^第\s*\d+\s*页`)
	footWords    = pattern.Lazily(`(?i)^\W*(?:say\b|in words|amount in words|total in words|大\s*写|金额大写|合计大写|合计金额\(大写|say total|remarks?\s*[:：]|notes?\s*[:：]|备\s*注\s*[:：]|说明\s*[:：]|terms?\b.*[:：]|payment\b|付款|bank\b|银行|开户|account\b|账\s*号|swift|beneficiary|deposit|定金|订金|余款|尾款|balance\b|paid\b|signature|signed|签字|签章|盖章|authori[sz]ed|packing\s*[:：]|packed in\b|包装\s*[:：]|shipping marks?\s*[:：]|marks?\s*[:：]|唛头\s*[:：]|country of origin\s*[:：]|原产国\s*[:：]|delivery\b.*[:：]|交货|shipment\s*[:：]|port of|from\s*[:：]|quantity\s*[:：]|数量\s*[:：]|container no|seal no|柜号|n\.?w\.?\s*(?:\(kgs?\))?\s*[:：]|g\.?w\.?\s*(?:\(kgs?\))?\s*[:：]|insurance\s*[:：]|we hereby|e\.?\s*&\s*o\.?\s*e|thank you|丙方|甲方|乙方|the buyer|the seller|for and on behalf)`)
	apartWords   = pattern.Lazily(`(?i)^(?:total )?(?:fob|fca|exw|cif|cfr|c&f)\s*(?:values?|amount|货值|价值)\b`)
	freeWords    = pattern.Lazily(`(?i)^\W*(?:f\.?o\.?c\.?|free(?: of charge| sample)?|no charge|n/?c|免费|赠送|赠品|free gift|gift)\W*$`)
	dittoWords   = pattern.Lazily(`(?i)^(?:"|''|〃|″|“|”|同上|ditto|[-–—~ ]*do\.?[-–—~ ]*|-"-|"-)$`)
)

// figureAt is the figure of a row in column i.
func (t *table) figureAt(row *tableRow, i int) (numeral, *grid.Cell, bool) {
	if i < 0 {
		return numeral{}, nil, false
	}
	for _, c := range row.cells[i] {
		if f, ok := cellFigure(c); ok {
			return f, c, true
		}
	}
	return numeral{}, nil, false
}

// says is the text of a row in column i, all its cells together.
func (t *table) says(row *tableRow, i int) string {
	if i < 0 {
		return ""
	}
	var parts []string
	for _, c := range row.cells[i] {
		if s := strings.TrimSpace(c.Text); s != "" && !c.Unknown {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// counts reports whether the row itself has a figure, or a value that is not
// to be had, in a column of a role.
func (t *table) counts(row *tableRow, roles ...role) bool {
	for i := range t.columns {
		for _, want := range roles {
			if t.columns[i].role != want || row.merged[i] {
				continue
			}
			for _, c := range row.cells[i] {
				if c.Unknown || hasFigure(c) {
					return true
				}
			}
		}
	}
	return false
}

// hasFigure reports whether a cell holds a number other than nought, or
// several with their units.
func hasFigure(c *grid.Cell) bool {
	if f, ok := cellFigure(c); ok {
		return f.Value.Sign() != 0
	}
	return c.Kind == grid.Text && len(parsePairs(c.Text)) > 0
}

// goodsText is what a row says of the goods, its own words or those of a cell
// that is merged over it.
func (t *table) goodsText(row *tableRow, own bool) string {
	for i := range t.columns {
		for _, want := range goodsRoles {
			if t.columns[i].role != want || own && row.merged[i] {
				continue
			}
			for _, c := range row.cells[i] {
				if s := strings.TrimSpace(c.Text); s != "" && s != "0" && s != "-" && s != "/" && !c.Unknown {
					return s
				}
			}
		}
	}
	return ""
}

// label is the first text of a row that is no figure.
func (row *tableRow) label() (string, *grid.Cell) {
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			if c.Kind == grid.Text && !c.Unknown && strings.TrimSpace(c.Text) != "" {
				return strings.TrimSpace(narrow(c.Text)), c
			}
		}
	}
	return "", nil
}

// labels are all texts of a row.
func (row *tableRow) labels() []*grid.Cell {
	var all []*grid.Cell
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			if c.Kind == grid.Text && strings.TrimSpace(c.Text) != "" {
				all = append(all, c)
			}
		}
	}
	return all
}

// classify tells what row is, by itself.
func (t *table) classify(row *tableRow) rowKind {
	if row.own == 0 || row.nought() {
		return emptyRow
	}
	label, _ := row.label()
	if t.repeatsHead(row) || carriedWords.MatchString(label) {
		return carriedRow
	}
	if t.labels(row) {
		return otherRow
	}
	priced := t.counts(row, rolePrice)
	if row.says(inWords) && !priced {
		if t.totalInWords(row) {
			return totalRow
		}
		return otherRow
	}
	if kind := t.summing(row, priced); kind != otherRow {
		return kind
	}
	if (footWords.MatchString(label) || notCharges.MatchString(label) && t.goodsText(row, true) == label) && !t.counts(row, roleQuantity) {
		return otherRow
	}
	if t.isLine(row, priced) {
		return lineRow
	}
	if t.onlyWords(row) && !row.tellsCharge() {
		return moreRow
	}
	return otherRow
}

// tellsCharge reports whether the words of a row are of a charge that the
// prices hold: Air freight & insurance (included).
func (row *tableRow) tellsCharge() bool {
	label, c := row.label()
	kind, included := chargeKind(label)
	return kind != "" && included && len(row.labels()) == 1 && c != nil
}

// totalInWords reports whether a row states the total in words and in figures:
// its figure stands under the amounts.
func (t *table) totalInWords(row *tableRow) bool {
	_, c, ok := t.figureAt(row, t.column(roleTaxed, roleAmount))
	if !ok || t.counts(row, roleQuantity, roleNo) {
		return false
	}
	return c.Kind == grid.Number || c.Kind == grid.Text && !inWords.MatchString(c.Text)
}

// labels reports whether a row is of labels with their values, which stand under
// the columns by chance: 件数：186箱 | 毛重：2,356.8千克.
func (t *table) labels(row *tableRow) bool {
	n := 0
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			if !tellsOrder(c) {
				continue
			}
			n++
			if !wordRole(t.columns[i].role) && t.columns[i].role != roleNo {
				return true
			}
		}
	}
	return n > 1
}

// tellsOrder reports whether a cell begins with a label of what no line has: a
// weight or number of packages of all, how is paid, where the goods go.
func tellsOrder(c *grid.Cell) bool {
	if c.Kind != grid.Text || c.Unknown || !strings.ContainsAny(c.Text, ":：") {
		return false
	}
	segments := splitText(c.Text)
	if len(segments) == 0 {
		return false
	}
	switch f := segments[0].field; f {
	case "packing", "payment", "incoterm", "container", "seal", "delivery", "insurance", "notes", "terms":
		return true
	default:
		return f.bank() || strings.HasPrefix(string(f), "stated.") || strings.HasPrefix(string(f), "shipment.")
	}
}

// tellsPacking reports whether a row begins with the label of a total of
// packing, which stands under tables: N.W.: | 2600 KGS.
func (row *tableRow) tellsPacking() bool {
	if row.own > 0 && row.labelOver() {
		return true
	}
	if row.first == nil || row.first.Kind != grid.Text || row.first.Unknown || !strings.ContainsAny(row.first.Text, ":：") {
		return false
	}
	segments := splitText(row.first.Text)
	return len(segments) > 0 && strings.HasPrefix(string(segments[0].field), "stated.") && segments[0].field != "stated.quantity"
}

// nought reports whether a row has nothing but noughts: one that a form keeps
// ready.
func (row *tableRow) nought() bool {
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			f, ok := cellFigure(c)
			if c.Unknown || ok && f.Value.Sign() != 0 || !ok && strings.Trim(c.Text, " -—/$¥€£￥") != "" {
				return false
			}
		}
	}
	return true
}

// summing tells total and charge rows by their labels.
func (t *table) summing(row *tableRow, priced bool) rowKind {
	numbered, once := t.counts(row, roleNo), t.lumpSum(row)
	first, _ := row.label()
	for i, c := range row.labels() {
		s := strings.TrimSpace(unnumbered(c.Text))
		if s == "" || len([]rune(s)) > 120 || company(s) || i > 0 && named(first) {
			continue
		}
		if wholeTotal.MatchString(s) || totalWords.MatchString(s) && !priced && !numbered && !footWords.MatchString(s) && !row.labelOver() {
			return totalRow
		}
		if !once || numbered && (t.counts(row, roleQuantity) || !t.has(roleQuantity)) || priced && t.says(row, t.column(roleSKU)) != "" && fold(t.says(row, t.column(roleSKU))) != fold(s) {
			continue
		}
		if kind, _ := chargeKind(s); kind == "" && !t.isFee(row, s) {
			continue
		}
		if t.chargeFigure(row).cell != nil {
			return chargeRow
		}
	}
	if t.takenOff(row) {
		return chargeRow
	}
	return otherRow
}

// labelOver reports whether a row has the labels of totals of packing and
// nothing else: their figures stand in the row below.
func (row *tableRow) labelOver() bool {
	for i := range row.cells {
		for _, c := range row.cells[i] {
			if row.merged[i] {
				continue
			}
			if c.Kind != grid.Text {
				return false
			}
			if strings.HasPrefix(string(loosely(c.Text)), "stated.") {
				continue
			}
			for _, p := range splitText(c.Text) {
				if f, known := labelIndex()[fold(p.text)]; p.field == "" && known {
					p.field, p.text = f, ""
				} else if p.field == "" {
					p.field, p.text = loosely(p.text), ""
				}
				if !strings.HasPrefix(string(p.field), "stated.") || p.text != "" {
					return false
				}
			}
		}
	}
	return true
}

// named reports whether a text is the label of a name: what stands behind it
// sums up nothing, though it begins with Total.
func named(s string) bool {
	f := labelIndex()[fold(s)]
	return f.named() || f == "signature"
}

// says reports whether one of a row's texts matches.
func (row *tableRow) says(words *pattern.Pattern) bool {
	for _, c := range row.labels() {
		if words.MatchString(narrow(c.Text)) {
			return true
		}
	}
	return false
}

// lumpSum reports whether a row has no quantity, or one that says "once".
func (t *table) lumpSum(row *tableRow) bool {
	f, _, ok := t.figureAt(row, t.column(roleQuantity))
	return !ok || f.Value.Sign() == 0 || f.Value.String() == "1"
}

// repeatsHead reports whether a row prints the table's head again.
func (t *table) repeatsHead(row *tableRow) bool {
	same, all := 0, 0
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			all++
			if c.Kind == grid.Text && t.columns[i].text != "" && strings.Contains(foldHead(t.columns[i].text), foldHead(c.Text)) && foldHead(c.Text) != "" {
				same++
			}
		}
	}
	return same >= 2 && same == all
}

// isLine reports whether a row begins a line of goods.
func (t *table) isLine(row *tableRow, priced bool) bool {
	goods := t.goodsText(row, false)
	if containerNo.MatchString(goods) {
		return false // what a container holds, not what is sold
	}
	own := t.goodsText(row, true) != ""
	counted := t.counts(row, roleQuantity)
	amount := t.counts(row, roleAmount, roleTaxed)
	switch {
	case goods == "":
		return counted && (priced || amount)
	case counted && t.onlyPackages(row) && !own && !amount && !priced:
		return false
	case counted || amount:
		return true
	case priced && own:
		return true
	case own && t.free(row):
		return true
	case t.has(priceRoles...):
		return own && t.counts(row, roleCartons, roleNet, roleGross) && t.counts(row, roleNo)
	}
	return t.counts(row, roleCartons, rolePerCarton, roleNet, roleGross) && (own || t.says(row, t.column(roleCartonNo)) != "")
}

// onlyPackages reports whether the only quantity of a row is one of packages,
// printed under the pieces of the row above: 758 CTNS.
func (t *table) onlyPackages(row *tableRow) bool {
	pairs := parsePairs(t.says(row, t.column(roleQuantity)))
	return len(pairs) == 1 && packageUnit(pairs[0].unit)
}

// free reports whether a row says that its goods cost nothing.
func (t *table) free(row *tableRow) bool {
	for _, r := range priceRoles {
		if freeWords.MatchString(t.says(row, t.column(r))) {
			return true
		}
	}
	return false
}

// onlyWords reports whether a row has words in columns of words and nothing
// else.
func (t *table) onlyWords(row *tableRow) bool {
	n := 0
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			if c.Unknown || c.Kind != grid.Text && !wordRole(t.columns[i].role) {
				return false
			}
			if strings.TrimSpace(c.Text) == "" {
				continue
			}
			if !wordRole(t.columns[i].role) {
				return false
			}
			n++
		}
	}
	return n > 0
}

// wordRole reports whether columns of a role hold words that can run over
// several rows.
func wordRole(r role) bool {
	switch r {
	case roleDescription, roleName, roleZh, roleEn, roleSpec, roleMaterial, roleUse, roleColour, roleSize, roleBrand, roleSKU, roleModel,
		roleBuyerSKU, roleMarks, roleRemarks, roleElements, roleHS, roleOrigin, roleMeasure, roleOther, noRole, rolePicture, roleGTIN, roleCartonNo:
		return true
	}
	return false
}
