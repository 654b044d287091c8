package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// faultNoun gives a fault as the noun that stands behind with: scratches, leakage.
func (k *knowledge) faultNoun(zh string) (string, bool) {
	e := k.ofClass(zh, "inspect", user)
	if e == nil || !isFaultWord(zh) || e.class != user && !nominal(e.class, e.en) {
		return "", false
	}
	if w := firstWord(e.en); w == "cannot" || w == "not" || w == "out" {
		return "", false // 无法开机: what goods don't do
	}
	if strings.Contains(e.en, "ing ") {
		return e.en, true // seam coming apart
	}
	last := e.en[strings.LastIndexByte(e.en, ' ')+1:]
	if adjectives[last] || isAdjective(last) {
		return "", false
	}
	if noun := findingNouns[e.en]; noun != "" {
		return noun, true // 发霉: mold
	}
	for _, whole := range []string{"difference", "osity", "flash", "hair", "hum", "age", "tion", "ing", "ness", "rust", "mold", "mildew", "damage", "wear", "odor", "noise", "fuzz", "dust", "matter", "overflow", "contact", "sound", "fit", "peel", "residue", "dirt"} {
		if strings.HasSuffix(last, whole) {
			return e.en, true
		}
	}
	return pluralOf(e.en), true
}

var (
	spotsBehind  = pattern.Lazily(`^([^\d]+?)共?(\d[\d,]*|[一二两三四五六七八九十]+)([处个点条道件台双套箱])$`)
	spotsAhead   = pattern.Lazily(`^(.*?)(?:有|存在|出现|发现|检出)(\d[\d,]*|[一二两三四五六七八九十]+)([处个点条道])(\p{Han}{2,8})$`)
	spotsOnThing = pattern.Lazily(`^(\d[\d,]*|[一二两三四五六七八九十]+)处(\p{Han}{4,})$`)
	spotsFound   = pattern.Lazily(`(?:有|存在|出现|发现|检出)$`)
)

// spotDegrees say before a fault how bad it is.
var spotDegrees = []struct{ zh, en string }{{"轻微", "slight "}, {"明显", "obvious "}, {"严重", "severe "}, {"细小", "small "}, {"细微", "fine "}, {"小", "small "}}

// faultDegree takes from a fault how bad it is.
func faultDegree(zh string) (fault, degree string) {
	for _, d := range spotDegrees {
		if rest, ok := strings.CutPrefix(zh, d.zh); ok {
			return strings.TrimPrefix(rest, "的"), d.en
		}
	}
	return zh, ""
}

// spots translates how many faults there are on a place: 杯身表面有黑点3处, 3 black
// spots on the cup body surface.
func (k *knowledge) spots(text string) (piece, bool) {
	if m := spotsAhead.FindStringSubmatch(text); m != nil {
		if what, ok := k.spotsOf(m[2], m[3], m[4]); ok {
			return k.spotsOn(what, m[1], m[1] == "")
		}
	}
	if m := spotsOnThing.FindStringSubmatch(text); m != nil {
		for i := range m[2] {
			if what, ok := k.spotsOf(m[1], "处", m[2][i:]); ok && i > 0 {
				return k.spotsOn(what, m[2][:i], false)
			}
		}
	}
	m := spotsBehind.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	for i := range m[1] {
		where := spotsFound.ReplaceAllString(m[1][:i], "")
		if state := k.states()[m[1][i:]]; m[3] == "箱" && (where == "外箱" || where == "纸箱") && state != "" {
			return piece{text: k.quantity(m[2]+m[3]) + " " + state}, true // 外箱变形5箱
		}
		what, ok := k.spotsOf(m[2], m[3], m[1][i:])
		if !ok {
			continue
		}
		if strings.Contains(where, ":") {
			return piece{}, false
		}
		if number, _ := readNumber(m[2]); m[3] == "个" && where != "" && happensToGoods[m[1][i:]] {
			goods, ok := k.thing(where)
			name, named := k.faultNoun(m[1][i:])
			unit := map[bool]string{true: " pc", false: " pcs"}[number == "1"]
			return piece{text: capitalised(goods + " with " + name + ": " + number + unit)}, ok && named // 毛绒玩具开线2个: two toys
		}
		return k.spotsOn(what, where, where != m[1][:i])
	}
	return piece{}, false
}

// happensToGoods are faults of goods as a whole, by which the goods are counted.
var happensToGoods = map[string]bool{"开线": true, "开胶": true, "脱胶": true, "脱线": true, "掉漆": true, "脱漆": true, "起皮": true, "断线": true, "掉色": true, "漏胶": true, "开缝": true}

// spotsOf writes the faults with their number: 3 black spots, leakage in 2 places.
func (k *knowledge) spotsOf(number, unit, fault string) (string, bool) {
	fault, degree := faultDegree(fault)
	what, ok := k.faultNoun(fault)
	if !ok {
		return "", false
	}
	n, _ := readNumber(number)
	one := k.ofClass(fault, "inspect", user).en
	if noun := findingNouns[one]; noun != "" {
		one = noun
	}
	if strings.Contains(faultyCount, unit) && (strings.HasSuffix(fault, "缺陷") || strings.HasPrefix(fault, "短") || fault == "故障" || fault == "缺件") {
		return "", false // counted themselves
	}
	if strings.Contains(faultyCount, unit) {
		return k.quantity(number+unit) + " with " + degree + what, true // 轻微刮痕3件
	}
	if unit == "个" && (strings.HasPrefix(one, "uneven ") || strings.HasPrefix(one, "good ")) {
		return degree + one + ": " + k.quantity(number+unit), true // 亮度不均2个: goods are counted, not the fault
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
	place, ok := k.thing(where)
	if !ok || k.isFault(where) || looksAt.MatchString(where) {
		return piece{}, false
	}
	if strings.Contains(what, place) {
		return piece{text: capitalised(what)}, true // 焊点虚焊: cold solder joints
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
	list, degree := faultDegree(m[1])
	var names []string
	for fault := range strings.SplitSeq(strings.NewReplacer("和", "、", "及", "、", "与", "、").Replace(list), "、") {
		name, ok := k.faultNoun(fault)
		if !ok {
			return piece{}, false
		}
		names = append(names, name)
	}
	return piece{text: capitalised(degree + listed(names) + " found")}, true
}

// foundOnThing finds faults with their place: 注塑件有黑点.
var foundOnThing = pattern.Lazily(`^(\p{Han}{2,10}?)(?:上|表面上)?(?:有|存在|出现)(?:了)?(轻微|明显|严重|细小|细微|少量|小|大量|多处|个别)?的?(\p{Han}{2,4}(?:[、和及与]\p{Han}{2,4}){0,3})$`)

// someFaults say before faults how many or how bad they are.
var someFaults = map[string]string{"": "", "轻微": "slight ", "明显": "obvious ", "严重": "severe ", "细小": "small ", "细微": "fine ", "小": "small ", "少量": "a few ", "大量": "many ", "个别": "a few "}

// faultsFoundOn translates them: black spots found on the injection molded part.
func (k *knowledge) faultsFoundOn(text string) (piece, bool) {
	m := foundOnThing.FindStringSubmatch(text)
	if m == nil || looksAt.MatchString(m[1]) || k.isFault(m[1]) || strings.ContainsAny(m[1], "与和跟比") {
		return piece{}, false
	}
	degree, known := someFaults[m[2]]
	var names []string
	for fault := range strings.SplitSeq(strings.NewReplacer("和", "、", "及", "、", "与", "、").Replace(m[3]), "、") {
		name, ok := k.faultNoun(fault)
		if !ok || degree == "a few " && !isPlural(name) || degree == "many " && !isPlural(name) {
			return piece{}, false
		}
		names = append(names, name)
	}
	if len(names) == 1 && !isPlural(names[0]) {
		return piece{}, false // leakage, odor: the templates say where
	}
	place, ok := k.thing(m[1])
	return piece{text: capitalised(degree + listed(names) + " found" + withArticle(" on the ", place))}, ok && known
}

// badlySo finds a fault by itself with how bad it is: 轻微漏水.
var badlySo = pattern.Lazily(`^(轻微|明显|严重)(\p{Han}{2,6})$`)

// faultsAlone translates it: slight leakage.
func (k *knowledge) faultsAlone(text string) (piece, bool) {
	m := badlySo.FindStringSubmatch(text)
	if m == nil || k.lookup(text, phraseOrder) != nil {
		return piece{}, false
	}
	name, ok := k.faultNoun(m[2])
	return piece{text: capitalised(someFaults[m[1]] + name)}, ok
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
