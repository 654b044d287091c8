package translate

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDetect(t *testing.T) {
	for text, want := range map[string]Lang{
		"304不锈钢保温杯 500ml": Chinese, "不鏽鋼保溫杯": Traditional, "真空保溫杯": Traditional, "杯": Chinese, "公司": Chinese,
		"Insulated bottle": English, "BROOKLINE": English, "": "", "500ml": "", "XH-500-BK": "", "12.5": "", "https://a.example/x": "", "a@b.example": "",
		"義烏市星禾日用品有限公司": Traditional, "FOB宁波": Chinese, "Café": English,
	} {
		if got := Detect(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

func TestScriptTables(t *testing.T) {
	traditional := strings.Join(strings.Fields(traditionalForms), "")
	simplified := strings.Join(strings.Fields(simplifiedForms), "")
	if a, b := utf8.RuneCountInString(traditional), utf8.RuneCountInString(simplified); a != b {
		t.Fatalf("%d traditional forms, %d simplified ones", a, b)
	}
	if got := Simplified("義烏市雙層真空保溫杯廠，運費預付"); got != "义乌市双层真空保温杯厂，运费预付" {
		t.Error(got)
	}
	for i, r := range []rune(traditional) {
		if s := []rune(simplified)[i]; r == s {
			t.Errorf("%c is listed as traditional and simplified", r)
		}
	}
}
