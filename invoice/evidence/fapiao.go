package evidence

import (
	"fmt"

	"yipiao/invoice"
	"yipiao/invoice/read"
	"yipiao/invoice/read/grid"
)

// An e-fapiao is a form that everybody knows: its fields stand under their
// English names, and whatever else its pages say behind them.

// isFapiao reports whether a reading is of an e-fapiao.
func isFapiao(r *read.Reading) bool { return r.Order != nil && r.Order.Fapiao.Number != "" }

// fapiaoGrid lays the fields of e-fapiao out, and what their pages say beside.
func fapiaoGrid(readings []read.Reading, pages []*grid.Grid) *grid.Grid {
	b := &fapiaoRows{g: &grid.Grid{Name: "fapiao"}}
	for i := range readings {
		if isFapiao(&readings[i]) {
			b.fapiao(readings[i].Order)
		}
	}
	b.rest(pages)
	return b.g
}

// fapiaoRows gathers the rows of the form.
type fapiaoRows struct {
	g    *grid.Grid
	said []string // all values, without blanks
}

// row adds a row of texts, and notes that they are said.
func (b *fapiaoRows) row(texts ...string) {
	cells := make([]grid.Cell, len(texts))
	for i, text := range texts {
		cells[i] = grid.Cell{Text: text, Where: b.g.Name}
		b.said = append(b.said, squeezed(text))
	}
	b.g.AddRow(cells...)
}

// field adds a label with its value, if there is one.
func (b *fapiaoRows) field(label, value string) {
	if value != "" {
		b.row(label+":", value)
	}
}

// fapiao adds the fields of one.
func (b *fapiaoRows) fapiao(o *invoice.Order) {
	f := &o.Fapiao
	b.field("Kind of invoice", f.Kind)
	b.field("Invoice code", f.Code)
	b.field("Invoice number", f.Number)
	b.field("Date of issue", string(f.Issued))
	b.field("Check code", f.CheckCode)
	b.field("Machine number", f.Machine)
	b.row()
	b.party("Buyer", &o.Buyer)
	b.party("Seller", &o.Seller)
	b.lines(o)
	b.field("Amount without tax", money(o.Stated.Goods))
	b.field("Tax", money(o.Stated.Tax))
	b.field("Total with tax", money(o.Stated.Total))
	b.field("Total in words", o.Stated.Words.First())
	b.row()
	b.field("Remarks", o.Notes.All.First())
	b.field("Payee", f.Payee)
	b.field("Reviewer", f.Reviewer)
	b.field("Drawer", f.Drawer)
	b.row()
}

// money is an amount of the form, which is in CNY.
func money(a invoice.Amount) string {
	if !a.Given() {
		return ""
	}
	return "CNY " + a.String()
}

func (b *fapiaoRows) party(label string, p *invoice.Party) {
	b.field(label, p.Name.First())
	b.field("Taxpayer identification number", p.TaxID)
	b.field("Address", p.Address.First())
	b.field("Telephone", p.Phone)
	for _, bank := range p.Banks {
		b.field("Bank", bank.Name.First())
		b.field("Account number", bank.Account)
		b.field("Bank number", bank.CNAPS)
	}
	b.row()
}

// lines adds the table of goods and services.
func (b *fapiaoRows) lines(o *invoice.Order) {
	b.row("No.", "Goods or services", "Specification", "Unit", "Quantity", "Unit price", "Amount", "Tax rate", "Tax")
	for i := range o.Lines {
		l := &o.Lines[i]
		rate := ""
		switch {
		case l.Tax.Percent.Given():
			rate = l.Tax.Percent.String() + "%"
		case l.Tax.Exempt:
			rate = "exempt"
		}
		tax := l.Tax.Amount.String()
		if l.Tax.Masked && tax == "" {
			tax = "***"
		}
		b.row(fmt.Sprint(i+1), l.Description.First(), l.Spec.First(), l.Unit.First(), l.Quantity.String(), l.Price.Amount.String(), l.Amount.String(), rate, tax)
		if d := l.Discount.Amount; d.Given() {
			b.row("", "Discount of line "+fmt.Sprint(i+1), "", "", "", "", "-"+d.String())
		}
	}
	b.row()
}
