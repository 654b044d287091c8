package sheet

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestHostile: each file is refused, or read, soon and within memory.
func TestHostile(t *testing.T) {
	rows := func(n int, row func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(row(i + 1))
		}
		return "<sheetData>" + b.String() + "</sheetData>"
	}
	for _, c := range []struct {
		name  string
		book  made
		want  string // within the error; "" for none
		cause Cause
	}{
		{"bomb", makeBook("<sheetData/>"+strings.Repeat(" ", 65<<20), nil), "64 MB", TooLarge},
		{"a sheet listed 500 times", func() made {
			sheets := ""
			for i := range 501 {
				sheets += fmt.Sprintf(`<sheet name="s%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
			}
			return makeBook(filled(10, 10), made{"xl/workbook.xml": workbookXML(sheets, "")})
		}(), "500 sheets", TooLarge},
		{"many rows", makeBook(rows(600_000, func(i int) string { return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>1</v></c></row>`, i, i) }), nil), "500000 cells", TooLarge},
		{"empty rows", makeBook(rows(300_000, func(i int) string { return fmt.Sprintf(`<row r="%d" ht="20"/>`, i) }), nil), "", 0},
		{"wide rows", makeBook(rows(100_000, func(i int) string { return fmt.Sprintf(`<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i) }), nil), "", 0},
		{"far rows", makeBook(rows(100, func(i int) string {
			return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>1</v></c></row>`, i*10_000, i*10_000)
		}), nil), "", 0},
		{"beyond the last row", makeBook(`<sheetData><row r="1048577"/></sheetData>`, nil), "row 1048577", Damaged},
		{"beyond the last column", makeBook(`<sheetData><row r="1"><c r="XFE1"/></row></sheetData>`, nil), "XFE1", Damaged},
		{"a cell of another row", makeBook(`<sheetData><row r="1"><c r="A2"/></row></sheetData>`, nil), "A2", Damaged},
		{"a cell twice", makeBook(`<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>`, nil), "twice", Damaged},
		{"a row twice", makeBook(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row></sheetData>`, nil), "twice", Damaged},
		{"no such text", makeBook(`<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>`, nil), "text 7", Damaged},
		{"no number", makeBook(`<sheetData><row r="1"><c r="A1"><v>abc</v></c></row></sheetData>`, nil), "abc", Damaged},
		{"not finite", makeBook(`<sheetData><row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e308</v></c><c r="C1"><v>1e-308</v></c></row></sheetData>`, nil), "", 0},
		{"merges", makeBook("<sheetData/><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B2"/>`, 100_000)+"</mergeCells>", nil), "50000 merged", TooLarge},
		{"merges of whole columns", makeBook(rows(100_000, func(i int) string { return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>1</v></c></row>`, i, i) })+
			"<mergeCells>"+func() string {
			var b strings.Builder
			for i := 2; i < MaxColumn; i += 2 {
				fmt.Fprintf(&b, `<mergeCell ref="%s1:%s1048576"/>`, columnName(i), columnName(i+1))
			}
			return b.String()
		}()+"</mergeCells>", nil), "", 0},
		{"merges in each other", makeBook(filled(3, 3)+"<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 50_000)+"</mergeCells>", nil), "", 0},
		{"styles", makeBook("<sheetData/>", made{"xl/styles.xml": "<styleSheet><cellXfs>" + strings.Repeat("<xf/>", 70_000) + "</cellXfs></styleSheet>"}), "66000 cellXfs", TooLarge},
		{"texts", makeBook("<sheetData/>", made{"xl/sharedStrings.xml": "<sst>" + strings.Repeat("<si/>", 1_000_001) + "</sst>"}), "1000000 texts", TooLarge},
		{"a text of many pieces", makeBook("<sheetData/>", made{"xl/sharedStrings.xml": "<sst><si>" + strings.Repeat("<t>a</t>", 2_000_000) + "</si></sst>"}), "pieces", TooLarge},
		{"a long text", makeBook(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>`+strings.Repeat("x", 1<<20)+`</t></is></c></row></sheetData>`, nil), "32767 characters", TooLarge},
		{"long shared formulas", makeBook(rows(5000, func(i int) string {
			text := ""
			if i == 1 {
				text = "1" + strings.Repeat("+A1", 5000)
			}
			return fmt.Sprintf(`<row r="%d"><c r="A%d"><f t="shared" si="0" ref="A1:A9">%s</f><v>1</v></c></row>`, i, i, text)
		}), nil), "32 MB of text", TooLarge},
		{"a long number format", makeBook(rows(80_000, func(i int) string { return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>1</v></c></row>`, i, i) }),
			made{"xl/styles.xml": stylesXML(strings.Repeat("%,0", 300) + `"` + strings.Repeat("x", 100) + `"`)}), "32 MB of text", TooLarge},
		{"fractions", makeBook(rows(30_000, func(i int) string { return fmt.Sprintf(`<row r="%d"><c r="A%d"><v>0.1234567</v></c></row>`, i, i) }), made{"xl/styles.xml": stylesXML("# ??????/??????")}), "", 0},
		{"a document type", makeBook("", made{"xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>`}), "document type", Damaged},
		{"entities", makeBook(`<sheetData><row r="1"><c r="A1" t="str"><v>&lol9;</v></c></row></sheetData>`, nil), "unknown reference", Damaged},
		{"deep", makeBook(strings.Repeat("<a>", 1_000_000), nil), "100 deep", Damaged},
		{"unclosed", makeBook("<sheetData><row>", nil), "not open", Damaged},
		{"many print areas", makeBook("<sheetData/>", printArea(strings.Repeat("S!$A$1,", 200_000)+"S!$A$1")), "500 print areas", TooLarge},
		{"pictures", makeBook(`<sheetData/><drawing r:id="r"/>`, made{"xl/worksheets/_rels/sheet1.xml.rels": relationships("r", "drawing", "d.xml"),
			"xl/worksheets/d.xml": "<d>" + strings.Repeat("<oneCellAnchor><pic/></oneCellAnchor>", 10_000) + "</d>"}), "5000 pictures", TooLarge},
		{"no sheets", makeBook("", made{"xl/workbook.xml": workbookXML("", "")}), "no sheets", Damaged},
		{"not UTF-8", makeBook("", made{"xl/workbook.xml": "<workbook>\xFF</workbook>"}), "UTF-8", Damaged},
		{"a cycle of parts", makeBook("<sheetData/>", made{"xl/_rels/workbook.xml.rels": relationships("rId1", "worksheet", "workbook.xml")}), "", 0},
		{"links outside", makeBook("<sheetData/>", made{"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:1/x" TargetMode="External"/></Relationships>`}), "", 0},
		{"a path out of the file", makeBook("<sheetData/>", made{"xl/_rels/workbook.xml.rels": relationships("rId1", "worksheet", "../../../../etc/passwd")}), "", 0},
		{"a Word document", made{"_rels/.rels": relationships("a", "officeDocument", "word/document.xml"), "word/document.xml": "<w/>"}, "a Word document", Other},
		{"XLSB", made{"_rels/.rels": relationships("a", "officeDocument", "xl/workbook.bin"), "xl/workbook.bin": "x"}, "XLSB", Other},
		{"ODS", made{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, "ODS", Other},
		{"a ZIP", made{"a.txt": "x"}, "a ZIP archive", Other},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := c.book.bytes(t)
			c.book = nil
			took, grew := measured(func() {
				book, err := XLSX(context.Background(), data)
				checkFailure(t, err, c.want, c.cause)
				if err == nil {
					for _, s := range book.Sheets {
						s.Grid()
						s.Seen().Contents(1, 1)
					}
				}
			})
			if took > time.Minute || grew > 700<<20 {
				t.Errorf("took %v and %d MB", took, grew>>20)
			}
		})
	}
}

// measured is how long work takes and how much memory it asks for at most,
// looked at while it works.
func measured(work func()) (took time.Duration, most uint64) {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	done, measured := make(chan bool), make(chan uint64)
	go func() {
		for {
			select {
			case <-done:
				measured <- most
				return
			case <-time.After(20 * time.Millisecond):
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc-min(now.HeapAlloc, before.HeapAlloc))
			}
		}
	}()
	start := time.Now()
	work()
	took = time.Since(start)
	close(done)
	return took, <-measured
}

func checkFailure(t *testing.T, err error, want string, cause Cause) {
	t.Helper()
	if want == "" {
		if err != nil {
			t.Error(err)
		}
		return
	}
	var f *Failure
	if !errors.As(err, &f) || f.Cause != cause || !strings.Contains(err.Error(), want) {
		t.Errorf("%v; want %q of cause %d", err, want, cause)
	}
}

// TestBlankCells: those beyond a bound are left out, and that is told.
func TestBlankCells(t *testing.T) {
	var b strings.Builder
	for row := 1; row <= maxBlank/100+10; row++ {
		fmt.Fprintf(&b, `<row r="%d">%s</row>`, row, strings.Repeat(`<c s="0"/>`, 100))
	}
	book := makeBook("<sheetData>"+b.String()+`<row><c><v>7</v></c></row></sheetData>`, nil).open(t)
	s := book.Sheets[0]
	if len(book.Notes) != 1 || !strings.Contains(book.Notes[0], "301000 blank cells") {
		t.Errorf("notes %q", book.Notes)
	}
	if got, want := dump(s.Grid()), fmt.Sprintf("%d: A%[1]d=7", maxBlank/100+11); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestUnpacked: parts are counted together.
func TestUnpacked(t *testing.T) {
	p, err := openParts(makeBook("", made{"a": "12345"}).bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	p.unpacked = maxUnpacked - 4
	_, err = p.read("a")
	checkFailure(t, err, "160 MB", TooLarge)
}

func TestNotZip(t *testing.T) {
	for _, data := range []string{"", "PK\x03\x04", "PK\x03\x04" + strings.Repeat("x", 1000), strings.Repeat("\x00", 1000)} {
		_, err := XLSX(context.Background(), []byte(data))
		checkFailure(t, err, "ZIP", Damaged)
	}
}

// biff is a stream of records.
func biff(records ...any) []byte {
	var b bytes.Buffer
	for i := 0; i < len(records); i += 2 {
		body := records[i+1].(string)
		head := binary.LittleEndian.AppendUint16(nil, uint16(records[i].(int)))
		b.Write(binary.LittleEndian.AppendUint16(head, uint16(len(body))))
		b.WriteString(body)
	}
	return b.Bytes()
}

// container is a compound file with one stream of at least 4,096 bytes.
func container(name string, stream []byte) []byte {
	const sector = 512
	if len(stream) < 4096 {
		stream = append(stream, make([]byte, 4096-len(stream))...)
	}
	sectors := (len(stream) + sector - 1) / sector
	stream = append(stream, make([]byte, sectors*sector-len(stream))...)
	tables := (sectors + 1 + 127) / 127
	le := binary.LittleEndian
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(tables))
	le.PutUint32(head[48:], 0) // the folder's sector
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], 0xFFFFFFFE)
	le.PutUint32(head[68:], 0xFFFFFFFE)
	for i := range 109 {
		le.PutUint32(head[76+4*i:], 0xFFFFFFFF)
	}
	for i := range tables {
		le.PutUint32(head[76+4*i:], uint32(1+sectors+i))
	}
	folder := make([]byte, sector)
	entry := func(i int, name string, kind byte, start, size, child uint32) {
		e := folder[128*i:]
		for j, r := range name {
			le.PutUint16(e[2*j:], uint16(r))
		}
		le.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = kind, 1
		le.PutUint32(e[68:], 0xFFFFFFFF)
		le.PutUint32(e[72:], 0xFFFFFFFF)
		le.PutUint32(e[76:], child)
		le.PutUint32(e[116:], start)
		le.PutUint32(e[120:], size)
	}
	entry(0, "Root Entry", 5, 0xFFFFFFFE, 0, 1)
	entry(1, name, 2, 1, uint32(len(stream)), 0xFFFFFFFF)
	table := bytes.Repeat([]byte{0xFF}, tables*sector)
	le.PutUint32(table, 0xFFFFFFFE)
	for i := range sectors {
		le.PutUint32(table[4*(1+i):], uint32(i+2))
	}
	le.PutUint32(table[4*sectors:], 0xFFFFFFFE)
	for i := range tables {
		le.PutUint32(table[4*(1+sectors+i):], 0xFFFFFFFD)
	}
	return append(append(append(head, folder...), stream...), table...)
}

const begin = "\x00\x06\x05\x00" + "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"

// sheetRecord lists a sheet at a position of the stream.
func sheetRecord(position int, name string) string {
	return string(binary.LittleEndian.AppendUint32(nil, uint32(position))) + "\x00\x00" + string(rune(len(name))) + "\x00" + name
}

func TestHostileXLS(t *testing.T) {
	globals := func(records ...any) []byte {
		return biff(append(append([]any{recBegin, begin}, records...), recEnd, "")...)
	}
	one := func(records ...any) []byte { // a workbook of one sheet
		head := globals(recSheet, sheetRecord(0, "S"))
		head = globals(recSheet, sheetRecord(len(head), "S"))
		return append(head, biff(append(append([]any{recBegin, begin}, records...), recEnd, "")...)...)
	}
	many := func(n, kind int, body string) []any {
		var all []any
		for range n {
			all = append(all, kind, body)
		}
		return all
	}
	for _, c := range []struct {
		name  string
		data  []byte
		want  string
		cause Cause
	}{
		{"plain", container("Workbook", one(recNumber, "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xF0\x3F")), "", 0},
		{"encrypted", container("EncryptedPackage", nil), "password", Encrypted},
		{"protected", container("Workbook", globals(recFilePass, "\x01\x00")), "password", Encrypted},
		{"Excel 95", container("Book", nil), "Excel 5.0/95", Other},
		{"Word", container("WordDocument", nil), "Word", Other},
		{"anything", container("x", nil), "an Office file", Other},
		{"older", container("Workbook", biff(0x0409, "\x00\x00")), "older", Other},
		{"nothing", container("Workbook", nil), "doesn't begin", Damaged},
		{"no sheets", container("Workbook", globals()), "no sheets", Damaged},
		{"a sheet beyond the end", container("Workbook", globals(recSheet, sheetRecord(1<<30, "S"))), "not in the file", Damaged},
		{"a sheet within itself", container("Workbook", globals(recSheet, sheetRecord(0, "S"))), "", 0},
		{"broken off", container("Workbook", biff(recBegin, begin, recSheet, sheetRecord(0, "S")))[:512*6], "container", Damaged},
		{"texts", container("Workbook", globals(recStrings, "\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x7F", recSheet, sheetRecord(0, "S"))), "texts", TooLarge},
		{"texts that break off", container("Workbook", globals(recStrings, "\x02\x00\x00\x00\x02\x00\x00\x00\xFF\xFF\x00a", recSheet, sheetRecord(0, "S"))), "break off", Damaged},
		{"no such text", container("Workbook", one(recLabelSST, "\x00\x00\x00\x00\x00\x00\x09\x00\x00\x00")), "not in the file", Damaged},
		{"a cell twice", container("Workbook", one(recBlank, "\x00\x00\x00\x00\x00\x00", recBlank, "\x00\x00\x00\x00\x00\x00")), "twice", Damaged},
		{"cells", container("Workbook", one(many(600, recMulRK, "\x00\x00\x00\x00"+strings.Repeat("\x00\x00\x00\x00\x00\x00", 1000)+"\x00\x00")...)), "500000 cells", TooLarge},
		{"merges", container("Workbook", one(many(60, recMerged, "\x00\x04"+strings.Repeat("\x00\x00\x01\x00\x00\x00\x01\x00", 1024))...)), "50000 merged", TooLarge},
		{"a merge upside down", container("Workbook", one(recMerged, "\x01\x00\x02\x00\x01\x00\x00\x00\x01\x00")), "ends before", Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, err := XLS(context.Background(), c.data)
			checkFailure(t, err, c.want, c.cause)
			if err == nil {
				book.Sheets[0].Grid()
			}
		})
	}
	sheets := []any{recBegin, begin}
	for range 400 {
		sheets = append(sheets, recSheet, sheetRecord(0, "S"))
	}
	data := append(biff(append(sheets, many(200_000, 0x9999, "")...)...), biff(recEnd, "")...)
	took, _ := measured(func() {
		_, err := XLS(context.Background(), container("Workbook", data))
		checkFailure(t, err, "records", TooLarge)
	})
	if took > time.Minute {
		t.Errorf("sheets that are all the same place took %v", took)
	}
}
