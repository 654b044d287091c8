package read

import (
	"cmp"
	"slices"
	"strings"

	"yipiao/invoice/pattern"
)

// Labels of a party's fields.
var partyLabels = []struct {
	form  *pattern.Pattern
	field headField // of the buyer
}{
	{pattern.Lazily(`名称:`), buyerName},
	{pattern.Lazily(`统一社会信用代码/?纳税人识别号:?|统一社会信用代码:?|纳税人识别号:?`), buyerTaxID},
	{pattern.Lazily(`地址[、,]?电话:?`), buyerAddrPhone},
	{pattern.Lazily(`开户行及账号:?|开户银行及账号:?`), buyerBankAcct},
}

// sideLabel is a label of a party's field on the page.
type sideLabel struct {
	field               headField
	row                 int
	left, right, middle int
	from, to            int // bytes of its row's text
}

// readSides reads the two parties.
func (f *fapiao) readSides(s *fapiaoSheet) {
	const most = 40 // labels; a form has eight
	labels := s.sideLabels()
	for labels = labels[:min(most, len(labels))]; len(labels) > 0; {
		block := firstBlock(labels)
		labels = slices.DeleteFunc(labels, func(l sideLabel) bool { return slices.Contains(block, l) })
		shift := headField(0)
		if s.sellers(block, f.buyer.name.text != "") {
			shift = partyFields
		}
		for field, t := range s.sideValues(block, labels) {
			p := f.head(field + shift)
			*p = p.or(t)
		}
	}
}

// sideLabels are the labels of parties' fields outside of the table.
func (s *fapiaoSheet) sideLabels() []sideLabel {
	var all []sideLabel
	for i := range s.strips {
		row := &s.strips[i]
		if s.head >= 0 && i >= s.head && i < s.foot {
			continue
		}
		for _, l := range partyLabels {
			for _, m := range l.form.FindAllStringIndex(row.text, -1) {
				all = append(all, sideLabel{l.field, i, row.at[m[0]].left, row.at[m[1]-1].right, (row.top + row.bottom) / 2, m[0], m[1]})
			}
		}
	}
	return all
}

// firstBlock are the labels of one party: those under the first name, until
// the next name under or beside it.
func firstBlock(labels []sideLabel) []sideLabel {
	slices.SortStableFunc(labels, func(a, b sideLabel) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.left, b.left)) })
	first := labels[0]
	block := []sideLabel{first}
	for _, l := range labels[1:] {
		if abs(l.left-first.left) > 60_000 {
			continue
		}
		if slices.ContainsFunc(block, func(b sideLabel) bool { return b.field == l.field }) {
			break
		}
		block = append(block, l)
	}
	return block
}

// sellers reports whether a block is the seller's: by the vertical label
// nearest to its left, else by its being the second.
func (s *fapiaoSheet) sellers(block []sideLabel, second bool) bool {
	seller, nearest := second, 1<<40
	for i := range s.strips {
		for _, p := range s.strips[i].pieces {
			text := compact(p.text)
			buys, sells := strings.HasPrefix(text, "购"), strings.HasPrefix(text, "销")
			if !buys && !sells || len([]rune(text)) > 5 || p.left > block[0].left {
				continue
			}
			away := (block[0].left-p.left)*4 + abs(block[0].middle-p.middle())
			if away < nearest {
				nearest, seller = away, sells
			}
		}
	}
	return seller
}

// sideValues are the values of a block's labels: what follows a label in its
// row, and what stands between the rows goes to the nearest label.
func (s *fapiaoSheet) sideValues(block, others []sideLabel) map[headField]fapiaoText {
	right := s.blockEnd(block, others)
	values := map[headField]fapiaoText{}
	add := func(field headField, t fapiaoText, newRow bool) {
		between := " "
		if newRow {
			between = ""
		}
		values[field] = values[field].with(t, between)
	}
	first, last := block[0].row, block[len(block)-1].row
	if end := last + 1; end < len(s.strips) && end != s.head && !footRow.MatchString(s.strips[end].text) {
		last++ // a second row of the last value
	}
	for i := first; i <= last; i++ {
		row, begin := &s.strips[i], 0
		field, onRow := headField(0), false
		for _, l := range block {
			if l.row == i {
				field, begin, onRow = l.field, l.to, true
			}
		}
		started := false
		for from := begin; from < len(row.text); {
			to := from + 1
			for to < len(row.text) && row.at[to].piece == row.at[from].piece {
				to++
			}
			t, left := row.slice(from, to), row.at[from].left
			from = to
			if left >= right || left < block[0].left || !onRow && sideMark(t.text) {
				continue
			}
			belongs := field
			if !onRow {
				belongs = nearestLabel(block, (row.top+row.bottom)/2, t.text)
			}
			add(belongs, t, !started)
			started = true
		}
	}
	return values
}

// sideMark reports whether a text is a character of a label set vertically.
func sideMark(s string) bool {
	return len([]rune(compact(s))) == 1 && strings.ContainsAny(s, "购买销售方信息密码区备注说明单位")
}

var taxIDForm = pattern.Lazily(`^[0-9A-Z]{15,20}$`)

// nearestLabel is the field of the label whose row is nearest; only what looks
// like one is a taxpayer's number.
func nearestLabel(block []sideLabel, middle int, text string) headField {
	best, away := block[0].field, 1<<40
	for _, l := range block {
		if l.field == buyerTaxID && !taxIDForm.MatchString(compact(text)) {
			continue
		}
		if d := abs(l.middle - middle); d < away {
			best, away = l.field, d
		}
	}
	return best
}

// blockEnd is where a block ends to the right: at the next vertical label, or
// at the next block's labels.
func (s *fapiaoSheet) blockEnd(block, others []sideLabel) int {
	end := 1 << 40
	first, last := block[0].row, block[len(block)-1].row
	for i := max(0, first-1); i <= min(last+1, len(s.strips)-1); i++ {
		for _, p := range s.strips[i].pieces {
			if sideMark(p.text) && p.left > block[0].right+30_000 {
				end = min(end, p.left)
			}
		}
	}
	for _, l := range others {
		if l.row >= first && l.row <= last && l.left > block[0].right {
			end = min(end, l.left)
		}
	}
	return end
}

// Rows under the table.
var (
	footRow      = pattern.Lazily(`收款人|复核|开票人`)
	payeeForm    = pattern.Lazily(`收款人:?(.*?)(?:复核人?|开票人|销售方|$)`)
	reviewForm   = pattern.Lazily(`复核人?:?(.*?)(?:收款人|开票人|销售方|$)`)
	drawerForm   = pattern.Lazily(`开票人:?(.*?)(?:收款人|复核人?|销售方|$)`)
	totalForm    = pattern.Lazily(`小写\)?:?([¥￥]?-?[\d,]+(?:\.\d+)?)`)
	alone        = pattern.Lazily(`([¥￥]-?[\d,]+\.\d{2})$`)
	capitalAlone = pattern.Lazily(`^[^零〇壹贰叁肆伍陆柒捌玖拾]?([零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]{2,})`)
	capitalForm  = pattern.Lazily(`大写\)?:?[^零〇壹贰叁肆伍陆柒捌玖拾负(]*((?:\(负数\))?[负零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]{2,})`)
)

// readTotals reads 合计 and 价税合计.
func (f *fapiao) readTotals(s *fapiaoSheet) {
	for i := range s.strips {
		row := &s.strips[i]
		if i == s.sums && !strings.HasPrefix(row.text, "小计") && !strings.Contains(row.text, "价税合计") {
			sums := s.cells(row)
			f.goods, f.tax = f.goods.or(sums.amount), f.tax.or(sums.tax)
		}
		if strings.Contains(row.text, "价税合计") {
			f.readTotal(s, i)
		}
	}
}

// readTotal reads 价税合计, whose figures may stand a little above or below.
func (f *fapiao) readTotal(s *fapiaoSheet, at int) {
	row := &s.strips[at]
	if t, ok := row.find(totalForm); ok {
		f.total = f.total.or(t)
	}
	if t, ok := row.find(capitalForm); ok {
		f.words = f.words.or(t)
	}
	for i := max(0, at-1); i <= min(at+1, len(s.strips)-1); i++ {
		beside := &s.strips[i]
		if i == at || i == s.sums || abs(beside.top-row.top) > 3*(row.bottom-row.top)/2 {
			continue
		}
		if t, ok := beside.find(alone); ok && f.total.text == "" {
			f.total = t
		}
		if t, ok := beside.find(capitalAlone); ok && f.words.text == "" {
			f.words = t
		}
	}
}

// readFoot reads the row of persons, and the notes above it.
func (f *fapiao) readFoot(s *fapiaoSheet) {
	total, foot := -1, len(s.strips)
	for i := range s.strips {
		row := &s.strips[i]
		if strings.Contains(row.text, "价税合计") {
			total = i
		}
		if total < 0 || i <= total || !strings.Contains(row.text, "开票人") {
			continue
		}
		foot = i
		for _, x := range [...]struct {
			t    *fapiaoText
			form *pattern.Pattern
		}{{&f.payee, payeeForm}, {&f.reviewer, reviewForm}, {&f.drawer, drawerForm}} {
			if t, ok := row.find(x.form); ok {
				*x.t = x.t.or(t)
			}
		}
		break
	}
	if total >= 0 {
		f.notes = f.notes.or(s.notes(total+1, foot))
	}
}

// notes are the texts right of the vertical label 备注, between two rows.
func (s *fapiaoSheet) notes(from, to int) fapiaoText {
	label := s.notesLabel(from, to)
	if label == nil {
		return fapiaoText{}
	}
	var notes fapiaoText
	for i := from; i < to; i++ {
		var row fapiaoText
		for _, p := range s.strips[i].pieces {
			if p.left < label.left-label.height()/2 {
				continue
			}
			if abs(p.left-label.left) < label.height()/2 { // a part of the label, or run together with it
				p = p.after("备", "注")
			}
			if strings.TrimSpace(p.text) != "" {
				row = row.with(fapiaoText{strings.TrimSpace(p.text), placeOf([]piece{p})}, " ")
			}
		}
		if row.text != "" {
			notes = notes.with(row, "\n")
		}
	}
	return notes
}

// notesLabel is the 备 of 备注: over a 注, or before it.
func (s *fapiaoSheet) notesLabel(from, to int) *piece {
	var found *piece
	for i := from; i < to; i++ {
		for k := range s.strips[i].pieces {
			p := &s.strips[i].pieces[k]
			text := compact(p.text)
			if strings.HasPrefix(text, "备注") {
				return p
			}
			if strings.HasPrefix(text, "备") {
				found = p
			}
			if found != nil && strings.HasPrefix(text, "注") && abs(p.left-found.left) < found.height()/2 {
				return found
			}
		}
	}
	return nil
}

// after is p without the first of the characters that it begins with.
func (p piece) after(chars ...string) piece {
	for _, c := range chars {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(p.text), c); ok {
			edges := edgesOf(&p)
			p.text, p.left = strings.TrimLeft(rest, " :："), edges[1]
		}
	}
	return p
}
