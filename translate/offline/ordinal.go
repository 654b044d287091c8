package offline

import "strings"

// ranked are what ordinals count; with {n} behind the noun, as lists number their items.
var ranked = []struct{ zh, en string }{
	{"批次", "{th} batch"}, {"批", "{th} batch"}, {"单", "{th} order"}, {"期", "{th} installment"}, {"年", "{th} year"}, {"季度", "{th} quarter"}, {"柜", "{th} container"},
	{"项", "item {n}"}, {"条", "article {n}"}, {"款", "item {n}"}, {"页", "page {n}"}, {"章", "chapter {n}"}, {"箱", "carton {n}"}, {"行", "line {n}"},
}

var smallOrdinals = strings.Fields("- first second third fourth fifth sixth seventh eighth ninth tenth")

// ordinalAt reads 第二批, the second batch, and 第3项, item 3; the length is in runes.
func ordinalAt(runes []rune) (token, int) {
	if len(runes) < 3 || runes[0] != '第' {
		return token{}, 0
	}
	number, length := chineseNumber(runes[1:])
	spelled := length > 0
	for length == 0 || !spelled {
		if 1+length >= len(runes) || !isDigit(runes[1+length]) {
			break
		}
		number += string(runes[1+length])
		length++
	}
	if length == 0 || len(number) > 3 {
		return token{}, 0
	}
	rest := string(runes[1+length : min(len(runes), length+4)])
	for _, r := range ranked {
		if !strings.HasPrefix(rest, r.zh) {
			continue
		}
		th := ordinal(number)
		if spelled && len(number) == 1 && number != "0" {
			th = smallOrdinals[number[0]-'0']
		}
		end := 1 + length + len([]rune(r.zh))
		return token{string(runes[:end]), strings.NewReplacer("{n}", number, "{th}", th).Replace(r.en), noun}, end
	}
	return token{}, 0
}
