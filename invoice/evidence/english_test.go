package evidence

import (
	"context"
	"testing"

	"yipiao/invoice/read/grid"
	"yipiao/translate"
)

// englishOf is what becomes of a cell's text, with "?" behind a guess.
func englishOf(t *testing.T, text string) string {
	t.Helper()
	offline, err := translate.NewOffline(nil)
	if err != nil {
		t.Fatal(err)
	}
	x := newTexts()
	x.add(text)
	if err := x.translate(context.Background(), &translate.Pipeline{Translators: []translate.Translator{offline}}); err != nil {
		t.Fatal(err)
	}
	e := x.english(text)
	if e.Guess() {
		return e.Text + "?"
	}
	return e.Text
}

func TestEnglish(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"发票号 Invoice No.: CI-2026-0318", "Invoice No.: CI-2026-0318"},
		{"Invoice No. 发票号：CI-2026-0318", "Invoice No.: CI-2026-0318"},
		{"日期 Date", "Date"},
		{"收货人/Consignee", "Consignee"},
		{"COMMERCIAL INVOICE 商业发票（作废）", "COMMERCIAL INVOICE, Commercial Invoice, Void"},
		{"数量(QTY)", "QTY"},
		{"序号\nNo.", "No."},
		{"HS 编码\nHS Code", "HS Code"},
		{"45 箱 CARTONS", "45 CARTONS"},
		{"中国银行义乌市分行 Bank of China, Yiwu Branch", "Bank of China, Yiwu Branch"},
		{"中国浙江省义乌市北苑街道雪峰西路968号3栋2楼\n2/F, Building 3, No. 968, Xuefeng West Road, Beiyuan Subdistrict, Yiwu City, Zhejiang Province, China",
			"2/F, Building 3, No. 968, Xuefeng West Road, Beiyuan Subdistrict, Yiwu City, Zhejiang Province, China"},
		{"304不锈钢双层真空保温杯 500ml 黑色\n304 stainless steel double-wall vacuum insulated bottle, 500 ml, black",
			"304 stainless steel double-wall vacuum insulated bottle, 500 ml, black"},
		{"税号 Tax ID: 91330782MA2E7K1D5N   电话 Tel.: +86 579 8512 3456", "Tax ID: 91330782MA2E7K1D5N   Tel.: +86 579 8512 3456"},
		{"材质：304不锈钢  Material: 304 stainless steel", "Material: 304 stainless steel"},
		{"折扣 按货款 2%  Discount 2% of goods", "Discount 2% of goods"},
		{"XINGHE 保温杯", "Insulated Bottle, XINGHE"},
		{"采 购 合 同", "Purchase contract"},
		{"十二、包装：外箱纸箱", "12. Packing: Outer Carton"},
		{"人民币大写：壹拾肆万陆仟元整", "RMB in words: SAY TOTAL YUAN ONE HUNDRED FORTY-SIX THOUSAND ONLY"},
		{"美元叁仟伍佰陆拾陆元叁角整", "SAY TOTAL US DOLLARS THREE THOUSAND FIVE HUNDRED SIXTY-SIX AND CENTS THIRTY ONLY"},
		{"签订日期：2023 年 11 月 08 日", "Date of signing: 2023-11-08"},
		{"BROOKLINE\nTACOMA", "BROOKLINE\nTACOMA"},
		{"商 业 发 票  COMMERCIAL INVOICE", "COMMERCIAL INVOICE"},
		{"(1) 货名及规格\nName of commodity and specifications", "(1) Name of commodity and specifications"},
		{"(9) 付款条件 Terms of payment: 20% T/T in advance", "(9) Terms of payment: 20% T/T in advance"},
		{"To: 致：BAMBUS & CO. KG", "To: BAMBUS & CO. KG"},
		{"装运口岸 From: 上海 Shanghai   目的地 To: 汉堡 Hamburg", "From: Shanghai   To: Hamburg"},
		{"价税合计（大写）：⊗贰万捌仟捌佰玖拾柒圆玖角玖分      （小写）：￥28897.99", "Total including tax (in words): SAY TOTAL YUAN TWENTY-EIGHT THOUSAND EIGHT HUNDRED NINETY-SEVEN AND FEN NINETY-NINE ONLY      (in figures): ￥28897.99"},
		{"开票日期：二〇二四年八月二十日", "Date of issue: 2024-08-20"},
		{"广州天一包装机械有限公司   www.tianyipack.example   Tel: +86-20-8459 0021", "Guangzhou Tianyi Packaging Machinery Co., Ltd.   www.tianyipack.example   Tel: +86-20-8459 0021?"},
		{"深圳市鹿米光电有限公司 SHENZHEN LUMI OPTOELECTRONICS CO., LTD", "SHENZHEN LUMI OPTOELECTRONICS CO., LTD"},
		{"客户名称：阿尔法贸易公司 AL-FALAH GENERAL TRADING LLC", "Customer's name: AL-FALAH GENERAL TRADING LLC"},
		{"6月3日", "June 3"},
		{"2024年6月", "June 2024"},
		{"共1页 第1页", "Page 1 of 1"},
		{"数量(个)", "Quantity (pcs)"},
		{"单价（美元）", "Unit price (USD)"},
		{"1200个", "1200 pcs"},
		{"买  方：", "Buyer:"},
		{"总值\nAmount", "Amount"},
		{"联系人：张一诺", "Contact: Zhang Yinuo"},
		{"联系人：于俪", "Contact: 于俪?"}, // a surname or a verb
		{"装 箱 单 PACKING LIST", "PACKING LIST"},
		{"港幣：陸萬壹仟貳佰陸拾元整", "SAY TOTAL HONG KONG DOLLARS SIXTY-ONE THOUSAND TWO HUNDRED SIXTY ONLY"},
		{"戶口號碼：808-123456-838", "Account no.: 808-123456-838"},
		{"商 业 发 票\nCOMMERCIAL INVOICE", "COMMERCIAL INVOICE"},
		{"●发票号 Invoice No", "● Invoice No"},
		{"●To 致", "● To"},
		{"（5）总值 Total value", "(5) Total value"},
		{"1、运输方式：海运", "1. Mode of transport: By sea"},
		{"1.5米", "1.5 m"},
		{"装运口岸 From", "From"},
		{"致：BAMBUS & CO. KG", "To: BAMBUS & CO. KG"},
	} {
		if got := englishOf(t, c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSpacedOut(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"采 购 合 同", "采购合同"},
		{"发      票", "发票"},
		{"宁  波  好  博 进 出 口", "宁波好博进出口"},
		{"买  方：  甲公司", "买方：  甲公司"},
		{"商 业 发 票  COMMERCIAL INVOICE", "商业发票  COMMERCIAL INVOICE"},
		{"数 量   单 价", "数量   单价"},
		{"编号 日期", "编号 日期"},
		{"单 价 USD", "单价 USD"},
		{"共 计 人民币", "共计 人民币"},
	} {
		if got := spacedOut(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLegible(t *testing.T) {
	g := &grid.Grid{}
	g.AddRow(grid.Cell{Text: "Copyright \uFFFD\uFFFD 2009"}, grid.Cell{Text: "5.00"})
	legible(g)
	if got := g.Rows[0].Cells[0].Text; got != "Copyright [unreadable] 2009" {
		t.Errorf("it is %q", got)
	}
}
