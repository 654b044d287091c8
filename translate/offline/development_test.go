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
func readExamples(t testing.TB, name string) []example {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var examples []example
	eachRowOf(string(data), func(row []string) {
		if row[0] == "id" || len(row) < 7 {
			return
		}
		references := []string{row[4]}
		for other := range strings.SplitSeq(row[5], "|") {
			if other != "" {
				references = append(references, other)
			}
		}
		examples = append(examples, example{row[0], row[2], row[3], references, row[6]})
	})
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

// floors are the least figures of a set: what was reached, with a little room.
type floors struct{ terms, chrf, companies, addresses, final float64 }

func holdFloors(t *testing.T, byCategory map[string]*figures, least floors) {
	t.Helper()
	all := byCategory["ALL"]
	for _, check := range []struct {
		what        string
		have, least float64
	}{
		{"numbers kept", percent(all.numbers, all.n), 100},
		{"terms right", percent(all.termsRight, all.terms), least.terms},
		{"chrF2", all.counts.score(), least.chrf},
		{"chrF2 of companies", byCategory["company"].counts.score(), least.companies},
		{"chrF2 of addresses", byCategory["address"].counts.score(), least.addresses},
		{"final", percent(all.final, all.n), least.final},
	} {
		if check.have < check.least {
			t.Errorf("%s: %.1f, want at least %.1f", check.what, check.have, check.least)
		}
	}
	if all.han > 0 {
		t.Errorf("Chinese is left in %d translations", all.han)
	}
}

func TestDevelopmentSet(t *testing.T) {
	holdFloors(t, measureSet(t, "testdata/dev.tsv", true), floors{terms: 98, chrf: 95, companies: 98, addresses: 98, final: 80})
}

func TestDevelopmentSetWithoutKinds(t *testing.T) {
	holdFloors(t, measureSet(t, "testdata/dev.tsv", false), floors{terms: 95, chrf: 90, companies: 95, addresses: 95, final: 70})
}

// TestOwnSet measures more texts of the same kinds; rules were mended by them too,
// so it guards what was reached and doesn't foretell unseen texts.
func TestOwnSet(t *testing.T) {
	holdFloors(t, measureSet(t, "testdata/own.tsv", true), floors{terms: 95, chrf: 88, companies: 95, addresses: 93, final: 80})
}

// TestBlindBatches measures eight batches that were each written before any of it
// had been translated, and then mended by. Their first figures, with kinds given, in
// the order of the batches (b1 to b8; b1 before clauses were read by their verbs, b3
// and b5 written to be hard):
//
//	numbers kept  100   100    98.8  100   100   100   100   100
//	terms right    93.1  96.5  95.4  98.2  95.6  93.1  100    95.6
//	chrF2          78.2  77.5  75.3  80.8  77.6  81.5   87.8  79.4
//	final, of all  48    51    42    61    51    65     68    63
//
// Those say what to expect of unseen texts; the floors only guard what was reached.
func TestBlindBatches(t *testing.T) {
	holdFloors(t, measureSet(t, "testdata/blind.tsv", true), floors{terms: 97.5, chrf: 85, companies: 97, addresses: 95, final: 78})
}

func TestBlindBatchesWithoutKinds(t *testing.T) {
	holdFloors(t, measureSet(t, "testdata/blind.tsv", false), floors{terms: 97.5, chrf: 84, companies: 97, addresses: 95, final: 78})
}
