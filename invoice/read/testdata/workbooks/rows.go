package main

import "fmt"

// Goods that run over several rows: descriptions continued below, items two
// rows high, cartons merged over lines, names wrapped, lines of noughts.
func continuedRows() ([]byte, want) {
	b, p := newBook("Arial", 10, "发票", "装箱单")
	s, pl := p[0], p[1]
	s.widths("A:11 B:34 C:9 D:11 E:13 F:15")
	s.merge("A1:F1", "QINGDAO HAIRUN GARMENTS CO., LTD.", "b c 16")
	s.merge("A2:F2", "NO. 39 CHONGQING SOUTH ROAD, SHIBEI DISTRICT, QINGDAO, CHINA", "c 9 bottom")
	s.merge("A3:F3", "COMMERCIAL INVOICE", "b c 15")
	s.put("A5", "CONSIGNEE:", "b")
	s.put("B5", "MAPLE & BIRCH APPAREL INC.", "")
	s.put("B6", "2200 BOUL. SAINT-LAURENT, SUITE 410,", "")
	s.put("B7", "MONTREAL, QC H2X 2T1, CANADA", "")
	s.put("D5", "INV. NO:", "b")
	s.put("E5", "HR-2311-08", "")
	s.put("D6", "INV. DATE:", "b")
	s.put("E6", "Nov. 8, 2023", "")
	s.put("D7", "FROM/TO:", "b")
	s.put("E7", "QINGDAO TO MONTREAL", "")
	s.put("D8", "L/C NO.:", "b")
	s.put("E8", "ILC/23/00418", "")
	s.row(10, "A", "b c box wrap", "STYLE NO.", "DESCRIPTION", "QTY", "UNIT", "U.PRICE\nUSD", "AMOUNT\nUSD")
	s.height(10, 30)
	s.merge("E11:F11", "CFR MONTREAL", "c u")
	lines := []m{}
	type good struct {
		no    string
		texts []string
		qty   int
		price string
		high  bool // two rows, merged
	}
	goods := []good{
		{"HR-5510", []string{"MEN'S KNITTED T-SHIRT", "95% COTTON 5% ELASTANE, 180GSM", "COLOUR: NAVY / WHITE"}, 6000, "3.15", false},
		{"HR-5522", []string{"LADIES' WOVEN BLOUSE 100% VISCOSE"}, 2400, "5.68", true},
		{"HR-5530", []string{"BOYS' JOGGER PANTS", "60% COTTON 40% POLYESTER"}, 3000, "4.2", false},
		{"HR-5541", []string{"UNISEX KNITTED BEANIE 100% ACRYLIC"}, 5000, "1.26", true},
	}
	r, total, pcs := 12, d("0"), 0
	for _, g := range goods {
		a := d(g.price).Mul(d(fmt.Sprint(g.qty)))
		total, pcs = total.Add(a), pcs+g.qty
		text := ""
		if g.high {
			for i, v := range []any{g.no, g.texts[0], g.qty, "PCS"} {
				s.merge(fmt.Sprintf("%s%d:%s%d", right("A", i), r, right("A", i), r+1), v, "c wrap")
			}
			s.merge(fmt.Sprintf("E%d:E%d", r, r+1), d(g.price), "r n:0.00")
			s.merge(fmt.Sprintf("F%d:F%d", r, r+1), fx{fmt.Sprintf("C%d*E%d", r, r), a}, "r n:#,##0.00")
			text = g.texts[0]
			r += 2
		} else {
			s.row(r, "A", "c", g.no)
			s.row(r, "C", "c", g.qty, "PCS")
			s.row(r, "E", "r n:#,##0.00", d(g.price), fx{fmt.Sprintf("C%d*E%d", r, r), a})
			for i, t := range g.texts {
				s.put(at("B", r), t, "l")
				if i > 0 {
					text += "\n"
				}
				text += t
				r++
			}
		}
		lines = append(lines, m{"sku": g.no, "description": text, "quantity": fmt.Sprint(g.qty), "unit": "pcs", "price": d(g.price).String(), "amount": a.String()})
	}
	for range 4 { // lines prepared for more goods, which count nothing
		s.row(r, "C", "r n:0", 0)
		s.put(at("F", r), fx{fmt.Sprintf("C%d*E%d", r, r), 0}, "r n:#,##0.00")
		r++
	}
	s.style(at("A", r), at("F", r), "top")
	s.row(r, "B", "b r", "TOTAL:")
	s.row(r, "C", "b c", fx{"SUM(C12:C25)", pcs}, "PCS")
	s.put(at("F", r), fx{"SUM(F12:F25)", total}, "b r n:\"USD\"#,##0.00")
	en := say("SAY TOTAL US DOLLARS", total, "point")
	s.put(at("A", r+2), en, "b")
	s.put(at("A", r+4), "COUNTRY OF ORIGIN: CHINA", "")
	s.put(at("A", r+5), "WE HEREBY CERTIFY THAT THE GOODS ARE AS PER PROFORMA INVOICE NO. HRPI-0912", "")
	s.picture(at("D", r+6), chop(), 0.5, 0, 0)
	s.area(fmt.Sprintf("A1:F%d", r+14), "portrait")

	// cartons of which several hold two styles
	pl.widths("A:12 B:12 C:30 D:10 E:9 F:10 G:10 H:16")
	pl.merge("A1:H1", "QINGDAO HAIRUN GARMENTS CO., LTD.", "b c 16")
	pl.merge("A2:H2", "PACKING LIST", "b c 15")
	pl.put("A4", "INV. NO: HR-2311-08", "b")
	pl.put("F4", "DATE: Nov. 8, 2023", "b")
	pl.row(6, "A", "b c box", "CTN NO.", "STYLE NO.", "DESCRIPTION", "QTY (PCS)", "CTNS", "N.W.(KG)", "G.W.(KG)", "MEAS.(CM)")
	rows := [][]any{
		{"F1-F100", "HR-5510", "MEN'S KNITTED T-SHIRT", 6000, 100, 1100, 1200, "60*40*35"},
		{"F101-F140", "HR-5522", "LADIES' WOVEN BLOUSE", 2400, 40, 480, 528, "60*40*38"},
		{"F141-F200", "HR-5530", "BOYS' JOGGER PANTS", 3000, 60, 870, 942, "60*40*38"},
		{"F201-F225", "HR-5541", "UNISEX KNITTED BEANIE", 5000, 25, 225, 250, "60*40*30"},
	}
	for i, x := range rows {
		pl.row(7+i, "A", "c box", x...)
	}
	pl.row(11, "A", "b c box", "TOTAL", nil, nil, 16400, 225, 2675, 2920, nil)
	pl.put("A13", "TOTAL 225 CARTONS, 19.32 CBM", "b")
	pl.paper("landscape")
	pack := []m{
		{"packages": "100", "net_kg": "11", "gross_kg": "12", "size_cm": []any{"60", "40", "35"}},
		{"packages": "40", "net_kg": "12", "gross_kg": "13.2", "size_cm": []any{"60", "40", "38"}},
		{"packages": "60", "net_kg": "14.5", "gross_kg": "15.7", "size_cm": []any{"60", "40", "38"}},
		{"packages": "25", "net_kg": "9", "gross_kg": "10", "size_cm": []any{"60", "40", "30"}},
	}
	for i := range lines {
		lines[i]["packing"] = pack[i]
	}
	return b.bytes(), want{Orders: []m{{
		"number": "HR-2311-08", "date": "2023-11-08", "currency": "USD", "origin": "CN",
		"documents": m{"commercial": m{"number": "HR-2311-08", "date": "2023-11-08"}},
		"lc":        m{"number": "ILC/23/00418"},
		"seller":    m{"name": "QINGDAO HAIRUN GARMENTS CO., LTD.", "address": "NO. 39 CHONGQING SOUTH ROAD, SHIBEI DISTRICT, QINGDAO, CHINA"},
		"buyer":     m{"name": "MAPLE & BIRCH APPAREL INC.", "address": "2200 BOUL. SAINT-LAURENT, SUITE 410,\nMONTREAL, QC H2X 2T1, CANADA"},
		"incoterm":  m{"rule": "CFR", "place": "MONTREAL"},
		"shipment":  m{"from": "QINGDAO", "to": "MONTREAL"},
		"stated":    m{"total": total.String(), "words": m{"en": en}, "packages": "225", "net_kg": "2675", "gross_kg": "2920"},
		"lines":     lines,
	}}}
}

// Cartons of garments that hold two styles each: merged over their lines.
func mixedCartons() ([]byte, want) {
	b, p := newBook("Arial", 10, "CI&PL")
	s := p[0]
	s.widths("A:12 B:12 C:30 D:10 E:8 F:11 G:13 H:9 I:10 J:10 K:13")
	s.merge("A1:K1", "HANGZHOU QIANSHUI HOME TEXTILE CO., LTD.", "b c 16")
	s.merge("A2:K2", "No. 210 Tongyun Road, Yuhang District, Hangzhou 311100, P.R. China", "c 9 bottom")
	s.merge("A3:K3", "COMMERCIAL INVOICE & PACKING LIST", "b c 15")
	s.put("A5", "Sold to:", "b")
	s.put("B5", "LINDEN & ASH HOME LTD", "")
	s.put("B6", "Unit 7, Canal Wharf, Leeds LS11 5PS, United Kingdom", "")
	s.put("I5", "Invoice #:", "b")
	s.put("J5", "QS24-022", "")
	s.put("I6", "Date:", "b")
	s.put("J6", day(2024, 2, 26), "l n:d-mmm-yy")
	s.put("I7", "Terms:", "b")
	s.put("J7", "FCA Hangzhou", "")
	s.height(9, 30)
	s.row(9, "A", "b c wrap box #EDEDED", "Carton No.", "Style", "Description", "Qty", "Unit", "Unit price\nGBP", "Amount\nGBP", "Cartons", "N.W. kg", "G.W. kg", "Meas. cm")
	goods := []item{
		{"QS-01", "Cotton cushion cover 45x45 cm, sage", 400, "PCS", "1.95"},
		{"QS-02", "Cotton cushion cover 45x45 cm, rust", 400, "PCS", "1.95"},
		{"QS-03", "Linen table runner 40x180 cm", 300, "PCS", "3.4"},
		{"QS-04", "Waffle tea towel, set of 3", 600, "SETS", "2.75"},
	}
	var lines []m
	for i, g := range goods {
		r := 10 + i
		s.row(r, "B", "c box", g.sku)
		s.put(at("C", r), g.text, "l box")
		s.row(r, "D", "c box", g.qty, g.unit)
		s.row(r, "F", "r box n:£#,##0.00", d(g.price), d(g.amount()))
		unit := "pcs"
		if g.unit == "SETS" {
			unit = "set"
		}
		lines = append(lines, g.line(unit))
	}
	merged := []any{"1-10", 10, 118, 130, "60*50*40"}
	cols := []string{"A", "H", "I", "J", "K"}
	for i, c := range cols {
		s.merge(c+"10:"+c+"11", merged[i], "c box")
		s.put(c+"12", []any{"11-15", 5, 61, 66.5, "50*50*40"}[i], "c box")
		s.put(c+"13", []any{"16-27", 12, 96, 105.6, "60*40*40"}[i], "c box")
	}
	lines[2]["packing"] = m{"packages": "5", "net_kg": "12.2", "gross_kg": "13.3", "size_cm": []any{"50", "50", "40"}}
	lines[3]["packing"] = m{"packages": "12", "net_kg": "8", "gross_kg": "8.8", "size_cm": []any{"60", "40", "40"}}
	s.merge("A14:C14", "Total", "b c box")
	s.row(14, "D", "b c box", 1700, nil, nil)
	s.put("G14", d(sum(goods)), "b r box n:£#,##0.00")
	s.row(14, "H", "b c box", 27, 275, 302.1, "2.977 CBM")
	s.put("A16", "Goods of Chinese origin. Samples photographed before shipment.", "i 9")
	s.picture("I16", chop(), 0.5, 0, 0)
	s.area("A1:K26", "landscape")
	return b.bytes(), want{Orders: []m{{
		"number": "QS24-022", "date": "2024-02-26", "currency": "GBP", "origin": "CN",
		"documents": m{"commercial": m{"number": "QS24-022", "date": "2024-02-26"}},
		"seller":    m{"name": "HANGZHOU QIANSHUI HOME TEXTILE CO., LTD.", "address": "No. 210 Tongyun Road, Yuhang District, Hangzhou 311100, P.R. China"},
		"buyer":     m{"name": "LINDEN & ASH HOME LTD", "address": "Unit 7, Canal Wharf, Leeds LS11 5PS, United Kingdom"},
		"incoterm":  m{"rule": "FCA", "place": "Hangzhou"},
		"stated":    m{"total": sum(goods), "packages": "27", "net_kg": "275", "gross_kg": "302.1"},
		"packages":  []any{m{"numbers": "1-10", "net_kg": "11.8", "gross_kg": "13", "contents": []any{m{"line": anyOf("QS-01", "1"), "quantity": "40"}, m{"line": anyOf("QS-02", "2"), "quantity": "40"}}}},
		"lines":     lines,
	}}}
}

// A price that is shown rounded: 649 pieces at 90.2913713… make 58,599.10.
func roundedPrice() ([]byte, want) {
	b, p := newBook("Times New Roman", 11, "invoice")
	s := p[0]
	s.widths("A:20 B:36 C:8 D:7 E:8 F:8 G:13 H:16")
	s.merge("A1:H1", "ZHEJIANG TIANMU MACHINERY IMPORT & EXPORT CO.,LTD.", "b c 15")
	s.merge("A2:H2", "浙 江 天 目 机 械 进 出 口 有 限 公 司", "b c 15 f:黑体")
	s.merge("A3:H3", "NO.118 FENGQI ROAD, HANGZHOU, CHINA  P.C. 310003", "c 9")
	s.merge("A5:H5", "商业发票", "b c 14")
	s.merge("A6:H6", "COMMERCIAL INVOICE", "b c u 14")
	s.merge("A8:D8", "TO:  ANADOLU MAKINA SANAYI VE TICARET A.S.", "l")
	s.merge("A9:D9", "      ORGANIZE SANAYI BOLGESI 5. CADDE NO:12, BURSA, TURKEY", "l")
	s.merge("F8:H8", "INVOICE NO.: TM2306-091", "l")
	s.merge("F9:H9", "DATE: JUN 13TH, 2023", "l")
	s.merge("F10:H10", "S/C NO.: TMSC-2305", "l")
	s.merge("A11:H11", "FROM NINGBO, CHINA TO GEMLIK, TURKEY BY VESSEL", "l bottom")
	s.row(13, "A", "b c", "MARKS & NOS.", "DESCRIPTIONS")
	s.merge("C13:F13", "QUANTITY", "b c")
	s.row(13, "G", "b c", "UNIT PRICE", "AMOUNT")
	s.style("A13", "H13", "b c top")
	s.merge("G14:H14", "CIF GEMLIK", "c")
	s.put("A15", "ANADOLU", "c")
	s.put("A16", "GEMLIK", "c")
	s.put("A17", "NO.1-UP", "c")
	price := d("90.2913713405239")
	s.put("B15", "HYDRAULIC GEAR PUMP CBT-F314", "l")
	s.row(15, "C", "r", 649, "PCS", 758, "CTNS")
	s.put("G15", fx{"H15/C15", price}, "r n:\"USD\"0.00")
	s.put("H15", d("58599.10"), "r n:\"USD\"#,##0.00")
	s.put("B16", "SEAL KIT FOR GEAR PUMP", "l")
	s.row(16, "C", "r", 1300, "SETS", 13, "CTNS")
	s.put("G16", d("1.2846"), "r n:\"USD\"0.00")
	s.put("H16", fx{"ROUND(C16*G16,2)", d("1669.98")}, "r n:\"USD\"#,##0.00")
	s.put("B17", "PRESSURE GAUGE 0-25MPA", "l")
	s.row(17, "C", "r", 700, "PCS", 7, "CTNS")
	s.put("G17", d("2.333"), "r n:\"USD\"0.00")
	s.put("H17", d("1633.10"), "r n:\"USD\"#,##0.00")
	s.style("A19", "H19", "top")
	s.row(19, "B", "b", "TOTAL:")
	s.row(19, "E", "b r", 778, "CTNS")
	s.put("H19", d("61902.1800000001"), "b r n:\"USD\"#,##0.00")
	en := say("SAY U.S.DOLLARS", d("61902.18"), "cents")
	s.merge("A21:H21", en, "l")
	s.merge("A23:H23", "TOTAL: 778 CTNS    G.W.: 12,680.50KGS    N.W.: 11,902KGS    MEAS: 24.318CBM", "l")
	s.merge("E27:H27", "ZHEJIANG TIANMU MACHINERY IMPORT & EXPORT CO.,LTD.", "c 9")
	s.picture("F23", chop(), 0.55, 20, 4)
	s.area("A1:H30", "portrait")
	return b.bytes(), want{
		Orders: []m{{
			"number": "TMSC-2305", "date": "2023-06-13", "currency": "USD",
			"documents":  m{"commercial": m{"number": "TM2306-091", "date": "2023-06-13"}},
			"references": m{"contract": "TMSC-2305"},
			"seller":     m{"name": zhEn("浙江天目机械进出口有限公司", "ZHEJIANG TIANMU MACHINERY IMPORT & EXPORT CO.,LTD."), "address": anyOf("NO.118 FENGQI ROAD, HANGZHOU, CHINA P.C. 310003", "NO.118 FENGQI ROAD, HANGZHOU, CHINA")},
			"buyer":      m{"name": "ANADOLU MAKINA SANAYI VE TICARET A.S.", "address": "ORGANIZE SANAYI BOLGESI 5. CADDE NO:12, BURSA, TURKEY"},
			"incoterm":   m{"rule": "CIF", "place": "GEMLIK"},
			"shipment":   m{"mode": "sea", "from": "NINGBO, CHINA", "to": "GEMLIK, TURKEY"},
			"marks":      "ANADOLU\nGEMLIK\nNO.1-UP",
			"stated":     m{"total": "61902.18", "words": m{"en": en}, "packages": "778", "net_kg": "11902", "gross_kg": "12680.5", "cbm": "24.318"},
			"lines": []m{
				{"description": "HYDRAULIC GEAR PUMP CBT-F314", "quantity": "649", "unit": "pcs", "price": "90.2913713405239", "amount": "58599.10"},
				{"description": "SEAL KIT FOR GEAR PUMP", "quantity": "1300", "unit": "set", "price": "1.2846", "amount": "1669.98"},
				{"description": "PRESSURE GAUGE 0-25MPA", "quantity": "700", "unit": "pcs", "price": "2.333", "amount": "1633.10"},
			},
		}},
		Warnings: []warning{{"rounded", "lines[0].price"}, {"rounded", "lines[1].price"}},
	}
}
