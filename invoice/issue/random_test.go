package issue

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/invoice/text"
)

// scripts are characters to make random texts of, by kind of word.
var scripts = [...]struct {
	name   string
	chars  []rune
	spaced bool // words with blanks between them
}{
	{"common Han", []rune("不锈钢双层真空保温杯硅胶盖黑色食品级竹制刷带挂绳可折叠吸管组合件装纸箱义乌市星禾日用品有限公司浙江省北苑街道雪峰西路号栋楼质量以确认样为准"), false},
	{"Han of GBK", span(0x4E00, 0x9FA5), false},
	{"Extension A", span(0x3400, 0x4DB5), false},
	{"Han beyond the BMP", drawable(0x20000, 0x323AF), false},
	{"compatibility Han", drawable(0xF900, 0xFAD9), false},
	{"kana", append(drawable(0x3041, 0x3096), drawable(0x30A1, 0x30FA)...), false},
	{"Latin", append(span('a', 'z'), span('A', 'Z')...), true},
	{"European diacritics", drawable(0xC0, 0x24F), true},
	{"more diacritics", drawable(0x1E00, 0x1EFF), true},
	{"Greek", []rune("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"), true},
	{"Cyrillic", drawable(0x400, 0x45F), true},
	{"digits", []rune("0123456789"), true},
	{"signs", []rune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§©®°±µ¶·×÷«»¿¡–—‘’“”„†‡•…‰′″‹›"), true},
	{"currencies", drawable(0x20A0, 0x20C0), true},
	{"symbols", []rune("㎡㎜㎝㎞㎏㏄℃℉ΦØ±≥≤≠≈≒≡∞√∑⌀№℡™①②⑩⑴⒈㈠㊣☑☐★☆○●◎◇◆□■△▲▽▼→←↑↓ⅠⅡⅫⅰⅹ♂♀＋－×÷％￥＄"), false},
	{"full width", span(0xFF01, 0xFF5E), false},
}

func span(from, to rune) []rune {
	var all []rune
	for r := from; r <= to; r++ {
		all = append(all, r)
	}
	return all
}

// drawable are the characters between two that the fonts have.
func drawable(from, to rune) []rune {
	var all []rune
	for r := from; r <= to; r++ {
		if len(text.Standard().Missing(string(r))) == 0 {
			all = append(all, r)
		}
	}
	return all
}

// chance makes random orders, the same ones from the same seed.
type chance struct{ *rand.Rand }

func newChance(seed, n int) chance { return chance{rand.New(rand.NewPCG(uint64(seed), uint64(n)))} }

// of reports true once in n times.
func (c chance) of(n int) bool { return c.IntN(n) == 0 }

func pick[T any](c chance, from ...T) T { return from[c.IntN(len(from))] }

// words are up to n words of random scripts in one line.
func (c chance) words(n int) string {
	var b strings.Builder
	for range 1 + c.IntN(n) {
		s := &scripts[c.IntN(len(scripts))]
		if s.spaced && b.Len() > 0 {
			b.WriteByte(' ')
		}
		for range 1 + c.IntN(9) {
			b.WriteRune(s.chars[c.IntN(len(s.chars))])
		}
		if s.spaced {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// text is a text in one language or both.
func (c chance) text(n int) invoice.Text {
	if c.of(2) {
		return invoice.PlainText(c.words(n))
	}
	return invoice.Text{Zh: "中" + c.words(n), En: "En " + c.words(n)}
}

// maybe is a text or none.
func (c chance) maybe(n int) invoice.Text {
	if c.of(2) {
		return invoice.Text{}
	}
	return c.text(n)
}

// lines are several lines of words.
func (c chance) lines(n int) invoice.Text {
	var all []string
	for range 1 + c.IntN(n) {
		all = append(all, c.words(6))
	}
	return invoice.PlainText(strings.Join(all, "\n"))
}

// code is a short text of ASCII.
func (c chance) code() string {
	const chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/."
	b := []byte{chars[c.IntN(26)]}
	for range 2 + c.IntN(12) {
		b = append(b, chars[c.IntN(len(chars))])
	}
	return string(b) + "7"
}

// amount is a number below most, with so many decimals or fewer.
func (c chance) amount(most, decimals int) invoice.Amount {
	s := fmt.Sprint(1 + c.IntN(most))
	if d := c.IntN(decimals + 1); d > 0 {
		s += fmt.Sprintf(".%0*d", d, c.IntN(pow10(d)))
	}
	a, _ := invoice.ParseAmount(s)
	return a
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

func (c chance) date() invoice.Date {
	return invoice.Date(fmt.Sprintf("2026-%02d-%02d", 1+c.IntN(12), 1+c.IntN(28)))
}

func (c chance) country() string {
	return pick(c, "CN", "US", "DE", "FR", "JP", "BR", "GB", "PL", "GR", "")
}

func (c chance) party() invoice.Party {
	p := invoice.Party{Name: c.text(5), Country: c.country()}
	if c.of(3) {
		return p
	}
	p.Address, p.TaxID, p.Contact, p.Phone = c.lines(4), c.code(), c.maybe(2), "+86 579 8512 3456"
	if c.of(2) {
		p.Email, p.Website = "a.b-c@example.org", "https://example.org/"+c.code()
	}
	return p
}

// order is a random order whose pictures are among the names given.
func (c chance) order(n int, pictures []string) *invoice.Order {
	o := &invoice.Order{Format: "1", Number: fmt.Sprintf("PO-%d-%s", n, c.code()), Date: c.date(),
		Currency: pick(c, "USD", "EUR", "CNY", "JPY", "GBP", "HKD", "KWD", "BRL"), Seller: c.party(), Buyer: c.party()}
	o.Seller.Banks = invoice.Banks{{Name: c.text(3), Address: c.maybe(5), Swift: "BKCHCNBJ92H", Account: c.code(), Beneficiary: c.words(3), CNAPS: "104338707012"}}
	if c.of(2) {
		o.Seller.Logo = pick(c, pictures...)
	}
	if c.of(2) {
		o.Seller.Stamp = invoice.Stamp{File: pick(c, pictures...), Seam: c.of(2)}
	}
	if c.of(3) {
		o.Seller.Sign, o.Seller.Signer = pick(c, pictures...), invoice.Signer{Name: c.text(1), Title: c.maybe(2)}
	}
	for _, p := range []*invoice.Party{&o.Consignee, &o.Notify, &o.Importer, &o.Exporter, &o.ShipTo, &o.Manufacturer, &o.OnBehalfOf} {
		if c.of(3) {
			*p = c.party()
		}
	}
	count := pick(c, 1, 2, 3, 5, 10, 25, 60)
	for i := range count {
		o.Lines = append(o.Lines, c.line(i, pictures))
	}
	if c.of(6) { // a service, before the goods
		o.Lines = append([]invoice.Line{{Description: c.text(4), Amount: c.amount(900, 0)}}, o.Lines...)
	}
	if c.of(5) {
		c.pack(o)
	}
	c.money(o)
	c.travel(o)
	for range c.IntN(4) {
		o.Terms = append(o.Terms, c.text(20))
	}
	if c.of(2) {
		o.Notes.All = c.lines(5)
	}
	if c.of(3) {
		o.Marks = strings.ReplaceAll(c.lines(4).First(), "\t", " ")
	}
	if c.of(20) {
		o.Notes.All = invoice.PlainText(c.words(600)) // over pages
	}
	return o
}

func (c chance) line(i int, pictures []string) invoice.Line {
	l := invoice.Line{SKU: fmt.Sprintf("%s-%d", c.code(), i), Description: c.text(8), Quantity: c.amount(5000, 0), Unit: invoice.PlainText(pick(c, "pcs", "set", "kg", "m", "件", "双"))}
	l.Price.Amount = c.amount(900, 4)
	if c.of(9) {
		l.Price.Per, _ = invoice.ParseAmount("100")
	}
	if c.of(12) {
		l.Free, l.Price = true, invoice.Price{}
	} else if c.of(6) {
		l.Discount.Percent = c.amount(30, 1)
	}
	if c.of(3) {
		l.Name, l.Spec, l.Model, l.Colour, l.Size, l.Material = c.maybe(2), c.maybe(4), c.code(), c.maybe(2), c.maybe(2), c.maybe(3)
		l.Brand, l.HS, l.HTS, l.Use, l.Origin, l.BuyerSKU = c.words(1), "9617.00", "9617.00.1000", c.maybe(2), c.country(), c.code()
		l.Composition = []invoice.Fibre{{Fiber: c.text(1), Percent: invoice.Int(100)}}
	}
	if c.of(4) {
		l.Tax.Percent = c.amount(20, 1)
	}
	if c.of(8) {
		l.Image = pick(c, pictures...)
	}
	if c.of(25) {
		l.Description = c.text(120)
	}
	l.Packing = invoice.Packing{Package: invoice.PlainText(pick(c, "carton", "bag", "drum")), Packages: c.amount(40, 0), Net: c.amount(20, 2), Gross: invoice.Int(int64(25 + c.IntN(5))),
		Size: []invoice.Amount{c.amount(80, 1), c.amount(60, 1), c.amount(40, 1)}}
	return l
}

// pack puts each line's goods into a package that names it in one of two ways.
func (c chance) pack(o *invoice.Order) {
	for i := range o.Lines {
		l := &o.Lines[i]
		l.Packing = invoice.Packing{}
		if l.Quantity.Given() {
			o.Packages = append(o.Packages, invoice.Package{Package: invoice.PlainText("carton"), Net: c.amount(20, 2), Gross: invoice.Int(25), CBM: c.amount(1, 3),
				Contents: []invoice.Content{{Line: pick(c, l.SKU, fmt.Sprint(i+1)), Quantity: l.Quantity}}})
		}
	}
}

func (c chance) money(o *invoice.Order) {
	if c.of(2) {
		o.Tax = pick(c, "included", "excluded")
	}
	for range c.IntN(4) {
		charge := invoice.Charge{Kind: pick(c, "freight", "insurance", "packing", "tooling", "other", "handling"), Description: c.text(3)}
		if c.of(2) {
			charge.Percent = c.amount(9, 2)
		} else {
			charge.Amount = c.amount(900, 0)
		}
		o.Charges = append(o.Charges, charge)
	}
	if c.of(2) {
		o.Charges = append(o.Charges, invoice.Charge{Kind: pick(c, "discount", "rebate"), Percent: c.amount(9, 2)})
	}
	o.Payment = invoice.Payment{Method: pick(c, "wire", "lc", "wise", ""), BankCharges: pick(c, "our", "sha", "")}
	if c.of(2) {
		o.Payment.Schedule = []invoice.Instalment{{Percent: invoice.Int(30), Due: c.text(3)}, {Rest: true, Due: c.text(6)}}
	}
	if c.of(5) {
		o.Payments = []invoice.Paid{{Date: c.date(), Amount: invoice.Int(1), Fee: invoice.Int(1), Reference: c.code(), Proof: "proof.pdf"}}
	}
}

func (c chance) travel(o *invoice.Order) {
	o.Origin = c.country()
	if c.of(2) {
		o.Incoterm = invoice.Incoterm{Rule: pick(c, "FOB", "CIF", "DAP"), Place: c.text(1)}
	}
	if c.of(2) {
		o.Shipment = invoice.Shipment{Mode: pick(c, "sea", "air", "rail"), From: c.text(1), To: c.text(1), Via: c.maybe(1), Date: c.date(), Vessel: c.words(2), BL: c.code(),
			Containers: []invoice.Container{{Number: "MSKU1234565", Seal: c.code(), Type: "40HQ"}}}
	}
	if c.of(3) {
		o.References = invoice.References{Contract: c.code(), BuyerOrder: c.words(2), Quotation: c.code()}
	}
	if c.of(4) {
		o.Docs.Proforma, o.Docs.PackingList = invoice.DocumentEntry{Number: fmt.Sprintf("P%s", o.Number), Date: c.date()}, invoice.DocumentEntry{Title: c.text(2)}
	}
	if c.of(6) {
		o.Pallets = invoice.Pallets{Count: c.amount(9, 0), Gross: c.amount(20, 1), Size: []invoice.Amount{invoice.Int(120), invoice.Int(80), invoice.Int(15)}}
	}
}

// pictureFiles are pictures of every kind that is taken, by file name.
func pictureFiles(t testing.TB) map[string][]byte {
	t.Helper()
	size := image.Rect(0, 0, 60, 40)
	dots := func(set func(x, y int, v uint8)) {
		for y := range size.Dy() {
			for x := range size.Dx() {
				set(x, y, uint8(x*y))
			}
		}
	}
	grey, grey16, rgb, alpha, deep := image.NewGray(size), image.NewGray16(size), image.NewRGBA(size), image.NewNRGBA(size), image.NewNRGBA64(size)
	palette := image.NewPaletted(size, color.Palette{color.White, color.NRGBA{200, 0, 0, 255}, color.NRGBA{0, 0, 200, 90}, color.Transparent})
	cmyk := image.NewPaletted(size, color.Palette{color.Black, color.White})
	dots(func(x, y int, v uint8) {
		grey.SetGray(x, y, color.Gray{v})
		grey16.SetGray16(x, y, color.Gray16{uint16(v) * 256})
		rgb.SetRGBA(x, y, color.RGBA{v, 255 - v, uint8(x), 255})
		alpha.SetNRGBA(x, y, color.NRGBA{v, 20, uint8(y), v})
		deep.SetNRGBA64(x, y, color.NRGBA64{uint16(v) << 8, 9, 9, uint16(x) << 10})
		palette.SetColorIndex(x, y, v%4)
		cmyk.SetColorIndex(x, y, v%2)
	})
	files := map[string][]byte{}
	for name, img := range map[string]image.Image{"grey": grey, "grey16": grey16, "rgb": rgb, "alpha": alpha, "deep": deep, "palette": palette, "two": cmyk} {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		files[name+".png"] = b.Bytes()
	}
	for name, img := range map[string]image.Image{"grey": grey, "rgb": rgb} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		files[name+".jpg"] = b.Bytes()
	}
	return files
}
