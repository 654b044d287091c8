package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// isAdjective guesses by the ending: broken, damaged, loose ends are findings in
// the glossary, but can't be counted or missing.
func isAdjective(s string) bool {
	if nounsLikeAdjectives[s[strings.LastIndexByte(s, ' ')+1:]] {
		return false
	}
	return adjectives[s] || strings.HasSuffix(s, "ed") || strings.HasSuffix(s, "en") || strings.HasSuffix(s, "ible") || strings.HasSuffix(s, "able") || strings.HasSuffix(s, "ive") || strings.HasSuffix(s, "ly")
}

// nounsLikeAdjectives end as adjectives do.
var nounsLikeAdjectives = map[string]bool{
	"bed": true, "seed": true, "feed": true, "shed": true, "speed": true, "sled": true, "reed": true, "thread": true, "pen": true, "screen": true, "kitchen": true, "linen": true, "oven": true, "children": true, "men": true, "women": true, "hyphen": true, "dozen": true,
	"adhesive": true, "drive": true, "valve": true, "cable": true, "table": true, "vegetable": true, "turntable": true, "assembly": true, "supply": true, "family": true, "fly": true,
}

// bareVerbs begin entries that say what to do.
var bareVerbs = map[string]bool{"cancel": true, "pay": true, "deliver": true, "provide": true, "arrange": true, "place": true, "issue": true, "submit": true, "keep": true, "make": true, "pick": true, "bear": true, "refuse": true, "reject": true, "postpone": true, "extend": true, "stop": true, "start": true, "accept": true, "confirm": true, "replace": true, "return": false, "is": true, "are": true, "has": true, "have": true}

// findingNouns name what adjectives of findings say.
var findingNouns = map[string]string{"damaged": "damage", "deformed": "deformation", "broken": "breakage", "scratched": "scratches", "delayed": "delay", "rusted": "rust", "cracked": "cracks", "faded": "fading", "worn": "wear", "torn": "tears", "damp": "dampness", "loose": "looseness", "bent": "bending", "detached": "detachment", "stained": "stains", "oxidized": "oxidation", "discolored": "discoloration", "dented": "dents", "chipped": "chipping", "blurred": "blurring", "melted": "melting", "wrinkled": "wrinkles", "leaking": "leakage", "moldy": "mold", "peeling": "peeling"}

// wantsNoun reports whether the English pattern uses the slot as a noun: no {t}, {t} found.
func wantsNoun(target, slot string) bool {
	lower := strings.ToLower(target)
	for _, before := range []string{"no ", "slight ", "obvious ", "a few ", "any ", "the ", "with ", "in case of ", "prevent ", "avoid ", "due to ", "replaced by ", "arising from ", "for use in ", "judged according to ", "insufficient ", "poor "} {
		if strings.Contains(lower, before+slot) {
			return true
		}
	}
	if strings.Contains(lower, "for "+slot+", please") {
		return true // for damage, please contact
	}
	return strings.Contains(lower, slot+" found") || strings.Contains(lower, slot+" caused by") || strings.Contains(lower, slot+" not allowed") || strings.Contains(lower, slot+" required") || strings.Contains(lower, slot+" missing")
}

// needlessArticle finds the article that a template set before a word that takes none.
var needlessArticle = pattern.Lazily(`\b[Tt]he ((?:the|some|all|each|every|any|both|this|our|your|most|several|January|February|March|April|May|June|July|August|September|October|November|December) |\d+ )`)

// misfits names what stands in the slots of a template for findings that can't be
// found: 均有编号 speaks of a number that is there, not of a defect.
func (k *knowledge) misfits(target string, slots map[string]string) (doubts []string) {
	for slot, zh := range slots {
		if target == "size {x}" && isNumber(zh) {
			doubts = append(doubts, zh+"码 may be a length")
		}
		if slot[0] == 'n' && strings.Contains(zh, ".") && strings.Contains(target, "{"+slot+"} ") && strings.HasSuffix(target, " defects") {
			doubts = append(doubts, zh+" counts no defects")
		}
		if slot[0] != 't' || zh == "" {
			continue
		}
		if e := k.lookup(zh, phraseOrder); e != nil && e.class == attr && (isAdjective(e.en) || strings.HasPrefix(target, "{"+slot+"} came ")) && strings.HasPrefix(target, "{"+slot+"} ") && slot == "t" {
			doubts = append(doubts, zh+" is no thing that could do so")
		}
		if parties[zh] != "" && (strings.Contains(target, "due to {"+slot+"}") || strings.Contains(target, "required for {"+slot+"}") || strings.Contains(target, "together with {"+slot+"}")) {
			doubts = append(doubts, zh+" acts, and is neither cause nor goods")
		}
		if e := k.lookup(zh, phraseOrder); e != nil && (e.class == attr || e.class == word || adjectives[e.en]) && (strings.HasSuffix(target, " reported {"+slot+"}") || strings.HasSuffix(target, " complained of {"+slot+"}")) {
			doubts = append(doubts, zh+" says how it was")
		}
		if target == "poor {"+slot+"}" && endsInPrice.MatchString(zh) {
			doubts = append(doubts, zh+"差 is a difference")
		}
		if parties[zh] != "" && strings.Contains(target, "pcs: {"+slot+"}") {
			doubts = append(doubts, zh+" is no goods")
		}
		if strings.Contains(target, "{"+slot+"} found") {
			if tokens := k.segment(zh, phraseOrder); !k.isFinding(tokens[len(tokens)-1].zh) {
				doubts = append(doubts, zh+" is no finding")
			}
		}
		if v, _ := k.verbAtStart(zh); v.zh != "" && v.zh != zh && (target == "{"+slot+"} not allowed" || strings.HasPrefix(target, "{"+slot+"} as required by ")) {
			doubts = append(doubts, "no rule for the verb "+v.zh)
		}
		if slot == "t" && strings.HasPrefix(strings.ToLower(target), "no {t2}") && strings.HasSuffix(target, " on the {t}") {
			if tokens := k.segment(zh, phraseOrder); tokens[len(tokens)-1].class == measure || isDigit(firstRune(tokens[len(tokens)-1].zh)) {
				doubts = append(doubts, zh+" is no place") // 耐压1500V无击穿
			}
		}
		if strings.Contains(zh, "、") && strings.Contains(target, "{"+slot+"} available") {
			doubts = append(doubts, "choices are joined by or")
		}
		if slot == "t2" && target == "{t} shall be the {t2}" && !endsInStandard.MatchString(zh) {
			doubts = append(doubts, "what "+zh+" is to be is not clear")
		}
		if (slot == "t1" && (target == "{t1} covered with {t2}" || target == "{t1} with outer {t2}") || slot == "t" && target == "{t} with outer {t2}") && !holds(strings.ToLower(k.phrase(zh).text)) {
			doubts = append(doubts, "what is put around "+zh+" is not clear") // 儿童外套拉链: a jacket
		}
		if strings.Contains(zh, "、") && (strings.HasPrefix(target, "{"+slot+"}: {n") || strings.Contains(strings.ToLower(target), "one {"+slot+"}")) {
			doubts = append(doubts, "the number is only of the last of "+zh)
		}
		if strings.HasPrefix(target, "{"+slot+"}: see ") && (k.isMoney(zh) || strings.HasSuffix(zh, "款")) {
			doubts = append(doubts, zh+" is paid against it, not to be seen there")
		}
		if strings.EqualFold(target, "see {"+slot+"}") && (strings.HasPrefix(zh, "提单") || strings.HasSuffix(zh, "付清") || strings.HasSuffix(zh, "付款")) {
			doubts = append(doubts, "unclear whether "+zh+" is to be seen or paid against") // 见提单
		}
		if countsNothing.MatchString(zh) {
			doubts = append(doubts, "what "+zh+" counts isn't named") // 每托4个200升铁桶
		}
		if _, length := k.timeAt(zh); k.saysWhen(zh) && (length != len(zh) || !strings.Contains(target, ": {"+slot+"}")) {
			doubts = append(doubts, zh+" says when, not what")
		}
		if e := k.lookup(zh, phraseOrder); e != nil && e.class == unit && strings.HasPrefix(target, "powered by ") {
			doubts = append(doubts, zh+" counts things and powers none") // 双供电
		}
		if _, isModal := modals[zh]; isModal || strings.Contains("均都如若各全已未有无", zh) || zh == "没有" || zh == "出现" || zh == "存在" || zh == "发现" || adverbs[zh] != "" {
			doubts = append(doubts, zh+" stands for nothing that can be spoken of")
		}
	}
	return doubts
}

// countsNothing finds how many of something not named each package holds.
var countsNothing = pattern.Lazily(`^每\p{Han}{1,3}[\d一二两三四五六七八九十]+(?:个|件|只|支|条|套|双|台|片)$`)

// verbAtStart gives the longest verb a text begins with.
func (k *knowledge) verbAtStart(text string) (verb, bool) {
	for n := longestVerb; n > 1; n-- {
		if v, ok := k.verbs[firstRunes(text, n)]; ok {
			return v, true
		}
	}
	return verb{}, false
}

// endsInStandard finds what something else can stand for: 以提单日期为交货日期.
var endsInStandard = pattern.Lazily(`(?:日|日期|标准|依据|基准|单位|币种|货币|地点|港|价|样|基础|期|准则)$`)

// endsInPrice finds what differs where other things are poor: 价格差.
var endsInPrice = pattern.Lazily(`(?:价格|单价|价|汇率|运费|费用|金额|款|时间|温度)$`)

// isFinding reports a word for what is found wrong with goods.
func (k *knowledge) isFinding(zh string) bool { return k.ofClass(zh, "inspect", user) != nil }

// isFaultWord reports a finding that is no test nor its result.
func isFaultWord(zh string) bool {
	return !strings.ContainsAny(zh, "检验测试查品率数量报告标准结果格准样货级")
}

// isFault reports a phrase that ends in a finding which names a fault of goods.
func (k *knowledge) isFault(zh string) bool {
	tokens := k.segment(zh, phraseOrder)
	last := tokens[len(tokens)-1]
	return last.class == "inspect" && !strings.ContainsAny(last.zh, "检验测试查品率数量报告标准结果")
}
