package evidence

import (
	"bytes"
	"image"
	_ "image/gif" // decoders of the pictures that workbooks hold
	_ "image/jpeg"
	"image/png"
	"sort"
	"strings"

	"yipiao/invoice"
	"yipiao/invoice/read/sheet"
	"yipiao/invoice/text"
	"yipiao/templates"
)

// A workbook has no look of its own on paper: what stands here is a rendering of
// its print area, cell by cell, and says so.

// rendering draws one sheet.
type rendering struct {
	book  *sheet.Book
	s     *sheet.Sheet
	seen  *sheet.Seen
	fonts text.Set
	cells map[[2]int]*sheet.Cell
	// right and below are where columns and rows end, in thousandths of a point
	// from the area's corner; index 0 is the corner. Rows have grown to hold their
	// texts: in the sheet they end at inSheet.
	right, below, inSheet []int
	area                  sheet.Range
}

// leafHeight is how high a leaf is at most, in percent of its width: A4 within
// its margins.
const (
	leafUpright = 138
	leafAcross  = 62
	leafLeast   = 515_000 // a narrower sheet is not enlarged
	leafSlack   = 140     // a sheet so much longer still is one leaf
)

// renderings are the leaves of a sheet, one after the other.
func renderings(b *sheet.Book, s *sheet.Sheet, fonts text.Set) []templates.Facsimile {
	rows, columns := s.Extent()
	areas := s.PrintAreas
	if len(areas) == 0 {
		areas = []sheet.Range{{Top: 1, Left: 1, Bottom: rows, Right: columns}}
	}
	var all []templates.Facsimile
	for _, area := range areas {
		area.Bottom, area.Right = min(area.Bottom, rows), min(area.Right, columns)
		if area.Bottom < area.Top || area.Right < area.Left {
			continue
		}
		r := &rendering{book: b, s: s, seen: s.Seen(), fonts: fonts, cells: map[[2]int]*sheet.Cell{}, area: area}
		r.area.Bottom = r.lastDrawn()
		r.measure()
		if len(s.PrintAreas) == 0 {
			r.widen()
		}
		r.grow()
		all = append(all, r.leaves()...)
	}
	for i := range all {
		running(&all[i], s, i+1, len(all), fonts)
	}
	return all
}

// measure finds where rows and columns end, and the cells.
func (r *rendering) measure() {
	rows, columns := r.area.Bottom, r.area.Right
	for i := range r.s.Pictures { // which may reach beyond the cells
		rows, columns = max(rows, min(r.s.Pictures[i].ToRow, rows+mostBeyond)), max(columns, min(r.s.Pictures[i].ToColumn, columns+mostBeyond))
	}
	widths, heights := r.seen.Sizes(r.book, rows, columns)
	r.right, r.below = make([]int, columns+1), make([]int, rows+1)
	for i := r.area.Left; i <= columns; i++ {
		r.right[i] = r.right[i-1] + widths[i]
	}
	for i := r.area.Top; i <= rows; i++ {
		r.below[i] = r.below[i-1] + heights[i]
	}
	r.inSheet = r.below
	for i := range r.s.Rows {
		row := &r.s.Rows[i]
		for j := range row.Cells {
			r.cells[[2]int{row.Index, row.Cells[j].Column}] = &row.Cells[j]
		}
	}
}

// widen makes room for texts that run beyond the last column, as far as a page
// may be wide.
func (r *rendering) widen() {
	last := r.area.Right
	want := r.right[last]
	for at, c := range r.cells {
		if _, merged := r.seen.Merged(at[0], at[1]); merged || at[1] > last || c.Kind != sheet.Text || c.Style != nil && (c.Style.Wrap || c.Style.Across != "" && c.Style.Across != "left") {
			continue
		}
		size := 11_000
		if c.Style != nil && c.Style.Font.Size > 0 {
			size = c.Style.Font.Size
		}
		width, _ := r.fonts.Regular.Extent(drawable(c.Text, r.fonts), size)
		want = max(want, min(r.right[at[1]-1]+width+2*cellPad, leafLeast))
	}
	for r.area.Right+1 < len(r.right) && r.right[r.area.Right] < want { // columns under pictures
		r.area.Right++
	}
	if want > r.right[r.area.Right] {
		r.area.Right++
		r.right = append(r.right, want)
	}
}

// mostBeyond is how many rows or columns a picture may reach beyond the cells.
const mostBeyond = 100

// leaves divides the area's rows among leaves.
func (r *rendering) leaves() []templates.Facsimile {
	width, height := r.right[r.area.Right], r.below[r.area.Bottom]
	if width == 0 || height == 0 {
		return nil
	}
	most := max(width, leafLeast) * leafUpright / 100
	if r.s.Page.Landscape && height < width {
		most = max(width, leafLeast) * leafAcross / 100
	}
	if r.s.Page.Fit && r.s.Page.FitHigh == 1 && height <= 3*most {
		most = height
	}
	var all []templates.Facsimile
	for from := r.area.Top; from <= r.area.Bottom; {
		to := from
		if height-r.below[from-1] <= most*leafSlack/100 {
			to = r.area.Bottom // a little more than a page is one
		}
		for to < r.area.Bottom && r.below[to+1]-r.below[from-1] <= most {
			to++
		}
		if r.below[to] > r.below[from-1] {
			if leaf := r.leaf(from, to); len(leaf.Texts)+len(leaf.Pictures) > 0 {
				all = append(all, leaf)
			}
		}
		from = to + 1
	}
	return all
}

// leaf draws the rows from one to another.
func (r *rendering) leaf(from, to int) templates.Facsimile {
	top := r.below[from-1]
	f := templates.Facsimile{Width: r.right[r.area.Right], Height: r.below[to] - top,
		Alt: invoice.Text{En: "Sheet " + r.s.Name + " of the original workbook, as it would be printed"}}
	first := sort.Search(len(r.s.Rows), func(i int) bool { return r.s.Rows[i].Index >= from })
	for i := first; i < len(r.s.Rows) && r.s.Rows[i].Index <= to; i++ {
		for j := range r.s.Rows[i].Cells {
			if column := r.s.Rows[i].Cells[j].Column; column >= r.area.Left && column <= r.area.Right {
				r.cell(&f, r.s.Rows[i].Index, column, from, to)
			}
		}
	}
	for _, m := range r.s.Merges {
		r.cutMerge(&f, m, from, to)
	}
	for i := range r.s.Pictures {
		r.picture(&f, &r.s.Pictures[i], from, to)
	}
	for i := range r.s.Boxes {
		r.box(&f, &r.s.Boxes[i], from, to)
	}
	for _, p := range f.Pictures {
		f.Width, f.Height = max(f.Width, p.X+p.Width), max(f.Height, p.Y+p.Height)
	}
	return f
}

// place is a rectangle of a leaf.
type place struct{ x, y, width, height int }

// placeOf is where cells stand on a leaf that begins with row from.
func (r *rendering) placeOf(area sheet.Range, from int) place {
	top := r.below[from-1]
	x, y := r.right[max(area.Left, r.area.Left)-1], r.below[max(area.Top, from)-1]-top
	return place{x, y, r.right[min(area.Right, r.area.Right)] - x, r.below[min(area.Bottom, r.area.Bottom)] - top - y}
}

// cell draws a cell's ground, borders and text.
func (r *rendering) cell(f *templates.Facsimile, row, column, from, to int) {
	c := r.cells[[2]int{row, column}]
	if !r.seen.Place(row, column) {
		return
	}
	own := sheet.Range{Top: row, Left: column, Bottom: row, Right: column}
	at := r.placeOf(own, from)
	merged, isMerged := r.seen.Merged(row, column)
	first := isMerged && row == merged.Top && column == merged.Left
	if c != nil && c.Style != nil {
		if ground := groundOf(c.Style.Fill); ground.Set {
			f.Fills = append(f.Fills, templates.Fill{X: at.x, Y: at.y, Width: at.width, Height: at.height, Colour: colour(ground)})
		}
		r.borders(f, c.Style, at, own, merged, isMerged)
	}
	if first {
		own = r.wholeOf(row, column, to)
		at = r.placeOf(own, from)
		if c != nil && c.Style != nil { // its borders run around all of the cells
			r.borders(f, c.Style, at, own, own, false)
		}
	} else if isMerged {
		return
	}
	if c == nil || c.Text == "" {
		return
	}
	r.text(f, c, r.roomOf(c, at, row, column), at)
}

// wholeOf are the cells that a cell is merged with, down to a row, or the cell.
func (r *rendering) wholeOf(row, column, to int) sheet.Range {
	if m, ok := r.seen.Merged(row, column); ok {
		m.Bottom, m.Right = min(m.Bottom, to), min(m.Right, r.area.Right)
		return m
	}
	return sheet.Range{Top: row, Left: column, Bottom: row, Right: column}
}

// cutMerge draws the text of a merged cell whose first cell is hidden or not
// printed where the rest of it begins.
func (r *rendering) cutMerge(f *templates.Facsimile, m sheet.Range, from, to int) {
	c := r.cells[[2]int{m.Top, m.Left}]
	if c == nil || c.Text == "" || r.seen.Place(m.Top, m.Left) || !r.seen.Contents(m.Top, m.Left) {
		return
	}
	for m.Top < m.Bottom && !r.rowSeen(m.Top) {
		m.Top++
	}
	if m.Top < from || m.Top > to {
		return
	}
	m.Bottom = min(m.Bottom, to)
	if at := r.placeOf(m, from); at.width > 0 && at.height > 0 {
		r.text(f, c, at, at)
	}
}

func (r *rendering) rowSeen(row int) bool {
	return row >= r.area.Top && row <= r.area.Bottom && !r.seen.HiddenRow(row)
}

// borders draws the sides of a cell, but for those within a merged one.
func (r *rendering) borders(f *templates.Facsimile, s *sheet.Style, at place, own, merged sheet.Range, isMerged bool) {
	side := func(b sheet.Side, x1, y1, x2, y2 int, inner bool) {
		if b.Line == "" || b.Line == "none" || inner {
			return
		}
		ink := templates.Colour{}
		if b.Color.Set {
			ink = colour(b.Color)
		}
		f.Rules = append(f.Rules, templates.Rule{X1: at.x + x1, Y1: at.y + y1, X2: at.x + x2, Y2: at.y + y2, Thickness: thickness(b.Line), Colour: ink})
	}
	side(s.Left, 0, 0, 0, at.height, isMerged && own.Left > merged.Left)
	side(s.Right, at.width, 0, at.width, at.height, isMerged && own.Right < merged.Right)
	side(s.Top, 0, 0, at.width, 0, isMerged && own.Top > merged.Top)
	side(s.Bottom, 0, at.height, at.width, at.height, isMerged && own.Bottom < merged.Bottom)
	side(s.Up, 0, at.height, at.width, 0, isMerged)
	side(s.Down, 0, 0, at.width, at.height, isMerged)
}

func thickness(line string) int {
	switch line {
	case "medium", "mediumDashed", "mediumDashDot", "double":
		return 1200
	case "thick":
		return 1800
	case "hair", "dotted":
		return 300
	}
	return 600
}

// groundOf is the colour that a fill looks like from afar.
func groundOf(f sheet.Fill) sheet.Color {
	switch {
	case f.Pattern == "solid":
		return f.Front
	case f.Pattern == "", f.Back.Set:
		return f.Back
	}
	return sheet.Color{R: 0xE0, G: 0xE0, B: 0xE0, Set: true}
}

func colour(c sheet.Color) templates.Colour { return templates.Colour{R: c.R, G: c.G, B: c.B} }

// Pictures are placed in EMU, of which a point has 12,700.
func points(emu int64) int { return int(emu * 10 / 127) }

// anchored is where something lies on a leaf that begins with row from; not
// where it begins on another leaf, or in what isn't seen.
func (r *rendering) anchored(a sheet.Anchor, from, to int) (place, bool) {
	if a.Row < from || a.Row > to || a.Column < r.area.Left || a.Column > r.area.Right || !r.seen.Place(a.Row, a.Column) {
		return place{}, false
	}
	top := r.below[from-1]
	at := place{x: r.right[a.Column-1] + points(a.DX), y: r.below[a.Row-1] - top + points(a.DY), width: points(a.Width), height: points(a.Height)}
	if a.ToRow > 0 {
		toRow, toColumn := min(a.ToRow, len(r.below)), min(a.ToColumn, len(r.right))
		at.width = r.right[toColumn-1] + points(a.ToDX) - at.x
		at.height = r.inSheet[toRow-1] + points(a.ToDY) - r.inSheet[a.Row-1] - points(a.DY)
	}
	return at, at.width > 0 && at.height > 0
}

// picture draws a picture; of a kind that can't be read, its frame.
func (r *rendering) picture(f *templates.Facsimile, p *sheet.Picture, from, to int) {
	at, ok := r.anchored(p.Anchor, from, to)
	if !ok {
		return
	}
	data := readable(p.Data)
	if data == nil {
		r.frame(f, at, "[picture "+p.Type+"]")
		return
	}
	f.Pictures = append(f.Pictures, templates.Placed{X: at.x, Y: at.y, Width: at.width, Height: at.height,
		Picture: &templates.Picture{Data: data, Path: p.Name, Alt: invoice.Text{En: p.Alt}}})
}

// readable is a picture as PNG or JPEG, nil if it is neither and can't be made
// one.
func readable(data []byte) []byte {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width > mostPixels/config.Height {
		return nil
	}
	if (format == "png" || format == "jpeg") && len(data) <= mostPicture {
		if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
			return nil
		}
		return data
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil || b.Len() > mostPicture {
		return nil
	}
	return b.Bytes()
}

// Bounds of pictures, as the PDF has them.
const (
	mostPicture = 5 << 20
	mostPixels  = 25_000_000
)

// frame draws an empty frame with words in it.
func (r *rendering) frame(f *templates.Facsimile, at place, words string) {
	grey := templates.Colour{R: 0x80, G: 0x80, B: 0x80}
	for _, l := range [][4]int{{0, 0, at.width, 0}, {0, at.height, at.width, at.height}, {0, 0, 0, at.height}, {at.width, 0, at.width, at.height}} {
		f.Rules = append(f.Rules, templates.Rule{X1: at.x + l[0], Y1: at.y + l[1], X2: at.x + l[2], Y2: at.y + l[3], Thickness: 400, Colour: grey})
	}
	c := &sheet.Cell{Kind: sheet.Text, Text: words, Style: &sheet.Style{Wrap: true, Along: "top", Font: sheet.Font{Size: 9000}}}
	r.text(f, c, at, at)
}

// box draws a text that lies over the cells.
func (r *rendering) box(f *templates.Facsimile, b *sheet.Box, from, to int) {
	if at, ok := r.anchored(b.Anchor, from, to); ok && strings.TrimSpace(b.Text) != "" {
		r.frame(f, at, strings.TrimSpace(b.Text))
	}
}
