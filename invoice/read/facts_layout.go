package read

import (
	"strings"

	"yipiao/invoice/read/grid"
)

// box is a cell with the segments of its text.
type box struct {
	row      int // of the grid
	cell     *grid.Cell
	segments []segment
	owned    bool // a value of a label in another cell
}

// labelled reports whether the box begins with a label.
func (b *box) labelled() bool { return len(b.segments) > 0 && b.segments[0].field != "" }

// bare reports whether the box is a label and nothing else.
func (b *box) bare() bool {
	return b.labelled() && len(b.segments) == 1 && b.segments[0].text == ""
}

// below is the first row under the box.
func (b *box) below() int { return b.row + max(1, b.cell.Down) }

func (b *box) text() string {
	var lines []string
	for i := range b.segments {
		lines = append(lines, b.segments[i].text)
	}
	return strings.Join(lines, "\n")
}

// area is the rows above or below a table.
type area struct {
	grid     *grid.Grid
	from, to int // rows of the grid
	rows     [][]*box
	foot     bool
	entries  []*entry
}

// entry is a label with all that belongs to it.
type entry struct {
	segment *segment
	lines   []line
	// left and right are the columns under which more of it may stand, last is
	// the row behind its last one.
	left, right, last int
}

// line is a line of a value; where it has a label of its own (Tel:), rel is it.
type line struct {
	rel   field
	text  string
	where string
	cell  *grid.Cell
}

// mostBoxes bounds the cells that are looked at around one table.
const mostBoxes = 20_000

func newArea(g *grid.Grid, from, to int, foot bool) *area {
	from, to = max(0, from), min(to, len(g.Rows))
	a := &area{grid: g, from: from, to: to, foot: foot}
	n := 0
	for r := from; r < to; r++ {
		var row []*box
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			if n++; n > mostBoxes {
				break
			}
			if b := newBox(r, c); b != nil {
				row = append(row, b)
			}
		}
		a.rows = append(a.rows, row)
	}
	return a
}

func newBox(row int, c *grid.Cell) *box {
	b := &box{row: row, cell: c}
	switch {
	case c.Unknown:
		b.segments = []segment{{}}
	case c.Kind == grid.Text:
		b.segments = splitText(c.Text)
	default:
		b.segments = []segment{{text: tidy(c.Text)}}
	}
	if len(b.segments) == 0 {
		return nil
	}
	for i := range b.segments {
		b.segments[i].box = b
	}
	b.accountHolder()
	return b
}

// accountHolder makes a company that is named with a bank's data, and with no
// party, the beneficiary.
func (b *box) accountHolder() {
	bank := false
	for i := range b.segments {
		if b.segments[i].field.role() != "" {
			return
		}
		bank = bank || b.segments[i].field.bank()
	}
	for i := range b.segments {
		s := &b.segments[i]
		switch {
		case !bank:
		case s.field == ".name" && !bankish(s.text):
			s.field = "bank.beneficiary"
		case s.field == ".address" && (strings.Contains(fold(s.head), "company") || strings.Contains(s.head, "公司")):
			s.field = "bank.beneficiary_address"
		}
	}
}

// row are the boxes of a row of the grid.
func (a *area) row(r int) []*box {
	if r < a.from || r-a.from >= len(a.rows) {
		return nil
	}
	return a.rows[r-a.from]
}

// resolve joins labels with their values.
func (a *area) resolve() {
	a.each(func(b *box) {
		last := &b.segments[len(b.segments)-1]
		if !b.owned && last.field != "" && last.field != unknown && last.text == "" {
			last.value = a.find(b, last)
			if last.value == nil {
				return
			}
			last.value.owned = true
			if last.field == ".contact" && company(last.value.text()) && !strings.Contains(last.value.text(), "\n") {
				last.field = "to" // Attn: ABC Co., Ltd
			}
			if strings.HasSuffix(string(last.field), ".number") && strings.Contains(fold(last.head), "date") {
				a.dateBeside(last.value)
			}
		}
	})
	a.each(func(b *box) { a.gather(b) })
	a.each(func(b *box) { a.attach(b) })
}

// dateBeside takes the day in the cell right of a number whose label asks for
// both: "No. & date of invoice" over 2025-001 | NOV. 20, 2025.
func (a *area) dateBeside(v *box) {
	for _, n := range a.row(v.row) {
		if n.cell.Left < v.cell.Right || n.owned || n.labelled() {
			continue
		}
		if _, ok := wholeDate(n.text()); ok || n.cell.Kind == grid.Date {
			n.owned = true
			v.segments = append(v.segments, n.segments...)
		}
		return
	}
}

func (a *area) each(do func(*box)) {
	for _, row := range a.rows {
		for _, b := range row {
			do(b)
		}
	}
}

// find looks for the value of a label that has none in its cell: right of it,
// else below.
func (a *area) find(b *box, p *segment) *box {
	if v := a.rightOf(b, p); v != nil {
		return v
	}
	if a.repeats(b, p) {
		return nil
	}
	return a.under(b, p, 0)
}

// repeats reports whether a label stands under itself in the other language,
// where the upper one has its value.
func (a *area) repeats(b *box, p *segment) bool {
	for _, o := range a.row(b.row - 1) {
		if last := &o.segments[len(o.segments)-1]; o.cell.Left == b.cell.Left && o.labelled() && sameLabel(last.field, p.field) {
			return last.value != nil || last.text != ""
		}
	}
	return false
}

func (a *area) rightOf(b *box, p *segment) *box {
	for _, n := range a.row(b.row) {
		if n.cell.Left < b.cell.Right || n == b {
			continue
		}
		if n.owned {
			return nil
		}
		if n.labelled() {
			if n.bare() && sameLabel(p.field, n.segments[0].field) {
				continue // the label again, in the other language
			}
			if n.segments[0].field == unknown && fits(p.field, n.cell, tidy(n.cell.Text)) && p.field != "date" {
				n.segments = []segment{{text: tidy(n.cell.Text), box: n}}
				return n
			}
			return nil
		}
		if fits(p.field, n.cell, n.text()) {
			return n
		}
		if n.cell.Unknown || placeholder(n.text()) {
			return n
		}
		return nil
	}
	return nil
}

// under looks for a value below a label; one row of a label in the other
// language, or an empty one, may stand between.
func (a *area) under(b *box, p *segment, depth int) *box {
	for r := b.below(); r <= b.below()+1; r++ {
		for _, n := range a.row(r) {
			if n.cell.Overlap(b.cell) <= 0 {
				continue
			}
			switch {
			case n.owned:
				return nil
			case n.bare() && depth < 2 && sameLabel(p.field, n.segments[0].field):
				n.owned = true
				if v := a.rightOf(n, p); v != nil {
					return v
				}
				return a.under(n, p, depth+1)
			case n.labelled() && !(p.field.party() && n.segments[0].field.relative()):
				return nil
			case a.startsBetween(b, n):
				return nil
			case !fits(p.field, n.cell, n.text()):
				return nil
			}
			return n
		}
		if !a.grid.Loose && p.field.relative() {
			return nil
		}
	}
	return nil
}

// startsBetween reports whether n stands under another cell of b's row rather
// than under b.
func (a *area) startsBetween(b, n *box) bool {
	for _, o := range a.row(b.row) {
		if o != b && n.cell.Overlap(o.cell) > n.cell.Overlap(b.cell) {
			return true
		}
	}
	return false
}

// sameLabel reports whether two labels mean the same value, so that one is the
// other in the other language, or a closer word for it.
func sameLabel(a, b field) bool {
	is := func(general field, kind string) bool {
		return a == general && strings.HasSuffix(string(b), kind) || b == general && strings.HasSuffix(string(a), kind)
	}
	return a == b || is("number", ".number") || is("date", ".date") || a.party() && b.party() && (a == "to" || b == "to")
}

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
	return f == ".tax_id" || f == ".contact" || f == ".email" || f == ".website" || f == ".mid" || f == ".mobile"
}

// numbered reports whether an entry is one of several clauses.
func (e *entry) numbered() bool { return clauseNumber(e.segment.bullet+" ") > 0 }

// wordy reports whether an entry is of remarks or clauses, which may hold
// labels of their own: those are read besides.
func (e *entry) wordy() bool { return e.segment.field == "notes" || e.segment.field == "terms" }

// block reports whether what the label names may have several lines.
func (e *entry) block() bool {
	switch f := e.segment.field; f {
	case "marks", "notes", "terms", "payment", "delivery", "inspection", "signature", "route", "packing", "words", "insurance", "container":
		return true
	default:
		return f.party() || f.bank() || strings.HasSuffix(string(f), ".address")
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
		text = p.head + ": " + p.text
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
		if b.labelled() && b.segments[0].field == ".address" {
			return // which goes on with the lines below it
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

// next is the box of row r that goes on what an entry says.
func (a *area) next(e *entry, r int) *box {
	if a.grid.Loose && !a.near(e, r) {
		return nil
	}
	for _, b := range a.row(r) {
		if min(b.cell.Right, e.right)-max(b.cell.Left, e.left) <= 0 || b.cell.Left < e.left-indent(a.grid) {
			continue
		}
		if b.labelled() {
			if f := b.segments[0].field; f.bank() && e.segment.field.bank() || b.bare() && sameLabel(f, e.segment.field) || (f.relative() && (e.holder())) || f == unknown && e.segment.field.party() {
				return b
			}
			return nil
		}
		if b.owned || !e.continues(b) {
			return nil
		}
		return b
	}
	return nil
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
	if b.cell.Kind == grid.Date || titleKind(text) != unknownPaper || placeholder(text) || isWords(text) {
		return false
	}
	if e.holder() {
		return len(text) < 400 && !isRoute(text) && !sentence(strings.SplitN(text, "\n", 2)[0])
	}
	return !isRoute(text)
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
		if e == nil || p.field == unknown && !e.segment.field.party() {
			continue
		}
		a.give(e, b, p, i)
	}
}

// give adds a label of a party or bank, with its value, to an entry.
func (a *area) give(e *entry, b *box, p *segment, i int) {
	p.taken = true
	rel := p.field
	text := p.text
	if rel == unknown {
		text = p.head + ": " + text
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
		if p.field.personal() && e.segment.field.bank() {
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
