package sheet

import "sort"

// spans are runs of rows or columns, sorted and apart from each other: those
// that are hidden.
type spans []span

type span struct{ first, last int }

// add puts a run behind the others, which it doesn't stand before.
func (s spans) add(first, last int) spans {
	if n := len(s); n > 0 && first <= s[n-1].last+1 {
		s[n-1].last = max(s[n-1].last, last)
		return s
	}
	return append(s, span{first, last})
}

// at is the first run that doesn't end before n.
func (s spans) at(n int) int {
	return sort.Search(len(s), func(i int) bool { return s[i].last >= n })
}

func (s spans) has(n int) bool {
	i := s.at(n)
	return i < len(s) && s[i].first <= n
}

// outside is the part of first to last that is in no run: its first and last,
// and how many there are; 0 for none.
func (s spans) outside(first, last int) (from, to, count int) {
	if last < first {
		return 0, 0, 0
	}
	count = last - first + 1
	i := s.at(first)
	for ; i < len(s) && s[i].first <= last; i++ {
		count -= min(s[i].last, last) - max(s[i].first, first) + 1
	}
	if count == 0 {
		return 0, 0, 0
	}
	from, to = first, last
	if i := s.at(first); i < len(s) && s[i].first <= first {
		from = s[i].last + 1
	}
	if i := s.at(last); i < len(s) && s[i].first <= last {
		to = s[i].first - 1
	}
	return from, to, count
}

// hiddenRows are the rows that can't be seen.
func (s *Sheet) hiddenRows() spans {
	var hidden spans
	next := 1
	for i := range s.Rows {
		r := &s.Rows[i]
		if s.DefaultHidden && next < r.Index {
			hidden = hidden.add(next, r.Index-1)
		}
		if r.Hidden {
			hidden = hidden.add(r.Index, r.Index)
		}
		next = r.Index + 1
	}
	if s.DefaultHidden {
		hidden = hidden.add(next, MaxRow)
	}
	return hidden
}

// hiddenColumns are the columns that can't be seen.
func (s *Sheet) hiddenColumns() spans {
	var hidden spans
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Hidden {
			hidden = hidden.add(c.First, c.Last)
		}
	}
	return hidden
}
