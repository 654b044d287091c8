package offline

import "testing"

// TestAttributesGoWithTheirTrade: an attribute that one trade made its own means
// something else on the goods of another.
func TestAttributesGoWithTheirTrade(t *testing.T) {
	holdWanted(t, []wanted{
		{"电子体温计 软头 防水", Title, "Digital Thermometer, Soft Tip, Waterproof"},
		{"PVC地板 锁扣 防水 4mm", Title, "PVC Flooring, Click-Lock, Waterproof, 4 mm"},
		{"滴灌带 贴片式 16mm", Title, "Drip Tape, Flat-Emitter, 16 mm"},
		{"数码印花机 直喷 T恤", Title, "Digital Textile Printer, Direct-Printing, T-Shirt"},
		{"花洒 直喷 增压", Title, "Shower Head, Direct-Spray, High Pressure"},
		{"镀铝膜真空袋 食品级", Title, "Metallized Film Vacuum Bag, Food-Grade"},
		{"发梳 粗齿 木质", Title, "Hair Comb, Wide-Tooth, Wooden"},
		{"挂耳 咖啡 10包", Title, "Drip-Bag Coffee, 10 Packs"},
		{"旋转拖把 脱水桶 双驱动", Title, "Spin Mop, Spin-Dry Bucket, Dual-Drive"},
		{"螺杆空压机 喷油 37kW", Title, "Screw Air Compressor, Oil-Injected, 37 kW"},
		{"带线鱼钩 10枚", Title, "Fishing Hook with Line, 10 pcs"},
		{"防裂护手霜 50g", Title, "Anti-Chapping Hand Cream, 50 g"},
		{"双缸 洗衣机 家用", Title, "Twin-Tub Washing Machine, Household"},
		{"后背拉链前扣", Title, "Back Zipper, Front Closure"},
	})
}

// TestSameWordOfAnotherTrade: a word of several trades has the English of the one the
// title is of, and none where the title doesn't tell.
func TestSameWordOfAnotherTrade(t *testing.T) {
	holdWanted(t, []wanted{
		{"网格布 涤纶 鞋材用", Title, "Mesh Fabric, Polyester, for Shoe Material"},
		{"地板打蜡机 220V", Title, "Flooring Waxing Machine, 220 V"},
		{"摩托车高压包", Title, "Motorcycle Ignition Coil"},
		{"高压包", Title, ""},
		{"油漆延长杆 2米 铝合金", Title, "Paint Extension Pole, 2 m, Aluminum Alloy"},
		{"百叶片 PVC 窗帘用", Title, "Louver Slat, PVC, for Curtain"},
		{"发射器 黑色", Title, ""},
		{"电视升降器 电动", Title, "TV Lift, Electric"},
		{"手摇铃 婴儿 牙胶", Title, "Rattle for Babies, Teether"},
		{"空调服 风扇 降温 工作服", Title, "Fan-Cooled Jacket, Cooling, Workwear"},
		{"切纸器 A4 办公用", Title, "Paper Cutter, A4, for Office"},
		{"儿童汽车增高垫", Title, "Kids Car Booster Seat"},
		{"工地独轮车 单轮", Title, "Construction Site Wheelbarrow, Single-Wheel"},
		{"工业洗地机 手推式", Title, "Industrial Floor Scrubber, Push-Type"},
		{"空气净化器过滤网 HEPA", Title, "Air Purifier Filter Screen, HEPA"},
		{"轮胎充气泵 小汽车适用", Title, "Tire Air Pump for Car"},
		{"新生儿保温箱", Title, "Newborn Infant Incubator"},
		{"溜冰鞋", Title, ""},
		{"金属漆 防锈 栏杆", Title, "Metal Paint, Rust-Proof, Railing"},
		{"金属漆", Title, ""},
		{"卡钳 数显 150mm", Title, "Caliper, Digital Display, 150 mm"},
		{"水草 收纳篮 编织", Title, "Seagrass Storage Basket, Woven"},
		{"刀具 硬质合金 涂层", Title, "Cutting Tool, Carbide, Coating"},
		{"胶带 快递 封箱", Title, "Tape for Shipment by Courier, Carton Sealing"},
		{"移动电源 海运", Title, "Power Bank, By Sea"},
		{"喷枪 喷漆 上壶", Title, "Spray Gun for Spray Painting, Gravity Feed"},
		{"拔罐器 24罐 真空", Title, "Cupping Set, 24 Cups, Vacuum"},
		{"弹力带 服装辅料 20mm", Title, "Elastic Band, Garment Accessories, 20 mm"},
		{"汽车喇叭 同轴 6.5寸", Title, "Car Speaker, Coaxial, 6.5-inch"},
		{"勾线笔 丙烯 尼龙毛", Title, "Liner Brush, Acrylic, Nylon Bristles"},
		{"猫咪胸背带", Title, "Cat Harness"},
	})
}

// TestSameFormOfAnotherTrade: how goods are built or what they withstand is said otherwise in
// each trade: a mask hangs by its ear loops, headphones by hooks, coffee in drip bags.
func TestSameFormOfAnotherTrade(t *testing.T) {
	holdWanted(t, []wanted{
		{"口罩 挂耳式", Title, "Face Mask, Ear-Loop"},
		{"咖啡 挂耳式", Title, "Coffee, Drip-Bag"},
		{"蓝牙耳机 挂耳式", Title, "Bluetooth Earphone, Ear-Hook"},
		{"强力挂钩 不留痕", Title, "Heavy-Duty Hook, Residue-Free"},
		{"给料机 螺旋式", Title, "Feeder, Screw-Type"},
		{"砂光机 轨道式", Title, "Sander, Orbital"},
		{"精华液 抗氧化", Title, "Serum, Antioxidant"},
		{"球阀 耐压试验", Title, "Ball Valve, Pressure Test"},
		{"静压测试：合格", Inspection, ""},
		{"货架 推入式", Title, "Shelf Rack, Push-Back"},
		{"衣柜 对开门", Title, "Wardrobe, Double-Door"},
		{"减压阀 二级压力", Title, "Pressure Reducing Valve, Second-Stage Pressure"},
		{"马桶 排水距离：305mm", Spec, "Toilet rough-in distance: 305mm"},
		{"洗衣机 排水距离：2米", Spec, "Washing machine drainage distance: 2 m"},
		{"调压范围：0-250V", Spec, "Voltage adjustment range: 0-250V"},
		{"电阻 插件式", Title, "Resistor, Through-Hole"},
		{"收纳箱 加大号", Title, "Storage Box, Extra Large"},
		{"手机壳 带磁环", Title, "Phone Case with Magnetic Ring"},
		{"排插 多孔位", Title, "Power Strip, Multi-Outlet"},
		{"面包刀 锯齿形", Title, "Bread Knife, Serrated"},
		{"净水器 不含芯", Title, "Water Purifier, Filter Cartridge Not Included"},
		{"行李箱 轻量型", Title, "Luggage, Lightweight"},
		{"PCB线路板 抗氧化处理", Title, "PCB Circuit Board, OSP"},
		{"手镯 抗氧化处理", Title, "Bangle, Anti-Oxidation Treatment"},
		{"绝缘手套 耐高压", Title, "Insulating Gloves, High Voltage Resistant"},
		{"麦克风 电容式", Title, "Microphone, Condenser"},
		{"碗架 带沥水槽", Title, "Dish Rack with Drip Tray"},
		{"雨伞 开关测试", Title, "Umbrella, Opening and Closing Test"},
		{"沙滩玩具 带铲子", Title, "Beach Toy with Shovel"},
		{"烟雾报警器 独立式 自检", Title, "Smoke Alarm, Standalone, Self-Test"},
		{"冷水机 螺杆 水冷", Title, "Chiller, Screw-Type, Water-Cooled"},
		{"按钮 自复位 带灯", Title, "Button with Light, Momentary"},
		{"梯子 升降式 铝合金", Title, "Ladder, Extendable, Aluminum Alloy"},
		{"塑料袋上印窒息危险警告语", Packing, "Suffocation hazard warning to be printed on the plastic bag"},
	})
}

// TestLongerWordsOfSeveralTrades: words of three and more characters that one trade made
// its own, on the goods of another.
func TestLongerWordsOfSeveralTrades(t *testing.T) {
	holdWanted(t, []wanted{
		{"文胸 双排扣 无钢圈", Title, "Bra, Two-Row Hook-and-Eye, Wire-Free"},
		{"餐桌 可拉伸", Title, "Dining Table, Extendable"},
		{"荧光粉 防伪油墨用", Title, "Phosphor Powder for Anti-Counterfeit Inks"},
		{"运动鞋 荧光粉", Title, "Sneakers, Neon Pink"},
		{"PCB多层板", Title, "Multilayer PCB"},
		{"枕头 填充珍珠棉", Title, "Pillow, Filling Pearl Cotton"},
		{"冷藏柜 商用 立式", Title, "Refrigerated Cabinet, Commercial, Vertical"},
		{"塑料桶 家用 带盖", Title, "Plastic Bucket with Lid, Household"},
		{"餐桌 黑胡桃色", Title, "Dining Table, Black Walnut Color"},
		{"线路板焊接不良，返修率3%", Inspection, "Poor soldering of the circuit board; rework rate 3%"},
		{"软管耐压测试 10bar", Title, "Hose, Pressure Test, 10 bar"},
		{"耐压测试", Inspection, ""},
		{"冰箱 日耗电量 0.5度", Title, "Refrigerator, Daily Power Consumption, 0.5 kWh"},
		{"磨光机 磨盘直径 125mm", Title, ""},
		{"戒指 钻石款", Title, "Ring, Diamond-Style"},
		{"围裙 系带款", Title, "Apron, Tie-On"},
		{"下次货款扣除", Payment, "To be deducted from the next payment for goods"},
		{"样品押金大货返还", Payment, "Sample deposit refundable upon bulk order"},
		{"短缺部分补发", Note, "Shortfall to be reshipped"},
		{"轴承加油", Note, "Bearing to be oiled"},
		{"亮度不均2个", Inspection, "Uneven brightness: 2 pcs"},
		{"缠绕膜缠托盘", Packing, "Pallet wrapped with stretch film"},
		{"沙发套 可拉伸", Title, "Sofa Cover, Stretchable"},
		{"警告标签贴外箱", Packing, "Warning label to be affixed on the outer carton"},
		{"外箱贴警告标签", Packing, "Warning label to be affixed on the outer carton"},
		{"logo印左胸", Packing, "Logo to be printed on the left chest"},
		{"编织袋 大米 50kg", Title, ""},
		{"大米 编织袋 50kg", Title, "Rice, Woven Bag, 50 kg"},
		{"门铃 可视化", Title, "Doorbell, Video"},
		{"文胸 前开扣", Title, "Bra, Front-Closure"},
		{"制版费一次性", Payment, "Plate-making charge one-time"},
		{"保险金额110%", Shipping, "Insured amount: 110%"},
		{"共20个标准箱", Shipping, "20 TEU in total"},
	})
}
