package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"yipiao/templates"
)

// alwaysRecalculate makes LibreOffice compute every formula when it opens a
// workbook (OOXMLRecalcMode 0).
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// TestLibreOfficeRecalculates opens the workbooks of all samples and of random
// orders in LibreOffice, their stored values replaced by a wrong one, and
// compares what it computes with the printed figures.
func TestLibreOfficeRecalculates(t *testing.T) {
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") == "" {
		t.Skip("takes a minute in LibreOffice (Debian: libreoffice-calc-nogui); YIPIAO_REQUIRE_TOOLS=1 runs it")
	}
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal(err)
	}
	forms := sampleForms(t, "classic")
	r := rand.New(rand.NewSource(3))
	for i := range 60 {
		forms = append(forms, formsOf(t, "random.yaml", []byte(randomOrder(r, i)), "modern")...)
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	profile := filepath.Join(dir, "profile", "user")
	for _, d := range []string{in, profile} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(profile, "registrymodifications.xcu"), []byte(alwaysRecalculate), 0o644); err != nil {
		t.Fatal(err)
	}
	command := []string{"-env:UserInstallation=file://" + filepath.Dir(profile), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
	original := make([][]byte, len(forms))
	var files []string
	for i, f := range forms {
		original[i] = write(t, f)
		file := filepath.Join(in, fmt.Sprintf("%03d.xlsx", i))
		if err := os.WriteFile(file, spoiled(t, original[i]), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	for some := range slices.Chunk(files, 100) { // it gives up on some 200 at once
		if output, err := exec.Command(soffice, append(slices.Clone(command), some...)...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, output)
		}
	}
	compared := 0
	for i, f := range forms {
		again, err := os.ReadFile(filepath.Join(out, fmt.Sprintf("%03d.xlsx", i)))
		if err != nil {
			t.Fatal(err)
		}
		compared += compareFigures(t, f, original[i], again)
	}
	if compared < 2000 {
		t.Errorf("only %d formulas compared", compared)
	}
	t.Logf("%d formulas of %d workbooks", compared, len(forms))
}

var formulaValue = regexp.MustCompile(`(</f><v>)[^<]*(</v>)`)

// spoiled is a workbook whose formulas all have a wrong value stored.
func spoiled(t *testing.T, book []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(formulaValue.ReplaceAll(data, []byte("${1}-987654.25${2}"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// compareFigures compares all formulas' values, and tells how many there were.
func compareFigures(t *testing.T, f *templates.Form, original, again []byte) int {
	t.Helper()
	was, is := open(t, original), open(t, again)
	sheet, n := sheetName(f.Kind), 0
	rows, err := was.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for r := range rows {
		for c := range rows[r] {
			at := cellName(c, r)
			formula, err := was.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			if formula == "" {
				continue
			}
			n++
			want, got := raw(t, was, sheet, at), raw(t, is, sheet, at)
			a, errA := decimal.NewFromString(want)
			b, errB := strconv.ParseFloat(got, 64)
			if errA != nil || errB != nil || !decimal.NewFromFloat(b).Round(int32(-a.Exponent())+3).Equal(a) {
				t.Errorf("%s %s: %s gives %s, printed is %s", f.Number, at, formula, got, want)
			}
		}
	}
	return n
}

func open(t *testing.T, book []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func raw(t *testing.T, f *excelize.File, sheet, at string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}
