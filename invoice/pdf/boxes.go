package pdf

import "yipiao/templates"

// placed are set lines with their place in a box.
type placed struct {
	lines lines
	align templates.Align
	x, y  int // from the box's top left
	width int
	tag   string
}

// box is a box set, its parts placed and its height known.
type box struct {
	parts  []placed
	height int
	x      int // from the left margin
	width  int
	across []int  // heights of horizontal rules within
	downs  []down // vertical rules within
}

// down is a vertical rule of a box.
type down struct{ x, from, to int }

// boxes draws boxes side by side, all as high as the highest of their row.
func (p *painter) boxes(b *templates.Block) error {
	all := b.Boxes.Boxes
	if !p.afterGrid || !b.Heading.Empty() {
		p.gap()
	}
	p.afterGrid = b.Heading.Empty() && len(all) == 1 && all[0].Across > 1 && !all[0].Inline
	across := templates.Balanced(max(b.Boxes.Across, 1), len(all), 3)
	for i := 0; i < len(all); i += across {
		row := all[i:min(i+across, len(all))]
		set, height := p.boxRow(row, across, len(all) <= across)
		head := 0
		if heading := b.Heading.Joined(" "); i == 0 && heading != "" {
			head = p.headingHeight()
		}
		if i > 0 && !p.grid && !p.fresh && p.f.Original == nil {
			p.y += 2 * padY
		}
		room, page := head+height, p.bottom-p.f.Style.Top
		if room > page {
			room = page / 4 // they are divided among pages
		}
		p.need(room)
		if head > 0 {
			p.drawHeading(b.Heading.Joined(" "), "H2")
		}
		p.drawBoxRow(set, height)
	}
	return nil
}

// boxesHeight is how high boxes with their heading are.
func (p *painter) boxesHeight(b *templates.Block) int {
	all := b.Boxes.Boxes
	across := templates.Balanced(max(b.Boxes.Across, 1), len(all), 3)
	sum := 0
	if !b.Heading.Empty() {
		sum = p.headingHeight()
	}
	for i := 0; i < len(all); i += across {
		_, height := p.boxRow(all[i:min(i+across, len(all))], across, len(all) <= across)
		sum += height
	}
	return sum
}

// boxRow sets one row of boxes; alone: there is no other.
func (p *painter) boxRow(row []templates.Box, across int, alone bool) ([]box, int) {
	n := min(across, len(row))
	gap := 0
	if !p.grid && n > 1 {
		gap = 14 * pt
	}
	widths := p.boxWidths(row[:n], p.width()-(n-1)*gap, alone)
	set, height, x := make([]box, n), 0, 0
	for i := range row {
		set[i] = p.box(&row[i], widths[i])
		set[i].x = x
		height = max(height, set[i].height)
		x += widths[i] + gap
	}
	return set, height
}

// boxWidths are equal, but where boxes needn't stand under others they
// share what is left beyond their longest lines.
func (p *painter) boxWidths(row []templates.Box, width int, alone bool) []int {
	widths := make([]int, len(row))
	figures := hasFigure(row)
	sum := 0
	if !p.grid && alone || figures {
		for i := range row {
			widths[i] = p.boxWish(&row[i], width/len(row))
			sum += widths[i]
		}
	}
	rest := (width - sum) / len(row)
	used := 0
	for i := range widths {
		switch {
		case sum > 0 && sum <= width:
			widths[i] += rest
		case sum > 0 && figures:
			widths[i] = width * (widths[i] + sum/4) / (sum + len(row)*(sum/4))
		default:
			widths[i] = width / len(row)
		}
		used += widths[i]
	}
	widths[len(widths)-1] += width - used
	return widths
}

// boxWish is how wide the longest line of a box is; an address may break.
func (p *painter) boxWish(b *templates.Box, most int) int {
	wish := 0
	for i := range b.Entries {
		e := &b.Entries[i]
		v, _ := p.strong.face.Extent(valueLine(&e.Value), p.strong.size)
		if e.Value.Figure != nil {
			v += 8 * pt
		}
		wish = max(wish, p.quiet.face.Width(colon(e.Label), p.quiet.size)+min(v, most)+2*padX)
	}
	return wish
}

func hasFigure(row []templates.Box) bool {
	for i := range row {
		for j := range row[i].Entries {
			if row[i].Entries[j].Value.Figure != nil {
				return true
			}
		}
	}
	return false
}

func (p *painter) drawBoxRow(row []box, height int) {
	if page := p.bottom - p.f.Style.Top; height > page {
		p.splitBoxRow(row, height)
		return
	}
	for i := range row {
		b := &row[i]
		x, y := p.left+b.x, p.y
		if p.grid {
			p.frame(x, y, b.width, height)
		}
		for _, r := range b.across {
			p.horizontal(x, x+b.width, y+r, p.line)
		}
		for _, r := range b.downs {
			to := r.to
			if to == b.height {
				to = height // the box may have become higher
			}
			p.w.Rule(x+r.x, y+r.from, x+r.x, y+to, p.line.thickness, p.line.colour)
		}
		for _, part := range b.parts {
			p.element(part.tag, part.lines, x+part.x, y+part.y, part.width, part.align)
		}
	}
	p.y += height
	p.fresh = false
}

// splitBoxRow draws boxes that are higher than a page, as much on each as it
// holds.
func (p *painter) splitBoxRow(row []box, height int) {
	for from := 0; from < height; {
		to := min(height, from+p.bottom-p.y)
		to = betweenLines(row, from, to)
		for i := range row {
			b := &row[i]
			x := p.left + b.x
			if p.grid {
				p.frame(x, p.y, b.width, to-from)
			}
			for _, part := range b.parts {
				l, above := part.from(from, to)
				p.element(part.tag, l, x+part.x, p.y+part.y+above-from, part.width, part.align)
			}
		}
		p.y += to - from
		p.fresh = false
		if from = to; from < height {
			p.newPage()
		}
	}
}

// betweenLines is the lowest height up to to that crosses no line of the boxes.
func betweenLines(row []box, from, to int) int {
	cut := to
	for i := range row {
		for _, part := range row[i].parts {
			y := part.y
			for j := range part.lines {
				h := part.lines[j].height()
				if y > from && y < cut && y+h > to {
					cut = y
				}
				y += h
			}
		}
	}
	return cut
}

// from are the lines that begin between two heights of the box, and how far
// below the first line of all they do.
func (l *placed) from(from, to int) (lines, int) {
	first, end, above := 0, 0, 0
	y := l.y
	for i := range l.lines {
		if y < from {
			first, above = i+1, y+l.lines[i].height()-l.y
		}
		if y < to {
			end = i + 1
		}
		y += l.lines[i].height()
	}
	return l.lines[min(first, end):end], above
}

// box sets a box: its heading, and under it entries in one or more columns.
func (p *painter) box(of *templates.Box, width int) box {
	b := box{width: width}
	pad := p.sidePad()
	y := 0
	if h := of.Heading.Joined(" "); h != "" {
		l := p.setOne(nil, h, &p.labelStrong, width-2*pad)
		b.parts = append(b.parts, placed{lines: l, x: pad, y: padY, width: width - 2*pad, tag: "H2"})
		y = padY + l.height()
	}
	switch {
	case of.Inline:
		b.height = p.entryList(&b, of, y)
	case of.Across > 1:
		b.height = p.entryGrid(&b, of, y)
	default:
		b.height = p.entryFlow(&b, of, max(y, padY))
	}
	return b
}

// sidePad is between a box's side and its texts.
func (p *painter) sidePad() int {
	if p.grid {
		return padX
	}
	return 0
}

// flowGap is between entries that share a line.
const flowGap = 8 * pt

// entryFlow sets entries one below the other, short labelled ones behind one
// another. Figures stand at the right.
func (p *painter) entryFlow(b *box, of *templates.Box, y int) int {
	pad := p.sidePad()
	width := b.width - 2*pad
	x, next := 0, y // where the last entry ends, if another may follow it; below it
	for i := range of.Entries {
		e := &of.Entries[i]
		if e.Value.Figure != nil {
			next = p.figureLine(b, e, pad, next, width)
			x = 0
			continue
		}
		l := p.labelled(nil, e.Label, &e.Value, &p.body, width)
		if len(l) == 0 {
			continue
		}
		labelled := !e.Label.Empty()
		end := l[len(l)-1].x + l[len(l)-1].Width
		flat := labelled && l.height() == l[0].height()
		if flat && x > 0 && x+flowGap+end <= width {
			x += flowGap
		} else {
			x, y = 0, next
		}
		b.parts = append(b.parts, placed{lines: l, x: pad + x, y: y, width: width - x, tag: "P"})
		next = y + l.height()
		x += end
		if !flat {
			x = 0
		}
	}
	return next + padY
}

// figureLine sets a label and its figure at the right of the line.
func (p *painter) figureLine(b *box, e *templates.Entry, x, y, width int) int {
	figure := p.setOne(nil, e.Value.Figure.String(), p.body.weighing(e.Value.Bold, p), width)
	rest := max(width-figure[0].Width-8*pt, width/4)
	l := p.setOne(nil, e.Label.Joined(" "), p.body.weighing(e.Value.Bold, p), rest)
	b.parts = append(b.parts, placed{lines: l, x: x, y: y, width: rest, tag: "P"},
		placed{lines: figure, align: templates.Right, x: x, y: y, width: width, tag: "P"})
	return y + max(l.height(), figure.height())
}

// entryGrid sets entries side by side, each a label over its value. The last of
// a row that isn't full takes the width that is left.
func (p *painter) entryGrid(b *box, of *templates.Box, y int) int {
	across := p.gridAcross(of, b.width)
	for i := 0; i < len(of.Entries); {
		n, widths := p.gridRow(of.Entries[i:], across, b.width)
		x, height := 0, 0
		for j, e := range of.Entries[i : i+n] {
			pad := padX
			if !p.grid && j == 0 {
				pad = 0
			}
			inner := widths[j] - pad - padX
			l := p.setOne(nil, e.Label.Joined(" "), &p.label, inner)
			v := p.pairs(nil, &e.Value, &p.body, inner, 0)
			b.parts = append(b.parts, placed{lines: l, x: x + pad, y: y + padY, width: inner, tag: "P"},
				placed{lines: v, x: x + pad, y: y + padY + l.height(), width: inner, tag: "P"})
			height = max(height, l.height()+v.height()+2*padY)
			x += widths[j]
		}
		if p.grid {
			x = 0
			for j := range n - 1 {
				x += widths[j]
				b.downs = append(b.downs, down{x, y, y + height})
			}
			if i+n < len(of.Entries) {
				b.across = append(b.across, y+height)
			}
		}
		y += height
		i += n
	}
	return y
}

// gridAcross is how many entries stand side by side: up to two more than asked
// for where that spares a row, and nothing breaks.
func (p *painter) gridAcross(of *templates.Box, width int) int {
	n := len(of.Entries)
	if of.Across < 3 {
		return of.Across
	}
	best := templates.Balanced(of.Across, n, 4)
	for more := of.Across + 2; more > best; more-- {
		if (n+more-1)/more < (n+best-1)/best && p.fitsAcross(of, width/more) {
			return more
		}
	}
	return best
}

// fitsAcross reports whether each entry stands in a line of that width.
func (p *painter) fitsAcross(of *templates.Box, width int) bool {
	for i := range of.Entries {
		v, _ := p.fonts.Regular.Extent(valueLine(&of.Entries[i].Value), p.body.size)
		l := p.label.face.Width(of.Entries[i].Label.Joined(" "), p.label.size)
		if max(v, l)+2*padX > width {
			return false
		}
	}
	return true
}

// gridRow is how many entries share a row, and their widths. An entry whose
// value is much wider than its place takes two or more of them.
func (p *painter) gridRow(entries []templates.Entry, across, width int) (int, []int) {
	each := width / across
	var widths []int
	used := 0
	for i := 0; i < len(entries) && used < across; i++ {
		want, _ := p.fonts.Regular.Extent(valueLine(&entries[i].Value), p.body.size)
		places := 1
		for places < across && want > 2*(places*each-2*padX) {
			places++
		}
		if used+places > across {
			break
		}
		widths = append(widths, places*each)
		used += places
	}
	sum := 0
	for _, w := range widths[:len(widths)-1] {
		sum += w
	}
	widths[len(widths)-1] = width - sum
	return len(widths), widths
}
