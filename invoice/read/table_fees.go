package read

import (
	"github.com/shopspring/decimal"

	"yipiao/invoice/pattern"
)

// Words of rows between the lines and the total that are no goods, whatever
// they are for: Mould modification charge, Less: sample deposit refund.
var (
	feeWords    = pattern.Lazily(`(?i)\b(?:charges?|fees?|surcharges?|costs?|duty|duties|deductions?|refunds?|credits?|compensation|adjustments?)\W*(?:\(.*\)\W*)?$|^\W*(?:less|add|plus|minus|deduct)\b|(?:费|费用|补偿款?|扣款|退款|赔款|差价)\W*(?:\(.*\)\W*)?$|^\W*[减加扣]\s*[:：]`)
	refundWords = pattern.Lazily(`(?i)\b(?:refund(?:ed)?|rebate|credit|compensation)\b|退|返还|补偿|赔`)
	leftWords   = pattern.Lazily(`(?i)\bbalance\b|\bdue\b|outstanding|remaining|余|尾款|应付|未付`)
)

// isFee reports whether a row without a quantity, under lines that have one,
// asks for money that is none of goods.
func (t *table) isFee(row *tableRow, label string) bool {
	if len([]rune(label)) > 60 || !feeWords.MatchString(label) || notCharges.MatchString(label) || !t.has(roleQuantity) || t.counts(row, roleQuantity, rolePrice, roleNo) {
		return false
	}
	for i := range t.rows {
		above := &t.rows[i]
		if above.at >= row.at {
			return false
		}
		if t.counts(above, roleQuantity) && t.goodsText(above, true) != "" {
			return true
		}
	}
	return false
}

// takenOff reports whether a row without a quantity takes money off the lines.
// What was paid before is none, unless it is paid back or the total is what the
// lines leave after it.
func (t *table) takenOff(row *tableRow) bool {
	f, _, ok := t.figureAt(row, t.column(roleAmount))
	if !ok || f.Value.Sign() >= 0 || t.counts(row, roleQuantity) {
		return false
	}
	return !row.says(notCharges) || row.says(refundWords) || t.withinTotal(row)
}

// withinTotal reports whether the next total row is the sum of all that stands
// above it, row too, and none stands between the lines and row.
func (t *table) withinTotal(row *tableRow) bool {
	k, sum := t.column(roleAmount), decimal.Zero
	for i := range t.rows {
		r := &t.rows[i]
		label, _ := r.label()
		f, _, ok := t.figureAt(r, k)
		switch {
		case !ok || r.merged[k]:
		case !totalWords.MatchString(label):
			sum = sum.Add(f.Value.Decimal())
		default:
			return r.at > row.at && !leftWords.MatchString(label) && agrees(sum, f.shown())
		}
	}
	return false
}
