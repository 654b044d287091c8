package sheet

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestCells(t *testing.T) {
	book := makeBook(`<sheetData>
		<row r="1">
			<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>inline</t></is></c>
			<c r="D1" t="str"><f>A1&amp;""</f><v>a_x000D_&#10;b</v></c><c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
			<c r="G1"><f>SUM(A1)</f></c><c r="H1"><f>SUM(A1)</f><v></v></c><c r="I1" t="str"><f>IF(1,"")</f><v></v></c>
			<c r="J1" t="d" s="1"><v>2026-03-18T00:00:00</v></c><c r="K1" s="2"/><c r="L1"/><c r="M1" s="1"><v>45003</v></c>
			<c r="N1" s="2"><v>3.25</v></c><c r="O1"><v>1.1000000000000001</v></c>
		</row>
		<row><c><v>7</v></c><c t="s"><v>2</v></c></row>
		<row r="4"><c r="A4"><f t="shared" ref="A4:A6" si="0">B$1*$C4+SUM(D4:E4)+'A1 x'!B2+LOG10(2)</f><v>1</v></c></row>
		<row r="6"><c r="A6"><f t="shared" si="0"/><v>2</v></c></row>
	</sheetData>`, made{
		"xl/sharedStrings.xml": `<sst><si><t xml:space="preserve"> 保温杯 &lt;&#x4E00;&gt; _x005F_x </t></si>
			<si><r><t>red</t></r><r><rPr><b/><sz val="12"/><color rgb="FFFF0000"/><rFont val="宋体"/></rPr><t> bold</t></r><rPh sb="0" eb="1"><t>READING</t></rPh></si>
			<si><t>no</t><phoneticPr fontId="1"/></si></sst>`,
		"xl/styles.xml": stylesXML("General", "yyyy-mm-dd", `"$"#,##0.00`),
	}).open(t)
	cells := cellsOf(book.Sheets[0])
	for place, want := range map[string]Cell{
		"A1": {Kind: Text, Text: " 保温杯 <一> _x "},
		"B1": {Kind: Text, Text: "red bold"},
		"C1": {Kind: Text, Text: "inline"},
		"D1": {Kind: Text, Text: "a\nb", Formula: `A1&""`},
		"E1": {Kind: Boolean, Text: "TRUE"},
		"F1": {Kind: Error, Text: "#DIV/0!", Formula: "1/0"},
		"G1": {NoValue: true, Formula: "SUM(A1)"},
		"H1": {NoValue: true, Formula: "SUM(A1)"},
		"I1": {Kind: Text, Formula: `IF(1,"")`},
		"J1": {Kind: Date, Text: "2026-03-18", Number: "46099", Date: "2026-03-18"},
		"K1": {},
		"M1": {Kind: Date, Text: "2023-03-18", Number: "45003", Date: "2023-03-18"},
		"N1": {Kind: Number, Text: "$3.25", Number: "3.25"},
		"O1": {Kind: Number, Text: "1.1", Number: "1.1"},
		"A2": {Kind: Number, Text: "7", Number: "7"},
		"B2": {Kind: Text, Text: "no"},
		"A4": {Kind: Number, Text: "1", Number: "1", Formula: "B$1*$C4+SUM(D4:E4)+'A1 x'!B2+LOG10(2)"},
		"A6": {Kind: Number, Text: "2", Number: "2", Formula: "B$1*$C6+SUM(D6:E6)+'A1 x'!B4+LOG10(2)"},
	} {
		c := cells[place]
		if c == nil {
			t.Errorf("%s is not there", place)
			continue
		}
		got := *c
		got.Style, got.Runs, got.Column = nil, nil, 0
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", place, got, want)
		}
	}
	if cells["L1"] != nil {
		t.Error("a cell with nothing and no style was kept")
	}
	runs := cells["B1"].Runs
	if len(runs) != 2 || runs[0].Text != "red" || runs[0].Font != nil || runs[1].Text != " bold" || *runs[1].Font != (Font{Name: "宋体", Size: 12000, Bold: true, Color: Color{255, 0, 0, true}}) {
		t.Errorf("runs %+v", runs)
	}
}

// TestOutside: which formulas refer to other workbooks.
func TestOutside(t *testing.T) {
	x := &xlsx{outside: map[string]bool{"rate": true}}
	for formula, want := range map[string]bool{
		"[1]Sheet1!A1":                true,
		"SUM('[1]Sheet 1'!A1:A3)":     true,
		`'C:\a\[Book.xlsx]S'!$A$1*2`:  true,
		"2*[2]!Price":                 true,
		"Rate*A1":                     true,
		"Sheet1!A1":                   false,
		"Table1[Qty]":                 false,
		"Table1[[#This Row],[Qty]]*2": false,
		"SUM([Qty])":                  false,
		"[@Qty]*2":                    false,
		`"[1]x"&A1`:                   false,
		"Rates*2":                     false,
		"":                            false,
	} {
		if got := x.refersOutside(formula); got != want {
			t.Errorf("%s: %v", formula, got)
		}
	}
}

func TestStyles(t *testing.T) {
	book := makeBook(`<cols><col min="2" max="3" width="20.5" customWidth="1" style="1"/><col min="5" max="5" width="0" customWidth="1"/><col min="6" max="7" hidden="1"/></cols>
		<sheetData><row r="1" ht="30" customHeight="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"/></row><row r="2" hidden="1"/><row r="3" ht="0"/></sheetData>`,
		made{
			"xl/theme/theme1.xml": `<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="o"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
				<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`,
			"xl/styles.xml": `<styleSheet>
				<numFmts count="1"><numFmt numFmtId="176" formatCode="&quot;US$&quot;#,##0.00"/></numFmts>
				<fonts><font><sz val="11"/><name val="宋体"/></font><font><b/><i val="0"/><u/><strike/><vertAlign val="superscript"/><sz val="10.5"/><color theme="4" tint="0.5"/><name val="Arial"/></font></fonts>
				<fills><fill><patternFill patternType="none"/></fill><fill/><fill><patternFill patternType="solid"><fgColor indexed="8"/><bgColor theme="0"/></patternFill></fill></fills>
				<borders><border/><border diagonalUp="1"><left style="thin"><color auto="1"/></left><right style="none"/><top style="double"><color rgb="FF00FF00"/></top><bottom/><diagonal style="hair"/></border></borders>
				<cellStyleXfs><xf/></cellStyleXfs>
				<cellXfs><xf/><xf numFmtId="176" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2" textRotation="90"/></xf><xf numFmtId="14" fillId="1"/></cellXfs>
				<colors><indexedColors><rgbColor rgb="00010203"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00000000"/><rgbColor rgb="00ABCDEF"/></indexedColors></colors>
			</styleSheet>`,
		}).open(t)
	s := book.Sheets[0]
	cells := cellsOf(s)
	got := *cells["A1"].Style
	got.format = nil
	want := Style{
		Font:   Font{Name: "Arial", Size: 10500, Bold: true, Underline: "single", Strike: true, Raise: "superscript", Color: Color{162, 185, 226, true}},
		Fill:   Fill{Pattern: "solid", Front: Color{0xAB, 0xCD, 0xEF, true}, Back: Color{255, 255, 255, true}},
		Left:   Side{Line: "thin"},
		Top:    Side{Line: "double", Color: Color{0, 255, 0, true}},
		Up:     Side{Line: "hair"},
		Across: "center", Along: "top", Wrap: true, Indent: 2, Turn: 90,
		Format: `"US$"#,##0.00`,
	}
	if got != want {
		t.Errorf("style\n%+v, want\n%+v", got, want)
	}
	if f := cells["B1"].Style; f.Format != "yyyy/m/d" || f.Fill != (Fill{}) {
		t.Errorf("second style %+v", f)
	}
	var columns []string
	for _, c := range s.Columns {
		columns = append(columns, fmt.Sprint(c.First, c.Last, c.Width, c.Hidden, c.Style != nil))
	}
	if want := []string{"2 3 20.5 false true", "5 5 0 true false", "6 7 0 true false"}; !slices.Equal(columns, want) {
		t.Errorf("columns %q", columns)
	}
	var rows []string
	for _, r := range s.Rows {
		rows = append(rows, fmt.Sprint(r.Index, r.Height, r.Hidden, r.Style != nil))
	}
	if want := []string{"1 30000 false true", "2 0 true false", "3 0 true false"}; !slices.Equal(rows, want) {
		t.Errorf("rows %q", rows)
	}
	if book.Digit != 8 { // 宋体 at 11 points
		t.Errorf("a digit of %d pixels", book.Digit)
	}
	if w := book.ColumnWidth(s, 2); w != 164*750 { // 20.5 digits of 8 pixels
		t.Errorf("a column of %d", w)
	}
	if book.ColumnWidth(s, 5) != 0 || s.RowHeight(2) != 0 || s.RowHeight(1) != 30000 || s.RowHeight(9) != 15000 {
		t.Error("widths and heights of hidden columns and rows")
	}
}

func TestPage(t *testing.T) {
	book := makeBook(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" showZeros="0" rightToLeft="1" workbookViewId="0"/></sheetViews>
		<sheetFormatPr defaultRowHeight="18.75" defaultColWidth="9.5"/><sheetData/>
		<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.5" right="0.25" top="1" bottom="0.75" header="0.3" footer="0"/>
		<pageSetup paperSize="9" scale="85" fitToHeight="0" orientation="landscape" firstPageNumber="3" useFirstPageNumber="1" pageOrder="overThenDown"/>
		<headerFooter differentFirst="1"><oddHeader>&amp;C发票</oddHeader><oddFooter>&amp;P/&amp;N</oddFooter><evenHeader>even</evenHeader><firstHeader>first</firstHeader></headerFooter>
		<rowBreaks><brk id="20" max="16383" man="1"/></rowBreaks><colBreaks><brk id="5"/></colBreaks>`, nil).open(t)
	s := book.Sheets[0]
	want := Page{
		Paper: 9, Landscape: true, Scale: 85, Fit: true, FitWide: 1, FitHigh: 0,
		Left: 36000, Right: 18000, Top: 72000, Bottom: 54000, HeaderMargin: 21600, FooterMargin: 0,
		CenterAcross: true, GridLines: true, OverThenDown: true, FirstPage: 3,
		RowBreaks: []int{20}, ColumnBreaks: []int{5}, Header: "&C发票", Footer: "&P/&N", FirstHeader: "first",
	}
	if !reflect.DeepEqual(s.Page, want) {
		t.Errorf("page\n%+v, want\n%+v", s.Page, want)
	}
	if s.DefaultHeight != 18750 || s.DefaultWidth != 9.5 || !s.Gridless || !s.NoZeros || !s.RightToLeft {
		t.Errorf("sheet %+v", s)
	}
}

func TestDrawing(t *testing.T) {
	const picture = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo" descr="our logo"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr><a:xfrm rot="5400000"/></xdr:spPr></xdr:pic>`
	const from, to = `<xdr:from><xdr:col>1</xdr:col><xdr:colOff>100</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>200</xdr:rowOff></xdr:from>`, `<xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`
	text := func(s string) string {
		return `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="3" name="Box"/></xdr:nvSpPr><xdr:txBody><a:bodyPr/><a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="1400" b="1"/><a:t>` + s + `</a:t></a:r></a:p><a:p><a:r><a:t>两行</a:t></a:r></a:p></xdr:txBody></xdr:sp>`
	}
	book := makeBook(`<sheetData/><drawing r:id="rId9"/>`, made{
		"xl/worksheets/_rels/sheet1.xml.rels": relationships("rId9", "drawing", "../drawings/drawing1.xml"),
		"xl/drawings/_rels/drawing1.xml.rels": relationships("rId1", "image", "../media/image1.JPG"),
		"xl/media/image1.JPG":                 "JPEG",
		"xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r" xmlns:mc="mc"><xdr:twoCellAnchor>` + from + to + picture + `<xdr:clientData/></xdr:twoCellAnchor>
			<xdr:oneCellAnchor>` + from + `<xdr:ext cx="1000" cy="2000"/><xdr:grpSp>` + text("形式发票") + `<xdr:grpSp>` + picture + `</xdr:grpSp></xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor>
			<mc:AlternateContent><mc:Choice Requires="a14"><xdr:twoCellAnchor>` + from + to + text("choice") + `<xdr:clientData/></xdr:twoCellAnchor></mc:Choice><mc:Fallback><xdr:twoCellAnchor>` + from + to + text("fallback") + `<xdr:clientData/></xdr:twoCellAnchor></mc:Fallback></mc:AlternateContent>
			<xdr:twoCellAnchor>` + from + to + text("not printed") + `<xdr:clientData fPrintsWithSheet="0"/></xdr:twoCellAnchor></xdr:wsDr>`,
	}).open(t)
	s := book.Sheets[0]
	if len(s.Pictures) != 2 || len(s.Boxes) != 2 {
		t.Fatalf("%d pictures and %d text boxes", len(s.Pictures), len(s.Boxes))
	}
	want := Picture{Anchor: Anchor{Row: 3, Column: 2, DX: 100, DY: 200, ToRow: 5, ToColumn: 4}, Name: "Logo", Alt: "our logo", Type: "jpeg", Data: []byte("JPEG"), Turned: 5400000}
	if !reflect.DeepEqual(s.Pictures[0], want) {
		t.Errorf("picture %+v", s.Pictures[0])
	}
	if a := s.Pictures[1].Anchor; a.Width != 1000 || a.Height != 2000 || a.ToRow != 0 {
		t.Errorf("anchor %+v", a)
	}
	if b := s.Boxes[0]; b.Text != "形式发票\n两行" || b.Align != "ctr" || *b.Runs[0].Font != (Font{Size: 14000, Bold: true}) {
		t.Errorf("box %+v", b)
	}
	if s.Boxes[1].Text != "choice\n两行" {
		t.Errorf("box %+v", s.Boxes[1])
	}
}

// TestPicturesInCells has WPS's, by a formula, and Excel's, as an error.
func TestPicturesInCells(t *testing.T) {
	book := makeBook(`<sheetData><row r="2"><c r="B2" t="str"><f>_xlfn.DISPIMG("ID_7",1)</f><v>=DISPIMG("ID_7",1)</v></c><c r="C2" t="e" vm="1"><v>#VALUE!</v></c><c r="D2" t="str"><f>_xlfn.DISPIMG("ID_8",1)</f><v>=DISPIMG("ID_8",1)</v></c></row></sheetData>`, made{
		"xl/_rels/workbook.xml.rels":   relationships("rId1", "worksheet", "worksheets/sheet1.xml", "rId5", "cellImage", "cellimages.xml"),
		"xl/_rels/cellimages.xml.rels": relationships("rId1", "image", "media/image1.png"),
		"xl/media/image1.png":          "PNG",
		"xl/cellimages.xml":            `<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:r="r" xmlns:a="a"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_7"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>`,
	}).open(t)
	s := book.Sheets[0]
	if len(s.Pictures) != 1 || string(s.Pictures[0].Data) != "PNG" || !s.Pictures[0].InCell || s.Pictures[0].Row != 2 || s.Pictures[0].Column != 2 {
		t.Errorf("pictures %+v", s.Pictures)
	}
	if g := s.Grid(); len(g.Rows) != 0 {
		t.Errorf("a picture reads as %+v", g.Rows)
	}
}

// TestParts: names of parts in other letters, with backslashes, relations from
// the root, another main part, UTF-16.
func TestParts(t *testing.T) {
	m := makeBook(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`, made{
		"_rels/.rels":                  relationships("rId1", "officeDocument", "/xl/WorkBook.xml"),
		`xl\worksheets\Sheet1.XML`:     worksheetXML(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`),
		"xl/SharedStrings.xml":         "\xFF\xFE<\x00s\x00s\x00t\x00>\x00<\x00s\x00i\x00>\x00<\x00t\x00>\x00\x00\x4E<\x00/\x00t\x00>\x00<\x00/\x00s\x00i\x00>\x00<\x00/\x00s\x00s\x00t\x00>\x00",
		"xl/worksheets/_rels/empty":    "",
		"docProps/with space & 中文.xml": "",
	})
	delete(m, "xl/worksheets/sheet1.xml")
	if c := cellsOf(m.open(t).Sheets[0])["A1"]; c == nil || c.Text != "一" {
		t.Errorf("%+v", c)
	}
}

// TestSheets: order, visibility, charts, print areas of each.
func TestSheets(t *testing.T) {
	book := makeBook("", made{
		"xl/workbook.xml": workbookXML(`<sheet name="One" sheetId="7" r:id="rId3"/><sheet name="It's 2" sheetId="2" state="hidden" r:id="rId1"/><sheet name="Chart" sheetId="3" r:id="rId2"/><sheet name="gone" sheetId="9" state="veryHidden" r:id="rId8"/>`,
			`<definedName name="_xlnm.Print_Area" localSheetId="1">'It''s 2'!$A$1:$H$66,'It''s 2'!$A:$B,'It''s 2'!#REF!,OFFSET(A1,0,0,2,2)</definedName>
			<definedName name="_xlnm.Print_Titles" localSheetId="1">'It''s 2'!$A:$B,'It''s 2'!$1:$3</definedName>
			<definedName name="_xlnm.Print_Area">One!$B$2</definedName><definedName name="other">One!$C$3</definedName>`),
		"xl/_rels/workbook.xml.rels": relationships("rId1", "worksheet", "worksheets/sheet1.xml", "rId2", "chartsheet", "chartsheets/sheet1.xml", "rId3", "worksheet", "worksheets/sheet2.xml"),
		"xl/worksheets/sheet2.xml":   worksheetXML(`<sheetData/>`),
	}).open(t)
	var got []string
	for _, s := range book.Sheets {
		got = append(got, fmt.Sprint(s.Name, " ", s.Visibility, s.Chart, s.PrintAreas, s.TitleRows, s.TitleColumns, len(s.Notes)))
	}
	want := []string{
		"One 0 false [{2 2 2 2}] {0 0 0 0} {0 0 0 0} 0",
		"It's 2 1 false [{1 1 66 8} {1 1 1048576 2}] {1 1 3 16384} {1 1 1048576 2} 2",
		"Chart 0 true [] {0 0 0 0} {0 0 0 0} 0",
		"gone 2 false [] {0 0 0 0} {0 0 0 0} 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("sheets\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestCancelled(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&b, `<row r="%d"/>`, i+1)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := XLSX(ctx, makeBook("<sheetData>"+b.String()+"</sheetData>", nil).bytes(t)); err != context.Canceled {
		t.Errorf("%v", err)
	}
}

// TestUncalculated: some programs store a 0 for every formula and ask for
// calculation.
func TestUncalculated(t *testing.T) {
	const sheet = `<sheetData><row r="1"><c r="A1"><f>B1*2</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>B1+1</f><v>1</v></c></row></sheetData>`
	head := workbookXML(`<sheet name="S" sheetId="1" r:id="rId1"/>`, "")
	for calculation, want := range map[string]bool{`<calcPr calcId="124519" fullCalcOnLoad="1"/>`: true, `<calcPr calcId="191029"/>`: false} {
		book := makeBook(sheet, made{"xl/workbook.xml": strings.Replace(head, "</workbook>", calculation+"</workbook>", 1)}).open(t)
		c := cellsOf(book.Sheets[0])
		if c["A1"].NoValue != want || c["B1"].NoValue || c["C1"].NoValue {
			t.Errorf("%s: %+v %+v %+v", calculation, c["A1"], c["B1"], c["C1"])
		}
	}
}
