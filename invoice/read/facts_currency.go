package read

import (
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// mark is a place that shows which currency a paper is in.
type mark struct {
	code, where string
	weak        bool
}

// heads reads what the heads of columns and the figures under them say of the
// currency and the terms of delivery.
func (f *facts) heads() {
	g := f.p.grid
	for r := max(0, f.p.head); r < min(f.p.body, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			if c.Kind != grid.Text || f.p.beside(c) {
				continue
			}
			if rule, place, ok := incotermIn(tidy(c.Text)); ok {
				f.setIncoterm(rule, place, c.Where, true)
			}
			if code, ok := currencyIn(c.Text); ok && priced(c.Text) && parseHead(c.Text).role != roleOther {
				f.currency = append(f.currency, mark{code, c.Where, false})
			} else if !ok && priced(c.Text) && inYuan.MatchString(c.Text) {
				f.currency = append(f.currency, mark{"CNY", c.Where, true})
			}
		}
	}
	for r := max(0, f.p.top); r < min(f.p.head, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			if c := &g.Rows[r].Cells[i]; c.Kind == grid.Text && len(c.Text) < 80 && pricesIn.MatchString(c.Text) {
				if code, ok := currencyIn(c.Text); ok {
					f.currency = append(f.currency, mark{code, c.Where, false})
				}
			}
		}
	}
	defer f.settleTotalTerms()
	seen := map[string]bool{}
	for r := max(0, f.p.body); r < min(f.p.end, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			if r < f.p.foot && f.p.beside(c) {
				continue
			}
			if r < f.p.foot && c.Kind == grid.Text {
				f.totalTerms(c)
				f.totalCurrency(c)
				if words := wordsAlone(c.Text); words != "" {
					f.inWords(words, c.Where)
				}
			}
			if c.Kind == grid.Number {
				if code, weak, ok := currencyOfFormat(c.Format); ok && !seen[code] {
					seen[code] = true
					f.currency = append(f.currency, mark{code, c.Where, weak})
				}
			} else if r < f.p.foot && (isFigure.MatchString(c.Text) || unitOrTerms(c.Text)) && f.underPrice(c) {
				if code, ok := currencyIn(c.Text); ok && !seen[code] {
					seen[code] = true
					f.currency = append(f.currency, mark{code, c.Where, false})
				}
			}
		}
	}
}

// inYuan is the head of figures in 元, which without another word are renminbi.
var inYuan = pattern.Lazily(`[(（/]\s*元\s*(?:[)）/]|$)`)

// pricesIn is a note on the currency of all prices: "All prices in USD".
var pricesIn = pattern.Lazily(`(?i)\b(?:prices?|amounts?|values?|figures|currency)\b.*\bin\b|以.*计价`)

// underPrice reports whether a cell stands under a head of prices or amounts.
func (f *facts) underPrice(c *grid.Cell) bool {
	g := f.p.grid
	for r := max(0, f.p.head); r < min(f.p.body, len(g.Rows)); r++ {
		for i := range g.Rows[r].Cells {
			if h := &g.Rows[r].Cells[i]; h.Overlap(c) > 0 && priced(h.Text) {
				return true
			}
		}
	}
	return false
}

// totalTerms notes the terms of delivery that stand with a total, or alone in a
// row of the table: TOTAL FOB SHENZHEN.
func (f *facts) totalTerms(c *grid.Cell) {
	text := tidy(c.Text)
	if len(text) > 60 || apartWords.MatchString(text) {
		return
	}
	text = edition.ReplaceAllString(text, "")
	bare := totalHead.ReplaceAllString(text, "")
	if rule, place, ok := incotermIn(bare); ok && beginsRule(bare) &&
		(bare != text || onlyTerms(text) || fold(bare) == fold(rule+place)) {
		f.totals = append(f.totals, ruleAt{rule, place, c.Where})
	}
}

// settleTotalTerms takes the terms of the last total: those of one before are
// of the goods alone, and charges follow that lead to the last.
func (f *facts) settleTotalTerms() {
	if n := len(f.totals); n > 0 {
		f.setIncoterm(f.totals[n-1].rule, f.totals[n-1].place, f.totals[n-1].where, true)
	}
}

// ruleAt is a rule of Incoterms with its place and where they stand.
type ruleAt struct{ rule, place, where string }

// totalCurrency takes the currency that stands with a total: Total EUR.
func (f *facts) totalCurrency(c *grid.Cell) {
	text := tidy(c.Text)
	if bare := totalHead.ReplaceAllString(text, ""); bare != text && len(text) <= 40 {
		if code, ok := currencyIn(bare); ok {
			f.currency = append(f.currency, mark{code, c.Where, false})
		}
	}
}

// totalHead are the words of a total, in both languages and any order:
// 总计 Grand Total, TOTAL AMOUNT DUE.
var totalHead = pattern.Lazily(`(?i)^(?:[\s:：/(（)）,，.]*(?:grand|total|ttl|sum|amount|value|price|due|payable|invoice|order|contract|of|the|in|合\s*计|总\s*计|共\s*计|总\s*金\s*额|总\s*额|金\s*额|总\s*价|总\s*值|货\s*款)(?:[\s:：/()（）,，.]|\b|$))+`)

// plainYuan are yuan in words without a country, which are China's: 贰万元整.
var plainYuan = pattern.Lazily(`[零壹贰叁肆伍陆柒捌玖拾佰仟万亿][元圆]`)

// valueOnly is a part of a total: FOB value.
var valueOnly = pattern.Lazily(`(?i)^\w{3}\s*(values?|cost|price|amount|货值|价值|金额)\W*$`)

// priced reports whether a head is of a price or an amount.
func priced(head string) bool {
	h := fold(head)
	for _, w := range [...]string{"price", "amount", "value", "total", "usd", "rmb", "cny", "eur", "价", "金额", "额", "合计", "总", "美元", "人民币", "cost"} {
		if strings.Contains(h, w) {
			return true
		}
	}
	return strings.ContainsAny(head, "$¥￥€£")
}

// settleCurrency decides the currency: what labels, heads, formats and words
// say must be one.
func (f *facts) settleCurrency() {
	o := &f.d.order
	if code, ok := currencyIn(o.Stated.Words.First()); ok {
		f.currency = append(f.currency, mark{code, f.d.where["stated.words"], false})
	} else if plainYuan.MatchString(o.Stated.Words.Zh) {
		f.currency = append(f.currency, mark{"CNY", f.d.where["stated.words"], true})
	}
	var chosen *mark
	for i := range f.currency {
		if m := &f.currency[i]; !m.weak {
			chosen = m
			break
		}
	}
	if chosen == nil && len(f.currency) > 0 {
		chosen = &f.currency[0]
	}
	if chosen == nil {
		return
	}
	o.Currency = chosen.code
	f.d.where["currency"] = chosen.where
	for _, m := range f.currency {
		if m.code != chosen.code && !m.weak {
			f.d.warn(CurrencyGone, "currency", m.where, "%s is named here, but %s at %s", m.code, chosen.code, chosen.where)
			return
		}
	}
}
