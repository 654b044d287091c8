package sheet

import (
	"strings"
	"time"

	"yipiao/invoice"
)

// setISO puts a date that is stored as a text (2026-03-18T00:00:00) into a cell.
func (v *values) setISO(c *Cell, value string) {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05.999999999", "2006-01-02"} {
		t, err := time.Parse(layout, strings.TrimSpace(value))
		if err != nil || t.Year() < 1900 || t.Year() > 9999 {
			continue
		}
		start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		serial := float64(t.UnixMilli()-start.UnixMilli()) / dayMilliseconds
		if v.from1904 {
			serial -= 1462
		}
		v.setNumber(c, serial, "")
		if c.Kind != Date {
			c.Kind, c.Text, c.Date = Date, t.Format(time.DateOnly), invoice.Date(t.Format(time.DateOnly))
		}
		return
	}
	v.setText(c, value)
}
