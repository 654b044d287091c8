package strict

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Marshaler is a type that says what stands for it: a string, Plain, a struct,
// slice or map, Pairs, or nil where it is left out.
type Marshaler interface{ MarshalStrict() any }

// Plain is a scalar to write without quotes: a number, a date, true or false.
// One that couldn't be read back is quoted all the same.
type Plain string

// Pair is a field and its value.
type Pair struct {
	Key   string
	Value any
}

// Pairs is a mapping in the order it is written in.
type Pairs []Pair

// Marshal writes v, a struct or a pointer to one, in block style, by the tags
// that Decode reads. Zero values are left out, but for those that pointers
// point to. Reading and decoding the result gives v again, if its texts are
// clean. It errs for texts that can't be read back: with control characters or
// not UTF-8.
func Marshal(v any) ([]byte, error) { return MarshalNoted(v, nil) }

// MarshalNoted is Marshal with a comment behind each field that note has one
// for, by the field's path: lines[0].price.
func MarshalNoted(v any, note func(path string) string) ([]byte, error) {
	w := &writer{buf: make([]byte, 0, 4096), note: note}
	value := reflect.ValueOf(v)
	if !value.IsValid() {
		return nil, fmt.Errorf("nothing to write")
	}
	if !w.value(planOf(value.Type()), value, inDocument, 0, true) {
		w.buf = append(w.buf, "{}\n"...)
	}
	return w.buf, w.err
}

// writer writes values; err is the first error.
type writer struct {
	buf    []byte
	inline bool // the next line begins after "- "
	err    error
	note   func(path string) string // the comment behind a field; nil for none
	path   []byte                   // of the field that is being written, where there are notes
}

// place is what a value stands after.
type place int

const (
	inDocument place = iota
	inField          // "key:"
	inItem           // "- "
)

var (
	plainType      = reflect.TypeFor[Plain]()
	pairsType      = reflect.TypeFor[Pairs]()
	quotedTextType = reflect.TypeFor[quotedText]()
)

// value writes v and reports whether there was anything to write. Unless
// forced, zero values are nothing. The value's own lines are indented by
// indent.
func (w *writer) value(p *plan, v reflect.Value, at place, indent int, forced bool) bool {
	if p.marshals {
		stand := reflect.ValueOf(v.Interface().(Marshaler).MarshalStrict())
		return stand.IsValid() && w.value(planOf(stand.Type()), stand, at, indent, forced)
	}
	switch p.kind {
	case reflect.Pointer:
		return !v.IsNil() && w.value(p.elem, v.Elem(), at, indent, true)
	case reflect.Interface:
		return !v.IsNil() && w.value(planOf(v.Elem().Type()), v.Elem(), at, indent, forced)
	case reflect.Struct:
		return w.mapping(p, v, at, indent, forced)
	case reflect.Map:
		return w.sortedMap(p, v, at, indent, forced)
	case reflect.Slice:
		if p.typ == pairsType {
			return w.pairs(v.Interface().(Pairs), at, indent, forced)
		}
		return w.sequence(p, v, at, indent, forced)
	}
	if !forced && v.IsZero() && p.typ != quotedTextType {
		return false
	}
	w.scalar(p, v, at, indent)
	return true
}

func (w *writer) scalar(p *plan, v reflect.Value, at place, indent int) {
	if at == inField {
		w.buf = append(w.buf, ' ')
	}
	switch p.kind {
	case reflect.String:
		text := v.String()
		if w.err == nil {
			w.err = unwritable(text)
		}
		if p.typ == plainType && (text == "null" || plainSafe(text)) {
			w.buf = append(w.buf, text...)
		} else {
			w.buf = appendScalar(w.buf, text, indent)
		}
	case reflect.Bool:
		w.buf = strconv.AppendBool(w.buf, v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.buf = strconv.AppendInt(w.buf, v.Int(), 10)
	default:
		panic("strict: no values of type " + p.typ.String())
	}
	w.buf = append(w.buf, '\n')
}

func (w *writer) mapping(p *plan, v reflect.Value, at place, indent int, forced bool) bool {
	c := w.open(at)
	for i := range p.fields {
		f := &p.fields[i]
		var field reflect.Value
		if len(f.index) == 1 {
			field = v.Field(f.index[0])
		} else {
			field = v.FieldByIndex(f.index)
		}
		if !field.IsZero() {
			w.field(f.key, f.plan, field, indent)
		}
	}
	return w.close(c, at, forced, "{}")
}

func (w *writer) pairs(pairs Pairs, at place, indent int, forced bool) bool {
	c := w.open(at)
	for _, pair := range pairs {
		if v := reflect.ValueOf(pair.Value); v.IsValid() {
			w.field(w.key(pair.Key), planOf(v.Type()), v, indent)
		}
	}
	return w.close(c, at, forced, "{}")
}

func (w *writer) sortedMap(p *plan, v reflect.Value, at place, indent int, forced bool) bool {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	c := w.open(at)
	for _, key := range keys {
		w.forcedField(w.key(key.String()), p.elem, v.MapIndex(key), indent)
	}
	return w.close(c, at, forced, "{}")
}

// key is a key as it is written.
func (w *writer) key(key string) string {
	if err := unwritable(key); w.err == nil && err != nil {
		w.err = err
	}
	if utf8.RuneCountInString(key) > maxKey && w.err == nil {
		w.err = fmt.Errorf("a key has at most %d characters: %q", maxKey, shorten(key))
	}
	return string(appendScalar(nil, key, -1))
}

// field writes "key: value", or nothing where the value is nothing.
func (w *writer) field(key string, p *plan, v reflect.Value, indent int) {
	start, inline := len(w.buf), w.inline
	outer := w.enter('.', key)
	w.startLine(indent)
	w.buf = append(append(w.buf, key...), ':')
	value := len(w.buf)
	if w.value(p, v, inField, indent+2, false) {
		w.remark(value)
	} else {
		w.buf, w.inline = w.buf[:start], inline
	}
	w.path = w.path[:outer]
}

// forcedField writes "key: value", or "key:" where the value is nothing.
func (w *writer) forcedField(key string, p *plan, v reflect.Value, indent int) {
	w.startLine(indent)
	w.buf = append(append(w.buf, key...), ':')
	if !w.value(p, v, inField, indent+2, true) {
		w.buf = append(w.buf, '\n')
	}
}

func (w *writer) sequence(p *plan, v reflect.Value, at place, indent int, forced bool) bool {
	c := w.open(at)
	for i := range v.Len() {
		w.startLine(indent)
		w.buf = append(w.buf, "- "...)
		w.inline = true
		outer, item := w.enter('[', strconv.Itoa(i)), len(w.buf)
		if !w.value(p.elem, v.Index(i), inItem, indent+2, true) {
			w.buf = append(w.buf, "null\n"...)
		}
		if p.elem.kind == reflect.String || p.elem.marshals {
			w.remark(item)
		}
		w.path = w.path[:outer]
		w.inline = false
	}
	return w.close(c, at, forced, "[]")
}

// startLine indents a line, unless it goes on after "- ".
func (w *writer) startLine(indent int) {
	if w.inline {
		w.inline = false
		return
	}
	for range indent {
		w.buf = append(w.buf, ' ')
	}
}

// open begins a collection; close needs what it returns.
func (w *writer) open(at place) int {
	if at == inField {
		w.buf = append(w.buf, '\n')
	}
	return len(w.buf)
}

// close ends a collection. One that is empty is written only if forced.
func (w *writer) close(start int, at place, forced bool, empty string) bool {
	if len(w.buf) > start {
		return true
	}
	if !forced {
		return false
	}
	if at == inField {
		w.buf = append(bytes.TrimSuffix(w.buf, []byte("\n")), ' ')
	}
	w.buf = append(append(w.buf, empty...), '\n')
	return true
}
