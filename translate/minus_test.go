package translate

import "testing"

// TestMinusSigns: a minus that is lost or comes from nowhere refuses the answer; ±, a
// negative ion, a dash inside a word and what is all around are no numbers below zero.
func TestMinusSigns(t *testing.T) {
	for _, c := range []struct {
		source, target string
		refused        bool
	}{
		{"数量允许±3%，金额相应增减", "Quantity ±3% allowed, amount plus or minus accordingly", false},
		{"金额相应增减3%", "amount minus 3% or plus accordingly", false},
		{"单价减3%", "unit price minus 3%", false},
		{"单价加3%", "unit price minus 3%", true},
		{"可加减5%", "plus or minus 5%", false},
		{"正负5%", "±5%", false},
		{"正负5%", "+/-5%", false},
		{"零下10度", "-10°C", false},
		{"零下10度", "10 degrees below zero", false},
		{"零下10度", "10 degrees", true},
		{"负10度", "minus ten degrees", false},
		{"10度", "minus 10 degrees", true},
		{"负离子吹风机2000W", "Negative Ion Hair Dryer, 2000 W", false},
		{"型号A-5的货款相应增减", "payment for model A-5 plus minus", false},
		{"产品四周用泡沫保护", "Foam around the product", false},
		{"交期四周", "Lead time: weeks", true},
		{"四周内交货", "Delivery within weeks", true},
		{"四周内交货", "Delivery within 4 weeks", false},
	} {
		if got := refused(checkNumbers(c.source, c.target, "zh", "en")); got != c.refused {
			t.Errorf("%s → %s: refused %v", c.source, c.target, got)
		}
	}
}
