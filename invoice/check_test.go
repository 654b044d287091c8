package invoice

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice/strict"
)

// faultsOf are the places and paths of what is wrong in a file.
func faultsOf(yaml string) []string {
	_, err := Decode("order.yaml", []byte(yaml))
	var faults strict.Errors
	errors.As(err, &faults)
	var list []string
	for _, f := range faults {
		list = append(list, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Path))
	}
	return list
}

// TestAllFaultsAtOnce: structure, codes, sums, packing and comments alike.
func TestAllFaultsAtOnce(t *testing.T) {
	got := faultsOf(head + `# ` + "\x07" + `
consinee: {name: X}
lines:
  - {description: 杯, quantity: 2, price: 5.00, amount: 9}
  - {description: 盖, quantity: 2, price: 0, unit: pzs}
payment: {method: cash, schedule: [{percent: 30}, {percent: 60}]}
charges: [{kind: freight, amount: -1}, {kind: other, amount: 1}]
origin: cn
---
yipiao: 1
`)
	want := []string{"7:3 ", "8:1 consinee", "10:56 lines[0].amount", "11:42 lines[1].price", "11:51 lines[1].unit",
		"12:19 payment.method", "12:35 payment.schedule", "13:11 charges[0]", "13:40 charges[1].description", "14:9 origin",
		"16:1 number", "16:1 date", "16:1 currency", "16:1 seller.name", "16:1 buyer.name", "16:1 lines"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFaultsAtTheirFields(t *testing.T) {
	const lines = "lines: [{description: 杯, quantity: 10, price: 1}]\n"
	for _, c := range []struct{ name, yaml, want string }{
		{"a payment's rate", lines + "payments: [{amount: 1, rate: 0}]\n", "8:30 payments[0].rate"},
		{"a payment without amount", lines + "payments: [{currency: USD}]\n", "8:12 payments[0].amount"},
		{"a rate without its parts", lines + "rates: [{from: USD, to: CNY}]\n", "8:9 rates[0].rate"},
		{"discount below zero", "lines: [{description: 杯, quantity: 1, price: 1, discount: {amount: -1}}]\n", "7:68 lines[0].discount.amount"},
		{"free and an amount", "lines: [{description: 杯, quantity: 1, free: true, amount: 1}]\n", "7:59 lines[0].amount"},
		{"days after nothing", lines + "payment: {schedule: [{percent: 100, days: 3}]}\n", "8:22 payment.schedule[0].on"},
		{"on no date", lines + "payment: {schedule: [{percent: 100, on: date}]}\n", "8:22 payment.schedule[0].date"},
		{"total below zero by a line", "lines: [{description: 杯, amount: -1}]\n", "7:8 lines"},
		{"an empty package", lines + "packages: [{contents: []}, {contents: [{line: 1, quantity: 10}]}]\n", "8:23 packages[0].contents"},
		{"nothing in a package", lines + "packages: [{contents: [{line: 1, quantity: 0}]}]\n", "8:44 packages[0].contents[0].quantity"},
		{"one sku for two", "lines: [{sku: A, description: 杯, quantity: 1}, {sku: A, description: 盖, quantity: 1}]\npackages: [{contents: [{line: A, quantity: 1}]}]\n",
			"8:31 packages[0].contents[0].line"},
		{"half a pallet", lines + "pallets: {count: 1.5}\n", "8:18 pallets.count"},
		{"pallets without number", lines + "pallets: {gross_kg: 1}\n", "8:10 pallets.count"},
		{"half a package", lines + "packing_total: {packages: 1.5}\n", "8:27 packing_total.packages"},
		{"another language", lines + "printed: {lang: fr}\n", "8:17 printed.lang"},
		{"decimal comma", "lines: [{description: 杯, quantity: 10, price: \"3,25\"}]\n", "7:47 lines[0].price"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := faultsOf(head + c.yaml); !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %q alone", got, c.want)
			}
		})
	}
}

func TestRightFormsOfNumbersAndDates(t *testing.T) {
	for written, want := range map[string]string{
		"１０": "10", "1,000": "1000", "3,25": "3.25", "1.234,50": "1234.50", "1,234.50": "1234.50", "+5": "5", ".5": "0.5", "5.": "5",
		"1 000": "1000", "1_000": "1000", "－3": "-3", "２．５": "2.5", "1'000": "1000", "1e3": "1e3", "x": "x",
	} {
		if got := plainNumber(written); got != want {
			t.Errorf("%s is read as %s, want %s", written, got, want)
		}
	}
	for written, want := range map[string]string{
		"2026/03/18": "2026-03-18", "2026-3-8": "2026-03-08", "2026年3月8日": "2026-03-08", "20260318": "2026-03-18", "２０２６-０３-１８": "2026-03-18",
		"March 8, 2026": "2026-03-08", "03/08/2026": "", "2026-02-30": "", "8.3.2026": "",
	} {
		got := wrongDate(written)
		if hint := "did you mean " + want + "?"; strings.Contains(got, "did you mean") != (want != "") || want != "" && !strings.HasSuffix(got, hint) {
			t.Errorf("%s: %s; want %q", written, got, want)
		}
	}
}

func TestMostLines(t *testing.T) {
	yaml := head + "lines:\n" + strings.Repeat("- {amount: 1}\n", mostLines+1)
	if got := faultsOf(yaml); !slices.Equal(got, []string{"8:1 lines"}) {
		t.Errorf("got %.3q", got)
	}
}

func TestFreeGoodsMayHaveAPrice(t *testing.T) {
	for _, price := range []string{"price: 0", "price: 3", "price: 0, amount: 0", "customs_value: 2"} {
		f := mustNew(t, head+"lines: [{description: 杯, quantity: 10, free: true, "+price+"}]\n", Proforma).Figures
		if f.Total.String() != "0.00" || f.Lines[0].Amount.Given() {
			t.Errorf("%s: total %s", price, f.Total)
		}
	}
}

func TestAccountsThatPrint(t *testing.T) {
	const two = "[{id: u, currency: USD, account: 1, cnaps: 7}, {id: c, currency: CNY, account: 2, cnaps: 8}, {id: x, account: 3}]"
	for _, c := range []struct{ bank, more, accounts string }{
		{two, "", "1 3"}, {two, "payment: {bank: c}\n", "2"}, {"{account: 5, currency: EUR}", "", "5"},
		{"[{account: 5, currency: EUR}, {account: 6, currency: CNY}]", "", ""},
	} {
		yaml := strings.Replace(head, "seller: {name: 卖方公司}", "seller: {name: 卖方公司, bank: "+c.bank+"}", 1) +
			"lines: [{description: 杯, quantity: 10, price: 1}]\n" + c.more
		d := mustNew(t, yaml, Proforma)
		var got []string
		for _, b := range d.Order().Seller.Banks {
			got = append(got, b.Account)
			if b.CNAPS != "" {
				t.Errorf("%s: cnaps for USD", c.bank)
			}
		}
		if strings.Join(got, " ") != c.accounts || (c.accounts == "") != (len(d.Remarks) == 1) {
			t.Errorf("%s %s: accounts %v, remarks %v; want %s", c.bank, c.more, got, d.Remarks, c.accounts)
		}
	}
}

// TestServicesStayOutOfPackingLists: neither printed nor in the order carried.
func TestServicesStayOutOfPackingLists(t *testing.T) {
	d := mustNew(t, head+`lines:
  - {description: 设计费, amount: 100}
  - {sku: "1", description: 杯, quantity: 10, price: 1}
  - {description: 盖, quantity: 5, price: 1}
packages: [{contents: [{line: "1", quantity: 10}, {line: 3, quantity: 5}]}]
`, PackingList)
	data, err := d.Order().Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "设计费") || len(d.Order().Lines) != 2 {
		t.Errorf("the service travels in\n%s", data)
	}
	carries(t, d)
}

// TestSumsOfAPartAreNoTotals: where a line is in no package, the invoice has no
// totals but those that were weighed.
func TestSumsOfAPartAreNoTotals(t *testing.T) {
	const order = head + "lines: [{description: 杯, quantity: 1, price: 1, packing: {packages: 2, gross_kg: 3}}, {description: 盖, quantity: 1, price: 1}]\n"
	if p := mustNew(t, order, Commercial).Packed; p != nil {
		t.Errorf("totals of a part: %+v", p.Totals)
	}
	if p := mustNew(t, order+"packing_total: {gross_kg: 9.5}\n", Commercial).Packed; p == nil || p.Totals.Gross.String() != "9.5" || p.Totals.Count != 0 {
		t.Errorf("totals as weighed: %+v", p)
	}
}

// TestAmountsAreCheckedBesideOtherFaults: all that is wrong is told at once, but nothing
// of a line that has another fault.
func TestAmountsAreCheckedBesideOtherFaults(t *testing.T) {
	_, err := Decode("order.yaml", []byte(`yipiao: 1
number: A-1
date: 2026-07-1
currency: USD
seller: {name: 甲公司, country: CN}
buyer: {name: B, country: US}
lines:
  - {description: 杯, quantity: 10, price: 3, amount: 41}
  - {description: 壶, quantity: 1O, price: 3, amount: 41}
`))
	got := fmt.Sprint(err)
	for _, want := range []string{"3:7: date", "8:54: lines[0].amount: 41 is stated", "9:32: lines[1].quantity"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "lines[1].amount") {
		t.Errorf("an amount is compared with a quantity that can't be read:\n%s", got)
	}
}
