package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// titleOrder prefers the classes that titles of goods are made of.
var titleOrder = []class{noise, noun, part, material, attr, feature, colour, size, process, noise, phrase, unit, "pack", "inspect", place, port, maker, industry, word, legal}

// goods is a title being put together: head noun phrase, then its supplements.
type goods struct {
	before []string // attributes that stand before the head chunk
	head   string
	with   []string        // "with straw": directly after the head noun
	rest   []string        // supplements, each after a comma
	used   map[bool]string // what with and rest say they are for: persons and others
	doubts []string
}

// title translates a title of goods: attributes before the head noun, "with …"
// behind it, then sizes, models and supplements in their order after commas.
func (k *knowledge) title(text string) piece {
	if e := k.lookup(text, titleOrder); e != nil && e.class != noise && e.class != feature {
		if e.class == unit {
			return piece{text: e.en}
		}
		return piece{text: titleCase(e.en)}
	}
	if date, _, length := readDate(text, ""); length > 0 && length == len(text) {
		return piece{text: capitalised(date)}
	}
	if when, length := k.timeAt(text); length == len(text) && !strings.Contains(text, " ") {
		return piece{text: capitalised(when)}
	}
	if chain := k.placeChain(text); chain != "" {
		return piece{text: chain}
	}
	chunks := k.titleChunks(sideBehind.ReplaceAllString(text, "$1$2$3"))
	head := headChunk(chunks)
	chunks = hostsNamed(chunks, head)
	if len(chunks) == 1 && chunks[0].text == "" && chunks[0].onlyQualities() {
		return piece{titleCase(joinWords(chunks[0].words())), chunks[0].doubts} // 户外野餐: one thing
	}
	var g goods
	if len(chunks) > 0 && strings.HasPrefix(chunks[0].text, "in ") {
		g.doubts = append(g.doubts, "what "+chunks[0].zh+" holds is not said") // 收纳袋装
	}
	if len(chunks) > 1 && chunks[0].text != "" && !startsWithPreposition(chunks[0].text) && (head < 0 || chunks[0].goods || !chunks[head].namesGoods()) {
		g.head, g.doubts = chunks[0].text, append(g.doubts, chunks[0].doubts...)
		chunks, head = chunks[1:], -1
	}
	if len(chunks) == 1 && strings.HasPrefix(chunks[0].text, "for ") && strings.HasSuffix(text, "专用") {
		g.doubts = append(g.doubts, "goods, or what they are for: "+text)
	}
	if strings.Contains(text, "，") && head > 0 {
		g.doubts = append(g.doubts, "clauses in a title")
	}
	if head == 0 && len(chunks) > 1 && chunks[0].isOnly(noun) && machine.MatchString(chunks[0].zh) && chunks[1].isSpare() {
		g.doubts = append(g.doubts, "unclear whether the goods are "+chunks[0].zh+" or its "+chunks[1].zh) // 挖掘机 斗齿
	}
	if head > 0 && chunks[0].namesPacking() && chunks[head].tokens[chunks[head].headAt()].class == noun {
		g.doubts = append(g.doubts, "unclear whether the goods are "+chunks[0].zh+" or "+chunks[head].zh) // 编织袋 大米
	}
	for i, c := range chunks {
		g.doubts = append(g.doubts, c.doubts...)
		if head >= 0 && i > head && accessory.MatchString(c.zh) {
			g.doubts = append(g.doubts, "unclear whether the goods are "+chunks[head].zh+" or "+c.zh)
		}
		switch {
		case c.text != "":
			g.supplement(c.text)
		case i < head && c.onlyAttributes():
			g.before = append(g.before, c.words()...)
		case i == head:
			g.setHead(c)
		case head == 0 && i > head && c.isOnly(noun) && soldByTheSheet(chunks):
			if c.zh != "面料" {
				g.use(use{what: c.tokens[0].en})
			}
		case head >= 0 && i > head && c.cooker(chunks[head]) != "":
			g.use(use{what: c.cooker(chunks[head])})
		case head >= 0 && i > head && c.carriedIn(chunks[head]) != "":
			g.supplement("for " + c.carriedIn(chunks[head]))
		case head >= 0 && i > head && c.content(chunks[head]) != "":
			g.use(use{what: c.content(chunks[head])})
		case head >= 0 && i > head && scaleMarks[c.zh] != "":
			g.supplement(scaleMarks[c.zh])
		case k.usesOf(c) != nil:
			for _, u := range k.usesOf(c) {
				g.use(u)
			}
		case k.usersLead(c) > 0:
			users := k.usersLead(c)
			for _, u := range k.usesOf(chunk{tokens: c.tokens[:users]}) {
				g.use(u)
			}
			for _, s := range (chunk{zh: c.zh, tokens: c.tokens[users:]}).supplements() {
				g.supplement(s)
			}
		case c.seasonal():
			g.use(use{what: c.tokens[0].en})
			c.tokens = c.tokens[1:]
			for _, s := range c.supplements() {
				g.supplement(s)
			}
		case head >= 0 && len(c.tokens) == 1 && (c.tokens[0].class == noun || c.zh == "手机" || c.zh == "汽车") && (madeForOthers.MatchString(chunks[head].zh) && !hangsOn.MatchString(c.zh) || i > head && isHost(c.zh, chunks[head].zh)):
			g.use(use{what: c.tokens[0].en}) // 遥控器 空调
		default:
			for _, s := range c.supplements() {
				g.supplement(s)
			}
		}
	}
	return g.piece()
}

// sideBehind finds what a length is the measure of, behind a blank: 3.8cm 宽.
var sideBehind = pattern.Lazily(`(\d(?:mm|cm|m|毫米|厘米|米)) ([宽高长厚深])( |$)`)

func (g *goods) supplement(s string) {
	switch {
	case s == "" || g.head != "" && strings.Contains(" "+strings.ReplaceAll(g.head, "-", " ")+" ", " "+strings.ReplaceAll(s, "-", " ")+" ") || slices.Contains(g.rest, s):
	case strings.HasPrefix(s, "with ") && (g.head != "" || len(g.rest) == 0):
		g.with = append(g.with, s)
	case strings.HasPrefix(s, "for ") && g.head != "" && len(g.rest) == 0 && !slices.ContainsFunc(g.with, func(w string) bool { return strings.HasPrefix(w, "for ") }):
		g.with = append(g.with, s)
	default:
		g.rest = append(g.rest, s)
	}
}

func (g *goods) piece() piece {
	head := joinWords(append(append([]string(nil), g.before...), g.head))
	for i, with := range g.with {
		if i > 0 && strings.HasPrefix(with, "with ") && strings.HasPrefix(g.with[i-1], "with ") {
			with = "and " + strings.TrimPrefix(with, "with ")
		}
		head += " " + with
	}
	var parts []string
	for i, part := range append([]string{strings.TrimSpace(head)}, g.rest...) {
		switch container, in := strings.CutPrefix(part, "in "); {
		case in && i > 0:
			parts = append(parts, "in "+titleCase(container))
		case part != "":
			parts = append(parts, titleCase(part))
		}
	}
	return piece{strings.Join(parts, ", "), g.doubts}
}

// setHead takes the head chunk apart around its last noun.
func (g *goods) setHead(c chunk) {
	last := c.headAt()
	var before []string
	nounSeen, attrAfterNoun := false, false
	for i, t := range c.tokens[:last+1] {
		switch {
		case t.class == feature && i < last && startsWithPreposition(t.en):
			g.with = append(g.with, t.en)
			continue
		case t.class == noise || t.zh == "的":
			continue
		case t.class == measure && i+1 < last && countsPieces.MatchString(t.en) && !countsSet(c.tokens[last].en):
			g.doubts = append(g.doubts, "what "+t.zh+" counts is not certain")
		case t.class == noun && i < last:
			nounSeen = true
		case t.class == attr || t.class == material:
			attrAfterNoun = attrAfterNoun || nounSeen
		}
		en := c.counted(i, last)
		if one := asModifier[en]; one != "" && i < last {
			en = one
		}
		before = append(before, en)
	}
	if attrAfterNoun {
		g.doubts = append(g.doubts, "two nouns with attributes between them: "+c.zh)
	}
	if n := len(before); n > 1 && strings.HasPrefix(before[n-2], before[n-1]+" ") {
		before = before[:n-1] // 懒人沙发豆袋: a bean bag chair is a bean bag
	}
	g.head = withoutEcho(before)
	if doubt := c.crammed(last); doubt != "" {
		g.doubts = append(g.doubts, doubt)
	}
	tail := chunk{zh: c.zh, tokens: c.tokens[last+1:]}
	if len(tail.tokens) > 0 && tail.tokens[0].class == "pack" && last >= 0 && c.tokens[last].class == noun && strings.ContainsRune(containers+"膜带纸架", lastRune(tail.tokens[0].zh)) {
		g.doubts = append(g.doubts, "goods, or what they are packed in: "+c.zh)
	}
	for i, t := range tail.tokens {
		if t.class == code && i == 0 && latinMeasure.FindString(t.en) == "" {
			g.head += " " + t.en
			tail.tokens = tail.tokens[1:]
			break
		}
	}
	for _, part := range tail.qualitiesApart() {
		for _, s := range part.supplements() {
			g.supplement(s)
		}
	}
}

// counted gives the English of a token before the head: the pieces of a set are
// counted as 46-piece.
func (c chunk) counted(i, last int) string {
	en := c.word(i)
	if c.tokens[i].class == measure && countsSet(c.tokens[last].en) {
		for _, unit := range []string{" pcs", " pc"} {
			if number, ok := strings.CutSuffix(en, unit); ok {
				return number + "-piece"
			}
		}
	}
	return en
}

func startsWithPreposition(s string) bool {
	return strings.HasPrefix(s, "with ") || strings.HasPrefix(s, "for ")
}

// chunk is a part of a title between blanks: either translated whole (text) or
// cut into tokens.
type chunk struct {
	zh     string
	text   string
	tokens []token
	doubts []string
	goods  bool // text names the goods
}

func (k *knowledge) titleChunks(text string) []chunk {
	fields := k.namedByMake(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ，;。[]()|!", r) }))
	var chunks []chunk
	for _, field := range fields {
		field = strings.TrimRight(strings.TrimLeft(field, "/、:"), "/、-:")
		if len(field) > 1 && field[0] == '-' && !isDigit(rune(field[1])) {
			field = field[1:] // a dash; before a digit it is a minus
		}
		if field == "" {
			continue
		}
		field = partsAside.ReplaceAllString(field, "${1}${2}和$3")
		if joined, ok := k.joinedByPlus(field); ok {
			chunks = append(chunks, joined)
			continue
		}
		if fitted, ok := k.fitted(field); ok {
			chunks = append(chunks, fitted)
			continue
		}
		if goods, purpose, ok := k.madeFor(field); ok {
			made := k.titleChunk(goods)
			what := made.text
			if what == "" {
				what = joinWords(made.words())
			}
			chunks = append(chunks, chunk{zh: field, text: what + " " + purpose, doubts: made.doubts, goods: true})
			continue
		}
		if whole, ok := k.equipped(field); ok {
			chunks = append(chunks, whole)
			continue
		}
		if n := len(chunks); n > 0 && !hasHan(field) {
			last := &chunks[n-1]
			if last.isCode() && !statesQuality(field) && !statesQuality(last.zh) {
				last.tokens[0].en += " " + field
				continue
			}
			if strings.HasPrefix(last.text, "for ") && endsInLatin(last.zh) {
				last.text += " " + field // for iPhone 15
				continue
			}
		}
		if c := k.titleChunk(field); c.text != "" || len(c.tokens) > 0 {
			chunks = append(chunks, runOn(c)...)
		}
	}
	return chunks
}

func endsInLatin(s string) bool { return isWordRune(rune(s[len(s)-1])) }

// statesQuality reports what is no part of a model before or behind it: a measure, a
// colour of light, a degree of protection, an interface.
func statesQuality(field string) bool {
	return latinMeasure.MatchString(field) || latinQuality.MatchString(field)
}

var latinQuality = pattern.Lazily(`(?i)^(?:IPX?\d{1,2}|\d{4,5}K|\d+LM|[248]K|\d+P|Wi-?Fi\d?|RGBW?|USB[\d.]*|Type-C|HDMI[\d.]*|NFC|GPS|AC\d+V|DC\d+V)$`)

// isCode reports a chunk that is only a model or size with letters: DN50.
func (c chunk) isCode() bool {
	return len(c.tokens) == 1 && c.tokens[0].class == code && latinMeasure.FindString(c.tokens[0].en) == ""
}

func (k *knowledge) titleChunk(field string) chunk {
	c := chunk{zh: field}
	if en := standsAt[field]; en != "" {
		c.tokens = []token{{field, en, attr}}
		return c
	}
	if by := carriedBy[field]; by != "" {
		if packing.MatchString(k.context) {
			by = "for shipment " + by
		}
		c.text = by
		return c
	}
	if e := k.lookup(field, titleOrder); e != nil {
		switch {
		case e.class == noise:
			return c
		case k.users[field] != "" && e.class == word:
			e = &entry{zh: field, en: k.users[field], class: attr}
		case e.class == phrase || e.class == feature || e.class == word:
			c.text = e.en
			if e.class == word && len([]rune(field)) == 1 {
				c.doubts = append(c.doubts, "no rule for "+field+" in a title")
			}
			if v := k.verbs[field]; e.class == word && v.zh != "" && v.base == e.en {
				c.doubts = append(c.doubts, "no rule for the verb "+field+" in a title")
			}
			return c
		}
		c.tokens = []token{{field, e.en, e.class}}
		if (e.class == place || e.class == port) && !k.regions()[field] {
			c.doubts = append(c.doubts, field+" may be a place or a word of goods")
		}
		if e.class == "inspect" && isFaultWord(field) {
			c.doubts = append(c.doubts, "goods are not sold by the fault "+field)
		}
		if senses := k.ambiguity(field); senses != "" {
			c.doubts = append(c.doubts, field+" may mean "+senses)
		}
		return c
	}
	for _, read := range []func(string) (piece, bool){k.passesTest, k.freeOf} {
		if p, ok := read(field); ok {
			c.text = strings.Replace(p.text, "Free of", "free of", 1)
			return c
		}
	}
	if inside, ok := k.packedIn(field); ok {
		return inside
	}
	if v := k.verbs[strings.TrimPrefix(field, "可")]; v.frame == transitive && v.zh != field {
		c.text = "can be " + v.participle
		return c
	}
	if made, ok := strings.CutSuffix(field, "材质"); ok && made != "" {
		if text, ok := k.madeOf(made); ok {
			c.text = text
			return c
		}
	}
	if whole, ok := strings.CutPrefix(field, "全"); ok {
		if m := k.ofClass(whole, material); m != nil {
			c.text = "all-" + m.en // 全硅胶
			return c
		}
	}
	if without, ok := strings.CutPrefix(field, "免"); ok {
		if v := k.verbs[without]; v.zh != "" {
			c.text = "no " + v.deed("") + " required" // 免搭建
			return c
		}
	}
	if text, ok := k.purpose(field); ok && strings.HasSuffix(field, "专用") {
		c.text = text
		return c
	}
	if from, ok := k.importedFrom(field); ok {
		c.text = from
		return c
	}
	if part, ok := k.hasPart(field); ok {
		return part
	}
	if p, ok := k.titleSentence(field); ok {
		c.text, c.doubts = p.text, p.doubts
		return c
	}
	if text, ok := k.purpose(field); ok {
		c.text = text
		return c
	}
	if of, goods, ok := strings.Cut(field, "材质"); ok && goods != "" {
		if last := k.segment(of, titleOrder); len(last) == 1 && (last[0].class == material || last[0].class == code) {
			field = of + goods // Tritan材质塑料水壶
		}
	}
	c.tokens = wearersBefore(combined(boxed(readyMade(k.readUnknown(suffixed(k.sizesInA(continued(k.segment(field, titleOrder)))))))))
	if in := packOf(c.tokens); in != "" {
		c.text = in
		return c
	}
	if last := len(c.tokens) - 1; last > 0 && c.tokens[last].zh == "款" && !isNumber(c.tokens[0].en) {
		c.tokens = c.tokens[:last]
		if last == 1 && c.tokens[0].class == part {
			return chunk{zh: field, text: "with " + c.tokens[0].en}
		}
		if last == 1 && c.tokens[0].class == noun {
			return chunk{zh: field, text: c.tokens[0].en + " style"}
		}
	}
	if at := c.lastThing(); at >= 0 {
		c.tokens = append(c.tokens[:at+1:at+1], k.usesNamed(c.tokens[at+1:])...)
	}
	if doubt := meansDoubt(c); doubt != "" {
		c.doubts = append(c.doubts, doubt)
	}
	for i, t := range c.tokens {
		if senses := k.ambiguity(t.zh); senses != "" && (t.class != noun || i == 0 || c.tokens[i-1].class != noun) {
			c.doubts = append(c.doubts, t.zh+" may mean "+senses)
		}
		if t.zh == "双" && i+1 < len(c.tokens) && (c.tokens[i+1].class == noun || c.tokens[i+1].class == part) {
			c.tokens[i] = token{t.zh, "dual", attr} // 双电机
			continue
		}
		if t.zh == "双" && i+1 < len(c.tokens) && c.tokens[i+1].class == code && isLatin(rune(c.tokens[i+1].en[0])) {
			c.tokens[i].class, c.tokens[i+1].en = noise, "dual "+c.tokens[i+1].en // 双MPPT
			continue
		}
		if en := k.usedAt(c.tokens, i); en != "" {
			c.tokens[i] = token{t.zh, en, attr} // 车库卷帘门
			continue
		}
		if (t.class == place || t.class == port) && !k.regions()[t.zh] {
			c.doubts = append(c.doubts, t.zh+" may be a place or a word of goods")
		}
		if i > 0 && (t.class == place || t.class == port) && c.tokens[i-1].class == t.class {
			c.doubts = append(c.doubts, "no rule for places side by side: "+c.tokens[i-1].zh+t.zh)
		}
		if doubt := cutUp(c.tokens, i); doubt != "" {
			c.doubts = append(c.doubts, doubt)
		}
		if i > 0 && (t.class == noun || t.class == part) && len([]rune(t.zh)) == 1 && !strings.Contains(plainHeads, t.zh) && i == len(c.tokens)-1 {
			c.doubts = append(c.doubts, "what "+t.zh+" is of "+c.tokens[i-1].zh+" is not certain")
		}
		switch t.class {
		case unknown:
			if (t.zh == "型" || t.zh == "式") && i > 0 && c.tokens[i-1].class == code && len(c.tokens[i-1].en) <= 4 {
				c.tokens[i-1].en += "-type"
				c.tokens[i-1].class, c.tokens[i].class = attr, noise
				continue
			}
			if t.zh == "式" && i > 0 {
				if previous := &c.tokens[i-1]; previous.class == noun || previous.class == part {
					previous.en += "-type"
					previous.class = attr
				}
				c.tokens[i].class = noise // 按扣式: of that kind
				continue
			}
			c.doubts = append(c.doubts, "unknown word "+t.zh)
		case industry:
			if i == len(c.tokens)-1 {
				c.doubts = append(c.doubts, "no rule for "+t.zh+" in a title")
			}
			c.tokens[i].en = strings.ToLower(t.en)
		case "inspect":
			if isFaultWord(t.zh) {
				c.doubts = append(c.doubts, "goods are not sold by the fault "+t.zh)
			}
		case "ship", "pay", "customs":
			if len(c.tokens) > 1 {
				c.doubts = append(c.doubts, "no rule for "+t.zh+" in a title")
			}
		case word, unit, legal:
			if connectives[t.zh] == "" && t.zh != "的" {
				c.doubts = append(c.doubts, "no rule for "+t.zh+" in a title")
			}
		}
	}
	return c
}

// titleSentence applies the templates made for parts of titles.
func (k *knowledge) titleSentence(field string) (piece, bool) {
	p, ok := k.sentenceOf(field, Title, true)
	words := strings.Split(p.text, " ")
	for i, word := range words {
		words[i] = spaced(word)
	}
	p.text = manyOf(strings.Join(words, " "))
	return p, ok && p.final()
}
