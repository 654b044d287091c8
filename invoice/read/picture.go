package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // for image.Decode
	_ "image/png"
	"slices"

	"yipiao/invoice/read/page"
)

// maxPixels is how large a picture may be: twice what a telephone takes.
const maxPixels = 50_000_000

// paperLong is the longer side of the paper that a picture is taken to show,
// in thousandths of a point: A4.
const paperLong = 841890

// readPicture reads the orders of a picture of a page. All of it is a guess.
func (src *Source) readPicture(ctx context.Context, data []byte, opt Options) ([]Reading, error) {
	head, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return refuse("the picture can't be read: PNG and JPEG can; save it as one of them"), nil
	}
	if head.Width*head.Height > maxPixels {
		return refuse("the picture has %d megapixels; at most %d are read", head.Width*head.Height/1_000_000, maxPixels/1_000_000), nil
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return refuse("the picture is damaged: %v", err), nil
	}
	upright := 1
	if kind == "jpeg" {
		upright = orientation(data)
	}
	m = page.Upright(m, upright)
	size := m.Bounds().Size()
	opt.say("reading the picture")
	p, err := page.Recognise(ctx, "p1", m, paperLong*size.X/max(size.X, size.Y))
	if err != nil {
		return refusePDF(err)
	}
	src.add(p)
	src.Image = m
	readings := readPages(ctx, src.Pages, nil)
	for i := range readings {
		readings[i].Warnings = append(readings[i].Warnings, guessed(&readings[i], src.Pages)...)
	}
	return readings, ctx.Err()
}

func (o *Options) say(words string) {
	if o.Say != nil {
		o.Say(words)
	}
}

// maxScans is how many pages of a PDF are read as pictures.
const maxScans = 20

// scanDots is how finely a scanned page is drawn for reading.
const scanDots = 300

// recogniseScans reads pages of a PDF as pictures, in their places.
func (src *Source) recogniseScans(ctx context.Context, scans []*page.Page, opt Options) error {
	if len(scans) > maxScans {
		return errTooManyScans
	}
	opt.say("reading the pages as pictures; this takes some seconds for each")
	for _, p := range scans {
		i := slices.Index(src.Pages, p)
		m, err := src.PDF.Picture(ctx, i, scanDots)
		if err != nil {
			return err
		}
		r, err := page.Recognise(ctx, p.Grid.Name, m, p.Width)
		if err != nil {
			return err
		}
		src.Pages[i], src.Grids[i] = r, r.Grid
	}
	return nil
}

var errTooManyScans = fmt.Errorf("more than %d of its pages are pictures: hand over those of one invoice", maxScans)

// isScanFault reports whether scans can't be read for what the file is.
func isScanFault(err error) bool { return errors.Is(err, errTooManyScans) }

// add adds a page to what the source shows.
func (src *Source) add(p *page.Page) {
	src.Pages, src.Grids = append(src.Pages, p), append(src.Grids, p.Grid)
}

// guessed tells that a reading is of pictures, and which of its fields were
// hard to read.
func guessed(r *Reading, pages []*page.Page) []Warning {
	var all []Warning
	for _, p := range pages {
		switch {
		case p.Source == page.Picture && len(p.Grid.Rows) > 0:
			all = append(all, Warning{Guessed, "", p.Grid.Name, "this page is a picture: compare every value with it"})
		case p.Source == page.Layer:
			all = append(all, Warning{Guessed, "", p.Grid.Name, "this page is a picture with a text that some program read from it: compare every value with it"})
		}
		for _, u := range p.Unsure {
			if field := fieldAt(r, u.Where); field != "" {
				all = append(all, Warning{Guessed, field, u.Where, quoted(u.Text) + " was hard to read"})
			}
		}
	}
	return all
}
