package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// ungrammatical are marks of English that was put together from parts which don't
// go together, whatever rule did it.
var ungrammatical = []struct {
	pattern *pattern.Pattern
	reason  string
}{
	{pattern.Lazily(`\b(?:have|has|is|are|be) (?:is|are|have|has)\b`), "two verbs side by side"},
	{pattern.Lazily(`\b(?:has|have|did not|does not|do not|must not|cannot) (?:be )?includ(?:e|ed) (?:in|within)\b`), "what includes is what is included"},
	{pattern.Lazily(`(?:^|[ (])(?:of|to|for|with|by|from|at|against|between|upon|according to|the|an?|and|or)(?:\)| ?[,;:]|[,;.:]? ?$|\. )`), "a word that leads nothing"},
	{pattern.Lazily(`(?:^|[ (])(?:the|an?) (?:the|an?|if|on|in|at|of|to|and|or|is|are|be|for|from|with|by) `), "an article before no noun"},
	{pattern.Lazily(`(?:^|[ (])(?:on|in|at|of|to|for|with|from|against|into) (?:on|in|of|for|with|from|against|into|to) `), "two prepositions side by side"},
	{pattern.Lazily(`\b(?:according to|requested by|per) (?:the )?(?:customer|buyer|seller|client|supplier|factory|consignee|us|you|we|our company|your company|party [ab])(?:[,;.)]|$| (?:to|and|for|before|after|within) )`), "according to somebody, not to something"},
	{pattern.Lazily(`\b(?:to|must|can|cannot|not|will) be [a-z]+ed (?:[a-z]+ed|required|paid)\b`), "two participles side by side"},
	{pattern.Lazily(`\b(?:no|without) (?:to be|must be)\b`), "a noun is wanted behind no"},
	{pattern.Lazily(`\bby we\b`), "we as an object"},
	{pattern.Lazily(`\bcopy of b/l paid\b`), "two participles side by side"},
	{pattern.Lazily(`\b(?:reject|damag|repair|return|fail|pass|defect|complet|scrapp|deform)ed rate\b`), "a participle where a noun is wanted"},
	{pattern.Lazily(`\bprinted with (?:the )?(?:single|double|two|three|four|multi|full)-color(?: ?$|[,;.)])`), "an adjective where a noun is wanted"},
	{pattern.Lazily(`\bprinting (?:single|double|two|three|four|multi|full)-color\b`), "an adjective behind its noun"},
	{pattern.Lazily(`\b(?:for|of|to|with|in|at|on) (?:before|after|within) `), "two prepositions side by side"},
	{pattern.Lazily(`'s? (?:free of charge|in|on|at|by|before|after|within|upon|to|separately|promptly|again|immediately|together|not|must|is|are)(?:[ ,.;]|$)`), "what is somebody's is missing"},
	{pattern.Lazily(`(?:[a-mo-z"]|[a-hj-z]n|[a-z]in) \d+ (?:places|spots)\b`), "a count behind what is counted"},
	{pattern.Lazily(`\bwith (?:have|has|is|are|be|\d+ sheets? [a-np-z])`), "a verb or a count where a noun is wanted"},
	{pattern.Lazily(`\b(?:difference|gap|deviation|error) (?:large|big|small|obvious|slight)\b`), "an adjective behind its noun"},
	{pattern.Lazily(`\b(?:overdue|intact|late|delayed|loose) (?:to be|may|must|can)\b`), "an adjective where a noun is wanted"},
	{pattern.Lazily(`\b(?:deadline|period|date) unpaid\b`), "an adjective behind its noun"},
	{pattern.Lazily(`\bper day of payment\b`), "no rule for the rate of a day"},
	{pattern.Lazily(`\b(?:days|weeks|months|hours) (?:arrives?|delivers?|ships?|pay|delivery|reach|shipment)\b`), "a time before what is done in it"},
	{pattern.Lazily(`[a-z] (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:shipped|delivered|shipment|delivery|produced|loaded|sailing)\b`), "a month before what is done in it"},
	{pattern.Lazily(`×\s*,|,\s*×|×$`), "a product of lengths is torn apart"},
	{pattern.Lazily(`,\s*\+`), "a sum of things is torn apart"},
	{pattern.Lazily(`\bupon [^,.;]*\b(?:inconsistent|insufficient|short(?: quantity)?)(?:[,.;]|$)`), "an adjective where an event is wanted"},
	{pattern.Lazily(`\bfailed (?:return|rework|repair|replacement|shipment|delivery|payment|refund)\b`), "what follows runs into its cause"},
	{pattern.Lazily(`\bper (?:less|more|short|over)\b`), "a count of nothing"},
	{pattern.Lazily(`\bcauses? (?:the )?[a-z][a-z -]* (?:cracked|damaged|broken|deformed|loose|detached|scratched)(?: ?$|[,;.)])`), "a participle where an infinitive is wanted"},
	{pattern.Lazily(`\bthe per\b`), "an article before no noun"},
	{pattern.Lazily(`[a-z] become invalid`), "no rule for the verb"},
	{pattern.Lazily(`\b(?:of|on|in|to|from|inside|with) per [a-z]`), "two prepositions side by side"},
	{pattern.Lazily(`\b(?:before|after) [a-z]+ \d+ (?:days|weeks|hours|months)(?: and | or | to be |,|;|$)`), "how long stands behind what it is counted from"},
	{pattern.Lazily(`\bproblem free |\bfree (?:repair|replacement|exchange|return) to be\b`), "what follows runs into its cause"},
	{pattern.Lazily(`\b(?:odorless|[a-z]+-free) and (?:odors?|stains?|dust|dirt|scratch(?:es)?|burrs?)(?: ?$|[,;.)])`), "an adjective joined to what is not there"},
	{pattern.Lazily(`\bexpires? to `), "no rule for the verb"},
	{pattern.Lazily(`\b(?:barreled|bottled|bagged|boxed|canned) (?:\d+|one|two) (?:pallet|carton|box|bag|drum)|\d pcs: .+ (?:1|one) (?:pallet|carton|box|bag|drum)$|\d pcs: [a-z ]+ (?:one|two|\d+) [a-z]|^(?:two|three|four|\d) [a-z]+ (?:one|two|three) [a-z]+(?: [a-z]+)?$|^\d [a-z]+ (?:one|two|three) `), "two counts side by side"},
	{pattern.Lazily(`\bpcs: the above `), "a count of nothing"},
	{pattern.Lazily(`(?i)^causes? .*\b(?:due to|because of)\b`), "a cause of a cause"},
	{pattern.Lazily(`(?i)\b(?:bill of lading|b/l|packing list|container|carton)s? (?:to be|must be|shall be|is|are) paid\b`), "nobody pays a paper or a package"},
	{pattern.Lazily(`(?i)\bpayment of (?:telex|original|copy|copies)\b`), "nobody pays a paper or a package"},
	{pattern.Lazily(`\bhandling and [a-z ]+ required`), "no rule for the verb"},
	{pattern.Lazily(`\b(?:in)?valid to be |^effectiveness after `), "no rule for the verb"},
	{pattern.Lazily(`\bnon- `), "not of nothing"},
	{pattern.Lazily(`\bp(?:c|iece)s?/p(?:c|iece)s?\b`), "pieces of pieces"},
	{pattern.Lazily(`\bon behalf (?:payment|the|goods|freight)`), "on behalf of nobody"},
	{pattern.Lazily(`\bclass class\b`), "a word stands twice"},
	{pattern.Lazily(`\b(?:included|excluded) (?:do|does|is|are|must|shall) `), "a state where a thing is wanted"},
	{pattern.Lazily(`\b(?:rmb|usd|eur|gbp|hkd|jpy|aud|cad|us dollars?|euros?) (?:rmb|usd|eur|gbp|hkd|jpy|aud|cad|us dollars|euros|pounds|hong kong dollars)\b`), "two currencies of one amount"},
	{pattern.Lazily(`\b(?:problem|issue|fault)s? (?:refund|return|payment|release|exchange)\b`), "what follows runs into its condition"},
	{pattern.Lazily(`\bdo not (?:exposure|disassembly|assorted|mixed|[a-z]+able\b|(?:[a-z]*[^aeiou\W])?(?:ed|fold|squeez|stack|bend|press|wash|open|clean|us|touch|heat|tilt|invert|immers|soak|rins|iron|bleach|wring|hang|ly|turn)ing\b)`), "no verb behind do not"},
	{pattern.Lazily(`\b(?:must|shall|should|can|may|cannot) (?:not )?(?:(?:assorted|loose|available|normal|good|missing|short|acceptable)\b|complete(?: ?$|[,.;)]| and | or | accurate))`), "no verb behind a modal"},
	{pattern.Lazily(`\bno (?:[a-z]+ )?(?:rusted|deformed|cracked|damaged|scratched|detached|stained|faded|broken|torn|bent|blurred|oxidized|discolored|chipped|dented)\b(?: ?$|[,;.)])`), "a participle where a noun is wanted"},
	{pattern.Lazily(`\b(?:does|do|did) not (?:include|contain|cover)(?: ?$|[,;.)])`), "nothing behind include"},
	{pattern.Lazily(`\bwithin -?[\d.]+ ?[^ ]+ or (?:less|more|below|above|under)\b`), "two limits of one figure"},
	{pattern.Lazily(`\beach (?:shoes|gloves|socks|trousers|pants|scissors|glasses|slippers|boots) `), "many after each"},
	{pattern.Lazily(`\bfailed (?:all|whole|entire)\b`), "what follows runs into its cause"},
	{pattern.Lazily(`\b(?:batch|lot) of random (?:sampling|inspection)\b|'s delay delivery\b|\bto pay account\b`), "a deed where goods are wanted"},
	{pattern.Lazily(`(?:^|[,;.:] )us (?:not|to be|advised|notified)\b`), "us as a subject"},
	{pattern.Lazily(`\b(?:scanned|scans?|photos?|pictures?|photocopy|files?|artwork|drawings?)(?: copy| copies)? (?:to be |must be )?shipped\b`), "no goods to ship"},
	{pattern.Lazily(`\bfailed to be (?:re[a-z]+ed|scrapped)\b`), "what follows runs into its cause"},
	{pattern.Lazily(`\bno [a-z ,]+ on the [a-z ]+ (?:firm|flat|smooth|clean|even|complete|clear|straight|tight)(?: ?$|[,;.)])`), "an adjective where a noun is wanted"},
	{pattern.Lazily(`\bboth parties has\b|\bboth parties' negotiation\b|\bcontract the (?:chinese|english)\b`), "no rule joins what stands side by side"},
	{pattern.Lazily(`\bsamples? same as [a-z ]*price\b`), "one is compared with another's price"},
	{pattern.Lazily(`\b(?:net|gross) weight (?:volume|net|gross|size|dimensions)\b`), "things run together"},
	{pattern.Lazily(`(?:^|[,;.:] )(?:[a-z' -]+ )?reason (?:late|delay|cancel|return|refund|change|reject|damage|loss)`), "a cause runs into what it causes"},
}

var (
	afterModal   = pattern.Lazily(`\b(?:may|can|must|shall|should|will|cannot) ([a-z]+ed)\b`)
	freeOfCharge = pattern.Lazily(`free of charge ([a-z]+)`)
	latinWords   = pattern.Lazily(`[a-z][a-z']+|[^a-z\s]+`)
)

// capitalA is an A that is no article: amperes, Party A, a grade or a size.
var capitalA = pattern.Lazily(`(\d |\d|[Ss]hore |[Pp]arty |FORM |[Ff]orm |[Gg]rade |[Tt]ype |[Cc]lass )A\b`)

// namesAside writes names that look like little words as none: decibels and a cover.
var namesAside = strings.NewReplacer("dB (A)", "dB", "dB(A)", "dB", "With Particular Average", "WPA")

// unsound names what can't stand in English. It knows nothing of the source: it is
// the last look at what the rules have put together.
func unsound(english string) (doubts []string) {
	lower := strings.ToLower(capitalA.ReplaceAllString(namesAside.Replace(english), "${1}X")) // no article
	for _, mistake := range ungrammatical {
		if found := mistake.pattern.FindString(lower); found != "" {
			doubts = append(doubts, mistake.reason+": "+strings.TrimSpace(found))
		}
	}
	for _, m := range freeOfCharge.FindAllStringSubmatch(lower, -1) {
		if !strings.Contains(smallWords+" within by for if with to in upon after before under during from at and or once when on as ", " "+m[1]+" ") {
			doubts = append(doubts, "how stands before what is done: "+m[0])
		}
	}
	if halves := strings.Split(lower, " of "); len(halves) > 1 {
		for i, half := range halves[1:] {
			if owner := lastWords(halves[i], 2); owner != "" && strings.HasPrefix(strings.TrimPrefix(half, "the "), owner) {
				doubts = append(doubts, "of itself: "+owner)
			}
		}
	}
	for _, clause := range clauseEnds.Split(lower, -1) {
		if pair := pairTwice(strings.Fields(clause)); pair != "" {
			doubts = append(doubts, "two words stand twice: "+pair)
		}
	}
	for _, m := range afterModal.FindAllStringSubmatch(lower, -1) {
		if !strings.HasSuffix(m[1], "eed") && m[1] != "embed" {
			doubts = append(doubts, "a participle behind a modal: "+m[0])
		}
	}
	previous := ""
	for _, w := range latinWords.FindAllString(lower, -1) {
		if w == previous && isLatin(rune(w[0])) {
			doubts = append(doubts, "a word stands twice: "+w)
		}
		previous = w
	}
	return doubts
}

var clauseEnds = pattern.Lazily(`[,;:.()]`)

// pairTwice finds two words that come again right behind the words between:
// solder joint cold solder joint.
func pairTwice(words []string) string {
	for i := 0; i+1 < len(words); i++ {
		if i+2 < len(words) && words[i] == words[i+2] && words[i] != "color" && len(words[i]) > stem && isLatin(rune(words[i][0])) && !strings.Contains(smallWords+" the of to per by after and ", " "+words[i+1]+" ") {
			return words[i] + " " + words[i+1] // order urgent order
		}
		for j := i + 2; j+1 < len(words) && j <= i+3; j++ {
			small := strings.Contains(smallWords+" the of to per ", " "+words[i]+" ") || strings.Contains(smallWords+" the of ", " "+words[i+1]+" ")
			if words[i] == words[j] && words[i+1] == words[j+1] && !small && isLatin(rune(words[i][0])) {
				return words[i] + " " + words[i+1]
			}
		}
	}
	return ""
}

// manyAre finds a subject of many before the verb for one; what stands behind of or
// for is no subject.
var manyAre = pattern.Lazily(`(?i)(^|[,;:.] |the )((?:[a-z/-]+ ){0,3}(?:fees|taxes|charges|costs|goods|cartons|products|samples|documents|boxes|labels|expenses|prices|accessories|defects|bags|pallets|batteries|plugs|duties|payments|orders|parts|items|marks|colors|sizes)) (is|was|has|does) `)

// oneOfMany finds a single thing in the plural: 1 packs.
var oneOfMany = pattern.Lazily(`(^|[ (])1 ((?i)pack|bag|roll|bottle|set|pair|carton|sheet|unit|can|pallet|style|layer)s\b`)

// manyDo finds the verb for one behind many.
var manyDo = pattern.Lazily(`\b((?:defects|metals|products|goods|cartons|labels|boxes|materials)) (exceed|meet|require|include|affect)s\b`)

// noneAtAll finds the any behind a no.
var noneAtAll = pattern.Lazily(`\b([Nn]o )any `)

// thisGoods finds the goods in the singular.
var thisGoods = pattern.Lazily(`\b([Tt])his goods\b`)

// lackedToo finds a quality behind things of which there are none: no deformation or odorless.
var lackedToo = pattern.Lazily(`\b([Nn]o [A-Za-z -]+? (?:and|or) )(odorless|wrinkle-free|burr-free|scratch-free)`)

// lackedThings are the things without which such a quality is.
var lackedThings = strings.NewReplacer("odorless", "odor", "-free", "s", " and ", " or ")

// allBelong finds many that belong to somebody.
var allBelong = pattern.Lazily(`((?:All|all) (?:[a-z]+ ){0,2}[a-z]+s) belongs `)

// oneDays finds the owner's mark of many behind one: 1 day' notice.
var oneDays = pattern.Lazily(`(^|[ (])1 (day|week|month|year|hour)' `)

// onMonth finds a month said as a day.
var onMonth = pattern.Lazily(`\bon ((?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?(?:[,;.]|$| and | or ))`)

// notBoth finds two things of which neither may be there.
var notBoth = pattern.Lazily(`\b([Nn]o [a-z, -]+?|must not contain [A-Za-z, -]+?|must not include [A-Za-z, -]+?) and ([A-Za-z -]+?(?: allowed|[,;.]|$))`)

// saysMore finds a clause behind what isn't there.
var saysMore = pattern.Lazily(`(?i), .*\b(?:please|to|by|for|shall|must|is|are|be|will|can|may)\b`)

// agreeing writes 1 pack for 1 packs, and fees are for fees is.
func agreeing(s string) string {
	s = oneOfMany.ReplaceAllString(s, "${1}1 $2")
	s = noneAtAll.ReplaceAllString(s, "$1")
	s = manyDo.ReplaceAllString(s, "$1 $2")
	s = thisGoods.ReplaceAllString(s, "${1}hese goods")
	s = oneDays.ReplaceAllString(s, "${1}1 $2's ")
	s = onMonth.ReplaceAllString(s, "in $1")
	if !strings.Contains(s, "such as") {
		s = lackedToo.ReplaceAllStringFunc(s, lackedThings.Replace)
		s = notBoth.ReplaceAllStringFunc(s, func(found string) string {
			if saysMore.MatchString(found) {
				return found // no return, freight and duties to be paid
			}
			return notBoth.ReplaceAllString(found, "$1 or $2")
		})
	}
	s = definite(allBelong.ReplaceAllString(s, "$1 belong "))
	return manyAre.ReplaceAllStringFunc(s, func(found string) string {
		m := manyAre.FindStringSubmatch(found)
		for _, inner := range []string{" of ", " for ", " on ", " in ", " per ", " with "} {
			if strings.Contains(" "+strings.ToLower(m[2])+" ", inner) {
				return found
			}
		}
		return m[1] + m[2] + map[string]string{"is": " are ", "was": " were ", "has": " have ", "does": " do "}[m[3]]
	})
}

// lastWords gives the last n words of a text, "" where it has fewer.
func lastWords(s string, n int) string {
	words := strings.Fields(s)
	if len(words) < n {
		return ""
	}
	return strings.Join(words[len(words)-n:], " ")
}

// turn is a Chinese turn of phrase with the English that it takes: a sentence that
// has the one without the other was read as something else.
type turn struct {
	chinese, english *pattern.Pattern
	unwanted         bool // the English must not stand
}

func loadTurns() []turn {
	var turns []turn
	eachRow("tables/turns.tsv", func(row []string) {
		english, unwanted := strings.CutPrefix(row[1], "!")
		turns = append(turns, turn{pattern.Lazily(row[0]), pattern.Lazily(`(?i)` + english), unwanted})
	})
	return turns
}

// misturned names the turns of phrase of the Chinese that the English hasn't.
func (k *knowledge) misturned(chinese, english string) (doubts []string) {
	for _, t := range k.turns {
		if found := t.chinese.FindString(chinese); found != "" && t.english.MatchString(english) == t.unwanted {
			doubts = append(doubts, "no rule for "+found)
		}
	}
	return doubts
}
