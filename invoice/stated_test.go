package invoice

import (
	"slices"
	"testing"
)

func TestContradictionsOfTheOriginal(t *testing.T) {
	const order = head + "lines: [{description: 杯, quantity: 10, price: 2.5, packing: {packages: 2, net_kg: 1.25, gross_kg: 2, size_cm: [50, 40, 30]}}]\n" +
		"charges: [{kind: freight, amount: 5}, {kind: insurance, amount: 1, included: true}]\ndocuments: {commercial: {date: 2026-01-03}}\n"
	for _, c := range []struct {
		stated string
		paths  []string
	}{
		{"{goods: 25, charges: 5.0, total: 30.00, words: {zh: 美元叁拾圆整, en: say total us dollars thirty}, packages: 2, net_kg: 2.5, gross_kg: 4, cbm: 0.1}", nil},
		{"{goods: 25.01, charges: 6, total: 31, words: {zh: 美元叁拾壹元整, en: SAY TOTAL US DOLLARS THIRTY-ONE ONLY}}",
			[]string{"stated.words.zh", "stated.words.en", "stated.goods", "stated.charges", "stated.total"}},
		{"{words: {zh: 美元叁拾元}}", nil},
		{"{words: {zh: 人民币叁拾元整}}", []string{"stated.words.zh"}},
		{"{packages: 3, net_kg: 2.6, gross_kg: 4.1, cbm: 0.121, tax: 3}", []string{"stated.packages", "stated.net_kg", "stated.gross_kg", "stated.cbm"}},
	} {
		d := mustNew(t, order+"stated: "+c.stated+"\n", Commercial)
		var paths []string
		for _, r := range d.Remarks {
			paths = append(paths, r.Path)
		}
		if !slices.Equal(paths, c.paths) {
			t.Errorf("%s: remarks at %v, want %v", c.stated, paths, c.paths)
		}
	}
}

func TestWordsOfAFapiaoLeaveOutTheCurrency(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"贰万圆整", "人民币贰万元整", true},
		{"人民币贰万元整", "贰万零壹元整", false},
		{"贰万元整", "美元贰万元整", false},
	} {
		if got := sameWords(c.a, c.b); got != c.same {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.same)
		}
	}
}
