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
