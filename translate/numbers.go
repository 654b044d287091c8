package translate

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// tally counts numbers by their canonical digits.
type tally map[string]int

// figures are the numbers that a text speaks of.
type figures struct {
	stated tally // must stand in the other language too
	loose  tally // may stand there: 双 is "double", "pair" or nothing
}

var (
	digitRuns  = pattern.Lazily(`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`)
	areaUnit   = pattern.Lazily(`(\d\s*(?:mm|cm|dm|km|m|ft|in))[23²³]\b`)
	multiplier = pattern.Lazily(`^\s?([十百千]?[万亿]+|[千百])`)
	perMany    = pattern.Lazily(`(?i)(\d) per (?:ten )?thousand( of| per| to| shall| will| is|[,.;]|$)`) // 万分之: a sign, as % is
	magnitude  = pattern.Lazily(`(?i)^\s(hundred|thousand|million|billion)\b`)
	numeralRun = pattern.Lazily(`[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]+`)
	counted    = pattern.Lazily(`^(?:年|天|个|周|小时|分钟|秒|件|只|箱|套|台|条|张|片|层|批|份|米|厘米|毫米|公斤|斤|吨|升|种|卷|袋|盒|瓶|支|双|倍|英寸|孔|档)`)
)

// notCounted are words that look like counted numerals: 四周 is "all around", unless
// a time is spoken of, 二层 of a hide is its split.
var notCounted = pattern.Lazily(`二层(?:牛|猪|羊)?皮|四周`)

// allAround reports a 四周 that is no time, by what stands at its sides.
func allAround(before, after string) bool {
	return !weeksAhead.MatchString(before) && !weeksBehind.MatchString(after)
}

var (
	weeksAhead  = pattern.Lazily(`(?:[期间约为需要每后前或至到第:：、]|提前|共|最多|最少|不超过)\s*$`)
	weeksBehind = pattern.Lazily(`^(?:[内后前以之的左时交发出完到、]|工作)`)
)

// figuresOf reads the numbers of a text: digits with 万, 亿, million; numerals
// and number words. Digits and counted numerals (三箱, three) are stated; what
// idiom may drop or add (一, 双, "single", 立体, months, ordinals) is loose.
func figuresOf(text string, lang Lang) figures {
	f := figures{stated: tally{}, loose: tally{}}
	text = areaUnit.ReplaceAllString(foldWidth(text), "$1")
	for _, at := range digitRuns.FindAllStringIndex(text, -1) {
		shift := 0
		if lang.IsChinese() {
			shift, _ = chineseShift(text[at[1]:])
		} else if m := magnitude.FindStringSubmatch(text[at[1]:]); m != nil {
			shift = len(magnitudes[strings.ToLower(m[1])]) - 1
		}
		f.stated[canonical(text[at[0]:at[1]], shift)]++
	}
	if lang.IsChinese() {
		f.addNumerals(text)
	} else {
		f.addWords(perMany.ReplaceAllString(text, "$1‰$2"))
	}
	return f
}

// canonical writes a decimal without separators or idle zeros, moved by
// powers of ten. Long digit strings keep leading zeros: they are codes.
func canonical(number string, shift int) string {
	number = strings.ReplaceAll(number, ",", "")
	whole, fraction, _ := strings.Cut(number, ".")
	for ; shift > 0; shift-- {
		if fraction == "" {
			whole += "0"
			continue
		}
		whole, fraction = whole+fraction[:1], fraction[1:]
	}
	if len(whole) <= 2 || fraction != "" || strings.Trim(whole, "0") == "" || len(whole) > len(number) {
		whole = strings.TrimLeft(whole, "0")
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		fraction = "." + fraction
	}
	if whole == "" {
		whole = "0"
	}
	return whole + fraction
}

// chineseShift reads 万, 百万, 亿 after digits: how many powers of ten, and
// how many bytes it took. 千克, 万向 and their like are words, not numbers.
func chineseShift(rest string) (shift, size int) {
	m := multiplier.FindStringSubmatchIndex(rest)
	if m == nil {
		return 0, 0
	}
	next, _ := utf8.DecodeRuneInString(rest[m[1]:])
	if strings.HasPrefix(rest, "千牛") && !strings.HasPrefix(rest, "千牛皮") && !strings.HasPrefix(rest, "千牛津") {
		return 0, 0 // kilonewtons
	}
	if next != utf8.RuneError && strings.ContainsRune("克瓦米焦赫帕伏卡字伽安比向能用年圣", next) {
		return 0, 0
	}
	for _, r := range rest[m[2]:m[3]] {
		shift += map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8}[r]
	}
	return shift, m[1]
}

var numeralDigits = map[rune]int64{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9}

var numeralUnits = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000}

func (f figures) addNumerals(text string) {
	for _, at := range numeralRun.FindAllStringIndex(text, -1) {
		run := text[at[0]:at[1]]
		first, _ := utf8.DecodeRuneInString(run)
		_, begins := numeralDigits[first]
		if before, _ := utf8.DecodeLastRuneInString(text[:at[0]]); before >= '0' && before <= '9' && !begins {
			continue // 万 after digits has been read; 二合一 after USB3.0 has not
		}
		value, ok := numeralValue(run)
		isCount := counted.MatchString(text[at[1]:]) || strings.HasSuffix(text[:at[0]], "分之")
		if ok && value >= 2 && isCount && (begins || first == '十') && !strings.HasSuffix(text[:at[0]], "第") && !isIdiom(text, at[0]) {
			f.stated[fmt.Sprint(value)]++
			continue
		}
		if ok {
			f.loose[fmt.Sprint(value)]++
		}
		for _, r := range run {
			if d, isDigit := numeralDigits[r]; isDigit && fmt.Sprint(value) != fmt.Sprint(d) {
				f.loose[fmt.Sprint(d)]++
			}
		}
	}
	for _, m := range jiaoAndFen.FindAllStringSubmatch(text, -1) {
		jiao, _ := utf8.DecodeRuneInString(m[1])
		fen, _ := utf8.DecodeRuneInString(m[2])
		f.loose[fmt.Sprint(numeralDigits[jiao]*10+numeralDigits[fen])]++
	}
	for word, value := range map[string]string{"双": "2", "对": "2", "单": "1", "打": "12", "半": "0.5", "立体": "3"} {
		f.loose[value] += strings.Count(text, word)
	}
}

// jiaoAndFen are the cents of an amount in words: 伍角陆分.
var jiaoAndFen = pattern.Lazily(`([壹贰叁肆伍陆柒捌玖])角(?:([壹贰叁肆伍陆柒捌玖])分)?`)

// isIdiom reports a numeral that begins a word of notCounted.
func isIdiom(text string, at int) bool {
	found := notCounted.FindStringIndex(text[at:])
	if found == nil || found[0] > 0 {
		return false
	}
	end := at + found[1]
	return text[at:end] != "四周" || allAround(text[:at], text[end:])
}

// numeralValue reads a Chinese numeral such as 三千零五十 or 二〇二六.
func numeralValue(run string) (int64, bool) {
	if utf8.RuneCountInString(run) > 20 {
		return 0, false
	}
	var total, section, digit, plain int64
	positional := true
	for _, r := range run {
		d, isDigit := numeralDigits[r]
		switch {
		case isDigit:
			digit = d
			plain = plain*10 + d
		case numeralUnits[r] > 0:
			positional = false
			section += max(digit, 1) * numeralUnits[r]
			digit = 0
		default: // 万 and 亿 close what stands before
			positional = false
			unit := map[rune]int64{'万': 10_000, '亿': 100_000_000}[r]
			total = (total + section + digit) * unit
			section, digit = 0, 0
			if total > 1e15 {
				return 0, false
			}
		}
	}
	if positional {
		return plain, utf8.RuneCountInString(run) <= 15
	}
	return total + section + digit, true
}

var magnitudes = map[string]string{"hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"}

var cardinals = map[string]int64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

// looseWords hint at a number without stating it.
var looseWords = map[string]string{"single": "1", "once": "1", "first": "1", "mono": "1", "double": "2", "dual": "2", "twin": "2", "pair": "2", "pairs": "2", "twice": "2", "second": "2", "duplicate": "2", "both": "2",
	"triple": "3", "third": "3", "triplicate": "3", "quadruple": "4", "quadruplicate": "4", "quintuplicate": "5", "fourth": "4", "fifth": "5", "sixth": "6", "dozen": "12", "half": "0.5",
	"january": "1", "february": "2", "march": "3", "april": "4", "may": "5", "june": "6", "july": "7", "august": "8", "september": "9", "october": "10", "november": "11", "december": "12",
	"jan": "1", "feb": "2", "mar": "3", "apr": "4", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11", "dec": "12"}

var latinWord = pattern.Lazily(`[A-Za-z]+`)

func (f figures) addWords(text string) {
	var total, section int64
	open, last := false, int64(0)
	flush := func() {
		if value := total + section; open && value >= 2 {
			f.stated[fmt.Sprint(value)]++
		} else if open {
			f.loose[fmt.Sprint(value)]++
		}
		total, section, open, last = 0, 0, false, 0
	}
	end := 0
	for _, at := range latinWord.FindAllStringIndex(text, -1) {
		word := strings.ToLower(text[at[0]:at[1]])
		if gap := text[end:at[0]]; gap != " " && gap != "-" {
			flush()
		}
		end = at[1]
		value, isCardinal := cardinals[word]
		scale, isScale := magnitudes[word]
		switch {
		case isCardinal && open && last < 100 && (last < 20 || value >= 10):
			flush()
			fallthrough
		case isCardinal:
			section, open, last = section+value, true, value
		case isScale && open && total < 1e12:
			section *= pow10(len(scale) - 1)
			if scale != "100" {
				total, section = total+section, 0
			}
			last = 100
		case word == "and" && open && last == 100:
		default:
			flush()
			if value, ok := looseWords[word]; ok {
				f.loose[value]++
			}
		}
	}
	flush()
}

func pow10(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}

// year is a number that English repeats: 2026年3月15日开船，4月8日到港 names
// the year once, "March 15, 2026; April 8, 2026" twice.
var year = pattern.Lazily(`^(?:19|20)\d\d$`)

// compare says which stated numbers of f are missing from the other text, and
// which numbers stated there f knows nothing of; sorted.
func (f figures) compare(other figures) (missing, extra []string) {
	for number, n := range f.stated {
		if n > other.stated[number]+other.loose[number] {
			missing = append(missing, number)
		}
	}
	for number, n := range other.stated {
		if known := f.stated[number] + f.loose[number]; n > known && !(known > 0 && year.MatchString(number)) {
			extra = append(extra, number)
		}
	}
	slices.Sort(missing)
	slices.Sort(extra)
	return missing, extra
}

// foldWidth turns full-width digits, letters and signs into their ASCII forms.
func foldWidth(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - 0xFEE0
		}
		if r == '\u3000' {
			return ' '
		}
		return r
	}, text)
}
