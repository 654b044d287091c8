package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"sync"

	"yipiao/templates"
)

// Bounds of a picture.
const (
	MaxPictureBytes  = 5 << 20
	MaxPicturePixels = 25_000_000
	// MaxScans is how often a progressive JPEG may go over its pixels: each time
	// costs a few bytes of the file, and the time of all pixels.
	MaxScans = 100
)

// Scans is how often a JPEG goes over its pixels, at most.
func Scans(data []byte) int { return bytes.Count(data, []byte{0xFF, 0xDA}) }

// Picture is a PNG or JPEG ready to be put into files. It is immutable.
type Picture struct {
	Width, Height int // in pixels, as it is seen
	lie           templates.Orientation
	dict          string
	data          []byte
	maskDict      string // of the alpha channel; empty without one
	mask          []byte
}

// NewPicture reads a PNG or JPEG. A JPEG's data stay as they are, but for one in
// the colours of print, CMYK, which the output intent doesn't cover: like a PNG
// of any kind, it becomes 8-bit grey or RGB, with a mask for an alpha channel. A
// picture that is broken or too large is an error.
func NewPicture(data []byte) (*Picture, error) {
	if len(data) > MaxPictureBytes {
		return nil, fmt.Errorf("the picture has %d kB, at most %d kB can be used", len(data)>>10, MaxPictureBytes>>10)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("the picture is no PNG or JPEG, or broken")
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > MaxPicturePixels/config.Height {
		return nil, fmt.Errorf("the picture has %d × %d pixels, at most %d million can be used", config.Width, config.Height, MaxPicturePixels/1_000_000)
	}
	switch format {
	case "jpeg":
		return newJPEG(data, config)
	case "png":
		return newPNG(data)
	}
	return nil, fmt.Errorf("the picture is a %s: PNG or JPEG is wanted", format)
}

func newJPEG(data []byte, config image.Config) (*Picture, error) {
	if n := Scans(data); n > MaxScans {
		return nil, fmt.Errorf("the picture is a JPEG of %d scans, at most %d can be used", n, MaxScans)
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	p := &Picture{Width: config.Width, Height: config.Height, data: data}
	p.dict = imageDict(config.Width, config.Height) + "/Filter/DCTDecode/ColorSpace"
	switch config.ColorModel {
	case color.GrayModel:
		p.dict += "/DeviceGray"
	case color.CMYKModel:
		p = newPixels(img)
	default:
		p.dict += "/DeviceRGB"
	}
	if p.lie = templates.OrientationOf(data); p.lie.Turned {
		p.Width, p.Height = p.Height, p.Width
	}
	return p, nil
}

func newPNG(data []byte) (*Picture, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	return newPixels(img), nil
}

// newPixels compresses the pixels of a picture anew: colours, and apart from
// them the alpha channel, unless all of the picture is opaque.
func newPixels(img image.Image) *Picture {
	if g, ok := img.(*image.Gray); ok {
		size := g.Bounds().Size()
		p := &Picture{Width: size.X, Height: size.Y}
		p.dict, p.data = encode(g.Pix, g.Stride, 1, 1, size)
		return p
	}
	b := img.Bounds()
	size := b.Size()
	pixels, ok := img.(*image.NRGBA)
	if !ok {
		pixels = image.NewNRGBA(b)
		draw.Draw(pixels, b, img, b.Min, draw.Src)
	}
	p := &Picture{Width: size.X, Height: size.Y}
	p.dict, p.data = encode(pixels.Pix, pixels.Stride, 4, 3, size)
	if !pixels.Opaque() {
		p.maskDict, p.mask = encode(pixels.Pix[3:], pixels.Stride, 4, 1, size)
	}
	return p
}

// encode compresses a picture of which each pixel takes step bytes, the first
// few of them its colours: its rows are what they differ by from those above, as
// a PDF's Flate filter with PNG predictors reads them (ISO 32000-1, 7.4.4.4).
func encode(pix []byte, stride, step, colours int, size image.Point) (dict string, data []byte) {
	space := "/DeviceRGB"
	if colours == 1 {
		space = "/DeviceGray"
	}
	const up = 2
	rows := make([]byte, 0, (1+size.X*colours)*size.Y)
	above := make([]byte, size.X*colours)
	for y := range size.Y {
		rows = append(rows, up)
		row := pix[y*stride:]
		for x, at := 0, 0; x < size.X*step; x += step {
			for c := range colours {
				v := row[x+c]
				rows = append(rows, v-above[at])
				above[at] = v
				at++
			}
		}
	}
	d := pictureDeflaters.Get().(*deflater)
	defer pictureDeflaters.Put(d)
	return imageDict(size.X, size.Y) + "/ColorSpace" + space + "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " + itoa(colours) +
		"/Columns " + itoa(size.X) + ">>", bytes.Clone(d.deflate(rows))
}

func imageDict(width, height int) string {
	return "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width " + itoa(width) + "/Height " + itoa(height)
}

// matrix lays a picture upright into a rectangle, as the operator cm wants it: what
// becomes of a square whose lower left corner is the origin, and whose sides are 1
// (ISO 32000-1, 8.3.4).
func (p *Picture) matrix(x, y, width, height int) [6]int {
	if p.lie.Mirrored != p.lie.Turned {
		x, width = x+width, -width
	}
	if p.lie.Upended != p.lie.Turned {
		y, height = y+height, -height
	}
	if p.lie.Turned {
		return [6]int{0, height, width, 0, x, y}
	}
	return [6]int{width, 0, 0, height, x, y}
}

// write writes the picture's objects.
func (p *Picture) write(o *objects) ref {
	dict := p.dict
	if p.mask != nil {
		mask := o.reserve()
		o.packed(mask, p.maskDict, p.mask)
		dict += "/SMask " + mask.String()
	}
	n := o.reserve()
	o.packed(n, dict, p.data)
	return n
}

// Pictures keeps pictures that were read, for many documents with the same logo
// and chop. It may be used by several goroutines; nil keeps nothing.
type Pictures struct {
	mu   sync.Mutex
	kept map[[32]byte]*Picture
	size int
}

// maxKept bounds, in bytes, the pictures kept.
const maxKept = 32 << 20

// Read is NewPicture, unless the same bytes were read before.
func (c *Pictures) Read(data []byte) (*Picture, error) {
	if c == nil || len(data) > MaxPictureBytes {
		return NewPicture(data)
	}
	key := sha256.Sum256(data)
	c.mu.Lock()
	p := c.kept[key]
	c.mu.Unlock()
	if p != nil {
		return p, nil
	}
	p, err := NewPicture(data)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	size := len(p.data) + len(p.mask)
	if c.kept == nil || c.size+size > maxKept {
		c.kept, c.size = map[[32]byte]*Picture{}, 0
	}
	c.kept[key] = p
	c.size += size
	return p, nil
}
