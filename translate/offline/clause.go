package offline

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
)

// clauseSigns end a clause in a normalised text.
const clauseSigns = "，;。!?"

type clausePart struct{ text, sign string }

// unlessSaysIt finds an otherwise that the unless before it says already.
var unlessSaysIt = pattern.Lazily(`(除非[^，。;]+，)否则`)

// clauses translates a text of sentences. It is cut at its punctuation; runs of
// clauses that a template knows are taken together, the others one by one.
func (k *knowledge) clauses(text string, kind Kind) piece {
	parts := splitClauses(tight(unlessSaysIt.ReplaceAllString(text, "$1")))
	n := len(parts)
	if n > 40 {
		return piece{text, []string{"too many clauses for one text"}}
	}
	type step struct {
		cost, from int
		piece      piece
	}
	best := make([]step, n+1)
	for i := 1; i <= n; i++ {
		best[i].cost = 1 << 30
	}
	for i := range n {
		for j := i + 1; j <= n && j <= i+4; j++ {
			p, cost := k.clauseRun(parts[i:j], kind)
			if condition, ok := leadingCondition(parts[i].text); ok && j == i+1 && j < n && parts[i].sign == "，" {
				p, cost = condition, finalRun
			}
			if topic, ok := k.regarding(parts[i].text); ok && j == i+1 && j < n && parts[i].sign == "，" && !p.final() {
				p, cost = topic, finalClause
			}
			if condition, ok := k.inCase(parts[i].text); ok && j == i+1 && j < n && parts[i].sign == "，" && !p.final() {
				p, cost = condition, finalClause
			}
			if total := best[i].cost + cost; total < best[j].cost {
				best[j] = step{total, i, p}
			}
		}
	}
	var order []int
	for i := n; i > 0; i = best[i].from {
		order = append([]int{i}, order...)
	}
	var whole piece
	previous := ""
	for _, i := range order {
		p := best[i].piece
		sign := joint(previous, kind)
		if sign == "; " && previous == "，" && dependsOnNext.MatchString(lastSentence(whole.text)) {
			sign = ", " // If the inspection fails, …
		}
		if what, ok := strings.CutPrefix(k.lowered(p.text), "subject to "); ok && previous == "，" && dependsOnNext.MatchString(lastSentence(whole.text)) {
			p.text = withThe(what) + " shall prevail" // 不一致时，以合同为准
		}
		whole.text += sign + k.adapted(p.text, previous)
		whole.doubts = append(whole.doubts, p.doubts...)
		previous = parts[i-1].sign
	}
	whole.text = strings.Join(strings.Fields(whole.text), " ")
	if previous == "。" || previous == "!" || previous == "?" {
		whole.text += strings.TrimSpace(joint(previous, kind))
	}
	return whole
}

// dependsOnNext finds a condition at the end of what has been written.
var dependsOnNext = pattern.Lazily(`(?:^|[;.] )(?:If|In case of|Because|Due to|To|Except for|Unless|As agreed|Regardless|Regarding|Upon|if|in case of|because|due to|except for|unless) [^;.,]*$`)

func lastSentence(s string) string { return s[max(0, strings.LastIndex(s, ". ")):] }

// The costs of the ways to translate clauses: a final template is best.
const (
	finalRun    = 10
	finalClause = 15
	doubtful    = 40
	impossible  = 1 << 20
)

func (k *knowledge) clauseRun(parts []clausePart, kind Kind) (piece, int) {
	var joined strings.Builder
	for i, part := range parts {
		joined.WriteString(part.text)
		if i < len(parts)-1 {
			joined.WriteString(part.sign)
		}
	}
	if date, _, length := readDate(parts[0].text, ""); length == len(parts[0].text) && length > 0 && len(parts) == 1 {
		return piece{text: date}, finalRun - 1
	}
	label, _, _ := strings.Cut(parts[0].text, ":")
	if counted, ok := k.countedThing(parts[0].text); ok && len(parts) == 1 && !portsCounted.MatchString(parts[0].text) {
		return counted, finalRun - 1
	}
	if said, ok := k.saidOfGoods(parts[0].text); ok && len(parts) == 1 {
		return said, finalRun - 1
	}
	p, ok := k.sentence(joined.String(), kind)
	byQuality := len(parts) == 1 && (qualityLabels[label] != "" || portsCounted.MatchString(parts[0].text))
	if ok && p.final() && (kind != Spec || len(parts) > 1) && !byQuality {
		return p, finalRun
	}
	if charged, ok := k.chargedDaily(joined.String()); ok && len(parts) == 2 && strings.HasPrefix(parts[0].text, "每") {
		return charged, finalRun
	}
	if len(parts) > 1 {
		if ok {
			return p, doubtful*len(parts) - 1
		}
		return p, impossible
	}
	plain := k.clause(parts[0].text, kind)
	if plain.final() && (kind == Spec || byQuality || !ok || !p.final()) {
		return plain, finalClause
	}
	if ok && p.final() {
		return p, finalClause
	}
	if ok && len(p.doubts) <= len(plain.doubts) {
		return p, doubtful
	}
	return plain, doubtful + 5
}

// saidOfGoods translates what is said of goods in a turn of its own, which no template
// may read as something else.
func (k *knowledge) saidOfGoods(text string) (piece, bool) {
	for _, read := range []func(string) (piece, bool){k.passesTest, k.freeOf, k.borneBy, k.packedInFilled, k.packedEach, k.packLine, k.severalInEach, k.total, k.suchAs, k.timeOf, k.chargedDaily} {
		if p, ok := read(text); ok && len(k.misturned(text, p.text)) == 0 {
			return p, true
		}
	}
	return k.saidOfFindings(text)
}

// countedThing translates a thing and its small number, as lists have them: 螺丝刀1把.
func (k *knowledge) countedThing(text string) (piece, bool) {
	tokens := countedLast(k.segment(text, phraseOrder))
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.en
		if i == len(tokens)-2 && t.class != noun && t.class != part && t.class != "pack" || i < len(tokens)-1 && !composed[t.class] && !nominal(t.class, t.en) || cutUp(tokens, i) != "" {
			return piece{}, false
		}
	}
	if en, ok := k.countedBehind(tokens, words); ok {
		return piece{text: en}, true
	}
	return piece{}, false
}

func splitClauses(text string) []clausePart {
	var parts []clausePart
	start := 0
	depth := 0
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case depth == 0 && strings.ContainsRune(clauseSigns, r):
			if i > start {
				parts = append(parts, clausePart{strings.TrimSpace(text[start:i]), string(r)})
			}
			start = i + len(string(r))
		}
	}
	if start < len(text) {
		parts = append(parts, clausePart{text: strings.TrimSpace(text[start:])})
	}
	return parts
}

// joint is the English punctuation between two clauses.
func joint(sign string, kind Kind) string {
	switch sign {
	case "，":
		if kind == Inspection {
			return "; "
		}
		return ", "
	case ";":
		return "; "
	case "。":
		return ". "
	case "!", "?":
		return sign + " "
	}
	return ""
}

// adapted gives a clause the first letter its place asks for.
func (k *knowledge) adapted(text, previousSign string) string {
	if previousSign == "，" || previousSign == ";" {
		return k.lowered(text)
	}
	return capitalised(text)
}

// lowered puts a template's capital first letter in lower case, unless the word
// is a name or an abbreviation.
func (k *knowledge) lowered(text string) string {
	runes := []rune(text)
	if len(runes) < 2 || !unicode.IsUpper(runes[0]) || !unicode.IsLower(runes[1]) {
		return text
	}
	first, _, _ := strings.Cut(text, " ")
	if strings.Contains(first, "=") {
		return text // Ac=5
	}
	if first == "The" || first == "To" {
		runes[0] = 't'
		return string(runes)
	}
	if first == "Party" || isName(strings.TrimRight(first, ",.:;")) || k.startsWithPlace(text) {
		return text
	}
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}

// isName reports a month or another word that keeps its capital.
func isName(word string) bool {
	return slices.Contains(months, word) || properWords[word]
}

// startsWithPlace reports a text that begins with the whole name of a place: Salt Lake
// City, not a salt spray test.
func (k *knowledge) startsWithPlace(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	first = strings.TrimRight(first, ",.:;")
	return slices.ContainsFunc(k.names()[first], func(name string) bool {
		rest, found := strings.CutPrefix(text, name)
		return found && !plainPlaces[name] && (rest == "" || !isWordRune(rune(rest[0])))
	})
}

// plainPlaces are places whose names are common words too.
var plainPlaces = map[string]bool{"Bar": true, "Boxing": true, "Cork": true, "Hull": true, "Mobile": true}

// properWords keep their capital wherever they stand.
var properWords = map[string]bool{"Tel": true,
	"Bluetooth": true, "Wi-Fi": true, "Android": true, "Apple": true, "Tencel": true, "Tritan": true, "Teflon": true, "Kevlar": true, "Lycra": true, "Oxford": true, "Shore": true, "Rockwell": true, "Vickers": true, "Brinell": true,
	"Chinese": true, "Japanese": true, "Korean": true, "English": true, "French": true, "German": true, "American": true, "European": true, "Italian": true, "British": true, "Russian": true, "Spanish": true, "Nordic": true, "Christmas": true, "Halloween": true, "Easter": true,
}

// clause translates a single clause that no template fits.
func (k *knowledge) clause(text string, kind Kind) piece {
	if p, ok := k.saidOfGoods(text); ok {
		return p
	}
	if m := portsCounted.FindStringSubmatch(text); m != nil {
		return piece{text: m[1] + " × " + m[2]} // 2个Type-C
	}
	if label, value, ok := strings.Cut(text, ":"); ok && (hasHan(label) || shortLabel.MatchString(label)) && value != "" && !strings.HasPrefix(value, "//") {
		return k.labelled(label, value, kind)
	}
	for _, turn := range clauseTurns {
		if rest, ok := strings.CutPrefix(text, turn.zh); ok && rest != "" && k.lookup(text, phraseOrder) == nil {
			return k.turnedTo(turn.zh, turn.en, rest, kind)
		}
	}
	if rest, ok := strings.CutPrefix(text, "则"); ok && rest != "" && k.lookup(text, phraseOrder) == nil {
		return k.clause(rest, kind)
	}
	if p, ok := k.titledPerson(text); ok {
		return p
	}
	if open := strings.IndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		outside, inside := k.clause(text[:open], kind), k.clause(text[open+1:len(text)-1], kind)
		if p, ok := k.sentence(text[:open], kind); ok && p.final() && !outside.final() {
			outside = p // 合同总价为25.8万元(含税)
		}
		if said := inBrackets[text[open+1:len(text)-1]]; said != "" {
			inside = piece{text: said}
		} else if p, ok := k.sentence(text[open+1:len(text)-1], kind); ok && p.final() {
			inside = piece{text: k.lowered(p.text)}
		}
		return piece{outside.text + " (" + inside.text + ")", append(outside.doubts, inside.doubts...)}
	}
	if sides, ok := dimensions(text); ok {
		return piece{text: sides}
	}
	if amount, length := readMoney(text); length > 0 && length == len(text) {
		return piece{text: amount}
	}
	if date, _, length := readDate(text, ""); length > 0 && length == len(text) {
		return piece{text: date}
	}
	if looksLikeCompany(text) {
		before, name := k.namedParty(text)
		p := k.company(name)
		if before != "" {
			lead := k.phrase(before)
			p.text, p.doubts = lead.text+" "+p.text, append(lead.doubts, p.doubts...)
		}
		return p
	}
	if k.looksLikeAddress(text) {
		return k.address(text)
	}
	if p, ok := k.countedFault(text); ok {
		return p
	}
	if p, ok := k.foundIn(text, kind); ok {
		return p
	}
	for _, read := range []func(string) (piece, bool){k.stateOf, k.notSo, k.gradedThing, k.requestsParty, k.lastingWork, k.packedInto, k.mustBe} {
		if p, ok := read(text); ok {
			return p
		}
	}
	p := k.phrase(text)
	if p.final() && k.onlyQualities(text) {
		if k.followsLabel(text) {
			return piece{text: listed(k.titleChunk(text).supplements())} // 手柄:电木，隔热防烫
		}
		p.doubt("qualities of nothing")
	}
	if p.final() {
		return p
	}
	when, length := k.timeAt(text)
	if length == len(text) {
		return piece{text: when}
	}
	if length > 0 {
		if said, ok := k.saidOfGoods(text[length:]); ok {
			return piece{text: k.lowered(said.text) + " " + when}
		}
	}
	if made, ok := k.statement(text); ok {
		return made
	}
	if joined, ok := k.joinedToTurn(text); ok {
		return joined
	}
	if length > 0 {
		if what := k.clauseBehind(text[length:], kind); what.final() {
			return piece{text: lasting.ReplaceAllString(what.text, "$1 for $2") + " " + when}
		}
	}
	return p
}

// lasting finds what lasts so long: trial run: 30 minutes.
var lasting = pattern.Lazily(`^([A-Za-z -]*(?:test|run|trial|testing|operation|aging)): (\d\S* (?:minute|hour|day)s?)$`)

// clauseTurns are what a clause begins with that turns from the one before it.
var clauseTurns = [...]struct{ zh, en string }{{"否则", "otherwise "}, {"但", "but "}}

// turnedTo translates what stands behind one of the clauseTurns.
func (k *knowledge) turnedTo(zh, en, rest string, kind Kind) piece {
	p, ok := k.sentence(rest, kind)
	if !ok || !p.final() {
		if p, ok = k.statement(rest); !ok {
			p = k.phrase(rest)
			p.doubt("no rule for what follows " + zh)
		}
	}
	return piece{en + k.lowered(p.text), p.doubts}
}

// countedFault translates how many pieces have which fault: 3件缝线不牢, 3 pcs: seam
// not firm.
func (k *knowledge) countedFault(text string) (piece, bool) {
	m := piecesAhead.FindString(text)
	if m == "" || m == text || !k.reporting {
		return piece{}, false
	}
	fault, ok := k.sentence(text[len(m):], Inspection)
	if !ok || !fault.final() {
		fault = k.phrase(text[len(m):])
	}
	if !k.isFault(text[len(m):]) || !fault.final() {
		return piece{}, false
	}
	return piece{text: k.quantity(m) + ": " + k.lowered(fault.text)}, true
}

var piecesAhead = pattern.Lazily(`^(?:\d[\d,]*|[一二两三四五六七八九十]+)(?:件|台|套|双|只|条|个|箱)`)

// inBrackets are words that say in brackets how it is with what stands before.
var inBrackets = map[string]string{"不含": "not included", "不包含": "not included", "不包括": "not included", "含": "included", "已含": "included", "另购": "sold separately", "需另购": "sold separately", "可选": "optional", "选配": "optional", "标配": "standard", "约": "approx.", "长×宽×高": "L × W × H", "长*宽*高": "L × W × H", "长x宽x高": "L × W × H", "长宽高": "L × W × H", "长×宽": "L × W", "长*宽": "L × W", "直径×高": "diameter × height", "内径×外径×厚": "ID × OD × thickness", "内径×外径×厚度": "ID × OD × thickness", "宽×深×高": "W × D × H", "宽*深*高": "W × D × H", "长×宽×厚": "L × W × T"}

// onlyQualities reports several words that say how things are and none for a thing.
func (k *knowledge) onlyQualities(text string) bool {
	tokens := k.segment(text, phraseOrder)
	for _, t := range tokens {
		if t.class != attr && t.class != size {
			return false
		}
	}
	return len(tokens) > 1 && k.lookup(text, phraseOrder) == nil
}

// inGiga finds a band or a memory, which no weight is.
var inGiga = pattern.Lazily(`^\d+(?:\.\d+)?G$`)

// followsLabel reports a clause behind one with a label, of which it says more.
func (k *knowledge) followsLabel(text string) bool {
	at := strings.Index(k.context, ":")
	return at >= 0 && strings.LastIndex(k.context, "，"+strings.ToLower(text)) > at
}

// clauseBehind translates what stands behind a time: 通电后风扇异响.
func (k *knowledge) clauseBehind(text string, kind Kind) piece {
	if p, ok := k.sentence(text, kind); ok && p.final() {
		return p
	}
	return k.phrase(text)
}

// namedParty divides "请发往义乌市星河贸易有限公司" before the party's name, which
// begins with a place behind a word that points to it.
func (k *knowledge) namedParty(text string) (before, name string) {
	previous := rune(0)
	for i, r := range text {
		if i > 0 && strings.ContainsRune("往至给到由为与向在交送", previous) && len(k.placeLengths(text[i:])) > 0 {
			return text[:i], text[i:]
		}
		previous = r
	}
	return "", text
}
