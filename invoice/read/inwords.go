package read

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice/pattern"
)

// moneyUnits makes one unit of many, as in 元整 and 美分.
var moneyUnits = strings.NewReplacer("元元", "元", "块", "元", "美分", "分", "仙", "分", "点", "元")

// chineseMoney reads an amount in Chinese words, whatever currency it names
// and whatever label stands before it.
func chineseMoney(s string) (decimal.Decimal, bool) {
	s = narrow(s)
	if m := capitalRun.FindString(strings.ReplaceAll(s, " ", "")); m != "" {
		s = m
	}
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '(' || r == ')' || r == '。' || r == '.' || r == ',' || r == '*' {
			return -1
		}
		return r
	}, s)
	for _, w := range []string{"合计", "总计", "共计", "大写", "金额", "人民币", "美元", "美金", "港币", "港元", "欧元", "英镑", "日元", "日圆", "计", "为"} {
		s = strings.TrimPrefix(s, w)
	}
	for _, w := range []string{"美元", "美金", "港币", "港元", "欧元", "人民币"} {
		s = strings.ReplaceAll(s, w, "元")
	}
	s = moneyUnits.Replace(s)
	if !strings.ContainsAny(s, "元圆圓角分") {
		s = strings.TrimRight(s, "整正") + "元"
	}
	return chineseAmount(s)
}

// capitalRun is an amount in Chinese words within a text.
var capitalRun = pattern.Lazily(`(?:负|\(负数\))?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千两弍参陸萬億][零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千两弍参陸萬億元圆圓角分美港欧英日镑整正]*[元圆圓角分整正]`)

// numberWords are the figures of English words.
var numberWords = map[string]int64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "ninty": 90}

var bigWords = map[string]int64{"thousand": 1_000, "thousands": 1_000, "million": 1_000_000, "millions": 1_000_000, "billion": 1_000_000_000}

var (
	centsFraction = pattern.Lazily(`(\d{1,3})\s*/\s*(100|1000)`)
	wordForm      = pattern.Lazily(`[a-z]+`)
)

// englishMoney reads an amount in English words: SAY US DOLLARS THREE THOUSAND
// FIVE HUNDRED AND CENTS THIRTY ONLY, … DOLLARS AND THIRTY CENTS, … POINT
// THREE, … AND 30/100.
func englishMoney(s string) (decimal.Decimal, bool) {
	s = strings.ToLower(narrow(s))
	fraction := decimal.Zero
	if m := centsFraction.FindStringSubmatch(s); m != nil {
		top, _ := decimal.NewFromString(m[1])
		bottom, _ := decimal.NewFromString(m[2])
		fraction = top.DivRound(bottom, 3)
		s = strings.Replace(s, m[0], " ", 1)
	}
	if strings.ContainsAny(s, "0123456789") {
		return decimal.Zero, false
	}
	whole, cents := partCents(wordForm.FindAllString(s, -1))
	whole, point := partPoint(whole)
	n, counted, ok := countWords(whole)
	c, _, centsOK := countWords(cents)
	if !ok || !centsOK || c >= 100 || !counted && len(cents) == 0 && fraction.IsZero() {
		return decimal.Zero, false
	}
	return decimal.NewFromInt(n).Add(decimal.New(c, -2)).Add(fraction).Add(point), true
}

// partCents parts the words of the minor unit from the others.
func partCents(words []string) (whole, cents []string) {
	at := slices.IndexFunc(words, func(w string) bool {
		return w == "cent" || w == "cents" || w == "fen" || w == "pence" || w == "penny"
	})
	if at < 0 {
		return words, nil
	}
	if _, counted, _ := countWords(words[at+1:]); counted {
		return words[:at], words[at+1:]
	}
	// The figure stands before its name: after the currency's, or after the
	// last AND.
	before := words[:at]
	for i := len(before) - 1; i > 0; i-- {
		_, counted, _ := countWords(before[:i])
		if counted && (moneyWord(before[i]) || before[i] == "and") {
			return before[:i], before[i+1:]
		}
	}
	return nil, before
}

func moneyWord(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "dollar", "yuan", "euro", "pound", "rmb", "usd", "eur", "sterling":
		return true
	}
	return false
}

// partPoint takes the digits after POINT off the words.
func partPoint(words []string) ([]string, decimal.Decimal) {
	at := slices.Index(words, "point")
	if at < 0 {
		return words, decimal.Zero
	}
	digits := ""
	for _, w := range words[at+1:] {
		if n, ok := numberWords[w]; ok {
			digits += decimal.NewFromInt(n).String()
		}
	}
	d, err := decimal.NewFromString("0." + digits)
	if err != nil {
		return words[:at], decimal.Zero
	}
	return words[:at], d
}

// countWords is the number that words count; other words among them say
// nothing. Not ok where it is too large.
func countWords(words []string) (n int64, counted, ok bool) {
	var whole, part int64
	for _, w := range words {
		if v, is := numberWords[w]; is {
			part += v
			counted = true
		} else if w == "hundred" || w == "hundreds" {
			part = max(part, 1) * 100
			counted = true
		} else if big, is := bigWords[w]; is {
			whole, part = whole+part*big, 0
		}
		if whole > 1e13 || part > 1e6 {
			return 0, false, false
		}
	}
	return whole + part, counted, true
}

// AmountInWords reads an amount that is written in Chinese words and nothing
// else: 人民币壹万元整.
func AmountInWords(s string) (decimal.Decimal, bool) { return chineseMoney(s) }
