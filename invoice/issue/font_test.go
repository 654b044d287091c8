package issue

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yipiao/invoice/strict"
	"yipiao/invoice/text"
	"yipiao/templates/fonts"
)

const rareOrder = `yipiao: 1
number: R-1
date: 2026-03-18
currency: USD
seller: {name: 卖方}
buyer: {name: Buyer}
lines:
  - {description: 杯, quantity: 1, price: 1}
  - {description: 𠮷野杯, quantity: 1, price: 1}
`

// TestFontOfOnesOwn has a character that no built-in font has refused in every
// format before anything is written, and drawn with a font that has it.
func TestFontOfOnesOwn(t *testing.T) {
	dir := t.TempDir()
	file, out := filepath.Join(dir, "order.yaml"), filepath.Join(dir, "out")
	put(t, file, []byte(rareOrder))
	opt := Options{Out: out, Fonts: text.Standard(), Jobs: 1}
	for _, opt.Formats = range [][]Format{{PDF}, {XLSX}, {PDF, XLSX}} {
		r := result(t, file, opt)
		var faults strict.Errors
		if !errors.As(r.Err, &faults) || len(faults) != 1 || faults[0].Path != "lines[1].description" || faults[0].Pos.Line != 9 || !strings.Contains(faults[0].Message, "U+20BB7 𠮷") {
			t.Errorf("%v: error %v, want one of 𠮷 in lines[1].description", opt.Formats, r.Err)
		}
	}
	if made, _ := os.ReadDir(out); len(made) > 0 {
		t.Errorf("written in spite of it: %v", made)
	}
	own, err := text.ParseFont(sansWith('𠮷'))
	if err != nil {
		t.Fatal(err)
	}
	opt.Formats, opt.Fonts = []Format{PDF}, opt.Fonts.With(own)
	r := result(t, file, opt)
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	need(t, "pdftotext")
	pages, err := printed("pdftotext", "-raw", r.Made[0].Path, "-")
	if err != nil || !strings.Contains(strings.Join(pages, ""), "𠮷野杯") {
		t.Errorf("%v, read: %q", err, pages)
	}
}

func result(t *testing.T, file string, opt Options) (r Result) {
	t.Helper()
	if err := Run(context.Background(), []string{file}, opt, func(one Result) { r = one }); err != nil {
		t.Fatal(err)
	}
	return r
}

// sansWith is Noto Sans with one character, drawn as its 36th glyph.
func sansWith(r rune) []byte {
	put32 := binary.BigEndian.AppendUint32
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, v := range [...]uint32{28, 0, 1, uint32(r), uint32(r), 36} {
		cmap = put32(cmap, v)
	}
	font := slices.Clone(fonts.Sans)
	tables := int(binary.BigEndian.Uint16(font[4:]))
	for i := range tables {
		if e := font[12+16*i:]; string(e[:4]) == "cmap" {
			binary.BigEndian.PutUint32(e[8:], uint32(len(font)))
			binary.BigEndian.PutUint32(e[12:], uint32(len(cmap)))
		}
	}
	return append(font, cmap...)
}
