package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// acting finds who or what acts in a template, by the verb that follows in the third
// person: {a} requires the consent.
var acting = pattern.Lazily(`^\{(a\d?)\} (is|has|does|[a-z]+s) `)

// actingAnywhere is acting, wherever in the template.
var actingAnywhere = pattern.Lazily(`\{(a\d?)\} (is|has|does|[a-z]+s) `)

// actor translates a party or a single thing with its article: the buyer, us. What
// either party must not do is what neither may: no template says it.
func (k *knowledge) actor(zh string, subject bool, p *piece) string {
	who, _, ok := k.participant(zh)
	if !ok || who == "either party" && subject || isAdjective(who) || bareVerbs[firstWord(who)] {
		p.doubt("what " + zh + " is, is not clear")
	}
	if !subject {
		who = objective(who)
	}
	if isNameLike(who) || strings.HasPrefix(who, "Party ") || strings.HasPrefix(who, "either ") || who == "customer service" {
		return who
	}
	return withThe(who)
}

// agreeingActors writes the verbs behind those who are many: both parties waive.
func (k *knowledge) agreeingActors(target string, slots map[string]string) string {
	if !strings.Contains(target, "{a") {
		return target
	}
	return actingAnywhere.ReplaceAllStringFunc(target, func(found string) string {
		m := actingAnywhere.FindStringSubmatch(found)
		who, _, _ := k.participant(slots[m[1]])
		if !areMany(who) {
			return found
		}
		return "{" + m[1] + "} " + ofMany(m[2]) + " "
	})
}

// ofMany writes a verb as those who are many take it.
func ofMany(verb string) string {
	switch verb {
	case "is":
		return "are"
	case "has":
		return "have"
	case "does":
		return "do"
	}
	if stem, ok := strings.CutSuffix(verb, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(verb, "s")
}

// areMany reports several who act, or a thing in the plural.
func areMany(who string) bool {
	if who == "we" || who == "you" || strings.HasPrefix(who, "both ") || strings.Contains(who, " and ") {
		return true
	}
	last := who[strings.LastIndexByte(who, ' ')+1:]
	return strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "us")
}

// owned translates what is a party's: 买方的设计, buyer's design.
func (k *knowledge) owned(text string) (piece, bool) {
	owner, what, ok := strings.Cut(text, "的")
	who := parties[owner]
	if !ok || who == "" || what == "" || strings.Contains(what, "的") || k.saysWhen(what) {
		return piece{}, false
	}
	thing, ok := k.thing(what)
	if !ok || isAdjective(thing) || strings.HasPrefix(thing, "the ") {
		return piece{}, false
	}
	return piece{text: ownerMark(who) + " " + thing}, true
}

// ownerMark writes whose something is, before it.
func ownerMark(who string) string {
	switch {
	case who == "we":
		return "our"
	case who == "you":
		return "your"
	case strings.HasSuffix(who, "s"):
		return strings.TrimPrefix(who, "the ") + "'"
	}
	return possessive(strings.TrimPrefix(who, "the "))
}
