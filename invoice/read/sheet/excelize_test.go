package sheet

import (
	"bytes"
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestAgreesWithExcelize compares every cell of the workbooks at hand with what
// another reader finds in them: value, formula, merged cells, what is hidden.
func TestAgreesWithExcelize(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/*.xlsx", "../testdata/workbooks/*.xlsx", "../../../samples/*/*.xlsx"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	cells := 0
	for _, file := range files {
		data := readFile(t, file)
		book, err := XLSX(context.Background(), data)
		if err != nil {
			t.Fatal(err)
		}
		other, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range book.Sheets {
			cells += compareWithExcelize(t, filepath.Base(file), s, other)
		}
		other.Close()
	}
	if cells < 2000 {
		t.Errorf("only %d cells were compared", cells)
	}
}

func compareWithExcelize(t *testing.T, file string, s *Sheet, other *excelize.File) (compared int) {
	t.Helper()
	rows, err := other.GetRows(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	ours := cellsOf(s)
	for i, row := range rows {
		for j, raw := range row {
			place := cellName(i+1, j+1)
			c := ours[place]
			if c == nil {
				c = &Cell{}
			}
			formula, err := other.GetCellFormula(s.Name, place)
			if err != nil {
				t.Fatal(err)
			}
			if formula != c.Formula {
				t.Errorf("%s %s!%s: formula %q, excelize %q", file, s.Name, place, c.Formula, formula)
			}
			if !sameValue(c, raw) {
				t.Errorf("%s %s!%s: %+v, excelize %q", file, s.Name, place, *c, raw)
			}
			compared++
		}
	}
	merged, err := other.GetMergeCells(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	if len(merged) != len(s.Merges) {
		t.Errorf("%s %s: %d merged cells, excelize %d", file, s.Name, len(s.Merges), len(merged))
	}
	columns := s.hiddenColumns()
	for column := 1; column < 40; column++ {
		if visible, err := other.GetColVisible(s.Name, columnName(column)); err != nil || visible == columns.has(column) {
			t.Errorf("%s %s: column %d is hidden: %v, excelize %v %v", file, s.Name, column, columns.has(column), !visible, err)
		}
	}
	hidden := s.hiddenRows()
	for row := 1; row <= len(rows); row++ {
		if visible, err := other.GetRowVisible(s.Name, row); err != nil || visible == hidden.has(row) {
			t.Errorf("%s %s: row %d is hidden: %v, excelize %v %v", file, s.Name, row, hidden.has(row), !visible, err)
		}
	}
	return compared
}

func sameValue(c *Cell, raw string) bool {
	switch c.Kind {
	case Number, Date:
		x, err1 := strconv.ParseFloat(raw, 64)
		y, err2 := strconv.ParseFloat(c.Number, 64)
		return err1 == nil && err2 == nil && (x == y || strconv.FormatFloat(x, 'g', 15, 64) == strconv.FormatFloat(y, 'g', 15, 64))
	case Boolean:
		return raw == "TRUE" || raw == "FALSE" || raw == "1" || raw == "0"
	}
	return c.Text == strings.ReplaceAll(raw, "\r\n", "\n")
}
