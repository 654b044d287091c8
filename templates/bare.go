package templates

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Bare is a PNG or JPEG without what it doesn't show: where and with what it was
// taken, remarks, small copies of itself, and whatever stands behind its end. Its
// pixels, their colours and how it lies stay as they are. What can't be taken apart
// is given back as it is.
func Bare(picture []byte) []byte {
	var bare []byte
	var ok bool
	switch {
	case bytes.HasPrefix(picture, []byte{0xFF, soi}):
		bare, ok = bareJPEG(picture)
	case bytes.HasPrefix(picture, []byte(pngSignature)):
		bare, ok = barePNG(picture)
	}
	if !ok || bytes.Equal(bare, picture) {
		return picture
	}
	return bare
}

// Markers of a JPEG (ITU-T T.81, table B.1).
const (
	soi, eoi, sos = 0xD8, 0xD9, 0xDA
	app0, app15   = 0xE0, 0xEF
	remark        = 0xFE
)

// bareJPEG keeps the segments that pixels and colours come from.
func bareJPEG(jpeg []byte) (bare []byte, ok bool) {
	bare = append(make([]byte, 0, len(jpeg)), jpeg[:2]...)
	bare = append(bare, lying(OrientationOf(jpeg))...)
	rest := jpeg[2:]
	for len(rest) >= 4 && rest[0] == 0xFF {
		marker := rest[1]
		switch {
		case marker == 0xFF: // fills up
			rest = rest[1:]
			continue
		case marker == eoi:
			return append(bare, rest[:2]...), true
		}
		size := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if size < 4 || size > len(rest) {
			return nil, false
		}
		if marker == sos {
			size += scanned(rest[size:])
		}
		bare = append(bare, shownOf(marker, rest[:size])...)
		rest = rest[size:]
	}
	if len(rest) >= 2 && rest[0] == 0xFF && rest[1] == eoi {
		return append(bare, rest[:2]...), true
	}
	return nil, false
}

// scanned is how many bytes of pixels stand before the next marker.
func scanned(data []byte) int {
	const restart0, restart7 = 0xD0, 0xD7
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xFF && next != 0 && next != 0xFF && (next < restart0 || next > restart7) {
			return i
		}
	}
	return len(data)
}

// shownOf is what a segment says of pixels and colours: of what programs add to a
// JPEG the density, the colours' profile and how they were turned, and no more.
func shownOf(marker byte, segment []byte) []byte {
	const jfif, thumbnail = "JFIF\x00", 16
	content := segment[4:]
	switch {
	case marker == remark:
		return nil
	case marker < app0 || marker > app15, bytes.HasPrefix(content, []byte("ICC_PROFILE\x00")), bytes.HasPrefix(content, []byte("Adobe")):
		return segment
	case bytes.HasPrefix(content, []byte(jfif)) && len(segment) >= thumbnail+2:
		return slices.Concat([]byte{0xFF, marker, 0, thumbnail}, segment[4:thumbnail], []byte{0, 0}) // without its small copy
	}
	return nil
}

// lying is a segment that says how a picture lies and nothing else; none for one
// that is upright.
func lying(o Orientation) []byte {
	if o.Upright() {
		return nil
	}
	number := byte(1 + slices.Index(orientations[:], o))
	return slices.Concat([]byte{0xFF, 0xE1, 0, 34}, []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), []byte{number, 0, 0, 0, 0, 0, 0})
}

const pngSignature = "\x89PNG\r\n\x1a\n"

// shownChunks are the chunks of a PNG that its pixels and colours come from (PNG
// specification, 4.7).
var shownChunks = map[string]bool{
	"IHDR": true, "PLTE": true, "IDAT": true, "IEND": true, "tRNS": true,
	"cHRM": true, "gAMA": true, "iCCP": true, "sBIT": true, "sRGB": true, "bKGD": true, "pHYs": true,
}

// barePNG keeps the chunks that pixels and colours come from.
func barePNG(png []byte) (bare []byte, ok bool) {
	const around = 12 // its length, name and check sum
	bare = append(make([]byte, 0, len(png)), pngSignature...)
	rest := png[len(pngSignature):]
	for len(rest) >= around {
		size := around + int64(binary.BigEndian.Uint32(rest))
		if size > int64(len(rest)) {
			return nil, false
		}
		name := string(rest[4:8])
		if shownChunks[name] {
			bare = append(bare, rest[:size]...)
		}
		if name == "IEND" {
			return bare, true
		}
		rest = rest[size:]
	}
	return nil, false
}
