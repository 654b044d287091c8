package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// signatory takes the name of who signs, and what she is where that stands
// behind it.
func (f *facts) signatory(l line) {
	s := &f.d.order.Seller.Signer
	name, title := nameAndTitle(l.text)
	if letterCount(name) < 2 || digitCount(name) > 0 || company(name) || len(name) > 60 {
		return
	}
	f.setText("seller.signatory.name", &s.Name, textOf([]string{name}), l.where)
	if title != "" && s.Title.Empty() && s.Name.First() == textOf([]string{name}).First() {
		s.Title = textOf([]string{title})
		f.d.found("seller.signatory.title", l.where)
	}
}

// nameAndTitle parts a person's name from what she is, behind a sign, in
// brackets or on the next line: LIANG JIAWEI / EXPORT MANAGER.
func nameAndTitle(text string) (name, title string) {
	i := strings.IndexAny(text, "(（,，、/／|;；\n")
	if i < 0 {
		i = strings.Index(text, " - ")
	}
	if i <= 0 {
		return text, ""
	}
	title = strings.Trim(text[i:], " (（,，、/／|;；)）\n-")
	if !jobTitle.MatchString(title) {
		return text, ""
	}
	return strings.TrimSpace(text[:i]), title
}

// jobTitle are words of what a person who signs is.
var jobTitle = pattern.Lazily(`(?i)\b(manager|director|president|ceo|coo|cfo|owner|partner|sales|supervisor|officer|executive|secretary|clerk|specialist|representative|chairman|merchandiser|assistant)\b|经理|总监|董事|主管|总裁|业务员|主任|单证员|厂长|老板|法人`)

// hanPerson is a person's name in Chinese.
var hanPerson = pattern.Lazily(`^\p{Han}{2,3}$`)

var receiving = pattern.Lazily(`收货|客户|consignee|receiver|customer|received|applicant`)

// signer takes a person's name with what she is: Li Wen (Export Manager), Li
// Wen / Export Manager.
func (f *facts) signer(e *entry) {
	head, first := fold(e.segment.head), e.lines[0]
	if e.segment.text == "" || !f.d.order.Seller.Signer.Name.Empty() || strings.Contains(head, "buyer") || strings.Contains(head, "买方") || strings.Contains(head, "需方") || receiving.MatchString(head) {
		return
	}
	name, title := nameAndTitle(first.text)
	if i := strings.IndexAny(name, "(（,，/;"); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	words := strings.Fields(name)
	if company(name) || digitCount(name) > 0 || prose(name) || !(invoice.HasHan(name) && len([]rune(name)) <= 4 || len(words) >= 2 && len(words) <= 4 && name != strings.ToLower(name)) || jobTitle.MatchString(name) {
		return
	}
	if title != "" {
		name += " / " + title
	}
	f.signatory(line{text: name, where: first.where})
}

// preparing is the label of who made a paper out.
var preparing = pattern.Lazily(`(?i)\b(prepared|made|drawn)\b|制单|经办`)

// signs takes who signs, before who only made the paper out.
func (f *facts) signs(e *entry) {
	s := &f.d.order.Seller.Signer
	made := preparing.MatchString(e.segment.head)
	if !made && f.prepared != "" && s.Name.First() == f.prepared {
		s.Name, s.Title = invoice.Text{}, invoice.Text{}
		delete(f.d.where, "seller.signatory.name")
		delete(f.d.where, "seller.signatory.title")
	}
	if made && !s.Name.Empty() {
		return
	}
	who := e.lines[0]
	if len(e.lines) > 1 && jobTitle.MatchString(e.lines[1].text) {
		who.text += " / " + e.lines[1].text
	}
	f.signatory(who)
	if made {
		f.prepared = s.Name.First()
	}
}

// signedBy takes who signs without a label: a person's name with what she is
// behind it, or under it.
func (f *facts) signedBy(a *area, b *box, text string) bool {
	if !f.d.order.Seller.Signer.Name.Empty() || len(text) > 80 {
		return false
	}
	name, title := nameAndTitle(text)
	if title == "" {
		for _, n := range a.row(b.below()) {
			under := tidy(n.cell.Text)
			if n.cell.Left == b.cell.Left && (!n.labelled() || n.bare()) && jobTitle.MatchString(under) && len(strings.Fields(under)) <= 4 && !firm(under) {
				title = under
				n.owned = true
			}
		}
	}
	if title == "" || !personal(name) {
		return false
	}
	f.signatory(line{text: name + " / " + title, where: b.cell.Where})
	return true
}

// personal reports whether a text can be a person's name: Gu Weidong, 顾卫东.
func personal(text string) bool {
	if hanPerson.MatchString(text) {
		return true
	}
	return personName.MatchString(text) && !firm(text) && !jobTitle.MatchString(text)
}

var personName = pattern.Lazily(`^(?:(?:Mr|Ms|Mrs|Miss|Dr)\.?\s+)?\p{Lu}[\p{L}'-]*\.?(?:\s\p{Lu}[\p{L}'-]*\.?){1,3}$`)

// settleSigner takes what the one who signs is.
func (f *facts) settleSigner() {
	if s := &f.d.order.Seller.Signer; f.title.text != "" && !s.Name.Empty() && s.Title.Empty() {
		s.Title = textOf([]string{f.title.text})
		f.d.found("seller.signatory.title", f.title.where)
	}
}

// signature takes the person who signs, or the company: the seller, where
// nothing else names one.
func (f *facts) signature(e *entry) {
	f.signer(e)
	for _, l := range e.lines {
		if company(l.text) && len(l.text) < 120 && !f.bought {
			p := readParty([]line{l})
			p.role = "signature"
			f.parties = append(f.parties, p)
			return
		}
	}
}

// creditBehind begins the letter of credit behind the bank that issued it: DRAWN
// UNDER KOOKMIN BANK, SEOUL L/C NO. M0612.
var creditBehind = pattern.Lazily(`(?i)[\s,，;]+(?:(?:irrevocable|documentary)\s+)*(?:L\s?[/.]?\s?C\b|letter of credit|(?:documentary )?credit no\b|信用证)`)

// issuer takes the bank that issued a letter of credit; "Issued by" may also
// stand before how is paid, or before who made the paper out.
func (f *facts) issuer(e *entry) {
	first := e.lines[0]
	switch {
	case isPayment(first.text) && !bankish(first.text):
		f.payment(e)
	case fold(e.segment.head) == "issuedby" && !bankish(first.text) && !company(first.text):
		f.signatory(first)
	case fold(e.segment.head) == "issuedby" && !bankish(first.text):
		f.party("seller", nil, &entry{segment: &segment{label: label{field: "seller"}, box: e.segment.box}, lines: e.lines})
	default:
		if m := creditBehind.FindStringIndex(first.text); m != nil && f.lcIn(first.text[m[0]:], first.where) {
			first.text = first.text[:m[0]]
		}
		f.text("lc.issuing_bank", &f.d.order.LC.IssuingBank, first)
	}
}
