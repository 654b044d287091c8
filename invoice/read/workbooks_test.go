package read_test

//go:generate go run ./testdata/workbooks

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yipiao/invoice/read"
	"yipiao/invoice/strict"
)

var workbooks = flag.String("workbooks", "testdata/workbooks", "folder of suppliers' files with what is in them")

// The shares of fields that must be right, over all files of a kind.
const (
	leastHeader = 97
	leastCells  = 99
)

// expected is what a careful person takes from a file.
type expected struct {
	Orders   []map[string]any
	Lines    []int
	Absent   []string
	Warnings []struct{ Code, Field string }
	Refused  *string
}

// TestWorkbooks reads files as suppliers send them and compares every field
// with what a careful person takes from them.
func TestWorkbooks(t *testing.T) {
	sum := map[string]*score{}
	var table strings.Builder
	fmt.Fprintf(&table, "%-38s %21s %21s %9s  %s\n", "file", "header right/wrong/-", "cells right/wrong/-", "lines", "")
	for _, name := range suppliersFiles(t) {
		kind := filepath.Ext(name)
		if sum[kind] == nil {
			sum[kind] = &score{}
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := judge(t, name)
			sum[kind].add(s)
			fmt.Fprintf(&table, "%-38s %s\n", filepath.Base(name), s)
			for _, m := range s.misses {
				t.Log(m)
			}
		})
	}
	for kind, s := range sum {
		fmt.Fprintf(&table, "%-38s %s  header %.1f%%, cells %.1f%%, line counts %d of %d\n", "all "+kind, s, s.header.share(), s.cells.share(), s.counted, s.orders)
		if s.header.share() < leastHeader || s.cells.share() < leastCells {
			t.Errorf("%s: %.1f%% of the header's fields and %.1f%% of the lines' cells are right; %d%% and %d%% must be", kind, s.header.share(), s.cells.share(), leastHeader, leastCells)
		}
	}
	t.Log("\n" + table.String())
}

// suppliersFiles are the files that have a .json beside them.
func suppliersFiles(t *testing.T) []string {
	all, err := filepath.Glob(filepath.Join(*workbooks, "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, f := range all {
		if _, err := os.Stat(strings.TrimSuffix(f, filepath.Ext(f)) + ".json"); err == nil && filepath.Ext(f) != ".json" {
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		t.Fatalf("no files in %s", *workbooks)
	}
	return files
}

// judge reads one file and compares. What may never happen fails the test.
func judge(t *testing.T, name string) *score {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	js, err := os.ReadFile(strings.TrimSuffix(name, filepath.Ext(name)) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var want expected
	if err := json.Unmarshal(js, &want); err != nil {
		t.Fatal(err)
	}
	readings, err := read.File(context.Background(), name, data, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := &score{}
	var got []reading
	for _, r := range readings {
		got = append(got, flatReading(t, r))
	}
	s.refusal(&want, got)
	for i, order := range want.Orders {
		s.orders++
		have := reading{order: flat{}}
		if i < len(got) {
			have = got[i]
		}
		s.compare(flatten(order), have)
		if have.lines == want.Lines[i] {
			s.counted++
		} else {
			s.miss("order %d has %d lines, want %d", i+1, have.lines, want.Lines[i])
		}
		s.wantLines, s.gotLines = s.wantLines+want.Lines[i], s.gotLines+have.lines
		if have.refused == "" && i < len(got) {
			if why := wrongTotal(order, have); why != "" {
				t.Errorf("order %d: a wrong total without a warning: %s", i+1, why)
			}
		}
	}
	s.warnings(&want, got, filepath.Ext(name) == ".pdf")
	for _, a := range want.Absent {
		for _, r := range got {
			if where := r.holds(a); where != "" {
				t.Errorf("%q must not be read, but stands in %s", a, where)
			}
		}
	}
	return s
}

// reading is what was read, its order flat.
type reading struct {
	order    flat
	lines    int
	warnings []read.Warning
	where    map[string]string
	refused  string
}

func flatReading(t *testing.T, r read.Reading) reading {
	f := reading{warnings: r.Warnings, where: r.Where, refused: r.Refused, order: flat{}}
	if r.Order == nil {
		return f
	}
	js, err := strict.JSON(r.Order)
	if err != nil {
		t.Fatal(err)
	}
	var order map[string]any
	if err := json.Unmarshal(js, &order); err != nil {
		t.Fatal(err)
	}
	shortForm(order)
	f.order, f.lines = flatten(order), len(r.Order.Lines)
	return f
}

// holds says where in a reading a text or number stands by itself.
func (r reading) holds(s string) string {
	for path, v := range r.order {
		if text, ok := v.(string); ok && standsIn(text, s) {
			return path + ": " + text
		}
	}
	for _, w := range r.warnings {
		if standsIn(w.Message, s) {
			return "a warning: " + w.Message
		}
	}
	return ""
}

// refusal compares whether a file was refused, and why.
func (s *score) refusal(want *expected, got []reading) {
	refused := ""
	for _, r := range got {
		refused += r.refused
	}
	switch {
	case want.Refused == nil && refused != "":
		s.miss("refused: %s", refused)
	case want.Refused != nil && (refused == "" || len(got) != 1):
		s.miss("not refused")
	case want.Refused != nil && !mentions(refused, *want.Refused):
		s.miss("refused, but not for the reason (%s): %s", *want.Refused, refused)
	case want.Refused != nil:
		s.header.right++
	case len(got) != len(want.Orders):
		s.miss("%d orders, want %d", len(got), len(want.Orders))
	}
	if want.Refused != nil && s.header.right == 0 {
		s.header.wrong++
	}
}

func mentions(text, words string) bool {
	for _, w := range strings.Split(words, "|") {
		if strings.Contains(strings.ToLower(text), w) {
			return true
		}
	}
	return false
}

// warnings compares those that must be there, and counts alarms about figures
// that are in order.
func (s *score) warnings(want *expected, got []reading, drawn bool) {
	var all []read.Warning
	for _, r := range got {
		all = append(all, r.warnings...)
	}
	expected := map[string]bool{}
	for _, w := range want.Warnings {
		found := false
		for _, code := range strings.Split(w.Code, "|") {
			expected[code] = true
			for _, have := range all {
				found = found || have.Code == code && strings.HasPrefix(have.Field, w.Field)
			}
			// what only a workbook's cells know
			found = found || drawn && (code == read.NoValue || code == read.External || code == read.Rounded)
		}
		if !found {
			s.unwarned++
			s.miss("no warning %s %s", w.Code, w.Field)
		}
	}
	for _, have := range all {
		switch have.Code {
		case read.Total, read.AmountDiffer, read.Words, read.PackingDiff, read.Candidates, read.CutOff, read.DateDoubt, read.CurrencyGone:
			if !expected[have.Code] && want.Refused == nil {
				s.alarms++
				s.miss("alarm %s %s %s: %s", have.Code, have.Field, have.Where, have.Message)
			}
		case read.Unread:
			s.miss("unread %s %s: %s", have.Field, have.Where, have.Message)
		}
	}
}
