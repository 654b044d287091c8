package strict

import (
	"fmt"
	"strings"
)

// The tests' format: a small order.

type order struct {
	Number   string         `yaml:"number" need:"true" doc:"the order's number"`
	Currency string         `yaml:"currency"`
	Seller   party          `yaml:"seller" doc:"who sells"`
	Buyer    party          `yaml:"buyer"`
	Consign  *party         `yaml:"consignee"`
	Related  *bool          `yaml:"related_parties"`
	Lines    []line         `yaml:"lines" need:"true"`
	Rates    map[string]int `yaml:"rates"`
	Marks    string         `yaml:"marks"`
	Internal Raw            `yaml:"internal"`
	common   `yaml:",inline"`
	Computed int
}

type common struct {
	Notes  []string `yaml:"notes"`
	Urgent bool     `yaml:"urgent"`
}

type party struct {
	Name    text   `yaml:"name"`
	Address string `yaml:"address"`
	Country string `yaml:"country"`
}

type line struct {
	SKU         string `yaml:"sku"`
	Description text   `yaml:"description"`
	HS          string `yaml:"hs"`
	Quantity    int    `yaml:"quantity"`
	Unit        string `yaml:"unit"`
	Price       string `yaml:"price"`
	SizeCm      []int  `yaml:"size_cm"`
	Free        bool   `yaml:"free"`
	Set         []line `yaml:"set"`
}

// text is a plain text or {zh, en}.
type text struct{ Zh, En string }

type textFields struct {
	Zh string `yaml:"zh"`
	En string `yaml:"en"`
}

func (t *text) UnmarshalStrict(n Node) {
	switch n.Kind() {
	case Scalar:
		t.En = n.Text()
	case Mapping:
		n.Decode((*textFields)(t))
		if !n.HasAny("zh", "en") {
			n.Fail("text", "zh or en is missing")
		}
	default:
		n.Fail(CodeType, "a text or {zh: …, en: …} is wanted here")
	}
}

func (t text) MarshalStrict() any {
	if t.Zh == "" {
		return t.En
	}
	return textFields(t)
}

// longOrder is an order of n lines with 15 values each.
func longOrder(n int) []byte {
	var b strings.Builder
	b.WriteString("number: PO-2026-0318\ncurrency: USD\nseller: {name: {zh: 义乌市星禾日用品有限公司, en: \"Yiwu Xinghe\"}, country: CN}\nlines:\n")
	for i := range n {
		fmt.Fprintf(&b, `  - sku: XH-%05d
    description: {zh: 304不锈钢双层真空保温杯 500ml 黑色, en: Vacuum cup}
    hs: "9617.00"
    quantity: 1000
    unit: pcs
    price: 3.25
    size_cm: [52, 42, 28]
    set:
      - {sku: LID, quantity: 2}
`, i)
	}
	return []byte(b.String())
}
