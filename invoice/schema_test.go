package invoice

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// validator judges values by as much of JSON Schema as the order's uses.
type validator struct{ defs map[string]any }

func (v validator) ok(schema map[string]any, value any) bool {
	if ref, is := schema["$ref"].(string); is && !v.ok(v.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), value) {
		return false
	}
	if list, is := schema["enum"].([]any); is && !slices.ContainsFunc(list, func(x any) bool { return reflect.DeepEqual(x, value) }) {
		return false
	}
	if types := schema["type"]; types != nil && !ofType(types, value) {
		return false
	}
	if pattern, is := schema["pattern"].(string); is {
		if s, text := value.(string); text && !regexp.MustCompile(pattern).MatchString(s) {
			return false
		}
	}
	for word, most := range map[string]int{"anyOf": 1 << 30, "oneOf": 1} {
		if ways, is := schema[word].([]any); is {
			fits := 0
			for _, w := range ways {
				if v.ok(w.(map[string]any), value) {
					fits++
				}
			}
			if fits == 0 || fits > most {
				return false
			}
		}
	}
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			if items, is := schema["items"].(map[string]any); is && !v.ok(items, item) {
				return false
			}
		}
	case map[string]any:
		return v.object(schema, value)
	}
	return true
}

func (v validator) object(schema, value map[string]any) bool {
	properties, _ := schema["properties"].(map[string]any)
	for key, field := range value {
		if s, known := properties[key].(map[string]any); known && !v.ok(s, field) || !known && schema["additionalProperties"] == false {
			return false
		}
	}
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, given := value[key.(string)]; !given {
			return false
		}
	}
	return true
}

func ofType(types, value any) bool {
	list, is := types.([]any)
	if !is {
		list = []any{types}
	}
	name := map[reflect.Kind]string{reflect.String: "string", reflect.Float64: "number", reflect.Bool: "boolean", reflect.Map: "object",
		reflect.Slice: "array", reflect.Invalid: "null"}[reflect.ValueOf(value).Kind()]
	return slices.Contains(list, any(name))
}

// asJSON is a YAML value as an editor's YAML 1.2 has it: a date is a text.
func asJSON(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = asJSON(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, asJSON(c))
		}
		return list
	case yaml.AliasNode:
		return asJSON(n.Alias)
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		var f float64
		fmt.Sscan(n.Value, &f)
		return f
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

func values(t *testing.T, data string) (all []any) {
	t.Helper()
	decoder := yaml.NewDecoder(strings.NewReader(data))
	for {
		var doc yaml.Node
		if decoder.Decode(&doc) != nil {
			return all
		}
		all = append(all, asJSON(doc.Content[0]))
	}
}

// TestSchemaAgreesWithTheReader: what an editor underlines is what generate
// refuses, as far as a schema can say it.
func TestSchemaAgreesWithTheReader(t *testing.T) {
	data, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	v := validator{schema["$defs"].(map[string]any)}
	good := map[string]string{"money": everyMoney, "contract": contractOrder, "mixed": mixedPacking}
	samples, _ := filepath.Glob("../samples/*.yaml")
	for _, name := range append(samples, "../cmd/yipiao/starter.yaml") {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		good[filepath.Base(name)] = string(text)
	}
	if len(good) < 9 {
		t.Errorf("only %d orders to try", len(good))
	}
	for name, text := range good {
		for _, value := range values(t, text) {
			if !v.ok(schema, value) {
				t.Errorf("%s: the schema refuses it", name)
			}
		}
	}
	for _, change := range [][2]string{
		{"number: PO-7", "numbr: PO-7"}, {"currency: KWD\n", "currency: kwd\n"}, {"country: CN", "country: China"}, {"yipiao: 1", "yipiao: 2"},
		{"buyer: {name: B}", "buyer: {country: US}"}, {"kind: discount", "kind: rabatt"}, {"percent: 7.5", "percent: 7,5"}, {"free: true", "free: yes"},
		{"per: 3", "pro: 3"}, {"tax: included", "tax: inclusive"}, {"date: 2026-01-02", "date: 2026/01/02"},
		{"on: days", "on: later"}, {"cnaps: 123", "cnap: 123"}, {"contents: [", "content: ["}, {"from: KWD, ", ""}, {"description: 杯, ", ""},
	} {
		broken := strings.Replace(everyMoney, change[0], change[1], 1)
		if broken == everyMoney {
			t.Fatalf("%s does not stand in the order", change[0])
		}
		if _, err := Decode("broken.yaml", []byte(broken)); err == nil || v.ok(schema, values(t, broken)[0]) {
			t.Errorf("%q for %q: the reader says %v, the schema accepts: %v", change[1], change[0], err, v.ok(schema, values(t, broken)[0]))
		}
	}
}
