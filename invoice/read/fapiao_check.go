package read

import (
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
)

// fapiaoTotals sets what f states of itself and reports what contradicts it.
func (d *draft) fapiaoTotals(f *fapiao) {
	s := &d.order.Stated
	s.Goods = d.putNumber("stated.goods", f.goods)
	s.Tax = d.putNumber("stated.tax", f.tax)
	s.Total = d.putNumber("stated.total", f.total)
	s.Words.Zh = strings.TrimLeft(d.put("stated.words", f.words), "ⓧ⊗×✕⊕○ ")
	goods, tax := d.lineSums()
	if d.order.Tax == "included" {
		goods = goods.Sub(tax)
	}
	if s.Goods.Given() && !s.Goods.Decimal().Equal(goods) {
		d.warn(Total, "stated.goods", f.goods.where, "合计 says %s, the lines sum to %s", s.Goods, goods.StringFixed(2))
	}
	if s.Tax.Given() && !s.Tax.Decimal().Equal(tax) {
		d.warn(Total, "stated.tax", f.tax.where, "合计 says the tax is %s, the lines' tax sums to %s", s.Tax, tax.StringFixed(2))
	}
	d.compareTotal(f, goods, tax)
	d.compareWords(f)
}

// lineSums are the sums of the lines' amounts and taxes.
func (d *draft) lineSums() (goods, tax decimal.Decimal) {
	for i := range d.order.Lines {
		l := &d.order.Lines[i]
		amount := l.Amount.Decimal()
		if !l.Amount.Given() {
			amount = l.Quantity.Decimal().Mul(l.Price.Amount.Decimal()).Round(2)
		}
		goods, tax = goods.Add(amount), tax.Add(l.Tax.Amount.Decimal())
	}
	return goods, tax
}

// compareTotal reports a total that is not goods + tax: of 合计 where it is
// there, else of the lines.
func (d *draft) compareTotal(f *fapiao, goods, tax decimal.Decimal) {
	s := &d.order.Stated
	if !s.Total.Given() {
		d.warn(Missing, "stated.total", "", "价税合计 is not given")
		return
	}
	from := "the lines and their tax"
	if s.Goods.Given() {
		goods, tax, from = s.Goods.Decimal(), s.Tax.Decimal(), "合计 and its tax"
	}
	if sum := goods.Add(tax); !sum.Equal(s.Total.Decimal()) {
		d.warn(Total, "stated.total", f.total.where, "价税合计 says %s, %s sum to %s", s.Total, from, sum.StringFixed(2))
	}
}

// compareWords reports an amount in words that says another figure than 小写.
func (d *draft) compareWords(f *fapiao) {
	if f.words.text == "" {
		return
	}
	total := d.order.Stated.Total
	switch said, ok := chineseAmount(f.words.text); {
	case !ok:
		d.warn(Words, "stated.words.zh", f.words.where, "%.80s can't be read as an amount", f.words.text)
	case total.Given() && !said.Equal(total.Decimal()):
		d.warn(Words, "stated.words.zh", f.words.where, "大写 says %s, 小写 says %s", invoice.NewAmount(said).Fixed(2), total)
	}
}
