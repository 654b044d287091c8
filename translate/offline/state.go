package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// readStates reads how things are found: words to stand behind them.
func readStates() map[string]string {
	states := map[string]string{}
	eachRow("tables/states.tsv", func(row []string) { states[row[0]] = row[1] })
	return states
}

// looksAt finds who or what looks at goods, and is no place on them.
var looksAt = pattern.Lazily(`(?:检|检验|检查|测试|试验|验货|抽查|检测)[后时中]?$`)

// foundBy finds which inspection found what: 来料检验发现布料克重不足.
var foundBy = pattern.Lazily(`^(.{0,8}(?:检验|抽检|全检|测试|试验|验货|检查|巡检|首检|终检|复检|检测))(?:中|时|过程中|后)?(?:发现|查出)(.+)$`)

// foundIn translates it: incoming inspection found: fabric grammage below specification.
func (k *knowledge) foundIn(text string, kind Kind) (piece, bool) {
	m := foundBy.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	inspection, ok := k.thing(m[1])
	if !ok {
		return piece{}, false
	}
	what, cost := k.clauseRun([]clausePart{{text: m[2]}}, kind)
	return piece{text: capitalised(inspection) + " found: " + k.lowered(what.text)}, cost < doubtful && what.final()
}

// validity finds what ceases to hold rather than to work: 合同失效.
var validity = pattern.Lazily(`(?:合同|协议|订单|报价|报价单|信用证|提单|证书|发票|单据|授权|保险|质保|保修|条款|期|权)$`)

// stateOf translates in what state a thing was found that no template knows: 商标缝反,
// trademark sewn the wrong way round.
func (k *knowledge) stateOf(text string) (piece, bool) {
	inside := placesInside(k.wordSpans(text, true))
	for i := range text {
		state := k.stateOrTwo(text[i:])
		if i == 0 || state == "" || inside[i] {
			continue // the 延误 of 清关延误
		}
		if state == k.states()["失效"] && validity.MatchString(text[:i]) {
			return piece{}, false
		}
		thing, ok := k.thing(text[:i])
		return piece{text: capitalised(thing + " " + state)}, ok && !k.isFault(text[:i])
	}
	return piece{}, false
}

// stateOrTwo gives a state, or two that one thing is in: 受潮变形, damp and deformed.
func (k *knowledge) stateOrTwo(zh string) string {
	if state := k.states()[zh]; state != "" {
		return state
	}
	for i := range zh {
		first, second := k.states()[zh[:i]], k.states()[strings.TrimLeft(zh[i:], "、和并且")]
		if simpleState.MatchString(first) && simpleState.MatchString(second) {
			return first + " and " + second
		}
	}
	return ""
}

// badlyIn translates in what state a thing is and how badly: 箱体轻微变形, case body
// slightly deformed.
func (k *knowledge) badlyIn(text string) (piece, bool) {
	for _, degree := range faultDegrees {
		what, state, ok := strings.Cut(text, degree.zh)
		if !ok || what == "" || !simpleState.MatchString(k.states()[state]) || k.insideWords(text)[len(what)] {
			continue
		}
		thing, ok := k.thing(what)
		return piece{text: capitalised(thing + " " + degree.adverb + k.states()[state])}, ok && !k.isFault(what)
	}
	return piece{}, false
}

// gradables are what can be more or less, by the last character of its name.
const gradables = "度力量率性速味声压流阻值距音差耗温积"

// grades say how much there is of it.
var (
	graded = pattern.Lazily(`^(.+?)(过于|过|太|偏|较|很|略)?(高|低|大|小|快|慢|强|弱|重|长|短|多|少)$`)
	grades = map[string]string{"高": "high", "低": "low", "大": "large", "小": "small", "快": "fast", "慢": "slow", "强": "strong", "弱": "weak", "重": "strong", "长": "long", "短": "short", "多": "high", "少": "low"}
)

// gradedThing translates how much of a property there is: 传输速度慢, transmission
// speed slow.
func (k *knowledge) gradedThing(text string) (piece, bool) {
	m := graded.FindStringSubmatch(text)
	if m == nil || !strings.ContainsRune(gradables, lastRune(m[1])) || m[3] == "重" && lastRune(m[1]) != '味' || strings.ContainsAny(m[3], "多少") && lastRune(m[1]) != '量' || k.lookup(text, phraseOrder) != nil {
		return piece{}, false
	}
	thing, ok := k.thing(m[1])
	thing = strings.ReplaceAll(thing, "error", "deviation")
	grade := grades[m[3]]
	if m[3] == "大" {
		switch lastRune(m[1]) {
		case '味':
			grade = "strong"
		case '声', '音':
			grade = "loud"
		}
	}
	degree := map[string]string{"过于": "too ", "过": "too ", "太": "too ", "偏": "too ", "略": "slightly "}[m[2]]
	return piece{text: capitalised(thing + " " + degree + grade)}, ok
}

// notSo translates what a thing is not: 刃口不锋利, cutting edge not sharp.
func (k *knowledge) notSo(text string) (piece, bool) {
	at := strings.LastIndex(text, "不")
	if at <= 0 {
		return piece{}, false
	}
	quality := k.ofClass(text[at+len("不"):], attr, "inspect")
	if quality == nil || k.insideWords(text)[at] || quality.class == "inspect" && !adjectives[quality.en] && !isAdjective(quality.en) || strings.ContainsAny(quality.en, "-0123456789 ") {
		return piece{}, false
	}
	thing, ok := k.thing(text[:at])
	return piece{text: capitalised(thing + " not " + quality.en)}, ok && !k.isFault(text[:at])
}

// endsInFault reports a text that says what is wrong: 帐篷防水涂层脱落.
func (k *knowledge) endsInFault(text string) bool {
	if k.isFault(text) {
		return true
	}
	for i := range text {
		if i > 0 && k.states()[text[i:]] != "" {
			return true
		}
	}
	return strings.LastIndex(text, "不") > 0 || graded.MatchString(text) || strings.HasSuffix(text, "困难") || strings.HasSuffix(text, "超标")
}

// mustBe translates what a thing has to be like: 包装袋须环保, packaging bag must be
// eco-friendly.
func (k *knowledge) mustBe(text string) (piece, bool) {
	for _, must := range []string{"必须", "须", "需", "应"} {
		what, how, ok := strings.Cut(text, must)
		if !ok || what == "" || k.insideWords(text)[len(what)] {
			continue
		}
		quality := k.ofClass(how, attr)
		if quality == nil || strings.ContainsAny(quality.en, "'0123456789 ") {
			return piece{}, false
		}
		thing, ok := k.thing(what)
		return piece{text: capitalised(thing + " must be " + quality.en)}, ok
	}
	return piece{}, false
}
