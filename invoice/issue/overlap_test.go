package issue

import (
	"cmp"
	"math"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// word is a word on a page, in points from the top left.
type word struct {
	text                     string
	left, top, right, bottom float64
}

func (w *word) middle() float64 { return (w.top + w.bottom) / 2 }

var (
	pageOrWord = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>`)
	slack      = 1.5 // points that letters may lean over one another
)

// clearOfOneAnother reports words that lie over others, or beyond the paper's
// edge.
func clearOfOneAnother(t *testing.T, documents []document) {
	need(t, "pdftotext")
	for _, d := range documents {
		out, err := exec.Command("pdftotext", "-bbox", d.file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var words []word
		var width, height float64
		number := func(b []byte) float64 {
			v, _ := strconv.ParseFloat(string(b), 64)
			return v
		}
		for _, m := range pageOrWord.FindAllSubmatch(out, -1) {
			if len(m[1]) > 0 {
				overlapping(t, d.file, words)
				words, width, height = words[:0], number(m[1]), number(m[2])
				continue
			}
			w := word{string(m[7]), number(m[3]), number(m[4]), number(m[5]), number(m[6])}
			if w.left < 0 || w.right > width || w.middle() < 0 || w.middle() > height {
				t.Errorf("%s: %q stands beyond the paper's edge", d.file, w.text)
			}
			words = append(words, w)
		}
		overlapping(t, d.file, words)
	}
}

func overlapping(t *testing.T, file string, words []word) {
	slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.middle(), b.middle()) })
	for i := range words {
		a := &words[i]
		for j := i + 1; j < len(words); j++ {
			b := &words[j]
			apart := b.middle() - a.middle()
			if apart > (a.bottom-a.top)/4 {
				break
			}
			if over := math.Min(a.right, b.right) - math.Max(a.left, b.left); over > slack && apart < math.Min(a.bottom-a.top, b.bottom-b.top)/4 {
				t.Errorf("%s: %q and %q lie over one another", file, a.text, b.text)
				return
			}
		}
	}
}
