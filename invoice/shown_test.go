package invoice

import (
	"strings"
	"testing"
)

// TestDescriptionsStayAsWritten: with a letter of credit no description is put into
// the other language, and not either when a document that doesn't show it is made
// again from the order that it carries.
func TestDescriptionsStayAsWritten(t *testing.T) {
	const order = `yipiao: 1
number: A-1
date: 2026-07-01
currency: USD
seller: {name: 甲公司, country: CN}
buyer: {name: B, country: US}
lc: {number: LC123}
lines:
  - {description: 304不锈钢保温杯, quantity: 100, price: 2, packing: {packages: 10, gross_kg: 5, net_kg: 4, size_cm: [40, 30, 20]}}
`
	for _, k := range Kinds {
		o := decodeOne(t, order)
		for range 2 {
			d, err := New(o, k, Both)
			if err != nil {
				t.Fatal(err)
			}
			for text := range d.Order().Texts() {
				if strings.HasSuffix(text.Path, ".description") {
					t.Errorf("%s: %s would be translated", k, text.Path)
				}
			}
			carried, err := d.Order().Marshal()
			if err != nil {
				t.Fatal(err)
			}
			o = decodeOne(t, string(carried))
			for text := range o.Texts() {
				if strings.HasSuffix(text.Path, ".description") {
					t.Errorf("%s: %s of the order that it carries would be translated", k, text.Path)
				}
			}
		}
	}
}

func decodeOne(t *testing.T, yaml string) *Order {
	t.Helper()
	orders, err := Decode("order.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return orders[0]
}
