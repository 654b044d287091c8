package pdf

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
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
	chars  []rune          // new glyph → character
	lacks  []rune          // characters asked for that the font can't draw
}

var errTooMany = errors.New("a document can't hold more than 65,534 different characters of a font")

// usual is how many characters of a font a document draws mostly.
const usual = 200

func newCut(f *text.Font) *cut {
	return &cut{font: f, others: make(map[rune]uint16, usual), source: append(make([]int, 0, usual), 0), chars: append(make([]rune, 0, usual), 0)}
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

// write writes the font's objects: a Type0 font whose codes are glyph numbers.
func (c *cut) write(o *objects, n ref) error {
	name := c.tag() + "+" + c.font.Name()
	program, err := c.program(o.font[:0], name)
	if err != nil {
		return err
	}
	o.font = program
	fontFile, toUnicode := o.reserve(), o.reserve()
	o.program(fontFile, "/Subtype/CIDFontType0C", program)
	o.stream(toUnicode, "", c.toUnicode())
	f := c.font
	weight := "80"
	if f.Bold {
		weight = "140"
	}
	descriptor := o.add("<</Type/FontDescriptor/FontName/" + name + "/Flags 4/ItalicAngle 0/StemV " + weight +
		"/Ascent " + strconv.Itoa(f.Ascent) + "/Descent " + strconv.Itoa(f.Descent) + "/CapHeight " + strconv.Itoa(f.CapHeight) +
		"/FontBBox[" + strconv.Itoa(f.Box[0]) + " " + strconv.Itoa(f.Box[1]) + " " + strconv.Itoa(f.Box[2]) + " " + strconv.Itoa(f.Box[3]) +
		"]/FontFile3 " + fontFile.String() + ">>")
	descendant := o.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/" + name +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[" + c.advances() +
		"]/FontDescriptor " + descriptor.String() + ">>")
	o.put(n, []byte("<</Type/Font/Subtype/Type0/BaseFont/"+name+"-Identity-H/Encoding/Identity-H/DescendantFonts["+descendant.String()+
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
