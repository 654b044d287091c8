package offline

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
)

var wordPattern = pattern.Lazily(`[a-z]+`)

// notNamed is why a company's name stays as it is.
const notNamed = "a party's name is not put into Chinese by rule"

// chinese translates into Chinese by the grammar of the text's kind.
func (k *knowledge) chinese(source string, kind Kind) piece {
	text := tightSizes(strings.Join(strings.Fields(halfWidth(source)), " "))
	if hasHan(text) || !hasLatinWord(text) {
		return piece{text: source}
	}
	if masked, quoted := maskedIn(text, quotationInEnglish); len(quoted) > 0 {
		p := k.chinese(masked, kind)
		p.text = quoted.restoredBetween(p.text, "“", "”")
		return p
	}
	word := k.englishSide().find(text)
	if kind == Company || kind == Any && isEnglishParty(text) && (word == nil || word.unsure) {
		return piece{source, []string{notNamed}}
	}
	if !strings.ContainsFunc(text, unicode.IsLower) {
		text = k.uncapitalised(text)
	}
	if zh, ok := k.chinesePlace(text); ok {
		return piece{text: zh}
	}
	switch kindOfEnglish(text, kind) {
	case Address:
		return k.chineseAddress(text)
	case Title:
		return k.chineseTitle(text)
	case SingleTerm:
		return k.chineseTerm(text)
	}
	if kind == Any || kind == Title || kind == SingleTerm || kind == Address {
		kind = Note
	}
	p := k.chineseClauses(datesToChinese(text), kind)
	p.text = countedAsGoods(p.text)
	return p
}

// chineseTerm translates a short text of a field: a word, a part of a title or a
// sentence of few words.
func (k *knowledge) chineseTerm(text string) piece {
	if p, ok := k.chineseSentence(datesToChinese(text), SingleTerm); ok {
		return p
	}
	if p := k.chineseTitle(datesToChinese(text)); p.final() {
		return p
	}
	p := k.chineseClauses(datesToChinese(text), Note)
	p.text = countedAsGoods(p.text)
	return p
}

// uncapitalised writes a text in capitals with small letters where its words are
// known; what isn't stays a code.
func (k *knowledge) uncapitalised(text string) string {
	side := k.englishSide()
	words := strings.Fields(text)
	for i, w := range words {
		bare := strings.Trim(w, ",.;:()")
		known := side.find(bare)
		function := strings.Contains(" WITH FOR AND OF IN TO BY THE OR A AN SET PACK SIZE COLOR FROM BEFORE AFTER WITHIN ", " "+bare+" ")
		if function || len(bare) > 3 && !strings.ContainsFunc(bare, unicode.IsDigit) || len(bare) == 3 && known != nil && !known.unsure && bare != "PET" && bare != "LED" && bare != "USB" {
			words[i] = strings.ToLower(w)
		}
	}
	return strings.Join(words, " ")
}

var latinWord = pattern.Lazily(`[A-Za-z]{2,}`)

func hasLatinWord(s string) bool { return latinWord.MatchString(s) }

var (
	englishCompany = pattern.Lazily(`(?i)\b(?:co\.?,? ?ltd|ltd|inc|llc|gmbh|corp|limited|company|factory|bank)\.?$`)
	englishAddress = pattern.Lazily(`(?i)\b(?:road|rd\.?|street|avenue|district|province|building \w?\d|room \d|industrial zone|development zone|(?:building|block|tower) [a-z0-9]{1,2}|suite \d+|unit \d+)\b.*,`)
	englishTitle   = pattern.Lazily(`^(?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3},?)(?: (?:[A-Z0-9][^ ]*|and|with|for|of|x|[a-z]{1,3},?))*$`)
	englishClause  = pattern.Lazily(`(?i)\b(?:please|shall|must|to be|is|are|will|within|after|before|upon|payment|deposit|shipment|against|allowed|included|per carton|fob|cif|exw|ddp)\b|%`)
)

// isEnglishParty reports a company's name, not a sentence that ends in one.
func isEnglishParty(text string) bool {
	return englishCompany.MatchString(text) && !strings.Contains(text, ": ") && !englishClause.MatchString(text)
}

var (
	labelled   = pattern.Lazily(`^[A-Za-z][A-Za-z ./'-]{1,40}: ?\S`)
	sizeLabel  = pattern.Lazily(`(?i)^(?:size|model|item|art)[a-z. ]*: ?`)
	manyClause = pattern.Lazily(`[.;] [A-Z]`)
)

// kindOfEnglish gives the kind an English text is read as: one that has a label or
// the words of sentences is no title, whatever the caller took it for.
func kindOfEnglish(text string, kind Kind) Kind {
	sentence := labelled.MatchString(text) && !sizeLabel.MatchString(text) || manyClause.MatchString(text)
	switch {
	case (kind == Title || kind == SingleTerm) && sentence:
		return Note
	case kind != Any:
		return kind
	case englishAddress.MatchString(text) && !englishClause.MatchString(text) && !sentence:
		return Address
	case englishTitle.MatchString(text) && !sentence && !englishClause.MatchString(text):
		return SingleTerm
	}
	return Note
}

// divisions of a text into clauses, the strongest sign first.
var englishBreaks = []struct{ en, zh string }{{". ", "。"}, {"; ", "；"}, {", ", "，"}}

// chineseClauses translates sentences: whole, by the halves of their semicolons
// and full stops, then by their commas.
func (k *knowledge) chineseClauses(text string, kind Kind) piece {
	text = strings.TrimSpace(text)
	if p, ok := k.chineseSentence(text, kind); ok {
		return p
	}
	p := k.chineseParts(text, kind)
	if !p.final() {
		if back, ok := k.sentenceBack(text, kind); ok {
			return back
		}
	}
	return p
}

// chineseParts translates a text that is no sentence as a whole.
func (k *knowledge) chineseParts(text string, kind Kind) piece {
	if bare, ok := strings.CutSuffix(text, "."); ok && !abbreviationEnd.MatchString(text) {
		p := k.chineseClauses(bare, kind)
		p.text += "。"
		return p
	}
	if len(clauseBreak(text, ". ")) == 1 && len(clauseBreak(text, "; ")) == 1 {
		if p, ok := k.englishCondition(text, kind); ok {
			return p
		}
	}
	if label, value, ok := strings.Cut(text, ":"); ok && labelled.MatchString(text) {
		if zh, ok := k.chinesePlace(value); ok {
			name := k.labelInChinese(label)
			return piece{name.text + "：" + zh, name.doubts}
		}
	}
	if listOn.MatchString(text) {
		if p, ok := k.lyingText(text); ok {
			return p
		}
	}
	if first, _, _ := strings.Cut(text, " "); !modalWithin.MatchString(text) && (!k.isVerb(first) || strings.EqualFold(first, "label")) {
		if p, ok := k.inTongue(text); ok && p.final() {
			return p
		}
	}
	if zh, ok := sizesListed(text); ok {
		return piece{text: zh}
	}
	if p, ok := k.listedObjects(text, kind); ok {
		return p
	}
	for _, sign := range englishBreaks {
		parts := clauseBreak(text, sign.en)
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
	if label, value, ok := strings.Cut(text, ":"); ok && labelled.MatchString(text) {
		name, content := k.labelInChinese(label), k.chineseClauses(value, kind)
		return piece{name.text + "：" + content.text, append(name.doubts, content.doubts...)}
	}
	for _, read := range []func(string, Kind) (piece, bool){k.saidThat, k.soThat, k.onlyAfter, k.withBrackets, k.sharedSubject, k.sharedRequest, k.ofSome} {
		if p, ok := read(text, kind); ok && p.final() {
			return p
		}
	}
	var draft piece
	for _, read := range []func(string) (piece, bool){k.thingState, k.plainStatement, k.doneStatement, k.chineseClause, k.finding, k.positioned, k.compared} {
		p, ok := read(text)
		if ok && p.final() {
			return p
		}
		if ok && draft.text == "" {
			draft = p
		}
	}
	if p, ok := k.timed(text, kind); ok {
		return p
	}
	if zh, ok := k.chinesePlace(text); ok {
		return piece{text: zh}
	}
	if zh, ok := chineseQuantity(text); ok {
		return piece{text: zh}
	}
	if p := k.titlePart(text, false); p.final() || draft.text == "" {
		return p
	}
	return draft
}

// labelInChinese translates what a value stands behind, where a word has one sense more: the
// sole of a shoe, the print of a bag.
func (k *knowledge) labelInChinese(label string) piece {
	if w := k.englishSide().find(strings.TrimSpace(label) + ":"); w != nil {
		return piece{text: w.zh}
	}
	return k.chinesePhrase(label)
}

// listOn is a list of things that lie on another: name, weight and number on each carton.
var listOn = pattern.Lazily(`(?i)^[a-z. ]+(?:, [a-z. ]+)+,? and [a-z. ]+ on [a-z ]+$`)

var (
	abbreviationEnd = pattern.Lazily(`(?i)\b(?:g\.w|n\.w|no|nos|approx|max|min|co|ltd|inc|pcs|ctns|etc|dia|qty|art|incl|excl|u\.s\.a)\.$`)
	notABreak       = pattern.Lazily(`(?i)\b(?:g\.w|n\.w|no|nos|approx|max|min|co|ltd|inc|dia|qty|art|incl|excl|p\.o|meas|vol|ref)$`)
)

// clauseBreak divides at a sign, but not behind the full stop of an abbreviation.
func clauseBreak(text, sign string) []string {
	var parts []string
	for _, part := range strings.Split(text, sign) {
		if n := len(parts); n > 0 && sign == ". " && notABreak.MatchString(parts[n-1]) {
			parts[n-1] += sign + part
			continue
		}
		parts = append(parts, part)
	}
	return parts
}

// chineseSentence applies the templates written for this direction.
func (k *knowledge) chineseSentence(text string, kind Kind) (piece, bool) {
	return k.sentenceAmong(text, kind, func(row int) bool { return row < k.englishSide().ownRows })
}

// turnedBack is the doubt about a template made for the other direction: its
// Chinese is one of several, and may say less than the English.
const turnedBack = "the sentence is only put back from a Chinese one"

// sentenceBack applies the templates of the other direction: those that say the same
// in both, else whichever fits, for the reviewer.
func (k *knowledge) sentenceBack(text string, kind Kind) (piece, bool) {
	side := k.englishSide()
	if p, ok := k.sentenceAmong(text, kind, func(row int) bool { return row >= side.ownRows && side.exact[row] }); ok {
		return p, true
	}
	p, ok := k.sentenceAmong(text, kind, func(row int) bool { return row >= side.ownRows && !side.exact[row] })
	if !ok || !k.saysInEnglish(p.text, text, kind) {
		p.doubt(turnedBack)
	}
	return p, ok
}

// saysInEnglish reports Chinese that comes to the same English as it was made of: then
// the template it was turned back by says no more and no less.
func (k *knowledge) saysInEnglish(chinese, english string, kind Kind) bool {
	words := len(strings.Fields(english))
	if words < 3 || words < 5 && strings.HasPrefix(strings.ToLower(english), "no ") {
		return false // too little to tell: no refund is no finding
	}
	if strings.Contains(chinese, "进行") && !strings.Contains(english, "ed ") {
		return false // what somebody carries out
	}
	back := k.english(chinese, kind)
	return back.final() && bareEnglish(datesToChinese(back.text)) == bareEnglish(english)
}

// bareEnglish are the words and figures of an English text, without articles and signs.
func bareEnglish(english string) string {
	words := wordOrFigure.FindAllString(british.Replace(strings.ToLower(english)), -1)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "a" || w == "an" }), " ")
}

var wordOrFigure = pattern.Lazily(`[a-z]+|\p{Han}+|\d[\d.,]*\d|\d|[%±≤≥<>$¥°/]`)

func (k *knowledge) sentenceAmong(text string, kind Kind, use func(row int) bool) (piece, bool) {
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
		if !use(n) {
			continue
		}
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
				if n >= side.ownRows {
					p.doubts = append(p.doubts, k.unfaithful(halfWidth(p.text), text)...)
				}
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
	englishNumber = pattern.Lazily(`^[±-]?\d[\d,]*(?:\.\d+)?(?:[-~/x×*]\d[\d,]*(?:\.\d+)?)*`)
	chineseDay    = pattern.Lazily(`^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[中上下]旬|底|初)?|^周[一二三四五六日]|^\d{4}-\d{2}-\d{2}`)
	englishMoney  = pattern.Lazily(`^(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|US\$|¥|\$|€|£) ?\d[\d,]*(?:\.\d+)?`)
)

// fillEnglish gives the lengths of what a slot may hold at the start of a text.
func (k *knowledge) fillEnglish(slot, text string) []int {
	length := 0
	switch slot[0] {
	case 'n':
		return numberRuns(text)
	case 'd':
		length = len(chineseDay.FindString(text))
	case 'm':
		length = len(englishMoney.FindString(text))
	case 'x':
		length = len(literalRun.FindString(text))
		if strings.Contains(text[:length], ", ") && text[0] != '"' {
			length = strings.Index(text, ", ")
		}
	case 'q':
		return quantityRuns(text)
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

// numberRuns gives the lengths of the number a text begins with: of 1x40HQ also the 1.
func numberRuns(text string) []int {
	whole := englishNumber.FindString(text)
	if whole == "" {
		return nil
	}
	if first := strings.IndexAny(whole, "x×*"); first > 0 {
		return []int{len(whole), first}
	}
	return []int{len(whole)}
}

// quantityRuns gives the lengths of the numbers with units a text begins with, the
// longest first: 30 days, 24pcs, 15-20 working days, thirty (30) days.
func quantityRuns(text string) []int {
	var lengths []int
	for _, length := range wordLengths(text) {
		for end := length; end > 0; end = strings.LastIndexByte(text[:end], '/') {
			if _, ok := chineseQuantity(text[:end]); ok {
				lengths = append([]int{end}, lengths...)
			}
		}
	}
	return lengths
}

var numberTwice = pattern.Lazily(`(?i)^[a-z-]+ ?\((\d+)\) `)

// chineseQuantity translates a number with its unit.
func chineseQuantity(text string) (string, bool) {
	text = numberTwice.ReplaceAllString(text, "$1 ")
	text = strings.Replace(text, " to ", "-", 1)
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 3 {
		return "", false
	}
	if zh, length := countedInEnglish(words); length == len(words) {
		return zh, true
	}
	return "", false
}

func (k *knowledge) renderChinese(target string, slots map[string]string) piece {
	var p piece
	p.text = slotPattern.ReplaceAllStringFunc(target, func(slot string) string {
		source := slots[slot[1:len(slot)-1]]
		switch slot[1] {
		case 'm':
			return chineseMoney(source)
		case 'q':
			zh, _ := chineseQuantity(source)
			return zh
		case 'p':
			zh, ok := k.chinesePlace(source)
			if !ok {
				p.doubt("the place " + source + " is not known")
			}
			return zh
		case 't':
			inner := k.chinesePhrase(source)
			p.doubts = append(p.doubts, inner.doubts...)
			return inner.text
		case 'x':
			p.doubts = append(p.doubts, leftInChinese(source, func(string) bool { return false })...)
		}
		return source
	})
	p.text = eachCounted.Replace(p.text)
	p.text = deedAsked.ReplaceAllString(p.text, "须进行$1")
	p.text = sideOn.ReplaceAllString(p.text, "$1$2")
	return p
}

// eachCounted counts single things as Chinese does.
var eachCounted = strings.NewReplacer("每带", "每个带", "每个笔", "每支笔", "每个产品", "每件产品", "每个衣服", "每件衣服", "每个鞋", "每双鞋", "每个书", "每本书", "每个伞", "每把伞", "每个瓶用", "每个瓶子用")

// deedAsked finds a deed that is required, not a paper.
var deedAsked = pattern.Lazily(`须提供([^，。；]*(?:确认|检验|检测|测试|熏蒸|审核|验货|返工|复检|组装|试验|清关|报关|翻译|培训))$`)

// sideOn finds 上 behind a side, which needs none: 底部印.
var sideOn = pattern.Lazily(`([部侧面端处角])上(印|贴|标)`)

func chineseMoney(s string) string {
	for _, code := range []string{"RMB", "CNY"} {
		if amount, ok := strings.CutPrefix(s, code); ok {
			return "人民币" + strings.TrimSpace(amount) + "元"
		}
	}
	return s
}
