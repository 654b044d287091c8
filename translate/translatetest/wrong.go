package translatetest

import (
	"context"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"yipiao/translate"
)

var maskForm = regexp.MustCompile(`⟦\d+⟧`)

// english answers as a good service would, with every mask in place.
func english(text string) string {
	return strings.TrimSpace("Goods " + strings.Join(maskForm.FindAllString(text, -1), " and ") + " for sale")
}

// wrongAnswers sends what services really get wrong through the adapter and
// the pipeline: what comes out has the original's numbers or nothing.
func wrongAnswers(t *testing.T, p Protocol) {
	sources := []string{"304不锈钢保温杯 500ml", "30%定金，70%余款发货前付清", "货号 XH-500-BK 共12箱"}
	faults := map[string]struct {
		change  func(texts []string) []string
		refused bool
	}{
		"right": {func(texts []string) []string { return each(texts, english) }, false},
		"changed numbers": {func(texts []string) []string {
			return each(texts, func(s string) string { return english(s) + " 99 pcs" })
		}, true},
		"dropped masks": {func(texts []string) []string {
			return each(texts, func(s string) string { return maskForm.ReplaceAllString(english(s), "") })
		}, true},
		"doubled masks": {func(texts []string) []string {
			return each(texts, func(s string) string { return english(s) + english(s) })
		}, true},
		"swapped order": {func(texts []string) []string {
			swapped := each(texts, english)
			slices.Reverse(swapped)
			if len(swapped) == 1 { // sent alone: another text's answer again
				swapped[0] = "Goods ⟦7⟧"
			}
			return swapped
		}, true},
		"entities": {func(texts []string) []string {
			return each(texts, func(s string) string { return "Men&#39;s " + english(s) + " &amp; more" })
		}, false},
		"an essay": {func(texts []string) []string {
			return each(texts, func(s string) string {
				return english(s) + strings.Repeat(" Certainly! Here is what I think about this.", 40)
			})
		}, true},
		"nothing": {func(texts []string) []string { return each(texts, func(string) string { return "" }) }, true},
	}
	for name, fault := range faults {
		t.Run(name, func(t *testing.T) {
			s := serve(t, p, func(w http.ResponseWriter, _ *http.Request, texts []string) { w.Write(p.Write(fault.change(texts))) })
			var segments []translate.Segment
			for _, source := range sources {
				segments = append(segments, translate.Segment{Text: source})
			}
			pipeline := translate.Pipeline{Memory: translate.NewMemory(), Translators: []translate.Translator{p.New(t, s.URL, time.Second*5)}}
			results, err := pipeline.Translate(context.Background(), segments)
			if err != nil {
				t.Fatal(err)
			}
			for i, r := range results {
				if r.State == translate.Final {
					t.Errorf("%q is final, though no person saw it", r.Text)
				}
				if (r.Text == "") != fault.refused && !(name == "swapped order" && i == 1) {
					t.Errorf("%q became %q, checks %v", r.Source, r.Text, r.Checks)
				}
				if strings.ContainsAny(r.Text, "⟦⟧&#") && !strings.Contains(r.Text, " & ") {
					t.Errorf("leftovers in %q", r.Text)
				}
				if r.Text != "" && slices.ContainsFunc(r.Checks, translate.Check.Refuses) {
					t.Errorf("%q is printed in spite of %v", r.Text, r.Checks)
				}
			}
			if fault.refused && pipeline.Memory.Len() > 0 && name != "swapped order" {
				t.Errorf("the memory holds what was refused: %v", pipeline.Memory.Entries())
			}
		})
	}
}
