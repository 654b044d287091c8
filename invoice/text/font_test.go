package text

import (
	"strings"
	"testing"

	"yipiao/templates/fonts"
)

func TestFontsRefused(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"CFF":        {"OTTO" + strings.Repeat("\x00", 20), "CFF"},
		"WOFF":       {"wOF2" + strings.Repeat("\x00", 20), "web font"},
		"collection": {"ttcf" + strings.Repeat("\x00", 20), "collection"},
		"nothing":    {"", "no font file"},
		"text":       {"this is no font at all", "no font file"},
		"cut off":    {string(fonts.Sans[:200_000]), "beyond its end"},
	} {
		if _, err := ParseFont([]byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

func TestRuns(t *testing.T) {
	face := Standard().Regular
	for _, c := range []struct{ text, want string }{
		{"保温杯 500ml", "0:保温杯 500ml"},
		{"Łódź Poland", "1:Łódź|0: Poland"},
		{"杯Žižkov杯", "0:杯|1:Žižkov|0:杯"},
		{"a ≒ b ☑", "0:a |2:≒|0: b |3:☑"},
		{"𬭎 €5", "0:𬭎 €5"},
	} {
		var got []string
		face.Runs(c.text, func(r Run) { got = append(got, string(rune('0'+r.Font))+":"+r.Text) })
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	set := Standard()
	if m := set.Missing("保温杯 Łódź ㎡ ℃ Φ ± ≥ ≒ ⌀ № ① ☑ 𬭎 𰻝 € ₽\n\t"); len(m) > 0 {
		t.Errorf("%q are missing", string(m))
	}
	if m := set.Missing("김 𠮷 김 \ufeff"); string(m) != "김𠮷\ufeff" {
		t.Errorf("missing %q, want 김, 𠮷 and the byte order mark, each once", string(m))
	}
	if m := set.With(set.Regular.Fonts[1]).Missing("김"); len(m) != 1 {
		t.Error("a font without Hangul brought it")
	}
}

// TestShapedScripts holds that a script whose letters join or run from right to
// left is refused although some font has its letters.
func TestShapedScripts(t *testing.T) {
	if m := Standard().Missing("سلام नमस्ते שלום"); len(m) < 12 {
		t.Errorf("only %q are refused", string(m))
	}
	if m := Standard().Missing("ฯ"); len(m) != 1 {
		t.Error("Thai was taken, which no font has")
	}
	for _, r := range "AŁẞΩЖ€中ㄅあ①🄰" {
		if NeedsShaping(r) {
			t.Errorf("%c is refused", r)
		}
	}
}
