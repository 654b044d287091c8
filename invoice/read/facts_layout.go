package read

import (
	"slices"
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
		first := len(a.rows) == 0 || len(a.rows[0]) == 0 && !slices.ContainsFunc(a.rows, func(row []*box) bool { return len(row) > 0 })
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
		if first && !foot && len(row) == 1 && row[0].segments[0].loose && row[0].segments[0].field.party() {
			row[0].segments[0].unlabel() // a letterhead: Exporter House Ltd
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
		if a.shy(b) || a.stacked(b) {
			return
		}
		if !b.owned && last.field != "" && last.field != unknown && last.text == "" {
			last.value = a.find(b, last)
			if last.value == nil {
				return
			}
			last.value.owned = true
			if last.field == ".contact" && company(last.value.text()) && !strings.Contains(last.value.text(), "\n") {
				last.field = "to" // Attn: ABC Co., Ltd
			}
			if text, _, _ := strings.Cut(last.value.text(), "\n"); last.field == "shipment.from" && firm(text) {
				last.field = "seller" // From: ABC Co., Ltd
			}
			if strings.HasSuffix(string(last.field), ".number") && strings.Contains(fold(last.head), "date") {
				a.dateBeside(last.value)
			}
		}
	})
	a.each(func(b *box) { a.gather(b) })
	a.each(func(b *box) { a.attach(b) })
}

// stacked pairs the labels that stand under each other in one cell with the
// lines of the cell right of it, where there are as many.
func (a *area) stacked(b *box) bool {
	n := len(b.segments)
	if n < 2 || b.owned {
		return false
	}
	for i := range b.segments {
		if p := &b.segments[i]; p.field == "" || p.text != "" {
			return false
		}
	}
	row := a.row(b.row)
	i := slices.Index(row, b) + 1
	if i >= len(row) || row[i].owned || row[i].cell.Kind != grid.Text {
		return false
	}
	v := row[i]
	values := strings.Split(v.cell.Text, "\n")
	if len(values) != n {
		return false
	}
	for i, value := range values {
		if !fits(b.segments[i].field, v.cell, tidy(value)) && !placeholder(value) || labelWord(value) {
			return false
		}
	}
	for i, value := range values {
		b.segments[i].text = tidy(strings.TrimLeft(value, " :："))
	}
	v.owned, v.segments = true, []segment{{box: v, taken: true}}
	return true
}

// dateBeside takes the day in the cell right of a number whose label asks for
// both, or in the one under it: "No. & date of invoice" over 2025-001 |
// NOV. 20, 2025.
func (a *area) dateBeside(v *box) {
	for _, n := range a.row(v.row) {
		if n.cell.Left < v.cell.Right || n.owned || n.labelled() {
			continue
		}
		if a.dateOn(v, n) {
			return
		}
		break
	}
	for _, n := range a.row(v.below()) {
		if n.cell.Left == v.cell.Left && !n.owned && !n.labelled() {
			a.dateOn(v, n)
		}
	}
}

// dateOn makes a cell that is a day part of a number's.
func (a *area) dateOn(v, n *box) bool {
	if d, ok := wholeDate(n.text()); (!ok || d.start > 0) && n.cell.Kind != grid.Date {
		return false
	}
	n.owned = true
	v.segments = append(v.segments, n.segments...)
	return true
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
	if a.repeats(b, p) || a.priced(b) {
		return nil
	}
	return a.under(b, p, 0)
}

// priced reports whether a figure stands right of a label: what is under it is
// another thing.
func (a *area) priced(b *box) bool {
	for _, n := range a.row(b.row) {
		if n.cell.Left >= b.cell.Right {
			return n.cell.Kind == grid.Number || isFigure.MatchString(n.text())
		}
	}
	return false
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
		if n.owned || formBox(b) && formBox(n) {
			return nil // the next box of the form
		}
		if n.bare() && n.segments[0].field == "rule" && p.field == "incoterm" {
			n.segments = []segment{{text: tidy(n.cell.Text), box: n}}
			return n
		}
		if n.segments[0].loose && p.field.named() && !a.grid.Loose {
			n.segments[0].unlabel()
		}
		if n.labelled() {
			if n.bare() && sameLabel(p.field, n.segments[0].field) {
				continue // the label again, in the other language
			}
			if p.field == "marks" && n.marks() || n.bare() && n.segments[0].field == ".mobile" && p.field.port() || n.bare() && p.field == "signatory.title" && jobTitle.MatchString(n.cell.Text) {
				n.plain() // of a port: Mobile, Alabama; of a person: Export Manager
				return n
			}
			if n.segments[0].field == unknown && !n.bare() && p.field.wordy() && fits(p.field, n.cell, tidy(n.cell.Text)) {
				n.segments = []segment{{text: tidy(n.cell.Text), box: n}}
				return n
			}
			return nil
		}
		if labelLike(n.text()) && a.overValue(n) && a.overValue(b) {
			return nil // labels beside each other, their values below
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

// marks reports whether a box says what marks on packages say, though it begins
// as a label does: MADE IN CHINA, CTN NO. 1-136, G.W.: 12 KGS.
func (b *box) marks() bool {
	if b.bare() || b.cell.Kind != grid.Text {
		return false
	}
	switch f := b.segments[0].field; f {
	case "origin":
		return madeIn.MatchString(b.cell.Text)
	case "number", "order.number", "contract.number", "stated.packages", "stated.gross", "stated.net", "stated.cbm", "stated.quantity", "pieces", "reference", unknown:
		return len(b.cell.Text) < 60
	}
	return false
}

// said reports whether a box has a label with a colon: no mark, where marks
// stand below their own label.
func (b *box) said() bool { return strings.ContainsAny(b.cell.Text, ":：") }

// plain makes a box a text without labels.
func (b *box) plain() {
	b.segments = nil
	for line := range strings.SplitSeq(b.cell.Text, "\n") {
		if t := tidy(line); t != "" {
			b.segments = append(b.segments, segment{text: t, box: b})
		}
	}
}

// overValue reports whether something that is no label stands right under a box.
func (a *area) overValue(b *box) bool {
	for _, n := range a.row(b.below()) {
		if n.cell.Overlap(b.cell) > 0 {
			return !n.labelled() && !labelLike(n.text())
		}
	}
	return false
}

// labelLike reports whether a text is a label, one of those that are often
// values too.
func labelLike(text string) bool { return labelWord(text) || loosely(text) != "" }

// port reports whether f is a port or place of the journey.
func (f field) port() bool {
	return f == "shipment.from" || f == "shipment.to" || f == "shipment.via" || f == "shipment.final" || f == "shipment.receipt"
}

// formBox reports whether a cell names a box of a form: ●Issuer.
func formBox(b *box) bool {
	return strings.ContainsAny(b.segments[0].bullet, labelBullets) && !strings.Contains(b.cell.Text, "\n")
}

// under looks for a value below a label; one row of a label in the other
// language, or an empty one, may stand between.
func (a *area) under(b *box, p *segment, depth int) *box {
	for r := b.below(); r <= b.below()+1; r++ {
		for _, n := range a.row(r) {
			if n.cell.Overlap(b.cell) <= 0 {
				continue
			}
			if n.segments[0].loose && p.field.named() && r == b.below() && !a.grid.Loose {
				n.segments[0].unlabel()
			}
			switch {
			case n.owned:
				return nil
			case p.field == "marks" && n.marks() && !n.said():
				n.plain()
				return n
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
	return a == b || a == "shipment.to" && (b == "to" || b == "shipment.final") || a == "shipment.final" && b == "shipment.to" || is("number", ".number") || is("date", ".date") || a == "to" && b.buys() || b == "to" && a.buys()
}

// sameSide reports whether two roles are of one side of the deal.
func sameSide(a, b field) bool {
	return a.buys() && b.buys() || a.sells() && b.sells()
}

// sells reports whether f is a role of who issues a paper.
func (f field) sells() bool { return f == "seller" || f == "exporter" }

// buys reports whether f is a role that a paper may be addressed to.
func (f field) buys() bool {
	return f == "buyer" || f == "consignee" || f == "importer" || f == "to"
}
