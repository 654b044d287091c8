package read

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"yipiao/invoice/read/element"
	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/ofd"
)

// readOFD reads the e-fapiao of an OFD file: from the data attached to it,
// else by its tags, else by what its pages show.
func (src *Source) readOFD(ctx context.Context, data []byte) []Reading {
	docs, err := ofd.Open(data)
	if err != nil {
		return refuse("%v", err)
	}
	var readings []Reading
	for _, doc := range docs {
		before := len(src.Grids)
		grids := ofdGrids(doc.Pages, before)
		src.Grids = append(src.Grids, grids...)
		for _, r := range readOFDDocument(ctx, doc, grids, before) {
			for _, part := range doc.Broken {
				r.Warnings = append(r.Warnings, Warning{Code: Unread, Message: part})
			}
			readings = append(readings, r)
		}
	}
	return readings
}

// readOFDDocument reads a document whose pages come after so many others.
func readOFDDocument(ctx context.Context, doc *ofd.Document, grids []*grid.Grid, before int) []Reading {
	for _, pages := range [...][]*grid.Grid{grids, ofdGrids(doc.Unlisted, 0)} {
		if why := salesList(pages); why != "" {
			return []Reading{{Refused: why}}
		}
	}
	var files [][]byte
	for _, a := range doc.Attachments {
		files = append(files, a.Data)
	}
	attached, tagged := attachedFapiao(files), taggedFapiao(doc, before)
	if printed := fapiaoOfPages(grids); attached == nil && tagged != nil && len(printed) <= 1 {
		tagged.complete(printed)
		return []Reading{tagged.reading()}
	}
	if readings := readFapiaoPage(grids, attached); readings != nil {
		return readings
	}
	return understand(ctx, grids)
}

// attachedFapiao is the first fapiao among files, nil where there is none.
func attachedFapiao(files [][]byte) *fapiao {
	for _, data := range files {
		if !strings.HasPrefix(strings.TrimLeft(string(data[:min(len(data), 64)]), "\ufeff \t\r\n"), "<") {
			continue
		}
		root, err := element.Parse(data)
		if err != nil {
			continue
		}
		for _, f := range fapiaoElements(root) {
			if f.number.text != "" && len(f.lines) > 0 {
				return f
			}
		}
	}
	return nil
}

// compare reports where the page shows otherwise than the data attached to it,
// and takes from the page what the data doesn't have.
func (f *fapiao) compare(pages []*fapiao) {
	if len(pages) == 0 {
		return
	}
	printed := pages[0]
	f.kind, f.words = f.kind.or(printed.kind), f.words.or(printed.words)
	for _, x := range [...]struct {
		path        string
		mine, shown fapiaoText
	}{{"number", f.number, printed.number}, {"stated.goods", f.goods, printed.goods}, {"stated.tax", f.tax, printed.tax},
		{"stated.total", f.total, printed.total}, {"seller.name", f.seller.name, printed.seller.name}, {"buyer.name", f.buyer.name, printed.buyer.name}} {
		if x.mine.text != "" && x.shown.text != "" && !sameShown(x.mine.text, x.shown.text) {
			f.warnings = append(f.warnings, Warning{Candidates, x.path, x.shown.where,
				fmt.Sprintf("the page shows %.80s, the attached data says %.80s", x.shown.text, x.mine.text)})
		}
	}
}

// sameShown reports whether two texts or figures are the same but for the way
// that they are shown.
func sameShown(a, b string) bool {
	x, ok := fapiaoNumber(a)
	y, also := fapiaoNumber(b)
	if ok && also {
		return x.Decimal().Equal(y.Decimal())
	}
	return compact(a) == compact(b)
}

// ofdGrids are the pages as a reader of pages sees them, after so many others.
func ofdGrids(pages []ofd.Page, before int) []*grid.Grid {
	var grids []*grid.Grid
	for i := range pages {
		grids = append(grids, ofdGrid(&pages[i], before+i+1))
	}
	return grids
}

// ofdGrid puts the runs of a page in rows: those whose middles are nearer than
// half their height stand in one.
func ofdGrid(p *ofd.Page, number int) *grid.Grid {
	g := &grid.Grid{Name: fmt.Sprintf("p%d", number), Loose: true}
	var runs []*ofd.Run
	for i := range p.Texts {
		for j := range p.Texts[i].Runs {
			if r := &p.Texts[i].Runs[j]; strings.TrimSpace(r.Text) != "" {
				runs = append(runs, r)
			}
		}
	}
	slices.SortStableFunc(runs, func(a, b *ofd.Run) int { return cmp.Compare(a.Top+a.Bottom, b.Top+b.Bottom) })
	middle := 0 // twice the middle of the row's first run
	for _, r := range runs {
		c := grid.Cell{Text: r.Text, Left: r.Left, Right: r.Right, Down: 1, Where: runPlace(number, r)}
		if n := len(g.Rows); n > 0 && r.Top+r.Bottom-middle < r.Bottom-r.Top {
			row := &g.Rows[n-1]
			row.Cells = append(row.Cells, c)
			row.Top, row.Bottom = min(row.Top, r.Top), max(row.Bottom, r.Bottom)
			continue
		}
		middle = r.Top + r.Bottom
		g.Rows = append(g.Rows, grid.Row{Cells: []grid.Cell{c}, Top: r.Top, Bottom: r.Bottom})
	}
	for i := range g.Rows {
		slices.SortStableFunc(g.Rows[i].Cells, func(a, b grid.Cell) int { return cmp.Compare(a.Left, b.Left) })
	}
	return g
}

// runPlace is p1:x,y,w,h in points from the page's top left.
func runPlace(page int, r *ofd.Run) string {
	return boxPlace(page, r.Left, r.Top, r.Right, r.Bottom)
}

// boxPlace writes a box given in thousandths of a point, to a tenth of a point.
func boxPlace(page, left, top, right, bottom int) string {
	tenth := func(n int) string {
		n = (n + 50) / 100
		if n%10 == 0 {
			return fmt.Sprint(n / 10)
		}
		return fmt.Sprintf("%d.%d", n/10, n%10)
	}
	return fmt.Sprintf("p%d:%s,%s,%s,%s", page, tenth(max(0, left)), tenth(max(0, top)), tenth(max(0, right-left)), tenth(max(0, bottom-top)))
}
