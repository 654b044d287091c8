package templates

import (
	"encoding/json"
	"reflect"

	"yipiao/invoice"
	"yipiao/invoice/strict"
)

// Schema is the template format as JSON Schema (draft 2020-12), for editors.
func Schema() ([]byte, error) {
	names := map[string][]string{
		"paper": Papers[:], "rules": ruleNames[:], "heading": headings[:], "block": BlockNames(),
		"column": ColumnNames(invoice.Commercial), "packing_column": ColumnNames(invoice.PackingList),
	}
	s := strict.Schema(&Template{}, func(_ reflect.Type, f reflect.StructField) map[string]any {
		if n := names[f.Tag.Get("enum")]; n != nil {
			return map[string]any{"enum": n}
		}
		return nil
	})
	s["title"] = "yipiao template"
	return json.MarshalIndent(s, "", " ")
}

// StrictSchema names every label, with the words that it has if a template says
// nothing of it.
func (Labels) StrictSchema() map[string]any {
	labels := map[string]any{}
	if t, err := Open(base); err == nil { // it is embedded, and a test reads it
		for name, words := range t.Labels {
			labels[name] = map[string]any{
				"type":                 []string{"object", "null"},
				"description":          words.Zh + " " + words.En,
				"properties":           map[string]any{"zh": map[string]any{"type": "string"}, "en": map[string]any{"type": "string"}},
				"additionalProperties": false,
			}
		}
	}
	return map[string]any{"type": []string{"object", "null"}, "properties": labels, "additionalProperties": false}
}
