package offline

import (
	"strings"

	"yipiao/invoice/pattern"
)

// phraseWith translates "A with B": 带B的A.
func (k *knowledge) phraseWith(text string, inTitle bool) (piece, bool) {
	head, with, ok := strings.Cut(text, " with ")
	if !ok || inTitle {
		return piece{}, false
	}
	if strings.HasSuffix(head, "%") {
		return piece{}, false
	}
	a, b := k.nounPhrase(head, false), k.nounPhrase(with, false)
	if goesAlong.MatchString(with) {
		a.doubt("no rule for what goes with " + with)
	}
	return piece{"带" + b.text + "的" + a.text, append(a.doubts, b.doubts...)}, true
}

// goesAlong is what things are sent or paid with, and is no part of them.
var goesAlong = pattern.Lazily(`(?i)\b(?:invoices?|orders?|shipments?|goods|containers?|documents|packing lists?|samples?|delivery|balance|deposit|payment)$`)

// papersFor are the ends of what stands for something in English and is of it in
// Chinese: test report for the batteries.
var papersFor = pattern.Lazily(`(?i)(?:certificates?|reports?|invoices?|msds|artwork|drawings?|costs?|prices?|fees?|charges?|samples?|manuals?|quotation|labels?|list|licen[sc]e|details|stickers?|photos?|credit note|debit note|design|files?|instructions|specifications?|packaging|spare parts|orders?|documents?|balance|deposit|payment|freight|insurance|lead time|delivery date|packing list|rights?|agents?|distributors?|market)$`)

// purposes are what papers and samples are for, not of.
var purposes = pattern.Lazily(`(?i)^(?:customs clearance|customs|import|export|testing|inspection|approval|reference|record|registration|payment|shipment|certification)$`)

// phraseFor translates the paper or the cost for a thing.
func (k *knowledge) phraseFor(text string, inTitle bool) (piece, bool) {
	head, what, ok := strings.Cut(text, " for ")
	if !ok || inTitle || !papersFor.MatchString(head) || notOfGoods.MatchString("for "+what) {
		return piece{}, false
	}
	a, b := k.nounPhrase(head, false), k.nounPhrase(what, false)
	if zh, ok := k.chinesePlace(what); ok {
		return piece{zh + a.text, a.doubts}, true
	}
	if purposes.MatchString(what) {
		b.text += "用"
	}
	return piece{b.text + "的" + a.text, append(a.doubts, b.doubts...)}, !strings.Contains(what, " for ")
}
