package page

import (
	"math"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// matrix maps a point as PDF's matrices do.
type matrix struct{ a, b, c, d, e, f float64 }

func matrixOf(m structs.FPDF_FS_MATRIX) matrix {
	return matrix{float64(m.A), float64(m.B), float64(m.C), float64(m.D), float64(m.E), float64(m.F)}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// turn maps a direction.
func (m matrix) turn(x, y float64) (float64, float64) { return m.a*x + m.c*y, m.b*x + m.d*y }

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	a, b := n.turn(m.a, m.b)
	c, d := n.turn(m.c, m.d)
	e, f := n.point(m.e, m.f)
	return matrix{a, b, c, d, e, f}
}

// inverse is the way back; false where there is none.
func (m matrix) inverse() (matrix, bool) {
	det := m.a*m.d - m.b*m.c
	if det == 0 || math.IsNaN(det) || math.IsInf(det, 0) {
		return matrix{}, false
	}
	i := matrix{a: m.d / det, b: -m.b / det, c: -m.c / det, d: m.a / det}
	i.e, i.f = i.turn(-m.e, -m.f)
	return i, true
}

// box are edges in thousandths of a point from the top left of the page as it
// is shown.
type box struct{ left, top, right, bottom int }

func (b box) width() int  { return b.right - b.left }
func (b box) height() int { return b.bottom - b.top }

// union is the box around both.
func (b box) union(c box) box {
	return box{min(b.left, c.left), min(b.top, c.top), max(b.right, c.right), max(b.bottom, c.bottom)}
}

// meet is what both have in common, which may be less than nothing.
func (b box) meet(c box) box {
	return box{max(b.left, c.left), max(b.top, c.top), min(b.right, c.right), min(b.bottom, c.bottom)}
}

// holds reports whether the middle of c is in b, or nearly.
func (b box) holds(c box) bool {
	const near = 500
	x, y := (c.left+c.right)/2, (c.top+c.bottom)/2
	return x >= b.left-near && x <= b.right+near && y >= b.top-near && y <= b.bottom+near
}

// boxOf is the box around two corners after they are mapped.
func (m matrix) boxOf(left, bottom, right, top float64) box {
	x0, y0 := m.point(left, bottom)
	x1, y1 := m.point(right, top)
	x2, y2 := m.point(left, top)
	x3, y3 := m.point(right, bottom)
	return box{
		milli(min(x0, x1, x2, x3)), milli(min(y0, y1, y2, y3)),
		milli(max(x0, x1, x2, x3)), milli(max(y0, y1, y2, y3)),
	}
}

// milli counts in thousandths. What no page could hold is cut off, since a
// file may say anything.
func milli(x float64) int {
	const most = 1e9
	if math.IsNaN(x) {
		return 0
	}
	return int(math.Round(max(-most, min(most, x*1000))))
}

// shown is the way from a page's own coordinates to the page as it is shown,
// turned and cropped, from its top left; and its size.
func (f *File) shown(p requests.Page) (matrix, box, error) {
	bounds, err := f.instance.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: p})
	if err != nil {
		return matrix{}, box{}, err
	}
	rotation, err := f.instance.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: p})
	if err != nil {
		return matrix{}, box{}, err
	}
	l, b := float64(bounds.Rect.Left), float64(bounds.Rect.Bottom)
	r, t := float64(bounds.Rect.Right), float64(bounds.Rect.Top)
	var m matrix
	switch int(rotation.PageRotation) {
	default:
		m = matrix{1, 0, 0, -1, -l, t}
	case 1:
		m = matrix{0, 1, 1, 0, -b, -l}
	case 2:
		m = matrix{-1, 0, 0, 1, r, -b}
	case 3:
		m = matrix{0, -1, -1, 0, t, r}
	}
	return m, m.boxOf(l, b, r, t), nil
}
