package translate

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
)

func TestTMXRoundTrip(t *testing.T) {
	m := NewMemory()
	m.Put(entryOf("杯 <&> \"盖\"\n第二行", "cup <&> 'lid'\nline", Reviewed))
	m.Put(Entry{From: English, To: Chinese, Source: "lid", Target: "盖", State: Locked})
	var b bytes.Buffer
	if err := m.WriteTMX(&b); err != nil {
		t.Fatal(err)
	}
	entries, err := ReadTMX(bytes.NewReader(b.Bytes()), "m.tmx", Machine)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m.Entries(), entries, cmpopts.IgnoreUnexported(Entry{})); diff != "" {
		t.Error(diff)
	}
	// The same file as Trados writes it: UTF-16 with a BOM.
	wide := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(strings.Replace(b.String(), "UTF-8", "UTF-16", 1))) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	if again, err := ReadTMX(bytes.NewReader(wide), "m.tmx", Machine); err != nil || len(again) != 2 || again[0].Source != entries[0].Source {
		t.Errorf("UTF-16: %v, %v", again, err)
	}
}

func TestTMXOfOthers(t *testing.T) {
	src := `<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<tmx version="1.4"><header srclang="en-US"/><body>
<tu><tuv xml:lang="en-US"><seg>Cup <bpt i="1">&lt;b></bpt><hi>big</hi><ept i="1"/> one</seg></tuv><tuv xml:lang="zh-Hans"><seg>大杯</seg></tuv><tuv xml:lang="de"><seg>Tasse</seg></tuv></tu>
<tu><tuv lang="ZH_CN"><seg>盖</seg></tuv><tuv lang="en"><seg>lid</seg></tuv></tu>
<tu><tuv xml:lang="zh-TW"><seg>蓋</seg></tuv><tuv xml:lang="en"><seg>lid</seg></tuv></tu>
</body></tmx>`
	entries, err := ReadTMX(strings.NewReader(src), "x.tmx", Reviewed)
	want := []Entry{{From: English, To: Chinese, Source: "Cup big one", Target: "大杯", State: Reviewed}, {From: English, To: Chinese, Source: "lid", Target: "盖", State: Reviewed}}
	if diff := cmp.Diff(want, entries, cmpopts.IgnoreUnexported(Entry{})); err != nil || diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
	for name, bad := range map[string]string{
		"not TMX": "<html/>", "empty": "", "cut off": "<tmx><body>\n<tu><tuv", "entity": "<tmx><body>\n<tu><tuv xml:lang='zh'><seg>&x;</seg></tuv></tu></body></tmx>",
		"deep": "<tmx>\n" + strings.Repeat("<a>", 100), "long": "<tmx>\n<tu><tuv xml:lang='zh'><seg>" + strings.Repeat("杯", 20_001) + "</seg></tuv></tu></tmx>",
	} {
		if _, err := ReadTMX(strings.NewReader(bad), "x.tmx", Machine); err == nil || !strings.HasPrefix(err.Error(), "x.tmx:") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadTMX(f *testing.F) {
	f.Add([]byte(`<tmx><header srclang="zh"/><body><tu changedate="20260101T000000Z"><prop type="x-yipiao-state">locked</prop><tuv xml:lang="zh"><seg>杯<ph/></seg></tuv><tuv xml:lang="en"><seg>cup</seg></tuv></tu></body></tmx>`))
	f.Fuzz(func(t *testing.T, src []byte) {
		entries, err := ReadTMX(bytes.NewReader(src), "x", Machine)
		if err != nil {
			return
		}
		m := NewMemory()
		for _, e := range entries {
			m.Put(e)
		}
		var b bytes.Buffer
		if err := m.WriteTMX(&b); err != nil {
			t.Fatal(err)
		}
		again, err := ReadTMX(&b, "again", Machine)
		if err != nil || len(again) != m.Len() {
			t.Errorf("%d of %d come back: %v", len(again), m.Len(), err)
		}
	})
}

func TestGlossaryFile(t *testing.T) {
	src := glossaryHeader + "保温杯\tinsulated bottle|vacuum flask\tthermos\tours\n硅胶\tsilicone\n"
	g, err := ReadGlossary(strings.NewReader(src), "g.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := g.WriteTo(&b); err != nil || b.String() != src {
		t.Errorf("%v, %s", err, cmp.Diff(src, b.String()))
	}
	if text, ok := g.Exact("Vacuum Flask", English); !ok || text != "保温杯" {
		t.Errorf("%q", text)
	}
	if in := g.In("304硅胶保温杯", Chinese); len(in) != 2 {
		t.Errorf("%v", in)
	}
	for _, bad := range []string{"cup\t杯", "杯", "杯\t", "a\tb\tc\td\te"} {
		if _, err := ReadGlossary(strings.NewReader("# x\n"+bad+"\n"), "g.tsv"); err == nil || !strings.HasPrefix(err.Error(), "g.tsv:2: ") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func reviewOf(t *testing.T, change func(f *excelize.File)) ([]Entry, error) {
	t.Helper()
	var b bytes.Buffer
	rows := ReviewRows([]Result{
		{ID: "lines[0].description", Source: "保温杯 500ml", Text: "Bottle 500 ml", From: Chinese, To: English, State: Review, Checks: []Check{{CheckRemark, "guessed"}}},
		{ID: "notes", Source: "=1+1 说明", Text: "=1+1 note", From: Chinese, To: English, State: Review},
		{ID: "marks", Source: "X-1", Text: "X-1", State: Final},
		{ID: "terms[1]", Source: "锁", Text: "lock", From: Chinese, To: English, State: Review},
		{ID: "terms[0]", Source: "杯", Text: "", From: Chinese, To: English, State: Review},
	})
	rows[3].State = Locked
	if err := WriteReview(&b, rows); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	change(f)
	var changed bytes.Buffer
	if err := f.Write(&changed); err != nil {
		t.Fatal(err)
	}
	return ReadReview(&changed, "r.xlsx", "Wang Fang, export manager", "2026-03-20")
}

func set(t *testing.T, f *excelize.File, cell, text string) {
	t.Helper()
	if err := f.SetCellStr(reviewSheet, cell, text); err != nil {
		t.Fatal(err)
	}
}

func TestReviewRoundTrip(t *testing.T) {
	entries, err := reviewOf(t, func(f *excelize.File) {
		if formula, _ := f.GetCellFormula(reviewSheet, "E3"); formula != "" {
			t.Errorf("a text became the formula %s", formula)
		}
	})
	if err != nil || len(entries) != 0 {
		t.Errorf("nothing was changed: %v, %v", entries, err)
	}
	entries, err = reviewOf(t, func(f *excelize.File) {
		set(t, f, "E2", "Insulated bottle, 500 ml")
		set(t, f, "F3", "locked")
	})
	want := []Entry{
		{From: Chinese, To: English, Source: "保温杯 500ml", Target: "Insulated bottle, 500 ml", State: Reviewed, Provider: "Wang Fang, export manager", Date: "2026-03-20"},
		{From: Chinese, To: English, Source: "=1+1 说明", Target: "=1+1 note", State: Locked, Provider: "Wang Fang, export manager", Date: "2026-03-20"},
	}
	if diff := cmp.Diff(want, entries, cmpopts.IgnoreUnexported(Entry{})); err != nil || diff != "" {
		t.Errorf("%v, %s", err, diff)
	}
	for cell, text := range map[string]string{"E5": "bolt", "F5": "reviewed", "D2": "别的", "E2": "Bottle 50 ml", "F2": "fine", "E3": ""} {
		if entries, err := reviewOf(t, func(f *excelize.File) { set(t, f, cell, text) }); err == nil || entries != nil || !strings.HasPrefix(err.Error(), "r.xlsx:"+cell[1:]) {
			t.Errorf("%s = %q: %v, %v", cell, text, entries, err)
		}
	}
	if _, err := ReadReview(strings.NewReader("no workbook"), "r.xlsx", "", ""); err == nil {
		t.Error("no workbook passes")
	}
}

func TestReviewBytesAreTheSame(t *testing.T) {
	rows := []ReviewRow{{ID: "a", Source: "杯", Target: "cup", From: Chinese, To: English, State: Machine}}
	var one, two bytes.Buffer
	if WriteReview(&one, rows) != nil || WriteReview(&two, rows) != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same rows give other bytes")
	}
}
