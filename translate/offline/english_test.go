package offline

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestIntoChinese holds what English orders come to in Chinese: the text that may
// be printed unread, or that there is none.
func TestIntoChinese(t *testing.T) {
	translator := newTranslator(t)
	data, err := os.ReadFile("testdata/into-chinese.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, final := 0, 0
	eachRowOf(string(data), func(row []string) {
		kind, source, want := Kind(row[0]), row[1], row[2]
		if kind == "any" {
			kind = Any
		}
		got := translator.Translate(source, kind, "zh")
		rows, final = rows+1, final+count(got.Final)
		if got.Final != (want != "review") || got.Final && got.Text != want {
			t.Errorf("%s as %q:\ngot  %q final %v %q\nwant %q", source, kind, got.Text, got.Final, got.Checks, want)
		}
	})
	if share := percent(final, rows); share < 80 {
		t.Errorf("%.1f%% of the texts are final, want at least 80%%", share)
	}
}

// TestUnsureEnglishIsAskedAbout: words of several senses, words that nothing
// stands for and sentences of another shape are never printed unread.
func TestUnsureEnglishIsAskedAbout(t *testing.T) {
	translator := newTranslator(t)
	for _, source := range []string{
		"Light Weight", "Iron Table Lamp", "Printer Driver", "Glass Baking Dish", "Male Thread Connector", "Car Seat", "Wooden Tray", "Wireless Frobnicator", "Steel Zorgle, 20 cm",
		"Please do something with the boxes", "The buyer is unhappy", "Drill Bottle Waterproof Cup", "Acme Trading Co., Ltd.", "John Smith", "Spring", "Bow", "Mesh",
		"Payment by bear", "30% deposit unless the bank objects", "No refund", "Non-magnetic Frame", "Set of 2 and 3",
	} {
		for _, kind := range []Kind{Any, Title, Note, Payment, SingleTerm} {
			if got := translator.Translate(source, kind, "zh"); got.Final {
				t.Errorf("%q as %q is final: %q", source, kind, got.Text)
			}
		}
	}
}

var smallLetters = regexp.MustCompile(`[a-z]{3,}`)

// TestHeldBack shows each check of a translation into Chinese.
func TestHeldBack(t *testing.T) {
	none := func(string) bool { return false }
	for _, c := range []struct {
		source, target string
		held           bool
	}{
		{"Cup with lid", "杯 with 盖子", true},
		{"Cup with lid", "杯 带盖子", false},
		{"Set of 6", "6的套装", true},
		{"black, white", "黑色,白色", true},
		{"No logo on the box", "盒上有标志", true},
		{"No logo on the box", "盒上不得有标志", false},
		{"Item No. 12 in stock", "货号12有现货", false},
		{"30% by T/T", "30%", true},
		{"LED Lamp for IP65 use", "灯 IP65", true},
		{"15 kg per carton, G.W. 15 kg", "每箱15kg，G.W. 15kg", true},
		{"USB-C to HDMI", "USB-C转HDMI", false},
		{"Case for iPhone", "手机壳 适用于iPhone", false},
	} {
		if got := heldBack(c.source, c.target, none); (len(got) > 0) != c.held {
			t.Errorf("%q, %q: %q, want held back %v", c.source, c.target, got, c.held)
		}
	}
}

// TestDatesToChinese reads every form of date, and nothing that only looks like one.
func TestDatesToChinese(t *testing.T) {
	for source, want := range map[string]string{
		"March 15, 2026":     "2026年3月15日",
		"Mar. 5th, 2026":     "2026年3月5日",
		"15 March 2026":      "2026年3月15日",
		"by May 1":           "by 5月1日",
		"Sept 30 2026":       "2026年9月30日",
		"June 2026":          "2026年6月",
		"May 45":             "May 45",
		"Model March 5000":   "Model March 5000",
		"December 1, 2026 x": "2026年12月1日 x",
	} {
		if got := datesToChinese(source); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

// namesKept are written as their makers write them.
var namesKept = strings.NewReplacer("iPhone", "", "Pantone", "", "Logo", "", "logo", "")

// TestFinalChineseHasNoEnglish puts words of both tables together by place: what
// is final never has small Latin letters left.
func TestFinalChineseHasNoEnglish(t *testing.T) {
	translator := newTranslator(t)
	data, _ := os.ReadFile("testdata/into-chinese.tsv")
	var words []string
	eachRowOf(string(data), func(row []string) { words = append(words, strings.Fields(row[1])...) })
	for i := range 1000 {
		at := i * 7919 % (len(words) - 6)
		text := strings.Join(words[at:at+2+i%5], " ")
		got := translator.Translate(text, []Kind{Any, Title, Note, Packing}[i%4], "zh")
		for _, w := range smallLetters.FindAllString(namesKept.Replace(got.Text), -1) {
			if got.Final && !keptUnits[w] {
				t.Errorf("%q is final: %q", text, got.Text)
			}
		}
	}
}
