package issue

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"

	"yipiao/invoice"
	"yipiao/invoice/strict"
	"yipiao/invoice/text"
)

// makeAgain takes the order out of each document, as anyone can, and makes the
// document again from it.
func makeAgain(t *testing.T, documents []document) {
	instance := pdfiumInstance(t)
	for _, d := range documents {
		carried := attachedTo(t, instance, d.file)
		if !bytes.Equal(carried, d.form.Order) {
			t.Fatalf("%s carries another order than its form", d.file)
		}
		if diff := differs(t, d, carried); diff != "" {
			t.Errorf("%s: the order that it carries makes another document:\n%s", d.file, diff)
			continue
		}
		first, err := os.ReadFile(d.file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, issuedAgain(t, d, carried)) {
			t.Errorf("%s: made again from the order that it carries, it has other bytes; the order:\n%s", d.file, carried)
		}
	}
}

// attachedTo is the one file that a PDF carries.
func attachedTo(t *testing.T, p pdfium.Pdfium, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		t.Fatal(err)
	}
	defer p.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document})
	attachments, err := p.GetAttachments(&requests.GetAttachments{Document: doc.Document})
	if err != nil || len(attachments.Attachments) != 1 || attachments.Attachments[0].Name != "order.yaml" {
		t.Fatalf("%s: %v, attachments %v", file, err, attachments)
	}
	return attachments.Attachments[0].Content
}

// differs compares d with the document made from the order that it carries.
func differs(t *testing.T, d document, carried []byte) string {
	t.Helper()
	orders, err := invoice.Decode("order.yaml", carried)
	if err != nil {
		t.Fatalf("%s carries an order with faults: %v\n%s", d.file, err, carried)
	}
	o := orders[0]
	again, err := invoice.New(o, invoice.Kind(o.Printed.Kind), invoice.Languages(o.Printed.Lang))
	if err != nil {
		t.Fatalf("%s carries an order that makes no document: %v\n%s", d.file, err, carried)
	}
	same := cmp.Options{cmp.AllowUnexported(invoice.Document{}, invoice.Order{}, strict.Raw{}),
		cmpopts.IgnoreTypes(&strict.Source{}, invoice.Printed{}), cmpopts.IgnoreFields(invoice.Document{}, "Remarks"), cmpopts.EquateEmpty()}
	return cmp.Diff(d.shown, again, same)
}

// issuedAgain makes a document from the order that it carries, beside the
// pictures that the order names.
func issuedAgain(t *testing.T, d document, carried []byte) []byte {
	t.Helper()
	file := filepath.Join(filepath.Dir(d.order), "carried.yaml")
	put(t, file, carried)
	opt := Options{Out: t.TempDir(), Formats: []Format{PDF}, Fonts: text.Standard(), Jobs: 1}
	var made []byte
	err := Run(context.Background(), []string{file}, opt, func(r Result) {
		if r.Err != nil || len(r.Made) != 1 {
			t.Fatalf("%s: %v, %d files made", d.file, r.Err, len(r.Made))
		}
		made, _ = os.ReadFile(r.Made[0].Path)
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}
