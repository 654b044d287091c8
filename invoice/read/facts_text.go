package read

import (
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// placeholder reports whether a text only keeps a place for a value:
// {{number}}, ____, XXX, N/A.
func placeholder(text string) bool {
	t := strings.TrimSpace(text)
	if t == "" || strings.Contains(t, "{{") && strings.Contains(t, "}}") || strings.Contains(t, "${") {
		return true
	}
	if len(t) > 60 {
		return false
	}
	f := fold(t)
	switch f {
	case "", "na", "tba", "tbd", "tbc", "nil", "none", "null", "待定", "无", "暂无", "略", "填写", "待填", "toconfirm", "tobeadvised", "tobeconfirmed":
		return true
	}
	if len(f) >= 2 && strings.Trim(f, "x") == "" {
		return true
	}
	return strings.Contains(t, "___") && len(f) < 3
}

// Words that companies' names end with.
var (
	latinCompany = pattern.Lazily(`(?i)(\bco\.?\s*,?\s*\.?\s*(ltd|limited|inc|llc)\b\.?|\b(limited|ltd|llc|l\.l\.c|inc|incorporated|corp|corporation|gmbh|s\.r\.l|srl|s\.p\.a|spa|b\.v|bv|n\.v|nv|oy|oyj|aps|a/s|pty|pte|plc|llp|l\.p|ag|kg|sdn\.?\s*bhd|bhd|s\.a|s\.l|s\.a\.s|sas|sarl|ltda|eireli|kft|sp\.?\s*z\s*o\.?\s*o|d\.o\.o|doo|jsc|ooo|fze|fzco|fzc|fz-llc|k\.k|pvt|s\.a\.\s*de\s*c\.v|s de rl|sa de cv|c\.v|w\.l\.l|wll|company|co)\b\.?|\bco\.)`)
	looseCompany = pattern.Lazily(`(?i)\b(group|enterprises?|industr(y|ies|ial)|trading|factory|imports?|exports?|international|holdings?|store|shop|supply|manufactory|mfg|works|logistics|brokers?|warehouse|technolog(y|ies)|solutions|distribution|distributors?|wholesale|imp|exp|products|university|hospital|institute|brands|outdoors?|home|tools|amazon)\b`)
	hanCompany   = pattern.Lazily(`(有限责任公司|股份有限公司|有限公司|公司|工厂|集团|商行|经营部|贸易行|门市部|合作社|事务所|商社|企业|加工厂|制造厂|工贸|制品厂|服装厂|[一-龥]{2,}厂|[一-龥]{2,}店|研究院|研究所|大学|医院|中心)`)
)

// company reports whether a text names a company.
func company(text string) bool {
	return latinCompany.MatchString(text) || hanCompany.MatchString(text)
}

// firmEnd is what names of companies end with that have no legal form:
// … CRAFTS FACTORY, … Machine Works.
var (
	firmEnd = pattern.Lazily(`(?i)\b(factory|works|mills?|group|enterprises?|industr(y|ies)|manufactory|manufacturers?|trading|traders|trade|imports?|exports?|imp\.?\s*(&|and)\s*exp|holdings?|store|shop|workshop|studio|agency|cooperative|university|institute|hospital|brothers|bros|sons|partners|associates|distributors?|wholesalers?|logistics|solutions|technolog(y|ies)|electronics|products|supplies|warehouse)\.?$`)
	exWorks = pattern.Lazily(`(?i)\bex[\s-]*(works?|factory|mill|warehouse|store)`)
)

// firm reports whether a line of words is the name of a company, one without a
// legal form too.
func firm(text string) bool {
	return company(text) || firmEnd.MatchString(text) && len(strings.Fields(text)) > 1 && digitCount(text) == 0 &&
		!strings.ContainsAny(text, ",，:：;") && !sentence(text) && !exWorks.MatchString(text)
}

// paperNote reports whether a text is a note on the paper itself, as it stands
// under titles: (NO COMMERCIAL VALUE), ORIGINAL.
func paperNote(text string) bool {
	return len(text) < 100 && noteOnPaper.MatchString(text) && !company(text)
}

var noteOnPaper = pattern.Lazily(`(?i)^\W*(no commercial value|value for customs|for customs|not for (re)?sale|samples?,? (only|of no|no commercial)|original|copy|duplicate|draft|page \d|仅供|正本|副本|无商业价值|样品)`)

// Totals in words.
var (
	hanWords   = pattern.Lazily(`[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿貳叄陸]{2,}.*[元圆圓整正角分]`)
	latinWords = pattern.Lazily(`(?i)\b(dollars?|yuan|euros?|pounds?|cents?|yen|rmb|renminbi|usd|eur|cny|gbp|hkd|jpy)\b.*\bonly\b`)
	sayWords   = pattern.Lazily(`(?i)^\W*(total\s*:?\s*)?say\b`)
)

// wordsEnd is how totals in words end.
var wordsEnd = pattern.Lazily(`(?i)(\bonly\b\W*|[整正角分]\W*)$`)

// isWords reports whether a text is an amount in words.
func isWords(text string) bool {
	return len(text) < 600 && (sayWords.MatchString(text) && saysMuch(text) || latinWords.MatchString(text) || hanWords.MatchString(text) && !strings.Contains(text, "%"))
}

// saysMuch reports whether a text that begins with SAY goes on with an amount:
// no Say Cheese Ltd.
func saysMuch(text string) bool {
	return sayLabel.MatchString(text) || englishNumber.MatchString(text) || wordsEnd.MatchString(text) || invoice.HasHan(text) || currencyWord(text)
}

var sayLabel = pattern.Lazily(`(?i)\bsay\s*(?:[:：]|(?:total|us|u\.s|in)\b|$)`)

func currencyWord(text string) bool {
	_, ok := currencyIn(text)
	return ok
}

// wordsAlone is an amount in words without the label before it, "" where a text
// is none.
func wordsAlone(text string) string {
	if lower := strings.ToLower(text); !strings.ContainsAny(text, "元圆圓整正角分") && !strings.Contains(lower, "only") && !strings.Contains(lower, "say") {
		return "" // nearly all texts
	}
	bare := strings.TrimSpace(wordsHead.ReplaceAllString(text, ""))
	if !isWords(tidy(bare)) {
		return ""
	}
	return bare
}

// wordsHead is the label of an amount in words: 价税合计（大写）：
var wordsHead = pattern.Lazily(`(?is)^.{0,60}?(?:大\s*写|in words)[\s:：)）\]】]*`)

// splitLanguages cuts a text that says the same in two languages, one after
// the other: 宁波 NINGBO, "Ningbo (宁波)". A text of one language, or one that
// changes more than once, comes back whole.
func splitLanguages(text string) (zh, en string) {
	const (
		none = iota
		han
		latin
	)
	kind, changes, cut := none, 0, 0
	hans, letters := 0, 0
	digitAt := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	for _, w := range words(text) {
		next := none
		if isHan(w.folded) {
			next = han
			hans++
		} else if r := []rune(w.folded); len(r) > 1 && unicode.IsLetter(r[0]) && text[w.start] != '#' && !digitAt(w.start-1) && !digitAt(w.end) {
			next = latin
			letters += len(r)
		}
		if next != none && kind != none && next != kind {
			changes++
			cut = w.start
		}
		if next != none {
			kind = next
		}
	}
	if changes != 1 || hans < 2 || letters < 4 {
		if invoice.HasHan(text) {
			return text, ""
		}
		return "", text
	}
	a, b := trimJoint(text[:cut], text[cut:])
	if invoice.HasHan(a) {
		return a, b
	}
	return b, a
}

// trimJoint takes off what parts or encloses the second of two texts.
func trimJoint(a, b string) (string, string) {
	a = strings.TrimSpace(a)
	opened := strings.HasSuffix(a, "(") || strings.HasSuffix(a, "（") || strings.HasSuffix(a, "[")
	a = strings.TrimRight(a, " /|(（[-,，、—–:：;；")
	b = strings.TrimSpace(b)
	if opened {
		b = strings.TrimRight(b, " )）]")
	}
	return a, b
}

// textOf is a text of lines, each in the language that it is written in.
func textOf(lines []string) invoice.Text {
	var zh, en []string
	last := &en
	for _, l := range lines {
		z, e := splitLanguages(l)
		switch {
		case z != "" && e != "":
			zh, en = append(zh, z), append(en, e)
		case z != "":
			zh = append(zh, z)
			last = &zh
		case !strings.ContainsFunc(e, unicode.IsLetter):
			*last = append(*last, e)
		default:
			en = append(en, e)
			last = &en
		}
	}
	return invoice.Text{Zh: strings.Join(zh, "\n"), En: strings.Join(en, "\n")}
}

// texts are the texts of lines.
func texts(lines []line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.text)
	}
	return all
}

var (
	emailForm   = pattern.Lazily(`[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+`)
	websiteForm = pattern.Lazily(`(?i)\b(https?://|www\.)[^\s,;，；]+`)
	phoneForm   = pattern.Lazily(`(\+|\(|00)?\d[\d\s()\-./+]{5,}\d(\s*(ext|x|转|分机)\.?\s*\d+)?`)
	swiftForm   = pattern.Lazily(`\b[A-Z]{4}\s?[A-Z]{2}\s?[A-Z0-9]{2}\s?([A-Z0-9]{3})?\b`)
	isFigure    = pattern.Lazily(`^[^\pL\d]*([A-Z]{3}\s*)?[^\pL\d]*\d[\d,. ]*[^\pL\d]*([A-Za-z]{3})?$`)
)

func digitCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func letterCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// fits reports whether the text of another cell can be the value of a label.
func fits(f field, c *grid.Cell, text string) bool {
	if c.Unknown || placeholder(text) {
		return false
	}
	date := c.Kind == grid.Date
	if r := f.role(); r != "" && r != f {
		f = f[len(r):] // "buyer.tel"
	}
	switch {
	case strings.HasSuffix(string(f), ".number"), f == "number", f == "reference", f == "orders_1688":
		return !date && digitCount(text) > 0 && len(text) <= 120 && !company(text)
	case f == "seal":
		return !date && digitCount(text) > 2 && len(text) <= 80
	case strings.HasSuffix(string(f), "date"), f == "valid_until", f == "shipment.etd", f == "shipment.eta", f == "etd_eta", f == "lc.expiry", f == "lc.latest_shipment":
		_, ok := findDate(text)
		ok = ok || strings.HasPrefix(string(f), "lc.") && swiftDay.MatchString(text)
		return date || ok || f == "valid_until" || f == "shipment.date"
	case f == "currency":
		_, ok := currencyIn(text)
		return ok
	case f == "shipment.voyage":
		return !date && digitCount(text) > 0 && len(text) <= 24
	case f == "fba.reference":
		return digitCount(text) > 0 && len(strings.Fields(text)) == 1
	case f == "shipment.awb", f == "shipment.bl", f == "shipment.tracking", f == "fba.shipment":
		return !date && digitCount(text) >= 3 && len(text) < 80
	case strings.HasPrefix(string(f), "stated."), f == "total", f == "goods", f == "tax", f == "money":
		return !date && digitCount(cubicMetres.Replace(text)) > 0 && len(text) < 80
	case f.party() && labelWord(text):
		return false // another label, though one that is often a value
	case f == ".tel", f == ".mobile", f == ".fax":
		return digitCount(text) >= 5
	case f == ".email":
		return strings.Contains(text, "@")
	case f == "bank.account", f == "bank.cnaps", f == "bank.iban", f == "bank.routing":
		return digitCount(text) >= 5
	case f == "bank.swift":
		return letterCount(text) >= 4 && !strings.ContainsAny(text, ",，")
	case f == ".tax_id":
		return digitCount(text) >= 4
	case f == "words":
		return letterCount(text) > 3
	case f == "payment", f == "delivery", f == "notes", f == "terms", f == "marks", f == "inspection", f == "packing", f == "container", f == unknown, f == "salesman", f == "page":
		return titleKind(text) == unknownPaper
	}
	return !date && letterCount(text) > 1 && (titleKind(text) == unknownPaper || f.relative()) && !isFigure.MatchString(text)
}

// bareValue reports whether what follows a label without a colon is its value.
func bareValue(m match, head, rest string) bool {
	t := tidy(rest)
	if placeholder(t) || strings.ContainsAny(t, "{}") {
		return false
	}
	lower := unicode.IsLower([]rune(t)[0])
	f := m.field
	switch {
	case f == "words":
		return isWords(head + " " + t)
	case strings.HasSuffix(string(f), ".number"), f == "number":
		last := fold(head)
		if last == "invoice" && digitCount(t) >= 3 && len(strings.Fields(t)) == 1 {
			return true // Invoice INV/2023/0008
		}
		if d := datedNumber.FindStringIndex(t); d != nil {
			t = t[:d[0]]
		}
		numbered := strings.HasSuffix(last, "no") || strings.HasSuffix(last, "nr") || strings.HasSuffix(last, "num") || strings.HasSuffix(last, "nbr") || strings.HasSuffix(last, "nos") || strings.HasSuffix(last, "number") || strings.HasSuffix(last, "号") || strings.HasSuffix(last, "号码")
		return numbered && digitCount(t) > 0 && len(strings.Fields(t)) <= 3 && len(t) <= 40 && (f != "number" || len(strings.Fields(t)) == 1)
	case strings.HasSuffix(string(f), "date"), f == "valid_until", f == "shipment.etd", f == "shipment.eta":
		_, ok := wholeDate(t)
		return ok
	case f == "currency":
		_, ok := terms3(t)
		return ok
	case f == "incoterm":
		rule, _, ok := incotermIn(t)
		return ok && rule != ""
	case f.party():
		if m.weak && f != "to" || f == "to" && !company(t) {
			return false
		}
		return !lower && len(t) < 200 && (company(t) || strings.HasSuffix(fold(head), "messrs") || fold(head) == "ms" || (strings.HasSuffix(fold(head), "to") && f != "to" && f != "ship_to" && len(strings.Fields(t)) <= 6))
	case f == "shipment.from", f == "shipment.to", f == "shipment.via", f == "shipment.receipt", f == "shipment.final":
		t = strings.TrimRight(t, ".。")
		return !m.weak && !lower && len(t) <= 50 && !strings.ContainsAny(t, ".;；。") && letterCount(t) > 2
	case f == ".tel", f == ".fax", f == ".mobile":
		number := phoneForm.FindString(t)
		return len(fold(head)) > 1 && digitCount(t) >= 6 && (letterCount(t) < 8 || digitCount(number) >= 7 && strings.HasPrefix(t, number))
	case f == ".email":
		return emailForm.MatchString(t)
	case f == ".website":
		return websiteForm.MatchString(t)
	case f == ".contact":
		return !lower && len(t) <= 40 && len(strings.Fields(t)) <= 4 && strings.HasPrefix(fold(head), "att") && !company(t) && digitCount(t) == 0
	case f == ".tax_id", f == "rule":
		return taxNumber(t)
	case f == ".mid":
		return digitCount(t) >= 6 && len(strings.Fields(t)) <= 2
	case f == ".address":
		h := fold(head)
		return (h == "add" || h == "addr" || h == "地址" || h == "address") && digitCount(t)+strings.Count(t, ",") > 0 && len(t) > 12 && !lower
	case f == "bank.swift":
		t, _, _ = strings.Cut(t, ",")
		return swiftForm.MatchString(t) && len(strings.Fields(t)) <= 3
	case f == "bank.account":
		t, _, _ = strings.Cut(t, ",")
		return digitCount(t) >= 8 && letterCount(t) <= 6
	case f == "bank.cnaps", f == "bank.iban", f == "bank.routing":
		return digitCount(t) >= 6 && letterCount(t) <= 6
	case f == "shipment.awb":
		return waybillForm.MatchString(t)
	case f == "payment":
		return isPayment(t)
	case f == "lc.issuing_bank":
		return !lower && bankish(t)
	case f == "container":
		return containerForm.MatchString(t)
	case f == "page":
		return pageOf.MatchString(t)
	case fold(head) == "net", fold(head) == "gross":
		return leadingFigure.MatchString(t) && len(t) < 30 && kiloFigure.MatchString(t) // no Net 30 days
	case f == "stated.gross", f == "stated.net", f == "stated.cbm", f == "stated.packages":
		return leadingFigure.MatchString(t) && len(t) < 30
	case f == "total":
		return isFigure.MatchString(t)
	case f == "origin":
		_, ok := countryIn(t)
		return ok && strings.Contains(fold(head), "origin") || ok && fold(head) == "madein"
	case f == "bank.beneficiary":
		return company(t) && !lower && len(t) < 100
	}
	return false
}

// taxNumber reports whether a text is a number as tax offices give them: DE 123
// 456 789, B-84512367, 12.345.678/0001-95.
func taxNumber(text string) bool {
	return digitCount(text) >= 6 && letterCount(text) <= 6 && taxForm.MatchString(text)
}

var taxForm = pattern.Lazily(`^[A-Z]{0,4}[\s.-]?[A-Z0-9]+(?:[\s./-]{1,3}[A-Z0-9]+){0,5}$`)

var pageOf = pattern.Lazily(`(?i)^\d{1,3}(\s*(of|/|-)\s*\d{1,3})?\W*$`)

// kiloFigure is a figure in a unit of weight.
var kiloFigure = pattern.Lazily(`(?i)\d\s*(kgs?|kilos?|公斤|千克|㎏)\b`)

var leadingFigure = pattern.Lazily(`^[^\pL\d]*\d`)

// cutOff reports whether a text ends at its cell's edge: with an ellipsis, or
// within a bracket.
func cutOff(text string) bool {
	t := strings.TrimSpace(text)
	if strings.HasSuffix(t, "…") || strings.HasSuffix(t, "...") && !strings.HasSuffix(t, "....") {
		return true
	}
	open := strings.Count(t, "(") + strings.Count(t, "（")
	closed := strings.Count(t, ")") + strings.Count(t, "）")
	return open > closed && strings.LastIndexAny(t, "(（") > strings.LastIndexAny(t, ")）")
}
