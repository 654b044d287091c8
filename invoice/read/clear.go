package read

import (
	"reflect"
	"strconv"
	"strings"

	"yipiao/invoice"
)

// clearPath empties the field of an order that a path like lines[3].price
// names, and reports whether there was anything in it.
func clearPath(o *invoice.Order, path string) bool {
	v := reflect.ValueOf(o).Elem()
	var last reflect.Value
	for step := range strings.SplitSeq(path, ".") {
		name, index, listed := strings.Cut(step, "[")
		if v.Kind() != reflect.Struct {
			break
		}
		f := fieldNamed(v, name)
		if !f.IsValid() {
			break
		}
		v, last = f, f
		if !listed {
			continue
		}
		if v.Kind() != reflect.Slice {
			continue // an account without a list
		}
		n, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
		if err != nil || n < 0 || n >= v.Len() {
			break
		}
		v = v.Index(n)
		last = v
	}
	if !last.IsValid() || !last.CanSet() || last.IsZero() {
		return false
	}
	if _, ok := last.Interface().(invoice.Line); ok {
		return false
	}
	last.SetZero()
	return true
}

func fieldNamed(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); tag == name && v.Type().Field(i).IsExported() {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}
