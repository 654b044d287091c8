package invoice

import (
	"encoding/json"
	"reflect"

	"yipiao/invoice/strict"
	"yipiao/invoice/terms"
)

// Schema is the order format as JSON Schema (draft 2020-12), for editors.
func Schema() ([]byte, error) {
	s := strict.Schema(&Order{}, func(_ reflect.Type, f reflect.StructField) map[string]any {
		return enumSchema(f.Tag.Get("enum"))
	})
	s["title"] = "yipiao order"
	return json.MarshalIndent(s, "", " ")
}

// enumSchema is the schema of a field that holds a code.
func enumSchema(name string) map[string]any {
	closed := map[string][]string{
		"kind": {string(Proforma), string(Commercial), string(PackingList)},
		"tax":  {"included", "excluded"}, "paper": {"A4", "Letter"},
		"lang":     {string(Both), string(Chinese), string(English)},
		"currency": terms.Currencies.Codes(), "pay_currency": terms.PaymentCurrencies.Codes(),
		"country": terms.Countries.Codes(), "incoterm": terms.Incoterms.Codes(), "purpose": terms.Purposes.Codes(),
		"charge": terms.Charges.Codes(), "mode": terms.Modes.Codes(), "allowed": terms.Permissions.Codes(),
		"container": terms.Containers.Codes(), "after": terms.DeliveryStarts.Codes(), "insurer": terms.Insurers.Codes(),
		"method": terms.Methods.Codes(), "bank_charges": terms.BankCharges.Codes(), "due": terms.DueEvents.Codes(),
	}
	if codes := closed[name]; codes != nil {
		return map[string]any{"enum": orNothing(codes)}
	}
	if name == "version" {
		return map[string]any{"enum": []any{1, "1"}}
	}
	// Units and packages: a code, an alias, or {zh, en}.
	open := map[string][]string{"unit": terms.Units.Codes(), "package": terms.Packages.Codes()}
	if codes := open[name]; codes != nil {
		return map[string]any{"anyOf": []any{map[string]any{"enum": codes}, Text{}.StrictSchema()}}
	}
	return nil
}

// orNothing are the codes, or null for a field that is left out.
func orNothing(codes []string) []any {
	list := make([]any, 0, len(codes)+1)
	for _, c := range codes {
		list = append(list, c)
	}
	return append(list, nil)
}
