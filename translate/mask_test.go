package translate

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"304不锈钢保温杯 500ml":                          "⟦1⟧不锈钢保温杯 ⟦2⟧",
		"30%定金，70%余款":                              "⟦1⟧定金，⟦2⟧余款",
		"3万件，每箱24个":                                "⟦1⟧件，每箱⟦2⟧个",
		"360度万向轮":                                  "⟦1⟧度万向轮",
		"被套200x230cm":                              "被套⟦1⟧",
		"SWIFT: BKCHCNBJ 账号3766 5832 1109":         "SWIFT: ⟦1⟧ 账号⟦2⟧",
		"电话+86 579 8512 3456，邮箱a.b@c.example":      "电话⟦1⟧，邮箱⟦2⟧",
		"见https://x.example/a?b=1，HS 9617.00.1000": "见⟦1⟧，HS ⟦2⟧",
		"型号XH-500-BK，误差±0.5mm，温度≥-20℃":             "型号⟦1⟧，误差⟦2⟧，温度⟦3⟧",
		"2026-03-18前，1,200.50元":                    "⟦1⟧前，⟦2⟧元",
		"12千克":                                     "⟦1⟧千克",
		"有⟦9⟧的":                                    "有⟦1⟧⟦2⟧⟦3⟧的",
		"食品级硅胶":                                    "食品级硅胶",
		"15days后，2-piece set":                      "⟦1⟧days后，⟦2⟧-piece set",
	} {
		if got := mask(text, Chinese, nil, 1).text; got != want {
			t.Errorf("%s gives %s, not %s", text, got, want)
		}
	}
}

func TestRestore(t *testing.T) {
	m := mask("304不锈钢杯3万件，30%定金，70%余款", Chinese, []Term{{Chinese: "不锈钢", English: []string{"stainless steel"}}}, 5)
	if m.text != "⟦5⟧⟦6⟧杯⟦7⟧件，⟦8⟧定金，⟦9⟧余款" {
		t.Fatal(m.text)
	}
	for answer, want := range map[string]string{
		"⟦5⟧⟦6⟧cup, ⟦7⟧pcs, ⟦8⟧ deposit, ⟦9⟧ balance":         "304 stainless steel cup, 30,000 pcs, 30% deposit, 70% balance",
		"⟦ 5 ⟧ ⟦６⟧ cup [[7]] pcs ⟦8⟧deposit ⟦9⟧balance":       "304 stainless steel cup 30,000 pcs 30% deposit 70% balance",
		"⟦7⟧ cups of ⟦5⟧ ⟦6⟧, ⟦8⟧ deposit, ⟦9⟧ balance":       "30,000 cups of 304 stainless steel, 30% deposit, 70% balance",
		"⟦5⟧ ⟦6⟧ cup, ⟦7⟧ pcs, ⟦9⟧ deposit, ⟦8⟧ balance":      "",
		"⟦5⟧ ⟦6⟧ cup, ⟦7⟧ pcs, ⟦8⟧ deposit":                   "",
		"⟦5⟧ ⟦6⟧ cup, ⟦7⟧ ⟦7⟧ pcs, ⟦8⟧ deposit, ⟦9⟧ balance":  "",
		"⟦5⟧ ⟦6⟧ cup, ⟦7⟧ pcs, ⟦8⟧ deposit, ⟦9⟧ balance ⟦10⟧": "",
		"⟦5⟧ ⟦6⟧ cup, ⟦7⟧ pcs, ⟦8⟧ deposit, ⟦9⟧ balance ⟦1⟧":  "",
	} {
		got, checks := m.restore(answer, English)
		if got != want || (got == "") != refused(checks) {
			t.Errorf("%s gives %q, %v", answer, got, checks)
		}
	}
}

// A text masked and given back as it was is the text again.
func FuzzMask(f *testing.F) {
	for _, seed := range []string{"304不锈钢 500ml", "3万件 -20℃", "⟦1⟧[[2]]", "SWIFT BKCHCNBJ", "a@b.c 12 345 678", "１２３", "1.2.3,4,"} {
		f.Add(seed, 1)
	}
	f.Fuzz(func(t *testing.T, text string, first int) {
		if first < 1 || first > 1_000_000 || !utf8.ValidString(text) || strings.Contains(text, "[[") || strings.ContainsAny(text, "０１２３４５６７８９") {
			return
		}
		m := mask(text, English, nil, first)
		got, checks := m.restore(m.text, Chinese)
		if got != text || refused(checks) {
			t.Errorf("%q masked %q gives %q, %v", text, m.text, got, checks)
		}
		if strings.ContainsAny(maskPattern.ReplaceAllString(m.text, ""), "0123456789") && !slices.ContainsFunc(m.holds, func(s string) bool { return s != "" }) {
			t.Errorf("%q keeps digits: %q", text, m.text)
		}
	})
}
