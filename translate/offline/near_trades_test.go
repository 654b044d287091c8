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
