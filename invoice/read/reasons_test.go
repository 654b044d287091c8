package read

import (
	"context"
	"strings"
	"testing"
)

// TestNoInvoice has papers that go with a deal and are none that an order is
// read of.
func TestNoInvoice(t *testing.T) {
	const (
		parties = "\nExporter: Ningbo Jia Co., Ltd. | | Consignee: ABC Ltd\n"
		priced  = "Item | Description | Quantity | Unit | Price | Amount\n1 | Steel cup | 5000 | pcs | 2.5 | 12500\n"
		counted = "Item | Description | Quantity | Unit\n1 | Steel cup | 5000 | pcs\n2 | Glass cup | 100 | pcs\n"
		packed  = "Marks & Nos. | No. of packages | Description of goods | Gross Weight (kg)\nN/M | 120 CTNS | Steel cup | 2400\n"
	)
	for _, c := range []struct{ sheet, why string }{
		{"中华人民共和国海关出口货物报关单" + parties + priced, "报关单"},
		{"出口货物报关单（草单）" + parties + priced, "报关单"},
		{"CERTIFICATE OF ORIGIN" + parties + counted, "CERTIFICATE OF ORIGIN"},
		{"检验证书 INSPECTION CERTIFICATE" + parties + counted, "检验证书"},
		{"BILL OF LADING" + parties + packed, "BILL OF LADING"},
		{"订舱委托书 SHIPPING ORDER" + parties + packed, "委托书"},
		{"CARGO TRANSPORTATION INSURANCE POLICY" + parties + packed, "INSURANCE POLICY"},
		{"询价单" + parties + counted, "询价单"},
		{"Statement of Account" + parties + "Date | Debit | Credit | Balance\n2024-05-01 | 100 | | 100\n", "Statement of Account"},
		{"采购合同\n合同编号：HT-1 | | 日期：2024-05-06\n" + counted, "neither prices nor packages"},
		{"公司：宁波甲有限公司 | | 日期：2024-05-06\n" + counted, "neither prices nor packages"},
		{"COMMERCIAL INVOICE" + parties + "Nothing | but | words\n", "can't be read"},
	} {
		readings := understand(context.Background(), drawnGrids(c.sheet))
		if len(readings) != 1 || !strings.Contains(readings[0].Refused, c.why) {
			t.Errorf("%s\nwas not refused for %q: %+v", c.sheet, c.why, readings[0])
		}
	}
}

// TestBesideOthers has an invoice in a workbook of all that customs is shown.
func TestBesideOthers(t *testing.T) {
	readings := understand(context.Background(), drawnGrids(`== 报关单
出口货物报关单
品名 | 数量 | 单价 | 总价
钢杯 | 40 | 3 | 120
== 发票
发票 INVOICE
发票号：CI-1 | | 原产地证: 见附件 |
品名 | 数量 | 单价 USD | 金额 USD
钢杯 | 40 | 2 | 80
合计 | | | 80`))
	if len(readings) != 1 || readings[0].Order == nil || readings[0].Order.Stated.Total.String() != "80" {
		t.Errorf("%+v", readings)
	}
}
