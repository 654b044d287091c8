package offline

import (
	"cmp"
	"maps"
	"strings"
	"sync"

	"yipiao/invoice/pattern"
)

// template is a numbered sentence: a pattern with slots and what it stands for
// in the other language.
type template struct {
	elements []element
	target   string
	kind     Kind
	literals int    // runes of fixed text: the more, the surer the match
	longest  string // the longest fixed text, to rule templates out quickly
}

// element is a piece of a pattern: one of several fixed texts, or a slot.
type element struct {
	options []string
	slot    string
}

var (
	slotPattern  = pattern.Lazily(`\{[ndmptxqewa]\d?\}`)
	patternToken = pattern.Lazily(`\{[ndmptxqewa]\d?\}|\([^()]*\|[^()]*\)`)
)

const mostOptionalParts = 4

// commasOnly makes clauses alike however they are divided.
var commasOnly = strings.NewReplacer(";", "，", "。", "，")

// variants writes out the optional parts [..] of a pattern, with and without.
// Optional parts of the English go with those of the Chinese where they are as many.
func variants(zh, en string) [][2]string {
	todo := [][2]string{{zh, en}}
	paired := strings.Count(zh, "[") == strings.Count(en, "[")
	var done [][2]string
	for range 2 << mostOptionalParts { // a round for each variant and for each part that is taken or left
		if len(todo) == 0 {
			break
		}
		pair := todo[0]
		todo = todo[1:]
		before, inside, after, ok := optionalPart(pair[0])
		if !ok {
			done = append(done, pair)
			continue
		}
		with, without := pair[1], pair[1]
		if b, in, a, ok := optionalPart(pair[1]); ok && paired {
			with, without = b+in+a, b+a
		}
		todo = append(todo, [2]string{before + inside + after, with}, [2]string{before + after, without})
	}
	var usable [][2]string
	for _, pair := range done {
		if slotsBound(pair[0], pair[1]) {
			usable = append(usable, pair)
		}
	}
	return usable
}

func optionalPart(s string) (before, inside, after string, ok bool) {
	start := strings.IndexByte(s, '[')
	end := strings.IndexByte(s, ']')
	if start < 0 || end < start {
		return "", "", "", false
	}
	return s[:start], s[start+1 : end], s[end+1:], true
}

func slotsBound(from, to string) bool {
	for _, slot := range slotPattern.FindAllString(to, -1) {
		if !strings.Contains(from, slot) {
			return false
		}
	}
	return true
}

func newTemplate(from, to string, kind Kind) *template {
	t := &template{target: to, kind: kind}
	last := 0
	fixed := func(s string) {
		if s != "" {
			t.elements = append(t.elements, element{options: []string{strings.ToLower(s)}})
		}
	}
	for _, at := range patternToken.FindAllStringIndex(from, -1) {
		fixed(from[last:at[0]])
		inner := from[at[0]+1 : at[1]-1]
		if from[at[0]] == '{' {
			t.elements = append(t.elements, element{slot: inner})
		} else {
			t.elements = append(t.elements, element{options: strings.Split(strings.ToLower(inner), "|")})
		}
		last = at[1]
	}
	fixed(from[last:])
	for _, e := range t.elements {
		if len(e.options) > 0 {
			t.literals += len([]rune(e.options[0]))
		}
		if len(e.options) == 1 && len(e.options[0]) > len(t.longest) {
			t.longest = e.options[0]
		}
	}
	return t
}

// filler gives what a slot can hold at the beginning of a text: lengths in bytes.
type filler func(slot, text string) []int

// mostSteps bounds the work of fitting one template to one text.
const mostSteps = 600

// match tries the ways in which the template fits the whole text and calls found
// for each, until found returns true. lower is the text in lower case.
func (t *template) match(text, lower string, fill filler, found func(slots map[string]string) bool) {
	if len(lower) != len(text) || !strings.Contains(lower, t.longest) || len(t.elements) == 0 {
		return
	}
	slots := map[string]string{}
	steps := 0
	var try func(at int, rest []element) bool
	try = func(at int, rest []element) bool {
		if steps++; steps > mostSteps {
			return true
		}
		if len(rest) == 0 {
			return at == len(text) && found(slots)
		}
		for _, option := range rest[0].options {
			if strings.HasPrefix(lower[at:], option) && try(at+len(option), rest[1:]) {
				return true
			}
		}
		if rest[0].slot == "" {
			return false
		}
		for _, length := range fill(rest[0].slot, text[at:]) {
			slots[rest[0].slot] = text[at : at+length]
			if try(at+length, rest[1:]) {
				return true
			}
		}
		delete(slots, rest[0].slot)
		return false
	}
	try(0, t.elements)
}

// fillerFor gives the fillers of a Chinese text; a noun phrase in a slot neither
// begins nor ends inside a word.
func (k *knowledge) fillerFor(text string) filler {
	inside := sync.OnceValue(func() map[int]bool { return placesInside(k.wordSpans(text, true)) })
	return func(slot, rest string) []int {
		if !strings.ContainsRune("tea", rune(slot[0])) {
			return k.fill(slot, rest)
		}
		start := len(text) - len(rest)
		if rest == "" || inside()[start] {
			return nil
		}
		var lengths []int
		for _, length := range phraseLengths(rest) {
			if held := rest[:length]; !inside()[start+length] && strings.Count(held, "(") == strings.Count(held, ")") {
				lengths = append(lengths, length)
			}
		}
		return lengths
	}
}

func placesInside(words []span) map[int]bool {
	inside := map[int]bool{}
	for _, w := range words {
		for at := w.start + 1; at < w.end; at++ {
			inside[at] = true
		}
	}
	return inside
}

// fillers of the Chinese side.
func (k *knowledge) fill(slot, text string) []int {
	length := 0
	switch slot[0] {
	case 'n':
		blank := len(text) - len(strings.TrimPrefix(text, " ")) // O/A 60天 as O/A60天
		if _, length = readNumber(text[blank:]); length > 0 {
			length += blank
		}
	case 'd':
		_, _, length = readDate(text, "")
	case 'm':
		_, length = readMoney(text)
	case 'x':
		if run := literalRun.FindString(text); !hasHan(run) {
			length = len(run)
		}
	case 'p':
		return k.chainLengths(text)
	case 'q':
		return k.quantityLengths(text)
	case 'w':
		_, length = k.timeAt(text)
	}
	if length == 0 {
		return nil
	}
	return []int{length}
}

const longestPhrase = 24 // runes of a noun phrase in a slot

// phraseLengths gives the prefixes of a text that a noun phrase may fill; none
// ends inside a number or a Latin word.
func phraseLengths(text string) []int {
	var lengths []int
	count := 0
	var previous rune
	named := false
	for i, r := range text {
		inside := isWordRune(previous) && isWordRune(r)
		if previous = r; named && !inside {
			lengths = append(lengths, i)
		}
		named = named || isHan(r) || isLatin(r) || r == '%'
		if count++; count > longestPhrase || strings.ContainsRune("，;。:", r) {
			return lengths
		}
	}
	return append(lengths, len(text))
}

// sentence translates a clause (or several, joined by commas) by the template
// that fits with the most fixed text, a final one before a doubtful one.
func (k *knowledge) sentence(text string, kind Kind) (piece, bool) {
	return k.sentenceOf(text, kind, false)
}

// sentenceOf is sentence, with only the templates made for titles or only others.
func (k *knowledge) sentenceOf(text string, kind Kind, titles bool) (piece, bool) {
	text = commasOnly.Replace(text)
	lower := strings.ToLower(text)
	fill := k.fillerFor(text)
	var best piece
	bestScore := -1
	for _, t := range k.candidates(lower) {
		if (t.kind == Title) != titles {
			continue
		}
		score := 4 * t.literals
		if t.kind == kind {
			score++
		}
		if score+1000 <= bestScore {
			continue
		}
		t.match(text, lower, fill, func(slots map[string]string) bool {
			p := k.render(t.target, slots)
			p.doubts = append(p.doubts, k.unfaithful(text, p.text)...)
			p.doubts = append(p.doubts, k.misfits(t.target, slots)...)
			total := score
			if p.final() {
				total += 1000
			}
			if total > bestScore {
				best, bestScore = p, total
			}
			return p.final()
		})
	}
	return best, bestScore >= 0
}

// render fills the English pattern's slots.
func (k *knowledge) render(target string, slots map[string]string) piece {
	var p piece
	target = k.agreeingActors(target, slots)
	slots = withoutEachNo(target, slots)
	if strings.Contains(slots["t2"]+slots["t3"], "、无") {
		p.doubt("each 无 stands before a thing of its own")
	}
	year := ""
	var dates []string
	p.text = slotPattern.ReplaceAllStringFunc(target, func(slot string) string {
		source := slots[slot[1:len(slot)-1]]
		switch slot[1] {
		case 'n':
			number, _ := readNumber(strings.TrimSpace(source))
			return number
		case 'd':
			date, own, _ := readDate(source, year)
			year = own
			dates = append(dates, date)
			return date
		case 'm':
			amount, _ := readMoney(source)
			return amount
		case 'p':
			return k.namedPlace(source)
		case 'q':
			return k.quantity(source)
		case 'w':
			when, _ := k.timeAt(source)
			return when
		case 'e':
			return k.happening(source, &p)
		case 'a':
			return k.actor(source, strings.Contains(target, slot+" must ") || strings.Contains(target, slot+" shall ") || acting.MatchString(target[strings.Index(target, slot):]), &p)
		case 't':
			if who := parties[source]; who != "" && strings.Contains(target, " by "+slot) {
				return objective(who)
			}
			inner := k.phrase(source)
			if when, length := k.timeAt(source); !inner.final() && length == len(source) && strings.Contains(target, ": "+slot) {
				inner = piece{text: when} // delivery time: 15 working days after …
			}
			p.doubts = append(p.doubts, inner.doubts...)
			if endsInWhen.MatchString(source) && doneBehind.MatchString(strings.SplitN(target, slot, 2)[1]) {
				p.doubt("a time before what is done in it: " + source)
			}
			if v := k.verbs[source]; v.frame == transitive && strings.Contains(target, " requires "+slot) {
				return v.deed("") // 客户要求加固
			}
			if wantsNoun(target, slot) {
				inner.text = endedInNoun(inner.text)
			}
			if first, _, _ := strings.Cut(inner.text, " "); bareVerbs[first] && wantsNoun(target, slot) {
				p.doubt("a noun is wanted where " + inner.text + " stands")
			}
			if strings.HasSuffix(inner.text, " of") || inner.text == "please" || inner.text == "by" {
				p.doubt("nothing stands behind " + inner.text)
			}
			if isAdjective(inner.text) && wantsNoun(target, slot) {
				p.doubt("a noun is wanted where " + inner.text + " stands")
			}
			if strings.Contains(target, ": "+slot) && k.endsInFault(source) {
				return k.lowered(inner.text)
			}
			return inner.text
		}
		return source
	})
	for _, date := range dates {
		p.text = strings.Replace(p.text, "on "+date, dated(date), 1) // at the end of August
	}
	p.text = ofBoth(target, p.text, slots["t"])
	p.text = strings.ReplaceAll(p.text, " to to ", " to ")
	if strings.HasPrefix(p.text, "all ") {
		p.text = strings.Replace(p.text, " all with ", " with ", 1)
	}
	if strings.HasPrefix(strings.ToLower(target), "no {t}") {
		p.text = strings.Replace(p.text, " and ", " or ", 1)
	}
	p.text = needlessArticle.ReplaceAllString(p.text, "$1")
	p.text = singular.ReplaceAllStringFunc(p.text, func(s string) string { return strings.TrimSuffix(s, "s") })
	return p
}

// withoutEachNo takes from a list behind no the 无 of each thing: 无划痕、无污渍.
func withoutEachNo(target string, slots map[string]string) map[string]string {
	if !strings.HasPrefix(strings.ToLower(target), "no {t}") {
		return slots
	}
	slots = maps.Clone(slots)
	slots["t"] = strings.ReplaceAll(slots["t"], "、无", "、")
	return slots
}

// endedInNoun writes the last of a list of findings as a noun: scratch and damaged.
func endedInNoun(list string) string {
	at := max(0, strings.LastIndexByte(list, ' ')+1)
	if at > 0 && !strings.HasSuffix(list[:at], " and ") {
		return list
	}
	return list[:at] + cmp.Or(findingNouns[list[at:]], list[at:])
}

var (
	// endsInWhen finds a thing with the time of something else: 第二批货物5月10日.
	endsInWhen = pattern.Lazily(`(?:出货|发货|装运|交货|装船|收货|到货|装柜).{0,2}[前后]?[\d一二两三四五六七八九十]+个?(?:周|天|日|月|年|小时)$|\d[日号]$`)
	// doneBehind finds what is done, behind the slot of a thing.
	doneBehind = pattern.Lazily(`^ (?:all |both )?(?:to be |must be |not |is |are )?(?:[a-z]+ed|paid|sent|made|put|due)\b`)
)

// happening translates what is done or happens, as a noun: 修改设计, modification of
// the design.
func (k *knowledge) happening(zh string, p *piece) string {
	event, ok := k.event(zh, reading{wholeEvents: true})
	if !ok {
		event, ok = k.deedOn(zh)
	}
	if !ok || isAdjective(event) || bareVerbs[firstWord(event)] || endsInPlace.MatchString(zh) {
		p.doubt("what happens by " + zh + " is not clear")
	}
	if event == "" {
		return k.phrase(zh).text // the figures of a text stand in whatever is suggested
	}
	return event
}

// endsInPlace finds where something happens, not what.
var endsInPlace = pattern.Lazily(`(?:港|口岸|地|仓库|仓|厂|国|库|车间|公司|机场)$`)

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// ofBoth writes both where a template says all of what turns out to be two: 黑色和白色都可以.
func ofBoth(target, text, list string) string {
	said, ok := strings.CutPrefix(target, "{t} all ")
	what := strings.TrimSuffix(text, " all "+said)
	if either := eitherOf.FindStringSubmatch(what); ok && what != text && either != nil {
		return "either " + what + " " + said
	}
	if ok && what == "two" {
		return "both " + said
	}
	if !ok || what == text || !twoThings.MatchString(list) || strings.Count(what, " and ") != 1 || strings.Contains(what, ",") {
		return text
	}
	return "both " + what + " " + said
}

var eitherOf = pattern.Lazily(`^[^,]+ or [^,]+$`)

var twoThings = pattern.Lazily(`^[^、，]+[、和与及跟][^、，]+$`)

// singular finds the plural after a 1 that a template wrote for any number.
var singular = pattern.Lazily(`(?:^|[ (])1 (?:odd |more |spare |new |defective |functional |major |minor |critical |general |slight )?(?:pcs|defects|originals|invoices|ctns|cartons|sets|pairs|days|hours|minutes|weeks|months|years|units|pallets|rolls|bags|cases|places|spots)\b`)
