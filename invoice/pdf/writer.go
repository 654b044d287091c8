package pdf

import (
	"io"
	"slices"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"yipiao/invoice/text"
)

// Colour is red, green and blue.
type Colour struct{ R, G, B uint8 }

// Info is what a file says about itself, in its properties and its XMP alike.
type Info struct {
	Title   string
	Author  string
	Lang    string    // of whatever isn't marked otherwise: zh-CN, en
	Created time.Time // by the document's date, never the clock
}

// Writer draws a tagged PDF/A-3a. Lengths are thousandths of a point, y counts
// from the page's top. What is drawn belongs to the structure element begun
// last; rules and fills, and what stands between Artifact and End, to none.
//
// fpdf composes the pages and draws rules and fills, which lie under all else;
// texts are written as raw operators with fonts cut by this package, and Close
// writes the file.
type Writer struct {
	info Info
	obj  *objects
	page *fpdf.Fpdf

	pages   []pageState
	current int // page drawn on, from 0
	shift   int // fpdf counts from the top of the page added last; others may be higher
	ops     []byte
	ruling  bool    // an artifact of rules is open in fpdf's page
	fill    *Colour // of fpdf's page, nil if it isn't set
	stroke  *ruler  // likewise

	// graphics state within ops
	font     *cut
	size     int
	colour   Colour
	coloured bool // colour is set on this page
	inText   bool
	x, y     int // of the last text, in hundredths of a point

	cuts  map[*text.Font]*cut
	fonts []*cut // F1, F2 … in the order of first use
	names map[*cut]string

	images   []*Picture
	imageRef map[*Picture]string

	tree  structure
	links []link
	files []Attachment
}

// pageState is what Close needs to know of a page.
type pageState struct {
	ref           ref
	width, height int
	texts         []byte // operators, but for those of rules and fills
	marks         []ref  // the element of each marked-content ID
	links         []ref  // annotations
}

// NewWriter begins a file.
func NewWriter(info Info) *Writer {
	p := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	p.SetCompression(false)
	p.SetAutoPageBreak(false, 0)
	p.SetCreationDate(info.Created)
	p.SetModificationDate(info.Created)
	w := &Writer{info: info, obj: newObjects(), page: p, cuts: map[*text.Font]*cut{}, names: map[*cut]string{},
		imageRef: map[*Picture]string{}}
	w.tree.root = w.obj.reserve()
	w.ops = w.obj.ops[:0]
	return w
}

// AddPage begins a page, which is drawn on from now.
func (w *Writer) AddPage(width, height int) {
	w.leavePage()
	w.page.AddPageFormat("P", fpdf.SizeType{Wd: toPoints(width), Ht: toPoints(height)})
	w.pages = append(w.pages, pageState{ref: w.obj.reserve(), width: width, height: height})
	w.current, w.shift = len(w.pages)-1, 0
}

// Pages is the number of pages so far.
func (w *Writer) Pages() int { return len(w.pages) }

// SetPage goes back to page n, from 0, to add what is known late: "page x of y".
// No page can be added after it.
func (w *Writer) SetPage(n int) {
	w.leavePage()
	w.page.SetPage(n + 1)
	w.current, w.shift = n, w.pages[len(w.pages)-1].height-w.pages[n].height
}

// leavePage keeps the page's texts.
func (w *Writer) leavePage() {
	w.endText()
	w.unmark()
	if w.ruling {
		w.page.RawWriteStr("EMC")
		w.ruling = false
	}
	if len(w.ops) > 0 {
		p := &w.pages[w.current]
		p.texts = append(p.texts, w.ops...)
		w.ops = w.ops[:0]
	}
	w.font, w.coloured = nil, false
	w.fill, w.stroke = nil, nil
}

// toPoints is for fpdf, which rounds to hundredths of a point when it writes.
func toPoints(v int) float64 { return float64(hundredths(v)) / 100 }

// Fill paints a rectangle.
func (w *Writer) Fill(x, y, width, height int, c Colour) {
	w.rule()
	if w.fill == nil || *w.fill != c {
		w.page.SetFillColor(int(c.R), int(c.G), int(c.B))
		w.fill = &c
	}
	w.page.Rect(toPoints(x), toPoints(y+w.shift), toPoints(width), toPoints(height), "F")
}

// Rule draws a straight line.
func (w *Writer) Rule(x1, y1, x2, y2, thickness int, c Colour) {
	w.rule()
	if r := (ruler{thickness, c}); w.stroke == nil || *w.stroke != r {
		w.page.SetDrawColor(int(c.R), int(c.G), int(c.B))
		w.page.SetLineWidth(toPoints(thickness))
		w.stroke = &r
	}
	w.page.Line(toPoints(x1), toPoints(y1+w.shift), toPoints(x2), toPoints(y2+w.shift))
}

func (w *Writer) rule() {
	if !w.ruling {
		w.page.RawWriteStr("/Artifact BMC")
		w.ruling = true
	}
}

// Text draws one line of text from x on the baseline y. Every character must be
// one that the face has (text.Set.Missing).
func (w *Writer) Text(x, y int, s string, face *text.Face, size int, c Colour) {
	if s == "" {
		return
	}
	if !w.inText {
		w.unmark()
		w.ops = append(w.ops, "BT\n"...)
		w.inText, w.x, w.y = true, 0, 0
	}
	w.mark()
	if !w.coloured || c != w.colour {
		w.colour, w.coloured = c, true
		w.ops = appendColour(w.ops, c)
	}
	toX, toY := hundredths(x), hundredths(w.pages[w.current].height-y)
	w.ops = append(appendHundredths(w.ops, toX-w.x), ' ')
	w.ops = append(appendHundredths(w.ops, toY-w.y), " Td"...)
	w.x, w.y = toX, toY
	face.Runs(s, func(r text.Run) { w.run(r.Text, w.cutOf(face.Fonts[r.Font]), size) })
}

// run shows a text in one font, where the last one ended.
func (w *Writer) run(s string, c *cut, size int) {
	if c != w.font || size != w.size {
		w.font, w.size = c, size
		w.ops = append(append(w.ops, '/'), w.names[c]...)
		w.ops = append(appendPoints(append(w.ops, ' '), size), " Tf"...)
	}
	w.ops = append(w.ops, '(')
	for _, r := range s {
		if r == '\t' {
			r = ' '
		}
		g := c.glyph(r)
		w.ops = appendEscapedByte(appendEscapedByte(w.ops, byte(g>>8)), byte(g))
	}
	w.ops = append(w.ops, ")Tj\n"...)
}

func (w *Writer) cutOf(f *text.Font) *cut {
	c := w.cuts[f]
	if c == nil {
		c = newCut(f)
		w.cuts[f] = c
		w.fonts = append(w.fonts, c)
		w.names[c] = "F" + itoa(len(w.fonts))
	}
	return c
}

// appendColour sets the colour of texts.
func appendColour(b []byte, c Colour) []byte {
	channel := func(b []byte, v uint8) []byte { // in thousandths
		n := (int(v)*1000 + 127) / 255
		if n == 1000 {
			return append(b, '1', ' ')
		}
		return append(b, '.', byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10), ' ')
	}
	if c.R == c.G && c.G == c.B {
		return append(channel(b, c.R), "g\n"...)
	}
	return append(channel(channel(channel(b, c.R), c.G), c.B), "rg\n"...)
}

// endText closes the text object that is open. Marked content ends before it:
// the two mustn't overlap.
func (w *Writer) endText() {
	if w.inText {
		w.unmark()
		w.ops = append(w.ops, "ET\n"...)
		w.inText = false
	}
}

// Image draws a picture into a rectangle.
func (w *Writer) Image(p *Picture, x, y, width, height int) {
	w.ImagePart(p, x, y, width, height, x, y, width, height)
}

// ImagePart draws that part of a picture which lies in the second rectangle.
func (w *Writer) ImagePart(p *Picture, x, y, width, height, partX, partY, partWidth, partHeight int) {
	w.endText()
	w.mark()
	paper := w.pages[w.current].height
	w.ops = append(w.ops, "q "...)
	if partX != x || partY != y || partWidth != width || partHeight != height {
		w.ops = appendNumbers(w.ops, partX, paper-partY-partHeight, partWidth, partHeight)
		w.ops = append(w.ops, "re W n "...)
	}
	m := p.matrix(x, paper-y-height, width, height)
	w.ops = appendNumbers(w.ops, m[:]...)
	w.ops = append(w.ops, "cm /"...)
	w.ops = append(w.ops, w.nameOf(p)...)
	w.ops = append(w.ops, " Do Q\n"...)
}

func appendNumbers(b []byte, thousandths ...int) []byte {
	for _, v := range thousandths {
		b = append(appendPoints(b, v), ' ')
	}
	return b
}

func (w *Writer) nameOf(p *Picture) string {
	name := w.imageRef[p]
	if name == "" {
		w.images = append(w.images, p)
		name = "I" + itoa(len(w.images))
		w.imageRef[p] = name
	}
	return name
}

// Missing are the characters drawn so far that no font has, each once.
func (w *Writer) Missing() []rune {
	var all []rune
	for _, c := range w.fonts {
		for _, r := range c.lacks {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// Attach adds a file to the document.
func (w *Writer) Attach(a Attachment) { w.files = append(w.files, a) }

// Close writes the file. The Writer can't be used any more.
func (w *Writer) Close(out io.Writer) error {
	w.leavePage()
	for len(w.tree.open) > 0 {
		w.End()
	}
	w.page.SetPage(len(w.pages)) // fpdf writes as many pages as it stands on
	var composed composedFile
	if err := w.page.Output(&composed); err != nil {
		return err
	}
	file, err := w.finish(composed)
	if err != nil {
		return err
	}
	_, err = out.Write(file)
	w.obj.ops = w.ops
	w.obj.release()
	w.obj = nil
	return err
}
