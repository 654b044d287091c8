package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// hasDay reports whether a format shows a day, not only a time of day.
func (s *section) hasDay() bool {
	for _, p := range s.parts {
		if p.kind == datePart && strings.ContainsAny(p.text[:1], "ymde") && p.text[0] != 'n' {
			return true
		}
	}
	return false
}

// showMoment shows a day and time by the parts of a section.
func (s *section) showMoment(m moment) string {
	half := false
	for _, p := range s.parts {
		half = half || p.kind == datePart && (p.text[0] == 'A' || p.text == "上午/下午")
	}
	var b strings.Builder
	for _, p := range s.parts {
		switch p.kind {
		case datePart:
			b.WriteString(s.showDatePart(p.text, m, half))
		case elapsed:
			b.WriteString(showElapsed(p.text, m))
		case subSecond:
			b.WriteString("." + fmt.Sprintf("%03d", m.millisecond)[:len(p.text)])
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func (s *section) showDatePart(code string, m moment, half bool) string {
	hour := m.hour
	if half {
		hour = (hour+11)%12 + 1
	}
	switch code[0] {
	case 'y', 'e':
		year := strconv.Itoa(m.year)
		if code[0] == 'y' && len(code) <= 2 {
			year = year[2:]
		}
		if s.chinese > 0 {
			return chineseDigits(year, s.chinese)
		}
		return year
	case 'm':
		if len(code) > 2 {
			return s.monthName(len(code), m.month)
		}
		return s.figure(m.month, len(code))
	case 'n':
		return s.figure(m.minute, len(code))
	case 'd':
		if len(code) > 2 {
			return s.dayName(len(code), m.weekday)
		}
		return s.figure(m.day, len(code))
	case 'h':
		return s.figure(hour, len(code))
	case 's':
		return s.figure(m.second, len(code))
	case 'a':
		return chineseDay(len(code), m.weekday)
	case 'g':
		return ""
	}
	return halfDay(code, m.hour)
}

// figure is a part of a date in at least so many digits.
func (s *section) figure(n, places int) string {
	if s.chinese > 0 {
		return chineseNumber(strconv.Itoa(n), s.chinese)
	}
	if places >= 2 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// halfDay is AM/PM, A/P or 上午/下午 for an hour.
func halfDay(code string, hour int) string {
	first, second, _ := strings.Cut(code, "/")
	if hour < 12 {
		return first
	}
	return second
}

// inChinese reports whether a section's language is Chinese.
func (s *section) inChinese() bool {
	switch s.locale & 0x3FF {
	case 0x04:
		return true
	}
	return false
}

func (s *section) monthName(letters, month int) string {
	if s.inChinese() {
		return chineseNumber(strconv.Itoa(month), 1) + "月"
	}
	name := time.Month(month).String()
	switch letters {
	case 3:
		return name[:3]
	case 5:
		return name[:1]
	}
	return name
}

func (s *section) dayName(letters int, day time.Weekday) string {
	if s.inChinese() {
		return chineseDay(letters, day)
	}
	if letters == 3 {
		return day.String()[:3]
	}
	return day.String()
}

func chineseDay(letters int, day time.Weekday) string {
	name := []string{"日", "一", "二", "三", "四", "五", "六"}[day]
	if letters == 3 {
		return "周" + name
	}
	return "星期" + name
}

// showElapsed is a whole count of hours, minutes or seconds.
func showElapsed(code string, m moment) string {
	unit := map[byte]int64{'h': 3_600_000, 'm': 60_000, 's': 1000}[code[0]]
	return fmt.Sprintf("%0*d", min(len(code), 9), m.elapsed/unit)
}
