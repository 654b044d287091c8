package offline

import (
	"strings"
)

// legalForms end a company's name. The glossary's legal class adds others.
var companyEndings = []string{"公司", "厂", "商行", "经营部", "银行", "分行", "支行", "工作室", "事务所", "门市部", "批发部", "合作社", "商店", "研究院", "集团", "营业部", "合伙企业", "个体工商户", "营业厅", "贸易行", "研究所", "服务部", "商贸行"}

// guessedName is why no company's English name is final: only the registered
// one is right, and a wrong one sends a payment back.
const guessedName = "a company's English name is put together by rule, not the registered one"

// knownName is why even a name of the table is looked at again: it is one of the
// makers', not of the order's party.
const knownName = "the English name is the one the company is known by; compare it with its papers"

func looksLikeCompany(text string) bool {
	base := strings.TrimSuffix(text, ")")
	if base != text {
		if open := strings.LastIndexByte(base, '('); open > 0 {
			base = base[:open]
		}
	}
	n := len([]rune(base))
	if n < 4 || n > 45 || strings.ContainsAny(text, "，。;:、 ") {
		return false
	}
	if strings.HasSuffix(base, "银行") && containsAny(base, []string{"须为", "应为", "必须", "须由", "应由", "须是", "应是"}) {
		return false // what the bank must be
	}
	if strings.HasSuffix(base, "厂") && containsAny(base, []string{"须", "需", "请", "由", "运至", "送至", "送到", "运到", "发往", "到厂", "出厂", "返厂", "进厂", "离厂"}) {
		return false // what must come to the factory
	}
	if containsAny(base, []string{"由买方", "由卖方", "由客户", "由工厂", "由供应商", "指定", "发往", "退回", "寄往", "寄给", "发给", "交给"}) {
		return false // what is done by or to a company
	}
	for _, ending := range companyEndings {
		if strings.HasSuffix(base, ending) && n > len([]rune(ending))+1 {
			return ending != "厂" && ending != "集团" || n >= 5
		}
	}
	return false
}

// company writes a company's name as place, brand in pinyin, trade and legal form:
// 义乌市兴业日用品有限公司, Yiwu Xingye Daily Necessities Co., Ltd.
func (k *knowledge) company(text string) piece {
	name := strings.ReplaceAll(tight(text), " ", "")
	if english := k.makers()[name]; english != "" {
		return piece{english, []string{knownName}}
	}
	p := piece{doubts: []string{guessedName}}
	if strings.Contains(name, "银行") {
		p.text = k.bankName(name)
		return p
	}
	if head, branch, ok := k.branch(name); ok {
		p.text = k.companyName(head) + ", " + branch
		return p
	}
	p.text = k.companyName(name)
	return p
}

// readMakers reads the table of companies with an English name of their own.
func readMakers() map[string]string {
	makers := map[string]string{}
	eachRow("tables/makers.tsv", func(row []string) { makers[row[0]] = row[1] })
	return makers
}

// branch cuts "…有限公司义乌分公司" in two.
func (k *knowledge) branch(name string) (head, branch string, ok bool) {
	at := strings.Index(name, "公司")
	if at < 0 {
		return "", "", false
	}
	at += len("公司")
	rest := name[at:]
	for _, form := range []struct{ zh, en string }{{"分公司", "Branch"}, {"分厂", "Branch Factory"}, {"办事处", "Office"}, {"营业部", "Business Department"}, {"事业部", "Division"}, {"中心支公司", "Central Sub-branch"}, {"支公司", "Sub-branch"}, {"代表处", "Representative Office"}, {"分店", "Branch Store"}, {"分部", "Division"}} {
		if where, found := strings.CutSuffix(rest, form.zh); found {
			return name[:at], strings.TrimSpace(k.named(where) + " " + form.en), true
		}
	}
	return "", "", false
}

func (k *knowledge) companyName(name string) string {
	var words []string
	places, rest := k.leadingPlaces(name)
	words = append(words, places...)
	core, forms := k.legalForm(rest)
	if strings.HasPrefix(name, "香港") && len(forms) == 1 && forms[0] == "Co., Ltd." {
		forms[0] = "Limited" // as companies there are registered
	} else if strings.HasPrefix(name, "香港") && len(forms) == 1 {
		forms[0] = strings.Replace(forms[0], "Co., Ltd.", "Limited", 1)
	}
	if owner, ok := k.person(core); ok && len(forms) == 1 && forms[0] == "(Individual Business)" {
		return joinWords(append(words, owner, forms[0])) // 陈小明(个体工商户)
	}
	words = append(words, k.brandAndTrade(core)...)
	return joinWords(append(words, forms...))
}

// leadingPlaces takes the places off the front: 浙江省义乌市 gives Zhejiang Yiwu.
func (k *knowledge) leadingPlaces(name string) (words []string, rest string) {
	rest = name
	if k.startsWithBrand(rest) {
		return nil, rest
	}
	for range 4 {
		if zone := zoneAt(rest); len(words) > 0 && zone.zh != "" {
			words = append(words, strings.TrimSpace(strings.ReplaceAll(zone.en, "{}", "")))
			rest = strings.TrimPrefix(rest, zone.zh)
			continue
		}
		length := k.companyPlace(rest, len(words) > 0)
		if length == 0 {
			break
		}
		zh := rest[:length]
		for _, d := range []string{"省", "市", "区", "县", "镇", "街道"} {
			if base, ok := strings.CutSuffix(zh, d); ok && len([]rune(base)) >= 2 && k.ofClass(zh, place) == nil {
				zh = base
				break
			}
		}
		if e := k.ofClass(zh, user, place, port); e != nil {
			words = append(words, unranked(e.en))
		} else {
			name, _ := k.pinyin(zh)
			words = append(words, name)
		}
		rest = rest[length:]
	}
	return words, rest
}

// unranked leaves out the rank, which companies' names don't tell, and writes the
// larger place first: Ningbo Beilun.
func unranked(place string) string {
	if small, large, ok := strings.Cut(place, ", "); ok {
		place = large + " " + small
	}
	for _, rank := range []string{" City", " District", " County", " Banner", " Town", " Subdistrict"} {
		if name, ok := strings.CutSuffix(place, rank); ok {
			return name
		}
	}
	return place
}

// zoneAt gives the zone a name goes on with: 保税区, 经济开发区.
func zoneAt(name string) (found addressForm) {
	for _, form := range addressForms {
		if form.level == 6 && strings.HasSuffix(form.zh, "区") && strings.HasPrefix(name, form.zh) && len(form.zh) > len(found.zh) {
			found = form
		}
	}
	return found
}

// brand is the class of makers known by an English name of their own.
const brand class = "brand"

func (k *knowledge) startsWithBrand(name string) bool {
	for i := range name {
		if i > 0 && i <= 15 && k.ofClass(name[:i], brand) != nil {
			return true
		}
	}
	return false
}

// companyPlace gives the length of the place a company's name begins with. After
// a first place only one that shows its rank counts, else brands are mistaken.
func (k *knowledge) companyPlace(name string, second bool) int {
	best := 0
	count := 0
	for i := range name + " " {
		if count >= 2 && count <= 8 {
			zh := name[:i]
			ranked := strings.HasSuffix(zh, "省") || strings.HasSuffix(zh, "市") || strings.HasSuffix(zh, "区") || strings.HasSuffix(zh, "县") || strings.HasSuffix(zh, "镇") || strings.HasSuffix(zh, "街道")
			known := k.placeName(zh) != ""
			if known && (!second || ranked) || ranked && count >= 3 && (count <= 4 || count == 5 && strings.HasSuffix(zh, "街道")) && !strings.HasSuffix(zh, "区") && !k.startsKnownWord(name[i-3:]) {
				best = i
			}
		}
		count++
	}
	return best
}

// startsKnownWord keeps 市场 and the like from being cut as a rank.
func (k *knowledge) startsKnownWord(rest string) bool {
	return strings.HasPrefix(rest, "市场") || strings.HasPrefix(rest, "市政") || strings.HasPrefix(rest, "区块") || strings.HasPrefix(rest, "县域") || strings.HasPrefix(rest, "省心")
}

// legalForm takes the legal form off the end, Group and brackets with it.
func (k *knowledge) legalForm(name string) (core string, forms []string) {
	core = name
	for range 3 {
		if base, ok := strings.CutSuffix(core, ")"); ok {
			if open := strings.LastIndexByte(base, '('); open > 0 {
				inner := base[open+1:]
				forms = append([]string{"(" + k.bracketed(inner) + ")"}, forms...)
				core = base[:open]
				continue
			}
		}
		zh, en := k.longestLegalSuffix(core)
		if zh == "" {
			break
		}
		core = strings.TrimSuffix(core, zh)
		forms = append([]string{en}, forms...)
		if zh != "有限公司" && zh != "股份有限公司" && zh != "公司" && zh != "有限责任公司" {
			break
		}
	}
	return core, forms
}

func (k *knowledge) bracketed(inner string) string {
	switch inner {
	case "集团":
		return "Group"
	case "有限合伙":
		return "Limited Partnership"
	case "普通合伙":
		return "General Partnership"
	case "个体工商户":
		return "Individual Business"
	case "一人有限公司", "一人有限责任公司", "自然人独资":
		return "One-Person Company"
	case "特殊普通合伙":
		return "Special General Partnership"
	}
	return k.named(inner)
}

// fixedForms are legal forms in a company's name whose English is settled.
var fixedForms = map[string]string{
	"有限公司": "Co., Ltd.", "有限责任公司": "Co., Ltd.", "股份有限公司": "Co., Ltd.", "公司": "Company", "厂": "Factory", "集团": "Group",
	"商行": "Trading Firm", "经营部": "Business Department", "总公司": "Corporation", "店": "Store", "行": "Firm", "贸易行": "Trading Firm",
}

func (k *knowledge) longestLegalSuffix(name string) (zh, en string) {
	runes := []rune(name)
	for n := min(len(runes), 10); n > 0; n-- {
		suffix := string(runes[len(runes)-n:])
		if fixed, ok := fixedForms[suffix]; ok {
			return suffix, fixed
		}
		if e := k.ofClass(suffix, legal); e != nil && isCompanyForm(e.en) {
			return suffix, titleCase(e.en)
		}
	}
	return "", ""
}

func isCompanyForm(en string) bool { return en != "" && en[0] >= 'A' && en[0] <= 'Z' }

// brandAndTrade divides the middle of a name: the trade's words are taken from the
// end as long as a brand of two characters or more is left in front.
func (k *knowledge) brandAndTrade(core string) []string {
	if core == "" {
		return nil
	}
	if open := strings.IndexByte(core, '('); open >= 0 {
		if end := strings.IndexByte(core, ')'); end > open {
			words := k.brandAndTrade(core[:open])
			words = append(words, "("+k.bracketed(core[open+1:end])+")")
			return append(words, k.tradeWords(core[end+1:])...)
		}
	}
	runes := []rune(core)
	split := k.tradeStart(runes)
	var words []string
	if brand := string(runes[:split]); brand != "" {
		words = append(words, k.brandName(brand))
	}
	return append(words, k.tradeWords(string(runes[split:]))...)
}

// brandName writes a maker's own name: four characters are two words, as 美丽人生,
// Meili Rensheng.
func (k *knowledge) brandName(zh string) string {
	runes := []rune(zh)
	whole := k.named(zh)
	if len(runes) != 4 || strings.Contains(whole, " ") || k.ofClass(zh, user, brand, place, port) != nil || strings.IndexFunc(zh, func(r rune) bool { return !isHan(r) }) >= 0 {
		return whole
	}
	first, _ := k.pinyin(string(runes[:2]))
	second, _ := k.pinyin(string(runes[2:]))
	return first + " " + second
}

// tradeStart finds where the trade's words begin: the earliest place, not before
// the brand's two characters, from which known words reach the end.
func (k *knowledge) tradeStart(runes []rune) int {
	n := len(runes)
	reaches := make([]bool, n+1)
	reaches[n] = true
	start := n
	for i := n - 1; i >= 0; i-- {
		for end := i + 2; end <= n; end++ {
			if reaches[end] && k.trade(string(runes[i:end])) != nil {
				reaches[i] = true
			}
		}
		if reaches[i] && i >= 2 {
			start = i
		}
	}
	if start == n && reaches[0] {
		return 0
	}
	return start
}

// coveredByTrades reports whether words of trades make up the whole.
func (k *knowledge) coveredByTrades(runes []rune) bool {
	n := len(runes)
	reaches := make([]bool, n+1)
	reaches[n] = true
	for i := n - 1; i >= 0; i-- {
		for end := i + 2; end <= n; end++ {
			reaches[i] = reaches[i] || reaches[end] && k.ofClass(string(runes[i:end]), user, industry, firm) != nil
		}
	}
	return n > 0 && reaches[0]
}

func (k *knowledge) trade(zh string) *entry {
	return k.ofClass(zh, user, industry, firm, noun, material, part)
}

// tradeWords translates the trade's words, the longest first.
func (k *knowledge) tradeWords(zh string) []string {
	var words []string
	runes := []rune(zh)
	for i := 0; i < len(runes); {
		end := len(runes)
		for ; end > i+1; end-- {
			if e := k.trade(string(runes[i:end])); e != nil {
				if word := titleCase(e.en); len(words) == 0 || words[len(words)-1] != word {
					words = append(words, word)
				}
				break
			}
		}
		if end > i+1 {
			i = end
			continue
		}
		rest := string(runes[i:])
		if e := k.trade(rest); e != nil {
			rest = titleCase(e.en)
		} else {
			rest, _ = k.pinyin(rest)
		}
		words = append(words, rest)
		break
	}
	return words
}

// named writes a proper name: known places and brands, Latin as it is, else pinyin.
func (k *knowledge) named(zh string) string {
	if zh == "" {
		return ""
	}
	if e := k.ofClass(zh, user, brand, place, port); e != nil {
		return e.en
	}
	for _, d := range []string{"市", "省", "县", "区"} {
		if base, ok := strings.CutSuffix(zh, d); ok {
			if e := k.ofClass(base, user, place); e != nil {
				return e.en
			}
		}
	}
	runes := []rune(zh)
	for n := len(runes) - 1; n >= 2; n-- {
		if e := k.ofClass(string(runes[:n]), user, place); e != nil && (n > 2 || len(runes) > 3) {
			rest, _ := k.pinyin(string(runes[n:]))
			return e.en + " " + rest
		}
	}
	if !isHan(runes[0]) {
		latin := strings.IndexFunc(zh, isHan)
		if latin < 0 {
			return zh
		}
		return joinWords([]string{zh[:latin], k.named(zh[latin:])})
	}
	name, _ := k.pinyin(zh)
	return name
}

// bankForms are the legal forms of banks that write theirs otherwise than Co., Ltd.
var bankForms = map[string]string{
	"中国建设银行": " Corporation", "中国工商银行": " Limited", "中国农业银行": " Limited", "中国银行": " Limited", "中信银行": " Corporation Limited", "中国光大银行": " Company Limited", "中国民生银行": " Corp., Ltd.",
}

// bankName writes a bank with its branch: Bank of China, Yiwu Branch.
func (k *knowledge) bankName(name string) string {
	at := strings.LastIndex(name, "银行") + len("银行")
	head, rest := name[:at], name[at:]
	legalForm := ""
	for _, form := range []string{"股份有限公司", "有限责任公司", "有限公司"} {
		if after, ok := strings.CutPrefix(rest, form); ok {
			rest, legalForm = after, " Co., Ltd."
		}
	}
	if own := bankForms[head]; own != "" && legalForm != "" {
		legalForm = own
	}
	english := ""
	if e := k.ofClass(head, bank); e != nil {
		english = e.en
	} else {
		english = k.unknownBank(head)
	}
	text := english + legalForm
	for rest != "" {
		where, form, after := branchPart(rest)
		if form == "" {
			text += ", " + k.named(rest)
			break
		}
		text += ", " + strings.TrimSpace(k.branchPlace(where)+" "+form)
		rest = after
	}
	return text
}

// unknownBank names a bank that the glossary doesn't hold: place, brand, kind.
func (k *knowledge) unknownBank(head string) string {
	for _, kind := range []struct{ zh, en string }{{"农村商业银行", "Rural Commercial Bank"}, {"商业银行", "Commercial Bank"}, {"村镇银行", "Village and Township Bank"}, {"银行", "Bank"}} {
		if brand, ok := strings.CutSuffix(head, kind.zh); ok {
			places, rest := k.leadingPlaces(brand)
			if rest != "" {
				places = append(places, k.named(rest))
			}
			return joinWords(append(places, kind.en))
		}
	}
	return head
}

func branchPart(rest string) (where, form, after string) {
	first := -1
	for _, b := range []struct{ zh, en string }{{"分行", "Branch"}, {"支行", "Sub-branch"}, {"营业部", "Business Department"}, {"分理处", "Office"}, {"营业厅", "Business Hall"}} {
		if i := strings.Index(rest, b.zh); i >= 0 && (first < 0 || i < first) {
			first, where, form, after = i, rest[:i], b.en, rest[i+len(b.zh):]
		}
	}
	return where, form, after
}

// branchPlace writes 义乌江东 as Yiwu Jiangdong.
func (k *knowledge) branchPlace(zh string) string {
	places, rest := k.leadingPlaces(zh)
	if rest != "" {
		places = append(places, k.named(rest))
	}
	return strings.Join(places, " ")
}
