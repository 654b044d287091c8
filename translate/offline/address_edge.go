package offline

import (
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

type addressEdge struct {
	end, cost int
	part      addressPart
}

const longestAddressName = 9

// addressEdges gives the parts that may begin at a place of the text.
func (k *knowledge) addressEdges(runes []rune, start int, forms [][]*addressForm) []addressEdge {
	var edges []addressEdge
	n := len(runes)
	if start == 0 && strings.HasPrefix(string(runes), "中国") {
		edges = append(edges, addressEdge{2, 1, addressPart{english: "China", level: 0, known: true, sure: true}})
	}
	if digits := digitsAt(runes, start); digits == 6 && (start+6 == n || start == 0) {
		edges = append(edges, addressEdge{start + 6, 5, addressPart{english: string(runes[start : start+6]), level: 0, known: true, sure: true}})
	}
	if number, ok := houseNumber(string(runes[start:])); ok && start > 0 && isDigit(runes[start]) {
		edges = append(edges, addressEdge{n, 20, addressPart{english: number, level: 14, known: false, sure: true}})
	}
	if rest := string(runes[start:]); start > 0 && roomCode.MatchString(rest) && isHan(runes[start-1]) {
		edges = append(edges, addressEdge{n, 20, addressPart{english: strings.TrimPrefix(rest, "-"), level: 14, sure: true}})
	}
	if e, ok := k.hamlet(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := sideOf(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := k.crossing(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := branchNumber(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := k.sectionOf(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := partOfFloor(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := fixedPart(runes, start); ok {
		edges = append(edges, e)
	}
	for end := start; end <= min(n-1, start+longestAddressName); end++ {
		name := string(runes[start:end])
		if start > 0 && runes[start-1] == '委' && strings.HasPrefix(name, "会") {
			continue // 居委会
		}
		for _, form := range forms[end] {
			if endsInLonger(name+form.zh, *form) && k.ofClass(name+form.zh, user, place) == nil {
				continue
			}
			if e, ok := k.addressEdge(name, *form, start > 0 && strings.ContainsRune("村园地区", runes[start-1])); ok {
				e.end = end + utf8.RuneCountInString(form.zh)
				if e.end < n && strings.ContainsRune("场口", runes[e.end]) && form.zh != "市场" && form.zh != "档" {
					e.cost += 30
				}
				edges = append(edges, e)
			}
		}
	}
	for end := start + 2; end <= min(n, start+longestAddressName); end++ {
		if e := k.ofClass(string(runes[start:end]), user, place, port); e != nil && hasHan(e.zh) {
			if e.zh == "商城" && start > 0 {
				continue // a mall, behind whatever it is in
			}
			edge := knownPlaceEdge(e, end)
			if end < n && start > 0 && strings.ContainsRune("镇乡", runes[end]) {
				edge.cost += 20 // 狮山镇, not 狮山
			}
			if start > 0 && edge.part.level == 2 && ofRoad.MatchString(string(runes[end:])) {
				continue // 新港二号路
			}
			edges = append(edges, edge)
			if edge.part.level == 2 && start > 0 && !strings.HasSuffix(e.zh, "市") { // 塘沽, within a district
				edge.part.level, edge.cost = 4, edge.cost+2
				edges = append(edges, edge)
			}
		}
	}
	return append(edges, k.unknownAddressEdge(runes, start))
}

// knownPlaceEdge takes a place of the table as it stands there.
func knownPlaceEdge(e *entry, end int) addressEdge {
	level, cost := 2, 9
	for _, form := range addressForms {
		if strings.HasSuffix(e.zh, form.zh) && !form.number {
			level, cost = form.level, 6
		}
	}
	return addressEdge{end, cost, addressPart{english: e.en, level: level, known: true, sure: true}}
}

// addressEdge makes a part of a name and its form; what a name may be depends on it.
// Behind a village or a park stand zones by number, in markets districts.
func (k *knowledge) addressEdge(name string, form addressForm, inZone bool) (addressEdge, bool) {
	edge := addressEdge{part: addressPart{level: form.level, sure: true}}
	count := len([]rune(name))
	if m := zoneByPoint.FindStringSubmatch(name); m != nil && (form.zh == "区" || form.zh == "段") {
		number, _ := readNumber(m[2])
		what, level := " Zone ", 10
		if form.zh == "段" {
			what, level = " Section ", 8
		}
		return addressEdge{cost: 12, part: addressPart{english: compassNames[m[1]] + what + number, level: level, sure: true}}, true
	}
	if form.number {
		number, ok := houseNumber(name)
		if !ok {
			return edge, false
		}
		edge.cost = 10
		edge.part.english = strings.ReplaceAll(form.en, "{}", number)
		if form.zh == "区" && isNumber(number) && !inZone {
			edge.part.english = "District " + number // 商贸城二区
		}
		return edge, true
	}
	if count == 0 {
		if form.level == 10 && utf8.RuneCountInString(form.zh) == 4 && (strings.HasSuffix(form.zh, "大厦") || strings.HasSuffix(form.zh, "中心")) {
			edge.cost = 12
			edge.part.english = strings.TrimSpace(strings.ReplaceAll(form.en, "{}", ""))
			return edge, true // 创新大厦
		}
		if form.level != 6 && form.level != 8 && !(form.level == 9 && (utf8.RuneCountInString(form.zh) > 2 || form.zh == "商城") && (strings.HasSuffix(form.zh, "城") || strings.HasSuffix(form.zh, "市场") || strings.HasSuffix(form.zh, "广场"))) {
			return edge, false
		}
		edge.cost = 10
		edge.part.english = strings.TrimSpace(strings.ReplaceAll(form.en, "{}", ""))
		return edge, true
	}
	if form.level == 8 || !hasHan(name) && form.level < 6 || strings.ContainsAny(name, "，()") {
		return edge, false
	}
	if count == 1 && form.level == 6 && strings.ContainsRune("东西南北", []rune(form.zh)[0]) {
		return edge, false // 昌东工业区
	}
	english, sure, known := k.addressName(name, form)
	if form.zh == "区" && !known {
		if zone, zoneSure, ok := k.zoneOf(name); ok {
			edge.part = addressPart{english: zone, level: 9, sure: zoneSure, named: true}
			edge.cost = 16 + max(0, count-5)*4
			return edge, true
		}
		sure = false // the districts are known
	}
	if !known && hasHan(name) && strings.ContainsFunc(name, isDigit) {
		sure = false // 21世纪大厦
	}
	edge.part.sure, edge.part.known, edge.part.named = sure, known, hasHan(name)
	edge.cost = 14 + max(0, count-3)*4 + max(0, 2-count)*4
	if known {
		edge.cost = 8
	}
	edge.cost += k.unlikelyName(name, form, known)
	if form.level == 5 && count == 1 {
		edge.cost += 6
	}
	if count == 1 && !known && (form.zh == "村" || form.zh == "镇" || form.zh == "乡") {
		english, _ = k.pinyin(name + form.zh) // 曹村: Caocun Village
	}
	if base, ok := strings.CutSuffix(name, "村"); ok && !known && form.level >= 9 && len([]rune(base)) >= 2 {
		village, villageSure := k.pinyin(base)
		english, edge.part.sure = village+" Village", villageSure // 江头村市场
	}
	edge.part.english = strings.ReplaceAll(form.en, "{}", english)
	if form.zh == "市" && strings.Contains("北京 上海 天津 重庆", name) {
		edge.part.english = english
	}
	return edge, true
}

// unlikelyName is the extra cost of a name that holds another part's rank or a number.
func (k *knowledge) unlikelyName(name string, form addressForm, known bool) int {
	cost := 0
	if known {
		return 0
	}
	if beginsWithDistrict(name) && len([]rune(name)) > 3 {
		cost += 60
	}
	if form.level == 7 && (k.runsOn(name) || strings.Contains(name, "区")) {
		cost += 60
	}
	if form.zh == "区" && containsAny(name, partsBeforeZone) && len([]rune(name)) > 2 {
		cost += 60
	}
	if first := []rune(name)[0]; strings.ContainsRune("省市县镇乡", first) && len([]rune(name)) > 2 || name == "大" {
		cost += 200
	}
	townOfTown := form.zh == "镇" && strings.HasSuffix(name, "镇") && len([]rune(name)) <= 3 // 壶镇镇
	if !townOfTown && strings.IndexAny(name, "省市县镇区") > 0 || strings.HasPrefix(name, "区") {
		cost += 40
	}
	if form.level != 7 && (!(form.zh == "市场" && strings.HasSuffix(name, "路")) && strings.IndexAny(name, "路街号") > 0 && len([]rune(name)) > 2 || strings.Contains(name, "大道")) {
		cost += 60
	}
	if townWithin.MatchString(name) {
		cost += 40
	}
	if sideWithin.MatchString(name) || strings.HasPrefix(name, "街道") || strings.HasPrefix(name, "道") {
		cost += 60
	}
	if first := []rune(name)[0]; first == '区' && len([]rune(name)) > 2 || strings.HasPrefix(name, "委会") {
		cost += 60
	}
	if form.level == 7 && containsAny(name, []string{"工业园", "工业区", "科技园", "开发区", "园区"}) {
		cost += 40
	}
	if form.level == 7 && (strings.Contains(name, "街道") || strings.IndexAny(name, "路街村乡号") > 0) {
		cost += 22
	}
	if hasHan(name) && strings.ContainsAny(name, "0123456789") {
		cost += 60
	}
	if form.level == 6 && (strings.HasSuffix(name, "村") || strings.HasSuffix(name, "街道") || strings.HasSuffix(name, "社区") || strings.HasSuffix(name, "村委会") || strings.HasSuffix(name, "村委")) {
		cost += 20
	}
	if form.level == 9 && strings.HasSuffix(form.zh, "城") && (strings.HasSuffix(name, "村") || strings.HasSuffix(name, "社区")) {
		cost += 60 // 程洋冈村玩具城
	}
	if (form.level == 7 || form.zh == "市场") && marketWithin.MatchString(name) {
		cost += 60 // 家纺城中心街
	}
	if strings.HasSuffix(name, "城") && (form.zh == "东工业区" || form.zh == "西工业区" || form.zh == "南工业区" || form.zh == "北工业区") {
		cost += 60 // 城西工业区
	}
	if form.level >= 10 && (strings.HasSuffix(name, "社区") || strings.HasSuffix(name, "村")) {
		cost += 60 // 乌沙社区办公楼
	}
	if form.level == 7 && sectionName.MatchString(name) {
		cost += 200 // 中段路北
	}
	if village := strings.Index(name, "村"); (form.level == 6 && village > 3 || form.level >= 9 && village >= 3) && village < len(name)-3 {
		cost += 60 // 锦宅村龙池开发区
	}
	if form.level == 7 && phaseWithin.MatchString(name) {
		cost += 60
	}
	return cost
}

// partsBeforeZone end before a zone begins: 总部基地18区, 江头村南区, 小商品城二楼B1区.
var partsBeforeZone = []string{"工业园", "工业区", "产业园", "科技园", "园区", "市场", "基地", "村", "号", "楼", "层", "栋", "幢", "城东", "城西", "城南", "城北"}

// townWithin finds a township in what was taken for one name: 北蝉乡新港.
var townWithin = pattern.Lazily(`.乡.{2}`)

// sectionName is a section of a road, not the name of another.
var sectionName = pattern.Lazily(`^[东南西北中]段$`)

// marketWithin finds a market in what was taken for the name of a road.
var marketWithin = pattern.Lazily(`(?:轻纺|家纺|商贸|小商品|家具|建材|五金|灯饰|服装|皮革|陶瓷|玩具|汽配|电子|鞋|生态|科学|大学)城.`)

// phaseWithin finds the phase of a park in what was taken for a road: 二期望海路.
var phaseWithin = pattern.Lazily(`[一二三四五六七八九十0-9]期`)

// beginsWithDistrict reports a name that goes over from a district of Hong Kong to a
// street, which no character divides there.
func beginsWithDistrict(name string) bool {
	for _, district := range []string{"观塘", "葵涌", "荃湾", "旺角", "尖沙咀", "长沙湾", "荔枝角", "九龙湾", "新蒲岗", "红磡", "油麻地", "深水埗", "沙田", "火炭", "大埔", "屯门", "元朗", "中环", "上环", "湾仔", "铜锣湾", "北角", "柴湾", "鰂鱼涌", "黄竹坑"} {
		if strings.HasPrefix(name, district) {
			return true
		}
	}
	return isHongKong(name)
}

// sideWithin finds a side of a road, or of the town before, in what was taken for a name.
var sideWithin = pattern.Lazily(`[东南西北]侧|^[镇乡][东南西北中]$`)

// houseNumber accepts 88, 88-1, A, A3, 三 and 附2 as a number.
func houseNumber(name string) (string, bool) {
	name = strings.TrimPrefix(name, "第")
	if name == "" {
		return "", false
	}
	if number, length := chineseNumber([]rune(name)); length == len([]rune(name)) && !strings.ContainsAny(name, "双单两") {
		return number, true
	}
	for _, r := range name {
		if !isDigit(r) && !isLatin(r) && !strings.ContainsRune("-、/#~,", r) {
			return "", false
		}
	}
	return strings.ReplaceAll(strings.Trim(name, "#"), "、", ", "), true
}

func digitsAt(runes []rune, i int) int {
	n := 0
	for i+n < len(runes) && isDigit(runes[i+n]) {
		n++
	}
	return n
}

// unknownAddressEdge takes what fits no form: a run of Latin, or one character.
func (k *knowledge) unknownAddressEdge(runes []rune, start int) addressEdge {
	end := start + 1
	for end < len(runes) && !isHan(runes[start]) && !isHan(runes[end]) {
		end++
	}
	for end < len(runes) && isHan(runes[start]) && end-start < 4 && isHan(runes[end]) {
		end++
	}
	text := string(runes[start:end])
	if hasHan(text) {
		text, _ = k.pinyin(text)
	}
	return addressEdge{end, 1000, addressPart{english: text, level: 9, known: false, sure: true}}
}
