package offline

import "strings"

// because translates 因… with a deed: because the customer did not confirm the sample.
func (k *knowledge) because(text string) (piece, bool) {
	for _, lead := range []string{"由于", "因为", "因"} {
		rest, ok := strings.CutPrefix(text, lead)
		if !ok || !strings.ContainsAny(rest, "未没") {
			continue
		}
		p, ok := k.singleFrom(statement{conditional: true}, rest)
		return piece{text: "Because " + strings.Replace(strings.Replace(p.text, " does not ", " did not ", 1), " do not ", " did not ", 1)}, ok
	}
	return piece{}, false
}

// conditional translates 如…: if the order is cancelled.
func (k *knowledge) conditional(text string) (piece, bool) {
	if when, length := k.timeAt(text); length > 0 && strings.HasPrefix(when, "within ") {
		for _, lead := range []string{"如", "若"} {
			if !strings.HasPrefix(text[length:], lead) {
				continue
			}
			p, ok := k.sentence(text[length:], Note) // 质保期内如出现质量问题
			if !ok || !p.final() {
				p, ok = k.conditional(text[length:])
			}
			return piece{text: p.text + " " + when}, ok
		}
	}
	for _, lead := range []string{"如果", "如若", "倘若", "如", "若"} {
		if rest, ok := strings.CutPrefix(text, lead); ok {
			rest = strings.TrimSuffix(rest, "的")
			if p, ok := k.needed(rest); ok {
				return p, true
			}
			p, ok := k.singleFrom(statement{conditional: true}, rest)
			return piece{text: "If " + p.text}, ok
		}
	}
	return piece{}, false
}

// coordinated translates "A并B", B with A's subject and modal.
func (k *knowledge) coordinated(text string) (piece, bool) {
	if rest, ok := strings.CutPrefix(text, "由"); ok && k.beginsWithParty(rest) && !strings.Contains(rest, "的") {
		text = rest // 由卖方报关并办理出口退税
	}
	for _, and := range []string{"并且", "并", "且"} {
		before, after, ok := strings.Cut(text, and)
		if !ok || before == "" || after == "" {
			continue
		}
		first, ok := k.single(before)
		if !ok {
			continue
		}
		verbs := k.verbsIn(before, true)
		if k.beginsWithParty(before) {
			verbs = append(verbs, k.verbsIn(before, false)...)
		}
		for _, v := range verbs {
			second, ok := k.single(before[:v.start] + after)
			if !ok {
				continue
			}
			if rest := withoutCommonStart(first.text, second.text); rest != "" && rest != second.text {
				if strings.HasSuffix(first.text, " in advance") {
					return piece{text: first.text + " and " + withoutCommonEnd(rest, first.text)}, true // 请提前7天告知并承担加急费
				}
				return piece{text: withoutCommonEnd(first.text, rest) + " and " + rest}, true
			}
		}
	}
	return piece{}, false
}

func withoutCommonStart(first, second string) string {
	a, b := strings.Fields(first), strings.Fields(second)
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return strings.Join(b[n:], " ")
}

// withoutCommonEnd drops from the first of two deeds what the second says of both:
// when and how.
func withoutCommonEnd(first, second string) string {
	a, b := strings.Fields(first), strings.Fields(second)
	n := 0
	for n < len(a)-2 && n < len(b)-1 && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	if n < 2 {
		return first
	}
	return strings.Join(a[:len(a)-n], " ")
}

// recommended translates 建议 with what is to be done.
func (k *knowledge) recommended(text string) (piece, bool) {
	rest, ok := strings.CutPrefix(text, "建议")
	if !ok {
		return piece{}, false
	}
	for _, v := range k.verbsIn(rest, false) {
		for _, s := range k.befores(statement{}, rest[:v.start], 0) {
			s.verb = v.verb
			if s.party && s.agent == "" {
				s.subject, s.agent = "", objective(s.subject) // 建议买方让步接收
			}
			if s.subject == "" && s.modal == noModal && k.after(&s, rest[v.end:]) {
				return piece{text: joinWords(append([]string{s.verb.increasing(s.object).deed(s.object) + byAgent(s.agent), "recommended"}, append(s.manner, s.when...)...))}, true
			}
		}
	}
	return piece{}, false
}

func byAgent(agent string) string {
	if agent == "" {
		return ""
	}
	return " by " + agent
}

// joinedToTurn joins a second deed to a turn of its own: 受潮的15箱已更换新纸箱并重新打包.
// What is said of when or whether the first is done holds for the second.
func (k *knowledge) joinedToTurn(text string) (piece, bool) {
	before, after, ok := strings.Cut(text, "并")
	if !ok || before == "" || after == "" {
		return piece{}, false
	}
	first, ok := k.sentence(before, Note)
	if !ok || !first.final() {
		if first, ok = k.single(before); !ok {
			return piece{}, false
		}
	}
	v, _ := k.verbAtStart(after)
	for _, lead := range []string{"已", "须", "需", "必须", "应"} {
		if !strings.Contains(before, lead) || v.frame != transitive {
			continue
		}
		if passive := strings.Contains(first.text, " be "); v.zh == after && passive == (lead != "已") {
			return piece{text: first.text + " and " + v.participle}, true // 须清洗并烘干
		}
		second, ok := k.single(lead + after)
		if !ok || v.zh == after {
			continue
		}
		return piece{text: strings.TrimSuffix(first.text, " required") + requiredOnce(first.text, second.text) + " and " + k.lowered(second.text)}, true
	}
	return piece{}, false
}

// requiredOnce leaves out the first of two that are required.
func requiredOnce(first, second string) string {
	if strings.HasSuffix(first, " required") && !strings.HasSuffix(second, " required") {
		return " required"
	}
	return ""
}
