package read

import (
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// foundBank is an account with the places of its parts.
type foundBank struct {
	bank  invoice.Bank
	where map[string]string
	// between reports that the lines being read are of the intermediary bank.
	between bool
	// next is a beneficiary that stands below a whole account: it is that of the
	// account which follows, where one does.
	next line
}

// bank takes a label of a bank's block with its lines. Labels of one account
// follow each other; a second account begins where the first has the part
// already.
func (f *facts) bank(e *entry) {
	part := strings.TrimPrefix(string(e.segment.field), "bank")
	if len(e.lines) > 0 && e.segment.box != nil && f.buyersSide(e.segment.box.cell) {
		f.d.warn(Unread, "", e.lines[0].where, "the buyer's bank has no place in an order and was left out: %s", brief(e.lines[0].text))
		return
	}
	part = strings.TrimPrefix(part, ".")
	lines := e.lines
	if part == "" && len(lines) == 1 && accountForm.MatchString(lines[0].text) {
		part = "account" // Bank account | 388877654321
	}
	if part == "name" && len(lines) > 0 && !bankish(lines[0].text) && company(lines[0].text) && strings.Contains(fold(e.segment.head), "info") {
		part = "" // "Bank information: ABC CO., LTD …" is a whole block
	}
	if part == "beneficiary" || part == "account" && f.lastBank().bank.Beneficiary != "" {
		lines = withoutAddress(lines)
	}
	switch part {
	case "":
		f.bankLines(lines)
	case "name", "address", "beneficiary", "intermediary":
		f.bankBlock(part, e.segment.note, lines)
	default:
		f.bankPart(part, e.segment.note+" "+e.segment.head, lines[0])
		f.bankLines(lines[1:])
	}
}

// accountForm is the number of an account and nothing else.
var accountForm = pattern.Lazily(`^\d[\d\s-]{6,28}\d$`)

// rowsOfSide is how far below a party's name its bank may stand, in rows.
const rowsOfSide = 10

// sideOf is whose label a cell stands under where both parties stand side by
// side: 供方 | 需方, each with its bank and tax number; "" elsewhere.
func (f *facts) sideOf(cell *grid.Cell) field {
	rows := f.p.grid.Rows
	at := slices.IndexFunc(rows, func(r grid.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c grid.Cell) bool { return c.Where == cell.Where })
	})
	for i := at; i >= max(0, at-rowsOfSide); i-- {
		above, beside := field(""), field("")
		for j := range rows[i].Cells {
			c := &rows[i].Cells[j]
			segments := splitLine(c.Text)
			switch {
			case len(segments) == 0 || !segments[0].field.side():
			case c.Left == cell.Left:
				above = segments[0].field
			default:
				beside = segments[0].field
			}
		}
		if above != "" && beside != "" && above != beside {
			return above
		}
		if above != "" || beside != "" {
			return ""
		}
	}
	return ""
}

// side reports whether f is a side of a contract.
func (f field) side() bool {
	return f == "buyer" || f == "seller" || f == "party_a" || f == "party_b"
}

// buyersSide reports whether a cell stands under the buyer's name.
func (f *facts) buyersSide(cell *grid.Cell) bool {
	side := f.sideOf(cell)
	return side == "buyer" || side == "party_a" && f.buying
}

// whole reports whether an account has all that one needs: what follows may be
// another's.
func (b *foundBank) whole() bool {
	return !b.between && (b.bank.Account != "" || b.bank.IBAN != "") && !b.bank.Name.Empty()
}

// withoutAddress leaves out an address: behind the beneficiary's name it is the
// beneficiary's, not the bank's.
func withoutAddress(lines []line) []line {
	var rest []line
	for _, l := range lines {
		if l.rel != ".address" {
			rest = append(rest, l)
		}
	}
	return rest
}

// bankBlock takes a part that may have several lines, and labelled parts
// among them.
func (f *facts) bankBlock(part, note string, lines []line) {
	var own, rest []line
	for _, l := range lines {
		if l.rel != "" {
			rest = append(rest, l)
			continue
		}
		if _, p, ok := bankLine(l.text); ok && p != part && (len(own) > 0 || p == "swift" || p == "account") {
			rest = append(rest, l)
			continue
		}
		own = append(own, l)
	}
	defer f.bankLines(rest)
	if len(own) == 0 {
		return
	}
	if part == "name" {
		own = f.bankAddress(own)
	}
	first := own[0]
	joined := first
	if part == "address" || part == "name" {
		joined.text = strings.Join(texts(own), "\n")
	}
	f.bankPart(part, note, joined)
}

// bankAddress takes the lines of an address off those of a bank's name.
func (f *facts) bankAddress(own []line) []line {
	for i := 1; i < len(own); i++ {
		if !addressLike(own[i].text) {
			continue
		}
		address := own[i]
		address.text = strings.Join(texts(own[i:]), "\n")
		defer f.bankPart("address", "", address)
		return own[:i]
	}
	return own
}

func addressLike(text string) bool {
	return digitCount(text) > 0 && (strings.ContainsAny(text, ",，") || strings.ContainsAny(text, "省市区路街号")) || strings.Contains(strings.ToLower(text), "road")
}

// bankLines takes lines of a block without knowing what each is.
func (f *facts) bankLines(lines []line) {
	for _, l := range lines {
		switch l.rel {
		case ".name":
			f.bankPart(nameOrBeneficiary(l.text), "", l)
		case ".address":
			if b := f.lastBank(); b.bank.Name.Empty() || !b.bank.Address.Empty() {
				continue
			}
			f.bankPart("address", "", l)
		case "":
			if value, part, ok := bankLine(l.text); ok {
				l.text = value
				f.bankPart(part, "", l)
			}
		}
	}
}

func nameOrBeneficiary(text string) string {
	if bankish(text) {
		return "name"
	}
	return "beneficiary"
}

// bankLine tells what an unlabelled line of a bank's block is.
func bankLine(text string) (value, part string, ok bool) {
	for _, p := range splitLine(text) {
		if p.field.bank() && p.text != "" {
			return p.text, strings.TrimPrefix(string(p.field), "bank."), true
		}
	}
	switch {
	case bankish(text):
		return text, "name", true
	case company(text) && !addressLike(text):
		return text, "beneficiary", true
	case digitCount(text) >= 10 && letterCount(text) == 0:
		return text, "account", true
	case swiftForm.FindString(text) == text && text != "" && digitCount(text)+letterCount(text) >= 8:
		return text, "swift", true
	}
	return "", "", false
}

// bankish reports whether a text names a bank.
func bankish(text string) bool {
	l := strings.ToLower(text)
	return strings.Contains(l, "bank") || strings.Contains(text, "银行") || strings.Contains(text, "信用社") || strings.Contains(l, "hsbc") || strings.Contains(l, "icbc") || strings.Contains(text, "支行")
}

// lastBank is the account that is being read.
func (f *facts) lastBank() *foundBank {
	if len(f.banks) == 0 {
		f.banks = append(f.banks, &foundBank{where: map[string]string{}})
	}
	return f.banks[len(f.banks)-1]
}

// bankPart sets one part of an account.
func (f *facts) bankPart(part, note string, l line) {
	value := strings.Trim(strings.TrimSpace(l.text), " ,，;；-–")
	if value == "" || placeholder(value) || part == "beneficiary_address" || part == "beneficiary_tel" {
		return
	}
	b := f.lastBank()
	if b.between && b.ofIntermediary(part, value, l.where) {
		return
	}
	if m := accountAt.FindStringSubmatch(value); m != nil && part == "account" && bankish(m[2]) {
		value = m[1]
		defer f.bankPart("name", "", line{"", m[2], l.where, l.cell})
	}
	if part == "account" {
		if open := strings.IndexAny(value, "(（"); open > 0 {
			if code, ok := currencyIn(value[open:]); ok {
				value, note = strings.TrimSpace(value[:open]), code
			}
		}
		if code, rest, ok := strings.Cut(value, " "); ok && len(code) == 3 && terms.PaymentCurrencies.Has(code) {
			value, note = strings.Trim(rest, " :."), code
		}
	}
	if part == "name" {
		var more []line
		value, more = cutBank(value, l)
		defer func() {
			for _, m := range more {
				f.bankPart(string(m.rel), "", m)
			}
		}()
	}
	if part == "beneficiary" && b.whole() && b.bank.Beneficiary != "" && invoice.HasHan(value) == invoice.HasHan(b.bank.Beneficiary) {
		b.next = l
		return
	}
	if at := b.at(part); at != nil && *at != "" && fold(*at) != fold(value) || part == "name" && !b.between && !b.bank.Name.Empty() && differ(b.bank.Name.First(), value) && b.bank.Account != "" {
		if b.between {
			return
		}
		if part == "beneficiary" || part == "swift" && b.bank.Account == "" {
			return
		}
		f.banks = append(f.banks, &foundBank{where: map[string]string{}})
		next := b.next
		b.next, b = line{}, f.lastBank()
		if next.text != "" {
			defer f.bankSet(b, "beneficiary", "", next.text, next)
		}
		if n := len(f.banks); part == "account" && next.text == "" { // a second account with the same bank
			before := f.banks[n-2]
			b.bank = before.bank
			b.bank.Account, b.bank.Currency = "", ""
			for part, where := range before.where {
				if part != "account" && part != "currency" {
					b.where[part] = where
				}
			}
		}
	}
	f.bankSet(b, part, note, value, l)
}

func (f *facts) bankSet(b *foundBank, part, note, value string, l line) {
	switch part {
	case "name", "branch":
		b.name(part, value, l.where)
	case "intermediary":
		b.between = true
		b.bank.Intermediary.Name = textOf([]string{value})
		b.found("intermediary.name", l.where)
	case "address":
		if b.bank.Address.Empty() {
			b.bank.Address = textOf(strings.Split(value, "\n"))
			b.found("address", l.where)
		}
	case "intermediary_address":
		b.bank.Intermediary.Address = textOf(strings.Split(value, "\n"))
		b.found("intermediary.address", l.where)
	case "intermediary_swift":
		b.bank.Intermediary.Swift = value
		b.found("intermediary.swift", l.where)
	case "intermediary_account":
		b.bank.Intermediary.Account = value
		b.found("intermediary.account", l.where)
	case "currency":
		if code, ok := currencyIn(value); ok {
			b.bank.Currency = code
			b.found("currency", l.where)
		}
	default:
		if part == "beneficiary" {
			b.between = false
			value, _ = cutName(value)
		}
		to := b.at(part)
		if to == nil || *to != "" {
			return
		}
		if part == "swift" {
			value = swiftValue(value)
		}
		*to = value
		b.found(part, l.where)
		code, ok := currencyIn(note)
		if !ok && f.account != "" {
			code, ok = f.account, true
		}
		if ok && part == "account" && b.bank.Currency == "" {
			b.bank.Currency = code
			b.found("currency", l.where)
		}
	}
}

// cutBank cuts an account number or an address off the line of a bank's name.
func cutBank(value string, l line) (name string, more []line) {
	if m := trailingAccount.FindStringSubmatch(value); m != nil {
		l.rel, l.text = "account", m[2]
		return strings.TrimSpace(m[1]), []line{l}
	}
	for i, r := range value {
		if r != ',' && r != '，' {
			continue
		}
		rest := strings.TrimLeft(value[i:], ",， ")
		if rest != "" && houseNumber.MatchString(rest) && bankish(value[:i]) {
			l.rel, l.text = "address", rest
			return value[:i], []line{l}
		}
	}
	return value, nil
}

// accountAt is an account with its bank in brackets.
var accountAt = pattern.Lazily(`^([\dA-Z][\dA-Z\s-]{6,}\d)\s*[(（]\s*([^()（）]+?)\s*[)）]?$`)

var trailingAccount = pattern.Lazily(`^(.*?\p{Han}.*?)[\s,，/]+(?:账号|帐号)?[:：]?\s*(\d[\d\s-]{8,30}\d)$`)

// ofIntermediary takes a part of the intermediary bank, while its lines are
// being read; ok is false for a part that can't be its own.
func (b *foundBank) ofIntermediary(part, value, where string) (ok bool) {
	i := &b.bank.Intermediary
	switch {
	case part == "swift" && i.Swift == "":
		i.Swift = swiftValue(value)
	case part == "address" && i.Address.Empty():
		i.Address = textOf(strings.Split(value, "\n"))
	case part == "account" && i.Account == "" && b.bank.Account != "":
		i.Account = value
	default:
		return false
	}
	b.found("intermediary."+part, where)
	return true
}

// swiftValue is a code without what stands beside it.
func swiftValue(text string) string {
	if m := swiftForm.FindString(strings.ToUpper(text)); m != "" {
		return strings.Join(strings.Fields(text[strings.Index(strings.ToUpper(text), m):][:len(m)]), "")
	}
	return text
}

func (b *foundBank) name(part, value, where string) {
	if b.between {
		return
	}
	t := textOf(strings.Split(value, "\n"))
	t.Zh, t.En = strings.ReplaceAll(t.Zh, "\n", ""), strings.ReplaceAll(t.En, "\n", " ")
	n := &b.bank.Name
	switch {
	case n.Empty():
		*n = t
		b.found("name", where)
	case part == "branch" && t.Zh == "" && n.En != "" && !strings.Contains(fold(n.En), fold(t.En)):
		n.En += ", " + t.En
	case part == "branch" && n.Zh != "" && t.Zh != "" && !strings.Contains(n.Zh, t.Zh):
		n.Zh += t.Zh
	case n.Zh == "":
		n.Zh = t.Zh
	case n.En == "":
		n.En = t.En
	}
}

func (b *foundBank) found(part, where string) {
	if b.where[part] == "" {
		b.where[part] = where
	}
}

// at is a part that is a plain text.
func (b *foundBank) at(part string) *string {
	switch part {
	case "swift":
		return &b.bank.Swift
	case "account":
		return &b.bank.Account
	case "iban":
		return &b.bank.IBAN
	case "routing":
		return &b.bank.Routing
	case "cnaps":
		return &b.bank.CNAPS
	case "beneficiary":
		return &b.bank.Beneficiary
	}
	return nil
}

// settleBanks gives the accounts to the seller.
func (f *facts) settleBanks() {
	var kept []*foundBank
	for _, b := range f.banks {
		if b.next.text != "" && differ(b.bank.Beneficiary, b.next.text) {
			f.d.warn(Candidates, "seller.bank.beneficiary", b.next.where, "%s stands here, but %s at %s was kept", brief(b.next.text), brief(b.bank.Beneficiary), b.where["beneficiary"])
		}
		if len(b.where) > 0 && (b.bank.Account != "" || b.bank.IBAN != "" || b.bank.Swift != "" || !b.bank.Name.Empty()) {
			kept = append(kept, b)
		}
	}
	s := &f.d.order.Seller
	for i, b := range kept {
		path := "seller.bank."
		if len(kept) > 1 {
			path = fmt.Sprintf("seller.bank[%d].", i)
			if b.bank.ID == "" {
				b.bank.ID = fmt.Sprint(i + 1)
			}
		}
		s.Banks = append(s.Banks, b.bank)
		for part, where := range b.where {
			f.d.found(path+part, where)
		}
	}
}
