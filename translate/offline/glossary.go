package offline

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"sync"
)

//go:embed data/*.tsv
var glossaryFiles embed.FS

//go:embed tables/*
var tableFiles embed.FS

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
	port     class = "port"
	bank     class = "bank"
	industry class = "industry"
	legal    class = "legal"
	word     class = "word"
	phrase   class = "phrase"
	maker    class = "make"  // the make of cars and devices that goods are for
	noise    class = "noise" // advertising that says nothing of the goods
	user     class = "user"  // the user's own term
)

type entry struct {
	zh, en string
	class  class
	alt    []string
}

// knowledge is all data, read once and never changed.
type knowledge struct {
	words       map[string][]*entry
	longest     int // the longest Chinese key, in runes
	simplified  map[rune]rune
	units       []unitRule
	sentences   sentenceTable
	readings    readings
	verbs       map[string]verb
	guards      []guard
	additions   []addition
	englishSide func() englishSide // built when first a text goes into Chinese
}

func load(terms []Term) *knowledge {
	k := &knowledge{words: make(map[string][]*entry, 1<<14), simplified: traditional(), sentences: sentenceTable{byKey: map[string][]int{}}}
	for _, term := range terms {
		k.add(&entry{zh: k.normalise(term.Zh), en: term.En, class: user})
	}
	for _, file := range rows("data", "") {
		for _, row := range file.rows {
			if file.sentences {
				k.addSentence(row)
			} else if len(row) >= 3 {
				k.addRow(row)
			}
		}
	}
	k.units = loadUnits()
	k.verbs = loadVerbs()
	k.addGrammarWords()
	k.readings = loadReadings(k)
	k.guards, k.additions = loadGuards(), loadAdditions()
	k.englishSide = sync.OnceValue(k.turnRound)
	return k
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
	if len(k.words[zh]) == 0 {
		k.add(&entry{zh: zh, en: en, class: word})
	}
}

type table struct {
	name      string
	sentences bool
	rows      [][]string
}

// rows reads the tab-separated files of a folder in the order of their names,
// the package's own tables first.
func rows(folder, only string) []table {
	var tables []table
	for _, source := range []struct {
		files fs.FS
		dir   string
	}{{tableFiles, "tables"}, {glossaryFiles, folder}} {
		names, _ := fs.Glob(source.files, source.dir+"/*.tsv")
		for _, name := range names {
			base := path.Base(name)
			isGlossary := source.dir == folder || strings.HasPrefix(base, "words") || strings.HasPrefix(base, "sentences")
			if only == "" && !isGlossary || only != "" && base != only {
				continue
			}
			data, _ := fs.ReadFile(source.files, name)
			tables = append(tables, table{base, strings.HasPrefix(base, "sentences"), splitRows(string(data))})
		}
	}
	return tables
}

func splitRows(data string) [][]string {
	var all [][]string
	for line := range strings.SplitSeq(data, "\n") {
		line = strings.TrimRight(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		all = append(all, strings.Split(line, "\t"))
	}
	return all
}

func (k *knowledge) addRow(row []string) {
	e := &entry{zh: tight(k.normalise(row[0])), en: strings.TrimSpace(row[1]), class: class(strings.TrimSpace(row[2]))}
	if e.zh == "" || e.zh == "zh" || e.en == "" && e.class != noise {
		return
	}
	if len(row) > 3 && row[3] != "" {
		e.alt = strings.Split(row[3], "|")
	}
	k.add(e)
}

func (k *knowledge) add(e *entry) {
	key := strings.ToLower(e.zh)
	k.words[key] = append(k.words[key], e)
	if n := len([]rune(key)); n > k.longest {
		k.longest = n
	}
}

// lookup finds the entry of a Chinese word whose class comes first in the order;
// the user's own always does.
func (k *knowledge) lookup(zh string, order []class) *entry {
	entries := k.words[strings.ToLower(zh)]
	if len(entries) == 0 {
		return nil
	}
	best, bestRank := entries[0], len(order)+1
	for _, e := range entries {
		if e.class == user {
			return e
		}
		for rank, c := range order {
			if e.class == c && rank < bestRank {
				best, bestRank = e, rank
			}
		}
	}
	return best
}

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

func traditional() map[rune]rune {
	data, _ := tableFiles.ReadFile("tables/traditional.txt")
	pairs := make(map[rune]rune, 3000)
	for line := range strings.SplitSeq(string(data), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		runes := []rune(line)
		for i := 0; i+1 < len(runes); i += 2 {
			pairs[runes[i]] = runes[i+1]
		}
	}
	return pairs
}
