package templates

import (
	"bytes"
	"encoding/binary"
)

// Orientation is how a photo's pixels lie: which of its sides the first row is,
// and the first column. Cameras write pixels as their sensor lies, and beside them
// how it was held (Exif 2.32, 4.6.4, tag 274).
type Orientation struct {
	Turned   bool // rows are columns: the picture stands on its side
	Mirrored bool // the first column is at the right, or the first row, if turned
	Upended  bool // the first row is at the bottom, or the first column, if turned
}

// orientations are Exif's, from 1.
var orientations = [...]Orientation{
	{}, {Mirrored: true}, {Mirrored: true, Upended: true}, {Upended: true},
	{Turned: true}, {Turned: true, Mirrored: true}, {Turned: true, Mirrored: true, Upended: true}, {Turned: true, Upended: true},
}

// Upright reports whether the pixels already lie as they are to be seen.
func (o Orientation) Upright() bool { return o == Orientation{} }

// Place is where the pixel in column x and row y of a picture of so many is seen.
func (o Orientation) Place(x, y, columns, rows int) (int, int) {
	if o.Turned {
		x, y, columns, rows = y, x, rows, columns
	}
	if o.Mirrored {
		x = columns - 1 - x
	}
	if o.Upended {
		y = rows - 1 - y
	}
	return x, y
}

// OrientationOf is that of a JPEG, by its Exif data. One without, or with broken
// ones, counts as upright: what a camera says beside a picture spoils none.
func OrientationOf(jpeg []byte) Orientation {
	tiff := exif(jpeg)
	if len(tiff) < 8 {
		return Orientation{}
	}
	var order binary.ByteOrder = binary.BigEndian
	switch string(tiff[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
	default:
		return Orientation{}
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return Orientation{}
	}
	const tag, short, perField = 274, 3, 12
	fields := tiff[at+2:]
	for n := order.Uint16(tiff[at:]); n > 0 && len(fields) >= perField; n-- {
		if order.Uint16(fields) == tag {
			v := order.Uint16(fields[8:])
			if order.Uint16(fields[2:]) == short && order.Uint32(fields[4:]) == 1 && v >= 1 && int(v) <= len(orientations) {
				return orientations[v-1]
			}
			return Orientation{}
		}
		fields = fields[perField:]
	}
	return Orientation{}
}

// exif is the Exif data of a JPEG, in the form of a TIFF file. They stand in a
// segment before the pixels.
func exif(jpeg []byte) []byte {
	const start, scan, app1 = 0xD8, 0xDA, 0xE1
	if len(jpeg) < 2 || jpeg[0] != 0xFF || jpeg[1] != start {
		return nil
	}
	rest := jpeg[2:]
	for len(rest) >= 4 && rest[0] == 0xFF {
		if rest[1] == 0xFF { // fills up
			rest = rest[1:]
			continue
		}
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if rest[1] == scan || size < 4 || size > len(rest) {
			return nil
		}
		if data, found := bytes.CutPrefix(rest[4:size], []byte("Exif\x00\x00")); found && rest[1] == app1 {
			return data
		}
		rest = rest[size:]
	}
	return nil
}
