package read

import (
	"context"
	"slices"
	"strings"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// cutPapers finds the papers of a grid: each table of goods with the rows
// around it that are its own.
func cutPapers(ctx context.Context, g *grid.Grid) []*part {
	if ctx.Err() != nil {
		return nil
	}
	tables := findTables(g)
	if len(tables) == 0 {
		if turned, ok := turnTable(g); ok {
			tables, g = findTables(turned), turned
		}
	}
	for _, t := range tables {
		if at, ok := t.twoTables(); ok {
			left, right := splitGrid(g, at)
			return append(cutPapers(ctx, left), cutPapers(ctx, right)...)
		}
	}
	if joined, ok := joinContinued(g, tables); ok {
		return cutPapers(ctx, joined)
	}
	for _, t := range tables {
		t.outline()
	}
	tables = slices.DeleteFunc(tables, func(t *table) bool {
		return len(tables) > 1 && (t.foot == t.body && !t.titledAbove(tables) || t.labelsOf(tables))
	})
	return cutBetween(g, tables)
}

// labelsOf reports whether t, which has no line, is a row of labels above a
// table of the same paper that has some: ●Transport details | ●S/C No.
func (t *table) labelsOf(tables []*table) bool {
	for _, o := range tables {
		if o.head > t.head && o.foot > o.body {
			_, ok := titleRow(t.g, t.body, o.head)
			return !ok && o.headScore() >= t.headScore() && (t.foot == t.body || t.wordsOver(o))
		}
	}
	return false
}

// wordsOver reports whether the only row of t tells of the goods as a whole what
// the table o right below it has line by line: Commodity | Packing | Weight.
func (t *table) wordsOver(o *table) bool {
	return t.foot == t.body+1 && o.head == t.foot && len(t.columns) < 5 && !t.has(roleQuantity, rolePrice, roleAmount) && o.has(priceRoles...)
}

// titledAbove reports whether a title stands between the table before t and t.
func (t *table) titledAbove(tables []*table) bool {
	from := 0
	for _, o := range tables {
		if o.head < t.head {
			from = max(from, o.foot)
		}
	}
	_, ok := titleRow(t.g, from, t.head)
	return ok
}

// cutBetween parts the rows of a grid between its tables.
func cutBetween(g *grid.Grid, tables []*table) []*part {
	var parts []*part
	for i, t := range tables {
		top := 0
		if i > 0 {
			top = topOf(g, tables[i-1].foot, t.head)
			parts[i-1].end = top
		}
		p := &part{paper: &paper{grid: t.withoutTotals(), top: top, head: t.head, body: t.body, foot: t.factsFoot(), end: len(g.Rows), aside: t.aside, among: t.labelsAmong()}, table: t}
		if r, ok := titleRow(g, top, t.head); ok {
			p.kind, p.titled = titleOf(&g.Rows[r]), true
		} else if k := titleKind(sheetSigns.Replace(g.Name)); k != unknownPaper && !g.Loose {
			p.kind, p.titled = k, true
		}
		parts = append(parts, p)
	}
	for i := 1; i < len(parts); i++ {
		parts[i].follow(parts[i-1])
	}
	return parts
}

// sheetSigns part words in the names of sheets: CI-1, PL_2.
var sheetSigns = strings.NewReplacer("-", " ", "_", " ")

// labelsAmong are the rows of labels that stand among the lines and say
// something of the whole: CONTAINER NO.: TGHU6034418, Note: …
func (t *table) labelsAmong() *grid.Grid {
	var among *grid.Grid
	for i := range t.rows {
		r := t.rows[i].at
		if t.kinds[i] != otherRow || t.notes > 0 && r >= t.notes || !tellsWhole(&t.g.Rows[r]) {
			continue
		}
		if among == nil {
			among = &grid.Grid{Name: t.g.Name, Loose: t.g.Loose}
		}
		among.Rows = append(among.Rows, t.g.Rows[r])
	}
	return among
}

// tellsWhole reports whether a row begins with a label of containers, seals or
// notes.
func tellsWhole(row *grid.Row) bool {
	if len(row.Cells) == 0 || row.Cells[0].Kind != grid.Text || !strings.ContainsAny(row.Cells[0].Text, ":：") {
		return false
	}
	all := splitText(row.Cells[0].Text)
	if len(all) == 0 {
		return false
	}
	switch all[0].field {
	case "container", "seal", "container.type", "notes":
		return true
	}
	return false
}

// factsFoot is the first row under the lines that is read for labels: total
// rows may stand below it.
func (t *table) factsFoot() int {
	if t.notes > 0 {
		return t.notes
	}
	return t.foot
}

// withoutTotals is the grid without the total rows that stand below labels:
// they are the table's, the labels aren't.
func (t *table) withoutTotals() *grid.Grid {
	if t.notes == 0 {
		return t.g
	}
	g := *t.g
	g.Rows = slices.Clone(t.g.Rows)
	for i := range t.rows {
		if r := t.rows[i].at; r >= t.notes && (t.kinds[i] == totalRow || t.kinds[i] == chargeRow || t.kinds[i] == lineRow) {
			g.Rows[r].Cells = nil
		}
	}
	return &g
}

// follow gives a table without a title of its own, under a paper that has one,
// its kind by its columns: a packing list under an invoice, or more of the
// same.
func (p *part) follow(above *part) {
	if p.titled || !above.titled {
		return
	}
	p.titled = true
	p.kind = above.kind
	if !p.table.has(priceRoles...) && p.table.has(packRoles...) {
		p.kind = packingList
	}
}

// titleRow is the first of rows [from, to) that holds a title.
func titleRow(g *grid.Grid, from, to int) (int, bool) {
	for r := from; r < to; r++ {
		if titleOf(&g.Rows[r]) != unknownPaper {
			return r, true
		}
	}
	return 0, false
}

// titleOf is what the texts of a row head.
func titleOf(row *grid.Row) paperKind {
	if len(row.Cells) > 4 {
		return unknownPaper
	}
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Kind != grid.Text || c.Unknown {
			continue
		}
		if k := titleKind(c.Text); k != unknownPaper && !(k == contract && labelsCode(row.Cells, i)) {
			return k
		}
		for line := range strings.SplitSeq(c.Text, "\n") {
			if k := titleKind(line); k != unknownPaper && strings.Contains(c.Text, "\n") {
				return k
			}
		}
	}
	return unknownPaper
}

// topOf is where the paper of the table at head begins, between the foot of
// the one above and head: at its title, or the letterhead right above that.
func topOf(g *grid.Grid, foot, head int) int {
	title, ok := titleRow(g, foot, head)
	if !ok {
		return emptyBefore(g, foot, head)
	}
	top := title
	for top > foot && title-top < 7 && len(g.Rows[top-1].Cells) > 0 && !gapAbove(g, top) {
		label := narrow(g.Rows[top-1].Cells[0].Text)
		if footWords.MatchString(label) || totalWords.MatchString(label) {
			break
		}
		top--
	}
	return top
}

// gapAbove reports whether a page ends above row r, or white stands there.
func gapAbove(g *grid.Grid, r int) bool {
	if !g.Loose {
		return false
	}
	row := &g.Rows[r]
	return row.Top-g.Rows[r-1].Bottom > 2*max(row.Bottom-row.Top, 1)
}

// emptyBefore is the row after the last empty one above head, or head.
func emptyBefore(g *grid.Grid, foot, head int) int {
	for r := head - 1; r >= foot; r-- {
		if len(g.Rows[r].Cells) == 0 {
			return r + 1
		}
	}
	return head
}

// twoTables reports whether the head of t is that of two tables side by side,
// and where the second begins.
func (t *table) twoTables() (at int, ok bool) {
	first := map[role]int{}
	for i := range t.columns {
		r := t.columns[i].said
		if r == noRole {
			continue
		}
		j, seen := first[r]
		if !seen {
			first[r] = i
			continue
		}
		if t.repeatsFrom(j, i) {
			return t.columns[i].left, true
		}
	}
	return 0, false
}

// repeatsFrom reports whether the columns from k on name the same things as
// those from i: at least three, a price or quantity among them.
func (t *table) repeatsFrom(i, k int) bool {
	n, counted := 0, false
	for ; k+n < len(t.columns) && i+n < k; n++ {
		a, b := t.columns[i+n].said, t.columns[k+n].said
		if a != b {
			break
		}
		counted = counted || a == roleQuantity || a == rolePrice || a == roleAmount
	}
	goods := false
	for j := i; j < i+n; j++ {
		goods = goods || slices.Contains(goodsRoles, t.columns[j].said)
	}
	return n >= 3 && counted && goods
}

// splitGrid parts a grid into what stands left and right of an edge.
func splitGrid(g *grid.Grid, at int) (left, right *grid.Grid) {
	left, right = &grid.Grid{Name: g.Name, Loose: g.Loose}, &grid.Grid{Name: g.Name, Loose: g.Loose}
	for _, row := range g.Rows {
		l, r := row, row
		l.Cells, r.Cells = nil, nil
		for _, c := range row.Cells {
			if c.Left < at {
				l.Cells = append(l.Cells, c)
			} else {
				r.Cells = append(r.Cells, c)
			}
		}
		left.Rows, right.Rows = append(left.Rows, l), append(right.Rows, r)
	}
	return left, right
}

// joinContinued joins a table with the one below it that has the same head and
// goes on with it, as on the next page: what stands between them is only
// printed again.
func joinContinued(g *grid.Grid, tables []*table) (*grid.Grid, bool) {
	for i := 1; i < len(tables); i++ {
		a, b := tables[i-1], tables[i]
		if !sameHeads(a, b) {
			continue
		}
		foot := lastCounted(a)
		if sectionBelow(g, a, foot, b.head) {
			return joinSections(g, a, b), true
		}
		if !printedAgain(g, a, foot, b.head) && !(carriedOver(a) && carriedOver(b)) {
			continue
		}
		joined := &grid.Grid{Name: g.Name, Loose: g.Loose}
		joined.Rows = append(joined.Rows, g.Rows[:foot]...)
		joined.Rows = append(joined.Rows, g.Rows[b.body:]...)
		return joined, true
	}
	return nil, false
}

// sectionBelow reports whether a table goes on under a further head, with a
// heading of its own: nothing but a subtotal and single words stand in rows
// [from, to) under the lines of t.
func sectionBelow(g *grid.Grid, t *table, from, to int) bool {
	if _, titled := titleRow(g, from, to); titled {
		return false
	}
	for r := from; r < to; r++ {
		row := &g.Rows[r]
		switch label := rowLabel(row); {
		case len(row.Cells) == 0 || subWords.MatchString(label):
		case len(row.Cells) > 1 || footWords.MatchString(label) || totalWords.MatchString(label) || len([]rune(label)) > 60:
			return false
		case slices.ContainsFunc(splitText(label), tellsPaper):
			return false
		}
	}
	return from < to
}

// joinSections takes the head of table b out, and the heading that stands over
// that of a, as one does over b's, into the lines below it.
func joinSections(g *grid.Grid, a, b *table) *grid.Grid {
	joined := &grid.Grid{Name: g.Name, Loose: g.Loose}
	rows := slices.Concat(g.Rows[:b.head], g.Rows[b.body:])
	heads := func(r int) bool { return r >= 0 && len(g.Rows[r].Cells) == 1 && rowLabel(&g.Rows[r]) != "" }
	if heads(b.head-1) && heads(a.head-1) && !slices.ContainsFunc(splitText(rowLabel(&g.Rows[a.head-1])), tellsPaper) {
		heading := rows[a.head-1]
		rows = slices.Delete(rows, a.head-1, a.head)
		rows = slices.Insert(rows, a.body-1, heading)
	}
	joined.Rows = rows
	return joined
}

// tellsPaper reports whether a text is of the papers' own facts, rather than the
// heading of some lines: P.O. No. 45-1180, Kitchen.
func tellsPaper(s segment) bool {
	switch s.field {
	case "", "?", "order.number", "container", "reference":
		return false
	}
	return true
}

// rowLabel is the first text of a row.
func rowLabel(row *grid.Row) string {
	for _, c := range row.Cells {
		if c.Kind == grid.Text && !c.Unknown {
			return strings.TrimSpace(narrow(c.Text))
		}
	}
	return ""
}

// carriedOver reports whether a row of t carries a sum from one page to the
// next.
func carriedOver(t *table) bool {
	return slices.ContainsFunc(t.rows, func(row tableRow) bool {
		label, _ := row.label()
		return carriedWords.MatchString(label) && t.counts(&row, priceRoles...)
	})
}

// pageInText is the number of a page within a text.
var pageInText = pattern.Lazily(`(?i)\bpage\s*:?\s*\d+(?:\s*(?:of|/)\s*\d+)?|第\s*\d+\s*页(?:\s*[,/]?\s*共\s*\d+\s*页)?`)

// foldPaged folds a text without the number of its page.
func foldPaged(s string) string { return fold(pageInText.ReplaceAllString(narrow(s), "")) }

func sameHeads(a, b *table) bool {
	if len(a.columns) != len(b.columns) {
		return false
	}
	for i := range a.columns {
		if foldHead(a.columns[i].text) != foldHead(b.columns[i].text) {
			return false
		}
	}
	return true
}

// lastCounted is the row after the last line of t.
func lastCounted(t *table) int {
	last := t.body
	for i := range t.rows {
		switch t.classify(&t.rows[i]) {
		case lineRow:
			last = t.rows[i].at + 1
		case moreRow:
			if t.rows[i].at == last && last > t.body {
				last++
			}
		}
	}
	return last
}

// printedAgain reports whether rows [from, to) say nothing that doesn't stand
// above the table or at the end too, but for numbers of pages and sums carried
// forward.
func printedAgain(g *grid.Grid, t *table, from, to int) bool {
	above := map[string]bool{}
	for r := range g.Rows {
		if r >= t.body && r < to {
			continue
		}
		for _, c := range g.Rows[r].Cells {
			above[foldPaged(c.Text)] = true
		}
	}
	for r := from; r < to; r++ {
		row := &g.Rows[r]
		if len(row.Cells) == 0 {
			continue
		}
		if first := strings.TrimSpace(narrow(row.Cells[0].Text)); carriedWords.MatchString(first) || subWords.MatchString(first) {
			continue
		}
		for _, c := range row.Cells {
			if !above[foldPaged(c.Text)] && !carriedWords.MatchString(narrow(c.Text)) && !pageNumber(c.Text) {
				return false
			}
		}
	}
	return true
}

// pageWords are the words about a page's number.
var pageWords = strings.NewReplacer("page", "", "seite", "", "pagina", "", "von", "", "of", "", "第", "", "页", "", "共", "")

// pageNumber reports whether a text is nothing but the number of a page.
func pageNumber(s string) bool {
	f := fold(s)
	f = strings.Trim(pageWords.Replace(f), "0123456789")
	return f == "" && len(s) < 30
}
