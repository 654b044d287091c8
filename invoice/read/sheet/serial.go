package sheet

import (
	"math"
	"time"

	"yipiao/invoice"
)

// moment is a serial number as day and time: days since the start of 1900 (or
// 1904), and the day's part.
type moment struct {
	year, month, day    int // day is 0 for the day before 1900's first
	weekday             time.Weekday
	hour, minute        int
	second, millisecond int
	elapsed             int64 // milliseconds since the serial 0
}

const (
	dayMilliseconds = 24 * 60 * 60 * 1000
	lastSerial      = 2_958_466 // the day after 9999-12-31
)

// momentOf is false where a serial number is no moment. Excel takes 1900 for a
// leap year, so that the serials up to 59 count from another day; its day 60,
// 29 February 1900, did not exist.
func momentOf(serial float64, from1904 bool) (moment, bool) {
	elapsed := int64(math.Round(min(max(serial, 0), lastSerial) * dayMilliseconds))
	if from1904 {
		serial += 1462
	}
	if !(serial >= 0 && serial < lastSerial) {
		return moment{}, false
	}
	total := int64(math.Round(serial * dayMilliseconds))
	day, left := total/dayMilliseconds, total%dayMilliseconds
	m := moment{
		hour: int(left / 3_600_000), minute: int(left / 60_000 % 60),
		second: int(left / 1000 % 60), millisecond: int(left % 1000), elapsed: elapsed,
	}
	m.weekday = time.Weekday((day + 6) % 7)
	switch {
	case day == 0:
		m.year, m.month = 1900, 1
	case day == 60:
		m.year, m.month, m.day = 1900, 2, 29
	default:
		if day < 60 {
			day++
		}
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(day))
		m.year, m.month, m.day = t.Year(), int(t.Month()), t.Day()
	}
	return m, true
}

// date is the moment's day, empty for a day that didn't exist.
func (m moment) date() invoice.Date {
	t := time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
	if m.day == 0 || t.Day() != m.day || m.year < 1900 {
		return ""
	}
	return invoice.Date(t.Format(time.DateOnly))
}
