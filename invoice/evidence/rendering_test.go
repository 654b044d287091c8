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
