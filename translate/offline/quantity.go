package offline

import "strings"

// quantityLengths gives the lengths of the numbers with units a text begins with:
// 350克, 3H, ±2%.
func (k *knowledge) quantityLengths(text string) []int {
	var lengths []int
	for _, length := range k.plainQuantityLengths(text) {
		for _, b := range boundsBehind {
			if strings.HasPrefix(text[length:], b.zh) {
				lengths = append(lengths, length+len(b.zh))
			}
		}
		lengths = append(lengths, length)
	}
	return lengths
}

// boundsBehind stand behind a quantity and say how exact it is.
var boundsBehind = []struct{ zh, before, behind string }{{"左右", "approx. ", ""}, {"上下", "approx. ", ""}, {"以上", "", " or more"}, {"以下", "", " or less"}, {"以内", "within ", ""}}

func (k *knowledge) plainQuantityLengths(text string) []int {
	var lengths []int
	if rest, ok := strings.CutPrefix(text, "约"); ok {
		for _, length := range k.plainQuantityLengths(rest) {
			lengths = append(lengths, len("约")+length)
		}
		return lengths
	}
	runes := []rune(text[:min(len(text), 60)])
	if end := latinRuns(runes)[0]; end > 0 && strings.ContainsAny(string(runes[:end]), "0123456789") {
		for _, m := range k.measuresAt(runes, 0, end) {
			lengths = append(lengths, len(string(runes[:m.length])))
		}
		return append(lengths, len(string(runes[:end])))
	}
	for _, m := range k.measuresAt(runes, 0, 0) {
		lengths = append(lengths, len(string(runes[:m.length])))
	}
	return lengths
}

// quantity writes a number with its unit.
func (k *knowledge) quantity(zh string) string {
	if rest, ok := strings.CutPrefix(zh, "约"); ok {
		return "approx. " + k.quantity(rest)
	}
	for _, b := range boundsBehind {
		if base, ok := strings.CutSuffix(zh, b.zh); ok {
			return b.before + k.quantity(base) + b.behind
		}
	}
	tokens := k.segment(zh, phraseOrder)
	if len(tokens) == 1 && tokens[0].class == measure {
		return tokens[0].en
	}
	runes := []rune(zh)
	for _, m := range k.measuresAt(runes, 0, max(0, latinRuns(runes)[0])) {
		if m.length == len(runes) {
			return m.token.en // 两件: 2 pcs, not 2-piece
		}
	}
	if len(tokens) == 1 {
		return tokens[0].en
	}
	return zh
}
