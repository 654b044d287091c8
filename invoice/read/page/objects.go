package page

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// drawn is what a page shows beside its text.
type drawn struct {
	rules  []box // upright lines, as thin boxes
	levels []box // level lines
	images []box
}

// What is looked at of a page's objects. A drawing of more parts is no table.
const (
	maxObjects  = 20_000
	maxSegments = 100_000
	maxDepth    = 8
)

// objects finds the lines and pictures of a page that is shown by m.
func (f *File) objects(p requests.Page, m matrix, done func() error) (*drawn, error) {
	count, err := f.instance.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p})
	if err != nil {
		return nil, err
	}
	w := &walk{file: f, done: done, drawn: &drawn{}}
	for i := range count.Count {
		o, err := f.instance.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p, Index: i})
		if err == nil {
			err = w.object(o.PageObject, m, 0)
		}
		if err := w.pass(err); err != nil {
			return nil, err
		}
		if w.objects > maxObjects {
			break
		}
	}
	if w.objects > maxObjects || len(w.drawn.rules)+len(w.drawn.levels) > maxObjects {
		w.drawn.rules, w.drawn.levels = nil, nil
	}
	return w.drawn, nil
}

// walk goes through the objects of a page and of the forms in it.
type walk struct {
	file              *File
	done              func() error
	drawn             *drawn
	objects, segments int
}

// pass passes over what pdfium doesn't know of an object, but not over a halt.
func (w *walk) pass(err error) error {
	if halted(err) {
		return err
	}
	if w.objects%500 == 0 {
		return w.done()
	}
	return nil
}

func (w *walk) object(o references.FPDF_PAGEOBJECT, m matrix, depth int) error {
	w.objects++
	kind, err := w.file.instance.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return err
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		b, err := w.bounds(o, m)
		if err == nil {
			w.drawn.images = append(w.drawn.images, b)
		}
		return err
	case enums.FPDF_PAGEOBJ_PATH:
		return w.path(o, m)
	case enums.FPDF_PAGEOBJ_FORM:
		return w.form(o, m, depth)
	}
	return nil
}

func (w *walk) bounds(o references.FPDF_PAGEOBJECT, m matrix) (box, error) {
	b, err := w.file.instance.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return box{}, err
	}
	return m.boxOf(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)), nil
}

func (w *walk) form(o references.FPDF_PAGEOBJECT, m matrix, depth int) error {
	p := w.file.instance
	own, err := p.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil || depth >= maxDepth {
		return err
	}
	count, err := p.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return err
	}
	inside := matrixOf(own.Matrix).then(m)
	for i := range count.Count {
		if w.objects > maxObjects {
			return nil
		}
		child, err := p.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err == nil {
			err = w.object(child.PageObject, inside, depth+1)
		}
		if err := w.pass(err); err != nil {
			return err
		}
	}
	return nil
}

// Rules are at least as long as a small letter is high, and thinner than one is
// wide.
const (
	ruleLength = 4000
	ruleWidth  = 2500
)

// line notes a box that is a line of a table.
func (d *drawn) line(b box) bool {
	switch {
	case b.width() <= ruleWidth && b.height() >= ruleLength:
		d.rules = append(d.rules, b)
	case b.height() <= ruleWidth && b.width() >= ruleLength:
		d.levels = append(d.levels, b)
	default:
		return false
	}
	return true
}

// path notes the lines of a path.
func (w *walk) path(o references.FPDF_PAGEOBJECT, m matrix) error {
	whole, err := w.bounds(o, m)
	if err != nil || max(whole.height(), whole.width()) < ruleLength || w.drawn.line(whole) {
		return err
	}
	p := w.file.instance
	count, err := p.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil {
		return err
	}
	if w.segments += count.Count; w.segments > maxSegments {
		return nil
	}
	own, err := p.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return err
	}
	return w.lines(o, matrixOf(own.Matrix).then(m), count.Count)
}

// lines notes the lines among a path's segments.
func (w *walk) lines(o references.FPDF_PAGEOBJECT, m matrix, count int) error {
	var startX, startY, x, y int
	line := func(toX, toY int) {
		w.drawn.line(box{min(x, toX), min(y, toY), max(x, toX), max(y, toY)})
	}
	for i := range count {
		s, err := w.segment(o, m, i)
		if err != nil {
			return err
		}
		switch s.kind {
		case enums.FPDF_SEGMENT_MOVETO:
			startX, startY = s.x, s.y
		case enums.FPDF_SEGMENT_LINETO:
			line(s.x, s.y)
		}
		x, y = s.x, s.y
		if s.closes {
			line(startX, startY)
		}
	}
	return nil
}

// segment is one stroke of a path.
type segment struct {
	kind   enums.FPDF_SEGMENT
	x, y   int
	closes bool
}

func (w *walk) segment(o references.FPDF_PAGEOBJECT, m matrix, i int) (segment, error) {
	s, err := w.file.instance.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
	if err != nil {
		return segment{}, err
	}
	return w.file.segment(s.PathSegment, m)
}

func (f *File) segment(r references.FPDF_PATHSEGMENT, m matrix) (segment, error) {
	kind, err := f.instance.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: r})
	if err != nil {
		return segment{}, err
	}
	at, err := f.instance.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: r})
	if err != nil {
		return segment{}, err
	}
	closes, err := f.instance.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: r})
	if err != nil {
		return segment{}, err
	}
	x, y := m.point(float64(at.X), float64(at.Y))
	return segment{kind.Type, milli(x), milli(y), closes.IsClose}, nil
}

// clip is the box outside of which nothing of an object is seen.
func (f *File) clip(o references.FPDF_PAGEOBJECT, m matrix, whole box) box {
	const most = 50 // of a path's segments; a rectangle has five
	path, err := f.instance.FPDFPageObj_GetClipPath(&requests.FPDFPageObj_GetClipPath{PageObject: o})
	if err != nil {
		return whole
	}
	count, err := f.instance.FPDFClipPath_CountPaths(&requests.FPDFClipPath_CountPaths{ClipPath: path.ClipPath})
	if err != nil {
		return whole
	}
	for i := range min(count.Count, most) {
		n, err := f.instance.FPDFClipPath_CountPathSegments(&requests.FPDFClipPath_CountPathSegments{ClipPath: path.ClipPath, PathIndex: i})
		if err != nil || n.Count == 0 || n.Count > most {
			continue
		}
		if b, ok := f.clipPath(path.ClipPath, i, n.Count, m); ok {
			whole = whole.meet(b)
		}
	}
	return whole
}

func (f *File) clipPath(path references.FPDF_CLIPPATH, index, count int, m matrix) (b box, ok bool) {
	for i := range count {
		s, err := f.instance.FPDFClipPath_GetPathSegment(&requests.FPDFClipPath_GetPathSegment{ClipPath: path, PathIndex: index, SegmentIndex: i})
		if err != nil {
			return b, false
		}
		at, err := f.segment(s.PathSegment, m)
		if err != nil {
			return b, false
		}
		point := box{at.x, at.y, at.x, at.y}
		if i == 0 {
			b = point
		} else {
			b = b.union(point)
		}
	}
	return b, true
}
