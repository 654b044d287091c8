package evidence

import (
	"fmt"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
	"yipiao/translate"
)

// What documents say in fixed words or figures has one English, whoever
// translates: dates, amounts in words, page numbers.

// fixedWords is the English of such a text.
func fixedWords(text string) (string, bool) {
	if day, ok := dayInEnglish(text); ok {
		return day, true
	}
	if m := chinesePages.FindStringSubmatch(text); m != nil {
		return fmt.Sprintf("Page %s of %s", m[2]+m[3], m[1]+m[4]), true
	}
	if m := figureWithUnit.FindStringSubmatch(text); m != nil {
		if unit, ok := terms.Units.Find(m[2]); ok {
			name := unit.Plural
			if m[1] == "1" {
				name = unit.En
			}
			return m[1] + " " + shortUnits(name), true
		}
	}
	return amountInEnglish(text)
}

var (
	chineseDay     = pattern.Lazily(`^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$`)
	chineseMonth   = pattern.Lazily(`^(?:(\d{4})年)?(\d{1,2})月(?:份|(\d{1,2})[日号])?$`)
	dayInNumerals  = pattern.Lazily(`^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$`)
	chinesePages   = pattern.Lazily(`^(?:共\s*(\d+)\s*页[\s,，/]*第\s*(\d+)\s*页|第\s*(\d+)\s*页[\s,，/]*共\s*(\d+)\s*页)$`)
	figureWithUnit = pattern.Lazily(`^(\d[\d,.]*)\s*(\p{Han}{1,2})$`)
	months         = strings.Fields("January February March April May June July August September October November December")
)

// digitNumerals are the numerals that a year is written with, digit by digit.
var digitNumerals = strings.NewReplacer("〇", "0", "零", "0", "○", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")

// dayInEnglish is a date, or a part of one.
func dayInEnglish(text string) (string, bool) {
	if m := chineseDay.FindStringSubmatch(text); m != nil {
		return fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3]), true
	}
	if m := dayInNumerals.FindStringSubmatch(text); m != nil {
		year := digitNumerals.Replace(m[1])
		return fmt.Sprintf("%s-%02s-%02s", year, clauseOrdinal(m[2]), clauseOrdinal(m[3])), true
	}
	m := chineseMonth.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	n := 0
	if _, err := fmt.Sscan(m[2], &n); err != nil || n < 1 || n > len(months) {
		return "", false
	}
	return strings.TrimSpace(strings.TrimRight(months[n-1]+" "+m[3], " ") + " " + m[1]), true
}

// measured is a head with what it is counted in: 数量(个), 单价（美元）, 金额 (USD).
var measured = pattern.Lazily(`^(\p{Han}{1,8})\s*[(（]([^()（）]{1,8})[)）]$`)

// unitWord is a unit or currency in English; Latin ones stand as they are.
func unitWord(text string) (string, bool) {
	if !invoice.HasHan(text) {
		return text, terms.Units.Has(text) || terms.Currencies.Has(strings.ToUpper(text)) || knownUnits[strings.ToLower(text)]
	}
	if unit, ok := terms.Units.Find(text); ok {
		return shortUnits(unit.Plural), true
	}
	currency, ok := currencyUnits[text]
	return currency, ok
}

// knownUnits are further ones that heads of tables are written with.
var knownUnits = map[string]bool{"us$": true, "usd": true, "rmb": true, "kgs": true, "m³": true, "m3": true, "cbm": true, "ctns": true, "pcs": true, "cm": true, "mm": true, "kg": true, "%": true}

var currencyUnits = map[string]string{"元": "yuan", "人民币": "CNY", "人民币元": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "港币": "HKD", "港元": "HKD", "日元": "JPY"}

// shortUnits is how units stand behind figures.
func shortUnits(name string) string {
	return unitsInShort.Replace(name)
}

var unitsInShort = strings.NewReplacer("pieces", "pcs", "piece", "pc", "kilograms", "kg", "kilogram", "kg", "cubic meters", "m³", "cubic meter", "m³", "centimeters", "cm", "meters", "m")

// personLabel stands before a person's name for a translator to know it by.
const personLabel = "联系人："

// personLabels stand before persons' names in documents.
var personLabels = map[string]bool{"联系人": true, "联络人": true, "收款人": true, "复核": true, "复核人": true, "开票人": true, "代表人": true, "法定代表人": true, "法人代表": true,
	"授权代表": true, "经办人": true, "业务员": true, "负责人": true, "制单": true, "制单人": true, "审核": true, "审核人": true, "收件人": true, "寄件人": true, "户名": true,
	"Payee": true, "Reviewer": true, "Drawer": true}

var personName = pattern.Lazily(`^\p{Han}{2,3}$`)

// personOf reports whether a text behind a label is a person's name.
func personOf(label, value string) bool {
	return (personLabels[hanOnly(label)] || personLabels[withoutColon(label)]) && personName.MatchString(value)
}

// person is a person's name in English; one that isn't known for sure stays as
// it is, rather than being translated by its characters.
func (t *texts) person(p piece) English {
	plain, behind := t.segmentEnglish(p.segment), t.results[p.named-1]
	if _, name, ok := strings.Cut(behind.Text, ": "); ok && behind.State == translate.Final {
		return verbatim(name)
	}
	if plain.Guess() {
		plain.Text = ""
	}
	return plain
}
