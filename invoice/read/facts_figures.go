package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

// figureDigits is a number with its separators.
var figureDigits = pattern.Lazily(`-?\d{1,3}(?:\.\d{3})+,\d{1,3}\b|-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,3}(?:['’]\d{3})+(?:\.\d+)?|-?\d+,\d{1,2}\b|-?\d+(?:\.\d+)?`)

// firstFigure is the first number of a text, and the text behind it.
func firstFigure(text string) (a invoice.Amount, rest string, ok bool) {
	m := figureDigits.FindStringIndex(text)
	if m == nil {
		return a, text, false
	}
	a, ok = invoice.ParseAmount(plainDigits(text[m[0]:m[1]]))
	return a, text[m[1]:], ok
}

// currencyMarks are the ways to name a currency in a longer text, longest
// first where one begins with another.
var currencyMarks = pattern.Lazily(`(?i)((?:HONG\s?KONG|HK|CANADIAN|AUSTRALIAN|SINGAPORE|NEW ZEALAND)\s+DOLLARS?|SWISS FRANCS?|CHINESE YUAN|RENMINBI|INDIAN RUPEES?|US\s?D?\s?\$|USD|U\.S\.\s*DOLLARS?|US\s+DOLLARS?|美元|美金|美圆|HK\s?\$|HKD|港币|港元|RMB|CNY|CN¥|人民币|元人民币|EUR\b|EUROS?\b|€|欧元|GBP|£|英镑|POUNDS? STERLING|JPY|日元|日圆|JAPANESE YEN|AUD|A\$|AU\$|澳元|CAD|C\$|CA\$|加元|SGD|S\$|新加坡元|TWD|NT\$|新台币|KRW|₩|韩元|INR|₹|RUB|₽|卢布|CHF|THB|MYR|VND|AED|SAR|BRL|R\$|MXN|ZAR|TRY|PLN|SEK|NOK|DKK|NZD|IDR|PHP|ILS|￥|¥|\$)`)

// letteredMark is a mark of letters, which must stand by itself.
var letteredMark = pattern.Lazily(`^[A-Za-z]+$`)

// currencyIn is the first currency that a text names.
func currencyIn(text string) (string, bool) {
	for _, m := range currencyMarks.FindAllStringIndex(text, 8) {
		mark := text[m[0]:m[1]]
		if letteredMark.MatchString(mark) && (latinAt(text, m[0]-1) || latinAt(text, m[1])) {
			continue
		}
		mark = strings.ToUpper(strings.Join(strings.Fields(mark), " "))
		switch strings.ReplaceAll(mark, " ", "") {
		case "HONGKONGDOLLAR", "HONGKONGDOLLARS", "HKDOLLAR", "HKDOLLARS":
			return "HKD", true
		case "CANADIANDOLLAR", "CANADIANDOLLARS":
			return "CAD", true
		case "AUSTRALIANDOLLAR", "AUSTRALIANDOLLARS":
			return "AUD", true
		case "SINGAPOREDOLLAR", "SINGAPOREDOLLARS":
			return "SGD", true
		case "NEWZEALANDDOLLAR", "NEWZEALANDDOLLARS":
			return "NZD", true
		case "SWISSFRANC", "SWISSFRANCS":
			return "CHF", true
		case "CHINESEYUAN", "RENMINBI":
			return "CNY", true
		case "INDIANRUPEE", "INDIANRUPEES":
			return "INR", true
		case "US$", "USD$":
			return "USD", true
		case "CN¥", "元人民币", "￥", "¥":
			return "CNY", true
		}
		if code, ok := terms.Currencies.Known(mark); ok {
			return code, true
		}
	}
	return "", false
}

func latinAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z')
}

// terms3 is the currency that a text names, where it names nothing else.
func terms3(text string) (string, bool) {
	t := strings.Trim(text, " ()（）.,")
	if code, ok := terms.Currencies.Known(t); ok {
		return code, true
	}
	if len(fold(t)) <= 12 {
		return currencyIn(t)
	}
	return "", false
}

// formatSigns are what a number format has besides a currency's sign.
var formatSigns = strings.NewReplacer(`"`, "", `\`, "", "General", "", "_", "")

// currencyOfFormat is the currency that a number's format shows; weak is true
// for the dollar of a program's own formats, which shows the user's currency
// elsewhere.
func currencyOfFormat(format string) (code string, weak, ok bool) {
	if format == "" || !strings.ContainsAny(format, "$¥￥€£₩₹₽ABCDEFGHIJKLMNOPQRSTUVWXYZ元") {
		return "", false, false
	}
	if strings.Contains(format, "[$¥-411]") || strings.Contains(format, "[$￥-411]") {
		return "JPY", false, true
	}
	shown := formatParts.ReplaceAllStringFunc(format, func(part string) string {
		if strings.HasPrefix(part, "[$") {
			symbol, _, _ := strings.Cut(part[2:len(part)-1], "-")
			return symbol
		}
		return ""
	})
	shown = formatSigns.Replace(shown)
	code, ok = currencyIn(shown)
	weak = code == "USD" && (strings.Contains(format, `_($*`) || strings.Contains(format, `_("$"*`) || strings.HasPrefix(format, `"$"#,##0`) || strings.HasPrefix(format, `$#,##0`))
	return code, weak, ok
}

// formatParts are the brackets of a number's format: [$€-2], [Red].
var formatParts = pattern.Lazily(`\[[^\]]*\]`)

// countryIn is the country that a text names as a whole, or behind words like
// "Made in".
func countryIn(text string) (string, bool) {
	t := strings.Trim(strings.TrimSpace(mainland.ReplaceAllString(strings.TrimSpace(text), "")), ".,，。;；()（） ")
	if code, ok := terms.Countries.Known(t); ok {
		return code, true
	}
	t = madeIn.ReplaceAllString(t, "")
	if code, ok := terms.Countries.Known(strings.TrimSpace(t)); ok {
		return code, true
	}
	zh, en := splitLanguages(t)
	for _, part := range [...]string{zh, en} {
		if code, ok := terms.Countries.Known(strings.Trim(part, " .,()（）")); ok && part != "" {
			return code, true
		}
	}
	return "", false
}

// mainland is what people add to China.
var mainland = pattern.Lazily(`(?i)\s*[(（]\s*(?:mainland|main land)\s*[)）]\s*$|^mainland\s+`)

var madeIn = pattern.Lazily(`(?i)^(made in|product of|origin\s*[:：]\s*|origin\s+|产自|原产于|原产)\s*|(制造|生产|原产)$`)

// placeCountry is the country that an address or a place ends with: "…,
// Ningbo, China", 中国浙江省…, "… Portland, OR 97209".
func placeCountry(address invoice.Text) string {
	if code := lastCountry(address.En); code != "" {
		return code
	}
	zh := strings.TrimSpace(address.Zh)
	switch {
	case zh == "":
		return ""
	case strings.HasPrefix(zh, "中国香港"), strings.HasPrefix(zh, "香港"):
		return "HK"
	case strings.HasPrefix(zh, "中国澳门"), strings.HasPrefix(zh, "澳门"):
		return "MO"
	case strings.HasPrefix(zh, "中国台湾"), strings.HasPrefix(zh, "台湾"):
		return "TW"
	case strings.HasPrefix(zh, "中国"), strings.HasPrefix(zh, "中华人民共和国"):
		return "CN"
	}
	for _, p := range strings.Fields(provinces) {
		if strings.HasPrefix(zh, p) {
			return "CN"
		}
	}
	if m := hanCountry.FindString(zh); m != "" {
		if code, ok := terms.Countries.Known(m); ok {
			return code
		}
	}
	return lastCountry(zh)
}

const provinces = "浙江 广东 江苏 山东 福建 上海 北京 天津 重庆 河北 河南 湖北 湖南 江西 安徽 四川 陕西 山西 辽宁 吉林 黑龙江 广西 海南 贵州 云南 甘肃 青海 宁夏 新疆 西藏 内蒙古 深圳 广州 宁波 义乌 东莞 杭州 苏州 厦门 青岛 佛山 中山 温州"

var (
	hanCountry  = pattern.Lazily(`^(美国|英国|德国|法国|日本|韩国|加拿大|澳大利亚|意大利|西班牙|俄罗斯|印度|巴西|墨西哥|荷兰|新加坡|马来西亚|泰国|越南|阿联酋)`)
	americanZip = pattern.Lazily(`(?i)\b(A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\.?,?\s+\d{5}(-\d{4})?\W*$`)
	postcode    = pattern.Lazily(`[\d\-]{4,}`)
)

// lastCountry is the country that an address' last words name.
func lastCountry(address string) string {
	address = strings.Trim(address, " .,;，。\n)）")
	if address == "" {
		return ""
	}
	lines := strings.Split(address, "\n")
	last := lines[len(lines)-1]
	if americanZip.MatchString(last) {
		return "US"
	}
	last = strings.TrimSpace(postcode.ReplaceAllString(last, " "))
	last = strings.Trim(last, " .,;，。()（）")
	parts := strings.FieldsFunc(last, func(r rune) bool { return r == ',' || r == '，' || r == ';' || r == '(' || r == '（' })
	if len(parts) == 0 {
		return ""
	}
	tail := strings.TrimSpace(parts[len(parts)-1])
	if code, ok := terms.Countries.Known(tail); ok && len(tail) > 1 && (len(tail) > 2 || tail == "UK" || tail == "US" || tail == "HK") {
		return code
	}
	ws := strings.Fields(tail)
	for n := min(4, len(ws)-1); n >= 1; n-- {
		name := strings.Join(ws[len(ws)-n:], " ")
		if code, ok := terms.Countries.Known(strings.Trim(name, ".,")); ok && (len(name) > 3 || name == "USA" || name == "UK" || name == "UAE" || name == "PRC" || name == "US") {
			return code
		}
	}
	return ""
}
