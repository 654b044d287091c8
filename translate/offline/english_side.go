package offline

import (
	"slices"
	"strings"
	"unicode"
)

// englishWord is what an English word or phrase is in Chinese, and where it may stand.
type englishWord struct {
	zh, en string
	class  class
	stand  stance
	unsure bool // the word has other senses: its Chinese is only for the reviewer
	opaque bool // nor do its parts tell: a drawing tablet is no tablet of drawings
	own    bool // of the table written for this direction
}

// stance is where an English word may stand in a phrase.
type stance int

const (
	anywhere stance = iota
	inFront         // only before a noun: glass in "glass jar"
	atEnd           // only as the head: light in "garden light"
	alone           // only as the whole text: before shipment
)

// englishSide finds Chinese words and templates by their English.
type englishSide struct {
	words   map[string]*englishWord
	places  map[string]string // "" for a name that several places share
	longest int               // the longest English key, in words
	rows    []*sentenceRow
	ownRows int    // so many of the rows were written for this direction
	exact   []bool // of the rows: their Chinese says what their English says
	byWord  map[string][]int
}

// preferredBack orders the classes when several Chinese words have one English.
var preferredBack = []class{user, noun, material, attr, colour, part, phrase, size, process, feature, "pay", "ship", "pack", "inspect", "customs", port, place, industry, unit, word, bank, legal}

// sureBack are the classes whose entries may be trusted backwards. The others are
// words of sentences, whose English says too little of what they mean.
var sureBack = map[class]bool{user: true, noun: true, part: true, material: true, attr: true, colour: true, size: true, feature: true, maker: true}

// sureTerms are the classes whose entries of several words are terms of the trade:
// a "release" may be many things, a "telex release fee" is one.
var sureTerms = map[class]bool{"inspect": true, "pay": true, "ship": true, "pack": true, "customs": true, process: true, legal: true, bank: true}

// isSureBack reports an entry whose English means its Chinese and nothing else.
func isSureBack(english string, e *entry) bool {
	if vagueBack(english, e.zh) {
		return false
	}
	isName := e.class == legal && unicode.IsUpper(rune(e.en[0])) // a part of a company's name
	return sureBack[e.class] || sureTerms[e.class] && strings.Contains(english, " ") && !isName
}

// builder collects the words of the English side.
type builder struct {
	side  englishSide
	ranks map[string]int
}

func (k *knowledge) turnRound() englishSide {
	b := builder{
		side:  englishSide{words: make(map[string]*englishWord, len(k.words)), places: map[string]string{}, byWord: map[string][]int{}},
		ranks: map[string]int{},
	}
	keys := make([]string, 0, len(k.words))
	for key := range k.words {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		for at := k.words[key]; at != 0; at = k.entries[at].next {
			b.addBack(&k.entries[at])
		}
	}
	eachRow("tables/english-doubtful.tsv", func(row []string) {
		if w := b.side.words[row[0]]; w != nil && w.class != user {
			w.unsure, w.opaque = true, true
		}
	})
	b.addEnglish()
	b.loseNothing()
	b.addPlaces()
	b.addTemplates(k)
	return b.side
}

// addBack adds a glossary entry by each English it has; the user's own comes first.
func (b *builder) addBack(e *entry) {
	switch e.class {
	case place, port:
		b.addPlace(e)
		return
	case firm:
		return
	}
	if e.yields && (e.class != noun || !strings.Contains(e.en, " ")) {
		return
	}
	b.put(e.en, e, true)
	for alternative := range strings.SplitSeq(e.alternatives, "|") {
		b.put(alternative, e, false)
	}
}

func (b *builder) put(english string, e *entry, primary bool) {
	english = strings.ToLower(strings.TrimSpace(english))
	if english == "" || !hasHan(e.zh) {
		return
	}
	rank := 2 * slices.Index(preferredBack, e.class)
	if rank < 0 {
		rank = 100
	}
	if !primary {
		rank += 50
	}
	if e.yields {
		rank += 200
	}
	if known, ok := b.ranks[english]; ok && (known < rank || known == rank && (len(b.side.words[english].zh) <= len(e.zh)) != (e.class == colour)) {
		return
	}
	b.ranks[english] = rank
	w := &englishWord{zh: e.zh, en: english, class: e.class, unsure: !isSureBack(english, e)}
	if e.class != user && !w.unsure {
		w.stand = standOf(english)
	}
	b.set(english, w)
}

// vagueBack reports advertising words that stand for whatever a gadget is.
func vagueBack(english, zh string) bool {
	return strings.Contains(zh, "神器")
}

func (b *builder) set(english string, w *englishWord) {
	b.side.words[english] = w
	b.side.longest = max(b.side.longest, strings.Count(english, " ")+1)
}

// addEnglish adds the table of English words; only the user's terms stand before it.
func (b *builder) addEnglish() {
	eachRow("tables/english.tsv", func(row []string) {
		if w := b.side.words[row[0]]; w != nil && w.class == user {
			return
		}
		w := &englishWord{zh: row[1], en: row[0], class: noun, own: true}
		if len(row) > 2 {
			switch row[2] {
			case "attr":
				w.class = attr
			case "front":
				w.stand = inFront
			case "head":
				w.stand = atEnd
			case "whole":
				w.stand = alone
			case "doubt":
				w.unsure = true
			}
		}
		if w.stand == anywhere {
			w.stand = standOf(row[0])
		}
		b.set(row[0], w)
	})
}

// standOf is where a phrase may stand by its first word: "before shipment" only alone.
func standOf(english string) stance {
	first, _, many := strings.Cut(english, " ")
	if many && strings.Contains(" before after prior upon on at in against with without by per to from as under of for ", " "+first+" ") {
		return alone
	}
	return anywhere
}

// loseNothing marks entries that leave out what their goods are made of: 闸阀 for
// a bronze gate valve. What else they leave out is in the name that the trade has for
// the whole: 平衡车 is a balance bike.
func (b *builder) loseNothing() {
	for english, w := range b.side.words {
		if w.unsure || w.own || w.class == user || !strings.Contains(english, " ") {
			continue
		}
		words := strings.Fields(english)
		if strings.HasPrefix(english, "brass ") && !strings.Contains(w.zh, "黄铜") {
			w.unsure = true
		}
		for _, modifier := range words[:len(words)-1] {
			m := b.side.words[modifier]
			if strings.Contains(strings.ToLower(w.zh), modifier) {
				continue // LED
			}
			if m != nil && m.class == material && !m.unsure && !sharesHan(m.zh, w.zh) && !sharesHan(otherChinese[modifier], w.zh) {
				w.unsure = true
			}
		}
	}
}

// otherChinese are further characters that stand for a modifier in compounds.
var otherChinese = map[string]string{
	"kids": "童幼", "children's": "童幼", "baby": "婴宝奶幼童", "men's": "男", "women's": "女", "ladies'": "女", "car": "车", "glass": "玻杯", "water": "水", "wall": "墙壁挂", "office": "办文", "cotton": "棉", "silver": "银", "gold": "金", "black": "黑", "white": "白", "red": "红", "blue": "蓝", "green": "绿", "digital": "数电", "electronic": "电", "solar": "太光阳", "portable": "便携移", "disposable": "一次性", "folding": "折叠", "foldable": "折叠可", "automatic": "自动全", "rechargeable": "充电", "waterproof": "防水", "floor": "地", "kitchen": "厨", "bathroom": "浴卫", "garden": "园花庭", "outdoor": "户室外", "fishing": "鱼钓渔", "cycling": "骑", "hair": "发", "wireless": "无线", "smart": "智", "wood": "木", "wooden": "木", "steel": "钢", "stainless": "不锈钢", "hydraulic": "液油", "pneumatic": "气", "plastic": "塑胶", "rubber": "橡胶", "leather": "皮", "party": "派", "sports": "运体", "desktop": "桌台", "flannel": "绒", "plush": "绒", "copper": "铜", "brass": "铜", "aluminum": "铝", "iron": "铁", "round": "圆", "square": "方", "safety": "安护保", "industrial": "工业", "universal": "万通", "magnetic": "磁", "insulated": "保温隔绝", "double-sided": "双", "custom": "定", "self-adhesive": "自粘贴", "travel": "旅行", "storage": "收储纳", "adjustable": "调", "inflatable": "充", "linear": "线", "thermal": "热保", "wedding": "婚", "christmas": "圣诞", "leg": "腿脚", "chinese": "中国汉华毛跳象菜对九生", "canned": "罐听", "laminated": "覆复夹集层", "mixing": "调搅拌混", "cylindrical": "圆柱", "formula": "奶", "controller": "手柄控", "nano": "纳补喷无", "study": "书学", "reed": "簧芦藤无", "ride-on": "童骑坐", "language": "翻语", "static": "静屏", "active": "主", "nominal": "公称通", "series": "串系", "immersion": "浸料热", "groove": "槽沟", "finishing": "整碎",
}

func sharesHan(a, b string) bool {
	return strings.ContainsFunc(a, func(r rune) bool { return isHan(r) && strings.ContainsRune(b, r) })
}

// addTemplates adds the sentences, those written for this direction first.
func (b *builder) addTemplates(k *knowledge) {
	side := &b.side
	add := func(zh, en string, kind Kind) {
		word := fixedWord(en)
		side.byWord[word] = append(side.byWord[word], len(side.rows))
		side.rows = append(side.rows, &sentenceRow{zh: zh, en: en, kind: kind})
	}
	eachRow("tables/reverse.tsv", func(row []string) { add(row[1], row[0], Kind(row[2])) })
	side.ownRows = len(side.rows)
	counts := map[string]int{}
	for i := range k.sentences.rows {
		if row := &k.sentences.rows[i]; row.kind != Title && row.en != "" {
			counts[strings.ToLower(row.en)]++
			add(row.zh, row.en, row.kind)
		}
	}
	side.exact = make([]bool, len(side.rows))
	for i, row := range side.rows {
		side.exact[i] = i < side.ownRows || counts[strings.ToLower(row.en)] == 1 && saysTheSame(row)
	}
}

// saysTheSame reports a sentence that may be turned round: nothing of it is optional,
// and no word of another text stands in it, whose Chinese would depend on its own.
func saysTheSame(row *sentenceRow) bool {
	return !strings.ContainsAny(row.en, "[(") && !strings.Contains(row.en, "{t") && !strings.Contains(row.zh, "[") && !strings.Contains(row.zh, "(|") && !strings.Contains(row.zh, "||") && !strings.Contains(row.zh, "|)")
}

// fixedWord gives the longest word that every text of a pattern has: none of its
// slots, optional parts and choices, nor one grown together with them.
func fixedWord(pattern string) string {
	longest, start, depth, grown := "", -1, 0, false
	for i := range len(pattern) + 1 {
		c := byte(' ')
		if i < len(pattern) {
			c = pattern[i] | 0x20 // letters in lower case
		}
		if depth == 0 && c >= 'a' && c <= 'z' {
			if start < 0 {
				start = i
			}
			continue
		}
		opens := i < len(pattern) && strings.IndexByte("([{", pattern[i]) >= 0
		if start >= 0 && !opens && !grown && i-start > len(longest) {
			longest = pattern[start:i]
		}
		start, grown = -1, false
		switch {
		case opens:
			depth++
		case i < len(pattern) && strings.IndexByte(")]}", pattern[i]) >= 0:
			depth = max(0, depth-1)
			grown = depth == 0
		}
	}
	return strings.ToLower(longest)
}
