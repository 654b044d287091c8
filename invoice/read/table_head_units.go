package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

var (
	headIncoterm = pattern.Lazily(`(?i)\b(fob|cif|cfr|c&f|cnf|exw|ex-works|ex works|fca|ddp|dap|cpt|cip|dpu|fas|ddu)\b[ ,:]*([a-z][a-z .'-]*[a-z]|\p{Han}+)?`)
	headPer      = pattern.Lazily(`(?i)(?:/|per|每)\s*(\d{2,6})\s*(?:pcs|pc|pieces|sets|个|件|只|支|\b)|(?:/|per|每)\s*(千|百|thousand|hundred)`)
	headScale    = pattern.Lazily(`\b(mm|cm|m|inch|inches|kg|kgs|g|lbs|lb|t|mt|tons|m3|cbm|cuft|cu ft|cft)\b|厘米|毫米|公斤|千克|立方米|克|吨|磅`)
)

// qualify reads what a head says beside its role.
func (h *columnHead) qualify(words, inside, whole string) {
	all := " " + words + " " + inside + " "
	if atEach.MatchString(whole) {
		all += "@"
	}
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

// atEach is the sign of what each has: @ N.W., N.W. @.
var atEach = pattern.Lazily(`^\s*@|\s@\s*$`)

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
		if w = uncounted(w); terms.Units.Has(w) {
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
