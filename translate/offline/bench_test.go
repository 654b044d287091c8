package offline

import "testing"

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		load(nil)
	}
}

func BenchmarkTranslate(b *testing.B) {
	t, _ := New()
	t.Translate("x", Any, "en")
	for range b.N {
		t.Translate("付款方式：30%定金，70%余款发货前付清，分批装运允许", Payment, "en")
	}
}

// BenchmarkSet loads the data and translates the development set, as generate
// does for an order that lacks a language.
func BenchmarkSet(b *testing.B) {
	examples := readExamples(b, "testdata/dev.tsv")
	for range b.N {
		t, _ := New()
		for _, e := range examples {
			t.Translate(e.source, Kind(e.category), "en")
		}
	}
}
