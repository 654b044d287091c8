package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// em is a width that holds n Chinese characters of size 10.
func em(n int) int { return n * 10_000 }

func TestBreak(t *testing.T) {
	regular := Standard().Regular
	for _, c := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"Chinese anywhere", "不锈钢保温杯", em(3), "不锈钢|保温杯"},
		{"closing sign stays", "不锈钢，保温杯", em(3), "不锈|钢，保|温杯"},
		{"opening sign goes on", "双层（真空）杯", em(3), "双层|（真|空）杯"},
		{"quotes", "他说“很好”吧", em(3), "他说|“很|好”吧"},
		{"Latin words whole", "Food-grade silicone lid", 60_000, "Food-grade|silicone lid"},
		{"a word longer than the line, after its joints", "XH-500-BK-LONGER", 45_000, "XH-500-|BK-|LONGER"},
		{"a word without joints", "Supercalifragilistic", 50_000, "Supercalif|ragilistic"},
		{"figure and unit", "capacity is 500 ml", 75_000, "capacity is|500 ml"},
		{"figure and Chinese unit", "每箱装500个", em(5), "每箱装|500个"},
		{"currency and figure", "the price USD 3.25", 70_000, "the price|USD 3.25"},
		{"sizes", "carton 52 × 42 × 28 cm", 105_000, "carton|52 × 42 × 28 cm"},
		{"newlines kept", "a\n\nb\r\nc", em(9), "a||b|c"},
		{"no-break blanks kept", "aaa bbb\u00a0ccc", 45_000, "aaa|bbb\u00a0ccc"},
		{"URL", "https://xinghe.example/products/bottle", 80_000, "https://|xinghe.example/|products/bottle"},
		{"blanks at a line's end vanish", "aaa   bbb", 25_000, "aaa|bbb"},
		{"mixed", "304不锈钢双层真空保温杯500ml黑色", em(10), "304不锈钢双层真空保|温杯500ml黑色"},
		{"combining mark", "e\u0301e\u0301e\u0301e\u0301", 12_000, "e\u0301e\u0301|e\u0301e\u0301"},
		{"no currency at a line's end", "自提价 ￥ 5.00", em(5), "自提价|￥ 5.00"},
		{"code behind Chinese", "单价USD 3.25", 45_000, "单价|USD 3.25"},
		{"ordinal", "见说明书第3页", em(5), "见说明书|第3页"},
		{"hours", "保温可达12小时", em(5), "保温可达|12小时"},
		{"HS code", "under HS 9617.00", 60_000, "under|HS 9617.00"},
		{"groups of a number", "Tel. +86 579 8512 3456", 100_000, "Tel.|+86 579 8512 3456"},
		{"tolerance", "capacity 500 ml ± 5%", 80_000, "capacity|500 ml ± 5%"},
		{"name of the net", "sales@xinghe.example.com", 65_000, "sales@|xinghe.|example.com"},
		{"full-width digits", "型号１２３４号", em(4), "型号|１２３４|号"},
		{"empty", "", em(3), ""},
	} {
		var got []string
		for _, l := range Break(c.text, regular, 10_000, c.width) {
			got = append(got, l.Text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// FuzzBreak holds what is true of every text: nothing but blanks is lost, every
// line fits unless a single part is wider, and its width is the measured one.
func FuzzBreak(f *testing.F) {
	for _, s := range []string{"304不锈钢 500 ml, (USD 3.25)", "——……（）《》", "\t a\u00a0b ", "𬭎Łódź 12件\n\n", "e\u0301\u0301\u0301"} {
		f.Add(s, 30_000)
	}
	strip := strings.NewReplacer(" ", "", "\t", "", "\u3000", "", "\n", "", "\r", "")
	f.Fuzz(func(t *testing.T, s string, width int) {
		if !utf8.ValidString(s) || len(s) > 2000 || width < 0 || width > 10_000_000 {
			t.Skip()
		}
		face := Standard().Regular
		var all strings.Builder
		for _, l := range Break(s, face, 9_000, width) {
			all.WriteString(l.Text)
			if w := face.Width(l.Text, 9_000); w-l.Width > 9 || l.Width-w > 9 {
				// A word torn in two may be drawn by other fonts than whole.
				if face.Width(s, 9_000) <= width {
					t.Errorf("line %q is said to be %d wide, measures %d", l.Text, l.Width, w)
				}
			}
		}
		if got, want := strip.Replace(all.String()), strip.Replace(s); got != want {
			t.Errorf("%q came out of %q", got, want)
		}
	})
}

func TestLinesFit(t *testing.T) {
	const s = "304不锈钢双层真空保温杯（500 ml），黑色；Double-walled vacuum flask, 304 stainless steel, with food-grade silicone lid. 每箱25个，共40箱。"
	face := Standard().Bold
	for width := 20_000; width < 400_000; width += 7_001 {
		for _, l := range Break(s, face, 8_500, width) {
			if l.Width > width && utf8.RuneCountInString(l.Text) > 2 {
				t.Errorf("width %d: %q is %d wide", width, l.Text, l.Width)
			}
			first, _ := utf8.DecodeRuneInString(l.Text)
			last, _ := utf8.DecodeLastRuneInString(l.Text)
			if utf8.RuneCountInString(l.Text) > 1 && (strings.ContainsRune(closing, first) || strings.ContainsRune(opening, last)) {
				t.Errorf("width %d: bad line %q", width, l.Text)
			}
		}
	}
}

func BenchmarkBreak(b *testing.B) {
	const s = "304不锈钢双层真空保温杯 500ml 黑色，Double-walled vacuum flask of stainless steel 304, 500 ml, black"
	face := Standard().Regular
	b.ReportAllocs()
	for b.Loop() {
		Break(s, face, 8_500, 150_000)
	}
}
