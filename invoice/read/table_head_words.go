package read

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

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
	case r == roleHS && has("商品编码") && has("客户", "客人", "买方", "买家", "我司"):
		if has("我司") {
			return roleSKU
		}
		return roleBuyerSKU
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
	case r == roleTaxed && has("不含税金额", "不含税总价", "不含税总额"):
		return roleAmount
	case r == roleOther && has("qty", "quantity") && !has("法定数量", "第二数量"):
		return roleQuantity
	case r == roleOrder && has("description", "品名"):
		return roleDescription
	case r == rolePrice && has("total price", "total unit price", "总价", "金额", "total amount", "ext price", "extended price") && !has("单价", "unit price"):
		return roleAmount
	case r == roleAmount && has("weight", "wt") && !money && !has("usd", "us$", "eur", "rmb", "cny", "$"):
		return roleGross // Total weight, as 总重量
	case r == roleAmount && !money && has("total", "ttl") && has(measures...):
		return roleQuantity // Total Watt (W)
	case r == roleVolume && has("平方") && !has("立方"):
		return roleQuantity
	case r == roleAmount && has("qty", "quantity", "数量", "pcs", "pieces") && !has("amount", "金额", "value", "price", "总价", "总值", "货值"):
		return roleQuantity
	case r == roleQuantity && has("description", "descriptions", "品名", "货名", "货物名称"):
		return roleDescription // Quantities and Descriptions, as in credits
	case r == roleUnit && has("包装单位", "packing unit"):
		return rolePackage
	case r == roleQuantity && strings.TrimSpace(padded) == "units":
		return roleUnit
	case (r == roleMarks || r == roleCartons || r == roleCartonNo || r == rolePackage) && has("description", "description of goods", "品名", "货物名称"):
		return roleDescription
	}
	return r
}

// measures are words of what goods are measured in, which a head of all of them
// may name alone.
var measures = []string{"w", "wp", "watt", "watts", "kwp", "kw", "kg", "kgs", "meter", "meters", "metre", "metres", "sqm", "m2", "m", "yards", "yds", "ton", "tons"}

// numberedPackages is a head of the numbers on packages: Pkgs No., Packages
// Nos., unlike No. of pkgs. What stands under it may count them all the same.
var numberedPackages = pattern.Lazily(`^ (?:total )?(?:pkgs|packages|ctns|cartons|packs|cases|boxes|plts|pallets) (?:no|nos|number|numbers) $`)

// ofGoods are words for the goods, or for a name, that stand with a property of
// theirs: Product size, Brand name, 商品尺寸.
var ofGoods = pattern.Lazily(`\b(?:products?|items?|goods|articles?) (size|sizes|colou?rs?|brand|materials?|spec|specs|specifications?)\b|\b(brand|trademark|trade mark|colou?r) name\b|(?:商品|产品|货物|货品)(尺寸|尺码|规格|颜色|品牌|材质|材料)`)

// edges are the edges of a package, by the words that name them.
var edges = map[string]role{"l": roleLength, "length": roleLength, "长": roleLength, "w": roleWidth, "width": roleWidth, "宽": roleWidth, "h": roleHeight, "height": roleHeight, "高": roleHeight}

// dimension is the one edge that a head under "Measurement" names.
func dimension(r role, padded string) role {
	fields := strings.Fields(padded)
	if len(fields) < 1 || slices.Contains(fields, "l") && slices.Contains(fields, "w") { // all edges: L*W*H
		return r
	}
	if edge := edges[fields[len(fields)-1]]; edge != noRole {
		return edge
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
