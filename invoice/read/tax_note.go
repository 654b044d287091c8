package read

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// A tax that no column has may be told beside the table: 以上价格含13%增值税专用发票.
var (
	taxWithin = pattern.Lazily(`(?i)(?:^|[^不未])(?:已含|包含|含有?|incl(?:uding|usive of|udes?|\.)?)\s*(\d{1,2}(?:\.\d{1,2})?)\s*%\s*(?:的|点)?\s*(?:增值税|税|专票|普票|增票|开票|VAT\b|GST\b|tax\b)`)
	taxRate   = pattern.Lazily(`(?i)(?:增值税税?率|税率|VAT rate|tax rate)\s*[:：]?\s*(?:为|是)?\s*(\d{1,2}(?:\.\d{1,2})?)\s*%`)
	taxedWith = pattern.Lazily(`(?:^|[^不未])含税(?:价格?|单价)?[\s,，:：(]*(?:税率|税点|增值税|为)?\s*(\d{1,2})\s*(?:%|个?点)`)
	priceHead = pattern.Lazily(`(?i)(?:^|[^不未])含税|tax included|incl\.? ?(?:tax|vat|btw)|including (?:tax|vat)`)
)

// takeTaxNote takes the one rate of tax that stands beside a table without
// columns of tax, where the prices hold it.
func (p *part) takeTaxNote() {
	within := false
	for _, r := range []role{rolePrice, roleAmount} {
		if i := p.table.column(r); i >= 0 && priceHead.MatchString(narrow(p.table.columns[i].text)) {
			within = true
		}
	}
	rate, where := "", ""
	visit := func(c *grid.Cell) {
		text := narrow(c.Text)
		m := taxWithin.FindStringSubmatch(text)
		if m == nil {
			m = taxedWith.FindStringSubmatch(text)
		}
		if m == nil && within {
			m = taxRate.FindStringSubmatch(text)
		}
		switch {
		case m == nil:
		case rate == "":
			rate, where = m[1], c.Where
		case rate != m[1]:
			rate, where = "?", ""
		}
	}
	p.eachTextBeside(visit)
	for _, c := range p.remarks(within) {
		visit(c)
	}
	percent, ok := invoice.ParseAmount(rate)
	if !ok || percent.Sign() <= 0 {
		return
	}
	d := p.draft
	d.order.Tax = "included"
	d.found("tax", where)
	if i := p.table.column(roleRemarks); i >= 0 { // what they say is in the order
		p.content.warnings = slices.DeleteFunc(p.content.warnings, func(w Warning) bool {
			return w.Code == Unread && w.Where == p.table.columns[i].where && taxWithin.MatchString(narrow(w.Message))
		})
	}
	for i := range d.order.Lines {
		d.order.Lines[i].Tax.Percent = percent
		d.found(fmt.Sprintf("lines[%d].tax.percent", i), where)
	}
}

// remarks are the heads of a table's prices and what its column of remarks says
// of all lines: a text in each of them, or one that stands for all where the
// prices are said to hold the tax.
func (p *part) remarks(within bool) []*grid.Cell {
	t := p.table
	var all []*grid.Cell
	for _, r := range []role{rolePrice, roleAmount} {
		if i := t.column(r); i >= 0 {
			all = append(all, &grid.Cell{Text: t.columns[i].text, Where: t.columns[i].where})
		}
	}
	i := t.column(roleRemarks)
	if i < 0 {
		return all
	}
	lines, said := 0, 0
	var cells []*grid.Cell
	for k := range t.rows {
		if t.kinds[k] != lineRow {
			continue
		}
		lines++
		if c := t.rows[k].cell(i); c != nil && c.Kind == grid.Text {
			said++
			cells = append(cells, c)
		}
	}
	if said == lines || within && len(cells) > 0 {
		all = append(all, cells...)
	}
	return all
}

// eachTextBeside visits the texts above and below a paper's table.
func (p *part) eachTextBeside(visit func(c *grid.Cell)) {
	for i := p.top; i < p.end; i++ {
		if i >= p.head && i < p.foot {
			continue
		}
		for j := range p.grid.Rows[i].Cells {
			if c := &p.grid.Rows[i].Cells[j]; c.Kind == grid.Text && (strings.Contains(narrow(c.Text), "%") || strings.Contains(c.Text, "点")) {
				visit(c)
			}
		}
	}
}
