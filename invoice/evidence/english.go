package evidence

import (
	"context"
	"fmt"
	"slices"
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
}

func newTexts() *texts {
	return &texts{plans: map[string][]linePlan{}, index: map[translate.Segment]int{}}
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
}

// add plans a text. Texts without Chinese stand as they are.
func (t *texts) add(text string) {
	if _, done := t.plans[text]; done || !invoice.HasHan(text) {
		return
	}
	lines := strings.Split(text, "\n")
	var plan []linePlan
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if i+1 < len(lines) && bilingual(line, lines[i+1]) {
			plan = append(plan, linePlan{t.pair(line, strings.TrimSpace(lines[i+1]), "\n")})
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
	var plan linePlan
	if n := clauseNumber.FindStringSubmatch(line); n != nil {
		plan, line = linePlan{{verbatim: clauseOrdinal(n[1]) + ". "}}, line[len(n[0]):]
	}
	line = spacedDate.ReplaceAllString(spacedOut(line), "${1}年${2}月${3}日")
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

var spacedTitle = pattern.Lazily(`^\p{Han}(?:[ \x{3000}]+\p{Han})+$`)

var spacedDate = pattern.Lazily(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)

// spacedOut joins a title or name whose characters stand apart: 合  同.
func spacedOut(s string) string {
	if !spacedTitle.MatchString(s) {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// chunk plans "label: value" in two, a label's own English in its place.
func (t *texts) chunk(text string) linePlan {
	label, colon, value := labelled(text)
	if label == "" {
		return t.half(text, kindOf(text))
	}
	plan := t.half(label, translate.TermKind)
	plan = append(plan, piece{verbatim: colon})
	return append(plan, t.half(value, kindOf(value))...)
}

// half plans a label or a value.
func (t *texts) half(text string, kind translate.Kind) linePlan {
	switch {
	case text == "":
		return nil
	case !invoice.HasHan(text):
		return linePlan{{verbatim: text}}
	}
	if m := chineseDay.FindStringSubmatch(text); m != nil {
		return linePlan{{verbatim: fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3])}}
	}
	if amount, ok := amountInEnglish(text); ok {
		return linePlan{{verbatim: amount}}
	}
	if m := taxCategory.FindStringSubmatch(text); m != nil {
		plan := append(linePlan{{verbatim: "*"}}, t.half(m[1], translate.TermKind)...)
		return append(append(plan, piece{verbatim: "*"}), t.half(m[2], translate.Title)...)
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
	return han > 0 && latin <= 2*han && !invoice.HasHan(second) && strings.ContainsFunc(second, unicode.IsLetter) &&
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

// distinct are the results, each text once: what one text is in English doesn't
// hang on where it stands.
func (t *texts) distinct() []translate.Result {
	var all []translate.Result
	seen := map[string]bool{}
	for i, r := range t.results {
		if !seen[r.Source] {
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
		e.Text = capitalised(strings.TrimRight(e.Text, " "))
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
	if !unicode.IsLower(first) || unicode.IsUpper(next) || unicode.IsDigit(next) || strings.ContainsAny(strings.SplitN(s, " ", 2)[0], "@./") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

var countedLine = pattern.Lazily(`^\d{1,3}[.)、]\s*`)

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
	if p.segment >= 0 {
		said = t.segmentEnglish(p.segment)
	} else {
		said = t.joined(p.plan)
	}
	if p.between == "" {
		return said
	}
	own := verbatim(p.english)
	return English{Text: strings.TrimSpace(said.Text + p.between + own.Text), Original: said.Original,
		Compared: said.Compared + own.Compared, Equal: said.Equal + own.Equal}
}

// segmentEnglish is what a translator made of a segment.
func (t *texts) segmentEnglish(n int) English {
	source, r := t.segments[n].Text, t.results[n]
	e := English{Text: r.Text}
	e.Compared, e.Equal = translate.CompareNumbers(source, r.Text, translate.Chinese, translate.English)
	if r.State != translate.Final || r.Text == "" {
		e.Original = source
	}
	return e
}

// says reports whether the original's own English says what a segment says: the
// same numbers, and words of its translation.
func (t *texts) says(english string, segment int) bool {
	if known := labelPairsKnown[strings.TrimRight(t.segments[segment].Text, ":： ")]; known != "" && slices.Contains(strings.Fields(known), letters(english)) {
		return true
	}
	compared, equal := translate.CompareNumbers(t.segments[segment].Text, english, translate.Chinese, translate.English)
	return equal == compared && sharesWords(t.results[segment].Text, english)
}

// labelPairsKnown are labels whose usual English shares no word with their
// translation.
var labelPairsKnown = map[string]string{"致": "to messrs", "联系人": "attn contact contactperson", "传真": "fax", "电话": "tel phone telephone",
	"邮箱": "email mail", "唛头": "marks mark shippingmark shippingmarks", "编号": "no number", "序号": "no item", "货号": "itemno artno item",
	"品名": "description goods", "合计": "total ttl", "总计": "total grandtotal", "共计": "total", "单位": "unit", "数量": "qty quantity", "箱数": "ctns cartons",
	"毛重": "gw grossweight", "净重": "nw netweight", "体积": "meas cbm volume measurement", "备注": "remark remarks note notes", "客户": "customer buyer client to",
	"收货人": "consignee to", "抬头": "to messrs", "日期": "date", "由": "from", "至": "to", "付款方式": "payment payterm paymentterm paymentterms"}

var word = pattern.Lazily(`[A-Za-z]{2,}`)

// leastShared is how many of the words of the shorter of two texts the other
// one must have too, in percent.
const leastShared = 34

// sharesWords reports whether two English texts have words in common: whole, by
// their beginnings, or shortened: "Invoice No." and "Invoice number", "QTY" and
// "Quantity", "G.W." and "Gross weight".
func sharesWords(a, b string) bool {
	if x, y := letters(a), letters(b); x == y || len(x) > 1 && x == initials(b) || len(y) > 1 && y == initials(a) {
		return x != "" && y != ""
	}
	of, in := word.FindAllString(strings.ToLower(a), -1), word.FindAllString(strings.ToLower(b), -1)
	if len(of) > len(in) {
		of, in = in, of
	}
	shared := 0
	for _, w := range of {
		if slices.ContainsFunc(in, func(v string) bool { return shortens(w, v) || shortens(v, w) }) {
			shared++
		}
	}
	return shared > 0 && shared*100 >= len(of)*leastShared
}

// shortens reports whether a word is the other one cut short (tel, telephone;
// invoices, invoice) or without its vowels (qty, ctns).
func shortens(short, long string) bool {
	const stem = 5
	if strings.HasPrefix(long, short[:min(len(short), stem)]) {
		return true
	}
	if len(short) > 4 || short[0] != long[0] {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func initials(s string) string {
	var b strings.Builder
	for _, w := range word.FindAllString(strings.ToLower(s), -1) {
		b.WriteByte(w[0])
	}
	return b.String()
}
