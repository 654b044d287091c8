package main

import (
	"fmt"
)

// simple is an invoice of the plainest layout, for what is wrong in it.
type simple struct {
	seller, address, title string
	buyer, buyerAddress    string
	no                     string
	date                   any
	goods                  []item
	heads                  []any
	numfmt                 string
	amounts                map[int]any // instead of quantity × price
	total                  any
	words                  string
	under                  []string
	footRows               [][2]any // label and amount, between the goods and the total
}

func (x simple) write(s *page) {
	s.widths("A:13 B:42 C:10 D:12 E:15 F:16")
	s.merge("A1:F1", x.seller, "b c 16")
	s.merge("A2:F2", x.address, "c 9 bottom")
	s.merge("A3:F3", x.title, "b c 15")
	s.put("A5", "Buyer:", "b")
	s.put("B5", x.buyer, "")
	s.put("A6", "Address:", "b")
	s.put("B6", x.buyerAddress, "wrap")
	s.put("D5", "Invoice No.:", "b")
	s.put("E5", x.no, "l")
	s.put("D6", "Date:", "b")
	s.put("E6", x.date, "l n:yyyy/m/d")
	s.row(8, "A", "b c box #F2F2F2", x.heads...)
	for i, g := range x.goods {
		r := 9 + i
		s.put(at("A", r), g.sku, "c box")
		s.put(at("B", r), g.text, "l box")
		s.row(r, "C", "c box", g.qty, g.unit)
		s.put(at("E", r), d(g.price), "r box n:"+x.numfmt)
		var a any = fx{fmt.Sprintf("C%d*E%d", r, r), d(g.amount())}
		if x.amounts[i] != nil {
			a = x.amounts[i]
		}
		s.put(at("F", r), a, "r box n:"+x.numfmt)
	}
	r := 9 + len(x.goods)
	for _, f := range x.footRows {
		s.merge(fmt.Sprintf("A%d:E%d", r, r), f[0], "r box")
		s.put(at("F", r), f[1], "r box n:"+x.numfmt)
		r++
	}
	s.merge(fmt.Sprintf("A%d:E%d", r, r), "TOTAL:", "b r box")
	s.put(at("F", r), x.total, "b r box n:"+x.numfmt)
	r++
	if x.words != "" {
		s.merge(fmt.Sprintf("A%d:F%d", r, r), x.words, "l b wrap")
		s.height(r, 28)
	}
	for i, t := range x.under {
		s.merge(fmt.Sprintf("A%d:F%d", r+2+i, r+2+i), t, "l")
	}
	s.picture(at("D", r+3+len(x.under)), chop(), 0.5, 10, 0)
	s.area(fmt.Sprintf("A1:F%d", r+12+len(x.under)), "portrait")
}

func (x simple) order(date, currency string, units map[string]string) m {
	var lines []m
	for i, g := range x.goods {
		u, ok := units[g.unit]
		if !ok {
			u = "pcs"
		}
		l := g.line(u)
		if a, ok := x.amounts[i].(string); ok {
			l["amount"] = a
		}
		lines = append(lines, l)
	}
	return m{"number": x.no, "date": date, "currency": currency, "documents": m{"commercial": m{"number": x.no, "date": date}},
		"seller": m{"name": x.seller, "address": x.address}, "buyer": m{"name": x.buyer, "address": x.buyerAddress}, "lines": lines}
}

var usdHeads = []any{"Item No.", "Description", "Quantity", "Unit", "Unit Price (USD)", "Amount (USD)"}

// The stated total, the words and an amount each contradict the lines.
func wrongTotal() ([]byte, want) {
	b, p := newBook("Arial", 10, "Sheet1")
	x := simple{seller: "XIAMEN SUNSTONE CO., LTD", address: "Unit 1502, Huli Avenue 33, Xiamen, Fujian, China", title: "COMMERCIAL INVOICE",
		buyer: "Rocky Ridge Landscaping LLC", buyerAddress: "4820 Mesa Drive, Tucson, AZ 85714, USA", no: "SS-23-1109", date: day(2023, 11, 9),
		heads: usdHeads, numfmt: "#,##0.00",
		goods: []item{{"G654", "Granite paver 60x60x3 cm, flamed", 900, "PCS", "8.4"}, {"G603", "Granite kerb 100x20x10 cm", 350, "PCS", "11.25"}, {"SL-02", "Slate ledger panel 60x15 cm", 1200, "PCS", "2.95"}},
		total: d("15137.50"), words: say("SAY TOTAL U.S. DOLLARS", d("15037.50"), "cents")}
	x.write(p[0])
	o := x.order("2023-11-09", "USD", nil)
	o["stated"] = m{"total": "15137.5", "words": m{"en": x.words}}
	return b.bytes(), want{Orders: []m{o}, Warnings: []warning{{"total", ""}, {"words", ""}}}
}

// The amount in words says another figure than the total, which is right.
func wrongWords() ([]byte, want) {
	b, p := newBook("Arial", 10, "Sheet1")
	x := simple{seller: "CIXI HUAFENG ELECTRIC APPLIANCE CO., LTD.", address: "No. 56 Xinpu Industrial Park, Cixi, Ningbo, China", title: "PROFORMA INVOICE",
		buyer: "Elektro Novak d.o.o.", buyerAddress: "Savska cesta 118, 10000 Zagreb, Croatia", no: "HF-PI-0588", date: "2024-03-05",
		heads: []any{"Model", "Description", "Qty", "Unit", "FOB Ningbo USD", "Amount USD"}, numfmt: "0.00",
		goods: []item{{"HF-K11", "Electric kettle 1.7L, stainless steel, VDE plug", 1500, "PCS", "6.85"}, {"HF-T20", "2-slice toaster 800W", 1000, "PCS", "7.6"}},
		total: d("17875"), words: "SAY US DOLLARS SEVENTEEN THOUSAND SEVEN HUNDRED AND EIGHTY-FIVE ONLY",
		under: []string{"Payment: 20% deposit by T/T, 80% against copy of B/L", "Delivery time: 40 days after receipt of deposit", "Validity: 15 days"}}
	x.write(p[0])
	o := x.order("2024-03-05", "USD", nil)
	o["documents"] = m{"proforma": m{"number": "HF-PI-0588", "date": "2024-03-05"}}
	o["incoterm"] = m{"rule": "FOB", "place": "Ningbo"}
	o["delivery"] = m{"path": []any{"delivery.days", "delivery.text"}, "is": anyOf("40", "40 days after receipt of deposit")}
	delete(o, "delivery")
	o["payment"] = m{"schedule": []any{m{"percent": "20"}, m{"percent": "80"}}}
	o["stated"] = m{"total": "17875", "words": m{"en": x.words}}
	for _, l := range o["lines"].([]m) {
		l["model"] = anyModel(l["sku"].(string))
		delete(l, "sku")
	}
	return b.bytes(), want{Orders: []m{o}, Warnings: []warning{{"words", ""}}}
}

// An amount that quantity × price does not give, and a packing list whose
// totals contradict its lines and the invoice.
func wrongAmountAndPacking() ([]byte, want) {
	b, p := newBook("Arial", 10, "Invoice", "Packing")
	x := simple{seller: "TAIZHOU LEYUAN PLASTICS CO., LTD.", address: "No. 9 Binhai Road, Huangyan, Taizhou, Zhejiang, China", title: "COMMERCIAL INVOICE",
		buyer: "Casa Fresca SpA", buyerAddress: "Los Conquistadores 2271, Providencia, Santiago, Chile", no: "LY231020", date: day(2023, 10, 20),
		heads: usdHeads, numfmt: "#,##0.00", amounts: map[int]any{1: "4250.00"},
		goods: []item{{"LY-11", "PP storage box 30L with lid", 3000, "PCS", "2.1"}, {"LY-12", "PP storage box 50L with lid", 1500, "PCS", "2.9"}, {"LY-20", "Foldable laundry basket", 2000, "PCS", "1.65"}},
		total: d("13850")}
	y := x
	y.amounts = map[int]any{1: d("4250")}
	y.write(p[0])
	pl := p[1]
	pl.widths("A:13 B:40 C:10 D:10 E:10 F:10 G:10")
	pl.merge("A1:G1", x.seller, "b c 16")
	pl.merge("A2:G2", "PACKING LIST", "b c 15")
	pl.put("A4", "Invoice No.:", "b")
	pl.put("B4", "LY231020", "")
	pl.row(6, "A", "b c box", "Item No.", "Description", "Qty (pcs)", "Cartons", "N.W. (kg)", "G.W. (kg)", "CBM")
	pl.row(7, "A", "c box", "LY-11", "PP storage box 30L with lid", 3000, 250, 2500, 2875, 30)
	pl.row(8, "A", "c box", "LY-12", "PP storage box 50L with lid", 1440, 120, 1560, 1800, 18)
	pl.row(9, "A", "c box", "LY-20", "Foldable laundry basket", 2000, 50, 700, 800, 5.5)
	pl.row(10, "A", "b c box", "TOTAL", nil, 6440, 430, 4760, 5475, 53.5)
	pl.paper("landscape")
	o := x.order("2023-10-20", "USD", nil)
	o["stated"] = m{"total": "13850", "packages": "430", "net_kg": "4760", "gross_kg": "5475", "cbm": "53.5"}
	return b.bytes(), want{Orders: []m{o}, Warnings: []warning{{"amount", "lines[1].amount"}, {"packing", ""}}}
}
