package offline

import "testing"

// TestNotesOfClerks: reasons, purposes, examples and what is only for whom.
func TestNotesOfClerks(t *testing.T) {
	holdWanted(t, []wanted{
		{"颜色以实物为准，因光线原因可能略有差异", Note, "Color subject to actual product, slight differences may occur due to lighting"},
		{"本产品含锂电池，请勿拆解或投入火中", Note, "This product contains lithium battery, do not disassemble or throw into fire"},
		{"请于5月10日前确认最终样品，以免影响交期", Note, "Please confirm final sample before May 10, so as not to affect the delivery time"},
		{"不可抗力：如地震、洪水、战争等，双方互不承担责任", Note, "Force majeure: such as earthquake, flood, war, etc., neither party shall be liable"},
		{"备品：每100台免费提供2套易损件", Note, "Spare parts: 2 sets of wearing parts provided free of charge per 100 units"},
		{"赠品50个，不计价，仅供海关申报", Note, "Free gift: 50 pcs, not charged, for customs declaration only"},
		{"产品已购买产品责任险，保额500万元", Note, "Product covered by product liability insurance, insured amount RMB 5,000,000"},
		{"因客户原因可能延期", Note, ""},
	})
}

// TestPacksOfASize: what is in a container of a size, how many of each kind, and totals.
func TestPacksOfASize(t *testing.T) {
	holdWanted(t, []wanted{
		{"25公斤编织袋包装，内衬PE袋", Packing, "Packed in 25 kg woven bags, lined with PE bag"},
		{"200升铁桶包装，净重180公斤/桶", Packing, "Packed in 200 L steel drums, net weight 180 kg/drum"},
		{"每箱红、黄、绿各8件", Packing, "8 pcs each of red, yellow and green per carton"},
		{"每个木托盘48箱，共10个托盘", Packing, "48 cartons per wooden pallet, 10 pallets in total"},
		{"25公斤装", Packing, ""},
	})
}

// TestTradeTermsAndClocks: a price has its term behind it, a place its country, a day
// its hour, and documents their copies.
func TestTradeTermsAndClocks(t *testing.T) {
	holdWanted(t, []wanted{
		{"总价：USD 28,650.00 CIF汉堡", Payment, "Total price: USD 28,650.00 CIF Hamburg"},
		{"贸易术语：DDP美国芝加哥仓库", Shipping, "Trade terms: DDP Chicago warehouse, USA"},
		{"单价为FOB深圳价，不含增值税", Payment, "Unit price: FOB Shenzhen, value-added tax not included"},
		{"截关日期为2026年6月18日中午12点", Shipping, "Customs cut-off date: June 18, 2026, 12 noon"},
		{"请于8月3日上午10点前送到仓库", Shipping, "Please deliver to the warehouse before August 3, 10 a.m."},
		{"随货提供商业发票、装箱单和原产地证各两份", Shipping, "Commercial invoice, packing list and certificate of origin to be provided with the goods in 2 copies each"},
		{"付款条件：100%即期不可撤销信用证", Payment, "Payment terms: 100% irrevocable L/C at sight"},
		{"定金一经支付不予退还", Payment, "Deposit is non-refundable once paid"},
	})
}

// TestSellersRules: what sellers write under their goods, and forwarders to their customers.
func TestSellersRules(t *testing.T) {
	holdWanted(t, []wanted{
		{"拍下后48小时内发货", Note, "Shipped within 48 hours after order"},
		{"默认发圆通，其他快递请备注", Note, "Shipped by YTO Express by default, please specify if another courier is wanted"},
		{"质量问题7天内包退换", Note, "Returns and exchanges for quality problems within 7 days"},
		{"款到发货，不赊账", Payment, "Shipment upon receipt of payment, no credit"},
		{"先付30%定金，做好货付尾款再发货", Payment, "30% deposit to be paid first, balance to be paid when the goods are ready, before shipment"},
		{"逾期付款，每日按未付金额的0.05%收取滞纳金", Payment, "Late payment: a late fee of 0.05% of the unpaid amount to be charged per day"},
		{"截单时间周三下午5点，周五截关", Shipping, "SI cut-off time: Wednesday, 5 p.m., customs cut-off on Friday"},
		{"单件超过22.5公斤收超重费", Shipping, "Overweight surcharge for each carton over 22.5 kg"},
		{"一箱一款，不混色不混码", Packing, "One style per carton, no mixed colors or sizes in one carton"},
		{"开13%专票另加6个点", Payment, ""},
	})
}

// TestAcceptedEnglishMakesNoWords: a word that only has English accepted for it is no
// word of the glossary, which would stand for nothing in the sentence.
func TestAcceptedEnglishMakesNoWords(t *testing.T) {
	k := newTranslator(t).data()
	eachRow("tables/also.tsv", func(row []string) {
		if e := k.lookup(row[0], phraseOrder); e != nil && e.en == "" && e.class != noise {
			t.Errorf("%s stands for nothing", row[0])
		}
	})
	holdWanted(t, []wanted{
		{"电源线长度不够，要求1.8米", Inspection, "Power cord length insufficient; required: 1.8 m"},
		{"因客户原因可能存在差异", Note, ""},
		{"请勿用于加热", Note, ""},
		{"如开关、插座等电器", Note, "Such as switch, socket, and other electric appliances"},
		{"6月1日下午3点半", Shipping, "June 1, half past 3 p.m."},
		{"质保金10%一年后无息返还", Payment, "10% retention money to be refunded without interest after 1 year"},
		{"运输途中损坏由承运人赔偿", Shipping, "Damage in transit to be compensated by the carrier"},
	})
}

// TestWhoMustProvide: goods need papers, a party provides them.
func TestWhoMustProvide(t *testing.T) {
	holdWanted(t, []wanted{
		{"木制品需提供熏蒸证书", Note, "Fumigation certificate required for wooden products"},
		{"卖方需提供发票", Note, "The seller shall provide invoice"},
		{"德国客户请提供VAT税号", Note, "Customers in Germany: please provide VAT tax ID"},
		{"带电产品需提供MSDS", Note, "MSDS required for battery-powered products"},
		{"所有图纸归买方所有", Note, "All drawings belong to the buyer"},
		{"使用前请详细阅读说明书", Note, "Please read the instruction manual carefully before use"},
		{"单笔订单低于500美元收30美元手续费", Payment, "Handling fee of USD 30 for orders under USD 500"},
		{"超过付款期限未付款，订单自动取消", Payment, "If still unpaid beyond the payment deadline, the order is cancelled automatically"},
	})
}

// TestNearTurns: what looks like a turn that is known and is another.
func TestNearTurns(t *testing.T) {
	holdWanted(t, []wanted{
		{"按不合格判定", Inspection, "Judged as failed"},
		{"按AQL 2.5判定", Inspection, "Judged according to AQL 2.5"},
		{"跟货代一起发货", Note, ""},
		{"请勿用于其他用途", Note, "Not for other uses"},
		{"两面不印字", Packing, "No printing on either side"},
		{"吊牌不印字", Packing, "No printing on the hang tag"},
		{"不接单", Note, "No orders accepted"},
		{"经检验不合格", Inspection, ""},
	})
}
