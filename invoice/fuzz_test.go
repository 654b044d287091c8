package invoice

import (
	"bytes"
	"fmt"
	"os"
	"testing"
)

// FuzzDecode: whatever a file holds, decoding and making documents ends in a
// document or an error, and what a document shows makes the same document
// again.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{contractOrder, mixedPacking, head, everyMoney, "", "---\n---\n", "yipiao: [", "a: &a [*a]"} {
		f.Add([]byte(seed))
	}
	for _, sample := range []string{"fba", "hongkong", "mixed-1688", "yuan", "bottle"} {
		if data, err := os.ReadFile("../samples/" + sample + ".yaml"); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		orders, _ := Decode("order.yaml", data)
		for _, o := range orders {
			for _, k := range Kinds {
				d, err := New(o, k, Both)
				if err != nil {
					if o.Allows(k) == nil {
						t.Fatalf("an order that is read and allows a %s doesn't make it: %v", k, err)
					}
					continue
				}
				carries(t, d)
			}
		}
	})
}

// carries checks that the order which d shows makes d again.
func carries(t *testing.T, d *Document) {
	t.Helper()
	attached, err := d.Order().Marshal()
	if err != nil {
		t.Fatalf("what a document shows can't be written: %v", err)
	}
	back, err := Decode("attached.yaml", attached)
	if err != nil {
		t.Fatalf("what a document shows can't be read: %v\n%s", err, attached)
	}
	again, err := New(back[0], d.Kind, Both)
	if err != nil {
		t.Fatalf("what a document shows doesn't make it: %v\n%s", err, attached)
	}
	if got, want := said(again), said(d); got != want {
		t.Fatalf("made again it says\n%s\nnot\n%s\nfrom\n%s", got, want, attached)
	}
	if twice, err := again.Order().Marshal(); err != nil || !bytes.Equal(twice, attached) {
		t.Fatalf("made again it carries %v\n%s\nnot\n%s", err, twice, attached)
	}
}

// said is everything that d says beside its order.
func said(d *Document) string {
	s := fmt.Sprintln(d.Kind, d.Number, d.Date, d.ValidUntil, d.Currency, d.Words)
	if f := d.Figures; f != nil {
		s += fmt.Sprintln(f.Lines, f.Goods, f.Charges, f.Taxes, f.Tax, f.Total, f.Shares, f.Payments, f.Paid, f.Balance)
	}
	if p := d.Packed; p != nil {
		s += fmt.Sprintln(p.Rows, p.Totals, p.Pallets)
	}
	return s
}

// everyMoney has every rule about money in one order.
const everyMoney = `yipiao: 1
number: PO-7
date: 2026-01-02
currency: KWD
seller: {name: 卖方, country: CN, bank: [{id: a, currency: KWD, account: 1, cnaps: 123}, {id: b, currency: USD, account: 2}]}
buyer: {name: B}
tax: included
lines:
  - {sku: A, description: 杯, quantity: 7, unit: 只, price: {amount: 18.5555, per: 3}, discount: {percent: 7.5}, tax: {percent: 13}, group: 甲, packing: {packages: 2, net_kg: 1.25, gross_kg: 2, cbm: 0.12345}}
  - {description: 布, quantity: 3, unit: 卷, priced_quantity: {amount: 412.6, unit: kg}, price: 1.1, discount: {amount: 0.5}, tax: {masked: true}}
  - {description: 赠品, quantity: 1, free: true, customs_value: 0.75, price: 0}
  - {description: 服务, amount: 12.345, tax: {percent: 6, amount: 0.7}}
  - {description: 盖, quantity: 4, price: 1.01, amount: 4.05, tax: {exempt: true}}
charges: [{kind: freight, amount: 3, included: true}, {kind: discount, percent: 1.5}, {kind: rounding, amount: -0.001}]
packages: [{numbers: F007-F008, package: {zh: 纸箱, en: carton}, contents: [{line: 2, quantity: 1.5}, {line: "3", quantity: 0.5}, {line: "5", quantity: 2}], gross_kg: 3}]
pallets: {count: 1, gross_kg: 18.25}
packing_total: {packages: 5, package: 木箱, cbm: 1.20}
payment: {bank: b, schedule: [{amount: 1, on: date, date: 2026-01-03}, {rest: true, on: days, days: 30}, {percent: 10}]}
payments: [{amount: 1, currency: USD, rate: 0.31}, {amount: 2, currency: EUR}, {amount: 3, rate: 1}]
rates: [{from: KWD, to: USD, rate: 3.25}]
documents: {commercial: {date: 2026-01-05}}
`
