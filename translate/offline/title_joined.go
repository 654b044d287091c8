package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// joinedByPlus reads things or qualities that a plus joins, each known as a whole:
// 光控+遥控. Where one side is more than the other the plus may join less than it
// seems to: PP+硅胶铲 is one spatula of both.
func (k *knowledge) joinedByPlus(field string) (chunk, bool) {
	sides := strings.Split(field, "+")
	if len(sides) < 2 || !hasHan(field) {
		return chunk{}, false
	}
	var kind class
	var words []string
	for _, side := range sides {
		if side == "" || isDigit(rune(side[0])) && !hasHan(side) {
			return chunk{}, false
		}
		c := k.titleChunk(side)
		own, ok := c.kindOfWhole()
		if !ok || own != code && kind != "" && kind != own {
			return chunk{}, false
		}
		if own != code {
			kind = own
		}
		text := c.text
		if text == "" {
			text = joinWords(c.supplements())
		}
		words = append(words, text)
	}
	if kind == noun && !allHan(sides) {
		return chunk{}, false // a material or model in Latin beside goods
	}
	return chunk{zh: field, text: strings.Join(words, " + "), goods: kind == noun}, true
}

// namedByMake joins the Latin words that a title opens with to the goods behind them:
// AirPods Pro保护套 is one name, no Pro protective case.
func (k *knowledge) namedByMake(fields []string) []string {
	first := 0
	fits := len(fields) > 1 && fitsModel.MatchString(fields[0])
	if fits {
		first = 1 // 适用iPhone 15手机壳
	}
	for first < len(fields) && isNameWord(fields[first], first) {
		first++
	}
	if first == 0 || first == len(fields) {
		return fields
	}
	last := fields[first]
	at := strings.IndexFunc(last, isHan)
	if at <= 0 || !isNameWord(last[:at], first) || k.opensWord(last, at) {
		return fields
	}
	name := strings.Join(fields[:first+1], string(standardSign))
	if fits && !fittedGoods.MatchString(name) {
		return fields
	}
	return append([]string{name}, fields[first+1:]...)
}

// fitsModel finds a model that goods are for, of which more may stand behind the blank.
var fitsModel = pattern.Lazily(`^(?:适用于?|适配)\p{Han}{0,4}[A-Za-z][A-Za-z0-9-]*$`)

// fitted takes 适用苹果手表硅胶表带 apart: silicone watch band, for Apple Watch.
func (k *knowledge) fitted(field string) (chunk, bool) {
	m := fittedGoods.FindStringSubmatch(field)
	if m == nil {
		return chunk{}, false
	}
	tokens := k.segment(m[1], titleOrder)
	if len(tokens) == 1 && tokens[0].class == noun {
		name, goods, _ := strings.Cut(tokens[0].en, " ")
		if goods == "" {
			return chunk{}, false
		}
		return chunk{zh: field, text: goods + " for " + name, goods: true}, true // 适用苹果手机壳
	}
	host := 0
	for host < len(tokens) && (tokens[host].class == maker || tokens[host].class == code || tokens[host].class == noun && (host == 0 || host+1 < len(tokens) && tokens[host-1].class == maker)) {
		host++
	}
	if host == 0 || host == len(tokens) || tokens[len(tokens)-1].class != noun && tokens[len(tokens)-1].class != part {
		return chunk{}, false
	}
	var model []string
	length := 0
	for _, t := range tokens[:host] {
		model = append(model, t.en)
		length += len(t.zh)
	}
	made := k.titleChunk(m[1][length:])
	if made.text != "" || made.headAt() != len(made.tokens)-1 {
		return chunk{}, false
	}
	return chunk{zh: field, text: joinWords(made.words()) + " for " + joinWords(model), doubts: made.doubts, goods: true}, true
}

// fittedGoods finds what is made for a device that stands before it.
var fittedGoods = pattern.Lazily(`^(?:适用于?|适配)(.+(?:表带|手机壳|保护壳|保护套|保护膜|钢化膜|贴膜|镜头膜|充电器|数据线|充电线|支架|电池|耳机|滤芯|滤网|刷头|墨盒|硒鼓|遥控器|脚垫|座套|雨刮器?|刹车片|键盘|触控笔|收纳包))$`)

// partsAside are two things that goods come with, named without a word between them.
var partsAside = pattern.Lazily(`^(带|送|配|附|)(手柄|把手|提手|盖子?|杯盖|勺子?|背带|肩带|提绳|杯刷|茶漏|刀架|音乐|护具|补光灯|打气筒|气泵|刀叉|时间刻度|刻度)(手柄|提手|吸管|勺子?|杯刷|茶漏|滤网|背带|肩带|杯套|提绳|筷筒|筷子|灯光|头盔|三脚架)$`)

// isNameWord reports a word of a model's name; figures stand behind one only.
func isNameWord(s string, at int) bool {
	return s != "" && !hasHan(s) && !statesQuality(s) && (isLatin(rune(s[0])) || at > 0 && isNumber(s))
}

// opensWord reports that the Latin letters before a place of a text are part of a word
// or number that goes on behind it: USB充电, 5米.
func (k *knowledge) opensWord(s string, at int) bool {
	runes := []rune(s[at:])
	for end := 1; end <= min(6, len(runes)); end++ {
		if k.lookup(s[:at]+string(runes[:end]), titleOrder) != nil {
			return true
		}
	}
	return isNumber(s[:at]) && len(k.measuresAt([]rune(s), 0, at)) > 0
}

// kindOfWhole says what a chunk without doubts is as a whole: a thing, a material, a
// quality or a model.
func (c chunk) kindOfWhole() (class, bool) {
	if len(c.doubts) > 0 {
		return "", false
	}
	if c.text != "" {
		return feature, !startsWithPreposition(c.text)
	}
	last := len(c.tokens) - 1
	if last < 0 {
		return "", false
	}
	switch t := c.tokens[last]; t.class {
	case noun, part, user:
		return noun, true
	case material, code:
		return t.class, last == 0 || t.class == material && c.tokens[0].class == code
	case attr:
		return feature, last == 0
	}
	return "", false
}

func allHan(sides []string) bool {
	for _, side := range sides {
		if !hasHan(side) {
			return false
		}
	}
	return true
}

// importedFrom reads where goods come from: 泰国进口, imported from Thailand.
func (k *knowledge) importedFrom(field string) (string, bool) {
	from, ok := strings.CutSuffix(field, "进口")
	if !ok || from == "" {
		return "", false
	}
	country := k.ofClass(from, place)
	if country == nil {
		return "", false
	}
	return "imported from " + country.en, true
}

// hasPart reads what goods have, where it is a thing known as a whole: 带笔袋 is with
// pencil case, not with pen and a bag.
func (k *knowledge) hasPart(field string) (chunk, bool) {
	what, ok := strings.CutPrefix(field, "带")
	if !ok || len([]rune(what)) < 2 {
		return chunk{}, false
	}
	thing := k.ofClass(what, noun, part)
	if thing == nil {
		return chunk{}, false
	}
	c := chunk{zh: field, text: "with " + thing.en}
	if senses := k.ambiguity(what); senses != "" {
		c.doubts = append(c.doubts, what+" may mean "+senses)
	}
	return c, true
}

// continued joins to a feature what 和 adds to its thing: 含电池和充电器 has both
// included. A feature of another form stays one word beside the next, and is asked about.
func continued(tokens []token) []token {
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].class != feature || connectives[tokens[i+1].zh] != "and" && tokens[i+1].zh != "、" {
			continue
		}
		more := joinWords((chunk{tokens: tokens[i+2:]}).words())
		joined := token{class: feature}
		for _, t := range tokens[i:] {
			joined.zh += t.zh
		}
		thing, verb := tokens[i].en, ""
		for _, end := range []string{" not included", " included"} {
			if named, ok := strings.CutSuffix(thing, end); ok {
				thing, verb = named, end
				break
			}
		}
		if verb == "" && !strings.HasPrefix(thing, "with") || strings.Contains(joined.zh, "、") && strings.Count(joined.zh, "、")+strings.Count(joined.zh, "和")+strings.Count(joined.zh, "及") > 1 {
			return append(append([]token(nil), tokens[:i+1]...), append([]token{{tokens[i+1].zh, "and", unknown}}, tokens[i+2:]...)...)
		}
		joint := " and "
		if strings.HasPrefix(thing, "without ") {
			joint = " or "
		}
		joined.en = thing + joint + more + verb
		return append(append([]token(nil), tokens[:i]...), joined)
	}
	return tokens
}

// wearersBefore reads 女装连衣裙 as a dress for women: before a garment 女装 only says
// who wears it.
func wearersBefore(tokens []token) []token {
	for i := 0; i+1 < len(tokens); i++ {
		if whose := wearers[tokens[i].zh]; whose != "" && tokens[i].class == noun && (tokens[i+1].class == noun || tokens[i+1].class == attr) {
			tokens[i] = token{tokens[i].zh, whose, attr}
		}
	}
	return tokens
}

var wearers = map[string]string{"女装": "women's", "男装": "men's", "童装": "kids", "女鞋": "women's", "男鞋": "men's", "童鞋": "kids", "女包": "women's", "男包": "men's", "女裤": "women's", "男裤": "men's"}

// plusBetween finds a plus that stands by itself on one side only.
var plusBetween = pattern.Lazily(`([a-z)]) \+([A-Za-z0-9])|([A-Za-z]{2})\+ ([A-Za-z])`)

// plusSign is the plus of a figure above nought: -20℃ to +60℃.
var plusSign = pattern.Lazily(`\b(to|or|and|above|below|at|[Tt]olerance|[Dd]eviation|[Tt]emperature) \+ (\d)`)

// plusSpaced writes 304 stainless steel + PP for 304 stainless steel +PP.
func plusSpaced(s string) string {
	return plusSign.ReplaceAllString(plusBetween.ReplaceAllString(s, "$1$3 + $2$4"), "$1 +$2")
}
