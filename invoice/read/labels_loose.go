package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// loosely is the field of a text that is a label without standing word for word
// in the lists: one with a word more that only says whose or what of (Our Bank
// Name, 货物毛重), or one of which only the half in one language is known
// (起运港/Ex Port). "" where it is none.
func loosely(text string) field {
	t := strings.Trim(unitNote.ReplaceAllString(cubicMetres.Replace(tidy(text)), " "), " .,;:：；，*")
	if letterCount(t) < 2 || digitCount(t) > 0 || utf8.RuneCountInString(t) > 60 || company(t) {
		return ""
	}
	if f := qualified(t); f != "" {
		return f
	}
	if m := dayAtPlace.FindStringSubmatch(t); m != nil {
		return field("shipment." + strings.ToLower(m[1]))
	}
	return halfKnown(t)
}

// dayAtPlace is the label of a day that names the port: ETD Shanghai.
var dayAtPlace = pattern.Lazily(`(?i)^(ETD|ETA)\s+(?:at\s+)?\p{L}{3,}(?:\s\p{L}{3,})?$`)

// cubicMetres writes the unit without its digit.
var cubicMetres = strings.NewReplacer("M3", "CBM", "m3", "cbm", "m³", "cbm", "M³", "CBM")

// unitNote is a unit in brackets.
var unitNote = pattern.Lazily(`(?i)[(（]\s*(?:kgs?|cbm|千克|公斤|立方米)\s*[)）]`)

// Words that labels have beside what names their value.
var (
	latinQualifiers = map[string]bool{"the": true, "our": true, "your": true, "this": true, "total": true, "ttl": true, "as": true, "per": true, "against": true, "ref": true,
		"cargo": true, "goods": true, "shipment": true, "invoice": true, "irrevocable": true, "trade": true, "ocean": true, "sea": true, "usd": true, "confirmed": true, "actual": true,
		"related": true, "corresponding": true, "export": true, "company": true, "kg": true, "kgs": true, "cbm": true, "ctns": true, "details": true, "please": true}
	longQualifiers = map[string]string{"est": "estimated", "expected": "estimated", "exp": "estimated"}
	hanQualifiers  = []string{"我司", "我方", "贵司", "贵方", "客人", "货物", "商品", "产品", "出口", "发票", "交易", "成交", "计价", "结算", "合计", "共计", "总计", "本次", "本批", "对应", "相关", "海运", "承运", "实际", "预计", "本票", "对方", "总", "主", "本", "该"}
	hanEndings     = map[string]string{"号码": "号", "编号": "号", "单号": "号", "名称": "", "合计": "", "总计": "", "信息": "", "日": "日期"}
)

// qualified is the field of a label once the words that say no more are off it.
func qualified(t string) field {
	if f := strongLabel(fold(t)); f != "" {
		return f
	}
	if invoice.HasHan(t) {
		return qualifiedHan(fold(t), 0)
	}
	ws := words(t)
	if len(ws) > 7 {
		return ""
	}
	if long := longQualifiers[foldedAt(ws, 0)]; long != "" {
		return strongLabel(long + joinFolded(ws[1:]))
	}
	for from := 0; from < len(ws); from++ {
		for to := len(ws); to > from; to-- {
			if f := namedLabel(joinFolded(ws[from:to])); f != "" && from+len(ws)-to > 0 && !weak(ws[from:to]) {
				return f
			}
			if !latinQualifiers[ws[to-1].folded] {
				break
			}
		}
		if !latinQualifiers[ws[from].folded] {
			break
		}
	}
	return ""
}

func foldedAt(ws []word, i int) string {
	if i < len(ws) {
		return ws[i].folded
	}
	return ""
}

func joinFolded(ws []word) string {
	var b strings.Builder
	for _, w := range ws {
		b.WriteString(w.folded)
	}
	return b.String()
}

// qualifiedHan is the field of a Chinese label once up to two words before or
// behind it are off.
func qualifiedHan(folded string, depth int) field {
	if utf8.RuneCountInString(folded) < 2 || depth > 2 {
		return ""
	}
	if f := namedLabel(folded); f != "" && depth > 0 {
		return f
	}
	for _, q := range hanQualifiers {
		if rest, ok := strings.CutPrefix(folded, q); ok {
			if f := qualifiedHan(rest, depth+1); f != "" {
				return f
			}
		}
	}
	for ending, short := range hanEndings {
		if rest, ok := strings.CutSuffix(folded, ending); ok {
			if f := strongLabel(rest + short); f != "" && utf8.RuneCountInString(rest+short) > 1 {
				return f
			}
		}
	}
	return ""
}

// strongLabel is the field of a folded label that says something by itself.
func strongLabel(folded string) field {
	if colonOnly(folded) {
		return ""
	}
	return namedLabel(folded)
}

// namedLabel is the field of a folded label, "" for those that say nothing.
func namedLabel(folded string) field {
	switch f := labelIndex()[folded]; f {
	case "filler", "page", "salesman", "to":
		return ""
	default:
		return f
	}
}

// halfKnown is the field of a label that stands in two languages, or twice with
// a stroke between, of which one half is known and the other is a few words.
func halfKnown(t string) field {
	parts := labelParts(t)
	if len(parts) < 2 || len(parts) > 4 {
		return ""
	}
	found, han := field(""), false
	for _, p := range parts {
		f := qualified(p)
		switch {
		case f == "":
		case found == "" || sameLabel(found, f):
			found, han = f, invoice.HasHan(p)
		case strings.HasSuffix(string(found), ".number") && strings.HasSuffix(string(f), ".number"):
		default:
			return ""
		}
	}
	if found == "" || found.party() {
		return ""
	}
	for _, p := range parts {
		if qualified(p) == "" && (invoice.HasHan(p) == han || len(words(p)) > 8) {
			return ""
		}
	}
	return found
}

// unitWord are units that stand in a label's brackets: 毛重(KGS).
var unitWord = map[string]bool{"kg": true, "kgs": true, "cbm": true, "m3": true, "usd": true, "千克": true, "公斤": true, "立方米": true, "ctns": true, "箱": true, "元": true, "美元": true}

// labelParts cuts a label at strokes, brackets and where its script changes.
func labelParts(t string) []string {
	var parts []string
	var b strings.Builder
	han := false
	cut := func() {
		if p := strings.Trim(b.String(), " .&-–#:："); letterCount(p) > 0 && !unitWord[strings.ToLower(p)] {
			parts = append(parts, p)
		}
		b.Reset()
	}
	for _, r := range t {
		switch {
		case strings.ContainsRune("/|()（）[]【】\n｜", r):
			cut()
			continue
		case unicode.IsLetter(r):
			if is := unicode.Is(unicode.Han, r); is != han {
				cut()
				han = is
			}
		}
		b.WriteRune(r)
	}
	cut()
	return parts
}

// otherName is where a label ends whose name in the other language, before its
// colon, nobody knows: Contract No. / 销售确认书号：
func (s *splitter) otherName(m match) (after int, ok bool) {
	end := s.words[m.to-1].end
	rest := s.line[end:]
	i := strings.IndexAny(rest, ":：")
	if i <= 0 || i > 60 || m.weak {
		return 0, false
	}
	between := rest[:i]
	name := strings.Trim(between, " /|（）()[]-\t\u00a0\u3000")
	stroke := strings.HasPrefix(strings.TrimSpace(between), "/") || strings.HasPrefix(strings.TrimSpace(between), "(") || strings.HasPrefix(strings.TrimSpace(between), "（")
	other := invoice.HasHan(name) != isHan(s.words[m.to-1].folded)
	glued := invoice.HasHan(name) && !other && utf8.RuneCountInString(between) <= 2 && name == between
	switch {
	case letterCount(name) == 0 || digitCount(name) > 0 || strings.ContainsAny(name, ",，;；。") || len(words(name)) > 8 || company(name):
		return 0, false
	case !stroke && !other && !glued, m.field.relative() && !stroke, m.field.party():
		return 0, false
	}
	for k := m.to; k < len(s.words) && s.words[k].start < end+i; k++ {
		if f, to := s.phrase(k); f != "" && f != "filler" && !weak(s.words[k:to]) {
			return 0, false
		}
	}
	_, size := utf8.DecodeRuneInString(rest[i:])
	return end + i + size, true
}
