package offline

import "yipiao/invoice/pattern"

// readLabels reads what documents are called and label their fields and columns
// with.
func readLabels() map[string]string {
	labels := map[string]string{}
	eachRow("tables/labels.tsv", func(row []string) { labels[row[0]] = row[1] })
	return labels
}

// label is the English of a text that is a label as a whole: 单号, 长, 致. Within a
// sentence or a title the same characters say other things; the user's own terms
// come before it.
func (k *knowledge) label(text string, kind Kind) (string, bool) {
	if kind == Title || kind == Company || kind == Address {
		return "", false
	}
	text = tight(text)
	for i := k.words[text]; i != 0; i = k.entries[i].next {
		if k.entries[i].class == user {
			return "", false
		}
	}
	english, ok := k.labels()[text]
	return english, ok
}

// leadingLabel finds the label of what may be several clauses.
var leadingLabel = pattern.Lazily(`^(备注|说明|注意|特别说明|特别要求|付款方式|付款条件|付款条款|结算方式|支付方式|包装|包装方式|包装要求|保险|质保|售后):([^:]+)$`)

// behindLabel translates what stands behind a label as a text of its own, since what is
// said in several clauses may be known only as a whole: 备注:黑色缺50件，用深灰色补.
func (k *knowledge) behindLabel(text string, kind Kind) (piece, bool) {
	m := leadingLabel.FindStringSubmatch(text)
	if m == nil {
		return piece{}, false
	}
	name, said := k.labelName(m[1]), k.clauses(m[2], kind)
	if en, ok := k.label(m[1], Note); ok && !name.final() {
		name = piece{text: en}
	}
	return piece{text: capitalised(name.text) + ": " + k.lowered(said.text)}, name.final() && said.final()
}
