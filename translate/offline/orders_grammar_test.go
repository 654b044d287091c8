package offline

import "testing"

// TestWhoIsToDoIt: who is responsible does it, who is recommended to isn't who
// recommends, and a label names whom it is about.
func TestWhoIsToDoIt(t *testing.T) {
	holdWanted(t, []wanted{
		{"吊牌由客户提供，我司负责贴", Packing, "Hang tag to be provided by the customer, our company shall be responsible for affixing"},
		{"卖方负责办理出口清关手续", Shipping, "The seller shall handle export customs clearance formalities"},
		{"建议工厂加强出货前检验", Inspection, "Strengthening of pre-shipment inspection by the factory recommended"},
		{"由买方自行安排提货", Shipping, "Pickup to be arranged by the buyer itself"},
		{"由买方指定货代，联系人王先生", Shipping, "Forwarder to be nominated by the buyer, contact person: Mr. Wang"},
		{"如有任何疑问，请联系业务员张明", Note, "In case of any question, please contact salesperson Zhang Ming"},
		{"卖方可取消合同", Note, "The seller may cancel the contract"},
		{"货物由卖方负责运至买方工厂", Shipping, "Goods to be transported to the buyer's factory by the seller"},
	})
}

// TestWhatIsStarted: what production waits for is not produced, what is paid by is
// not paid, and what a contract ends is not refunded.
func TestWhatIsStarted(t *testing.T) {
	holdWanted(t, []wanted{
		{"图纸确认后方可开模", Note, "Mold making allowed only after confirmation of drawing"},
		{"定金到账后方可投产", Payment, "Start of production allowed only after receipt of deposit"},
		{"货物已投产", Note, "Goods have gone into production"},
		{"合同履行完毕后无息退还", Payment, "Refund without interest after full performance of contract"},
		{"节假日不发货", Note, "No shipment on holidays"},
		{"装船通知须在装船后24小时内发出", Shipping, "Shipping advice must be dispatched within 24 hours after loading"},
		{"剩余70%货款凭提单扫描件支付", Payment, "Remaining 70% payment for goods to be made against scanned copy of the bill of lading"},
		{"收货人凭身份证到仓库提货", Shipping, "The consignee shall pick up the goods at the warehouse against ID card"},
	})
}

// TestWhenItIsDone: ranges of days, days of the week, periods, and two times joined.
func TestWhenItIsDone(t *testing.T) {
	holdWanted(t, []wanted{
		{"预计4月5-7日装船", Shipping, "Loading expected from April 5 to 7"},
		{"交货期为2026年5月1日至15日", Shipping, "Delivery time: from May 1 to 15, 2026"},
		{"分三批发货，首批2,000件于七月底前发出", Shipping, "Shipment in three lots, first batch of 2,000 pcs to be dispatched before the end of July"},
		{"货物将于下周三装船", Shipping, "Goods will be loaded on board next Wednesday"},
		{"请于本周五之前回复", Note, "Please reply before this Friday"},
		{"余款在验货合格后、装柜前付清", Payment, "Balance to be paid in full after passing the inspection and before container loading"},
		{"货物应于收到定金之日起45天内交付", Shipping, "Goods to be delivered within 45 days from the date of receipt of deposit"},
		{"剩余款项在货物到达买方仓库后30天内付清", Payment, "Remaining payment to be paid in full within 30 days after arrival of the goods at the buyer's warehouse"},
		{"因港口拥堵，到港时间可能推迟3至5天", Shipping, "Due to port congestion, arrival time may be postponed by 3-5 days"},
		{"电池续航实测7小时20分", Inspection, "Battery life measured 7 hours 20 minutes"},
	})
}

// TestClausesBesideOthers: otherwise, but, then, and conditions within a period.
func TestClausesBesideOthers(t *testing.T) {
	holdWanted(t, []wanted{
		{"尾款须在提货前付清，否则卖方有权拒绝发货", Payment, "Balance must be paid in full before pickup of the goods, otherwise the seller is entitled to refuse shipment"},
		{"产品外观有缺陷，但不影响功能", Inspection, "Defect found on the product appearance; but function not affected"},
		{"如买方未在约定时间内付款，则卖方有权暂停发货", Payment, "If the buyer does not pay within the agreed time, the seller is entitled to suspend shipment"},
		{"质保期内如出现质量问题，卖方负责免费更换", Note, "In case of quality problem within the warranty period, to be replaced free of charge by the seller"},
		{"因客户未及时确认样品，交期顺延", Note, "Because the customer did not confirm sample promptly, delivery time extended accordingly"},
		{"若检验不合格，卖方须在10天内返工并承担全部费用", Inspection, "If the inspection fails, the seller must rework the goods and bear all costs within 10 days"},
		{"如取消订单，需支付10%违约金", Payment, "If the order is cancelled, 10% liquidated damages to be paid"},
		{"否则天气", Note, ""},
	})
}

// TestWhatIsThere: what is not included, how many of which fault, what stands for a kind.
func TestWhatIsThere(t *testing.T) {
	holdWanted(t, []wanted{
		{"配件：说明书1份、遥控器1个、电池不含", Spec, "Accessories: 1 instruction manual, 1 remote control, battery not included"},
		{"功率可选：60W、100W", Spec, "Power options: 60W and 100W"},
		{"国内运费到付，海运费预付", Payment, "Domestic freight collect, ocean freight prepaid"},
		{"产品不得含有甲醛、偶氮等有害物质", Note, "Product must not contain hazardous substances such as formaldehyde and azo dyes"},
		{"5个杯盖松动", Inspection, "5 cup lids loose"},
		{"无虚焊漏焊", Inspection, "No cold solder joint or missing weld"},
		{"请在大货前提供产前样两件", Note, "Please provide 2 pre-production samples before mass production"},
		{"目的港产生的费用由收货人承担", Shipping, "Cost incurred at the port of destination to be borne by the consignee"},
		{"卖方提供两年免费质保", Note, "The seller shall provide 2-year free warranty"},
		{"执行标准：GB 18401-2010 B类", Spec, "Applicable standard: GB 18401-2010 class B"},
		{"每箱装20个左右", Packing, "Approx. 20 pcs per carton"},
		{"容量500毫升以上", Spec, "Capacity 500 ml or more"},
		{"材质为304不锈钢", Spec, "Material: 304 stainless steel"},
		{"耐压测试3000V/1分钟", Inspection, "Hi-pot test (3000V, 1 minute)"},
		{"不得混装", Packing, "Mixed packing not allowed"},
		{"请勿折叠，请勿暴晒", Note, "Do not fold, keep away from direct sunlight"},
		{"第3号箱内短装2件", Inspection, "2 pcs short in carton no. 3"},
	})
}

// TestTitlesSayNoMoreThings: functions and modes are no things to be counted, a set is
// of what the title sells, and what works a thing is no quality beside another.
func TestTitlesSayNoMoreThings(t *testing.T) {
	holdWanted(t, []wanted{
		{"花园伸缩水管15米 带7功能喷枪", Title, "Expandable Garden Hose with 7-Function Spray Gun, 15 m"},
		{"5模式筋膜枪", Title, "5-Mode Massage Gun"},
		{"玻璃调料罐四件套 密封防潮", Title, "Glass Spice Jar 4-Piece Set, Airtight, Moisture-Proof"},
		{"纯棉四件套", Title, "Pure Cotton 4-Piece Bedding Set"},
		{"窗帘四件套", Title, ""},
		{"电动牙刷 声波 感应充电", Title, "Electric Toothbrush, Sonic, Inductive Charging"},
		{"加湿器 感应折叠", Title, ""},
		{"空压机 螺杆 15kW", Title, "Air Compressor, Screw, 15 kW"},
		{"网线 六类 10米", Title, "Ethernet Cable, Cat 6, 10 m"},
		{"涤纶遮光窗帘 宽1.4米x高2.6米", Title, "Polyester Blackout Curtain, 1.4 m W x 2.6 m H"},
		{"尼龙狗狗牵引绳 中大型犬适用", Title, "Nylon Dog Leash for Medium and Large Dogs"},
	})
}

// TestWordsThatStandForMore: templates with room for any thing take only what they are for.
func TestWordsThatStandForMore(t *testing.T) {
	holdWanted(t, []wanted{
		{"儿童外套拉链不顺", Inspection, "Kids jacket zipper not smooth"},
		{"纸箱外加编织袋", Packing, "Carton with outer woven bag"},
		{"以客户为中心", Note, ""},
		{"以提单日期为交货日期", Shipping, "B/L date shall be the delivery date"},
		{"除样品外，还需提供检测报告", Note, ""},
		{"除质量问题外，定金不退", Note, "Except for quality problems, the deposit is non-refundable"},
		{"由于未付款", Note, ""},
		{"30%预付款，余款见提单", Payment, "30% advance payment, balance against B/L"},
		{"附件：图纸2张", Note, "Attachment: 2 drawings"},
		{"附件：充电线1条、遥控器1个", Spec, "Accessories: 1 charging cable and 1 remote control"},
		{"税率：13%", Payment, "Tax rate: 13%"},
		{"沐浴球 起泡 大号", Title, "Bath Sponge, Foaming, Large"},
		{"贴膜 起泡", Title, ""},
	})
}
