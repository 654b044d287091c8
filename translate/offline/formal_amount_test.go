package offline

import "testing"

func TestAmountsInWords(t *testing.T) {
	translator, _ := New()
	for _, c := range []struct {
		source, want string // want "" for a text that a person must look at
	}{
		{"合计：叁万捌仟陆佰美元整（USD 38,600.00）", "Total amount: US Dollars Thirty-Eight Thousand Six Hundred Only (USD 38,600.00)"},
		{"合计金额：美元叁万捌仟陆佰元整", "Total amount: US Dollars Thirty-Eight Thousand Six Hundred Only"},
		{"合计：伍仟欧元整（EUR 5,000.00）", "Total amount: Euros Five Thousand Only (EUR 5,000.00)"},
		{"大写金额：壹仟贰佰叁拾肆元伍角陆分", "Amount in words: RMB One Thousand Two Hundred and Thirty-Four and Cents Fifty-Six Only"},
		{"总额：三万美元", "Total amount: USD 30,000"},
		{"每件加收两美元", "USD 2 extra per piece"},
		{"押金两千元", "Security deposit RMB 2,000"},
		{"1.2亿元人民币", "RMB 120,000,000"},
		{"每件便宜0.5元", "RMB 0.5 less per piece"},
		{"8折", ""},
		{"千元手机", ""},
		{"合计：叁万元整（USD 30,000.00）", ""},
		{"合计：人民币伍仟美元整", ""},
	} {
		got := translator.Translate(c.source, Payment, "en")
		if got.Final != (c.want != "") || got.Final && got.Text != c.want {
			t.Errorf("%s: %q, final %v %q, want %q", c.source, got.Text, got.Final, got.Checks, c.want)
		}
	}
}
