package main

import (
	"fmt"
	"time"
)

func day(y, mo, da int) time.Time { return time.Date(y, time.Month(mo), da, 0, 0, 0, 0, time.UTC) }

// A Shenzhen exporter of lamps: the buyer in one cell, terms under the table,
// the workings of the price right of what is printed, the packing list on
// another sheet.
func shenzhenLamps() ([]byte, want) {
	b, p := newBook("Arial", 10, "CI", "PL", "报价核算")
	ci, pl, costs := p[0], p[1], p[2]
	ci.widths("A:6 B:13 C:10 D:38 E:13 F:10 G:14 H:15 J:10 K:10 L:12 M:9 N:9 O:12 P:10 R:14 T:12 AA:18")
	ci.merge("A1:H1", "SHENZHEN LUMIKO LIGHTING CO., LIMITED", "b c 18 f:Times_New_Roman fg:1F3864")
	ci.merge("A2:H2", "深圳市鹿米光电有限公司", "b c 14 f:宋体")
	ci.merge("A3:H3", "4/F, Building 7, Tangtou Industrial Zone, Shiyan Street, Bao'an District, Shenzhen, China", "c 9")
	ci.merge("A4:H4", "Tel: +86-755-2988 6120    Fax: +86-755-2988 6121    E-mail: sales@lumiko.example", "c 9 bottom")
	ci.merge("A6:H6", "COMMERCIAL INVOICE", "b c u 16")
	ci.merge("A8:E12", "Buyer: Nordhaus Leuchten GmbH\nAdd: Industriestrasse 44, 22844 Norderstedt, Germany\nTel: +49 40 5550 1882\nAttn: Mr. Jens Petersen\nVAT No.: DE811203447", "l t wrap box")
	ci.row(8, "F", "b", "Invoice No.:")
	ci.merge("G8:H8", "LMK-CI230612", "l")
	ci.row(9, "F", "b", "Date:")
	ci.merge("G9:H9", day(2023, 6, 12), "l n:mmm dd, yyyy")
	ci.row(10, "F", "b", "P/O No.:")
	ci.merge("G10:H10", "NH-4711/23", "l")
	ci.row(11, "F", "b", "Shipped by:")
	ci.merge("G11:H11", "Sea", "l")
	ci.row(12, "F", "b", "L/C No.:")
	ci.merge("G12:H12", "N/A", "l")
	ci.merge("A13:D13", "From: Yantian, Shenzhen, China", "l b")
	ci.merge("E13:H13", "To: Hamburg, Germany", "l b")
	ci.height(15, 32)
	ci.row(15, "A", "b c wrap box #D9E1F2", "Item", "Model No.", "Photo", "Description of Goods", "HS Code", "Qty\n(PCS)", "Unit Price\n(CIF, USD)", "Amount\n(USD)")

	goods := []struct {
		model, text, hs   string
		qty               int
		price             string
		per               int // in a carton
		net, gross, size_ string
		size              [3]string
		cost              string
	}{
		{"LK-T201", "LED desk lamp, 3 colour temperatures, touch dimmer, white, EU adaptor", "9405.21", 1200, "6.35", 20, "13.2", "14.6", "58*42*39", [3]string{"58", "42", "39"}, "31.20"},
		{"LK-T201B", "LED desk lamp, 3 colour temperatures, touch dimmer, black, EU adaptor", "9405.21", 800, "6.35", 20, "13.2", "14.6", "58*42*39", [3]string{"58", "42", "39"}, "31.20"},
		{"LK-F88", "Floor lamp 12W, remote control, E27 base, fabric shade Ø35cm", "9405.21", 360, "14.80", 4, "15.5", "17.8", "112*40*40", [3]string{"112", "40", "40"}, "71.50"},
		{"LK-N05", "Night light with motion sensor, 3xAAA (batteries not included)", "9405.41", 5000, "1.08", 100, "9.6", "10.8", "45*36*30", [3]string{"45", "36", "30"}, "4.65"},
		{"LK-C12", "Clip-on reading light, USB-C rechargeable", "9405.21", 2400, "2.235", 60, "10.1", "11.3", "48*38*33", [3]string{"48", "38", "33"}, "10.40"},
	}
	var lines []m
	total, pcs, ctns := d("0"), 0, 0
	net, gross := d("0"), d("0")
	for i, g := range goods {
		r := 16 + i
		ci.height(r, 48)
		amount := d(g.price).Mul(d(fmt.Sprint(g.qty)))
		ci.row(r, "A", "c box", i+1, g.model, nil)
		ci.put(at("D", r), g.text, "l wrap box")
		ci.row(r, "E", "c box", g.hs)
		ci.put(at("F", r), g.qty, "c box n:#,##0")
		ci.put(at("G", r), d(g.price), "c box n:0.000")
		ci.put(at("H", r), fx{fmt.Sprintf("F%d*G%d", r, r), amount}, "r box n:#,##0.00")
		ci.picture(at("C", r), photo(i), 0.9, 8, 4)
		// workings: cost, factory, rate, margin
		ci.row(r, "J", "#FFF2CC n:0.00", d(g.cost), "中山厂", fx{fmt.Sprintf("J%d*F%d", r, r), d(g.cost).Mul(d(fmt.Sprint(g.qty)))}, d("7.1536"), d("0.13"), "永利灯饰五金厂")
		total, pcs = total.Add(amount), pcs+g.qty
		lines = append(lines, m{"model": anyModel(g.model), "description": g.text, "hs": g.hs, "quantity": fmt.Sprint(g.qty), "unit": "pcs", "price": g.price, "amount": amount.String()})
	}
	ci.row(15, "J", "b c #FFC000 wrap", "采购价RMB", "工厂", "采购金额", "汇率", "退税", "实际厂名")
	ci.put("R15", "毛利率", "b")
	ci.put("R16", d("0.2273"), "n:0.00%")
	ci.put("AA15", "老板确认: 可降到 5.9", "fg:FF0000")
	ci.put("AA66", "项目: 汉堡2023春", "fg:FF0000")
	ci.hideCols("M:P")
	ci.merge("A21:E21", "TOTAL:", "b r box")
	ci.put("F21", fx{"SUM(F16:F20)", pcs}, "b c box n:#,##0")
	ci.put("G21", nil, "box")
	ci.put("H21", fx{"SUM(H16:H20)", total}, "b r box n:\"$\"#,##0.00")
	words := say("SAY TOTAL US DOLLARS", total, "cents") + "."
	ci.merge("A22:H22", words, "b l wrap")
	ci.height(22, 28)
	ci.merge("A24:H24", "Terms and conditions:", "b u")
	for i, s := range []string{
		"1. Price term: CIF Hamburg, Incoterms 2020",
		"2. Payment: 30% T/T deposit, 70% balance before shipment.",
		"3. Country of origin: China",
		"4. Packing: in export cartons, each piece in colour box.",
		"5. Shipping marks: NORDHAUS / HAMBURG / C/NO.1-UP",
	} {
		ci.merge(fmt.Sprintf("A%d:H%d", 25+i, 25+i), s, "l")
	}
	ci.merge("A31:H36", "Bank details:\nBeneficiary: SHENZHEN LUMIKO LIGHTING CO., LIMITED\nBeneficiary's bank: BANK OF CHINA SHENZHEN BRANCH\nBank address: International Finance Building, 2022 Jianshe Road, Luohu, Shenzhen\nA/C No.: 7510 6832 1975\nSWIFT Code: BKCHCNBJ45A", "l t wrap box")
	ci.merge("F40:H40", "SHENZHEN LUMIKO LIGHTING CO., LIMITED", "c 9")
	ci.merge("F44:H44", "Authorized Signature", "c top 9")
	ci.picture("A1", logo(blue), 0.55, 6, 6)
	ci.picture("F38", chop(), 0.5, 60, 0)
	ci.area("A1:H66", "portrait")

	pl.widths("A:12 B:12 C:36 D:9 E:9 F:10 G:10 H:10 I:14 J:11 K:11 L:10")
	pl.merge("A1:L1", "SHENZHEN LUMIKO LIGHTING CO., LIMITED", "b c 18 f:Times_New_Roman fg:1F3864")
	pl.merge("A2:L2", "PACKING LIST", "b c u 16")
	pl.row(4, "A", "b", "To:", "Nordhaus Leuchten GmbH")
	pl.row(5, "A", "b", "Invoice No.:", fx{"CI!G8", "LMK-CI230612"})
	pl.row(5, "J", "b", "Date:")
	pl.put("K5", fx{"CI!G9", 45089}, "l n:yyyy-mm-dd")
	pl.height(7, 30)
	pl.row(7, "A", "b c wrap box #D9E1F2", "CTN NO.", "Model No.", "Description", "PCS/CTN", "CTNS", "Total QTY (PCS)", "N.W./CTN (KGS)", "G.W./CTN (KGS)", "MEAS. (CM)", "Total N.W. (KGS)", "Total G.W. (KGS)", "CBM")
	first := 1
	cbm := d("0")
	for i, g := range goods {
		r, n := 8+i, g.qty/g.per
		tn, tg := d(g.net).Mul(d(fmt.Sprint(n))), d(g.gross).Mul(d(fmt.Sprint(n)))
		v := d(g.size[0]).Mul(d(g.size[1])).Mul(d(g.size[2])).Shift(-6).Mul(d(fmt.Sprint(n)))
		pl.row(r, "A", "c box", fmt.Sprintf("%d-%d", first, first+n-1), g.model)
		pl.put(at("C", r), g.text, "l wrap box 9")
		pl.row(r, "D", "c box", g.per, n, fx{fmt.Sprintf("D%d*E%d", r, r), g.qty}, d(g.net), d(g.gross), g.size_)
		pl.row(r, "J", "c box n:0.00", fx{fmt.Sprintf("G%d*E%d", r, r), tn}, fx{fmt.Sprintf("H%d*E%d", r, r), tg})
		pl.put(at("L", r), v, "c box n:0.000")
		first, ctns, net, gross, cbm = first+n, ctns+n, net.Add(tn), gross.Add(tg), cbm.Add(v)
		lines[i]["packing"] = m{"package": "carton", "packages": fmt.Sprint(n), "net_kg": g.net, "gross_kg": g.gross, "size_cm": []any{g.size[0], g.size[1], g.size[2]}}
	}
	pl.merge("A13:D13", "TOTAL:", "b c box")
	pl.row(13, "E", "b c box", ctns, pcs, nil, nil, nil, net, gross, cbm.Round(3))
	pl.merge("A15:L15", "SAY TOTAL "+spell(int64(ctns))+" ("+fmt.Sprint(ctns)+") CARTONS ONLY.", "b l")
	pl.picture("I16", chop(), 0.5, 10, 4)
	pl.area("A1:L24", "landscape")

	costs.row(1, "A", "b #FFC000", "型号", "含税采购价", "开票厂家", "海运费USD", "FOB价USD", "利润率")
	costs.row(2, "A", "n:0.00", "LK-T201", d("31.20"), "中山市古镇明达灯饰厂", d("2350"), d("5.92"), d("0.2188"))
	costs.row(3, "A", "n:0.00", "LK-F88", d("71.50"), "中山市古镇明达灯饰厂", d("2350"), d("13.77"), d("0.1995"))
	must(b.SetSheetVisible("报价核算", false))

	return b.bytes(), want{
		Orders: []m{{
			"number": anyOf("LMK-CI230612", "NH-4711/23"), "date": "2023-06-12", "currency": "USD",
			"documents":  m{"commercial": m{"number": "LMK-CI230612", "date": "2023-06-12"}},
			"references": m{"buyer_order": "NH-4711/23"},
			"seller": m{"name": zhEn("深圳市鹿米光电有限公司", "SHENZHEN LUMIKO LIGHTING CO., LIMITED"),
				"address": "4/F, Building 7, Tangtou Industrial Zone, Shiyan Street, Bao'an District, Shenzhen, China",
				"phone":   "+86-755-2988 6120", "email": "sales@lumiko.example",
				"bank": m{"name": "BANK OF CHINA SHENZHEN BRANCH", "address": "International Finance Building, 2022 Jianshe Road, Luohu, Shenzhen",
					"account": "7510 6832 1975", "swift": "BKCHCNBJ45A", "beneficiary": "SHENZHEN LUMIKO LIGHTING CO., LIMITED"}},
			"buyer": m{"name": "Nordhaus Leuchten GmbH", "address": "Industriestrasse 44, 22844 Norderstedt, Germany",
				"phone": "+49 40 5550 1882", "contact": "Mr. Jens Petersen", "tax_id": "DE811203447"},
			"incoterm": m{"rule": "CIF", "place": "Hamburg"}, "origin": "CN",
			"shipment": m{"mode": "sea", "from": "Yantian, Shenzhen, China", "to": "Hamburg, Germany"},
			"payment":  m{"schedule": []any{m{"percent": "30"}, m{"percent": "70"}}},
			"stated":   m{"total": total.String(), "words": m{"en": words}, "packages": fmt.Sprint(ctns), "net_kg": net.String(), "gross_kg": gross.String(), "cbm": cbm.Round(3).String()},
			"lines":    lines,
		}},
		Absent: []string{"31.2", "71.5", "7.1536", "中山厂", "永利灯饰五金厂", "0.2273", "5.9", "汉堡2023春", "明达灯饰厂", "13.77"},
	}
}

// anyModel is a model number, which may as well be taken for the seller's
// article number.
func anyModel(s string) m { return m{"path": []any{"model", "sku"}, "is": s} }
