package offline

import "testing"

// TestLongNamesOfSeveralTrades: names of three and more characters that look settled
// are other goods in another trade.
func TestLongNamesOfSeveralTrades(t *testing.T) {
	holdWanted(t, []wanted{
		{"AGV驱动轮 聚氨酯", Title, "AGV Drive Wheel, Polyurethane"},
		{"挖掘机驱动轮 小松PC200", Title, "Excavator Drive Sprocket, Komatsu PC200"},
		{"耳机卷线器 硅胶 便携", Title, "Earphone Cable Winder, Silicone, Portable"},
		{"电缆卷线器 30米 自动伸缩", Title, "Cable Reel, 30 m, Automatic Retractable"},
		{"卷线器 黑色", Title, ""},
		{"洗衣机排水阀", Title, "Washing Machine Drain Valve"},
		{"手机广角镜 4K", Title, "Phone Wide-Angle Lens, 4K"},
		{"玻璃钢格栅板 38mm", Title, "FRP Grating, 38 mm"},
		{"PPR水管熔接机", Title, "PPR Water Pipe Fusion Welding Machine"},
		{"餐巾无尘纸 55克", Title, "Napkin Airlaid Paper, 55 g"},
		{"尼龙线 0.3mm 100米", Title, ""},
		{"燃气调压器 家用", Title, "Gas Pressure Regulator, Household"},
		{"冷库内衬板", Title, "Cold Room Lining Board"},
	})
}

// TestPartsBehindTheirMachine: a part behind a machine may be what is sold.
func TestPartsBehindTheirMachine(t *testing.T) {
	holdWanted(t, []wanted{
		{"微波炉 变压器", Title, ""},
		{"缝纫机 皮带轮", Title, ""},
		{"电梯 编码器", Title, ""},
		{"LED灯 驱动器 50W", Title, ""},
		{"每台机器配一个遥控器", Packing, "Each machine with 1 remote control"},
		{"每台机器装一个木箱", Packing, "Each machine in 1 wooden case"},
		{"微波炉变压器", Title, "Microwave Oven Transformer"},
		{"平缝机 电脑", Title, "Lockstitch Sewing Machine, Computerized"},
		{"消防水枪 直流", Title, "Fire Hose Nozzle, Straight-Stream"},
		{"止血钳 弯头 16cm", Title, "Hemostat, Curved-Tip, 16 cm"},
		{"饮水碗 牛 铸铁", Title, "Drinking Bowl, Cattle, Cast Iron"},
		{"中空玻璃杯 双层", Title, "Double-Wall Glass Cup, Double-Layer"},
		{"螺旋上料机", Title, "Screw Feeding Machine"},
	})
}
