package offline

import "testing"

// TestNoOtherReading holds lines that were easily read as something else: a clause
// without its condition, a part taken for the whole, an adjective for what is not there.
func TestNoOtherReading(t *testing.T) {
	holdWanted(t, []wanted{
		{"￥35/千只", Payment, "¥35 per 1,000 pcs"},
		{"￥35/千只 含税", Title, ""},
		{"见提单", Payment, ""},
		{"请提前7天告知并承担加急费", Note, "Please advise 7 days in advance and bear rush fee"},
		{"因不可抗力导致延迟交货，卖方不承担责任", Note, "Late delivery caused by force majeure, the seller shall not bear liability"},
		{"产品保修一年", Note, "1-year product warranty"},
		{"客户自付50%订金，剩余50%验货合格后支付", Payment, "50% deposit to be borne by the customer, remaining 50% to be paid after passing the inspection"},
		{"剩余货物验货合格后发出", Shipping, "Remaining goods to be dispatched after passing the inspection"},
		{"要求供应商返工", Inspection, "The supplier is requested to rework"},
		{"工厂2月10日至25日停工", Note, "The factory will stop work from February 10 to 25"},
		{"满5000件减2%，满1万件减3%", Payment, "2% off for 5000 pcs or more, 3% off for 10,000 pcs or more"},
		{"按AQL 2.5抽检200件，主要缺陷5件，次要缺陷7件", Inspection, "200 pcs sampled according to AQL 2.5; major defects: 5, minor defects: 7"},
		{"尾款未付不发货", Payment, "No shipment before the balance is paid"},
		{"除非另有约定，否则运费由买方承担", Payment, "Unless otherwise agreed, freight to be borne by the buyer"},
		{"裸装无吊牌", Packing, "Unpacked, without hang tag"},
		{"汇率变动超过3%双方重新议价", Payment, ""},
		{"保质期内正常使用出现问题免费维修", Note, ""},
		{"次品随下批货补发", Note, ""},
		{"货物高度不得高于托盘1.2米", Packing, ""},
		{"先开模后付款", Payment, "Mold making first, payment afterwards"},
		{"大货出货前寄出", Shipping, "To be sent before shipment of the bulk goods"},
		{"现款现货", Payment, "Cash payment, goods from stock"},
		{"自提单日起30天内", Payment, "Within 30 days from B/L date"},
		{"未尽事宜双方友好协商解决", Note, "Matters not covered herein shall be settled by both parties through friendly negotiation"},
		{"杂费实报实销", Payment, "Miscellaneous charges charged at actual cost"},
		{"价格以下单时为准", Payment, "The price at the time of order placement shall prevail"},
		{"欢迎OEM订单", Note, "OEM orders welcome"},
		{"由于铜价上涨，单价上调4%", Payment, "Due to the rise in copper price, unit price increased by 4%"},
		{"工厂10月1日至10月7日放假", Note, "Factory closed from October 1 to October 7"},
		{"交期由4月10日推迟到4月20日", Note, "Delivery time postponed from April 10 to April 20"},
		{"模具费50%预付，50%样品确认后付清", Payment, "Mold charge 50% prepaid, 50% to be paid after sample confirmation"},
		{"外箱注明箱号，如1/50、2/50", Packing, "Carton no. to be stated on the outer carton, e.g. 1/50, 2/50"},
		{"下单前请咨询库存", Note, "Please check stock availability before placing an order"},
		{"部分产品有毛刺，需打磨", Inspection, "Burrs found on some products; sanding required"},
		{"主要缺陷：凹痕2处，划痕5处", Inspection, "Major defects: 2 dents; 5 scratches"},
		{"2026年2月14日至22日放假", Note, "Closed from February 14 to 22, 2026"},
		{"山东省日照市东港区北京路186号", Address, ""},
	})
}

// TestNeitherNor: of two things that must not be there, neither may be.
func TestNeitherNor(t *testing.T) {
	holdWanted(t, []wanted{
		{"塑料件不得含BPA及邻苯", Note, "Plastic part must not contain BPA or phthalates"},
		{"表面不得有划伤和毛刺", Inspection, "No scratch or burr allowed on the surface"},
		{"外箱和内盒不得有中文", Packing, "No Chinese allowed on the outer carton and inner box"},
		{"柜内不得有空隙", Shipping, "No gap allowed in the container"},
		{"内盒不贴标签", Packing, "Inner box not to be labeled"},
	})
}

// TestPartsBesideParts: what is said of one part isn't said of the next.
func TestPartsBesideParts(t *testing.T) {
	holdWanted(t, []wanted{
		{"鞋面网布鞋底橡胶", Note, "Upper: mesh fabric, outsole: rubber"},
		{"外箱五层内盒三层", Packing, "Outer carton 5-ply, inner box 3-ply"},
		{"正面两个口袋背面一个", Spec, ""},
		{"内径20外径26壁厚3mm", Spec, ""},
		{"口红套装6支", "", ""},
		{"500个起订，1000个以上优惠5%", Payment, "MOQ 500 pcs, 5% discount for 1000 pcs or more"},
		{"单层床铁架", Title, ""},
		{"皮面记事本带扣", Title, ""},
		{"缝纫线管", Title, "Sewing Thread Spool"},
		{"数量增加到2000", Note, "Quantity increased to 2000"},
		{"5月装运", Shipping, "Shipment in May"},
		{"最大承重：单层50kg", Spec, "Maximum load: 50kg per tier"},
		{"手机套OPP袋", Packing, ""},
		{"保温杯盖 密封圈", Title, ""},
		{"纽扣 树脂 四眼 18L", Title, ""},
		{"5月20日装运", Shipping, "Shipment on May 20"},
	})
}

// TestPackingBehindGoods: without a blank between them, what goods are packed in may be
// the goods themselves.
func TestPackingBehindGoods(t *testing.T) {
	holdWanted(t, []wanted{
		{"金属水果展示架", Title, "Metal Fruit Display Rack"},
		{"亚克力化妆品展示架 旋转 多层", Title, "Acrylic Cosmetics Display Rack, Rotating, Multi-Layer"},
		{"塑料水果展示盒", Title, ""},
		{"陶瓷杯 彩盒", Title, "Ceramic Mug, Color Box"},
	})
}

// TestOriginalsAndCopies: each has its own number.
func TestOriginalsAndCopies(t *testing.T) {
	holdWanted(t, []wanted{
		{"随货寄送产地证正本一份、副本两份", Shipping, "Certificate of origin to be sent with the goods: 1 original, 2 copies"},
		{"产地证正本一份和副本两份随货寄送", Shipping, ""},
		{"整箱运输，2个40尺高柜", Shipping, "FCL shipment, 2 x 40ft high cube"},
		{"中英文如有不一致，以中文版本为准", Note, "In case of any discrepancy between the Chinese and English versions, the Chinese version shall prevail"},
		{"水洗测试后缩水率为4%，超过允许的3%", Inspection, ""},
		{"填充物：聚酯纤维棉", Spec, "Filling: polyester fiberfill"},
	})
}

// TestRatesThatWereSet: what somebody set is the rate itself and no part of it; of a
// standard nobody can tell.
func TestRatesThatWereSet(t *testing.T) {
	holdWanted(t, []wanted{
		{"不良率低于约定的2%", Inspection, "Defect rate is below the agreed 2%"},
		{"损耗率不超过允许的3%", Inspection, ""},
		{"重量超过标准的5%", Inspection, ""},
		{"双供电", Title, "Dual Power Supply"},
		{"有污渍5件，要求返修", Inspection, "5 pcs with stains found; repair required"},
		{"新价格自7月1日起执行", Note, "New price effective from July 1"},
	})
}

// TestFinesByTheDay: what a fine is a part of is said, by the day and by the week.
func TestFinesByTheDay(t *testing.T) {
	holdWanted(t, []wanted{
		{"每迟交一天扣合同总价的5%违约金", Shipping, "Liquidated damages of 5% of the total contract price shall be paid per day of delay"},
		{"每逾期一天，罚总货款5%", Payment, "Penalty of 5% of the total payment for goods shall be paid per day of delay"},
		{"每延迟一周扣除货款的1%", Shipping, "1% of the payment for goods shall be deducted per week of delay"},
		{"须过检针机", Inspection, "To be passed through needle detection"},
		{"彩盒包装，外箱5层瓦楞纸箱", Packing, "Color box, with 5-ply outer carton"},
		{"提前交货须征得买方书面同意", Shipping, "Early delivery subject to the buyer's written consent"},
	})
}

// TestTermsOnTheirFigures: a term of trade that hangs on its figure is read, a model isn't cut.
func TestTermsOnTheirFigures(t *testing.T) {
	holdWanted(t, []wanted{
		{"MOQ500件", Note, "MOQ: 500 pcs"},
		{"T/T30%定金", Payment, "T/T 30% deposit"},
		{"型号MOQ50", Spec, "Model MOQ50"},
		{"次月5号前付款", Payment, "Payment before the 5th of the following month"},
	})
}

// TestWhoPaidWhatWhen: orders are placed before they are confirmed, what is paid isn't yet
// received, and an inspection may be failed.
func TestWhoPaidWhatWhen(t *testing.T) {
	holdWanted(t, []wanted{
		{"30%定金，余款验货后付清", Payment, "30% deposit, balance after inspection"},
		{"5%作为质保金，一年后付清", Payment, "5% retention, payable after one year"},
		{"定金500元已支付", Payment, "Deposit RMB 500 paid"},
		{"开票后30天内付款", Payment, "Payment within 30 days after invoicing"},
		{"下单后15天发货", Shipping, "Shipment within 15 days after order placement"},
		{"合同生效后30天内交货", Shipping, "Delivery within 30 days after the contract takes effect"},
		{"须有CE认证", Shipping, "CE certification required"},
		{"手续费由买方承担", Payment, "Handling fee to be borne by the buyer"},
		{"货款：5000元", Payment, "Payment for goods: RMB 5,000"},
		{"质量证书正本一份", Shipping, "Quality certificate, one original"},
	})
}

// TestEachHasItsOwn: so many of each are no plural of each, and party A isn't always the buyer.
func TestEachHasItsOwn(t *testing.T) {
	holdWanted(t, []wanted{
		{"每个颜色5件", Packing, "5 pcs per color"},
		{"每码最小起订量5双", Note, "MOQ 5 pairs per size"},
		{"每袋放1包干燥剂", Packing, "One pack of desiccant in each bag"},
		{"产品须做防锈处理", Packing, "Anti-rust treatment required on the products"},
		{"唛头由甲方提供", Packing, "Shipping mark to be provided by Party A"},
		{"请尽快回复", Note, "Please reply as soon as possible"},
	})
}

// TestExpiryAndPlaces: what is refunded isn't the period, and a chest is a place before nothing.
func TestExpiryAndPlaces(t *testing.T) {
	holdWanted(t, []wanted{
		{"质保期到期后退还", Payment, "To be refunded after expiry of the warranty period"},
		{"左胸前", Spec, "Left chest"},
		{"重量误差+/-5克", Spec, "Weight tolerance: ±5 g"},
		{"舱位紧张", Shipping, "Shipping space is tight"},
		{"不合格者须返工", Inspection, "If failed, to be reworked"},
	})
}

// TestPackedAndCapped: a pallet isn't a plate, a ball that is sent flat isn't one that can't
// be inflated, and a plastic head of a pipe is its cap.
func TestPackedAndCapped(t *testing.T) {
	holdWanted(t, []wanted{
		{"罐头24罐一托盘", Packing, "Canned food: 24 cans per pallet"},
		{"篮球不充气", Packing, "Basketball not inflated"},
		{"沙发套胶袋", Packing, ""},
		{"不锈钢封头", Title, ""},
		{"纬斜3厘米", Inspection, "Skewed weft: 3 cm"},
	})
}

// TestUsesStandBehind: what goods are for stands behind their noun, and a plus at its figure.
func TestUsesStandBehind(t *testing.T) {
	holdWanted(t, []wanted{
		{"牛皮纸手提袋 加厚服装店购物袋", Title, "Kraft Paper Carrier Bag, Thickened Shopping Bag for Clothing Stores"},
		{"宠物喂食器 4L 猫狗通用", Title, "Pet Feeder, 4 L, for Cats and Dogs"},
		{"工作温度：-20℃至+60℃", Spec, "Operating temperature: -20℃ to +60℃"},
		{"快递单号：SF1394820765，预计3天送达", Any, "Courier tracking no.: SF1394820765, expected to arrive in 3 days"},
	})
}

// TestWhoIsToldOfWhat: what is told stands behind of, who is told before it; what is
// arranged or done before isn't what is asked for.
func TestWhoIsToldOfWhat(t *testing.T) {
	holdWanted(t, []wanted{
		{"请告知装船时间", Note, "Please advise the shipment time"},
		{"请告知我们开票资料", Note, "Please advise us of invoicing information"},
		{"请告知客户付款", Note, "Please advise the customer to pay"},
		{"卖方应提前7天告知买方装船时间", Note, "The seller shall advise the buyer of shipment time 7 days in advance"},
		{"请通知我司付款账户", Note, ""},
		{"请安排装柜后提货", Shipping, ""},
		{"请通知客户付款后放单", Note, ""},
		{"请仔细核对后签字", Note, ""},
		{"任何一方可提前30天书面通知终止协议", Note, ""},
	})
}

// TestNothingMoreThanIsSaid: no charge, no kind of weight and no day to count from comes
// from nowhere, and what is only supposed isn't said to be so.
func TestNothingMoreThanIsSaid(t *testing.T) {
	holdWanted(t, []wanted{
		{"进口关税由买方支付", Payment, "Import duties to be borne by the buyer"},
		{"承兑交单60天", Payment, "D/A 60 days"},
		{"每箱重量不能超过15公斤", Packing, "Weight per carton not exceeding 15 kg"},
		{"不同颜色不能混装", Packing, "Different colors must not be packed together"},
		{"开证行须为一流银行", Payment, "The issuing bank must be a first-class bank"},
		{"样品无商业价值", Shipping, "Samples of no commercial value"},
		{"交期35天，旺季顺延10天", Shipping, "Delivery time 35 days, to be extended by 10 days in peak season"},
		{"报价有效期内汇率变动超过3%，价格需重新商定", Payment, ""},
		{"客户推迟提货超过一个月，须先付清货款", Payment, ""},
		{"清关延误由买方负责", Shipping, ""},
		{"抽检不合格全部返工", Inspection, ""},
		{"验货不通过由工厂返工", Inspection, ""},
		{"验货不合格的返工后重新验货", Inspection, ""},
		{"焊接牢固无毛刺", Inspection, ""},
		{"扫描件先发", Shipping, ""},
		{"卖方保留修改价格的权利", Note, "The seller reserves the right to modify the price"},
	})
}

// TestMainMarkOrLabel: 主唛 is a mark on cartons, a label in garments.
func TestMainMarkOrLabel(t *testing.T) {
	holdWanted(t, []wanted{
		{"主唛由客户提供", Packing, ""},
		{"外箱主唛由客户提供", Packing, "Outer carton main mark to be provided by the customer"},
		{"衣服主唛和洗水唛由客户提供", Packing, "Clothes main label and care label to be provided by the customer"},
	})
}

// TestPlacesOrWords: the gloss of a finish is no county, and a county's name before goods may
// be a word for them.
func TestPlacesOrWords(t *testing.T) {
	holdWanted(t, []wanted{
		{"光泽不一致", Inspection, "Gloss inconsistent"},
		{"石柱摆件", Packing, ""},
		{"玉环手镯", Packing, ""},
		{"交货地点：宁波仓库", Shipping, "Place of delivery: Ningbo warehouse"},
		{"PVC电工胶带 阻燃 18mm×20米", Title, "PVC Electrical Tape, Flame-Retardant, 18mm×20m"},
	})
}

// TestShanksAndRanges: a cutter is held by its shank, a tabletop is no desktop's, and how far
// a wheelchair goes is no life.
func TestShanksAndRanges(t *testing.T) {
	holdWanted(t, []wanted{
		{"木工铣刀 6mm柄 12支装", Title, "Router Bit, 6 mm Shank, 12-Pack"},
		{"剪枝剪刀 SK5 省力", Title, "Pruning Shears, SK5, Labor-Saving"},
		{"电动轮椅 折叠 续航20公里", Title, "Electric Wheelchair, Folding, Range 20 km"},
	})
}

// TestFiguresAtTheirMeasures: a figure stands with the measure it is of, and pixels aren't counted
// as goods.
func TestFiguresAtTheirMeasures(t *testing.T) {
	holdWanted(t, []wanted{
		{"骨架油封 内径20线径2.65", Title, ""},
		{"网络摄像机 400万 POE", Title, ""},
		{"断路器 3P 63A C型", Title, "Circuit Breaker, 3P, 63 A, C-Type"},
		{"液压油缸 耳环式", Title, "Hydraulic Cylinder, Clevis-Mounted"},
		{"耐压：2000V无击穿", Spec, ""},
		{"光伏组件 双面", Title, "PV Module, Bifacial"},
		{"羽绒被 95白鹅绒", Title, ""},
		{"工具箱 空箱", Title, "Tool Box, Box Only"},
	})
}

// TestNoSizeOfContainerIsAdded: a small container is one, whatever its feet; what is done
// before the goods leave the factory lasts so long, and isn't so long before it.
func TestNoSizeOfContainerIsAdded(t *testing.T) {
	holdWanted(t, []wanted{
		{"一共两个小柜，三个高柜", Shipping, "2 small containers and 3 high cube containers in total"},
		{"小柜可装800箱", Packing, "Small container loading quantity: 800 ctns"},
		{"出厂前试机30分钟", Inspection, "Trial run for 30 minutes before dispatch from the factory"},
		{"扫描件有效", Note, "Scanned copies are valid"},
		{"客户要求加固", Note, "Customer requires reinforcement"},
		{"请安排4月20日前装柜", Shipping, "Please arrange container loading before April 20"},
		{"外包装破损请拒收", Note, "If the outer packing is damaged, please reject the goods"},
		{"客人自带不干胶标签", Note, "Self-adhesive label supplied by the customer"},
		{"ETD：5月20日，ETA：6月25日", Shipping, "ETD: May 20, ETA: June 25"},
		{"样品随大货一起寄出", Shipping, "Sample to be sent together with the bulk goods"},
	})
}

// TestPartsOrMachines: a part behind its machine may be the goods, and pressure is no voltage.
func TestPartsOrMachines(t *testing.T) {
	holdWanted(t, []wanted{
		{"挖掘机 斗齿 加厚 锻造", Title, ""},
		{"空气净化器 滤芯 HEPA", Title, ""},
		{"空气净化器 HEPA滤芯 静音", Title, "Air Purifier, HEPA Filter Cartridge, Silent"},
		{"齿轮泵 CB-B10 低压", Title, "Gear Pump, CB-B10, Low Pressure"},
		{"瓷砖背胶 单组份", Title, "Tile Back Adhesive, One-Component"},
		{"地毯 满铺 丙纶 4米宽", Title, "Rug, Wall-to-Wall, Polypropylene Fiber, 4 m Wide"},
		{"含运费不含保险", Payment, "Freight included, insurance excluded"},
		{"留10%作为质保金，一年后无质量问题退还", Payment, "10% to be retained as quality deposit, to be refunded after 1 year if there are no quality problems"},
	})
}

// TestWhatIsSaidOfWhat: a limit is of the noise, not of the distance it is measured at; what is
// printed to order is not printed yet.
func TestWhatIsSaidOfWhat(t *testing.T) {
	holdWanted(t, []wanted{
		{"噪音：距离1米处不超过45分贝", Spec, "Noise: not exceeding 45 dB at a distance of 1 m"},
		{"12安帆布手提袋 可定制印花", Title, "12 oz Canvas Tote Bag, Custom Printing Available"},
		{"已通过CE、RoHS及REACH认证", Spec, "CE, RoHS and REACH certified"},
		{"AQL标准：主要2.5，次要4.0，严重0", Inspection, "AQL standard: major 2.5; minor 4.0; critical 0"},
		{"焊点不牢，判定主要缺陷", Inspection, "Solder joint not firm; judged as major defects"},
		{"钳子 尖嘴 6寸 绝缘", Title, "Pliers, Needle-Nose, 6-inch, Insulated"},
		{"Micro USB数据线 黑色", Title, "Micro USB Data Cable, Black"},
	})
}

// TestTermsOfSale: full payment stays full, a condition keeps its if, each 无 is a no,
// and what may be done only after something must not be done.
func TestTermsOfSale(t *testing.T) {
	holdWanted(t, []wanted{
		{"收到全款后3天内发货", Shipping, "Shipment within 3 days after receipt of full payment"},
		{"吊牌由客户提供，每件一套", Packing, "Hang tag to be provided by the customer, one set for each piece"},
		{"质保金5%，一年后无质量问题付清", Payment, "Retention money 5%, payable after 1 year if no quality problem occurs"},
		{"中国境外的银行费用由买方负担", Payment, "Bank charges outside China are for the buyer's account"},
		{"卖方不能交货，应双倍返还定金", Payment, "If the seller fails to deliver the goods, double the deposit shall be returned"},
		{"延迟付款超过30天，卖方有权终止合同", Payment, "If payment is delayed by more than 30 days, the seller is entitled to terminate the contract"},
		{"来料检验发现5%的布料有破洞", Inspection, "Incoming inspection: hole found on 5% of the fabric"},
		{"外观良好，无划痕、无污渍、无破损", Inspection, "Good appearance; no scratch, stain or damage"},
		{"彩盒须经客户书面确认后方可印刷", Packing, "Color box may be printed only after written confirmation by the customer"},
		{"请在箱外贴“尾箱”标签", Packing, "Please affix \"last carton\" label on the outside of the carton"},
		{"发霉3个", Inspection, "3 pcs with mold"},
		{"内盒与外箱标签数量不符", Inspection, "Quantities on the labels of inner boxes and outer cartons do not match"},
		{"已于3月10日装柜，3月12日报关放行", Shipping, "Loaded into the container on March 10, customs release on March 12"},
		{"至少80%的货物装箱后才可验货", Inspection, "Inspection only after at least 80% of the goods are packed"},
		{"任何修改均需在投产前提出", Note, "Any amendment must be raised before the start of production"},
		{"每板48箱", Packing, "48 cartons per pallet"},
		{"每双鞋内放鞋撑和两包干燥剂", Packing, "Shoe trees and 2 packs of desiccant placed in each pair of shoes"},
		{"信用证开证行须经卖方认可", Payment, "The L/C issuing bank must be approved by the seller"},
		{"不良品比例超过3%，整批退货", Inspection, "If the defect rate exceeds 3%, the whole lot shall be returned"},
	})
}
