package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// ratePattern is a part of a sum, in words or in figures.
const ratePattern = `(?:[万千百]分之(?:[一二两三四五六七八九十]+|\d+(?:\.\d+)?)|\d+(?:\.\d+)?[%‰])`

var (
	rateInWords = pattern.Lazily(`^([万千百])分之(.+)$`)
	dailyRate   = pattern.Lazily(`^(?:(?:逾期|延迟|延期|迟延|迟)(付款|交货|发货|支付|交付)(?:的|时)?)?，?(每(?:逾期|延迟|延期|迟延|迟|晚)(?:交货|付款|交|付)?(?:一|1)[天日周]|逾期后?每[天日])?，?(?:(?:买方|卖方|供方|需方)?(?:须|需|应|将))?(每[天日周])?(?:按照|按|以)?(每[天日周]|日)?(?:支付|扣除|扣款|扣|罚款|罚|收取)?(.*?)的?(?:每[天日])?(` + ratePattern + `)(?:来|的(?:比例|标准)?)?(支付|收取|计收|加收|计算|缴纳|计付|承担|扣除|扣款|扣减|计)?(滞纳金|违约金|利息|罚息|罚金|罚款|延期费|息)?$`)
)

// rate writes 万分之五: 5 per ten thousand. The figure stays as it is.
func rate(zh string) string {
	m := rateInWords.FindStringSubmatch(zh)
	if m == nil {
		return zh
	}
	number, _ := readNumber(m[2])
	return number + map[string]string{"万": " per ten thousand", "千": " per thousand", "百": "%"}[m[1]]
}

// lateDeeds are what is late, with the words for it before a charge by the day.
var lateDeeds = map[string]string{"付款": "for late payment, ", "支付": "for late payment, ", "交货": "for late delivery, ", "交付": "for late delivery, ", "发货": "for late shipment, "}

// dailyCharges are what is charged by the day.
var dailyCharges = map[string]string{"滞纳金": "late payment fee", "违约金": "liquidated damages", "利息": "interest", "息": "interest", "罚息": "penalty interest", "罚金": "penalty", "罚款": "penalty", "延期费": "extension fee"}

// chargedDaily translates what is paid or deducted for each day of delay: late payment
// fee of 5 per ten thousand of the unpaid amount shall be paid per day.
func (k *knowledge) chargedDaily(text string) (piece, bool) {
	m := dailyRate.FindStringSubmatch(text)
	if m == nil || m[2]+m[3]+m[4] == "" && !strings.Contains(text, "每天") && !strings.Contains(text, "每日") {
		return piece{}, false
	}
	share := rate(m[6])
	if m[5] != "" {
		base, ok := "unpaid amount", m[5] == "未付款" || m[5] == "未付款项"
		if !ok {
			base, ok = k.thing(m[5])
		}
		if !ok {
			return piece{}, false
		}
		share += " of " + withThe(base)
	}
	when := " per day"
	switch {
	case strings.Contains(m[3]+m[4], "周"):
		when = " per week"
	case strings.HasSuffix(m[2], "周"):
		when = " per week of delay"
	case m[2] != "":
		when = " per day of delay"
	}
	lead, charge := lateDeeds[m[1]], dailyCharges[m[8]]
	if charge == "" && fines.MatchString(text) {
		charge = "penalty"
	}
	switch {
	case deducts.MatchString(text) && charge == "" && (m[5] != "" || m[2] != ""):
		return piece{text: capitalised(lead + share + " shall be deducted" + when)}, true
	case charge == "":
		return piece{}, false
	}
	return piece{text: capitalised(lead + charge + " of " + share + " shall be paid" + when)}, true
}

// fines finds what is fined where nothing behind names the charge: 罚货款的1%.
var fines = pattern.Lazily(`[天日周，时]罚`)

var deducts = pattern.Lazily(`扣除|扣款|扣减|[天日周，]扣`)
