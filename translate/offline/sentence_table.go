package offline

import (
	"slices"
	"strings"
	"sync"
)

// sentenceRow is a line of a table of templates, read into templates when a text first
// has one of its keys: most texts need few of the many.
type sentenceRow struct {
	zh, en string
	kind   Kind
	once   sync.Once
	ready  []*template
}

// sentenceTable finds the rows that can fit a text by the characters they have in common
// with it.
type sentenceTable struct {
	rows  []sentenceRow
	links []keyLink // the first is empty
	last  map[sentenceKey]int32
	keys  []sentenceKey // those of the row that is added
}

// keyLink leads from a row of a key to the one before it, 0 for none.
type keyLink struct{ row, before int32 }

// sentenceKey is two neighbouring Chinese characters, or 0 and a single one; two zeros
// are the key of patterns that may fit any text.
type sentenceKey [2]rune

func newSentenceTable() sentenceTable {
	return sentenceTable{rows: make([]sentenceRow, 0, manySentences), links: make([]keyLink, 1, 2*manySentences), last: make(map[sentenceKey]int32, manySentences/4)}
}

// addSentence adds a row: zh pattern, en pattern, kind.
func (k *knowledge) addSentence(fields []string) {
	if len(fields) < 2 || fields[0] == "" || fields[1] == "" || strings.HasPrefix(fields[0], "zh") {
		return
	}
	table := &k.sentences
	this := int32(len(table.rows))
	table.rows = append(table.rows, sentenceRow{zh: fields[0], en: fields[1]})
	if len(fields) > 2 {
		table.rows[this].kind = Kind(fields[2])
	}
	table.keys = patternKeys(table.keys, fields[0])
	for _, key := range table.keys {
		table.links = append(table.links, keyLink{this, table.last[key]})
		table.last[key] = int32(len(table.links) - 1)
	}
}

// patternKeys gives keys of which every text of the pattern has at least one: two
// characters of its fixed text, those of all alternatives (一只|两只) in one place, or a
// single character. It writes them over the slice that it is given.
func patternKeys(keys []sentenceKey, pattern string) []sentenceKey {
	keys = keys[:0]
	var single sentenceKey
	for pattern != "" {
		fixed, rest := pattern, ""
		if at := strings.IndexAny(pattern, "[{("); at >= 0 {
			fixed, rest = pattern[:at], pattern[at:]
		}
		key := keyOf(fixed)
		if key[0] != 0 {
			return append(keys[:0], key)
		}
		if single[1] == 0 {
			single = key
		}
		group := leadingBracket(rest)
		if len(keys) == 0 && strings.HasPrefix(group, "(") {
			keys = keysOfGroup(keys, group)
		}
		pattern = rest[len(group):]
	}
	if len(keys) == 0 {
		keys = append(keys, single)
	}
	return keys
}

// keyOf gives the first two neighbouring Chinese characters of a fixed text, or else its
// first.
func keyOf(fixed string) sentenceKey {
	var single, previous rune
	for _, r := range fixed {
		if !isHan(r) {
			previous = 0
			continue
		}
		if previous != 0 {
			return sentenceKey{previous, r}
		}
		if previous = r; single == 0 {
			single = r
		}
	}
	return sentenceKey{0, single}
}

// keysOfGroup adds a key for each of the alternatives in brackets, nothing if one of
// them has no Chinese.
func keysOfGroup(keys []sentenceKey, group string) []sentenceKey {
	for option := range strings.SplitSeq(strings.Trim(group, "()"), "|") {
		key := keyOf(option)
		if key[1] == 0 {
			return keys[:0]
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// leadingBracket gives the bracket that a pattern begins with, to its end and with those
// inside.
func leadingBracket(pattern string) string {
	depth := 0
	for i, r := range pattern {
		switch r {
		case '[', '{', '(':
			depth++
		case ']', '}', ')':
			depth--
		}
		if depth == 0 {
			return pattern[:i+1]
		}
	}
	return pattern
}

// candidates gives the templates that may fit a text, in the tables' order.
func (k *knowledge) candidates(text string) []*template {
	table := &k.sentences
	var numbers []int32
	add := func(key sentenceKey) {
		for at := table.last[key]; at != 0; at = table.links[at].before {
			numbers = append(numbers, table.links[at].row)
		}
	}
	add(sentenceKey{})
	var previous rune
	for _, r := range text {
		add(sentenceKey{0, r})
		if previous != 0 {
			add(sentenceKey{previous, r})
		}
		previous = r
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var found []*template
	for _, n := range numbers {
		row := &table.rows[n]
		row.once.Do(func() { row.ready = k.compile(row) })
		found = append(found, row.ready...)
	}
	return found
}

func (k *knowledge) compile(row *sentenceRow) []*template {
	var ready []*template
	for _, variant := range variants(row.zh, row.en) {
		zh := commasOnly.Replace(tight(k.normalise(variant[0])))
		ready = append(ready, newTemplate(strings.TrimRight(zh, "，"), variant[1], row.kind))
	}
	return ready
}
