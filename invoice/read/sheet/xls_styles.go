package sheet

import "unicode/utf16"

// readStrings reads the texts that cells share.
func (x *xls) readStrings(r record) error {
	count := int(r.u32(4))
	if count < 0 || count > maxStrings {
		return tooLarge("more than %d texts", maxStrings)
	}
	t := newTexts(r, 8)
	for range count {
		text, ok := t.text(t.u16(), false)
		if !ok {
			return damaged("its texts break off")
		}
		x.strings = append(x.strings, x.rich(text))
	}
	return nil
}

// rich cuts a text into its runs. Fonts are read before texts.
func (x *xls) rich(t xlsText) richText {
	rich := richText{text: unescapeLines(t.text)}
	if len(t.runs) == 0 || x.spent.runs+len(t.runs) > maxRuns {
		return rich
	}
	x.spent.runs += len(t.runs)
	cut := func(from, to int, font *Font) {
		if from < to {
			rich.runs = append(rich.runs, Run{unescapeLines(string(utf16.Decode(t.units[from:to]))), font})
		}
	}
	at := min(t.runs[0].at, len(t.units))
	cut(0, at, nil)
	for i, run := range t.runs {
		end := len(t.units)
		if i+1 < len(t.runs) {
			end = max(at, min(t.runs[i+1].at, end))
		}
		cut(at, end, x.fontAt(run.font))
		at = end
	}
	return rich
}

// fontAt is the font of a number; number 4 was never given to any.
func (x *xls) fontAt(i int) *Font {
	if i > 4 {
		i--
	}
	if i < 0 || i >= len(x.fonts) {
		return nil
	}
	return &x.fonts[i]
}

func (x *xls) addFont(r record) error {
	if len(x.fonts) == maxStyles {
		return tooLarge("more than %d fonts", maxStyles)
	}
	f := Font{
		Size: r.u16(0) * 50, Italic: r.u16(2)&2 != 0, Strike: r.u16(2)&8 != 0, Bold: r.u16(6) >= 600,
		Color: indexed(x.palette, r.u16(4)),
	}
	switch r.u16(8) {
	case 1:
		f.Raise = "superscript"
	case 2:
		f.Raise = "subscript"
	}
	switch r.u8(10) {
	case 1:
		f.Underline = "single"
	case 2:
		f.Underline = "double"
	case 0x21:
		f.Underline = "singleAccounting"
	case 0x22:
		f.Underline = "doubleAccounting"
	}
	t := newTexts(r, 14)
	if name, ok := t.text(t.u8(), true); ok {
		f.Name = name.text
	}
	x.fonts = append(x.fonts, f)
	return nil
}

func (x *xls) addPalette(r record) {
	x.palette = append([]Color(nil), defaultPalette()...)
	for i := range min(r.u16(0), 56) {
		x.palette[8+i] = Color{uint8(r.u8(2 + 4*i)), uint8(r.u8(3 + 4*i)), uint8(r.u8(4 + 4*i)), true}
	}
}

func defaultPalette() []Color {
	all := make([]Color, 64)
	for i := range all {
		all[i] = indexed(nil, i)
	}
	return all
}

var (
	acrossNames  = [8]string{"", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed"}
	alongNames   = [8]string{"top", "center", "", "justify", "distributed"}
	lineNames    = [16]string{"", "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot", "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot"}
	patternNames = [64]string{"", "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical", "darkDown", "darkUp", "darkGrid", "darkTrellis",
		"lightHorizontal", "lightVertical", "lightDown", "lightUp", "lightGrid", "lightTrellis", "gray125", "gray0625"}
)

func (x *xls) addStyle(r record) error {
	if len(x.styles) == maxStyles {
		return tooLarge("more than %d styles", maxStyles)
	}
	s := &Style{}
	if f := x.fontAt(r.u16(0)); f != nil {
		s.Font = *f
	}
	s.Format = formatCode(x.codes, r.u16(2))
	s.Across, s.Along = acrossNames[r.u8(6)&7], alongNames[r.u8(6)>>4&7]
	s.Wrap, s.Turn = r.u8(6)&8 != 0, r.u8(7)
	s.Indent, s.Shrink = r.u8(8)&15, r.u8(8)&16 != 0
	lines, colors, fill := r.u32(10), r.u32(14), r.u16(18)
	side := func(line, color uint32) Side {
		if lineNames[line&15] == "" {
			return Side{}
		}
		return Side{lineNames[line&15], indexed(x.palette, int(color&127))}
	}
	s.Left, s.Right = side(lines, lines>>16), side(lines>>4, lines>>23)
	s.Top, s.Bottom = side(lines>>8, colors), side(lines>>12, colors>>7)
	diagonal := side(colors>>21, colors>>14)
	if lines>>30&1 != 0 {
		s.Down = diagonal
	}
	if lines>>31 != 0 {
		s.Up = diagonal
	}
	if s.Fill.Pattern = patternNames[colors>>26]; s.Fill.Pattern != "" {
		s.Fill.Front, s.Fill.Back = indexed(x.palette, fill&127), indexed(x.palette, fill>>7&127)
	}
	x.styles = append(x.styles, s)
	return nil
}

// settleStyles resolves what may stand after the styles in the file.
func (x *xls) settleStyles() error {
	for _, s := range x.styles {
		s.format = x.format(s.Format)
	}
	if len(x.styles) == 0 {
		x.styles = []*Style{{Format: "General", format: x.format("General")}}
	}
	return nil
}

func (x *xls) style(i int) *Style {
	if i < 0 || i >= len(x.styles) {
		return x.styles[0]
	}
	return x.styles[i]
}
