package invoice

import (
	"strings"
	"testing"
)

// contractOrder is a valid order; tests break or change one thing in it.
const contractOrder = `yipiao: 1
number: PO-2026-0318
date: 2026-03-18
currency: USD
seller: {name: {zh: 义乌市星禾日用品有限公司, en: "Yiwu Xinghe Daily Necessities Co., Ltd."}, country: CN}
buyer: {name: Brookline Outdoor LLC, country: US}
lines:
  - {sku: XH-500-BK, description: 保温杯, quantity: 1000, unit: pcs, price: 3.25, packing: {package: carton, packages: 40, net_kg: 8.5, gross_kg: 9.6, size_cm: [52, 42, 28]}}
  - {sku: XH-SILI-LID, description: {zh: 杯盖, en: lid}, quantity: 1000, unit: pcs, price: 0.185, packing: {package: carton, packages: 5, net_kg: 6.2, gross_kg: 7, size_cm: [45, 35, 30]}}
charges:
  - {kind: discount, percent: 2}
  - {kind: inland_freight, amount: 120}
  - {kind: tooling, amount: 80, description: 杯盖模具费}
payment: {schedule: [{percent: 30, due: 下单时}, {percent: 70, due: 发货前}]}
`

func mustDecode(t testing.TB, yaml string) *Order {
	t.Helper()
	orders, err := Decode("order.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return orders[0]
}

func mustNew(t testing.TB, yaml string, k Kind) *Document {
	t.Helper()
	d, err := New(mustDecode(t, yaml), k, Both)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestContractOrderAddsUp(t *testing.T) {
	f := mustNew(t, contractOrder, Commercial).Figures
	for _, c := range []struct{ name, got, want string }{
		{"goods", f.Goods.String(), "3435.00"},
		{"discount", f.Charges[0].String(), "-68.70"},
		{"total", f.Total.String(), "3566.30"},
		{"deposit", f.Shares[0].String(), "1069.89"},
		{"balance", f.Shares[1].String(), "2496.41"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %s, want %s", c.name, c.got, c.want)
		}
	}
}

func TestLineAmounts(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"half away from zero", "quantity: 1, price: 1.005", "1.01"},
		{"price per hundred", "quantity: 250, price: {amount: 18.5, per: 100}", "46.25"},
		{"per three, rounded once", "quantity: 1, price: {amount: 2, per: 3}", "0.67"},
		{"sold by weight", "quantity: 60, priced_quantity: {amount: 412.6, unit: kg}, price: 8.65", "3568.99"},
		{"percent off", "quantity: 3, price: 9.99, discount: {percent: 5}", "28.47"},
		{"amount off", "quantity: 3, price: 9.99, discount: {amount: 0.5}", "29.47"},
		{"stated within the price's rounding", "quantity: 649, price: 90.29, amount: 58599.10", "58599.10"},
		{"stated otherwise", "quantity: 2, price: 5, amount: 9, as_stated: true", "9.00"},
		{"a service", "amount: 1500", "1500.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := mustNew(t, head+"lines: [{description: 杯, "+c.line+"}]\n", Commercial)
			if got := d.Figures.Lines[0].Amount.String(); got != c.want {
				t.Errorf("amount is %s, want %s", got, c.want)
			}
		})
	}
}

// head is an order without lines.
const head = "yipiao: 1\nnumber: A1\ndate: 2026-01-02\ncurrency: USD\nseller: {name: 卖方公司}\nbuyer: {name: Buyer Inc}\n"

func TestTax(t *testing.T) {
	for _, c := range []struct{ mode, tax, total string }{
		{"included", "11.50", "100.00"},
		{"excluded", "13.00", "113.00"},
	} {
		d := mustNew(t, head+"tax: "+c.mode+"\nlines: [{description: 杯, quantity: 1, price: 100, tax: {percent: 13}}, {description: 盖, quantity: 1, free: true}]\n", Commercial)
		if d.Figures.Tax.String() != c.tax || d.Figures.Total.String() != c.total {
			t.Errorf("%s: tax %s, total %s; want %s, %s", c.mode, d.Figures.Tax, d.Figures.Total, c.tax, c.total)
		}
	}
}

func TestPaidAndBalance(t *testing.T) {
	d := mustNew(t, head+`lines: [{description: 杯, quantity: 100, price: 10}]
payments:
  - {amount: 300, fee: 30}
  - {amount: 1000, currency: CNH, rate: 0.1389}
  - {amount: 50, currency: EUR}
`, Commercial)
	if f := d.Figures; f.Paid.String() != "438.90" || f.Balance.String() != "561.10" {
		t.Errorf("paid %s, balance %s; want 438.90, 561.10", f.Paid, f.Balance)
	}
	if len(d.Remarks) != 2 { // the euros without a rate, and no date of the invoice
		t.Errorf("remarks: %v", d.Remarks)
	}
}

func TestFaultsHaveCodesAndPlaces(t *testing.T) {
	for _, c := range []struct{ name, yaml, path, code string }{
		{"unknown field", strings.Replace(contractOrder, "buyer:", "consinee: {}\nbuyer:", 1), "consinee", "unknown-field"},
		{"no such currency", strings.Replace(contractOrder, "USD", "RMB", 1), "currency", "code"},
		{"lower-case code", strings.Replace(contractOrder, "country: US", "country: us", 1), "buyer.country", "code"},
		{"impossible date", strings.Replace(contractOrder, "2026-03-18", "2026-02-30", 1), "date", "date"},
		{"full-width digits", strings.Replace(contractOrder, "price: 3.25", "price: ３.25", 1), "lines[0].price", "number"},
		{"separators", strings.Replace(contractOrder, "quantity: 1000", "quantity: \"1,000\"", 1), "lines[0].quantity", "number"},
		{"free of charge by price", strings.Replace(contractOrder, "price: 3.25", "price: 0", 1), "lines[0].price", "number"},
		{"no quantity", strings.Replace(contractOrder, "quantity: 1000, ", "", 1), "lines[0].quantity", "missing"},
		{"unknown unit", strings.Replace(contractOrder, "unit: pcs", "unit: pzs", 1), "lines[0].unit", "code"},
		{"no lines", head, "lines", "missing"},
		{"charge without amount", strings.Replace(contractOrder, "amount: 120", "description: x", 1), "charges[1]", "missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode("order.yaml", []byte(c.yaml))
			if !hasFault(err, c.path, c.code) {
				t.Errorf("got %v; want %s at %s", err, c.code, c.path)
			}
		})
	}
}

func TestFaultsOfFigures(t *testing.T) {
	for _, c := range []struct{ name, yaml, path, code string }{
		{"stated amount too far off", head + "lines: [{description: 杯, quantity: 2, price: 5.00, amount: 9}]\n", "lines[0].amount", "stated"},
		{"a line below zero", head + "lines: [{description: 杯, quantity: 3, price: 3.33, discount: {amount: 20}}, {description: 壶, quantity: 10, price: 5}]\n", "lines[0].discount.amount", "discount"},
		{"below zero", head + "lines: [{description: 杯, quantity: 2, price: 5}]\ncharges: [{kind: discount, amount: 11}]\n", "charges", "total"},
		{"instalments short of 100%", head + "lines: [{description: 杯, quantity: 2, price: 5}]\npayment: {schedule: [{percent: 30}, {percent: 60}]}\n", "payment.schedule", "schedule"},
		{"too much", head + "lines: [{description: 杯, quantity: 999999999, price: 99999}]\n", "lines[0]", "bounds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode("order.yaml", []byte(c.yaml))
			if !hasFault(err, c.path, c.code) {
				t.Errorf("got %v; want %s at %s", err, c.code, c.path)
			}
		})
	}
}
