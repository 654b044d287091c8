package read

import "testing"

func TestTitleKind(t *testing.T) {
	for text, want := range map[string]paperKind{
		"COMMERCIAL INVOICE 商业发票": commercial, "I N V O I C E": commercial, "发  票": commercial, "INVOICE / 发票": commercial,
		"PROFORMA INVOICE": proforma, "Pro-forma Invoice 形式发票": proforma, "PACKING LIST 装箱单": packingList, "装 箱 单": packingList,
		"SALES CONTRACT 销售合同": contract, "采购订单 PURCHASE ORDER": contract, "QUOTATION 报价单": quotation, "裝箱單": packingList,
		"COMMERCIAL INVOICE & PACKING LIST": commercial, "PI": proforma, "CI": commercial, "PL": packingList, "INVOICE:": commercial,
		"P A C K I N G   L I S T": packingList, "SALES CONFIRMATION": contract, "INVOICE (ORIGINAL)": commercial,
		"Invoice No. 12": unknownPaper, "SC21826": unknownPaper, "PO-28491": unknownPaper, "CI/24/3338": unknownPaper, "PI 2": proforma, "发票号 INVOICE NO:": unknownPaper, "Sheet1": unknownPaper, "": unknownPaper,
		"invoice to be settled within 30 days": unknownPaper, "Order No": unknownPaper,
	} {
		if got := titleKind(text); got != want {
			t.Errorf("%q is %d, not %d", text, got, want)
		}
	}
}

func TestTidy(t *testing.T) {
	for text, want := range map[string]string{
		"宁  波  好  博": "宁波好博", "王 芳": "王芳", "I N V O I C E": "INVOICE", "  ＡＢＣ　１２３ ": "ABC 123",
		"A B C Trading": "A B C Trading", "Tel: 1 2": "Tel: 1 2", "宁波 好博": "宁波 好博", "a\u200bb\u00a0c": "ab c",
	} {
		if got := tidy(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

func TestFindDate(t *testing.T) {
	for text, want := range map[string]string{
		"2023-6-13": "2023-06-13", "2023/6/13": "2023-06-13", "2018年10 月22日": "2018-10-22", "2018 年 10月 22 日": "2018-10-22",
		"Jun. 13, 2023": "2023-06-13", "JUN.13,2023": "2023-06-13", "June 13th, 2023": "2023-06-13", "13-Jun-23": "2023-06-13",
		"13th June 2023": "2023-06-13", "06/13/2023": "2023-06-13", "13.06.2023": "2023-06-13", "20230613": "2023-06-13",
		"2023-Jun-13": "2023-06-13", "2023.06.13": "2023-06-13", "二〇二三年六月十三日": "2023-06-13", "MAY 5 2023": "2023-05-05",
		"Date 2023-06-13 Ningbo": "2023-06-13", "SEPT 1, 2022": "2022-09-01", "13 JUNE,2023": "2023-06-13", "2023-06-13 00:00:00": "2023-06-13",
		"二〇二三年十一月二十日": "2023-11-20", "25/12/23": "2025-12-23?",
		"HB-118 dated 12 Jan 2026": "2026-01-12", "L/C no. 12-34-567 dated 2026-01-12": "2026-01-12", "Order 25 Sample 20 dated 3rd May 2026": "2026-05-03",
		"118/2026 of 13.12.2026": "2026-12-13", "No. 88 Road 2026": "",
		"2023/6/13 6/16": "2023-06-13?", "06/05/2023": "2023-06-05?", "05.06.2023": "2023-06-05?", "05/05/2023": "2023-05-05",
		"2023-13-45": "", "SY20230613-1": "", "0574-87654321": "", "June 2023": "", "30 days": "", "": "", "12.5 kgs": "",
	} {
		f, ok := findDate(text)
		got := string(f.date)
		if f.doubt != "" {
			got += "?"
		}
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q is %q (%s), not %q", text, got, f.doubt, want)
		}
	}
}

// TestLoosely has labels that stand word for word in no list, and texts that
// are none.
func TestLoosely(t *testing.T) {
	for text, want := range map[string]field{
		"As per PI No.":               "proforma.number",
		"Our Bank Name":               "bank.name",
		"货物毛重":                        "stated.gross",
		"集装箱编号":                       "container",
		"对应提单号":                       "shipment.bl",
		"Total No. of Cartons":        "stated.packages",
		"Est. Arrival":                "shipment.eta",
		"装运港/Puerto":                  "shipment.from",
		"净重（千克）/Net Weight (KGS)":     "stated.net",
		"外销合同/Sales Contract No.":     "contract.number",
		"Berliner Haus GmbH":          "",
		"Ningbo Port":                 "",
		"Shenzhen, China":             "",
		"宁波市镇海区":                      "",
		"Stainless steel cup (brush)": "",
		"Goods":                       "",
	} {
		if got := loosely(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
