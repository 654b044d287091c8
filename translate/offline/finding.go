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

// ownCount are measure words behind which a thing itself is counted: 2个按键. Behind
// the others a piece is counted of which the thing is a part: 3件缝线.
const ownCount = "个只条颗粒根张片把块枚支"

// faultyCount are measure words of goods, before which a fault is one of theirs:
// 3件划痕, not 3个划痕, which are three scratches.
const faultyCount = "件台箱只双套把支盒包袋瓶卷辆本"

var (
	countAhead  = pattern.Lazily(`^(.*?)(发现有|发现|其中有|其中|另有|还有|存在|有)?(\d[\d,]*|[一二两三四五六七八九十]+)([个只条颗粒根张片把块枚支件台箱双套盒包袋瓶卷辆本])([^\d]+)$`)
	countBehind = pattern.Lazily(`^([^\d]+?)(共|有)?(\d[\d,]*|[一二两三四五六七八九十]+)([个只条颗粒根张片把块枚支件台双套])$`)
)

// countedFinding translates how many of what were found how: 遥控器有2个按键失灵,
// 2 buttons not working on the remote control; 其中2件已当场返修, of which 2 pcs
// repaired on the spot.
func (k *knowledge) countedFinding(text string) (piece, bool) {
	m := countAhead.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	where, lead, number, unit := m[1], m[2], m[3], m[4]
	if where != "" && lead == "" || strings.HasPrefix(lead, "其中") && where != "" {
		return piece{}, false
	}
	what, how, ok := k.foundHow(number, unit, m[5])
	if !ok {
		return piece{}, false
	}
	if strings.HasPrefix(lead, "发现") {
		what += " found"
	}
	if strings.HasPrefix(lead, "其中") {
		what = "of which " + what
	}
	found := what + " " + how
	if where != "" {
		place, party, ok := k.thing(where)
		if !ok || party || k.isFault(where) || looksAt.MatchString(where) || strings.Contains(how, " on the ") {
			return piece{}, false
		}
		if what == k.quantity(number+unit) {
			return piece{text: capitalised(place + ": " + found)}, true // 彩盒有5个破损
		}
		found += " " + withArticle("on the ", place)
	}
	return piece{text: capitalised(found)}, true
}

var lacked = pattern.Lazily(`^(.*?)(?:缺少|缺失|缺|少了|少|漏装|漏放|短少)(\d[\d,]*|[一二两三四五六七八九十]+)([个只条颗粒根张片把块枚支本])([^\d]+)$`)

// eachOne says of each of which something lacks.
var eachOne = map[string]string{"每套": "set", "每箱": "carton", "每盒": "box", "每包": "pack", "每袋": "bag", "每件": "piece", "每个": "piece", "每台": "unit", "每双": "pair", "每托": "pallet"}

// lacking translates how many of what are missing: 缺3个螺母, 3 nuts missing.
func (k *knowledge) lacking(text string) (piece, bool) {
	m := lacked.FindStringSubmatch(text)
	if m == nil || strings.HasSuffix(m[1], "不") || strings.HasSuffix(m[1], "至") || strings.HasSuffix(m[1], "最") {
		return piece{}, false
	}
	thing, party, ok := k.thing(m[4])
	if !ok || party || k.isFault(m[4]) {
		return piece{}, false
	}
	number, _ := readNumber(m[2])
	if number != "1" {
		thing = pluralOf(thing)
	}
	missing := number + " " + thing + " missing"
	if each := eachOne[m[1]]; each != "" {
		return piece{text: missing + " per " + each}, true
	}
	if m[1] != "" {
		where, party, ok := k.thing(m[1])
		if !ok || party {
			return piece{}, false
		}
		if isDigit(lastRune(where)) {
			missing += " in " + where // in carton 35
		} else {
			missing += withArticle(" in the ", where)
		}
	}
	return piece{text: missing}, true
}

// foundHow divides 按键失灵 into what is counted and how it was found.
func (k *knowledge) foundHow(number, unit, text string) (what, how string, ok bool) {
	counted := k.quantity(number + unit)
	if hasHan(counted) {
		return "", "", false
	}
	if how, ok := k.predicate(text, strings.Contains(faultyCount, unit)); ok {
		return counted, how, true
	}
	for length := range text {
		how, ok := k.predicate(text[length:], true)
		if length == 0 || !ok {
			continue
		}
		thing, party, ok := k.thing(text[:length])
		if !ok || party || k.isFault(text[:length]) {
			continue
		}
		switch {
		case ofGoods[text[:length]] && strings.Contains("箱盒包袋瓶卷", unit):
			return counted + " of goods", how, true
		case ofGoods[text[:length]]:
			return counted, how, true
		}
		if !strings.Contains(ownCount, unit) && simpleState.MatchString(how) {
			return counted, "with " + how + " " + thing, true
		}
		if !strings.Contains(ownCount, unit) {
			return counted + ":", thing + " " + how, true
		}
		n, _ := readNumber(number)
		if n != "1" {
			thing = pluralOf(thing)
		}
		return n + " " + thing, how, true
	}
	return "", "", false
}

// ofGoods name the goods themselves, which their number speaks of already: 5件产品.
var ofGoods = map[string]bool{"产品": true, "货物": true, "样品": true, "商品": true, "成品": true}

// simpleState finds a state that may stand before its thing: cracked seam.
var simpleState = pattern.Lazily(`^(?:[a-z]+ed|loose|bent|broken|worn|damp|missing|moldy|defective|crooked)$`)

// degrees of a fault before what is found.
var faultDegrees = []struct{ zh, adverb, adjective string }{{"轻微", "slightly ", "slight "}, {"略微", "slightly ", "slight "}, {"轻度", "slightly ", "slight "}, {"明显", "obviously ", "obvious "}, {"严重", "severely ", "severe "}, {"局部", "partly ", "local "}}

// predicate translates how something was found, to stand behind it: scratched, with
// stains, not tightened, repaired on the spot.
func (k *knowledge) predicate(zh string, nouns bool) (string, bool) {
	if en := k.states()[zh]; en != "" {
		return en, true
	}
	for _, degree := range faultDegrees {
		rest, ok := strings.CutPrefix(zh, degree.zh)
		if !ok {
			continue
		}
		if en := k.states()[rest]; strings.HasSuffix(en, "ed") || en == "loose" || en == "bent" || en == "worn" {
			return degree.adverb + en, true
		}
		if en, ok := k.faultNoun(strings.TrimPrefix(rest, "的")); ok && nouns {
			return "with " + degree.adjective + en, true
		}
	}
	if deed, ok := strings.CutPrefix(zh, "已"); ok && deed != "" {
		if p, ok := k.single(zh); ok {
			return k.lowered(p.text), true
		}
	}
	if en, ok := k.faultNoun(strings.TrimPrefix(zh, "有")); ok && nouns {
		return "with " + en, true
	}
	if strings.HasPrefix(zh, "未") {
		if p, ok := k.sentence(zh, Inspection); ok && p.final() {
			return k.lowered(p.text), true
		}
	}
	return "", false
}

// faultNoun gives a fault as the noun that stands behind with: scratches, leakage.
func (k *knowledge) faultNoun(zh string) (string, bool) {
	e := k.ofClass(zh, "inspect", user)
	if e == nil || !isFaultWord(zh) || e.class != user && !nominal(e.class, e.en) {
		return "", false
	}
	if strings.Contains(e.en, "ing ") {
		return e.en, true // seam coming apart
	}
	last := e.en[strings.LastIndexByte(e.en, ' ')+1:]
	if adjectives[last] || isAdjective(last) {
		return "", false
	}
	for _, whole := range []string{"age", "tion", "ing", "ness", "rust", "damage", "wear", "odor", "noise", "fuzz", "dust", "matter", "overflow", "contact", "sound", "fit", "peel", "residue", "dirt"} {
		if strings.HasSuffix(last, whole) {
			return e.en, true
		}
	}
	return pluralOf(e.en), true
}

var (
	spotsBehind = pattern.Lazily(`^([^\d]+?)共?(\d[\d,]*|[一二两三四五六七八九十]+)([处个点条道件台双套箱])$`)
	spotsAhead  = pattern.Lazily(`^(.*?)(?:有|存在|出现|发现|检出)(\d[\d,]*|[一二两三四五六七八九十]+)([处个点条道])(\p{Han}{2,8})$`)
	spotsFound  = pattern.Lazily(`(?:有|存在|出现|发现|检出)$`)
)

// spotDegrees say before a fault how bad it is.
var spotDegrees = []struct{ zh, en string }{{"轻微", "slight "}, {"明显", "obvious "}, {"严重", "severe "}, {"细小", "small "}, {"细微", "fine "}, {"小", "small "}}

// spots translates how many faults there are on a place: 杯身表面有黑点3处, 3 black
// spots on the cup body surface.
func (k *knowledge) spots(text string) (piece, bool) {
	if m := spotsAhead.FindStringSubmatch(text); m != nil {
		if what, ok := k.spotsOf(m[2], m[3], m[4]); ok {
			return k.spotsOn(what, m[1], m[1] == "")
		}
	}
	m := spotsBehind.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	for i := range m[1] {
		what, ok := k.spotsOf(m[2], m[3], m[1][i:])
		if !ok {
			continue
		}
		where := spotsFound.ReplaceAllString(m[1][:i], "")
		if strings.Contains(where, ":") {
			return piece{}, false
		}
		return k.spotsOn(what, where, where != m[1][:i])
	}
	return piece{}, false
}

// spotsOf writes the faults with their number: 3 black spots, leakage in 2 places.
func (k *knowledge) spotsOf(number, unit, fault string) (string, bool) {
	degree := ""
	for _, d := range spotDegrees {
		if rest, ok := strings.CutPrefix(fault, d.zh); ok && degree == "" {
			fault, degree = strings.TrimPrefix(rest, "的"), d.en
		}
	}
	what, ok := k.faultNoun(fault)
	if !ok {
		return "", false
	}
	n, _ := readNumber(number)
	one := k.ofClass(fault, "inspect", user).en
	if strings.Contains(faultyCount, unit) && (strings.HasSuffix(fault, "缺陷") || strings.HasPrefix(fault, "短") || fault == "故障" || fault == "缺件") {
		return "", false // counted themselves
	}
	if strings.Contains(faultyCount, unit) {
		return k.quantity(number+unit) + " with " + degree + what, true // 轻微刮痕3件
	}
	switch {
	case what == one && !strings.HasSuffix(one, "s") && unit != "处":
		return "", false
	case what == one && !strings.HasSuffix(one, "s"):
		what += " in " + n + " places"
		if n == "1" {
			what = strings.TrimSuffix(what, "s")
		}
		return degree + what, true
	case n == "1" && !strings.HasSuffix(one, "ss"):
		what = strings.TrimSuffix(one, "s")
	}
	return n + " " + degree + what, true
}

// spotsOn says where they are.
func (k *knowledge) spotsOn(what, where string, found bool) (piece, bool) {
	if where == "" {
		if found {
			what += " found"
		}
		return piece{text: capitalised(what)}, true
	}
	place, party, ok := k.thing(where)
	if !ok || party || k.isFault(where) || looksAt.MatchString(where) {
		return piece{}, false
	}
	return piece{text: capitalised(what + " " + withArticle("on the ", place))}, true
}

// thereIs finds faults that are named without their place: 有水印, 有轻微划痕和毛刺.
var thereIs = pattern.Lazily(`^(?:且|并|还|也|均)?(?:有|存在|出现)(?:了)?([^\d，]+)$`)

// faultsFound translates them: watermarks found.
func (k *knowledge) faultsFound(text string) (piece, bool) {
	m := thereIs.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	degree, list := "", m[1]
	for _, d := range spotDegrees {
		if rest, ok := strings.CutPrefix(list, d.zh); ok && degree == "" {
			list, degree = strings.TrimPrefix(rest, "的"), d.en
		}
	}
	var names []string
	for fault := range strings.SplitSeq(strings.NewReplacer("和", "、", "及", "、", "与", "、").Replace(list), "、") {
		name, ok := k.faultNoun(fault)
		if !ok {
			return piece{}, false
		}
		names = append(names, name)
	}
	last := len(names) - 1
	what := names[last]
	if last > 0 {
		what = strings.Join(names[:last], ", ") + " and " + what
	}
	return piece{text: capitalised(degree + what + " found")}, true
}

// sampledOf finds how many of a sample have something: 抽检50件有6件, 测试10台2台不合格.
var sampledOf = pattern.Lazily(`^(抽检|抽查|检查|检验|抽样|测试|开箱检查)(?:了)?(\d[\d,]*)([件个只台套条双箱包支把片块])[，]?(?:其中)?(?:有|发现)?(\d[\d,]*)([件个只台套条双箱包支把片块])(\p{Han}*)$`)

// amongThem finds the same without who looked: 12台中有2台.
var amongThem = pattern.Lazily(`^(\d[\d,]*)([件个只台套条双箱包支把片块])中有(\d[\d,]*)([件个只台套条双箱包支把片块])(\p{Han}*)$`)

// sampleWith translates it: 6 out of 50 pcs sampled.
func (k *knowledge) sampleWith(text string) (piece, bool) {
	if m := amongThem.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		counted := m[3] + " out of " + k.quantity(m[1]+m[2])
		if m[5] == "" {
			return piece{text: counted}, true
		}
		how, ok := k.predicate(m[5], true)
		return piece{text: counted + " " + how}, ok
	}
	m := sampledOf.FindStringSubmatch(text)
	if m == nil || m[3] != m[5] {
		return piece{}, false
	}
	looked := map[string]string{"抽检": "sampled", "抽查": "spot-checked", "检查": "checked", "检验": "inspected", "抽样": "sampled", "测试": "tested", "开箱检查": "opened and checked"}[m[1]]
	counted := m[4] + " out of " + k.quantity(m[2]+m[3]) + " " + looked
	if m[6] == "" {
		return piece{text: counted + " affected"}, true
	}
	how, ok := k.predicate(m[6], true)
	return piece{text: counted + " " + how}, ok
}

// countedState translates a fault with its number behind: 杯盖破裂1个, 1 cup lid cracked.
func (k *knowledge) countedState(text string) (piece, bool) {
	m := countBehind.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	for i := range m[1] {
		what, state := m[1][:i], k.states()[m[1][i:]]
		if what == "" || state == "" {
			continue
		}
		thing, party, ok := k.thing(what)
		if !ok || party || k.isFault(what) {
			return piece{}, false
		}
		counted := k.quantity(m[3] + m[4])
		if !strings.Contains(ownCount, m[4]) || m[4] == "个" && state != "missing" {
			return piece{text: capitalised(thing + " " + state + ": " + counted)}, !hasHan(counted)
		}
		number, _ := readNumber(m[3])
		if number != "1" {
			thing = pluralOf(thing)
		}
		return piece{text: number + " " + thing + " " + state}, true
	}
	return piece{}, false
}

var faultyOnes = pattern.Lazily(`^(.+?)的(\d[\d,]*|[一二两三四五六七八九十]+)([件台箱只双套把个条支盒包袋瓶卷])$`)

// countedFaulty translates those of the goods that have a fault: 破损的32箱, the 32
// damaged cartons.
func (k *knowledge) countedFaulty(text string) (piece, bool) {
	m := faultyOnes.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	state, counted := k.states()[m[1]], k.quantity(m[2]+m[3])
	number, unit, ok := strings.Cut(counted, " ")
	if unit = map[string]string{"ctns": "cartons", "ctn": "carton"}[unit]; unit == "" {
		unit = counted[len(number)+1:]
	}
	if !ok || !simpleState.MatchString(state) || state == "passed" {
		return piece{}, false
	}
	return piece{text: "the " + number + " " + state + " " + unit}, true
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
	inspection, party, ok := k.thing(m[1])
	if !ok || party {
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
	for i := range text {
		state := k.states()[text[i:]]
		if i == 0 || state == "" {
			continue
		}
		if state == k.states()["失效"] && validity.MatchString(text[:i]) {
			return piece{}, false
		}
		thing, party, ok := k.thing(text[:i])
		return piece{text: capitalised(thing + " " + state)}, ok && !party && !k.isFault(text[:i])
	}
	return piece{}, false
}

// gradables are what can be more or less, by the last character of its name.
const gradables = "度力量率性速味声压流阻值距音差耗温"

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
	thing, party, ok := k.thing(m[1])
	thing = strings.ReplaceAll(thing, "error", "deviation")
	if lastRune(m[1]) == '味' && m[3] == "大" {
		m[3] = "重" // a strong odor, not a large one
	}
	degree := map[string]string{"过于": "too ", "过": "too ", "太": "too ", "偏": "too ", "略": "slightly "}[m[2]]
	return piece{text: capitalised(thing + " " + degree + grades[m[3]])}, ok && !party
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
	thing, party, ok := k.thing(text[:at])
	return piece{text: capitalised(thing + " not " + quality.en)}, ok && !party && !k.isFault(text[:at])
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
		thing, party, ok := k.thing(what)
		return piece{text: capitalised(thing + " must be " + quality.en)}, ok && !party
	}
	return piece{}, false
}
