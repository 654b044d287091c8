package translate

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"yipiao/invoice"
)

// OrderFile is a file of orders whose texts are to have both languages.
type OrderFile struct {
	Name    string
	Source  []byte
	Orders  []*invoice.Order // those without a fault
	Gaps    []Gap
	Results []Result // one for each gap, once translated
	Written int      // how many gaps are filled, once written
}

// ReadOrders decodes a file. Orders without a fault are there even where the
// error tells of others.
func ReadOrders(name string, source []byte) (*OrderFile, error) {
	orders, err := invoice.Decode(name, source)
	f := &OrderFile{Name: name, Source: source, Orders: orders}
	for _, o := range orders {
		f.Gaps = append(f.Gaps, Gaps(o, invoice.Both)...)
	}
	return f, err
}

// Translate finds a result for each gap, as Pipeline.Translate does.
func (f *OrderFile) Translate(ctx context.Context, p *Pipeline) (err error) {
	f.Results, err = p.TranslateGaps(ctx, f.Gaps)
	return err
}

// ID names a text in a file: its path, after "#2 " in the second order.
func (f *OrderFile) ID(document int, path string) string {
	if document == 0 {
		return path
	}
	return fmt.Sprintf("#%d %s", document+1, path)
}

// Filled is the source with all finals written in, suggestions beside their
// texts as comments, and a person's corrections in the place of what they
// correct. Registered names are never written. The error tells of texts that
// cannot be written; all others are. What comes out decodes to the same orders
// with these texts, or it is the source as it was.
func (f *OrderFile) Filled(corrections []Entry) ([]byte, error) {
	corrected := map[memoryKey]string{}
	for _, e := range corrections {
		corrected[key(e.From, e.To, e.Source)] = e.Target
	}
	additions := f.outdated(corrected)
	for i, g := range f.Gaps {
		// What a person approved for a registered name is printed from the memory.
		if r := f.Results[i]; r.Text != "" && !(g.Fact && r.State == Final) {
			additions = append(additions, Addition{Document: g.Document, Path: g.Path, Lang: g.To, Text: r.Text, Comment: r.State != Final})
		}
	}
	filled, err := Fill(f.Source, additions)
	if changed := f.compare(filled, additions); changed != nil {
		f.Written = 0
		return f.Source, errors.Join(err, changed)
	}
	return filled, err
}

// outdated are the texts that have both languages: their suggestions have had
// their day, and some are corrected.
func (f *OrderFile) outdated(corrected map[memoryKey]string) []Addition {
	var additions []Addition
	for _, o := range f.Orders {
		document := o.Source().Index - 1
		for t := range o.Texts() {
			if t.Text.Zh == "" || t.Text.En == "" {
				continue
			}
			additions = append(additions, Addition{Document: document, Path: t.Path, Lang: Chinese, Text: t.Text.Zh})
			a := Addition{Document: document, Path: t.Path, Lang: English, Text: t.Text.En}
			if text, ok := corrected[key(Chinese, English, t.Text.Zh)]; ok && !t.Fact {
				a.Text, a.Replace = text, true
			}
			additions = append(additions, a)
		}
	}
	return additions
}

// compare reads the filled source and holds its orders against ours.
func (f *OrderFile) compare(filled []byte, additions []Addition) error {
	again, _ := invoice.Decode(f.Name, filled) // the faults of other orders are known already
	left := 0
	for _, o := range again {
		left += len(Gaps(o, invoice.Both))
	}
	f.Written = len(f.Gaps) - left
	if len(again) != len(f.Orders) {
		return fmt.Errorf("%s: not written, its orders would change", f.Name)
	}
	for i, o := range f.Orders {
		wanted, err := f.withTexts(o, again[i], additions)
		if err != nil {
			return err
		}
		got, err := again[i].Marshal()
		if err != nil {
			return err
		}
		if !bytes.Equal(wanted, got) {
			return fmt.Errorf("%s: not written, the order would say something else", f.Name)
		}
	}
	return nil
}

// withTexts is an order as YAML with the texts that were to be written. Those
// which could not be are as they stand in the filled order.
func (f *OrderFile) withTexts(o, filled *invoice.Order, additions []Addition) ([]byte, error) {
	wanted := map[string]Addition{}
	for _, a := range additions {
		if a.Document == o.Source().Index-1 && !a.Comment {
			wanted[a.Path] = a
		}
	}
	now := map[string]invoice.Text{}
	for t := range filled.Texts() {
		now[t.Path] = *t.Text
	}
	var undo []func()
	for t := range o.Texts() {
		a, ok := wanted[t.Path]
		if n := now[t.Path]; ok && n != *t.Text && (a.Lang == English && n.En == a.Text || a.Lang == Chinese && n.Zh == a.Text) {
			before := *t.Text
			undo = append(undo, func() { *t.Text = before })
			if a.Lang == English {
				t.Text.En = n.En
			} else {
				t.Text.Zh = n.Zh
			}
		}
	}
	data, err := o.Marshal()
	for _, u := range undo {
		u()
	}
	return data, err
}
