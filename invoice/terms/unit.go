package terms

import (
	"slices"
	"strings"
	"unicode"
)

// Unit is what goods are counted or measured in.
type Unit struct {
	Code       string // the order format's own
	Zh         string // measure word
	En, Plural string
	Printed    string // as trade documents write it beside a quantity
	Rec20      string // UN/ECE Recommendation 20; X and two letters is a package of Recommendation 21
}

// Term is the code with its names.
func (u Unit) Term() Term { return Term{u.Code, u.Zh, u.En} }

// forms are what u is found by beside its code and names.
func (u Unit) forms() []string { return []string{u.Rec20, u.Plural, u.Printed} }

// Units are found by code, by UN/ECE code, by English name or short form, and
// by Chinese measure word, which the unit found then has for its own: 只 is
// the unit pcs, and stays 只.
var Units = &Table[Unit]{entries: units[:], also: unitWays, as: func(u Unit, written string) Unit {
	if isHan(written) {
		u.Zh = written
	}
	return u
}}

// UnitFor is the unit that a text names for goods: as Units finds it, but for measure
// words that count other goods otherwise. A 副 is a pair of gloves and a set of
// playing cards, a 张 a sheet of paper and a piece of furniture.
func UnitFor(written, goods string) (Unit, bool) {
	for _, o := range countedOtherwise {
		if written == o.word && containsAny(goods, o.goods) {
			u, ok := Units.Find(o.code)
			u.Zh = o.word
			return u, ok
		}
	}
	return Units.Find(written)
}

// decks are goods of several parts that 副 and 付 count.
var decks = []string{"扑克", "纸牌", "麻将", "象棋", "围棋", "跳棋", "桌游", "塔罗", "餐具", "茶具", "对联"}

var countedOtherwise = [...]struct {
	word, code string
	goods      []string
}{
	{"副", "set", decks}, {"付", "set", decks},
	{"张", "pcs", []string{"桌", "椅", "床", "凳", "沙发", "茶几", "柜", "毯", "垫", "席", "贺卡", "名片", "卡片", "光盘", "渔网"}},
	{"張", "pcs", []string{"桌", "椅", "床", "凳", "沙發", "茶几", "櫃", "毯", "墊", "席", "賀卡", "名片", "卡片", "光盤", "漁網"}},
	{"方", "m2", []string{"地板", "瓷砖", "地砖", "墙砖", "墙纸", "壁纸", "地毯", "玻璃", "石材", "大理石"}},
}

func containsAny(s string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(s, p) })
}

// isHan reports whether s is of Chinese characters only.
func isHan(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return s != ""
}

// Source: codes of UN/ECE Recommendation 20, revision 14 (2020), read 2026-11-24.
// Codes that begin with X, measure words and printed forms are the trade's
// usage, compared with no list.
var units = [...]Unit{
	{"acre", "英亩", "acre", "acres", "ACRES", "ACR"},
	{"bag", "袋", "bag", "bags", "BAGS", "XBG"},
	{"bale", "大包", "bale", "bales", "BALES", "XBL"},
	{"barrel", "桶", "barrel", "barrels", "BARRELS", "XBA"},
	{"basket", "篮", "basket", "baskets", "BASKETS", "XBK"},
	{"bolt", "匹", "bolt", "bolts", "BOLTS", "XBT"},
	{"bottle", "瓶", "bottle", "bottles", "BOTTLES", "XBO"},
	{"box", "盒", "box", "boxes", "BOXES", "XBX"},
	{"bunch", "束", "bunch", "bunches", "BUNCHES", "XBH"},
	{"bundle", "捆", "bundle", "bundles", "BUNDLES", "XBE"},
	{"can", "罐", "can", "cans", "CANS", "XCX"},
	{"carat", "克拉", "carat", "carats", "CARATS", "CTM"},
	{"carton", "箱", "carton", "cartons", "CTNS", "XCT"},
	{"case", "货箱", "case", "cases", "CASES", "XCS"},
	{"cm", "厘米", "centimeter", "centimeters", "CM", "CMT"},
	{"cm2", "平方厘米", "square centimeter", "square centimeters", "SQCM", "CMK"},
	{"cm3", "立方厘米", "cubic centimeter", "cubic centimeters", "CM3", "CMQ"},
	{"coil", "盘", "coil", "coils", "COILS", "XCL"},
	{"day", "天", "day", "days", "DAYS", "DAY"},
	{"dozen", "打", "dozen", "dozens", "DOZ", "DZN"},
	{"drum", "圆桶", "drum", "drums", "DRUMS", "XDR"},
	{"floz", "液量盎司", "fluid ounce", "fluid ounces", "FL OZ", "OZA"},
	{"ft", "英尺", "foot", "feet", "FT", "FOT"},
	{"ft2", "平方英尺", "square foot", "square feet", "SQFT", "FTK"},
	{"ft3", "立方英尺", "cubic foot", "cubic feet", "CUFT", "FTQ"},
	{"g", "克", "gram", "grams", "G", "GRM"},
	{"gallon", "加仑", "gallon", "gallons", "GAL", "GLL"},
	{"gross", "罗", "gross", "gross", "GROSS", "GRO"},
	{"hectare", "公顷", "hectare", "hectares", "HA", "HAR"},
	{"hour", "小时", "hour", "hours", "HOURS", "HUR"},
	{"hundred", "百个", "hundred", "hundreds", "HUNDREDS", "CEN"},
	{"inch", "英寸", "inch", "inches", "IN", "INH"},
	{"inch2", "平方英寸", "square inch", "square inches", "SQIN", "INK"},
	{"item", "项", "item", "items", "ITEMS", "NAR"},
	{"jar", "坛", "jar", "jars", "JARS", "XJR"},
	{"jin", "斤", "catty", "catties", "JIN (500 G)", ""},
	{"job", "次", "job", "jobs", "JOBS", "E51"},
	{"kg", "千克", "kilogram", "kilograms", "KG", "KGM"},
	{"kit", "套件", "kit", "kits", "KITS", "KT"},
	{"km", "千米", "kilometer", "kilometers", "KM", "KMT"},
	{"kw", "千瓦", "kilowatt", "kilowatts", "KW", "KWT"},
	{"kwh", "千瓦时", "kilowatt hour", "kilowatt hours", "KWH", "KWH"},
	{"l", "升", "liter", "liters", "L", "LTR"},
	{"lb", "磅", "pound", "pounds", "LBS", "LBR"},
	{"long_ton", "长吨", "long ton", "long tons", "LONG TONS", "LTN"},
	{"lot", "批", "lot", "lots", "LOTS", "LO"},
	{"lump", "总包", "lump sum", "lump sums", "LUMP SUM", "LS"},
	{"m", "米", "meter", "meters", "M", "MTR"},
	{"m2", "平方米", "square meter", "square meters", "SQM", "MTK"},
	{"m3", "立方米", "cubic meter", "cubic meters", "CBM", "MTQ"},
	{"mg", "毫克", "milligram", "milligrams", "MG", "MGM"},
	{"mile", "英里", "mile", "miles", "MILES", "SMI"},
	{"minute", "分钟", "minute", "minutes", "MINUTES", "MIN"},
	{"ml", "毫升", "milliliter", "milliliters", "ML", "MLT"},
	{"mm", "毫米", "millimeter", "millimeters", "MM", "MMT"},
	{"month", "个月", "month", "months", "MONTHS", "MON"},
	{"oz", "盎司", "ounce", "ounces", "OZ", "ONZ"},
	{"pack", "包", "pack", "packs", "PACKS", "XPK"},
	{"page", "页", "page", "pages", "PAGES", "QB"},
	{"pair", "双", "pair", "pairs", "PAIRS", "PR"},
	{"pallet", "托", "pallet", "pallets", "PALLETS", "XPX"},
	{"pcs", "个", "piece", "pieces", "PCS", "H87"},
	{"person", "人", "person", "persons", "PERSONS", "IE"},
	{"ream", "令", "ream", "reams", "REAMS", "RM"},
	{"reel", "卷盘", "reel", "reels", "REELS", "XRL"},
	{"roll", "卷", "roll", "rolls", "ROLLS", "XRO"},
	{"sack", "麻袋", "sack", "sacks", "SACKS", "XSA"},
	{"set", "套", "set", "sets", "SETS", "SET"},
	{"sheet", "张", "sheet", "sheets", "SHEETS", "XST"},
	{"short_ton", "短吨", "short ton", "short tons", "SHORT TONS", "STN"},
	{"strand", "串", "strand", "strands", "STRANDS", ""},
	{"t", "吨", "metric ton", "metric tons", "MT", "TNE"},
	{"thousand", "千个", "thousand", "thousands", "THOUSANDS", "MIL"},
	{"tin", "听", "tin", "tins", "TINS", "XTN"},
	{"tray", "托盘", "tray", "trays", "TRAYS", "XPU"},
	{"tube", "筒", "tube", "tubes", "TUBES", "XTU"},
	{"unit", "台", "unit", "units", "UNITS", "C62"},
	{"week", "周", "week", "weeks", "WEEKS", "WEE"},
	{"yard", "码", "yard", "yards", "YDS", "YRD"},
	{"yard2", "平方码", "square yard", "square yards", "SQYD", "YDK"},
	{"year", "年", "year", "years", "YEARS", "ANN"},
}

var unitWays = []also{
	{"acre", "ac"},
	{"bag", "bgs"},
	{"barrel", "bbl, bbls, bll"},
	{"basket", "筐, 箩, 篓"},
	{"bottle", "btl, btls"},
	{"box", "bxs, bxes, 盒子, 彩盒, 礼盒"},
	{"bundle", "bdl, bdls, 扎, 绑"},
	{"can", "罐子"},
	{"carat", "cts, ctw"},
	{"carton", "ctn, ctns, carton(s), 纸箱"},
	{"case", "cse"},
	{"cm", "cms, centimetre, centimetres, 公分"},
	{"cm2", "sq cm, 平方公分"},
	{"cm3", "cc, cu cm"},
	{"day", "d, man-day, man-days, 日, 工日, 人天"},
	{"dozen", "dz, doz, dozs, dzs"},
	{"drum", "桶装, 铁桶, 塑料桶"},
	{"floz", "oza, fl oz"},
	{"ft", "feet, foot, lft, 呎"},
	{"ft2", "sqft, sq ft, sf, 平方呎"},
	{"ft3", "cuft, cu ft, cft"},
	{"g", "gm, gms, grm, grms, gramme, grammes, 公克"},
	{"gallon", "gal, gals, us gallon, 美加仑"},
	{"gross", "grs"},
	{"hectare", "ha"},
	{"hour", "h, hr, hrs, man-hour, man-hours, 工时, 时, 钟头"},
	{"hundred", "100pcs, 百件, 百只, 百张, 百支"},
	{"inch", "in, inches, 寸, 吋"},
	{"inch2", "sqin, sq in"},
	{"item", "items"},
	{"jin", "市斤"},
	{"job", "time, times, 趟, 工"},
	{"kg", "kgs, kilo, kilos, kilogramme, kilogrammes, 公斤, ㎏"},
	{"km", "kms, kilometre, kilometres, 公里"},
	{"kwh", "度"},
	{"l", "lt, ltr, ltrs, litre, litres, 公升"},
	{"lb", "lbs, 英磅"},
	{"lot", "batch, batches, shipment, 票"},
	{"lump", "lumpsum, 一式"},
	{"m", "mtr, mtrs, meter, meters, metre, metres, 公尺, 延米, 延长米"},
	{"m2", "sqm, sq m, sqmtr, sq meter, sq mtr, square metre, square metres, 平方, 平米, ㎡, 平"},
	{"m3", "cbm, cu m, cum, cubic metre, cubic metres, 立方, 方, m³, 立方公尺"},
	{"mg", "mgs"},
	{"mile", "mi"},
	{"minute", "mins"},
	{"ml", "mls, millilitre, millilitres"},
	{"mm", "mms, millimetre, millimetres, 公厘"},
	{"month", "mth, mths, 月"},
	{"oz", "ozs, 安士"},
	{"pack", "packs, pk, pks, pkt, pkts, packet, packets, pkg, pkgs, package, packages, parcel, XPA, XPC, 小包, 封"},
	{"page", "pp"},
	{"pair", "prs, pairs, NPR, 对, 副, 付, 雙, 對"},
	{"pallet", "plt, plts, 栈板, 卡板"},
	{"pcs", "pc, pce, pces, pieces, piece(s), ea, each, eaches, nos, no, H87, XPP, 只, 件, 条, 把, 支, 枝, 根, 片, 块, 本, 册, 顶, 架, 面, 枚, 粒, 颗, " +
		"份, 幅, 床, 具, 头, 棵, 株, 盏, 朵, 口, 盆, 扇, 节, 段, 圈, 杯, 柄, 尊, 座, 丸, 滴, 個, 隻, 條, 塊, 頂, 冊, 顆, 盞"},
	{"person", "pax, man, 人次, 位, 名"},
	{"ream", "reams"},
	{"reel", "spool, spools, XSO, 轴"},
	{"roll", "rl, rls, 圆卷, 卷装, 捲"},
	{"sack", "sks"},
	{"set", "st, sets, set(s), 组, 台套, 成套, 整套, 臺套"},
	{"sheet", "sht, shts, sheets, LEF, leaf, 張"},
	{"strand", "string, strings, str"},
	{"t", "mt, ton, tons, tonne, tonnes, metric ton, mts, mton, 公吨, 噸, 公噸"},
	{"thousand", "1000pcs, mpcs, kpcs, 千只, 千件, 千支, 千张"},
	{"tin", "tns"},
	{"tube", "tbs, 管"},
	{"unit", "units, unt, one, E48, 辆, 部, 艘, 单位, 机台, 臺, 輛"},
	{"week", "wk, wks, 星期, 礼拜"},
	{"yard", "yd, yds, 碼"},
	{"yard2", "sqyd, sq yd"},
	{"year", "yr, yrs"},
}
