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

var (
	kiloUnit  = pattern.Lazily(`(?i)^\s*[)）]?\s*(?:(?:kgs?|kilograms?|公斤|千克|㎏)(?:\s*\.?\s*$|\.?[,;，；]|\s+\pL)|\.?\s*$)`)
	tonUnit   = pattern.Lazily(`(?i)^\s*[)）]?\s*(?:MTS?|M\.T\.?|metric\s+tons?|tonnes?|吨|公吨)\s*\.?\s*$`)
	cubicUnit = pattern.Lazily(`(?i)^\s*(cbm|m3|m³|cu\.?\s?m|立方米?|cubic\s?met(er|re)s?|m\^3|方)?\s*\.?\s*$`)
)

// statedPacking takes a total of packages, weight or volume; one in another
// unit than ours isn't converted.
func (f *facts) statedPacking(l field, note string, at line) {
	s := &f.d.order.Stated
	at.text = blankThousands.ReplaceAllStringFunc(at.text, withoutBlanks)
	a, rest, ok := exact(at)
	if !ok {
		return
	}
	unit := rest
	if strings.TrimSpace(rest) == "" {
		unit = note
	}
	if tonUnit.MatchString(unit) {
		a, unit = shift(a, 3), "kg"
	}
	switch l {
	case "stated.packages":
		if strings.Contains(a.String(), ".") && a.Decimal().Exponent() < 0 {
			return
		}
		f.setAmount("stated.packages", &s.Packages, a, at.where)
		f.packingIn(rest, at.where)
		return
	case "stated.cbm":
		if cubicUnit.MatchString(unit) {
			f.setAmount("stated.cbm", &s.CBM, a, at.where)
			return
		}
	case "stated.gross":
		if kiloUnit.MatchString(unit) {
			f.setAmount("stated.gross_kg", &s.Gross, a, at.where)
			f.packingIn(rest, at.where)
			return
		}
	default:
		if kiloUnit.MatchString(unit) {
			f.setAmount("stated.net_kg", &s.Net, a, at.where)
			f.packingIn(rest, at.where)
			return
		}
	}
	f.d.warn(Unread, string(f.pathOf(l)), at.where, "not understood: %s", brief(at.text))
}

// blankThousands is a weight whose thousands blanks part: 26 400 kg.
var blankThousands = pattern.Lazily(`(?i)\b\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d{1,3})?\s*(?:kgs?|кг|m3|m³|cbm)\b`)

func withoutBlanks(s string) string { return blankBetween.ReplaceAllString(s, "$1$2") }

var blankBetween = pattern.Lazily(`(\d)[ \x{a0}\x{202f}](\d)`)

// Sentences that tell of packing.
var packingForms = [...]struct {
	path string
	form *pattern.Pattern
}{
	{"stated.packages", pattern.Lazily(`(?i)(?:packed in|total|packing|packages?|共|合计|总计|包装|件数|箱数)\s*[:：]?\s*(?:of\s+)?` + packageCount)},
	{"stated.packages", pattern.Lazily(`(?i)[(（](\d[\d,]*)[)）]\s*(?:cartons?|ctns?|packages?|pkgs?|boxes|cases|crates?|bags|bales?|rolls|drums?|bundles?|pallets?)\b`)},
	{"stated.packages", pattern.Lazily(`(?i)` + packageCount + `\s*(?:in\s+(?:total|all)|total\b|合计|共计)`)},
	{"stated.packages", pattern.Lazily(`(?i)^\W*` + packageCount + `.*(?:\bnet\b|\bgross\b|N\.?W|G\.?W|\bkgs?\b|毛重|净重|公斤)`)},
	{"stated.gross_kg", pattern.Lazily(`(?i)(?:\bG\.?\s?W\.?T?\.?|\bgross\s*(?:weight|wt)?\.?|毛重)\s*[:：]?\s*` + kilos)},
	{"stated.net_kg", pattern.Lazily(`(?i)(?:\bN\.?\s?W\.?T?\.?|\bnet\s*(?:weight|wt)?\.?|净重)\s*[:：]?\s*` + kilos)},
	{"stated.cbm", pattern.Lazily(`(?i)(?:meas(?:urement)?\.?|volume|cbm|体积)\s*[:：]?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:cbm|m3|m³|立方)`)},
}

const (
	packageCount = `(\d[\d,]*)\s*(?:(?:wooden|plywood|export|standard|seaworthy|paper|steel|iron|plastic|woven|木|纸|铁)\s*)*(?:cartons?|ctns?|packages?|pkgs?|boxes|cases|crates?|bags|bales?|rolls|drums?|bundles?|pallets?|箱|件|托|包|个?纸箱)`
	kilos        = `(\d{1,3}(?:\.\d{3})+,\d{1,3}|\d[\d,]*(?:\.\d+)?)\s*(?:kgs?|公斤|千克)`
)

// bareVolume is a figure in cubic metres, which needs no label.
var bareVolume = pattern.Lazily(`(?i)(\d[\d,]*(?:\.\d+)?)\s*(?:cbm|m3|m³|cu\.?\s?m\b|立方米?)`)

// forEachOne are words of what one package has.
var forEachOne = pattern.Lazily(`(?i)\b(each|per|every)\b|/\s*(ctn|carton|pkg|箱)|每`)

// packingIn takes totals of packing out of a sentence.
func (f *facts) packingIn(text, where string) bool {
	text = blankThousands.ReplaceAllStringFunc(text, withoutBlanks)
	any := false
	seen := map[string]bool{}
	for _, p := range packingForms {
		if m := p.form.FindStringSubmatch(text); m != nil && !seen[p.path] {
			seen[p.path] = true
			any = f.packed(p.path, m[1], where) || any
		}
	}
	if all := bareVolume.FindAllStringSubmatch(text, 2); len(all) == 1 && any && !seen["stated.cbm"] && !forEachOne.MatchString(text) {
		f.packed("stated.cbm", all[0][1], where)
	}
	return any
}

// tellsPacking reports whether a sentence tells totals of packing.
func tellsPacking(text string) bool {
	for _, p := range packingForms {
		if p.form.MatchString(text) {
			return true
		}
	}
	return false
}

// packed sets a total of packing.
func (f *facts) packed(path, figure, where string) bool {
	s := &f.d.order.Stated
	a, ok := invoice.ParseAmount(plainDigits(figure))
	if ok {
		to := map[string]*invoice.Amount{"stated.packages": &s.Packages, "stated.gross_kg": &s.Gross, "stated.net_kg": &s.Net, "stated.cbm": &s.CBM}[path]
		f.setAmount(path, to, a, where)
	}
	return ok
}

// packing takes how the goods are packed: totals, and the words as a term.
func (f *facts) packing(e *entry) {
	text := joinTexts(e.lines)
	f.packingIn(e.segment.head+" "+text, e.lines[0].where)
	if letterCount(text) > 3 || invoice.HasHan(text) {
		f.term(e.segment.head+": "+text, e.lines[0].where)
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
	t := textOf(texts(e.lines))
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
	t := textOf([]string{strings.TrimSpace(text)})
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

var originForm = pattern.Lazily(`(?i)\bchinese origin\b|origin(al)? of china|china origin|made in china|中国原产|原产于中国|中国制造`)

// money takes what was paid before, and what of the total is left to be paid.
func (f *facts) money(e *entry) {
	first := e.lines[0]
	head := strings.ToLower(e.segment.head)
	a, _, ok := exact(first)
	if !ok {
		return
	}
	if paidForm.MatchString(e.segment.head + " " + e.segment.note) {
		first.text += " " + e.segment.note
		f.addPayment(a, first)
		return
	}
	if strings.Contains(head, "balance") || strings.Contains(head, "余") || strings.Contains(head, "尾款") {
		s := &f.d.order.Stated
		if len(f.d.order.Payments) == 1 && s.Total.Given() && !a.Decimal().Equal(s.Total.Decimal().Sub(f.d.order.Payments[0].Amount.Decimal())) {
			f.d.warn(Total, "stated.total", first.where, "a balance of %s is stated, but the total less what was paid is another", a)
		}
		return
	}
	f.unread(e)
}

// paidForm are words for money that has been received already.
var paidForm = pattern.Lazily(`(?i)\b(less|received|paid|prepaid|already paid)\b.*\b(deposit|advance|payment|prepayment)\b|\b(deposit|advance|payment|prepayment)\b.*\b(received|paid)\b|已付|已收|预收|减.*定金|amount paid|\bprepaid\b`)

// paid takes a row that says what was paid, its figure further right.
func (f *facts) paid(a *area, b *box, text string) bool {
	row := a.row(b.row)
	last := row[len(row)-1]
	if last == b || last.cell.Left < b.cell.Right || len(last.segments) != 1 || digitCount(last.text()) == 0 || letterCount(last.text()) > 4 {
		return false
	}
	amount, _, ok := exact(line{"", last.text(), last.cell.Where, last.cell})
	if !ok {
		return false
	}
	last.owned = true
	at := line{text: text, where: last.cell.Where}
	return f.addPayment(amount, at)
}

// addPayment adds a payment, with the day that its text names.
func (f *facts) addPayment(amount invoice.Amount, at line) bool {
	if amount.Sign() == 0 {
		return false
	}
	p := invoice.Paid{Amount: amount}
	if amount.Sign() < 0 {
		p.Amount = invoice.NewAmount(amount.Decimal().Neg())
	}
	path := "payments[" + strconv.Itoa(len(f.d.order.Payments)) + "]"
	if d, ok := findDate(at.text); ok {
		d = f.ordered(d, at.text)
		p.Date = d.date
		f.d.found(path+".date", at.where)
		f.paidOn = append(f.paidOn, paidDay{path + ".date", len(f.d.order.Payments), d, at})
	}
	f.d.order.Payments = append(f.d.order.Payments, p)
	f.d.found(path+".amount", at.where)
	return true
}

// paidDay is the day of a payment, which could be another one too.
type paidDay struct {
	path string
	i    int // of the order's payments
	foundDate
	at line
}

// settlePayments decides days of payments that could be two: what was paid
// before the paper was made out was paid on the earlier one.
func (f *facts) settlePayments() {
	for _, p := range f.paidOn {
		if p.doubt == "" {
			continue
		}
		other, two := strings.CutPrefix(p.doubt, "may also be ")
		made := f.d.order.Date
		switch first, second := p.date <= made, invoice.Date(other) <= made; {
		case two && made != "" && first && !second:
		case two && made != "" && second && !first:
			f.d.order.Payments[p.i].Date = invoice.Date(other)
		default:
			f.d.warn(DateDoubt, p.path, p.at.where, "%s was read as %s: %s", brief(p.at.text), p.date, p.doubt)
		}
	}
}

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
