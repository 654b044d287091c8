package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"yipiao/invoice/text"
)

// cut is a font cut down to the characters that one document draws. Its glyphs
// are numbered by character, not by the font's own glyph: where a font draws
// several characters alike, a reader must still tell them apart.
type cut struct {
	font   *text.Font
	ascii  [128]uint16     // new glyph of a character, 0 if not yet used
	others map[rune]uint16 // likewise
	source []int           // new glyph → the font's own
	moved  []int16         // how far each glyph's left edge went when it was set on the grid
	lacks  []rune          // characters asked for that the font can't draw
	chars  []rune          // new glyph → character; shorter than source by the parts of composed glyphs
}

var errTooMany = errors.New("a document can't hold more than 65,534 different characters of a font")

func newCut(f *text.Font) *cut {
	return &cut{font: f, others: map[rune]uint16{}, source: []int{0}, chars: []rune{0}}
}

// glyph is the new glyph of r, which the font must have.
func (c *cut) glyph(r rune) uint16 {
	if r < 128 {
		if g := c.ascii[r]; g != 0 {
			return g
		}
		g := c.take(r)
		c.ascii[r] = g
		return g
	}
	g, ok := c.others[r]
	if !ok {
		g = c.take(r)
		c.others[r] = g
	}
	return g
}

func (c *cut) take(r rune) uint16 {
	g := c.font.Glyph(r)
	if g == 0 || text.Undrawable(r) {
		c.lacks = append(c.lacks, r)
	}
	c.source = append(c.source, g)
	c.chars = append(c.chars, r)
	return uint16(len(c.source) - 1)
}

// tables in the order that a font file wants them: by tag. Those of instructions
// are left out, since outlines have none any more.
var tables = [...]string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}

// file is the cut font as a TrueType file, in memory of o.
func (c *cut) file(o *objects) ([]byte, error) {
	glyf, offsets, err := c.outlines(o.glyf[:0])
	if err != nil {
		return nil, err
	}
	n := len(c.source)
	hmtx := make([]byte, 0, 4*n)
	for i, g := range c.source {
		advance, bearing := c.font.Metrics(g)
		hmtx = binary.BigEndian.AppendUint16(hmtx, advance)
		hmtx = binary.BigEndian.AppendUint16(hmtx, bearing+uint16(c.moved[i]))
	}
	head := append([]byte(nil), c.font.Table("head")...)
	binary.BigEndian.PutUint32(head[8:], 0) // checkSumAdjustment, set below
	binary.BigEndian.PutUint16(head[50:], 0)
	if len(glyf) > longest {
		binary.BigEndian.PutUint16(head[50:], 1) // long offsets
	}
	hhea := append([]byte(nil), c.font.Table("hhea")...)
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	maxp := append([]byte(nil), c.font.Table("maxp")...)
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	o.glyf = glyf
	o.font = assemble(o.font[:0], map[string][]byte{"glyf": glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": locations(offsets), "maxp": maxp})
	return o.font, nil
}

// outlines appends to glyf the glyphs used, and after them the parts of those that are
// composed, whose numbers it replaces.
func (c *cut) outlines(glyf []byte) (_ []byte, offsets []int, err error) {
	if len(c.source) > 0xFFFF {
		return nil, nil, errTooMany
	}
	var parts map[int]uint16 // made for the first composed glyph
	grid, o := griddedOf(c.font), outliner{}
	offsets = make([]int, 0, len(c.source)+1)
	for i := 0; i < len(c.source); i++ {
		offsets = append(offsets, len(glyf))
		outline, err := c.font.Outline(c.source[i])
		if err != nil {
			return nil, nil, err
		}
		moved := 0
		switch at := len(glyf); {
		case len(outline) == 0:
		case len(outline) < 10:
			err = errOutline
		case int16(binary.BigEndian.Uint16(outline)) >= 0:
			var made *griddedOutline
			if made, err = grid.outline(c.source[i], outline, &o); err == nil {
				glyf, moved = append(glyf, made.data...), made.moved
			}
		default:
			if parts == nil {
				parts = map[int]uint16{}
			}
			glyf = append(glyf, outline...)
			var used int
			used, err = c.renumber(glyf[at:], parts)
			glyf = glyf[:at+used]
		}
		if err != nil {
			return nil, nil, fmt.Errorf("font %s, glyph %d: %w", c.font.Name(), c.source[i], err)
		}
		c.moved = append(c.moved, int16(moved))
		if len(glyf)%2 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, append(offsets, len(glyf)), nil
}

// longest is the length of outlines that offsets of two bytes reach.
const longest = 2 * 0xFFFF

// locations is the table loca.
func locations(offsets []int) []byte {
	loca := make([]byte, 0, 4*len(offsets))
	for _, at := range offsets {
		if offsets[len(offsets)-1] > longest {
			loca = binary.BigEndian.AppendUint32(loca, uint32(at))
		} else {
			loca = binary.BigEndian.AppendUint16(loca, uint16(at/2))
		}
	}
	return loca
}

// Flags of a part of a composed glyph (OpenType, glyf).
const (
	wordArguments = 0x0001
	oneScale      = 0x0008
	moreParts     = 0x0020
	instructions  = 0x0100
	twoScales     = 0x0040
	matrix        = 0x0080
)

// renumber replaces the glyphs of a composed outline by new ones. Used is where
// the outline ends but for its instructions.
func (c *cut) renumber(outline []byte, parts map[int]uint16) (used int, err error) {
	for at := 10; ; {
		if at+4 > len(outline) {
			return 0, errOutline
		}
		flags := binary.BigEndian.Uint16(outline[at:])
		binary.BigEndian.PutUint16(outline[at:], flags&^instructions)
		source := int(binary.BigEndian.Uint16(outline[at+2:]))
		g, ok := parts[source]
		if !ok {
			if len(c.source) > 0xFFFE {
				return 0, errTooMany
			}
			g = uint16(len(c.source))
			c.source = append(c.source, source)
			parts[source] = g
		}
		binary.BigEndian.PutUint16(outline[at+2:], g)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if at > len(outline) {
			return 0, errOutline
		}
		if flags&moreParts == 0 {
			return at, nil
		}
	}
}

// assemble appends a TrueType file with right checksums.
func assemble(out []byte, contents map[string][]byte) []byte {
	n := 0
	size := 12
	for _, tag := range tables {
		if len(contents[tag]) > 0 {
			n++
			size += 16 + len(contents[tag]) + 3
		}
	}
	power := 1
	exponent := 0
	for power*2 <= n {
		power, exponent = power*2, exponent+1
	}
	out = append(slices.Grow(out, size), 0, 1, 0, 0)
	for _, v := range [...]int{n, 16 * power, exponent, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	for _, tag := range tables {
		t := contents[tag]
		if len(t) == 0 {
			continue
		}
		out = append(out, tag...)
		out = binary.BigEndian.AppendUint32(out, checksum(t))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	head := 0
	for _, tag := range tables {
		t := contents[tag]
		if tag == "head" {
			head = len(out)
		}
		out = append(out, t...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum is the sum of a table's 32-bit words, the last filled up with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}

// write writes the font's objects: a Type0 font whose codes are glyph numbers.
func (c *cut) write(o *objects, n ref) error {
	file, err := c.file(o)
	if err != nil {
		return err
	}
	fontFile, toUnicode := o.reserve(), o.reserve()
	o.stream(fontFile, "/Length1 "+strconv.Itoa(len(file)), file)
	o.stream(toUnicode, "", c.toUnicode())
	name := c.tag() + "+" + c.font.Name()
	f := c.font
	weight := "80"
	if f.Bold {
		weight = "140"
	}
	descriptor := o.add("<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/StemV " + weight +
		"/Ascent " + strconv.Itoa(f.Ascent) + "/Descent " + strconv.Itoa(f.Descent) + "/CapHeight " + strconv.Itoa(f.CapHeight) +
		"/FontBBox[" + strconv.Itoa(f.Box[0]) + " " + strconv.Itoa(f.Box[1]) + " " + strconv.Itoa(f.Box[2]) + " " + strconv.Itoa(f.Box[3]) +
		"]/FontFile2 " + fontFile.String() + ">>")
	descendant := o.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[" + c.advances() +
		"]/FontDescriptor " + descriptor.String() + ">>")
	o.put(n, []byte("<</Type/Font/Subtype/Type0/BaseFont/"+name+"/Encoding/Identity-H/DescendantFonts["+descendant.String()+
		"]/ToUnicode "+toUnicode.String()+">>"))
	return nil
}

// advances are the glyphs' widths, as /W has them, but for those of a whole em:
// /DW says theirs.
func (c *cut) advances() string {
	var b []byte
	open := false
	for g := range c.chars {
		width := c.font.Advance(c.source[g])
		switch {
		case width == wholeEm && open:
			b, open = append(b, ']'), false
		case width == wholeEm:
		case open:
			b = strconv.AppendInt(append(b, ' '), int64(width), 10)
		default:
			b = append(strconv.AppendInt(append(b, ' '), int64(g), 10), '[')
			b, open = strconv.AppendInt(b, int64(width), 10), true
		}
	}
	if open {
		b = append(b, ']')
	}
	return string(b)
}

const wholeEm = 1000

// tag is the six letters before a cut font's name, made from what was cut.
func (c *cut) tag() string {
	h := fnv.New64a()
	h.Write([]byte(c.font.Name()))
	var b [4]byte
	for _, r := range c.chars {
		binary.BigEndian.PutUint32(b[:], uint32(r))
		h.Write(b[:])
	}
	v := h.Sum64()
	var letters [6]byte
	for i := range letters {
		letters[i] = 'A' + byte(v%26)
		v /= 26
	}
	return string(letters[:])
}

// perRange is how many codes a range of a CMap may have: those with the same
// first byte.
const perRange = 256

// toUnicode is the CMap that tells each glyph's character (ISO 32000-1, 9.10.3).
func (c *cut) toUnicode() []byte {
	b := append(make([]byte, 0, 300+8*len(c.chars)), "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"...)
	for from := 1; from < len(c.chars); {
		to := min(from/perRange*perRange+perRange, len(c.chars))
		b = c.appendRange(b, from, to)
		from = to
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// appendRange writes the characters of the glyphs between two.
func (c *cut) appendRange(b []byte, from, to int) []byte {
	b = appendHex(append(b, "1 beginbfrange\n<"...), uint16(from))
	b = appendHex(append(b, "><"...), uint16(to-1))
	b = append(b, ">["...)
	for _, r := range c.chars[from:to] {
		b = append(b, '<')
		if first, second := utf16.EncodeRune(r); first != utf8.RuneError {
			b = appendHex(appendHex(b, uint16(first)), uint16(second))
		} else {
			b = appendHex(b, uint16(r))
		}
		b = append(b, '>')
	}
	return append(b, "]\nendbfrange\n"...)
}

func appendHex(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
