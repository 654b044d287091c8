package evidence

import (
	"testing"

	"yipiao/invoice/read/grid"
)

// TestAnswering divides values beside their labels, which keep to their rows,
// from texts that only stand side by side.
func TestAnswering(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]string
		want bool
	}{
		"labels without colons":    {[][]string{{"Summary", ""}, {"Charges", "$4.11"}, {"Credits", "$0.00"}}, true},
		"a long value":             {[][]string{{"Shipper", "Guangzhou Mingke Electronic Commerce Co., Ltd, Guangzhou"}, {"Address", "Room 1203, Block B, Baiyun Wanda Plaza, Guangzhou 510400"}}, true},
		"labels with their values": {[][]string{{"Date: 2024-01-02", "No.: 5"}, {"Port: Ningbo", "Terms: FOB"}}, false},
		"one column of an address": {[][]string{{"Hafenstr. 21", "No.: HM18"}, {"20457 Hamburg", "Date: 2018-10-22"}}, false},
		"columns of prose": {[][]string{{"Dynamic languages such as JavaScript are more difficult", "and is used for the application logic of productivity"},
			{"to compile than statically typed ones, since no concrete", "applications such as mail, documents and many others."}, {"types are known.", "In this domain, to provide a fluid user experience,"}}, false},
	} {
		g := &grid.Grid{}
		for _, r := range c.rows {
			g.AddRow(grid.Cell{Text: r[0]}, grid.Cell{Text: r[1]})
		}
		var rows [][]entry
		var columns []grid.Cell
		for _, r := range g.Rows {
			e := entriesOf(r)
			rows = append(rows, e)
			columns, _ = placed(columns, e)
		}
		if got := answering(rows, columns); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestLabelIsNoValue(t *testing.T) {
	g := &grid.Grid{}
	g.AddRow(grid.Cell{Text: "致 To:"}, grid.Cell{Text: "发票号 Invoice No.:"}, grid.Cell{Text: "HS-2024-0117"})
	got := entriesOf(g.Rows[0])
	if len(got) != 2 || got[0].label != nil || got[1].label == nil || got[1].value.Text != "HS-2024-0117" {
		t.Errorf("%d entries: %+v", len(got), got)
	}
	g.AddRow(grid.Cell{Text: "致 To:"}, grid.Cell{Text: "发票号 Invoice No.: HS-2024-0117"})
	if got := entriesOf(g.Rows[1]); len(got) != 2 {
		t.Errorf("%q is taken for the value of %q", got[0].value.Text, "致 To:")
	}
	g.AddRow(grid.Cell{Text: "备注："}, grid.Cell{Text: "收款人:李蓉蓉;"})
	if got := entriesOf(g.Rows[2]); len(got) != 1 {
		t.Errorf("a remark is torn from its label: %+v", got)
	}
}

// TestFiguresAlign puts figures with their heads to the right, texts to the left.
func TestFiguresAlign(t *testing.T) {
	for text, want := range map[string]bool{"US$4.920": true, "USD 36,562.50": true, "3,100.00 KGS": true, "60CTNS": true, "-2,981.74": true, "13%": true,
		"1200 只": true, "60*40*50": false, "TY-420B": false, "HB23": false, "2023/6/13": false, "FREE": false, "JC-H602 600W": false} {
		if got := looksFigure(&grid.Cell{Text: text}); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	g := &grid.Grid{}
	g.AddRow(grid.Cell{Text: "Item"}, grid.Cell{Text: "Price"}, grid.Cell{Text: "Amount"}, grid.Cell{Text: "Remark"})
	g.AddRow(grid.Cell{Text: "A1"}, grid.Cell{Text: "US$4.92"}, grid.Cell{Text: "492.00", Kind: grid.Number}, grid.Cell{Text: "none"})
	g.AddRow(grid.Cell{Text: "A2"}, grid.Cell{Text: "US$1.00"}, grid.Cell{Text: "FREE"}, grid.Cell{Text: "none"})
	b := band{rows: g.Rows, body: 1, columns: g.Rows[0].Cells}
	for i, want := range []bool{false, true, false, false} {
		if got := figureColumns(b)[i]; got != want {
			t.Errorf("column %d: %v, want %v", i+1, got, want)
		}
	}
}
