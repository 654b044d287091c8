package templates

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice/strict"
)

func mustDecimal(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestBuiltInTemplatesAreWhole(t *testing.T) {
	for _, name := range Names {
		tmpl, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for label, words := range tmpl.Labels {
			if words.Zh == "" || words.En == "" {
				t.Errorf("%s: label %s lacks a language", name, label)
			}
		}
		if s := tmpl.StyleOn(""); s.Width == 0 || s.Left == 0 || s.Size == 0 || s.Rules == "" || s.Heading == "" {
			t.Errorf("%s: style is not complete: %+v", name, s)
		}
	}
}

func TestOwnTemplateStandsOnClassic(t *testing.T) {
	file := write(t, "template: 1\npaper: Letter\nlabels: {total: {en: GRAND TOTAL}}\n")
	tmpl, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	if l := tmpl.Labels["total"]; l.En != "GRAND TOTAL" || l.Zh != "合计" {
		t.Errorf("total is %+v", l)
	}
	if tmpl.Paper != "Letter" || tmpl.Rules != "grid" {
		t.Errorf("paper %s, rules %s", tmpl.Paper, tmpl.Rules)
	}
}

func TestFaultsOfTemplates(t *testing.T) {
	for _, c := range []struct{ name, yaml, path string }{
		{"unknown block", "template: 1\nblocks: [lines, totls]\n", "blocks[1]"},
		{"unknown column", "template: 1\ncolumns: {commercial: [no, weight]}\n", "columns.commercial[1]"},
		{"unknown label", "template: 1\nlabels: {totl: {en: X}}\n", "labels.totl"},
		{"no colour", "template: 1\ncolour: {accent: red}\n", "colour.accent"},
		{"margin too wide", "template: 1\nmargin_mm: [10, 10, 10, 100]\n", "margin_mm[3]"},
		{"no version", "paper: A4\n", "template"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(write(t, c.yaml))
			var faults strict.Errors
			if !errors.As(err, &faults) || faults[0].Path != c.path {
				t.Errorf("got %v, want a fault at %s", err, c.path)
			}
		})
	}
	if _, err := Open("clasic"); !errors.Is(err, ErrUnknown) {
		t.Errorf("got %v, want ErrUnknown", err)
	}
}

func write(t *testing.T, yaml string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "own.yaml")
	if err := os.WriteFile(file, []byte(yaml), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSchemaNamesEveryLabelWithItsWords(t *testing.T) {
	data, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct {
			Labels struct {
				Properties map[string]struct{ Description string }
			}
		}
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	labels := schema.Properties.Labels.Properties
	if len(labels) != len(LabelNames()) || labels["invoice_no"].Description != "发票号码 Invoice No." {
		t.Errorf("%d labels, invoice_no is %q", len(labels), labels["invoice_no"].Description)
	}
}

func TestReadmeListsBlocksAndColumns(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	names := BlockNames()
	for _, col := range lineColumns {
		names = append(names, col.name)
	}
	for _, col := range packingColumns {
		names = append(names, col.name)
	}
	for _, n := range names {
		if !strings.Contains(string(data), "`"+n+"`") {
			t.Errorf("the README does not name %s", n)
		}
	}
}
