package offline

import "testing"

// TestCountedFindings: a fault is counted by itself, goods by their measure words, and
// a part of goods by the goods it is on.
func TestCountedFindings(t *testing.T) {
	holdWanted(t, []wanted{
		{"遥控器有2个按键失灵", Inspection, "2 buttons not working on the remote control"},
		{"其中2件已当场返修", Inspection, "Of which 2 pcs repaired on the spot"},
		{"杯身表面有黑点3处", Inspection, "3 black spots on the cup body surface"},
		{"漏水2处", Inspection, "Leakage in 2 places"},
		{"3件缝线开裂", Inspection, "3 pcs with cracked seam"},
		{"抽检50件有6件划伤", Inspection, "6 out of 50 pcs sampled scratched"},
		{"每套缺一把扳手", Inspection, "1 wrench missing per set"},
		{"破损的3件已更换", Inspection, "The 3 damaged pcs replaced"},
		{"已要求工厂重新包装破损的32箱", Inspection, "The factory has been requested to repack the 32 damaged cartons"},
		{"有水印", Inspection, "Watermarks found"},
		{"2台电池未安装", Inspection, "2 units: battery not installed"},
		{"3处焊点虚焊", Inspection, "3 cold solder joints"},
		{"外箱变形5箱", Inspection, "5 cartons deformed"},
		{"12台中有2台", Inspection, "2 out of 12 units"},
		{"生锈的零件须更换", Inspection, "Rusted part must be replaced"},
		{"无法开机3台，已更换", Inspection, "3 units not powering on; replaced"},
		{"漏装说明书10份", Inspection, "10 instruction manuals missing"},
		{"所有缺陷产品已更换", Inspection, "All defective products replaced"},
		{"毛绒玩具开线2个", Inspection, "Plush toy with open seams: 2 pcs"},
		{"其中划伤5件", Inspection, "Of which 5 pcs scratched"},
		{"外箱压塌2箱", Inspection, "2 cartons crushed"},
		{"样本量：80，Ac=5，Re=6", Inspection, "Sample size: 80; Ac=5; Re=6"},
		{"耐热测试100℃，无变形、无异味", Inspection, "Heat resistance test (100℃); no deformation or odor"},
		{"焊点饱满，无虚焊", Inspection, "Solder joints full; no cold solder joints"},
		{"拉链不顺，更换10条", Inspection, "Zipper not smooth; replacement of 10 pcs"},
		{"抽检100双，开胶3双", Inspection, "100 pairs sampled; 3 pairs with glue failures"},
		{"报废20套", Inspection, "20 sets scrapped"},
		{"玻璃瓶口崩缺，挑出15个", Inspection, "Glass bottle mouth chipped; 15 pcs sorted out"},
		{"杯口不平，轻微漏水", Inspection, "Cup rim uneven; slight leakage"},
		{"充电头发烫", Inspection, ""},
		{"插头类型不符合订单要求", Inspection, "Plug type does not comply with order requirements"},
		{"30%的产品有毛边", Inspection, "30% of the products with burrs"},
		{"约5%的产品色差明显", Inspection, "Approx. 5% of the products with obvious color difference"},
		{"净含量不足，标示500克，实测488克", Inspection, "Insufficient net content; 500 g stated; measured 488 g"},
		{"浸水30分钟无渗漏", Inspection, "No leakage after 30 minutes of immersion in water"},
		{"50公斤无变形", Inspection, "No deformation at 50 kg"},
		{"尺寸公差±1毫米，超差3件", Inspection, "Dimensional tolerance: ±1 mm; out of tolerance: 3 pcs"},
		{"耐压1500V无击穿", Inspection, ""},
		{"箱体轻微变形", Inspection, "Case body slightly deformed"},
		{"验货当天包装完成率85%", Inspection, "Packing completion rate on the inspection day: 85%"},
		{"彩盒压皱12个", Inspection, "Color box creased: 12 pcs"},
		{"注塑件有黑点", Inspection, "Black spots found on the injection molded part"},
		{"耐压测试1500V/60秒通过", Inspection, "Hi-pot test (1500V, 60 seconds): passed"},
		{"外箱不印任何唛头", Packing, "No shipping mark printed on the outer carton"},
		{"有木质包装", Inspection, ""},
		{"不缺3个螺丝", Inspection, ""},
		{"缺3箱", Inspection, ""},
	})
}

// TestTestsWithTheirConditions: a test, what it is made with and what came of it; what
// did not happen is no state.
func TestTestsWithTheirConditions(t *testing.T) {
	holdWanted(t, []wanted{
		{"水压测试1.5MPa保压10分钟无泄漏", Inspection, "Water pressure test (1.5MPa, pressure held for 10 minutes): no leakage"},
		{"耐磨测试1000转，表面无明显磨损", Inspection, "Abrasion test (1000 revolutions); no obvious wear on the surface"},
		{"高温60度存放24小时后无变形", Inspection, "No deformation after 24 hours of storage at high temperature (60°C)"},
		{"充放电循环300次后容量不低于80%", Inspection, "Capacity not less than 80% after 300 charge-discharge cycles"},
		{"纽扣未脱落", Inspection, "Button did not come off"},
		{"通电2小时后表面温度不超过60度", Inspection, "Surface temperature shall not exceed 60°C after 2 hours of power-on"},
		{"未做跌落测试后", Inspection, ""},
		{"常温存放2年", Inspection, "2 years of storage at room temperature"},
	})
}

// TestRemedies: who undertakes what, what takes the place of what, and how often
// something is looked at.
func TestRemedies(t *testing.T) {
	holdWanted(t, []wanted{
		{"工厂承诺于6月10日前完成返工", Note, "The factory undertakes to complete the rework before June 10"},
		{"工厂拒绝返工", Note, "The factory refuses to rework"},
		{"请工厂提供整改照片", Note, "The factory is requested to provide corrective action photos"},
		{"数量由500件改为600件", Note, "Quantity changed from 500 pcs to 600 pcs"},
		{"每两小时抽检一次", Note, "Random inspection once every 2 hours"},
		{"每100件抽检5件", Note, "5 pcs inspected at random per 100 pcs"},
		{"受潮的15箱已更换新纸箱并重新打包", Note, "15 damp cartons replaced with new cartons and repacked"},
		{"正在重新送检", Note, "Being resubmitted for testing"},
		{"操作员未按图纸加工", Note, ""},
		{"工厂不同意返工", Note, ""},
		{"因抽检比例不足", Note, "Due to insufficient sampling ratio"},
	})
}

// TestStatesOfThings: what a thing is not, how much of a property there is, and what
// ceases to hold is no broken device.
func TestStatesOfThings(t *testing.T) {
	holdWanted(t, []wanted{
		{"工厂承诺3天内整改完毕", Inspection, "The factory promised to complete corrective action within 3 days"},
		{"拉力测试：把手承受20公斤1分钟不脱落", Inspection, "Pull test: handle withstood 20 kg for 1 minute without coming off"},
		{"皮带跑偏", Inspection, "Belt running off track"},
		{"刃口不锋利", Inspection, "Cutting edge not sharp"},
		{"合同失效", Note, "The contract becomes invalid"},
		{"价格差", Note, ""},
		{"客户反馈良好", Note, ""},
		{"数据线传输速度慢", Inspection, "Data cable transfer speed slow"},
		{"商标缝反，已拆除重新缝制", Inspection, ""},
		{"急停按钮失效", Inspection, "Emergency stop button not functioning"},
		{"帐篷防水涂层脱落", Any, "Tent waterproof coating came off"},
		{"打印机卡纸", Inspection, "Printer paper jam"},
		{"渔线拉力低于标称值10%", Inspection, "Fishing line pull force 10% below the nominal value"},
		{"高于标准5度", Inspection, ""},
		{"T恤印花开裂", Inspection, "T-shirt print cracked"},
	})
}

// TestTurnsOfPacking: what is done after what, and what each is packed in.
func TestTurnsOfPacking(t *testing.T) {
	holdWanted(t, []wanted{
		{"每个杯子用珍珠棉包裹后装入白盒", Packing, "Each cup wrapped in EPE foam, then packed in white box"},
		{"包装设计稿须经客户确认后印刷", Packing, "Packing artwork must be printed only after confirmation by the customer"},
		{"每箱打两条PP打包带", Packing, "Each carton strapped with 2 pcs of PP strap"},
		{"纸杯50只一条，20条一箱", Packing, "Paper cup: 50 pcs per sleeve, 20 sleeves per carton"},
		{"跑步机用加厚纸箱", Packing, ""},
		{"每12个内盒装一外箱", Packing, "12 inner boxes per outer carton"},
		{"牛仔裤每条装胶袋", Packing, "Each pair of jeans packed in a poly bag"},
		{"封箱前放入干燥剂", Packing, "Desiccant to be put inside before sealing the cartons"},
		{"布料用气泡膜包裹两层", Packing, "Fabric wrapped with 2 layers of bubble wrap"},
		{"放置晃动", Inspection, ""},
		{"内附合格证一张、说明书一份", Packing, "With 1 certificate of conformity and 1 instruction manual inside"},
		{"吊牌一枚挂于领标", Packing, "1 hang tag hung on neck label"},
		{"干燥剂每箱放2包", Packing, "2 packs of desiccant per carton"},
		{"外箱禁止使用铁钉和钢带", Packing, "Iron nail and steel strap must not be used on the outer carton"},
		{"每套配三根数据线和一个充电头", Packing, "Each set with 3 data cables and one charging adapter"},
	})
}
