package offline

import (
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// adjunct is a phrase at the end of a clause that goes before the verb in Chinese.
type adjunct struct {
	form  *pattern.Pattern
	build func(k *knowledge, groups []string) (string, bool)
	time  bool // stands first of all
}

const theDay = `((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[中上下]旬|底|初)?|周[一二三四五六日])`

var adjuncts = []adjunct{
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithin ((?:[a-z]+ ?\()?[\d-]+\)? [a-z ]+?) (?:after|of|from|following) (.+)$`), withinAfter, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\b(at least |)((?:[\d-]+|one|two|three) (?:working |business |)(?:days?|weeks?|hours?|months?)) (before|prior to|after) (.+)$`), spanFromEvent, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\b(at least |)((?:[\d-]+|one|two|three) (?:working |business |)(?:days?|weeks?|hours?|months?)) in advance$`), spanAhead, true},
	{pattern.Lazily(`(?i)^(.*)\b(before|prior to|after|following|upon|once|as soon as|until) (.+)$`), eventTime, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithin ((?:[a-z]+ ?\()?[\d-]+\)? [a-z]+(?: [a-z]+)?)$`), withinSpan, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\b(before|after|by|on|in|until|no later than|not later than|on or before) ` + theDay + `$`), dayTime, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithout (our |your |the buyer's |buyer's )?(prior )?(written )?(approval|confirmation|consent|permission)$`), unapproved, true},
	{pattern.Lazily(`(?i)^(.*?) by (email|e-mail|courier|express|sea|air|rail|truck|t/t|phone|telephone|fax|bank transfer|wire transfer|credit card|hand|laser|machine)$`), byMeans, false},
	{pattern.Lazily(`(?i)^(.*?) by (the buyer|the seller|the supplier|the customer|the factory|the forwarder|the manufacturer|buyer|seller|supplier|us|a third party)$`), agent, false},
	{pattern.Lazily(`(?i)^(.*?) (upon arrival|on arrival|upon receipt|on receipt|upon delivery|on delivery|during delivery)$`), whenComing, true},
	{pattern.Lazily(`(?i)^(.*?) with (?:each|every) (shipment|delivery|order|carton|set|product)$`), withEach, false},
	{pattern.Lazily(`^(.*?) by ([A-Z]{2,8}(?:-[A-Z]+)?|Intertek|TÜV|FedEx|Bureau Veritas)$`), namedAgent, false},
	{pattern.Lazily(`(?i)^(.*?) (free of charge|separately|individually|carefully|immediately|in advance|as soon as possible|together|again|in full|in writing|in time|on time|in cash|correctly|clearly|properly|securely|regularly|partially|completely|thoroughly|strictly|at random|randomly)$`), adverbial, false},
	{pattern.Lazily(`(?i)^(.*?) (?:in|during) (production|mass production|transport|transportation|transit|shipping|shipment|inspection|use|storage|the warranty period|loading|unloading|handling|the production|the inspection)$`), duringEvent, true},
	{pattern.Lazily(`(?i)^(.*?) (?:in accordance with|according to|as per|per the) (.+)$`), accordingTo, false},
	{pattern.Lazily(`(?i)^(.*?) (?:through|via) (.+)$`), through, false},
	{pattern.Lazily(`(?i)^(.*?) in (english|chinese|chinese and english|english and chinese|german|french|spanish|us dollars|usd|rmb|euros|eur)$`), inLanguage, false},
	{pattern.Lazily(`(?i)^(.*?) (?:in|inside|into) (.+)$`), within, false},
	{pattern.Lazily(`(?i)^(.*?) from ((?:the port of )?[A-Z][a-z]+(?:, [A-Z][a-z]+)?)$`), fromPlace, false},
	{pattern.Lazily(`(?i)^(.*?) at (.+)$`), locatedAt, false},
	{pattern.Lazily(`(?i)^(.*?) on (.+)$`), location, false},
}

func whenComing(_ *knowledge, g []string) (string, bool) {
	switch strings.Fields(strings.ToLower(g[2]))[1] {
	case "arrival":
		return "到货时", true
	case "receipt":
		return "收货时", true
	}
	return "交货时", true
}

func withEach(_ *knowledge, g []string) (string, bool) {
	return map[string]string{"shipment": "随每批货", "delivery": "随每次交货", "order": "随每个订单", "carton": "随每箱", "set": "随每套", "product": "随每件产品"}[strings.ToLower(g[2])], true
}

// namedAgent is a firm known by its letters: inspected by SGS.
func namedAgent(_ *knowledge, g []string) (string, bool) {
	switch g[2] {
	case "DHL", "UPS", "FEDEX", "FedEx", "TNT", "EMS", "DPD", "GLS", "ARAMEX":
		return "通过" + g[2], true
	}
	return "由" + g[2], true
}

func duringEvent(_ *knowledge, g []string) (string, bool) {
	event := strings.TrimPrefix(strings.ToLower(g[2]), "the ")
	return map[string]string{"production": "在生产过程中", "mass production": "在大货生产过程中", "transport": "在运输途中", "transportation": "在运输途中", "transit": "在运输途中", "shipping": "在运输途中", "shipment": "在运输途中", "inspection": "在验货过程中", "use": "在使用过程中", "storage": "在存放期间", "warranty period": "在质保期内", "loading": "在装货过程中", "unloading": "在卸货过程中", "handling": "在搬运过程中"}[event], true
}

func accordingTo(k *knowledge, g []string) (string, bool) {
	p := k.chinesePhrase(g[2])
	return "按" + p.text, p.final()
}

func through(k *knowledge, g []string) (string, bool) {
	p := k.chinesePhrase(g[2])
	return "通过" + p.text, p.final()
}

func inLanguage(_ *knowledge, g []string) (string, bool) {
	return map[string]string{"english": "用英文", "chinese": "用中文", "chinese and english": "用中英文", "english and chinese": "用中英文", "german": "用德文", "french": "用法文", "spanish": "用西班牙文", "us dollars": "以美元", "usd": "以美元", "rmb": "以人民币", "euros": "以欧元", "eur": "以欧元"}[strings.ToLower(g[2])], true
}

// insides are what things are put into; what else stands behind "in" has no rule.
var insides = pattern.Lazily(`(?i)\b(?:cartons?|boxes|box|bags?|polybags?|containers?|cases?|crates?|packages?|packaging|envelopes?|warehouse|factory|pallets?|drums?|pouch(?:es)?|tubes?|parcels?|shipment|invoice|packing list|contract|order)$`)

func within(k *knowledge, g []string) (string, bool) {
	if zh, ok := k.chinesePlace(g[2]); ok {
		return "在" + zh, true
	}
	if !insides.MatchString(g[2]) {
		return "", false
	}
	p := k.chinesePhrase(g[2])
	if strings.HasSuffix(p.text, "批货") {
		return "随" + p.text, p.final()
	}
	return "在" + p.text + insideOf(p.text), p.final()
}

// insideOf is what stands behind a thing that holds others: on a list they stand 上.
func insideOf(zh string) string {
	for _, paper := range []string{"发票", "装箱单"} {
		if strings.HasSuffix(zh, paper) {
			return "上"
		}
	}
	for _, paper := range []string{"合同", "订单", "工厂", "仓库", "柜"} {
		if strings.HasSuffix(zh, paper) {
			return "中"
		}
	}
	return "内"
}

func locatedAt(k *knowledge, g []string) (string, bool) {
	if zh, ok := k.chinesePlace(g[2]); ok {
		return "在" + zh, true
	}
	if !worksites.MatchString(g[2]) {
		return "", false
	}
	p := k.chinesePhrase(g[2])
	return "在" + p.text, p.final()
}

func fromPlace(k *knowledge, g []string) (string, bool) {
	zh, ok := k.chinesePlace(strings.TrimPrefix(g[2], "the port of "))
	return "从" + zh, ok
}

var worksites = pattern.Lazily(`(?i)\b(?:factory|warehouse|port|office|airport|supplier|laboratory|lab|workshop)$`)

func eventTime(k *knowledge, g []string) (string, bool) {
	event, ok := k.eventText(g[3])
	switch strings.ToLower(g[2]) {
	case "before", "prior to":
		return "在" + event + "前", ok
	case "until":
		return "在" + event + "前", ok && denies.MatchString(g[1]) // what is not done until then
	case "as soon as":
		return "在" + event + "后立即", ok
	}
	return "在" + event + "后", ok
}

// spanAhead is so long before: inform us one week in advance.
func spanAhead(_ *knowledge, g []string) (string, bool) {
	quantity, ok := chineseQuantity(g[3])
	least := ""
	if g[2] != "" {
		least = "至少"
	}
	return least + "提前" + quantity, ok
}

// spanFromEvent is so long before or after: send it 5 days before shipment.
func spanFromEvent(k *knowledge, g []string) (string, bool) {
	quantity, ok := chineseQuantity(g[3])
	event, known := k.eventText(g[5])
	side, least := "后", ""
	if g[4][0]|0x20 != 'a' {
		side = "前"
	}
	if g[2] != "" {
		least = "至少"
	}
	return "在" + event + side + least + quantity, ok && known
}

func withinAfter(k *knowledge, g []string) (string, bool) {
	quantity, ok := chineseQuantity(g[2])
	event, known := k.eventText(g[3])
	return "在" + event + "后" + quantity + "内", ok && known
}

func withinSpan(_ *knowledge, g []string) (string, bool) {
	quantity, ok := chineseQuantity(g[2])
	return "在" + quantity + "内", ok
}

func dayTime(_ *knowledge, g []string) (string, bool) {
	switch strings.ToLower(g[2]) {
	case "before":
		return "在" + g[3] + "前", true
	case "after":
		return "在" + g[3] + "后", true
	case "on", "in":
		return "于" + g[3], true
	case "until":
		return "至" + g[3], true
	}
	if denies.MatchString(g[1]) {
		return "在" + g[3] + "前", true // is not shipped by then
	}
	return "不迟于" + g[3], true
}

func unapproved(_ *knowledge, g []string) (string, bool) {
	who := map[string]string{"our ": "我方", "your ": "贵方", "the buyer's ": "买方", "buyer's ": "买方"}[strings.ToLower(g[2])]
	how, what := "", "同意"
	if g[3] != "" {
		how = "事先"
	}
	if g[4] != "" {
		how += "书面"
	}
	if strings.EqualFold(g[5], "confirmation") {
		what = "确认"
	}
	return "未经" + who + how + what, true
}

func byMeans(_ *knowledge, g []string) (string, bool) {
	return "通过" + map[string]string{"email": "邮件", "e-mail": "邮件", "courier": "快递", "express": "快递", "sea": "海运", "air": "空运", "rail": "铁路", "truck": "卡车", "t/t": "电汇", "phone": "电话", "telephone": "电话", "fax": "传真", "bank transfer": "银行转账", "wire transfer": "电汇", "credit card": "信用卡", "hand": "手工", "laser": "激光", "machine": "机器"}[strings.ToLower(g[2])], true
}

func agent(_ *knowledge, g []string) (string, bool) {
	return "由" + map[string]string{"buyer": "买方", "seller": "卖方", "supplier": "供应商", "customer": "客户", "factory": "工厂", "forwarder": "货代", "manufacturer": "生产商", "us": "我方", "a third party": "第三方"}[strings.TrimPrefix(strings.ToLower(g[2]), "the ")], true
}

func adverbial(_ *knowledge, g []string) (string, bool) {
	return map[string]string{"free of charge": "免费", "separately": "单独", "individually": "逐个", "carefully": "小心", "immediately": "立即", "in advance": "提前", "as soon as possible": "尽快", "together": "一起", "again": "重新", "in full": "全额", "in writing": "书面", "in time": "及时", "on time": "按时", "in cash": "以现金", "correctly": "正确", "clearly": "清楚", "properly": "妥善", "securely": "牢固", "regularly": "定期", "partially": "部分", "completely": "完全", "thoroughly": "彻底", "strictly": "严格", "at random": "随机", "randomly": "随机"}[strings.ToLower(g[2])], true
}

func location(k *knowledge, g []string) (string, bool) {
	p := k.chinesePhrase(g[2])
	if last, _ := utf8.DecodeLastRuneInString(p.text); strings.ContainsRune("部侧面端处角", last) {
		return "在" + p.text, p.final()
	}
	return "在" + p.text + "上", p.final()
}

const mostAdjuncts = 3

// adjunctsOf takes the adjuncts off the end of a clause.
func (k *knowledge) adjunctsOf(text string) (rest, times, manners string) {
	doer := "" // stands before the other manners: 由买方书面确认
	for range mostAdjuncts {
		found := false
		for _, a := range adjuncts {
			groups := a.form.FindStringSubmatch(text)
			if groups == nil || strings.TrimSpace(groups[1]) == "" {
				continue
			}
			zh, ok := a.build(k, groups)
			if !ok {
				continue
			}
			switch {
			case a.time:
				times = zh + times
			case strings.HasPrefix(zh, "由"):
				doer = zh + doer
			default:
				manners = zh + manners
			}
			text, found = strings.TrimSpace(groups[1]), true
			break
		}
		if !found {
			break
		}
	}
	return text, times, doer + manners
}

// timed translates a clause with a time at its end by the template of the rest: the
// time stands first in Chinese.
func (k *knowledge) timed(text string, kind Kind) (piece, bool) {
	rest, times, manners := k.adjunctsOf(text)
	if times == "" || manners != "" || strings.HasPrefix(times, "未经") {
		return piece{}, false
	}
	p, ok := k.chineseSentence(rest, kind)
	if !ok {
		return piece{}, false
	}
	for _, opening := range []string{"请勿", "请"} {
		if asked, found := strings.CutPrefix(p.text, opening); found {
			return piece{opening + times + asked, p.doubts}, true
		}
	}
	return piece{strings.TrimPrefix(times, "在") + "，" + p.text, p.doubts}, true
}
