package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// with gives the Chinese of a verb by its means and the thing it is done to: goods are
// sent otherwise than mails, and a letter of credit is opened otherwise than a box.
func (v englishVerb) with(means, thing string) string {
	if v.base == "send" && strings.Contains(means, "邮件") {
		return "发送"
	}
	for _, sense := range verbSenses {
		if sense.base == v.base && strings.HasSuffix(thing, sense.thing) {
			return sense.zh
		}
	}
	return v.zh
}

// verbSenses are what verbs are of a thing, by the end of its Chinese.
var verbSenses = []struct{ base, thing, zh string }{
	{"open", "信用证", "开立"}, {"open", "L/C", "开立"}, {"open", "账户", "开立"},
	{"settle", "款", "付清"}, {"settle", "发票", "付清"}, {"settle", "金额", "付清"}, {"settle", "费用", "结清"}, {"settle", "费", "结清"},
	{"handle", "手续", "办理"}, {"handle", "清关", "办理"}, {"handle", "报关", "办理"}, {"handle", "索赔", "处理"}, {"handle", "投诉", "处理"},
	{"collect", "款", "收取"}, {"collect", "费", "收取"},
	{"cover", "费用", "承担"}, {"cover", "费", "承担"}, {"cover", "保险", "投保"},
	{"close", "箱", "封"}, {"complete", "表", "填写"}, {"raise", "价格", "提高"},
	{"change", "包装", "更改"}, {"sign", "合同", "签订"}, {"book", "空运", "预订"},
	{"return", "合同", "寄回"}, {"return", "发票", "寄回"}, {"return", "订单", "回传"},
	{"fix", "缺陷", "修复"}, {"fix", "问题", "解决"},
}

// tools are the verbs that are done with something: sealed with tape.
var tools = map[string]string{"seal": "密封", "wrap": "包裹", "cover": "覆盖", "protect": "保护", "secure": "固定", "fix": "固定", "tie": "捆扎", "clean": "清洁", "fill": "填充", "close": "封合", "print": "印刷", "staple": "钉合"}

// joinedWith are the verbs whose thing may have something with it: use cartons with logo.
var joinedWith = map[string]bool{"use": true, "provide": true, "supply": true, "quote": true, "produce": true, "accept": true, "approve": true, "confirm": true, "check": true, "inspect": true}

var toolBehind = pattern.Lazily(`(?i)^(.+?) with (.+)$`)

// requestWith translates a request whose thing is followed by "with": what it is done
// with, or what belongs to the thing.
func (k *knowledge) requestWith(v englishVerb, what, opening string) (piece, bool) {
	m := toolBehind.FindStringSubmatch(what)
	if m == nil || joinedWith[v.base] {
		return piece{}, false
	}
	thing, tool := k.chinesePhrase(m[1]), k.chinesePhrase(m[2])
	p := piece{opening + "用" + tool.text + tools[v.base] + thing.text, append(thing.doubts, tool.doubts...)}
	if v.base == "seal" && strings.HasSuffix(thing.text, "箱") {
		p.text = opening + "用" + tool.text + "封" + thing.text
	}
	if tools[v.base] == "" {
		p.doubt("no rule for what \"" + v.base + "\" does with " + m[2])
	}
	return p, true
}
