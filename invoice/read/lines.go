package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
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
	under string      // where the group's text stands
	leads []*tableRow // rows of a page that begin the next line's words
}

// read reads the rows of t, in a currency of so many decimals.
func (t *table) read(minor int32) *content {
	r := &lineReader{table: t, minor: minor}
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
	for _, c := range row.labels() {
		if onlyTerms(c.Text) && len(r.items) == 0 && r.terms == "" {
			r.terms, r.termsAt = strings.TrimSpace(c.Text), c.Where
		}
	}
	switch {
	case len(r.items) > 0 && r.onlyPackages(row):
		it := r.items[len(r.items)-1]
		cell := row.cell(r.column(roleQuantity))
		r.pairs(it, []*grid.Cell{cell})
	}
}

// heading takes the text of a row as the group of the lines below.
func (r *lineReader) heading(row *tableRow) {
	s := strings.TrimSpace(row.first.Text)
	if onlyTerms(s) {
		if r.terms == "" {
			r.terms, r.termsAt = s, row.first.Where
		}
		return
	}
	r.group, r.under = bilingual(strings.TrimRight(s, ":： ")), row.first.Where
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
	r.inherit(it)
	r.items = append(r.items, it)
}

// inherit takes over what a row leaves blank, or ditto, since it stands above.
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
	switch c.role {
	case roleQuantity:
		r.quantity(it, cells)
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

// words sets a field of words.
func (r *lineReader) words(it *item, s string, c *column, cell *grid.Cell) {
	s = strings.TrimSpace(s)
	if s == "" || cell.Unknown || cell.Kind == grid.Number && cell.Number == "0" || s == "-" || s == "/" || s == "N/A" {
		return
	}
	if len(r.items) > 0 && dittoWords.MatchString(s) {
		s = wordsOf(&r.items[len(r.items)-1].Line, c.role)
		if s == "" {
			return
		}
	}
	if cell.Kind == grid.Number && len(cell.Number) >= len(s) && !strings.Contains(cell.Number, ".") && c.role != roleDescription {
		s = cell.Number // an article number whose format shows 1.2E+12
	}
	if t := textFor(&it.Line, c.role); r.g.Loose && t != nil {
		s = joinWrapped(t.Joined("\n"), oneLine(s))
		*t = invoice.Text{}
	}
	if c.role == roleDescription {
		s = r.labelledParts(it, goodsLabel.ReplaceAllString(s, ""), cell)
		if s == "" {
			return
		}
	}
	field := setWords(&it.Line, c.role, s)
	if field != "" && it.where[field] == "" {
		it.where[field] = cell.Where
	}
}

// goodsLabel is a label before a description.
var goodsLabel = regexp.MustCompile(`(?i)^(?:commodity|goods|product|description(?: of goods)?|name of goods|品名|货物名称|商品名称|货名)\s*[:：]\s*`)

// partLabel begins a part of a description that says something of its own.
var partLabel = regexp.MustCompile(`(?i)(?:^|\n|\s{2,})(packing|packed|package|quantity|qty|count(?:r)?y of origin|origin|made in|h\.?s\.? ?code|brand|包装|数量|原产国|产地|品牌|海关编码)\s*[:：]\s*([^\n]*?)(?:\n|\s{3,}|$)`)

// labelledParts takes what a description says under labels of their own out of
// it: the origin, the HS code, the brand go into their fields.
func (r *lineReader) labelledParts(it *item, s string, cell *grid.Cell) string {
	rest := partLabel.ReplaceAllStringFunc(s, func(m string) string {
		sub := partLabel.FindStringSubmatch(m)
		label, value := fold(sub[1]), strings.TrimSpace(sub[2])
		field := roleOther
		switch {
		case strings.Contains(label, "origin") || label == "原产国" || label == "产地" || label == "madein":
			field = roleOrigin
		case strings.HasPrefix(label, "hs") || label == "海关编码":
			field = roleHS
		case label == "brand" || label == "品牌":
			field = roleBrand
		}
		if name := setWords(&it.Line, field, value); name != "" {
			it.where[name] = cell.Where
		} else if value != "" {
			it.warn(Unread, "", cell.Where, "not taken into a field: %s", oneLine(m))
		}
		return "\n"
	})
	return strings.TrimSpace(rest)
}

// setWords puts a text into the field of a role, and names the field.
func setWords(l *invoice.Line, r role, s string) string {
	if t := textFor(l, r); t != nil {
		switch r {
		case roleZh:
			t.Zh = joinWords(t.Zh, s)
		case roleEn:
			t.En = joinWords(t.En, s)
		default:
			merge(t, bilingual(s))
		}
		return fieldOf(r)
	}
	if p := codeFor(l, r); p != nil {
		s = oneLine(s)
		if r == roleOrigin {
			if s = originCode(s); s == "" {
				return ""
			}
		}
		if *p == "" {
			*p = s
		}
		return fieldOf(r)
	}
	return ""
}

// merge adds a text to another of the same field.
func merge(t *invoice.Text, more invoice.Text) {
	t.Zh, t.En = joinWords(t.Zh, more.Zh), joinWords(t.En, more.En)
}

func joinWords(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "\n" + b
}

// textFor is the field of a role that is a text in two languages.
func textFor(l *invoice.Line, r role) *invoice.Text {
	switch r {
	case roleDescription, roleZh, roleEn:
		return &l.Description
	case roleName:
		return &l.Name
	case roleSpec:
		return &l.Spec
	case roleMaterial:
		return &l.Material
	case roleUse:
		return &l.Use
	case roleColour:
		return &l.Colour
	case roleSize:
		return &l.Size
	case roleElements:
		return &l.Elements
	}
	return nil
}

// codeFor is the field of a role that is the same in every language.
func codeFor(l *invoice.Line, r role) *string {
	switch r {
	case roleSKU:
		return &l.SKU
	case roleBuyerSKU:
		return &l.BuyerSKU
	case roleGTIN:
		return &l.GTIN
	case roleASIN:
		return &l.ASIN
	case roleModel:
		return &l.Model
	case roleBrand:
		return &l.Brand
	case roleHS:
		return &l.HS
	case roleOrigin:
		return &l.Origin
	}
	return nil
}

// wordsOf is what a line has in the field of a role.
func wordsOf(l *invoice.Line, r role) string {
	if t := textFor(l, r); t != nil {
		return t.First()
	}
	if s := codeFor(l, r); s != nil {
		return *s
	}
	return ""
}

// fieldOf is the name of a role's field in a line.
func fieldOf(r role) string {
	switch r {
	case roleDescription, roleZh, roleEn:
		return "description"
	case roleSKU:
		return "sku"
	case roleBuyerSKU:
		return "buyer_sku"
	case roleGTIN:
		return "gtin"
	case roleASIN:
		return "asin"
	case roleName:
		return "name"
	case roleSpec:
		return "spec"
	case roleModel:
		return "model"
	case roleMaterial:
		return "material"
	case roleUse:
		return "use"
	case roleColour:
		return "colour"
	case roleSize:
		return "size"
	case roleElements:
		return "elements"
	case roleBrand:
		return "brand"
	case roleHS:
		return "hs"
	case roleOrigin:
		return "origin"
	case roleQuantity:
		return "quantity"
	case roleUnit:
		return "unit"
	case rolePrice:
		return "price"
	case roleAmount, roleTaxed:
		return "amount"
	case roleDiscount:
		return "discount"
	case roleTaxRate, roleTax:
		return "tax"
	case roleCartons, roleCartonNo, rolePerCarton, rolePackage, roleNet, roleGross, roleVolume, roleMeasure, roleLength, roleWidth, roleHeight:
		return "packing"
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// originCode is the ISO code of a country that a cell names, "" where it is
// not known.
func originCode(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(strings.ToLower(narrow(s)), "made in "))
	for _, way := range []string{strings.ToUpper(s), s} {
		if c, ok := terms.Countries.Known(way); ok {
			return c
		}
	}
	return ""
}

// bilingual is a text of one or both languages: lines of Chinese and lines
// without are each other's translation where they are of the same number or
// one of each.
func bilingual(s string) invoice.Text {
	s = strings.TrimSpace(s)
	var zh, en []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case invoice.HasHan(line):
			zh = append(zh, line)
		default:
			en = append(en, line)
		}
	}
	if len(zh) == 0 || len(en) == 0 || !wordy(strings.Join(en, " ")) {
		if len(zh) == 1 && len(en) == 0 {
			if a, b, ok := halves(zh[0]); ok {
				return invoice.Text{Zh: a, En: b}
			}
		}
		return invoice.PlainText(strings.Join(trimLines(s), "\n"))
	}
	return invoice.Text{Zh: strings.Join(zh, "\n"), En: strings.Join(en, "\n")}
}

func trimLines(s string) []string {
	var all []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// wordy reports whether a text has an English word that is no unit or code.
func wordy(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= 4 && !strings.ContainsFunc(w, unicode.IsDigit) {
			return true
		}
	}
	return false
}

// halves parts 保温杯 / Vacuum cup: Chinese on one side of a stroke, words of
// English on the other.
func halves(line string) (zh, en string, ok bool) {
	a, b, ok := strings.Cut(line, "/")
	if !ok || strings.Contains(b, "/") {
		return "", "", false
	}
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !invoice.HasHan(a) {
		a, b = b, a
	}
	return a, b, invoice.HasHan(a) && !invoice.HasHan(b) && wordy(b)
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

// partLanguages parts 竹砧板 Bamboo cutting board, where all descriptions are
// written like that.
func (r *lineReader) partLanguages() {
	parted := make([]invoice.Text, len(r.items))
	for i, it := range r.items {
		d := it.Description
		zh, en := "", ""
		if d.En == "" && d.Zh != "" {
			zh, en = cutTail(oneLine(d.Zh))
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

// unreadColumns says which columns hold figures that were not understood.
func (r *lineReader) unreadColumns() {
	for i := range r.columns {
		c := &r.columns[i]
		if c.role != noRole || c.text == "" {
			continue
		}
		for j := range r.rows {
			cell := r.rows[j].ownCell(i)
			if r.kinds[j] == lineRow && cell != nil && cell.Kind == grid.Number {
				r.warnings = append(r.warnings, Warning{Unread, "", c.where, fmt.Sprintf("the column %q has figures that were not understood", oneLine(c.text))})
				break
			}
		}
	}
}
