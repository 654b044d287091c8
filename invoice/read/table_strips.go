package read

import (
	"cmp"
	"slices"
	"strings"

	"yipiao/invoice/read/grid"
)

// A page's table has no lines between its columns, and its heads stand where
// they like: to the left over figures that stand to the right, over two
// columns, beyond their own. So the body decides where the columns are: in the
// strips between which no row has anything. The heads are then given to them
// from left to right.

// slot is a strip of a page in which the cells of one column stand.
type slot struct {
	left, right, column int
	rows                []int // that have a cell in it
}

// widenLoose finds the strips of a page's table by the rows that are full, and
// gives each to a head.
func (t *table) widenLoose() {
	t.slots = nil
	for _, c := range t.fullCells() {
		t.strip(c)
	}
	slices.SortFunc(t.slots, func(a, b slot) int { return cmp.Compare(a.left, b.left) })
	t.assign()
}

// rowCell is a cell with the row that it stands in.
type rowCell struct {
	*grid.Cell
	row int
}

// fullCells are the cells of the rows that have most columns, the narrow ones
// first.
func (t *table) fullCells() []rowCell {
	end, counts := t.body, []int{0, 0}
	for ; end < t.foot; end++ {
		row := &t.g.Rows[end]
		if len(row.Cells) > 0 && totalWords.MatchString(narrow(row.Cells[0].Text)) {
			break
		}
		counts = append(counts, len(row.Cells))
	}
	slices.Sort(counts)
	most := counts[len(counts)-2] // of two rows, since one may have more by chance
	var all []rowCell
	for r := t.body; r < end; r++ {
		row := &t.g.Rows[r]
		if len(row.Cells) < 3 || 3*len(row.Cells) < 2*most {
			continue
		}
		for i := range row.Cells {
			all = append(all, rowCell{&row.Cells[i], r})
		}
	}
	slices.SortStableFunc(all, func(a, b rowCell) int { return cmp.Compare(a.Right-a.Left, b.Right-b.Left) })
	return all
}

// strip adds a cell to the strips, joining those that it bridges; one that
// bridges two which some row has both of runs over several columns.
func (t *table) strip(c rowCell) {
	s := slot{left: c.Left, right: c.Right, rows: []int{c.row}}
	var bridged []int
	for i := range t.slots {
		if o := &t.slots[i]; min(o.right, s.right) > max(o.left, s.left) {
			for _, k := range bridged {
				if o.shares(&t.slots[k]) {
					return
				}
			}
			bridged = append(bridged, i)
		}
	}
	for _, i := range bridged {
		o := &t.slots[i]
		s.left, s.right, s.rows = min(s.left, o.left), max(s.right, o.right), append(s.rows, o.rows...)
	}
	slices.Reverse(bridged)
	for _, i := range bridged {
		t.slots = slices.Delete(t.slots, i, i+1)
	}
	t.slots = append(t.slots, s)
	slices.SortFunc(t.slots, func(a, b slot) int { return cmp.Compare(a.left, b.left) })
}

// shares reports whether a row has cells in both strips.
func (s *slot) shares(o *slot) bool {
	return slices.ContainsFunc(s.rows, func(r int) bool { return slices.Contains(o.rows, r) })
}

// setting is how heads are set over their columns.
type setting uint8

const (
	anyhow setting = iota // over what they head, or near it
	leftmost
	rightmost
)

// assign gives each strip a head: so that quantity × price makes the amount in
// the most rows, and else as the places fit best.
func (t *table) assign() {
	best := t.judge(t.nearestHeads())
	for _, as := range []setting{leftmost, rightmost, anyhow} {
		if o := t.judge(t.inOrder(as)); o.better(best) {
			best = o
		}
	}
	for better := true; better; {
		better = false
		for _, heads := range best.beside(len(t.columns)) {
			if o := t.judge(heads); o.better(best) {
				best, better = o, true
			}
		}
	}
	t.take(best.heads)
}

// assignment are the heads of all strips.
type assignment struct {
	heads        []int
	made, misfit int
}

func (t *table) judge(heads []int) assignment {
	return assignment{heads, t.madeBy(heads), t.misfit(heads)}
}

func (a *assignment) better(b assignment) bool {
	return a.made > b.made || a.made == b.made && a.misfit < b.misfit
}

// beside are the assignments in which one strip goes to the head beside it.
func (a *assignment) beside(columns int) [][]int {
	var all [][]int
	for i, j := range a.heads {
		if j > 0 && (i == 0 || a.heads[i-1] < j) {
			all = append(all, slices.Clone(a.heads))
			all[len(all)-1][i]--
		}
		if j+1 < columns && (i == len(a.heads)-1 || a.heads[i+1] > j) {
			all = append(all, slices.Clone(a.heads))
			all[len(all)-1][i]++
		}
	}
	return all
}

func (t *table) take(heads []int) {
	for i := range t.slots {
		t.slots[i].column = heads[i]
	}
}

// nearestHeads gives each strip the head that it shares most of its width with,
// or else stands nearest to.
func (t *table) nearestHeads() []int {
	heads := make([]int, len(t.slots))
	for i := range t.slots {
		heads[i] = t.nearest(t.slots[i].left, t.slots[i].right, 0, len(t.columns)-1)
	}
	return heads
}

// nearest is the column from first to last whose head a strip shares most of
// its width with, or else stands nearest to.
func (t *table) nearest(left, right, first, last int) int {
	best, most := -1, 0
	for i := first; i <= last; i++ {
		n := min(right, t.columns[i].right) - max(left, t.columns[i].left)
		if best < 0 || n > most {
			best, most = i, n
		}
	}
	return best
}

// sharedHead is how far a strip may stand from a head of its own before it is
// taken for a second one under the head beside.
const sharedHead = 40_000

// inOrder gives the strips heads from left to right, such that all together fit
// best.
func (t *table) inOrder(as setting) []int {
	misses := make([][]int, len(t.slots)) // of the strips up to i, with i under head j
	before := make([][]int, len(t.slots)) // and the head of the strip before
	for i := range t.slots {
		misses[i], before[i] = make([]int, len(t.columns)), make([]int, len(t.columns))
		for j := range t.columns {
			misses[i][j] = t.miss(i, j, as)
			if i == 0 {
				continue
			}
			least := misses[i-1][j] + sharedHead
			before[i][j] = j
			for k := range j {
				if misses[i-1][k] < least {
					least, before[i][j] = misses[i-1][k], k
				}
			}
			misses[i][j] += least
		}
	}
	heads := make([]int, len(t.slots))
	for i := len(heads) - 1; i >= 0; i-- {
		if i == len(heads)-1 {
			heads[i] = slices.Index(misses[i], slices.Min(misses[i]))
		} else {
			heads[i] = before[i+1][heads[i+1]]
		}
	}
	return heads
}

// miss is by how much strip i is out of place under head j, as heads are set.
func (t *table) miss(i, j int, as setting) int {
	const touch = 1500 // by which edges may miss each other
	s, head, n := &t.slots[i], &t.columns[j], 0
	switch as {
	case leftmost:
		n = max(0, head.left-s.left-touch)
		if j+1 < len(t.columns) {
			n += max(0, s.right-t.columns[j+1].left-touch)
		}
	case rightmost:
		n = max(0, s.right-head.right-touch)
		if j > 0 {
			n += max(0, t.columns[j-1].right-s.left-touch)
		}
	default:
		n = max(0, head.left-s.right, s.left-head.right)
		for k := range t.columns {
			if k != j {
				n += max(0, min(s.right, t.columns[k].right)-max(s.left, t.columns[k].left))
			}
		}
	}
	return n
}

// misfit is by how much all strips are out of place, as heads are most likely
// set; heads of several strips count where others have none.
func (t *table) misfit(heads []int) int {
	used := map[int]bool{}
	for _, j := range heads {
		used[j] = true
	}
	doubled := min(len(heads)-len(used), len(t.columns)-len(used)) * sharedHead
	least := -1
	for _, as := range []setting{anyhow, leftmost, rightmost} {
		n := 0
		for i, j := range heads {
			n += t.miss(i, j, as)
		}
		if least < 0 || n < least {
			least = n
		}
	}
	return least + doubled
}

// madeBy is in how many rows quantity × price is the amount, if strips have
// these heads; the first rows tell.
func (t *table) madeBy(heads []int) int {
	quantities, prices, amounts := t.all(roleQuantity), t.all(rolePrice), t.all(roleAmount)
	if len(quantities)*len(prices)*len(amounts) == 0 {
		return 0
	}
	const enough = 50
	t.take(heads)
	t.sortRows(min(t.foot, t.body+enough))
	most := 0
	for _, q := range quantities {
		for _, p := range prices {
			for _, a := range amounts {
				most = max(most, t.made(q, p, a))
			}
		}
	}
	return most
}

// slot is the column of a cell of a page: its strip's, or else of those between
// the strips around it the nearest, rather one that has no strip.
func (t *table) slot(c *grid.Cell) int {
	best, most := -1, 0
	first, last := 0, len(t.columns)-1
	filled := map[int]bool{}
	for _, s := range t.slots {
		filled[s.column] = true
		switch n := min(c.Right, s.right) - max(c.Left, s.left); {
		case n > most:
			best, most = s.column, n
		case s.right <= c.Left:
			first = max(first, s.column)
		case s.left >= c.Right:
			last = min(last, s.column)
		}
	}
	if best >= 0 {
		return best
	}
	last = max(first, last)
	for first < last && filled[first] {
		first++
	}
	for first < last && filled[last] {
		last--
	}
	return t.nearest(c.Left, c.Right, first, last)
}

// crowded tells of figures without units that stand under one head of a
// quantity, price or amount on a page: only one of them can be it.
func (r *lineReader) crowded(it *item, row *tableRow) {
	if !r.g.Loose {
		return
	}
	for i := range r.columns {
		c := &r.columns[i]
		if c.role != roleQuantity && c.role != rolePrice && c.role != roleAmount {
			continue
		}
		var figures []string
		units := 0
		for _, cell := range row.cells[i] {
			switch f, ok := cellFigure(cell); {
			case ok && (f.After == "" || c.role != roleQuantity):
				figures = append(figures, oneLine(cell.Text))
			case !ok && !unitText(cell.Text).Empty():
				units++
			}
		}
		if len(figures) > max(1, units) {
			it.warn(Unread, fieldOf(c.role), row.cells[i][0].Where, "several figures stand under %q: %s", oneLine(c.text), strings.Join(figures, ", "))
		}
	}
}
