package main

import (
	"strings"

	"github.com/shopspring/decimal"
)

var (
	small = strings.Fields("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN NINETEEN")
	tens  = strings.Fields("- - TWENTY THIRTY FORTY FIFTY SIXTY SEVENTY EIGHTY NINETY")
)

// spell writes a number below 10^9 in English capitals.
func spell(n int64) string {
	switch {
	case n < 20:
		return small[n]
	case n < 100:
		if n%10 == 0 {
			return tens[n/10]
		}
		return tens[n/10] + "-" + small[n%10]
	case n < 1000:
		if n%100 == 0 {
			return small[n/100] + " HUNDRED"
		}
		return small[n/100] + " HUNDRED AND " + spell(n%100)
	case n < 1000000:
		return over(n, 1000, "THOUSAND")
	}
	return over(n, 1000000, "MILLION")
}

func over(n, unit int64, name string) string {
	s := spell(n/unit) + " " + name
	if n%unit != 0 {
		s += " " + spell(n%unit)
	}
	return s
}

// say is an amount in English as exporters type it: "… AND CENTS FIFTY ONLY",
// or with "50/100" or "POINT FIVE ZERO" in their place.
func say(before string, amount decimal.Decimal, cents string) string {
	whole := amount.IntPart()
	rest := amount.Sub(decimal.NewFromInt(whole)).Shift(2).IntPart()
	s := before + " " + spell(whole)
	if rest != 0 {
		switch cents {
		case "cents":
			s += " AND CENTS " + spell(rest)
		case "/100":
			s += " AND " + decimal.NewFromInt(rest).String() + "/100"
		default:
			s += " POINT " + small[rest/10] + " " + small[rest%10]
		}
	}
	return s + " ONLY"
}

// daxie is an amount in Chinese capitals, with 元 or 圆.
func daxie(amount decimal.Decimal, yuan string) string {
	whole := amount.IntPart()
	rest := amount.Sub(decimal.NewFromInt(whole)).Shift(2).IntPart()
	s := hanNumber(whole) + yuan
	if rest == 0 {
		return s + "整"
	}
	digits := []rune("零壹贰叁肆伍陆柒捌玖")
	switch {
	case rest/10 > 0:
		s += string(digits[rest/10]) + "角"
	default:
		s += "零"
	}
	if rest%10 == 0 {
		return s + "整"
	}
	return s + string(digits[rest%10]) + "分"
}

func hanNumber(n int64) string {
	digits, units := []rune("零壹贰叁肆伍陆柒捌玖"), []string{"", "拾", "佰", "仟"}
	part := func(n int64) string {
		s, zero := "", false
		for i := 3; i >= 0; i-- {
			p := int64(1)
			for range i {
				p *= 10
			}
			switch x := n / p % 10; {
			case x == 0:
				zero = s != ""
			default:
				if zero {
					s, zero = s+"零", false
				}
				s += string(digits[x]) + units[i]
			}
		}
		return s
	}
	if n < 10000 {
		return part(n)
	}
	s := part(n/10000) + "万"
	if rest := n % 10000; rest > 0 {
		if rest < 1000 {
			s += "零"
		}
		s += part(rest)
	}
	return s
}
