package offline

import (
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
)

// englishChunk is a piece of an English phrase with its Chinese.
type englishChunk struct {
	en, zh string
	role   role
	doubt  string
}

// role is what a englishChunk does in its phrase.
type role int

const (
	describing role = iota // an attribute, material, colour or size
	naming                 // a noun
	measuring              // a number with its unit
	coding                 // a code, kept
	counting               // a number before a noun
	strange                // not known
)

// The cost of a englishChunk: few long ones beat many short ones, a word of sure sense
// beats one that depends on the goods, anything beats an unknown word.
const (
	chunkCost   = 10
	unsureCost  = 300
	strangeCost = 1000
)

// mostWords bounds the work for a phrase, in words.
const mostWords = 16

// determinersBefore stand before an English noun phrase.
var determinersBefore = map[string]string{
	"the": "", "a": "", "an": "", "all": "所有", "any": "任何", "our": "我方", "your": "贵方", "each": "每个", "every": "每个", "this": "本", "buyer's": "买方", "seller's": "卖方", "supplier's": "供应商", "customer's": "客户",
}

// chinesePhrase translates a noun phrase: attributes stand before the noun in
// both languages. It is certain only if every word is, and stands in its place.
func (k *knowledge) chinesePhrase(text string) piece { return k.nounPhrase(text, false) }

// nounPhrase is chinesePhrase; in a title attributes may also follow the noun.
func (k *knowledge) nounPhrase(text string, inTitle bool) piece {
	text = strings.Trim(strings.TrimSpace(text), ",;")
	side := k.englishSide()
	if zh, ok := chineseQuantity(text); ok {
		return piece{text: zh}
	}
	if zh, ok := k.amountPhrase(text); ok {
		return piece{text: zh}
	}
	if zh := speakers[text]; zh != "" {
		return piece{text: zh}
	}
	if what, ok := withoutAny(text); ok {
		p := k.nounPhrase(what, inTitle)
		return piece{"无" + p.text, p.doubts}
	}
	if w := side.find(text); w != nil && !w.unsure && !staysCode(text, w) {
		if w.stand == inFront && !materialAlone[w.en] {
			return piece{w.zh, []string{"nothing stands behind \"" + text + "\""}}
		}
		return piece{text: w.zh}
	}
	words := strings.Fields(text)
	switch {
	case len(words) == 0:
		return piece{text: text}
	case strings.Contains(text, ", ") && !strings.ContainsAny(text, "()") && !joinedAtEnd.MatchString(text):
		return piece{text, []string{"a phrase with commas is more than one"}}
	case len(words) > mostWords:
		return piece{text, []string{"a phrase of so many words has no rule"}}
	}
	p := k.chunkPhrase(words, inTitle)
	if p.final() {
		return p
	}
	if zh, ok := side.placeIn(text); ok {
		return piece{text: zh}
	}
	if zh, ok := determinersBefore[strings.ToLower(words[0])]; ok && len(words) > 1 {
		inner := k.nounPhrase(strings.Join(words[1:], " "), inTitle)
		if timeBehindNoun.MatchString(inner.text) {
			inner.doubt("no rule for the time \"" + text + "\"")
		}
		return piece{zh + inner.text, inner.doubts}
	}
	for _, divide := range []func(string, bool) (piece, bool){k.joinedPhrase, k.phraseWith, k.phraseOfAmount, k.phraseOf, k.phraseFor} {
		if divided, ok := divide(text, inTitle); ok {
			return divided
		}
	}
	return p
}

// speakers are those who write and those who read; us is no country here.
var speakers = map[string]string{"us": "我方", "we": "我方", "We": "我方", "you": "贵方", "You": "贵方"}

// withoutAny finds what a thing is free of.
func withoutAny(text string) (what string, ok bool) {
	for _, opening := range []string{"free of any ", "free from any ", "free of ", "free from "} {
		if strings.HasPrefix(strings.ToLower(text), opening) {
			what = text[len(opening):]
			return what, what != "charge"
		}
	}
	return "", false
}

var joiners = []struct{ en, zh string }{{" and/or ", "和/或"}, {" and ", "和"}, {" & ", "和"}, {" or ", "或"}, {" / ", "/"}, {", ", "、"}}

// joinedPhrase translates "A and B", "A, B or C".
func (k *knowledge) joinedPhrase(text string, inTitle bool) (piece, bool) {
	for _, joiner := range joiners {
		left, right, ok := strings.Cut(text, joiner.en)
		if !ok {
			continue
		}
		if strings.Contains(left, " with ") || strings.Contains(right, " for ") {
			return piece{}, false // with A and B
		}
		a, b := k.listed(strings.TrimSuffix(left, ",")), k.nounPhrase(right, inTitle)
		if first, second := k.englishSide().find(left), k.englishSide().find(right); inTitle && joiner.zh == "和" && first != nil && second != nil && first.class == attr && second.class == attr {
			return piece{a.text + b.text, append(a.doubts, b.doubts...)}, true // 吸水柔软
		}
		return piece{a.text + joiner.zh + b.text, append(a.doubts, b.doubts...)}, true
	}
	return piece{}, false
}

// listed translates what stands before the last "and" of a list: A, B and C.
func (k *knowledge) listed(text string) piece {
	var p piece
	for i, one := range strings.Split(text, ", ") {
		if i > 0 {
			p.text += "、"
		}
		thing := k.nounPhrase(one, false)
		p.text += thing.text
		p.doubts = append(p.doubts, thing.doubts...)
	}
	return p
}

// materialAlone are words that stand before nouns and yet say something alone.
var materialAlone = map[string]bool{"glass": true, "canvas": true, "wine": true}

// joinedAtEnd is a list: A, B and C.
var joinedAtEnd = pattern.Lazily(`^[^,]+(?:, [^,]+)*,? (?:and|or) [^,]+$`)

// turnedOf are the nouns of "A of B" that turn round to B的A.
var turnedOf = map[string]bool{"photos": true, "photo": true, "pictures": true, "picture": true, "video": true, "videos": true, "color": true, "colour": true, "quality": true, "quantity": true, "weight": true, "size": true, "list": true, "name": true, "cost": true, "price": true, "dimensions": true, "origin": true, "details": true, "bottom": true, "top": true, "value": true, "samples": true, "sample": true, "packaging": true, "packing": true, "surface": true, "inspection": true, "check": true, "testing": true, "test": true, "copy": true, "date": true, "number": true, "total": true, "balance": true, "nature": true, "description": true, "supply": true, "delivery": true, "report": true, "condition": true, "position": true, "appearance": true, "front": true, "back": true, "inside": true, "length": true, "width": true, "height": true, "thickness": true, "amount": true, "payment": true, "address": true, "style": true, "design": true, "layout": true, "draft": true, "text": true, "wording": true, "specifications": true, "specification": true, "colors": true, "colours": true, "scope": true, "layers": true, "capacity": true, "manufacturer": true, "owner": true, "edges": true, "corners": true, "center": true, "centre": true, "use": true, "strength": true, "replacement": true, "repair": true, "release": true}

func (k *knowledge) phraseOf(text string, inTitle bool) (piece, bool) {
	head, of, ok := strings.Cut(text, " of ")
	last := head[strings.LastIndexByte(head, ' ')+1:]
	if amount, counted := k.amountOf(of); ok && counted && startsWord(last) {
		a := k.nounPhrase(head, false)
		if strings.EqualFold(last, "batch") || strings.EqualFold(last, "lot") {
			return piece{a.text + strings.TrimSuffix(amount, "装"), a.doubts}, true // 首批2,000件
		}
		return piece{amount + a.text, a.doubts}, true
	}
	if zh := thingSides[strings.TrimPrefix(strings.ToLower(head), "the ")]; ok && zh != "" {
		b := k.holderText(of)
		return piece{b.text + zh, b.doubts}, true
	}
	if !ok || strings.ContainsFunc(text, unicode.IsDigit) || !turnedOf[strings.ToLower(last)] {
		return piece{}, false
	}
	a, b := k.nounPhrase(head, false), k.nounPhrase(of, false)
	return piece{b.text + "的" + a.text, append(a.doubts, b.doubts...)}, true
}

// amountOf reads the amount behind "of" that goods or money come to: drums of 200 L,
// a deposit of USD 500.
func (k *knowledge) amountOf(text string) (string, bool) {
	if m := amountAlone.FindStringSubmatch(text); m != nil {
		return text, true
	}
	zh, ok := chineseQuantity(text)
	if strings.HasSuffix(zh, "件") {
		zh += "装"
	}
	return zh, ok && measuredBy.MatchString(text)
}

var (
	amountAlone = pattern.Lazily(`^(?:USD|EUR|RMB|CNY|GBP) ?\d[\d,]*(?:\.\d+)?$|^\d+(?:\.\d+)?%$`)
	measuredBy  = pattern.Lazily(`(?i)^[\d.,]+ ?(?:L|ml|kg|kgs|g|pcs|pieces|m|mm|cm|liters?)$`)
)

// chunkPhrase cuts a phrase into chunks the cheapest way and puts them together.
func (k *knowledge) chunkPhrase(words []string, inTitle bool) piece {
	n := len(words)
	type step struct {
		cost, from   int
		englishChunk englishChunk
	}
	best := make([]step, n+1)
	for i := 1; i <= n; i++ {
		best[i].cost = 1 << 30
	}
	for i := range n {
		relax := func(length, cost int, c englishChunk) {
			if total := best[i].cost + cost; total < best[i+length].cost {
				best[i+length] = step{total, i, c}
			}
		}
		relax(1, strangeCost, k.strangeWord(words[i]))
		if c, length := chunkOfNumber(words[i:]); length > 0 {
			relax(length, chunkCost, c)
		} else if isKeptCode(words[i]) || chineseDay.FindString(words[i]) == words[i] {
			relax(1, chunkCost+1, englishChunk{en: words[i], zh: words[i], role: coding})
		}
		k.wordChunks(words[i:], func(c englishChunk, length, cost int) { relax(length, cost, c) })
	}
	var chunks []englishChunk
	for i := n; i > 0; i = best[i].from {
		chunks = append([]englishChunk{best[i].englishChunk}, chunks...)
	}
	return assemble(chunks, inTitle)
}

func (k *knowledge) strangeWord(word string) englishChunk {
	if zh, ok := determinersBefore[strings.ToLower(word)]; ok {
		return englishChunk{word, zh, strange, "no rule for the place of \"" + word + "\""}
	}
	return englishChunk{word, word, strange, "unknown word " + word}
}

// wordChunks offers the words of the dictionary that a phrase begins with.
func (k *knowledge) wordChunks(words []string, offer func(c englishChunk, length, cost int)) {
	side := k.englishSide()
	for length := min(len(words), side.longest, 8); length > 0; length-- {
		key := strings.Join(words[:length], " ")
		if w := side.find(key); w != nil {
			last := length == len(words) || !startsWord(words[length])
			if staysCode(key, w) {
				continue
			}
			if w.stand == alone || w.stand == inFront && last || w.stand == atEnd && !last {
				continue
			}
			c := englishChunk{en: key, zh: w.zh, role: naming}
			if w.stand == inFront || describes[w.class] {
				c.role = describing
			}
			cost := chunkCost
			if w.unsure {
				c.doubt, cost = "the sense of \""+key+"\" depends on the goods", unsureCost
				if w.opaque && length > 1 {
					cost = chunkCost
				}
			}
			offer(c, length, cost)
		}
		if c, ok := side.freeOf(key); ok {
			offer(c, length, chunkCost)
		}
		if c, ok := side.eitherOf(key); ok && length == 1 {
			offer(c, length, chunkCost)
		}
	}
}

// staysCode reports capitals that orders keep, whatever the glossary spells out: PVC.
func staysCode(text string, w *englishWord) bool {
	return !w.own && w.class != user && isKeptCode(text) && strings.ToUpper(text) == text
}

var describes = map[class]bool{attr: true, material: true, colour: true, size: true, feature: true, maker: true}

func startsWord(s string) bool { return s != "" && unicode.IsLetter(rune(s[0])) && !isKeptCode(s) }

// freeOf reads "nickel-free" and "nickel free": 无镍.
func (side englishSide) freeOf(key string) (englishChunk, bool) {
	lower := strings.ToLower(key)
	what, ok := strings.CutSuffix(lower, "-free")
	if !ok {
		what, ok = strings.CutSuffix(lower, " free")
	}
	if !ok || what == "" || strings.ContainsAny(what, " -") {
		return englishChunk{}, false
	}
	if substances[what] == "" {
		return englishChunk{}, false
	}
	return englishChunk{en: key, zh: substances[what], role: describing}, true
}

// eitherOf reads words with strokes between: Blue/White.
func (side englishSide) eitherOf(word string) (chunk englishChunk, ok bool) {
	parts := strings.Split(word, "/")
	for i, part := range parts {
		w := side.find(part)
		if len(parts) == 1 || w == nil || w.unsure || w.stand != anywhere {
			return englishChunk{}, false
		}
		parts[i] = w.zh
	}
	return englishChunk{en: word, zh: strings.Join(parts, "/"), role: describing}, true
}

var substances = map[string]string{
	"bpa": "不含BPA", "pvc": "不含PVC", "phthalate": "不含邻苯", "lead": "无铅", "nickel": "无镍", "latex": "不含乳胶", "powder": "无粉", "sugar": "无糖", "gluten": "无麸质", "alcohol": "无酒精", "fragrance": "无香", "odor": "无异味", "formaldehyde": "无甲醛", "halogen": "无卤", "mercury": "无汞", "acid": "无酸", "oil": "无油", "lint": "不掉毛", "rust": "不锈", "bpa-": "", "chlorine": "无氯", "plastic": "不含塑料", "pfoa": "不含PFOA", "pfas": "不含PFAS", "dust": "无尘", "wrinkle": "免烫", "scratch": "防刮", "tangle": "防缠绕",
}

// assemble joins the chunks of a phrase and doubts those out of place.
func assemble(chunks []englishChunk, inTitle bool) piece {
	var p piece
	named := false
	for i, c := range chunks {
		if c.doubt != "" {
			p.doubt(c.doubt)
		}
		text := c.zh
		if i+1 < len(chunks) && strings.HasPrefix(chunks[i+1].zh, c.zh) && (c.role == describing || c.role == naming && len([]rune(c.zh)) == 1) {
			continue // 钢 before 钢丝绳, 花 before 花瓶
		}
		switch c.role {
		case naming:
			if i > 0 && tongueTold.MatchString(chunks[i-1].zh) && !writtenIn.MatchString(c.zh) {
				p.doubt("of a country, or in its language: " + chunks[i-1].en)
			}
			if i > 0 && c.zh == "货柜" && !shippingWords.MatchString(chunks[i-1].zh) {
				p.doubt("a container of goods, or one that is shipped")
			}
			if i > 0 && strings.HasPrefix(c.en, "each ") {
				p.doubt("no rule for the place of \"" + c.en + "\"")
			}
			named = true
		case describing:
			if !named {
				break
			}
			if !inTitle || nounFollows(chunks[i:]) {
				p.doubt("no rule for the place of \"" + c.en + "\" behind a noun")
			}
			text = " " + text
		case measuring:
			if named && !inTitle && timeBehindNoun.MatchString(c.zh) {
				p.doubt("no rule for the time " + c.en + " behind a noun")
			}
		case counting:
			if i > 0 || !nounFollows(chunks) {
				p.doubt("no rule for the number " + c.en)
			}
			text += "个"
		case strange:
			text = " " + text + " "
		}
		if latinAtEnd(p.text) && latinAtStart(text) {
			p.text += " "
		}
		p.text += text
	}
	p.text = faultSized.ReplaceAllString(strings.Join(strings.Fields(p.text), " "), "$1$2")
	p.text = strings.ReplaceAll(p.text, "色颜色", "色")
	return p
}

// faultSized finds the size of a fault, which is no size of goods: 小凹痕.
var faultSized = pattern.Lazily(`([小大])号([凹划裂破污斑缺瑕]|孔|气泡|毛刺|零件|配件)`)

// tongueTold is a language, which in English is a country's adjective too; writtenIn are
// the ends of what is written in one.
var (
	tongueTold = pattern.Lazily(`^(?:英|中|德|法|意大利|西班牙|日|韩|俄|泰|葡|荷兰|波兰|土耳其|阿拉伯|希伯来|印尼|越南)文$`)
	writtenIn  = pattern.Lazily(`书|标|版|语|字|包装|手册|文|警|印|合同|发票|证|菜单|界面|吊牌|洗水|卡|键盘|贴|唛|名称|资料|单|说明`)
)

// shippingWords stand before a container that is shipped.
var shippingWords = pattern.Lazily(`[整空每同本该此各前下首]|\d|冷藏|尺|集装|高柜|批|海运|出口|个`)

var timeBehindNoun = pattern.Lazily(`\d(?:天|周|个月|年|个工作日|小时)$`)

func nounFollows(chunks []englishChunk) bool {
	for _, c := range chunks {
		if c.role == naming {
			return true
		}
	}
	return false
}

func latinAtEnd(s string) bool {
	return s != "" && (isWordRune(rune(s[len(s)-1])) || strings.HasSuffix(s, "°") || strings.HasSuffix(s, "%"))
}

func latinAtStart(s string) bool { return s != "" && isWordRune(rune(s[0])) }

var pluralEnds = []struct{ many, one string }{{"ies", "y"}, {"ves", "fe"}, {"ves", "f"}, {"es", ""}, {"s", ""}, {"'s", ""}}

// british writes words as the glossary does.
var british = strings.NewReplacer("colour", "color", "aluminium", "aluminum", "grey", "gray", "fibre", "fiber", "mould", "mold", "tyre", "tire", "metre", "meter", "jewellery", "jewelry", "centre", "center", "licence", "license", "labelled", "labeled", "labelling", "labeling", "matt ", "matte ", "organiser", "organizer", "personalised", "personalized", "customised", "customized", "pyjama", "pajama", "’", "'")

// britishEnd finds the endings of verbs that the glossary writes with a z.
var britishEnd = pattern.Lazily(`([a-z]{3})is(ed|ing|ation)\b`)

// find looks an English word or phrase up, however it is written: with a hyphen
// or a blank, one or many.
func (side englishSide) find(text string) *englishWord {
	key := british.Replace(strings.ToLower(text))
	if len(key) > 60 {
		return nil
	}
	if w := side.words[key]; w != nil && w.unsure && sureBack[w.class] {
		return w // glasses are no glass
	}
	var unsure *englishWord
	try := func(key string) bool {
		w := side.words[key]
		if w != nil && unsure == nil {
			unsure = w
		}
		return w != nil && !w.unsure
	}
	for _, spelling := range []string{key, strings.ReplaceAll(key, "-", " "), strings.ReplaceAll(key, " ", "-")} {
		if try(spelling) {
			return side.words[spelling]
		}
		for _, end := range pluralEnds {
			if one, ok := strings.CutSuffix(spelling, end.many); ok && len(one) > 2 && try(one+end.one) {
				return side.words[one+end.one]
			}
		}
		if many := spelling + "s"; try(many) {
			return side.words[many]
		}
	}
	if unsure == nil && britishEnd.MatchString(key) {
		return side.find(britishEnd.ReplaceAllString(key, "${1}iz$2"))
	}
	return unsure
}

var (
	codeRun  = pattern.Lazily(`[A-Za-z]+`)
	codeForm = pattern.Lazily(`^[A-Za-z0-9+#.,/×*°%~≥≤<>±Φφ"'():_&®™Ω-]+$`)
)

// isKeptCode reports what stays as it is in Chinese: numbers, units, models, short
// words in capitals. A number grown together with a word is none: 12-hour.
func isKeptCode(word string) bool {
	if keptUnits[word] || mixedNames[strings.ToLower(word)] != "" {
		return true
	}
	if !codeForm.MatchString(word) {
		return false
	}
	hasDigit := strings.ContainsFunc(word, unicode.IsDigit)
	for _, run := range codeRun.FindAllString(word, -1) {
		capitals := strings.ToUpper(run) == run
		if !capitals && !(hasDigit && (keptUnits[run] || run == "x" || len(run) == 1)) {
			return false
		}
		if capitals && !hasDigit && len(run) > 6 {
			return false
		}
	}
	return hasDigit || strings.ToUpper(word) == word
}

// mixedNames are names of makes and standards that Chinese keeps.
var mixedNames = map[string]string{"iphone": "iPhone", "ipad": "iPad", "macbook": "MacBook", "airpods": "AirPods", "type-c": "Type-C", "wi-fi": "Wi-Fi", "wifi": "WiFi", "logo": "LOGO", "pantone": "Pantone", "microsd": "microSD", "airtag": "AirTag", "zigbee": "Zigbee", "imac": "iMac", "magsafe": "MagSafe", "rohs": "RoHS", "android": "Android", "displayport": "DisplayPort", "thunderbolt": "Thunderbolt", "pcie": "PCIe"}
