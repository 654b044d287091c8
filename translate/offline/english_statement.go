package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	packedIn   = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|has to be|have to be|needs to be|to be|will be|is|are) (individually |separately |)(?:packed|placed|put|packaged) (individually |separately |)(?:in|into) (.+)$`)
	markedWith = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|has to be|have to be|to be|will be|must not be|is|are) (marked|labeled|labelled|printed|stamped|engraved) (?:with |as |with the words? )?(QZXQ[A-Z])(?: on (.+))?$`)
	onlyMay    = pattern.Lazily(`(?i)^only (.+?) (?:may|can|shall|must|should) be ([a-z]+)$`)
	smoothOf   = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be) ([a-z-]+),? (?:without|free of|free from|with no) (?:any )?(.+)$`)
	plainSays  = pattern.Lazily(`(?i)^(.+?) (includes?|excludes?|requires?|needs?|contains?|covers?|accepts?|offers?|confirms?|has|have|does not include|do not include|does not cover|do not cover|does not contain|do not contain|does not accept|do not accept|did not receive|received) (.+)$`)
)

// plainVerbs are what a plain statement says, in Chinese.
var plainVerbs = map[string]string{"include": "包含", "exclude": "不含", "require": "需要", "need": "需要", "contain": "含有", "cover": "涵盖", "accept": "接受", "offer": "提供", "confirm": "确认", "has": "有", "have": "有", "does not include": "不含", "do not include": "不含", "does not cover": "不涵盖", "do not cover": "不涵盖", "does not contain": "不含", "do not contain": "不含", "does not accept": "不接受", "do not accept": "不接受", "did not receive": "未收到", "received": "已收到"}

// markings are how words come onto a thing.
var markings = map[string]string{"marked": "标明", "labeled": "贴标", "labelled": "贴标", "printed": "印", "stamped": "盖印", "engraved": "雕刻"}

// plainStatement translates what a clause says of its subject, without a request.
func (k *knowledge) plainStatement(text string) (piece, bool) {
	if m := packedIn.FindStringSubmatch(text); m != nil && m[5] != "bulk" {
		thing, box := k.chinesePhrase(m[1]), k.chinesePhrase(m[5])
		how := map[string]string{"individually ": "单独", "separately ": "单独"}[strings.ToLower(m[3]+m[4])]
		return piece{thing.text + dutyOf(m[2]) + how + "装入" + box.text, append(thing.doubts, box.doubts...)}, true
	}
	if m := markedWith.FindStringSubmatch(text); m != nil {
		thing := k.chinesePhrase(m[1])
		words := markings[strings.ToLower(m[3])] + m[4]
		if m[5] == "" {
			return piece{thing.text + dutyOf(m[2]) + words, thing.doubts}, true
		}
		where, _ := location(k, []string{"", "", m[5]})
		sides := k.chinesePhrase(m[5])
		return piece{thing.text + dutyOf(m[2]) + where + words, append(thing.doubts, sides.doubts...)}, true
	}
	rest, times, manners := k.adjunctsOf(text)
	if m := onlyMay.FindStringSubmatch(rest); m != nil && !strings.HasPrefix(times, "未经") {
		if v, ok := k.englishVerbOf(m[2], true); ok && !v.alone {
			thing := k.chinesePhrase(m[1])
			return piece{times + "只可" + manners + v.zh + thing.text, thing.doubts}, true
		}
	}
	if m := smoothOf.FindStringSubmatch(text); m != nil && qualities[strings.ToLower(m[3])] != "" {
		thing, fault := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
		return piece{thing.text + dutyOf(m[2]) + qualities[strings.ToLower(m[3])] + "，不得有" + fault.text, append(thing.doubts, fault.doubts...)}, true
	}
	if m := plainSays.FindStringSubmatch(text); m != nil && !strings.Contains(m[1], " to") && !modalWithin.MatchString(m[1]) && !namesCover(m[1], m[2]) {
		verb := strings.ToLower(m[2])
		zh := plainVerbs[verb]
		if zh == "" {
			zh = plainVerbs[strings.TrimSuffix(verb, "s")]
		}
		thing, what := k.chinesePhrase(m[1]), k.chinesePhrase(m[3])
		return piece{thing.text + zh + what.text, append(thing.doubts, what.doubts...)}, true
	}
	return piece{}, false
}

// namesCover reports what only names goods: a duvet cover set, a shoe offer.
func namesCover(subject, verb string) bool {
	noun := strings.HasPrefix(verb, "cover") || strings.HasPrefix(verb, "offer")
	return noun && !startsWithDeterminer(subject) && !insuring.MatchString(subject) || !strings.HasSuffix(verb, "s") && bareVerb[strings.ToLower(verb)] && !several.MatchString(subject)
}

// bareVerb are the verbs whose bare form says nothing of one thing.
var bareVerb = map[string]bool{"include": true, "exclude": true, "require": true, "need": true, "contain": true, "cover": true, "accept": true, "offer": true, "confirm": true}

var (
	insuring = pattern.Lazily(`(?i)(?:insurance|warranty|guarantee|prices?|we)$`)
	several  = pattern.Lazily(`(?i)(?:s|we|you|they|both parties)$`)
)

var (
	movedTo     = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|has to be|have to be|to be|will be|must not be|shall not be|should not be) (sent|shipped|delivered|returned|forwarded) to (.+)$`)
	doneWith    = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|has to be|have to be|to be|will be) (sealed|wrapped|protected|covered|fixed|secured|cleaned|tied) with (.+)$`)
	doneHow     = pattern.Lazily(`(?i)^(.+? (?:must|shall|should|may|can|will|has to|have to|is to|are to)(?: not)? be|.+? to be) (clearly|properly|carefully|individually|separately|fully|securely|immediately|correctly|completely) ([a-z]+(?: .+)?)$`)
	doneAlready = pattern.Lazily(`(?i)^(.+?) (was|were|has been|have been|is|are) (not |already )?([a-z]+)$`)
	partyDoes   = pattern.Lazily(`(?i)^((?:the )?(?:buyer|seller|supplier|factory|customer|manufacturer|forwarder|inspector)|we) ([a-z]+?)(?:e?s)? (.+)$`)
)

// doneStatement translates what has been done, or is done by whom: the goods were
// shipped on May 5, the freight is paid by the buyer.
func (k *knowledge) doneStatement(text string) (piece, bool) {
	if m := doneHow.FindStringSubmatch(text); m != nil {
		return k.doneAdverbially(m)
	}
	rest, times, manners := k.adjunctsOf(text)
	if strings.HasPrefix(times, "未经") {
		return piece{}, false
	}
	if m := movedTo.FindStringSubmatch(rest); m != nil {
		thing, goal := k.chinesePhrase(m[1]), k.goalText(m[4])
		v, _ := k.englishVerbOf(m[3], true)
		return piece{thing.text + dutyOf(m[2]) + times + manners + sentTo[v.base] + goal.text, append(thing.doubts, goal.doubts...)}, true
	}
	if m := doneWith.FindStringSubmatch(rest); m != nil {
		thing, means := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
		v, _ := k.englishVerbOf(m[3], true)
		return piece{thing.text + dutyOf(m[2]) + times + manners + "用" + means.text + v.zh, append(thing.doubts, means.doubts...)}, true
	}
	if m := doneAlready.FindStringSubmatch(rest); m != nil && !modalWithin.MatchString(m[1]) {
		v, ok := k.englishVerbOf(m[4], true)
		if !ok || v.carries || strings.HasPrefix(m[1], "all ") {
			return piece{}, false
		}
		aspect, present := "已", m[2] == "is" || m[2] == "are"
		if strings.HasPrefix(m[3], "not") && present && notTaken[v.base] != "" {
			thing := k.chinesePhrase(m[1])
			return piece{notTaken[v.base] + thing.text, thing.doubts}, times+manners == ""
		}
		if strings.HasPrefix(m[3], "not") {
			aspect = "未"
		} else if present && m[3] == "" {
			if !strings.Contains(manners, "由") {
				return piece{}, false // are shipped: always, or now
			}
			aspect = ""
		}
		thing := k.chinesePhrase(m[1])
		return piece{thing.text + aspect + times + manners + v.with(manners, thing.text), thing.doubts}, true
	}
	if m := partyDoes.FindStringSubmatch(rest); m != nil && times == "" && manners == "" {
		if v, what, ok := k.verbBefore(m[2], m[3]); ok && !v.alone && !v.carries {
			who, what := k.chinesePhrase(m[1]), k.chinesePhrase(what)
			return piece{who.text + v.zh + what.text, append(who.doubts, what.doubts...)}, true
		}
	}
	return piece{}, false
}

// notTaken is what is said of things as a rule: returns are not accepted.
var notTaken = map[string]string{"accept": "不接受", "provide": "不提供", "supply": "不提供", "cover": "不涵盖", "guarantee": "不保证", "use": "不使用", "refund": "不退还"}

// doneAdverbially moves "clearly" behind what is done, where adjuncts stand.
func (k *knowledge) doneAdverbially(m []string) (piece, bool) {
	moved := m[1] + " " + m[3] + " " + m[2]
	if doneHow.MatchString(moved) {
		return piece{}, false
	}
	if p, ok := k.plainStatement(moved); ok {
		return p, true
	}
	return k.chineseClause(moved)
}

// goalText gives the Chinese of where a thing is sent to.
func (k *knowledge) goalText(where string) piece {
	if where == "us" || where == "me" {
		return piece{text: "我方"}
	}
	if zh, ok := k.chinesePlace(where); ok {
		return piece{text: zh}
	}
	return k.chinesePhrase(where)
}

// modalWithin finds a duty or a condition in what was taken for a subject.
var modalWithin = pattern.Lazily(`(?i)\b(?:must|shall|should|will|may|can|cannot|please|if|unless|not|is|are|was|were)\b`)

// dutyOf gives the Chinese of a modal; what only is packed needs none.
func dutyOf(modal string) string {
	switch strings.ToLower(modal) {
	case "is", "are":
		return ""
	case "to be":
		return "须"
	}
	return modalIntoChinese(modal)
}
