package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// A packing line says without a verb what is in what, from the inner pack to the outer:
// 牙刷12支一展示盒，144支一箱; 单条OPP袋; 积木彩盒装. Its goods may stand before it.

// packLine translates a clause of such a line.
func (k *knowledge) packLine(text string) (piece, bool) {
	for _, read := range []func(string) (piece, bool){k.countPerPack, k.eachHolds, k.packOfCount, k.oneInPack, k.packsOfOne, k.kindsInPack, k.containerLoad, k.withCounted, k.packedInPack, k.securedWith, k.packedAs} {
		if p, ok := read(text); ok {
			return p, true
		}
	}
	return piece{}, false
}

var (
	countPer = pattern.Lazily(`(?i)^([^\d，:;]*?)每?((?:约?\d[\d.,]*|[两二三四五六七八九十]+)(?:内盒|中盒|小盒|彩盒|白盒|内箱|中箱|小箱|中包|小包|内袋|小袋|个|件|只|支|双|条|台|张|本|把|套|片|块|根|颗|粒|枚|顶|对|副|瓶|罐|包|袋|盒|卷|扎|捆|板|卡|提|桶|箱|托|打|抽|米|克|公斤|千克|kg|g|升|毫升|ml|l))(?:装|入|放)?(?:一|1|/|每)(?:个|只)?(\p{Han}{1,5}|[a-z]{2,4}\p{Han}{1,3})$`)
	countIn  = pattern.Lazily(`(?i)^([^\d，:;]*?)(\d[\d,]*(?:个|件|只|支|双|条|台|张|本|把|套|片|块|根|顶|对|副|瓶|罐|包|袋|盒|卷))(?:装入|放入|装|入)(\p{Han}{2,5}|[a-z]{2,4}\p{Han}{1,3})$`)
)

// countPerPack translates how many are in a pack: 12支一展示盒, 12 pcs per display box.
func (k *knowledge) countPerPack(text string) (piece, bool) {
	m := countPer.FindStringSubmatch(text)
	if m == nil {
		m = countIn.FindStringSubmatch(text)
	}
	if m == nil || m[1] == "" && countPer.FindString(text) == "" { // 6只装礼盒 is a box for six
		return piece{}, false
	}
	pack, how, ok := k.packWith(m[3])
	if !ok || k.lookup(m[2]+m[3], phraseOrder) != nil {
		return piece{}, false
	}
	counted, ok := k.countedPacks(m[2])
	if !ok {
		return piece{}, false
	}
	if kind := map[string]string{"每款": "style", "每色": "color", "每码": "size", "每个尺码": "size", "每种颜色": "color", "每个颜色": "color"}[m[1]]; kind != "" {
		return piece{text: counted + " per " + pack + how + " for each " + kind}, true
	}
	goods, alike := alikeGoods(m[1])
	lead, ok := k.goodsBefore(goods, lastRune(m[2]))
	return piece{text: capitalised(lead + counted + alike + " per " + pack + how)}, ok
}

var packFirst = pattern.Lazily(`^一个?(\p{Han}{1,3})(?:内)?(?:装|放|入)?(\d[\d,]*|[两二三四五六七八九十]+)([个件只支双条台张本把套片块根顶对副瓶罐包袋盒卷])$`)

// packOfCount translates the same the other way round: 一箱两套, 2 sets per carton.
func (k *knowledge) packOfCount(text string) (piece, bool) {
	m := packFirst.FindStringSubmatch(text)
	if m == nil || !strings.ContainsRune("箱盒袋包托柜", lastRune(m[1])) {
		return piece{}, false
	}
	pack, ok := k.packName(m[1])
	return piece{text: k.quantity(m[2]+m[3]) + " per " + pack}, ok
}

var goodsEach = pattern.Lazily(`^(\p{Han}{2,10}?)每(箱|盒|袋|包|托|柜|卷|桶|扎|套)(?:装|放)?(\d[\d,]*(?:个|件|只|支|双|条|台|张|本|把|套|片|块|根|颗|粒|枚|顶|对|副|瓶|罐|包|袋|盒|卷|箱|米|公斤))$`)

// eachHolds translates the same of goods that are named: 瓷砖每箱4片.
func (k *knowledge) eachHolds(text string) (piece, bool) {
	m := goodsEach.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	pack, ok := k.packName(m[2])
	if m[2] == "套" {
		pack = "set"
	}
	lead, named := k.goodsBefore(m[1], lastRune(m[3]))
	counted := k.quantity(m[3])
	if strings.ContainsRune("包袋瓶罐", lastRune(m[3])) {
		return piece{text: counted + " of " + k.lowered(strings.TrimSuffix(lead, ": ")) + " per " + pack}, ok && named && !hasHan(counted)
	}
	return piece{text: capitalised(lead + counted + " per " + pack)}, ok && named && !hasHan(counted)
}

// countedPacks writes a number of pieces or of packs: 12支, 4内箱.
func (k *knowledge) countedPacks(zh string) (string, bool) {
	counted := k.quantity(zh)
	if !hasHan(counted) && !strings.ContainsAny(zh, "内中彩白") {
		return counted, true
	}
	figures := strings.TrimRightFunc(zh, isHan)
	pack, ok := k.packName(zh[len(figures):])
	number := figures
	if number != "1" {
		pack = pluralOf(pack)
	}
	return number + " " + pack, ok && isNumber(number)
}

// alike is what the goods of a pack have in common, or not.
var alike = []struct{ zh, en string }{
	{"同款同色同码", " of the same style, color and size"}, {"同款同色", " of the same style and color"}, {"同色同码", " of the same color and size"}, {"同款", " of the same style"}, {"同色", " of the same color"}, {"同码", " of the same size"},
	{"混色混码", " in assorted colors and sizes"}, {"混色", " in assorted colors"}, {"混码", " in assorted sizes"}, {"混款", " in assorted styles"},
}

// alikeGoods takes from goods what they have in common.
func alikeGoods(zh string) (goods, how string) {
	for _, a := range alike {
		if rest, ok := strings.CutSuffix(zh, a.zh); ok {
			return rest, a.en
		}
	}
	return zh, ""
}

// packWith gives the name of a pack with what stands behind it: 箱混色, 盒装.
func (k *knowledge) packWith(zh string) (pack, how string, ok bool) {
	bare, how := alikeGoods(strings.TrimSuffix(zh, "装"))
	pack, ok = k.packName(strings.TrimSuffix(bare, "装"))
	return pack, how, ok
}

// packNames are packs that are named by one character with its size or print.
var packNames = map[string]string{
	"小箱": "small carton", "大箱": "master carton", "中箱": "inner carton", "小盒": "small box", "大盒": "large box", "中盒": "inner box", "小袋": "small bag", "大袋": "large bag", "中袋": "inner bag", "彩袋": "color bag", "小包": "small pack", "大包": "large pack", "中包": "inner pack",
	"卡头": "header card", "泡壳": "blister", "吸塑": "blister", "吸塑卡": "blister card", "挂卡": "hang card", "吊卡": "hang card", "卡": "card", "纸卡": "paper card", "背卡": "backing card", "彩卡": "color card", "对折卡": "fold-over card", "枕头盒": "pillow box", "插卡": "insert card", "摞": "stack", "管": "tube", "提": "bundle", "打": "dozen", "板": "card", "串": "string", "听": "can",
	"收缩膜": "shrink pack", "热缩膜": "shrink pack", "热缩": "shrink pack", "收缩": "shrink pack", "吨袋": "ton bag", "吨包": "ton bag", "挂袋": "hang bag",
}

// packName gives the name of what goods are packed in, from a box to a pallet.
func (k *knowledge) packName(zh string) (string, bool) {
	if name := packNames[zh]; name != "" || zh == "" {
		return name, zh != ""
	}
	if len([]rune(zh)) == 1 && strings.Contains("箱盒袋包卷扎捆桶托柜瓶罐筐篮组套盘", zh) {
		one, ok := strings.CutPrefix(k.quantity("1"+zh), "1 ")
		if zh == "箱" || zh == "包" {
			one, ok = eachOf[zh], true
		}
		return one, ok
	}
	if name, ok := k.packLike(zh); ok {
		return name, true
	}
	name, ok := k.thing(zh)
	name = strings.ToLower(name[:min(1, len(name))]) + name[min(1, len(name)):]
	if k.isAcronym(name) {
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	return name, ok && (holds(strings.ToLower(name)) || strings.HasSuffix(name, " card")) && (!isDigit(firstRune(name)) || plied.MatchString(name)) && !strings.HasPrefix(name, "one ")
}

// plied finds a pack that is told by its layers: 5-ply color box.
var plied = pattern.Lazily(`^\d-(?:ply|layer) [a-z ]+$`)

// packLike names a bag or box by what it is like: 透明袋, 印花袋.
func (k *knowledge) packLike(zh string) (string, bool) {
	if zh == "" {
		return "", false
	}
	base := map[rune]string{'袋': "bag", '盒': "box", '箱': "carton", '筒': "tube"}[lastRune(zh)]
	like := k.ofClass(zh[:len(zh)-len(string(lastRune(zh)))], attr, colour, material)
	if base == "" || like == nil || k.lookup(zh, phraseOrder) != nil || isDigit(firstRune(like.en)) {
		return "", false
	}
	return strings.ToLower(like.en) + " " + base, !strings.Contains(like.en, " ")
}

// isAcronym reports a name that began with capitals before its first was lowered.
func (k *knowledge) isAcronym(name string) bool {
	return len(name) > 1 && name[1] >= 'A' && name[1] <= 'Z'
}

// goodsBefore writes the goods before what they are packed in: Toothbrushes: .
func (k *knowledge) goodsBefore(zh string, unit rune) (string, bool) {
	if zh == "" {
		return "", true
	}
	if strings.ContainsRune("每各同共另约", firstRune(zh)) || strings.ContainsRune("重量积率", lastRune(zh)) || parties[zh] != "" {
		return "", false
	}
	goods, ok := k.thing(zh)
	if !ok || k.isFault(zh) || strings.Contains(goods, ": ") {
		return "", false
	}
	return k.asPacked(goods, unit) + ": ", true
}

// asPacked writes goods in the plural where they are counted by the piece.
func (k *knowledge) asPacked(goods string, unit rune) string {
	if strings.ContainsRune("个件只支双条台把套根颗粒枚顶对副", unit) && !strings.HasSuffix(goods, "ware") {
		return pluralOf(goods)
	}
	return goods
}

var onePer = pattern.Lazily(`(?i)^([^\d，:;每]*?)(单|每|一)(个|件|只|支|双|条|台|张|本|把|套|片|块|根|顶|对|副|瓶|罐|卷)(?:用|入|放|套)?(独立|单独)?(一|1)?个?(\p{Han}{1,6}|[a-z]{2,4}\p{Han}{1,4})$`)

// oneInPack translates what each piece alone is in: 单条OPP袋, each in an individual OPP
// bag; 一双一鞋盒, 1 pair per shoe box.
func (k *knowledge) oneInPack(text string) (piece, bool) {
	m := onePer.FindStringSubmatch(text)
	if m == nil || m[2] == "一" && m[5] == "" || m[2] == "每" && m[5] == "" && m[1] == "" || k.lookup(text, phraseOrder) != nil {
		return piece{}, false
	}
	bare := strings.TrimSuffix(strings.TrimSuffix(m[6], "包装"), "装")
	first, second, two := strings.Cut(bare, "加")
	pack, ok := k.packName(first)
	if !ok {
		return piece{}, false
	}
	if two {
		outer, ok := k.packName(second)
		if !ok || m[2] == "一" {
			return piece{}, false
		}
		pack += " plus " + outer
	}
	lead, ok := k.goodsBefore(m[1], firstRune(m[3]))
	each := "each"
	if one := eachOf[m[3]]; one != "piece" && one != "sheet" || m[2] == "每" {
		each += " " + one
	}
	switch {
	case m[2] == "一":
		return piece{text: capitalised(lead + k.quantity("1"+m[3]) + " per " + pack)}, ok
	case m[2] == "每":
		if m[4] != "" {
			pack = "individual " + pack
		}
		return piece{text: capitalised(lead + each + " in " + aOrAn(pack))}, ok
	}
	if strings.HasSuffix(m[6], "包装") {
		each += " packed"
	}
	return piece{text: capitalised(lead + each + " in an individual " + pack)}, ok
}

var packsPer = pattern.Lazily(`^([^\d，:;每]*?)(?:一|每)(套|台|张|件|组|个)(?:分装|分|装)?([两二三四五六七八九]|\d+)(?:个)?(箱|盒|包|袋)$`)

// packsOfOne translates how many packs one thing takes: 一套三箱, 3 cartons per set.
func (k *knowledge) packsOfOne(text string) (piece, bool) {
	m := packsPer.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	lead, ok := k.goodsBefore(m[1], firstRune(m[2]))
	number, _ := readNumber(m[3])
	one := map[string]string{"组": "set"}[m[2]]
	if one == "" {
		one = eachOf[m[2]]
	}
	if m[2] == "张" {
		one = "piece"
	}
	packs := pluralOf(eachOf[m[4]])
	if number == "1" {
		packs = eachOf[m[4]]
	}
	return piece{text: capitalised(lead + number + " " + packs + " per " + one)}, ok
}

var (
	kindsIn  = pattern.Lazily(`^每(箱|盒|袋|包|套)(?:内)?(?:装|含|放)?((?:\p{Han}{1,4}|[A-Z0-9]{1,4}码)\d+[个件只支双条台套片](?:[、和及](?:\p{Han}{1,4}|[A-Z0-9]{1,4}码)\d+[个件只支双条台套片])+)$`)
	kindOf   = pattern.Lazily(`^(\p{Han}{1,4}|[A-Z0-9]{1,4}码)(\d+[个件只支双条台套片])$`)
	kindSign = strings.NewReplacer("和", "、", "及", "、")
)

// kindsInPack translates how many of each kind are in a pack: 每箱黑色6件、白色4件,
// 6 pcs of black and 4 pcs of white per carton.
func (k *knowledge) kindsInPack(text string) (piece, bool) {
	m := kindsIn.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	var kinds []string
	for one := range strings.SplitSeq(kindSign.Replace(m[2]), "、") {
		kind := kindOf.FindStringSubmatch(one)
		if kind == nil {
			return piece{}, false
		}
		p := k.phrase(kind[1])
		if !p.final() || k.ofClass(kind[1], colour) == nil && !strings.HasPrefix(p.text, "size ") {
			return piece{}, false
		}
		kinds = append(kinds, k.quantity(kind[2])+" of "+strings.ToLower(p.text[:1])+p.text[1:])
	}
	return piece{text: listed(kinds) + " per " + eachOf[m[1]]}, true
}

var packedApart = pattern.Lazily(`^(\p{Han}*?)分箱(?:包装|装)$`)

// packedWays are the ways to pack that name no container.
var packedWays = map[string]string{"KD": "KD", "K/D": "K/D", "折叠": "folded", "压缩": "compressed", "真空": "vacuum", "泡壳": "blister", "吸塑": "blister", "混色": "assorted-color", "混码": "assorted-size", "混款": "assorted-style", "套叠": "nested", "平板": "flat-pack"}

// packedAs translates in what goods are packed: 积木彩盒装, building blocks packed in
// color box; 小彩盒装, small color box packing. Only in a line of several clauses:
// a title has its own grammar.
func (k *knowledge) packedAs(text string) (piece, bool) {
	if m := packedApart.FindStringSubmatch(text); m != nil {
		lead, ok := k.goodsBefore(m[1], '个')
		return piece{text: capitalised(strings.Replace(lead, ": ", " ", 1) + "packed in separate cartons")}, ok
	}
	if inner, outer, ok := strings.Cut(text, "加"); ok && inner != "" && outer != "" && !k.insideWords(text)[len(inner)] {
		first, ok := k.packName(inner)
		second, also := k.packName(outer)
		return piece{text: capitalised(first + " plus " + second)}, ok && also
	}
	if name, ok := k.packLike(text); ok && strings.Contains(k.context, "，") {
		return piece{text: capitalised(name)}, true
	}
	packed, ok := strings.CutSuffix(text, "装")
	if !ok || packed == "" || strings.HasSuffix(packed, "包") || !strings.Contains(k.context, "，") || k.lookup(text, phraseOrder) != nil {
		return piece{}, false
	}
	goods, pack := k.withoutPack(packed)
	if pack == "" {
		return piece{}, false
	}
	name, isWay := packedWays[strings.ToUpper(pack)]
	if !isWay {
		if name, ok = k.packName(pack); !ok || len([]rune(pack)) < 2 {
			return piece{}, false
		}
	}
	if goods == "" {
		return piece{text: capitalised(name + " packing")}, true
	}
	unit := '个'
	if strings.ContainsRune("瓶罐管桶袋", lastRune(pack)) {
		unit = '克' // what is filled in is not counted
	}
	lead, ok := k.goodsBefore(goods, unit)
	if isWay {
		return piece{text: capitalised(strings.Replace(lead, ": ", " in ", 1) + name + " packing")}, ok
	}
	return piece{text: capitalised(strings.Replace(lead, ": ", " packed in ", 1) + name)}, ok
}

// withoutPack divides goods and what they are packed in, with what that is like: 积木|白色彩盒.
func (k *knowledge) withoutPack(text string) (goods, pack string) {
	tokens := k.segment(text, phraseOrder)
	if slices.ContainsFunc(tokens, func(t token) bool { return t.class == measure }) {
		return "", "" // 蜂蜜500克玻璃瓶
	}
	at := len(tokens) - 1
	for at > 0 && (tokens[at-1].class == attr || tokens[at-1].class == material || tokens[at-1].class == colour || tokens[at-1].class == size || tokens[at-1].class == code) {
		at--
	}
	for _, t := range tokens[:at] {
		goods += t.zh
	}
	return goods, text[min(len(goods), len(text)):]
}

// meansOfPacking say what is done with a thing in a pack: 泡沫固定.
var meansOfPacking = map[string]string{"固定": "secured with ", "隔开": "separated by ", "分隔": "separated by ", "保护": "protected with ", "包裹": "wrapped in ", "加固": "reinforced with ", "捆扎": "bundled with ", "捆绑": "bundled with ", "缠绕": "wrapped in ", "填充": "filled with ", "密封": "sealed with ", "封口": "sealed with "}

// securedWith translates what holds or protects goods in their pack: 泡沫固定, secured
// with foam.
func (k *knowledge) securedWith(text string) (piece, bool) {
	if !strings.Contains(k.context, "，") {
		return piece{}, false
	}
	for means, en := range meansOfPacking {
		what, ok := strings.CutSuffix(text, means)
		what = strings.TrimPrefix(strings.TrimPrefix(what, "用"), "以")
		if !ok || what == "" || !holders.MatchString(what) || k.lookup(text, phraseOrder) != nil {
			continue
		}
		goods, holder := k.withoutPack(what)
		if e := k.lookup(holder, phraseOrder); e != nil && !nominal(e.class, e.en) {
			continue
		}
		with, ok := k.thing(holder)
		if goods == "" || !ok {
			return piece{text: capitalised(en + with)}, ok
		}
		subject, ok := k.thing(goods)
		return piece{text: capitalised(subject + " " + en + with)}, ok // 洋娃娃扎带固定
	}
	return piece{}, false
}

// holders hold goods fast in their packing, or keep them apart.
var holders = pattern.Lazily(`(?:泡沫|珍珠棉|EVA|海绵|带|膜|绳|木方|木条|木架|木块|螺栓|内托|气柱|铁丝|护角|胶带|纸格|刀卡|隔板|纸板|纸管|牛皮纸|雪梨纸|油纸|布|毯|稻草|纸条|别针|透明膜|橡皮筋|皮筋|气泡袋|泡棉|内塞|盖膜)$`)

var loads = pattern.Lazily(`(?i)^(?:一个|1个|每个|单个|一条|每条|每)?(20|40|45)(?:尺|呎)?(高柜|柜|gp|hq|hc|货柜|集装箱)(约|大约|最多)?(?:可以装|可装载|可装|能装|装载|装)(约|大约)?(\d[\d,.]*万?(?:套|台|件|箱|托盘|托|卡板|个|只|吨|卷|包|袋|桶|双|张|片|辆|米))$`)

// containerLoad translates how much a container holds: 一个20尺柜可装18托盘, 18 pallets
// per 20ft container.
func (k *knowledge) containerLoad(text string) (piece, bool) {
	m := loads.FindStringSubmatch(text)
	if m == nil || m[3] == "最多" {
		return piece{}, false
	}
	counted := k.quantity(strings.NewReplacer("托盘", "托", "卡板", "托").Replace(m[5]))
	if m[3]+m[4] != "" {
		counted = "approx. " + counted
	}
	kind := map[string]string{"高柜": "HQ", "hq": "HQ", "HQ": "HQ", "hc": "HC", "HC": "HC", "gp": "GP", "GP": "GP"}[m[2]]
	if kind == "" {
		kind = "ft"
	}
	return piece{text: capitalised(counted + " per " + m[1] + kind + " container")}, !hasHan(counted)
}

var inPack = pattern.Lazily(`^(\p{Han}{2,8}?)用(\p{Han}{2,6}|[A-Z]{2,4}\p{Han}{1,3})$`)

// packedInPack translates what goods are packed in without saying so: 首饰用绒布袋.
func (k *knowledge) packedInPack(text string) (piece, bool) {
	m := inPack.FindStringSubmatch(text)
	if m == nil || strings.HasSuffix(m[2], "包装") || !strings.Contains(k.context, "，") || k.insideWords(text)[len(m[1])] || k.insideWords(text)[len(m[1])+len("用")] {
		return piece{}, false
	}
	pack, ok := k.packName(m[2])
	if !ok {
		return piece{}, false
	}
	goods, ok := k.thing(m[1])
	return piece{text: capitalised(goods + " packed in " + pack)}, ok && !holds(goods)
}

var counted = pattern.Lazily(`^(附|附带|附送|配|配有|内附|内含|另附)([^\d一二两三四五六七八九十]{2,8})(\d+|[一二两三四五六七八九十]+)(个|只|条|把|张|本|份|支|根|片|颗|枚|块)$`)

// withCounted translates what comes with goods and how many: 附挂环12个, with 12 hanging rings.
func (k *knowledge) withCounted(text string) (piece, bool) {
	m := counted.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	thing, ok := k.thing(m[2])
	number, _ := readNumber(m[3])
	if number == "1" {
		return piece{text: "With " + aOrAn(thing)}, false // one of it, as the templates say
	}
	inside := map[bool]string{true: " inside"}[strings.HasPrefix(m[1], "内")]
	return piece{text: "With " + number + " " + pluralOf(thing) + inside}, ok
}
