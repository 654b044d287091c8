package read

import (
	"context"
	"errors"

	"yipiao/invoice/read/grid"
	"yipiao/invoice/read/page"
)

// readPDF reads the orders of a PDF: of our own from its attachment, of an
// e-fapiao by its form, of others from their tables.
func readPDF(ctx context.Context, data []byte, opt Options) ([]Reading, error) {
	f, err := page.Open(ctx, data, opt.Say)
	if err != nil {
		return refusePDF(err)
	}
	defer f.Close()
	pages, err := f.Read(ctx)
	if err != nil {
		return refusePDF(err)
	}
	files, err := f.Attachments(ctx)
	if err != nil {
		return refusePDF(err)
	}
	own, doubt := readOwn(files, pages)
	if own != nil {
		return []Reading{*own}, nil
	}
	readings := readPages(pages)
	for i := range readings {
		if doubt != nil {
			readings[i].Warnings = append(readings[i].Warnings, *doubt)
		}
	}
	return readings, nil
}

// refusePDF tells what is wrong with the file; what is wrong with the machine
// is an error.
func refusePDF(err error) ([]Reading, error) {
	for _, fault := range []error{page.ErrPassword, page.ErrDamaged, page.ErrPages, page.ErrTooLong} {
		if errors.Is(err, fault) {
			return refuse("%v", fault), nil
		}
	}
	return nil, err
}

// readPages reads the orders of pages that weren't made by us.
func readPages(pages []*page.Page) []Reading {
	var grids []*grid.Grid
	for _, p := range pages {
		grids = append(grids, p.Grid)
	}
	return refuse("PDFs of others aren't read yet")
}
