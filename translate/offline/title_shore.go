package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// The hardness of rubber is told on Shore's scales; scale, number and name stand in any
// order and with blanks between them: 硬度 邵氏A 60±5度, 60度 邵氏A.
var (
	shoreAhead  = pattern.Lazily(`(硬度)?(:)?\s?邵氏?(硬度)?\s?([AaCcDd])?\s?(\d+(?:[±~-]\d+)?)\s?([AaCcDd])?度?`)
	shoreBehind = pattern.Lazily(`(硬度)?(:)?\s?(\d+(?:[±~-]\d+)?)度?\s?邵氏?\s?([AaCcDd])`)
	shoreCode   = pattern.Lazily(`Shore-([Hh]ardness)?-?([A-D])?-?`)
)

// shoreCoded writes such a hardness as one code, which every rule keeps as it is.
func shoreCoded(text string) string {
	if !strings.Contains(text, "邵") {
		return text
	}
	coded := func(label, colon, scale, number string) string {
		code := "Shore-" + strings.ToUpper(scale)
		if scale != "" {
			code += "-"
		}
		return label + colon + code + number
	}
	text = shoreBehind.ReplaceAllStringFunc(text, func(found string) string {
		m := shoreBehind.FindStringSubmatch(found)
		return coded(m[1], m[2], m[4], m[3])
	})
	return shoreAhead.ReplaceAllStringFunc(text, func(found string) string {
		m := shoreAhead.FindStringSubmatch(found)
		if m[1] == "" && m[3] != "" {
			return strings.Replace(coded("", m[2], m[4]+m[6], m[5]), "Shore-", "Shore-hardness-", 1) // 邵氏硬度60±5
		}
		return coded(m[1], m[2], m[4]+m[6], m[5])
	})
}

// shoreRead writes the code out again: Shore A 60.
func shoreRead(text string) string {
	return shoreCode.ReplaceAllStringFunc(text, func(found string) string {
		m := shoreCode.FindStringSubmatch(found)
		return joinWords([]string{"Shore", m[1], m[2]}) + " "
	})
}
