package read

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// reading makes the order that f is, or says why it is none.
func (f *fapiao) reading() Reading {
	if why := f.refusal(); why != "" {
		return Reading{Refused: why, Warnings: f.warnings}
	}
	own := *f
	f = &own
	f.readNotes()
	d := newDraft()
	d.warnings = f.warnings
	o := &d.order
	o.Currency = "CNY" // a fapiao is never in another one
	if o.Tax = "excluded"; f.taxIncluded {
		o.Tax = "included"
	}
	d.fapiaoHead(f)
	d.fapiaoParty("seller", &o.Seller, &f.seller)
	d.fapiaoParty("buyer", &o.Buyer, &f.buyer)
	for i := range f.lines {
		d.fapiaoLine(&f.lines[i])
	}
	d.fapiaoTotals(f)
	d.fapiaoLacks()
	if goods, tax := d.lineSums(); goods.Add(tax).Sign() < 0 || goods.Add(tax).Cmp(mostMoney) >= 0 {
		return Reading{Refused: fmt.Sprintf("the lines sum to %s, and an order's total is from 0 to less than 10^12", goods.Add(tax).StringFixed(2)), Warnings: d.warnings}
	}
	return d.reading()
}

// refusal says why f is no order, or nothing.
func (f *fapiao) refusal() string {
	total, known := fapiaoNumber(f.total.or(f.goods).text)
	switch {
	case f.empty():
		return "an empty form of a fapiao: no number, parties or amounts are filled in"
	case f.placeholder() != "":
		return "a template: " + f.placeholder() + " stands where a value would"
	case known && total.Sign() < 0:
		return fmt.Sprintf("a red-letter fapiao (红字发票): its total is %s, and an order's can't be below zero", total)
	case f.red:
		return "a red-letter fapiao (红字发票): it takes back another one and orders nothing"
	case len(f.lines) == 0:
		return "a fapiao without any line of goods or services"
	case len(f.lines) > mostLines:
		return fmt.Sprintf("a fapiao of %d lines; an order has at most %d", len(f.lines), mostLines)
	}
	return ""
}

// Bounds of an order, by its format.
const (
	mostLines      = 100_000
	mostCharacters = 20_000
)

var mostMoney = decimal.New(1, 12)

var fapiaoPlaceholder = pattern.Lazily(`\{\{.*?\}\}|\$\{.*?\}`)

func (f *fapiao) placeholder() string {
	for _, t := range [...]fapiaoText{f.number, f.buyer.name, f.seller.name, f.issued, f.total} {
		if p := fapiaoPlaceholder.FindString(t.text); p != "" {
			return p
		}
	}
	return ""
}

// put notes where a value was found and gives its text.
func (d *draft) put(path string, t fapiaoText) string {
	s := tidyValue(t.text)
	switch {
	case s == "":
	case utf8.RuneCountInString(s) > mostCharacters:
		d.warn(Unread, path, t.where, "longer than the %d characters that an order's text may have", mostCharacters)
		return ""
	default:
		d.found(path, t.where)
	}
	return s
}

func (d *draft) putText(path string, t fapiaoText) invoice.Text {
	return invoice.PlainText(d.put(path, t))
}

// putNumber is a figure, which is warned of where it is none.
func (d *draft) putNumber(path string, t fapiaoText) invoice.Amount {
	if strings.TrimSpace(t.text) == "" || starred(t.text) {
		return invoice.Amount{}
	}
	a, ok := fapiaoNumber(t.text)
	if !ok || a.Decimal().Abs().Cmp(mostMoney) >= 0 {
		d.warn(Unread, path, t.where, "%.60s is not a number that an order can keep", t.text)
		return invoice.Amount{}
	}
	d.found(path, t.where)
	return a
}

// fapiaoHead sets numbers, dates and names of f.
func (d *draft) fapiaoHead(f *fapiao) {
	o := &d.order
	fp := &o.Fapiao
	o.Number = d.put("number", f.number)
	fp.Number = d.put("fapiao.number", f.number)
	fp.Kind = d.put("fapiao.kind", f.kind)
	fp.Code = d.put("fapiao.code", f.code)
	fp.CheckCode = strings.ReplaceAll(d.put("fapiao.check_code", f.checkCode), " ", "")
	fp.Machine = d.put("fapiao.machine", f.machine)
	fp.Drawer = d.put("fapiao.drawer", f.drawer)
	fp.Payee = d.put("fapiao.payee", f.payee)
	fp.Reviewer = d.put("fapiao.reviewer", f.reviewer)
	if f.issued.text != "" {
		date, ok := fapiaoDate(f.issued.text)
		if ok {
			o.Date, fp.Issued = date, date
			d.found("date", f.issued.where)
			d.found("fapiao.issued", f.issued.where)
			d.found("documents.commercial.date", f.issued.where)
		} else {
			d.warn(DateDoubt, "date", f.issued.where, "%.60s is no day", f.issued.text)
		}
	}
	o.Docs.Commercial.Number, o.Docs.Commercial.Date = o.Number, o.Date
	d.found("documents.commercial.number", f.number.where)
	o.Notes.All = d.putText("notes", f.notes)
}

// fapiaoParty sets a party.
func (d *draft) fapiaoParty(path string, p *invoice.Party, f *fapiaoParty) {
	p.Name = d.putText(path+".name", f.name)
	p.TaxID = d.put(path+".tax_id", f.taxID)
	address, phone := splitPhone(f.addrPhone.text)
	p.Address = d.putText(path+".address", f.address.or(fapiaoText{address, f.addrPhone.where}))
	p.Phone = d.put(path+".phone", f.phone.or(fapiaoText{phone, f.addrPhone.where}))
	name, account := splitAccount(f.bankAcct.text)
	bank := invoice.Bank{
		CNAPS:   d.put(path+".bank.cnaps", f.cnaps),
		Name:    d.putText(path+".bank.name", f.bank.or(fapiaoText{name, f.bankAcct.where})),
		Account: d.put(path+".bank.account", f.account.or(fapiaoText{account, f.bankAcct.where})),
	}
	if bank != (invoice.Bank{}) {
		p.Banks = invoice.Banks{bank}
	}
}

// fapiaoLine adds a line, or takes a discount off the one before.
func (d *draft) fapiaoLine(f *fapiaoLine) {
	i := len(d.order.Lines)
	at := fmt.Sprintf("lines[%d].", i)
	amount, isNumber := fapiaoNumber(f.amount.text)
	if isNumber && amount.Sign() < 0 && i > 0 && d.discounts(f) {
		d.takeDiscount(f, amount)
		return
	}
	l := invoice.Line{
		Description: d.putText(at+"description", f.name),
		Spec:        d.putText(at+"spec", f.spec),
		Unit:        fapiaoUnit(d.put(at+"unit", f.unit)),
		Quantity:    d.putNumber(at+"quantity", f.quantity),
		Amount:      d.putNumber(at+"amount", f.amount),
	}
	l.Price.Amount = d.putNumber(at+"price", f.price)
	d.fapiaoLineTax(at, &l, f)
	d.keepable(at, &l, f)
	d.order.Lines = append(d.order.Lines, l)
	for _, m := range f.more {
		d.warn(Unread, strings.TrimSuffix(at, "."), m.where, "%s has no field in an order", m.text)
	}
}

// keepable leaves out figures that no line of an order may have.
func (d *draft) keepable(at string, l *invoice.Line, f *fapiaoLine) {
	if l.Quantity.Sign() < 0 {
		d.warn(Unread, at+"quantity", f.quantity.where, "the quantity %s is below zero; the amount stands alone", l.Quantity)
		l.Quantity = invoice.Amount{}
		delete(d.where, at+"quantity")
	}
	if l.Price.Amount.Given() && l.Price.Amount.Sign() <= 0 {
		d.warn(Unread, at+"price", f.price.where, "the price %s is not above zero; the amount stands alone", l.Price.Amount)
		l.Price.Amount = invoice.Amount{}
		delete(d.where, at+"price")
	}
	if product := l.Quantity.Decimal().Mul(l.Price.Amount.Decimal()); !l.Amount.Given() && product.Cmp(mostMoney) >= 0 {
		d.warn(Unread, at+"price", f.price.where, "quantity × price is 10^12 or more, which no line can have; the price was left out")
		l.Price.Amount = invoice.Amount{}
		delete(d.where, at+"price")
	}
	if l.Amount.Given() && !l.Amount.Decimal().Equal(l.Amount.Decimal().Round(2)) {
		d.warn(Rounded, at+"amount", f.amount.where, "the amount %s has parts of a 分, and is rounded", l.Amount)
		l.Amount = invoice.NewAmount(l.Amount.Decimal().Round(2))
	}
	d.compareAmount(at, l, f)
}

// compareAmount keeps a stated amount that quantity × price doesn't give, and
// says so.
func (d *draft) compareAmount(at string, l *invoice.Line, f *fapiaoLine) {
	if !l.Quantity.Given() || !l.Price.Amount.Given() || !l.Amount.Given() {
		return
	}
	product := l.Quantity.Decimal().Mul(l.Price.Amount.Decimal())
	diff := product.Sub(l.Amount.Decimal()).Abs()
	half := decimal.New(5, -l.Price.Amount.Decimals()-1).Mul(l.Quantity.Decimal().Abs()).Add(decimal.New(5, -3))
	switch {
	case product.Round(2).Equal(l.Amount.Decimal()):
	case diff.Cmp(half) <= 0:
		d.warn(Rounded, at+"price", f.price.where, "the price is shown rounded: quantity × price gives %s, the amount is %s and was kept",
			product.StringFixed(2), l.Amount)
	default:
		l.AsStated = true
		d.warn(AmountDiffer, at+"amount", f.amount.where, "quantity × price gives %s, the amount is %s and was kept", product.StringFixed(2), l.Amount)
	}
}

// fapiaoLineTax sets rate and tax of a line.
func (d *draft) fapiaoLineTax(at string, l *invoice.Line, f *fapiaoLine) {
	rate, t := compact(f.rate.text), &l.Tax
	switch percent, ok := fapiaoRate(rate); {
	case ok:
		t.Percent = percent
		d.found(at+"tax.percent", f.rate.where)
	case rate == "免税":
		t.Exempt = true
		d.found(at+"tax.exempt", f.rate.where)
	case rate == "" || starred(rate) || rate == "不征税" || rate == "出口零税":
	default:
		d.warn(Unread, at+"tax.percent", f.rate.where, "%.40s is no rate of tax", f.rate.text)
	}
	t.Amount = d.putNumber(at+"tax.amount", f.tax)
	if starred(f.tax.text) || rate == "不征税" || starred(rate) && !t.Amount.Given() {
		t.Masked = true
		d.found(at+"tax.masked", f.tax.or(f.rate).where)
	}
	d.compareTax(at, l, f)
}

// compareTax reports a tax that the rate doesn't give, beyond what the
// rounding of the amount explains.
func (d *draft) compareTax(at string, l *invoice.Line, f *fapiaoLine) {
	if !l.Tax.Percent.Given() || !l.Tax.Amount.Given() || !l.Amount.Given() {
		return
	}
	rate := l.Tax.Percent.Decimal().Shift(-2)
	given := l.Amount.Decimal().Mul(rate)
	allowed := decimal.New(5, -3).Mul(rate.Add(decimal.NewFromInt(1)))
	if given.Sub(l.Tax.Amount.Decimal()).Abs().Cmp(allowed) > 0 {
		d.warn(AmountDiffer, at+"tax.amount", f.tax.where, "the tax is %s, the rate of %s%% gives %s", l.Tax.Amount, l.Tax.Percent, given.StringFixed(2))
	}
}

// fapiaoRate reads 13%, 0.13 and 13 as a percentage.
func fapiaoRate(s string) (invoice.Amount, bool) {
	text, percent := strings.CutSuffix(s, "%")
	a, ok := invoice.ParseAmount(text)
	if !ok || a.Sign() < 0 {
		return invoice.Amount{}, false
	}
	if !percent && a.Decimal().Cmp(decimal.NewFromInt(1)) < 0 {
		shifted, ok := invoice.ParseAmount(a.Decimal().Shift(2).String())
		return shifted, ok
	}
	return a, a.Decimal().Cmp(decimal.NewFromInt(100)) <= 0
}

// discountName is how older fapiao call the discount of the line before.
var discountName = pattern.Lazily(`^折扣(?:额|率)?(?:\([\d.]+%\))?$`)

// discounts reports whether f takes a discount off the line before: it says
// so, or has the same name and no quantity.
func (d *draft) discounts(f *fapiaoLine) bool {
	last := &d.order.Lines[len(d.order.Lines)-1]
	same := compact(last.Description.First()) == compact(f.name.text) || discountName.MatchString(compact(f.name.text))
	return last.Amount.Sign() > 0 && !last.Discount.Amount.Given() && (f.discount || same && strings.TrimSpace(f.quantity.text) == "")
}

// takeDiscount takes f, whose amount is below zero, off the line before.
func (d *draft) takeDiscount(f *fapiaoLine, amount invoice.Amount) {
	i := len(d.order.Lines) - 1
	l, at := &d.order.Lines[i], fmt.Sprintf("lines[%d].", i)
	l.Discount.Amount = invoice.NewAmount(amount.Decimal().Neg())
	d.found(at+"discount.amount", f.amount.where)
	l.Amount = invoice.NewAmount(l.Amount.Decimal().Add(amount.Decimal()))
	if tax := d.putNumber(at+"discount.tax", f.tax); tax.Given() && l.Tax.Amount.Given() {
		l.Tax.Amount = invoice.NewAmount(l.Tax.Amount.Decimal().Add(tax.Decimal()))
	}
	delete(d.where, at+"discount.tax")
}

// fapiaoLacks warns of what every order needs and f doesn't have.
func (d *draft) fapiaoLacks() {
	o := &d.order
	for _, x := range [...]struct {
		path  string
		lacks bool
	}{{"number", o.Number == ""}, {"date", o.Date == ""}, {"seller.name", o.Seller.Name.Empty()}, {"buyer.name", o.Buyer.Name.Empty()}} {
		if x.lacks {
			d.warn(Missing, x.path, "", "the fapiao does not give it")
		}
	}
	for i := range o.Lines {
		l := &o.Lines[i]
		switch path := fmt.Sprintf("lines[%d].description", i); {
		case l.Description.Empty():
			d.warn(Missing, path, "", "the fapiao does not give it")
		case onList.MatchString(l.Description.First()):
			d.warn(Missing, path, d.where[path], "what was sold stands on a sales list that does not go with the file")
		}
		if !l.Amount.Given() && (!l.Quantity.Given() || !l.Price.Amount.Given()) {
			d.warn(Missing, fmt.Sprintf("lines[%d].amount", i), "", "the fapiao does not give it")
		}
	}
}

// onList is what stands on a fapiao whose goods are on a sales list.
var onList = pattern.Lazily(`详见.{0,6}清单`)

// tidyValue is a value as it is printed, without blanks around its lines and
// without characters that no order may hold.
func tidyValue(s string) string {
	lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == 0x85 })
	kept := lines[:0]
	for _, line := range lines {
		if line = strings.TrimSpace(strings.Map(keptRune, line)); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
