package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

var (
	englishNo    = pattern.Lazily(`(?i)^(?:no\.?|#) ?([\w-]+)$`)
	englishBlock = pattern.Lazily(`(?i)^(?:block ([a-z]?\d*)|(?:bldg\.?|building) ([a-z]\d*))$`)
	englishSuite = pattern.Lazily(`(?i)^(?:suite|rm\.?|room) ([a-z]?\d+[a-z]?)$`)
	englishFloor = pattern.Lazily(`(?i)^(?:(\d+)(?:/F|F|(?:st|nd|rd|th) floor)|floor (\d+))$`)
)

// chineseAddress turns an English address round. Only parts whose characters are
// known are certain: a road's pinyin stands for many names.
func (k *knowledge) chineseAddress(text string) piece {
	if k.isAbroad(text) {
		return piece{text, []string{abroad}}
	}
	var p piece
	text, code := postcodeOf(text)
	parts := strings.Split(text, ",")
	known := false
	var b strings.Builder
	for at, part := range slices.Backward(parts) {
		zh, ok := k.englishSide().placeAmong(parts, at)
		if !ok {
			zh, ok = k.chineseAddressPart(strings.TrimSpace(part))
		}
		known = known || ok && hasHan(zh)
		if !ok {
			p.doubt("the characters of " + strings.TrimSpace(part) + " are not known")
		}
		b.WriteString(zh)
	}
	if !known {
		return piece{text, []string{abroad}}
	}
	p.text = b.String()
	if code != "" {
		p.text += "，邮编：" + code
	}
	return p
}

// postcodeOf takes the post's code out of an address.
func postcodeOf(text string) (rest, code string) {
	m := postcode.FindStringSubmatch(text)
	if m == nil {
		return text, ""
	}
	return m[1] + m[3], m[2]
}

var postcode = pattern.Lazily(`^(.*?[a-z'])[, ]+(\d{6})((?:,.*)?)$`)

// abroad is why an address stays in its own letters.
const abroad = "a foreign address stays as it is"

// stateAndCode finds the end of an American or Canadian address.
var stateAndCode = pattern.Lazily(`\b[A-Z]{2} (?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b`)

// isAbroad reports an address that ends in another country, whose post reads no Chinese.
func (k *knowledge) isAbroad(text string) bool {
	if stateAndCode.MatchString(text) {
		return true
	}
	last := strings.Trim(text[strings.LastIndexByte(text, ',')+1:], " .")
	zh, ok := k.englishSide().placeIn(last)
	return ok && k.countries()[zh]
}

func (k *knowledge) chineseAddressPart(part string) (string, bool) {
	if m := englishNo.FindStringSubmatch(part); m != nil {
		return m[1] + "号", true
	}
	if m := englishFloor.FindStringSubmatch(part); m != nil {
		return m[1] + m[2] + "楼", true
	}
	if m := englishBlock.FindStringSubmatch(part); m != nil {
		return m[1] + m[2] + "栋", true
	}
	if m := englishSuite.FindStringSubmatch(part); m != nil {
		return m[1] + "室", true
	}
	side := k.englishSide()
	lookup := func(english string) string {
		if zh, ok := side.placeIn(english); ok {
			return zh
		}
		if w := side.words[strings.ToLower(english)]; w != nil && w.class == user {
			return w.zh
		}
		return ""
	}
	if zh := lookup(part); zh != "" {
		return zh, true
	}
	if side.places[strings.ToLower(part)] != "" {
		return part, false // one of two
	}
	for _, form := range addressForms {
		before, after, _ := strings.Cut(form.en, "{}")
		name, ok := strings.CutPrefix(part, before)
		if name2, ok2 := strings.CutSuffix(name, after); ok && ok2 && name2 != "" && (before != "" || after != "") {
			if form.number {
				if _, ok := houseNumber(name2); ok {
					return name2 + form.zh, true
				}
				continue
			}
			if zh := lookup(name2); zh != "" {
				return zh + form.zh, form.en != "{} Street" // 街, 大街 or 街道
			}
			return name2 + form.zh, false
		}
	}
	return part, false
}
