package read

import (
	"strings"
	"sync"
	"yipiao/invoice"
)

// headRule is a role with the words that tell it. Rules are tried in order: a
// net weight per carton is a weight, though it speaks of cartons.
type headRule struct {
	role  role
	words []string
}

var headRules = []headRule{
	{roleCost, []string{"成本", "采购价", "采购单价", "采购金额", "进价", "进货价", "利润", "毛利", "供应商", "工厂", "厂家", "cost price", "purchase price", "buying price", "profit", "margin", "markup", "mark up", "supplier", "factory", "退税", "提成", "工厂价", "cost"}},
	{roleMarks, []string{"唛头", "唛 头", "标记", "marks", "shipping marks", "shipping mark", "mark", "marks nos", "marks numbers", "marks and numbers", "marks and nos", "mark no", "marks no", "标记唛码", "唛头及号码"}},
	{roleGross, []string{"bruttogewicht", "brutto", "poids brut", "peso bruto", "总重", "总重量", "毛重", "gw", "gwt", "gross weight", "gross wt", "g weight", "g wt", "gross kg", "gross kgs", "weight gross", "gross"}},
	{roleNet, []string{"nettogewicht", "netto", "poids net", "peso neto", "peso netto", "净重", "nw", "nwt", "net weight", "net wt", "n weight", "n wt", "net kg", "net kgs", "weight net", "netweight", "net"}},
	{roleVolume, []string{"cube", "cum", "volumen", "volumes m3", "objem", "cbm", "volume", "体积", "立方", "m3", "cubic", "材积", "方数", "cuft", "cu ft", "vol"}},
	{roleMeasure, []string{"l w h", "l x w x h", "lxwxh", "l×w×h", "length width height", "measurement", "measurements", "meas", "carton size", "ctn size", "carton dimension", "carton dimensions", "carton dim", "box size", "package size", "packing size", "packing dimension", "package dimension", "dimension", "dimensions", "dim", "dims", "外箱尺寸", "外箱规格", "箱规", "包装尺寸", "纸箱尺寸", "纸箱规格", "箱子尺寸", "尺码", "箱尺寸", "外箱", "size of carton", "pallet size", "pallet dimensions", "托盘尺寸", "l×w×h", "lxwxh", "l w h", "长宽高", "长×宽×高"}},
	{rolePerCarton, []string{"每箱数量", "每箱装", "装箱数", "装箱量", "每箱", "单箱数量", "单箱数", "装量", "入数", "箱装数", "pcs ctn", "pcs carton", "pcs per ctn", "pcs per carton", "qty ctn", "qty carton", "qty per ctn", "qty per carton", "quantity per carton", "quantity per ctn", "quantity ctn", "quantity carton", "sets ctn", "sets carton", "sets per carton", "set ctn", "prs ctn", "pairs ctn", "units per carton", "units ctn", "unit ctn", "pc ctn", "per carton", "per ctn", "pcs box", "pack size", "packing qty", "qty box", "case pack", "ctn qty pcs", "pcs pkg", "qty pkg"}},
	{roleCartons, []string{"kartons", "anzahl kartons", "colis", "cajas", "bultos", "外箱数", "纸箱数", "总件数", "包裹数", "no of boxes", "number of boxes", "boxes", "packed in", "卷数", "桶数", "袋数", "包装数", "no of rolls", "no of bags", "no of drums", "总箱数", "箱数", "件数", "箱数量", "no of ctns", "no of ctn", "no of cartons", "no of carton", "nos of cartons", "number of cartons", "number of packages", "no of packages", "no of package", "no of pkgs", "no of pkg", "no of packs", "qty of ctn", "qty of ctns", "qty of cartons", "quantity of packages", "quantity of cartons", "ctn qty", "ctns qty", "carton qty", "cartons qty", "package qty", "packages qty", "carton quantity", "ctns", "cartons", "packages", "pkgs", "total ctn", "total carton", "packs", "total packages", "ctn s", "包数", "包装件数", "托数", "pallets", "plts", "rolls qty"}},
	{roleCartonNo, []string{"箱号", "件号", "唛号", "箱序", "ctn no", "ctn nos", "ctns no", "carton no", "carton nos", "cartons no", "carton number", "carton numbers", "c no", "c nos", "case no", "case nos", "package no", "package nos", "packages no", "pkg no", "pkgs no", "box no", "case number", "package number", "pallet no", "plt no", "carton", "ctn"}},
	{roleHS, []string{"harmonized code", "harmonized system code", "harmonised code", "harmonised system code", "zolltarifnr", "zolltarifnummer", "zolltarif", "warennummer", "warentarifnummer", "statistical no", "statistical number", "code sh", "código hs", "codigo hs", "código arancelario", "partida arancelaria", "code douanier", "taric", "ncm", "hs编号", "海关编号", "商编", "海关税号", "税则编码", "海关税则号", "hsn", "hsn code", "hsn no", "海关编码", "商品编码", "税则号", "税则号列", "税号", "hs编码", "hs code", "h s code", "hs codes", "hscode", "hs no", "hs", "hts", "hts code", "htsus", "tariff", "tariff no", "tariff code", "customs code", "commodity code", "customs tariff"}},
	{roleGTIN, []string{"条码", "条形码", "barcode", "bar code", "ean", "ean code", "upc", "upc code", "gtin", "ean13"}},
	{roleASIN, []string{"asin"}},
	{roleBuyerSKU, []string{"客户货号", "客户款号", "客户型号", "客户编号", "客人货号", "客人款号", "客户料号", "客户产品编号", "buyer item", "buyer item no", "buyer s item no", "buyer s item", "buyer sku", "buyers item no", "customer item", "customer item no", "customer s item no", "customer part no", "customer sku", "customer no", "customer code", "customer ref", "customer style", "client item", "client item no", "client code", "cust item", "cust item no", "cust no", "your item no", "your ref", "your code"}},
	{roleOrder, []string{"po no", "po number", "po", "p o no", "order no", "order number", "contract no", "订单号", "订单编号", "合同号", "合同编号", "采购单号", "po号", "客户订单号", "customer po"}},
	{roleModel, []string{"modell", "modèle", "modelo", "机型", "型号规格", "型号", "model", "model no", "model number", "model name", "产品型号", "商品型号", "品牌型号", "brand model"}},
	{roleSKU, []string{"artikelnummer", "artikel nr", "art nummer", "référence", "referencia", "réf", "ref nº", "codice", "código", "codigo", "artículo", "工厂货号", "款式号", "存货编码", "存货编号", "商品编码号", "产品型号编码", "商品代码", "货品编码", "货品代码", "商品款号", "产品款号", "货号", "款号", "产品编号", "产品编码", "商品编号", "商品货号", "物料编码", "物料号", "料号", "编号", "编码", "产品代码", "货品编号", "我司货号", "item no", "item nos", "item number", "item code", "item ref", "item id", "itemno", "art no", "art nr", "article no", "article number", "article nr", "article code", "art", "style no", "style number", "style", "sku", "sku no", "sku code", "part no", "part number", "part", "pn", "p n", "product code", "product no", "product number", "product id", "prod code", "code", "ref no", "ref", "reference", "our ref", "our item no", "stock code", "catalog no", "cat no", "artikel", "artikelnr", "material no", "material code", "material number"}},
	{rolePicture, []string{"图片", "照片", "图样", "产品图", "产品图片", "photo", "photos", "picture", "pictures", "pic", "image", "product image", "图"}},
	{roleZh, []string{"中文品名", "中文名称", "中文描述", "品名 中文", "品名中文", "产品名称中文", "商品名称中文", "申报品名中文", "中文申报品名", "description chinese", "chinese description", "description in chinese", "chinese name", "product name chinese", "product name cn", "description cn", "name cn", "cn name", "报关品名", "中文"}},
	{roleEn, []string{"英文品名", "英文名称", "英文描述", "品名 英文", "品名英文", "产品名称英文", "商品名称英文", "英文申报品名", "description english", "english description", "description in english", "english name", "product name english", "product name en", "description en", "name en", "en name", "英文"}},
	{roleBrand, []string{"marke", "marque", "marca", "trade mark", "品牌", "牌子", "商标", "brand", "brand name", "trademark"}},
	{roleOrigin, []string{"ursprungsland", "herkunft", "herkunftsland", "pays d origine", "país de origen", "pais de origen", "paese di origine", "ctry of origin", "生产国", "原产国", "原产地", "产地", "原产国别", "原产国 地区", "country of origin", "origin", "made in", "c o o", "coo", "origin country", "country of manufacture", "country of manufac"}},
	{roleMaterial, []string{"werkstoff", "matière", "materiale", "made of", "fabric content", "质料", "用料", "材质", "材料", "面料", "成分", "成份", "质地", "material", "materials", "composition", "fabric", "fabric composition", "material composition"}},
	{roleUse, []string{"用途", "usage", "use"}},
	{roleElements, []string{"申报要素", "declaration elements", "要素"}},
	{roleColour, []string{"farbe", "couleur", "colore", "cor", "色号", "颜色号", "colour name", "颜色", "花色", "color", "colour", "colors", "colours", "color name", "col"}},
	{roleSpec, []string{"technical data", "规格型号", "规格", "规格描述", "产品规格", "技术参数", "参数", "specification", "specifications", "spec", "specs", "technical specification", "product specification"}},
	{roleSize, []string{"größe", "grösse", "taille", "talla", "taglia", "tamaño", "尺寸", "产品尺寸", "商品尺寸", "size", "sizes", "product size", "item size", "product dimension", "product dimensions", "item dimension"}},
	{roleCurrency, []string{"币种", "币制", "币别", "货币", "currency", "curr"}},
	{roleTaxRate, []string{"mwst %", "mwst satz", "btw %", "taux tva", "iva %", "税率", "tax rate", "vat rate", "tax %", "vat %", "gst %", "gst rate", "征收率", "税率 征收率"}},
	{roleTaxed, []string{"prijs incl btw", "incl btw", "preis inkl mwst", "total ttc", "ttc", "amount inc vat", "价税合计", "含税金额", "含税总价", "含税总额", "amount incl tax", "amount incl vat", "total incl vat", "total incl tax", "gross amount", "gross total", "amount including tax", "total inc vat"}},
	{roleTax, []string{"btw", "mwst", "tva", "iva", "ндс", "税额", "税金", "tax", "tax amount", "vat", "vat amount", "gst", "gst amount", "igst", "cgst", "sgst"}},
	{roleDiscount, []string{"rabatt", "rabatt %", "korting", "remise", "descuento", "折扣", "折扣率", "折扣额", "discount", "disc", "discount %", "disc %", "rebate"}},
	{roleRemarks, []string{"备注", "说明", "备 注", "remark", "remarks", "note", "notes", "comment", "comments", "memo", "rmk"}},
	{roleOther, []string{"折合", "折算", "equivalent", "equiv", "converted", "交货期", "交期", "出货日期", "发货日期", "delivery", "delivery date", "delivery time", "lead time", "leadtime", "etd", "eta", "date", "日期", "moq", "起订量", "port", "status", "状态", "warehouse", "仓库", "lot no", "batch no", "batch", "批号", "serial no", "serial number", "cas no", "licence", "eccn", "征免", "境内货源地", "最终目的国", "法定数量", "法定单位", "第二数量", "第二单位", "件单重", "container no", "seal no", "unit weight", "weight per unit", "unit nw", "单重", "单个重量"}},
	{rolePrice, []string{"usd pc", "usd pcs", "us$ pc", "us$ pcs", "usd unit", "usd set", "usd kg", "rmb pc", "eur pc", "成交单价", "einzelpreis", "vk preis", "stückpreis", "prijs per stuk", "stukprijs", "prijs", "prix", "p u ht", "precio unitario", "precio", "prezzo", "prezzo unitario", "preço", "цена", "单价", "单 价", "价格", "unit price", "unitprice", "unit prices", "u price", "uprice", "price", "unit value", "unit rate", "rate", "price per unit", "price pc", "price each", "unit cost", "up", "u p", "单位价格", "不含税单价", "含税单价", "net price", "fob price", "cif price", "exw price", "preis", "einzelpreis", "prix unitaire", "selling price"}},
	{roleAmount, []string{"货款", "总货款", "sum", "zeilenbetrag", "gesamtbetrag", "gesamtsumme", "bedrag", "totaal", "total ht", "importe", "importo", "valor", "сумма", "金额", "总价", "总金额", "货值", "总值", "价值", "小计", "合计", "合计金额", "总额", "金 额", "总 价", "不含税金额", "amount", "amounts", "total amount", "total price", "total value", "value", "total", "line total", "ext price", "ext amount", "extended price", "extended amount", "extension", "sub total", "subtotal", "net amount", "net total", "amt", "total amt", "ttl amount", "ttl amt", "total cost", "invoice value", "customs value", "betrag", "gesamt", "gesamtpreis", "montant"}},
	{roleQuantity, []string{"qtà", "quan", "q ty", "quantity pcs", "stück", "stk", "pièces", "unidades", "订货数量", "实际数量", "装运数量", "装箱数量总", "交货数量", "采购数", "开票数量", "合同数量", "menge", "anzahl", "aantal", "quantité", "qté", "cantidad", "quantità", "quantidade", "кол во", "количество", "数量", "数 量", "总数量", "总数", "订单数量", "出货数量", "发货数量", "订购数量", "件数量", "成交数量", "申报数量", "个数", "qty", "quantity", "quantities", "qnty", "qtty", "quant", "qty s", "total qty", "total quantity", "ttl qty", "ttl quantity", "order qty", "order quantity", "ordered", "shipped", "shipped qty", "ship qty", "quantity shipped", "pieces", "pcs", "total pcs", "ttl pcs", "units", "menge", "quantité", "hours", "nos", "sets", "pairs"}},
	{roleUnit, []string{"einheit", "mengeneinheit", "unité", "unidad", "unità", "unidade", "ед изм", "measuring unit", "unit of measurement", "units of measurement", "销售单位", "单位名称", "单位", "单 位", "计量单位", "成交单位", "数量单位", "unit", "uom", "u m", "um", "unit of measure", "units of measure", "measure unit", "计价单位", "qty unit"}},
	{roleDescription, []string{"merchandise", "goods services", "artikelbezeichnung", "warenbezeichnung", "bezeichnung der ware", "designation", "mercancía", "descripcion", "存货名称", "物料名称", "物品名称", "货品", "费用名称", "内容描述", "beschreibung", "omschrijving", "descripción", "descrizione", "descrição", "libellé", "produit", "наименование", "наименование товара", "品名", "品 名", "货物名称", "商品名称", "产品名称", "货品名称", "货名", "名称", "名 称", "货物描述", "商品描述", "产品描述", "货物名称及规格", "品名及规格", "品名规格", "名称及规格", "商品名称及规格", "产品名称及规格", "项目名称", "货物或应税劳务", "服务名称", "描述", "货物", "商品", "产品", "品种", "内容", "摘要", "description", "descriptions", "description of goods", "descriptions of goods", "description of good", "goods description", "product description", "item description", "description of commodity", "commodity", "commodities", "goods", "product", "products", "product name", "item name", "name of goods", "name of commodity", "name of product", "name", "commodity name", "particulars", "details", "product details", "service", "services", "article", "articles", "desc", "bezeichnung", "désignation", "item", "items", "name and specification", "commodity specification", "commodity and specification", "commodities and specifications", "name of commodity and specifications"}},
	{rolePackage, []string{"包装单位", "包装方式", "包装种类", "包装类型", "包装", "kind of packages", "kind of package", "package type", "type of package", "packing unit", "package", "packing", "packaging", "pkg", "pack"}},
	{roleNo, []string{"项次", "行次", "序号", "项号", "序", "行号", "no", "no s", "sn", "s n", "s no", "sr", "sr no", "sl", "sl no", "line", "line no", "line item", "pos", "position", "seq", "number", "item #", "#", "nr", "ln"}},
}

// soughtWord is a word as heads are searched for it: a Latin one between blanks,
// a Chinese one anywhere.
type soughtWord struct {
	word, parted, tight string
	han                 bool
}

func sought(w string) soughtWord {
	if invoice.HasHan(w) {
		return soughtWord{word: w, tight: strings.ReplaceAll(w, " ", ""), han: true}
	}
	return soughtWord{word: w, parted: " " + w + " ", tight: w}
}

func (w soughtWord) in(padded, joined string) bool {
	if w.han {
		return strings.Contains(joined, w.word)
	}
	return strings.Contains(padded, w.parted)
}

// soughtHead is a rule with its words as they are searched for.
type soughtHead struct {
	role  role
	words []soughtWord
}

// soughtHeads are the rules; each row of a sheet is searched for them.
var soughtHeads = sync.OnceValue(func() []soughtHead {
	heads := make([]soughtHead, len(headRules))
	for i, rule := range headRules {
		heads[i].role = rule.role
		for _, w := range rule.words {
			heads[i].words = append(heads[i].words, sought(w))
		}
	}
	return heads
})

// headFillers are words that heads hold beside the telling ones.
var headFillers = map[string]bool{"of": true, "the": true, "and": true, "per": true, "each": true, "unit": true, "total": true, "ttl": true, "in": true,
	"usd": true, "us": true, "rmb": true, "cny": true, "eur": true, "hkd": true, "gbp": true, "kg": true, "kgs": true, "cm": true, "mm": true, "m": true, "pcs": true, "pc": true,
	"ctn": true, "ctns": true, "carton": true, "cartons": true, "set": true, "sets": true, "fob": true, "cif": true, "cfr": true, "exw": true, "s": true, "no": true,
	"goods": true, "item": true, "product": true, "weight": true, "wt": true, "cbm": true, "cubic": true, "meters": true, "dollars": true, "package": true, "packages": true, "box": true, "g": true,
	"incl": true, "excl": true, "ohne": true, "inkl": true, "zzgl": true, "ht": true, "including": true, "excluding": true, "tax": true, "vat": true, "ex": true, "by": true, "unitprice": true, "us$": true, "$": true, "size": true}
