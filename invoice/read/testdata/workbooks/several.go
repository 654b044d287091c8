package main

import "fmt"

type item struct {
	sku, text string
	qty       int
	unit      string
	price     string
}

func (i item) amount() string { return d(i.price).Mul(d(fmt.Sprint(i.qty))).String() }

func (i item) line(unit string) m {
	return m{"sku": i.sku, "description": i.text, "quantity": fmt.Sprint(i.qty), "unit": unit, "price": i.price, "amount": i.amount()}
}

func sum(items []item) string {
	t := d("0")
	for _, i := range items {
		t = t.Add(d(i.amount()))
	}
	return t.String()
}

// smallInvoice is a plain invoice from a row on, and the row after it.
func smallInvoice(s *page, r int, no string, date any, buyer, address string, items []item, total any) int {
	s.merge(fmt.Sprintf("A%d:F%d", r, r), "WENZHOU JINTAI SHOES CO., LTD.", "b c 16")
	s.merge(fmt.Sprintf("A%d:F%d", r+1, r+1), "No.16 Gaoxiang Industrial Zone, Lucheng, Wenzhou, Zhejiang, China  TEL: 0577-8876 1200", "c 9")
	s.merge(fmt.Sprintf("A%d:F%d", r+2, r+2), "COMMERCIAL INVOICE", "b c 14")
	s.row(r+4, "A", "", "TO:", buyer)
	s.put(at("B", r+5), address, "")
	s.put(at("E", r+4), "INVOICE NO.:", "b r")
	s.put(at("F", r+4), no, "l")
	s.put(at("E", r+5), "DATE:", "b r")
	s.put(at("F", r+5), date, "l n:yyyy-mm-dd")
	h := r + 7
	s.row(h, "A", "b c box", "ART NO.", "DESCRIPTION", "QTY", "UNIT", "FOB WENZHOU USD", "AMOUNT USD")
	for i, x := range items {
		l := h + 1 + i
		s.put(at("A", l), x.sku, "c box")
		s.put(at("B", l), x.text, "l box")
		s.row(l, "C", "c box", x.qty, x.unit)
		s.row(l, "E", "r box n:0.00", d(x.price), fx{fmt.Sprintf("C%d*E%d", l, l), d(x.amount())})
	}
	e := h + 1 + len(items)
	s.merge(fmt.Sprintf("A%d:B%d", e, e), "TOTAL", "b c box")
	q := 0
	for _, x := range items {
		q += x.qty
	}
	s.row(e, "C", "b c box", q, items[0].unit, nil)
	s.put(at("F", e), total, "b r box n:#,##0.00")
	s.put(at("D", e+4), "WENZHOU JINTAI SHOES CO., LTD.", "9")
	s.picture(at("E", e+2), chop(), 0.4, 0, 0)
	return e + 8
}

func shoes(no, date, buyer, address string, items []item) m {
	var lines []m
	for _, x := range items {
		lines = append(lines, x.line("pair"))
	}
	return m{
		"number": no, "date": date, "currency": "USD", "documents": m{"commercial": m{"number": no, "date": date}},
		"seller":   m{"name": "WENZHOU JINTAI SHOES CO., LTD.", "address": "No.16 Gaoxiang Industrial Zone, Lucheng, Wenzhou, Zhejiang, China", "phone": "0577-8876 1200"},
		"buyer":    m{"name": buyer, "address": address},
		"incoterm": m{"rule": "FOB", "place": "WENZHOU"},
		"stated":   m{"total": sum(items)},
		"lines":    lines,
	}
}

var (
	shoesA = []item{{"JT-2201", "LADIES' CANVAS SHOES, RUBBER SOLE", 1200, "PRS", "3.85"}, {"JT-2208", "LADIES' PU ANKLE BOOTS", 960, "PRS", "7.4"}, {"JT-2215", "CHILDREN'S SANDALS EVA", 2400, "PRS", "1.92"}}
	shoesB = []item{{"JT-3101", "MEN'S PU CASUAL SHOES", 1800, "PRS", "6.15"}, {"JT-3107", "MEN'S WORK BOOTS, STEEL TOE", 600, "PRS", "11.3"}}
)

// Two invoices, each on a sheet, that share one packing list.
func twoSheets() ([]byte, want) {
	b, p := newBook("Times New Roman", 10, "INV 1", "INV 2", "PACKING LIST")
	widths := "A:12 B:38 C:9 D:8 E:14 F:15"
	p[0].widths(widths)
	p[1].widths(widths)
	smallInvoice(p[0], 1, "JT230719-1", day(2023, 7, 19), "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesA, fx{"SUM(F9:F11)", d(sum(shoesA))})
	smallInvoice(p[1], 1, "JT230719-2", day(2023, 7, 19), "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesB, fx{"SUM(F9:F10)", d(sum(shoesB))})
	sharedPacking(p[2])
	for _, s := range p {
		s.paper("portrait")
	}
	return b.bytes(), want{
		Orders: []m{
			shoes("JT230719-1", "2023-07-19", "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesA),
			shoes("JT230719-2", "2023-07-19", "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesB),
		},
		Warnings: []warning{{"shared", ""}},
		Absent:   []string{"3108"},
	}
}

func sharedPacking(s *page) {
	s.widths("A:12 B:38 C:9 D:9 E:11 F:11 G:10")
	s.merge("A1:G1", "WENZHOU JINTAI SHOES CO., LTD.", "b c 16")
	s.merge("A2:G2", "PACKING LIST", "b c 14")
	s.put("A4", "INVOICE NO.: JT230719-1 / JT230719-2", "b")
	s.put("E4", "DATE: 2023-07-19", "b")
	s.row(6, "A", "b c box", "ART NO.", "DESCRIPTION", "PRS", "CTNS", "N.W. KGS", "G.W. KGS", "CBM")
	rows := [][]any{{"JT-2201", "LADIES' CANVAS SHOES", 1200, 100, 900, 1000, 5.8}, {"JT-2208", "LADIES' PU ANKLE BOOTS", 960, 80, 880, 960, 6.4},
		{"JT-2215", "CHILDREN'S SANDALS", 2400, 100, 600, 700, 4.2}, {"JT-3101", "MEN'S PU CASUAL SHOES", 1800, 150, 1650, 1800, 9.3}, {"JT-3107", "MEN'S WORK BOOTS", 600, 50, 850, 900, 4.75}}
	for i, x := range rows {
		s.row(7+i, "A", "c box", x...)
	}
	s.row(12, "A", "b c box", "TOTAL", nil, 6960, 480, 4880, 5360, 30.45)
}

// Two invoices under one another on one sheet, the packing list beside them on
// another.
func twoOnOneSheet() ([]byte, want) {
	b, p := newBook("Times New Roman", 10, "发票", "装箱单")
	p[0].widths("A:12 B:38 C:9 D:8 E:16 F:15")
	next := smallInvoice(p[0], 1, "JT230719-1", day(2023, 7, 19), "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesA, d(sum(shoesA)))
	smallInvoice(p[0], next+2, "JT230719-2", "2023/7/20", "BOTTIER FRERES SARL", "18 RUE DE LA REPUBLIQUE, 69002 LYON, FRANCE", shoesB, d(sum(shoesB)))
	sharedPacking(p[1])
	p[0].paper("portrait")
	p[1].paper("portrait")
	return b.bytes(), want{
		Orders: []m{
			shoes("JT230719-1", "2023-07-19", "CALZADOS MARTINEZ S.L.", "POL. IND. CARRUS C/15, 03206 ELCHE, SPAIN", shoesA),
			shoes("JT230719-2", "2023-07-20", "BOTTIER FRERES SARL", "18 RUE DE LA REPUBLIQUE, 69002 LYON, FRANCE", shoesB),
		},
		Warnings: []warning{{"shared", ""}},
	}
}
