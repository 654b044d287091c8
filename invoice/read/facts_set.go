package read

import (
	"strings"

	"yipiao/invoice"
)

// text sets a field that is a plain text, and says where another value
// competes for it.
func (f *facts) text(path string, to *string, l line) {
	f.set(path, to, strings.TrimRight(strings.TrimSpace(l.text), ",;，；"), l.where)
}

func (f *facts) set(path string, to *string, value, where string) {
	value = strings.TrimSpace(value)
	switch {
	case value == "" || placeholder(value):
	case *to == "":
		*to = value
		f.d.found(path, where)
	case fold(*to) != fold(value):
		f.competes(path, where, *to, value)
	}
}

// competes says that two values compete for a field.
func (f *facts) competes(path, where, kept, other string) {
	f.d.warn(Candidates, path, where, "%s stands here, but %s at %s was kept", brief(other), brief(kept), f.d.where[path])
}

// brief is the beginning of a text, for messages.
func brief(s string) string { return shortened(s, 60) }

// shortened is at most so many characters of a text, on one line.
func shortened(s string, most int) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// setText sets a field in both languages: one that lacks a language takes it
// from a later value.
func (f *facts) setText(path string, to *invoice.Text, value invoice.Text, where string) {
	switch {
	case value.Empty():
	case to.Empty():
		*to = value
		f.d.found(path, where)
	case to.Zh == "" && value.En == "":
		to.Zh = value.Zh
	case to.En == "" && value.Zh == "":
		to.En = value.En
	case differ(to.Zh, value.Zh) || differ(to.En, value.En):
		f.competes(path, where, to.First(), value.First())
	}
}

// differ reports whether two texts are given and not the same, the one not a
// part of the other.
func differ(a, b string) bool {
	a, b = fold(a), fold(b)
	return a != "" && b != "" && !strings.Contains(a, b) && !strings.Contains(b, a)
}
