package read

import (
	"strings"

	"github.com/shopspring/decimal"
)

// capitals are the digits and capitalPlaces the places of amounts in words.
var capitals = map[rune]int64{'零': 0, '〇': 0, '壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '两': 2, '弍': 2, '参': 3, '陸': 6}

var capitalPlaces = map[rune]int64{'拾': 10, '佰': 100, '仟': 1000, '十': 10, '百': 100, '千': 1000}

// chineseAmount reads 人民币肆仟肆佰肆拾玖圆整.
func chineseAmount(s string) (decimal.Decimal, bool) {
	s = strings.TrimPrefix(strings.TrimLeft(compact(s), "ⓧ⊗×✕⊕○"), "人民币")
	negative := false
	for _, sign := range [...]string{"(负数)", "负"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			s, negative = rest, true
		}
	}
	w := capitalSum{digit: -1}
	for _, r := range s {
		if !w.read(r) {
			return decimal.Zero, false
		}
	}
	if !w.any || w.digit > 0 || w.group != 0 {
		return decimal.Zero, false
	}
	if negative {
		w.sum = w.sum.Neg()
	}
	return w.sum, true
}

// capitalSum sums an amount in words from left to right.
type capitalSum struct {
	sum          decimal.Decimal // what ended with 元 and its parts
	whole, group int64           // before 元: what ended with 万 or 亿, and what came after
	digit        int64           // not yet placed; -1 for none
	any          bool            // 元, 角 or 分 stood
}

func (w *capitalSum) read(r rune) bool {
	if d, ok := capitals[r]; ok {
		if w.digit > 0 {
			return false
		}
		w.digit = d
		return true
	}
	if p, ok := capitalPlaces[r]; ok {
		if w.digit < 0 && p == 10 {
			w.digit = 1 // 拾元
		}
		if w.digit < 0 {
			return false
		}
		w.group, w.digit = w.group+w.digit*p, -1
		return true
	}
	digit := max(w.digit, 0)
	switch r {
	case '万', '萬':
		w.whole, w.group, w.digit = w.whole+(w.group+digit)*10_000, 0, -1
	case '亿', '億':
		w.whole, w.group, w.digit = (w.whole+w.group+digit)*100_000_000, 0, -1
	case '元', '圆', '圓':
		w.sum, w.any = w.sum.Add(decimal.NewFromInt(w.whole+w.group+digit)), true
		w.whole, w.group, w.digit = 0, 0, -1
	case '角':
		w.sum, w.any, w.digit = w.sum.Add(decimal.New(digit, -1)), true, -1
	case '分':
		w.sum, w.any, w.digit = w.sum.Add(decimal.New(digit, -2)), true, -1
	case '整', '正':
	default:
		return false
	}
	return w.whole < 1e15
}
