package offline

import "testing"

// TestTitlesRunOn: goods named twice in one breath, each with its qualities.
func TestTitlesRunOn(t *testing.T) {
	holdWanted(t, []wanted{
		{"加厚防滑瑜伽垫初学者健身垫家用", Title, "Thickened Non-Slip Yoga Mat, Beginner Fitness Mat, Household"},
		{"手机支架桌面懒人支架可折叠", Title, "Phone Holder, Desktop Gooseneck Phone Holder, Foldable"},
		{"女装连衣裙 雪纺", Title, "Women's Dress, Chiffon"},
	})
}

// TestTitlesJoined: what a plus joins, and what it may not.
func TestTitlesJoined(t *testing.T) {
	holdWanted(t, []wanted{
		{"庭院灯 光控+遥控", Title, "Garden Light, Light-Controlled + Remote Control"},
		{"音箱 蓝牙+USB 双模", Title, "Speaker, Bluetooth + USB, Dual-Mode"},
		{"饭盒 304不锈钢+PP", Title, "Lunch Box, 304 Stainless Steel + PP"},
	})
}

// TestTitlesUsers: whom and what goods are for; nothing is left out because the name
// of the goods begins alike.
func TestTitlesUsers(t *testing.T) {
	holdWanted(t, []wanted{
		{"工作服 车间", Title, "Workwear for Workshops"},
		{"跑步鞋 跑步 透气", Title, "Running Shoes, Breathable"},
		{"书包 小学生防水", Title, "School Bag for Primary School Students, Waterproof"},
		{"火锅 电热 适合3-5人", Title, "Hot Pot, Electric Heating, for 3-5 People"},
		{"吊灯 客厅餐厅卧室", Title, "Pendant Light for Living Room, Dining Room and Bedroom"},
		{"实木餐椅 酒店餐厅用", Title, "Solid Wood Dining Chair for Hotels and Restaurants"},
		{"餐厅椅 实木", Title, ""},
		{"男士夹克 工装 多口袋", Title, "Men's Jacket, Workwear, Multi-Pocket"},
		{"LED筒灯 家装 工装", Title, ""},
		{"LED台灯 学生 卧室 书房", Title, "LED Desk Lamp for Students, for Bedroom and Study"},
		{"垃圾桶 感应式 12L 客厅 厨房", Title, "Trash Can, Sensor, 12 L, for Living Room and Kitchen"},
		{"行李箱 登机 20寸", Title, "Luggage, Carry-On, 20-inch"},
		{"乳胶枕 泰国进口", Title, "Latex Pillow, Imported from Thailand"},
		{"擀面杖 饺子皮专用", Title, "Rolling Pin for Dumpling Wrappers"},
		{"隔热手套 烤箱微波炉专用", Title, "Oven Mitt for Oven and Microwave Oven"},
	})
}

// TestHardness: Shore's scale and number keep together, and yarn is no pieces.
func TestHardness(t *testing.T) {
	holdWanted(t, []wanted{
		{"硬度：邵氏A 60±5度，耐温260度", Spec, "Hardness: Shore A 60±5, temperature resistance 260°C"},
		{"电机 绝缘等级F级", Title, "Motor, Insulation Class F"},
		{"针织布 32支 纯棉汗布", Title, "Knit Fabric 32s Pure Cotton Single Jersey"},
		{"气泵 8公斤", Title, ""},
	})
}

// TestTitlesOfGoodsSense: a quality that stands alone has the sense that the goods give
// it.
func TestTitlesOfGoodsSense(t *testing.T) {
	holdWanted(t, []wanted{
		{"排插 6位 带USB 3米线", Title, "Power Strip with USB Port, 6-Outlet, 3 m Cable"},
		{"联轴器 梅花 铝合金 D30L40", Title, "Coupling, Jaw-Type, Aluminum Alloy, D30L40"},
		{"铣刀 钨钢 4刃 55度", Title, "Milling Cutter, Tungsten Carbide, 4-Flute, HRC 55"},
		{"温控器 数显 0-400度 K型", Title, "Thermostat, Digital Display, 0-400°C, K-Type"},
		{"齿轮泵 左旋 花键轴", Title, "Gear Pump, Left-Hand Rotation, Spline Shaft"},
		{"打磨机 墙面 无尘 伸缩杆", Title, "Sander, Wall, Dust-Free, Telescopic Pole"},
		{"平衡车 红色", Title, ""},
		{"乒乓球 三星 40+ 6只装", Title, "Table Tennis Ball, 3-Star, 40+, 6-Pack"},
		{"矿灯 头戴 锂电 防爆", Title, "Miner's Lamp, Head-Mounted, Lithium Battery, Explosion-Proof"},
		{"磨头 合金 6mm柄", Title, "Mounted Point, Alloy, 6 mm Shank"},
		{"汽车脚踏板 铝合金", Title, ""},
		{"搬运车 叉车 手动", Title, "Hand Truck, Forklift, Manual"},
		{"水泵 微型 鱼缸", Title, "Water Pump, Micro, for Fish Tank"},
		{"鼠标垫 护腕 硅胶", Title, "Mouse Pad, Wrist Rest, Silicone"},
		{"轴承 带座 UCF205", Title, "Bearing with Housing, UCF205"},
		{"感应灯 楼道 声控", Title, "Sensor Light for Stairwells, Sound-Activated"},
		{"桌面麦克风 USB 电容 带支架", Title, "Desktop Microphone with Stand, USB, Condenser"},
		{"FM发射器 车载 双USB", Title, "FM Transmitter for Car, Dual USB"},
		{"机顶盒遥控器 学习型", Title, "Set-Top Box Remote Control, Learning-Type"},
		{"热转印机 平板 40×60", Title, "Heat Transfer Machine, Flatbed, 40×60"},
		{"空气滤芯 空压机 37KW", Title, "Air Filter Element for Air Compressor, 37 KW"},
		{"储气罐 300L 8公斤", Title, ""},
		{"餐桌 长方形 1.6米 6椅", Title, "Dining Table, Rectangular, 1.6 m, 6 Chairs"},
		{"骑行头盔 公路 可调节", Title, "Bike Helmet, Road, Adjustable"},
		{"步进电机 2.2N.m 双轴", Title, "Stepper Motor, 2.2N.m, Dual-Shaft"},
		{"吊带 扁平 3吨 5米 双扣", Title, "Webbing Sling, Flat, 3 Tons, 5 m, Double-Buckle"},
		{"排气扇 12寸 百叶", Title, "Exhaust Fan, 12-inch, Louvered"},
		{"皮带 三角带 A型 A38", Title, "Belt, V-Belt, A-Type, A38"},
		{"弹力带 五条套装 乳胶", Title, "Resistance Band, 5-Piece Set, Latex"},
		{"空气滤芯 丰田卡罗拉", Title, "Air Filter Element, Toyota Corolla"},
		{"货架 五层 承重200kg/层", Title, "Shelf Rack, 5-Tier, Load Capacity 200 kg per Tier"},
		{"LED灯泡 螺口 9W", Title, "LED Bulb, Screw-Base, 9 W"},
		{"轴承 高精密", Title, "Bearing, High Precision"},
		{"工具车 带万向轮", Title, "Tool Cart with Swivel Wheels"},
		{"墙壁开关 三联", Title, "Wall Switch, 3-Gang"},
		{"钻头 麻花 高速钢", Title, "Drill Bit, Twist, HSS"},
		{"穿衣镜 全身 落地", Title, "Full-Length Mirror, Floor-Standing"},
		{"铜棒 H59 直径20", Title, "Brass Rod, H59, Diameter 20"},
		{"锂电往复锯 21V", Title, "Lithium Cordless Reciprocating Saw, 21 V"},
		{"电焊钳 800A 配20米电缆", Title, "Electrode Holder with 20 m Cable, 800 A"},
		{"下摆臂 右 马自达6", Title, "Lower Control Arm, Right, Mazda 6"},
		{"蓝牙耳机 续航30小时", Title, "Bluetooth Earphone, 30-Hour Battery Life"},
	})
}

// TestSpecsOfMeasures: labels of measures and their bounds, tolerances and noise.
func TestSpecsOfMeasures(t *testing.T) {
	holdWanted(t, []wanted{
		{"锯片直径：185mm，最大切深65mm", Spec, "Saw blade diameter: 185mm, maximum cutting depth 65mm"},
		{"产品尺寸：直径65×高210mm", Spec, "Product size: Dia. 65 × H 210 mm"},
		{"噪音值：≤60dB(A)", Spec, "Noise level: ≤60dB(A)"},
		{"孔径10mm，公差+0.02/-0", Spec, "Hole diameter 10mm, tolerance +0.02/-0"},
		{"球拍重量：83±2克，中杆直径：7.0mm", Spec, "Racket weight: 83±2 g, shaft diameter: 7.0mm"},
		{"板材：E1级实木颗粒板", Spec, "Board: grade E1 particle board"},
		{"邵氏硬度60±5", Spec, "Shore hardness 60±5"},
		{"充气压力：0.6-0.8大气压", Spec, "Inflation pressure: 0.6-0.8 atm"},
		{"气罐容积：24升，排气量：120升/分钟", Spec, "Air tank volume: 24 L, displacement: 120 L/min"},
		{"插头标准：欧标/英标/美标", Spec, "Plug standard: European standard/British standard/American standard"},
		{"充电：约2小时", Any, "Charging: approx. 2 hours"},
		{"载重：150公斤，爬坡：20度", Any, "Load capacity: 150 kg, gradeability: 20°"},
		{"接口：2个Type-C，1个USB-A", Spec, "Interface: 2 × Type-C, 1 × USB-A"},
		{"功率：高档2000W，低档1000W", Spec, "Power: high setting 2000W, low setting 1000W"},
		{"扬程：30米，流量：10立方/时", Spec, "Head: 30 m, flow rate: 10 m³/h"},
		{"外径50毫米，内径30毫米", Any, "Outer diameter 50 mm, inner diameter 30 mm"},
		{"待机电流小于0.1毫安", Spec, "Standby current less than 0.1 mA"},
		{"钢丝直径：4毫米，破断力：9千牛", Spec, "Steel wire diameter: 4 mm, breaking force: 9 kN"},
		{"床板厚度1.5厘米，床腿高20厘米", Spec, "Bed board thickness 1.5 cm, bed leg height 20 cm"},
		{"尺寸：42×30×15厘米（长×宽×高）", Spec, "Size: 42×30×15 cm (L × W × H)"},
		{"风速：3档，摇头角度：80度", Spec, "Wind speed: 3-speed, oscillation angle: 80°"},
		{"切割深度：45度时40毫米", Spec, "Cutting depth: 40 mm at 45°"},
		{"输出电压：DC12V，输出电流：2A", Spec, "Output voltage: DC12V, output current: 2A"},
	})
}

// TestStylesCounted: how many styles are sold together or to choose from.
func TestStylesCounted(t *testing.T) {
	holdWanted(t, []wanted{
		{"手办 动漫 6款", Title, "Action Figure, Anime, 6 Styles"},
		{"口红 3款可选", Title, "Lipstick, 3 Styles Available"},
		{"除味剂 3盒装", Title, "Deodorizer, 3 Boxes"},
		{"单肩包 2款图案", Title, "Shoulder Bag, 2 Patterns"},
	})
}

// TestThingsKeptAndHad: boxes and bags behind what they keep, and parts behind 带.
func TestThingsKeptAndHad(t *testing.T) {
	holdWanted(t, []wanted{
		{"马克笔 带笔袋", Title, "Marker Pen with Pencil Case"},
		{"坚果盒 木质", Title, "Nut Box, Wooden"},
		{"儿童手链 24格材料盒", Title, "Kids Bracelet, 24-Compartment Material Box"},
		{"切丝器 3刀片", Title, "Shredder, 3 Blades"},
		{"足膜 35g*2只", Title, "Foot Mask, 35g*2 pcs"},
		{"皮带 3.8cm 宽", Title, "Leather Belt, 3.8 cm Wide"},
	})
}

// TestPacksOfPacks: how many are in a pack, and how many packs.
func TestPacksOfPacks(t *testing.T) {
	holdWanted(t, []wanted{
		{"婴儿湿巾 80片x5包", Title, "Baby Wipes, 80 pcs x5 Packs"},
		{"湿巾 60抽*10包", Title, "Wet Wipes, 60 Sheets × 10 Packs"},
		{"雨披 成人儿童", Title, "Rain Poncho for Adults and Kids"},
	})
}

// TestLongerContextTells: of two words beside a word, the longer gives its sense.
func TestLongerContextTells(t *testing.T) {
	holdWanted(t, []wanted{
		{"男士凉鞋 真皮 包头", Title, "Men's Sandals, Genuine Leather, Closed-Toe"},
		{"健身包 手提 瑜伽", Title, "Gym Bag, Handheld, for Yoga"},
		{"笔记本 真皮 带磁扣", Title, "Notebook with Magnetic Clasp, Genuine Leather"},
	})
}

// TestNamesOfModels: Latin words before the goods are one name with those that hang on
// them, a chain's size is no current, and a list behind a feature shares its word.
func TestNamesOfModels(t *testing.T) {
	holdWanted(t, []wanted{
		{"AirPods Pro保护套 液态硅胶 带挂钩", Title, "AirPods Pro Protective Case with Hook, Liquid Silicone"},
		{"Apple Watch表带 硅胶 42mm", Title, "Apple Watch Band, Silicone, 42 mm"},
		{"iPad Air 5钢化膜", Title, "iPad Air 5 Tempered Glass Screen Protector"},
		{"链条 12A 单排 碳钢", Title, "Chain, 12A, Single-Row, Carbon Steel"},
		{"步进电机 57系列 1.8度 2.2N·m", Title, "Stepper Motor, 57 Series, 1.8°, 2.2 N·m"},
		{"PU人造革 1.0mm厚 荔枝纹 沙发", Title, "PU Artificial Leather, 1.0 mm Thick, Litchi-Grain, for Sofa"},
		{"牛津布 收纳箱 66L", Title, "Oxford Cloth Storage Box, 66 L"},
		{"麦克风 手机", Title, "Microphone for Phone"},
		{"GPS定位器 汽车 免安装", Title, "GPS Tracker for Car, Installation-Free"},
		{"适用iPhone 15透明磁吸手机壳 防摔防黄", Title, "Clear Magnetic Phone Case for iPhone 15, Drop-Proof, Anti-Yellowing"},
		{"适用苹果手表硅胶表带 多色可选", Any, "Silicone Watch Band for Apple Watch, Multiple Colors Available"},
		{"丝绒雾面口红 6支礼盒", Title, "Velvet Matte Lipstick, Gift Box of 6"},
		{"大容量水杯 带手柄吸管", Title, "Large-Capacity Water Cup with Handle and Straw"},
		{"汽车用品 车载垃圾桶 挂式", Title, "Car Trash Can, Car Accessories, Hanging"},
		{"耳机保护套 硅胶 挂钩", Title, "Earbuds Case, Silicone, Hook"},
		{"轮滑鞋 送护具头盔", Title, "Roller Skates with Free Protective Gear and Helmet"},
		{"汽车维修工具车 七层抽屉", Title, "Car Repair Tool Cart, 7-Drawer"},
		{"仿真玫瑰花 红色 25朵 礼盒", Any, "Artificial Rose, Red, 25 pcs, Gift Box"},
		{"猫咪隧道 三通", Title, "Cat Tunnel, 3-Way"},
		{"手钻 不含电池和充电器", Title, "Hand Drill, Battery and Charger Not Included"},
		{"涂层：不粘涂层，不含PFOA", Spec, "Coating: non-stick coating, PFOA-free"},
		{"猫砂 水蜜桃味 除臭", Title, "Cat Litter, Peach Scented, Deodorizing"},
		{"充电方式：USB Type-C充电，5V/1A", Spec, "Charging method: USB Type-C charging, 5V/1A"},
	})
}

// TestBagsFor: what bags are for stands apart from what is done with them.
func TestBagsFor(t *testing.T) {
	holdWanted(t, []wanted{
		{"腰包 跑步 手机", Title, "Waist Bag for Running, for Phones"},
		{"收纳盒 衣柜", Title, "Storage Box for Wardrobe"},
		{"卷纸盒 壁挂 双层", Title, "Toilet Paper Roll Box, Wall-Mounted, 2-Tier"},
		{"毛巾 21支", Title, "Towel, 21s"},
	})
}
