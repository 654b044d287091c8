package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

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
		if counted, parts := strings.CutSuffix(what, ":"); parts {
			what = counted + " found:"
		} else {
			what += " found"
		}
	}
	if strings.HasPrefix(lead, "其中") {
		what = "of which " + what
	}
	found := what + " " + how
	if where != "" {
		place, ok := k.thing(where)
		if !ok || isFaultWord(where) && k.isFault(where) || strings.Contains(how, " on the ") {
			return piece{}, false
		}
		if looksAt.MatchString(where) {
			if strings.HasPrefix(lead, "发现") {
				return piece{}, false // see foundIn
			}
			return piece{text: capitalised(place + ": " + found)}, true // 防水测试有2件进水
		}
		if what == k.quantity(number+unit) {
			return piece{text: capitalised(place + ": " + found)}, true // 彩盒有5个破损
		}
		found += " " + withArticle("on the ", place)
	}
	return piece{text: capitalised(found)}, true
}

var lacked = pattern.Lazily(`^(.*?)(?:缺少|缺失|缺|少了|少|漏装|漏放|短少)(\d[\d,]*|[一二两三四五六七八九十]+)([个只条颗粒根张片把块枚支本])([^\d]+)$`)

// lacking translates how many of what are missing: 缺3个螺母, 3 nuts missing.
func (k *knowledge) lacking(text string) (piece, bool) {
	m := lacked.FindStringSubmatch(text)
	if m == nil || strings.HasSuffix(m[1], "不") || strings.HasSuffix(m[1], "至") || strings.HasSuffix(m[1], "最") {
		return piece{}, false
	}
	thing, ok := k.thing(m[4])
	if !ok || k.isFault(m[4]) {
		return piece{}, false
	}
	number, _ := readNumber(m[2])
	if number != "1" {
		thing = pluralOf(thing)
	}
	missing := number + " " + thing + " missing"
	if one, each := strings.CutPrefix(m[1], "每"); each && eachOf[one] != "" {
		return piece{text: missing + " per " + eachOf[one]}, true
	}
	if m[1] != "" {
		where, ok := k.thing(m[1])
		if !ok {
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
		thing, ok := k.thing(text[:length])
		if !ok || parties[text[:length]] != "" || k.isFault(text[:length]) {
			continue
		}
		switch {
		case ofGoods[text[:length]] && strings.Contains("箱盒包袋瓶卷", unit):
			return counted + " of goods", how, true
		case ofGoods[text[:length]]:
			return counted, how, true
		}
		if !strings.Contains(ownCount, unit) && simpleState.MatchString(how) {
			if how == "missing" {
				thing = pluralOf(thing)
			}
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
var simpleState = pattern.Lazily(`^(?:[a-z]+ed|loose|bent|broken|worn|damp|missing|moldy|defective|crooked|leaking|faded|normal|intact|dim)$`)

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
	if deed, ok := strings.CutPrefix(zh, "可"); ok {
		if v := k.verbs[deed]; v.frame == transitive {
			return "can be " + v.participle, true // 可修复
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
	if deed, ok := strings.CutPrefix(zh, "未"); ok && k.verbs[deed].frame == transitive {
		return "not " + k.verbs[deed].participle, true // 未安装
	}
	if strings.HasPrefix(zh, "未") {
		if p, ok := k.sentence(zh, Inspection); ok && p.final() {
			return k.lowered(p.text), true
		}
	}
	return "", false
}

// countedState translates a fault with its number behind: 杯盖破裂1个, 1 cup lid cracked.
func (k *knowledge) countedState(text string) (piece, bool) {
	m := countBehind.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	for i := range m[1] {
		what, state := m[1][:i], k.states()[m[1][i:]]
		if what == "" && state != "" && strings.Contains(faultyCount, m[4]) && strings.HasPrefix(state, "not ") {
			return piece{text: k.quantity(m[3]+m[4]) + " " + state}, true // 无法开机3台
		}
		if what == "" || state == "" {
			continue
		}
		thing, ok := k.thing(what)
		if !ok || k.isFault(what) {
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

var (
	faultyOnes   = pattern.Lazily(`^(.+?)的(\d[\d,]*|[一二两三四五六七八九十]+)([件台箱只双套把个条支盒包袋瓶卷])$`)
	faultyNumber = pattern.Lazily(`^(.+?)的([^\d的]+?)((?:\d[\d,]*|[一二两三四五六七八九十]+)[件台箱只双套把个条支盒包袋瓶卷])$`)
	faultyThing  = pattern.Lazily(`^(.+?)(?:的([^\d的]+)|(产品|货物|成品|零件|部件))$`)
)

// countedFaulty translates those of the goods that have a fault: 破损的32箱, the 32
// damaged cartons; 生锈的零件, rusted part.
func (k *knowledge) countedFaulty(text string) (piece, bool) {
	if m := faultyThing.FindStringSubmatch(text); m != nil && k.states()[m[1]] != "" && k.states()[m[1]] != "passed" {
		thing, ok := k.thing(m[2] + m[3])
		return piece{text: withState(k.states()[m[1]], thing)}, ok && parties[m[2]] == ""
	}
	if m := faultyNumber.FindStringSubmatch(text); m != nil && k.states()[m[1]] != "" {
		thing, ok := k.thing(m[2])
		return piece{text: withState(k.states()[m[1]], thing) + ": " + k.quantity(m[3])}, ok
	}
	m := faultyOnes.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	state, counted := k.states()[m[1]], k.quantity(m[2]+m[3])
	number, unit, ok := strings.Cut(counted, " ")
	if unit = map[string]string{"ctns": "cartons", "ctn": "carton"}[unit]; unit == "" {
		unit = counted[len(number)+1:]
	}
	if !ok || state == "" || state == "passed" {
		return piece{}, false
	}
	if simpleState.MatchString(state) {
		return piece{text: "the " + number + " " + state + " " + unit}, true
	}
	return piece{text: "the " + number + " " + withState(state, unit)}, true
}

// withState sets a state before its thing, where it is one word, or behind it.
func withState(state, thing string) string {
	if simpleState.MatchString(state) {
		return state + " " + thing
	}
	return thing + " " + state
}

var lackedBehind = pattern.Lazily(`^(?:漏装|漏放|少装|少放|缺少|缺失|缺|少)([^\d一二两三四五六七八九十]+)(\d[\d,]*|[一二两三四五六七八九十]+)([个只条颗粒根张片把块枚支本份套])$`)

// lackingBehind translates the same with the number behind: 漏装说明书10份, 10 instruction
// manuals missing.
func (k *knowledge) lackingBehind(text string) (piece, bool) {
	m := lackedBehind.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	thing, ok := k.thing(m[1])
	if !ok || k.isFault(m[1]) {
		return piece{}, false
	}
	number, _ := readNumber(m[2])
	counted := number + " "
	if m[3] == "套" {
		counted = k.quantity(m[2]+m[3]) + " of "
	}
	if number != "1" || m[3] == "套" {
		thing = pluralOf(thing)
	}
	return piece{text: counted + thing + " missing"}, true
}

var ofWhich = pattern.Lazily(`^其中(?:有)?([^\d有]+?)(\d[\d,]*)([件台箱只双套把个条支盒包袋瓶卷])$`)

// countedAmong translates how many of those found have which fault: 其中划伤5件, of which
// 5 pcs scratched.
func (k *knowledge) countedAmong(text string) (piece, bool) {
	m := ofWhich.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	how, ok := k.predicate(m[1], true)
	return piece{text: "Of which " + k.quantity(m[2]+m[3]) + " " + how}, ok
}

var (
	shareFaultyOf = pattern.Lazily(`^(约)?(\d[\d.]*%)的?(产品|货物|样品|成品|外箱|纸箱|彩盒)(.+)$`)
	faultFirst    = pattern.Lazily(`^(\p{Han}{2,6})(明显|严重|轻微)$`)
	shared        = map[string]string{"外箱": "outer cartons", "纸箱": "cartons", "彩盒": "color boxes"}
)

// shareFaulty translates which share of the goods has a fault: 30%的产品有毛边, 30% of the
// products with burrs.
func (k *knowledge) shareFaulty(text string) (piece, bool) {
	m := shareFaultyOf.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	goods := shared[m[3]]
	if goods == "" {
		goods = "products"
	}
	how, ok := k.predicate(strings.TrimPrefix(m[4], "存在"), true)
	if f := faultFirst.FindStringSubmatch(m[4]); f != nil && !ok {
		how, ok = k.predicate(f[2]+f[1], true)
	}
	approx := map[string]string{"约": "Approx. "}[m[1]]
	return piece{text: approx + m[2] + " of the " + goods + " " + how}, ok
}

var underNone = pattern.Lazily(`^(\p{Han}{0,4}?)(约?\d[\d.,]*(?:\p{Han}{1,3}?|[a-zA-Z%℃Ω]{1,3}))后?(?:无|未见|没有)(\p{Han}{2,6}(?:、\p{Han}{2,6})*)$`)

// noneUnder translates what didn't happen under what: 浸水30分钟无渗漏, no leakage after 30
// minutes of immersion in water; 50公斤无变形, no deformation at 50 kg.
func (k *knowledge) noneUnder(text string) (piece, bool) {
	m := underNone.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	var names []string
	for fault := range strings.SplitSeq(m[3], "、") {
		fault = strings.TrimPrefix(fault, "无")
		if _, ok := k.faultNoun(fault); !ok {
			return piece{}, false
		}
		names = append(names, k.ofClass(fault, "inspect", user).en)
	}
	what := "No " + strings.Join(names, " or ")
	if span, ok := k.spell(m[1] + m[2]); ok && strings.Contains(m[1], "浸") {
		return piece{text: what + " after " + span}, true
	}
	measured := k.quantity(m[2])
	if hasHan(measured) || !loaded.MatchString(m[2]) {
		return piece{}, false
	}
	if strings.Contains(k.context, "耐压") {
		return piece{}, false
	}
	return piece{text: what + " at " + measured}, m[1] == "" || m[1] == "承重" || m[1] == "加压" || m[1] == "负重"
}

// loaded finds a measure of what a thing is to bear.
var loaded = pattern.Lazily(`(?i)\d(?:公斤|千克|kg|吨|n|v|mpa|kpa|bar)$`)
