package pdf

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/templates"
)

// word is one word of a page, as poppler reads it.
type word struct {
	text                   string
	page                   int
	left, top, right, base float64
}

var wordOf = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</word>`)

// words are the words of a form's pages with their places.
func wordsOf(t *testing.T, f *templates.Form) []word {
	t.Helper()
	need(t, "pdftotext")
	file := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(file, drawn(t, f, Options{}), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-bbox", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []word
	for i, page := range strings.Split(string(out), "<page ")[1:] {
		for _, m := range wordOf.FindAllStringSubmatch(page, -1) {
			number := func(s string) float64 { v, _ := strconv.ParseFloat(s, 64); return v }
			all = append(all, word{m[5], i, number(m[1]), number(m[2]), number(m[3]), number(m[4])})
		}
	}
	return all
}

// many is so many lines, each of them one word that no other text has.
func many(name string, n int) string {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%s%03d", name, i))
	}
	return strings.Join(lines, "\n")
}

// tall is a form whose every part is higher than a page.
func tall(t *testing.T, look string) *templates.Form {
	f := invoiceForm(t, look, 3)
	f.Head.Address = en(many("seller", 90))
	for i := range f.Blocks {
		switch b := &f.Blocks[i]; {
		case b.Name == "parties":
			b.Boxes.Boxes[1].Entries[1].Value = words(en(many("party", 90)))
		case b.Name == "references":
			b.Boxes.Boxes[0].Entries[2].Value = words(en(many("order", 150)))
		case b.Table != nil:
			description := 1
			if b.Table.Marks != nil {
				description = 2
				b.Table.Marks = &templates.Cell{Lines: []invoice.Text{en(many("mark", 130))}}
			}
			b.Table.Rows[1].Cells[description] = words(en(many("goods", 170)))
		case b.Name == "payment":
			plan := &b.Boxes.Boxes[1]
			for i := range 100 {
				plan.Entries = append(plan.Entries, templates.Entry{Label: en(fmt.Sprintf("share%03d", i)), Value: templates.Cell{Figure: money("1", "", "", 2)}})
			}
		case b.Name == "notes":
			b.Paragraphs[0].Text = en(many("note", 120))
		}
	}
	return f
}

func TestEverythingStandsOnThePages(t *testing.T) {
	for look, style := range looks {
		t.Run(look, func(t *testing.T) {
			want := map[string]int{"seller": 90, "party": 90, "order": 150, "goods": 170, "share": 100, "note": 120}
			if look == "classic" {
				want["mark"] = 130
			}
			seen := map[string]bool{}
			foot := float64(style.Height-style.Bottom-footRoom) / 1000
			for _, w := range wordsOf(t, tall(t, look)) {
				name := strings.TrimRight(w.text, "0123456789")
				if want[name] == 0 || name == w.text {
					continue
				}
				if seen[w.text] {
					t.Errorf("%s is printed twice", w.text)
				}
				seen[w.text] = true
				if w.base > foot+3 || w.left < float64(style.Left)/1000-1 || w.right > float64(style.Width-style.Right)/1000+1 {
					t.Errorf("%s stands beyond page %d's margins", w.text, w.page+1)
				}
			}
			for name, n := range want {
				for i := range n {
					if s := fmt.Sprintf("%s%03d", name, i); !seen[s] {
						t.Errorf("%s is not printed", s)
					}
				}
			}
		})
	}
}

// TestFiguresAreWhole has figures so large that a table of the usual size has
// no room for them.
func TestFiguresAreWhole(t *testing.T) {
	for look := range looks {
		f := invoiceForm(t, look, 2)
		table := &templates.Table{}
		row := templates.Row{}
		for i := range 12 {
			name := "quantity"
			cell := templates.Cell{Figure: money(fmt.Sprintf("9999999%02d.125", i), "", "", 3)}
			if i == 1 {
				name, cell = "description", words(both("一段说明", strings.Repeat("a long description ", 20)))
			}
			table.Columns = append(table.Columns, templates.Column{Name: name, Head: both("数量", "Quantity"), Align: templates.Right})
			row.Cells = append(row.Cells, cell)
		}
		table.Rows = []templates.Row{row}
		f.Blocks = []templates.Block{{Name: "lines", Table: table}}
		found := 0
		for _, w := range wordsOf(t, f) {
			if strings.HasPrefix(w.text, "999,999,9") && strings.HasSuffix(w.text, ".125") {
				found++
			}
		}
		if found != 11 {
			t.Errorf("%s: %d of 11 figures stand in one piece", look, found)
		}
	}
}

// TestSignatureIsNotAlone moves the end of a document across the end of a page.
func TestSignatureIsNotAlone(t *testing.T) {
	for look := range looks {
		for n := 2; n < 24; n += 3 {
			f := invoiceForm(t, look, n)
			last, own := 0, map[string]bool{}
			for _, w := range wordsOf(t, f) {
				if w.page > last {
					last, own = w.page, map[string]bool{}
				}
				own[w.text] = true
			}
			if own["Authorised"] != own["declare"] {
				t.Errorf("%s, %d lines: declaration and signature are apart", look, n)
			}
			if own["Authorised"] && !own["大货与确认样一致。"] && last > 0 {
				t.Errorf("%s, %d lines: the signature stands alone", look, n)
			}
		}
	}
}

// TestHeadsAreNotAlone moves a table whose only line stays with the sums below it
// across the end of a page.
func TestHeadsAreNotAlone(t *testing.T) {
	for look := range looks {
		for n := 1; n < 46; n += 4 {
			f := invoiceForm(t, look, 1)
			f.Blocks[0].Boxes.Boxes[0].Entries[1].Value = words(en(many("row", n)))
			heads, goods := -1, -1
			for _, w := range wordsOf(t, f) {
				switch {
				case w.text == "Quantity" && heads < 0:
					heads = w.page
				case strings.Contains(w.text, "XH-500-BK") && goods < 0:
					goods = w.page
				}
			}
			if heads < 0 || heads != goods {
				t.Errorf("%s, %d rows above: the heads stand on page %d, the goods on page %d", look, n, heads+1, goods+1)
			}
		}
	}
}
