package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// madeFor takes 空气炸锅专用纸 apart: 纸, for air fryer.
func (k *knowledge) madeFor(field string) (goods, purpose string, ok bool) {
	for _, lead := range []string{"适用于", "适用", "适合"} {
		if goods, whose, found := strings.Cut(field, lead); found && goods != "" && whose != "" && k.lookup(field, titleOrder) == nil {
			purpose, ok = k.purpose("适用" + whose)
			return goods, purpose, ok && hasHan(goods)
		}
	}
	before, after, found := strings.Cut(field, "专用")
	after = strings.TrimPrefix(after, "的")
	if !found || before == "" || after == "" || k.lookup(field, titleOrder) != nil {
		return "", "", false
	}
	if e := k.lookup(before, titleOrder); e != nil && e.class == attr && !strings.Contains(e.en, "'") {
		return after, "for " + pluralOf(e.en), true // 猫咪专用: for cats
	}
	purpose, ok = k.purpose(before + "专用")
	return after, purpose, ok
}

// purpose translates "X通用", "X专用", "适用于X": for X and Y.
func (k *knowledge) purpose(field string) (string, bool) {
	var inner string
	for _, suffix := range []string{"均可使用", "都可使用", "均可用", "均适用", "可用", "通用", "专用", "适用", "使用", "用"} {
		if rest, ok := strings.CutSuffix(field, suffix); ok && rest != "" {
			inner = rest
			break
		}
	}
	for _, prefix := range []string{"适用于", "适合", "适用", "适配", "用于", "专为"} {
		if rest, ok := strings.CutPrefix(field, prefix); ok && rest != "" && inner == "" {
			inner = rest
		}
	}
	if inner == "" {
		return "", false
	}
	if e := k.ofClass(inner, feature); e != nil && strings.HasPrefix(e.en, "for ") {
		return e.en, true
	}
	var items []string
	ofMaker, kind := false, ""
	tokens := k.segment(inner, titleOrder)
	for i, t := range tokens {
		ofThat := (ofMaker || t.class == code) && !isFirm(t.zh)
		ofMaker = t.class == maker && (isFirm(t.zh) || !ofMaker)
		switch {
		case t.zh == "手机":
			if i > 0 && tokens[i-1].class == maker {
				t.en, ofThat = "phones", true // 适用苹果安卓手机
			}
		case t.zh == "汽车" && i+1 == len(tokens):
			t.en = "cars"
		case t.class == attr && i+1 < len(tokens) && tokens[i+1].class == noun && k.users[t.zh] == "":
			kind = t.en + " " // 中大型犬适用
			continue
		case k.users[t.zh] != "" && (i+1 == len(tokens) || tokens[i+1].class != noun):
			t.en = k.users[t.zh]
		case t.class == mark || t.zh == "和" || t.zh == "及" || t.zh == "与" || t.zh == "等":
			continue
		case t.class == industry && isThingOfUse[t.zh]:
			t.en = strings.ToLower(t.en) + "s"
		case t.class != noun && t.class != part && t.class != code && t.class != attr && t.class != user && t.class != maker:
			return "", false
		case t.class == attr && !strings.HasSuffix(t.en, "'s") && !strings.HasSuffix(t.en, "s'"):
			return "", false
		}
		item := kind + strings.TrimSuffix(strings.TrimSuffix(t.en, "'s"), "'")
		if kind != "" {
			item = pluralOf(item)
		}
		kind = ""
		if n := len(items); n > 0 && ofThat {
			items[n-1] += " " + item // Volkswagen Lavida 1.6
			continue
		}
		items = append(items, item)
	}
	return "for " + listed(items), len(items) > 0
}

// firms are the makers of cars, phones and tools by the name of their house; other
// makes are models, which belong to the house before them.
const firms = "|OPPO|vivo|iPhone|iPad|苹果|安卓|华为|小米|三星|荣耀|联想|戴尔|大疆|东成|牧田|博世|得伟|大众|丰田|本田|日产|尼桑|现代|起亚|别克|雪佛兰|福特|马自达|铃木|三菱|斯巴鲁|雪铁龙|雷诺|菲亚特|捷豹|路虎|保时捷|英菲尼迪|讴歌|雷克萨斯|凯迪拉克|吉普|道奇|克莱斯勒|比亚迪|哈弗|荣威|名爵|传祺|江淮|奇瑞|吉利|长安|长城|东风|标致|奥迪|宝马|奔驰|沃尔沃|特斯拉|斯柯达|重汽|陕汽|五十铃|康明斯|潍柴|玉柴|斗山|徐工|柳工|久保田|洋马|雅马哈|川崎|杜卡迪|哈雷|"

func isFirm(zh string) bool { return strings.Contains(firms, "|"+zh+"|") }

// isThingOfUse are trades that are also things which others are for: 机床用.
var isThingOfUse = map[string]bool{"机床": true}

// equipped takes 带丝带的礼盒 apart: gift box with ribbon.
func (k *knowledge) equipped(field string) (chunk, bool) {
	what, goods, found := strings.Cut(field, "的")
	if !found || goods == "" || !strings.HasPrefix(what, "带") && !strings.HasPrefix(what, "配") {
		return chunk{}, false
	}
	with, made := k.titleChunk(what), k.titleChunk(goods)
	text := with.text
	if text == "" {
		text = joinWords(with.words())
	}
	if made.text != "" || !strings.HasPrefix(text, "with ") {
		return chunk{}, false
	}
	return chunk{zh: field, text: joinWords(made.words()) + " " + text, doubts: append(made.doubts, with.doubts...), goods: true}, true
}

// usersOf are those that goods are for, where they stand alone among the qualities.
var usersOf = map[string]string{"成人": "for adults", "成人款": "for adults", "车载": "for car", "车用": "for car", "男女生": "for boys and girls", "男女童": "for boys and girls", "男童女童": "for boys and girls", "男孩女孩": "for boys and girls", "男生女生": "for boys and girls", "男童": "for boys", "女童": "for girls", "男士": "for men", "女士": "for women", "男": "for men", "女": "for women", "男女宝宝": "for baby boys and girls"}

// seasons and activities are what goods are for, where nothing else stands with them,
// as are the persons and places of tables/users.tsv.
var (
	seasons    = map[string]bool{"春季": true, "夏季": true, "秋季": true, "冬季": true, "夏天": true, "冬天": true, "春夏季": true, "春夏": true, "秋冬": true, "春秋": true, "秋冬季": true}
	activities = map[string]bool{"骑行": true, "徒步": true, "跑步": true, "露营": true, "登山": true, "钓鱼": true, "旅行": true, "野餐": true, "游泳": true, "滑雪": true, "健身": true, "瑜伽": true}
)

// use is what goods are for: somebody, or a place, season or activity.
type use struct {
	what string
	who  bool
}

// usesOf writes a chunk of such words alone as what the goods are for: for summer
// running, for cycling and hiking; persons apart from the rest: for students, for
// bedroom and study.
func (k *knowledge) usesOf(c chunk) []use {
	season := ""
	var who, doing []string
	for _, t := range c.tokens {
		switch {
		case strings.HasPrefix(t.en, "for ") && k.users[t.zh] == "":
			return nil // it says so itself
		case seasons[t.zh] && season == "" && len(doing) == 0:
			season = t.en
		case activities[t.zh]:
			doing = append(doing, t.en)
		case k.users[t.zh] == "" || k.isSettled(t.zh):
			return nil
		case k.persons[t.zh]:
			who = append(who, k.users[t.zh])
		default:
			doing = append(doing, k.users[t.zh])
		}
	}
	var uses []use
	if len(who) > 0 {
		uses = append(uses, use{listed(who), true})
	}
	if rest := joinWords([]string{season, listed(doing)}); rest != "" {
		uses = append(uses, use{rest, false})
	}
	return uses
}

// isSettled reports a word that the text gives a sense of its own: the 别墅 of a
// dollhouse is not whom it is for.
func (k *knowledge) isSettled(zh string) bool {
	s := k.senseOf(zh)
	return s != nil && s.asks == "" && s.entry.en != k.users[zh]
}

// usesNamed writes the persons, places, seasons and activities among the qualities
// behind the goods as what they are for: 电煮锅宿舍学生, for dorm and students.
func (k *knowledge) usesNamed(tokens []token) []token {
	var named []token
	for i := 0; i < len(tokens); {
		end := i
		for end < len(tokens) && k.usesOf(chunk{tokens: tokens[i : end+1]}) != nil {
			end++
		}
		if end == i {
			named = append(named, tokens[i])
			i++
			continue
		}
		run := chunk{tokens: tokens[i:end]}
		for _, u := range k.usesOf(run) {
			named = append(named, token{run.part(0, end-i).zh, "for " + u.what, feature})
		}
		i = end
	}
	return named
}

// names reports that the name of the goods has a word, in whatever form.
func (g *goods) names(word string) bool {
	head := " " + strings.ReplaceAll(strings.ToLower(g.head), "-", " ")
	return strings.Contains(head, " "+strings.ToLower(word[:min(len(word), max(stem, len(word)-longestEnding))])) // a microphone is no phone
}

// use adds what the goods are for: to what was added before if both are persons or
// neither is, not where their name says it: swimming goggles.
func (g *goods) use(u use) {
	first, more, _ := strings.Cut(u.what, " ")
	if g.names(first) && (more == "" || strings.HasPrefix(more, "and ") || g.names(more)) { // air filters for air compressors name only the air
		return
	}
	if g.used == nil {
		g.used = map[bool]string{}
	}
	before, again := g.used[u.who]
	switch {
	case again && strings.Contains(before, u.what):
	case again:
		g.used[u.who] = joinedUses(before, u.what)
		for _, said := range [][]string{g.with, g.rest} {
			if at := slices.Index(said, before); at >= 0 {
				said[at] = g.used[u.who]
			}
		}
	case len(g.used) > 0:
		g.used[u.who] = "for " + u.what
		g.rest = append(g.rest, "for "+u.what)
	default:
		g.used[u.who] = "for " + u.what
		g.supplement("for " + u.what)
	}
}

// joinedUses adds one more to what goods are for: for bedroom, study and dorm.
func joinedUses(uses, what string) string {
	if at := strings.LastIndex(uses, " and "); at >= 0 && !strings.Contains(what, " and ") {
		uses = uses[:at] + ", " + uses[at+len(" and "):]
	}
	return uses + " and " + what
}

// seasonal reports a season with what suits it: 冬季保暖.
func (c chunk) seasonal() bool {
	if len(c.tokens) < 2 || !seasons[c.tokens[0].zh] {
		return false
	}
	for _, t := range c.tokens[1:] {
		if t.class != attr {
			return false
		}
	}
	return true
}

// hosts are what smaller things are made for, where a title names them alone behind
// the goods.
var hosts = map[string]bool{"平板": true, "行李箱": true, "汽车": true, "手机": true, "电脑": true, "笔记本电脑": true, "空调": true, "冰箱": true, "洗衣机": true, "相机": true, "自行车": true, "摩托车": true, "电动车": true, "电视": true, "电视机": true, "平板电脑": true, "婴儿车": true, "打印机": true, "衣柜": true, "鞋柜": true, "橱柜": true}

// hostsNamed writes things and makes that stand alone behind the goods and before 通用 as what the
// goods are for: 支架 平板 手机 通用, for tablets and phones.
func hostsNamed(chunks []chunk, head int) []chunk {
	end := slices.IndexFunc(chunks, func(c chunk) bool { return c.zh == "通用" })
	start := end
	for start-1 > head && (hosts[chunks[start-1].zh] || chunks[start-1].isOnly(maker)) {
		start--
	}
	if head < 0 || end < 0 || start == end {
		return chunks
	}
	named := chunk{zh: "通用"}
	var things []string
	for _, c := range chunks[start:end] {
		name := c.tokens[0].en
		if c.tokens[0].class != maker {
			name = pluralOf(name)
		}
		things = append(things, name)
		named.doubts = append(named.doubts, c.doubts...)
	}
	named.text = "for " + listed(things)
	return append(append(slices.Clone(chunks[:start]), named), chunks[end+1:]...)
}

// machineHosts are what parts are made for, where a title of a part names them alone
// behind: 空气滤芯 空压机; behind other goods they are goods of their own, or a toy's kind.
var (
	machineHosts    = map[string]bool{"装载机": true, "拖拉机": true, "收割机": true, "三轮车": true, "推土机": true, "笔记本": true, "空压机": true, "发动机": true, "挖掘机": true, "注塑机": true, "叉车": true, "割草机": true, "柴油机": true, "洗碗机": true, "热水器": true, "鱼缸": true}
	partsOfMachines = pattern.Lazily(`(?:滤芯|滤清器|轮胎|内胎|外胎|实心胎|水泵|油泵|开关|皮带|配件|膜|斗齿|接头|阀|油管|活塞|密封件|密封圈|垫|喷油嘴|起动机|修理包|油封|轴承|履带|润滑油|机油|散热器|电池|适配器|传感器|管)$`)
)

// isHost reports what the goods, named before it, are made for.
func isHost(zh, goods string) bool {
	return hosts[zh] && !strings.HasSuffix(goods, "柜") || machineHosts[zh] && partsOfMachines.MatchString(goods)
}

// cookers are what vessels are put on or into, where a title names them alone behind.
var cookers = map[string]string{"电磁炉": "induction cookers", "燃气灶": "gas stoves", "煤气灶": "gas stoves", "燃气": "gas stoves", "明火": "open flames", "电陶炉": "infrared cookers", "微波炉": "microwave ovens", "烤箱": "ovens"}

// vessels end the names of what is put on or into them.
const vessels = "锅壶盘碗盆盒铛罐"

// cooker says for which cookers a vessel is: 汤锅 电磁炉.
func (c chunk) cooker(goods chunk) string {
	if !strings.ContainsRune(vessels, lastRune(goods.tokens[goods.headAt()].zh)) || strings.Contains(goods.zh, "电") {
		return ""
	}
	var named []string
	for _, t := range c.tokens {
		if cookers[t.zh] == "" {
			return ""
		}
		named = append(named, cookers[t.zh])
	}
	return listed(named)
}

// scaleMarks are parts that a title names alone behind what has them.
var scaleMarks = map[string]string{"刻度": "with scale marks"}

// contents are what storage is for, where a title names them alone behind it.
var contents = map[string]string{
	"衣服": "clothes", "衣物": "clothes", "内衣": "underwear", "袜子": "socks", "鞋子": "shoes", "棉被": "quilts", "被子": "quilts", "书本": "books", "杂物": "sundries", "玩具": "toys", "零食": "snacks",
	"首饰": "jewelry", "耳环": "earrings", "项链": "necklaces", "戒指": "rings", "手表": "watches", "眼镜": "glasses", "化妆品": "cosmetics", "护肤品": "skincare products", "口红": "lipsticks",
	"调料": "seasonings", "药品": "medicines", "工具": "tools", "文具": "stationery", "遥控器": "remote controls", "钥匙": "keys", "雨伞": "umbrellas", "数码": "digital accessories", "数码产品": "digital products", "蔬菜": "vegetables", "水果": "fruit", "鸡蛋": "eggs",
	"数据线": "data cables", "充电器": "chargers", "杂粮": "grains", "沙拉": "salad", "寿司": "sushi", "快餐": "fast food", "便当": "bento meals", "汤": "soup",
	"餐具": "tableware", "刀具": "knives", "杯子": "cups", "硬币": "coins", "照片": "photos", "光盘": "discs",
}

// carried are what bags are for, where a title names them alone behind the bag.
var carried = map[string]string{"手机": "phones", "钥匙": "keys", "护照": "passports", "证件": "ID documents", "平板": "tablets", "平板电脑": "tablets", "电脑": "laptops", "笔记本电脑": "laptops", "卡片": "cards", "硬币": "coins", "化妆品": "cosmetics"}

// stores end the names of storage.
const stores = "箱盒袋筐篮架柜桶罐篓凳"

// carriedIn says what a bag is for: 腰包 手机.
func (c chunk) carriedIn(goods chunk) string {
	kept := goods.tokens[goods.headAt()].zh
	if !strings.HasSuffix(kept, "包") && !strings.HasSuffix(kept, "袋") || kept == "面包" {
		return ""
	}
	return carried[c.zh]
}

// content says what storage is for: 收纳箱 衣服.
func (c chunk) content(goods chunk) string {
	kept := goods.tokens[goods.headAt()].zh
	if contents[c.zh] == "" || strings.HasSuffix(kept, "礼盒") || !strings.ContainsRune(stores, lastRune(kept)) && !strings.HasSuffix(kept, "收纳包") {
		return ""
	}
	return contents[c.zh]
}

// loadUsers reads the persons, places and occasions that goods are for.
func (k *knowledge) loadUsers() {
	k.users, k.persons = make(map[string]string, 256), make(map[string]bool, 64)
	eachRow("tables/users.tsv", func(row []string) {
		k.users[row[0]] = row[1]
		k.persons[row[0]] = len(row) > 2 && row[2] == "who"
	})
}

// usersLead counts the persons and places that lead a chunk of qualities: 学生上班族便携.
func (k *knowledge) usersLead(c chunk) int {
	users := 0
	for i, t := range c.tokens {
		switch {
		case users == i && k.users[t.zh] != "":
			users++
		case t.class != attr || k.users[t.zh] != "":
			return 0
		}
	}
	if users == len(c.tokens) {
		return 0
	}
	return users
}

// laws finds what can only be applied.
var laws = pattern.Lazily(`(?:标准|法|法律|法规|规定|规则|条款|协议|惯例|税率|公约|政策)`)

// unclearUse doubts a statement that something applies to goods, where 适用 may as well
// tell what the goods are for: 适用厨房浴室置物架.
func unclearUse(chinese, english string) []string {
	if rest, ok := strings.CutPrefix(chinese, "适用"); ok && !strings.HasPrefix(rest, "于") && strings.HasPrefix(english, "Applies to ") && !laws.MatchString(rest) {
		return []string{"goods, or what they are for: " + chinese}
	}
	return nil
}
