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
		if what, ok := k.thing(m[1]); ok {
			found = append(found, modifier{len(m[0]), func(s *statement) bool { s.manner = append(s.manner, "from "+withThe(what)); return true }})
		}
	}
	for _, lead := range []string{"以", "通过"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			if at := strings.Index(rest, "形式"); at > 0 && lead == "以" {
				if how, ok := k.thing(rest[:at]); ok && isMeans(how) {
					found = append(found, modifier{len(lead) + at + len("形式"), func(s *statement) bool { s.manner = append(s.manner, "by "+how); return true }})
				}
			}
			if at := strings.Index(rest, "方式"); at > 0 {
				if how, ok := k.thing(rest[:at]); ok {
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
			if p.zh == "经" && strings.Contains(text[length:], "后") {
				return // who confirms before it is done does not do it: 经客户确认后印刷
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
				if english, ok := k.thing(base); ok {
					return withArticle(p.en, english), len(lead.zh) + length
				}
			}
			if lead.en == "to " && !strings.Contains(zh, "的") {
				if english, ok := k.thing(zh); ok {
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
			if english, ok := k.thing(base); ok {
				return withArticle(p.en, english), length
			}
		}
	}
	return "", 0
}

// placeAbroad is a place with its country: Duisburg, Germany.
var placeAbroad = pattern.Lazily(`^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)*, \p{Lu}`)

// bareMeasure is how many, how much or how long: 2000, 24 months.
var bareMeasure = pattern.Lazily(`^[\d.,-]+(?:%| (?:days?|months?|years?|weeks?|hours?|working days?|kg|g|cm|mm|m))?$`)

// pronouns stand for a party and take no article.
var pronouns = []string{"us", "me", "you", "them"}

// withArticle drops the article before words that don't take it.
func withArticle(preposition, noun string) string {
	for _, start := range []string{"each ", "all ", "any ", "every ", "some ", "most ", "the ", "other ", "this ", "our ", "your ", "one ", "both ", "a ", "an "} {
		if strings.HasPrefix(noun, start) {
			return strings.TrimSuffix(preposition, "the ") + noun
		}
	}
	if first, _, _ := strings.Cut(noun, " "); slices.Contains(pronouns, noun) || slices.Contains(months, first) || bareMeasure.MatchString(noun) || placeAbroad.MatchString(noun) {
		return strings.TrimSuffix(preposition, "the ") + noun
	}
	return preposition + noun
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
