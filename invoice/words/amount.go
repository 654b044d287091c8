package words

import (
	"fmt"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

// Amounts in words are below 10¹², which has mostDigits digits before the
// point; no amount of an order has more than mostDecimals after it.
const (
	mostDigits   = 12
	mostDecimals = 64
)

// split is an amount as whole units and minor units of its currency, per minor
// units making one. It is an error where the amount is negative, is 10¹² or
// more, or has a fraction of a minor unit.
func split(c terms.Currency, amount decimal.Decimal) (whole, minor, per int64, err error) {
	per = 1
	for range c.Minor {
		per *= 10
	}
	// The digits are counted before any are computed: 1e1000000000 is short to
	// write and long to multiply out.
	switch exponent := int64(amount.Exponent()); {
	case amount.IsZero():
		return 0, 0, per, nil
	case amount.IsNegative():
		return 0, 0, per, fmt.Errorf("an amount in words can't be negative")
	case int64(amount.NumDigits())+exponent > mostDigits:
		return 0, 0, per, fmt.Errorf("an amount in words must be below 10^%d", mostDigits)
	case exponent < -mostDecimals:
		return 0, 0, per, fractionError(c)
	}
	units := amount.Shift(int32(c.Minor))
	if !units.IsInteger() {
		return 0, 0, per, fractionError(c)
	}
	n := units.IntPart()
	return n / per, n % per, per, nil
}

func fractionError(c terms.Currency) error {
	if c.Minor == 0 {
		return fmt.Errorf("an amount in %s has no decimals", c.Code)
	}
	return fmt.Errorf("an amount in %s has at most %d decimals", c.Code, c.Minor)
}
