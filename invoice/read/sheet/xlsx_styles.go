package sheet

import "bytes"

// looks is a style in the making: its parts by their numbers.
type looks struct {
	codes map[int]string
	fonts []Font
	fills []Fill
	sides [][6]Side // left, right, top, bottom, diagonal up, diagonal down
}

// readStyles reads how cells may look.
func (x *xlsx) readStyles(path string) error {
	l := &looks{codes: map[int]string{}}
	m, err := x.markup(path)
	if err != nil {
		return err
	}
	if m != nil {
		if err := x.readPalette(*m); err != nil {
			return err
		}
		err = m.each(func(tag) error {
			return m.each(func(t tag) error { return x.styleTable(m, t, l) })
		})
	}
	if err == nil && len(x.styles) == 0 {
		x.styles = []*Style{{Format: "General", format: x.format("General"), Font: Font{Name: "Calibri", Size: 11000}}}
	}
	x.book.Digit = digitWidth(l)
	return err
}

// readPalette looks ahead for the file's own colours, which stand behind the
// fonts that refer to them.
func (x *xlsx) readPalette(m markup) error {
	if !bytes.Contains(m.data, []byte("indexedColors")) {
		return nil
	}
	return m.each(func(tag) error {
		return m.each(func(t tag) error {
			if t.name != "colors" {
				return nil
			}
			return m.each(func(t tag) error {
				if t.name != "indexedColors" {
					return nil
				}
				return m.each(func(t tag) error {
					if len(x.palette) < 64 {
						x.palette = append(x.palette, parseColor(t.attribute("rgb")))
					}
					return nil
				})
			})
		})
	})
}

func (x *xlsx) styleTable(m *markup, t tag, l *looks) error {
	count := 0
	return m.each(func(t2 tag) error {
		if count++; count > maxStyles {
			return tooLarge("more than %d %s", maxStyles, t.name)
		}
		switch t.name {
		case "numFmts":
			l.codes[t2.number("numFmtId", -1)] = t2.attribute("formatCode")
		case "fonts":
			font, err := x.font(m)
			l.fonts = append(l.fonts, font)
			return err
		case "fills":
			var fill Fill
			err := m.each(func(t tag) (err error) {
				fill, err = x.fill(m, t)
				return err
			})
			l.fills = append(l.fills, fill)
			return err
		case "borders":
			sides, err := x.border(m, t2)
			l.sides = append(l.sides, sides)
			return err
		case "cellXfs":
			return x.cellStyle(m, t2, l)
		}
		return nil
	})
}

// cellStyle puts a style together of its parts. Excel writes all of them into
// it, whatever the named style that it comes from says.
func (x *xlsx) cellStyle(m *markup, t tag, l *looks) error {
	s := &Style{}
	if i := t.number("fontId", -1); i >= 0 && i < len(l.fonts) {
		s.Font = l.fonts[i]
	}
	if i := t.number("fillId", -1); i >= 0 && i < len(l.fills) {
		s.Fill = l.fills[i]
	}
	if i := t.number("borderId", -1); i >= 0 && i < len(l.sides) {
		b := l.sides[i]
		s.Left, s.Right, s.Top, s.Bottom, s.Up, s.Down = b[0], b[1], b[2], b[3], b[4], b[5]
	}
	s.Format = formatCode(l.codes, t.number("numFmtId", 0))
	s.format = x.format(s.Format)
	x.styles = append(x.styles, s)
	return m.each(func(t tag) error {
		if t.name == "alignment" {
			s.align(t)
		}
		return nil
	})
}

func formatCode(codes map[int]string, id int) string {
	if code, ok := codes[id]; ok && code != "" {
		return code
	}
	if code, ok := builtinFormats[id]; ok {
		return code
	}
	return "General"
}

func (s *Style) align(t tag) {
	if s.Across = t.attribute("horizontal"); s.Across == "general" {
		s.Across = ""
	}
	if s.Along = t.attribute("vertical"); s.Along == "bottom" {
		s.Along = ""
	}
	s.Wrap = t.flag("wrapText", false)
	s.Shrink = t.flag("shrinkToFit", false)
	s.Indent = min(max(t.number("indent", 0), 0), 250)
	s.Turn = min(max(t.number("textRotation", 0), 0), 255)
}

// font reads <font> or the <rPr> of a run.
func (x *xlsx) font(m *markup) (f Font, err error) {
	err = m.each(func(t tag) error {
		switch t.name {
		case "name", "rFont":
			f.Name = t.attribute("val")
		case "sz":
			f.Size = thousandths(t.real("val", 11))
		case "b":
			f.Bold = t.flag("val", true)
		case "i":
			f.Italic = t.flag("val", true)
		case "strike":
			f.Strike = t.flag("val", true)
		case "u":
			if f.Underline = t.attribute("val"); f.Underline == "" {
				f.Underline = "single"
			} else if f.Underline == "none" {
				f.Underline = ""
			}
		case "vertAlign":
			if f.Raise = t.attribute("val"); f.Raise == "baseline" {
				f.Raise = ""
			}
		case "color":
			f.Color = x.color(t)
		}
		return nil
	})
	return f, err
}

// thousandths is a measure in thousandths of it, within reason.
func thousandths(x float64) int {
	return int(min(max(x, 0), 100_000)*1000 + 0.5)
}

func (x *xlsx) fill(m *markup, t tag) (f Fill, err error) {
	switch t.name {
	case "patternFill":
		if f.Pattern = t.attribute("patternType"); f.Pattern == "none" {
			f.Pattern = ""
		}
		err = m.each(func(t tag) error {
			switch t.name {
			case "fgColor":
				f.Front = x.color(t)
			case "bgColor":
				f.Back = x.color(t)
			}
			return nil
		})
	case "gradientFill": // its first colour stands for it
		err = m.each(func(tag) error {
			return m.each(func(t tag) error {
				if t.name == "color" && f.Pattern == "" {
					f.Pattern, f.Front = "solid", x.color(t)
				}
				return nil
			})
		})
	}
	return f, err
}

func (x *xlsx) border(m *markup, border tag) (sides [6]Side, err error) {
	err = m.each(func(t tag) error {
		side := Side{Line: t.attribute("style")}
		if side.Line == "none" {
			side.Line = ""
		}
		err := m.each(func(t tag) error {
			if t.name == "color" {
				side.Color = x.color(t)
			}
			return nil
		})
		switch t.name {
		case "left", "start":
			sides[0] = side
		case "right", "end":
			sides[1] = side
		case "top":
			sides[2] = side
		case "bottom":
			sides[3] = side
		case "diagonal":
			if border.flag("diagonalUp", false) {
				sides[4] = side
			}
			if border.flag("diagonalDown", false) {
				sides[5] = side
			}
		}
		return err
	})
	return sides, err
}

// digitWidth is how wide the standard font's digits are, in pixels.
func digitWidth(l *looks) int {
	if len(l.fonts) == 0 {
		return 7
	}
	return fontDigit(l.fonts[0])
}

// fontDigit tells the pixels of a digit at 96 dpi: half of the size for Chinese
// fonts, a little more than half for the others.
func fontDigit(f Font) int {
	pixels := f.Size * 4 / 3 // in thousandths
	for _, r := range f.Name {
		if r > 0x2E80 && f.Name != "等线" {
			return max(1, (pixels+1999)/2000)
		}
	}
	switch f.Name {
	case "SimSun", "NSimSun", "SimHei", "Times New Roman":
		return max(1, (pixels+1999)/2000)
	case "Arial", "Helvetica", "Verdana", "Tahoma":
		return max(1, (pixels*556+500_000)/1_000_000)
	}
	return max(1, (pixels*507+999_999-500_000)/1_000_000)
}
