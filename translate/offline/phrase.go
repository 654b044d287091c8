package offline

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// phraseOrder prefers the glossary's classes when a phrase is put together.
var phraseOrder = []class{phrase, noun, part, material, colour, attr, size, process, feature, unit, "pack", "inspect", "ship", "pay", "customs", legal, place, port, bank, industry, word}

// composed are the classes that may stand side by side in a noun phrase and keep
// their order in English.
var composed = map[class]bool{noun: true, part: true, material: true, attr: true, colour: true, size: true, measure: true, settled: true, code: true, user: true, mark: true, place: true, port: true, process: true, maker: true}

// connectives may stand between the parts of a phrase.
var connectives = map[string]string{"和": "and", "及": "and", "与": "and", "以及": "and", "或": "or", "或者": "or", "的": "", "、": ",", "并": "and"}

// phrase translates a noun phrase: final where it is one glossary entry or put
// together of classes that keep their order.
func (k *knowledge) phrase(text string) piece {
	text = strings.TrimSpace(text)
	if !hasHan(text) && !strings.Contains(text, "、") {
		return piece{text: text}
	}
	if e := k.lookup(text, phraseOrder); e != nil && e.class != noise {
		if v := k.verbs[text]; v.zh != "" && v.base == e.en && e.class != user {
			return piece{text: v.deed("")} // what is done, as a noun
		}
		if e.class == industry {
			return piece{text: uncapitalisedWords(e.en)}
		}
		return piece{text: e.en}
	}
	if chain := k.placeChain(text); chain != "" {
		return piece{text: chain}
	}
	if looksLikeCompany(text) {
		return k.company(text)
	}
	if p, ok := k.position(text); ok {
		return p
	}
	if source, ok := strings.CutSuffix(text, "供电"); ok && source != "" {
		p := k.phrase(source)
		p.text = "powered by " + p.text
		return p
	}
	for _, included := range []struct{ zh, en string }{{"均不含", " not included"}, {"不含", " not included"}, {"不包含", " not included"}, {"不包括", " not included"}, {"另购", " sold separately"}} {
		if what, ok := strings.CutSuffix(text, included.zh); ok && what != "" && !strings.Contains(what, "、") {
			if english, ok := k.thing(what); ok {
				return piece{text: english + included.en}
			}
		}
	}
	if goods, purpose, ok := k.madeFor(text); ok {
		p := k.phrase(goods)
		p.text += " " + purpose
		return p
	}
	if p, ok := k.listOfKind(text); ok {
		return p
	}
	for _, during := range []struct{ zh, en string }{{"运输途中的", " in transit"}, {"运输过程中的", " in transit"}, {"生产过程中的", " during production"}, {"使用过程中的", " during use"}, {"搬运过程中的", " during handling"}, {"质保期内的", " within the warranty period"}, {"保修期内的", " within the warranty period"}} {
		if rest, ok := strings.CutPrefix(text, during.zh); ok && rest != "" {
			p := k.phrase(rest)
			p.text += during.en
			return p
		}
	}
	if list := strings.Split(text, "、"); len(list) > 1 {
		for _, choice := range []string{"可选", "任选", "可供选择"} {
			if last, ok := strings.CutSuffix(list[len(list)-1], choice); ok && last != "" {
				list[len(list)-1] = countOfColours.ReplaceAllString(last, "")
				p := k.listOf(list, "or")
				p.text += " available"
				return p
			}
		}
		if before, after, ok := strings.Cut(list[len(list)-1], "或"); ok && before != "" && after != "" {
			after = strings.TrimPrefix(after, "者")
			return k.listOf(append(list[:len(list)-1:len(list)-1], before, after), "or")
		}
		return k.listOf(list, "and")
	}
	if p, ok := k.heldIn(text); ok {
		return p
	}
	if strings.HasSuffix(text, "处") && spotsBehind.MatchString(text) {
		if p, ok := k.spots(text); ok {
			return piece{text: k.lowered(p.text)} // 划痕5处
		}
	}
	if p, ok := k.countedFaulty(text); ok {
		return p
	}
	if p, ok := k.share(text); ok {
		return p
	}
	if p, ok := k.incurred(text); ok && p.final() {
		return p
	}
	if p, ok := k.owned(text); ok {
		return p
	}
	if p, ok := k.relative(text); ok {
		return p
	}
	tokens := k.segment(text, phraseOrder)
	asks := slices.ContainsFunc(tokens[:max(0, len(tokens)-1)], func(t token) bool { return t.zh == "要求" })
	p := k.composedPhrase(k.readUnknown(classed(shaped(tokens))))
	if asks {
		p.doubt("who requires what is not clear") // 海关要求补充资料
	}
	if k.joinsDeed(text) {
		p.doubt("what is done stands in what it is done to")
	}
	return p
}

// joinsDeed reports a thing with a deed joined to it: the 订单并要求退还定金 of
// 取消订单并要求退还定金.
func (k *knowledge) joinsDeed(text string) bool {
	before, after, ok := strings.Cut(text, "并")
	if !ok || before == "" || k.insideWords(text)[len(before)] {
		return false
	}
	v, _ := k.verbAtStart(after)
	return v.frame == transitive && v.zh != after && !k.insideWords(after)[len(v.zh)]
}

// classed writes B类 as class B, behind whatever it is of.
func classed(tokens []token) []token {
	last := len(tokens) - 1
	if last < 1 || tokens[last-1].class != code || len(tokens[last-1].en) > 2 || !isLatin(rune(tokens[last-1].en[0])) {
		return tokens
	}
	if last > 1 && (strings.HasSuffix(tokens[last-2].zh, "水平") || strings.HasSuffix(tokens[last-2].zh, "等级")) {
		return tokens[:last] // 检验水平II级: level II
	}
	if kind := map[string]string{"类": "class ", "级": "grade ", "款": "style "}[tokens[last].zh]; kind != "" {
		return append(append([]token(nil), tokens[:last-1]...), token{tokens[last-1].zh + tokens[last].zh, kind + tokens[last-1].en, part})
	}
	return tokens
}

// shaped joins a letter and 型 to what a thing is like, and 级 to its grade: H型胶带,
// H-type tape; E1级板材, grade E1 board.
func shaped(tokens []token) []token {
	for i := 0; i+2 < len(tokens); i++ {
		if t := tokens[i]; t.class == code && len(t.en) <= 3 && isLatin(rune(t.en[0])) && tokens[i+1].zh == "级" && isThing(tokens[i+2]) {
			graded := token{t.zh + "级", "grade " + t.en, attr}
			return append(append(append([]token(nil), tokens[:i]...), graded), tokens[i+2:]...)
		}
		if t := tokens[i]; t.class == code && len(t.en) == 1 && (tokens[i+1].zh == "型" || tokens[i+1].zh == "形") {
			kind := map[string]string{"型": "-type", "形": "-shaped"}[tokens[i+1].zh]
			joined := token{t.zh + tokens[i+1].zh, t.en + kind, attr}
			return append(append(append([]token(nil), tokens[:i]...), joined), tokens[i+2:]...)
		}
	}
	return tokens
}

// uncapitalisedWords writes a trade as the thing it deals in: glass products.
func uncapitalisedWords(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if len(w) > 1 && w[1:] == strings.ToLower(w[1:]) {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

// verbAtEnd gives the longest verb a text ends in.
func (k *knowledge) verbAtEnd(text string) (verb, bool) {
	runes := []rune(text)
	for n := min(longestVerb, len(runes)-1); n > 0; n-- {
		if v, ok := k.verbs[string(runes[len(runes)-n:])]; ok {
			return v, true
		}
	}
	return verb{}, false
}

// requiredBy finds who requires something.
var requiredBy = pattern.Lazily(`^(?:客户|客人|买方|卖方|工厂|供应商)要求$`)

func (k *knowledge) composedPhrase(tokens []token) piece {
	tokens = k.withinRegion(countedLast(ofYears(extentsNamed(tokens))))
	var p piece
	var words []string
	plural, owner, many := false, "", -1
	for i, t := range tokens {
		if en := bounded(tokens, i); en != "" {
			words = append(words, en)
			continue
		}
		if t.zh == "以内" && i > 0 && tokens[i-1].class == measure {
			words[len(words)-1] = "within " + words[len(words)-1]
			continue
		}
		if i < len(tokens)-1 {
			if en := extremes[t.zh]; en != "" && (tokens[i+1].class == part || tokens[i+1].class == noun) && contentsOfLabel(tokens[i+1].en) {
				words = append(words, en) // 最大切深65mm
				continue
			}
			if en := k.determiner(t, tokens[i+1]); en != "" {
				plural = plural || pluralDeterminer[en]
				if pluralDeterminer[en] && i > 0 && len(words) > 1 && owner == "" && nominal(tokens[i-1].class, tokens[i-1].en) {
					owner, words = joinWords(words), nil // 本订单所有产品
				}
				words = append(words, en)
				continue
			}
		}
		if en, ok := connectives[t.zh]; ok && i > 0 && i < len(tokens)-1 {
			if en != "" {
				words = append(words, en)
			}
			continue
		}
		if number, ok := strings.CutSuffix(t.en, " sheets"); ok && i == len(tokens)-2 && labels.MatchString(tokens[i+1].zh) {
			plural = true
			words = append(words, number)
			continue
		}
		if i+1 < len(tokens) && t.class == measure && strings.HasSuffix(t.zh, "件") && (tokens[i+1].class == part || k.reporting && tokens[i+1].class == noun) {
			p.doubt("what " + t.zh + " counts is not certain") // 3件缝线: garments, not seams
		}
		if number, ok := pieces(t); ok && i == len(tokens)-2 && (tokens[i+1].class == noun || tokens[i+1].class == part) {
			plural = plural || number != "1"
			words = append(words, number)
			continue
		}
		if ofThem.MatchString(t.en) && i == len(tokens)-2 && (i == 0 || words[i-1] == "the") && t.class == measure && (tokens[i+1].class == noun || tokens[i+1].class == "inspect" && strings.HasSuffix(tokens[i+1].zh, "样品")) {
			words = append(words, t.en+" of") // 三套样品, 两卷布
			plural = plural || !strings.HasSuffix(t.en, "rolls") && !strings.HasSuffix(t.en, "bags") && !strings.HasSuffix(t.en, "bottles")
			continue
		}
		if number, ok := pieces(t); ok && i < len(tokens)-3 && connectives[tokens[i+2].zh] != "" && (tokens[i+1].class == noun || tokens[i+1].class == part) {
			if words = append(words, number); number != "1" {
				many = i + 1 // 三根数据线和一个充电头
			}
			continue
		}
		if parties[t.zh] != "" && i < len(tokens)-1 && connectives[tokens[i+1].zh] == "" && (k.verbs[tokens[i+1].zh].zh != "" || !nominal(tokens[i+1].class, tokens[i+1].en) && !composed[tokens[i+1].class]) {
			p.doubt(fmt.Sprintf("who does %q is not clear", tokens[i+1].zh))
		}
		if i > 0 && (t.class == place || t.class == port) && (tokens[i-1].class == place || tokens[i-1].class == port) {
			p.doubt("no rule for places side by side: " + tokens[i-1].zh + t.zh)
		}
		if (t.class == place || t.class == port) && !k.regions()[t.zh] && (i > 0 && (tokens[i-1].class == part || tokens[i-1].class == material) || i < len(tokens)-1 && thingsClasses[tokens[i+1].class] && !premises.MatchString(tokens[i+1].zh)) {
			p.doubt(t.zh + " may be a place or a word of goods") // 光泽不一致
		}
		if (t.class == place || t.class == port) && i == len(tokens)-2 && isThing(tokens[i+1]) {
			if inner, outer, ok := strings.Cut(t.en, ", "); ok && !strings.Contains(outer, ",") {
				t.en = outer + " " + inner // 宁波北仑仓库: the Ningbo Beilun warehouse
			}
		}
		if t.class == industry && len(tokens) > 1 {
			t.en = k.lowered(t.en) // 户外照明
		}
		if t.class == settled && i < len(tokens)-1 && tokens[i+1].class == code && strings.Contains(tokens[i+1].en, ":") {
			words = append(words, t.en+",")
			continue
		}
		if t.class == measure && i < len(tokens)-1 && !composed[tokens[i+1].class] && !isCapacityOf(t, tokens[i+1]) && connectives[tokens[i+1].zh] == "" || t.class == settled && i < len(tokens)-1 && !beforeTradeTerm(tokens[i+1:]) {
			p.doubt(fmt.Sprintf("no rule joins %q to what follows", t.zh))
		}
		if doubt := cutUp(tokens, i); doubt != "" {
			p.doubt(doubt)
		}
		if i == 0 && requiredBy.MatchString(t.zh) && len(tokens) > 1 && isThing(tokens[1]) {
			p.doubt("what is required stands behind who requires it: " + t.zh) // 客户要求中性包装
		}
		if i > 0 && t.class == "inspect" && tokens[i-1].class == "inspect" && nominal(t.class, t.en) && nominal(t.class, tokens[i-1].en) && isFaultWord(t.zh) && isFaultWord(tokens[i-1].zh) {
			words = append(words, "and") // 虚焊漏焊
		}
		if i > 0 && t.class == process && tokens[i-1].class == process {
			p.doubt("no rule for processes side by side: " + tokens[i-1].zh + t.zh)
		}
		last := i == len(tokens)-1 || tokens[i+1].class == measure || tokens[i+1].class == settled || tokens[i+1].class == mark
		switch {
		case t.class == unknown:
			p.doubt("unknown word " + t.zh)
		case t.class == noise:
			p.doubt("left out " + t.zh)
			continue
		case i == 0 && len(tokens) > 1 && deeds[t.zh]:
			p.doubt(fmt.Sprintf("no rule for the verb %q in the sentence", t.zh))
		case k.verbs[t.zh].base == t.en && t.en != "" && k.verbs[t.zh].noun != t.en+" of" && len(tokens) > 1:
			p.doubt(fmt.Sprintf("no rule for the verb %q in the sentence", t.zh))
		case t.class == feature && k.namesThing(t):
		case t.class == word || t.class == unit || t.class == phrase || t.class == feature:
			p.doubt(fmt.Sprintf("no rule for the place of %q in the sentence", t.zh))
		case !composed[t.class] && !last && !nominal(t.class, t.en):
			p.doubt(fmt.Sprintf("no rule joins %q to what follows", t.zh))
		}
		if i == many {
			t.en = pluralOf(t.en)
		}
		words = append(words, t.en)
	}
	if n := len(tokens); n == 2 && len(words) == n && tokens[1].class == measure && strings.HasSuffix(tokens[0].zh, "批") && countsPieces.MatchString(words[1]) {
		return piece{text: words[0] + " of " + words[1]} // 首批2,000件
	}
	if fault, ok := faultBehind(tokens, words); ok && p.final() {
		return piece{text: fault}
	}
	if counted, ok := k.countedBehind(tokens, words); ok && p.final() {
		return piece{text: counted}
	}
	if n := len(tokens); n > 1 && len(words) == n && tokens[n-1].class == measure && tokens[n-2].class == "inspect" {
		words[n-2] += ":" // 手柄松动5件
	}
	if last := len(words) - 1; plural && last > 0 && isAdjective(words[last]) {
		words[last-1] = pluralOf(words[last-1]) // 所有配件齐全
	} else if plural {
		words[last] = pluralOf(words[last])
	}
	if n := len(tokens); n > 1 && len(words) == n && tokens[0].class == measure && tokens[n-1].class == "inspect" && countsPieces.MatchString(tokens[0].en) {
		words[0] += ":" // 2件漏针
	}
	p.text = joinWords(words)
	return p
}

// namesThing reports a feature of goods that is a part with its qualities: 阻燃外壳,
// flame-retardant housing.
func (k *knowledge) namesThing(t token) bool {
	runes := []rune(t.zh)
	for i := 1; i < len(runes); i++ {
		if of := k.ofClass(string(runes[i:]), noun, part); of != nil {
			return strings.HasSuffix(t.en, " "+of.en) && !startsWithPreposition(t.en) && !strings.HasPrefix(t.en, "no ")
		}
	}
	return false
}

// ofThem are numbers of what goods come in: 3 sets of samples.
var ofThem = pattern.Lazily(`^\d+ (?:sets|boxes|bags|rolls|pairs|bottles|packs)$`)

// tradeTerms are the Incoterms, which stand behind a price and before a place.
var tradeTerms = map[string]bool{"EXW": true, "FCA": true, "FAS": true, "FOB": true, "CFR": true, "CNF": true, "C&F": true, "CIF": true, "CPT": true, "CIP": true, "DAP": true, "DAT": true, "DPU": true, "DDU": true, "DDP": true}

// beforeTradeTerm reports what follows a price: FOB Ningbo.
func beforeTradeTerm(tokens []token) bool {
	if tokens[0].class == mark && len(tokens) > 1 {
		tokens = tokens[1:]
	}
	return tradeTerms[strings.ToUpper(tokens[0].en)]
}

// withinRegion turns 美国芝加哥仓库 round: Chicago warehouse, USA.
func (k *knowledge) withinRegion(tokens []token) []token {
	last := len(tokens) - 1
	if last < 2 || !k.regions()[tokens[last-2].zh] || tokens[last-1].class != place && tokens[last-1].class != port || k.regions()[tokens[last-1].zh] || !standsAtPlace.MatchString(tokens[last].zh) {
		return tokens
	}
	turned := append([]token(nil), tokens[:last-2]...)
	there := tokens[last]
	there.en += ", " + tokens[last-2].en
	return append(turned, tokens[last-1], there)
}

// standsAtPlace finds what is named by the place where it stands.
var standsAtPlace = pattern.Lazily(`(?:仓库|仓|港口|码头|机场|火车站|车站|堆场|工厂|展厅|办事处)$`)

// cutUp doubts two words of one character side by side: together they are more likely
// a word that isn't known.
func cutUp(tokens []token, i int) string {
	if i+1 < len(tokens) && isSingle(tokens[i]) && isSingle(tokens[i+1]) {
		return "a word cut to its characters: " + tokens[i].zh + tokens[i+1].zh
	}
	return ""
}

// isSingle reports a word of one character that says what goods are.
func isSingle(t token) bool {
	return goodsClasses[t.class] && len([]rune(t.zh)) == 1 && hasHan(t.zh)
}

// deeds are verbs that hardly ever stand before a noun as what kind it is: 支付
// before an amount is paying it.
var deeds = map[string]bool{"支付": true, "付清": true, "提供": true, "收到": true, "安排": true, "承担": true, "提交": true, "寄送": true, "发送": true, "通知": true, "购买": true, "缴纳": true, "退还": true, "返还": true, "要求": true, "使用": true, "允许": true, "停止": true, "取消": true, "违反": true, "通过": true, "选用": true, "采用": true}

// bounds stand before a quantity and keep their place.
var bounds = map[string]string{
	"约": "approx.", "大约": "approx.", "不超过": "not exceeding", "不大于": "not greater than", "不低于": "not less than", "不少于": "not less than", "不小于": "not less than",
	"小于": "less than", "低于": "lower than", "大于": "greater than", "高于": "higher than", "超过": "more than", "至少": "at least", "最多": "at most", "仅": "only",
}

// bounded gives the English of a word that bounds the quantity behind it, and of
// 至 between two places or quantities.
func bounded(tokens []token, i int) string {
	if i+1 >= len(tokens) {
		return ""
	}
	next := tokens[i+1]
	isQuantity := next.class == measure || next.class == settled || next.class == code && next.en != "" && isDigit(rune(next.en[0]))
	if en := bounds[tokens[i].zh]; en != "" && isQuantity {
		return en
	}
	if (tokens[i].zh == "至" || tokens[i].zh == "到") && i > 0 {
		if next.class == place || next.class == port || isQuantity && tokens[i-1].class == next.class {
			return "to"
		}
	}
	return ""
}

// joinWords sets blanks between words, none inside brackets and quotation marks
// or around slashes.
func joinWords(words []string) string {
	var b strings.Builder
	quoted := false
	for i, w := range words {
		if w == "\"" {
			if quoted = !quoted; quoted && i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
			continue
		}
		if i > 0 && words[i-1] == "\"" && quoted {
			b.WriteString(w)
			continue
		}
		if i > 0 && !strings.Contains("),%/.:\"", w[:min(1, len(w))]) && !strings.HasSuffix(words[i-1], "(") && words[i-1] != "/" {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(w))
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// term translates a single trade term.
func (k *knowledge) term(text string) piece {
	if e := k.lookup(tight(text), phraseOrder); e != nil {
		return piece{text: e.en}
	}
	if when, length := k.timeAt(tight(text)); length == len(tight(text)) {
		return piece{text: when}
	}
	return k.phrase(tight(text))
}

// suchAs translates examples that stand alone: 如地震、洪水等, 如开关、插座等电器.
func (k *knowledge) suchAs(text string) (piece, bool) {
	list, ok := strings.CutPrefix(text, "如")
	list, kind, more := strings.Cut(strings.TrimPrefix(list, ":"), "等")
	if !ok || !more || !strings.Contains(list, "、") {
		return piece{}, false
	}
	last := "etc."
	if kind != "" {
		of := k.phrase(kind)
		if !of.final() {
			return piece{}, false
		}
		last = "and other " + pluralOf(of.text)
	}
	var names []string
	for item := range strings.SplitSeq(strings.NewReplacer("和", "、", "及", "、").Replace(list), "、") {
		name, ok := k.thing(item)
		if !ok {
			return piece{}, false
		}
		names = append(names, name)
	}
	return piece{text: "such as " + strings.Join(append(names, last), ", ")}, true
}

// thingsClasses are the classes of what goods are and what is wrong with them.
var thingsClasses = map[class]bool{noun: true, part: true, material: true, attr: true, "inspect": true}

// premises are the things that are named by the place they stand in.
var premises = pattern.Lazily(`(?:仓库?|库|厂|港|港口|码头|口岸|机场|车站|站|海关|公司|银行|法院|市场|办事处|展厅|店|园区?|区|路|街|楼|中心|客户|客人|供应商|时间|专线|线)$`)

// capacity is how much a package holds.
var capacity = pattern.Lazily(`(?:升|毫升|公斤|千克|克|吨|加仑|L|ml|kg|g)$`)

// isCapacityOf reports how much the package behind it holds: 200升铁桶.
func isCapacityOf(much, in token) bool {
	return in.class == "pack" && strings.ContainsAny(in.zh[len(in.zh)-len("桶"):], "桶袋箱盒瓶罐") && capacity.MatchString(much.zh)
}
