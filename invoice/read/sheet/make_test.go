package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// made is a workbook in the making: parts by their names.
type made map[string]string

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// makeBook is a workbook of one sheet, "Sheet1", of what stands within its
// <worksheet>; more parts replace or join those that it has.
func makeBook(worksheet string, more made) made {
	m := made{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         relationships("rId1", "officeDocument", "xl/workbook.xml"),
		"xl/workbook.xml":     workbookXML(`<sheet name="Sheet1" sheetId="1" r:id="rId1"/>`, ""),
		"xl/_rels/workbook.xml.rels": relationships("rId1", "worksheet", "worksheets/sheet1.xml",
			"rId2", "sharedStrings", "sharedStrings.xml", "rId3", "styles", "styles.xml", "rId4", "theme", "theme/theme1.xml"),
		"xl/worksheets/sheet1.xml": worksheetXML(worksheet),
	}
	maps.Copy(m, more)
	return m
}

func worksheetXML(inner string) string {
	return xmlHead + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` + inner + `</worksheet>`
}

func workbookXML(sheets, names string) string {
	return xmlHead + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` +
		sheets + `</sheets><definedNames>` + names + `</definedNames></workbook>`
}

// relationships takes id, kind and target of each.
func relationships(parts ...string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for p := range slices.Chunk(parts, 3) {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, p[0], p[1], p[2])
	}
	return b.String() + `</Relationships>`
}

// stylesXML has one cell style a number format, in their order.
func stylesXML(formats ...string) string {
	var codes, styles strings.Builder
	for i, code := range formats {
		code = strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(code)
		fmt.Fprintf(&codes, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+i, code)
		fmt.Fprintf(&styles, `<xf numFmtId="%d" fontId="0"/>`, 200+i)
	}
	return `<styleSheet><numFmts>` + codes.String() + `</numFmts><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts><cellXfs>` + styles.String() + `</cellXfs></styleSheet>`
}

// bytes packs the parts.
func (m made) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(m)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(m[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// open reads the workbook.
func (m made) open(t testing.TB) *Book {
	t.Helper()
	book, err := XLSX(context.Background(), m.bytes(t))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// cellsOf are a sheet's cells by their places.
func cellsOf(s *Sheet) map[string]*Cell {
	all := map[string]*Cell{}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			all[cellName(s.Rows[i].Index, s.Rows[i].Cells[j].Column)] = &s.Rows[i].Cells[j]
		}
	}
	return all
}
