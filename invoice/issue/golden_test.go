package issue

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/templates"
)

var update = flag.Bool("update", false, "write the pictures of pages anew")

const (
	goldenDPI   = "40"
	goldenSlack = 48    // shades of grey that renderers may differ by
	goldenShare = 0.002 // of the pixels that may differ by more
)

// TestPages compares the pages of the bottle sample, in every look, with
// pictures of how they should look. After a change of the layout, look at them
// and write them anew: go test ./invoice/issue -run Pages -update
func TestPages(t *testing.T) {
	if !toolsRequired() && !*update {
		t.Skip("renderers differ: compared where YIPIAO_REQUIRE_TOOLS is set")
	}
	need(t, "pdftoppm")
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../samples")); err != nil {
		t.Fatal(err)
	}
	for _, template := range templates.Names {
		opt := Options{Out: filepath.Join(dir, template), Template: templateOf(t, template), Lang: invoice.Both}
		for _, d := range issued(t, filepath.Join(dir, "bottle.yaml"), opt) {
			for n, page := range rendered(t, d.file) {
				name := filepath.Join("testdata", "pages", fmt.Sprintf("%s-%s-%d.png", template, d.form.Kind, n+1))
				if *update {
					put(t, name, inFewShades(t, page))
				} else if err := alike(page, name); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

// rendered are a file's pages as grey pictures.
func rendered(t *testing.T, file string) [][]byte {
	t.Helper()
	to := strings.TrimSuffix(file, ".pdf")
	if out, err := exec.Command("pdftoppm", "-r", goldenDPI, "-gray", "-png", file, to).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := filepath.Glob(to + "-*.png")
	if err != nil || len(names) == 0 {
		t.Fatalf("%s has no pages: %v", file, err)
	}
	var pages [][]byte
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}

// inFewShades is a picture in eight shades of grey.
func inFewShades(t *testing.T, page []byte) []byte {
	t.Helper()
	whole, err := png.Decode(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var shades color.Palette
	for v := range 8 {
		shades = append(shades, color.Gray{uint8(v * 0xFF / 7)})
	}
	few := image.NewPaletted(whole.Bounds(), shades)
	draw.Draw(few, few.Rect, whole, image.Point{}, draw.Src)
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, few); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// alike compares a page with the picture in a file, but for a few pixels that
// versions of the renderer draw otherwise.
func alike(page []byte, name string) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("%w: is it a new page? -update writes it", err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		return err
	}
	got, err := png.Decode(bytes.NewReader(page))
	if err != nil {
		return err
	}
	if got.Bounds() != want.Bounds() {
		return fmt.Errorf("%v, want %v", got.Bounds(), want.Bounds())
	}
	if n := differing(got, want); float64(n) > goldenShare*float64(got.Bounds().Dx()*got.Bounds().Dy()) {
		return fmt.Errorf("%d pixels differ; if the page is right, -update writes its picture anew", n)
	}
	return nil
}

func differing(a, b image.Image) int {
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			p, _, _, _ := a.At(x, y).RGBA()
			q, _, _, _ := b.At(x, y).RGBA()
			if d := int(p>>8) - int(q>>8); d > goldenSlack || d < -goldenSlack {
				n++
			}
		}
	}
	return n
}
