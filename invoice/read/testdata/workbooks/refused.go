package main

import "fmt"

func refusal(words string) *string { return &words }

// A template whose values are still to be filled in by a program.
func template() ([]byte, want) {
	b, p := newBook("Calibri", 11, "Invoice")
	s := p[0]
	s.widths("A:8 B:40 C:10 D:10 E:14 F:16")
	s.merge("A1:F1", "{{company_name}}", "b c 18")
	s.merge("A2:F2", "{{company_address}}  Tel: {{company_tel}}", "c 9")
	s.merge("A3:F3", "COMMERCIAL INVOICE", "b c 16")
	s.row(5, "A", "", "To:", "{{buyer.name}}")
	s.put("B6", "{{buyer.address}}", "")
	s.row(5, "E", "", "Invoice No.:", "{{invoice_no}}")
	s.row(6, "E", "", "Date:", "{{invoice_date}}")
	s.row(8, "A", "b c box", "No.", "Description", "Qty", "Unit", "Unit Price", "Amount")
	s.row(9, "A", "c box", "{{#items}}{{no}}", "{{description}}", "{{qty}}", "{{unit}}", "{{price}}", "{{amount}}{{/items}}")
	s.row(10, "A", "b c box", "TOTAL", nil, nil, nil, nil, "{{total}}")
	s.put("A12", "SAY {{total_words}} ONLY", "")
	s.paper("portrait")
	return b.bytes(), want{Refused: refusal("template|placeholder|{{")}
}

// An empty form with everything but goods.
func emptyForm() ([]byte, want) {
	b, p := newBook("宋体", 11, "发票", "箱单")
	s := p[0]
	s.widths("A:8 B:40 C:10 D:10 E:14 F:16")
	s.merge("A1:F1", "NINGBO ________ IMP & EXP CO., LTD.", "b c 18")
	s.merge("A2:F2", "商业发票 COMMERCIAL INVOICE", "b c 16")
	s.row(4, "A", "", "To:")
	s.row(4, "E", "", "Invoice No.:")
	s.row(5, "E", "", "Date:")
	s.row(6, "A", "", "From:")
	s.row(6, "C", "", "To:")
	s.row(8, "A", "b c box", "No.", "Description 品名", "Quantity", "Unit", "Unit Price", "Amount")
	for i := range 8 {
		s.row(9+i, "A", "c box", i+1, nil, nil, nil, nil, fx{fmt.Sprintf("C%d*E%d", 9+i, 9+i), 0})
	}
	s.row(17, "A", "b c box", "TOTAL", nil, fx{"SUM(C9:C16)", 0}, nil, nil, fx{"SUM(F9:F16)", 0})
	s.put("A19", "SAY TOTAL US DOLLARS          ONLY", "")
	t := p[1]
	t.merge("A1:E1", "PACKING LIST", "b c 16")
	t.row(4, "A", "b c box", "CTN NO.", "Description", "Qty", "G.W.", "N.W.")
	s.paper("portrait")
	return b.bytes(), want{Refused: refusal("empty|no line|no goods|nothing")}
}

// A 销售清单: the list of goods beside a VAT invoice, no invoice itself.
func salesList() ([]byte, want) {
	b, p := newBook("宋体", 10, "销货清单")
	s := p[0]
	s.widths("A:6 B:34 C:14 D:7 E:8 F:12 G:14 H:8 I:12")
	s.merge("A1:I1", "销售货物或者提供应税劳务清单", "b c 16")
	s.merge("A2:I2", "购买方名称：杭州云栖贸易有限公司", "l")
	s.merge("A3:I3", "销售方名称：绍兴柯桥锦程纺织品有限公司", "l")
	s.merge("A4:I4", "所属增值税专用发票代码：3300223130    号码：07718834    共 1 页 第 1 页", "l")
	s.row(5, "A", "b c box", "序号", "货物（劳务）名称", "规格型号", "单位", "数量", "单价", "金额", "税率", "税额")
	s.row(6, "A", "c box", 1, "*纺织产品*涤纶面料", "150cm 180g", "米", 1200, 8.849558, 10619.47, "13%", 1380.53)
	s.row(7, "A", "c box", 2, "*纺织产品*针织罗纹布", "160cm 220g", "公斤", 350, 22.123894, 7743.36, "13%", 1006.64)
	s.row(8, "A", "b c box", "小计", nil, nil, nil, nil, nil, 18362.83, nil, 2387.17)
	s.row(9, "A", "b c box", "总计", nil, nil, nil, nil, nil, 18362.83, nil, 2387.17)
	s.merge("A10:I10", "备注：", "l box")
	s.merge("A11:E11", "销售方（章）：", "l")
	s.merge("F11:I11", "填开日期：2023年07月26日", "l")
	s.picture("C9", chop(), 0.5, 0, 0)
	s.paper("landscape")
	return b.bytes(), want{Refused: refusal("清单|list")}
}

// A list of prices: quantities are least orders, and nobody buys.
func priceList() ([]byte, want) {
	b, p := newBook("Arial", 10, "Price List 2024")
	s := p[0]
	s.widths("A:12 B:12 C:40 D:14 E:12 F:14 G:16")
	s.merge("A1:G1", "GUANGZHOU MEILIN COSMETIC TOOLS FACTORY", "b c 18 fg:C00000")
	s.merge("A2:G2", "PRICE LIST 2024 SPRING  报价单", "b c 16")
	s.merge("A3:G3", "Valid until 2024-06-30. Prices EXW Guangzhou, without freight. WhatsApp: +86 139 2222 0198", "c 9")
	s.row(5, "A", "b c box #F8CBAD", "Item No.", "Picture", "Description", "MOQ (pcs)", "Colour", "EXW Price USD", "Packing")
	for i, x := range [][3]any{{"ML-01", "Makeup brush set, 12 pcs, wooden handle", 2.85}, {"ML-02", "Powder puff, velour, 6 cm", 0.12}, {"ML-03", "Eyelash curler, rose gold", 0.58}, {"ML-04", "Nail file set, 10 pcs", 0.34}} {
		r := 6 + i
		s.height(r, 48)
		s.row(r, "A", "c box", x[0], nil, x[1], []int{500, 5000, 1000, 2000}[i], "any", x[2], "200 pcs/ctn")
		s.picture(at("B", r), photo(20+i), 0.9, 10, 3)
	}
	s.paper("portrait")
	return b.bytes(), want{Refused: refusal("price list|quotation|报价|no invoice|not an invoice|neither")}
}
