package offline

import (
	"slices"
	"strings"
	"testing"
)

// TestStatements reads clauses by their verbs; what a wrong reading would say instead
// stands beside the harder ones.
func TestStatements(t *testing.T) {
	translator := newTranslator(t)
	for source, want := range map[string]string{
		"请于5月20日前完成订舱":           "Please complete booking before May 20",
		"买方应于合同签订后5个工作日内支付30%定金": "The buyer shall pay 30% deposit within 5 working days after signing of contract",
		"木托盘须经熏蒸":                "Wooden pallets must be fumigated",
		"唛头由客户提供":                "Shipping mark to be provided by the customer",
		"请在每个产品上贴条形码":            "Please affix barcode on each product",
		"定金收到后发货":                "Shipment after receipt of deposit",                   // the deposit isn't shipped
		"余款装柜前付清":                "Balance to be paid in full before container loading", // nor loaded
		"产品用PE袋包装后放入彩盒":          "Product to be put in the color box after packing in PE bag",
		"图纸批准后生产":                "Production after approval of drawing",
		"如订单取消，定金不予退还":           "If the order is cancelled, deposit is non-refundable",
		"货物到港后由买方负责清关":           "Customs clearance to be handled by the buyer after arrival of the goods at port",
		"货款通过银行转账支付":             "Payment for goods to be made through bank transfer",
		"未经卖方书面同意，买方不得转让本合同":     "Without the written consent of the seller, the buyer must not assign this contract",
		"已要求工厂重印":                "The factory has been requested to reprint",
		"双方盖章后生效":                "Takes effect after being stamped by both parties",
		"如延期付款，每日加收0.5%滞纳金":      "In case of deferred payment, 0.5% late payment fee to be additionally charged per day",
		"每周二、周五开船":               "Sailing every Tuesday and Friday",
		"工厂7月15日至20日放假":          "Factory closed from July 15 to 20",
		"禁止使用订书钉封箱":              "Staples must not be used for carton sealing",
	} {
		got := translator.Translate(source, Note, "en")
		if want == "" {
			if got.Final {
				t.Errorf("%s is final: %q", source, got.Text)
			}
			continue
		}
		if got.Text != want || !got.Final {
			t.Errorf("%s:\ngot  %q final %v %q\nwant %q", source, got.Text, got.Final, got.Checks, want)
		}
	}
}

// TestNeverFinal holds texts whose English would say something else.
func TestNeverFinal(t *testing.T) {
	translator := newTranslator(t)
	for _, c := range []struct{ why, source string }{
		{"a size of wire or an area", "端子 4平方 铜鼻子头"},
		{"heads or pieces", "塑料配件 16头"},
		{"pink or powder", "玫瑰面膜 粉"},
		{"a stroller or a cart", "折叠推车 四轮"},
		{"yarn, not pieces", "纱支密度：40支"},
		{"a Hong Kong name", "香港九龙尖沙咀弥敦道132号美丽华大厦12楼"},
		{"a reading that differs by place", "广东省惠州市惠阳区镇隆镇甘陂村"},
		{"an unknown word", "304不锈钢魑魅盒"},
	} {
		for _, kind := range []Kind{Any, Title, Note} {
			if got := translator.Translate(c.source, kind, "en"); got.Final {
				t.Errorf("%s, %s as %q is final: %q", c.why, c.source, kind, got.Text)
			}
		}
	}
}

// TestTablesAreNormalised holds the glossary to the one form texts are brought to,
// which loading relies on.
func TestTablesAreNormalised(t *testing.T) {
	k := newTranslator(t).data()
	for _, name := range glossaryTables() {
		if isSentences(name) {
			continue
		}
		eachRow(name, func(row []string) {
			if normal := tight(k.normalise(row[0])); normal != row[0] {
				t.Errorf("%s: %q is not normalised, want %q", name, row[0], normal)
			}
		})
	}
}

// TestTemplatesCanFit refuses templates with a part that no text can have: signs of
// the patterns' own language that are left as text, for they stand where they are not
// read, as in ((a|b)|) and ({t}|a), or more optional parts than are written out.
func TestTemplatesCanFit(t *testing.T) {
	k := newTranslator(t).data()
	check := func(row *sentenceRow, from string, ready []*template) {
		if len(ready) == 0 || strings.Count(from, "[") > mostOptionalParts {
			t.Errorf("%s isn't written out", from)
		}
		for _, template := range ready {
			unread := func(fixed string) bool {
				return strings.ContainsAny(fixed, "[]{}|?") || strings.ContainsAny(fixed, "()") && !strings.Contains(template.target, "(")
			}
			if strings.ContainsAny(template.target, "[]|") || slices.ContainsFunc(template.elements, func(e element) bool { return slices.ContainsFunc(e.options, unread) }) {
				t.Errorf("%s, %s: a sign is left as text", row.zh, row.en)
			}
		}
	}
	for i := range k.sentences.rows {
		row := &k.sentences.rows[i]
		check(row, row.zh, k.compile(row))
	}
	side := k.englishSide()
	for _, row := range side.rows[:side.ownRows] {
		check(row, row.en, turnedTemplates(row))
	}
}

// TestOneRowForEachWord: of two rows the later would hide the earlier.
func TestOneRowForEachWord(t *testing.T) {
	for _, name := range []string{"tables/verbs.tsv", "tables/states.tsv", "tables/users.tsv", "tables/guards.tsv", "tables/turns.tsv", "tables/additions.tsv"} {
		seen := map[string]bool{}
		eachRow(name, func(row []string) {
			if seen[row[0]] {
				t.Errorf("%s: %s has two rows", name, row[0])
			}
			seen[row[0]] = true
		})
	}
}

func TestMinusStays(t *testing.T) {
	got := newTranslator(t).Translate("玻璃水 -25度 2L", Title, "en")
	if got.Final && got.Text != "Windshield Washer Fluid, -25°, 2 L" {
		t.Errorf("got %q", got.Text)
	}
}
