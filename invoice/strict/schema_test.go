package strict

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func (text) StrictAlternatives() []any { return []any{"", textFields{}} }

func TestSchema(t *testing.T) {
	resolve := func(t reflect.Type, field reflect.StructField) map[string]any {
		if field.Name == "Country" && t.Kind() == reflect.String {
			return map[string]any{"enum": []string{"CN", "US"}}
		}
		return nil
	}
	data, err := json.Marshal(Schema(order{}, resolve))
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	for _, want := range []string{
		`"$schema":"https://json-schema.org/draft/2020-12/schema"`,
		`"required":["number","lines"]`,
		`"number":{"description":"the order's number","type":["string","number","boolean","null"]}`,
		`"seller":{"$ref":"#/$defs/party","description":"who sells"},"buyer":{"$ref":"#/$defs/party"}`,
		`"country":{"enum":["CN","US"]}`,
		`"lines":{"items":{"$ref":"#/$defs/line"},"type":["array","null"]}`,
		`"name":{"anyOf":[{"type":["string","number","boolean","null"]},{"$ref":"#/$defs/textFields"}]}`,
		`"size_cm":{"items":{"type":["integer","null"]},"type":["array","null"]}`,
		`"rates":{"additionalProperties":{"type":["integer","null"]},"type":["object","null"]}`,
		`"internal":{}`, `"additionalProperties":false`, `"notes":`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Computed") {
		t.Error("a field without a tag is described")
	}
	again, err := json.Marshal(Schema(&order{}, resolve))
	if err != nil || string(again) != got {
		t.Error("it is not the same each time")
	}
}
