package read

import (
	"cmp"
	"slices"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/page"
)

// A sheet's column may be too narrow for a label: its end is clipped where the
// value beside it begins.

// completeLabels completes the labels of a page that are clipped, where only one
// thing begins like them. What is cut of a label that is understood needs no
// warning.
func completeLabels(p *page.Page) {
	const beside = 3000 // so near stands the value
	for _, row := range p.Grid.Rows {
		for i := range len(row.Cells) - 1 {
			c := &row.Cells[i]
			at := slices.IndexFunc(p.Cut, func(cut page.Cut) bool { return cut.Where == c.Where })
			if at < 0 && row.Cells[i+1].Left-c.Right > beside {
				continue
			}
			rest, ok := labelRest(c.Text)
			c.Text += rest
			if ok && at >= 0 {
				p.Cut = slices.Delete(p.Cut, at, at+1)
			}
		}
	}
}

// labelRest is what lacks at the end of a label, and whether it is one.
func labelRest(text string) (string, bool) {
	const shortest = 6 // letters that tell enough
	cut := fold(text)
	if _, whole := labelIndex()[cut]; whole {
		return "", true
	}
	if len(cut) < shortest || invoice.HasHan(cut) {
		return "", false
	}
	var ways []string
	for way := range labelIndex() {
		if strings.HasPrefix(way, cut) {
			ways = append(ways, way)
		}
	}
	slices.SortFunc(ways, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	for _, way := range ways {
		if labelIndex()[way] != labelIndex()[ways[0]] {
			return "", false
		}
	}
	if len(ways) == 0 {
		return "", false
	}
	return ways[0][len(cut):], true
}
