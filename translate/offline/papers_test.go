package offline

import "testing"

// TestRatesAreKept: parts per thousand and per ten thousand keep their figure, by the
// day and of what they are said.
func TestRatesAreKept(t *testing.T) {
	holdWanted(t, []wanted{
		{"逾期付款按每日万分之五支付滞纳金", Payment, "For late payment, late payment fee of 5 per ten thousand shall be paid per day"},
		{"延迟交货每天扣货款的千分之三", Payment, "For late delivery, 3 per thousand of the payment for goods shall be deducted per day"},
		{"每逾期一天，支付合同总额0.1%的违约金", Payment, "Liquidated damages of 0.1% of the total contract amount shall be paid per day of delay"},
		{"税率为百分之十三", Payment, "Tax rate: 13%"},
		{"满50000元享九五折优惠", Payment, ""},
	})
}

// TestOneLumpAndEachMore: what is paid at once, and what for each more of it.
func TestOneLumpAndEachMore(t *testing.T) {
	holdWanted(t, []wanted{
		{"样品费一次付清，大货下单后退还", Payment, "Sample fee payable in one lump sum, to be refunded after the bulk order is placed"},
		{"每增加一款加收50美元", Payment, "USD 50 extra for each additional style"},
		{"单价与总价不一致时，以单价为准", Payment, "If the unit price and the total price are inconsistent, the unit price shall prevail"},
		{"合同与附件不一致时，以合同为准", Note, "If the contract and the attachment are inconsistent, the contract shall prevail"},
		{"交期如有变动，提前一周通知", Note, "If there is any change in the delivery time, 1 week's notice to be given in advance"},
	})
}

// TestUntilItIsDone: what holds until something is done, and from when.
func TestUntilItIsDone(t *testing.T) {
	holdWanted(t, []wanted{
		{"尾款未付清前，货物所有权仍归卖方", Payment, "Until the balance is paid in full, goods title remains with the seller"},
		{"货款未付清前不得提货", Payment, "Pickup not allowed until the payment for goods is made in full"},
		{"自出货之日起质保两年", Note, "Warranty: 2 years from the date of shipment"},
		{"周日及法定节假日不发货", Shipping, "No shipment on Sundays and public holidays"},
		{"货物需在周五前到达南沙仓库", Shipping, "Goods shall arrive at the Nansha warehouse before Friday"},
	})
}

// TestWhoDoesWhat: who issued, caused, pays, inspects and may; what stands behind whom.
func TestWhoDoesWhat(t *testing.T) {
	holdWanted(t, []wanted{
		{"由SGS签发的检验报告", Inspection, "Inspection report issued by SGS"},
		{"因运输造成的损坏由物流公司赔偿", Shipping, "Damage caused by transport to be compensated by the logistics company"},
		{"因天气造成的损失由买方负责", Note, "Loss caused by weather is the responsibility of the buyer"},
		{"由卖方报关并办理出口退税", Shipping, "The seller shall handle customs declaration and export tax rebate"},
		{"买方可取消订单并要求退还定金", Note, "The buyer may cancel the order and request refund of the deposit"},
		{"客户验货合格后方可出货", Inspection, "Shipment allowed only after passing the customer's inspection"},
		{"运费买方承担，保险卖方承担", Payment, "Freight to be borne by the buyer, insurance to be borne by the seller"},
		{"货款买方不付", Payment, "Payment for goods not to be made by the buyer"},
		{"开模费2.8万元，由买卖双方各承担一半", Payment, "Mold charge: RMB 28,000, to be shared equally by both parties"},
		{"海关放行后安排装车", Shipping, "Truck loading to be arranged after customs release"},
	})
}

// TestBothAndEither: two things are both, one of two is either, of three all.
func TestBothAndEither(t *testing.T) {
	holdWanted(t, []wanted{
		{"黑色和白色都可以", Note, "Both black and white acceptable"},
		{"红色或蓝色都可以", Note, "Either red or blue acceptable"},
		{"红色、蓝色和绿色都可以", Note, "Red, blue and green all acceptable"},
		{"双方均有权终止合同", Note, "Both parties are entitled to terminate the contract"},
	})
}

// TestSectionsAndBranchesOfAddresses: a road's section by its town, a part of a floor,
// zones by number, and a house's number before its workshop.
func TestSectionsAndBranchesOfAddresses(t *testing.T) {
	holdWanted(t, []wanted{
		{"广州市番禺区大石街道105国道大石段523号", Address, "No. 523, Dashi Section of National Highway 105, Dashi Subdistrict, Panyu District, Guangzhou City"},
		{"广东省中山市古镇镇海洲村东安北路578号4楼之一", Address, "4/F-1, No. 578, Dong'an North Road, Haizhou Village, Guzhen Town, Zhongshan City, Guangdong Province"},
		{"深圳市宝安区福永街道凤凰社区第四工业区岑下路12号A栋201", Address, "201, Building A, No. 12, Cenxia Road, 4th Industrial Zone, Fenghuang Community, Fuyong Subdistrict, Bao'an District, Shenzhen City"},
		{"广东省深圳市宝安区沙井街道新桥社区新和大道62号厂房301", Address, "301, Factory Building, No. 62, Xinhe Avenue, Xinqiao Community, Shajing Subdistrict, Bao'an District, Shenzhen City, Guangdong Province"},
		{"河南省郑州市二七区万达SOHO A座1512室", Address, "Room 1512, Tower A, Wanda SOHO, Erqi District, Zhengzhou City, Henan Province"},
		{"广东省佛山市顺德区容桂街道细滘居委会业兴路5号之三", Address, "No. 5-3, Yexing Road, Xijiao Residents' Committee, Ronggui Subdistrict, Shunde District, Foshan City, Guangdong Province"},
		{"山东省聊城市东昌府区嘉明工业园牡丹江路中段路北", Address, "North Side of Middle Section of Mudanjiang Road, Jiaming Industrial Park, Dongchangfu District, Liaocheng City, Shandong Province"},
	})
}
