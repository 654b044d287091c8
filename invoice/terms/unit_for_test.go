package terms

import "testing"

// TestUnitForGoods: measure words that count other goods otherwise keep their word.
func TestUnitForGoods(t *testing.T) {
	for _, c := range []struct{ written, goods, code, zh string }{
		{"副", "劳保手套", "pair", "副"}, {"副", "塑料扑克牌", "set", "副"}, {"付", "老花镜", "pair", "付"},
		{"张", "铜版纸 A4", "sheet", "张"}, {"张", "实木餐桌", "pcs", "张"}, {"張", "摺疊椅", "pcs", "張"},
		{"方", "木方", "m3", "方"}, {"方", "强化地板", "m2", "方"}, {"個", "杯", "pcs", "個"}, {"雙", "襪子", "pair", "雙"}, {"pcs", "餐桌", "pcs", "个"},
	} {
		u, ok := UnitFor(c.written, c.goods)
		if !ok || u.Code != c.code || u.Zh != c.zh {
			t.Errorf("%s of %s is %s %s, not %s %s", c.written, c.goods, u.Code, u.Zh, c.code, c.zh)
		}
	}
}
