package offline

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

// example is a row of a development set.
type example struct {
	id, category, source string
	references           []string
	terms                string
}

// readExamples reads a table with the columns of testdata/dev.tsv: id, split,
// category, source, reference, other references, terms, origin.
func readExamples(t *testing.T, name string) []example {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	for i, row := range splitRows(string(data)) {
		if i == 0 || len(row) < 7 {
			continue
		}
		references := []string{row[4]}
		for other := range strings.SplitSeq(row[5], "|") {
			if other != "" {
				references = append(references, other)
			}
		}
		examples = append(examples, example{row[0], row[2], row[3], references, row[6]})
	}
	return examples
}

// figures are the measures of one category.
type figures struct {
	n, numbers, termsRight, terms, han, final int
	counts                                    ngramCounts
}

func (f figures) row(name string) string {
	return fmt.Sprintf("%-11s%4d%8.1f%8.1f%8.1f%8.1f%5d", name, f.n, percent(f.numbers, f.n), percent(f.termsRight, f.terms), f.counts.score(), percent(f.final, f.n), f.han)
}

func percent(part, all int) float64 {
	return 100 * float64(part) / math.Max(1, float64(all))
}

// measureSet translates a set with the kind given, and prints its figures.
func measureSet(t *testing.T, name string, kindGiven bool) map[string]*figures {
	t.Helper()
	translator, err := New()
	if err != nil {
		t.Fatal(err)
	}
	byCategory := map[string]*figures{}
	var categories []string
	for _, e := range readExamples(t, name) {
		kind := Any
		if kindGiven {
			kind = Kind(e.category)
		}
		result := translator.Translate(e.source, kind, "en")
		counts := bestCounts(result.Text, e.references)
		right, all, missing := termsRight(e.terms, result.Text)
		kept := metricNumbersKept(e.source, result.Text)
		for _, category := range []string{e.category, "ALL"} {
			f := byCategory[category]
			if f == nil {
				f = &figures{}
				byCategory[category] = f
				categories = append(categories, category)
			}
			f.n++
			f.numbers += count(kept)
			f.termsRight, f.terms = f.termsRight+right, f.terms+all
			f.han += count(metricHan.MatchString(result.Text))
			f.final += count(result.Final)
			f.counts.add(counts)
		}
		grade := "final"
		if !result.Final {
			grade = "review"
		}
		t.Logf("%s %5.1f %-6s %s\n      %s\n      %s %q %q", e.id, counts.score(), grade, e.source, e.references[0], result.Text, missing, result.Checks)
	}
	t.Logf("%-11s%4s%8s%8s%8s%8s%5s", "category", "n", "number%", "term%", "chrF2", "final%", "han")
	for _, category := range categories {
		t.Log(byCategory[category].row(category))
	}
	return byCategory
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func TestDevelopmentSet(t *testing.T) {
	measureSet(t, "testdata/dev.tsv", true)
}

func TestOwnSet(t *testing.T) {
	measureSet(t, "testdata/own.tsv", true)
}
