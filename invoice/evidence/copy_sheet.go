package evidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// Parts of a sheet that are copied; others (comments' drawings, controls, lists
// of allowed values, scenarios, filters' values) may hold what isn't printed.
var keptInSheet = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
	"autoFilter", "mergeCells", "phoneticPr", "conditionalFormatting", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
	"headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "legacyDrawingHF", "picture"}

// sheetCopy is a sheet while it is rewritten.
type sheetCopy struct {
	*copier
	of     *copiedSheet
	data   []byte
	edits  []edit
	shared map[string][]formulaAt // formulas that a file writes once, by their number
	broken map[string]bool        // those of which one becomes its value
	drop   map[string]bool        // relationships of what was left out
	ruled  bool                   // a condition of the formatting at hand needs what is left out
	fitter *fitter

	row, column int // at hand
}

// formulaAt is a cell's formula element.
type formulaAt struct {
	row, column int
	f           *element
	value       bool // becomes its stored value
}

func (c *copier) copySheet(of *copiedSheet) error {
	s := &sheetCopy{copier: c, of: of, data: c.data[of.part], shared: map[string][]formulaAt{}, broken: map[string]bool{}, drop: map[string]bool{},
		fitter: &fitter{view: c.book.of(of.name), word: c.worded, all: c.all, needs: map[int]int{}}}
	var cell cellParts
	err := walk(s.data, s.place, func(e *element) {
		switch {
		case e.name == "formula" && e.inside("conditionalFormatting"):
			s.ruled = s.ruled || s.formulaLosesInputs(of.name, string(e.text))
		case e.parent != nil && e.parent.name == "worksheet":
			s.section(e)
		case e.name == "f" && e.parent.name == "c":
			cell.formula = e
		case e.name == "v" && e.parent.name == "c":
			cell.value = e
		case e.name == "t" && e.inside("is"):
			cell.texts = append(cell.texts, e)
		case e.name == "c" && e.parent.name == "row":
			s.cell(e, cell)
			cell = cellParts{}
		case e.name == "row" && e.parent.name == "sheetData":
			s.growRow(e, s.row)
		case e.name == "filterColumn" && !c.all:
			s.edits = append(s.edits, edit{e.from, e.to, ""})
		case e.name == "hyperlink":
			s.hyperlink(e)
		case isHeaderFooter[e.name] && e.parent.name == "headerFooter":
			s.headerFooter(e)
		}
	})
	if err != nil {
		return err
	}
	s.writeShared()
	c.data[of.part] = applied(s.data, s.edits)
	return s.related()
}

// cellParts are the elements of a cell.
type cellParts struct {
	formula, value *element
	texts          []*element
}

// place notes which row or cell begins: one that doesn't say so follows the one
// before it.
func (s *sheetCopy) place(e *element) {
	switch {
	case e.parent == nil:
	case e.name == "row" && e.parent.name == "sheetData":
		s.row, s.column = s.row+1, 0
		if row, err := strconv.Atoi(e.attr("r")); err == nil {
			s.row = row
		}
	case e.name == "c" && e.parent.name == "row":
		s.column++
		if column, _, err := excelize.CellNameToCoordinates(e.attr("r")); err == nil {
			s.column = column
		}
	}
}

// cell rewrites one cell.
func (s *sheetCopy) cell(e *element, parts cellParts) {
	row, column := s.row, s.column
	if !s.all && !s.book.Kept(s.of.name, row, column) {
		s.leaveOut(e, row, column)
		if f := parts.formula; f != nil && f.attr("t") == "shared" { // the others may need its words
			s.shared[f.attr("si")] = append(s.shared[f.attr("si")], formulaAt{row, column, nil, true})
			s.broken[f.attr("si")] = true
		}
		return
	}
	if parts.formula != nil {
		s.formula(row, column, parts.formula)
	}
	fits := s.fitter.fit(row, column)
	tag := s.fitted(e, fits)
	switch e.attr("t") {
	case "s":
		if n, err := strconv.Atoi(strings.TrimSpace(parts.number())); err == nil && !(fits.line && s.inOneLine(e, tag, row, column, parts)) {
			s.used[n] = true
		}
	case "str":
		if v := parts.value; v != nil {
			s.reword(v)
		}
	case "inlineStr":
		for _, t := range parts.texts {
			s.reword(t)
		}
	}
}

// number is the number of the text that a cell shares.
func (p *cellParts) number() string {
	if p.value == nil {
		return ""
	}
	return string(p.value.text)
}

// fitted is the start tag of a cell with the look that it needs.
func (s *sheetCopy) fitted(e *element, fits look) string {
	tag := string(s.data[e.from:e.open])
	of, _ := strconv.Atoi(e.attr("s")) // 0 where none is given
	number, ok := s.styles.with(of, fits)
	if ok {
		tag = withAttributes(styleNumber.ReplaceAllString(tag, ""), fmt.Sprintf(`s="%d"`, number))
		s.edits = append(s.edits, edit{e.from, e.open, tag})
	}
	return tag
}

var (
	styleNumber = pattern.Lazily(`\ss=(?:"[^"]*"|'[^']*')`)
	cellType    = pattern.Lazily(`\st=(?:"[^"]*"|'[^']*')`)
)

// inOneLine gives a cell that shares a text of several lines its own in one.
func (s *sheetCopy) inOneLine(e *element, tag string, row, column int, parts cellParts) bool {
	if parts.formula != nil {
		return false
	}
	c := s.fitter.view.cells[[2]int{row, column}]
	prefix := strings.TrimSuffix(e.qualified(), "c")
	tag = withAttributes(cellType.ReplaceAllString(tag, ""), `t="inlineStr"`)
	inline := fmt.Sprintf(`<%[1]sis><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sis>`, prefix, escaped(inLine(s.worded(c.Text))))
	s.edits = append(s.edits, edit{e.from, e.to, tag + inline + "</" + e.qualified() + ">"})
	return true
}

// leaveOut takes a cell away; one that a merged cell covers keeps its borders.
func (s *sheetCopy) leaveOut(e *element, row, column int) {
	if s.book.Place(s.of.name, row, column) || e.attr("r") == "" { // which the next ones count from
		s.edits = append(s.edits, edit{e.open, e.close, ""})
		return
	}
	s.edits = append(s.edits, edit{e.from, e.to, ""})
}

// reword puts an element's text into English.
func (s *sheetCopy) reword(e *element) {
	if text := string(e.text); invoice.HasHan(text) && e.close > e.open {
		s.edits = append(s.edits, edit{e.open, e.close, escaped(s.worded(text))})
	}
}

// formula keeps a formula, or drops it so that its stored value stands, where
// something that it needs is left out.
func (s *sheetCopy) formula(row, column int, f *element) {
	lost := !s.all && s.formulaLosesInputs(s.of.name, s.book.Formula(s.of.name, row, column))
	if f.attr("t") == "shared" {
		si := f.attr("si")
		s.shared[si] = append(s.shared[si], formulaAt{row, column, f, lost})
		s.broken[si] = s.broken[si] || lost
		return
	}
	if lost {
		s.edits = append(s.edits, edit{f.from, f.to, ""})
	}
}

// writeShared writes out the formulas that were shared with one that is gone.
func (s *sheetCopy) writeShared() {
	for si, all := range s.shared {
		if !s.broken[si] {
			continue
		}
		for _, a := range all {
			switch {
			case a.f == nil:
			case a.value:
				s.edits = append(s.edits, edit{a.f.from, a.f.to, ""})
			default:
				tag := a.f.qualified()
				formula := strings.TrimPrefix(s.book.Formula(s.of.name, a.row, a.column), "=")
				s.edits = append(s.edits, edit{a.f.from, a.f.to, "<" + tag + ">" + escaped(formula) + "</" + tag + ">"})
			}
		}
	}
}

// section drops a part of the sheet that isn't copied.
func (s *sheetCopy) section(e *element) {
	ruled := s.ruled
	s.ruled = false
	switch {
	case s.all:
		return
	case !slices.Contains(keptInSheet, e.name):
	case e.name == "conditionalFormatting" && (ruled || !s.keptRanges(e.attr("sqref"))):
	default:
		return
	}
	s.edits = append(s.edits, edit{e.from, e.to, ""})
	if id := e.relation("id"); id != "" {
		s.drop[id] = true
	}
}

// keptRanges reports whether all cells of "A1:B2 C3" are kept.
func (s *sheetCopy) keptRanges(ranges string) bool {
	for _, r := range strings.Fields(ranges) {
		if s.losesCells(s.of.name, r) {
			return false
		}
	}
	return true
}

// hyperlink drops the link of a cell that is left out.
func (s *sheetCopy) hyperlink(e *element) {
	if s.all || s.keptRanges(e.attr("ref")) && !s.formulaLosesInputs(s.of.name, e.attr("location")) {
		return
	}
	s.edits = append(s.edits, edit{e.from, e.to, ""})
	if id := e.relation("id"); id != "" {
		s.drop[id] = true
	}
}

// related drops the relationships of what was left out, and copies drawings.
func (s *sheetCopy) related() error {
	err := s.unrelate(s.of.part, func(r relation) bool {
		return s.drop[r.id] || !s.all && !slices.Contains(keptOfSheet, r.kind)
	})
	if err != nil {
		return err
	}
	all, err := s.relations(s.of.part)
	if err != nil {
		return err
	}
	for _, r := range all {
		switch r.kind {
		case "drawing":
			err = s.copyDrawing(r.target)
		case "comments", "threadedComment":
			err = s.copyTexts(r.target)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// copyTexts puts all texts of a part into English.
func (c *copier) copyTexts(part string) error {
	var edits []edit
	err := walk(c.data[part], nil, func(e *element) {
		if text := string(e.text); (e.name == "t" || e.name == "text") && invoice.HasHan(text) && e.close > e.open {
			edits = append(edits, edit{e.open, e.close, escaped(c.worded(text))})
		}
	})
	c.data[part] = applied(c.data[part], edits)
	return err
}
