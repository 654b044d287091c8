package sheet

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"yipiao/invoice/read/grid"
)

func encoded(t *testing.T, e encoding.Encoding, text string) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCSV(t *testing.T) {
	const text = "品名,数量\r\n杯,3\r\n"
	const want = "1: A1=品名 B1=数量\n2: A2=杯 B2=3"
	for _, c := range []struct{ name, text, want string }{
		{"UTF-8", text, want},
		{"UTF-8 with its mark", "\xEF\xBB\xBF" + text, want},
		{"GB18030", encoded(t, simplifiedchinese.GB18030, text), want},
		{"UTF-16, little", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), want},
		{"UTF-16, big", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text), want},
		{"semicolons", "品名;数量\n杯;3", want},
		{"tabs", "品名\t数量\n杯\t3", want},
		{"old line ends", "品名,数量\r杯,3\r", want},
		{"told", "sep=|\r\n品名|数量\r\n杯|3", want},
		{"commas within", "品名;尺寸;数量\n杯;1,5;3\n", "1: A1=品名 B1=尺寸 C1=数量\n2: A2=杯 B2=1,5 C2=3"},
		{"quotes", "\"a,\"\"b\"\"\r\nc\",2\n\"x\"y,\"z", "1: A1=a,\"b\"\nc B1=2\n2: A2=xy B2=\"z"},
		{"inches", "5\" pipe,\"6\"\" pipe\"\n", "1: A1=5\" pipe B1=6\" pipe"},
		{"ragged, with gaps", "a\n\n,b,,c\n\n", "1: A1=a\n2:\n3: B3=b D3=c"},
		{"blanks", " a , \t,b", "1: A1=a C1=b"},
		{"guarded", "=\"0012\",x", "1: A1=0012 B1=x"},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, err := CSV(context.Background(), "dir/PI 1.csv", []byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			g := book.Sheets[0].Grid()
			if got := dump(g); got != c.want {
				t.Errorf("\n%s\nwant\n%s", got, c.want)
			}
			if len(g.Rows) > 0 && g.Rows[0].Cells[0].Where != "'PI 1'!A1" {
				t.Errorf("a cell is at %s", g.Rows[0].Cells[0].Where)
			}
		})
	}
}

func TestCSVNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"3": "3", "-3.50": "-3.50", "1,234.50": "1234.50", "12,345,678": "12345678", "0": "0", "0.5": "0.5", "123456789012345": "123456789012345",
		"0012": "", "1234567890123456": "", "1,23": "", "1234,567": "", "1.": "", ".5": "", "+5": "", "1e5": "", "$5": "", "--5": "", "５": "", "1,234,56": "",
	} {
		book, err := CSV(context.Background(), "x.csv", []byte("\""+text+"\",x"))
		if err != nil {
			t.Fatal(err)
		}
		c := book.Sheets[0].Grid().Rows[0].Cells[0]
		if c.Text != text || c.Number != want || (c.Kind == grid.Number) != (want != "") {
			t.Errorf("%s: %+v", text, c)
		}
	}
	book, _ := CSV(context.Background(), "x.csv", []byte("1,234;x\n1,235;y"))
	if c := book.Sheets[0].Grid().Rows[0].Cells[0]; c.Number != "" {
		t.Errorf("a comma that may be a decimal point gave %s", c.Number)
	}
}

func TestCSVRefused(t *testing.T) {
	for name, text := range map[string]string{
		"neither in UTF-8 nor in GB18030": "a,\xFF\xFF\n",
		"cells":                           strings.Repeat(strings.Repeat("1,", 1000)+"\n", 600),
		"columns":                         strings.Repeat(",", 20_000),
		"rows":                            strings.Repeat("\n", 1_100_000),
	} {
		_, err := CSV(context.Background(), "x.csv", []byte(text))
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
