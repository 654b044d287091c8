package offline

import "testing"

// TestGoodsOnTheirWay: carriers, containers, warehouses and what papers must and must
// not show; a date stands behind the preposition it takes.
func TestGoodsOnTheirWay(t *testing.T) {
	holdWanted(t, []wanted{
		{"提单上不要显示运费", Shipping, "Freight must not be shown on the bill of lading"},
		{"柜子装满为止，多余的下次一起发", Shipping, "The container to be filled completely, the rest to be shipped together next time"},
		{"肯尼亚需要做COC认证", Shipping, "COC certification required for Kenya"},
		{"阿根廷需提供使馆加签的产地证", Shipping, "Certificate of origin legalized by the embassy required for Argentina"},
		{"没有入仓号仓库拒收", Shipping, "The warehouse will refuse goods without a warehouse entry no."},
		{"预计8月底装柜", Shipping, "Container loading expected at the end of August"},
		{"预计10月8日恢复发货", Shipping, "Shipment expected to resume on October 8"},
		{"从西安至杜伊斯堡约16天", Shipping, "Approx. 16 days from Xi'an to Duisburg"},
	})
}

// TestCareAndWarnings: what users are told.
func TestCareAndWarnings(t *testing.T) {
	holdWanted(t, []wanted{
		{"使用后请拔掉电源", Note, "Unplug after use"},
		{"首次使用前请充电4小时", Note, "Charge for 4 hours before first use"},
		{"如有破损请拍照并保留包装", Note, "In case of damage, please take photos and keep the packaging"},
		{"安装时请戴手套", Note, "Wear gloves during installation"},
	})
}

// TestRemarksOfSellers: who pays, who gets which copy, and what is asked of whom; nothing
// is replaced only for now, and two things asked for are no choice of one.
func TestRemarksOfSellers(t *testing.T) {
	holdWanted(t, []wanted{
		{"新客户需预付全款", Payment, "New customers must pay in full in advance"},
		{"一式三份，买方一份，卖方两份", Note, "In 3 copies, one for the buyer and two for the seller"},
		{"如无异议，请签字盖章回传", Note, "If there is no objection, please sign, stamp and return"},
		{"蓝色缺货，用灰色代替", Note, "Blue is out of stock; gray shipped instead"},
		{"余款收到后48小时内放单", Payment, "Documents to be released within 48 hours after receipt of the balance"},
		{"把发票和箱单发到邮箱", Note, "Invoice and packing list to be sent by e-mail"},
		{"发票由买方会签", Shipping, "Invoice to be countersigned by the buyer"},
		{"如数量不符，以卖方装箱数为准", Note, "In case of any quantity discrepancy, the seller's packed quantity shall prevail"},
		{"货已装柜，等待开船", Shipping, "Goods loaded into the container, awaiting sailing"},
	})
}

// TestClausesOfDoers: with 将 and 把 what is dealt with stands first, and papers are sent where
// goods are shipped; who adds or cuts is no goods.
func TestClausesOfDoers(t *testing.T) {
	holdWanted(t, []wanted{
		{"将货物发往洛杉矶", Shipping, "Goods to be shipped to Los Angeles"},
		{"把照片发到邮箱", Note, "Photo to be sent by e-mail"},
		{"样品费100元，下单可退", Payment, "Sample fee RMB 100, refundable upon order placement"},
		{"请于发货前3天付清余款", Payment, "Please pay the balance in full 3 days before shipment"},
		{"货款一次性付清", Payment, "Payment in one lump sum"},
		{"由于订单增加，交期延长至45天", Shipping, "Delivery time extended to 45 days due to increased orders"},
		{"工厂减少10件", Note, ""},
		{"收到样品一份", Note, "1 sample received"},
		{"申报单位：千克", Shipping, "Declaration unit: kg"},
		{"货款8千元", Payment, "Payment for goods: RMB 8,000"},
		{"备注：合同后补", Note, "Remark: contract to follow"},
	})
}
