package evidence

import (
	"context"
	"testing"

	"yipiao/invoice/read/sheet"
)

// FuzzCopy copies workbooks of whatever sheets and texts: what can be read can
// be copied, and the copy read again; formulas and figures that stay are the
// original's.
func FuzzCopy(f *testing.F) {
	f.Add(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="3" max="3" width="9" hidden="1"/></cols><sheetData>`+
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(C1:C2)</f><v>3</v></c><c r="C1"><v>1</v></c></row>`+
		`<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="B2" t="str"><f t="shared" ref="B2:B3" si="0">A1&amp;"元"</f><v>元</v></c></row>`+
		`<row r="3"><c r="A3" t="inlineStr"><is><t>数量</t></is></c><c r="B3" t="str"><f t="shared" si="0"/><v>元</v></c></row></sheetData>`+
		`<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><headerFooter><oddHeader>&amp;C发票&amp;P</oddHeader></headerFooter></worksheet>`,
		`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><rPr><b/></rPr><t>品名：</t></r><r><t>保温杯</t></r></si><si><t>成本</t></si></sst>`)
	f.Add(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`, `<sst/>`)
	f.Fuzz(func(t *testing.T, sheetXML, texts string) {
		data := workbookOf(t, sheetXML, texts)
		book, err := sheet.XLSX(context.Background(), data)
		if err != nil {
			t.Skip()
		}
		english := func(s string) English { return English{Text: "X", Lines: []English{{Text: "X"}}} }
		for _, all := range []bool{false, true} {
			copied, err := copyWorkbook(data, newBookView(book), english, false, all)
			if err != nil {
				continue // said, and nothing is written
			}
			again, err := sheet.XLSX(context.Background(), copied)
			if err != nil {
				t.Fatalf("the copy can't be read: %v", err)
			}
			sameFigures(t, newBookView(book), newBookView(again))
		}
	})
}

// sameFigures compares what stays of a workbook with its original.
func sameFigures(t *testing.T, was, now *bookView) {
	for name, s := range now.sheets {
		for at, c := range s.cells {
			old := was.sheets[name].cells[at]
			switch {
			case old == nil:
				t.Errorf("%s %v appeared: %q", name, at, c.Text)
			case c.Number != old.Number:
				t.Errorf("%s %v was %s and is %s", name, at, old.Number, c.Number)
			case c.Formula != "" && c.Formula != old.Formula:
				t.Errorf("%s %v was =%s and is =%s", name, at, old.Formula, c.Formula)
			}
		}
	}
}

// workbookOf is the zip of a workbook with one sheet.
func workbookOf(t *testing.T, sheetXML, texts string) []byte {
	t.Helper()
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	const types = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	p := &parts{data: map[string][]byte{}}
	add := func(name, content string) {
		p.names = append(p.names, name)
		p.data[name] = []byte(content)
	}
	add(contentTypes, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Override PartName="/xl/workbook.xml" ContentType="`+types+`sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="`+types+`worksheet+xml"/>`+
		`<Override PartName="/xl/sharedStrings.xml" ContentType="`+types+`sharedStrings+xml"/></Types>`)
	add("_rels/.rels", relations+`<Relationship Id="rId1" Type="`+kind+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`+
		`<sheets><sheet name="CI" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", relations+`<Relationship Id="rId1" Type="`+kind+`worksheet" Target="worksheets/sheet1.xml"/>`+
		`<Relationship Id="rId2" Type="`+kind+`sharedStrings" Target="sharedStrings.xml"/></Relationships>`)
	add("xl/worksheets/sheet1.xml", sheetXML)
	add("xl/sharedStrings.xml", texts)
	data, err := p.pack()
	if err != nil {
		t.Fatal(err)
	}
	return data
}
