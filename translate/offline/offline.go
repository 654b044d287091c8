// Package offline translates the short texts of trade documents between
// Chinese and English without a network: titles of goods, packing, payment and
// shipping terms, inspection findings, company names, addresses and notes.
//
// It works by a trade glossary, numbered sentence templates and the grammar of
// titles, names and addresses. What these cover completely is final; whatever
// had to be guessed is marked for review, with the reason.
package offline

import (
	"strings"
	"sync"

	"yipiao/invoice/pattern"
)

// Kind says what a text is; the grammar it is read with follows from it.
type Kind string

// The kinds of text. An empty Kind is found out from the text itself.
const (
	Any        Kind = ""
	Title      Kind = "title"
	Payment    Kind = "payment"
	Packing    Kind = "packing"
	Shipping   Kind = "shipping"
	Inspection Kind = "inspection"
	Company    Kind = "company"
	Address    Kind = "address"
	Note       Kind = "note"
	SingleTerm Kind = "term"
	Spec       Kind = "spec"
)

// Result is a translated text.
type Result struct {
	Text   string
	Final  bool     // rules and terms cover every word, and every check holds
	Checks []string // why a text that isn't final needs a person's review
}

// Term is an entry of the user's own glossary. It wins over the built-in ones.
type Term struct{ Zh, En string }

// Translator holds the glossary and the rules. It is safe for concurrent use.
type Translator struct {
	terms     []Term
	forbidden []string
	data      func() *knowledge
}

// Option changes what a new Translator knows.
type Option func(*Translator)

// WithTerms adds terms that win over the built-in glossary.
func WithTerms(terms ...Term) Option {
	return func(t *Translator) { t.terms = append(t.terms, terms...) }
}

// WithForbidden names words that must not stand in a translation; one that
// contains any of them, in whatever case, is never final.
func WithForbidden(words ...string) Option {
	return func(t *Translator) { t.forbidden = append(t.forbidden, words...) }
}

// New returns a Translator. The data is loaded with the first translation.
func New(options ...Option) (*Translator, error) {
	t := &Translator{}
	for _, option := range options {
		option(t)
	}
	terms := append([]Term(nil), t.terms...)
	t.data = sync.OnceValue(func() *knowledge { return load(terms) })
	return t, nil
}

// longestText bounds the work for one text, in bytes; trade texts are far shorter.
const longestText = 4000

// Translate translates one text to "en" or "zh". It never fails: what it can't
// do is left as it is and reported in the checks.
func (t *Translator) Translate(text string, kind Kind, to string) Result {
	source := strings.TrimSpace(text)
	switch {
	case source == "":
		return Result{Final: true}
	case len(source) > longestText:
		return Result{Text: source, Checks: []string{"the text is too long to be translated as one"}}
	}
	k := t.data()
	var p piece
	if to == "zh" {
		p = k.chinese(source, kind)
		p.doubts = append(p.doubts, heldBack(source, p.text, t.isOwnWord)...)
	} else {
		p = k.english(source, kind)
	}
	p.doubts = append(p.doubts, verify(source, p.text, to)...)
	p.doubts = append(p.doubts, t.forbiddenIn(p.text)...)
	p.doubts = append(p.doubts, t.missingTerms(source, p.text, to)...)
	return Result{Text: p.text, Final: len(p.doubts) == 0, Checks: distinct(p.doubts)}
}

// ownSigns puts back what stood for a sign while a text was read.
var ownSigns = strings.NewReplacer(string(ratioSign), ":", string(standardSign), " ")

// blanksMended are the blanks and words that meet where pieces are joined.
var blanksMended = strings.NewReplacer("size: size ", "size: ", "N · m", "N·m", "( ", "(", "dB (A)", "dB(A)")

// english translates into English by the grammar of the text's kind.
func (k *knowledge) english(source string, kind Kind) piece {
	text := hoursMinutes.ReplaceAllString(k.normalise(source), "${1}分钟$2")
	text = percentInWords.ReplaceAllStringFunc(text, rate)
	text = shoreCoded(clothesPacked.ReplaceAllString(text, "${1}装入$2"))
	text = warmth.ReplaceAllString(text, "${1}摄氏度$2")
	if keepsWarm.MatchString(text) {
		text = degreesOf.ReplaceAllString(text, "${1}摄氏度$2")
	}
	text = goodsAlone.ReplaceAllString(text, "${1}货物$2")
	if !hasHan(text) && hasHan(source) {
		return piece{text: shoreRead(ownSigns.Replace(text))} // 18mm×20米
	}
	if !hasHan(text) {
		return piece{text: source}
	}
	if label, ok := k.label(text, kind); ok {
		return piece{text: label}
	}
	k = k.about(text)
	k.reporting = kind == Inspection
	text, quoted := quotationsMasked(text)
	p := k.read(text, kind)
	if !p.final() {
		if name, ok := k.personAlone(text); ok {
			return piece{name, []string{"a person's name, spelled as its characters are read"}}
		}
	}
	p.text = quoted.restored(p.text)
	p.text = ownSigns.Replace(p.text)
	p.text = shoreRead(plusSpaced(quoteSpaced(blanksMended.Replace(p.text))))
	p.text = agreeing(strings.ReplaceAll(p.text, "，", ", "))
	if kind != Address && kind != Company && !k.isAddress(text) && !strings.Contains(text, "地址") {
		p.doubts = append(p.doubts, k.unclearSenses(text)...)
		p.doubts = append(p.doubts, k.lost(text, p.text)...)
		p.doubts = append(p.doubts, unsound(p.text)...)
		p.doubts = append(p.doubts, k.alone(tight(text))...)
		p.doubts = append(p.doubts, whoseYuan(text)...)
		p.doubts = append(p.doubts, unclearUse(text, p.text)...)
		p.doubts = append(p.doubts, k.misturned(strings.ToLower(text), p.text)...)
	}
	return p
}

// hoursMinutes finds the minutes of 7小时20分, which alone may be marks or cents.
var hoursMinutes = pattern.Lazily(`(\d小时\d{1,2})分($|[^钟之])`)

// percentInWords finds 百分之十三.
var percentInWords = pattern.Lazily(`百分之(?:[一二三四五六七八九十]+|\d+(?:\.\d+)?)`)

// clothesPacked finds the 装 of 每件衣服装一个袋, which with the character before it
// would be clothing.
var clothesPacked = pattern.Lazily(`((?:每|一|两|\d)[件套条身][^，。;:]{0,4}服)装(一|两|\d)`)

// warmth finds the 度 of 水温60度, which alone may be an angle.
var warmth = pattern.Lazily(`((?:温度|耐温|耐热|水温|油温|高温|低温|室温|常温)[^，。;:旋转角]{0,6}?\d+(?:\.\d+)?)度($|[^电角])`)

// keepsWarm finds what is told of heat or cold, whose degrees are of no angle.
var keepsWarm = pattern.Lazily(`保温|保冷|恒温|加热|制冷|制热`)

// degreesOf finds the degrees of heat there: 6小时后低于45度.
var degreesOf = pattern.Lazily(`((?:低于|高于|不低于|保持|达到|达|降至|升至|加热至|加热到|为|是)约?\d+(?:\.\d+)?)度($|[^电角数])`)

// goodsAlone finds the 货 of 货已装柜 and 其他工厂的货, which alone is the goods.
var goodsAlone = pattern.Lazily(`((?:^|[，。;:])|[厂商户人司方]的)货(已|未|要|须|需|应|必须|务必|还没|全部|都|一起|请|先|再|不|$|[，。;])`)

// read translates a normalised Chinese text by the grammar of its kind.
func (k *knowledge) read(text string, kind Kind) piece {
	switch kind = k.trusted(kind, text); kind {
	case Company:
		return k.company(text)
	case Address:
		return k.address(text)
	case Title:
		return k.title(text)
	case SingleTerm:
		return k.term(text)
	}
	p := k.clauses(text, kind)
	if !p.final() {
		if said, ok := k.behindLabel(text, kind); ok {
			p = said
		}
	}
	if kind == Note && k.isListOfGoods(text) {
		p.text = titleCase(p.text)
	}
	if strings.Contains(text, "纱") && strings.Contains(text, "支") && strings.Contains(p.text, " pcs") {
		p.doubt("支 counts yarn here, not pieces")
	}
	return p
}

// kindOf finds out what a Chinese text is.
func (k *knowledge) kindOf(text string) Kind {
	switch {
	case k.isParty(text):
		return Company
	case k.isAddress(text):
		return Address
	case strings.ContainsAny(text, "，。;:"):
		return Note
	case fittedGoods.MatchString(text), k.blanksDivide(text):
		return Title
	}
	if _, ok := k.statement(text); ok {
		return Note
	}
	if p, ok := k.sentence(text, Note); ok && p.final() {
		return Note
	}
	if _, ok := k.saidOfGoods(text); ok {
		return Note
	}
	if k.endsInFault(text) && k.clauses(text, Inspection).final() {
		return Inspection
	}
	titled := k.title(text).final()
	if k.hasGrammarWords(text) && !titled || k.isSpecification(text) {
		return Note
	}
	if !titled && k.clauses(text, Note).final() {
		return Note // 申报价值5000美元
	}
	return Title
}

// isListOfGoods reports a title without blanks that names goods and their qualities
// and nothing else: 电动奶泡器手持打蛋器.
func (k *knowledge) isListOfGoods(text string) bool {
	if strings.ContainsAny(text, "，。;: ") {
		return false
	}
	things, qualities := 0, 0
	for _, t := range k.segment(text, titleOrder) {
		switch t.class {
		case noun:
			things++
		case attr, material, part, colour, feature, size, process:
			qualities++
		case code, measure:
		default:
			return false
		}
	}
	return things > 0 && things+qualities > 2
}

// isSpecification reports what is said of goods, not their name: 重量偏差±3%.
func (k *knowledge) isSpecification(text string) bool {
	tokens := k.segment(text, titleOrder)
	if len(tokens) < 2 || !hasHan(text) {
		return false
	}
	last := tokens[len(tokens)-1]
	if last.class != measure && last.class != code {
		return false
	}
	before := tokens[len(tokens)-2]
	return before.class == part || before.class == "pay" || before.class == "ship" || before.class == "pack" || before.class == "inspect"
}

// hasGrammarWords reports words that sentences have and titles haven't.
func (k *knowledge) hasGrammarWords(text string) bool {
	for _, t := range k.segment(text, phraseOrder) {
		_, isModal := modals[t.zh]
		if isModal || parties[t.zh] != "" || k.verbs[t.zh].zh != "" || strings.Contains("为在由被经于至后前以将把与应已未均每或若如凭归", t.zh) {
			return true
		}
	}
	return false
}

// trusted gives the kind a text is read as: a name, an address or a sentence isn't
// read as a title, nor the other way, whatever the caller took it for.
func (k *knowledge) trusted(kind Kind, text string) Kind {
	sentence := strings.ContainsAny(text, "。;:")
	switch {
	case kind == Any:
		return k.kindOf(text)
	case kind == Company && !k.isParty(text), kind == Address && !k.couldBeAddress(text):
		if own := k.kindOf(text); own != Title {
			return own
		}
	case kind == Title && (sentence || k.isParty(text) || k.isAddress(text)), kind == SingleTerm && strings.ContainsAny(text, "，。;: "):
		return k.kindOf(text)
	case kind == Title && strings.Contains(text, "，"):
		if k.clauses(text, Note).final() {
			return Note
		}
	case kind != Title && kind != Address && kind != SingleTerm && k.isParty(text):
		return Company
	case kind == Inspection && manyChunks(text) && k.clauses(text, kind).final():
		return kind
	case kind != Title && kind != Address && kind != Company && kind != SingleTerm && manyChunks(text):
		return k.kindOf(text)
	}
	return kind
}

// manyChunks reports Chinese divided by blanks only.
func manyChunks(text string) bool {
	if strings.ContainsAny(text, "，。;:") {
		return false
	}
	chunks := 0
	for _, field := range strings.Fields(text) {
		if hasHan(field) {
			chunks++
		}
	}
	return chunks > 1
}

func (k *knowledge) isParty(text string) bool { return looksLikeCompany(text) }

// isAddress reports an address: one that can be read, or at least a text that
// begins with a place and has several of the marks of addresses.
func (k *knowledge) isAddress(text string) bool {
	if strings.ContainsAny(text, "。;:") {
		return false
	}
	if k.looksLikeAddress(text) {
		return true
	}
	marks := 0
	for _, mark := range []string{"省", "市", "区", "县", "镇", "街道", "路", "号", "村", "栋", "室", "楼"} {
		marks += strings.Count(text, mark)
	}
	return marks >= 4 && len(k.placeLengths(text)) > 0 && !strings.ContainsAny(text, "，%")
}

// couldBeAddress asks for less than isAddress where the caller says it is one.
func (k *knowledge) couldBeAddress(text string) bool {
	return !strings.ContainsAny(text, "。;") && (k.looksLikeAddress(text) || strings.ContainsAny(text, "省市区县镇乡村路街道号楼室"))
}

// blanksDivide reports a text whose Chinese is cut by blanks, as titles are.
func (k *knowledge) blanksDivide(text string) bool {
	fields := strings.Fields(text)
	if len(fields) < 2 || !hasHan(text) {
		return false
	}
	chunks := k.titleChunks(text)
	return chunks != nil && (chunks[0].goods || headChunk(chunks) >= 0)
}

// piece is a translated part of a text, with what makes it doubtful.
type piece struct {
	text   string
	doubts []string
}

func (p *piece) doubt(reason string) { p.doubts = append(p.doubts, reason) }

func (p piece) final() bool { return len(p.doubts) == 0 }

func (t *Translator) forbiddenIn(text string) (doubts []string) {
	lower := strings.ToLower(text)
	for _, word := range t.forbidden {
		if word != "" && strings.Contains(lower, strings.ToLower(word)) {
			doubts = append(doubts, "contains the forbidden term "+word)
		}
	}
	return doubts
}

// isOwnWord reports a Latin word that the user's own terms have in their Chinese.
func (t *Translator) isOwnWord(word string) bool {
	for _, term := range t.terms {
		if strings.Contains(term.Zh, word) {
			return true
		}
	}
	return false
}

func (t *Translator) missingTerms(source, target, to string) (doubts []string) {
	for _, term := range t.terms {
		from, want := term.Zh, term.En
		if to == "zh" {
			from, want = want, from
		}
		if strings.Contains(strings.ToLower(source), strings.ToLower(from)) &&
			!strings.Contains(strings.ToLower(target), strings.ToLower(want)) {
			doubts = append(doubts, "the glossary's term "+want+" is missing")
		}
	}
	return doubts
}

// distinct drops repeated reasons and keeps their order.
func distinct(reasons []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, reason := range reasons {
		if !seen[reason] {
			seen[reason] = true
			kept = append(kept, reason)
		}
	}
	return kept
}
