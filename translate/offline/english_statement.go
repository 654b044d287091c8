package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	packedIn   = pattern.Lazily(`(?i)^(.+?) (must be|shall be|should be|has to be|have to be|needs to be|to be|will be|is|are) (individually |separately |)(?:packed|placed|put|packaged) (?:in|into) (.+)$`)
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
	if m := packedIn.FindStringSubmatch(text); m != nil {
		thing, box := k.chinesePhrase(m[1]), k.chinesePhrase(m[4])
		how := map[string]string{"individually ": "单独", "separately ": "分开"}[strings.ToLower(m[3])]
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
	if m := plainSays.FindStringSubmatch(text); m != nil && !strings.Contains(m[1], " to") && !modalWithin.MatchString(m[1]) {
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
