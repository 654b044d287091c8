package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Rows of the last order hidden, others filtered away, a hidden sheet with
// other prices and one that only a program can show.
func hiddenParts() ([]byte, want) {
	b, p := newBook("Calibri", 11, "PI", "PI (old)", "cost")
	s, old, cost := p[0], p[1], p[2]
	head := func(s *page, no string) {
		s.widths("A:12 B:40 C:10 D:8 E:14 F:16 G:12")
		s.merge("A1:F1", "FOSHAN LANTU FURNITURE CO., LTD", "b c 18 fg:7F3F00")
		s.merge("A2:F2", "No. 2 Longjiang Avenue, Shunde District, Foshan, Guangdong, China", "c 9")
		s.merge("A3:F3", "PROFORMA INVOICE", "b c 16")
		s.put("A5", "Attn To:", "b")
		s.put("B5", "Oakfield Interiors (Pty) Ltd", "")
		s.put("B6", "31 Loop Street, Cape Town 8001, South Africa", "")
		s.put("A7", "Attn:", "b")
		s.put("B7", "Thandi Mokoena / +27 21 555 0133", "")
		s.put("D5", "PI No.:", "b")
		s.put("E5", no, "l")
		s.put("D6", "Date:", "b")
		s.put("E6", day(2023, 9, 15), "l n:yyyy-m-d")
		s.put("D7", "Valid until:", "b")
		s.put("E7", day(2023, 10, 15), "l n:yyyy-m-d")
		s.row(9, "A", "b c box #FBE5D6", "Item", "Description", "Qty", "Unit", "Unit price", "Amount", "备注")
	}
	head(s, "LT-PI-230915")
	goods := []struct {
		item
		hidden bool
	}{
		{item{"LT-SF01", "3-seater sofa, linen fabric, grey", 24, "PCS", "218"}, false},
		{item{"LT-SF00", "3-seater sofa, PU leather, black (cancelled)", 24, "PCS", "196"}, true},
		{item{"LT-TB12", "Oak coffee table 110x60 cm", 40, "PCS", "64.5"}, false},
		{item{"LT-CH07", "Dining chair, beech, set of 2", 60, "SETS", "52.8"}, false},
		{item{"LT-CH06", "Dining chair, pine (out of stock)", 60, "PCS", "21"}, true},
		{item{"LT-BD03", "Bedside table, white oak", 48, "PCS", "39.9"}, false},
	}
	var lines []m
	total := d("0")
	for i, g := range goods {
		r := 10 + i
		s.put(at("A", r), g.sku, "c box")
		s.put(at("B", r), g.text, "l box")
		s.row(r, "C", "c box", g.qty, g.unit)
		s.row(r, "E", "r box n:[$$-409]#,##0.00", d(g.price), fx{fmt.Sprintf("C%d*E%d", r, r), d(g.amount())})
		s.put(at("G", r), "出厂价"+d(g.price).Mul(d("5.5")).Round(0).String(), "9")
		if g.hidden {
			s.hideRows(r)
			continue
		}
		total = total.Add(d(g.amount()))
		unit := "pcs"
		if g.unit == "SETS" {
			unit = "set"
		}
		lines = append(lines, g.line(unit))
	}
	s.hideCols("G")
	must(b.AutoFilter("PI", "A9:G15", []excelize.AutoFilterOptions{}))
	s.merge("A16:E16", "TOTAL FOB SHENZHEN", "b r box")
	s.put("F16", fx{"SUBTOTAL(109,F10:F15)", total}, "b r box n:[$$-409]#,##0.00")
	s.merge("A18:F18", "Payment: 40% deposit, 60% before loading", "l")
	s.merge("A19:F19", "Lead time: 30-35 days after deposit", "l")
	s.merge("A20:F20", "Beneficiary: FOSHAN LANTU FURNITURE CO., LTD  Bank: China Construction Bank, Foshan Branch  SWIFT: PCBCCNBJGDF  Account: 44014667040220500123", "l wrap")
	s.height(20, 30)
	s.picture("D21", chop(), 0.5, 0, 0)
	s.paper("portrait")

	head(old, "LT-PI-230801")
	old.row(10, "A", "box", "LT-SF01", "3-seater sofa, linen fabric, grey", 24, "PCS", 205, 4920)
	old.merge("A11:E11", "TOTAL", "b r box")
	old.put("F11", 4920, "box")
	must(b.SetSheetVisible("PI (old)", false))
	cost.row(1, "A", "b", "型号", "出厂价", "工厂")
	cost.row(2, "A", "", "LT-SF01", 1199, "乐从红星家具厂")
	must(b.SetSheetVisible("cost", false, true))
	return b.bytes(), want{
		Orders: []m{{
			"number": "LT-PI-230915", "date": "2023-09-15", "currency": "USD",
			"documents": m{"proforma": m{"number": "LT-PI-230915", "date": "2023-09-15", "valid_until": "2023-10-15"}},
			"seller": m{"name": "FOSHAN LANTU FURNITURE CO., LTD", "address": "No. 2 Longjiang Avenue, Shunde District, Foshan, Guangdong, China",
				"bank": m{"name": "China Construction Bank, Foshan Branch", "swift": "PCBCCNBJGDF", "account": "44014667040220500123", "beneficiary": "FOSHAN LANTU FURNITURE CO., LTD"}},
			"buyer":    m{"name": "Oakfield Interiors (Pty) Ltd", "address": "31 Loop Street, Cape Town 8001, South Africa", "contact": "Thandi Mokoena", "phone": "+27 21 555 0133"},
			"incoterm": m{"rule": "FOB", "place": "SHENZHEN"},
			"payment":  m{"schedule": []any{m{"percent": "40"}, m{"percent": "60"}}},
			"stated":   m{"total": total.String()},
			"lines":    lines,
		}},
		Absent: []string{"cancelled", "out of stock", "LT-SF00", "LT-CH06", "LT-PI-230801", "4920", "205", "1199", "乐从红星家具厂", "出厂价"},
	}
}

// A packing list alone: goods and packages, no money.
func packingAlone() ([]byte, want) {
	b, p := newBook("Arial", 10, "PL")
	s := p[0]
	s.widths("A:11 B:14 C:30 D:9 E:9 F:10 G:9 H:9 I:16 J:9")
	s.merge("A1:J1", "JIANGSU HENGTAI PACKAGING MATERIALS CO., LTD.", "b c 16")
	s.merge("A2:J2", "江苏恒泰包装材料有限公司", "b c 14 f:宋体")
	s.merge("A3:J3", "PACKING LIST / WEIGHT LIST", "b c 15 bottom")
	s.merge("A5:E5", "Shipper: JIANGSU HENGTAI PACKAGING MATERIALS CO., LTD.", "l")
	s.merge("A6:E6", "Consignee: Fiordland Dairy Limited", "l")
	s.merge("A7:E7", "145 Wharf Road, Bluff 9814, New Zealand", "l")
	s.merge("G5:J5", "Packing List No.: HT-PL-2403", "l")
	s.merge("G6:J6", "Date: 2024/3/18", "l")
	s.merge("G7:J7", "Contract No.: HT-2402-NZ", "l")
	s.merge("A8:E8", "Vessel/Voyage: MSC ADELE / 412S", "l")
	s.merge("G8:J8", "Container/Seal: MSKU8832190 / ML-CN4471203 / 40HQ", "l")
	s.height(10, 30)
	s.row(10, "A", "b c wrap box", "Pallet No.", "Item No.", "Goods", "Rolls", "Pallets", "N.W.\n(kg/plt)", "G.W.\n(kg/plt)", "Total G.W.", "Pallet size (cm)", "CBM")
	rows := [][]any{
		{"1-8", "HT-F25", "LDPE shrink film 25 mic x 500 mm", 384, 8, 768, 790, 6320, "120*100*165", 15.84},
		{"9-14", "HT-F40", "LDPE shrink film 40 mic x 600 mm", 240, 6, 800, 822, 4932, "120*100*165", 11.88},
		{"15-20", "HT-T48", "BOPP packing tape 48 mm x 100 m", 12960, 6, 540, 561, 3366, "110*110*150", 10.89},
	}
	for i, x := range rows {
		s.row(11+i, "A", "c box", x...)
	}
	s.row(14, "A", "b c box", "TOTAL", nil, nil, 13584, 20, nil, nil, 14618, nil, 38.61)
	s.merge("A16:J16", "SAY TOTAL TWENTY (20) PALLETS ONLY.", "b l")
	s.merge("A17:J17", "Total net weight: 14,184.00 KGS", "l")
	s.picture("H16", chop(), 0.5, 10, 0)
	s.area("A1:J24", "landscape")
	line := func(sku, text, q, unit, n, net, gross string, size ...any) m {
		return m{"sku": sku, "description": text, "quantity": q, "unit": unit, "packing": m{"package": "pallet", "packages": n, "net_kg": net, "gross_kg": gross, "size_cm": size}}
	}
	return b.bytes(), want{Orders: []m{{
		"number": "HT-2402-NZ", "date": "2024-03-18",
		"documents":  m{"packing-list": m{"number": "HT-PL-2403", "date": "2024-03-18"}},
		"references": m{"contract": "HT-2402-NZ"},
		"seller":     m{"name": zhEn("江苏恒泰包装材料有限公司", "JIANGSU HENGTAI PACKAGING MATERIALS CO., LTD.")},
		"consignee":  m{"name": "Fiordland Dairy Limited", "address": "145 Wharf Road, Bluff 9814, New Zealand"},
		"shipment":   m{"vessel": "MSC ADELE", "voyage": "412S", "containers": []any{m{"number": "MSKU8832190", "seal": "ML-CN4471203", "type": "40HQ"}}},
		"stated":     m{"packages": "20", "net_kg": "14184", "gross_kg": "14618", "cbm": "38.61"},
		"lines": []m{
			line("HT-F25", "LDPE shrink film 25 mic x 500 mm", "384", "roll", "8", "768", "790", "120", "100", "165"),
			line("HT-F40", "LDPE shrink film 40 mic x 600 mm", "240", "roll", "6", "800", "822", "120", "100", "165"),
			line("HT-T48", "BOPP packing tape 48 mm x 100 m", "12960", "roll", "6", "540", "561", "110", "110", "150"),
		},
	}}, Warnings: []warning{{"missing|currency", ""}}}
}
