package read

import (
	"strings"

	"yipiao/invoice"
)

// settleWay takes the place of receipt and the final destination for the ports,
// where no others are named, else keeps them among the terms.
func (f *facts) settleWay() {
	s := &f.d.order.Shipment
	for _, w := range [...]struct {
		path   string
		to     *invoice.Text
		at     line
		zh, en string
	}{
		{"shipment.from", &s.From, f.receipt, "起运地", "Place of receipt"},
		{"shipment.to", &s.To, f.final, "最终目的地", "Final destination"},
	} {
		given := textOf([]string{w.at.text})
		name := w.en
		if given.Zh != "" {
			name = w.zh
		}
		_, country := countryIn(w.at.text)
		switch {
		case w.at.text == "" || country && !w.to.Empty():
		case w.to.Empty():
			f.place(w.path, w.to, []line{w.at})
		case differ(w.to.Zh, given.Zh) || differ(w.to.En, given.En):
			f.term(name+": "+w.at.text, w.at.where)
		}
	}
}

// settleIncoterm keeps a place of delivery that goes with no rule of Incoterms
// among the terms.
func (f *facts) settleIncoterm() {
	i := &f.d.order.Incoterm
	if i.Rule == "" && !i.Place.Empty() {
		f.term("交货地点 Place of delivery: "+i.Place.First(), f.d.where["incoterm.place"])
		delete(f.d.where, "incoterm.place")
		i.Place = invoice.Text{}
	}
}

// destination reports whether To: is where the goods go, not whom the paper is
// for: it stands beside From.
func (f *facts) destination(a *area, e *entry) bool {
	if company(e.lines[0].text) || len(e.lines) > 2 {
		return false
	}
	return f.besideFrom(a, e) || a.foot
}

// letterFrom reports whether From: is who writes, as in letters: To: is a
// company or a person there.
func (f *facts) letterFrom(a *area, e *entry) bool {
	text := e.lines[0].text
	if fold(e.segment.head) != "from" || len(e.lines) > 1 || digitCount(text) > 0 || strings.ContainsAny(text, ",，") || len(strings.Fields(text)) > 4 {
		return false
	}
	addressed := false
	for _, o := range a.entries {
		switch o.segment.field {
		case "shipment.to", "shipment.final", "route":
			return false
		case "to":
			if len(o.lines) == 0 || !company(o.lines[0].text) && !person.MatchString(o.lines[0].text) {
				return false
			}
			addressed = true
		}
	}
	return addressed
}

// besideFrom reports whether a label stands beside, over or under one that says
// where the goods come from.
func (f *facts) besideFrom(a *area, e *entry) bool {
	row := e.segment.box.row
	for _, o := range a.entries {
		at := o.segment.box.row
		if o.segment.field == "shipment.from" && at >= row-1 && at <= row+1 || at == row && strings.HasPrefix(string(o.segment.field), "shipment.") && fold(e.segment.head) == "to" {
			return true
		}
	}
	return false
}
