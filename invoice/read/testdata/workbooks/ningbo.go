package main

import "fmt"

// A Ningbo trading company: blocks under bullets, one head over pieces and
// cartons, marks in a column, PI, CI, PL and a sheet of data with leftovers.
func ningboHaobo() ([]byte, want) {
	b, p := newBook("Times New Roman", 11, "DATA", "PI", "CI", "PL")
	data, pi, ci, pl := p[0], p[1], p[2], p[3]
	goods := []struct {
		item, text string
		qty, ctns  int
		price      string
		net, gross string // of all
		cbm        string
	}{
		{"HB-3301", "STAINLESS STEEL BBQ TOOL SET 5PCS", 3000, 250, "4.92", "2750", "3000", "17.5"},
		{"HB-3305", "STAINLESS STEEL BBQ TONGS 40CM", 7200, 100, "1.035", "1260", "1380", "4.1"},
		{"HB-3412", "GRILL BRUSH WITH WOODEN HANDLE", 5040, 105, "0.88", "945", "1071", "6.09"},
		{"HB-3500", "CHARCOAL STARTER CHIMNEY", 1212, 303, "5.4", "2121", "2424", "23.331"},
	}
	total, pcs, ctns := d("0"), 0, 0
	net, gross, cbm := d("0"), d("0"), d("0")
	var lines []m
	for _, g := range goods {
		a := d(g.price).Mul(d(fmt.Sprint(g.qty)))
		n := d(fmt.Sprint(g.ctns))
		total, pcs, ctns = total.Add(a), pcs+g.qty, ctns+g.ctns
		net, gross, cbm = net.Add(d(g.net)), gross.Add(d(g.gross)), cbm.Add(d(g.cbm))
		lines = append(lines, m{"sku": g.item, "description": g.text, "quantity": fmt.Sprint(g.qty), "unit": "pcs", "price": g.price, "amount": a.String(),
			"packing": m{"package": "carton", "packages": fmt.Sprint(g.ctns), "net_kg": d(g.net).Div(n).String(), "gross_kg": d(g.gross).Div(n).String(), "cbm": d(g.cbm).Div(n).String()}})
	}
	words := say("SAY TOTAL U.S. DOLLARS", total, "cents")

	// the sheet of data that the others refer to, with rows of orders long shipped
	data.widths("A:14 B:40 C:10 D:10 E:10 F:12 G:14")
	data.row(1, "A", "b", "合同号", "HB-SC23048", "客人", "ORION HOME AB")
	data.row(2, "A", "b", "发票号", "HB23-0613", "船期", "2023/6/13 6/16")
	data.row(4, "A", "b #FFFF00", "货号", "品名", "数量", "箱数", "单价", "工厂价", "工厂")
	for i, g := range goods {
		data.row(5+i, "A", "", g.item, g.text, g.qty, g.ctns, d(g.price), d(g.price).Mul(d("6.1")).Round(2), "永康恒达")
	}
	data.row(10, "A", "fg:808080", "HB-2210", "GARDEN HOSE REEL 20M", 880, 220, d("11.3"), d("71.2"), "慈溪长河")
	data.row(11, "A", "fg:808080", "HB-2214", "GARDEN SPRAY GUN", 6000, 60, d("0.97"), d("6.15"), "慈溪长河")
	data.row(12, "A", "fg:808080", nil, "上一单 HB-SC23031 BOSTON GARDEN INC")

	letterhead := func(p *page, title, last string) {
		p.merge("A1:"+last+"1", "宁  波  好  博  进  出  口  有  限  公  司", "b c 20 f:华文行楷")
		p.merge("A2:"+last+"2", "NINGBO HAOBO IMP. & EXP. CO., LTD.", "b c 14")
		p.merge("A3:"+last+"3", "ROOM 1206, NO.168 LINGQIAO ROAD, HAISHU DISTRICT, NINGBO, CHINA   TEL:0574-8730 5521  FAX:0574-8730 5522", "c 8 bottom")
		p.merge("A4:"+last+"4", title, "b c 16")
	}
	blocks := func(p *page, no, noValue, date string, right string) {
		p.put("A6", "●Issuer", "b")
		p.put("A7", "NINGBO HAOBO IMP. & EXP. CO., LTD.", "")
		p.put("A8", "ROOM 1206, NO.168 LINGQIAO ROAD, NINGBO, CHINA", "")
		p.put("A10", "●To", "b")
		p.put("A11", "ORION HOME AB", "")
		p.put("A12", "BOX 4417, SE-203 12 MALMÖ, SWEDEN", "")
		p.put(right+"6", "●"+no, "b")
		p.put(right+"7", noValue, "")
		p.put(right+"8", "●Date", "b")
		p.put(right+"9", date, "")
		p.put(right+"10", "●S/C No.", "b")
		p.put(right+"11", fx{"DATA!B1", "HB-SC23048"}, "")
		p.put("A14", "●Transport details", "b")
		p.put("A15", "FROM NINGBO, CHINA TO GOTHENBURG, SWEDEN BY SEA", "")
		p.put(right+"14", "●Terms of payment", "b")
		p.put(right+"15", "T/T 30 DAYS AFTER B/L DATE", "")
	}
	invoice := func(p *page, title, no, noValue, date string) {
		p.widths("A:16 B:34 C:10 D:7 E:8 F:7 G:13 H:15")
		letterhead(p, title, "H")
		blocks(p, no, noValue, date, "F")
		p.row(17, "A", "b c box", "Marks", "Description of goods")
		p.merge("C17:F17", "Quantity", "b c box")
		p.row(17, "G", "b c box", "Unit price", "Amount")
		p.merge("G18:H18", "FOB NINGBO", "b c u")
		p.merge("A19:A22", "ORION\nHB-SC23048\nGOTHENBURG\nC/NO.1-758", "c t wrap")
		for i, g := range goods {
			r := 19 + i
			p.height(r, 30)
			p.put(at("B", r), g.item+"\n"+g.text, "l wrap 10")
			p.put(at("C", r), fx{fmt.Sprintf("DATA!C%d", 5+i), g.qty}, "r n:#,##0")
			p.put(at("D", r), "PCS", "l")
			p.put(at("E", r), fx{fmt.Sprintf("DATA!D%d", 5+i), g.ctns}, "r")
			p.put(at("F", r), "CTNS", "l")
			p.put(at("G", r), fx{fmt.Sprintf("DATA!E%d", 5+i), d(g.price)}, "r n:\"US$\"#,##0.000")
			p.put(at("H", r), fx{fmt.Sprintf("C%d*G%d", r, r), d(g.price).Mul(d(fmt.Sprint(g.qty)))}, "r n:\"US$\"#,##0.00")
		}
		p.style("A23", "H23", "top")
		p.row(24, "B", "b", "TTL:", fx{"SUM(C19:C22)", pcs}, "PCS", fx{"SUM(E19:E22)", ctns}, "CTNS", nil)
		p.put("H24", fx{"SUM(H19:H22)", total}, "b r n:\"US$\"#,##0.00")
		p.merge("A26:H26", words, "b l")
	}
	invoice(pi, "PROFORMA INVOICE", "P/I No.", "HB-PI23048", "APR.11,2023")
	pi.put("A28", "●Terms & conditions", "b")
	pi.put("A29", "1. TIME OF SHIPMENT: WITHIN 45 DAYS AFTER RECEIPT OF ORDER", "")
	pi.put("A30", "2. BANK: AGRICULTURAL BANK OF CHINA NINGBO BRANCH, SWIFT: ABOCCNBJ110, A/C NO.: 39-152001040012345, BENEFICIARY: NINGBO HAOBO IMP. & EXP. CO., LTD.", "")
	invoice(ci, "商 业 发 票  COMMERCIAL INVOICE", "Invoice No.", "HB23-0613", "2023/6/13")
	ci.put("F34", "NINGBO HAOBO IMP. & EXP. CO., LTD.", "9")
	ci.picture("F32", chop(), 0.48, 20, 0)
	ci.area("A1:H40", "portrait")
	pi.area("A1:H40", "portrait")

	pl.widths("A:16 B:34 C:9 D:6 E:8 F:7 G:11 H:11 I:10")
	letterhead(pl, "装 箱 单  PACKING LIST", "I")
	blocks(pl, "Invoice No.", "HB23-0613", "2023/6/13", "G")
	pl.put("G14", nil, "")
	must(b.SetCellStr("PL", "G14", ""))
	must(b.SetCellStr("PL", "G15", ""))
	pl.row(17, "A", "b c box", "Marks", "Description of goods")
	pl.merge("C17:F17", "Quantity", "b c box")
	pl.row(17, "G", "b c box", "G.W.(KGS)", "N.W.(KGS)", "MEAS(CBM)")
	pl.put("A18", "ORION\nHB-SC23048\nGOTHENBURG\nC/NO.1-758", "c t wrap")
	must(b.MergeCell("PL", "A18", "A21"))
	for i, g := range goods {
		r := 18 + i
		pl.height(r, 30)
		pl.put(at("B", r), g.item+"\n"+g.text, "l wrap 10")
		pl.row(r, "C", "", g.qty, "PCS", g.ctns, "CTNS", d(g.gross), d(g.net), d(g.cbm))
	}
	pl.style("A22", "I22", "top")
	pl.row(23, "B", "b", "TTL:", pcs, "PCS", ctns, "CTNS", gross, net, cbm)
	pl.put("B25", "SAY TOTAL "+spell(int64(ctns))+" CARTONS ONLY", "b")
	pl.area("A1:I30", "portrait")
	must(b.SetSheetVisible("DATA", true))
	b.SetActiveSheet(2)

	return b.bytes(), want{
		Orders: []m{{
			"number": "HB-SC23048", "date": anyOf("2023-06-13", "2023-04-11"), "currency": "USD",
			"documents": m{"proforma": m{"number": "HB-PI23048", "date": "2023-04-11"}, "commercial": m{"number": "HB23-0613", "date": "2023-06-13"},
				"packing-list": m{"date": "2023-06-13"}},
			"references": m{"contract": "HB-SC23048"},
			"seller": m{"name": anyOf(zhEn("宁波好博进出口有限公司", "NINGBO HAOBO IMP. & EXP. CO., LTD."), "NINGBO HAOBO IMP. & EXP. CO., LTD."),
				"address": anyOf("ROOM 1206, NO.168 LINGQIAO ROAD, HAISHU DISTRICT, NINGBO, CHINA", "ROOM 1206, NO.168 LINGQIAO ROAD, NINGBO, CHINA"),
				"phone":   "0574-8730 5521",
				"bank":    m{"name": "AGRICULTURAL BANK OF CHINA NINGBO BRANCH", "swift": "ABOCCNBJ110", "account": "39-152001040012345", "beneficiary": "NINGBO HAOBO IMP. & EXP. CO., LTD."}},
			"buyer":    m{"name": "ORION HOME AB", "address": "BOX 4417, SE-203 12 MALMÖ, SWEDEN"},
			"incoterm": m{"rule": "FOB", "place": "NINGBO"},
			"shipment": m{"mode": "sea", "from": "NINGBO, CHINA", "to": "GOTHENBURG, SWEDEN"},
			"marks":    "ORION\nHB-SC23048\nGOTHENBURG\nC/NO.1-758",
			"stated":   m{"total": total.String(), "words": m{"en": words}, "packages": fmt.Sprint(ctns), "net_kg": net.String(), "gross_kg": gross.String(), "cbm": cbm.String()},
			"lines":    lines,
		}},
		Absent: []string{"GARDEN HOSE REEL", "71.2", "6.15", "永康恒达", "慈溪长河", "BOSTON GARDEN", "HB-SC23031", "30.01"},
	}
}
