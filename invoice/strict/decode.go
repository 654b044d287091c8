package strict

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// Decode decodes s into the struct that a pointer points to, by the tags
// `yaml:"name"` of its fields; a field without a tag is not in the format. What
// is wrong is collected: Err has it.
func (s *Source) Decode(into any) {
	s.decodeInto(0, reflect.ValueOf(into))
}

func (s *Source) decodeInto(i int32, pointer reflect.Value) {
	if pointer.Kind() != reflect.Pointer || pointer.IsNil() {
		panic(fmt.Sprintf("strict: Decode into %s: a pointer is wanted", pointer.Type()))
	}
	s.decode(i, planOf(pointer.Type().Elem()), pointer.Elem())
}

func (s *Source) decode(i int32, p *plan, v reflect.Value) {
	it := &s.items[i]
	if it.kind == Null {
		return
	}
	if p.unmarshals {
		v.Addr().Interface().(Unmarshaler).UnmarshalStrict(Node{s, i})
		return
	}
	switch p.kind {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(p.elem.typ))
		}
		s.decode(i, p.elem, v.Elem())
	case reflect.Struct:
		if s.wants(i, Mapping) {
			s.decodeStruct(i, p, v)
		}
	case reflect.Map:
		if s.wants(i, Mapping) {
			s.decodeMap(i, p, v)
		}
	case reflect.Slice:
		if s.wants(i, Sequence) {
			s.decodeSlice(i, p, v)
		}
	default:
		if s.wants(i, Scalar) {
			s.decodeScalar(i, p, v)
		}
	}
}

// wants reports whether an item is of kind k, and an error where it isn't.
func (s *Source) wants(i int32, k Kind) bool {
	it := &s.items[i]
	switch {
	case it.kind == k:
		return true
	case k == Sequence && it.kind == Scalar:
		s.failItem(i, CodeType, `a list is wanted here, not a single value: write [%s], or "- " before each item`, shorten(listed(it.text)))
	case k == Sequence:
		s.failItem(i, CodeType, `a list is wanted here, not %s: write "- " before each item`, it.kind)
	default:
		s.failItem(i, CodeType, "%s is wanted here, not %s", k, it.kind)
	}
	return false
}

var sizes = regexp.MustCompile(`^\s*[\d.]+(\s*[*×xX]\s*[\d.]+)+\s*$`)

// listed is how a value would be written in a list: 40*30*25 as 40, 30, 25.
func listed(text string) string {
	if !sizes.MatchString(text) {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("*×xX ", r) }), ", ")
}

func (s *Source) decodeStruct(i int32, p *plan, v reflect.Value) {
	it := &s.items[i]
	expected, needed := 0, 0
	for k := it.first; k < it.first+it.count; k++ {
		// Fields mostly stand in the order of the struct.
		key, at, found := s.items[k].key, expected, true
		if at >= len(p.fields) || p.fields[at].name != key {
			at, found = p.byName[key]
		}
		if !found {
			s.failUnknown(k, p)
			continue
		}
		f := &p.fields[at]
		expected = at + 1
		if f.needed && s.items[k].kind != Null {
			needed++
		}
		if len(f.index) == 1 {
			s.decode(k, f.plan, v.Field(f.index[0]))
		} else {
			s.decode(k, f.plan, v.FieldByIndex(f.index))
		}
	}
	if needed < p.needed && i > 0 && !s.Full() {
		s.failMissing(i, p)
	}
}

// failMissing reports the fields that a mapping needs and lacks, at the
// mapping. What the document itself needs is for its reader to say, who knows
// what goes for it.
func (s *Source) failMissing(i int32, p *plan) {
	for _, f := range p.fields {
		if k := s.field(i, f.name); !f.needed || k >= 0 && s.items[k].kind != Null {
			continue
		}
		if path := fieldPath(s.path(i), f.name); !s.Failed(path) {
			s.fail(&Error{Pos: s.items[i].pos, Path: path, Code: CodeMissing, Message: "missing: it has to stand here"})
		}
	}
}

// failUnknown reports an unknown field at its key. The field that was likely
// meant counts as failed too, so that nobody says it is missing.
func (s *Source) failUnknown(i int32, p *plan) {
	if s.Full() {
		s.more++
		return
	}
	it := &s.items[i]
	path := s.path(i)
	message, meant := unknownField(it.key, p)
	s.fail(&Error{Pos: it.keyPos, Path: path, Code: CodeUnknownField, Message: message})
	if meant != "" {
		s.markFailed(fieldPath(s.path(it.parent), meant))
	}
}

func (s *Source) decodeMap(i int32, p *plan, v reflect.Value) {
	it := &s.items[i]
	if v.IsNil() {
		v.Set(reflect.MakeMapWithSize(p.typ, int(it.count)))
	}
	for k := it.first; k < it.first+it.count; k++ {
		value := reflect.New(p.elem.typ).Elem()
		s.decode(k, p.elem, value)
		v.SetMapIndex(reflect.ValueOf(s.items[k].key).Convert(p.typ.Key()), value)
	}
}

func (s *Source) decodeSlice(i int32, p *plan, v reflect.Value) {
	it := &s.items[i]
	// Room for all is made when the first ones are no rubbish.
	list := reflect.MakeSlice(p.typ, min(int(it.count), firstRoom), min(int(it.count), firstRoom))
	for k := range it.count {
		if s.Full() {
			s.more++ // what comes next is not looked at
			break
		}
		if k == firstRoom {
			all := reflect.MakeSlice(p.typ, int(it.count), int(it.count))
			reflect.Copy(all, list)
			list = all
		}
		s.decode(it.first+k, p.elem, list.Index(int(k)))
	}
	v.Set(list)
}

// firstRoom is how many items of a list room is made for at first.
const firstRoom = 2048

func (s *Source) decodeScalar(i int32, p *plan, v reflect.Value) {
	text := s.items[i].text
	switch p.kind {
	case reflect.String:
		v.SetString(text)
	case reflect.Bool:
		if text != "true" && text != "false" {
			s.failItem(i, CodeType, "true or false is wanted here, not %s", shorten(text))
			return
		}
		v.SetBool(text == "true")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := parseInt(text)
		if err != nil || v.OverflowInt(n) {
			s.failItem(i, CodeType, "%s", wrongInt(text))
			return
		}
		v.SetInt(n)
	default:
		panic("strict: no values of type " + p.typ.String())
	}
}

// parseInt reads -?digits; ParseInt's sign + is not allowed.
func parseInt(text string) (int64, error) {
	if strings.HasPrefix(text, "+") {
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseInt(text, 10, 64)
}

func wrongInt(text string) string {
	narrow := strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, strings.TrimPrefix(text, "+"))
	if _, err := parseInt(narrow); err == nil && narrow != text {
		return fmt.Sprintf("a whole number is wanted here, did you mean %s?", narrow)
	}
	return fmt.Sprintf("a whole number is wanted here, not %s", shorten(text))
}

// shorten makes a text fit into a message.
func shorten(text string) string {
	const most = 40
	short := []rune(text[:min(len(text), 4*most)])
	if len(short) > most {
		short = append(short[:most], '…')
	}
	return strings.ToValidUTF8(strings.ReplaceAll(string(short), "\n", " "), "")
}
