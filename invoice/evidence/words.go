package evidence

import (
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read"
	"yipiao/invoice/script"
	"yipiao/invoice/terms"
	"yipiao/invoice/words"
)

// capitalAmount is an amount in the capital numerals of Chinese, with the
// currency's name if it stands there.
var capitalAmount = pattern.Lazily(`^[⊗⊙☉◎ⓧⓍ\s]*[(（]?(人民币|美元|美金|港币|港元|欧元|英镑|日元)?[:：\s]*([零〇壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億]+[\s]*[元圆圓][零〇壹贰叁肆伍陆柒捌玖拾角分厘整正\s]*)[)）]?$`)

var namedCurrencies = map[string]string{"": "CNY", "人民币": "CNY", "美元": "USD", "美金": "USD", "港币": "HKD", "港元": "HKD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY"}

// amountInEnglish is an amount in Chinese words in English ones. 元 with no
// currency's name before it is a yuan of whatever currency.
func amountInEnglish(text string) (string, bool) {
	m := capitalAmount.FindStringSubmatch(strings.TrimSpace(script.Simplify(text)))
	if m == nil {
		return "", false
	}
	amount, ok := read.AmountInWords(m[2])
	currency, known := terms.Currencies.Find(namedCurrencies[m[1]])
	if !ok || !known {
		return "", false
	}
	// What was read must be written so again: nothing is guessed.
	yuan, _ := terms.Currencies.Find("CNY") // whose 元, 角 and 分 stand for those of all
	zh, err := words.Chinese(yuan, amount)
	if err != nil || plainNumerals(zh) != plainNumerals(m[2]) {
		return "", false
	}
	en, err := words.English(currency, amount)
	if err != nil {
		return "", false
	}
	if m[1] == "" {
		en = strings.Replace(en, "CHINESE YUAN", "YUAN", 1)
	}
	return en, true
}

// withoutMoney leaves the names of money out of an amount, and makes 元 of a pound.
var withoutMoney = strings.NewReplacer("人民币", "", "美元", "", "港币", "", "欧元", "", "英镑", "", "日元", "", "镑", "元", "便士", "分")

// plainNumerals are the numerals of an amount alone.
func plainNumerals(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("壹贰叁肆伍陆柒捌玖拾佰仟", r):
			return r
		case r == '万' || r == '萬':
			return '万'
		case r == '亿' || r == '億':
			return '亿'
		case r == '元' || r == '圆' || r == '圓':
			return '元'
		case r == '角' || r == '分':
			return r
		}
		return -1
	}, withoutMoney.Replace(s))
}
