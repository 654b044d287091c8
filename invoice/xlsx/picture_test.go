package xlsx

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"yipiao/templates"
)

// TestPhotosStandUpright holds that a photo of a line is seen in the workbook as
// its camera was held, whatever program opens it: a red corner at the top left of
// an upright picture.
func TestPhotosStandUpright(t *testing.T) {
	const order = `{yipiao: 1, number: P-1, date: 2026-03-18, currency: USD, seller: {name: S}, buyer: {name: B},
lines: [{sku: A, description: cup, quantity: 1, price: 1, image: photo.jpg}]}`
	for v := 1; v <= 8; v++ {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "photo.jpg"), photo(t, v), 0o600); err != nil {
			t.Fatal(err)
		}
		book := open(t, write(t, formsOf(t, filepath.Join(dir, "order.yaml"), []byte(order), "classic")[0]))
		sheet := book.GetSheetName(0)
		cells, err := book.GetPictureCells(sheet)
		if err != nil || len(cells) != 1 {
			t.Fatalf("pictures in %v, %v", cells, err)
		}
		pictures, err := book.GetPictures(sheet, cells[0])
		if err != nil || len(pictures) != 1 {
			t.Fatalf("%d pictures, %v", len(pictures), err)
		}
		if lie := templates.OrientationOf(pictures[0].File); !lie.Upright() {
			t.Errorf("%d: a program may turn it once more: %+v", v, lie)
		}
		seen, err := jpeg.Decode(bytes.NewReader(pictures[0].File))
		if err != nil {
			t.Fatal(err)
		}
		if seen.Bounds().Dx() != 32 || seen.Bounds().Dy() != 48 {
			t.Errorf("%d: %v", v, seen.Bounds())
		}
		for _, at := range []image.Point{{8, 8}, {24, 8}, {8, 40}, {24, 40}} {
			_, green, _, _ := seen.At(at.X, at.Y).RGBA()
			if red := at == (image.Point{8, 8}); red != (green < 0x8000) {
				t.Errorf("%d: at %v is %v", v, at, seen.At(at.X, at.Y))
			}
		}
	}
}

// photo is a JPEG that is seen as 32 × 48 white pixels with a red corner at the
// top left, and whose pixels lie as orientation v of Exif has them: the red corner
// is where the first row and column are, or the last.
func photo(t *testing.T, v int) []byte {
	size := image.Pt(32, 48)
	if v > 4 {
		size = image.Pt(48, 32)
	}
	corner := [...]image.Point{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {0, 1}, {1, 1}, {1, 0}}[v-1]
	lying := image.NewRGBA(image.Rectangle{Max: size})
	for y := range size.Y {
		for x := range size.X {
			lying.Set(x, y, color.White)
			if (x*2/size.X) == corner.X && y*2/size.Y == corner.Y {
				lying.Set(x, y, color.RGBA{R: 255, A: 255})
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, lying, nil); err != nil {
		t.Fatal(err)
	}
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), byte(v), 0, 0, 0, 0, 0, 0)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), b.Bytes()[2:]...)
}
