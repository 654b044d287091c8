package xlsx

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	_ "image/png" // the other format that pictures come in
	"sort"

	"github.com/xuri/excelize/v2"

	"yipiao/templates"
)

// picture is a picture with its place: row and column of its top left corner,
// how far it is from there, and its size.
type picture struct {
	of            *templates.Picture
	column, row   int
	x, y          int  // from the cell's top left
	centred       bool // in the row's height, whatever y
	width, height int
}

// drawn is the size of a picture as large as width and height allow; none if
// it can't be read, which writing it will report.
func (s *sheet) drawn(of *templates.Picture, width, height int) (int, int) {
	c, _, err := image.DecodeConfig(bytes.NewReader(of.Data))
	if err != nil || c.Width <= 0 || c.Height <= 0 {
		return width, height
	}
	if templates.OrientationOf(of.Data).Turned {
		c.Width, c.Height = c.Height, c.Width
	}
	if h := width * c.Height / c.Width; h <= height {
		return width, max(h, 1)
	}
	return max(height*c.Width/c.Height, 1), height
}

// place puts a picture at x from the left into row r.
func (s *sheet) place(of *templates.Picture, x, r, width, height int) {
	column := 0
	for column < s.last() && s.edges[column+1] <= x {
		column++
	}
	s.pictures = append(s.pictures, picture{of: of, column: column, row: r, x: x - s.edges[column], y: padY, width: width, height: height})
}

// above is how far below the sheet's top row r begins.
func (s *sheet) above(r int) int {
	y := 0
	for _, above := range s.rows[:r] {
		y += above.height
	}
	return y
}

// placeAt puts a picture at x and y from the sheet's top left.
func (s *sheet) placeAt(of *templates.Picture, x, y, width, height int) {
	r := 0
	for r < len(s.rows)-1 && y >= s.rows[r].height {
		y -= s.rows[r].height
		r++
	}
	s.place(of, x, r, width, height)
	s.pictures[len(s.pictures)-1].y = max(y, 0)
}

// draw puts the pictures into the workbook. They keep their size, whatever
// becomes of the cells below them.
func (w *writer) draw() error {
	pixels := func(milli int) int { return milli * 96 / 72 / pt }
	for _, p := range w.pictures {
		if p.centred {
			p.y = max(w.rows[p.row].height-p.height, 0) / 2
		}
		c, format, err := image.DecodeConfig(bytes.NewReader(p.of.Data))
		if err != nil || format != "png" && format != "jpeg" {
			return &PictureError{p.of.Path, fmt.Errorf("the picture is no PNG or JPEG, or broken")}
		}
		data, c := p.of.Data, c
		if lie := templates.OrientationOf(data); !lie.Upright() {
			if data, err = turned(data, lie); err != nil {
				return &PictureError{p.of.Path, fmt.Errorf("the picture is broken: %w", err)}
			}
			if lie.Turned {
				c.Width, c.Height = c.Height, c.Width
			}
		}
		yes, no := true, false
		err = w.book.AddPictureFromBytes(w.name, cellName(p.column, p.row), &excelize.Picture{
			Extension: "." + format, File: data,
			Format: &excelize.GraphicOptions{AltText: p.of.Alt.Joined(" "), Positioning: "oneCell", PrintObject: &yes, Locked: &no, LockAspectRatio: true,
				OffsetX: pixels(p.x), OffsetY: pixels(p.y),
				ScaleX: float64(pixels(p.width)) / float64(c.Width), ScaleY: float64(pixels(p.height)) / float64(c.Height)},
		})
		if err != nil {
			return &PictureError{p.of.Path, err}
		}
	}
	if types := w.book.ContentTypes; types != nil { // the library adds them in the order of a map
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	return nil
}

// photoQuality is that of a photo written anew, of 100: nobody sees a difference.
const photoQuality = 92

// turned is a photo whose pixels lie as it is to be seen: programs for workbooks
// don't agree whether to look at what its camera says.
func turned(photo []byte, lie templates.Orientation) ([]byte, error) {
	from, err := jpeg.Decode(bytes.NewReader(photo))
	if err != nil {
		return nil, err
	}
	size, seen := from.Bounds().Size(), from.Bounds().Size()
	if lie.Turned {
		seen.X, seen.Y = size.Y, size.X
	}
	lying, upright := image.NewRGBA(image.Rectangle{Max: size}), image.NewRGBA(image.Rectangle{Max: seen})
	draw.Draw(lying, lying.Rect, from, from.Bounds().Min, draw.Src)
	for y := range size.Y {
		for x := range size.X {
			toX, toY := lie.Place(x, y, size.X, size.Y)
			copy(upright.Pix[upright.PixOffset(toX, toY):][:4], lying.Pix[lying.PixOffset(x, y):])
		}
	}
	var data bytes.Buffer
	err = jpeg.Encode(&data, upright, &jpeg.Options{Quality: photoQuality})
	return data.Bytes(), err
}
