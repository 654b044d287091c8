package strict

import (
	"reflect"
	"strings"
	"sync"
)

// plan is what reflection tells about a type, gathered once.
type plan struct {
	typ        reflect.Type
	kind       reflect.Kind
	unmarshals bool // *T is an Unmarshaler
	marshals   bool // T is a Marshaler
	elem       *plan
	fields     []fieldPlan
	names      []string
	called     map[string]string // what else people call a field, for the hint: `called:"qty|数量"`
	needed     int               // how many fields have to stand there
	byName     map[string]int
}

// fieldPlan is a struct's field that stands in files.
type fieldPlan struct {
	name  string
	key   string // as the writer writes it
	index []int
	plan  *plan
	field reflect.StructField
	// needed is a field that has to stand there: `need:"true"`.
	needed bool
}

var (
	unmarshalerType = reflect.TypeFor[Unmarshaler]()
	marshalerType   = reflect.TypeFor[Marshaler]()
	plans           sync.Map // reflect.Type → *plan: a cache
)

// planOf is the plan of a type.
func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	made := map[reflect.Type]*plan{}
	p := makePlan(t, made)
	for t, p := range made {
		plans.LoadOrStore(t, p)
	}
	return p
}

// makePlan makes the plans of t and of all types in it. Types may be recursive:
// made has those begun.
func makePlan(t reflect.Type, made map[reflect.Type]*plan) *plan {
	if p := made[t]; p != nil {
		return p
	}
	p := &plan{
		typ:        t,
		kind:       t.Kind(),
		unmarshals: reflect.PointerTo(t).Implements(unmarshalerType) && t.Kind() != reflect.Pointer,
		marshals:   t.Implements(marshalerType) && t.Kind() != reflect.Pointer,
	}
	made[t] = p
	switch p.kind {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		p.elem = makePlan(t.Elem(), made)
	case reflect.Struct:
		p.byName, p.called = map[string]int{}, map[string]string{}
		p.addFields(t, nil, made)
	}
	return p
}

func (p *plan) addFields(t reflect.Type, index []int, made map[reflect.Type]*plan) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(index[:len(index):len(index)], i)
		name, options, tagged := strings.Cut(f.Tag.Get("yaml"), ",")
		if tagged && options == "inline" {
			p.addFields(f.Type, at, made)
			continue
		}
		if name == "" || name == "-" || !f.IsExported() {
			continue
		}
		needed := f.Tag.Get("need") == "true"
		if needed {
			p.needed++
		}
		p.byName[name] = len(p.fields)
		p.names = append(p.names, name)
		if others, ok := f.Tag.Lookup("called"); ok {
			for word := range strings.SplitSeq(others, "|") {
				p.called[word] = name
			}
		}
		p.fields = append(p.fields, fieldPlan{
			name:  name,
			key:   string(appendScalar(nil, name, -1)),
			index: at,
			plan:  makePlan(f.Type, made),
			field: f,

			needed: needed,
		})
	}
}
