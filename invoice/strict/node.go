package strict

import (
	"iter"
	"reflect"
)

// Kind is what a node is.
type Kind uint8

// The kinds of nodes. Null is a value that was left out: unquoted null, ~ or
// nothing.
const (
	Null Kind = iota
	Scalar
	Mapping
	Sequence
)

// String is k in an error's words.
func (k Kind) String() string {
	return [...]string{"nothing", "a single value", "a mapping (name: value)", "a list"}[k]
}

// Node is one value of a source: a view for types that decode themselves.
type Node struct {
	s *Source
	i int32
}

// Unmarshaler is a type that decodes itself. It is not called for Null.
type Unmarshaler interface{ UnmarshalStrict(n Node) }

func (n Node) item() *item { return &n.s.items[n.i] }

// Kind is what n is.
func (n Node) Kind() Kind { return n.item().kind }

// Text is a scalar as it is written, cleaned of what can't be seen, else "".
func (n Node) Text() string { return n.item().text }

// Quoted reports whether a scalar stands in quotes or in a block (| or >).
func (n Node) Quoted() bool { return n.item().quoted }

// Path is n's path, as lines[0].price.
func (n Node) Path() string { return n.s.path(n.i) }

// Pos is where n begins.
func (n Node) Pos() Pos { return n.item().pos }

// Len is the number of a mapping's fields or a list's items.
func (n Node) Len() int { return int(n.item().count) }

// Fields are a mapping's fields in the file's order.
func (n Node) Fields() iter.Seq2[string, Node] {
	return func(yield func(string, Node) bool) {
		it := n.item()
		if it.kind != Mapping {
			return
		}
		for i := it.first; i < it.first+it.count; i++ {
			if !yield(n.s.items[i].key, Node{n.s, i}) {
				return
			}
		}
	}
}

// Items are a list's items.
func (n Node) Items() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		it := n.item()
		if it.kind != Sequence {
			return
		}
		for i := it.first; i < it.first+it.count; i++ {
			if !yield(Node{n.s, i}) {
				return
			}
		}
	}
}

// HasAny reports whether a mapping has one of the fields.
func (n Node) HasAny(keys ...string) bool {
	for _, key := range keys {
		if n.s.field(n.i, key) >= 0 {
			return true
		}
	}
	return false
}

// Decode decodes n into what a pointer points to, by its structure. A type
// that calls it from its own UnmarshalStrict passes another type (type fields
// T), else it never ends.
func (n Node) Decode(into any) {
	n.s.decodeInto(n.i, reflect.ValueOf(into))
}

// Fail reports what is wrong with n.
func (n Node) Fail(code, format string, args ...any) {
	n.s.failItem(n.i, code, format, args...)
}
