package pdf

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"yipiao/invoice"
)

// element is an element of the structure tree as it was read back, with the
// texts of its own marked content.
type element struct {
	tag, lang, body string
	text            string
	kids            []*element
}

var (
	tagOf       = regexp.MustCompile(`/S/(\w+)`)
	langOf      = regexp.MustCompile(`/Lang\(([\w-]+)\)`)
	pageOf      = regexp.MustCompile(`/Pg (\d+) 0 R`)
	kidsOf      = regexp.MustCompile(`/K\[(.*)\]>>\n?$`)
	kidOf       = regexp.MustCompile(`<<[^>]*/Pg (\d+) 0 R/MCID (\d+)>>|<<[^>]*/OBJR[^>]*>>|(\d+) 0 R|(\d+)`)
	contentsOf  = regexp.MustCompile(`/Contents (\d+) 0 R`)
	fontsOf     = regexp.MustCompile(`/(F\d+) (\d+) 0 R`)
	toUnicodeOf = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	spanOf      = regexp.MustCompile(`/(Col|Row)Span (\d+)`)
)

// tree reads the structure tree of a file with its texts.
func (p parsed) tree(t *testing.T) *element {
	t.Helper()
	fonts := map[string][]rune{}
	for _, body := range p.bodies {
		if strings.Contains(body, "/Font<<") {
			for _, m := range fontsOf.FindAllStringSubmatch(body, -1) {
				cmap := toUnicodeOf.FindStringSubmatch(p.bodies[number(m[2])])
				fonts[m[1]] = charactersOf(t, string(p.streams[number(cmap[1])]))
			}
		}
	}
	marked := map[[2]int]string{}
	root := 0
	for n, body := range p.bodies {
		if strings.Contains(body, "/Type/StructTreeRoot") {
			root = n
		}
		if m := contentsOf.FindStringSubmatch(body); m != nil {
			for id, text := range texts(p.streams[number(m[1])], fonts) {
				marked[[2]int{n, id}] = text
			}
		}
	}
	return p.element(root, marked)
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func (p parsed) element(n int, marked map[[2]int]string) *element {
	body := p.bodies[n]
	e := &element{body: body}
	if m := tagOf.FindStringSubmatch(body); m != nil {
		e.tag = m[1]
	}
	if m := langOf.FindStringSubmatch(body); m != nil {
		e.lang = m[1]
	}
	page := 0
	if m := pageOf.FindStringSubmatch(body); m != nil {
		page = number(m[1])
	}
	body = strings.Replace(body, "]/ParentTree", "]>>", 1)
	if i := strings.Index(body, "]>>"); e.tag == "" && i > 0 {
		body = body[:i+3]
	}
	if m := kidsOf.FindStringSubmatch(body); m != nil {
		for _, k := range kidOf.FindAllStringSubmatch(m[1], -1) {
			switch {
			case k[1] != "":
				e.text += marked[[2]int{number(k[1]), number(k[2])}]
			case k[3] != "":
				e.kids = append(e.kids, p.element(number(k[3]), marked))
			case k[4] != "":
				e.text += marked[[2]int{page, number(k[4])}]
			}
		}
	}
	return e
}

// texts are those of a page by marked-content ID.
func texts(contents []byte, fonts map[string][]rune) map[int]string {
	all := map[int]string{}
	id, font := -1, ""
	for i := 0; i < len(contents); {
		line := contents[i:]
		switch {
		case line[0] == '(':
			text, n := shown(line, fonts[font])
			if id >= 0 {
				all[id] += text
			}
			i += n
			continue
		case strings.HasPrefix(string(line[:min(len(line), 6)]), "/MCID "):
			fmt.Sscanf(string(line[:min(len(line), 20)]), "/MCID %d", &id)
		case strings.HasPrefix(string(line[:min(len(line), 3)]), "EMC"):
			id = -1
		case line[0] == '/' && len(line) > 2 && line[1] == 'F' && line[2] >= '0' && line[2] <= '9':
			font, _, _ = strings.Cut(string(line[1:min(len(line), 8)]), " ")
		}
		i++
	}
	return all
}

// shown is the text of a literal string of glyph numbers, and its length.
func shown(b []byte, characters []rune) (string, int) {
	var codes []byte
	i := 1
	for ; b[i] != ')'; i++ {
		if b[i] == '\\' {
			if i++; b[i] == 'r' {
				codes = append(codes, '\r')
				continue
			}
		}
		codes = append(codes, b[i])
	}
	var text []rune
	for ; len(codes) > 1; codes = codes[2:] {
		text = append(text, characters[int(codes[0])<<8+int(codes[1])-1])
	}
	return string(text), i + 1
}

// each calls do with e and all below it, with the language that holds there.
func (e *element) each(lang string, do func(e *element, lang string)) {
	if e.lang != "" {
		lang = e.lang
	}
	do(e, lang)
	for _, k := range e.kids {
		k.each(lang, do)
	}
}

// all is the text of e and all below it, in reading order.
func (e *element) all() string {
	var b strings.Builder
	e.each("", func(e *element, _ string) { b.WriteString(e.text) })
	return b.String()
}

func TestStructure(t *testing.T) {
	for look := range looks {
		f := invoiceForm(t, look, 60)
		root := read(t, drawn(t, f, Options{})).tree(t)
		compact := func(s string) string { return strings.Join(strings.Fields(s), "") }
		read := compact(root.all())
		f.Foot.Number, f.Foot.Page = invoice.Text{}, invoice.Text{} // artifacts
		f.EachText(func(s string) {
			if !strings.Contains(read, compact(s)) {
				t.Errorf("%s: %q isn't read in one piece", look, s)
			}
		})
		headings := ""
		root.each("zh-CN", func(e *element, lang string) {
			if e.tag == "H1" || e.tag == "H2" {
				headings += e.tag
			}
			checkElement(t, e, lang)
		})
		if !strings.HasPrefix(headings, "H1") || strings.Count(headings, "H1") != 1 || !strings.Contains(headings, "H2") {
			t.Errorf("%s: headings %s", look, headings)
		}
	}
}

// checkElement holds one element against what ISO 14289-1 wants of it.
func checkElement(t *testing.T, e *element, lang string) {
	t.Helper()
	latin := strings.ContainsFunc(e.text, func(r rune) bool { return unicode.In(r, unicode.Latin) })
	switch han := invoice.HasHan(e.text); {
	case han && lang != "zh-CN":
		t.Errorf("%s %q is marked as %s", e.tag, e.text, lang)
	case latin && !han && lang != "en":
		t.Errorf("%s %q is marked as %s", e.tag, e.text, lang)
	}
	switch e.tag {
	case "Figure":
		if !strings.Contains(e.body, "/Alt") || !strings.Contains(e.body, "/BBox[") {
			t.Errorf("a figure without words or place: %s", e.body)
		}
	case "TH":
		if !strings.Contains(e.body, "/Scope/Column") && !strings.Contains(e.body, "/Scope/Row") {
			t.Errorf("a head cell without scope: %s", e.body)
		}
	case "Table":
		checkTable(t, e)
	}
}

// checkTable holds that all rows are as wide, with what spans count.
func checkTable(t *testing.T, table *element) {
	t.Helper()
	var rows []*element
	for _, k := range table.kids {
		switch k.tag {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			rows = append(rows, k.kids...)
		default:
			t.Errorf("a table holds a %s", k.tag)
		}
	}
	var hanging []int // columns that the rows above take from each row to come
	width := 0
	for i, row := range rows {
		columns := 0
		if len(hanging) > 0 {
			columns, hanging = hanging[0], hanging[1:]
		}
		for _, cell := range row.kids {
			if cell.tag != "TD" && cell.tag != "TH" {
				t.Errorf("a row holds a %s", cell.tag)
			}
			span := map[string]int{"Col": 1, "Row": 1}
			for _, m := range spanOf.FindAllStringSubmatch(cell.body, -1) {
				span[m[1]] = number(m[2])
			}
			columns += span["Col"]
			for r := range span["Row"] - 1 {
				for len(hanging) <= r {
					hanging = append(hanging, 0)
				}
				hanging[r] += span["Col"]
			}
		}
		if i == 0 {
			width = columns
		}
		if columns != width {
			t.Errorf("row %d of a table has %d columns, the first %d", i+1, columns, width)
		}
	}
	if len(hanging) > 0 {
		t.Errorf("a cell spans %d rows more than there are", len(hanging))
	}
}

// TestAttachmentParams holds that what is said of the attached file is true.
func TestAttachmentParams(t *testing.T) {
	f := invoiceForm(t, "classic", 3)
	p := read(t, drawn(t, f, Options{}))
	sum := md5.Sum(f.Order)
	want := fmt.Sprintf("/Params<</Size %d/ModDate(D:20260425000000Z)/CheckSum<%s>>>", len(f.Order), hex.EncodeToString(sum[:]))
	for _, body := range p.bodies {
		if strings.Contains(body, "/Type/EmbeddedFile") && strings.Contains(body, want) {
			return
		}
	}
	t.Errorf("no embedded file with %s", want)
}

// TestInfoAgreesWithXMP holds for texts that XML and PDF write each in its way.
func TestInfoAgreesWithXMP(t *testing.T) {
	i := Info{Title: `发票 <A&B> "(\)" 𬭎`, Author: "Łódź & Söhne", Lang: "zh-CN", Created: Date("2026-04-25")}
	dictionary, xmp := string(i.dictionary()), string(i.xmp())
	for _, both := range [...][2]string{
		{"/Title" + textString(i.Title), "发票 &lt;A&amp;B&gt; &quot;(\\)&quot; 𬭎</rdf:li>"}, {"/Author" + textString(i.Author), "<rdf:li>Łódź &amp; Söhne</rdf:li>"},
		{"/CreationDate(D:20260425000000Z)", "<xmp:CreateDate>2026-04-25T00:00:00Z<"}, {"/ModDate(D:20260425000000Z)", "<xmp:ModifyDate>2026-04-25T00:00:00Z<"},
		{"/Creator(yipiao)", "<xmp:CreatorTool>yipiao<"}, {"/Producer(yipiao)", "<pdf:Producer>yipiao<"},
	} {
		if !strings.Contains(dictionary, both[0]) || !strings.Contains(xmp, both[1]) {
			t.Errorf("%s and %s aren't in both", both[0], both[1])
		}
	}
}
