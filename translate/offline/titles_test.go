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
