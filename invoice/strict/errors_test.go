package strict

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// findings are the errors of a text that is read as an order.
func findings(data string) Errors {
	sources, err := Read("order.yaml", []byte(data), DefaultLimits)
	var all Errors
	if errors.As(err, &all) {
		return all
	}
	for _, s := range sources {
		var o order
		s.Decode(&o)
		var errs Errors
		errors.As(s.Err(), &errs)
		all = append(all, errs...)
	}
	return all
}

func TestErrorPlaces(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string // LINE:COLUMN code path
	}{
		{"unknown field", "number: 1\nconsinee: {name: x}\n", []string{"2:1 unknown-field consinee"}},
		{"unknown field after Chinese", "seller: {name: 义乌市星禾, adress: x}", []string{"1:23 unknown-field seller.adress"}},
		{"after a byte order mark", "\uFEFFnumbr: 1", []string{"1:1 unknown-field numbr"}},
		{"after characters dropped", "seller: {name: 义\u200B乌\uFE0F市, adress: x}", []string{"1:23 unknown-field seller.adress"}},
		{"duplicate", "number: 1\nlines: []\nnumber: 2\n", []string{"3:1 duplicate-key number"}},
		{"list wanted", "lines:\n  - size_cm: 52\n", []string{"2:14 type lines[0].size_cm"}},
		{"mapping wanted", "seller: 星禾\nbuyer: [a]", []string{"1:9 type seller", "2:8 type buyer"}},
		{"text wanted", "number: {a: 1}", []string{"1:9 type number"}},
		{"whole number", "lines:\n- {quantity: 1.5}\n- {quantity: １０}\n- {quantity: +5}", []string{
			"2:14 type lines[0].quantity", "3:14 type lines[1].quantity", "4:14 type lines[2].quantity"}},
		{"truth", "related_parties: yes\nurgent: True", []string{"1:18 type related_parties", "2:9 type urgent"}},
		{"merge key", "seller: &s {name: a}\nbuyer:\n  <<: *s\n", []string{"3:3 merge buyer"}},
		{"control", "number: a\x07b\nmarks: \"\\e\"\n# \x01\n", []string{"1:10 control number", "2:8 control marks", "3:3 control "}},
		{"control in Chinese", "marks: 大货\x02", []string{"1:10 control marks"}},
		{"from a type's own decoding", "lines:\n- description: {zhh: a}", []string{"2:16 text lines[0].description", "2:17 unknown-field lines[0].description.zhh"}},
		{"key of a list", "? [a, b]\n: 1\n", []string{"1:3 type "}},
		{"an alias of itself", "lines: &a [*a]", []string{"1:12 type lines[0]"}},
		{"in a second document", "number: 1\n---\nnumbre: 2\n", []string{"3:1 unknown-field numbre"}},
		{"empty", "# nothing\n---\n", []string{"1:1 empty "}},
		{"not UTF-8", "number: 1\nmarks: 义\xff", []string{"2:9 encoding "}},
		{"UTF-16", "\xff\xfea\x00", []string{"1:1 encoding "}},
		{"text too long", "marks: " + strings.Repeat("义", 20_001), []string{"1:8 bounds marks"}},
		{"too deep", strings.Repeat("[", 65) + strings.Repeat("]", 65), []string{"1:66 bounds "}},
		{"several", "numbr: 1\nlines: {}\nurgent: no\n", []string{"1:1 unknown-field numbr", "2:8 type lines", "3:9 type urgent"}},
		{"document is a list", "- a", []string{"1:1 type "}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, e := range findings(test.data) {
				got = append(got, fmt.Sprintf("%d:%d %s %s", e.Pos.Line, e.Pos.Column, e.Code, e.Path))
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestSyntaxErrors(t *testing.T) {
	tests := []struct {
		data, words string
		pos         Pos
	}{
		{"number: 1\nmarks: a: b\n", "put the text in quotes", Pos{2, 9}},
		{"number: 1\nseller:\n  name: a\n   country: CN\n", "indented too far", Pos{4, 11}},
		{"number: 1\nlines:\n  - sku: a\n    price: 1\n   quantity: 2\n", "indented as", Pos{5, 4}},
		{"number: 1\nlines:\n  - sku: a\n    price: 1\n    just words\n    quantity: 2\n", `without ": "`, Pos{5, 5}},
		{"number: 1\nmarks: \"abc\nbuyer: x\n", "closing quote", Pos{2, 8}},
		{"number: 1\nseller:\n\tname: x\n", "not tabs", Pos{3, 1}},
		{"number: 1\nmarks: @home\n", "put it in quotes", Pos{2, 8}},
		{"number: 1\nmarks: \"C:\\Users\"\n", `write \\`, Pos{2, 11}},
		{"number: 1\nmarks: *bold* text\n", "put the text in quotes", Pos{2, 8}},
		{"number: 1\nmarks: *bold\n", "stands for nothing", Pos{2, 8}},
		{"lines:\n- a: 1\n  b: 2\n c: 3\nd: 4\n", "indented as", Pos{4, 2}},
		{"number: 1\nnotes: [a, b\nbuyer: x\nseller: y\n", "begins in line 2", Pos{4, 1}},
		{"number: 1\nnotes: [a, b]]\nbuyer: x\n", "not a field", Pos{2, 1}},
		{"number: 1\nlines:\n  - {sku: a, price: 1\n  - {sku: b}\n", `lacks a comma or its "}"`, Pos{4, 3}},
		{"marks: 'it's'\nnumber: 1\n", "quotes closed", Pos{1, 1}},
	}
	for _, test := range tests {
		errs := findings(test.data)
		if len(errs) != 1 || errs[0].Code != CodeSyntax || !strings.Contains(errs[0].Message, test.words) || errs[0].Pos != test.pos {
			t.Errorf("%q:\ngot %v\nwant %v: %s", test.data, errs, test.pos, test.words)
		}
	}
}

func TestErrorWords(t *testing.T) {
	tests := []struct{ data, want string }{
		{"consinee: {name: x}", "order.yaml:1:1: consinee: unknown field, did you mean consignee?"},
		{"seller: {zzz: x}", "order.yaml:1:10: seller.zzz: unknown field, allowed are name, address, country"},
		{"lines: [{quantity: １０}]", "order.yaml:1:20: lines[0].quantity: a whole number is wanted here, did you mean 10?"},
		{"notes: 大货", `order.yaml:1:8: notes: a list is wanted here, not a single value: write [大货], or "- " before each item`},
		{"notes: 40*30 × 25", `order.yaml:1:8: notes: a list is wanted here, not a single value: write [40, 30, 25], or "- " before each item`},
		{"number: 1\nnumber: 2", "order.yaml:2:1: number: the field stands already in line 1"},
	}
	for _, test := range tests {
		if got := findings(test.data).Error(); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.data, got, test.want)
		}
	}
}

func TestChineseSignsForYAMLs(t *testing.T) {
	for data, want := range map[string]string{
		"number: 1\nmarks：x\nnotes: [a]\n":   `is the Chinese ： meant for ": "?`,
		"seller：\n  name: a\n":               `is the Chinese ： meant for ": "?`,
		"seller: {name: S，country: CN}":      `is the Chinese ， meant for ", "?`,
		"lines: 【{sku: 1, hs: 2}】\nnotes: x": `is the Chinese 【 meant for "["?`,
	} {
		if got := findings(data).Error(); !strings.HasSuffix(got, want) {
			t.Errorf("%q: %s", data, got)
		}
	}
	if got := findings("marks: \"open\n").Error(); strings.Contains(got, "Chinese") {
		t.Errorf("a hint without reason: %s", got)
	}
}

func TestManyErrorsAreCutShort(t *testing.T) {
	errs := findings("lines:\n" + strings.Repeat("- {x: 1}\n", 3000))
	if want := DefaultLimits.Errors + 1; len(errs) != want {
		t.Fatalf("%d errors, want %d", len(errs), want)
	}
	if last := errs[len(errs)-1].Message; last != "and at least 1 more errors" {
		t.Errorf("last is %q", last)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"consignee", "number", "tax_id", "packing-list", "hs", "hts"}
	for written, want := range map[string]string{
		"consinee": "consignee", "Number": "number", "taxid": "tax_id", "packing_list": "packing-list",
		"unmber": "number", "colour": "", "xx": "", "": "",
	} {
		if got := nearest(written, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", written, got, want)
		}
	}
}
