package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// costOfParty finds who is to bear a cost: 运费由卖方负责. A cost is borne, not handled.
var costOfParty = pattern.Lazily(`^(.+(?:费用?|税款?|关税|税费|税金|成本|支出|开支|花费|款|损失|风险))(?:均|全部|都)?(?:应|须|需|将)?由(.+?)(?:负责支付|负责承担|全部承担|承担并支付|承担支付|负责|承担|支付|负担)$`)

// harmOfParty finds who is to answer for what went wrong: 因包装不良造成的损坏由卖方负责.
var harmOfParty = pattern.Lazily(`^(.+的(?:损坏|损失|破损|丢失|遗失|短缺|延误|后果|短少|质量问题|查验|退运|罚款|纠纷))(?:均|全部|都)?(?:应|须|需|将)?由(.+?)(?:承担责任|承担全部责任|负全责|负责|承担)$`)

// answeredFor translates it: damage caused by poor packing is the responsibility of the seller.
func (k *knowledge) answeredFor(text string) (piece, bool) {
	m := harmOfParty.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	harm := k.phrase(m[1])
	who, party, ok := k.participant(m[2])
	what, _, _ := strings.Cut(harm.text, " caused ")
	return piece{text: capitalised(harm.text) + " " + isOrAre(what) + " the responsibility of " + objective(who)}, ok && party && harm.final()
}

// borneBy translates who bears which cost.
func (k *knowledge) borneBy(text string) (piece, bool) {
	if p, ok := k.answeredFor(text); ok {
		return p, true
	}
	m := costOfParty.FindStringSubmatch(text)
	if m == nil || !strings.HasSuffix(text, "负责") && !strings.HasSuffix(text, "负担") {
		return piece{}, false
	}
	cost := k.phrase(m[1])
	who, party, ok := k.participant(m[2])
	if !ok || !party || !cost.final() || strings.HasSuffix(m[1], "货款") || strings.HasSuffix(m[1], "余款") || strings.HasSuffix(m[1], "尾款") {
		return piece{}, false
	}
	return piece{text: capitalised(cost.text) + " to be borne by " + objective(who)}, true
}
