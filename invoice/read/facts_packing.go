package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

var (
	kiloUnit  = pattern.Lazily(`(?i)^\s*[)）]?\s*(?:(?:kgs?|kilograms?|公斤|千克|㎏)(?:\s*\.?\s*$|\.?[,;，；]|\s+\pL)|\.?\s*$)`)
	tonUnit   = pattern.Lazily(`(?i)^\s*[)）]?\s*(?:MTS?|M\.T\.?|metric\s+tons?|tonnes?|吨|公吨)\s*\.?\s*$`)
	cubicUnit = pattern.Lazily(`(?i)^\s*(cbm|m3|m³|cu\.?\s?m|立方米?|cubic\s?met(er|re)s?|m\^3|方)?\s*\.?\s*$`)
)

// statedPacking takes a total of packages, weight or volume; one in another
// unit than ours isn't converted.
func (f *facts) statedPacking(l field, note string, at line) {
	s := &f.d.order.Stated
	at.text = blankThousands.ReplaceAllStringFunc(at.text, withoutBlanks)
	a, rest, ok := exact(at)
	if !ok {
		return
	}
	unit := rest
	if strings.TrimSpace(rest) == "" {
		unit = note
	}
	if tonUnit.MatchString(unit) {
		a, unit = shift(a, 3), "kg"
	}
	switch l {
	case "stated.packages":
		if strings.Contains(a.String(), ".") && a.Decimal().Exponent() < 0 {
			return
		}
		f.setAmount("stated.packages", &s.Packages, a, at.where)
		f.packingIn(rest, at.where)
		return
	case "stated.cbm":
		if cubicUnit.MatchString(unit) {
			f.setAmount("stated.cbm", &s.CBM, a, at.where)
			return
		}
	case "stated.gross":
		if kiloUnit.MatchString(unit) {
			f.setAmount("stated.gross_kg", &s.Gross, a, at.where)
			f.packingIn(rest, at.where)
			return
		}
	default:
		if kiloUnit.MatchString(unit) {
			f.setAmount("stated.net_kg", &s.Net, a, at.where)
			f.packingIn(rest, at.where)
			return
		}
	}
	f.d.warn(Unread, string(f.pathOf(l)), at.where, "not understood: %s", brief(at.text))
}

// blankThousands is a weight whose thousands blanks part: 26 400 kg.
var blankThousands = pattern.Lazily(`(?i)\b\d{1,3}(?:[ \x{a0}\x{202f}]\d{3})+(?:[.,]\d{1,3})?\s*(?:kgs?|кг|m3|m³|cbm)\b`)

func withoutBlanks(s string) string { return blankBetween.ReplaceAllString(s, "$1$2") }

var blankBetween = pattern.Lazily(`(\d)[ \x{a0}\x{202f}](\d)`)

// Sentences that tell of packing.
var packingForms = [...]struct {
	path string
	form *pattern.Pattern
}{
	{"stated.packages", pattern.Lazily(`(?i)(?:packed in|total|packing|packages?|共|合计|总计|包装|件数|箱数)\s*[:：]?\s*(?:of\s+)?` + packageCount)},
	{"stated.packages", pattern.Lazily(`(?i)[(（](\d[\d,]*)[)）]\s*(?:cartons?|ctns?|packages?|pkgs?|boxes|cases|crates?|bags|bales?|rolls|drums?|bundles?|pallets?)\b`)},
	{"stated.packages", pattern.Lazily(`(?i)` + packageCount + `\s*(?:in\s+(?:total|all)|total\b|合计|共计)`)},
	{"stated.packages", pattern.Lazily(`(?i)^\W*` + packageCount + `.*(?:\bnet\b|\bgross\b|N\.?W|G\.?W|\bkgs?\b|毛重|净重|公斤)`)},
	{"stated.gross_kg", pattern.Lazily(`(?i)(?:\bG\.?\s?W\.?T?\.?|\bgross\s*(?:weight|wt)?\.?|毛重)\s*[:：]?\s*` + kilos)},
	{"stated.net_kg", pattern.Lazily(`(?i)(?:\bN\.?\s?W\.?T?\.?|\bnet\s*(?:weight|wt)?\.?|净重)\s*[:：]?\s*` + kilos)},
	{"stated.cbm", pattern.Lazily(`(?i)(?:meas(?:urement)?\.?|volume|cbm|体积)\s*[:：]?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:cbm|m3|m³|立方)`)},
}

const (
	packageCount = `(\d[\d,]*)\s*(?:(?:wooden|plywood|export|standard|seaworthy|paper|steel|iron|plastic|woven|木|纸|铁)\s*)*(?:cartons?|ctns?|packages?|pkgs?|boxes|cases|crates?|bags|bales?|rolls|drums?|bundles?|pallets?|箱|件|托|包|个?纸箱)`
	kilos        = `(\d{1,3}(?:\.\d{3})+,\d{1,3}|\d[\d,]*(?:\.\d+)?)\s*(?:kgs?|公斤|千克)`
)

// Weights whose label stands behind them: 186 KGS G.W., 170 kgs net.
var (
	weightBehind = map[string]*pattern.Pattern{
		"stated.gross_kg": pattern.Lazily(`(?i)` + kilos + `\.?\s*[(（]?(?:\bG\.?\s?W\b|\bgross\b|毛重)` + behindEnd),
		"stated.net_kg":   pattern.Lazily(`(?i)` + kilos + `\.?\s*[(（]?(?:\bN\.?\s?W\b|\bnet\b|净重)` + behindEnd),
	}
	weightOfOne  = pattern.Lazily(`(?i)(?:\b(?:of|in|at|by|x)|[@×*])\s*` + kilos)
	weightLabel  = pattern.Lazily(`(?i)\b[GN]\.?\s?W\b|\b(?:gross|net)\b|[毛净]重`)
	weightFigure = pattern.Lazily(`(?i)` + kilos)
)

// behindEnd is what goes on behind such a label: no colon, and no word of what one
// package holds.
const behindEnd = `(?:\s*(?:weight|wt)\b)?\.?\s*(?:$|[\d,，;；.。/)）&+]|and\b)`

// formOf is the form that a text has a total of packing in: where its first weight
// stands before a label, the labels stand behind the weights.
func formOf(path string, form *pattern.Pattern, text string) *pattern.Pattern {
	behind := weightBehind[path]
	if behind == nil {
		return form
	}
	label, figure := weightLabel.FindStringIndex(text), weightFigure.FindStringIndex(text)
	if label == nil || figure == nil || label[0] < figure[0] || forEachOne.MatchString(text) || weightOfOne.MatchString(text) {
		return form
	}
	for _, b := range weightBehind {
		if m := b.FindStringIndex(text); m != nil && m[0] == figure[0] {
			return behind
		}
	}
	return form
}

// bareVolume is a figure in cubic metres, which needs no label.
var bareVolume = pattern.Lazily(`(?i)(\d[\d,]*(?:\.\d+)?)\s*(?:cbm|m3|m³|cu\.?\s?m\b|立方米?)`)

// forEachOne are words of what one package has.
var forEachOne = pattern.Lazily(`(?i)\b(each|per|every)\b|/\s*(ctn|carton|pkg|箱)|每`)

// packingIn takes totals of packing out of a sentence.
func (f *facts) packingIn(text, where string) bool {
	text = blankThousands.ReplaceAllStringFunc(text, withoutBlanks)
	any := false
	seen := map[string]bool{}
	for _, p := range packingForms {
		if m := formOf(p.path, p.form, text).FindStringSubmatch(text); m != nil && !seen[p.path] {
			seen[p.path] = true
			any = f.packed(p.path, m[1], where) || any
		}
	}
	if all := bareVolume.FindAllStringSubmatch(text, 2); len(all) == 1 && any && !seen["stated.cbm"] && !forEachOne.MatchString(text) {
		f.packed("stated.cbm", all[0][1], where)
	}
	return any
}

// tellsPacking reports whether a sentence tells totals of packing.
func tellsPacking(text string) bool {
	for _, p := range packingForms {
		if formOf(p.path, p.form, text).MatchString(text) {
			return true
		}
	}
	return false
}

// packed sets a total of packing.
func (f *facts) packed(path, figure, where string) bool {
	s := &f.d.order.Stated
	a, ok := invoice.ParseAmount(plainDigits(figure))
	if ok {
		to := map[string]*invoice.Amount{"stated.packages": &s.Packages, "stated.gross_kg": &s.Gross, "stated.net_kg": &s.Net, "stated.cbm": &s.CBM}[path]
		f.setAmount(path, to, a, where)
	}
	return ok
}

// packing takes how the goods are packed: totals, and the words as a term.
func (f *facts) packing(e *entry) {
	text := joinTexts(e.lines)
	f.packingIn(e.segment.head+" "+text, e.lines[0].where)
	if letterCount(text) > 3 || invoice.HasHan(text) {
		f.term(e.segment.head+": "+text, e.lines[0].where)
	}
}
