package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// plain takes a value that is neither a party's nor a bank's.
func (f *facts) plain(a *area, e *entry) {
	o, l := &f.d.order, e.segment.field
	first := e.lines[0]
	switch l {
	case "delivery.number":
		if f.handed {
			f.number(e.as("number"))
		}
	case "delivery.date":
		if f.handed {
			f.date(e.as("date"))
		} else {
			f.date(e.as("shipment.date"))
		}
	case "number", "invoice.number", "proforma.number", "packing.number", "contract.number", "order.number", "quotation.number", "lc.number":
		f.number(e)
	case "date":
		if l := a.numberBeside(e); l != "" {
			f.besides = append(f.besides, besideNumber{l, e})
			return
		}
		f.date(e)
	case "invoice.date", "proforma.date", "packing.date", "contract.date", "order.date", "quotation.date", "valid_until",
		"lc.date", "lc.expiry", "lc.latest_shipment", "shipment.date", "shipment.etd", "shipment.eta":
		f.date(e)
	case "reference":
		if f.reference.text == "" && fits("number", first.cell, first.text) {
			f.reference = first
		}
	case "orders_1688":
		o.References.Orders1688 = append(o.References.Orders1688, strings.FieldsFunc(first.text, func(r rune) bool { return strings.ContainsRune(" ,，;；/、", r) })...)
		f.d.found("references.orders_1688", first.where)
	case "lc.issuing_bank":
		if a.banks() && o.LC.Number == "" && strings.Contains(fold(e.segment.head), "opening") {
			f.bankBlock("name", "", e.lines) // 开户行 as it is often put into English
			return
		}
		f.issuer(e)
	case "currency":
		if code, ok := currencyIn(first.text); ok {
			f.currency = append(f.currency, mark{code, first.where, false})
			f.d.found("currency", first.where)
		} else if code, ok := terms3(first.text); ok {
			f.currency = append(f.currency, mark{code, first.where, false})
		}
	case "route":
		for _, l := range e.lines {
			if from, to, ok := routeOf("from " + strings.TrimPrefix(strings.TrimPrefix(l.text, "FROM "), "From ")); ok {
				f.route(from, to, l.where)
			} else if m := betweenPlaces.FindStringSubmatch(l.text); m != nil {
				f.route(m[1], m[2], l.where)
			} else {
				f.sweep(l.text, l.where)
			}
		}
	case "etd_eta":
		f.departure(first)
	case "rule":
		if rule, place, ok := incotermIn(e.segment.head + " " + first.text); ok {
			f.setIncoterm(rule, place, first.where, false)
		}
	case "incoterm":
		f.incoterm(e)
	case "incoterm.place":
		f.place("incoterm.place", &o.Incoterm.Place, e.lines[:1])
	case "shipment.from":
		if from, to, ok := routeOf("from " + first.text); ok && len(e.lines) == 1 {
			f.route(from, to, first.where)
			return
		}
		f.place("shipment.from", &o.Shipment.From, e.lines)
	case "shipment.to":
		f.place("shipment.to", &o.Shipment.To, e.lines)
	case "shipment.receipt":
		f.receipt = chosen(f.receipt, e)
	case "shipment.final":
		f.final = chosen(f.final, e)
	case "shipment.via":
		f.place("shipment.via", &o.Shipment.Via, e.lines)
	case "shipment.port_of_entry":
		f.place("shipment.port_of_entry", &o.Shipment.PortOfEntry, e.lines)
	case "shipment.mode":
		if strings.Contains(e.segment.head, "工具") && modeIn(first.text) == "" {
			f.vessel(e)
			return
		}
		f.mode(first)
	case "shipment.vessel":
		f.vessel(e)
	case "shipment.voyage":
		f.text("shipment.voyage", &o.Shipment.Voyage, first)
	case "shipment.bl":
		f.text("shipment.bl", &o.Shipment.BL, first)
	case "shipment.awb":
		if house := houseBill.MatchString(e.segment.head); o.Shipment.AWB != "" && house != f.house {
			f.term(e.segment.head+": "+first.text, first.where) // MAWB and HAWB are two numbers
		} else {
			f.text("shipment.awb", &o.Shipment.AWB, first)
			f.house = house
		}
	case "shipment.tracking":
		f.text("shipment.tracking", &o.Shipment.Tracking, first)
	case "also_notify":
		f.term(e.segment.head+": "+strings.ReplaceAll(joinTexts(e.lines), "\n", ", "), first.where)
	case "fba.shipment":
		f.text("ship_to.fba.shipment", &f.fba.Shipment, first)
	case "fba.reference":
		f.text("ship_to.fba.reference", &f.fba.Reference, first)
	case "container", "seal", "container.type":
		f.containers(e)
	case "shipment.partial", "shipment.transshipment", "partial.transshipment":
		f.permission(e)
	case "delivery":
		f.delivery(e)
	case "insurance":
		f.insurance(e)
	case "origin":
		f.origin(first)
	case "marks":
		f.marks(e)
	case "purpose":
		f.purpose(first)
	case "payment":
		f.payment(e)
	case "bank_charges":
		f.bankCharges(first)
	case "notes":
		f.notes(e)
	case "terms", "inspection":
		f.terms(e)
	case "packing":
		f.packing(e)
	case "words":
		f.words(e)
	case "total", "goods", "tax":
		f.statedMoney(e)
	case "stated.packages", "stated.gross", "stated.net", "stated.cbm":
		f.statedPacking(l, e.segment.note, first)
	case "sales":
		if f.sales.text == "" && !company(first.text) && !sentence(first.text) && len(first.text) < 80 {
			f.sales = first
		}
	case "sales.tel", "sales.mobile", "sales.email":
		f.salesContact = append(f.salesContact, line{l[len("sales"):], first.text, first.where, first.cell})
	case "signatory":
		f.signs(e)
	case "signatory.title":
		f.title = first
	case "signature":
		f.signature(e)
	case "money":
		f.money(e)
	case unknown:
		f.unread(e)
	}
}

// as is an entry as if its label were another.
func (e *entry) as(l field) *entry {
	other, s := *e, *e.segment
	s.field = l
	other.segment = &s
	return &other
}

// houseBill is the label of a forwarder's own air waybill.
var houseBill = pattern.Lazily(`(?i)^\W*(?:h\.?\s?a\.?w\.?b|house)|分运?单`)

// chosen is the first place that labels of one kind name, on one line.
func chosen(before line, e *entry) line {
	if before.text != "" {
		return before
	}
	l := e.lines[0]
	if len(e.lines) > 1 && invoice.HasHan(e.lines[1].text) != invoice.HasHan(l.text) {
		l.text += " " + e.lines[1].text
	}
	return l
}

// unread says that a label with a figure was not understood.
func (f *facts) unread(e *entry) {
	first := e.lines[0]
	if _, ok := containerCode(first.text); ok && typeHead.MatchString(e.segment.head) {
		f.containerType(first)
		return
	}
	if percentForm.MatchString(e.segment.head) && duePart.MatchString(e.segment.head) {
		f.term(e.segment.head+": "+first.text, first.where)
		return
	}
	if e.numbered() && letterCount(first.text) > 3 {
		f.term(e.segment.head+": "+joinTexts(e.lines), first.where) // a clause of a contract
		return
	}
	if digitCount(first.text) > 0 {
		f.d.warn(Unread, "", first.where, "not understood: %s: %s", e.segment.head, first.text)
	}
}
