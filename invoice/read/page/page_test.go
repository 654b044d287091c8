package page

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func readAll(t *testing.T, data []byte) []*Page {
	t.Helper()
	f, err := Open(context.Background(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pages, err := f.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// shownRows writes a page's rows, cells parted by a bar, bold ones between
// stars.
func shownRows(p *Page) string {
	var s strings.Builder
	for _, r := range p.Grid.Rows {
		for i, c := range r.Cells {
			if i > 0 {
				s.WriteString(" | ")
			}
			text := strings.ReplaceAll(c.Text, "\n", "⏎")
			if c.Bold {
				text = "*" + text + "*"
			}
			s.WriteString(text)
		}
		s.WriteString("\n")
	}
	return s.String()
}

// at writes a string at a place, in points from the bottom left.
func at(x, y string, font, s string) string {
	return "BT /" + font + " Tf 1 0 0 1 " + x + " " + y + " Tm " + s + " Tj ET\n"
}

// table writes rows of strings, each after its place from the left.
func table(rows ...[]string) string {
	var s strings.Builder
	for i, row := range rows {
		for _, c := range row {
			x, text, _ := strings.Cut(c, " ")
			s.WriteString(at(x, strconv.Itoa(300-20*i), "F1 10", text))
		}
	}
	return s.String()
}

func TestCells(t *testing.T) {
	tests := []struct {
		name  string
		sheet sheetOf
		want  string
	}{
		{"runs far apart are cells, blanks are not", sheetOf{content: at("50", "300", "F1 10", "(Invoice No.: CI-1)") + at("300", "300", "F1 10", "(Date)")},
			"Invoice No.: CI-1 | Date\n"},
		{"words without blanks, as TeX writes them", sheetOf{content: "BT /F1 10 Tf 50 300 Td [(two)-300(words)-280(of)-310(one)-300(line)-2000(apart)] TJ ET"},
			"two words of one line | apart\n"},
		{"an upright line parts what is near", sheetOf{content: at("50", "300", "F1 10", "(12 PCS)") + at("90", "300", "F1 10", "(3.25)") + "88 290 m 88 320 l S"},
			"12 PCS | 3.25\n"},
		{"a text over a line stays whole", sheetOf{content: at("50", "300", "F1 10", "(a text that runs over)") + "100 290 m 100 320 l S"},
			"a text that runs over\n"},
		{"lines of a row that are wrapped", sheetOf{content: at("50", "306", "F1 10", "(first)") + at("50", "294", "F1 10", "(second)") + at("200", "300", "F1 10", "(one)")},
			"first\none\nsecond\n"},
		{"a raised sign", sheetOf{content: at("50", "300", "F1 10", "(0.52 m)") + at("80.7", "303", "F1 6", "(3)")},
			"0.52 m3\n"},
		{"bold", sheetOf{content: at("50", "300", "F2 10", "(Total)") + at("200", "300", "F1 10", "(1,234.50)")},
			"*Total* | 1,234.50\n"},
		{"bold by a stroke", sheetOf{content: "BT 2 Tr /F3 10 Tf 50 300 Td " + han("合计") + " Tj ET"},
			"*合计*\n"},
		{"Chinese without ToUnicode", sheetOf{content: at("50", "300", "F3 12", han("发票号码：№１２３"))},
			"发票号码：№１２３\n"},
		{"a spaced-out title", sheetOf{content: at("50", "300", "F3 20", han("商")) + at("110", "300", "F3 20", han("业")) + at("170", "300", "F3 20", han("发")) + at("230", "300", "F3 20", han("票"))},
			"商业发票\n"},
		{"blanks typed between two characters", sheetOf{content: at("50", "300", "F3 10", han("单    价")) + at("200", "300", "F3 10", han("数    量"))},
			"单价 | 数量\n"},
		{"letters set apart", sheetOf{content: "BT 6 Tc " + "/F1 10 Tf 50 300 Td (INVOICE) Tj ET"},
			"INVOICE\n"},
		{"a chop between a title's characters", sheetOf{content: at("50", "300", "F3 20", han("商业发票")) + "1 0 0 rg " + at("75", "301", "F3 12", han("公司"))},
			"商业发票\n公司\n"},
		{"a chop beside a figure", sheetOf{content: at("50", "300", "F1 10", "(8516.79)") + "1 0 0 rg " + at("96", "300", "F3 10", han("专用章"))},
			"8516.79 | 专用章\n"},
		{"a price beside a percentage", sheetOf{content: "BT /F1 10 Tf 50 300 Td [(two)-300(words)] TJ ET " + at("50", "280", "F1 10", "(0.00)") + at("74.5", "280", "F1 10", "(15.00%)")},
			"two words\n0.00 | 15.00%\n"},
		{"a title of letters set apart", sheetOf{content: "BT 6 Tc /F2 18 Tf 50 300 Td (COMMERCIAL INVOICE) Tj ET"},
			"*COMMERCIAL INVOICE*\n"},
		{"a chop's text around", sheetOf{content: at("50", "300", "F3 20", han("商业发票")) + "1 0 0 rg BT /F3 12 Tf 0.7 0.7 -0.7 0.7 80 300 Tm " + han("章") + " Tj ET"},
			"商业发票\n章\n"},
		{"turned text has a row of its own", sheetOf{content: at("50", "300", "F1 10", "(upright)") + "BT /F1 10 Tf 0 1 -1 0 30 250 Tm (running up) Tj ET"},
			"running up\nupright\n"},
		{"figures close before the next column's texts", sheetOf{content: table(
			[]string{"50 (1)", "57.5 (Ladder of two steps)", "200 (12 PCS)", "300 (86.50)"},
			[]string{"50 (2)", "57.5 (Ladder of five steps)", "200 (12 PCS)", "300 (132.00)"},
			[]string{"50 (3)", "57.5 (Table)", "200 (12 PCS)", "300 (118.80)"})},
			"1 | Ladder of two steps | 12 PCS | 86.50\n2 | Ladder of five steps | 12 PCS | 132.00\n3 | Table | 12 PCS | 118.80\n"},
		{"units close behind figures, under a head", sheetOf{content: table(
			[]string{"50 (Name of the goods)", "150 (Qty)", "218.7 (Unit)", "300 (Price in USD)"},
			[]string{"50 (Mixing bowl)", "200 (800)", "218.7 (SETS)", "300 (86.50)"},
			[]string{"50 (Oven mitt of cotton)", "200 (900)", "218.7 (PAIRS)", "300 (132.00)"})},
			"Name of the goods | Qty | Unit | Price in USD\nMixing bowl | 800 | SETS | 86.50\nOven mitt of cotton | 900 | PAIRS | 132.00\n"},
		{"a head that fills its column", sheetOf{content: table(
			[]string{"50 (Name of the goods)", "200 (Unit price in USD)", "278.7 (Amount in all)"},
			[]string{"50 (Mixing bowl)", "250 (86.50)", "300 (43,250.00)"})},
			"Name of the goods | Unit price in USD | Amount in all\nMixing bowl | 86.50 | 43,250.00\n"},
		{"texts drawn in pieces that no column parts", sheetOf{content: table(
			[]string{"50 (Name of the goods)", "200 (Price in USD)", "300 (Amount in all)"},
			[]string{"50 (two)", "68 (steps)", "200 (86.50)", "300 (43,250.00)"},
			[]string{"50 (six)", "64.8 (steps)", "200 (86.50)", "300 (43,250.00)"})},
			"Name of the goods | Price in USD | Amount in all\ntwo steps | 86.50 | 43,250.00\nsix steps | 86.50 | 43,250.00\n"},
		{"a label that is clipped where its value begins", sheetOf{content: table([]string{"50 (a line with blanks that are typed)"}) +
			"q 50 0 40 400 re W n " + at("50", "200", "F1 10", "(Invoice Number)") + "Q " + at("91", "200", "F1 10", "(CI 1)")},
			"a line with blanks that are typed\nInvoice Number | CI 1\n"},
		{"invisible text", sheetOf{content: at("50", "300", "F1 10", "(seen)") + "BT 3 Tr /F1 10 Tf 200 300 Td (unseen) Tj ET"},
			"seen\n"},
		{"text beside the page", sheetOf{page: "/MediaBox[0 0 900 400]/CropBox[0 0 300 400]", content: at("50", "300", "F1 10", "(printed)") + at("400", "300", "F1 10", "(cost 1.10)")},
			"printed\n"},
		{"clipped away", sheetOf{content: at("50", "300", "F1 10", "(seen)") + "q 0 0 100 400 re W n " + at("200", "300", "F1 10", "(unseen)") + "Q"},
			"seen\n"},
		{"in a form", sheetOf{content: "q 2 0 0 2 100 100 cm /Fm Do Q", objects: map[string]string{
			"Fm": "/Type/XObject/Subtype/Form/BBox[0 0 100 50]/Resources<</Font<<" + handFonts + ">>>>\n" + at("10", "10", "F1 10", "(within)") + at("150", "10", "F1 10", "(outside)")}},
			"within\n"},
		{"radicals that a font means characters by", sheetOf{content: at("50", "300", "F3 10", han("⾦额"))},
			"金额\n"},
		{"figures are left as they are", sheetOf{content: at("50", "300", "F1 10", "(US$ 1,234.50)") + at("150", "300", "F1 10", "(-0.00)")},
			"US$ 1,234.50 | -0.00\n"},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			p := readAll(t, x.sheet.pdf())[0]
			if got := shownRows(p); got != x.want {
				t.Errorf("want:\n%sgot:\n%s", x.want, got)
			}
		})
	}
}

// TestTurnedPages reads one page in all the ways that it can be turned.
func TestTurnedPages(t *testing.T) {
	const upright = "BT /F1 10 Tf 50 300 Td (Invoice) Tj 100 0 Td (No. 7) Tj -100 -20 Td (Total) Tj ET"
	tests := []struct {
		name, page, content, where string
	}{
		{"upright", "/MediaBox[0 0 600 400]", upright, "p1:50,92,31.7,10"},
		{"with another origin", "/MediaBox[100 100 700 500]", "1 0 0 1 100 100 cm " + upright, "p1:50,92,31.7,10"},
		{"turned by 90", "/MediaBox[0 0 400 600]/Rotate 90", "0 1 -1 0 400 0 cm " + upright, "p1:50,92,31.3,10"},
		{"turned by 180", "/MediaBox[0 0 600 400]/Rotate 180", "-1 0 0 -1 600 400 cm " + upright, "p1:50,92,31.3,10"},
		{"turned by 270", "/MediaBox[0 0 400 600]/Rotate 270", "0 -1 1 0 0 600 cm " + upright, "p1:50,92,31.3,10"},
		// The page isn't turned, but all that is on it.
		{"running up", "/MediaBox[0 0 400 600]", "0 1 -1 0 400 0 cm " + upright, "p1:92,518.7,10,31.3"},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			p := readAll(t, sheetOf{page: x.page, content: x.content}.pdf())[0]
			if got := shownRows(p); got != "Invoice | No. 7\nTotal\n" {
				t.Errorf("got:\n%s", got)
			}
			if got := p.Grid.Rows[0].Cells[0].Where; got != x.where {
				t.Errorf("it stands at %s, not %s", got, x.where)
			}
		})
	}
}

// rules draws a table's lines.
func rules(columns, rows []string) string {
	var s strings.Builder
	for _, x := range columns {
		s.WriteString(x + " " + rows[0] + " m " + x + " " + rows[len(rows)-1] + " l S\n")
	}
	for _, y := range rows {
		s.WriteString(columns[0] + " " + y + " m " + columns[len(columns)-1] + " " + y + " l S\n")
	}
	return s.String()
}

func TestRuledTables(t *testing.T) {
	columns := []string{"50", "80", "200", "260", "330"}
	body := at("55", "285", "F1 10", "(1)") + at("85", "290", "F1 10", "(Enamel mug with a wide)") + at("85", "278", "F1 10", "(blue rim)") +
		at("205", "285", "F1 10", "(1,000)") + at("270", "285", "F1 10", "(1,420.00)")
	more := at("55", "255", "F1 10", "(2)") + at("85", "260", "F1 10", "(Tin box)") + at("85", "248", "F1 10", "(Blechdose)") +
		at("205", "255", "F1 10", "(50)") + at("270", "255", "F1 10", "(21.50)")
	tests := []struct{ name, content, want string }{
		{"wrapped lines are one, others stay apart", rules(columns, []string{"300", "270", "240"}) + body + more,
			"1 | Enamel mug with a wide blue rim | 1,000 | 1,420.00\n2 | Tin box⏎Blechdose | 50 | 21.50\n"},
		{"without lines between the rows they stay apart", rules(columns, []string{"300", "240"}) + body + more,
			"Enamel mug with a wide\n1 | 1,000 | 1,420.00\nblue rim\nTin box\n2 | 50 | 21.50\nBlechdose\n"},
		{"a box through two rows", "50 300 m 330 300 l 330 240 l 50 240 l h S 80 300 m 80 240 l S 200 300 m 200 240 l S 260 300 m 260 240 l S 80 270 m 330 270 l S\n" +
			strings.ReplaceAll(body, "(1)", "(A-1)") + strings.Join(strings.SplitAfter(more, "ET\n")[1:], ""),
			"A-1 | Enamel mug with a wide blue rim | 1,000 | 1,420.00\nTin box⏎Blechdose | 50 | 21.50\n"},
		{"a frame around a letter is no table", "40 240 500 80 re S " + body, "Enamel mug with a wide\n1 | 1,000 | 1,420.00\nblue rim\n"},
		{"a sign of currency at its cell's edge", rules(columns, []string{"300", "270"}) + body + at("262", "285", "F1 8", "($)"),
			"1 | Enamel mug with a wide blue rim | 1,000 | $ 1,420.00\n"},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			if got := shownRows(readAll(t, sheetOf{content: x.content}.pdf())[0]); got != x.want {
				t.Errorf("want:\n%sgot:\n%s", x.want, got)
			}
		})
	}
}

// TestCutTexts reads a text that its cell cuts off: all of it, and that it is.
func TestCutTexts(t *testing.T) {
	p := readAll(t, sheetOf{content: "q 50 290 60 20 re W n " + at("52", "300", "F1 10", "(Amount 12,345.67)") + "Q " + at("115", "300", "F1 10", "(USD)")}.pdf())[0]
	if got := shownRows(p); got != "Amount 12,345.67 | USD\n" {
		t.Errorf("got:\n%s", got)
	}
	if len(p.Cut) != 1 || p.Cut[0].Text != "Amount 12,345.67" || p.Cut[0].Where != p.Grid.Rows[0].Cells[0].Where {
		t.Errorf("cut: %+v", p.Cut)
	}
}

const picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray\n\x80"

func TestSources(t *testing.T) {
	scan := "q 600 0 0 400 0 0 cm /Im Do Q "
	hidden := "BT 3 Tr /F1 10 Tf 50 300 Td (Invoice No. 7) Tj ET"
	objects := map[string]string{"Im": picture}
	tests := []struct {
		name    string
		content string
		source  Source
		rows    string
	}{
		{"a scan", scan, Picture, ""},
		{"a scan with its text", scan + hidden, Layer, "Invoice No. 7\n"},
		{"a scan with a scanner's stamp", scan + at("50", "20", "F1 8", "(scanned by X)"), Picture, ""},
		{"a logo with hidden text", "q 60 0 0 40 0 0 cm /Im Do Q " + hidden + "0 Tr " + at("50", "200", "F1 10", "(seen)"), Written, "seen\n"},
		{"an empty page", "", Written, ""},
	}
	for _, x := range tests {
		t.Run(x.name, func(t *testing.T) {
			p := readAll(t, sheetOf{content: x.content, objects: objects}.pdf())[0]
			if got := shownRows(p); p.Source != x.source || got != x.rows {
				t.Errorf("source %d, rows:\n%s", p.Source, got)
			}
		})
	}
}

// TestUnknownCharacters reads a font that doesn't tell what its glyphs are: a
// page of it is a picture, and nothing is made up.
func TestUnknownCharacters(t *testing.T) {
	font := "/F9<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Own/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Own" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Own/Flags 4" +
		"/FontBBox[0 -200 600 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>]>>"
	p := readAll(t, sheetOf{content: at("50", "300", "F9 10", "<001100420043>") + at("50", "280", "F1 10", "(seen)"), fonts: font}.pdf())[0]
	if p.Unknown != 3 || p.Source != Picture || len(p.Grid.Rows) != 0 {
		t.Errorf("%d unknown characters, source %d, rows:\n%s", p.Unknown, p.Source, shownRows(p))
	}
	p = readAll(t, sheetOf{content: at("50", "300", "F9 10", "<0011>") + at("50", "280", "F1 10", "(a page of many letters)"), fonts: font}.pdf())[0]
	if got := shownRows(p); p.Unknown != 1 || p.Source != Written || got != "\uFFFD\na page of many letters\n" {
		t.Errorf("%d unknown characters, source %d, rows:\n%s", p.Unknown, p.Source, got)
	}
}

// TestGoldenPages compares the grids of whole files with those in testdata,
// which GOLDEN=1 writes again.
func TestGoldenPages(t *testing.T) {
	for _, file := range []string{
		"../../../samples/bottle/CI-2026-0318.pdf",
		"../testdata/workbooks/01_shenzhen_lamps.pdf",
		"../testdata/workbooks/11_mixed_cartons.pdf",
		"../testdata/workbooks/25_hong_kong_trader.pdf",
	} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, p := range readAll(t, data) {
			got.WriteString("-- " + p.Grid.Name + "\n" + shownRows(p))
		}
		golden := filepath.Join("testdata", strings.TrimSuffix(filepath.Base(file), ".pdf")+".txt")
		if os.Getenv("GOLDEN") == "1" {
			if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s:\n%s", file, diff)
		}
	}
}
