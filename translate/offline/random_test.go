package offline

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// scraps are pieces that texts are put together of beside the glossary's words.
var scraps = []string{
	" ", " ", "，", "。", "；", "：", "、", "/", "-", "*", "(", "）", "【", "“", "%", "±", "℃", "的", "和", "与", "不", "未", "每", "共", "约", "一个", "双", "单", "半", "十二", "三百", "1万", "2.5亿", "¥", "USD ", "元",
	"5", "120", "0.05", "1,234.50", "2026年3月15日", "M8", "IP67", "500ml", "30%", "6204-2RS", "30-40", "1/2", "😀", "ａｂ１２", "\u200b", "café", "Привет", "浙江省", "88号", "有限公司", "義烏", "ABC Co., Ltd.", "{n}", "[x]", "\x00",
}

// TestRandomTexts puts words of the glossary and scraps together by chance: what
// comes out must never be final with Chinese left or a number changed.
func TestRandomTexts(t *testing.T) {
	translator := newTranslator(t)
	k := translator.data()
	words := make([]string, 0, len(k.words))
	for word := range k.words {
		words = append(words, word)
	}
	slices.Sort(words)
	kinds := []Kind{Any, Title, Payment, Packing, Shipping, Inspection, Company, Address, Note, SingleTerm, Spec}
	random := rand.New(rand.NewPCG(1, 2))
	for range 800 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			if random.IntN(2) == 0 {
				b.WriteString(scraps[random.IntN(len(scraps))])
			} else {
				b.WriteString(words[random.IntN(len(words))])
			}
		}
		text, kind := b.String(), kinds[random.IntN(len(kinds))]
		got := translator.Translate(text, kind, "en")
		if !utf8.ValidString(got.Text) {
			t.Errorf("%q gives a broken %q", text, got.Text)
		}
		large := strings.ContainsAny(text, "百千万亿") // the metric reads no Chinese numerals above ten
		kept := metricNumbersKept(halfWidth(text), got.Text) || metricNumbersKept(tensInDigits(halfWidth(text)), got.Text)
		if got.Final && (metricHan.MatchString(got.Text) || !large && !kept) {
			t.Errorf("%q as %q is final: %q", text, kind, got.Text)
		}
		translator.Translate(got.Text, kind, "zh")
	}
}

// TestLongTexts holds the work for the longest text in bounds.
func TestLongTexts(t *testing.T) {
	translator := newTranslator(t)
	for _, piece := range []string{"不锈钢", "路88号", "30%定金，", "{t}", "请确认样品后", "一", "12", "省市区", "（", " a", "Road, ", "with and of ", "约3个"} {
		text := strings.Repeat(piece, longestText/len(piece))
		for _, to := range []string{"en", "zh"} {
			translator.Translate(text, Any, to) // work that grows beyond measure would not end
		}
	}
}

var fromTen = regexp.MustCompile(`[一二三四五六七八九]?十[一二三四五六七八九]?`)

// tensInDigits writes the numerals from ten on in digits, as the metric reads them: 十二公里.
func tensInDigits(text string) string {
	return fromTen.ReplaceAllStringFunc(text, func(numeral string) string {
		number, _ := chineseNumber([]rune(numeral))
		return number
	})
}
