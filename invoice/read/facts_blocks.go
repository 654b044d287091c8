package read

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// gather makes an entry of each label of a box that is no part of a party or
// bank, with the lines that belong to it.
func (a *area) gather(b *box) {
	if b.owned {
		return
	}
	for i := 0; i < len(b.segments); i++ {
		p := &b.segments[i]
		if p.field == "" || p.field.relative() || p.taken {
			continue
		}
		if p.field == "shipment.from" && firm(p.text) {
			p.field = "seller"
		}
		e := &entry{segment: p, left: b.cell.Left, right: b.cell.Right, last: b.below()}
		a.entries = append(a.entries, e)
		if p.text != "" {
			e.add(b, "", p.text)
		}
		next := i
		for next+1 < len(b.segments) && e.takes(&b.segments[next+1]) {
			next++
			e.addSegment(&b.segments[next])
		}
		if !e.wordy() {
			i = next
		}
		if p.value != nil {
			for j := range p.value.segments {
				if v := &p.value.segments[j]; p.field == "route" && v.field != "" && v.text != "" && !v.field.relative() {
					a.entries = append(a.entries, &entry{segment: v, lines: []line{{"", v.text, p.value.cell.Where, p.value.cell}}, last: p.value.below()})
					continue
				}
				e.addSegment(&p.value.segments[j])
			}
			e.right = max(e.right, p.value.cell.Right)
			e.last = max(e.last, p.value.below())
		}
		if next == len(b.segments)-1 && e.block() && len(e.lines) > 0 {
			a.follow(e)
		}
	}
}

// takes reports whether a segment that follows in the label's cell belongs to it.
func (e *entry) takes(p *segment) bool {
	switch {
	case p.field == "" && e.numbered() && clauseNumber(p.bullet+" ") > 0:
		return false
	case p.field == "":
		return e.block() || len(e.lines) == 0
	case (e.wordy() || e.segment.field == "marks") && e.segment.box == p.box:
		return !p.field.bank() && !p.field.party()
	case p.field.personal() && e.segment.field.bank():
		return false
	case p.field.relative(), p.field == unknown:
		return e.holder()
	}
	return false
}

// personal reports whether f is of a company or person, never of a bank.
func (f field) personal() bool {
	return f == ".tax_id" || f == ".contact" || f == ".legal" || f == ".email" || f == ".website" || f == ".mid" || f == ".mobile"
}

// numbered reports whether an entry is one of several clauses.
func (e *entry) numbered() bool { return clauseNumber(e.segment.bullet+" ") > 0 }

// wordy reports whether values of f are sentences, in which a colon may stand.
func (f field) wordy() bool {
	switch f {
	case "notes", "terms", "payment", "delivery", "inspection", "packing", "marks", "insurance":
		return true
	}
	return f.role() != ""
}

// wordy reports whether an entry is of remarks or clauses, which may hold
// labels of their own: those are read besides.
func (e *entry) wordy() bool { return e.segment.field == "notes" || e.segment.field == "terms" }

// block reports whether what the label names may have several lines.
func (e *entry) block() bool {
	switch f := e.segment.field; f {
	case "also_notify", "marks", "notes", "terms", "payment", "delivery", "inspection", "signature", "route", "packing", "words", "insurance", "container":
		return true
	default:
		return f.party() || f.bank() || strings.HasSuffix(string(f), ".address") || f.role() != "" && strings.HasSuffix(string(f), ".name")
	}
}

// holder reports whether the entry is of a party or bank, which labels like
// Tel: can belong to.
func (e *entry) holder() bool { return e.segment.field.role() != "" || e.segment.field.bank() }

func (e *entry) add(b *box, rel field, text string) {
	e.lines = append(e.lines, line{rel, text, b.cell.Where, b.cell})
}

func (e *entry) addSegment(p *segment) {
	p.taken = !e.wordy() || p.field == "" || p.field == unknown
	text := p.text
	if p.field == unknown {
		text = p.whole
	}
	rel := p.field
	if p.field != "" && p.field != unknown && (!p.field.relative() || e.wordy() || e.segment.field == "marks") {
		rel, text = "", p.whole
	}
	if p.bullet != "" && e.wordy() {
		text = p.bullet + " " + text
	}
	e.add(p.box, rel, text)
	if v := p.value; v != nil && p.field.relative() {
		p.value = nil
		for i := range v.segments {
			f := rel
			if v.segments[i].field.relative() {
				f = v.segments[i].field
			}
			v.segments[i].taken = true
			e.add(v, f, v.segments[i].text)
		}
	}
}

// follow adds the rows under an entry until another label or a gap.
func (a *area) follow(e *entry) {
	for r := e.last; r < a.to; {
		b := a.next(e, r)
		for skip := 0; b == nil && a.grid.Loose && skip < 3 && a.near(e, r+1); skip++ {
			r++
			b = a.next(e, r)
		}
		if b == nil {
			return
		}
		r = b.below()
		e.last = r
		if b.labelled() && b.segments[0].field.goesOn() {
			return // with the lines below it
		}
		if b.owned || b.labelled() {
			continue // Tel: and the like find their party themselves
		}
		b.owned = true
		for i := range b.segments {
			e.addSegment(&b.segments[i])
		}
	}
}

// goesOn reports whether lines below a label within a block are its own.
func (f field) goesOn() bool {
	return f == ".address" || f == "bank.name" || f == "bank.address" || f == "bank.beneficiary" || f == "bank.beneficiary_address" || f == "bank.intermediary"
}

// next is the box of row r that goes on what an entry says.
func (a *area) next(e *entry, r int) *box {
	if a.grid.Loose && !a.near(e, r) {
		return nil
	}
	for _, b := range a.row(r) {
		if min(b.cell.Right, e.right)-max(b.cell.Left, e.left) <= 0 || b.cell.Left < e.left-indent(a.grid) {
			continue
		}
		if e.segment.field == "marks" && !b.owned && b.labelled() && b.marks() && e.marksOn(b) {
			b.plain()
			return b
		}
		if b.labelled() {
			if f := b.segments[0].field; f.bank() && e.segment.field.bank() || b.bare() && sameLabel(f, e.segment.field) || (f.relative() && (e.holder())) || f == unknown && e.segment.field.party() {
				return b
			}
			return nil
		}
		if b.owned || !e.continues(b) || a.heads(b, e) || a.titled(b) {
			return nil
		}
		return b
	}
	return nil
}

// marksOn reports whether a box goes on the marks right above it, in their
// column; below the label itself a label with a colon says something else.
func (e *entry) marksOn(b *box) bool {
	last := e.lines[len(e.lines)-1]
	if noMarks(last.text) || last.cell == nil || last.cell.Left != b.cell.Left {
		return false
	}
	return !b.said() || e.segment.value != nil && e.segment.value.cell.Left >= e.segment.box.cell.Right
}

// noMarks reports whether packages have no marks: N/M, no marks, 无唛头.
func noMarks(text string) bool {
	switch fold(text) {
	case "nm", "nomark", "nomarks", "无唛", "无唛头", "nil", "plain", "中性唛头":
		return true
	}
	return false
}

// titled reports whether a text is the name of a form's box beside other labels,
// one that nobody knows: Shipping details | S/C No. | L/C No.
func (a *area) titled(b *box) bool {
	return boxName.MatchString(b.text()) && slices.ContainsFunc(a.row(b.row), func(o *box) bool { return o != b && o.bare() })
}

var boxName = pattern.Lazily(`(?i)^\W*(?:[a-z]+\s){0,3}(?:details|particulars|information|info)\W*$`)

// heads reports whether a text under the label of an entry, whose own value
// stands right of it, has a value there too: it is another label, one that
// nobody knows.
func (a *area) heads(b *box, e *entry) bool {
	v := e.segment.value
	if v == nil || a.grid.Loose || v.cell.Left < e.segment.box.cell.Right || b.cell.Right > v.cell.Left {
		return false
	}
	return slices.ContainsFunc(a.row(b.row), func(o *box) bool { return o.cell.Left >= b.cell.Right && o.cell.Left < e.right })
}

// indent is how far left of a block's first line another may begin.
func indent(g *grid.Grid) int {
	if g.Loose {
		return 6000
	}
	return 0
}

// near reports whether a page's row stands close under the last one of an
// entry.
func (a *area) near(e *entry, r int) bool {
	if e.last < 1 || r >= a.to {
		return false
	}
	last, row := a.grid.Rows[e.last-1], a.grid.Rows[r]
	height := max(last.Bottom-last.Top, row.Bottom-row.Top, 1)
	return row.Top-last.Bottom <= height*3/2
}

// continues reports whether a text can go on a block: a title, a total in
// words, a route begin something else.
func (e *entry) continues(b *box) bool {
	text := b.text()
	switch {
	case e.segment.field == "words":
		last := e.lines[len(e.lines)-1].text
		return isWords(text) || !wordsEnd.MatchString(last) && wordsEnd.MatchString(text) && len(text) < 100
	case !e.wordy() && clauseNumber(b.segments[0].bullet+" ") > 0:
		return false
	}
	if e.segment.field == "payment" && !e.paysOn(text) {
		return false
	}
	if e.segment.field == "payment" && tellsPacking(text) {
		return false
	}
	if e.segment.field == "marks" && (noMarks(e.lines[len(e.lines)-1].text) || prose(text) || declares(text)) {
		return false
	}
	if len(text) < 80 && bankHeading.MatchString(text) || paperNote(text) || b.cell.Kind == grid.Date || titleKind(text) != unknownPaper || placeholder(text) || isWords(text) || bySea.MatchString(text) || insured.MatchString(text) {
		return false
	}
	if e.holder() || e.segment.field == ".address" {
		if preamble.MatchString(text) {
			return false
		}
		return len(text) < 400 && !isRoute(text) && !prose(text)
	}
	return !isRoute(text)
}

// bankHeading heads a bank's data: Bank details for USD payment.
var bankHeading = pattern.Lazily(`(?i)^\W*(?:our\s+|the\s+)?(?:(?:USD|US dollar|EUR|euro|RMB|CNY|HKD|GBP|JPY)\s+)?(?:bank(?:ing)?|beneficiary|remittance|account|wire|payment)\s+(?:details?|information|info|instructions?|particulars|account)(?:\s+(?:for|in|of|to)\s+[\pL /]{2,30})?\W*$|^(?:美元|美金|人民币|欧元|港币)(?:账户|帐户|银行|收款)(?:信息|资料|账户)?$`)

// preamble are words of the sentence that begins a contract.
var preamble = pattern.Lazily(`(?i)双方|协商|签订本|达成.*协议|特订立|兹|\bhereby\b|\bundersigned\b|the following terms|agree to (?:sell|buy)|we are pleased|as per your|regarding the`)

// paysOn reports whether a text goes on about payment below a line that does:
// not where that one has ended and this is no instalment.
func (e *entry) paysOn(text string) bool {
	last := e.lines[len(e.lines)-1].text
	ended := strings.HasSuffix(last, ".") || strings.HasSuffix(last, "。") || len(scheduleOf(joinTexts(e.lines))) > 0
	return !ended || isPayment(text) || percentForm.MatchString(text) || restForm.MatchString(text)
}

// attach gives labels like Tel: that stand in cells of their own to the entry
// that they stand under or beside.
func (a *area) attach(b *box) {
	if b.owned {
		return
	}
	for i := range b.segments {
		p := &b.segments[i]
		if p.taken || !p.field.relative() && p.field != unknown {
			continue
		}
		e := a.above(b, p)
		if e == nil || p.field == unknown && !e.segment.field.party() || a.another(e, b, p) {
			continue
		}
		a.give(e, b, p, i)
	}
}

// another reports whether a contact stands beside an entry that has one of its
// own: it is the other side's, among the numbers and dates.
func (a *area) another(e *entry, b *box, p *segment) bool {
	if p.field != ".contact" || a.grid.Loose || min(b.cell.Right, e.right)-max(b.cell.Left, e.left) > 0 {
		return false
	}
	return slices.ContainsFunc(e.lines, func(l line) bool { return l.rel == ".contact" })
}

// give adds a label of a party or bank, with its value, to an entry.
func (a *area) give(e *entry, b *box, p *segment, i int) {
	p.taken = true
	rel := p.field
	text := p.text
	if rel == unknown {
		text = p.whole
	}
	if text != "" {
		e.add(b, rel, text)
	}
	for i++; i < len(b.segments) && b.segments[i].field == ""; i++ {
		b.segments[i].taken = true
		e.add(b, rel, b.segments[i].text)
	}
	if p.value != nil {
		for j := range p.value.segments {
			v := &p.value.segments[j]
			v.taken = true
			f := rel
			if v.field.relative() {
				f = v.field
			}
			e.add(p.value, f, v.text)
		}
	}
	e.last = max(e.last, b.below())
	if rel == ".address" || rel == ".name" {
		a.followAddress(e, b, p, rel)
	}
}

// followAddress adds the lines under an address that stands in rows.
func (a *area) followAddress(e *entry, b *box, p *segment, rel field) {
	left, right := b.cell.Left, b.cell.Right
	if p.value != nil {
		left, right = p.value.cell.Left, p.value.cell.Right
	}
	if rel == ".name" {
		return
	}
	under := &entry{segment: p, left: left, right: right, last: b.below()}
	for r := b.below(); r < a.to; {
		n := a.next(under, r)
		if n == nil || n.labelled() || n.owned {
			return
		}
		n.owned = true
		for i := range n.segments {
			n.segments[i].taken = true
			e.add(n, rel, n.segments[i].text)
		}
		r = n.below()
		e.last = max(e.last, r)
	}
}

// above is the nearest party or bank that a label stands in the rows of, or
// under, with no more than one row between.
func (a *area) above(b *box, p *segment) *entry {
	var best *entry
	for _, e := range a.entries {
		if !e.holder() {
			continue
		}
		row := e.segment.box.row
		if e.segment.field.bank() && (p.field.personal() || a.besidePerson(b, p)) {
			continue
		}
		if row > b.row || e.last < b.row-1 || e.segment.box == b && !before(e.segment, p) {
			continue
		}
		under := min(b.cell.Right, e.right)-max(b.cell.Left, e.left) > 0
		beside := row <= b.row && b.row < e.last && e.left < b.cell.Left
		if !under && !beside || row == b.row && e.left > b.cell.Left {
			continue
		}
		if best == nil || closer(e, best, b) {
			best = e
		}
	}
	return best
}

// besidePerson reports whether a label stands behind one of a person, in its
// cell or its row: 联系人：… 电话：… below a bank.
func (a *area) besidePerson(b *box, p *segment) bool {
	if p.field.bank() {
		return false
	}
	for _, o := range a.row(b.row) {
		for i := range o.segments {
			s := &o.segments[i]
			if s == p {
				return false
			}
			if s.field == ".contact" {
				return true
			}
		}
	}
	return false
}

func before(a, b *segment) bool {
	for i := range a.box.segments {
		if &a.box.segments[i] == a {
			return true
		}
		if &a.box.segments[i] == b {
			return false
		}
	}
	return false
}

// closer reports whether e is a better owner of b than f: in whose columns b
// stands, then the lower one, then the one further right.
func closer(e, f *entry, b *box) bool {
	under := func(e *entry) bool { return min(b.cell.Right, e.right)-max(b.cell.Left, e.left) > 0 }
	if under(e) != under(f) {
		return under(e)
	}
	if e.segment.box.row != f.segment.box.row {
		return e.segment.box.row > f.segment.box.row
	}
	return e.left >= f.left
}
