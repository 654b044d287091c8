package read

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// compact is s without blanks, with half-width letters, digits and brackets:
// for comparing labels, never for values.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r > 0xFF00 && r < 0xFF5F:
			return r - 0xFF00 + 0x20
		}
		return r
	}, s)
}

// fapiaoNumber reads an amount, price or quantity: ¥1,234.50. Fullwidth digits
// and signs are taken for the half-width ones they are.
func fapiaoNumber(s string) (invoice.Amount, bool) {
	s = strings.NewReplacer("¥", "", "￥", "", "$", "", "元", "", "−", "-", "－", "-").Replace(compact(s))
	if groups.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return invoice.ParseAmount(sign + s)
}

var groups = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)

// masked reports whether a figure is printed as *** instead.
func masked(s string) bool {
	s = compact(s)
	return s != "" && strings.Trim(s, "*") == ""
}

var (
	chineseDate = regexp.MustCompile(`^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?`)
	plainDate   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:\d{3})?$`)
)

// fapiaoDate reads 2024年05月28日, 2024-05-28 10:11:12 and 20240528.
func fapiaoDate(s string) (invoice.Date, bool) {
	s = compact(s)
	m := chineseDate.FindStringSubmatch(s)
	if m == nil {
		m = plainDate.FindStringSubmatch(s)
	}
	if m == nil {
		return "", false
	}
	return dateOf(m[1], m[2], m[3])
}

// fapiaoUnit is a unit as it is printed; one that no table knows stands for
// itself in both languages.
func fapiaoUnit(s string) invoice.Text {
	if s == "" || terms.Units.Has(s) {
		return invoice.PlainText(s)
	}
	return invoice.Text{Zh: s, En: s}
}

var (
	fixedLine  = `(?:010|02\d|0[3-9]\d{2})[- ]?\d{7,8}`
	mobile     = `1[3-9]\d{9}`
	onePhone   = `(?:\+?86[- ]?)?(?:` + fixedLine + `|` + mobile + `|400[- ]?\d{3}[- ]?\d{4})(?:转\d{1,5}|-\d{1,4})?`
	phoneAtEnd = regexp.MustCompile(onePhone + `(?:[ 、,，;；/]+` + onePhone + `)*$`)
	phoneWord  = regexp.MustCompile(`^[\d()（） +、/-]*\d{7}[\d()（） +、/转-]*$`)
	areaPhone  = regexp.MustCompile(`[(（]0\d{2,3}[)）]\d{7,8}$`)
	localPhone = regexp.MustCompile(`[^\d-](\d{7,8})$`)
	acctAtEnd  = regexp.MustCompile(`^(.*?)[ :：]*(?:账号|帐号)?[ :：]*(\d[\d -]{5,}\d)$`)
)

// splitPhone parts 兰溪市丹溪大道1055号057988222001. What is no telephone number
// for certain stays with the address.
func splitPhone(s string) (address, phone string) {
	if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 && phoneWord.MatchString(s[i:]) {
		return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:])
	}
	for _, form := range [...]*regexp.Regexp{areaPhone, phoneAtEnd} {
		if at := form.FindStringIndex(s); at != nil {
			return strings.TrimRight(s[:at[0]], " 、,，;；/:："), s[at[0]:]
		}
	}
	if at := localPhone.FindStringSubmatchIndex(s); at != nil {
		return strings.TrimRight(s[:at[2]], " 、,，;；/:："), s[at[2]:]
	}
	return s, ""
}

// splitAccount parts 建设银行625555888900998711.
func splitAccount(s string) (bank, account string) {
	if m := acctAtEnd.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[1]), m[2]
	}
	return s, ""
}

// capitals are the digits and places of amounts in words.
var capitals = map[rune]int64{'零': 0, '〇': 0, '壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '两': 2, '弍': 2, '参': 3, '陸': 6}

var places = map[rune]int64{'拾': 10, '佰': 100, '仟': 1000, '十': 10, '百': 100, '千': 1000}

// chineseAmount reads 人民币肆仟肆佰肆拾玖圆整.
func chineseAmount(s string) (decimal.Decimal, bool) {
	s = strings.TrimPrefix(strings.TrimLeft(compact(s), "ⓧ⊗×✕⊕○"), "人民币")
	negative := false
	for _, sign := range [...]string{"(负数)", "负"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			s, negative = rest, true
		}
	}
	w := words{digit: -1}
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

// words sums an amount in words from left to right.
type words struct {
	sum          decimal.Decimal // what ended with 元 and its parts
	whole, group int64           // before 元: what ended with 万 or 亿, and what came after
	digit        int64           // not yet placed; -1 for none
	any          bool            // 元, 角 or 分 stood
}

func (w *words) read(r rune) bool {
	if d, ok := capitals[r]; ok {
		if w.digit > 0 {
			return false
		}
		w.digit = d
		return true
	}
	if p, ok := places[r]; ok {
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
