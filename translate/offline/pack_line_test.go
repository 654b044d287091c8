package offline

import "testing"

// TestPackingLines: what is in what, from the inner pack to the outer, without a verb.
func TestPackingLines(t *testing.T) {
	holdWanted(t, []wanted{
		{"牙刷吸塑卡装，12支一展示盒，144支一箱", Packing, "Toothbrushes packed in blister card, 12 pcs per display box, 144 pcs per carton"},
		{"毛巾3条装彩袋，100袋一箱", Packing, "Towels: 3 pcs per color bag, 100 bags per carton"},
		{"数据线单条OPP袋，100条一小箱，400条一大箱", Packing, "Data cables: each in an individual OPP bag, 100 pcs per small carton, 400 pcs per master carton"},
		{"单个PE袋包装，10个一内盒", Packing, "Each packed in an individual PE bag, 10 pcs per inner box"},
		{"鞋子一双一鞋盒，12双一外箱，混码", Packing, "Shoes: 1 pair per shoe box, 12 pairs per outer carton, assorted sizes"},
		{"1个/彩盒，20个/箱", Packing, "1 pc per color box, 20 pcs per carton"},
		{"沙发一套三箱", Packing, "Sofas: 3 cartons per set"},
		{"一箱两套", Packing, "2 sets per carton"},
		{"每箱黑色6件、白色4件", Packing, "6 pcs of black and 4 pcs of white per carton"},
		{"哑铃2只一箱，泡沫固定", Packing, "Dumbbells: 2 pcs per carton, secured with foam"},
		{"刀具套装礼盒装，12套一箱", Packing, "Knife sets packed in gift box, 12 sets per carton"},
		{"川字托盘，缠绕膜包装", Packing, "Stringer pallet, stretch film packing"},
		{"6只装礼盒，附手提袋", Packing, "6-pack gift box, with tote bag"},
		{"蜂蜜500克玻璃瓶装，24瓶一箱", Packing, "Honey in 500 g glass bottle, 24 bottles per carton"},
		{"电池需与产品分开包装", Packing, "Battery to be packed separately from product"},
		{"彩盒包装，6个装一内箱，4内箱一外箱", Packing, "Color box packing, 6 pcs per inner carton, 4 inner cartons per outer carton"},
		{"2个/吸塑卡，50卡/箱", Packing, "2 pcs per blister card, 50 cards per carton"},
		{"首饰用绒布袋，再放入礼盒", Packing, "Jewelry packed in velvet pouch, then packed in gift box"},
		{"一个40尺柜约装380台", Packing, "Approx. 380 units per 40ft container"},
		{"LED灯珠编带包装，3000颗一盘", Packing, "LED bead tape and reel packaging, 3000 pcs per reel"},
		{"瓷砖每箱4片，每托32箱", Packing, "Ceramic tile: 4 pcs per carton, 32 cartons per pallet"},
		{"洋娃娃扎带固定，吸塑罩保护", Packing, "Doll secured with cable tie, blister cover protected"},
		{"浴帘单条PVC袋，附挂环12个", Packing, "Shower curtains: each in an individual PVC bag, with 12 hanging rings"},
		{"皮鞋内塞鞋撑，单双鞋盒", Packing, "Leather shoes stuffed with shoe tree, each pair in an individual shoe box"},
		{"圣诞球泡壳装，24只一桶", Packing, ""}, // drum, bucket or tub
		{"外箱贴条码标签，一箱一码", Packing, ""}, // one barcode, or one size
		{"每款12件一箱", Packing, "12 pcs per carton for each style"},
	})
}
