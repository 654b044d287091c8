package offline

import (
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// misdirected reports what is shipped or produced after a time but is no goods: in
// 定金收到后发货 the deposit is received, not shipped.
func (s statement) misdirected() bool {
	if s.party && s.modal == onlyThen && (s.subject == "the buyer" || s.subject == "the customer") && s.verb.frame == transitive && s.object == "" && strings.Contains(" ship produce deliver load dispatch load into the container ", " "+s.verb.base+" ") {
		return true // 客户验货合格后方可出货: the customer inspects, another ships
	}
	if s.party && (s.verb.base == "take effect" || s.verb.base == "expire" || s.verb.base == "be credited" || s.verb.base == "sail") {
		return true
	}
	if actor.MatchString(s.subjectZh) && !s.party && s.object == "" && s.verb.frame == transitive {
		return true // 操作员未按图纸加工: who does it, not what is done to
	}
	if s.verb.frame == puttingOn && s.subject != "" && s.object != "" && len(s.when) > 0 && s.manner == nil && !holds(s.subject) {
		return true // 货物装柜后贴封条: on what is not said
	}
	if s.subject != "" && !s.party && s.object == "" && (strings.HasSuffix(s.verb.zh, "付款") || s.verb.zh == "支付") && !strings.ContainsAny(s.subjectZh, "款费金额价税息%资货单") {
		return true // 支付宝均可付款: by what, not what
	}
	if s.subject != "" && !s.party && (strings.HasSuffix(s.verb.zh, "货") || s.verb.zh == "合并") && (strings.HasSuffix(s.subjectZh, "地址") || strings.HasSuffix(s.subjectZh, "仓库") || strings.HasSuffix(s.subjectZh, "时间")) {
		return true // 同一收货地址可合并发货
	}
	if s.subject != "" && !s.party && s.object == "" && strings.HasSuffix(s.verb.zh, "货") && !strings.ContainsAny(s.subjectZh, "货品件样批单柜箱料机包托款套色码") {
		return true // 节假日不发货
	}
	if s.subject == "" || s.party || len(s.when) == 0 || s.object != "" {
		return false
	}
	if (s.verb.base == "refund" || s.verb.base == "return") && strings.ContainsAny(s.subjectZh, "同约单") && !strings.ContainsAny(s.subjectZh, "款费金额") {
		return true // 合同履行完毕后退还: not the contract
	}
	if startsProduction[s.verb.zh] {
		return !producedGoods.MatchString(s.subjectZh) || strings.Contains(s.subjectZh, "样品")
	}
	if strings.HasPrefix(s.when[0], "after packing") || strings.HasPrefix(s.when[0], "after wrapping") {
		last := []rune(s.subjectZh)
		if strings.ContainsRune("袋膜盒纸箱棉布带", last[len(last)-1]) {
			return true // the means of packing, not what is packed
		}
	}
	switch s.verb.base {
	case "send", "mail", "resend", "send samples":
		return sumOfMoney.MatchString(s.subjectZh) // 样品费付清后3天内寄出: not the fee
	case "ship", "produce", "deliver", "load", "dispatch", "transport", "process":
		if s.modal == mustDo || s.modal == shallDo {
			return false // 装船通知须在装船后24小时内发出
		}
		return !strings.ContainsAny(s.subjectZh, "货品件批箱柜") || strings.Contains(s.subjectZh, "样品") || strings.Contains(s.subjectZh, "货款") || strings.Contains(s.subjectZh, "件款")
	}
	return false
}

// sendsPapers says of papers, and of what goes by e-mail, that they are sent: only goods
// are shipped.
func (s *statement) sendsPapers() {
	if !strings.HasPrefix(s.verb.base, "ship") || s.verb.zh == "" || !strings.HasPrefix(s.verb.zh, "发") {
		return
	}
	what := s.object
	if s.subject != "" && !s.party {
		what = s.subject
	}
	s.manner = slices.Clone(s.manner)
	byMail := s.verb.frame == bringing && mailbox.MatchString(s.object)
	if byMail {
		s.object = "e-mail address"
	}
	for i, m := range s.manner {
		if mailbox.MatchString(m) && strings.HasPrefix(m, "to ") {
			s.manner[i], byMail = "by e-mail", true
		}
	}
	if byMail || papers.MatchString(what) {
		s.verb.base = strings.Replace(s.verb.base, "ship", "send", 1)
		s.verb.participle = strings.Replace(s.verb.participle, "shipped", "sent", 1)
		s.verb.noun = strings.Replace(s.verb.noun, "shipment", "sending", 1)
	}
}

var (
	papers  = pattern.Lazily(`(?:invoice|list|contract|document|photo|picture|video|copy|copies|B/L|bill of lading|bills of lading|certificate|artwork|drawing|report|draft|slip|form|details|information|file|letter)s?$`)
	mailbox = pattern.Lazily(`^(?:to )?(?:the |our |your )?e-mail(?: address)?$`)
)

// actor finds one who acts, though no party to the order.
var actor = pattern.Lazily(`(?:员|工人|操作工|人员|师傅|工程师|司机|部门|品质部|生产部|海关)$`)

// producedGoods finds what is made: 产品图纸 is not.
var producedGoods = pattern.Lazily(`(?:货|货物|产品|商品|订单|成品|半成品|大货生产)$`)

// sumOfMoney finds what is paid.
var sumOfMoney = pattern.Lazily(`(?:费|费用|款|定金|订金|货款|金额)$`)

// startsProduction are verbs for the start of work; what stands before them is what
// it waits for, not what is started: 样品确认后方可投产, 图纸确认后方可开模.
var startsProduction = map[string]bool{"投产": true, "开模": true, "开工": true, "量产": true, "排产": true, "开大货": true, "投料": true}
