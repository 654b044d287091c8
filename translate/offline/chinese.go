package offline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// englishSide finds Chinese words and templates by their English.
type englishSide struct {
	words   map[string]*entry
	longest int // the longest English key, in words
	rows    []*sentenceRow
	byWord  map[string][]int
}

// preferredBack orders the classes when several Chinese words have one English.
var preferredBack = []class{user, noun, material, attr, colour, part, phrase, size, process, feature, "pay", "ship", "pack", "inspect", "customs", port, place, industry, unit, word, bank, legal}

func (k *knowledge) turnRound() englishSide {
	side := englishSide{words: make(map[string]*entry, len(k.words)), byWord: map[string][]int{}}
	keys := make([]string, 0, len(k.words))
	for key := range k.words {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	rank := func(e *entry, primary bool) int {
		r := 2 * slices.Index(preferredBack, e.class)
		if r < 0 {
			r = 100
		}
		if !primary {
			r += 50
		}
		return r
	}
	ranks := map[string]int{}
	put := func(english string, e *entry, primary bool) {
		english = strings.ToLower(strings.TrimSpace(english))
		if english == "" || !hasHan(e.zh) {
			return
		}
		r := rank(e, primary)
		if known, ok := ranks[english]; ok && (known < r || known == r && (len(side.words[english].zh) <= len(e.zh)) != (e.class == colour)) {
			return
		}
		ranks[english], side.words[english] = r, e
		side.longest = max(side.longest, strings.Count(english, " ")+1)
	}
	for _, key := range keys {
		for at := k.words[key]; at != 0; at = k.entries[at].next {
			e := &k.entries[at]
			put(e.en, e, true)
			for alternative := range strings.SplitSeq(e.alternatives, "|") {
				put(alternative, e, false)
			}
		}
	}
	eachRow("tables/english.tsv", func(row []string) {
		side.words[row[0]] = &entry{zh: row[1], en: row[0], class: noun}
	})
	addSentence := func(zh, en string, kind Kind) {
		word := longestWord(slotPattern.ReplaceAllString(en, " "))
		side.byWord[word] = append(side.byWord[word], len(side.rows))
		side.rows = append(side.rows, &sentenceRow{zh: zh, en: en, kind: kind})
	}
	eachRow("tables/reverse.tsv", func(row []string) { addSentence(row[1], row[0], Kind(row[2])) })
	for i := range k.sentences.rows {
		if row := &k.sentences.rows[i]; row.kind != Title && row.en != "" {
			addSentence(row.zh, row.en, row.kind)
		}
	}
	return side
}

var wordPattern = regexp.MustCompile(`[a-z]+`)

func longestWord(s string) string {
	longest := ""
	for _, w := range wordPattern.FindAllString(strings.ToLower(s), -1) {
		if len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

// notNamed is why a company's name stays as it is.
const notNamed = "a party's name is not put into Chinese by rule"

// chinese translates into Chinese by the grammar of the text's kind.
func (k *knowledge) chinese(source string, kind Kind) piece {
	text := strings.Join(strings.Fields(halfWidth(source)), " ")
	if hasHan(text) || !hasLatinWord(text) {
		return piece{text: source}
	}
	if kind == Any {
		kind = kindOfEnglish(text)
	}
	switch kind {
	case Company:
		return piece{source, []string{notNamed}}
	case Address:
		return k.chineseAddress(text)
	case Title:
		return k.chineseTitle(text)
	case SingleTerm:
		return k.chinesePhrase(text)
	}
	return k.chineseClauses(text, kind)
}

var latinWord = regexp.MustCompile(`[A-Za-z]{2,}`)

func hasLatinWord(s string) bool { return latinWord.MatchString(s) }

var (
	englishCompany = regexp.MustCompile(`(?i)\b(?:co\.?,? ?ltd|ltd|inc|llc|gmbh|corp|limited|company|factory|bank)\.?$`)
	englishAddress = regexp.MustCompile(`(?i)\b(?:road|rd\.?|street|avenue|district|province|building \w?\d|room \d|industrial zone|development zone)\b.*,`)
	englishTitle   = regexp.MustCompile(`^(?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3},?)(?: (?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3},?))*$`)
	englishClause  = regexp.MustCompile(`(?i)\b(?:please|shall|must|to be|is|are|will|within|after|before|upon|payment|deposit|shipment|against|allowed|included|per carton|fob|cif|exw|ddp)\b|%`)
)

func kindOfEnglish(text string) Kind {
	switch {
	case englishCompany.MatchString(text) && !strings.Contains(text, ": "):
		return Company
	case englishAddress.MatchString(text):
		return Address
	case englishTitle.MatchString(text) && !strings.ContainsAny(text, ":;") && !englishClause.MatchString(text):
		return Title
	}
	return Note
}

// chineseClauses translates sentences: whole, by the halves of their semicolons
// and full stops, then by their commas.
func (k *knowledge) chineseClauses(text string, kind Kind) piece {
	if p, ok := k.chineseSentence(text, kind); ok {
		return p
	}
	for _, sign := range []struct{ en, zh string }{{". ", "。"}, {"; ", "；"}, {", ", "，"}} {
		parts := strings.Split(text, sign.en)
		if len(parts) == 1 || len(parts) > 30 {
			continue
		}
		var whole piece
		for i, part := range parts {
			if i > 0 {
				whole.text += sign.zh
			}
			inner := k.chineseClauses(part, kind)
			whole.text += inner.text
			whole.doubts = append(whole.doubts, inner.doubts...)
		}
		return whole
	}
	if label, value, ok := strings.Cut(text, ": "); ok {
		name, content := k.chinesePhrase(label), k.chineseClauses(value, kind)
		return piece{name.text + "：" + content.text, append(name.doubts, content.doubts...)}
	}
	if bare, ok := strings.CutSuffix(text, "."); ok && !englishCompany.MatchString(text) {
		p := k.chineseClauses(bare, kind)
		p.text += "。"
		return p
	}
	return k.chinesePhrase(text)
}

// chineseSentence applies the templates from English to Chinese.
func (k *knowledge) chineseSentence(text string, kind Kind) (piece, bool) {
	return k.chineseSentenceOf(text, kind, false)
}

// chineseSentenceOf is chineseSentence, with only the templates of titles if so asked.
func (k *knowledge) chineseSentenceOf(text string, kind Kind, titles bool) (piece, bool) {
	lower := strings.ToLower(text)
	side := k.englishSide()
	numbers := slices.Clone(side.byWord[""])
	seen := map[string]bool{}
	for _, w := range wordPattern.FindAllString(lower, -1) {
		if !seen[w] {
			seen[w] = true
			numbers = append(numbers, side.byWord[w]...)
		}
	}
	slices.Sort(numbers)
	var best piece
	bestScore := -1
	for _, n := range numbers {
		row := side.rows[n]
		row.once.Do(func() { row.ready = turnedTemplates(row) })
		for _, t := range row.ready {
			score := 4 * t.literals
			if t.kind == kind {
				score++
			}
			if score <= bestScore || titles && t.kind != Title {
				continue
			}
			t.match(text, lower, k.fillEnglish, func(slots map[string]string) bool {
				p := k.renderChinese(t.target, slots)
				p.doubts = append(p.doubts, k.unfaithful(halfWidth(p.text), text)...)
				if p.final() {
					best, bestScore = p, score
				}
				return p.final()
			})
		}
	}
	return best, bestScore >= 0
}

// turnedTemplates reads a row from English to Chinese: of alternatives the first,
// optional parts with the label they are.
func turnedTemplates(row *sentenceRow) []*template {
	zh := patternToken.ReplaceAllStringFunc(row.zh, func(s string) string {
		if s[0] == '{' {
			return s
		}
		return strings.Split(s[1:len(s)-1], "|")[0]
	})
	var ready []*template
	for _, variant := range variants(row.en, zh) {
		target := strings.NewReplacer("[", "", "]", "", ":", "：").Replace(variant[1])
		if slotsBound(variant[0], target) {
			ready = append(ready, newTemplate(variant[0], target, row.kind))
		}
	}
	return ready
}

var (
	englishNumber = regexp.MustCompile(`^[±-]?\d[\d,]*(?:\.\d+)?(?:[-~/x×*]\d[\d,]*(?:\.\d+)?)*`)
	englishDate   = regexp.MustCompile(`^(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2})(?:, (\d{4}))?|^\d{4}-\d{2}-\d{2}`)
	englishMoney  = regexp.MustCompile(`^(RMB|CNY|USD|EUR|GBP|HKD|JPY|US\$|¥|\$|€|£) ?\d[\d,]*(?:\.\d+)?`)
)

func (k *knowledge) fillEnglish(slot, text string) []int {
	length := 0
	switch slot[0] {
	case 'n':
		length = len(englishNumber.FindString(text))
	case 'd':
		length = len(englishDate.FindString(text))
	case 'm':
		length = len(englishMoney.FindString(text))
	case 'x':
		length = len(literalRun.FindString(text))
	case 'p', 't':
		return wordLengths(text)
	}
	if length == 0 {
		return nil
	}
	return []int{length}
}

// wordLengths gives the prefixes of a text that end with a word, up to six words.
func wordLengths(text string) []int {
	var lengths []int
	for i, r := range text {
		if i > 0 && strings.ContainsRune(" ,:;.", r) {
			lengths = append(lengths, i)
		}
		if len(lengths) > 6 || strings.ContainsRune(":;", r) {
			return lengths
		}
	}
	return append(lengths, len(text))
}

func (k *knowledge) renderChinese(target string, slots map[string]string) piece {
	var p piece
	p.text = slotPattern.ReplaceAllStringFunc(target, func(slot string) string {
		source := slots[slot[1:len(slot)-1]]
		switch slot[1] {
		case 'd':
			return chineseDate(source)
		case 'm':
			return chineseMoney(source)
		case 'p', 't':
			inner := k.chinesePhrase(source)
			p.doubts = append(p.doubts, inner.doubts...)
			return inner.text
		}
		return source
	})
	return p
}

func chineseDate(s string) string {
	m := englishDate.FindStringSubmatch(s)
	if m == nil || m[1] == "" {
		return s
	}
	month := slices.Index(months, m[1])
	text := numberText(month) + "月" + m[2] + "日"
	if m[3] != "" {
		text = m[3] + "年" + text
	}
	return text
}

func numberText(n int) string {
	if n >= 10 {
		return "1" + string(rune('0'+n-10))
	}
	return string(rune('0' + n))
}

func chineseMoney(s string) string {
	for _, code := range []string{"RMB", "CNY"} {
		if amount, ok := strings.CutPrefix(s, code); ok {
			return "人民币" + strings.TrimSpace(amount) + "元"
		}
	}
	return s
}

// chinesePhrase translates a noun phrase word by word, the longest entries first:
// attributes stand before the noun in both languages.
func (k *knowledge) chinesePhrase(text string) piece {
	if !hasLatinWord(text) {
		if zh, length := countedInEnglish(strings.Fields(text)); length == 2 && length == len(strings.Fields(text)) {
			text = zh
		}
		return piece{text: text}
	}
	side := k.englishSide()
	if e := side.words[strings.ToLower(text)]; e != nil {
		return piece{text: e.zh}
	}
	if set, number, ok := strings.Cut(text, "et of "); ok && isNumber(number) && (strings.HasSuffix(set, " S") || strings.HasSuffix(set, " s")) {
		things := k.chinesePhrase(set[:len(set)-2])
		return piece{things.text + number + "件套", things.doubts}
	}
	if inner, outer, ok := cutOf(text); ok {
		a, b := k.chinesePhrase(outer), k.chinesePhrase(inner)
		return piece{a.text + "的" + b.text, append(a.doubts, b.doubts...)}
	}
	return k.chineseWords(strings.Fields(text))
}

// chineseWords puts a noun phrase together; only what may stand before a noun in
// both languages is put together with certainty.
func (k *knowledge) chineseWords(words []string) piece {
	var p piece
	var b strings.Builder
	side := k.englishSide()
	for i := 0; i < len(words); {
		if zh, length := countedInEnglish(words[i:]); length > 0 {
			b.WriteString(zh)
			i += length
			continue
		}
		word := strings.Trim(words[i], ",")
		e, length := side.longestAt(words[i:])
		switch {
		case isKeptCode(word) && length <= 1:
			if latinAtEnd(b.String()) {
				b.WriteByte(' ')
			}
			b.WriteString(word)
			length = 1
		case e != nil:
			b.WriteString(e.zh)
			if !composed[e.class] && !nominal(e.class, e.en) {
				p.doubt("no rule for the place of \"" + e.en + "\" in the sentence")
			}
		default:
			zh, ok := englishConnectives[strings.ToLower(word)]
			if !ok {
				p.doubt("unknown word " + word)
				zh = " " + word + " "
			}
			b.WriteString(zh)
			length = 1
		}
		i += length
	}
	p.text = strings.Join(strings.Fields(b.String()), " ")
	return p
}

// classifiers count things in Chinese.
var classifiers = map[string]string{
	"pcs": "件", "pc": "件", "pieces": "件", "piece": "件", "sets": "套", "set": "套", "pairs": "双", "pair": "双", "cartons": "箱", "carton": "箱", "ctns": "箱", "ctn": "箱", "boxes": "盒", "bags": "袋", "rolls": "卷", "packs": "包",
	"days": "天", "day": "天", "weeks": "周", "week": "周", "months": "个月", "month": "个月", "years": "年", "year": "年", "hours": "小时", "hour": "小时", "minutes": "分钟", "colors": "色", "pallets": "托", "units": "台",
}

// countedInEnglish reads a number with its unit: 12 pcs, 500 ml.
func countedInEnglish(words []string) (string, int) {
	if len(words) < 2 || !isNumber(words[0]) {
		return "", 0
	}
	unit := strings.Trim(words[1], ",")
	if zh, ok := classifiers[strings.ToLower(unit)]; ok {
		return words[0] + zh, 2
	}
	if keptUnits[unit] {
		return words[0] + unit, 2
	}
	return "", 0
}

// keptUnits stay in Latin letters.
var keptUnits = map[string]bool{"mm": true, "cm": true, "m": true, "km": true, "ml": true, "mL": true, "L": true, "l": true, "g": true, "kg": true, "mg": true, "W": true, "kW": true, "V": true, "A": true, "mA": true, "mAh": true, "Ah": true, "Wh": true, "Hz": true, "kHz": true, "MHz": true, "GHz": true, "GB": true, "TB": true, "MB": true, "oz": true, "lb": true, "lbs": true, "ft": true, "in": false, "inch": true, "bar": true, "MPa": true, "psi": true, "rpm": true, "lm": true, "N": true, "Nm": true, "cbm": true, "gsm": true, "dB": true, "μm": true, "μF": true, "Ω": true, "kΩ": true, "MΩ": true, "kPa": true, "L/min": true, "mm²": true, "m²": true, "m³": true, "x": true, "°": true, "K": true}

var englishConnectives = map[string]string{"and": "和", "or": "或", "the": "", "a": "", "an": "", "&": "和"}

// cutOf divides "A of B", which turns round in Chinese.
func cutOf(text string) (inner, outer string, ok bool) {
	inner, outer, ok = strings.Cut(text, " of ")
	return inner, strings.TrimPrefix(outer, "the "), ok
}

func (side englishSide) longestAt(words []string) (*entry, int) {
	for n := min(len(words), side.longest, 8); n > 0; n-- {
		key := strings.ToLower(strings.Join(words[:n], " "))
		if e := side.words[key]; e != nil {
			return e, n
		}
		if e := side.words[strings.TrimSuffix(key, "s")]; e != nil && len(key) > 3 {
			return e, n
		}
	}
	return nil, 0
}

// isKeptCode reports what stays as it is in Chinese: numbers, units, models, capitals.
func isKeptCode(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit) || keptUnits[word] || strings.ToUpper(word) == word
}

func latinAtEnd(s string) bool {
	return s != "" && isWordRune(rune(s[len(s)-1]))
}

// chineseTitle translates a title part by part; "with …" goes behind as 带….
func (k *knowledge) chineseTitle(text string) piece {
	var p piece
	var parts []string
	for _, part := range strings.Split(text, ", ") {
		head, with, _ := strings.Cut(part, " with ")
		if rest, ok := strings.CutPrefix(part, "with "); ok {
			head, with = "", rest
		}
		if known, ok := k.chineseSentenceOf(part, Title, true); ok {
			parts = append(parts, known.text)
			continue
		}
		head, purpose, _ := strings.Cut(head, " for ")
		if rest, ok := strings.CutPrefix(head, "for "); ok {
			inner := k.chinesePhrase(rest)
			parts = append(parts, "适用于"+inner.text)
			p.doubts = append(p.doubts, inner.doubts...)
		} else if head != "" {
			inner := k.chinesePhrase(head)
			parts = append(parts, inner.text)
			p.doubts = append(p.doubts, inner.doubts...)
		}
		if purpose != "" {
			inner := k.chinesePhrase(purpose)
			parts = append(parts, "适用于"+inner.text)
			p.doubts = append(p.doubts, inner.doubts...)
		}
		if with != "" {
			inner := k.chinesePhrase(with)
			parts = append(parts, "带"+inner.text)
			p.doubts = append(p.doubts, inner.doubts...)
		}
	}
	p.text = strings.Join(parts, " ")
	return p
}
