package xlsx

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"yipiao/invoice"
	"yipiao/invoice/text"
	"yipiao/templates"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden holds what the workbooks of a sample say, cell by cell.
func TestGolden(t *testing.T) {
	yaml, err := os.ReadFile("../../samples/bottle.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formsOf(t, "../../samples/bottle.yaml", yaml, "classic") {
		t.Run(sheetName(f.Kind), func(t *testing.T) {
			file := filepath.Join("testdata", "bottle-"+sheetName(f.Kind)+".txt")
			got := dump(t, open(t, write(t, f)), sheetName(f.Kind))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("differs from %s; if it should, run go test ./invoice/xlsx -update:\n%s", file, diff)
			}
		})
	}
}

// dump is a sheet in words: a line for each cell with a value, and each merge.
func dump(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	var b strings.Builder
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r := range rows {
		for c := range rows[r] {
			at := cellName(c, r)
			shown, err := f.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := f.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			if shown == "" && formula == "" {
				continue
			}
			fmt.Fprintf(&b, "%s %q", at, shown)
			if v := raw(t, f, sheet, at); v != shown {
				fmt.Fprintf(&b, " %s", v)
			}
			if formula != "" {
				fmt.Fprintf(&b, " =%s", formula)
			}
			b.WriteByte('\n')
		}
	}
	merges, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range merges {
		fmt.Fprintf(&b, "merged %s:%s\n", m.GetStartAxis(), m.GetEndAxis())
	}
	return b.String()
}

// TestEverythingIsThere looks for every text of every sample in its workbook.
func TestEverythingIsThere(t *testing.T) {
	for _, template := range templates.Names {
		for _, f := range sampleForms(t, template) {
			book := open(t, write(t, f))
			rows, err := book.GetRows(sheetName(f.Kind))
			if err != nil {
				t.Fatal(err)
			}
			cells := map[string]bool{}
			for _, r := range rows {
				for _, c := range r {
					cells[c] = true
					for part := range strings.SplitSeq(c, "\n") {
						cells[part] = true
					}
				}
			}
			said := strings.Join(slices.Collect(maps.Keys(cells)), "\n")
			skip := figures(f)
			skip[f.Foot.Number.En], skip[f.Foot.Number.Zh] = true, true // in the page setup, like the page
			f.EachText(func(s string) {
				if !cells[s] && !skip[s] && !strings.Contains(s, "{page}") && !strings.Contains(said, strings.TrimRight(s, "\n")) {
					t.Errorf("%s by %s doesn't say %q", f.Number, template, s)
				}
			})
		}
	}
}

// figures are the figures of f as they are printed: in a workbook they are
// numbers in formats.
func figures(f *templates.Form) map[string]bool {
	all := map[string]bool{}
	add := func(c *templates.Cell) {
		if c.Figure != nil {
			all[c.Figure.String()] = true
		}
	}
	for _, b := range f.Blocks {
		if b.Table != nil {
			for _, r := range b.Table.Rows {
				for i := range r.Cells {
					add(&r.Cells[i])
				}
			}
		}
		if b.Boxes != nil {
			for _, x := range b.Boxes.Boxes {
				for i := range x.Entries {
					add(&x.Entries[i].Value)
				}
			}
		}
	}
	return all
}

func TestSameFormSameBytes(t *testing.T) {
	for _, f := range sampleForms(t, "modern") {
		if !bytes.Equal(write(t, f), write(t, f)) {
			t.Errorf("%s differs from itself", f.Number)
		}
	}
}

const hostile = `yipiao: 1
number: H-1
date: 2026-03-18
currency: USD
seller: {name: "=HYPERLINK(\"http://x\",\"a\")"}
buyer: {name: "@SUM(A1)", address: "+1+1"}
lines:
  - {description: "=1+1", sku: "-2+3", quantity: 1, price: 1}
  - {description: "_x0041_ & <b>", quantity: 1, price: 1}
notes: "=cmd|' /C calc'!A0"
`

func TestTextStaysText(t *testing.T) {
	f := formsOf(t, "hostile.yaml", []byte(hostile), "classic")[1]
	book := open(t, write(t, f))
	said := dump(t, book, "CI")
	for _, want := range []string{`"=HYPERLINK(\"http://x\",\"a\")"`, `"@SUM(A1)"`, `"+1+1"`, `=1+1`, `-2+3`, `_x0041_ & <b>`, `=cmd|' /C calc'!A0`} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not in the workbook as text:\n%s", want, said)
		}
	}
	rows, _ := book.GetRows("CI")
	for r := range rows {
		for c := range rows[r] {
			formula, _ := book.GetCellFormula("CI", cellName(c, r))
			if text := rows[r][c]; strings.IndexAny(text, "=+@") == 0 && !quotePrefixed(t, book, cellName(c, r)) {
				t.Errorf("%s begins as a formula and isn't marked as text: %s", cellName(c, r), text)
			}
			if strings.Contains(formula, "HYPERLINK") || strings.Contains(formula, "cmd") || formula == "1+1" {
				t.Errorf("%s is the formula %s", cellName(c, r), formula)
			}
		}
	}
}

func quotePrefixed(t *testing.T, book *excelize.File, cell string) bool {
	t.Helper()
	id, err := book.GetCellStyle("CI", cell)
	if err != nil {
		t.Fatal(err)
	}
	quoted := book.Styles.CellXfs.Xf[id].QuotePrefix
	return quoted != nil && *quoted
}

// TestLongTextGoesOn puts a text that no row can hold into further rows, none
// of it lost.
func TestLongTextGoesOn(t *testing.T) {
	words := strings.TrimSpace(strings.Repeat("食品级硅胶杯盖 food-grade silicone lid, ", 400))
	f := formsOf(t, "long.yaml", []byte(strings.Replace(hostile, `"=1+1"`, `"`+words+`"`, 1)), "classic")[1]
	book := open(t, write(t, f))
	cols, err := book.GetCols("CI")
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for i, c := range cols {
		all := strings.Join(c, "\n")
		if !strings.Contains(all, "食品级硅胶杯盖") {
			continue
		}
		n := 0
		for r, v := range c {
			if strings.Contains(v, "硅胶") {
				n++
				h, err := book.GetRowHeight("CI", r+1)
				if err != nil || h > 409 {
					t.Errorf("row %d is %v pt high, %v", r+1, h, err)
				}
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		found = n > 1 && strings.Contains(squeeze(all), squeeze(words))
		if !found {
			t.Errorf("column %d: %d rows", i, n)
		}
	}
	if !found {
		t.Error("the description is not whole")
	}
}

// TestFiguresAreKept writes a figure that a workbook would round as text.
func TestFiguresAreKept(t *testing.T) {
	s := &sheet{formats: map[shape]string{}}
	for _, c := range []struct {
		figure string
		want   any
	}{
		{"1234.5", 1234.5}, {"0.10", 0.1}, {"-68.70", -68.7}, {"999999999999.99", 999999999999.99},
		{"0.1234567890123456", "0.1234567890123456"}, {"123456789012345.5", "123,456,789,012,345.5"},
	} {
		d := decimal.RequireFromString(c.figure)
		got, _ := s.figure(&templates.Figure{Value: d, Decimals: -d.Exponent()}, look{})
		if got != c.want {
			t.Errorf("%s is written as %v, want %v", c.figure, got, c.want)
		}
	}
}

func TestNumberFormat(t *testing.T) {
	for _, c := range []struct {
		figure templates.Figure
		want   string
	}{
		{templates.Figure{Decimals: 2, Before: "USD "}, `"USD "#,##0.00`},
		{templates.Figure{After: " 个 PCS"}, `#,##0" 个 PCS"`},
		{templates.Figure{After: ` 4"`}, `#,##0" 4"\"""`},
	} {
		if got := numberFormat(&c.figure); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

func TestDatesCount(t *testing.T) {
	if day, ok := serial(invoice.Date("2026-03-18")); day != 46099 || !ok {
		t.Errorf("2026-03-18 is day %v, %v", day, ok)
	}
	if _, ok := serial(invoice.Date("1900-02-01")); ok {
		t.Error("a date before March 1900 is counted")
	}
}

func TestPartsCoverAllColumns(t *testing.T) {
	for _, widths := range [][]int{{10}, {10, 10}, {20, 90, 300, 60, 60, 80, 70, 90}, {1, 500, 1}, {50, 50, 50, 50, 50, 50}} {
		s := &sheet{widths: widths, edges: make([]int, len(widths)+1)}
		for i, w := range widths {
			s.edges[i+1] = s.edges[i] + w*pt
		}
		for n := 1; n <= 5; n++ {
			parts, at := s.parts(n), 0
			for _, p := range parts {
				if p.from != at || p.to < p.from {
					t.Errorf("%v in %d: %v", widths, n, parts)
				}
				at = p.to + 1
			}
			if at != len(widths) || len(parts) > n {
				t.Errorf("%v in %d: %v", widths, n, parts)
			}
		}
	}
}

// BenchmarkWrite is the whole way from form to file, and beside it the
// library's bare calls for the same cells, laid out beforehand.
func BenchmarkWrite(b *testing.B) {
	for _, f := range sampleForms(b, "classic")[1:] {
		if f.Kind != invoice.Commercial {
			continue
		}
		b.Run(f.Number, func(b *testing.B) {
			for b.Loop() {
				if err := Write(io.Discard, f, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
		s := layOut(f, text.Standard())
		b.Run(f.Number+"/bare", func(b *testing.B) {
			for b.Loop() {
				if err := s.write(io.Discard, excelize.NewFile()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestOneFigureAsText: a figure that a workbook would round stands as text, what
// needs it is a value, and all other formulas stay.
func TestOneFigureAsText(t *testing.T) {
	order := strings.NewReplacer("{price}", "3.3333333333333335").Replace(`yipiao: 1
number: F-1
date: 2026-07-01
currency: USD
seller: {name: 甲公司, country: CN}
buyer: {name: B, country: US}
lines:
  - {sku: A, description: x, quantity: 2, price: 3.5}
  - {sku: B, description: y, quantity: 10, price: {price}}
  - {sku: C, description: z, quantity: 3, price: 1.25}
`)
	form := formsOf(t, "order.yaml", []byte(order), "classic")[0]
	var b bytes.Buffer
	var told []string
	if err := Write(&b, form, Options{AsText: func(figure string) { told = append(told, figure) }}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(told, []string{"3.3333333333333335"}) {
		t.Errorf("told %v", told)
	}
	got := dump(t, open(t, b.Bytes()), sheetName(form.Kind))
	for _, want := range []string{"3.3333333333333335", "ROUND(F14*G14,2)", "ROUND(F16*G16,2)", "SUM(H14:H16)"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is lacking in\n%s", want, got)
		}
	}
	if strings.Contains(got, "F15*G15") {
		t.Error("a formula takes a text for a figure")
	}
}
