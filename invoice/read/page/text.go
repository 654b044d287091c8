package page

import (
	"math"
	"strings"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/norm"
)

// glyph is one character as it stands on a page.
type glyph struct {
	text     string
	box      box  // from one character's start to the next one's, if they touch
	x, y     int  // where it starts, on its baseline
	string   int  // the index of what it was drawn with
	parted   bool // pdfium sees a blank before it, though nobody typed one
	unmapped bool // its font doesn't tell what it is
}

// blank reports whether a glyph is a space.
func (g *glyph) blank() bool { return strings.TrimSpace(g.text) == "" }

// style is how a string of glyphs is drawn, all at once.
type style struct {
	size   int // in thousandths of a point
	angle  int // in degrees, clockwise from upright, 0 to 359
	bold   bool
	hidden bool
	colour uint32
	clip   box // what can be seen of it
}

// text are the characters of a page.
type text struct {
	glyphs  []glyph
	strings []style
	unknown int // characters that a font doesn't tell
}

// texts reads the characters of a page that is shown by m.
func (f *File) texts(p requests.Page, m matrix, whole box, done func() error) (*text, error) {
	loaded, err := f.instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p})
	if err != nil {
		return nil, err
	}
	defer f.instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	count, err := f.instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	if err != nil {
		return nil, err
	}
	r := &textReader{file: f, page: loaded.TextPage, shown: m, whole: whole, text: &text{}}
	if count.Count > maxChars {
		return nil, ErrText
	}
	for i := range count.Count {
		if i%1000 == 0 {
			if err := done(); err != nil {
				return nil, err
			}
		}
		if err := r.char(i); halted(err) {
			return nil, err
		}
	}
	r.forget()
	return r.text, nil
}

// textReader reads one character of a page after another.
type textReader struct {
	file                *File
	page                references.FPDF_TEXTPAGE
	shown               matrix
	whole               box
	text                *text
	high                rune // the first half of a character beyond the first plane
	gap                 bool // pdfium saw a blank
	unmapped            bool // the character's font doesn't tell what it is
	numbers, impossible int  // how many such there are, and how many that can't be characters
	// Of the string that is being read:
	now     matrix
	upright bool // it runs to the right, on the page and on paper
	lined   bool // rise is known
	rise    int  // from its baseline to its characters' lower edge
}

// char reads one character. An error is one of pdfium, and may be passed over:
// what has no place on the page isn't seen.
func (r *textReader) char(i int) error {
	p := r.file.instance
	code, err := p.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	if code.Unicode <= ' ' { // nothing else is ever generated
		generated, err := p.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.page, Index: i})
		if err != nil {
			return err
		}
		if generated.IsGenerated && code.Unicode != 0x2 {
			r.gap = true
			return nil
		}
	}
	got, err := p.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	if m := matrixOf(got.Matrix); m != r.now || len(r.text.strings) == 0 {
		if err := r.begin(i, m); err != nil {
			return err
		}
	}
	unmapped, err := p.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	if r.unmapped = unmapped.HasUnicodeMapError; r.unmapped {
		r.numbers++
		if code.Unicode < ' ' {
			r.impossible++
			code.Unicode = 0
		}
	}
	return r.place(i, r.character(rune(code.Unicode)))
}

// forget makes characters unknown that pdfium took a font's own numbers for.
// Fonts that tell nothing mostly number their glyphs in some order of theirs:
// among such numbers are some that no character has. Else they are the
// characters' own, as some programs write them.
func (r *textReader) forget() {
	const share = 20
	if r.impossible*share <= r.numbers {
		return
	}
	for i := range r.text.glyphs {
		if g := &r.text.glyphs[i]; g.unmapped && g.text != "\uFFFD" {
			g.text = "\uFFFD"
			r.text.unknown++
		}
	}
}

// character is what is read for a code. Half a character gives nothing.
func (r *textReader) character(c rune) string {
	high := r.high
	r.high = 0
	switch {
	case c == 0x2, c == 0xFFFE:
		return "-" // how pdfium marks a hyphen at a line's end
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.high = c
		return ""
	case utf16.IsSurrogate(c):
		return string(utf16.DecodeRune(high, c))
	case c == 0:
		r.text.unknown++
		return "\uFFFD"
	case c == '\t' || c == '\n' || c == '\r' || c == '\u00A0':
		return " "
	case c < 0x20 || c == '\u00AD' || c == '\u200B' || c == '\uFEFF':
		return ""
	case c >= 0xE000 && c <= 0xF8FF:
		r.text.unknown++
	case c >= 0x2E80 && c <= 0x2FDF, c >= 0xFB00 && c <= 0xFB06:
		return norm.NFKC.String(string(c)) // radicals for the characters they look like, ligatures
	case c >= 0xF900 && c <= 0xFAFF:
		return norm.NFC.String(string(c))
	}
	return string(c)
}

// place notes where a character stands.
func (r *textReader) place(i int, s string) error {
	if s == "" {
		return nil
	}
	g := glyph{text: s, string: len(r.text.strings) - 1, parted: r.gap, unmapped: r.unmapped}
	r.gap = false
	if done, err := r.onLine(i, &g); err != nil || done {
		return err
	}
	p := r.file.instance
	origin, err := p.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	x, y := r.shown.point(origin.X, origin.Y)
	g.x, g.y = milli(x), milli(y)
	if g.box, err = r.extent(i, &g); err != nil {
		return err
	}
	r.text.glyphs = append(r.text.glyphs, g)
	return nil
}

// onLine places a character on the line of the string that it goes on, by one
// question to pdfium instead of three: the box from its start to where the
// font says that the next one starts, whose lower edge tells the line.
func (r *textReader) onLine(i int, g *glyph) (bool, error) {
	s := &r.text.strings[g.string]
	if !r.upright {
		return false, nil
	}
	loose, err := r.file.instance.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.page, Index: i})
	if err != nil {
		return false, err
	}
	b := r.shown.boxOf(float64(loose.Rect.Left), float64(loose.Rect.Bottom), float64(loose.Rect.Right), float64(loose.Rect.Top))
	if b.width() <= s.size/20 || b.width() >= 2*s.size {
		return false, nil
	}
	if !r.lined {
		origin, err := r.file.instance.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.page, Index: i})
		if err != nil {
			return false, err
		}
		_, y := r.shown.point(origin.X, origin.Y)
		r.rise, r.lined = b.bottom-milli(y), true
	}
	g.x, g.y = b.left, b.bottom-r.rise
	g.box = box{b.left, g.y - s.size*4/5, b.right, g.y + s.size/5}
	r.text.glyphs = append(r.text.glyphs, *g)
	return true, nil
}

// extent is the box of a character that doesn't stand upright, or whose font
// doesn't tell its width: along its line what is seen of it, across it by the
// font's size.
func (r *textReader) extent(i int, g *glyph) (box, error) {
	p := r.file.instance
	s := &r.text.strings[g.string]
	up, down := s.size*4/5, s.size/5
	tight, err := p.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.page, Index: i})
	if err != nil {
		return box{}, err
	}
	b := r.shown.boxOf(tight.Left, tight.Bottom, tight.Right, tight.Top)
	switch s.angle {
	case 0:
		return box{min(b.left, g.x), g.y - up, max(b.right, g.x), g.y + down}, nil
	case 90:
		return box{g.x - down, min(b.top, g.y), g.x + up, max(b.bottom, g.y)}, nil
	case 180:
		return box{min(b.left, g.x), g.y - down, max(b.right, g.x), g.y + up}, nil
	case 270:
		return box{g.x - up, min(b.top, g.y), g.x + down, max(b.bottom, g.y)}, nil
	}
	return b, nil
}

// begin notes how a new string is drawn.
func (r *textReader) begin(i int, m matrix) error {
	p := r.file.instance
	size, err := p.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.page, Index: i})
	if err != nil {
		return err
	}
	s := style{clip: r.whole}
	dx, dy := r.shown.turn(m.a, m.b)
	s.angle = degrees(dx, dy)
	s.size = max(1, milli(size.FontSize*math.Hypot(m.c, m.d)))
	if colour, err := p.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: r.page, Index: i}); err == nil {
		s.colour = uint32(colour.R&255)<<16 | uint32(colour.G&255)<<8 | uint32(colour.B&255)
	}
	s.bold = r.bold(i)
	object, err := p.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: r.page, Index: i})
	if err == nil {
		r.object(&s, object.TextObject, m)
	}
	r.now, r.lined = m, false
	r.upright = s.angle == 0 && m.b == 0 && m.a > 0
	r.text.strings = append(r.text.strings, s)
	return nil
}

// object notes what is known of a string as an object of the page.
func (r *textReader) object(s *style, o references.FPDF_PAGEOBJECT, m matrix) {
	const fillAndStroke, invisible, onlyClip = 2, 3, 7
	if mode, err := r.file.instance.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o}); err == nil {
		s.bold = s.bold || mode.TextRenderMode == fillAndStroke // how bold Chinese is made of a font without
		s.hidden = mode.TextRenderMode == invisible || mode.TextRenderMode == onlyClip
	}
	own, err := r.file.instance.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return
	}
	back, ok := matrixOf(own.Matrix).inverse()
	if !ok {
		return
	}
	form := back.then(m) // the identity, but within a form
	s.clip = s.clip.meet(r.file.clip(o, form.then(r.shown), r.whole))
}

// bold reports whether a character's font is a bold one, by its name or weight.
func (r *textReader) bold(i int) bool {
	const forced = 1 << 18
	p := r.file.instance
	if info, err := p.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.page, Index: i}); err == nil {
		name := strings.ToLower(info.FontName)
		for _, word := range []string{"bold", "black", "heavy", "demi"} {
			if strings.Contains(name, word) {
				return true
			}
		}
		if info.Flags&forced != 0 {
			return true
		}
	}
	weight, err := p.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.page, Index: i})
	return err == nil && weight.FontWeight >= 700
}

// degrees is the direction of a line on the page, in whole degrees clockwise;
// what is nearly upright, as on a scan, is.
func degrees(dx, dy float64) int {
	const slant = 4
	a := int(math.Round(math.Atan2(dy, dx)*180/math.Pi)+360) % 360
	for _, straight := range []int{0, 90, 180, 270, 360} {
		if a >= straight-slant && a <= straight+slant {
			return straight % 360
		}
	}
	return a
}
