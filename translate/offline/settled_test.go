package offline

import "testing"

// wanted is a text with the English it must have, "" where it must not be final.
type wanted struct {
	source string
	kind   Kind
	want   string
}

func holdWanted(t *testing.T, cases []wanted) {
	t.Helper()
	translator := newTranslator(t)
	for _, c := range cases {
		got := translator.Translate(c.source, c.kind, "en")
		if got.Final != (c.want != "") || c.want != "" && got.Text != c.want {
			t.Errorf("%s: %q final %v %q, want %q", c.source, got.Text, got.Final, got.Checks, c.want)
		}
	}
}

// TestMeasureWordsGoWithTheirGoods: 节 counts batteries and sections, 档 speeds and
// levels, 抽 sheets and drawers; what the goods don't settle is asked about.
func TestMeasureWordsGoWithTheirGoods(t *testing.T) {
	holdWanted(t, []wanted{
		{"两节5号电池供电（不含）", Spec, "Powered by 2 AA (No. 5) batteries (not included)"},
		{"手电筒 3节7号电池", Title, "Flashlight, 3 AAA (No. 7) Batteries"},
		{"4节伸缩鱼竿", Title, "4-Section Extendable Fishing Rod"},
		{"玩具车 3节车厢", Title, ""},
		{"玩具车 2组电池 遥控", Title, ""},
		{"台灯 四档调光", Title, "Desk Lamp, 4-Level Dimming"},
		{"手持风扇 三档风速", Title, "Handheld Fan, 3 Fan Speeds"},
		{"花洒 三档", Title, ""},
		{"抽纸 100抽", Title, "Facial Tissue, 100 Sheets"},
		{"四粒扣西装", Title, ""},
		{"硅胶冰格 24格", Title, "Silicone Ice Cube Tray, 24 Compartments"},
		{"毛巾 50块", Title, "Towel, 50 pcs"},
		{"蓝牙耳机 50块", Title, ""},
	})
}

// TestWordsOfSeveralTrades: the goods tell what a word means, in their own part of
// the title before the rest of it.
func TestWordsOfSeveralTrades(t *testing.T) {
	holdWanted(t, []wanted{
		{"瑜伽垫 送背带", Title, "Yoga Mat with Free Strap"},
		{"男士衬衫 送背带", Title, "Men's Shirt with Free Suspenders"},
		{"电饭煲 送背带", Title, ""},
		{"吸尘器 无线", Title, "Vacuum Cleaner, Cordless"},
		{"鼠标 无线", Title, "Mouse, Wireless"},
		{"珍珠项链 强光", Title, "Pearl Necklace, High Luster"},
		{"儿童水彩笔 三角杆", Title, ""},
		{"打火机 可充气", Title, "Lighter, Refillable"},
		{"金属挂钩 强力粘胶", Title, "Metal Hook, Heavy-Duty Adhesive"},
		{"圆头单鞋", Title, "Round-Toe Flats"},
		{"圆头勺", Title, ""},
		{"搅拌机 2L", Title, ""},
		{"毛绒公仔 可来图定制", Title, "Plush Doll, Custom-Made to Drawing"},
	})
}

// TestNothingIsCutOutOfWords: no word's last character is a time, no verb of one
// character stands in a longer word, and no noun ends inside one.
func TestNothingIsCutOutOfWords(t *testing.T) {
	holdWanted(t, []wanted{
		{"不锈钢真空焖烧罐 1L 保温12小时", Title, "Stainless Steel Vacuum Food Jar, 1 L, Keeps Hot for 12 Hours"},
		{"唛头印刷错误，工厂已重新印刷", Inspection, "Shipping mark printing error; reprinted by the factory"},
		{"不可撤销即期信用证，由买方银行开出", Payment, "Irrevocable L/C at sight, issued by the buyer's bank"},
		{"杯盖密封不严，倒置漏水", Inspection, "Cup lid not tightly sealed; leaks when turned upside down"},
		{"红色缺货", Note, "Red out of stock"},
		{"宠物自动宠物喂食器", Title, "Automatic Pet Feeder"},
		{"藏蓝宽松秋冬百搭刺绣2024秋季卫裤", Title, "Navy Blue Loose-Fit Fall and Winter Versatile Embroidered 2024 Fall Sweatpants"},
		{"欧美热卖休闲运动套装开衫上衣女装", Title, ""},
		{"30%预付，70%发货前结清", Payment, "30% in advance, 70% to be settled before shipment"},
		{"双方签字盖章后生效，传真件有效", Note, "Takes effect after being signed and sealed by both parties, faxed copies are valid"},
	})
}

// TestNamesInAddressesAreDivided: an old place, a zone and a building stand beside
// the road, not in its name; a name with a place in it is asked about.
func TestNamesInAddressesAreDivided(t *testing.T) {
	holdWanted(t, []wanted{
		{"上海市宝山区吴淞同济路88号", Address, "No. 88, Tongji Road, Wusong, Baoshan District, Shanghai"},
		{"天津市滨海新区塘沽新港二号路1号", Address, "No. 1, Xingang No. 2 Road, Tanggu, Binhai New Area, Tianjin"},
		{"河北省保定市白沟新城富民路东段", Address, "East Section of Fumin Road, Baigou New Town, Baoding City, Hebei Province"},
		{"浙江省绍兴市柯桥区轻纺城东升路市场2楼1区88号", Address, "No. 88, District 1, 2/F, Dongsheng Road Market, Textile City, Keqiao District, Shaoxing City, Zhejiang Province"},
		{"江西省景德镇市珠山区新厂西路陶瓷大世界B区", Address, "Zone B, Ceramics World, Xinchang West Road, Zhushan District, Jingdezhen City, Jiangxi Province"},
		{"浙江省义乌市福田街道银海二区18栋3单元", Address, "Unit 3, Building 18, Yinhai Zone 2, Futian Subdistrict, Yiwu City, Zhejiang Province"},
		{"江西省南昌市青山湖区昌东工业区东升大道999号", Address, "No. 999, Dongsheng Avenue, Changdong Industrial Zone, Qingshanhu District, Nanchang City, Jiangxi Province"},
		{"广州市海珠区新港中路397号自编23栋", Address, "Self-Numbered Building 23, No. 397, Xingang Middle Road, Haizhu District, Guangzhou City"},
		{"广东省揭阳市普宁市流沙东街道新坛村委旁", Address, "Beside Xintan Village Committee, Liushadong Subdistrict, Puning City, Jieyang City, Guangdong Province"},
		{"浙江省宁波市慈溪市观海卫镇工业园东区卫三路15号", Address, "No. 15, Weisan Road, East Zone, Industrial Park, Guanhaiwei Town, Cixi City, Ningbo City, Zhejiang Province"},
		{"上海市南京西路100号", Address, "No. 100, Nanjing West Road, Shanghai"},
		{"湖北省武汉市硚口区汉正街品牌服饰广场", Address, ""},
		{"浙江省杭州市西湖区天目山古荡湾路8号", Address, ""},
	})
}

// TestJoints: clauses joined by ranges, comparisons, thresholds and conditions.
func TestJoints(t *testing.T) {
	holdWanted(t, []wanted{
		{"色差在可接受范围内", Inspection, "Color difference is within the acceptable range"},
		{"产品尺寸比图纸偏小2毫米", Inspection, "Product size is 2 mm smaller than the drawing"},
		{"完成80%以上方可安排验货", Inspection, "Inspection only after 80% or more is completed"},
		{"数量短缺15件，工厂将于下周补齐", Inspection, "Short 15 pcs; to be made up by the factory next week"},
		{"逾期付款的，每日按未付金额的0.05%支付违约金", Payment, "In case of overdue payment, liquidated damages of 0.05% of the unpaid amount shall be paid per day"},
		{"折扣：订单满1万美元优惠3%", Payment, "Discount: 3% discount for orders of USD 10,000 or more"},
		{"如需更改订单，请提前10天书面通知", Note, "If the order needs to be changed, please notify in writing 10 days in advance"},
		{"不可抗力因素导致的延误，卖方不承担责任", Note, "Delay caused by force majeure, the seller shall not bear liability"},
		{"封箱后用缠绕膜打托，高度不超过1.6米", Packing, "Palletized with stretch film after sealing the cartons, height not exceeding 1.6 m"},
		{"配件：充电线1条，收纳袋1个，保修卡1张", Packing, "Accessories: 1 charging cable, 1 storage bag, 1 warranty card"},
		{"毛重：18.5公斤，净重：16.8公斤", Packing, "G.W. 18.5 kg, N.W. 16.8 kg"},
		{"外观检查：无划痕、无污渍、无掉漆", Inspection, "Appearance check: no scratch, stain or paint peeling"},
		{"包装受潮，建议更换后出货", Inspection, "Packing damp; shipment recommended after replacement"},
		{"保质期：36个月（见包装喷码）", Spec, "Shelf life: 36 months (see the code printed on the packaging)"},
		{"从深圳盐田港到美国洛杉矶港", Shipping, "From Yantian Port, Shenzhen to Los Angeles Port, USA"},
		{"联系人：王丽，电话：13800138000", Note, "Contact person: Wang Li, Tel: 13800138000"},
		{"联系人：单晓乐", Note, ""},
		{"数量清点：共200箱，4000件", Inspection, "Quantity counted: 200 cartons in total; 4000 pcs"},
		{"随机开箱10箱，数量无误", Inspection, "10 cartons opened at random; quantity correct"},
		{"所有尺寸均为手工测量，请以实物为准", Note, "All sizes are measured by hand, the actual product shall prevail"},
	})
}

// TestFamousBrandsAreTheirMakers: no stranger is given a maker's English name.
func TestFamousBrandsAreTheirMakers(t *testing.T) {
	translator := newTranslator(t)
	for source, want := range map[string]string{
		"义乌市晨光玩具有限公司":  "Yiwu Chenguang Toys Co., Ltd.",
		"上海晨光文具股份有限公司": "Shanghai M&G Stationery Inc.",
		"中山市古镇星耀灯饰照明厂": "Zhongshan Guzhen Xingyao Lighting Factory",
	} {
		if got := translator.Translate(source, Company, "en"); got.Text != want || got.Final {
			t.Errorf("%s: %q final %v, want %q for review", source, got.Text, got.Final, want)
		}
	}
}
