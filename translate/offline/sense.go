package offline

import "strings"

// A sense is what a word or a unit means where the text speaks of certain things:
// a 托盘 under goods is a pallet, one for tea a tray.
type sense struct {
	entry   entry
	context string // words divided by |, any of them in the text; none for whatever is left
	asks    string // what the word may mean, where no context tells
}

// unitSign begins the rows of senses that speak of units behind numbers.
const unitSign = "{n}"

func (k *knowledge) loadSenses() {
	k.senses, k.ambiguous = make(map[string][]sense, 512), make(map[string]string, 128)
	eachRow("tables/senses.tsv", func(row []string) {
		zh := row[0]
		s := sense{entry: entry{zh: zh, en: row[2], class: class(row[3])}, context: row[1]}
		switch {
		case s.entry.class == "alone":
			k.ambiguous[zh] = row[2]
			return
		case s.entry.class == "ask":
			s.asks = row[2]
		case !strings.HasPrefix(zh, unitSign):
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
	copied.whereabouts = map[class]bool{hongKong: isAboutHongKong(text), taiwan: strings.Contains(text, "台湾") || !mainlandRank.MatchString(text)}
	copied.beginnings, copied.cuts = map[string][]int{}, map[string]map[int]bool{}
	return &copied
}

// senseOf gives the sense of a word or unit in the text that is read, nil where it
// has only one or no context tells. What stands in the same part of the text tells
// before the rest; where that speaks for two senses, the word is asked about.
func (k *knowledge) senseOf(zh string) *sense {
	senses := k.senses[zh]
	if len(senses) == 0 {
		return nil
	}
	for _, reach := range []string{k.near(strings.TrimPrefix(zh, unitSign)), k.context} {
		if s := settledBy(senses, reach); s != nil {
			return s
		}
	}
	if last := &senses[len(senses)-1]; last.context == "" {
		return last
	}
	return nil
}

// settledBy gives the sense that a text asks for, one that asks where it asks for two.
// The longest word of context tells first: 养生壶 more than 壶.
func settledBy(senses []sense, text string) *sense {
	var found *sense
	longest := ""
	for i := range senses {
		if in := longestIn(text, senses[i].context); len(in) > len(longest) {
			found, longest = &senses[i], in
		}
	}
	if found == nil {
		return nil
	}
	rest := strings.ReplaceAll(text, longest, " ") // 说明书 speaks for no 书
	for i := range senses {
		if other := &senses[i]; other.entry.en != found.entry.en && wordIn(rest, other.context) != "" {
			return &sense{entry: found.entry, asks: found.entry.en + " or " + other.entry.en}
		}
	}
	return found
}

// longestIn gives the longest of the words that stands in a text, the first of several,
// "" for none.
func longestIn(text, words string) (longest string) {
	for w := range strings.SplitSeq(words, "|") {
		if len(w) > len(longest) && strings.Contains(text, w) {
			longest = w
		}
	}
	return longest
}

// wordIn gives the first of the words that stands in a text, "" for none.
func wordIn(text, words string) string {
	for w := range strings.SplitSeq(words, "|") {
		if w != "" && strings.Contains(text, w) {
			return w
		}
	}
	return ""
}

// near gives the parts of the text, between blanks and signs, that hold a word; a label
// belongs to its value.
func (k *knowledge) near(word string) string {
	var parts []string
	for _, part := range strings.FieldsFunc(k.context, func(r rune) bool { return strings.ContainsRune(" ，;。()、", r) }) {
		if strings.Contains(part, word) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// unclearSenses asks about the words and units of a text whose sense no context tells.
func (k *knowledge) unclearSenses(text string) (doubts []string) {
	lower := strings.ToLower(text)
	var asked []string
	for zh := range k.senses {
		if !strings.Contains(lower, strings.TrimPrefix(zh, unitSign)) {
			continue
		}
		if s := k.senseOf(zh); s != nil && s.asks != "" {
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

// alone asks about a text that is nothing but a word of several meanings.
func (k *knowledge) alone(text string) []string {
	senses := k.ambiguity(text)
	if senses == "" || k.lookup(text, titleOrder).isUser() {
		return nil
	}
	return []string{text + " may mean " + senses}
}
