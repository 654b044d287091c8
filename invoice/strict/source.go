package strict

import (
	"fmt"
	"strconv"
	"strings"
)

// Source is one document of a file, with the place of every value.
type Source struct {
	File  string
	Index int // of the document within the file, from 1

	items  []item // items[0] is the document; a collection's items stand together
	limits Limits
	errs   Errors
	more   int // errors beyond limits.Errors
	notes  Errors
	failed map[string]bool // true: failed itself; false: something in it failed
}

// item is a value within a Source.
type item struct {
	kind   Kind
	quoted bool
	text   string
	key    string // within a mapping
	pos    Pos
	keyPos Pos
	parent int32 // -1 for the document
	first  int32 // the first of count items within it
	count  int32
}

// At is the place of the value at path, as lines[0].price. For one that is
// missing it is the place of the nearest above it that isn't.
func (s *Source) At(path string) Pos {
	i, _ := s.find(path)
	return s.items[i].pos
}

// Has reports whether a value stands at path. Null does not count.
func (s *Source) Has(path string) bool {
	i, found := s.find(path)
	return found && s.items[i].kind != Null
}

// Len is the number of fields or items of the value at path, 0 without one.
func (s *Source) Len(path string) int {
	i, found := s.find(path)
	if !found {
		return 0
	}
	return int(s.items[i].count)
}

// Fail reports an error at path.
func (s *Source) Fail(path, code, format string, args ...any) {
	if s.Full() {
		s.more++
		return
	}
	s.fail(&Error{Pos: s.At(path), Path: path, Code: code, Message: fmt.Sprintf(format, args...)})
}

// Failed reports whether an error was found at path, above it or in it, so
// that checks made later can keep silent.
func (s *Source) Failed(path string) bool {
	if _, found := s.failed[path]; found {
		return true
	}
	for path != "" {
		path = parentPath(path)
		if s.failed[path] {
			return true
		}
	}
	return false
}

// Full reports whether so many errors were found that further ones are only
// counted: whoever reports them need not look for the right word.
func (s *Source) Full() bool { return len(s.errs) >= s.limits.Errors }

// Err is Errors by position, or nil.
func (s *Source) Err() error {
	if len(s.errs) == 0 {
		return nil
	}
	errs := s.errs.sorted()
	if s.more > 0 {
		last := errs[len(errs)-1]
		errs = append(errs, &Error{File: s.File, Index: s.Index, Pos: last.Pos, Code: CodeBounds,
			Message: fmt.Sprintf("and at least %d more errors", s.more)})
	}
	return errs
}

// Notes are remarks that are no errors.
func (s *Source) Notes() []*Error { return s.notes }

// Scalars calls visit with the path and text of every scalar, in the file's
// order.
func (s *Source) Scalars(visit func(path, text string)) { s.scalars(0, "", visit) }

func (s *Source) scalars(i int32, path string, visit func(path, text string)) {
	it := &s.items[i]
	if it.kind == Scalar {
		visit(path, it.text)
	}
	for k := it.first; k < it.first+it.count; k++ {
		s.scalars(k, s.step(path, k), visit)
	}
}

func (s *Source) failItem(i int32, code, format string, args ...any) {
	if s.Full() {
		s.more++
		return
	}
	s.fail(&Error{Pos: s.items[i].pos, Path: s.path(i), Code: code, Message: fmt.Sprintf(format, args...)})
}

func (s *Source) fail(e *Error) {
	if e.Path != "" || e.Code != CodeControl { // one in a comment is no fault of the values
		s.markFailed(e.Path)
	}
	if s.Full() {
		s.more++
		return
	}
	e.File, e.Index = s.File, s.Index
	s.errs = append(s.errs, e)
}

// markFailed makes Failed true for path and all above and below it.
func (s *Source) markFailed(path string) {
	if s.failed == nil {
		s.failed = map[string]bool{}
	}
	s.failed[path] = true
	for path != "" {
		path = parentPath(path)
		if _, known := s.failed[path]; known {
			return
		}
		s.failed[path] = false
	}
}

// field is the index of a mapping's field, or -1.
func (s *Source) field(i int32, key string) int32 {
	it := &s.items[i]
	if it.kind != Mapping {
		return -1
	}
	for k := it.first; k < it.first+it.count; k++ {
		if s.items[k].key == key {
			return k
		}
	}
	return -1
}

// find follows path as far as it exists.
func (s *Source) find(path string) (i int32, found bool) {
	for path != "" {
		key, index, rest := firstStep(path)
		it, next := &s.items[i], int32(-1)
		if index < 0 {
			next = s.field(i, key)
		} else if it.kind == Sequence && index < int(it.count) {
			next = it.first + int32(index)
		}
		if next < 0 {
			return i, false
		}
		i, path = next, rest
	}
	return i, true
}

// path is the path of an item.
func (s *Source) path(i int32) string {
	parent := s.items[i].parent
	if parent < 0 {
		return ""
	}
	return s.step(s.path(parent), i)
}

// step is the path of item i whose parent's path is given.
func (s *Source) step(parent string, i int32) string {
	it := &s.items[i]
	if p := &s.items[it.parent]; p.kind == Sequence {
		return parent + "[" + strconv.Itoa(int(i-p.first)) + "]"
	}
	return fieldPath(parent, it.key)
}

// fieldPath is the path of a field: a.b, or a["b.c"] for a key that would be
// mistaken.
func fieldPath(parent, key string) string {
	switch {
	case key == "" || strings.ContainsAny(key, ".[]\"\n"):
		return parent + "[" + strconv.Quote(key) + "]"
	case parent == "":
		return key
	}
	return parent + "." + key
}

// firstStep takes the first step off a path: a key, or an index of 0 or more.
func firstStep(path string) (key string, index int, rest string) {
	path = strings.TrimPrefix(path, ".")
	if quoted, err := strconv.QuotedPrefix(strings.TrimPrefix(path, "[")); err == nil && path[0] == '[' {
		key, _ = strconv.Unquote(quoted)
		return key, -1, strings.TrimPrefix(path[1+len(quoted):], "]")
	}
	if strings.HasPrefix(path, "[") {
		digits, rest, _ := strings.Cut(path[1:], "]")
		if n, err := strconv.Atoi(digits); err == nil && n >= 0 {
			return "", n, rest
		}
		return path, -1, ""
	}
	if end := strings.IndexAny(path, ".["); end >= 0 {
		return path[:end], -1, path[end:]
	}
	return path, -1, ""
}

// parentPath is a path without its last step.
func parentPath(path string) string {
	if strings.HasSuffix(path, `"]`) {
		for start := strings.LastIndex(path, `["`); start >= 0; start = strings.LastIndex(path[:start], `["`) {
			if quoted, err := strconv.QuotedPrefix(path[start+1:]); err == nil && start+len(quoted)+2 == len(path) {
				return path[:start]
			}
		}
	}
	return path[:max(0, strings.LastIndexAny(path, ".["))]
}
