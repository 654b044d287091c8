package page

// The lines of tables in a picture.

// faint is below which grey a pixel may be a line's: a thin line that was
// photographed is never black.
const faint = 205

// takeRules removes the level and upright lines of a picture, and tells where
// they were, in pixels.
func (g *grey) takeRules() *drawn {
	shortest := max(g.w, g.h) / 25 // longer than the strokes of a title
	d := &drawn{}
	d.levels = g.takeLevel(shortest)
	t := g.turned(1)
	for _, r := range t.takeLevel(shortest) {
		d.rules = append(d.rules, box{r.top, g.h - r.right, r.bottom, g.h - r.left})
	}
	copy(g.pix, t.turned(3).pix)
	return d
}

// takeLevel removes level lines: long runs of ink, with no more than a
// line's thickness above and below. Where a letter crosses one, it stays.
func (g *grey) takeLevel(shortest int) []box {
	thickest := max(3, max(g.w, g.h)/400)
	var lines []box
	for y := range g.h {
		for x := 0; x < g.w; x++ {
			if g.pix[y*g.w+x] >= faint {
				continue
			}
			end := g.runEnd(x, y)
			if end-x >= shortest && g.isThin(x, end, y, thickest) {
				lines = append(lines, box{x, y, end, y + 1})
			}
			x = end
		}
	}
	lines = joinedLines(lines, box.same, thickest)
	for _, l := range lines {
		for y := l.top; y < l.bottom; y++ {
			g.wipe(l.left, l.right, y, thickest)
		}
	}
	return lines
}

// runEnd is where a run of ink ends; what a scan left out of it is bridged.
func (g *grey) runEnd(x, y int) int {
	const gap = 4
	row := g.row(y)
	end := x + 1
	for i := end; i < g.w && i-end <= gap; i++ {
		if row[i] < faint {
			end = i + 1
		}
	}
	return end
}

// isThin reports whether a run is a line's, not a surface's: at most places
// there is paper close above and below.
func (g *grey) isThin(x, end, y, thickest int) bool {
	thin, all := 0, 0
	for i := x; i < end; i += 3 {
		all++
		if up, down := g.extent(i, y, thickest); up+down < thickest {
			thin++
		}
	}
	return thin*10 > all*6
}

// extent is how far ink reaches above and below a point, up to a limit.
func (g *grey) extent(x, y, most int) (up, down int) {
	for up < most && y-up-1 >= 0 && g.pix[(y-up-1)*g.w+x] < faint {
		up++
	}
	for down < most && y+down+1 < g.h && g.pix[(y+down+1)*g.w+x] < faint {
		down++
	}
	return up, down
}

// wipe removes what is left of a line on a row where nothing crosses it, with
// its grey edges.
func (g *grey) wipe(left, right, y, thickest int) {
	const edge = 2
	for x := left; x < right; x++ {
		if g.pix[y*g.w+x] >= faint {
			continue
		}
		up, down := g.extent(x, y, thickest)
		if up+down >= thickest {
			continue
		}
		for i := max(0, y-up-edge); i <= min(g.h-1, y+down+edge); i++ {
			g.pix[i*g.w+x] = 255
		}
	}
}
