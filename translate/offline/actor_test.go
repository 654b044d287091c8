package offline

import "testing"

// TestWhoActs holds templates whose slots are filled by who acts, by what happens and
// by when.
func TestWhoActs(t *testing.T) {
	holdWanted(t, []wanted{
		{"卖方保证产品符合欧盟标准", Note, "The seller guarantees that product complies with European Union standard"},
		{"双方保证产品符合欧盟标准", Note, "Both parties guarantee that product complies with European Union standard"},
		{"修改设计产生的费用由提出方承担", Payment, "Costs arising from modification of design to be borne by the requesting party"},
		{"质量索赔须在货到目的港后60天内提出", Note, "Quality claim must be raised within 60 days after arrival of the goods at the port of destination"},
		{"货到汉堡后7天内付清余款", Payment, "Balance to be paid in full within 7 days after arrival of the goods at Hamburg"},
		{"卖方不得使用买方的设计", Note, "The seller must not use the buyer's design"},
		{"客户的黑色", Note, ""},
	})
}

// TestWhatIsNotDoneToIt: a fee is paid, not sent; a drawing is confirmed, and a mold made.
func TestWhatIsNotDoneToIt(t *testing.T) {
	holdWanted(t, []wanted{
		{"样品费付清后3天内寄出", Payment, "To be sent within 3 days after full payment of sample fee"},
		{"产品图纸确认后开模", Note, "Mold making after confirmation of product drawing"},
		{"扣除货款5%作为质量赔偿", Payment, "5% of the payment for goods to be deducted as quality compensation"},
	})
}
