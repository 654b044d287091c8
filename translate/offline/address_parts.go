package offline

import (
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

var (
	crossingOf   = pattern.Lazily(`^([^0-9]{1,6}?(?:路|街|大道|道))(?:与|和|、)([^0-9]{1,6}?(?:路|街|大道|道))(交叉路口|交叉口|交汇处|交界处|交汇口|路口|交口)`)
	awayOf       = pattern.Lazily(`^(?:向|往)?([东西南北])侧?(\d+)米处?(?:路([东西南北])侧?)?`)
	acrossRoad   = pattern.Lazily(`^路([东南西北])侧?$`)
	roadSection  = pattern.Lazily(`^(\p{Han}{2,3})段`)
	townsSection = pattern.Lazily(`^\p{Han}{2}段(?:\d|$)`)
	floorPart    = pattern.Lazily(`^([一二三四五六七八九十]+|\d+)[楼层]之([一二三四五六七八九十]|\d+)`)
	branchForms  = pattern.Lazily(`^(自编|[甲乙丙丁特])?([A-Za-z]?\d+(?:-\d+)?)号(?:之([一二三四五六七八九十]|\d+)|附(\d+)号?|-(\d+)号?)?`)
	selfNumbered = pattern.Lazily(`^自编([A-Za-z]?\d+(?:-\d+)?|[A-Z])(号楼|栋|幢|座)`)
)

var sides = []struct{ zh, en string }{
	{"东南侧", "Southeast Side"}, {"东北侧", "Northeast Side"}, {"西南侧", "Southwest Side"}, {"西北侧", "Northwest Side"}, {"东侧", "East Side"}, {"西侧", "West Side"}, {"南侧", "South Side"}, {"北侧", "North Side"},
	{"东南角", "Southeast Corner"}, {"东北角", "Northeast Corner"}, {"西南角", "Southwest Corner"}, {"西北角", "Northwest Corner"}, {"东首", "East End"}, {"西首", "West End"}, {"南首", "South End"}, {"北首", "North End"}, {"东面", "East Side"}, {"西面", "West Side"}, {"南面", "South Side"}, {"北面", "North Side"}, {"对面", "Opposite"}, {"旁边", "Beside"}, {"旁", "Beside"},
}

// sideOf reads on which side of what stands before: 交叉口东南侧.
func sideOf(runes []rune, start int) (addressEdge, bool) {
	if start == 0 {
		return addressEdge{}, false
	}
	if m := awayOf.FindStringSubmatch(string(runes[start:min(len(runes), start+14)])); m != nil {
		way := addressPart{english: m[2] + " m " + compassNames[m[1]], level: sideLevel, sure: true}
		if m[3] != "" {
			way.english = compassNames[m[3]] + " Side of the Road, " + way.english
		}
		return addressEdge{start + utf8.RuneCountInString(m[0]), 9, way}, true
	}
	rest := string(runes[start:min(len(runes), start+4)])
	if point := compassNames[rest]; point != "" && rest != "中" && strings.ContainsRune("路街道", runes[start-1]) {
		return addressEdge{len(runes), 9, addressPart{english: point + " Side", level: sideLevel, sure: true}}, true // 洺李路北
	}
	if point := compassNames[rest]; point != "" && strings.ContainsRune("楼层", runes[start-1]) {
		return addressEdge{len(runes), 9, addressPart{english: point + " Side", level: sideLevel, sure: true}}, true // 3楼东
	}
	if point := compassNames[rest]; point != "" && rest != "中" && runes[start-1] == '村' {
		return addressEdge{len(runes), 9, addressPart{english: point, level: sideLevel, sure: true}}, true // 石沟村南
	}
	if m := acrossRoad.FindStringSubmatch(rest); m != nil && runes[start-1] == '段' {
		return addressEdge{len(runes), 9, addressPart{english: compassNames[m[1]] + " Side", level: sideLevel, sure: true}}, true // 中段路北
	}
	if rest == "内" {
		return addressEdge{len(runes), 9, addressPart{english: "Inside", level: sideLevel, sure: true}}, true
	}
	for _, side := range sides {
		if strings.HasPrefix(rest, side.zh) {
			return addressEdge{start + utf8.RuneCountInString(side.zh), 9, addressPart{english: side.en, level: sideLevel, known: false, sure: true}}, true
		}
	}
	return addressEdge{}, false
}

// sectionOf reads which section of a long road it is: 105国道大石段.
func (k *knowledge) sectionOf(runes []rune, start int) (addressEdge, bool) {
	before := string(runes[max(0, start-2):start])
	if before != "国道" && before != "省道" && before != "公路" && !(start > 1 && runes[start-1] == '路' && townsSection.MatchString(string(runes[start:min(len(runes), start+4)]))) {
		return addressEdge{}, false
	}
	m := roadSection.FindStringSubmatch(string(runes[start:min(len(runes), start+4)]))
	if m == nil || strings.ContainsAny(m[1], "东西南北中一二三四五六七八九十") {
		return addressEdge{}, false
	}
	name, sure := k.pinyin(m[1])
	return addressEdge{start + len([]rune(m[0])), 12, addressPart{english: name + " Section", level: 8, sure: sure, named: true}}, true
}

// partOfFloor reads 4楼之一: 4/F-1.
func partOfFloor(runes []rune, start int) (addressEdge, bool) {
	m := floorPart.FindStringSubmatch(string(runes[start:min(len(runes), start+8)]))
	if m == nil {
		return addressEdge{}, false
	}
	floor, _ := readNumber(m[1])
	part, _ := readNumber(m[2])
	return addressEdge{start + len([]rune(m[0])), 8, addressPart{english: floor + "/F-" + part, level: 13, sure: true}}, true
}

// hamletAhead finds a name with no form of its own before a house's number.
var hamletAhead = pattern.Lazily(`^(\p{Han}{2,3})[A-Z]?\d+(?:-\d+)?(?:号|栋|幢)`)

// hamlet reads the name of a place within a village or zone: 石庭村后埔15号.
func (k *knowledge) hamlet(runes []rune, start int) (addressEdge, bool) {
	if start < 2 || !strings.ContainsRune("村区园", runes[start-1]) {
		return addressEdge{}, false
	}
	m := hamletAhead.FindStringSubmatch(string(runes[start:min(len(runes), start+14)]))
	if m == nil || addressMarks(string([]rune(m[1])[len([]rune(m[1]))-1])) > 0 || strings.ContainsAny(m[1], "路街道社省市县镇乡仓厂楼房库店") || k.lookup(m[1], phraseOrder) != nil && k.ofClass(m[1], place) == nil || strings.ContainsAny(m[1], "东西南北中第号附") || hasNumeral(m[1]) || containsAny(m[1], commonWords) || k.holdsGoods(m[1]) {
		return addressEdge{}, false
	}
	name, sure := k.pinyin(m[1])
	return addressEdge{start + len([]rune(m[1])), 40, addressPart{english: name, level: 9, sure: sure, named: true}}, true
}

// zonesOf finds a zone by number behind the name of what it is of: 银海二区.
var zonesOf = pattern.Lazily(`^(.*\p{Han})([一二三四五六七八九十A-Z]|\d+)$`)

// zoneOf reads 银海二 before 区: Yinhai Zone 2.
func (k *knowledge) zoneOf(name string) (english string, sure, ok bool) {
	m := zonesOf.FindStringSubmatch(name)
	if m == nil || len([]rune(m[1])) < 2 {
		return "", false, false
	}
	which, _ := houseNumber(m[2])
	for _, form := range addressForms {
		if strings.HasSuffix(m[1], form.zh) {
			return "", false, false // that is a part of its own
		}
	}
	base, sure := k.zoneName(m[1])
	if base == "" {
		base, sure = k.pinyin(m[1])
		sure = sure && len([]rune(m[1])) == 2
	}
	return base + " Zone " + which, sure, true
}

// sideLevel stands behind all parts; a side is written before the part it is of.
const sideLevel = 15

// crossing reads where two roads meet: 双丰路与委羽路交叉口.
func (k *knowledge) crossing(runes []rune, start int) (addressEdge, bool) {
	m := crossingOf.FindStringSubmatch(string(runes[start:min(len(runes), start+20)]))
	if m == nil {
		return addressEdge{}, false
	}
	var roads []string
	sure := true
	for _, road := range m[1:3] {
		if strings.ContainsAny(road, "省市区县镇乡村") {
			return addressEdge{}, false
		}
		parts, ok := k.addressParts(road)
		if !ok || len(parts) != 1 {
			return addressEdge{}, false
		}
		roads = append(roads, parts[0].english)
		sure = sure && parts[0].sure
	}
	part := addressPart{english: "Intersection of " + roads[0] + " and " + roads[1], level: 7, known: false, sure: sure}
	return addressEdge{start + len([]rune(m[0])), 14, part}, true
}

// branchNumber reads house numbers with a number of their own: 88号之一, 自编12号.
func branchNumber(runes []rune, start int) (addressEdge, bool) {
	if m := selfNumbered.FindStringSubmatch(string(runes[start:min(len(runes), start+12)])); m != nil {
		return addressEdge{start + len([]rune(m[0])), 8, addressPart{english: "Self-Numbered Building " + m[1], level: 11, sure: true}}, true
	}
	m := branchForms.FindStringSubmatch(string(runes[start:min(len(runes), start+16)]))
	if m == nil || m[1]+m[3]+m[4]+m[5] == "" || start > 0 && isWordRune(runes[start-1]) {
		return addressEdge{}, false
	}
	end := start + len([]rune(m[0]))
	if m[5] != "" && end < len(runes) && strings.ContainsRune("楼层室栋幢单号", runes[end]) {
		return addressEdge{}, false // 88号-101室
	}
	number := "No. " + doubledHouses[m[1]] + m[2]
	if m[3] != "" {
		branch, _ := readNumber(m[3])
		number += "-" + branch
	}
	if m[4] != "" {
		number += "-" + m[4]
	}
	if m[5] != "" {
		number += "-" + m[5]
	}
	switch m[1] {
	case "自编":
		number = "Self-Numbered " + number
	case "特":
		number = "Special " + number
	}
	return addressEdge{end, 8, addressPart{english: number, level: 9, known: false, sure: true}}, true
}

// doubledHouses are the letters of houses that share a number: 甲92号, 乙92号.
var doubledHouses = map[string]string{"甲": "A", "乙": "B", "丙": "C", "丁": "D"}

// zoneByPoint finds one of several zones on the same side: 西二区.
var zoneByPoint = pattern.Lazily(`^([东南西北中])([一二三四五六七八九十]|\d+)$`)

// roadRest is what may follow a place in the name of a road: 南京西路, 新港二号路.
var roadRest = pattern.Lazily(`^(?:新|老|大)?[东南西北中内外环一二三四五六七八九十0-9]*(?:号|支)?$`)

// ofRoad finds what stands between a place and the road that bears its name.
var ofRoad = pattern.Lazily(`^(?:新|老|大)?[东南西北中内外环一二三四五六七八九十0-9]*(?:号|支)?(?:路|大道|街|道|巷)`)

// runsOn reports a place and the name of a road run together: 吴淞同济.
func (k *knowledge) runsOn(name string) bool {
	runes := []rune(name)
	for n := 2; n+2 <= len(runes); n++ {
		if k.ofClass(string(runes[:n]), user, place, port) != nil && !roadRest.MatchString(string(runes[n:])) {
			return true
		}
	}
	return false
}

// holdsGoods reports a name with words for goods in it.
func (k *knowledge) holdsGoods(name string) bool {
	for _, t := range k.segment(name, phraseOrder) {
		if (t.class == noun || t.class == material || t.class == industry || t.class == part) && len([]rune(t.zh)) > 1 {
			return true
		}
	}
	return false
}
