package terms

import (
	"slices"
	"strings"
	"sync"
)

// Term is a code with its names in both languages.
type Term struct{ Code, Zh, En string }

// entry is a row of a table.
type entry interface{ Term() Term }

// Term is t itself: a table of plain terms holds nothing more.
func (t Term) Term() Term { return t }

// Table is a fixed list of codes of one kind. It must not be copied.
type Table[E entry] struct {
	entries []E    // by code, in the order of bytes
	apart   string // a code of entries that is none of this table
	// also are other ways in which people write the codes. Where as is nil they
	// only show which code was meant.
	also []also
	// as, where not nil, makes names and other ways to write a code as good as
	// the code: it gives the entry for what was written.
	as func(e E, written string) E

	once sync.Once
	read map[string]int // folded codes, other ways and names to entries
}

// also are other ways to write a code, separated by ", ".
type also struct{ code, ways string }

// Find is the entry of a code. Codes are taken exactly as they stand in the
// table; units and packages also by their names and usual short forms.
func (t *Table[E]) Find(written string) (E, bool) {
	if i, ok := t.code(written); ok {
		return t.entries[i], true
	}
	if t.as != nil && len(written) <= longestWritten {
		if i, ok := t.ways()[fold(written)]; ok {
			return t.as(t.entries[i], written), true
		}
	}
	var none E
	return none, false
}

// Term is the names of what Find finds.
func (t *Table[E]) Term(written string) (Term, bool) {
	e, ok := t.Find(written)
	if !ok {
		return Term{}, false
	}
	return e.Term(), true
}

// Has reports whether Find finds written.
func (t *Table[E]) Has(written string) bool {
	_, ok := t.Find(written)
	return ok
}

// Codes are all codes of t in the order of bytes.
func (t *Table[E]) Codes() []string {
	codes := make([]string, 0, len(t.entries))
	for _, e := range t.entries {
		if code := e.Term().Code; code != t.apart {
			codes = append(codes, code)
		}
	}
	return codes
}

func (t *Table[E]) code(code string) (int, bool) {
	i, ok := slices.BinarySearchFunc(t.entries, code, func(e E, code string) int {
		return strings.Compare(e.Term().Code, code)
	})
	return i, ok && code != t.apart
}

// ways are all ways to write the codes of t, folded. Where two codes claim one,
// a code goes before another way, and that before a name.
func (t *Table[E]) ways() map[string]int {
	t.once.Do(func() {
		t.read = make(map[string]int, 4*len(t.entries))
		add := func(i int, written string) {
			way := fold(written)
			_, taken := t.read[way]
			if !taken && way != "" && t.entries[i].Term().Code != t.apart {
				t.read[way] = i
			}
		}
		for i, e := range t.entries {
			add(i, e.Term().Code)
		}
		for _, a := range t.also {
			if i, ok := t.code(a.code); ok {
				for way := range strings.SplitSeq(a.ways, ", ") {
					add(i, way)
				}
			}
		}
		for i, e := range t.entries {
			if f, ok := any(e).(interface{ forms() []string }); ok {
				for _, form := range f.forms() {
					add(i, form)
				}
			}
			add(i, e.Term().Zh)
			add(i, e.Term().En)
		}
	})
	return t.read
}
