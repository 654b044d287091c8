package offline

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// addressForm is a suffix that makes the text before it a part of an address.
type addressForm struct {
	zh, en string // en with {} for the name, "No. {}"
	level  int    // from the country (0) down to the room
	number bool   // the name is a number or a letter
}

// addressForms by level; the English style is No. 88, Xingye Road, Yiwu City, Zhejiang Province.
var addressForms = []addressForm{
	{"特别行政区", "{} Special Administrative Region", 1, false}, {"自治区", "{} Autonomous Region", 1, false}, {"省", "{} Province", 1, false},
	{"自治州", "{} Autonomous Prefecture", 2, false}, {"地区", "{} Prefecture", 2, false}, {"市", "{} City", 2, false}, {"盟", "{} League", 2, false},
	{"自治县", "{} Autonomous County", 3, false}, {"县", "{} County", 3, false}, {"区", "{} District", 3, false}, {"新区", "{} New Area", 3, false}, {"旗", "{} Banner", 3, false},
	{"街道办事处", "{} Subdistrict", 4, false}, {"街道", "{} Subdistrict", 4, false}, {"街道办", "{} Subdistrict", 4, false}, {"镇", "{} Town", 4, false}, {"乡", "{} Township", 4, false},
	{"社区", "{} Community", 5, false}, {"行政村", "{} Village", 5, false}, {"村", "{} Village", 5, false}, {"新村", "{} New Village", 5, false}, {"居委会", "{} Residents' Committee", 5, false},
	{"经济技术开发区", "{} Economic and Technological Development Zone", 6, false}, {"高新技术产业开发区", "{} High-Tech Industrial Development Zone", 6, false}, {"高新技术开发区", "{} High-Tech Development Zone", 6, false},
	{"经济开发区", "{} Economic Development Zone", 6, false}, {"开发区", "{} Development Zone", 6, false}, {"高新区", "{} High-Tech Zone", 6, false}, {"保税区", "{} Bonded Zone", 6, false}, {"综合保税区", "{} Comprehensive Bonded Zone", 6, false}, {"自贸区", "{} Free Trade Zone", 6, false},
	{"工业园区", "{} Industrial Park", 6, false}, {"工业园", "{} Industrial Park", 6, false}, {"工业区", "{} Industrial Zone", 6, false}, {"工业集中区", "{} Industrial Concentration Zone", 6, false}, {"工业城", "{} Industrial City", 6, false}, {"产业园", "{} Industrial Park", 6, false}, {"产业园区", "{} Industrial Park", 6, false}, {"产业集聚区", "{} Industrial Cluster Area", 6, false}, {"科技园", "{} Science and Technology Park", 6, false}, {"科技园区", "{} Science and Technology Park", 6, false}, {"高科技园", "{} Hi-Tech Park", 6, false}, {"高科技园区", "{} Hi-Tech Park", 6, false}, {"创业园", "{} Pioneer Park", 6, false}, {"产业基地", "{} Industrial Base", 6, false}, {"工业基地", "{} Industrial Base", 6, false}, {"工业小区", "{} Industrial Zone", 6, false}, {"出口加工区", "{} Export Processing Zone", 6, false}, {"加工区", "{} Processing Zone", 6, false}, {"科学城", "{} Science City", 6, false}, {"科技城", "{} Science and Technology City", 6, false}, {"生态园", "{} Ecological Park", 6, false}, {"科创园", "{} Science and Innovation Park", 6, false}, {"智造园", "{} Intelligent Manufacturing Park", 6, false}, {"食品工业园", "{} Food Industrial Park", 6, false}, {"总部基地", "{} Headquarters Base", 6, false}, {"合作区", "{} Cooperation Zone", 6, false}, {"示范区", "{} Demonstration Zone", 6, false}, {"农场", "{} Farm", 5, false}, {"创意园", "{} Creative Park", 6, false}, {"物流园", "{} Logistics Park", 6, false}, {"物流园区", "{} Logistics Park", 6, false}, {"软件园", "{} Software Park", 6, false}, {"电商园", "{} E-commerce Park", 6, false}, {"电子商务园", "{} E-commerce Park", 6, false}, {"园区", "{} Park", 6, false}, {"小镇", "{} Town", 6, false}, {"功能区", "{} Functional Zone", 6, false}, {"工业功能区", "{} Industrial Functional Zone", 6, false}, {"民营工业区", "{} Private Industrial Zone", 6, false},
	{"公路", "{} Highway", 7, false}, {"大道", "{} Avenue", 7, false}, {"大街", "{} Street", 7, false}, {"路", "{} Road", 7, false}, {"街", "{} Street", 7, false}, {"道", "{} Avenue", 7, false}, {"巷", "{} Lane", 7, false}, {"胡同", "{} Hutong", 7, false}, {"国道", "National Highway {}", 7, true}, {"省道", "Provincial Highway {}", 7, true}, {"线", "{} Line", 7, false},
	{"大道东", "{} Avenue East", 7, false}, {"大道西", "{} Avenue West", 7, false}, {"大道南", "{} Avenue South", 7, false}, {"大道北", "{} Avenue North", 7, false}, {"大道中", "{} Avenue Central", 7, false}, {"支路", "{} Branch Road", 7, false}, {"环路", "{} Ring Road", 7, false}, {"号路", "No. {} Road", 7, true}, {"号大街", "No. {} Street", 7, true}, {"里", "{} Lane", 7, false},
	{"东段", "East Section", 8, false}, {"西段", "West Section", 8, false}, {"南段", "South Section", 8, false}, {"北段", "North Section", 8, false}, {"中段", "Middle Section", 8, false}, {"段", "Section {}", 8, true},
	{"弄", "Lane {}", 9, true}, {"号", "No. {}", 9, true}, {"号院", "Yard {}", 9, true}, {"组", "Group {}", 9, true}, {"村民小组", "Villager Group {}", 9, true}, {"小组", "Group {}", 9, true}, {"排", "Row {}", 11, true}, {"号商铺", "Shop {}", 14, true}, {"商铺", "Shop {}", 14, true}, {"号门面", "Shop {}", 14, true}, {"号楼", "Building {}", 11, true}, {"号院内", "Inside Yard {}", 9, true}, {"国际城", "{} International City", 9, false}, {"电子城", "{} Electronics City", 9, false}, {"家纺城", "{} Home Textile City", 9, false}, {"国际家纺城", "{} International Home Textile City", 9, false}, {"轻纺城", "{} Textile City", 9, false}, {"汽配城", "{} Auto Parts City", 9, false}, {"装饰城", "{} Decoration City", 9, false}, {"灯具城", "{} Lighting City", 9, false}, {"国际灯饰城", "{} International Lighting City", 9, false}, {"国际皮革城", "{} International Leather City", 9, false}, {"国际商贸中心", "{} International Trade Center", 9, false}, {"国际物流园", "{} International Logistics Park", 6, false}, {"光电园", "{} Optoelectronics Park", 6, false}, {"村委会", "{} Village Committee", 9, false}, {"建材城", "{} Building Materials City", 9, false}, {"五金城", "{} Hardware City", 9, false}, {"服装城", "{} Garment City", 9, false}, {"皮革城", "{} Leather City", 9, false}, {"鞋城", "{} Shoe City", 9, false}, {"物流中心", "{} Logistics Center", 9, false}, {"金融中心", "{} Financial Center", 10, false}, {"贸易中心", "{} Trade Center", 10, false}, {"会展中心", "{} Exhibition Center", 10, false}, {"国际大厦", "{} International Building", 10, false}, {"商务大厦", "{} Business Building", 10, false}, {"科技大厦", "{} Technology Building", 10, false}, {"商业广场", "{} Commercial Plaza", 9, false}, {"国际广场", "{} International Plaza", 9, false},
	{"小区", "{} Residential Quarter", 9, false}, {"花园", "{} Garden", 9, false}, {"花苑", "{} Garden", 9, false}, {"公寓", "{} Apartment", 9, false}, {"家园", "{} Homeland", 9, false}, {"大厦", "{} Building", 10, false}, {"大楼", "{} Building", 10, false}, {"广场", "{} Plaza", 9, false}, {"国际商贸城", "{} International Trade City", 9, false}, {"商贸城", "{} Trade City", 9, false}, {"小商品城", "{} Commodities City", 9, false}, {"批发市场", "{} Wholesale Market", 9, false}, {"市场", "{} Market", 9, false}, {"商城", "{} Mall", 9, false}, {"商务中心", "{} Business Center", 10, false}, {"国际中心", "{} International Center", 10, false}, {"中心", "{} Center", 10, false}, {"写字楼", "{} Office Building", 10, false}, {"仓库", "{} Warehouse", 11, false}, {"城", "{} City", 9, false}, {"苑", "{} Garden", 9, false},
	{"期", "Phase {}", 10, true}, {"区", "Zone {}", 10, true}, {"地块", "Plot {}", 10, true},
	{"号楼", "Building {}", 11, true}, {"栋", "Building {}", 11, true}, {"幢", "Building {}", 11, true}, {"座", "Tower {}", 11, true}, {"号厂房", "Workshop {}", 11, true}, {"厂房", "Workshop {}", 11, true}, {"号车间", "Workshop {}", 11, true}, {"车间", "Workshop {}", 11, true}, {"号库", "Warehouse {}", 11, true}, {"号仓库", "Warehouse {}", 11, true}, {"号仓", "Warehouse {}", 11, true}, {"号门", "Gate {}", 11, true}, {"馆", "Hall {}", 11, true},
	{"单元", "Unit {}", 12, true}, {"号梯", "Stairway {}", 12, true}, {"楼", "{}/F", 13, true}, {"层", "{}/F", 13, true}, {"F", "{}/F", 13, true}, {"街", "Street {}", 14, true},
	{"室", "Room {}", 14, true}, {"号房", "Room {}", 14, true}, {"房", "Room {}", 14, true}, {"号铺", "Shop {}", 14, true}, {"铺", "Shop {}", 14, true}, {"号店面", "Shop {}", 14, true}, {"号商位", "Booth {}", 14, true}, {"商位", "Booth {}", 14, true}, {"号摊位", "Booth {}", 14, true}, {"档", "Stall {}", 14, true}, {"号档", "Stall {}", 14, true}, {"档口", "Stall {}", 14, true}, {"门", "Gate {}", 14, true}, {"单位", "Unit {}", 14, true},
}

// looksLikeAddress asks for two known parts at least, one below the city or a number.
func (k *knowledge) looksLikeAddress(text string) bool {
	n := utf8.RuneCountInString(text)
	if n < 6 || n > 80 || strings.ContainsAny(text, "，。;:%") || addressMarks(text) < 2 {
		return false
	}
	parts, sure := k.addressParts(tight(text))
	local := false
	for _, part := range parts {
		local = local || part.level >= 4
	}
	first := len(parts) > 0 && (parts[0].level <= 3 || parts[0].known)
	return sure && local && first && len(parts) >= 3
}

// addressMarks counts the characters that parts of addresses end in.
func addressMarks(text string) int {
	marks := 0
	for _, r := range text {
		if strings.ContainsRune("省市区县镇乡村路街道号楼室幢栋园厦弄巷社城场里段座层铺仓", r) {
			marks++
		}
	}
	return marks
}

type addressPart struct {
	english string
	level   int
	known   bool // from the table of places
	sure    bool // the reading is certain
	named   bool // has a name in pinyin
}

// isHongKong reports an address where names have spellings of their own.
func isHongKong(text string) bool {
	for _, place := range []string{"香港", "九龙", "新界", "澳门", "台湾", "台北", "台中", "高雄", "新北", "桃园市", "台南"} {
		if strings.HasPrefix(strings.TrimPrefix(text, "中国"), place) {
			return true
		}
	}
	return false
}

// address turns a Chinese address round: the smallest part first.
func (k *knowledge) address(text string) piece {
	text = strings.NewReplacer("地址:", "", "，", "", ",", "", "、", "、").Replace(tight(text))
	inside := ""
	if open := strings.IndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		text, inside = text[:open], text[open+1:len(text)-1]
	}
	parts, sure := k.addressParts(strings.ReplaceAll(text, " ", ""))
	var p piece
	if !sure {
		p.doubt("a part of the address has no known form")
	}
	var written []string
	elsewhere := isHongKong(text)
	for _, part := range parts {
		if elsewhere && part.named && !part.known {
			p.doubt("names in Hong Kong, Macau and Taiwan aren't written in pinyin: " + part.english)
		}
		if !part.sure {
			p.doubt("the reading of " + part.english + " is not certain")
		}
	}
	for i := len(parts) - 1; i >= 0; i-- {
		part := parts[i]
		if part.level == 8 && i > 0 && parts[i-1].level == 7 {
			if strings.HasPrefix(part.english, "Section ") {
				written = append(written, part.english+", "+parts[i-1].english)
			} else {
				written = append(written, part.english+" of "+parts[i-1].english)
			}
			i--
			continue
		}
		if part.level == sideLevel && i > 0 {
			written = append(written, besides(part.english, parts[i-1].english))
			i--
			continue
		}
		written = append(written, part.english)
	}
	if inner, known := k.addressParts(inside); inside != "" && known && len(inner) == 1 && inner[0].level >= 9 {
		written = append([]string{inner[0].english}, written...)
	} else if inside != "" {
		inner := k.phrase(inside)
		p.doubt("a remark in brackets")
		written = append([]string{"(" + inner.text + ")"}, written...)
	}
	p.text = strings.Join(written, ", ")
	return p
}

// besides writes a side with what it is the side of.
func besides(side, of string) string {
	crossing, isCrossing := strings.CutPrefix(of, "Intersection ")
	if isCrossing {
		of = "the intersection " + crossing
	}
	if side == "Opposite" || side == "Beside" {
		return side + " " + of
	}
	return side + " of " + of
}

// addressParts divides an address the cheapest way: few parts, levels going down,
// names of usual length. sure is false if something fits no form.
func (k *knowledge) addressParts(text string) (parts []addressPart, sure bool) {
	runes := []rune(text)
	n := len(runes)
	const levels = 16
	type state struct {
		cost, from, fromLevel int
		part                  addressPart
	}
	best := make([][levels]state, n+1)
	for i := range best {
		for l := range best[i] {
			best[i][l].cost = 1 << 30
		}
	}
	best[0][0].cost = 0
	forms := formsIn(runes)
	for i := 0; i < n; i++ {
		edges := k.addressEdges(runes, i, forms)
		for level := range levels {
			here := best[i][level]
			if here.cost >= 1<<30 {
				continue
			}
			for _, e := range edges {
				cost := here.cost + e.cost
				next := e.part.level
				if next < level {
					cost += 25 + 5*(level-next)
				}
				if next == level && next != 2 && next != 6 && next != 9 {
					cost += 8
				}
				if cost < best[e.end][next].cost {
					best[e.end][next] = state{cost, i, level, e.part}
				}
			}
		}
	}
	level := 0
	for l := range levels {
		if best[n][l].cost < best[n][level].cost {
			level = l
		}
	}
	if best[n][level].cost >= 1<<30 {
		return nil, false
	}
	sure = best[n][level].cost < 1000
	for i := n; i > 0; {
		s := best[i][level]
		parts = append([]addressPart{s.part}, parts...)
		i, level = s.from, s.fromLevel
	}
	return parts, sure
}

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
	if e, ok := sideOf(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := k.crossing(runes, start); ok {
		edges = append(edges, e)
	}
	if e, ok := branchNumber(runes, start); ok {
		edges = append(edges, e)
	}
	for end := start; end <= min(n-1, start+longestAddressName); end++ {
		name := string(runes[start:end])
		for _, form := range forms[end] {
			if e, ok := k.addressEdge(name, *form); ok {
				e.end = end + utf8.RuneCountInString(form.zh)
				if e.end < n && strings.ContainsRune("场口", runes[e.end]) && form.zh != "市场" && form.zh != "档" {
					e.cost += 30
				}
				edges = append(edges, e)
			}
		}
	}
	for end := start + 2; end <= min(n, start+longestAddressName); end++ {
		if e := k.ofClass(string(runes[start:end]), user, place); e != nil {
			edges = append(edges, knownPlaceEdge(e, end))
		}
	}
	return append(edges, k.unknownAddressEdge(runes, start))
}

// formsIn gives for each place of a text the forms that stand there.
func formsIn(runes []rune) [][]*addressForm {
	text := string(runes)
	forms := make([][]*addressForm, 0, len(runes))
	for at := range text {
		var here []*addressForm
		for i := range addressForms {
			if strings.HasPrefix(text[at:], addressForms[i].zh) {
				here = append(here, &addressForms[i])
			}
		}
		forms = append(forms, here)
	}
	return forms
}

var (
	crossingOf  = regexp.MustCompile(`^([^0-9]{1,6}?(?:路|街|大道|道))(?:与|和|、)([^0-9]{1,6}?(?:路|街|大道|道))(交叉路口|交叉口|交汇处|交界处|交汇口|路口|交口)`)
	branchForms = regexp.MustCompile(`^(自编)?(\d+(?:-\d+)?)号(?:之([一二三四五六七八九十]|\d+)|附(\d+)号?)?`)
)

var sides = []struct{ zh, en string }{
	{"东南侧", "Southeast Side"}, {"东北侧", "Northeast Side"}, {"西南侧", "Southwest Side"}, {"西北侧", "Northwest Side"}, {"东侧", "East Side"}, {"西侧", "West Side"}, {"南侧", "South Side"}, {"北侧", "North Side"},
	{"东南角", "Southeast Corner"}, {"东北角", "Northeast Corner"}, {"西南角", "Southwest Corner"}, {"西北角", "Northwest Corner"}, {"对面", "Opposite"}, {"旁边", "Beside"}, {"旁", "Beside"},
}

// sideOf reads on which side of what stands before: 交叉口东南侧.
func sideOf(runes []rune, start int) (addressEdge, bool) {
	if start == 0 {
		return addressEdge{}, false
	}
	rest := string(runes[start:min(len(runes), start+4)])
	for _, side := range sides {
		if strings.HasPrefix(rest, side.zh) {
			return addressEdge{start + utf8.RuneCountInString(side.zh), 9, addressPart{english: side.en, level: sideLevel, known: false, sure: true}}, true
		}
	}
	return addressEdge{}, false
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
	m := branchForms.FindStringSubmatch(string(runes[start:min(len(runes), start+16)]))
	if m == nil || m[1]+m[3]+m[4] == "" || start > 0 && isWordRune(runes[start-1]) {
		return addressEdge{}, false
	}
	number := "No. " + m[2]
	if m[3] != "" {
		branch, _ := readNumber(m[3])
		number += "-" + branch
	}
	if m[4] != "" {
		number += "-" + m[4]
	}
	if m[1] != "" {
		number = "Self-Numbered " + number
	}
	return addressEdge{start + len([]rune(m[0])), 8, addressPart{english: number, level: 9, known: false, sure: true}}, true
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
func (k *knowledge) addressEdge(name string, form addressForm) (addressEdge, bool) {
	edge := addressEdge{part: addressPart{level: form.level, sure: true}}
	count := len([]rune(name))
	if form.number {
		number, ok := houseNumber(name)
		if !ok {
			return edge, false
		}
		edge.cost = 10
		edge.part.english = strings.ReplaceAll(form.en, "{}", number)
		if form.zh == "区" && isNumber(number) {
			edge.part.english = "District " + number // 商贸城二区
		}
		return edge, true
	}
	if count == 0 {
		if form.level != 6 && form.level != 8 {
			return edge, false
		}
		edge.cost = 10
		edge.part.english = strings.TrimSpace(strings.ReplaceAll(form.en, "{}", ""))
		return edge, true
	}
	if form.level == 8 || !hasHan(name) && form.level < 6 || strings.ContainsAny(name, "，()") {
		return edge, false
	}
	english, sure, known := k.addressName(name, form)
	edge.part.sure, edge.part.known, edge.part.named = sure, known, hasHan(name)
	edge.cost = 14 + max(0, count-3)*4 + max(0, 2-count)*4
	if known {
		edge.cost = 8
	}
	edge.cost += unlikelyName(name, form, known)
	if form.level == 5 && count == 1 {
		edge.cost += 6
	}
	if count == 1 && !known && (form.zh == "村" || form.zh == "镇" || form.zh == "乡") {
		english, _ = k.pinyin(name + form.zh) // 曹村: Caocun Village
	}
	edge.part.english = strings.ReplaceAll(form.en, "{}", english)
	if form.zh == "市" && strings.Contains("北京 上海 天津 重庆", name) {
		edge.part.english = english
	}
	return edge, true
}

// unlikelyName is the extra cost of a name that holds another part's rank or a number.
func unlikelyName(name string, form addressForm, known bool) int {
	cost := 0
	if known {
		return 0
	}
	if first := []rune(name)[0]; strings.ContainsRune("市县镇乡", first) && len([]rune(name)) > 2 || name == "大" {
		cost += 200
	}
	if strings.IndexAny(name, "省市县镇区") > 0 || strings.HasPrefix(name, "区") {
		cost += 40
	}
	if form.level != 7 && strings.IndexAny(name, "路街号") > 0 {
		cost += 40
	}
	if first := []rune(name)[0]; first == '区' && len([]rune(name)) > 2 {
		cost += 60
	}
	if form.level == 7 && (strings.Contains(name, "街道") || strings.IndexAny(name, "路街村乡号") > 0) {
		cost += 22
	}
	if hasHan(name) && strings.ContainsAny(name, "0123456789") {
		cost += 60
	}
	if form.level == 6 && (strings.HasSuffix(name, "村") || strings.HasSuffix(name, "街道") || strings.HasSuffix(name, "社区")) {
		cost += 20
	}
	return cost
}

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
	if form.level == 6 || form.level == 9 || form.level == 10 {
		if words, ok := k.zoneName(name); ok {
			return words, true, false
		}
	}
	if form.level == 7 {
		for _, point := range []struct{ zh, en string }{{"东", " East"}, {"西", " West"}, {"南", " South"}, {"北", " North"}, {"中", " Middle"}} {
			base, ok := strings.CutSuffix(name, point.zh)
			if ok && len([]rune(base)) >= 2 {
				english, sure, _ := k.addressName(base, addressForm{level: 7})
				return english + point.en, sure, false
			}
		}
		for _, ordinal := range []rune("一二三四五六七八九十") {
			base, ok := strings.CutSuffix(name, string(ordinal))
			if ok && len([]rune(base)) >= 2 {
				english, sure, _ := k.addressName(base, addressForm{level: 7})
				number, _ := chineseNumber([]rune{ordinal})
				return english + " " + ordinalNumber(number), sure, false
			}
		}
	}
	if !hasHan(name) {
		return name, true, false
	}
	if point, ok := compassNames[name]; ok && form.level >= 9 {
		return point, true, false
	}
	english, sure = k.pinyin(name)
	sure = sure && len([]rune(name)) <= longestCertainName
	if form.level != 7 && containsAny(name, commonWords) || form.level == 7 && len([]rune(name)) > 3 && containsAny(name, commonWords[:8]) || form.level == 5 && hasNumeral(name) {
		sure = false
	}
	return english, sure, false
}

// commonWords are translated in the names of parks and buildings, not read.
var commonWords = []string{"国际", "科技", "工业", "商贸", "电子", "中国", "世界", "商业", "贸易", "物流", "创业", "创新", "汽车", "建材", "家具", "服装", "食品", "五金", "市场", "中心", "花园", "大学", "医院", "车站", "机场", "公园", "广场", "大厦", "集团", "公司", "附近", "对面", "旁边", "隔壁"}

func hasNumeral(name string) bool { return strings.ContainsAny(name, "一二三四五六七八九十") }

// longestCertainName is the length of names that are surely one: a longer one may
// hold words that English addresses translate.
const longestCertainName = 4

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

// zoneName writes the name of a park or building: places and trades in words.
func (k *knowledge) zoneName(name string) (string, bool) {
	var words []string
	rest := name
	if lengths := k.placeLengths(rest); len(lengths) > 0 {
		words = append(words, k.placeName(rest[:lengths[0]]))
		rest = rest[lengths[0]:]
	}
	if rest == "" {
		return strings.Join(words, " "), true
	}
	if runes := []rune(rest); k.coveredByTrades(runes) {
		return strings.Join(append(words, k.tradeWords(rest)...), " "), true
	}
	if len(words) == 0 {
		return "", false
	}
	last, sure := k.pinyin(rest)
	return strings.Join(append(words, last), " "), sure
}

// houseNumber accepts 88, 88-1, A, A3, 三 and 附2 as a number.
func houseNumber(name string) (string, bool) {
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
