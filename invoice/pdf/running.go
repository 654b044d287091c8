package pdf

import "yipiao/templates"

// everyPage draws what stands on each page and needs their number: the foot,
// and the chop across the edges.
func (p *painter) everyPage() error {
	n := p.w.Pages()
	seam, err := p.seam(n)
	if err != nil {
		return err
	}
	small := setting{p.fonts.Regular, p.f.Style.Size * 86 / 100, muted}
	number := p.setOne(nil, p.f.Foot.Number.Joined(" "), &small, p.width())[:1]
	for i := range n {
		p.w.SetPage(i)
		page := &p.w.pages[i]
		p.right = page.width - p.f.Style.Right
		y := page.height - p.f.Style.Bottom - footRoom + 6*pt
		p.w.Artifact()
		p.horizontal(p.left, p.right, y, ruler{400, pale})
		line := p.setOne(nil, p.f.Foot.PageText(i+1, n).Joined(" "), &small, p.width())[:1]
		for _, side := range [...]struct {
			l     lines
			align templates.Align
		}{{number, templates.Left}, {line, templates.Right}} {
			side.l[0].english = false
			p.draw(side.l, p.left, y+1500, p.width(), side.align, false)
		}
		if seam != nil {
			seam(i)
		}
		p.w.End()
	}
	return nil
}

// The chop across the pages' edges, 骑缝章: laid over one another like a fan,
// the pages' right edges show it whole. Its diameter is at most that of a company
// chop, and so that no page's part reaches beyond the margin over figures.
const seamDiameter = 119_055 // 42 mm

// seam gives the drawing of page i's slice of n, or nil without such a chop. Of
// a single page there is no seam.
func (p *painter) seam(n int) (func(i int), error) {
	if p.f.Seam == nil || n < 2 {
		return nil, nil
	}
	pic, err := p.picture(p.f.Seam)
	if err != nil {
		return nil, err
	}
	side := min(seamDiameter, n*p.f.Style.Right)
	width, height := fit(pic, side, side)
	// A slice narrower than half a millimetre shows nothing: then sets of pages
	// carry a chop each, as one does it by hand.
	perChop := min(n, 80)
	y := (p.f.Style.Height - height) / 2
	edge := p.f.Style.Width
	return func(i int) {
		set := min(perChop, n-i/perChop*perChop)
		if set < 2 {
			set = perChop
		}
		k := i % perChop
		from, to := width*k/set, width*(k+1)/set
		p.w.ImagePart(pic, edge-to, y, width, height, edge-(to-from), y, to-from, height)
	}, nil
}
