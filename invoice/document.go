package invoice

import (
	"fmt"
	"strings"

	"yipiao/invoice/terms"
	"yipiao/invoice/words"
)

// Document is everything that one printed document says: the part of an order
// that its kind shows, and every figure computed. It is immutable; renderers
// see it and a template, never the order that it came from.
type Document struct {
	Kind       Kind
	Lang       Languages
	Number     string
	Date       Date
	ValidUntil Date
	Currency   terms.Currency
	Figures    *Figures // of a priced document
	Packed     *Packed  // of a packing list; on a commercial invoice its totals alone
	Words      Text     // the total in words, or the number of packages
	Remarks    []Remark // what the reader of the order should know; never printed

	order *Order
}

// Remark is something to tell whoever made an order, that is no reason not to
// print it.
type Remark struct {
	Path, Code, Message string
}

// reporter takes a fault or a remark at a path of the order.
type reporter func(path, code, format string, args ...any)

// at makes a path like lines[3].
func at(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// New makes the document of kind k that o allows. Its faults are strict.Errors,
// or a *NotAllowedError.
func New(o *Order, k Kind, lang Languages) (*Document, error) {
	if err := o.Allows(k); err != nil {
		return nil, err
	}
	cur, ok := terms.Currencies.Find(o.Currency)
	f := o.faults()
	if !ok {
		f.report("currency", "code", "%s is no currency", o.Currency)
		return nil, f.err()
	}
	d := &Document{Kind: k, Lang: lang, Currency: cur, order: o.shown(k)}
	d.name(o)
	warn := func(path, code, format string, args ...any) {
		d.Remarks = append(d.Remarks, Remark{path, code, fmt.Sprintf(format, args...)})
	}
	if k != Proforma {
		packed := o
		if k == PackingList {
			packed = d.order // whose lines the rows speak of
		}
		d.pack(packed, f.report, warn)
	}
	if k.Priced() {
		if len(o.Seller.Banks) > 0 && len(d.order.Seller.Banks) == 0 {
			warn("seller.bank", "bank", "no account is in %s, so none is printed; payment.bank can name one by its id", o.Currency)
		}
		d.Figures = compute(d.order, int32(cur.Minor), f.report, warn)
	}
	if err := f.err(); err != nil {
		return nil, err
	}
	err := d.sayWords()
	d.contradictions(&o.Stated, warn)
	return d, err
}

// name sets number and dates by the rules of the order format.
func (d *Document) name(o *Order) {
	e := o.Docs.of(d.Kind)
	d.Number, d.Date = o.DocumentNumber(d.Kind), e.Date
	if d.Kind == Proforma {
		d.ValidUntil = e.ValidUntil
	}
	if d.Date == "" {
		d.Date = o.Date
		switch other := o.Docs.PackingList.Date; {
		case d.Kind == Commercial && other != "":
			d.Date = other
		case d.Kind == Commercial:
			d.Remarks = append(d.Remarks, Remark{"documents.commercial.date", "date",
				"no date is given, so the commercial invoice has the order's, " + string(o.Date)})
		case d.Kind == PackingList && o.Docs.Commercial.Date != "":
			d.Date = o.Docs.Commercial.Date
		}
	}
	shown := d.order.Docs.of(d.Kind)
	shown.Number, shown.Date = d.Number, d.Date
}

// DocumentNumber is the number of o's document of kind k: the one given, else
// the order's, less one leading PO-, with PI-, CI- or PL- before it.
func (o *Order) DocumentNumber(k Kind) string {
	if n := o.Docs.of(k).Number; n != "" {
		return n
	}
	return k.prefix() + strings.TrimPrefix(o.Number, "PO-")
}

// pack computes the packing; a commercial invoice keeps the totals alone.
func (d *Document) pack(o *Order, report, warn reporter) {
	p := pack(o, report, warn)
	if p == nil || p.Totals == (PackedTotals{}) {
		return
	}
	if d.Kind == Commercial {
		d.Packed = &Packed{Totals: p.Totals}
		d.order.PackingTotal = p.Totals.stated()
		return
	}
	p.Missing = nil
	d.Packed = p
}

// sayWords puts the total, or the number of packages, into words.
func (d *Document) sayWords() error {
	if d.Kind == PackingList {
		t := d.Packed.Totals
		d.Words = Text{Zh: words.PackagesChinese(t.Count, t.Package), En: words.Packages(t.Count, t.Package)}
		return nil
	}
	en, err := words.English(d.Currency, d.Figures.Total.d)
	if err != nil {
		return err
	}
	zh, err := words.Chinese(d.Currency, d.Figures.Total.d)
	d.Words = Text{Zh: zh, En: en}
	return err
}

// Order is what d shows, as an order of its own: making the document of d's
// kind from it gives d again. It must not be changed.
func (d *Document) Order() *Order { return d.order }

// Unit is the printed unit of line i.
func (d *Document) Unit(i int) Text {
	l := &d.order.Lines[i]
	return unitFor(l.Unit, l.Name.Zh+" "+l.Description.Zh)
}

// UnitOf is how a unit of an order is printed: a code or a measure word by its
// names in both languages, {zh, en} as it stands.
func UnitOf(t Text) Text { return unitFor(t, "") }

// unitFor is the unit as it counts such goods.
func unitFor(t Text, goods string) Text {
	written := t.First()
	if t.Empty() {
		written = "pcs"
	}
	if t.Zh != "" && t.En != "" {
		return t
	}
	if u, ok := terms.UnitFor(written, goods); ok {
		return Text{Zh: u.Zh, En: u.Printed}
	}
	return t
}

// packageOf is the kind of package that a text names; carton where it is left
// out.
func packageOf(t Text) terms.Package {
	written := t.First()
	if t.Empty() {
		written = "carton"
	}
	if t.Zh != "" && t.En != "" {
		p, ok := terms.Packages.Find(t.En)
		if !ok {
			p = terms.Package{En: t.En, Plural: t.En}
		}
		p.Zh = t.Zh
		return p
	}
	p, ok := terms.Packages.Find(written)
	switch {
	case !ok:
		p.Zh, p.En, p.Plural = t.First(), t.First(), t.First()
	case t.Zh != "":
		p.Zh = t.Zh // 纸箱 stays 纸箱, though 箱 is the table's word
	}
	return p
}
