package read

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// plainFapiao is one whose figures agree, of two lines.
func plainFapiao() *fapiao {
	text := func(s string) fapiaoText { return fapiaoText{text: s} }
	line := func(name, quantity, price, amount, rate, tax string) fapiaoLine {
		return fapiaoLine{name: text(name), unit: text("个"), quantity: text(quantity), price: text(price), amount: text(amount), rate: text(rate), tax: text(tax)}
	}
	return &fapiao{number: text("24322000000489101796"), issued: text("2024年12月05日"), kind: text("电子发票（普通发票）"), drawer: text("查玮"),
		buyer:  fapiaoParty{name: text("无锡天鹏菜篮子工程有限公司"), taxID: text("91320200796148368W")},
		seller: fapiaoParty{name: text("无锡爱尔拓燃气技术设备有限公司"), taxID: text("91320211739560225X")},
		lines:  []fapiaoLine{line("*金属制品*保温杯", "10", "10", "100.00", "13%", "13.00"), line("*塑料制品*杯盖", "20", "2.5", "50.00", "6%", "3.00")},
		goods:  text("150.00"), tax: text("16.00"), total: text("166.00"), words: text("壹佰陆拾陆圆整")}
}

// codes are the codes and fields of a reading's warnings.
func codes(r *Reading) string {
	var all []string
	for _, w := range r.Warnings {
		all = append(all, w.Code+" "+w.Field)
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ", ")
}

// TestContradictionsAreReported changes one thing of a fapiao whose figures
// agree, and reads it from its XML, its tags and its page alike.
func TestContradictionsAreReported(t *testing.T) {
	for name, c := range map[string]struct {
		change func(f *fapiao)
		want   string
	}{
		"nothing": {func(*fapiao) {}, ""},
		"sum of the lines": {func(f *fapiao) {
			f.goods.text, f.total.text, f.words.text = "151.00", "167.00", "壹佰陆拾柒圆整"
		}, "total stated.goods"},
		"sum of the tax": {func(f *fapiao) {
			f.tax.text, f.total.text, f.words.text = "16.01", "166.01", "壹佰陆拾陆圆零壹分"
		}, "total stated.tax"},
		"total":               {func(f *fapiao) { f.total.text, f.words.text = "165.00", "壹佰陆拾伍圆整" }, "total stated.total"},
		"words":               {func(f *fapiao) { f.words.text = "壹佰陆拾伍圆整" }, "words stated.words.zh"},
		"amount of a line":    {func(f *fapiao) { f.lines[0].price.text = "11" }, "amount lines[0].amount"},
		"price shown rounded": {func(f *fapiao) { f.lines[1].quantity.text, f.lines[1].price.text = "3", "16.667" }, ""},
		"price much rounded":  {func(f *fapiao) { f.lines[1].quantity.text, f.lines[1].price.text = "30", "1.67" }, "rounded lines[1].price"},
		"tax of a line":       {func(f *fapiao) { f.lines[1].rate.text = "9%" }, "amount lines[1].tax.amount"},
		"rate that is none":   {func(f *fapiao) { f.lines[1].rate.text = "六" }, "review"},
		"quantity below zero": {func(f *fapiao) { f.lines[1].quantity.text = "-20" }, "unread lines[1].quantity"},
		"price of nought":     {func(f *fapiao) { f.lines[1].price.text, f.lines[1].quantity.text = "0", "" }, "unread lines[1].price"},
		"no buyer":            {func(f *fapiao) { f.buyer.name.text = "" }, "missing buyer.name"},
		"no day":              {func(f *fapiao) { f.issued.text = "2024年13月05日" }, "date date, missing date"},
		"a discount":          {func(f *fapiao) { discounted(f) }, ""},
		"a list elsewhere":    {func(f *fapiao) { f.lines[1].name.text = "（详见销货清单）" }, "missing lines[1].description"},
		"another below zero":  {func(f *fapiao) { discounted(f); f.lines[1].name.text = "运费减免" }, ""},
		"parts of a cent": {func(f *fapiao) {
			f.lines[1].amount.text, f.lines[1].quantity.text, f.lines[1].price.text = "50.001", "", ""
		}, "rounded lines[1].amount"},
		"a figure beyond bounds": {func(f *fapiao) { f.lines[1].quantity.text, f.lines[1].price.text = "1", "50.0000000000000000001" }, "unread lines[1].price"},
	} {
		t.Run(name, func(t *testing.T) {
			f := plainFapiao()
			c.change(f)
			r := oneOf(t, xmlForms[0].write(t, f))
			if c.want == "review" { // the page would not take it for a rate
				if got := codes(r); got != "unread lines[1].tax.percent" {
					t.Errorf("XML: %s", got)
				}
				return
			}
			if got := codes(r); got != c.want {
				t.Errorf("XML: warnings %q, want %q", got, c.want)
			}
			usable(t, r)
			var d drawing
			d.digital(f, 9)
			d.tags.Reset()
			if got := codes(oneOf(t, d.file(t))); got != c.want && !slices.Contains([]string{"no day", "no buyer", "a figure beyond bounds"}, name) {
				t.Errorf("page: warnings %q, want %q", got, c.want)
			}
		})
	}
}

// oneOf reads a file of one order.
func oneOf(t *testing.T, data []byte) *Reading {
	t.Helper()
	readings, err := File(context.Background(), "x", data, Options{})
	if err != nil || len(readings) != 1 {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	return &readings[0]
}

// discounted adds a discount to the first line.
func discounted(f *fapiao) {
	off := f.lines[0]
	off.quantity.text, off.price.text, off.unit.text, off.amount.text, off.tax.text = "", "", "", "-10.00", "-1.30"
	f.lines = slices.Insert(f.lines, 1, off)
	f.goods.text, f.tax.text, f.total.text, f.words.text = "140.00", "14.70", "154.70", "壹佰伍拾肆圆柒角整"
}

func TestADiscountIsTakenOffItsLine(t *testing.T) {
	f := plainFapiao()
	discounted(f)
	r := oneOf(t, xmlForms[0].write(t, f))
	l := r.Order.Lines
	if len(l) != 2 || l[0].Amount.String() != "90.00" || l[0].Discount.Amount.String() != "10.00" || l[0].Tax.Amount.String() != "11.70" {
		t.Errorf("%+v", l)
	}
	f.lines[1].name.text = "运费减免" // of no line: it stays one, below zero
	r = oneOf(t, xmlForms[0].write(t, f))
	if l := r.Order.Lines; len(l) != 3 || l[1].Amount.String() != "-10.00" {
		t.Errorf("%+v", l)
	}
	f.lines[1].name.text = "折扣(10%)"
	if l := oneOf(t, xmlForms[0].write(t, f)).Order.Lines; len(l) != 2 {
		t.Errorf("%+v", l)
	}
}

func TestWhatIsNoInvoiceIsRefused(t *testing.T) {
	red := plainFapiao()
	red.lines = red.lines[:1]
	red.lines[0].quantity.text, red.lines[0].amount.text, red.lines[0].tax.text = "-10", "-100.00", "-13.00"
	red.goods.text, red.tax.text, red.total.text, red.words.text = "-100.00", "-13.00", "-113.00", "（负数）壹佰壹拾叁圆整"
	template := plainFapiao()
	template.buyer.name.text = "{{buyerName}}"
	bare := plainFapiao()
	bare.lines = nil
	draw := func(f *fapiao) []byte {
		var d drawing
		d.digital(f, 9)
		d.tags.Reset()
		return d.file(t)
	}
	var list, ticket, nothing drawing
	list.list(nil, "")
	ticket.page()
	ticket.text(60, 10, 6, "电子发票（铁路电子客票）")
	nothing.page()
	nothing.text(60, 10, 6, "会议通知")
	var both drawing
	both.digital(plainFapiao(), 9)
	both.list(nil, "")
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"red letter, XML":   {xmlForms[0].write(t, red), "红字"},
		"red letter, page":  {draw(red), "红字"},
		"red letter, label": {[]byte(strings.Replace(string(xmlForms[0].write(t, plainFapiao())), "<LabelCode>Y", "<LabelCode>N", 1)), "红字"},
		"template":          {xmlForms[0].write(t, template), "{{buyerName}}"},
		"empty form":        {xmlForms[2].write(t, &fapiao{}), "no e-fapiao"},
		"no lines":          {xmlForms[0].write(t, bare), "without any line"},
		"a list":            {list.file(t), "销售清单"},
		"an empty list":     {both.file(t), "销售清单"},
		"a ticket":          {ticket.file(t), "铁路电子客票"},
		"a notice":          {nothing.file(t), "no invoice"},
		"another XML":       {[]byte(`<rss><channel/></rss>`), "rss"},
		"a foreign invoice": {[]byte(`<Invoice><InvoiceNumber>12345678</InvoiceNumber><SellerName>Acme Ltd</SellerName><BuyerName>Bob</BuyerName><Line><ItemName>Cup</ItemName><Amount>3.00</Amount></Line></Invoice>`), "no e-fapiao"},
		"dollars":           {[]byte(`<Invoice><Currency>USD</Currency><InvoiceNumber>12345678</InvoiceNumber><SellerName>恒达公司</SellerName><Line><ItemName>杯</ItemName><Amount>3.00</Amount></Line></Invoice>`), "no e-fapiao"},
		"broken XML":        {[]byte(`<a><b>`), "cut off"},
		"entities":          {[]byte(`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`), "entities"},
		"no OFD":            {[]byte("PK\x03\x04 OFD.xml"), "zip"},
	} {
		r := oneOf(t, c.file)
		if r.Order != nil || !strings.Contains(r.Refused, c.says) {
			t.Errorf("%s: %q, want %q", name, r.Refused, c.says)
		}
	}
}

// list draws a sales list 销售清单 of the lines.
func (d *drawing) list(lines []fapiaoLine, buyer string) {
	const small = 3.175
	d.page()
	d.text(48, 20, 6, "销售货物或者提供应税劳务、服务清单")
	d.text(10, 40, small, "购买方名称："+buyer)
	for _, h := range []struct {
		x float64
		s string
	}{{5, "序号"}, {25, "货物或应税劳务、服务名称"}, {64, "规格型号"}, {85, "单位"}, {100, "数  量"}, {120, "单  价"}, {145, "金  额"}, {167, "税率"}, {186, "税  额"}} {
		d.text(h.x, 60, small, h.s)
	}
	y := 66.0
	for i, l := range lines {
		d.text(6, y, small, fmt.Sprint(i+1))
		d.text(14.5, y, small, l.name.text)
		for _, c := range []struct {
			right float64
			t     fapiaoText
		}{{90, l.unit}, {113, l.quantity}, {135, l.price}, {163, l.amount}, {174, l.rate}, {204, l.tax}} {
			d.right(c.right, y, small, c.t.text)
		}
		y += 7
	}
	d.text(6, 257, small, "小计")
	d.text(6, 264, small, "折扣")
	d.text(6, 271, small, "备注")
}

func TestLinesOfASalesList(t *testing.T) {
	f := plainFapiao()
	want := orderOf(t, f)
	lines := f.lines
	f.lines = []fapiaoLine{{name: fapiaoText{text: "(详见销货清单)"}, amount: f.goods, tax: f.tax}}
	var d drawing
	d.digital(f, 9)
	d.tags.Reset()
	d.list(lines, f.buyer.name.text)
	if got := yamlOf(t, oneOf(t, d.file(t))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestSeveralFapiaoInOneFile(t *testing.T) {
	a, b := plainFapiao(), anyFapiao(rand.New(rand.NewPCG(5, 5)), 9)
	for len(b.lines) < 4 {
		b = anyFapiao(rand.New(rand.NewPCG(uint64(len(b.lines)), 9)), 9)
	}
	var d drawing
	d.digital(a, 9)
	d.digital(b, 3)
	d.digital(a, 9)
	readings, err := File(context.Background(), "x.ofd", d.file(t), Options{})
	if err != nil || len(readings) != 3 {
		t.Fatalf("%d readings, %v", len(readings), err)
	}
	for i, f := range []*fapiao{a, b, a} {
		if got := yamlOf(t, &readings[i]); got != orderOf(t, f) {
			t.Errorf("%d: %s", i, got)
		}
	}
	two := strings.Replace(string(xmlForms[4].write(t, a)), "<Fp>", "<Fp><Djh>0</Djh></Fp><Fp>", 1)
	fp := two[strings.LastIndex(two, "<Fp>"):strings.LastIndex(two, "</Fpsj>")]
	two = strings.Replace(two, "</Fpsj>", fp+"</Fpsj>", 1)
	readings, err = File(context.Background(), "x.xml", []byte(two), Options{})
	if err != nil || len(readings) != 2 || readings[1].Order == nil {
		t.Fatalf("XML: %d readings, %v", len(readings), err)
	}
}

// TestTagsThatResolveInPart takes tags away, or lets them name the wrong
// objects: the page is right, and the warning says so.
func TestTagsThatResolveInPart(t *testing.T) {
	for name, c := range map[string]struct {
		change func(tags string) string
		want   string
	}{
		"whole":     {func(s string) string { return s }, ""},
		"no seller": {func(s string) string { return without(s, "SellerName") }, "tags seller.name"},
		"no amount": {func(s string) string { return without(s, "Amount") }, "tags lines[0].amount"},
		"a line too many": {func(s string) string {
			return s + s[strings.Index(s, "<ofd:Item>"):strings.Index(s, "</ofd:Item>")] + "</ofd:Item>"
		}, "tags lines"},
		"objects gone": {func(s string) string {
			return strings.Replace(s, "<ofd:ObjectRef PageRef=\"1001\">", "<ofd:ObjectRef PageRef=\"1001\">9", 1)
		}, ""},
		"number is gone": {func(s string) string { return without(s, "InvoiceNo") }, ""},
	} {
		f := plainFapiao()
		var d drawing
		d.digital(f, 9)
		tags := c.change(d.tags.String())
		d.tags.Reset()
		d.tags.WriteString(tags)
		r := oneOf(t, d.file(t))
		if got := codes(r); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if y := yamlOf(t, r); y != orderOf(t, f) {
			t.Errorf("%s:\n%s", name, y)
		}
	}
}

// without takes the first element of that name out.
func without(s, name string) string {
	from, to := strings.Index(s, "<ofd:"+name+">"), strings.Index(s, "</ofd:"+name+">")
	return s[:from] + s[to+len("</ofd:"+name+">"):]
}

// TestAttachedDataIsComparedWithThePage changes what the attached XML says.
func TestAttachedDataIsComparedWithThePage(t *testing.T) {
	f := plainFapiao()
	vatOf(rand.New(rand.NewPCG(1, 1)), f)
	f.notes.text = ""
	for name, c := range map[string]struct {
		change func(f *fapiao)
		want   string
	}{
		"alike":  {func(*fapiao) {}, ""},
		"number": {func(f *fapiao) { f.number.text = "11111111" }, "candidates number"},
		"total":  {func(f *fapiao) { f.total.text, f.tax.text = "176.00", "26.00" }, "candidates stated.tax, candidates stated.total, total stated.tax, words stated.words.zh"},
		"seller": {func(f *fapiao) { f.seller.name.text = "别的公司" }, "candidates seller.name"},
	} {
		other := *f
		c.change(&other)
		var d drawing
		d.vat(f)
		d.attached = string(xmlForms[2].write(t, &other))
		r := oneOf(t, d.file(t))
		if got := codes(r); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if r.Order.Number != other.number.text || r.Order.Fapiao.Kind != f.kind.text {
			t.Errorf("%s: number %s, kind %s", name, r.Order.Number, r.Order.Fapiao.Kind)
		}
	}
}

// TestHostileFapiao: bounded time, whatever stands in the file.
func TestHostileFapiao(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	line := `<IssuItemInformation><ItemName>杯</ItemName><Amount>1</Amount></IssuItemInformation>`
	for name, c := range map[string]struct{ file, says string }{
		"too many lines":    {`<EInvoice><BuyerName>甲</BuyerName>` + many(line, mostLines+1) + `</EInvoice>`, "at most 100000"},
		"unknown fields":    {`<EInvoice><EInvoiceData><BuyerName>甲</BuyerName>` + many("<X>1</X>", 100_000) + line + `</EInvoiceData></EInvoice>`, ""},
		"nested namesakes":  {many("<a>", 60) + many("<b><SellerName>甲</SellerName><BuyerName>乙</BuyerName></b>", 20_000) + many("</a>", 60), "without any line"},
		"one name for each": {`<EInvoice>` + many("<BuyerName>甲</BuyerName>", 100_000) + `</EInvoice>`, "without any line"},
	} {
		inTime(t, name, func() {
			readings, err := File(context.Background(), "x", []byte(c.file), Options{})
			if err != nil || len(readings) == 0 || !strings.Contains(readings[0].Refused, c.says) {
				t.Fatalf("%s: %v %v", name, readings[:min(1, len(readings))], err)
			}
		})
	}
	for name, texts := range map[string][]string{
		"labels":  {"发票号码:12345678 价税合计", many("名称:", 30_000), "项目名称 金额 税额"},
		"columns": {"发票号码:12345678 价税合计", many("项目名称 金额 税额 单位", 8_000), many("1 ", 30_000)},
	} {
		var d drawing
		d.page()
		for i, s := range texts {
			d.text(5, 10+5*float64(i), 0.001, s)
		}
		grids := gridsOf(t, d.file(t))
		inTime(t, name, func() { fapiaoOfPages(grids) })
	}
}

// inTime fails if f takes long.
func inTime(t *testing.T, name string, f func()) {
	t.Helper()
	begun := time.Now()
	f()
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("%s took %v", name, took)
	}
}
