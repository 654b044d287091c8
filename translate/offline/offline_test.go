package offline

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func newTranslator(t testing.TB, options ...Option) *Translator {
	t.Helper()
	translator, err := New(options...)
	if err != nil {
		t.Fatal(err)
	}
	return translator
}

func TestTranslate(t *testing.T) {
	translator := newTranslator(t)
	for _, c := range []struct {
		name, source string
		kind         Kind
		to, want     string
		final        bool
	}{
		{"traditional characters", "浙江省義烏市興業路88號", Any, "en", "No. 88, Xingye Road, Yiwu City, Zhejiang Province", true},
		{"full-width digits", "金额：１２，３４５．６７元", Payment, "en", "Amount: RMB 12,345.67", true},
		{"a minus", "工作温度：-20至60摄氏度", Spec, "en", "Operating temperature: -20 to 60°C", true},
		{"hundreds of millions", "总价90亿元", Payment, "en", "Total price RMB 9,000,000,000", true},
		{"a model behind for", "手机壳 适用iPhone 15", Title, "en", "Phone Case for iPhone 15", true},
		{"a company's name", "义乌市星河贸易有限公司", Any, "en", "Yiwu Xinghe Trading Co., Ltd.", false},
		{"a heteronym", "重庆市渝北区", Address, "en", "Yubei District, Chongqing", true},
		{"nothing to translate", "ABC-123", Any, "en", "ABC-123", true},
		{"a title into Chinese", "304 Stainless Steel Insulated Bottle with Straw, 500 ml", Title, "zh", "304不锈钢保温杯 带吸管 500ml", true},
		{"a sentence into Chinese", "Payment terms: 30% deposit, 70% balance before shipment", Payment, "zh", "付款条件：30%定金，70%余款发货前付清", true},
		{"dates into Chinese", "ETD: March 15, 2026; ETA: April 8, 2026", Shipping, "zh", "预计开船：2026年3月15日；预计到港：2026年4月8日", true},
		{"a foreign party", "Acme Trading Inc", Company, "zh", "Acme Trading Inc", false},
		{"a road's characters", "No. 88, Xingye Road, Yiwu City", Address, "zh", "义乌市Xingye路88号", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := translator.Translate(c.source, c.kind, c.to)
			if got.Text != c.want || got.Final != c.final {
				t.Errorf("%s:\ngot  %q final %v %q\nwant %q final %v", c.source, got.Text, got.Final, got.Checks, c.want, c.final)
			}
			if got.Final != (len(got.Checks) == 0) {
				t.Errorf("final %v with the checks %q", got.Final, got.Checks)
			}
		})
	}
}

func TestUserTermsWin(t *testing.T) {
	translator := newTranslator(t, WithTerms(Term{"保温杯", "thermo mug"}), WithForbidden("bamboo"))
	if got := translator.Translate("304不锈钢保温杯", Title, "en"); !strings.Contains(got.Text, "Thermo Mug") || !got.Final {
		t.Errorf("the user's term is not used: %+v", got)
	}
	if got := translator.Translate("竹制砧板", Title, "en"); got.Final {
		t.Errorf("a forbidden word is final: %+v", got)
	}
}

func TestPinyin(t *testing.T) {
	k := newTranslator(t).data()
	for name, want := range map[string]string{
		"星河": "Xinghe", "西安": "Xi'an", "重庆": "Chongqing", "厦门": "Xiamen", "乐清": "Yueqing", "六安": "Lu'an",
		"蚌埠": "Bengbu", "哈尔斯": "Haersi", "乐购": "Legou", "兴业": "Xingye", "女": "Nu",
	} {
		if got, _ := k.pinyin(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestChineseNumber(t *testing.T) {
	for source, want := range map[string]string{
		"三": "3", "十二": "12", "二十": "20", "一百零五": "105", "壹拾贰万叁仟肆佰伍拾": "123450", "三亿": "300000000", "两": "2", "个": "",
	} {
		if got, _ := chineseNumber([]rune(source)); got != want {
			t.Errorf("%s: got %q, want %q", source, got, want)
		}
	}
}

func TestEnglishWords(t *testing.T) {
	for n, want := range map[int64]string{
		0: "Zero", 15: "Fifteen", 100: "One Hundred", 123450: "One Hundred Twenty-Three Thousand Four Hundred and Fifty", 1000001: "One Million One",
	} {
		if got := englishWords(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestChangedNumbersAreFound(t *testing.T) {
	for _, c := range []struct {
		source, target string
		right          bool
	}{
		{"12万元", "RMB 120,000", true},
		{"12万元", "RMB 12,000", false},
		{"一式三份", "in 3 copies", true},
		{"500件", "50 pcs", false},
		{"2.200.112", "2,200,12", false},
		{"共5箱", "5 cartons, 5 in total", false},
		{"四月八日", "April 8", true},
	} {
		if got := len(changedNumbers(c.source, c.target)) == 0; got != c.right {
			t.Errorf("%s, %s: right is %v, want %v", c.source, c.target, got, c.right)
		}
	}
}

// TestMetricAgrees holds the port to values that metrics.py and sacreBLEU give.
func TestMetricAgrees(t *testing.T) {
	for _, c := range []struct {
		hypothesis, reference string
		want                  float64
	}{
		{"a", "a", 100}, {"", "reference", 0}, {"a b c", "abc", 100},
	} {
		if got := countNgrams(c.hypothesis, c.reference).score(); got != c.want {
			t.Errorf("%q, %q: got %f, want %f", c.hypothesis, c.reference, got, c.want)
		}
	}
}

func FuzzTranslate(f *testing.F) {
	for _, seed := range []string{"304不锈钢保温杯500ml 双层真空", "付款方式：30%定金", "浙江省义乌市兴业路88号", "((（【{n}", "1万2亿三百", "No. 88, Xingye Road", "《\x00\xff"} {
		f.Add(seed, true)
		f.Add(seed, false)
	}
	translator := newTranslator(f)
	f.Fuzz(func(t *testing.T, text string, intoEnglish bool) {
		to := map[bool]string{true: "en", false: "zh"}[intoEnglish]
		got := translator.Translate(text, Any, to)
		if again := translator.Translate(text, Any, to); again.Text != got.Text || again.Final != got.Final {
			t.Errorf("%q gives %q, then %q", text, got.Text, again.Text)
		}
		if got.Final && intoEnglish && hasHan(got.Text) {
			t.Errorf("%q: Chinese is left in the final %q", text, got.Text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got.Text) {
			t.Errorf("%q gives a broken %q", text, got.Text)
		}
	})
}

// TestLabels translates labels of documents as labels, and nothing else that has
// the same characters.
func TestLabels(t *testing.T) {
	tr, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"箱单": "packing list", "装 箱 单": "packing list", "致": "To", "长": "length", "买方（盖章）": "buyer (stamp)", "付款方式": "payment terms",
		"商品名称、规格型号": "product name, specification and model", "備註": "remarks",
	} {
		if r := tr.Translate(text, Any, "en"); r.Text != want || !r.Final {
			t.Errorf("%s: %q, final %v; want %q", text, r.Text, r.Final, want)
		}
	}
	if r := tr.Translate("长", Title, "en"); r.Final {
		t.Errorf("a title of one character is no label: %q", r.Text)
	}
	own, err := New(WithTerms(Term{Zh: "箱单", En: "carton sheet"}))
	if err != nil {
		t.Fatal(err)
	}
	if r := own.Translate("箱单", Any, "en"); !strings.EqualFold(r.Text, "carton sheet") {
		t.Errorf("the user's own term is %q", r.Text)
	}
}
