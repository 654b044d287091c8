package evidence

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/translate"
)

// English is a text of the original in English.
type English struct {
	Text     string
	Original string // the Chinese, where Text is a guess or lacks; else empty
	// Compared and Equal count the numbers of the original and of Text.
	Compared, Equal int
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
	segment  int // of texts.segments
	// english is what may be the original's own English of the segment said:
	// it wins where it says the same.
	english string
	said    int
	below   bool // english is a line of its own
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
			n := t.segment(line, kindOf(line))
			plan = append(plan, linePlan{{segment: n, said: n, english: strings.TrimSpace(lines[i+1]), below: true}})
			i++
			continue
		}
		plan = append(plan, t.line(line))
	}
	t.plans[text] = plan
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

// line plans one line: "label: value" in two, a label's own English in its place.
func (t *texts) line(line string) linePlan {
	label, colon, value := labelled(line)
	if label == "" {
		return t.half(line, kindOf(line))
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
	if han, english, ok := mixed(text); ok {
		return linePlan{{segment: t.segment(text, kind), said: t.segment(han, kind), english: english}}
	}
	return linePlan{{segment: t.segment(text, kind)}}
}

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
	hanFirst   = regexp.MustCompile(`^([^A-Za-z]*\p{Han}[^A-Za-z]*?)[\s/／(（|·、-]*([A-Za-z][^\p{Han}]*?)[\s)）]*$`)
	latinFirst = regexp.MustCompile(`^([A-Za-z][^\p{Han}]*?)[\s/／(（|·、-]*(\p{Han}[^A-Za-z]*?)[\s)）]*$`)
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

// bilingual reports whether the second line may be the English of the first.
func bilingual(first, second string) bool {
	second = strings.TrimSpace(second)
	return invoice.HasHan(first) && !strings.ContainsAny(first, ":：") && !strings.ContainsAny(second, ":：") &&
		!strings.ContainsFunc(first, func(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }) &&
		!invoice.HasHan(second) && strings.ContainsFunc(second, unicode.IsLetter)
}

var (
	companyText = regexp.MustCompile(`(?:公司|厂|商行|商店|经营部|门市部|集团|工作室|合作社|事务所|分行|支行)$`)
	addressText = regexp.MustCompile(`[省市县区镇乡村].*(?:[路街道巷弄号楼室村镇园]|大厦|大道)`)
	paymentText = regexp.MustCompile(`定金|订金|余款|尾款|付款|付清|电汇|货款|信用证|T/T`)
	marksOfNote = regexp.MustCompile(`[，。；]`)
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

// english is a text that was added, in English.
func (t *texts) english(text string) English {
	if !invoice.HasHan(text) {
		n, _ := translate.CompareNumbers(text, text, translate.English, translate.English)
		return English{Text: text, Compared: n, Equal: n}
	}
	plan := t.plans[text]
	lines := make([]string, len(plan))
	e := English{}
	for i, line := range plan {
		var b strings.Builder
		for _, p := range line {
			s, sure := t.piece(p)
			b.WriteString(s)
			if !sure {
				e.Original = text
			}
		}
		lines[i] = b.String()
	}
	e.Text = strings.TrimSpace(strings.Join(lines, "\n"))
	e.Compared, e.Equal = translate.CompareNumbers(text, e.Text, translate.Chinese, translate.English)
	if e.Equal < e.Compared {
		e.Original = text
	}
	if e.Text == "" {
		e.Original = text
	}
	return e
}

// piece is a piece's English, and whether nobody needs to look at it.
func (t *texts) piece(p piece) (string, bool) {
	if p.verbatim != "" {
		return p.verbatim, true
	}
	r := t.results[p.segment]
	final := r.State == translate.Final && r.Text != ""
	switch {
	case p.english == "":
		return r.Text, final
	case sharesWord(t.results[p.said].Text, p.english):
		return p.english, true
	case p.below:
		return strings.TrimSpace(r.Text + "\n" + p.english), final
	}
	return r.Text, final
}

var word = regexp.MustCompile(`[A-Za-z]{3,}`)

// sharesWord reports whether two English texts have a word in common, by its
// beginning: "Invoice No." and "Invoice number".
func sharesWord(a, b string) bool {
	begins := map[string]bool{}
	for _, w := range word.FindAllString(strings.ToLower(a), -1) {
		begins[w[:min(len(w), 5)]] = true
	}
	for _, w := range word.FindAllString(strings.ToLower(b), -1) {
		if begins[w[:min(len(w), 5)]] {
			return true
		}
	}
	return false
}
