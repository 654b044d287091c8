package read

import (
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// numeral is a number as a document writes it: with a currency before it or a
// unit behind it.
type numeral struct {
	// Value is exact: the number that a cell stores, or that a text says.
	Value invoice.Amount
	// Shown is the number as it is printed, which has fewer digits where a
	// format rounds.
	Shown         invoice.Amount
	Before, After string // the words around it: "US$", "PCS", "/pc"
	Percent       bool
	stored        bool // Value is what a cell stores, not what a text says
}

// given reports whether there is a number at all.
func (f numeral) given() bool { return f.Value.Given() }

// shown is the number as it is printed.
func (f numeral) shown() invoice.Amount {
	if f.Shown.Given() {
		return f.Shown
	}
	return f.Value
}

// rounds reports whether what is shown is less than what is stored.
func (f numeral) rounds() bool {
	return f.Shown.Given() && !f.Shown.Decimal().Equal(f.Value.Decimal())
}

// cellFigure is the number that a cell holds, where it holds one number and
// little else.
func cellFigure(c *grid.Cell) (numeral, bool) {
	if c == nil || c.Unknown || c.Kind == grid.Date {
		return numeral{}, false
	}
	if c.Kind != grid.Number {
		return parseFigure(c.Text)
	}
	v, ok := storedNumber(c.Number)
	if !ok {
		return numeral{}, false
	}
	f := numeral{Value: v, Shown: v, Percent: strings.Contains(c.Text, "%"), stored: true}
	shown, ok := parseFigure(c.Text)
	if !ok || f.Percent {
		return f, true
	}
	f.Before, f.After = shown.Before, shown.After
	// A format can show anything, "K" for thousands too: it is only believed
	// where it rounds.
	if v.Decimal().Round(shown.Value.Decimals()).Equal(shown.Value.Decimal()) {
		f.Shown = shown.Value
		if !f.rounds() {
			f.Value = f.Shown // with the decimals that are shown
		}
	}
	return f, true
}

// mostDigits is how many digits a spreadsheet program keeps: more of them are
// the noise of binary fractions.
const mostDigits = 15

// storedNumber is a number as a file stores it, without the noise of binary
// fractions: 3.3000000000000003 is 3.3.
func storedNumber(s string) (invoice.Amount, bool) {
	a, ok := invoice.ParseAmount(s)
	if !ok {
		d, err := decimal.NewFromString(s)
		if err != nil || len(s) > 400 || d.Exponent() > 15 || d.Exponent() < -400 {
			return invoice.Amount{}, false
		}
		if a, ok = invoice.ParseAmount(d.Round(18).String()); !ok {
			return invoice.Amount{}, false
		}
	}
	d := a.Decimal()
	if over := int32(d.NumDigits()) - mostDigits; over > 0 && a.Decimals() > 0 {
		d = d.Round(a.Decimals() - over)
		a, ok = invoice.ParseAmount(d.String())
	}
	return a, ok
}

// figureForms is one number in a text: with thousands parted by commas, blanks
// or apostrophes, or in the way of the Continent, 1.234,50.
var figureForms = pattern.Lazily(`\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,4}|\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d{1,4})\b|\d+,\d{1,2}\b|\d+(?:\.\d+)?|\.\d+`)

// parseFigure reads the one number of a text. What has further digits in it
// (a size, an article number, a date) is no figure.
func parseFigure(s string) (numeral, bool) {
	s = strings.TrimSpace(narrow(s))
	if len(s) > 80 {
		return numeral{}, false
	}
	at := figureForms.FindStringIndex(s)
	if at == nil {
		return numeral{}, false
	}
	before, digits, after := strings.TrimSpace(s[:at[0]]), s[at[0]:at[1]], strings.TrimSpace(s[at[1]:])
	if strings.ContainsFunc(after, unicode.IsDigit) && !perMany.MatchString(after) || strings.ContainsFunc(before, unicode.IsDigit) {
		return numeral{}, false
	}
	if glued(before, s[:at[0]], after, s[at[1]:]) {
		return numeral{}, false
	}
	before, after, negative := signs(before, after)
	a, ok := invoice.ParseAmount(plainDigits(digits))
	if !ok {
		return numeral{}, false
	}
	if negative {
		a = invoice.NewAmount(a.Decimal().Neg())
	}
	f := numeral{Value: a, Shown: a, Before: before, After: after}
	if rest, ok := strings.CutPrefix(after, "%"); ok {
		f.Percent, f.After = true, strings.TrimSpace(rest)
	}
	return f, true
}

// perMany is a price's base: /100PCS, per 1000.
var perMany = pattern.Lazily(`(?i)^(?:[a-z$€£¥]{0,4}\s*)(?:/|per|每)\s*(\d{1,6})\s*\p{L}*\.?$`)

// glued reports whether letters stand right at the number in a way that makes
// it a code and no figure: XH500, 500-BK, A-12.
func glued(before, rawBefore, after, rawAfter string) bool {
	if before != "" && rawBefore == before {
		last := []rune(before)[len([]rune(before))-1]
		if last == '-' && len([]rune(before)) > 1 && unicode.IsLetter([]rune(before)[len([]rune(before))-2]) && !endsInMark(before[:len(before)-1]) {
			return true
		}
		if (unicode.IsLetter(last) || last == '/' || last == '#' || last == '_') && !endsInMark(before) && !unicode.Is(unicode.Han, last) {
			return true
		}
	}
	if after != "" && rawAfter == after && len(after) > 1 {
		if (after[0] == '-' || after[0] == '_' || after[0] == '#') && after != "-" {
			return true
		}
	}
	return false
}

// endsInMark reports whether s ends in the sign or code of a currency.
func endsInMark(s string) bool {
	s = strings.ToUpper(strings.TrimRight(s, " -("))
	for _, m := range moneyMarks {
		if strings.HasSuffix(s, m.mark) {
			return true
		}
	}
	return false
}

// signs takes what makes a number negative out of the words around it:
// -5, (5), 5-, US$-5, -US$5.
func signs(before, after string) (string, string, bool) {
	negative := false
	if strings.Contains(before, "(") && strings.HasPrefix(after, ")") && strings.Trim(before, "-( $¥€£USDRMBCNY") == "" {
		before, after, negative = strings.Replace(before, "(", "", 1), strings.TrimSpace(after[1:]), true
	}
	if s := strings.TrimSuffix(before, "-"); s != before {
		before, negative = strings.TrimSpace(s), true
	} else if s := strings.TrimPrefix(before, "-"); s != before {
		before, negative = strings.TrimSpace(s), true
	}
	if after == "-" {
		after, negative = "", true
	}
	return strings.TrimSpace(strings.TrimPrefix(before, "+")), after, negative
}

// groupSigns are what parts the digits of a figure, but comma and point.
var groupSigns = strings.NewReplacer("'", "", "’", "", " ", "", "\u00a0", "", "\u202f", "")

// plainDigits is a number of figureForms in plain digits with a point.
func plainDigits(s string) string {
	s = groupSigns.Replace(s)
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma < 0:
	case point > comma:
		s = strings.ReplaceAll(s, ",", "")
	case point >= 0: // 1.234,50
		s = strings.ReplaceAll(s[:comma], ".", "") + "." + s[comma+1:]
	case len(s)-comma-1 == 3:
		s = strings.ReplaceAll(s, ",", "")
	default: // 3,25
		s = strings.ReplaceAll(s[:comma], ",", "") + "." + s[comma+1:]
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return s
}

// measured is a number with the unit that follows it.
type measured struct {
	value invoice.Amount
	unit  string
}

// pairForm is a number with a word behind it, of several in one text.
var pairForm = pattern.Lazily(`(\d[\d,]*(?:\.\d+)?)\s*((?:\p{L}[\p{L}³²/.()]*)?)`)

// parsePairs reads a text of numbers with units, like "649 PCS 758 CTNS"; nil
// where something else stands in it.
func parsePairs(s string) []measured {
	s = strings.TrimSpace(narrow(s))
	if len(s) > 120 {
		return nil
	}
	var all []measured
	rest := pairForm.ReplaceAllStringFunc(s, func(m string) string {
		sub := pairForm.FindStringSubmatch(m)
		if a, ok := invoice.ParseAmount(plainDigits(sub[1])); ok {
			all = append(all, measured{a, strings.Trim(sub[2], ".()/ ")})
		}
		return ""
	})
	if strings.Trim(rest, " ,;/+()=\n&") != "" || len(all) > 1 && slices.ContainsFunc(all, func(m measured) bool { return m.unit == "" }) {
		return nil
	}
	return all
}

// narrow is s with full-width letters, digits and signs in their common form,
// and its line ends and blanks as single blanks.
func narrow(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　' || r == '\u00a0' || r == '\t' || r == '\n' || r == '\r' || r == '\u2028':
			return ' '
		case r == '￥':
			return '¥'
		case r == '－' || r == '−' || r == '–' || r == '—' || r == '‐' || r == '‑':
			return '-'
		case r == '×' || r == '✕' || r == '╳':
			return '×'
		}
		return r
	}, s)
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// moneyMarks are the ways in which documents name a currency, longer ones
// first.
var moneyMarks = []struct{ mark, code string }{
	{"US DOLLARS", "USD"}, {"US DOLLAR", "USD"}, {"U.S. DOLLARS", "USD"}, {"HK DOLLARS", "HKD"}, {"US$", "USD"}, {"U.S.$", "USD"}, {"USD$", "USD"}, {"USD", "USD"},
	{"HK$", "HKD"}, {"HKD", "HKD"}, {"NT$", "TWD"}, {"TWD", "TWD"}, {"A$", "AUD"}, {"AU$", "AUD"}, {"AUD", "AUD"}, {"C$", "CAD"}, {"CA$", "CAD"}, {"CAD", "CAD"},
	{"S$", "SGD"}, {"SGD", "SGD"}, {"R$", "BRL"}, {"BRL", "BRL"}, {"RMB¥", "CNY"}, {"CNY¥", "CNY"}, {"RMB", "CNY"}, {"CNY", "CNY"}, {"CN¥", "CNY"},
	{"EUROS", "EUR"}, {"EURO", "EUR"}, {"EUR", "EUR"}, {"€", "EUR"}, {"GBP", "GBP"}, {"£", "GBP"}, {"JP¥", "JPY"}, {"JPY", "JPY"}, {"KRW", "KRW"}, {"₩", "KRW"}, {"INR", "INR"}, {"₹", "INR"},
	{"RUB", "RUB"}, {"₽", "RUB"}, {"THB", "THB"}, {"VND", "VND"}, {"CHF", "CHF"}, {"AED", "AED"}, {"MXN", "MXN"}, {"NZD", "NZD"}, {"SEK", "SEK"}, {"NOK", "NOK"}, {"DKK", "DKK"}, {"PLN", "PLN"}, {"MYR", "MYR"}, {"IDR", "IDR"}, {"PHP", "PHP"}, {"SAR", "SAR"}, {"ZAR", "ZAR"}, {"TRY", "TRY"},
	{"人民币", "CNY"}, {"美元", "USD"}, {"美金", "USD"}, {"港币", "HKD"}, {"港元", "HKD"}, {"欧元", "EUR"}, {"英镑", "GBP"}, {"日元", "JPY"}, {"日圆", "JPY"},
	{"¥", "¥"}, {"$", "$"},
}

// moneyMark is the currency that a short text names, "$" or "¥" where it only
// has the sign that several share, and "" where it names none.
func moneyMark(s string) string {
	s = strings.ToUpper(narrow(s))
	for _, m := range moneyMarks {
		if at := strings.Index(s, m.mark); at >= 0 && wholeWord(s, at, len(m.mark)) {
			return m.code
		}
	}
	return ""
}

// wholeWord reports whether no Latin letters stand at the ends of a match that
// is made of them.
func wholeWord(s string, at, n int) bool {
	latin := func(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' }
	if latin(s[at]) && at > 0 && latin(s[at-1]) {
		return false
	}
	return !latin(s[at+n-1]) || at+n == len(s) || !latin(s[at+n])
}
