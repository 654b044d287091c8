package evidence

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/translate"
)

// Many originals say in English too what they say in Chinese. Their own words
// stand in the translation where they are the same.

// says reports whether the original's own English says what a segment says: the
// same numbers, and words of its translation.
func (t *texts) says(english string, segment int) bool {
	if known := labelPairsKnown[hanOnly(t.segments[segment].Text)]; known != "" && slices.Contains(strings.Fields(known), letters(english)) {
		return true
	}
	if companyText.MatchString(t.segments[segment].Text) && !companyName.MatchString(english) && !beginsAlike(t.results[segment].Text, english) {
		return false
	}
	if voided.MatchString(t.segments[segment].Text) && !voidedInEnglish.MatchString(english) {
		return false // COMMERCIAL INVOICE 商业发票（作废）
	}
	compared, equal := translate.CompareNumbers(t.segments[segment].Text, english, translate.Chinese, translate.English)
	return equal == compared && sharesWords(t.results[segment].Text, english)
}

// voided and voidedInEnglish find that a paper doesn't count, or not as what it looks.
var (
	voided          = pattern.Lazily(`无效|取消|旧|废|草稿|草案|样本|仅供参考`)
	voidedInEnglish = pattern.Lazily(`(?i)\b(?:void|invalid|cancel|old|obsolete|draft|specimen|sample|reference)`)
)

// beginsAlike reports whether two names begin with the same word.
func beginsAlike(a, b string) bool {
	x, y := namingWords(a), namingWords(b)
	return len(x) > 0 && len(y) > 0 && x[0] == y[0]
}

// webAddress is part of a letterhead, and no name's English.
var webAddress = pattern.Lazily(`(?i)\bwww\.|://|@|\S\.(?:com|cn|net|org|hk)\b`)

// labelPairsKnown are labels whose usual English shares no word with their
// translation.
var labelPairsKnown = map[string]string{"致": "to messrs", "联系人": "attn contact contactperson", "传真": "fax", "电话": "tel phone telephone",
	"邮箱": "email mail", "唛头": "marks mark shippingmark shippingmarks", "编号": "no number", "序号": "no item", "货号": "itemno artno item",
	"品名": "description goods", "合计": "total ttl", "总计": "total grandtotal", "共计": "total", "单位": "unit", "数量": "qty quantity", "箱数": "ctns cartons",
	"毛重": "gw grossweight", "净重": "nw netweight", "体积": "meas cbm volume measurement", "备注": "remark remarks note notes", "客户": "customer buyer client to",
	"收货人": "consignee to", "抬头": "to messrs", "日期": "date", "由": "from", "至": "to", "付款方式": "payment payterm paymentterm paymentterms",
	"起运港": "from pol", "装运港": "from pol", "装运口岸": "from", "起运地": "from", "装货港": "from pol", "目的港": "to pod", "目的地": "to", "卸货港": "to pod",
	"总值": "amount total totalamount totalvalue", "总价": "amount", "金额": "amount total", "收件人": "consignee receiver to", "发件人": "shipper sender from",
	"发件人公司": "shipper", "发货人": "shipper from", "进口商": "importer buyer", "签约地点": "signedat", "制造商": "manufacturer maker", "规格": "size spec",
	"尺码": "meas measurement cbm", "兹经买卖双方同意成交下列商品订立条款如下": "theundersignedsellersandbuyershaveagreedtoclosethefollowingtransactions"}

// hanOnly are the Chinese characters of a text.
func hanOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return r
		}
		return -1
	}, s)
}

var word = pattern.Lazily(`[A-Za-z]{2,}`)

// leastShared is how many of the words of the shorter of two texts the other
// one must have too, in percent.
const leastShared = 33

// sharesWords reports whether two English texts have words in common: whole, by
// their beginnings, or shortened: "Invoice No." and "Invoice number", "QTY" and
// "Quantity", "G.W." and "Gross weight".
func sharesWords(a, b string) bool {
	if x, y := letters(a), letters(b); x == y || len(x) > 1 && x == initials(b) || len(y) > 1 && y == initials(a) {
		return x != "" && y != ""
	}
	of, in := word.FindAllString(strings.ToLower(a), -1), word.FindAllString(strings.ToLower(b), -1)
	if len(of) > len(in) {
		of, in = in, of
	}
	shared := 0
	for _, w := range of {
		if slices.ContainsFunc(in, func(v string) bool { return shortens(w, v) || shortens(v, w) }) {
			shared++
		}
	}
	return shared > 0 && shared*100 >= len(of)*leastShared
}

// shortens reports whether a word is the other one cut short (tel, telephone;
// invoices, invoice) or without its vowels (qty, ctns).
func shortens(short, long string) bool {
	const stem = 4
	if strings.HasPrefix(long, short[:min(len(short), stem)]) {
		return true
	}
	if len(short) > 4 || short[0] != long[0] {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func initials(s string) string {
	var b strings.Builder
	for _, w := range word.FindAllString(strings.ToLower(s), -1) {
		b.WriteByte(w[0])
	}
	return b.String()
}

// Company names as the original writes them: a Chinese name mostly stands over
// or under its registered English one.

var companyName = pattern.Lazily(`(?i)\b(?:co|ltd|limited|company|factory|inc|corp|corporation|group|works|mfg|manufactory|llc|llp|plc|gmbh|ag|kg|sarl|sas|srl|bv|nv|ab|oy|pty|jsc|trading|bank|branch|store|shop)\b`)

// know notes what a page tells of names.
func (t *texts) know(g *grid.Grid) {
	t.namesIn(g)
	for _, r := range g.Rows {
		for _, e := range entriesOf(r) {
			if e.label != nil && personOf(e.label.Text, strings.TrimSpace(e.value.Text)) {
				t.persons[strings.TrimSpace(e.value.Text)] = true
			}
		}
	}
}

// namesIn notes which English names stand close to Chinese ones.
func (t *texts) namesIn(g *grid.Grid) {
	for i, r := range g.Rows {
		for j := range r.Cells {
			zh := spacedOut(strings.TrimSpace(r.Cells[j].Text))
			if !companyText.MatchString(zh) || marksOfNote.MatchString(zh) || word.MatchString(zh) {
				continue
			}
			for _, near := range g.Rows[max(i-2, 0):min(i+3, len(g.Rows))] {
				for k := range near.Cells {
					if en := strings.TrimSpace(near.Cells[k].Text); companyName.MatchString(en) && !invoice.HasHan(en) && !strings.Contains(en, "\n") && near.Cells[k].Overlap(&r.Cells[j]) > 0 {
						t.names[zh] = append(t.names[zh], en)
					}
				}
			}
		}
	}
}

// ownName is the English name that the original gives of a company, if one of
// those beside it is what a translator says too.
func ownName(said string, names []string) string {
	for _, name := range names {
		if sameCompany(said, name) {
			return name
		}
	}
	return ""
}

// commonInNames are words that tell no company from another.
var commonInNames = map[string]bool{"co": true, "ltd": true, "limited": true, "company": true, "inc": true, "corp": true, "corporation": true, "and": true, "of": true, "the": true}

// leastOfName is how many of a name's words have to be those of the other, in
// percent.
const leastOfName = 75

func sameCompany(a, b string) bool {
	of, in := namingWords(a), namingWords(b)
	if len(of) > len(in) {
		of, in = in, of
	}
	if len(of) < 2 || of[0] != in[0] {
		return false
	}
	shared := 0
	for _, w := range of {
		if slices.ContainsFunc(in, func(v string) bool { return shortens(w, v) || shortens(v, w) }) {
			shared++
		}
	}
	return shared*100 >= len(in)*leastOfName
}

func namingWords(s string) []string {
	return slices.DeleteFunc(word.FindAllString(strings.ToLower(s), -1), func(w string) bool { return commonInNames[w] })
}
