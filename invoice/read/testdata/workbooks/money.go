package main

import "fmt"

// Free samples, freight, insurance and a commission beside the goods; what was
// paid is taken off.
func chargesAndDeposit() ([]byte, want) {
	b, p := newBook("Arial", 10, "CI")
	s := p[0]
	s.widths("A:12 B:42 C:9 D:8 E:13 F:15")
	s.merge("A1:F1", "SHANGHAI WEIDE OPTICAL INSTRUMENT CO., LTD.", "b c 16")
	s.merge("A2:F2", "Room 2208, No. 1088 Pudong South Road, Shanghai 200120, China | Tel +86 21 5888 0147 | info@weide-optical.example", "c 8 bottom")
	s.merge("A3:F3", "COMMERCIAL INVOICE", "b c 15")
	s.merge("A5:B5", "Bill To:", "b l #DDDDDD")
	s.merge("A6:B6", "Baltic Instruments OÜ", "l")
	s.merge("A7:B7", "Pärnu mnt 139c, 11317 Tallinn, Estonia", "l")
	s.merge("A8:B8", "VAT: EE101234567", "l")
	s.merge("D5:F5", "Ship To:", "b l #DDDDDD")
	s.merge("D6:F6", "Baltic Instruments OÜ c/o Omniva Logistics", "l")
	s.merge("D7:F7", "Rukki tee 7, 75301 Rae, Estonia", "l")
	s.put("A10", "Invoice No.", "b")
	s.put("B10", "WD-CI-23088", "l")
	s.put("D10", "Date", "b")
	s.put("E10", "15-Aug-2023", "l")
	s.put("A11", "Terms", "b")
	s.put("B11", "CIP Tallinn (Incoterms 2020)", "l")
	s.put("D11", "By", "b")
	s.put("E11", "Air", "l")
	s.row(13, "A", "b c box #D9D9D9", "Part No.", "Description", "Qty", "Unit", "Unit price", "Amount (USD)")
	goods := []item{
		{"WD-M200", "Stereo microscope 7x-45x, trinocular", 20, "SETS", "286"},
		{"WD-C12", "USB 3.0 camera 12 MP with adapter", 20, "PCS", "148.5"},
		{"WD-LR60", "LED ring light 60 mm", 40, "PCS", "18.75"},
	}
	var lines []m
	for i, g := range goods {
		r := 14 + i
		s.put(at("A", r), g.sku, "c box")
		s.put(at("B", r), g.text, "l box")
		s.row(r, "C", "c box", g.qty, g.unit)
		s.row(r, "E", "r box n:#,##0.00", d(g.price), d(g.amount()))
		unit := "pcs"
		if g.unit == "SETS" {
			unit = "set"
		}
		lines = append(lines, g.line(unit))
	}
	s.row(17, "A", "c box", "WD-CASE", nil, 2, "PCS", "FOC", "0.00")
	s.put("B17", "Aluminium carrying case, sample, free of charge", "l box")
	lines = append(lines, m{"sku": "WD-CASE", "description": "Aluminium carrying case, sample, free of charge", "quantity": "2", "unit": "pcs", "free": "true"})
	s.row(18, "A", "c box", "WD-SPARE", nil, 5, "PCS", 0, 0)
	s.put("B18", "Spare bulb 6V 20W (F.O.C.)", "l box")
	lines = append(lines, m{"sku": "WD-SPARE", "description": "Spare bulb 6V 20W (F.O.C.)", "quantity": "5", "unit": "pcs", "free": "true"})
	foot := [][2]any{{"Sub total", d("9440")}, {"Air freight", d("612.40")}, {"Insurance 0.3%", d("28.32")}, {"Less: agent's discount 1.5%", d("-141.6")}, {"TOTAL AMOUNT CIP TALLINN", d("9939.12")}, {"Less deposit 30% received by T/T on 2023-07-20", d("-2981.74")}, {"BALANCE DUE", d("6957.38")}}
	for i, f := range foot {
		style := ""
		if i == 4 || i == 6 {
			style = "b "
		}
		s.merge(fmt.Sprintf("A%d:E%d", 19+i, 19+i), f[0], style+"r box")
		s.put(at("F", 19+i), f[1], style+"r box n:#,##0.00;[Red]-#,##0.00")
	}
	en := say("SAY USD", d("9939.12"), "/100")
	s.merge("A27:F27", en, "l")
	s.merge("A29:F29", "Country of origin: P.R. China    HS code: 9011 1000", "l")
	s.picture("D30", chop(), 0.5, 0, 0)
	s.area("A1:F36", "portrait")
	return b.bytes(), want{Orders: []m{{
		"number": "WD-CI-23088", "date": "2023-08-15", "currency": "USD", "origin": "CN",
		"documents": m{"commercial": m{"number": "WD-CI-23088", "date": "2023-08-15"}},
		"seller":    m{"name": "SHANGHAI WEIDE OPTICAL INSTRUMENT CO., LTD.", "address": "Room 2208, No. 1088 Pudong South Road, Shanghai 200120, China", "phone": "+86 21 5888 0147", "email": "info@weide-optical.example"},
		"buyer":     m{"name": "Baltic Instruments OÜ", "address": "Pärnu mnt 139c, 11317 Tallinn, Estonia", "tax_id": "EE101234567"},
		"ship_to":   m{"name": "Baltic Instruments OÜ c/o Omniva Logistics", "address": "Rukki tee 7, 75301 Rae, Estonia"},
		"incoterm":  m{"rule": "CIP", "place": "Tallinn"},
		"shipment":  m{"mode": "air"},
		"charges":   []any{m{"kind": "freight", "amount": "612.40"}, m{"kind": "insurance", "amount": "28.32"}, m{"kind": "discount", "amount": "141.6"}},
		"payments":  []any{m{"amount": "2981.74", "date": "2023-07-20"}},
		"stated":    m{"goods": "9440", "total": "9939.12", "words": m{"en": en}},
		"lines":     lines,
	}}}
}

// A domestic sale with 13% tax beside the price, all in Chinese.
func domesticTax() ([]byte, want) {
	b, p := newBook("宋体", 11, "销售合同")
	s := p[0]
	s.widths("A:6 B:20 C:20 D:7 E:9 F:11 G:13 H:8 I:12 J:13")
	s.merge("A1:J1", "苏州新域精密电子有限公司", "b c 18 f:黑体")
	s.merge("A2:J2", "产品销售合同", "b c 16")
	s.merge("A3:F3", "供方：苏州新域精密电子有限公司", "l")
	s.merge("G3:J3", "合同编号：XY2024-0219", "l")
	s.merge("A4:F4", "需方：合肥博远自动化设备有限公司", "l")
	s.merge("G4:J4", "签订时间：2024-02-19", "l")
	s.row(6, "A", "b c box", "序号", "产品名称", "型号", "单位", "数量", "不含税单价", "金额", "税率", "税额", "价税合计")
	goods := []struct {
		name, model, unit string
		qty               int
		price             string
	}{{"光电传感器", "XY-E3Z-D61", "只", 200, "46.02"}, {"接近开关", "XY-LJ12A3", "只", 500, "11.5"}, {"伺服驱动器", "XY-SD750-A", "台", 8, "1327.43"}}
	goodsSum, tax := d("0"), d("0")
	var lines []m
	for i, g := range goods {
		r := 7 + i
		a := d(g.price).Mul(d(fmt.Sprint(g.qty))).Round(2)
		t := a.Mul(d("0.13")).Round(2)
		goodsSum, tax = goodsSum.Add(a), tax.Add(t)
		s.row(r, "A", "c box", i+1, g.name, g.model, g.unit, g.qty)
		s.row(r, "F", "r box n:0.00", d(g.price), a)
		s.put(at("H", r), d("0.13"), "c box n:0%")
		s.row(r, "I", "r box n:0.00", t, fx{fmt.Sprintf("G%d+I%d", r, r), a.Add(t)})
		lines = append(lines, m{"description": g.name, "model": m{"path": []any{"model", "spec"}, "is": g.model}, "quantity": fmt.Sprint(g.qty), "unit": m{"zh": g.unit}, "price": g.price, "amount": a.String(), "tax": m{"percent": "13", "amount": t.String()}})
	}
	total := goodsSum.Add(tax)
	s.merge("A10:F10", "合　计", "b c box")
	s.put("G10", goodsSum, "b r box n:0.00")
	s.put("H10", nil, "box")
	s.row(10, "I", "b r box n:0.00", tax, total)
	cn := daxie(total, "圆")
	s.merge("A11:J11", "价税合计（大写）：⊗"+cn+"          （小写）：￥"+total.StringFixed(2), "b l box")
	s.merge("A12:J12", "交货地点：需方工厂    运输方式：汽运，运费供方承担", "l box")
	s.merge("A13:J13", "结算方式：货到验收合格后30天内电汇付清", "l box")
	s.merge("A14:E18", "供方（盖章）：苏州新域精密电子有限公司\n税号：91320505MA1Q8X2K4T\n地址：苏州市虎丘区科技城嘉陵江路198号\n电话：0512-6808 3321\n开户行及账号：中国建设银行苏州高新区支行 32250198883600001234", "l t wrap box")
	s.merge("F14:J18", "需方（盖章）：合肥博远自动化设备有限公司\n税号：91340100MA2RP7Y63H\n地址：合肥市经开区紫云路239号\n电话：0551-6385 1190", "l t wrap box")
	for r := 14; r <= 18; r++ {
		s.height(r, 22)
	}
	s.picture("C13", chop(), 0.6, 20, 10)
	s.area("A1:J19", "portrait")
	return b.bytes(), want{Orders: []m{{
		"number": "XY2024-0219", "date": "2024-02-19", "currency": "CNY", "tax": "excluded",
		"references": m{"contract": "XY2024-0219"},
		"seller": m{"name": "苏州新域精密电子有限公司", "tax_id": "91320505MA1Q8X2K4T", "address": "苏州市虎丘区科技城嘉陵江路198号", "phone": "0512-6808 3321",
			"bank": m{"name": "中国建设银行苏州高新区支行", "account": "32250198883600001234"}},
		"buyer":    m{"name": "合肥博远自动化设备有限公司", "tax_id": "91340100MA2RP7Y63H", "address": "合肥市经开区紫云路239号", "phone": "0551-6385 1190"},
		"shipment": m{"mode": "road"},
		"stated":   m{"goods": goodsSum.String(), "tax": tax.String(), "total": total.String(), "words": m{"zh": cn}},
		"lines":    lines,
	}}}
}

// A trader in Hong Kong: English only, two buyers' addresses, prices as texts
// with their currency, a discount under a line.
func hongKongTrader() ([]byte, want) {
	b, p := newBook("Helvetica", 10, "Invoice 5521")
	s := p[0]
	s.widths("A:5 B:15 C:44 D:12 E:16 F:18")
	s.merge("A1:C1", "PEARL GATE SOURCING LIMITED", "b l 18 fg:00573F")
	s.merge("E1:F1", "INVOICE", "b r 18")
	s.merge("A2:C2", "Unit 11, 8/F, Wing Fat Industrial Building, 12 Wang Chiu Road, Kowloon Bay, Hong Kong", "l 8")
	s.merge("A3:C3", "T: +852 2755 3310  E: accounts@pearlgate.example  W: www.pearlgate.example", "l 8")
	for i, x := range [][2]any{{"Invoice Number", "PG-5521"}, {"Invoice Date", "3 May 2024"}, {"Due Date", "2 June 2024"}, {"Your PO", "BR-PO-10077"}, {"Ship Via", "DHL Express"}} {
		s.put(at("E", 5+i), x[0], "b r")
		s.put(at("F", 5+i), x[1], "r")
	}
	s.put("A5", "Bill to", "b fg:00573F")
	s.merge("A6:C9", "Bright & Rowe Ltd\n14 Spring Lane\nBristol BS1 4TR\nUnited Kingdom", "l t wrap")
	s.row(12, "A", "b c box #00573F fg:FFFFFF", "#", "SKU", "Item", "Quantity", "Rate", "Total")
	rows := [][]any{
		{1, "BR-MUG-01", "Enamel mug 350 ml, cream with blue rim", "1,000 pcs", "USD 1.42", "USD 1,420.00"},
		{2, "BR-PLT-02", "Enamel plate 24 cm", "800 pcs", "USD 1.90", "USD 1,520.00"},
		{nil, nil, "Less 5% quantity discount", nil, nil, "USD -76.00"},
		{3, "BR-TIN-07", "Tin box with hinged lid, embossed", "2,500 pcs", "USD 0.865", "USD 2,162.50"},
	}
	for i, x := range rows {
		s.row(13+i, "A", "c box", x...)
		s.style(at("C", 13+i), at("C", 13+i), "l box wrap")
		s.style(at("E", 13+i), at("F", 13+i), "r box")
	}
	s.put("E17", "Subtotal", "r")
	s.put("F17", "USD 5,026.50", "r")
	s.put("E18", "Courier", "r")
	s.put("F18", "USD 310.00", "r")
	s.put("E19", "Total due", "b r top")
	s.put("F19", "USD 5,336.50", "b r top")
	s.put("A21", "Payment instructions", "b fg:00573F")
	s.merge("A22:F26", "Account name: PEARL GATE SOURCING LIMITED\nBank: The Hongkong and Shanghai Banking Corporation Limited, 1 Queen's Road Central, Hong Kong\nSWIFT: HSBCHKHHHKH   Bank code: 004\nAccount number: 808-441277-838 (USD)\nPlease quote the invoice number.", "l t wrap")
	s.picture("D20", logo(green), 0.4, 0, 0)
	s.area("A1:F30", "portrait")
	return b.bytes(), want{Orders: []m{{
		"number": anyOf("PG-5521", "BR-PO-10077"), "date": "2024-05-03", "currency": "USD",
		"documents":  m{"commercial": m{"number": "PG-5521", "date": "2024-05-03"}},
		"references": m{"buyer_order": "BR-PO-10077"},
		"seller": m{"name": "PEARL GATE SOURCING LIMITED", "address": "Unit 11, 8/F, Wing Fat Industrial Building, 12 Wang Chiu Road, Kowloon Bay, Hong Kong", "phone": "+852 2755 3310", "email": "accounts@pearlgate.example", "website": "www.pearlgate.example",
			"bank": m{"name": "The Hongkong and Shanghai Banking Corporation Limited", "swift": "HSBCHKHHHKH", "account": "808-441277-838", "beneficiary": "PEARL GATE SOURCING LIMITED"}},
		"buyer":    m{"name": "Bright & Rowe Ltd", "address": "14 Spring Lane\nBristol BS1 4TR\nUnited Kingdom"},
		"shipment": m{"mode": "express"},
		"charges":  []any{m{"kind": "freight", "amount": "310"}},
		"stated":   m{"goods": "5026.5", "total": "5336.5"},
		"lines": []m{
			{"sku": "BR-MUG-01", "description": "Enamel mug 350 ml, cream with blue rim", "quantity": "1000", "unit": "pcs", "price": "1.42", "amount": "1420"},
			{"sku": "BR-PLT-02", "description": "Enamel plate 24 cm", "quantity": "800", "unit": "pcs", "price": "1.90", "discount": m{"amount": "76"}},
			{"sku": "BR-TIN-07", "description": "Tin box with hinged lid, embossed", "quantity": "2500", "unit": "pcs", "price": "0.865", "amount": "2162.5"},
		},
	}}}
}
