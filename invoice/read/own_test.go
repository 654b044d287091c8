package read

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/invoice/issue"
	"yipiao/invoice/read/page"
	"yipiao/invoice/text"
)

// ownPDF is a PDF of ours with what is in it.
type ownPDF struct {
	file  string
	data  []byte
	files []page.Attachment
	pages []*page.Page
}

func openOwn(t *testing.T, file string) ownPDF {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, err := page.Open(context.Background(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	p := ownPDF{file: file, data: data}
	if p.pages, err = f.Read(context.Background()); err != nil {
		t.Fatal(err)
	}
	if p.files, err = f.Attachments(context.Background()); err != nil {
		t.Fatal(err)
	}
	return p
}

var ownSamples = []string{"CI-2026-0318", "PI-2026-0318", "PL-2026-0318"}

func sample(name string) string {
	return filepath.Join("..", "..", "samples", "bottle", name+".pdf")
}

// TestOwnPDFsMakeTheSameAgain reads the PDFs of the samples, and makes them
// again from what was read.
func TestOwnPDFsMakeTheSameAgain(t *testing.T) {
	for _, name := range ownSamples {
		data, err := os.ReadFile(sample(name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := File(context.Background(), name+".pdf", data, Options{})
		if err != nil || len(got) != 1 || got[0].Order == nil || len(got[0].Warnings) > 0 {
			t.Fatalf("%s: %v, %+v", name, err, got)
		}
		if got[0].Where["lines[0].price"] != "order.yaml" && name != "PL-2026-0318" {
			t.Errorf("%s: the price comes from %q", name, got[0].Where["lines[0].price"])
		}
		if !bytes.Equal(data, issuedFrom(t, got[0].Order)) {
			t.Errorf("%s: made again, it has other bytes", name)
		}
	}
}

// issuedFrom makes the one PDF of an order, beside the samples' pictures.
func issuedFrom(t *testing.T, o *invoice.Order) []byte {
	t.Helper()
	yaml, err := o.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	pictures, _ := filepath.Glob(filepath.Join("..", "..", "samples", "*.png"))
	for _, p := range pictures {
		data, err := os.ReadFile(p)
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, filepath.Base(p)), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(folder, "order.yaml")
	if err := os.WriteFile(file, yaml, 0o600); err != nil {
		t.Fatal(err)
	}
	var made []byte
	opt := issue.Options{Out: t.TempDir(), Formats: []issue.Format{issue.PDF}, Kinds: []invoice.Kind{invoice.Kind(o.Printed.Kind)}, Fonts: text.Standard(), Jobs: 1}
	err = issue.Run(context.Background(), []string{file}, opt, func(r issue.Result) {
		if r.Err != nil || len(r.Made) != 1 {
			t.Fatalf("%v, %d files made", r.Err, len(r.Made))
		}
		made, _ = os.ReadFile(r.Made[0].Path)
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// TestContradictedOrder puts orders into PDFs that say something else, and
// edits pages.
func TestContradictedOrder(t *testing.T) {
	ci, pi := openOwn(t, sample("CI-2026-0318")), openOwn(t, sample("PI-2026-0318"))
	order := func(old, new string) []page.Attachment {
		changed := strings.Replace(string(ci.files[0].Data), old, new, 1)
		if changed == string(ci.files[0].Data) {
			t.Fatalf("the order has no %q", old)
		}
		return []page.Attachment{{Name: ownName, Data: []byte(changed)}}
	}
	tests := []struct {
		name  string
		files []page.Attachment
		pages []*page.Page
		want  string
	}{
		{"another document's order", pi.files, ci.pages, "lack"},
		{"a price", order("price: 3.25", "price: 3.52"), ci.pages, "lack “3.52”"},
		{"a bank account", order("3766 5832 1109", "6222 0000 1111"), ci.pages, "lack “6222 0000 1111”"},
		{"a seller", order("en: Yiwu Xinghe Daily", "en: Yiwu Xinghai Daily"), ci.pages, "lack"},
		{"a template of a user's own", order("template: classic", "template: mine"), pi.pages, "lack “CI-2026-0318”"},
		{"no order", []page.Attachment{{Name: ownName, Data: []byte("a: b")}}, ci.pages, "can't be read"},
		{"an order that wasn't printed", order("printed:", "internal:"), ci.pages, "which document"},
		{"an edited page", ci.files, edited(ci.pages, "3,566.30", "9,566.30"), "lack"},
		{"a page with more on it", ci.files, withMore(ci.pages, "Account No.: 6222 0000 1111 2222"), "say “6222” besides"},
		{"a covered total", ci.files, withMore(ci.pages, "9,566.30"), "say “9,566.30” besides"},
	}
	for _, x := range tests {
		r, w := readOwn(x.files, x.pages)
		if r != nil || w == nil || w.Code != Attached || !strings.Contains(w.Message, x.want) {
			t.Errorf("%s: want a warning with %q, got %+v", x.name, x.want, w)
		}
	}
	if r, w := readOwn(order("template: classic", "template: mine"), ci.pages); r == nil || w != nil {
		t.Errorf("of a user's own template the essentials suffice, but: %+v", w)
	}
	if r, w := readOwn([]page.Attachment{{Name: "other.xml"}}, ci.pages); r != nil || w != nil {
		t.Error("a PDF without an order is none of ours, which is nothing to warn of")
	}
}

func edited(pages []*page.Page, old, new string) []*page.Page {
	p := *pages[0]
	p.Flow = strings.ReplaceAll(p.Flow, old, new)
	return []*page.Page{&p}
}

func withMore(pages []*page.Page, s string) []*page.Page {
	p, g := *pages[0], *pages[0].Grid
	p.Flow += s
	g.Rows = slices.Clone(g.Rows)
	last := g.Rows[len(g.Rows)-1]
	last.Cells = slices.Clone(last.Cells)
	last.Cells[0].Text = s
	g.Rows = append(g.Rows, last)
	p.Grid = &g
	return []*page.Page{&p}
}
