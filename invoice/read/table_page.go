package read

import (
	"slices"
)

// A page has no columns: its heads and its values are runs of text that stand
// over each other more or less.

// gather tells which rows of words on a page belong to the line below them:
// those that stand nearer to it than to what is above.
func (t *table) gather() {
	centred := t.centred()
	for i, k := range t.kinds {
		if k != moreRow && k != otherRow && k != groupRow || !t.onlyWords(&t.rows[i]) {
			continue
		}
		up, down := t.lineAbove(i), t.lineBelow(i)
		switch {
		case down < 0:
		case k == groupRow && t.overCode(i, down):
		case up < 0 && centred, up >= 0 && t.nearerBelow(i, up, down, centred):
			t.kinds[i] = leadRow
		case up >= 0:
			t.kinds[i] = moreRow
		}
	}
}

// overCode reports whether the heading in row i stands over an article number that
// the line below has itself: it begins none of its words.
func (t *table) overCode(i, line int) bool {
	k := t.place(t.rows[i].first)
	if k < 0 {
		return false
	}
	switch t.columns[k].role {
	case roleSKU, roleModel, roleBuyerSKU, roleNo, roleOrder:
		return t.rows[i].first.Bold && t.rows[line].ownCell(k) != nil && line == i+1
	}
	return false
}

// centred reports whether the words of lines begin above their figures: words
// stand between the head and the first line, close to it.
func (t *table) centred() bool {
	for i, k := range t.kinds {
		switch k {
		case lineRow:
			return i > 0 && t.kinds[i-1] != emptyRow && t.onlyWords(&t.rows[i-1]) && t.gap(i) <= 2*t.height(i) && t.wordColumn(i-1) && t.describes(&t.rows[i]) == ""
		case totalRow:
			return false
		}
	}
	return false
}

// describes is what a row itself says of the goods in words.
func (t *table) describes(row *tableRow) string {
	for _, r := range []role{roleDescription, roleZh, roleEn, roleName} {
		if s := t.says(row, t.column(r)); s != "" {
			return s
		}
	}
	return ""
}

// wordColumn reports whether the words of row i stand in one column of words.
func (t *table) wordColumn(i int) bool { return t.rows[i].own >= 1 && !t.rows[i].wide }

// gap is the white above row i.
func (t *table) gap(i int) int {
	r := t.rows[i].at
	if r == 0 {
		return 0
	}
	return t.g.Rows[r].Top - t.g.Rows[r-1].Bottom
}

func (t *table) height(i int) int {
	r := &t.g.Rows[t.rows[i].at]
	return max(r.Bottom-r.Top, 1)
}

func (t *table) lineAbove(i int) int {
	for j := i - 1; j >= 0; j-- {
		switch t.kinds[j] {
		case lineRow:
			return j
		case totalRow, chargeRow:
			return -1
		}
	}
	return -1
}

func (t *table) lineBelow(i int) int {
	for j := i + 1; j < len(t.kinds); j++ {
		switch t.kinds[j] {
		case lineRow:
			return j
		case totalRow, chargeRow:
			return -1
		}
	}
	return -1
}

// share gives figures of packages that stand between two lines, as in a cell
// merged over both, to both.
func (t *table) share() {
	for i := range t.kinds {
		row := &t.rows[i]
		if t.kinds[i] != otherRow || row.own == 0 || !t.onlyPacking(row) {
			continue
		}
		up, down := t.lineAbove(i), t.lineBelow(i)
		if up < 0 || down < 0 || t.anyPacking(&t.rows[up]) || t.anyPacking(&t.rows[down]) {
			continue
		}
		for k := range row.cells {
			if len(row.cells[k]) > 0 {
				for _, j := range []int{up, down} {
					t.rows[j].cells[k], t.rows[j].merged[k] = row.cells[k], true
				}
			}
		}
		t.kinds[i] = emptyRow
	}
}

// onlyPacking reports whether a row speaks of nothing but packages.
func (t *table) onlyPacking(row *tableRow) bool {
	for k := range row.cells {
		if len(row.cells[k]) > 0 && !slices.Contains(packRoles, t.columns[k].role) {
			return false
		}
	}
	return true
}

func (t *table) anyPacking(row *tableRow) bool {
	for k := range row.cells {
		if len(row.cells[k]) > 0 && slices.Contains(packRoles, t.columns[k].role) {
			return true
		}
	}
	return false
}

// nearerBelow reports whether row i, between the lines up and down, belongs to
// the one below: the widest gap between the two parts them, and where all gaps
// are alike the distance decides in a table whose words begin above figures.
func (t *table) nearerBelow(i, up, down int, centred bool) bool {
	widest, at, least := -1, -1, -1
	for j := up + 1; j <= down; j++ {
		g := t.gap(j)
		if g > widest {
			widest, at = g, j
		}
		if least < 0 || g < least {
			least = g
		}
	}
	if widest > least+t.height(i)/5 {
		return i >= at
	}
	middle := func(j int) int { r := &t.g.Rows[t.rows[j].at]; return r.Top + r.Bottom }
	return centred && middle(down)-middle(i) < middle(i)-middle(up)
}
