package terms

import "strings"

// longestWritten bounds what is compared, in bytes: no name is longer.
const longestWritten = 96

// shortest is the least number of letters in which a slip can be told from
// another word.
const shortest = 3

// Nearest is the code that was likely meant by what somebody wrote: the one
// known by that name whatever its case, else the only one that a slip of the
// pen makes of it.
func (t *Table[E]) Nearest(written string) (code string, ok bool) {
	if len(written) > longestWritten {
		return "", false
	}
	w := fold(written)
	if i, known := t.ways()[w]; known {
		return t.entries[i].Term().Code, true
	}
	i, ok := nearest([]rune(w), t.ways())
	if !ok {
		return "", false
	}
	return t.entries[i].Term().Code, true
}

// Known is the code that is known by what somebody wrote, whatever its case: as
// Nearest, but no slip of the pen is mended.
func (t *Table[E]) Known(written string) (code string, ok bool) {
	if len(written) > longestWritten {
		return "", false
	}
	i, ok := t.ways()[fold(written)]
	if !ok || written == "" {
		return "", false
	}
	return t.entries[i].Term().Code, true
}

// nearest is the entry that one of the ways nearest to written leads to, if
// they all lead to the same.
func nearest(written []rune, ways map[string]int) (entry int, ok bool) {
	if len(written) < shortest {
		return 0, false
	}
	least := len(written)
	for way, i := range ways {
		w := []rune(way)
		allowed := max(1, min(len(written), len(w))/3)
		if len(w) < shortest || abs(len(w)-len(written)) > allowed {
			continue
		}
		d := distance(written, w)
		switch {
		case d > allowed || d > least:
		case d < least:
			entry, ok, least = i, true, d
		case i != entry:
			ok = false
		}
	}
	return entry, ok
}

func abs(n int) int { return max(n, -n) }

// folder drops what people write or leave out at will.
var folder = strings.NewReplacer(" ", "", "\t", "", "\u00a0", "", "-", "", "_", "", ".", "", "'", "", "’", "", "²", "2", "³", "3")

// fold makes ways of writing the same word equal.
func fold(written string) string { return folder.Replace(strings.ToLower(written)) }

// distance is the number of letters to insert, drop, change or swap with their
// neighbour to make b of a.
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
			next[j+1] = min(row[j]+1, row[j+1]+1, next[j]+1)
			if a[i] == b[j] {
				next[j+1] = min(next[j+1], row[j])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
