package offline

import "testing"

// TestOrderLines holds plain lines that orders repeat, each certain and word for word.
func TestOrderLines(t *testing.T) {
	translator, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []struct {
		kind   Kind
		zh, en string
	}{
		{Packing, "每件一个PE袋，每50件装一箱", "Each piece in a PE bag, 50 pcs per carton"},
		{Packing, "吸塑卡装，12卡一内盒，144卡一外箱", "Blister card packing, 12 cards per inner box, 144 cards per outer carton"},
		{Packing, "纸箱须印“MADE IN CHINA”字样", `Carton must be printed with "MADE IN CHINA"`},
		{Packing, "卖方须提供产地证", "The seller must provide certificate of origin"},
		{Inspection, "抽检125件，发现轻微缺陷6件，在允收范围内", "125 pcs sampled; 6 minor defects found; within acceptance limits"},
		{Inspection, "1件缝线开裂", "1 pc with cracked seam"},
		{Inspection, "不存在主要缺陷", "No major defects found"},
		{Payment, "O/A 60天，自提单日起算", "O/A 60 days from B/L date"},
		{Payment, "价格条款：FOB宁波，含税13%", "Price terms: FOB Ningbo, including 13% tax"},
		{Shipping, "通知人同收货人", "Notify party: same as consignee"},
		{Shipping, "由客户指定货代安排订舱", "Booking to be arranged by the customer's nominated forwarder"},
		{Spec, "需另配3节7号电池", "3 AAA (No. 7) batteries required"},
		{Address, "河北省安平县纬二路北侧丝网工业园", "Wire Mesh Industrial Park, North Side of Wei'er Road, Anping County, Hebei Province"},
		{Address, "浙江省台州市黄岩区新前街道西工业区2号厂房", "Workshop 2, West Industrial Zone, Xinqian Subdistrict, Huangyan District, Taizhou City, Zhejiang Province"},
	} {
		if got := translator.Translate(line.zh, line.kind, "en"); got.Text != line.en || !got.Final {
			t.Errorf("%s:\ngot  %q final %v %q\nwant %q", line.zh, got.Text, got.Final, got.Checks, line.en)
		}
	}
}

// TestGoodsOfAllFields: words that mean one thing beside these goods and another
// beside those.
func TestGoodsOfAllFields(t *testing.T) {
	holdWanted(t, []wanted{
		{"波长450纳米", Spec, "Wavelength 450 nm"},
		{"纳米双面胶 透明 3米", Title, "Nano Double-Sided Tape, Clear, 3 m"},
		{"砂纸 氧化铝 240目", Title, "Sandpaper, Aluminum Oxide, 240 Mesh"},
		{"充电宝 氧化铝外壳 10000毫安", Title, "Power Bank, Anodized Aluminum Housing, 10000 mAh"},
		{"女士连衣裙 吊带 碎花 长款", Title, "Women's Dress, Spaghetti Strap, Floral, Long"},
		{"加湿器水箱 4L", Title, "Humidifier Water Tank, 4 L"},
		{"汽车水箱 铝合金", Title, "Car Radiator, Aluminum Alloy"},
		{"足球袜 成人", Title, "Soccer Socks for Adults"},
		{"海运至奥克兰", Shipping, ""},
		{"海运至新西兰奥克兰", Shipping, "By sea to Auckland, New Zealand"},
		{"请勿水洗", Note, ""},
		{"请勿折叠", Note, "Do not fold"},
		{"开封后请于6个月内用完", Spec, "Use within 6 months after opening"},
		{"数量由300改为500", Note, "Quantity changed from 300 to 500"},
	})
}
