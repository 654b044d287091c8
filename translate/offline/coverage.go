package offline

import "strings"

// goodsClasses are the classes of words that say what the goods are: none of them
// may be lost, whatever rule or template made the English.
var goodsClasses = map[class]bool{noun: true, part: true, material: true, colour: true, attr: true, size: true, process: true, place: true, port: true, maker: true, "pack": true, "inspect": true}

// tradeClasses are those of words of the trade and of sentences. A rule may say them
// in other words, which tables/also.tsv names; what stands for none of them was lost.
var tradeClasses = map[class]bool{"pay": true, "ship": true, "customs": true, legal: true, bank: true, word: true}

// mustStand reports a word that the translation must have.
func (t token) mustStand() bool {
	if !hasHan(t.zh) || strings.Contains(understood, " "+t.zh+" ") {
		return false
	}
	return goodsClasses[t.class] || tradeClasses[t.class] && len([]rune(t.zh)) > 1 && determiners[t.zh] == "" && !strings.HasPrefix(t.zh, "每")
}

// understood are words that the rest of their phrase says already.
const understood = " 通过 材质 材料 货物 标准 日期 原因 范围 专用 座 产品 商品 方式 表面 时间 数量 规格 信息 内容 使用 上面 数据 正常 干净 偏小 偏大 处理 已经 "

// lost names the words for goods and places in a Chinese text for which neither the
// English nor any other English of the word stands in the translation.
func (k *knowledge) lost(chinese, english string) (doubts []string) {
	lower := strings.ToLower(english)
	for chunk := range strings.FieldsSeq(chinese) { // 封箱胶带 宽48mm: no word reaches over a blank
		if _, ok := k.hasPart(chunk); ok {
			chunk = strings.TrimPrefix(chunk, "带")
		}
		for _, t := range k.segment(tight(chunk), phraseOrder) {
			if t.mustStand() && !k.standsIn(t, lower) {
				doubts = append(doubts, "nothing in the translation stands for "+t.zh)
			}
		}
	}
	return doubts
}

// standsIn reports whether the English of the token stands in a text of lower case:
// all words of a thing's name, any word of others, in whatever form.
func (k *knowledge) standsIn(t token, lower string) bool {
	strict := t.class == noun || t.class == part || t.class == material
	stands := func(english string) bool {
		found, all := stems(english, lower)
		return all && found > 0 || found > 0 && !strict
	}
	v := k.verbs[t.zh]
	if state := k.states()[t.zh]; state != "" && strings.Contains(lower, state) {
		return true
	}
	if users := k.users[t.zh]; users != "" && strings.Contains(lower, "for ") && strings.Contains(lower, strings.ToLower(users)) {
		return true
	}
	if work := lastingWork[t.zh]; work != "" && strings.Contains(lower, work) {
		return true
	}
	if did := happenings[t.zh]; did != "" && strings.Contains(lower, "did not "+did) {
		return true
	}
	if stands(t.en) || v.zh != "" && (stands(v.base) || stands(v.participle) || stands(v.noun)) {
		return true
	}
	for at := k.words[strings.ToLower(t.zh)]; at != 0; at = k.entries[at].next {
		e := &k.entries[at]
		if e.class == noise || stands(e.en) {
			return true
		}
		for other := range strings.SplitSeq(e.alternatives, "|") {
			if stands(other) || e.class == also && strings.Contains(lower, strings.ToLower(other)) {
				return true
			}
		}
	}
	return false
}

const (
	stem          = 4 // letters that two forms of a word share at least
	longestEnding = 3 // letters by which forms of a longer word may differ: running, runs
)

// stems counts the words of an English term that stand in a text, small words aside,
// and reports whether all do.
func stems(english, lower string) (found int, all bool) {
	all = true
	for _, w := range strings.FieldsFunc(strings.ToLower(english), func(r rune) bool { return !isLatin(r) && !isDigit(r) }) {
		if len(w) == stem {
			w = strings.TrimSuffix(w, "y") // baby, babies
		}
		if strings.Contains(smallWords, " "+w+" ") || len(w) == 1 && !isNumber(w) {
			continue
		}
		if strings.Contains(lower, w[:min(len(w), stem)]) {
			found++
		} else {
			all = false
		}
	}
	return found, all
}
