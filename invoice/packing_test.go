package invoice

import (
	"errors"
	"strings"
	"testing"

	"yipiao/invoice/strict"
)

func hasFault(err error, path, code string) bool {
	var faults strict.Errors
	if !errors.As(err, &faults) {
		return false
	}
	for _, f := range faults {
		if f.Path == path && f.Code == code {
			return true
		}
	}
	return false
}

func TestPackingTotals(t *testing.T) {
	p := mustNew(t, contractOrder, PackingList).Packed
	got := []string{p.Rows[0].Numbers, p.Rows[1].Numbers, p.Totals.Net.String(), p.Totals.Gross.String(), p.Totals.CBM.String()}
	want := []string{"1-40", "41-45", "371.0", "419.0", "2.682"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%d: got %s, want %s", i, got[i], want[i])
		}
	}
	if p.Totals.Count != 45 {
		t.Errorf("%d packages, want 45", p.Totals.Count)
	}
}

// mixedPacking is the example of the order format.
const mixedPacking = head + `lines:
  - {sku: XH-500-BK, description: 杯, quantity: 1000, price: 1}
  - {sku: XH-SILI-LID, description: 盖, quantity: 1000, price: 1}
packages:
  - {numbers: 1-41, package: carton, net_kg: 8.2, gross_kg: 9.3, size_cm: [52, 42, 28], contents: [{line: XH-500-BK, quantity: 24}]}
  - {numbers: 42, package: carton, net_kg: 6, gross_kg: 7, size_cm: [52, 42, 28], contents: [{line: XH-500-BK, quantity: 16}, {line: XH-SILI-LID, quantity: 50}]}
  - {numbers: 43-47, package: carton, net_kg: 5.9, gross_kg: 6.7, size_cm: [45, 35, 30], contents: [{line: XH-SILI-LID, quantity: 190}]}
pallets: {count: 2, gross_kg: 18, size_cm: [120, 80, 15]}
`

func TestMixedPackagesAndPallets(t *testing.T) {
	p := mustNew(t, mixedPacking, PackingList).Packed
	// 41 × 9.3 + 7 + 5 × 6.7 + 2 × 18 = 457.8
	if g, n := p.Totals.Gross.String(), p.Totals.Count; g != "457.8" || n != 47 {
		t.Errorf("gross %s of %d packages; want 457.8 of 47", g, n)
	}
	weighed := mustNew(t, mixedPacking+"packing_total: {gross_kg: 459.5, cbm: 2.81}\n", PackingList)
	if g := weighed.Packed.Totals.Gross.String(); g != "459.5" || len(weighed.Remarks) != 2 {
		t.Errorf("gross %s, remarks %v; want 459.5 as weighed, and both differences said", g, weighed.Remarks)
	}
}

func TestFaultsOfPacking(t *testing.T) {
	for _, c := range []struct{ name, yaml, path string }{
		{"holds less than ordered", strings.Replace(mixedPacking, "quantity: 190", "quantity: 189", 1), "lines[1].quantity"},
		{"number twice", strings.Replace(mixedPacking, "numbers: 42", "numbers: 41", 1), "packages[1].numbers"},
		{"no such line", strings.Replace(mixedPacking, "{line: XH-500-BK, quantity: 24}", "{line: XX, quantity: 24}", 1), "packages[0].contents[0].line"},
		{"numbers no reader understands", strings.Replace(mixedPacking, "numbers: 43-47", "numbers: a few", 1), "packages[2].numbers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Decode("order.yaml", []byte(c.yaml))
			if !hasFault(err, c.path, "packing") {
				t.Errorf("got %v; want a fault at %s", err, c.path)
			}
		})
	}
}

func TestDocumentsThatAreNotAllowed(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		kind       Kind
	}{
		{"a line without a price", head + "lines: [{description: 杯, quantity: 1}]\n", Commercial},
		{"a line in no package", strings.Replace(contractOrder, ", packing: {package: carton, packages: 5, net_kg: 6.2, gross_kg: 7, size_cm: [45, 35, 30]}", "", 1), PackingList},
		{"forbidden", contractOrder + "documents: {proforma: false}\n", Proforma},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := New(mustDecode(t, c.yaml), c.kind, Both)
			var n *NotAllowedError
			if !errors.As(err, &n) || n.Kind != c.kind {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestAttachedOrderGivesTheDocumentAgain: what a document shows, written and
// read back, makes an equal document.
func TestAttachedOrderGivesTheDocumentAgain(t *testing.T) {
	for _, yaml := range []string{contractOrder, mixedPacking} {
		for _, k := range Kinds {
			d := mustNew(t, yaml, k)
			data, err := d.Order().Marshal()
			if err != nil {
				t.Fatal(err)
			}
			again := mustNew(t, string(data), k)
			second, err := again.Order().Marshal()
			if err != nil {
				t.Fatal(err)
			}
			if string(data) != string(second) {
				t.Errorf("%s: the order changed on its way:\n%s\nthen\n%s", k, data, second)
			}
			if d.Number != again.Number || d.Date != again.Date || d.Words != again.Words {
				t.Errorf("%s: %v, then %v", k, d, again)
			}
		}
	}
}
