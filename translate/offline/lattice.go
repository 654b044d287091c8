package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// token is a word of a text, found by the cheapest way through its lattice.
type token struct {
	zh, en string
	class  class
}

// Classes of tokens that come from no glossary entry.
const (
	measure class = "measure" // a number with its unit
	code    class = "code"    // Latin letters and digits, kept as they are
	settled class = "settled" // a date or an amount of money
	mark    class = "mark"    // punctuation
	unknown class = "unknown"
)

// The cost of an edge: whole words beat pieces, anything beats an unknown character.
const (
	wordCost    = 100
	measureCost = 97
	dateCost    = 80
	placeCost   = 60 // added for a place: rarer in goods and terms than a word of the same letters
	unknownCost = 1000
)

// segment cuts a text into words. Where two ways cost the same, the longer last
// word wins, since the head of a Chinese phrase stands last.
func (k *knowledge) segment(text string, order []class) []token {
	runes := []rune(text)
	n := len(runes)
	type step struct {
		cost, from int
		token      token
	}
	best := make([]step, n+1)
	for i := 1; i <= n; i++ {
		best[i] = step{cost: 1 << 30}
	}
	runEnd := latinRuns(runes)
	for i := 0; i < n; i++ {
		if best[i].cost == 1<<30 {
			continue
		}
		relax := func(end, cost int, t token) {
			if total := best[i].cost + cost; total <= best[end].cost {
				best[end] = step{total, i, t}
			}
		}
		if end := runEnd[i]; end > i {
			run := string(runes[i:end])
			relax(end, wordCost, token{run, run, code})
			for _, m := range k.measuresAt(runes, i, end) {
				relax(i+m.length, measureCost, m.token)
			}
			if t, length := dateOrMoneyAt(runes[i:]); length > 0 && !insideRun(runEnd, i+length) {
				relax(i+length, dateCost, t)
			}
		} else if isHan(runes[i]) {
			relax(i+1, unknownCost, token{string(runes[i]), string(runes[i]), unknown})
			for _, m := range k.measuresAt(runes, i, i) {
				relax(i+m.length, measureCost, m.token)
			}
			if t, length := ordinalAt(runes[i:]); length > 0 {
				relax(i+length, dateCost, t)
			}
			if amount, length := moneyInNumerals(runes[i:]); length > 0 {
				relax(i+length, dateCost, token{string(runes[i : i+length]), amount, settled})
			}
			if strings.ContainsRune("人美欧英日港澳加", runes[i]) {
				if t, length := dateOrMoneyAt(runes[i:]); length > 0 && !insideRun(runEnd, i+length) {
					relax(i+length, dateCost, t)
				}
			}
		} else {
			relax(i+1, wordCost/4, token{string(runes[i]), string(runes[i]), mark})
		}
		if insideRun(runEnd, i) {
			continue
		}
		for end := i + 1; end <= n && end-i <= k.longest; end++ {
			if end < n && insideRun(runEnd, end) {
				continue
			}
			e := k.lookup(string(runes[i:end]), order)
			if e == nil {
				continue
			}
			length := end - i
			cost := wordCost - length*length
			if length == 1 {
				cost += wordCost / 2
			}
			if length > 8 {
				cost = wordCost - 64
			}
			if e.class == place {
				cost += placeCost
			}
			if e.class == user {
				cost = 1
			}
			relax(end, cost, token{e.zh, e.en, e.class})
		}
	}
	var tokens []token
	for i := n; i > 0; i = best[i].from {
		tokens = append(tokens, best[i].token)
	}
	for i, j := 0, len(tokens)-1; i < j; i, j = i+1, j-1 {
		tokens[i], tokens[j] = tokens[j], tokens[i]
	}
	return k.rates(k.yarnCounts(text, tokens))
}

// clothByYarn are goods whose yarn a title tells apart from their name: 针织布 32支.
var clothByYarn = pattern.Lazily(`汗布|[针梭]织布|面料|坯布|棉布|府绸|[斜平]纹布|纱线|罗纹布|卫衣布|毛圈布|四件套|床品|床单|被套|[棉麻毛丝]纱|棉线|混纺纱`)

// yarnCounts reads 40支 in a text about yarn as its count, not as pieces.
func (k *knowledge) yarnCounts(text string, tokens []token) []token {
	if !strings.Contains(text, "支") || !strings.ContainsAny(text, "纱棉麻织布") && !(strings.HasSuffix(text, "支") && clothByYarn.MatchString(k.context)) {
		return tokens
	}
	for i, t := range tokens {
		if number, ok := strings.CutSuffix(t.zh, "支"); ok && t.class == measure && isNumber(number) {
			tokens[i].en = number + "s"
		}
	}
	return tokens
}

// dateOrMoneyAt reads 2026年3月15日 or 12万元 as one token.
func dateOrMoneyAt(runes []rune) (token, int) {
	text := string(runes[:min(len(runes), 24)])
	english, _, length := readDate(text, "")
	if length == 0 {
		english, length = readMoney(text)
	}
	zh := text[:length]
	return token{zh, english, settled}, len([]rune(zh))
}

// latinRuns gives for the start of every run of Latin letters, digits and the
// signs inside codes its end, for places inside a run -1, elsewhere 0.
func latinRuns(runes []rune) []int {
	ends := make([]int, len(runes)+1)
	for i := 0; i < len(runes); {
		end := i
		if strings.ContainsRune("-*", runes[i]) && i+1 < len(runes) && isDigit(runes[i+1]) && (i == 0 || !isWordRune(runes[i-1])) {
			end++ // a minus, or the sign between two measures
		}
		for end < len(runes) && isCodeRune(runes, end, i) {
			end++
		}
		for end > i && strings.ContainsRune(".,-/:'\"(*", runes[end-1]) {
			end--
		}
		if end == i {
			i++
			continue
		}
		ends[i] = end
		for j := i + 1; j < end; j++ {
			ends[j] = -1
		}
		i = end
	}
	return ends
}

func insideRun(ends []int, i int) bool { return ends[i] == -1 }

func isCodeRune(runes []rune, i, start int) bool {
	r := runes[i]
	if isLatin(r) || isDigit(r) || strings.ContainsRune("±≥≤<>¥$€£#%°℃℉ΦφØøμΩ²³@_&+×~™®²=∶\ue000", r) {
		return true
	}
	if i > start && i+1 < len(runes) && runes[i+1] == '/' && (r == ':' || r == '/') {
		return true // of a web address
	}
	inside := i > start && i+1 < len(runes) && (isLatin(runes[i+1]) || isDigit(runes[i+1]))
	return inside && strings.ContainsRune(".,-/*:'\"·", r) || r == '"' && i > start && isDigit(runes[i-1])
}

// unitRule writes a number with a Chinese unit in English, "{n} mL" or "{n}-inch".
type unitRule struct{ zh, one, many string }

func loadUnits() []unitRule {
	var units []unitRule
	eachRow("tables/units.tsv", func(row []string) {
		rule := unitRule{zh: row[0], many: row[1], one: row[1]}
		if len(row) > 2 && row[2] != "" {
			rule.one = row[2]
		}
		units = append(units, rule)
	})
	return units
}

var plainNumber = pattern.Lazily(`^[xX×*±≥≤<>~-]?\d[\d.,]*(?:(?:[-~x×*/±]|\+)\d[\d.,]*)*$`)

// measured is a number with its unit, and its length in runes.
type measured struct {
	token  token
	length int
}

// measuresAt reads a number (in the Latin run up to runEnd, or in Chinese digits)
// with each of the Chinese units that may stand behind it: 46件 and 46件套.
func (k *knowledge) measuresAt(runes []rune, start, runEnd int) []measured {
	number, end := numberAt(runes, start, runEnd)
	if number == "" {
		return nil
	}
	var found []measured
	if end > runEnd && runEnd > start {
		found = append(found, measured{token{string(runes[start:end]), number, code}, end - start})
	}
	rest := string(runes[end:min(end+6, len(runes))])
	for _, rule := range k.units {
		if !strings.HasPrefix(rest, rule.zh) || rule.zh == "件" && runes[start] == '零' {
			continue // 零件 are parts
		}
		if after := strings.TrimPrefix(rest, "丝"); rule.zh == "丝" && after != "" && strings.ContainsRune("袜绸巾锥杆网线带绒", firstRune(after)) {
			continue // 丝袜 are stockings, no hundredths of a mm
		}
		form, ok := k.inSense(rule).form(number, runes[start])
		if !ok {
			continue
		}
		stop := end + len([]rune(rule.zh))
		found = append(found, measured{token{string(runes[start:stop]), form, measure}, stop - start})
	}
	return found
}

// numberAt reads the number in a Latin run, with the 万 or 亿 behind it multiplied
// out, or in Chinese digits; "" if there is none.
func numberAt(runes []rune, start, runEnd int) (number string, end int) {
	if runEnd == start {
		value, length := chineseNumber(runes[start:])
		if length == 0 {
			return "", start
		}
		return value, start + length
	}
	number = string(runes[start:runEnd])
	if !plainNumber.MatchString(number) {
		return "", start
	}
	if runEnd < len(runes) {
		if places := map[rune]int{'万': 4, '亿': 8}[runes[runEnd]]; places > 0 && simpleNumber.MatchString(number) {
			return numberPattern.ReplaceAllStringFunc(number, func(n string) string { return grouped(shifted(n, places)) }), runEnd + 1
		}
	}
	return number, runEnd
}

var simpleNumber = pattern.Lazily(`^[\d.,]+(?:[-~][\d.,]+)?$`)

// form writes the unit with a number; 双 and 单 count only parts of a thing: 双层,
// double-layer.
func (rule unitRule) form(number string, first rune) (string, bool) {
	form := rule.many
	if first == '双' || first == '单' {
		kind, ok := strings.CutPrefix(rule.many, "{n}-")
		if !ok || number != "1" && number != "2" {
			return "", false
		}
		number, form = map[rune]string{'双': "double", '单': "single"}[first], "{n}-"+kind
	} else if number == "1" {
		form = rule.one
	}
	return strings.ReplaceAll(form, "{n}", number), true
}

// rates joins 100米/卷 to one measure: 100 m/roll.
func (k *knowledge) rates(tokens []token) []token {
	var joined []token
	for i := 0; i < len(tokens); i++ {
		if i+2 < len(tokens) && (tokens[i].class == measure || tokens[i].class == settled || tokens[i].class == code) && tokens[i+1].zh == "/" {
			if per := k.unitName(tokens[i+2].zh); per != "" {
				joined = append(joined, token{tokens[i].zh + "/" + tokens[i+2].zh, tokens[i].en + "/" + per, measure})
				i += 2
				continue
			}
		}
		if i+1 < len(tokens) && tokens[i].class == code && perNumber.MatchString(tokens[i].en) {
			if per := k.unitName(tokens[i+1].zh); per != "" {
				joined = append(joined, token{tokens[i].zh + tokens[i+1].zh, tokens[i].en + " " + per, measure})
				i++ // 3000V/1分钟
				continue
			}
		}
		if i+1 < len(tokens) && tokens[i].class == code && timesCount.MatchString(tokens[i].en) {
			if name := k.unitName(tokens[i+1].zh); name != "" {
				joined = append(joined, token{tokens[i].zh + tokens[i+1].zh, tokens[i].en + " " + pluralOf(name), measure})
				i++ // 35g*2只
				continue
			}
		}
		if n := len(joined); n > 0 && joined[n-1].class == measure && tokens[i].class == measure && strings.ContainsRune("xX×*", firstRune(tokens[i].zh)) {
			joined[n-1].zh += tokens[i].zh
			if strings.ContainsRune("xX", firstRune(tokens[i].en)) {
				joined[n-1].en += " " + tokens[i].en // x5 is kept as a code is
			} else {
				joined[n-1].en += " × " + strings.TrimLeft(tokens[i].en, "×*")
			}
			continue
		}
		joined = append(joined, tokens[i])
	}
	return joined
}

// perNumber finds a rate whose last part counts the unit that follows.
var perNumber = pattern.Lazily(`^\d[\d.,]*[A-Za-z]*/1$`)

// timesCount finds a measure with how many of it there are, which the unit that follows
// counts.
var timesCount = pattern.Lazily(`^\d[\d.,]*[A-Za-z]+[*x×X]([2-9]|\d{2,3})$`)

// unitName gives the name of one of a unit: roll for 卷.
func (k *knowledge) unitName(zh string) string {
	for _, rule := range k.units {
		if rule.zh == zh {
			if name, ok := strings.CutPrefix(k.inSense(rule).one, "{n} "); ok {
				return name
			}
		}
	}
	return ""
}

var latinMeasure = pattern.Lazily(`^([±≥≤<>~]?\d[\d.,]*(?:[-~x×*]\d[\d.,]*)*)((?i:ml|l|w|kw|v|a|ma|va|kva|kpa|kn|mah|ah|wh|mm|cm|m|km|g|kg|mg|hz|khz|mhz|ghz|gb|tb|mb|oz|lb|lbs|ft|inch|in|bar|mpa|psi|rpm|hp|lm|n|nm|n·m|cbm|pcs|gsm|db|bpm|mw|lux|dpi))$`)

// spaced sets a blank between a number and its Latin unit, as titles have it.
func spaced(s string) string {
	if parts := latinMeasure.FindStringSubmatch(s); parts != nil && parts[2] != "G" && parts[2] != "M" { // 4G is no weight, 5M no length
		return parts[1] + " " + parts[2]
	}
	return s
}
