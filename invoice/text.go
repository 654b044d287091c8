package invoice

import (
	"strings"
	"unicode"

	"yipiao/invoice/strict"
)

// Text is a text in Chinese, English, or both. A language that is missing is
// empty; nothing fills it but the package translate.
type Text struct {
	Zh, En string
	// Draft names the language ("zh" or "en") whose words no person has
	// approved; they are printed with a mark.
	Draft string
}

// PlainText is a text in whichever language it is written.
func PlainText(s string) Text {
	if HasHan(s) {
		return Text{Zh: s}
	}
	return Text{En: s}
}

// Empty reports whether t says nothing.
func (t Text) Empty() bool { return t.Zh == "" && t.En == "" }

// First is t in the first language that it has, Chinese before English.
func (t Text) First() string {
	if t.Zh != "" {
		return t.Zh
	}
	return t.En
}

// Joined is t with its languages parted by sep, once where they are equal.
func (t Text) Joined(sep string) string {
	switch {
	case t.Zh == "" || t.Zh == t.En:
		return t.En
	case t.En == "":
		return t.Zh
	}
	return t.Zh + sep + t.En
}

// In is t as a document in languages l prints it: a text that lacks the
// language asked for is printed in the one it has.
func (t Text) In(l Languages) Text {
	switch {
	case l == Chinese && t.Zh != "":
		return Text{Zh: t.Zh, Draft: draftIn(t.Draft, "zh")}
	case l == English && t.En != "":
		return Text{En: t.En, Draft: draftIn(t.Draft, "en")}
	case t.Zh == t.En:
		return Text{En: t.En}
	}
	return t
}

func draftIn(draft, lang string) string {
	if draft == lang {
		return draft
	}
	return ""
}

// Lacks names the language that t misses, or "": a text with nothing to
// translate in it, like "500 ml" or "XL", misses none.
func (t Text) Lacks() string {
	switch {
	case t.Zh != "" && t.En == "":
		return "en"
	case t.En != "" && t.Zh == "" && !neutral(t.En):
		return "zh"
	}
	return ""
}

// UnmarshalStrict takes a plain text or {zh, en}.
func (t *Text) UnmarshalStrict(n strict.Node) {
	switch n.Kind() {
	case strict.Null:
	case strict.Scalar:
		*t = PlainText(strings.TrimRight(n.Text(), "\n "))
	case strict.Mapping:
		var m struct {
			Zh    string `yaml:"zh"`
			En    string `yaml:"en"`
			Draft string `yaml:"draft"`
		}
		n.Decode(&m)
		if m.Draft != "" && m.Draft != "zh" && m.Draft != "en" {
			n.Fail("code", "draft is zh or en, not %s", m.Draft)
		}
		*t = Text{strings.TrimRight(m.Zh, "\n "), strings.TrimRight(m.En, "\n "), m.Draft}
	default:
		n.Fail("type", "a text or {zh: …, en: …} is wanted here, not a list")
	}
}

// MarshalStrict is the shortest form that reads back as t.
func (t Text) MarshalStrict() any {
	if t.Draft == "" {
		switch {
		case t.En == "" && HasHan(t.Zh):
			return t.Zh
		case t.Zh == "" && !HasHan(t.En):
			return t.En
		}
	}
	var p strict.Pairs
	for _, kv := range [...]strict.Pair{{Key: "zh", Value: t.Zh}, {Key: "en", Value: t.En}, {Key: "draft", Value: t.Draft}} {
		if kv.Value != "" {
			p = append(p, kv)
		}
	}
	return p
}

// MarshalStrictJSON is always {zh, en}, with the languages that t has.
func (t Text) MarshalStrictJSON() any {
	return strict.Pairs{{Key: "zh", Value: t.Zh}, {Key: "en", Value: t.En}, {Key: "draft", Value: t.Draft}}
}

// StrictSchema describes a text to editors.
func (Text) StrictSchema() map[string]any {
	s := map[string]any{"type": "string"}
	return map[string]any{"oneOf": []any{
		map[string]any{"type": []any{"string", "number", "null"}},
		map[string]any{"type": "object", "additionalProperties": false,
			"properties": map[string]any{"zh": s, "en": s, "draft": map[string]any{"enum": []any{"zh", "en"}}}},
	}}
}

// HasHan reports whether s holds a Chinese character.
func HasHan(s string) bool {
	for _, r := range s {
		if r >= 0x2E80 && unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// sameEverywhere are words that stand alike in Chinese and English texts.
const sameEverywhere = " ml l cl cm mm m km kg g mg t oz lb lbs in ft v kv w kw wh kwh mah ah a ma hz khz mhz ghz db lm k pcs pc set s xs xl xxl xxxl n/m n/a x "

// neutral reports whether s has no word to translate: figures, units, sizes,
// codes.
func neutral(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/' }) {
		if strings.ContainsFunc(w, unicode.IsDigit) || !strings.ContainsFunc(w, unicode.IsLetter) {
			continue
		}
		if !strings.Contains(sameEverywhere, " "+strings.ToLower(w)+" ") {
			return false
		}
	}
	return true
}
