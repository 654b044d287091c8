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

// headRule is a role with the words that tell it. Rules are tried in order: a
// net weight per carton is a weight, though it speaks of cartons.
type headRule struct {
	role  role
	words []string
}

var headRules = []headRule{
	{roleCost, []string{"成本", "采购价", "采购单价", "采购金额", "进价", "进货价", "利润", "毛利", "供应商", "工厂", "厂家", "cost price", "purchase price", "buying price", "profit", "margin", "markup", "mark up", "supplier", "factory", "退税", "提成", "工厂价", "cost"}},
	{roleMarks, []string{"唛头", "唛 头", "标记", "marks", "shipping marks", "shipping mark", "mark", "marks nos", "marks numbers", "marks and numbers", "marks and nos", "mark no", "marks no", "标记唛码", "唛头及号码"}},
	{roleGross, []string{"总重", "总重量", "毛重", "gw", "gwt", "gross weight", "gross wt", "g weight", "g wt", "gross kg", "gross kgs", "weight gross", "gross"}},
	{roleNet, []string{"净重", "nw", "nwt", "net weight", "net wt", "n weight", "n wt", "net kg", "net kgs", "weight net", "netweight", "net"}},
	{roleVolume, []string{"cbm", "volume", "体积", "立方", "m3", "cubic", "材积", "方数", "cuft", "cu ft", "vol"}},
	{roleMeasure, []string{"l w h", "l x w x h", "lxwxh", "l×w×h", "length width height", "measurement", "measurements", "meas", "carton size", "ctn size", "carton dimension", "carton dimensions", "carton dim", "box size", "package size", "packing size", "packing dimension", "package dimension", "dimension", "dimensions", "外箱尺寸", "外箱规格", "箱规", "包装尺寸", "纸箱尺寸", "纸箱规格", "箱子尺寸", "尺码", "箱尺寸", "外箱", "size of carton", "pallet size", "pallet dimensions", "托盘尺寸", "l×w×h", "lxwxh", "l w h", "长宽高", "长×宽×高"}},
	{rolePerCarton, []string{"每箱数量", "每箱装", "装箱数", "装箱量", "每箱", "单箱数量", "单箱数", "装量", "入数", "箱装数", "pcs ctn", "pcs carton", "pcs per ctn", "pcs per carton", "qty ctn", "qty carton", "qty per ctn", "qty per carton", "quantity per carton", "quantity per ctn", "quantity ctn", "quantity carton", "sets ctn", "sets carton", "sets per carton", "set ctn", "prs ctn", "pairs ctn", "units per carton", "units ctn", "unit ctn", "pc ctn", "per carton", "per ctn", "pcs box", "pack size", "packing qty", "qty box", "case pack", "ctn qty pcs", "pcs pkg", "qty pkg"}},
	{roleCartons, []string{"packed in", "卷数", "桶数", "袋数", "包装数", "no of rolls", "no of bags", "no of drums", "总箱数", "箱数", "件数", "箱数量", "no of ctns", "no of ctn", "no of cartons", "no of carton", "nos of cartons", "number of cartons", "number of packages", "no of packages", "no of package", "no of pkgs", "no of pkg", "no of packs", "qty of ctn", "qty of ctns", "qty of cartons", "quantity of packages", "quantity of cartons", "ctn qty", "ctns qty", "carton qty", "cartons qty", "package qty", "packages qty", "carton quantity", "ctns", "cartons", "packages", "pkgs", "total ctn", "total carton", "packs", "total packages", "ctn s", "包数", "包装件数", "托数", "pallets", "plts", "rolls qty"}},
	{roleCartonNo, []string{"箱号", "件号", "唛号", "箱序", "ctn no", "ctn nos", "ctns no", "carton no", "carton nos", "cartons no", "carton number", "carton numbers", "c no", "c nos", "case no", "case nos", "package no", "package nos", "packages no", "pkg no", "pkgs no", "box no", "case number", "package number", "pallet no", "plt no", "carton", "ctn"}},
	{roleHS, []string{"hsn", "hsn code", "hsn no", "海关编码", "商品编码", "税则号", "税则号列", "税号", "hs编码", "hs code", "h s code", "hs codes", "hscode", "hs no", "hs", "hts", "hts code", "htsus", "tariff", "tariff no", "tariff code", "customs code", "commodity code", "customs tariff"}},
	{roleGTIN, []string{"条码", "条形码", "barcode", "bar code", "ean", "ean code", "upc", "upc code", "gtin", "ean13"}},
	{roleASIN, []string{"asin"}},
	{roleBuyerSKU, []string{"客户货号", "客户款号", "客户型号", "客户编号", "客人货号", "客人款号", "客户料号", "客户产品编号", "buyer item", "buyer item no", "buyer s item no", "buyer s item", "buyer sku", "buyers item no", "customer item", "customer item no", "customer s item no", "customer part no", "customer sku", "customer no", "customer code", "customer ref", "customer style", "client item", "client item no", "client code", "cust item", "cust item no", "cust no", "your item no", "your ref", "your code"}},
	{roleOrder, []string{"po no", "po number", "po", "p o no", "order no", "order number", "contract no", "订单号", "订单编号", "合同号", "合同编号", "采购单号", "po号", "客户订单号", "customer po"}},
	{roleModel, []string{"型号", "model", "model no", "model number", "model name", "产品型号", "商品型号", "品牌型号", "brand model"}},
	{roleSKU, []string{"货号", "款号", "产品编号", "产品编码", "商品编号", "商品货号", "物料编码", "物料号", "料号", "编号", "编码", "产品代码", "货品编号", "我司货号", "item no", "item nos", "item number", "item code", "item ref", "item id", "itemno", "art no", "art nr", "article no", "article number", "article nr", "article code", "art", "style no", "style number", "style", "sku", "sku no", "sku code", "part no", "part number", "part", "pn", "p n", "product code", "product no", "product number", "product id", "prod code", "code", "ref no", "ref", "reference", "our ref", "our item no", "stock code", "catalog no", "cat no", "artikel", "artikelnr", "material no", "material code", "material number"}},
	{rolePicture, []string{"图片", "照片", "图样", "产品图", "产品图片", "photo", "photos", "picture", "pictures", "pic", "image", "product image", "图"}},
	{roleZh, []string{"中文品名", "中文名称", "中文描述", "品名 中文", "品名中文", "产品名称中文", "商品名称中文", "申报品名中文", "中文申报品名", "description chinese", "chinese description", "description in chinese", "chinese name", "product name chinese", "product name cn", "description cn", "name cn", "cn name", "报关品名", "中文"}},
	{roleEn, []string{"英文品名", "英文名称", "英文描述", "品名 英文", "品名英文", "产品名称英文", "商品名称英文", "英文申报品名", "description english", "english description", "description in english", "english name", "product name english", "product name en", "description en", "name en", "en name", "英文"}},
	{roleBrand, []string{"品牌", "牌子", "商标", "brand", "brand name", "trademark"}},
	{roleOrigin, []string{"原产国", "原产地", "产地", "原产国别", "原产国 地区", "country of origin", "origin", "made in", "c o o", "coo", "origin country", "country of manufacture", "country of manufac"}},
	{roleMaterial, []string{"材质", "材料", "面料", "成分", "成份", "质地", "material", "materials", "composition", "fabric", "fabric composition", "material composition"}},
	{roleUse, []string{"用途", "usage", "use"}},
	{roleElements, []string{"申报要素", "declaration elements", "要素"}},
	{roleColour, []string{"颜色", "花色", "color", "colour", "colors", "colours", "color name", "col"}},
	{roleSpec, []string{"规格型号", "规格", "规格描述", "产品规格", "技术参数", "参数", "specification", "specifications", "spec", "specs", "technical specification", "product specification"}},
	{roleSize, []string{"尺寸", "产品尺寸", "商品尺寸", "size", "sizes", "product size", "item size", "product dimension", "product dimensions", "item dimension"}},
	{roleCurrency, []string{"币种", "币制", "币别", "货币", "currency", "curr"}},
	{roleTaxRate, []string{"mwst %", "mwst satz", "btw %", "taux tva", "iva %", "税率", "tax rate", "vat rate", "tax %", "vat %", "gst %", "gst rate", "征收率", "税率 征收率"}},
	{roleTaxed, []string{"prijs incl btw", "incl btw", "preis inkl mwst", "total ttc", "ttc", "amount inc vat", "价税合计", "含税金额", "含税总价", "含税总额", "amount incl tax", "amount incl vat", "total incl vat", "total incl tax", "gross amount", "gross total", "amount including tax", "total inc vat"}},
	{roleTax, []string{"btw", "mwst", "tva", "iva", "ндс", "税额", "税金", "tax", "tax amount", "vat", "vat amount", "gst", "gst amount", "igst", "cgst", "sgst"}},
	{roleDiscount, []string{"rabatt", "rabatt %", "korting", "remise", "descuento", "折扣", "折扣率", "折扣额", "discount", "disc", "discount %", "disc %", "rebate"}},
	{roleRemarks, []string{"备注", "说明", "备 注", "remark", "remarks", "note", "notes", "comment", "comments", "memo", "rmk"}},
	{roleOther, []string{"折合", "折算", "equivalent", "equiv", "converted", "交货期", "交期", "出货日期", "发货日期", "delivery", "delivery date", "delivery time", "lead time", "leadtime", "etd", "eta", "date", "日期", "moq", "起订量", "port", "status", "状态", "warehouse", "仓库", "lot no", "batch no", "batch", "批号", "serial no", "serial number", "cas no", "licence", "eccn", "征免", "境内货源地", "最终目的国", "法定数量", "法定单位", "第二数量", "第二单位", "件单重", "container no", "seal no", "unit weight", "weight per unit", "unit nw", "单重", "单个重量"}},
	{rolePrice, []string{"einzelpreis", "vk preis", "stückpreis", "prijs per stuk", "stukprijs", "prijs", "prix", "p u ht", "precio unitario", "precio", "prezzo", "prezzo unitario", "preço", "цена", "单价", "单 价", "价格", "unit price", "unitprice", "unit prices", "u price", "uprice", "price", "unit value", "unit rate", "rate", "price per unit", "price pc", "price each", "unit cost", "up", "u p", "单位价格", "不含税单价", "含税单价", "net price", "fob price", "cif price", "exw price", "preis", "einzelpreis", "prix unitaire", "selling price"}},
	{roleAmount, []string{"sum", "zeilenbetrag", "gesamtbetrag", "gesamtsumme", "bedrag", "totaal", "total ht", "importe", "importo", "valor", "сумма", "金额", "总价", "总金额", "货值", "总值", "价值", "小计", "合计", "合计金额", "总额", "金 额", "总 价", "不含税金额", "amount", "amounts", "total amount", "total price", "total value", "value", "total", "line total", "ext price", "ext amount", "extended price", "extended amount", "extension", "sub total", "subtotal", "net amount", "net total", "amt", "total amt", "ttl amount", "ttl amt", "total cost", "invoice value", "customs value", "betrag", "gesamt", "gesamtpreis", "montant"}},
	{roleQuantity, []string{"menge", "anzahl", "aantal", "quantité", "qté", "cantidad", "quantità", "quantidade", "кол во", "количество", "数量", "数 量", "总数量", "总数", "订单数量", "出货数量", "发货数量", "订购数量", "件数量", "成交数量", "申报数量", "个数", "qty", "quantity", "quantities", "qnty", "qtty", "quant", "qty s", "total qty", "total quantity", "ttl qty", "ttl quantity", "order qty", "order quantity", "ordered", "shipped", "shipped qty", "ship qty", "quantity shipped", "pieces", "pcs", "total pcs", "ttl pcs", "units", "menge", "quantité", "hours", "nos", "sets", "pairs"}},
	{roleUnit, []string{"单位", "单 位", "计量单位", "成交单位", "数量单位", "unit", "uom", "u m", "um", "unit of measure", "units of measure", "measure unit", "计价单位", "qty unit"}},
	{roleDescription, []string{"beschreibung", "omschrijving", "descripción", "descrizione", "descrição", "libellé", "produit", "наименование", "наименование товара", "品名", "品 名", "货物名称", "商品名称", "产品名称", "货品名称", "货名", "名称", "名 称", "货物描述", "商品描述", "产品描述", "货物名称及规格", "品名及规格", "品名规格", "名称及规格", "商品名称及规格", "产品名称及规格", "项目名称", "货物或应税劳务", "服务名称", "描述", "货物", "商品", "产品", "品种", "内容", "摘要", "description", "descriptions", "description of goods", "descriptions of goods", "description of good", "goods description", "product description", "item description", "description of commodity", "commodity", "commodities", "goods", "product", "products", "product name", "item name", "name of goods", "name of commodity", "name of product", "name", "commodity name", "particulars", "details", "product details", "service", "services", "article", "articles", "desc", "bezeichnung", "désignation", "item", "items", "name and specification", "commodity specification", "commodity and specification", "commodities and specifications", "name of commodity and specifications"}},
	{rolePackage, []string{"包装单位", "包装方式", "包装种类", "包装类型", "包装", "kind of packages", "kind of package", "package type", "type of package", "packing unit", "package", "packing", "packaging", "pkg", "pack"}},
	{roleNo, []string{"项次", "行次", "序号", "项号", "序", "行号", "no", "no s", "sn", "s n", "s no", "sr", "sr no", "sl", "sl no", "line", "line no", "line item", "pos", "position", "seq", "number", "item #", "#", "nr", "ln"}},
}

// headFillers are words that heads hold beside the telling ones.
var headFillers = map[string]bool{"of": true, "the": true, "and": true, "per": true, "each": true, "unit": true, "total": true, "ttl": true, "in": true,
	"usd": true, "us": true, "rmb": true, "cny": true, "eur": true, "hkd": true, "gbp": true, "kg": true, "kgs": true, "cm": true, "mm": true, "m": true, "pcs": true, "pc": true,
	"ctn": true, "ctns": true, "carton": true, "cartons": true, "set": true, "sets": true, "fob": true, "cif": true, "cfr": true, "exw": true, "s": true, "no": true,
	"goods": true, "item": true, "product": true, "weight": true, "wt": true, "cbm": true, "cubic": true, "meters": true, "dollars": true, "package": true, "packages": true, "box": true, "g": true,
	"incl": true, "excl": true, "ohne": true, "inkl": true, "zzgl": true, "ht": true, "including": true, "excluding": true, "tax": true, "vat": true, "ex": true, "by": true, "unitprice": true, "us$": true, "$": true, "size": true}

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
	joined := spacedHan.ReplaceAllString(spacedHan.ReplaceAllString(words, "$1$2"), "$1$2")
	padded := spaceHan(joined)
	for _, rule := range headRules {
		if headHas(padded, joined, rule.words) {
			return correctRole(rule.role, padded, joined), covered(padded, joined)
		}
	}
	return noRole, covered(padded, joined)
}

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
	for _, w := range words {
		if invoice.HasHan(w) {
			if strings.Contains(joined, w) {
				return true
			}
		} else if strings.Contains(padded, " "+w+" ") {
			return true
		}
	}
	return false
}

// correctRole settles heads whose first words mislead.
func correctRole(r role, padded, joined string) role {
	has := func(words ...string) bool { return headHas(padded, joined, words) }
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
	for _, rule := range headRules {
		for _, w := range rule.words {
			if invoice.HasHan(w) {
				mark(strings.ReplaceAll(w, " ", ""))
			} else if strings.Contains(padded, " "+w+" ") {
				mark(w)
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
	if m := headScale.FindString(all); m != "" {
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
