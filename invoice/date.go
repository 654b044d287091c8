package invoice

import (
	"fmt"
	"time"

	"yipiao/invoice/strict"
)

// Date is a day, YYYY-MM-DD, or empty where it was left out.
type Date string

// UnmarshalStrict takes a day that exists.
func (d *Date) UnmarshalStrict(n strict.Node) {
	if n.Kind() == strict.Null {
		return
	}
	if n.Kind() != strict.Scalar {
		n.Fail("type", "a date like 2026-03-18 is wanted here")
		return
	}
	s := n.Text()
	if s == "" {
		return
	}
	if t, err := time.Parse(time.DateOnly, s); err != nil || t.Year() < 1900 {
		n.Fail("date", "%s", wrongDate(s))
		return
	}
	*d = Date(s)
}

// otherDates are ways to write a day in which year, month and day can't be
// mistaken for each other.
var otherDates = [...]string{"2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2006年1月2日", "2 Jan 2006", "2 January 2006", "Jan 2, 2006",
	"January 2, 2006", "02-Jan-2006", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05"}

// wrongDate says what is wrong with a date and shows the right form where it
// can be told.
func wrongDate(s string) string {
	for _, form := range otherDates {
		for _, written := range [...]string{s, plainNumber(s)} {
			if t, err := time.Parse(form, written); err == nil && t.Year() >= 1900 {
				return fmt.Sprintf("%.40s is not written YYYY-MM-DD, did you mean %s?", s, t.Format(time.DateOnly))
			}
		}
	}
	return fmt.Sprintf("%.40s is not a date: a day that exists, written YYYY-MM-DD, like 2026-03-18", s)
}

// Time is the day's start in UTC.
func (d Date) Time() time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}

// StrictSchema describes a date to editors.
func (Date) StrictSchema() map[string]any {
	return map[string]any{"type": []any{"string", "null"}, "format": "date", "pattern": `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`}
}
