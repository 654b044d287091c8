package read

import (
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

// compact is s without blanks, with half-width letters, digits and brackets:
// for comparing labels, never for values.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r > 0xFF00 && r < 0xFF5F:
			return r - 0xFF00 + 0x20
		}
		return r
	}, s)
}

// fapiaoNumber reads an amount, price or quantity: ¥1,234.50. Fullwidth digits
// and signs are taken for the half-width ones they are.
func fapiaoNumber(s string) (invoice.Amount, bool) {
	s = withoutStrays(moneySigns.Replace(compact(s)))
	if thousands.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	if strings.HasPrefix(s, ".") {
		s = "0" + s
	}
	return invoice.ParseAmount(sign + s)
}

// withoutStrays is a figure without what is read of a form's lines beside it
// where the page is a picture.
func withoutStrays(s string) string {
	const strays = ":;'\"”’“‘|=_"
	return strings.TrimRight(strings.Trim(s, strays), strays+".,")
}

var moneySigns = strings.NewReplacer("¥", "", "￥", "", "元", "", "−", "-")

var thousands = pattern.Lazily(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)

// starred reports whether a figure is printed as *** instead.
func starred(s string) bool {
	s = compact(s)
	return s != "" && strings.Trim(s, "*") == ""
}

// fapiaoDate reads 2024年05月28日, 2024-05-28 10:11:12, 20240528 and
// 20240528101112.
func fapiaoDate(s string) (invoice.Date, bool) {
	if c := compact(s); len(c) >= 14 && strings.Trim(c, "0123456789") == "" {
		s = c[:8]
	}
	d, ok := wholeDate(s)
	return d.date, ok && d.doubt == ""
}

// fapiaoUnit is a unit as it is printed; one that no table knows stands for
// itself in both languages.
func fapiaoUnit(s string) invoice.Text {
	if s == "" || terms.Units.Has(s) {
		return invoice.PlainText(s)
	}
	return invoice.Text{Zh: s, En: s}
}

var (
	fixedLine   = `(?:010|02\d|0[3-9]\d{2})[- ]?\d{7,8}`
	mobilePhone = `1[3-9]\d{9}`
	onePhone    = `(?:\+86[- ]?)?(?:` + fixedLine + `|` + mobilePhone + `|\+86[- ]?\d{2,3}[- ]?\d{7,8}|400[- ]?\d{3}[- ]?\d{4})(?:转\d{1,5}|-\d{1,4})?`
	phoneAtEnd  = pattern.Lazily(onePhone + `(?:[ 、,，;；/]+` + onePhone + `)*$`)
	phoneWord   = pattern.Lazily(`^[\d()（） +、/-]*\d{7}[\d()（） +、/转-]*$`)
	areaPhone   = pattern.Lazily(`[(（]0\d{2,3}[)）]\d{7,8}$`)
	localPhone  = pattern.Lazily(`[^\d-](\d{7,8})$`)
	acctAtEnd   = pattern.Lazily(`^(.*?)[ :：]*(?:账号|帐号)?[ :：]*(\d[\d -]{5,}\d)$`)
)

// splitPhone parts 兰溪市丹溪大道1055号057988222001. What is no telephone number
// for certain stays with the address.
func splitPhone(s string) (address, phone string) {
	if phoneWord.MatchString(s) {
		return "", strings.TrimSpace(s)
	}
	at := len(s)
	if m := areaPhone.FindStringIndex(s); m != nil {
		at = m[0]
	} else if m := phoneAtEnd.FindStringIndex(s); m != nil {
		at = m[0]
	} else if i := strings.LastIndexFunc(s, unicode.IsSpace); i >= 0 && phoneWord.MatchString(s[i:]) {
		at = i
	} else if m := localPhone.FindStringSubmatchIndex(s); m != nil {
		at = m[2]
	}
	if at == len(s) {
		return s, ""
	}
	return strings.TrimRight(s[:at], " 、,，;；/:："), strings.TrimSpace(s[at:])
}

// splitAccount parts 建设银行625555888900998711.
func splitAccount(s string) (bank, account string) {
	if m := acctAtEnd.FindStringSubmatch(s); m != nil {
		return strings.TrimSpace(m[1]), m[2]
	}
	return s, ""
}

// keptRune drops what can't be seen and makes blanks of tabs and controls.
func keptRune(r rune) rune {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF, r == 0xAD,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE01EF, r == 0x34F, r == 0x61C, r >= 0x180B && r <= 0x180F:
		return -1
	case r < ' ', r >= 0x7F && r < 0xA0, r >= 0xFDD0 && r <= 0xFDEF, r >= 0xFFF9 && r <= 0xFFFB, r&0xFFFE == 0xFFFE:
		return ' '
	}
	return r
}
