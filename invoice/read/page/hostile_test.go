package page

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// attempt opens a file, reads it and draws its first page.
func attempt(ctx context.Context, data []byte) ([]*Page, error) {
	f, err := Open(ctx, data, nil)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	pages, err := f.Read(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := f.Picture(ctx, 0, 100); err != nil {
		return nil, err
	}
	return pages, nil
}

const (
	handCatalog = "<</Type/Catalog/Pages 2 0 R>>"
	handTree    = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	handPage    = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Resources<</Font<<" + handFonts + ">>>>/Contents 4 0 R>>"
	handText    = "BT /F1 10 Tf 50 300 Td (Total 12.50) Tj ET"
)

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data)
}

func deflated(data []byte) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.String()
}

func testdata(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestHostile reads files that are made to harm, or were harmed: it ends soon,
// with what can be read, or with a reason.
func TestHostile(t *testing.T) {
	good := written([]string{handCatalog, handTree, handPage, stream("", handText)})
	tests := []struct {
		name string
		data []byte
		rows string // of the first page
		err  error
	}{
		{"a password", testdata(t, "password.pdf"), "", ErrPassword},
		{"encrypted, but open to all", testdata(t, "no-password.pdf"), "Invoice No.: | CI-2024-77\nlink text\n", nil},
		{"a table of objects that is wrong", bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1), "Total 12.50\n", nil},
		{"the end is missing", good[:bytes.Index(good, []byte("trailer"))], "", ErrDamaged},
		{"no PDF but by its first bytes", []byte("%PDF-1.7\nnothing"), "", ErrDamaged},
		{"empty", nil, "", ErrDamaged},
		{"no pages", written([]string{handCatalog, "<</Type/Pages/Kids[]/Count 0>>"}), "", ErrDamaged},
		{"10,000 pages", written([]string{handCatalog, "<</Type/Pages/Kids[" + strings.Repeat("3 0 R ", 10_000) + "]/Count 10000>>", handPage, stream("", handText)}), "", ErrPages},
		{"more pages claimed than there are", written([]string{handCatalog, "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", handPage, stream("", handText)}), "Total 12.50\n", nil},
		{"a tree of pages that is its own branch", written([]string{handCatalog, "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", handPage, stream("", handText)}), "", ErrDamaged},
		{"a page as large as a town", written([]string{handCatalog, handTree, strings.Replace(handPage, "600 400", "90000 90000", 1), stream("", handText)}), "Total 12.50\n", nil},
		{"a page larger than any", written([]string{handCatalog, handTree, strings.Replace(handPage, "600 400", "1e30 1e30", 1), stream("", handText)}), "Total 12.50\n", nil},
		{"scripts and programs to start", written([]string{"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\){})>>/AA<</WC<</S/Launch/F(sh)>>>>>>", handTree, handPage, stream("", handText)}), "Total 12.50\n", nil},
		{"arrays in arrays", written([]string{handCatalog, handTree, handPage, stream("", strings.Repeat("[", 500_000))}), "", nil},
		{"a picture of 60,000 pixels by 60,000", sheetOf{content: "600 0 0 400 0 0 cm /Im Do", objects: map[string]string{
			"Im": "/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB\n\x00"}}.pdf(), "", nil},
		{"more text than a page holds", written([]string{handCatalog, handTree, handPage, stream("/Filter/FlateDecode",
			deflated([]byte("BT /F1 1 Tf "+strings.Repeat("0 -9 Td ("+strings.Repeat("a", 100)+") Tj ", 2500)+"ET")))}), "", ErrText},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			start := time.Now()
			pages, err := attempt(context.Background(), x.data)
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("it takes %v", took)
			}
			if !errors.Is(err, x.err) || (err == nil) != (x.err == nil) {
				t.Fatalf("got %v, not %v", err, x.err)
			}
			if err == nil && shownRows(pages[0]) != x.rows {
				t.Errorf("got:\n%s", shownRows(pages[0]))
			}
		})
	}
	if pages, err := attempt(context.Background(), good); err != nil || shownRows(pages[0]) != "Total 12.50\n" {
		t.Errorf("after all these a good file can't be read: %v", err)
	}
}

// TestBombs reads files that grow beyond all memory.
func TestBombs(t *testing.T) {
	if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "1" {
		t.Skip("filling the memory three times takes half a minute; done where YIPIAO_REQUIRE_TOOLS is set")
	}
	spaces := deflated(bytes.Repeat([]byte(" "), 1<<29))
	tests := map[string][]byte{
		"packed blanks":        written([]string{handCatalog, handTree, handPage, stream("/Filter/FlateDecode", spaces)}),
		"packed twice":         written([]string{handCatalog, handTree, handPage, stream("/Filter[/FlateDecode/FlateDecode]", deflated([]byte(spaces)))}),
		"a form within itself": sheetOf{content: "/A Do", objects: map[string]string{"A": "/Type/XObject/Subtype/Form/BBox[0 0 600 400]/Resources<</XObject<</A 5 0 R>>>>\n/A Do /A Do"}}.pdf(),
	}
	for name, data := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := attempt(context.Background(), data); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrTooLong) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestStopped ends a drawing that would take for ever when its context is done,
// and goes on with the next file.
func TestStopped(t *testing.T) {
	endless := written([]string{handCatalog, handTree,
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Resources<</Pattern<</P 5 0 R>>>>/Contents 4 0 R>>",
		stream("", "/Pattern cs /P scn 0 0 600 400 re f"),
		stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.001/YStep 0.001/Resources<<>>", "0 0 1 1 re f")})
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if _, err := Open(context.Background(), endless, nil); err != nil {
		t.Fatal(err) // pdfium has started
	}
	start := time.Now()
	if _, err := attempt(ctx, endless); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("it ends after %v", took)
	}
	if _, err := attempt(context.Background(), sheetOf{content: handText}.pdf()); err != nil {
		t.Errorf("then a good file can't be read: %v", err)
	}
}

// TestClosed uses a file after it was closed: that is an error, no crash.
func TestClosed(t *testing.T) {
	f, err := Open(context.Background(), sheetOf{content: handText}.pdf(), nil)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	f.Close()
	if _, err := f.Read(context.Background()); err == nil {
		t.Error("a closed file was read")
	}
}

// FuzzPDF reads files that are small changes of good ones.
func FuzzPDF(f *testing.F) {
	f.Add(sheetOf{content: handText}.pdf())
	f.Add(sheetOf{content: at("50", "300", "F3 20", han("商业发票")) + rules([]string{"50", "80", "200", "260"}, []string{"300", "270", "240"})}.pdf())
	f.Add(sheetOf{page: "/MediaBox[0 0 400 600]/Rotate 90/CropBox[0 0 100 100]", content: "q 2 0 0 2 100 100 cm /Fm Do Q", objects: map[string]string{
		"Fm": "/Type/XObject/Subtype/Form/BBox[0 0 100 50]/Resources<</Font<<" + handFonts + ">>>>\n" + at("10", "10", "F1 10", "(within)")}}.pdf())
	f.Add(sheetOf{content: "q 600 0 0 400 0 0 cm /Im Do Q BT 3 Tr /F1 10 Tf 50 300 Td (Invoice) Tj ET", objects: map[string]string{"Im": picture}}.pdf())
	for _, name := range []string{"password.pdf", "no-password.pdf"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		pages, err := attempt(ctx, data)
		if err != nil && !IsFault(err) && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v is no error of a file", err)
		}
		for _, p := range pages {
			for _, r := range p.Grid.Rows {
				if len(r.Cells) == 0 || r.Top > r.Bottom {
					t.Errorf("a row of %d cells from %d to %d", len(r.Cells), r.Top, r.Bottom)
				}
			}
		}
	})
}
