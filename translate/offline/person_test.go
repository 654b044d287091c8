package offline

import "testing"

// TestPersonsAlone: a name alone is a draft, written as names are.
func TestPersonsAlone(t *testing.T) {
	translator := newTranslator(t)
	for source, want := range map[string]string{"陈志强": "Chen Zhiqiang", "周杰伦": "Zhou Jielun", "李先生": "Mr. Li"} {
		if got := translator.Translate(source, Any, "en"); got.Text != want || got.Final {
			t.Errorf("%s: %q, final %v, want the draft %q", source, got.Text, got.Final, want)
		}
	}
	if got := translator.Translate("黄金", Any, "en"); got.Text == "Huang Jin" {
		t.Errorf("黄金 is gold, no person: %q", got.Text)
	}
}
