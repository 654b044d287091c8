package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// A clause before a comma that names a party and its fault is a condition, though
// no if stands there: 买方逾期付款，…; so is a party's reason and what it leads to.
var (
	faultOf  = pattern.Lazily(`^(?:如果|如|若)?(买方|卖方|客户|客人|供方|需方|甲方|乙方|任何一方|任意一方|一方|工厂|供应商|供货方|采购方)(逾期|延迟|延期|迟延|未按时|未按期|未如期)?(付款|支付货款|交货|发货|取消订单|违约|拒收货物|拒绝收货)(?:超过(\d+)[天日])?(?:的|时)?$`)
	reasonOf = pattern.Lazily(`^(?:如果|如|若)?(?:因|由于|因为)(买方|卖方|客户|客人|供方|需方|甲方|乙方|工厂|供应商|供货方|采购方|质量|天气|运输|海关)(?:的)?(?:自身)?原因(?:而)?(?:导致|造成|引起|致使)?(?:的)?(.+?)(?:的|时)?$`)
)

// lateIn says in what one who is late is late.
var lateIn = map[string]string{"付款": "payment", "支付货款": "payment", "交货": "delivery", "发货": "shipment"}

// faults are what a party does wrong at any time.
var faults = map[string]string{"取消订单": "cancels the order", "违约": "breaches the contract", "拒收货物": "refuses to accept the goods", "拒绝收货": "refuses to accept the goods"}

// consequences are what follows from somebody's reason.
var consequences = map[string]string{
	"取消订单": "the order is cancelled", "订单取消": "the order is cancelled", "更改订单": "the order is changed", "修改订单": "the order is changed", "退货": "the goods are returned", "退款": "a refund is made", "返工": "rework is needed",
	"延迟交货": "delivery is delayed", "延期交货": "delivery is delayed", "逾期交货": "delivery is delayed", "交货延迟": "delivery is delayed", "交货延误": "delivery is delayed", "延误交货": "delivery is delayed",
	"延迟发货": "shipment is delayed", "延期发货": "shipment is delayed", "发货延迟": "shipment is delayed", "发货延误": "shipment is delayed", "延误发货": "shipment is delayed", "延迟出货": "shipment is delayed",
	"不能交货": "the goods cannot be delivered", "无法交货": "the goods cannot be delivered", "不能发货": "the goods cannot be shipped", "无法发货": "the goods cannot be shipped", "不能按时交货": "the goods cannot be delivered on time", "不能履行合同": "the contract cannot be performed", "无法履行合同": "the contract cannot be performed",
	"延迟付款": "payment is delayed", "逾期付款": "payment is delayed", "延误": "there is a delay", "延期": "there is a delay", "延迟": "there is a delay", "货物损坏": "the goods are damaged", "产品损坏": "the goods are damaged",
}

// causes are the reasons that are nobody's.
var causes = map[string]string{"质量": "for quality reasons", "天气": "because of the weather", "运输": "for transport reasons", "海关": "for customs reasons"}

// leadingCondition translates a clause that the next clause depends on.
func leadingCondition(text string) (piece, bool) {
	if m := reasonOf.FindStringSubmatch(text); m != nil {
		follows, ok := consequences[m[2]]
		cause := causes[m[1]]
		if cause == "" {
			cause = "for reasons attributable to " + parties[m[1]]
		}
		return piece{text: "If " + follows + " " + cause}, ok
	}
	m := faultOf.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	who, when, what, days := parties[m[1]], m[2], m[3], m[4]
	if late := lateIn[what]; late != "" && when != "" {
		by := "late"
		if days != "" {
			by = "more than " + days + " days late"
		}
		return piece{text: "If " + who + " is " + by + " in " + late}, true
	}
	does := faults[what]
	return piece{text: "If " + who + " " + does}, does != "" && when == "" && days == ""
}

// inCase translates a clause that ends in 的 and that the next depends on: 逾期交货的，
func (k *knowledge) inCase(text string) (piece, bool) {
	what, ok := strings.CutSuffix(text, "的")
	if !ok || what == "" {
		return piece{}, false
	}
	if p, ok := k.conditional("如" + what); ok {
		return p, true
	}
	p := k.phrase(what)
	if !p.final() || isAdjective(p.text) || k.onlyQualities(what) {
		return piece{}, false
	}
	tokens := k.segment(what, phraseOrder)
	if last := tokens[len(tokens)-1]; !nominal(last.class, last.en) {
		return piece{}, false
	}
	return piece{text: "In case of " + p.text}, true
}

// sizesOf are the letters for the lengths of a thing that is so long, wide and high.
var sizesOf = map[string]string{"长": "L", "宽": "W", "高": "H", "厚": "T", "深": "D", "直径": "Dia.", "外径": "OD", "内径": "ID"}

var (
	productOfLengths = pattern.Lazily(`^(?:(?:[长宽高厚深直外内][度径]?)\d+(?:\.\d+)?(?:cm|mm|m|厘米|毫米|米)?[×x*]){1,2}[长宽高厚深][度]?\d+(?:\.\d+)?(?:cm|mm|m|厘米|毫米|米)?$`)
	oneLength        = pattern.Lazily(`([直外内]径|[长宽高厚深])[度]?(\d+(?:\.\d+)?)(cm|mm|m|厘米|毫米|米)?`)
)

// dimensions writes 长25cm×宽18cm×高12cm: L 25 cm × W 18 cm × H 12 cm.
func dimensions(text string) (string, bool) {
	if !productOfLengths.MatchString(text) {
		return "", false
	}
	var sides []string
	for _, m := range oneLength.FindAllStringSubmatch(text, -1) {
		unit := map[string]string{"厘米": "cm", "毫米": "mm", "米": "m"}[m[3]]
		if unit == "" {
			unit = m[3]
		}
		sides = append(sides, strings.TrimSpace(sizesOf[m[1]]+" "+m[2]+" "+unit))
	}
	return strings.Join(sides, " × "), true
}

// needed translates what stands behind 如, where something needs to be done: 如需更改订单.
func (k *knowledge) needed(text string) (piece, bool) {
	for _, need := range []string{"需要", "需", "须", "要"} {
		rest, ok := strings.CutPrefix(text, need)
		if !ok {
			continue
		}
		for _, v := range k.verbsIn(rest, false) {
			if v.start > 0 || v.verb.frame != transitive || v.end == len(rest) {
				continue
			}
			what, ok := k.thing(rest[v.end:])
			if !ok {
				continue
			}
			be := "needs"
			if isPlural(what) {
				be = "need"
			}
			return piece{text: "If " + withThe(what) + " " + be + " to be " + v.verb.participle}, true
		}
	}
	return piece{}, false
}
