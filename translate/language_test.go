package translate

import (
	"testing"
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
