package read

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// TestRefusedPictures are pictures that can't be read, and why.
func TestRefusedPictures(t *testing.T) {
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, why string
		data      []byte
	}{
		{"a damaged one", "damaged", small.Bytes()[:small.Len()-20]},
		{"an enormous one", "megapixels", enormous(small.Bytes())},
		{"a TIFF", "save it as one of them", []byte("II*\x00\x08\x00\x00\x00\x00\x00")},
		{"an iPhone's own format", "save it as one of them", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")},
		{"a WebP", "save it as one of them", []byte("RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00")},
	}
	for _, x := range tests {
		got, err := File(context.Background(), "p.png", x.data, Options{})
		if err != nil || len(got) != 1 || !strings.Contains(got[0].Refused, x.why) {
			t.Errorf("%s: %+v, %v", x.name, got, err)
		}
	}
}

// enormous is a PNG that claims 60,000 × 60,000 pixels.
func enormous(data []byte) []byte {
	data = bytes.Clone(data)
	head := data[12:29] // IHDR and its data
	binary.BigEndian.PutUint32(head[4:], 60_000)
	binary.BigEndian.PutUint32(head[8:], 60_000)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(head))
	return data
}

func TestOrientation(t *testing.T) {
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	if got := orientation(plain.Bytes()); got != 1 {
		t.Errorf("a JPEG without EXIF: %d", got)
	}
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		if got := orientation(withOrientation(plain.Bytes(), order, 6)); got != 6 {
			t.Errorf("%v: %d, not 6", order, got)
		}
	}
	whole := withOrientation(plain.Bytes(), binary.BigEndian, 3)
	for n := range len(whole) {
		orientation(whole[:n]) // cut off anywhere, it must not panic
	}
}

// withOrientation is a JPEG with EXIF data of one entry.
func withOrientation(data []byte, order binary.AppendByteOrder, o uint16) []byte {
	mark := "MM"
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		mark = "II"
	}
	exif := append([]byte("Exif\x00\x00"), mark...)
	exif = order.AppendUint16(exif, 42)
	exif = order.AppendUint32(exif, 8)
	exif = order.AppendUint16(exif, 1)
	exif = order.AppendUint16(exif, 0x0112)
	exif = order.AppendUint16(exif, 3)
	exif = order.AppendUint32(exif, 1)
	exif = order.AppendUint16(exif, o)
	exif = order.AppendUint16(exif, 0)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(exif)+2))...)
	return append(append(out, exif...), data[2:]...)
}

func FuzzOrientation(f *testing.F) {
	f.Add(withOrientation([]byte{0xFF, 0xD8, 0xFF, 0xD9}, binary.BigEndian, 6))
	f.Add(withOrientation([]byte{0xFF, 0xD8, 0xFF, 0xD9}, binary.LittleEndian, 8))
	f.Fuzz(func(t *testing.T, data []byte) {
		if o := orientation(data); o < 1 || o > 8 {
			t.Errorf("orientation %d", o)
		}
	})
}
