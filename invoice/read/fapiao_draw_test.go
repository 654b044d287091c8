package read

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// drawing is an OFD file in the making, for tests: texts at places in mm.
type drawing struct {
	pages    [][]drawnText
	rules    [][][4]float64 // of each page, from and to
	tags     strings.Builder
	id       int
	attached string
}

// drawnText is a text with its baseline's begin and its size, in mm.
type drawnText struct {
	id         int
	x, y, size float64
	text       string
}

func (t *drawnText) ofd() string {
	return fmt.Sprintf(`<ofd:TextObject ID="%d" Boundary="%.3f %.3f %.3f %.3f" Font="1" Size="%.3f"><ofd:TextCode X="0" Y="%.3f">%s</ofd:TextCode></ofd:TextObject>`,
		t.id, t.x, t.y-t.size, widthOf(t.text, t.size), t.size*1.2, t.size, t.size, escaped(t.text))
}

func (d *drawing) page() {
	d.pages = append(d.pages, nil)
	d.rules = append(d.rules, nil)
}

// rule draws a line on the last page.
func (d *drawing) rule(x, y, toX, toY float64) {
	last := &d.rules[len(d.rules)-1]
	*last = append(*last, [4]float64{x, y, toX, toY})
}

// frame draws the lines of a form: level ones across, and upright ones between
// two heights.
func (d *drawing) frame(left, right float64, levels []float64, uprights ...[3]float64) {
	for _, y := range levels {
		d.rule(left, y, right, y)
	}
	for _, u := range append(uprights, [3]float64{left, levels[0], levels[len(levels)-1]}, [3]float64{right, levels[0], levels[len(levels)-1]}) {
		d.rule(u[0], u[1], u[0], u[2])
	}
}

// text puts a text of size mm with its baseline at y; it gives the object's ID.
func (d *drawing) text(x, y, size float64, s string) int {
	d.id++
	last := &d.pages[len(d.pages)-1]
	*last = append(*last, drawnText{d.id, x, y, size, s})
	return d.id
}

// right puts a text that ends at x.
func (d *drawing) right(x, y, size float64, s string) int {
	return d.text(x-widthOf(s, size), y, size, s)
}

// down sets a text vertically, a character under the other.
func (d *drawing) down(x, y, size, step float64, s string) {
	for i, r := range []rune(s) {
		d.text(x, y+float64(i)*step, size, string(r))
	}
}

func widthOf(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		if r < 0x2E80 {
			w += size / 2
		} else {
			w += size
		}
	}
	return w
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// tag names the field that objects of the last page show.
func (d *drawing) tag(name string, ids ...int) {
	fmt.Fprintf(&d.tags, "<ofd:%s>", name)
	for _, id := range ids {
		fmt.Fprintf(&d.tags, `<ofd:ObjectRef PageRef="%d">%d</ofd:ObjectRef>`, 1000+len(d.pages), id)
	}
	fmt.Fprintf(&d.tags, "</ofd:%s>", name)
}

const ofdSpace = `xmlns:ofd="http://www.ofdspec.org/2016"`

// file is the finished OFD.
func (d *drawing) file(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("OFD.xml", `<ofd:OFD `+ofdSpace+`><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`)
	pages := ""
	for i := range d.pages {
		pages += fmt.Sprintf(`<ofd:Page ID="%d" BaseLoc="Pages/Page_%d/Content.xml"/>`, 1001+i, i)
		var texts strings.Builder
		for k := range d.pages[i] {
			texts.WriteString(d.pages[i][k].ofd())
		}
		add(fmt.Sprintf("Doc_0/Pages/Page_%d/Content.xml", i),
			`<ofd:Page `+ofdSpace+`><ofd:Content><ofd:Layer ID="1">`+texts.String()+`</ofd:Layer></ofd:Content></ofd:Page>`)
	}
	more := ""
	if d.tags.Len() > 0 {
		more += `<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>`
		add("Doc_0/Tags/CustomTags.xml", `<ofd:CustomTags `+ofdSpace+`><ofd:CustomTag><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`)
		add("Doc_0/Tags/CustomTag.xml", `<ofd:root `+ofdSpace+`>`+d.tags.String()+`</ofd:root>`)
	}
	if d.attached != "" {
		more += `<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>`
		add("Doc_0/Attachs/Attachments.xml", `<ofd:Attachments `+ofdSpace+`><ofd:Attachment Name="original_invoice" Format="xml"><ofd:FileLoc>original_invoice.xml</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`)
		add("Doc_0/Attachs/original_invoice.xml", d.attached)
	}
	add("Doc_0/Document.xml", `<ofd:Document `+ofdSpace+`><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>`+
		pages+`</ofd:Pages>`+more+`</ofd:Document>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wrapped cuts a text into rows of at most width mm.
func wrapped(s string, size, width float64) (rows []string) {
	row := ""
	for _, r := range s {
		if widthOf(row+string(r), size) > width {
			rows, row = append(rows, row), ""
		}
		row += string(r)
	}
	return append(rows, row)
}

// digital draws a fully digital fapiao 数电票, as the tax bureau lays it out, so
// many lines a page.
func (d *drawing) digital(f *fapiao, perPage int) {
	const small = 3.175
	tagged := func(name string, ids ...int) { d.tag(name, ids...) }
	for first := 0; first < len(f.lines); first += perPage {
		lines := f.lines[first:min(len(f.lines), first+perPage)]
		last := first+len(lines) == len(f.lines)
		d.page()
		d.text(57, 14, 6, f.kind.text)
		d.text(154.5, 14, small, "发票号码：")
		number := d.text(170, 13.9, small, f.number.text)
		d.text(154.5, 20, small, "开票日期：")
		issued := d.text(170, 20, small, f.issued.text)
		d.down(5.9, 35.5, 2.83, 3.5, "购买方信息")
		d.down(106.4, 35.5, 2.83, 3.5, "销售方信息")
		d.text(11.5, 36.5, small, "名称：")
		d.text(112, 36.5, small, "名称：")
		var buyer, seller []int
		for i, row := range wrapped(f.buyer.name.text, small, 84) {
			buyer = append(buyer, d.text(20, 36.5+float64(i)*3.6, small, row))
		}
		for i, row := range wrapped(f.seller.name.text, small, 84) {
			seller = append(seller, d.text(120, 36.5+float64(i)*3.6, small, row))
		}
		d.text(11.5, 47, 2.83, "统一社会信用代码/纳税人识别号：")
		d.text(112, 47, 2.83, "统一社会信用代码/纳税人识别号：")
		buyerTax, sellerTax := 0, 0
		if f.buyer.taxID.text != "" {
			buyerTax = d.text(57, 47, 4.2, f.buyer.taxID.text)
		}
		sellerTax = d.text(157.5, 47, 4.2, f.seller.taxID.text)
		for _, h := range []struct {
			x float64
			s string
		}{{16, "项目名称"}, {42.1, "规格型号"}, {67, "单 位"}, {93, "数 量"}, {118, "单 价"}, {143.5, "金 额"}, {157.5, "税率/征收率"}, {194.5, "税 额"}} {
			d.text(h.x, 56, small, h.s)
		}
		if first == 0 {
			tagged("InvoiceNo", number)
			tagged("IssueDate", issued)
			tagged("BuyerName", buyer...)
			if buyerTax != 0 {
				tagged("BuyerTaxID", buyerTax)
			}
			tagged("SellerName", seller...)
			tagged("SellerTaxID", sellerTax)
		}
		y := d.lines(lines, 59.5, 4.5)
		y += 4
		if !last {
			d.text(20, y, small, "小")
			d.text(36, y, small, "计")
			continue
		}
		d.text(20, y, small, "合")
		d.text(36, y, small, "计")
		goods := d.right(153, y, small, "¥"+f.goods.text)
		tagged("TaxExclusiveTotalAmount", goods)
		if f.tax.text != "" {
			tagged("TaxTotalAmount", d.right(205, y, small, shownTax(f.tax.text)))
		}
		y += 6.5
		d.text(17, y, small, "价税合计（大写）")
		d.text(59, y, small, "ⓧ")
		d.text(63, y, small, f.words.text)
		d.text(143.5, y, small, "（小写）")
		tagged("TaxInclusiveTotalAmount", d.text(156, y, 3.88, "¥"+f.total.text))
		d.down(5.9, y+10, small, 6, "备注")
		for i, row := range strings.Split(f.notes.text, "\n") {
			d.text(11.1, y+6+float64(i)*3.3, small, row)
		}
		d.text(20, y+30, small, "开票人：")
		tagged("InvoiceClerk", d.text(32, y+30, small, f.drawer.text))
		d.frame(4.5, 205.5, []float64{30.5, 52, y + 1.5 - 6.5, y + 2, y + 26}, [3]float64{10.5, 30.5, 52}, [3]float64{105.5, 30.5, 52}, [3]float64{111, 30.5, 52},
			[3]float64{56.5, y - 5, y + 2}, [3]float64{10.5, y + 2, y + 26})
	}
}

// shownTax is a sum of tax as it is printed.
func shownTax(s string) string {
	if starred(s) {
		return s
	}
	return "¥" + s
}

// lines draws rows of goods from y on and gives where they end.
func (d *drawing) lines(lines []fapiaoLine, y, step float64) float64 {
	const small = 3.175
	for _, l := range lines {
		names, specs := wrapped(l.name.text, small, 36.5), wrapped(l.spec.text, small, 23)
		var name, spec []int
		for i, row := range names {
			name = append(name, d.text(4.5, y+float64(i)*step, small, row))
		}
		d.tag("Item", name...)
		if l.spec.text != "" {
			for i, row := range specs {
				spec = append(spec, d.text(41.6, y+float64(i)*step, small, row))
			}
			d.tag("Specification", spec...)
		}
		if l.unit.text != "" {
			d.tag("MeasurementDimension", d.text(71.5-widthOf(l.unit.text, small)/2, y, small, l.unit.text))
		}
		for _, c := range []struct {
			name  string
			right float64
			t     fapiaoText
		}{{"Quantity", 102.5, l.quantity}, {"Price", 126.4, l.price}, {"Amount", 152.9, l.amount}, {"TaxScheme", 167, l.rate}, {"TaxAmount", 205.4, l.tax}} {
			if c.t.text != "" {
				size := small
				if c.name == "Price" {
					size = 2.82
				}
				d.tag(c.name, d.right(c.right, y+0.1, size, c.t.text))
			}
		}
		y += step * float64(max(len(names), len(specs)))
	}
	return y
}

// vat draws a VAT e-fapiao 增值税电子普通发票.
func (d *drawing) vat(f *fapiao) {
	const small = 3.175
	d.page()
	d.text(69, 13, 6, f.kind.text)
	for i, x := range []struct{ label, value string }{{"发票代码：", f.code.text}, {"发票号码：", f.number.text}, {"开票日期：", f.issued.text}, {"校 验 码：", f.checkCode.text}} {
		d.text(148.6, 10.2+5.5*float64(i), small, x.label)
		d.text(164, 10.3+5.5*float64(i), small, x.value)
	}
	d.text(5.6, 26.7, small, "机器编号：")
	d.text(22, 26.7, small, f.machine.text)
	d.down(6.8, 36, 4.2, 6.3, "购买方")
	d.down(120.3, 36, 4.2, 6.3, "密码区")
	for i := range 4 {
		d.text(126+3.6, 36+5.5*float64(i), 4.2, "03<94>*1-2/8+0<3*17-6>>9")
	}
	d.side(&f.buyer, 34.5)
	for _, h := range []struct {
		x float64
		s string
	}{{16, "货物或应税劳务、服务名称"}, {63.9, "规格型号"}, {84.9, "单位"}, {99, "数  量"}, {120, "单  价"}, {144.7, "金  额"}, {166.5, "税率"}, {185, "税  额"}} {
		d.text(h.x, 55.8, small, h.s)
	}
	y := d.goods(f.lines, 60)
	y = max(y+3, 94)
	d.text(20, y, small, "合")
	d.text(34, y, small, "计")
	d.right(163, y, small, "¥"+f.goods.text)
	d.right(204, y, small, shownTax(f.tax.text))
	d.text(17, y+6, small, "价税合计（大写）")
	d.text(63, y+6, 4.2, f.words.text)
	d.text(154, y+6, small, "（小写）")
	d.text(168, y+6, 3.9, "¥"+f.total.text)
	d.down(6.8, y+14, 4.2, 6.3, "销售方")
	d.down(120.5, y+15, 4.2, 9, "备注")
	d.side(&f.seller, y+13)
	for i, row := range strings.Split(f.notes.text, "\n") {
		d.text(126, y+13.6+4*float64(i), small, row)
	}
	d.frame(4.5, 205.5, []float64{30, 52, y + 2, y + 8.5, y + 30}, [3]float64{12.5, 30, 52}, [3]float64{120, 30, 52}, [3]float64{125.2, 30, 52},
		[3]float64{56.5, 52, y + 8.5}, [3]float64{82.5, 52, y + 2}, [3]float64{94, 52, y + 2}, [3]float64{115, 52, y + 2}, [3]float64{135.5, 52, y + 2}, [3]float64{164.5, 52, y + 2},
		[3]float64{175, 52, y + 2}, [3]float64{12.5, y + 8.5, y + 30}, [3]float64{120, y + 8.5, y + 30}, [3]float64{125.2, y + 8.5, y + 30})
	for _, x := range []struct {
		at           float64
		label, value string
	}{{7, "收款人：", f.payee.text}, {63.5, "复核：", f.reviewer.text}, {105.5, "开票人：", f.drawer.text}, {150, "销售方：（章）", ""}} {
		d.text(x.at, y+33.5, small, x.label)
		if x.value != "" {
			d.text(x.at+15, y+33.4, small, x.value)
		}
	}
}

// side draws a party of a VAT fapiao. A long value is set in two smaller rows.
func (d *drawing) side(p *fapiaoParty, y float64) {
	for i, x := range []struct{ label, value string }{{"名        称：", p.name.text}, {"纳税人识别号：", p.taxID.text},
		{"地址、  电话：", p.addrPhone.text}, {"开户行及账号：", p.bankAcct.text}} {
		at := y + 5.3*float64(i)
		d.text(13.5, at, 3.175, x.label)
		rows := wrapped(x.value, 3.175, 82)
		if len(rows) == 1 {
			d.text(36, at, 3.175, x.value)
			continue
		}
		rows = wrapped(x.value, 2.4, 82)
		for k, row := range rows {
			d.text(36, at-2.4*float64(len(rows)-1)/2+2.4*float64(k), 2.4, row)
		}
	}
}

// goods draws the rows of a VAT fapiao.
func (d *drawing) goods(lines []fapiaoLine, y float64) float64 {
	const small = 3.175
	for _, l := range lines {
		names := wrapped(l.name.text, small, 50)
		for i, row := range names {
			d.text(5.5, y+4.4*float64(i), small, row)
		}
		if l.spec.text != "" {
			d.text(59, y, small, l.spec.text)
		}
		if l.unit.text != "" {
			d.text(86.5, y, small, l.unit.text)
		}
		for _, c := range []struct {
			right float64
			t     fapiaoText
		}{{113.5, l.quantity}, {134.8, l.price}, {163, l.amount}, {174, l.rate}, {204, l.tax}} {
			if c.t.text != "" {
				d.right(c.right, y+0.1, small, c.t.text)
			}
		}
		y += 4.4 * float64(len(names))
	}
	return y
}
