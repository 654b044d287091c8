package offline

import (
	"regexp"
	"strings"

	"yipiao/invoice/pattern"
)

// englishVerb is a verb that orders ask for things with.
type englishVerb struct {
	base, participle, zh string
	alone                bool // its Chinese has an object already: 贴标签
}

// with gives the Chinese of a verb behind a means: goods are sent otherwise than mails.
func (v englishVerb) with(means string) string {
	if v.base == "send" && strings.Contains(means, "邮件") {
		return "发送"
	}
	return v.zh
}

func loadEnglishVerbs() []englishVerb {
	var verbs []englishVerb
	eachRow("tables/english-verbs.tsv", func(row []string) {
		verbs = append(verbs, englishVerb{row[0], row[1], row[2], len(row) > 3 && row[3] == "alone"})
	})
	return verbs
}

// orderEvents are the nouns that times are told by: before shipment.
var orderEvents = map[string]string{
	"shipment": "发货", "shipping": "发货", "dispatch": "发货", "production": "生产", "mass production": "大货生产", "bulk production": "大货生产", "packing": "包装", "packaging": "包装", "loading": "装柜", "container loading": "装柜", "delivery": "交货", "payment": "付款", "inspection": "验货", "final inspection": "最终验货", "printing": "印刷", "assembly": "组装", "cutting": "裁剪", "sewing": "缝制", "completion": "完工", "unloading": "卸货", "customs clearance": "清关", "sailing": "开船", "arrival": "到货", "use": "使用", "first use": "首次使用", "order confirmation": "订单确认", "confirmation": "确认", "confirmation of order": "订单确认", "sample approval": "样品确认", "approval of sample": "样品确认", "approval of samples": "样品确认", "approval of the sample": "样品确认", "approval of the samples": "样品确认", "artwork approval": "稿件确认", "approval of artwork": "稿件确认",
	"receipt of deposit": "收到定金", "receipt of the deposit": "收到定金", "receipt of payment": "收到款项", "receipt of goods": "收货", "receipt of the goods": "收货", "receipt of invoice": "收到发票", "receipt of the invoice": "收到发票", "receipt of order": "收到订单", "receipt of the order": "收到订单", "receipt of l/c": "收到信用证", "receipt of samples": "收到样品", "deposit": "收到定金", "invoice date": "发票日期", "the invoice date": "发票日期", "date of invoice": "发票日期", "the date of invoice": "发票日期", "b/l date": "提单日", "the b/l date": "提单日", "date of b/l": "提单日", "order date": "下单", "order": "下单", "signing of contract": "签订合同", "signing the contract": "签订合同",
}

var eventNames = func() string {
	names := make([]string, 0, len(orderEvents))
	for name := range orderEvents {
		names = append(names, regexp.QuoteMeta(name))
	}
	return strings.Join(names, "|")
}()

// adjunct is a phrase at the end of a clause that goes before the verb in Chinese.
type adjunct struct {
	form  *pattern.Pattern
	build func(k *knowledge, groups []string) (string, bool)
	time  bool // stands first of all
}

const theDay = `((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?)`

var adjuncts = []adjunct{
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithin ((?:[a-z]+ ?\()?[\d-]+\)? [a-z ]+?) (?:after|of|from) (` + eventNames + `)$`), withinAfter, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\b(before|prior to|after|upon) (` + eventNames + `)$`), eventTime, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithin ((?:[a-z]+ ?\()?[\d-]+\)? [a-z]+(?: [a-z]+)?)$`), withinSpan, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\b(before|after|by|on|until|no later than|not later than|on or before) ` + theDay + `$`), dayTime, true},
	{pattern.Lazily(`(?i)^(.*?)[, ]*\bwithout (our |your |the buyer's |buyer's )?(prior )?(written )?(approval|confirmation|consent|permission)$`), unapproved, true},
	{pattern.Lazily(`(?i)^(.*?) by (email|e-mail|courier|express|sea|air|rail|truck|t/t)$`), byMeans, false},
	{pattern.Lazily(`(?i)^(.*?) by (the buyer|the seller|the supplier|the customer|the factory|the forwarder|the manufacturer|buyer|seller|supplier|us|a third party)$`), agent, false},
	{pattern.Lazily(`(?i)^(.*?) (free of charge|separately|individually|carefully|immediately|in advance|as soon as possible|together|again)$`), adverbial, false},
	{pattern.Lazily(`(?i)^(.*?) on (.+)$`), location, false},
}

func eventTime(_ *knowledge, g []string) (string, bool) {
	side := "后"
	if g[2][0] == 'b' || g[2][0] == 'p' || g[2][0] == 'B' || g[2][0] == 'P' {
		side = "前"
	}
	return "在" + orderEvents[strings.ToLower(g[3])] + side, true
}

func withinAfter(_ *knowledge, g []string) (string, bool) {
	quantity, ok := chineseQuantity(g[2])
	return "在" + orderEvents[strings.ToLower(g[3])] + "后" + quantity + "内", ok
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
	case "on":
		return "于" + g[3], true
	case "until":
		return "至" + g[3], true
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
	return "通过" + map[string]string{"email": "邮件", "e-mail": "邮件", "courier": "快递", "express": "快递", "sea": "海运", "air": "空运", "rail": "铁路", "truck": "卡车", "t/t": "电汇"}[strings.ToLower(g[2])], true
}

func agent(_ *knowledge, g []string) (string, bool) {
	return "由" + map[string]string{"buyer": "买方", "seller": "卖方", "supplier": "供应商", "customer": "客户", "factory": "工厂", "forwarder": "货代", "manufacturer": "生产商", "us": "我方", "a third party": "第三方"}[strings.TrimPrefix(strings.ToLower(g[2]), "the ")], true
}

func adverbial(_ *knowledge, g []string) (string, bool) {
	return map[string]string{"free of charge": "免费", "separately": "单独", "individually": "逐个", "carefully": "小心", "immediately": "立即", "in advance": "提前", "as soon as possible": "尽快", "together": "一起", "again": "重新"}[strings.ToLower(g[2])], true
}

func location(k *knowledge, g []string) (string, bool) {
	p := k.chinesePhrase(g[2])
	return "在" + p.text + "上", p.final()
}

const mostAdjuncts = 3

// adjunctsOf takes the adjuncts off the end of a clause.
func (k *knowledge) adjunctsOf(text string) (rest, times, manners string) {
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
			if a.time {
				times = zh + times
			} else {
				manners = zh + manners
			}
			text, found = strings.TrimSpace(groups[1]), true
			break
		}
		if !found {
			break
		}
	}
	return text, times, manners
}

var (
	asking   = pattern.Lazily(`(?i)^(please |kindly )?(do not |don't |never )?([a-z]+) (.+)$`)
	toBeDone = pattern.Lazily(`(?i)^(.+?) (must not be|shall not be|should not be|may not be|cannot be|can not be|must be|shall be|should be|has to be|have to be|needs to be|need to be|is to be|are to be|to be|will be|will not be|can be|may be) ([a-z]+)$`)
	dutyToDo = pattern.Lazily(`(?i)^(.+?) (must not|shall not|should not|may not|cannot|must|shall|should|has to|have to|will|will not) ([a-z]+) (.+)$`)
	dutyToBe = pattern.Lazily(`(?i)^(.+?) (must not be|must be|shall be|should be|shall not be|should not be|has to be|have to be|needs to be) ([a-z -]+)$`)
)

// modalsIntoChinese are the words of duty in Chinese.
func modalIntoChinese(modal string) string {
	modal = strings.TrimSuffix(strings.ToLower(modal), " be")
	switch {
	case modal == "will":
		return "将"
	case modal == "will not":
		return "将不"
	case modal == "can", modal == "may":
		return "可"
	case strings.HasSuffix(modal, "not"):
		return "不得"
	case modal == "shall", modal == "should":
		return "应"
	}
	return "须"
}

// qualities are what things must be.
var qualities = map[string]string{
	"clean": "干净", "dry": "干燥", "readable": "清晰可读", "legible": "清晰可读", "clear": "清晰", "new": "全新", "strong": "牢固", "identical": "一致", "visible": "清晰可见", "complete": "完整", "correct": "正确", "smooth": "光滑", "intact": "完好", "airtight": "密封", "waterproof": "防水", "scannable": "可扫描", "empty": "空的", "non-toxic": "无毒", "odorless": "无异味", "leakproof": "防漏", "leak-proof": "防漏", "removable": "可拆卸", "adjustable": "可调节", "bpa free": "不含BPA", "bpa-free": "不含BPA", "lead free": "无铅", "lead-free": "无铅", "food grade": "为食品级", "fireproof": "防火", "rustproof": "防锈",
}

// chineseClause translates a asking or a duty: please send …, … must be inspected
// before shipment. Times stand first in Chinese, then the byMeans, then the verb.
func (k *knowledge) chineseClause(text string) (piece, bool) {
	rest, times, manners := k.adjunctsOf(text)
	if m := toBeDone.FindStringSubmatch(rest); m != nil {
		if v, ok := k.englishVerbOf(m[3], true); ok {
			subject := k.chinesePhrase(m[1])
			modal := modalIntoChinese(m[2])
			if strings.HasPrefix(times, "未经") {
				return piece{text: times + subject.text + modal + manners + v.zh}, subject.final() && modal == "不得"
			}
			switch {
			case modal == "将不":
				modal = "将不予"
			case modal == "将" && times+manners == "":
				modal = "将被"
			}
			return piece{text: subject.text + modal + times + manners + v.with(manners)}, subject.final()
		}
	}
	if m := dutyToBe.FindStringSubmatch(text); m != nil && qualities[strings.ToLower(m[3])] != "" {
		subject := k.chinesePhrase(m[1])
		return piece{text: subject.text + modalIntoChinese(m[2]) + qualities[strings.ToLower(m[3])]}, subject.final() && !strings.Contains(m[2], "not")
	}
	if m := dutyToDo.FindStringSubmatch(rest); m != nil {
		if v, ok := k.englishVerbOf(m[3], false); ok && !v.alone && !strings.Contains(manners, "由") {
			subject, object := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
			return piece{text: subject.text + modalIntoChinese(m[2]) + times + manners + v.with(manners) + object.text}, subject.final() && object.final() && times == strings.TrimPrefix(times, "未经")
		}
	}
	if m := asking.FindStringSubmatch(rest); m != nil && !strings.Contains(manners, "由") {
		plain := m[1] == "" && m[2] == "" && !startsWithDeterminer(m[4]) // test report
		if v, ok := k.englishVerbOf(m[3], false); ok && !plain && !v.alone {
			object := k.chinesePhrase(m[4])
			return piece{text: requestText(m[1] != "", m[2] != "", times, manners) + v.with(manners) + object.text}, object.final()
		}
	}
	return piece{}, false
}

// requestText is what stands before the verb of a request.
func requestText(polite, denied bool, times, manners string) string {
	switch {
	case denied && strings.HasPrefix(times, "未经"):
		return times + "不得" + manners
	case denied && polite:
		return "请勿" + times + manners
	case denied:
		return times + "不得" + manners
	case polite:
		return "请" + times + manners
	}
	return times + manners
}

func startsWithDeterminer(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	_, ok := determinersBefore[first]
	return ok
}

func (k *knowledge) englishVerbOf(word string, participle bool) (englishVerb, bool) {
	word = strings.ToLower(word)
	for _, v := range k.englishVerbs() {
		if participle && v.participle == word || !participle && v.base == word {
			return v, true
		}
	}
	return englishVerb{}, false
}
