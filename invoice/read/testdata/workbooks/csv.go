package main

import (
	"bytes"
	"encoding/csv"
	"fmt"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func csvOf(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	must(w.WriteAll(rows))
	return b.Bytes()
}

// An invoice saved as CSV by a Chinese Excel: GB18030, numbers as they are
// shown, empty cells to the sheet's edge.
func csvGB18030() ([]byte, want) {
	rows := [][]string{
		{"汕头市澄海区启乐玩具实业有限公司", "", "", "", "", ""},
		{"商业发票 COMMERCIAL INVOICE", "", "", "", "", ""},
		{"地址：广东省汕头市澄海区莱芜工业区兴业路6号", "", "", "", "", ""},
		{"买方：", "莫斯科玩具世界有限责任公司", "", "", "发票号：", "QL-20231215"},
		{"", "", "", "", "日期：", "2023/12/15"},
		{"成交方式：", "FOB 汕头", "", "", "币种：", "USD"},
		{"", "", "", "", "", ""},
		{"货号", "品名", "数量", "单位", "单价", "金额"},
		{"QL-8801", "遥控越野车（配充电器）", "1,200", "台", "$8.60", "$10,320.00"},
		{"QL-8815", "积木桶 120粒", "3,000", "桶", "$2.35", "$7,050.00"},
		{"QL-8820", "磁力片 \"彩窗\" 48片", "900", "套", "$6.40", "$5,760.00"},
		{"QL-8833", "泡泡机，不含电池", "2,400", "个", "$1.15", "$2,760.00"},
		{"合计", "", "7,500", "", "", "$25,890.00"},
		{"大写：美元贰万伍仟捌佰玖拾元整", "", "", "", "", ""},
		{"", "", "", "", "", ""},
	}
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes(csvOf(rows))
	must(err)
	lines := []m{
		{"sku": "QL-8801", "description": "遥控越野车（配充电器）", "quantity": "1200", "unit": m{"zh": "台"}, "price": "8.60", "amount": "10320.00"},
		{"sku": "QL-8815", "description": "积木桶 120粒", "quantity": "3000", "unit": m{"zh": "桶"}, "price": "2.35", "amount": "7050.00"},
		{"sku": "QL-8820", "description": "磁力片 \"彩窗\" 48片", "quantity": "900", "unit": m{"zh": "套"}, "price": "6.40", "amount": "5760.00"},
		{"sku": "QL-8833", "description": "泡泡机，不含电池", "quantity": "2400", "unit": m{"zh": "个"}, "price": "1.15", "amount": "2760.00"},
	}
	return data, want{Orders: []m{{
		"number": "QL-20231215", "date": "2023-12-15", "currency": "USD", "documents": m{"commercial": m{"number": "QL-20231215"}},
		"seller":   m{"name": "汕头市澄海区启乐玩具实业有限公司", "address": "广东省汕头市澄海区莱芜工业区兴业路6号"},
		"buyer":    m{"name": "莫斯科玩具世界有限责任公司"},
		"incoterm": m{"rule": "FOB", "place": "汕头"},
		"stated":   m{"total": "25890", "words": m{"zh": "美元贰万伍仟捌佰玖拾元整"}},
		"lines":    lines,
	}}}
}

// The export of a shop's system: UTF-8 with a mark, English heads, a packing
// column or two.
func csvUTF8() ([]byte, want) {
	rows := [][]string{
		{"Commercial Invoice", "", "", "", "", "", "", ""},
		{"Seller", "Shenzhen Voltedge Technology Co., Ltd 深圳市伏界科技有限公司", "", "", "", "", "", ""},
		{"Buyer", "Amberline Retail GmbH", "", "", "", "", "", ""},
		{"Invoice No", "VE-2024-00031", "", "", "", "", "", ""},
		{"Invoice Date", "2024-04-02", "", "", "", "", "", ""},
		{"Currency", "EUR", "", "", "", "", "", ""},
		{"Incoterms", "DAP Leipzig", "", "", "", "", "", ""},
		{"", "", "", "", "", "", "", ""},
		{"SKU", "Description", "HS Code", "Qty", "Unit", "Unit Price", "Amount", "Country of Origin"},
	}
	goods := []item{
		{"VE-PD65", "65W GaN charger, 2C1A, EU plug", 500, "pcs", "9.80"},
		{"VE-CB20", "USB-C cable 2 m, braided, 100W", 1000, "pcs", "1.65"},
		{"VE-PB10", "Power bank 10000 mAh, 22.5W", 300, "pcs", "11.20"},
	}
	hs := []string{"8504409999", "8544421990", "8507600090"}
	var lines []m
	for i, g := range goods {
		rows = append(rows, []string{g.sku, g.text, hs[i], fmt.Sprint(g.qty), g.unit, g.price, d(g.amount()).StringFixed(2), "CN"})
		l := g.line("pcs")
		l["hs"], l["origin"] = hs[i], "CN"
		lines = append(lines, l)
	}
	rows = append(rows, []string{"", "", "", "1800", "", "Total", d(sum(goods)).StringFixed(2), ""})
	return append([]byte("\ufeff"), csvOf(rows)...), want{Orders: []m{{
		"number": "VE-2024-00031", "date": "2024-04-02", "currency": "EUR", "documents": m{"commercial": m{"number": "VE-2024-00031", "date": "2024-04-02"}},
		"seller":   m{"name": zhEn("深圳市伏界科技有限公司", "Shenzhen Voltedge Technology Co., Ltd")},
		"buyer":    m{"name": "Amberline Retail GmbH"},
		"incoterm": m{"rule": "DAP", "place": "Leipzig"},
		"stated":   m{"total": sum(goods)},
		"lines":    lines,
	}}}
}
