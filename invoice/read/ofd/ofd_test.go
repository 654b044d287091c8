package ofd

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const space = `xmlns:ofd="http://www.ofdspec.org/2016"`

// zipped is a zip of parts, by name and content.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// onePage is a file of one page with the content given.
func onePage(t testing.TB, content string, more ...string) []byte {
	return zipped(t, append([]string{
		"OFD.xml", `<ofd:OFD ` + space + `><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas><ofd:CustomData Name="发票号码">1</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>/Doc_0\Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"Doc_0/Document.xml", `<ofd:Document ` + space + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 140</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></ofd:CommonData>` +
			`<ofd:Pages><ofd:Page ID="1" BaseLoc="Page_0.xml"/></ofd:Pages></ofd:Document>`,
		"Doc_0/Tpls/T.xml", `<ofd:Page ` + space + `><ofd:Content><ofd:Layer><ofd:TextObject ID="2" Boundary="10 10 20 5" Size="4"><ofd:TextCode X="0" Y="4">名称：</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>`,
		"doc_0/page_0.xml", `<ofd:Page ` + space + `><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>` + content + `</ofd:Layer></ofd:Content></ofd:Page>`,
	}, more...)...)
}

func runs(t *testing.T, file []byte) string {
	t.Helper()
	docs, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, text := range docs[0].Pages[0].Texts {
		for _, r := range text.Runs {
			all = append(all, fmt.Sprintf("%s@%d,%d-%d", r.Text, r.Left/1000, r.Top/1000, r.Right/1000))
		}
	}
	return strings.Join(all, " | ")
}

func TestTextsArePlaced(t *testing.T) {
	const label = "名称：@28,30-62 | "
	for name, c := range map[string]struct{ content, want string }{
		"steps":          {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="1" Y="4" DeltaX="g 2 4 2">恒达AB</ofd:TextCode></ofd:TextObject>`, "恒达AB@59,58-93"},
		"no steps":       {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4">ab恒</ofd:TextCode></ofd:TextObject>`, "ab恒@56,58-79"},
		"down":           {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaY="g 2 6">购买方</ofd:TextCode></ofd:TextObject>`, "购@56,58-68 | 买@56,75-68 | 方@56,92-68"},
		"a wide gap":     {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="20">合计</ofd:TextCode></ofd:TextObject>`, "合@56,58-68 | 计@113,58-124"},
		"two codes":      {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4">甲</ofd:TextCode><ofd:TextCode X="0" Y="10">乙</ofd:TextCode></ofd:TextObject>`, "甲@56,58-68 | 乙@56,75-68"},
		"narrowed":       {`<ofd:TextObject Boundary="20 20 50 5" Size="4" CTM="0.5 0 0 1 2 0"><ofd:TextCode X="0" Y="4" DeltaX="4">甲乙</ofd:TextCode></ofd:TextObject>`, "甲乙@62,58-73"},
		"blanks":         {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="2 2">  a</ofd:TextCode></ofd:TextObject>`, "  a@56,58-73"},
		"not seen":       {`<ofd:TextObject Visible="false" Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4">甲</ofd:TextCode></ofd:TextObject>`, ""},
		"off the page":   {`<ofd:TextObject Boundary="20 200 50 5" Size="4"><ofd:TextCode X="0" Y="4">甲</ofd:TextCode></ofd:TextObject>`, ""},
		"in a block":     {`<ofd:PageBlock><ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4">甲</ofd:TextCode></ofd:TextObject></ofd:PageBlock>`, "甲@56,58-68"},
		"below zero":     {`<ofd:TextObject Boundary="90 58 -3 5" Size="3"><ofd:TextCode X="-3.0" Y="3">批</ofd:TextCode></ofd:TextObject>`, "批@246,165-255"},
		"nonsense":       {`<ofd:TextObject Boundary="a b" Size="NaN"><ofd:TextCode X="1e99" Y="" DeltaX="g g g 1">甲</ofd:TextCode></ofd:TextObject>`, "甲@0,0-0"},
		"endless steps":  {`<ofd:TextObject Boundary="20 20 50 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 999999999 4">甲</ofd:TextCode></ofd:TextObject>`, "甲@56,58-68"},
		"a rotated page": {`<ofd:TextObject Boundary="20 20 5 50" Size="4" CTM="0 1 -1 0 4 0"><ofd:TextCode X="0" Y="0" DeltaX="4">甲乙</ofd:TextCode></ofd:TextObject>`, "甲@68,47-79 | 乙@68,58-79"},
	} {
		got := runs(t, onePage(t, c.content))
		if want := strings.TrimSuffix(label+c.want, " | "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestPartsOfADocument(t *testing.T) {
	file := zipped(t,
		"OFD.xml", `<ofd:OFD `+space+`><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas><ofd:CustomData Name="发票号码">24</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody>`+
			`<ofd:DocBody><ofd:DocRoot>E/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"D/Document.xml", `<ofd:Document `+space+`><ofd:Pages><ofd:Page ID="1" BaseLoc="missing.xml"/></ofd:Pages><ofd:Attachments>A/list.xml</ofd:Attachments><ofd:CustomTags>T/tags.xml</ofd:CustomTags></ofd:Document>`,
		"D/A/list.xml", `<ofd:Attachments `+space+`><ofd:Attachment Name="original_invoice" Format="XML"><ofd:FileLoc>../../data.xml</ofd:FileLoc></ofd:Attachment><ofd:Attachment Name="gone"><ofd:FileLoc>gone.xml</ofd:FileLoc></ofd:Attachment>`+
			`<ofd:Attachment Name="photo"><ofd:FileLoc>photo.jpg</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
		"data.xml", "<a/>",
		"D/T/tags.xml", `<ofd:CustomTags `+space+`><ofd:CustomTag><ofd:FileLoc>t.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
		"D/T/t.xml", `<root><InvoiceNo/></root>`,
		"D/Pages/Content.xml", `<ofd:Page `+space+`><ofd:Content><ofd:TextObject Size="4" Boundary="0 0 9 9"><ofd:TextCode X="1" Y="5">x</ofd:TextCode></ofd:TextObject></ofd:Content></ofd:Page>`,
		"E/Document.xml", `<ofd:Document `+space+`/>`)
	docs, err := Open(file)
	if err != nil || len(docs) != 2 {
		t.Fatal(docs, err)
	}
	d := docs[0]
	if d.Info["发票号码"] != "24" || len(d.Attachments) != 2 || string(d.Attachments[0].Data) != "<a/>" || d.Attachments[0].Format != "xml" || d.Attachments[1].Format != "jpg" || len(d.Tags) != 1 {
		t.Errorf("%+v", d)
	}
	if len(d.Broken) != 2 || len(d.Unlisted) != 1 || d.Unlisted[0].Texts[0].String() != "x" {
		t.Errorf("broken %q, unlisted %+v", d.Broken, d.Unlisted)
	}
}

// bomb is a file whose page unpacks to far more than is read.
func bomb(t testing.TB) []byte {
	return onePage(t, strings.Repeat("<ofd:TextObject/>", maxPart/16))
}

func TestHostileFiles(t *testing.T) {
	deep := strings.Repeat("<ofd:PageBlock>", 5000)
	many := []string{"OFD.xml", "<OFD/>"}
	for i := range maxEntries {
		many = append(many, fmt.Sprint(i), "")
	}
	pages := strings.Repeat(`<ofd:Page ID="1" BaseLoc="x.xml"/>`, MaxPages+1)
	for name, file := range map[string][]byte{
		"no zip":       []byte("PK\x03\x04OFD.xml"),
		"empty zip":    zipped(t),
		"many entries": zipped(t, many...),
		"no root":      zipped(t, "OFD.xml", `<ofd:OFD/>`),
		"no document":  zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`),
		"many pages":   zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`, "a.xml", `<Document><Pages>`+pages+`</Pages></Document>`),
	} {
		if _, err := Open(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	glyphs := `<Page><Content><TextObject Size="1" Boundary="0 0 9 9"><TextCode X="0" Y="1">` + strings.Repeat("甲", mostGlyphs/4) + `</TextCode></TextObject></Content></Page>`
	pages = strings.Repeat(`<Page ID="1" BaseLoc="p.xml"/>`, MaxPages)
	for name, file := range map[string][]byte{
		"one template on all pages": zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`, "a.xml", `<Document><CommonData><TemplatePage ID="1" BaseLoc="t.xml"/></CommonData><Pages>`+pages+`</Pages></Document>`,
			"t.xml", glyphs, "p.xml", `<Page><Template TemplateID="1"/></Page>`),
		"deep":  onePage(t, deep),
		"bomb":  bomb(t),
		"loops": zipped(t, "OFD.xml", `<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>`, "a.xml", `<Document><CommonData><TemplatePage ID="1" BaseLoc="a.xml"/></CommonData><Pages><Page ID="1" BaseLoc="a.xml"/></Pages></Document>`),
	} {
		begun := time.Now()
		docs, err := Open(file)
		if err != nil || len(docs[0].Pages[0].Texts) > 1 {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(begun); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

func FuzzOpen(f *testing.F) {
	files, _ := filepath.Glob("../testdata/fapiao/*.ofd")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		docs, err := Open(file)
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, p := range d.Pages {
				for _, text := range p.Texts {
					if text.String() == "" {
						t.Error("a text without characters")
					}
				}
			}
		}
	})
}

// FuzzPage changes the content of a page and leaves the zip whole.
func FuzzPage(f *testing.F) {
	f.Add(`<ofd:TextObject Boundary="20 20 50 5" Size="4" CTM="1 0 0 1 0 0"><ofd:TextCode X="1" Y="4" DeltaX="g 2 4 2" DeltaY="1">恒达AB</ofd:TextCode></ofd:TextObject>`)
	f.Fuzz(func(t *testing.T, content string) {
		if _, err := Open(onePage(t, content)); err != nil {
			t.Fatal(err) // a broken page is noted, and nothing more
		}
	})
}
