package offline

import (
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
)

func isHan(r rune) bool { return r >= 0x3400 && r <= 0x9fff }

func hasHan(s string) bool { return strings.IndexFunc(s, isHan) >= 0 }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// normalise brings a Chinese text into the one form all rules are written in:
// simplified characters, half-width signs, Chinese only the comma 、, and 。.
func (k *knowledge) normalise(s string) string {
	runes := []rune(s)
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		switch {
		case r == '，' && groupsWideDigits(runes, i):
			r = ','
			out = append(out, r)
			continue
		case r == '，' || r == '。' || r == '、':
		case r >= 0xff01 && r <= 0xff5e:
			r -= 0xfee0
		case r == 0x3000 || unicode.IsSpace(r):
			r = ' '
		case r == '“' || r == '”' || r == '「' || r == '」' || r == '『' || r == '』':
			r = '"'
		case r == '￥':
			r = '¥'
		case r == '【' || r == '〔' || r == '［':
			r = '['
		case r == '】' || r == '〕' || r == '］':
			r = ']'
		case r == '—' || r == '–' || r == '−' || r == '～':
			r = '-'
		case isHan(r):
			if simple, ok := k.simplified[r]; ok {
				r = simple
			}
		}
		if r == ':' && i > 0 && i+1 < len(runes) && isNarrowDigit(runes[i-1]) && isNarrowDigit(runes[i+1]) {
			r = ratioSign
		}
		if r == ',' && betweenWords(runes, i) {
			r = '，'
		}
		out = append(out, r)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	text = interfaceNames.Replace(text)
	if !strings.ContainsAny(text, "0123456789") {
		return text
	}
	return figuresNormalised(text)
}

// figuresNormalised brings temperatures, ranges, standards and terms that hang on a figure
// into one form.
func figuresNormalised(text string) string {
	chilled := strings.ContainsAny(text, "温冷冻寒") || strings.Contains(text, "零下")
	text = belowZero.ReplaceAllString(text, "-$1")
	if chilled {
		text = coldDegrees.ReplaceAllString(coldBothDegrees.ReplaceAllString(text, "$1°C$2°C"), "$1$2°C")
	}
	text = belowZeroRange.ReplaceAllStringFunc(text, func(s string) string {
		to := string(standardSign) + "to" + string(standardSign)
		return strings.ReplaceAll(belowZeroRange.ReplaceAllString(s, "$1"+to+"$2"), "℃", "°C")
	})
	text = pipeSize.ReplaceAllString(text, "DN$1$2")
	text = unitApart.ReplaceAllString(versionNumber.ReplaceAllString(text, "$1"+string(standardSign)+"$2"), "$1$2$3")
	text = standardNumber.ReplaceAllString(digitRange.ReplaceAllString(text, "$1-$2$3"), "$1"+string(standardSign)+"$2")
	text = strings.ReplaceAll(text, "+/-", "±")
	text = degreesTo.ReplaceAllString(text, "${1}至$2")
	text = sideInMetres.ReplaceAllString(text, "${1}m$2")
	return gluedTerm.ReplaceAllString(text, "$1$2 $3$4")
}

// belowZeroRange is a range from below zero, whose sign no hyphen may follow: -40至150℃.
var belowZeroRange = pattern.Lazily(`(-\d[\d.]*(?:℃|°C|摄氏度|度)?)[至到~](-?\d[\d.]*(?:℃|°C))`)

// coldDegrees and coldBothDegrees are such ranges in 度, which only beside words of warmth
// are no angle.
var (
	coldDegrees     = pattern.Lazily(`(-\d[\d.]*)([至到~][-+]?\d[\d.]*)(?:摄氏)?度`)
	coldBothDegrees = pattern.Lazily(`(-\d[\d.]*)(?:摄氏)?度([至到~][-+]?\d[\d.]*)(?:摄氏)?度`)
)

// degreesTo is the wave between two temperatures, of which the first has its unit: 20度~80度.
var degreesTo = pattern.Lazily(`(度)~(-?\d)`)

// sideInMetres is the last side of a size whose sides have units of their own: 18mm×20米.
var sideInMetres = pattern.Lazily(`(\d(?:mm|cm|MM|CM) ?[×xX*] ?\d+(?:\.\d+)?)米($|[^a-z])`)

// gluedTerm is a term of trade that hangs on its figure, and is no model: MOQ500件, T/T30%.
var gluedTerm = pattern.Lazily(`(^|[^号A-Za-z0-9/])(MOQ|QTY|T/T|TT|L/C|O/A|OA|D/P|D/A)(\d[\d,.]*)(%|天|日|个|件|套|只|双|台|箱|支|条|对|卷|米|吨|公斤|千克|打)`)

// belowZero is a temperature in digits: 零下10度.
var belowZero = pattern.Lazily(`零下(\d)`)

// digitRange is a 至 between two digits before a time or a unit: it joins them, whatever verb
// stands behind, 预计5至7天到达.
var digitRange = pattern.Lazily(`(\d)[至到](\d+(?:\.\d+)?)(个?工作日|天|周|小时|分钟|个月|个星期|年|兆帕|公斤|千克|吨|毫升|升|千瓦|瓦|伏|微米|分贝|米|英寸|寸|安|赫兹|目|牛米|人|克|倍|转|圈|块|帧|流明|匹|马力)`)

// standardNumber finds the name of a standard: GB/T 1234-2008.
var standardNumber = pattern.Lazily(`\b((?:GB|QB|FZ|HG|JB|HJ|SJ|YY|BB|CJ|JG|LY|SN|NY|WS|TB|DB|ISO|EN|ASTM|BS|DIN|JIS|IEC|UL|ANSI|AAMA|ISTA|AATCC|CFR|SJ|NB|YS|YB|AS|NZS|CSA|FDA|CPSIA|EN ISO|BS EN|DIN EN)(?:/[TZ])?) (\d[\d.]*)`)

// versionNumber finds the version of an interface before a word: USB 3.0扩展坞.
var versionNumber = pattern.Lazily(`\b(USB|USB-C|Type-C|HDMI|PCIe|PCI-E|SATA|BT|DP|WiFi|Wi-Fi|Bluetooth) (\d\.\d)`)

// pipeSize finds the nominal size of a pipe in small letters or with a blank: dn110,
// DN 50.
var pipeSize = pattern.Lazily(`\b(?:dn|dn |DN )(\d)(\d*)`)

// unitApart finds the unit that a blank parts from its number, but none from the word
// behind it: 18 V电钻.
var unitApart = pattern.Lazily(`(\d) (V|W|A|Hz|kW|ml|mL|L|mm|cm|kg|g|mAh|Ah|oz)([^\P{Han}左以约的])`)

// standardSign stands for the blank in the name of a standard while a text is read, so
// that no title is cut there.
const standardSign = '\ue000'

// interfaceNames are those of two words, which are one name but before 充电, with which
// the second is a word.
var interfaceNames = strings.NewReplacer("USB Type-C充电", "USB Type-C充电", "Micro USB", "Micro"+string(standardSign)+"USB", "USB Type-C", "USB"+string(standardSign)+"Type-C", "Mini USB", "Mini"+string(standardSign)+"USB")

// ratioSign stands for the colon of 1:16 and 17:00 while a text is read, so that no
// label ends there.
const ratioSign = '∶'

func isNarrowDigit(r rune) bool { return isDigit(r) || r >= '０' && r <= '９' }

// groupsWideDigits tells the full-width comma of １２，３４５ from one between clauses.
func groupsWideDigits(runes []rune, i int) bool {
	wide := func(j int) bool { return j >= 0 && j < len(runes) && runes[j] >= '０' && runes[j] <= '９' }
	return wide(i-1) && wide(i+1) && wide(i+2) && wide(i+3) && !wide(i+4)
}

// betweenWords tells a comma between clauses from one that groups digits.
func betweenWords(runes []rune, i int) bool {
	digitBefore := i > 0 && isDigit(runes[i-1])
	digitAfter := i+1 < len(runes) && isDigit(runes[i+1])
	return !(digitBefore && digitAfter)
}

// tight drops the blanks beside Chinese characters, which mean nothing in sentences.
func tight(s string) string {
	runes := []rune(s)
	var out []rune
	for i, r := range runes {
		if r == ' ' && i > 0 && i+1 < len(runes) && (!isWordRune(runes[i-1]) || !isWordRune(runes[i+1])) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// isWordRune reports the runes between which a blank separates words.
func isWordRune(r rune) bool { return isLatin(r) || isDigit(r) || r == '.' || r == '%' }

// capitalised raises the first letter, unless the first word is a code such as pH or 5V.
func capitalised(s string) string {
	runes := []rune(s)
	for i, r := range runes {
		if isDigit(r) {
			return s
		}
		if unicode.IsLetter(r) {
			if i+1 < len(runes) && unicode.IsUpper(runes[i+1]) {
				return s
			}
			runes[i] = unicode.ToUpper(r)
			return string(runes)
		}
	}
	return s
}

// smallWords stay in lower case inside a title.
const smallWords = " and with for of in to a an the per by at or on from as but nor via pcs pc mm cm ml mah kg mg g km m ft x sqm cbm pairs gsm oz lb lbs kw "

// titleCase writes a text as a title: every word capitalised but the small ones.
func titleCase(s string) string {
	words := strings.Split(s, " ")
	for i, word := range words {
		if i > 0 && isNumber(strings.TrimLeft(words[i-1], "≥≤<>")) && (keptUnits[strings.TrimRight(word, ",")] || strings.Contains(word, "/")) {
			continue // a unit
		}
		if (i > 0 || word == "for" || word == "with") && strings.Contains(smallWords, " "+strings.TrimRight(word, ",")+" ") {
			continue
		}
		if strings.HasPrefix(word, "x") && isNumber(word[1:]) {
			continue // 80 pcs x5 packs
		}
		parts := strings.Split(word, "-")
		for j, part := range parts {
			if j > 0 && (isMeasureHyphen(parts) || part == "in" || part == "to" || part == "the" || part == "and" || part == "of") {
				continue
			}
			parts[j] = capitalised(part)
		}
		words[i] = strings.Join(parts, "-")
	}
	return strings.Join(words, " ")
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,-~x×*±") == ""
}

// isMeasureHyphen reports words like 20-inch, whose unit stays small.
func isMeasureHyphen(parts []string) bool {
	return len(parts) == 2 && (parts[1] == "inch" || parts[1] == "ft" || parts[1] == "cm" || parts[1] == "mm")
}
