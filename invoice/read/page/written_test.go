package page

import (
	"bytes"
	"fmt"
)

// sheetOf are the parts of a PDF of one page that a test writes by hand.
type sheetOf struct {
	content string
	page    string            // further entries of the page
	fonts   string            // further fonts
	objects map[string]string // further XObjects by name: dictionary entries and stream, parted by a line
}

// Fonts of a hand-written PDF: F1 and F2 Helvetica, F3 Chinese by a predefined
// CMap, in UTF-16.
const handFonts = `/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>` +
	`/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>` +
	`/F3<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[` +
	`<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>/DW 1000` +
	`/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>`

// pdf writes the file.
func (s sheetOf) pdf() []byte {
	page := s.page
	if page == "" {
		page = "/MediaBox[0 0 600 400]"
	}
	var named bytes.Buffer
	var extra []string
	for name, o := range s.objects {
		fmt.Fprintf(&named, "/%s %d 0 R", name, 5+len(extra))
		head, stream, _ := bytes.Cut([]byte(o), []byte("\n"))
		extra = append(extra, fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", head, len(stream), stream))
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R" + page + "/Resources<</Font<<" + handFonts + s.fonts + ">>/XObject<<" + named.String() + ">>>>/Contents 4 0 R>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(s.content), s.content),
	}
	return written(append(objects, extra...))
}

// written numbers objects from 1 on and puts the rest of a PDF around them.
func written(objects []string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// han writes Chinese as a hexadecimal string of F3.
func han(s string) string {
	var b bytes.Buffer
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return "<" + b.String() + ">"
}
