package sheet

import "strings"

// The figures of [DBNum1], [DBNum2] and [DBNum3].
var chineseFigures = [4][]string{
	1: {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
	2: {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
	3: {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"},
}

var chineseUnits = [4][]string{
	1: {"", "十", "百", "千"},
	2: {"", "拾", "佰", "仟"},
	3: {"", "十", "百", "千"},
}

// chineseDigits writes each digit as a character: 二〇二六.
func chineseDigits(text string, way int) string {
	if way < 1 || way > 3 {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if '0' <= r && r <= '9' {
			b.WriteString(chineseFigures[way][r-'0'])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// chineseNumber writes a number as it is said: 一千二百三十四.五, 壹仟贰佰叁拾肆.伍.
// What is beyond 9,999 億 or not in plain digits stays digit by digit.
func chineseNumber(plain string, way int) string {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(plain, "-"), ".")
	if way < 1 || way > 3 || len(whole) > 12 || strings.Trim(whole+fraction, "0123456789") != "" || whole == "" {
		return chineseDigits(plain, way)
	}
	text := chineseWhole(whole, way)
	if point {
		text += "." + chineseDigits(fraction, way)
	}
	if strings.HasPrefix(plain, "-") {
		text = "-" + text
	}
	return text
}

func chineseWhole(whole string, way int) string {
	figures, units := chineseFigures[way], chineseUnits[way]
	var b strings.Builder
	zero, group := false, false // a zero to be said; something in this group of four
	for i := range len(whole) {
		place := len(whole) - 1 - i
		n := whole[i] - '0'
		if n == 0 {
			zero = true
		} else {
			if zero && b.Len() > 0 {
				b.WriteString(figures[0])
			}
			zero, group = false, true
			if !(n == 1 && place == 1 && b.Len() == 0 && way == 1) {
				b.WriteString(figures[n])
			}
			b.WriteString(units[place%4])
		}
		if place%4 == 0 && place > 0 {
			if group {
				b.WriteString([]string{"", "万", "亿"}[place/4])
			}
			group = false
		}
	}
	if b.Len() == 0 {
		return figures[0]
	}
	return b.String()
}
