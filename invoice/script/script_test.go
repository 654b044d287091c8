package script

import "testing"

func TestSimplified(t *testing.T) {
	pairs := Simplified()
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
