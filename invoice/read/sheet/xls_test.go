package sheet

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestXLS compares old workbooks with the new ones that LibreOffice made them
// of: all that a book holds.
func TestXLS(t *testing.T) {
	files, err := filepath.Glob("testdata/*.xls")
	more, err2 := filepath.Glob("../testdata/workbooks/*.xls")
	if files = append(files, more...); err != nil || err2 != nil || len(files) < 8 {
		t.Fatalf("%d files, %v, %v", len(files), err, err2)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".xls")
		if name == "xlwt" {
			continue // by another program, which writes no XLSX
		}
		t.Run(name, func(t *testing.T) {
			original := "testdata/" + name + ".xlsx"
			if _, err := os.Stat(original); err != nil {
				original = "../testdata/workbooks/" + name + ".xlsx"
			}
			want, err := XLSX(context.Background(), readFile(t, original))
			if err != nil {
				t.Fatal(err)
			}
			got, err := XLS(context.Background(), readFile(t, file))
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Sheets) != len(want.Sheets) {
				t.Fatalf("%d sheets, want %d", len(got.Sheets), len(want.Sheets))
			}
			for i := range want.Sheets {
				compareSheets(t, got.Sheets[i], want.Sheets[i])
				if strings.HasPrefix(original, "testdata") { // LibreOffice's own: in its own fonts
					compareLooks(t, got.Sheets[i], want.Sheets[i])
				}
			}
		})
	}
}

func compareSheets(t *testing.T, got, want *Sheet) {
	t.Helper()
	differ := func(what string, got, want any) {
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v, want\n%+v", what, got, want)
		}
	}
	differ("name", got.Name, want.Name)
	differ("visibility", got.Visibility, want.Visibility)
	differ("print areas", got.PrintAreas, want.PrintAreas)
	differ("title rows", got.TitleRows, want.TitleRows)
	differ("merges", got.Merges, want.Merges)
	differ("grid lines", got.Gridless, want.Gridless)
	differ("row breaks", got.Page.RowBreaks, want.Page.RowBreaks)
	differ("orientation", got.Page.Landscape, want.Page.Landscape)
	differ("centred", got.Page.CenterAcross, want.Page.CenterAcross)
	differ("hidden rows", got.hiddenRows(), want.hiddenRows())
	differ("hidden columns", got.hiddenColumns(), want.hiddenColumns())
	differ("pictures", len(got.Pictures), len(want.Pictures))
	for i := range 12 {
		g, w := (&Book{Digit: 7}).ColumnWidth(got, i+1), (&Book{Digit: 7}).ColumnWidth(want, i+1)
		if g-w > 1500 || w-g > 1500 {
			t.Errorf("%s: column %d is %d wide, want %d", want.Name, i+1, g, w)
		}
	}
	g, w := cellsOf(got), cellsOf(want)
	for place, cell := range w {
		other := g[place]
		switch {
		case other == nil && cell.Kind == Blank:
		case other == nil:
			t.Errorf("%s!%s is not there", want.Name, place)
		default:
			compareCells(t, want.Name+"!"+place, other, cell)
		}
	}
	for place, cell := range g {
		if w[place] == nil && cell.Kind != Blank {
			t.Errorf("%s!%s is too much", want.Name, place)
		}
	}
}

func compareLooks(t *testing.T, got, want *Sheet) {
	t.Helper()
	if g, w := plainHeader(got.Page), plainHeader(want.Page); g != w {
		t.Errorf("header and footer %q, want %q", g, w)
	}
	if g, w := pictures(got), pictures(want); !reflect.DeepEqual(g, w) {
		t.Errorf("pictures %s, want %s", g, w)
	}
	other := cellsOf(got)
	for place, w := range cellsOf(want) {
		g := other[place]
		if g == nil {
			t.Errorf("%s!%s is not there", want.Name, place)
			continue
		}
		if g, w := look(g.Style), look(w.Style); g != w {
			t.Errorf("%s!%s style:\n%s, want\n%s", want.Name, place, g, w)
		}
		if x, y := runs(g.Runs), runs(w.Runs); x != y {
			t.Errorf("%s!%s runs: %.300s, want %.300s", want.Name, place, x, y)
		}
	}
}

// look is a style without what may be said in several ways: no colour is black.
func look(s *Style) string {
	c := *s
	c.format, c.Format, c.Fill.Back = nil, "", Color{}
	for _, color := range []*Color{&c.Font.Color, &c.Left.Color, &c.Right.Color, &c.Top.Color, &c.Bottom.Color} {
		if *color == (Color{0, 0, 0, true}) {
			*color = Color{}
		}
	}
	return fmt.Sprintf("%+v", c)
}

// compareCells: LibreOffice writes no texts that formulas give into an old
// workbook, and recalculates those without a value.
func compareCells(t *testing.T, where string, got, want *Cell) {
	t.Helper()
	if want.NoValue || want.External || want.Formula != "" && want.Kind == Text || want.Kind == Error || want.Text == "" {
		return
	}
	if got.Kind != want.Kind || got.Text != want.Text || got.Number != want.Number || got.Date != want.Date {
		t.Errorf("%s: %d %q %s %s, want %d %q %s %s", where, got.Kind, got.Text, got.Number, got.Date, want.Kind, want.Text, want.Number, want.Date)
	}
}

func runs(all []Run) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString("|" + r.Text)
		if r.Font != nil {
			fmt.Fprint(&b, r.Font.Bold, r.Font.Italic)
		}
	}
	return b.String()
}

func plainHeader(p Page) string {
	return strings.ReplaceAll(p.Header+"\n"+p.Footer, `&"Calibri,Regular"`, "")
}

func pictures(s *Sheet) []string {
	var all []string
	for _, p := range s.Pictures {
		size := "?"
		if bytes.HasPrefix(p.Data, []byte("\x89PNG")) || bytes.HasPrefix(p.Data, []byte("\xFF\xD8")) {
			size = fmt.Sprint(len(p.Data))
		}
		all = append(all, fmt.Sprint(p.Type, p.Row, p.Column, p.ToRow, p.ToColumn, size))
	}
	return all
}

// TestXLSTextsOfFormulas: LibreOffice stores a 0 for a text that a formula
// gives, xlwt an empty text for everything. It is no value.
func TestXLSTextsOfFormulas(t *testing.T) {
	for file, places := range map[string]string{"rich": "J5 J11", "xlwt": "C2 C3 C4"} {
		book, err := XLS(context.Background(), readFile(t, "testdata/"+file+".xls"))
		if err != nil {
			t.Fatal(err)
		}
		cells := cellsOf(book.Sheets[0])
		for _, place := range strings.Fields(places) {
			if c := cells[place]; c == nil || !c.NoValue {
				t.Errorf("%s %s: %+v", file, place, c)
			}
		}
	}
}

func TestXLSOfAnotherProgram(t *testing.T) {
	book, err := XLS(context.Background(), readFile(t, "testdata/xlwt.xls"))
	if err != nil {
		t.Fatal(err)
	}
	g := book.Sheets[0].Grid()
	g.Rows = g.Rows[:7]
	want := `1: A1=保温杯 B1=2023-03-18
2: A2=US$3.25 B2=649 C2== F2=58599.1 G2=10000000000 H2=0.3
3: C3==
4: A4=TRUE C4==
5:
6: A6=merged[1-3,2]
7:`
	if got := dump(g); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}
