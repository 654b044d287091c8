package words

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

// English is an amount in English words, like SAY TOTAL US DOLLARS TWELVE AND
// CENTS FIFTY ONLY. It is an error where the amount is negative, is 10¹² or
// more, or has a fraction of the currency's minor unit.
func English(c terms.Currency, amount decimal.Decimal) (string, error) {
	whole, minor, per, err := split(c, amount)
	if err != nil {
		return "", err
	}
	name, minorName := englishNames(c)
	s := "SAY TOTAL " + name + " " + EnglishCount(whole)
	switch {
	case minor == 0:
	case minorName != "":
		s += " AND " + minorName + " " + EnglishCount(minor)
	default:
		s += fmt.Sprintf(" AND %0*d/%d", c.Minor, minor, per)
	}
	return s + " ONLY", nil
}

// englishNames are what documents call a currency and its minor unit; most
// minor units go without a name, as hundredths.
func englishNames(c terms.Currency) (name, minor string) {
	switch c.Code {
	case "USD":
		return "US DOLLARS", "CENTS"
	case "CNY":
		return "CHINESE YUAN", "FEN"
	case "EUR":
		return "EUROS", "CENTS"
	case "GBP":
		return "POUNDS STERLING", "PENCE"
	case "HKD":
		return "HONG KONG DOLLARS", "CENTS"
	case "JPY":
		return "JAPANESE YEN", ""
	}
	return strings.ToUpper(c.En), ""
}

// Packages is a number of packages in English words, like SAY TOTAL FORTY-FIVE
// (45) CARTONS ONLY.
func Packages(n int64, p terms.Package) string {
	return fmt.Sprintf("SAY TOTAL %s (%d) %s ONLY", EnglishCount(n), n, p.Count(n))
}

var (
	belowTwenty = [...]string{"ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE",
		"TEN", "ELEVEN", "TWELVE", "THIRTEEN", "FOURTEEN", "FIFTEEN", "SIXTEEN", "SEVENTEEN", "EIGHTEEN", "NINETEEN"}
	tens = [...]string{2: "TWENTY", 3: "THIRTY", 4: "FORTY", 5: "FIFTY", 6: "SIXTY", 7: "SEVENTY", 8: "EIGHTY", 9: "NINETY"}
)

// englishPlaces are the powers that have a word, largest first.
var englishPlaces = [...]struct {
	value uint64
	name  string
}{{1e18, "QUINTILLION"}, {1e15, "QUADRILLION"}, {1e12, "TRILLION"}, {1e9, "BILLION"}, {1e6, "MILLION"}, {1e3, "THOUSAND"}, {100, "HUNDRED"}}

// EnglishCount is a whole number in English capitals, without AND: ONE HUNDRED
// FORTY-FIVE.
func EnglishCount(n int64) string {
	if n < 0 {
		return "MINUS " + englishWhole(-uint64(n))
	}
	return englishWhole(uint64(n))
}

func englishWhole(n uint64) string {
	for _, p := range englishPlaces {
		if n < p.value {
			continue
		}
		s := englishWhole(n/p.value) + " " + p.name
		if rest := n % p.value; rest != 0 {
			s += " " + englishWhole(rest)
		}
		return s
	}
	switch {
	case n < 20:
		return belowTwenty[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + belowTwenty[n%10]
}
