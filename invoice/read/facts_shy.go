package read

import (
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// shy makes a label of a word that is often a value (Vessel, No., Packages),
// where no label before it asked for one and what stands beside or under it
// can only be its own.
func (a *area) shy(b *box) bool {
	if b.owned || b.labelled() || len(b.segments) != 1 {
		return false
	}
	p := &b.segments[0]
	folded := fold(p.text)
	f, known := labelIndex()[folded]
	if known && !colonOnly(folded) || b.cell.Kind != grid.Text {
		return false
	}
	if !known {
		if f = loosely(p.text); f == "" || f.relative() {
			return false
		}
	}
	p.field = f
	v := a.find(b, p)
	if v == nil || known && !surely(f, v.text()) && !a.journeyRow(b) {
		p.field = ""
		return false
	}
	p.head, p.text, p.value, v.owned = p.text, "", v, true
	return true
}

// journeyRow reports whether a row says in cells where goods go from and to,
// each with its place: 由 | 武汉 | 至 | 鹿特丹.
func (a *area) journeyRow(b *box) bool {
	var from, to bool
	row := a.row(b.row)
	for i, o := range row {
		if i+1 == len(row) || digitCount(row[i+1].text()) > 0 || labelWord(row[i+1].text()) {
			continue
		}
		switch fold(o.cell.Text) {
		case "由", "从", "自", "from", "export", "loading", "loadingport", "portofloading":
			from = true
		case "至", "到", "to", "discharge", "discharging", "dischargeport", "portofdischarge":
			to = true
		}
	}
	return from && to
}

// surely reports whether a text can be nothing but the value of a label.
func surely(f field, text string) bool {
	switch {
	case strings.HasSuffix(string(f), ".number"), f == "number", f == "reference", f == "shipment.bl", f == "shipment.awb":
		if f == "shipment.awb" && waybillForm.MatchString(text) {
			return true
		}
		if d := datedNumber.FindStringIndex(text); d != nil {
			text = text[:d[0]]
		}
		return wholeCode.MatchString(text) || digitCount(text) >= 4 && len(strings.Fields(text)) == 1
	case f == "stated.gross", f == "stated.net", f == "stated.cbm":
		_, rest, ok := firstFigure(text)
		return ok && leadingFigure.MatchString(text) && strings.TrimSpace(rest) != "" && (kiloUnit.MatchString(rest) || cubicUnit.MatchString(rest))
	case f == "shipment.mode":
		return modeIn(text) != "" && len(strings.Fields(text)) <= 4
	case f == "shipment.vessel":
		return letterCount(text) > 3 && len(strings.Fields(text)) > 1 && modeIn(text) == ""
	case f.party():
		return company(text)
	case f == "container":
		return containerForm.MatchString(text)
	case f == "stated.packages":
		return leadingFigure.MatchString(text) && packageWords.MatchString(text)
	}
	return false
}

// waybillForm is the number of an air waybill: 784-2210 6635.
var waybillForm = pattern.Lazily(`^\d{3}[\s-]?\d{4}[\s-]?\d{4}$`)
