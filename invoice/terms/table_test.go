package terms

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// anyTable is a table, whatever it holds.
type anyTable interface {
	Codes() []string
	Term(string) (Term, bool)
	Has(string) bool
	Nearest(string) (string, bool)
	synonyms() []also
}

func (t *Table[E]) synonyms() []also { return t.also }

var tables = map[string]anyTable{
	"bank charges": BankCharges, "charges": Charges, "containers": Containers, "countries": Countries,
	"currencies": Currencies, "delivery starts": DeliveryStarts, "due events": DueEvents, "incoterms": Incoterms,
	"insurers": Insurers, "methods": Methods, "modes": Modes, "packages": Packages, "payment currencies": PaymentCurrencies,
	"permissions": Permissions, "purposes": Purposes, "units": Units,
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func TestEveryCodeHasBothNames(t *testing.T) {
	for name, table := range tables {
		codes := table.Codes()
		if len(codes) == 0 {
			t.Errorf("%s: no codes", name)
		}
		for i, code := range codes {
			if i > 0 && codes[i-1] >= code {
				t.Errorf("%s: %s is not after %s, so that it can't be found", name, code, codes[i-1])
			}
			term, ok := table.Term(code)
			switch {
			case !ok || term.Code != code:
				t.Errorf("%s: %s finds %v", name, code, term)
			case !hasHan(term.Zh) || strings.TrimSpace(term.Zh) != term.Zh:
				t.Errorf("%s: %s: %q is no Chinese name", name, code, term.Zh)
			case term.En == "" || hasHan(term.En) || strings.TrimSpace(term.En) != term.En:
				t.Errorf("%s: %s: %q is no English name", name, code, term.En)
			}
			if near, ok := table.Nearest(strings.ToLower(code)); !ok || near != code {
				t.Errorf("%s: %s in lower case is taken for %q", name, code, near)
			}
		}
	}
}

func TestEveryOtherWayLeadsToItsCode(t *testing.T) {
	for name, table := range tables {
		claimed := map[string]string{}
		for _, a := range table.synonyms() {
			if name == "currencies" && a.code == "CNH" {
				continue
			}
			if !slices.Contains(table.Codes(), a.code) {
				t.Errorf("%s: other ways to write %s, which is no code", name, a.code)
			}
			for way := range strings.SplitSeq(a.ways, ", ") {
				if name == "payment currencies" && way == "CNH" {
					continue // a code of that table
				}
				if other := claimed[fold(way)]; other != "" && other != a.code {
					t.Errorf("%s: %s is said to be %s and %s", name, way, other, a.code)
				}
				claimed[fold(way)] = a.code
				if code, ok := table.Nearest(way); !ok || code != a.code {
					t.Errorf("%s: %s leads to %q, not to %s", name, way, code, a.code)
				}
			}
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		table         anyTable
		written, want string // "" for none
	}{
		{Currencies, "RMB", "CNY"}, {Currencies, "rmb", "CNY"}, {Currencies, "CNH", "CNY"}, {Currencies, "usd", "USD"},
		{Currencies, "US$", "USD"}, {Currencies, "$", "USD"}, {Currencies, "美金", "USD"}, {Currencies, "USDD", "USD"}, {Currencies, "UDS", ""},
		{Currencies, "US Dollar", "USD"}, {Currencies, "Us Dolar", "USD"}, {Currencies, "EURO", "EUR"}, {Currencies, "港元", "HKD"},
		{Currencies, "qqqqq", ""}, {Currencies, "", ""}, {Currencies, strings.Repeat("USD", 1000), ""},
		{PaymentCurrencies, "cnh", "CNH"}, {PaymentCurrencies, "离岸人民币", "CNH"}, {PaymentCurrencies, "RMB", "CNY"},
		{Countries, "UK", "GB"}, {Countries, "USA", "US"}, {Countries, "us", "US"}, {Countries, "China", "CN"}, {Countries, "中国", "CN"},
		{Countries, "Germny", "DE"}, {Countries, "Viet Nam", "VN"}, {Countries, "香港", "HK"}, {Countries, "XX", ""},
		{Incoterms, "fob", "FOB"}, {Incoterms, "C&F", "CFR"}, {Incoterms, "DDU", "DAP"}, {Incoterms, "DAT", "DPU"}, {Incoterms, "Ex Works", "EXW"},
		{Units, "pice", "pcs"}, {Units, "kilogrm", "kg"}, {Packages, "cartoon", "carton"}, {Packages, "Pallett", "pallet"},
		{Modes, "Ocean", "sea"}, {Modes, "海运", "sea"}, {Methods, "T/T", "wire"}, {Methods, "TT", "wire"}, {Methods, "L/C", "lc"},
		{Containers, "40HC", "40HQ"}, {Containers, "40' HQ", "40HQ"}, {Containers, "40gp", "40GP"},
		{Charges, "shipping", "freight"}, {Charges, "mould", "tooling"}, {Charges, "inland freight", "inland_freight"},
		{Purposes, "smaple", "sample"}, {BankCharges, "SHA", "sha"}, {DueEvents, "before shipment", "before_shipment"},
		{Permissions, "not allowed", "not_allowed"}, {Insurers, "Seller", "seller"}, {DeliveryStarts, "deposite", "deposit"},
	} {
		got, ok := c.table.Nearest(c.written)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("%.40q is taken for %q, not for %q", c.written, got, c.want)
		}
	}
}

func TestClosedTablesTakeCodesOnly(t *testing.T) {
	for _, c := range []struct {
		table   anyTable
		written string
	}{
		{Currencies, "usd"}, {Currencies, "RMB"}, {Currencies, "CNH"}, {Currencies, "XAU"}, {Currencies, "BGN"}, {Currencies, ""},
		{Countries, "cn"}, {Countries, "UK"}, {Countries, "China"}, {Incoterms, "fob"}, {Modes, "Sea"}, {Containers, "40HC"},
	} {
		if c.table.Has(c.written) {
			t.Errorf("%q is taken for a code", c.written)
		}
	}
	if !PaymentCurrencies.Has("CNH") {
		t.Error("a payment can't be made in CNH")
	}
}

func TestTablesAreWhole(t *testing.T) {
	for name, want := range map[string]int{"countries": 249, "incoterms": 11, "charges": 18, "modes": 6, "methods": 8} {
		if got := len(tables[name].Codes()); got != want {
			t.Errorf("%d %s, not %d", got, name, want)
		}
	}
	if got, want := len(PaymentCurrencies.Codes()), len(Currencies.Codes())+1; got != want {
		t.Errorf("%d payment currencies, not one more than the currencies, %d", got, want)
	}
}

func TestFindDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Currencies.Find("USD"); Units.Find("pcs") }); n != 0 {
		t.Errorf("looking up codes allocates %v times", n)
	}
}

func FuzzNearest(f *testing.F) {
	for _, s := range []string{"RMB", "只", "40' HC", "\xff", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		for name, table := range tables {
			code, ok := table.Nearest(written)
			if ok != (code != "") || ok && !table.Has(code) {
				t.Errorf("%s: %q is taken for %q, which is no code", name, written, code)
			}
			again, _ := table.Nearest(written)
			if again != code {
				t.Errorf("%s: %q is taken for %q, then for %q", name, written, code, again)
			}
		}
	})
}
