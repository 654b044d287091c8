package offline

import (
	"strings"
	"testing"
)

// TestKeysFindTheirRows writes each template out with each of its alternatives: whatever
// text fits it must have a key of its row, or the row is never tried.
func TestKeysFindTheirRows(t *testing.T) {
	k := load(nil)
	for i := range k.sentences.rows {
		row := &k.sentences.rows[i]
		keys := patternKeys(nil, row.zh)
		templates := k.compile(row)
		if len(templates) == 0 {
			t.Errorf("%s: no template, its English has a slot that its Chinese hasn't", row.zh)
		}
		for _, template := range templates {
			for _, text := range writtenOut(template.elements) {
				if !hasKey(text, keys) {
					t.Errorf("%s: %q has none of its keys", row.zh, text)
				}
			}
		}
	}
}

// writtenOut gives texts of a template in which each alternative stands once. Slots are
// a sign that is no Chinese.
func writtenOut(elements []element) (texts []string) {
	most := 1
	for _, e := range elements {
		most = max(most, len(e.options))
	}
	for i := range most {
		var text strings.Builder
		for _, e := range elements {
			if len(e.options) == 0 {
				text.WriteByte('#')
				continue
			}
			text.WriteString(e.options[min(i, len(e.options)-1)])
		}
		texts = append(texts, text.String())
	}
	return texts
}

func hasKey(text string, keys []sentenceKey) bool {
	for _, key := range keys {
		if strings.Contains(text, strings.TrimLeft(string(key[:]), "\x00")) {
			return true
		}
	}
	return false
}
