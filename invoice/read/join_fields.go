package read

import (
	"fmt"
	"reflect"
	"strings"

	"yipiao/invoice"
)

// apartFields are what each paper has for itself, or what other code joins.
var apartFields = map[string]bool{"yipiao": true, "lines": true, "charges": true, "packages": true, "pallets": true, "packing_total": true, "stated": true,
	"printed": true, "internal": true, "title": true, "fapiao": true, "date": true, "number": true}

// comparedFields contradict each other where two papers of a deal differ.
var comparedFields = map[string]bool{"currency": true, "incoterm.rule": true, "references.contract": true, "documents.commercial.number": true, "shipment.vessel": true, "shipment.bl": true,
	"seller.name": true, "buyer.name": true, "consignee.name": true, "shipment.from": true, "shipment.to": true, "origin": true}

// fill takes over what d lacks from another paper of its deal.
func (d *draft) fill(p *part) {
	o := p.draft
	d.fillStruct("", reflect.ValueOf(&d.order).Elem(), reflect.ValueOf(&o.order).Elem(), o, p)
	if d.order.Number == "" || d.order.References.Contract != "" && fold(d.order.Number) != fold(d.order.References.Contract) && d.where["references.contract"] == o.where["references.contract"] {
		if n := o.order.Number; n != "" {
			d.order.Number = n
			d.where["number"] = o.where["number"]
		}
	}
	if d.order.Date == "" {
		d.order.Date = o.order.Date
		d.found("date", o.where["date"])
	}
	if p.kind == packingList {
		s, t := &d.order.Stated, &o.order.Stated
		for _, x := range []struct {
			name string
			a, b *invoice.Amount
		}{{"packages", &s.Packages, &t.Packages}, {"net_kg", &s.Net, &t.Net}, {"gross_kg", &s.Gross, &t.Gross}, {"cbm", &s.CBM, &t.CBM}} {
			d.fillStated(x.name, x.a, x.b, o)
		}
	}
	d.adopt(p)
}

// numberOfProforma gives an order the number and date of its proforma invoice,
// where the commercial invoice's number is made of that: CI-OR-240722.
func (d *draft) numberOfProforma() {
	o := &d.order
	p, c := o.Docs.Proforma, o.Docs.Commercial
	if p.Number == "" || o.Number != c.Number || !strings.HasSuffix(fold(c.Number), fold(p.Number)) || fold(c.Number) == fold(p.Number) {
		return
	}
	o.Number, d.where["number"] = p.Number, d.where["documents.proforma.number"]
	if p.Date != "" {
		o.Date, d.where["date"] = p.Date, d.where["documents.proforma.date"]
	}
}

// fillStated takes over a stated total of the packing.
func (d *draft) fillStated(name string, a, b *invoice.Amount, o *draft) {
	path := "stated." + name
	switch {
	case !b.Given():
	case !a.Given():
		*a = *b
		d.found(path, o.where[path])
	case !a.Decimal().Equal(b.Decimal()) && !roundedAlike(*a, *b):
		d.warn(PackingDiff, path, o.where[path], "the invoice says %s, the packing list %s", *a, *b)
		*a, d.where[path] = *b, o.where[path]
	}
}

// adopt keeps the warnings of another paper that are still true of the order:
// all but those about its lines, whose places are other ones here.
func (d *draft) adopt(p *part) {
	for _, w := range p.draft.warnings {
		if strings.HasPrefix(w.Field, "lines[") {
			w.Field = ""
		}
		d.warnings = append(d.warnings, w)
	}
}

// fillStruct fills the empty fields of a struct, with their places.
func (d *draft) fillStruct(path string, a, b reflect.Value, o *draft, p *part) {
	for i := range a.NumField() {
		f := a.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if !f.IsExported() || name == "" || name == "-" || path == "" && apartFields[name] {
			continue
		}
		if path != "" {
			name = path + "." + name
		}
		x, y := a.Field(i), b.Field(i)
		switch {
		case y.IsZero():
		case x.IsZero():
			x.Set(y)
			d.takePlaces(name, name, o)
		case comparedFields[name]:
			d.compareField(name, x, y, o, p)
		case x.Kind() == reflect.Struct && x.Type() != reflect.TypeFor[invoice.Text]() && x.Type() != reflect.TypeFor[invoice.Amount]() && x.Type() != reflect.TypeFor[invoice.Price]() && x.Type() != reflect.TypeFor[invoice.Notes]():
			if name != "seller" && name != "buyer" && name != "consignee" || !partiesDiffer(x, y) {
				d.fillStruct(name, x, y, o, p)
			} else {
				d.compareField(name+".name", x.FieldByName("Name"), y.FieldByName("Name"), o, p)
			}
		case x.Type() == reflect.TypeFor[invoice.Text]():
			d.fillText(name, x.Addr().Interface().(*invoice.Text), y.Interface().(invoice.Text), o)
		}
	}
}

// partiesDiffer reports whether two parties are not the same company, so that
// an address of one is none of the other.
func partiesDiffer(x, y reflect.Value) bool {
	a, b := x.FieldByName("Name").Interface().(invoice.Text), y.FieldByName("Name").Interface().(invoice.Text)
	return differs(a.Zh, b.Zh) || differs(a.En, b.En)
}

// fillText takes over the language that a text lacks.
func (d *draft) fillText(path string, a *invoice.Text, b invoice.Text, o *draft) {
	if strings.HasPrefix(path, "seller.name") || strings.HasPrefix(path, "buyer.name") {
		if a.Zh == "" {
			a.Zh = b.Zh
		}
		if a.En == "" {
			a.En = b.En
		}
	}
}

// compareField says where two papers name different values for one field.
func (d *draft) compareField(path string, x, y reflect.Value, o *draft, p *part) {
	a, b := plainValue(x), plainValue(y)
	if t, ok := x.Interface().(invoice.Text); ok {
		u := y.Interface().(invoice.Text)
		if !differs(t.Zh, u.Zh) && !differs(t.En, u.En) {
			if path == "seller.name" || path == "buyer.name" {
				d.fillText(path, x.Addr().Interface().(*invoice.Text), u, o)
			}
			return
		}
	}
	if differs(a, b) {
		d.warn(Candidates, path, o.where[path], "%s says %s; %s stands", paperName(p.kind), oneLine(b), oneLine(a))
	}
}

func plainValue(v reflect.Value) string {
	if t, ok := v.Interface().(invoice.Text); ok {
		return t.First()
	}
	return fmt.Sprint(v.Interface())
}

// takePlaces copies the places of everything under a path of another paper.
func (d *draft) takePlaces(mine, its string, o *draft) {
	for path, where := range o.where {
		if rest, ok := strings.CutPrefix(path, its); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			d.found(mine+rest, where)
		}
	}
}

// fillLine takes over what line k lacks in words from the same line of another
// paper.
func (d *draft) fillLine(k int, l *invoice.Line, p *part, i int) {
	mine := &d.order.Lines[k]
	for _, r := range []role{roleSKU, roleBuyerSKU, roleGTIN, roleModel, roleBrand, roleHS, roleOrigin, roleSpec, roleMaterial, roleColour, roleSize, roleUse, roleElements, roleName} {
		field := fieldOf(r)
		switch {
		case codeFor(mine, r) != nil && *codeFor(mine, r) == "" && *codeFor(l, r) != "":
			*codeFor(mine, r) = *codeFor(l, r)
		case textFor(mine, r) != nil && textFor(mine, r).Empty() && !textFor(l, r).Empty():
			*textFor(mine, r) = *textFor(l, r)
		default:
			continue
		}
		d.takePlaces(fmt.Sprintf("lines[%d].%s", k, field), fmt.Sprintf("lines[%d].%s", i, field), p.draft)
	}
}
