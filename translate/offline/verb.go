package offline

import "strings"

// frame is what a verb joins.
type frame string

const (
	transitive   frame = "t"
	puttingOn    frame = "on" // the subject is where the object is put: 外箱贴标签
	puttingIn    frame = "in"
	bringing     frame = "to" // the object is where the subject is brought: 送达仓库
	stative      frame = "s"  // subject and object stand beside it: 价格含税
	intransitive frame = "i"
)

// verb is a verb of trade texts in the forms that statements need.
type verb struct {
	zh, base, participle string
	noun                 string // with its preposition: payment of
	frame                frame
	alone                string // with the object that it implies: deliver the goods
}

func loadVerbs() map[string]verb {
	verbs := map[string]verb{}
	eachRow("tables/verbs.tsv", func(row []string) {
		v := verb{zh: row[0], base: row[1], participle: row[2], noun: row[3], frame: frame(row[4])}
		if len(row) > 5 {
			v.alone = row[5]
		}
		verbs[row[0]] = v
	})
	return verbs
}

// deed writes the verb as a noun: payment of the balance, shipment.
func (v verb) deed(object string) string {
	if object == "" {
		of := strings.LastIndexByte(v.noun, ' ')
		if of < 0 || !strings.Contains(" of to with for from on in by ", v.noun[of:]+" ") {
			return v.noun // completion of production
		}
		return v.noun[:of]
	}
	if object == strings.TrimSuffix(v.noun, " of") {
		return object // 付清全款: full payment, not of itself
	}
	if kind, ok := strings.CutSuffix(v.noun, "payment of"); ok && object == "payment for goods" {
		return kind + "payment for the goods"
	}
	return v.noun + " " + object
}

// packs reports a verb before which the means stand as often as the object:
// 气泡膜包裹.
func (v verb) packs() bool {
	return v.base == "wrap" || v.base == "pack" || v.base == "fix" || v.base == "seal" || v.base == "protect" || v.base == "strap" || v.base == "cover" || v.base == "reinforce"
}

// asks reports a verb whose object is asked to do something.
func (v verb) asks() bool {
	return v.base == "request" || v.base == "notify" || v.base == "advise" || v.base == "arrange" || v.base == "authorize" || v.base == "contact"
}

// tells reports a verb whose object is told of something.
func (v verb) tells() bool {
	return v.base == "notify" || v.base == "inform" || v.base == "advise"
}

// addresses reports a verb whose object may be a party.
func (v verb) addresses() bool {
	switch v.base {
	case "notify", "inform", "advise", "contact", "authorize", "designate", "request", "urge", "compensate for", "train", "choose", "change", "replace", "consult", "remind", "require", "entrust":
		return true
	}
	return v.frame == bringing || v.frame == stative
}

// gives reports a verb behind which a party is who gets the thing: 退回供应商.
func (v verb) gives() bool {
	switch v.base {
	case "return", "refund", "send", "mail", "deliver", "submit", "pay", "provide", "assign", "resend", "send back":
		return true
	}
	return false
}

// meetsFaults reports a verb whose object may be what is wrong with goods: repair,
// prevent, find.
func (v verb) meetsFaults() bool {
	if v.frame != transitive && v.frame != puttingIn {
		return true
	}
	first, _, _ := strings.Cut(v.base, " ")
	switch first {
	case "repair", "rework", "remove", "clean", "wipe", "avoid", "prevent", "cause", "show", "find", "allow", "accept", "sort", "trim", "inspect", "check", "test", "touch", "improve", "correct", "solve", "reduce", "grind", "polish", "bear", "confirm", "report", "photograph", "have", "exceed", "weld", "detect", "mark", "handle", "compensate", "resend", "replace", "make", "pass", "cover", "identify":
		return true
	}
	return false
}

const longestVerb = 6 // runes

// verbPlace is a verb found in a text.
type verbPlace struct {
	verb       verb
	start, end int // bytes
}

// verbsIn finds the verbs of a text that no longer word holds, the first first and
// of two that begin together the longer one.
func (k *knowledge) verbsIn(text string, strict bool) []verbPlace {
	words, whole := k.wordSpans(text, strict), k.wordSpans(text, true)
	runes := []rune(text)
	var found []verbPlace
	at := 0
	for i := range runes {
		for n := min(longestVerb, len(runes)-i); n > 0; n-- {
			zh := string(runes[i : i+n])
			uncut := words
			if n == 1 {
				uncut = whole // 刷 and 印 of 印刷 are no words
			}
			if v, ok := k.verbs[zh]; ok && !insideWord(uncut, at, at+len(zh)) {
				found = append(found, verbPlace{v, at, at + len(zh)})
			}
		}
		at += len(string(runes[i]))
	}
	return found
}

type span struct{ start, end int }

// wordSpans gives the places of the words that must not be cut: all but those
// that are themselves put together, such as 收到定金后.
//
// If not strict, the trade's own words may be cut too: 书面通知 into how and what.
func (k *knowledge) wordSpans(text string, strict bool) []span {
	var spans []span
	at := 0
	for _, t := range k.segment(text, phraseOrder) {
		trade := t.class == "pay" || t.class == "ship" || t.class == "pack" || t.class == "inspect" || t.class == "customs" || t.class == legal
		if t.class != word && t.class != unknown && (strict || !trade) {
			spans = append(spans, span{at, at + len(t.zh)})
		}
		at += len(t.zh)
	}
	return spans
}

func insideWord(words []span, start, end int) bool {
	for _, w := range words {
		cutsInto := start < w.end && end > w.start
		if cutsInto && (w.start < start || w.end > end) {
			return true
		}
	}
	return false
}
