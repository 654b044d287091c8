package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

var (
	refused = pattern.Lazily(`(?i)\b(not|no|prohibited|forbidden|disallowed)\b|不允许|不可|禁止|不准|否`)
	granted = pattern.Lazily(`(?i)\b(allowed|permitted|yes|acceptable|allow)\b|允许|可以|可|准许|是`)
)

// permission takes whether partial shipments and transshipment are allowed.
func (f *facts) permission(e *entry) {
	first := e.lines[0]
	code := ""
	switch {
	case refused.MatchString(first.text):
		code = "not_allowed"
	case granted.MatchString(first.text):
		code = "allowed"
	}
	if len(first.text) > 60 {
		return
	}
	s := &f.d.order.Shipment
	if e.segment.field != "shipment.transshipment" {
		f.set("shipment.partial", &s.Partial, code, first.where)
	}
	if e.segment.field != "shipment.partial" {
		f.set("shipment.transshipment", &s.Transshipment, code, first.where)
	}
}

// deadline is a day that something comes before.
var deadline = pattern.Lazily(`(?i)\b(before|latest|not? later|prior to|within|until)\b|之前|以前|日前|最迟|不迟于|不晚于`)

// Permissions as sentences give them: partial shipments not allowed.
var (
	partialSaid  = pattern.Lazily(`(?i)\bpartial\s+shipments?\s*(?:and\s+trans?-?\s?shipments?\s*)?[:：]?\s*(?:is|are|be|to be)?\s*(not\s+allowed|not\s+permitted|prohibited|forbidden|allowed|permitted)|分批(?:装运|发运)?[:：]?\s*(不允许|不准|禁止|允许|可以)|(不允许|不准|禁止|允许|可)分批`)
	transferSaid = pattern.Lazily(`(?i)\btran(?:s-?\s?)?shipments?\s*[:：]?\s*(?:is|are|be|to be)?\s*(not\s+allowed|not\s+permitted|prohibited|forbidden|allowed|permitted)|(?:转运|转船)[:：]?\s*(不允许|不准|禁止|允许|可以)|(不允许|不准|禁止|允许|可)(?:转运|转船)`)
)

// permissions takes out of a sentence whether partial shipments and
// transshipment are allowed.
func (f *facts) permissions(text, where string) {
	s := &f.d.order.Shipment
	for _, p := range [...]struct {
		path string
		to   *string
		said *pattern.Pattern
	}{{"shipment.partial", &s.Partial, partialSaid}, {"shipment.transshipment", &s.Transshipment, transferSaid}} {
		m := p.said.FindString(text)
		switch {
		case m == "" || *p.to != "":
		case refused.MatchString(m):
			f.set(p.path, p.to, "not_allowed", where)
		default:
			f.set(p.path, p.to, "allowed", where)
		}
	}
}

var deliveryDays = pattern.Lazily(`(?i)(\d{1,3})\s*(?:-\s*\d+)?\s*(?:calendar |working |work |natural )?(?:days?|个?工作日|天|日)`)

// delivery takes the time of delivery in its own words, and its days where they
// can be told.
func (f *facts) delivery(e *entry) {
	first := e.lines[0]
	text := joinTexts(e.lines)
	o := &f.d.order
	f.permissions(text, first.where)
	if from, to, ok := routeOf(first.text); ok && !journeyEnd.MatchString(to) {
		f.route(from, to, first.where)
		return
	}
	if from, to, ok := signedRoute(first.text); ok {
		f.route(from, to, first.where)
		f.set("shipment.mode", &o.Shipment.Mode, modeIn(first.text), first.where)
		return
	}
	if rule, place, ok := incotermIn(first.text); ok && len(first.text) < 60 {
		f.setIncoterm(rule, place, first.where, false)
		return
	}
	if mode := modeIn(first.text); mode != "" && len(fold(first.text)) <= 16 && digitCount(text) == 0 {
		f.mode(first)
		return
	}
	if first.cell != nil && first.cell.Date != "" && e.segment.field == "delivery" {
		text = string(first.cell.Date)
	}
	if d, ok := wholeDate(text); ok && d.doubt == "" && shipping(e.segment.head) && !deadline.MatchString(text) {
		f.setDate("shipment.date", d, first)
		return
	}
	f.journeyIn(text, first.where)
	f.setText("delivery.text", &o.Delivery.Text, textOf(strings.Split(text, "\n")), first.where)
	m := deliveryDays.FindStringSubmatch(hanDay.ReplaceAllString(text, ""))
	if m == nil || strings.Count(text, m[1]) != 1 || o.Delivery.Days.Given() {
		return
	}
	after := ""
	lower := strings.ToLower(text)
	switch {
	case strings.Contains(lower, "deposit") || strings.Contains(text, "定金") || strings.Contains(text, "订金") || strings.Contains(text, "预付款"):
		after = "deposit"
	case strings.Contains(lower, "l/c") || strings.Contains(lower, "letter of credit") || strings.Contains(text, "信用证"):
		after = "lc"
	case strings.Contains(lower, "approv") || strings.Contains(text, "确认样") || strings.Contains(text, "样品确认"):
		after = "approval"
	case strings.Contains(lower, "order") || strings.Contains(text, "下单") || strings.Contains(text, "订单"):
		after = "order"
	}
	if days, ok := invoice.ParseAmount(m[1]); ok && after != "" && !strings.Contains(m[0], "-") {
		o.Delivery.Days, o.Delivery.After = days, after
		f.d.found("delivery.days", first.where)
		f.d.found("delivery.after", first.where)
	}
}

// hanDay is a day of the calendar, whose number counts no days: 3月15日.
var hanDay = pattern.Lazily(`\d{1,2}\s*月\s*\d{1,2}\s*[日号]`)

// shipping reports whether a label is of the shipment rather than of delivery.
func shipping(head string) bool {
	h := fold(head)
	return strings.Contains(h, "ship") || strings.Contains(h, "装运") || strings.Contains(h, "发货") || strings.Contains(h, "出运")
}

var percentForm = pattern.Lazily(`(\d{1,3}(?:\.\d+)?)\s*[%％]`)

// insurance takes who insures and for how much.
func (f *facts) insurance(e *entry) {
	first := e.lines[0]
	text := joinTexts(e.lines)
	if digitCount(text) > 0 && !percentForm.MatchString(text) && isFigure.MatchString(first.text) {
		f.unread(e)
		return
	}
	i := &f.d.order.Insurance
	lower := strings.ToLower(text)
	switch {
	case strings.Contains(lower, "buyer") || strings.Contains(text, "买方") || strings.Contains(text, "需方"):
		f.set("insurance.by", &i.By, "buyer", first.where)
	case strings.Contains(lower, "seller") || strings.Contains(text, "卖方") || strings.Contains(text, "供方"):
		f.set("insurance.by", &i.By, "seller", first.where)
	}
	if m := percentForm.FindStringSubmatch(text); m != nil && !i.Percent.Given() {
		if a, ok := invoice.ParseAmount(m[1]); ok && len(m[1]) <= 3 {
			i.Percent = a
			f.d.found("insurance.percent", first.where)
		}
	}
	if letterCount(text) > 12 {
		f.setText("insurance.clauses", &i.Clauses, textOf(texts(e.lines)), first.where)
	}
}

// origin takes the country of origin.
func (f *facts) origin(l line) {
	if m := sentenceGap.FindStringIndex(l.text); m != nil {
		if rest := strings.TrimSpace(l.text[m[1]:]); letterCount(rest) > 8 {
			f.note(line{text: rest, where: l.where})
		}
		l.text = l.text[:m[0]] + strings.TrimRight(l.text[m[0]:m[1]], " ;；。.")
	}
	if chineseGoods.MatchString(l.text) {
		l.text = "China"
	}
	if code, ok := countryIn(l.text); ok {
		f.set("origin", &f.d.order.Origin, code, l.where)
		return
	}
	if code := placeCountry(textOf([]string{l.text})); code != "" && len(l.text) < 80 {
		f.set("origin", &f.d.order.Origin, code, l.where)
	}
}

var chineseGoods = pattern.Lazily(`(?i)^\W*chinese(?:\s+(?:goods|origin|made))?\W*$`)

// marks takes shipping marks, line for line; the country of origin may be one.
func (f *facts) marks(e *entry) {
	for _, l := range e.lines {
		if madeIn.MatchString(l.text) && len(l.text) < 40 && f.d.order.Origin == "" {
			f.origin(l)
		}
	}
	f.set("marks", &f.d.order.Marks, joinTexts(e.lines), e.lines[0].where)
}

func (f *facts) purpose(l line) {
	if code, ok := terms.Purposes.Known(l.text); ok {
		f.set("purpose", &f.d.order.Purpose, code, l.where)
		return
	}
	for _, w := range words(l.text) {
		if code, ok := terms.Purposes.Known(w.folded); ok {
			f.set("purpose", &f.d.order.Purpose, code, l.where)
			return
		}
	}
}
