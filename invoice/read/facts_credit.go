package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// Terms of payment that give so many days for all of it.
var (
	creditDays = pattern.Lazily(`(?i)(\d{1,3})\s*(?:calendar |natural |banking )?(?:days?|个?自然日|天|日)`)
	creditWord = pattern.Lazily(`(?i)\b(?:after|from|net|of|sight|credit|open account|date|usance|following|upon)\b|\bO\s?/?\s?A\b|\bD\s?/\s?[AP]\b|月结|账期|赊|后|远期|票到|货到|结算`)
	notCredit  = pattern.Lazily(`(?i)\b(?:before|prior|delivery time|lead time|production|valid|validity|penalty|interest|per day|each|balance|deposit|or|either)\b|前|逾期|违约|滞纳|交货期|定金|尾款|余款|预付|或者?`)
	ladingDay  = pattern.Lazily(`(?i)\bB\s?/?\s?L\b|bill of lading|提单`)
	netDays    = pattern.Lazily(`(?i)^\W*net\s*(\d{1,3})\W*$`)
)

// creditOf is the one instalment of terms of credit: T/T 30 days after B/L
// date, O/A 60 days, Net 30, 月结30天. Text that says more of the payment is no
// such.
func creditOf(text string) []invoice.Instalment {
	text = tidy(text)
	m := netDays.FindStringSubmatch(text)
	if m == nil {
		all := creditDays.FindAllStringSubmatch(text, 2)
		if len(all) != 1 || !creditWord.MatchString(text) {
			return nil
		}
		m = all[0]
	}
	if len(text) > 100 || notCredit.MatchString(text) || percentForm.MatchString(text) && !strings.Contains(text, "100") {
		return nil
	}
	days, ok := invoice.ParseAmount(m[1])
	due := dueWords(strings.Replace(text, "100%", "", 1))
	if !ok || days.Sign() <= 0 || due == "" {
		return nil
	}
	on := "days"
	if ladingDay.MatchString(text) {
		on = "against_bl"
	}
	return []invoice.Instalment{{Percent: invoice.Int(100), Due: textOf([]string{due}), On: on, Days: days}}
}
