package offline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// firstHan and lastHan bound the characters whose readings are known.
const (
	firstHan = 0x3400
	lastHan  = 0x9fff
)

// readings knows how Chinese characters are read, words before characters.
type readings struct {
	list    []string                       // syllables
	of      [lastHan - firstHan + 1]uint16 // their places in the list, 0 for none
	words   map[string][]string            // syllables of words with a reading of their own
	longest int
}

func (r *readings) reading(character rune) string {
	if character < firstHan || character > lastHan {
		return ""
	}
	return r.list[r.of[character-firstHan]]
}

// ambiguous are characters read differently in different names; a name with one
// of them, that no table holds, is a guess.
const ambiguous = "乐长重行朝曾单解查盖覃尉宿参调柏堡埔圩浒筠莘隗繁仇朴祭宓薄莞陂涌漯蔚铅什泌枞"

func loadReadings() readings {
	r := readings{list: []string{""}, words: map[string][]string{}}
	eachRow("tables/readings.tsv", func(row []string) {
		r.list = append(r.list, strings.ReplaceAll(row[0], "v", "u"))
		for _, character := range row[1] {
			if character >= firstHan && character <= lastHan {
				r.of[character-firstHan] = uint16(len(r.list) - 1)
			}
		}
	})
	eachRow("tables/heteronyms.tsv", func(row []string) {
		r.words[row[0]] = strings.Fields(row[1])
		r.longest = max(r.longest, utf8.RuneCountInString(row[0]))
	})
	return r
}

// placeNames gives the English names of places, which keep their capital letter, by their
// first words.
func (k *knowledge) placeNames() map[string][]string {
	names := map[string][]string{}
	for _, e := range k.entries {
		if e.class == place || e.class == port {
			first, _, _ := strings.Cut(e.en, " ")
			names[first] = append(names[first], e.en)
		}
	}
	return names
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
		reading := k.readings.reading(runes[i])
		switch {
		case reading != "":
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
	characters := []rune(name)
	var b strings.Builder
	for i, s := range list {
		if i > 0 && strings.ContainsAny(s[:1], "aoe") && (s != "er" || i < len(characters) && characters[i] == '二') && !isUpperStart(list[i-1]) {
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
