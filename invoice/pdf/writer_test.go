package pdf

import (
	"bytes"
	"testing"
	"time"

	"yipiao/invoice/text"
)

const (
	a4Width  = 595_276
	a4Height = 841_890
)

var black = Colour{}

// demo draws a page that uses everything the Writer has.
func demo(t testing.TB) []byte {
	t.Helper()
	w := NewWriter(Info{Title: "形式发票 Proforma invoice", Author: "义乌市星禾日用品有限公司", Lang: "zh-CN",
		Created: time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC)})
	set := text.Standard()
	w.AddPage(a4Width, a4Height)
	w.Begin(Element{Tag: "Document"})
	w.Begin(Element{Tag: "H1"})
	w.Text(50_000, 60_000, "形式发票", set.Bold, 18_000, Colour{31, 58, 95})
	w.Begin(Element{Tag: "Span", Lang: "en"})
	w.Text(150_000, 60_000, "PROFORMA INVOICE (Łódź) \\ 𬭎 ☑ ≒", set.Bold, 18_000, Colour{31, 58, 95})
	w.End()
	w.End()
	w.Begin(Element{Tag: "Table"})
	for row := range 3 {
		w.Begin(Element{Tag: "TR"})
		for column := range 3 {
			e := Element{Tag: "TD"}
			if row == 0 {
				e = Element{Tag: "TH", Scope: "Column"}
				w.Fill(50_000+column*100_000, 90_000, 100_000, 20_000, Colour{230, 235, 245})
			}
			w.Begin(e)
			w.Text(54_000+column*100_000, 104_000+row*20_000, "500 ml 杯", set.Regular, 9_000, black)
			w.End()
		}
		w.Rule(50_000, 110_000+row*20_000, 350_000, 110_000+row*20_000, 500, black)
		w.End()
	}
	w.End()
	w.Begin(Element{Tag: "P"})
	w.Begin(Element{Tag: "Link", Lang: "en"})
	w.Text(50_000, 200_000, "https://xinghe.example", set.Regular, 9_000, black)
	w.Link(Box{50_000, 190_000, 120_000, 12_000}, "https://xinghe.example", "https://xinghe.example")
	w.End()
	w.End()
	p, err := NewPicture(chop(t).Data)
	if err != nil {
		t.Fatal(err)
	}
	box := Box{300_000, 250_000, 100_000, 100_000}
	w.Begin(Element{Tag: "Figure", Alt: "公章 Company chop", Box: box})
	w.Image(p, box.X, box.Y, box.Width, box.Height)
	w.End()
	w.AddPage(a4Width, a4Height)
	w.Begin(Element{Tag: "P"})
	w.Text(50_000, 60_000, "第二页", set.Regular, 9_000, black)
	w.End()
	for n := range w.Pages() {
		w.SetPage(n)
		w.Artifact()
		w.Text(50_000, 820_000, "Page 1 of 2", set.Regular, 8_000, black)
		w.End()
	}
	w.Attach(Attachment{Name: "order.yaml", Type: "application/yaml", Relationship: "Data", Description: "The order", Data: []byte("yipiao: 1\n"), Changed: w.info.Created})
	var b bytes.Buffer
	if err := w.Close(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
