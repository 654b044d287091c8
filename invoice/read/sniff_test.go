package read

import "testing"

func TestSniff(t *testing.T) {
	for text, want := range map[string]Format{
		"PK\x03\x04\x14\x00xl/workbook.xml":         XLSX,
		"PK\x03\x04\x14\x00Doc_0/OFD.xml":           OFD,
		"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1":          XLS,
		"junk\n%PDF-1.7":                            PDF,
		"\xFF\xD8\xFF\xE0":                          Picture,
		"\x89PNG\r\n\x1A\n":                         Picture,
		"\xEF\xBB\xBF\r\n<?xml version='1.0'?><a/>": XML,
		"\xFF\xFE<\x00a\x00":                        XML,
		" <!DOCTYPE HTML><p>":                       HTML,
		"<Html xmlns:x='urn'>":                      HTML,
		"<table><tr>":                               HTML,
		"a,b\n1,2":                                  CSV,
		"\xFF\xFEa\x00,\x00":                        CSV,
		"\xC6\xB7\xC3\xFB,\xCA\xFD\xC1\xBF\n":       CSV,
		"":                                          Unknown,
		"\x00\x01\x02":                              Unknown,
	} {
		if got := sniff([]byte(text)); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}
