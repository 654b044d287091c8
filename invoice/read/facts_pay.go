package read

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

var (
	wireForm = pattern.Lazily(`(?i)\bT\s?\.?\s?/?\s?T\b|\b(wire|telegraphic|bank)\s+transfer|电汇|银行转账|\bTT\b|\bwire\b`)
	lcForm   = pattern.Lazily(`(?i)\bL\s?/\s?C\b|letter of credit|信用证|\bL\.C\.|(?-i:\bLC\b)`)
	elseForm = pattern.Lazily(`(?i)\bD\s?/\s?[PA]\b|\bO\s?/\s?A\b|\b(?-i:OA)\b|western union|paypal|\bcash\b|现金|托收|西联|\bCAD\b|赊销|alipay|支付宝|wechat pay|trade assurance|信保`)
)

// methodIn is the means of payment that a text names.
func methodIn(text string) string {
	lower := strings.ToLower(text)
	switch {
	case lcForm.MatchString(text):
		return "lc"
	case wireForm.MatchString(text):
		return "wire"
	case strings.Contains(lower, "payoneer"):
		return "payoneer"
	case strings.Contains(lower, "worldfirst") || strings.Contains(lower, "world first") || strings.Contains(text, "万里汇"):
		return "worldfirst"
	case pattern.Lazily(`(?i)\b(wise|transferwise)\b`).MatchString(text):
		return "wise"
	case strings.Contains(text, "跨境宝"):
		return "kjb"
	case elseForm.MatchString(text):
		return "other"
	}
	return ""
}

// isPayment reports whether a text tells how is paid.
func isPayment(text string) bool {
	return len(text) < 400 && (wireForm.MatchString(text) || lcForm.MatchString(text) && !strings.Contains(strings.ToLower(text), "no.")) ||
		percentForm.MatchString(text) && duePart.MatchString(text)
}

var duePart = pattern.Lazily(`(?i)deposit|balance|in advance|定金|订金|余款|尾款|预付`)

// payment takes how and when is paid. What is no schedule is kept in its own
// words among the terms.
func (f *facts) payment(e *entry) {
	first := e.lines[0]
	text := joinTexts(e.lines)
	if rule, place, ok := incotermIn(text); ok && !isPayment(text) {
		f.setIncoterm(rule, place, first.where, false)
		return
	}
	if isFigure.MatchString(text) || e.segment.field == "payment" && letterCount(text) < 2 {
		return
	}
	if rule, place, ok := incotermIn(first.text); ok && len(e.lines) == 1 {
		f.setIncoterm(rule, place, first.where, false)
	}
	f.pay(f.clauses(text, first.where), e.segment.head, first.where)
}

// clauses takes what else stands in a clause of payment, and leaves the words
// about the payment.
func (f *facts) clauses(text, where string) string {
	f.lcIn(text, where)
	var kept []string
	for s := range strings.SplitSeq(sentenceGap.ReplaceAllString(text, "$1\x00"), "\x00") {
		s = strings.TrimSpace(s)
		switch rule, place, ok := incotermIn(s); {
		case ok && beginsRule(s) && !percentForm.MatchString(s) && !isPayment(s):
			f.setIncoterm(rule, place, where, false)
		case deliveryStart.MatchString(s) && !percentForm.MatchString(s):
			at := line{text: deliveryStart.ReplaceAllString(s, ""), where: where}
			f.delivery(&entry{segment: &segment{head: "Delivery"}, lines: []line{at}})
		case s != "":
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " ")
}

var (
	sentenceGap   = pattern.Lazily(`([;；。\n]|[^.\s]{3}\.)(?:\s+|$)`)
	deliveryStart = pattern.Lazily(`(?i)^(?:delivery|shipment|lead time)\s*(?:time|date)?\s*[:：]?\s*(?:is\s+)?|^交货期?[:：]?`)
)

// Sentences that tell of a letter of credit.
var (
	lcNumber = pattern.Lazily(`(?i)(?:\bL\s?[/.]?\s?C\b|letter of credit|documentary credit|信用证)[^;\n]{0,40}?(?:\bno|\bnumber|\bnr|号码?|编号)\s*[.:：#]*\s*([A-Z0-9][A-Z0-9/-]{4,})`)
	lcDate   = pattern.Lazily(`(?i)^[\s,，]*(?:dated?|of|开证日期?)\s*[:：]?\s*(.{6,20})`)
	lcBank   = pattern.Lazily(`(?i)(?:issued by|issuing bank|opened by|opening bank|established by|开证行)\s*[:：]?\s*(\S.{3,150}?)\s*(?:$|[;\n]|\.\s|\.$|,?\s*\bdated\b)`)
)

// lcIn takes a letter of credit out of a sentence.
func (f *facts) lcIn(text, where string) bool {
	m := lcNumber.FindStringSubmatchIndex(text)
	if m == nil || digitCount(text[m[2]:m[3]]) < 3 {
		return false
	}
	lc := &f.d.order.LC
	number := text[m[2]:m[3]]
	if strings.HasPrefix(text[m[2]:], lc.Number) && len(lc.Number) > len(number) {
		number = lc.Number // with blanks in it: M0612 602 NU 00318
	}
	f.set("lc.number", &lc.Number, number, where)
	rest := text[m[2]+len(number):]
	if d := lcDate.FindStringSubmatch(rest); d != nil {
		if day, ok := findDate(d[1]); ok {
			f.setDate("lc.date", day, line{text: d[1], where: where})
		}
	}
	if b := lcBank.FindStringSubmatch(text); b != nil {
		f.set("lc.issuing_bank", &lc.IssuingBank, strings.Trim(b[1], " ,，."), where)
	}
	if method := &f.d.order.Payment.Method; *method == "" {
		f.set("payment.method", method, "lc", where)
	}
	return true
}

func (f *facts) pay(text, head, where string) {
	p := &f.d.order.Payment
	f.set("payment.method", &p.Method, methodIn(text), where)
	if len(p.Schedule) > 0 {
		switch other := instalmentsOf(text); {
		case len(other) == 0:
			f.payTerm(text, head, where)
		case !sameSchedule(other, p.Schedule):
			f.competes("payment.schedule", where, "a schedule", brief(text))
		default:
			addLanguage(p.Schedule, other)
		}
		return
	}
	s := instalmentsOf(text)
	if len(s) == 0 { // another sentence may tell of other orders' payment
		if m := sentenceGap.FindStringSubmatchIndex(text); m != nil && m[1] < len(text) {
			if s = scheduleOf(text[:m[3]]); len(s) > 0 {
				f.term(text, where)
			}
		}
	}
	if len(s) > 0 {
		p.Schedule = s
		f.d.found("payment.schedule", where)
		for i := range s {
			f.d.found("payment.schedule["+strconv.Itoa(i)+"]", where)
		}
		return
	}
	f.payTerm(text, head, where)
}

// payTerm keeps what is said of the payment in its own words, unless it names
// the means alone.
func (f *facts) payTerm(text, head, where string) {
	if strings.Trim(fold(text), "tbankrsfewic电汇") == "" || letterCount(text) < 3 && digitCount(text) == 0 {
		return // the method alone
	}
	label := "Payment"
	if invoice.HasHan(text) {
		label = "付款方式"
	}
	if head != "" {
		label = head
	}
	f.term(label+": "+text, where)
}

// instalmentsOf are a text's instalments, or the one that credit gives.
func instalmentsOf(text string) []invoice.Instalment {
	if s := scheduleOf(text); len(s) > 0 {
		return s
	}
	return creditOf(text)
}

// addLanguage gives instalments the words that the same ones have in the other
// language.
func addLanguage(s, other []invoice.Instalment) {
	for i := range s {
		a, b := &s[i].Due, other[i].Due
		if a.Zh == "" && b.En == "" {
			a.Zh = b.Zh
		} else if a.En == "" && b.Zh == "" {
			a.En = b.En
		}
	}
}

func sameSchedule(a, b []invoice.Instalment) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !a[i].Percent.Equal(b[i].Percent) || a[i].Rest != b[i].Rest {
			return false
		}
	}
	return true
}

var (
	clauseEnd = pattern.Lazily(`(?i)[,，;；、\n。+&]|\band\b|及|和`)
	restForm  = pattern.Lazily(`(?i)\b(balance|rest|remaining|remainder|the remains)\b|余款|尾款|余额|剩余|其余`)
	payWords  = pattern.Lazily(`(?i)^(?:[\s.:：,，]|by\s+T\s?/\s?T\b|T\s?/\s?T\b|T/T\b|TT\b|wire transfer|电汇|as\b|of\b|the\b|should be paid|to be paid|is to be paid|paid|payment|支付)+`)
)

// scheduleOf is a text's instalments, if their percents, or those and a
// remainder, make the whole.
func scheduleOf(text string) []invoice.Instalment {
	text = unparted.ReplaceAllString(percentWord.ReplaceAllString(text, "$1%"), "$1, $2")
	if m := bareShares.FindStringSubmatch(text); m != nil {
		text = m[1] + "%, " + m[2] + "%"
	}
	marks := percentForm.FindAllStringSubmatchIndex(text, -1)
	if len(marks) == 0 || len(marks) > 8 {
		return nil
	}
	var parts []invoice.Instalment
	sum := decimal.Zero
	rest := 0
	for _, clause := range payClauses(text) {
		ms := percentForm.FindAllStringSubmatch(clause, -1)
		i := invoice.Instalment{}
		switch {
		case len(ms) > 1:
			return nil
		case len(ms) == 1:
			a, ok := invoice.ParseAmount(ms[0][1])
			if !ok {
				return nil
			}
			i.Percent = a
			sum = sum.Add(a.Decimal())
			clause = strings.Replace(clause, ms[0][0], "", 1)
		default:
			i.Rest = true
			rest++
		}
		i.Due = textOf([]string{dueWords(clause)})
		parts = append(parts, i)
	}
	hundred := decimal.NewFromInt(100)
	if rest == 0 && sum.Equal(hundred) || rest == 1 && sum.Sign() > 0 && sum.LessThan(hundred) {
		return parts
	}
	return nil
}

var (
	percentWord = pattern.Lazily(`(?i)(\d)\s*per\s?cents?\b`)
	bareShares  = pattern.Lazily(`(?i)^\W*T\s?/?\s?T\W*(\d{2})\s*[/:：-]\s*(\d{2})\W*$`) // T/T 30/70
)

// unparted are two instalments with nothing between: 30% deposit 70% before
// shipment.
var unparted = pattern.Lazily(`(?i)(\d\s*[%％][^%％,，;；、.。\n+&]*?\b(?:deposit|advance|order|prepaid|prepayment|down\s?payment|before|shipment|t/t|定金|订金|预付)\b)\s+(\d{1,3}(?:\.\d+)?\s*[%％])`)

// payClauses cuts a text into clauses of one instalment each.
func payClauses(text string) []string {
	var clauses []string
	start := 0
	cut := func(end int) {
		part := text[start:end]
		starts := percentForm.MatchString(part) || restForm.MatchString(part)
		if n := len(clauses); n > 0 && !(starts && complete(clauses[n-1])) {
			clauses[n-1] += part
		} else {
			clauses = append(clauses, part)
		}
		start = end
	}
	for _, m := range clauseEnd.FindAllStringIndex(text, -1) {
		cut(m[1])
	}
	cut(len(text))
	return clauses
}

// complete reports whether a clause names its share.
func complete(clause string) bool {
	return percentForm.MatchString(clause) || restForm.MatchString(clause)
}

// dueWords are the words of a clause that tell when its share is due.
func dueWords(clause string) string {
	t := tidy(strings.ReplaceAll(clause, "\n", " "))
	t = strings.TrimRight(t, " ,，;；、。.+&")
	t = pattern.Lazily(`(?i)[\s,]+and$`).ReplaceAllString(t, "")
	return strings.TrimSpace(payWords.ReplaceAllString(t, ""))
}

var (
	chargesOur = pattern.Lazily(`(?i)\b(OUR)\b|by (the )?(buyer|applicant|remitter)|买方承担|付款人承担`)
	chargesSha = pattern.Lazily(`(?i)\bSHA(RED?)?\b|双方|各自`)
	chargesBen = pattern.Lazily(`(?i)\bBEN\b|by (the )?(seller|beneficiary)|卖方承担|收款人承担`)
)

// bankCharges takes who bears the banks' charges.
func (f *facts) bankCharges(l line) {
	code := ""
	switch {
	case chargesSha.MatchString(l.text):
		code = "sha"
	case chargesBen.MatchString(l.text):
		code = "ben"
	case chargesOur.MatchString(l.text):
		code = "our"
	}
	f.set("payment.bank_charges", &f.d.order.Payment.BankCharges, code, l.where)
	if code == "" && digitCount(l.text) > 0 {
		f.d.warn(Unread, "payment.bank_charges", l.where, "not understood: bank charges: %s", brief(l.text))
	}
}
