package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
)

func itoa(n int) string { return strconv.Itoa(n) }

// item is a line of goods as a table has it.
type item struct {
	invoice.Line
	where    map[string]string // by the line's fields
	warnings []Warning         // their fields are the line's
	packed   packed
	// The figures as they stand; settle makes the line's of them.
	priced, amounts, discounts, taxed numeral
	second                            numeral    // a second figure under the quantity's head
	shared                            *grid.Cell // states the amount, maybe of several lines
}

func (it *item) warn(code, field, where, format string, args ...any) {
	it.warnings = append(it.warnings, Warning{code, field, where, fmt.Sprintf(format, args...)})
}

// content is what the rows of a table say.
type content struct {
	items    []*item
	charges  []foundCharge
	totals   []tableTotals
	terms    string // an Incoterm in the heads or above the first line
	termsAt  string
	clauses  []line // what rows among the lines tell of the whole
	warnings []Warning
}

type foundCharge struct {
	invoice.Charge
	where string
	after int // how many total rows stand above it
}

// lineReader reads the lines of one table.
type lineReader struct {
	*table
	content
	minor int32
	group invoice.Text
	under string          // where the group's text stands
	leads []*tableRow     // rows of a page that begin the next line's words
	units map[string]bool // heads of weights in units that an order doesn't have
}

// read reads the rows of t, in a currency of so many decimals.
func (t *table) read(minor int32) *content {
	r := &lineReader{table: t, minor: minor, units: map[string]bool{}}
	for i := range t.columns {
		if c := &t.columns[i]; c.terms != "" && r.terms == "" {
			r.terms, r.termsAt = c.terms, c.where
		}
	}
	for i := range t.rows {
		r.row(i)
	}
	r.dropEmpty()
	r.partCodes()
	r.partLanguages()
	r.shareAmounts()
	for _, it := range r.items {
		r.settle(it)
	}
	r.unreadColumns()
	return &r.content
}

// row reads one row.
func (r *lineReader) row(i int) {
	row := &r.rows[i]
	switch r.kinds[i] {
	case lineRow:
		r.line(row)
	case moreRow:
		r.more(row)
	case leadRow:
		r.leads = append(r.leads, row)
	case groupRow:
		r.heading(row)
	case totalRow:
		r.termsOf(row)
		s := r.summed(row, r.minor)
		if n := len(r.items); n > 0 {
			s.after = r.items[n-1]
		}
		r.totals = append(r.totals, s)
	case chargeRow:
		r.chargeRow(i)
	case otherRow:
		r.other(row)
	}
}

// other is a row that is no part of a line; packages printed under the pieces
// of the line above are one.
func (r *lineReader) other(row *tableRow) {
	if len(r.items) == 0 {
		r.termsIn(row)
	}
	switch {
	case len(r.items) > 0 && r.onlyPackages(row):
		it := r.items[len(r.items)-1]
		cell := row.cell(r.column(roleQuantity))
		r.pairs(it, []*grid.Cell{cell})
	case row.tellsCharge():
		_, c := row.label()
		r.clauses = append(r.clauses, line{text: tidy(c.Text), where: c.Where})
	}
}

// termsIn takes the Incoterm that stands in a row of the table.
func (r *lineReader) termsIn(row *tableRow) {
	for _, c := range row.labels() {
		if onlyTerms(c.Text) && r.terms == "" {
			r.terms, r.termsAt = strings.TrimSpace(c.Text), c.Where
		}
	}
}

// termsOf takes the Incoterm that stands with a total: TOTAL FOB TIANJIN.
func (r *lineReader) termsOf(total *tableRow) {
	label, c := total.label()
	bare := strings.TrimSpace(totalHead.ReplaceAllString(tidy(bracketedMoney(label)), ""))
	if r.terms == "" && len(label) <= 60 && bare != tidy(label) && beginsRule(bare) {
		r.terms, r.termsAt = bare, c.Where
	}
}

// bracketedMoney is a label without a currency in brackets: Total Amount (USD) DDP San Jose.
func bracketedMoney(label string) string {
	return brackets.ReplaceAllStringFunc(label, func(m string) string {
		if moneyMark(m) != "" && len(m) <= 6 {
			return ""
		}
		return m
	})
}

// heading takes the text of a row as the group of the lines below.
func (r *lineReader) heading(row *tableRow) {
	r.termsIn(row)
	c := r.lone(row)
	if c == nil || onlyTerms(c.Text) {
		return
	}
	r.group, r.under = bilingual(strings.TrimRight(strings.TrimSpace(c.Text), ":： ")), c.Where
}

// line reads a row that begins a line; a row of nothing but noughts is none.
func (r *lineReader) line(row *tableRow) {
	it := &item{where: map[string]string{}}
	it.Group = r.group
	if !r.group.Empty() {
		it.where["group"] = r.under
	}
	for _, lead := range r.leads {
		r.goOn(it, lead)
	}
	r.leads = nil
	for i := range r.columns {
		r.value(it, row, i)
	}
	r.crowded(it, row)
	r.inherit(it)
	r.items = append(r.items, it)
}

// inherit takes over what a row leaves blank, or ditto, since it stands above: the
// words, the article number with them, and the price that makes the amount.
func (r *lineReader) inherit(it *item) {
	if !it.Description.Empty() || !it.Name.Empty() || len(r.items) == 0 || !r.has(roleDescription, roleZh, roleEn, roleName) {
		return
	}
	above := r.items[len(r.items)-1]
	it.Description, it.Name = above.Description, above.Name
	it.where["description"] = above.where["description"]
	if above.where["name"] != "" {
		it.where["name"] = above.where["name"]
	}
	if r.g.Loose {
		return // the words of a page may stand beside any of the lines
	}
	if it.SKU == "" && it.Model == "" && it.BuyerSKU == "" && above.SKU != "" {
		it.SKU, it.where["sku"] = above.SKU, above.where["sku"]
	}
	if !it.priced.given() && above.priced.given() && it.amounts.given() && it.Quantity.Given() {
		it.Price.Per = above.Price.Per
		if product(it, above.priced.Value).Round(r.minor).Equal(statedMoney(it.amounts, r.minor).Decimal()) {
			it.priced, it.where["price"] = above.priced, above.where["price"]
		} else {
			it.Price.Per = invoice.Amount{}
		}
	}
}

// value reads the cells of column i into a line.
func (r *lineReader) value(it *item, row *tableRow, i int) {
	cells := row.cells[i]
	if len(cells) == 0 {
		return
	}
	c := &r.columns[i]
	for _, cell := range cells {
		if cell.Unknown {
			it.warn(NoValue, fieldOf(c.role), cell.Where, "the cell has an error, or a formula without a stored value")
		}
	}
	if f, cell := numeralIn(cells); i == r.priced && cell != nil {
		it.PricedBy = invoice.Measure{Amount: f.shown(), Unit: r.pricedIn}
		it.where["priced_quantity"] = cell.Where
	}
	switch c.role {
	case roleQuantity:
		r.quantity(it, cells)
		r.sharePackages(it, row, i)
	case rolePrice:
		r.price(it, cells, i)
	case roleAmount:
		r.amount(it, row, i)
	case roleUnit:
		r.unit(it, r.says(row, i), cells[0].Where)
	case roleDiscount, roleTaxRate, roleTax, roleTaxed:
		r.extra(it, cells, c)
	case roleCartons, rolePerCarton, roleCartonNo, rolePackage, roleNet, roleGross, roleVolume, roleMeasure, roleLength, roleWidth, roleHeight:
		r.packing(it, row, i)
	case roleCurrency:
	default:
		r.words(it, r.says(row, i), c, cells[0])
	}
}

// more goes on with the line above.
func (r *lineReader) more(row *tableRow) {
	if n := len(r.items); n > 0 {
		r.goOn(r.items[n-1], row)
	}
}

// goOn adds the words of a row to a line.
func (r *lineReader) goOn(it *item, row *tableRow) {
	for i := range r.columns {
		if row.merged[i] || len(row.cells[i]) == 0 {
			continue
		}
		c := &r.columns[i]
		s := r.says(row, i)
		switch {
		case codeFor(&it.Line, c.role) != nil:
			p := codeFor(&it.Line, c.role)
			if *p == "" {
				setWords(&it.Line, c.role, s)
				it.where[fieldOf(c.role)] = row.cells[i][0].Where
			} else if r.g.Loose {
				*p += oneLine(s)
			}
		default:
			r.words(it, s, c, row.cells[i][0])
		}
	}
}

// joinWrapped joins the lines of a text that a page's column broke.
func joinWrapped(a, b string) string {
	if a == "" {
		return b
	}
	if b == "" {
		return a
	}
	last := a[strings.LastIndexByte(a, '\n')+1:]
	if invoice.HasHan(last) != invoice.HasHan(b) && (invoice.HasHan(last) || wordy(last)) && (invoice.HasHan(b) || wordy(b)) {
		return a + "\n" + b // the other language
	}
	ra, rb := []rune(a), []rune(b)
	if unicode.Is(unicode.Han, ra[len(ra)-1]) && unicode.Is(unicode.Han, rb[0]) {
		return a + b
	}
	return a + " " + b
}

// chargeRow is a discount of the line above, or a charge of the order.
func (r *lineReader) chargeRow(i int) {
	row := &r.rows[i]
	c, where, ok := r.charge(row, r.minor)
	if !ok {
		return
	}
	if (c.Kind == "discount" || c.Kind == "rebate") && r.underLine(i) {
		it := r.items[len(r.items)-1]
		it.Discount = invoice.Discount{Amount: c.Amount}
		it.where["discount"] = where
		return
	}
	if n := len(r.charges); n > 0 && r.kinds[i-1] == chargeRow && r.charges[n-1].Included && r.charges[n-1].after == len(r.totals) {
		c.Included = true // it goes on with what is "of which"
	}
	r.charges = append(r.charges, foundCharge{c, where, len(r.totals)})
}

// underLine reports whether the discount of row i is of the line above it:
// further lines follow, or other lines have discounts too.
func (r *lineReader) underLine(i int) bool {
	if i == 0 || r.kinds[i-1] != lineRow && r.kinds[i-1] != moreRow || len(r.items) == 0 {
		return false
	}
	for _, k := range r.kinds[i+1:] {
		if k == lineRow {
			return true
		}
		if k == totalRow {
			break
		}
	}
	for _, it := range r.items[:len(r.items)-1] {
		if it.Discount.Amount.Given() {
			return true
		}
	}
	return false
}

// partCodes takes article numbers that stand over every description, in the
// same cell, for what they are where no column has them.
func (r *lineReader) partCodes() {
	for _, it := range r.items {
		first, rest, ok := strings.Cut(it.Description.First(), "\n")
		if it.SKU != "" || it.Description.Zh != "" && it.Description.En != "" || !ok || rest == "" || !codeLike(first) || strings.Contains(first, " ") {
			return
		}
	}
	for _, it := range r.items {
		first, rest, _ := strings.Cut(it.Description.First(), "\n")
		it.SKU, it.Description = first, bilingual(rest)
		it.where["sku"] = it.where["description"]
	}
}

// partLanguages parts 竹砧板 Bamboo cutting board, and Bamboo cutting board 竹砧板,
// where all descriptions are written like that.
func (r *lineReader) partLanguages() {
	parted := make([]invoice.Text, len(r.items))
	for i, it := range r.items {
		d := it.Description
		if parted[i] = d; d.Zh != "" && d.En != "" {
			continue
		}
		zh, en := "", ""
		if d.En == "" && d.Zh != "" {
			if zh, en = cutTail(oneLine(d.Zh)); zh == "" {
				zh, en = cutFront(oneLine(d.Zh))
			}
		}
		if zh == "" || !wordy(en) || len(r.items) == 1 && strings.Count(en, " ") == 0 {
			return
		}
		parted[i] = invoice.Text{Zh: zh, En: en}
	}
	for i, it := range r.items {
		it.Description = parted[i]
	}
}

// cutFront parts a text before the word that has its first Chinese character,
// where words of English stand before it and none behind.
func cutFront(s string) (zh, en string) {
	first := strings.IndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if first < 0 {
		return "", ""
	}
	at := strings.LastIndexAny(s[:first], " /|")
	if at < 0 {
		return "", ""
	}
	for _, w := range strings.Fields(s[at:]) {
		if !invoice.HasHan(w) && wordy(w) {
			return "", ""
		}
	}
	zh, en = strings.TrimLeft(s[at:], " /|-"), strings.TrimRight(s[:at], " /|-")
	for _, b := range [...]string{"()", "（）"} {
		opening, closing := b[:len(b)/2], b[len(b)/2:]
		if inside, ok := strings.CutPrefix(zh, opening); ok && strings.HasSuffix(inside, closing) {
			zh = strings.TrimSuffix(inside, closing)
		}
	}
	return zh, en
}

// cutTail parts a text after its last Chinese character, where a blank and
// words of English follow.
func cutTail(s string) (zh, en string) {
	last := strings.LastIndexFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if last < 0 {
		return "", ""
	}
	at := strings.IndexByte(s[last:], ' ')
	if at < 0 {
		return "", ""
	}
	return strings.TrimRight(s[:last+at], " /|-"), strings.TrimLeft(s[last+at:], " /|-")
}

// unreadColumns says which columns hold what was not understood, or what an
// order has no place for.
func (r *lineReader) unreadColumns() {
	for i := range r.columns {
		c := &r.columns[i]
		if c.role != noRole && c.role != roleRemarks || c.text == "" {
			continue
		}
		for j := range r.rows {
			cell := r.rows[j].ownCell(i)
			if r.kinds[j] != lineRow || cell == nil || cell.Unknown {
				continue
			}
			if _, figure := cellFigure(cell); cell.Kind == grid.Number || figure && r.g.Loose {
				r.warnings = append(r.warnings, Warning{Unread, "", c.where, fmt.Sprintf("the column %q has figures that were not understood", oneLine(c.text))})
				break
			}
			if s := strings.TrimSpace(cell.Text); letterCount(s) > 0 && !placeholder(s) && !dittoWords.MatchString(s) {
				r.warnings = append(r.warnings, Warning{Unread, "", c.where, fmt.Sprintf("the column %q has no place in an order and was left out: %s", oneLine(c.text), brief(s))})
				break
			}
		}
	}
}
