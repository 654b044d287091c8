package read

import (
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/pattern"
)

// signatory takes the name of who signs.
func (f *facts) signatory(l line) {
	s := &f.d.order.Seller.Signer
	if letterCount(l.text) < 2 || digitCount(l.text) > 0 || company(l.text) || len(l.text) > 60 {
		return
	}
	f.setText("seller.signatory.name", &s.Name, textOf([]string{l.text}), l.where)
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
	name, title := first.text, ""
	if i := strings.IndexAny(name, "(（,，/;"); i > 0 {
		name, title = strings.TrimSpace(name[:i]), strings.Trim(name[i:], " (（,，/;)）")
	}
	words := strings.Fields(name)
	if company(name) || digitCount(name) > 0 || prose(name) || !(invoice.HasHan(name) && len([]rune(name)) <= 4 || len(words) >= 2 && len(words) <= 4 && name != strings.ToLower(name)) || jobTitle.MatchString(name) {
		return
	}
	f.signatory(line{text: name, where: first.where})
	if s := &f.d.order.Seller.Signer; jobTitle.MatchString(title) && s.Title.Empty() && s.Name.First() == name {
		s.Title = textOf([]string{title})
		f.d.found("seller.signatory.title", first.where)
	}
}

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
