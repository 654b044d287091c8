package read

import (
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// money takes what was paid before, and what of the total is left to be paid.
func (f *facts) money(e *entry) {
	first := e.lines[0]
	head := strings.ToLower(e.segment.head)
	a, _, ok := exact(first)
	if !ok {
		return
	}
	if paidForm.MatchString(e.segment.head + " " + e.segment.note) {
		first.text += " " + e.segment.note
		f.addPayment(a, first)
		return
	}
	if strings.Contains(head, "balance") || strings.Contains(head, "余") || strings.Contains(head, "尾款") {
		s := &f.d.order.Stated
		if len(f.d.order.Payments) == 1 && s.Total.Given() && !a.Decimal().Equal(s.Total.Decimal().Sub(f.d.order.Payments[0].Amount.Decimal())) {
			f.d.warn(Total, "stated.total", first.where, "a balance of %s is stated, but the total less what was paid is another", a)
		}
		return
	}
	f.unread(e)
}

// paidForm are words for money that has been received already.
var paidForm = pattern.Lazily(`(?i)\b(less|received|paid|prepaid|already paid)\b.*\b(deposit|advance|payment|prepayment)\b|\b(deposit|advance|payment|prepayment)\b.*\b(received|paid)\b|已付|已收|预收|减.*定金|amount paid|\bprepaid\b`)

// paid takes a row that says what was paid, its figure further right.
func (f *facts) paid(a *area, b *box, text string) bool {
	row := a.row(b.row)
	last := row[len(row)-1]
	if last == b || last.cell.Left < b.cell.Right || len(last.segments) != 1 || digitCount(last.text()) == 0 || letterCount(last.text()) > 4 {
		return false
	}
	amount, _, ok := exact(line{"", last.text(), last.cell.Where, last.cell})
	if !ok {
		return false
	}
	last.owned = true
	at := line{text: text, where: last.cell.Where}
	return f.addPayment(amount, at)
}

// addPayment adds a payment, with the day that its text names.
func (f *facts) addPayment(amount invoice.Amount, at line) bool {
	if amount.Sign() == 0 {
		return false
	}
	p := invoice.Paid{Amount: amount}
	if amount.Sign() < 0 {
		p.Amount = invoice.NewAmount(amount.Decimal().Neg())
	}
	path := "payments[" + strconv.Itoa(len(f.d.order.Payments)) + "]"
	if d, ok := findDate(at.text); ok {
		d = f.ordered(d, at.text)
		p.Date = d.date
		f.d.found(path+".date", at.where)
		f.paidOn = append(f.paidOn, paidDay{path + ".date", len(f.d.order.Payments), d, at})
	}
	f.d.order.Payments = append(f.d.order.Payments, p)
	f.d.found(path+".amount", at.where)
	return true
}

// paidDay is the day of a payment, which could be another one too.
type paidDay struct {
	path string
	i    int // of the order's payments
	foundDate
	at line
}

// settlePayments decides days of payments that could be two: what was paid
// before the paper was made out was paid on the earlier one.
func (f *facts) settlePayments() {
	for _, p := range f.paidOn {
		if p.doubt == "" {
			continue
		}
		other, two := strings.CutPrefix(p.doubt, "may also be ")
		made := f.d.order.Date
		switch first, second := p.date <= made, invoice.Date(other) <= made; {
		case two && made != "" && first && !second:
		case two && made != "" && second && !first:
			f.d.order.Payments[p.i].Date = invoice.Date(other)
		default:
			f.d.warn(DateDoubt, p.path, p.at.where, "%s was read as %s: %s", brief(p.at.text), p.date, p.doubt)
		}
	}
}
