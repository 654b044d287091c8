package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"yipiao/invoice/text"
	"yipiao/templates/fonts"
)

func encoded(t testing.TB, encode func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPictures(t *testing.T) {
	size := image.Rect(0, 0, 7, 5)
	palette := image.NewPaletted(size, color.Palette{color.NRGBA{255, 0, 0, 255}, color.NRGBA{0, 0, 255, 90}})
	palette.Pix[3] = 1
	deep := image.NewNRGBA64(size)
	deep.Set(2, 2, color.NRGBA64{0xFFFF, 0x8000, 0, 0x7FFF})
	for name, c := range map[string]struct {
		data []byte
		mask bool
	}{
		"grey":             {encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(size)) }), false},
		"grey, 16 bits":    {encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray16(size)) }), false},
		"graded palette":   {encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, palette) }), true},
		"16 bits, alpha":   {encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, deep) }), true},
		"JPEG":             {encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewRGBA(size), nil) }), false},
		"JPEG, grey":       {encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(size), nil) }), false},
		"alpha everywhere": {encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, image.NewNRGBA(size)) }), true},
	} {
		p, err := NewPicture(c.data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if p.Width != 7 || p.Height != 5 || (p.mask != nil) != c.mask {
			t.Errorf("%s: %d × %d, mask %v", name, p.Width, p.Height, p.mask != nil)
		}
	}
}

func TestPicturesRefused(t *testing.T) {
	huge := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, image.NewGray(image.Rect(0, 0, 1, 1))) })
	copy(huge[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65,536 × 65,536
	whole := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(image.Rect(0, 0, 64, 64)), nil) })
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("logo"), "endless": scans(200), "huge": huge, "cut off": whole[:len(whole)-20], "too long": make([]byte, MaxPictureBytes+1),
		"GIF": encoded(t, func(b *bytes.Buffer) error {
			return gif.Encode(b, image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.Black}), nil)
		}),
	} {
		if _, err := NewPicture(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// scans is a progressive JPEG that goes over its pixels so many times.
func scans(n int) []byte {
	head := "\xFF\xD8\xFF\xC2\x00\x0B\x08\x13\x88\x13\x88\x01\x01\x11\x00" // 5,000 × 5,000, grey
	table := "\xFF\xC4\x00\x14\x10\x01" + strings.Repeat("\x00", 15) + "\x00"
	scan := "\xFF\xDA\x00\x08\x01\x01\x00\x01\x3F\x00"
	return []byte(head + table + strings.Repeat(scan+"\x00", n) + "\xFF\xD9")
}

func FuzzPicture(f *testing.F) {
	size := image.Rect(0, 0, 3, 2)
	for _, img := range [...]image.Image{image.NewGray(size), image.NewNRGBA(size), image.NewNRGBA64(size), image.NewPaletted(size, color.Palette{color.Black, color.Transparent})} {
		f.Add(encoded(f, func(b *bytes.Buffer) error { return png.Encode(b, img) }))
	}
	for _, img := range [...]image.Image{image.NewGray(size), image.NewRGBA(size)} {
		f.Add(encoded(f, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) }))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<20 {
			t.Skip() // right or wrong, too slow here
		}
		p, err := NewPicture(data)
		if err == nil && (p.Width <= 0 || p.Height <= 0 || len(p.data) == 0) {
			t.Error("an empty picture was taken")
		}
	})
}

// FuzzFont breaks a font in one place, and cuts it: errors are right, panics
// and endless loops are not.
func FuzzFont(f *testing.F) {
	f.Add(uint32(4), []byte{0xFF, 0xFF})
	f.Add(uint32(300), []byte{0, 0, 0, 0})
	f.Add(uint32(120_000), []byte{0x80, 0x00, 0xFF})
	f.Fuzz(func(t *testing.T, at uint32, with []byte) {
		data := bytes.Clone(fonts.Sans)
		copy(data[int(at)%len(data):], with)
		font, err := text.ParseFont(data)
		if err != nil {
			return
		}
		c := newCut(font)
		for _, r := range "Łódź Ǻ ﬁ Ω ₿ é" {
			c.glyph(r)
		}
		c.program(nil, "F")
	})
}
