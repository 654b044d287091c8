package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/templates"
)

func both(zh, en string) invoice.Text { return invoice.Text{Zh: zh, En: en} }

func en(s string) invoice.Text { return invoice.Text{En: s} }

func words(t ...invoice.Text) templates.Cell { return templates.Cell{Lines: t} }

func money(s, before, after string, decimals int32) *templates.Figure {
	return &templates.Figure{Value: decimal.RequireFromString(s), Decimals: decimals, Before: before, After: after}
}

// chop is a picture with an alpha channel: a red ring.
func chop(t testing.TB) *templates.Picture {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 200, 200))
	for y := range 200 {
		for x := range 200 {
			if d := (x-100)*(x-100) + (y-100)*(y-100); d > 90*90 && d < 98*98 || d < 30*30 {
				img.Set(x, y, color.NRGBA{200, 30, 30, 170})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return &templates.Picture{Data: b.Bytes(), Alt: both("公司印章", "Company chop"), Path: "chop.png"}
}

// looks are the three looks that templates can have.
var looks = map[string]templates.Style{
	"classic": {Paper: "A4", Width: 595_276, Height: 841_890, Top: 28_346, Right: 31_181, Bottom: 36_850, Left: 31_181, Size: 8_000,
		Rules: "grid", Heading: "centre", Shade: templates.Colour{R: 0xEE, G: 0xF0, B: 0xF3}},
	"modern": {Paper: "A4", Width: 595_276, Height: 841_890, Top: 39_685, Right: 39_685, Bottom: 42_520, Left: 39_685, Size: 8_000,
		Rules: "rows", Heading: "split", Accent: templates.Colour{R: 0x1F, G: 0x3A, B: 0x5F}, Shade: templates.Colour{R: 0x1F, G: 0x3A, B: 0x5F},
		OnShade: templates.Colour{R: 255, G: 255, B: 255}},
	"letter": {Paper: "Letter", Width: 612_000, Height: 792_000, Top: 39_685, Right: 42_520, Bottom: 42_520, Left: 42_520, Size: 8_000,
		Rules: "open", Heading: "split", Accent: templates.Colour{R: 0x22, G: 0x22, B: 0x22}, Shade: templates.Colour{R: 0xF2, G: 0xF2, B: 0xF2},
		OnShade: templates.Colour{R: 0x22, G: 0x22, B: 0x22}},
}

// invoiceForm is a bilingual commercial invoice of n lines.
func invoiceForm(t testing.TB, look string, n int) *templates.Form {
	t.Helper()
	entry := func(zh, english string, value ...invoice.Text) templates.Entry {
		return templates.Entry{Label: both(zh, english), Value: words(value...)}
	}
	party := func(zh, english string) templates.Box {
		return templates.Box{Heading: both(zh, english), Entries: []templates.Entry{
			{Value: templates.Cell{Lines: []invoice.Text{en("Brookline Outdoor LLC")}, Bold: true}},
			{Value: words(en("1200 Harbor Blvd, Suite 300\nPortland, OR 97209"))},
			{Value: words(both("美国", "United States"))},
			entry("税号", "Tax ID", en("93-1234567")), entry("联系人", "Contact", en("Dana Reyes")),
			entry("电话", "Tel.", en("+1 503 555 0142")), entry("邮箱", "E-mail", en("purchasing@brookline.example"))}}
	}
	f := &templates.Form{Kind: invoice.Commercial, Lang: invoice.Both, Number: "CI-2026-0318", Date: "2026-04-25",
		Title: both("商业发票", "COMMERCIAL INVOICE"), Author: "Yiwu Xinghe Daily Necessities Co., Ltd.", Currency: "USD", Style: looks[look],
		Head: templates.Letterhead{Name: both("义乌市星禾日用品有限公司", "Yiwu Xinghe Daily Necessities Co., Ltd."),
			Address: both("浙江省义乌市北苑街道雪峰西路968号3栋2楼", "2/F, Building 3, No. 968 Xuefeng West Road, Beiyuan Subdistrict, Yiwu, Zhejiang"),
			Details: []invoice.Text{en("税号 Tax ID: 91330782MA2E7K1D5N"), en("电话 Tel.: +86 579 8512 3456"), en("邮箱 E-mail: sales@xinghe.example"), en("网址 Website: https://xinghe.example")}},
		Foot:  templates.Foot{Number: en("发票号码 Invoice No.: CI-2026-0318"), Page: both("第 {page} 页 / 共 {pages} 页", "Page {page} of {pages}")},
		Seam:  chop(t),
		Order: []byte("yipiao: 1\nnumber: PO-2026-0318\n"),
	}
	notify := templates.Box{Heading: both("通知人", "Notify Party"), Entries: []templates.Entry{
		{Value: templates.Cell{Lines: []invoice.Text{en("Cascade Customs Brokers")}, Bold: true}}, entry("电话", "Tel.", en("+1 206 555 0199"))}}
	f.Blocks = []templates.Block{
		{Name: "parties", Boxes: &templates.Boxes{Across: 2, Boxes: []templates.Box{party("买方", "Buyer"), party("收货人", "Consignee"), notify}}},
		{Name: "references", Boxes: &templates.Boxes{Across: 1, Boxes: []templates.Box{{Across: 3, Entries: []templates.Entry{
			entry("发票号码", "Invoice No.", en("CI-2026-0318")), {Label: both("日期", "Date"), Value: templates.Cell{Date: "2026-04-25"}},
			entry("订单号", "Order No.", en("PO-2026-0318")), {Label: both("订单日期", "Order Date"), Value: templates.Cell{Date: "2026-03-18"}}}}}}},
		{Name: "shipment", Boxes: &templates.Boxes{Across: 1, Boxes: []templates.Box{{Across: 3, Entries: []templates.Entry{
			entry("贸易术语", "Incoterms® 2020", both("FOB 宁波 (船上交货)", "FOB Ningbo (Free On Board)")), entry("运输方式", "Means of Transport", both("海运", "Sea")),
			entry("起运地", "From", both("中国宁波", "Ningbo, China")), entry("目的地", "To", both("美国塔科马", "Tacoma, USA")),
			{Label: both("装运日期", "Shipment Date"), Value: templates.Cell{Date: "2026-04-28"}}, entry("船名/航班", "Vessel/Flight", en("COSCO HARMONY 042E")),
			entry("原产国", "Country of Origin", both("中国", "China"))}}}}},
		{Name: "lines", Table: invoiceTable(look, n)},
		{Name: "words", Paragraphs: []templates.Paragraph{{Label: both("金额大写", "Amount in Words"), Strong: true,
			Text: both("美元叁仟叁佰陆拾陆元叁角整", "SAY TOTAL US DOLLARS THREE THOUSAND THREE HUNDRED SIXTY-SIX AND CENTS THIRTY ONLY")}}},
		{Name: "packing", Boxes: &templates.Boxes{Across: 1, Boxes: []templates.Box{{Across: 4, Entries: []templates.Entry{
			{Label: both("件数", "Packages"), Value: templates.Cell{Figure: money("45", "", " 箱 cartons", 0)}},
			{Label: both("总净重", "Total N.W."), Value: templates.Cell{Figure: money("371.0", "", " kg", 1)}},
			{Label: both("总毛重", "Total G.W."), Value: templates.Cell{Figure: money("419.0", "", " kg", 1)}},
			{Label: both("总体积", "Total Volume"), Value: templates.Cell{Figure: money("2.683", "", " m³", 3)}}}}}}},
		{Name: "payment", Heading: both("付款", "Payment"), Boxes: &templates.Boxes{Across: 2, Boxes: []templates.Box{
			{Entries: []templates.Entry{entry("付款方式", "Method of Payment", both("电汇", "Wire transfer (T/T)")), entry("银行费用", "Bank Charges", both("双方分担", "Shared (SHA)"))}},
			{Entries: []templates.Entry{{Label: both("30% 下单时", "30% with the order"), Value: templates.Cell{Figure: money("1009.89", "USD ", "", 2)}},
				{Label: both("70% 验货合格后发货前", "70% after inspection, before shipment"), Value: templates.Cell{Figure: money("2356.41", "USD ", "", 2)}}}}}}},
		{Name: "bank", Heading: both("收款账户", "Bank Account"), Boxes: &templates.Boxes{Across: 1, Boxes: []templates.Box{{Across: 2, Entries: []templates.Entry{
			entry("收款人", "Beneficiary", en("Yiwu Xinghe Daily Necessities Co., Ltd.")), entry("账号", "Account No.", en("3766 5832 1109")),
			entry("开户行", "Bank", both("中国银行义乌市分行", "Bank of China, Yiwu Branch")), entry("银行地址", "Bank Address", invoice.Text{Zh: "浙江省义乌市稠州北路278号"}),
			entry("SWIFT 代码", "SWIFT/BIC", en("BKCHCNBJ92H")), entry("联行号", "CNAPS", en("104338707012")),
			entry("中转行", "Intermediary Bank", en("Bank of China, New York Branch, BKCHUS33"))}}}}},
		{Name: "terms", Heading: both("条款", "Terms"), Paragraphs: []templates.Paragraph{
			{Number: "1.", Text: both("质量以确认样为准，验货合格后付清余款。", "Quality as the approved sample; the balance is due after the goods have passed inspection.")},
			{Number: "2.", Text: both("数量允许溢短装5%。", "5% more or less in quantity is acceptable.")}}},
		{Name: "notes", Paragraphs: []templates.Paragraph{{Label: both("备注", "Notes"), Text: invoice.Text{Zh: "大货与确认样一致。"}}}},
		{Name: "sign", Sign: &templates.Sign{Declaration: both("兹声明本发票所列各项真实、准确。", "We declare that all information contained in this invoice is true and correct."),
			Seller: templates.SignBox{Heading: both("代表", "For and on behalf of"), Name: f.Head.Name, Chop: chop(t), Line: both("授权签字及盖章", "Authorised signature and stamp"),
				Entries: []templates.Entry{entry("姓名", "Name", both("王小芳", "Wang Xiaofang")), entry("职务", "Title", both("外贸经理", "Export Manager"))}}}},
	}
	return f
}

// invoiceTable is a table of n lines, with marks in the classic look.
func invoiceTable(look string, n int) *templates.Table {
	t := &templates.Table{}
	add := func(name, zh, en string, a templates.Align) {
		t.Columns = append(t.Columns, templates.Column{Name: name, Head: both(zh, en), Align: a})
	}
	add("no", "序号", "No.", templates.Centre)
	if look == "classic" {
		add("marks", "唛头", "Marks & Nos.", templates.Left)
		t.Marks = &templates.Cell{Lines: []invoice.Text{en("BROOKLINE\nTACOMA\nC/NO. 1-45")}}
	}
	add("description", "货物描述", "Description of Goods", templates.Left)
	add("hs", "HS 编码", "HS Code", templates.Centre)
	add("origin", "原产国", "Origin", templates.Centre)
	add("quantity", "数量", "Quantity", templates.Right)
	add("price", "单价", "Unit Price (USD)", templates.Right)
	add("amount", "金额", "Amount (USD)", templates.Right)
	goods := []invoice.Text{both("304不锈钢双层真空保温杯 500ml 黑色", "304 stainless steel double-wall vacuum flask, 500 ml, black"), both("食品级硅胶杯盖", "Food-grade silicone lid"),
		both("竹制杯刷，带挂绳（长 28 cm）", "Bamboo bottle brush with hanging loop (28 cm)"), both("可折叠硅胶吸管组合，4件装", "Foldable silicone straw set of 4")}
	for i := range n {
		row := templates.Row{Cells: []templates.Cell{words(en(fmt.Sprint(i + 1)))}}
		if look == "classic" {
			row.Cells = append(row.Cells, templates.Cell{})
		}
		d := words(goods[i%len(goods)], both(fmt.Sprintf("货号: XH-%d-BK", 500+i), fmt.Sprintf("Item No.: XH-%d-BK", 500+i)))
		if i%4 == 0 {
			d.Lines = append(d.Lines, both("材质: 304不锈钢", "Material: 304 stainless steel"))
		}
		row.Cells = append(row.Cells, d, words(en("9617.00")), words(both("中国", "China")), templates.Cell{Figure: money(fmt.Sprint(1000+i), "", " 只 PCS", 0)},
			templates.Cell{Figure: money("3.25", "", "", 2)}, templates.Cell{Figure: money("3250", "", "", 2)})
		t.Rows = append(t.Rows, row)
	}
	right := templates.Right
	sum := func(kind templates.RowKind, zh, en, amount string) {
		t.Rows = append(t.Rows, templates.Row{Kind: kind, Cells: []templates.Cell{
			{Lines: []invoice.Text{both(zh, en)}, Span: len(t.Columns) - 1, Align: &right}, {Figure: money(amount, "USD ", "", 2)}}})
	}
	sum(templates.Sum, "货款小计", "Goods", "3435.00")
	sum(templates.Sum, "折扣 按货款 2%", "Discount 2% of goods", "-68.70")
	sum(templates.Total, "合计", "TOTAL", "3366.30")
	return t
}

// drawn is the file of a form.
func drawn(t testing.TB, f *templates.Form, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	for look := range looks {
		f := invoiceForm(t, look, 30)
		if a, b := drawn(t, f, Options{}), drawn(t, f, Options{Pictures: &Pictures{}}); !bytes.Equal(a, b) {
			t.Errorf("%s: two runs differ", look)
		}
	}
}

func TestMissingCharacter(t *testing.T) {
	f := invoiceForm(t, "classic", 2)
	f.Blocks[4].Paragraphs[0].Text.Zh = "收货人 \U00020BB7野"
	var out bytes.Buffer
	err := Write(&out, f, Options{})
	var missing *MissingError
	if !errors.As(err, &missing) || len(missing.Characters) != 1 || missing.Characters[0] != 0x20BB7 {
		t.Fatalf("error %v, want the missing U+20BB7", err)
	}
	if out.Len() > 0 {
		t.Error("something was written in spite of the error")
	}
	if !strings.Contains(err.Error(), "U+20BB7 \U00020BB7") {
		t.Errorf("%q doesn't name the character", err)
	}
}

func TestBrokenPicture(t *testing.T) {
	f := invoiceForm(t, "modern", 2)
	f.Head.Logo = &templates.Picture{Data: []byte("\x89PNG\r\n\x1a\nbroken"), Path: "logo.png"}
	var broken *PictureError
	if err := Write(&bytes.Buffer{}, f, Options{}); !errors.As(err, &broken) || broken.Path != "logo.png" {
		t.Fatalf("error %v, want one of logo.png", err)
	}
}

func BenchmarkInvoice(b *testing.B) {
	for _, n := range []int{10, 100, 10_000} {
		f := invoiceForm(b, "classic", n)
		pictures := &Pictures{}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				if err := Write(&out, f, Options{Pictures: pictures}); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(out.Len()), "file-bytes")
			}
		})
	}
}
