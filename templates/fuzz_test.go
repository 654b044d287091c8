package templates

import (
	"testing"

	"yipiao/invoice"
)

// FuzzCompose: every document that an order gives can be laid out in every
// template and language.
func FuzzCompose(f *testing.F) {
	var all []*Template
	for _, name := range Names {
		tmpl, err := Open(name)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, tmpl)
	}
	f.Add([]byte(everyField), uint8(0))
	f.Add([]byte(withEveryList), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		tmpl := all[int(which)%len(all)]
		lang := [...]invoice.Languages{invoice.Both, invoice.Chinese, invoice.English}[int(which)/len(Names)%3]
		orders, _ := invoice.Decode("order.yaml", data)
		for _, o := range orders {
			for _, k := range invoice.Kinds {
				d, err := invoice.New(o, k, lang)
				if err != nil {
					continue
				}
				form, err := Compose(d, tmpl, "", noPictures{})
				if err != nil {
					t.Fatalf("%s: %v", k, err)
				}
				for _, b := range form.Blocks {
					if b.Table == nil {
						continue
					}
					for _, r := range b.Table.Rows {
						checkSpan(t, b.Table, r)
					}
				}
			}
		}
	})
}

// noPictures has an empty file for each picture.
type noPictures struct{}

func (noPictures) Picture(string) ([]byte, error) { return nil, nil }

// checkSpan holds a row to the table's columns.
func checkSpan(t *testing.T, table *Table, r Row) {
	t.Helper()
	span := 0
	for _, c := range r.Cells {
		span += max(c.Span, 1)
	}
	if span != len(table.Columns) {
		t.Fatalf("a row spans %d of %d columns", span, len(table.Columns))
	}
}
