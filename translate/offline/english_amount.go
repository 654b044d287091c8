package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	boundedBy  = pattern.Lazily(`(?i)^(up to|at least|more than|over|above|less than|under|below|not less than|no less than|not more than|no more than|not exceeding|about|around|approx\.?|approximately|max\.?|maximum|min\.?|minimum) (.+)$`)
	boundAtEnd = pattern.Lazily(`(?i)^(.+?),? (max\.?|maximum|min\.?|minimum|or more|or less|approx\.?)$`)
	amountPer  = pattern.Lazily(`(?i)^(.+?) ?(?:/|per|in each|in a|in one) ?([a-z ]+)$`)
	amountOfIt = pattern.Lazily(`(?i)^((?:\d[\d,]*|an?|one|two|three|four|five|six) (?:sets?|pairs?|pcs|pieces?|units?|cartons?|boxes|box|bags?|rolls?|sheets?|cop(?:y|ies)|layers?|packs?|dozens?|pallets?|kg|m|tons?)) of (.+)$`)
	oneThing   = pattern.Lazily(`(?i)^an? `)
)

// amountBounds are how an amount is bounded.
var amountBounds = map[string]string{
	"up to": "最多", "at least": "至少", "more than": "超过", "over": "超过", "above": "超过", "less than": "低于", "under": "低于", "below": "低于", "not less than": "不低于", "no less than": "不低于", "not more than": "不超过", "no more than": "不超过", "not exceeding": "不超过", "about": "约", "around": "约", "approx": "约", "approximately": "约", "max": "不超过", "maximum": "不超过", "min": "不低于", "minimum": "不低于",
}

// amountBoundsBehind stand behind the amount in Chinese too, or before it.
var amountBoundsBehind = map[string]string{"max": "不超过{}", "maximum": "不超过{}", "min": "不低于{}", "minimum": "不低于{}", "or more": "{}或以上", "or less": "{}或以下", "approx": "约{}"}

// amountPhrase translates what says how much, and nothing else: over 50,000 hours, 15 kg
// max, 1 pc/color box.
func (k *knowledge) amountPhrase(text string) (string, bool) {
	if m := boundedBy.FindStringSubmatch(text); m != nil {
		zh, ok := measureOf(m[2])
		return amountBounds[strings.TrimSuffix(strings.ToLower(m[1]), ".")] + zh, ok
	}
	if m := boundAtEnd.FindStringSubmatch(text); m != nil {
		zh, ok := measureOf(m[1])
		return strings.Replace(amountBoundsBehind[strings.TrimSuffix(strings.ToLower(m[2]), ".")], "{}", zh, 1), ok
	}
	if m := amountPer.FindStringSubmatch(text); m != nil {
		if zh, ok := chineseQuantity(m[1]); ok {
			box := k.holderText("each " + m[2])
			return box.text + zh, box.final() && insides.MatchString(m[2])
		}
	}
	return "", false
}

// phraseOfAmount translates an amount of things: 2 sets of spare parts.
func (k *knowledge) phraseOfAmount(text string, inTitle bool) (piece, bool) {
	m := amountOfIt.FindStringSubmatch(text)
	if m == nil || inTitle {
		return piece{}, false
	}
	count := oneThing.ReplaceAllString(m[1], "one ")
	if strings.HasSuffix(strings.ToLower(count), " copy") {
		count += "ies"
		count = strings.Replace(count, "copyies", "copies", 1)
	}
	zh, ok := chineseQuantity(count)
	thing := k.chinesePhrase(m[2])
	return piece{zh + thing.text, thing.doubts}, ok
}
