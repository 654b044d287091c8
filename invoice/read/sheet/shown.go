package sheet

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// showNumber is a number as its format shows it, and with how many decimals.
func (f *format) showNumber(x float64, exact string, from1904 bool) (text string, decimals int, isDate bool) {
	s, bare := f.choose(x)
	switch s.kind {
	case dateSection:
		m, ok := momentOf(x, from1904)
		if !ok {
			return exact, 0, false
		}
		return s.showMoment(m), 0, s.hasDay()
	case plainSection:
		return s.literals(), 0, false
	case generalSection, textSection:
		return s.showGeneral(exact, bare), 0, false
	}
	text, decimals = s.showDigits(exact, bare)
	return text, decimals, false
}

// showText is a text as its format shows it.
func (f *format) showText(text string) string {
	if f.text == nil {
		return text
	}
	var b strings.Builder
	for _, p := range f.text.parts {
		if p.kind == content {
			b.WriteString(text)
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func (s *section) literals() string {
	var b strings.Builder
	for _, p := range s.parts {
		b.WriteString(p.text)
	}
	return b.String()
}

// showGeneral is a number without a format: as many digits as fit in eleven
// places. A whole number keeps all of its digits even where Excel would show
// 1.23457E+12: it may be an account's.
func (s *section) showGeneral(exact string, bare bool) string {
	if bare {
		exact = strings.TrimPrefix(exact, "-")
	}
	shown := generalDigits(exact)
	if s.chinese > 0 {
		shown = chineseNumber(shown, s.chinese)
	}
	var b strings.Builder
	for _, p := range s.parts {
		if p.kind == general || p.kind == content {
			b.WriteString(shown)
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func generalDigits(exact string) string {
	digits := strings.TrimPrefix(exact, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	switch {
	case fraction == "" && len(whole) <= 15, len(digits) <= 11:
		return exact
	case len(whole) > 11, whole == "0" && strings.HasPrefix(fraction, "0000"):
		return scientific(exact, 5)
	}
	d, err := decimal.NewFromString(exact)
	if err != nil {
		return exact
	}
	return trimDecimals(d.StringFixed(int32(max(0, 10-len(whole)))))
}

// scientific is 1.23457E+12.
func scientific(exact string, decimals int) string {
	x, err := strconv.ParseFloat(exact, 64)
	if err != nil {
		return exact
	}
	mantissa, power, _ := strings.Cut(strconv.FormatFloat(x, 'E', decimals, 64), "E")
	return trimDecimals(mantissa) + "E" + power
}

// layout is where a section's digits go.
type layout struct {
	first, last int // the digits before the point: indexes of parts
	whole       int // how many of them
	fraction    int // digits after the point
	point       int // its index, or len(parts)
	thousands   bool
	scale       int32 // powers of ten: 2 for %, -3 for a comma at the end
	exponent    int   // its index, or -1
	slash       int   // its index, or -1
}

// layOut finds the digits before and after the point, and what the commas are
// for.
func (s *section) layOut() layout {
	l := layout{first: -1, last: -1, point: len(s.parts), exponent: -1, slash: -1}
	for i, p := range s.parts {
		switch {
		case p.kind == percent:
			l.scale += 2
		case l.exponent >= 0:
		case p.kind == exponent:
			l.exponent = i
		case p.kind == slash && l.whole > 0:
			l.slash = i
		case p.kind == point && l.point == len(s.parts):
			l.point = i
		case p.kind == digit && l.point < i:
			l.fraction++
		case p.kind == digit:
			if l.first < 0 {
				l.first = i
			}
			l.last = i
			l.whole++
		}
	}
	l.commas(s)
	l.scale = min(max(l.scale, -60), 60)
	return l
}

// commas: between digits they separate thousands, after the last one each
// divides by a thousand.
func (l *layout) commas(s *section) {
	for i, p := range s.parts {
		if p.kind != comma {
			continue
		}
		before, after := false, false
		for j, q := range s.parts {
			if q.kind == digit {
				before = before || j < i
				after = after || j > i && (j < l.point || i > l.point)
			}
		}
		switch {
		case before && after && i < l.point:
			l.thousands = true
		case before && !after:
			l.scale -= 3
		}
	}
}

// showDigits shows a number by the places of a section, and tells how many
// decimals of it are shown.
func (s *section) showDigits(exact string, bare bool) (string, int) {
	l := s.layout
	d, err := decimal.NewFromString(exact)
	if err != nil {
		return exact, 0
	}
	negative := d.Sign() < 0 && !bare
	d = d.Abs()
	switch {
	case d.NumDigits() > 400 || d.Exponent() < -400:
		return exact, 0
	case l.exponent >= 0:
		return sign(negative) + s.showScientific(d, l), 0
	case l.slash >= 0:
		text := s.showFraction(d, l)
		return sign(negative && text != "0") + text, 0
	}
	shown := d.Shift(l.scale).Round(int32(l.fraction))
	negative = negative && shown.Sign() != 0
	whole, fraction, _ := strings.Cut(shown.StringFixed(int32(l.fraction)), ".")
	text := s.fill(l, strings.TrimPrefix(whole, "0"), fraction)
	if s.chinese > 0 {
		text = chineseDigits(text, s.chinese)
	}
	return sign(negative) + text, l.fraction + int(l.scale)
}

func sign(negative bool) string {
	if negative {
		return "-"
	}
	return ""
}

// fill puts digits in their places.
func (s *section) fill(l layout, whole, fraction string) string {
	var b strings.Builder
	place, decimal := 0, 0
	for i, p := range s.parts {
		switch {
		case p.kind == comma:
		case p.kind == point && i == l.point:
			if l.whole == 0 {
				b.WriteString(whole)
			}
			b.WriteByte('.')
		case p.kind == digit && i < l.point:
			l.writeWhole(&b, p.text, whole, place)
			place++
		case p.kind == digit:
			writeDecimal(&b, p.text, fraction, decimal)
			decimal++
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// writeWhole writes the digits of a place before the point: one, of the first
// place all that are left, or what stands for a digit that isn't there.
func (l *layout) writeWhole(b *strings.Builder, place, whole string, n int) {
	at := len(whole) - l.whole + n // of this place's digit
	after := l.whole - n - 1       // digits that follow
	digits := ""
	switch {
	case at >= 0 && n == 0:
		digits = whole[:at+1]
	case at >= 0:
		digits = whole[at : at+1]
	case place == "0":
		digits = "0"
	case place == "?":
		b.WriteByte(' ')
	}
	for i := range len(digits) {
		b.WriteByte(digits[i])
		if right := after + len(digits) - 1 - i; l.thousands && right > 0 && right%3 == 0 {
			b.WriteByte(',')
		}
	}
}

// writeDecimal writes the digit of a place after the point.
func writeDecimal(b *strings.Builder, place, fraction string, n int) {
	switch {
	case place == "0" || strings.Trim(fraction[n:], "0") != "":
		b.WriteByte(fraction[n])
	case place == "?":
		b.WriteByte(' ')
	}
}

// showScientific shows 1.23E+04 by the places before and after the E.
func (s *section) showScientific(d decimal.Decimal, l layout) string {
	n := 0
	if !d.IsZero() {
		n = d.NumDigits() + int(d.Exponent()) - 1
	}
	step := min(max(l.whole, 1), 15) // ##0.0E+0: the power is a multiple of the places
	n -= ((n % step) + step) % step
	mantissa := d.Shift(int32(-n)).Round(int32(l.fraction))
	if mantissa.Cmp(decimal.New(1, int32(step))) >= 0 { // 9.99 rounded up
		n += step
		mantissa = mantissa.Shift(int32(-step))
	}
	var b strings.Builder
	wrote := false
	for i := 0; i < len(s.parts); i++ {
		switch p := s.parts[i]; p.kind {
		case digit, point, comma:
			if i > l.exponent {
				break
			}
			if !wrote {
				b.WriteString(mantissa.StringFixed(int32(l.fraction)))
			}
			wrote = true
		case exponent:
			b.WriteByte('E')
			if n < 0 || p.text[1] == '+' {
				b.WriteByte("+-"[b2i(n < 0)])
			}
			places := 0
			for _, q := range s.parts[i:] {
				places += b2i(q.kind == digit)
			}
			digits := strconv.Itoa(max(n, -n))
			b.WriteString(strings.Repeat("0", max(0, places-len(digits))) + digits)
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// showFraction shows 3 1/2: the nearest fraction whose denominator has as many
// digits as there are places for it, or is the one written.
func (s *section) showFraction(d decimal.Decimal, l layout) string {
	fixed, places := 0, 0
	for _, p := range s.parts[l.slash+1:] {
		switch {
		case p.kind == digit:
			places++
			fixed *= 10
		case p.kind == literal:
			if n, err := strconv.Atoi(p.text); err == nil && n > 0 && n < 10000 {
				fixed = fixed + n
			}
		}
	}
	whole := d.Truncate(0)
	rest := d.Sub(whole).InexactFloat64()
	top, bottom := nearestFraction(rest, fixed, min(max(places, 1), 3))
	if top == bottom {
		whole, top = whole.Add(decimal.NewFromInt(1)), 0
	}
	switch {
	case top == 0:
		return whole.String()
	case whole.IsZero():
		return strconv.Itoa(top) + "/" + strconv.Itoa(bottom)
	}
	return whole.String() + " " + strconv.Itoa(top) + "/" + strconv.Itoa(bottom)
}

func nearestFraction(x float64, fixed, places int) (top, bottom int) {
	if fixed > 0 {
		return int(x*float64(fixed) + 0.5), fixed
	}
	most := 1
	for range places {
		most *= 10
	}
	bestTop, bestBottom, best := 0, 1, 2.0
	for bottom := 1; bottom < most; bottom++ {
		top := int(x*float64(bottom) + 0.5)
		if off := x - float64(top)/float64(bottom); max(off, -off) < best-1e-12 {
			bestTop, bestBottom, best = top, bottom, max(off, -off)
		}
	}
	return bestTop, bestBottom
}
