package offline

import "strings"

// A sense is what a word or a unit means where the text speaks of certain things:
// a 托盘 under goods is a pallet, one for tea a tray.
type sense struct {
	entry   entry
	context []string // any of them in the text; none for whatever is left
	asks    string   // what the word may mean, where no context tells
}

// unitSign begins the rows of senses that speak of units behind numbers.
const unitSign = "{n}"

func (k *knowledge) loadSenses() {
	k.senses = map[string][]sense{}
	eachRow("tables/senses.tsv", func(row []string) {
		zh := row[0]
		s := sense{entry: entry{zh: zh, en: row[2], class: class(row[3])}}
		if row[1] != "" {
			s.context = strings.Split(strings.ToLower(row[1]), "|")
		}
		if s.entry.class == "ask" {
			s.asks = row[2]
		} else if !strings.HasPrefix(zh, unitSign) {
			k.addMissing(zh, s.entry.en)
		}
		k.senses[zh] = append(k.senses[zh], s)
	})
}

// about returns the knowledge as it is to be used for a text, in which words of
// several senses have the one that the text's other words ask for.
func (k *knowledge) about(text string) *knowledge {
	copied := *k
	copied.context = strings.ToLower(text)
	return &copied
}

// senseOf gives the sense of a word or unit in the text that is read, nil where it
// has only one or no context tells.
func (k *knowledge) senseOf(zh string) *sense {
	senses := k.senses[zh]
	for i := range senses {
		if s := &senses[i]; len(s.context) == 0 || containsAny(k.context, s.context) {
			return s
		}
	}
	return nil
}

// unclearSenses asks about the words and units of a text whose sense no context tells.
func (k *knowledge) unclearSenses(text string) (doubts []string) {
	lower := strings.ToLower(text)
	var asked []string
	for zh := range k.senses {
		if s := k.senseOf(zh); s != nil && s.asks != "" && strings.Contains(lower, strings.TrimPrefix(zh, unitSign)) {
			asked = append(asked, zh)
		}
	}
	if len(asked) == 0 {
		return nil
	}
	for _, t := range k.segment(text, phraseOrder) {
		for _, zh := range asked {
			unit, isUnit := strings.CutPrefix(zh, unitSign)
			if t.zh == zh || isUnit && t.class == measure && strings.HasSuffix(t.zh, "/"+unit) || isUnit && t.class == measure && strings.HasSuffix(t.zh, unit) && !hasHan(strings.TrimSuffix(strings.TrimLeft(t.zh, numeralSigns), unit)) {
				doubts = append(doubts, unit+" may mean "+k.senseOf(zh).asks)
			}
		}
	}
	return doubts
}

// numeralSigns are what numbers before a unit are written with.
const numeralSigns = "0123456789.,-~x×*+/±≥≤<>零〇一二两三四五六七八九十百千万亿双单"

// inSense gives a unit's rule in the sense that the text asks for.
func (k *knowledge) inSense(rule unitRule) unitRule {
	s := k.senseOf(unitSign + rule.zh)
	if s == nil || s.asks != "" {
		return rule
	}
	many, one, ok := strings.Cut(s.entry.en, "|")
	if !ok {
		one = many
	}
	return unitRule{rule.zh, one, many}
}

// ambiguity says what a word of goods may mean, "" where the text's context tells.
func (k *knowledge) ambiguity(zh string) string {
	if s := k.senseOf(zh); s != nil && s.asks == "" {
		return ""
	}
	return k.ambiguous[zh]
}
