package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

var (
	// politelyAsked finds what somebody is asked to see to, up to what stands behind it.
	politelyAsked = pattern.Lazily(`\b([Pp]lease (?:[a-z]+ly )?(?:check and confirm|sign and return|sign back|confirm|advise|check|verify|sign|pay|settle|note|send|provide|update|return|review|indicate|mark|state|specify|fill in|inform us of) )([^,.;:()]+?)($|,|;|\. | (?:and|or|before|after|by|to|with|for|of|on|in|at|upon|within|as|when|first|promptly|again|directly|here) )`)
	// knownToBoth finds what both sides know of: the list, the date.
	knownToBoth = pattern.Lazily(`(?:^| )(?:list|date|time|schedule|quantity|address|contract|invoice|number|no|balance|deposit|amount|status|order|B/L|L/C|draft|weight|specification|model|color|size|price|artwork|plan|result|volume|fee|cost|freight)$`)
	// determined finds a thing that needs no article.
	determined = pattern.Lazily(`(?i)^(?:the|an?|this|these|that|your|our|their|its|his|all|each|every|any|both|no|some|one|two|three|whether|if|that|\d\S*|\S+'s?) |(?:^| )\S+'s? `)
)

// definite sets the article before what somebody is asked to see to: please confirm the
// quantity.
func definite(s string) string {
	return politelyAsked.ReplaceAllStringFunc(s, func(found string) string {
		m := politelyAsked.FindStringSubmatch(found)
		thing := strings.TrimSuffix(m[2], ".")
		if !knownToBoth.MatchString(thing) || determined.MatchString(thing+" ") {
			return found
		}
		return m[1] + "the " + m[2] + m[3]
	})
}
