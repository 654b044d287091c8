package sheet

import "strings"

// values makes cells' contents of what a file stores.
type values struct {
	from1904 bool
	formats  map[string]*format
	shown    int // bytes of texts and formulas that cells don't share
}

// show counts a text that a cell doesn't share with others.
func (v *values) show(text string) { v.shown += len(text) }

// tooMuch is an error if there is too much text.
func (v *values) tooMuch() error {
	if v.shown > maxShown {
		return tooLarge("its cells have more than %d MB of text", maxShown>>20)
	}
	return nil
}

func newValues() values { return values{formats: map[string]*format{}} }

// format is a code taken apart, once for each code.
func (v *values) format(code string) *format {
	f := v.formats[code]
	if f == nil {
		f = parseFormat(code)
		v.formats[code] = f
	}
	return f
}

// setNumber puts a number, as it was written, into a cell.
func (v *values) setNumber(c *Cell, x float64, written string) {
	if !finite(x) {
		c.Kind, c.Text = Error, "#NUM!"
		return
	}
	c.Kind = Number
	exact := exactNumber(x, written)
	f := c.Style.formatOf(v)
	text, decimals, isDate := f.showNumber(x, exact, v.from1904)
	c.Text = strings.TrimSpace(text)
	c.Number = withDecimals(exact, decimals)
	v.show(c.Text)
	v.show(c.Number)
	if isDate {
		if m, ok := momentOf(x, v.from1904); ok && m.date() != "" {
			c.Kind, c.Date = Date, m.date()
		}
	}
}

// setText puts a text into a cell.
func (v *values) setText(c *Cell, text string) {
	c.Kind = Text
	c.Text = text
	if f := c.Style.formatOf(v); f.text != nil {
		c.Text = f.showText(text)
		v.show(c.Text)
	}
}

func (s *Style) formatOf(v *values) *format {
	if s == nil || s.format == nil {
		return v.format("General")
	}
	return s.format
}
