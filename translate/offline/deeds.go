package offline

import "strings"

// withoutCarriedOut drops the 进行 before what is done: 由SGS进行检验.
func (k *knowledge) withoutCarriedOut(text string) string {
	before, deed, found := strings.Cut(text, "进行")
	if found && before != "" && k.verbs[deed].zh != "" {
		return before + deed
	}
	for _, or := range []string{"或", "和", "及", "并"} {
		first, second, joined := strings.Cut(deed, or)
		if found && before != "" && joined && k.verbs[first].zh != "" && k.verbs[second].zh != "" {
			return before + deed // 进行返工或更换
		}
	}
	return text
}

// alsoDone reads a second verb right behind the first under one modal: 须补焊打磨 is
// to be re-welded and ground. One that takes a deed for its object, 停止生产, has none
// beside it.
func (s *statement) alsoDone(second verb, and string) (joined, isVerb bool) {
	if second.zh == "" || s.verb.takesDeeds() {
		return false, false
	}
	if s.verb.frame != transitive || second.frame != transitive || second.takesDeeds() {
		return false, true
	}
	s.verb.base += and + second.base
	s.verb.participle += and + second.participle
	s.verb.noun = s.verb.deed("") + and + second.noun
	return true, true
}

// takesDeeds reports a verb whose object is often what somebody does.
func (v verb) takesDeeds() bool {
	first, _, _ := strings.Cut(v.base, " ")
	return v.asks() || strings.Contains(deedTakers, " "+first+" ")
}

// deedOn translates what somebody does to a thing, as a noun: refund of the deposit.
func (k *knowledge) deedOn(text string) (string, bool) {
	if v, ok := k.verbAtEnd(text); ok && v.zh != text && v.frame == transitive && strings.HasSuffix(v.noun, " of") && k.lookup(text, phraseOrder) == nil {
		if thing, ok := k.thing(strings.TrimSuffix(text, v.zh)); ok && !isAdjective(thing) {
			return v.deed(withThe(thing)), true // 允许信用证转让
		}
	}
	v, ok := k.verbAtStart(text)
	if !ok || v.frame != transitive {
		return "", false
	}
	thing, ok := k.thing(strings.TrimPrefix(text, v.zh))
	if !ok || isAdjective(thing) {
		return "", false
	}
	return v.deed(withThe(thing)), true
}

const deedTakers = " arrange stop complete finish start begin resume suspend accept reject refuse require assist delay postpone cancel allow permit confirm prohibit avoid prevent support provide need use include pass wait bear inform affect ensure receive approve apply be exceed make offer have await undergo speed control take guarantee carry adopt agree claim check pay exclude cover add give find cause withstand increase reduce change urge resist show meet print mark state indicate choose "

// matters are what somebody is told of: 通知买方装船详情.
var matters = []string{"详情", "信息", "情况", "资料", "细节", "明细", "进度", "结果", "单号", "日期", "时间", "号码", "原因", "数据"}

func isMatter(text string) bool {
	for _, matter := range matters {
		if strings.HasSuffix(text, matter) {
			return true
		}
	}
	return false
}

// toldOf reads what the one who is notified is told of.
func (k *knowledge) toldOf(s *statement, text string) bool {
	if !s.verb.tells() {
		return false
	}
	what, ok := k.thing(text)
	if !ok {
		return false
	}
	s.asked = "of " + what
	return true
}
