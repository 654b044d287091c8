package offline

import (
	"slices"
	"strconv"
	"strings"

	"yipiao/invoice/pattern"
)

// countWords count things in Chinese, by the English word behind the number.
var countWords = map[string]string{
	"pcs": "件", "pc": "件", "pieces": "件", "piece": "件", "count": "件", "units": "件", "unit": "件", "sets": "套", "set": "套", "pairs": "双", "pair": "双", "cartons": "箱", "carton": "箱", "ctns": "箱", "ctn": "箱", "boxes": "盒", "box": "盒", "bags": "袋", "bag": "袋", "rolls": "卷", "roll": "卷", "packs": "包", "pack": "包", "sheets": "张", "dozen": "打", "dozens": "打", "pallets": "托", "pallet": "托", "containers": "个货柜",
	"days": "天", "day": "天", "weeks": "周", "week": "周", "months": "个月", "month": "个月", "years": "年", "year": "年", "hours": "小时", "hour": "小时", "hrs": "小时", "minutes": "分钟", "minute": "分钟", "mins": "分钟", "seconds": "秒",
	"colors": "色", "colours": "色", "layers": "层", "layer": "层", "tiers": "层", "tier": "层", "compartments": "格", "speeds": "档", "speed": "档", "inches": "英寸", "inch": "英寸", "feet": "英尺", "ft": "英尺", "persons": "人", "people": "人", "person": "人", "meters": "米", "metres": "米", "kgs": "kg", "lbs": "磅", "watts": "W", "volts": "V", "liters": "升", "litres": "升", "liter": "升", "pages": "页", "keys": "把钥匙", "levels": "档", "copies": "份", "originals": "份正本", "times": "次", "gallon": "加仑", "gallons": "加仑", "lumens": "流明", "lumen": "流明", "ton": "吨", "tons": "吨", "mesh": "目", "micron": "微米", "bottles": "瓶", "cans": "罐", "labels": "张", "microns": "微米", "ounces": "盎司", "ounce": "盎司",
}

// countPhrases are those of two words.
var countPhrases = map[string]string{
	"working days": "个工作日", "working day": "个工作日", "business days": "个工作日", "business day": "个工作日", "calendar days": "天", "color modes": "种颜色模式", "brightness levels": "档亮度", "lighting modes": "种灯光模式", "light modes": "种灯光模式", "speed settings": "档", "heat settings": "档温度", "usb ports": "个USB接口", "ac outlets": "个AC插座", "square meters": "平方米", "cubic meters": "立方米", "fl oz": "液量盎司",
}

// keptUnits stay in Latin letters.
var keptUnits = map[string]bool{"mm": true, "cm": true, "m": true, "km": true, "ml": true, "mL": true, "L": true, "l": true, "g": true, "kg": true, "mg": true, "W": true, "w": true, "kW": true, "V": true, "A": true, "mA": true, "mAh": true, "Ah": true, "Wh": true, "Hz": true, "kHz": true, "MHz": true, "GHz": true, "GB": true, "TB": true, "MB": true, "oz": true, "bar": true, "MPa": true, "psi": true, "rpm": true, "lm": true, "N": true, "Nm": true, "cbm": true, "CBM": true, "gsm": true, "GSM": true, "dB": true, "mm²": true, "m²": true, "m³": true, "x": true, "°": true, "K": true, "°C": true, "%": true, "kPa": true, "Pa": true, "Gbps": true, "Mbps": true, "mW": true, "kWh": true, "lux": true, "DPI": true, "dpi": true, "μm": true, "μF": true, "Ω": true, "kΩ": true, "MΩ": true, "L/min": true, "km/h": true, "g/m²": true, "kg/m³": true, "PSI": true, "mm/s": true, "m/s": true, "kg/m²": true, "m³/h": true, "L/h": true}

var (
	gluedUnit  = pattern.Lazily(`^([±≥≤<>~]?\d[\d.,]*(?:[-~x×*/+]\d[\d.,]*)*)[- ]?([A-Za-z]+)\.?$`)
	numberOnly = pattern.Lazily(`^[±≥≤<>~]?\d[\d,]*(?:\.\d+)?(?:[-~x×*/]\d[\d,]*(?:\.\d+)?)*"?$`)
	spelledOut = map[string]string{"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "eight": "8", "ten": "10", "twelve": "12"}
)

// partWords are counted parts before a noun: a 3-tier rack, a 6-piece knife set.
var partWords = map[string]string{
	"piece": "件", "pcs": "件", "pc": "件", "pack": "件装", "tier": "层", "layer": "层", "ply": "层", "drawer": "抽", "door": "门", "speed": "档", "port": "口", "compartment": "格", "channel": "路", "gang": "联", "core": "芯", "hole": "孔", "person": "人", "seater": "人座", "outlet": "插位", "inch": "英寸", "foot": "英尺", "ft": "英尺", "hour": "小时", "day": "天", "year": "年", "burner": "头", "cup": "杯", "color": "色", "level": "档", "panel": "片", "blade": "叶", "axis": "轴", "phase": "相", "shelf": "层", "section": "节", "digit": "位", "key": "键", "string": "弦", "pocket": "袋", "gallon": "加仑", "liter": "升", "quart": "夸脱", "oz": "盎司", "meter": "米", "pin": "针", "stage": "级", "season": "季", "wheel": "轮", "slot": "槽", "month": "个月", "minute": "分钟",
}

// chunkOfNumber reads the number a phrase begins with, and its unit.
func chunkOfNumber(words []string) (englishChunk, int) {
	if c, length := versionOf(words); length > 0 {
		return c, length
	}
	if zh, length := countedInEnglish(words); length > 0 {
		return englishChunk{en: strings.Join(words[:length], " "), zh: zh, role: measuring}, length
	}
	if m := gluedUnit.FindStringSubmatch(words[0]); m != nil {
		if zh, ok := partWords[strings.ToLower(m[2])]; ok && strings.ContainsAny(words[0], "-") {
			return englishChunk{en: words[0], zh: m[1] + zh, role: describingIf(len(words) > 1)}, 1
		}
	}
	if len(words) > 2 && isNumber(words[0]) {
		if zh, ok := partWords[strings.ToLower(words[1])]; ok && words[1] != "inch" {
			return englishChunk{en: words[0] + " " + words[1], zh: words[0] + zh, role: describing}, 2
		}
	}
	if len(words) > 1 && currencies[words[0]] && isNumber(words[1]) {
		return englishChunk{en: words[0] + " " + words[1], zh: words[0] + " " + words[1], role: measuring}, 2
	}
	if zh := spelledCounts[strings.ToLower(words[0])]; zh != "" && len(words) > 1 && startsWord(words[1]) {
		return englishChunk{en: words[0], zh: zh, role: counting}, 1
	}
	if len(words) > 1 && isNumber(words[0]) && startsWord(words[1]) {
		return englishChunk{en: words[0], zh: words[0], role: counting}, 1
	}
	return englishChunk{}, 0
}

// currencies are the codes that stand before an amount.
var currencies = map[string]bool{"USD": true, "EUR": true, "RMB": true, "CNY": true, "GBP": true, "JPY": true, "HKD": true}

// spelledCounts count things in words.
var spelledCounts = map[string]string{"one": "一", "two": "两", "three": "三", "four": "四", "five": "五", "six": "六"}

func describingIf(before bool) role {
	if before {
		return describing
	}
	return measuring
}

// countedInEnglish reads a number with its unit: 12 pcs, 500 ml, 24pcs.
func countedInEnglish(words []string) (string, int) {
	if m := gluedUnit.FindStringSubmatch(words[0]); m != nil && !strings.Contains(words[0], "-"+m[2]) {
		unit := strings.ToLower(m[2])
		if zh, ok := countWords[unit]; ok {
			return m[1] + zh, 1
		}
		if keptUnits[m[2]] || m[2] == "in" {
			return m[1] + keptUnit(m[2]), 1
		}
		return "", 0
	}
	if len(words) < 2 {
		return "", 0
	}
	number := words[0]
	if spelled := spelledOut[strings.ToLower(number)]; spelled != "" {
		number = spelled
	} else if !numberOnly.MatchString(number) {
		return "", 0
	}
	if len(words) > 2 {
		if zh, ok := countPhrases[strings.ToLower(words[1]+" "+words[2])]; ok {
			return number + zh, 3
		}
	}
	unit := strings.Trim(words[1], ",")
	if zh, ok := countWords[strings.ToLower(unit)]; ok && (len(words) == 2 || !startsWord(words[2]) || !partOnly[strings.ToLower(unit)]) {
		return number + zh, 2
	}
	if keptUnits[unit] {
		return number + keptUnit(unit), 2
	}
	return "", 0
}

// partOnly are singulars that describe the noun behind them: 6 piece knife set.
var partOnly = map[string]bool{"piece": true, "pc": true, "pack": true, "tier": true, "layer": true, "speed": true, "person": true, "set": true, "bag": true, "box": true, "carton": true, "roll": true, "count": true, "pallet": true, "unit": true, "pair": true, "color": true}

func keptUnit(unit string) string {
	if unit == "in" {
		return "英寸"
	}
	return unit
}

const monthNames = `(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sep(?:tember|t?\.?)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`

var (
	monthFirst = pattern.Lazily(`\b` + monthNames + ` (\d{1,2})(?:st|nd|rd|th)?(?:,? ((?:19|20)\d{2}))?\b`)
	dayFirst   = pattern.Lazily(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ` + monthNames + `(?:,? ((?:19|20)\d{2}))?\b`)
	monthYear  = pattern.Lazily(`\b` + monthNames + `,? ((?:19|20)\d{2})\b`)
)

// datesToChinese writes the dates of an English text in Chinese, so that the comma
// in "March 15, 2026" divides nothing.
func datesToChinese(text string) string {
	text = weekdayTold.ReplaceAllStringFunc(text, func(s string) string {
		preposition, day, _ := strings.Cut(s, " ")
		return preposition + " " + weekdayChinese[strings.ToLower(day[:3])]
	})
	text = partOfMonth.ReplaceAllStringFunc(text, monthPartToChinese)
	text = replaceDates(text, monthFirst, 1, 2, 3)
	text = replaceDates(text, dayFirst, 2, 1, 3)
	text = replaceDates(text, monthYear, 1, 0, 2)
	return monthAlone.ReplaceAllStringFunc(text, func(s string) string {
		at := strings.LastIndexByte(s, ' ') + 1
		return s[:at] + replaceDates(s[at:]+" 2000", monthYear, 1, 0, 0)
	})
}

// partOfMonth finds the parts of months that orders name: mid July, end of August 2026.
var partOfMonth = pattern.Lazily(`(?i)\b(?:the )?(mid|middle of|end of|the end of|early|late|beginning of)[- ]` + monthNames + `(?:,? ((?:19|20)\d{2}))?\b`)

var monthParts = map[string]string{"mid": "中旬", "middle of": "中旬", "end of": "底", "the end of": "底", "early": "上旬", "late": "下旬", "beginning of": "初"}

func monthPartToChinese(s string) string {
	m := partOfMonth.FindStringSubmatch(s)
	month := slices.IndexFunc(months, func(name string) bool {
		return len(m[2]) > 2 && strings.HasPrefix(strings.ToLower(name), strings.ToLower(m[2][:3]))
	})
	if month < 0 {
		return s
	}
	zh := strconv.Itoa(month) + "月" + monthParts[strings.ToLower(m[1])]
	if m[3] != "" {
		zh = m[3] + "年" + zh
	}
	return zh
}

// A day of the week or a month alone is one only behind a word of time: in May.
var (
	weekdayTold    = pattern.Lazily(`(?i)\b(?:by|on|before|until|after) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`)
	weekdayChinese = map[string]string{"mon": "周一", "tue": "周二", "wed": "周三", "thu": "周四", "fri": "周五", "sat": "周六", "sun": "周日"}
	monthAlone     = pattern.Lazily(`\b(?:in|by|before|until|after) (?:January|February|March|April|May|June|July|August|September|October|November|December)$`)
)

func replaceDates(text string, form *pattern.Pattern, monthAt, dayAt, yearAt int) string {
	return form.ReplaceAllStringFunc(text, func(s string) string {
		m := form.FindStringSubmatch(s)
		month := slices.IndexFunc(months, func(name string) bool { return strings.HasPrefix(name, m[monthAt][:3]) })
		zh := strconv.Itoa(month) + "月"
		if dayAt > 0 {
			day, _ := strconv.Atoi(m[dayAt])
			if day < 1 || day > 31 {
				return s
			}
			zh += strconv.Itoa(day) + "日"
		}
		if yearAt > 0 && m[yearAt] != "" {
			zh = m[yearAt] + "年" + zh
		}
		return zh
	})
}

// sizeSigns are blanks around the sign between measures: 50 x 40 x 30 cm.
var sizeSigns = pattern.Lazily(`(\d) ?[xX×*] ?(\d)`)

func tightSizes(text string) string {
	for range 2 {
		text = sizeSigns.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, " ", "") })
	}
	return text
}
