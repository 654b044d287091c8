package evidence

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/translate"
)

// English is a text of the original in English.
type English struct {
	Text     string
	Original string // the Chinese, where Text is a guess or lacks; else empty
	// Compared and Equal count the numbers of the original and of Text.
	Compared, Equal int
	// Lines are the lines of a text of several, each with its own original
	// where it is a guess; nil where Text stands for itself.
	Lines []English
}

// Guess reports whether a person has to look at the text.
func (e English) Guess() bool { return e.Original != "" }

// texts are the texts of a document and their English: all are gathered first,
// so that a service is asked for many at a time and for each only once.
type texts struct {
	plans    map[string][]linePlan
	segments []translate.Segment
	index    map[translate.Segment]int
	results  []translate.Result
	names    map[string][]string // English names that stand beside a company's Chinese one
	persons  map[string]bool     // names of persons
	printed  map[int]bool        // segments whose translation was asked for
}

func newTexts() *texts {
	return &texts{plans: map[string][]linePlan{}, index: map[translate.Segment]int{}, names: map[string][]string{}, persons: map[string]bool{}, printed: map[int]bool{}}
}

// linePlan is how a line of a text becomes English: piece after piece.
type linePlan []piece

// piece is a part of a line: verbatim as it stands, or a segment translated.
type piece struct {
	verbatim string
	segment  int      // of texts.segments; -1 for a plan of its own
	plan     linePlan // of a label with its value
	// english is what may be the original's own English of the segment said:
	// it wins where it says the same. Elsewhere it stands behind the
	// translation, after between; with no between it is part of the segment.
	english, between string
	said             int
	// names are those that may be the company's; named is the segment of a
	// label before a person's name.
	names []string
	named int
	first bool // begins with a capital letter
}

// add plans a text. Texts without Chinese stand as they are.
func (t *texts) add(text string) {
	if _, done := t.plans[text]; done || !invoice.HasHan(text) {
		return
	}
	lines := strings.Split(text, "\n")
	var plan []linePlan
	for i := 0; i < len(lines); i++ {
		line := spacedOut(strings.TrimSpace(lines[i]))
		if i+1 < len(lines) && bilingual(line, lines[i+1]) {
			ordinal, rest := counted(line)
			plan = append(plan, append(ordinal, t.pair(rest, strings.TrimSpace(lines[i+1]), "\n")))
			i++
			continue
		}
		plan = append(plan, t.line(line))
	}
	t.plans[text] = plan
}

// pair plans a text with what may be its English behind it.
func (t *texts) pair(text, english, between string) piece {
	n := t.segment(text, kindOf(text))
	if label, _, value := labelled(text); label != "" && value != "" {
		return piece{plan: t.chunk(text), said: n, segment: -1, english: english, between: between}
	}
	return piece{segment: n, said: n, english: english, between: between}
}

// segment is the place of a segment, each of them once.
func (t *texts) segment(text string, kind translate.Kind) int {
	s := translate.Segment{Text: text, Kind: kind, To: translate.English}
	i, ok := t.index[s]
	if !ok {
		i = len(t.segments)
		t.index[s] = i
		t.segments = append(t.segments, s)
	}
	return i
}

// chunkEnd parts what stands in one line side by side.
var chunkEnd = pattern.Lazily(`[ \t\x{3000}\x{A0}]{2,}(?:[·|•;；][ \t\x{3000}\x{A0}]*)?|[ ]+[·|•][ ]+`)

// line plans one line: what stands side by side, each with its English.
func (t *texts) line(line string) linePlan {
	plan, line := counted(line)
	line = spacedDate.ReplaceAllString(line, "${1}年${2}月${3}日")
	ends := append(chunkEnd.FindAllStringIndex(line, -1), []int{len(line), len(line)})
	from := 0
	for i := 0; i < len(ends); i++ {
		chunk := line[from:ends[i][0]]
		from = ends[i][1]
		if i+1 < len(ends) && bilingual(chunk, line[from:ends[i+1][0]]) {
			plan = append(plan, t.pair(chunk, line[from:ends[i+1][0]], "  "))
			i++
			from = ends[i][1]
		} else {
			plan = append(plan, t.chunk(chunk)...)
		}
		if end := line[ends[i][0]:ends[i][1]]; end != "" {
			plan = append(plan, piece{verbatim: end})
		}
	}
	return plan
}

// counted divides the number that a clause is counted by from it: 一、 （二） 3.
func counted(line string) (number linePlan, rest string) {
	if n := clauseNumber.FindStringSubmatch(line); n != nil {
		return linePlan{{verbatim: clauseOrdinal(n[1]) + ". "}}, line[len(n[0]):]
	}
	mark := countedLine.FindString(line)
	rest = line[len(mark):]
	if first, _ := utf8.DecodeRuneInString(rest); mark == "" || !unicode.IsLetter(first) || !invoice.HasHan(rest) {
		return nil, line // 1.5米 is no number of a clause
	}
	return linePlan{{verbatim: closedNumber(mark) + " "}}, rest
}

// countedLine is what else a line of a list begins with: 3. (5) 1、 A. ●
var countedLine = pattern.Lazily(`^(?:[●•○■□◆◇▲△★☆※✓√]+|[(（]\d{1,2}[)）]|(?:\d{1,3}|[A-Z])[.、．)）])\s*`)

// closedNumber is such a mark in English.
var closedNumber = strings.NewReplacer("（", "(", "）", ")", "、", ".", "．", ".", " ", "", "\u3000", "").Replace

// clauseNumber is what clauses of a contract are counted by: 一、 （二） 三.
var clauseNumber = pattern.Lazily(`^[（(]?([一二三四五六七八九十]{1,3})(?:[）)]\s*[、.．]?|\s*[、.．])\s*`)

// clauseOrdinal is 十二 as 12.
func clauseOrdinal(s string) string {
	n, digit := 0, 0
	for _, r := range s {
		if r == '十' {
			n, digit = max(digit, 1)*10, 0
			continue
		}
		digit = strings.IndexRune("一二三四五六七八九", r)/len("一") + 1
	}
	return strconv.Itoa(n + digit)
}

var spacedDate = pattern.Lazily(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)

// chunk plans "label: value" in two, a label's own English in its place.
func (t *texts) chunk(text string) linePlan {
	if amount, ok := amountInEnglish(text); ok { // 港币：陆万元整, in the money that it names
		return linePlan{{verbatim: amount}}
	}
	label, colon, value := labelled(text)
	if label == "" {
		return t.half(text, kindOf(text))
	}
	if second, _, rest := labelled(value); second != "" && invoice.HasHan(second) != invoice.HasHan(label) && word.MatchString(second) != word.MatchString(label) {
		label, value = label+" "+second, rest // To: 致: …
	}
	if value == "" {
		colon = ":"
	}
	end := ""
	if name := strings.TrimRight(value, ";；,，。"); personOf(label, name) {
		t.persons[name] = true
		value, end = name, closing(value[len(name):])
	}
	plan := t.half(label, translate.TermKind)
	plan = append(plan, piece{verbatim: colon})
	plan = append(plan, t.half(value, kindOf(value))...)
	if end != "" {
		plan = append(plan, piece{verbatim: end})
	}
	return plan
}

// closing is what ends a clause, in English.
var closing = strings.NewReplacer("；", ";", "，", ",", "。", ".").Replace

// half plans a label or a value.
func (t *texts) half(text string, kind translate.Kind) linePlan {
	switch {
	case text == "":
		return nil
	case !invoice.HasHan(text):
		return linePlan{{verbatim: text}}
	}
	if words, ok := fixedWords(text); ok {
		return linePlan{{verbatim: words}}
	}
	if m := measured.FindStringSubmatch(text); m != nil && kind != translate.Payment {
		if unit, ok := unitWord(m[2]); ok {
			return append(t.half(strings.TrimSpace(m[1]), kind), piece{verbatim: " (" + unit + ")"})
		}
	}
	if t.persons[text] {
		return linePlan{{segment: t.segment(text, kind), named: 1 + t.segment(personLabel+text, translate.Note)}}
	}
	if names := t.names[text]; names != nil {
		return linePlan{{segment: t.segment(text, kind), names: names}}
	}
	if m := taxCategory.FindStringSubmatch(text); m != nil {
		category := piece{plan: t.half(m[1], translate.TermKind), segment: -1, first: true}
		return append(linePlan{{verbatim: "*"}, category, {verbatim: "*"}}, t.half(m[2], translate.Title)...)
	}
	if han, english, ok := mixed(text); ok {
		return linePlan{{segment: t.segment(text, kind), said: t.segment(han, kind), english: leadingFigures.FindString(han) + english}}
	}
	return linePlan{{segment: t.segment(text, kind)}}
}

// taxCategory is what stands before the name of goods on a fapiao: *餐饮服务*餐费.
var taxCategory = pattern.Lazily(`^\*([^*]+)\*(.*)$`)

// mostLabel is how long a label may be, in characters.
const mostLabel = 40

// labelled divides "发票号 Invoice No.: X" at its first colon, unless the colon
// stands within a time, a ratio or an address of the web.
func labelled(line string) (label, colon, value string) {
	at := strings.IndexAny(line, ":：")
	if at <= 0 || utf8.RuneCountInString(line[:at]) > mostLabel {
		return "", "", ""
	}
	r, size := utf8.DecodeRuneInString(line[at:])
	before, _ := utf8.DecodeLastRuneInString(line[:at])
	rest := line[at+size:]
	after, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsDigit(before) && unicode.IsDigit(after) || r == ':' && after == '/' {
		return "", "", ""
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return strings.TrimSpace(line[:at]), ":", ""
	}
	return strings.TrimSpace(line[:at]), ": ", rest
}

// mixedText is Chinese with its English behind or before it, with what parts
// them: 发票号 Invoice No.; Date 日期; 收货人/Consignee; 数量(QTY).
var (
	hanFirst   = pattern.Lazily(`^([^A-Za-z]*\p{Han}[^A-Za-z]*?)[\s/／(（|·、-]*([A-Za-z][^\p{Han}]*?)[\s)）]*$`)
	latinFirst = pattern.Lazily(`^([A-Za-z][^\p{Han}]*?)[\s/／(（|·、-]*(\p{Han}[^A-Za-z]*?)[\s)）]*$`)
)

// mixed divides a text of both languages.
func mixed(text string) (han, english string, ok bool) {
	if m := hanFirst.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1]), strings.TrimSpace(m[2]), true
	}
	if m := latinFirst.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[2]), strings.TrimSpace(m[1]), true
	}
	return "", "", false
}

// leadingFigures are those that a text in both languages begins with once:
// "30% 下单时 with the order", "45 箱 CARTONS".
var leadingFigures = pattern.Lazily(`^[\d.,]+%?\s*`)

// bilingual reports whether the second of two texts may be the English of the
// first: mostly Chinese, then no Chinese at all; a label before both or none.
func bilingual(first, second string) bool {
	han, latin := 0, 0
	for _, r := range first {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			latin++
		}
	}
	return han > 0 && latin <= 2*han && !invoice.HasHan(second) && strings.ContainsFunc(second, unicode.IsLetter) && !webAddress.MatchString(second) &&
		strings.ContainsAny(first, ":：") == strings.ContainsAny(second, ":：")
}

var (
	companyText = pattern.Lazily(`(?:公司|厂|商行|商店|经营部|门市部|集团|工作室|合作社|事务所|分行|支行)$`)
	addressText = pattern.Lazily(`[省市县区镇乡村].*(?:[路街道巷弄号楼室村镇园]|大厦|大道)`)
	paymentText = pattern.Lazily(`定金|订金|余款|尾款|付款|付清|电汇|货款|信用证|下单|发货前|见提单|T/T`)
	marksOfNote = pattern.Lazily(`[，。；]`)
)

// kindOf guesses what a text is by its words, for the translator.
func kindOf(text string) translate.Kind {
	switch {
	case companyText.MatchString(text) && !marksOfNote.MatchString(text):
		return translate.Company
	case paymentText.MatchString(text):
		return translate.Payment
	case addressText.MatchString(text) && !marksOfNote.MatchString(text):
		return translate.Address
	}
	return ""
}

// translate asks for all that was planned.
func (t *texts) translate(ctx context.Context, p *translate.Pipeline) error {
	var err error
	t.results, err = p.Translate(ctx, t.segments)
	return err
}

// distinct are the results that were printed, each text once: what one text is in
// English doesn't hang on where it stands.
func (t *texts) distinct() []translate.Result {
	var all []translate.Result
	seen := map[string]bool{}
	for i, r := range t.results {
		if t.printed[i] && !seen[r.Source] {
			seen[r.Source] = true
			r.ID = fmt.Sprintf("text %d", i+1)
			all = append(all, r)
		}
	}
	return all
}

// english is a text that was added, in English.
func (t *texts) english(text string) English {
	if !invoice.HasHan(text) {
		return verbatim(text)
	}
	all := English{}
	lines := make([]string, len(t.plans[text]))
	for i, line := range t.plans[text] {
		e := t.joined(line)
		e.Text = capitalised(strings.TrimRightFunc(e.Text, unicode.IsSpace))
		if e.Text == "" && e.Guess() || e.Equal < e.Compared {
			e.Text, e.Original, e.Equal = "", source(t.segments, line), e.Compared // the Chinese alone stands there
		} else if e.Guess() {
			e.Original = source(t.segments, line)
		}
		lines[i] = e.Text
		all.Lines = append(all.Lines, e)
		all.Compared, all.Equal = all.Compared+e.Compared, all.Equal+e.Equal
		if e.Guess() {
			all.Original = text
		}
	}
	all.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	if all.Text == "" {
		all.Original = text
	}
	return all
}

// source is a line as the original has it.
func source(segments []translate.Segment, line linePlan) string {
	var b strings.Builder
	for _, p := range line {
		switch {
		case p.verbatim != "":
			b.WriteString(p.verbatim)
		case p.segment >= 0:
			b.WriteString(segments[p.segment].Text)
		default:
			b.WriteString(source(segments, p.plan))
		}
		if p.between != "" {
			b.WriteString(p.between + p.english)
		}
	}
	return b.String()
}

// capitalised is a line that begins with a capital letter, unless its first word
// is written in its own way: pH, iPad.
func capitalised(s string) string {
	if n := countedLine.FindString(s); n != "" {
		return n + capitalised(s[len(n):])
	}
	first, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsLower(first) || unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsAny(strings.TrimRight(strings.SplitN(s, " ", 2)[0], ".:"), "@./") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// verbatim is what needs no translation.
func verbatim(text string) English {
	n, _ := translate.CompareNumbers(text, text, translate.English, translate.English)
	return English{Text: text, Compared: n, Equal: n}
}

// joined is a line's English.
func (t *texts) joined(plan linePlan) English {
	var b strings.Builder
	all := English{}
	for _, p := range plan {
		e := t.piece(p)
		if e.Text == "" && e.Guess() && len(plan) > 1 {
			e.Text = e.Original // a name within a line
		}
		b.WriteString(e.Text)
		all.Compared, all.Equal = all.Compared+e.Compared, all.Equal+e.Equal
		if e.Guess() {
			all.Original = e.Original
		}
	}
	all.Text = b.String()
	return all
}

// piece is a piece's English.
func (t *texts) piece(p piece) English {
	if p.verbatim != "" {
		return verbatim(p.verbatim)
	}
	if p.english != "" && t.says(p.english, p.said) {
		return verbatim(p.english)
	}
	said := English{}
	switch {
	case p.named > 0:
		return t.person(p)
	case p.segment >= 0:
		said = t.bothSaid(p)
	default:
		said = t.joined(p.plan)
	}
	if own := ownName(said.Text, p.names); own != "" {
		return verbatim(own)
	}
	if p.first {
		said.Text = capitalised(said.Text)
	}
	if p.between == "" {
		return said
	}
	own := verbatim(p.english)
	return English{Text: strings.TrimSpace(said.Text + p.between + own.Text), Original: said.Original,
		Compared: said.Compared + own.Compared, Equal: said.Equal + own.Equal}
}

// bothSaid is the English of a segment. One of both languages that is no more
// than a guess as a whole is what its Chinese says, if that is certain, with the
// original's own English behind it.
func (t *texts) bothSaid(p piece) English {
	if p.english == "" || p.between != "" || t.results[p.segment].State == translate.Final || t.results[p.said].State != translate.Final {
		return t.segmentEnglish(p.segment)
	}
	half := t.segmentEnglish(p.said)
	both := English{Text: half.Text + " / " + strings.TrimPrefix(p.english, leadingFigures.FindString(p.english))}
	both.Compared, both.Equal = translate.CompareNumbers(t.segments[p.segment].Text, both.Text, translate.Chinese, translate.English)
	if both.Equal < both.Compared {
		return t.segmentEnglish(p.segment)
	}
	return both
}

// segmentEnglish is what a translator made of a segment.
func (t *texts) segmentEnglish(n int) English {
	t.printed[n] = true
	source, r := t.segments[n].Text, t.results[n]
	e := English{Text: r.Text}
	e.Compared, e.Equal = translate.CompareNumbers(source, r.Text, translate.Chinese, translate.English)
	if r.State != translate.Final || r.Text == "" {
		e.Original = source
	}
	return e
}
