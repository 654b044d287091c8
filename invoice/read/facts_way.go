package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// place takes a port or place.
func (f *facts) place(path string, to *invoice.Text, lines []line) {
	first := lines[0]
	if date, ok := wholeDate(first.text); ok && date.start == 0 || isFigure.MatchString(first.text) || len(first.text) > 200 {
		return
	}
	texts := []string{withoutStops(first.text)}
	if len(lines) > 1 && invoice.HasHan(lines[1].text) != invoice.HasHan(first.text) {
		texts = append(texts, withoutStops(lines[1].text))
	}
	f.setText(path, to, textOf(texts), first.where)
}

// withoutStops is a place without what ends its sentence; the point of U.A.E.
// is its own.
func withoutStops(text string) string {
	t := strings.Trim(text, " .,;，；")
	if pointed.MatchString(t) && strings.HasPrefix(text[strings.Index(text, t)+len(t):], ".") {
		t += "."
	}
	return t
}

var pointed = pattern.Lazily(`(?:^|[^\pL])(?:\pL\.)+\pL$`)

// routeForms are sentences that tell a journey: FROM NINGBO TO LOS ANGELES BY
// SEA, 由宁波至洛杉矶.
var (
	latinRoute = pattern.Lazily(`(?i)^(?:(?:the\s+)?(?:goods\s+)?(?:to be\s+|are\s+|is\s+)?(?:shipped|shipment|transport(?:ation|ed)?|delivery|goods|shipping|sailing|dispatched|per\s+\S+)\s*:?\s*)?((?:by|per|on|via)\s+(?:(?:m\.?v\.?|m/v|s\.?s\.?|s/s|vessel|flight|steamer)\b\.?\s*)?["“'\w][^,;]{1,40}?,?\s+)?(?:from|ex)\b\s*[:：]?\s*(.{2,60}?)\s*(?:,\s*)?(?:\bto\b|->|→|——)\s*[:：]?\s*(.{2,80}?)$`)
	hanRoute   = pattern.Lazily(`^(?:运输路线|路线)?[:：]?\s*(?:由|从|自)\s*[:：]?\s*([^至到运,，。]{2,30}?)\s*(?:港)?\s*(?:至|到|运往|运至)\s*[:：]?\s*([^,，。;；]{2,40})`)
	routeVia   = pattern.Lazily(`(?i)[,\s]+(?:via|in transit to|w/t at|with transhipment at)\s*[:：]?\s*(.{2,40}?)\s*(?:[,\s]+by\b.*)?$`)
	routeBy    = pattern.Lazily(`(?i)[,，\s(]+by\s*[:：]?\s*(sea|air|vessel|ocean|rail(?:way)?|train|truck|road|courier|express|sea freight|air freight|ship|steamer|land|dhl|fedex|ups)\b.*$`)
	hanBy      = pattern.Lazily(`[,，\s]*(海运|空运|铁路|陆运|汽运|快递|经海运|以海运)[^,，]*$`)
)

// betweenPlaces is a journey as signs give it: NINGBO / HAMBURG, 宁波—汉堡.
var betweenPlaces = pattern.Lazily(`^([^/→>—–~\d]{2,40}?)\s*(?:/|→|->|-->|—+|–|~|\s-+\s|至|到)\s*([^/→>—–~\d]{2,40})$`)

// isRoute reports whether a text tells a journey.
func isRoute(text string) bool {
	_, _, ok := routeOf(text)
	return ok
}

func routeOf(text string) (from, to string, ok bool) {
	t := tidy(text)
	if len(t) > 200 {
		return "", "", false
	}
	m := latinRoute.FindStringSubmatch(t)
	if m == nil {
		m = hanRoute.FindStringSubmatch(t)
	}
	if m == nil {
		return "", "", false
	}
	from, to = strings.TrimRight(m[len(m)-2], " "+labelBullets), m[len(m)-1]
	if len(m) == 4 && m[1] != "" {
		to += " " + m[1]
	}
	place := strings.TrimSuffix(to, passageForm.FindString(to))
	if sentence(from) || digitCount(from) > 3 || company(from) || letterCount(place) < 2 || digitCount(place) > 6 {
		return "", "", false
	}
	return from, to, true
}

// journey begins where a sentence tells it: …, from Ningbo to Hamburg by sea.
var (
	journey    = pattern.Lazily(`(?:\b(?:[Ff]rom|FROM)\s+\p{Lu}|(?:由|从)\p{Han})`)
	journeyEnd = pattern.Lazily(`(?i)\s*[,，;；.。]?\s*\b(?:within|not later|no later|before|on or before|on or about|latest|after|upon|during|in \d+|with(?:out)? (?:partial|trans)|partial|allowing|trans-?shipment)\b.*$|[,，;；。].*(?:天|日|月|分批|转运).*$|[;；。].*$`)
)

// journeyIn takes the journey that a sentence about the shipment tells.
func (f *facts) journeyIn(text, where string) {
	for line := range strings.SplitSeq(text, "\n") {
		m := journey.FindStringIndex(line)
		if m == nil {
			continue
		}
		from, to, ok := routeOf(journeyEnd.ReplaceAllString(line[m[0]:], ""))
		if ok && digitCount(from) == 0 && !strings.ContainsAny(from, "日起后定") {
			f.route(from, to, where)
			return
		}
	}
}

// routes takes journeys out of texts, before labels get their share of them.
func (f *facts) routes(a *area) {
	a.each(func(b *box) {
		if b.cell.Kind != grid.Text {
			return
		}
		for text := range strings.SplitSeq(b.cell.Text, "\n") {
			_, bare := cutBullet(text)
			from, to, ok := routeOf(bare)
			if !ok || journeyEnd.MatchString(to) && b.labelled() {
				continue
			}
			if end := journeyEnd.FindString(to); end != "" {
				to = strings.TrimSuffix(to, end)
				f.term(tidy(bare), b.cell.Where)
			}
			f.route(from, to, b.cell.Where)
			fold := tidy(text)
			for i := range b.segments {
				p := &b.segments[i]
				if p.text != "" && strings.Contains(fold, p.text) || p.text == "" && strings.Contains(fold, p.head) {
					p.taken = true
				}
			}
			a.drop(b)
		}
	})
}

// drop takes back what a box gave to entries whose segments are understood
// otherwise.
func (a *area) drop(b *box) {
	kept := a.entries[:0]
	for _, e := range a.entries {
		if e.segment.box == b && e.segment.taken {
			continue
		}
		kept = append(kept, e)
	}
	a.entries = kept
}

func (f *facts) route(from, to, where string) {
	o := &f.d.order
	if m := passageForm.FindString(to); m != "" && len(m) < len(to) {
		to = strings.TrimSpace(to[:len(to)-len(m)])
		f.passage(strings.Trim(m, " ,，;("), where)
	}
	to = strings.TrimSuffix(to, journeyEnd.FindString(to))
	if m := routeBy.FindStringSubmatch(to); m != nil {
		f.mode(line{text: m[1], where: where})
		to = strings.TrimSpace(to[:len(to)-len(m[0])])
	} else if m := hanBy.FindStringSubmatch(to); m != nil && len(m[0]) < len(to) {
		f.mode(line{text: m[1], where: where})
		to = strings.TrimSpace(to[:len(to)-len(m[0])])
	}
	if m := routeVia.FindStringSubmatch(to); m != nil {
		f.place("shipment.via", &o.Shipment.Via, []line{{text: m[1], where: where}})
		to = strings.TrimSpace(to[:len(to)-len(m[0])])
	}
	f.place("shipment.from", &o.Shipment.From, []line{{text: from, where: where}})
	f.place("shipment.to", &o.Shipment.To, []line{{text: to, where: where}})
}

// What may follow a journey: the vessel, its days.
var (
	passageForm = pattern.Lazily(`(?i)[,，;\s(]+(?:(?:on board|per|by|on|via)\s+)?(?:the\s+)?(?:(?:m\.?\s?v\.?|m/v|s\.?\s?s\.?|s/s|ocean vessel|vessel|flight(?:\s+no\.?)?)\s*[:：]?\s+\S.*|(?:etd|eta|sailing|departing|on or about|on/about)\b.*|(?-i:per\s+["“A-Z]).*)$`)
	vesselName  = pattern.Lazily(`(?i)^(?:(?:on board|per|by|on|via)\s+)?(?:the\s+)?(?:(?:m\.?\s?v\.?|m/v|s\.?\s?s\.?|s/s|ocean vessel|vessel|flight(?:\s+no\.?)?)\s*[:：]?\s+)?(\S.*)$`)
	passageDay  = pattern.Lazily(`(?i)[,，;\s(]*\b(etd|eta|sailing|departing|on or about|on/about)\b[^\d\pL]*(?:(?:on|or|about|date)\b\W*)*(.{6,24}?)(?:[,;，)]*\s*\b(?:etd|eta)\b|$)`)
)

// passage takes the vessel of a journey and its days.
func (f *facts) passage(text, where string) {
	for {
		m := passageDay.FindStringSubmatchIndex(text)
		if m == nil {
			break
		}
		to := field("shipment.etd")
		if strings.EqualFold(text[m[2]:m[3]], "eta") {
			to = "shipment.eta"
		}
		if d, ok := findDate(text[m[4]:m[5]]); ok {
			f.setDate(to, d, line{text: text[m[4]:m[5]], where: where})
		}
		text = text[:m[0]] + " " + text[m[5]:]
	}
	text = strings.TrimSpace(text)
	if m := vesselName.FindStringSubmatch(text); m != nil && letterCount(m[1]) > 2 && modeIn(text) == "" {
		f.vessel(&entry{segment: &segment{}, lines: []line{{text: m[1], where: where}}})
	}
}

// Rules of delivery as they are written, with their place.
var (
	ruleForm = pattern.Lazily(`(?i)(?:^|[^A-Za-z])(EXW|EX[\s-]?WORKS?|EX[\s-]?FACTORY|FCA|FAS|FOB|F\.O\.B\.?|CFR|C\.F\.R\.?|CNF|C\s?&\s?F|C AND F|CIF|C\.I\.F\.?|CIP|CPT|DAP|D\.A\.P\.?|DPU|DDP|D\.D\.P\.?|DAT|DDU|D\.D\.U\.?)(?:$|[^A-Za-z])`)
	edition  = pattern.Lazily(`(?i)[\s,(（]*\(?(as per|according to|under|in accordance with)?\s*(the\s+)?inco\s?terms?\s*®?\s*(\d{4})?.*$|[\s,(（]*国际贸易术语.*$|[\s,(（]*《?20[12]0\s*通则.*$`)
	hanRules = [...]struct{ word, rule string }{{"离岸价", "FOB"}, {"到岸价", "CIF"}, {"工厂交货", "EXW"}, {"出厂价", "EXW"}, {"成本加运费", "CFR"}, {"完税后交货", "DDP"}, {"成本加保险费加运费", "CIF"}, {"船上交货", "FOB"}, {"目的地交货", "DAP"}, {"货交承运人", "FCA"}}
)

// incotermIn is the first rule that a text names, with what stands behind it as
// its place.
func incotermIn(text string) (rule, place string, ok bool) {
	m := ruleForm.FindStringSubmatchIndex(text)
	if m == nil {
		for _, h := range hanRules {
			if i := strings.Index(text, h.word); i >= 0 {
				return h.rule, cleanPlace(text[i+len(h.word):]), true
			}
		}
		return "", "", false
	}
	rule = ruleCode(text[m[2]:m[3]])
	if rule == "" {
		return "", "", false
	}
	return rule, cleanPlace(text[m[3]:]), true
}

// beginsRule reports whether a text begins with a rule.
func beginsRule(text string) bool {
	for _, h := range hanRules {
		if strings.HasPrefix(text, h.word) {
			return true
		}
	}
	m := ruleForm.FindStringIndex(text)
	return m != nil && m[0] <= 1
}

// ruleSigns are what people write between a rule's letters.
var ruleSigns = strings.NewReplacer(".", "", " ", "", "-", "")

// ruleCode is the code of a rule, "" for those of earlier editions.
func ruleCode(written string) string {
	w := strings.ToUpper(ruleSigns.Replace(written))
	switch w {
	case "CNF", "C&F", "CANDF":
		return "CFR"
	case "EXWORKS", "EXWORK", "EXFACTORY":
		return "EXW"
	}
	if terms.Incoterms.Has(w) {
		return w
	}
	return ""
}

var placeEnd = pattern.Lazily(`(?i)[\n;；。]|\s{3,}|[,，/(（\s]*\b(?:US\s?\$|(?:USD|RMB|CNY|EUR|HKD|GBP|JPY|AUD|CAD|SGD|NZD|price|values?|cost|charges?|per unit|total|amount|unit price|in bulk|freight|shipment|payment|delivery|by sea|by air|terms?)\b)|[,，/(（\s]*(单价|总价|金额|价格|美元|人民币|价|术语|条款)|[$¥￥€£]`)

// cleanPlace is the named place of a rule: up to what is another thing.
func cleanPlace(text string) string {
	text = strings.TrimLeft(text, " \t.,:：，;/\\|()（）-–—'‘’\"")
	text = edition.ReplaceAllString(text, "")
	if m := placeEnd.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	if open := strings.IndexAny(text, ")）]"); open >= 0 && !strings.ContainsAny(text[:open], "(（[") {
		text = text[:open]
	}
	text = withoutStops(strings.Trim(text, " \t,:：，;/\\|-–—_'\""))
	if strings.HasSuffix(text, "(") || strings.HasSuffix(text, "（") {
		text = strings.TrimRight(text, " (（")
	}
	if len(text) > 80 || letterCount(text) < 2 || digitCount(text) > 5 || placeholder(text) || sentence(text) {
		return ""
	}
	if ruleForm.MatchString(text) {
		return ""
	}
	return text
}

// incoterm takes the terms of delivery.
func (f *facts) incoterm(e *entry) {
	first := e.lines[0]
	text := joinTexts(e.lines)
	rule, place, ok := incotermIn(text)
	if !ok {
		if m := ruleForm.FindStringSubmatch(text); m != nil {
			f.d.warn(Unread, "incoterm", first.where, "%s is no rule of Incoterms 2020", brief(text))
		} else if isPayment(text) {
			f.payment(e)
		} else if letterCount(text) > 1 {
			f.term(e.segment.head+": "+text, first.where)
		}
		return
	}
	f.setIncoterm(rule, place, first.where, false)
}

func (f *facts) setIncoterm(rule, place, where string, head bool) {
	i := &f.d.order.Incoterm
	switch {
	case i.Rule == "":
		i.Rule = rule
		f.d.found("incoterm.rule", where)
	case i.Rule != rule:
		f.competes("incoterm.rule", where, i.Rule, rule)
		return
	}
	if place != "" {
		f.setText("incoterm.place", &i.Place, textOf([]string{place}), where)
	}
}

var modeForms = [...]struct {
	mode string
	form *pattern.Pattern
}{
	{"multimodal", pattern.Lazily(`(?i)multi-?modal|多式联运|sea\s*[/&+-]\s*air|海空联运`)},
	{"express", pattern.Lazily(`(?i)\b(courier|express|dhl|fedex|ups|tnt)\b|快递|快件|特快`)},
	{"rail", pattern.Lazily(`(?i)\b(rail|railway|train)\b|铁路|铁运|班列`)},
	{"air", pattern.Lazily(`(?i)\b(air|airfreight|plane|airway|flight)\b|空运|航空`)},
	{"sea", pattern.Lazily(`(?i)\b(sea|ocean|vessel|ship|seafreight|steamer)\b|海运|船运|水运|水路|江海`)},
	{"road", pattern.Lazily(`(?i)\b(road|truck|trucking|land)\b|陆运|汽运|公路|卡车|卡航`)},
}

// modeIn is the means of transport that a text names.
func modeIn(text string) string {
	for _, m := range modeForms {
		if m.form.MatchString(text) {
			return m.mode
		}
	}
	return ""
}

func (f *facts) mode(l line) {
	if len(l.text) > 80 {
		return
	}
	f.set("shipment.mode", &f.d.order.Shipment.Mode, modeIn(l.text), l.where)
	if from, to, ok := routeOf(l.text); ok {
		f.route(from, to, l.where)
	} else if from, to, ok := signedRoute(l.text); ok {
		f.route(from, to, l.where)
	}
}

// signedRoute is a journey whose places a dash or an arrow parts: 上海 SHANGHAI —
// 汉堡 HAMBURG 海运 BY SEA.
func signedRoute(text string) (from, to string, ok bool) {
	m := routeSign.FindStringSubmatch(text)
	if m == nil || digitCount(text) > 0 || company(text) || sentence(text) {
		return "", "", false
	}
	to = strings.TrimSpace(tailMode.ReplaceAllString(m[2], ""))
	return m[1], to, letterCount(to) > 1 && letterCount(m[1]) > 1
}

var (
	routeSign = pattern.Lazily(`^([^→>—–:：]{2,40}?)\s*(?:→|-+>|—+|–)\s*([^→>—–:：]{2,50})$`)
	tailMode  = pattern.Lazily(`(?i)[\s,，(（]*(?:(?:海运|空运|铁路|铁运|陆运|汽运|卡航|快递)\s*/?\s*)?(?:by\s+(?:sea|air|ocean|vessel|rail(?:way)?|train|truck|road|courier|express)(?:\s+freight)?)?[)）.]*\s*$`)
)

var (
	voyageForm = pattern.Lazily(`(?i)^(.*?[A-Za-z\p{Han}].*?)\s*(?:/|\bV[./-]|\bVOY(?:AGE)?\b\.?(?:\s*NO\b\.?)?|航次号?)\s*[:：#]?\s*(?:V\.\s*)?([A-Z0-9][A-Z0-9-]{1,12})\.?$`)
	voyageTail = pattern.Lazily(`(?i)^(.*?[A-Za-z\p{Han}]{3}.*?)[\s,，]+([A-Z]{0,3}-?\d[A-Z0-9-]{1,12})\.?$`)
)

// unquoted takes the quotes off the name of a vessel.
var unquoted = strings.NewReplacer(`"`, "", "“", "", "”", "")

// vessel takes a vessel, and its voyage where they stand together.
func (f *facts) vessel(e *entry) {
	first := e.lines[0]
	s := &f.d.order.Shipment
	if _, plain := terms.Modes.Known(first.text); plain || modeIn(first.text) != "" && len(fold(first.text)) <= 12 && strings.HasPrefix(fold(first.text), "by") {
		f.mode(first)
		return
	}
	value := strings.Trim(unquoted.Replace(first.text), " ,;/")
	m := voyageForm.FindStringSubmatch(value)
	if head := fold(e.segment.head); m == nil && (strings.Contains(head, "voy") || strings.Contains(head, "航次")) {
		m = voyageTail.FindStringSubmatch(value)
	}
	if m != nil && digitCount(m[2]) > 0 {
		f.set("shipment.vessel", &s.Vessel, strings.Trim(m[1], " ,;/"), first.where)
		f.set("shipment.voyage", &s.Voyage, m[2], first.where)
		return
	}
	first.text = value
	f.text("shipment.vessel", &s.Vessel, first)
}
