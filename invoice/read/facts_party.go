package read

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/terms"
)

// foundParty is a company of the deal with the places of its parts.
type foundParty struct {
	role  field
	roles []field
	party invoice.Party
	where map[string]string
	place string
}

func (p *foundParty) found(part, where string) {
	if p.where[part] == "" {
		p.where[part] = where
	}
}

// party takes the lines under a party's label.
func (f *facts) party(role field, roles []field, e *entry) {
	lines := e.lines
	if part := strings.TrimPrefix(string(e.segment.field), string(role)); part != "" && e.segment.field != "shipment.from" { // "buyer.address"
		for i := range lines {
			if lines[i].rel == "" {
				lines[i].rel = field(part)
			}
		}
	}
	p := readParty(lines)
	p.role, p.roles = role, roles
	if p.party.Name.Empty() && len(p.where) == 0 {
		return
	}
	f.parties = append(f.parties, p)
}

// readParty makes a party of its lines: its name first, then its address, and
// what has labels of its own anywhere.
func readParty(lines []line) *foundParty {
	p := &foundParty{where: map[string]string{}}
	var names, address []line
	for _, l := range lines {
		switch l.rel {
		case "", unknown:
			if p.selfEvident(l, len(names) > 0) {
				continue
			}
			if l.rel == unknown {
				continue
			}
			if m := namedCode.FindStringSubmatch(l.text); m != nil {
				p.part(line{".tax_id", m[2], l.where, l.cell})
				l.text = m[1]
			}
			name, rest := cutName(l.text)
			switch {
			case len(address) == 0 && p.goesOnName(names, name):
				l.text = name
				names = append(names, l)
				if rest != "" {
					l.text = rest
					address = append(address, l)
				}
			default:
				address = append(address, l)
			}
		case ".name":
			if len(names) == 0 || len(names) == 1 && invoice.HasHan(names[0].text) != invoice.HasHan(l.text) {
				names = append(names, l)
			}
		case ".address":
			address = append(address, l)
		case ".city", ".state", ".zip":
			if len(address) > 0 && strings.Contains(fold(joinTexts(address)), fold(l.text)) {
				continue
			}
			address = append(address, l)
		default:
			p.part(l)
		}
	}
	if len(names) > 0 {
		p.party.Name = nameOf(texts(names))
		p.found("name", names[0].where)
		p.place = names[0].where
	}
	if len(address) > 0 {
		p.party.Address = textOf(texts(address))
		p.found("address", address[0].where)
		if code := placeCountry(p.party.Address); code != "" && p.party.Country == "" {
			p.party.Country = code
			p.found("country", address[len(address)-1].where)
		}
	}
	return p
}

func joinTexts(lines []line) string { return strings.Join(texts(lines), "\n") }

// goesOnName reports whether a line is a party's name or goes on with it: the
// first line is; after it the other language's, or the rest of a name that was
// broken before its Co., Ltd.
func (p *foundParty) goesOnName(names []line, text string) bool {
	if len(names) == 0 {
		return true
	}
	last := names[len(names)-1].text
	if len(names) == 1 && invoice.HasHan(last) != invoice.HasHan(text) && company(last) && bareName(text) {
		return true
	}
	if !company(text) || len(names) > 3 {
		return false
	}
	if invoice.HasHan(text) != invoice.HasHan(last) {
		for _, n := range names {
			if invoice.HasHan(n.text) == invoice.HasHan(text) && company(n.text) {
				return false
			}
		}
		return true
	}
	return !company(last) && digitCount(text) == 0 && digitCount(last) == 0 && len(last) > 3 && !strings.HasSuffix(last, ",")
}

// bareName reports whether a line of words can be a name in another language:
// no address, no sentence.
func bareName(text string) bool {
	return digitCount(text) == 0 && !strings.ContainsAny(text, ",，") && len(strings.Fields(text)) <= 6 && !sentence(text) &&
		!addressLike(text) && placeCountry(textOf([]string{text})) == "" && !strings.ContainsAny(text, "省市区县镇路街")
}

// nameOf joins the lines of a name, each language for itself.
func nameOf(lines []string) invoice.Text {
	t := textOf(lines)
	t.Zh = strings.ReplaceAll(t.Zh, "\n", "")
	t.En = strings.TrimRight(strings.ReplaceAll(t.En, "\n", " "), ",;")
	return t
}

// cutName cuts an address off the line of a name: "ABC Co., Ltd., 12 Road".
func cutName(text string) (name, rest string) {
	if zh, en := splitLanguages(text); zh != "" && en != "" {
		if company(zh) && company(en) {
			return text, ""
		}
	}
	if m := hanEnd(text); m > 0 && m < len(text) {
		after := text[m:]
		if r := []rune(after)[0]; r == ' ' || r == ',' || r == '，' || r == '：' || r == ';' {
			after = strings.TrimLeft(after, " ,，：;")
			if invoice.HasHan(after) && !company(after) && len(after) > 9 && (digitCount(after) > 0 || strings.ContainsAny(after, "省市区县路街")) {
				return text[:m], after
			}
		}
	}
	for _, m := range latinCompany.FindAllStringIndex(text, -1) {
		after := text[m[1]:]
		trimmed := strings.TrimLeft(after, " .,，;；")
		parted := houseNumber.MatchString(trimmed) || strings.ContainsAny(after[:len(after)-len(trimmed)], ",，;；") || strings.HasPrefix(after, "  ")
		if latinCompany.MatchString(trimmed) || !parted || len(trimmed) < 8 {
			continue
		}
		if digitCount(trimmed) > 0 || strings.Count(trimmed, ",") > 0 {
			return strings.TrimSpace(text[:m[1]]), trimmed
		}
	}
	return text, ""
}

// namedCode is a company with its credit code in brackets.
var namedCode = regexp.MustCompile(`^(.*\S)\s*[(（]([0-9A-Z]{15,20})[)）]$`)

// houseNumber begins an address.
var houseNumber = regexp.MustCompile(`(?i)^(no\.?\s*\d|add(ress)?\.?\s*:|room\b|rm\.?\s*\d|unit\b|flat\b|suite\b|\d+(st|nd|rd|th)?\b|floor\b|building\b|block\b|p\.?o\.?\s*box)`)

func hanEnd(text string) int {
	for _, suffix := range [...]string{"有限责任公司", "股份有限公司", "有限公司", "公司"} {
		if i := strings.Index(text, suffix); i >= 0 {
			return i + len(suffix)
		}
	}
	return -1
}

// selfEvident takes a line that shows by itself what it is: an e-mail address,
// a web address, a telephone number.
func (p *foundParty) selfEvident(l line, named bool) bool {
	t := l.text
	switch {
	case emailForm.MatchString(t) && len(t) < 80:
		if p.party.Email == "" {
			p.party.Email = emailForm.FindString(t)
			p.found("email", l.where)
		}
		return true
	case websiteForm.MatchString(t) && len(strings.Fields(t)) <= 2:
		if p.party.Website == "" {
			p.party.Website = websiteForm.FindString(t)
			p.found("website", l.where)
		}
		return true
	case digitCount(t) >= 8 && letterCount(t) == 0 && phoneForm.FindString(t) == t && (strings.HasPrefix(t, "+") || strings.HasPrefix(t, "0") || strings.HasPrefix(t, "(")):
		if p.party.Phone == "" {
			p.party.Phone = t
			p.found("phone", l.where)
		}
		return true
	}
	for _, title := range [...]string{"Mr.", "Ms.", "Mrs.", "Miss ", "Mr ", "Ms ", "MR.", "MS.", "MR ", "MISS "} {
		if strings.HasPrefix(t, title) && len(t) < 40 && digitCount(t) == 0 && named {
			if p.party.Contact.Empty() {
				p.party.Contact = textOf([]string{t})
				p.found("contact", l.where)
			}
			return true
		}
	}
	return false
}

// part takes a line with a label of its own.
func (p *foundParty) part(l line) {
	q := &p.party
	set := func(part string, to *string, value string) {
		if value = strings.Trim(value, " ,，;；"); *to == "" && value != "" {
			*to = value
			p.found(part, l.where)
		}
	}
	switch l.rel {
	case ".tel", ".mobile":
		if digitCount(l.text) < 5 {
			return
		}
		if email := emailForm.FindString(l.text); email != "" {
			set("email", &q.Email, email)
			l.text = strings.TrimRight(strings.Replace(l.text, email, "", 1), " /,")
		}
		set("phone", &q.Phone, l.text)
	case ".email":
		if email := emailForm.FindString(l.text); email != "" {
			set("email", &q.Email, email)
		} else if strings.Contains(l.text, "@") {
			set("email", &q.Email, l.text)
		}
	case ".website":
		text := l.text
		if strings.HasPrefix(text, "//") {
			text = "http:" + text
		}
		if strings.Contains(text, ".") {
			set("website", &q.Website, text)
		}
	case ".contact":
		p.contact(l)
	case ".tax_id":
		if digitCount(l.text) >= 2 {
			set("tax_id", &q.TaxID, l.text)
		}
	case ".mid":
		set("mid", &q.MID, l.text)
	case ".country":
		if code, ok := countryIn(l.text); ok {
			set("country", &q.Country, code)
		} else if code, ok := terms.Countries.Known(strings.TrimSpace(l.text)); ok {
			set("country", &q.Country, code)
		}
	}
}

// contact takes the name of a person, and a telephone number or e-mail address
// behind it.
func (p *foundParty) contact(l line) {
	text := l.text
	if email := emailForm.FindString(text); email != "" {
		if p.party.Email == "" {
			p.party.Email = email
			p.found("email", l.where)
		}
		text = strings.Replace(text, email, "", 1)
	}
	if phone := phoneForm.FindString(text); phone != "" && digitCount(phone) >= 7 {
		if p.party.Phone == "" {
			p.party.Phone = strings.TrimSpace(phone)
			p.found("phone", l.where)
		}
		text = strings.Replace(text, phone, "", 1)
	}
	text = strings.Trim(text, " ,，;；/()（）-")
	if letterCount(text) > 1 && p.party.Contact.Empty() && digitCount(text) < 5 {
		p.party.Contact = textOf([]string{text})
		p.found("contact", l.where)
	}
}

// letterhead takes the company that heads a paper, where no label names it:
// the seller's, on a purchase order the buyer's.
func (f *facts) letterhead(a *area) {
	if a.foot {
		return
	}
	var lines []line
	begun := false
	for r := a.from; r < a.to; r++ {
		row := a.row(r)
		if len(row) == 0 {
			continue
		}
		for _, b := range row {
			if b.owned {
				continue
			}
			if b.labelled() && !b.segments[0].field.relative() && b.segments[0].field != unknown {
				if begun || b.segments[0].field.role() != "" {
					f.headed(lines)
					return
				}
				continue
			}
			if !begun && !heads(b.text()) {
				continue
			}
			begun = true
			for i := range b.segments {
				p := &b.segments[i]
				if p.taken {
					continue
				}
				p.taken = true
				if p.text != "" {
					lines = append(lines, line{p.field, p.text, b.cell.Where, b.cell})
				}
				if p.value != nil {
					lines = append(lines, line{p.field, p.value.text(), p.value.cell.Where, p.value.cell})
				}
			}
			b.owned = true
		}
	}
	f.headed(lines)
}

// heads reports whether a text can be the name at the head of a paper.
func heads(text string) bool {
	first, _, _ := strings.Cut(text, "\n")
	return company(first) || looseCompany.MatchString(first) && !sentence(first) && digitCount(first) == 0
}

// headed makes a party of a letterhead's lines.
func (f *facts) headed(lines []line) {
	if lines = given(lines); len(lines) == 0 {
		return
	}
	p := readParty(lines)
	if p.party.Name.Empty() {
		return
	}
	p.role = "letterhead"
	f.parties = append(f.parties, p)
}

// settleParties gives the parties found their places in the order.
func (f *facts) settleParties(below *area) {
	roles := map[field]*foundParty{}
	for _, p := range f.parties {
		all := p.roles
		if len(all) == 0 {
			all = []field{p.role}
		}
		if !slices.Contains(all, p.role) {
			all = append(all, p.role)
		}
		for _, r := range all {
			if q := roles[r]; q == nil {
				roles[r] = p
			} else if q != p {
				f.merge(r, q, p)
			}
		}
	}
	f.contracting(roles)
	if f.bought {
		roles["seller"], roles["buyer"] = first(roles["seller"], roles["to"]), first(roles["buyer"], roles["letterhead"])
		delete(roles, "to")
		delete(roles, "letterhead")
	}
	seller := first(roles["seller"], roles["letterhead"], roles["exporter"], roles["signature"])
	if s, l := roles["seller"], roles["letterhead"]; s != nil && l != nil && same(s, l) {
		fill(s, l)
	}
	if s, x := seller, roles["exporter"]; s != nil && x != nil && s != x && same(s, x) {
		fill(s, x)
		roles["exporter"] = nil
	}
	if roles["exporter"] == seller {
		roles["exporter"] = nil
	}
	buyer := first(roles["buyer"], roles["to"], roles["importer"], roles["consignee"])
	if b := roles["buyer"]; b != nil && roles["to"] != nil && b != roles["to"] && same(b, roles["to"]) {
		fill(b, roles["to"])
	}
	o := &f.d.order
	f.putParty("seller", seller, &o.Seller)
	f.putParty("exporter", roles["exporter"], &o.Exporter)
	f.putParty("buyer", buyer, &o.Buyer)
	f.putParty("consignee", roles["consignee"], &o.Consignee)
	f.putParty("notify", roles["notify"], &o.Notify)
	f.putParty("ship_to", roles["ship_to"], &o.ShipTo)
	f.putParty("manufacturer", roles["manufacturer"], &o.Manufacturer)
	f.putParty("on_behalf_of", roles["on_behalf_of"], &o.OnBehalfOf)
	if roles["importer"] != buyer {
		f.putParty("importer", roles["importer"], &o.Importer)
	}
	f.fulfilment(&o.ShipTo)
	f.sameAs(&o.Notify, "notify")
	f.sameAs(&o.Consignee, "consignee")
	f.sameAs(&o.ShipTo, "ship_to")
	f.sameAs(&o.Importer, "importer")
}

// contracting gives 甲方 and 乙方 their roles: those that another place of the
// contract gives them, else in a purchase contract buyer and seller.
func (f *facts) contracting(roles map[field]*foundParty) {
	for _, side := range [...]struct{ name, usual field }{{"party_a", "buyer"}, {"party_b", "seller"}} {
		p := roles[side.name]
		if p == nil || p == roles["buyer"] || p == roles["seller"] {
			continue
		}
		known := false
		for _, r := range [...]field{"buyer", "seller"} {
			if q := roles[r]; q != nil && same(q, p) {
				fill(q, p)
				known = true
			}
		}
		if !known && f.buying && roles[side.usual] == nil {
			roles[side.usual] = p
		}
	}
}

var (
	amazonCenter   = regexp.MustCompile(`\b[A-Z]{3}[1-9]\b`)
	amazonShipment = regexp.MustCompile(`\bFBA[0-9A-Z]{8,12}\b`)
)

// fulfilment takes Amazon's centre, and its number of the shipment, out of the
// name and address of where the goods go.
func (f *facts) fulfilment(p *invoice.Party) {
	text := p.Name.En + "\n" + p.Address.En
	if lower := strings.ToLower(text); !strings.Contains(lower, "amazon") && !strings.Contains(lower, "fba") {
		return
	}
	where := f.d.where["ship_to.name"]
	f.set("ship_to.fba.center", &p.FBA.Center, amazonCenter.FindString(text), where)
	f.set("ship_to.fba.shipment", &p.FBA.Shipment, amazonShipment.FindString(text), where)
}

// sameAs puts the party in that "same as consignee" means.
func (f *facts) sameAs(p *invoice.Party, path string) {
	folded := fold(p.Name.First())
	if !strings.HasPrefix(folded, "sameas") && !strings.HasPrefix(folded, "同") && folded != "sameasabove" {
		return
	}
	o := &f.d.order
	signer := *p
	switch {
	case strings.Contains(folded, "consignee") || strings.Contains(folded, "收货人"):
		*p = o.Consignee
		if p.Name.Empty() {
			*p = o.Buyer
		}
	case path == "notify" && !o.Consignee.Name.Empty() && !strings.Contains(folded, "buyer"):
		*p = o.Consignee
	default:
		*p = o.Buyer
	}
	if fold(p.Name.First()) == folded {
		*p = signer
	}
}

func first(parties ...*foundParty) *foundParty {
	for _, p := range parties {
		if p != nil {
			return p
		}
	}
	return nil
}

// same reports whether two parties have one name, as far as both have it in a
// language.
func same(a, b *foundParty) bool {
	x, y := a.party.Name, b.party.Name
	if x.Zh != "" && y.Zh != "" {
		return fold(x.Zh) == fold(y.Zh)
	}
	if x.En != "" && y.En != "" {
		return fold(x.En) == fold(y.En)
	}
	return x.Empty() || y.Empty() || a.role == b.role && a.role != "letterhead"
}

// fill gives p what it lacks of what q has.
func fill(p, q *foundParty) {
	to, from := &p.party, &q.party
	take := func(part string, empty bool, do func()) {
		if empty && q.where[part] != "" {
			do()
			p.found(part, q.where[part])
		}
	}
	if to.Name.Zh == "" {
		to.Name.Zh = from.Name.Zh
	}
	if to.Name.En == "" {
		to.Name.En = from.Name.En
	}
	if !to.Name.Empty() {
		p.found("name", q.where["name"])
	}
	take("address", to.Address.Empty(), func() { to.Address = from.Address })
	if !to.Address.Empty() && to.Address.Zh == "" && from.Address.En == "" {
		to.Address.Zh = from.Address.Zh
	}
	if !to.Address.Empty() && to.Address.En == "" && from.Address.Zh == "" {
		to.Address.En = from.Address.En
	}
	take("country", to.Country == "", func() { to.Country = from.Country })
	take("tax_id", to.TaxID == "", func() { to.TaxID = from.TaxID })
	take("mid", to.MID == "", func() { to.MID = from.MID })
	take("contact", to.Contact.Empty(), func() { to.Contact = from.Contact })
	take("phone", to.Phone == "", func() { to.Phone = from.Phone })
	take("email", to.Email == "", func() { to.Email = from.Email })
	take("website", to.Website == "", func() { to.Website = from.Website })
}

// merge joins two places that name one role: parts of one party, or two that
// compete.
func (f *facts) merge(role field, p, q *foundParty) {
	if !same(p, q) {
		f.d.warn(Candidates, string(role), q.place, "%s stands here, but %s at %s was kept", brief(q.party.Name.First()), brief(p.party.Name.First()), p.place)
		return
	}
	fill(p, q)
}

// putParty puts a party into the order.
func (f *facts) putParty(path string, p *foundParty, to *invoice.Party) {
	if p == nil {
		return
	}
	banks, signer := to.Banks, to.Signer
	*to = p.party
	to.Banks, to.Signer = banks, signer
	where := maps.Clone(p.where)
	if to.Name.Empty() {
		delete(where, "name")
	}
	for part, place := range where {
		f.d.found(path+"."+part, place)
	}
}

// sentence reports whether a text is a sentence rather than a name.
func sentence(text string) bool {
	ws := strings.Fields(text)
	lower := 0
	for _, w := range ws {
		if unicode.IsLower([]rune(w)[0]) {
			lower++
		}
	}
	return lower > 3 || strings.ContainsAny(text, "。；") || len(ws) > 14
}
