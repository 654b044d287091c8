package templates

import (
	"encoding/binary"
	"testing"
)

// withExif is the head of a JPEG whose Exif data say v under a tag.
func withExif(order binary.AppendByteOrder, tag, kind uint16, v uint16) []byte {
	tiff := []byte("MM\x00*")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		tiff = []byte("II*\x00")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	for _, field := range [...][2]uint16{{271, 0}, {tag, v}} {
		tiff = order.AppendUint16(tiff, field[0])
		tiff = order.AppendUint16(tiff, kind)
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(tiff, field[1])
		tiff = append(tiff, 0, 0)
	}
	segment := append([]byte("Exif\x00\x00"), tiff...)
	head := []byte{0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xE1}
	head = binary.BigEndian.AppendUint16(head, uint16(len(segment)+2))
	return append(append(head, segment...), 0xFF, 0xDA, 0, 2)
}

func TestOrientationOf(t *testing.T) {
	for v := uint16(1); v <= 8; v++ {
		for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
			if got := OrientationOf(withExif(order, 274, 3, v)); got != orientations[v-1] {
				t.Errorf("%d, %v: %+v", v, order, got)
			}
		}
	}
	for name, data := range map[string][]byte{
		"none": {0xFF, 0xD8, 0xFF, 0xDA, 0, 2}, "another tag": withExif(binary.BigEndian, 275, 3, 6), "a long": withExif(binary.BigEndian, 274, 4, 6),
		"0": withExif(binary.BigEndian, 274, 3, 0), "9": withExif(binary.LittleEndian, 274, 3, 9), "nothing": nil,
	} {
		if got := OrientationOf(data); !got.Upright() {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestPlace follows the pixel in the first row and column through all eight, by
// the words of Exif: "the 0th row is at the visual …, the 0th column is …".
func TestPlace(t *testing.T) {
	for i, want := range [...]struct{ x, y int }{{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 2}, {0, 2}} {
		if x, y := orientations[i].Place(0, 0, 3, 2); x != want.x || y != want.y {
			t.Errorf("%d: it is seen at %d, %d, not %d, %d", i+1, x, y, want.x, want.y)
		}
	}
}

// FuzzOrientation holds that broken Exif data do no harm.
func FuzzOrientation(f *testing.F) {
	f.Add(withExif(binary.BigEndian, 274, 3, 6))
	f.Add(withExif(binary.LittleEndian, 274, 3, 8))
	f.Fuzz(func(t *testing.T, data []byte) { OrientationOf(data) })
}
