package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// englishVerb is a verb that orders ask for things with.
type englishVerb struct {
	base, participle, zh string
	alone                bool // its Chinese has an object already: 贴标签
	carries              bool // what is done stands behind it: 进行检验
}

func loadEnglishVerbs() []englishVerb {
	var verbs []englishVerb
	eachRow("tables/english-verbs.tsv", func(row []string) {
		verbs = append(verbs, englishVerb{row[0], row[1], row[2], len(row) > 3 && row[3] == "alone", len(row) > 3 && row[3] == "carry"})
	})
	return verbs
}

var (
	asking   = pattern.Lazily(`(?i)^(please |kindly )?(do not |don't |never )?([a-z]+) (.+)$`)
	toBeDone = pattern.Lazily(`(?i)^(.+?) (must not be|shall not be|should not be|may not be|cannot be|can not be|must be|shall be|should be|has to be|have to be|needs to be|need to be|is to be|are to be|to be|will not be|will be|can be|may be) ([a-z]+(?:[ -][a-z]+)?|[a-z]+ and [a-z]+)$`)
	dutyToDo = pattern.Lazily(`(?i)^(.+?) (must not|shall not|should not|may not|cannot|will not|must|shall|should|has to|have to|will|may|can) ([a-z]+) (.+)$`)
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
	case modal == "cannot", modal == "can not":
		return "不能" // is not able to, or is not allowed to
	case strings.HasSuffix(modal, "not"):
		return "不得"
	case modal == "shall", modal == "should":
		return "应"
	}
	return "须"
}

var (
	perEach = pattern.Lazily(`(?i)^(.+? (?:must|shall|should|may|can)(?: not)? .+) per (carton|box|piece|set|pallet|bag|pair|order)$`)
	atCost  = pattern.Lazily(`(?i)^(.+) at (the buyer's|the seller's|the supplier's|buyer's|seller's|supplier's|your|our|its own|the factory's|factory's) (?:own )?(?:cost|expense|costs|expenses|account)$`)
)

var namedEach = map[string]string{"carton": "每箱", "box": "每盒", "piece": "每件", "set": "每套", "pallet": "每托", "bag": "每袋", "pair": "每双", "order": "每个订单"}

var payers = map[string]string{"the buyer's": "买方", "buyer's": "买方", "the seller's": "卖方", "seller's": "卖方", "the supplier's": "供应商", "supplier's": "供应商", "your": "贵方", "our": "我方", "its own": "其自行", "the factory's": "工厂", "factory's": "工厂"}

// qualities are what things must be.
var qualities = map[string]string{
	"clean": "干净", "dry": "干燥", "readable": "清晰可读", "legible": "清晰可读", "clear": "清晰", "new": "全新", "strong": "牢固", "identical": "一致", "visible": "清晰可见", "complete": "完整", "correct": "正确", "smooth": "光滑", "intact": "完好", "airtight": "密封", "waterproof": "防水", "scannable": "可扫描", "empty": "空的", "non-toxic": "无毒", "odorless": "无异味", "leakproof": "防漏", "leak-proof": "防漏", "removable": "可拆卸", "adjustable": "可调节", "bpa free": "不含BPA", "bpa-free": "不含BPA", "lead free": "无铅", "lead-free": "无铅", "food grade": "为食品级", "fireproof": "防火", "rustproof": "防锈", "pre-shrunk": "经预缩处理", "airtight and waterproof": "密封防水",
}

// chineseClause translates a asking or a duty: please send …, … must be inspected
// before shipment. Times stand first in Chinese, then the byMeans, then the verb.
func (k *knowledge) chineseClause(text string) (piece, bool) {
	if m := perEach.FindStringSubmatch(text); m != nil {
		p, ok := k.chineseClause(m[1])
		return piece{namedEach[strings.ToLower(m[2])] + p.text, p.doubts}, ok
	}
	if m := atCost.FindStringSubmatch(text); m != nil {
		p, ok := k.chineseClause(m[1])
		return piece{p.text + "，费用由" + payers[strings.ToLower(m[2])] + "承担", p.doubts}, ok
	}
	rest, times, manners := k.adjunctsOf(text)
	if m := toBeDone.FindStringSubmatch(rest); m != nil {
		if v, ok := k.englishVerbOf(m[3], true); ok {
			subject := k.chinesePhrase(m[1])
			modal := modalIntoChinese(m[2])
			if strings.HasPrefix(times, "未经") {
				modal = strings.Replace(modal, "不能", "不得", 1)
				return piece{times + subject.text + modal + manners + v.zh, subject.doubts}, modal == "不得"
			}
			if v.carries {
				return piece{strings.TrimPrefix(times, "在") + modal + manners + v.zh + subject.text, subject.doubts}, modal != "将不"
			}
			switch {
			case (modal == "不得" || modal == "不能") && times != "" && !strings.HasPrefix(times, "不"):
				return piece{strings.TrimPrefix(times, "在") + "，" + subject.text + modal + manners + v.with(manners, subject.text), subject.doubts}, true
			case modal == "将不":
				modal = "将不予"
			case modal == "将" && times+manners == "":
				modal = "将被"
			}
			return piece{subject.text + modal + times + manners + v.with(manners, subject.text), subject.doubts}, true
		}
	}
	if m := dutyToBe.FindStringSubmatch(text); m != nil && qualities[strings.ToLower(m[3])] != "" {
		subject := k.chinesePhrase(m[1])
		return piece{subject.text + modalIntoChinese(m[2]) + qualities[strings.ToLower(m[3])], subject.doubts}, !strings.Contains(m[2], "not")
	}
	if m := dutyToDo.FindStringSubmatch(rest); m != nil {
		if v, what, ok := k.verbBefore(m[3], m[4]); ok && !v.alone && !strings.Contains(manners, "由") {
			subject, object := k.chinesePhrase(m[1]), k.chinesePhrase(what)
			modal, doubts := modalIntoChinese(m[2]), append(subject.doubts, object.doubts...)
			if consent := strings.TrimPrefix(times, "未经"); consent != times {
				modal = strings.Replace(strings.TrimPrefix(modal, "将"), "不能", "不得", 1)
				return piece{times + "，" + subject.text + modal + manners + v.with(manners, object.text) + object.text, doubts}, modal == "不" || modal == "不得"
			}
			if modal == "不得" && strings.HasSuffix(times, "中") || strings.HasSuffix(times, "期间") {
				return piece{strings.TrimPrefix(times, "在") + subject.text + modal + manners + v.with(manners, object.text) + object.text, doubts}, true
			}
			return piece{subject.text + modal + times + manners + v.with(manners, object.text) + object.text, doubts}, true
		}
	}
	if m := asking.FindStringSubmatch(rest); m != nil && !strings.Contains(manners, "由") {
		plain := m[1] == "" && m[2] == "" && !startsWithDeterminer(m[4]) && !onlyVerbs[strings.ToLower(m[3])] // test report
		if v, what, ok := k.verbBefore(m[3], m[4]); ok && !plain && !v.alone {
			if p, ok := k.requestWith(v, what, requestText(m[1] != "", m[2] != "", times, manners)); ok {
				return p, true
			}
			if p, ok := k.requestTo(v, m, times, manners); ok {
				return p, true
			}
			object := k.chinesePhrase(what)
			return piece{requestText(m[1] != "", m[2] != "", times, manners) + v.with(manners, object.text) + object.text, object.doubts}, true
		}
	}
	return piece{}, false
}

// onlyVerbs are the verbs that are no nouns: what begins with one asks for something.
var onlyVerbs = map[string]bool{"use": true, "send": true, "deliver": true, "remove": true, "avoid": true, "provide": true, "follow": true, "attach": true, "submit": true, "include": true, "inform": true, "arrange": true, "confirm": true, "install": true, "cancel": true, "replace": true, "reject": true, "deduct": true, "revise": true, "ensure": true, "increase": true, "reduce": true, "add": true, "notify": true, "protect": true, "separate": true}

// sentTo are the verbs that move a thing, with what they do to where it goes.
var sentTo = map[string]string{"send": "寄送至", "ship": "发运至", "deliver": "送至", "forward": "转发给", "return": "退回至"}

// requestTo reads a request that says where to: send the invoice to the buyer.
func (k *knowledge) requestTo(v englishVerb, m []string, times, manners string) (piece, bool) {
	moved, goal := sentTo[v.base], ""
	object, where, found := strings.Cut(" "+m[4], " to ")
	if moved == "" || !found || m[2] != "" {
		return piece{}, false
	}
	target := k.goalText(where)
	if !target.final() {
		return piece{}, false
	}
	goal = target.text
	if at, ok := strings.CutPrefix(manners, "在"); ok { // to our forwarder in Shenzhen
		ours, isOurs := strings.CutPrefix(goal, "我方")
		if !isOurs || strings.ContainsAny(at, "在由通用按内上中") {
			return piece{}, false
		}
		goal, manners = "我方"+at+ours, ""
	}
	if strings.Contains(manners, "邮件") {
		moved = "发送至"
	}
	if object = strings.TrimSpace(object); object == "" {
		return piece{text: requestText(m[1] != "", false, times, manners) + moved + goal}, true
	}
	what := k.chinesePhrase(object)
	return piece{requestText(m[1] != "", false, times, "") + "将" + what.text + manners + moved + goal, what.doubts}, true
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

// verbBefore finds the verb that a phrase begins with, of one word or two, and its object.
func (k *knowledge) verbBefore(word, rest string) (v englishVerb, object string, ok bool) {
	if second, behind, more := strings.Cut(rest, " "); more {
		if v, ok := k.englishVerbOf(word+" "+second, false); ok {
			return v, behind, true
		}
	}
	v, ok = k.englishVerbOf(word, false)
	return v, rest, ok
}

func (k *knowledge) englishVerbOf(word string, participle bool) (englishVerb, bool) {
	word = strings.ToLower(word)
	if first, second, ok := strings.Cut(word, " and "); ok && participle {
		a, known := k.englishVerbOf(first, true)
		b, both := k.englishVerbOf(second, true)
		return englishVerb{base: a.base, participle: word, zh: a.zh + "并" + b.zh, alone: a.alone || b.alone}, known && both && !a.carries && !b.carries && a.zh != b.zh
	}
	for _, v := range k.englishVerbs() {
		if participle && v.participle == word || !participle && v.base == word {
			return v, true
		}
	}
	return englishVerb{}, false
}
