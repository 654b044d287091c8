package evidence

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"testing"

	"github.com/xuri/excelize/v2"

	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
)

// crowded is a workbook whose texts have no room to spare, with a chop over the
// row that will grow.
func crowded(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for cell, value := range map[string]any{
		"A1": "商业发票", "A3": "货号", "B3": "不锈钢双层真空保温杯", "C3": "数量", "A4": "A1", "B4": "保温杯", "C4": 1200,
		"A6": "付款方式：预付30%定金，余款见提单复印件付清", "E6": "日期", "C8": "合计", "D3": "金额", "D8": 5,
	} {
		must(f.SetCellValue("Sheet1", cell, value))
	}
	must(f.SetCellFormula("Sheet1", "D4", "C4*2"))
	must(f.SetColWidth("Sheet1", "C", "C", 4))
	must(f.SetColWidth("Sheet1", "B", "B", 14))
	var b bytes.Buffer
	must(png.Encode(&b, image.NewGray(image.Rect(0, 0, 80, 120))))
	must(f.AddPictureFromBytes("Sheet1", "B2", &excelize.Picture{Extension: ".png", File: b.Bytes(), Format: &excelize.GraphicOptions{Positioning: "twoCell", OffsetY: 3}}))
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}

// fitting says in English what crowded says.
func fitting(s string) English {
	said := map[string]string{"商业发票": "Commercial invoice", "货号": "Item no.", "不锈钢双层真空保温杯": "Stainless steel double-wall vacuum insulated bottle",
		"数量": "Quantity", "保温杯": "Bottle", "日期": "Date", "合计": "Total",
		"付款方式：预付30%定金，余款见提单复印件付清": "Payment terms: 30% deposit, balance against copy of B/L"}[s]
	if said == "" {
		said = "X"
	}
	return English{Text: said, Lines: []English{{Text: said}}}
}

// TestCopyFits looks for what becomes of texts that don't fit, and that nothing
// else changes.
func TestCopyFits(t *testing.T) {
	data := crowded(t)
	was, err := sheet.XLSX(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := copyWorkbook(data, newBookView(was), fitting, false, false)
	if err != nil {
		t.Fatal(err)
	}
	now, err := sheet.XLSX(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	old, view := newBookView(was).of("Sheet1"), newBookView(now).of("Sheet1")
	at := func(row, column int) *sheet.Style { return view.cells[[2]int{row, column}].Style }
	if s := at(3, 2); !s.Wrap || s.Font.Size < 11_000*goodSize/100 {
		t.Errorf("what stands between others doesn't wrap: %+v", s)
	}
	if s := at(3, 3); s.Font.Size >= 11_000 || s.Font.Size < poorLeast {
		t.Errorf("a word that is wider than its column is set in %d", s.Font.Size)
	}
	if s := at(6, 1); s.Wrap || s.Font.Size >= 11_000 {
		t.Errorf("what runs over empty cells: %+v", s)
	}
	if s := at(1, 1); s.Wrap || s.Font.Size != 11_000 {
		t.Errorf("a title with room enough changed: %+v", s)
	}
	if s := at(4, 3); s.Wrap || s.Font.Size != 11_000 {
		t.Errorf("a number's look changed: %+v", s)
	}
	if view.heights[3] < 4*old.heights[3]/2 || view.heights[4] != old.heights[4] {
		t.Errorf("rows 3 and 4 are %d and %d high, they were %d and %d", view.heights[3], view.heights[4], old.heights[3], old.heights[4])
	}
	for _, c := range view.cells {
		if c.Style == nil || c.Kind != sheet.Text || c.Style.Wrap {
			continue
		}
		if c.Column == 3 && text.Standard().Regular.Width(c.Text, c.Style.Font.Size) > view.widths[3] {
			t.Errorf("%q is wider than its column", c.Text)
		}
	}
	if a, b := high(old, was.Sheets[0].Pictures[0].Anchor), high(view, now.Sheets[0].Pictures[0].Anchor); a-b > 1000 || b-a > 1000 {
		t.Errorf("the picture was %d high and is %d", a, b)
	}
}

// high is how high a picture is over the rows of a sheet, in thousandths of a
// point.
func high(v *sheetView, a sheet.Anchor) int {
	height := points(a.ToDY) - points(a.DY)
	for row := a.Row; row < a.ToRow; row++ {
		if row < len(v.heights) {
			height += v.heights[row]
		} else {
			height += v.DefaultHeight
		}
	}
	return height
}

// TestCopyBoth keeps both languages in lines of their own where they can stand
// so, else behind one another.
func TestCopyBoth(t *testing.T) {
	data := crowded(t)
	was, err := sheet.XLSX(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := copyWorkbook(data, newBookView(was), fitting, true, false)
	if err != nil {
		t.Fatal(err)
	}
	now, err := sheet.XLSX(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	view := newBookView(now).of("Sheet1")
	if c := view.cells[[2]int{3, 1}]; c.Text != "货号\nItem no." || !c.Style.Wrap {
		t.Errorf("a heading is %q, %+v", c.Text, c.Style)
	}
	if c := view.cells[[2]int{6, 1}]; c.Text != "付款方式：预付30%定金，余款见提单复印件付清   Payment terms: 30% deposit, balance against copy of B/L" {
		t.Errorf("what runs over empty cells is %q, %+v", c.Text, c.Style)
	}
}

// TestRebuiltRunning keeps the header and footer of an old workbook.
func TestRebuiltRunning(t *testing.T) {
	b := &sheet.Book{Sheets: []*sheet.Sheet{{Name: "CI", DefaultWidth: 9, DefaultHeight: 15000, Page: sheet.Page{Header: "&L商业发票&R&D", Footer: "&C第 &P 页，共 &N 页"},
		Rows: []sheet.Row{{Index: 1, Cells: []sheet.Cell{{Column: 1, Kind: sheet.Text, Text: "货号"}}}}}}}
	copied, err := rebuildWorkbook(b, fitting, false, false)
	if err != nil {
		t.Fatal(err)
	}
	now, err := sheet.XLSX(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	if p := now.Sheets[0].Page; p.Header != "&LCommercial invoice&R&D" || p.Footer != "&CPage &P of &N" {
		t.Errorf("header %q, footer %q", p.Header, p.Footer)
	}
}

// TestBothOnce doesn't say again in English what a text says in both languages.
func TestBothOnce(t *testing.T) {
	english := func(s string) English {
		said := map[string]string{"编号 No.: ZQ24SC-0077": "No.: ZQ24SC-0077", "编号：ZQ24SC-0077": "No.: ZQ24SC-0077", "2024年8月5日": "2024-08-05"}[s]
		return English{Text: said, Lines: []English{{Text: said}}}
	}
	c := &copier{english: english, both: true}
	for text, want := range map[string]string{"编号 No.: ZQ24SC-0077": "编号 No.: ZQ24SC-0077", "编号：ZQ24SC-0077": "编号：ZQ24SC-0077\nNo.: ZQ24SC-0077",
		"2024年8月5日": "2024年8月5日\n2024-08-05"} {
		if got := c.worded(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestCopyCountsCells leaves out what is hidden of a sheet whose cells don't say
// where they stand.
func TestCopyCountsCells(t *testing.T) {
	data := workbookOf(t, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>`+
		`<row><c t="s"><v>0</v></c><c><v>71.2</v></c><c><v>8</v></c></row><row hidden="1"><c><v>6.15</v></c></row></sheetData></worksheet>`,
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>货号</t></si></sst>`)
	book, err := sheet.XLSX(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	copied, err := copyWorkbook(data, newBookView(book), fitting, false, false)
	if err != nil {
		t.Fatal(err)
	}
	noneOf(t, copied, []string{"71.2", "6.15"})
	now, err := sheet.XLSX(context.Background(), copied)
	if err != nil {
		t.Fatal(err)
	}
	view := newBookView(now).of("CI")
	if a, c := view.cells[[2]int{1, 1}], view.cells[[2]int{1, 3}]; a == nil || a.Text != "Item no." || c == nil || c.Number != "8" {
		t.Errorf("A1 is %+v, C1 %+v", a, c)
	}
}
