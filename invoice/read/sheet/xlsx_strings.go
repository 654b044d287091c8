package sheet

import (
	"strconv"
	"strings"
)

// readStrings reads the texts that cells share.
func (x *xlsx) readStrings(path string) error {
	m, err := x.markup(path)
	if m == nil || err != nil {
		return err
	}
	return m.each(func(tag) error {
		return m.each(func(t tag) error {
			if t.name != "si" {
				return nil
			}
			if len(x.strings) == maxStrings {
				return tooLarge("more than %d texts", maxStrings)
			}
			text, err := x.richText(m)
			x.strings = append(x.strings, text)
			return err
		})
	})
}

// richText reads a text within <si> or <is>: plain, or in runs. What stands in
// <rPh> is how to say it.
func (x *xlsx) richText(m *markup) (rich richText, err error) {
	var all strings.Builder
	styled := false
	err = m.each(func(t tag) error {
		var run Run
		switch t.name {
		case "t":
			text, err := m.text()
			if err != nil {
				return err
			}
			run.Text = unescape(text)
		case "r":
			if run, err = x.run(m); err != nil {
				return err
			}
			styled = true
		default:
			return nil
		}
		if x.spent.runs++; len(rich.runs) > 0 && x.spent.runs > maxRuns {
			return tooLarge("more than %d pieces of text in styles of their own", maxRuns)
		}
		all.WriteString(run.Text)
		rich.runs = append(rich.runs, run)
		return nil
	})
	rich.text = all.String()
	if len(rich.runs) == 1 {
		x.spent.runs--
	}
	if !styled || len(rich.runs) == 1 && rich.runs[0].Font == nil {
		rich.runs = nil
	}
	return rich, err
}

func (x *xlsx) run(m *markup) (run Run, err error) {
	err = m.each(func(t tag) error {
		switch t.name {
		case "t":
			text, err := m.text()
			run.Text = unescape(text)
			return err
		case "rPr":
			font, err := x.font(m)
			run.Font = &font
			return err
		}
		return nil
	})
	return run, err
}

// unescape resolves _x000D_ and makes all line ends \n.
func unescape(text string) string {
	if strings.Contains(text, "_x") {
		text = unescapeCodes(text)
	}
	if strings.Contains(text, "\r") {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text
}

func unescapeCodes(text string) string {
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 {
			break
		}
		if len(text) >= i+7 && text[i+6] == '_' {
			if n, err := strconv.ParseUint(text[i+2:i+6], 16, 16); err == nil && (n < 0xD800 || n > 0xDFFF) {
				b.WriteString(text[:i])
				if n >= ' ' || n == '\t' || n == '\n' || n == '\r' {
					b.WriteRune(rune(n))
				}
				text = text[i+7:]
				continue
			}
		}
		b.WriteString(text[:i+2])
		text = text[i+2:]
	}
	b.WriteString(text)
	return b.String()
}
