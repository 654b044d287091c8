package translate

import (
	"slices"
	"sort"
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/script"
)

// MemoryName is the file of a user's memory, beside the orders.
const MemoryName = "yipiao.memory.tsv"

// State says how far a translation can be relied on.
type State string

// States of a memory's entries, then those of results. Edited, reviewed and
// locked are approved by a person.
const (
	Machine  State = "machine"  // a translator's, seen by nobody
	Edited   State = "edited"   // changed by a person in passing
	Reviewed State = "reviewed" // read and approved
	Locked   State = "locked"   // not to be changed any more, by reviews neither

	Final  State = "final"  // fit to print
	Review State = "review" // a person must look first
)

// Approved reports whether a person stands behind an entry of this state.
func (s State) Approved() bool { return s == Edited || s == Reviewed || s == Locked }

// Entry is one remembered translation.
type Entry struct {
	From, To Lang
	Source   string
	Target   string
	State    State
	Provider string // who made it, such as "google", or the person who approved it
	Model    string
	Date     string // YYYY-MM-DD, as the caller gives it
	Kind     Kind   // what the text was, for the reader; not part of the key

	comment string // the lines that stand before it in the file
}

type memoryKey struct {
	from, to Lang
	source   string
}

// Memory holds translations by their original. It is not safe for use by
// several goroutines.
type Memory struct {
	entries map[memoryKey]Entry
	slotted map[memoryKey][]string // originals of approved entries by their skeleton
	tail    string                 // comment lines at the file's end
	learnt  map[memoryKey]bool     // entries put since the file was read
}

// NewMemory returns an empty memory.
func NewMemory() *Memory {
	return &Memory{entries: map[memoryKey]Entry{}, slotted: map[memoryKey][]string{}, learnt: map[memoryKey]bool{}}
}

// Len is the number of entries.
func (m *Memory) Len() int { return len(m.entries) }

// key makes traditional Chinese share the simplified entries: they are the
// same words.
func key(from, to Lang, source string) memoryKey {
	if from == Traditional {
		from, source = Chinese, script.Simplify(source)
	}
	return memoryKey{from, to, strings.TrimSpace(source)}
}

// Put remembers an entry and reports whether it did: machine text never takes
// the place of an approved one, and nothing that of a locked one but a lock.
func (m *Memory) Put(e Entry) bool {
	k := key(e.From, e.To, e.Source)
	e.From, e.Source, e.Target = k.from, k.source, strings.TrimSpace(e.Target)
	if e.Source == "" || e.Target == "" || e.From == "" || e.To == "" {
		return false
	}
	old, known := m.entries[k]
	if known && (old.State == Locked && e.State != Locked || old.State.Approved() && !e.State.Approved()) {
		return false
	}
	if e.comment == "" {
		e.comment = old.comment
	}
	if e.Kind == "" {
		e.Kind = old.Kind
	}
	m.entries[k] = e
	m.learnt[k] = true
	if e.State.Approved() {
		bones := skeleton(k)
		if fresh := !known || !old.State.Approved(); fresh && bones.source != k.source && len(m.slotted[bones]) < maxSlotted {
			m.slotted[bones] = append(m.slotted[bones], k.source)
		}
	}
	return true
}

// Lookup finds the entry of exactly this text.
func (m *Memory) Lookup(from, to Lang, source string) (Entry, bool) {
	e, ok := m.entries[key(from, to, source)]
	return e, ok
}

// Entries are all entries, sorted by direction and original.
func (m *Memory) Entries() []Entry {
	list := make([]Entry, 0, len(m.entries))
	for _, e := range m.entries {
		list = append(list, e)
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.From != b.From {
			return a.From > b.From // zh before en: the usual direction first
		}
		if a.Source != b.Source {
			return a.Source < b.Source
		}
		return a.To < b.To
	})
	return list
}

// slot is a number in an original, or a name such as {n} that stands for one.
var slot = pattern.Lazily(`\{[a-z][a-z0-9]{0,7}\}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`)

const bone = "{}"

// maxSlotted bounds the entries of one skeleton that are tried.
const maxSlotted = 200

// skeleton is a key with its numbers taken out.
func skeleton(k memoryKey) memoryKey {
	k.source = slot.ReplaceAllString(k.source, bone)
	return k
}

// Fit finds an approved entry that differs from the text by its numbers alone,
// and puts the text's numbers into its translation. Entries may name their
// slots ("{n}%定金，{m}%余款发货前付清"); those with plain numbers fit where
// each number is told from the others and stands once in the translation.
func (m *Memory) Fit(from, to Lang, source string) (Entry, bool) {
	k := key(from, to, source)
	originals := slices.Clone(m.slotted[skeleton(k)])
	sort.Slice(originals, func(i, j int) bool { // named slots first: they were meant so
		a, b := strings.Contains(originals[i], "{"), strings.Contains(originals[j], "{")
		if a != b {
			return a
		}
		return originals[i] < originals[j]
	})
	values := slot.FindAllString(k.source, -1)
	for _, original := range originals {
		e := m.entries[memoryKey{k.from, k.to, original}]
		if !e.State.Approved() {
			continue
		}
		if target, ok := refill(e, values); ok {
			e.Source, e.Target, e.comment = k.source, target, ""
			return e, true
		}
	}
	return Entry{}, false
}

// refill puts values into the slots of an entry's translation.
func refill(e Entry, values []string) (string, bool) {
	names := slot.FindAllString(e.Source, -1)
	if len(names) != len(values) {
		return "", false
	}
	becomes := map[string]string{}
	for i, name := range names {
		if old, twice := becomes[name]; twice && old != values[i] {
			return "", false
		}
		// A noun after 1 stands in the singular: such an entry fits only 1.
		if name != values[i] && (name == "1" || values[i] == "1" && !strings.HasPrefix(name, "{")) {
			return "", false
		}
		becomes[name] = values[i]
	}
	open := map[string]int{} // how often a slot must still stand in the translation
	for _, name := range names {
		open[name]++
	}
	complete := true
	var b strings.Builder
	end := 0
	for _, at := range slot.FindAllStringIndex(e.Target, -1) {
		name := e.Target[at[0]:at[1]]
		value, known := becomes[name]
		complete = complete && known && !ordinalAfter(e.Target[at[1]:], name, value)
		open[name]--
		b.WriteString(e.Target[end:at[0]] + value)
		end = at[1]
	}
	b.WriteString(e.Target[end:])
	for _, left := range open {
		complete = complete && left == 0
	}
	return b.String(), complete
}

// ordinalAfter: 3rd does not become 5rd.
func ordinalAfter(rest, name, value string) bool { return name != value && ordinal.MatchString(rest) }
