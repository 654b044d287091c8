package issue

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yipiao/invoice"
	"yipiao/invoice/text"
)

// gbk are all characters of GBK but the blanks.
func gbk() []rune {
	var all []rune
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead < 0xFF; lead++ {
		for trail := 0x40; trail < 0xFF; trail++ {
			s, err := decoder.String(string([]byte{byte(lead), byte(trail)}))
			if r := []rune(s); err == nil && len(r) == 1 && r[0] != unicode.ReplacementChar && !unicode.IsSpace(r[0]) && !unicode.Is(unicode.Co, r[0]) {
				all = append(all, r[0])
			}
		}
	}
	return all
}

// promised are the characters that every document can hold: all that the fonts
// have, but for blanks, marks without their letter, what can't be seen, and
// ligatures, which mutool spells out.
func promised() []rune {
	return slices.DeleteFunc(drawable(0x21, 0x3FFFF), func(r rune) bool {
		return unicode.In(r, unicode.Mark, unicode.Cf, unicode.Z) || r >= 0xFB00 && r <= 0xFB06
	})
}

func TestPromisedCharacters(t *testing.T) {
	all := promised()
	if len(all) < 34_000 {
		t.Errorf("%d characters, the fonts have more", len(all))
	}
	chinese := gbk()
	if len(chinese) < 21_790 {
		t.Errorf("%d characters of GBK, it has 21,791 with the ideographic blank", len(chinese))
	}
	beyond := slices.DeleteFunc(span(0x10000, 0x3FFFF), func(r rune) bool { return !text.Standard().Regular.Fonts[0].Has(r) })
	if len(beyond) < 445 {
		t.Errorf("%d characters beyond the BMP, Noto Sans SC has 445", len(beyond))
	}
	europe := []rune("ÀÁÂÃÄÅĀĂĄǍÆÇĆĈĊČÐĎĐÈÉÊËĒĔĖĘĚĜĞĠĢĤĦÌÍÎÏĨĪĬĮİĴĶĹĻĽŁÑŃŅŇŊÒÓÔÕÖØŌŎŐŒŔŖŘŚŜŞŠȘŢŤȚŦÙÚÛÜŨŪŬŮŰŲŴẀẂẄÝŶŸỲŹŻŽÞßẞ" +
		"ΆΈΉΊΌΎΏΐΰαωςЁЂЃЄЅІЇЈЉЊЋЌЍЎЏҐґЖя€£¥₽₴₺₹₩₫₪₿㎡℃Φ±≥≒⌀№①☑👍")
	for _, r := range slices.Concat(chinese, beyond, europe) {
		if _, found := slices.BinarySearch(all, r); !found {
			t.Errorf("%U %c can't be drawn", r, r)
		}
	}
}

// everyCharacterOrder shows each character as regular text, in a description,
// and in bold, in a group's heading.
func everyCharacterOrder(t *testing.T) (order *invoice.Order, texts []string) {
	t.Helper()
	o := &invoice.Order{Format: "1", Number: "CHARACTERS", Date: "2026-03-18", Currency: "USD",
		Seller: invoice.Party{Name: invoice.PlainText("卖方")}, Buyer: invoice.Party{Name: invoice.PlainText("Buyer")}}
	for chunk := range slices.Chunk(promised(), 60) {
		s := string(chunk)
		texts = append(texts, s)
		o.Lines = append(o.Lines, invoice.Line{Description: invoice.PlainText(s), Group: invoice.PlainText(fmt.Sprintf("%d %s", len(texts), s)),
			Quantity: invoice.Int(1), Price: invoice.Price{Amount: invoice.Int(1)}})
	}
	return o, texts
}

// TestEveryCharacter takes all characters through an order, as it is written,
// into a document and out again.
func TestEveryCharacter(t *testing.T) {
	o, texts := everyCharacterOrder(t)
	data, err := o.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "order.yaml")
	put(t, file, data)
	orders, err := invoice.Decode(file, data)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range texts {
		if got := orders[0].Lines[i].Description.First(); got != want {
			t.Errorf("%q becomes %q", want, got)
		}
	}
	if testing.Short() {
		t.Skip("takes long")
	}
	for _, d := range issued(t, file, Options{Out: dir, Template: templateOf(t, "classic"), Paper: "A4", Lang: invoice.Both, Kinds: []invoice.Kind{invoice.Proforma}}) {
		readEveryCharacter(t, d)
	}
}

func readEveryCharacter(t *testing.T, d document) {
	for _, r := range readers(t) {
		pages, err := r.read(d.file)
		if err != nil {
			t.Fatalf("%s: %v", r.name, err)
		}
		if lost := unread(d.form, pages); len(lost) > 0 {
			t.Errorf("%s: %d texts are not read, the first %q", r.name, len(lost), lost[0])
		}
		count := map[rune]int{}
		for _, c := range strings.Join(pages, "") {
			count[c]++
		}
		var lost []rune
		for _, c := range promised() {
			if count[c] < 2 {
				lost = append(lost, c)
			}
		}
		if len(lost) > 0 {
			t.Errorf("%s: %d characters are not read in both weights: %q", r.name, len(lost), string(lost))
		}
	}
}
