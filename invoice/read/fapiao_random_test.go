package read

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/ofd"
	"yipiao/invoice/terms"
	chinesewords "yipiao/invoice/words"
)

// anyFapiao makes up a fapiao whose figures agree.
func anyFapiao(r *rand.Rand, most int) *fapiao {
	pick := func(s ...string) fapiaoText { return fapiaoText{text: s[r.IntN(len(s))]} }
	f := &fapiao{
		number: fapiaoText{text: fmt.Sprintf("2%019d", r.Int64N(1e18))},
		issued: fapiaoText{text: fmt.Sprintf("%d年%02d月%02d日", 2021+r.IntN(5), 1+r.IntN(12), 1+r.IntN(28))},
		drawer: pick("张三", "王小芳", "欧阳建国"),
		notes: pick("", "合同号：HT-2024-018", "订单号 8801 客户自提\n第二行：发往宁波港", "销方开户银行:招商银行深圳分行;    银行账号:755912345610801;",
			"购方地址:深圳市南山区科技园1号;    电话:0755-26001234;"),
	}
	f.kind = pick("电子发票（普通发票）", "电子发票（增值税专用发票）")
	f.buyer = fapiaoParty{name: pick("个人", "深圳市恒达进出口有限公司", "义乌市星禾日用品有限公司", "Brookline Outdoor LLC", "中国石油化工集团有限公司华东地区物资采购供应第三分公司特别长名称部"),
		taxID: pick("91330782MA2E7K1D5N", "914403007619990010", "")}
	f.seller = fapiaoParty{name: pick("宁波好博塑料制品有限公司", "无锡爱尔拓燃气技术设备有限公司", "国药控股国大药房内蒙古有限公司第三百七十三分公司东胜区天骄北路店"),
		taxID: pick("91320211739560225X", "91330106MA7GAL1299")}
	goods, tax := decimal.Zero, decimal.Zero
	masked := r.IntN(8) == 0
	for range 1 + r.IntN(most) {
		l := anyLine(r, masked)
		f.lines = append(f.lines, l)
		goods, tax = goods.Add(figureOf(l.amount)), tax.Add(figureOf(l.tax))
		if r.IntN(6) == 0 {
			d := fapiaoLine{name: l.name, rate: l.rate, discount: true}
			off := figureOf(l.amount).Mul(decimal.New(int64(1+r.IntN(50)), -2)).Round(2)
			if off.Sign() == 0 {
				continue
			}
			d.amount.text, d.tax.text = "-"+off.StringFixed(2), l.tax.text
			if !starred(l.tax.text) {
				d.tax.text = "-" + off.Mul(figureOf(fapiaoText{text: strings.TrimSuffix(l.rate.text, "%")})).Shift(-2).StringFixed(2)
			}
			f.lines = append(f.lines, d)
			goods, tax = goods.Sub(off), tax.Add(figureOf(d.tax))
		}
	}
	f.goods.text, f.tax.text, f.total.text = goods.StringFixed(2), tax.StringFixed(2), goods.Add(tax).StringFixed(2)
	if masked {
		f.tax.text = "***"
	}
	cny, _ := terms.Currencies.Find("CNY")
	words, err := chinesewords.Chinese(cny, goods.Add(tax))
	if err != nil {
		panic(err)
	}
	f.words.text = strings.ReplaceAll(strings.TrimPrefix(words, "人民币"), "元", "圆")
	return f
}

func figureOf(t fapiaoText) decimal.Decimal {
	a, _ := fapiaoNumber(t.text)
	return a.Decimal()
}

func anyLine(r *rand.Rand, masked bool) fapiaoLine {
	pick := func(s ...string) fapiaoText { return fapiaoText{text: s[r.IntN(len(s))]} }
	l := fapiaoLine{
		name: pick("*信息技术服务*技术服务费", "*劳务*维护保养-调压站", "*金属制品*304不锈钢双层真空保温杯 500ml", "*塑料制品*PE袋",
			"*家用厨房电器具*尚朋堂 SR22AC 电磁炉家用新款智能超薄小型高端大功率爆炒菜火锅电热锅烹饪机快速SR", "*运输服务*国内运费"),
		spec: pick("", "500ml", "62202", "SR-22AC/V2", "OSG22", "黑色 XL"),
		unit: pick("", "个", "台", "千克", "PCS", "套"),
	}
	quantity := decimal.New(int64(1+r.IntN(99999)), -int32(r.IntN(3)))
	price := decimal.New(1+r.Int64N(1e8), -int32(2+r.IntN(9)))
	amount := quantity.Mul(price).Round(2)
	if amount.Sign() == 0 {
		amount = decimal.New(1, -2)
	}
	l.amount.text = amount.StringFixed(2)
	if r.IntN(4) > 0 {
		l.quantity.text, l.price.text = quantity.String(), price.String()
	}
	if masked {
		l.rate.text, l.tax.text = "免税", "***"
		return l
	}
	percent := []int64{13, 9, 6, 3, 1}[r.IntN(5)]
	l.rate.text = fmt.Sprintf("%d%%", percent)
	l.tax.text = amount.Mul(decimal.NewFromInt(percent)).Shift(-2).StringFixed(2)
	return l
}

// TestDrawnFapiaoReadBack draws fapiao as OFD pages and reads them: by what the
// pages show, and by their tags.
func TestDrawnFapiaoReadBack(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 1))
		f := anyFapiao(r, 9)
		want := orderOf(t, f)
		var d drawing
		d.digital(f, 6)
		file := d.file(t)
		if got := orderOf(t, onlyPage(t, file)); got != want {
			t.Fatalf("seed %d, by the page:\n%s", seed, cmp.Diff(want, got))
		}
		readings, err := File(context.Background(), "x.ofd", file, Options{})
		if err != nil || len(readings) != 1 {
			t.Fatalf("seed %d: %d readings, %v", seed, len(readings), err)
		}
		if got := yamlOf(t, &readings[0]); got != want {
			t.Fatalf("seed %d, by the tags:\n%s", seed, cmp.Diff(want, got))
		}
		for _, w := range readings[0].Warnings {
			if w.Code == Tags {
				t.Fatalf("seed %d: %v", seed, w)
			}
		}
		usable(t, &readings[0])
	}
}

// TestDrawnVATFapiaoReadBack does so with the older form.
func TestDrawnVATFapiaoReadBack(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 2))
		f := anyFapiao(r, 5)
		vatOf(r, f)
		want := orderOf(t, f)
		var d drawing
		d.vat(f)
		file := d.file(t)
		if got := orderOf(t, onlyPage(t, file)); got != want {
			t.Fatalf("seed %d:\n%s", seed, cmp.Diff(want, got))
		}
	}
}

// vatOf makes f one of the older form, which has more fields.
func vatOf(r *rand.Rand, f *fapiao) {
	pick := func(s ...string) fapiaoText { return fapiaoText{text: s[r.IntN(len(s))]} }
	f.kind = pick("浙江增值税电子普通发票", "上海增值税电子专用发票")
	f.code.text, f.number.text = fmt.Sprintf("03%010d", r.Int64N(1e10)), fmt.Sprintf("%08d", r.Int64N(1e8))
	f.checkCode.text, f.machine.text = fmt.Sprintf("1%019d", r.Int64N(1e18)), fmt.Sprintf("66%010d", r.Int64N(1e10))
	f.notes = pick("", "合同号：HT-2024-018", "订单号 8801 客户自提\n第二行：发往宁波港")
	f.payee, f.reviewer = pick("", "李四"), pick("", "赵六")
	for _, p := range []*fapiaoParty{&f.buyer, &f.seller} {
		p.addrPhone = pick("", "浙江省义乌市北苑街道雪峰西路968号3栋2楼0579-85123456", "上海市杨浦区周家嘴路3255号9楼（集中登记地） 021-55271392",
			"北京市海淀区颐和园西路一亩园11号", "广东省深圳市龙岗区坂田街道五和大道北侧元征科技园研发楼及生产车间A栋3层东侧 0755-84528888")
		p.bankAcct = pick("", "中国银行义乌市分行 376658321109", "招商银行股份有限公司杭州西溪小微企业专营支行 571917376710101")
	}
}

// TestCellsRunTogether reads pages whose cells were cut only at gaps of a third
// of a letter and more.
func TestCellsRunTogether(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 4))
		f := anyFapiao(r, 6)
		var d drawing
		if seed%2 == 0 {
			d.digital(f, 6)
		} else {
			vatOf(r, f)
			d.vat(f)
		}
		grids := gridsOf(t, d.file(t))
		for _, g := range grids {
			runTogether(g)
		}
		all := fapiaoOfPages(grids)
		if len(all) != 1 {
			t.Fatalf("seed %d: %d fapiao", seed, len(all))
		}
		if diff := cmp.Diff(orderOf(t, f), orderOf(t, all[0])); diff != "" {
			t.Errorf("seed %d:\n%s", seed, diff)
		}
	}
}

// runTogether joins cells that stand near each other.
func runTogether(g *grid.Grid) {
	for i := range g.Rows {
		row := &g.Rows[i]
		var cells []grid.Cell
		for _, c := range row.Cells {
			if n := len(cells); n > 0 && (c.Left-cells[n-1].Right)*3 < row.Bottom-row.Top {
				last := &cells[n-1]
				last.Text, last.Right = last.Text+c.Text, max(last.Right, c.Right)
				last.Where = boxPlace(1, last.Left, row.Top, last.Right, row.Bottom)
				continue
			}
			cells = append(cells, c)
		}
		row.Cells = cells
	}
}

// onlyPage reads the one fapiao that the pages of an OFD show.
func onlyPage(t *testing.T, file []byte) *fapiao {
	t.Helper()
	all := fapiaoOfPages(gridsOf(t, file))
	if len(all) != 1 {
		t.Fatalf("%d fapiao are shown", len(all))
	}
	return all[0]
}

func gridsOf(t *testing.T, file []byte) []*grid.Grid {
	t.Helper()
	docs, err := ofd.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return ofdGrids(docs[0].Pages, 0)
}

func yamlOf(t *testing.T, r *Reading) string {
	t.Helper()
	if r.Order == nil {
		t.Fatal(r.Refused)
	}
	y, err := r.Order.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return string(y)
}

// TestFormsThatDiffer draws what other forms have besides, or elsewhere.
func TestFormsThatDiffer(t *testing.T) {
	for name, change := range map[string]func(d *drawing){
		"a label in two rows": func(d *drawing) {
			d.change("税率/征收率", func(x *drawnText) { x.text, x.y = "税率/", x.y-1.7 })
			d.text(157.5, 57.7, 3.175, "征收率")
		},
		"text beside the form": func(d *drawing) {
			d.down(207.5, 40, 2.6, 3, "第二联发票联购买方记账凭证")
			d.down(1, 60, 2.6, 4.5, "税总函二〇二〇")
		},
		"downloads and pages": func(d *drawing) {
			d.text(170, 25, 3.175, "下载次数：1")
			d.text(185, 27, 3.175, "共1页 第1页")
		},
		"a stamp's text": func(d *drawing) {
			d.text(95, 8, 2.5, "全国统一发票监制章")
			d.text(98, 22, 2.5, "国家税务总局")
			d.text(98, 25, 2.5, "浙江省税务局")
		},
		"figures higher than their label": func(d *drawing) {
			for _, s := range []string{"¥166.00", "壹佰陆拾陆圆整"} {
				d.change(s, func(x *drawnText) { x.y -= 2 })
			}
		},
		"labels and values in one": func(d *drawing) {
			for label, value := range map[string]string{"发票号码：": "24322000000489101796", "开票日期：": "2024年12月05日"} {
				d.change(value, func(x *drawnText) { x.text = " " })
				d.change(label, func(x *drawnText) { x.text = label + value })
			}
		},
		"labels spaced out": func(d *drawing) {
			d.change("项目名称", func(x *drawnText) { x.text = "项 目 名 称" })
			d.change("发票号码：", func(x *drawnText) { x.text, x.x = "发 票 号 码:", x.x-5 })
		},
	} {
		f := plainFapiao()
		want := orderOf(t, f)
		var d drawing
		d.digital(f, 9)
		d.tags.Reset()
		change(&d)
		r := oneOf(t, d.file(t))
		if diff := cmp.Diff(want, yamlOf(t, r)); diff != "" || len(r.Warnings) > 0 {
			t.Errorf("%s: %v\n%s", name, r.Warnings, diff)
		}
	}
}

// change changes the texts that say s.
func (d *drawing) change(s string, change func(x *drawnText)) {
	for i := range d.pages {
		for k := range d.pages[i] {
			if d.pages[i][k].text == s {
				change(&d.pages[i][k])
			}
		}
	}
}

// TestWhatHasNoPlaceIsReported: nothing that stands in the table is passed over
// in silence.
func TestWhatHasNoPlaceIsReported(t *testing.T) {
	f := plainFapiao()
	var d drawing
	d.digital(f, 9)
	d.tags.Reset()
	for k := range d.pages[0] {
		if x := &d.pages[0][k]; x.y > 66 { // the sums and what is under them
			x.y += 25
		}
	}
	d.text(16, 76, 3.175, "出行人")
	d.text(60, 76, 3.175, "出行日期")
	d.text(16, 80.5, 3.175, "王小芳")
	d.text(60, 80.5, 3.175, "2024-12-01")
	r := oneOf(t, d.file(t))
	if got := codes(r); got != "unread " || len(r.Warnings) != 2 {
		t.Errorf("%v", r.Warnings)
	}
	if diff := cmp.Diff(orderOf(t, f), yamlOf(t, r)); diff != "" {
		t.Error(diff)
	}
}
