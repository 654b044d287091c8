package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	saidTwice  = pattern.Lazily(`(?i)^(.+?),? (?:and|but) ((?:must|shall|should|may|can|will|has to|have to|is|are|does|do|was|were|cannot)(?: not)?(?: be)? .+)$`)
	subjectOf  = pattern.Lazily(`(?i)^(.+?) (?:must|shall|should|may|can|will|has to|have to|is|are|does|do|was|were|cannot|to be)\b`)
	askedTwice = pattern.Lazily(`(?i)^(please .+?),? and (please )?([a-z]+ .+)$`)
	heldByAll  = pattern.Lazily(`(?i)^(.+?) (?:on|of|in) (\d[\d,]* (?:pcs|pieces|units|sets|cartons|ctns|pairs|rolls|boxes|bags))$`)
	bracketEnd = pattern.Lazily(`^([^()]+?) ?\(([^()]*[A-Za-z][^()]*)\)$`)
)

// sharedSubject translates two statements of one subject: moulds are owned by the buyer
// and must be returned.
func (k *knowledge) sharedSubject(text string, kind Kind) (piece, bool) {
	m := saidTwice.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	subject := subjectOf.FindStringSubmatch(m[1])
	if subject == nil {
		return piece{}, false
	}
	thing := k.chinesePhrase(subject[1])
	first, second := k.chineseClauses(m[1], kind), k.chineseClauses(subject[1]+" "+m[2], kind)
	said, ok := strings.CutPrefix(second.text, thing.text)
	if !ok || !first.final() || !second.final() || !strings.HasPrefix(first.text, thing.text) {
		return piece{}, false
	}
	return piece{text: first.text + "，且" + said}, true
}

// sharedRequest translates two things asked for at once: please check the artwork and
// confirm the colors.
func (k *knowledge) sharedRequest(text string, kind Kind) (piece, bool) {
	m := askedTwice.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	if word, _, _ := strings.Cut(m[3], " "); !k.isVerb(word) {
		return piece{}, false
	}
	first, second := k.chineseClauses(m[1], kind), k.chineseClauses("please "+m[3], kind)
	asked, ok := strings.CutPrefix(second.text, "请")
	if !ok || !first.final() || !second.final() || strings.HasPrefix(asked, "勿") {
		return piece{}, false
	}
	return piece{text: first.text + "，并" + asked}, true
}

func (k *knowledge) isVerb(word string) bool {
	_, ok := k.englishVerbOf(word, false)
	return ok
}

var (
	toldThat   = pattern.Lazily(`(?i)^(?:please |kindly )?(confirm|ensure|make sure|make certain|note|be advised|be aware|check|verify)(?: that)? ((?:the |all |your |our |any |each |every |this |no |we |you |it |goods |cartons |payment |[a-z]+s |[a-z]+ (?:is|are|has|have|will|must) ).+)$`)
	inOrderTo  = pattern.Lazily(`(?i)^(.+?),? so that (.+)$`)
	allowedFor = pattern.Lazily(`(?i)^(.+?) (?:can|may|must|should|shall|will) only be ([a-z]+) (after|upon) (.+)$`)
	askedAfter = pattern.Lazily(`(?i)^(?:please )?([a-z]+) (.+?) only (?:after|upon|when|once) (.+)$`)
	listOfSome = pattern.Lazily(`(?i)^[^,;]+(?:, [^,;]+)+,? (?:and|or) [^,;]+$`)
)

var thatVerbs = map[string]string{"confirm": "请确认", "ensure": "请确保", "make sure": "请确保", "make certain": "请确保", "note": "请注意", "be advised": "请注意", "be aware": "请注意", "check": "请检查", "verify": "请核实"}

// saidThat translates what is to be confirmed or seen to: please ensure that the cartons
// are dry.
func (k *knowledge) saidThat(text string, kind Kind) (piece, bool) {
	m := toldThat.FindStringSubmatch(text)
	if m == nil || !modalWithin.MatchString(m[2]) {
		return piece{}, false
	}
	said := k.chineseClauses(m[2], kind)
	opening := thatVerbs[strings.ToLower(m[1])]
	if opening == "请注意" {
		opening += "，"
	}
	return piece{opening + said.text, said.doubts}, !strings.HasPrefix(said.text, "请")
}

// soThat translates a request with what it is for.
func (k *knowledge) soThat(text string, kind Kind) (piece, bool) {
	m := inOrderTo.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	deed, aim := k.chineseClauses(m[1], kind), k.chineseClauses(m[2], kind)
	return piece{deed.text + "，以便" + aim.text, append(deed.doubts, aim.doubts...)}, true
}

// onlyAfter translates what may not be done earlier: goods can only be shipped after
// passing inspection.
func (k *knowledge) onlyAfter(text string, _ Kind) (piece, bool) {
	m := allowedFor.FindStringSubmatch(text)
	if m == nil {
		return k.askedOnlyAfter(text)
	}
	v, known := k.englishVerbOf(m[2], true)
	event, told := k.eventText(m[4])
	thing := k.chinesePhrase(m[1])
	return piece{event + "后方可" + v.with("", thing.text) + thing.text, thing.doubts}, known && told && !v.alone
}

// askedOnlyAfter is onlyAfter of a request: start production only after sample approval.
func (k *knowledge) askedOnlyAfter(text string) (piece, bool) {
	m := askedAfter.FindStringSubmatch(text)
	if m == nil || !k.isVerb(m[1]) {
		return piece{}, false
	}
	event, told := k.eventText(m[3])
	deed, ok := k.chineseClause("please " + m[1] + " " + m[2])
	return piece{event + "后方可" + strings.TrimPrefix(deed.text, "请"), deed.doubts}, told && ok
}

// listedObjects translates a clause that ends in a list as one: the label must show name,
// size and color.
func (k *knowledge) listedObjects(text string, _ Kind) (piece, bool) {
	if !listOfSome.MatchString(text) || strings.Contains(text, ": ") {
		return piece{}, false
	}
	parts := strings.Split(text, ", ")
	for _, part := range parts[1:] {
		if modalWithin.MatchString(part) || strings.Count(part, " ") > 5 {
			return piece{}, false
		}
	}
	for _, read := range []func(string) (piece, bool){k.plainStatement, k.chineseClause} {
		if p, ok := read(text); ok && p.final() {
			return p, true
		}
	}
	return piece{}, false
}

// ofSome translates what is found on so many: handle broken on 2 pcs.
func (k *knowledge) ofSome(text string, kind Kind) (piece, bool) {
	m := heldByAll.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	count, ok := chineseQuantity(m[2])
	state := k.bareFault(m[1], kind)
	return piece{count + state.text, state.doubts}, ok && state.final()
}

// bareFault translates a fault of a part: handle broken.
func (k *knowledge) bareFault(text string, kind Kind) piece {
	if p, ok := k.chineseSentence(text, kind); ok {
		return p
	}
	if p, ok := k.compared(text); ok {
		return p
	}
	return piece{text, []string{"no rule for the fault \"" + text + "\""}}
}

// withBrackets translates what stands before brackets and what is in them.
func (k *knowledge) withBrackets(text string, kind Kind) (piece, bool) {
	m := bracketEnd.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	whole, remark := k.chineseClauses(m[1], kind), k.bracketText(m[2], kind)
	return piece{whole.text + "（" + remark.text + "）", append(whole.doubts, remark.doubts...)}, true
}

// remarks are what brackets say most.
var remarks = map[string]string{"max": "最大", "max.": "最大", "maximum": "最大", "min": "最小", "min.": "最小", "minimum": "最小", "approx.": "约", "approx": "约", "included": "已含", "not included": "不含", "excluding packaging": "不含包装", "including packaging": "含包装", "optional": "可选", "each": "每个", "net": "净", "gross": "毛", "customized": "定制", "customised": "定制", "white": "白色", "black": "黑色", "as per sample": "按样品", "incl. packaging": "含包装", "if any": "如有", "if required": "如需要", "if applicable": "如适用", "per piece": "每件", "per carton": "每箱", "per set": "每套", "tbc": "待确认", "see attachment": "见附件", "attached": "见附件", "see below": "见下文", "as attached": "见附件"}

func (k *knowledge) bracketText(text string, kind Kind) piece {
	if zh := remarks[strings.ToLower(text)]; zh != "" {
		return piece{text: zh}
	}
	if isKeptCode(text) {
		return piece{text: text}
	}
	return k.chineseClauses(text, kind)
}
