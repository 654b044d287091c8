package read

import "yipiao/invoice/pattern"

// What 备注 of a fully digital fapiao says by label, since the form has no
// field for it: 收款人:李蓉蓉;    复核人:周欣铭;
var (
	notedPayee    = pattern.Lazily(`收款人[:：]\s*([^;；\s:：]{1,20})`)
	notedReviewer = pattern.Lazily(`复核人?[:：]\s*([^;；\s:：]{1,20})`)
	notedBank     = pattern.Lazily(`(购买?方|销售?方)(?:开户银行|开户行)[:：]\s*([^;；\s:：]{2,60})[;；\s]*(?:银行账号|账号)[:：]\s*(\d[\d -]{5,40}\d)(?:[;；\s]*(?:行号|联行号)[:：]\s*(\d{12}))?`)
	notedAddress  = pattern.Lazily(`(购买?方|销售?方)地址[:：]\s*([^;；\n]{2,120}?)[;；\s]*(?:(?:购买?方|销售?方)?电话[:：]\s*([\d +()（）-]{6,30}\d))?(?:[;；\s]|$)`)
)

// readNotes takes from the notes what stands there by label. They are kept
// whole.
func (f *fapiao) readNotes() {
	at := f.notes.where
	if m := notedPayee.FindStringSubmatch(f.notes.text); m != nil {
		f.payee = f.payee.or(fapiaoText{m[1], at})
	}
	if m := notedReviewer.FindStringSubmatch(f.notes.text); m != nil {
		f.reviewer = f.reviewer.or(fapiaoText{m[1], at})
	}
	for _, m := range notedBank.FindAllStringSubmatch(f.notes.text, 2) {
		if p := f.party(m[1]); p.bankAcct.text == "" && p.bank.text == "" && p.account.text == "" {
			p.bank, p.account, p.cnaps = fapiaoText{m[2], at}, fapiaoText{m[3], at}, fapiaoText{m[4], at}
		}
	}
	for _, m := range notedAddress.FindAllStringSubmatch(f.notes.text, 2) {
		if p := f.party(m[1]); p.addrPhone.text == "" && p.address.text == "" && p.phone.text == "" {
			p.address, p.phone = fapiaoText{m[2], at}, fapiaoText{m[3], at}
		}
	}
}

// party is the side that a label names.
func (f *fapiao) party(label string) *fapiaoParty {
	if label == "购方" || label == "购买方" {
		return &f.buyer
	}
	return &f.seller
}
