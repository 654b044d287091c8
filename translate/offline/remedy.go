package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// saidOfFindings translates what an inspection reports and what is done about it.
func (k *knowledge) saidOfFindings(text string) (piece, bool) {
	for _, read := range []func(string) (piece, bool){k.sampleWith, k.countedFinding, k.countedState, k.spots, k.lacking, k.lackingBehind, k.countedAmong, k.shareFaulty, k.noneUnder, k.badlyIn, k.unharmed, k.faultsFound, k.faultsFoundOn, k.faultsAlone, k.trial, k.often, k.undertakes, k.changed} {
		if p, ok := read(text); ok {
			return p, true
		}
	}
	return piece{}, false
}

// undertaken finds what somebody promises: 工厂承诺于6月10日前完成返工.
var undertaken = pattern.Lazily(`^(.+?)(已)?(承诺|保证|同意|答应|愿意|计划|拒绝)(?:会|将|在)?(.+)$`)

// undertakings are the ways to promise, for one and for several.
var undertakings = map[string][2]string{"承诺": {"undertakes to ", "undertake to "}, "保证": {"guarantees to ", "guarantee to "}, "同意": {"agrees to ", "agree to "}, "答应": {"agrees to ", "agree to "}, "愿意": {"is willing to ", "are willing to "}, "拒绝": {"refuses to ", "refuse to "}, "计划": {"plans to ", "plan to "}}

// undertakes translates a promise: the factory undertakes to complete the rework
// before June 10.
func (k *knowledge) undertakes(text string) (piece, bool) {
	m := undertaken.FindStringSubmatch(text)
	if m == nil || parties[m[1]] == "" {
		return piece{}, false
	}
	deed, ok := k.singleFrom(statement{polite: true}, m[4])
	if !ok {
		return piece{}, false
	}
	what, ok := strings.CutPrefix(deed.text, "Please ")
	if !ok || strings.HasPrefix(what, "do not ") {
		return piece{}, false
	}
	who, form := parties[m[1]], undertakings[m[3]][0]
	if isPlural(who) {
		form = undertakings[m[3]][1]
	}
	if m[2] != "" && m[3] == "同意" {
		form = hasOrHave(who) + " agreed to " // 工厂已同意返工
	}
	return piece{text: capitalised(who + " " + form + theDeed.Replace(what))}, true
}

// theDeed sets the article before a deed that is to be completed or arranged.
var theDeed = strings.NewReplacer("complete reworking", "complete the rework", "complete production", "complete the production", "complete packing", "complete the packing", "arrange reworking", "arrange the rework")

// oftenDone finds how often something is looked at: 每两小时抽检一次, 每100件抽检1件.
var oftenDone = pattern.Lazily(`^每(隔)?(\d+|半|[一二两三四五六七八九十]+)?(个)?(小时|分钟|天|日|周|月|季度|年|件|箱|台|只|套|批|卷|米|班)(次|须|需|应)?(抽检|抽查|检查|检验|巡检|测试|测量|抽样|检测|记录|点检|校准|清洁|首检|付款|发货|出货|对账|结算|保养|维护)(\d+|[一二两三四五六七八九十]+)(次|件|个|只|台|套|箱|条|双|米)$`)

// doneOften are the names of what is done again and again.
var doneOften = map[string]string{"抽检": "random inspection", "抽查": "spot check", "检查": "check", "检验": "inspection", "巡检": "patrol inspection", "测试": "test", "测量": "measurement", "抽样": "sampling", "检测": "test", "记录": "record", "点检": "spot check", "校准": "calibration", "清洁": "cleaning", "付款": "payment", "发货": "shipment", "出货": "shipment", "对账": "account reconciliation", "结算": "settlement", "保养": "maintenance", "维护": "maintenance", "首检": "first article inspection"}

// doneTo are the same with a number of pieces: 1 pc inspected at random.
var doneTo = map[string]string{"抽检": "inspected at random", "抽查": "spot-checked", "检查": "checked", "检验": "inspected", "测试": "tested", "测量": "measured", "抽样": "sampled", "检测": "tested"}

// oftenCounted is what there is one of each time.
var oftenCounted = map[string]string{"小时": "hours", "分钟": "minutes", "天": "days", "日": "days", "周": "weeks", "月": "months", "季度": "quarters", "年": "years", "件": "pcs", "箱": "cartons", "台": "units", "只": "pcs", "套": "sets", "批": "batches", "卷": "rolls", "米": "meters", "班": "shifts"}

// often translates it: random inspection once every 2 hours; 1 pc inspected at random
// per 100 pcs.
func (k *knowledge) often(text string) (piece, bool) {
	m := oftenDone.FindStringSubmatch(text)
	if m == nil || m[2] == "半" {
		return piece{}, false
	}
	number := "1"
	if m[2] != "" {
		number, _ = readNumber(m[2])
	}
	of := oftenCounted[m[4]]
	span := number + " " + of
	if number == "1" {
		span = strings.TrimSuffix(of, "s")
		if of == "batches" {
			span = "batch"
		}
	}
	times, _ := readNumber(m[7])
	if m[8] != "次" {
		done := doneTo[m[6]]
		return piece{text: k.quantity(m[7]+m[8]) + " " + done + " per " + span}, done != ""
	}
	if times == "1" {
		times = "once"
	} else {
		times += " times"
	}
	return piece{text: capitalised(doneOften[m[6]]) + " " + times + " every " + span}, true
}

// changedInto finds what takes the place of what: 包装改用牛皮纸盒, 颜色改为哑光黑.
var changedInto = pattern.Lazily(`^(.+?)(已|已经|需|须|应|必须|可|全部|均)?(?:由|从)?(.*?)(?:改用|改为|改成|换成|换为|更换为|变更为|更改为|调整为)(.+)$`)

// raisedOrCut finds what becomes more or less: 每箱数量由24件减为20件.
var raisedOrCut = pattern.Lazily(`^(.+?)(已|已经|需|须|应|必须|可)?(?:由|从)(.+?)(减为|减少为|减少到|减至|降为|降至|降低到|下降到|下降至|上升到|上升至|提升到|提升至|提高至|增加到|增加为|增至|升至|提高到|缩短为|缩短到|延长到|延长至)(.+)$`)

// changed translates it: packing to be changed to kraft paper box.
func (k *knowledge) changed(text string) (piece, bool) {
	m, done := changedInto.FindStringSubmatch(text), "changed"
	if more := raisedOrCut.FindStringSubmatch(text); more != nil {
		m, done = []string{"", more[1], more[2], more[3], more[5]}, raised[more[4]]
	}
	if m == nil {
		return piece{}, false
	}
	what, ok := k.thing(m[1])
	if !ok {
		return piece{}, false
	}
	from := ""
	if m[3] != "" {
		before, ok := k.thingOrMeasure(m[3])
		if !ok {
			return piece{}, false
		}
		from = " from " + before
	}
	into, ok := k.thingOrMeasure(m[4])
	if !ok {
		return piece{}, false
	}
	form := map[string]string{"已": "", "已经": "", "必须": "must be ", "须": "must be ", "可": "can be ", "全部": "all to be ", "均": "all to be ", "": "to be ", "需": "to be ", "应": "to be "}[m[2]]
	if m[2] == "" && from != "" {
		form = ""
	}
	return piece{text: capitalised(what) + " " + form + done + from + " to " + into}, true
}

// raised are the participles of what becomes more or less.
var raised = map[string]string{"减为": "reduced", "减少为": "reduced", "减少到": "reduced", "减至": "reduced", "降为": "reduced", "降至": "reduced", "降低到": "reduced", "下降到": "reduced", "下降至": "reduced", "上升到": "increased", "上升至": "increased", "提升到": "increased", "提升至": "increased", "提高到": "increased", "提高至": "increased", "增加到": "increased", "增加为": "increased", "增至": "increased", "升至": "increased", "缩短为": "shortened", "缩短到": "shortened", "延长到": "extended", "延长至": "extended"}

// thingOrMeasure translates a thing, a colour or how much.
func (k *knowledge) thingOrMeasure(zh string) (string, bool) {
	if what, ok := k.thing(zh); ok {
		return what, true
	}
	p := k.phrase(zh)
	return p.text, p.final() && !k.saysWhen(zh)
}

// regardTo finds a clause that names what the next one remedies: 针对虚焊问题.
var regardTo = pattern.Lazily(`^(?:针对|对于|关于)(.+?)(问题|现象|情况)?$`)

// regarding translates it.
func (k *knowledge) regarding(text string) (piece, bool) {
	m := regardTo.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	if what, ok := k.thing(m[1] + m[2]); ok {
		return piece{text: withArticle("Regarding the ", what)}, true
	}
	what, ok := k.thing(m[1])
	return piece{text: withArticle("Regarding the ", what)}, ok
}

var requestTo = pattern.Lazily(`^(?:请|烦请|麻烦|敬请)(.+)$`)

// requestsParty translates what a party other than the reader is asked to do:
// 请工厂提供整改照片.
func (k *knowledge) requestsParty(text string) (piece, bool) {
	m := requestTo.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	for _, length := range k.subjectLengths(m[1]) {
		who := parties[m[1][:length]]
		if !strings.HasPrefix(who, "the ") {
			continue
		}
		first, second, joined := strings.Cut(m[1][length:], "并")
		what, ok := k.deedAsked(first)
		if also, more := k.deedAsked(second); joined && more {
			what += " and " + also
		} else if joined {
			return piece{}, false
		}
		if !ok {
			return piece{}, false
		}
		return piece{text: capitalised(who) + " " + isOrAre(who) + " requested to " + theDeed.Replace(what)}, true
	}
	return piece{}, false
}

// deedAsked translates what somebody is asked to do: provide photos.
func (k *knowledge) deedAsked(zh string) (string, bool) {
	deed, ok := k.singleFrom(statement{polite: true}, zh)
	what, asked := strings.CutPrefix(deed.text, "Please ")
	return what, ok && asked && !strings.HasPrefix(what, "do not ")
}
