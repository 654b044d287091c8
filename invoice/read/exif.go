package read

import (
	"bytes"
	"encoding/binary"
)

// orientation is how a JPEG must be turned to be seen as it was photographed,
// by its EXIF data: 1 to 8, 1 for not at all.
func orientation(jpeg []byte) int {
	const startOfImage, startOfScan, app1 = 0xD8, 0xDA, 0xE1
	if !bytes.HasPrefix(jpeg, []byte{0xFF, startOfImage}) {
		return 1
	}
	for rest := jpeg[2:]; len(rest) >= 4 && rest[0] == 0xFF && rest[1] != startOfScan; {
		size := int(binary.BigEndian.Uint16(rest[2:]))
		if size < 2 || size+2 > len(rest) {
			break
		}
		if data, ok := bytes.CutPrefix(rest[4:size+2], []byte("Exif\x00\x00")); ok && rest[1] == app1 {
			return tiffOrientation(data)
		}
		rest = rest[size+2:]
	}
	return 1
}

// tiffOrientation is the entry 0x0112 of the first directory of TIFF data.
func tiffOrientation(data []byte) int {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(data, []byte("II")) {
		order = binary.LittleEndian
	}
	if len(data) < 8 {
		return 1
	}
	at := int(order.Uint32(data[4:]))
	if at < 8 || at+2 > len(data) {
		return 1
	}
	const entry, tag = 12, 0x0112
	for i := range int(order.Uint16(data[at:])) {
		e := at + 2 + i*entry
		if e+entry > len(data) {
			break
		}
		if order.Uint16(data[e:]) == tag {
			if o := int(order.Uint16(data[e+8:])); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 1
}
