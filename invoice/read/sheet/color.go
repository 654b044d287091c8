package sheet

import (
	"math"
	"strconv"
)

// color reads a colour in any of the ways that a file names it.
func (x *xlsx) color(t tag) Color {
	var c Color
	switch {
	case t.raw("rgb") != nil:
		c = parseColor(t.attribute("rgb"))
	case t.raw("theme") != nil:
		if i := t.number("theme", -1); i >= 0 && i < len(x.theme) {
			c = x.theme[i]
		}
	case t.raw("indexed") != nil:
		c = indexed(x.palette, t.number("indexed", -1))
	}
	if tint := t.real("tint", 0); tint != 0 && c.Set {
		c = c.tinted(min(max(tint, -1), 1))
	}
	return c
}

// parseColor reads RRGGBB or AARRGGBB.
func parseColor(hex string) Color {
	if len(hex) == 8 {
		hex = hex[2:]
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) != 6 {
		return Color{}
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n), true}
}

// indexed is a colour of the palette, the file's own or Excel's.
func indexed(own []Color, i int) Color {
	switch {
	case i < 0 || i >= 64:
		return Color{}
	case i < len(own):
		return own[i]
	case i < 8:
		i += 8
	}
	n := palette[i-8]
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n), true}
}

// palette are Excel's colours 8 to 63; 0 to 7 are the first eight of them.
var palette = [56]uint32{
	0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
	0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
	0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
	0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
	0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
	0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
	0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
}

// tinted is a colour made lighter (above 0) or darker.
func (c Color) tinted(tint float64) Color {
	r, g, b := float64(c.R)/255, float64(c.G)/255, float64(c.B)/255
	high, low := max(r, g, b), min(r, g, b)
	light := (high + low) / 2
	to := light * (1 + tint)
	if tint > 0 {
		to = light*(1-tint) + tint
	}
	spread := high - low
	saturation := 0.0
	if spread > 0 {
		saturation = spread / (1 - math.Abs(2*light-1))
	}
	wide := saturation * (1 - math.Abs(2*to-1))
	scale := func(v float64) uint8 {
		part := 0.5
		if spread > 0 {
			part = (v - low) / spread
		}
		return uint8(min(max((to-wide/2+part*wide)*255, 0), 255) + 0.5)
	}
	return Color{scale(r), scale(g), scale(b), true}
}

// readTheme reads the colours that a file names by their role.
func (x *xlsx) readTheme(path string) error {
	m, err := x.markup(path)
	if m == nil || err != nil {
		return err
	}
	var all []Color
	err = m.each(func(tag) error {
		return m.each(func(tag) error {
			return m.each(func(t tag) error {
				if t.name != "clrScheme" {
					return nil
				}
				return m.each(func(tag) error {
					var c Color
					err := m.each(func(t tag) error {
						c = parseColor(t.attribute("val"))
						if t.name == "sysClr" {
							c = parseColor(t.attribute("lastClr"))
						}
						return nil
					})
					all = append(all, c)
					return err
				})
			})
		})
	})
	if len(all) >= 4 { // files count light before dark, the theme the other way round
		all[0], all[1], all[2], all[3] = all[1], all[0], all[3], all[2]
	}
	x.theme = all
	return err
}
