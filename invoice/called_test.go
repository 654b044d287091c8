package invoice

import (
	"reflect"
	"strings"
	"testing"
)

// TestFieldsByOtherNames: whoever writes a field as everybody calls it is told what it
// is called here.
func TestFieldsByOtherNames(t *testing.T) {
	_, err := Decode("order.yaml", []byte("yipiao: 1\n单号: A-1\nsupplier: {name: 甲}\nlines: [{品名: 杯, QTY: 10, unit_price: 5, foo: 1}]\n"))
	if err == nil {
		t.Fatal("no fault")
	}
	for _, want := range []string{"did you mean number?", "did you mean seller?", "did you mean description?", "lines[0].QTY: unknown field, did you mean quantity?", "did you mean price?", "lines[0].foo: unknown field\n"} {
		if !strings.Contains(err.Error()+"\n", want) {
			t.Errorf("%q is not in\n%s", want, err)
		}
	}
}

// TestOtherNamesAreOfOneField: none is the name of a field of the same mapping, and
// none is given to two.
func TestOtherNamesAreOfOneField(t *testing.T) {
	for _, of := range []reflect.Type{reflect.TypeFor[Order](), reflect.TypeFor[Line]()} {
		seen := map[string]bool{}
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("yaml"), ",")
			seen[name] = true
		}
		for i := range of.NumField() {
			others, given := of.Field(i).Tag.Lookup("called")
			if !given {
				continue
			}
			for word := range strings.SplitSeq(others, "|") {
				if word == "" || seen[word] || word != strings.ToLower(word) {
					t.Errorf("%s of %s: %q", of.Field(i).Name, of, word)
				}
				seen[word] = true
			}
		}
	}
}
