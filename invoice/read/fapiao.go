package read

// fapiao is what a Chinese VAT invoice 发票 says, as it stands in the file:
// texts with their places, from XML, from an OFD's tags or from a page alike.
type fapiao struct {
	kind, code, number, checkCode, machine, issued fapiaoText
	drawer, payee, reviewer                        fapiaoText
	buyer, seller                                  fapiaoParty
	lines                                          []fapiaoLine
	goods, tax, total, words                       fapiaoText
	notes                                          fapiaoText
	red                                            bool   // 红字: takes back another one
	taxIncluded                                    bool   // 含税: prices and amounts of lines hold the tax
	currency                                       string // where the file names one
	warnings                                       []Warning
}

// fapiaoText is a text with the place where it stands.
type fapiaoText struct{ text, where string }

// fapiaoParty is 购买方 or 销售方. Old fapiao write address with telephone and
// bank with account in one field.
type fapiaoParty struct {
	name, taxID               fapiaoText
	address, phone, addrPhone fapiaoText
	bank, account, bankAcct   fapiaoText
	cnaps                     fapiaoText // 行号
}

// fapiaoLine is a row of goods.
type fapiaoLine struct {
	name, spec, unit, quantity, price, amount, rate, tax fapiaoText
	more                                                 []fapiaoText // what stands in further columns, with its label
	discount                                             bool         // said to be a discount of the line above
	taxIncluded                                          bool
}

// or is t, or where that is empty other.
func (t fapiaoText) or(other fapiaoText) fapiaoText {
	if t.text == "" {
		return other
	}
	return t
}

// empty reports whether f has nothing filled in that makes it an invoice.
func (f *fapiao) empty() bool {
	return f.number.text == "" && f.total.text == "" && f.goods.text == "" && f.buyer.name.text == "" && f.seller.name.text == ""
}

// fill takes from other what f lacks. Lines are taken as a whole.
func (f *fapiao) fill(other *fapiao) {
	mine, theirs := f.texts(), other.texts()
	for i := range mine {
		*mine[i] = mine[i].or(*theirs[i])
	}
	if len(f.lines) == 0 {
		f.lines = other.lines
	}
	f.red = f.red || other.red
}

// texts are f's texts but for the lines', always in the same order.
func (f *fapiao) texts() []*fapiaoText {
	return []*fapiaoText{&f.kind, &f.code, &f.number, &f.checkCode, &f.machine, &f.issued, &f.drawer, &f.payee, &f.reviewer,
		&f.buyer.name, &f.buyer.taxID, &f.buyer.address, &f.buyer.phone, &f.buyer.addrPhone, &f.buyer.bank, &f.buyer.account, &f.buyer.bankAcct,
		&f.buyer.cnaps, &f.seller.cnaps,
		&f.seller.name, &f.seller.taxID, &f.seller.address, &f.seller.phone, &f.seller.addrPhone, &f.seller.bank, &f.seller.account, &f.seller.bankAcct,
		&f.goods, &f.tax, &f.total, &f.words, &f.notes}
}
