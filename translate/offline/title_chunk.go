package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// headChunk finds the chunk with the goods' name: the first that ends in a
// product noun, else in a part, else in anything that names a thing.
func headChunk(chunks []chunk) int {
	if len(chunks) > 1 && len(chunks[0].tokens) == 1 && chunks[0].tokens[0].class == part {
		return 0 // 轮胎 自行车
	}
	if len(chunks) > 1 && chunks[0].namesSundry() {
		return 0 // 无痕魔术贴 相框挂画
	}
	if len(chunks) > 1 && chunks[0].zh == "汽车用品" && chunks[1].namesGoods() {
		return 1
	}
	if soldByTheSheet(chunks) {
		return 0 // PU人造革 1.0mm厚 沙发
	}
	for _, classes := range [][]class{{noun, user}, {part}, {material, process, "pack", industry, "inspect"}} {
		for i, c := range chunks {
			if at := c.headAt(); c.text == "" && at >= 0 {
				for _, wanted := range classes {
					if c.tokens[at].class == wanted {
						return i
					}
				}
			}
		}
	}
	return -1
}

// soldByTheSheet reports cloth, leather or film that a title opens with and gives the
// width, thickness or yarn of: the goods, and what stands behind is made of them.
func soldByTheSheet(chunks []chunk) bool {
	if len(chunks) < 2 || chunks[0].text != "" {
		return false
	}
	last := len(chunks[0].tokens) - 1
	if last < 0 || chunks[0].tokens[last].class != material || !sheet.MatchString(chunks[0].zh) {
		return false
	}
	return slices.ContainsFunc(chunks[1:], func(c chunk) bool { return ofSheet.MatchString(c.zh) })
}

var (
	sheet   = pattern.Lazily(`(?:布|革|面料|皮革|绒|呢|毡|绸|缎|纱|雪纺|蕾丝|薄膜)$`)
	ofSheet = pattern.Lazily(`^(?:\d+[DT]|.*[米mM]宽|.*mm厚|.*毫米厚|宽幅.*|门幅.*|幅宽.*|\d+克|\d+g/?㎡|PU涂层|鞋材|面料)$`)
)

// sundries are parts that are also sold by themselves.
var sundries = map[string]bool{"魔术贴": true, "松紧带": true, "拉链": true, "纽扣": true, "织带": true, "花边": true, "鞋带": true, "肩带": true}

// namesSundry reports such a part with nothing but qualities before it.
func (c chunk) namesSundry() bool {
	last := len(c.tokens) - 1
	if c.text != "" || last < 0 || !sundries[c.tokens[last].zh] {
		return false
	}
	for _, t := range c.tokens[:last] {
		if t.class != attr && t.class != material && t.class != colour {
			return false
		}
	}
	return true
}

// headAt gives the place of the chunk's head: the last noun, or what names a thing.
func (c chunk) headAt() int {
	if at := c.lastThing(); at >= 0 && at+1 < len(c.tokens) {
		end := at
		for end+1 < len(c.tokens) && c.tokens[end+1].class == part {
			end++
		}
		return end // 衣柜拉手: the part of a thing
	}
	for _, classes := range [][]class{{noun, user}, {part}, {material, process, "pack", industry, "inspect", unknown}} {
		for i := len(c.tokens) - 1; i >= 0; i-- {
			for _, wanted := range classes {
				if c.tokens[i].class == wanted {
					return i
				}
			}
		}
	}
	return -1
}

// namesGoods reports a chunk whose head is a thing, not only what it is made of.
func (c chunk) namesGoods() bool {
	at := c.headAt()
	return at >= 0 && (c.tokens[at].class == noun || c.tokens[at].class == part || c.tokens[at].class == user)
}

// isOnly reports a chunk of a single word of a class.
func (c chunk) isOnly(class class) bool {
	return c.text == "" && len(c.tokens) == 1 && c.tokens[0].class == class
}

// lastThing gives the place of the last noun, -1 for none.
func (c chunk) lastThing() int {
	for i := len(c.tokens) - 1; i >= 0; i-- {
		if c.tokens[i].class == noun || c.tokens[i].class == user {
			return i
		}
	}
	return -1
}

// word gives the English of one token; a Latin measure gets its blank.
func (c chunk) word(i int) string {
	t := c.tokens[i]
	if en, ok := connectives[t.zh]; ok {
		return en
	}
	if t.class == code {
		return spaced(t.en)
	}
	return t.en
}

func (c chunk) words() []string {
	var words []string
	for i, t := range c.tokens {
		if number, ok := pieces(t); ok && i == len(c.tokens)-2 && strings.HasSuffix(c.tokens[i+1].zh, "礼盒") {
			return append(words, c.word(i+1), "of", number) // 6支礼盒
		}
		if number, ok := pieces(t); ok && i == len(c.tokens)-2 && (c.tokens[i+1].class == noun || c.tokens[i+1].class == part) {
			things := c.word(i + 1)
			if number != "1" {
				things = pluralOf(things)
			}
			return append(words, number, things) // 4个刷头
		}
		if fewOf.MatchString(t.en) && t.class == code && i == len(c.tokens)-2 && (c.tokens[i+1].class == noun || c.tokens[i+1].class == part) {
			return append(words, t.en, pluralOf(c.word(i+1))) // 3刀片
		}
		if t.class != noise && t.zh != "的" {
			words = append(words, c.word(i))
		}
	}
	return words
}

// fewOf finds a number that counts the thing behind it; larger ones may be models.
var fewOf = pattern.Lazily(`^(?:[2-9]|1\d|2[0-4])$`)

// supplements gives the chunk as parts of a title: a chunk with a noun is one,
// one of attributes only as many as it has.
func (c chunk) supplements() []string {
	if len(c.tokens) == 0 {
		return nil
	}
	if c.headAt() >= 0 {
		return []string{joinWords(usesLast(c.words()))}
	}
	var parts []string
	for i, t := range c.tokens {
		switch {
		case t.class == noise || t.class == mark || connectives[t.zh] != "" || t.zh == "的":
			continue
		case i > 0 && len(parts) > 0 && (c.tokens[i-1].class == measure || c.tokens[i-1].class == code) && t.class != measure && t.class != code,
			i > 0 && len(parts) > 0 && c.tokens[i-1].class == attr && t.class == code && isNumber(t.en):
			parts[len(parts)-1] += " " + standing(c.word(i))
		case i > 0 && len(parts) > 0 && c.tokens[i-1].class == maker && (t.class == code || t.class == maker):
			parts[len(parts)-1] += " " + c.word(i) // 马自达6
		case usersOf[t.zh] != "":
			parts = append(parts, usersOf[t.zh])
		case t.class == attr && (strings.HasSuffix(t.en, "'s") || strings.HasSuffix(t.en, "s'")):
			parts = append(parts, "for "+strings.TrimSuffix(strings.TrimSuffix(t.en, "'s"), "'")) // women's of nothing
		default:
			parts = append(parts, standing(c.word(i)))
		}
	}
	return parts
}

// usesLast sets what goods are for behind their noun: shopping bag for clothing stores.
func usesLast(words []string) []string {
	isUse := func(w string) bool { return strings.HasPrefix(w, "for ") }
	uses := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !isUse(w) })
	return append(slices.DeleteFunc(slices.Clone(words), isUse), uses...)
}

// plainHeads are the nouns of one character that mean the same thing whatever stands
// before them; 镜 and others are a mirror, a lens or goggles.
const plainHeads = "灯杯碗伞鞋帽包袋盒箱桶瓶壶锅勺叉刀椅桌床柜门窗笔裤裙袜枕被毯钟衣绳链梯秤锁泵阀钉垫熊车柄"
