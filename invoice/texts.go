package invoice

import (
	"fmt"
	"iter"
)

// TextKind tells what a text is, for whoever translates it.
type TextKind string

// The kinds of texts.
const (
	Goods      TextKind = "title"
	Specs      TextKind = "spec"
	Paying     TextKind = "payment"
	PackingFor TextKind = "packing"
	Shipping   TextKind = "shipping"
	Company    TextKind = "company"
	Addressing TextKind = "address"
	Noting     TextKind = "note"
	Terming    TextKind = "term"
)

// TextAt is a text of an order that is printed in both languages.
type TextAt struct {
	Path string
	Kind TextKind
	Text *Text
	// Fact marks a name that is registered somewhere: it is printed as the
	// order gives it, never derived.
	Fact bool
}

// Texts are the texts of o that are printed in both languages, in the order of
// the format, empty ones left out.
func (o *Order) Texts() iter.Seq[TextAt] {
	return func(yield func(TextAt) bool) {
		w := &textWalk{yield: yield, lc: o.asWritten()}
		w.add("title", Terming, &o.Title)
		o.partyTexts(w)
		for i := range o.Assists {
			w.add(at("assists[%d].description", i), Goods, &o.Assists[i].Description)
		}
		for i := range o.Lines {
			o.Lines[i].texts(w, i)
		}
		for i := range o.Charges {
			w.add(at("charges[%d].description", i), Terming, &o.Charges[i].Description)
		}
		o.travelTexts(w)
		for i := range o.Payment.Schedule {
			w.add(at("payment.schedule[%d].due", i), Paying, &o.Payment.Schedule[i].Due)
		}
		w.add("documents.proforma.title", Terming, &o.Docs.Proforma.Title)
		w.add("documents.commercial.title", Terming, &o.Docs.Commercial.Title)
		w.add("documents.packing-list.title", Terming, &o.Docs.PackingList.Title)
		for i := range o.Terms {
			w.add(at("terms[%d]", i), Noting, &o.Terms[i])
		}
		w.add("notes", Noting, &o.Notes.All)
		w.add("notes.proforma", Noting, &o.Notes.For.Proforma)
		w.add("notes.commercial", Noting, &o.Notes.For.Commercial)
		w.add("notes.packing-list", Noting, &o.Notes.For.PackingList)
	}
}

// asWritten reports whether descriptions print exactly as they are written: with a
// letter of credit, which a bank compares word for word.
func (o *Order) asWritten() bool { return o.LC != LC{} || o.Printed.AsWritten }

// textWalk hands texts on until whoever walks has enough.
type textWalk struct {
	yield func(TextAt) bool
	lc    bool // with a letter of credit, descriptions print exactly as written
	done  bool
}

func (w *textWalk) add(path string, kind TextKind, t *Text) { w.give(TextAt{path, kind, t, false}) }

func (w *textWalk) give(t TextAt) {
	if !w.done && !t.Text.Empty() {
		w.done = !w.yield(t)
	}
}

func (o *Order) partyTexts(w *textWalk) {
	for _, p := range [...]struct {
		path  string
		party *Party
	}{{"seller", &o.Seller}, {"exporter", &o.Exporter}, {"on_behalf_of", &o.OnBehalfOf}, {"manufacturer", &o.Manufacturer},
		{"buyer", &o.Buyer}, {"importer", &o.Importer}, {"consignee", &o.Consignee}, {"notify", &o.Notify}, {"ship_to", &o.ShipTo}} {
		p.party.texts(w, p.path)
	}
}

// texts are a party's texts. The name, address and people of a party outside
// China are the same in both languages.
func (p *Party) texts(w *textWalk, path string) {
	if p.chinese() {
		w.give(TextAt{path + ".name", Company, &p.Name, true})
		w.add(path+".address", Addressing, &p.Address)
		w.add(path+".contact", Terming, &p.Contact)
		w.add(path+".signatory.name", Terming, &p.Signer.Name)
		w.add(path+".signatory.title", Terming, &p.Signer.Title)
	}
	for i := range p.Banks {
		b := path + ".bank"
		if len(p.Banks) > 1 {
			b = fmt.Sprintf("%s[%d]", b, i)
		}
		w.give(TextAt{b + ".name", Company, &p.Banks[i].Name, true})
		w.add(b+".address", Addressing, &p.Banks[i].Address)
	}
}

// chinese reports whether p is a party of China: by its country, or where that
// is left out, by its name.
func (p *Party) chinese() bool {
	switch p.Country {
	case "":
		return p.Name.Zh != "" || HasHan(p.Address.First())
	case "CN", "HK", "MO", "TW":
		return p.Name.Zh != "" || p.Country == "CN"
	}
	return false
}

func (l *Line) texts(w *textWalk, i int) {
	path := func(field string) string { return at("lines[%d].", i) + field }
	w.add(path("group"), Terming, &l.Group)
	if !w.lc {
		w.add(path("name"), Goods, &l.Name)
		w.add(path("description"), Goods, &l.Description)
		w.add(path("commercial.description"), Goods, &l.Commercial.Description)
		w.add(path("proforma.description"), Goods, &l.Proforma.Description)
		w.add(path("packing-list.description"), Goods, &l.PackingList.Description)
	}
	w.add(path("spec"), Specs, &l.Spec)
	w.add(path("colour"), Terming, &l.Colour)
	w.add(path("size"), Terming, &l.Size)
	w.add(path("material"), Terming, &l.Material)
	w.add(path("use"), Terming, &l.Use)
	for j := range l.Composition {
		w.add(path(at("composition[%d].fiber", j)), Terming, &l.Composition[j].Fiber)
	}
	if !l.Maker.Name.Empty() && l.Maker.chinese() {
		w.give(TextAt{path("manufacturer.name"), Company, &l.Maker.Name, true})
		w.add(path("manufacturer.address"), Addressing, &l.Maker.Address)
	}
}

func (o *Order) travelTexts(w *textWalk) {
	w.add("incoterm.place", Shipping, &o.Incoterm.Place)
	w.add("shipment.from", Shipping, &o.Shipment.From)
	w.add("shipment.via", Shipping, &o.Shipment.Via)
	w.add("shipment.to", Shipping, &o.Shipment.To)
	w.add("shipment.port_of_entry", Shipping, &o.Shipment.PortOfEntry)
	w.add("delivery.text", Shipping, &o.Delivery.Text)
	w.add("insurance.clauses", Shipping, &o.Insurance.Clauses)
}
