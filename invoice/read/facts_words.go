package read

import (
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// words takes the total in words.
func (f *facts) words(e *entry) {
	text := joinTexts(e.lines)
	if code, ok := currencyIn(e.segment.head); ok {
		f.currency = append(f.currency, mark{code, e.segment.box.cell.Where, false})
	}
	if strings.HasPrefix(strings.ToLower(e.segment.head), "say") {
		text = e.segment.head + " " + text
	}
	if !invoice.HasHan(text) && !isWords(text) && !englishNumber.MatchString(text) && digitCount(text) == 0 {
		f.note(line{text: e.segment.head + ": " + text, where: e.lines[0].where}) // in a language that nobody checks
		return
	}
	f.inWords(text, e.lines[0].where)
}

var packageWords = pattern.Lazily(`(?i)\b(cartons?|ctns?|packages?|pkgs?|pallets?|boxes|cases|bags|rolls|bundles|drums|crates?|bales?)\b|箱|件`)

// inWords takes an amount in words, or a number of packages in words.
func (f *facts) inWords(text, where string) {
	text = strings.TrimLeft(strings.TrimSpace(text), "⊗○×* ")
	s := &f.d.order.Stated
	_, named := currencyIn(text)
	if packageWords.MatchString(text) && !named && !latinWords.MatchString(text) {
		if a, _, ok := firstFigure(text); ok {
			f.setAmount("stated.packages", &s.Packages, a, where)
		}
		return
	}
	if isFigure.MatchString(text) || letterCount(text) < 3 {
		return
	}
	lines := strings.Split(text, "\n")
	f.setText("stated.words", &s.Words, textOf(lines), where)
}

// englishNumber are words of amounts in English.
var englishNumber = pattern.Lazily(`(?i)\b(hundred|thousand|million|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|cents?)\b|-(one|two|three|four|five|six|seven|eight|nine)\b`)

// setAmount sets a figure.
func (f *facts) setAmount(path string, to *invoice.Amount, a invoice.Amount, where string) {
	switch {
	case !to.Given():
		*to = a
		f.d.found(path, where)
	case to.Decimal().Cmp(a.Decimal()) != 0:
		f.competes(path, where, to.String(), a.String())
	}
}

// exact is the figure of a line: a number cell's own digits, else what the
// text shows.
func exact(l line) (a invoice.Amount, rest string, ok bool) {
	if l.cell != nil && l.cell.Kind == grid.Number && l.cell.Number != "" {
		if a, ok = invoice.ParseAmount(l.cell.Number); ok {
			_, rest, _ = firstFigure(l.text)
			return a, rest, true
		}
	}
	return firstFigure(l.text)
}

// statedMoney takes a total that is written beside the table.
func (f *facts) statedMoney(e *entry) {
	first := e.lines[0]
	s := &f.d.order.Stated
	if isWords(first.text) {
		f.inWords(first.text, first.where)
		return
	}
	if packageWords.MatchString(first.text) {
		f.packingIn(e.segment.head+" "+first.text, first.where)
		return
	}
	a, rest, ok := exact(first)
	if !ok || letterCount(first.text) > 12 || strings.Contains(rest, "%") {
		return
	}
	if code, ok := currencyIn(first.text + " " + e.segment.note + " " + e.segment.head); ok {
		f.currency = append(f.currency, mark{code, first.where, false})
	}
	switch e.segment.field {
	case "goods":
		f.setAmount("stated.goods", &s.Goods, a, first.where)
	case "tax":
		f.setAmount("stated.tax", &s.Tax, a, first.where)
	default:
		f.setAmount("stated.total", &s.Total, a, first.where)
	}
	if len(e.lines) > 1 && isWords(e.lines[1].text) {
		f.inWords(e.lines[1].text, e.lines[1].where)
	}
}

// note adds a line to the remarks, as it stands.
func (f *facts) note(l line) {
	f.notes(&entry{segment: &segment{}, lines: []line{l}})
}

// mostNotes is how many remarks an order takes; what more there are is told.
const mostNotes = 200

// notes takes remarks.
func (f *facts) notes(e *entry) {
	if f.noted++; f.noted > mostNotes {
		return
	}
	var t invoice.Text
	if len(e.lines) == 1 {
		t = clauseText(e.lines[0].text)
	} else {
		t = textOf(texts(e.lines))
	}
	n := &f.d.order.Notes.All
	where := e.lines[0].where
	for _, l := range e.lines {
		f.sweep(l.text, l.where)
	}
	if n.Empty() {
		*n = t
		f.d.found("notes", where)
		return
	}
	add := func(to *string, more string) {
		if more != "" && !strings.Contains(fold(*to), fold(more)) {
			*to = strings.TrimPrefix(*to+"\n"+more, "\n")
		}
	}
	add(&n.Zh, t.Zh)
	add(&n.En, t.En)
}

// terms takes clauses: each line that has a number of its own, or each line.
func (f *facts) terms(e *entry) {
	if e.segment.field == "inspection" {
		f.term(e.segment.head+": "+joinTexts(e.lines), e.lines[0].where)
		return
	}
	for _, l := range e.lines {
		_, clause := cutBullet(l.text)
		f.sweep(clause, l.where)
		f.term(tidy(clause), l.where)
	}
}

// term adds a clause.
func (f *facts) term(text, where string) {
	o := &f.d.order
	t := clauseText(strings.TrimSpace(text))
	for _, old := range o.Terms {
		if fold(old.First()) == fold(t.First()) {
			return
		}
	}
	if t.Empty() || len(o.Terms) >= 100 {
		return
	}
	o.Terms = append(o.Terms, t)
	f.d.found("terms["+strconv.Itoa(len(o.Terms)-1)+"]", where)
}

// clauseText is a clause in its languages. A label of two stands before a text of
// one as it is written, 包装 Packing: in wooden cases, and is parted with a text of
// both.
func clauseText(text string) invoice.Text {
	label, said, ok := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	zh, en := splitLanguages(label)
	if !ok || strings.TrimSpace(said) == "" || zh == "" || en == "" || len(label) > 80 {
		return textOf([]string{text})
	}
	said = strings.TrimSpace(said)
	if saidZh, saidEn := splitLanguages(said); saidZh != "" && saidEn != "" {
		return invoice.Text{Zh: zh + ": " + saidZh, En: en + ": " + saidEn}
	}
	return invoice.Text{Zh: text}
}

var bySea = pattern.Lazily(`(?i)^(?:(?:shipped|shipment|shipping|ship|delivery|delivered|sent)\s+)?(?:by|via)\s+(sea|air|vessel|ocean|rail|train|truck|road|courier|express|sea freight|air freight|ship|dhl|fedex|ups|tnt)\.?$|^(海运|空运|铁路运输|陆运|汽运|快递)$`)

// insured are sentences of who insures.
var insured = pattern.Lazily(`(?i)^insurance\b.*\b(?:covered|effected|arranged|paid|borne)\b|^保险.*(?:投保|承担|负责|办理)`)

// sweep takes what sentences tell without a label.
func (f *facts) sweep(text, where string) bool {
	switch {
	case placeholder(text):
		return false
	case isWords(text):
		f.inWords(text, where)
		return true
	}
	f.permissions(text, where)
	if f.lcIn(text, where) || f.packingIn(text, where) {
		return true
	}
	if bySea.MatchString(text) {
		f.mode(line{text: text, where: where})
		return true
	}
	if insured.MatchString(text) && len(text) < 200 {
		f.insurance(&entry{segment: &segment{}, lines: []line{{text: text, where: where}}})
		return true
	}
	if from, to, ok := routeOf(text); ok {
		f.route(from, to, where)
		return true
	}
	if len(text) <= 60 {
		bare := totalHead.ReplaceAllString(text, "")
		if rule, place, ok := incotermIn(bare); ok && beginsRule(bare) && !valueOnly.MatchString(bare) {
			f.setIncoterm(rule, place, where, false)
			return true
		}
	}
	return false
}

// leftovers takes what no label introduces.
func (f *facts) leftovers(a *area) {
	for _, row := range a.rows {
		for _, b := range row {
			for i := range b.segments {
				p := &b.segments[i]
				if p.taken || b.owned || b.cell.Kind != grid.Text {
					continue
				}
				f.leftover(a, b, p)
			}
		}
	}
}

func (f *facts) leftover(a *area, b *box, p *segment) {
	where := b.cell.Where
	if p.field.relative() {
		f.strayPart(a, b, p)
		return
	}
	if p.field != "" {
		return
	}
	if paidForm.MatchString(p.text) && len(p.text) < 120 && f.paid(a, b, p.text) {
		return
	}
	if f.sweep(p.text, where) || placeholder(p.text) {
		return
	}
	switch {
	case a.foot && f.signedBy(a, b, p.text):
	case a.foot && isPayment(p.text) && len(p.text) < 200 && len(f.d.order.Payment.Schedule) == 0:
		f.pay(p.text, "", where)
	case a.foot && p.bullet != "" && clauseNumber(p.bullet+" x") > 0 && letterCount(p.text) > 4:
		f.term(p.text, where)
	case originForm.MatchString(p.text) && len(p.text) < 120:
		f.set("origin", &f.d.order.Origin, "CN", where)
		if a.foot && !a.grid.Loose && !declares(p.text) && len(strings.Fields(p.text)) > 6 {
			f.note(line{text: p.text, where: where})
		}
	case a.foot && !a.grid.Loose && remark(p.text):
		f.note(line{text: p.text, where: where})
	case madeIn.MatchString(p.text) && len(p.text) < 40:
		f.origin(line{text: p.text, where: where})
	case cutOff(p.text):
		f.d.warn(CutOff, "", where, "the text may be cut off: %s", brief(p.text))
	}
}

// remark reports whether a text below the table is a sentence about the goods
// that no label introduces: Class 9 dangerous goods UN3480, packed acc. to PI965.
func remark(text string) bool {
	if company(text) || declares(text) || saysNothing(text) || isWords(text) || len(text) > 600 {
		return false
	}
	if invoice.HasHan(text) {
		return letterCount(text) >= 12 && strings.ContainsAny(text, "，。；、,")
	}
	return letterCount(text) >= 24 && len(strings.Fields(text)) >= 5
}

// declares reports whether a text is a certificate of who signs.
func declares(text string) bool { return certificate.MatchString(text) }

var certificate = pattern.Lazily(`(?i)\b(?:certify|certified|declare|declared|declaration|undersigned|true and correct)\b|兹证明|特此(?:证明|声明)|声明`)

var originForm = pattern.Lazily(`(?i)\bchinese origin\b|\bcountry of origin\s*(?:is|[:：–-])\s*(?:the\s+)?(?:china|p\.?\s?r\.?\s?(?:of\s)?\s?china|people.?s republic of china)\b|origin(al)? of china|china origin|made in china|中国原产|原产于中国|中国制造`)

// strayPart takes a telephone number or an address that stands under no party:
// above the table and in the last rows it is the letterhead's.
func (f *facts) strayPart(a *area, b *box, p *segment) {
	text := p.text
	where := b.cell.Where
	cell := b.cell
	if text == "" && p.value != nil {
		text, where, cell = p.value.text(), p.value.cell.Where, p.value.cell
	}
	if text == "" || placeholder(text) {
		return
	}
	if p.field == ".contact" && strings.HasPrefix(p.head, "经") {
		f.signatory(line{text: text, where: where})
		return
	}
	if a.foot && p.field == ".name" {
		if f.lastBank().bank.Beneficiary == "" && company(text) {
			f.bankPart("beneficiary", "", line{"", text, where, cell})
		} else if f.title.text != "" {
			f.signer(&entry{segment: &segment{text: text}, lines: []line{{"", text, where, cell}}})
			f.settleSigner()
		}
		return
	}
	if side := f.sideOf(b.cell); side != "" {
		if at := slices.IndexFunc(f.parties, func(q *foundParty) bool { return q.role == side }); at >= 0 {
			fill(f.parties[at], readParty([]line{{p.field, text, where, cell}}))
			return
		}
	}
	if a.foot && p.field == ".tax_id" && !slices.ContainsFunc(b.segments, func(s segment) bool { return s.field.bank() }) {
		return // of whom, nobody says
	}
	for _, role := range [...]field{"letterhead", "seller", "exporter"} {
		if at := slices.IndexFunc(f.parties, func(q *foundParty) bool { return q.role == role }); at >= 0 && (role == "letterhead" || p.field == ".contact" && !a.foot) {
			fill(f.parties[at], readParty([]line{{p.field, text, where, cell}}))
			return
		}
	}
}
