package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// word is a piece of a text as labels are compared: a run of Latin letters, a
// run of digits, or one Chinese character, folded; # and № are "no".
type word struct {
	folded     string
	start, end int // bytes of the text
}

// words are the words of a text.
func words(text string) []word {
	var all []word
	var folded strings.Builder
	kind, start := 0, 0
	end := func(at int) {
		if kind != 0 {
			all = append(all, word{folded.String(), start, at})
		}
		folded.Reset()
	}
	for i, r := range text {
		next := wordKind(r)
		if next != kind || next == single {
			end(i)
			kind, start = next, i
		}
		if next != 0 {
			folded.WriteString(foldRune(r))
		}
	}
	end(len(text))
	return all
}

// The kinds of runes that words are made of.
const (
	letters = 1 + iota
	figures
	single // each its own word
)

func wordKind(r rune) int {
	switch {
	case r == '#' || r == '№' || r == '＃' || r == 'º' || r == '°':
		return single
	case unicode.Is(unicode.Han, r):
		return single
	case unicode.IsLetter(r):
		return letters
	case unicode.IsDigit(r):
		return figures
	}
	return 0
}

// foldRune makes the ways to write a letter equal.
func foldRune(r rune) string {
	switch r {
	case '#', '№', '＃':
		return "no"
	case 'º', '°':
		return "o"
	}
	r = unicode.ToLower(halfWidth(r))
	if s, ok := simplified[r]; ok {
		r = s
	}
	return string(r)
}

// halfWidth is the narrow form of a full-width letter, digit or sign.
func halfWidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// fold makes ways of writing the same words equal: case, blanks, punctuation,
// full-width and traditional characters. Nothing but letters, digits and
// Chinese characters remains.
func fold(text string) string {
	var b strings.Builder
	for _, w := range words(text) {
		b.WriteString(w.folded)
	}
	return b.String()
}

// simplified has the traditional characters that stand in labels and titles.
var simplified = traditional("發发 單单 號号 碼码 編编 買买 賣卖 賬账 帳账 戶户 銀银 開开 貨货 運运 裝装 駁驳 總总 計计 額额 價价 數数 淨净 體体 積积 標标 嘜唛 " +
	"稱称 電电 話话 傳传 真真 郵邮 編编 聯联 係系 國国 產产 製制 條条 備备 註注 訂订 購购 銷销 報报 關关 業业 質质 幣币 種种 術术 語语 險险 簽签 署署 蓋盖 " +
	"離离 達达 時时 間间 裏里 陸陆 匯汇 款款 擡抬 頭头 廠厂 東东 廣广 門门 灣湾 島岛 區区 縣县 鎮镇 鄉乡 樓楼 層层 號号 會会 員员 應应 據据 寫写 圓圆 貳贰 參叁 億亿 萬万 " +
	"進进 給给 無无 與与 團团 費费 減减 實实 際际 納纳 稅税 識识 別别 統统 證证 書书 輸输 車车 機机 艙舱 櫃柜 鉛铅 條条 餘余 開开 戶户 規规 項项 預预 確确 認认 貿贸 資资 訊讯 詳详 細细")

func traditional(pairs string) map[rune]rune {
	m := map[rune]rune{}
	for pair := range strings.SplitSeq(pairs, " ") {
		r := []rune(pair)
		m[r[0]] = r[1]
	}
	return m
}

// tidy is a line of text as a person reads it: blanks of all kinds are one,
// letters and digits are half-width, spaced out characters are joined.
func tidy(line string) string {
	line = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060' || r == '\u200e' || r == '\u200f' || r == '\ufe0f':
			return -1
		case r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE:
			return -1 // no characters
		case unicode.IsSpace(r) || r == '\u3000' || unicode.IsControl(r):
			return ' '
		case unicode.IsDigit(halfWidth(r)) || unicode.IsLetter(halfWidth(r)):
			return halfWidth(r)
		}
		return r
	}, line)
	return strings.TrimSpace(unspace(strings.ToValidUTF8(line, "")))
}

// unspace joins characters that are spaced out to fill a line (宁  波  好  博,
// I N V O I C E), and makes runs of blanks one blank.
func unspace(line string) string {
	if spelled := spelledOut(line); spelled != "" {
		return spelled
	}
	parts := strings.Fields(line)
	if name := spacedName(parts); name != "" {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(parts); {
		n := spacedOut(line, parts[i:])
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		if n < 2 {
			b.WriteString(parts[i])
			i++
			continue
		}
		b.WriteString(strings.Join(parts[i:i+n], ""))
		i += n
	}
	return b.String()
}

// spacedName joins a company's name whose characters are spaced out here and
// there: 宁波  东  港  文  具  有限公司.
func spacedName(parts []string) string {
	single := 0
	for _, p := range parts {
		if strings.ContainsFunc(p, func(r rune) bool { return !unicode.Is(unicode.Han, r) && !strings.ContainsRune("（）()", r) }) {
			return ""
		}
		if utf8.RuneCountInString(p) == 1 {
			single++
		}
	}
	name := strings.Join(parts, "")
	if single < 2 || hanEnd(name) != len(name) {
		return ""
	}
	return name
}

// spacedOut is how many of the parts are single characters of one word: at
// least three, or the only two of a line of Chinese.
func spacedOut(line string, parts []string) int {
	n := 0
	han := len(parts) > 0 && isHan(parts[0])
	for n < len(parts) && sameScript(parts[0], parts[n]) && (utf8.RuneCountInString(parts[n]) == 1 || han && bracketed.MatchString(parts[n])) {
		n++
	}
	switch {
	case han && n >= 3, han && n == 2 && len(strings.Fields(line)) == 2:
		return n
	case !han && n >= 4 && !wideGaps(line):
		return n
	}
	return 0
}

// bracketed are single characters with the bracket between them: 易（香 港）有.
var bracketed = pattern.Lazily(`^\p{Han}?[（()）]\p{Han}?$`)

// spelledOut joins the letters of a line that is all single letters, whose
// words are parted by wider gaps: N I N G B O   H A O B O.
func spelledOut(line string) string {
	line = strings.TrimSpace(line)
	parts := strings.Fields(line)
	if len(parts) < 4 || !wideGaps(line) {
		return ""
	}
	for _, p := range parts {
		if r, size := utf8.DecodeRuneInString(p); size != len(p) || !unicode.IsLetter(r) || isHan(p) {
			return ""
		}
	}
	var spelled []string
	for word := range strings.SplitSeq(line, "  ") {
		if w := strings.ReplaceAll(word, " ", ""); w != "" {
			spelled = append(spelled, w)
		}
	}
	return strings.Join(spelled, " ")
}

// joinHan joins Chinese characters that are spaced out, three or more of them,
// and leaves all other blanks.
func joinHan(line string) string {
	line = hanParts.ReplaceAllStringFunc(line, func(run string) string {
		if name := spacedName(strings.Fields(run)); name != "" {
			return name
		}
		return run
	})
	return hanInBlanks.ReplaceAllStringFunc(line, func(run string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, run) + run[len(strings.TrimRightFunc(run, unicode.IsSpace)):]
	})
}

// hanParts are Chinese words with blanks between.
var hanParts = pattern.Lazily(`[\p{Han}（()）]+(?:[ \t\x{a0}\x{3000}]+[\p{Han}（()）]+){2,}`)

var hanInBlanks = pattern.Lazily(`(?:^|\s)\p{Han}(?:[（(）)]\p{Han})?(?:[\s　]+\p{Han}(?:[（(）)]\p{Han})?){2,}(?:[\s　]|$)`)

// wideGaps reports whether blanks of different widths part the characters of a
// line: words that are spaced out are then told apart by the wide ones, and
// joining all would run them together.
func wideGaps(line string) bool {
	return strings.Contains(strings.TrimSpace(line), "  ")
}

func isHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

func sameScript(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	return isHan(a) == isHan(b) && unicode.IsLetter(r)
}

// labelWord reports whether a text is a label and nothing else.
func labelWord(text string) bool {
	_, ok := labelIndex()[fold(text)]
	return ok
}

// titles are the words of titles, folded, and what paper they head. Of several
// in one title the first of this list decides: a "proforma invoice" is none
// that is commercial, "invoice and packing list" is an invoice.
var titles = []struct {
	words string
	kind  paperKind
}{
	{"proformainvoice 形式发票 预开发票 估价发票 proforma performainvoice", proforma},
	{"commercialinvoice инвойс 商业发票 送货单 送货清单 发货单 出货单 deliverynote customsinvoice exportinvoice salesinvoice taxinvoice 出口发票 海关发票 invoice 发票 rechnung handelsrechnung factuur facture facturecommerciale factura facturacomercial fattura fatura", commercial},
	{"packinglist упаковочныйлист packinglists packingslip detailedpackinglist packingweightlist weightlist packinglistweightmemo 装箱单 箱单 装箱清单 装箱明细 装箱明细单 包装单 重量单 包装明细", packingList},
	{"quotation quotationsheet pricequotation quote offersheet pricelist 报价单 报价表 报价", quotation},
	{"salescontract purchasecontract salesconfirmation salesorder purchaseorder contract saleandpurchasecontract orderconfirmation order confirmation po " +
		"销售合同 购销合同 采购合同 外销合同 出口合同 售货合同 买卖合同 合同 合同书 销售确认书 售货确认书 成交确认书 采购订单 采购单 销售订单 订单 订购单 订货合同 产品购销合同 工矿产品购销合同 国际货物买卖合同 外贸合同 订货单", contract},
}

// shortTitles stand for titles as the names of sheets.
var shortTitles = map[string]paperKind{
	"pi": proforma, "ci": commercial, "inv": commercial, "pl": packingList, "packing": packingList,
	"sc": contract, "po": contract, "quo": quotation, "civ": commercial, "fp": commercial, "iv": commercial, "zxd": packingList,
}

// titleFillers may stand in a title beside its words.
var titleFillers = []string{"the", "and", "for", "of", "a", "original", "copy", "export", "customs", "purpose", "purposes", "clearance", "only", "to",
	"正本", "副本", "出口", "进口", "报关", "报关用", "清关", "清关用", "用", "和", "及", "与", "外销", "国际", "产品", "货物", "工业品", "工矿产品", "商品", "设备", "外贸", "样品", "代合同", "代", "书", "customer", "sheet", "form"}

// titleKind tells what paper a text heads, where it is a title and nothing
// else: COMMERCIAL INVOICE 商业发票, "PACKING  LIST", the name of a sheet. All
// other texts are unknownPaper.
func titleKind(text string) paperKind {
	if len(text) > 200 {
		return unknownPaper
	}
	text = withoutNote(text)
	folded := fold(text)
	if labelIndex()[folded].party() {
		return unknownPaper // Invoice to
	}
	if short := strings.Trim(folded, "0123456789"); len(folded)-len(short) <= 1 && !numberedCode.MatchString(text) { // "PI 2", but SC21826 and CI-1 are numbers
		if k, ok := shortTitles[short]; ok {
			return k
		}
	}
	if folded == "" || strings.ContainsAny(text, ":：") && !strings.HasSuffix(strings.TrimSpace(text), ":") && !strings.HasSuffix(strings.TrimSpace(text), "：") {
		return unknownPaper
	}
	kind := unknownPaper
	for _, t := range titles {
		for w := range strings.SplitSeq(t.words, " ") {
			if strings.Contains(folded, w) && titleOnly(folded) {
				if kind == unknownPaper {
					kind = t.kind
				}
			}
		}
	}
	return kind
}

// numberedCode is a short title with a number that a sign parts from it.
var numberedCode = pattern.Lazily(`^\s*\pL+\s?[-/_#]\s?\d`)

// withoutNote takes what stands in brackets behind a title off it: （含税）,
// (REVISED). A short word with a bracket is rather the head of a column, and an
// old paper is none.
func withoutNote(text string) string {
	note := titleNote.FindString(text)
	bare := strings.TrimSuffix(text, note)
	if letters := len(fold(bare)); note == "" || letters < 7 || oldPaper.MatchString(note) {
		return text
	}
	return bare
}

var oldPaper = pattern.Lazily(`(?i)旧|作废|\b(old|void|cancel|template)`)

var titleNote = pattern.Lazily(`\s*[(（\[【][^()（）\[\]【】:：]{1,60}[)）\]】]\s*$`)

// labelsCode reports whether cell i of a row, though its words are a title's
// too, is the label of the number beside it: Contract: | RU-XD-06, PO | 4711.
func labelsCode(cells []grid.Cell, i int) bool {
	text := strings.TrimSpace(cells[i].Text)
	if i+1 >= len(cells) || !labelWord(text) && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") {
		return false
	}
	next := &cells[i+1]
	return next.Kind == grid.Number || next.Kind == grid.Text && digitCount(next.Text) > 0 && fits("contract.number", next, tidy(next.Text))
}

// titleOnly reports whether folded consists of the words of titles, of which
// fillers alone, as of Ex Port, are none.
func titleOnly(folded string) bool {
	reach := make([]bool, len(folded)+1)   // by any words
	fillers := make([]bool, len(folded)+1) // by fillers alone
	reach[0], fillers[0] = true, true
	for i := range folded {
		if !reach[i] {
			continue
		}
		for _, t := range titles {
			for w := range strings.SplitSeq(t.words, " ") {
				if strings.HasPrefix(folded[i:], w) {
					reach[i+len(w)] = true
				}
			}
		}
		for _, w := range titleFillers {
			if strings.HasPrefix(folded[i:], w) {
				reach[i+len(w)] = true
				fillers[i+len(w)] = fillers[i+len(w)] || fillers[i]
			}
		}
	}
	return reach[len(folded)] && !fillers[len(folded)]
}
