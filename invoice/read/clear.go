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
	var last, list reflect.Value
	at := 0
	for step := range strings.SplitSeq(path, ".") {
		name, index, listed := strings.Cut(step, "[")
		if v.Kind() != reflect.Struct {
			break
		}
		f := fieldNamed(v, name)
		if !f.IsValid() {
			break
		}
		v, last, list = f, f, reflect.Value{}
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
		list, at = v, n
		v = v.Index(n)
		last = v
	}
	if !last.IsValid() || !last.CanSet() || last.IsZero() {
		return false
	}
	if l, ok := last.Addr().Interface().(*invoice.Line); ok {
		return clearMoney(l)
	}
	if list.IsValid() { // an entry goes as a whole
		list.Set(reflect.AppendSlice(list.Slice(0, at), list.Slice(at+1, list.Len())))
		return true
	}
	last.SetZero()
	return true
}

// clearMoney takes the figures out of a line that can't stand together.
func clearMoney(l *invoice.Line) bool {
	had := l.Amount.Given() || l.Price.Amount.Given()
	l.Amount, l.Price, l.AsStated, l.Discount = invoice.Amount{}, invoice.Price{}, false, invoice.Discount{}
	return had
}

func fieldNamed(v reflect.Value, name string) reflect.Value {
	for i := range v.NumField() {
		if tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ","); tag == name && v.Type().Field(i).IsExported() {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}
