package offline

import "testing"

// TestNearWordsStayApart: the port of discharge is not the destination, the approved
// sample not any sample, bulk goods not any goods, and a parcel is no attachment.
func TestNearWordsStayApart(t *testing.T) {
	holdWanted(t, []wanted{
		{"装运港：宁波，卸货港：鹿特丹", Shipping, "Port of loading: Ningbo, port of discharge: Rotterdam"},
		{"大货与封样一致", Inspection, "Bulk goods consistent with the sealed sample"},
		{"颜色与确认样不符", Inspection, "Color not consistent with the approved sample"},
		{"样品已于5月6日用FedEx寄出，请查收", Note, "Sample sent by FedEx on May 6, please check upon receipt"},
		{"电池未通过UN38.3测试", Inspection, "Battery failed the UN38.3 test"},
	})
}

// TestVerbsKeepTheirPlace: a range of time goes before its verb, two verbs under one
// modal are both done, and what somebody is told of is a thing.
func TestVerbsKeepTheirPlace(t *testing.T) {
	holdWanted(t, []wanted{
		{"预计10到12天到港", Shipping, "Estimated to arrive in 10-12 days"},
		{"须清洗烘干", Note, "Washing and drying required"},
		{"发货后2天内用传真通知买方发货详情", Shipping, "The buyer to be notified of shipment details by fax within 2 days after shipment"},
		{"银行费用，由买方承担", Payment, "Bank charges, borne by the buyer"},
		{"长度超出图纸要求2毫米", Inspection, "Length exceeds the drawing requirements by 2 mm"},
		{"发货前由BV进行检验", Inspection, "Inspection by BV before shipment"},
	})
}

// TestContainersWithinContainers: how many of what are in each, chained.
func TestContainersWithinContainers(t *testing.T) {
	holdWanted(t, []wanted{
		{"每内盒12个，每箱8内盒", Packing, "12 pcs per inner box, 8 inner boxes per carton"},
		{"每托盘码放24箱", Packing, "24 cartons per pallet"},
		{"付款条件：见提单日后60天付款", Payment, "Payment terms: 60 days after B/L date"},
		{"折叠伞 三折", Title, "Folding Umbrella, 3-Fold"},
		{"男士T恤 短袖", Title, "Men's T-Shirt, Short-Sleeve"},
		{"尾货三折", Title, ""},
	})
}

// TestLimitsAndSigns: what is only allowed, what may be more or less, and what is below zero.
func TestLimitsAndSigns(t *testing.T) {
	holdWanted(t, []wanted{
		{"工作温度：零下10度至50度", Spec, "Operating temperature: -10°C to 50°C"},
		{"可加减5%", Shipping, "Plus or minus 5% allowed"},
		{"装运数量允许±3%，金额相应增减", Shipping, "±3% in shipment quantity allowed, amount adjusted accordingly"},
		{"只接受电汇", Payment, "Only T/T accepted"},
		{"最大承重25公斤，切勿超载", Spec, "Maximum load 25 kg, do not overload"},
		{"每箱内放一包干燥剂", Packing, "1 pack of desiccant in each carton"},
	})
}
