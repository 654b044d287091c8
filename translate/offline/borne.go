package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// costOfParty finds who is to bear a cost: 运费由卖方负责. A cost is borne, not handled.
var costOfParty = pattern.Lazily(`^(.+(?:费用?|税款?|关税|税费|税金|成本|支出|开支|花费|款|损失|风险))(?:均|全部|都)?(?:应|须|需|将)?由(.+?)(?:负责支付|负责承担|全部承担|承担并支付|承担支付|负责|承担|支付|负担)$`)

// borneBy translates who bears which cost.
func (k *knowledge) borneBy(text string) (piece, bool) {
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
