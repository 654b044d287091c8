package read

import (
	"strings"

	"yipiao/invoice/pattern"
)

// label is what was recognised as a label.
type label struct {
	field field
	roles []field // all parties that the label names: "Consignee & Notify Party"
	note  string  // what stands in brackets behind it: "(USD)", "(KGS)"
}

// segment is part of a line: a label with what follows it, or text without one.
type segment struct {
	label
	bullet string // what numbers the line: "●", "1.", "(2)"
	head   string // the label as written
	text   string // what follows the label, tidied
	whole  string // label and text as they stand
	box    *box
	value  *box // the cell that holds the value, where it isn't the label's
	taken  bool // understood as part of something else
	loose  bool // no more than a blank parts the label from the text: it may be a name
}

// unknown is the field of a label that no rule knows.
const unknown field = "?"

func (f field) relative() bool { return strings.HasPrefix(string(f), ".") }

func (f field) bank() bool { return strings.HasPrefix(string(f), "bank") }

// party reports whether f is a role of the deal.
func (f field) party() bool {
	switch f {
	case "seller", "exporter", "buyer", "to", "consignee", "notify", "importer", "ship_to", "manufacturer", "on_behalf_of", "party_a", "party_b":
		return true
	}
	return false
}

// role is the party that f is, or is a part of: buyer of "buyer.address".
func (f field) role() field {
	if i := strings.IndexByte(string(f), '.'); i > 0 {
		f = f[:i]
	}
	if f.party() {
		return f
	}
	return ""
}

// splitText cuts the lines of a cell into segments.
func splitText(text string) []segment {
	var all []segment
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		for _, part := range paddedLines(line) {
			if len(all) > maxSegments {
				break
			}
			all = append(all, valueLine(all, splitLine(part))...)
		}
	}
	return mergeLabels(all, sameLabel)
}

// valueLine takes the segments of a line under a label that waits for a name,
// an address or a person: the line is that, though it seems to begin with a
// label.
func valueLine(above, line []segment) []segment {
	if n := len(above); n > 0 && len(line) > 0 && line[0].loose && above[n-1].text == "" && above[n-1].field.named() {
		line[0].unlabel()
	}
	return line
}

// named reports whether values of f are names, of companies, persons or places.
func (f field) named() bool {
	switch f {
	case ".name", ".address", ".contact", ".city", "bank.name", "bank.address", "bank.beneficiary", "bank.branch", "signatory", "sales",
		"shipment.from", "shipment.to", "shipment.via", "shipment.receipt", "shipment.final", "shipment.vessel", "incoterm.place":
		return true
	}
	return f.party()
}

// maxSegments bounds what is read of one cell.
const maxSegments = 2000

// mergeLabels makes one label of those that follow each other and mean the
// same: 发票号 above Invoice No.
func mergeLabels(all []segment, same func(a, b field) bool) []segment {
	var merged []segment
	for _, p := range all {
		if n := len(merged); n > 0 && p.field == "" && merged[n-1].field != "" && merged[n-1].text == "" {
			f, ok := labelIndex()[fold(p.text)]
			if !ok {
				f = loosely(p.text)
			}
			if f == "shipment.vessel" && strings.Contains(merged[n-1].head, "运输工具") {
				merged[n-1].field = f // above Vessel, where no mode of transport is asked for
			}
			if f != "" && same(merged[n-1].field, f) {
				p.field, p.head, p.text = f, p.text, "" // 运输方式 above Transport
			}
		}
		if n := len(merged); n > 0 && p.field != "" && merged[n-1].field != "" && merged[n-1].text == "" && merged[n-1].field != unknown {
			if same(merged[n-1].field, p.field) {
				m := &merged[n-1]
				f, _ := joined(m.field, p.field, false)
				m.field, m.text, m.roles = f, p.text, append(m.roles, p.roles...)
				m.head += " " + p.head
				if m.note == "" {
					m.note = p.note
				}
				continue
			}
		}
		merged = append(merged, p)
	}
	return merged
}

// splitLine cuts a line at its labels.
func splitLine(line string) []segment {
	if len(line) > maxLine {
		line = strings.ToValidUTF8(line[:maxLine], "")
	}
	bullet, line := cutBullet(joinHan(line))
	line = takenOff.ReplaceAllString(line, "")
	if value := strings.TrimLeft(line, " \t\u00a0\u3000"); strings.HasPrefix(value, ":") || strings.HasPrefix(value, "：") {
		line = strings.TrimLeft(value, ":： \t\u00a0\u3000") // the colon of the label in the cell before
	}
	if tidy(line) == "" {
		return nil
	}
	s := splitter{line: line, words: words(line), marked: strings.ContainsAny(bullet, labelBullets)}
	s.run()
	if len(s.segments) == 0 {
		s.segments = unlabelled(line)
		if len(s.segments) == 0 {
			s.segments = []segment{{text: tidy(line)}}
		}
	}
	s.segments[0].bullet = bullet
	return mergeLabels(s.segments, func(a, b field) bool { return sameLabel(a, b) || sameSide(a, b) })
}

// maxLine bounds a line, in bytes.
const maxLine = 20_000

// takenOff stands before what is taken off a total: 减：已付定金.
var takenOff = pattern.Lazily(`(?i)^\s*(?:减|less|minus|deduct)\s*[:：]\s*`)

// labelBullets are the signs that forms set before the names of their boxes:
// ●No., ■Date.
const labelBullets = "●○•◆◇■□★☆▲△►▶◎▪"

// splitter goes through a line.
type splitter struct {
	line     string
	marked   bool // a bullet stands before it
	words    []word
	segments []segment
	begun    int // where the last segment begins
	last     int // where its text does, behind the label
}

// match is a label found in a line: its words are [from, to) and what follows
// begins at byte after.
type match struct {
	label
	from, to, after int
	colon           bool
	weak            bool // a word that is often no label: No, To, By
}

func (s *splitter) run() {
	if titleKind(s.line) != unknownPaper && !strings.ContainsAny(s.line, ":：") {
		return
	}
	for i := 0; i < len(s.words); {
		m, ok := s.at(i)
		if !ok || !s.accept(m) {
			i++
			continue
		}
		s.close(s.words[m.from].start)
		s.segments = append(s.segments, segment{label: m.label, head: tidy(s.line[s.words[m.from].start:s.words[m.to-1].end]), loose: s.loose(m)})
		s.begun, s.last = s.words[m.from].start, m.after
		for i = m.to; i < len(s.words) && s.words[i].start < m.after; i++ {
			// the words of a note in brackets
		}
	}
	if len(s.segments) > 0 {
		s.close(len(s.line))
		return
	}
	if head, rest, ok := unknownLabel(s.line); ok {
		of := loosely(head)
		if of == "" {
			of = misspelt(fold(head))
		}
		if currencyName.MatchString(tidy(head)) && isWords(rest) {
			of = "words"
		}
		s.segments = []segment{{label: label{field: of}, head: tidy(head), text: tidy(rest), whole: tidy(s.line)}}
	}
}

// currencyName is a currency's name alone, which may stand before a total in
// words: 人民币：贰万元整.
var currencyName = pattern.Lazily(`^(?:人民币|港币|港元|美元|美金|欧元)$`)

// close ends the segment before a label that begins at byte end.
func (s *splitter) close(end int) {
	s.last = min(s.last, end) // the label's note may reach into the next
	text := strings.TrimRight(s.line[s.last:end], " \t\u00a0\u3000;；,，、|｜·/(（[【●•★◆*")
	if end == len(s.line) {
		text = s.line[s.last:]
	}
	if n := len(s.segments); n > 0 {
		last := &s.segments[n-1]
		last.whole = tidy(s.line[s.begun:end])
		strange := ""
		if !last.field.wordy() || last.field.role() != "" {
			text, strange = cutStrange(text)
		}
		last.text = tidy(text)
		if strange != "" {
			defer func() { s.segments = append(s.segments, strangeOnes(strange)...) }()
		}
		parts := unlabelled(text)
		if len(parts) > 1 && last.field != "marks" {
			last.text = parts[0].text
		}
		if last.field == "rule" && taxNumber(last.text) {
			last.field = ".tax_id" // CIF: B-84512367, as in Spain
		}
		if len(parts) > 1 && last.field != "marks" {
			s.segments = append(s.segments, parts[1:]...)
		}
		return
	}
	if strings.HasSuffix(text, ".") && end < len(s.line) && lastCountry(text) != "" {
		text = text[:len(text)-1] // "…, China. Tel 0755"
	}
	if head, rest, ok := unknownLabel(text); ok {
		s.segments = append(s.segments, segment{label: label{field: unknown}, head: tidy(head), text: tidy(rest), whole: tidy(text)})
		return
	}
	if s.otherHalf(text, end) {
		return
	}
	s.segments = append(s.segments, unlabelled(text)...)
}

// strangeLabel is a label behind a wide gap that no rule knows: HD0087712
// TYPE: 40RF.
var strangeLabel = pattern.Lazily(`(?:[ \x{a0}]{3,}|\t|\x{3000}{2,})([\pL][\pL .&/-]{1,28})[:：]\s*\S`)

// cutStrange cuts a value before a label that no rule knows.
func cutStrange(text string) (value, strange string) {
	for _, m := range strangeLabel.FindAllStringSubmatchIndex(text, 8) {
		if strings.TrimSpace(text[:m[0]]) == "" || strings.HasPrefix(text[m[3]+1:], "//") {
			continue
		}
		return text[:m[0]], text[m[2]:]
	}
	return text, ""
}

// strangeOnes are the segments of a text that begins with a label which no rule
// knows, and which may go on with others.
func strangeOnes(text string) []segment {
	text, more := cutStrange(text)
	head, rest, ok := unknownLabel(text)
	if !ok {
		return unlabelled(text)
	}
	all := []segment{{label: label{field: unknown}, head: tidy(head), text: tidy(rest), whole: tidy(text)}}
	if more != "" {
		all = append(all, strangeOnes(more)...)
	}
	return all
}

// otherHalf reports whether the words before a label at byte end are the same
// label in a language that isn't known here: "Acheteur / Buyer:".
func (s *splitter) otherHalf(text string, end int) bool {
	if end >= len(s.line) || !strings.ContainsAny(strings.TrimRight(s.line[:end], " "), "/|｜") || !strings.HasSuffix(strings.TrimRight(s.line[:end], " |｜"), "/") {
		return false
	}
	n := len(strings.Fields(text))
	return n > 0 && n <= 5 && digitCount(text) == 0 && !strings.ContainsAny(text, ",，.;/") && !company(text) && !labelWord(text)
}

// mostWords is how many words a label has at most, spaced out ones included.
const mostWords = 28

// phrase is the longest label that begins with word i: its field and the word
// behind it.
func (s *splitter) phrase(i int) (field, int) {
	index := labelIndex()
	var folded strings.Builder
	best, end := field(""), i
	for j := i; j < len(s.words) && j < i+mostWords; j++ {
		if j > i && s.words[j].folded == "s" && s.words[j-1].folded == "no" && !pluralSign.MatchString(s.gap(j)) {
			break
		}
		if j > i && (strings.ContainsAny(s.gap(j), ":：;；,，") || strings.HasPrefix(s.gap(j), ". ") && len(s.words[j-1].folded) > 4) {
			break
		}
		folded.WriteString(s.words[j].folded)
		if f, ok := index[folded.String()]; ok {
			best, end = f, j+1
		}
	}
	return best, end
}

// pluralSign is what stands before the S of Buyer's and No(s).
var pluralSign = pattern.Lazily("^(?:['’´`‘(（]|)$")

// gap is the text before word i, after the one before it.
func (s *splitter) gap(i int) string {
	if i == 0 {
		return s.line[:s.words[0].start]
	}
	return s.line[s.words[i-1].end:s.words[i].start]
}

// at is the label that begins with word i: phrases that go together.
func (s *splitter) at(i int) (match, bool) {
	m := match{from: i, to: i}
	for m.to < len(s.words) {
		if m.to > i && (strings.ContainsAny(s.gap(m.to), ":：;；\n。=") || blanks(s.gap(m.to)) > 3 || m.field.bank() && strings.ContainsAny(s.gap(m.to), ",，")) {
			break
		}
		f, end := s.phrase(m.to)
		if f == "" || m.to > i && code(s.line[s.words[end-1].end:]) || strings.HasPrefix(s.line[s.words[end-1].end:], "@") {
			break
		}
		if m.to > i {
			next, ok := joined(m.field, f, isHan(s.words[m.to].folded) != isHan(s.words[m.to-1].folded))
			if !ok {
				break
			}
			if f == "filler" && end == len(s.words) && !s.ends(end) {
				break
			}
			m.field = next
		} else {
			m.field = f
			m.weak = weak(s.words[i:end])
		}
		if f.party() {
			m.roles = append(m.roles, f)
		}
		m.to = end
		if m.field != "filler" && m.to > i+1 {
			m.weak = m.weak && weak(s.words[i:m.to])
		}
	}
	if m.to == i || m.field == "filler" {
		return m, false
	}
	m.after, m.colon, m.note = delimiter(s.line, s.words[m.to-1].end)
	if after, ok := s.otherName(m); !m.colon && ok {
		m.after, m.colon = after, true
	}
	return m, true
}

// code reports whether a word goes on with a sign and a digit: INV/2023.
func code(rest string) bool {
	return len(rest) > 1 && strings.IndexByte("/-_", rest[0]) >= 0 && rest[1] >= '0' && rest[1] <= '9'
}

// ends reports whether a label that ends before word i is followed by a colon
// or by nothing.
func (s *splitter) ends(i int) bool {
	after, colon, _ := delimiter(s.line, s.words[i-1].end)
	return colon || strings.TrimSpace(s.line[after:]) == ""
}

// joined is the field of two labels that follow each other, if they can: the
// same in both languages, a party and what belongs to it, a general one and a
// closer one.
func joined(a, b field, apart bool) (field, bool) {
	switch {
	case a == b, b == "filler":
		return a, true
	case a == "filler":
		return b, true
	case a == "to" && (b == "shipment.to" || b == "shipment.final"), a == "shipment.mode" && b == "shipment.vessel":
		return b, true
	case a == "shipment.to" && (b == "to" || b == "shipment.final"), b == "shipment.to" && a == "shipment.final":
		return "shipment.to", true
	case a == "sales" && (b == ".tel" || b == ".mobile" || b == ".email"):
		return a + b, true
	case a.role() != "" && a.role() == b:
		return a, true // 买方名称 The Buyer
	case a == ".name" && b == "bank.beneficiary", a == "bank.beneficiary" && b == ".name":
		return "bank.beneficiary", true
	case a == "shipment.vessel" && b == "shipment.mode":
		return a, true // Vessel 运输工具
	case a.party() && b.party():
		if a == "to" || a == "party_a" || a == "party_b" || b == "buyer" || b == "seller" && a == "exporter" {
			return b, true
		}
		return a, true
	case (a.party() || a.bank()) && b == ".whole":
		return a, true // Buyer's name and address
	case a.party() && b.relative(), a == "bank" && b.bank(), a == "bank" && b.relative():
		if a == "bank" && b == ".address" {
			return "bank.address", true
		}
		if a == "bank" {
			return b, true
		}
		return a + b, true
	case a == ".contact" && (b == ".tel" || b == ".mobile" || b == ".email"), b == ".contact" && (a == ".tel" || a == ".mobile"):
		return ".contact", true
	case a == "consignee" && b == "signature":
		return b, true // 收货人签字
	case a == "shipment.date" && (b == "shipment.etd" || b == "shipment.eta"):
		return b, true // 开船日 ETD
	case b == "date" && strings.HasSuffix(string(a), ".number"):
		return a, true // ORDER NO./DATE
	case a == "incoterm" && b == "payment", a == "payment" && b == "incoterm":
		return a, true // both are looked for in either
	case a == ".contact" && b.party():
		return b, true // 收件人 Consignee
	case (a == "shipment.from" || a == "shipment.receipt" || a == "route") && (b == "shipment.to" || b == "shipment.final"), a == "route" && b == "shipment.from":
		return "route", true
	case a.buys() && (b == "order.number" || b == "reference"):
		return "order.number", true
	case strings.HasSuffix(string(a), ".number") && b == "reference", a == "number" && b == "reference":
		return a, true
	case a == "reference" && (strings.HasSuffix(string(b), ".number") || b == "number"):
		return b, true
	case a == "number" && strings.HasSuffix(string(b), ".number"), a == "date" && strings.HasSuffix(string(b), "date"):
		return b, true
	case b == "number" && strings.HasSuffix(string(a), ".number"), b == "date" && strings.HasSuffix(string(a), "date"):
		return a, true
	case b == "etd_eta", b == "shipment.eta" && a == "shipment.etd":
		return "etd_eta", true
	case b == "bank" && a.bank():
		return a, true
	case a == "bank.name" && (b == "bank.cnaps" || b == "bank.swift" || b == "bank.account"):
		return b, true
	case apart:
		return a, !a.relative() || b.relative()
	case a == "shipment.vessel" && b == "shipment.voyage", a == "container" && b == "seal", a == ".tel" && (b == ".fax" || b == ".mobile"),
		a == "marks" && b == "number", a == "terms" && b == "inspection", a == "signature" && b == ".name", a == ".contact" && b == ".name", a == "signature" && b == "date":
		return a, true
	}
	return "", false
}

// weak reports whether the words alone are seldom a label inside a line.
func weak(ws []word) bool {
	if len(ws) != 1 {
		return false
	}
	w := ws[0].folded
	if isHan(w) || len(w) == 1 {
		return true
	}
	switch w {
	case "no", "number", "nos", "to", "by", "from", "for", "name", "time", "place", "via", "ref", "in", "date", "note", "title", "item", "unit", "rate", "price",
		"size", "total", "say", "street", "net", "gross", "company", "office", "location", "city", "state", "copy", "page", "other", "others", "factory", "goods", "bank", "account",
		"or", "product", "description", "model", "sales", "documents", "tax", "vat", "quality", "marks", "mark", "volume", "packing", "order", "contract", "invoice", "shipment", "delivery", "payment", "insurance", "terms", "term":
		return true
	}
	return false
}

// colonOnly are labels that must have a colon where nothing stands beside them:
// they are often values, "Packing | Cartons", "Payment | L/C".
func colonOnly(folded string) bool {
	switch folded {
	case "packages", "package", "cartons", "ctns", "pkgs", "crates", "cases", "pallets", "bales", "drums", "woodencrates", "woodencases", "lc", "bl", "cbm", "m3", "gross", "net", "no", "number", "nos", "express", "ref", "courier", "hs", "son", "land", "ort", "pays", "kartons", "colli", "cajas", "bultos", "koli", "мест", "conto", "data", "cep", "cap", "cel", "per", "hp",
		"pi", "po", "sc", "so", "inv", "m", "t", "p", "e", "f", "w", "or", "a", "s", "copy", "nota", "awb", "other", "others", "其他", "其它", "第", "共", "由", "从", "自", "经", "至", "rate",
		"mode", "letterofcredit", "documentarycredit", "信用证", "合同", "订单", "提单", "保险", "盖章", "公章", "单位", "产品", "件数", "箱", "工厂", "客户", "包装", "数量", "vessel", "container", "工具", "transport", "office", "state", "location", "county", "town", "street", "for", "in":
		return true
	}
	return false
}

// accept decides whether what looks like a label is one, by what stands before
// and behind it.
func (s *splitter) accept(m match) bool {
	if s.glued(m) || s.names(m) || m.field == ".tel" && wireForm.MatchString(s.line[s.words[m.from].start:s.words[m.to-1].end]) || !m.colon && wholeCode.MatchString(strings.TrimSpace(s.line)) {
		return false
	}
	first := len(s.segments) == 0
	gap := s.gap(m.from)
	wide := blanks(gap) >= 2
	start := m.from == 0 || m.from == 1 && len(s.words[0].folded) <= 2 && wordKind([]rune(s.words[0].folded)[0]) == figures // "6Vessel"
	parted := strings.ContainsAny(gap, ";；,，、|｜/。·•()（）[]【】*●★◆") || strings.HasPrefix(gap, ". ")
	if m.colon {
		switch {
		case start, wide, s.again(m):
			return true
		case m.weak && !s.follows(m) && !(m.field.clause() && strings.ContainsAny(gap, ",，;；.。")):
			return false
		case parted:
			return true
		case blanks(gap) == 1:
			return !first
		}
		return !first && isHan(s.words[m.from].folded) != isHan(s.words[m.from-1].folded)
	}
	rest := s.line[m.after:]
	if strings.TrimSpace(rest) == "" {
		folded := fold(s.line[s.words[m.from].start:s.words[m.to-1].end])
		return start && (s.marked || !colonOnly(folded)) || s.again(m) || wide && m.from > 0 && !m.weak && !colonOnly(folded)
	}
	switch {
	case start, wide:
	case m.field.relative() && (parted || isHan(s.words[m.from].folded) && !first):
	case (m.field == "shipment.awb" || m.field == "container") && !first && parted:
	case m.field == "payment" && sentenceEnd.MatchString(gap):
	case m.field.bank() && !first && parted && s.segments[len(s.segments)-1].field.bank():
	default:
		return false
	}
	return bareValue(m, s.line[s.words[m.from].start:s.words[m.to-1].end], valueHead(rest))
}

// clause reports whether f is what sentences of terms follow each other about:
// "CIF Hamburg, payment: 30% …".
func (f field) clause() bool {
	return f == "payment" || f == "delivery" || f == "packing" || f == "insurance" || f == "incoterm"
}

// sentenceEnd is the gap between two sentences.
var sentenceEnd = pattern.Lazily(`^\.\s|[;；。]`)

// wholeCode is a text that is one number of a paper, though it begins as a label
// does: SC21826, PO-28491, CI/24/3338, INV2024-1979.
var wholeCode = pattern.Lazily(`^[A-Za-z]{1,6}[-/_]?[A-Za-z]{0,4}[-/_]?[0-9][0-9A-Za-z/_-]*$`)

// loose reports whether a label, for all that its line shows, may be the
// beginning of a name: Client Care Ltd, To Kwa Wan Road, Say Road.
func (s *splitter) loose(m match) bool {
	if m.colon || s.marked || strings.TrimSpace(s.line[m.after:]) == "" || blanks(s.line[s.words[m.to-1].end:]) > 1 || strings.ContainsRune(s.line[s.words[m.from].start:m.after], '/') {
		return false
	}
	switch f := m.field; f {
	case ".contact", ".address", "words", "total", "marks":
		return true
	default:
		return f.party() || strings.HasPrefix(string(f), "shipment.")
	}
}

// unlabel makes the first line of a box a text, where its label is loose.
func (p *segment) unlabel() {
	p.label, p.text, p.head, p.loose = label{}, p.whole, "", false
}

// names reports whether what looks like a label without a colon is part of a
// name: Ms. Karen Doyle, M & S Ltd, To-Go Foods, Buyer's Guide, 客户家居有限公司.
func (s *splitter) names(m match) bool {
	if m.colon {
		return false
	}
	first, last := s.words[m.from], s.words[m.to-1]
	written, rest := s.line[first.start:last.end], s.line[last.end:]
	switch {
	case first.folded == "ms":
		return !strings.HasPrefix(s.line[first.end:], ".") || !company(tidy(s.line[m.after:]))
	case strings.HasPrefix(fold(written), "ms") && first.folded == "m":
		return !strings.Contains(written, "/")
	case possessive.MatchString(written) && strings.TrimSpace(rest) != "":
		return true
	case m.weak && len(rest) > 1 && rest[0] == '-' && letterCount(rest[1:2]) > 0:
		return true
	}
	return nameBegins[fold(written)] && hanCompany.MatchString(rest) && isHan(rest)
}

// possessive is a label of what somebody has: Buyer's.
var possessive = pattern.Lazily(`(?i)['’]s$`)

// nameBegins are labels that names of companies may begin with.
var nameBegins = map[string]bool{"客户": true, "工厂": true, "厂家": true, "抬头": true, "单位": true, "买家": true, "卖家": true}

// glued reports whether a label is part of a longer word: invoice_number_1.
func (s *splitter) glued(m match) bool {
	start, end := s.words[m.from].start, s.words[m.to-1].end
	return start > 0 && s.line[start-1] == '_' || end < len(s.line) && s.line[end] == '_'
}

// again reports whether a label says once more what the one right before it
// says: "To: 致：", "Issuer: 发货人".
func (s *splitter) again(m match) bool {
	n := len(s.segments)
	if n == 0 || strings.TrimSpace(s.line[s.last:s.words[m.from].start]) != "" {
		return false
	}
	last := s.segments[n-1].field
	return sameLabel(last, m.field) || sameSide(last, m.field)
}

// follows reports whether a weak label goes on what the last one began: To
// after From, By after To.
func (s *splitter) follows(m match) bool {
	if len(s.segments) == 0 {
		return false
	}
	last := s.segments[len(s.segments)-1].field
	return last == "shipment.from" && (m.field == "to" || m.field == "shipment.via") || (last == "to" || last == "shipment.to" || last == "shipment.final") && (m.field == "shipment.mode" || m.field == "shipment.via") ||
		m.field == "date" && strings.HasSuffix(string(last), "number") ||
		last.relative() && m.field.relative() || last.bank() && (m.field.bank() || m.field == ".name")
}
