package read

import "strings"

// mergeLabels makes one label of those that follow each other and mean the
// same: 发票号 above Invoice No.
func mergeLabels(all []segment, same func(a, b field) bool) []segment {
	var merged []segment
	for _, p := range all {
		if n := len(merged); n > 0 && p.field == "" && merged[n-1].field != "" && merged[n-1].text == "" {
			f, ok := labelIndex()[fold(p.text)]
			if !ok {
				f = loosely(p.text)
			}
			if f == "shipment.vessel" && strings.Contains(merged[n-1].head, "运输工具") {
				merged[n-1].field = f // above Vessel, where no mode of transport is asked for
			}
			if f != "" && same(merged[n-1].field, f) {
				p.field, p.head, p.text = f, p.text, "" // 运输方式 above Transport
			}
		}
		if n := len(merged); n > 0 && p.field != "" && merged[n-1].field != "" && merged[n-1].text == "" && merged[n-1].field != unknown {
			if same(merged[n-1].field, p.field) {
				m := &merged[n-1]
				f, _ := joined(m.field, p.field, false)
				m.field, m.text, m.roles = f, p.text, append(m.roles, p.roles...)
				m.head += " " + p.head
				if m.note == "" {
					m.note = p.note
				}
				continue
			}
		}
		merged = append(merged, p)
	}
	return merged
}

// joined is the field of two labels that follow each other, if they can: the
// same in both languages, a party and what belongs to it, a general one and a
// closer one.
func joined(a, b field, apart bool) (field, bool) {
	switch {
	case a == b, b == "filler":
		return a, true
	case a == "filler":
		return b, true
	case a == "to" && (b == "shipment.to" || b == "shipment.final"), a == "shipment.mode" && b == "shipment.vessel":
		return b, true
	case a == "shipment.to" && (b == "to" || b == "shipment.final"), b == "shipment.to" && a == "shipment.final":
		return "shipment.to", true
	case a == "sales" && (b == ".tel" || b == ".mobile" || b == ".email"):
		return a + b, true
	case a.role() != "" && a.role() == b:
		return a, true // 买方名称 The Buyer
	case a == ".name" && b == "bank.beneficiary", a == "bank.beneficiary" && b == ".name":
		return "bank.beneficiary", true
	case a == "shipment.vessel" && b == "shipment.mode":
		return a, true // Vessel 运输工具
	case a.party() && b.party():
		if a == "to" || a == "party_a" || a == "party_b" || b == "buyer" || b == "seller" && a == "exporter" {
			return b, true
		}
		return a, true
	case (a.party() || a.bank()) && b == ".whole":
		return a, true // Buyer's name and address
	case a.party() && b.relative(), a == "bank" && b.bank(), a == "bank" && b.relative():
		if a == "bank" && b == ".address" {
			return "bank.address", true
		}
		if a == "bank" {
			return b, true
		}
		return a + b, true
	case a == ".contact" && (b == ".tel" || b == ".mobile" || b == ".email"), b == ".contact" && (a == ".tel" || a == ".mobile"):
		return ".contact", true
	case a == "consignee" && b == "signature":
		return b, true // 收货人签字
	case a == "shipment.date" && (b == "shipment.etd" || b == "shipment.eta"):
		return b, true // 开船日 ETD
	case b == "date" && strings.HasSuffix(string(a), ".number"):
		return a, true // ORDER NO./DATE
	case a == "incoterm" && b == "payment", a == "payment" && b == "incoterm":
		return a, true // both are looked for in either
	case a == ".contact" && b.party():
		return b, true // 收件人 Consignee
	case (a == "shipment.from" || a == "shipment.receipt" || a == "route") && (b == "shipment.to" || b == "shipment.final"), a == "route" && b == "shipment.from":
		return "route", true
	case a.buys() && (b == "order.number" || b == "reference"):
		return "order.number", true
	case strings.HasSuffix(string(a), ".number") && b == "reference", a == "number" && b == "reference":
		return a, true
	case a == "reference" && (strings.HasSuffix(string(b), ".number") || b == "number"):
		return b, true
	case a == "number" && strings.HasSuffix(string(b), ".number"), a == "date" && strings.HasSuffix(string(b), "date"):
		return b, true
	case b == "number" && strings.HasSuffix(string(a), ".number"), b == "date" && strings.HasSuffix(string(a), "date"):
		return a, true
	case b == "etd_eta", b == "shipment.eta" && a == "shipment.etd":
		return "etd_eta", true
	case b == "bank" && a.bank():
		return a, true
	case a == "bank.name" && (b == "bank.cnaps" || b == "bank.swift" || b == "bank.account"):
		return b, true
	case apart:
		return a, !a.relative() || b.relative()
	case a == "shipment.vessel" && b == "shipment.voyage", a == "container" && b == "seal", a == ".tel" && (b == ".fax" || b == ".mobile"),
		a == "marks" && b == "number", a == "terms" && b == "inspection", a == "signature" && b == ".name", a == ".contact" && b == ".name", a == "signature" && b == "date":
		return a, true
	}
	return "", false
}
