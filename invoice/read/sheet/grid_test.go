package sheet

import (
	"fmt"
	"strings"
	"testing"

	"yipiao/invoice/read/grid"
)

// dump is a grid in short: a line a row, place=text[left-right,down].
func dump(g *grid.Grid) string {
	if g == nil {
		return "none"
	}
	var b strings.Builder
	for _, r := range g.Rows {
		fmt.Fprintf(&b, "%d:", r.Top/1000)
		for _, c := range r.Cells {
			_, place, _ := strings.Cut(c.Where, "!")
			fmt.Fprintf(&b, " %s=%s", place, c.Text)
			if c.Right-c.Left > 1000 || c.Down > 1 {
				fmt.Fprintf(&b, "[%d-%d,%d]", c.Left/1000, c.Right/1000-1, c.Down)
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// filled is a sheet of rows × columns, each cell with its own place as text.
func filled(rows, columns int) string {
	var b strings.Builder
	b.WriteString("<sheetData>")
	for r := 1; r <= rows; r++ {
		fmt.Fprintf(&b, `<row r="%d">`, r)
		for c := 1; c <= columns; c++ {
			fmt.Fprintf(&b, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, cellName(r, c), strings.ToLower(cellName(r, c)))
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData>"
}

func printArea(refers string) made {
	return made{"xl/workbook.xml": workbookXML(`<sheet name="S" sheetId="1" r:id="rId1"/>`, `<definedName name="_xlnm.Print_Area" localSheetId="0">`+refers+`</definedName>`)}
}

func TestGrid(t *testing.T) {
	row := func(n int, attributes, cells string) string {
		return fmt.Sprintf(`<row r="%d" %s>%s</row>`, n, attributes, cells)
	}
	cell := func(place, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, place, text)
	}
	data := func(rows ...string) string { return "<sheetData>" + strings.Join(rows, "") + "</sheetData>" }
	for _, c := range []struct {
		name, sheet string
		more        made
		want        string
	}{
		{"all", filled(2, 2), nil, "1: A1=a1 B1=b1\n2: A2=a2 B2=b2"},
		{"gaps", data(row(2, "", cell("B2", "x")), row(5, "", cell("A5", "y")), row(9, "", `<c r="A9" s="0"/>`)), nil, "2: B2=x\n3:\n4:\n5: A5=y"},
		{"hidden columns", `<cols><col min="2" max="2" hidden="1"/><col min="3" max="3" width="0.1"/></cols>` + filled(1, 4), nil, "1: A1=a1 D1=d1"},
		{"hidden rows", data(row(1, "", cell("A1", "a")), row(2, `hidden="1"`, cell("A2", "b")), row(3, `ht="0.5"`, cell("A3", "c")), row(5, "", cell("A5", "d"))), nil, "1: A1=a\n4:\n5: A5=d"},
		{"rows hidden unless told", `<sheetFormatPr zeroHeight="1"/>` + data(row(2, "", cell("A2", "b")), row(5, "", cell("A5", "d"))), nil, "2: A2=b\n5: A5=d"},
		{"print area", filled(4, 4), printArea("S!$B$2:$C$3"), "2: B2=b2 C2=c2\n3: B3=b3 C3=c3"},
		{"print areas", filled(4, 4), printArea("S!$A$1,S!$D$4"), "1: A1=a1\n2:\n3:\n4: D4=d4"},
		{"print area of whole columns", filled(2, 3), printArea("S!$A:$B"), "1: A1=a1 B1=b1\n2: A2=a2 B2=b2"},
		{"print area and hidden column", `<cols><col min="2" max="2" hidden="1"/></cols>` + filled(1, 4), printArea("S!$A$1:$C$1"), "1: A1=a1 C1=c1"},
		{"broken print area", filled(1, 2), printArea("S!#REF!"), "1: A1=a1 B1=b1"},
		{"half broken print area", filled(1, 2), printArea("S!#REF!,S!$B$1"), "1: B1=b1"},
		{"merged", filled(3, 3) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, nil, "1: A1=a1[1-2,2] C1=c1\n2: C2=c2\n3: A3=a3 B3=b3 C3=c3"},
		{"merged over hidden ones", `<cols><col min="1" max="1" hidden="1"/><col min="3" max="3" hidden="1"/></cols>` + data(row(1, `hidden="1"`, cell("A1", "m")), row(2, "", cell("D2", "x")), row(3, `hidden="1"`, ""), row(4, "", cell("A4", "no"))) + `<mergeCells><mergeCell ref="A1:C4"/></mergeCells>`, nil,
			"2: A1=m[2-2,2] D2=x"},
		{"merged, all hidden", `<cols><col min="1" max="2" hidden="1"/></cols>` + filled(1, 3) + `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, nil, "1: C1=c1"},
		{"merged beyond the print area", filled(3, 3) + `<mergeCells><mergeCell ref="A1:C3"/></mergeCells>`, printArea("S!$B$2:$B$9"), "2: A1=a1[2-2,2]"},
		{"merged outside the print area", filled(3, 3) + `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`, printArea("S!$C$1:$C$2"), "1: C1=c1\n2: C2=c2"},
		{"merged overlapping", filled(2, 3) + `<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C2"/></mergeCells>`, nil, "1: A1=a1[1-2,2] C1=c1\n2: C2=c2"},
		{"cells out of order", data(row(2, "", cell("B2", "b")+cell("A2", "a")), row(1, "", cell("A1", "x"))), nil, "1: A1=x\n2: A2=a B2=b"},
		{"repeated rows", filled(4, 3), made{"xl/workbook.xml": workbookXML(`<sheet name="S" sheetId="1" r:id="rId1"/>`, `<definedName name="_xlnm.Print_Area" localSheetId="0">S!$B$3:$C$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">S!$1:$1</definedName>`)},
			"1: B1=b1 C1=c1\n2:\n3: B3=b3 C3=c3\n4: B4=b4 C4=c4"},
		{"no zeros", `<sheetViews><sheetView showZeros="0"/></sheetViews>` + data(row(1, "", `<c r="A1"><v>0</v></c><c r="B1"><v>1</v></c>`)), nil, "1: B1=1"},
		{"no value", data(row(1, "", `<c r="A1"><f>B1*2</f></c><c r="B1" t="e"><v>#REF!</v></c>`)), nil, "1: A1==B1*2 B1=#REF!"},
		{"hidden sheet", filled(1, 1), made{"xl/workbook.xml": workbookXML(`<sheet name="S" sheetId="1" state="hidden" r:id="rId1"/>`, "")}, "none"},
		{"a far cell", data(row(1, "", cell("A1", "a")), row(1048576, "", cell("XFD1048576", "z"))), printArea("S!$A$1:$B$1"), "1: A1=a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := dump(makeBook(c.sheet, c.more).open(t).Sheets[0].Grid()); got != c.want {
				t.Errorf("\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestGridCells(t *testing.T) {
	styles := strings.Replace(stylesXML("General", "yyyy-mm-dd", `"$"#,##0.00`, "h:mm"), "<font>", "<font><b/>", 1)
	book := makeBook(`<sheetData><row r="3"><c r="A3" s="2"><f>[1]x!A1</f><v>12.5</v></c><c r="B3" s="1"><v>45003</v></c><c r="C3" t="str"><v>12.5</v></c><c r="D3" t="b"><v>0</v></c><c r="E3" s="3"><v>0.75</v></c></row></sheetData>`,
		made{"xl/styles.xml": styles, "xl/workbook.xml": workbookXML(`<sheet name="CI-1" sheetId="1" r:id="rId1"/>`, "")}).open(t)
	g := book.Sheets[0].Grid()
	want := []grid.Cell{
		{Kind: grid.Number, Text: "$12.50", Number: "12.50", Format: `"$"#,##0.00`, Left: 1000, Right: 2000, Down: 1, Bold: true, External: true, Where: "'CI-1'!A3"},
		{Kind: grid.Date, Text: "2023-03-18", Date: "2023-03-18", Format: "yyyy-mm-dd", Left: 2000, Right: 3000, Down: 1, Bold: true, Where: "'CI-1'!B3"},
		{Text: "12.5", Left: 3000, Right: 4000, Down: 1, Bold: true, Where: "'CI-1'!C3"},
		{Text: "FALSE", Left: 4000, Right: 5000, Down: 1, Bold: true, Where: "'CI-1'!D3"},
		{Text: "18:00", Left: 5000, Right: 6000, Down: 1, Bold: true, Where: "'CI-1'!E3"},
	}
	if len(g.Rows) != 1 || g.Rows[0].Top != 3000 || g.Rows[0].Bottom != 4000 || g.Loose || g.Name != "CI-1" {
		t.Fatalf("%+v", g)
	}
	for i, c := range g.Rows[0].Cells {
		if c != want[i] {
			t.Errorf("\n%+v, want\n%+v", c, want[i])
		}
	}
}

// TestGridBoxes: texts of text boxes stand where the boxes begin, if that is
// seen.
func TestGridBoxes(t *testing.T) {
	s := makeBook(`<cols><col min="4" max="4" hidden="1"/></cols>`+filled(2, 3), nil).open(t).Sheets[0]
	s.Boxes = []Box{
		{Anchor: Anchor{Row: 1, Column: 2, ToRow: 2, ToColumn: 3}, Text: " 发票\n"},
		{Anchor: Anchor{Row: 1, Column: 4}, Text: "hidden"},
		{Anchor: Anchor{Row: 5, Column: 5}, Text: "below"},
	}
	if got, want := dump(s.Grid()), "1: A1=a1 B1=b1 B1=发票[2-3,2] C1=c1\n2: A2=a2 B2=b2 C2=c2\n3:\n4:\n5: E5=below"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	s.PrintAreas = []Range{{1, 1, 1, 1}}
	if got, want := dump(s.Grid()), "1: A1=a1"; got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

// TestQuoteSheet has names as Excel writes them in formulas.
func TestQuoteSheet(t *testing.T) {
	for name, want := range map[string]string{
		"CI": "CI", "发票": "发票", "商业发票_2": "商业发票_2", "Sheet 1": "'Sheet 1'", "It's": "'It''s'", "A1": "'A1'", "PI2023": "'PI2023'", "XFE1": "XFE1",
		"2023": "'2023'", "CI-1": "'CI-1'", "CI.1": "CI.1", "R1C1": "'R1C1'", "R": "'R'", "c": "'c'", "RC": "'RC'", "TRUE": "'TRUE'", "CI&PL": "'CI&PL'",
		"装箱单(1)": "'装箱单(1)'", "①": "'①'", "": "''", "Sheet1": "Sheet1", "ABCD12": "ABCD12", "é": "é",
	} {
		if got := quoteSheet(name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}

func TestParseRange(t *testing.T) {
	for text, want := range map[string]Range{
		"$A$1:$H$66": {1, 1, 66, 8}, "A1": {1, 1, 1, 1}, "H66:A1": {1, 1, 66, 8}, "A:C": {1, 1, MaxRow, 3}, "$2:$3": {2, 1, 3, MaxColumn}, "XFD1048576": {MaxRow, MaxColumn, MaxRow, MaxColumn},
		"XFE1": {}, "A1048577": {}, "A": {}, "5": {}, "": {}, "A1:B": {}, "#REF!": {}, "A0": {}, "AAAA1": {}, "A1:": {}, "A99999999999": {}, "$": {}, "A$": {},
	} {
		if got, ok := parseRange(text); got != want || ok != (want != Range{}) {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
}

// TestMergesAgainstPlain compares the sweep with looking at all merges.
func TestMergesAgainstPlain(t *testing.T) {
	seed := uint32(7)
	random := func(n int) int { seed = seed*1664525 + 1013904223; return int(seed>>8) % n }
	for range 200 {
		s := &Sheet{}
		for range 12 {
			top, left := random(20)+1, random(20)+1
			s.Merges = append(s.Merges, Range{top, left, top + random(5), left + random(5)})
		}
		s.settleMerges()
		for i, a := range s.Merges {
			for _, b := range s.Merges[i+1:] {
				if a.overlaps(b) {
					t.Fatalf("%v overlaps %v", a, b)
				}
			}
		}
		w, index := newSweep(s.Merges), indexMerges(s.Merges)
		for row := 1; row <= 26; row += 1 + random(2) {
			w.to(row)
			for column := range 27 {
				var want Range
				for _, m := range s.Merges {
					if m.has(row, column) {
						want = m
					}
				}
				got, _ := w.at(column)
				if other, _ := index.at(row, column); got != want || other != want {
					t.Fatalf("%v and %v, want %v at %d,%d", got, other, want, row, column)
				}
			}
		}
	}
}

func TestSpans(t *testing.T) {
	var s spans
	s = s.add(3, 4).add(5, 5).add(9, 12)
	for _, c := range [][5]int{{1, 2, 1, 2, 2}, {1, 4, 1, 2, 2}, {4, 10, 6, 8, 3}, {3, 5, 0, 0, 0}, {5, 5, 0, 0, 0}, {5, 6, 6, 6, 1}, {10, 13, 13, 13, 1}, {1, 20, 1, 20, 13}, {13, 15, 13, 15, 3}} {
		if from, to, count := s.outside(c[0], c[1]); from != c[2] || to != c[3] || count != c[4] {
			t.Errorf("%v: %d %d %d", c, from, to, count)
		}
	}
}
