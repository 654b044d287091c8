package evidence

import (
	"strings"
	"testing"

	"yipiao/invoice"
	"yipiao/invoice/read/grid"
)

// TestFapiaoRest gives what pages say beyond the fields: once, with its pages.
func TestFapiaoRest(t *testing.T) {
	page := func(rows ...[]string) *grid.Grid {
		g := &grid.Grid{Name: "p"}
		for _, r := range rows {
			var cells []grid.Cell
			for _, text := range r {
				cells = append(cells, grid.Cell{Text: text})
			}
			g.AddRow(cells...)
		}
		return g
	}
	b := &fapiaoRows{g: &grid.Grid{Name: "fapiao"}}
	o := &invoice.Order{}
	o.Seller.Name.Zh, o.Seller.Address.Zh, o.Seller.Phone = "财天下科技有限公司", "北京市海淀区颐和园西路一亩园11号", "010-57012668"
	b.party("Seller", &o.Seller)
	from := len(b.g.Rows)
	b.rest([]*grid.Grid{
		page([]string{"名 称：", "财天下科技有限公司"}, []string{"校", "验", "码"}, []string{"地址、电话：", "北京市海淀区颐和园西路一亩园11号 010-57012668"},
			[]string{"纳税人识别号：", "00/2-7<054/18*88<*<1/689++>3"}, []string{"复核：", "张三"}),
		page([]string{"小计", "¥2600.00"}), page([]string{"小计", "¥156.00"}), page([]string{"下载次数：1"}), page([]string{"小计"}),
	})
	var got []string
	for _, r := range b.g.Rows[from:] {
		var texts []string
		for i := range r.Cells {
			texts = append(texts, r.Cells[i].Text)
		}
		if len(texts) > 0 {
			got = append(got, strings.Join(texts, " | "))
		}
	}
	want := "Also on the original:\nCipher area: | 00/2-7<054/18*88<*<1/689++>3\n复核： | 张三  (page 1)\n小计  (pages 2-3, 5)\n¥2600.00  (page 2)\n¥156.00  (page 3)\n下载次数：1  (page 4)"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestUpright(t *testing.T) {
	g := &grid.Grid{Name: "p", Loose: true}
	at := func(text string, left int) grid.Cell { return grid.Cell{Text: text, Left: left, Right: left + 900} }
	g.Rows = []grid.Row{{Cells: []grid.Cell{at("购", 0), at("名称：", 2000)}}, {Cells: []grid.Cell{at("买", 0), at("方", 5000)}}, {Cells: []grid.Cell{at("方", 0)}}}
	upright(g)
	if got := g.Rows[0].Cells[0].Text; got != "购买方" {
		t.Errorf("the label is %q", got)
	}
	if len(g.Rows[1].Cells) != 1 || g.Rows[1].Cells[0].Text != "方" || len(g.Rows[2].Cells) != 0 {
		t.Errorf("what is left: %v", g.Rows[1:])
	}
}
