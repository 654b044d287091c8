package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// addressName writes the name of a part: a known place, a road with its compass
// point (稠州北路, Chouzhou North Road), else pinyin.
func (k *knowledge) addressName(name string, form addressForm) (english string, sure, known bool) {
	if e := k.ofClass(name+form.zh, user, place); e != nil {
		base := strings.TrimSpace(strings.ReplaceAll(form.en, "{}", ""))
		if cut, ok := strings.CutSuffix(e.en, " "+base); ok {
			return cut, true, true
		}
	}
	if e := k.ofClass(name, user, place); e != nil {
		return e.en, true, form.level <= 5
	}
	if form.zh == "港区" && strings.HasPrefix(name, "市") {
		return name, false, false // 日照市东港区 is a district of Rizhao
	}
	if road, ok := strings.CutSuffix(name, "路"); ok && form.zh == "市场" {
		english, sure, _ := k.addressName(road, addressForm{level: 7})
		return english + " Road", sure, false // 东升路市场
	}
	if side := sidesOfTown[name]; side != "" && form.level == 6 {
		return side, true, false
	}
	if m := numberedZone.FindStringSubmatch(name); m != nil && m[1] == "" && (form.zh == "大街" || form.zh == "大道") {
		number, _ := readNumber(m[2])
		return ordinal(number), true, false // 第三大街
	}
	if m := numberedZone.FindStringSubmatch(name); m != nil && form.level == 6 {
		number, _ := readNumber(m[2])
		if m[1] == "" {
			return ordinal(number), true, false // 第四工业区
		}
		own, sure := k.pinyin(m[1])
		return own + " " + ordinal(number), sure && len([]rune(m[1])) == 2, false
	}
	if form.level == 6 || form.level == 9 || form.level == 10 {
		if words, ok := k.zoneName(name); words != "" {
			return words, ok, false
		}
	}
	if ring := ringRoad(name, form); ring != "" {
		return ring, true, false
	}
	if form.level == 7 {
		if isNumber(name) {
			return ordinal(name), true, false // 工业区3路
		}
		if number, length := chineseNumber([]rune(name)); length > 0 && length == len([]rune(name)) && strings.Trim(name, "一二三四五六七八九十") == "" {
			return ordinalNumber(number), true, false
		}
		for _, point := range []struct{ zh, en string }{{"东", " East"}, {"西", " West"}, {"南", " South"}, {"北", " North"}, {"中", " Middle"}} {
			base, ok := strings.CutSuffix(name, point.zh)
			if ok && len([]rune(base)) >= 2 {
				english, sure, _ := k.addressName(base, addressForm{level: 7})
				return english + point.en, sure, false
			}
		}
		if base, ok := strings.CutSuffix(name, "号"); ok {
			if m := numbered.FindStringSubmatch(base); m != nil {
				number, _ := readNumber(m[2])
				english, sure, _ := k.addressName(m[1], addressForm{level: 7})
				return english + " No. " + number, sure, false // 新港二号路
			}
		}
		if m := numbered.FindStringSubmatch(name); m != nil && hasNumeral(m[2]) {
			english, sure, _ := k.addressName(strings.TrimSuffix(m[1], "第"), addressForm{level: 7})
			number, _ := readNumber(m[2])
			return english + " " + ordinalNumber(number), sure, false // 科创十四街, 群力第五大道
		}
	}
	if !hasHan(name) {
		return name, true, false
	}
	if point, ok := compassNames[name]; ok && form.level == 3 {
		return point, false, false // a part of the town, or a district by that name
	}
	if point, ok := compassNames[name]; ok && (form.level >= 9 || form.level == 6) {
		return point, true, false
	}
	english, sure = k.pinyin(name)
	sure = sure && len([]rune(name)) <= longestCertainName && !(form.level == 7 && (len([]rune(name)) > longestCertainRoad || strings.ContainsAny(name, "区镇县乡")))
	if form.level >= 6 && form.level != 7 && len([]rune(name)) > 1 && k.holdsGoods(name) {
		sure = false // 品牌服饰广场: words, not a name
	}
	if form.level == 6 && strings.ContainsAny(name, "百千万亿") {
		sure = false // 百亿元工业区
	}
	if form.level >= 9 && len([]rune(name)) == 1 {
		sure = false // 天恒城市广场
	}
	if form.level != 7 && containsAny(name, commonWords) || form.level == 7 && len([]rune(name)) > 3 && containsAny(name, commonWords[:8]) || form.level == 5 && hasNumeral(name) {
		sure = false
	}
	return english, sure, false
}

// commonWords are translated in the names of parks and buildings, not read.
var commonWords = []string{"国际", "科技", "工业", "商贸", "电子", "中国", "世界", "商业", "时代", "世纪", "环球", "财富", "国贸", "金融", "购物", "贸易", "物流", "创业", "创新", "汽车", "建材", "家具", "服装", "食品", "五金", "市场", "中心", "花园", "大学", "医院", "车站", "机场", "公园", "广场", "大厦", "集团", "公司", "音乐", "旅游", "附近", "对面", "旁边", "隔壁"}

func hasNumeral(name string) bool { return strings.ContainsAny(name, "一二三四五六七八九十") }

// longestCertainName is the length of names that are surely one: a longer one may
// hold words that English addresses translate.
const longestCertainName = 4

// longestCertainRoad is that of roads: what is longer often begins with a place.
const longestCertainRoad = 3

// sidesOfTown are parks by the side of the town they are on: 西部工业园.
var sidesOfTown = map[string]string{"东部": "East", "西部": "West", "南部": "South", "北部": "North", "中部": "Central"}

// numberedZone finds the number of one of a place's zones: 第四工业区, 南岭第二工业区.
var numberedZone = pattern.Lazily(`^(.*)第([一二三四五六七八九十]+|\d+)$`)

var numbered = pattern.Lazily(`^(.{2,}?)([一二三四五六七八九十]+|\d+)$`)

var compassNames = map[string]string{"东": "East", "西": "West", "南": "South", "北": "North", "中": "Central"}

func ordinalNumber(n string) string {
	switch n {
	case "1":
		return "1st"
	case "2":
		return "2nd"
	case "3":
		return "3rd"
	}
	return n + "th"
}

var ringRoads = pattern.Lazily(`^([东南西北]?)([一二三四五六七])环([东南西北中]?)路$`)

// ringRoad writes a city's ring road, and which part of it: 西二环路, West 2nd Ring
// Road; 南四环西路, South 4th Ring Road West.
func ringRoad(name string, form addressForm) string {
	whole := name + form.zh
	m := ringRoads.FindStringSubmatch(whole)
	if m == nil {
		return ""
	}
	number, _ := readNumber(m[2])
	words := compassNames[m[1]] + " " + ordinalNumber(number)
	if form.zh == "路" {
		words += " Ring"
	}
	if m[3] != "" {
		words += " " + compassNames[m[3]]
	}
	return strings.TrimSpace(words)
}
