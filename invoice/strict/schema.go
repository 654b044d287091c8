package strict

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"strings"
)

// Schemer is a type that gives its own JSON Schema.
type Schemer interface{ StrictSchema() map[string]any }

// Alternatives is a type that is written in more than one way; it returns a
// value of each type that it may be written as.
type Alternatives interface{ StrictAlternatives() []any }

// Schema is the JSON Schema (draft 2020-12) of files that decode into v: its
// fields' `need:"true"` makes them required, `doc:"…"` is their description, and
// `with:"name"` makes fields required within this one.
// Resolve, which may be nil, may give a schema for the type of a field's value
// or, of lists and pointers, for that of their items, and nil for all others.
func Schema(v any, resolve func(t reflect.Type, field reflect.StructField) map[string]any) map[string]any {
	if resolve == nil {
		resolve = func(reflect.Type, reflect.StructField) map[string]any { return nil }
	}
	t := reflect.TypeOf(v)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	d := &describer{resolve: resolve, names: map[reflect.Type]string{}, defs: map[string]any{}}
	schema := d.object(t)
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["type"] = "object"
	if len(d.defs) > 0 {
		schema["$defs"] = d.defs
	}
	return schema
}

// describer collects the schemas of structs under $defs.
type describer struct {
	resolve func(reflect.Type, reflect.StructField) map[string]any
	names   map[reflect.Type]string
	defs    map[string]any
}

// properties are an object's fields in their own order.
type properties Pairs

// MarshalJSON keeps the order.
func (ps properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(p.Key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(p.Value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (d *describer) object(t reflect.Type) map[string]any {
	fields := properties{}
	required := []string{}
	for _, f := range planOf(t).fields {
		schema := d.value(f.plan.typ, f.field)
		if doc := f.field.Tag.Get("doc"); doc != "" {
			schema = maps.Clone(schema)
			schema["description"] = doc
		}
		if with := f.field.Tag.Get("with"); with != "" {
			schema = maps.Clone(schema)
			schema["required"] = strings.Split(with, ",")
		}
		fields = append(fields, Pair{f.name, schema})
		if f.needed {
			required = append(required, f.name)
		}
	}
	schema := map[string]any{
		"type":                 []string{"object", "null"},
		"properties":           fields,
		"additionalProperties": false,
	}
	if len(required) > 0 {
		schema["required"] = required
	}
	return schema
}

// value is the schema of a value of type t that stands in a field.
func (d *describer) value(t reflect.Type, field reflect.StructField) map[string]any {
	if schema := d.special(t, field); schema != nil {
		return schema
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.value(t.Elem(), field)
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": d.value(t.Elem(), field)}
	case reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": d.value(t.Elem(), field)}
	case reflect.Struct:
		return d.reference(t)
	case reflect.Bool:
		return map[string]any{"type": []string{"boolean", "null"}}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return map[string]any{"type": []string{"integer", "null"}}
	}
	// A scalar is taken as written: 2026 and NO are texts too.
	return map[string]any{"type": []string{"string", "number", "boolean", "null"}}
}

// special is the schema that a type or the caller gives, or nil.
func (d *describer) special(t reflect.Type, field reflect.StructField) map[string]any {
	own := reflect.New(t).Interface()
	_, isSchemer := own.(Schemer)
	_, isAlternatives := own.(Alternatives)
	list := t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer || t.Kind() == reflect.Map
	if !list || isSchemer || isAlternatives {
		if schema := d.resolve(t, field); schema != nil {
			return schema
		}
	}
	if isSchemer {
		return own.(Schemer).StrictSchema()
	}
	if !isAlternatives {
		return nil
	}
	var ways []map[string]any
	for _, alternative := range own.(Alternatives).StrictAlternatives() {
		ways = append(ways, d.value(reflect.TypeOf(alternative), reflect.StructField{}))
	}
	return map[string]any{"anyOf": ways}
}

// reference points to a struct's schema under $defs.
func (d *describer) reference(t reflect.Type) map[string]any {
	if t.Name() == "" {
		return d.object(t)
	}
	name, known := d.names[t]
	if !known {
		name = t.Name()
		for d.defs[name] != nil {
			name += "_"
		}
		d.names[t] = name
		d.defs[name] = true // a place held, as structs may be recursive
		d.defs[name] = d.object(t)
	}
	return map[string]any{"$ref": "#/$defs/" + name}
}
