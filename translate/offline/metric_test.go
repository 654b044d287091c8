package offline

import (
	"regexp"
	"strings"
	"unicode"
)

// The figures of machine translation as the development set is measured by:
// chrF2 (character n-grams to 6, beta 2, blanks removed, effective order, the
// best reference of each segment), numbers kept, terms present, Chinese left.

const chrfOrder = 6

// ngramCounts are, for each order, the n-grams of hypothesis and reference and
// those they share.
type ngramCounts [chrfOrder][3]int

func ngrams(s string, n int) map[string]int {
	runes := []rune(s)
	counts := map[string]int{}
	for i := 0; i+n <= len(runes); i++ {
		counts[string(runes[i:i+n])]++
	}
	return counts
}

func withoutBlanks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func countNgrams(hypothesis, reference string) (counts ngramCounts) {
	hypothesis, reference = withoutBlanks(hypothesis), withoutBlanks(reference)
	for n := range chrfOrder {
		h, r := ngrams(hypothesis, n+1), ngrams(reference, n+1)
		for gram, count := range r {
			counts[n][1] += count
			counts[n][2] += min(count, h[gram])
		}
		if counts[n][1] > 0 {
			for _, count := range h {
				counts[n][0] += count
			}
		}
	}
	return counts
}

func (c ngramCounts) score() float64 {
	const beta2 = 4
	var precision, recall float64
	orders := 0
	for _, n := range c {
		if n[0] > 0 && n[1] > 0 {
			precision += float64(n[2]) / float64(n[0])
			recall += float64(n[2]) / float64(n[1])
			orders++
		}
	}
	if orders == 0 || precision+recall == 0 {
		return 0
	}
	precision, recall = precision/float64(orders), recall/float64(orders)
	return 100 * (1 + beta2) * precision * recall / (beta2*precision + recall)
}

// best gives the counts against the reference that scores highest.
func bestCounts(hypothesis string, references []string) ngramCounts {
	best, bestScore := ngramCounts{}, -1.0
	for _, reference := range references {
		if counts := countNgrams(hypothesis, reference); counts.score() > bestScore {
			best, bestScore = counts, counts.score()
		}
	}
	return best
}

func (c *ngramCounts) add(other ngramCounts) {
	for n := range c {
		for i := range c[n] {
			c[n][i] += other[n][i]
		}
	}
}

var (
	metricNumber = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?`)
	metricTenK   = regexp.MustCompile(`(\d+(?:\.\d+)?)万`)
	metricHan    = regexp.MustCompile(`[\x{3400}-\x{9fff}]`)
)

// metricNumbersKept is the metric's own check of numbers: every number of the
// source in digits or a word, and no number in digits that the source has not.
func metricNumbersKept(source, target string) bool {
	required, optional := map[string]int{}, map[string]int{}
	source = metricTenK.ReplaceAllStringFunc(source, func(s string) string {
		return shifted(strings.TrimSuffix(s, "万"), 4)
	})
	for _, n := range metricNumber.FindAllString(source, -1) {
		required[metricCanonical(n)]++
	}
	for _, r := range source {
		if i := strings.IndexRune("零一二三四五六七八九", r); i >= 0 {
			optional[string(rune('0'+i/3))]++
		} else if r == '两' || r == '双' {
			optional["2"]++
		} else if r == '十' {
			optional["10"]++
		}
	}
	given, words := map[string]int{}, map[string]int{}
	for _, n := range metricNumber.FindAllString(target, -1) {
		given[metricCanonical(n)]++
	}
	for _, w := range regexp.MustCompile(`[a-z]+`).FindAllString(strings.ToLower(target), -1) {
		if n, ok := numberWords[w]; ok {
			words[n]++
		}
		if w == "zero" {
			words["0"]++
		}
	}
	for n, count := range required {
		if given[n]+words[n] < count {
			return false
		}
	}
	for n, count := range given {
		if count > required[n]+optional[n] && required[n] == 0 {
			return false
		}
	}
	return true
}

func metricCanonical(n string) string {
	n = strings.ReplaceAll(n, ",", "")
	if strings.Contains(n, ".") {
		n = strings.TrimRight(strings.TrimRight(n, "0"), ".")
	}
	if n = strings.TrimLeft(n, "0"); n == "" {
		return "0"
	}
	return n
}

// termsRight counts the terms of a specification zh=en|en;… that stand in the target.
func termsRight(specification, target string) (right, all int, missing []string) {
	lower := strings.ToLower(target)
	for item := range strings.SplitSeq(specification, ";") {
		zh, accepted, ok := strings.Cut(item, "=")
		if !ok {
			continue
		}
		all++
		found := false
		for en := range strings.SplitSeq(accepted, "|") {
			found = found || strings.Contains(lower, strings.ToLower(en))
		}
		if found {
			right++
		} else {
			missing = append(missing, zh)
		}
	}
	return right, all, missing
}
