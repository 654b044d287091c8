package read

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

// role is what a column of a table holds.
type role uint8

const (
	noRole role = iota
	roleNo
	roleMarks
	roleSKU
	roleBuyerSKU
	roleGTIN
	roleASIN
	roleOrder // the number of an order or contract that a line belongs to
	roleDescription
	roleName
	roleZh // the description in Chinese
	roleEn // and in English
	roleSpec
	roleModel
	roleMaterial
	roleUse
	roleColour
	roleSize
	roleBrand
	roleHS
	roleOrigin
	roleQuantity
	roleUnit
	rolePrice
	roleAmount
	roleCurrency
	roleDiscount
	roleTaxRate
	roleTax
	roleTaxed // the amount with its tax
	roleCartons
	rolePerCarton
	roleCartonNo
	rolePackage // the kind of package
	roleNet
	roleGross
	roleVolume
	roleMeasure // length × width × height of a package
	roleLength
	roleWidth
	roleHeight
	rolePicture
	roleRemarks
	roleElements
	roleCost  // internal: a cost, a profit, a factory
	roleOther // known, and of no use to an order
)

// extent says whether a figure is of one package or unit, or of all.
type extent uint8

const (
	anyExtent extent = iota
	ofEach
	ofAll
)

// columnHead is what the head of a column says.
type columnHead struct {
	role     role
	said     role // by its words alone, whatever stands under it
	extent   extent
	unit     invoice.Text // of the quantity: Qty (PCS)
	per      string       // of the price: 100 in USD/100PCS
	scale    string       // of a size or weight: mm, cm, m; g, kg, t; cbm, cuft
	currency string
	terms    string // the Incoterm with its place, as written
	text     string
	coverage int // how much of the text was understood, in percent
	// both reports that the head is of net and gross weights in one cell:
	// N.W./G.W.; netFirst says in which order.
	both, netFirst bool
}

var (
	brackets   = pattern.Lazily(`\(([^()]*)\)|\[([^\[\]]*)\]|【([^】]*)】`)
	spacedHan  = pattern.Lazily(`(\p{Han})\s+(\p{Han})`)
	shortForms = strings.NewReplacer("n.w.", " nw ", "n.w", " nw ", "n/w", " nw ", "n. w.", " nw ", "g.w.", " gw ", "g.w", " gw ", "g/w", " gw ", "g. w.", " gw ",
		"q'ty", " qty ", "q’ty", " qty ", "qty.", " qty ", "ctn(s)", " ctns ", "carton(s)", " cartons ", "package(s)", " packages ", "pkg(s)", " pkgs ", "(s)", "s ", "no(s)", " no ", "item#", " item no ", "m³", " m3 ", "m²", " m2 ", "㎡", " m2 ", "h.s.", " hs ", "u/price", " unit price ", "u. price", " unit price ", "u.price", " unit price ",
		"s/c no", " contract no ", "l/c no", " lc no ", "b/l no", " bl no ", "c/no", " carton no ", "p.o.", " po ", "p/o", " po ", "nº", " no ", "n°", " no ", "№", " no ")
)

// foldHead is a head's text as its words are looked up: small letters, words
// parted by single blanks.
func foldHead(s string) string {
	s = strings.ToLower(narrow(s))
	s = shortForms.Replace(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '#', r == '%', r == '×', r == '$', r == '¥', r == '€':
			return r
		}
		return ' '
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

var headNumber = pattern.Lazily(`^\s*\(?\d{1,2}\s*[.)、]\s*([^\d\s])`)

// unnumbered is a head without the number that forms give their boxes: 13.
// Description of Goods.
func unnumbered(s string) string { return headNumber.ReplaceAllString(narrow(s), "$1") }

// parseHead reads the head of a column; its role is noRole where nothing in it
// is known.
func parseHead(s string) columnHead {
	h := columnHead{text: strings.TrimSpace(s)}
	n := unnumbered(s)
	if len([]rune(n)) > 90 {
		return h
	}
	n = shortForms.Replace(strings.ToLower(n))
	inside := ""
	outside := brackets.ReplaceAllStringFunc(n, func(m string) string {
		inside += " " + strings.Trim(m, "()[]【】")
		return " "
	})
	words := foldHead(outside)
	h.role, h.coverage = headRole(words)
	if (h.role == rolePrice || h.role == roleAmount) && h.coverage < 50 {
		_, h.coverage = headRole(foldHead(headIncoterm.ReplaceAllString(outside, " "))) // Unit Price DAP Rotterdam
	}
	if r, covers := headRole(foldHead(inside)); h.role == noRole && (strings.TrimSpace(words) == "" || r == roleVolume) {
		h.role, h.coverage = r, covers
	}
	if h.role == noRole && strings.TrimSpace(words) != "" {
		h.role, h.coverage = unitHead(words)
	}
	h.qualify(words, foldHead(inside), n)
	if h.role == noRole && h.terms != "" {
		h.role, h.coverage = rolePrice, 100 // FOB WENZHOU USD
	}
	h.said = h.role
	return h
}

// unitHead is for heads that are only a unit: Rolls, 件, Pallets.
func unitHead(words string) (role, int) {
	w := strings.TrimPrefix(words, "total ")
	if u, ok := terms.Units.Find(w); ok && (strings.HasSuffix(w, "s") || invoice.HasHan(w)) && len(w) > 2 {
		if u.Code == "pallet" {
			return roleCartons, 100
		}
		return roleQuantity, 100
	}
	return noRole, 0
}

// headRole is the first rule that a head's words meet, with the share of the
// words that heads are known to hold.
func headRole(words string) (role, int) {
	if words == "" {
		return noRole, 0
	}
	words = strings.ReplaceAll(words, "长×宽×高", "长宽高")
	if r := wholeHeads[words]; r != noRole {
		return r, 100
	}
	joined := spacedHan.ReplaceAllString(spacedHan.ReplaceAllString(words, "$1$2"), "$1$2")
	padded := spaceHan(joined)
	for _, rule := range soughtHeads() {
		if slices.ContainsFunc(rule.words, func(w soughtWord) bool { return w.in(padded, joined) }) {
			return correctRole(rule.role, padded, joined), covered(padded, joined)
		}
	}
	return noRole, covered(padded, joined)
}

// wholeHeads are words that are heads where nothing stands beside them.
var wholeHeads = map[string]role{"type": roleModel, "typ": roleModel, "c o": roleOrigin, "country": roleOrigin, "each": rolePrice, "title": roleDescription, "measure": roleUnit, "me": roleUnit, "ea": rolePrice}

// spaceHan parts Chinese from Latin words.
func spaceHan(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if last != 0 && last != ' ' && r != ' ' && unicode.Is(unicode.Han, r) != unicode.Is(unicode.Han, last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return " " + b.String() + " "
}

// headHas reports whether one of the words stands in a head: Chinese anywhere,
// Latin as whole words.
func headHas(padded, joined string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return sought(w).in(padded, joined) })
}

// correctRole settles heads whose first words mislead.
func correctRole(r role, padded, joined string) role {
	has := func(words ...string) bool { return headHas(padded, joined, words) }
	if r == roleSKU && has("buyer", "buyers", "customer", "customers", "client", "clients", "cust", "your", "客户", "客人", "买方", "买家") {
		return roleBuyerSKU
	}
	switch {
	case r == roleMarks && has("trade mark", "trademark", "商标"):
		return roleBrand
	case r == roleCost && has("货号", "款号"):
		return roleSKU
	}
	switch r {
	case roleSize, roleColour, roleBrand, roleMaterial, roleSpec:
		padded, joined = ofGoods.ReplaceAllString(padded, "$1$2$3"), ofGoods.ReplaceAllString(joined, "$1$2$3")
	}
	money := has("price", "amount", "value", "单价", "金额", "总价", "total amount", "价格")
	switch {
	case (r == roleNet || r == roleGross) && has("unit net weight", "unit gross weight", "weight per unit", "weight per piece"):
		return roleOther
	case r == roleGross && has("净重", "nw", "net weight", "net wt") && !has("毛重", "gw", "gross weight", "gross wt", "gross"):
		return roleNet // 净重 under 总重量
	case (r == roleNet || r == roleGross) && money:
		if has("price", "单价", "价格") {
			return rolePrice
		}
		if r == roleGross {
			return roleTaxed
		}
		return roleAmount
	case (r == roleNet || r == roleGross) && has("usd", "us$", "eur", "rmb", "cny", "gbp", "hkd", "€", "£", "$", "¥") && !has("nw", "gw", "净重", "毛重", "weight", "wt", "kg", "kgs"):
		if r == roleGross {
			return roleTaxed
		}
		return roleAmount
	case (r == roleNet || r == roleGross) && has("total") && !has("nw", "gw", "净重", "毛重", "weight", "wt", "kg", "kgs"):
		return roleAmount
	case r == roleCost && has("unit cost", "total cost") && !has("成本"):
		if has("total cost") {
			return roleAmount
		}
		return rolePrice
	case (r == roleMeasure || r == roleQuantity) && has("unit of measurement", "units of measurement", "measuring unit", "qty unit", "quantity unit", "数量单位", "计量单位") && !has("qty", "quantity"), r == roleQuantity && has("qty unit", "quantity unit", "数量单位", "unit of qty"):
		return roleUnit
	case r == roleMeasure && has("外箱数", "外箱数量", "箱数", "件数"):
		return roleCartons
	case r == roleMeasure && has("箱号", "箱序", "箱编号"):
		return roleCartonNo
	case r == roleMeasure && (has("cbm", "m3", "立方", "体积")):
		return roleVolume
	case r == roleMeasure || r == roleVolume:
		return dimension(r, padded)
	case r == rolePerCarton && money, r == roleCartons && money, r == roleCartonNo && money:
		if has("price", "单价", "价格") {
			return rolePrice
		}
		return roleAmount
	case r == roleCartonNo && has("qty", "quantity", "数量"):
		return roleCartons
	case r == roleCartons && numberedPackages.MatchString(padded):
		return roleCartonNo
	case r == roleOrigin && has("made in") && has("description", "品名"):
		return roleDescription
	case r == roleSKU && has("description", "品名", "名称", "description of goods") && !has("no", "货号", "编号", "code", "款号"):
		return roleDescription
	case r == roleModel && has("品名", "description", "名称", "货物名称"):
		return roleDescription
	case (r == roleSpec || r == roleSize || r == roleMaterial || r == roleBrand || r == roleColour) && has("description", "品名", "名称", "货名", "货物名称", "commodity", "goods", "商品", "product name", "item name", "name", "product", "products"):
		return roleDescription
	case r == roleTax && has("price", "单价", "preis", "vk preis", "einzelpreis", "prix"):
		return rolePrice
	case r == roleTax && has("zeilenbetrag", "betrag", "gesamtbetrag", "montant", "importe"):
		return roleAmount
	case r == roleTax && has("amount", "金额", "total", "总价") && has("incl", "including", "含税", "with", "inc"):
		return roleTaxed
	case r == roleTax && has("amount", "金额", "总价", "total") && has("excl", "excluding", "不含税", "without", "ex", "before", "net", "taxable"):
		return roleAmount
	case r == roleTaxed && has("unit price", "单价"):
		return rolePrice
	case r == roleOther && has("qty", "quantity") && !has("法定数量", "第二数量"):
		return roleQuantity
	case r == roleOrder && has("description", "品名"):
		return roleDescription
	case r == rolePrice && has("total price", "total unit price", "总价", "金额", "total amount", "ext price", "extended price") && !has("单价", "unit price"):
		return roleAmount
	case r == roleAmount && has("weight", "wt") && !money && !has("usd", "us$", "eur", "rmb", "cny", "$"):
		return roleGross // Total weight, as 总重量
	case r == roleAmount && has("qty", "quantity", "数量", "pcs", "pieces") && !has("amount", "金额", "value", "price", "总价", "总值", "货值"):
		return roleQuantity
	case r == roleUnit && has("包装单位", "packing unit"):
		return rolePackage
	case r == roleQuantity && strings.TrimSpace(padded) == "units":
		return roleUnit
	case (r == roleMarks || r == roleCartons || r == roleCartonNo || r == rolePackage) && has("description", "description of goods", "品名", "货物名称"):
		return roleDescription
	}
	return r
}

// numberedPackages is a head of the numbers on packages: Pkgs No., Packages
// Nos., unlike No. of pkgs. What stands under it may count them all the same.
var numberedPackages = pattern.Lazily(`^ (?:total )?(?:pkgs|packages|ctns|cartons|packs|cases|boxes|plts|pallets) (?:no|nos|number|numbers) $`)

// ofGoods are words for the goods, or for a name, that stand with a property of
// theirs: Product size, Brand name, 商品尺寸.
var ofGoods = pattern.Lazily(`\b(?:products?|items?|goods|articles?) (size|sizes|colou?rs?|brand|materials?|spec|specs|specifications?)\b|\b(brand|trademark|trade mark|colou?r) name\b|(?:商品|产品|货物|货品)(尺寸|尺码|规格|颜色|品牌|材质|材料)`)

// dimension is the one edge that a head under "Measurement" names.
func dimension(r role, padded string) role {
	fields := strings.Fields(padded)
	if len(fields) < 1 || slices.Contains(fields, "l") && slices.Contains(fields, "w") { // all edges: L*W*H
		return r
	}
	switch fields[len(fields)-1] {
	case "l", "length", "长":
		return roleLength
	case "w", "width", "宽":
		return roleWidth
	case "h", "height", "高":
		return roleHeight
	}
	return r
}

// covered is the share of a head's letters that stand in words of heads.
func covered(padded, joined string) int {
	known := []byte(padded)
	mark := func(w string) {
		from := 0
		for {
			at := strings.Index(padded[from:], w)
			if at < 0 {
				return
			}
			for i := range len(w) {
				known[from+at+i] = 0
			}
			from += at + len(w)
		}
	}
	for _, rule := range soughtHeads() {
		for _, w := range rule.words {
			if w.han || strings.Contains(padded, w.parted) {
				mark(w.tight)
			}
		}
	}
	for _, w := range strings.Fields(padded) {
		if headFillers[w] || terms.Units.Has(w) || strings.Trim(w, "0123456789%$¥€#×") == "" {
			mark(w)
		}
	}
	all, left := 0, 0
	for i := range len(padded) {
		if padded[i] != ' ' {
			all++
			if known[i] != 0 {
				left++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return 100 * (all - left) / all
}

var (
	headIncoterm = pattern.Lazily(`(?i)\b(fob|cif|cfr|c&f|cnf|exw|ex-works|ex works|fca|ddp|dap|cpt|cip|dpu|fas|ddu)\b[ ,:]*([a-z][a-z .'-]*[a-z]|\p{Han}+)?`)
	headPer      = pattern.Lazily(`(?i)(?:/|per|每)\s*(\d{2,6})\s*(?:pcs|pc|pieces|sets|个|件|只|支|\b)|(?:/|per|每)\s*(千|百|thousand|hundred)`)
	headScale    = pattern.Lazily(`\b(mm|cm|m|inch|inches|kg|kgs|g|lbs|lb|t|mt|tons|m3|cbm|cuft|cu ft|cft)\b|厘米|毫米|公斤|千克|立方米|克|吨|磅`)
)

// qualify reads what a head says beside its role.
func (h *columnHead) qualify(words, inside, whole string) {
	all := " " + words + " " + inside + " "
	if h.role == rolePackage && packageUnit(inside) {
		h.role = roleCartons // Package (CTNS)
	}
	h.currency = moneyMark(whole)
	if m := headIncoterm.FindString(whole); m != "" && (h.role == rolePrice || h.role == roleAmount || h.role == noRole) {
		h.terms = m
	}
	if m := headPer.FindStringSubmatch(whole); m != nil && h.role == rolePrice {
		h.per = m[1]
		switch m[2] {
		case "千", "thousand":
			h.per = "1000"
		case "百", "hundred":
			h.per = "100"
		}
	}
	if m := headScale.FindString(totalT.ReplaceAllString(all, " ")); m != "" {
		h.scale = scales[m]
		if h.scale == "" {
			h.scale = m
		}
	}
	switch h.role {
	case roleQuantity, roleAmount, rolePrice:
		h.unit = unitIn(inside)
		if h.unit.Empty() {
			h.unit = unitIn(strings.TrimSpace(words))
		}
	}
	switch h.role {
	case roleNet, roleGross, roleVolume, roleMeasure, roleQuantity, roleCartons:
		h.extent = extentOf(all)
	}
	if net, gross := netWords.FindStringIndex(all), grossWords.FindStringIndex(all); net != nil && gross != nil && (h.role == roleNet || h.role == roleGross) {
		h.both, h.netFirst = true, net[0] < gross[0]
	}
}

var (
	netWords   = pattern.Lazily(` n w | nw | net |净重`)
	grossWords = pattern.Lazily(` g w | gw | gross |毛重`)
)

// totalT is the T of totals, which are no tons: T.N.W., T/CBM.
var totalT = pattern.Lazily(`^ t |\bt (?:n ?w|g ?w|cbm|net|gross|ctns?|qty)\b`)

var scales = map[string]string{"kgs": "kg", "公斤": "kg", "千克": "kg", "厘米": "cm", "毫米": "mm", "inches": "inch", "lbs": "lb", "mt": "t", "tons": "t", "吨": "t", "克": "g", "磅": "lb", "cbm": "m3", "立方米": "m3", "cu ft": "cuft", "cft": "cuft"}

var (
	eachWords = pattern.Lazily(` (each|per|ea|unit|single|one|every) |单箱|每箱| (?:箱|件|托) |每件|单件|单个| (ctn|carton|pkg|package|box|case|plt|pallet|bag|drum|roll) |@`)
	allWords  = pattern.Lazily(` (total|ttl|t|totals|all) |总|合计|小计|共`)
)

// extentOf says whether a head speaks of one package or of all.
func extentOf(s string) extent {
	switch {
	case allWords.MatchString(s):
		return ofAll
	case eachWords.MatchString(s):
		return ofEach
	}
	return anyExtent
}

// unitIn is the unit of goods that a few words of a head name.
func unitIn(words string) invoice.Text {
	for _, w := range strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == '/' || r == ',' }) {
		if headFillers[w] && w != "pcs" && w != "pc" && w != "set" && w != "sets" && w != "kg" && w != "kgs" && w != "m" {
			continue
		}
		switch w {
		case "no", "unit", "units", "us", "t", "item", "items", "nos", "价", "数量", "量":
			continue
		}
		if terms.Units.Has(w) {
			return unitText(w)
		}
	}
	return invoice.Text{}
}

// cutLanguages parts a word in two languages: 个/PCS, 套 SETS.
func cutLanguages(w string) (a, b string, ok bool) {
	for _, sep := range []string{"/", " ", "\n", "("} {
		if a, b, ok = strings.Cut(w, sep); ok && invoice.HasHan(a) != invoice.HasHan(b) {
			return strings.TrimSpace(a), strings.Trim(b, " )"), true
		}
	}
	if f := strings.Fields(spaceHan(w)); len(f) == 2 {
		return f[0], f[1], true
	}
	return "", "", false
}

// unitText is a unit as an order writes it: the code of an English word, the
// Chinese measure word itself.
func unitText(w string) invoice.Text {
	w = strings.Trim(strings.TrimSpace(narrow(w)), ".")
	if zh, en, ok := cutLanguages(w); ok {
		if !invoice.HasHan(zh) {
			zh, en = en, zh
		}
		if invoice.HasHan(zh) && !invoice.HasHan(en) && terms.Units.Has(strings.TrimSpace(zh)) && terms.Units.Has(strings.TrimSpace(en)) {
			return invoice.Text{Zh: strings.TrimSpace(zh), En: strings.TrimSpace(en)}
		}
	}
	if u, ok := terms.Units.Find(w); ok {
		if invoice.HasHan(w) {
			return invoice.Text{Zh: w}
		}
		return invoice.Text{En: u.Code}
	}
	return invoice.Text{}
}
