package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// withoutEcho joins the parts of a name without what a later one repeats: a part whole
// or its last word, pet, automatic, pet feeder. What stands first in a part stays, lest
// fall and winter become and winter.
func withoutEcho(parts []string) string {
	var kept []string
	for i, part := range parts {
		later := " " + joinWords(parts[i+1:]) + " "
		words := strings.Fields(part)
		for n := len(words); n > 0 && len(words[n-1]) > 2 && (n == 1 || words[n-2] != "and") && strings.Contains(later, " "+words[n-1]+" "); n-- {
			words = words[:n-1]
		}
		kept = append(kept, words...)
	}
	return joinWords(kept)
}

// crammed doubts a chunk into which a seller has put whatever a buyer may search for:
// many things in a row, or behind the goods qualities of one character, which may be
// half a word.
func (c chunk) crammed(head int) string {
	things, qualities := 0, 0
	for i, t := range c.tokens {
		if t.class == noun && i <= head {
			things++
		}
		if t.class == attr && i > head && len([]rune(t.zh)) == 1 {
			qualities++
		}
	}
	if things > 3 || qualities > 2 {
		return "too many words without a blank between them: " + c.zh
	}
	return ""
}

// countsPieces finds a number of things, which before the goods counts a part of them:
// 四粒扣西装.
var countsPieces = pattern.Lazily(` (?:pcs?|sheets?|sets?|pairs?|groups?)$`)

func countsSet(head string) bool {
	return strings.HasSuffix(head, "set") || strings.HasSuffix(head, "kit")
}

// meansOf are words for what works a thing: before another quality they say how, and
// are no quality of their own beside it. 感应充电, inductive charging.
var meansOf = map[string]bool{"感应": true, "气压": true, "液压": true, "磁力": true, "声波": true, "超声波": true, "蒸汽": true, "弹簧": true, "红外": true, "静电": true, "手机": true, "语音": true, "触摸": true, "触控": true, "脚踏": true, "指纹": true}

// meansDoubt doubts a chunk without a thing in which such a word leads a quality.
func meansDoubt(c chunk) string {
	if c.lastThing() >= 0 {
		return ""
	}
	for i, t := range c.tokens {
		if i+1 < len(c.tokens) && meansOf[t.zh] && t.class == attr && c.tokens[i+1].class == attr {
			return "no rule for " + t.zh + " before " + c.tokens[i+1].zh
		}
	}
	return ""
}

var withNumber = pattern.Lazily(`^with (?:free )?(\d+) ([a-z]+)[a-z -]*$`)

// manyOf writes with 4 mop heads for with 4 mop head.
func manyOf(s string) string {
	if m := withNumber.FindStringSubmatch(s); m != nil && m[1] != "1" && !keptUnits[m[2]] && !strings.Contains(s, " of ") {
		return pluralOf(s)
	}
	return s
}

// madeOf writes a material with its quality: EVA环保, eco-friendly EVA material.
func (k *knowledge) madeOf(field string) (string, bool) {
	tokens := k.segment(field, titleOrder)
	if len(tokens) != 2 || tokens[1].class != attr || tokens[0].class != material && tokens[0].class != code {
		return "", false
	}
	return tokens[1].en + " " + tokens[0].en + " material", true
}

// standing writes an attribute that stands alone: large-capacity → large capacity.
func standing(s string) string {
	if number, ok := strings.CutSuffix(s, "-color"); ok && isNumber(number) {
		return number + " colors"
	}
	for _, prefix := range []string{"large-", "high-", "low-", "long-", "small-", "full-", "fast-", "extra-"} {
		if strings.HasPrefix(s, prefix) && !strings.Contains(s, " ") {
			return strings.ReplaceAll(s, "-", " ")
		}
	}
	return s
}

// onlyQualities reports several attributes without a size or a number.
func (c chunk) onlyQualities() bool {
	for _, t := range c.tokens {
		if t.class != attr && t.class != colour && t.class != material {
			return false
		}
	}
	return len(c.tokens) > 1
}

func (c chunk) onlyAttributes() bool {
	for _, t := range c.tokens {
		switch t.class {
		case attr, material, colour, measure, noise, size, place, maker:
		default:
			return false
		}
	}
	return true
}

// containers are the last characters of what goods may be sold in.
const containers = "桶盒袋箱罐筐篮瓶管包筒"

// packedIn translates in what goods are sold, where that is a thing with a name of its
// own: 收纳桶装, in storage bucket.
func (k *knowledge) packedIn(field string) (chunk, bool) {
	what, ok := strings.CutSuffix(field, "装")
	runes := []rune(what)
	if !ok || len(runes) < 2 || !strings.ContainsRune(containers, runes[len(runes)-1]) || k.lookup(field, titleOrder) != nil {
		return chunk{}, false
	}
	container := k.ofClass(what, noun, part, "pack")
	if container == nil {
		return chunk{}, false
	}
	return chunk{zh: field, text: "in " + container.en}, true
}

// readyMade writes 窗帘成品 as ready-made curtain: goods that are otherwise sold by the
// length of their cloth.
func readyMade(tokens []token) []token {
	last := len(tokens) - 1
	if last < 1 || tokens[last].zh != "成品" || tokens[last-1].class != noun || !strings.ContainsRune("帘布毯罩套垫巾毡", lastRune(tokens[last-1].zh)) {
		return tokens
	}
	ready := token{"成品", "ready-made", attr}
	return append(append(append([]token(nil), tokens[:last-1]...), ready), tokens[last-1])
}

// boxed writes 坚果盒 as nut box: 盒 and 袋 behind a thing at the end are what it is
// kept in.
func boxed(tokens []token) []token {
	last := len(tokens) - 1
	if last < 1 || tokens[last].class != unit || tokens[last-1].class != noun {
		return tokens
	}
	if en := map[string]string{"盒": "box", "袋": "bag"}[tokens[last].zh]; en != "" {
		return append(append([]token(nil), tokens[:last]...), token{tokens[last].zh, en, noun})
	}
	return tokens
}

// asModifier gives the form that some things have before another: vegetable shredder.
var asModifier = map[string]string{"vegetables": "vegetable", "nuts": "nut", "snacks": "snack", "biscuits": "biscuit", "dumplings": "dumpling", "mooncakes": "mooncake", "noodles": "noodle", "chopsticks": "chopstick", "beads": "bead", "building blocks": "building block", "sticky notes": "sticky note", "pots": "pot", "books": "book", "grains": "grain", "eggs": "egg"}

// combined writes 床头柜组合 as nightstand set: behind the goods 组合 says that they are
// several that go together.
func combined(tokens []token) []token {
	for i := 1; i < len(tokens); i++ {
		if tokens[i].zh != "组合" || tokens[i-1].class != noun {
			continue
		}
		if countsSet(tokens[i-1].en) {
			return append(append([]token(nil), tokens[:i]...), tokens[i+1:]...)
		}
		joined := append([]token(nil), tokens...)
		joined[i] = token{"组合", "set", noun}
		return joined
	}
	return tokens
}

func lastRune(s string) rune {
	runes := []rune(s)
	return runes[len(runes)-1]
}

// accessory finds things that are made for others, and may be the goods where the
// other is named before them: 行李箱 保护套.
var accessory = pattern.Lazily(`^[^带含配送附赠]*(?:保护套|保护壳|保护膜|防尘罩|防尘套|钢化膜|贴膜|配件|备件|零件|替换装|替换芯|替换头|收纳架|专用架|模具)$|^(?:密封圈|密封垫|密封条|垫片|垫圈|胶圈)$`)

// machine finds goods whose parts are sold by themselves, with the machine named before.
var machine = pattern.Lazily(`(?:[机车泵炉器钻锯煲灶仪灯]|灯带|空调|电梯|冰箱|轮椅|按摩椅|电动窗帘|鱼缸|电子琴)$`)

// isSpare reports a chunk that is nothing but a part: 斗齿.
func (c chunk) isSpare() bool {
	return (c.isOnly(part) || c.isOnly(noun)) && spare.MatchString(c.zh)
}

// spare finds the parts that are goods too.
var spare = pattern.Lazily(`(?:斗齿|履带|链轨|滤芯|滤网|刀片|刀头|锯片|轴承|齿轮|活塞|喷嘴|喷头|碳刷|转子|定子|叶轮|机芯|电路板|主板|内胆|内锅|` +
	`变压器|二极管|线圈|皮带轮|三角带|同步带|同步轮|联轴器|离合器|控制板|驱动板|控制器|驱动器|编码器|制动器|接触器|继电器|整流器|减震器|消声器|缓冲器|限位器|` +
	`调速器|差速器|化油器|火花塞|变速箱|液压杆|液压泵|旋耕刀|打草头|导板|钻头|链条|脚撑|坐垫|轮胎|内胎|外胎|油封|油水分离器|分水器|加热板|加热带|散热片|冷凝器|单向阀|电磁阀|接线端子)$|^(?:传感器|电机|马达|适配器|稳压器|转换器)$`)

// madeForOthers are things that a title names before what they are for.
var madeForOthers = pattern.Lazily(`(?:遥控器|滤芯|滤网|适配器|保护套|保护壳|保护膜|钢化膜|表带|墨盒|硒鼓|刹车片|雨刮器|雨刷|防尘罩)$`)

// hangsOn finds what such a thing has itself: 保护套 挂钩.
var hangsOn = pattern.Lazily(`[钩绳扣环]$|支架|底座|工具|礼盒|说明书|布$`)

// usedAt gives what a place or use says before the goods: the warehouse of 仓库货架,
// "" where the word is none or doesn't stand before goods.
func (k *knowledge) usedAt(tokens []token, i int) string {
	t, last := tokens[i], len(tokens)-1
	en := k.users[t.zh]
	if en == "" || i == last || t.class != word && t.class != legal && t.class != "ship" || tokens[last].class != noun || tokens[i+1].class != noun && tokens[i+1].class != attr && tokens[i+1].class != part {
		return ""
	}
	if strings.HasPrefix(en, "the ") || capitalised(en) == en || strings.Contains(en, " and ") {
		return ""
	}
	if y, ok := strings.CutSuffix(en, "ies"); ok {
		return y + "y"
	}
	return strings.TrimSuffix(en, "s")
}

// standsAt says, alone between blanks, on which side of a machine or car a part stands.
var standsAt = map[string]string{"前": "front", "后": "rear", "左": "left", "右": "right", "上": "upper", "下": "lower", "左右": "left and right", "前后": "front and rear"}

// carriedBy says how goods go, where a title's chunk is nothing else: 移动电源 海运.
var carriedBy = map[string]string{"海运": "by sea", "空运": "by air", "快递": "by courier", "铁运": "by rail"}

// packing are goods that others are sent in, by what a title says behind them: 气泡袋 快递.
var packing = pattern.Lazily(`快递袋|气泡袋|气柱|包装袋|自封袋|保温袋|塑料袋|编织袋|信封袋|纸箱|木箱|泡沫箱|保温箱|飞机盒|包装盒|胶带|打包带|缠绕膜|气泡膜|护角|干燥剂|填充|冰袋|面单|不干胶|标签`)

// suffixed takes off what only says of which kind, make or matter goods are: 强力型, 钢制.
func suffixed(tokens []token) []token {
	var kept []token
	for i, t := range tokens {
		if n := len(kept); n > 0 && (i == len(tokens)-1 || tokens[i+1].class == noun) {
			switch last := &kept[n-1]; {
			case t.zh == "型" && last.class == attr, strings.Contains("制质", t.zh) && last.class == material:
				continue
			case t.zh == "基" && last.class == material:
				last.zh, last.en, last.class = last.zh+t.zh, last.en+"-based", attr
				continue
			}
		}
		kept = append(kept, t)
	}
	return kept
}

// sizesInA keeps 12A as it is written where it is the size of a chain or of drumsticks,
// the hardness of rubber or the grade of silk or hair: no amperes.
func (k *knowledge) sizesInA(tokens []token) []token {
	for i, t := range tokens {
		if t.class == code && inA.MatchString(t.en) && sizedInA.MatchString(k.context) {
			tokens[i].class = attr
		}
	}
	return tokens
}

var (
	inA      = pattern.Lazily(`^\d{1,2}[Aa]$`)
	sizedInA = pattern.Lazily(`链条|链轮|滚子链|传动链|输送链|链节|邵氏|硬度|(?:tpu|tpe|tpr|eva|硅胶|橡胶|弹性体)(?:颗粒|粒子|板|条|棒|片|原料|密封)|聚氨酯|优力胶|o型圈|鼓棒|鼓槌|假发|发束|蚕丝|真丝|桑蚕丝`)
)

// namesPacking reports a thing that goods are packed in or marked with, and is sold too.
func (c chunk) namesPacking() bool {
	last := len(c.tokens) - 1
	return c.text == "" && last >= 0 && c.tokens[last].class == "pack" && packingGoods.MatchString(c.zh)
}

// packingGoods finds packing by what such things end with: 编织袋, 拷贝纸, 尺码唛.
var packingGoods = pattern.Lazily(`(?:袋|盒|箱|膜|纸|桶|罐|标|标签|唛|片|剂|板|带|护角)$`)

// packs are what a measure of goods is sold in.
var packs = map[string]string{"袋": "bag", "包": "bag", "桶": "drum", "箱": "carton", "盒": "box", "瓶": "bottle", "罐": "can", "卷": "roll"}

// packOf reads 25公斤袋 as a 25 kg bag.
func packOf(tokens []token) string {
	if len(tokens) != 2 || tokens[0].class != measure && latinMeasure.FindString(tokens[0].en) == "" || packs[tokens[1].zh] == "" || !weighed.MatchString(spaced(tokens[0].en)) {
		return ""
	}
	return spaced(tokens[0].en) + " " + packs[tokens[1].zh]
}

var weighed = pattern.Lazily(`^[\d.,]+ (?:kg|g|mL|ml|L|tons?|m)$`)
