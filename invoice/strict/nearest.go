package strict

import (
	"slices"
	"strings"
)

// maxListed is how many allowed names an error lists where none is near.
const maxListed = 8

// nearest is the name that was likely meant by a misspelt one, or "".
func nearest(written string, names []string) string {
	if len(written) > 64 {
		return ""
	}
	fold := func(s string) []rune {
		return []rune(strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s)))
	}
	best, least := "", 0
	w := fold(written)
	for _, name := range names {
		n := fold(name)
		d := distance(w, n)
		if d > max(1, min(len(w), len(n))/3) || best != "" && d >= least {
			continue
		}
		best, least = name, d
	}
	return best
}

// begunBy is the one name that begins with a short form, as desc for
// description, or "".
func begunBy(short string, names []string) string {
	found := ""
	for _, name := range names {
		if len(short) >= 3 && strings.HasPrefix(name, strings.ToLower(short)) {
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// distance is the number of letters to insert, drop, change or swap with their
// neighbour to make b of a (Damerau's, optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range b {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			next[j+1] = min(row[j]+change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

// unknownField says that a mapping has no such field, and which it may be.
func unknownField(written string, p *plan) (message, meant string) {
	names := p.names
	meant = p.called[strings.ToLower(written)]
	if meant == "" {
		meant = nearest(written, names)
	}
	if meant == "" {
		meant = begunBy(written, names)
	}
	switch {
	case meant != "":
		return "unknown field, did you mean " + meant + "?", meant
	case len(names) > 0 && len(names) <= maxListed:
		listed := slices.Clone(names)
		return "unknown field, allowed are " + strings.Join(listed, ", "), ""
	}
	return "unknown field", ""
}

// DidYouMean is ", did you mean X?" with the name that a misspelt one was
// likely meant to be, or "".
func DidYouMean(written string, names []string) string {
	if near := nearest(written, names); near != "" {
		return ", did you mean " + near + "?"
	}
	return ""
}
