package pdf

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"strconv"
)

// program appends the cut font as a CID-keyed font program in the Compact Font
// Format (Adobe Technical Note 5176), whose CIDs are the glyphs' numbers.
func (c *cut) program(b []byte, name string) ([]byte, error) {
	n := len(c.source)
	if n > 0xFFFF {
		return nil, errTooMany
	}
	glyphs := charstringsOf(c.font)
	b = append(b, 1, 0, 4, 4) // version 1.0, a head of 4 bytes, offsets of 4
	b = appendIndex(b, []byte(name))
	top := len(b)
	b = appendIndex(b, c.top(glyphs.perEm, places{}))
	b = appendIndex(b, []byte("Adobe"), []byte("Identity"))
	b = appendIndex(b) // subroutines
	var at places
	at.charset = len(b)
	b = binary.BigEndian.AppendUint16(append(b, 2, 0, 1), uint16(n-2)) // from CID 1 on
	at.selection = len(b)
	b = binary.BigEndian.AppendUint16(append(b, 3, 0, 1, 0, 0, 0), uint16(n)) // font 0 for all
	at.private = len(b)
	b = append(appendCFF(b, glyphs.perEm), 20) // defaultWidthX
	private := len(b) - at.private
	at.fonts = len(b)
	b = appendIndex(b, append(appendOffset(appendOffset(nil, private), at.private), 18)) // Private
	at.glyphs = len(b)
	all, err := c.charstrings(glyphs)
	if err != nil {
		return nil, err
	}
	b = appendIndex(b, all...)
	appendIndex(b[:top], c.top(glyphs.perEm, at)) // over the one without places
	return b, nil
}

// places are where the parts of a font program begin.
type places struct{ charset, selection, private, fonts, glyphs int }

// top is the dictionary of the whole font. Its length doesn't depend on the
// places.
func (c *cut) top(perEm int, at places) []byte {
	b := appendCFF(appendCFF(appendCFF(nil, 391), 392), 0) // Adobe, Identity, 0
	b = append(b, 12, 30)                                  // ROS
	b = append(appendOffset(b, at.charset), 15)            // charset
	b = appendMatrix(b, perEm)
	for _, v := range c.font.Box {
		b = appendCFF(b, v*perEm/wholeEm)
	}
	b = append(b, 5)                                  // FontBBox
	b = append(appendCFF(b, len(c.source)), 12, 34)   // CIDCount
	b = append(appendOffset(b, at.selection), 12, 37) // FDSelect
	b = append(appendOffset(b, at.glyphs), 17)        // CharStrings
	return append(appendOffset(b, at.fonts), 12, 36)  // FDArray
}

// appendMatrix says how large the units are.
func appendMatrix(b []byte, perEm int) []byte {
	unit := appendReal(nil, strconv.FormatFloat(1/float64(perEm), 'f', -1, 64)[1:])
	b = appendCFF(appendCFF(append(b, unit...), 0), 0)
	return append(appendCFF(appendCFF(append(b, unit...), 0), 0), 12, 7)
}

// charstrings are those of all glyphs.
func (c *cut) charstrings(glyphs *charstrings) ([][]byte, error) {
	all := make([][]byte, len(c.source))
	for i, g := range c.source {
		s, err := glyphs.of(g)
		if err != nil {
			return nil, fmt.Errorf("font %s, glyph %d: %w", c.font.Name(), g, err)
		}
		all[i] = s
	}
	return all, nil
}

// appendIndex writes an index: objects that are found by their numbers.
func appendIndex(b []byte, objects ...[]byte) []byte {
	b = binary.BigEndian.AppendUint16(b, uint16(len(objects)))
	if len(objects) == 0 {
		return b
	}
	end := 1 // offsets count from 1
	for _, o := range objects {
		end += len(o)
	}
	size := (bits.Len(uint(end)) + 7) / 8
	b = append(b, byte(size))
	at := 1
	for i := range len(objects) + 1 {
		for k := size - 1; k >= 0; k-- {
			b = append(b, byte(at>>(8*k)))
		}
		if i < len(objects) {
			at += len(objects[i])
		}
	}
	for _, o := range objects {
		b = append(b, o...)
	}
	return b
}

// appendOffset writes a number always as long.
func appendOffset(b []byte, v int) []byte {
	return binary.BigEndian.AppendUint32(append(b, 29), uint32(v))
}

// appendReal writes a decimal number of a dictionary: two digits a byte.
func appendReal(b []byte, digits string) []byte {
	b = append(b, 30)
	nibbles := []byte{}
	for i := range len(digits) {
		if d := digits[i]; d == '.' {
			nibbles = append(nibbles, 0xA)
		} else {
			nibbles = append(nibbles, d-'0')
		}
	}
	nibbles = append(nibbles, 0xF)
	if len(nibbles)%2 != 0 {
		nibbles = append(nibbles, 0xF)
	}
	for i := 0; i < len(nibbles); i += 2 {
		b = append(b, nibbles[i]<<4|nibbles[i+1])
	}
	return b
}
