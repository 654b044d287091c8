package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Three hundred lines under six headings with a subtotal each, over pages.
func largeInvoice() ([]byte, want) {
	b, p := newBook("Calibri", 10, "INVOICE")
	s := p[0]
	s.widths("A:6 B:13 C:46 D:9 E:8 F:11 G:13")
	s.merge("A1:G1", "YIWU CROWN GENERAL MERCHANDISE CO., LTD.", "b c 16")
	s.merge("A2:G2", "义乌市皇冠百货有限公司", "b c 13 f:宋体")
	s.merge("A3:G3", "Room 1801, Building 3, Chouzhou North Road 505, Yiwu, Zhejiang, China   Tel/WeChat: +86 159 5799 0101", "c 9")
	s.merge("A4:G4", "COMMERCIAL INVOICE 商业发票", "b c 15")
	s.put("A6", "Consignee 收货人:", "b")
	s.put("C6", "Casa Popular S.A. de C.V.", "")
	s.put("C7", "Av. Central 1420, Col. Centro, 64000 Monterrey, N.L., México", "")
	s.put("C8", "RFC: CPO980312QK4", "")
	s.put("E6", "Invoice No. 发票号:", "b r")
	s.put("F6", "CG24-0611", "l")
	s.put("E7", "Date 日期:", "b r")
	s.put("F7", day(2024, 6, 11), "l n:yyyy\"年\"m\"月\"d\"日\"")
	s.put("E8", "Container 柜号:", "b r")
	s.put("F8", "TCNU4471826", "l")
	s.put("A9", "Port of Loading: Ningbo    Port of Discharge: Manzanillo, Mexico    Terms: FOB Ningbo", "")
	s.row(11, "A", "b c box wrap #D9E1F2", "No.\n序号", "Item No.\n货号", "Description\n品名", "Qty\n数量", "Unit\n单位", "Price USD\n单价", "Amount USD\n金额")
	s.height(11, 30)
	groups := []struct {
		name, code string
		goods      []string
		unit       string
	}{
		{"A. KITCHENWARE 厨房用品", "K", []string{"Silicone spatula", "Egg whisk 25 cm", "Vegetable peeler", "Measuring spoon set", "Cutting board 34x24 cm"}, "PCS"},
		{"B. STATIONERY 文具", "S", []string{"Gel pen 0.5 mm, blue, 12 pcs", "Sticky notes 76x76 mm", "Ruler 30 cm", "Correction tape", "Pencil case"}, "BOX"},
		{"C. TOYS 玩具", "T", []string{"Bubble wand", "Jump rope", "Yo-yo, light-up", "Water gun 28 cm", "Puzzle 100 pieces"}, "PCS"},
		{"D. HAIR ACCESSORIES 发饰", "H", []string{"Hair claw, acrylic", "Scrunchie, satin, 6 pcs", "Headband, velvet", "Bobby pins, 50 pcs", "Hair brush, wooden"}, "DOZ"},
		{"E. PARTY ITEMS 派对用品", "P", []string{"Foil balloon, number", "Paper plates, 10 pcs", "Birthday banner", "LED string light 3 m", "Party hats, 6 pcs"}, "SET"},
		{"F. TOOLS 工具", "W", []string{"Screwdriver PH2", "Tape measure 5 m", "Utility knife 18 mm", "Hex key set", "Claw hammer 500 g"}, "PCS"},
	}
	var lines []m
	r, n := 12, 0
	total := d("0")
	for gi, g := range groups {
		s.merge(fmt.Sprintf("A%d:G%d", r, r), g.name, "b l box #EEEEEE")
		r++
		from, part := r, d("0")
		for i := range 50 {
			n++
			q := 120 + (n*37)%19*60
			price := d("0.18").Add(d("0.035").Mul(d(fmt.Sprint((n * 29) % 61))))
			a := price.Mul(d(fmt.Sprint(q)))
			sku := fmt.Sprintf("CG-%s%03d", g.code, 101+i)
			text := fmt.Sprintf("%s, style %d", g.goods[i%5], i/5+1)
			s.row(r, "A", "c box", n, sku)
			s.put(at("C", r), text, "l box")
			s.row(r, "D", "c box", q, g.unit)
			s.row(r, "F", "r box n:0.000", price)
			s.put(at("G", r), fx{fmt.Sprintf("D%d*F%d", r, r), a}, "r box n:#,##0.00")
			part = part.Add(a)
			code := map[string]string{"PCS": "pcs", "BOX": "box", "DOZ": "dozen", "SET": "set"}[g.unit]
			lines = append(lines, m{"sku": sku, "description": text, "quantity": fmt.Sprint(q), "unit": code, "price": price.String(), "amount": a.String(), "group": anyOf(g.name, zhEn(afterBlank(g.name)))})
			r++
		}
		s.merge(fmt.Sprintf("A%d:F%d", r, r), fmt.Sprintf("Subtotal %c 小计", 'A'+gi), "b r box")
		s.put(at("G", r), fx{fmt.Sprintf("SUM(G%d:G%d)", from, r-1), part}, "b r box n:#,##0.00")
		total = total.Add(part)
		r++
	}
	s.merge(fmt.Sprintf("A%d:F%d", r, r), "GRAND TOTAL 总计", "b r box #FFFF00")
	s.put(at("G", r), total, "b r box #FFFF00 n:\"$\"#,##0.00")
	en := say("SAY TOTAL US DOLLARS", total, "cents")
	s.merge(fmt.Sprintf("A%d:G%d", r+1, r+1), en, "b l wrap")
	s.height(r+1, 28)
	s.picture(at("F", r+2), chop(), 0.5, 0, 0)
	s.area(fmt.Sprintf("A1:G%d", r+10), "portrait")
	zero := 0
	must(b.SetPageLayout("INVOICE", &excelize.PageLayoutOptions{FitToHeight: &zero}))
	must(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: "INVOICE", RefersTo: "INVOICE!$11:$11"}))
	must(b.SetHeaderFooter("INVOICE", &excelize.HeaderFooterOptions{OddFooter: "&CPage &P of &N"}))
	return b.bytes(), want{Orders: []m{{
		"number": "CG24-0611", "date": "2024-06-11", "currency": "USD", "documents": m{"commercial": m{"number": "CG24-0611", "date": "2024-06-11"}},
		"seller":   m{"name": zhEn("义乌市皇冠百货有限公司", "YIWU CROWN GENERAL MERCHANDISE CO., LTD."), "address": "Room 1801, Building 3, Chouzhou North Road 505, Yiwu, Zhejiang, China", "phone": "+86 159 5799 0101"},
		"buyer":    m{"name": "Casa Popular S.A. de C.V.", "address": "Av. Central 1420, Col. Centro, 64000 Monterrey, N.L., México", "tax_id": "CPO980312QK4"},
		"incoterm": m{"rule": "FOB", "place": "Ningbo"},
		"shipment": m{"from": "Ningbo", "to": "Manzanillo, Mexico", "containers": []any{m{"number": "TCNU4471826"}}},
		"stated":   m{"total": total.String(), "words": m{"en": en}},
		"lines":    lines,
	}}}
}

// afterBlank parts "A. TOYS 玩具" into its Chinese and English words.
func afterBlank(s string) (zh, en string) {
	for i, r := range s {
		if r > 0x2E80 {
			return s[i:], s[:i-1]
		}
	}
	return "", s
}

// A price in euros under the sign, texts beside numbers, dates in pieces and
// two in a cell; a number that the packing list contradicts.
func datesAndSigns() ([]byte, want) {
	b, p := newBook("宋体", 11, "发票INV", "箱单PL", "报关资料")
	s, pl, customs := p[0], p[1], p[2]
	s.widths("A:14 B:30 C:14 D:9 E:8 F:12 G:14")
	s.merge("A1:G1", "安  徽  省  华  茂  竹  木  制  品  有  限  公  司", "b c 17")
	s.merge("A2:G2", "ANHUI HUAMAO BAMBOO & WOOD PRODUCTS CO., LTD.", "b c 12 f:Times_New_Roman")
	s.merge("A3:G3", "发　　　票", "b c 16")
	s.merge("A4:G4", "INVOICE", "b c 13 f:Times_New_Roman")
	s.merge("A6:C6", "To: 致：BAMBUS & CO. KG", "l")
	s.merge("A7:C7", "Hafenstr. 21, 20457 Hamburg, GERMANY", "l")
	s.put("E6", "No. 编号：", "r")
	s.merge("F6:G6", "HM18-1022", "l")
	s.put("E7", "Date 日期：", "r")
	s.merge("F7:G7", "2018 年10 月22日", "l")
	s.put("E8", "船期 ETD/ETA：", "r")
	s.merge("F8:G8", "2018/10/28 12/2", "l")
	s.merge("A9:G9", "装运口岸 From: 上海 Shanghai    目的地 To: 汉堡 Hamburg", "l")
	s.row(11, "A", "b c box", "唛头\nMarks", "品名\nDescription", "规格(cm)\nSize", "数量\nQty", "单位\nUnit", "单价\nPrice", "总值\nAmount")
	for c := 'A'; c <= 'G'; c++ {
		s.style(at(string(c), 11), at(string(c), 11), "b c box wrap")
	}
	s.height(11, 32)
	s.merge("A12:A14", "B&C\nHAMBURG\nNO.1-140", "c wrap box")
	goods := []struct {
		zh, en, size string
		qty          any
		n            string
		price        any
		p, a         string
	}{
		{"竹砧板", "Bamboo cutting board", "33*23*1.8", 2400, "2400", d("2.15"), "2.15", "5160"},
		{"竹浴室置物架", "Bamboo bath shelf", "29*21*12", "1200", "1200", "€4.60", "4.60", "5520"},
		{"竹浴缸架", "Bamboo bath tray", "70*22*4", 600, "600", d("7.9"), "7.9", "4740"},
	}
	var lines []m
	for i, g := range goods {
		r := 12 + i
		s.height(r, 32)
		s.put(at("B", r), g.zh+" "+g.en, "l wrap box")
		s.row(r, "C", "c box", g.size, g.qty, "件PCS")
		s.put(at("F", r), g.price, "r box n:[$€-2] #,##0.00")
		s.put(at("G", r), d(g.a), "r box n:[$€-2] #,##0.00")
		lines = append(lines, m{"description": zhEn(g.zh, g.en), "size": m{"path": []any{"size", "spec"}, "is": g.size}, "quantity": g.n, "unit": "pcs", "price": g.p, "amount": g.a})
	}
	s.merge("A15:C15", "共计 TTL:", "b c box")
	s.row(15, "D", "b c box", 4200, "件PCS", nil)
	s.put("G15", d("15420"), "b r box n:[$€-2] #,##0.00")
	s.merge("A16:G16", "SAY EUROS FIFTEEN THOUSAND FOUR HUNDRED AND TWENTY ONLY", "l")
	s.merge("A17:G17", "CFR HAMBURG", "l")
	s.picture("E17", chop(), 0.55, 0, 4)
	s.area("A1:G24", "portrait")

	pl.widths("A:14 B:30 C:9 D:9 E:10 F:10 G:12")
	pl.merge("A1:G1", "安徽省华茂竹木制品有限公司", "b c 17")
	pl.merge("A2:G2", "装 箱 单 PACKING LIST", "b c 15")
	pl.put("E4", "No. 编号：", "r")
	pl.put("F4", "HM18-1022", "l")
	pl.put("E5", "Date 日期：", "r")
	pl.put("F5", "2018 年10 月23日", "l")
	pl.row(7, "A", "b c box", "箱号", "品名 Description", "数量", "箱数", "净重(kg)", "毛重(kg)", "尺码(m³)")
	rows := [][]any{{"1-60", "竹砧板", 2400, 60, 1380, 1500, 3.6}, {"61-100", "竹浴室置物架", 1200, 40, 800, 900, 4.8}, {"101-140", "竹浴缸架", 600, 40, 620, 700, 5.2}}
	for i, x := range rows {
		pl.row(8+i, "A", "c box", x...)
	}
	pl.row(11, "A", "b c box", "共计", nil, 4200, 140, 2800, 3100, 13.6)
	pl.paper("portrait")
	pack := []m{{"packages": "60", "net_kg": "23", "gross_kg": "25", "cbm": "0.06"}, {"packages": "40", "net_kg": "20", "gross_kg": "22.5", "cbm": "0.12"}, {"packages": "40", "net_kg": "15.5", "gross_kg": "17.5", "cbm": "0.13"}}
	for i := range lines {
		lines[i]["packing"] = pack[i]
	}
	// what the broker needs: elements of the declaration, no paper of the deal
	customs.row(1, "A", "b", "品名", "HS", "申报要素", "境内货源地")
	customs.row(2, "A", "", "竹砧板", "4419110000", "竹制|厨房用|无品牌", "安徽广德")
	return b.bytes(), want{Orders: []m{{
		"number": "HM18-1022", "date": "2018-10-22", "currency": "EUR",
		"documents": m{"commercial": m{"number": "HM18-1022", "date": "2018-10-22"}, "packing-list": m{"date": "2018-10-23"}},
		"seller":    m{"name": zhEn("安徽省华茂竹木制品有限公司", "ANHUI HUAMAO BAMBOO & WOOD PRODUCTS CO., LTD.")},
		"buyer":     m{"name": "BAMBUS & CO. KG", "address": "Hafenstr. 21, 20457 Hamburg, GERMANY"},
		"incoterm":  m{"rule": "CFR", "place": "HAMBURG"},
		"shipment":  m{"from": zhEn("上海", "Shanghai"), "to": zhEn("汉堡", "Hamburg"), "etd": "2018-10-28", "eta": "2018-12-02"},
		"marks":     "B&C\nHAMBURG\nNO.1-140",
		"stated":    m{"total": "15420", "words": m{"en": "SAY EUROS FIFTEEN THOUSAND FOUR HUNDRED AND TWENTY ONLY"}, "packages": "140", "net_kg": "2800", "gross_kg": "3100", "cbm": "13.6"},
		"lines":     lines,
	}}}
}

// An invoice and a packing list that name different numbers, and a date that
// can be read in two ways.
func twoCandidates() ([]byte, want) {
	b, p := newBook("Arial", 10, "INVOICE", "PACKING LIST")
	x := simple{seller: "DALIAN SEAWAY FOODSTUFFS CO., LTD.", address: "No. 66 Jinma Road, Development Zone, Dalian, China", title: "COMMERCIAL INVOICE",
		buyer: "Hokuto Shoji Co., Ltd.", buyerAddress: "2-14-8 Nihonbashi, Chuo-ku, Tokyo, Japan", no: "DS-0507A", date: "05/07/2024",
		heads: []any{"Item No.", "Description", "Quantity", "Unit", "Unit Price (JPY)", "Amount (JPY)"}, numfmt: "#,##0",
		goods: []item{{"FZ-01", "Frozen edamame, 500 g x 20", 1200, "CTNS", "2150"}, {"FZ-04", "Frozen lotus root, sliced, 1 kg x 10", 600, "CTNS", "2480"}},
		total: d("4068000"), words: "SAY JAPANESE YEN FOUR MILLION SIXTY-EIGHT THOUSAND ONLY"}
	x.write(p[0])
	pl := p[1]
	pl.widths("A:13 B:40 C:12 D:12 E:12")
	pl.merge("A1:E1", x.seller, "b c 16")
	pl.merge("A2:E2", "PACKING LIST", "b c 15")
	pl.row(4, "A", "b", "Invoice No.:", "DS-0507B")
	pl.row(5, "A", "b", "Buyer:", x.buyer)
	pl.row(7, "A", "b c box", "Item No.", "Description", "Cartons", "N.W. (kg)", "G.W. (kg)")
	pl.row(8, "A", "c box", "FZ-01", "Frozen edamame, 500 g x 20", 1200, 12000, 13200)
	pl.row(9, "A", "c box", "FZ-04", "Frozen lotus root, sliced, 1 kg x 10", 600, 6000, 6600)
	pl.row(10, "A", "b c box", "TOTAL", nil, 1800, 18000, 19800)
	pl.paper("portrait")
	o := x.order("2024-05-07", "JPY", map[string]string{"CTNS": "carton"})
	delete(o, "date")
	delete(o, "documents")
	o["documents"] = m{"commercial": m{"number": "DS-0507A"}}
	o["stated"] = m{"total": "4068000", "words": m{"en": x.words}, "packages": "1800", "net_kg": "18000", "gross_kg": "19800"}
	return b.bytes(), want{Orders: []m{o}, Warnings: []warning{{"candidates", ""}, {"date", ""}}}
}
