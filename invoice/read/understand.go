package read

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// understand reads the orders of a file's sheets or pages.
func understand(ctx context.Context, grids []*grid.Grid) []Reading {
	grids = clean(grids)
	characters := scriptOf(grids)
	characters.simplify(grids)
	readings := readSheets(ctx, joinSheets(oneGrid(grids)))
	characters.restore(readings)
	return readings
}

// readSheets reads the orders of sheets in simplified Chinese.
func readSheets(ctx context.Context, sheets []*grid.Grid) []Reading {
	var why reasons
	parts := findParts(ctx, sheets, &why)
	if ctx.Err() != nil {
		return nil
	}
	drafts := joinParts(parts)
	if len(drafts) == 0 {
		return refuse("%s", why.reason(sheets))
	}
	var readings []Reading
	for _, d := range drafts {
		why.tell(d)
		d.check()
		if d.owed() {
			readings = append(readings, refuse("no invoice: its total is below nought, as of a credit note")...)
			continue
		}
		d.settle()
		d.tellLost()
		readings = append(readings, d.reading())
	}
	return readings
}

// part is one paper with what was read from it.
type part struct {
	*paper
	*content
	table  *table
	draft  *draft
	sums   tableTotals // the last that is stated of each
	packs  []*pack
	titled bool
	index  *lineIndex // of its lines, once they are looked for
	listed bool       // its table only lists goods: nothing says that they were sold or packed
}

// findParts reads the papers of all sheets; those that are none, and what of
// them, is noted in why.
func findParts(ctx context.Context, sheets []*grid.Grid, why *reasons) []*part {
	var papers []*part
	for _, g := range sheets {
		found := cutPapers(ctx, g)
		if len(found) == 0 {
			why.bare(g)
		}
		papers = append(papers, found...)
	}
	titled := slices.ContainsFunc(papers, func(p *part) bool { return p.titled && !p.deliveryNote() })
	var parts, delivered []*part
	for _, p := range papers {
		if ctx.Err() != nil {
			return nil
		}
		if titled && !p.titled || why.refuses(p) {
			continue
		}
		p.read()
		if why.empty(p) {
			why.passOver(p.kind, p.titled, p.grid.Name, "no line of goods could be read in its table")
			continue
		}
		if !p.titled && !p.speaks() {
			continue
		}
		if p.deliveryNote() {
			delivered = append(delivered, p)
		} else {
			parts = append(parts, p)
		}
	}
	if !slices.ContainsFunc(parts, func(p *part) bool { return p.table.has(priceRoles...) }) {
		parts = append(parts, delivered...) // nothing else bills the goods
	}
	return parts
}

// read reads a paper: what stands around its table, then the lines.
func (p *part) read() {
	p.draft = newDraft()
	p.draft.readFacts(p.paper)
	minor := p.draft.settleCurrency(p.table)
	p.content = p.table.read(minor)
	if p.kind == packingList {
		s := &p.draft.order.Stated
		s.Goods, s.Charges, s.Tax, s.Total = invoice.Amount{}, invoice.Amount{}, invoice.Amount{}, invoice.Amount{}
	}
	p.takeTerms()
	for _, l := range p.clauses {
		(&facts{d: p.draft}).term(l.text, l.where)
	}
	p.takeMarks()
	p.takeLines()
	p.takeTotals(minor)
	if p.kind == unknownPaper {
		p.kind = commercial
		if !p.table.has(priceRoles...) {
			p.kind = packingList
			p.listed = !p.table.has(packRoles...)
		}
	}
	p.packs = p.content.packs(p.kind == packingList, p.sums)
	p.draft.warnings = append(p.draft.warnings, p.warnings...)
}

// takeLines moves the lines that were read into the order.
func (p *part) takeLines() {
	p.draft.order.Lines = slices.Grow(p.draft.order.Lines, len(p.items))
	for i, it := range p.items {
		p.draft.order.Lines = append(p.draft.order.Lines, it.Line)
		path := fmt.Sprintf("lines[%d]", i)
		for field, where := range it.where {
			if where != "" {
				p.draft.found(path+"."+field, where)
			}
		}
		for _, w := range it.warnings {
			if w.Field != "" {
				w.Field = path + "." + w.Field
			} else {
				w.Field = path
			}
			p.draft.warnings = append(p.draft.warnings, w)
		}
	}
	for i, c := range p.charges {
		p.draft.order.Charges = append(p.draft.order.Charges, c.Charge)
		p.draft.found(fmt.Sprintf("charges[%d].amount", i), c.where)
	}
}

// takeTerms takes the Incoterm of a head where no label gives one.
func (p *part) takeTerms() {
	m := headIncoterm.FindStringSubmatch(narrow(p.terms))
	if m == nil || p.draft.order.Incoterm.Rule != "" {
		return
	}
	rule := strings.ToUpper(m[1])
	switch rule {
	case "C&F", "CNF":
		rule = "CFR"
	case "EX-WORKS", "EX WORKS":
		rule = "EXW"
	}
	if !terms.Incoterms.Has(rule) {
		return
	}
	p.draft.order.Incoterm.Rule = rule
	p.draft.found("incoterm.rule", p.termsAt)
	place := strings.Trim(strings.TrimSpace(m[2]), ",. ")
	if place == "" || moneyMark(place) != "" {
		return
	}
	p.draft.order.Incoterm.Place = bilingual(place)
	p.draft.found("incoterm.place", p.termsAt)
}

// clean copies grids with texts that an order can hold: no controls, line ends
// alike, and nothing longer than a text may be.
func clean(grids []*grid.Grid) []*grid.Grid {
	all := make([]*grid.Grid, 0, len(grids))
	for _, g := range grids {
		if g == nil {
			continue
		}
		copied := *g
		copied.Rows = make([]grid.Row, len(g.Rows))
		for i, row := range g.Rows {
			cells := make([]grid.Cell, 0, len(row.Cells))
			for _, c := range row.Cells {
				c.Text = cleanText(c.Text)
				if c.Down < 1 {
					c.Down = 1
				}
				if c.Right <= c.Left {
					c.Right = c.Left + 1
				}
				if c.Text != "" || c.Kind != grid.Text || c.Unknown {
					cells = append(cells, c)
				}
			}
			row.Cells = cells
			copied.Rows[i] = row
		}
		all = append(all, &copied)
	}
	return all
}

const longestText = 20_000

// breaksAndBlanks makes one kind of line break and of blank out of many.
var breaksAndBlanks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\t", " ", "\u00a0", " ")

func cleanText(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = breaksAndBlanks.Replace(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsControl(r), r == '\u200b', r == '\u200c', r == '\u200d', r == '\ufeff', r == '\u2060', r >= '\u200e' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r >= 0xfe00 && r <= 0xfe0f, r == unicode.ReplacementChar, r == '\u2029':
			return -1
		}
		return r
	}, s)
	s = strings.TrimSpace(s)
	if len(s) > longestText {
		r := []rune(s)
		s = string(r[:min(len(r), longestText/2)])
	}
	return s
}

// speaks reports whether a table without a title belongs to a document all the
// same: what stands around it names two things of a deal.
func (p *part) speaks() bool {
	o := &p.draft.order
	n := 0
	for _, said := range []bool{o.Number != "", o.Date != "", !o.Seller.Name.Empty(), !o.Buyer.Name.Empty(), o.Incoterm.Rule != "", o.Stated.Total.Given()} {
		if said {
			n++
		}
	}
	return n >= 2
}

// bare reports whether a packing list has totals alone: they are worth having
// beside an invoice.
func (p *part) bare() bool {
	return len(p.items) == 0 && p.kind == packingList &&
		(p.sums.weights[net].value.Sign() > 0 || p.sums.weights[gross].value.Sign() > 0 || p.sums.packages.value.Sign() > 0)
}
