package offline

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yipiao/invoice/script"
)

// class is what a glossary entry does in a phrase.
type class string

// The classes that the grammar of phrases tells apart; the trade's own classes
// (pay, ship, pack …) are looked up but not composed.
const (
	noun     class = "noun"
	part     class = "part"
	material class = "material"
	attr     class = "attr"
	feature  class = "feature"
	colour   class = "colour"
	size     class = "size"
	process  class = "process"
	unit     class = "unit"
	place    class = "place"
	hongKong class = "hongkong" // a place with a Cantonese or Portuguese name
	taiwan   class = "taiwan"   // a place with a spelling of its own
	port     class = "port"
	bank     class = "bank"
	industry class = "industry"
	firm     class = "firm" // a trade that only companies' names tell in that way
	legal    class = "legal"
	word     class = "word"
	phrase   class = "phrase"
	maker    class = "make"  // the make of cars and devices that goods are for
	noise    class = "noise" // advertising that says nothing of the goods
	user     class = "user"  // the user's own term
	also     class = "also"  // English that is accepted for a word, never chosen
)

// entry is a row of the glossary.
type entry struct {
	zh, en       string
	class        class
	alternatives string // other English, divided by |
	next         int32  // the next entry of the same Chinese, 0 for none
	only         class  // where the text must be for the place to be meant, "" for anywhere
	yields       bool   // it is Chinese for its English only where no other entry is
}

// knowledge is all data, read once and never changed.
type knowledge struct {
	entries     []entry          // the first is empty
	words       map[string]int32 // the first entry of a Chinese word
	longest     int              // the longest Chinese key, in runes
	simplified  map[rune]rune
	units       []unitRule
	sentences   sentenceTable
	readings    readings
	names       func() map[string][]string // the English of places by its first word
	regions     func() map[string]bool     // countries and provinces
	countries   func() map[string]bool     // those that are not China
	makers      func() map[string]string
	labels      func() map[string]string
	states      func() map[string]string // how things are found, to stand behind them
	verbs       map[string]verb
	users       map[string]string // persons, places and occasions that goods are for
	persons     map[string]bool   // those of them who are persons or animals
	guards      []guard
	turns       []turn
	ambiguous   map[string]string // words of goods, and what they may mean
	senses      map[string][]sense
	context     string         // the text that is read, in lower case
	reporting   bool           // the text is a finding of an inspection
	whereabouts map[class]bool // the parts of the world that the text is about
	cuts        map[string]map[int]bool
	beginnings  map[string][]int // where phrases of that text may end
	additions   []addition
	englishSide func() englishSide // built when first a text goes into Chinese

	englishVerbs func() []englishVerb
}

const (
	manyEntries   = 3 << 14
	manySentences = 1 << 15
)

func load(terms []Term) *knowledge {
	k := &knowledge{entries: make([]entry, 1, manyEntries), words: make(map[string]int32, manyEntries), simplified: script.SimplifiedForms(), sentences: newSentenceTable()}
	for _, term := range terms {
		k.add(entry{zh: tight(k.normalise(term.Zh)), en: term.En, class: user})
	}
	for _, name := range glossaryTables() {
		before := len(k.entries)
		if isSentences(name) {
			eachRow(name, k.addSentence)
		} else {
			eachRow(name, k.addRow)
		}
		if strings.HasSuffix(name, "-consumer.tsv") {
			k.yield(before)
		}
	}
	k.units = loadUnits()
	k.verbs = loadVerbs()
	k.loadUsers()
	k.addGrammarWords()
	for zh, en := range k.users {
		k.addMissing(zh, en)
	}
	k.loadSenses()
	eachRow("tables/also.tsv", func(row []string) {
		k.add(entry{zh: row[0], alternatives: row[1], class: also})
	})
	k.readings = loadReadings()
	k.makers, k.labels, k.states = sync.OnceValue(readMakers), sync.OnceValue(readLabels), sync.OnceValue(readStates)
	k.names = sync.OnceValue(k.placeNames)
	k.regions, k.countries = sync.OnceValue(readRegions), sync.OnceValue(readCountries)
	k.guards, k.additions = loadGuards(), loadAdditions()
	k.turns = loadTurns()
	k.englishSide = sync.OnceValue(k.turnRound)
	k.englishVerbs = sync.OnceValue(loadEnglishVerbs)
	return k
}

// yield marks the entries from one on: in the words of marketplaces one English stands
// for many.
func (k *knowledge) yield(from int) {
	for i := range k.entries[from:] {
		k.entries[from+i].yields = true
	}
}

// addGrammarWords makes words of the grammar's own, where the glossary hasn't any
// that are alike, so that a text is cut at them.
func (k *knowledge) addGrammarWords() {
	for _, words := range []map[string]string{determiners, parties, adverbs} {
		for zh, en := range words {
			k.addMissing(zh, en)
		}
	}
	for zh, v := range k.verbs {
		k.addMissing(zh, v.base)
	}
}

func (k *knowledge) addMissing(zh, en string) {
	for at := k.words[zh]; at != 0; at = k.entries[at].next {
		if k.entries[at].class != firm {
			return
		}
	}
	k.add(entry{zh: zh, en: en, class: word})
}

// addRow adds a row of a glossary: Chinese as normalise writes it, English, class,
// other English.
func (k *knowledge) addRow(row []string) {
	if len(row) < 3 || row[0] == "" || row[1] == "" && row[2] != string(noise) {
		return
	}
	e := entry{zh: row[0], en: row[1], class: class(row[2])}
	if len(row) > 3 {
		e.alternatives = row[3]
	}
	if e.class == hongKong || e.class == taiwan {
		e.class, e.only = place, e.class
	}
	k.add(e)
}

func (k *knowledge) add(e entry) {
	key := e.zh
	if hasCapital(key) {
		key = strings.ToLower(key)
	}
	k.entries = append(k.entries, e)
	this := int32(len(k.entries) - 1)
	first, known := k.words[key]
	if !known {
		k.words[key] = this
		k.longest = max(k.longest, utf8.RuneCountInString(key))
		return
	}
	for k.entries[first].next != 0 {
		first = k.entries[first].next
	}
	k.entries[first].next = this
}

// hasCapital reports a Latin capital: most words have none, and loading is spared
// the work of looking at every character's case.
func hasCapital(s string) bool {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// lookup finds the entry of a Chinese word whose class comes first in the order;
// the user's own always does.
func (k *knowledge) lookup(zh string, order []class) *entry {
	at := k.words[zh]
	if at == 0 {
		if at = k.words[strings.ToLower(zh)]; at == 0 {
			return nil
		}
	}
	if k.context != "" && k.entries[at].class != user {
		if s := k.senseOf(zh); s != nil && s.asks == "" {
			return &s.entry
		}
	}
	var best *entry
	bestRank := len(order) + 1
	for ; at != 0; at = k.entries[at].next {
		e := &k.entries[at]
		if e.class == also || e.only != "" && !k.whereabouts[e.only] || e.class == firm && !slices.Contains(order, firm) {
			continue
		}
		if e.class == user {
			return e
		}
		if best == nil {
			best = e
		}
		for rank, c := range order {
			if e.class == c && rank < bestRank {
				best, bestRank = e, rank
			}
		}
	}
	return best
}

func (e *entry) isUser() bool { return e != nil && e.class == user }

// ofClass finds the entry of a Chinese word in one of the classes only.
func (k *knowledge) ofClass(zh string, classes ...class) *entry {
	e := k.lookup(zh, classes)
	if e == nil {
		return nil
	}
	for _, c := range classes {
		if e.class == c {
			return e
		}
	}
	return nil
}
