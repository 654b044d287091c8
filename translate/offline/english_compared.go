package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// These read what a report compares, and what it says of things without a verb: size
// label missing, samples needed, no credit accepted.
var (
	largerBy   = pattern.Lazily(`(?i)^([\d.]+ ?[a-z%]+) (larger|bigger|smaller|longer|shorter|thicker|thinner|heavier|lighter|wider|narrower|higher|lower) than (.+)$`)
	comparedTo = pattern.Lazily(`(?i)^(.+?)(?: is| are)? (?:(?:about |approx\. )?([\d.]+ ?[a-z%]+) )?(larger|bigger|smaller|longer|shorter|thicker|thinner|heavier|lighter|darker|wider|narrower|higher|lower) than (.+)$`)
	offBy      = pattern.Lazily(`(?i)^(.+?)(?: is| are)? ([\d.]+ ?[a-z%]+) (?:too (long|short|high|low|wide|narrow|thick|thin|heavy|light|big|small)|(below|above|over|under) (?:the )?(specification|standard|limit|requirement))$`)
	notBut     = pattern.Lazily(`(?i)^(.+?)(?: is| are| was)? ([\d.]+ ?[a-z]+) instead of ([\d.]+ ?[a-z]+)$`)
	wantedFor  = pattern.Lazily(`(?i)^(.+?) (?:is |are )?(?:needed|required)(?: for (.+))?$`)
	noneTaken  = pattern.Lazily(`(?i)^no (.+?) (?:is |are |will be )?(accepted|allowed|permitted|required|needed|included)$`)
	bareState  = pattern.Lazily(`(?i)^(.+?) (damaged|broken|cracked|crushed|missing|blurred|dirty|uneven|loose|torn|bent|dented|scratched|deformed|misaligned|rusty|wet|leaking|unclear|detached|warped|faded|crooked|incomplete|incorrect)$`)
	bareDeed   = pattern.Lazily(`(?i)^(.+?) (not )?(approved|confirmed|paid|received|shipped|cancelled|delivered|signed|rejected|inspected|returned|issued)$`)
)

// wrongThing is what should have been another.
var wrongThing = pattern.Lazily(`(?i)^(?:wrong|incorrect|missing|damaged|broken|mixed) `)

var comparatives = map[string]string{"larger": "大", "bigger": "大", "smaller": "小", "longer": "长", "shorter": "短", "thicker": "厚", "thinner": "薄", "heavier": "重", "lighter": "轻", "darker": "深", "wider": "宽", "narrower": "窄", "higher": "高", "lower": "低"}

var excesses = map[string]string{"long": "偏长", "short": "偏短", "high": "偏高", "low": "偏低", "wide": "偏宽", "narrow": "偏窄", "thick": "偏厚", "thin": "偏薄", "heavy": "偏重", "light": "偏轻", "big": "偏大", "small": "偏小"}

var norms = map[string]string{"specification": "规格", "standard": "标准", "limit": "限值", "requirement": "要求"}

// refusals are what is said of that of which there is to be none.
var refusals = map[string]string{"accepted": "不接受", "allowed": "不允许", "permitted": "不允许", "required": "不需要", "needed": "不需要", "included": "不含"}

// compared translates a comparison, or what a line says of a thing without a verb.
func (k *knowledge) compared(text string) (piece, bool) {
	if p, ok := k.measuresCompared(text); ok {
		return p, true
	}
	if m := noneTaken.FindStringSubmatch(text); m != nil {
		thing := k.chinesePhrase(m[1])
		return piece{refusals[strings.ToLower(m[2])] + thing.text, thing.doubts}, true
	}
	rest, times, manners := k.adjunctsOf(text)
	if manners != "" || strings.HasPrefix(times, "未经") {
		return piece{}, false
	}
	if m := wantedFor.FindStringSubmatch(rest); m != nil && !strings.Contains(strings.ToLower(m[1])+" ", "not ") {
		thing := k.chinesePhrase(m[1])
		if m[2] == "" {
			return piece{times + "需要" + thing.text, thing.doubts}, true
		}
		use := k.chinesePhrase(m[2])
		return piece{times + use.text + "需要" + thing.text, append(thing.doubts, use.doubts...)}, true
	}
	if m := bareState.FindStringSubmatch(rest); m != nil {
		thing := k.chinesePhrase(m[1])
		return piece{thing.text + times + states[strings.ToLower(m[2])], thing.doubts}, states[strings.ToLower(m[2])] != ""
	}
	if m := bareDeed.FindStringSubmatch(rest); m != nil {
		v, _ := k.englishVerbOf(m[3], true)
		thing := k.chinesePhrase(m[1])
		aspect := "已"
		if wrongThing.MatchString(m[1]) {
			thing.doubt("no rule for what came wrong")
		}
		if m[2] != "" {
			aspect = "未"
		}
		return piece{thing.text + aspect + times + v.zh, thing.doubts}, v.zh != ""
	}
	return piece{}, false
}

// measuresCompared translates a measure that is another than it should be.
func (k *knowledge) measuresCompared(text string) (piece, bool) {
	if m := largerBy.FindStringSubmatch(text); m != nil {
		by, ok := measureOf(m[1])
		norm := k.chinesePhrase(m[3])
		return piece{"比" + norm.text + comparatives[strings.ToLower(m[2])] + by, norm.doubts}, ok
	}
	if m := comparedTo.FindStringSubmatch(text); m != nil {
		by, ok := "", true
		if m[2] != "" {
			by, ok = measureOf(m[2])
		}
		a, b := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
		how := strings.ToLower(m[3])
		shade := strings.HasSuffix(a.text, "色") || strings.HasSuffix(a.text, "颜色")
		word := comparatives[how]
		if limit, ok := measureOf(m[4]); ok && m[2] == "" {
			return piece{a.text + word + "于" + limit, a.doubts}, true
		}
		if how == "lighter" && shade {
			word = "浅"
		}
		return piece{a.text + "比" + b.text + word + by, append(a.doubts, b.doubts...)}, ok
	}
	if m := offBy.FindStringSubmatch(text); m != nil {
		by, ok := measureOf(m[2])
		thing := k.chinesePhrase(m[1])
		if m[3] != "" {
			return piece{thing.text + excesses[strings.ToLower(m[3])] + by, thing.doubts}, ok
		}
		word := "低"
		if m[4][0]|0x20 == 'a' || m[4][0]|0x20 == 'o' {
			word = "高"
		}
		return piece{thing.text + "比" + norms[strings.ToLower(m[5])] + word + by, thing.doubts}, ok
	}
	if m := notBut.FindStringSubmatch(text); m != nil {
		is, ok := measureOf(m[2])
		ought, known := measureOf(m[3])
		thing := k.chinesePhrase(m[1])
		return piece{thing.text + "为" + is + "，应为" + ought, thing.doubts}, ok && known
	}
	return piece{}, false
}

// measureOf reads a number with its unit or per cent.
func measureOf(text string) (string, bool) {
	if amountAlone.MatchString(text) {
		return text, true
	}
	return chineseQuantity(text)
}
