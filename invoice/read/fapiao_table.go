package read

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
)

// fapiaoColumn is a column of a fapiao's table, by its label.
type fapiaoColumn struct {
	field       lineField // noColumn for one that an order has no field for
	label       string
	left, right int
}

// columnLabels are labels of columns, longer ones before those they contain.
var columnLabels = []struct {
	label string
	field lineField
}{
	{"货物或应税劳务、服务名称", lineName}, {"货物或应税劳务名称", lineName}, {"建筑项目名称", noColumn}, {"运输货物名称", noColumn},
	{"项目名称", lineName}, {"服务名称", lineName}, {"货物名称", lineName},
	{"规格型号", lineSpec}, {"面积单位", lineUnit}, {"单位", lineUnit}, {"数量", lineQuantity}, {"单价", linePrice},
	{"税率/征收率", lineRate}, {"税率", lineRate}, {"征收率", lineRate}, {"税额", lineTax}, {"金额", lineAmount},
	{"序号", noColumn}, {"车牌号", noColumn}, {"类型", noColumn}, {"通行日期起", noColumn}, {"通行日期止", noColumn},
	{"建筑服务发生地", noColumn}, {"产权证书号", noColumn}, {"不动产权证书号", noColumn},
}

// findTable finds the head of the table and the row that ends its lines.
func (s *fapiaoSheet) findTable() {
	for i := range s.strips {
		if s.strips[i].headsTable() {
			s.head = i
			s.cols = s.columns()
			break
		}
	}
	if s.head < 0 {
		return
	}
	s.foot = len(s.strips)
	for i := s.head + 1; i < len(s.strips); i++ {
		switch t := s.strips[i].text; {
		case belowForm.MatchString(t):
			s.foot = min(s.foot, i)
			return
		case sumRow.MatchString(t):
			s.foot, s.sums = min(s.foot, i), i
			return
		case secondHead.MatchString(t) && s.foot == len(s.strips):
			s.foot = i // the lines end, what follows to the sums is another table
		}
		if i >= s.foot {
			row := &s.strips[i]
			at := row.slice(0, len(row.text))
			s.unread = append(s.unread, Warning{Unread, "", at.where, "an order has no field for " + at.text})
		}
	}
}

// headsTable reports whether a row is the table's head. One label may be
// missing: what reads pictures loses some.
func (s *strip) headsTable() bool {
	n := 0
	for _, label := range [...]string{"规格型号", "单位", "数量", "单价", "金额", "税率", "税额"} {
		if strings.Contains(s.text, label) {
			n++
		}
	}
	return strings.Contains(s.text, "名称") && (strings.Contains(s.text, "金额") && strings.Contains(s.text, "税额") || n >= 5)
}

var (
	// sumRow is 小计, 合计 or 价税合计: sums alone have a ¥.
	sumRow = pattern.Lazily(`^(?:合计|小计)|价税合计|[¥￥]-?\d`)
	// belowForm are rows that stand under the table where it has no sums.
	belowForm = pattern.Lazily(`开票人|下载次数|^备注|^共\d+页`)
	// secondHead heads what some services add under the lines: who travelled,
	// what was carried from where to where.
	secondHead = pattern.Lazily(`^(?:出行人|运输工具种类|车牌号|建筑服务发生地|不?动?产权证书|起运地)`)
)

// columns are the columns that the head names. A label of two rows, as 税率/ and
// 征收率 under it, stands partly in the rows beside.
func (s *fapiaoSheet) columns() []fapiaoColumn {
	head := &s.strips[s.head]
	cols := head.columns()
	has := func(field lineField) bool {
		return slices.ContainsFunc(cols, func(c fapiaoColumn) bool { return c.field == field })
	}
	for i := max(0, s.head-1); i <= min(s.head+1, len(s.strips)-1) && !has(lineRate); i++ {
		beside := &s.strips[i]
		if abs(beside.top-head.top) > 3*(head.bottom-head.top)/2 {
			continue
		}
		for _, c := range beside.columns() {
			if c.field == lineRate {
				cols = append(cols, c)
			}
		}
	}
	slices.SortFunc(cols, func(a, b fapiaoColumn) int { return cmp.Compare(a.left, b.left) })
	if !has(lineAmount) { // it stands between price and rate
		for i := range cols[:max(0, len(cols)-1)] {
			if left, right := cols[i], cols[i+1]; left.field == linePrice && right.field == lineRate {
				third := (right.left - left.right) / 3
				cols = slices.Insert(cols, i+1, fapiaoColumn{lineAmount, "金额", left.right + third, right.left - third})
			}
		}
	}
	return cols[:min(len(cols), mostColumns)]
}

// mostColumns is how many columns are read of a table; a form has nine.
const mostColumns = 24

// columns are the columns that a row names.
func (s *strip) columns() []fapiaoColumn {
	var cols []fapiaoColumn
	taken := make([]bool, len(s.text))
	for _, l := range columnLabels {
		for from := 0; ; {
			i := strings.Index(s.text[from:], l.label)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(l.label)
			from = end
			if slices.Contains(taken[start:end], true) {
				continue
			}
			for k := start; k < end; k++ {
				taken[k] = true
			}
			cols = append(cols, fapiaoColumn{l.field, l.label, s.at[start].left, s.at[end-1].right})
		}
	}
	return cols
}

// linesOf are the rows of goods of all pages; where a sales list has them, the
// fapiao itself only says so.
func linesOf(sheets []*fapiaoSheet) []fapiaoLine {
	var own, list []fapiaoLine
	for _, s := range sheets {
		if s.head < 0 {
			continue
		}
		if s.isList() {
			list = s.lines(list)
		} else {
			own = s.lines(own)
		}
	}
	if len(list) > 0 && len(own) <= 1 && (len(own) == 0 || strings.Contains(own[0].name.text, "清单")) {
		return list
	}
	return own
}

// lines adds the page's lines to those before it. A row with an amount is a
// line; rows of text under it go on with its name, and a name may begin a row
// above its amount.
func (s *fapiaoSheet) lines(all []fapiaoLine) []fapiaoLine {
	var ahead *fapiaoLine // a row of text that the last line or the next one has
	for i := s.head + 1; i < s.foot; i++ {
		if s.strips[i].text == "征收率" { // the second row of 税率/
			continue
		}
		row, n := s.cells(&s.strips[i]), len(all)
		begins := categoryForm.MatchString(row.name.text)
		switch {
		case row.amount.text != "":
			if ahead != nil && (n == 0 || row.name.text == "" || !begins) {
				row.before(ahead)
			} else if ahead != nil {
				all[n-1].after(ahead)
			}
			all, ahead = append(all, row), nil
		case row.empty():
		case ahead != nil:
			ahead.after(&row)
		case n == 0 || begins:
			ahead = &row
		default:
			all[n-1].after(&row)
		}
	}
	if ahead != nil && len(all) > 0 {
		all[len(all)-1].after(ahead)
	}
	return all
}

// categoryForm is how the name of goods begins: *金属制品*保温杯.
var categoryForm = pattern.Lazily(`^\*[^*]+\*`)

// empty reports whether a row of text says nothing.
func (l *fapiaoLine) empty() bool {
	return l.name.text == "" && l.spec.text == "" && l.unit.text == "" && len(l.more) == 0
}

// after adds the texts of a continuation row to l.
func (l *fapiaoLine) after(row *fapiaoLine) {
	for _, field := range [...]lineField{lineName, lineSpec, lineUnit} {
		if more := row.cell(field); more.text != "" {
			*l.cell(field) = l.cell(field).with(*more, "")
		}
	}
	l.more = append(l.more, row.more...)
}

// before puts the texts of the row above l before its own.
func (l *fapiaoLine) before(row *fapiaoLine) {
	row.after(l)
	l.name, l.spec, l.unit, l.more = row.name, row.spec, row.unit, row.more
}

// cells sorts the pieces of a row into the columns, from left to right.
func (s *fapiaoSheet) cells(row *strip) fapiaoLine {
	var l fapiaoLine
	choice := assign(row.pieces, s.cols)
	for i, p := range row.pieces {
		t := fapiaoText{p.text, boxPlace(p.page, p.left, p.top, p.right, p.bottom)}
		if choice[i] < 0 {
			if utf8.RuneCountInString(compact(p.text)) > 1 { // one character is of a text set vertically beside the form
				l.more = append(l.more, t)
			}
			continue
		}
		c := s.cols[choice[i]]
		switch cell := l.cell(c.field); {
		case cell == nil && c.label != "序号":
			t.text = c.label + " " + t.text
			l.more = append(l.more, t)
		case cell == nil:
		case cell.text == "":
			*cell = t
		default:
			*cell = cell.with(t, " ")
		}
	}
	return l
}

// assign gives each piece the column that it stands under, or -1: from left to
// right no piece stands in a column before its left neighbour's, and figures
// stand where figures belong.
func assign(pieces []piece, cols []fapiaoColumn) []int {
	n, m := len(pieces), len(cols)
	best := make([][]int, n+1) // best[i][j]: the cost of the first i pieces in the first j columns
	from := make([][]int, n+1) // the column of piece i-1, in that case; -1: none
	for i := range best {
		best[i], from[i] = make([]int, m+1), make([]int, m+1)
	}
	for i := 1; i <= n; i++ {
		for j := 0; j <= m; j++ {
			best[i][j], from[i][j] = best[i-1][j]+1_000_000, -1
			for k := 1; k <= j; k++ {
				before := best[i-1][k-1]
				if textual(cols[k-1].field) {
					before = min(before, best[i-1][k]+500)
				}
				if cost := before + misfit(&pieces[i-1], &cols[k-1]); cost < best[i][j] {
					best[i][j], from[i][j] = cost, k-1
				}
			}
		}
	}
	choice := make([]int, n)
	j := m
	for i := n; i > 0; i-- {
		if choice[i-1] = from[i][j]; choice[i-1] < 0 {
			continue
		}
		k := choice[i-1] + 1
		if textual(cols[k-1].field) && best[i-1][k]+500 < best[i-1][k-1] {
			j = k
		} else {
			j = k - 1
		}
	}
	return choice
}

func textual(f lineField) bool {
	return f == lineName || f == lineSpec || f == noColumn || f == lineUnit
}

var (
	figureForm = pattern.Lazily(`^[¥￥]?-?[\d,]*\.?\d+$`)
	rateForm   = pattern.Lazily(`^(?:\d+(?:\.\d+)?%|免税|不征税|出口零税|普通零税率|\*+)$`)
)

// misfit is how badly a piece suits a column: how far it is away, and far more
// where its kind of text has no place there.
func misfit(p *piece, c *fapiaoColumn) int {
	gap := max(0, c.left-p.right, p.left-c.right)
	cost := gap + abs((p.left+p.right)/2-(c.left+c.right)/2)/8
	text := withoutStrays(compact(p.text))
	figure, rate := figureForm.MatchString(text) || starred(text), rateForm.MatchString(text)
	switch c.field {
	case lineQuantity, linePrice, lineAmount, lineTax:
		if !figure {
			return 5_000_000
		}
	case lineRate:
		if !rate {
			return 5_000_000
		}
	case lineSpec, lineUnit: // narrow: what stands far away isn't theirs
		cost += 20 * gap
		if c.field == lineUnit && figure {
			return 5_000_000
		}
	case lineName:
		cost = 20*max(0, p.left-c.right) + max(0, c.left-p.right)
	}
	return cost
}

func abs(n int) int { return max(n, -n) }
