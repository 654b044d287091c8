package offline

import (
	"strings"
	"unicode"
)

// readings knows how Chinese characters are read, words before characters.
type readings struct {
	of      map[rune]string
	words   map[string][]string // syllables of words with a reading of their own
	longest int
	names   map[string]bool // English first words of place names
}

// ambiguous are characters read differently in different names; a name with one
// of them, that no table holds, is a guess.
const ambiguous = "乐长重行朝曾单解查盖覃尉宿参调柏堡埔圩浒筠莘隗繁仇朴祭宓薄莞陂涌漯蔚铅什泌枞"

func loadReadings(k *knowledge) readings {
	r := readings{of: make(map[rune]string, 21000), words: map[string][]string{}, names: map[string]bool{}}
	for _, file := range rows("", "readings.tsv") {
		for _, row := range file.rows {
			for _, character := range row[1] {
				r.of[character] = strings.ReplaceAll(row[0], "v", "u")
			}
		}
	}
	for _, file := range rows("", "heteronyms.tsv") {
		for _, row := range file.rows {
			r.words[row[0]] = strings.Fields(row[1])
			r.longest = max(r.longest, len([]rune(row[0])))
		}
	}
	for _, entries := range k.words {
		for _, e := range entries {
			if e.class == place || e.class == port {
				first, _, _ := strings.Cut(e.en, " ")
				r.names[first] = true
			}
		}
	}
	return r
}

// syllables reads a word; sure is false where a character has several readings
// and no table settles which.
func (k *knowledge) syllables(word string) (list []string, sure bool) {
	runes := []rune(word)
	sure = true
	for i := 0; i < len(runes); {
		found := false
		for n := min(k.readings.longest, len(runes)-i); n > 0 && !found; n-- {
			if known, ok := k.readings.words[string(runes[i:i+n])]; ok {
				list = append(list, known...)
				sure = sure && (n > 1 || !strings.ContainsRune(ambiguous, runes[i]))
				i += n
				found = true
			}
		}
		if found {
			continue
		}
		reading, ok := k.readings.of[runes[i]]
		switch {
		case ok:
			list = append(list, reading)
			sure = sure && !strings.ContainsRune(ambiguous, runes[i])
		default:
			list = append(list, string(runes[i]))
			sure = sure && !isHan(runes[i])
		}
		i++
	}
	return list, sure
}

// pinyin writes a name as one word: Xinghe, Xi'an. Before er, which stands in
// names made after foreign ones (哈尔斯), no apostrophe is usual.
func (k *knowledge) pinyin(name string) (string, bool) {
	list, sure := k.syllables(name)
	var b strings.Builder
	for i, s := range list {
		if i > 0 && strings.ContainsAny(s[:1], "aoe") && s != "er" && !isUpperStart(list[i-1]) {
			b.WriteByte('\'')
		}
		b.WriteString(s)
	}
	runes := []rune(b.String())
	if len(runes) > 0 {
		runes[0] = unicode.ToUpper(runes[0])
	}
	return string(runes), sure
}

func isUpperStart(s string) bool { return s != "" && unicode.IsUpper(rune(s[0])) }
