package invoice

import (
	"slices"

	"yipiao/invoice/strict"
)

// shown is the part of o that documents of kind k show, and nothing else: what
// the table "What each shows" of the order format lists. A document is
// computed from this part alone and carries it, so that no cost, no other
// party and no price of a packing list can travel in it by accident.
//
// Showing what is already shown changes nothing.
func (o *Order) shown(k Kind) *Order {
	s := *o
	s.Title = firstText(o.Docs.of(k).Title, o.Title)
	s.Seller = o.Seller.shown(k, partySeller, o)
	s.Buyer = o.Buyer.shown(k, partyOther, o)
	s.Consignee = o.Consignee.shown(k, partyOther, o)
	s.Exporter = o.Exporter.shown(k, partyOther, o)
	s.OnBehalfOf = o.OnBehalfOf.shown(k, partyOther, o)
	s.Importer = o.Importer.shown(k, partyOther, o)
	s.Notify = o.Notify.shown(k, partyOther, o)
	s.ShipTo = o.ShipTo.shown(k, partyShipTo, o)
	s.Manufacturer = o.Manufacturer.shown(k, partyMaker, o)
	s.Lines = make([]Line, len(o.Lines))
	for i := range o.Lines {
		s.Lines[i] = o.Lines[i].shown(k)
	}
	s.Payments = make([]Paid, len(o.Payments))
	for i, p := range o.Payments {
		p.Fee, p.Proof = Amount{}, ""
		s.Payments[i] = p
	}
	s.Notes = Notes{All: o.Notes.On(k)}
	s.Docs = Documents{}
	*s.Docs.of(k) = *o.Docs.of(k)
	s.Docs.of(k).Title = Text{}
	s.Stated, s.Fapiao, s.Internal = Stated{}, Fapiao{}, strict.Raw{}
	s.Printed.Kind = string(k)

	switch k {
	case Proforma:
		s.Exporter, s.OnBehalfOf, s.Importer = Party{}, Party{}, Party{}
		s.Notify, s.ShipTo, s.Manufacturer = Party{}, Party{}, Party{}
		s.Purpose, s.RelatedParties, s.Assists, s.LC = "", nil, nil, LC{}
		s.Packages, s.Pallets, s.PackingTotal = nil, Pallets{}, PackingTotals{}
	case Commercial:
		s.Packages, s.Pallets = nil, Pallets{}
		s.Docs.Commercial.ValidUntil = ""
	case PackingList:
		s.Purpose, s.RelatedParties, s.Assists, s.LC = "", nil, nil, LC{}
		s.Charges, s.Tax, s.Payment, s.Payments, s.Rates = nil, "", Payment{}, nil, nil
		s.Delivery, s.Insurance, s.Terms = Delivery{}, Insurance{}, nil
		s.Docs.PackingList.ValidUntil = ""
		s.leaveOutServices()
	}
	s.Printed.AsWritten = o.asWritten() && s.LC == LC{} // which would say it
	return &s
}

// leaveOutServices drops the lines that no package holds, which only those
// without a quantity may be, and leads contents that name a line by its
// position to the new one.
func (o *Order) leaveOutServices() {
	var kept []Line
	moved := make([]int, len(o.Lines)) // to which position from 1; 0: nowhere
	for i, l := range o.Lines {
		if l.Quantity.Given() || l.Packing.given() {
			kept = append(kept, l)
			moved[i] = len(kept)
		}
	}
	if len(kept) == len(o.Lines) {
		return
	}
	find := packer{o: o}
	packages := slices.Clone(o.Packages)
	for i := range packages {
		contents := slices.Clone(packages[i].Contents)
		for j := range contents {
			if _, sku := find.skus()[contents[j].Line]; sku {
				continue
			}
			if line, ok := find.line(contents[j].Line); ok {
				contents[j].Line = find.position(moved[line])
			}
		}
		packages[i].Contents = contents
	}
	o.Lines, o.Packages = kept, packages
}

func firstText(a, b Text) Text {
	if !a.Empty() {
		return a
	}
	return b
}

// partyRole tells which of a party's fields can show.
type partyRole int

const (
	partyOther partyRole = iota
	partySeller
	partyShipTo
	partyMaker
)

func (p Party) shown(k Kind, role partyRole, o *Order) Party {
	p.Internal = strict.Raw{}
	if role != partySeller {
		p.Banks, p.Logo, p.Sign, p.Stamp, p.Signer = nil, "", "", Stamp{}, Signer{}
	}
	if role != partyShipTo {
		p.FBA = FBA{}
	}
	if role != partyMaker {
		p.MID = ""
	}
	p.Banks = p.Banks.shown(k, o)
	if !p.Stamp.carries(k) {
		p.Stamp = Stamp{}
	}
	p.Stamp.On = nil
	if k != Commercial {
		p.Signer = Signer{}
	}
	return p
}

// shown is the account to pay to: the one that payment.bank names, else of
// several those in the order's currency or in none that they name.
func (b Banks) shown(k Kind, o *Order) Banks {
	if !k.Priced() || len(b) == 0 {
		return nil
	}
	pick := slices.Clone(b)
	if want := o.Payment.Bank; want != "" {
		pick = slices.DeleteFunc(pick, func(a Bank) bool { return a.ID != want })
	} else if len(pick) > 1 {
		pick = slices.DeleteFunc(pick, func(a Bank) bool { return a.Currency != o.Currency && a.Currency != "" })
	}
	for i := range pick {
		if o.Currency != "CNY" {
			pick[i].CNAPS = ""
		}
	}
	return pick
}

func (l Line) shown(k Kind) Line {
	l.Description = firstText(l.override(k).Description, l.Description)
	l.Commercial, l.Proforma, l.PackingList = LineOverride{}, LineOverride{}, LineOverride{}
	l.Elements, l.Internal = Text{}, strict.Raw{}
	l.Maker = l.Maker.shown(k, partyMaker, &Order{})
	if k != Proforma {
		l.Image = ""
	}
	if k != Commercial {
		l.Use, l.HTS, l.Composition, l.Metal = Text{}, "", nil, Metals{}
		l.Maker, l.Customs = Party{}, Amount{}
	}
	if k == PackingList {
		l.HS, l.PricedBy, l.Price, l.Discount = "", Measure{}, Price{}, Discount{}
		l.Amount, l.AsStated, l.Free, l.Tax = Amount{}, false, false, LineTax{}
	} else {
		l.Packing = Packing{}
	}
	return l
}

func (l *Line) override(k Kind) LineOverride {
	switch k {
	case Proforma:
		return l.Proforma
	case Commercial:
		return l.Commercial
	}
	return l.PackingList
}
