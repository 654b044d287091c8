package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// orderEvents are the nouns that times are told by: before shipment.
var orderEvents = map[string]string{
	"shipment": "发货", "shipping": "发货", "dispatch": "发货", "production": "生产", "mass production": "大货生产", "bulk production": "大货生产", "packing": "包装", "packaging": "包装", "loading": "装柜", "container loading": "装柜", "delivery": "交货", "payment": "付款", "inspection": "验货", "final inspection": "最终验货", "printing": "印刷", "assembly": "组装", "cutting": "裁剪", "sewing": "缝制", "completion": "完工", "unloading": "卸货", "customs clearance": "清关", "sailing": "开船", "arrival": "到货", "use": "使用", "first use": "首次使用", "order confirmation": "订单确认", "confirmation": "确认", "confirmation of order": "订单确认", "sample approval": "样品确认", "approval of sample": "样品确认", "approval of samples": "样品确认", "approval of the sample": "样品确认", "approval of the samples": "样品确认", "artwork approval": "稿件确认", "approval of artwork": "稿件确认",
	"receipt of copy of b/l": "收到提单副本", "receipt of the copy of b/l": "收到提单副本", "receipt of b/l copy": "收到提单副本", "receipt of the b/l copy": "收到提单副本", "receipt of documents": "收到单据", "receipt of the documents": "收到单据", "receipt of full payment": "收到全款", "receipt of the balance": "收到余款", "receipt of balance": "收到余款", "receipt of the l/c": "收到信用证", "receipt of advance payment": "收到预付款", "receipt of the advance payment": "收到预付款", "arrival of the goods": "到货", "arrival of goods": "到货", "arrival at port": "到港", "arrival at the port of destination": "到达目的港", "arrival at destination": "到达目的地", "expiry of the warranty": "质保期满", "expiry of warranty": "质保期满", "cancellation": "取消", "signature": "签字", "signing": "签字", "acceptance": "验收", "acceptance of the goods": "验收", "commissioning": "调试", "order placement": "下单", "placing the order": "下单", "passing inspection": "验货合格", "termination of the contract": "合同终止", "termination of contract": "合同终止",
	"receipt of deposit": "收到定金", "receipt of the deposit": "收到定金", "receipt of payment": "收到款项", "receipt of goods": "收货", "receipt of the goods": "收货", "receipt of invoice": "收到发票", "receipt of the invoice": "收到发票", "receipt of order": "收到订单", "receipt of the order": "收到订单", "receipt of l/c": "收到信用证", "receipt of samples": "收到样品", "deposit": "收到定金", "invoice date": "发票日期", "the invoice date": "发票日期", "date of invoice": "发票日期", "the date of invoice": "发票日期", "b/l date": "提单日", "the b/l date": "提单日", "date of b/l": "提单日", "order date": "下单", "order": "下单", "signing of contract": "签订合同", "signing the contract": "签订合同",
}

// eventOf are the nouns of what happens to a thing, with where the thing stands in
// Chinese: 收到单据, 样品确认.
var eventOf = map[string]string{
	"receipt": "收到{}", "signing": "签署{}", "signature": "签署{}", "payment": "支付{}", "approval": "{}确认", "confirmation": "{}确认", "arrival": "{}到达", "completion": "{}完成", "delivery": "{}交付", "shipment": "{}发运", "dispatch": "{}发运", "inspection": "{}检验", "issue": "{}签发", "issuance": "{}签发", "production": "{}生产", "acceptance": "{}验收", "expiry": "{}到期", "expiration": "{}到期", "opening": "开立{}", "loading": "{}装柜", "discharge": "{}卸货", "cancellation": "{}取消",
}

// eventStates are what things have become when something else is done.
var eventStates = map[string]string{
	"ready": "备妥", "ready for shipment": "备妥可发运", "complete": "完成", "completed": "完成", "finished": "完成", "due": "到期", "paid in full": "全额付清", "fully paid": "全额付清", "loaded": "装柜", "dispatched": "发运", "packed": "包装", "shipped": "发运", "sealed": "封箱",
}

// takenFrames are the deeds that stand before their thing: 收到付款.
var takenFrames = map[string]string{"received": "收到{}", "signed": "签署{}", "paid": "支付{}", "opened": "开立{}"}

var (
	happensTo  = pattern.Lazily(`(?i)^(?:the )?([a-z]+) of (.+)$`)
	happening  = pattern.Lazily(`(?i)^(.+) (approval|confirmation|arrival|inspection|delivery|acceptance|expiry)$`)
	doingTo    = pattern.Lazily(`(?i)^([a-z]{3,})ing (.+)$`)
	partyDoing = pattern.Lazily(`(?i)^(we|you|the buyer|the seller|the supplier|the customer|buyer|seller|supplier) (?:have |has )?([a-z]+?)(?:e?s|ed)? (.+)$`)
	justDone   = pattern.Lazily(`(?i)^(.+) (received|signed|approved|confirmed|paid|issued)$`)
	isDone     = pattern.Lazily(`(?i)^(.+?) (?:is|are|was|were|has been|have been) ([a-z -]+)$`)
)

// eventText gives the Chinese of an event that times are told by: what orders name, or
// what happens to a thing.
func (k *knowledge) eventText(text string) (string, bool) {
	if zh := orderEvents[strings.ToLower(text)]; zh != "" {
		return zh, true
	}
	if m := happensTo.FindStringSubmatch(text); m != nil {
		return k.eventWith(eventOf[strings.ToLower(m[1])], m[2])
	}
	if m := happening.FindStringSubmatch(text); m != nil {
		return k.eventWith(eventOf[strings.ToLower(m[2])], m[1])
	}
	if m := doingTo.FindStringSubmatch(text); m != nil {
		return k.eventWith(k.gerundFrame(strings.ToLower(m[1])), m[2])
	}
	if m := isDone.FindStringSubmatch(text); m != nil && !modalWithin.MatchString(m[1]) {
		return k.eventWith(k.doneFrame(strings.ToLower(m[2])), m[1])
	}
	if m := partyDoing.FindStringSubmatch(text); m != nil {
		if v, what, ok := k.verbBefore(strings.ToLower(m[2]), m[3]); ok && !v.alone && !v.carries {
			who, thing := k.chinesePhrase(m[1]), k.chinesePhrase(what)
			return who.text + v.with("", thing.text) + thing.text, who.final() && thing.final()
		}
	}
	if m := justDone.FindStringSubmatch(text); m != nil {
		return k.eventWith(k.doneFrame(strings.ToLower(m[2])), m[1])
	}
	return "", false
}

// eventWith puts a thing into the frame of an event.
func (k *knowledge) eventWith(frame, thing string) (string, bool) {
	p := k.chinesePhrase(thing)
	return strings.Replace(frame, "{}", p.text, 1), frame != "" && p.final()
}

// gerundFrame is the frame of what somebody does: shipping the goods.
func (k *knowledge) gerundFrame(stem string) string {
	for _, base := range []string{stem, stem + "e", stem[:len(stem)-1]} {
		if v, ok := k.englishVerbOf(base, false); ok && !v.alone {
			return v.zh + "{}"
		}
	}
	return ""
}

// doneFrame is the frame of what is done to a thing: the goods are shipped.
func (k *knowledge) doneFrame(done string) string {
	if zh := eventStates[done]; zh != "" {
		return "{}" + zh
	}
	if frame := takenFrames[done]; frame != "" {
		return frame
	}
	if v, ok := k.englishVerbOf(done, true); ok && !v.carries {
		return "{}" + v.zh
	}
	return ""
}
