package offline

import "testing"

// TestPassedNotThrough: behind 通过 a test is what is passed; who tests is another matter.
func TestPassedNotThrough(t *testing.T) {
	holdWanted(t, []wanted{
		{"不含双酚A，通过FDA食品接触测试", Spec, "BPA-free, passed the FDA food contact test"},
		{"样品已通过EN71测试", Note, "Sample passed the EN71 test"},
		{"包装须通过ISTA 3A跌落测试", Packing, "Packing must pass the ISTA 3A drop test"},
		{"外箱需过1米跌落测试", Packing, "Outer carton must pass the 1 m drop test"},
		{"产品未通过盐雾测试", Inspection, "Product failed the salt spray test"},
		{"儿童餐盘 通过CE测试", Title, "Kids Divided Plate, Passed the CE Test"},
		{"不合格品经测试", Inspection, ""},
	})
}

// TestSubstancesAreNotLeftOutOfTheBox: what goods don't contain is no accessory.
func TestSubstancesAreNotLeftOutOfTheBox(t *testing.T) {
	holdWanted(t, []wanted{
		{"不含铅", Note, "Lead-free"},
		{"不含甲醛、重金属", Note, "Free of formaldehyde and heavy metals"},
		{"不含邻苯二甲酸盐", Note, "Free of phthalates"},
		{"不含电池", Note, "Batteries not included"},
		{"婴儿湿巾 不含酒精 80抽", Title, "Baby Wipes, Alcohol-Free, 80 Sheets"},
		{"儿童餐具 不含双酚A和邻苯", Title, "Kids Tableware, Free of BPA and Phthalates"},
	})
}

// TestCostsAreBorne: a cost that somebody is responsible for is borne; both ends of
// the customs clearance stay.
func TestCostsAreBorne(t *testing.T) {
	holdWanted(t, []wanted{
		{"运费由卖方负责", Payment, "Freight to be borne by the seller"},
		{"关税和增值税由收货人负责", Payment, "Customs duty and value-added tax to be borne by the consignee"},
		{"由此产生的费用由违约方负责", Payment, "Costs arising therefrom to be borne by the breaching party"},
		{"双清包税", Shipping, "Customs clearance at both ends, duties and taxes included"},
		{"模具费全额预付", Payment, "Mold charge to be paid in full in advance"},
	})
}

// TestWhatGoodsAreSoldIn: a container with a name of its own is not cut.
func TestWhatGoodsAreSoldIn(t *testing.T) {
	holdWanted(t, []wanted{
		{"彩泥 收纳桶装", Title, "Play Dough, in Storage Bucket"},
		{"蜡笔 纸筒装", Title, "Crayon, in Paper Tube"},
		{"收纳袋装 真空 10只", Title, ""},
		{"每件衣服装一个自封袋", Packing, "Each garment to be packed in one zip-lock bag"},
		{"每件礼服装一个防尘袋", Packing, "Each formal dress to be packed in one dust bag"},
		{"法兰绒毯 双面绒", Title, "Flannel Blanket, Double-Sided Fleece"},
		{"双面绒窗帘", Title, ""},
		{"石英表 男士 皮带", Title, "Quartz Watch for Men, Leather Strap"},
		{"男士皮带 牛皮", Title, "Men's Leather Belt, Cowhide"},
		{"输送机 皮带", Title, "Conveyor, Belt"},
		{"儿童画笔 24色 可水洗", Title, "Kids Coloring Pen, 24 Colors, Washable"},
		{"画笔 尼龙毛 6支", Title, "Paint Brush, Nylon Bristles, 6 pcs"},
		{"床头柜组合", Title, "Nightstand Set"},
		{"遮光窗帘成品 打孔款", Title, "Ready-Made Blackout Curtain, Grommet Style"},
	})
}

// TestVillagesStandBesideTheirMalls: the village is a part of its own.
func TestVillagesStandBesideTheirMalls(t *testing.T) {
	holdWanted(t, []wanted{
		{"广东省汕头市澄海区莲下镇程洋冈村玩具城A座302室", Address, "Room 302, Tower A, Toy City, Chengyanggang Village, Lianxia Town, Chenghai District, Shantou City, Guangdong Province"},
		{"江苏省南通市通州区川姜镇叠石桥村国际家纺城", Address, "International Home Textile City, Dieshiqiao Village, Chuanjiang Town, Tongzhou District, Nantong City, Jiangsu Province"},
		{"浙江省台州市温岭市泽国镇大岗村市场3号", Address, "No. 3, Dagang Village Market, Zeguo Town, Wenling City, Taizhou City, Zhejiang Province"},
		{"浙江省义乌市福田街道下骆宅村商城", Address, "Mall, Xialuozhai Village, Futian Subdistrict, Yiwu City, Zhejiang Province"},
	})
}
