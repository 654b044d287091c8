package text

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync/atomic"
)

// MaxFontBytes bounds a font file: the largest Chinese ones have 20 to 30 MB.
const MaxFontBytes = 64 << 20

// maxTables bounds a font's table directory; real fonts have some twenty.
const maxTables = 64

// Font is a TrueType font with glyf outlines. It reads the file's bytes in
// place and keeps no copy of them, so that parsing costs next to nothing; they
// mustn't change. A Font may be used by several goroutines.
type Font struct {
	// Bold tells a bold font by its weight class (600 and above).
	Bold bool
	// Metrics in thousandths of an em, as a PDF's font descriptor wants them.
	Ascent, Descent, CapHeight int
	// Box is the smallest rectangle around all glyphs, in thousandths of an em.
	Box [4]int

	name   string
	tables map[string][]byte
	units  int // in an em
	glyphs int
	widths int // entries of hmtx with an advance of their own
	long   bool
	loca   []byte
	glyf   []byte
	hmtx   []byte
	cmap   charmap

	pages [256]atomic.Pointer[glyphPage] // of the Basic Multilingual Plane, made when first needed
}

// glyphPage are the glyphs of 256 characters.
type glyphPage [256]glyphWidth

// glyphWidth is a glyph with its advance in thousandths of an em.
type glyphWidth struct{ glyph, width uint16 }

// ParseFont reads a TrueType font. It checks what it will rely on, and refuses
// outlines other than glyf (CFF), web fonts (WOFF) and collections.
func ParseFont(data []byte) (*Font, error) {
	tables, err := fontTables(data)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	for _, t := range [...]struct {
		tag string
		min int
	}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"cmap", 4}} {
		if len(tables[t.tag]) < t.min {
			return nil, fmt.Errorf("the font has no table %q, or a broken one", t.tag)
		}
	}
	if err := f.readHeads(); err != nil {
		return nil, err
	}
	f.cmap, err = findCharmap(tables["cmap"])
	if err != nil {
		return nil, err
	}
	return f, nil
}

// fontTables finds the tables of a font file.
func fontTables(data []byte) (map[string][]byte, error) {
	if len(data) > MaxFontBytes {
		return nil, fmt.Errorf("the font has %d MB, at most %d MB can be used", len(data)>>20, MaxFontBytes>>20)
	}
	if len(data) < 12 {
		return nil, errors.New("this is no font file: TrueType (.ttf) is wanted")
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO":
		return nil, errors.New("the font has CFF outlines (OpenType .otf): one with TrueType outlines (.ttf) is wanted")
	case "wOFF", "wOF2":
		return nil, errors.New("this is a web font (WOFF): its TrueType file (.ttf) is wanted")
	case "ttcf":
		return nil, errors.New("this is a collection of fonts (.ttc): a single TrueType font (.ttf) is wanted")
	default:
		return nil, errors.New("this is no font file: TrueType (.ttf) is wanted")
	}
	n := int(binary.BigEndian.Uint16(data[4:]))
	if n > maxTables || len(data) < 12+16*n {
		return nil, errors.New("the font's table directory is broken")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		e := data[12+16*i:]
		offset, length := int64(binary.BigEndian.Uint32(e[8:])), int64(binary.BigEndian.Uint32(e[12:]))
		if offset+length > int64(len(data)) {
			return nil, fmt.Errorf("the font's table %q reaches beyond its end", e[:4])
		}
		tables[string(e[:4])] = data[offset : offset+length : offset+length]
	}
	if tables["glyf"] == nil {
		return nil, errors.New("the font has no TrueType outlines (no table \"glyf\"): a TrueType font (.ttf) is wanted")
	}
	return tables, nil
}

// readHeads reads head, hhea, maxp and OS/2, and checks hmtx and loca by them.
func (f *Font) readHeads() error {
	u16 := func(table string, at int) int { return int(binary.BigEndian.Uint16(f.tables[table][at:])) }
	i16 := func(table string, at int) int { return int(int16(binary.BigEndian.Uint16(f.tables[table][at:]))) }
	f.units = u16("head", 18)
	if f.units < 16 || f.units > 16384 {
		return fmt.Errorf("the font counts %d units to the em, 16 to 16384 are right", f.units)
	}
	for i := range f.Box {
		f.Box[i] = f.scale(i16("head", 36+2*i))
	}
	f.long = u16("head", 50) != 0
	f.glyphs, f.widths = u16("maxp", 4), u16("hhea", 34)
	f.Ascent, f.Descent = f.scale(i16("hhea", 4)), f.scale(i16("hhea", 6))
	f.CapHeight = f.Ascent
	f.hmtx, f.loca, f.glyf = f.tables["hmtx"], f.tables["loca"], f.tables["glyf"]
	if f.widths == 0 || f.widths > f.glyphs || len(f.hmtx) < 4*f.widths+2*(f.glyphs-f.widths) {
		return errors.New("the font's table \"hmtx\" is too short")
	}
	entry := 2
	if f.long {
		entry = 4
	}
	if len(f.loca) < entry*(f.glyphs+1) {
		return errors.New("the font's table \"loca\" is too short")
	}
	if os2 := f.tables["OS/2"]; len(os2) >= 6 {
		f.Bold = u16("OS/2", 4) >= 600
		if len(os2) >= 90 && i16("OS/2", 88) > 0 {
			f.CapHeight = f.scale(i16("OS/2", 88))
		}
		if len(os2) >= 10 && u16("OS/2", 8)&0x0302 != 0 {
			return errors.New("the font's licence forbids embedding it, or parts of it, in a document (OS/2 fsType)")
		}
	}
	f.name = postScriptName(f.tables["name"])
	return nil
}

// scale turns font units into thousandths of an em.
func (f *Font) scale(v int) int {
	if f.units == 1000 {
		return v
	}
	if v < 0 {
		return -((-v*1000 + f.units/2) / f.units)
	}
	return (v*1000 + f.units/2) / f.units
}

// Name is the font's PostScript name.
func (f *Font) Name() string { return f.name }

// Table is one of the font's tables, nil if it has none of that tag.
func (f *Font) Table(tag string) []byte { return f.tables[tag] }

// Glyph is the glyph of r, 0 if the font has none.
func (f *Font) Glyph(r rune) int { return int(f.find(r).glyph) }

// Has reports whether the font can draw r.
func (f *Font) Has(r rune) bool { return f.Glyph(r) != 0 }

// Advance is a glyph's width in thousandths of an em.
func (f *Font) Advance(glyph int) int {
	glyph = min(glyph, f.widths-1)
	return f.scale(int(binary.BigEndian.Uint16(f.hmtx[4*glyph:])))
}

// Metrics is a glyph's entry in hmtx in the font's own units: its advance and
// left side bearing.
func (f *Font) Metrics(glyph int) (advance, bearing uint16) {
	if glyph >= f.widths {
		return binary.BigEndian.Uint16(f.hmtx[4*(f.widths-1):]),
			binary.BigEndian.Uint16(f.hmtx[4*f.widths+2*(glyph-f.widths):])
	}
	return binary.BigEndian.Uint16(f.hmtx[4*glyph:]), binary.BigEndian.Uint16(f.hmtx[4*glyph+2:])
}

// Units is how many units of the outlines an em has.
func (f *Font) Units() int { return f.units }

// Glyphs is the number of glyphs.
func (f *Font) Glyphs() int { return f.glyphs }

// Outline is a glyph's entry in glyf, empty for a blank one; an error if the
// font is broken there.
func (f *Font) Outline(glyph int) ([]byte, error) {
	if glyph < 0 || glyph >= f.glyphs {
		return nil, fmt.Errorf("font %s has no glyph %d", f.name, glyph)
	}
	var from, to int64
	if f.long {
		from, to = int64(binary.BigEndian.Uint32(f.loca[4*glyph:])), int64(binary.BigEndian.Uint32(f.loca[4*glyph+4:]))
	} else {
		from, to = 2*int64(binary.BigEndian.Uint16(f.loca[2*glyph:])), 2*int64(binary.BigEndian.Uint16(f.loca[2*glyph+2:]))
	}
	if from > to || to > int64(len(f.glyf)) {
		return nil, fmt.Errorf("font %s: the outline of glyph %d lies outside the file", f.name, glyph)
	}
	return f.glyf[from:to], nil
}

// find is the glyph of r and its width.
func (f *Font) find(r rune) glyphWidth {
	if uint32(r) > 0xFFFF {
		return f.lookUp(r)
	}
	p := f.pages[r>>8].Load()
	if p == nil {
		p = new(glyphPage)
		for i := range p {
			p[i] = f.lookUp(r&^0xFF + rune(i))
		}
		f.pages[r>>8].Store(p) // who comes second stores the same
	}
	return p[r&0xFF]
}

func (f *Font) lookUp(r rune) glyphWidth {
	g := f.cmap.glyph(r, f.glyphs)
	return glyphWidth{uint16(g), uint16(f.Advance(g))}
}

// width is the advance of r in thousandths of an em.
func (f *Font) width(r rune) int { return int(f.find(r).width) }

// postScriptName is name 6 of a name table, without what a PDF name can't hold.
func postScriptName(t []byte) string {
	const unnamed = "Unnamed"
	if len(t) < 6 {
		return unnamed
	}
	count, storage := int(binary.BigEndian.Uint16(t[2:])), int(binary.BigEndian.Uint16(t[4:]))
	for i := 0; i < count && 18+12*i <= len(t); i++ {
		e := t[6+12*i:]
		if binary.BigEndian.Uint16(e[6:]) != 6 {
			continue
		}
		from := storage + int(binary.BigEndian.Uint16(e[10:]))
		to := from + int(binary.BigEndian.Uint16(e[8:]))
		if to > len(t) {
			continue
		}
		var name []byte
		for _, b := range t[from:to] { // UTF-16 or ASCII: the letters are the same
			if b == '-' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' {
				name = append(name, b)
			}
		}
		if len(name) > 0 && len(name) <= 63 {
			return string(name)
		}
	}
	return unnamed
}
