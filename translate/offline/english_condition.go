package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	ifFirst  = pattern.Lazily(`(?i)^(?:if|in case|should) (.+?), (?:then )?(.+)$`)
	ifLast   = pattern.Lazily(`(?i)^(.+?),? (?:if|in case|provided that|as long as) (.+)$`)
	caseOf   = pattern.Lazily(`(?i)^in (?:the )?(?:case|event) of (?:a |an |any )?(.+?), (.+)$`)
	unlessIs = pattern.Lazily(`(?i)^unless (?:otherwise )?(agreed|stated|specified|confirmed|instructed)(?: otherwise)?(?: (?:by|with) (?:the |)(?:buyer|us))?(?: in writing)?, (.+)$`)
)

var unlessLast = pattern.Lazily(`(?i)^(.+?),? unless otherwise (agreed|stated|specified|confirmed|instructed)$`)

var unlessOtherwise = map[string]string{"agreed": "除非另有约定", "stated": "除非另有说明", "specified": "除非另有规定", "confirmed": "除非另有确认", "instructed": "除非另有指示"}

// englishCondition translates "if …, …" and "… if …": the condition stands first in Chinese.
func (k *knowledge) englishCondition(text string, kind Kind) (piece, bool) {
	if m := unlessIs.FindStringSubmatch(text); m != nil {
		p := k.chineseClauses(m[2], kind)
		return piece{unlessOtherwise[strings.ToLower(m[1])] + "，" + p.text, p.doubts}, !strings.Contains(strings.ToLower(text[:len(text)-len(m[2])]), " by ")
	}
	if m := unlessLast.FindStringSubmatch(text); m != nil {
		p := k.chineseClauses(m[1], kind)
		return piece{unlessOtherwise[strings.ToLower(m[2])] + "，" + p.text, p.doubts}, true
	}
	if m := caseOf.FindStringSubmatch(text); m != nil {
		event, result := k.chinesePhrase(m[1]), k.chineseClauses(m[2], kind)
		return piece{"如发生" + event.text + "，" + result.text, append(event.doubts, result.doubts...)}, true
	}
	condition, result := "", ""
	if m := ifFirst.FindStringSubmatch(text); m != nil && !strings.HasPrefix(strings.ToLower(text), "should ") {
		condition, result = m[1], m[2]
	} else if m := ifLast.FindStringSubmatch(text); m != nil {
		condition, result = m[2], m[1]
	}
	if condition == "" {
		return piece{}, false
	}
	if strings.Contains(result, " if ") || strings.Contains(condition, " if ") {
		return piece{}, false
	}
	a, b := k.conditionText(condition, kind), k.chineseClauses(result, kind)
	return piece{"如" + strings.TrimPrefix(a.text, "如") + "，" + b.text, append(a.doubts, b.doubts...)}, true
}

// fixedConditions are those that say little of the goods.
var fixedConditions = map[string]string{
	"necessary": "有必要", "needed": "需要", "required": "需要", "possible": "可能", "available": "有", "applicable": "适用", "not available": "没有", "in doubt": "有疑问", "any": "有", "you have any questions": "有任何疑问", "you have any question": "有任何疑问", "you need any further information": "需要更多信息", "you need further information": "需要更多信息", "there are any changes": "有任何变更", "there is any change": "有任何变更", "there is any problem": "有任何问题", "there are any problems": "有任何问题", "anything is unclear": "有任何不清楚之处", "there is any delay": "有任何延误", "you cannot meet the delivery date": "无法按时交货", "agreed": "同意",
}

func (k *knowledge) conditionText(text string, kind Kind) piece {
	if zh := fixedConditions[strings.ToLower(strings.TrimSpace(text))]; zh != "" {
		return piece{text: zh}
	}
	return k.chineseClauses(text, kind)
}

// states are what a thing is said to be, in Chinese behind it.
var states = map[string]string{
	"cancelled": "取消", "canceled": "取消", "delayed": "延迟", "late": "延迟", "damaged": "损坏", "broken": "破损", "lost": "丢失", "missing": "缺失", "incorrect": "不正确", "incomplete": "不完整", "unclear": "不清晰", "not clear": "不清晰", "clear": "清晰", "acceptable": "可接受", "not acceptable": "不可接受", "ready": "已备妥", "not ready": "未备妥", "approved": "已确认", "not approved": "未获确认", "confirmed": "已确认", "not confirmed": "未确认", "received": "已收到", "not received": "未收到", "rejected": "被拒收", "defective": "有缺陷", "wrong": "错误", "loose": "松动", "dirty": "脏污", "rusty": "生锈", "wet": "受潮", "final": "为最终结果", "binding": "具有约束力", "optional": "可选", "confidential": "属保密内容", "refundable": "可退还", "not refundable": "不予退还", "non-refundable": "不予退还", "negotiable": "可议", "not negotiable": "不可议", "fixed": "固定", "correct": "正确", "not correct": "不正确", "complete": "完整", "not complete": "不完整", "scratched": "有划痕", "dented": "凹陷", "bent": "弯曲", "cracked": "开裂", "torn": "撕裂", "stained": "有污渍", "faded": "褪色", "deformed": "变形", "mixed up": "混淆", "uneven": "不均匀", "too small": "过小", "too big": "过大", "too large": "过大", "too long": "过长", "too short": "过短", "too thin": "过薄", "too thick": "过厚", "too weak": "过弱", "too tight": "过紧", "too loose": "过松", "overdue": "逾期", "insufficient": "不足", "sufficient": "足够", "free": "免费", "in stock": "有现货", "not in stock": "无现货", "out of stock": "缺货", "valid": "有效", "not valid": "无效", "invalid": "无效", "possible": "可行", "not possible": "不可行", "sold out": "售罄", "discontinued": "停产", "pending": "待定", "free of charge": "免费", "refunded": "退还", "not refunded": "不予退还", "insured": "已投保", "not insured": "未投保", "included": "已包含", "not included": "未包含", "blurred": "模糊", "blurry": "模糊", "not readable": "无法识读", "unreadable": "无法识读", "not working": "不工作", "detached": "脱落", "sticky": "发粘", "noisy": "有噪音", "crooked": "歪斜", "misaligned": "错位", "swollen": "鼓胀", "leaking": "渗漏", "discolored": "变色", "warped": "翘曲", "rough": "粗糙", "moldy": "发霉", "oxidized": "氧化", "not sealed": "未密封", "stuck": "卡住", "unstable": "不稳", "blocked": "堵塞", "wrinkled": "起皱", "crushed": "压坏", "punctured": "刺破", "not straight": "不直", "not smooth": "不光滑", "not flat": "不平", "too dark": "过深", "too light": "过浅", "too soft": "过软", "too hard": "过硬", "too thick and heavy": "过厚过重", "too heavy": "过重", "too high": "过高", "too low": "过低", "too wide": "过宽", "too narrow": "过窄", "not tight": "不紧", "frozen": "冻结",
}

var (
	thingIs      = pattern.Lazily(`(?i)^(.+?) (?:is|are|was|were|has been|have been) (not )?([a-z -]+)$`)
	delayedBy    = pattern.Lazily(`(?i)^(.+?) (?:is|are|was|were|will be) (?:delayed|late) (?:by |for )?(more than |over |up to |)([\d-]+ [a-z ]+)$`)
	thingMatches = pattern.Lazily(`(?i)^(.+?) (?:does|do|did) not (match|conform to|comply with|meet|agree with|correspond to|fit) (.+)$`)
	mustComply   = pattern.Lazily(`(?i)^(.+?) (must|shall|should|has to|have to) (comply with|conform to|meet|fulfil|fulfill|match|correspond to|be in accordance with|be identical to|be identical with|be the same as) (.+)$`)
	freeFrom     = pattern.Lazily(`(?i)^(.+?) (?:must|shall|should|has to|have to) be (?:free (?:from|of)|without) (?:any )?(.+)$`)
)

// thingState translates what is said of a thing: the cartons were damaged in transit.
func (k *knowledge) thingState(text string) (piece, bool) {
	if m := delayedBy.FindStringSubmatch(text); m != nil {
		if span, ok := chineseQuantity(m[3]); ok {
			thing := k.chinesePhrase(m[1])
			more := map[string]string{"more than ": "超过", "over ": "超过", "up to ": "最多"}[strings.ToLower(m[2])]
			return piece{thing.text + "延迟" + more + span, thing.doubts}, true
		}
	}
	if m := freeFrom.FindStringSubmatch(text); m != nil {
		thing, fault := k.chinesePhrase(m[1]), k.chinesePhrase(m[2])
		return piece{thing.text + "不得有" + fault.text, append(thing.doubts, fault.doubts...)}, true
	}
	if m := mustComply.FindStringSubmatch(text); m != nil {
		thing, norm := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
		modal := modalIntoChinese(m[2])
		sure := append(thing.doubts, norm.doubts...)
		switch strings.ToLower(m[3]) {
		case "comply with", "conform to", "meet", "fulfil", "fulfill", "be in accordance with":
			return piece{thing.text + modal + "符合" + norm.text, sure}, true
		}
		return piece{thing.text + modal + "与" + norm.text + "一致", sure}, true
	}
	if m := thingMatches.FindStringSubmatch(text); m != nil {
		thing, norm := k.chinesePhrase(m[1]), k.chinesePhrase(m[3])
		sure := append(thing.doubts, norm.doubts...)
		switch strings.ToLower(m[2]) {
		case "meet", "comply with", "conform to":
			return piece{thing.text + "不符合" + norm.text, sure}, true
		case "fit":
			return piece{thing.text + "与" + norm.text + "不匹配", sure}, true
		}
		return piece{thing.text + "与" + norm.text + "不符", sure}, true
	}
	rest, times, manners := k.adjunctsOf(text)
	if m := thingIs.FindStringSubmatch(rest); m != nil && manners == "" && !strings.HasPrefix(times, "未经") {
		if zh := states[strings.ToLower(m[2]+m[3])]; zh != "" {
			thing := k.chinesePhrase(m[1])
			return piece{thing.text + times + zh, thing.doubts}, true
		}
	}
	return piece{}, false
}

var (
	faultOn     = pattern.Lazily(`(?i)^(.+?)(?: (?:was|were))?(?: found)? (?:on|in|at) (\d[\d,]* [a-z]+)$`)
	faultFound  = pattern.Lazily(`(?i)^(.+?) (?:was|were)? ?found(?: on (.+))?$`)
	failedTest  = pattern.Lazily(`(?i)^(.+?) (failed|did not pass|passed) (?:the |)(.*(?:tests?|inspections?|checks?))$`)
	fewerInside = pattern.Lazily(`(?i)^(\d[\d,]* [a-z]+) (missing|short|damaged|broken|wet|defective) (?:in|from) carton (?:no\.? ?|number |#)(\w+)$`)
	loseThings  = pattern.Lazily(`(?i)^(missing|wrong|loose|broken|damaged|scratched|cracked|bent|dirty|defective|uneven|blurred|incorrect|torn|rusty) (.+)$`)
)

// faultWords stand behind the thing in a Chinese finding.
var faultWords = map[string]string{"missing": "缺失", "wrong": "错误", "loose": "松动", "broken": "破损", "damaged": "损坏", "scratched": "有划痕", "cracked": "开裂", "bent": "弯曲", "dirty": "脏污", "defective": "有缺陷", "uneven": "不均匀", "blurred": "模糊", "incorrect": "不正确", "torn": "撕裂", "rusty": "生锈"}

// finding translates what an inspection found.
func (k *knowledge) finding(text string) (piece, bool) {
	if m := fewerInside.FindStringSubmatch(text); m != nil {
		if count, ok := chineseQuantity(m[1]); ok {
			said := map[string]string{"missing": "少", "short": "短装", "damaged": "有", "broken": "有", "wet": "有", "defective": "有"}[strings.ToLower(m[2])]
			after := map[string]string{"damaged": "损坏", "broken": "破损", "wet": "受潮", "defective": "不良"}[strings.ToLower(m[2])]
			return piece{text: m[3] + "号箱内" + said + count + after}, true
		}
	}
	if m := failedTest.FindStringSubmatch(text); m != nil {
		thing, test := k.chinesePhrase(m[1]), k.chinesePhrase(m[3])
		verb := "未通过"
		if strings.EqualFold(m[2], "passed") {
			verb = "通过"
		}
		return piece{thing.text + verb + test.text, append(thing.doubts, test.doubts...)}, true
	}
	if m := faultOn.FindStringSubmatch(text); m != nil {
		if count, ok := chineseQuantity(m[2]); ok {
			fault := k.faultText(m[1])
			return piece{count + fault.text, fault.doubts}, fault.final()
		}
	}
	if m := faultFound.FindStringSubmatch(text); m != nil {
		fault := k.chinesePhrase(m[1])
		if m[2] == "" {
			return piece{"发现" + fault.text, fault.doubts}, true
		}
		where := k.chinesePhrase(m[2])
		return piece{where.text + "上发现" + fault.text, append(fault.doubts, where.doubts...)}, true
	}
	return piece{}, false
}

// faultText writes a fault behind the goods it was found on: 颜色错误, 发现划痕.
func (k *knowledge) faultText(text string) piece {
	if m := loseThings.FindStringSubmatch(text); m != nil {
		thing := k.chinesePhrase(m[2])
		return piece{thing.text + faultWords[strings.ToLower(m[1])], thing.doubts}
	}
	fault := k.chinesePhrase(text)
	return piece{"有" + fault.text, fault.doubts}
}
