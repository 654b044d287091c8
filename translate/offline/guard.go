package offline

import "strings"

// guard is a meaning that a sentence must not lose on the way: approximately,
// within, not, deposit. A template written for several words at once may fit a
// text and yet leave out what it says; the guards see that.
type guard struct {
	words  []string          // Chinese
	unless *strings.Replacer // takes out longer words that mean something else
	proofs []string          // any of them in English, in lower case
}

func loadGuards() []guard {
	var guards []guard
	eachRow("tables/guards.tsv", func(row []string) {
		g := guard{words: strings.Split(row[0], "|"), proofs: strings.Split(strings.ToLower(row[2]), "|")}
		if row[1] != "" {
			var taken []string
			for _, longer := range strings.Split(row[1], "|") {
				taken = append(taken, longer, "\x00")
			}
			g.unless = strings.NewReplacer(taken...)
		}
		guards = append(guards, g)
	})
	return guards
}

// addition is English that must not come from nowhere.
type addition struct {
	english string   // with a blank before it
	reasons []string // any of them in Chinese
}

func loadAdditions() []addition {
	var additions []addition
	eachRow("tables/additions.tsv", func(row []string) {
		additions = append(additions, addition{" " + strings.ToLower(row[0]), strings.Split(strings.ToLower(row[1]), "|")})
	})
	return additions
}

// unfaithful names the guarded words of a Chinese text that nothing in the English
// stands for, and what the English says that the text doesn't.
func (k *knowledge) unfaithful(chinese, english string) (doubts []string) {
	unsoundness := unsound(english)
	chinese, english = strings.ToLower(chinese), " "+strings.ToLower(english)+" "
	for _, a := range k.additions {
		if strings.Contains(english, a.english) && !containsAny(chinese, a.reasons) {
			doubts = append(doubts, "nothing in the source stands for"+a.english)
		}
	}
	doubts = append(doubts, unsoundness...)
	doubts = append(doubts, k.misturned(chinese, english)...)
	for _, g := range k.guards {
		if word := g.in(chinese); word != "" && !containsAny(english, g.proofs) {
			doubts = append(doubts, "nothing in the translation stands for "+word)
		}
	}
	return doubts
}

func (g guard) in(chinese string) string {
	for _, word := range g.words {
		if !strings.Contains(chinese, word) {
			continue
		}
		if g.unless == nil || strings.Contains(g.unless.Replace(chinese), word) {
			return word
		}
	}
	return ""
}

func containsAny(s string, parts []string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}
