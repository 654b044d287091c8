package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// filledPacks finds goods packed in containers of a size: 25公斤编织袋包装.
var filledPacks = pattern.Lazily(`(?i)^(约?\d[\d.,]*(?:公斤|千克|kg|克|g|升|l|毫升|ml|吨))(?:装)?(\p{Han}{2,8}?)包?装$`)

// packedInFilled translates such a packing: packed in 25 kg woven bags.
func (k *knowledge) packedInFilled(text string) (piece, bool) {
	m := filledPacks.FindStringSubmatch(text)
	if m == nil || !strings.ContainsRune(containers, lastRune(m[2])) {
		return piece{}, false
	}
	container := k.ofClass(m[2], noun, part, "pack")
	if container == nil {
		return piece{}, false
	}
	return piece{text: "Packed in " + spaced(k.quantity(m[1])) + " " + pluralOf(container.en)}, true
}

// eachOfSeveral finds how many of each kind are in a carton: 每箱红、黄、绿各8件.
var eachOfSeveral = pattern.Lazily(`^每(箱|盒|袋|包|套|托|柜)(?:内|内装|装|含)?([^，。;:]+[、和及][^，。;:]+?)各(?:装|放)?(\d+|[一二两三四五六七八九十])(个|件|只|支|双|条|台|张|本|把|套|片)$`)

// eachOf are what 每 speaks of when no goods are named.
var eachOf = map[string]string{
	"箱": "carton", "盒": "box", "袋": "bag", "包": "pack", "托": "pallet", "柜": "container", "瓶": "bottle", "卷": "roll",
	"套": "set", "双": "pair", "副": "pair", "台": "unit", "张": "sheet",
	"件": "piece", "个": "piece", "只": "piece", "条": "piece", "片": "piece", "把": "piece", "支": "piece", "块": "piece",
}

// severalInEach translates such a count: 8 pcs each of red, yellow and green per carton.
func (k *knowledge) severalInEach(text string) (piece, bool) {
	m := eachOfSeveral.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	kinds := k.phrase(m[2])
	if !kinds.final() || strings.ContainsAny(kinds.text, "0123456789") {
		return piece{}, false
	}
	return piece{text: k.quantity(m[3]+m[4]) + " each of " + kinds.text + " per " + eachOf[m[1]]}, true
}

// inAll finds a total: 共10个托盘.
var inAll = pattern.Lazily(`^(?:总共|共计|合计|一共|总计|共)(\d[\d.,]*(?:个|块|张|件|套|台|只|条|根|辆|部|组|卷|捆|扎)[^，。;:]*)$`)

// total translates it: 10 pallets in total.
func (k *knowledge) total(text string) (piece, bool) {
	m := inAll.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	counted := k.phrase(m[1])
	return piece{text: counted.text + " in total"}, counted.final() && isDigit(firstRune(counted.text))
}

// eachPacked finds what each of the goods is packed in: 皮带每条装PVC管.
var eachPacked = pattern.Lazily(`^(\p{Han}{2,8}?)?每(件|个|只|条|片|双|套|台|把|支|盏|副|瓶|块|张|本|卷)(?:产品|货物)?(单独|独立)?(?:装入|装在|装|放入|放|套|用)(?:一|1)?个?([^，。;:每]+?)(?:包装)?$`)

// packedEach translates it: each belt packed in PVC tube.
func (k *knowledge) packedEach(text string) (piece, bool) {
	m := eachPacked.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	container, ok := k.thing(m[4])
	if !ok || !holds(strings.ToLower(container)) && !strings.HasSuffix(container, "sleeve") || isDigit(firstRune(container)) {
		return piece{}, false
	}
	what := eachOf[m[2]]
	if m[1] != "" {
		goods, ok := k.thing(m[1])
		if !ok {
			return piece{}, false
		}
		switch what = goods; {
		case strings.HasSuffix(goods, "set"):
		case isPlural(goods) && m[2] != "套":
			what = "pair of " + goods // jeans, scissors
		case m[2] == "双" || m[2] == "套" || m[2] == "副":
			what = eachOf[m[2]] + " of " + pluralOf(goods)
		}
	}
	if what == "" {
		return piece{}, false
	}
	alone := map[bool]string{true: "individually "}[m[3] != ""]
	return piece{text: "Each " + what + " " + alone + "packed in " + aOrAn(container)}, true
}

func aOrAn(noun string) string {
	if strings.ContainsRune("aeiouAEIO", firstRune(noun)) {
		return "an " + noun
	}
	return "a " + noun
}

// intoPack finds what goods, or those of the clause before, are packed in: 挂钩装小袋,
// 装木箱.
var intoPack = pattern.Lazily(`^(\p{Han}{2,8}?)?(?:装(?:入|在)?|入|套入|套)(?:一个)?(\p{Han}{2,8}|[A-Za-z]{2,4}\p{Han}{1,4})$`)

// packedInto translates it: hooks packed in small bag.
func (k *knowledge) packedInto(text string) (piece, bool) {
	m := intoPack.FindStringSubmatch(text)
	if m == nil || strings.HasPrefix(m[1], "每") || strings.HasPrefix(m[1], "各") || k.lookup(text, phraseOrder) != nil || k.insideWords(text)[len(m[1])] || k.insideWords(text)[len(m[1])+len("装")] || !strings.Contains(text, "装") && m[1] != "" {
		return piece{}, false
	}
	container, ok := k.thing(m[2])
	if !ok || !holds(strings.ToLower(container)) {
		return piece{}, false
	}
	if m[1] == "" {
		return piece{text: "Packed in " + container}, true
	}
	goods, ok := k.thing(m[1])
	return piece{text: capitalised(goods + " packed in " + container)}, ok && !holds(goods)
}

// heldIn translates what is in a container: 集装箱内货物, goods in the container.
func (k *knowledge) heldIn(text string) (piece, bool) {
	container, what, ok := strings.Cut(text, "内")
	if !ok || len([]rune(container)) < 2 || len([]rune(what)) < 2 || k.insideWords(text)[len(container)] || k.insideWords(text)[len(container)+len("内")] {
		return piece{}, false
	}
	place, ok := k.thing(container)
	if !ok || !holds(place) {
		return piece{}, false
	}
	goods, ok := k.thing(strings.TrimPrefix(what, "的"))
	return piece{text: withArticle(goods+" in the ", place)}, ok
}
