package evidence

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/sheet"
)

// copyStrings puts the texts that cells share into English; those of cells that
// are left out become empty, in their places, since cells name them by number.
func (c *copier) copyStrings() error {
	all, err := c.relations(c.workbook)
	if err != nil {
		return err
	}
	for _, r := range all {
		if r.kind == "sharedStrings" && c.data[r.target] != nil {
			return c.copySharedStrings(r.target)
		}
	}
	return nil
}

func (c *copier) copySharedStrings(part string) error {
	data := c.data[part]
	var edits []edit
	var runs []*element
	n := 0
	err := walk(data, nil, func(e *element) {
		switch {
		case e.name == "t" && !e.inside("rPh"):
			runs = append(runs, e)
		case e.name == "si":
			if !c.all && !c.used[n] {
				tag := e.qualified()
				edits = append(edits, edit{e.from, e.to, "<" + tag + "><" + strings.TrimSuffix(tag, "si") + "t/></" + tag + ">"})
			} else {
				edits = append(edits, c.shared(runs)...)
			}
			runs = nil
			n++
		}
	})
	c.data[part] = applied(data, edits)
	return err
}

// shared are the edits of one shared text. Runs of their own formats keep them:
// each is translated by itself if that leaves nothing to guess, else all of the
// text stands in the first.
func (c *copier) shared(runs []*element) []edit {
	whole := ""
	for _, r := range runs {
		whole += string(r.text)
	}
	if !invoice.HasHan(whole) {
		return nil
	}
	c.english(whole) // planned even where runs are translated one by one
	texts := make([]string, len(runs))
	if sure := c.byRuns(runs, texts); !sure {
		clear(texts)
		texts[0] = c.worded(whole)
	}
	var edits []edit
	for i, r := range runs {
		if r.close == r.open && texts[i] == "" {
			continue
		}
		tag := r.qualified()
		edits = append(edits, edit{r.from, r.to, "<" + tag + ` xml:space="preserve">` + escaped(texts[i]) + "</" + tag + ">"})
	}
	return edits
}

// byRuns translates run by run and reports whether nothing was guessed.
func (c *copier) byRuns(runs []*element, texts []string) bool {
	if c.both {
		return len(runs) == 1 && c.single(runs, texts)
	}
	for i, r := range runs {
		text := string(r.text)
		if !invoice.HasHan(text) {
			texts[i] = text
			continue
		}
		inner := strings.TrimSpace(text)
		e := c.english(inner)
		if e.Guess() && len(runs) > 1 {
			return false
		}
		before, after, _ := strings.Cut(text, inner)
		texts[i] = before + c.worded(inner) + after
		if i+1 < len(runs) && after == "" && !strings.HasPrefix(string(runs[i+1].text), " ") {
			texts[i] += " " // Chinese runs stand without blanks between them
		}
	}
	return true
}

func (c *copier) single(runs []*element, texts []string) bool {
	texts[0] = c.worded(string(runs[0].text))
	return true
}

var isHeaderFooter = map[string]bool{"oddHeader": true, "oddFooter": true, "evenHeader": true, "evenFooter": true, "firstHeader": true, "firstFooter": true}

// headerFooter puts the texts of a sheet's header or footer into English; its
// codes (&P, &"font,bold", &12, &K000000) stay.
func (s *sheetCopy) headerFooter(e *element) {
	text := string(e.text)
	if !invoice.HasHan(text) || e.close == e.open {
		return
	}
	s.edits = append(s.edits, edit{e.open, e.close, escaped(s.running(text))})
}

// running is a header or footer in English.
func (c *copier) running(text string) string {
	var b strings.Builder
	text = pageOf.ReplaceAllString(pageNumber.ReplaceAllString(text, "Page &P"), " of &N")
	for _, piece := range headerPieces(text) {
		if strings.HasPrefix(piece, "&") && piece != "&&" || !invoice.HasHan(piece) {
			b.WriteString(piece)
			continue
		}
		b.WriteString(c.worded(piece))
	}
	return b.String()
}

// runningOf puts the headers and footers of all sheets into English.
func (c *copier) runningOf(b *sheet.Book) {
	for _, s := range b.Sheets {
		c.running(s.Page.Header)
		c.running(s.Page.Footer)
	}
}

var (
	pageNumber = pattern.Lazily(`第\s*&P\s*页`)
	pageOf     = pattern.Lazily(`[，,/\s]*共\s*&N\s*页`)
)

// headerTexts are the words of a header or footer, without its codes.
func headerTexts(text string) string {
	var words []string
	text = pageOf.ReplaceAllString(pageNumber.ReplaceAllString(text, ""), "")
	for _, piece := range headerPieces(text) {
		if piece = strings.TrimSpace(piece); piece != "" && (!strings.HasPrefix(piece, "&") || piece == "&&") {
			words = append(words, piece)
		}
	}
	return strings.Join(words, "   ")
}

// headerPieces divides a header into codes and texts.
func headerPieces(text string) []string {
	var pieces []string
	from := 0
	flush := func(to int) {
		if to > from {
			pieces = append(pieces, text[from:to])
		}
	}
	for i := 0; i < len(text); {
		if text[i] != '&' || i+1 == len(text) {
			i++
			continue
		}
		end := i + 2
		switch c := text[i+1]; {
		case c == '"':
			if q := strings.IndexByte(text[end:], '"'); q >= 0 {
				end += q + 1
			}
		case c >= '0' && c <= '9':
			for end < len(text) && text[end] >= '0' && text[end] <= '9' {
				end++
			}
		case c == 'K':
			end = min(i+8, len(text))
		}
		flush(i)
		pieces = append(pieces, text[i:end])
		i, from = end, end
	}
	flush(len(text))
	return pieces
}
