package evidence

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestUnprinted tells what of an original isn't printed, and nothing of one that
// is printed whole.
func TestUnprinted(t *testing.T) {
	const workbooks = "../read/testdata/workbooks/"
	got := made(t, workbooks+"21_hidden_parts.xlsx", Options{}).Unprinted
	for _, want := range []string{"hidden columns", "hidden rows", ": hidden"} {
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("nothing tells of %q: %q", want, got)
		}
	}
	if got := made(t, workbooks+"01_shenzhen_lamps.xlsx", Options{}).Unprinted; !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "outside the print area") }) {
		t.Errorf("costs beside the print area: %q", got)
	}
	if got := made(t, workbooks+"25_hong_kong_trader.xlsx", Options{}).Unprinted; got != nil {
		t.Errorf("all of it is printed, but told was %q", got)
	}
}

func TestTranslator(t *testing.T) {
	for _, c := range []struct {
		by      string
		guesses int
		want    string
	}{
		{"", 3, "machine translation by yipiao, not reviewed"},
		{"Wang Fang, export manager", 0, "Wang Fang, export manager"},
		{"Wang Fang, export manager", 1, "Wang Fang, export manager, except a text marked [?], which a machine guessed and nobody has confirmed"},
		{"Wang Fang, export manager", 2, "Wang Fang, export manager, except 2 texts marked [?], which a machine guessed and nobody has confirmed"},
	} {
		if got := translator(c.by, c.guesses); got != c.want {
			t.Errorf("%q with %d guesses: %q", c.by, c.guesses, got)
		}
	}
}

// TestNobodyStandsForGuesses reads the page and the file's properties.
func TestNobodyStandsForGuesses(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		lacking(t, "pdftotext isn't installed")
	}
	text := func(pdf []byte) string {
		file := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(file, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(string(out)), " ")
	}
	guessed := made(t, "../read/testdata/workbooks/03_yiwu_market.xlsx", Options{By: "Wang Fang, export manager"})
	if s := text(guessed.PDF); !strings.Contains(s, "Wang Fang, export manager, except") {
		t.Errorf("the page says who translated guesses: %.600s", s)
	}
	if bytes.Contains(guessed.PDF, []byte("<rdf:li>Wang Fang")) {
		t.Error("the file's properties name an author of guesses")
	}
}
