package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// The table of lines with its totals, of a proforma or commercial invoice.

func itoa(n int) string { return strconv.Itoa(n) }

// column is a column of the table of lines.
type column struct {
	name  string
	align Align
	// shown reports whether line i has something to show; nil: always.
	shown func(c *composer, i int) bool
	cell  func(c *composer, i int) Cell
}

// lineColumns are the columns that a table of lines can have.
var lineColumns = [...]column{
	{"no", Centre, nil, func(c *composer, i int) Cell { return words(plain(itoa(i + 1))) }},
	{"marks", Left, func(*composer, int) bool { return true }, func(*composer, int) Cell { return Cell{} }},
	{"picture", Centre, func(c *composer, i int) bool { return c.o.Lines[i].Image != "" }, (*composer).photo},
	{"sku", Left, func(c *composer, i int) bool { return c.o.Lines[i].SKU != "" }, func(c *composer, i int) Cell { return words(plain(c.o.Lines[i].SKU)) }},
	{"description", Left, nil, (*composer).description},
	{"hs", Centre, func(c *composer, i int) bool { return c.o.Lines[i].HS != "" || c.o.Lines[i].HTS != "" }, (*composer).hs},
	{"origin", Centre, func(c *composer, i int) bool { return c.origin(i) != "" }, func(c *composer, i int) Cell { return words(c.country(c.origin(i))) }},
	{"quantity", Right, func(c *composer, i int) bool { return c.o.Lines[i].Quantity.Given() }, (*composer).quantity},
	{"price", Right, func(c *composer, i int) bool { return c.o.Lines[i].Price.Amount.Given() }, (*composer).price},
	{"amount", Right, nil, (*composer).amount},
	{"tax_rate", Right, func(c *composer, i int) bool { return c.taxed(i) }, (*composer).taxRate},
	{"line_tax", Right, func(c *composer, i int) bool { return c.taxed(i) }, (*composer).lineTax},
}

func words(t ...invoice.Text) Cell { return Cell{Lines: t} }

// ColumnNames are the names of the columns that the table of a kind can have.
func ColumnNames(k invoice.Kind) []string {
	var names []string
	if k == invoice.PackingList {
		for _, c := range packingColumns {
			names = append(names, c.name)
		}
		return names
	}
	for _, c := range lineColumns {
		names = append(names, c.name)
	}
	return names
}

// inTable reports whether the document's table has a column.
func (c *composer) inTable(name string) bool {
	if !c.has("lines") {
		return false
	}
	for _, n := range c.t.Columns.of(c.d.Kind) {
		if n == name {
			return true
		}
	}
	return false
}

// columns are the template's columns that have data in some line.
func (c *composer) columns() []column {
	var cols []column
	for _, name := range c.t.Columns.of(c.d.Kind) {
		for _, col := range lineColumns {
			if col.name == name && c.anyLine(col.shown) {
				cols = append(cols, col)
			}
		}
	}
	return cols
}

func (c *composer) anyLine(shown func(*composer, int) bool) bool {
	if shown == nil {
		return true
	}
	for i := range c.o.Lines {
		if shown(c, i) {
			return true
		}
	}
	return false
}

func (c *composer) head(name string) invoice.Text {
	h := c.label(name)
	if name == "price" || name == "amount" || name == "line_tax" {
		return measured(h, c.d.Currency.Code)
	}
	return h
}

// measured is a head with the unit of its figures behind it.
func measured(h invoice.Text, unit string) invoice.Text {
	if h.En != "" {
		h.En += " (" + unit + ")"
	} else {
		h.Zh += " (" + unit + ")"
	}
	return h
}

func (c *composer) lines() []Block {
	if c.d.Kind == invoice.PackingList {
		return c.packages()
	}
	cols := c.columns()
	t := &Table{}
	for _, col := range cols {
		t.Columns = append(t.Columns, Column{col.name, c.head(col.name), col.align})
		if col.name == "marks" {
			m := words(c.marksText())
			t.Marks = &m
		}
	}
	for i := 0; i < len(c.o.Lines); {
		i = c.section(t, cols, i)
	}
	if c.has("totals") {
		c.totals(t)
	}
	return []Block{{Table: t}}
}

func (c *composer) marksText() invoice.Text {
	if c.o.Marks == "" {
		return c.label("no_marks")
	}
	return plain(strings.TrimRight(c.o.Marks, "\n"))
}

// section adds the lines from i on that stand under one heading, and gives
// back the first line behind them.
func (c *composer) section(t *Table, cols []column, i int) int {
	group, first := c.o.Lines[i].Group, i
	if !group.Empty() {
		t.Rows = append(t.Rows, Row{Group, []Cell{{Lines: []invoice.Text{c.text(group)}, Span: len(cols), Bold: true}}})
	}
	for ; i < len(c.o.Lines) && c.o.Lines[i].Group == group; i++ {
		row := Row{Kind: Item, Cells: make([]Cell, 0, len(cols))}
		for _, col := range cols {
			row.Cells = append(row.Cells, col.cell(c, i))
		}
		t.Rows = append(t.Rows, row)
	}
	if !group.Empty() {
		sum := decimal.Zero
		for j := first; j < i; j++ {
			sum = sum.Add(c.d.Figures.Lines[j].Amount.Decimal())
		}
		c.sum(t, Subtotal, c.label("subtotal"), c.bare(sum), "", "SUBTOTAL(9,"+ref("a", first)+":"+ref("a", i-1)+")")
	}
	return i
}

// ref is the name of a line's cell, in braces for a formula.
func ref(letter string, i int) string { return "{" + letter + itoa(i) + "}" }

// sum adds a row with a label that ends before the amount's column, and the
// figure in it; where the table has no such column, in the last one.
func (c *composer) sum(t *Table, kind RowKind, label invoice.Text, f *Figure, name, formula string) {
	at := len(t.Columns) - 1
	for i, col := range t.Columns {
		if col.Name == "amount" {
			at = i
		}
	}
	right, bold := Right, kind == Total || kind == Subtotal
	var cells []Cell
	if at > 0 {
		cells = append(cells, Cell{Lines: []invoice.Text{label}, Span: at, Align: &right, Bold: bold})
	}
	cells = append(cells, Cell{Figure: f, Name: name, Formula: formula, Bold: bold, Align: &right})
	if rest := len(t.Columns) - 1 - at; rest > 0 {
		cells = append(cells, Cell{Span: rest})
	}
	t.Rows = append(t.Rows, Row{kind, cells})
}

func (c *composer) grouped() bool {
	for i := range c.o.Lines {
		if !c.o.Lines[i].Group.Empty() {
			return true
		}
	}
	return false
}

// totals adds goods, charges, tax and total.
func (c *composer) totals(t *Table) {
	f, o := c.d.Figures, c.o
	lines := ref("a", 0) + ":" + ref("a", len(o.Lines)-1)
	goods := c.rounded("SUM(" + lines + ")")
	if c.grouped() {
		goods = c.rounded("SUBTOTAL(9," + lines + ")") // passes over the sections' subtotals
	}
	total, simple := "{goods}", len(o.Charges) == 0 && o.Tax == ""
	if !simple {
		c.sum(t, Sum, c.label("goods"), c.bare(f.Goods.Decimal()), "goods", goods)
	}
	for i := range o.Charges {
		c.charge(t, i)
		if !o.Charges[i].Included {
			total += "+" + ref("c", i)
		}
	}
	if o.Tax != "" {
		total += c.taxes(t)
	}
	switch {
	case simple:
		total = goods
	case total != "{goods}":
		total = c.rounded(total)
	}
	c.sum(t, Total, c.label("total"), c.money(f.Total.Decimal()), "total", total)
	for i, r := range o.Rates {
		c.equivalent(t, i, r)
	}
}

// rounded is a sum of amounts without what binary fractions add to it.
func (c *composer) rounded(sum string) string {
	return "ROUND(" + sum + "," + itoa(c.d.Currency.Minor) + ")"
}

func (c *composer) charge(t *Table, i int) {
	g, a := &c.o.Charges[i], c.d.Figures.Charges[i]
	label := c.text(g.Description)
	kind := c.named(terms.Charges, g.Kind)
	switch {
	case label.Empty():
		label = kind
	case g.Kind != "other":
		label = join(kind, label, "：", ": ")
		if label.Zh != "" && label.En != "" && c.text(g.Description).En == "" {
			label.En = kind.En
		}
	}
	if g.Percent.Given() {
		p := g.Percent.String() + "%"
		label = join(label, c.fillPercent(p), " ", " ")
	}
	if g.Included {
		label = join(c.label("included"), label, "：", " ")
	}
	formula := ""
	if g.Percent.Given() {
		sign := ""
		if a.Sign() < 0 {
			sign = "-"
		}
		formula = sign + "ROUND({goods}*" + g.Percent.Decimal().String() + "/100," + itoa(c.d.Currency.Minor) + ")"
	}
	c.sum(t, Sum, label, c.bare(a.Decimal()), "c"+itoa(i), formula)
}

// fillPercent is "2%", of what in words.
func (c *composer) fillPercent(p string) invoice.Text {
	l := c.label("of_goods")
	if l.Zh != "" {
		l.Zh += " " + p
	}
	if l.En != "" {
		l.En = p + " " + l.En
	}
	return l
}

// taxes adds a row for each rate and gives back what the total adds.
func (c *composer) taxes(t *Table) string {
	name, added := "tax_excluded", ""
	if c.o.Tax == "included" {
		name = "tax_included"
	}
	last := len(c.o.Lines) - 1
	for i, x := range c.d.Figures.Taxes {
		label := c.label(name)
		formula := ""
		if x.Percent.Given() {
			label = both(label, " ", x.Percent.String()+"%")
			formula = c.rounded("SUMIF(" + ref("r", 0) + ":" + ref("r", last) + "," + x.Percent.Decimal().String() + "," + ref("t", 0) + ":" + ref("t", last) + ")")
		}
		c.sum(t, Sum, label, c.bare(x.Amount.Decimal()), "x"+itoa(i), formula)
		if c.o.Tax == "excluded" {
			added += "+" + ref("x", i)
		}
	}
	return added
}

// plainBoth is s in the languages that like has.
func plainBoth(like invoice.Text, s string) invoice.Text {
	var t invoice.Text
	if like.Zh != "" {
		t.Zh = s
	}
	if like.En != "" {
		t.En = s
	}
	return t
}

// equivalent adds the total in another currency, where a rate is given.
func (c *composer) equivalent(t *Table, i int, r invoice.Rate) {
	to, ok := terms.Currencies.Find(r.To)
	if !ok || r.From != c.o.Currency {
		return
	}
	note := " (1 " + r.From + " = " + r.Rate.String() + " " + r.To
	for _, s := range [...]string{string(r.Date), r.Source} {
		if s != "" {
			note += ", " + s
		}
	}
	label := both(c.label("equivalent"), " ", r.To+note+")")
	v := c.d.Figures.Total.Decimal().Mul(r.Rate.Decimal()).Round(int32(to.Minor))
	c.sum(t, Sum, label, &Figure{Value: v, Decimals: int32(to.Minor), Before: r.To + " "}, "e"+itoa(i),
		"ROUND({total}*"+r.Rate.Decimal().String()+","+itoa(to.Minor)+")")
}

// schedule adds the instalments.
func (c *composer) schedule(e *entries) {
	minor := itoa(c.d.Currency.Minor)
	for i, s := range c.o.Payment.Schedule {
		if c.d.Figures.Shares == nil {
			return
		}
		share, formula := c.label("rest"), ""
		switch {
		case s.Percent.Given():
			share = c.share(s.Percent.String() + "%")
			formula = "ROUND({total}*" + s.Percent.Decimal().String() + "/100," + minor + ")"
		case s.Amount.Given():
			share = c.label("instalment")
		}
		if c.takesRest(i) {
			formula = "{total}"
			for j := range c.o.Payment.Schedule {
				if j != i {
					formula += "-" + ref("s", j)
				}
			}
			formula = c.rounded(formula)
		}
		due := c.due(s)
		if s.Rest && says(due, share) {
			share = invoice.Text{}
		}
		e.figure(join(share, due, " ", " "), c.money(c.d.Figures.Shares[i].Decimal()), "s"+itoa(i), formula)
	}
}

// says reports whether t has the words of part in it.
func says(t, part invoice.Text) bool {
	return strings.Contains(t.Zh, part.Zh) && strings.Contains(strings.ToLower(t.En), strings.ToLower(part.En))
}

// share is a percentage in the languages printed, once where both are.
func (c *composer) share(percent string) invoice.Text {
	if c.d.Lang == invoice.English {
		return invoice.Text{En: percent}
	}
	return invoice.Text{Zh: percent}
}

// takesRest reports whether instalment i takes the remainder.
func (c *composer) takesRest(i int) bool {
	s := c.o.Payment.Schedule
	for j := range s {
		if s[j].Rest {
			return i == j
		}
	}
	return i == len(s)-1
}

// due says when an instalment is due.
func (c *composer) due(s invoice.Instalment) invoice.Text {
	t := c.text(s.Due)
	on := c.named(terms.DueEvents, s.On)
	if s.Days.Given() && s.On != "" && s.On != "date" {
		on = c.fill("due_days", "days", s.Days.String(), "on", c.named(terms.DueStarts, s.On))
	}
	if s.On == "date" || s.On == "" || saysEvent(t, on, s.Days) {
		on = invoice.Text{}
	}
	t = join(t, on, "，", ", ")
	if s.Date != "" && !strings.Contains(t.Zh+t.En, string(s.Date)) {
		t = join(t, plainBoth(c.label("date"), string(s.Date)), " ", " ")
	}
	return t
}

// saysEvent reports whether the words for when an instalment is due say the event
// already: its name, or its number of days.
func saysEvent(words, on invoice.Text, days invoice.Amount) bool {
	if days.Given() {
		return slices.Contains(strings.FieldsFunc(words.Zh+" "+words.En, func(r rune) bool { return r < '0' || r > '9' }), days.String())
	}
	return on.Zh != "" && strings.Contains(words.Zh, on.Zh) || on.En != "" && strings.Contains(strings.ToLower(words.En), strings.ToLower(on.En))
}

// paid adds what was paid, and the balance.
func (c *composer) paid(e *entries) {
	f := c.d.Figures
	if !f.Paid.Given() {
		return
	}
	sum := ""
	for i, p := range c.o.Payments {
		if !f.Payments[i].Given() {
			continue
		}
		note := string(p.Date)
		formula := ""
		if p.Rate.Given() && p.Currency != "" && p.Currency != c.o.Currency {
			note += " " + p.Currency + " " + Grouped(p.Amount.Decimal(), max(p.Amount.Decimals(), 2)) + " × " + p.Rate.String()
			formula = "ROUND(" + p.Amount.Decimal().String() + "*" + p.Rate.Decimal().String() + "," + itoa(c.d.Currency.Minor) + ")"
		}
		if p.Reference != "" {
			note += " " + p.Reference
		}
		l := c.label("paid_on")
		e.figure(both(l, " ", strings.TrimSpace(note)), c.money(f.Payments[i].Decimal()), "d"+itoa(i), formula)
		sum += "+" + ref("d", i)
	}
	paid := ""
	if sum != "" {
		paid = c.rounded(strings.TrimPrefix(sum, "+"))
	}
	e.figure(c.label("paid"), c.money(f.Paid.Decimal()), "paid", paid)
	e.figure(c.label("balance"), c.money(f.Balance.Decimal()), "balance", c.rounded("{total}-{paid}"))
}
