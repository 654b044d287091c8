package read

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// foundDate is a day read from a text.
type foundDate struct {
	date       invoice.Date
	start, end int    // bytes of the text
	doubt      string // why it could be another day; may be empty
}

// Ways to write a day. Between the parts of a day any blanks may stand:
// `2018 年10 月22日`.
var (
	yearFirst  = pattern.Lazily(`(\d{4})\s*[-/.年—–．／－]\s*(\d{1,2})\s*[-/.月—–．／－]\s*(\d{1,2})(?:\s*日)?`)
	yearLast   = pattern.Lazily(`(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})`)
	eightDigit = pattern.Lazily(`(?:^|[^\dA-Za-z-])((?:19|20)\d{2})(\d{2})(\d{2})(?:\D|$)`)
	monthFirst = pattern.Lazily(`(?i)(\pL{3,10})\s*[.,，\-/]?\s*(\d{1,2})\s*(?:st|nd|rd|th)?\s*[.,，\-/\s]\s*(\d{4}|\d{2})`)
	dayFirst   = pattern.Lazily(`(?i)(\d{1,2})\s*(?:st|nd|rd|th)?\s*(?:of\s)?[.,，\-/\s]*(\pL{3,10})\s*[.,，\-/\s]*\s*(\d{4}|\d{2})`)
	yearMonth  = pattern.Lazily(`(?i)(\d{4})\s*[-/.,\s]\s*([a-z]{3,9})\s*[-/.,\s]\s*(\d{1,2})`)
	hanDate    = pattern.Lazily(`([〇零○一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十]{1,3})\s*日`)
)

// findDate is the first day that a text names.
func findDate(text string) (foundDate, bool) {
	best, ok := foundDate{}, false
	seek := func(form *pattern.Pattern, read func(m []int) (foundDate, bool)) {
		if f, found := firstDay(form, text, read); found && (!ok || f.start < best.start) {
			best, ok = f, true
		}
	}
	number := func(m []int, i int) int { n, _ := strconv.Atoi(text[m[2*i]:m[2*i+1]]); return n }
	seek(yearFirst, func(m []int) (foundDate, bool) {
		return day(m, number(m, 1), number(m, 2), number(m, 3))
	})
	seek(hanDate, func(m []int) (foundDate, bool) {
		return day(m, hanFigure(text[m[2]:m[3]]), hanFigure(text[m[4]:m[5]]), hanFigure(text[m[6]:m[7]]))
	})
	seek(yearMonth, func(m []int) (foundDate, bool) {
		return day(m, number(m, 1), month(text[m[4]:m[5]]), number(m, 3))
	})
	seek(monthFirst, func(m []int) (foundDate, bool) {
		return day(m, fullYear(text[m[6]:m[7]]), month(text[m[2]:m[3]]), number(m, 2))
	})
	seek(dayFirst, func(m []int) (foundDate, bool) {
		return day(m, fullYear(text[m[6]:m[7]]), month(text[m[4]:m[5]]), number(m, 1))
	})
	seek(yearLast, func(m []int) (foundDate, bool) {
		return shortDay(m, number(m, 1), number(m, 3), text[m[8]:m[9]], text[m[4]:m[5]])
	})
	if !ok {
		seek(eightDigit, func(m []int) (foundDate, bool) {
			return day([]int{m[2], m[7]}, number(m, 1), number(m, 2), number(m, 3))
		})
	}
	if ok && best.doubt == "" {
		best.doubt = secondDay(text[best.end:])
	}
	return best, ok
}

// firstDay is the first day of a text in one form. What first looks like one may be
// none: HB-118 dated 12 Jan 2026.
func firstDay(form *pattern.Pattern, text string, read func(m []int) (foundDate, bool)) (foundDate, bool) {
	const mostTries = 8
	from := 0
	for range mostTries {
		m := form.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		for i := range m {
			m[i] += from
		}
		if f, ok := read(m); ok && apart(text, f) {
			return f, true
		}
		from = pastWord(text, m[0])
	}
	return foundDate{}, false
}

// pastWord is where the run of letters or digits ends that begins at a byte.
func pastWord(text string, at int) int {
	first, size := utf8.DecodeRuneInString(text[at:])
	for i, r := range text[at+size:] {
		if unicode.IsDigit(r) != unicode.IsDigit(first) || !letterOrDigit(r) {
			return at + size + i
		}
	}
	return len(text)
}

// wholeDate is the day that a text names, where it holds nothing else but what
// may stand beside a day: a second one, a weekday, a time.
func wholeDate(text string) (foundDate, bool) {
	f, ok := findDate(text)
	if !ok {
		return f, false
	}
	rest := text[:f.start] + " " + text[f.end:]
	n := 0
	for _, r := range rest {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return f, n <= 8
}

// apart reports whether a day stands by itself, not within a longer number.
func apart(text string, f foundDate) bool {
	digit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z')
	}
	return !digit(f.start-1) && !digit(f.end) && !(letter(f.start-1) && letter(f.start))
}

func day(m []int, year, mon, d int) (foundDate, bool) {
	t := time.Date(year, time.Month(mon), d, 0, 0, 0, 0, time.UTC)
	if year < 1900 || year > 2200 || mon < 1 || mon > 12 || t.Day() != d {
		return foundDate{}, false
	}
	return foundDate{date: invoice.Date(t.Format(time.DateOnly)), start: m[0], end: m[1]}, true
}

// shortDay is a day of three figures whose year stands last, or first with two
// digits. 06/13/2023 can only be June; 06/05/2023 may be the fifth of June or
// the sixth of May: it is read month first, but with a point day first.
func shortDay(m []int, a, b int, year, sep string) (foundDate, bool) {
	if len(year) == 2 {
		return twoDigitYear(m, a, b, year)
	}
	y := fullYear(year)
	switch {
	case a > 12:
		return day(m, y, b, a)
	case b > 12:
		return day(m, y, a, b)
	}
	mon, d := a, b
	if sep == "." {
		mon, d = b, a
	}
	f, ok := day(m, y, mon, d)
	if ok && a != b {
		f.doubt = fmt.Sprintf("may also be %04d-%02d-%02d", y, d, mon)
	}
	return f, ok
}

// twoDigitYear reads 23/6/13 and 13/6/23: only where one way makes a day of the
// years that trade documents are from is it certain.
func twoDigitYear(m []int, a, b int, last string) (foundDate, bool) {
	c, _ := strconv.Atoi(last)
	var ways []foundDate
	for _, w := range [][3]int{{2000 + a, b, c}, {2000 + c, a, b}, {2000 + c, b, a}} {
		f, ok := day(m, w[0], w[1], w[2])
		if ok && w[0] >= 2010 && w[0] <= 2040 && (len(ways) == 0 || ways[0].date != f.date) {
			ways = append(ways, f)
		}
	}
	if len(ways) == 0 {
		return foundDate{}, false
	}
	if len(ways) > 1 {
		ways[0].doubt = "may also be " + string(ways[1].date)
	}
	return ways[0], true
}

func fullYear(s string) int {
	n, _ := strconv.Atoi(s)
	if len(s) == 2 {
		n += 2000
	}
	return n
}

// otherMonths are ways to write months beside their English names and the
// first three letters of those: German, Dutch and French ones too.
var otherMonths = map[string]int{"sept": 9, "januar": 1, "januari": 1, "janvier": 1, "februar": 2, "februari": 2, "février": 2, "märz": 3, "maart": 3, "mars": 3,
	"avril": 4, "mai": 5, "mei": 5, "juni": 6, "juin": 6, "juli": 7, "juillet": 7, "augustus": 8, "août": 8, "septembre": 9, "oktober": 10, "octobre": 10,
	"novembre": 11, "dezember": 12, "december": 12, "décembre": 12}

// month is the number of a month's English name or its beginning.
func month(name string) int {
	name = strings.ToLower(name)
	if m, ok := otherMonths[name]; ok {
		return m
	}
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if name == full || name == full[:3] {
			return int(m)
		}
	}
	return 0
}

// hanFigure is a number in Chinese characters as dates have it: 二〇二三, 十三.
func hanFigure(s string) int {
	n, tens := 0, false
	for _, r := range s {
		switch i := strings.IndexRune("〇一二三四五六七八九", r); {
		case r == '十':
			n, tens = max(n, 1)*10, true
		case r == '零' || r == '○':
			n *= 10
		case i < 0:
			return 0
		case tens:
			n += len([]rune("〇一二三四五六七八九"[:i]))
		default:
			n = n*10 + len([]rune("〇一二三四五六七八九"[:i]))
		}
	}
	return n
}

var laterDay = pattern.Lazily(`^\s*[,，;；、~至到—–-]?\s*(\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}`)

// secondDay says that another day follows a first one.
func secondDay(rest string) string {
	if m := laterDay.FindString(rest); m != "" {
		return "another day follows: " + strings.TrimSpace(m)
	}
	return ""
}
