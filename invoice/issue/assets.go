package issue

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"sync"

	"yipiao/invoice/pdf"
)

// mostPictureBytes is the size of the largest picture file that is read.
const mostPictureBytes = 5 << 20

// folder gives pictures from an order's folder and nowhere else. Each file is
// read once.
type folder struct {
	dir  string
	mu   sync.Mutex
	read map[string][]byte
}

// Picture reads the file at path, relative to the order.
func (f *folder) Picture(path string) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if data, ok := f.read[path]; ok {
		return data, nil
	}
	data, err := f.open(path)
	if err != nil {
		return nil, &PictureError{path, err}
	}
	if f.read == nil {
		f.read = map[string][]byte{}
	}
	f.read[path] = data
	return data, nil
}

func (f *folder) open(path string) ([]byte, error) {
	if !filepath.IsLocal(path) {
		return nil, fmt.Errorf("a picture must be inside the order's folder")
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	file, err := root.Open(path)
	if err != nil {
		return nil, fmt.Errorf("no such picture in the order's folder: %w", errOnly(err))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, mostPictureBytes+1))
	if err != nil {
		return nil, errOnly(err)
	}
	if len(data) > mostPictureBytes {
		return nil, fmt.Errorf("a picture of more than 5 MB")
	}
	return data, usable(data)
}

// usable is what a glance at a picture finds wrong with it.
func usable(data []byte) error {
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return fmt.Errorf("the picture is no PNG or JPEG, or broken")
	case format != "png" && format != "jpeg":
		return fmt.Errorf("the picture is a %s: PNG or JPEG is wanted", format)
	case c.Width <= 0 || c.Height <= 0 || c.Width > pdf.MaxPicturePixels/c.Height:
		return fmt.Errorf("the picture has %d × %d pixels, at most %d million can be used", c.Width, c.Height, pdf.MaxPicturePixels/1_000_000)
	case format == "jpeg" && pdf.Scans(data) > pdf.MaxScans:
		return fmt.Errorf("the picture is a JPEG of %d scans, at most %d can be used", pdf.Scans(data), pdf.MaxScans)
	}
	return nil
}

// errOnly is a file error without its path, which the message has already.
func errOnly(err error) error {
	if p, ok := err.(*os.PathError); ok {
		return p.Err
	}
	return err
}

// PictureError is a picture that can't be read or used.
type PictureError struct {
	Path string
	Err  error
}

func (e *PictureError) Error() string { return e.Path + ": " + e.Err.Error() }
func (e *PictureError) Unwrap() error { return e.Err }
