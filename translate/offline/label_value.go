package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// limitsAhead stand before a quantity behind a label and say how far it goes.
var limitsAhead = []struct{ zh, en string }{
	{"不高于", "not higher than "}, {"不低于", "not lower than "}, {"不超过", "not exceeding "}, {"不大于", "not more than "}, {"不多于", "not more than "}, {"不小于", "not less than "}, {"不少于", "not less than "},
	{"大于等于", "≥"}, {"小于等于", "≤"}, {"大于", "more than "}, {"小于", "less than "}, {"高于", "higher than "}, {"低于", "lower than "}, {"超过", "more than "}, {"少于", "less than "},
	{"至少", "at least "}, {"最少", "at least "}, {"最多", "at most "}, {"最大", "max. "}, {"最小", "min. "}, {"最高", "max. "}, {"最低", "min. "}, {"大约", "approx. "}, {"单个", "each "},
}

// sharesOf say of what each a quantity behind a label is.
var sharesOf = map[string]string{"每层": " per tier", "单层": " per tier", "每个": " each", "每只": " each", "每格": " per compartment", "每小时": " per hour", "每分钟": " per minute", "每天": " per day", "每次": " each time", "每侧": " per side", "每边": " per side"}

// measuredValue translates what a label is given where that is a quantity with its
// bound, a range or a share: 不高于45分贝, 15至20平方米, 每层不超过25公斤.
func (k *knowledge) measuredValue(value string) (string, bool) {
	for share, en := range sharesOf {
		if rest, ok := strings.CutPrefix(value, share); ok {
			if of, ok := k.measuredValue(rest); ok {
				return of + en, true
			}
			if k.isQuantity(rest) {
				return k.quantity(rest) + en, true
			}
		}
	}
	for _, b := range limitsAhead {
		if rest, ok := strings.CutPrefix(value, b.zh); ok && k.isQuantity(rest) {
			return b.en + k.quantity(rest), true
		}
	}
	for _, b := range boundsBehind {
		if base, ok := strings.CutSuffix(value, b.zh); ok && k.isQuantity(base) {
			return b.before + k.quantity(base) + b.behind, true
		}
	}
	for _, to := range []string{"至", "到"} {
		if strings.Contains(value, "度") {
			break // of warmth or of an angle
		}
		from, until, ok := strings.Cut(value, to)
		if ok && (isNumber(from) || k.isQuantity(from)) && k.isQuantity(until) {
			if !isNumber(from) {
				from = k.quantity(from)
			}
			return from + " to " + k.quantity(until), true
		}
	}
	return "", false
}

// isQuantity reports a number with its unit and nothing else.
func (k *knowledge) isQuantity(text string) bool {
	if text == "" || isNumber(text) || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	for _, length := range k.quantityLengths(text) {
		if length == len(text) {
			return true
		}
	}
	return false
}

// answers are what a label that asks is given: 是否可水洗:是.
var answers = map[string]string{"是": "yes", "否": "no", "支持": "yes", "不支持": "no", "可以": "yes", "不可以": "no", "可": "yes", "不可": "no", "有": "yes", "无": "no"}

// answered translates a label that asks, and its answer: washable: yes.
func (k *knowledge) answered(label, value string) (piece, bool) {
	asked, ok := strings.CutPrefix(label, "是否")
	answer := answers[value]
	if !ok || answer == "" || asked == "" {
		return piece{}, false
	}
	c := k.titleChunk(asked)
	what := c.text
	if what == "" {
		what = joinWords(c.words())
	}
	if what == "" || len(c.doubts) > 0 {
		return piece{}, false
	}
	return piece{text: capitalised(what) + ": " + answer}, true
}

// plainValues are what labels are given in one character.
var plainValues = map[string]string{"高": "high", "中": "medium", "低": "low", "强": "strong", "弱": "weak", "软": "soft", "硬": "hard", "厚": "thick", "薄": "thin", "圆": "round", "方": "square"}

// facets end labels that begin with what is done.
var facets = []struct{ zh, en string }{
	{"方式", "method"}, {"方法", "method"}, {"时间", "time"}, {"距离", "distance"}, {"周期", "interval"}, {"频率", "frequency"}, {"速度", "speed"}, {"温度", "temperature"}, {"条件", "conditions"}, {"范围", "range"}, {"功率", "power"}, {"次数", "count"}, {"面积", "area"}, {"模式", "mode"},
}

// extents are the measures of things that the last character of a label names.
var extents = map[rune]string{'高': "height", '宽': "width", '深': "depth", '长': "length", '厚': "thickness", '重': "weight", '围': "circumference", '径': "diameter"}

// composedLabel translates a label that no entry has: what the goods are suitable for,
// how or when something is done, how high or wide a part is.
func (k *knowledge) composedLabel(label, value string) (string, bool) {
	for _, fit := range []string{"适合", "适用", "建议", "推荐"} {
		if rest, ok := strings.CutPrefix(label, fit); ok {
			what := k.ofClass(rest, noun, part)
			en := "suitable "
			if fit == "建议" || fit == "推荐" {
				en = "recommended "
			}
			if what != nil && contentsOfLabel(what.en) {
				return en + what.en, true
			}
			if of, ok := k.extentOf(rest, value); ok {
				return en + of, true // 适用袋宽
			}
		}
	}
	for _, f := range facets {
		if done, ok := strings.CutSuffix(label, f.zh); ok {
			if v := k.verbs[done]; v.zh != "" && v.frame == transitive && v.noun != "" && !strings.Contains(v.deed(""), " ") {
				return v.deed("") + " " + f.en, true
			}
		}
	}
	if qualifier, rest := qualifierOfLabel(label); qualifier != "" {
		if of := k.ofClass(rest, noun, part); of != nil && contentsOfLabel(of.en) {
			return qualifier + " " + of.en, true // 最小弯曲半径
		}
		if of, ok := k.extentOf(rest, value); ok {
			return qualifier + " " + of, true
		}
	}
	return k.extentOf(label, value)
}

// portsCounted is a number of things that Latin letters name.
var portsCounted = pattern.Lazily(`^(\d+)个([A-Z][A-Za-z]+[-\s]?[A-Z0-9.]*)$`)

// qualityLabels are labels that name by a quality or a deed what they measure.
var qualityLabels = map[string]string{
	"充电": "charging", "调光": "dimming", "爬坡": "gradeability", "连接": "connection", "折叠": "folded", "展开": "unfolded", "加热": "heating", "散热": "heat dissipation", "感应": "sensing", "旋转": "rotation", "升降": "height adjustment", "伸缩": "extension", "防护": "protection", "静音": "noise", "控制": "control", "分度": "graduation",
	"耐磨": "abrasion resistance", "阻燃": "flame retardancy", "绝缘": "insulation", "透气": "breathability", "保温": "heat retention", "保冷": "cold retention", "可调": "adjustable range", "充气": "inflation", "定制": "customization", "兼容": "compatibility", "耐高温": "heat resistance", "耐低温": "cold resistance", "耐寒": "cold resistance", "传动": "transmission", "驱动": "drive", "加湿": "humidification", "除湿": "dehumidification", "冷却": "cooling", "制热": "heating", "端口": "ports", "车速": "vehicle speed", "帐高": "tent height", "密封": "sealing", "耐腐蚀": "corrosion resistance", "耐水": "water resistance", "耐油": "oil resistance", "固化": "curing", "抗压": "compressive strength", "抗拉": "tensile strength",
}

// extremes stand before a measure of goods.
var extremes = map[string]string{"最大": "maximum", "最小": "minimum", "最高": "maximum", "最低": "minimum"}

// qualifiers stand before the name of a measure besides the extremes.
var qualifiers = map[string]string{"单个": "single", "实际": "actual", "标准": "standard", "额定": "rated", "总": "total"}

// qualifierOfLabel is the English of what a label begins with before the name of a
// measure, and the rest: 最大 and 宽度 of 最大宽度.
func qualifierOfLabel(label string) (en, rest string) {
	for _, before := range []map[string]string{extremes, qualifiers} {
		for zh, en := range before {
			if rest, ok := strings.CutPrefix(label, zh); ok {
				return en, rest
			}
		}
	}
	return "", label
}

// extentsNamed reads the one character that names the measure of the part before it:
// 床腿高20厘米, bed leg height 20 cm.
func extentsNamed(tokens []token) []token {
	last := len(tokens) - 1
	if last < 2 || tokens[last].class != measure || tokens[last-2].class != part && tokens[last-2].class != noun {
		return tokens
	}
	name := extents[firstRune(tokens[last-1].zh)]
	if len([]rune(tokens[last-1].zh)) != 1 || name == "" || !ofExtent.MatchString(tokens[last].en) == (name != "weight") {
		return tokens
	}
	named := append([]token(nil), tokens...)
	named[last-1] = token{tokens[last-1].zh, name, part}
	return named
}

// ofExtent finds a length.
var ofExtent = pattern.Lazily(`\d (?:mm|cm|m|ft|μm)$|-inch$`)

// extentOf reads the name of a measure of a part: 瓶高, bottle height.
func (k *knowledge) extentOf(label, value string) (string, bool) {
	runes := []rune(label)
	last := len(runes) - 1
	if last < 1 || extents[runes[last]] == "" || !startsWithNumber(value) {
		return "", false
	}
	if en := packs[string(runes[:last])]; en != "" {
		return en + " " + extents[runes[last]], true
	}
	if of := k.ofClass(string(runes[:last]), noun, part, "pack"); of != nil {
		return of.en + " " + extents[runes[last]], true
	}
	return "", false
}

// contentsOfLabel reports the name of a measure or circumstance, not of goods or persons.
func contentsOfLabel(en string) bool {
	last := en[strings.LastIndexByte(en, ' ')+1:]
	return strings.Contains(" weight height length width size age temperature area space people users season venue place occasion scene stove stoves type model models range time method depth humidity voltage power load hair skin diameter thickness speed torque pressure force radius current frequency flow strength hardness rate brightness resolution accuracy output stroke travel clearance gradient tension angle ", " "+last+" ")
}

const numberAhead = "0123456789约≤≥<>±-"

func startsWithNumber(value string) bool {
	return value != "" && strings.ContainsRune(numberAhead, firstRune(value))
}
