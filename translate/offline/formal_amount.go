package offline

import (
	"strconv"
	"strings"

	"yipiao/invoice/pattern"
)

// formalMoney finds an amount in the numerals of cheques, its currency before it, behind
// it, or both: 人民币壹万元整, 伍仟欧元整, 美元叁万捌仟元伍角.
var formalMoney = pattern.Lazily(`^(` + currencyNames + `)?:?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)(` + currencyNames + `|元|圆)(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?`)

const (
	foreignNames  = `美元|美金|欧元|英镑|日元|港币|港元|澳元|加元`
	currencyNames = `元人民币|人民币|` + foreignNames
)

// currencyInWords names the currencies as they stand before an amount in words.
var currencyInWords = map[string]string{
	"RMB": "RMB", "USD": "US Dollars", "EUR": "Euros", "GBP": "Pounds Sterling", "JPY": "Japanese Yen",
	"HKD": "Hong Kong Dollars", "AUD": "Australian Dollars", "CAD": "Canadian Dollars",
}

// readFormalMoney reads the amount in words that a text begins with; it gives its length
// in bytes, 0 if there is none or if two currencies contradict each other.
func readFormalMoney(s string) (string, int) {
	m := formalMoney.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	before, behind := currencyCode[m[1]], currencyCode[strings.Replace(m[3], "圆", "元", 1)]
	switch {
	case before == "":
		before = behind
	case before != behind && m[3] != "元" && m[3] != "圆":
		return "", 0
	}
	value, runes := chineseNumber([]rune(m[2]))
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil || runes < len([]rune(m[2])) {
		return "", 0
	}
	text := currencyInWords[before] + " " + englishWords(number)
	if cents := chineseDigits[firstRune(m[4])]*10 + chineseDigits[firstRune(m[5])]; cents > 0 {
		text += " and Cents " + englishWords(cents)
	}
	return text + " Only", len(m[0])
}

// numeralMoney finds the currency behind an amount in plain numerals: 三万美元. Of 元 it
// wants an amount of tens or more: 三元 is of three parts.
var numeralMoney = pattern.Lazily(`^(?:人民币)?(?:(?:[一二两三四五六七八九][十百千万亿]|十)[一二两三四五六七八九十百千万亿零]*(` + currencyNames + `|元)|[二两三四五六七八九](` + currencyNames + `))整?`)

func readNumeralMoney(s string) (string, int) {
	m := numeralMoney.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	value, _ := chineseNumber([]rune(strings.TrimPrefix(s, "人民币")))
	if strings.HasPrefix(s, "人民币") && currencyCode[m[1]+m[2]] != "RMB" {
		return "", 0
	}
	return currencyCode[m[1]+m[2]] + " " + grouped(value), len(m[0])
}

// moneyInNumerals reads the amount in Chinese numerals that a text begins with; it gives
// its length in characters.
func moneyInNumerals(runes []rune) (string, int) {
	if chineseDigits[runes[0]] == 0 && chinesePowers[runes[0]] == 0 {
		return "", 0
	}
	text := string(runes[:min(len(runes), 24)])
	amount, length := readFormalMoney(text)
	if length == 0 {
		amount, length = readNumeralMoney(text)
	}
	return amount, len([]rune(text[:length]))
}

var (
	bareFormal    = pattern.Lazily(`[壹贰叁肆伍陆柒捌玖拾佰仟万亿](?:元|圆)`)
	foreignMoney  = pattern.Lazily(foreignNames + `|USD|US\$|EUR|GBP|JPY|HKD|AUD|CAD|\$|€|£`)
	ownMoney      = pattern.Lazily(`人民币|RMB|CNY|¥`)
	namedFormally = pattern.Lazily(`(?:` + foreignNames + `):?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+(?:元|圆)`)
)

// whoseYuan asks whose 元 an amount in words is, where the text names no 人民币 but
// another currency: 叁万元整（USD 30,000）.
func whoseYuan(text string) []string {
	rest := namedFormally.ReplaceAllString(text, "")
	if !bareFormal.MatchString(rest) || !foreignMoney.MatchString(text) || ownMoney.MatchString(text) {
		return nil
	}
	return []string{"元 of the amount in words may be another currency's"}
}
