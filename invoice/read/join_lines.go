package read

import (
	"slices"
	"strings"

	"yipiao/invoice"
)

// differs reports whether two texts are both there, and say different things
// even where blanks and punctuation are left aside.
func differs(a, b string) bool {
	a, b = fold(a), fold(b)
	return a != "" && b != "" && a != b && !strings.Contains(a, b) && !strings.Contains(b, a)
}

// lineIndex finds lines of the same goods: of many lines only those that have a code
// or words in common are compared.
type lineIndex struct {
	lines []invoice.Line
	by    map[string][]int // the lines by their folded codes and words
}

func indexLines(lines []invoice.Line) *lineIndex {
	x := &lineIndex{lines, map[string][]int{}}
	for i := range lines {
		x.add(i)
	}
	return x
}

// indexed is the index of the paper's own lines, while they stay as they were read.
func (p *part) indexed() *lineIndex {
	if p.index == nil {
		p.index = indexLines(p.lines())
	}
	return p.index
}

// add notes what line i is found by, once more where it has been filled.
func (x *lineIndex) add(i int) {
	for _, key := range lineKeys(&x.lines[i]) {
		if at := x.by[key]; len(at) == 0 || at[len(at)-1] != i {
			x.by[key] = append(at, i)
		}
	}
}

// lineKeys are what two lines of the same goods have one of in common.
func lineKeys(l *invoice.Line) []string {
	var keys []string
	words := words2(l)
	for _, s := range [...]string{l.SKU, l.Model, l.BuyerSKU, l.GTIN, words.Zh, words.En} {
		if f := fold(s); f != "" {
			keys = append(keys, f)
		}
	}
	for _, s := range [...]string{words.Zh, words.En} {
		if s != "" && l.SKU != "" {
			keys = append(keys, fold(l.SKU+s))
		}
	}
	return keys
}

// alike are the lines that may be of the same goods as l, in their order.
func (x *lineIndex) alike(l *invoice.Line) []int {
	var all []int
	for _, key := range lineKeys(l) {
		all = append(all, x.by[key]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// match is the line of the same goods as l, -1 where none is.
func (x *lineIndex) match(l *invoice.Line) int {
	alike := x.alike(l)
	for _, same := range []func(a, b *invoice.Line) bool{sameCode, sameWords} {
		at := -1
		for _, i := range alike {
			if !same(&x.lines[i], l) {
				continue
			}
			counted := x.lines[i].Quantity.Given() && x.lines[i].Quantity.Decimal().Equal(l.Quantity.Decimal())
			if at < 0 || counted && !x.lines[at].Quantity.Decimal().Equal(l.Quantity.Decimal()) {
				at = i
			}
		}
		if at >= 0 {
			return at
		}
	}
	return -1
}

// sameCode reports whether two lines have an article number in common.
func sameCode(a, b *invoice.Line) bool {
	for _, x := range []string{a.SKU, a.Model, a.BuyerSKU, a.GTIN} {
		for _, y := range []string{b.SKU, b.Model, b.BuyerSKU, b.GTIN} {
			if x != "" && y != "" && fold(x) == fold(y) && fold(x) != "" {
				return !differs(a.Colour.First(), b.Colour.First()) && !differs(a.Size.First(), b.Size.First())
			}
		}
	}
	return false
}

// sameWords reports whether two lines are described in the same words, and by
// no different article numbers.
func sameWords(a, b *invoice.Line) bool {
	if sameJoined(a, b) {
		return true
	}
	if a.SKU != "" && b.SKU != "" && fold(a.SKU) != fold(b.SKU) {
		return false
	}
	same := func(x, y string) bool { return x != "" && fold(x) == fold(y) && fold(x) != "" }
	x, y := words2(a), words2(b)
	return (same(x.Zh, y.Zh) || same(x.En, y.En)) && !differs(a.Colour.First(), b.Colour.First()) &&
		!differs(a.Size.First(), b.Size.First()) && !differs(a.Spec.First(), b.Spec.First()) && !differs(a.Model, b.Model)
}

// sameJoined reports whether one line has in its description what the other has
// as an article number and a description.
func sameJoined(a, b *invoice.Line) bool {
	if (a.SKU == "") == (b.SKU == "") {
		return false
	}
	for _, x := range [...]string{words2(a).Zh, words2(a).En} {
		for _, y := range [...]string{words2(b).Zh, words2(b).En} {
			if x != "" && y != "" && fold(a.SKU+x) == fold(b.SKU+y) {
				return true
			}
		}
	}
	return false
}

// words2 is what a line is described by.
func words2(l *invoice.Line) invoice.Text {
	if l.Description.Empty() {
		return l.Name
	}
	return l.Description
}
