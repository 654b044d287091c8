package sheet

import "strings"

// printNames finds what is printed of sheet i among the defined names.
func (s *Sheet) printNames(names []definedName, i int) error {
	for _, n := range names {
		own := n.sheet == i
		switch strings.TrimPrefix(n.name, "_xlnm.") {
		case "print_area":
			if own || n.sheet < 0 && s.named(n.refers) {
				if err := s.setPrintArea(n.refers); err != nil {
					return err
				}
			}
		case "print_titles":
			if own || n.sheet < 0 && s.named(n.refers) {
				s.setPrintTitles(n.refers)
			}
		}
	}
	return nil
}

// named reports whether a reference names the sheet.
func (s *Sheet) named(refers string) bool {
	name, _ := splitReference(splitUnion(refers)[0])
	return strings.EqualFold(name, s.Name)
}

// setPrintArea takes the areas of a list of references. What is broken or
// calculated can't be known and is noted.
func (s *Sheet) setPrintArea(refers string) error {
	if len(refers) > maxFormula {
		return tooLarge("more than %d print areas of sheet %s", maxAreas, s.Name)
	}
	for _, part := range splitUnion(refers) {
		_, cells := splitReference(part)
		r, ok := parseRange(cells)
		if !ok {
			s.Notes = append(s.Notes, "the print area "+shorten(part)+" of sheet "+s.Name+" can't be resolved and was not used")
			continue
		}
		if len(s.PrintAreas) == maxAreas {
			return tooLarge("more than %d print areas of sheet %s", maxAreas, s.Name)
		}
		s.PrintAreas = append(s.PrintAreas, r)
	}
	return nil
}

func (s *Sheet) setPrintTitles(refers string) {
	for _, part := range splitUnion(refers) {
		_, cells := splitReference(part)
		r, ok := parseRange(cells)
		switch {
		case !ok:
		case r.Left == 1 && r.Right == MaxColumn:
			s.TitleRows = r
		case r.Top == 1 && r.Bottom == MaxRow:
			s.TitleColumns = r
		}
	}
}

func shorten(text string) string {
	if r := []rune(text); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return text
}
