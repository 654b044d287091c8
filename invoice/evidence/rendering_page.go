package evidence

import (
	"fmt"
	"strings"

	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// lastDrawn is the last row of the area in which anything is to be seen: print
// areas often reach far below.
func (r *rendering) lastDrawn() int {
	last := r.area.Top
	note := func(row int) {
		if row <= r.area.Bottom {
			last = max(last, row)
		}
	}
	for i := range r.s.Rows {
		row := &r.s.Rows[i]
		for j := range row.Cells {
			if c := &row.Cells[j]; c.Column >= r.area.Left && c.Column <= r.area.Right && (c.Text != "" || drawn(c.Style)) {
				note(row.Index)
				if m, ok := r.seen.Merged(row.Index, c.Column); ok {
					note(min(m.Bottom, r.area.Bottom))
				}
			}
		}
	}
	for i := range r.s.Pictures {
		note(r.lastUnder(r.s.Pictures[i].Anchor))
	}
	for i := range r.s.Boxes {
		note(r.lastUnder(r.s.Boxes[i].Anchor))
	}
	return last
}

// lastUnder is the last row that something over the cells reaches into.
func (r *rendering) lastUnder(a sheet.Anchor) int {
	if a.ToRow > 0 {
		return min(a.ToRow, r.area.Bottom)
	}
	row := a.Row
	for height := points(a.DY + a.Height); row > 0 && row < r.area.Bottom && height > r.s.RowHeight(row); row++ {
		height -= r.s.RowHeight(row)
	}
	return row
}

// drawn reports whether a style shows on an empty cell.
func drawn(s *sheet.Style) bool {
	return s != nil && (groundOf(s.Fill).Set || s.Left.Line+s.Right.Line+s.Top.Line+s.Bottom.Line+s.Up.Line+s.Down.Line != "")
}

const (
	runningSize = 9_000
	runningStep = 11_000
	runningGap  = 6_000
)

// running draws the head and foot of a page of the sheet, above and below its
// cells.
func running(f *templates.Facsimile, s *sheet.Sheet, page, pages int, fonts text.Set) {
	head, foot := runningOf(&s.Page, page)
	codes := pageCodes(s.Name, page, pages)
	if lines := runningLines(head, codes); len(lines) > 0 {
		down := len(lines)*runningStep + runningGap
		move(f, down)
		drawRunning(f, lines, 0, fonts)
	}
	if lines := runningLines(foot, codes); len(lines) > 0 {
		top := f.Height + runningGap
		f.Height = top + len(lines)*runningStep
		drawRunning(f, lines, top, fonts)
	}
}

// runningOf are the head and foot of a page.
func runningOf(p *sheet.Page, page int) (head, foot string) {
	switch {
	case page == 1 && p.FirstHeader+p.FirstFooter != "":
		return p.FirstHeader, p.FirstFooter
	case page%2 == 0 && p.EvenHeader+p.EvenFooter != "":
		return p.EvenHeader, p.EvenFooter
	}
	return p.Header, p.Footer
}

// pageCodes are what codes stand for. The day and the file's folder depend on
// who prints.
func pageCodes(name string, page, pages int) map[string]string {
	return map[string]string{"&P": fmt.Sprint(page), "&N": fmt.Sprint(pages), "&A": name, "&&": "&", "&D": "[date]", "&T": "[time]", "&F": "[file name]", "&Z": "", "&G": "[picture]"}
}

// runningLine is a line of a head or foot: left, centre and right.
type runningLine [3]string

// runningLines are the lines of a head or foot.
func runningLines(code string, codes map[string]string) []runningLine {
	var parts [3]strings.Builder
	at := 1 // the centre, unless said otherwise
	for _, piece := range headerPieces(code) {
		place := map[string]int{"&L": 0, "&C": 1, "&R": 2}
		if n, ok := place[strings.ToUpper(piece)]; ok {
			at = n
			continue
		}
		if strings.HasPrefix(piece, "&") {
			piece = codes[strings.ToUpper(piece)] // fonts and sizes are left out
		}
		parts[at].WriteString(piece)
	}
	var lines []runningLine
	for i := range parts {
		if strings.TrimSpace(parts[i].String()) == "" {
			continue
		}
		for n, line := range strings.Split(strings.Trim(parts[i].String(), "\n"), "\n") {
			for len(lines) <= n {
				lines = append(lines, runningLine{})
			}
			lines[n][i] = strings.TrimSpace(line)
		}
	}
	return lines
}

// drawRunning draws lines from a height on; what is too wide is set smaller.
func drawRunning(f *templates.Facsimile, lines []runningLine, top int, fonts text.Set) {
	for n, line := range lines {
		for i, words := range line {
			words = drawable(words, fonts)
			size := runningSize
			width := fonts.Regular.Width(words, size)
			if width > f.Width {
				size = max(size*f.Width/width, leastType)
				width = fonts.Regular.Width(words, size)
			}
			if words != "" {
				f.Texts = append(f.Texts, templates.Lettering{X: max(f.Width-width, 0) * i / 2, Y: top + n*runningStep + runningSize, Size: size, Text: words})
			}
		}
	}
}

// move moves all of a leaf down.
func move(f *templates.Facsimile, down int) {
	f.Height += down
	for i := range f.Fills {
		f.Fills[i].Y += down
	}
	for i := range f.Rules {
		f.Rules[i].Y1 += down
		f.Rules[i].Y2 += down
	}
	for i := range f.Pictures {
		f.Pictures[i].Y += down
	}
	for i := range f.Texts {
		f.Texts[i].Y += down
	}
}
