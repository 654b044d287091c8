package offline

import (
	"slices"
	"strings"
)

// statement is a clause with a verb, taken apart:
// [when] subject [modal] [how] verb object [where].
type statement struct {
	subject     string // English, "" for none
	subjectZh   string
	party       bool // the subject acts: the buyer, we
	modal       modal
	polite      bool // 请
	done        bool // 已
	all         bool // 均
	agent       string
	manner      []string // behind the verb
	when        []string // last
	fronted     string   // the object before the verb: 将X
	verb        verb
	object      string
	negative    bool
	expected    bool // 预计
	conditional bool // 如
	reading     reading
	report      bool   // it says what was done, not what is to be done
	responsible bool   // 负责: the one who is named is to do it
	asked       string // what the object is asked to do: to reprint
}

// reading is a way to read a clause where several are possible.
type reading struct {
	strict      bool // the trade's own words are not cut
	wholeEvents bool // a time may begin with what it is of: 货物到港后
}

// modal is what must, may or must not be done.
type modal string

const (
	noModal    modal = ""
	mustDo     modal = "must"
	shallDo    modal = "shall"
	mayDo      modal = "can"
	mustNot    modal = "must not"
	cannot     modal = "cannot"
	needNot    modal = "need not"
	willDo     modal = "will"
	doNot      modal = "do not"
	notAllowed modal = "not allowed"
	onlyThen   modal = "can only"
	shallNot   modal = "shall not"
	entitled   modal = "is entitled to"
	mayOnly    modal = "may only"
	maybe      modal = "may"
	ongoing    modal = "being"
)

// statement translates a clause by its verb; ok is false where no verb leaves
// known phrases on both sides.
func (k *knowledge) statement(text string) (piece, bool) {
	if done, ok := strings.CutSuffix(text, "处理"); ok && done != "" {
		if v, ok := k.verbAtEnd(done); ok && v.zh != done {
			text = done // 需熏蒸处理: to be fumigated
		}
	}
	text = strings.Replace(text, "处理并", "并", 1)
	text = k.withoutCarriedOut(text)
	for _, read := range []func(string) (piece, bool){k.conditional, k.because, k.coordinated, k.recommended, k.single} {
		if p, ok := read(text); ok && len(k.unfaithful(text, p.text)) == 0 {
			return p, true
		}
	}
	return piece{}, false
}

func (k *knowledge) single(text string) (piece, bool) {
	return k.singleFrom(statement{}, text)
}

// singleFrom reads a clause that begins like start. What stands before a verb that
// tells the time is first taken as the clause's own subject, 余款装柜前付清, and only
// then as what the time is of, 货物到港后付清; and the trade's own words are first
// left whole.
func (k *knowledge) singleFrom(start statement, text string) (piece, bool) {
	if len([]rune(text)) > longestStatement {
		return piece{}, false
	}
	start.report = k.reporting
	for _, way := range []reading{{strict: true}, {}, {strict: true, wholeEvents: true}, {wholeEvents: true}} {
		start.reading = way
		for _, v := range k.verbsIn(text, way.strict) {
			for _, s := range k.befores(start, text[:v.start], 0) {
				s.verb = v.verb
				if k.after(&s, text[v.end:]) {
					if english, ok := s.english(); ok {
						return piece{text: english}, true
					}
				}
			}
		}
	}
	return piece{}, false
}

const longestStatement = 60 // runes

// mostModifiers bounds what may stand before a verb.
const mostModifiers = 5

// befores gives the ways to read what stands before the verb.
func (k *knowledge) befores(s statement, text string, depth int) []statement {
	if text == "" {
		return []statement{s}
	}
	if depth > mostModifiers {
		return nil
	}
	var ways []statement
	for _, m := range k.modifiers(text, s.reading) {
		next := s
		next.manner, next.when = append([]string(nil), s.manner...), append([]string(nil), s.when...)
		if m.apply(&next) {
			ways = append(ways, k.befores(next, text[m.length:], depth+1)...)
		}
		if len(ways) > 0 {
			return ways[:1]
		}
	}
	if s.polite {
		return ways
	}
	for _, length := range k.subjectLengths(text) {
		subject, party, ok := k.participant(text[:length])
		if !ok {
			continue
		}
		if s.subject != "" {
			if party && s.agent == "" && !s.party {
				next := s
				next.agent = objective(subject)
				if more := k.befores(next, text[length:], depth+1); len(more) > 0 {
					return append(ways, more[0])
				}
			}
			continue
		}
		if len(s.manner) > 0 || s.agent != "" || s.modal != noModal || s.done || !hasHan(text[:length]) && !hasLatinWord(text[:length]) && !strings.HasSuffix(text[:length], "%") {
			continue // only a time may stand before the subject
		}
		next := s
		next.subject, next.subjectZh, next.party = subject, text[:length], party
		if more := k.befores(next, text[length:], depth+1); len(more) > 0 {
			return append(ways, more[0])
		}
	}
	return ways
}

// subjectLengths gives the lengths of a text's beginnings, the longest first; none
// ends inside a word: 买方银行 is the buyer's bank, not the firm of the buyer's silver.
func (k *knowledge) subjectLengths(text string) []int {
	if lengths, known := k.beginnings[text]; known {
		return lengths
	}
	inside := k.insideWords(text)
	var lengths []int
	for _, length := range phraseLengths(text) {
		if !inside[length] {
			lengths = append(lengths, length)
		}
	}
	slices.Reverse(lengths)
	if k.beginnings != nil {
		k.beginnings[text] = lengths
	}
	return lengths
}

// insideWords gives the places of a text where a word would be cut.
func (k *knowledge) insideWords(text string) map[int]bool {
	if k.cuts == nil {
		return placesInside(k.wordSpans(text, false))
	}
	inside, known := k.cuts[text]
	if !known {
		inside = placesInside(k.wordSpans(text, false))
		k.cuts[text] = inside
	}
	return inside
}

// participant translates who or what takes part: a party, or a known noun phrase.
func (k *knowledge) participant(zh string) (english string, party, ok bool) {
	if en, known := parties[zh]; known {
		return en, true, true
	}
	for label := range personLabels {
		if name, ok := strings.CutPrefix(zh, label); ok && name != "" {
			if who, sure := k.person(name); sure && k.lookup(zh, phraseOrder) == nil {
				return k.phrase(label).text + " " + who, true, true
			}
		}
	}
	english, ok = k.thing(zh)
	return english, false, ok
}

// saysWhen reports a phrase that ends as times do: 50%发货前.
func (k *knowledge) saysWhen(zh string) bool {
	for _, end := range []string{"前", "后", "时", "内"} {
		if strings.HasSuffix(zh, end) && k.lookup(zh, phraseOrder) == nil {
			return true
		}
	}
	return false
}

// thing translates a noun phrase that a statement may speak of.
func (k *knowledge) thing(zh string) (english string, ok bool) {
	if _, isModal := modals[zh]; isModal || adverbs[zh] != "" || k.saysWhen(zh) {
		return "", false
	}
	if e := k.lookup(zh, phraseOrder); e != nil && (e.class == word || e.class == unit || e.class == feature || e.class == attr || !nominal(e.class, e.en)) {
		return "", false
	}
	if amount, length := readMoney(zh); length == len(zh) && length > 0 {
		return amount, true
	}
	if tokens := k.segment(zh, phraseOrder); len(tokens) > 1 && (tokens[len(tokens)-1].class == attr || adverbs[tokens[len(tokens)-1].zh] != "") {
		return "", false // 黑色油墨双面: how, not what
	}
	if k.endsInParty(zh) {
		return "", false // 货款买方: what, and who pays it
	}
	p := k.phrase(zh)
	return p.text, p.final() && p.text != ""
}

// endsInParty reports a party right behind what it deals with.
func (k *knowledge) endsInParty(zh string) bool {
	tokens := k.segment(zh, phraseOrder)
	last := len(tokens) - 1
	return last > 0 && parties[tokens[last].zh] != "" && (tokens[last-1].class == "pay" || tokens[last-1].class == "ship" || tokens[last-1].class == noun)
}

// after reads what stands behind the verb: an object, a place, how long.
func (k *knowledge) after(s *statement, text string) bool {
	text = strings.TrimPrefix(text, "了")
	if s.fronted != "" {
		s.object = s.fronted
	}
	if s.verb.base == "replace" && strings.HasPrefix(text, "新") && s.object == "" {
		if what, ok := k.thing(text); ok && strings.HasPrefix(what, "new ") {
			s.manner = append(s.manner, "with "+what) // 更换新零件
			return true
		}
	}
	if text == "" {
		return s.verb.frame != stative || s.object != ""
	}
	if s.fronted != "" && k.put(s, text) {
		return true
	}
	if rest, ok := strings.CutPrefix(text, "给"); ok && s.verb.frame == transitive && (s.object != "" || s.subject != "" && !s.party) {
		who, _, ok := k.participant(rest)
		s.manner = append(s.manner, "to "+objective(who))
		return ok
	}
	if s.verb.frame == bringing {
		text = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(text, "内"), "里"), "中")
	} else if place, length := k.placeAt(text); length == len(text) {
		if s.verb.base == "include" { // 已包含在价格内: what stands before is included
			s.verb.frame = transitive
		}
		s.manner = append(s.manner, place)
		return s.verb.frame != stative && (s.verb.base != "include" || !s.party && s.subject != "")
	}
	if en, ok := adverbs[text]; ok {
		s.manner = append(s.manner, en)
		return true
	}
	if duration, ok := k.duration(text); ok && s.verb.frame == stative {
		s.object = duration
		return true
	} else if ok {
		lead := "for "
		if s.verb.base == "postpone" || s.verb.base == "delay" || s.verb.base == "extend" || s.verb.base == "advance" {
			lead = "by "
		}
		s.manner = append(s.manner, lead+duration)
		return true
	}
	if s.verb.base == "arrive" {
		where := k.namedPlace(text)
		if where == "" {
			name, ok := k.thing(text)
			if where = withThe(name); !ok {
				return false
			}
		}
		s.manner = append(s.manner, "at "+where) // 到达南沙仓库
		return true
	}
	if s.object != "" || s.verb.frame == intransitive {
		return false
	}
	if s.verb.asks() && k.beginsWithParty(text) {
		return k.asked(s, text)
	}
	if s.verb.asks() && k.endsInDeed(text) && parties[text] == "" && s.verb.base != "arrange" && s.verb.base != "request" {
		return false // 通知仓库收货: who is to do it is no party that is known
	}
	if s.verb.base == "pass" && !strings.Contains(text, "测试") && !strings.Contains(text, "认证") && !strings.Contains(text, "检") && !strings.Contains(text, "审") && !strings.Contains(text, "试验") {
		return false // 通过银行: through
	}
	if s.verb.base == "use" && k.usedFor(s, text) {
		return true
	}
	if s.modal != noModal {
		for _, joint := range []struct{ zh, en string }{{"", " and "}, {"和", " and "}, {"及", " and "}, {"并", " and "}, {"或", " or "}, {"或者", " or "}, {"、", " and "}} {
			next, ok := strings.CutPrefix(text, joint.zh)
			if !ok {
				continue
			}
			if joined, isVerb := s.alsoDone(k.verbs[next], joint.en); isVerb {
				return joined
			}
		}
	}
	if m := inSeveral.FindStringSubmatch(text); m != nil && s.verb.frame == transitive {
		what, ok := k.thing(m[1])
		s.object, s.manner = what, append(s.manner, inAsMany(m[2])) // 原产地证书一式两份
		return ok
	}
	if m := inCopies.FindStringSubmatch(text); m != nil && s.verb.frame == transitive && !noPaper.MatchString(m[1]) {
		if what, ok := k.thing(m[1]); ok {
			number, _ := readNumber(m[3])
			copies := "in " + number + " copies"
			if number == "1" {
				copies = "in 1 copy"
			}
			if m[2] != "" {
				copies += " each"
			}
			s.object, s.manner = what, append(s.manner, copies) // 发票和装箱单各两份
			return true
		}
	}
	if object, party, ok := k.participant(text); ok {
		if k.isFault(text) && k.verbs[text].zh == "" && !s.verb.meetsFaults() {
			return false // 倒置漏水: what is turned upside down leaks
		}
		if k.verbs[text].zh != "" && !s.verb.takesDeeds() && s.verb.frame == transitive && k.ofClass(text, noun, part, "pack") == nil {
			return false // 重新打样确认: two deeds
		}
		if party && !s.verb.addresses() {
			if !s.verb.gives() || s.object == "" && s.subject == "" && s.fronted == "" {
				return false
			}
			s.manner = append(s.manner, "to "+objective(object)) // 退回供应商
			return true
		}
		if party && (object == "we" || object == "you") {
			object = map[string]string{"we": "us", "you": "you"}[object]
		}
		s.object = object
		return true
	}
	if object, ok := k.deedOn(text); ok && s.verb.takesDeeds() && s.verb.frame == transitive && !strings.HasPrefix(s.verb.base, "be ") {
		s.object = object // 要求退还定金
		return true
	}
	if deed := k.verbs[text]; deed.zh != "" && s.verb.takesDeeds() && k.ofClass(text, noun, part) == nil {
		s.object = deed.deed("") // 安排提货
		return true
	}
	return false
}

// endsInDeed reports a text that ends in what somebody does.
func (k *knowledge) endsInDeed(text string) bool {
	if _, ok := k.verbAtEnd(text); ok {
		return true
	}
	for deed := range events {
		if before, ok := strings.CutSuffix(text, deed); ok && before != "" {
			return true
		}
	}
	return false
}

// put reads where a thing that stands before the verb is put or brought: 将产品放入纸箱.
func (k *knowledge) put(s *statement, text string) bool {
	if s.verb.frame != bringing && s.verb.frame != puttingIn && s.verb.frame != puttingOn {
		return false
	}
	where, _, ok := k.participant(text)
	named := k.namedPlace(text) // 将货物发往宁波
	if named != "" {
		where = named
	}
	if !ok && named == "" {
		return false
	}
	preposition := string(s.verb.frame)
	if at := strings.LastIndexByte(s.verb.base, ' '); at > 0 {
		preposition = s.verb.base[at+1:]
		s.verb.base = s.verb.base[:at]
		s.verb.participle = strings.TrimSuffix(s.verb.participle, " "+preposition)
	}
	s.verb.frame = transitive
	if named != "" || isNameLike(where) || strings.HasPrefix(where, "Party ") {
		s.manner = append(s.manner, preposition+" "+where)
	} else {
		s.manner = append(s.manner, withArticle(preposition+" the ", objective(where)))
	}
	return true
}

// beginsWithParty reports one who is asked to do what follows.
func (k *knowledge) beginsWithParty(text string) bool {
	for _, length := range k.subjectLengths(text) {
		if length < len(text) && parties[text[:length]] != "" {
			return true
		}
	}
	return false
}

// usedFor reads 使用订书钉封箱: staples, for sealing.
func (k *knowledge) usedFor(s *statement, text string) bool {
	v, ok := k.verbAtEnd(text)
	if !ok {
		return false
	}
	what := strings.TrimSuffix(text, v.zh)
	means, ok := k.thing(what)
	if !ok || parties[what] != "" || strings.HasSuffix(means, "standard") { // 使用工厂标准包装: packing of that standard
		return false
	}
	s.object = means
	s.manner = append(s.manner, "for "+v.deed(""))
	return true
}

// asked reads 要求工厂重印: the factory, to reprint.
func (k *knowledge) asked(s *statement, text string) bool {
	for _, length := range k.subjectLengths(text) {
		who, party, ok := k.participant(text[:length])
		if !ok || !party {
			continue
		}
		what := text[length:]
		if isMatter(what) || who == "we" && s.verb.base == "advise" {
			s.object = objective(who) // 请告知我们开票资料: not our information
			return k.toldOf(s, what)
		}
		deed, ok := k.singleFrom(statement{polite: true}, text[length:])
		if !ok {
			continue
		}
		if asked, ok := strings.CutPrefix(deed.text, "Please "); ok {
			s.object = objective(who)
			s.asked = "to " + asked
			return true
		}
	}
	return false
}

// duration reads 48小时 and the like.
func (k *knowledge) duration(text string) (string, bool) {
	tokens := k.segment(text, phraseOrder)
	if len(tokens) != 1 || tokens[0].class != measure {
		return "", false
	}
	for _, unit := range []string{"小时", "分钟", "天", "秒", "年", "个月", "周"} {
		if strings.HasSuffix(text, unit) {
			return tokens[0].en, true
		}
	}
	return "", false
}
