package translate

import (
	"slices"
	"strings"
	"testing"
)

func TestNumbersThatAgree(t *testing.T) {
	for zh, en := range map[string]string{
		"3万件": "30,000 pcs", "1.5亿元": "150 million yuan", "90亿": "9 billion", "2.5万": "25,000", "3百万": "3 million", "12千克": "12 kg", "360度万向轮": "360° swivel caster",
		"30%定金，70%余款": "30% deposit, 70% balance", "百分之三十定金": "30% deposit", "双层保温杯": "double-wall bottle", "双层": "2-layer", "四件套": "four-piece set",
		"两年质保": "two-year warranty", "三箱": "3 cartons", "十五天内发货": "shipped within 15 days", "十五天": "fifteen days", "二十一天": "twenty-one days",
		"一次性餐盒": "disposable food box", "3月18日": "March 18", "2026年3月": "March 2026", "第一批": "first batch", "三通阀": "tee valve", "100㎡": "100 m2",
		"５００ml": "500 ml", "1,200.50": "1200.5", "3000件": "three thousand pieces", "二百五十个": "two hundred and fifty pcs", "五金配件": "hardware fittings",
		"双面胶一打": "a dozen double-sided tapes", "HS 9617.00": "HS 9617.00", "保温杯": "insulated bottle", "千斤顶": "jack", "100克": "100 g", "按每日万分之五计息": "interest at 5 per ten thousand per day", "货款的千分之三": "3 per thousand of the payment", "2米x50米": "2 m × 50 m", "USB3.0二合一读卡器": "USB3.0 2-in-1 Card Reader", "人民币壹仟元整": "RMB 1000 only", "叁佰元伍角陆分": "RMB three hundred and cents fifty-six", "叁佰元伍角整": "RMB three hundred and cents fifty",
	} {
		if missing, extra := figuresOf(zh, Chinese).compare(figuresOf(en, English)); len(missing)+len(extra) > 0 {
			t.Errorf("%s / %s: missing %v, extra %v", zh, en, missing, extra)
		}
		if missing, extra := figuresOf(en, English).compare(figuresOf(zh, Chinese)); len(missing)+len(extra) > 0 {
			t.Errorf("%s / %s: missing %v, extra %v", en, zh, missing, extra)
		}
	}
}

// English may say a year twice that Chinese says once; not the other way
// round.
func TestARepeatedYear(t *testing.T) {
	zh, en := "2026年3月15日开船，4月8日到港，三色", "ETD March 15, 2026; ETA April 8, 2026, assorted"
	if checks := Verify(zh, en, Chinese, English, nil, 0); len(checks) > 0 {
		t.Errorf("%v", checks)
	}
}

func TestNumbersThatChanged(t *testing.T) {
	for zh, en := range map[string]string{
		"30%定金，70%余款": "30% deposit, 60% balance", "2.200.112": "2,200,12", "90亿": "90 billion", "3万件": "3 pcs", "账号 0123456": "account 123456",
		"500ml": "50 ml", "每箱12个": "12 pcs, 12 cartons", "2026年": "March 2027", "两年质保": "three-year warranty", "十五天": "5 days", "保温杯": "2 bottles", "三箱": "cartons", "12箱，12件": "12 cartons", "1.5米": "15 m", "零下20度": "20 degrees", "万分之五": "4 per ten thousand", "每千个5美元": "USD 5 per ten thousand pcs", "(-20℃)": "(20 ℃)",
	} {
		if !slices.ContainsFunc(Verify(zh, en, Chinese, English, nil, 0), func(c Check) bool { return c.Code == CheckNumbers }) {
			t.Errorf("%s / %s passes", zh, en)
		}
	}
}

func TestVerify(t *testing.T) {
	terms := []Term{{Chinese: "保温杯", English: []string{"insulated bottle", "vacuum flask"}, Forbidden: []string{"thermos"}}}
	for _, c := range []struct {
		zh, en string
		maxLen int
		want   []Code
	}{
		{"保温杯", "Vacuum flasks", 0, nil},
		{"保温杯", "Cup", 0, []Code{CheckTerms}},
		{"防草布2米x50米", "Weed fabric, 2 m × 50 m", 0, nil},
		{"型号x50", "Model × 50", 0, []Code{CheckCodes}},
		{"保温杯", "Thermos, insulated bottle", 0, []Code{CheckForbidden}},
		{"杯", "cup 杯", 0, []Code{CheckHan}},
		{"杯", "杯", 0, []Code{CheckHan}},
		{"杯", " \n", 0, []Code{CheckEmpty}},
		{"杯", strings.Repeat("cup ", 40), 0, []Code{CheckEssay}},
		{"杯", "cup\nHope this helps!", 0, []Code{CheckEssay}},
		{"货号 XH-500-BK", "Item XH-500-BK", 0, nil},
		{"货号 XH-500-BK", "Item XH-500", 0, []Code{CheckCodes}},
		{"货号 AB12", "Item ab 12", 0, nil},
		{"前T/T40%", "40% T/T in advance", 0, nil},
		{"型号 TT40", "Model T 40", 0, []Code{CheckCodes}},
		{"SWIFT代码 BKCHCNBJ", "SWIFT code BKCHCNBX", 0, []Code{CheckCodes}},
		{"邮箱 a.b@c.example", "E-mail a.b@c.examples.example", 0, []Code{CheckCodes}},
		{"黑色", "Black", 4, []Code{CheckLength}},
	} {
		var got []Code
		for _, check := range Verify(c.zh, c.en, Chinese, English, terms, c.maxLen) {
			got = append(got, check.Code)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s / %s: %v, not %v", c.zh, c.en, got, c.want)
		}
	}
	if checks := Verify("Men's cup", "Cup", English, Chinese, nil, 0); len(checks) != 1 || checks[0].Code != CheckUntranslated {
		t.Errorf("%v", checks)
	}
}

func TestClean(t *testing.T) {
	for _, c := range [][3]string{
		{"杯", "Men&#39;s &amp; more", "Men's & more"}, {"R&amp;D 杯", "R&amp;D cup", "R&amp;D cup"}, {"杯", "\u200bcup\u202e\tlid\x00 ", "cup lid"},
	} {
		if got, _ := clean(c[0], c[1]); got != c[2] {
			t.Errorf("%q gives %q", c[1], got)
		}
	}
}

func FuzzFigures(f *testing.F) {
	f.Add("三千零五十万亿箱12,000.5万")
	f.Add("two hundred and three million billion-one thousand")
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []Lang{Chinese, English} {
			if missing, extra := figuresOf(text, lang).compare(figuresOf(text, lang)); len(missing)+len(extra) > 0 {
				t.Errorf("%q differs from itself: %v, %v", text, missing, extra)
			}
		}
	})
}
