package page

import (
	"context"
	"errors"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// needTesseract skips a test where tesseract or its Chinese is missing, and
// fails it where YIPIAO_REQUIRE_TOOLS is set.
func needTesseract(t *testing.T) {
	t.Helper()
	err := hasChinese(context.Background())
	switch {
	case err == nil:
	case os.Getenv("YIPIAO_REQUIRE_TOOLS") == "1":
		t.Fatal(err)
	default:
		t.Skip(err)
	}
}

// drawnPage is the first page of a file of testdata, read and as a picture.
func drawnPage(t *testing.T, file string, dpi int) (*Page, *grey) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "workbooks", file))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(context.Background(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pages, err := f.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	m, err := f.Picture(context.Background(), 0, dpi)
	if err != nil {
		t.Fatal(err)
	}
	return pages[0], greyOf(m)
}

// TestRecognise reads pictures of pages whose text is known: upright, askew and
// on their side. Figures must be right, and stand where they do on the page.
func TestRecognise(t *testing.T) {
	needTesseract(t)
	if testing.Short() {
		t.Skip("tesseract takes seconds for a page")
	}
	page, upright := drawnPage(t, "05_bilingual_heads.pdf", 200)
	tests := []struct {
		name    string
		picture *grey
		least   int // percent of the figures
	}{
		{"upright", upright, 95},
		{"askew", upright.straightened(25), 90},
		{"on its side", upright.turned(1), 0}, // places differ: looked at below
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			if x.name != "askew" && os.Getenv("YIPIAO_REQUIRE_TOOLS") != "1" {
				t.Skip("one page takes seconds enough")
			}
			width := page.Width * x.picture.w / upright.w
			got, err := Recognise(context.Background(), "p1", x.picture.image(), width)
			if err != nil {
				t.Fatal(err)
			}
			right, all := sameFigures(page, got, x.least > 0)
			t.Logf("%d of %d figures", right, all)
			if right*100 < all*max(x.least, 90) {
				t.Errorf("only %d of %d figures were read, in:\n%s", right, all, shownRows(got))
			}
			if !strings.Contains(shownRows(got), "Stainless steel hinge") {
				t.Errorf("a description is lost in:\n%s", shownRows(got))
			}
		})
	}
}

var number = regexp.MustCompile(`\d[\d.,]*\d|\d`)

// sameFigures counts how many of the figures of a page were read, with placed
// near where they stand.
func sameFigures(want, got *Page, placed bool) (right, all int) {
	for _, r := range want.Grid.Rows {
		for _, c := range r.Cells {
			for _, n := range number.FindAllString(c.Text, -1) {
				all++
				if findFigure(got, n, c.Where, placed) {
					right++
				}
			}
		}
	}
	return right, all
}

func findFigure(p *Page, n, where string, placed bool) bool {
	for _, r := range p.Grid.Rows {
		for _, c := range r.Cells {
			for _, m := range number.FindAllString(c.Text, -1) {
				if m == n && (!placed || nearby(c.Where, where)) {
					return true
				}
			}
		}
	}
	return false
}

// nearby reports whether no more than a finger parts two places: a label and
// its value may be one cell of one page and two of the other.
func nearby(a, b string) bool {
	const finger = 60 // points
	x, y := coordinates(a), coordinates(b)
	for i := range 2 {
		if x[i]-(y[i]+y[i+2]) > finger || y[i]-(x[i]+x[i+2]) > finger {
			return false
		}
	}
	return true
}

func coordinates(where string) [4]float64 {
	var c [4]float64
	for i, s := range strings.Split(strings.TrimPrefix(where, "p1:"), ",") {
		c[i], _ = strconv.ParseFloat(s, 64)
	}
	return c
}

// TestWithoutTesseract tells how to install what is missing.
func TestWithoutTesseract(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 10, 10))
	t.Run("no program", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if _, err := Recognise(context.Background(), "p1", m, 1000); !errors.Is(err, ErrNoReader) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("no Chinese", func(t *testing.T) {
		if runtime.GOOS == "windows" {
			t.Skip("a script stands for tesseract")
		}
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "tesseract"), []byte("#!/bin/sh\necho List of available languages:\necho eng\n"), 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
		if _, err := exec.LookPath("tesseract"); err != nil {
			t.Fatal(err)
		}
		if _, err := Recognise(context.Background(), "p1", m, 1000); !errors.Is(err, ErrNoReader) {
			t.Errorf("got %v", err)
		}
	})
}

// TestStoppedTesseract ends a reading when its context is done.
func TestStoppedTesseract(t *testing.T) {
	needTesseract(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := tesseract(ctx, nil, "--list-langs"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
