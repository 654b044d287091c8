package read

import (
	"strings"

	"yipiao/invoice/pattern"
)

// weak reports whether the words alone are seldom a label inside a line.
func weak(ws []word) bool {
	if len(ws) != 1 {
		return false
	}
	w := ws[0].folded
	if isHan(w) || len(w) == 1 {
		return true
	}
	switch w {
	case "no", "number", "nos", "to", "by", "from", "for", "name", "time", "place", "via", "ref", "in", "date", "note", "title", "item", "unit", "rate", "price",
		"size", "total", "say", "street", "net", "gross", "company", "office", "location", "city", "state", "copy", "page", "other", "others", "factory", "goods", "bank", "account",
		"or", "product", "description", "model", "sales", "documents", "tax", "vat", "quality", "marks", "mark", "volume", "packing", "order", "contract", "invoice", "shipment", "delivery", "payment", "insurance", "terms", "term":
		return true
	}
	return false
}

// colonOnly are labels that must have a colon where nothing stands beside them:
// they are often values, "Packing | Cartons", "Payment | L/C".
func colonOnly(folded string) bool {
	switch folded {
	case "packages", "package", "cartons", "ctns", "pkgs", "crates", "cases", "pallets", "bales", "drums", "woodencrates", "woodencases", "lc", "bl", "cbm", "m3", "gross", "net", "no", "number", "nos", "express", "ref", "courier", "hs", "son", "land", "ort", "pays", "kartons", "colli", "cajas", "bultos", "koli", "мест", "conto", "data", "cep", "cap", "cel", "per", "hp",
		"pi", "po", "sc", "so", "inv", "m", "t", "p", "e", "f", "w", "or", "a", "s", "copy", "nota", "awb", "other", "others", "其他", "其它", "第", "共", "由", "从", "自", "经", "至", "rate",
		"mode", "loading", "discharge", "discharging", "letterofcredit", "documentarycredit", "信用证", "合同", "订单", "提单", "保险", "盖章", "公章", "单位", "产品", "件数", "箱", "工厂", "客户", "包装", "数量", "vessel", "container", "工具", "transport", "office", "state", "location", "county", "town", "street", "for", "in":
		return true
	}
	return false
}

// accept decides whether what looks like a label is one, by what stands before
// and behind it.
func (s *splitter) accept(m match) bool {
	if s.glued(m) || s.counted(m) || s.names(m) || m.field == ".tel" && wireForm.MatchString(s.line[s.words[m.from].start:s.words[m.to-1].end]) || !m.colon && wholeCode.MatchString(strings.TrimSpace(s.line)) {
		return false
	}
	first := len(s.segments) == 0
	gap := s.gap(m.from)
	wide := blanks(gap) >= 2
	start := m.from == 0 || m.from == 1 && len(s.words[0].folded) <= 2 && wordKind([]rune(s.words[0].folded)[0]) == figures // "6Vessel"
	parted := strings.ContainsAny(gap, ";；,，、|｜/。·•()（）[]【】*●★◆") || strings.HasPrefix(gap, ". ")
	if m.colon {
		switch {
		case start, wide, s.again(m):
			return true
		case m.weak && !s.follows(m) && !(m.field.clause() && strings.ContainsAny(gap, ",，;；.。")):
			return false
		case parted:
			return true
		case blanks(gap) == 1:
			return !first
		}
		return !first && isHan(s.words[m.from].folded) != isHan(s.words[m.from-1].folded)
	}
	rest := s.line[m.after:]
	if strings.TrimSpace(rest) == "" {
		folded := fold(s.line[s.words[m.from].start:s.words[m.to-1].end])
		return start && (s.marked || !colonOnly(folded)) || s.again(m) || wide && m.from > 0 && !m.weak && !colonOnly(folded)
	}
	switch {
	case start, wide:
	case m.field.relative() && (parted || isHan(s.words[m.from].folded) && !first):
	case m.field.port() && !first && !m.weak && strings.ContainsAny(gap, ";；,，"):
	case (m.field == "shipment.awb" || m.field == "container") && !first && parted:
	case m.field == "payment" && sentenceEnd.MatchString(gap):
	case m.field.bank() && !first && parted && s.segments[len(s.segments)-1].field.bank():
	default:
		return false
	}
	return bareValue(m, s.line[s.words[m.from].start:s.words[m.to-1].end], valueHead(rest))
}

// counted reports whether what looks like a label is the unit of the figure before
// it: 12 CARTONS, 186 KGS.
func (s *splitter) counted(m match) bool {
	return !m.colon && m.field == "stated.packages" && m.from == 1 && m.to == 2 && s.gap(1) == " " && wordKind([]rune(s.words[0].folded)[0]) == figures
}

// clause reports whether f is what sentences of terms follow each other about:
// "CIF Hamburg, payment: 30% …".
func (f field) clause() bool {
	return f == "payment" || f == "delivery" || f == "packing" || f == "insurance" || f == "incoterm"
}

// sentenceEnd is the gap between two sentences.
var sentenceEnd = pattern.Lazily(`^\.\s|[;；。]`)

// wholeCode is a text that is one number of a paper, though it begins as a label
// does: SC21826, PO-28491, CI/24/3338, INV2024-1979.
var wholeCode = pattern.Lazily(`^[A-Za-z]{1,6}[-/_]?[A-Za-z]{0,4}[-/_]?[0-9][0-9A-Za-z/_-]*$`)

// loose reports whether a label, for all that its line shows, may be the
// beginning of a name: Client Care Ltd, To Kwa Wan Road, Say Road.
func (s *splitter) loose(m match) bool {
	if m.colon || s.marked || strings.TrimSpace(s.line[m.after:]) == "" || blanks(s.line[s.words[m.to-1].end:]) > 1 || strings.ContainsRune(s.line[s.words[m.from].start:m.after], '/') {
		return false
	}
	switch f := m.field; f {
	case ".contact", ".address", "words", "total", "marks":
		return true
	default:
		return f.party() || strings.HasPrefix(string(f), "shipment.")
	}
}

// unlabel makes the first line of a box a text, where its label is loose.
func (p *segment) unlabel() {
	p.label, p.text, p.head, p.loose = label{}, p.whole, "", false
}

// names reports whether what looks like a label without a colon is part of a
// name: Ms. Karen Doyle, M & S Ltd, To-Go Foods, Buyer's Guide, 客户家居有限公司.
func (s *splitter) names(m match) bool {
	if m.colon {
		return false
	}
	first, last := s.words[m.from], s.words[m.to-1]
	written, rest := s.line[first.start:last.end], s.line[last.end:]
	switch {
	case first.folded == "ms":
		return !strings.HasPrefix(s.line[first.end:], ".") || !company(tidy(s.line[m.after:]))
	case strings.HasPrefix(fold(written), "ms") && first.folded == "m":
		return !strings.Contains(written, "/")
	case possessive.MatchString(written) && strings.TrimSpace(rest) != "":
		return true
	case m.weak && len(rest) > 1 && rest[0] == '-' && letterCount(rest[1:2]) > 0:
		return true
	}
	return nameBegins[fold(written)] && hanCompany.MatchString(rest) && isHan(rest)
}

// possessive is a label of what somebody has: Buyer's.
var possessive = pattern.Lazily(`(?i)['’]s$`)

// nameBegins are labels that names of companies may begin with.
var nameBegins = map[string]bool{"客户": true, "工厂": true, "厂家": true, "抬头": true, "单位": true, "买家": true, "卖家": true}

// glued reports whether a label is part of a longer word: invoice_number_1.
func (s *splitter) glued(m match) bool {
	start, end := s.words[m.from].start, s.words[m.to-1].end
	return start > 0 && s.line[start-1] == '_' || end < len(s.line) && s.line[end] == '_'
}

// again reports whether a label says once more what the one right before it
// says: "To: 致：", "Issuer: 发货人".
func (s *splitter) again(m match) bool {
	n := len(s.segments)
	if n == 0 || strings.TrimSpace(s.line[s.last:s.words[m.from].start]) != "" {
		return false
	}
	last := s.segments[n-1].field
	return sameLabel(last, m.field) || sameSide(last, m.field)
}

// follows reports whether a weak label goes on what the last one began: To
// after From, By after To.
func (s *splitter) follows(m match) bool {
	if len(s.segments) == 0 {
		return false
	}
	last := s.segments[len(s.segments)-1].field
	return last == "shipment.from" && (m.field == "to" || m.field == "shipment.via") || (last == "to" || last == "shipment.to" || last == "shipment.final") && (m.field == "shipment.mode" || m.field == "shipment.via") ||
		m.field == "date" && strings.HasSuffix(string(last), "number") ||
		last.relative() && m.field.relative() || last.bank() && (m.field.bank() || m.field == ".name")
}
