package terms

import (
	"strings"
	"testing"
)

func TestCurrencies(t *testing.T) {
	for _, want := range []Currency{
		{"CNY", "人民币", "Yuan Renminbi", 2}, {"USD", "美元", "US Dollar", 2}, {"HKD", "港币", "Hong Kong Dollar", 2},
		{"EUR", "欧元", "Euro", 2}, {"GBP", "英镑", "Pound Sterling", 2}, {"JPY", "日元", "Yen", 0},
		{"KWD", "科威特第纳尔", "Kuwaiti Dinar", 3}, {"CLF", "智利发展单位", "Unidad de Fomento", 4},
		{"XCG", "加勒比盾", "Caribbean Guilder", 2}, {"VND", "越南盾", "Dong", 0},
	} {
		if got, ok := Currencies.Find(want.Code); !ok || got != want {
			t.Errorf("%s is %v, not %v", want.Code, got, want)
		}
	}
	for _, c := range currencies {
		if c.Minor != 0 && c.Minor != 2 && c.Minor != 3 && c.Minor != 4 || len(c.Code) != 3 {
			t.Errorf("%s has %d decimals", c.Code, c.Minor)
		}
	}
}

func TestCountries(t *testing.T) {
	for _, want := range []Term{{"CN", "中国", "China"}, {"US", "美国", "United States"}, {"HK", "中国香港", "Hong Kong"},
		{"TW", "中国台湾", "Taiwan"}, {"GB", "英国", "United Kingdom"}, {"NO", "挪威", "Norway"}} {
		if got, ok := Countries.Find(want.Code); !ok || got != want {
			t.Errorf("%s is %v, not %v", want.Code, got, want)
		}
	}
}

func TestIncotermsAtSea(t *testing.T) {
	sea := ""
	for _, i := range incoterms {
		if i.Sea {
			sea += i.Code + " "
		}
	}
	if sea != "CFR CIF FAS FOB " {
		t.Errorf("for sea only: %s", sea)
	}
}

func TestChargesSign(t *testing.T) {
	for _, c := range charges {
		want := 1
		switch c.Code {
		case "discount", "rebate":
			want = -1
		case "rounding", "other":
			want = 0
		}
		if c.Sign != want {
			t.Errorf("%s has the sign %d, not %d", c.Code, c.Sign, want)
		}
	}
}

func TestUnitsAsPeopleWriteThem(t *testing.T) {
	for code, ways := range map[string]string{
		"pcs":    "pcs PCS pc PC. piece pieces Pieces pce EA H87 只 个 件 条 把 支 片 块 根 本 册 顶 架 面 枚 粒 颗",
		"set":    "set SETS sets SET 套 组",
		"pair":   "pair PAIRS prs PR 双 对 副",
		"dozen":  "dozen DOZ dz DZN 打",
		"carton": "carton CTN ctns XCT 箱 纸箱", "roll": "roll rolls XRO 卷", "box": "box boxes XBX 盒", "bag": "bag bags XBG 袋",
		"pack": "pack PKS packs XPK 包", "bottle": "bottle btl XBO 瓶", "can": "can cans 罐", "barrel": "barrel 桶", "bundle": "bundle 扎 捆",
		"kg": "kg KGS kgs KGM 公斤 千克 kilogram", "g": "g G gram GRM 克", "t": "t T MT ton tons tonne TNE 吨 公吨",
		"m": "m M MTR meter metres 米", "cm": "cm CMT 厘米", "mm": "mm 毫米", "km": "km 公里", "m2": "m2 m² SQM sqm MTK 平方米 ㎡",
		"m3": "m3 m³ CBM cbm MTQ 立方米", "l": "l L LTR litre 升", "ml": "ml mL MLT 毫升", "yard": "yard YDS yd YRD 码",
		"ft": "ft FOT feet 英尺", "inch": "inch in INH 英寸", "sheet": "sheet sheets 张", "unit": "unit UNITS C62 台 辆 部", "lot": "lot lots 批",
		"gross": "gross GRO 罗", "ream": "ream RM 令", "hour": "hour hrs HUR 小时", "day": "day days 天",
	} {
		for written := range strings.FieldsSeq(ways) {
			u, ok := Units.Find(written)
			if !ok || u.Code != code {
				t.Errorf("%s is the unit %q, not %s", written, u.Code, code)
			}
			if isHan(written) && u.Zh != written {
				t.Errorf("%s is printed as %s", written, u.Zh)
			}
		}
	}
}

func TestUnitsAreComplete(t *testing.T) {
	for _, u := range units {
		if u.Plural == "" || u.Printed != strings.ToUpper(u.Printed) || u.Printed == "" {
			t.Errorf("%s: plural %q, printed %q", u.Code, u.Plural, u.Printed)
		}
		for _, written := range []string{u.Rec20, u.En, u.Plural, u.Printed} {
			if got, ok := Units.Find(written); written != "" && (!ok || got.Code != u.Code) {
				t.Errorf("%s is the unit %q, not %s", written, got.Code, u.Code)
			}
		}
	}
	if _, ok := Units.Find("furlongs per fortnight"); ok {
		t.Error("anything is a unit")
	}
}

func TestPackagesAreComplete(t *testing.T) {
	for _, p := range packages {
		if len(p.Rec21) != 2 {
			t.Errorf("%s: %q is no code of Recommendation 21", p.Code, p.Rec21)
		}
		for _, written := range []string{p.Rec21, p.En, p.Plural, strings.ToUpper(p.Plural), p.Zh} {
			if got, ok := Packages.Find(written); !ok || got != p {
				t.Errorf("%s is the package %q, not %s", written, got.Code, p.Code)
			}
		}
	}
}

func TestPackagesCount(t *testing.T) {
	p, _ := Packages.Find("纸箱")
	if got := p.Count(1) + " " + p.Count(45) + " " + p.Count(0); got != "CARTON CARTONS CARTONS" {
		t.Errorf("cartons are counted as %s", got)
	}
}
