package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// chargeWords tell what a charge is for; earlier ones go first.
var chargeWords = []struct {
	kind  string
	words *pattern.Pattern
}{
	{"inland_freight", pattern.Lazily(`(?i)inland (?:freight|charge|transport)|domestic (?:freight|shipping)|local (?:freight|transport|delivery)|trucking|内陆运费|国内运费|拖车费|陆运费|短驳`)},
	{"insurance", pattern.Lazily(`(?i)^(?:add |plus |incl(?:uding|\.)? )?(?:marine |cargo )?insurance\b|保险费|^保险|^保费`)},
	{"freight", pattern.Lazily(`(?i)\bfreight\b|^(?:add |plus )?(?:shipping|delivery|courier|express|postage|carriage|transport(?:ation)?)(?: & handling| and handling)?(?: cost| costs| charges?| fees?)?\b|运费|^运输费|^快递费|邮费|^物流费`)},
	{"rebate", pattern.Lazily(`(?i)\brebate|返利|返点`)},
	{"discount", pattern.Lazily(`(?i)\bdiscount|^less\b|^deduct|\ballowance\b|折扣|优惠|折让|让利|减免|扣减|扣款`)},
	{"commission", pattern.Lazily(`(?i)\bcommission|佣金`)},
	{"customs_clearance", pattern.Lazily(`(?i)customs (?:clearance|declaration|broker)|clearance (?:fee|charge)|报关费|清关费`)},
	{"inspection", pattern.Lazily(`(?i)inspection (?:fee|charge|cost)|验货费|检验费|商检费|testing (?:fee|charge|cost)|检测费`)},
	{"tooling", pattern.Lazily(`(?i)\btooling\b|\bmou?lds?\b.*\b(?:fee|charge|cost)s?\b|^mou?lds?$|模具费|开模费|模费|刀模费|版费|plate (?:fee|charge)|set-?up (?:fee|charge)`)},
	{"sample", pattern.Lazily(`(?i)\bsamples?\b.*\b(?:fee|charge|cost)s?\b|样品费|打样费`)},
	{"bank_fee", pattern.Lazily(`(?i)bank(?:ing)? (?:fee|charge|cost)|wire (?:fee|charge)|t/?t (?:fee|charge)|transfer fee|paypal fee|银行手续费|手续费|银行费用`)},
	{"packing", pattern.Lazily(`(?i)pack(?:ing|aging) (?:fee|charge|cost)|包装费`)},
	{"handling", pattern.Lazily(`(?i)handling(?: fee| charges?| cost)?\b|\bthc\b|操作费|港杂费|杂费`)},
	{"documents", pattern.Lazily(`(?i)document(?:s|ation)? (?:fee|charge|cost)|文件费|单证费`)},
	{"service", pattern.Lazily(`(?i)service (?:fee|charge)|服务费`)},
	{"rounding", pattern.Lazily(`(?i)^rounding|^round off|尾差|抹零|尾数`)},
	{"tax", pattern.Lazily(`(?i)^(?:add |plus )?(?:vat|gst|sales tax|tax|igst|cgst|sgst|ust|mwst|tva)\b|增值税|^税额|^税金|^税费`)},
	{"other", pattern.Lazily(`(?i)^(?:other|misc(?:ellaneous)?|extra|additional|surcharge)s?(?: cost| charges?| fees?)?\b|surcharge|其他费用|其它费用|附加费`)},
}

// notCharges are labels of money that is no charge.
var notCharges = pattern.Lazily(`(?i)deposit|advance|balance|prepaid|paid|定金|订金|余款|尾款|预付|已付|incoterm|terms? of|term:|in words|freight (?:prepaid|collect|forwarder)|forwarder`)

// chargeKind is what a label says a charge is for, with what it says beyond
// that; "" where it names none.
func chargeKind(label string) (kind string, included bool) {
	s := strings.TrimSpace(narrow(label))
	if len([]rune(s)) > 60 || notCharges.MatchString(s) {
		return "", false
	}
	for _, c := range chargeWords {
		at := c.words.FindStringIndex(s)
		if at == nil || otherWords(s, at) > 30 {
			continue
		}
		return c.kind, includedWords.MatchString(s)
	}
	return "", false
}

// otherWords is how many letters of a label stand beside those of its kind.
func otherWords(s string, at []int) int {
	return len(strings.TrimSpace(s[:at[0]])) + len(strings.TrimSpace(s[at[1]:]))
}

// ofWhich stands before charges that the total holds.
var ofWhich = pattern.Lazily(`(?i)^\s*(?:of which|其中)\s*[:：]?`)

var includedWords = pattern.Lazily(`(?i)^(?:of which|including|incl\.?|included)\b|\bincluded\b|其中|已含|内含`)

// chargeFigure is the money of a charge row: under the amounts, else the last
// figure of the row, else the one in its label.
type moneyCell struct {
	numeral
	cell *grid.Cell
}

func (t *table) chargeFigure(row *tableRow) moneyCell {
	for _, i := range []int{t.column(roleAmount), t.column(roleTaxed), t.column(rolePrice)} {
		if f, c, ok := t.figureAt(row, i); ok && f.Value.Sign() != 0 && !f.Percent {
			return moneyCell{f, c}
		}
	}
	for i := len(row.cells) - 1; i >= 0; i-- {
		if row.merged[i] || t.columns[i].role == roleQuantity {
			continue
		}
		for j := len(row.cells[i]) - 1; j >= 0; j-- {
			c := row.cells[i][j]
			if f, ok := cellFigure(c); ok && !f.Percent && (c.Kind == grid.Number || moneyMark(c.Text) != "" || f.Before == "" && f.After == "") {
				return moneyCell{f, c}
			}
		}
	}
	for _, c := range row.labels() {
		if f, ok := labelMoney(c.Text); ok {
			return moneyCell{f, c}
		}
	}
	return moneyCell{}
}

// labelMoney is the money at the end of a label: Freight: USD 500.00.
func labelMoney(s string) (numeral, bool) {
	s = narrow(s)
	at := strings.LastIndexByte(s, ':')
	if at < 0 {
		if at = strings.Index(strings.ToUpper(s), "US"); at < 1 {
			return numeral{}, false
		}
		at--
	}
	f, ok := parseFigure(s[at+1:])
	return f, ok && !f.Percent && (moneyMark(f.After) != "" || moneyEnd.MatchString(f.After))
}

// moneyEnd is what may stand behind a sum beside its currency. Another word says
// that the figure counts something else: Delivery: 10 days, 星龙街428号.
var moneyEnd = pattern.Lazily(`(?i)^\s*(?:$|[^\pL\s]|元|圆|圓|整|only\b)`)

// charge is what a charge row says.
func (t *table) charge(row *tableRow, minor int32) (invoice.Charge, string, bool) {
	m := t.chargeFigure(row)
	if m.cell == nil {
		return invoice.Charge{}, "", false
	}
	label := chargeLabel(row, m.cell)
	kind, included := chargeKind(label)
	a := statedMoney(m.numeral, minor)
	if kind == "" {
		kind = "other"
		if a.Sign() < 0 && (!notCharges.MatchString(label) || refundWords.MatchString(label)) {
			kind = "discount"
		}
	}
	if k, ok := terms.Charges.Find(kind); ok && k.Sign != 0 && a.Sign() < 0 {
		switch kind {
		case "discount", "rebate":
			a = negated(a)
		default: // a freight below zero is taken off
			kind = "discount"
			a = negated(a)
		}
	}
	c := invoice.Charge{Kind: kind, Amount: a, Included: included}
	if text := chargeText(label); text != "" && (kind == "other" || saysMore(kind, text)) {
		c.Description = invoice.PlainText(text)
	}
	if kind == "other" && c.Description.Empty() {
		c.Description = invoice.Text{Zh: "其他费用", En: "Other charges"}
	}
	return c, m.cell.Where, true
}

// chargeLabel are the words of a charge row.
func chargeLabel(row *tableRow, money *grid.Cell) string {
	for _, c := range row.labels() {
		if kind, _ := chargeKind(c.Text); kind != "" {
			return c.Text
		}
	}
	for _, c := range row.labels() {
		if c != money {
			return c.Text
		}
	}
	return ""
}

// chargeText is a charge's label without its colon and its money.
func chargeText(label string) string {
	s := strings.TrimSpace(ofWhich.ReplaceAllString(narrow(label), ""))
	if at := strings.LastIndexAny(s, ":："); at > 0 && letterCount(currencyMarks.ReplaceAllString(s[at+1:], "")) == 0 {
		s = s[:at]
	}
	return strings.TrimSpace(strings.Trim(s, ":： "))
}

// saysMore reports whether a label says more than the kind of its charge.
func saysMore(kind, label string) bool {
	k, _ := terms.Charges.Find(kind)
	f := fold(label)
	if f == fold(k.En) || f == fold(k.Zh) {
		return false
	}
	named, ok := terms.Charges.Find(strings.ToLower(strings.TrimSpace(label)))
	return !ok || named.Code != kind
}

func negated(a invoice.Amount) invoice.Amount { return invoice.NewAmount(a.Decimal().Neg()) }

// statedMoney is money as a document shows it, in the currency's decimals.
func statedMoney(f numeral, minor int32) invoice.Amount {
	a := f.shown()
	if a.Decimals() > minor {
		r, _ := invoice.ParseAmount(a.Fixed(minor))
		return r
	}
	return a
}
