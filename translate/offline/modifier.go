package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// modifier is what stands before a verb beside its subject: a modal, an adverb, a
// time, a place, the one who does it.
type modifier struct {
	length int // bytes
	apply  func(*statement) bool
}

// modifiers gives the modifiers a text may begin with, the surest first.
func (k *knowledge) modifiers(text string, way reading) []modifier {
	var found []modifier
	add := func(length int, apply func(*statement) bool) { found = append(found, modifier{length, apply}) }
	if en, length := k.timeAtAs(text, way); length > 0 {
		add(length, func(s *statement) bool { s.when = append(s.when, en); return true })
	}
	for _, n := range []int{6, 5, 4, 3, 2, 1} {
		head := firstRunes(text, n)
		if head == "" {
			continue
		}
		length := len(head)
		if m, ok := modals[head]; ok && !(head == "将" && k.objectAhead(text[length:])) {
			add(length, func(s *statement) bool {
				if s.modal != noModal {
					return false
				}
				s.modal = m
				return true
			})
		}
		if en, ok := means[head]; ok {
			add(length, func(s *statement) bool { s.manner = append(s.manner, en); return !s.polite || s.subject == "" })
		}
		if en, ok := adverbs[head]; ok {
			add(length, func(s *statement) bool { s.manner = append(s.manner, en); return true })
		}
		switch head {
		case "请", "敬请", "烦请", "请务必":
			add(length, func(s *statement) bool {
				if s.subject != "" && s.modal == noModal { // 货物请于周五前送到
					s.modal = shallDo
					return !s.party
				}
				s.polite = true
				return s.subject == ""
			})
		case "不", "概不", "恕不", "一律不", "不予":
			add(length, func(s *statement) bool {
				if s.negative, s.modal = s.conditional, shallNot; s.conditional {
					s.modal = noModal
				}
				return !s.polite && (s.subject != "" || len(s.when) > 0)
			})
		case "已", "已经", "均已", "都已":
			add(length, func(s *statement) bool {
				s.done = true
				s.all = s.all || strings.ContainsAny(head, "均都")
				return true
			})
		case "均", "都", "全部", "均须", "均需", "均应":
			add(length, func(s *statement) bool {
				s.all = true
				if rest := strings.TrimPrefix(head, "均"); rest != "" && rest != head {
					s.modal = modals[rest]
				}
				return s.subject != ""
			})
		case "预计", "预期", "计划", "拟", "预计于", "计划于":
			add(length, func(s *statement) bool { s.expected = true; return !s.polite })
		case "负责":
			add(length, func(s *statement) bool {
				s.responsible = true
				return s.modal == noModal && (s.party || s.agent != "")
			})
		case "有权":
			add(length, func(s *statement) bool { s.modal = entitled; return s.party })
		case "未", "尚未", "没有", "没":
			add(length, func(s *statement) bool { s.negative = true; return true })
		}
	}
	return append(found, k.phrasesBefore(text)...)
}

// means are how things are sent or paid, before the verb: 快递寄给买方.
var means = map[string]string{"快递": "by courier", "空运": "by air", "海运": "by sea", "陆运": "by land", "铁路": "by rail", "铁运": "by rail", "卡车": "by truck", "电汇": "by T/T", "邮件": "by e-mail", "电子邮件": "by e-mail", "传真": "by fax", "电话": "by telephone", "短信": "by text message", "微信": "by WeChat", "现金": "in cash", "支票": "by check"}

// phrasesBefore gives prepositional phrases, the agent behind 由 and the object
// behind 将 and 把.
func (k *knowledge) phrasesBefore(text string) []modifier {
	var found []modifier
	if m := inParts.FindStringSubmatch(text); m != nil {
		number, _ := readNumber(m[1])
		parts := map[string]string{"期": "installments", "次": "installments", "批": "lots", "批次": "lots", "柜": "containers", "个柜": "containers"}[m[2]]
		found = append(found, modifier{len(m[0]), func(s *statement) bool { s.manner = append(s.manner, "in "+number+" "+parts); return true }})
	}
	if place, length := k.placeAt(text); length > 0 {
		found = append(found, modifier{length, func(s *statement) bool { s.manner = append(s.manner, place); return true }})
	}
	for _, lead := range []string{"由", "自"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			for _, length := range k.chainLengths(rest) {
				name := k.namedPlace(rest[:length])
				found = append(found, modifier{len(lead) + length, func(s *statement) bool { s.manner = append(s.manner, "from "+name); return true }})
			}
		}
	}
	for _, lead := range []string{"由", "被"} {
		k.eachPhrase(text, lead, func(english string, party bool, length int) {
			if party || lead == "由" {
				found = append(found, modifier{length, func(s *statement) bool { s.agent = english; return true }})
			}
		})
	}
	for _, lead := range []string{"将", "把", "对"} {
		k.eachPhrase(text, lead, func(english string, party bool, length int) {
			found = append(found, modifier{length, func(s *statement) bool {
				s.fronted = english
				return true
			}})
		})
	}
	if m := outOf.FindStringSubmatch(text); m != nil {
		if what, party, ok := k.thing(m[1]); ok && !party {
			found = append(found, modifier{len(m[0]), func(s *statement) bool { s.manner = append(s.manner, "from "+withThe(what)); return true }})
		}
	}
	for _, lead := range []string{"以", "通过"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			if at := strings.Index(rest, "形式"); at > 0 && lead == "以" {
				if how, _, ok := k.thing(rest[:at]); ok && isMeans(how) {
					found = append(found, modifier{len(lead) + at + len("形式"), func(s *statement) bool { s.manner = append(s.manner, "by "+how); return true }})
				}
			}
			if at := strings.Index(rest, "方式"); at > 0 {
				if how, _, ok := k.thing(rest[:at]); ok {
					found = append(found, modifier{len(lead) + at + len("方式"), func(s *statement) bool { s.manner = append(s.manner, "by "+how); return true }})
				}
			}
		}
	}
	if m := asWished.FindStringSubmatch(text); m != nil {
		whose := possessive(parties[m[1]])
		found = append(found, modifier{len(m[0]), func(s *statement) bool {
			s.manner = append(s.manner, "according to "+whose+" "+wishes[m[2]])
			return true
		}})
	}
	for _, p := range prepositions {
		k.eachPhrase(text, p.zh, func(english string, party bool, length int) {
			if p.en == "with " && strings.ContainsAny(text[length:], "前后") {
				return // it belongs to the verb that tells the time
			}
			if party && p.en == "according to " {
				return // to somebody's wish or drawing, not to somebody
			}
			lead := p.en
			if p.en == "with " && isMeans(english) {
				lead = "by "
			}
			if p.en == "with " && inLanguages.MatchString(english) {
				lead = "in "
			}
			if p.zh == "以" && isCurrency(english) {
				lead = "in "
			}
			found = append(found, modifier{length, func(s *statement) bool { s.manner = append(s.manner, lead+english); return true }})
		})
	}
	return found
}

// outOf reads what something is taken from: 从货款中扣除.
var outOf = pattern.Lazily(`^(?:从|在|自)(.{2,8}?)(?:中|里|内)`)

// asWished reads by whose wish or pattern something is done: 按客户设计.
var asWished = pattern.Lazily(`^(?:按照|按|根据|依照|依据)(买方|客户|客人|需方|甲方|贵司|贵公司|我司|采购方|收货人)的?(要求|需求|设计稿|设计|图纸|样品|指示|指定)`)

var wishes = map[string]string{"要求": "requirements", "需求": "requirements", "设计稿": "design", "设计": "design", "图纸": "drawings", "样品": "sample", "指示": "instructions", "指定": "instructions"}

// possessive writes whose something is.
func possessive(who string) string { return who + "'s" }

// isMeans reports by what things are sent and said: e-mail, DHL.
func isMeans(english string) bool {
	switch strings.ToLower(english) {
	case "e-mail", "email", "mail", "fax", "courier", "express", "telephone", "phone", "sms", "wechat", "whatsapp", "dhl", "ups", "fedex", "tnt", "ems", "sf", "sf express":
		return true
	}
	return false
}

// inLanguages finds in which languages something is written.
var inLanguages = pattern.Lazily(`^(?:(?:English|Chinese|Spanish|French|German|Italian|Portuguese|Russian|Japanese|Korean|Arabic|Polish|Dutch)(?:, | and |$))+$`)

func isCurrency(english string) bool {
	switch english {
	case "RMB", "US dollars", "USD", "euros", "EUR", "pounds sterling", "HK dollars", "Japanese yen":
		return true
	}
	return false
}

// eachPhrase calls use for the known phrases behind a leading word, longest first.
func (k *knowledge) eachPhrase(text, lead string, use func(english string, party bool, length int)) {
	rest, ok := strings.CutPrefix(text, lead)
	if !ok {
		return
	}
	for _, length := range k.subjectLengths(rest) {
		if english, party, ok := k.participant(rest[:length]); ok {
			if english == "we" {
				english = "us"
			}
			use(english, party, len(lead)+length)
		}
	}
}

func (k *knowledge) objectAhead(text string) bool {
	for _, length := range k.subjectLengths(text) {
		if _, _, ok := k.participant(text[:length]); ok {
			return true
		}
	}
	return false
}

// placesOf are the words behind a place: 在外箱上.
var placesOf = []struct{ zh, en string }{
	{"上面", "on the "}, {"表面上", "on the surface of the "}, {"上", "on the "}, {"内", "in the "}, {"里", "in the "}, {"中", "in the "}, {"外", "outside the "}, {"下", "under the "}, {"处", "at the "}, {"旁", "beside the "},
}

// fixedPlaces are said as a whole.
var fixedPlaces = []struct{ zh, en string }{
	{"在国内市场", "in the domestic market"}, {"在国内", "in the domestic market"}, {"在国外", "abroad"}, {"在境外", "abroad"}, {"在箱外", "on the outside of the carton"}, {"箱外", "on the outside of the carton"}, {"在袋外", "on the outside of the bag"}, {"在箱内", "in the carton"},
}

// placeAt reads a place: 在外箱上, 到宁波仓库, 至深圳.
func (k *knowledge) placeAt(text string) (string, int) {
	for _, fixed := range fixedPlaces {
		if strings.HasPrefix(text, fixed.zh) {
			return fixed.en, len(fixed.zh)
		}
	}
	for _, lead := range []struct{ zh, en string }{{"在", "at "}, {"到", "to "}, {"至", "to "}, {"往", "to "}, {"于", "at "}} {
		rest, ok := strings.CutPrefix(text, lead.zh)
		if !ok {
			continue
		}
		for _, length := range k.subjectLengths(rest) {
			zh := rest[:length]
			if name := k.namedPlace(zh); name != "" {
				en := strings.Replace(lead.en, "at", "in", 1) + name
				return en, len(lead.zh) + length
			}
			for _, p := range placesOf {
				base, ok := strings.CutSuffix(zh, p.zh)
				if !ok || lead.en != "at " {
					continue
				}
				if english, party, ok := k.thing(base); ok && !party {
					return withArticle(p.en, english), len(lead.zh) + length
				}
			}
			if lead.en == "to " && !strings.Contains(zh, "的") {
				if english, _, ok := k.thing(zh); ok {
					return withArticle("to the ", english), len(lead.zh) + length
				}
			}
		}
	}
	for _, length := range k.subjectLengths(text) {
		for _, p := range placesOf {
			base, ok := strings.CutSuffix(text[:length], p.zh)
			if !ok || len([]rune(base)) < 2 || endsInTime.MatchString(base) || p.zh == "处" && isDigit(lastRune(base)) {
				continue
			}
			if english, party, ok := k.thing(base); ok && !party {
				return withArticle(p.en, english), length
			}
		}
	}
	return "", 0
}

// placeAbroad is a place with its country: Duisburg, Germany.
var placeAbroad = pattern.Lazily(`^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*, \p{Lu}`)

// bareMeasure is how much or how long: 24 months.
var bareMeasure = pattern.Lazily(`^[\d.,-]+(?:%| (?:days?|months?|years?|weeks?|hours?|working days?|kg|g|cm|mm|m))$`)

// withArticle drops the article before words that don't take it.
func withArticle(preposition, noun string) string {
	for _, start := range []string{"each ", "all ", "any ", "every ", "the ", "other ", "this ", "our ", "your ", "one ", "both ", "a ", "an "} {
		if strings.HasPrefix(noun, start) {
			return strings.TrimSuffix(preposition, "the ") + noun
		}
	}
	if first, _, _ := strings.Cut(noun, " "); slices.Contains(months, first) || bareMeasure.MatchString(noun) || placeAbroad.MatchString(noun) {
		return strings.TrimSuffix(preposition, "the ") + noun
	}
	return preposition + noun
}

// event translates what happens as a noun: shipment, receipt of deposit.
func (k *knowledge) event(zh string, way reading) (string, bool) {
	if date, _, length := readDate(zh, ""); length > 0 && length == len(zh) {
		return date, true
	}
	if en, ok := events[zh]; ok {
		return en, true
	}
	if share.MatchString(zh) {
		return "", false // 50%发货前: of what is paid
	}
	if sum, ok := strings.CutSuffix(zh, "到账"); ok && sum != "" {
		if v := k.verbs[sum]; v.zh != "" {
			return "receipt of " + v.deed(""), true // 汇款到账
		}
	}
	if event, ok := k.arrival(zh); ok {
		return event, true
	}
	if event, ok := k.trialEvent(zh); ok {
		return event, true
	}
	if event, ok := k.spell(zh); ok {
		return event, true
	}
	for _, end := range []string{"完成", "完毕", "结束"} {
		if work, ok := strings.CutSuffix(zh, end); ok && (k.verbs[work].frame == transitive || events[work] != "") {
			if event := events[work]; event != "" {
				return "completion of " + event, true
			}
			return "completion of " + k.verbs[work].deed(""), true
		} else if ok && work != "" {
			if what, party, ok := k.thing(work); ok && !party && k.ofClass(work, part, noun, "inspect") != nil {
				return "completion of " + what, true // 纠正措施完成
			}
		}
	}
	if event, ok := k.doneWith(zh); ok {
		return event, true
	}
	for _, v := range k.verbsIn(zh, true) {
		before, after := zh[:v.start], zh[v.end:]
		if who, party, ok := k.participant(before); ok && party && after != "" && v.verb.frame == transitive {
			if what, _, ok := k.thing(after); ok {
				return v.verb.deed(what) + " by " + who, true
			}
		}
		if before != "" && (after != "" || !way.wholeEvents && v.verb.zh != "到账" || v.verb.packs() || events[v.verb.zh] != "" && v.verb.zh != "到账" && k.isMoney(before)) || v.verb.frame == stative {
			continue
		}
		object := before + after
		if object == "" {
			return v.verb.deed(""), true
		}
		if strings.HasSuffix(object, "%") {
			continue // 50%交货时付: not delivery of 50%
		}
		if v.verb.frame == bringing { // 送到 without a place: of the goods
			v.verb.noun = v.verb.noun[:strings.LastIndexByte(v.verb.noun, ' ')] + " of"
		}
		if english, party, ok := k.participant(object); ok {
			if party && before != "" {
				return v.verb.deed("") + " by " + english, true
			}
			return v.verb.deed(english), true
		}
	}
	if what, deed, ok := strings.Cut(zh, "经"); ok && what != "" && deed != "" {
		if event, ok := k.approval(what, strings.TrimPrefix(deed, "由")); ok {
			return event, true
		}
	}
	for _, passed := range []string{"合格", "通过"} {
		if test, ok := strings.CutSuffix(zh, passed); ok && test != "" {
			if english, party, ok := k.thing(test); ok && !party {
				return "passing " + withThe(english), true
			}
		}
	}
	if rest, ok := strings.CutPrefix(zh, "经"); ok {
		return k.event(rest, way)
	}
	if _, ok := k.verbAtEnd(zh); ok && k.lookup(zh, phraseOrder) == nil {
		return "", false // whose deed it is has been tried
	}
	if english, _, ok := k.thing(zh); ok && !strings.Contains(english, " against ") && !endsInTime.MatchString(zh) {
		return english, true
	}
	return "", false
}

// arrival reads where something arrives: 货物到达买方仓库, arrival of the goods at the
// buyer's warehouse.
func (k *knowledge) arrival(zh string) (string, bool) {
	for _, verb := range []string{"到达", "抵达", "运抵", "送达"} {
		what, where, found := strings.Cut(zh, verb)
		if !found || what == "" || where == "" {
			continue
		}
		thing, party, ok := k.thing(what)
		if !ok || party {
			return "", false
		}
		place := k.namedPlace(where)
		if place == "" {
			name, isParty, ok := k.thing(where)
			if !ok || isParty {
				return "", false
			}
			place = withThe(name)
		}
		return "arrival of " + withThe(thing) + " at " + place, true
	}
	return "", false
}

// doneWith reads what is done by a means: 用珍珠棉包裹, wrapping with EPE foam.
func (k *knowledge) doneWith(zh string) (string, bool) {
	for _, lead := range []string{"用", "使用", "采用"} {
		rest, ok := strings.CutPrefix(zh, lead)
		if !ok {
			continue
		}
		v, ok := k.verbAtEnd(rest)
		if !ok || v.frame != transitive {
			return "", false
		}
		means, party, ok := k.thing(strings.TrimSuffix(rest, v.zh))
		if holds(means) && v.base == "pack" {
			return "packing in " + means, ok && !party
		}
		return v.deed("") + " with " + means, ok && !party
	}
	return "", false
}

// isMoney reports deposits, balances and the like, which are not shipped.
func (k *knowledge) isMoney(zh string) bool {
	return k.ofClass(zh, "pay") != nil || strings.HasSuffix(zh, "%")
}

// approval reads what is done to a thing by a party: 样品经买方书面确认, written
// confirmation of the sample by the buyer.
func (k *knowledge) approval(what, deed string) (string, bool) {
	v, ok := k.verbAtEnd(deed)
	if !ok || v.frame != transitive {
		return "", false
	}
	who, party, ok := k.participant(strings.TrimSuffix(deed, v.zh))
	if !ok || !party {
		return "", false
	}
	english, isParty, ok := k.thing(what)
	if !ok || isParty {
		return "", false
	}
	return v.deed(withThe(english)) + " by " + objective(who), true
}

// objective writes who does something behind a preposition.
func objective(who string) string {
	if who == "we" {
		return "us"
	}
	return who
}

// events are what trade counts time from.
var events = map[string]string{
	"发货": "shipment", "出货": "shipment", "装运": "shipment", "装船": "loading", "交货": "delivery", "收货": "receipt of the goods", "到货": "arrival of the goods", "货到": "arrival of the goods", "验货": "inspection",
	"验货合格": "passing the inspection", "检验合格": "passing the inspection", "验收合格": "acceptance", "下单": "order placement", "付款": "payment", "到港": "arrival at port", "开船": "sailing", "生产": "production", "大货生产": "mass production",
	"签约": "signing the contract", "提货": "pickup of the goods", "清关": "customs clearance", "使用": "use", "装柜": "container loading", "包装": "packing", "封箱": "sealing the cartons", "付清全款": "full payment", "见提单副本": "sight of the copy of B/L", "见提单复印件": "sight of the copy of B/L", "见单": "sight of documents", "见票": "sight", "付清货款": "full payment", "付清余款": "full payment of the balance", "全款付清": "full payment", "装运期": "the time of shipment", "交货期": "the time of delivery", "交期": "the delivery date", "装船期": "the time of shipment", "船期": "the sailing date", "到期日": "the due date", "货物到港": "arrival of the goods at port", "货物到达": "arrival of the goods", "生产完成": "completion of production", "装箱": "packing",
	"大货": "mass production", "收款": "receipt of payment", "到账": "receipt of payment", "款到": "receipt of payment", "提单日": "B/L date", "提单日期": "the B/L date", "发票日": "the invoice date", "发票日期": "the invoice date", "通电": "power-on", "开机": "power-on", "下大货": "placing the bulk order", "开箱": "opening the cartons", "收到货": "receipt of the goods", "收到货物": "receipt of the goods", "检验": "inspection", "验收": "acceptance", "订货": "order placement", "开航": "sailing", "出运": "shipment", "发运": "shipment",
	"海关放行": "customs release", "退柜": "return of the container", "还柜": "return of the container", "过保": "warranty expiry", "货好": "cargo readiness",
}

func firstRunes(s string, n int) string {
	count := 0
	for i := range s {
		if count == n {
			return s[:i]
		}
		count++
	}
	if count == n {
		return s
	}
	return ""
}
