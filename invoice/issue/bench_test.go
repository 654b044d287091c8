package issue

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"yipiao/invoice"
	"yipiao/invoice/pdf"
	"yipiao/invoice/text"
	"yipiao/invoice/xlsx"
	"yipiao/templates"
	"yipiao/templates/fonts"
)

// orderOf is a bilingual order of n lines, distinct by its number.
func orderOf(number, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `yipiao: 1
number: B-%d
date: 2026-03-18
currency: USD
seller: {name: {zh: 义乌市星禾日用品有限公司, en: "Yiwu Xinghe Daily Necessities Co., Ltd."}, address: {zh: 浙江省义乌市北苑街道雪峰西路968号, en: "No. 968, Xuefeng West Road, Yiwu City, Zhejiang"}, country: CN, phone: +86 579 8512 3456}
buyer: {name: Brookline Outdoor LLC, address: "1200 Harbor Blvd, Portland, OR 97209", country: US}
origin: CN
incoterm: {rule: FOB, place: {zh: 宁波, en: Ningbo}}
payment: {method: wire, schedule: [{percent: 30, due: {zh: 下单时, en: with the order}}, {percent: 70, due: {zh: 发货前, en: before shipment}}]}
lines:
`, number)
	for i := range n {
		fmt.Fprintf(&b, "  - {sku: XH-%d-%d, description: {zh: 304不锈钢保温杯 %d毫升 黑色, en: \"304 stainless steel bottle, %d ml, black\"}, hs: \"9617.00\", quantity: %d, price: %d.%02d}\n",
			number, i, 300+i%700, 300+i%700, 100+i, 1+i%9, i%100)
	}
	return b.String()
}

// drawn is an order's commercial invoice, laid out in words.
func drawn(tb testing.TB, yaml string) *templates.Form {
	orders, err := invoice.Decode("bench.yaml", []byte(yaml))
	if err != nil {
		tb.Fatal(err)
	}
	d, err := invoice.New(orders[0], invoice.Commercial, invoice.Both)
	if err != nil {
		tb.Fatal(err)
	}
	t, err := builtIn("classic")
	if err != nil {
		tb.Fatal(err)
	}
	form, err := templates.Compose(d, t, "", &folder{})
	if err != nil {
		tb.Fatal(err)
	}
	if form.Order, err = attached(d, form); err != nil {
		tb.Fatal(err)
	}
	return form
}

// BenchmarkPDF is the way from YAML text to a finished commercial invoice, on
// one core, once the fonts are read: the start of the program has its own figure.
func BenchmarkPDF(b *testing.B) {
	text.Standard()
	for _, n := range []int{10, 100, 10_000} {
		yaml := orderOf(1, n)
		b.Run(fmt.Sprintf("lines=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := pdf.Write(io.Discard, drawn(b, yaml), pdf.Options{Fonts: text.Standard()}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFpdfOwnFonts is what fpdf's own way with fonts costs for drawing the
// same page's texts, without reading the order, tables, rules, tags and
// attachment: what BenchmarkPDF is to be compared with.
func BenchmarkFpdfOwnFonts(b *testing.B) {
	form := drawn(b, orderOf(1, 10))
	b.ReportAllocs()
	for b.Loop() {
		p := fpdf.New("P", "pt", "A4", "")
		p.AddUTF8FontFromBytes("sc", "", fonts.SansSC)
		p.AddUTF8FontFromBytes("sc", "B", fonts.SansSCBold)
		p.AddPage()
		p.SetFont("sc", "B", 16)
		p.Text(40, 40, form.Title.Zh+form.Title.En)
		p.SetFont("sc", "", 8)
		y := 60.0
		form.EachText(func(s string) {
			y += 3
			p.Text(40, y, s)
		})
		if err := p.Output(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkXLSX is the same as BenchmarkPDF, for the workbook.
func BenchmarkXLSX(b *testing.B) {
	for _, n := range []int{10, 100, 10_000} {
		yaml := orderOf(1, n)
		b.Run(fmt.Sprintf("lines=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := xlsx.Write(io.Discard, drawn(b, yaml), xlsx.Options{Fonts: text.Standard()}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBatch makes the PDFs of 1,000 distinct orders, files and all.
func BenchmarkBatch(b *testing.B) {
	dir := b.TempDir()
	var files []string
	for i := range 1000 {
		f := filepath.Join(dir, fmt.Sprintf("%d.yaml", i))
		if err := os.WriteFile(f, []byte(orderOf(i, 10)), 0o644); err != nil {
			b.Fatal(err)
		}
		files = append(files, f)
	}
	for _, jobs := range []int{1, 2} {
		b.Run(fmt.Sprintf("jobs=%d", jobs), func(b *testing.B) {
			for b.Loop() {
				opt := Options{Out: b.TempDir(), Formats: []Format{PDF}, Kinds: []invoice.Kind{invoice.Commercial}, Fonts: text.Standard(), Jobs: jobs}
				err := Run(context.Background(), files, opt, func(r Result) {
					if r.Err != nil {
						b.Fatal(r.Err)
					}
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
