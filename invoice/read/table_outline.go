package read

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
)

// outline finds the foot of a table and the kinds of its rows.
func (t *table) outline() {
	kinds := make([]rowKind, len(t.rows))
	last, closed, gap := -1, false, 0
scan:
	for i := range t.rows {
		row := &t.rows[i]
		k := t.classify(row)
		if closed && row.tellsPacking() {
			break
		}
		if (k == lineRow || k == otherRow) && last >= 0 && t.added(kinds, i, closed) {
			k = chargeRow
		}
		kinds[i] = k
		switch k {
		case emptyRow:
			gap++
			if closed && gap > 2 {
				break scan
			}
			continue
		case lineRow:
			if last >= 0 && (t.sumsUp(kinds, i) || !closed && t.bareSum(kinds, i)) {
				kinds[i], closed, last = totalRow, true, i
				break
			}
			if closed && t.valueApart(row) {
				kinds[i], last = carriedRow, i
				break
			}
			if closed && !t.strong(row) {
				break scan
			}
			if last >= 0 && t.bareSum(kinds, i) {
				kinds[i], closed, last = totalRow, true, i
				break
			}
			closed, last = false, i
		case totalRow:
			closed, last = true, i
		case chargeRow:
			if last < 0 {
				kinds[i] = otherRow
				continue
			}
			last = i
		case carriedRow:
		default:
			if !closed && k == otherRow && t.ends(row) && t.totalFollows(i+1) {
				if t.notes == 0 {
					t.notes = row.at
				}
				break
			}
			if closed && (k == otherRow || gap > 0) && !t.linesFollow(i+1) || k == otherRow && t.ends(row) && !t.linesFollow(i+1) {
				break scan
			}
			if k == otherRow && gap > 0 && last >= 0 && !t.linesFollow(i+1) {
				break scan
			}
		}
		gap = 0
	}
	end := last + 1
	if last >= 0 && kinds[last] != totalRow {
		for end < len(kinds) && kinds[end] == moreRow && !t.ends(&t.rows[end]) && !t.rows[end].wide {
			end++
		}
	}
	t.foot = t.body + end
	t.rows, t.kinds = t.rows[:end], kinds[:end]
	t.tellGroups(t.kinds)
	if t.g.Loose {
		t.gather()
		t.share()
	}
}

// bareSum reports whether row i is a total row without a word: nothing but
// figures under lines that all say what they are of, and those figures are
// sums, or nothing follows.
func (t *table) bareSum(kinds []rowKind, i int) bool {
	row := &t.rows[i]
	if t.goodsText(row, false) != "" || t.counts(row, roleNo) {
		return false
	}
	for _, c := range row.labels() {
		if _, ok := parseFigure(c.Text); !ok && unitText(c.Text).Empty() && moneyMark(c.Text) == "" {
			return false
		}
	}
	for j := range i {
		if kinds[j] == lineRow && t.goodsText(&t.rows[j], false) == "" {
			return false
		}
	}
	return t.sums(kinds, i, roleQuantity) || t.sums(kinds, i, roleAmount) || t.sums(kinds, i, roleGross) || !t.linesFollow(i+1)
}

// sumsUp reports whether row i is a total row, whatever it is called: the last
// one, without a price, whose amount is the sum of the lines above or of the
// lines and charges.
func (t *table) sumsUp(kinds []rowKind, i int) bool {
	row := &t.rows[i]
	k := t.column(roleAmount)
	if k < 0 || t.counts(row, rolePrice, roleNo) || row.merged[k] || t.linesFollow(i+1) {
		return false
	}
	stated, _, ok := t.figureAt(row, k)
	if !ok || stated.Value.Sign() == 0 {
		return false
	}
	goods, charges, lines := decimal.Zero, decimal.Zero, 0
	for j := range i {
		x, _, _ := t.figureAt(&t.rows[j], k)
		switch {
		case t.rows[j].merged[k]:
		case kinds[j] == lineRow:
			goods = goods.Add(x.Value.Decimal())
			lines++
		case kinds[j] == chargeRow:
			charges = charges.Add(x.Value.Decimal())
		}
	}
	if lines > 1 && t.goodsText(row, true) == "" && t.sums(kinds, i, roleQuantity) {
		return true // though its amount may contradict the lines
	}
	if lines == 0 || !agrees(goods, stated.shown()) && !agrees(goods.Add(charges), stated.shown()) {
		return false
	}
	counted := t.counts(row, roleQuantity)
	if counted {
		return t.sums(kinds, i, roleQuantity)
	}
	return t.has(rolePrice) || lines > 1
}

// added reports whether row i, whatever it is called, is money that the next total
// adds to the lines: one text and one amount, under lines that say how many they
// are, or under their total. Packing in wooden cases | 650.00.
func (t *table) added(kinds []rowKind, i int, closed bool) bool {
	k := t.column(roleAmount)
	if !t.has(roleQuantity) || !t.lumped(&t.rows[i], k) {
		return false
	}
	stated, more, ok := t.nextTotal(i, k)
	if !ok {
		return false
	}
	lines := 0
	for j := range i {
		if kinds[j] != lineRow && kinds[j] != chargeRow {
			continue
		}
		x, _, ok := t.figureAt(&t.rows[j], k)
		if kinds[j] == lineRow {
			if !closed && !t.strong(&t.rows[j]) || !ok || t.rows[j].merged[k] {
				return false
			}
			lines++
		}
		more = more.Add(x.Value.Decimal())
	}
	return lines > 0 && agrees(more, stated)
}

// nextTotal is the amount of the total row that stands near below row i, and what
// the rows from i to it add up to, where they have one amount each.
func (t *table) nextTotal(i, k int) (stated invoice.Amount, sum decimal.Decimal, ok bool) {
	for j := i; j < min(i+8, len(t.rows)); j++ {
		row := &t.rows[j]
		x, _, _ := t.figureAt(row, k)
		switch kind := t.classify(row); {
		case kind == emptyRow:
		case kind == totalRow:
			return x.shown(), sum, x.given()
		case kind != chargeRow && !t.lumped(row, k):
			return stated, sum, false
		default:
			sum = sum.Add(x.Value.Decimal())
		}
	}
	return stated, sum, false
}

// lumped reports whether a row has one text and an amount under column k, and
// nothing else.
func (t *table) lumped(row *tableRow, k int) bool {
	if k < 0 || row.merged[k] {
		return false
	}
	words := slices.DeleteFunc(row.labels(), func(c *grid.Cell) bool { return slices.Contains(row.cells[k], c) })
	if len(words) != 1 || row.own > 3 || t.counts(row, roleQuantity, rolePrice, roleNo) {
		return false
	}
	label, _ := row.label()
	x, c, ok := t.figureAt(row, k)
	return ok && x.Value.Sign() != 0 && c.Text != label && !notCharges.MatchString(label) && !footWords.MatchString(label)
}

// valueApart reports whether a row under the total tells how much of it is the
// goods' value by other terms: FOB value 9,000.
func (t *table) valueApart(row *tableRow) bool {
	label, _ := row.label()
	return apartWords.MatchString(label) && !t.counts(row, roleQuantity, rolePrice)
}

// sums reports whether the figure of row i in a column is the sum of the lines
// above.
func (t *table) sums(kinds []rowKind, i int, r role) bool {
	k := t.column(r)
	f, _, ok := t.figureAt(&t.rows[i], k)
	if !ok || f.Value.Sign() == 0 {
		return false
	}
	sum := decimal.Zero
	for j := range i {
		if kinds[j] == lineRow && !t.rows[j].merged[k] {
			x, _, _ := t.figureAt(&t.rows[j], k)
			sum = sum.Add(x.Value.Decimal())
		}
	}
	return agrees(sum, f.shown())
}

// strong reports whether a row has all that a line has.
func (t *table) strong(row *tableRow) bool {
	return t.goodsText(row, true) != "" && t.counts(row, roleQuantity) && (t.counts(row, priceRoles...) || t.counts(row, packRoles...)) ||
		t.goodsText(row, true) != "" && !t.has(roleQuantity) && t.counts(row, roleAmount, roleCartons)
}

// linesFollow reports whether one of the next rows is a line beyond doubt.
func (t *table) linesFollow(from int) bool {
	for i := from; i < min(from+8, len(t.rows)); i++ {
		if row := &t.rows[i]; t.classify(row) == lineRow && t.strong(row) {
			return true
		}
	}
	return false
}

// totalFollows reports whether a total row stands among the next rows, below
// labels that stand within the table.
func (t *table) totalFollows(from int) bool {
	for i := from; i < min(from+16, len(t.rows)); i++ {
		switch row := &t.rows[i]; t.classify(row) {
		case totalRow:
			return t.counts(row, roleAmount, roleTaxed, roleQuantity, roleCartons, roleNet, roleGross)
		case lineRow:
			return false
		}
	}
	return false
}

// ends reports whether a row is of what stands under tables.
func (t *table) ends(row *tableRow) bool {
	label, c := row.label()
	return c != nil && footWords.MatchString(label)
}

// tellGroups tells headings of lines from what goes on with a line.
func (t *table) tellGroups(kinds []rowKind) {
	bold := t.boldLines(kinds)
	for i, k := range kinds {
		if k != moreRow && k != otherRow || !t.before(kinds, i, lineRow) {
			continue
		}
		if c := t.lone(&t.rows[i]); c != nil && c.Kind == grid.Text && t.headsLines(kinds, i, c, bold) {
			kinds[i] = groupRow
		}
	}
	started := false
	for i, k := range kinds {
		started = started || k == lineRow
		if k == moreRow && !started {
			kinds[i] = otherRow
		}
	}
}

// lone is the only cell of a row, nil where it has more: marks stand beside all
// rows, and terms and currencies beside the first.
func (t *table) lone(row *tableRow) *grid.Cell {
	var lone *grid.Cell
	n := 0
	for i := range row.cells {
		if row.merged[i] {
			continue
		}
		for _, c := range row.cells[i] {
			n++
			if row.own > 1 && (t.columns[i].role == roleMarks || c.Kind == grid.Text && unitOrTerms(c.Text)) {
				n--
				continue
			}
			lone = c
		}
	}
	if n != 1 {
		return nil
	}
	return lone
}

// headsLines reports whether c, the only text of row i, heads the lines below.
func (t *table) headsLines(kinds []rowKind, i int, c *grid.Cell, bold bool) bool {
	first := i == 0 || kinds[i-1] != lineRow && kinds[i-1] != moreRow
	k := t.place(c)
	if k < 0 || noHeading(c.Text) {
		return false
	}
	switch t.columns[k].role {
	case roleMarks, roleQuantity, roleUnit, rolePrice, roleAmount, roleRemarks, rolePicture, roleCurrency:
		return false
	case roleNo, roleCartonNo:
		return true
	}
	if t.spans(c) > 1 || c.Bold && !bold || first {
		return true
	}
	return strings.HasSuffix(strings.TrimSpace(narrow(c.Text)), ":")
}

// noHeading reports whether a text alone in its row is none that heads lines:
// no marks, a unit, terms, a label with its value.
func noHeading(s string) bool {
	s = strings.TrimSpace(narrow(s))
	return strings.EqualFold(s, "N/M") || !unitText(s).Empty() || !packageText(s).Empty() || labelledValue.MatchString(s) || footWords.MatchString(s)
}

// before reports whether the next row that is not empty, after more headings,
// is of a kind.
func (t *table) before(kinds []rowKind, i int, want rowKind) bool {
	for _, k := range kinds[i+1:] {
		switch k {
		case want:
			return true
		case emptyRow, moreRow, otherRow, groupRow:
		default:
			return false
		}
	}
	return false
}

// boldLines reports whether the lines themselves are set in bold.
func (t *table) boldLines(kinds []rowKind) bool {
	for i, k := range kinds {
		if k == lineRow && t.rows[i].first != nil && t.rows[i].first.Bold {
			return true
		}
	}
	return false
}
