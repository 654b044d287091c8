package sheet

import (
	"context"
	"fmt"
	"strings"
)

// xlsx reads a workbook of Office Open XML, also one with macros (they are not
// run) and a template.
type xlsx struct {
	ctx context.Context
	*parts
	values
	book     *Book
	relation []relation // the workbook's
	strings  []richText
	styles   []*Style
	theme    []Color
	palette  []Color
	names    []definedName
	// uncalculated: the program that wrote the file asks for calculation, since
	// it doesn't calculate itself. A 0 that a formula gave may be none of its
	// value.
	uncalculated bool
	outside      map[string]bool // names that refer to another workbook, in small letters
	spent        spent
	media        map[string][]byte
	inCells      map[string]*object // pictures in cells, by their names
}

// spent counts what of the bounds was used up.
type spent struct{ cells, blank, rows, merges, shapes, runs, records int }

// cell counts a cell: whether it is kept, and an error if there are too many.
// Blank ones to the last row of a sheet are common, and show nothing.
func (s *spent) cell(blank bool) (bool, error) {
	if blank {
		s.blank++
		return s.blank <= maxBlank, nil
	}
	if s.cells++; s.cells > maxCells {
		return false, tooLarge("more than %d cells", maxCells)
	}
	return true, nil
}

// note tells what was left out.
func (s *spent) note(b *Book) {
	if s.blank > maxBlank {
		b.Notes = append(b.Notes, fmt.Sprintf("of %d blank cells with a style, only %d were read", s.blank, maxBlank))
	}
}

// richText is a text, in one style or several.
type richText struct {
	text string
	runs []Run
}

// definedName is a name of the workbook for cells or a formula.
type definedName struct {
	name, refers string
	sheet        int // -1 for the whole workbook
}

// XLSX reads a workbook of the Office Open XML formats.
func XLSX(ctx context.Context, data []byte) (*Book, error) {
	p, err := openParts(data)
	if err != nil {
		return nil, err
	}
	top, err := p.relations("")
	if err != nil {
		return nil, err
	}
	path := byKind(top, "officeDocument")
	if path == "" || !p.has(path) {
		path = "xl/workbook.xml"
	}
	if !p.has(path) || strings.HasSuffix(path, ".bin") || !strings.Contains(partName(path), "xl/") && p.other() != "a ZIP archive" {
		return nil, otherFormat(p.other())
	}
	x := &xlsx{ctx: ctx, parts: p, values: newValues(), book: &Book{}, outside: map[string]bool{}, media: map[string][]byte{}}
	if err := x.workbook(path); err != nil {
		return nil, err
	}
	x.spent.note(x.book)
	return x.book, nil
}

// entry is a sheet as the workbook lists it.
type entry struct {
	name, id   string
	visibility Visibility
}

func (x *xlsx) workbook(path string) (err error) {
	if x.relation, err = x.relations(path); err != nil {
		return err
	}
	entries, err := x.outline(path)
	if err != nil {
		return err
	}
	if err := x.readTheme(byKind(x.relation, "theme")); err != nil {
		return err
	}
	if err := x.readStyles(byKind(x.relation, "styles")); err != nil {
		return err
	}
	if err := x.readStrings(byKind(x.relation, "sharedStrings")); err != nil {
		return err
	}
	if err := x.readCellImages(); err != nil {
		return err
	}
	for i, e := range entries {
		s := &Sheet{Name: e.name, Visibility: e.visibility}
		x.book.Sheets = append(x.book.Sheets, s)
		if err := x.readSheet(s, e.id); err != nil {
			return err
		}
		if err := s.printNames(x.names, i); err != nil {
			return err
		}
	}
	return nil
}

// outline reads what the workbook itself says: its sheets, names and the start
// of its calendar.
func (x *xlsx) outline(path string) (entries []entry, err error) {
	m, err := x.markup(path)
	if err != nil {
		return nil, err
	}
	err = m.each(func(root tag) error {
		if root.name != "workbook" {
			return otherFormat("XML of another kind")
		}
		return m.each(func(t tag) error {
			switch t.name {
			case "workbookPr":
				x.from1904 = t.flag("date1904", false)
			case "calcPr":
				x.uncalculated = t.flag("fullCalcOnLoad", false)
			case "sheets":
				return m.each(func(t tag) error {
					if len(entries) == maxSheets {
						return tooLarge("more than %d sheets", maxSheets)
					}
					entries = append(entries, entry{t.attribute("name"), relationID(t), visibility(t.attribute("state"))})
					return nil
				})
			case "definedNames":
				return m.each(func(t tag) error { return x.defineName(m, t) })
			}
			return nil
		})
	})
	if err == nil && len(entries) == 0 {
		err = damaged("it has no sheets")
	}
	return entries, err
}

// relationID is the attribute r:id; a plain id is another thing.
func relationID(t tag) string {
	rest := string(t.attributes)
	for _, prefix := range []string{":id=\"", ":id='"} {
		if _, after, ok := strings.Cut(rest, prefix); ok {
			if end := strings.IndexAny(after, `"'`); end >= 0 {
				return after[:end]
			}
		}
	}
	return t.attribute("id")
}

func visibility(state string) Visibility {
	switch state {
	case "hidden":
		return Hidden
	case "veryHidden":
		return VeryHidden
	}
	return Visible
}

// defineName keeps the names that matter: what is printed, and what stands in
// other workbooks.
func (x *xlsx) defineName(m *markup, t tag) error {
	text, err := m.text()
	if err != nil {
		return err
	}
	name := strings.ToLower(t.attribute("name"))
	switch strings.TrimPrefix(name, "_xlnm.") {
	case "print_area", "print_titles":
		if len(x.names) == maxNames {
			return tooLarge("more than %d print areas", maxNames)
		}
		x.names = append(x.names, definedName{name, text, t.number("localSheetId", -1)})
	default:
		if x.refersOutside(text) {
			x.outside[name] = true
		}
	}
	return nil
}

// maxNames is how many print areas and titles of sheets there may be.
const maxNames = 4 * maxSheets
