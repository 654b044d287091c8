package read

import (
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// words sets a field of words.
func (r *lineReader) words(it *item, s string, c *column, cell *grid.Cell) {
	s = strings.TrimSpace(s)
	if s == "" || cell.Unknown || cell.Kind == grid.Number && cell.Number == "0" || s == "-" || s == "/" || s == "N/A" {
		return
	}
	if len(r.items) > 0 && dittoWords.MatchString(s) {
		s = wordsOf(&r.items[len(r.items)-1].Line, c.role)
		if s == "" {
			return
		}
	}
	if cell.Kind == grid.Number && len(cell.Number) >= len(s) && !strings.Contains(cell.Number, ".") && c.role != roleDescription {
		s = cell.Number // an article number whose format shows 1.2E+12
	}
	if t := textFor(&it.Line, c.role); r.g.Loose && t != nil {
		wrapped := s
		s = t.Joined("\n")
		for line := range strings.SplitSeq(wrapped, "\n") {
			s = joinWrapped(s, oneLine(line))
		}
		*t = invoice.Text{}
	}
	if c.role == roleDescription {
		s = r.labelledParts(it, goodsLabel.ReplaceAllString(s, ""), cell)
		if s == "" {
			return
		}
	}
	field := setWords(&it.Line, c.role, s)
	if field != "" && it.where[field] == "" {
		it.where[field] = cell.Where
	}
}

// goodsLabel is a label before a description.
var goodsLabel = pattern.Lazily(`(?i)^(?:commodity|goods|product|description(?: of goods)?|name of goods|品名|货物名称|商品名称|货名)\s*[:：]\s*`)

// partLabel begins a part of a description that says something of its own.
var partLabel = pattern.Lazily(`(?i)(?:^|\n|\s{2,})(packing|packed|package|quantity|qty|count(?:r)?y of origin|origin|made in|h\.?s\.? ?code|brand|包装|数量|原产国|产地|品牌|海关编码)\s*[:：]\s*([^\n]*?)(?:\n|\s{3,}|$)`)

// labelledParts takes what a description says under labels of their own out of
// it: the origin, the HS code, the brand go into their fields.
func (r *lineReader) labelledParts(it *item, s string, cell *grid.Cell) string {
	rest := partLabel.ReplaceAllStringFunc(s, func(m string) string {
		sub := partLabel.FindStringSubmatch(m)
		label, value := fold(sub[1]), strings.TrimSpace(sub[2])
		field := roleOther
		switch {
		case strings.Contains(label, "origin") || label == "原产国" || label == "产地" || label == "madein":
			field = roleOrigin
		case strings.HasPrefix(label, "hs") || label == "海关编码":
			field = roleHS
		case label == "brand" || label == "品牌":
			field = roleBrand
		}
		if name := setWords(&it.Line, field, value); name != "" {
			it.where[name] = cell.Where
		} else if value != "" {
			it.warn(Unread, "", cell.Where, "not taken into a field: %s", oneLine(m))
		}
		return "\n"
	})
	return strings.TrimSpace(rest)
}

// setWords puts a text into the field of a role, and names the field.
func setWords(l *invoice.Line, r role, s string) string {
	if t := textFor(l, r); t != nil {
		switch both := bilingual(s); {
		case r == roleZh && !(both.Zh != "" && both.En != ""):
			t.Zh = joinWords(t.Zh, s)
		case r == roleEn && !invoice.HasHan(s):
			t.En = joinWords(t.En, s)
		default:
			merge(t, both)
		}
		return fieldOf(r)
	}
	if p := codeFor(l, r); p != nil {
		s = oneLine(s)
		if r == roleOrigin {
			if s = originCode(s); s == "" {
				return ""
			}
		}
		if *p == "" {
			*p = s
		}
		return fieldOf(r)
	}
	return ""
}

// merge adds a text to another of the same field.
func merge(t *invoice.Text, more invoice.Text) {
	t.Zh, t.En = joinWords(t.Zh, more.Zh), joinWords(t.En, more.En)
}

func joinWords(a, b string) string {
	switch {
	case a == "" || a == b:
		return b
	case b == "":
		return a
	}
	return a + "\n" + b
}

// textFor is the field of a role that is a text in two languages.
func textFor(l *invoice.Line, r role) *invoice.Text {
	switch r {
	case roleDescription, roleZh, roleEn:
		return &l.Description
	case roleName:
		return &l.Name
	case roleSpec:
		return &l.Spec
	case roleMaterial:
		return &l.Material
	case roleUse:
		return &l.Use
	case roleColour:
		return &l.Colour
	case roleSize:
		return &l.Size
	case roleElements:
		return &l.Elements
	}
	return nil
}

// codeFor is the field of a role that is the same in every language.
func codeFor(l *invoice.Line, r role) *string {
	switch r {
	case roleSKU:
		return &l.SKU
	case roleBuyerSKU:
		return &l.BuyerSKU
	case roleGTIN:
		return &l.GTIN
	case roleASIN:
		return &l.ASIN
	case roleModel:
		return &l.Model
	case roleBrand:
		return &l.Brand
	case roleHS:
		return &l.HS
	case roleOrigin:
		return &l.Origin
	}
	return nil
}

// wordsOf is what a line has in the field of a role.
func wordsOf(l *invoice.Line, r role) string {
	if t := textFor(l, r); t != nil {
		return t.First()
	}
	if s := codeFor(l, r); s != nil {
		return *s
	}
	return ""
}

// fieldOf is the name of a role's field in a line.
func fieldOf(r role) string {
	switch r {
	case roleDescription, roleZh, roleEn:
		return "description"
	case roleSKU:
		return "sku"
	case roleBuyerSKU:
		return "buyer_sku"
	case roleGTIN:
		return "gtin"
	case roleASIN:
		return "asin"
	case roleName:
		return "name"
	case roleSpec:
		return "spec"
	case roleModel:
		return "model"
	case roleMaterial:
		return "material"
	case roleUse:
		return "use"
	case roleColour:
		return "colour"
	case roleSize:
		return "size"
	case roleElements:
		return "elements"
	case roleBrand:
		return "brand"
	case roleHS:
		return "hs"
	case roleOrigin:
		return "origin"
	case roleQuantity:
		return "quantity"
	case roleUnit:
		return "unit"
	case rolePrice:
		return "price"
	case roleAmount, roleTaxed:
		return "amount"
	case roleDiscount:
		return "discount"
	case roleTaxRate, roleTax:
		return "tax"
	case roleCartons, roleCartonNo, rolePerCarton, rolePackage, roleNet, roleGross, roleVolume, roleMeasure, roleLength, roleWidth, roleHeight:
		return "packing"
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// originCode is the ISO code of a country that a cell names, "" where it is
// not known.
func originCode(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(strings.ToLower(narrow(s)), "made in "))
	for _, way := range []string{strings.ToUpper(s), s} {
		if c, ok := terms.Countries.Known(way); ok {
			return c
		}
	}
	return ""
}

// bilingual is a text of one or both languages: lines of Chinese and lines
// without are each other's translation where they are of the same number or
// one of each.
func bilingual(s string) invoice.Text {
	s = strings.TrimSpace(s)
	var zh, en []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case invoice.HasHan(line):
			zh = append(zh, line)
		default:
			en = append(en, line)
		}
	}
	if len(zh) == 0 || len(en) == 0 || !wordy(strings.Join(en, " ")) {
		if len(zh) == 1 && len(en) == 0 {
			if a, b, ok := halves(zh[0]); ok {
				return invoice.Text{Zh: a, En: b}
			}
		}
		return invoice.PlainText(strings.Join(trimLines(s), "\n"))
	}
	return invoice.Text{Zh: strings.Join(zh, "\n"), En: strings.Join(en, "\n")}
}

func trimLines(s string) []string {
	var all []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// wordy reports whether a text has an English word that is no unit or code.
func wordy(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) >= 4 && !strings.ContainsFunc(w, unicode.IsDigit) {
			return true
		}
	}
	return false
}

// halves parts 保温杯 / Vacuum cup: Chinese on one side of a stroke, words of
// English on the other.
func halves(line string) (zh, en string, ok bool) {
	a, b, ok := strings.Cut(line, "/")
	if !ok || strings.Contains(b, "/") {
		return "", "", false
	}
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !invoice.HasHan(a) {
		a, b = b, a
	}
	return a, b, invoice.HasHan(a) && !invoice.HasHan(b) && wordy(b)
}
