package templates

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"yipiao/invoice"
)

// withEveryList is an order with one item in each list, into which a word is
// put at one place at a time.
const withEveryList = `yipiao: 1
number: ORDER
date: 2026-01-01
currency: USD
seller: {name: SELLER, country: CN}
buyer: {name: BUYER, country: DE}
lines:
  - {description: GOODS, quantity: 8, price: 2, customs_value: 1, priced_quantity: {amount: 8}, metal: {steel: {kg: 1}, aluminum: {kg: 1}, copper: {kg: 1}}, packing: {packages: 2}}
charges: [{kind: other, amount: 1, description: CHARGE}]
assists: [{description: ASSIST, value: 3}]
incoterm: {rule: FOB}
payment: {schedule: [{percent: 100}]}
payments: [{amount: 1}]
rates: [{from: USD, to: EUR, rate: 0.9}]
delivery: {days: 3}
documents: {proforma: {}, commercial: {date: 2026-01-02}, packing-list: {}}
`

// shownOn says which documents show a field, by its path in the Go types: p(roforma),
// c(ommercial), l(ist). It is the table "What each shows" of the order format;
// the first match counts. "#" stands for a field that is no text of its own:
// a switch, a version, a picture's file, or the name by which another field
// speaks of this one.
var shownOn = []struct{ path, kinds string }{
	{`(Format|Printed\..*|Docs\..*\.(Number|Date|Title)|Currency)$`, "#"},
	{`(Logo|Sign|Image|Proof|Stamp\..*|Numbers|Line)$`, "#"},
	{`^Packages|^PackingTotal|Packing\.|^Notes\.For|^Tax$`, "#"},
	{`Banks\.ID$|^Payment\.Bank$|Lines\.(PackingList|Proforma|Commercial)\.`, "#"},
	{`^Rates\.From$`, "#"}, // an equivalent is of the order's own currency
	{`Internal|^Stated|^Fapiao|Elements|Banks\.CNAPS`, ""},
	{`^Docs\.Proforma\.ValidUntil$`, "p"},
	{`^Docs\.(Commercial|PackingList)\.ValidUntil$`, ""},
	{`^Seller\.Banks\.`, "pc"},
	{`^Seller\.Signer`, "c"},
	{`\.(Banks|Signer)\.`, ""},
	{`^ShipTo\.FBA`, "cl"},
	{`\.FBA`, ""},
	{`^Manufacturer\.MID`, "cl"},
	{`^Lines\.Maker\.`, "c"},
	{`\.MID$`, ""},
	{`^(Exporter|OnBehalfOf|Manufacturer|Importer|Notify|ShipTo)\.`, "cl"},
	{`^(Seller|Buyer|Consignee)\.`, "pcl"},
	{`^(Number|Date|Title|References\..*|Marks|Notes\.All|Origin|Shipment\..*|Incoterm\..*)$`, "pcl"},
	{`^(Purpose|LC\..*|Assists\..*)$`, "c"},
	{`^Lines\.(Use|HTS|Composition\..*|Metal\..*)$`, "c"},
	{`^Lines\.(HS|PricedBy\.Unit)$`, "pc"},
	{`^Lines\.`, "pcl"},
	{`^(Charges|Payment|Payments|Rates|Delivery|Insurance|Terms)\b`, "pc"},
}

// codeWords are, for each table of codes, one code and the word that shows it.
var codeWords = map[string][2]string{
	"country": {"MT", "Malta"}, "purpose": {"gift", "Gift"}, "charge": {"tooling", "Tooling"}, "incoterm": {"DPU", "Delivered at Place Unloaded"},
	"mode": {"rail", "By Rail"}, "allowed": {"not_allowed", "Not Allowed"}, "container": {"53HQ", "53HQ"}, "after": {"approval", "sample approval"},
	"insurer": {"seller", "covered by the seller"}, "method": {"payoneer", "Payoneer"}, "due": {"against_bl", "against copy of B/L"},
	"bank_charges": {"ben", "BEN (by the beneficiary)"}, "currency": {"SEK", "SEK"}, "pay_currency": {"", ""},
}

func TestEveryTextOfAnOrderShowsWhereItShould(t *testing.T) {
	for _, name := range Names {
		t.Run(name, func(t *testing.T) {
			tmpl, err := Open(name)
			if err != nil {
				t.Fatal(err)
			}
			everyText(t, tmpl)
		})
	}
}

func everyText(t *testing.T, tmpl *Template) {
	checked := 0
	for n := 0; ; n++ {
		orders, err := invoice.Decode("every.yaml", []byte(withEveryList))
		if err != nil {
			t.Fatal(err)
		}
		place := &placing{n: n}
		place.put("", "", reflect.ValueOf(orders[0]).Elem())
		if !place.done {
			break
		}
		kinds, known := shownBy(place.path)
		if !known {
			t.Errorf("%s: the table doesn't say where it shows", place.path)
		}
		if kinds == "#" || place.word == "" {
			continue
		}
		checked++
		for _, k := range invoice.Kinds {
			checkWord(t, orders[0], k, tmpl, place, strings.Contains(kinds, map[invoice.Kind]string{
				invoice.Proforma: "p", invoice.Commercial: "c", invoice.PackingList: "l"}[k]))
		}
	}
	if checked < 200 {
		t.Errorf("only %d texts checked", checked)
	}
}

func shownBy(path string) (kinds string, known bool) {
	for _, s := range shownOn {
		if regexp.MustCompile(s.path).MatchString(path) {
			return s.kinds, true
		}
	}
	return "", false
}

func checkWord(t *testing.T, o *invoice.Order, k invoice.Kind, tmpl *Template, p *placing, want bool) {
	t.Helper()
	d, err := invoice.New(o, k, invoice.Both)
	if err != nil {
		t.Fatalf("%s: %v", p.path, err)
	}
	form, err := Compose(d, tmpl, "", nil)
	if err != nil {
		t.Fatalf("%s: %v", p.path, err)
	}
	if got := strings.Contains(printed(form), p.word); got != want {
		t.Errorf("%s: %s printed: %v, want %v", k, p.path, got, want)
	}
	carried, err := d.Order().Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if !want && p.own && strings.Contains(string(carried), p.word) {
		t.Errorf("%s: %s travels in the attached order", k, p.path)
	}
}

// placing puts a word into the n-th text of a value.
type placing struct {
	n    int
	at   int
	done bool
	path string
	word string
	own  bool // the word stands nowhere else
}

func (p *placing) put(path, enum string, v reflect.Value) {
	if p.done || !v.CanSet() {
		return
	}
	switch own := fmt.Sprintf("W%dW", p.n); x := v.Addr().Interface().(type) {
	case *invoice.Text:
		p.take(path, own, true, func(w string) { *x = invoice.Text{Zh: "文" + w, En: w} })
	case *invoice.Date:
		day := fmt.Sprintf("2%03d-07-09", p.n)
		p.take(path, day, true, func(w string) { *x = invoice.Date(w) })
	case *invoice.Amount, *bool, **bool:
	default:
		p.putInto(path, enum, own, v)
	}
}

func (p *placing) putInto(path, enum, own string, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		code, coded := codeWords[enum]
		switch {
		case coded:
			p.take(path, code[1], false, func(string) { v.SetString(code[0]) })
		case enum == "":
			p.take(path, own, true, func(w string) { v.SetString(w) })
		default:
			p.take(path, "", false, func(string) {})
		}
	case reflect.Slice:
		if v.Len() > 0 {
			p.put(path, enum, v.Index(0))
			return
		}
		item := reflect.New(v.Type().Elem()).Elem()
		if p.put(path, enum, item); p.done {
			v.Set(reflect.Append(v, item))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !p.done {
				p.put(strings.TrimPrefix(path+"."+f.Name, "."), f.Tag.Get("enum"), v.Field(i))
			}
		}
	}
}

func (p *placing) take(path, word string, own bool, put func(string)) {
	if p.at++; p.at <= p.n {
		return
	}
	p.done, p.path, p.word, p.own = true, path, word, own
	put(word)
}
