package read

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// numbered tells a proforma invoice that has no title by its own number:
// PROFORMA INVOICE NO. GL-33, where no other invoice's number stands.
func (f *facts) numbered(a *area) {
	if f.kind != unknownPaper || a.foot {
		return
	}
	own := false
	for _, e := range a.entries {
		switch e.segment.field {
		case "invoice.number", "packing.number", "number":
			return
		case "proforma.number":
			own = true
		}
	}
	if own {
		f.kind, f.p.kind = proforma, proforma
	}
}

// titles finds what the paper calls itself.
func (f *facts) titles(a *area) {
	a.each(func(b *box) {
		text := b.cell.Text
		kind := titleKind(text)
		if name, title := titledName(text); kind == unknownPaper && title != "" && !a.foot {
			b.segments = []segment{{text: tidy(name), box: b}}
			f.called(title)
			return
		}
		if kind == unknownPaper && !a.foot && slips.MatchString(strings.ReplaceAll(withoutNote(text), " ", "")) {
			b.owned = true
			return
		}
		if kind == unknownPaper || a.numberOf(b) {
			return
		}
		if a.labelsCode(b) || a.overCode(b) {
			if l, ok := labelIndex()[fold(text)]; ok && !b.labelled() {
				b.segments = []segment{{label: label{field: l}, head: tidy(text), box: b}}
			}
			return
		}
		f.called(text)
		if folded := fold(text); kind == contract && (strings.Contains(folded, "purchaseorder") || strings.Contains(folded, "采购订单") || strings.Contains(folded, "采购单") || folded == "po") {
			f.bought = true
		}
		if folded := fold(text); strings.Contains(folded, "采购") || strings.Contains(folded, "purchase") {
			f.buying = true
		}
		b.owned = true
	})
}

// called takes what a paper is from its title.
func (f *facts) called(title string) {
	kind := titleKind(title)
	if f.kind == unknownPaper {
		f.kind = kind
	}
	f.handed = f.handed || kind == commercial && otherTitle(title)
}

// titledName parts the name of a company from the title that follows it in the
// head of a paper: 台州市恒通塑模厂销售单.
func titledName(text string) (name, title string) {
	if len(text) > 160 || strings.ContainsAny(text, "\n:：") {
		return "", ""
	}
	for _, m := range latinCompany.FindAllStringIndex(text, -1) {
		if rest := strings.TrimLeft(text[m[1]:], " .,-–—"); titleKind(rest) != unknownPaper {
			return text[:m[1]], rest
		}
	}
	for i, r := range text {
		if i > 0 && unicode.Is(unicode.Han, r) && hanFirm.MatchString(text[:i]) && (titleKind(text[i:]) != unknownPaper || slips.MatchString(text[i:])) {
			return text[:i], text[i:]
		}
	}
	return "", ""
}

// slips are the titles of papers that bill without being called an invoice, several
// joined too: 销售单, 送货单/对账单.
var slips = pattern.Lazily(`^(?:(?:销售|销货|出库|开单|结算|送货|发货|出货|对账|对帐|账|帐)(?:单据?|清单|明细单?)[/、]?)+$`)

// hanFirm is a text that ends as names of companies do.
var hanFirm = pattern.Lazily(`(?:公司|\p{Han}{2}[厂店行部社])\s*$`)

// numberOf reports whether a box that reads like a title is the number that the
// label left of it asks for: Invoice No.: | CI-7.
func (a *area) numberOf(b *box) bool {
	row := a.row(b.row)
	i := slices.Index(row, b)
	return i > 0 && digitCount(b.cell.Text) > 0 && row[i-1].bare() && strings.HasSuffix(string(row[i-1].segments[0].field), "number")
}

// overCode reports whether a box that reads like a title is the label of the
// number under it, beside another label: PURCHASE ORDER | PAYMENT TERMS.
func (a *area) overCode(b *box) bool {
	if !labelWord(b.cell.Text) || !slices.ContainsFunc(a.row(b.row), func(o *box) bool { return o != b && o.bare() }) {
		return false
	}
	for _, n := range a.row(b.below()) {
		if n.cell.Left == b.cell.Left {
			return n.cell.Kind == grid.Number || surely("number", n.text())
		}
	}
	return false
}

// labelsCode reports whether a box that reads like a title is the label of a
// number beside it.
func (a *area) labelsCode(b *box) bool {
	cells := a.grid.Rows[b.row].Cells
	for i := range cells {
		if &cells[i] == b.cell {
			return labelsCode(cells, i)
		}
	}
	return false
}
