package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice/read/grid"
)

// fuzzed are the parts of a workbook that a fuzzer changes: the container
// itself is the standard library's.
var fuzzed = []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/drawings/drawing1.xml", "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels"}

// FuzzXLSX: whatever the parts hold, a workbook is read or refused, and its
// grids keep what they promise.
func FuzzXLSX(f *testing.F) {
	for _, file := range []string{"testdata/rich.xlsx", "testdata/mac.xlsx", "../testdata/workbooks/02_ningbo_haobo.xlsx", "../testdata/workbooks/06_broken_formulas.xlsx"} {
		parts := unpack(f, readFile(f, file))
		f.Add(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6])
	}
	f.Fuzz(func(t *testing.T, workbook, sheet, texts, styles, drawing, theme, relations string) {
		m := makeBook("", made{"xl/worksheets/_rels/sheet1.xml.rels": relationships("rId1", "drawing", "../drawings/drawing1.xml")})
		for i, part := range []string{workbook, sheet, texts, styles, drawing, theme, relations} {
			if part != "" {
				m[fuzzed[i]] = part
			}
		}
		book, err := XLSX(context.Background(), m.stored(t))
		checkBook(t, book, err)
	})
}

// stored packs the parts without compressing them.
func (m made) stored(t *testing.T) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(m)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, m[name])
	}
	w.Close()
	return b.Bytes()
}

func unpack(f *testing.F, data []byte) []string {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		f.Fatal(err)
	}
	parts := make([]string, len(fuzzed))
	for i, name := range fuzzed {
		part, err := r.Open(name)
		if err != nil {
			continue
		}
		text, err := io.ReadAll(part)
		if err != nil {
			f.Fatal(err)
		}
		if len(text) < 40_000 {
			parts[i] = string(text)
		}
	}
	return parts
}

// FuzzXLS changes the records of old workbooks, or the whole file.
func FuzzXLS(f *testing.F) {
	files, err := filepath.Glob("testdata/*.xls")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data := readFile(f, file)
		stream, err := openContainer(data)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(stream, false)
		if len(data) < 20_000 {
			f.Add(data, true)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, whole bool) {
		if !whole {
			if len(data) > 1<<20 {
				return
			}
			data = container("Workbook", bytes.Clone(data))
		}
		book, err := XLS(context.Background(), data)
		checkBook(t, book, err)
	})
}

// FuzzCSV: every character of a text is in some cell, but for what separates
// them.
func FuzzCSV(f *testing.F) {
	for _, text := range []string{"a,b\n1,\"2\n\"\"3\"", "sep=;\na;b", "品名\t数量\r\n杯\t3", "\xFF\xFEa\x00", "=\"01\",x", "\"a\"b,\"c", "1,234.50;x\r\r"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := CSV(context.Background(), "x.csv", data)
		checkBook(t, book, err)
		if err != nil {
			return
		}
		text, err := decodeText(data)
		if err != nil {
			t.Fatal(err)
		}
		var cells strings.Builder
		for _, r := range book.Sheets[0].Rows {
			for _, c := range r.Cells {
				cells.WriteString(c.Text)
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(separators+"\"=\r\n", r) || strings.TrimSpace(string(r)) == "" {
					return -1
				}
				return r
			}, s)
		}
		if !strings.Contains(text, "sep=") && letters(cells.String()) != letters(text) {
			t.Errorf("%q reads as %q", text, cells.String())
		}
	})
}

// checkBook checks what a grid promises of the sheet that it comes from.
func checkBook(t *testing.T, book *Book, err error) {
	if err != nil {
		if book != nil {
			t.Error("a book with an error")
		}
		return
	}
	for _, s := range book.Sheets {
		g := s.Grid()
		if g == nil {
			continue
		}
		rows, columns, last := s.hiddenRows(), s.hiddenColumns(), 0
		for _, r := range g.Rows {
			if r.Top <= last || rows.has(r.Top/1000) || r.Bottom != r.Top+1000 {
				t.Fatalf("row %d after %d", r.Top, last)
			}
			last = r.Top
			for i, c := range r.Cells {
				checkCell(t, &c)
				if i > 0 && c.Left < r.Cells[i-1].Left || columns.has(c.Left/1000) || columns.has(c.Right/1000-1) && !c.Unknown && len(s.Boxes) == 0 {
					t.Fatalf("%s from %d to %d", c.Where, c.Left, c.Right)
				}
				if v := (view{s, rows, columns}); !v.printed(r.Top/1000, c.Left/1000) {
					t.Fatalf("%s is not printed", c.Where)
				}
			}
		}
		for column := 1; column < 10; column++ {
			book.ColumnWidth(s, column)
		}
	}
}

func checkCell(t *testing.T, c *grid.Cell) {
	if c.Right <= c.Left || c.Down < 1 || c.Where == "" || c.Text == "" {
		t.Fatalf("%+v", c)
	}
	if (c.Kind == grid.Number) != (c.Number != "") || (c.Kind == grid.Date) != (c.Date != "") {
		t.Fatalf("%+v", c)
	}
	if c.Number != "" && (strings.Trim(c.Number, "-0123456789.") != "" || len(c.Number) > 400) {
		t.Fatalf("%+v", c)
	}
}
