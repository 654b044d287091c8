package element

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestPathsCountWhatStandsMoreThanOnce(t *testing.T) {
	root, err := Parse([]byte(`<a xmlns:x="u"><x:b/><c><d>1</d></c><c><d> 2 </d><e at="v">3</e></c></a>`))
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, name := range []string{"b", "d", "e"} {
		for _, e := range root.Named(name) {
			paths = append(paths, e.Path()+"="+e.Value()+e.Attr("at"))
		}
	}
	if got, want := strings.Join(paths, " "), "a/b= a/c[1]/d=1 a/c[2]/d=2 a/c[2]/e=3v"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTextIsKeptAsItStands(t *testing.T) {
	root, err := Parse([]byte("<a>\n <b>  x y </b>\n <c><![CDATA[1 < 2]]> &amp; 3</c></a>"))
	if err != nil {
		t.Fatal(err)
	}
	if root.Text != "" || root.Child("b").Text != "  x y " || root.Child("c").Text != "1 < 2 & 3" {
		t.Errorf("%q %q %q", root.Text, root.Child("b").Text, root.Child("c").Text)
	}
}

func TestEncodings(t *testing.T) {
	const text = "购买方名称：𠮷野"
	gb := func(s string) string {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	utf16 := func(s string) string {
		out, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for name, file := range map[string]string{
		"UTF-8":                      `<?xml version="1.0" encoding="UTF-8"?><a>` + text + `</a>`,
		"UTF-8 with a mark":          "\xEF\xBB\xBF" + `<?xml version="1.0" encoding="GBK"?><a>` + text + `</a>`,
		"nothing declared":           `<a>` + text + `</a>`,
		"GBK":                        gb(`<?xml version="1.0" encoding="GBK"?><a>` + text + `</a>`),
		"gb2312":                     gb(`<?xml version='1.0' encoding='gb2312' standalone='yes'?><a>` + text + `</a>`),
		"GB18030":                    gb(`<?xml version="1.0" encoding="GB18030"?><a>` + text + `</a>`),
		"nothing declared, no UTF-8": gb(`<a>` + text + `</a>`),
		"UTF-8, declared as GBK":     `<?xml version="1.0" encoding="GBK"?><a>` + text + `</a>`,
		"GBK, declared as UTF-8":     gb(`<?xml version="1.0" encoding="UTF-8"?><a>` + text + `</a>`),
		"UTF-16":                     utf16(`<?xml version="1.0" encoding="UTF-16"?><a>` + text + `</a>`),
	} {
		root, err := Parse([]byte(file))
		if err != nil || root.Text != text {
			t.Errorf("%s: %v, %v", name, root, err)
		}
	}
}

func TestFaults(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"entities":        {`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, "entities"},
		"unknown entity":  {`<a>&x;</a>`, "broken"},
		"billion laughs":  {`<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "lol">]><a>&b;</a>`, "entities"},
		"cut off":         {`<a><b>`, "cut off within b"},
		"crossed":         {`<a><b></a></b>`, "broken"},
		"two roots":       {`<a/><b/>`, "two roots"},
		"nothing":         {` `, "no element"},
		"too deep":        {strings.Repeat("<a>", MaxDepth+1), "deeper"},
		"too many":        {"<a>" + strings.Repeat("<b/>", MaxElements) + "</a>", "more than"},
		"wrong UTF-8":     {`<?xml version="1.0" encoding="UTF-8"?><a>` + "\xff\xfe</a>", "characters that its encoding"},
		"wrong GBK":       {`<?xml version="1.0" encoding="GBK"?><a>` + "\xff\xff</a>", "characters that its encoding"},
		"another charset": {`<?xml version="1.0" encoding="Shift_JIS"?><a/>`, "shift_jis"},
	} {
		if _, err := Parse([]byte(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0" encoding="GBK"?><a b="c">d<e/></a>`))
	f.Add([]byte("<:eInvoice xmlns:=\"\"><ofd:X>1</ofd:X></:eInvoice>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		root, err := Parse(file)
		if err != nil {
			return
		}
		root.All(func(e *Element) bool {
			if e.Path() == "" {
				t.Error("an element without a path")
			}
			return true
		})
	})
}
