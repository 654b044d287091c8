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
