package offline

import "testing"

func TestFixedWord(t *testing.T) {
	for pattern, want := range map[string]string{
		"Ship before {d}": "before",
		"partial shipment(s|) (not allowed|banned)": "partial",
		"[the ]balance against[ the] copy":          "copy",
		"{t}s are (a|b)":                            "are",
		"(a|b)lone word":                            "word",
		"{n}%":                                      "",
	} {
		if got := fixedWord(pattern); got != want {
			t.Errorf("%s: got %q, want %q", pattern, got, want)
		}
	}
}
