package pdf

import (
	"bytes"
	"encoding/binary"
	"strings"
	"sync"
	"time"
)

// producer is the program's name, in the document information and the XMP.
const producer = "yipiao"

// dictionary is the document information. It says the same as xmp does, as
// ISO 19005-3, 6.6.3 wants.
func (i Info) dictionary() []byte {
	s := "<</Title" + textString(i.Title)
	if i.Author != "" {
		s += "/Author" + textString(i.Author)
	}
	date := "(" + pdfDate(i.Created) + ")"
	return []byte(s + "/Creator(" + producer + ")/Producer(" + producer + ")/CreationDate" + date + "/ModDate" + date + ">>")
}

// pdfDate is a date as ISO 32000-1, 7.9.4 writes it.
func pdfDate(t time.Time) string { return t.UTC().Format("D:20060102150405") + "Z" }

// xmp is the metadata stream: what the document is, and which standards it
// keeps.
func (i Info) xmp() []byte {
	date := i.Created.UTC().Format("2006-01-02T15:04:05Z")
	author := ""
	if i.Author != "" {
		author = "<dc:creator><rdf:Seq><rdf:li>" + xmlText(i.Author) + "</rdf:li></rdf:Seq></dc:creator>"
	}
	return []byte(xmpHead + "<rdf:Description rdf:about=\"\">" +
		"<dc:format>application/pdf</dc:format>" +
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlText(i.Title) + "</rdf:li></rdf:Alt></dc:title>" + author +
		"<dc:language><rdf:Bag><rdf:li>" + xmlText(i.Lang) + "</rdf:li></rdf:Bag></dc:language>" +
		"<xmp:CreatorTool>" + producer + "</xmp:CreatorTool><xmp:CreateDate>" + date + "</xmp:CreateDate><xmp:ModifyDate>" + date +
		"</xmp:ModifyDate><pdf:Producer>" + producer + "</pdf:Producer>" +
		"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>" + xmpTail)
}

// The extension schema declares pdfuaid, which ISO 19005-3 doesn't know.
const (
	xmpHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"` +
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"` +
		` xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"` +
		` xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`
	xmpTail = `<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
		`<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>` +
		`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>` +
		`<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>` +
		`<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>` +
		`<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description></rdf:li></rdf:Seq>` +
		`</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"r\"?>"
)

// xmlText escapes s for XML.
var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;").Replace

var deflatedProfile = sync.OnceValue(func() []byte {
	d := deflaters.Get().(*deflater)
	defer deflaters.Put(d)
	return bytes.Clone(d.deflate(sRGB()))
})

// sRGB is an ICC profile, version 4.2, of the colour space of IEC 61966-2-1: a
// matrix and the parametric curve of that standard, adapted to D50.
func sRGB() []byte {
	type tag struct {
		names []string
		data  []byte
	}
	tags := []tag{
		{[]string{"desc"}, iccText("sRGB")},
		{[]string{"cprt"}, iccText("No copyright")},
		{[]string{"wtpt"}, iccNumbers("XYZ ", 0xF6D6, 0x10000, 0xD32D)},
		{[]string{"rXYZ"}, iccNumbers("XYZ ", 0x6FA2, 0x38F5, 0x0390)},
		{[]string{"gXYZ"}, iccNumbers("XYZ ", 0x6299, 0xB785, 0x18DA)},
		{[]string{"bXYZ"}, iccNumbers("XYZ ", 0x24A0, 0x0F84, 0xB6CF)},
		{[]string{"chad"}, iccNumbers("sf32", 0x10C42, 0x05DE, -0x0CDD, 0x0793, 0xFD90, -0x045C, -0x025E, 0x03DB, 0xC090)},
		// Type 3: Y = (aX+b)^g from d on, cX below; g = 2.4, a = 1/1.055, b = 0.055/1.055, c = 1/12.92, d = 0.04045.
		{[]string{"rTRC", "gTRC", "bTRC"}, iccNumbers("para", 3<<16, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B)},
	}
	const head = 128
	n := 0
	for _, t := range tags {
		n += len(t.names)
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(n))
	at := head + 4 + 12*n
	var data []byte
	for _, t := range tags {
		for _, name := range t.names {
			table = append(table, name...)
			table = binary.BigEndian.AppendUint32(table, uint32(at+len(data)))
			table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		}
		data = append(data, t.data...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	p := make([]byte, head, at+len(data))
	binary.BigEndian.PutUint32(p, uint32(at+len(data)))
	copy(p[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	binary.BigEndian.PutUint16(p[24:], 2000) // a date is needed; any fixed one does
	p[27], p[29] = 1, 1
	copy(p[36:], "acsp")
	copy(p[68:], iccNumbers("", 0xF6D6, 0x10000, 0xD32D)[8:]) // illuminant D50
	return append(append(p, table...), data...)
}

// iccText is a multi-localised text in English.
func iccText(s string) []byte {
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for i := range len(s) {
		b = append(b, 0, s[i])
	}
	return b
}

// iccNumbers is a tag of 16.16 numbers.
func iccNumbers(kind string, values ...int32) []byte {
	b := append(make([]byte, 0, 8+4*len(values)), kind...)
	b = append(b, make([]byte, 8-len(b))...)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	return b
}

// Date is midnight, UTC, of a day written 2026-03-18; the zero time if s isn't
// one.
func Date(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}
	}
	return t
}
