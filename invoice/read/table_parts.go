package read

import (
	"slices"
	"strings"

	"yipiao/invoice/read/grid"
)

// partGoods parts a column of descriptions of a sheet where article numbers
// stand in cells of their own under its head, before or behind the words.
func (t *table) partGoods() {
	i := t.column(roleDescription)
	if i < 0 || t.g.Loose || t.has(roleSKU, roleModel) {
		return
	}
	edges := t.edgesWithin(i)
	for k, left := range edges {
		if len(edges) < 2 || !t.codesAt(i, left) {
			continue
		}
		right := t.columns[i].right
		if k+1 < len(edges) {
			right = edges[k+1]
		}
		t.partColumn(i, max(left, t.columns[i].left), right)
		t.refill()
		return
	}
}

// takeHeadless gives article numbers that stand beside a sheet's table, under no head,
// a column of their own: left of the first head, in every line.
func (t *table) takeHeadless() {
	if len(t.columns) == 0 || t.has(roleSKU, roleModel) {
		return
	}
	if t.g.Loose {
		t.takeHeadlessStrip()
		return
	}
	first, left, seen := t.columns[0].left, 0, map[string]bool{}
	for i := range t.above() {
		row := &t.rows[i]
		if !t.counts(row, roleQuantity, roleAmount) || t.goodsText(row, true) == "" {
			continue
		}
		c := &t.g.Rows[row.at].Cells[0]
		switch {
		case c.Left >= first || c.Right > first || c.Kind != grid.Text || left > 0 && c.Left != left:
			return
		case !codeLike(c.Text) || measuredText(c.Text) || seen[c.Text]:
			return
		}
		left, seen[c.Text] = c.Left, true
	}
	if len(seen) < 2 {
		return
	}
	codes := column{columnHead: columnHead{role: roleSKU, coverage: 100}, left: left, right: first, where: t.columns[0].where}
	t.columns = slices.Insert(t.columns, 0, codes)
	t.goods = 0
	t.refill()
}

// takeHeadlessStrip is takeHeadless for a page, where such numbers were taken for a
// first strip of the descriptions.
func (t *table) takeHeadlessStrip() {
	i := t.column(roleDescription)
	strips := slices.DeleteFunc(slices.Clone(t.slots), func(s slot) bool { return s.column != i })
	if i < 0 || len(strips) != 2 {
		return
	}
	seen := map[string]bool{}
	for r := range t.above() {
		row := &t.rows[r]
		if !t.counts(row, roleQuantity, roleAmount) || t.goodsText(row, true) == "" {
			continue
		}
		if len(row.cells[i]) != 2 || row.cells[i][0].Right > strips[1].left {
			return
		}
		if s := row.cells[i][0].Text; !codeLike(s) || measuredText(s) || seen[s] {
			return
		}
		seen[row.cells[i][0].Text] = true
	}
	if len(seen) < 2 {
		return
	}
	codes := column{columnHead: columnHead{role: roleSKU, coverage: 100}, left: strips[0].left, right: strips[0].right, where: t.columns[i].where}
	t.columns = slices.Insert(t.columns, i, codes)
	for k := range t.slots {
		if s := &t.slots[k]; s.column > i || s.column == i && s.left != strips[0].left {
			s.column++
		}
	}
	t.goods = 0
	t.refill()
}

// edgesWithin is where the cells of the lines begin under column i.
func (t *table) edgesWithin(i int) []int {
	var edges []int
	for r := range t.rows {
		if len(t.rows[r].cells[i]) < 2 {
			continue
		}
		for _, c := range t.rows[r].cells[i] {
			if !slices.Contains(edges, c.Left) {
				edges = append(edges, c.Left)
			}
		}
	}
	slices.Sort(edges)
	return edges
}

// codesAt reports whether the cells that begin at an edge of column i are
// article numbers, beside words.
func (t *table) codesAt(i, left int) bool {
	codes, beside, seen := 0, 0, map[string]bool{}
	for r := range t.rows {
		row := &t.rows[r]
		if row.merged[i] || !t.counts(row, roleQuantity, rolePrice, roleAmount, roleCartons, roleGross) {
			continue
		}
		at := slices.IndexFunc(row.cells[i], func(c *grid.Cell) bool { return c.Left == left })
		if at < 0 {
			continue
		}
		text := strings.TrimSpace(row.cells[i][at].Text)
		if totalWords.MatchString(narrow(text)) {
			continue
		}
		if !codeLike(text) || measuredText(text) {
			return false
		}
		codes++
		seen[text] = true
		if len(row.cells[i]) > 1 {
			beside++
		}
	}
	return codes > 0 && 2*beside > codes && 2*len(seen) > codes
}

// measuredText reports whether a text is a size or a quantity rather than the
// number of an article: 24CM, 30*40, 500 ml.
func measuredText(s string) bool {
	if parseSize(s, "") != nil {
		return true
	}
	f, ok := parseFigure(s)
	return ok && f.After != ""
}

// partColumn gives what stands in [left, right) of column i a column of its own
// with article numbers.
func (t *table) partColumn(i, left, right int) {
	c := t.columns[i]
	codes := column{columnHead: columnHead{role: roleSKU, coverage: 100}, left: left, right: right, where: c.where}
	var parts []column
	if left > c.left {
		before := c
		before.right = left
		parts = append(parts, before)
	}
	parts = append(parts, codes)
	if right < c.right {
		after := c
		after.left = right
		parts = append(parts, after)
	}
	t.columns = slices.Replace(t.columns, i, i+1, parts...)
}

// refill sorts the rows into columns that have changed.
func (t *table) refill() {
	hanging := make([]hung, len(t.columns))
	for i := range t.rows {
		t.rows[i] = t.sort(t.rows[i].at, hanging)
	}
}
