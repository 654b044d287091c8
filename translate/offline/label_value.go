package offline

import "strings"

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
		}
	}
	for _, b := range limitsAhead {
		if rest, ok := strings.CutPrefix(value, b.zh); ok && k.isQuantity(rest) {
			return b.en + k.quantity(rest), true
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
