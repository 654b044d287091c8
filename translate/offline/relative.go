package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// countOfColours is what a list of colours says again at its end: 黑、白、灰三色.
var countOfColours = pattern.Lazily(`(?:[两二三四五六七八九十]|\d+)[种个]?(?:颜)?色$`)

var shareOf = pattern.Lazily(`^(.+)的(` + ratePattern + `)$`)

var (
	plainShare = pattern.Lazily(`^(.*(?:金额|总额|总价|货款|价款|货值|价值))(` + ratePattern + `)$`)
	sumOfShare = pattern.Lazily(`^(.*(?:金额|总额|总价|货款|价款|货值|价值))的?(` + ratePattern + `)的(.+)$`)
)

// share translates 合同金额的1%: 1% of the contract amount; and what is as much of it.
func (k *knowledge) share(text string) (piece, bool) {
	if m := sumOfShare.FindStringSubmatch(text); m != nil { // 合同总额10%的违约金
		sum, whole := k.phrase(m[3]), k.phrase(m[1])
		return piece{withArticle(sum.text+" of "+rate(m[2])+" of the ", whole.text), append(sum.doubts, whole.doubts...)}, true
	}
	m := plainShare.FindStringSubmatch(text)
	if m == nil {
		m = shareOf.FindStringSubmatch(text)
	}
	if m == nil {
		return piece{}, false
	}
	if who, ok := saidRates[m[1]]; ok {
		return piece{text: who + rate(m[2])}, true
	}
	whole := k.phrase(m[1])
	doubts := whole.doubts
	if level.MatchString(m[1]) {
		doubts = append(doubts, "a part of "+m[1]+", or as much as it") // 超过标准的5%
	}
	return piece{text: withArticle(rate(m[2])+" of the ", whole.text), doubts: doubts}, true
}

// saidRates are the words for a rate that somebody set: it is the rate itself, no part of it.
var saidRates = map[string]string{"要求": "the required ", "约定": "the agreed ", "规定": "the specified ", "允许": "the permitted ", "承诺": "the promised ", "标称": "the nominal ", "标示": "the stated ", "声称": "the claimed ", "宣称": "the claimed "}

// level is what a rate is compared with as well as taken from.
var level = pattern.Lazily(`(?:标准|要求|约定|规定|指标|水平|平均值?|上限|下限|限值|允许值|合同)$`)

// positions are the parts of a thing that something is on.
var positions = []struct{ zh, en string }{
	{"两面", "both sides"}, {"两侧", "both sides"}, {"两端", "both ends"}, {"四面", "four sides"}, {"四个面", "four sides"}, {"六面", "six sides"}, {"四角", "four corners"}, {"四周", "all four sides"}, {"右下角", "lower right corner"}, {"左下角", "lower left corner"}, {"右上角", "upper right corner"}, {"左上角", "upper left corner"},
	{"底部", "bottom"}, {"顶部", "top"}, {"正面", "front"}, {"背面", "back"}, {"侧面", "side"}, {"中间", "middle"}, {"内侧", "inside"}, {"外侧", "outside"},
}

// position translates 外箱两面: both sides of the outer carton.
func (k *knowledge) position(text string) (piece, bool) {
	for _, p := range positions {
		base, ok := strings.CutSuffix(text, p.zh)
		if !ok || base == "" {
			continue
		}
		if english, ok := k.thing(base); ok {
			return piece{text: p.en + " of " + withThe(english)}, true
		}
	}
	return piece{}, false
}

// relative translates 客户提供的唛头: shipping mark provided by the customer.
func (k *knowledge) relative(text string) (piece, bool) {
	before, after, ok := strings.Cut(text, "的")
	if !ok || before == "" || after == "" {
		return piece{}, false
	}
	for _, bears := range []struct{ zh, en string }{{"印有", " printed with "}, {"带有", " with "}, {"标有", " marked with "}, {"贴有", " labeled with "}} {
		if what, ok := strings.CutPrefix(before, bears.zh); ok && what != "" {
			thing, inner := k.phrase(after), k.phrase(what)
			return piece{text: thing.text + bears.en + inner.text}, thing.final() && inner.final()
		}
	}
	if v := k.verbs[before]; v.frame == transitive && len([]rune(before)) > 3 {
		what := k.phrase(after)
		return piece{text: what.text + " " + v.participle}, what.final() // 签字盖章的合同
	}
	for _, on := range []struct{ zh, en string }{{"上", " on the "}, {"内", " in the "}, {"里", " in the "}} {
		base, ok := strings.CutSuffix(before, on.zh)
		if !ok || len([]rune(base)) < 2 || k.lookup(before, phraseOrder) != nil {
			continue
		}
		if place, ok := k.thing(base); ok { // 产地证上的货物描述
			what := k.phrase(after)
			return piece{text: withArticle(what.text+on.en, place)}, what.final()
		}
	}
	v, ok := k.verbAtEnd(before)
	if !ok || v.frame != transitive && v.base != "cause" || k.verbs[strings.TrimSuffix(before, v.zh)].zh != "" {
		return piece{}, false
	}
	who, _, ok := k.participant(leadOfDoer.ReplaceAllString(strings.TrimSuffix(before, v.zh), ""))
	if !ok || strings.Contains(who, " by ") || isAdjective(who[strings.LastIndexByte(who, ' ')+1:]) {
		return piece{}, false
	}
	what := k.phrase(after)
	doer := " by " + who
	if (v.base == "stipulate" || v.base == "agree on" || v.base == "agree") && strings.HasSuffix(who, "contract") {
		doer = " in " + withThe(who)
		v.participle = strings.TrimSuffix(v.participle, " on")
	}
	return piece{text: what.text + " " + v.participle + doer}, what.final()
}

// leadOfDoer stands before the one who did or what caused it: 由SGS签发的, 因运输造成的.
var leadOfDoer = pattern.Lazily(`^(?:由于|因为|由|因|经|被)`)

// incurred translates 目的港产生的费用: charges incurred at the port of destination.
func (k *knowledge) incurred(text string) (piece, bool) {
	for _, cut := range []string{"产生的", "发生的"} {
		where, what, ok := strings.Cut(text, cut)
		if cause, ok := strings.CutPrefix(strings.TrimPrefix(where, "由"), "因"); ok && cause != "" && what != "" {
			why, p := k.phrase(strings.TrimPrefix(cause, "于")), k.phrase(what)
			p.text += " arising from " + why.text
			p.doubts = append(p.doubts, why.doubts...)
			return p, true
		}
		where = strings.TrimPrefix(where, "在")
		if !ok || where == "" || what == "" {
			continue
		}
		place := k.namedPlace(where)
		if place == "" {
			name, ok := k.thing(where)
			if v := k.verbs[where]; v.zh != "" && v.frame == transitive {
				p := k.phrase(what)
				p.text += " arising from " + v.deed("") // 拒收产生的费用
				return p, true
			}
			if !ok || k.ofClass(where, "ship", noun, part) == nil {
				return piece{}, false
			}
			place = withThe(name)
		}
		p := k.phrase(what)
		p.text += " incurred at " + place
		return p, true
	}
	return piece{}, false
}

// listOfKind translates 甲醛、偶氮等有害物质: hazardous substances such as formaldehyde
// and azo dyes.
func (k *knowledge) listOfKind(text string) (piece, bool) {
	items, kind, ok := strings.Cut(text, "等")
	if !ok || kind == "" || !strings.Contains(items, "、") && len([]rune(items)) < 3 || k.insideWords(text)[len(items)] || strings.HasSuffix(items, "同") || strings.ContainsAny(kind, "、级") {
		return piece{}, false
	}
	list, what := k.phrase(items), k.phrase(kind)
	if !list.final() || !what.final() {
		return piece{}, false
	}
	return piece{text: pluralOf(what.text) + " such as " + list.text}, true
}

// listOf joins the items of 甲、乙、丙: commas, and the last with "and" or "or".
func (k *knowledge) listOf(items []string, last string) piece {
	var p piece
	var texts []string
	joined := false
	for _, item := range items {
		inner := k.phrase(item)
		joined = joined || strings.Contains(inner.text, " and ") || strings.HasSuffix(inner.text, " not included")
		texts = append(texts, inner.text)
		p.doubts = append(p.doubts, inner.doubts...)
	}
	n := len(texts) - 1
	p.text = strings.Join(texts[:n], ", ") + " " + last + " " + texts[n]
	if joined {
		p.text = strings.Join(texts, ", ")
	}
	return p
}
