package evidence

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice"
	"yipiao/invoice/read/sheet"
	"yipiao/translate"
)

// received are suppliers' files of every kind that the room read tries itself on.
func received(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{"../read/testdata/workbooks/*.xlsx", "../read/testdata/workbooks/*.xls", "../read/testdata/workbooks/*.csv",
		"../read/testdata/workbooks/*.pdf", "../read/testdata/fapiao/*.ofd", "../read/testdata/fapiao/*.xml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, files...)
	}
	if len(all) < 20 {
		t.Fatalf("only %d files to try", len(all))
	}
	return all
}

// made is the evidence of a file, by the offline translator alone.
func made(t *testing.T, file string, opt Options) *Evidence {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	offline, err := translate.NewOffline(nil)
	if err != nil {
		t.Fatal(err)
	}
	opt.Pipeline = &translate.Pipeline{Translators: []translate.Translator{offline}}
	e, err := Make(context.Background(), filepath.Base(file), data, opt)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return e
}

// TestEvidence makes the evidence of every file, twice alike, and has other
// programs judge it.
func TestEvidence(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	dir := t.TempDir()
	files := received(t)
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "1" {
		files = files[:8]
	}
	n := 0
	for i, file := range files {
		e := made(t, file, Options{})
		if len(e.Unequal) > 0 {
			t.Errorf("%s: numbers differ at %v", file, e.Unequal)
		}
		if i%5 == 0 {
			if again := made(t, file, Options{}); !bytes.Equal(again.PDF, e.PDF) || !bytes.Equal(again.Workbook, e.Workbook) {
				t.Errorf("%s: made twice, it has other bytes", file)
			}
		}
		n++
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(file)+".pdf"), e.PDF, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("veraPDF", func(t *testing.T) { validate(t, dir, n) })
}

// validate counts the files that pass: veraPDF's exit status alone overlooks
// files that it couldn't read.
func validate(t *testing.T, dir string, files int) {
	jar := os.Getenv("VERAPDF_JAR")
	if jar == "" {
		lacking(t, "VERAPDF_JAR doesn't name veraPDF's greenfield-apps jar")
	}
	if _, err := exec.LookPath("java"); err != nil {
		lacking(t, "java isn't installed")
	}
	for _, flavour := range []string{"3a", "ua1"} {
		out, _ := exec.Command("java", "-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "text", "-v", "-r", dir).CombinedOutput()
		if n := strings.Count("\n"+string(out), "\nPASS "); n != files {
			t.Errorf("%s: %d of %d files pass:\n%.4000s", flavour, n, files, out)
		}
	}
}

func lacking(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") == "1" {
		t.Fatal(what)
	}
	t.Skip(what)
}

// TestCopy holds the English copy of each workbook against its original: the
// same numbers and formulas, texts in English, and nothing of what isn't printed.
func TestCopy(t *testing.T) {
	for _, file := range received(t) {
		switch filepath.Ext(file) {
		case ".xlsx":
			t.Run(filepath.Base(file), func(t *testing.T) {
				e := made(t, file, Options{})
				compareCopies(t, file, e.Workbook)
				nothingLost(t, file, e.Workbook)
				noneOf(t, e.Workbook, absentOf(t, file))
			})
		case ".xls":
			t.Run(filepath.Base(file), func(t *testing.T) { nothingLost(t, file, made(t, file, Options{}).Workbook) })
		}
	}
}

// compareCopies compares a workbook with its copy, cell by cell.
func compareCopies(t *testing.T, file string, copied []byte) {
	t.Helper()
	was, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer was.Close()
	now, err := excelize.OpenReader(bytes.NewReader(copied))
	if err != nil {
		t.Fatal(err)
	}
	defer now.Close()
	raw := excelize.Options{RawCellValue: true}
	for _, name := range now.GetSheetList() {
		rows, err := now.GetRows(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		before, err := was.GetRows(name, raw)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, value := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				old := ""
				if i < len(before) && j < len(before[i]) {
					old = before[i][j]
				}
				if value == "" { // left out, or nothing there
					continue
				}
				if !invoice.HasHan(old) && value != old {
					t.Errorf("%s!%s was %q and is %q", name, cell, old, value)
				}
				if invoice.HasHan(value) && !strings.Contains(value, strings.TrimSpace(guessMark)) {
					t.Errorf("%s!%s is still Chinese: %q", name, cell, value)
				}
				formula, _ := now.GetCellFormula(name, cell)
				if before, _ := was.GetCellFormula(name, cell); formula != "" && formula != before {
					t.Errorf("%s!%s was =%s and is =%s", name, cell, before, formula)
				}
			}
		}
	}
}

// nothingLost looks for all that is printed of a workbook in its copy.
func nothingLost(t *testing.T, file string, copied []byte) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	open := sheet.XLSX
	if filepath.Ext(file) == ".xls" {
		open = sheet.XLS
	}
	was, err := open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	now, err := sheet.XLSX(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	old, view := newBookView(was), newBookView(now)
	for _, s := range was.Sheets {
		for i := range s.Rows {
			for j := range s.Rows[i].Cells {
				c, row := &s.Rows[i].Cells[j], s.Rows[i].Index
				copy := view.of(s.Name)
				switch {
				case c.Text == "" || !old.Kept(s.Name, row, c.Column) || !old.KeptSheet(s.Name):
				case copy == nil || copy.cells[[2]int{row, c.Column}] == nil:
					t.Errorf("%s row %d column %d, %q, is not in the copy", s.Name, row, c.Column, c.Text)
				case copy.cells[[2]int{row, c.Column}].Number != c.Number:
					t.Errorf("%s row %d column %d: %s is %s in the copy", s.Name, row, c.Column, c.Number, copy.cells[[2]int{row, c.Column}].Number)
				}
			}
		}
	}
}

// absentOf are the texts that stand in what isn't printed of a workbook, as its
// expectations list them; those of a visible sheet are not.
func absentOf(t *testing.T, file string) []string {
	data, err := os.ReadFile(strings.TrimSuffix(file, ".xlsx") + ".json")
	if err != nil {
		return nil
	}
	var expected struct {
		Absent []string `json:"absent"`
	}
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	b, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, name := range b.GetSheetList() {
		if visible, _ := b.GetSheetVisible(name); visible && strings.EqualFold(name, "data") {
			return nil // such a sheet is no invoice, but it can be seen and is copied
		}
	}
	return expected.Absent
}

// noneOf looks for texts in all parts of a workbook.
func noneOf(t *testing.T, workbook []byte, texts []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range texts {
			if len(s) > 3 && bytes.Contains(data, []byte(s)) {
				t.Errorf("%s holds %q, which isn't printed", f.Name, s)
			}
		}
	}
}
