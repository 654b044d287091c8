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
	for i := range k.sentences.rows {
		row := &k.sentences.rows[i]
		if row.kind == Title || row.en == "" {
			continue
		}
		word := longestWord(slotPattern.ReplaceAllString(row.en, " "))
		side.byWord[word] = append(side.byWord[word], len(side.rows))
		side.rows = append(side.rows, &sentenceRow{zh: row.zh, en: row.en, kind: row.kind})
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
	englishAddress = regexp.MustCompile(`(?i)\b(?:road|rd\.?|street|avenue|district|province|building|room|zone)\b.*,`)
	englishTitle   = regexp.MustCompile(`^(?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3})(?: (?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3}))*$`)
)

func kindOfEnglish(text string) Kind {
	switch {
	case englishCompany.MatchString(text) && !strings.Contains(text, ": "):
		return Company
	case englishAddress.MatchString(text):
		return Address
	case englishTitle.MatchString(text) && !strings.ContainsAny(text, ":;"):
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
			if score <= bestScore {
				continue
			}
			t.match(text, lower, k.fillEnglish, func(slots map[string]string) bool {
				p := k.renderChinese(t.target, slots)
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
	var p piece
	if !hasLatinWord(text) {
		return piece{text: text}
	}
	side := k.englishSide()
	if e := side.words[strings.ToLower(text)]; e != nil {
		return piece{text: e.zh}
	}
	if inner, outer, ok := cutOf(text); ok {
		a, b := k.chinesePhrase(outer), k.chinesePhrase(inner)
		return piece{a.text + "的" + b.text, append(a.doubts, b.doubts...)}
	}
	words := strings.Fields(text)
	var b strings.Builder
	for i := 0; i < len(words); {
		e, length := side.longestAt(words[i:])
		switch {
		case e != nil && !(length == 1 && isKeptCode(words[i])):
			b.WriteString(e.zh)
			if e.class == word {
				p.doubt("no rule for the place of \"" + e.en + "\" in the sentence")
			}
			i += length
			continue
		case isKeptCode(words[i]):
			if i > 0 && latinAtEnd(b.String()) && !(isNumber(words[i-1]) && len(words[i]) <= 4) {
				b.WriteByte(' ')
			}
			b.WriteString(words[i])
		default:
			zh, ok := englishConnectives[strings.ToLower(strings.Trim(words[i], ","))]
			if !ok {
				p.doubt("unknown word " + words[i])
				zh = " " + words[i] + " "
			}
			b.WriteString(zh)
		}
		i++
	}
	p.text = strings.Join(strings.Fields(b.String()), " ")
	return p
}

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
	if strings.ContainsFunc(word, unicode.IsDigit) || strings.Contains(" "+smallWords, " "+word+" ") && len(word) <= 4 && word != "and" && word != "the" && word != "of" && word != "for" && word != "with" {
		return true
	}
	return strings.ToUpper(word) == word
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
		if rest, ok := strings.CutPrefix(head, "for "); ok {
			inner := k.chinesePhrase(rest)
			parts = append(parts, "适用于"+inner.text)
			p.doubts = append(p.doubts, inner.doubts...)
		} else if head != "" {
			inner := k.chinesePhrase(head)
			parts = append(parts, inner.text)
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

var (
	englishNo    = regexp.MustCompile(`(?i)^(?:no\.?|#) ?([\w-]+)$`)
	englishFloor = regexp.MustCompile(`(?i)^(\d+)(?:/F|F|(?:st|nd|rd|th) floor)$`)
)

// chineseAddress turns an English address round. Only parts whose characters are
// known are certain: a road's pinyin stands for many names.
func (k *knowledge) chineseAddress(text string) piece {
	var p piece
	parts := strings.Split(text, ",")
	slices.Reverse(parts)
	known := false
	var b strings.Builder
	for _, part := range parts {
		zh, ok := k.chineseAddressPart(strings.TrimSpace(part))
		known = known || ok && hasHan(zh)
		if !ok {
			p.doubt("the characters of " + strings.TrimSpace(part) + " are not known")
		}
		b.WriteString(zh)
	}
	if !known {
		return piece{text, []string{"a foreign address stays as it is"}}
	}
	p.text = b.String()
	return p
}

func (k *knowledge) chineseAddressPart(part string) (string, bool) {
	if m := englishNo.FindStringSubmatch(part); m != nil {
		return m[1] + "号", true
	}
	if m := englishFloor.FindStringSubmatch(part); m != nil {
		return m[1] + "楼", true
	}
	side := k.englishSide()
	lookup := func(english string) string {
		if e := side.words[strings.ToLower(english)]; e != nil && (e.class == place || e.class == port || e.class == user) {
			return e.zh
		}
		return ""
	}
	if zh := lookup(part); zh != "" {
		return zh, true
	}
	for _, form := range addressForms {
		before, after, _ := strings.Cut(form.en, "{}")
		name, ok := strings.CutPrefix(part, before)
		if name2, ok2 := strings.CutSuffix(name, after); ok && ok2 && name2 != "" && (before != "" || after != "") {
			if form.number {
				if _, ok := houseNumber(name2); ok {
					return name2 + form.zh, true
				}
				continue
			}
			if zh := lookup(name2); zh != "" {
				return zh + form.zh, true
			}
			return name2 + form.zh, false
		}
	}
	return part, false
}
