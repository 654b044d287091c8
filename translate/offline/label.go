package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

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

// asksFirst finds what somebody is asked at once.
var asksFirst = pattern.Lazily(`^(?:Please|Do not|If|Must) `)

// shortLabel finds a label in capitals, as forwarders write them: ETD, CY closing.
var shortLabel = pattern.Lazily(`^[A-Z]{2,5}(?: [A-Za-z]+)?$`)

// labelName translates what stands before a colon: a thing, one of which there is a
// choice, or what is to be done.
func (k *knowledge) labelName(label string) piece {
	name := k.phrase(label)
	if what, ok := strings.CutSuffix(label, "可选"); ok && what != "" {
		name = k.phrase(what)
		name.text += " options"
	}
	if test, ok := k.testName(label); ok && !name.final() && endsInTest.MatchString(label) {
		return piece{text: test}
	}
	if en, ok := k.labels()[label]; ok && !name.final() {
		return piece{text: en}
	}
	if v, _ := k.verbAtStart(label); !name.final() && v.frame != stative && !(v.frame == transitive && len([]rune(label)) <= 4) { // 测试标准: a name
		if made, ok := k.statement(label); ok {
			return made
		}
	}
	return name
}

// labelled translates "label: value".
func (k *knowledge) labelled(label, value string, kind Kind) piece {
	if p, ok := k.answered(label, value); ok {
		return p
	}
	name := k.labelName(label)
	if en := qualityLabels[label]; en != "" {
		name = piece{text: en}
	}
	if en, ok := k.composedLabel(label, value); ok && !name.final() {
		name = piece{text: en}
	}
	if en := plainValues[value]; en != "" {
		return piece{name.text + ": " + en, name.doubts}
	}
	if value == "无" {
		return piece{name.text + ": none", name.doubts}
	}
	if personLabels[label] {
		if person, ok := k.person(value); ok {
			return piece{name.text + ": " + person, name.doubts}
		}
	}
	var content piece
	if inGiga.MatchString(value) && !strings.ContainsAny(label, "重量") {
		content = piece{text: value} // 无线频率:2.4G
	} else if m := portsCounted.FindStringSubmatch(value); m != nil {
		content = piece{text: m[1] + " × " + m[2]}
	} else if packed, ok := k.packLine(value); ok && strings.HasPrefix(value, "每") {
		content = piece{text: k.lowered(packed.text)} // 包装方式:每件一袋
	} else if measured, ok := k.measuredValue(value); ok {
		content = piece{text: measured}
	} else if p, ok := k.saidOfGoods(value); ok {
		content = piece{text: k.lowered(p.text)}
	} else if p, ok := k.sentence(value, kind); ok && p.final() {
		content = p
		content.text = k.lowered(p.text)
	} else {
		content = k.clause(value, kind)
		if asksFirst.MatchString(content.text) {
			content.text = k.lowered(content.text) // 备注:请提前安排验货
		}
	}
	if strings.HasSuffix(name.text, "size") {
		content.text = strings.TrimPrefix(content.text, "size ")
	}
	return piece{name.text + ": " + content.text, append(name.doubts, content.doubts...)}
}
