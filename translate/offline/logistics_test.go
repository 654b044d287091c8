package offline

import "testing"

// TestGoodsOnTheirWay: carriers, containers, warehouses and what papers must and must
// not show; a date stands behind the preposition it takes.
func TestGoodsOnTheirWay(t *testing.T) {
	holdWanted(t, []wanted{
		{"提单上不要显示运费", Shipping, "Freight must not be shown on the bill of lading"},
		{"柜子装满为止，多余的下次一起发", Shipping, "The container to be filled completely, the rest to be shipped together next time"},
		{"肯尼亚需要做COC认证", Shipping, "COC certification required for Kenya"},
		{"阿根廷需提供使馆加签的产地证", Shipping, "Certificate of origin legalized by the embassy required for Argentina"},
		{"没有入仓号仓库拒收", Shipping, "The warehouse will refuse goods without a warehouse entry no."},
		{"预计8月底装柜", Shipping, "Container loading expected at the end of August"},
		{"预计10月8日恢复发货", Shipping, "Shipment expected to resume on October 8"},
		{"从西安至杜伊斯堡约16天", Shipping, "Approx. 16 days from Xi'an to Duisburg"},
	})
}

// TestCareAndWarnings: what users are told.
func TestCareAndWarnings(t *testing.T) {
	holdWanted(t, []wanted{
		{"使用后请拔掉电源", Note, "Unplug after use"},
		{"首次使用前请充电4小时", Note, "Charge for 4 hours before first use"},
		{"如有破损请拍照并保留包装", Note, "In case of damage, please take photos and keep the packaging"},
		{"安装时请戴手套", Note, "Wear gloves during installation"},
	})
}
