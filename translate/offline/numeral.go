package offline

import (
	"strconv"
	"strings"
)

var chineseDigits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '双': 2, '单': 1,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

var chinesePowers = map[rune]int64{
	'十': 10, '百': 100, '千': 1000, '万': 10000, '亿': 100000000, '拾': 10, '佰': 100, '仟': 1000,
}

// powerOfTen says by how many places the sign behind digits moves them: 1.2亿, 8千元.
var powerOfTen = map[rune]int{'千': 3, '万': 4, '亿': 8}

// chineseNumber reads the Chinese numeral a text begins with (up to 千亿);
// it gives the value in digits and the numeral's length in runes, 0 if there is none.
func chineseNumber(runes []rune) (string, int) {
	var total, section, digit int64
	length, seen, afterDigit := 0, false, false
	for i, r := range runes {
		if length >= 24 {
			return "", 0
		}
		if d, ok := chineseDigits[r]; ok {
			if afterDigit && d > 0 {
				return "", 0 // 十二两: two numbers, or none
			}
			digit, seen, afterDigit = d, true, d > 0
		} else if p, ok := chinesePowers[r]; ok {
			afterDigit = false
			if p >= 10000 {
				if !seen {
					break
				}
				total, section, digit = (total+section+digit)*p, 0, 0
			} else {
				if !seen && p > 10 && i+1 < len(runes) && strings.ContainsRune("克瓦米伏帕卡赫焦", runes[i+1]) {
					return "", 0 // the 千 of 千克
				}
				if digit == 0 {
					digit = 1
				}
				section, digit = section+digit*p, 0
			}
			seen = true
		} else {
			break
		}
		length++
		if r == '双' || r == '单' {
			break
		}
	}
	if !seen || total > 1<<50 {
		return "", 0
	}
	return strconv.FormatInt(total+section+digit, 10), length
}

var below20 = strings.Fields("Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen")

var tens = strings.Fields("- - Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety")

// englishWords writes a whole number below 10^15 as banks do:
// One Hundred Twenty-Three Thousand Four Hundred and Fifty.
func englishWords(n int64) string {
	if n == 0 {
		return "Zero"
	}
	var parts []string
	for _, scale := range []struct {
		size int64
		name string
	}{{1e12, " Trillion"}, {1e9, " Billion"}, {1e6, " Million"}, {1e3, " Thousand"}} {
		if n >= scale.size {
			parts = append(parts, belowThousand(n/scale.size, false)+scale.name)
			n %= scale.size
		}
	}
	if n > 0 {
		parts = append(parts, belowThousand(n, true))
	}
	return strings.Join(parts, " ")
}

func belowThousand(n int64, and bool) string {
	s := ""
	if n >= 100 {
		s = below20[n/100] + " Hundred"
		n %= 100
		if n == 0 {
			return s
		}
		s += " "
		if and {
			s += "and "
		}
	}
	if n < 20 {
		return s + below20[n]
	}
	s += tens[n/10]
	if n%10 > 0 {
		s += "-" + below20[n%10]
	}
	return s
}

// grouped sets commas between groups of three digits of a plain number.
func grouped(number string) string {
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(number, ",", ""), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}

// shifted multiplies a decimal number, written in digits, by a power of ten, exactly.
func shifted(number string, places int) string {
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(number, ",", ""), ".")
	for len(fraction) < places {
		fraction += "0"
	}
	whole, fraction = strings.TrimLeft(whole+fraction[:places], "0"), strings.TrimRight(fraction[places:], "0")
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		return whole + "." + fraction
	}
	return whole
}
