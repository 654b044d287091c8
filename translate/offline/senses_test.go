package offline

import (
	"strings"
	"testing"
)

// TestSenses holds words that mean different things in different lines, and lines
// whose words are easily put together wrongly; what no context tells isn't final.
func TestSenses(t *testing.T) {
	translator := newTranslator(t)
	for _, c := range []struct {
		source string
		kind   Kind
		want   string // "" where it must not be final
	}{
		{"封箱胶带 透明 100码", Title, "Carton Sealing Tape, Clear, 100 Yards"},
		{"女鞋 35-40码", Title, "Women's Shoes, Size 35-40"},
		{"三角围巾 80码", Title, ""},
		{"抽纸 4层", Title, "Facial Tissue, 4-Ply"},
		{"5层收纳柜", Title, "5-Tier Storage Cabinet"},
		{"电缆 25平方", Title, "Cable, 25 mm²"},
		{"隔音棉 10平方", Title, ""},
		{"餐厅托盘 防滑", Title, "Restaurant Tray, Non-Slip"},
		{"塑料托盘", Title, ""},
		{"球头扳手", Title, "Ball End Wrench"},
		{"转向拉杆球头 左右通用", Title, "Tie Rod Ball Joint, Left and Right Universal"},
		{"涂鸦WiFi智能插座", Title, "Tuya Wi-Fi Smart Plug"},
		{"遮光窗帘 打孔款", Title, "Blackout Curtain, Grommet Style"},
		{"56头骨瓷餐具套装", Title, "56-Piece Bone China Tableware Set"},
		{"8头水晶吊灯", Title, "8-Light Crystal Chandelier"},
		{"50头牛", Title, ""},
		{"双头煤气灶", Title, "Double-Burner Gas Stove"},
		{"双头狗牵引绳", Title, ""},
		{"尖头高跟单鞋", Title, "Pointed-Toe High-Heel Pumps"},
		{"电子水平仪", Title, "Electronic Level"},
		{"54张扑克牌", Title, "54 Playing Cards"},
		{"1000片拼图", Title, "1000-Piece Jigsaw Puzzle"},
		{"100抽面巾纸 24包", Title, "100 Sheets Facial Tissue, 24 Packs"},
		{"骨瓷咖啡杯 金边", Title, "Bone China Coffee Cup, Gold Rim"},
		{"烤箱专用纸", Title, "Paper for Oven"},
		{"刹车片 前轮 陶瓷 适用丰田凯美瑞", Title, "Brake Pad, Front, Ceramic, for Toyota Camry"},
		{"合金车模 1:32", Title, "Die-Cast Model Car, 1:32"},
		{"1.5米*2米", Any, "1.5 m × 2 m"},
		{"3.5万套", Any, "35,000 Sets"},
		{"500万像素", Any, "5,000,000 Pixels"},
		{"中国浙江宁波", Any, "Ningbo, Zhejiang, China"},
		{"目的港：英国费利克斯托", Shipping, "Port of destination: Felixstowe, United Kingdom"},
		{"装运港：中国主要港口", Shipping, "Port of loading: any main port of China"},
		{"共3托，12件货物，均有编号", Shipping, "3 pallets in total, 12 packages, all numbered"},
		{"工厂有库存", Any, ""},
		{"每批抽检5%", Inspection, ""},
		{"吊牌由我司提供", Packing, "Hang tag to be provided by our company"},
		{"转速28000转/分钟", Spec, "Rotation speed 28000 rpm"},
		{"50%发货前付清", Payment, "50% to be paid in full before shipment"},
		{"布料有色花，退回供应商", Inspection, "Uneven colors found on the fabric; return to the supplier"},
		{"提单正本三份，快递寄给买方", Shipping, "3 copies of bill of lading original, to be sent by courier to the buyer"},
		{"乙方不得将产品销售给第三方", Note, "Party B must not sell product to a third party"},
		{"收货后7天内", SingleTerm, "within 7 days after receipt of the goods"},
		{"每月25日", Any, "On the 25th of each month"},
		{"颜色：黑色、白色可选", Spec, "Color: black or white available"},
		{"丝印模糊", Inspection, "Silk-screen printing blurred"},
	} {
		got := translator.Translate(c.source, c.kind, "en")
		if want := c.want; want != "" && got.Text != want || got.Final != (want != "") {
			t.Errorf("%s: got %q final %v %q, want %q", c.source, got.Text, got.Final, got.Checks, want)
		}
	}
}

// TestShortWordsByField: short names of parts are other parts in goods of other fields,
// and aren't final where nothing tells the field.
func TestShortWordsByField(t *testing.T) {
	holdWanted(t, []wanted{
		{"手表 蝴蝶扣 不锈钢 20mm", Title, "Watch, Butterfly Clasp, Stainless Steel, 20 mm"},
		{"机械手表 透明后盖 男款", Title, "Mechanical Watch, Clear Case Back, for Men"},
		{"竹节棉 T恤 短袖 男", Title, "Slub Cotton T-Shirt, Short-Sleeve, for Men"},
		{"钢网 SMT 激光 0.12mm", Title, "SMT Stencil, Laser, 0.12 mm"},
		{"电热水器镁棒 通用型", Title, "Electric Water Heater Magnesium Anode Rod, Universal"},
		{"陶瓷碗组 日式 6件套", Title, "Ceramic Bowl Set, Japanese-Style, 6-Piece Set"},
		{"空调主板 通用", Title, "Air Conditioner Mainboard, Universal"},
		{"UPVC排水管 110mm 白色", Title, "UPVC Drain Pipe, 110 mm, White"},
		{"模具顶针 SKD61 6x200", Title, "Mold Ejector Pin, SKD61 6x200"},
		{"光伏背板 白色 0.3mm", Title, "Photovoltaic Backsheet, White, 0.3 mm"},
		{"镁粉 99.9% 200目", Title, ""},
		{"平板 10寸 安卓", Title, "Tablet, 10-inch, Android"},
		{"碗刷 100mm", Title, "Cup Brush, 100 mm"},
		{"电动风炮 锂电 21V", Title, "Electric Impact Wrench, Lithium Battery, 21 V"},
		{"熨斗底板 陶瓷", Title, "Iron Soleplate, Ceramic"},
		{"滑板护肘 成人", Title, "Skateboard Elbow Pads for Adults"},
		{"羊毛电剪 320W", Title, "Wool Sheep Shears, 320 W"},
		{"不锈钢卡套接头 8mm", Title, "Stainless Steel Compression Fitting, 8 mm"},
		{"足球 球衣 儿童", Title, "Soccer Jersey for Kids"},
		{"5号足球 PU 送打气筒", Title, "Size 5 Soccer Ball with Free Air Pump, PU"},
		{"山地车变速器 后拨 9速", Title, "Mountain Bike Derailleur, Rear Derailleur, 9-Speed"},
		{"变速器", Title, ""},
		{"铝拉钉 4x10", Title, "Aluminum Blind Rivet, 4x10"},
		{"数控刀片 APMT1604 硬质合金", Title, "CNC Insert, APMT1604, Carbide"},
		{"陶瓷酒壶 500ml 日式", Title, "Ceramic Wine Pot, 500 ml, Japanese-Style"},
		{"婴儿尿片 L码 50片", Title, "Baby Diaper, Size L, 50 pcs"},
		{"不锈钢蒸笼 3层", Title, "Stainless Steel Steamer, 3-Tier"},
		{"黑胶布 电工 20米", Title, "Black Adhesive Tape, Electrical, 20 m"},
		{"水龙头陶瓷芯 35mm", Title, "Faucet Ceramic Cartridge, 35 mm"},
	})
}

// TestSensesTable holds the table to what reading it relies on: contexts in lower
// case, and words asked about without a context only in their last row.
func TestSensesTable(t *testing.T) {
	last := map[string]bool{}
	eachRow("tables/senses.tsv", func(row []string) {
		zh := row[0]
		if len(row) < 4 || row[2] == "" || row[1] != strings.ToLower(row[1]) {
			t.Errorf("%q: a row that isn't whole, or a context in capitals", row)
			return
		}
		if row[3] == "alone" {
			return
		}
		if last[zh] {
			t.Errorf("%s: a row behind the one that stands for whatever is left", zh)
		}
		last[zh] = row[1] == ""
	})
}
