package evidence

import (
	"fmt"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/read"
	"yipiao/invoice/read/grid"
)

// An e-fapiao is a form that everybody knows: its fields stand under their
// English names, and whatever else its pages say behind them.

// fapiaoLabels are the form's own words; they need no translation beside the
// names of the fields.
var fapiaoLabels = strings.NewReplacer(labelPairs(
	"购买方信息 销售方信息 购买方 销售方 购货方 销货方 购买 销售 统一社会信用代码/纳税人识别号 统一社会信用代码 纳税人识别号 纳税人识别码 地址、电话 地址 电话 开户行及账号 开户行及帐号 " +
		"货物或应税劳务、服务名称 货物或应税劳务名称 项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税率 征收率 税额 价税合计 合计 （大写） (大写) 大写 （小写） (小写) 小写 " +
		"备注 收款人 复核 开票人 机器编号 发票代码 发票号码 开票日期 校验码 密码区 名称 信息 (章) （章） 销 售 方 购 买 名 称 密 码 区 备 注 合 计 息 信 ： : ¥ ￥ ⊗")...)

// labelPairs are words and the nothing that takes their place.
func labelPairs(words string) []string {
	var pairs []string
	for _, w := range strings.Fields(words) {
		pairs = append(pairs, w, "")
	}
	return pairs
}

// isFapiao reports whether a reading is of an e-fapiao.
func isFapiao(r *read.Reading) bool { return r.Order != nil && r.Order.Fapiao.Number != "" }

// fapiaoGrid lays the fields of e-fapiao out, and what their pages say beside.
func fapiaoGrid(readings []read.Reading, pages []*grid.Grid) *grid.Grid {
	b := &fapiaoRows{g: &grid.Grid{Name: "fapiao"}}
	for i := range readings {
		if isFapiao(&readings[i]) {
			b.fapiao(readings[i].Order)
		}
	}
	b.rest(pages)
	return b.g
}

// fapiaoRows gathers the rows of the form.
type fapiaoRows struct {
	g    *grid.Grid
	said strings.Builder // all values, without blanks
}

// row adds a row of texts, and notes that they are said.
func (b *fapiaoRows) row(texts ...string) {
	cells := make([]grid.Cell, len(texts))
	for i, text := range texts {
		cells[i] = grid.Cell{Text: text, Where: b.g.Name}
		b.said.WriteString(squeezed(text) + "\n")
	}
	b.g.AddRow(cells...)
}

// field adds a label with its value, if there is one.
func (b *fapiaoRows) field(label, value string) {
	if value != "" {
		b.row(label+":", value)
	}
}

// fapiao adds the fields of one.
func (b *fapiaoRows) fapiao(o *invoice.Order) {
	f := &o.Fapiao
	b.field("Kind of invoice", f.Kind)
	b.field("Invoice code", f.Code)
	b.field("Invoice number", f.Number)
	b.field("Date of issue", string(f.Issued))
	b.field("Check code", f.CheckCode)
	b.field("Machine number", f.Machine)
	b.row()
	b.party("Buyer", &o.Buyer)
	b.party("Seller", &o.Seller)
	b.lines(o)
	b.field("Amount without tax", money(o.Stated.Goods))
	b.field("Tax", money(o.Stated.Tax))
	b.field("Total with tax", money(o.Stated.Total))
	b.field("Total in words", o.Stated.Words.First())
	b.row()
	b.field("Remarks", o.Notes.All.First())
	b.field("Payee", f.Payee)
	b.field("Reviewer", f.Reviewer)
	b.field("Drawer", f.Drawer)
	b.row()
}

// money is an amount of the form, which is in CNY.
func money(a invoice.Amount) string {
	if !a.Given() {
		return ""
	}
	return "CNY " + a.String()
}

func (b *fapiaoRows) party(label string, p *invoice.Party) {
	b.field(label, p.Name.First())
	b.field("Taxpayer identification number", p.TaxID)
	b.field("Address", p.Address.First())
	b.field("Telephone", p.Phone)
	for _, bank := range p.Banks {
		b.field("Bank", bank.Name.First())
		b.field("Account number", bank.Account)
		b.field("Bank number", bank.CNAPS)
	}
	b.row()
}

// lines adds the table of goods and services.
func (b *fapiaoRows) lines(o *invoice.Order) {
	b.row("No.", "Goods or services", "Specification", "Unit", "Quantity", "Unit price", "Amount", "Tax rate", "Tax")
	for i := range o.Lines {
		l := &o.Lines[i]
		rate := ""
		switch {
		case l.Tax.Percent.Given():
			rate = l.Tax.Percent.String() + "%"
		case l.Tax.Exempt:
			rate = "exempt"
		}
		tax := l.Tax.Amount.String()
		if l.Tax.Masked && tax == "" {
			tax = "***"
		}
		b.row(fmt.Sprint(i+1), l.Description.First(), l.Spec.First(), l.Unit.First(), l.Quantity.String(), l.Price.Amount.String(), l.Amount.String(), rate, tax)
		if d := l.Discount.Amount; d.Given() {
			b.row("", "Discount of line "+fmt.Sprint(i+1), "", "", "", "", "-"+d.String())
		}
	}
	b.row()
}

// rest adds what the pages say beyond the fields: nothing of them is lost.
func (b *fapiaoRows) rest(pages []*grid.Grid) {
	said := b.said.String()
	known := func(text string) bool {
		left := fapiaoLabels.Replace(squeezed(text))
		if m := chineseDay.FindStringSubmatch(left); m != nil {
			left = fmt.Sprintf("%s-%02s-%02s", m[1], m[2], m[3])
		}
		return left == "" || strings.Contains(said, left)
	}
	first := true
	add := func(cells ...string) {
		if first {
			b.row()
			b.row("Also on the original:")
			first = false
		}
		b.row(cells...)
	}
	for _, g := range pages {
		for _, r := range g.Rows {
			if len(r.Cells) == 2 && isLabel(r.Cells[0].Text) {
				if !known(r.Cells[1].Text) {
					add(r.Cells[0].Text, r.Cells[1].Text)
				}
				continue
			}
			for i := range r.Cells {
				if !known(r.Cells[i].Text) {
					add(r.Cells[i].Text)
				}
			}
		}
	}
}

// squeezed is a text without blanks.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
