package read

import (
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// No text of a paper may vanish: what is neither in the order nor in a warning
// is told at the end.

// tellLost says which texts around the tables of an order's papers are nowhere
// in it; those of rows that follow each other are told together.
func (d *draft) tellLost() {
	t := d.told()
	told := 0
	for _, p := range d.papers {
		last := -1
		var run []line
		for r := p.top; r < min(p.end, len(p.grid.Rows)); r++ {
			if r >= p.head && r < p.foot && !p.table.other(r) {
				continue
			}
			lost := t.lostIn(p.grid.Rows[r].Cells)
			if len(lost) == 0 {
				continue
			}
			if told += len(lost); told > mostLost {
				d.leftOut(run)
				d.warn(Unread, "", lost[0].where, "from here on texts that have no place in an order are left out without being told: there are more than %d", mostLost)
				return
			}
			if r > last+1 {
				d.leftOut(run)
				run = nil
			}
			run, last = append(run, lost...), r
		}
		d.leftOut(run)
	}
}

// mostLost is how many texts are told: a paper that has more is a book.
const mostLost = 1000

// leftOut says that lines have no place in the order.
func (d *draft) leftOut(lines []line) {
	if len(lines) > 0 {
		d.warn(Unread, "", lines[0].where, "has no place in an order and was left out: %s", shortened(strings.Join(texts(lines), "; "), 1000))
	}
}

// lostIn are the texts of a row that are told nowhere, with the labels beside
// them.
func (t *told) lostIn(cells []grid.Cell) []line {
	var lost []line
	for i := range cells {
		c := &cells[i]
		if c.Unknown || t.warned[c.Where] {
			continue
		}
		label := ""
		if i > 0 && cells[i-1].Kind == grid.Text && (labelWord(cells[i-1].Text) || strings.HasSuffix(strings.TrimSpace(narrow(cells[i-1].Text)), ":")) {
			label = strings.TrimRight(tidy(cells[i-1].Text), " :：") + ": "
		}
		if restDue.MatchString(label) && t.words["payments"] {
			continue // the total less what was paid, which was compared
		}
		for _, text := range t.untold(c, label != "") {
			if label != "" && strings.HasPrefix(fold(text), fold(label)) {
				label = ""
			}
			lost = append(lost, line{text: label + text, where: c.Where})
		}
	}
	return lost
}

// restDue is the label of what is left to pay.
var restDue = pattern.Lazily(`(?i)^\W*(?:balance|amount due|remaining)|余款|尾款|余额`)

// untold are the texts of a cell that are told nowhere; a figure says something
// only beside a label.
func (t *told) untold(c *grid.Cell, labelled bool) []string {
	switch c.Kind {
	case grid.Date:
		if strings.Contains(t.text, fold(string(c.Date))) || t.read[c.Where] || !labelled {
			return nil
		}
		return []string{c.Text}
	case grid.Number:
		if a, ok := invoice.ParseAmount(c.Number); !labelled || t.read[c.Where] || strings.Contains(t.text, fold(c.Text)) || ok && strings.Contains(t.text, fold(a.String())) {
			return nil
		}
		return []string{c.Text}
	}
	var lost []string
	for _, s := range splitText(c.Text) {
		text := s.text
		if s.field == unknown && !placeholder(text) {
			text = s.whole
		}
		if text == "" || t.tells(text, c) {
			continue
		}
		t.add(text)
		if s.whole != "" {
			text = s.whole
		}
		lost = append(lost, text)
	}
	return lost
}

// told is all that an order and its warnings say.
type told struct {
	text   string // folded
	words  map[string]bool
	read   map[string]bool // the cells that a value was found in
	warned map[string]bool // the cells that a warning is about
}

// add takes texts into what is told.
func (t *told) add(texts ...string) {
	var b strings.Builder
	b.WriteString(t.text)
	for _, text := range texts {
		for _, w := range words(thousandsSign.ReplaceAllString(text, "$1$2")) {
			b.WriteString(w.folded)
			t.words[w.folded] = true
		}
		b.WriteByte('\n')
	}
	t.text = b.String()
}

// thousandsSign parts the thousands of a figure.
var thousandsSign = pattern.Lazily(`(\d),(\d{3})\b`)

// told collects what the order says.
func (d *draft) told() *told {
	t := &told{words: map[string]bool{}, read: map[string]bool{}, warned: map[string]bool{}}
	var said []string
	if data, err := d.order.Marshal(); err == nil {
		said = append(said, string(data))
	}
	for _, where := range d.where {
		t.read[where] = true
	}
	for _, w := range d.warnings {
		said = append(said, w.Message)
		if w.Where != "" {
			t.warned[w.Where] = true
		}
	}
	t.add(said...)
	return t
}

// tells reports whether a text is told: it stands in the order or in a warning,
// as it is or in its parts, or says nothing that an order could hold.
func (t *told) tells(text string, c *grid.Cell) bool {
	text = thousandsSign.ReplaceAllString(text, "$1$2")
	if saysNothing(text) || t.tellsOtherwise(text) || t.read[c.Where] && len(text) < 40 && !strings.Contains(c.Text, "\n") {
		return true
	}
	folded := fold(text)
	if folded == "" || strings.Contains(t.text, folded) {
		return true
	}
	return t.tellsMost(text)
}

// tellsMost reports whether nearly all words of a text are told, and all its
// figures: the rest are words between them. Chinese characters are looked for
// in pairs: single ones stand in any names.
func (t *told) tellsMost(text string) bool {
	if t.tellsWords(text) {
		return true
	}
	if digitCount(text) == 0 || len(text) > 400 {
		return false
	}
	text = edition.ReplaceAllString(text, "")
	if d, ok := findDate(text); ok && strings.Contains(t.text, fold(string(d.date))) {
		text = text[:d.start] + " " + text[d.end:]
	}
	return t.tellsWords(text)
}

// tellsWords is tellsMost of a text's words as they stand.
func (t *told) tellsWords(text string) bool {
	all, known := 0, 0
	ws := words(text)
	for i, w := range ws {
		n := len(w.folded)
		if n < 2 || emptyWords[w.folded] {
			continue
		}
		all += n
		switch {
		case isHan(w.folded):
			if t.tellsPair(ws, i-1) || t.tellsPair(ws, i) {
				known += n
			}
		case t.words[w.folded]:
			known += n
		case wordKind([]rune(w.folded)[0]) == figures:
			return false
		}
	}
	return 10*known >= 8*all
}

// tellsPair reports whether two Chinese characters of a text that follow each
// other, from word i on, are told so.
func (t *told) tellsPair(ws []word, i int) bool {
	return i >= 0 && i+1 < len(ws) && isHan(ws[i].folded) && isHan(ws[i+1].folded) && strings.Contains(t.text, ws[i].folded+ws[i+1].folded)
}

// tellsOtherwise reports whether a text is told in other words: a day, a figure
// in a unit, a number of packages in words, what was paid, the name of a party that stands before.
func (t *told) tellsOtherwise(text string) bool {
	switch {
	case packageWords.MatchString(text) && englishNumber.MatchString(text) && wordsEnd.MatchString(text):
		return t.words["packages"]
	case paidForm.MatchString(text):
		return t.words["payments"]
	case restDue.MatchString(text) && percentForm.MatchString(text) && len(text) < 30:
		return t.words["schedule"]
	}
	if d, ok := findDate(text); ok && len(text) < 60 {
		return strings.Contains(t.text, fold(string(d.date))) && letterCount(text[:d.start]+text[d.end:]) < 12
	}
	if a, _, ok := firstFigure(text); ok && len(text) < 30 && leadingFigure.MatchString(text) {
		return strings.Contains(t.text, fold(a.String())) // 12 CTNS
	}
	return sameAsOther.MatchString(text)
}

// saysNothing reports whether a text is of the paper's form: a title, a label, a
// figure without one, a courtesy.
func saysNothing(text string) bool {
	switch {
	case placeholder(text), titleKind(text) != unknownPaper, paperNote(text), pageNumber(text), isFigure.MatchString(text):
		return true
	case labelLike(text), strings.HasSuffix(text, "："), strings.HasSuffix(text, ":"), headsTable(text):
		return true
	case totalWords.MatchString(text) && digitCount(text) == 0 && len(text) < 60 && !company(text):
		return true
	}
	return courtesy.MatchString(text) || recital.MatchString(text)
}

// headsTable reports whether a text names what stands in the table below it:
// 产品名称、规格、数量、金额.
func headsTable(text string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,，;；/和及", r) })
	return len(parts) > 1 && len(text) < 120 && !slices.ContainsFunc(parts, func(p string) bool { return parseHead(p).coverage < 100 })
}

// recital are the words that contracts and confirmations begin with.
var recital = pattern.Lazily(`(?i)^.{0,80}(?:agree to (?:buy|sell|conclude|enter)|agrees? to (?:buy|sell)|hereby (?:agree|confirm)|(?:pleased|glad) to (?:confirm|offer|quote)|(?:following|below|under-?mentioned) (?:goods|terms|commodit)|签订本合同|订立本合同|达成如下|同意按)`)

// courtesy are words that papers end with.
var courtesy = pattern.Lazily(`(?i)^\W*(?:thank(?:s| you)\b.{0,60}|with (?:best|kind) regards.*|yours (?:faithfully|truly|sincerely).*|e\.?\s?&\s?o\.?\s?e\.?.*|谢谢.{0,12}|感谢.{0,20}|此致|敬礼)\W*$`)

// emptyWords say nothing by themselves.
var emptyWords = map[string]bool{"the": true, "of": true, "and": true, "to": true, "in": true, "for": true, "by": true, "is": true, "are": true, "at": true, "on": true, "with": true, "or": true, "no": true, "be": true, "as": true, "a": true,
	"from": true, "vessel": true, "sea": true, "air": true, "behalf": true, "shipped": true, "per": true, "total": true, "say": true, "balance": true, "dated": true, "date": true, "issued": true}
