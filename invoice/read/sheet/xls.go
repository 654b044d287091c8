package sheet

import (
	"bytes"
	"context"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// XLS reads a workbook of Excel 97 to 2003 (BIFF8).
func XLS(ctx context.Context, data []byte) (*Book, error) {
	stream, err := openContainer(data)
	if err != nil {
		return nil, err
	}
	x := &xls{ctx: ctx, values: newValues(), book: &Book{}, codes: map[int]string{}, stream: stream}
	if err := x.readGlobals(); err != nil {
		return nil, err
	}
	for i, e := range x.entries {
		s := &Sheet{Name: e.name, Visibility: e.visibility, Chart: e.chart, DefaultWidth: 8.43, DefaultHeight: 15000}
		x.book.Sheets = append(x.book.Sheets, s)
		if !e.chart {
			if err := x.readSheet(s, i, e.position); err != nil {
				return nil, err
			}
		}
		if err := x.printNames(s, i); err != nil {
			return nil, err
		}
	}
	x.settleLinks()
	x.spent.note(x.book)
	return x.book, nil
}

// openContainer finds the workbook in the container that old Office files are.
func openContainer(data []byte) ([]byte, error) {
	if odd := len(data) % 512; odd > 0 { // some writers leave the last sector short
		data = append(bytes.Clone(data), make([]byte, 512-odd)...)
	}
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, damaged("its container can't be read")
	}
	other, old := "", false
	for _, f := range doc.File {
		if len(f.Path) > 0 {
			continue
		}
		switch strings.ToLower(f.Name) {
		case "workbook":
			return readStream(f)
		case "book":
			old = true
		case "encryptedpackage":
			return nil, &Failure{Encrypted, "the workbook is protected by a password: save it without one"}
		case "worddocument":
			other = "a Word document"
		case "powerpoint document":
			other = "a PowerPoint presentation"
		case "__properties_version1.0":
			other = "an e-mail of Outlook"
		case "et_workbook", "etworkbook":
			other = "a WPS workbook (ET)"
		}
	}
	switch {
	case old:
		other = "a workbook of Excel 5.0/95"
	case other == "":
		other = "an Office file"
	}
	return nil, otherFormat(other)
}

func readStream(f *mscfb.File) ([]byte, error) {
	if f.Size > maxPart {
		return nil, tooLarge("%d MB; at most %d MB are read", f.Size>>20, maxPart>>20)
	}
	data, err := io.ReadAll(io.LimitReader(f, maxPart))
	if err != nil {
		return nil, damaged("its container breaks off")
	}
	return data, nil
}

// xls reads a workbook in BIFF8, records one after the other.
type xls struct {
	ctx context.Context
	values
	book     *Book
	stream   []byte
	entries  []xlsEntry
	strings  []richText
	fonts    []Font
	codes    map[int]string // of number formats
	styles   []*Style
	palette  []Color
	names    []xlsName
	externs  []extern
	outside  []bool // by link: whether it is another workbook
	pictures []blip
	links    []link
	spent    spent
}

// xlsEntry is a sheet as the workbook lists it.
type xlsEntry struct {
	name       string
	position   int
	visibility Visibility
	chart      bool
}

// extern is a sheet, or several, that formulas refer to.
type extern struct{ link, first, last int }

// The records that are read.
const (
	recFormula    = 0x0006
	recEnd        = 0x000A
	recDateMode   = 0x0022
	recExtern     = 0x0017
	recName       = 0x0018
	recFilePass   = 0x002F
	recFont       = 0x0031
	recContinue   = 0x003C
	recSheet      = 0x0085
	recPalette    = 0x0092
	recMulRK      = 0x00BD
	recMulBlank   = 0x00BE
	recRString    = 0x00D6
	recStyle      = 0x00E0
	recMerged     = 0x00E5
	recDrawings   = 0x00EB
	recDrawing    = 0x00EC
	recStrings    = 0x00FC
	recLabelSST   = 0x00FD
	recLink       = 0x01AE
	recTextObject = 0x01B6
	recBlank      = 0x0201
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recArray      = 0x0221
	recDefaultRow = 0x0225
	recView       = 0x023E
	recRK         = 0x027E
	recFormat     = 0x041E
	recShared     = 0x04BC
	recBegin      = 0x0809
	recObject     = 0x005D
	recColumns    = 0x007D
	recDefaultCol = 0x0055
	recStandard   = 0x0099
	recOptions    = 0x0081
	recSetup      = 0x00A1
	recHeader     = 0x0014
	recFooter     = 0x0015
	recLeft       = 0x0026
	recRight      = 0x0027
	recTop        = 0x0028
	recBottom     = 0x0029
	recPrintGrid  = 0x002B
	recCenter     = 0x0083
	recCenterDown = 0x0084
	recRowBreaks  = 0x001B
	recColBreaks  = 0x001A
)

// readGlobals reads what all sheets share.
func (x *xls) readGlobals() error {
	r := &records{data: x.stream}
	first, ok := r.next()
	if !ok || first.kind != recBegin || first.u16(0) != 0x0600 {
		if ok && (first.kind&0xFF) == 0x09 {
			return otherFormat("a workbook older than Excel 97")
		}
		return damaged("it doesn't begin as a workbook")
	}
	x.readPalette(*r)
	var drawings []byte
	for {
		rec, ok := r.next()
		if !ok {
			return damaged("its list of sheets breaks off")
		}
		if rec.kind == recEnd {
			break
		}
		if rec.kind == recDrawings && len(drawings) < maxPart {
			drawings = append(drawings, rec.all()...)
			continue
		}
		if err := x.global(rec); err != nil {
			return err
		}
	}
	if len(x.entries) == 0 {
		return damaged("it has no sheets")
	}
	x.pictures = readBlips(drawings)
	x.book.Digit = 7
	if len(x.fonts) > 0 {
		x.book.Digit = fontDigit(x.fonts[0])
	}
	return x.settleStyles()
}

// readPalette looks ahead for the colours, which the fonts before them refer to.
func (x *xls) readPalette(r records) {
	for {
		rec, ok := r.next()
		if !ok || rec.kind == recEnd {
			return
		}
		if rec.kind == recPalette {
			x.addPalette(rec)
		}
	}
}

func (x *xls) global(r record) error {
	switch r.kind {
	case recFilePass:
		return &Failure{Encrypted, "the workbook is protected by a password: save it without one"}
	case recDateMode:
		x.from1904 = r.u16(0) == 1
	case recSheet:
		return x.addSheet(r)
	case recStrings:
		return x.readStrings(r)
	case recFont:
		return x.addFont(r)
	case recFormat:
		t := newTexts(r, 2)
		if text, ok := t.text(t.u16(), true); ok {
			x.codes[r.u16(0)] = text.text
		}
	case recStyle:
		return x.addStyle(r)
	case recLink:
		x.outside = append(x.outside, r.u16(2) != 0x0401 && r.u16(2) != 0x3A01)
	case recExtern:
		for i := range min(r.u16(0), len(r.data)/6, maxStyles-len(x.externs)) {
			at := 2 + 6*i
			x.externs = append(x.externs, extern{r.u16(at), r.u16(at + 2), r.u16(at + 4)})
		}
	case recName:
		x.addName(r)
	}
	return nil
}

func (x *xls) addSheet(r record) error {
	if len(x.entries) == maxSheets {
		return tooLarge("more than %d sheets", maxSheets)
	}
	e := xlsEntry{position: int(r.u32(0)), chart: r.u8(5) != 0}
	if state := r.u8(4) & 3; state < 3 {
		e.visibility = Visibility(state)
	}
	t := newTexts(r, 6)
	name, ok := t.text(t.u8(), true)
	if !ok {
		return damaged("its list of sheets breaks off")
	}
	e.name = name.text
	x.entries = append(x.entries, e)
	return nil
}
