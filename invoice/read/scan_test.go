package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"slices"
	"testing"

	"yipiao/invoice/read/page"
)

// drawn is the first page of a supplier's PDF as a photograph would show it.
func drawn(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/workbooks/05_bilingual_heads.pdf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := page.Open(context.Background(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := f.Picture(context.Background(), 0, 200)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 85}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// scanned is a PDF of one page that is a picture.
func scanned(t *testing.T, picture []byte) []byte {
	t.Helper()
	c, _, err := image.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</Im 5 0 R>>>>/Contents 4 0 R>>",
		"<</Length 29>>stream\nq 595 0 0 842 0 0 cm /Im Do Q\nendstream",
		fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode/Length %d>>stream\n%s\nendstream",
			c.Width, c.Height, len(picture), picture),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// TestPictures reads a photograph and a scan of a page that is known.
func TestPictures(t *testing.T) {
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "1" {
		t.Skip("tesseract takes seconds for a page; done where YIPIAO_REQUIRE_TOOLS is set")
	}
	picture := drawn(t)
	for name, data := range map[string][]byte{"p.jpg": picture, "scan.pdf": scanned(t, picture)} {
		got, err := File(context.Background(), name, data, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(got) != 1 || got[0].Order == nil {
			t.Fatalf("%s: %+v", name, got)
		}
		r := &got[0]
		want := [][3]string{{"4000", "0.865", "3460.00"}, {"2400", "1.320", "3168.00"}, {"10000", "0.410", "4100.00"}, {"600", "5.200", "3120.00"}}
		for i, l := range r.Order.Lines[:min(len(want), len(r.Order.Lines))] {
			if line := [3]string{l.Quantity.String(), l.Price.Amount.String(), l.Amount.String()}; line != want[i] {
				t.Errorf("%s: line %d is %v, not %v", name, i+1, line, want[i])
			}
		}
		if len(r.Order.Lines) < len(want) || r.Order.Docs.Commercial.Number != "HS-2024-0117" {
			t.Errorf("%s: %d lines, number %s", name, len(r.Order.Lines), r.Order.Docs.Commercial.Number)
		}
		if !slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == Guessed && w.Field == "" && w.Where == "p1" }) {
			t.Errorf("%s: nothing says that it is a guess: %v", name, r.Warnings)
		}
	}
}

// TestWithoutTesseract is told by an error, since it is the machine's fault; a
// PDF with a text doesn't need it.
func TestWithoutTesseract(t *testing.T) {
	picture := drawn(t)
	t.Setenv("PATH", t.TempDir())
	for name, data := range map[string][]byte{"p.jpg": picture, "scan.pdf": scanned(t, picture)} {
		if got, err := File(context.Background(), name, data, Options{}); !errors.Is(err, page.ErrNoReader) {
			t.Errorf("%s: %v, %+v", name, err, got)
		}
	}
	data, err := os.ReadFile("testdata/workbooks/05_bilingual_heads.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := File(context.Background(), "a.pdf", data, Options{}); err != nil || got[0].Order == nil {
		t.Errorf("a PDF with a text: %v", err)
	}
}
