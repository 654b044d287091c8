package offline

import (
	"regexp"
	"strings"
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
	for _, n := range []int{4, 3, 2, 1} {
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
		case "不":
			add(length, func(s *statement) bool {
				if s.negative, s.modal = s.conditional, shallNot; s.conditional {
					s.modal = noModal
				}
				return !s.polite && s.subject != ""
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
		case "有权":
			add(length, func(s *statement) bool { s.modal = entitled; return s.party })
		case "未", "尚未", "没有", "没":
			add(length, func(s *statement) bool { s.negative = true; return true })
		}
	}
	return append(found, k.phrasesBefore(text)...)
}

// means are how things are sent or paid, before the verb: 快递寄给买方.
var means = map[string]string{"快递": "by courier", "空运": "by air", "海运": "by sea", "陆运": "by land", "铁路": "by rail", "铁运": "by rail", "卡车": "by truck", "电汇": "by T/T", "邮件": "by e-mail", "电子邮件": "by e-mail", "传真": "by fax", "现金": "in cash", "支票": "by check"}

// phrasesBefore gives prepositional phrases, the agent behind 由 and the object
// behind 将 and 把.
func (k *knowledge) phrasesBefore(text string) []modifier {
	var found []modifier
	if m := inParts.FindStringSubmatch(text); m != nil {
		number, _ := readNumber(m[1])
		parts := map[string]string{"期": "installments", "次": "installments", "批": "lots", "批次": "lots"}[m[2]]
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
	for _, lead := range []string{"以", "通过"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			if at := strings.Index(rest, "方式"); at > 0 {
				if how, _, ok := k.thing(rest[:at]); ok {
					found = append(found, modifier{len(lead) + at + len("方式"), func(s *statement) bool { s.manner = append(s.manner, "by "+how); return true }})
				}
			}
		}
	}
	for _, p := range prepositions {
		k.eachPhrase(text, p.zh, func(english string, party bool, length int) {
			if p.en == "with " && strings.ContainsAny(text[length:], "前后") {
				return // it belongs to the verb that tells the time
			}
			lead := p.en
			if p.zh == "以" && isCurrency(english) {
				lead = "in "
			}
			found = append(found, modifier{length, func(s *statement) bool { s.manner = append(s.manner, lead+english); return true }})
		})
	}
	return found
}

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
	for _, length := range subjectLengths(rest) {
		if english, party, ok := k.participant(rest[:length]); ok {
			if english == "we" {
				english = "us"
			}
			use(english, party, len(lead)+length)
		}
	}
}

func (k *knowledge) objectAhead(text string) bool {
	for _, length := range subjectLengths(text) {
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

// placeAt reads a place: 在外箱上, 到宁波仓库, 至深圳.
func (k *knowledge) placeAt(text string) (string, int) {
	for _, lead := range []struct{ zh, en string }{{"在", "at "}, {"到", "to "}, {"至", "to "}, {"往", "to "}, {"于", "at "}} {
		rest, ok := strings.CutPrefix(text, lead.zh)
		if !ok {
			continue
		}
		for _, length := range subjectLengths(rest) {
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
	for _, length := range subjectLengths(text) {
		for _, p := range placesOf {
			base, ok := strings.CutSuffix(text[:length], p.zh)
			if !ok || len([]rune(base)) < 2 || endsInTime.MatchString(base) {
				continue
			}
			if english, party, ok := k.thing(base); ok && !party {
				return withArticle(p.en, english), length
			}
		}
	}
	return "", 0
}

// withArticle drops the article before words that don't take it.
func withArticle(preposition, noun string) string {
	for _, start := range []string{"each ", "all ", "any ", "every ", "the ", "this ", "our ", "your ", "one ", "both ", "a ", "an "} {
		if strings.HasPrefix(noun, start) {
			return strings.TrimSuffix(preposition, "the ") + noun
		}
	}
	return preposition + noun
}

var (
	inParts   = regexp.MustCompile(`^分([两二三四五六七八九十]|[2-9]|\d\d)(期|次|批次|批)`)
	timeUnits = regexp.MustCompile(`^(\d+(?:-\d+)?|[一二两三四五六七八九十]{1,3})个?(工作日|自然日|天|日|周|星期|月|小时|年)`)
	dayWords  = map[string]string{"工作日": "working day", "自然日": "calendar day", "天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "小时": "hour", "年": "year"}
)

// timeSpan reads 5个工作日: 5 working days.
func timeSpan(text string) (string, int) {
	m := timeUnits.FindStringSubmatch(text)
	if m == nil {
		return "", 0
	}
	number, _ := readNumber(m[1])
	unit := dayWords[m[2]]
	if number != "1" {
		unit += "s"
	}
	return number + " " + unit, len(m[0])
}

// timeAt reads when something is done: 5月20日前, 发货前, 收到定金后30天内.
func (k *knowledge) timeAt(text string) (string, int) {
	return k.timeAtAs(text, reading{wholeEvents: true})
}

func (k *knowledge) timeAtAs(text string, way reading) (string, int) {
	skipped := 0
	for _, lead := range []string{"于", "在"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			text, skipped = rest, len(lead)
		}
	}
	english, length := k.bareTimeAt(text, way)
	if length == 0 {
		return "", 0
	}
	return english, skipped + length
}

func (k *knowledge) bareTimeAt(text string, way reading) (string, int) {
	if span, length := dateRange(text); length > 0 {
		return span, length
	}
	if days, length := weekdays(text); length > 0 {
		return days, length
	}
	if m := oneWeekday.FindStringSubmatch(text); m != nil {
		if strings.HasSuffix(m[0], "前") {
			return "before " + weekdayOf[firstRune(m[1])], len(m[0])
		}
		return "on " + weekdayOf[firstRune(m[1])], len(m[0])
	}
	if m := everyMonth.FindStringSubmatch(text); m != nil {
		if strings.HasPrefix(text[len(m[0]):], "前") {
			return "before the " + ordinal(m[1]) + " of each month", len(m[0]) + len("前")
		}
		return "on the " + ordinal(m[1]) + " of each month", len(m[0])
	}
	if t, length := ordinalAt([]rune(text)); length > 0 && strings.HasPrefix(text[len(t.zh):], "起") {
		return "from the " + t.en, len(t.zh) + len("起")
	}
	if m := nextMonth.FindStringSubmatch(text); m != nil {
		return "on the " + ordinal(m[1]) + " of the following month", len(m[0])
	}
	for _, fixed := range fixedTimes {
		if strings.HasPrefix(text, fixed.zh) {
			return fixed.en, len(fixed.zh)
		}
	}
	if m := until.FindStringSubmatch(text); m != nil {
		if event, ok := k.event(m[1], way); ok {
			return "before " + event, len(m[0])
		}
	}
	if date, _, length := readDate(text, ""); length > 0 {
		for _, form := range []struct{ zh, en string }{{"之前", "before "}, {"以前", "before "}, {"前", "before "}, {"之后", "after "}, {"以后", "after "}, {"后", "after "}, {"起", "from "}} {
			if strings.HasPrefix(text[length:], form.zh) {
				return form.en + date, length + len(form.zh)
			}
		}
		return dated(date), length
	}
	for _, lead := range []string{"由于", "因为", "因"} {
		if cause, length := k.causeAt(text, lead); length > 0 {
			return cause, length
		}
	}
	if rest, ok := strings.CutPrefix(text, "提前"); ok {
		if span, length := timeSpan(rest); length > 0 {
			return span + " in advance", len("提前") + length
		}
	}
	if rest, ok := strings.CutPrefix(text, "未经"); ok {
		for _, zh := range []string{"书面同意", "书面许可", "事先同意", "同意", "许可"} {
			if at := strings.Index(rest, zh); at > 0 {
				if who, party, ok := k.participant(rest[:at]); ok && party {
					consent := map[string]string{"书面同意": "written consent", "书面许可": "written permission", "事先同意": "prior consent", "同意": "consent", "许可": "permission"}[zh]
					return "without the " + consent + " of " + who, len("未经") + at + len(zh)
				}
			}
		}
	}
	if span, length := timeSpan(text); length > 0 {
		for _, inside := range []string{"以内", "之内", "内"} {
			if strings.HasPrefix(text[length:], inside) {
				return "within " + span, length + len(inside)
			}
		}
		for _, later := range []string{"之后", "以后", "后"} {
			if strings.HasPrefix(text[length:], later) {
				return "after " + span, length + len(later)
			}
		}
		return "", 0
	}
	for _, length := range subjectLengths(text) {
		zh := text[:length]
		for _, form := range []struct{ zh, en string }{{"之前", "before "}, {"以前", "before "}, {"前", "before "}, {"之后", "after "}, {"以后", "after "}, {"后", "after "}, {"时", "upon "}, {"过程中", "during "}, {"途中", "during "}, {"期间", "during "}} {
			base, ok := strings.CutSuffix(zh, form.zh)
			if !ok || base == "" {
				continue
			}
			event, ok := k.event(base, way)
			if !ok {
				continue
			}
			if form.en == "after " || form.en == "before " {
				if span, more, within := spanBehind(text[length:]); more > 0 {
					if within {
						span = "within " + span
					}
					return span + " " + form.en + event, length + more
				}
			}
			return form.en + event, length
		}
	}
	return "", 0
}

var (
	endsInTime  = regexp.MustCompile(`(?:[\d一二两三四五六七八九十]个?(?:工作日|天|日|周|月|小时|年|分钟))$`)
	share       = regexp.MustCompile(`^[\d.]+%`)
	nextMonth   = regexp.MustCompile(`^(?:次月|下月|下个月)(\d{1,2})[日号]`)
	fixedTimes  = []struct{ zh, en string }{{"每月月底", "at the end of each month"}, {"每月底", "at the end of each month"}, {"每月初", "at the beginning of each month"}, {"月底前", "before the end of the month"}, {"未经许可", "without permission"}, {"未经书面许可", "without written permission"}, {"未经书面同意", "without written consent"}}
	everyMonth  = regexp.MustCompile(`^每月(\d{1,2})[日号]`)
	until       = regexp.MustCompile(`^(?:尚未|未|在未)([^，;。]{2,12}?)(?:之前|以前|前)`)
	dayBehind   = regexp.MustCompile(`^(\d{1,2})[日号]`)
	oneWeekday  = regexp.MustCompile(`^(?:周|星期)([一二三四五六日天])前?`)
	everyWeek   = regexp.MustCompile(`^每(?:周|星期)[一二三四五六日天](?:[、和及](?:周|星期)?[一二三四五六日天])*`)
	weekdayOf   = map[rune]string{'一': "Monday", '二': "Tuesday", '三': "Wednesday", '四': "Thursday", '五': "Friday", '六': "Saturday", '日': "Sunday", '天': "Sunday"}
	rangeJoints = []string{"至", "到", "-"}
)

// ordinal writes 25th.
func ordinal(number string) string {
	last := number[len(number)-1]
	teens := len(number) > 1 && number[len(number)-2] == '1'
	switch {
	case last == '1' && !teens:
		return number + "st"
	case last == '2' && !teens:
		return number + "nd"
	case last == '3' && !teens:
		return number + "rd"
	}
	return number + "th"
}

// dateRange reads 7月15日至20日: from July 15 to 20.
func dateRange(text string) (string, int) {
	first, year, length := readDate(text, "")
	if length == 0 {
		return "", 0
	}
	for _, joint := range rangeJoints {
		rest, ok := strings.CutPrefix(text[length:], joint)
		if !ok {
			continue
		}
		at := length + len(joint)
		if second, _, more := readDate(rest, year); more > 0 {
			return "from " + first + " to " + second, at + more
		}
		if m := dayBehind.FindStringSubmatch(rest); m != nil {
			return "from " + first + " to " + m[1], at + len(m[0])
		}
	}
	return "", 0
}

// weekdays reads 每周二、周五: every Tuesday and Friday.
func weekdays(text string) (string, int) {
	found := everyWeek.FindString(text)
	if found == "" {
		return "", 0
	}
	var days []string
	for _, r := range strings.TrimPrefix(strings.TrimPrefix(found, "每周"), "每星期") {
		if day := weekdayOf[r]; day != "" {
			days = append(days, day)
		}
	}
	if len(days) == 1 {
		return "every " + days[0], len(found)
	}
	last := len(days) - 1
	return "every " + strings.Join(days[:last], ", ") + " and " + days[last], len(found)
}

// causeAt reads 因台风影响, 由于质量问题: due to typhoon.
func (k *knowledge) causeAt(text, lead string) (string, int) {
	rest, ok := strings.CutPrefix(text, lead)
	if !ok {
		return "", 0
	}
	for _, length := range subjectLengths(rest) {
		cause := rest[:length]
		for _, tail := range []string{"的影响", "影响", "的原因", "原因", "导致", "造成", "引起", "引起的", "导致的", "造成的", ""} {
			base, ok := strings.CutSuffix(cause, tail)
			if !ok || base == "" {
				continue
			}
			if english, _, ok := k.participant(base); ok {
				return "due to " + english, len(lead) + length
			}
		}
	}
	return "", 0
}

// dated sets the preposition of a date: on June 1, in mid-June, at the end of June.
func dated(date string) string {
	switch {
	case strings.HasPrefix(date, "the end of "):
		return "at " + date
	case strings.HasPrefix(date, "early ") || strings.HasPrefix(date, "mid-") || strings.HasPrefix(date, "late ") || !strings.ContainsAny(strings.SplitN(date, ",", 2)[0], "0123456789") || isNumber(date):
		return "in " + date
	}
	return "on " + date
}

// spanBehind reads the 30天内 of 收到定金后30天内.
func spanBehind(text string) (span string, length int, within bool) {
	span, length = timeSpan(text)
	if length == 0 {
		return "", 0, false
	}
	for _, inside := range []string{"以内", "之内", "内"} {
		if strings.HasPrefix(text[length:], inside) {
			return span, length + len(inside), true
		}
	}
	return span, length, false
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
	"大货": "mass production", "收款": "receipt of payment", "到账": "receipt of payment", "款到": "receipt of payment", "提单日": "B/L date", "提单日期": "the B/L date", "发票日": "the invoice date", "发票日期": "the invoice date", "通电": "power-on", "开机": "power-on", "下大货": "mass production", "开箱": "opening the cartons", "收到货": "receipt of the goods", "收到货物": "receipt of the goods", "检验": "inspection", "验收": "acceptance", "订货": "order placement", "开航": "sailing", "出运": "shipment", "发运": "shipment",
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
