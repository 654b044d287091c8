package read

import (
	"slices"
	"strings"
	"unicode"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/terms"
)

// mostHeadRows is over how many rows a head can run.
const mostHeadRows = 4

// headAt is the table whose head begins at row r, nil where none does.
func headAt(g *grid.Grid, r int) *table {
	if !headLike(&g.Rows[r], false) || overAll(g, r) {
		return nil
	}
	var best *table
	score := 0
	for end := r + 1; end <= min(r+mostHeadRows, len(g.Rows)); end++ {
		if end > r+1 && !mayContinueHead(g, end-1) {
			break
		}
		t := &table{g: g, head: r, body: end, priced: -1, columns: stackHeads(g, r, end)}
		if s := t.headScore(); s > score && t.complete() && t.understood(r, end) {
			best, score = t, s
		}
	}
	if best == nil || best.headScore() < 3 && labelled(&g.Rows[r]) || labelsOver(g, r, best) || pairsOver(g, r, best) {
		return nil
	}
	best.named = best.body
	best.extendHead()
	return best
}

// labelsOver reports whether the first row of a head is none: labels with their
// values right above it, To: | Item Bay, which name nothing that the rows below
// don't.
func labelsOver(g *grid.Grid, r int, t *table) bool {
	row := &g.Rows[r]
	heading := len(row.Cells) == 1 && strings.ContainsAny(row.Cells[0].Text, "0123456789") // P.O. No. 45-1180
	if t.body-r < 2 || len(row.Cells) > 3 || g.Loose && !heading || !heading && !labelled(row) && !slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return parseHead(c.Text).coverage < 75 && !onlyTerms(c.Text) }) {
		return false
	}
	below := &table{g: g, head: r + 1, body: t.body, priced: -1, columns: stackHeads(g, r+1, t.body)}
	return below.complete() && below.headScore() >= t.headScore() && below.understood(r+1, t.body)
}

// pairsOver reports whether the first row of a head is none: pairs of a label and
// a value, 唛头 | N/M | 原产国 | 中国, over rows that are a head without them.
func pairsOver(g *grid.Grid, r int, t *table) bool {
	cells := g.Rows[r].Cells
	if g.Loose || t.body-r < 2 || len(cells)%2 != 0 || len(g.Rows[r+1].Cells) < len(cells) {
		return false
	}
	plain := false // of the values one at least can stand in no head
	for i := 0; i < len(cells); i += 2 {
		label, value := cells[i].Text, cells[i+1].Text
		h := parseHead(value)
		switch {
		case !labelWord(label) || labelWord(value):
			return false
		case unitOrTerms(value):
		case h.role != noRole || h.coverage >= 50:
			return false
		default:
			plain = true
		}
	}
	if !plain {
		return false
	}
	below := &table{g: g, head: r + 1, body: t.body, priced: -1, columns: stackHeads(g, r+1, t.body)}
	return below.complete() && below.headScore() >= 3 && below.understood(r+1, t.body)
}

// overAll reports whether a row is one cell over all that stands in the next: the
// title of a table tells none of its columns from another.
func overAll(g *grid.Grid, r int) bool {
	if len(g.Rows[r].Cells) != 1 || r+1 >= len(g.Rows) || len(g.Rows[r+1].Cells) < 2 {
		return false
	}
	title, below := &g.Rows[r].Cells[0], g.Rows[r+1].Cells
	return title.Left <= below[0].Left && title.Right >= below[len(below)-1].Right
}

// labelledValue is a label with its value in one text.
var labelledValue = pattern.Lazily(`[^:]:\s*[^\s:(]`)

// headLike reports whether a row can hold heads: words that heads are made of,
// and no numbers, but for one among many heads: 退税13%. Under a row of heads,
// units and currencies are such words.
func headLike(row *grid.Row, under bool) bool {
	if n := plainFigures(row); n > mostOdd || under && n > 0 {
		return false
	}
	known, strange := 0, 0
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != grid.Text || c.Unknown || len(c.Text) > 200 {
			strange++
			continue
		}
		if under && (partWord.MatchString(strings.TrimSpace(narrow(c.Text))) || unitOrTerms(c.Text) && parseHead(c.Text).role == noRole) {
			known++
			continue
		}
		text := unnumbered(c.Text)
		if _, figure := parseFigure(text); figure && !pricePer(text) && !headsTax(text) || labelledValue.MatchString(text) {
			strange++
			continue
		}
		switch h := parseHead(c.Text); {
		case h.coverage >= 50 || onlyTerms(c.Text):
			known++
		case strings.ContainsAny(text, "0123456789") && !brackets.MatchString(text):
			strange++
		}
	}
	if strange > 0 && (under || strange > mostOdd || known < 4*strange && known < 5) {
		return false
	}
	return known > 0 && 2*known >= len(row.Cells)
}

// mostOdd is how many cells of a row of heads may be none.
const mostOdd = 2

// plainFigures is how many of a row's cells are figures without a word: most rows
// of long tables are told by them.
func plainFigures(row *grid.Row) int {
	n := 0
	for i := range row.Cells {
		c := &row.Cells[i]
		switch {
		case c.Kind != grid.Text || c.Unknown:
			n++
		case !strings.ContainsFunc(c.Text, unicode.IsLetter):
			if _, figure := parseFigure(unnumbered(c.Text)); figure {
				n++
			}
		}
	}
	return n
}

// pricePer reports whether a text is the head of prices of so many: Price per
// 1000 PCS (EUR).
func pricePer(s string) bool { return parseHead(s).per != "" }

// headsTax reports whether a text is the head of taxes at one rate: VAT 19%.
func headsTax(s string) bool {
	h := parseHead(s)
	return (h.role == roleTax || h.role == roleTaxRate || h.role == roleTaxed) && strings.Contains(s, "%")
}

// mayContinueHead is headLike for rows under the first; on a page they stand
// right under it.
func mayContinueHead(g *grid.Grid, r int) bool {
	row, above := &g.Rows[r], &g.Rows[r-1]
	if g.Loose && row.Top-above.Bottom > max(row.Bottom-row.Top, above.Bottom-above.Top) {
		return false
	}
	return headLike(row, true)
}

// labelled reports whether a row's texts end in colons: labels before values.
func labelled(row *grid.Row) bool {
	n := 0
	for _, c := range row.Cells {
		if strings.HasSuffix(strings.TrimSpace(narrow(c.Text)), ":") {
			n++
		}
	}
	return n > 0
}

// headScore is how many different things the heads name.
func (t *table) headScore() int {
	seen := map[role]bool{}
	n := 0
	for _, c := range t.columns {
		if c.role != noRole && !seen[c.role] {
			seen[c.role] = true
			n++
		}
	}
	return n
}

// understood reports whether most of the cells of rows [from, to) are heads.
func (t *table) understood(from, to int) bool {
	known, all := 0, 0
	for i := range t.columns {
		all++
		if t.columns[i].coverage >= 50 {
			known++
		}
	}
	return 2*known >= all
}

// stackHeads makes columns of the cells of rows [from, to): what stands over
// each other is one head.
func stackHeads(g *grid.Grid, from, to int) []column {
	if g.Loose {
		return stackLoose(g, from, to)
	}
	type place struct {
		cells []*grid.Cell
	}
	byColumn := map[int]*place{}
	var at []int
	for r := from; r < to; r++ {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			for x := c.Left / 1000; x < max(c.Right/1000, c.Left/1000+1) && x < c.Left/1000+200; x++ {
				if byColumn[x] == nil {
					byColumn[x] = &place{}
					at = append(at, x)
				}
				byColumn[x].cells = append(byColumn[x].cells, c)
			}
		}
	}
	slices.Sort(at)
	var columns []column
	var last []*grid.Cell
	for _, x := range at {
		cells := byColumn[x].cells
		if n := len(columns); n > 0 && slices.Equal(cells, last) && columns[n-1].right == x*1000 {
			columns[n-1].right = (x + 1) * 1000
			continue
		}
		columns = append(columns, newColumn(cells, x*1000, (x+1)*1000))
		last = cells
	}
	return columns
}

func newColumn(cells []*grid.Cell, left, right int) column {
	var words []string
	for _, c := range cells {
		words = append(words, c.Text)
	}
	h := parseHead(strings.Join(words, " "))
	if sub, ok := subHead(cells); ok && sub.role != h.role && (sub.role == roleUnit || h.money() && sub.money() || h.role == roleDescription && sub.coverage == 100) {
		h.role, h.said = sub.role, sub.role // 金额 under the 单价 that is merged over both, 单位 under 数量
	}
	return column{h, left, right, cells[len(cells)-1].Where}
}

// subHead is the lowest of the heads over a column, where those above it head
// other columns too.
func subHead(cells []*grid.Cell) (columnHead, bool) {
	last := len(cells) - 1
	if last < 1 || cells[0].Right-cells[0].Left <= cells[last].Right-cells[last].Left {
		return columnHead{}, false
	}
	h := parseHead(cells[last].Text)
	return h, h.coverage >= 50 && h.role != noRole
}

// money reports whether a head is of a price or an amount.
func (h *columnHead) money() bool { return h.role == rolePrice || h.role == roleAmount }

// stackLoose is stackHeads for pages: from the lowest row up, a cell over one
// column or several goes before their words.
func stackLoose(g *grid.Grid, from, to int) []column {
	const touch = 1000 // by which heads side by side may overlap
	var stacks []*stack
	for r := to - 1; r >= from; r-- {
		for i := range g.Rows[r].Cells {
			c := &g.Rows[r].Cells[i]
			var over []*stack
			for _, s := range stacks {
				if min(c.Right, s.right)-max(c.Left, s.left) > touch {
					over = append(over, s)
				}
			}
			if len(over) == 0 {
				over = partsBeside(stacks, c, &g.Rows[r])
			}
			if len(over) == 0 {
				stacks = append(stacks, &stack{[]*grid.Cell{c}, c.Left, c.Right})
			}
			for _, s := range over {
				s.cells = append([]*grid.Cell{c}, s.cells...)
				if len(over) == 1 {
					s.left, s.right = min(s.left, c.Left), max(s.right, c.Right)
				}
			}
		}
	}
	slices.SortStableFunc(stacks, func(a, b *stack) int { return a.left - b.left })
	columns := make([]column, 0, len(stacks))
	for _, s := range stacks {
		columns = append(columns, newColumn(s.cells, s.left, s.right))
	}
	return columns
}

// stack are the cells of a page's head that stand over each other.
type stack struct {
	cells       []*grid.Cell
	left, right int
}

// partsBeside are the two stacks under and beside c, a cell of row, where they are
// parts of what it heads: N.W. (KGS) over @ and TTL, between which its text stands.
func partsBeside(stacks []*stack, c *grid.Cell, row *grid.Row) []*stack {
	var left, right *stack
	for _, s := range stacks {
		switch {
		case s.right <= c.Left && (left == nil || s.right > left.right):
			left = s
		case s.left >= c.Right && (right == nil || s.left < right.left):
			right = s
		}
	}
	if left == nil || right == nil || !left.isPart(row) || !right.isPart(row) {
		return nil
	}
	return []*stack{left, right}
}

// isPart reports whether a stack is a single word that parts what a cell of the row
// above it heads, and is headed by none itself: per ctn, TTL.
func (s *stack) isPart(row *grid.Row) bool {
	if len(s.cells) != 1 || slices.ContainsFunc(row.Cells, func(c grid.Cell) bool { return min(c.Right, s.right) > max(c.Left, s.left) }) {
		return false
	}
	text := strings.TrimSpace(narrow(s.cells[0].Text))
	return partWord.MatchString(text)
}

// partWord is one of all packages or of each of them.
var partWord = pattern.Lazily(`(?i)^(?:@|ttl|totals?|each|unit|(?:per|/)\s*(?:ctn|carton|pkg|package|box|roll|bag)|单箱|每箱|单件|总|合计|小计|总计)\.?$`)

// extendHead takes the rows under a head that still belong to it: units, the
// currency, the Incoterm with its place, numbers of columns.
func (t *table) extendHead() {
	for t.body < min(len(t.g.Rows), t.head+mostHeadRows+2) {
		row := &t.g.Rows[t.body]
		switch {
		case columnNumbers(row):
		case t.takesTerms(row):
		case t.saysAgain():
		case t.sizesUnder(row):
			t.columns = stackHeads(t.g, t.head, t.body+1)
		default:
			return
		}
		t.body++
	}
}

// saysAgain reports whether the row under the head is a part of it too: the
// same heads in the other language, with units and terms, and without those
// that are merged over both rows. It is taken into the columns.
func (t *table) saysAgain() bool {
	row := &t.g.Rows[t.body]
	if !mayContinueHead(t.g, t.body) {
		return false
	}
	again := 0
	for i := range row.Cells {
		c := &row.Cells[i]
		switch h := parseHead(c.Text); {
		case h.coverage >= 50 && h.role != noRole:
			again++
		case !unitOrTerms(c.Text):
			return false
		}
	}
	if again == 0 || len(row.Cells) < 2 {
		return false
	}
	more := &table{g: t.g, head: t.head, body: t.body + 1, columns: stackHeads(t.g, t.head, t.body+1)}
	if !more.complete() || more.headScore() < t.headScore() {
		return false
	}
	t.columns = more.columns
	return true
}

// sizeName is a size of clothes or shoes, or the sum of all, as it heads a
// column of quantities.
var sizeName = pattern.Lazily(`(?i)^(?:\d{0,2}x{0,4}[sml]|f|one size|均码|\d{2,3}(?:\.5)?|totals?|ttl|sub ?total|合\s*计|小\s*计|总\s*数)$`)

// sizesUnder reports whether a row has nothing but sizes under one head of
// quantities that is merged over all of them.
func (t *table) sizesUnder(row *grid.Row) bool {
	if t.g.Loose || len(row.Cells) < 2 {
		return false
	}
	var head *column
	for i := range row.Cells {
		c := &row.Cells[i]
		k := t.under(c)
		if k < 0 || !sizeName.MatchString(strings.TrimSpace(narrow(c.Text))) || head != nil && head != &t.columns[k] {
			return false
		}
		head = &t.columns[k]
	}
	return head.role == roleQuantity && head.right-head.left >= 1000*len(row.Cells)
}

// columnNumbers reports whether a row numbers the columns: 1 2 3 4, A B C D.
func columnNumbers(row *grid.Row) bool {
	if len(row.Cells) < 3 {
		return false
	}
	for i, c := range row.Cells {
		s := strings.Trim(narrow(c.Text), "()[] ")
		if at := strings.IndexByte(s, '='); at > 0 {
			s = strings.Trim(s[:at], "() ")
		}
		if s != itoa(i+1) && s != string(rune('A'+i%26)) && s != string(rune('a'+i%26)) {
			return false
		}
	}
	return true
}

// headUnit is a cell under a head that says its unit or currency.
var headUnit = pattern.Lazily(`(?i)^[(\[（]?\s*(usd|us\$|us dollars?|rmb|cny|eur|hkd|gbp|jpy|€|£|¥|￥|\$|美元|人民币|元|pcs?|sets?|pieces|ctns?|cartons|kgs?|kilos|cbm|m3|m³|cm|mm|m|inch|个|件|只|套|箱|公斤|千克|立方米|厘米|单位|mt|t|吨|/?pc|/?pcs|/?set|per pc|per piece|(?:usd|us\$|rmb|cny|eur|美元|元)\s*/\s*\p{L}{1,8})\.?\s*[)\]）]?$`)

// takesTerms takes a row of units, currencies and Incoterms into the heads.
func (t *table) takesTerms(row *grid.Row) bool {
	told := false
	for i := range row.Cells {
		c := &row.Cells[i]
		if k := t.under(c); k >= 0 && t.columns[k].role == roleMarks && c.Kind == grid.Text {
			continue // N/M, beside the units
		}
		if c.Kind != grid.Text || c.Unknown || !unitOrTerms(c.Text) {
			return false
		}
		told = true
	}
	if !told {
		return false
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if k := t.under(c); k >= 0 && t.columns[k].role != roleMarks {
			col := &t.columns[k]
			if onlyTerms(c.Text) && col.role != rolePrice && col.role != roleAmount {
				if p := t.column(rolePrice, roleAmount); p >= 0 {
					col = &t.columns[p]
				}
			}
			h := parseHead(col.text + " (" + strings.Trim(narrow(c.Text), "()") + ")")
			if h.role == col.role || col.role == noRole || col.role == rolePackage && h.role == roleCartons {
				col.columnHead = h
			}
			if onlyTerms(c.Text) {
				col.terms = strings.TrimSpace(c.Text)
			}
		}
	}
	return true
}

// unitOrTerms reports whether a text under a head says nothing but a unit, a
// currency or an Incoterm.
func unitOrTerms(s string) bool {
	s = strings.TrimSpace(s)
	return headUnit.MatchString(s) || onlyTerms(s) || unitPhrase(s)
}

// unitPhrase reports whether a short text is made of currencies and units: AUD,
// EUR / m2, 元/平方米.
func unitPhrase(s string) bool {
	s = strings.Trim(strings.ToLower(narrow(s)), "()[] .")
	if s == "" || len(s) > 30 {
		return false
	}
	for part := range strings.SplitSeq(s, "/") {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "per "))
		if !terms.PaymentCurrencies.Has(strings.ToUpper(part)) && !terms.Units.Has(part) {
			return false
		}
	}
	return true
}

var wholeTerms = pattern.Lazily(`(?i)^\s*(fob|cif|cfr|c&f|cnf|exw|fca|ddp|dap|cpt|cip|dpu|fas|ddu)\b[ ,:.\p{L}'/-]{0,40}(?:\((?:in )?(?:us\$|[a-z]{3})\)|[$€£¥])?\s*$`)

// onlyTerms reports whether a text is an Incoterm with its place and no more.
func onlyTerms(s string) bool { return wholeTerms.MatchString(narrow(s)) }
