package issue

import (
	"sync"

	"yipiao/invoice"
)

// shelf holds the orders of files that are decoded again, each from the first
// to the last of its orders: a file of many is not read once for each.
type shelf struct {
	mu    sync.Mutex
	files map[string]*shelved
}

// shelved are the orders of one file.
type shelved struct {
	read   sync.Once
	orders map[int]*invoice.Order
	left   int // how many are still to be taken
}

// shelve is a shelf for the jobs whose orders were not kept.
func shelve(jobs []job) *shelf {
	s := &shelf{files: map[string]*shelved{}}
	for i := range jobs {
		j := &jobs[i]
		if j.order != nil || j.err != nil || j.faults != nil {
			continue
		}
		if s.files[j.file] == nil {
			s.files[j.file] = &shelved{}
		}
		s.files[j.file].left++
	}
	return s
}

// take is j's order, nil where its file has changed.
func (s *shelf) take(j *job, opt Options) *invoice.Order {
	s.mu.Lock()
	f := s.files[j.file]
	if f.left--; f.left == 0 {
		delete(s.files, j.file)
	}
	s.mu.Unlock()
	f.read.Do(func() {
		f.orders = map[int]*invoice.Order{}
		for _, again := range decode(j.file, opt) {
			if again.order != nil {
				f.orders[again.index] = again.order
			}
		}
	})
	return f.orders[j.index]
}
