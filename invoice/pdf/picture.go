package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"sync"
)

// Bounds of a picture.
const (
	MaxPictureBytes  = 5 << 20
	MaxPicturePixels = 25_000_000
)

// Picture is a PNG or JPEG ready to be put into files. It is immutable.
type Picture struct {
	Width, Height int // in pixels
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

// maxScans bounds how often a progressive JPEG goes over its pixels: each time
// costs a few bytes of the file, and the time of all pixels.
const maxScans = 100

func newJPEG(data []byte, config image.Config) (*Picture, error) {
	if n := bytes.Count(data, []byte{0xFF, 0xDA}); n > maxScans {
		return nil, fmt.Errorf("the picture is a JPEG of %d scans, at most %d can be used", n, maxScans)
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	space := "/DeviceRGB"
	switch config.ColorModel {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.CMYKModel:
		return newPixels(img)
	}
	return &Picture{Width: config.Width, Height: config.Height, data: data,
		dict: imageDict(config.Width, config.Height) + "/ColorSpace" + space + "/Filter/DCTDecode"}, nil
}

func newPNG(data []byte) (*Picture, error) {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is broken: %w", err)
	}
	return newPixels(img)
}

// newPixels compresses the pixels of a picture anew.
func newPixels(img image.Image) (*Picture, error) {
	size := img.Bounds().Size()
	p := &Picture{Width: size.X, Height: size.Y}
	flat, alpha := split(img)
	var err error
	if p.dict, p.data, err = encode(flat); err != nil {
		return nil, err
	}
	if alpha != nil {
		p.maskDict, p.mask, err = encode(alpha)
	}
	return p, err
}

// split separates colours from the alpha channel, which is nil if all of the
// picture is opaque.
func split(img image.Image) (image.Image, *image.Gray) {
	if g, ok := img.(*image.Gray); ok {
		return g, nil
	}
	b := img.Bounds()
	pixels, ok := img.(*image.NRGBA)
	if !ok {
		pixels = image.NewNRGBA(b)
		draw.Draw(pixels, b, img, b.Min, draw.Src)
	}
	if pixels.Opaque() {
		return pixels, nil
	}
	alpha := image.NewGray(b)
	for i := range alpha.Pix {
		alpha.Pix[i] = pixels.Pix[4*i+3]
		pixels.Pix[4*i+3] = 0xFF
	}
	return pixels, alpha
}

// encode compresses an opaque picture as PNG does: its data chunks are what a
// PDF's Flate filter with PNG predictors reads (ISO 32000-1, 7.4.4.4).
func encode(img image.Image) (dict string, data []byte, err error) {
	colours, space := "3", "/DeviceRGB"
	if _, ok := img.(*image.Gray); ok {
		colours, space = "1", "/DeviceGray"
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, img); err != nil {
		return "", nil, err
	}
	size := img.Bounds().Size()
	return imageDict(size.X, size.Y) + "/ColorSpace" + space + "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " + colours +
		"/Columns " + itoa(size.X) + ">>", dataChunks(b.Bytes()), nil
}

// dataChunks are the IDAT chunks of a PNG, one after the other.
func dataChunks(file []byte) []byte {
	var data []byte
	for file = file[8:]; len(file) >= 12; {
		n := int(binary.BigEndian.Uint32(file))
		if string(file[4:8]) == "IDAT" {
			data = append(data, file[8:8+n]...)
		}
		file = file[12+n:]
	}
	return data
}

func imageDict(width, height int) string {
	return "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width " + itoa(width) + "/Height " + itoa(height)
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
const maxKept = 64 << 20

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
