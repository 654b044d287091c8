package invoice

import (
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
		n.Fail("date", "%.40s is not a date: a day that exists, written YYYY-MM-DD, like 2026-03-18", s)
		return
	}
	*d = Date(s)
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
