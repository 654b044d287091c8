package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// closing signs don't begin a line.
	closing = ")]},.;:!?%°’”»›·、。〉》」』】〕〗〙〞〟！），．：；？］｝～｠｡｣､･％‰℃℉…—–ー々ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ＇＂￠"
	// opening signs don't end one.
	opening = "([{‘“«‹〈《「『【〔〖〘〝（［｛｟｢＄￡￥¥$€£№#＃"
	// glue lets no line end on either side.
	glue = "\u00A0\u2007\u202F\u2060\u200D"
	// joints are where a code or an address is best broken: after them.
	joints = "-/_?&=@+;~\\|‐"
	// counted are the characters by which a Chinese text counts and measures.
	counted = "个只件套台箱支双条张片卷米克千公斤吨升毫厘平立方元角分年月日天号楼层栋室美人英寸码对打包袋桶瓶组次份块根颗粒把顶辆盒板托副幅扇本册枚小页秒周季度期项款型档折列孔芯"
	// units that may stand a blank away from their figure.
	units = " ml l cl dl cm mm m km um μm in ft yd kg g mg t lb lbs oz cbm m² m³ sqm w kw v kv mah ah wh a hz khz mhz ghz db bar mpa k gsm pcs pc set sets pair pairs ctn ctns doz dozen rolls roll mil x "
	// numbered are the words that a number belongs to.
	numbered = " no. nos. no nr. hs hts dn pn c/no. room item lot page x art. ref. "
)

// classes are the classes of the first characters of Unicode, up to the Han; it
// is made from the signs above.
var classes = func() (c [0x3400]class) {
	for r := 0x2460; r < len(c); r++ {
		if r < 0x2800 || r >= 0x2E80 {
			c[r] = isWide
		}
	}
	for _, s := range signs {
		for _, r := range s.signs {
			if int(r) < len(c) {
				c[r] = s.class
			}
		}
	}
	return c
}()

var signs = [...]struct {
	class class
	signs string
}{{isClosing, closing}, {isOpening, opening}, {isGlue, glue}}

// class is how a character takes part in breaking lines.
type class uint8

const (
	isWord class = iota // letters, digits, and signs within codes
	isWide              // Han, kana, full-width signs
	isClosing
	isOpening
	isGlue
)

func classOf(r rune) class {
	if int(r) < len(classes) {
		if c := classes[r]; c != isWord || r < 0x300 || !unicode.IsMark(r) {
			return c
		}
		return isGlue
	}
	switch {
	case r >= 0xFE00 && r < 0xFE10, r >= 0xE0100 && r < 0xE01F0: // variation selectors
		return isGlue
	case r >= 0xFF00 && r < 0xFFF0:
		for _, s := range signs {
			if strings.ContainsRune(s.signs, r) {
				return s.class
			}
		}
		return isWide
	case r < 0xA4D0, r >= 0xAC00 && r < 0xD7B0, r >= 0xF900 && r < 0xFB00, r >= 0xFE30 && r < 0xFE70, r >= 0x1F000:
		return isWide
	case unicode.IsMark(r):
		return isGlue
	}
	return isWord
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\u3000' }

// allows tells how well a line may end between the character before and r,
// which stands at offset at of text and isn't blank.
func allows(before, r rune, text string, at int) quality {
	if before == 0 {
		return never
	}
	if before < utf8.RuneSelf && r < utf8.RuneSelf && letter(before) && letter(r) {
		return torn
	}
	b, c := classOf(before), classOf(r)
	switch {
	case b == isGlue && !unicode.IsMark(before), c == isGlue, c == isClosing:
		return never
	case isBlank(before):
		return afterBlank(text, at)
	case before == '第' && isDigit(r):
		return poor
	case b == isOpening:
		return never
	case before == '—' && r == '—', before == '…' && r == '…':
		return never
	case c == isWide && isDigit(before) && (strings.ContainsRune(counted, r) || r >= 0x3300 && r < 0x3400):
		return poor
	case fullWidth(before) && fullWidth(r):
		return torn
	case b == isWide, c == isWide:
		return good
	case before == '.' && letter(r) && r < utf8.RuneSelf:
		return weak
	case b == isClosing && before >= utf8.RuneSelf:
		return good
	case isDigit(r) && (before == ',' || before == '.' || before == ':'):
		return torn
	case strings.ContainsRune(joints, before):
		return poor
	case c == isOpening && b != isOpening && !isDigit(before):
		return poor
	}
	return torn
}

// afterBlank tells whether a figure stays with its unit there: 500 ml, USD 3.25,
// 52 × 42 cm, No. 5, +86 579 8512.
func afterBlank(text string, at int) quality {
	head := strings.TrimRight(text[:at], " \t\u3000")
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(text[at:])
	switch {
	case classOf(last) == isOpening:
		return never
	case strings.ContainsRune("×±≥≤~Φ⌀", last), strings.ContainsRune("×±", first):
		return poor
	case isDigit(last):
		if isDigit(first) || isUnit(text[at:]) {
			return poor
		}
	case isDigit(first):
		if word := lastWord(head); isCode(word) || last == '第' || strings.Contains(numbered, " "+strings.ToLower(word)+" ") {
			return poor
		}
	}
	return good
}

// lastWord is the Latin word, or sign, at the end of text.
func lastWord(text string) string {
	from := len(text)
	for from > 0 && text[from-1] > ' ' && text[from-1] < utf8.RuneSelf {
		from--
	}
	return text[from:]
}

// fullWidth reports whether r is a letter or digit as wide as a Chinese
// character.
func fullWidth(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// isUnit reports whether text begins with a unit of measure.
func isUnit(text string) bool {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '²' && r != '³' })
	if end < 0 {
		end = len(text)
	}
	if end == 0 || end > 8 {
		return false
	}
	return strings.Contains(units, " "+strings.ToLower(text[:end])+" ")
}

// isCode reports whether word looks like the code of a currency: USD, US$.
func isCode(word string) bool {
	if len(word) != 3 {
		return false
	}
	for _, r := range word {
		if (r < 'A' || r > 'Z') && r != '$' {
			return false
		}
	}
	return true
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
