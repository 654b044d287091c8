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
	if head := tidy(strings.TrimRight(s.line, ":： ")); len(head) < 80 && bankHeading.MatchString(head) {
		s.segments = []segment{{label: label{field: "bank"}, head: head}}
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
