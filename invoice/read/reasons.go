package read

import (
	"fmt"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// passed is a paper of a deal that was passed over, since nothing could be read
// of its goods.
type passed struct {
	kind        paperKind
	sheet, what string
}

// bare notes a sheet that has no table of goods, by what heads it.
func (w *reasons) bare(g *grid.Grid) {
	if r, ok := titleRow(g, 0, len(g.Rows)); ok {
		w.passOver(titleOf(&g.Rows[r]), true, g.Name, "no table of goods was found on it")
		return
	}
	for r := 0; r < min(len(g.Rows), titleRows) && w.noOrder == ""; r++ {
		for _, c := range g.Rows[r].Cells {
			if title := narrow(tidy(c.Text)); len(title) < 120 && (otherTitles.MatchString(title) || otherPapers.MatchString(title)) {
				w.noOrder = c.Text
			}
		}
	}
}

// titleRows is within how many rows a paper without a table has its title.
const titleRows = 8

func (w *reasons) passOver(kind paperKind, titled bool, sheet, what string) {
	if titled && kind != unknownPaper {
		w.passed = append(w.passed, passed{kind, sheet, what})
	}
}

// tell warns of the papers that were passed over: what they say is not in the
// order.
func (w *reasons) tell(d *draft) {
	for _, p := range w.passed {
		d.warn(Unread, "", p.sheet, "%s on %s was passed over: %s", paperName(p.kind), p.sheet, p.what)
	}
}

// reasons notes why papers were passed over.
type reasons struct {
	passed   []passed
	holder   string // a holderForm that is still to be filled in
	form     bool   // a table without lines
	noOrder  string // a title of what is no invoice
	priced   bool   // a table of prices without quantities
	unpriced bool   // a list of goods without prices and packages
	internal bool   // a table of costs
}

// holderForm is what a template has where a value is to be filled in.
var holderForm = pattern.Lazily(`\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|<%=?[^%]{1,60}%>|【请填写[^】]*】|\[\[[^\[\]]{1,60}\]\]`)

// otherTitles head lists that are no invoice, whatever else stands on them.
var otherTitles = pattern.Lazily(`(?i)^[\s\p{Han}]{0,20}(应税劳务、?(?:服务)?清单|应税劳务清单|服务清单|销售清单|销货清单|送货单|送货清单|发货单|出货单|出库单|入库单|对账单|对帐单|库存表|库存清单|价格表|价目表|产品目录|银行对账单|银行流水|收款收据|采购清单|成本核算表?|利润表|提货单|报销单|贷记通知单?|贷项通知单|红字发票|退货单|退款单)\s*$|^\s*(?:price ?list|delivery note|statement of account|bank statement|stock ?list|inventory|catalog(?:ue)?|goods received note|credit (?:note|memo|memorandum)|credit invoice|debit note)s?(?: *贷记通知单?)?(?: *(?:no\.?|#).*)?\s*$`)

// otherPapers head papers that go with a deal and are no invoice of it: for
// customs, the carrier, the insurer, who inspects. An invoice may name them.
var otherPapers = pattern.Lazily(`(?i)^[\s\p{Han}]{0,20}(?:报关单|备案清单|报检单|报检委托书|委托书|委托协议|托书|托运单|提单|运单|舱单|产地证|产地证明书|原产地证书?|原产地证明书?|证明书|检验证书|检验报告|验货报告|检测报告|合格证|保险单|投保单|询价单|询盘|申购单|请购单|领料单|盘点表|工资表|考勤表|报销明细|水单|结汇单|核销单)\s*(?:[(][^()]{0,20}[)])?\s*(?:[A-Za-z][A-Za-z' &/.-]{0,60})?$|` +
	`^[\s\p{Han}]{0,20}(?:.{0,30}\b)?(?:customs declaration|export declaration|certificate of [a-z ]{3,40}|[a-z]+ certificate|(?:ocean |house |master )?bill of lading|air ?waybill|sea ?waybill|cargo manifest|shipping order|shipping instructions?|booking (?:form|note|request)|insurance policy|inspection report|test report|request for quotation|inquiry(?: form)?|enquiry|expense report|time ?sheet|pay ?roll)\s*(?:[\p{Han}\s]{0,20})?$`)

// otherTitle reports whether a text heads what is no invoice.
func otherTitle(text string) bool {
	return len(text) < 200 && (otherTitles.MatchString(narrow(text)) || otherTitles.MatchString(narrow(tidy(text))))
}

// bills reports whether a paper has prices and amounts: a delivery note that has
// them is a bill.
func (p *part) bills() bool {
	return p.table.has(rolePrice) && p.table.has(roleAmount, roleTaxed)
}

// deliveryNote reports whether a paper goes with the goods, whether it bills them
// or not.
func (p *part) deliveryNote() bool {
	for i := p.top; i < p.head; i++ {
		for _, c := range p.grid.Rows[i].Cells {
			if otherTitle(c.Text) && titleKind(tidy(c.Text)) == commercial {
				return true
			}
		}
	}
	return false
}

// refuses reports whether a paper is none before its lines are read.
func (w *reasons) refuses(p *part) bool {
	for i := p.top; i < p.end; i++ {
		for _, c := range p.grid.Rows[i].Cells {
			if m := holderForm.FindString(c.Text); m != "" {
				w.holder = m
				return true
			}
			if i < p.head && otherTitle(c.Text) && !(titleKind(tidy(c.Text)) == commercial && p.bills()) {
				w.noOrder = c.Text
				return true
			}
		}
	}
	if other := p.other(); other != "" {
		w.noOrder = other
		return true
	}
	if !p.titled && p.table.has(roleCost) {
		w.internal = true
		return true
	}
	return false
}

// other is the title of what is no paper that an order is read of, where no
// title of one stands above the table.
func (p *part) other() string {
	if _, ok := titleRow(p.grid, p.top, p.head); ok {
		return ""
	}
	for i := p.top; i < p.head; i++ {
		for _, c := range p.grid.Rows[i].Cells {
			if len(c.Text) < 120 && otherPapers.MatchString(narrow(c.Text)) {
				return c.Text
			}
		}
	}
	if !p.grid.Loose && otherPapers.MatchString(p.grid.Name) {
		return p.grid.Name
	}
	return ""
}

// empty reports whether a paper that was read has nothing to tell.
func (w *reasons) empty(p *part) bool {
	if p.bare() {
		return false
	}
	if len(p.items) == 0 {
		w.priced = w.priced || p.table.onlyPrices()
		w.form = true
		return true
	}
	if p.kind == contract && !p.table.has(priceRoles...) && !p.table.has(packRoles...) || p.listed {
		w.unpriced = true
		return true
	}
	if p.kind == packingList {
		return false
	}
	for _, it := range p.items {
		if it.Quantity.Given() || it.Amount.Given() || it.Free || len(it.warnings) > 0 {
			return false
		}
	}
	w.priced = true
	return true
}

// onlyPrices reports whether the rows of a table have prices of goods and
// nothing that counts them.
func (t *table) onlyPrices() bool {
	for i := range t.rows {
		if t.counts(&t.rows[i], rolePrice) && t.goodsText(&t.rows[i], true) != "" {
			return true
		}
	}
	for r := t.body; r < min(len(t.g.Rows), t.body+10); r++ {
		row := t.sort(r, make([]hung, len(t.columns)))
		if t.counts(&row, rolePrice) && t.goodsText(&row, true) != "" {
			return true
		}
	}
	return false
}

// reason says why a file holds no order.
func (w *reasons) reason(sheets []*grid.Grid) string {
	holder := w.holder
	for _, g := range sheets {
		for _, row := range g.Rows {
			for _, c := range row.Cells {
				if holder == "" {
					holder = holderForm.FindString(c.Text)
				}
			}
		}
	}
	switch {
	case holder != "":
		return fmt.Sprintf("this is a template: %s is still to be filled in", holder)
	case w.noOrder != "":
		return fmt.Sprintf("%q is no invoice, order or packing list", oneLine(w.noOrder))
	case w.priced:
		return "no invoice: a price list, without a table of goods with quantities or amounts"
	case w.unpriced:
		return "no invoice: its goods have neither prices nor packages"
	case w.form:
		return "this is an empty form: its table of goods has no lines"
	case w.internal:
		return "no invoice or packing list was found: its tables are of costs"
	}
	if len(w.passed) > 0 {
		return "its goods can't be read: no table of goods with quantities and prices or packages was found"
	}
	return "no invoice: no table of goods with quantities and prices or packages was found"
}
