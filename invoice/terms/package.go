package terms

import "strings"

// Package is a kind of package that goods travel in.
type Package struct {
	Code       string // the order format's own
	Zh         string
	En, Plural string
	Rec21      string // UN/ECE Recommendation 21
}

// Term is the code with its names.
func (p Package) Term() Term { return Term{p.Code, p.Zh, p.En} }

// forms are what p is found by beside its code and names.
func (p Package) forms() []string { return []string{p.Rec21, p.Plural} }

// Count is the English word beside a number of packages, as trade documents
// print it: 1 CARTON, 45 CARTONS.
func (p Package) Count(n int64) string {
	if n == 1 {
		return strings.ToUpper(p.En)
	}
	return strings.ToUpper(p.Plural)
}

// Packages are found by code, by UN/ECE code, by English name or short form,
// and by Chinese name.
var Packages = &Table[Package]{entries: packages[:], also: packageWays, as: func(p Package, _ string) Package { return p }}

// Source: usage on packing lists (箱 for cartons, 件 for packages of any kind).
// The codes are meant to be UN/ECE Recommendation 21's; they were written on
// 2026-11-24 and compared with no edition of it.
var packages = [...]Package{
	{"bag", "袋", "bag", "bags", "BG"},
	{"bale", "包", "bale", "bales", "BL"},
	{"barrel", "琵琶桶", "barrel", "barrels", "BA"},
	{"basket", "筐", "basket", "baskets", "BK"},
	{"bottle", "瓶", "bottle", "bottles", "BO"},
	{"box", "盒", "box", "boxes", "BX"},
	{"bundle", "捆", "bundle", "bundles", "BE"},
	{"cage", "笼", "cage", "cages", "CG"},
	{"can", "罐", "can", "cans", "CX"},
	{"carton", "箱", "carton", "cartons", "CT"},
	{"case", "货箱", "case", "cases", "CS"},
	{"coil", "盘", "coil", "coils", "CL"},
	{"crate", "板条箱", "crate", "crates", "CR"},
	{"drum", "桶", "drum", "drums", "DR"},
	{"envelope", "信封", "envelope", "envelopes", "EN"},
	{"jar", "坛", "jar", "jars", "JR"},
	{"jumbo_bag", "吨袋", "jumbo bag", "jumbo bags", "43"},
	{"package", "件", "package", "packages", "PK"},
	{"packet", "小包", "packet", "packets", "PA"},
	{"pail", "提桶", "pail", "pails", "PL"},
	{"pallet", "托", "pallet", "pallets", "PX"},
	{"parcel", "包裹", "parcel", "parcels", "PC"},
	{"piece", "散件", "piece", "pieces", "PP"},
	{"reel", "卷盘", "reel", "reels", "RL"},
	{"roll", "卷", "roll", "rolls", "RO"},
	{"sack", "麻袋", "sack", "sacks", "SA"},
	{"skid", "滑托", "skid", "skids", "SI"},
	{"tin", "听", "tin", "tins", "TN"},
	{"tray", "托盘盒", "tray", "trays", "PU"},
	{"tube", "筒", "tube", "tubes", "TU"},
	{"unpacked", "裸装", "unpacked unit", "unpacked units", "NE"},
	{"wooden_case", "木箱", "wooden case", "wooden cases", "7B"},
	{"wooden_crate", "木架", "wooden crate", "wooden crates", "8B"},
	{"woven_bag", "编织袋", "woven bag", "woven bags", "5H"},
}

var packageWays = []also{
	{"bag", "bgs, 袋子, 塑料袋, 布袋"},
	{"bale", "布包, 打包"},
	{"barrel", "bbl, bbls"},
	{"basket", "篮, 箩"},
	{"bottle", "btl, btls"},
	{"box", "bxs, 盒子, 彩盒, 纸盒, 礼盒"},
	{"bundle", "bdl, bdls, 扎"},
	{"can", "CA"},
	{"carton", "ctn, ctns, carton(s), carton box, cardboard box, XCT, 纸箱, 外箱, 纸板箱, 瓦楞纸箱, 箱子"},
	{"case", "cse"},
	{"crate", "条板箱"},
	{"drum", "圆桶, 铁桶, 塑料桶, 纸板桶"},
	{"jumbo_bag", "big bag, ton bag, fibc, super bag, 吨包, 集装袋"},
	{"package", "pkg, pkgs, package(s), pack, packs"},
	{"packet", "pkt, pkts"},
	{"pallet", "plt, plts, 托盘, 栈板, 卡板, 木托"},
	{"parcel", "邮包, 快递包"},
	{"piece", "pcs, loose"},
	{"reel", "spool"},
	{"roll", "rls"},
	{"sack", "gunny bag"},
	{"tin", "马口铁罐"},
	{"tube", "管"},
	{"unpacked", "nude, 散装"},
	{"wooden_case", "wooden box, wood case, plywood case, 夹板箱, 胶合板箱"},
	{"wooden_crate", "木条箱, 木框架, 木框"},
	{"woven_bag", "pp bag, pp woven bag, poly bag, 蛇皮袋, 纤袋"},
}
