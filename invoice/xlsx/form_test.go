package xlsx

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/templates"
)

// folder gives the pictures of an order.
type folder string

func (f folder) Picture(path string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), path))
}

// formsOf are all documents that the orders of a file allow, by a template.
func formsOf(tb testing.TB, name string, yaml []byte, template string) []*templates.Form {
	tb.Helper()
	orders, err := invoice.Decode(name, yaml)
	if err != nil {
		tb.Fatal(err)
	}
	t, err := templates.Open(template)
	if err != nil {
		tb.Fatal(err)
	}
	var forms []*templates.Form
	for _, o := range orders {
		for _, k := range invoice.Kinds {
			if o.Allows(k) != nil {
				continue
			}
			d, err := invoice.New(o, k, invoice.Both)
			if err != nil {
				tb.Fatal(err)
			}
			f, err := templates.Compose(d, t, "", folder(filepath.Dir(name)))
			if err != nil {
				tb.Fatal(err)
			}
			forms = append(forms, f)
		}
	}
	return forms
}

// sampleForms are the documents of all samples, by a template.
func sampleForms(tb testing.TB, template string) []*templates.Form {
	tb.Helper()
	files, err := filepath.Glob("../../samples/*.yaml")
	if err != nil || len(files) < 6 {
		tb.Fatalf("%d samples, %v", len(files), err)
	}
	var forms []*templates.Form
	for _, f := range files {
		yaml, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		forms = append(forms, formsOf(tb, f, yaml, template)...)
	}
	return forms
}

func write(tb testing.TB, f *templates.Form) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, Options{}); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// randomOrder is an order with every rule of money in it: prices per hundred,
// goods sold by weight, discounts, charges, tax, groups, instalments, payments.
// Prices end in 5 often, so that many amounts are ties to round.
func randomOrder(r *rand.Rand, number int) string {
	var b strings.Builder
	currency := [...]string{"USD", "CNY", "JPY", "KWD", "EUR"}[r.Intn(5)]
	fmt.Fprintf(&b, "yipiao: 1\nnumber: R-%d\ndate: 2026-03-18\ncurrency: %s\nseller: {name: 义乌市星禾日用品有限公司}\nbuyer: {name: Brookline LLC}\n", number, currency)
	tax := [...]string{"", "included", "excluded"}[r.Intn(3)]
	if tax != "" {
		fmt.Fprintf(&b, "tax: %s\n", tax)
	}
	b.WriteString("lines:\n")
	grouped, n := r.Intn(2) == 0, 1+r.Intn(12)
	for i := range n {
		fmt.Fprintf(&b, "  - {description: 货物%d, quantity: %d", i, 1+r.Intn(20000))
		if grouped {
			fmt.Fprintf(&b, ", group: G%d", i*3/n)
		}
		switch r.Intn(10) {
		case 0:
			b.WriteString(", free: true")
		case 1:
			fmt.Fprintf(&b, ", price: {amount: %d.%d5, per: %d}", r.Intn(900), r.Intn(100), [...]int{100, 1000, 12}[r.Intn(3)])
		case 2:
			fmt.Fprintf(&b, ", price: %d.%03d5, priced_quantity: {amount: %d.%d, unit: kg}", r.Intn(90), r.Intn(1000), r.Intn(5000), r.Intn(10))
		case 3:
			fmt.Fprintf(&b, ", price: %d.%02d5, discount: {percent: %d.5}", 1+r.Intn(90), r.Intn(100), r.Intn(30))
		default:
			fmt.Fprintf(&b, ", price: %d.%02d5", r.Intn(900), r.Intn(100))
		}
		if tax != "" {
			b.WriteString([...]string{", tax: {percent: 13}", ", tax: {percent: 6.5}", ", tax: {exempt: true}", ", tax: {masked: true}"}[r.Intn(4)])
		}
		packages := 1 + r.Intn(60)
		fmt.Fprintf(&b, ", packing: {packages: %d, net_kg: %d.%d, gross_kg: %d.%02d, size_cm: [%d, %d.5, %d]}}\n",
			packages, 1+r.Intn(20), r.Intn(1000), 21+r.Intn(20), r.Intn(100), 20+r.Intn(60), 20+r.Intn(40), 10+r.Intn(40))
	}
	if r.Intn(2) == 0 {
		b.WriteString("pallets: {count: 3, gross_kg: 18.5, size_cm: [120, 80, 15]}\n")
	}
	b.WriteString("charges:\n  - {kind: discount, percent: 2.5}\n  - {kind: freight, amount: 120}\n")
	if r.Intn(2) == 0 {
		b.WriteString("  - {kind: insurance, percent: 0.35, included: true}\n")
	}
	b.WriteString("payment:\n  schedule: [{percent: 33.3}, {percent: 16.7}, {rest: true}]\n")
	if r.Intn(2) == 0 {
		b.WriteString("payments: [{date: 2026-04-01, amount: 12.5, currency: GBP, rate: 1.2745}, {date: 2026-04-02, amount: 10}]\n")
	}
	return b.String()
}
