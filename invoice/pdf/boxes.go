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
	rules  []placed // within: x, y, width alone; width 0 is a vertical one down to the height below
	downs  []int    // heights of vertical rules
}

// boxes draws boxes side by side, all as high as the highest of their row.
func (p *painter) boxes(b *templates.Block) error {
	p.gap()
	all := b.Boxes.Boxes
	across := balanced(max(b.Boxes.Across, 1), len(all), 3)
	for i := 0; i < len(all); i += across {
		row := all[i:min(i+across, len(all))]
		set, height := p.boxRow(row, across)
		head := 0
		if heading := oneLine(b.Heading); i == 0 && heading != "" {
			head = p.headingHeight()
		}
		p.need(head + height)
		if head > 0 {
			p.drawHeading(oneLine(b.Heading), "H2")
		}
		p.drawBoxRow(set, height)
	}
	return nil
}

// balanced is how many of n stand side by side: one more than asked for where
// that spares a row with a single one, up to most.
func balanced(across, n, most int) int {
	if across > 1 && across < most && n > across && n%across == 1 {
		return across + 1
	}
	return across
}

// boxRow sets one row of boxes; the last takes the width that is left.
func (p *painter) boxRow(row []templates.Box, across int) ([]box, int) {
	n := across
	if len(row) < across {
		n = len(row)
	}
	gap := 0
	if !p.grid && n > 1 {
		gap = 14 * pt
	}
	each := (p.width() - (n-1)*gap) / n
	set, height := make([]box, n), 0
	for i := range row {
		x := i * (each + gap)
		width := each
		if i == n-1 {
			width = p.width() - x
		}
		set[i] = p.box(&row[i], width)
		set[i].x = x
		height = max(height, set[i].height)
	}
	return set, height
}

func (p *painter) drawBoxRow(row []box, height int) {
	for i := range row {
		b := &row[i]
		x, y := p.left+b.x, p.y
		if p.grid {
			p.frame(x, y, b.width, height)
		}
		for j, r := range b.rules {
			if r.width > 0 {
				p.horizontal(x+r.x, x+r.x+r.width, y+r.y, p.line)
				continue
			}
			down := b.downs[j]
			if down == b.height {
				down = height // the box may have become higher
			}
			p.w.Rule(x+r.x, y+r.y, x+r.x, y+down, p.line.thickness, p.line.colour)
		}
		for _, part := range b.parts {
			p.element(part.tag, part.lines, x+part.x, y+part.y, part.width, part.align)
		}
	}
	p.y += height
	p.fresh = false
}

// box sets a box: its heading, and under it entries in one or more columns.
func (p *painter) box(of *templates.Box, width int) box {
	b := box{width: width}
	pad := 0
	if p.grid {
		pad = padX
	}
	y := padY
	if h := oneLine(of.Heading); h != "" {
		l := p.setOne(nil, h, &p.labelStrong, width-2*pad)
		b.parts = append(b.parts, placed{lines: l, x: pad, y: y, width: width - 2*pad, tag: "H2"})
		y += l.height()
	}
	if of.Across > 1 {
		y = p.entryGrid(&b, of, width)
	} else {
		for i := range of.Entries {
			y = p.entryLine(&b, &of.Entries[i], pad, y, width-2*pad)
		}
		y += padY
	}
	b.height = y
	return b
}

// entryLine sets "label: value" in one paragraph; a figure stands at the right.
func (p *painter) entryLine(b *box, e *templates.Entry, x, y, width int) int {
	label := oneLine(e.Label)
	if e.Value.Figure != nil {
		set := &p.body
		if e.Value.Bold {
			set = &p.strong
		}
		figure := p.setOne(nil, e.Value.Figure.String(), set, width)
		rest := width - figure[0].Width - 8*pt
		l := p.setOne(nil, label, &p.body, rest)
		b.parts = append(b.parts, placed{lines: l, x: x, y: y, width: rest, tag: "P"},
			placed{lines: figure, align: templates.Right, x: x, y: y, width: width, tag: "P"})
		return y + max(l.height(), figure.height())
	}
	var l lines
	if label == "" {
		l = p.pairs(&e.Value, &p.body, width, 0)
	} else {
		l = p.setOne(nil, label+": "+valueLine(&e.Value), &p.body, width)
	}
	b.parts = append(b.parts, placed{lines: l, x: x, y: y, width: width, tag: "P"})
	return y + l.height()
}

// entryGrid sets entries side by side, each a label over its value. The last of
// a row that isn't full takes the width that is left.
func (p *painter) entryGrid(b *box, of *templates.Box, width int) int {
	y := 0
	across := of.Across
	if across > 2 {
		across = balanced(across, len(of.Entries), 4)
	}
	for i := 0; i < len(of.Entries); {
		n, widths := p.gridRow(of.Entries[i:], across, width)
		x, height := 0, 0
		for j, e := range of.Entries[i : i+n] {
			pad := padX
			if !p.grid && j == 0 {
				pad = 0
			}
			inner := widths[j] - pad - padX
			l := p.setOne(nil, oneLine(e.Label), &p.label, inner)
			label := l.height()
			v := p.pairs(&e.Value, &p.body, inner, 0)
			b.parts = append(b.parts, placed{lines: l, x: x + pad, y: y + padY, width: inner, tag: "P"},
				placed{lines: v, x: x + pad, y: y + padY + label, width: inner, tag: "P"})
			height = max(height, label+v.height()+2*padY)
			x += widths[j]
		}
		x = 0
		for j := range n - 1 {
			x += widths[j]
			if p.grid {
				b.rules, b.downs = append(b.rules, placed{x: x, y: y}), append(b.downs, y+height)
			}
		}
		y += height
		i += n
		if i < len(of.Entries) {
			b.rules, b.downs = append(b.rules, placed{x: 0, y: y, width: width}), append(b.downs, 0)
		}
	}
	return y
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
