package words

import (
	"fmt"

	"github.com/shopspring/decimal"

	"yipiao/invoice/terms"
)

// Chinese is an amount in Chinese capital numerals, like 人民币壹仟肆佰零玖元伍角整.
// It is an error where the amount is negative, is 10¹² or more, or has a
// fraction of the currency's minor unit.
func Chinese(c terms.Currency, amount decimal.Decimal) (string, error) {
	whole, minor, per, err := split(c, amount)
	if err != nil {
		return "", err
	}
	if c.Code == "GBP" {
		return c.Zh + pounds(whole, minor), nil
	}
	return c.Zh + yuan(whole, minor, per), nil
}

// minorPlaces are the decimal places after 元.
var minorPlaces = [...]string{"角", "分", "厘", "毫"}

// yuan writes 元 and its decimal places. 整 follows 元 and 角, never a smaller
// place. One 零 stands for zeros before a smaller place, and after 元 also where
// its own digit is zero: 1680.32 is 壹仟陆佰捌拾元零叁角贰分.
func yuan(whole, minor, per int64) string {
	s, gap, last := "", false, "元"
	if whole > 0 || minor == 0 {
		s, gap = ChineseCount(whole)+"元", whole%10 == 0
	}
	for _, place := range minorPlaces {
		if minor == 0 {
			break
		}
		per /= 10
		digit := minor / per
		minor %= per
		if digit == 0 {
			gap = true
			continue
		}
		if gap && s != "" {
			s += "零"
		}
		s, gap, last = s+digits[digit]+place, false, place
	}
	if last == "元" || last == "角" {
		s += "整"
	}
	return s
}

// pounds writes pounds and pence, which are a number of two digits.
func pounds(whole, pence int64) string {
	switch {
	case pence == 0:
		return ChineseCount(whole) + "镑整"
	case whole == 0:
		return ChineseCount(pence) + "便士"
	case pence < 10:
		return ChineseCount(whole) + "镑零" + ChineseCount(pence) + "便士"
	}
	return ChineseCount(whole) + "镑" + ChineseCount(pence) + "便士"
}

// PackagesChinese is a number of packages in Chinese capital numerals, like
// 合计肆拾伍（45）箱.
func PackagesChinese(n int64, p terms.Package) string {
	return fmt.Sprintf("合计%s（%d）%s", ChineseCount(n), n, p.Zh)
}

var digits = [...]string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}

// chinesePlaces are the powers that have a character, largest first.
var chinesePlaces = [...]struct {
	value uint64
	name  string
}{{1e8, "亿"}, {1e4, "万"}, {1000, "仟"}, {100, "佰"}, {10, "拾"}}

// ChineseCount is a whole number in Chinese capital numerals: 壹佰肆拾伍.
func ChineseCount(n int64) string {
	if n < 0 {
		return "负" + chineseWhole(-uint64(n))
	}
	return chineseWhole(uint64(n))
}

func chineseWhole(n uint64) string {
	for _, p := range chinesePlaces {
		if n < p.value {
			continue
		}
		s := chineseWhole(n/p.value) + p.name
		rest := n % p.value
		switch {
		case rest == 0:
			return s
		case startsWithZero(rest, p.value):
			return s + "零" + chineseWhole(rest)
		}
		return s + chineseWhole(rest)
	}
	return digits[n]
}

// startsWithZero reports whether 零 stands between a place and what follows it:
// inside four digits where the next one is zero, between 亿, 万 and 元 where the
// next four that are not all zero begin with one.
func startsWithZero(rest, place uint64) bool {
	if place <= 1000 {
		return rest < place/10
	}
	if rest >= 1e4 {
		rest /= 1e4
	}
	return rest < 1000
}
