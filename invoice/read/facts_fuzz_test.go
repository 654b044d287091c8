package read

import (
	"errors"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/invoice/strict"
)

// FuzzFacts reads papers of any cells: none may panic or hang, and what comes
// of it is an order that can be written and read, as far as it is complete.
func FuzzFacts(f *testing.F) {
	for _, text := range readExamples(f) {
		f.Add(text)
	}
	f.Add("To:|ABC⏎Tel:|@2023-06-13\n----a|b\nSAY|大写：")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		d := newDraft()
		d.readFacts(sheetOf(text))
		data, err := strict.Marshal(&d.order)
		if err != nil {
			t.Fatal(err)
		}
		_, err = invoice.Decode("order.yaml", data)
		var faults strict.Errors
		if err == nil || !errors.As(err, &faults) {
			return
		}
		for _, e := range faults {
			if e.Code != "missing" {
				t.Errorf("%s %s: %s in\n%s", e.Path, e.Code, e.Message, data)
			}
		}
	})
}

// readExamples are the papers of the table tests.
func readExamples(t testing.TB) []string {
	var all []string
	for _, e := range examples(t) {
		all = append(all, e.paper)
	}
	return all
}

// example is a paper with what is to be read from it.
type example struct{ name, paper, want string }

// examples are the cases of testdata/facts.txt: a name behind ##, the paper,
// and behind == what it says.
func examples(t testing.TB) []example {
	t.Helper()
	var all []example
	for _, c := range strings.Split("\n"+factsExamples, "\n## ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		paper, want, ok := strings.Cut(rest, "\n==")
		if !ok {
			t.Fatalf("%s has no ==", name)
		}
		all = append(all, example{name, paper, strings.TrimSpace(want)})
	}
	return all
}
