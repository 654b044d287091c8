package offline

import (
	"sort"
	"strings"

	"yipiao/invoice/pattern"
)

var (
	numberPattern   = pattern.Lazily(`\d[\d,]*(?:\.\d+)?`)
	countedInBig    = pattern.Lazily(`(\d[\d,]*(?:\.\d+)?)(万|亿|千(?:元|美元|美金|欧元|块|个|件|套|只|台|箱|米))`)
	untouchable     = pattern.Lazily(`https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+`)
	englishWordList = pattern.Lazily(`[a-z]+`)
)

// numberWords are English words that may stand for a number of the source.
var numberWords = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "single": "1", "double": "2", "triple": "3", "once": "1", "duplicate": "2",
	"january": "1", "february": "2", "march": "3", "april": "4", "may": "5", "june": "6", "july": "7", "august": "8",
	"september": "9", "october": "10", "november": "11", "december": "12",
	"jan": "1", "feb": "2", "mar": "3", "apr": "4", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "sept": "9", "oct": "10", "nov": "11", "dec": "12",
}

// verify finds what a translation has changed that it must not: numbers,
// addresses of mail and web, and Chinese left over in English.
func verify(source, target, to string) []string {
	var doubts []string
	if to != "zh" && hasHan(target) {
		doubts = append(doubts, "Chinese is left in the English")
	}
	for _, kept := range untouchable.FindAllString(source, -1) {
		if !strings.Contains(target, kept) {
			doubts = append(doubts, kept+" is not kept")
		}
	}
	return append(doubts, changedNumbers(source, target)...)
}

// changedNumbers compares the multisets of numbers. Numbers in digits must all
// be there again; Chinese numerals may be there as digits.
func changedNumbers(source, target string) []string {
	source = halfWidth(source)
	required := numbersIn(countedInBig.ReplaceAllStringFunc(source, func(s string) string {
		m := countedInBig.FindStringSubmatch(s)
		return shifted(m[1], powerOfTen[firstRune(m[2])])
	}))
	optional := numeralsIn(source)
	given := numbersIn(countedInBig.ReplaceAllStringFunc(target, func(s string) string {
		m := countedInBig.FindStringSubmatch(s)
		return shifted(m[1], powerOfTen[firstRune(m[2])])
	}))
	spelled := map[string]int{}
	for _, w := range englishWordList.FindAllString(strings.ToLower(target), -1) {
		if n, ok := numberWords[w]; ok {
			spelled[n]++
		}
	}
	for n, count := range numeralsIn(target) {
		spelled[n] += count
	}
	for _, w := range englishWordList.FindAllString(strings.ToLower(source), -1) {
		if n, ok := numberWords[w]; ok {
			optional[n]++
		}
	}
	var doubts []string
	for n, count := range required {
		if given[n]+spelled[n] < count {
			doubts = append(doubts, "the number "+n+" is missing")
		}
	}
	for n, count := range given {
		if count > required[n]+optional[n] && (required[n] == 0 || !isYear(n)) {
			doubts = append(doubts, "the number "+n+" is not in the source")
		}
	}
	sort.Strings(doubts)
	return doubts
}

// isYear allows a year to be written with each date that shares it.
func isYear(n string) bool { return len(n) == 4 && (n[:2] == "20" || n[:2] == "19") }

func numbersIn(s string) map[string]int {
	found := map[string]int{}
	for _, n := range numberPattern.FindAllString(s, -1) {
		found[canonical(n)]++
	}
	return found
}

// numeralsIn counts the Chinese numerals of a text, whole and digit by digit.
func numeralsIn(s string) map[string]int {
	found := map[string]int{}
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		number, length := chineseNumber(runes[i:])
		if length == 0 {
			continue
		}
		found[number]++
		if length > 1 {
			for _, r := range runes[i : i+length] {
				if d, ok := chineseDigits[r]; ok {
					found[canonical(string(rune('0'+d)))]++
				}
			}
		}
		i += length - 1
	}
	return found
}

func canonical(n string) string {
	n = strings.ReplaceAll(n, ",", "")
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	if n = strings.TrimLeft(n, "0"); n == "" || n[0] == '.' {
		return "0" + n
	}
	return n
}

// halfWidth writes full-width signs as half-width ones, commas between clauses excepted.
func halfWidth(s string) string {
	runes := []rune(s)
	out := make([]rune, len(runes))
	for i, r := range runes {
		if r >= 0xff01 && r <= 0xff5e && (r != '，' || groupsWideDigits(runes, i)) {
			r -= 0xfee0
		}
		out[i] = r
	}
	return string(out)
}
