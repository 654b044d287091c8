package read

import (
	"slices"
	"strings"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// settleCurrency finds the order's currency: what a label says, else the heads
// of money, a column of currencies, the format of the figures. It gives the
// currency's decimals.
func (d *draft) settleCurrency(t *table) int32 {
	votes := map[string]string{} // code to the first place that names it
	vote := func(code, where string) {
		if code != "" && votes[code] == "" {
			votes[code] = where
		}
	}
	for i := range t.columns {
		c := &t.columns[i]
		if slices.Contains(priceRoles, c.role) || c.role == roleCurrency {
			vote(c.currency, c.where)
		}
	}
	for j := range t.rows {
		if t.kinds[j] == lineRow || t.kinds[j] == totalRow {
			t.rowCurrency(&t.rows[j], vote)
		}
	}
	d.chooseCurrency(votes)
	if c, ok := terms.Currencies.Find(d.order.Currency); ok {
		return int32(c.Minor)
	}
	return 2
}

// rowCurrency votes for the currencies that the money of a row names.
func (t *table) rowCurrency(row *tableRow, vote func(code, where string)) {
	for i := range row.cells {
		r := t.columns[i].role
		for _, c := range row.cells[i] {
			switch {
			case c.Unknown:
			case r == roleCurrency, slices.Contains(priceRoles, r):
				vote(moneyMark(c.Text), c.Where)
				if c.Kind == grid.Number {
					vote(formatCurrency(c.Format), c.Where)
				}
			case c.Kind == grid.Text && len(c.Text) < 60 && moneyInTotal.MatchString(c.Text):
				vote(moneyMark(c.Text), c.Where)
			}
		}
	}
}

// quoteSigns are what a number format puts about the words in it.
var quoteSigns = strings.NewReplacer(`"`, "", `\`, "")

// formatCurrency is the currency in a number's format code, like
// [$US$-409]#,##0.00 or "USD"0.00.
func formatCurrency(format string) string {
	if at := strings.Index(format, "[$"); at >= 0 {
		name, _, _ := strings.Cut(format[at+2:], "]")
		sign, locale, _ := strings.Cut(name, "-")
		switch c := moneyMark(sign); {
		case c == "$" && strings.EqualFold(locale, "409"):
			return "$"
		case c == "¥" && strings.EqualFold(locale, "804"):
			return "CNY"
		case c == "¥" && strings.EqualFold(locale, "411"):
			return "JPY"
		default:
			return c
		}
	}
	return moneyMark(quoteSigns.Replace(format))
}

// chooseCurrency sets the currency that the money itself names; a sign that
// several share only says what no other word contradicts.
func (d *draft) chooseCurrency(votes map[string]string) {
	if where, ok := votes["¥"]; ok {
		delete(votes, "¥")
		if votes["JPY"] == "" && d.order.Currency != "JPY" && votes["CNY"] == "" {
			votes["CNY"] = where
		}
	}
	dollar, signed := votes["$"]
	delete(votes, "$")
	codes := make([]string, 0, len(votes))
	for c := range votes {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	dollars := func(c string) bool {
		return strings.HasSuffix(c, "D") && c != "AED" || c == "BRL" || c == "MXN"
	}
	switch {
	case len(codes) == 1 && d.order.Currency == "":
		d.order.Currency = codes[0]
		d.found("currency", votes[codes[0]])
	case len(codes) > 1 && d.order.Currency == "":
		d.warn(CurrencyGone, "currency", votes[codes[0]], "two currencies are named: %s", strings.Join(codes, ", "))
	case d.order.Currency != "" && len(codes) > 0 && !slices.Contains(codes, d.order.Currency):
		d.warn(CurrencyGone, "currency", votes[codes[0]], "the money is in %s, but %s is named elsewhere", strings.Join(codes, ", "), d.order.Currency)
	case d.order.Currency == "" && signed:
		d.order.Currency = "USD"
		d.found("currency", dollar)
		d.warn(CurrencyGone, "currency", dollar, "only the sign $ is there; US dollars are taken for it")
	case signed && !dollars(d.order.Currency):
		d.warn(CurrencyGone, "currency", dollar, "the money has the sign $, but %s is named elsewhere", d.order.Currency)
	}
}
