package templates

import (
	"strings"

	"github.com/shopspring/decimal"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// Assets are the picture files that an order names.
type Assets interface {
	// Picture is the bytes of the file at path, relative to the order.
	Picture(path string) ([]byte, error)
}

// Compose lays d out in words by t, on its own paper or the one named. The
// pictures that d names are read from a.
func Compose(d *invoice.Document, t *Template, paper string, a Assets) (*Form, error) {
	o := d.Order()
	c := &composer{d: d, o: o, t: t, assets: a, shown: map[string][]byte{}}
	f := &Form{Kind: d.Kind, Lang: d.Lang, Number: d.Number, Date: d.Date, Author: author(o), Style: t.StyleOn(paper)}
	if d.Kind.Priced() {
		f.Currency = d.Currency.Code
	}
	f.Title = c.text(o.Title)
	if o.Title.Empty() {
		f.Title = c.label(string(d.Kind))
	}
	f.Head = c.letterhead()
	for _, name := range t.Blocks {
		f.Blocks = append(f.Blocks, c.block(name)...)
	}
	no := c.label(c.numberLabel())
	f.Foot = Foot{Number: both(no, ": ", d.Number), Page: c.label("page")}
	if o.Seller.Stamp.Seam {
		f.Seam = c.picture(o.Seller.Stamp.File, invoice.Text{Zh: "骑缝章", En: "Seam chop"})
	}
	return f, c.err
}

func author(o *invoice.Order) string {
	if n := o.Seller.Name; n.En != "" {
		return n.En
	}
	return o.Seller.Name.Zh
}

// composer makes the blocks of one form.
type composer struct {
	d      *invoice.Document
	o      *invoice.Order
	t      *Template
	assets Assets
	shown  map[string][]byte // pictures by their paths: many lines may show one
	err    error
}

// blocks are the parts of a form by their names in templates, in the order in
// which they are explained to users.
var blocks = [...]struct {
	name string
	make func(*composer) []Block
}{
	{"parties", (*composer).parties},
	{"references", (*composer).references},
	{"shipment", (*composer).shipment},
	{"lines", (*composer).lines},
	{"totals", func(*composer) []Block { return nil }}, // rows of the table of lines
	{"words", (*composer).words},
	{"packing", (*composer).packing},
	{"payment", (*composer).payment},
	{"bank", (*composer).bank},
	{"customs", (*composer).customs},
	{"terms", (*composer).terms},
	{"marks", (*composer).marks},
	{"notes", (*composer).notes},
	{"sign", (*composer).sign},
}

// BlockNames are the names of all blocks.
func BlockNames() []string {
	names := make([]string, len(blocks))
	for i, b := range blocks {
		names[i] = b.name
	}
	return names
}

func (c *composer) block(name string) []Block {
	for _, b := range blocks {
		if b.name == name {
			made := b.make(c)
			for i := range made {
				made[i].Name = name
			}
			return made
		}
	}
	return nil
}

// has reports whether the template prints a block.
func (c *composer) has(block string) bool {
	for _, b := range c.t.Blocks {
		if b == block {
			return true
		}
	}
	return false
}

// label is a label of the template in the languages printed.
func (c *composer) label(name string) invoice.Text {
	l := c.t.Labels[name]
	return c.text(invoice.Text{Zh: l.Zh, En: l.En})
}

// fill is a label with its places in braces filled by texts.
func (c *composer) fill(name string, args ...any) invoice.Text {
	l := c.t.Labels[name]
	t := invoice.Text{Zh: l.Zh, En: l.En}
	for i := 0; i < len(args); i += 2 {
		place, v := "{"+args[i].(string)+"}", args[i+1]
		value, ok := v.(invoice.Text)
		if !ok {
			s := v.(string)
			value = invoice.Text{Zh: s, En: s}
		}
		t.Zh = strings.ReplaceAll(t.Zh, place, orElse(value.Zh, value.En))
		t.En = strings.ReplaceAll(t.En, place, orElse(value.En, value.Zh))
	}
	return c.text(t)
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// text is t in the languages printed, a draft marked as such.
func (c *composer) text(t invoice.Text) invoice.Text {
	t = t.In(c.d.Lang)
	switch t.Draft {
	case "zh":
		t.Zh += " [" + c.t.Labels["draft_mark"].Zh + "]"
	case "en":
		t.En += " [" + c.t.Labels["draft_mark"].En + "]"
	}
	t.Draft = ""
	return t
}

// both appends the same words to both languages of a label.
func both(t invoice.Text, sep, s string) invoice.Text {
	switch {
	case t.Zh != "" && t.En != "":
		return invoice.Text{En: t.Zh + " " + t.En + sep + s}
	case t.Zh != "" && sep == ": ":
		return invoice.Text{Zh: t.Zh + "：" + s}
	case t.Zh != "":
		return invoice.Text{Zh: t.Zh + sep + s}
	}
	return invoice.Text{En: t.En + sep + s}
}

// labelled is "label: value" in each language that the value has; a value that
// is the same in both stands once behind both labels.
func (c *composer) labelled(name string, v invoice.Text) invoice.Text {
	l, v := c.label(name), c.text(v)
	if v.Zh == "" || v.En == "" {
		s := orElse(v.Zh, v.En)
		return both(l, ": ", s)
	}
	return invoice.Text{Zh: orElse(l.Zh, l.En) + "：" + v.Zh, En: orElse(l.En, l.Zh) + ": " + v.En}
}

// plain is a text that is the same in both languages.
func plain(s string) invoice.Text { return invoice.PlainText(s) }

// named is the name of a code in both languages.
func (c *composer) named(t interface {
	Term(code string) (terms.Term, bool)
}, code string) invoice.Text {
	if code == "" {
		return invoice.Text{}
	}
	if n, ok := t.Term(code); ok {
		return c.text(invoice.Text{Zh: n.Zh, En: n.En})
	}
	return plain(code)
}

func (c *composer) country(code string) invoice.Text { return c.named(terms.Countries, code) }

// picture reads a picture, and leaves behind what it doesn't show; a missing one is
// an error of the form.
func (c *composer) picture(path string, alt invoice.Text) *Picture {
	if path == "" || c.err != nil {
		return nil
	}
	if c.shown[path] == nil {
		data, err := c.assets.Picture(path)
		if err != nil {
			c.err = err
			return nil
		}
		c.shown[path] = Bare(data)
	}
	return &Picture{Data: c.shown[path], Alt: c.text(alt), Path: path}
}

// money is an amount in the order's currency, its decimals the currency's.
func (c *composer) money(d decimal.Decimal) *Figure {
	return &Figure{Value: d, Decimals: int32(c.d.Currency.Minor), Before: c.d.Currency.Code + " "}
}

// bare is an amount in a column whose head names the currency.
func (c *composer) bare(d decimal.Decimal) *Figure {
	return &Figure{Value: d, Decimals: int32(c.d.Currency.Minor)}
}

// entries collects the entries of a box; empty values are left out.
type entries struct {
	c    *composer
	list []Entry
}

func (e *entries) text(label string, v invoice.Text) {
	if v = e.c.text(v); !v.Empty() {
		e.list = append(e.list, Entry{e.c.label(label), Cell{Lines: []invoice.Text{v}}})
	}
}

func (e *entries) plain(label, v string) { e.text(label, plain(v)) }

func (e *entries) date(label string, d invoice.Date) {
	if d != "" {
		e.list = append(e.list, Entry{e.c.label(label), Cell{Date: d}})
	}
}

func (e *entries) figure(label invoice.Text, f *Figure, name, formula string) {
	e.list = append(e.list, Entry{label, Cell{Figure: f, Name: name, Formula: formula}})
}

// grid is the entries as a block of one box, each under its label; nil where
// there are none.
func (e *entries) grid(across int) []Block { return e.block("", Box{Entries: e.list, Across: across}) }

// table is the same, each beside its label.
func (e *entries) table(heading string, across int) []Block {
	return e.block(heading, Box{Entries: e.list, Across: across, Inline: true})
}

func (e *entries) block(heading string, box Box) []Block {
	if len(e.list) == 0 {
		return nil
	}
	b := Block{Boxes: &Boxes{Across: 1, Boxes: []Box{box}}}
	if heading != "" {
		b.Heading = e.c.label(heading)
	}
	return []Block{b}
}
