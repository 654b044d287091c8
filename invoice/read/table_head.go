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
	if strings.TrimSpace(words) != "" && (h.role == noRole || h.role == roleNo && h.coverage < 100) {
		if r, covers := unitHead(words); r != noRole || h.role == noRole {
			h.role, h.coverage = r, covers
		}
	}
	if barelyPriced(n) {
		h.role, h.coverage = rolePrice, 100
	}
	h.qualify(words, foldHead(inside), n)
	if h.role == noRole && h.terms != "" {
		h.role, h.coverage = rolePrice, 100 // FOB WENZHOU USD
	}
	h.said = h.role
	return h
}

// barePrice is a head of prices without the word: @ USD, US$/SET, EUR per m2,
// US$ each.
var barePrice = pattern.Lazily(`^\s*@\s*([a-z$€£¥]{1,4}\$?)(?:\s*/\s*\pL+)?\s*$|^\s*([a-z]{0,3}[$€£¥]?)\s*(?:(?:/|\bper\b)\s*([\pL²³][\pL\d²³]*)|/?\s*\beach)\s*$`)

// barelyPriced reports whether a head names a currency and what is paid by it, and
// nothing else.
func barelyPriced(head string) bool {
	m := barePrice.FindStringSubmatch(head)
	if m == nil || moneyMark(m[1]+m[2]) == "" {
		return false
	}
	return m[3] == "" || terms.Units.Has(m[3])
}

// unitHead is for heads that are only units, or packages: Rolls, 件, 匹数 Rolls,
// Pallets, No. of crates.
func unitHead(words string) (role, int) {
	counted := numberOf.ReplaceAllString(words, "")
	if u, ok := terms.Units.Find(counted); ok && (u.Code == "m2" || u.Code == "ft2" || u.Code == "yard") && !invoice.HasHan(counted) {
		return roleQuantity, 100 // SQM
	}
	if len(counted) < 3 || packageOnly(counted) {
		return packagesHead(counted)
	}
	r := noRole
	for _, w := range strings.Fields(spaceHan(counted)) {
		bare := uncounted(w)
		u, ok := terms.Units.Find(bare)
		if !ok || !strings.HasSuffix(w, "s") && !invoice.HasHan(w) || invoice.HasHan(w) && bare == w && r == noRole && len([]rune(counted)) > 3 {
			return noRole, 0
		}
		if r = roleQuantity; u.Code == "pallet" {
			return roleCartons, 100
		}
	}
	return r, 100
}

// numberOf stands before what is counted: No. of, Total.
var numberOf = pattern.Lazily(`^(?:(?:total )?(?:no|nos|number|qty|quantity) of |total |ttl )`)

// uncounted is a Chinese word for a number of units without the number: 米 of 总米数.
func uncounted(w string) string {
	if !invoice.HasHan(w) {
		return w
	}
	return strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(w, "量"), "数"), "总")
}

// packageOnly reports whether words name a kind of package that no goods are
// counted by: crates, wooden cases, 托盘数.
func packageOnly(words string) bool {
	bare := uncounted(words)
	p, ok := terms.Packages.Find(bare)
	if !ok || p.Code == "piece" || p.Code == "package" || !strings.HasSuffix(words, "s") && bare == words {
		return false
	}
	return !terms.Units.Has(bare)
}

func packagesHead(words string) (role, int) {
	if packageOnly(words) {
		return roleCartons, 100
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
