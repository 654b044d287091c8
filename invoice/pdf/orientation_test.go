package pdf

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// photo is a JPEG that is seen as four squares side by side, red and green above
// blue and white, of which the lower ones are twice as high; its pixels lie as
// orientation v of Exif has them.
func photo(t *testing.T, v int) []byte {
	const cell = 16
	seen := image.Rect(0, 0, 2*cell, 3*cell)
	colourAt := func(x, y int) color.Color {
		switch {
		case y < cell && x < cell:
			return color.RGBA{R: 255, A: 255}
		case y < cell:
			return color.RGBA{G: 255, A: 255}
		case x < cell:
			return color.RGBA{B: 255, A: 255}
		}
		return color.White
	}
	// As Exif 2.32, 4.6.4 says: the first row is at the top, top, bottom, bottom,
	// left, right, right, left; the first column left, right, right, left, top, top,
	// bottom, bottom.
	size := seen.Size()
	if v > 4 {
		size.X, size.Y = size.Y, size.X
	}
	lying := image.NewRGBA(image.Rectangle{Max: size})
	for row := range size.Y {
		for column := range size.X {
			x, y := column, row
			if v > 4 {
				x, y = row, column
			}
			if v == 2 || v == 3 || v == 6 || v == 7 {
				x = seen.Dx() - 1 - x
			}
			if v == 3 || v == 4 || v == 7 || v == 8 {
				y = seen.Dy() - 1 - y
			}
			lying.Set(column, row, colourAt(x, y))
		}
	}
	data := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, lying, &jpeg.Options{Quality: 100}) })
	tiff := append([]byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), byte(v), 0, 0, 0, 0, 0, 0)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), data[2:]...)
}

// TestPhotosStandUpright holds that a photo is printed as its camera was held.
func TestPhotosStandUpright(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		if os.Getenv("YIPIAO_REQUIRE_TOOLS") != "" {
			t.Fatal(err)
		}
		t.Skip("pdftoppm is missing")
	}
	for v := 1; v <= 8; v++ {
		p, err := NewPicture(photo(t, v))
		if err != nil {
			t.Fatal(err)
		}
		if p.Width != 32 || p.Height != 48 {
			t.Errorf("%d: it is seen as %d × %d", v, p.Width, p.Height)
		}
		w := NewWriter(Info{Title: "photo", Lang: "en", Created: time.Unix(0, 0).UTC()})
		w.AddPage(100_000, 100_000)
		box := Box{20_000, 10_000, 40_000, 60_000}
		w.Begin(Element{Tag: "Figure", Alt: "photo", Box: box})
		w.Image(p, box.X, box.Y, box.Width, box.Height)
		w.End()
		file := filepath.Join(t.TempDir(), "photo")
		var b bytes.Buffer
		if err := w.Close(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file+".pdf", b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("pdftoppm", "-r", "72", "-singlefile", "-png", file+".pdf", file).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		drawn, err := os.Open(file + ".png")
		if err != nil {
			t.Fatal(err)
		}
		page, _, err := image.Decode(drawn)
		drawn.Close()
		if err != nil {
			t.Fatal(err)
		}
		for name, at := range map[string]struct{ x, y, r, g, b int }{
			"red": {30, 20, 255, 0, 0}, "green": {50, 20, 0, 255, 0}, "blue": {30, 60, 0, 0, 255}, "white": {50, 60, 255, 255, 255}, "blue above": {30, 34, 0, 0, 255},
		} {
			r, g, b, _ := page.At(at.x, at.y).RGBA()
			if abs(int(r>>8)-at.r) > 40 || abs(int(g>>8)-at.g) > 40 || abs(int(b>>8)-at.b) > 40 {
				t.Errorf("%d: where %s is to be seen is %d %d %d", v, name, r>>8, g>>8, b>>8)
			}
		}
	}
}
