package evidence

import (
	"testing"

	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// drawnSheet is a sheet with a merged cell over three rows, of which only the
// first has a style, a head and a foot.
func drawnSheet() *sheet.Sheet {
	line := sheet.Side{Line: "thin"}
	ruled := &sheet.Style{Left: line, Right: line, Top: line, Bottom: line}
	cell := func(column int, text string, style *sheet.Style) sheet.Cell {
		return sheet.Cell{Column: column, Kind: sheet.Text, Text: text, Style: style}
	}
	return &sheet.Sheet{Name: "CI", DefaultWidth: 10, DefaultHeight: 15000,
		Rows: []sheet.Row{{Index: 1, Cells: []sheet.Cell{cell(1, "唛头", ruled), cell(2, "品名", nil)}},
			{Index: 2, Cells: []sheet.Cell{cell(2, "保温杯", nil)}}, {Index: 3, Cells: []sheet.Cell{cell(2, "杯盖", nil)}},
			{Index: 90, Cells: []sheet.Cell{cell(1, "", &sheet.Style{})}}},
		Merges: []sheet.Range{{Top: 1, Left: 1, Bottom: 3, Right: 1}},
		Page:   sheet.Page{Header: "&L&\"宋体\"&9星禾日用品&R&A", Footer: "&C第 &P 页 / &N"}}
}

func TestRenderingOfMergedCells(t *testing.T) {
	s := drawnSheet()
	s.Page = sheet.Page{}
	leaves := renderings(&sheet.Book{Sheets: []*sheet.Sheet{s}}, s, text.Standard())
	if len(leaves) != 1 {
		t.Fatalf("%d leaves", len(leaves))
	}
	f := leaves[0]
	if f.Height != 45000 {
		t.Errorf("the leaf is %d high: empty rows belong to it", f.Height)
	}
	right := f.Width / 2
	for _, side := range []templates.Rule{{X1: 0, X2: 0, Y1: 0, Y2: 45000}, {X1: right, X2: right, Y1: 0, Y2: 45000}, {X1: 0, X2: right, Y1: 45000, Y2: 45000}} {
		found := false
		for _, r := range f.Rules {
			found = found || r.X1 == side.X1 && r.X2 == side.X2 && r.Y1 == side.Y1 && r.Y2 == side.Y2
		}
		if !found {
			t.Errorf("no border from %d,%d to %d,%d in %v", side.X1, side.Y1, side.X2, side.Y2, f.Rules)
		}
	}
}

func TestRenderingHasHeadAndFoot(t *testing.T) {
	s := drawnSheet()
	f := renderings(&sheet.Book{Sheets: []*sheet.Sheet{s}}, s, text.Standard())[0]
	at := map[string]templates.Lettering{}
	for _, l := range f.Texts {
		at[l.Text] = l
	}
	name, sheetName, page, body := at["星禾日用品"], at["CI"], at["第 1 页 / 1"], at["品名"]
	if name.Size == 0 || sheetName.Size == 0 || page.Size == 0 {
		t.Fatalf("not all is drawn: %v", f.Texts)
	}
	if name.X != 0 || sheetName.X <= name.X || name.Y >= body.Y || page.Y <= at["杯盖"].Y || page.Y > f.Height {
		t.Errorf("%+v, %+v, %+v stand at wrong places around %+v", name, sheetName, page, body)
	}
}

// A text that a narrow cell would cut off breaks between words, and its row
// grows; rows below move down, and a picture beside it keeps its height.
func TestRenderingGrowsRows(t *testing.T) {
	words := func(column int, text string, style *sheet.Style) sheet.Cell {
		return sheet.Cell{Column: column, Kind: sheet.Text, Text: text, Style: style}
	}
	wrapped := &sheet.Style{Wrap: true}
	s := &sheet.Sheet{Name: "CI", DefaultWidth: 10, DefaultHeight: 15000, Page: sheet.Page{},
		Rows: []sheet.Row{{Index: 1, Height: 15000, Cells: []sheet.Cell{words(1, "Stainless steel insulated bottle 500 ml", nil), {Column: 2, Kind: sheet.Number, Text: "1,234,567,890,123.45"}}},
			{Index: 2, Cells: []sheet.Cell{words(1, "Bamboo", wrapped), words(2, "next", nil)}},
			{Index: 3, Cells: []sheet.Cell{words(1, "Bamboo box with a lid", wrapped), words(2, "last", nil)}}},
		Pictures: []sheet.Picture{{Anchor: sheet.Anchor{Row: 1, Column: 3, ToRow: 2, ToColumn: 4}, Type: "png"}}}
	f := renderings(&sheet.Book{Sheets: []*sheet.Sheet{s}}, s, text.Standard())[0]
	var bottle []string
	at := map[string]templates.Lettering{}
	for _, l := range f.Texts {
		at[l.Text] = l
		if l.Y < 60000 && l.X < 10000 {
			bottle = append(bottle, l.Text)
		}
	}
	for _, line := range []string{"Stainless", "1,234,567,890,123.45", "box with", "next"} {
		if at[line].Size == 0 {
			t.Fatalf("no line %q in %v", line, f.Texts)
		}
	}
	if first := at["Stainless"]; first.Size < 11000*wholeWordsPart/100 || first.X+text.Standard().Regular.Width("Stainless", first.Size) > at["next"].X {
		t.Errorf("%+v is too small, or runs into the next cell", first)
	}
	if at["next"].Y < 40000 {
		t.Errorf("the second row stands at %d: the first has not grown for %q", at["next"].Y, bottle)
	}
	if size := at["box with"].Size; size != 11000 {
		t.Errorf("a row without a height sets its text %d high", size)
	}
	if frame := f.Rules[len(f.Rules)-1]; frame.Y2-frame.Y1 != 15000 {
		t.Errorf("the picture beside the row grew with it to %d", frame.Y2-frame.Y1)
	}
}
