package offline

import (
	"strconv"
	"strings"

	"yipiao/invoice/pattern"
)

// months in English, from 1.
var months = strings.Fields("- January February March April May June July August September October November December")

var (
	fullDate   = pattern.Lazily(`^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(初|中旬|中|底|末|上旬|下旬|份))?`)
	yearOnly   = pattern.Lazily(`^(\d{4})年`)
	digitDate  = pattern.Lazily(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`)
	arabic     = pattern.Lazily(`^(?:±|≥|≤|<|>|-)?\d[\d,]*(?:\.\d+)?(?:[-~/x×*]\d[\d,]*(?:\.\d+)?)*`)
	moneyNow   = pattern.Lazily(`^(人民币|` + foreignNames + `|RMB|USD|CNY|EUR|GBP|JPY|HKD|US\$|¥|\$|€|£)?\s?(\d[\d,]*(?:\.\d+)?(?:[-~]\d[\d,]*(?:\.\d+)?)?)(万|亿|千)?(` + currencyNames + `|元|RMB|USD|CNY|EUR|GBP|HKD)?整?`)
	literalRun = pattern.Lazily(`^(?:"[^"]*"|[A-Za-z0-9][A-Za-z0-9 .,_/&'+#%°\-]*[A-Za-z0-9+%]|[A-Za-z0-9])`)
)

var currencyCode = map[string]string{
	"人民币": "RMB", "元": "RMB", "元人民币": "RMB", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP",
	"日元": "JPY", "港币": "HKD", "港元": "HKD", "澳元": "AUD", "加元": "CAD",
}

// readDate reads the date a text begins with; year is the one to add where the
// text leaves it out ("" for none). It gives the English, the date's own year
// and the length in bytes, 0 if there is no date.
func readDate(s, year string) (english, ownYear string, length int) {
	if m := digitDate.FindString(s); m != "" {
		return m, m[:4], len(m)
	}
	if spelled, length := spelledDate(s); length > 0 {
		english, ownYear, read := readDate(spelled, year)
		if read == len(spelled) {
			return english, ownYear, length
		}
	}
	if m := fullDate.FindStringSubmatch(s); m != nil {
		month, _ := strconv.Atoi(m[2])
		if month < 1 || month > 12 {
			return "", "", 0
		}
		if m[1] != "" {
			year = m[1]
		}
		name := months[month]
		if m[3] != "" {
			day, _ := strconv.Atoi(m[3])
			name += " " + strconv.Itoa(day)
			if year != "" {
				name += ","
			}
		}
		switch m[4] {
		case "初", "上旬":
			name = "early " + name
		case "中", "中旬":
			name = "mid-" + name
		case "底", "末":
			name = "the end of " + name
		case "下旬":
			name = "late " + name
		}
		if year != "" {
			name += " " + year
		}
		if time, length := clockAt(s[len(m[0]):]); m[3] != "" && length > 0 {
			return name + ", " + time, year, len(m[0]) + length
		}
		return name, year, len(m[0])
	}
	if m := yearOnly.FindStringSubmatch(s); m != nil {
		return m[1], m[1], len(m[0])
	}
	return "", "", 0
}

var clock = pattern.Lazily(`^(上午|早上|凌晨|中午|下午|傍晚|晚上)?(?:(\d{1,2}|[一二两三四五六七八九十]{1,2})[点时](整|半)?)?`)

// partsOfDay are the times of a day by the clock and by themselves.
var partsOfDay = map[string][2]string{
	"上午": {" a.m.", "morning"}, "早上": {" a.m.", "morning"}, "凌晨": {" a.m.", "early morning"}, "中午": {" p.m.", "noon"}, "下午": {" p.m.", "afternoon"}, "傍晚": {" p.m.", "evening"}, "晚上": {" p.m.", "evening"}, "": {" o'clock", ""},
}

// clockAt reads the time of day behind a date: 中午12点, 12 noon; 下午5点, 5 p.m.;
// 下午, afternoon.
func clockAt(s string) (string, int) {
	m := clock.FindStringSubmatch(s)
	if m[0] == "" || isDigit(firstRune(s[len(m[0]):])) || strings.HasPrefix(s[len(m[0]):], "分") {
		return "", 0
	}
	part := partsOfDay[m[1]]
	if m[2] == "" {
		return part[1], len(m[0])
	}
	hour, _ := readNumber(m[2])
	if m[1] == "中午" && hour == "12" && m[3] != "半" {
		return "12 noon", len(m[0])
	}
	if m[3] == "半" {
		return "half past " + hour + part[0], len(m[0])
	}
	return hour + part[0], len(m[0])
}

var hanDate = pattern.Lazily(`^(十[一二]?|[一二三四五六七八九])月(?:(二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]|\d{1,2})([日号])|(初|中旬|底|末|上旬|下旬|份))`)

// spelledDate gives a date in Chinese numerals in digits, 七月底 as 7月底; a month alone
// may be a span.
func spelledDate(s string) (digits string, length int) {
	m := hanDate.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	month, _ := readNumber(m[1])
	if m[2] == "" {
		return month + "月" + m[4], len(m[0])
	}
	day, _ := readNumber(m[2])
	return month + "月" + day + m[3], len(m[0])
}

// readNumber reads the number or range a text begins with, in digits (12万 is
// multiplied out) or in Chinese numerals.
func readNumber(s string) (string, int) {
	if m := arabic.FindString(s); m != "" {
		number, length := m, len(m)
		if sign := firstRune(s[length:]); (sign == '万' || sign == '亿') && strings.Trim(m, "0123456789.,") == "" {
			return grouped(shifted(m, powerOfTen[sign])), length + len(string(sign))
		}
		return number, length
	}
	if first := firstRune(s); first == '单' || first == '双' {
		return "", 0 // 单个: of one, not a count
	}
	number, runes := chineseNumber([]rune(s))
	if runes == 0 {
		return "", 0
	}
	return number, len(string([]rune(s)[:runes]))
}

// readMoney reads an amount with its currency: 12万元, USD 5,000, 人民币壹拾贰万元整.
func readMoney(s string) (string, int) {
	if amount, length := readFormalMoney(s); length > 0 {
		return amount, length
	}
	if amount, length := readNumeralMoney(s); length > 0 {
		return amount, length
	}
	m := moneyNow.FindStringSubmatch(s)
	if m == nil || m[1] == "" && m[4] == "" {
		return "", 0
	}
	amount := m[2]
	if strings.ContainsAny(amount, "-~") && m[3] != "" {
		return "", 0 // 3-5万: of which the first
	}
	if m[3] != "" {
		amount = grouped(shifted(amount, powerOfTen[firstRune(m[3])]))
	}
	sign := m[1]
	if sign == "" || m[4] != "" && m[4] != "元" {
		sign = m[4]
	}
	if known, ok := currencyCode[sign]; ok {
		sign = known
	}
	if strings.ContainsAny(sign, "¥$€£") {
		return sign + amount, len(m[0])
	}
	if !strings.ContainsAny(amount, ",-~") && len(strings.SplitN(amount, ".", 2)[0]) > 3 {
		amount = grouped(amount)
	}
	return sign + " " + amount, len(m[0])
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
