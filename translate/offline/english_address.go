package offline

import (
	"regexp"
	"slices"
	"strings"
)

var (
	englishNo    = regexp.MustCompile(`(?i)^(?:no\.?|#) ?([\w-]+)$`)
	englishFloor = regexp.MustCompile(`(?i)^(\d+)(?:/F|F|(?:st|nd|rd|th) floor)$`)
)

// chineseAddress turns an English address round. Only parts whose characters are
// known are certain: a road's pinyin stands for many names.
func (k *knowledge) chineseAddress(text string) piece {
	var p piece
	parts := strings.Split(text, ",")
	slices.Reverse(parts)
	known := false
	var b strings.Builder
	for _, part := range parts {
		zh, ok := k.chineseAddressPart(strings.TrimSpace(part))
		known = known || ok && hasHan(zh)
		if !ok {
			p.doubt("the characters of " + strings.TrimSpace(part) + " are not known")
		}
		b.WriteString(zh)
	}
	if !known {
		return piece{text, []string{"a foreign address stays as it is"}}
	}
	p.text = b.String()
	return p
}

func (k *knowledge) chineseAddressPart(part string) (string, bool) {
	if m := englishNo.FindStringSubmatch(part); m != nil {
		return m[1] + "号", true
	}
	if m := englishFloor.FindStringSubmatch(part); m != nil {
		return m[1] + "楼", true
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
				return zh + form.zh, true
			}
			return name2 + form.zh, false
		}
	}
	return part, false
}
