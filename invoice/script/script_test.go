package script

import "testing"

func TestSimplifiedForms(t *testing.T) {
	pairs := SimplifiedForms()
	for from, to := range map[rune]rune{'發': '发', '單': '单', '萬': '万', '號': '号', '裝': '装'} {
		if pairs[from] != to {
			t.Errorf("%c is %c, want %c", from, pairs[from], to)
		}
	}
	for from, to := range pairs {
		if from == to {
			t.Errorf("%c stands for itself", from)
		}
	}
	if len(pairs) < 2500 {
		t.Errorf("only %d characters", len(pairs))
	}
	if _, ok := pairs['货']; ok {
		t.Error("货 is simplified")
	}
}

func TestSimplify(t *testing.T) {
	if got := Simplify("義烏市雙層真空保溫杯廠，運費預付 1000"); got != "义乌市双层真空保温杯厂，运费预付 1000" {
		t.Error(got)
	}
}

func TestIsTraditional(t *testing.T) {
	for text, want := range map[string]bool{
		"不鏽鋼保溫杯": true, "真空保溫杯": true, "後里": true, "義烏市星禾日用品有限公司": true,
		"": false, "杯": false, "公司": false, "保温杯": false, "500ml": false,
		// One character of the other script makes no text of it.
		"宁波雅緻贸易有限公司": false, "双层真空保溫杯": false,
		// These are of both scripts, here among traditional ones.
		"后里區面谷": true,
	} {
		if got := IsTraditional(text); got != want {
			t.Errorf("%q is traditional: %t", text, got)
		}
	}
}
