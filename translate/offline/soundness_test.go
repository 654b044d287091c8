package offline

import (
	"strings"
	"testing"
)

func TestUnsoundEnglishIsAskedAbout(t *testing.T) {
	for _, english := range []string{
		"Have is in stock", "Freight has included in the total price", "VAT did not include in the quotation",
		"Main mark requested according to the customer, gross weight stated", "with ribbon and", "Damaged free of charge reship",
		"Due to seller's reason late delivery", "70% against copy of B/L paid", "length 30cm×, width 20cm×, height 10cm",
		"rejected rate 2%", "found on the if it changes", "8-blade blade head",
	} {
		if len(unsound(english)) == 0 {
			t.Errorf("%q passes", english)
		}
	}
	for _, english := range []string{
		"Size: L 120 × W 60 × H 75 cm", "To be printed according to the customer's design", "Freight to be paid by the buyer",
		"Free of charge within 30 days", "Not to be included in the price", "30% deposit, 70% against copy of B/L",
	} {
		if doubts := unsound(english); len(doubts) > 0 {
			t.Errorf("%q: %s", english, strings.Join(doubts, "; "))
		}
	}
}

func TestClausesThatDependOnOthers(t *testing.T) {
	translator, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		source string
		kind   Kind
		want   string
	}{
		{"买方逾期付款，卖方有权取消订单", Payment, "If the buyer is late in payment, "},
		{"因买方原因取消订单，定金不退", Payment, "If the order is cancelled for reasons attributable to the buyer, "},
		{"因天气原因延误，卖方不承担责任", Note, "If there is a delay because of the weather, "},
		{"包装费已包含在单价内", Payment, "included in the unit price"},
		{"付款方式：电汇、信用证或托收", Payment, ": T/T, letter of credit or collection"},
		{"包装尺寸：长30cm×宽20cm×高10cm", Spec, "Package size: L 30 cm × W 20 cm × H 10 cm"},
		{"尺寸与图纸有偏差", Inspection, "Size deviates from the drawing"},
		{"余款70%在验货合格后出货前付清", Payment, " and before shipment"},
		{"带丝带的礼盒", Title, "Gift Box with Ribbon"},
		{"男士速干运动短裤 宽松透气 夏季跑步", Title, ", for Summer Running"},
		{"广东省东莞市虎门镇北工业区8号", Address, "No. 8, North Industrial Zone, Humen Town, Dongguan City, Guangdong Province"},
		{"河北省安平县纬二路北侧丝网工业园", Address, "Wire Mesh Industrial Park, North Side of Wei'er Road, Anping County, Hebei Province"},
	} {
		got := translator.Translate(c.source, c.kind, "en")
		if !strings.Contains(got.Text, c.want) || !got.Final {
			t.Errorf("%s: %q (%v), want %q", c.source, got.Text, got.Checks, c.want)
		}
	}
	for _, source := range []string{"因客户原因改单，费用由客户承担", "少件免费补发", "行李箱 全包围 保护套"} {
		if got := translator.Translate(source, Any, "en"); got.Final {
			t.Errorf("%s is certain: %q", source, got.Text)
		}
	}
}

func TestGoodsAreForWhoAndWhereTheTitleSays(t *testing.T) {
	translator, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"收纳筐 客厅 卧室 编织":   "Storage Basket for Living Room and Bedroom, Woven",
		"泳镜 游泳 防雾":       "Swimming Goggles, Anti-Fog",
		"儿童书包 男女童通用 轻便":  "Kids School Bag for Boys and Girls, Lightweight",
		"剃须刀 3个刀头 充电款":   "Electric Shaver, 3 Blade Heads, Rechargeable",
		"雨衣 成人 加厚":       "Raincoat for Adults, Thickened",
		"太阳帽 夏季":         "Sun Hat for Summer",
		"电动牙刷 2支刷头 充电式":  "Electric Toothbrush, 2 Brush Heads, Rechargeable",
		"保温杯 旅行 500ml":   "Insulated Bottle for Travel, 500 ml",
		"皮面记事本 A5":       "Leather-Cover Notebook, A5",
		"一次性医用外科口罩 三层熔喷": "Disposable Medical Surgical Mask, 3-Ply Meltblown",
	} {
		if got := translator.Translate(source, Title, "en"); got.Text != want || !got.Final {
			t.Errorf("%s: %q (%v), want %q", source, got.Text, got.Checks, want)
		}
	}
}
