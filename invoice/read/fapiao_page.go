package read

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"yipiao/invoice/pattern"
	"yipiao/invoice/read/grid"
)

// readFapiaoPage reads the e-fapiao that pages show, whatever file they come
// from; attached is the one whose data goes with the file, if any. Nil for
// pages that show none.
func readFapiaoPage(grids []*grid.Grid, attached *fapiao) []Reading {
	if why := salesList(grids); why != "" {
		return []Reading{{Refused: why}}
	}
	all := fapiaoOfPages(grids)
	if why := ticket(grids); why != "" && len(all) == 0 && attached == nil {
		return []Reading{{Refused: why}}
	}
	if attached != nil && len(all) <= 1 {
		attached.compare(all)
		all = []*fapiao{attached}
	}
	var readings []Reading
	for _, f := range all {
		readings = append(readings, f.reading())
	}
	return readings
}

// piece is a text on a page with its box, in thousandths of a point.
type piece struct {
	text                     string
	page                     int
	left, right, top, bottom int
}

func (p *piece) middle() int { return (p.top + p.bottom) / 2 }
func (p *piece) height() int { return max(1, p.bottom-p.top) }

// strip are the pieces that stand in one row, from left to right, and their
// text without blanks: labels are found in it though their characters are
// spaced out or cut into pieces.
type strip struct {
	pieces      []piece
	top, bottom int
	text        string
	at          []spot // for each byte of text
}

// spot is a character's place: its piece, its bytes of the piece's text, and its
// edges.
type spot struct{ piece, from, to, left, right int }

// fapiaoSheet is a page in rows.
type fapiaoSheet struct {
	number int
	strips []strip
	head   int // the row of the table's head, -1 for none
	foot   int // the row that ends the table's lines
	sums   int // the row of their sums, -1 for none
	cols   []fapiaoColumn
	unread []Warning
}

// sheetsOf puts the pieces of each grid in rows.
func sheetsOf(grids []*grid.Grid) []*fapiaoSheet {
	var sheets []*fapiaoSheet
	for i, g := range grids {
		s := &fapiaoSheet{number: i + 1, head: -1, sums: -1}
		for _, pieces := range inRows(withinForm(piecesOf(g, i+1))) {
			s.strips = append(s.strips, newStrip(pieces))
		}
		s.findTable()
		sheets = append(sheets, s)
	}
	return sheets
}

var boxForm = pattern.Lazily(`^p(\d+):([\d.]+),([\d.]+),([\d.]+),([\d.]+)$`)

// piecesOf are the texts of a grid. A cell's place tells its height more
// closely than its row does.
func piecesOf(g *grid.Grid, page int) []piece {
	var all []piece
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			p := piece{c.Text, page, c.Left, c.Right, row.Top, row.Bottom}
			if m := boxForm.FindStringSubmatch(c.Where); m != nil {
				p.page, _ = strconv.Atoi(m[1])
				p.top = thousandths(m[3])
				p.bottom = p.top + thousandths(m[5])
			}
			if strings.TrimSpace(c.Text) != "" {
				all = append(all, p)
			}
		}
	}
	return all
}

// withinForm leaves out what is set vertically beside the form, a character
// under the other: 第二联：发票联.
func withinForm(pieces []piece) []piece {
	left, right := 1<<40, 0
	single := func(p piece) bool { return utf8.RuneCountInString(compact(p.text)) == 1 }
	for _, p := range pieces {
		if !single(p) {
			left, right = min(left, p.left), max(right, p.right)
		}
	}
	return slices.DeleteFunc(pieces, func(p piece) bool { return single(p) && (p.right <= left || p.left >= right) })
}

func thousandths(s string) int {
	f, _ := strconv.ParseFloat(s, 64)
	return int(f*1000 + 0.5)
}

// inRows groups pieces whose middles are nearer than half their height.
func inRows(pieces []piece) [][]piece {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.middle(), b.middle()) })
	var rows [][]piece
	first := piece{}
	for _, p := range pieces {
		if n := len(rows); n > 0 && 2*(p.middle()-first.middle()) < min(p.height(), first.height()) {
			rows[n-1] = append(rows[n-1], p)
			continue
		}
		first = p
		rows = append(rows, []piece{p})
	}
	return rows
}

// newStrip makes a row; a ¥ that stands by itself goes to the figure after it.
func newStrip(pieces []piece) strip {
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.left, b.left) })
	var s strip
	for _, p := range pieces {
		if n := len(s.pieces); n > 0 && strings.Trim(s.pieces[n-1].text, " ¥￥") == "" && p.left < s.pieces[n-1].right+2*p.height() {
			last := &s.pieces[n-1]
			last.text, last.right = strings.TrimSpace(last.text)+p.text, p.right
			last.top, last.bottom = min(last.top, p.top), max(last.bottom, p.bottom)
			continue
		}
		s.pieces = append(s.pieces, p)
	}
	s.top, s.bottom = s.pieces[0].top, s.pieces[0].bottom
	var b strings.Builder
	for i, p := range s.pieces {
		s.top, s.bottom = min(s.top, p.top), max(s.bottom, p.bottom)
		edges := edgesOf(&p)
		k := 0
		for from := 0; from < len(p.text); k++ {
			r, size := utf8.DecodeRuneInString(p.text[from:])
			short := compact(string(r))
			b.WriteString(short)
			at := spot{i, from, from + size, edges[k], edges[k+1]}
			for range len(short) {
				s.at = append(s.at, at)
			}
			from += size
		}
	}
	s.text = b.String()
	return s
}

// find is where a pattern's group stands in s: the text as it is printed, with
// its place.
func (s *strip) find(form *pattern.Pattern) (fapiaoText, bool) {
	m := form.FindStringSubmatchIndex(s.text)
	if m == nil || m[2] == m[3] {
		return fapiaoText{}, false
	}
	return s.slice(m[2], m[3]), true
}

// slice is a part of s's text as it is printed, with its place.
func (s *strip) slice(from, to int) fapiaoText {
	first, last := s.at[from], s.at[to-1]
	text := ""
	for i := first.piece; i <= last.piece; i++ {
		p := &s.pieces[i]
		begin, end := 0, len(p.text)
		if i == first.piece {
			begin = first.from
		}
		if i == last.piece {
			end = last.to
		}
		if i > first.piece && p.left-s.pieces[i-1].right > p.height()/4 {
			text += " "
		}
		text += p.text[begin:end]
	}
	box := placeBox(s.pieces[first.piece : last.piece+1])
	return fapiaoText{strings.TrimSpace(text), boxPlace(box.page, first.left, box.top, last.right, box.bottom)}
}

// edgesOf are the left edges of a piece's characters, and the right edge of the
// last: its width shared by how wide they usually are.
func edgesOf(p *piece) []int {
	runes := []rune(p.text)
	edges := make([]int, len(runes)+1)
	all := 0
	for _, r := range runes {
		all += usualWidth(r)
	}
	sum := 0
	for i, r := range runes {
		edges[i] = p.left + (p.right-p.left)*sum/max(all, 1)
		sum += usualWidth(r)
	}
	edges[len(runes)] = p.right
	return edges
}

// usualWidth is a character's width in halves of an em.
func usualWidth(r rune) int {
	if r < 0x2E80 {
		return 1
	}
	return 2
}

// fapiaoOfPages reads the fapiao that pages show, none where they show none.
func fapiaoOfPages(grids []*grid.Grid) []*fapiao {
	var all []*fapiao
	for _, sheets := range byNumber(sheetsOf(grids)) {
		if !showFapiao(sheets) {
			continue
		}
		if f := fapiaoOfSheets(sheets); f.number.text != "" || f.kind.text != "" || f.empty() {
			all = append(all, f)
		} // else a contract or statement that speaks of a fapiao
	}
	return all
}

// byNumber parts pages that were put into one file: a page with another number
// begins another fapiao, one without a number goes on with the last.
func byNumber(sheets []*fapiaoSheet) [][]*fapiaoSheet {
	var groups [][]*fapiaoSheet
	last := ""
	for _, s := range sheets {
		var f fapiao
		f.readHead(s)
		number := f.code.text + " " + f.number.text
		if s.isList() || f.number.text == "" {
			number = last
		}
		if n := len(groups); n > 0 && (number == last || last == "") {
			groups[n-1] = append(groups[n-1], s)
		} else {
			groups = append(groups, []*fapiaoSheet{s})
		}
		last = number
	}
	return groups
}

func fapiaoOfSheets(sheets []*fapiaoSheet) *fapiao {
	f := &fapiao{}
	for _, s := range sheets {
		if s.isList() {
			continue
		}
		f.readHead(s)
		f.readSides(s)
		f.readTotals(s)
		f.readFoot(s)
	}
	f.lines = linesOf(sheets)
	for _, s := range sheets {
		f.warnings = append(f.warnings, s.unread...)
	}
	return f
}

// showFapiao reports whether the pages have what every fapiao has.
func showFapiao(sheets []*fapiaoSheet) bool {
	number, table, total := false, false, false
	for _, s := range sheets {
		table = table || s.head >= 0 && !s.isList()
		for i := range s.strips {
			t := s.strips[i].text
			number = number || strings.Contains(t, "发票号码") || strings.Contains(t, "发票代码")
			total = total || strings.Contains(t, "价税合计")
		}
	}
	return number && table && total
}

// Head fields and what stands for their values.
var (
	codeForm    = pattern.Lazily(`发票代码:?(\d{10,12})(?:\D|$)`)
	numberForm  = pattern.Lazily(`发票号码:?(\d{20}|\d{8})(?:\D|$)`)
	issuedForm  = pattern.Lazily(`开票日期:?(\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})`)
	checkForm   = pattern.Lazily(`校验码:?([0-9A-Z]{20}|[0-9A-Z]{5,19})`)
	machineForm = pattern.Lazily(`机器编号:?(\d{12})`)
	headLabel   = pattern.Lazily(`发票代码|发票号码|开票日期|校验码|机器编号|发票监制|发票联`)
	titleForm   = pattern.Lazily(`[\p{Han}()]*发票\)?`)
)

// readHead reads what stands over the parties.
func (f *fapiao) readHead(s *fapiaoSheet) {
	end := len(s.strips)
	if s.head >= 0 {
		end = s.head
	}
	for i := range s.strips[:end] {
		row := &s.strips[i]
		for _, x := range [...]struct {
			t    *fapiaoText
			form *pattern.Pattern
		}{{&f.code, codeForm}, {&f.number, numberForm}, {&f.issued, issuedForm}, {&f.checkCode, checkForm}, {&f.machine, machineForm}} {
			if found, ok := row.find(x.form); ok {
				found.text = compact(found.text)
				*x.t = x.t.or(found)
			}
		}
		if f.kind.text == "" {
			f.kind = row.title()
		}
	}
}

// wideBrackets are the brackets of a fapiao's title.
var wideBrackets = strings.NewReplacer("(", "（", ")", "）")

// title is the kind of fapiao that a row says, before any label, with the
// brackets as Chinese print has them.
func (s *strip) title() fapiaoText {
	end := len(s.text)
	if at := headLabel.FindStringIndex(s.text); at != nil {
		end = at[0]
	}
	var t fapiaoText
	for from := 0; from < end && t.text == ""; { // a piece that is a title whole
		to := from
		for to < end && s.at[to].piece == s.at[from].piece {
			to++
		}
		if m := titleForm.FindString(s.text[from:to]); m == s.text[from:to] {
			t = s.slice(from, to)
		}
		from = to
	}
	if m := titleForm.FindStringIndex(s.text[:end]); m != nil && t.text == "" {
		t = s.slice(m[0], m[1])
	}
	if utf8.RuneCountInString(t.text) < 4 {
		return fapiaoText{}
	}
	t.text = wideBrackets.Replace(t.text)
	return t
}

// placeOf is the place around pieces.
func placeOf(pieces []piece) string {
	if len(pieces) == 0 {
		return ""
	}
	b := placeBox(pieces)
	return boxPlace(b.page, b.left, b.top, b.right, b.bottom)
}

// placeBox is the box around pieces.
func placeBox(pieces []piece) piece {
	b := pieces[0]
	for _, p := range pieces {
		b.left, b.top, b.right, b.bottom = min(b.left, p.left), min(b.top, p.top), max(b.right, p.right), max(b.bottom, p.bottom)
	}
	return b
}

// with is t with more after it, and a place around both where they stand on
// one page.
func (t fapiaoText) with(more fapiaoText, between string) fapiaoText {
	if t.text == "" {
		return more
	}
	where := t.where
	a, b := boxForm.FindStringSubmatch(t.where), boxForm.FindStringSubmatch(more.where)
	if a != nil && b != nil && a[1] == b[1] {
		page, _ := strconv.Atoi(a[1])
		where = placeOf([]piece{boxPiece(page, a[2:]), boxPiece(page, b[2:])})
	}
	return fapiaoText{t.text + between + more.text, where}
}

func boxPiece(page int, box []string) piece {
	p := piece{page: page, left: thousandths(box[0]), top: thousandths(box[1])}
	p.right, p.bottom = p.left+thousandths(box[2]), p.top+thousandths(box[3])
	return p
}
