package read

import (
	"strings"
	"unicode"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/terms"
)

// foundParty is a company of the deal with the places of its parts.
type foundParty struct {
	role  field
	roles []field
	party invoice.Party
	where map[string]string
	place string
	legal line   // who represents it by law: asked for where nobody else is
	said  []line // what labels that nobody knows say of the party
}

func (p *foundParty) found(part, where string) {
	if p.where[part] == "" {
		p.where[part] = where
	}
}

var addressLabel = pattern.Lazily(`(?i)地址|address|\badresse\b|dirección|anschrift`)

var nameLabel = pattern.Lazily(`(?i)\bname\b|名`)

// party takes the lines under a party's label.
func (f *facts) party(role field, roles []field, e *entry) {
	lines := e.lines
	if part := strings.TrimPrefix(string(e.segment.field), string(role)); part != "" && e.segment.field != "bank.beneficiary" { // "buyer.address"
		for i := range lines {
			if lines[i].rel == "" && (i == 0 || part != ".name") {
				lines[i].rel = field(part)
			}
		}
	}
	if addressLabel.MatchString(e.segment.head) && !nameLabel.MatchString(e.segment.head) && oneOwn(lines) && !company(lines[0].text) {
		lines[0].rel = ".address" // 收货地址: a street, no name
	}
	p := readParty(lines)
	p.role, p.roles = role, roles
	if n := len(f.parties); n > 0 && f.parties[n-1].role == "consignee" && f.parties[n-1].party.Address.Empty() && p.party.Name.Empty() && receivingAddress.MatchString(e.segment.head) {
		fill(f.parties[n-1], p)
		return
	}
	if n := len(f.parties); role == "ship_to" && n > 0 && f.parties[n-1].role.buys() && p.party.Name.Empty() {
		f.parties[n-1].asks(p)
	}
	for _, l := range p.said {
		f.note(l)
	}
	if p.party.Name.Empty() && len(p.where) == 0 && p.legal.text == "" {
		return
	}
	f.parties = append(f.parties, p)
}

// asks gives a party whom to ask there, where that stands under the address its
// goods go to.
func (p *foundParty) asks(at *foundParty) {
	if !p.party.Contact.Empty() || p.party.Phone != "" || at.party.Contact.Empty() {
		return
	}
	p.party.Contact, p.party.Phone = at.party.Contact, at.party.Phone
	for _, part := range [...]string{"contact", "phone"} {
		if where := at.where[part]; where != "" {
			p.found(part, where)
		}
	}
}

// receivingAddress is the label of where who receives the goods is.
var receivingAddress = pattern.Lazily(`收[货件].{0,2}地址`)

// oneOwn reports whether of the lines of a party only the first has no label of
// its own.
func oneOwn(lines []line) bool {
	for i, l := range lines {
		if (l.rel == "") != (i == 0) {
			return false
		}
	}
	return len(lines) > 0
}

// readParty makes a party of its lines: its name first, then its address, and
// what has labels of its own anywhere.
func readParty(lines []line) *foundParty {
	p := &foundParty{where: map[string]string{}}
	var names, address []line
	for _, l := range lines {
		switch l.rel {
		case "", unknown, ".whole":
			if p.selfEvident(l, len(names) > 0) {
				continue
			}
			if l.rel == unknown && !p.strange(l) {
				continue
			}
			if m := person.FindStringSubmatch(l.text); m != nil && len(names) == 0 && company(m[2]) && !company(m[1]) {
				p.contact(line{"", m[1], l.where, l.cell})
				l.text = m[2]
			}
			if m := personPhone.FindStringSubmatch(l.text); m != nil && len(names) == 0 && digitCount(m[2]) >= 7 && !company(m[1]) {
				p.part(line{".tel", m[2], l.where, l.cell})
				l.text = m[1]
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

// strange takes a line with a label that nobody knows: a number of the tax
// office, or something that is kept in its own words. A line that only looks so
// is part of an address: 3. Cad. No:22 Nilüfer.
func (p *foundParty) strange(l line) (address bool) {
	head, value, ok := unknownLabel(l.text)
	value = strings.TrimSpace(value)
	switch {
	case ok && value == "":
	case !ok || streetWord.MatchString(head) || strings.ContainsAny(head, ",，"):
		return true
	case taxNumber(value) && taxHead.MatchString(head) && p.party.TaxID == "":
		p.part(line{".tax_id", value, l.where, l.cell})
	default:
		p.said = append(p.said, l)
	}
	return false
}

var (
	streetWord = pattern.Lazily(`(?i)\b(no|nr|n|num|número|kat|daire|cad|sok|mah|blok|apt|block|floor|unit|room|suite|building|plot|km|street|road|avenue|str|calle|rua|via|box|zip|cep|c\.?p|plz|lote|bodega|nave)\.?\s*$|[号栋幢楼室路街]\s*$`)
	taxHead    = pattern.Lazily(`(?i)\b(tax|vat|gst|fiscal)\b|税号|纳税|税务`)
)

func joinTexts(lines []line) string { return strings.Join(texts(lines), "\n") }

// goesOnName reports whether a line is a party's name or goes on with it: the
// first line is; after it the other language's, or the rest of a name that was
// broken before its Co., Ltd.
func (p *foundParty) goesOnName(names []line, text string) bool {
	if len(names) == 0 {
		return true
	}
	last := names[len(names)-1].text
	if len(names) == 1 && invoice.HasHan(last) != invoice.HasHan(text) && company(last) && (bareName(text) || firm(text)) {
		return true
	}
	if !firm(text) || len(names) > 3 {
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
	for i := range lines {
		lines[i] = honorific.ReplaceAllString(lines[i], "$2")
	}
	t := textOf(lines)
	t.Zh = strings.ReplaceAll(t.Zh, "\n", "")
	t.En = strings.TrimRight(strings.ReplaceAll(t.En, "\n", " "), ",;")
	return t
}

// honorific stands before the names of companies in India and Bangladesh.
var honorific = pattern.Lazily(`^(M/S\.?|M/s\.?|(?i:Messrs)\.?)[\s:]+([^\s&])`)

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
		if latinCompany.MatchString(trimmed) || !parted {
			continue
		}
		if lastCountry(trimmed) != "" && !firm(trimmed) {
			return strings.TrimSpace(text[:m[1]]), trimmed // X Pte Ltd, Singapore
		}
		if len(trimmed) < 8 {
			continue
		}
		if digitCount(trimmed) > 0 || strings.Count(trimmed, ",") > 0 {
			return strings.TrimSpace(text[:m[1]]), trimmed
		}
	}
	return text, ""
}

// person is someone with a title before a company: Mr. David Brown / Kitchen
// World Ltd.
var person = pattern.Lazily(`(?i)^((?:Mr|Ms|Mrs|Miss|Dr)\b\.?\s*[^/,，|]{2,40}?)\s*(?:[/,，|]\s*(.*))?$`)

// personPhone is a person's name with a telephone number behind it.
var personPhone = pattern.Lazily(`^(\p{Han}{2,4}|(?:\p{Lu}[\p{L}.]*\s+){1,3}\p{Lu}[\p{L}.]*)[\s,，(（:：]+((?:\+|00)?\d[\d\s-]{6,18}\d)\s*[)）]?$`)

// namedCode is a company with its credit code in brackets.
var namedCode = pattern.Lazily(`^(.*\S)\s*[(（]([0-9A-Z]{15,20})[)）]$`)

// houseNumber begins an address.
var houseNumber = pattern.Lazily(`(?i)^(no\.?\s*\d|add(ress)?\.?\s*:|room\b|rm\.?\s*\d|unit\b|flat\b|suite\b|\d+(st|nd|rd|th)?\b|floor\b|building\b|block\b|p\.?o\.?\s*box)`)

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
		rest := strings.Trim(strings.Replace(t, emailForm.FindString(t), "", 1), " /,;|")
		if p.party.Phone == "" && digitCount(rest) >= 8 && phoneForm.FindString(rest) == rest {
			p.party.Phone = rest
			p.found("phone", l.where)
		}
		return true
	case websiteForm.MatchString(t) && len(strings.Fields(t)) <= 2:
		if p.party.Website == "" {
			p.party.Website = websiteForm.FindString(t)
			p.found("website", l.where)
		}
		return true
	case shortContact.MatchString(t):
		m := shortContact.FindStringSubmatch(t)
		if m[1] != "F" && m[1] != "f" && p.party.Phone == "" {
			p.party.Phone = m[2]
			p.found("phone", l.where)
		}
		return true
	case digitCount(t) >= 8 && letterCount(t) == 0 && phoneForm.FindString(t) == t && (strings.HasPrefix(t, "+") || strings.HasPrefix(t, "0") || strings.HasPrefix(t, "(")):
		if p.party.Phone == "" {
			p.party.Phone = t
			p.found("phone", l.where)
		}
		return true
	}
	for _, title := range [...]string{"Mr.", "Ms.", "Mrs.", "Miss ", "Mr ", "Ms ", "MR.", "MS.", "MR ", "MISS ", "Sr. ", "Sra. ", "Srta. ", "Herr ", "Frau ", "Mme ", "Mme. ", "M. ", "Sig. ", "Sig.ra ", "Ing. ", "Dr. "} {
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

// shortContact is a number behind one letter: T +86 579 8555 2233.
var shortContact = pattern.Lazily(`^([TMPFtmpf])\.?\s*[:：]?\s*((?:\+|00|\(\+?|0)\d[\d\s()\-./]{6,22}\d)$`)

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
	case ".legal":
		if p.legal.text == "" {
			p.legal = l
		}
	case ".contact":
		p.contact(l)
	case ".tax_id":
		if digitCount(l.text) >= 2 {
			set("tax_id", &q.TaxID, strings.TrimRight(l.text, ")） "))
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

// prose reports whether a text is written in small letters, as no name or
// address is.
func prose(text string) bool {
	lower := 0
	for _, w := range strings.Fields(text) {
		if unicode.IsLower([]rune(w)[0]) {
			lower++
		}
	}
	return lower > 5 || strings.Contains(text, "。") || len(strings.Fields(text)) > 5 && declaration.MatchString(text)
}

// declaration is how sentences of certificates begin.
var declaration = pattern.Lazily(`(?i)^\W*(we|i|it is|this is|this invoice|these|the goods|the undersigned|the above|all goods|please|certified|hereby|declaration)\b`)

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
