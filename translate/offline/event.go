package offline

import "strings"

// event translates what happens as a noun: shipment, receipt of deposit.
func (k *knowledge) event(zh string, way reading) (string, bool) {
	if date, _, length := readDate(zh, ""); length > 0 && length == len(zh) {
		return date, true
	}
	if en, ok := events[zh]; ok {
		return en, true
	}
	if share.MatchString(zh) {
		return "", false // 50%发货前, 余款70%验货合格后: of what is paid
	}
	if sum, ok := strings.CutSuffix(zh, "到账"); ok && sum != "" {
		if v := k.verbs[sum]; v.zh != "" {
			return "receipt of " + v.deed(""), true // 汇款到账
		}
	}
	if event, ok := k.arrival(zh); ok {
		return event, true
	}
	for _, passed := range []string{"合格", "通过"} {
		if test, ok := strings.CutSuffix(zh, passed); ok {
			for who, en := range parties {
				if look, ok := strings.CutPrefix(test, who); ok && events[look] == "inspection" && strings.HasPrefix(en, "the ") {
					return "passing the inspection by " + en, true // 客户验货通过
				}
			}
		}
	}
	if event, ok := k.trialEvent(zh); ok {
		return event, true
	}
	if event, ok := k.spell(zh); ok {
		return event, true
	}
	for _, end := range []string{"完成", "完毕", "结束"} {
		if work, ok := strings.CutSuffix(zh, end); ok && (k.verbs[work].frame == transitive || events[work] != "") {
			if event := events[work]; event != "" {
				return "completion of " + event, true
			}
			return "completion of " + k.verbs[work].deed(""), true
		} else if ok && work != "" {
			if what, ok := k.thing(work); ok && k.ofClass(work, part, noun, "inspect") != nil {
				return "completion of " + what, true // 纠正措施完成
			}
		}
	}
	if event, ok := k.doneWith(zh); ok {
		return event, true
	}
	for _, v := range k.verbsIn(zh, true) {
		before, after := zh[:v.start], zh[v.end:]
		if who, party, ok := k.participant(before); ok && party && after != "" && v.verb.frame == transitive {
			if what, ok := k.thing(after); ok {
				return v.verb.deed(what) + " by " + who, true
			}
		}
		if before != "" && (after != "" || !way.wholeEvents && v.verb.zh != "到账" || v.verb.packs() || events[v.verb.zh] != "" && v.verb.zh != "到账" && k.isMoney(before)) || v.verb.frame == stative {
			continue
		}
		object := before + after
		if object == "" {
			return v.verb.deed(""), true
		}
		if strings.HasSuffix(object, "%") {
			continue // 50%交货时付: not delivery of 50%
		}
		if v.verb.frame == bringing { // 送到 without a place: of the goods
			v.verb.noun = v.verb.noun[:strings.LastIndexByte(v.verb.noun, ' ')] + " of"
		}
		if english, party, ok := k.participant(object); ok {
			if party && before != "" {
				return v.verb.deed("") + " by " + english, true
			}
			return v.verb.deed(english), true
		}
	}
	if what, deed, ok := strings.Cut(zh, "经"); ok && what != "" && deed != "" {
		if event, ok := k.approval(what, strings.TrimPrefix(deed, "由")); ok {
			return event, true
		}
	}
	for _, passed := range []string{"合格", "通过"} {
		if test, ok := strings.CutSuffix(zh, passed); ok && test != "" {
			if english, ok := k.thing(test); ok {
				return "passing " + withThe(english), true
			}
		}
	}
	if rest, ok := strings.CutPrefix(zh, "经"); ok {
		return k.event(rest, way)
	}
	if _, ok := k.verbAtEnd(zh); ok && k.lookup(zh, phraseOrder) == nil {
		return "", false // whose deed it is has been tried
	}
	if english, ok := k.thing(zh); ok && !strings.Contains(english, " against ") && !endsInTime.MatchString(zh) {
		return english, true
	}
	return "", false
}

// arrival reads where something arrives: 货物到达买方仓库, arrival of the goods at the
// buyer's warehouse.
func (k *knowledge) arrival(zh string) (string, bool) {
	for _, goods := range []string{"货物到", "货到"} {
		where, _ := strings.CutPrefix(zh, goods)
		if where == zh || where == "" {
			continue
		}
		if place := k.namedPlace(where); place != "" {
			return "arrival of the goods at " + place, true
		}
		if place := k.namedPlace(strings.TrimSuffix(where, "港")); place != "" {
			return "arrival of the goods at " + place + " port", true // 货到鹿特丹港
		}
	}
	for _, verb := range []string{"到达", "抵达", "运抵", "送达"} {
		what, where, found := strings.Cut(zh, verb)
		if !found || what == "" || where == "" {
			continue
		}
		thing, ok := k.thing(what)
		if !ok {
			return "", false
		}
		place := k.namedPlace(where)
		if place == "" {
			name, ok := k.thing(where)
			if !ok {
				return "", false
			}
			place = withThe(name)
		}
		return "arrival of " + withThe(thing) + " at " + place, true
	}
	return "", false
}

// doneWith reads what is done by a means: 用珍珠棉包裹, wrapping with EPE foam.
func (k *knowledge) doneWith(zh string) (string, bool) {
	for _, lead := range []string{"用", "使用", "采用"} {
		rest, ok := strings.CutPrefix(zh, lead)
		if !ok {
			continue
		}
		v, ok := k.verbAtEnd(rest)
		if !ok || v.frame != transitive {
			return "", false
		}
		means, ok := k.thing(strings.TrimSuffix(rest, v.zh))
		if holds(means) && v.base == "pack" {
			return "packing in " + means, ok
		}
		return v.deed("") + " with " + means, ok
	}
	return "", false
}

// isMoney reports deposits, balances and the like, which are not shipped.
func (k *knowledge) isMoney(zh string) bool {
	return k.ofClass(zh, "pay") != nil || strings.HasSuffix(zh, "%")
}

// approval reads what is done to a thing by a party: 样品经买方书面确认, written
// confirmation of the sample by the buyer.
func (k *knowledge) approval(what, deed string) (string, bool) {
	v, ok := k.verbAtEnd(deed)
	if !ok || v.frame != transitive {
		return "", false
	}
	who, party, ok := k.participant(strings.TrimSuffix(deed, v.zh))
	if !ok || !party {
		return "", false
	}
	english, ok := k.thing(what)
	if !ok {
		return "", false
	}
	return v.deed(withThe(english)) + " by " + objective(who), true
}

// objective writes who does something behind a preposition.
func objective(who string) string {
	if who == "we" {
		return "us"
	}
	return who
}

// events are what trade counts time from.
var events = map[string]string{
	"发货": "shipment", "出货": "shipment", "装运": "shipment", "装船": "loading", "交货": "delivery", "收货": "receipt of the goods", "到货": "arrival of the goods", "货到": "arrival of the goods", "验货": "inspection",
	"验货合格": "passing the inspection", "检验合格": "passing the inspection", "验收合格": "acceptance", "下单": "order placement", "付款": "payment", "到港": "arrival at port", "开船": "sailing", "生产": "production", "大货生产": "mass production",
	"签约": "signing the contract", "提货": "pickup of the goods", "清关": "customs clearance", "使用": "use", "装柜": "container loading", "包装": "packing", "封箱": "sealing the cartons", "付清全款": "full payment", "见提单副本": "sight of the copy of B/L", "见提单复印件": "sight of the copy of B/L", "见单": "sight of documents", "见票": "sight", "付清货款": "full payment", "付清余款": "full payment of the balance", "全款付清": "full payment", "装运期": "the time of shipment", "交货期": "the time of delivery", "交期": "the delivery date", "装船期": "the time of shipment", "船期": "the sailing date", "到期日": "the due date", "货物到港": "arrival of the goods at port", "货物到达": "arrival of the goods", "生产完成": "completion of production", "装箱": "packing",
	"大货": "mass production", "收款": "receipt of payment", "到账": "receipt of payment", "款到": "receipt of payment", "提单日": "B/L date", "提单日期": "the B/L date", "发票日": "the invoice date", "发票日期": "the invoice date", "通电": "power-on", "开机": "power-on", "下大货": "placing the bulk order", "开箱": "opening the cartons", "收到货": "receipt of the goods", "收到货物": "receipt of the goods", "检验": "inspection", "验收": "acceptance", "订货": "order placement", "开航": "sailing", "出运": "shipment", "发运": "shipment",
	"出厂": "dispatch from the factory", "海关放行": "customs release", "退柜": "return of the container", "还柜": "return of the container", "过保": "warranty expiry", "货好": "cargo readiness",
	"签收": "signing for the goods", "货到目的港": "arrival of the goods at the port of destination", "货物到达目的港": "arrival of the goods at the port of destination", "货到目的口岸": "arrival of the goods at the port of destination", "货到工地": "arrival of the goods at the site", "货到现场": "arrival of the goods on site", "货到工厂": "arrival of the goods at the factory", "货到仓库": "arrival of the goods at the warehouse", "设备到厂": "arrival of the equipment at the factory", "设备到货": "arrival of the equipment", "设备到场": "arrival of the equipment on site",
	"交单": "presentation of documents", "交机": "delivery of the machine", "开证": "opening of the L/C", "改证": "amendment of the L/C", "开模": "mold making", "打样": "sampling", "试模": "mold trial", "试机": "machine trial", "备料": "material preparation", "投产": "the start of production", "清款": "settlement", "询价": "inquiry", "议价": "price negotiation", "对账": "account reconciliation", "开票": "invoicing", "合同生效": "the effective date of the contract", "合同到期": "expiry of the contract", "合同期满": "expiry of the contract", "合同终止": "termination of the contract", "合同解除": "termination of the contract", "报价到期": "expiry of the quotation", "质保期满": "expiry of the warranty period", "保修期满": "expiry of the warranty period", "质保期结束": "the end of the warranty period", "安装调试": "installation and commissioning", "安装调试合格": "successful installation and commissioning", "调试合格": "successful commissioning", "试运行": "trial operation", "试运行合格": "successful trial operation", "终验": "final acceptance", "终验合格": "final acceptance", "预验收": "pre-acceptance", "预验收合格": "pre-acceptance", "信用证到期": "expiry of the L/C", "提单签发": "issue of the B/L", "收汇": "receipt of foreign exchange", "首单": "the first order", "续签": "renewal", "涨价": "the price increase", "降价": "the price reduction",
}
