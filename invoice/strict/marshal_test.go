package strict

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// again writes an order, reads it and reports where it is another.
func again(t testing.TB, o order) {
	t.Helper()
	data, err := Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	sources, err := Read("f", data, DefaultLimits)
	if reflect.DeepEqual(o, order{}) || string(data) == "{}\n" {
		return
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	var got order
	if sources[0].Decode(&got); sources[0].Err() != nil {
		t.Fatalf("%v\n%s", sources[0].Err(), data)
	}
	second, err := Marshal(got)
	if err != nil || string(second) != string(data) {
		t.Fatalf("written again it differs: %v\n%s\n%s", err, data, second)
	}
	if !reflect.DeepEqual(withoutEmpty(got), withoutEmpty(o)) {
		t.Fatalf("got  %+v\nwant %+v\n%s", got, o, data)
	}
}

// withoutEmpty is o without lists and maps that are empty: they are left out.
func withoutEmpty(o order) order {
	if len(o.Notes) == 0 {
		o.Notes = nil
	}
	if len(o.Rates) == 0 {
		o.Rates = nil
	}
	o.Lines = linesWithoutEmpty(o.Lines)
	return o
}

func linesWithoutEmpty(lines []line) []line {
	if len(lines) == 0 {
		return nil
	}
	var list []line
	for _, l := range lines {
		if len(l.SizeCm) == 0 {
			l.SizeCm = nil
		}
		l.Set = linesWithoutEmpty(l.Set)
		list = append(list, l)
	}
	return list
}

var awkward = []string{
	"", "a", "null", "~", "true", "no", "0123", "9617.00", "1e3", "-5", "-", "- a", "--- a", "...", "a: b", "a:", ":a", "a #b", "#a", "a#b",
	" a", "a ", "a\nb", "a\nb\n", "a\n\nb\n\n", "\na", " a\nb", "a \nb", "a\n b\n", "\n", "\"q\"", "'q'", "it's", "[a]", "{a}", "a, b", "*a", "&a",
	"!a", "|", ">", "%a", "@a", "`a", "? a", "?", "2026-03-18", "+86 579 8512 3456", "义乌市", "義烏：a", "a\\b", "a\nb: c\n# d", "<<", "=",
	"1:30", ".5", "a\n---\nb", "---", "a\n...\nb", "大货 #1", "C/NO. 1-45\n", "a:\nb", "x\n  \ny", "中 ", "—", "é", "\U0001F4E6",
}

func TestMarshalReadsBack(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() string {
		s := awkward[random.IntN(len(awkward))]
		if random.IntN(4) == 0 {
			s += awkward[random.IntN(len(awkward))]
		}
		return s
	}
	var lines func(depth int) []line
	lines = func(depth int) []line {
		var list []line
		for range random.IntN(4) {
			l := line{SKU: pick(), HS: pick(), Quantity: random.IntN(3) - 1, Free: random.IntN(2) == 0, Description: text{pick(), pick()}}
			for range random.IntN(3) {
				l.SizeCm = append(l.SizeCm, random.IntN(50))
			}
			if depth < 3 {
				l.Set = lines(depth + 1)
			}
			list = append(list, l)
		}
		return list
	}
	for range 1500 {
		o := order{Number: pick(), Marks: pick(), Seller: party{Name: text{En: pick()}, Address: pick()}, Lines: lines(0)}
		for range random.IntN(3) {
			o.Notes = append(o.Notes, pick())
		}
		if random.IntN(2) == 0 {
			related := random.IntN(2) == 0
			o.Related, o.Consign = &related, &party{}
			o.Rates = map[string]int{strings.TrimSpace(strings.ReplaceAll(pick(), "\n", " ")): 1, "USD": 0}
		}
		again(t, o)
	}
}

func TestInternalIsKept(t *testing.T) {
	const data = "number: \"1\"\ninternal:\n  cost: 3.20\n  quoted: \"3.20\"\n  empty: \"\"\n  none: null\n  list:\n    - a\n    - []\n    - {}\n    - b: c\n      d: \"yes\"\n"
	s := source(t, data)
	var o order
	s.Decode(&o)
	got, err := Marshal(&o)
	if err != nil || s.Err() != nil || string(got) != data {
		t.Errorf("%v %v\n%s", err, s.Err(), got)
	}
}

func TestMarshalForm(t *testing.T) {
	no := false
	o := order{
		Number: "PO-1", Related: &no, Consign: &party{}, Marks: "A\nB\n",
		Seller: party{Name: text{"星禾", "Xinghe: \"Co.\", Ltd."}, Country: "NO"},
		Lines:  []line{{SKU: "0123", SizeCm: []int{52, 42}, Set: []line{{HS: "9617.00"}, {}}}},
		Rates:  map[string]int{"USD": 7, "EUR": 0},
		common: common{Notes: []string{"", "a\nb"}},
	}
	const want = `number: PO-1
seller:
  name:
    zh: 星禾
    en: "Xinghe: \"Co.\", Ltd."
  country: "NO"
consignee: {}
related_parties: false
lines:
  - sku: "0123"
    size_cm:
      - 52
      - 42
    set:
      - hs: "9617.00"
      - {}
rates:
  EUR: 0
  USD: 7
marks: |
  A
  B
notes:
  - ""
  - |-
    a
    b
`
	got, err := Marshal(o)
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
	if got, err := Marshal(&order{}); err != nil || string(got) != "{}\n" {
		t.Errorf("%q %v", got, err)
	}
}

func TestMarshalPairsAndPlain(t *testing.T) {
	type holder struct {
		V any `yaml:"v"`
	}
	got, err := Marshal(holder{Pairs{{"amount", Plain("18.50")}, {"per", nil}, {"no", ""}, {"odd", Plain("a: b")}, {"list", []any{Pairs{{"x", true}}, nil, 3}}}})
	const want = "v:\n  amount: 18.50\n  odd: \"a: b\"\n  list:\n    - x: true\n    - null\n    - 3\n"
	if err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestMarshalRefuses(t *testing.T) {
	for _, bad := range []string{"a\x07", "\xff", "\uFDD0\uFDD1"} {
		if data, err := Marshal(order{Number: bad}); err == nil && bad != "\uFDD0\uFDD1" {
			t.Errorf("%q is written: %s", bad, data)
		}
	}
	if _, err := Marshal(order{Rates: map[string]int{strings.Repeat("k", maxKey+1): 1}}); err == nil {
		t.Error("a key is written that can't be read")
	}
	if _, err := Marshal(nil); err == nil {
		t.Error("nil is written")
	}
}

// Other YAML readers take our texts for texts.
func TestOthersReadTexts(t *testing.T) {
	for _, s := range awkward {
		data, err := Marshal(struct {
			V *string `yaml:"v"`
		}{&s})
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ V any }
		if err := yaml.Unmarshal(data, &got); err != nil || got.V != s {
			t.Errorf("%q is written %s and read %#v %v", s, data, got.V, err)
		}
	}
}
