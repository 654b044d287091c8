package main

import "fmt"

// A commercial invoice whose heads stand on two rows, Chinese over English,
// and whose goods have both languages in one cell.
func bilingualHeads() ([]byte, want) {
	b, p := newBook("Calibri", 11, "Commercial Invoice")
	s := p[0]
	s.widths("A:6 B:36 C:14 D:9 E:9 F:8 G:12 H:14 I:11 J:11")
	s.merge("A1:J1", "东莞市恒盛五金制品有限公司", "b c 16 f:微软雅黑")
	s.merge("A2:J2", "DONGGUAN HENGSHENG HARDWARE PRODUCTS CO., LTD.", "b c 13")
	s.merge("A3:J3", "地址 Add: No. 88 Zhenan Middle Road, Chang'an Town, Dongguan, Guangdong, China  电话 Tel: 0769-8155 3300", "c 9")
	s.merge("A4:J4", "商业发票 / COMMERCIAL INVOICE", "b c 16")
	s.merge("A6:B6", "致 To: ", "b l")
	s.merge("A7:E7", "Pacific Fasteners Pty Ltd", "l")
	s.merge("A8:E8", "12 Kingston Road, Heatherton VIC 3202, Australia", "l")
	s.merge("A9:E9", "联系人 Attn: Ms. Rachel Nguyen", "l")
	s.row(6, "G", "b r", "发票号 Invoice No :")
	s.put("H6", "HS-2024-0117", "l")
	s.row(7, "G", "b r", "日期 Date :")
	s.put("H7", "2024.01.17", "l")
	s.row(8, "G", "b r", "合同号 Contract No :")
	s.put("H8", "HSPF-2312", "l")
	s.row(9, "G", "b r", "原产国 Origin :")
	s.put("H9", "CHINA 中国", "l")
	s.merge("A10:J10", "起运港 Port of loading: 深圳蛇口 SHEKOU, SHENZHEN      目的港 Destination: MELBOURNE, AUSTRALIA      贸易条款 Trade term: FOB SHEKOU", "l 10")
	s.row(12, "A", "b c #DDEBF7", "序号", "货物名称及规格", "海关编码", "数量", "箱数", "单位", "单价", "总金额", "净重", "毛重")
	s.row(13, "A", "b c 9 #DDEBF7", "No.", "Description of goods", "HS code", "Quantity", "Cartons", "Unit", "U/Price (USD)", "Amount (USD)", "N.W.(kg)", "G.W.(kg)")
	for i := range 10 {
		c := right("A", i)
		s.style(at(c, 12), at(c, 12), "b c box #DDEBF7")
		s.style(at(c, 13), at(c, 13), "b c box 9 #DDEBF7")
	}
	goods := []struct {
		zh, en, hs string
		qty, ctns  int
		unit, code string
		price      string
		net, gross string
	}{
		{"不锈钢合页 4寸 304", "Stainless steel hinge 4\" 304", "8302100000", 4000, 80, "个 PCS", "pcs", "0.865", "1120", "1200"},
		{"门吸 强磁 免打孔", "Magnetic door stopper, no drilling", "8302490000", 2400, 24, "套 SETS", "set", "1.32", "408", "444"},
		{"衣柜拉手 128mm 锌合金", "Wardrobe handle 128mm zinc alloy", "8302420000", 10000, 50, "个 PCS", "pcs", "0.41", "900", "970"},
		{"自攻螺丝 M4*25 (1000粒/盒)", "Self-tapping screw M4*25 (1000 pcs/box)", "7318140090", 600, 60, "盒 BOXES", "box", "5.2", "1440", "1500"},
	}
	total, ctns, net, gross := d("0"), 0, d("0"), d("0")
	var lines []m
	for i, g := range goods {
		r := 14 + i
		n := d(fmt.Sprint(g.ctns))
		a := d(g.price).Mul(d(fmt.Sprint(g.qty)))
		s.height(r, 33)
		s.put(at("A", r), i+1, "c box")
		s.put(at("B", r), g.zh+"\n"+g.en, "l wrap box 10")
		s.row(r, "C", "c box", g.hs, g.qty, g.ctns, g.unit)
		s.put(at("G", r), d(g.price), "r box n:0.000")
		s.put(at("H", r), fx{fmt.Sprintf("ROUND(D%d*G%d,2)", r, r), a}, "r box n:#,##0.00_);(#,##0.00)")
		s.row(r, "I", "r box", d(g.net), d(g.gross))
		total, ctns, net, gross = total.Add(a), ctns+g.ctns, net.Add(d(g.net)), gross.Add(d(g.gross))
		lines = append(lines, m{"description": zhEn(g.zh, g.en), "hs": g.hs, "quantity": fmt.Sprint(g.qty), "unit": g.code, "price": g.price, "amount": a.String(),
			"packing": m{"packages": fmt.Sprint(g.ctns), "net_kg": d(g.net).Div(n).String(), "gross_kg": d(g.gross).Div(n).String()}})
	}
	s.merge("A18:C18", "合计 TOTAL:", "b r box")
	s.row(18, "D", "b c box", nil, ctns, nil, nil)
	s.put("H18", fx{"SUM(H14:H17)", total}, "b r box n:\"USD\" #,##0.00")
	s.row(18, "I", "b r box", net, gross)
	cn, en := daxie(total, "元"), say("SAY US DOLLARS", total, "/100")
	s.merge("A19:J19", "金额大写：美元"+cn, "l")
	s.merge("A20:J20", en, "l")
	s.merge("A22:J22", "付款方式 Payment: 100% T/T in advance 款到发货", "l")
	s.merge("G26:J26", "授权签字 Authorized signature", "c top")
	s.picture("A1", logo(orange), 0.5, 2, 4)
	s.picture("H22", chop(), 0.5, 0, 4)
	s.paper("portrait")
	return b.bytes(), want{Orders: []m{{
		"number": "HSPF-2312", "date": "2024-01-17", "currency": "USD", "origin": "CN",
		"documents":  m{"commercial": m{"number": "HS-2024-0117", "date": "2024-01-17"}},
		"references": m{"contract": "HSPF-2312"},
		"seller":     m{"name": zhEn("东莞市恒盛五金制品有限公司", "DONGGUAN HENGSHENG HARDWARE PRODUCTS CO., LTD."), "address": "No. 88 Zhenan Middle Road, Chang'an Town, Dongguan, Guangdong, China", "phone": "0769-8155 3300"},
		"buyer":      m{"name": "Pacific Fasteners Pty Ltd", "address": "12 Kingston Road, Heatherton VIC 3202, Australia", "contact": "Ms. Rachel Nguyen"},
		"incoterm":   m{"rule": "FOB", "place": "SHEKOU"},
		"shipment":   m{"from": anyOf(zhEn("深圳蛇口", "SHEKOU, SHENZHEN"), "深圳蛇口 SHEKOU, SHENZHEN"), "to": "MELBOURNE, AUSTRALIA"},
		"payment":    m{"schedule": []any{m{"percent": "100"}}},
		"stated":     m{"total": total.String(), "words": m{"zh": anyOf("美元"+cn, cn), "en": en}, "packages": fmt.Sprint(ctns), "net_kg": net.String(), "gross_kg": gross.String()},
		"lines":      lines,
	}}}
}

// An invoice whose sheet has lost its references: errors, formulas without a
// stored value, values out of another workbook.
func brokenFormulas() ([]byte, want) {
	b, p := newBook("Arial", 10, "INV", "Data")
	s, data := p[0], p[1]
	b.linked = "file:///D:\\客户资料\\2023\\报价总表.xlsx"
	s.widths("A:14 B:40 C:10 D:8 E:12 F:14")
	s.merge("A1:F1", "GUANGZHOU BRIGHTWAY TOYS CO., LTD", "b c 18")
	s.merge("A2:F2", "Room 903, Yide Road International Toys Plaza, Yuexiu District, Guangzhou, China", "c 9 bottom")
	s.merge("A3:F3", "INVOICE", "b c u 16")
	s.put("A5", "Messrs:", "b")
	s.put("B5", fx{"[1]Sheet1!$B$3", "Juguetes del Sur S.A."}, "")
	s.put("B6", fx{"[1]Sheet1!$B$4", "Av. Corrientes 3450, Buenos Aires, Argentina"}, "")
	s.put("D5", "Invoice No.:", "b")
	s.put("E5", fx{"Data!B2", "BW230908A"}, "")
	s.put("D6", "Date:", "b")
	s.put("E6", fx{"Data!B3", 45177}, "l n:dd/mmm/yyyy")
	s.put("D7", "Your order:", "b")
	s.put("E7", fx{"#REF!", "#REF!"}, "")
	s.put("A8", "Price terms:", "b")
	s.put("B8", "EXW Guangzhou", "")
	s.row(10, "A", "b c box #FCE4D6", "ITEM NO.", "DESCRIPTION", "QTY", "UNIT", "UNIT PRICE", "TOTAL AMOUNT")
	goods := []struct {
		item, text string
		qty        int
		price      any
		amount     any
	}{
		{"BW-1001", "R/C stunt car, 2.4GHz, with light", 600, fx{"[1]Sheet1!$F$12", d("7.2")}, fx{"C11*E11", d("4320")}},
		{"BW-1014", "Wooden puzzle 48 pcs", 1500, fx{"VLOOKUP(A12,Data!A:D,4,0)", d("1.16")}, fx{"C12*E12", d("1740")}},
		{"BW-1020", "Bubble gun with 2 bottles", 2000, fx{"VLOOKUP(A13,Data!A:D,4,0)", nil}, fx{"C13*E13", nil}},
		{"BW-1033", "Doll house furniture set", 240, d("9.85"), fx{"C14*#REF!", "#REF!"}},
		{"BW-1040", "Kinetic sand 1kg, natural", 800, d("2.05"), fx{"C15*E15", d("1640")}},
	}
	prices := []string{"7.2", "1.16", "", "9.85", "2.05"}
	amounts := []string{"4320", "1740", "", "", "1640"}
	var lines []m
	for i, g := range goods {
		r := 11 + i
		s.row(r, "A", "c box", g.item)
		s.put(at("B", r), g.text, "l box")
		s.row(r, "C", "c box", g.qty, "PCS")
		s.put(at("E", r), g.price, "r box n:$0.00")
		s.put(at("F", r), g.amount, "r box n:$#,##0.00")
		l := m{"sku": g.item, "description": g.text, "quantity": fmt.Sprint(g.qty), "unit": "pcs"}
		if prices[i] != "" {
			l["price"] = prices[i]
		}
		if amounts[i] != "" {
			l["amount"] = amounts[i]
		}
		lines = append(lines, l)
	}
	s.merge("A16:B16", "TOTAL", "b c box")
	s.row(16, "C", "b c box", fx{"SUM(C11:C15)", 5140}, nil, nil)
	s.put("F16", fx{"SUM(F11:F15)", "#REF!"}, "b r box n:$#,##0.00")
	s.put("A18", "Bank: HSBC Guangzhou Branch  A/C: 629-123456-055  SWIFT: HSBCCNSHGZH", "")
	s.put("D22", "For and on behalf of GUANGZHOU BRIGHTWAY TOYS CO., LTD", "9")
	s.picture("D19", chop(), 0.45, 20, 0)
	s.area("A1:F24", "portrait")
	data.row(2, "A", "", "inv", "BW230908A")
	data.put("A3", "date", "")
	data.put("B3", 45177, "n:yyyy-mm-dd")
	data.row(5, "A", "", "BW-1014", "puzzle", "拼图 兴达厂 6.1", d("1.16"))
	return b.bytes(), want{
		Orders: []m{{
			"number": "BW230908A", "date": "2023-09-08", "currency": "USD",
			"documents": m{"commercial": m{"number": "BW230908A"}},
			"seller": m{"name": "GUANGZHOU BRIGHTWAY TOYS CO., LTD", "address": "Room 903, Yide Road International Toys Plaza, Yuexiu District, Guangzhou, China",
				"bank": m{"name": "HSBC Guangzhou Branch", "account": "629-123456-055", "swift": "HSBCCNSHGZH"}},
			"buyer":    m{"name": "Juguetes del Sur S.A.", "address": "Av. Corrientes 3450, Buenos Aires, Argentina"},
			"incoterm": m{"rule": "EXW", "place": "Guangzhou"},
			"lines":    lines,
		}},
		Warnings: []warning{{"no-value", "lines[2].price"}, {"no-value", ""}, {"external", ""}},
		Absent:   []string{"#REF!", "兴达厂"},
	}
}
