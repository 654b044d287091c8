package text

import (
	"encoding/binary"
	"errors"
	"sort"
)

// charmap is a font's cmap subtable of format 12, or 4, looked up in place.
type charmap struct {
	groups   []byte // format 12: 12 bytes each
	segments []byte // format 4: its four arrays
	count    int    // of groups or segments
}

// findCharmap takes the richest Unicode subtable that can be read: format 12
// before 4.
func findCharmap(cmap []byte) (charmap, error) {
	var best charmap
	n := int(binary.BigEndian.Uint16(cmap[2:]))
	for i := 0; i < n && 4+8*(i+1) <= len(cmap); i++ {
		e := cmap[4+8*i:]
		platform, encoding := binary.BigEndian.Uint16(e), binary.BigEndian.Uint16(e[2:])
		unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10)
		offset := int64(binary.BigEndian.Uint32(e[4:]))
		if !unicode || offset+16 > int64(len(cmap)) {
			continue
		}
		t := cmap[offset:]
		switch binary.BigEndian.Uint16(t) {
		case 12:
			count := int64(binary.BigEndian.Uint32(t[12:]))
			if 16+12*count <= int64(len(t)) {
				return charmap{groups: t[16 : 16+12*count], count: int(count)}, nil
			}
		case 4:
			count := int(binary.BigEndian.Uint16(t[6:])) / 2
			if best.count == 0 && 16+8*count <= len(t) {
				best = charmap{segments: t, count: count}
			}
		}
	}
	if best.count == 0 {
		return best, errors.New("the font has no table of Unicode characters (cmap format 4 or 12)")
	}
	return best, nil
}

// glyph finds r's glyph, 0 if there is none below limit.
func (c charmap) glyph(r rune, limit int) int {
	g := 0
	if c.groups != nil {
		g = c.inGroups(uint32(r))
	} else if uint32(r) <= 0xFFFF {
		g = c.inSegments(int(r))
	}
	if g >= limit {
		return 0
	}
	return g
}

func (c charmap) inGroups(r uint32) int {
	low, high := 0, c.count
	for low < high {
		mid := int(uint(low+high) >> 1)
		if binary.BigEndian.Uint32(c.groups[12*mid+4:]) < r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == c.count {
		return 0
	}
	g := c.groups[12*low:]
	first := binary.BigEndian.Uint32(g)
	if r < first {
		return 0
	}
	return int(min(uint64(binary.BigEndian.Uint32(g[8:]))+uint64(r-first), 1<<31-1))
}

// inSegments follows the OpenType specification of format 4: arrays of end
// codes, start codes, deltas and range offsets, then glyph ids.
func (c charmap) inSegments(r int) int {
	t, n := c.segments, c.count
	at := func(i int) int { return int(binary.BigEndian.Uint16(t[i:])) }
	i := sort.Search(n, func(i int) bool { return at(14+2*i) >= r })
	if i == n {
		return 0
	}
	start, delta, offset := at(16+2*n+2*i), at(16+4*n+2*i), at(16+6*n+2*i)
	if r < start {
		return 0
	}
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	p := 16 + 6*n + 2*i + offset + 2*(r-start)
	if p+2 > len(t) || at(p) == 0 {
		return 0
	}
	return (at(p) + delta) & 0xFFFF
}
