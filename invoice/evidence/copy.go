package evidence

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice"
)

// copier makes the English copy of a workbook.
type copier struct {
	*parts
	book    *bookView
	english func(string) English
	both    bool // the Chinese stands above the English
	all     bool // nothing is left out

	workbook string // the part
	sheets   []copiedSheet
	used     map[int]bool    // shared strings that kept cells use
	lost     map[string]bool // whether a range that a formula names loses cells

	styles     *styles
	stylesPart string
}

// copiedSheet is a sheet of the workbook.
type copiedSheet struct {
	name, id, part string
	kept           bool
	element        [2]int // its place in the workbook's part
}

// copyWorkbook is the workbook with its texts in English, what isn't printed
// left out.
func copyWorkbook(data []byte, b *bookView, english func(string) English, both, all bool) ([]byte, error) {
	p, err := rewritten(data, b, english, both, all)
	if err != nil {
		return nil, err
	}
	return p.pack()
}

// rewritten are the parts of the copy.
func rewritten(data []byte, b *bookView, english func(string) English, both, all bool) (*parts, error) {
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	c := &copier{parts: p, book: b, english: english, both: both, all: all, used: map[int]bool{}, lost: map[string]bool{}}
	for _, step := range []func() error{c.openWorkbook, c.dropParts, c.openStyles, c.copySheets, c.writeStyles, c.copyStrings, c.copyWorkbookPart, c.sweep} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("copying the workbook: %w", err)
		}
	}
	return p, nil
}

// openWorkbook finds the workbook's part and its sheets.
func (c *copier) openWorkbook() error {
	roots, err := c.relations("")
	if err != nil {
		return err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			c.workbook = r.target
		}
	}
	if c.data[c.workbook] == nil {
		return fmt.Errorf("it has no workbook part")
	}
	targets := map[string]string{}
	all, err := c.relations(c.workbook)
	if err != nil {
		return err
	}
	for _, r := range all {
		targets[r.id] = r.target
	}
	return walk(c.data[c.workbook], nil, func(e *element) {
		if e.name == "sheet" && e.inside("sheets") {
			s := copiedSheet{name: e.attr("name"), id: e.relation("id"), element: [2]int{e.from, e.to}}
			s.part = targets[s.id]
			s.kept = c.all || c.book.KeptSheet(s.name)
			c.sheets = append(c.sheets, s)
		}
	})
}

// Relationships that lead to what is copied. What isn't named here (comments,
// links to other workbooks, pivot tables, macros, queries, custom data) is left
// behind: costs and names may stand in it.
var (
	keptOfPackage  = []string{"officeDocument"}
	keptOfWorkbook = []string{"worksheet", "styles", "theme", "sharedStrings", "sheetMetadata"}
	keptOfSheet    = []string{"drawing", "printerSettings", "hyperlink", "image", "vmlDrawing"}
	keptOfDrawing  = []string{"image", "hyperlink"}
)

// dropParts cuts the ways to what isn't copied.
func (c *copier) dropParts() error {
	if c.all {
		return c.dropMacros()
	}
	err := c.unrelate("", func(r relation) bool { return !slices.Contains(keptOfPackage, r.kind) })
	if err != nil {
		return err
	}
	left := map[string]bool{}
	for _, s := range c.sheets {
		left[s.part] = !s.kept
	}
	return c.unrelate(c.workbook, func(r relation) bool { return !slices.Contains(keptOfWorkbook, r.kind) || left[r.target] })
}

// macroType is the type of a workbook with macros, plainType that of one
// without.
const (
	macroType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	plainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// dropMacros leaves programs behind: the copy is a plain workbook.
func (c *copier) dropMacros() error {
	return c.unrelate(c.workbook, func(r relation) bool { return r.kind == "vbaProject" || r.kind == "calcChain" })
}

// openStyles reads the looks of the cells; a workbook may have none.
func (c *copier) openStyles() error {
	all, err := c.relations(c.workbook)
	for _, r := range all {
		if r.kind == "styles" {
			c.stylesPart = r.target
		}
	}
	if err == nil {
		c.styles, err = openStyles(c.data[c.stylesPart])
	}
	return err
}

func (c *copier) writeStyles() error {
	if c.data[c.stylesPart] != nil {
		c.data[c.stylesPart] = c.styles.written()
	}
	return nil
}

// copySheets rewrites the sheets that are kept.
func (c *copier) copySheets() error {
	for i := range c.sheets {
		s := &c.sheets[i]
		if !s.kept || c.data[s.part] == nil {
			continue
		}
		if err := c.copySheet(s); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	return nil
}

// copyWorkbookPart drops the sheets that are left out from the workbook's part,
// and what refers to them.
func (c *copier) copyWorkbookPart() error {
	types := string(c.data[contentTypes])
	c.data[contentTypes] = []byte(strings.ReplaceAll(types, macroType, plainType))
	if c.all {
		return nil
	}
	var edits []edit
	index, place := make([]int, len(c.sheets)), 0
	for i, s := range c.sheets {
		index[i] = place
		if s.kept {
			place++
		} else {
			edits = append(edits, edit{s.element[0], s.element[1], ""})
			index[i] = -1
		}
	}
	err := walk(c.data[c.workbook], nil, func(e *element) {
		switch e.name {
		case "definedName":
			edits = append(edits, c.definedName(e, index)...)
		case "externalReferences", "pivotCaches", "customWorkbookViews", "fileRecoveryPr", "functionGroups", "webPublishing", "extLst", "fileSharing":
			edits = append(edits, edit{e.from, e.to, ""})
		case "workbookView":
			edits = append(edits, views(e, c.data[c.workbook])...)
		}
	})
	c.data[c.workbook] = applied(c.data[c.workbook], edits)
	return err
}

// views makes a window open on the first sheet: the others' numbers changed.
func views(e *element, data []byte) []edit {
	tag := string(data[e.from:e.open])
	var edits []edit
	for _, name := range []string{"activeTab", "firstSheet"} {
		if at := strings.Index(tag, " "+name+"=\""); at >= 0 {
			end := at + len(name) + 3 + strings.IndexByte(tag[at+len(name)+3:], '"') + 1
			edits = append(edits, edit{e.from + at, e.from + end, ""})
		}
	}
	return edits
}

// definedName keeps a name whose cells are all kept, under the new number of
// its sheet.
func (c *copier) definedName(e *element, index []int) []edit {
	gone := []edit{{e.from, e.to, ""}}
	if !strings.Contains(string(e.text), "!") || c.formulaLosesInputs("", string(e.text)) {
		return gone // a constant, a formula of its own, or what is left out
	}
	local := e.attr("localSheetId")
	if local == "" {
		return nil
	}
	n := 0
	if _, err := fmt.Sscanf(local, "%d", &n); err != nil || n < 0 || n >= len(index) || index[n] < 0 {
		return gone
	}
	tag := string(c.data[c.workbook][e.from:e.open])
	at := strings.Index(tag, `localSheetId="`+local+`"`)
	if at < 0 {
		return gone
	}
	at += len(`localSheetId="`)
	return []edit{{e.from + at, e.from + at + len(local), fmt.Sprint(index[n])}}
}

// worded is a text of the copy: English, or both languages; a guess marked, with
// the Chinese beside it.
func (c *copier) worded(text string) string {
	if !invoice.HasHan(text) {
		return text
	}
	e := c.english(text)
	if len(e.Lines) == 0 { // not asked for yet
		return text
	}
	if own := letters(e.Text); c.both && !e.Guess() && own != "" && strings.Contains(letters(text), own) {
		return text // it says both already
	}
	if c.both && e.Text != "" {
		english := make([]string, len(e.Lines))
		for i, line := range e.Lines {
			english[i] = line.Text + mark(line)
		}
		return text + "\n" + strings.Join(english, "\n")
	}
	lines := make([]string, len(e.Lines))
	for i, line := range e.Lines {
		lines[i] = strings.TrimSpace(line.Text + mark(line) + " " + line.Original)
	}
	return strings.Join(lines, "\n")
}

func mark(e English) string {
	if e.Guess() {
		return guessMark
	}
	return ""
}
