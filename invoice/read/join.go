package read

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice"
)

// joinParts makes orders of papers: those of one shipment are one order.
func joinParts(parts []*part) []*draft {
	deals := dealsOf(parts)
	var drafts []*draft
	for _, deal := range deals {
		drafts = append(drafts, deal.order())
	}
	return drafts
}

// deal are the papers of one shipment: the first says most of it.
type deal struct {
	papers []*part // invoices, then contracts and quotations
	lists  []*part
	shared []*part // packing lists that it shares with another deal
}

// dealsOf sorts papers into deals.
func dealsOf(parts []*part) []*deal {
	var deals []*deal
	for _, p := range parts {
		if p.kind == packingList {
			continue
		}
		if d := dealFor(deals, p); d != nil {
			d.papers = append(d.papers, p)
		} else {
			deals = append(deals, &deal{papers: []*part{p}})
		}
	}
	invoices := deals
	for _, p := range parts {
		if p.kind != packingList {
			continue
		}
		if d := listFor(invoices, p); d != nil {
			d.lists = append(d.lists, p)
		} else if !p.bare() && !slices.ContainsFunc(invoices, func(d *deal) bool { return slices.Contains(d.shared, p) }) {
			deals = append(deals, &deal{lists: []*part{p}})
		}
	}
	for _, d := range deals {
		slices.SortStableFunc(d.papers, func(a, b *part) int { return rank(a.kind) - rank(b.kind) })
	}
	return deals
}

// rank orders papers by how much their word counts: the commercial invoice is
// the last that is made of a shipment.
func rank(k paperKind) int {
	return slices.Index([]paperKind{commercial, proforma, contract, quotation, packingList, unknownPaper}, k)
}

// dealFor is the deal that an invoice belongs to: it has no paper of its kind,
// and speaks of the same numbers or the same lines.
func dealFor(deals []*deal, p *part) *deal {
	var best *deal
	most := 0
	for _, d := range deals {
		for _, o := range d.papers {
			s := kinship(o, p)
			if o.kind == p.kind && (s < sameLines || !sameNumber(o, p)) {
				s = 0
			}
			if slices.ContainsFunc(d.papers, func(x *part) bool { return x.kind == p.kind && x != o && o.kind != p.kind }) {
				s = 0
			}
			if s > most {
				best, most = d, s
			}
		}
	}
	if most < sameLines/2 {
		return nil
	}
	return best
}

// listFor is the deal that a packing list belongs to; one that belongs to
// several is noted with each and belongs to none.
func listFor(deals []*deal, p *part) *deal {
	var near []*deal
	best := 0
	for _, d := range deals {
		s := 0
		for _, o := range d.papers {
			s = max(s, kinship(o, p))
		}
		switch {
		case s == 0:
		case len(near) > 0 && s < best/2 && !adds(d, near[0], p):
		default:
			if s > best {
				best = s
			}
			near = append(near, d)
		}
	}
	near = slices.DeleteFunc(near, func(d *deal) bool {
		return len(near) > 1 && !slices.ContainsFunc(near, func(o *deal) bool { return o != d && adds(d, o, p) })
	})
	switch {
	case len(near) == 0 && len(deals) == 1 && !strangers(deals[0].papers[0], p):
		return deals[0]
	case len(near) == 0:
		return nil
	case len(near) == 1:
		return near[0]
	}
	for _, d := range near {
		d.shared = append(d.shared, p)
	}
	return nil
}

// adds reports whether a packing list has lines of deal d that o doesn't have.
func adds(d, o *deal, list *part) bool {
	for i := range list.items {
		l := &list.items[i].Line
		if d.papers[0].indexed().match(l) >= 0 && o.papers[0].indexed().match(l) < 0 {
			return true
		}
	}
	return false
}

func (p *part) lines() []invoice.Line { return p.draft.order.Lines }

// sameLines is the kinship of papers whose lines are all the same.
const sameLines = 100

// kinship is how near two papers are: by the numbers that they name, and by
// their lines.
func kinship(a, b *part) int {
	s := 0
	if sharesNumber(a, b) {
		s = 2 * sameLines
	} else if strangers(a, b) {
		return 0
	}
	n, m := len(a.lines()), 0
	for i := range b.lines() {
		if a.indexed().match(&b.lines()[i]) >= 0 {
			m++
		}
	}
	if n == 0 || len(b.lines()) == 0 {
		return s
	}
	return s + sameLines*m/max(len(b.lines()), 1)
}

// numbers are all numbers that a paper names as its own or the deal's.
func (p *part) numbers() []string {
	o := &p.draft.order
	var all []string
	for _, n := range []string{o.Number, o.Docs.Commercial.Number, o.Docs.Proforma.Number, o.Docs.PackingList.Number, o.References.Contract, o.References.BuyerOrder, o.References.Proforma} {
		for part := range strings.FieldsFuncSeq(n, func(r rune) bool { return r == ',' || r == '，' || r == '、' || r == ';' || r == '&' || r == ' ' }) {
			if f := fold(part); len(f) > 2 && !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
	}
	return all
}

// sharesNumber reports whether two papers name the same number.
func sharesNumber(a, b *part) bool {
	other := b.numbers()
	return slices.ContainsFunc(a.numbers(), func(n string) bool { return slices.Contains(other, n) })
}

// sameNumber reports whether two papers of one kind are the same paper: one
// number, or none on one of them.
func sameNumber(a, b *part) bool {
	x, y := a.ownNumber(), b.ownNumber()
	return x == y || x == "" || y == ""
}

func (p *part) ownNumber() string {
	if n := p.entry(&p.draft.order).Number; n != "" {
		return fold(n)
	}
	return fold(p.draft.order.Number)
}

// entry is where an order notes the number and date of a paper of p's kind.
func (p *part) entry(o *invoice.Order) *invoice.DocumentEntry {
	switch p.kind {
	case packingList:
		return &o.Docs.PackingList
	case commercial:
		return &o.Docs.Commercial
	}
	return &o.Docs.Proforma
}

// strangers reports whether two papers say that they are of different deals: other
// buyers, or other contracts.
func strangers(a, b *part) bool {
	x, y := &a.draft.order, &b.draft.order
	return differs(x.Buyer.Name.First(), y.Buyer.Name.First()) && differs(x.Buyer.Name.En, y.Buyer.Name.En) ||
		differs(x.References.Contract, y.References.Contract)
}

// order makes one order of the papers of a deal.
func (deal *deal) order() *draft {
	if len(deal.papers) == 0 {
		p := deal.lists[0]
		p.draft.listOrder()
		m := newPacker(p.draft)
		m.add(p)
		m.finish()
		p.draft.papers = deal.lists
		return p.draft
	}
	base := deal.papers[0]
	d := base.draft
	for _, p := range deal.papers[1:] {
		d.compareLines(base, p)
		d.fill(p)
	}
	m := newPacker(d)
	for _, p := range deal.papers {
		m.add(p)
	}
	for _, p := range deal.lists {
		d.fill(p)
		m.add(p)
	}
	m.finish()
	d.numberOfProforma()
	d.papers = slices.Concat(deal.papers, deal.lists)
	for _, p := range deal.shared {
		d.warn(Shared, "", p.table.columns[0].where, "the packing list on %s is shared with another invoice of this file, so neither has it", p.grid.Name)
	}
	return d
}

// listOrder makes what a packing list alone says fit for an order: its lines
// show no money.
func (d *draft) listOrder() {
	for i := range d.order.Lines {
		l := &d.order.Lines[i]
		l.Price, l.Amount, l.AsStated = invoice.Price{}, invoice.Amount{}, false
	}
}

// compareLines says where a second paper of the deal has other figures than
// the first, whose figures stand.
func (d *draft) compareLines(base, p *part) {
	missing, index := 0, indexLines(d.order.Lines)
	for i := range p.lines() {
		l := &p.lines()[i]
		k := index.match(l)
		if k < 0 && len(p.lines()) == len(d.order.Lines) && i < len(d.order.Lines) {
			k = i
		}
		if k < 0 {
			missing++
			continue
		}
		d.compareLine(k, l, base, p, i)
		d.fillLine(k, l, p, i)
		index.add(k)
	}
	if missing > 0 || len(p.lines()) < len(d.order.Lines) {
		d.warn(Candidates, "lines", p.grid.Name, "%s has %d lines, %s has %d; those of the former stand", paperName(base.kind), len(d.order.Lines), paperName(p.kind), len(p.lines()))
	}
}

func paperName(k paperKind) string {
	switch k {
	case proforma:
		return "the proforma invoice"
	case packingList:
		return "the packing list"
	case contract:
		return "the contract"
	case quotation:
		return "the quotation"
	}
	return "the commercial invoice"
}

// compareLine compares the figures of one line on two papers.
func (d *draft) compareLine(k int, l *invoice.Line, base, p *part, i int) {
	mine := &d.order.Lines[k]
	for _, x := range []struct {
		field string
		a, b  invoice.Amount
	}{{"quantity", mine.Quantity, l.Quantity}, {"price", mine.Price.Amount, l.Price.Amount}, {"amount", mine.Amount, l.Amount}} {
		if x.a.Given() && x.b.Given() && !x.a.Decimal().Equal(x.b.Decimal()) && !roundedAlike(x.a, x.b) {
			d.warn(Candidates, fmt.Sprintf("lines[%d].%s", k, x.field), p.draft.where[fmt.Sprintf("lines[%d].%s", i, x.field)],
				"%s says %s, %s says %s; the former stands", paperName(base.kind), x.a, paperName(p.kind), x.b)
		}
	}
}

// roundedAlike reports whether one figure is the other, rounded.
func roundedAlike(a, b invoice.Amount) bool {
	n := min(a.Decimals(), b.Decimals())
	return n > 0 && a.Decimal().Round(n).Equal(b.Decimal().Round(n))
}
