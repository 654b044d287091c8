package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

var pieceOf = pattern.Lazily(`^(\d+)-piece$`)

// countedLast reads 两件 behind a thing as its number, not as what kind it is.
func countedLast(tokens []token) []token {
	last := len(tokens) - 1
	if last > 0 && tokens[last].class == word && oneOfIt[tokens[last].zh] != "" && nominal(tokens[last-1].class, tokens[last-1].en) {
		return append(append([]token(nil), tokens[:last]...), token{tokens[last].zh, oneOfIt[tokens[last].zh], measure}) // 吊牌一枚
	}
	if last < 1 || tokens[last].class != attr || !nominal(tokens[last-1].class, tokens[last-1].en) {
		return tokens
	}
	if m := pieceOf.FindStringSubmatch(tokens[last].en); m != nil {
		counted := token{tokens[last].zh, m[1] + " pcs", measure}
		return append(append([]token(nil), tokens[:last]...), counted)
	}
	return tokens
}

// oneOfIt are the words for one that determine a noun and count it behind it.
var oneOfIt = map[string]string{"一个": "1 pc", "一张": "1 sheet", "一份": "1 copy", "一本": "1 pc", "一片": "1 pc", "一根": "1 pc", "一条": "1 pc", "一支": "1 pc", "一块": "1 pc", "一把": "1 pc", "一枚": "1 pc"}

// ofYears joins 两年免费质保 to one thing: 2-year free warranty.
func ofYears(tokens []token) []token {
	for i, t := range tokens {
		last := i + 1
		free := last < len(tokens) && tokens[last].zh == "免费"
		if free {
			last++
		}
		if t.class != measure || !strings.HasSuffix(t.zh, "年") || last >= len(tokens) || tokens[last].zh != "质保" && tokens[last].zh != "保修" {
			continue
		}
		number, _, _ := strings.Cut(t.en, " ")
		zh, en := t.zh, number+"-year "
		if free {
			zh, en = zh+"免费", en+"free "
		}
		joined := token{zh + tokens[last].zh, en + "warranty", part}
		return append(append(append([]token(nil), tokens[:i]...), joined), tokens[last+1:]...)
	}
	return tokens
}

// labels are counted in sheets in Chinese and by themselves in English.
var labels = pattern.Lazily(`(?:标签|贴纸|[^纸]卡|照片|图片|发票|图纸|海报|标|唛|唛头|条码)$`)

// faultBehind turns 开关接触不良 round, where the fault has an adjective of its own:
// poor contact of the switch.
func faultBehind(tokens []token, words []string) (string, bool) {
	last := len(tokens) - 1
	if last < 1 || len(words) != len(tokens) || tokens[last].class != "inspect" || !strings.HasPrefix(words[last], "poor ") && !strings.HasPrefix(words[last], "cold ") {
		return "", false
	}
	for _, t := range tokens[:last] {
		if !nominal(t.class, t.en) {
			return "", false
		}
	}
	return words[last] + " of the " + joinWords(words[:last]), true
}

// countedBehind turns 干燥剂两包 round, where the number is a word or small: 2 packs of
// desiccant, 1 installation drawing.
func (k *knowledge) countedBehind(tokens []token, words []string) (string, bool) {
	last := len(tokens) - 1
	if last < 1 || len(words) != len(tokens) || tokens[last].class != measure || !nominal(tokens[last-1].class, tokens[last-1].en) || tokens[last-1].class == "inspect" && !strings.HasSuffix(tokens[last-1].zh, "样") || tokens[last-1].class == "ship" || tokens[last-1].class != noun && strings.ContainsRune("盒袋", lastRune(tokens[last-1].zh)) || strings.ContainsRune("箱托柜量数率品级号度", lastRune(tokens[last-1].zh)) {
		return "", false
	}
	if determiners[tokens[0].zh] != "" {
		return "", false // 每个颜色5件: so many of each
	}
	number, unit, ok := strings.Cut(tokens[last].en, " ")
	if !ok || len(number) > 1 || !isNumber(number) || slices.ContainsFunc(tokens[:last], func(t token) bool { return t.class == measure || t.class == mark }) {
		return "", false
	}
	what := joinWords(words[:last])
	switch unit {
	case "pcs", "pc", "sheets", "sheet", "copies", "copy", "sets", "set", "units", "unit":
		if number != "1" {
			what = pluralOf(what)
		}
		if unit == "copies" {
			return number + " copies of " + joinWords(words[:last]), true
		}
		return number + " " + what, true
	case "packs", "pack", "bottles", "bottle", "bags", "bag", "rolls", "roll", "boxes", "box", "pairs", "pair":
		if smallThings.MatchString(what) {
			what = pluralOf(what) // 1 pack of screws
		}
		return number + " " + unit + " of " + what, true
	}
	return "", false
}

// smallThings are sold by the pack and counted one by one.
var smallThings = pattern.Lazily(`(?:screw|nail|nut|bolt|button|washer|battery|needle|clip|hook|gasket|anchor|card|pin|rivet|cable tie|bag|sticker|label|pad|filter|bead|ring|cap|plug|key)$`)

// pieces gives the number of "3 pcs", which stands before a noun alone: 3 screws.
func pieces(t token) (string, bool) {
	if t.class != measure {
		return "", false
	}
	number, ok := strings.CutSuffix(t.en, " pcs")
	if !ok {
		number, ok = strings.CutSuffix(t.en, " pc")
	}
	return number, ok
}
