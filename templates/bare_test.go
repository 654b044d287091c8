package templates

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"
)

// secret is what no picture may carry away.
const secret = "GPS 29.3062N 120.0751E"

func segment(marker byte, content string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(content)+2)), content...)
}

func chunk(name, content string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	b = append(append(b, name...), content...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(name+content)))
}

// photo is a small JPEG as an encoder makes it, which adds nothing.
func photo(t testing.TB) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 20, 11))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// told is the same photo with everything that cameras and programs tell besides.
func told(t testing.TB) []byte {
	plain := photo(t)
	exif := withExif(binary.LittleEndian, 274, 3, 6)
	exif = exif[8 : len(exif)-4] // the segment alone
	return slices.Concat(plain[:2],
		segment(0xE0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x02\x01"+"abcdef"), exif, segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+secret),
		segment(0xE2, "MPF\x00"+secret), segment(0xED, "Photoshop 3.0\x00"+secret), segment(0xFE, secret), []byte{0xFF},
		plain[2:], []byte(secret))
}

func toldPNG(t testing.TB) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 9, 5))
	img.Set(3, 2, color.NRGBA{200, 10, 30, 120})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	const head = 8 + 25
	plain := b.Bytes()
	return slices.Concat(plain[:head], chunk("tEXt", "Author\x00"+secret), chunk("eXIf", "MM\x00*"+secret), chunk("tIME", "\x07\xea\x07\x01\x00\x00\x00"), plain[head:], []byte(secret))
}

// TestBare: pixels and how they lie stay, and nothing of what else was told.
func TestBare(t *testing.T) {
	for name, data := range map[string][]byte{"jpeg": told(t), "png": toldPNG(t)} {
		bare := Bare(data)
		if bytes.Contains(bare, []byte("GPS")) || bytes.Contains(bare, []byte("Author")) || bytes.Contains(bare, []byte("abcdef")) || len(bare) >= len(data) {
			t.Errorf("%s: something of it is still told: %q", name, bare)
		}
		if OrientationOf(bare) != OrientationOf(data) {
			t.Errorf("%s: it lies otherwise", name)
		}
		if !samePixels(t, data, bare) {
			t.Errorf("%s: other pixels", name)
		}
		if again := Bare(bare); &again[0] != &bare[0] {
			t.Errorf("%s: a bare picture isn't given back as it is", name)
		}
	}
	plain := photo(t)
	if bare := Bare(plain); &bare[0] != &plain[0] {
		t.Error("a photo that tells nothing isn't given back as it is")
	}
	for v := byte(1); v <= 8; v++ {
		if o := orientations[v-1]; OrientationOf(slices.Concat([]byte{0xFF, 0xD8}, lying(o), []byte{0xFF, 0xDA, 0, 2})) != o {
			t.Errorf("orientation %d is lost", v)
		}
	}
}

func samePixels(t testing.TB, a, b []byte) bool {
	t.Helper()
	one, _, err := image.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	two, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		t.Error(err)
		return false
	}
	if one.Bounds() != two.Bounds() {
		return false
	}
	for y := one.Bounds().Min.Y; y < one.Bounds().Max.Y; y++ {
		for x := one.Bounds().Min.X; x < one.Bounds().Max.X; x++ {
			if one.At(x, y) != two.At(x, y) {
				return false
			}
		}
	}
	return true
}

// FuzzBare: what can be seen of a picture stays the same, whatever it is.
func FuzzBare(f *testing.F) {
	f.Add(told(f))
	f.Add(toldPNG(f))
	f.Add(photo(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		bare := Bare(data)
		if OrientationOf(bare) != OrientationOf(data) {
			t.Fatal("it lies otherwise")
		}
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || c.Width > 1<<9 || c.Height > 1<<9 {
			return
		}
		if _, _, err := image.Decode(bytes.NewReader(data)); err == nil && !samePixels(t, data, bare) {
			t.Fatal("other pixels")
		}
	})
}
