package read

import (
	"strings"
	"testing"
)

func readCSV(t *testing.T, rows string) Reading {
	t.Helper()
	readings, err := File(t.Context(), "billing.csv", []byte(rows), Options{})
	if err != nil || len(readings) != 1 {
		t.Fatalf("%d readings: %v", len(readings), err)
	}
	return readings[0]
}

const delivered = "汕头市艺星玩具厂,,,,\n送货单,,,,\n收货单位：,广州欣欣玩具商行,,单号：,YX0416\n货号,品名,数量,单价,金额\n"

// TestDeliveryNotes: small suppliers bill by them; without prices they are no bill.
func TestDeliveryNotes(t *testing.T) {
	r := readCSV(t, delivered+"YX-601,遥控越野车,288,58.00,16704.00\nYX-315,泡泡机,384,12.50,4800.00\n合计,,,,21504.00\n")
	if r.Refused != "" || len(r.Order.Lines) != 2 || r.Order.Seller.Name.First() != "汕头市艺星玩具厂" || !r.Order.Seller.Address.Empty() {
		t.Errorf("refused %q; %d lines of %v", r.Refused, len(r.Order.Lines), r.Order.Seller)
	}
	if r := readCSV(t, strings.ReplaceAll(delivered, "单价,金额", "箱数,备注")+"YX-601,遥控越野车,288,12,\n"); r.Refused == "" {
		t.Error("a delivery note without prices was read")
	}
}

// TestDeliveryNotesBesideInvoices: where an invoice bills the goods, they bill nothing
// more, and an invoice without a title stays one.
func TestDeliveryNotesBesideInvoices(t *testing.T) {
	invoice := "ABC TRADING CO. LTD.,,,,\nInvoice No.:,A1,,,\nItem,Description,Qty,Unit Price (USD),Amount (USD)\n1,Mug,10,1.50,15.00\nTOTAL,,,,15.00\n"
	note := "YX-601,遥控越野车,288,58.00,16704.00\n合计,,,,16704.00\n"
	for name, note := range map[string]string{"priced": delivered + note, "unpriced": strings.ReplaceAll(delivered, "单价,金额", "箱数,备注") + "YX-601,遥控越野车,288,12,\n"} {
		for _, title := range []string{"", "COMMERCIAL INVOICE,,,,\n"} {
			if r := readCSV(t, title+invoice+"\n\n"+note); r.Refused != "" || len(r.Order.Lines) != 1 || r.Order.Lines[0].Description.First() != "Mug" {
				t.Errorf("%s, title %q: refused %q, %v", name, title, r.Refused, r.Order.Lines)
			}
		}
	}
}

// TestHouseNumbersAreNoCharges: a clause about freight may name a street.
func TestHouseNumbersAreNoCharges(t *testing.T) {
	r := readCSV(t, strings.Replace(delivered, "送货单", "销售合同", 1)+"YX-601,遥控越野车,288,58.00,16704.00\n合计,,,,16704.00\n三、交货地点及运费：送至需方仓库（苏州工业园区星龙街428号），运费由供方承担。,,,,\n")
	if len(r.Order.Charges) != 0 {
		t.Errorf("%v", r.Order.Charges)
	}
}

// TestSoldByWeight: where the tons make the amounts, cartons are only packing.
func TestSoldByWeight(t *testing.T) {
	r := readCSV(t, "SHANDONG LVFENG FOODSTUFFS CO. LTD.,,,,\nCOMMERCIAL INVOICE,,,,\nInvoice No.:,LF-01,,,\nDescription of Goods,Quantity (CTNS),Weight (MT),Unit Price (USD/MT),Amount (USD)\n"+
		"IQF BROCCOLI,1200,12.000,1180.00,14160.00\nIQF GREEN BEANS,700,7.000,1045.00,7315.00\nTOTAL,1900,19.000,,21475.00\n")
	l := r.Order.Lines[0]
	if l.Quantity.String() != "12.000" || l.Unit.First() != "t" || l.Packing.Packages.String() != "1200" {
		t.Errorf("%s %s in %+v", l.Quantity, l.Unit.First(), l.Packing)
	}
}

// TestLabelMoney: the figure of a label is money unless it counts something else.
func TestLabelMoney(t *testing.T) {
	for label, want := range map[string]string{
		"Freight: USD 500.00": "500.00", "Freight: 500/-": "500", "运费：500元": "500", "运费：500元整": "500", "运费：人民币500元（含税）": "500", "Freight: 500 USD": "500",
		"Freight: USD 500.00 (not included)": "500.00", "Freight: US$500 only": "500", "运费：RMB 500": "500",
		"Delivery: 10 days": "", "Delivery: 10-15 working days": "", "交期：30天": "", "送至：星龙街428号": "", "Shipment: 2 x 40HQ": "", "Freight: 5%": "",
	} {
		got := ""
		if f, ok := labelMoney(label); ok {
			got = f.Value.String()
		}
		if got != want {
			t.Errorf("%q has %q, not %q", label, got, want)
		}
	}
}
