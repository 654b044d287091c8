package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// These read what lies, is put or is asked for where: scratches on the lid, labels on
// two sides of each carton, one manual in each box.
var (
	lyingOn     = pattern.Lazily(`(?i)^(.+?) on (.+)$`)
	putInto     = pattern.Lazily(`(?i)^(please )?(?:put|place|insert|include|add) (.+?) (?:in|into|inside) ((?:each|every|the) .+)$`)
	someOf      = pattern.Lazily(`(?i)^(\d+) (?:out )?of (\d+) (pcs|pieces|units|sets|cartons|pairs|boxes|rolls)$`)
	lyingInEach = pattern.Lazily(`(?i)^(.+?) (?:in|inside) ((?:each|every) .+)$`)
	perEvery    = pattern.Lazily(`(?i)^(.+?) per (carton|master carton|box|inner box|piece|set|pallet|bag|pair|order|roll|pack|container|layer|shipment|color|design|style|can|month|day|item)$`)
	numberAlone = pattern.Lazily(`^\d[\d,]*$`)
	limitedTo   = pattern.Lazily(`(?i)^(.+?) (?:(must|shall|should) be |is |are )?(below|under|less than|lower than|above|over|more than|higher than|at least|not less than|no less than|not more than|no more than|not exceeding|max\.?|maximum|min\.?|minimum) ([\d.,]+ ?(?:%|°C|[a-z]+))$`)
	replacing   = pattern.Lazily(`(?i)^(please )?replace (.+?) (?:with|by) (.+)$`)
	replacedBy  = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|to be|will be) replaced (?:with|by) (.+)$`)
	insteadOf   = pattern.Lazily(`(?i)^(please )?use (.+?) instead of (.+)$`)
	inTongues   = pattern.Lazily(`(?i)^(.+?) in ((?:english|chinese|german|french|spanish|italian|arabic|russian|japanese|portuguese|polish|dutch)(?:(?:, | and |, and | & )(?:english|chinese|german|french|spanish|italian|arabic|russian|japanese|portuguese|polish|dutch))*)$`)
	tongue      = pattern.Lazily(`(?i)[a-z]{4,}`)
)

var tongues = map[string]string{"english": "英文", "chinese": "中文", "german": "德文", "french": "法文", "spanish": "西班牙文", "italian": "意大利文", "arabic": "阿拉伯文", "russian": "俄文", "japanese": "日文", "portuguese": "葡萄牙文", "polish": "波兰文", "dutch": "荷兰文"}

// limits are how a measure is bounded.
var limits = map[string]string{
	"below": "低于", "under": "低于", "less than": "低于", "lower than": "低于", "above": "高于", "over": "高于", "more than": "高于", "higher than": "高于", "at least": "不低于", "not less than": "不低于", "no less than": "不低于", "min": "不低于", "minimum": "不低于", "not more than": "不超过", "no more than": "不超过", "not exceeding": "不超过", "max": "不超过", "maximum": "不超过",
}

// thingSides are the parts of things that others lie on.
var thingSides = map[string]string{
	"surface": "表面", "side": "侧面", "one side": "一面", "two sides": "两面", "both sides": "两面", "three sides": "三面", "four sides": "四面", "all four sides": "四面", "all sides": "各面", "two opposite sides": "相对两面", "opposite sides": "相对两面", "two adjacent sides": "相邻两面", "long side": "长侧面", "short side": "短侧面", "long sides": "长侧面", "short sides": "短侧面", "left side": "左侧", "right side": "右侧", "back side": "背面", "front side": "正面", "four corners": "四角", "all four corners": "四角", "all corners": "各角", "corners": "各角", "bottom": "底部", "top": "顶部", "back": "背面", "front": "正面", "inside": "内侧", "outside": "外侧", "edge": "边缘", "edges": "边缘", "upper left corner": "左上角", "top left corner": "左上角", "upper right corner": "右上角", "top right corner": "右上角", "lower left corner": "左下角", "bottom left corner": "左下角", "lower right corner": "右下角", "bottom right corner": "右下角",
}

// whereText translates a thing that others lie on, or a side of it: 每箱两面.
func (k *knowledge) whereText(text string) piece {
	side, holder, ofIt := strings.Cut(text, " of ")
	zh := thingSides[strings.TrimPrefix(strings.ToLower(side), "the ")]
	switch {
	case zh != "" && !ofIt:
		return piece{text: zh}
	case zh != "":
		p := k.holderText(holder)
		return piece{p.text + zh, p.doubts}
	}
	return k.holderText(text)
}

// holderText translates what holds others: 5 pcs, every carton.
func (k *knowledge) holderText(text string) piece {
	if m := someOf.FindStringSubmatch(text); m != nil {
		if all, ok := chineseQuantity(m[2] + " " + m[3]); ok {
			some, _ := chineseQuantity(m[1] + " " + m[3])
			return piece{text: all + "中" + some}
		}
	}
	if zh, ok := chineseQuantity(text); ok {
		return piece{text: zh}
	}
	if what, ok := strings.CutPrefix(strings.ToLower(text), "every "); ok {
		text = "each " + what
	}
	return k.chinesePhrase(text)
}

// faultEnds are the ends of the names of faults that lie on goods.
var faultEnds = []string{"痕", "渍", "斑", "点", "锈迹", "线头", "凹陷", "裂纹", "毛刺", "气泡", "破洞", "污", "边缘", "色差", "脏污", "霉", "印", "毛边", "皱褶"}

// stuckOn are what is stuck or printed onto goods, by the end of its English name.
var stuckOn = []struct{ en, verb string }{
	{"sticker", "贴"}, {"label", "贴"}, {"seal", "贴"}, {"shipping mark", "印"}, {"logo", "印"}, {"corner protector", "加"}, {"barcode", "贴"}, {"qr code", "印"}, {"item number", "印"}, {"model number", "印"}, {"warning", "印"}, {" no.", "标明"}, {" number", "标明"}, {"weight", "标明"}, {"quantity", "标明"},
}

// lyingText translates a thing with the place where it lies: 盖子有划痕, 每箱两面贴标签.
func (k *knowledge) lyingText(text string) (piece, bool) {
	m := lyingOn.FindStringSubmatch(text)
	if m == nil || orderEvents[strings.ToLower(m[2])] != "" {
		return piece{}, false
	}
	thing, where := k.chinesePhrase(m[1]), k.whereText(m[2])
	name := strings.TrimSuffix(strings.ToLower(m[1]), "s")
	verb := ""
	for _, stuck := range stuckOn {
		if strings.HasSuffix(name, stuck.en) {
			verb = stuck.verb
		}
	}
	for _, end := range faultEnds {
		if verb == "" && strings.HasSuffix(thing.text, end) {
			verb = "有"
		}
	}
	return piece{where.text + verb + thing.text, append(thing.doubts, where.doubts...)}, verb != ""
}

// putInside are the things that are put into boxes with the goods.
var putInside = pattern.Lazily(`(?i)\b(?:manuals?|instructions|desiccants?|packets?|cards?|leaflets?|spare parts?|screws|kits?|tools?|packing lists?|certificates?|silica gel|bags?|stickers?|labels?|gloves|keys)$`)

// positioned translates what is where, how much of it, or what takes its place.
func (k *knowledge) positioned(text string) (piece, bool) {
	if p, ok := k.lyingText(text); ok {
		return p, true
	}
	if m := putInto.FindStringSubmatch(text); m != nil {
		return k.pair(m[2], m[3], func(thing, box string) string { return please(m[1]) + "在" + box + "内放入" + thing }), true
	}
	if m := lyingInEach.FindStringSubmatch(text); m != nil {
		inner, ok := k.inTongue(m[1])
		if !ok {
			inner = k.chinesePhrase(m[1])
		}
		box := k.holderText(m[2])
		return piece{box.text + "内放" + inner.text, append(inner.doubts, box.doubts...)}, ok || putInside.MatchString(m[1])
	}
	if m := perEvery.FindStringSubmatch(text); m != nil {
		box := k.holderText("each " + m[2])
		thing := k.chinesePhrase(m[1])
		if numberAlone.MatchString(m[1]) {
			thing = piece{text: m[1] + "个"}
		}
		return piece{box.text + thing.text, append(thing.doubts, box.doubts...)}, true
	}
	if p, ok := k.limitText(text); ok {
		return p, true
	}
	if m := replacing.FindStringSubmatch(text); m != nil {
		return k.pair(m[2], m[3], func(old, new string) string { return please(m[1]) + "将" + old + "更换为" + new }), true
	}
	if m := replacedBy.FindStringSubmatch(text); m != nil {
		return k.pair(m[1], m[3], func(old, new string) string { return old + dutyOf(m[2]) + "更换为" + new }), true
	}
	if m := insteadOf.FindStringSubmatch(text); m != nil {
		return k.pair(m[2], m[3], func(new, old string) string { return please(m[1]) + "使用" + new + "代替" + old }), true
	}
	return k.inTongue(text)
}

func please(word string) string {
	if word == "" {
		return ""
	}
	return "请"
}

// pair translates two noun phrases and puts them together.
func (k *knowledge) pair(a, b string, join func(a, b string) string) piece {
	first, second := k.chinesePhrase(a), k.holderText(b)
	return piece{join(first.text, second.text), append(first.doubts, second.doubts...)}
}

// limitText translates a measure with its bound: 含水量低于12%.
func (k *knowledge) limitText(text string) (piece, bool) {
	m := limitedTo.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	thing := k.chinesePhrase(m[1])
	amount, ok := m[4], strings.HasSuffix(m[4], "%")
	if !ok {
		amount, ok = chineseQuantity(m[4])
	}
	duty := ""
	if m[2] != "" {
		duty = modalIntoChinese(m[2])
	}
	return piece{thing.text + duty + limits[strings.TrimSuffix(strings.ToLower(m[3]), ".")] + amount, thing.doubts}, ok
}

// inTongue translates a paper with the languages it is in: 英文和法文说明书.
func (k *knowledge) inTongue(text string) (piece, bool) {
	m := inTongues.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	var names []string
	for _, word := range tongue.FindAllString(m[2], -1) {
		names = append(names, tongues[strings.ToLower(word)])
	}
	last := len(names) - 1
	languages := names[last]
	if last > 0 {
		languages = strings.Join(names[:last], "、") + "和" + languages
	}
	if thing, text, ok := strings.Cut(m[1], " with "); ok {
		a, b := k.chinesePhrase(thing), k.chinesePhrase(text)
		return piece{"带" + languages + b.text + "的" + a.text, append(a.doubts, b.doubts...)}, true
	}
	paper := k.chinesePhrase(m[1])
	return piece{languages + paper.text, paper.doubts}, true
}
