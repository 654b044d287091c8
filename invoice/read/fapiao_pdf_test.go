package read

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"yipiao/invoice/read/ofd"
	"yipiao/invoice/read/page"
	"yipiao/templates/fonts"
)

// pdf is the drawing as a PDF.
func (d *drawing) pdf(t testing.TB) []byte {
	t.Helper()
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: 210, Ht: 297}})
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	p.AddUTF8FontFromBytes("sans", "", fonts.SansSC)
	p.SetLineWidth(0.2)
	for i, page := range d.pages {
		p.AddPage()
		for _, r := range d.rules[i] {
			p.Line(r[0], r[1], r[2], r[3])
		}
		for _, x := range page {
			p.SetFont("sans", "", x.size*72/25.4)
			p.Text(x.x, x.y, x.text)
		}
	}
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestDrawnPDFFapiaoReadBack reads fapiao that were drawn as PDF. Blanks are
// not compared: where a name is wrapped the PDF doesn't tell them.
func TestDrawnPDFFapiaoReadBack(t *testing.T) {
	var d drawing
	var want []string
	for seed := range uint64(16) { // in one file, since each takes pdfium a while to open
		r := rand.New(rand.NewPCG(seed, 6))
		f := anyFapiao(r, 5)
		if seed%2 == 0 {
			d.digital(f, 4)
		} else {
			vatOf(r, f)
			d.vat(f)
		}
		want = append(want, orderOf(t, f))
	}
	d.tags.Reset()
	readings, err := File(context.Background(), "x.pdf", d.pdf(t), Options{})
	if err != nil || len(readings) != len(want) {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	for i := range readings {
		if diff := cmp.Diff(unspaced(want[i]), unspaced(yamlOf(t, &readings[i]))); diff != "" {
			t.Errorf("%d:\n%s", i, diff)
		}
	}
}

func TestDataAttachedToAPDFIsRead(t *testing.T) {
	f := plainFapiao()
	vatOf(rand.New(rand.NewPCG(1, 1)), f)
	var d drawing
	d.vat(f)
	var pages []*page.Page
	for _, g := range gridsOf(t, d.file(t)) {
		pages = append(pages, &page.Page{Grid: g, Lines: g})
	}
	said := *f
	said.reviewer.text = "赵六甲"
	files := []page.Attachment{{Name: "note.txt", Data: []byte("< 5")}, {Name: "original_invoice.xml", Data: xmlForms[2].write(t, &said)}}
	readings := readPages(context.Background(), pages, files)
	if len(readings) != 1 || readings[0].Order == nil || readings[0].Order.Fapiao.Reviewer != "赵六甲" || readings[0].Order.Fapiao.Kind != f.kind.text {
		t.Errorf("%+v", readings)
	}
}

// TestSamplesAsPDF draws the pages of the sample OFD files as PDF, with another
// font, and reads them.
func TestSamplesAsPDF(t *testing.T) {
	files, _ := filepath.Glob("testdata/fapiao/*.ofd")
	var d drawing
	var want []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		docs, err := ofd.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range docs[0].Pages {
			d.page()
			for _, x := range docs[0].Pages[i].Texts {
				for _, r := range x.Runs {
					size := float64(r.Size) * 25.4 / 72000
					d.text(float64(r.Left)*25.4/72000, float64(r.Bottom)*25.4/72000-0.15*size, size, r.Text)
				}
			}
		}
		want = append(want, orderOf(t, onlyPage(t, data)))
	}
	readings, err := File(context.Background(), "x.pdf", d.pdf(t), Options{})
	if err != nil || len(readings) != len(want) {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	for i := range readings {
		if diff := cmp.Diff(unspaced(want[i]), unspaced(yamlOf(t, &readings[i]))); diff != "" {
			t.Errorf("%s:\n%s", files[i], diff)
		}
	}
}

// unspaced is a text without its blanks.
func unspaced(s string) string { return strings.ReplaceAll(s, " ", "") }
