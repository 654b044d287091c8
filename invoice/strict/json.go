package strict

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// JSONMarshaler is a type that stands otherwise in JSON than in YAML, where the
// shortest form is not wanted but always the same one.
type JSONMarshaler interface{ MarshalStrictJSON() any }

// JSON writes v, a struct or a pointer to one, as Marshal does but in JSON:
// numbers, dates and codes are strings, true and false are not. Characters
// stand as they are.
func JSON(v any) ([]byte, error) {
	tree := jsonValue(reflect.ValueOf(v))
	if tree == nil {
		tree = object{}
	}
	return encode(tree)
}

// encode is json.Marshal without the escapes that HTML wants.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// object is a JSON object whose fields keep their order.
type object []Pair

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, p := range o {
		if i > 0 {
			b = append(b, ',')
		}
		key, err := encode(p.Key)
		if err != nil {
			return nil, err
		}
		value, err := encode(p.Value)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return append(b, '}'), nil
}

// jsonValue is what stands for v, or nil where it is nothing.
func jsonValue(v reflect.Value) any {
	if !v.IsValid() {
		return nil
	}
	p := planOf(v.Type())
	if j, ok := v.Interface().(JSONMarshaler); ok && p.kind != reflect.Pointer {
		return jsonValue(reflect.ValueOf(j.MarshalStrictJSON()))
	}
	if p.marshals {
		return jsonValue(reflect.ValueOf(v.Interface().(Marshaler).MarshalStrict()))
	}
	switch p.kind {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		if v.Elem().Kind() == reflect.Bool {
			return v.Elem().Bool() // false that is written is not left out
		}
		return jsonValue(v.Elem())
	case reflect.Interface:
		return jsonValue(v.Elem())
	case reflect.Struct:
		var o object
		for i := range p.fields {
			o = o.with(p.fields[i].name, v.FieldByIndex(p.fields[i].index))
		}
		return o.orNil()
	case reflect.Slice:
		if p.typ == pairsType {
			var o object
			for _, pair := range v.Interface().(Pairs) {
				o = o.with(pair.Key, reflect.ValueOf(pair.Value))
			}
			return o.orNil()
		}
		return jsonList(v)
	case reflect.String:
		if v.Len() == 0 {
			return nil
		}
		return v.String()
	case reflect.Bool:
		if !v.Bool() {
			return nil
		}
		return true
	}
	return v.Interface()
}

// with is o with a field more, unless that is nothing.
func (o object) with(key string, v reflect.Value) object {
	if value := jsonValue(v); value != nil {
		return append(o, Pair{key, value})
	}
	return o
}

func (o object) orNil() any {
	if len(o) == 0 {
		return nil
	}
	return o
}

// jsonList is a list whose items all stand, so that their positions tell.
func jsonList(v reflect.Value) any {
	if v.Len() == 0 {
		return nil
	}
	list := make([]any, v.Len())
	for i := range list {
		if list[i] = jsonValue(v.Index(i)); list[i] == nil {
			list[i] = object{}
		}
	}
	return list
}
