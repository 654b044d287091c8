package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// english writes the statement: who acts in the active, what is acted upon in the
// passive, as trade texts put it.
func (s statement) english() (string, bool) {
	s.verb = s.verb.increasing(s.object)
	s.sendsPapers()
	if s.verb.zh == "寄样" && s.subject == "" && s.object == "" && !s.polite {
		s.verb.base, s.verb.participle, s.object = "send", "sent", "samples"
	}
	if s.misdirected() {
		return "", false
	}
	if at := slices.Index(s.manner, adverbs["自行"]); at >= 0 {
		s.manner = slices.Delete(slices.Clone(s.manner), at, at+1)
		switch {
		case s.agent != "":
			s.agent += " itself" // by the buyer itself
		case s.party && s.modal == mustNot && !isPlural(s.subject):
			s.manner = append(s.manner, adverbs["自行"])
		case s.party && strings.HasPrefix(s.subject, "the ") && !isPlural(s.subject):
			s.subject += " itself"
		default:
			return "", false // on whose own, nobody says
		}
	}
	if strings.HasPrefix(s.verb.base, "pick up") || strings.HasPrefix(s.verb.base, "collect") {
		s.manner = pickedUpAt(s.manner)
	}
	text, ok := s.written()
	text = inFull.ReplaceAllStringFunc(text, payInFull)
	text = confidential.ReplaceAllString(text, "keep $1 confidential")
	return strings.TrimSpace(text), ok
}

// increasing reads 增加 before what can't grow as adding it.
func (v verb) increasing(object string) verb {
	if v.zh == "增加" && object != "" && !increases.MatchString(object) {
		v.base, v.participle, v.noun = "add", "added", "addition of"
	}
	return v
}

// increases finds what grows, where another thing would be added.
var increases = pattern.Lazily(`(?:quantity|quantities|amount|number|price|cost|fee|weight|thickness|length|width|height|size|strength|frequency|ratio|rate|volume|value|speed|output|capacity|charges?|%)(?: |$)|%$`)

// pickedUpAt turns to the warehouse into at the warehouse: 到仓库提货.
func pickedUpAt(manner []string) []string {
	turned := slices.Clone(manner)
	for i, m := range turned {
		if place, ok := strings.CutPrefix(m, "to "); ok {
			turned[i] = "at " + place
		}
	}
	return turned
}

// how reports a deed of which the text says by what means or by what it goes.
func (s statement) how() bool {
	for _, manner := range s.manner {
		first, _, _ := strings.Cut(manner, " ")
		if first == "with" || first == "through" || first == "according" || first == "by" || first == "in" && strings.HasSuffix(s.verb.zh, "出") {
			return s.verb.frame == transitive && !s.verb.asks()
		}
	}
	return false
}

// inFull finds "pay in full the balance", which is written "pay the balance in full".
var inFull = pattern.Lazily(`\bpay in full [a-z0-9% ,.]+?( \d+ (?:[a-z]+ )?(?:days?|hours?|weeks?|months?) (?:before|after) | before | after | within | on | by |$)`)

// confidential finds "keep confidential the contract".
var confidential = pattern.Lazily(`\bkeep confidential ([a-z' ]+)$`)

func payInFull(s string) string {
	m := inFull.FindStringSubmatch(s)
	object := strings.TrimSuffix(strings.TrimPrefix(s, "pay in full "), m[1])
	if strings.HasPrefix(object, "full ") {
		return "make " + object + m[1]
	}
	return "pay " + object + " in full" + m[1]
}

func (s statement) written() (string, bool) {
	if s.negative && (s.modal != noModal || s.polite) {
		return "", false
	}
	if s.conditional {
		return s.condition()
	}
	if s.modal == ongoing && (s.party || s.done || s.agent != "" || s.expected || s.polite || s.verb.frame != transitive) {
		return "", false
	}
	if s.modal == ongoing && s.subject == "" && s.object == "" {
		return joinWords(append([]string{"being", s.verb.participle}, s.tail("")...)), true // 正在重新送检
	}
	switch {
	case s.expected:
		return s.expectation()
	case s.polite || s.subject == "" && s.modal == doNot:
		return s.imperative()
	case s.modal == onlyThen && s.subject == "" && s.object == "" && s.agent == "" && len(s.when) > 0:
		return joinWords(append([]string{s.verb.deed(""), "allowed only"}, s.tail("")...)), true
	case s.verb.frame == stative || s.verb.frame == intransitive:
		return s.active()
	case s.party && s.object != "" && s.agent == "":
		return s.active()
	case s.party && s.agent == "" && s.verb.alone != "" && !s.done:
		s.verb.base = s.verb.alone
		return s.active()
	case s.verb.frame == bringing:
		return s.brought()
	case s.party && s.object == "" && s.agent == "" && (s.done || s.modal == willDo || s.responsible || s.modal == noModal && !s.report && !s.negative && s.verb.frame == transitive && strings.HasSuffix(s.verb.noun, "ing of")) && s.verb.frame != puttingIn:
		form := s.verb.participle
		if !s.done {
			form = "to be " + form
		}
		s.agent = s.subject
		return joinWords(append([]string{form}, s.tail("")...)), true // 工厂已返工: reworked by the factory
	case s.subject == "" && s.object == "" && s.agent == "" && (s.modal == mustDo || s.modal == shallDo) && !s.done:
		if strings.HasSuffix(s.verb.noun, "ing of") && s.verb.frame == transitive && len(s.when) > 0 {
			return joinWords(append([]string{"must be " + s.verb.participle}, s.tail("")...)), true // 须在收货后15天内提出
		}
		return joinWords(append([]string{s.verb.deed(""), "required"}, s.tail("")...)), true
	case s.subject == "" && s.object == "" && s.agent == "" && (s.modal == mayDo || s.modal == cannot) && s.verb.frame == transitive && len(s.when) > 0 && !s.negative && !s.done:
		return joinWords(append([]string{map[modal]string{mayDo: "can", cannot: "cannot"}[s.modal], "be", s.verb.participle}, s.tail("")...)), true // 清洗后可去除
	case s.subject == "" && s.object == "" && s.agent == "" && s.modal == needNot && len(s.manner) == 0 && !s.done:
		return joinWords(append([]string{s.verb.deed(""), "not required"}, s.tail("")...)), true // 无需熏蒸
	case s.subject == "" && s.object == "" && s.agent == "" && (s.modal == mustNot || s.modal == cannot || s.modal == shallNot) && len(s.manner) == 0 && len(s.when) > 0 && !s.done:
		if s.modal == shallNot {
			return joinWords(append([]string{"no", s.verb.deed("")}, s.tail("")...)), true // 周日不发货
		}
		denied := map[modal]string{mustNot: "not allowed", cannot: "not possible"}[s.modal]
		return joinWords(append([]string{s.verb.deed(""), denied}, s.tail("")...)), true // 货款未付清前不得提货
	case s.subject == "" && s.object == "" && s.agent == "" && s.modal == mustNot && s.verb.frame == transitive && len(s.manner) > 0:
		return joinWords(append([]string{"must not be", s.verb.participle}, s.tail("")...)), true // 不得在国内销售
	case s.subject == "" && s.object == "" && s.agent == "" && s.modal == noModal && !s.negative && !s.all && !s.done && s.verb.frame == bringing && len(s.manner) > 0:
		form, _, _ := strings.Cut(s.verb.participle, " ")
		return joinWords(append([]string{"to be", form}, s.tail("")...)), true // 贴在箱外
	case s.subject == "" && s.object == "" && s.agent == "" && s.modal == noModal && !s.negative && !s.all:
		if s.done || s.how() { // 用缠绕膜固定: fixed with stretch film
			return joinWords(append([]string{s.verb.participle}, s.tail("")...)), true
		}
		if strings.HasSuffix(s.verb.noun, "ing of") && s.verb.frame == transitive && len(s.when) > 0 {
			return joinWords(append([]string{"to be " + s.verb.participle}, s.tail("")...)), true
		}
		return joinWords(append([]string{s.verb.deed("")}, s.tail("")...)), true
	case s.agent != "" && s.subject == "" && s.object == "" && (s.modal == noModal || s.modal == mustDo || s.modal == shallDo) && !s.negative && !s.done && len(s.manner) == 0:
		deed := s.verb.deed("")
		if first, _, _ := strings.Cut(deed, " "); strings.HasSuffix(first, "ing") && s.verb.frame == transitive { // 由买方承担: borne by the buyer
			deed = s.verb.participle
			if len(s.when) > 0 {
				deed = "to be " + deed // 由工厂在3天内补齐
			}
		}
		return joinWords(append([]string{deed}, s.tail("")...)), true
	case s.agent != "" && s.subject == "" && s.object == "" && s.done && !s.negative && s.modal == noModal && s.verb.frame == transitive:
		return joinWords(append([]string{s.verb.participle}, s.tail("")...)), true // 已由工厂当场更换
	case s.agent != "" && s.subject == "" && s.object == "":
		return "", false
	case s.subject != "" && !s.party && s.object == "":
		return s.passive(s.subject, "")
	case s.subject == "" && s.object != "":
		return s.passive(s.object, "")
	case s.subject != "" && !s.party && s.object != "" && s.agent == "" && s.verb.frame == puttingOn && attached.MatchString(s.subject) && (holds(s.object) || face.MatchString(s.object)):
		return s.passive(s.subject, withArticle("on the ", s.object)) // 条码标签贴内盒
	case s.subject != "" && !s.party && s.object != "" && s.agent == "" && (s.verb.frame == puttingOn || s.verb.frame == puttingIn && holds(s.subject)):
		return s.passive(s.object, withArticle(string(s.verb.frame)+" the ", s.subject))
	case s.subject != "" && !s.party && s.object != "" && s.agent == "" && s.verb.base == "use" && holds(s.subject):
		return s.passive(s.object, withArticle("on the ", s.subject)) // 外箱禁止使用铁钉
	case s.subject != "" && !s.party && s.object != "" && s.agent == "" && (s.verb.base == "use" || s.verb.base == "show"):
		return s.active()
	}
	return "", false
}

// enclosed finds what is put into a box, and nothing is put into.
var enclosed = pattern.Lazily(`(?:desiccant|manual|card|label|accessory|accessories|packing list|leaflet|certificate|sticker|tag|gift|sample|screws?|instructions?|filler|warranty|invoice)s?$`)

// attached finds what is stuck, printed or hung on things.
var attached = pattern.Lazily(`(?:label|sticker|barcode|code|mark|tag|logo|decal|film|nameplate|tape|pattern|artwork|text)s?$`)

// face finds the parts of goods and boxes that things are stuck or printed on.
var face = pattern.Lazily(`(?:side|surface|body|bottom|top|front|back|chest|collar|sleeve|lid|cover|cap|neck|handle|cuff|corner|edge|seam|panel|housing|sealing|screen|glass|mirror|frame|sole|insole|tongue|product|goods)s?$`)

// brought writes where the subject is brought to.
func (s statement) brought() (string, bool) {
	if s.object == "" || s.party {
		return "", false
	}
	base, preposition, _ := strings.Cut(s.verb.participle, " ")
	if s.subject == "" && (preposition == "in" || preposition == "into") && enclosed.MatchString(s.object) {
		if s.modal != noModal && s.modal != mustDo && s.modal != shallDo || s.negative || s.done {
			return "", false
		}
		return joinWords(append([]string{s.object, "to be", base + " inside"}, s.tail("")...)), true // 封箱前放入干燥剂
	}
	s.verb.participle = base
	place := withArticle(preposition+" the ", s.object)
	if isNameLike(s.object) {
		place = preposition + " " + s.object
	}
	if s.subject == "" {
		if s.modal != noModal && s.modal != mustDo && s.modal != shallDo || s.negative || s.done {
			return "", false
		}
		return joinWords(append([]string{"to be", s.verb.participle}, s.tail(place)...)), true
	}
	return s.passive(s.subject, place)
}

func isNameLike(s string) bool {
	return s != "" && s[0] >= 'A' && s[0] <= 'Z' && !strings.Contains(s, " ")
}

// expectation writes what is expected to be done: container loading expected in June.
func (s statement) expectation() (string, bool) {
	if s.modal != noModal || s.negative || s.party || s.agent != "" {
		return "", false
	}
	of := s.subject
	if of == "" {
		of = s.object
	} else if s.object != "" {
		return "", false
	}
	return joinWords(append([]string{s.verb.deed(of), "expected"}, s.tail("")...)), true
}

// condition writes what stands behind an if.
func (s statement) condition() (string, bool) {
	if s.modal != noModal || s.polite || s.expected {
		return "", false
	}
	subject, be := s.subject, "is"
	if s.party || s.verb.frame == stative || s.verb.frame == intransitive {
		if subject == "" || s.done {
			return "", false
		}
		form := thirdPerson(s.verb.base)
		if isPlural(subject) {
			form = pluralForm(s.verb.base)
		}
		if s.negative {
			form = map[bool]string{true: "do not ", false: "does not "}[isPlural(subject)] + s.verb.base
		}
		return joinWords(append([]string{withThe(subject), form, s.object}, s.tail("")...)), true
	}
	if subject == "" {
		subject = s.object
	} else if s.object != "" {
		return "", false
	}
	if subject == "" {
		return "", false
	}
	if isPlural(subject) {
		be = "are"
	}
	if s.negative {
		be += " not"
	}
	return joinWords(append([]string{withThe(subject), be, s.verb.participle}, s.tail("")...)), true
}

// withThe sets the article before a thing that a condition speaks of.
func withThe(noun string) string { return withArticle("the ", noun) }

func (s statement) tail(place string) []string {
	var words []string
	if s.asked != "" {
		words = append(words, s.asked)
	}
	words = append(words, s.together()...)
	if place != "" {
		words = append(words, place)
	}
	if s.agent != "" {
		words = append(words, "by "+s.agent)
	}
	return append(words, s.times()...)
}

// together writes 随大货一起, together with the bulk goods.
func (s statement) together() []string {
	at := slices.Index(s.manner, "together")
	if at > 0 && strings.HasPrefix(s.manner[at-1], "with ") {
		return slices.Concat(s.manner[:at-1], []string{"together " + s.manner[at-1]}, s.manner[at+1:])
	}
	return s.manner
}

// times joins two times of which neither is part of the other: after the inspection
// and before shipment.
func (s statement) times() []string {
	if len(s.when) == 2 && opensTime.MatchString(s.when[0]) && opensTime.MatchString(s.when[1]) {
		return []string{s.when[0] + " and " + s.when[1]}
	}
	return s.when
}

var opensTime = pattern.Lazily(`^(?:after|before|upon) `)

func (s statement) imperative() (string, bool) {
	if s.subject != "" || s.agent != "" || s.done {
		return "", false
	}
	start := "Please"
	switch s.modal {
	case noModal, mustDo, shallDo:
	case doNot, mustNot:
		start = "Do not"
		if s.polite {
			start = "Please do not"
		}
	default:
		return "", false
	}
	base := s.verb.base
	if s.object == "" && s.verb.frame != intransitive {
		base = withoutObject(s.verb)
	}
	if s.object == "" && s.verb.base == "clear" {
		base = s.verb.alone // 请尽快清关
	}
	return joinWords(append([]string{start, base, s.object}, s.tail("")...)), true
}

// withoutObject drops a preposition that waits for an object.
func withoutObject(v verb) string {
	for _, preposition := range []string{" for", " to", " with", " of", " in", " on"} {
		if base, ok := strings.CutSuffix(v.base, preposition); ok {
			return base
		}
	}
	return v.base
}

func (s statement) active() (string, bool) {
	subject, object := s.subject, s.object
	if subject == "" && s.verb.frame != intransitive {
		if s.modal == noModal && s.agent == "" && !s.done {
			form := thirdPerson(s.verb.base)
			if state, ok := strings.CutPrefix(s.verb.base, "be "); ok {
				form = state // 低于标准: below standard
			}
			return joinWords(append([]string{form, object}, s.tail("")...)), true
		}
		return "", false
	}
	if subject == "" || s.agent != "" {
		return "", false
	}
	verbForm := ""
	switch s.modal {
	case noModal:
		switch {
		case s.negative && strings.HasPrefix(s.verb.base, "be "):
			verbForm = map[bool]string{true: "have not been ", false: "has not been "}[isPlural(subject)] + strings.TrimPrefix(s.verb.base, "be ") // 货款未到账
		case s.negative:
			verbForm = "did not " + s.verb.base
		case s.done && len(s.when) > 0 && strings.HasPrefix(s.when[0], "on ") && strings.HasSuffix(s.verb.participle, "ed"):
			verbForm = s.verb.participle // departed on March 2
		case s.done:
			verbForm = map[bool]string{true: "have ", false: "has "}[isPlural(subject)] + s.verb.participle
		case s.party && s.verb.base == "request" && !isPlural(subject) && strings.HasPrefix(subject, "the "):
			verbForm = "requests" // 买方要求装箱单: no duty
		case s.party && timesOfWork[s.verb.base]:
			verbForm = "will " + s.verb.base // 工厂2月10日停工: no duty
		case s.party:
			verbForm = "shall " + s.verb.base
		case isPlural(subject):
			verbForm = pluralForm(s.verb.base)
		default:
			verbForm = thirdPerson(s.verb.base)
		}
	case entitled:
		verbForm = "is entitled to " + s.verb.base
		if isPlural(subject) {
			verbForm = "are entitled to " + s.verb.base
		}
	case doNot, notAllowed, mustNot:
		verbForm = "must not " + s.verb.base
		if rest, ok := strings.CutPrefix(subject, "either "); ok {
			subject, verbForm = "neither "+rest, "may "+s.verb.base
		}
	case needNot:
		verbForm = "need not " + s.verb.base
	case shallNot:
		verbForm = "shall not " + s.verb.base
		if !s.party && howItIs[s.verb.base] { // 产品不涉及反倾销税
			verbForm = map[bool]string{true: "do not ", false: "does not "}[isPlural(subject)] + s.verb.base
		}
	default:
		verbForm = string(s.modal) + " " + s.verb.base
		if s.party && s.modal == mayDo {
			verbForm = "may " + s.verb.base
		}
	}
	if pair := bothOf(subject); s.all && pair != "" {
		subject = pair
	} else if s.all && !strings.HasPrefix(strings.ToLower(subject), "all ") && !strings.HasPrefix(subject, "both ") {
		subject += " all"
	}
	if s.party && (knownObjects[object] || partysOwn.MatchString(object)) {
		object = "the " + object
	}
	return joinWords(append([]string{subject, verbForm, object}, s.tail("")...)), true
}

// partysOwn finds what is a party's: the other party's loss.
var partysOwn = pattern.Lazily(`^(?:other party|buyer|seller|customer|supplier|factory|consignee)'s `)

// knownObjects are what a party deals with that both know of: the goods, the cost.
var knownObjects = map[string]bool{"cost": true, "costs": true, "goods": true, "contract": true, "order": true, "deposit": true, "balance": true, "sample": true, "price": true}

func (s statement) passive(of, place string) (string, bool) {
	form := "to be"
	switch s.modal {
	case mustDo:
		form = "must be"
	case shallDo:
		form = "to be"
	case mayDo:
		form = "can be"
	case maybe:
		form = "may be"
	case onlyThen:
		form = "can only be"
		if len(s.when) == 0 && s.subject != "" {
			return "", false // 包装完好方可退货: the condition is taken for a thing
		}
		if len(s.when) == 0 {
			form = "may then be" // the condition is in the clause before
		}
	case mayOnly:
		form = "may only be"
	case mustNot, doNot:
		form = "must not be"
	case cannot:
		form = "cannot be"
	case needNot:
		form = "need not be"
	case willDo:
		form = "will be"
	case ongoing:
		form = "being"
	case notAllowed:
		form = "not allowed to be"
	case shallNot:
		form = "not to be"
	default:
		switch {
		case s.negative:
			form = "not"
		case s.done || s.report && s.agent == "" || s.subject != "" && s.agent == "" && len(s.when) == 0 && s.object == "":
			form = ""
		}
	}
	if s.verb.base == "pay" && form == "" && !s.done {
		form = "to be"
	}
	if s.modal == noModal && s.verb.base == "request" && strings.HasPrefix(s.asked, "to ") {
		form = isOrAre(of) // 要求工厂返工
		if s.done {
			form = map[bool]string{true: "have been", false: "has been"}[isPlural(of)]
		}
	}
	if s.verb.base == "pay" && (strings.HasSuffix(of, "payment") || strings.Contains(of, "payment for ")) {
		s.verb.participle = "made" // no payment is paid
	}
	if pair := bothOf(of); s.all && pair != "" {
		of = pair
	} else if s.all && !strings.HasPrefix(of, "each ") && !strings.HasPrefix(of, "all ") && !strings.HasPrefix(of, "both ") {
		form = "all " + form
	}
	return joinWords(append([]string{of, strings.TrimSpace(form), s.verb.participle}, s.tail(place)...)), true
}

// bothOf sets both before two things: HBL和MBL均可.
func bothOf(things string) string {
	if strings.Count(things, " and ") != 1 || strings.ContainsAny(things, ",") || strings.HasPrefix(things, "all ") {
		return ""
	}
	return "both " + things
}

// howItIs are verbs that tell how things are, not what they do: what they don't is a
// finding, no prohibition. 插头类型不符合订单要求.
var howItIs = map[string]bool{"involve": true, "constitute": true, "support": true, "comply with": true, "meet": true, "match": true, "conform to": true, "reach": true, "fit": true, "correspond to": true, "work": true, "affect": true}

// timesOfWork are what a party tells of itself, and owes to nobody.
var timesOfWork = map[string]bool{"stop work": true, "resume work": true, "start work": true, "be on holiday": true}
